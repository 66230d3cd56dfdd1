// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QStringList>
#include <QTimer>
#include <vector>

#include "ui/plots/figure_menu.h"

namespace bitlathe {

/// Saves every figure of a window into a folder, the way the last one was saved, each with its data
/// as CSV beside it; one figure per turn of the event loop. Figures that have no size (nothing to
/// see) are left out. GUI thread only.
class FigureBatch : public QObject {
    Q_OBJECT
public:
    explicit FigureBatch(QWidget& window) : QObject(&window), window_(window) {
        turn_.setInterval(0);
        connect(&turn_, &QTimer::timeout, this, &FigureBatch::save_next);
    }
    /// Names of the files that would be written, pictures and data.
    [[nodiscard]] QStringList files() const;
    void start(const QString& folder);
    [[nodiscard]] bool busy() const { return turn_.isActive(); }

signals:
    void finished(int saved);
    void failed(const bitlathe::Error& error);

private:
    struct Entry {
        QPointer<FigureMenu> menu;
        QString stem;
    };
    [[nodiscard]] std::vector<Entry> entries() const;
    [[nodiscard]] Status save(const Entry& entry) const;
    void save_next();

    QWidget& window_;
    QString folder_;
    FigureSettings settings_;
    std::vector<Entry> left_;
    int saved_ = 0;
    QTimer turn_;
};

}  // namespace bitlathe
