// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <memory>
#include <optional>
#include <vector>

#include "core/profile/error_places.h"
#include "ui/jobs/latest_worker.h"
#include "ui/models/plan_model.h"
#include "ui/models/selection_hub.h"

namespace bitlathe {

/// Where the error of the current tensor lies at its planned format. The tensor is encoded in the
/// background once the selection and the plan have rested for a moment, and only while somebody
/// looks; what is under way is stopped as soon as it is no longer asked for. Keeps the last few
/// answers. GUI thread only.
class ErrorPlacesFeed : public QObject {
    Q_OBJECT
public:
    enum class State {
        kNone,     ///< no tensor is current
        kWaiting,  ///< being worked out
        kKnown,
        kRefused,  ///< see error()
    };

    ErrorPlacesFeed(PlanModel& plan, SelectionHub& hub, QObject* parent = nullptr);

    /// Works only while one of the widgets that were named here is visible.
    void serve(QWidget& viewer);
    [[nodiscard]] State state() const { return state_; }
    /// Of the current tensor; null unless it is known.
    [[nodiscard]] const ErrorPlaces* places() const { return places_.get(); }
    [[nodiscard]] const Error& error() const { return error_; }
    /// Nothing is being worked out, and nothing is about to be.
    [[nodiscard]] bool idle() const { return !soon_.isActive() && !worker_.busy(); }
    /// How often a tensor was encoded.
    [[nodiscard]] int readings() const { return readings_; }

signals:
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Question {
        std::size_t tensor = 0;
        FormatId format;
        double absmax = 0;  ///< of its weights; 0: not known yet
        bool operator==(const Question&) const = default;
    };
    struct Answer {
        Question question;
        std::shared_ptr<const ErrorPlaces> places;
    };
    [[nodiscard]] std::optional<Question> question() const;
    void follow();
    void follow_if_current(const std::vector<std::size_t>& tensors);
    void forget();
    void ask();
    void take(const Question& question, const Result<ErrorPlaces>& found);
    void show(State state, std::shared_ptr<const ErrorPlaces> places = nullptr);
    [[nodiscard]] bool watched() const;

    PlanModel& plan_;
    SelectionHub& hub_;
    std::vector<QWidget*> viewers_;  ///< alive as long as this
    std::optional<Question> question_;
    State state_ = State::kNone;
    std::shared_ptr<const ErrorPlaces> places_;
    Error error_{};
    std::vector<Answer> kept_;  ///< newest last
    int readings_ = 0;
    QTimer soon_;
    LatestWorker worker_;  ///< last: ends before anything else goes
};

}  // namespace bitlathe
