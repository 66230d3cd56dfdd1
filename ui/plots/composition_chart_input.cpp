// SPDX-License-Identifier: GPL-3.0-or-later
// What a hand does to the chart of bytes.
#include <QKeyEvent>
#include <QMouseEvent>
#include <algorithm>

#include "ui/plots/composition_chart.h"
#include "ui/theme/text.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

std::optional<CompositionChart::Place> CompositionChart::place_at(QPointF at) const {
    for (std::size_t bar = 0; bar < static_cast<std::size_t>(stack_.bars.size()); ++bar) {
        for (std::size_t part = 0; part < stack_.parts.size(); ++part) {
            if (part_rect(part, bar).contains(at)) return Place{part, bar};
        }
    }
    return {};
}

void CompositionChart::mark(std::optional<Place> place) {
    if (mark_ == place) return;
    mark_ = place;
    card_.clear();
    if (mark_) {
        const BytePart& part = stack_.parts[mark_->part];
        const QString size = bytes_text(part.bytes[mark_->bar]);
        const QString percent = share_text(*mark_);
        card_.set({{HoverLine::Kind::kTitle, {}, part.name},
                   {HoverLine::Kind::kPlain, {}, size + u"  ·  "_s + percent},
                   {HoverLine::Kind::kMuted, {}, tr("click selects its tensors")}});
        card_.place(part_rect(mark_->part, mark_->bar).center().toPoint(), viewport()->rect());
    }
    viewport()->update();
}

QString CompositionChart::share_text(const Place& place) const {
    const BytePart& part = stack_.parts[place.part];
    const auto share = static_cast<double>(part.bytes[place.bar]) /
                       static_cast<double>(std::max<std::uint64_t>(1, bar_total(place.bar)));
    return tr("%1 % of %2")
        .arg(number_text(share * 100, 'f', 1), stack_.bars[static_cast<qsizetype>(place.bar)]);
}

void CompositionChart::step_bar(int by) {
    if (!mark_) return step(1);
    const auto bars = static_cast<std::ptrdiff_t>(stack_.bars.size());
    for (auto bar = static_cast<std::ptrdiff_t>(mark_->bar) + by; bar >= 0 && bar < bars;
         bar += by) {
        const auto at = static_cast<std::size_t>(bar);
        if (stack_.parts[mark_->part].bytes[at] == 0) continue;
        mark(Place{mark_->part, at});
        return announce_part(*this, *this);
    }
}

void CompositionChart::step(int by) {
    std::vector<Place> places;
    for (std::size_t bar = 0; bar < static_cast<std::size_t>(stack_.bars.size()); ++bar) {
        for (std::size_t part = 0; part < stack_.parts.size(); ++part) {
            if (stack_.parts[part].bytes[bar] > 0) places.push_back({part, bar});
        }
    }
    if (places.empty()) return;
    const auto now = mark_ ? std::find(places.begin(), places.end(), *mark_) : places.end();
    const auto count = static_cast<std::ptrdiff_t>(places.size());
    const std::ptrdiff_t next =
        now == places.end() ? 0
                            : std::clamp<std::ptrdiff_t>(now - places.begin() + by, 0, count - 1);
    mark(places[static_cast<std::size_t>(next)]);
    announce_part(*this, *this);
}

void CompositionChart::mouseMoveEvent(QMouseEvent* event) {
    mark(place_at(event->position()));
    QChartView::mouseMoveEvent(event);
}

void CompositionChart::mouseReleaseEvent(QMouseEvent* event) {
    QChartView::mouseReleaseEvent(event);
    if (event->button() != Qt::LeftButton) return;
    if (const auto place = place_at(event->position())) emit part_chosen(place->part, place->bar);
}

void CompositionChart::leaveEvent(QEvent* event) {
    mark({});
    QChartView::leaveEvent(event);
}

void CompositionChart::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Left:
        case Qt::Key_Right:
            return step(event->key() == Qt::Key_Left ? -1 : 1);
        case Qt::Key_Up:
        case Qt::Key_Down: {
            // Bars that lie are counted from below.
            const bool next = (event->key() == Qt::Key_Up) != stack_.upright;
            return step_bar(next ? 1 : -1);
        }
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (mark_) emit part_chosen(mark_->part, mark_->bar);
            return;
        case Qt::Key_Escape:
            if (mark_) return mark({});
            break;
        default:
            break;
    }
    QChartView::keyPressEvent(event);
}

void CompositionChart::focusInEvent(QFocusEvent* event) {
    QChartView::focusInEvent(event);
    announce_part(*this, *this);
    viewport()->update();
}

void CompositionChart::focusOutEvent(QFocusEvent* event) {
    QChartView::focusOutEvent(event);
    viewport()->update();
}

// In words ---------------------------------------------------------------------------------------

int CompositionChart::part_count() const {
    return static_cast<int>(stack_.parts.size()) * static_cast<int>(stack_.bars.size());
}

CanvasPart CompositionChart::part(int index) const {
    const std::size_t count = stack_.parts.size();
    const Place place{static_cast<std::size_t>(index) % count,
                      static_cast<std::size_t>(index) / count};
    const BytePart& part = stack_.parts[place.part];
    const QString figure = bytes_text(part.bytes[place.bar]);
    return {tr("%1, %2, %3", "part, size, share").arg(part.name, figure, share_text(place)), figure,
            part_rect(place.part, place.bar).toAlignedRect(), mark_ == place};
}

std::optional<int> CompositionChart::current_part() const {
    if (!mark_) return std::nullopt;
    return static_cast<int>(mark_->bar * stack_.parts.size() + mark_->part);
}

std::optional<int> CompositionChart::part_at(QPoint point) const {
    const auto place = place_at(point);
    if (!place) return std::nullopt;
    return static_cast<int>(place->bar * stack_.parts.size() + place->part);
}

void CompositionChart::choose_part(int index) {
    const std::size_t count = stack_.parts.size();
    mark(Place{static_cast<std::size_t>(index) % count, static_cast<std::size_t>(index) / count});
}

}  // namespace bitlathe
