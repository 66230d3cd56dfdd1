// SPDX-License-Identifier: GPL-3.0-or-later
// Exports: one after another, never two to the same place.
#include <algorithm>
#include <system_error>

#include "ui/theme/text.h"
#include "ui/window/session.h"

namespace bitlathe {
namespace {

namespace fs = std::filesystem;

/// One spelling for one place, whether it is there yet or not.
fs::path spelled_out(const fs::path& path) {
    std::error_code problem;
    fs::path whole = fs::weakly_canonical(fs::absolute(path, problem), problem);
    return problem ? path.lexically_normal() : whole;
}

bool is_within(const fs::path& inner, const fs::path& outer) {
    const auto [a, b] = std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end());
    return a == outer.end();
}

}  // namespace

bool Session::is_being_written(const fs::path& path) const {
    return std::any_of(destinations_.begin(), destinations_.end(), [&path](const auto& entry) {
        return is_within(path, entry.second) || is_within(entry.second, path);
    });
}

void Session::start_export(const ExportRequest& request) {
    queue_export(plan_.shared_catalog(), plan_.plan(), request);
}

void Session::queue_export(const std::shared_ptr<const TensorCatalog>& catalog, const Plan& plan,
                           const ExportRequest& request) {
    const fs::path place = spelled_out(request.destination);
    if (is_being_written(place)) {
        emit failed([] { return tr("The export was not started"); },
                    Error{ErrorCode::kNotWritten,
                          "another export is about to write this place",
                          place.string(),
                          {},
                          "choose another destination or wait for its end"});
        return;
    }
    auto report = std::make_shared<ExportReport>();
    auto work = [catalog, plan, request, report](const WorkContext& context) -> Status {
        BITLATHE_ASSIGN(*report, catalog->target().write(catalog->model(), plan, request, context));
        return {};
    };
    const QString file = to_qstring(request.destination.filename().string());
    auto* job = new BackgroundJob([file] { return tr("Export %1").arg(file); }, std::move(work),
                                  this, BackgroundJob::Start::kLater);
    job->set_loss([] { return tr("what was written so far is removed"); });
    job->set_again([this, catalog, plan, request] { queue_export(catalog, plan, request); });
    destinations_[job] = place;
    connect(job, &BackgroundJob::finished, this, [this, job, report](const Status& status) {
        destinations_.erase(job);
        job->deleteLater();
        if (status) {
            emit export_ended(*report, *job);
        } else {
            emit export_ended(fail(status.error()), *job);
        }
    });
    exports_.add(*job);
    emit job_started(*job);
}

}  // namespace bitlathe
