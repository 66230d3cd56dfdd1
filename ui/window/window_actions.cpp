// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/window_actions.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QWidget>

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

QString say(const char* text) {
    return QCoreApplication::translate("actions", text);
}

QAction* make(QWidget& window, const QString& name, const QString& text,
              const QKeySequence& shortcut = {}) {
    auto* action = new QAction(text, &window);
    action->setObjectName(name);
    action->setShortcut(shortcut);
    if (!shortcut.isEmpty()) {
        action->setToolTip(QString(text).remove(u'&') + u" ("_s +
                           shortcut.toString(QKeySequence::NativeText) + u')');
    }
    window.addAction(action);
    return action;
}

}  // namespace

WindowActions::WindowActions(QWidget& window)
    : open(make(window, u"actionOpen"_s, say("Open…"), QKeySequence::Open)),
      open_folder(make(window, u"actionOpenFolder"_s, say("Open a model folder…"),
                       Qt::CTRL | Qt::SHIFT | Qt::Key_O)),
      open_sample(make(window, u"actionOpenSample"_s, say("Open the sample model"))),
      load_plan(make(window, u"actionLoadPlan"_s, say("Load plan…"), Qt::CTRL | Qt::Key_L)),
      save_plan(make(window, u"actionSavePlan"_s, say("Save plan…"), QKeySequence::Save)),
      new_plan(make(window, u"actionNewPlan"_s, say("New plan from the current one"),
                    Qt::CTRL | Qt::SHIFT | Qt::Key_N)),
      export_model(make(window, u"actionExport"_s, say("Export…"), Qt::CTRL | Qt::Key_E)),
      save_report(make(window, u"actionSaveReport"_s,
                       QCoreApplication::translate("actions", "Save report…"),
                       Qt::CTRL | Qt::SHIFT | Qt::Key_R)),
      save_figures(make(window, u"actionSaveFigures"_s,
                        QCoreApplication::translate("actions", "Save all figures…"),
                        Qt::CTRL | Qt::SHIFT | Qt::Key_F)),
      undo(make(window, u"actionUndo"_s, say("Undo"), QKeySequence::Undo)),
      redo(make(window, u"actionRedo"_s, say("Redo"), QKeySequence::Redo)),
      find(make(window, u"actionFind"_s, say("Filter tensors"), QKeySequence::Find)),
      back(make(window, u"actionBack"_s, say("Back to the last view"), Qt::ALT | Qt::Key_Left)),
      forward(make(window, u"actionForward"_s, say("Forward to the next view"),
                   Qt::ALT | Qt::Key_Right)),
      fit(make(window, u"actionFit"_s, say("Zoom to the selection"), Qt::CTRL | Qt::Key_0)),
      show_all(make(window, u"actionShowAll"_s, say("Show all blocks"), Qt::CTRL | Qt::Key_9)),
      palette(make(window, u"actionPalette"_s, say("All commands…"), Qt::CTRL | Qt::Key_K)),
      help(make(window, u"actionHelp"_s, say("Help"), QKeySequence::HelpContents)),
      reset_layout(make(window, u"actionResetLayout"_s, say("Reset the layout"))),
      theme_system(make(window, u"actionThemeSystem"_s, say("Theme of the system"))),
      theme_light(make(window, u"actionThemeLight"_s, say("Light theme"))),
      theme_dark(make(window, u"actionThemeDark"_s, say("Dark theme"))),
      quit(make(window, u"actionQuit"_s, say("Quit"), QKeySequence::Quit)),
      recent(new QMenu(say("Recent"), &window)),
      plan(new QMenu(say("Plan"), &window)),
      target(new QMenu(say("Target"), &window)),
      view(new QMenu(say("View"), &window)),
      main(new QMenu(say("Menu"), &window)) {
    recent->setObjectName(u"recentMenu"_s);
    plan->setObjectName(u"planMenu"_s);
    target->setObjectName(u"targetMenu"_s);
    target->setToolTipsVisible(true);
    view->setObjectName(u"viewMenu"_s);
    main->setObjectName(u"mainMenu"_s);
    auto* themes = new QActionGroup(&window);
    for (QAction* action : {theme_system, theme_light, theme_dark}) {
        action->setCheckable(true);
        themes->addAction(action);
    }
    main->addActions({open, open_folder, open_sample});
    main->addSeparator();
    main->addActions({new_plan, load_plan, save_plan});
    main->addMenu(target);
    main->addAction(export_model);
    main->addSeparator();
    main->addActions({save_report, save_figures});
    main->addSeparator();
    main->addActions({undo, redo, find});
    main->addSeparator();
    view->addActions({fit, show_all, back, forward});
    view->addSeparator();
    view->addActions(themes->actions());
    view->addSeparator();
    main->addMenu(view);
    main->addActions({palette, help});
    main->addSeparator();
    main->addAction(quit);
    undo->setEnabled(false);
    redo->setEnabled(false);
    set_model_open(false);
}

void WindowActions::set_model_open(bool open_now) const {
    for (QAction* action : {load_plan, save_plan, new_plan, export_model, save_report, save_figures,
                            find, fit, show_all, reset_layout})
        action->setEnabled(open_now);
}

}  // namespace bitlathe
