// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/main_window.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QScreen>
#include <QSettings>
#include <QVBoxLayout>

#include "ui/panels/command_palette.h"
#include "ui/panels/help_window.h"
#include "ui/plots/figure_batch.h"
#include "ui/theme/core_text.h"
#include "ui/theme/text.h"
#include "ui/window/sample.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The first ones in full, and how many more there are.
QString warnings_text(const std::vector<Warning>& warnings) {
    constexpr std::size_t most = 3;
    QStringList lines;
    for (const Warning& warning : warnings) {
        if (static_cast<std::size_t>(lines.size()) == most) break;
        lines.push_back(error_text(
            {.message = warning.message, .file = warning.file, .offset = warning.offset}));
    }
    const int more = static_cast<int>(warnings.size()) - static_cast<int>(lines.size());
    if (more > 0) lines.push_back(MainWindow::tr("and %n more", nullptr, more));
    return lines.join(u'\n');
}

}  // namespace

MainWindow::MainWindow(Theme& theme, bool remember, QWidget* parent)
    : QMainWindow(parent),
      theme_(theme),
      remember_(remember),
      settings_(remember),
      recent_(remember),
      messages_(new MessageBar(this)),
      jobs_(new JobsPanel(this)),
      figures_(new FigureBatch(*this)),
      whole_(new QWidget(this)),
      actions_(*this, *whole_) {
    setObjectName(u"mainWindow"_s);
    setAcceptDrops(true);
    QSize least(1024, 560);
    if (const QScreen* on = screen()) least = least.boundedTo(on->availableSize());
    setMinimumSize(least);  // a large scale may leave less than that
    resize(1600, 1000);
    if (remember_) restoreGeometry(QSettings().value(u"window/geometry"_s).toByteArray());
    connect_session();
    connect_targets();
    connect_autosave();
    connect_jobs();
    connect_quality();
    connect_activations();
    connect_project();
    connect_figures();
    connect_source();
    connect_comfort();
    build({});
    greet();
}

MainWindow::~MainWindow() {
    // Jobs end while members go; nothing of this window may be asked about them any more.
    jobs_->disconnect(this);
    qApp->disconnect(this);  // the focus moves while widgets go, the label that says so among them
    hide();                  // views hear of it, and look at the plan, which goes before they do
}

void MainWindow::build(const QByteArray& docks) {
    auto* column = new QVBoxLayout(whole_);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    HeaderParts parts;
    parts.open = actions_.open;
    parts.recent = actions_.recent;
    parts.plan = actions_.plan;
    parts.target = actions_.target;
    parts.undo = actions_.undo;
    parts.redo = actions_.redo;
    parts.save_plan = actions_.save_plan;
    parts.load_plan = actions_.load_plan;
    parts.export_model = actions_.export_model;
    parts.main = actions_.main;
    header_ = new HeaderBar(session_.plan(), session_.solver(), theme_, parts, whole_);
    column->addWidget(header_);
    auto* inset = new QVBoxLayout;
    inset->setContentsMargins(8, 8, 8, 0);
    inset->addWidget(messages_);
    column->addLayout(inset);
    desk_ = new QMainWindow(whole_);
    desk_->setWindowFlags(Qt::Widget);  // its constructor makes a window of everything
    desk_->setObjectName(u"desk"_s);
    desk_->setContentsMargins(8, 0, 8, 8);
    column->addWidget(desk_, 1);
    setCentralWidget(whole_);
    if (isVisible()) {  // docks are put into what room there is
        whole_->show();
        layout()->activate();
        column->activate();
    }
    build_centre();
    build_docks(docks);
    wire_actions();
    wire_edits();
    build_comfort();
    build_status_line();
    fill_recent_menu();
    show_model();
    show_steps();
    show_places();
    show_quality();
    show_profiler();
}

void MainWindow::wire_actions() {
    connect(actions_.open, &QAction::triggered, this, &MainWindow::ask_open);
    connect(actions_.open_folder, &QAction::triggered, this, &MainWindow::ask_open_folder);
    connect(actions_.open_sample, &QAction::triggered, this,
            [this] { open_path(sample_model_path()); });
    connect(actions_.load_plan, &QAction::triggered, this, &MainWindow::ask_load_plan);
    connect(actions_.save_plan, &QAction::triggered, this, [this] { (void)ask_save_plan(); });
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
    BlockAxis& axis = session_.axis();
    connect(actions_.back, &QAction::triggered, &axis, &BlockAxis::back);
    connect(actions_.forward, &QAction::triggered, &axis, &BlockAxis::forward);
    connect(actions_.fit, &QAction::triggered, &bits_->canvas(), &BitsCanvas::fit_selection);
    connect(actions_.show_all, &QAction::triggered, &axis, &BlockAxis::fit);
    connect(actions_.help, &QAction::triggered, this, [this] {
        if (help_ == nullptr) help_ = new HelpWindow(this);
        help_->show_page(HelpWindow::page_about(focusWidget()));
    });
    connect(actions_.palette, &QAction::triggered, this, [this] {
        auto* palette = new CommandPalette(*this);
        palette->show_over(*this);
    });
}

