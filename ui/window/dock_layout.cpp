// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/dock_layout.h"

#include <QPainter>
#include <QSettings>

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

const QString kStateKey = u"window/docks"_s;
/// Raised when docks come or go, so that an older arrangement is not forced on them.
constexpr int kVersion = 2;
constexpr int kGap = 6;

/// The gap above a panel is where it is taken to be moved: panels have titles of their own, and a
/// second line of title would say nothing.
class Grip : public QWidget {
public:
    explicit Grip(QDockWidget* dock) : QWidget(dock) {
        setObjectName(dock->objectName() + u"Grip"_s);
        setAccessibleName(QObject::tr("Move panel: %1").arg(dock->windowTitle()));
        setToolTip(QObject::tr("Drag to move this panel, double-click to float it"));
        setCursor(Qt::SizeAllCursor);
    }
    [[nodiscard]] QSize sizeHint() const override { return {40, kGap}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {20, kGap}; }

protected:
    void enterEvent(QEnterEvent*) override { update(); }
    void leaveEvent(QEvent*) override { update(); }
    void paintEvent(QPaintEvent*) override {
        if (!underMouse()) return;
        QPainter painter(this);
        painter.fillRect(QRect(width() / 2 - 16, height() / 2 - 1, 32, 2),
                         palette().color(QPalette::PlaceholderText));
    }
};

}  // namespace

DockLayout::DockLayout(QMainWindow& window, bool remember)
    : QObject(&window), window_(window), remember_(remember) {
    window_.setDockNestingEnabled(true);
    window_.setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    window_.setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
    window_.setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
}

QDockWidget* DockLayout::add(const QString& id, const QString& title, QWidget* panel,
                             Qt::DockWidgetArea area) {
    auto* dock = new QDockWidget(title, &window_);
    dock->setObjectName(id + u"Dock"_s);
    dock->setTitleBarWidget(new Grip(dock));
    dock->setWidget(panel);
    window_.addDockWidget(area, dock);
    dock->toggleViewAction()->setObjectName(u"show_"_s + id);
    dock->hide();
    docks_.push_back({dock, area});
    return dock;
}

void DockLayout::reset() {
    std::vector<QDockWidget*> last(16, nullptr);
    QList<QDockWidget*> bottom;
    QList<int> widths;
    for (const Entry& entry : docks_) {
        entry.dock->setFloating(false);
        window_.addDockWidget(entry.area, entry.dock);
        QDockWidget*& before = last[static_cast<std::size_t>(entry.area)];
        if (before != nullptr && entry.area == Qt::RightDockWidgetArea) {
            window_.tabifyDockWidget(before, entry.dock);
        } else if (before != nullptr) {
            window_.splitDockWidget(before, entry.dock, Qt::Horizontal);
        }
        if (entry.area == Qt::BottomDockWidgetArea) {
            bottom.push_back(entry.dock);
            widths.push_back(1);
        }
        before = before != nullptr && entry.area == Qt::RightDockWidgetArea ? before : entry.dock;
        entry.dock->setVisible(open_);
    }
    for (const Entry& entry : docks_) {
        constexpr int wide = 24;  // percent
        if (entry.area == Qt::LeftDockWidgetArea || entry.area == Qt::RightDockWidgetArea)
            window_.resizeDocks({entry.dock}, {window_.width() * wide / 100}, Qt::Horizontal);
        if (entry.area == Qt::BottomDockWidgetArea)
            window_.resizeDocks({entry.dock}, {window_.height() / 4}, Qt::Vertical);
    }
    if (!bottom.isEmpty()) window_.resizeDocks(bottom, widths, Qt::Horizontal);
    if (auto* first = last[static_cast<std::size_t>(Qt::RightDockWidgetArea)]) first->raise();
}

void DockLayout::fill_menu(QMenu& menu) const {
    for (const Entry& entry : docks_)
        menu.addAction(entry.dock->toggleViewAction());
}

void DockLayout::restore() {
    if (!restored_ && remember_) state_ = QSettings().value(kStateKey).toByteArray();
    const bool known = !state_.isEmpty() && window_.restoreState(state_, kVersion);
    if (!known) reset();
    restored_ = true;
}

void DockLayout::set_model_open(bool open) {
    if (open == open_) return;
    if (!open) state_ = window_.saveState(kVersion);
    open_ = open;
    if (open) {
        for (const Entry& entry : docks_)
            entry.dock->show();
        restore();
    } else {
        for (const Entry& entry : docks_)
            entry.dock->hide();
    }
    for (const Entry& entry : docks_)
        entry.dock->toggleViewAction()->setEnabled(open);
}

void DockLayout::save() const {
    if (!remember_ || !restored_) return;
    QSettings().setValue(kStateKey, open_ ? window_.saveState(kVersion) : state_);
}

}  // namespace bitlathe
