// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/evaluate.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/base/atomic_file.h"
#include "core/evaluation/evaluation_meter.h"
#include "core/evaluation/evaluation_progress.h"

namespace bitlathe {
namespace {

class Evaluator {
public:
    Evaluator(const Transformer& model, const EvaluationRequest& request,
              const WorkContext& context)
        : model_(model),
          request_(request),
          passes_(make_passes(request.windows, tokens_of_pass(model, request))),
          meter_(context, model, request.reference, passes_),
          context_(context) {}

    Result<Evaluation> run() {
        BITLATHE_TRY(check());
        BITLATHE_TRY(open_progress());
        for (std::size_t p = progress_ ? progress_->passes() : 0; p < passes_.size(); ++p) {
            BITLATHE_TRY(run_pass(passes_[p]));
            if (progress_) {
                BITLATHE_TRY(progress_->finish_pass(result_.scores));
            }
        }
        if (progress_) {
            progress_->remove();
        }
        if (writer_) {
            BITLATHE_TRY(context_.check());
            BITLATHE_TRY(writer_->finish());
        }
        if (logits_writer_) {
            BITLATHE_TRY(context_.check());
            BITLATHE_TRY(logits_writer_->finish());
        }
        result_.perplexity = perplexity(result_.scores);
        result_.kl = kl_summary(result_.scores);
        result_.kl_is_lower_bound =
            request_.reference_file != nullptr &&
            request_.reference_file->header().top < request_.reference_file->header().vocabulary;
        return std::move(result_);
    }

private:
    static std::uint64_t tokens_of_pass(const Transformer& model,
                                        const EvaluationRequest& request) {
        return std::max<std::uint64_t>(
            1, request.residual_bytes / (model.spec().embedding * sizeof(float)));
    }

    Status check() {
        const std::uint64_t vocabulary = model_.spec().vocabulary;
        if (request_.reference_file != nullptr) {
            BITLATHE_TRY(request_.reference_file->fits(request_.windows, vocabulary));
        }
        if (request_.reference != nullptr && request_.reference->spec().vocabulary != vocabulary) {
            return fail(ErrorCode::kImpossible,
                        fmt::format("the reference knows {} tokens, the model {}",
                                    request_.reference->spec().vocabulary, vocabulary),
                        {}, {}, "compare models with the same tokenizer");
        }
        if (request_.base_logits != nullptr) {
            BITLATHE_TRY(request_.base_logits->fits(request_.windows, vocabulary));
        }
        if (!request_.save_base_logits.empty()) {
            BITLATHE_ASSIGN(auto writer, BaseLogitsWriter::create(request_.save_base_logits,
                                                                  request_.windows, vocabulary));
            logits_writer_.emplace(std::move(writer));
        }
        if (request_.save_reference.empty()) {
            return {};
        }
        ReferenceHeader header;
        for (const Pass& pass : passes_) {
            header.tokens += pass.predictors.size();
        }
        header.vocabulary = vocabulary;
        header.top = std::min<std::uint64_t>(request_.save_top, vocabulary);
        header.windows_hash = hash_windows(request_.windows);
        BITLATHE_ASSIGN(auto writer, ReferenceWriter::create(request_.save_reference, header));
        writer_.emplace(std::move(writer));
        top_ = header.top;
        return {};
    }

    Status open_progress() {
        if (request_.progress.empty()) {
            return {};
        }
        if (!request_.save_reference.empty() || !request_.save_base_logits.empty() ||
            request_.keep_top != 0) {
            return fail(ErrorCode::kUsage,
                        "a run that writes a reference cannot be continued later", {}, {},
                        "leave out one of the two");
        }
        BITLATHE_ASSIGN(auto progress, EvaluationProgress::open(request_.progress, fingerprint(),
                                                                request_.progress_every));
        progress_.emplace(std::move(progress));
        result_.scores = progress_->scores();
        for (std::size_t p = 0; p < progress_->passes() && p < passes_.size(); ++p) {
            meter_.skip(passes_[p]);
        }
        return {};
    }

    /// All that decides the numbers, and how the text is cut into passes.
    [[nodiscard]] std::string fingerprint() const {
        const auto of = [&](const Transformer* model) {
            return model != nullptr ? model->fingerprint(passes_.front().batch) : std::string("-");
        };
        const std::string file =
            request_.reference_file != nullptr ? request_.reference_file->fingerprint()
            : request_.base_logits != nullptr  ? request_.base_logits->fingerprint()
                                               : "-";
        return fmt::format("{} | {} | {} | {:016x} {}", of(&model_), of(request_.reference), file,
                           hash_windows(request_.windows), passes_.size());
    }

    Result<Buffer> hidden_of(const Transformer& model, const Pass& pass) {
        const WorkContext inner = meter_.blocks(pass.batch.ids.size());
        if (progress_) {
            const bool first = &model == &model_;
            BITLATHE_ASSIGN(const ForwardState state,
                            progress_->run(model, pass.batch, first ? "model" : "reference",
                                           first && request_.reference != nullptr, inner));
            return model.hidden(state, pass.predictors, inner);
        }
        BITLATHE_ASSIGN(const ForwardState state, model.run(pass.batch, nullptr, inner));
        return model.hidden(state, pass.predictors, inner);
    }

