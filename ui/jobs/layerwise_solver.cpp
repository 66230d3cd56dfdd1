// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/layerwise_solver.h"

#include <cmath>

#include "ui/theme/text.h"

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
    if (!memory.ranking) {
        BITLATHE_ASSIGN(auto zd, block_zd(catalog.model(), errors, context));
        memory.ranking = LayerwiseRanking{rank_blocks(zd), zd};
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

void LayerwiseSolver::ask(const LayerwiseChoice& choice, bool commit) {
    worker_.post([this, memory = memory_, choice, commit, catalog = plan_.shared_catalog(),
                  errors = plan_.errors(), kept = solver_.kept_plan()](
                     const WorkContext& context) -> LatestWorker::Delivery {
        const auto refuse = [this](Error error) -> LatestWorker::Delivery {
            if (error.code == ErrorCode::kCancelled) return {};
            return [this, error] { emit failed(error); };
        };
        const Status recalled = recall(*memory, *catalog, *errors, choice, kept, context);
        if (!recalled) return refuse(recalled.error());
        LayerwiseRanking ranking = *memory->ranking;
        const Problem& problem = memory->question->problem.problem;
        const auto solution = solve_layerwise(problem, {.low = choice.low,
                                                        .high = choice.high,
                                                        .ranking = ranking.blocks,
                                                        .share_low = choice.share_low});
        if (!solution) return refuse(solution.error());
        ranking.low_blocks = static_cast<std::size_t>(
            std::lround(choice.share_low * static_cast<double>(ranking.blocks.size())));
        ranking.bits_per_weight = bits_per_weight(solution->bytes, catalog->parameters());
        return [this, choice, commit, ranking, changes = changes_of(problem, *solution)] {
            show(changes, choice, commit);
            emit answered(ranking);
        };
    });
}

void LayerwiseSolver::show(const std::vector<FormatChange>& changes, const LayerwiseChoice& choice,
                           bool commit) {
    plan_.preview(changes);
    if (!commit) return;
    const QString share = QString::number(choice.share_low * 100, 'f', 0);
    // Names of plans stand in files: they are the same in every language.
    const QString name = QStringLiteral("%1/%2, %3 % low")
                             .arg(format_text(choice.low), format_text(choice.high), share);
    plan_.commit_preview([name] { return tr("Layer-wise %1").arg(name); }, 0, name.toStdString());
}

}  // namespace bitlathe
