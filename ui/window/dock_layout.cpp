// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/dock_layout.h"

#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QTabBar>
#include <algorithm>

#include "ui/panels/widgets.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

const QString kStateKey = u"window/docks"_s;
/// Raised when docks come or go, so that an older arrangement is not forced on them.
constexpr int kVersion = 3;
constexpr int kGap = 6;
constexpr int kNarrow = 1300;
constexpr int kNarrowPanel = 300;
constexpr int kLow = 160;

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

/// Holds a panel at the side: as wide as what it needs, or as little as leaves room for the middle
/// of a small window. It scrolls then, so that nothing is out of reach.
class SideScroll : public QScrollArea {
public:
    SideScroll(const QString& name, const QString& title, QWidget& panel) {
        put_in_scroll(*this, panel, name, title);
        setFocusPolicy(Qt::NoFocus);  // what is in it has the keyboard
        set_look(*this, "bare");
    }
    [[nodiscard]] QSize minimumSizeHint() const override {
        const QSize needed = smallest(*widget());
        const int bar = verticalScrollBar()->sizeHint().width();
        return {std::min(needed.width() + (needed.height() > kLow ? bar : 0), kNarrowPanel),
                std::min(needed.height(), kLow)};
    }
    [[nodiscard]] QSize sizeHint() const override { return widget()->sizeHint(); }
    bool eventFilter(QObject* object, QEvent* event) override {
        if (object == widget() && event->type() == QEvent::LayoutRequest) updateGeometry();
        return QScrollArea::eventFilter(object, event);
    }

private:
    static QSize smallest(const QWidget& panel) {
        return panel.minimumSizeHint().expandedTo(panel.minimumSize());
    }
};

}  // namespace

DockLayout::DockLayout(QMainWindow& window, bool remember, const QByteArray& arrangement)
    : QObject(&window),
      window_(window),
      remember_(remember),
      restored_(!arrangement.isEmpty()),
      state_(arrangement) {
    window_.setDockNestingEnabled(true);
    window_.setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    window_.setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
    window_.setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
    tidy_.setSingleShot(true);
    tidy_.setInterval(0);
    connect(&tidy_, &QTimer::timeout, this, &DockLayout::tidy_tabs);
    window_.installEventFilter(this);
}

QDockWidget* DockLayout::add(const QString& id, const QString& title, QWidget* panel,
                             Qt::DockWidgetArea area) {
    auto* dock = new QDockWidget(title, &window_);
    dock->setObjectName(id + u"Dock"_s);
    auto* grip = new Grip(dock);
    grip->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(grip, &QWidget::customContextMenuRequested, this, [this, grip, dock](QPoint at) {
        auto* menu = new QMenu(dock->windowTitle(), grip);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fill_panel_menu(*menu, *dock);
        menu->popup(grip->mapToGlobal(at));
    });
    dock->setTitleBarWidget(grip);
    const bool at_side = area == Qt::LeftDockWidgetArea || area == Qt::RightDockWidgetArea;
    dock->setWidget(at_side ? new SideScroll(id + u"Scroll"_s, title, *panel) : panel);
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
    // Side by side there would be too little of each.
    const bool narrow = window_.width() < kNarrow;
    for (const Entry& entry : docks_) {
        entry.dock->setFloating(false);
        window_.addDockWidget(entry.area, entry.dock);
        QDockWidget*& before = last[static_cast<std::size_t>(entry.area)];
        const bool stacked = entry.area == Qt::RightDockWidgetArea ||
                             entry.area == Qt::LeftDockWidgetArea ||
                             (entry.area == Qt::BottomDockWidgetArea && narrow);
        if (before != nullptr && stacked) {
            window_.tabifyDockWidget(before, entry.dock);
        } else if (before != nullptr) {
            window_.splitDockWidget(before, entry.dock, Qt::Horizontal);
        }
        if (entry.area == Qt::BottomDockWidgetArea) {
            bottom.push_back(entry.dock);
            widths.push_back(1);
        }
        before = before != nullptr && stacked ? before : entry.dock;
        entry.dock->setVisible(open_);
    }
    for (const Entry& entry : docks_) {
        constexpr int wide = 24;  // percent
        if (entry.area == Qt::LeftDockWidgetArea || entry.area == Qt::RightDockWidgetArea)
            window_.resizeDocks({entry.dock}, {window_.width() * wide / 100}, Qt::Horizontal);
        if (entry.area == Qt::BottomDockWidgetArea)
            window_.resizeDocks({entry.dock}, {window_.height() / 4}, Qt::Vertical);
    }
    if (!bottom.isEmpty() && !narrow) window_.resizeDocks(bottom, widths, Qt::Horizontal);
    tidy_.start();
    for (const auto area :
         {Qt::LeftDockWidgetArea, Qt::RightDockWidgetArea, Qt::BottomDockWidgetArea}) {
        if (auto* first = last[static_cast<std::size_t>(area)]; first != nullptr) first->raise();
    }
}

