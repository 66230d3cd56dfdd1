// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <compare>
#include <memory>
#include <optional>
#include <vector>

#include "core/profile/activation/tap_matrix.h"
#include "ui/jobs/background_job.h"
#include "ui/jobs/job_queue.h"
#include "ui/jobs/matrix_feed.h"
#include "ui/jobs/quality_measurer.h"
#include "ui/models/activation_book.h"

namespace bitlathe {

/// Which kind of place of which block.
struct TapPlace {
    TapPoint point = TapPoint::kResidOut;
    std::uint32_t block = 0;
    bool operator==(const TapPlace&) const = default;
};

/// Tokens of a window (down) by channels (across) at one place, ready for the matrix canvas.
struct TokenPicture {
    TapPlace place;
    std::vector<std::uint32_t> ids;  ///< of the tokens
    std::vector<TopValue> largest;   ///< at most kMostLargest, largest first
    double median = 0;               ///< of |x|, right to 1/128
    std::shared_ptr<const MatrixPicture> picture;
    static constexpr std::size_t kMostLargest = 500;
};

/// Looks at single tokens, which a profile does not keep: runs the first window of the profiled
/// text once more, up to one block, and keeps what is seen at one place. What was looked at stays
/// until another text is profiled or another model is opened, within a bound of memory. GUI thread
/// only.
class TokenTap : public QObject {
    Q_OBJECT
public:
    /// Of a window longer than this the beginning is looked at.
    static constexpr std::uint64_t kMostTokens = 512;
    /// Of the pictures that are kept; the newest stays in any case.
    static constexpr std::uint64_t kMostBytes = std::uint64_t{192} << 20;

    TokenTap(PlanModel& plan, QualityMeasurer& measurer, ActivationBook& book, JobQueue& queue,
             QObject* parent = nullptr);
    ~TokenTap() override;

    /// A text was profiled, and the model can be run.
    [[nodiscard]] bool ready() const;
    /// Tokens of the window that is looked at; 0: not ready.
    [[nodiscard]] std::uint64_t tokens() const;
    /// Queues a look at a place; nothing when it is known, or while another is looked at.
    void look(const TapPlace& place);
    /// Asks the look to end; nothing of it stays.
    void stop();
    [[nodiscard]] bool running() const { return !job_.isNull(); }
    /// What was seen at a place; null: it was not looked at.
    [[nodiscard]] std::shared_ptr<const TokenPicture> known(const TapPlace& place) const;
    /// Why the last look ended early; nothing when it did not, or when somebody stopped it.
    [[nodiscard]] const std::optional<Error>& problem() const { return problem_; }
    /// Memory of the pictures that are kept.
    [[nodiscard]] std::uint64_t memory() const;

signals:
    /// A look began or ended, or other things can be looked at.
    void changed();

private:
    struct Slot;
    void forget();
    void follow_text();
    void end(const std::shared_ptr<Slot>& slot, const Status& status);

    QualityMeasurer& measurer_;
    ActivationBook& book_;
    JobQueue& queue_;
    std::string text_;                                       ///< TextStamp::ids of what is kept
    std::vector<std::shared_ptr<const TokenPicture>> kept_;  ///< newest last
    std::optional<Error> problem_;
    QPointer<BackgroundJob> job_;
};

}  // namespace bitlathe
