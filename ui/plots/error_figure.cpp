// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/error_figure.h"

#include <QCoreApplication>
#include <QMouseEvent>

#include "ui/theme/core_text.h"
#include "ui/theme/text.h"

namespace bitlathe {
namespace {

struct Places {
    Q_DECLARE_TR_FUNCTIONS(error_places)
};

}  // namespace

QString error_places_message(const ErrorPlacesFeed& feed, const PlanModel& plan,
                             const SelectionHub& hub) {
    switch (feed.state()) {
        case ErrorPlacesFeed::State::kNone:
            return Places::tr("Select a tensor.");
        case ErrorPlacesFeed::State::kWaiting:
            return Places::tr("Looking where the error lies …");
        case ErrorPlacesFeed::State::kRefused:
            return core_text(feed.error().message);
        case ErrorPlacesFeed::State::kKnown:
            break;
    }
    if (feed.places()->squares > 0) return {};
    return Places::tr("%1 keeps every weight as it is.")
        .arg(format_text(plan.format(*hub.current())));
}

ErrorFigure::ErrorFigure(const QString& name, PlanModel& plan, SelectionHub& hub,
                         ErrorPlacesFeed& feed, Theme& theme, QWidget* parent)
    : InspectorFigure(name, plan, hub, theme, parent), feed_(feed) {
    connect(&feed_, &ErrorPlacesFeed::changed, this, [this] {
        forget_parts(*this, *this);
        mark({});
    });
}

QString ErrorFigure::message() const {
    return error_places_message(feed_, plan_, hub_);
}

void ErrorFigure::mouseMoveEvent(QMouseEvent* event) {
    mark(part_at(event->position().toPoint()));
}

void ErrorFigure::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    if (const auto part = part_at(event->position().toPoint())) choose(*part);
}

void ErrorFigure::leaveEvent(QEvent* event) {
    mark_.reset();
    InspectorFigure::leaveEvent(event);
}

}  // namespace bitlathe
