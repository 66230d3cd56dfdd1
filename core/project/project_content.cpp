// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project_content.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "core/allocation/plan.h"
#include "core/project/evaluation_tokens.h"
#include "core/targets/planner.h"

namespace bitlathe {
namespace {

namespace fs = std::filesystem;

bool same_subject(const Measurement& a, const Measurement& b) {
    return a.content == b.content && settings_key(a.settings) == settings_key(b.settings);
}

/// How much is known by a measurement, for comparison.
std::pair<bool, bool> knowledge(const Measurement& measurement) {
    return {has_tokens(measurement), measurement.kl.has_value()};
}

template <class T>
void take_missing(std::optional<T>& into, std::optional<T>& from) {
    if (!into) {
        into = std::move(from);
    }
}

bool is_foreign(const std::string& name, const std::string& text, const Model& model) {
    const auto plan = plan_from_text(text, name);
    return !plan || !check_plan(model, *plan, nullptr);
}

}  // namespace

Result<Project> project_to_extend(const fs::path& path, const Model& model,
                                  std::optional<ModelStamp>* other) {
    Project project;
    std::error_code ignored;
    if (fs::exists(path, ignored)) {
        auto earlier = load_project(path);
        if (!earlier) {
            Error error = std::move(earlier).error();
            error.code = ErrorCode::kImpossible;
            error.hint = "it was not replaced: choose another name, or move it away";
            return fail(std::move(error));
        }
        if (is_about(earlier->model, model)) {
            project = *std::move(earlier);
        } else if (other != nullptr) {
            *other = earlier->model;
        }
    }
    project.model = stamp_of(model);
    return project;
}

void add_evaluation(Project& project, EvaluationRecord record) {
    auto& rows = project.evaluations;
    const auto earlier = std::find_if(rows.begin(), rows.end(), [&](const EvaluationRecord& row) {
        return same_subject(*row.measured, *record.measured);
    });
    if (earlier == rows.end()) {
        rows.push_back(std::move(record));
    } else if (knowledge(*record.measured) >= knowledge(*earlier->measured)) {
        *earlier = std::move(record);
    }
}

void add_missing(Project& project, Project other) {
    take_missing(project.profile, other.profile);
    take_missing(project.imatrix, other.imatrix);
    take_missing(project.skips, other.skips);
    take_missing(project.experts, other.experts);
    take_missing(project.output_errors, other.output_errors);
    std::swap(project.evaluations, other.evaluations);
    for (EvaluationRecord& record : other.evaluations) {
        add_evaluation(project, std::move(record));
    }
    for (auto& plan : other.plans) {
        if (std::find(project.plans.begin(), project.plans.end(), plan) == project.plans.end()) {
            project.plans.push_back(std::move(plan));
        }
    }
}

NamedTexts foreign_plans(const NamedTexts& plans, const Model& model) {
    NamedTexts foreign;
    for (const auto& [name, text] : plans) {
        if (is_foreign(name, text, model)) {
            foreign.emplace_back(name, text);
        }
    }
    return foreign;
}

void put_plans(Project& project, NamedTexts plans, const Model& model, bool keep_others) {
    const std::size_t own = plans.size();
    for (auto& [name, text] : project.plans) {
        const auto end = plans.begin() + static_cast<std::ptrdiff_t>(own);
        const bool replaced = std::any_of(
            plans.begin(), end, [&name = name](const auto& plan) { return plan.first == name; });
        if ((keep_others && !replaced) || is_foreign(name, text, model)) {
            plans.emplace_back(std::move(name), std::move(text));
        }
    }
    project.plans = std::move(plans);
}

}  // namespace bitlathe
