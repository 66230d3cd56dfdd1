// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/depth_canvas.h"

#include <QPainter>
#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/canvas/bar_painter.h"
#include "ui/canvas/bits_geometry.h"
#include "ui/canvas/focus_ring.h"
#include "ui/theme/text.h"
#include "ui/theme/viridis.h"

namespace bitlathe {
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kStripGap = 8;
constexpr int kTop = 2;
/// Where the band of candidates says what it is.
constexpr int kBandLabel = 14;

/// Above a strip; thin ones stand closer.
int strip_gap(int pitch) {
    constexpr int kThin = 22;
    return pitch < kThin ? 3 : kStripGap;
}

}  // namespace

DepthCanvas::DepthCanvas(PlanModel& plan, SelectionHub& hub, BlockAxis& axis, Theme& theme,
                         QWidget* parent)
    : QWidget(parent), plan_(plan), hub_(hub), axis_(axis), theme_(theme) {
    setObjectName(u"depthCanvas"_s);
    setAccessibleName(tr("Overview over depth"));
    offer_parts(*this);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    drop_metric_ = find_metric(u"lim"_s).value_or(0);
    choose_shown();
    connect(&plan_, &PlanModel::opened, this, &DepthCanvas::rebuild);
    connect(&plan_, &PlanModel::target_changed, this, &DepthCanvas::rebuild);
    connect(&plan_, &PlanModel::errors_changed, this,
            [this](const std::vector<std::size_t>& tensors) { refresh_columns(tensors, false); });
    connect(&plan_, &PlanModel::tensors_changed, this, &DepthCanvas::refresh);
    connect(&axis_, &BlockAxis::changed, this, &DepthCanvas::relayout);
    connect(&hub_, &SelectionHub::selection_changed, this, &DepthCanvas::hub_changed);
    connect(&hub_, &SelectionHub::hover_changed, this, &DepthCanvas::hub_changed);
    connect(&theme_, &Theme::changed, this, qOverload<>(&QWidget::update));
    rebuild();
}

QSize DepthCanvas::minimumSizeHint() const {
    // Many strips become thin in a low window rather than make it higher.
    constexpr int kRoomy = 6;
    return {360, std::min(kRoomy, static_cast<int>(shown_.size())) * 24 + kTop};
}

void DepthCanvas::follow(ActivationBook& book) {
    book_ = &book;
    connect(&book, &ActivationBook::changed, this, &DepthCanvas::learn_activations);
    learn_activations();
}

MetricInput DepthCanvas::input() const {
    return {plan_, book_ == nullptr ? nullptr : book_->findings().get()};
}

bool DepthCanvas::is_available(std::size_t metric) const {
    return depth_metrics()[metric].is_available(input().findings);
}

void DepthCanvas::learn_activations() {
    refresh_all();
    choose_shown();
    emit available_changed();
}

void DepthCanvas::set_shown(std::vector<std::size_t> metrics) {
    wanted_ = std::move(metrics);
    choose_shown();
}

void DepthCanvas::choose_shown() {
    shown_.clear();
    for (std::size_t i = 0; i < depth_metrics().size(); ++i) {
        const bool wanted = wanted_
                                ? std::find(wanted_->begin(), wanted_->end(), i) != wanted_->end()
                                : depth_metrics()[i].shown_first;
        if (wanted && is_available(i)) shown_.push_back(i);
    }
    forget_parts(*this, *this);
    updateGeometry();
    update();
}

void DepthCanvas::set_logarithmic(bool logarithmic) {
    logarithmic_ = logarithmic;
    update();
}

void DepthCanvas::rebuild() {
    columns_.reset();
    names_.clear();
    if (plan_.is_open()) {
        columns_ = plan_.catalog().columns();
        names_ = columns_->names();
    }
    hovered_.reset();
    current_.reset();
    card_.clear();
    values_.assign(depth_metrics().size(), {});
    forget_parts(*this, *this);
    relayout();
    refresh_all();
}

void DepthCanvas::relayout() {
    scale_ = BlockScale(columns_ ? columns_->columns() : BlockColumns{}, plot().left(),
                        plot().width(), axis_.view());
    update();
}

void DepthCanvas::resizeEvent(QResizeEvent*) {
    relayout();
}

void DepthCanvas::refresh_all() {
    if (!columns_) return update();
    for (std::size_t i = 0; i < values_.size(); ++i) {
        values_[i].clear();
        for (int column = 0; column < columns_->columns().count; ++column)
            values_[i].push_back(pooled(depth_metrics()[i], input(), columns_->tensors(column)));
    }
    show_values();
}

void DepthCanvas::refresh(const std::vector<std::size_t>& tensors) {
    refresh_columns(tensors, true);
}

