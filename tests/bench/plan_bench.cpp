// SPDX-License-Identifier: GPL-3.0-or-later
// Solvers on the 224 linear layers of Llama-3.1-8B x 15 levels, and on a made-up mixture of experts
// of 50,000 tensors; what one step of a drag costs on such a model.
#include <cmath>
#include <random>

#include <benchmark/benchmark.h>

#include "core/allocation/problem.h"
#include "core/targets/plan_evaluator.h"
#include "tests/core/allocation/llama_fixture.h"
#include "tests/core/targets/plan_fixture.h"

namespace bitlathe {
namespace {

Problem experts() {
    std::mt19937_64 random(9);
    Problem problem;
    for (int i = 0; i < 50'000; ++i) {
        Item item;
        const double weight = std::exp(static_cast<double>(random() % 1000) / 100);
        const std::uint64_t size = (1 + random() % 3) * 4096;
        for (std::uint64_t bits = 2; bits <= 8; ++bits) {
            item.levels.push_back({FormatId(static_cast<std::uint16_t>(bits)),
                                   size * (bits * 32 + 2),
                                   weight * std::pow(4.0, -static_cast<double>(bits))});
        }
        problem.items.push_back(std::move(item));
    }
    const FeasibleRange range = feasible_range(problem);
    problem.budget_bytes = range.min_bytes + (range.max_bytes - range.min_bytes) / 3;
    return problem;
}

void solve(benchmark::State& state, const Problem& problem) {
    const Solver& solver = all_solvers()[static_cast<std::size_t>(state.range(0))];
    double loss = 0;
    for (auto _ : state) {
        loss = solver.solve(problem, {})->loss;
        benchmark::DoNotOptimize(loss);
    }
    state.SetLabel(std::string(solver.name));
    state.counters["loss"] = loss;
}

void BM_SolveLlama(benchmark::State& state) {
    solve(state, llama_fixture::problem(static_cast<double>(state.range(1)) / 4));
}
BENCHMARK(BM_SolveLlama)->ArgsProduct({{0, 1, 2}, {8, 13, 16}})->Unit(benchmark::kMillisecond);

void BM_SolveExperts(benchmark::State& state) {
    solve(state, experts());
}
BENCHMARK(BM_SolveExperts)->DenseRange(0, 2)->Unit(benchmark::kMillisecond);

void BM_FrontLlama(benchmark::State& state) {
    const Problem problem = llama_fixture::problem(3);
    for (auto _ : state) {
        benchmark::DoNotOptimize(pareto_front(problem, {}));
    }
}
BENCHMARK(BM_FrontLlama)->Unit(benchmark::kMillisecond);

void BM_FrontExperts(benchmark::State& state) {
    const Problem problem = experts();
    for (auto _ : state) {
        benchmark::DoNotOptimize(pareto_front(problem, {}));
    }
}
BENCHMARK(BM_FrontExperts)->Unit(benchmark::kMillisecond);

/// 50,000 tensors with six errors each.
struct LargeModel {
    std::shared_ptr<const Model> model = test::llama(12'500, 256);
    std::vector<FormatId> formats{test::format("Q2_K"), test::format("Q3_K"), test::format("Q4_K"),
                                  test::format("Q5_K"), test::format("Q6_K"), test::format("Q8_0")};
    ErrorTable errors = test::errors_for(*model, formats);
};

const LargeModel& large_model() {
    static const LargeModel kLarge;
    return kLarge;
}

/// One drag step that changes as many tensors as the argument says.
void BM_DragStep(benchmark::State& state) {
    const LargeModel& large = large_model();
    const PlanEvaluator evaluator(large.model, Plan{}, large.errors);
    std::mt19937_64 random(1);
    // Spread over the whole model, in its order, as a stroke over many bars is.
    const std::size_t stride =
        large.model->places.size() / static_cast<std::size_t>(state.range(0));
    std::vector<FormatChange> changes;
    for (std::int64_t j = 0; j < state.range(0); ++j) {
        changes.push_back({static_cast<std::size_t>(j) * stride, {}});
    }
    for (auto _ : state) {
        for (FormatChange& change : changes) {
            change.format = large.formats[random() % large.formats.size()];
        }
        benchmark::DoNotOptimize(evaluator.with_changes(changes));
    }
}
BENCHMARK(BM_DragStep)->Arg(1)->Arg(100)->Arg(1'000)->Arg(50'000)->Unit(benchmark::kMicrosecond);

void BM_MakeEvaluator(benchmark::State& state) {
    const LargeModel& large = large_model();
    for (auto _ : state) {
        benchmark::DoNotOptimize(PlanEvaluator(large.model, Plan{}, large.errors).current());
    }
}
BENCHMARK(BM_MakeEvaluator)->Unit(benchmark::kMillisecond);

/// From errors to a checked plan for the whole model, as `plan --budget` does it.
void BM_MakePlan(benchmark::State& state) {
    const LargeModel& large = large_model();
    PlanRequest request;
    request.budget = Budget{Budget::Unit::kBitsPerWeight, 4.5};
    for (auto _ : state) {
        benchmark::DoNotOptimize(make_plan(*large.model, request, large.errors, {}));
    }
}
BENCHMARK(BM_MakePlan)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace bitlathe
