// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>
#include <QStackedWidget>
#include <QTabWidget>
#include <memory>
#include <vector>

#include "ui/jobs/error_places_feed.h"
#include "ui/models/export_wishes.h"
#include "ui/models/recent_files.h"
#include "ui/models/settings.h"
#include "ui/models/unsaved_plans.h"
#include "ui/panels/bits_panel.h"
#include "ui/panels/budget_panel.h"
#include "ui/panels/depth_panel.h"
#include "ui/panels/empty_page.h"
#include "ui/panels/export_dialog.h"
#include "ui/panels/header_bar.h"
#include "ui/panels/inspector_panel.h"
#include "ui/panels/jobs_panel.h"
#include "ui/panels/matrix_page.h"
#include "ui/panels/message_bar.h"
#include "ui/panels/outliers_page.h"
#include "ui/panels/report_page.h"
#include "ui/panels/tensor_panel.h"
#include "ui/panels/tokens_page.h"
#include "ui/panels/try_page.h"
#include "ui/plots/pareto_panel.h"
#include "ui/theme/theme.h"
#include "ui/window/autosave.h"
#include "ui/window/comfort.h"
#include "ui/window/dock_layout.h"
#include "ui/window/export_starter.h"
#include "ui/window/notifier.h"
#include "ui/window/session.h"
#include "ui/window/source_watch.h"
#include "ui/window/window_actions.h"

namespace bitlathe {

class FigureBatch;
class HelpWindow;

/// The window: header, messages, table and canvas (or what an empty window offers), jobs. It wires
/// a Session to its views and asks the questions.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// `remember` false: no settings are read or written, and plans are not kept for a crash.
    MainWindow(Theme& theme, bool remember, QWidget* parent = nullptr);
    ~MainWindow() override;

    void open_path(const QString& path);
    [[nodiscard]] Session& session() { return session_; }
    [[nodiscard]] MessageBar& messages() { return *messages_; }
    [[nodiscard]] JobsPanel& jobs() { return *jobs_; }
    [[nodiscard]] BitsCanvas& canvas() { return bits_->canvas(); }
    [[nodiscard]] HeaderBar& header() { return *header_; }
    /// Nothing works in the background: what is shown will not change by itself.
    [[nodiscard]] bool idle() const {
        return session_.idle() && !outlook_.busy() && !exports_.busy() && error_places_->idle() &&
               matrix_->idle() && tokens_->idle() && outliers_->idle() && report_->idle() &&
               bits_->canvas().settled();
    }
    /// Brings a page of the centre to the front: "layers", "matrix", "tokens", "try", "outliers",
    /// "report"; or a view of the outliers, by OutliersPage::view_names().
    void show_page(const QString& name);
    [[nodiscard]] Autosave& autosave() { return autosave_; }
    [[nodiscard]] Settings& settings() { return settings_; }
    [[nodiscard]] Comfort& comfort() { return *comfort_; }
    /// What a report of a fault needs to know.
    [[nodiscard]] QString diagnostics() const;
    [[nodiscard]] SourceWatch& source_watch() { return source_watch_; }
    /// How the end of a long job is told to a person who looks elsewhere; tests listen here.
    void set_notifier(std::unique_ptr<Notifier> notifier) { notifier_ = std::move(notifier); }
    /// Ends the program in order without asking, as somebody outside wants it to: what was not
    /// saved is kept for the next start, running jobs are stopped and leave nothing behind.
    void end_now(int exit_code);

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    /// All widgets and actions, in the language in use. `docks`: where they stand; empty: as they
    /// were remembered.
    void build(const QByteArray& docks);
    /// Others in their place when the language has changed; what a person sees and does stays.
    void build_again();
    void build_centre();
    void build_docks(const QByteArray& arrangement);
    void build_inspector();
    void build_plan_docks();
    void build_quality();
    void build_outliers();
    void build_report();
    void build_figures();
    void show_figure_failed(const Error& error);
    void show_figure_saved(const QString& path);
    void ask_save_figures();
    // Signals of what outlives the widgets are connected once; those of widgets and actions by
    // what builds them.
    void connect_session();
    void connect_autosave();
    void connect_project();
    void connect_jobs();
    void connect_quality();
    void connect_activations();
    void connect_figures();
    void connect_source();
    void connect_comfort();
    void wire_actions();
    void wire_edits();
    void follow_slow_work();
    void show_steps();
    void show_places();
    [[nodiscard]] NamedTexts view_texts() const;
    void show_view(const NamedTexts& view);
    [[nodiscard]] QByteArray view_state() const;
    void restore_view(const QByteArray& state);
    void note_kept(const KeptWork& work);
    void offer_reload(const QString& file, bool missing);
    void tell_end(const QString& name, const QString& outcome, double seconds);
    /// Whether the window may close now; asks what has to be asked.
    [[nodiscard]] bool may_leave();
    [[nodiscard]] bool leave_jobs();
    [[nodiscard]] bool leave_plans(const QString& title);
    [[nodiscard]] bool save_all(const std::vector<int>& rows);
    [[nodiscard]] std::vector<BackgroundJob*> jobs_to_lose() const;
    void wait_and_quit();
    void quit_when_done();
    void fill_recent_menu();
    void fill_plan_menu();
    void build_outlook();
    void show_model();
    void show_title();
    void show_profile(BackgroundJob& job);
    void show_export(BackgroundJob& job);
    void show_quality();
    void show_profiler();
    void ask_save_project();
    void ask_replace_project(ProjectOrder order, const ModelStamp& other);
    void show_try_page();
    void show_page_job(BackgroundJob& job);
    void show_export_result(JobRow& row, const Result<ExportReport>& report, const QString& beside);
    void show_written(JobRow& row, const ExportReport& report, const QString& beside);
    void ask_open();
    void ask_open_folder();
    void ask_load_plan();
    /// The file it was saved to; "" when it was not.
    QString ask_save_plan();
    void fill_target_menu();
    void connect_targets();
    void choose_target(const QString& name);
    void ask_target(const TargetOffer& offer);
    void ask_export();
    [[nodiscard]] ExportSubject export_subject();
    void export_again();
    void set_theme(ThemeChoice choice);
    void build_comfort();
    void build_status_line();
    /// What somebody is told who is here for the first time.
    void greet();
    void apply_setting(Setting id);
    void show_memory();
    void show_focus_keys(const QWidget* focused);
    [[nodiscard]] QString folder() const;