void DockLayout::tidy_tabs() {
    for (QTabBar* tabs : window_.findChildren<QTabBar*>(QString(), Qt::FindDirectChildrenOnly)) {
        if (tabs->count() == 0) tabs->hide();
        // Whole names, some of them out of sight, say more than the beginnings of all.
        tabs->setElideMode(Qt::ElideNone);
        tabs->setUsesScrollButtons(true);
    }
}

bool DockLayout::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ChildAdded) tidy_.start();  // it may be a row of tabs
    return QObject::eventFilter(watched, event);
}

void DockLayout::fill_menu(QMenu& menu) const {
    for (const Entry& entry : docks_)
        menu.addAction(entry.dock->toggleViewAction());
}

void DockLayout::restore() {
    if (!restored_ && remember_) state_ = QSettings().value(kStateKey).toByteArray();
    const bool known = !state_.isEmpty() && window_.restoreState(state_, kVersion);
    if (!known) reset();
    tidy_.start();
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

QByteArray DockLayout::arrangement() const {
    return open_ ? window_.saveState(kVersion) : QByteArray();
}

bool DockLayout::arrange(const QByteArray& arrangement) {
    if (!open_) return false;
    // A dock that the arrangement does not know would keep floating about.
    reset();
    tidy_.start();
    return window_.restoreState(arrangement, kVersion);
}

std::vector<QDockWidget*> DockLayout::docks() const {
    std::vector<QDockWidget*> all;
    for (const Entry& entry : docks_)
        all.push_back(entry.dock);
    return all;
}

void DockLayout::fill_panel_menu(QMenu& menu, QDockWidget& dock) {
    const auto add = [&menu, this](const QString& name, const QString& text, auto run) {
        QAction* action = menu.addAction(text);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, run);
    };
    add(u"panelFloat"_s, dock.isFloating() ? tr("Put back into the window") : tr("Float"),
        [&dock] { dock.setFloating(!dock.isFloating()); });
    const auto move = [this, &dock](Qt::DockWidgetArea area) {
        return [this, &dock, area] {
            dock.setFloating(false);
            window_.addDockWidget(area, &dock);
            dock.show();
        };
    };
    add(u"panelLeft"_s, tr("Move to the left"), move(Qt::LeftDockWidgetArea));
    add(u"panelRight"_s, tr("Move to the right"), move(Qt::RightDockWidgetArea));
    add(u"panelBottom"_s, tr("Move to the bottom"), move(Qt::BottomDockWidgetArea));
    menu.addSeparator();
    add(u"panelClose"_s, tr("Close"), [&dock] { dock.close(); });
}

QByteArray DockLayout::kept() const {
    return open_ ? window_.saveState(kVersion) : state_;
}

void DockLayout::save() const {
    if (!remember_ || !restored_) return;
    QSettings().setValue(kStateKey, kept());
}

}  // namespace bitlathe
