// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <memory>
#include <optional>

#include "core/targets/target.h"
#include "ui/jobs/background_job.h"
#include "ui/jobs/plan_solver.h"
#include "ui/jobs/profile_feed.h"
#include "ui/models/block_axis.h"
#include "ui/models/plan_model.h"
#include "ui/models/plan_shelf.h"
#include "ui/models/selection_hub.h"

namespace bitlathe {

/// One open model and the work on it: opening, profiling, solving, exporting. It knows no widgets;
/// views follow its models and its signals. GUI thread only.
class Session : public QObject {
    Q_OBJECT
public:
    explicit Session(QObject* parent = nullptr);
    ~Session() override;

    [[nodiscard]] PlanModel& plan() { return plan_; }
    [[nodiscard]] PlanShelf& shelf() { return shelf_; }
    [[nodiscard]] SelectionHub& hub() { return hub_; }
    [[nodiscard]] BlockAxis& axis() { return axis_; }
    [[nodiscard]] PlanSolver& solver() { return solver_; }

    /// Opens a checkpoint in the background; the model that is open stays until it is there.
    void open(const QString& path);
    [[nodiscard]] const QString& path() const { return path_; }
    [[nodiscard]] bool opening() const { return !loader_.isNull(); }
    /// Loads a plan file for the open model. Errors are signalled.
    bool load_plan(const QString& path);
    bool save_plan(const QString& path);
    void apply_preset(const QString& name);
    void apply_stored();

    void start_export(const ExportRequest& request);
    [[nodiscard]] bool exporting() const { return !export_.isNull(); }
    /// Nothing runs in the background: what is shown will not change by itself.
    [[nodiscard]] bool idle() const;

signals:
    void open_started(const QString& path);
    void open_ended(const QString& path, bool opened);
    void warned(const QStringList& warnings);
    void failed(const QString& what, const bitlathe::Error& error);
    void job_started(bitlathe::BackgroundJob& job);
    void profile_started(bitlathe::BackgroundJob& job);
    void profile_ended(bool complete);
    void export_ended(const bitlathe::Result<bitlathe::ExportReport>& report);

private:
    struct LoadSlot;
    void take_loaded(const QString& path, const std::shared_ptr<LoadSlot>& slot,
                     const Status& status);
    void start_profile();

    PlanModel plan_;
    PlanShelf shelf_{plan_};
    SelectionHub hub_;
    BlockAxis axis_;
    PlanSolver solver_;
    ProfileFeed profile_;
    QString path_;
    QPointer<BackgroundJob> loader_, export_;
};

}  // namespace bitlathe
