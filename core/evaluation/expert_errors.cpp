// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/expert_errors.h"

#include <cmath>
#include <map>
#include <new>
#include <utility>

namespace bitlathe {
namespace {

/// Tokens whose expert outputs are held at a time, about.
constexpr std::size_t kBatchTokens = 2048;

using Key = std::pair<std::uint32_t, std::uint32_t>;  ///< expert, token

/// Keeps what the experts of one block put out.
class Keeper final : public TapSink {
public:
    [[nodiscard]] bool wants_expert_outputs() const override { return true; }
    void expert_output(const ExpertOutput& output) override {
        try {
            for (std::size_t r = 0; r < output.values.rows; ++r) {
                const float* row = output.values.data + r * output.values.stride;
                rows_[{output.expert, output.tokens[r]}].assign(row, row + output.values.cols);
            }
        } catch (const std::bad_alloc&) {
            full_ = true;
        }
    }
    [[nodiscard]] const std::vector<float>* find(const Key& key) const {
        const auto found = rows_.find(key);
        return found == rows_.end() ? nullptr : &found->second;
    }
    [[nodiscard]] bool full() const { return full_; }

private:
    std::map<Key, std::vector<float>> rows_;
    bool full_ = false;
};

/// Compares with what was kept. Tokens of an expert come in the order of the batch, so that its
/// windows come one after another.
class Comparer final : public TapSink {
public:
    Comparer(const Keeper& kept, const std::vector<std::uint32_t>& window_of,
             std::map<Key, ExpertError>& errors)
        : kept_(kept), window_of_(window_of), errors_(errors) {}

    [[nodiscard]] bool wants_expert_outputs() const override { return true; }
    void expert_output(const ExpertOutput& output) override {
        ExpertError& error = errors_[{output.block, output.expert}];
        error.block = output.block;
        error.expert = output.expert;
        double window_squares = 0;
        for (std::size_t r = 0; r < output.values.rows; ++r) {
            ++error.tokens;
            error.weight += double{output.weights[r]};
            window_squares += difference(output, r);
            const bool last = r + 1 == output.values.rows ||
                              window_of_[output.tokens[r + 1]] != window_of_[output.tokens[r]];
            if (last) {
                error.error += std::sqrt(window_squares);
                window_squares = 0;
            }
        }
    }

private:
    [[nodiscard]] double difference(const ExpertOutput& output, std::size_t r) const {
        const auto* before = kept_.find({output.expert, output.tokens[r]});
        double squares = 0;
        for (std::size_t c = 0; before != nullptr && c < output.values.cols; ++c) {
            const double d =
                double{output.values.data[r * output.values.stride + c]} - double{(*before)[c]};
            squares += d * d;
        }
        return squares * double{output.weights[r]} * double{output.weights[r]};
    }

    const Keeper& kept_;
    const std::vector<std::uint32_t>& window_of_;
    std::map<Key, ExpertError>& errors_;
};

/// Whole windows, of about `kBatchTokens` tokens together.
std::vector<TokenBatch> batches_of(const TokenBatch& text) {
    std::vector<TokenBatch> batches;
    for (const Segment& window : text.windows) {
        if (batches.empty() || batches.back().ids.size() + window.count > kBatchTokens) {
            batches.emplace_back();
        }
        TokenBatch& batch = batches.back();
        batch.windows.push_back({batch.ids.size(), window.count});
        const auto begin = text.ids.begin() + static_cast<std::ptrdiff_t>(window.first);
        batch.ids.insert(batch.ids.end(), begin, begin + static_cast<std::ptrdiff_t>(window.count));
    }
    return batches;
}

std::vector<std::uint32_t> window_numbers(const TokenBatch& batch) {
    std::vector<std::uint32_t> numbers(batch.ids.size());
    for (std::size_t w = 0; w < batch.windows.size(); ++w) {
        for (std::size_t i = 0; i < batch.windows[w].count; ++i) {
            numbers[batch.windows[w].first + i] = static_cast<std::uint32_t>(w);
        }
    }
    return numbers;
}

Status run_batch(const Transformer& model, const Transformer& changed, const TokenBatch& batch,
                 std::map<Key, ExpertError>& errors, const WorkContext& context) {
    const auto windows = window_numbers(batch);
    BITLATHE_ASSIGN(ForwardState state, model.begin(batch, context));
    while (state.next_block < model.blocks()) {
        ForwardState again = state;
        Keeper kept;
        BITLATHE_TRY(model.advance(batch, state, &kept, context));
        if (kept.full()) {
            return fail(ErrorCode::kRefused, "not enough memory for the outputs of the experts", {},
                        {}, "take a shorter text");
        }
        Comparer comparer(kept, windows, errors);
        BITLATHE_TRY(changed.advance(batch, again, &comparer, context));
    }
    return {};
}

}  // namespace

Result<std::vector<ExpertError>> measure_expert_errors(const Transformer& model,
                                                       const Transformer& changed,
                                                       const TokenBatch& text,
                                                       const WorkContext& context) {
    if (model.spec().experts == 0 || changed.blocks() != model.blocks() ||
        changed.spec().experts != model.spec().experts ||
        changed.spec().embedding != model.spec().embedding) {
        return fail(ErrorCode::kUsage, "these are not two mixtures of experts of one shape");
    }
    std::map<Key, ExpertError> errors;
    const auto batches = batches_of(text);
    for (std::size_t i = 0; i < batches.size(); ++i) {
        context.report("experts", i, batches.size());
        BITLATHE_TRY(run_batch(model, changed, batches[i], errors, context.quiet()));
    }
    std::vector<ExpertError> result;
    for (const auto& [key, error] : errors) {
        result.push_back(error);
    }
    return result;
}

std::vector<double> expert_importance(const std::vector<ExpertError>& errors,
                                      const ExpertExponents& exponents) {
    std::map<std::uint32_t, std::pair<double, double>> blocks;  // tokens, weight
    for (const ExpertError& error : errors) {
        blocks[error.block].first += static_cast<double>(error.tokens);
        blocks[error.block].second += error.weight;
    }
    std::vector<double> importance;
    for (const ExpertError& error : errors) {
        const auto& [tokens, weight] = blocks[error.block];
        importance.push_back(
            std::pow(static_cast<double>(error.tokens) / tokens, exponents.frequency) *
            std::pow(weight > 0 ? error.weight / weight : 0, exponents.weight) *
            std::pow(error.error, exponents.error));
    }
    return importance;
}

}  // namespace bitlathe
