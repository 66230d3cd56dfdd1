// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/outlier_strip.h"

#include <QPainter>
#include <algorithm>
#include <array>
#include <cmath>

#include "ui/canvas/bar_painter.h"
#include "ui/canvas/bits_geometry.h"
#include "ui/canvas/focus_ring.h"
#include "ui/models/tap_text.h"
#include "ui/theme/text.h"
#include "ui/theme/viridis.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kRow = 13;
constexpr int kThinRow = 6;       ///< in a low window
constexpr int kLabelledRow = 11;  ///< lower ones have no room for their name
constexpr int kGap = 2;
constexpr std::array kPoints = {TapPoint::kAttnIn, TapPoint::kAttnOut, TapPoint::kMlpIn,
                                TapPoint::kMlpMid, TapPoint::kResidOut};

}  // namespace

OutlierStrip::OutlierStrip(PlanModel& plan, SelectionHub& hub, BlockAxis& axis,
                           ActivationBook& book, Theme& theme, QWidget* parent)
    : QWidget(parent), plan_(plan), hub_(hub), axis_(axis), book_(book), theme_(theme) {
    setObjectName(u"outlierStrip"_s);
    setAccessibleName(tr("Outlying channels over depth"));
    offer_parts(*this);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    connect(&plan_, &PlanModel::opened, this, &OutlierStrip::rebuild);
    connect(&plan_, &PlanModel::target_changed, this, &OutlierStrip::rebuild);
    connect(&book_, &ActivationBook::changed, this, &OutlierStrip::learn);
    connect(&axis_, &BlockAxis::changed, this, &OutlierStrip::relayout);
    connect(&hub_, &SelectionHub::selection_changed, this, &OutlierStrip::follow_hub);
    connect(&hub_, &SelectionHub::hover_changed, this, &OutlierStrip::follow_hub);
    connect(&theme_, &Theme::changed, this, qOverload<>(&QWidget::update));
    rebuild();
}

QSize OutlierStrip::sizeHint() const {
    return {360, std::max(1, static_cast<int>(rows_.size())) * (kRow + kGap) + kGap};
}

QSize OutlierStrip::minimumSizeHint() const {
    return {360, std::max(1, static_cast<int>(rows_.size())) * (kThinRow + kGap) + kGap};
}

int OutlierStrip::row_height() const {
    const int rows = std::max(1, static_cast<int>(rows_.size()));
    return std::clamp((height() - kGap) / rows - kGap, kThinRow, kRow);
}

void OutlierStrip::rebuild() {
    columns_.reset();
    names_.clear();
    if (plan_.is_open()) {
        columns_.emplace(plan_.catalog());
        names_ = columns_->names();
    }
    hovered_.reset();
    current_.reset();
    relayout();
    learn();
}

void OutlierStrip::relayout() {
    const int margins = BitsGeometry::kLabelWidth + BitsGeometry::kRightMargin;
    scale_ = BlockScale(columns_ ? columns_->columns() : BlockColumns{}, BitsGeometry::kLabelWidth,
                        width() - margins, axis_.view());
    update();
}

void OutlierStrip::resizeEvent(QResizeEvent*) {
    relayout();
}

void OutlierStrip::learn() {
    rows_.clear();
    low_ = high_ = 0;
    card_.clear();
    if (const auto& findings = book_.findings()) {
        for (const TapSummary& tap : findings->taps) {
            if (!tap.channel_ratio) continue;
            const bool first = high_ == 0;
            low_ = first ? *tap.channel_ratio : std::min(low_, *tap.channel_ratio);
            high_ = std::max(high_, *tap.channel_ratio);
        }
        for (const TapPoint point : kPoints) {
            const bool seen =
                std::any_of(findings->taps.begin(), findings->taps.end(),
                            [point](const TapSummary& tap) { return tap.id.point == point; });
            if (seen) rows_.push_back(point);
        }
    }
    current_row_ = std::min(current_row_, rows_.empty() ? 0 : rows_.size() - 1);
    forget_parts(*this, *this);
    setVisible(!rows_.empty());
    updateGeometry();
    update();
}

