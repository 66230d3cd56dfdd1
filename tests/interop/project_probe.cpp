// SPDX-License-Identifier: GPL-3.0-or-later
// A project with what the window puts into one, for scripts that read it with other libraries.
// Usage: project_probe MODEL TEXT OUT.bitlathe
// Measures the model as stored and under a plan on two windows of 32 tokens; what it found goes to
// stdout as JSON: {"rows": [{"plan", "perplexity", "kl", "nll": [...], "ids": [...], "tops":
// [[[id, p], ...], ...]}], "plans": {NAME: TEXT}, "view": {NAME: TEXT}}.
#include <cstdio>
#include <memory>

#include "core/base/json.h"
#include "core/project/project.h"
#include "core/targets/planner.h"

namespace {

using namespace bitlathe;

Json row_of(const EvaluationRecord& record) {
    const Measurement& measured = *record.measured;
    Json row{{"plan", record.plan}, {"perplexity", measured.perplexity.value}};
    row["kl"] = measured.kl ? Json(measured.kl->mean) : Json();
    for (const TokenScore& score : measured.scores) {
        row["nll"].push_back(score.nll);
        row["ids"].push_back(score.id);
    }
    for (const TokenTops& tops : measured.tops) {
        Json list = Json::array();
        for (const TokenProbability& top : tops.model) {
            list.push_back({top.id, top.p});
        }
        row["tops"].push_back(std::move(list));
    }
    return row;
}

Result<Project> make_project(const char* path, const char* text) {
    BITLATHE_ASSIGN(auto model, open_model(path));
    BITLATHE_ASSIGN(const RunnableModel runnable, find_runnable(model));
    PlanRequest request;
    request.target = "gguf";
    request.preset = "Q4_K_M";
    BITLATHE_ASSIGN(const Plan plan, make_plan(*model, request, {}, {}));
    MeasureSettings settings;
    BITLATHE_ASSIGN(settings.text, look_at_text(text, {}));
    settings.context = 32;
    settings.windows = 2;
    Project project;
    project.model = stamp_of(*model);
    for (const Plan* measured : {static_cast<const Plan*>(nullptr), &plan}) {
        BITLATHE_ASSIGN(Measurement found, measure(runnable, measured, settings, {}));
        project.evaluations.push_back({measured != nullptr ? plan.name : std::string(),
                                       std::make_shared<const Measurement>(std::move(found))});
    }
    project.plans = {{plan.name, plan_to_text(plan)}, {"second", plan_to_text(plan)}};
    project.view = {{"page", "tokensPage"}, {"plan", plan.name}, {"filter", "größer ␣"}};
    return project;
}

Json object_of(const NamedTexts& texts) {
    Json object = Json::object();
    for (const auto& [name, text] : texts) {
        object[name] = text;
    }
    return object;
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 4) {
        return 2;
    }
    const auto project = make_project(arguments[1], arguments[2]);
    const Status saved = project ? save_project(*project, arguments[3]) : fail(project.error());
    if (!saved) {
        std::fprintf(stderr, "%s\n", saved.error().to_string().c_str());
        return 3;
    }
    Json document{{"plans", object_of(project->plans)}, {"view", object_of(project->view)}};
    for (const EvaluationRecord& record : project->evaluations) {
        document["rows"].push_back(row_of(record));
    }
    std::printf("%s\n", document.dump().c_str());
    return 0;
}
