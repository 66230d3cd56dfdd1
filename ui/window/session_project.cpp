// SPDX-License-Identifier: GPL-3.0-or-later
// Project files: what was found out about a model, opened and saved.
#include <QFileInfo>
#include <system_error>

#include "core/project/sealed_file.h"
#include "core/targets/destination.h"
#include "ui/theme/text.h"
#include "ui/window/session.h"

namespace bitlathe {
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

/// What is at the place and stays there: a project of the same model.
Project earlier_project(const fs::path& path, const ModelStamp& model) {
    Project project;
    if (is_sealed_project(path)) {
        auto earlier = load_project(path);
        if (earlier && earlier->model.fingerprint == model.fingerprint)
            project = *std::move(earlier);
    }
    project.model = model;
    return project;
}

}  // namespace

void Session::open_project(const QString& path) {
    if (project_job_) project_job_->retire();
    auto project = std::make_shared<Project>();
    auto work = [project, file = fs::path(path.toStdString())](const WorkContext&) -> Status {
        BITLATHE_ASSIGN(*project, load_project(file));
        return {};
    };
    const QString file = QFileInfo(path).fileName();
    auto* job =
        new BackgroundJob([file] { return tr("Open %1").arg(file); }, std::move(work), this);
    project_job_ = job;
    connect(job, &BackgroundJob::finished, this, [this, job, path, project](const Status& status) {
        project_job_.clear();
        job->deleteLater();
        if (!status) {
            emit open_ended(path, false);
            return emit failed([] { return tr("Could not open the project"); }, status.error());
        }
        open_source_of(path, project);
    });
    emit open_started(path);
    emit load_started(*job);
}

void Session::open_source_of(const QString& path, const std::shared_ptr<const Project>& project) {
    if (plan_.is_open() && plan_.fingerprint() == project->model.fingerprint) {
        emit open_ended(path, true);
        return take_project(path, project);
    }
    const fs::path source = source_of(*project, path.toStdString());
    load_checkpoint(to_qstring(source.string()), {},
                    [this, path, project] { take_project(path, project); });
}

void Session::take_project(const QString& path, const std::shared_ptr<const Project>& project) {
    if (plan_.fingerprint() != project->model.fingerprint) {
        const Error error{ErrorCode::kRefused,
                          "the weights are not those that were profiled",
                          project->model.path,
                          {},
                          "profile the model again, or open the one that was profiled"};
        return emit failed([] { return tr("What the project holds is not shown"); }, error);
    }
    project_path_ = path;
    // A share of the whole: profiles are too large to be copied here.
    if (project->profile) profiler_.take(ActivationProfiler::Profile(project, &*project->profile));
    if (project->skips) profiler_.take_skips(ActivationProfiler::Skips(project, &*project->skips));
    emit project_opened(path);
}

void Session::save_project(const QString& path) {
    if (!plan_.is_open()) return;
    auto work = [model = plan_.catalog().shared_model(), profile = profiler_.shown(),
                 skips = profiler_.skips(),
                 file = fs::path(path.toStdString())](const WorkContext&) -> Status {
        BITLATHE_TRY(check_file_destination(*model->checkpoint, file, true));
        Project project = earlier_project(file, stamp_of(*model));
        if (profile) project.profile = *profile;
        if (skips) project.skips = *skips;
        return bitlathe::save_project(project, file);
    };
    const QString file = QFileInfo(path).fileName();
    auto* job = new BackgroundJob([file] { return tr("Save %1").arg(file); }, std::move(work), this,
                                  BackgroundJob::Start::kLater);
    const std::string model = plan_.fingerprint();
    connect(job, &BackgroundJob::finished, this, [this, job, path, model](const Status& status) {
        job->deleteLater();
        if (status) {
            if (plan_.is_open() && plan_.fingerprint() == model) project_path_ = path;
            emit project_saved(path);
        } else if (status.error().code != ErrorCode::kCancelled) {
            emit failed([] { return tr("Could not save the project"); }, status.error());
        }
    });
    exports_.add(*job);
    emit load_started(*job);
}

}  // namespace bitlathe
