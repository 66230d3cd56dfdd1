// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractScrollArea>
#include <memory>
#include <optional>

#include "ui/canvas/canvas_parts.h"
#include "ui/canvas/hover_card.h"
#include "ui/canvas/token_layout.h"
#include "ui/models/keeps_view.h"
#include "ui/theme/theme.h"

namespace bitlathe {

/// A text whose tokens are coloured by what a plan does to their prediction, with the scale of the
/// colours above it. Only lines in sight are painted. Tokens that were not scored have no colour.
/// A click or Enter chooses a token; arrows walk over the scored ones, Page Up, Page Down, Home and
/// End as in any text, Esc chooses none. GUI thread only.
class TokenCanvas : public QAbstractScrollArea, public CanvasParts, public KeepsView {
    Q_OBJECT
public:
    explicit TokenCanvas(Theme& theme, QWidget* parent = nullptr);

    /// Null: only the message.
    void set_text(std::shared_ptr<const TokenText> text);
    void set_quantity(TokenQuantity quantity);
    void set_message(const QString& message);
    [[nodiscard]] const TokenText* text() const { return layout_.text(); }
    [[nodiscard]] TokenQuantity quantity() const { return quantity_; }
    /// Chooses a score and scrolls to it.
    void go_to(std::size_t score);
    [[nodiscard]] std::optional<std::size_t> chosen() const { return chosen_; }
    [[nodiscard]] const TokenLayout& lines() const { return layout_; }
    /// Tokens that the last frame painted; tests watch that they are those in sight.
    [[nodiscard]] std::size_t painted() const { return painted_; }
    /// The colour behind a token.
    [[nodiscard]] QColor colour(std::size_t score) const;
    /// Where a score is drawn, in the viewport; may be outside of it.
    [[nodiscard]] QRect place(std::size_t score) const;

    [[nodiscard]] int part_count() const override;
    [[nodiscard]] CanvasPart part(int index) const override;
    [[nodiscard]] std::optional<int> current_part() const override;
    [[nodiscard]] std::optional<int> part_at(QPoint point) const override;
    void choose_part(int index) override;
    /// The token that is chosen and how far down the text is; taken over by the first text.
    [[nodiscard]] QVariant kept_view() const override;
    void take_view(const QVariant& kept) override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {200, 120}; }

signals:
    /// chosen() is another one.
    void token_chosen();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void lay_out();
    void paint_scale(QPainter& painter) const;
    void paint_line(QPainter& painter, std::size_t line);
    void hover(std::optional<std::size_t> score);
    void walk(int steps);
    void walk_lines(int lines);
    [[nodiscard]] std::optional<std::size_t> score_at(QPoint point) const;
    [[nodiscard]] QPoint origin() const;
    [[nodiscard]] std::vector<HoverLine> describe(std::size_t score) const;
    [[nodiscard]] QColor colour_of(double share) const;

    Theme& theme_;
    TokenLayout layout_;
    TokenQuantity quantity_ = TokenQuantity::kKl;
    QString message_;
    std::optional<std::size_t> chosen_, hovered_;
    struct KeptView {
        std::optional<std::size_t> chosen;
        int scrolled = 0;
    };
    KeptView wanted_;  ///< of the first text
    HoverCard card_;
    std::size_t painted_ = 0;
};

}  // namespace bitlathe