void DepthCanvas::refresh_columns(const std::vector<std::size_t>& tensors, bool of_plan_only) {
    if (!columns_) return;
    std::vector<int> columns;
    std::vector<bool> seen(names_.size(), false);  // a slider names all tensors in every frame
    for (const std::size_t tensor : tensors) {
        const int column = columns_->of(tensor);
        if (column < 0 || seen[static_cast<std::size_t>(column)]) continue;
        seen[static_cast<std::size_t>(column)] = true;
        columns.push_back(column);
    }
    for (std::size_t i = 0; i < values_.size(); ++i) {
        const DepthMetric& metric = depth_metrics()[i];
        if (of_plan_only ? !metric.of_plan : metric.of_profile) continue;
        for (const int column : columns) {
            values_[i][static_cast<std::size_t>(column)] =
                pooled(metric, input(), columns_->tensors(column));
        }
    }
    show_values();
}

void DepthCanvas::show_values() {
    choose_drop();
    if (own_hover_) show_card();
    update();
    emit values_changed();
}

void DepthCanvas::hub_changed() {
    const auto hovered = column_of(hub_.hovered());
    const auto current = column_of(hub_.current());
    if (hovered == hovered_ && current == current_) return;
    hovered_ = hovered;
    const bool moved = std::exchange(current_, current) != current;
    update();
    if (moved) emit current_changed();
}

std::optional<int> DepthCanvas::column_of(std::optional<std::size_t> tensor) const {
    if (!tensor || !columns_ || *tensor >= plan_.catalog().size()) return std::nullopt;
    const int column = columns_->of(*tensor);
    return column >= 0 ? std::optional(column) : std::nullopt;
}

void DepthCanvas::select_column(int column) {
    const std::vector<std::size_t>& tensors = columns_->tensors(column);
    if (!tensors.empty()) hub_.select(tensors, tensors.front());
}

void DepthCanvas::hover_column(std::optional<int> column) {
    const bool any = column && columns_ && !columns_->tensors(*column).empty();
    hub_.hover(any ? std::optional(columns_->tensors(*column).front()) : std::nullopt);
}

QRect DepthCanvas::plot() const {
    const int margins = BitsGeometry::kLabelWidth + BitsGeometry::kRightMargin;
    return {BitsGeometry::kLabelWidth, 0, width() - margins, height()};
}

QRect DepthCanvas::strip_rect(std::size_t place) const {
    const int count = std::max(1, static_cast<int>(shown_.size()));
    const int above = drop_columns_.empty() ? kTop : kBandLabel;
    const int pitch = (height() - above) / count;
    const int top = above + static_cast<int>(place) * pitch;
    const int gap = strip_gap(pitch);
    return {plot().left(), top + gap, plot().width(), std::max(4, pitch - gap)};
}

std::optional<std::size_t> DepthCanvas::place_at(int y) const {
    for (std::size_t place = 0; place < shown_.size(); ++place) {
        const QRect rect = strip_rect(place);
        if (y >= rect.top() - strip_gap(rect.height() + kStripGap) && y <= rect.bottom())
            return place;
    }
    return std::nullopt;
}

std::optional<DepthCanvas::Span> DepthCanvas::span_of(std::size_t metric) const {
    const DepthMetric& row = depth_metrics()[metric];
    std::optional<Span> span;
    for (const DepthColumn& value : values_[metric]) {
        if (!value || (logarithmic_ && above_foot(row, value->low) <= 0)) continue;
        const double low = above_foot(row, value->low);
        const double high = above_foot(row, std::max(value->pooled, value->high));
        span = span ? Span{std::min(span->low, low), std::max(span->high, high)} : Span{low, high};
    }
    if (span && !logarithmic_) span->low = 0;
    return span;
}

double DepthCanvas::height_of(double value, const Span& span) const {
    constexpr double kFoot = 0.06;  // the smallest still shows
    if (!logarithmic_) return span.high > 0 ? std::clamp(value / span.high, 0.0, 1.0) : 0;
    if (value <= 0) return 0;
    if (span.high <= span.low) return 1;
    const double share = std::log(value / span.low) / std::log(span.high / span.low);
    return std::clamp(kFoot + (1 - kFoot) * share, 0.0, 1.0);
}

void DepthCanvas::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const ThemeTokens& tokens = theme_.tokens();
    painter.fillRect(rect(), tokens.panel);
    if (!columns_ || scale_.columns().count == 0) {
        if (hasFocus()) paint_focus(painter, rect(), tokens);
        return;
    }
    paint_drop(painter);
    for (std::size_t place = 0; place < shown_.size(); ++place)
        paint_strip(painter, place);
    painter.setClipRect(plot().adjusted(-2, 0, 2, 0));
    if (current_) paint_current(painter);
    if (hovered_) paint_block_line(painter, plot(), scale_.centre(*hovered_), tokens);
    painter.setClipping(false);
    if (!card_.rect().isEmpty()) card_.paint(painter, tokens);
    if (hasFocus()) paint_focus(painter, rect(), tokens);
}

void DepthCanvas::paint_current(QPainter& painter) const {
    const auto [x, wide] = scale_.span(*current_);
    painter.setPen(QPen(theme_.tokens().accent, 1));
    painter.drawRect(x - 2, 1, wide + 3, height() - 3);
    if (!hasFocus() || current_place_ >= shown_.size()) return;
    const QRect strip = strip_rect(current_place_);
    painter.setPen(QPen(theme_.tokens().text, 2));
    painter.drawRect(x - 1, strip.top(), wide + 2, strip.height());
}

}  // namespace bitlathe
