// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <memory>
#include <vector>

#include "ui/jobs/shelved_plans.h"
#include "ui/models/kept_work.h"
#include "ui/models/quality_book.h"

namespace bitlathe {

/// Work on a model that is kept for a crash.
struct SafeWork {
    PlanSet plans;
    QByteArray view;  ///< how the window looked at it; "": not known
    std::vector<QualityBook::Entry> measured;
    MeasuredRecords records;
};

/// Work that a crash left, as read from its folder.
struct LeftWork {
    SafeWork work;            ///< the current plan is the first one
    TargetCatalogs catalogs;  ///< catalogs_for() the plans
};

/// The files of a folder with the work on one model: `current.plan.json`, `other-N.plan.json`,
/// `view.json`, a project `measured-N.bitlathe` for each measurement, and `records.bitlathe` for
/// what was measured of blocks and linears. Knows what it wrote, so
/// that nothing is written twice. For one thread, which may wait.
class AutosaveFiles {
public:
    /// Errors: kNotWritten.
    [[nodiscard]] Status store(const QString& folder, const SafeWork& work, const Model& model);
    void remove(const QString& folder);

    /// Whether there is work in a folder.
    [[nodiscard]] static bool has_work(const QString& folder);
    /// Of the plans beside the current one, and of the measurements, those that are good for the
    /// model: one bad file must not cost all.
    [[nodiscard]] static Result<LeftWork> load(const QString& folder,
                                               const std::shared_ptr<const TensorCatalog>& catalog);
    /// The measurements alone.
    [[nodiscard]] static std::vector<QualityBook::Entry> load_measured(const QString& folder,
                                                                       const Model& model);
    /// The records alone.
    [[nodiscard]] static MeasuredRecords load_records(const QString& folder, const Model& model);

private:
    void forget();
    [[nodiscard]] Status store_plans(const QString& folder, const PlanSet& set);
    [[nodiscard]] Status store_measured(const QString& folder,
                                        const std::vector<QualityBook::Entry>& measured,
                                        const Model& model);
    [[nodiscard]] Status store_records(const QString& folder, const MeasuredRecords& records,
                                       const Model& model);
    QString folder_;
    std::vector<std::shared_ptr<const KeptPlan>> others_;
    std::vector<QualityBook::Entry> measured_;
    MeasuredRecords records_;
};

}  // namespace bitlathe
