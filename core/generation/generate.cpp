// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/generation/generate.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <optional>

#include <fmt/format.h>

#include "core/base/memory.h"
#include "core/base/pieces.h"
#include "core/forward/sequence_run.h"
#include "core/generation/sampler.h"

namespace bitlathe {
namespace {

/// Tokens of the prompt that go through the model together.
constexpr std::size_t kPromptTokens = 512;

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point begin) {
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

class Generator {
public:
    Generator(const Transformer& model, const GenerateRequest& request, const WorkContext& context)
        : model_(model),
          request_(request),
          context_(context),
          inner_(context.quiet()),
          sampler_({request.temperature, request.top_k, request.top_p}, request.seed),
          logits_(model.spec().vocabulary) {}

    Result<Generation> run() {
        BITLATHE_TRY(begin());
        const auto start = Clock::now();
        BITLATHE_TRY(read_prompt());
        result_.prompt_seconds = seconds_since(start);
        const auto first = Clock::now();
        while (result_.tokens.size() < count_) {
            context_.report("generate", result_.tokens.size(), count_);
            if (!result_.tokens.empty()) {
                BITLATHE_TRY(step({&result_.tokens.back().id, 1}));
            }
            if (!take_token()) {
                break;
            }
        }
        result_.token_seconds = seconds_since(first);
        context_.report("generate", count_, count_);
        return std::move(result_);
    }

private:
    Status begin() {
        if (request_.prompt.empty()) {
            return fail(ErrorCode::kUsage, "there is no prompt", {}, {}, "give some text");
        }
        if (!std::isfinite(request_.temperature) || request_.temperature < 0) {
            return fail(ErrorCode::kUsage,
                        fmt::format("the temperature cannot be {}", request_.temperature), {}, {},
                        "take 0 or more");
        }
        if (!(request_.top_p > 0 && request_.top_p <= 1)) {
            return fail(ErrorCode::kUsage, fmt::format("top-p cannot be {}", request_.top_p), {},
                        {}, "take more than 0 and at most 1");
        }
        // The last token is not taken through the model, so that it needs no place.
        SequenceOptions options;
        options.capacity = request_.prompt.size() + request_.count;
        const auto positions = model_.positions();
        if (positions && options.capacity > *positions && *positions >= request_.prompt.size()) {
            options.capacity = *positions;
            end_ = GenerationEnd::kContext;
        }
        count_ = options.capacity - std::min(options.capacity, request_.prompt.size());
        options.weight_bytes =
            request_.weight_bytes != 0 ? request_.weight_bytes : available_memory() / 2;
        BITLATHE_ASSIGN(run_, SequenceRun::begin(model_, options, inner_));
        return {};
    }

    Status read_prompt() {
        const Pieces pieces(request_.prompt.size(), kPromptTokens);
        for (std::size_t i = 0; i < pieces.count(); ++i) {
            const Piece piece = pieces.at(i);
            context_.report("prompt", piece.first, request_.prompt.size());
            BITLATHE_TRY(
                step(request_.prompt.subspan(piece.first, piece.count), i + 1 == pieces.count()));
        }
        return {};
    }

    /// Takes tokens through the model; afterwards logits_ are about the one that comes next.
    Status step(std::span<const std::uint32_t> ids, bool last = true) {
        BITLATHE_ASSIGN(const Buffer hidden, run_->extend(ids, inner_));
        if (!last) {
            return {};
        }
        const ConstRows rows = hidden.rows();
        const ConstRows row = {hidden.row(ids.size() - 1), 1, rows.cols, rows.stride};
        return run_->logits(row, {logits_.data(), 1, logits_.size(), logits_.size()}, inner_);
    }

    /// Chooses a token and tells it; false at the end of the text.
    bool take_token() {
        const double log_sum = log_sum_exp(logits_);
        GeneratedToken token;
        token.id = sampler_.next(logits_);
        token.log_p = double{logits_[token.id]} - log_sum;
        token.top = top_chances(logits_, log_sum, request_.top);
        result_.tokens.push_back(std::move(token));
        const GeneratedToken& told = result_.tokens.back();
        const bool goes_on = !request_.on_token || request_.on_token(told);
        const auto& stop = request_.stop;
        if (std::find(stop.begin(), stop.end(), told.id) != stop.end()) {
            result_.end = GenerationEnd::kStop;
            return false;
        }
        result_.end = goes_on ? end_ : GenerationEnd::kCaller;
        return goes_on;
    }

    const Transformer& model_;
    const GenerateRequest& request_;
    const WorkContext& context_;
    WorkContext inner_;
    Sampler sampler_;
    std::vector<float> logits_;
    std::unique_ptr<SequenceRun> run_;
    std::size_t count_ = 0;
    GenerationEnd end_ = GenerationEnd::kCount;
    Generation result_;
};

}  // namespace

double Generation::tokens_per_second() const {
    return tokens.size() > 1 && token_seconds > 0
               ? static_cast<double>(tokens.size() - 1) / token_seconds
               : 0;
}

Result<Generation> generate(const Transformer& model, const GenerateRequest& request,
                            const WorkContext& context) {
    return Generator(model, request, context).run();
}

Result<std::vector<std::uint32_t>> prompt_ids(const Tokenizer& tokenizer, std::string_view prompt) {
    BITLATHE_ASSIGN(std::vector<std::uint32_t> ids, tokenizer.encode(prompt));
    if (ids.empty()) {
        return fail(ErrorCode::kUsage, "the prompt has no tokens", {}, {}, "give some text");
    }
    return ids;
}

}  // namespace bitlathe
