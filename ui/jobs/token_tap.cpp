// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/token_tap.h"

#include <algorithm>
#include <utility>

#include "core/evaluation/profiled_text.h"
#include "ui/jobs/value_picture.h"
#include "ui/models/tap_text.h"

namespace bitlathe {

/// Where the job leaves its result for the GUI thread; read only after it has ended.
struct TokenTap::Slot {
    std::shared_ptr<const TokenPicture> picture;
};

namespace {

std::uint64_t bytes_of(const TokenPicture& picture) {
    return picture.picture->source.rows() * picture.picture->source.cols() * sizeof(float) +
           picture.picture->bytes();
}

Result<std::shared_ptr<const TokenPicture>> look_at(const RunnableModel& runnable,
                                                    const TextStamp& text, const TapPlace& place,
                                                    const WorkContext& context) {
    BITLATHE_ASSIGN(const TokenBatch window,
                    first_window(runnable, text, TokenTap::kMostTokens, context));
    BITLATHE_ASSIGN(const Transformer model, Transformer::create(runnable.model));
    BITLATHE_ASSIGN(TapMatrix matrix, tap_matrix(model, window, place.block, place.point, context));
    BITLATHE_TRY(runnable.model->checkpoint->check());
    auto seen = std::make_shared<TokenPicture>();
    seen->place = place;
    seen->largest = largest_values(matrix, TokenPicture::kMostLargest);
    seen->ids = std::move(matrix.ids);
    BITLATHE_ASSIGN(seen->picture, value_picture(std::move(matrix.values), seen->ids.size(),
                                                 matrix.channels, context.quiet()));
    seen->median = double{seen->picture->statistics.magnitude_below(0.5)};
    return seen;
}

}  // namespace

TokenTap::TokenTap(PlanModel& plan, QualityMeasurer& measurer, ActivationBook& book,
                   JobQueue& queue, QObject* parent)
    : QObject(parent), measurer_(measurer), book_(book), queue_(queue) {
    connect(&plan, &PlanModel::opened, this, &TokenTap::forget);
    connect(&book_, &ActivationBook::changed, this, &TokenTap::follow_text);
    connect(&measurer_, &QualityMeasurer::state_changed, this, &TokenTap::changed);
}

TokenTap::~TokenTap() = default;

void TokenTap::forget() {
    if (job_) job_->cancel();  // nobody can see what it would find
    job_.clear();
    kept_.clear();
    text_.clear();
    problem_.reset();
    emit changed();
}

void TokenTap::follow_text() {
    const auto& findings = book_.findings();
    if (findings && findings->profile->text.ids == text_) return;
    forget();
    if (findings) text_ = findings->profile->text.ids;
}

bool TokenTap::ready() const {
    return book_.findings() != nullptr && measurer_.runnable() != nullptr;
}

std::uint64_t TokenTap::tokens() const {
    return ready() ? std::min(kMostTokens, book_.findings()->profile->text.context) : 0;
}

std::shared_ptr<const TokenPicture> TokenTap::known(const TapPlace& place) const {
    const auto found = std::find_if(kept_.begin(), kept_.end(),
                                    [&](const auto& kept) { return kept->place == place; });
    return found == kept_.end() ? nullptr : *found;
}

std::uint64_t TokenTap::memory() const {
    std::uint64_t bytes = 0;
    for (const auto& kept : kept_)
        bytes += bytes_of(*kept);
    return bytes;
}

void TokenTap::look(const TapPlace& place) {
    if (!ready() || job_ || known(place)) return;
    problem_.reset();
    auto slot = std::make_shared<Slot>();
    auto work = [slot, place, runnable = measurer_.runnable(),
                 profile = book_.findings()->profile](const WorkContext& context) -> Status {
        BITLATHE_ASSIGN(slot->picture, look_at(*runnable, profile->text, place, context));
        return {};
    };
    auto name = [place] {
        return tr("Tokens at %1 of block %2").arg(tap_text(place.point)).arg(place.block);
    };
    auto end = [this, slot](const BackgroundJob& job, const Status& status) {
        if (job_.data() == &job) this->end(slot, status);
    };
    job_ = &queue_.add(*this,
                       {.name = std::move(name), .work = std::move(work), .end = std::move(end)});
    emit changed();
}

void TokenTap::stop() {
    if (job_) job_->cancel();
}

void TokenTap::end(const std::shared_ptr<Slot>& slot, const Status& status) {
    job_.clear();
    if (!status && status.error().code != ErrorCode::kCancelled) problem_ = status.error();
    if (status) kept_.push_back(slot->picture);
    while (kept_.size() > 1 && memory() > kMostBytes)
        kept_.erase(kept_.begin());
    emit changed();
}

}  // namespace bitlathe
