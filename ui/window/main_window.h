// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>
#include <QStackedWidget>
#include <QTabWidget>

#include "ui/models/recent_files.h"
#include "ui/panels/bits_panel.h"
#include "ui/panels/budget_panel.h"
#include "ui/panels/depth_panel.h"
#include "ui/panels/empty_page.h"
#include "ui/panels/header_bar.h"
#include "ui/panels/inspector_panel.h"
#include "ui/panels/jobs_panel.h"
#include "ui/panels/matrix_page.h"
#include "ui/panels/message_bar.h"
#include "ui/panels/report_page.h"
#include "ui/panels/tensor_panel.h"
#include "ui/plots/pareto_panel.h"
#include "ui/theme/theme.h"
#include "ui/window/autosave.h"
#include "ui/window/dock_layout.h"
#include "ui/window/session.h"
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
    [[nodiscard]] BitsCanvas& canvas() { return bits_->canvas(); }
    [[nodiscard]] HeaderBar& header() { return *header_; }
    /// Nothing works in the background: what is shown will not change by itself.
    [[nodiscard]] bool idle() const {
        return session_.idle() && pareto_->idle() && matrix_->idle() && report_->idle();
    }
    /// Brings a page of the centre to the front: "layers", "matrix" or "report".
    void show_page(const QString& name);
    [[nodiscard]] Autosave& autosave() { return autosave_; }

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void build();
    void build_centre();
    void build_docks();
    void build_plan_docks();
    void build_report();
    void build_figures();
    void ask_save_figures();
    void connect_actions();
    void connect_undo();
    void connect_looking();
    void connect_session();
    void connect_autosave();
    void fill_recent_menu();
    void fill_plan_menu();
    void show_model();
    void show_title();
    void show_profile(BackgroundJob& job);
    void show_export(BackgroundJob& job);
    void show_matrix_job(BackgroundJob& job);
    void show_export_result(JobRow& row, const Result<ExportReport>& report);
    void ask_open();
    void ask_open_folder();
    void ask_load_plan();
    void ask_save_plan();
    void ask_export();
    void set_theme(ThemeChoice choice);
    [[nodiscard]] QString folder() const;

    Theme& theme_;
    bool remember_;
    Session session_;
    Autosave autosave_{session_.plan(), session_.shelf()};
    RecentFiles recent_;
    WindowActions actions_;
    /// Below the header: what docks move about in.
    QMainWindow* desk_ = nullptr;
    DockLayout* docks_ = nullptr;
    HeaderBar* header_ = nullptr;
    MessageBar* messages_ = nullptr;
    QStackedWidget* pages_ = nullptr;
    EmptyPage* empty_ = nullptr;
    QTabWidget* work_ = nullptr;
    MatrixPage* matrix_ = nullptr;
    ReportPage* report_ = nullptr;
    TensorPanel* tensors_ = nullptr;
    DepthPanel* depth_ = nullptr;
    BitsPanel* bits_ = nullptr;
    InspectorPanel* inspector_ = nullptr;
    BudgetPanel* budget_ = nullptr;
    ParetoPanel* pareto_ = nullptr;
    JobsPanel* jobs_ = nullptr;
    FigureBatch* figures_ = nullptr;
    HelpWindow* help_ = nullptr;  ///< made when it is first asked for
};

}  // namespace bitlathe
