// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractBarSeries>
#include <QChartView>
#include <QColor>
#include <QString>
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "ui/canvas/canvas_parts.h"
#include "ui/canvas/hover_card.h"
#include "ui/theme/theme.h"

namespace bitlathe {

/// One part of what a chart of bytes shows.
struct BytePart {
    QString name;
    QColor colour;
    std::vector<std::uint64_t> bytes;  ///< one per bar
};

/// What a chart of bytes shows.
struct ByteStack {
    std::vector<BytePart> parts;          ///< from the foot of a bar to its end
    QStringList bars;                     ///< their names
    std::vector<std::uint64_t> outlines;  ///< per bar a size to compare with; empty: none
    bool upright = false;  ///< bars stand beside each other instead of above each other
};

/// Stacked bars of Qt Charts with their names written into them where they fit. Hover says what a
/// part is, click or Enter chooses it, arrows walk.
class CompositionChart : public QChartView, public CanvasParts {
    Q_OBJECT
public:
    explicit CompositionChart(Theme& theme, QWidget* parent = nullptr);

    void show_stack(ByteStack stack);
    [[nodiscard]] const ByteStack& stack() const { return stack_; }
    /// Where a part is, in pixels of the viewport; empty when it has no bytes.
    [[nodiscard]] QRectF part_rect(std::size_t part, std::size_t bar) const;

    /// Bar by bar, from the foot of each to its end.
    [[nodiscard]] int part_count() const override;
    [[nodiscard]] CanvasPart part(int index) const override;
    [[nodiscard]] std::optional<int> current_part() const override;
    [[nodiscard]] std::optional<int> part_at(QPoint point) const override;
    void choose_part(int index) override;

signals:
    void part_chosen(std::size_t part, std::size_t bar);

protected:
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Place {
        std::size_t part, bar;
        bool operator==(const Place&) const = default;
    };
    void dress();
    void build();
    void add_axes();
    void fit();
    void mark(std::optional<Place> place);
    void step(int by);
    void step_bar(int by);
    [[nodiscard]] QString share_text(const Place& place) const;
    [[nodiscard]] std::optional<Place> place_at(QPointF at) const;
    [[nodiscard]] QRectF bar_rect(std::size_t bar, std::uint64_t from, std::uint64_t to) const;
    [[nodiscard]] std::uint64_t bar_total(std::size_t bar) const;
    void draw_caption(QPainter& painter, std::size_t bar) const;
    void draw_key(QPainter& painter) const;
    void draw_outline(QPainter& painter, std::size_t bar) const;

    Theme& theme_;
    ByteStack stack_;
    QAbstractBarSeries* series_ = nullptr;
    std::optional<Place> mark_;
    HoverCard card_;
};

}  // namespace bitlathe
