// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/compare.h"

namespace bitlathe {
namespace {

/// The context of one of several equal parts of the work.
WorkContext part_of(const WorkContext& context, std::size_t part, std::size_t parts) {
    WorkContext inner = context.quiet();
    if (context.progress) {
        inner.progress = [&context, part, parts](const Progress& p) {
            constexpr std::uint64_t kUnits = 1 << 16;
            const double share =
                p.total == 0 ? 0.0 : static_cast<double>(p.done) / static_cast<double>(p.total);
            context.report("compare",
                           part * kUnits + static_cast<std::uint64_t>(share * double{kUnits}),
                           parts * kUnits);
        };
    }
    return inner;
}

/// What a reference said about the tokens of an evaluation.
std::vector<TokenScore> reference_scores(const Evaluation& evaluation) {
    std::vector<TokenScore> scores;
    for (const TokenScore& score : evaluation.scores) {
        TokenScore other;
        other.window = score.window;
        other.position = score.position;
        other.id = score.id;
        other.nll = score.reference_nll.value_or(0);
        scores.push_back(other);
    }
    return scores;
}

}  // namespace

Result<Comparison> compare_versions(std::shared_ptr<const Model> model,
                                    std::span<const std::shared_ptr<const WeightSource>> versions,
                                    std::span<const ScoredWindow> windows,
                                    const WorkContext& context) {
    if (versions.empty()) {
        return fail(ErrorCode::kUsage, "there is no plan to compare");
    }
    BITLATHE_ASSIGN(const Transformer original, Transformer::create(model));
    Comparison comparison;
    for (std::size_t i = 0; i < versions.size(); ++i) {
        BITLATHE_ASSIGN(const Transformer version, Transformer::create(model, versions[i]));
        EvaluationRequest request;
        request.windows = windows;
        request.reference = &original;
        BITLATHE_ASSIGN(Evaluation evaluation,
                        evaluate(version, request, part_of(context, i, versions.size())));
        comparison.versions.push_back(std::move(evaluation));
    }
    comparison.original_scores = reference_scores(comparison.versions.front());
    comparison.original = perplexity(comparison.original_scores);
    for (std::size_t b = 0; b < versions.size(); ++b) {
        const auto& scores = comparison.versions[b].scores;
        comparison.differences.push_back(
            paired_difference(comparison.original_scores, scores).value_or(PairedDifference{}));
        for (std::size_t a = 0; a < b; ++a) {
            comparison.pairs.push_back({a, b,
                                        paired_difference(comparison.versions[a].scores, scores)
                                            .value_or(PairedDifference{})});
        }
    }
    return comparison;
}

}  // namespace bitlathe
