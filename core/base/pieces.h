// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string_view>

#include "core/base/progress.h"
#include "core/base/result.h"

namespace bitlathe {

/// Consecutive rows (or elements) that one worker handles at a time.
struct Piece {
    std::uint64_t first = 0;
    std::uint64_t count = 0;
};

/// `total` rows cut into pieces of `step` > 0 rows, the last one shorter.
class Pieces {
public:
    Pieces(std::uint64_t total, std::uint64_t step) : total_(total), step_(step) {}
    [[nodiscard]] std::size_t count() const {
        return static_cast<std::size_t>(total_ / step_ + (total_ % step_ != 0 ? 1 : 0));
    }
    [[nodiscard]] Piece at(std::size_t index) const {
        const std::uint64_t first = index * step_;
        return {first, step_ < total_ - first ? step_ : total_ - first};
    }

private:
    std::uint64_t total_;
    std::uint64_t step_;
};

/// Adds up what many threads have done and reports it, one thread at a time.
class ProgressCounter {
public:
    /// `context` and the text of `phase` must outlive the counter.
    ProgressCounter(const WorkContext& context, std::string_view phase, std::uint64_t total)
        : context_(context), phase_(phase), total_(total) {}
    void add(std::uint64_t units);

private:
    const WorkContext& context_;
    std::string_view phase_;
    std::uint64_t total_;
    std::mutex mutex_;
    std::uint64_t done_ = 0;
};

/// Workers that for_each_piece() uses for `count` pieces: what scratch memory is sized by.
[[nodiscard]] unsigned workers_for(std::size_t count, const WorkContext& context);

/// parallel_for() for work that can fail: calls `body(worker, piece)` once for every piece in
/// [0, count), `worker` < workers_for(count, context) and never in two calls at a time. Asks the
/// context before every piece. After a failure or a stop no new piece is started; of several
/// failures the one of the lowest piece is returned. Memory that runs out is kRefused.
[[nodiscard]] Status for_each_piece(
    std::size_t count, const WorkContext& context,
    const std::function<Status(unsigned worker, std::size_t piece)>& body);

}  // namespace bitlathe
