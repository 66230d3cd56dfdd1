// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QMenu>
#include <QObject>

class QUndoStack;
class QWidget;

namespace bitlathe {

/// Every action of the window, named, with its shortcut; menus and buttons show these.
struct WindowActions {
    /// `owner`: a part of the window with which they go.
    WindowActions(QWidget& window, QWidget& owner);

    QAction *open, *open_folder, *open_sample, *load_plan, *save_plan, *new_plan, *export_model,
        *measure, *measure_all, *measure_original, *profile_activations, *measure_skips,
        *measure_output_errors, *save_project, *save_report, *save_figures, *undo, *redo, *find,
        *back, *forward, *fit, *show_all, *palette, *help, *reset_layout, *theme_system,
        *theme_light, *theme_dark, *quit;
    QMenu *recent, *plan, *target, *view, *main;

    /// What only makes sense with an open model.
    void set_model_open(bool open_now) const;
};

}  // namespace bitlathe
