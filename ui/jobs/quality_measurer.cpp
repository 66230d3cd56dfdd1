// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/quality_measurer.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/text/tokenizer.h"
#include "ui/models/plan_words.h"
#include "ui/models/quality_words.h"
#include "ui/theme/text.h"

namespace bitlathe {

QualityMeasurer::QualityMeasurer(PlanModel& plan, QualityBook& book, JobQueue& queue,
                                 QObject* parent)
    : QObject(parent), plan_(plan), book_(book), queue_(queue) {
    connect(&plan_, &PlanModel::opened, this, &QualityMeasurer::check_model);
}

QualityMeasurer::~QualityMeasurer() = default;

void QualityMeasurer::check_model() {
    ++model_;
    std::vector<BackgroundJob*> jobs;
    for (const auto& entry : pending_)
        jobs.push_back(entry.first);
    for (BackgroundJob* job : jobs)
        job->cancel();  // nobody can see what they would find
    checker_.drop();
    offered_.clear();
    runnable_.reset();
    refusal_.reset();
    if (plan_.is_open()) {
        checker_.post([this, model = plan_.catalog().shared_model(),
                       cache = cache_](const WorkContext& context) -> LatestWorker::Delivery {
            auto found = find_runnable(model);
            if (!found) {
                return [this, error = found.error()] {
                    refusal_ = error;
                    emit state_changed();
                };
            }
            const auto runnable = std::make_shared<const RunnableModel>(*std::move(found));
            std::vector<Measurement> known;
            if (cache) known = cache->load(*runnable, context).value_or(std::vector<Measurement>());
            auto entries = std::make_shared<std::vector<QualityBook::Entry>>();
            for (Measurement& measurement : known)
                entries->push_back(std::make_shared<const Measurement>(std::move(measurement)));
            return [this, runnable, entries] {
                runnable_ = runnable;
                for (const QualityBook::Entry& entry : *entries)
                    book_.add(entry);
                emit state_changed();
                enter_offered();
            };
        });
    }
    emit state_changed();
}

void QualityMeasurer::choose_text(const QString& path) {
    if (path == text_ && !text_problem_) return;
    text_ = path;
    looked_ = false;
    text_problem_.reset();
    look();
    emit state_changed();
}

void QualityMeasurer::look(const std::string& expected) {
    looker_.post([this, expected, path = std::filesystem::path(text_.toStdString())](
                     const WorkContext& context) -> LatestWorker::Delivery {
        auto text = look_at_text(path, context);
        if (text && !expected.empty() && text->sha256 != expected) {
            text = fail(ErrorCode::kRefused, "the text was changed after it was chosen",
                        path.string(), {}, "choose it again");
        }
        return [this, path, text = std::move(text)] {
            if (path != std::filesystem::path(text_.toStdString())) return;
            if (text) {
                MeasureSettings settings = book_.settings();
                settings.text = *text;
                book_.set_settings(settings);
                looked_ = true;
            } else {
                text_problem_ = text.error();
            }
            emit state_changed();
        };
    });
}

bool QualityMeasurer::ready() const {
    return plan_.is_open() && runnable_ && looked_;
}

bool QualityMeasurer::pending(const std::string& content) const {
    return std::any_of(pending_.begin(), pending_.end(), [&](const auto& entry) {
        return entry.second == settings_key(book_.settings()) + ' ' + content;
    });
}

void QualityMeasurer::measure_current() {
    if (ready())
        measure([name = plan_.name()] { return plan_name_text(name); },
                std::make_shared<const KeptPlan>(plan_.kept()));
}

void QualityMeasurer::measure(const Phrase& name, const std::shared_ptr<const KeptPlan>& plan) {
    if (!ready()) return;
    const std::string content = plan ? book_.content_of(plan) : book_.original_content();
    if (pending(content)) return;
    auto slot = std::make_shared<Slot>();
    auto work = [slot, plan, runnable = runnable_, cache = cache_,
                 settings = book_.settings()](const WorkContext& context) -> Status {
        const Plan whole = plan ? plan->plan() : Plan();
        BITLATHE_ASSIGN(Measurement result,
                        bitlathe::measure(*runnable, plan ? &whole : nullptr, settings, context));
        if (cache) slot->kept = cache->store(*runnable->model, result);
        slot->measurement = std::make_shared<const Measurement>(std::move(result));
        return {};
    };
    auto end = [this, slot, model = model_](BackgroundJob& job, const Status& status) {
        take(job, slot, status, model == model_);
    };
    auto again = [this, name, plan, model = model_] {
        if (model == model_) measure(name, plan);
    };
    BackgroundJob& job =
        queue_.add(*this, {.name = [name] { return tr("Measure %1").arg(name.text()); },
                           .work = std::move(work),
                           .end = std::move(end),
                           .loss = [] { return tr("what was measured so far is lost"); },
                           .again = std::move(again)});
    pending_[&job] = settings_key(book_.settings()) + ' ' + content;
    emit state_changed();
}

void QualityMeasurer::take(BackgroundJob& job, const std::shared_ptr<Slot>& slot,
                           const Status& status, bool same_model) {
    pending_.erase(&job);
    if (status) {
        job.set_outcome([measured = slot->measurement] {
            return measured_text(*measured) + u'\n' + measured_on_text(*measured);
        });
        if (same_model) {
            book_.add(slot->measurement);
            emit found(slot->measurement);
        }
        if (!slot->kept) emit not_kept(slot->kept.error());
    }
    emit state_changed();
}

// What was measured at another time ---------------------------------------------------------------

void QualityMeasurer::take(const std::vector<QualityBook::Entry>& entries,
                           const std::string& shown) {
    std::copy_if(entries.begin(), entries.end(), std::back_inserter(offered_),
                 [](const QualityBook::Entry& entry) { return !entry->scores.empty(); });
    offered_shown_ = shown;
    enter_offered();
}

void QualityMeasurer::enter_offered() {
    if (!runnable_ || offered_.empty()) return;
    checker_.post([this, entries = offered_, shown = offered_shown_,
                   words = runnable_->tokenizer->vocabulary_size()](
                      const WorkContext&) mutable -> LatestWorker::Delivery {
        std::erase_if(entries, [words](const QualityBook::Entry& entry) {
            return !fits_vocabulary(*entry, words);
        });
        return [this, entries = std::move(entries), shown] {
            offered_.clear();
            for (const QualityBook::Entry& entry : entries)
                book_.add(entry);
            if (!entries.empty()) show_entered(entries, shown);
        };
    });
}

void QualityMeasurer::show_entered(const std::vector<QualityBook::Entry>& entries,
                                   const std::string& shown) {
    const auto wanted =
        std::find_if(entries.begin(), entries.end(), [&shown](const QualityBook::Entry& entry) {
            return settings_key(entry->settings) == shown;
        });
    if (wanted != entries.end()) {
        choose((*wanted)->settings);
    } else if (book_.empty()) {
        choose(entries.back()->settings);
    }
}

void QualityMeasurer::choose(const MeasureSettings& settings) {
    if (looked_ && settings.text.sha256 == book_.settings().text.sha256) {
        MeasureSettings here = settings;
        here.text = book_.settings().text;  // the same one, wherever it was then
        book_.set_settings(here);
        return;
    }
    // Figures can be shown of a text that is gone; it is only needed to measure more.
    text_ = to_qstring(settings.text.path.string());
    looked_ = false;
    text_problem_.reset();
    book_.set_settings(settings);
    look(settings.text.sha256);
    emit state_changed();
}

}  // namespace bitlathe
