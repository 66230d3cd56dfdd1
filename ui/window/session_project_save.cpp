// SPDX-License-Identifier: GPL-3.0-or-later
// Project files saved.
#include <QFileInfo>
#include <algorithm>
#include <map>
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

}  // namespace

void Session::save_project(const QString& path, NamedTexts view) {
    if (!plan_.is_open()) return;
    const KeptWork work{shelf_.plans(), shelf_.ids(), quality_.entries()};
    view.emplace_back(kCurrentPlanText, plan_.name());
    view.emplace_back(kShownSettingsText, settings_key(quality_.settings()));
    auto save = [model = plan_.catalog().shared_model(), profile = profiler_.shown(),
                 skips = profiler_.skips(), work, view = std::move(view),
                 file = fs::path(path.toStdString()),
                 opened = fs::path(project_path_.toStdString())](const WorkContext&) -> Status {
        BITLATHE_TRY(check_file_destination(*model->checkpoint, file, true));
        BITLATHE_ASSIGN(Project project, project_to_extend(file, *model));
        std::error_code ignored;
        const bool own = fs::equivalent(file, opened, ignored);
        if (!own && !opened.empty()) keep_opened(project, opened, *model);
        if (profile) project.profile = *profile;
        if (skips) project.skips = *skips;
        put_plans(project, plan_texts(work.plans), *model, !own);
        keep_measured(project, work, *model);
        project.view = view;
        return bitlathe::save_project(project, file);
    };
    const QString file = QFileInfo(path).fileName();
    auto end = [this, path, work, model = plan_.catalog().shared_model()](BackgroundJob&,
                                                                          const Status& status) {
        if (status) {
            if (plan_.is_open() && plan_.catalog().shared_model() == model) {
                project_path_ = path;
                emit work_kept(work);
            }
            emit project_saved(path);
        } else if (status.error().code != ErrorCode::kCancelled) {
            emit failed([] { return tr("Could not save the project"); }, status.error());
        }
    };
    exports_.add(*this, {.name = [file] { return tr("Save %1").arg(file); },
                         .work = std::move(save),
                         .end = std::move(end)});
}

}  // namespace bitlathe
