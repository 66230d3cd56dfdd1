// SPDX-License-Identifier: GPL-3.0-or-later
// Settings, shortcuts and the line at the bottom, as the window uses them.
#include <QApplication>
#include <QClipboard>
#include <QDockWidget>
#include <QPlainTextEdit>
#include <QStatusBar>

#include "core/targets/anonymous_memory.h"
#include "ui/models/canvas_keys.h"
#include "ui/panels/help_window.h"
#include "ui/panels/widgets.h"
#include "ui/theme/language.h"
#include "ui/theme/text.h"
#include "ui/window/diagnostics.h"
#include "ui/window/main_window.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::size_t kKeysShown = 4;

}  // namespace

void MainWindow::connect_comfort() {
    connect(&settings_, &Settings::changed, this, &MainWindow::apply_setting);
    connect(qApp, &QApplication::focusChanged, this,
            [this](QWidget*, QWidget* now) { show_focus_keys(now); });
    memory_timer_.setInterval(2s);
    connect(&memory_timer_, &QTimer::timeout, this, &MainWindow::show_memory);
    if (remember_) memory_timer_.start();
}

void MainWindow::build_comfort() {
    comfort_ = new Comfort({*this, *whole_, actions_, *docks_, *work_, *header_}, settings_);
    connect(comfort_, &Comfort::help_wanted, actions_.help, &QAction::trigger);
    connect(comfort_, &Comfort::diagnostics_wanted, this, [this] {
        QGuiApplication::clipboard()->setText(diagnostics());
        messages_->show_message(MessageBar::Kind::kDone,
                                [] { return tr("The diagnostics are copied."); });
    });
    for (const Setting id : {Setting::kWheel, Setting::kMatrixMemory, Setting::kRecentCount})
        apply_setting(id);
}

void MainWindow::greet() {
    if (!remember_ || !settings_.flag(Setting::kFirstHint)) return;
    settings_.set(Setting::kFirstHint, false);
    messages_->ask(
        [] {
            return tr(
                "New here? F1 shows all keys, Ctrl+K finds any command by a few letters, "
                "and the sample model is a good place to try things.");
        },
        {{u"hintKeysButton"_s, [] { return tr("Show the keys"); },
          [this] { comfort_->show_cheat_sheet(); }},
         {u"hintSampleButton"_s, [] { return tr("Open the sample model"); },
          [this] { actions_.open_sample->trigger(); }}});
}

void MainWindow::apply_setting(Setting id) {
    switch (id) {
        case Setting::kTheme: {
            const ThemeChoice choice =
                find_theme_choice(settings_.word(id)).value_or(ThemeChoice::kSystem);
            if (theme_.choice() != choice) theme_.choose(choice);
            QAction* chosen = choice == ThemeChoice::kLight  ? actions_.theme_light
                              : choice == ThemeChoice::kDark ? actions_.theme_dark
                                                             : actions_.theme_system;
            chosen->setChecked(true);
            break;
        }
        case Setting::kWheel: {
            const bool scrolls = settings_.word(id) == u"scroll"_s;
            const WheelMode mode = scrolls ? WheelMode::kScroll : WheelMode::kZoom;
            session_.axis().set_wheel_scrolls(scrolls);
            matrix_->canvas().set_wheel(mode);
            outliers_->set_wheel(mode);
            pareto_->plot().set_wheel(mode);
            break;
        }
        case Setting::kMatrixMemory:
            matrix_->feed().set_memory_limit(static_cast<std::uint64_t>(settings_.number(id))
                                             << 20);
            break;
        case Setting::kRecentCount:
            recent_.set_most(settings_.number(id));
            break;
        case Setting::kLanguage:
            if (settings_.word(id) != language_choice()) use_language(settings_.word(id));
            break;
        case Setting::kUiScale:       // at the next start
        case Setting::kExportReport:  // by the next export
        case Setting::kFirstHint:     // read once
            break;
    }
}

void MainWindow::build_status_line() {
    // Not a moment earlier: the focus moves while widgets go, and the line says what it is on.
    delete findChild<QStatusBar*>(QString(), Qt::FindDirectChildrenOnly);
    auto* line = new QStatusBar(this);
    setStatusBar(line);
    line->show();
    line->setObjectName(u"statusLine"_s);
    line->setAccessibleName(tr("Status"));
    line->setSizeGripEnabled(false);
    focus_keys_ = make_elided_label(u"focusKeys"_s, "muted", line);
    memory_ = make_label(u"memoryLabel"_s, "muted", line);
    memory_->setToolTip(
        tr("Memory of the program itself; weights are read from their files and do "
           "not count. The bound for matrix pictures is a setting."));
    focus_keys_->setContentsMargins(10, 0, 0, 3);
    memory_->setContentsMargins(0, 0, 10, 3);
    line->addWidget(focus_keys_, 1);
    line->addPermanentWidget(memory_);
    connect(&matrix_->feed(), &MatrixFeed::memory_changed, this, &MainWindow::show_memory);
    show_memory();
}

void MainWindow::show_memory() {
    const QString pictures =
        tr("matrix pictures %1 of %2")
            .arg(bytes_text(matrix_->feed().memory()), bytes_text(matrix_->feed().memory_limit()));
    // Pictures of the window are the same every time; what a process needs is not.
    memory_->setText(remember_
                         ? tr("memory %1  ·  %2").arg(bytes_text(anonymous_memory()), pictures)
                         : pictures);
}

void MainWindow::show_focus_keys(const QWidget* focused) {
    QStringList parts;
    for (const CanvasKeyGroup& group : canvas_keys()) {
        if (focused == nullptr || !group.objects.contains(focused->objectName())) continue;
        for (const CanvasKey& key : group.keys) {
            if (static_cast<std::size_t>(parts.size()) == kKeysShown) break;
            parts.push_back(tr("%1  %2", "keys, what they do").arg(key.keys, key.text));
        }
    }
    focus_keys_->setText(parts.join(u"   ·   "_s));
}

QString MainWindow::diagnostics() const {
    const auto* log = findChild<QPlainTextEdit*>(u"jobsLog"_s);
    const QString text = log != nullptr ? log->toPlainText() : QString();
    return diagnostics_text(session_.plan(), text.split(u'\n', Qt::SkipEmptyParts));
}

}  // namespace bitlathe
