// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/main_window.h"

#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QSettings>
#include <QSplitter>
#include <QVBoxLayout>

#include "ui/panels/command_palette.h"
#include "ui/panels/file_dialogs.h"
#include "ui/panels/help_window.h"
#include "ui/panels/ranking_panel.h"
#include "ui/panels/widgets.h"
#include "ui/plots/composition_panel.h"
#include "ui/plots/histogram_view.h"
#include "ui/plots/rate_distortion_view.h"
#include "ui/theme/text.h"
#include "ui/window/sample.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;
const QString kThemeKey = u"theme"_s;
const QString kGeometryKey = u"window/geometry"_s;

}  // namespace

MainWindow::MainWindow(Theme& theme, bool remember, QWidget* parent)
    : QMainWindow(parent), theme_(theme), remember_(remember), recent_(remember), actions_(*this) {
    setObjectName(u"mainWindow"_s);
    setAcceptDrops(true);
    setMinimumSize(1024, 560);
    resize(1600, 1000);
    if (remember_) restoreGeometry(QSettings().value(kGeometryKey).toByteArray());
    build();
    connect_actions();
    connect_undo();
    connect_looking();
    connect_session();
    connect_autosave();
    fill_recent_menu();
    show_model();
}

MainWindow::~MainWindow() = default;

void MainWindow::build() {
    auto* whole = new QWidget(this);
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    HeaderParts parts;
    parts.open = actions_.open;
    parts.recent = actions_.recent;
    parts.plan = actions_.plan;
    parts.undo = actions_.undo;
    parts.redo = actions_.redo;
    parts.save_plan = actions_.save_plan;
    parts.load_plan = actions_.load_plan;
    parts.export_model = actions_.export_model;
    parts.main = actions_.main;
    header_ = new HeaderBar(session_.plan(), session_.solver(), theme_, parts, whole);
    column->addWidget(header_);
    messages_ = new MessageBar(whole);
    auto* inset = new QVBoxLayout;
    inset->setContentsMargins(8, 8, 8, 0);
    inset->addWidget(messages_);
    column->addLayout(inset);
    desk_ = new QMainWindow(whole);
    desk_->setWindowFlags(Qt::Widget);  // its constructor makes a window of everything
    desk_->setObjectName(u"desk"_s);
    desk_->setContentsMargins(8, 0, 8, 8);
    column->addWidget(desk_, 1);
    setCentralWidget(whole);
    build_centre();
    build_docks();
}

void MainWindow::build_centre() {
    pages_ = new QStackedWidget(desk_);
    pages_->setObjectName(u"pages"_s);
    pages_->setFocusPolicy(Qt::ClickFocus);
    empty_ = new EmptyPage(*actions_.open, *actions_.open_sample, pages_);
    auto* layers = new QSplitter(Qt::Vertical);
    layers->setObjectName(u"layersPage"_s);
    layers->setHandleWidth(8);
    layers->setChildrenCollapsible(false);
    depth_ = new DepthPanel(session_.plan(), session_.hub(), session_.axis(), theme_, layers);
    bits_ = new BitsPanel(session_.plan(), session_.hub(), session_.axis(), theme_, layers);
    layers->setStretchFactor(0, 1);
    layers->setStretchFactor(1, 2);
    layers->setSizes({290, 430});
    matrix_ = new MatrixPage(session_.plan(), session_.hub(), theme_, pages_);
    connect(matrix_, &MatrixPage::failed, messages_, &MessageBar::show_error);
    connect(matrix_, &MatrixPage::job_started, this, &MainWindow::show_matrix_job);
    work_ = new QTabWidget(pages_);
    work_->setObjectName(u"workPages"_s);
    work_->setAccessibleName(tr("Pages"));
    work_->setDocumentMode(true);
    work_->addTab(layers, tr("Layers"));
    work_->addTab(matrix_, tr("Matrix"));
    pages_->addWidget(empty_);
    pages_->addWidget(work_);
    // The gap that docks have above them by their grips.
    auto* centre = new QWidget(desk_);
    auto* inset = new QVBoxLayout(centre);
    inset->setContentsMargins(0, 6, 0, 0);
    inset->addWidget(pages_);
    desk_->setCentralWidget(centre);
}

