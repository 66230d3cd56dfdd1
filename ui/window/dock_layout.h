// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDockWidget>
#include <QMainWindow>
#include <QMenu>
#include <QObject>
#include <QTimer>
#include <vector>

namespace bitlathe {

/// The docks of a window: where each stands at first, which are shown, and what was remembered.
/// Docks appear with a model and go with it. GUI thread only.
class DockLayout : public QObject {
    Q_OBJECT
public:
    /// `remember` false: nothing is read or written. `arrangement`: how the docks stand when a
    /// model is open, as kept() said it; empty: as it was remembered.
    DockLayout(QMainWindow& window, bool remember, const QByteArray& arrangement = {});

    /// A panel that can be moved, floated and closed. `id` names it in settings ("tensors" makes
    /// the dock "tensorsDock").
    QDockWidget* add(const QString& id, const QString& title, QWidget* panel,
                     Qt::DockWidgetArea area);
    /// Sizes and order as they are at first. Call once all docks are there.
    void reset();
    /// One entry per dock, to show and hide it.
    void fill_menu(QMenu& menu) const;
    void set_model_open(bool open);
    void save() const;
    /// How the docks stand, or will when a model is open; empty while nobody has seen them.
    [[nodiscard]] QByteArray kept() const;

    /// The arrangement as it is now, to be kept; empty while no model is open.
    [[nodiscard]] QByteArray arrangement() const;
    /// Puts everything where it was then; false, and as it is at first, when that is not
    /// understood.
    bool arrange(const QByteArray& arrangement);
    /// What can be done with a panel without the mouse: float, move to an edge, close.
    void fill_panel_menu(QMenu& menu, QDockWidget& dock);
    [[nodiscard]] std::vector<QDockWidget*> docks() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void restore();
    /// Rows of tabs that are left over when docks move stay where they were, without tabs. Those
    /// that are new would cut off the names of docks.
    void tidy_tabs();
    QMainWindow& window_;
    bool remember_;
    bool open_ = false;
    bool restored_ = false;
    struct Entry {
        QDockWidget* dock;
        Qt::DockWidgetArea area;
    };
    std::vector<Entry> docks_;
    QByteArray state_;  ///< while no model is open
    QTimer tidy_;
};

}  // namespace bitlathe
