// SPDX-License-Identifier: GPL-3.0-or-later
// Plan files and targets of the open model.
#include "core/targets/target_choice.h"
#include "ui/theme/text.h"
#include "ui/window/session.h"

namespace bitlathe {

/// Where a job about a target leaves its result; read only after the job has ended.
struct Session::TargetSlot {
    std::optional<KeptPlan> asked;  ///< the plan that was looked at
    TargetOffer offer;
};

namespace {

Result<std::shared_ptr<const TensorCatalog>> catalog_of(
    const std::shared_ptr<const TensorCatalog>& known,
    const std::shared_ptr<const TensorCatalog>& current, const Target& target,
    const WorkContext& context) {
    if (known) return known;
    context.report("rules", 0, 0);
    return TensorCatalog::build(current->shared_model(), target, context);
}

Status check_for(const Model& model, const Plan& plan, const QString& path) {
    Status legal = check_plan(model, plan, nullptr);
    if (!legal) legal.error().file = path.toStdString();
    return legal;
}

}  // namespace

// Plan files -------------------------------------------------------------------------------------

bool Session::load_plan(const QString& path) {
    auto loaded = bitlathe::load_plan(std::filesystem::path(path.toStdString()));
    if (!loaded) {
        emit failed([] { return tr("Could not load the plan"); }, loaded.error());
        return false;
    }
    const auto plan = std::make_shared<const Plan>(*std::move(loaded));
    if (!plan_.catalog_for(plan->target)) return load_for_target(path, plan);
    if (const Status legal = check_for(plan_.catalog().model(), *plan, path); !legal) {
        emit failed([] { return tr("This plan does not fit the open model"); }, legal.error());
        return false;
    }
    take_plan(path, *plan);
    return true;
}

bool Session::load_for_target(const QString& path, const std::shared_ptr<const Plan>& plan) {
    const Target* target = find_target(plan->target);
    if (target == nullptr) {
        const Error error{ErrorCode::kImpossible, "there is no target \"" + plan->target + "\"",
                          path.toStdString()};
        emit failed([] { return tr("This plan does not fit the open model"); }, error);
        return false;
    }
    if (!speaks_of(*target, plan_.catalog().model())) {
        open_checkpoint(path_, path, plan->target);
        return true;
    }
    auto slot = std::make_shared<TargetSlot>();
    auto work = [slot, plan, path, target,
                 current = plan_.shared_catalog()](const WorkContext& context) -> Status {
        BITLATHE_TRY(check_for(current->model(), *plan, path));
        BITLATHE_ASSIGN(slot->offer.catalog, catalog_of(nullptr, current, *target, context));
        return {};
    };
    BackgroundJob* job = start_target_job(*target, std::move(work));
    connect(job, &BackgroundJob::finished, this, [this, job, slot, plan, path](const Status& done) {
        target_.clear();
        job->deleteLater();
        if (!done) {
            emit failed([] { return tr("This plan does not fit the open model"); }, done.error());
            return;
        }
        plan_.add_catalog(slot->offer.catalog);
        take_plan(path, *plan);
    });
    emit target_started(*job);
    return true;
}

void Session::take_plan(const QString& path, const Plan& plan) {
    solver_.abandon();
    plan_.replace(plan, [name = to_qstring(plan.name)] { return tr("Load plan %1").arg(name); });
    saved_.emplace(plan_.shared_catalog(), plan);
    saved_path_ = path;
}

bool Session::save_plan(const QString& path) {
    const KeptPlan plan = plan_.kept();
    const Status saved =
        bitlathe::save_plan(plan.plan(), std::filesystem::path(path.toStdString()));
    if (!saved) {
        emit failed([] { return tr("Could not save the plan"); }, saved.error());
        return false;
    }
    saved_ = plan;
    saved_path_ = path;
    return true;
}

QString Session::saved_plan() const {
    return saved_ && *saved_ == plan_.kept() ? saved_path_ : QString();
}

// Targets ----------------------------------------------------------------------------------------

BackgroundJob* Session::start_target_job(const Target& target, BackgroundJob::Work work) {
    if (target_) target_->retire();
    const QString name = to_qstring(target.name());
    auto* job = new BackgroundJob([name] { return tr("Rules of the target %1").arg(name); },
                                  std::move(work), this);
    target_ = job;
    return job;
}

bool Session::opens_again(const QString& target) const {
    const Target* found = find_target(target.toStdString());
    return found != nullptr && plan_.is_open() && !speaks_of(*found, plan_.catalog().model());
}

void Session::change_target(const QString& name) {
    const Target* target = find_target(name.toStdString());
    if (target == nullptr || !plan_.is_open() || target == &plan_.catalog().target()) {
        return emit target_ended(false);
    }
    if (opens_again(name)) {
        if (target_) target_->retire();
        target_.clear();
        return open_checkpoint(path_, {}, name.toStdString());
    }
    auto slot = std::make_shared<TargetSlot>();
    slot->asked = plan_.kept();
    auto work = [slot, target, known = plan_.catalog_for(target->name()),
                 current = plan_.shared_catalog(),
                 errors = plan_.errors()](const WorkContext& context) -> Status {
        BITLATHE_ASSIGN(slot->offer.catalog, catalog_of(known, current, *target, context));
        BITLATHE_ASSIGN(auto change, bitlathe::change_target(current->model(), slot->asked->plan(),
                                                             *target, *errors, nullptr, context));
        slot->offer.change = std::make_shared<const TargetChange>(std::move(change));
        return {};
    };
    BackgroundJob* job = start_target_job(*target, std::move(work));
    connect(job, &BackgroundJob::finished, this, [this, job, slot](const Status& status) {
        target_.clear();
        job->deleteLater();
        take_target(slot, status);
    });
    emit target_started(*job);
}

void Session::take_target(const std::shared_ptr<TargetSlot>& slot, const Status& status) {
    if (!status) {
        if (status.error().code != ErrorCode::kCancelled)
            emit failed([] { return tr("The target cannot be changed"); }, status.error());
        return emit target_ended(false);
    }
    // Edited meanwhile: what was found out may not be true any more.
    if (plan_.kept() != *slot->asked) {
        return change_target(to_qstring(slot->offer.catalog->target().name()));
    }
    if (slot->offer.change->conflicts.empty()) {
        accept_target(slot->offer);
    } else {
        emit target_checked(slot->offer);
    }
}

void Session::accept_target(const TargetOffer& offer) {
    solver_.abandon();
    plan_.add_catalog(offer.catalog);
    plan_.replace(offer.change->plan, [name = to_qstring(offer.catalog->target().name())] {
        return tr("Plan for the target %1").arg(name);
    });
    emit target_ended(true);
}

}  // namespace bitlathe
