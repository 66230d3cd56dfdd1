// SPDX-License-Identifier: GPL-3.0-or-later
// The window in another language: widgets say what they were told when they were made, so others
// take their place. Everything they show lives in the session and stays; what lives in them alone
// is handed over.
#include <QCoreApplication>

#include "ui/panels/command_palette.h"
#include "ui/plots/figure_batch.h"
#include "ui/window/kept_views.h"
#include "ui/window/main_window.h"

namespace bitlathe {

using namespace std::chrono_literals;

void MainWindow::build_again() {
    if (figures_->busy()) {  // it saves what is on screen
        QTimer::singleShot(100ms, this, &MainWindow::build_again);
        return;
    }
    const KeptViews kept(*whole_);
    const QStringList windows = comfort_->open_windows();
    const QByteArray docks = docks_->kept();
    setUpdatesEnabled(false);
    qDeleteAll(findChildren<CommandPalette*>(QString(), Qt::FindDirectChildrenOnly));
    messages_->setParent(this);
    const bool said = !messages_->messages().isEmpty();
    jobs_->setParent(this);
    QEvent another(QEvent::LanguageChange);  // it stays, and others ask what it is called
    QCoreApplication::sendEvent(jobs_, &another);
    delete takeCentralWidget();
    setLocale(QLocale());  // of the numbers in what is made now
    whole_ = new QWidget(this);
    actions_ = WindowActions(*this, *whole_);
    build(docks);
    messages_->setVisible(said);
    comfort_->show_windows(windows);
    kept.give_to(*whole_);
    setUpdatesEnabled(true);
}

}  // namespace bitlathe
