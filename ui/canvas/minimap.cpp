// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/minimap.h"

#include <QPainter>
#include <algorithm>
#include <chrono>

#include "ui/canvas/bits_geometry.h"
#include "ui/theme/viridis.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kHeight = 24;
/// Models of fewer columns have the strip only while a part of them is in sight.
constexpr int kManyColumns = 24;

}  // namespace

Minimap::Minimap(PlanModel& plan, SelectionHub& hub, BlockAxis& axis, Theme& theme, QWidget* parent)
    : QWidget(parent), plan_(plan), hub_(hub), axis_(axis), theme_(theme) {
    setObjectName(u"blockMinimap"_s);
    setAccessibleName(tr("All blocks"));
    setToolTip(tr(
        "All blocks: mean bits high, coloured by the largest error (est.). Drag the frame or its "
        "edges, click, turn the wheel; double-click shows everything."));
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    hide();
    later_.setSingleShot(true);
    later_.setInterval(60ms);
    connect(&later_, &QTimer::timeout, this, &Minimap::flush);
    connect(&plan_, &PlanModel::opened, this, &Minimap::rebuild);
    connect(&plan_, &PlanModel::target_changed, this, &Minimap::rebuild);
    connect(&plan_, &PlanModel::tensors_changed, this, &Minimap::refresh);
    connect(&plan_, &PlanModel::errors_changed, this, &Minimap::refresh);
    connect(&axis_, &BlockAxis::changed, this, &Minimap::relayout);
    connect(&hub_, &SelectionHub::selection_changed, this, qOverload<>(&QWidget::update));
    connect(&hub_, &SelectionHub::hover_changed, this, qOverload<>(&QWidget::update));
    connect(&theme_, &Theme::changed, this, qOverload<>(&QWidget::update));
    rebuild();
}

QSize Minimap::sizeHint() const {
    return {360, kHeight};
}

bool Minimap::needed() const {
    return axis_.columns() > 0 && (!axis_.whole() || axis_.columns() >= kManyColumns);
}

void Minimap::rebuild() {
    drag_.reset();
    columns_.reset();
    looks_.clear();
    if (plan_.is_open()) {
        columns_ = plan_.catalog().columns();
        looks_.resize(static_cast<std::size_t>(columns_->columns().count));
        for (int column = 0; column < columns_->columns().count; ++column)
            weigh(column);
    }
    dirty_.assign(looks_.size(), false);
    relayout();
}

void Minimap::weigh(int column) {
    // The look of a bar that holds the whole column.
    looks_[static_cast<std::size_t>(column)] = look_of(plan_, Bar{columns_->tensors(column)});
}

void Minimap::refresh(const std::vector<std::size_t>& tensors) {
    if (!columns_) return;
    for (const std::size_t tensor : tensors) {
        if (const int column = columns_->of(tensor); column >= 0)
            dirty_[static_cast<std::size_t>(column)] = true;
    }
    if (!later_.isActive()) later_.start();  // the strip may lag behind a drag, the drag may not
}

void Minimap::flush() {
    for (std::size_t column = 0; column < dirty_.size(); ++column) {
        if (dirty_[column]) weigh(static_cast<int>(column));
    }
    dirty_.assign(looks_.size(), false);
    update();
}

void Minimap::relayout() {
    const int margins = BitsGeometry::kLabelWidth + BitsGeometry::kRightMargin;
    geometry_ = MinimapGeometry(axis_.columns(), BitsGeometry::kLabelWidth,
                                std::max(0, width() - margins), axis_.view());
    if (const bool now = needed(); now != was_needed_) {
        was_needed_ = now;
        setFocusPolicy(now ? Qt::StrongFocus : Qt::NoFocus);
        setVisible(now);
    }
    announce();
    update();
}

void Minimap::resizeEvent(QResizeEvent*) {
    relayout();
}

