// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/rate_distortion_view.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <algorithm>
#include <cmath>
#include <map>

#include "ui/theme/text.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double kReach = 12;               ///< pixels around a point that count as the point
constexpr std::size_t kAskedOneByOne = 64;  ///< tensors; of more only the ladders are looked at

}  // namespace

RateDistortionView::RateDistortionView(PlanModel& plan, SelectionHub& hub, Theme& theme,
                                       QWidget* parent)
    : InspectorFigure(u"error-by-format"_s, plan, hub, theme, parent) {
    setObjectName(u"rateDistortionView"_s);
    setAccessibleName(tr("Error by format"));
    selection_moved();
}

void RateDistortionView::follow(ActivationBook& book) {
    book_ = &book;
    connect(&book, &ActivationBook::changed, this, [this] {
        mark({});
        update();
    });
}

std::optional<double> RateDistortionView::output_error(FormatId format) const {
    const ActivationFindings* findings = book_ != nullptr ? book_->findings().get() : nullptr;
    if (findings == nullptr || !findings->output_errors || hub_.selected().size() != 1)
        return std::nullopt;
    return findings->output_errors->error(&OutputErrorRow::diagonal, hub_.selected()[0], format);
}

bool RateDistortionView::shows_output() const {
    return std::any_of(points_.begin(), points_.end(), [this](const RatePoint& point) {
        return output_error(point.format).value_or(0) > 0;
    });
}

bool RateDistortionView::legal_for_all(FormatId format) const {
    const TensorCatalog& catalog = plan_.catalog();
    const bool few = hub_.selected().size() <= kAskedOneByOne;
    std::map<std::uint32_t, bool> ladders;  // there are few of them, however many tensors
    const auto legal = [&](std::size_t tensor) {
        if (few) return catalog.target().legality(catalog.model(), tensor, format, nullptr).legal;
        const auto [known, is_new] = ladders.try_emplace(catalog.tensor(tensor).ladder);
        if (is_new) {
            const auto ladder = catalog.ladder(tensor);
            known->second = std::any_of(ladder.begin(), ladder.end(), [format](const Rung& rung) {
                return rung.format == format;
            });
        }
        return known->second;
    };
    return std::all_of(hub_.selected().begin(), hub_.selected().end(), [&](std::size_t tensor) {
        const auto tied = catalog.tied(tensor);
        return catalog.tensor(tensor).adjustable && std::all_of(tied.begin(), tied.end(), legal);
    });
}

void RateDistortionView::selection_moved() {
    mark_.reset();
    points_.clear();
    if (!plan_.is_open()) return;
    points_ = rate_points(plan_.catalog().model(), *plan_.errors(), hub_.selected());
    // A format without any loss has no place on a logarithmic axis.
    std::erase_if(points_, [this](const RatePoint& point) {
        return point.nmse <= 0 || !legal_for_all(point.format);
    });
}

std::optional<RateDistortionView::Current> RateDistortionView::current() const {
    Current sum;
    double weights = 0;
    double bytes = 0;
    bool same = true;
    const FormatId format = hub_.selected().empty() ? FormatId() : plan_.format(hub_.selected()[0]);
    for (const std::size_t tensor : hub_.selected()) {
        const auto error = plan_.error(tensor);
        if (!error) return {};
        sum.nmse += *error;
        bytes += static_cast<double>(plan_.bytes(tensor));
        weights += static_cast<double>(plan_.catalog().tensor(tensor).elements);
        same = same && plan_.format(tensor) == format;
    }
    if (weights == 0) return {};
    sum.nmse /= weights;
    sum.bits = bytes * 8 / weights;
    if (same) sum.format = format;
    return sum;
}

RateDistortionView::Range RateDistortionView::range() const {
    Range range{points_.front().bits_per_weight, points_.back().bits_per_weight, 0, -300};
    for (const RatePoint& point : points_) {
        range.low = std::min(range.low, std::log10(point.nmse));
        range.high = std::max(range.high, std::log10(point.nmse));
        const double output = output_error(point.format).value_or(0);
        if (output <= 0) continue;
        range.low = std::min(range.low, std::log10(output));
        range.high = std::max(range.high, std::log10(output));
    }
    range.left -= 0.5;
    range.right += 0.5;
    range.low = std::floor(range.low - 0.3);
    range.high += 0.3;
    return range;
}

QPointF RateDistortionView::place(const QRectF& plot, double bits, double nmse) const {
    const Range r = range();
    const double power = nmse > 0 ? std::max(std::log10(nmse), r.low) : r.low;
    return {plot.left() + plot.width() * (bits - r.left) / (r.right - r.left),
            plot.bottom() - plot.height() * (power - r.low) / (r.high - r.low)};
}

QPointF RateDistortionView::point_position(std::size_t point) const {
    return place(plot_rect(size()), points_[point].bits_per_weight, points_[point].nmse);
}

QString RateDistortionView::title() const {
    return tr("Error by format");
}

QStringList RateDistortionView::remarks() const {
    const int count = static_cast<int>(hub_.selected().size());
    return {count > 1 ? tr("NMSE, mean of %n tensor(s), log", nullptr, count)
                      : tr("NMSE of the weights, log"),
            tr("NMSE, log")};
}

