// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/window_actions.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QWidget>

#include "ui/models/shortcut_table.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

struct Actions {
    Q_DECLARE_TR_FUNCTIONS(actions)
};

QAction* make(QWidget& owner, const QString& name, const QString& text,
              const QKeySequence& shortcut = {}) {
    auto* action = new QAction(text, &owner);
    action->setObjectName(name);
    action->setShortcut(shortcut);
    set_tip(*action);
    return action;
}

}  // namespace

WindowActions::WindowActions(QWidget& window, QWidget& owner)
    : open(make(owner, u"actionOpen"_s, Actions::tr("Open…"), QKeySequence::Open)),
      open_folder(make(owner, u"actionOpenFolder"_s, Actions::tr("Open a model folder…"),
                       Qt::CTRL | Qt::SHIFT | Qt::Key_O)),
      open_sample(make(owner, u"actionOpenSample"_s, Actions::tr("Open the sample model"))),
      load_plan(make(owner, u"actionLoadPlan"_s, Actions::tr("Load plan…"), Qt::CTRL | Qt::Key_L)),
      save_plan(make(owner, u"actionSavePlan"_s, Actions::tr("Save plan…"), QKeySequence::Save)),
      new_plan(make(owner, u"actionNewPlan"_s, Actions::tr("New plan from the current one"),
                    Qt::CTRL | Qt::SHIFT | Qt::Key_N)),
      export_model(make(owner, u"actionExport"_s, Actions::tr("Export…"), Qt::CTRL | Qt::Key_E)),
      measure(
          make(owner, u"actionMeasure"_s, Actions::tr("Measure this plan"), Qt::CTRL | Qt::Key_M)),
      measure_all(make(owner, u"actionMeasureAll"_s, Actions::tr("Measure all plans"),
                       Qt::CTRL | Qt::SHIFT | Qt::Key_M)),
      measure_original(
          make(owner, u"actionMeasureOriginal"_s, Actions::tr("Measure the original"))),
      profile_activations(make(owner, u"actionProfileActivations"_s,
                               Actions::tr("Profile activations"),
                               Qt::CTRL | Qt::SHIFT | Qt::Key_A)),
      measure_skips(
          make(owner, u"actionMeasureSkips"_s, Actions::tr("Measure leaving out each block"))),
      measure_output_errors(make(owner, u"actionMeasureOutputErrors"_s,
                                 Actions::tr("Measure output errors of formats"))),
      save_project(make(owner, u"actionSaveProject"_s, Actions::tr("Save project…"),
                        Qt::CTRL | Qt::SHIFT | Qt::Key_S)),
      save_report(make(owner, u"actionSaveReport"_s, Actions::tr("Save report…"),
                       Qt::CTRL | Qt::SHIFT | Qt::Key_R)),
      save_figures(make(owner, u"actionSaveFigures"_s, Actions::tr("Save all figures…"),
                        Qt::CTRL | Qt::SHIFT | Qt::Key_F)),
      undo(make(owner, u"actionUndo"_s, Actions::tr("Undo"), QKeySequence::Undo)),
      redo(make(owner, u"actionRedo"_s, Actions::tr("Redo"), QKeySequence::Redo)),
      find(make(owner, u"actionFind"_s, Actions::tr("Filter tensors"), QKeySequence::Find)),
      back(make(owner, u"actionBack"_s, Actions::tr("Back to the last view"),
                Qt::ALT | Qt::Key_Left)),
      forward(make(owner, u"actionForward"_s, Actions::tr("Forward to the next view"),
                   Qt::ALT | Qt::Key_Right)),
      fit(make(owner, u"actionFit"_s, Actions::tr("Zoom to the selection"), Qt::CTRL | Qt::Key_0)),
      show_all(
          make(owner, u"actionShowAll"_s, Actions::tr("Show all blocks"), Qt::CTRL | Qt::Key_9)),
      palette(make(owner, u"actionPalette"_s, Actions::tr("All commands…"), Qt::CTRL | Qt::Key_K)),
      help(make(owner, u"actionHelp"_s, Actions::tr("Help"), QKeySequence::HelpContents)),
      reset_layout(make(owner, u"actionResetLayout"_s, Actions::tr("Reset the layout"))),
      theme_system(make(owner, u"actionThemeSystem"_s, Actions::tr("Theme of the system"))),
      theme_light(make(owner, u"actionThemeLight"_s, Actions::tr("Light theme"))),
      theme_dark(make(owner, u"actionThemeDark"_s, Actions::tr("Dark theme"))),
      quit(make(owner, u"actionQuit"_s, Actions::tr("Quit"), QKeySequence::Quit)),
      recent(new QMenu(Actions::tr("Recent"), &owner)),
      plan(new QMenu(Actions::tr("Plan"), &owner)),
      target(new QMenu(Actions::tr("Target"), &owner)),
      view(new QMenu(Actions::tr("View"), &owner)),
      main(new QMenu(Actions::tr("Menu"), &owner)) {
    window.addActions(owner.findChildren<QAction*>(QString(), Qt::FindDirectChildrenOnly));
    recent->setObjectName(u"recentMenu"_s);
    plan->setObjectName(u"planMenu"_s);
    target->setObjectName(u"targetMenu"_s);
    target->setToolTipsVisible(true);
    view->setObjectName(u"viewMenu"_s);
    main->setObjectName(u"mainMenu"_s);
    auto* themes = new QActionGroup(&owner);
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
    set_tip(*measure_output_errors,
            Actions::tr("How far every format changes what each linear puts out, for the inputs "
                        "that the profiled text gives it"));
    main->addActions({measure, measure_all, measure_original, profile_activations, measure_skips,
                      measure_output_errors});
    main->addSeparator();
    main->addActions({save_project, save_report, save_figures});
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
    for (QAction* action : {measure, measure_all, measure_original, profile_activations,
                            measure_skips, measure_output_errors, undo})
        action->setEnabled(false);
    redo->setEnabled(false);
    set_model_open(false);
}

void WindowActions::set_model_open(bool open_now) const {
    for (QAction* action : {load_plan, save_plan, new_plan, export_model, save_project, save_report,
                            save_figures, find, fit, show_all, reset_layout})
        action->setEnabled(open_now);
}

}  // namespace bitlathe
