// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/report_pictures.h"

#include <QCoreApplication>
#include <algorithm>

#include "ui/canvas/bits_canvas.h"
#include "ui/canvas/depth_canvas.h"
#include "ui/models/block_columns.h"
#include "ui/plots/bits_figure.h"
#include "ui/plots/composition_panel.h"
#include "ui/plots/depth_figure.h"
#include "ui/plots/figure_export.h"
#include "ui/plots/pareto_plot.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int kWidth = 1000;
constexpr int kBitsHeight = 360;
constexpr int kDepthHeight = 420;
constexpr int kParetoHeight = 380;
/// With the head of the panel, which is not in the picture.
constexpr int kFlatHeight = 200;
constexpr int kBlocksHeight = 270;

/// Lays a widget out as if it were on screen.
void show_unseen(QWidget& widget, QSize size) {
    widget.setAttribute(Qt::WA_DontShowOnScreen);
    widget.setAttribute(Qt::WA_ShowWithoutActivating);
    widget.resize(size.expandedTo(widget.minimumSizeHint()));
    widget.show();
}

/// Draws with the tokens of both themes. `draw` makes the figure, hands it on, and may then let go
/// of the widgets it is made of.
template <class Draw>
ReportPicture in_both_themes(const QString& title, const QString& caption, const Draw& draw) {
    ReportPicture picture{title, caption, {}, {}, {}};
    for (const ThemeTokens& tokens : {ThemeTokens::light(), ThemeTokens::dark_tokens()}) {
        Theme theme(tokens);
        draw(theme, [&](const Figure& figure) {
            (tokens.dark ? picture.dark : picture.light) = figure_svg(figure, tokens.panel);
            picture.size = figure.size();
        });
    }
    return picture;
}

/// An axis that shows all blocks.
void show_all_blocks(BlockAxis& axis, const PlanModel& plan) {
    axis.reset(plan.catalog().columns()->columns().count);
}

ReportPicture draw_bits(const ReportSources& sources) {
    const auto compared = sources.shelf.compared_row();
    QString caption = QCoreApplication::translate(
        "report",
        "Height: bits per weight, exact. Colour: estimated error of the tensor, darker is less.");
    if (compared) {
        caption += u' ' + QCoreApplication::translate("report", "Lines over the bars: the plan %1.")
                              .arg(sources.shelf.name(*compared));
    }
    return in_both_themes(QCoreApplication::translate("report", "Bits of every tensor"), caption,
                          [&sources](Theme& theme, const auto& take) {
                              SelectionHub hub;
                              BlockAxis axis;
                              show_all_blocks(axis, sources.plan);
                              BitsCanvas canvas(sources.plan, hub, axis, theme);
                              canvas.set_comparison(sources.shelf.compared_formats());
                              show_unseen(canvas, {kWidth, kBitsHeight});
                              take(bits_figure(canvas, sources.plan));
                          });
}

ReportPicture draw_depth(const ReportSources& sources) {
    return in_both_themes(
        QCoreApplication::translate("report", "Over depth"),
        QCoreApplication::translate("report",
                                    "Statistics of the weights are measured, errors estimated. "
                                    "The line in a bar reaches from the lowest to the highest "
                                    "tensor of the block."),
        [&sources](Theme& theme, const auto& take) {
            SelectionHub hub;
            BlockAxis axis;
            show_all_blocks(axis, sources.plan);
            DepthCanvas canvas(sources.plan, hub, axis, theme);
            show_unseen(canvas, {kWidth, kDepthHeight});
            take(depth_figure(canvas));
        });
}

ReportPicture draw_pareto(const ReportSources& sources) {
    if (sources.landscape.front().empty()) return {};
    return in_both_themes(
        QCoreApplication::translate("report", "Size and error"),
        QCoreApplication::translate("report",
                                    "The line is the smallest estimated error at every size; "
                                    "squares are presets, rings are plans. Hollow: estimated."),
        [&sources](Theme& theme, const auto& take) {
            ParetoPlot plot(sources.plan, sources.landscape, theme);
            plot.follow(sources.shelf);
            show_unseen(plot, {kWidth, kParetoHeight});
            plot.replot();
            take(plot_figure(plot, u"size-and-quality"_s, [&plot] { return plot.data(); }));
        });
}

ReportPicture draw_composition(const ReportSources& sources, CompositionBy by,
                               const QString& title) {
    return in_both_themes(
        title, QCoreApplication::translate("report", "Bytes as stored and as planned, exact."),
        [&](Theme& theme, const auto& take) {
            SelectionHub hub;
            CompositionPanel panel(sources.plan, hub, theme);
            const int height = by == CompositionBy::kBlock ? kBlocksHeight : kFlatHeight;
            show_unseen(panel, {kWidth, height});
            panel.show_by(by);  // now: how many blocks share a bar depends on the width
            take(chart_figure(panel.chart(), u"composition"_s, [] { return FigureData(); }));
        });
}

}  // namespace

std::vector<DrawReportPicture> report_pictures(const ReportSources& sources) {
    const auto composition = [&sources](CompositionBy by, const QString& title) {
        return [sources, by, title] { return draw_composition(sources, by, title); };
    };
    return {
        [sources] { return draw_bits(sources); },
        [sources] { return draw_depth(sources); },
        [sources] { return draw_pareto(sources); },
        composition(CompositionBy::kRole, QCoreApplication::translate("report", "Bytes by role")),
        composition(CompositionBy::kFormat,
                    QCoreApplication::translate("report", "Bytes by format")),
        composition(CompositionBy::kBlock,
                    QCoreApplication::translate("report", "Bytes by block"))};
}

}  // namespace bitlathe
