// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/activation_profiler.h"

#include <algorithm>
#include <utility>

#include "ui/theme/text.h"

namespace bitlathe {

/// Where the job leaves its result for the GUI thread; read only after it has ended.
struct ActivationProfiler::Slot {
    Profile profile;
    Status kept;
};

ActivationProfiler::ActivationProfiler(PlanModel& plan, QualityMeasurer& measurer,
                                       ActivationBook& book, JobQueue& queue, QObject* parent)
    : QObject(parent), plan_(plan), measurer_(measurer), book_(book), queue_(queue) {
    connect(&plan_, &PlanModel::opened, this, &ActivationProfiler::forget);
    connect(&measurer_, &QualityMeasurer::state_changed, this, [this] {
        recall();
        emit state_changed();
    });
}

ActivationProfiler::~ActivationProfiler() = default;

void ActivationProfiler::forget() {
    ++model_;
    if (job_) job_->cancel();  // nobody can see what it would find
    reader_.drop();
    recalled_ = false;
    records_ = {};
    book_.set(nullptr);
    emit state_changed();
}

void ActivationProfiler::recall() {
    if (recalled_ || !cache_ || !measurer_.runnable()) return;
    recalled_ = true;
    if (shown()) return;
    reader_.post([this, cache = cache_, model = measurer_.runnable()->model](
                     const WorkContext& context) -> LatestWorker::Delivery {
        auto known = cache->newest(*model, context);
        if (!known || !*known) return {};
        return [this, profile = *known] { take(profile); };
    });
}

void ActivationProfiler::choose_text(const QString& path) {
    if (path == text_ && !text_problem_) return;
    text_ = path;
    looked_ = false;
    text_problem_.reset();
    looker_.post([this, file = std::filesystem::path(path.toStdString())](
                     const WorkContext& context) -> LatestWorker::Delivery {
        auto text = look_at_text(file, context);
        return [this, file, text = std::move(text)] {
            if (file != std::filesystem::path(text_.toStdString())) return;
            looked_ = text.has_value();
            if (text) {
                settings_.text = *text;
            } else {
                text_problem_ = text.error();
            }
            emit state_changed();
        };
    });
    emit state_changed();
}

bool ActivationProfiler::ready() const {
    return plan_.is_open() && measurer_.runnable() && looked_;
}

ProfileSettings ActivationProfiler::settings() const {
    ProfileSettings settings = settings_;
    const auto& runnable = measurer_.runnable();
    // A window longer than what the model is meant for would show something else.
    if (runnable && runnable->context != 0)
        settings.context = std::min(settings.context, runnable->context);
    return settings;
}

void ActivationProfiler::profile() {
    if (!ready() || job_) return;
    auto slot = std::make_shared<Slot>();
    const ProfileSettings settings = this->settings();
    auto work = [slot, runnable = measurer_.runnable(), settings,
                 cache = cache_](const WorkContext& context) -> Status {
        const Model& model = *runnable->model;
        const std::string key = settings_key(settings);
        if (cache) slot->profile = cache->find(model, key);
        if (slot->profile) return {};
        BITLATHE_ASSIGN(ActivationProfile made, profile_text(*runnable, settings, context));
        if (cache) slot->kept = cache->store(model, key, made);
        slot->profile = std::make_shared<const ActivationProfile>(std::move(made));
        return {};
    };
    const QString name = to_qstring(settings.text.name);
    auto end = [this, slot, model = model_](BackgroundJob& job, const Status& status) {
        this->end(job, slot, status, model == model_);
    };
    auto again = [this, model = model_] {
        if (model == model_) profile();
    };
    job_ = &queue_.add(*this, {.name = [name] { return tr("Profile activations on %1").arg(name); },
                               .work = std::move(work),
                               .end = std::move(end),
                               .loss = [] { return tr("what was seen so far is lost"); },
                               .again = std::move(again)});
    emit state_changed();
}

void ActivationProfiler::end(BackgroundJob& job, const std::shared_ptr<Slot>& slot,
                             const Status& status, bool same_model) {
    if (job_ == &job) job_.clear();
    if (status) {
        job.set_outcome([tokens = slot->profile->text.tokens, taps = slot->profile->taps.size()] {
            return tr("%1 tokens seen at %2 places").arg(count_text(tokens), count_text(taps));
        });
        if (same_model) take(slot->profile);
        if (!slot->kept) emit not_kept(slot->kept.error());
    }
    emit state_changed();
}

void ActivationProfiler::take(Profile profile) {
    records_.profile = std::move(profile);
    read();
    emit state_changed();
}

void ActivationProfiler::take_skips(Skips skips) {
    records_.skips = std::move(skips);
    read();
}

void ActivationProfiler::take_experts(std::shared_ptr<const ExpertRecord> experts) {
    records_.experts = std::move(experts);
    read();
}

void ActivationProfiler::take_output_errors(OutputErrors errors) {
    records_.output_errors = std::move(errors);
    read();
}

void ActivationProfiler::set_with_first(bool with_first) {
    if (with_first == with_first_) return;
    with_first_ = with_first;
    read();
    emit state_changed();
}

void ActivationProfiler::read() {
    if (!shown()) return book_.set(nullptr);
    reader_.post([this, records = records_, catalog = plan_.shared_catalog(),
                  with_first = with_first_](const WorkContext& context) -> LatestWorker::Delivery {
        auto findings = ActivationFindings::make(records, catalog->model(), with_first, context);
        if (!findings) return {};
        return [this, findings] {
            if (findings->profile == shown()) book_.set(findings);
        };
    });
}

}  // namespace bitlathe
