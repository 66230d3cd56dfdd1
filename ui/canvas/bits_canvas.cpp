// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/bits_canvas.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace bitlathe {
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// With more marked bars than this the whole canvas is painted, not each of them.
constexpr std::size_t kManyMarks = 200;

}  // namespace

BitsCanvas::BitsCanvas(PlanModel& plan, SelectionHub& hub, BlockAxis& axis, Theme& theme,
                       QWidget* parent)
    : QWidget(parent), plan_(plan), hub_(hub), axis_(axis), theme_(theme) {
    setObjectName(u"bitsCanvas"_s);
    setAccessibleName(tr("Bits per tensor"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    offer_parts(*this);
    connect(&plan_, &PlanModel::opened, this, [this] {
        unfolded_.clear();
        compared_.clear();
        rebuild();
    });
    connect(&plan_, &PlanModel::target_changed, this, [this] {
        rebuild();
        marked_ = selected_bars();  // the tensors are the same ones
    });
    connect(&axis_, &BlockAxis::changed, this, &BitsCanvas::relayout);
    connect(&plan_, &PlanModel::tensors_changed, this, &BitsCanvas::refresh);
    connect(&plan_, &PlanModel::errors_changed, this, &BitsCanvas::learn);
    recolour_.setSingleShot(true);
    recolour_.setInterval(250ms);
    connect(&recolour_, &QTimer::timeout, this, &BitsCanvas::refresh_all);
    connect(&hub_, &SelectionHub::selection_changed, this, &BitsCanvas::selection_changed);
    connect(&hub_, &SelectionHub::hover_changed, this, &BitsCanvas::hub_hover_changed);
    connect(&theme_, &Theme::changed, this, qOverload<>(&QWidget::update));
    rebuild();
}

QSize BitsCanvas::minimumSizeHint() const {
    return {360, std::max(160, bars_.grid.rows * 26 + BitsGeometry::kAxisHeight)};
}

void BitsCanvas::rebuild() {
    gesture_.reset();
    rubber_.reset();
    previewed_.clear();
    refusing_ = -1;
    refusals_.clear();
    card_.clear();
    hovered_bar_.reset();
    hovered_column_.reset();
    anchor_ = -1;
    marked_.clear();
    bars_ = plan_.is_open() ? arrange_bars(plan_.catalog(), unfolded_) : BarList{};
    looks_.assign(bars_.bars.size(), {});
    row_sums_.assign(bars_.rows.size(), {});
    seen_.assign(bars_.bars.size(), 0);
    weigh_comparison();
    forget_parts(*this, *this);
    updateGeometry();
    relayout();
    refresh_all();
}

void BitsCanvas::relayout() {
    geometry_ = BitsGeometry(bars_.grid, size(), axis_.view());
    update();
}

void BitsCanvas::resizeEvent(QResizeEvent*) {
    relayout();
}

void BitsCanvas::refresh_all() {
    range_ = plan_.error_range();
    for (std::size_t bar = 0; bar < looks_.size(); ++bar)
        take_look(static_cast<int>(bar), look(bar));
    update_card();
    update();
}

void BitsCanvas::take_look(int bar, const BarLook& look) {
    BarLook& known = looks_[static_cast<std::size_t>(bar)];
    const BitsCell& cell = bars_.grid.bars[static_cast<std::size_t>(bar)];
    if (cell.column >= bars_.grid.left && cell.column < bars_.grid.columns - bars_.grid.right) {
        RowSum& sum = row_sums_[static_cast<std::size_t>(cell.row)];
        sum.bytes += look.bytes - known.bytes;
        sum.elements += look.elements - known.elements;
    }
    known = look;
}

void BitsCanvas::refresh(const std::vector<std::size_t>& tensors) {
    std::vector<int> touched;
    for (const std::size_t tensor : tensors) {
        const int bar = bars_.bar_of_tensor[tensor];
        if (bar < 0 || std::exchange(seen_[static_cast<std::size_t>(bar)], 1) != 0) continue;
        touched.push_back(bar);
    }
    for (const int bar : touched)
        seen_[static_cast<std::size_t>(bar)] = 0;
    const bool many = touched.size() * 4 > looks_.size();
    for (const int bar : touched) {
        const BarLook fresh = look(static_cast<std::size_t>(bar));
        if (fresh == looks_[static_cast<std::size_t>(bar)]) continue;
        take_look(bar, fresh);
        if (!many) update_bar(bar);
    }
    if (many) update();
    update_card();
}

void BitsCanvas::learn(const std::vector<std::size_t>& tensors) {
    refresh(tensors);
    // Another range moves the colours of all bars a little: that can wait for more to come in.
    const ErrorRange& now = plan_.error_range();
    const bool moved = now.low != range_.low || now.high != range_.high;
    if (moved && !recolour_.isActive()) recolour_.start();
}

void BitsCanvas::update_bar(int bar) {
    update(geometry_.slot_rect(bar).adjusted(-3, -3, 3, 3));
    const int row = geometry_.grid().bars[static_cast<std::size_t>(bar)].row;
    update(geometry_.label_rect(row));
}

void BitsCanvas::update_column(std::optional<int> column) {
    if (!column) return;
    const QRect plot = geometry_.plot();
    update(QRect(geometry_.scale().centre(*column), plot.top(), 1, plot.height()));
}

void BitsCanvas::update_card() {
    if (hovered_bar_ && plan_.is_open()) {
        const auto asked = dragging() ? gesture_->wanted(*hovered_bar_) : std::nullopt;
        const Bar& bar = bars_.bars[static_cast<std::size_t>(*hovered_bar_)];
        std::vector<HoverLine> lines = hover_text(plan_, bar, compared_, asked);
        if (colours_ != nullptr && !colours_->by_error()) {
            const DepthMetric& metric = depth_metrics()[colours_->metric()];
            const auto value = colours_->value(bar.tensors);
            lines.push_back(
                {HoverLine::Kind::kPlain,
                 {},
                 metric.title_text() + u": "_s + (value ? metric.text(*value) : tr("not known"))});
        }
        card_.set(std::move(lines));
        card_.place(pointer_, rect());
    } else {
        card_.clear();
    }
    if (card_.rect() != painted_card_) update(painted_card_);
    update(card_.rect());
    painted_card_ = card_.rect();
}

void BitsCanvas::hub_hover_changed() {
    // Another view may be what hovers: the line through the block follows, the card stays here.
    const auto tensor = hub_.hovered();
    const int bar =
        tensor && *tensor < bars_.bar_of_tensor.size() ? bars_.bar_of_tensor[*tensor] : -1;
    const auto column =
        bar >= 0 ? std::optional(geometry_.grid().bars[static_cast<std::size_t>(bar)].column)
                 : std::nullopt;
    if (column == hovered_column_) return;
    update_column(hovered_column_);
    hovered_column_ = column;
    update_column(hovered_column_);
}

void BitsCanvas::selection_changed() {
    mark(marked_);
    marked_ = selected_bars();
    mark(marked_);
    announce();
}

void BitsCanvas::mark(const std::vector<int>& bars) {
    if (bars.size() > kManyMarks) return update();
    for (const int bar : bars)
        update_bar(bar);
}

void BitsCanvas::announce() {
    if (!hasFocus()) return;  // another view has the word
    announce_part(*this, *this);
}

}  // namespace bitlathe
