// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/scorer.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "core/base/pieces.h"
#include "core/base/ranking.h"
#include "core/compute/cpu_kernels.h"

namespace bitlathe {
namespace {

/// Rows whose logits are held at a time.
constexpr std::size_t kRowsAtATime = 240;
constexpr std::size_t kRowsPerPiece = 8;

/// Sums of one row so far.
struct Running {
    float top_logit = -std::numeric_limits<float>::infinity();
    std::uint32_t top = 0;
    double sum = 0;         ///< of exp(logit - top_logit)
    double difference = 0;  ///< of exp(logit - top_logit) * (logit - the other's), references only

    void rescale(float new_top) {
        const double factor = std::exp(double{top_logit} - double{new_top});
        sum *= factor;
        difference *= factor;
        top_logit = new_top;
    }
    /// Adds logits of the tokens from `first` on; `other` may be null.
    void add(const float* logits, const float* other, std::size_t count, std::uint64_t first) {
        const float highest = max_value(logits, count);
        if (highest > top_logit) {
            rescale(highest);
            top = static_cast<std::uint32_t>(
                first +
                static_cast<std::uint64_t>(std::find(logits, logits + count, highest) - logits));
        }
        sum += sum_exp(logits, count, top_logit);
        if (other != nullptr) {
            difference += sum_exp_difference(logits, other, count, top_logit);
        }
    }
    [[nodiscard]] double log_sum() const { return double{top_logit} + std::log(sum); }
};

/// Keeps the k largest logits, of equal ones the lower ids.
class TopKeeper {
public:
    explicit TopKeeper(std::size_t count) : count_(count) {}
    void add(const float* logits, std::size_t count, std::uint64_t first) {
        for (std::size_t i = 0; i < count && count_ != 0; ++i) {
            if (heap_.size() == count_ && !(logits[i] > heap_.front().first)) {
                continue;
            }
            if (heap_.size() == count_) {
                std::pop_heap(heap_.begin(), heap_.end(), before);
                heap_.pop_back();
            }
            heap_.emplace_back(logits[i], static_cast<std::uint32_t>(first + i));
            std::push_heap(heap_.begin(), heap_.end(), before);
        }
    }
    [[nodiscard]] TopTokens finish() {
        std::sort(heap_.begin(), heap_.end(), before);
        TopTokens tops;
        for (const auto& [logit, id] : heap_) {
            tops.ids.push_back(id);
            tops.logits.push_back(logit);
        }
        return tops;
    }

private:
    using Entry = std::pair<float, std::uint32_t>;
    static bool before(const Entry& a, const Entry& b) {
        return ranks_before(a.first, a.second, b.first, b.second);
    }
    std::size_t count_;
    std::vector<Entry> heap_;
};

struct Row {
    Running model;
    Running reference;
    TopKeeper tops{0}, reference_tops{0};
    float target = 0;
    float reference_target = 0;
    std::vector<float> picked;
};

class Scoring {
public:
    Scoring(const HeadInput& model, const HeadInput* reference, const HeadRequest& request)
        : model_(model), reference_(reference), request_(request), rows_(model.hidden.rows) {
        for (Row& row : rows_) {
            row.tops = TopKeeper(request.top);
            row.reference_tops = TopKeeper(reference != nullptr ? request.top : 0);
        }
    }

    Status run(const WorkContext& context) {
        const std::uint64_t vocabulary = model_.head.vocabulary();
        const Pieces slices(vocabulary, model_.head.slice_rows());
        for (std::size_t s = 0; s < slices.count(); ++s) {
            const Piece slice = slices.at(s);
            context.report("head", slice.first, vocabulary);
            BITLATHE_TRY(context.check());
            BITLATHE_TRY(run_slice(slice, {context.stop, {}, context.threads}));
        }
        context.report("head", vocabulary, vocabulary);
        return {};
    }

