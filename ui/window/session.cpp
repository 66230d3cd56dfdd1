// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/session.h"

#include <QFileInfo>

#include "core/allocation/plan_source.h"
#include "core/project/sealed_file.h"
#include "ui/jobs/model_loader.h"
#include "ui/jobs/preset_preview.h"
#include "ui/models/block_columns.h"
#include "ui/models/plan_words.h"
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
        axis_.reset(plan_.is_open() ? plan_.catalog().columns()->columns().count : 0);
    });
    connect(&profile_, &ProfileFeed::results, this, [this](std::vector<TensorProfile>& profiles) {
        plan_.add_profiles(std::move(profiles));
    });
    connect(&profile_, &ProfileFeed::ended, this, [this](bool complete) {
        profile_declined_ = !complete;
        if (complete && !solver_.ready()) solver_.errors_complete();
        emit profile_ended(complete);
    });
    connect(&plan_, &PlanModel::target_changed, this, [this] {
        const int count = plan_.catalog().columns()->columns().count;
        if (count != axis_.columns()) axis_.reset(count);
        profile_declined_ = false;
        start_profile();
    });
    connect(&plan_.undo_stack(), &QUndoStack::indexChanged, this, &Session::measure_planned);
    shelf_.follow(quality_);
}

Session::~Session() {
    // The undo stack goes after what measures, and tells of its own end.
    disconnect(&plan_.undo_stack(), nullptr, this, nullptr);
}

void Session::open(const QString& path) {
    const std::filesystem::path file = path.toStdString();
    if (is_sealed_project(file)) return open_project(path);
    if (!looks_like_plan(file)) return open_checkpoint(path, {});
    const auto plan = bitlathe::load_plan(file);
    if (!plan) return emit failed([] { return tr("Could not load the plan"); }, plan.error());
    const bool same_model = plan_.is_open() && !plan_.fingerprint().empty() &&
                            plan->checkpoint_fingerprint == plan_.fingerprint();
    if (same_model) {
        (void)load_plan(path);
        return;
    }
    const std::filesystem::path source = source_of(*plan, file);
    if (source.empty()) {
        const Error error{ErrorCode::kRefused,
                          "the plan does not say which checkpoint it was made for",
                          file.string(),
                          {},
                          "Open the checkpoint, then load the plan."};
        return emit failed([] { return tr("Could not load the plan"); }, error);
    }
    open_checkpoint(QString::fromStdString(source.string()), path, plan->target);
}

void Session::reload() {
    if (plan_.is_open()) open_checkpoint(path_, {}, std::string(plan_.catalog().target().name()));
}

void Session::open_checkpoint(const QString& path, const QString& plan, const std::string& target) {
    load_checkpoint(path, target, [this, plan] {
        if (!plan.isEmpty()) (void)load_plan(plan);
    });
}

void Session::load_checkpoint(const QString& path, const std::string& target,
                              std::function<void()> then) {
    if (loader_) loader_->retire();
    if (project_job_) project_job_->retire();
    project_job_.clear();
    auto slot = std::make_shared<LoadSlot>();
    auto work = [slot, target, file = std::filesystem::path(path.toStdString())](
                    const WorkContext& context) -> Status {
        BITLATHE_ASSIGN(slot->loaded, load_model(file, context, target));
        return {};
    };
    const QString file = QFileInfo(path).fileName();
    auto* job =
        new BackgroundJob([file] { return tr("Open %1").arg(file); }, std::move(work), this);
    loader_ = job;
    connect(job, &BackgroundJob::finished, this,
            [this, job, path, then = std::move(then), slot](const Status& status) {
                loader_.clear();
                job->deleteLater();
                take_loaded(path, slot, status);
                if (status) then();
            });
    emit open_started(path);
    emit load_started(*job);
}

void Session::take_loaded(const QString& path, const std::shared_ptr<LoadSlot>& slot,
                          const Status& status) {
    if (!status) {
        emit open_ended(path, false);
        emit failed([] { return tr("Could not open"); }, status.error());
        return;
    }
    profile_.stop();
    if (target_) target_->retire();
    target_.clear();
    solver_.abandon();
    path_ = path;
    project_path_.clear();
    saved_.reset();
    profile_declined_ = true;  // until the new model is there
    plan_.open(*slot->loaded.plan);
    profile_declined_ = false;
    emit open_ended(path, true);
    if (!slot->loaded.warnings.empty()) emit warned(slot->loaded.warnings);
    start_profile();
}

void Session::start_profile() {
    profile_.stop();
    std::vector<FormatId> planned;
    for (std::size_t i = 0; i < plan_.catalog().size(); ++i)
        planned.push_back(plan_.committed_format(i));
    auto requests = ProfileFeed::missing(plan_.catalog(), *plan_.errors(), planned);
    if (requests.empty()) {
        if (!solver_.ready()) solver_.errors_complete();
        return emit profile_ended(true);
    }
    BackgroundJob* job = profile_.start(plan_.shared_catalog(), std::move(requests));
    connect(job, &BackgroundJob::finished, this, [this, job](const Status& status) {
        if (!status && status.error().code != ErrorCode::kCancelled) {
            emit failed(job->name(), status.error());
        }
        job->deleteLater();
    });
    job->set_again([this] {
        if (plan_.is_open() && !profile_.running()) start_profile();
    });
    emit profile_started(*job);
}

void Session::measure_planned() {
    const bool known = !plan_.is_open() || plan_.committed_totals().estimated_loss.has_value();
    if (known || profile_declined_ || profile_.running() || !solver_.ready()) return;
    start_profile();
}

void Session::apply_preset(const QString& name) {
    solver_.apply_preset(name);
}

void Session::apply_stored() {
    solver_.abandon();
    plan_.replace(plan_.as_stored(), [] { return tr("Everything as stored"); });
}

void Session::measure_all() {
    if (!measurer_.ready()) return;
    const auto known = [this](const QualityBook::Entry& entry) {
        return entry && (entry->kl || !quality_.settings().compare);
    };
    if (!quality_.original()) measurer_.measure([] { return tr("the original"); }, nullptr);
    for (int row = 0; row < shelf_.rowCount(); ++row) {
        const auto plan = shelf_.kept(row);
        const QualityBook::Entry entry = quality_.of(plan);
        const bool as_stored = quality_.content_of(plan) == quality_.original_content();
        if (!as_stored && !known(entry))
            measurer_.measure([name = plan->name()] { return plan_name_text(name); }, plan);
    }
}

bool Session::idle() const {
    return !loader_ && !project_job_ && profiler_.idle() && skipper_.idle() &&
           output_error_measurer_.idle() && !target_ && !exporting() && !profile_.running() &&
           !solver_.busy() && !landscape_.busy() && measurer_.idle();
}

}  // namespace bitlathe