const TapSummary* OutlierStrip::at(std::size_t row, int column) const {
    if (!columns_ || !book_.findings() || !scale_.is_block(column)) return nullptr;
    const auto& tensors = columns_->tensors(column);
    if (tensors.empty()) return nullptr;
    const auto block = plan_.catalog().tensor(tensors.front()).block;
    return block ? book_.findings()->summary({*block, rows_[row]}) : nullptr;
}

QRect OutlierStrip::row_rect(std::size_t row) const {
    const int top = kGap + static_cast<int>(row) * (row_height() + kGap);
    const int margins = BitsGeometry::kLabelWidth + BitsGeometry::kRightMargin;
    return {BitsGeometry::kLabelWidth, top, width() - margins, row_height()};
}

std::optional<std::size_t> OutlierStrip::row_at(int y) const {
    if (y < 0 || rows_.empty()) return std::nullopt;
    const auto row = static_cast<std::size_t>(y / (row_height() + kGap));
    return row < rows_.size() ? std::optional(row) : std::nullopt;
}

std::vector<std::size_t> OutlierStrip::fed_by(std::size_t row, int column) const {
    std::vector<std::size_t> fed;
    for (const std::size_t tensor : columns_->tensors(column)) {
        if (tap_of_role(plan_.catalog().tensor(tensor).role) == rows_[row]) fed.push_back(tensor);
    }
    return fed.empty() ? columns_->tensors(column) : fed;
}

// Painting ---------------------------------------------------------------------------------------

void OutlierStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const ThemeTokens& tokens = theme_.tokens();
    painter.fillRect(rect(), tokens.panel);
    for (std::size_t row = 0; row < rows_.size(); ++row)
        paint_row(painter, row);
    const QRect plot(BitsGeometry::kLabelWidth, 0,
                     width() - BitsGeometry::kLabelWidth - BitsGeometry::kRightMargin, height());
    painter.setClipRect(plot.adjusted(-2, 0, 2, 0));
    if (current_) {
        const auto [x, wide] = scale_.span(*current_);
        painter.setPen(QPen(tokens.accent, 1));
        painter.drawRect(x - 2, 0, wide + 3, height() - 1);
        if (hasFocus() && current_row_ < rows_.size()) {
            painter.setPen(QPen(tokens.text, 2));
            painter.drawRect(x - 1, row_rect(current_row_).top(), wide + 2, row_height());
        }
    }
    if (hovered_) paint_block_line(painter, plot, scale_.centre(*hovered_), tokens);
    painter.setClipping(false);
    if (!card_.rect().isEmpty()) card_.paint(painter, tokens);
    if (hasFocus()) paint_focus(painter, rect(), tokens);
}

void OutlierStrip::paint_row(QPainter& painter, std::size_t row) const {
    const ThemeTokens& tokens = theme_.tokens();
    const QRect rect = row_rect(row);
    painter.setFont(Theme::label_font());
    painter.setPen(tokens.muted);
    const QRect label(10, rect.center().y() - kRow / 2, BitsGeometry::kLabelWidth - 14, kRow);
    if (rect.height() >= kLabelledRow) {
        painter.drawText(
            label, Qt::AlignLeft | Qt::AlignVCenter,
            painter.fontMetrics().elidedText(tap_text(rows_[row]), Qt::ElideRight, label.width()));
    }
    const auto [first, last] = scale_.visible();
    painter.save();
    painter.setClipRect(rect);
    for (int column = first; column < last; ++column) {
        if (!scale_.is_block(column)) continue;
        const auto [x, wide] = scale_.span(column);
        const TapSummary* tap = at(row, column);
        if (tap == nullptr || !tap->channel_ratio) {
            painter.fillRect(x, rect.top(), wide, rect.height(), tokens.unknown);
            continue;
        }
        const double share =
            high_ > low_ ? std::log(*tap->channel_ratio / low_) / std::log(high_ / low_) : 1;
        painter.fillRect(x, rect.top(), wide, rect.height(), error_colour(tokens, share));
    }
    painter.restore();
}

}  // namespace bitlathe
