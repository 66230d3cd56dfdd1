// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>
#include <optional>
#include <vector>

#include "ui/canvas/hover_card.h"
#include "ui/models/keeps_view.h"
#include "ui/models/tried_text.h"
#include "ui/theme/theme.h"

namespace bitlathe {

/// A prompt and what a model said after it, token by token. The first token that another text does
/// not have is marked. The pointer shows what could have come in place of a token; a click or the
/// left and right arrows choose one, Esc none. Text is selected and copied as everywhere; without
/// a selection Ctrl+C copies all of it. GUI thread only.
class TriedView : public QTextBrowser, public KeepsView {
    Q_OBJECT
public:
    TriedView(Theme& theme, const QString& name, QWidget* parent = nullptr);

    /// Tokens that were shown before are not laid out again.
    void set_text(const TriedText& text, std::optional<std::size_t> difference);
    [[nodiscard]] const TriedText& text() const { return text_; }
    /// The prompt and what followed.
    [[nodiscard]] QString whole_text() const;
    /// A token, or none; beyond the end: none.
    void choose(std::optional<std::size_t> token);
    [[nodiscard]] std::optional<std::size_t> chosen() const { return chosen_; }
    [[nodiscard]] std::optional<std::size_t> marked() const { return difference_; }
    /// Where the beginning of a token is, in the viewport; may be outside of it.
    [[nodiscard]] QRect place(std::size_t token) const;
    /// How often text was laid out from its beginning; tests watch that growing text is not.
    [[nodiscard]] int rebuilt() const { return rebuilt_; }

    [[nodiscard]] QVariant kept_view() const override;
    void take_view(const QVariant& kept) override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {140, 60}; }

signals:
    /// Somebody chose a token here, or none.
    void token_chosen(std::optional<std::size_t> token);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void rebuild();
    void append(std::size_t first);
    void mark();
    void hover(std::optional<std::size_t> token);
    void walk(int steps);
    [[nodiscard]] std::optional<std::size_t> token_at(QPoint point) const;
    [[nodiscard]] QTextEdit::ExtraSelection selection_of(std::size_t token) const;

    Theme& theme_;
    TriedText text_;
    std::vector<int> ends_;  ///< of tokens, positions in the document
    int prompt_end_ = 0;
    std::optional<std::size_t> difference_, chosen_, hovered_;
    HoverCard card_;
    int rebuilt_ = 0;
};

/// What could have come in place of a token, for a card or a screen reader.
[[nodiscard]] std::vector<HoverLine> chances_text(const TriedToken& token);

}  // namespace bitlathe
