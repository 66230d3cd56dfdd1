// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/pieces.h"

#include <algorithm>
#include <atomic>
#include <new>
#include <optional>
#include <utility>

#include "core/base/parallel.h"

namespace bitlathe {
namespace {

/// Keeps the failure of the lowest piece, and tells everybody to stop.
class Failures {
public:
    void add(std::size_t piece, Error error) {
        const std::lock_guard lock(mutex_);
        if (!error_ || piece < piece_) {
            piece_ = piece;
            error_ = std::move(error);
        }
        any_ = true;
    }
    [[nodiscard]] bool any() const { return any_; }
    [[nodiscard]] Status status() && {
        return error_ ? Status(fail(*std::move(error_))) : Status();
    }

private:
    std::mutex mutex_;
    std::atomic<bool> any_ = false;
    std::size_t piece_ = 0;
    std::optional<Error> error_;
};

Status run_piece(unsigned worker, std::size_t piece, const WorkContext& context,
                 const std::function<Status(unsigned, std::size_t)>& body) {
    BITLATHE_TRY(context.check());
    try {
        return body(worker, piece);
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::kRefused, "not enough memory", {}, {},
                    "close other programs or use fewer threads");
    }
}

}  // namespace

void ProgressCounter::add(std::uint64_t units) {
    const std::lock_guard lock(mutex_);
    done_ += units;
    context_.report(phase_, done_, total_);
}

unsigned workers_for(std::size_t count, const WorkContext& context) {
    const unsigned threads = context.threads == 0 ? default_threads() : context.threads;
    return static_cast<unsigned>(std::clamp<std::size_t>(count, 1, threads));
}

Status for_each_piece(std::size_t count, const WorkContext& context,
                      const std::function<Status(unsigned, std::size_t)>& body) {
    Failures failures;
    std::atomic<std::size_t> next = 0;
    const unsigned workers = workers_for(count, context);
    parallel_for(workers, workers, [&](std::size_t worker) {
        for (std::size_t piece = next++; piece < count && !failures.any(); piece = next++) {
            Status status = run_piece(static_cast<unsigned>(worker), piece, context, body);
            if (!status) {
                failures.add(piece, std::move(status).error());
            }
        }
    });
    return std::move(failures).status();
}

}  // namespace bitlathe