void MainWindow::build_docks() {
    docks_ = new DockLayout(*desk_, remember_);
    tensors_ = new TensorPanel(session_.plan(), session_.hub(), theme_);
    docks_->add(u"tensors"_s, tr("Tensors"), tensors_, Qt::LeftDockWidgetArea);
    inspector_ = new InspectorPanel(session_.plan(), session_.hub());
    auto* histogram = new HistogramView(session_.plan(), session_.hub(), theme_, inspector_);
    auto* rates = new RateDistortionView(session_.plan(), session_.hub(), theme_, inspector_);
    inspector_->add_figure(histogram);
    inspector_->add_figure(rates);
    connect(rates, &RateDistortionView::edit_begins, &session_.solver(), &PlanSolver::abandon);
    docks_->add(u"inspector"_s, tr("Inspector"), inspector_, Qt::RightDockWidgetArea);
    jobs_ = new JobsPanel(this);
    budget_ = new BudgetPanel(session_.plan(), session_.solver(), theme_);
    docks_->add(u"budget"_s, tr("Budget"), budget_, Qt::RightDockWidgetArea);
    docks_->add(u"ranking"_s, tr("Ranking"), new RankingPanel(depth_->canvas()),
                Qt::RightDockWidgetArea);
    build_plan_docks();
    pareto_ = new ParetoPanel(session_.plan(), session_.solver(), theme_);
    docks_->add(u"pareto"_s, tr("Size and error"), pareto_, Qt::BottomDockWidgetArea);
    connect(pareto_, &ParetoPanel::edit_begins, &session_.solver(), &PlanSolver::abandon);
    auto* composition = new CompositionPanel(session_.plan(), session_.hub(), theme_);
    docks_->add(u"composition"_s, tr("Composition"), composition, Qt::BottomDockWidgetArea);
    docks_->add(u"jobs"_s, tr("Jobs"), jobs_, Qt::BottomDockWidgetArea);
    docks_->fill_menu(*actions_.view);
    actions_.view->addSeparator();
    actions_.view->addAction(actions_.reset_layout);
    connect(actions_.reset_layout, &QAction::triggered, docks_, &DockLayout::reset);
}

void MainWindow::connect_actions() {
    connect(actions_.open, &QAction::triggered, this, &MainWindow::ask_open);
    connect(actions_.open_folder, &QAction::triggered, this, &MainWindow::ask_open_folder);
    connect(actions_.open_sample, &QAction::triggered, this,
            [this] { open_path(sample_model_path()); });
    connect(actions_.load_plan, &QAction::triggered, this, &MainWindow::ask_load_plan);
    connect(actions_.save_plan, &QAction::triggered, this, &MainWindow::ask_save_plan);
    connect(actions_.export_model, &QAction::triggered, this, &MainWindow::ask_export);
    connect(actions_.find, &QAction::triggered, this, [this] { tensors_->focus_filter(); });
    connect(actions_.quit, &QAction::triggered, this, &QWidget::close);
    connect(actions_.theme_system, &QAction::triggered, this,
            [this] { set_theme(ThemeChoice::kSystem); });
    connect(actions_.theme_light, &QAction::triggered, this,
            [this] { set_theme(ThemeChoice::kLight); });
    connect(actions_.theme_dark, &QAction::triggered, this,
            [this] { set_theme(ThemeChoice::kDark); });
    QAction* chosen = theme_.choice() == ThemeChoice::kLight  ? actions_.theme_light
                      : theme_.choice() == ThemeChoice::kDark ? actions_.theme_dark
                                                              : actions_.theme_system;
    chosen->setChecked(true);
    actions_.open_sample->setEnabled(!sample_model_path().isEmpty());
    connect(empty_, &EmptyPage::open_requested, this, &MainWindow::open_path);
}

