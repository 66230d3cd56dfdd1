// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/report_maker.h"

#include <QCoreApplication>
#include <utility>

#include "ui/models/plan_words.h"
#include "ui/plots/report_words.h"

namespace bitlathe {
ReportMaker::ReportMaker(const ReportSources& sources, PlanSolver& solver, QObject* parent)
    : QObject(parent), sources_(sources), solver_(solver) {
    turn_.setInterval(0);
    connect(&turn_, &QTimer::timeout, this, &ReportMaker::draw_next);
}

void ReportMaker::drop() {
    worker_.drop();
    turn_.stop();
    busy_ = false;
}

void ReportMaker::start() {
    drop();
    busy_ = true;
    ++started_;
    report_ = {};
    report_.words = translated_report_words();
    drawings_ = report_pictures(sources_);
    next_ = 0;
    PlanShelf& shelf = sources_.shelf;
    const auto row = shelf.compared_row();
    ReportRequest request;
    request.version = QCoreApplication::applicationVersion().toStdString();
    request.created = report_time();
    request.locks = solver_.rules().locks;
    request.floors = solver_.rules().floors;
    worker_.post([this, request, catalog = sources_.plan.shared_catalog(),
                  plan = sources_.plan.kept(), errors = sources_.plan.errors(),
                  compared = row ? shelf.kept(*row) : nullptr](
                     const WorkContext& context) mutable -> LatestWorker::Delivery {
        const Plan other = compared ? compared->plan() : Plan();
        if (compared) request.compared = &other;
        auto data = gather_report(catalog->model(), plan.plan(), *errors, request, context);
        if (!data) {
            if (data.error().code == ErrorCode::kCancelled) return {};
            return [this, error = data.error()] {
                drop();
                emit failed(error);
            };
        }
        return [this, shared = std::make_shared<ReportData>(*std::move(data))] {
            shared->plan_name = plan_name_text(shared->plan_name).toStdString();
            if (shared->compared) {
                shared->compared->name = plan_name_text(shared->compared->name).toStdString();
            }
            report_.data = shared;
            turn_.start();
        };
    });
}

void ReportMaker::draw_next() {
    if (next_ == drawings_.size()) return finish();
    ReportPicture picture = drawings_[next_++]();
    if (!picture.light.isEmpty()) report_.pictures.push_back(std::move(picture));
}

void ReportMaker::finish() {
    turn_.stop();
    busy_ = false;
    emit ready(std::make_shared<const ReportDocument>(std::exchange(report_, {})));
}

}  // namespace bitlathe
