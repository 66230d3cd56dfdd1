// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/skip_measurer.h"

#include <algorithm>
#include <utility>

#include "ui/theme/text.h"

namespace bitlathe {

SkipMeasurer::SkipMeasurer(ActivationProfiler& profiler, QualityMeasurer& measurer, JobQueue& queue,
                           QObject* parent)
    : QObject(parent), profiler_(profiler), measurer_(measurer), queue_(queue) {
    connect(&profiler_, &ActivationProfiler::state_changed, this, [this] {
        // Of a model that went, nobody can see what it would find.
        if (job_ && !profiler_.shown()) job_->cancel();
        emit state_changed();
    });
}

bool SkipMeasurer::ready() const {
    return !job_ && profiler_.ready() && profiler_.shown();
}

void SkipMeasurer::measure() {
    if (!ready()) return;
    ProfileSettings settings = profiler_.settings();
    settings.tokens = settings.tokens == 0 ? kMostTokens : std::min(settings.tokens, kMostTokens);
    auto skips = std::make_shared<SkipRecord>();
    skips->text_path = settings.text.path.string();
    skips->text_sha256 = settings.text.sha256;
    skips->context = settings.context;
    auto work = [skips, settings,
                 runnable = measurer_.runnable()](const WorkContext& context) -> Status {
        BITLATHE_ASSIGN(skips->measured, measure_skips_of_text(*runnable, settings, context));
        return {};
    };
    const QString text = to_qstring(settings.text.name);
    auto end = [this, skips, profile = profiler_.shown()](BackgroundJob& job,
                                                          const Status& status) {
        job_.clear();
        if (status) {
            job.set_outcome([tokens = skips->measured.tokens] {
                return tr("measured on %1 tokens").arg(count_text(tokens));
            });
            if (profiler_.shown() == profile) {
                profiler_.take_skips(skips);
                emit found();
            }
        }
        emit state_changed();
    };
    job_ =
        &queue_.add(*this, {.name = [text] { return tr("Leave out each block on %1").arg(text); },
                            .work = std::move(work),
                            .end = std::move(end),
                            .loss = [] { return tr("what was measured so far is lost"); },
                            .again = [this] { measure(); }});
    emit state_changed();
}

}  // namespace bitlathe
