// SPDX-License-Identifier: GPL-3.0-or-later
// Project files saved.
#include <QFileInfo>
#include <algorithm>
#include <map>
#include <optional>
#include <system_error>
#include <utility>

#include "core/project/project_content.h"
#include "core/targets/destination.h"
#include "ui/jobs/shelved_plans.h"
#include "ui/theme/text.h"
#include "ui/window/session.h"
#include "ui/window/session_view.h"

namespace bitlathe {
namespace {

namespace fs = std::filesystem;

/// Names of plans by what they make of the weights; of the model as stored "".
std::map<std::string, std::string> names_by_content(const PlanSet& set, const Model& model) {
    std::map<std::string, std::string> names{{stored_content(model), ""}};
    for (const auto& plan : set.plans)
        names.emplace(plan_content(model, plan->target(), plan->formats()), plan->name());
    return names;
}

void keep_measured(Project& project, const KeptWork& work, const Model& model) {
    auto names = names_by_content(work.plans, model);
    for (const EvaluationRecord& record : project.evaluations)
        names.emplace(record.measured->content, record.plan);
    for (const QualityBook::Entry& entry : work.measured) {
        // A plan that is on no shelf any more has no name.
        const auto name = names.emplace(entry->content, entry->content).first;
        add_evaluation(project, {name->second, entry});
    }
}

/// What the project holds that was opened, where it is not the one that is written over.
void keep_opened(Project& project, const fs::path& opened, const Model& model) {
    auto other = load_project(opened);
    if (!other || !is_about(other->model, model)) return;
    other->plans = foreign_plans(other->plans, model);  // the others were on the shelf
    add_missing(project, *std::move(other));
}

/// `other`: of the project that is there and of another model. Where nobody wanted that replaced,
/// nothing is written.
Status write_project(const ProjectOrder& order, std::optional<ModelStamp>& other) {
    const Model& model = *order.model;
    const fs::path file = order.path.toStdString();
    const fs::path opened = order.opened.toStdString();
    BITLATHE_TRY(check_file_destination(*model.checkpoint, file, true));
    BITLATHE_ASSIGN(Project project, project_to_extend(file, model, &other));
    if (other && !order.replace_other) return {};
    std::error_code ignored;
    const bool own = fs::equivalent(file, opened, ignored);
    if (!own && !opened.empty()) keep_opened(project, opened, model);
    if (order.profile) project.profile = *order.profile;
    const MeasuredRecords& records = order.work.records;
    if (records.skips) project.skips = *records.skips;
    if (records.output_errors) project.output_errors = *records.output_errors;
    put_plans(project, plan_texts(order.work.plans), model, !own);
    keep_measured(project, order.work, model);
    project.view = order.view;
    return save_project(project, file);
}

}  // namespace

void Session::save_project(const QString& path, NamedTexts view) {
    if (!plan_.is_open()) return;
    view.emplace_back(kCurrentPlanText, plan_.name());
    view.emplace_back(kShownSettingsText, settings_key(quality_.settings()));
    save_project({.model = plan_.catalog().shared_model(),
                  .profile = profiler_.shown(),
                  .work = {shelf_.plans(),
                           shelf_.ids(),
                           quality_.entries(),
                           {profiler_.skips(), profiler_.output_errors()}},
                  .view = std::move(view),
                  .path = path,
                  .opened = project_path_});
}

void Session::save_project(const ProjectOrder& order) {
    const auto other = std::make_shared<std::optional<ModelStamp>>();
    auto work = [order, other](const WorkContext&) { return write_project(order, *other); };
    auto end = [this, order, other](BackgroundJob& job, const Status& status) {
        if (!status) {
            if (status.error().code == ErrorCode::kCancelled) return;
            emit failed([] { return tr("Could not save the project"); }, status.error());
        } else if (*other && !order.replace_other) {
            job.set_outcome([] { return tr("nothing written: it holds another model's project"); });
            emit other_project_found(order, **other);
        } else {
            if (plan_.is_open() && plan_.catalog().shared_model() == order.model) {
                project_path_ = order.path;
                emit work_kept(order.work);
            }
            emit project_saved(order.path);
        }
    };
    exports_.add(
        *this,
        {.name = [file = QFileInfo(order.path).fileName()] { return tr("Save %1").arg(file); },
         .work = std::move(work),
         .end = std::move(end)});
}

}  // namespace bitlathe