void MainWindow::connect_undo() {
    QUndoStack& stack = session_.plan().undo_stack();
    connect(actions_.undo, &QAction::triggered, this, [this, &stack] {
        session_.solver().abandon();  // an answer under way belongs to what is being undone
        stack.undo();
    });
    connect(actions_.redo, &QAction::triggered, this, [this, &stack] {
        session_.solver().abandon();
        stack.redo();
    });
    const auto show = [](QAction* action, bool can, const QString& verb, const QString& step) {
        action->setEnabled(can);
        action->setToolTip(can ? verb + u": "_s + step : verb);
    };
    connect(&stack, &QUndoStack::indexChanged, this, [this, &stack, show] {
        show(actions_.undo, stack.canUndo(), tr("Undo"), stack.undoText());
        show(actions_.redo, stack.canRedo(), tr("Redo"), stack.redoText());
        show_title();
    });
    connect(&bits_->canvas(), &BitsCanvas::edit_begins, &session_.solver(), &PlanSolver::abandon);
    connect(&bits_->canvas(), &BitsCanvas::edit_begins, &budget_->layerwise().solver(),
            &LayerwiseSolver::abandon);
}

void MainWindow::connect_looking() {
    BlockAxis& axis = session_.axis();
    connect(actions_.back, &QAction::triggered, &axis, &BlockAxis::back);
    connect(actions_.forward, &QAction::triggered, &axis, &BlockAxis::forward);
    connect(actions_.fit, &QAction::triggered, &bits_->canvas(), &BitsCanvas::fit_selection);
    connect(actions_.show_all, &QAction::triggered, &axis, &BlockAxis::fit);
    const auto show = [this, &axis] {
        actions_.back->setEnabled(axis.can_go_back());
        actions_.forward->setEnabled(axis.can_go_forward());
    };
    connect(&axis, &BlockAxis::changed, this, show);
    show();
    connect(actions_.help, &QAction::triggered, this, [this] {
        if (help_ == nullptr) help_ = new HelpWindow(this);
        help_->show_page(HelpWindow::page_about(focusWidget()));
    });
    connect(actions_.palette, &QAction::triggered, this, [this] {
        auto* palette = new CommandPalette(*this);
        palette->show_over(*this);
    });
}

void MainWindow::connect_session() {
    connect(&session_.plan(), &PlanModel::opened, this, &MainWindow::show_model);
    connect(&session_, &Session::open_started, this, [this](const QString& path) {
        messages_->clear();
        empty_->set_opening(QFileInfo(path).fileName());
    });
    connect(&session_, &Session::open_ended, this, [this](const QString& path, bool opened) {
        empty_->set_opening({});
        if (opened) {
            recent_.add(path);
        } else {
            recent_.remove(path);
        }
        show_title();
    });
    connect(&session_, &Session::failed, this, [this](const QString& what, const Error& error) {
        messages_->show_error(what, error);
    });
    connect(&session_.solver(), &PlanSolver::failed, this,
            [this](const Error& error) { messages_->show_error(tr("No plan"), error); });
    connect(&session_, &Session::warned, this, [this](const QStringList& warnings) {
        QString text = warnings.mid(0, 3).join(u'\n');
        if (warnings.size() > 3) text += u'\n' + tr("and %1 more").arg(warnings.size() - 3);
        messages_->show_message(MessageBar::Kind::kWarning, text);
    });
    connect(&session_, &Session::profile_started, this, &MainWindow::show_profile);
    connect(&session_, &Session::profile_ended, this, [this](bool complete) {
        header_->set_profile_progress({});
        jobs_->log(complete ? tr("Errors and statistics are complete")
                            : tr("Errors and statistics are incomplete"));
    });
    connect(&session_, &Session::job_started, this, &MainWindow::show_export);
    connect(&recent_, &RecentFiles::changed, this, &MainWindow::fill_recent_menu);
}

void MainWindow::show_profile(BackgroundJob& job) {
    header_->set_profile_progress(0.0);
    JobRow* row = jobs_->add(job);
    connect(&job, &BackgroundJob::progressed, this, [this](const JobProgress& now) {
        if (now.total == 0) return;
        header_->set_profile_progress(static_cast<double>(now.done) /
                                      static_cast<double>(now.total));
    });
    // The row goes with the job, however that ends; its result is on the canvas.
    connect(&job, &QObject::destroyed, row, [this, row] { jobs_->remove(row); });
}

