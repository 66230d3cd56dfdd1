// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/attention_view.h"

#include <QVBoxLayout>
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "ui/models/block_tensors.h"
#include "ui/panels/captioned.h"
#include "ui/panels/widgets.h"
#include "ui/plots/figure_menu.h"
#include "ui/theme/text.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

AttentionView::AttentionView(const ActivationSources& sources, Theme& theme, QWidget* parent)
    : MapView(sources, {u"attention"_s, tr("Map of attention heads and blocks"), true}, theme,
              parent) {
    setObjectName(u"attentionView"_s);
    build(theme);
    learn();
}

void AttentionView::build(Theme& theme) {
    add_scale_controls();
    auto* lists = new QWidget(this);
    QVBoxLayout* column = make_column(*lists, 6);
    column->addWidget(make_label(u"sinksTitle"_s, "title", lists, tr("Attention sinks")));
    least_ = new QSpinBox(lists);
    least_->setObjectName(u"sinkLeast"_s);
    least_->setAccessibleName(
        tr("Share of a head's attention from which the first token is a sink"));
    least_->setRange(0, 100);
    least_->setSuffix(tr(" %"));
    least_->setValue(static_cast<int>(kSinkShare * 100 + 0.5));
    least_->setKeyboardTracking(false);
    column->addWidget(captioned(*least_, tr("first token gets more than"), lists), 0,
                      Qt::AlignLeft);
    sinks_ = make_label(u"sinksRemark"_s, "muted", lists);
    sinks_->setWordWrap(true);
    column->addWidget(sinks_);
    column->addWidget(make_label(u"placesTitle"_s, "title", lists, tr("Places that receive most")));
    auto* remark = make_label(u"placesRemark"_s, "muted", lists,
                              tr("Of all heads of a block, mean over windows. A query has 1 to "
                                 "give; “even”: as much to every token it sees."));
    remark->setWordWrap(true);
    column->addWidget(remark);
    constexpr std::array<int, 7> kWidths = {40, 42, 58, 48, 52, 44, 36};
    places_ = new FigureTable(u"attentionPlaces"_s, tr("Places that receive most"),
                              {tr("block"), tr("place"), tr("received"), tr("share"), tr("× even"),
                               tr("RSQ"), tr("n", "number of windows")},
                              kWidths, lists);
    places_->set_heading_tip(1, tr("Place of the token in its window; 0 is the first"));
    places_->set_heading_tip(2, tr("What the token receives, in queries"));
    places_->set_heading_tip(3, tr("Of what the queries that see the token have to give"));
    places_->set_heading_tip(
        5, tr("Weight of the token when quantizing, 1 on average (RSQ, Sung et al. 2025)"));
    places_->set_heading_tip(6, tr("Windows of the text that reach there"));
    column->addWidget(places_, 1);
    offer_figure(*places_, places_->figure(u"attention-places"_s), theme);
    set_lists(*lists, tr("Where attention goes"));
    offer_map_figure(u"attention-sinks"_s);
    connect(least_, &QSpinBox::valueChanged, this, &AttentionView::show_sinks);
    connect(places_, &FigureTable::row_chosen, this,
            [this](int row) { choose_place(made_.places[static_cast<std::size_t>(row)]); });
}

// What is shown ----------------------------------------------------------------------------------

LatestWorker::Task AttentionView::question() {
    return [this, findings = findings()](const WorkContext& context) -> LatestWorker::Delivery {
        return deliver<AttentionPicture>(make_attention_picture(*findings->profile, context),
                                         [this](AttentionPicture made) { take(std::move(made)); });
    };
}

void AttentionView::take(AttentionPicture made) {
    made_ = std::move(made);
    if (!made_.picture) {
        return show_message(tr("The profile says nothing about attention: it was made by an "
                               "earlier version, or its windows are of one token. Profile the "
                               "text again."),
                            false);
    }
    show_picture(made_.picture);
    show_sinks();
    show_places();
}

void AttentionView::show_sinks() {
    const std::size_t all = known_heads(made_.map);
    const std::size_t above = heads_above(made_.map, least_->value() / 100.0);
    sinks_->setText(
        tr("%1 of %n head(s) do: the first token is their sink.", nullptr, static_cast<int>(all))
            .arg(count_text(above)));
}

void AttentionView::show_places() {
    std::vector<std::vector<FigureCell>> rows;
    for (const AttentionPlace& place : made_.places) {
        rows.push_back({number_cell(place.block), number_cell(place.position),
                        figure_cell(place.received, quantity_text(place.received)),
                        figure_cell(place.share, percent_text(place.share * 100, 'f', 1)),
                        figure_cell(place.ratio, number_text(place.ratio, 'f', 1)),
                        figure_cell(place.weight, number_text(place.weight, 'f', 2)),
                        number_cell(place.windows)});
    }
    places_->fill(rows);
}

MatrixLook AttentionView::words() const {
    MatrixLook look;
    look.unit = tr("share of attention");
    look.rows = tr("head");
    look.cols = tr("block");
    look.col_numbers = made_.map.blocks;
    look.unknown = tr("no head");
    return look;
}

// Where one is -----------------------------------------------------------------------------------

QStringList AttentionView::read(const MatrixPlace& place, const MatrixRegion& region,
                                double peak) const {
    const QString heads = region.rows > 1 ? tr("heads %1–%2, the largest of them")
                                                .arg(region.row)
                                                .arg(region.row + region.rows - 1)
                                          : tr("head %1").arg(place.row);
    QStringList parts{tr("block %1").arg(made_.map.blocks[place.col]), heads};
    if (std::isfinite(peak)) {
        parts << tr("%1 of its attention to the first token").arg(percent_text(peak * 100, 'g', 3))
              << tr("mean of %1 queries").arg(count_text(made_.map.queries[place.col]));
    } else {
        parts << tr("there is no such head");
    }
    return parts;
}

std::vector<std::size_t> AttentionView::tensors_at(const MatrixPlace& place) const {
    return block_tensors(of_.plan, made_.map.blocks[place.col], {[](const TensorFacts& facts) {
                             const auto tap = tap_of_role(facts.role);
                             return tap == TapPoint::kAttnIn || tap == TapPoint::kAttnOut;
                         }});
}

void AttentionView::choose_place(const AttentionPlace& place) {
    const auto& blocks = made_.map.blocks;
    const auto found = std::find(blocks.begin(), blocks.end(), place.block);
    if (found == blocks.end() || !shows_map()) return;
    const auto column = static_cast<std::uint64_t>(found - blocks.begin());
    canvas().show_spot({0, column, made_.map.heads, 1});
    select_at({0, column});
}

}  // namespace bitlathe
