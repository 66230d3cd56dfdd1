// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>

#include "core/formats/code_grid.h"
#include "ui/jobs/error_places_feed.h"
#include "ui/models/keeps_view.h"
#include "ui/plots/inspector_figure.h"

namespace bitlathe {

/// How the weights of the current tensor are distributed, what rounding to the chosen format makes
/// of that, and between which values the format lets a typical group of them choose. Counts are
/// logarithmic; L switches.
class HistogramView : public InspectorFigure, public KeepsView {
    Q_OBJECT
public:
    /// `feed` outlives this.
    HistogramView(PlanModel& plan, SelectionHub& hub, ErrorPlacesFeed& feed, Theme& theme,
                  QWidget* parent = nullptr);

    [[nodiscard]] bool logarithmic() const { return logarithmic_; }
    void set_logarithmic(bool on);
    [[nodiscard]] QVariant kept_view() const override { return logarithmic_; }
    void take_view(const QVariant& kept) override { set_logarithmic(kept.toBool()); }

    /// The bins; none without statistics.
    [[nodiscard]] int part_count() const override;
    [[nodiscard]] CanvasPart part(int index) const override;
    [[nodiscard]] std::optional<int> current_part() const override;
    [[nodiscard]] std::optional<int> part_at(QPoint point) const override;
    void choose_part(int index) override;

protected:
    [[nodiscard]] QRectF plot_rect(QSize size) const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QStringList remarks() const override;
    [[nodiscard]] QString message() const override;
    void paint_plot(QPainter& painter, const QRectF& plot) const override;
    [[nodiscard]] FigureData data() const override;
    void selection_moved() override {}
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    static constexpr int kBins = static_cast<int>(WeightStatistics::kBins);
    static constexpr int kFoot = 32;  ///< the axis, and a line about the grid
    /// The grid of a group that reaches as far as most do.
    struct TypicalGrid {
        CodeGrid grid;
        std::uint64_t group = 0;  ///< weights in it
        double reach = 0;
    };
    [[nodiscard]] const WeightStatistics* statistics() const;
    /// Counts after rounding, by bin; empty until they are known, and where nothing is rounded.
    [[nodiscard]] std::span<const std::uint64_t> rounded() const;
    [[nodiscard]] std::optional<TypicalGrid> typical_grid() const;
    /// In two lengths.
    [[nodiscard]] QStringList grid_texts(const std::optional<TypicalGrid>& typical) const;
    [[nodiscard]] static double bin_edge(const QRectF& plot, int bin);
    /// Above the foot of the plot, in pixels: 1 at least of what is there at all.
    [[nodiscard]] double height_of(std::uint64_t count, const QRectF& plot) const;
    void paint_bins(QPainter& painter, const QRectF& plot) const;
    void paint_rounded(QPainter& painter, const QRectF& plot) const;
    void paint_grid(QPainter& painter, const QRectF& plot, const TypicalGrid& typical) const;
    void mark_bin(std::optional<int> bin);
    [[nodiscard]] static QString weight_text(double value);
    [[nodiscard]] QString range_text(int bin) const;
    [[nodiscard]] QString count_text(int bin) const;
    /// "" where it is not known.
    [[nodiscard]] QString rounded_text(int bin) const;

    ErrorPlacesFeed& feed_;
    bool logarithmic_ = true;
    std::optional<int> bin_;
};

}  // namespace bitlathe