void Minimap::announce() {
    QString name = tr("All blocks");
    if (columns_ && needed()) {
        const std::vector<QString> names = columns_->names();
        const int last = static_cast<int>(names.size()) - 1;
        const auto at = [&](double position) {
            return names[static_cast<std::size_t>(
                std::clamp(static_cast<int>(position), 0, std::max(0, last)))];
        };
        if (last >= 0) {
            name = tr("All blocks, in sight: %1 to %2")
                       .arg(at(axis_.view().first),
                            at(axis_.view().first + axis_.view().count - 0.01));
        }
    }
    if (name != accessibleName()) setAccessibleName(name);
}

std::optional<int> Minimap::column_of(std::optional<std::size_t> tensor) const {
    if (!tensor || !columns_ || *tensor >= plan_.catalog().size()) return std::nullopt;
    const int column = columns_->of(*tensor);
    return column >= 0 ? std::optional(column) : std::nullopt;
}

void Minimap::paint_columns(QPainter& painter, const QRect& strip) const {
    const ThemeTokens& tokens = theme_.tokens();
    const QColor copied = mixed(tokens.panel, tokens.muted, 0.42);
    for (int x = strip.left(); x <= strip.right(); ++x) {
        const auto [first, last] = geometry_.columns_at(x);
        double bytes = 0;
        double weights = 0;
        double tone = 0;
        bool known = true;
        bool lossless = true;
        for (int column = first; column < last; ++column) {
            const BarLook& look = looks_[static_cast<std::size_t>(column)];
            bytes += static_cast<double>(look.bytes);
            weights += static_cast<double>(look.elements);
            known = known && look.tone.has_value();
            lossless = lossless && look.copied;
            tone = std::max(tone, look.tone.value_or(0));
        }
        const double bits = weights > 0 ? bytes * 8 / weights : 0;
        const double share = std::min(1.0, bits / BitsGeometry::kAxisBits);
        const int high = std::max(1, static_cast<int>(share * strip.height()));
        painter.fillRect(x, strip.bottom() + 1 - high, 1, high,
                         !known     ? tokens.unknown
                         : lossless ? copied
                                    : error_colour(tokens, tone));
    }
}

void Minimap::paint_mark(QPainter& painter, const QRect& strip, std::optional<std::size_t> tensor,
                         const QColor& colour) const {
    const auto column = column_of(tensor);
    if (!column || geometry_.scale() <= 0) return;
    const int x = strip.left() + static_cast<int>((*column + 0.5) / geometry_.scale());
    painter.fillRect(x, strip.top() - 2, 1, strip.height() + 4, colour);
}

void Minimap::paintEvent(QPaintEvent*) {
    if (!needed() || looks_.empty()) return;
    QPainter painter(this);
    const ThemeTokens& tokens = theme_.tokens();
    const QRect strip(geometry_.left(), 5, geometry_.width(), kHeight - 10);
    painter.setFont(Theme::label_font());
    painter.setPen(tokens.muted);
    painter.drawText(QRect(10, 0, BitsGeometry::kLabelWidth - 16, kHeight),
                     Qt::AlignLeft | Qt::AlignVCenter, tr("all blocks"));
    paint_columns(painter, strip);
    const auto [first, last] = geometry_.handle();
    QColor veil = tokens.panel;
    veil.setAlphaF(0.55F);
    painter.fillRect(strip.left(), strip.top(), first - strip.left(), strip.height(), veil);
    painter.fillRect(last, strip.top(), strip.right() + 1 - last, strip.height(), veil);
    paint_mark(painter, strip, hub_.current(), tokens.text);
    paint_mark(painter, strip, hub_.hovered(), tokens.accent);
    const QRect frame(first, 2, last - first, kHeight - 4);
    painter.setPen(QPen(tokens.accent, hasFocus() ? 2 : 1));
    painter.drawRect(frame.adjusted(0, 0, -1, -1));
    for (const int x : {first, last - 3})  // where it is resized
        painter.fillRect(x, frame.center().y() - 5, 3, 11, tokens.accent);
}

}  // namespace bitlathe
