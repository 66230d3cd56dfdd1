// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/token_layout.h"

#include <QFontMetrics>
#include <QHash>
#include <algorithm>

namespace bitlathe {
namespace {

constexpr int kPadding = 1;  ///< on both sides of a token, so that colours do not touch

}  // namespace

void TokenLayout::set_text(std::shared_ptr<const TokenText> text, const QFont& font) {
    text_ = std::move(text);
    widths_.clear();
    ++measured_;
    if (text_) {
        const QFontMetrics metrics(font);
        QHash<QString, int> known;  // a text says the same words again and again
        for (const TokenPiece& piece : text_->pieces()) {
            auto found = known.find(piece.text);
            if (found == known.end())
                found =
                    known.insert(piece.text, metrics.horizontalAdvance(piece.text) + 2 * kPadding);
            widths_.push_back(*found);
        }
    }
    lay_out();
}

void TokenLayout::set_width(int width) {
    if (width == width_) return;
    width_ = width;
    lay_out();
}

void TokenLayout::lay_out() {
    lines_.clear();
    lefts_.assign(widths_.size(), 0);
    height_ = 0;
    int x = 0;
    bool fresh = true;
    for (std::size_t i = 0; i < widths_.size(); ++i) {
        const TokenPiece& piece = text_->pieces()[i];
        if (fresh || piece.begins_window || x + widths_[i] > width_) {
            if (piece.begins_window && i > 0) height_ += kWindowGap;
            lines_.push_back({i, height_});
            height_ += kLineHeight;
            x = 0;
        }
        lefts_[i] = x;
        x += widths_[i];
        fresh = piece.ends_line;
    }
}

std::pair<std::size_t, std::size_t> TokenLayout::lines_between(int top, int bottom) const {
    const auto below = [](int y, const Line& line) { return y < line.top; };
    const auto first = std::upper_bound(lines_.begin(), lines_.end(), top, below);
    const auto last = std::upper_bound(lines_.begin(), lines_.end(), bottom, below);
    const auto begin = first == lines_.begin() ? first : std::prev(first);
    return {static_cast<std::size_t>(begin - lines_.begin()),
            static_cast<std::size_t>(last - lines_.begin())};
}

std::pair<std::size_t, std::size_t> TokenLayout::pieces_of(std::size_t line) const {
    const std::size_t end = line + 1 < lines_.size() ? lines_[line + 1].first : widths_.size();
    return {lines_[line].first, end};
}

std::size_t TokenLayout::line_of(std::size_t piece) const {
    const auto after =
        std::upper_bound(lines_.begin(), lines_.end(), piece,
                         [](std::size_t wanted, const Line& line) { return wanted < line.first; });
    return static_cast<std::size_t>(after - lines_.begin()) - 1;
}

QRect TokenLayout::rect(std::size_t piece) const {
    return {lefts_[piece], lines_[line_of(piece)].top, widths_[piece], kLineHeight};
}

std::optional<std::size_t> TokenLayout::piece_at(QPoint point) const {
    if (lines_.empty() || point.y() < 0 || point.y() >= height_) return {};
    const auto [line, end] = lines_between(point.y(), point.y());
    if (line == end) return {};
    const auto [first, last] = pieces_of(line);
    for (std::size_t i = first; i < last; ++i) {
        if (rect(i).contains(point)) return i;
    }
    return {};
}

std::size_t TokenLayout::nearest(std::size_t line, int x) const {
    const auto [first, last] = pieces_of(line);
    std::size_t best = first;
    for (std::size_t i = first; i < last && lefts_[i] <= x; ++i)
        best = i;
    return best;
}

}  // namespace bitlathe
