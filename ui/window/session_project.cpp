// SPDX-License-Identifier: GPL-3.0-or-later
// Project files opened: what was found out about a model, and the work on it.
#include <QFileInfo>
#include <system_error>
#include <utility>

#include "ui/jobs/shelved_plans.h"
#include "ui/theme/text.h"
#include "ui/window/session.h"
#include "ui/window/session_view.h"

namespace bitlathe {

/// What the worker that reads a project leaves for the GUI thread.
struct Session::ProjectSlot {
    Project project;
    bool open = false;   ///< its model is open already
    std::string target;  ///< of its current plan, else of its first one; "": no plan says one
};

namespace {

namespace fs = std::filesystem;

/// Where the project says, or beside it when both were moved together.
fs::path source_of(const Project& project, const fs::path& file) {
    const fs::path stated = project.model.path;
    std::error_code ignored;
    if (fs::exists(stated, ignored)) return stated;
    const fs::path beside = file.parent_path() / stated.filename();
    return fs::exists(beside, ignored) ? beside : stated;
}

std::string target_of(const Project& project) {
    const std::string current = text_of(project.view, kCurrentPlanText);
    std::string target;
    for (const auto& [name, text] : project.plans) {
        if (!target.empty() && name != current) continue;
        if (const auto plan = plan_from_text(text, name)) target = plan->target;
        if (name == current) break;
    }
    return target;
}

}  // namespace

BackgroundJob* Session::start_project_job(const QString& path, BackgroundJob::Work work) {
    if (project_job_) project_job_->retire();
    const QString file = QFileInfo(path).fileName();
    auto* job =
        new BackgroundJob([file] { return tr("Open %1").arg(file); }, std::move(work), this);
    project_job_ = job;
    return job;
}

void Session::open_project(const QString& path) {
    auto slot = std::make_shared<ProjectSlot>();
    auto work = [slot, file = fs::path(path.toStdString()),
                 open = plan_.shared_catalog()](const WorkContext&) -> Status {
        BITLATHE_ASSIGN(slot->project, load_project(file));
        slot->open = open && is_about(slot->project.model, open->model());
        slot->target = target_of(slot->project);
        return {};
    };
    BackgroundJob* job = start_project_job(path, std::move(work));
    connect(job, &BackgroundJob::finished, this,
            [this, job, path, slot, open = plan_.shared_catalog()](const Status& status) {
                project_job_.clear();
                job->deleteLater();
                if (!status) {
                    emit open_ended(path, false);
                    return emit failed([] { return tr("Could not open the project"); },
                                       status.error());
                }
                slot->open = slot->open && plan_.is_open() &&
                             plan_.catalog().shared_model() == open->shared_model();
                open_source_of(path, slot);
            });
    emit open_started(path);
    emit load_started(*job);
}

void Session::open_source_of(const QString& path, const std::shared_ptr<ProjectSlot>& slot) {
    const std::shared_ptr<const Project> project(slot, &slot->project);
    if (slot->open) {
        emit open_ended(path, true);
        return take_project(path, project);
    }
    const fs::path source = source_of(*project, path.toStdString());
    load_checkpoint(to_qstring(source.string()), slot->target,
                    [this, path, project] { take_project(path, project); });
}

void Session::take_project(const QString& path, const std::shared_ptr<const Project>& project) {
    auto plans = std::make_shared<ReadPlans>();
    auto work = [project, plans,
                 open = plan_.shared_catalog()](const WorkContext& context) -> Status {
        if (!is_about(project->model, open->model())) {
            return fail(ErrorCode::kRefused, "the weights are not those that were profiled",
                        project->model.path, {},
                        "profile the model again, or open the one that was profiled");
        }
        BITLATHE_ASSIGN(*plans, read_plans(project->plans, text_of(project->view, kCurrentPlanText),
                                           open, context));
        return {};
    };
    BackgroundJob* job = start_project_job(path, std::move(work));
    connect(job, &BackgroundJob::finished, this,
            [this, job, path, project, plans](const Status& status) {
                project_job_.clear();
                job->deleteLater();
                if (!status) {
                    return emit failed([] { return tr("What the project holds is not shown"); },
                                       status.error());
                }
                show_project(path, project, *plans);
            });
    emit load_started(*job);
}

void Session::show_project(const QString& path, const std::shared_ptr<const Project>& project,
                           const ReadPlans& plans) {
    project_path_ = path;
    // A share of the whole: profiles are too large to be copied here.
    if (project->profile) profiler_.take(ActivationProfiler::Profile(project, &*project->profile));
    if (project->experts)
        profiler_.take_experts(std::shared_ptr<const ExpertRecord>(project, &*project->experts));
    KeptWork work;
    if (project->skips) profiler_.take_skips(work.records.skips = {project, &*project->skips});
    if (project->output_errors)
        profiler_.take_output_errors(
            work.records.output_errors = {project, &*project->output_errors});
    for (const EvaluationRecord& record : project->evaluations)
        work.measured.push_back(record.measured);
    measurer_.take(work.measured, text_of(project->view, kShownSettingsText));
    if (!plans.set.plans.empty()) {
        solver_.abandon();
        for (const auto& catalog : plans.catalogs)
            plan_.add_catalog(catalog);
        shelf_.become(plans.set, [name = QFileInfo(path).completeBaseName()] {
            return tr("Plans of the project %1").arg(name);
        });
        work.plans = shelf_.plans();
        work.ids = shelf_.ids();
    }
    emit work_kept(work);
    if (plans.left_out > 0) emit plans_left_out(plans.left_out);
    emit view_found(project->view);
    emit project_opened(path);
}

}  // namespace bitlathe
