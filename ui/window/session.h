// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>

#include "core/profile/profile_cache.h"
#include "core/project/project.h"
#include "core/targets/target.h"
#include "core/targets/target_change.h"
#include "ui/jobs/activation_profiler.h"
#include "ui/jobs/background_job.h"
#include "ui/jobs/job_queue.h"
#include "ui/jobs/output_error_measurer.h"
#include "ui/jobs/plan_landscape.h"
#include "ui/jobs/plan_solver.h"
#include "ui/jobs/profile_feed.h"
#include "ui/jobs/quality_measurer.h"
#include "ui/jobs/skip_measurer.h"
#include "ui/jobs/text_trial.h"
#include "ui/jobs/token_tap.h"
#include "ui/models/block_axis.h"
#include "ui/models/kept_work.h"
#include "ui/models/plan_model.h"
#include "ui/models/plan_shelf.h"
#include "ui/models/selection_hub.h"
#include "ui/plots/report_document.h"

namespace bitlathe {

/// What becomes of the current plan under another target, not yet done.
struct TargetOffer {
    std::shared_ptr<const TensorCatalog> catalog;
    std::shared_ptr<const TargetChange> change;
};

struct ReadPlans;

/// An export that somebody wants.
struct ExportOrder {
    std::shared_ptr<const TensorCatalog> catalog;
    std::shared_ptr<const Plan> plan;
    ExportRequest request;
    /// Of the plan; written beside what is exported, with what that measured. Null: none.
    std::shared_ptr<const ReportDocument> report = nullptr;
};

/// A project that somebody wants saved: what is known of a model, and the work on it.
struct ProjectOrder {
    std::shared_ptr<const Model> model;
    ActivationProfiler::Profile profile;  ///< null: none
    KeptWork work;
    NamedTexts view;
    QString path;
    QString opened;              ///< the project that the work began with; "": none
    bool replace_other = false;  ///< also a project of another model
};

/// One open model and the work on it: opening, profiling, solving, exporting. It knows no widgets;
/// views follow its models and its signals. GUI thread only.
class Session : public QObject {
    Q_OBJECT
public:
    explicit Session(QObject* parent = nullptr);
    ~Session() override;

    [[nodiscard]] PlanModel& plan() { return plan_; }
    [[nodiscard]] const PlanModel& plan() const { return plan_; }
    [[nodiscard]] PlanShelf& shelf() { return shelf_; }
    [[nodiscard]] SelectionHub& hub() { return hub_; }
    [[nodiscard]] const SelectionHub& hub() const { return hub_; }
    [[nodiscard]] BlockAxis& axis() { return axis_; }
    [[nodiscard]] const BlockAxis& axis() const { return axis_; }
    [[nodiscard]] PlanSolver& solver() { return solver_; }
    /// What plans can come to: the front and the presets.
    [[nodiscard]] PlanLandscape& landscape() { return landscape_; }
    /// What was measured of the model, and what measures.
    [[nodiscard]] QualityBook& quality() { return quality_; }
    [[nodiscard]] QualityMeasurer& measurer() { return measurer_; }
    /// What a text showed in the model, and what runs it.
    [[nodiscard]] ActivationBook& activations() { return activations_; }
    [[nodiscard]] ActivationProfiler& profiler() { return profiler_; }
    /// What single tokens of that text show.
    [[nodiscard]] TokenTap& token_tap() { return token_tap_; }
    /// What leaves out one block after another.
    [[nodiscard]] SkipMeasurer& skipper() { return skipper_; }
    /// What finds out how formats change what linears put out.
    [[nodiscard]] OutputErrorMeasurer& output_error_measurer() { return output_error_measurer_; }
    /// What the model and the plan say after a prompt.
    [[nodiscard]] TextTrial& trial() { return trial_; }
    /// Queues every plan of the shelf, and the model as stored, that is not measured.
    void measure_all();

    /// Opens what a person points at: a checkpoint in the background (the model that is open stays
    /// until it is there), or a plan or project, with the model it was made for unless that is open
    /// already.
    void open(const QString& path);
    /// Opens a checkpoint, then a plan for it ("": none). `target`: what it is opened for, see
    /// load_model().
    void open_checkpoint(const QString& path, const QString& plan, const std::string& target = {});
    /// Opens the same files once more, for the same target.
    void reload();
    [[nodiscard]] const QString& path() const { return path_; }
    [[nodiscard]] bool opening() const { return !loader_.isNull() || !project_job_.isNull(); }
    /// Writes what was found out about the model, its plans and `view` into a project file; one of
    /// this model that is there keeps what else it holds, and so does the one that was opened. What
    /// cannot be read is not replaced, nor is a project of another model before somebody was asked.
    /// In the background; project_saved(), other_project_found() or failed() says the end.
    void save_project(const QString& path, NamedTexts view = {});
    void save_project(const ProjectOrder& order);
    /// The project that was opened or saved last, of the open model; "": none.
    [[nodiscard]] const QString& project_path() const { return project_path_; }
    /// Loads a plan file for the open model and with it the target it was made for, which may take
    /// a moment in the background. Errors are signalled; false when there was one at once.
    bool load_plan(const QString& path);
    bool save_plan(const QString& path);
    /// The file that holds the current plan exactly as it is, history included; "" when there is
    /// none.
    [[nodiscard]] QString saved_plan() const;
    /// Looks in the background what becomes of the current plan under another target. When every
    /// format can stay, that is done at once; else target_checked() asks for accept_target(). A
    /// target that has other tensors (opens_again()) opens the model once more, converted for it.
    void change_target(const QString& name);
    /// Whether a change to this target opens the model once more, so that its plans and steps go.
    [[nodiscard]] bool opens_again(const QString& target) const;
    void accept_target(const TargetOffer& offer);
    void apply_preset(const QString& name);
    void apply_stored();

