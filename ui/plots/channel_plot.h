// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "core/profile/outliers/channel_map.h"
#include "ui/models/activation_book.h"
#include "ui/plots/inspector_figure.h"

namespace bitlathe {

/// The channels that go into the current tensor: the largest magnitude of each while a text ran
/// through the model, logarithmic, with the median of them. Where channels share a pixel the
/// largest is drawn. Hidden while nothing is profiled.
class ChannelPlot : public InspectorFigure {
    Q_OBJECT
public:
    ChannelPlot(PlanModel& plan, SelectionHub& hub, ActivationBook& book, Theme& theme,
                QWidget* parent = nullptr);

    /// What is shown; nothing where the current tensor's input was not observed.
    [[nodiscard]] const std::optional<ChannelFigures>& figures() const { return figures_; }

    /// The channels.
    [[nodiscard]] int part_count() const override;
    [[nodiscard]] CanvasPart part(int index) const override;
    [[nodiscard]] std::optional<int> current_part() const override { return channel_; }
    [[nodiscard]] std::optional<int> part_at(QPoint point) const override;
    void choose_part(int index) override;

protected:
    [[nodiscard]] QRectF plot_rect(QSize size) const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QStringList remarks() const override;
    [[nodiscard]] QString message() const override;
    void paint_plot(QPainter& painter, const QRectF& plot) const override;
    [[nodiscard]] FigureData data() const override;
    void selection_moved() override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    /// First and past-the-last channel of a pixel column, of `width` of them.
    [[nodiscard]] std::pair<int, int> channels_of(int pixel, int width) const;
    [[nodiscard]] int largest_in(std::pair<int, int> channels) const;
    [[nodiscard]] double height_of(double value) const;
    [[nodiscard]] double ratio(int channel) const;
    [[nodiscard]] QString channel_text(int channel) const;

    ActivationBook& book_;
    std::optional<ChannelFigures> figures_;
    double low_ = 0, high_ = 0;  ///< of what is not zero
    int peak_ = 0;
    std::optional<int> channel_;
};

}  // namespace bitlathe