void MainWindow::show_matrix_job(BackgroundJob& job) {
    JobRow* row = jobs_->add(job);
    // The row goes with the job; what failed is in a message.
    connect(&job, &QObject::destroyed, row, [this, row] { jobs_->remove(row); });
}

void MainWindow::show_export(BackgroundJob& job) {
    JobRow* row = jobs_->add(job);
    actions_.export_model->setEnabled(false);
    connect(&session_, &Session::export_ended, row,
            [this, row](const Result<ExportReport>& report) {
                actions_.export_model->setEnabled(session_.plan().is_open());
                if (!row->ended()) show_export_result(*row, report);
            });
}

void MainWindow::show_export_result(JobRow& row, const Result<ExportReport>& report) {
    if (!report && report.error().code == ErrorCode::kCancelled) {
        row.set_failed(tr("cancelled, nothing was left behind"));
        jobs_->log(tr("Export: cancelled, nothing was left behind"));
        return;
    }
    if (!report) {
        row.set_failed(to_qstring(report.error().message));
        jobs_->log(tr("Export: %1").arg(to_qstring(report.error().to_string())));
        messages_->show_error(tr("The export failed"), report.error());
        return;
    }
    std::uint64_t bytes = 0;
    for (const OutputFile& file : report->output)
        bytes += file.bytes;
    row.set_done(tr("written %1 in %2, read back, %3 of %3 tensors equal")
                     .arg(bytes_text(bytes), duration_text(report->seconds))
                     .arg(report->tensors));
    for (const OutputFile& file : report->output)
        jobs_->log(tr("Export: wrote %1").arg(to_qstring(file.path.string())));
    for (const std::string& warning : report->warnings) {
        messages_->show_message(MessageBar::Kind::kWarning, to_qstring(warning));
    }
}

void MainWindow::open_path(const QString& path) {
    if (!path.isEmpty()) session_.open(path);
}

void MainWindow::show_page(const QString& name) {
    work_->setCurrentIndex(name == u"matrix"_s ? 1 : 0);
}

void MainWindow::show_model() {
    const bool open = session_.plan().is_open();
    actions_.set_model_open(open);
    pages_->setCurrentWidget(open ? work_ : static_cast<QWidget*>(empty_));
    docks_->set_model_open(open);
    fill_plan_menu();
    show_title();
    if (open) {
        bits_->canvas().setFocus();
    } else {
        pages_->setFocus();
    }
}

void MainWindow::show_title() {
    if (!session_.plan().is_open()) {
        setWindowTitle(u"Bitlathe"_s);
        return;
    }
    setWindowTitle(QFileInfo(session_.path()).fileName() + u"[*] – Bitlathe"_s);
    setWindowModified(!session_.plan().undo_stack().isClean());
}

void MainWindow::set_theme(ThemeChoice choice) {
    theme_.choose(choice);
    if (!remember_) return;
    const QString name = choice == ThemeChoice::kDark    ? u"dark"_s
                         : choice == ThemeChoice::kLight ? u"light"_s
                                                         : u"system"_s;
    QSettings().setValue(kThemeKey, name);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    const bool leave =
        !session_.exporting() ||
        file_dialogs::confirm(
            this, tr("Quit"),
            tr("An export is running. Quitting cancels it and leaves nothing behind."),
            tr("Cancel the export and quit"), tr("Keep going"));
    event->setAccepted(leave);
    if (leave) docks_->save();
    if (leave) autosave_.end_cleanly();
    if (leave && remember_) QSettings().setValue(kGeometryKey, saveGeometry());
}

void MainWindow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::ThemeChange) theme_.follow_system();
    QMainWindow::changeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    const QMimeData* dropped = event->mimeData();
    if (dropped->hasUrls() && dropped->urls().front().isLocalFile()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.isEmpty()) return;
    event->acceptProposedAction();
    open_path(urls.front().toLocalFile());
}

}  // namespace bitlathe
