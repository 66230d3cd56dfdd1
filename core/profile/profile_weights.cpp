// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <mutex>
#include <numeric>

#include <fmt/format.h>

#include "core/base/pieces.h"
#include "core/profile/weight_profile.h"

namespace bitlathe {
namespace {

/// Tensors up to this many bytes are profiled whole by one worker each; threads for each of
/// thousands of norms would cost more than the norms.
constexpr std::uint64_t kSmall = 4 << 20;

Result<std::vector<std::size_t>> requested_tensors(const Checkpoint& checkpoint,
                                                   const ProfileRequest& request) {
    const std::size_t all = checkpoint.tensors().size();
    std::vector<std::size_t> tensors = request.tensors;
    if (tensors.empty()) {
        tensors.resize(all);
        std::iota(tensors.begin(), tensors.end(), std::size_t{0});
    }
    if (std::any_of(tensors.begin(), tensors.end(), [&](std::size_t t) { return t >= all; })) {
        return fail(ErrorCode::kUsage,
                    fmt::format("a tensor was asked for that is not there: the model has {}", all));
    }
    std::erase_if(tensors, [&](std::size_t t) {
        return format_info(checkpoint.tensors()[t].format).decode == nullptr;
    });
    std::stable_sort(tensors.begin(), tensors.end(), [&](std::size_t a, std::size_t b) {
        return checkpoint.tensors()[a].bytes > checkpoint.tensors()[b].bytes;
    });
    return tensors;
}

class Profiler {
public:
    Profiler(const Checkpoint& checkpoint, const ProfileRequest& request,
             const std::function<void(TensorProfile)>& sink, const WorkContext& context,
             const std::vector<std::size_t>& tensors)
        : checkpoint_(checkpoint), request_(request), sink_(sink), context_(context) {
        for (const std::size_t tensor : tensors) {
            total_ += checkpoint.tensors()[tensor].bytes;
        }
        context_.report(kPhase, 0, total_);
    }

    /// One tensor with all threads, reporting how far inside it is.
    Status profile_large(std::size_t tensor) {
        WorkContext inner = context_;
        inner.progress = [this, tensor](const Progress& now) { report_inside(tensor, now); };
        return profile(tensor, inner);
    }
    /// Many tensors, one per thread.
    Status profile_small(std::span<const std::size_t> tensors) {
        WorkContext inner = context_;
        inner.progress = nullptr;
        inner.threads = 1;
        return for_each_piece(tensors.size(), context_, [&](unsigned, std::size_t i) -> Status {
            return profile(tensors[i], inner);
        });
    }

private:
    static constexpr std::string_view kPhase = "profile";

    Status profile(std::size_t tensor, const WorkContext& inner) {
        TensorProfile result;
        result.tensor = tensor;
        const TensorView view = checkpoint_.view(tensor);
        BITLATHE_ASSIGN(result.statistics, weight_statistics(view, inner));
        if (!request_.formats.empty()) {
            BITLATHE_ASSIGN(result.errors, format_errors(view, request_.formats, {}, inner));
        }
        const std::lock_guard lock(mutex_);
        sink_(std::move(result));
        done_ += checkpoint_.tensors()[tensor].bytes;
        context_.report(kPhase, done_, total_);
        return {};
    }

    void report_inside(std::size_t tensor, const Progress& now) {
        // Errors of formats take far longer than statistics: a tenth of the way belongs to these.
        const double share =
            now.total == 0 ? 0.0 : static_cast<double>(now.done) / static_cast<double>(now.total);
        const double statistics = request_.formats.empty() ? 1.0 : 0.1;
        const double part = now.phase == "statistics" ? share * statistics
                                                      : statistics + share * (1.0 - statistics);
        const auto bytes = static_cast<double>(checkpoint_.tensors()[tensor].bytes);
        context_.report(kPhase, done_ + static_cast<std::uint64_t>(part * bytes), total_);
    }

    const Checkpoint& checkpoint_;
    const ProfileRequest& request_;
    const std::function<void(TensorProfile)>& sink_;
    const WorkContext& context_;
    std::uint64_t total_ = 0;
    std::mutex mutex_;
    std::uint64_t done_ = 0;
};

}  // namespace

Status profile_weights(const Checkpoint& checkpoint, const ProfileRequest& request,
                       const std::function<void(TensorProfile)>& sink, const WorkContext& context) {
    BITLATHE_TRY(context.check());
    BITLATHE_ASSIGN(const auto tensors, requested_tensors(checkpoint, request));
    Profiler profiler(checkpoint, request, sink, context, tensors);
    const auto small = std::find_if(tensors.begin(), tensors.end(), [&](std::size_t tensor) {
        return checkpoint.tensors()[tensor].bytes <= kSmall;
    });
    for (auto tensor = tensors.begin(); tensor != small; ++tensor) {
        BITLATHE_TRY(profiler.profile_large(*tensor));
    }
    return profiler.profile_small(std::span(small, tensors.end()));
}

}  // namespace bitlathe
