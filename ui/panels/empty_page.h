// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QStringList>
#include <QVBoxLayout>
#include <QWidget>

class QAction;

namespace bitlathe {

/// What an empty window offers: open, the sample model, recent files, a place to drop one.
class EmptyPage : public QWidget {
    Q_OBJECT
public:
    EmptyPage(QAction& open, QAction& open_sample, QWidget* parent = nullptr);

    void set_recent(const QStringList& paths);
    /// While something is being opened its name stands here; empty: nothing is.
    void set_opening(const QString& name);

signals:
    void open_requested(const QString& path);

private:
    QLabel* hint_;
    QVBoxLayout* recent_;
    QWidget* recent_box_;
    QString idle_hint_;
};

}  // namespace bitlathe
