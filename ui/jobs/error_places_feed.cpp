// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/error_places_feed.h"

#include <QEvent>
#include <QWidget>
#include <algorithm>

#include "core/base/parallel.h"
#include "ui/jobs/matrix_feed.h"

namespace bitlathe {

using namespace std::chrono_literals;

namespace {

/// Undo, and a look at the tensor beside it, are answered without encoding again.
constexpr std::size_t kKept = 32;

}  // namespace

ErrorPlacesFeed::ErrorPlacesFeed(PlanModel& plan, SelectionHub& hub, QObject* parent)
    : QObject(parent), plan_(plan), hub_(hub) {
    soon_.setSingleShot(true);
    soon_.setInterval(150ms);
    connect(&soon_, &QTimer::timeout, this, &ErrorPlacesFeed::ask);
    connect(&plan_, &PlanModel::opened, this, &ErrorPlacesFeed::forget);
    connect(&plan_, &PlanModel::target_changed, this, &ErrorPlacesFeed::forget);
    connect(&plan_, &PlanModel::tensors_changed, this, &ErrorPlacesFeed::follow_if_current);
    connect(&plan_, &PlanModel::errors_changed, this, &ErrorPlacesFeed::follow_if_current);
    connect(&hub_, &SelectionHub::selection_changed, this, &ErrorPlacesFeed::follow);
}

void ErrorPlacesFeed::serve(QWidget& viewer) {
    viewers_.push_back(&viewer);
    viewer.installEventFilter(this);
    follow();
}

bool ErrorPlacesFeed::watched() const {
    return std::any_of(viewers_.begin(), viewers_.end(),
                       [](const QWidget* viewer) { return viewer->isVisible(); });
}

bool ErrorPlacesFeed::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Show || event->type() == QEvent::Hide) follow();
    return QObject::eventFilter(watched, event);
}

void ErrorPlacesFeed::forget() {
    kept_.clear();
    question_.reset();
    follow();
}

std::optional<ErrorPlacesFeed::Question> ErrorPlacesFeed::question() const {
    const auto current = plan_.is_open() ? hub_.current() : std::nullopt;
    if (!current) return std::nullopt;
    const WeightStatistics* known = plan_.statistics(*current);
    return Question{*current, plan_.format(*current),
                    known != nullptr ? known->absmax.value_or(0) : 0};
}

void ErrorPlacesFeed::follow_if_current(const std::vector<std::size_t>& tensors) {
    const auto current = hub_.current();
    if (current && std::find(tensors.begin(), tensors.end(), *current) != tensors.end()) follow();
}

void ErrorPlacesFeed::follow() {
    const auto now = question();
    if (now != question_) {
        question_ = now;
        worker_.drop();
        soon_.stop();
        const auto known = std::find_if(kept_.begin(), kept_.end(), [this](const Answer& answer) {
            return answer.question == question_;
        });
        if (!question_) return show(State::kNone);
        if (known != kept_.end()) return show(State::kKnown, known->places);
        show(State::kWaiting);
    }
    if (state_ != State::kWaiting) return;
    if (!watched()) {
        soon_.stop();
        return worker_.drop();
    }
    if (idle()) soon_.start();
}

void ErrorPlacesFeed::ask() {
    if (!question_ || state_ != State::kWaiting) return;
    ++readings_;
    worker_.post([this, question = *question_,
                  view = plan_.catalog().model().checkpoint->view(question_->tensor)](
                     const WorkContext& stop) -> LatestWorker::Delivery {
        lower_thread_priority();
        WorkContext context = stop;
        context.threads = MatrixFeed::threads();
        auto found = std::make_shared<const Result<ErrorPlaces>>(
            find_error_places(view, question.format, context, question.absmax));
        return [this, question, found] { take(question, *found); };
    });
}

void ErrorPlacesFeed::take(const Question& question, const Result<ErrorPlaces>& found) {
    if (question_ != question) return;
    if (!found) {
        if (found.error().code == ErrorCode::kCancelled) return;
        error_ = found.error();
        return show(State::kRefused);
    }
    if (kept_.size() == kKept) kept_.erase(kept_.begin());
    kept_.push_back({question, std::make_shared<const ErrorPlaces>(*found)});
    show(State::kKnown, kept_.back().places);
}

void ErrorPlacesFeed::show(State state, std::shared_ptr<const ErrorPlaces> places) {
    state_ = state;
    places_ = std::move(places);
    emit changed();
}

}  // namespace bitlathe
