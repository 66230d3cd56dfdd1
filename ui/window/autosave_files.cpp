// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/autosave_files.h"

#include <QDir>
#include <QFile>
#include <utility>

#include "core/base/atomic_file.h"
#include "core/project/project.h"
#include "core/targets/planner.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

/// A view that takes more is not one of ours.
constexpr qint64 kMostViewBytes = 8 << 20;

QString current_file(const QString& folder) {
    return folder + u"/current.plan.json"_s;
}

QString other_file(const QString& folder, std::size_t number) {
    return folder + u"/other-%1.plan.json"_s.arg(number);
}

QString measured_file(const QString& folder, std::size_t number) {
    return folder + u"/measured-%1.bitlathe"_s.arg(number);
}

QString records_file(const QString& folder) {
    return folder + u"/records.bitlathe"_s;
}

QString view_file(const QString& folder) {
    return folder + u"/view.json"_s;
}

QByteArray load_view(const QString& folder) {
    QFile file(view_file(folder));
    return file.open(QIODevice::ReadOnly) ? file.read(kMostViewBytes) : QByteArray();
}

Result<std::shared_ptr<const KeptPlan>> load_one(
    const QString& path, const std::shared_ptr<const TensorCatalog>& catalog) {
    BITLATHE_ASSIGN(const Plan plan, load_plan(path.toStdString()));
    BITLATHE_TRY(check_plan(catalog->model(), plan, nullptr));
    return std::make_shared<const KeptPlan>(catalog, plan);
}

}  // namespace

bool AutosaveFiles::has_work(const QString& folder) {
    return QFile::exists(current_file(folder));
}

Result<LeftWork> AutosaveFiles::load(const QString& folder,
                                     const std::shared_ptr<const TensorCatalog>& catalog) {
    LeftWork left;
    PlanSet& set = left.work.plans;
    BITLATHE_ASSIGN(auto current, load_one(current_file(folder), catalog));
    set.plans.push_back(std::move(current));
    for (std::size_t number = 1; QFile::exists(other_file(folder, number)); ++number) {
        if (auto other = load_one(other_file(folder, number), catalog))
            set.plans.push_back(*std::move(other));
    }
    BITLATHE_ASSIGN(left.catalogs, catalogs_for(set, *catalog, {}));
    left.work.view = load_view(folder);
    return left;
}

std::vector<QualityBook::Entry> AutosaveFiles::load_measured(const QString& folder,
                                                             const Model& model) {
    std::vector<QualityBook::Entry> measured;
    for (std::size_t number = 1; QFile::exists(measured_file(folder, number)); ++number) {
        const auto project = load_project(measured_file(folder, number).toStdString());
        if (!project || !is_about(project->model, model)) continue;
        for (const EvaluationRecord& record : project->evaluations)
            measured.push_back(record.measured);
    }
    return measured;
}

MeasuredRecords AutosaveFiles::load_records(const QString& folder, const Model& model) {
    MeasuredRecords records;
    const QString file = records_file(folder);
    auto project = QFile::exists(file) ? load_project(file.toStdString()) : Project();
    if (!project || !is_about(project->model, model)) return records;
    if (project->skips)
        records.skips = std::make_shared<const SkipRecord>(*std::move(project->skips));
    if (project->output_errors)
        records.output_errors =
            std::make_shared<const OutputErrorRecord>(*std::move(project->output_errors));
    return records;
}

void AutosaveFiles::forget() {
    others_.clear();
    measured_.clear();
    records_ = {};
}

Status AutosaveFiles::store(const QString& folder, const SafeWork& work, const Model& model) {
    if (folder != folder_) forget();
    folder_ = folder;
    if (!QDir().mkpath(folder)) {
        return fail(ErrorCode::kNotWritten, "the folder could not be made", folder.toStdString());
    }
    // What took minutes, then what was left, then what is current: that is in some file at any
    // time.
    BITLATHE_TRY(store_measured(folder, work.measured, model));
    BITLATHE_TRY(store_records(folder, work.records, model));
    BITLATHE_TRY(store_plans(folder, work.plans));
    return work.view.isEmpty()
               ? Status()
               : write_file(view_file(folder).toStdString(), work.view.toStdString());
}

Status AutosaveFiles::store_measured(const QString& folder,
                                     const std::vector<QualityBook::Entry>& measured,
                                     const Model& model) {
    for (std::size_t i = 0; i < measured.size(); ++i) {
        if (i < measured_.size() && measured_[i] == measured[i]) continue;
        Project project;
        project.model = stamp_of(model);
        project.evaluations = {{measured[i]->content, measured[i]}};
        BITLATHE_TRY(save_project(project, measured_file(folder, i + 1).toStdString()));
    }
    measured_ = measured;
    for (std::size_t extra = measured.size() + 1; QFile::remove(measured_file(folder, extra));)
        ++extra;
    return {};
}

Status AutosaveFiles::store_records(const QString& folder, const MeasuredRecords& records,
                                    const Model& model) {
    if (records == records_) return {};
    if (records.empty()) {
        QFile::remove(records_file(folder));
    } else {
        Project project;
        project.model = stamp_of(model);
        if (records.skips) project.skips = *records.skips;
        if (records.output_errors) project.output_errors = *records.output_errors;
        BITLATHE_TRY(save_project(project, records_file(folder).toStdString()));
    }
    records_ = records;
    return {};
}

Status AutosaveFiles::store_plans(const QString& folder, const PlanSet& set) {
    std::vector<std::shared_ptr<const KeptPlan>> now;
    for (std::size_t i = 0; i < set.plans.size(); ++i) {
        if (i != set.current) now.push_back(set.plans[i]);
    }
    for (std::size_t i = 0; i < now.size(); ++i) {
        if (i < others_.size() && others_[i] == now[i]) continue;
        BITLATHE_TRY(save_plan(now[i]->plan(), other_file(folder, i + 1).toStdString()));
    }
    BITLATHE_TRY(save_plan(set.plans[set.current]->plan(), current_file(folder).toStdString()));
    others_ = std::move(now);
    for (std::size_t extra = others_.size() + 1; QFile::remove(other_file(folder, extra));)
        ++extra;
    return {};
}

void AutosaveFiles::remove(const QString& folder) {
    if (folder == folder_) forget();
    QDir(folder).removeRecursively();
}

}  // namespace bitlathe