    std::vector<HeadScore> scores(std::vector<HeadScore>* reference_scores) {
        std::vector<HeadScore> scores(rows_.size());
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            Row& row = rows_[i];
            scores[i].log_sum = row.model.log_sum();
            scores[i].target_logit = row.target;
            scores[i].top = row.model.top;
            scores[i].tops = row.tops.finish();
            scores[i].picked = std::move(row.picked);
            if (reference_ != nullptr) {
                const Running& p = row.reference;
                scores[i].kl = p.difference / p.sum - (p.log_sum() - scores[i].log_sum);
                reference_scores->push_back(
                    {p.log_sum(), row.reference_target, p.top, 0, row.reference_tops.finish()});
            }
        }
        return scores;
    }

private:
    Status run_slice(Piece slice, const WorkContext& context) {
        BITLATHE_ASSIGN(const auto matrix, model_.head.load(slice.first, slice.count, context));
        std::unique_ptr<const DeviceMatrix> other;
        if (reference_ != nullptr) {
            BITLATHE_ASSIGN(other, reference_->head.load(slice.first, slice.count, context));
        }
        const Pieces chunks(rows_.size(), kRowsAtATime);
        const std::size_t most = std::min(rows_.size(), kRowsAtATime);
        BITLATHE_ASSIGN(Buffer logits, Buffer::create(most, slice.count));
        BITLATHE_ASSIGN(Buffer others,
                        Buffer::create(reference_ != nullptr ? most : 0, slice.count));
        for (std::size_t c = 0; c < chunks.count(); ++c) {
            const Piece chunk = chunks.at(c);
            BITLATHE_TRY(multiply(model_, *matrix, slice, chunk, logits, context));
            if (reference_ != nullptr) {
                BITLATHE_TRY(multiply(*reference_, *other, slice, chunk, others, context));
            }
            BITLATHE_TRY(add(slice, chunk, logits, others, context));
        }
        return {};
    }

    static Status multiply(const HeadInput& input, const DeviceMatrix& matrix, Piece slice,
                           Piece chunk, Buffer& logits, const WorkContext& context) {
        const ConstRows hidden = {input.hidden.data + chunk.first * input.hidden.stride,
                                  chunk.count, input.hidden.cols, input.hidden.stride};
        Rows out = logits.rows();
        out.rows = chunk.count;
        return input.head.logits(hidden, matrix, slice.first, out, context);
    }

    Status add(Piece slice, Piece chunk, const Buffer& logits, const Buffer& others,
               const WorkContext& context) {
        const Pieces pieces(chunk.count, kRowsPerPiece);
        return for_each_piece(pieces.count(), context, [&](unsigned, std::size_t p) -> Status {
            const Piece piece = pieces.at(p);
            for (std::size_t i = piece.first; i < piece.first + piece.count; ++i) {
                add_row(slice, chunk.first + i, logits.row(i),
                        reference_ != nullptr ? others.row(i) : nullptr);
            }
            return {};
        });
    }

    void add_row(Piece slice, std::size_t index, const float* logits, const float* other) {
        Row& row = rows_[index];
        row.model.add(logits, nullptr, slice.count, slice.first);
        row.tops.add(logits, slice.count, slice.first);
        if (request_.sink != nullptr) {
            request_.sink->see(index, slice.first, {logits, slice.count});
        }
        const std::uint64_t target = request_.targets[index];
        const bool here = target >= slice.first && target - slice.first < slice.count;
        if (here) {
            row.target = logits[target - slice.first];
        }
        if (other != nullptr) {
            row.reference.add(other, logits, slice.count, slice.first);
            row.reference_tops.add(other, slice.count, slice.first);
            row.reference_target = here ? other[target - slice.first] : row.reference_target;
        }
        if (!request_.picks.empty()) {
            const auto& picks = request_.picks[index];
            for (std::size_t i = row.picked.size();
                 i < picks.size() && picks[i] < slice.first + slice.count; ++i) {
                row.picked.push_back(logits[picks[i] - slice.first]);
            }
        }
    }

    const HeadInput& model_;
    const HeadInput* reference_;
    const HeadRequest& request_;
    std::vector<Row> rows_;
};

}  // namespace

Result<std::vector<HeadScore>> score_rows(const HeadInput& model, const HeadInput* reference,
                                          const HeadRequest& request,
                                          std::vector<HeadScore>* reference_scores,
                                          const WorkContext& context) {
    if (reference != nullptr && reference->head.vocabulary() != model.head.vocabulary()) {
        return fail(ErrorCode::kImpossible,
                    fmt::format("the reference knows {} tokens, the model {}",
                                reference->head.vocabulary(), model.head.vocabulary()),
                    {}, {}, "compare models with the same tokenizer");
    }
    Scoring scoring(model, reference, request);
    BITLATHE_TRY(scoring.run(context));
    std::vector<HeadScore> ignored;
    return scoring.scores(reference_scores != nullptr ? reference_scores : &ignored);
}

}  // namespace bitlathe
