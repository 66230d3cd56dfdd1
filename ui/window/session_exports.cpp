// SPDX-License-Identifier: GPL-3.0-or-later
// Exports: one after another, never two to the same place.
#include <algorithm>
#include <system_error>

#include "core/report/report_export.h"
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

/// What an export leaves for the GUI thread; read only after its job has ended.
struct Exported {
    ExportReport report;
    QString beside;
};

Status run(const ExportOrder& order, Exported& done, const WorkContext& context) {
    BITLATHE_ASSIGN(done.report, order.catalog->target().write(order.catalog->model(), *order.plan,
                                                               order.request, context));
    if (!order.report) return {};
    const auto files = leave_export_report(order.request.destination, *order.report->data,
                                           done.report, browser_options(*order.report));
    if (files) done.beside = to_qstring(files->html.string());
    return {};
}

}  // namespace

bool Session::is_being_written(const fs::path& path) const {
    return std::any_of(destinations_.begin(), destinations_.end(), [&path](const auto& entry) {
        return is_within(path, entry.second) || is_within(entry.second, path);
    });
}

void Session::start_export(const ExportRequest& request) {
    start_export({plan_.shared_catalog(), std::make_shared<const Plan>(plan_.plan()), request});
}

void Session::start_export(const ExportOrder& order) {
    const fs::path place = spelled_out(order.request.destination);
    if (is_being_written(place)) {
        emit failed([] { return tr("The export was not started"); },
                    Error{ErrorCode::kNotWritten,
                          "another export is about to write this place",
                          place.string(),
                          {},
                          "choose another destination or wait for its end"});
        return;
    }
    auto done = std::make_shared<Exported>();
    auto work = [order, done](const WorkContext& context) { return run(order, *done, context); };
    const QString file = to_qstring(order.request.destination.filename().string());
    auto end = [this, done](BackgroundJob& job, const Status& status) {
        destinations_.erase(&job);
        if (status) {
            emit export_ended(done->report, job, done->beside);
        } else {
            emit export_ended(fail(status.error()), job, {});
        }
    };
    BackgroundJob& job =
        exports_.add(*this, {.name = [file] { return tr("Export %1").arg(file); },
                             .work = std::move(work),
                             .end = std::move(end),
                             .loss = [] { return tr("what was written so far is removed"); },
                             .again = [this, order] { start_export(order); }});
    destinations_[&job] = place;
    emit export_started(job);
}

}  // namespace bitlathe
