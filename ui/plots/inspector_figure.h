// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/canvas/canvas_parts.h"
#include "ui/canvas/hover_card.h"
#include "ui/models/plan_model.h"
#include "ui/models/selection_hub.h"
#include "ui/plots/figure_menu.h"

namespace bitlathe {

/// What the small figures of the inspector share: they follow the selection, carry their title and
/// one muted remark in the picture, and say in words when there is nothing to paint.
class InspectorFigure : public QWidget, public CanvasParts {
    Q_OBJECT
public:
    InspectorFigure(const QString& name, PlanModel& plan, SelectionHub& hub, Theme& theme,
                    QWidget* parent);

    [[nodiscard]] FigureMenu& figure_menu() { return *menu_; }
    [[nodiscard]] QSize sizeHint() const override { return {340, 180}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {220, 130}; }

protected:
    /// Where the plot itself goes in a picture of this size.
    [[nodiscard]] virtual QRectF plot_rect(QSize size) const = 0;
    [[nodiscard]] virtual QString title() const = 0;
    /// In several lengths, longest first.
    [[nodiscard]] virtual QStringList remarks() const = 0;
    /// Why there is no plot; empty when there is one.
    [[nodiscard]] virtual QString message() const = 0;
    virtual void paint_plot(QPainter& painter, const QRectF& plot) const = 0;
    [[nodiscard]] virtual FigureData data() const = 0;
    /// The selection is another one, or more is known of it.
    virtual void selection_moved() = 0;

    void paintEvent(QPaintEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    /// The card beside `at`; none without lines.
    void show_card(std::vector<HoverLine> lines, QPointF at);
    [[nodiscard]] const ThemeTokens& tokens() const { return theme_.tokens(); }

    PlanModel& plan_;
    SelectionHub& hub_;

private:
    void paint(QPainter& painter, QSize size) const;
    Theme& theme_;
    FigureMenu* menu_;
    HoverCard card_;
};

}  // namespace bitlathe
