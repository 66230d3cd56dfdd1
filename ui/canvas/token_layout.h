// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QRect>
#include <optional>
#include <vector>

#include "ui/models/token_text.h"

namespace bitlathe {

/// Where the tokens of a text are: lines of a given width. A hundred thousand tokens are laid out
/// in milliseconds once their widths are known, so that a window can be made wider by hand.
class TokenLayout {
public:
    static constexpr int kLineHeight = 22;
    static constexpr int kWindowGap = 10;  ///< above the first line of a window

    /// Measures every token once; several of the same text share the work.
    void set_text(std::shared_ptr<const TokenText> text, const QFont& font);
    void set_width(int width);

    [[nodiscard]] const TokenText* text() const { return text_.get(); }
    [[nodiscard]] const std::shared_ptr<const TokenText>& shared_text() const { return text_; }
    [[nodiscard]] int height() const { return height_; }
    [[nodiscard]] std::size_t line_count() const { return lines_.size(); }
    /// Lines that are seen between two heights: [first, last).
    [[nodiscard]] std::pair<std::size_t, std::size_t> lines_between(int top, int bottom) const;
    /// Pieces of a line: [first, last).
    [[nodiscard]] std::pair<std::size_t, std::size_t> pieces_of(std::size_t line) const;
    [[nodiscard]] std::size_t line_of(std::size_t piece) const;
    [[nodiscard]] QRect rect(std::size_t piece) const;
    [[nodiscard]] std::optional<std::size_t> piece_at(QPoint point) const;
    /// The piece of a line that is nearest to `x`.
    [[nodiscard]] std::size_t nearest(std::size_t line, int x) const;
    /// How often widths were measured; tests watch that a resize does not.
    [[nodiscard]] int measured() const { return measured_; }

private:
    struct Line {
        std::size_t first = 0;
        int top = 0;
    };
    void lay_out();
    std::shared_ptr<const TokenText> text_;
    std::vector<int> widths_;
    std::vector<int> lefts_;
    std::vector<Line> lines_;
    int width_ = 0;
    int height_ = 0;
    int measured_ = 0;
};

}  // namespace bitlathe
