// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/session.h"

#include "ui/jobs/model_loader.h"
#include "ui/models/block_columns.h"
#include "ui/theme/text.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

/// Where the loader leaves its result for the GUI thread; read only after the job has ended.
struct Session::LoadSlot {
    LoadedModel loaded;
};

Session::Session(QObject* parent) : QObject(parent), solver_(plan_) {
    connect(&plan_, &PlanModel::opened, &hub_, &SelectionHub::clear);
    connect(&plan_, &PlanModel::opened, this, [this] {
        axis_.reset(plan_.is_open() ? BlockColumnMap(plan_.catalog()).columns().count : 0);
    });
    connect(&profile_, &ProfileFeed::results, this, [this](std::vector<TensorProfile>& profiles) {
        plan_.add_profiles(std::move(profiles));
    });
    connect(&profile_, &ProfileFeed::ended, this, [this](bool complete) {
        if (complete) solver_.errors_complete();
        emit profile_ended(complete);
    });
}

Session::~Session() = default;

void Session::open(const QString& path) {
    if (loader_) loader_->retire();
    auto slot = std::make_shared<LoadSlot>();
    auto work = [slot, file = std::filesystem::path(path.toStdString())](
                    const WorkContext& context) -> Status {
        BITLATHE_ASSIGN(slot->loaded, load_model(file, context));
        return {};
    };
    auto* job = new BackgroundJob(tr("Open"), std::move(work), this);
    loader_ = job;
    connect(job, &BackgroundJob::finished, this, [this, job, path, slot](const Status& status) {
        loader_.clear();
        job->deleteLater();
        take_loaded(path, slot, status);
    });
    emit open_started(path);
}

void Session::take_loaded(const QString& path, const std::shared_ptr<LoadSlot>& slot,
                          const Status& status) {
    if (!status) {
        emit open_ended(path, false);
        emit failed(tr("Could not open"), status.error());
        return;
    }
    profile_.stop();
    solver_.abandon();
    path_ = path;
    plan_.open(slot->loaded.catalog, std::move(slot->loaded.plan));
    emit open_ended(path, true);
    QStringList warnings;
    for (const Warning& warning : slot->loaded.warnings) {
        QString text = to_qstring(warning.message);
        if (!warning.file.empty()) text.prepend(to_qstring(warning.file) + u": "_s);
        if (warning.offset) text += tr(" (at byte %1)").arg(*warning.offset);
        warnings.push_back(text);
    }
    if (!warnings.isEmpty()) emit warned(warnings);
    start_profile();
}

void Session::start_profile() {
    BackgroundJob* job = profile_.start(plan_.shared_catalog());
    connect(job, &BackgroundJob::finished, this, [this, job](const Status& status) {
        if (!status && status.error().code != ErrorCode::kCancelled) {
            emit failed(job->name(), status.error());
        }
        job->deleteLater();
    });
    emit profile_started(*job);
}

bool Session::load_plan(const QString& path) {
    auto plan = bitlathe::load_plan(std::filesystem::path(path.toStdString()));
    if (plan) {
        const Status legal = check_plan(plan_.catalog().model(), *plan, nullptr);
        if (legal) {
            solver_.abandon();
            plan_.replace(*plan, tr("Load plan %1").arg(to_qstring(plan->name)));
            return true;
        }
        Error error = legal.error();
        error.file = path.toStdString();
        emit failed(tr("This plan does not fit the open model"), error);
        return false;
    }
    emit failed(tr("Could not load the plan"), plan.error());
    return false;
}

bool Session::save_plan(const QString& path) {
    const Status saved =
        bitlathe::save_plan(plan_.plan(), std::filesystem::path(path.toStdString()));
    if (!saved) emit failed(tr("Could not save the plan"), saved.error());
    return saved.has_value();
}

void Session::apply_preset(const QString& name) {
    solver_.apply_preset(name);
}

void Session::apply_stored() {
    solver_.abandon();
    Plan plan = stored_plan(plan_.catalog().model(), plan_.catalog().target());
    const Plan now = plan_.plan();
    for (auto& [name, recipe] : plan.tensors) {
        const auto own = now.tensors.find(name);
        if (own != now.tensors.end() && own->second.locked) recipe = own->second;
    }
    plan_.replace(plan, tr("Everything as stored"));
}

void Session::start_export(const ExportRequest& request) {
    auto report = std::make_shared<ExportReport>();
    auto work = [catalog = plan_.shared_catalog(), plan = plan_.plan(), request,
                 report](const WorkContext& context) -> Status {
        BITLATHE_ASSIGN(*report, catalog->target().write(catalog->model(), plan, request, context));
        return {};
    };
    auto* job =
        new BackgroundJob(tr("Export %1").arg(to_qstring(request.destination.filename().string())),
                          std::move(work), this);
    export_ = job;
    connect(job, &BackgroundJob::finished, this, [this, job, report](const Status& status) {
        export_.clear();
        job->deleteLater();
        if (status) {
            emit export_ended(*report);
        } else {
            emit export_ended(fail(status.error()));
        }
    });
    emit job_started(*job);
}

bool Session::idle() const {
    return !loader_ && !export_ && !profile_.running() && !solver_.busy();
}

}  // namespace bitlathe
