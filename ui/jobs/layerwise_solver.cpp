// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/layerwise_solver.h"

#include <cmath>
#include <utility>

#include "ui/models/plan_words.h"

namespace bitlathe {
LayerwiseSolver::LayerwiseSolver(PlanModel& plan, PlanSolver& solver, QObject* parent)
    : QObject(parent), plan_(plan), solver_(solver) {
    const auto forget = [this] {
        worker_.drop();
        memory_ = std::make_shared<Memory>();
    };
    connect(&plan_, &PlanModel::opened, this, forget);
    connect(&plan_, &PlanModel::target_changed, this, forget);
}

void LayerwiseSolver::follow(ActivationBook& activations) {
    activations_ = &activations;
    connect(&activations, &ActivationBook::changed, &worker_, [this] { worker_.drop(); });
}

bool LayerwiseSolver::knows(LayerwiseScore score) const {
    return score == LayerwiseScore::kZd || (activations_ != nullptr && activations_->findings());
}

void LayerwiseSolver::preview(const LayerwiseChoice& choice) {
    ask(choice, false);
}

void LayerwiseSolver::commit(const LayerwiseChoice& choice) {
    worker_.drop();
    ask(choice, true);
}

void LayerwiseSolver::abandon() {
    worker_.drop();
}

Status LayerwiseSolver::recall(Memory& memory, const TensorCatalog& catalog,
                               const ErrorTable& errors, const LayerwiseChoice& choice,
                               const std::shared_ptr<const KeptPlan>& kept,
                               const WorkContext& context) {
    if (memory.zd.empty() && choice.score == LayerwiseScore::kZd) {
        BITLATHE_ASSIGN(memory.zd, block_zd(catalog.model(), errors, context));
    }
    const auto& known = memory.question;
    if (known && known->low == choice.low && known->high == choice.high && known->kept == kept) {
        return {};
    }
    PlanRequest request;
    request.target = std::string(catalog.target().name());
    request.solver = "zd";
    request.low = choice.low;
    request.high = choice.high;
    request.share_low = choice.share_low;
    const Plan locked = kept->locked();
    BITLATHE_ASSIGN(PlanProblem made, make_problem(catalog.model(), request, errors, &locked));
    memory.question = Question{choice.low, choice.high, kept, std::move(made)};
    return {};
}

Result<LayerwiseSolver::Answer> LayerwiseSolver::solve(
    const Memory& memory, const TensorCatalog& catalog, const LayerwiseChoice& choice,
    const std::shared_ptr<const ActivationFindings>& findings) {
    Answer answer;
    LayerwiseRanking& ranking = answer.ranking;
    ranking.score = choice.score;
    if (choice.score == LayerwiseScore::kZd) {
        ranking.scores = memory.zd;
        ranking.blocks = rank_blocks(ranking.scores);
    } else {
        std::vector<double> smaller_first;
        for (const BlockImportance& block : findings->blocks) {
            ranking.scores.push_back(block.lim.value_or(std::nan("")));
            smaller_first.push_back(-ranking.scores.back());
        }
        ranking.blocks = rank_blocks(smaller_first);
    }
    const Problem& problem = memory.question->problem.problem;
    BITLATHE_ASSIGN(const auto solution, solve_layerwise(problem, {.low = choice.low,
                                                                   .high = choice.high,
                                                                   .ranking = ranking.blocks,
                                                                   .share_low = choice.share_low}));
    ranking.low_blocks = static_cast<std::size_t>(
        std::lround(choice.share_low * static_cast<double>(ranking.blocks.size())));
    ranking.bits_per_weight = bits_per_weight(solution.bytes, catalog.parameters());
    answer.changes = changes_of(problem, solution);
    return answer;
}

void LayerwiseSolver::ask(const std::vector<LayerwiseChoice>& choices,
                          std::function<void(const Answers&)> deliver) {
    for (const LayerwiseChoice& choice : choices) {
        if (!knows(choice.score)) return;
    }
    const auto findings = activations_ != nullptr ? activations_->findings() : nullptr;
    worker_.post(
        [this, memory = memory_, choices, findings, deliver = std::move(deliver),
         catalog = plan_.shared_catalog(), errors = plan_.errors(),
         kept = solver_.kept_plan()](const WorkContext& context) -> LatestWorker::Delivery {
            const auto refuse = [this](Error error) -> LatestWorker::Delivery {
                if (error.code == ErrorCode::kCancelled) return {};
                return [this, error] { emit failed(error); };
            };
            Answers answers;
            for (const LayerwiseChoice& choice : choices) {
                const Status recalled = recall(*memory, *catalog, *errors, choice, kept, context);
                if (!recalled) return refuse(recalled.error());
                auto answer = solve(*memory, *catalog, choice, findings);
                if (!answer) return refuse(answer.error());
                answers.push_back(*std::move(answer));
            }
            return [deliver, answers = std::move(answers)] { deliver(answers); };
        });
}

void LayerwiseSolver::ask(const LayerwiseChoice& choice, bool commit) {
    ask(std::vector{choice}, [this, choice, commit](const Answers& answers) {
        show(answers.front().changes, choice, commit);
        emit answered(answers.front().ranking);
    });
}

void LayerwiseSolver::solve_both(const LayerwiseChoice& choice) {
    worker_.drop();
    LayerwiseChoice by_zd = choice;
    LayerwiseChoice by_lim = choice;
    by_zd.score = LayerwiseScore::kZd;
    by_lim.score = LayerwiseScore::kLim;
    ask({by_zd, by_lim}, [this, choice](const Answers& answers) {
        emit solved_both(answers[0].changes, answers[1].changes, choice);
        emit answered(answers[choice.score == LayerwiseScore::kZd ? 0 : 1].ranking);
    });
}

void LayerwiseSolver::show(const std::vector<FormatChange>& changes, const LayerwiseChoice& choice,
                           bool commit) {
    plan_.preview(changes);
    if (!commit) return;
    const std::string name =
        layerwise_name(format_info(choice.low).name, format_info(choice.high).name,
                       choice.share_low, choice.score == LayerwiseScore::kLim);
    plan_.commit_preview([name] { return tr("Layer-wise %1").arg(plan_name_text(name)); }, 0, name);
}

}  // namespace bitlathe
