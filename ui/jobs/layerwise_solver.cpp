// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/layerwise_solver.h"

#include <cmath>

#include "ui/theme/text.h"

namespace bitlathe {
namespace {

struct Answer {
    std::vector<FormatChange> changes;
    LayerwiseRanking ranking;
};

Result<Answer> solve(const TensorCatalog& catalog, const LayerwiseChoice& choice,
                     const std::vector<std::uint32_t>& blocks, const ErrorTable& errors,
                     const Plan& kept) {
    PlanRequest request;
    request.target = std::string(catalog.target().name());
    request.solver = "zd";
    request.low = choice.low;
    request.high = choice.high;
    request.share_low = choice.share_low;
    BITLATHE_ASSIGN(const PlanProblem made, make_problem(catalog.model(), request, errors, &kept));
    BITLATHE_ASSIGN(const Solution solution,
                    solve_layerwise(made.problem, {.low = choice.low,
                                                   .high = choice.high,
                                                   .ranking = blocks,
                                                   .share_low = choice.share_low}));
    Answer answer;
    for (std::size_t i = 0; i < made.problem.items.size(); ++i) {
        const Item& item = made.problem.items[i];
        for (const std::size_t tensor : item.tensors)
            answer.changes.push_back({tensor, item.levels[solution.choice[i]].format});
    }
    answer.ranking.blocks = blocks;
    answer.ranking.low_blocks = static_cast<std::size_t>(
        std::lround(choice.share_low * static_cast<double>(blocks.size())));
    if (catalog.parameters() > 0) {
        answer.ranking.bits_per_weight =
            static_cast<double>(solution.bytes) * 8 / static_cast<double>(catalog.parameters());
    }
    return answer;
}

}  // namespace

LayerwiseSolver::LayerwiseSolver(PlanModel& plan, QObject* parent)
    : QObject(parent), plan_(plan), ranked_(std::make_shared<std::optional<Ranked>>()) {
    const auto forget = [this] {
        worker_.drop();
        ranked_ = std::make_shared<std::optional<Ranked>>();
    };
    connect(&plan_, &PlanModel::opened, this, forget);
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

void LayerwiseSolver::ask(const LayerwiseChoice& choice, bool commit) {
    worker_.post([this, ranked = ranked_, choice, commit, catalog = plan_.shared_catalog(),
                  errors = plan_.errors(), kept = std::make_shared<const Plan>(plan_.plan())](
                     const WorkContext& context) -> LatestWorker::Delivery {
        const auto refuse = [this](Error error) -> LatestWorker::Delivery {
            if (error.code == ErrorCode::kCancelled) return {};
            return [this, error] { emit failed(error); };
        };
        if (!*ranked) {
            auto zd = block_zd(catalog->model(), *errors, context);
            if (!zd) return refuse(zd.error());
            *ranked = Ranked{*zd, rank_blocks(*zd)};
        }
        auto answer = solve(*catalog, choice, (*ranked)->blocks, *errors, *kept);
        if (!answer) return refuse(answer.error());
        answer->ranking.zd = (*ranked)->zd;
        return [this, choice, commit, answer = *std::move(answer)] {
            show(answer.changes, choice, commit);
            emit answered(answer.ranking);
        };
    });
}

void LayerwiseSolver::show(const std::vector<FormatChange>& changes, const LayerwiseChoice& choice,
                           bool commit) {
    plan_.preview(changes);
    if (!commit) return;
    const QString share = QString::number(choice.share_low * 100, 'f', 0);
    const QString name =
        tr("%1/%2, %3 % low").arg(format_text(choice.low), format_text(choice.high), share);
    plan_.commit_preview(tr("Layer-wise %1").arg(name), 0, name.toStdString());
}

}  // namespace bitlathe