void MainWindow::wire_edits() {
    StepStack& steps = session_.plan().undo_stack();
    connect(actions_.undo, &QAction::triggered, this, [this, &steps] {
        session_.solver().abandon();  // an answer under way belongs to what is being undone
        steps.undo();
    });
    connect(actions_.redo, &QAction::triggered, this, [this, &steps] {
        session_.solver().abandon();
        steps.redo();
    });
    connect(&bits_->canvas(), &BitsCanvas::edit_begins, &session_.solver(), &PlanSolver::abandon);
    connect(&bits_->canvas(), &BitsCanvas::edit_begins, &budget_->layerwise().solver(),
            &LayerwiseSolver::abandon);
}

void MainWindow::show_steps() {
    const StepStack& steps = session_.plan().undo_stack();
    const auto show = [](QAction* action, bool can, const QString& verb, const QString& step) {
        action->setEnabled(can);
        set_tip(*action, can ? tr("%1: %2").arg(verb, step) : verb);
    };
    show(actions_.undo, steps.canUndo(), tr("Undo"), steps.undoText());
    show(actions_.redo, steps.canRedo(), tr("Redo"), steps.redoText());
    show_title();
}

void MainWindow::show_places() {
    actions_.back->setEnabled(session_.axis().can_go_back());
    actions_.forward->setEnabled(session_.axis().can_go_forward());
}

void MainWindow::connect_session() {
    connect(&session_.plan(), &PlanModel::opened, this, &MainWindow::show_model);
    connect(&session_.plan().undo_stack(), &QUndoStack::indexChanged, this,
            &MainWindow::show_steps);
    connect(&session_.axis(), &BlockAxis::changed, this, &MainWindow::show_places);
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
    connect(&session_, &Session::failed, this,
            [this](const Phrase& what, const Error& error) { messages_->show_error(what, error); });
    connect(&session_.solver(), &PlanSolver::failed, this, [this](const Error& error) {
        messages_->show_error([] { return tr("No plan"); }, error);
    });
    connect(&session_, &Session::warned, this, [this](const std::vector<Warning>& warnings) {
        messages_->show_message(MessageBar::Kind::kWarning,
                                [warnings] { return warnings_text(warnings); });
    });
    connect(&recent_, &RecentFiles::changed, this, &MainWindow::fill_recent_menu);
}

void MainWindow::open_path(const QString& path) {
    if (!path.isEmpty()) session_.open(path);
}

void MainWindow::show_page(const QString& name) {
    const bool view = outliers_->show_view(name);
    const QString object = view ? outliers_->objectName() : name + u"Page"_s;
    for (int page = 0; page < work_->count(); ++page) {
        if (work_->widget(page)->objectName() == object) return work_->setCurrentIndex(page);
    }
    work_->setCurrentIndex(0);
}

void MainWindow::show_model() {
    const bool open = session_.plan().is_open();
    actions_.set_model_open(open);
    pages_->setCurrentWidget(open ? work_ : static_cast<QWidget*>(empty_));
    // What is behind the others needs no room.
    const QSizePolicy::Policy policy = open ? QSizePolicy::Ignored : QSizePolicy::Preferred;
    empty_->setSizePolicy(policy, policy);
    docks_->set_model_open(open);
    comfort_->set_model_open(open);
    fill_plan_menu();
    fill_target_menu();
    show_title();
    if (open) {
        bits_->canvas().setFocus();
    } else {
        pages_->setFocus();
    }
}

void MainWindow::show_title() {
    // The longest job first: all that a task bar shows of a title is its beginning.
    const auto share = jobs_->share();
    const QString progress = share ? tr("%1 % – ").arg(static_cast<int>(*share * 100)) : QString();
    if (!session_.plan().is_open()) {
        setWindowTitle(progress + u"Bitlathe"_s);
        return;
    }
    setWindowTitle(progress + QFileInfo(session_.path()).fileName() + u"[*] – Bitlathe"_s);
    setWindowModified(!session_.plan().undo_stack().isClean());
}

void MainWindow::set_theme(ThemeChoice choice) {
    const QString name = choice == ThemeChoice::kDark    ? u"dark"_s
                         : choice == ThemeChoice::kLight ? u"light"_s
                                                         : u"system"_s;
    // The settings may have it already, while the program was started with another one.
    if (!settings_.set(Setting::kTheme, name) || theme_.choice() != choice) theme_.choose(choice);
}

void MainWindow::changeEvent(QEvent* event) {
    // Which of the two comes when the system turns dark depends on the platform.
    if (event->type() == QEvent::ThemeChange || event->type() == QEvent::PaletteChange)
        theme_.follow_system();
    if (event->type() == QEvent::LanguageChange) build_again();
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