    /// Writes the current plan as it is now. Of several exports one runs and the others wait. One
    /// to a place that another one is about to write is refused, and failed() says so.
    void start_export(const ExportRequest& request);
    void start_export(const ExportOrder& order);
    [[nodiscard]] bool exporting() const { return !exports_.jobs().empty(); }
    /// Exports and measurements that run or wait.
    [[nodiscard]] JobQueue& exports() { return exports_; }
    /// Where results of profiling are kept; none: they are measured every time. Counts from the
    /// next model on.
    void set_profile_cache(std::shared_ptr<const ProfileCache> cache) {
        profile_.set_cache(std::move(cache));
    }
    /// Nothing runs in the background: what is shown will not change by itself.
    [[nodiscard]] bool idle() const;

signals:
    /// The project's model is open and what it holds is on its way to the views.
    void project_opened(const QString& path);
    void project_saved(const QString& path);
    /// Where a project was to be saved is one of another model. Nothing was written; the same order
    /// with `replace_other` would be.
    void other_project_found(const bitlathe::ProjectOrder& order,
                             const bitlathe::ModelStamp& other);
    /// A project on the disk holds this work: it was opened or saved.
    void work_kept(const bitlathe::KeptWork& work);
    /// Plans of the project that was opened do not fit the model in the form it is open in.
    void plans_left_out(int count);
    /// How the window looked at the project that was opened, which is all there now.
    void view_found(const bitlathe::NamedTexts& view);
    void open_started(const QString& path);
    void load_started(bitlathe::BackgroundJob& job);
    void open_ended(const QString& path, bool opened);
    void warned(const std::vector<bitlathe::Warning>& warnings);
    void failed(const bitlathe::Phrase& what, const bitlathe::Error& error);
    void export_started(bitlathe::BackgroundJob& job);
    void target_checked(const bitlathe::TargetOffer& offer);
    void target_started(bitlathe::BackgroundJob& job);
    /// The change of target that was asked for is done, or cannot be done.
    void target_ended(bool changed);
    void profile_started(bitlathe::BackgroundJob& job);
    void profile_ended(bool complete);
    /// `beside`: the report for people that was left beside the file; "": none.
    void export_ended(const bitlathe::Result<bitlathe::ExportReport>& report,
                      const bitlathe::BackgroundJob& job, const QString& beside);

private:
    struct LoadSlot;
    struct TargetSlot;
    struct ProjectSlot;
    /// `target`: as above; `then`: what follows when it is there.
    void load_checkpoint(const QString& path, const std::string& target,
                         std::function<void()> then);
    void take_loaded(const QString& path, const std::shared_ptr<LoadSlot>& slot,
                     const Status& status);
    void start_profile();
    void measure_planned();
    /// Work about a target, of which there is one at a time.
    BackgroundJob* start_target_job(const Target& target, BackgroundJob::Work work);
    void take_target(const std::shared_ptr<TargetSlot>& slot, const Status& status);
    void open_project(const QString& path);
    /// Work about a project that is being opened, of which there is one at a time.
    BackgroundJob* start_project_job(const QString& path, BackgroundJob::Work work);
    /// The model of a project, unless it is open already.
    void open_source_of(const QString& path, const std::shared_ptr<ProjectSlot>& slot);
    void take_project(const QString& path, const std::shared_ptr<const Project>& project);
    void show_project(const QString& path, const std::shared_ptr<const Project>& project,
                      const ReadPlans& plans);
    bool load_for_target(const QString& path, const std::shared_ptr<const Plan>& plan);
    void take_plan(const QString& path, const Plan& plan);
    [[nodiscard]] bool is_being_written(const std::filesystem::path& path) const;

    PlanModel plan_;
    PlanShelf shelf_{plan_};
    SelectionHub hub_;
    BlockAxis axis_;
    PlanSolver solver_;
    PlanLandscape landscape_{plan_, solver_};
    ProfileFeed profile_;
    QString path_;
    bool profile_declined_ = false;  ///< somebody stopped it: it does not start by itself
    QString saved_path_;
    std::optional<KeptPlan> saved_;  ///< what is in the file `saved_path_`
    QPointer<BackgroundJob> loader_, target_;
    QualityBook quality_{plan_};
    JobQueue exports_;
    QualityMeasurer measurer_{plan_, quality_, exports_};
    ActivationBook activations_;
    ActivationProfiler profiler_{plan_, measurer_, activations_, exports_};
    TokenTap token_tap_{plan_, measurer_, activations_, exports_};
    SkipMeasurer skipper_{profiler_, measurer_, exports_};
    OutputErrorMeasurer output_error_measurer_{plan_, profiler_, exports_};
    QString project_path_;
    QPointer<BackgroundJob> project_job_;
    TextTrial trial_{plan_, quality_, measurer_, exports_};
    std::map<const BackgroundJob*, std::filesystem::path> destinations_;  ///< of exports_
};

}  // namespace bitlathe