    Status run_pass(const Pass& pass) {
        BITLATHE_ASSIGN(const Buffer hidden, hidden_of(model_, pass));
        BITLATHE_ASSIGN(const OutputHead head, model_.head(context_));
        HeadRequest head_request;
        head_request.targets = pass.targets;
        head_request.top = std::max(top_, request_.keep_top);
        std::vector<ReferenceRecord> records;
        std::vector<std::vector<std::uint32_t>> picks;
        if (request_.reference_file != nullptr) {
            BITLATHE_TRY(read_records(pass, records, picks));
            head_request.picks = picks;
        }
        std::optional<BaseDivergence> base;
        if (request_.base_logits != nullptr) {
            base.emplace(*request_.base_logits, result_.scores.size(), pass.targets);
            head_request.sink = &*base;
        }
        const HeadInput ours{hidden.rows(), head};
        std::vector<HeadScore> theirs;
        if (logits_writer_) {
            BITLATHE_TRY(logits_writer_->add_rows(ours, pass.targets, context_));
        }
        if (request_.reference == nullptr) {
            BITLATHE_ASSIGN(const auto scores, score_rows(ours, nullptr, head_request, nullptr,
                                                          meter_.heads(pass.predictors.size())));
            return add(pass, scores, theirs, records, base ? &*base : nullptr);
        }
        BITLATHE_ASSIGN(const Buffer other, hidden_of(*request_.reference, pass));
        BITLATHE_ASSIGN(const OutputHead other_head, request_.reference->head(context_));
        const HeadInput reference{other.rows(), other_head};
        BITLATHE_ASSIGN(const auto scores, score_rows(ours, &reference, head_request, &theirs,
                                                      meter_.heads(pass.predictors.size())));
        return add(pass, scores, theirs, records, nullptr);
    }

    Status read_records(const Pass& pass, std::vector<ReferenceRecord>& records,
                        std::vector<std::vector<std::uint32_t>>& picks) const {
        for (std::size_t i = 0; i < pass.predictors.size(); ++i) {
            BITLATHE_ASSIGN(auto record,
                            request_.reference_file->record(result_.scores.size() + i));
            picks.push_back(record.ids);
            records.push_back(std::move(record));
        }
        return {};
    }

    [[nodiscard]] std::vector<TokenProbability> probabilities(const HeadScore& score) const {
        std::vector<TokenProbability> tops;
        for (std::size_t i = 0; i < std::min(request_.keep_top, score.tops.ids.size()); ++i) {
            tops.push_back({score.tops.ids[i], static_cast<float>(std::exp(
                                                   double{score.tops.logits[i]} - score.log_sum))});
        }
        return tops;
    }

    /// Only what a reference file keeps: more may have been asked for.
    [[nodiscard]] HeadScore first_tops(HeadScore score) const {
        score.tops.ids.resize(std::min(top_, score.tops.ids.size()));
        score.tops.logits.resize(score.tops.ids.size());
        return score;
    }

    Status add(const Pass& pass, const std::vector<HeadScore>& scores,
               const std::vector<HeadScore>& theirs, const std::vector<ReferenceRecord>& records,
               const BaseDivergence* base) {
        std::vector<ReferenceRecord> saved;
        const std::uint32_t first_window = pass.windows.front();
        for (std::size_t i = 0; i < scores.size(); ++i) {
            const std::size_t window = pass.windows[i] - first_window;
            TokenScore score;
            score.window = pass.windows[i];
            score.position = static_cast<std::uint32_t>(pass.predictors[i] + 1 -
                                                        pass.batch.windows[window].first);
            score.id = pass.targets[i];
            score.nll = scores[i].nll();
            if (!theirs.empty()) {
                score.kl = scores[i].kl;
                score.reference_nll = theirs[i].nll();
                score.same_top = theirs[i].top == scores[i].top;
            } else if (base != nullptr) {
                score.kl = base->kl(i, scores[i].log_sum);
                score.reference_nll = base->target_nll(i);
                score.same_top = base->top(i) == scores[i].top;
            } else if (!records.empty()) {
                score.kl = reference_kl(records[i], scores[i].picked, scores[i].log_sum);
                score.reference_nll = -double{records[i].target_log_p};
                score.same_top = records[i].top == scores[i].top;
            }
            if (request_.keep_top != 0) {
                result_.tops.push_back(
                    {probabilities(scores[i]),
                     theirs.empty() ? std::vector<TokenProbability>() : probabilities(theirs[i])});
            }
            if (writer_) {
                saved.push_back(record_of(score.id, first_tops(scores[i])));
            }
            result_.scores.push_back(score);
        }
        return writer_ ? writer_->add(saved) : Status();
    }

    const Transformer& model_;
    const EvaluationRequest& request_;
    std::vector<Pass> passes_;
    EvaluationMeter meter_;
    const WorkContext& context_;
    std::optional<ReferenceWriter> writer_;
    std::optional<BaseLogitsWriter> logits_writer_;
    std::optional<EvaluationProgress> progress_;
    std::size_t top_ = 0;
    Evaluation result_;
};

}  // namespace

Result<Evaluation> evaluate(const Transformer& model, const EvaluationRequest& request,
                            const WorkContext& context) {
    if (request.windows.empty()) {
        return fail(ErrorCode::kUsage, "there is no window to evaluate");
    }
    return Evaluator(model, request, context).run();
}

Status write_scores(std::span<const TokenScore> scores, const std::filesystem::path& path) {
    const bool compared = !scores.empty() && scores.front().kl.has_value();
    std::string text = compared ? "window,position,id,nll,kl,reference_nll,same_top\n"
                                : "window,position,id,nll\n";
    for (const TokenScore& score : scores) {
        text += fmt::format("{},{},{},{:.9g}", score.window, score.position, score.id, score.nll);
        if (compared) {
            text += fmt::format(",{:.9g},{:.9g},{}", score.kl.value_or(0),
                                score.reference_nll.value_or(0),
                                score.same_top.value_or(false) ? 1 : 0);
        }
        text += '\n';
    }
    return write_file(path, text);
}

}  // namespace bitlathe