QString RateDistortionView::message() const {
    if (!plan_.is_open() || hub_.selected().empty()) return tr("Select a tensor.");
    if (!points_.empty()) return {};
    const bool waiting = std::any_of(hub_.selected().begin(), hub_.selected().end(),
                                     [this](std::size_t t) { return !plan_.statistics(t); });
    const bool fixed =
        std::none_of(hub_.selected().begin(), hub_.selected().end(),
                     [this](std::size_t t) { return plan_.catalog().tensor(t).adjustable; });
    if (fixed) return tr("The target stores this as it is.");
    return waiting ? tr("Not profiled yet.") : tr("No format is known for all of these.");
}

std::optional<std::size_t> RateDistortionView::point_at(QPointF at) const {
    std::optional<std::size_t> best;
    double nearest = kReach;
    for (std::size_t i = 0; i < points_.size(); ++i) {
        const QPointF away = point_position(i) - at;
        const double distance = std::hypot(away.x(), away.y());
        if (distance < nearest) {
            nearest = distance;
            best = i;
        }
    }
    return best;
}

QString RateDistortionView::errors_text(const RatePoint& point) const {
    const auto output = output_error(point.format);
    return output ? tr("NMSE %1  ·  output error %2").arg(nmse_text(point.nmse), nmse_text(output))
                  : tr("NMSE %1").arg(nmse_text(point.nmse));
}

void RateDistortionView::mark(std::optional<std::size_t> point) {
    mark_ = point;
    setCursor(mark_ ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (!mark_) return show_card({}, {});
    const RatePoint& chosen = points_[*mark_];
    std::uint64_t now = 0;
    for (const std::size_t tensor : hub_.selected())
        now += plan_.bytes(tensor);
    show_card({{HoverLine::Kind::kTitle, {}, format_text(chosen.format)},
               {HoverLine::Kind::kPlain,
                {},
                tr("%1 bits  ·  %2 (%3)")
                    .arg(bits_text(chosen.bits_per_weight), bytes_text(chosen.bytes),
                         bytes_change_text(now, chosen.bytes))},
               {HoverLine::Kind::kPlain, {}, errors_text(chosen)},
               {HoverLine::Kind::kMuted, {}, tr("click sets it; what is locked stays")}},
              point_position(*mark_));
}

void RateDistortionView::choose(std::size_t point) {
    const FormatId format = points_[point].format;
    std::vector<FormatChange> changes;
    for (const std::size_t tensor : hub_.selected())
        changes.push_back({tensor, format});
    emit edit_begins();
    plan_.preview(changes);
    const int count = static_cast<int>(plan_.previewed_count());
    plan_.commit_preview([count, name = format_text(format)] {
        return tr("Set %n tensor(s) to %1", nullptr, count).arg(name);
    });
}

void RateDistortionView::mouseMoveEvent(QMouseEvent* event) {
    mark(point_at(event->position()));
}

void RateDistortionView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    if (const auto point = point_at(event->position())) choose(*point);
}

void RateDistortionView::leaveEvent(QEvent* event) {
    mark_.reset();
    InspectorFigure::leaveEvent(event);
}

void RateDistortionView::keyPressEvent(QKeyEvent* event) {
    const bool step = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    if (step && !points_.empty()) {
        const int last = static_cast<int>(points_.size()) - 1;
        const int by = event->key() == Qt::Key_Left ? -1 : 1;
        const int next = mark_ ? static_cast<int>(*mark_) + by : (by > 0 ? 0 : last);
        mark(static_cast<std::size_t>(std::clamp(next, 0, last)));
        return announce_part(*this, *this);
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && mark_) {
        return choose(*mark_);
    }
    InspectorFigure::keyPressEvent(event);
}

// In words ---------------------------------------------------------------------------------------

int RateDistortionView::part_count() const {
    return static_cast<int>(points_.size());
}

CanvasPart RateDistortionView::part(int index) const {
    const auto at = static_cast<std::size_t>(index);
    const RatePoint& point = points_[at];
    const QString figure = errors_text(point);
    const QPoint middle = point_position(at).toPoint();
    return {tr("%1, %2 bits, %3, %4", "format, bits, error, size")
                .arg(format_text(point.format), bits_text(point.bits_per_weight), figure,
                     bytes_text(point.bytes)),
            figure, QRect(middle - QPoint(5, 5), QSize(11, 11)), mark_ == at};
}

std::optional<int> RateDistortionView::current_part() const {
    return mark_ && *mark_ < points_.size() ? std::optional(static_cast<int>(*mark_))
                                            : std::nullopt;
}

std::optional<int> RateDistortionView::part_at(QPoint point) const {
    if (points_.empty()) return std::nullopt;
    const auto at = point_at(point);
    return at ? std::optional(static_cast<int>(*at)) : std::nullopt;
}

void RateDistortionView::choose_part(int index) {
    mark(static_cast<std::size_t>(index));
}

FigureData RateDistortionView::data() const {
    FigureData data{{tr("format"), tr("bits per weight"), tr("bytes"), tr("NMSE")}, {}};
    const bool output = shows_output();
    if (output) data.heading.push_back(tr("output error"));
    for (const RatePoint& point : points_) {
        data.rows.push_back({format_text(point.format), data_text(point.bits_per_weight),
                             QString::number(point.bytes), data_text(point.nmse)});
        if (!output) continue;
        const auto error = output_error(point.format);
        data.rows.back().push_back(error ? data_text(*error) : QString());
    }
    return data;
}

}  // namespace bitlathe