    Theme& theme_;
    bool remember_;
    Settings settings_;
    Session session_;
    Autosave autosave_{session_.plan(), session_.shelf()};
    UnsavedPlans unsaved_{session_.plan(), session_.shelf()};
    SourceWatch source_watch_{session_.plan()};
    ExportStarter exports_{session_};
    PresetPreview outlook_{session_.plan(), session_.solver()};
    std::unique_ptr<Notifier> notifier_ = make_desktop_notifier();
    bool quitting_ = false;  ///< as soon as the jobs are done
    RecentFiles recent_;
    MessageBar* messages_;
    JobsPanel* jobs_;
    HelpWindow* help_ = nullptr;  ///< made when it is first asked for
    FigureBatch* figures_;
    QTimer memory_timer_;
    std::optional<ExportWishes> export_wishes_;  ///< of the dialog that asked for another target
    QString export_command_;                     ///< does from a shell what the last export does

    // What is built again in another language.
    QWidget* whole_;  ///< owns all that follows
    WindowActions actions_;
    /// Below the header: what docks move about in.
    QMainWindow* desk_ = nullptr;
    DockLayout* docks_ = nullptr;
    HeaderBar* header_ = nullptr;
    QStackedWidget* pages_ = nullptr;
    EmptyPage* empty_ = nullptr;
    QTabWidget* work_ = nullptr;
    MatrixPage* matrix_ = nullptr;
    TokensPage* tokens_ = nullptr;
    TryPage* try_ = nullptr;
    OutliersPage* outliers_ = nullptr;
    ReportPage* report_ = nullptr;
    TensorPanel* tensors_ = nullptr;
    DepthPanel* depth_ = nullptr;
    BitsPanel* bits_ = nullptr;
    InspectorPanel* inspector_ = nullptr;
    ErrorPlacesFeed* error_places_ = nullptr;
    BudgetPanel* budget_ = nullptr;
    ParetoPanel* pareto_ = nullptr;
    Comfort* comfort_ = nullptr;
    QLabel *memory_ = nullptr, *focus_keys_ = nullptr;
};

}  // namespace bitlathe
