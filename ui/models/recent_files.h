// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

namespace bitlathe {

/// The checkpoints opened last, newest first, kept in the person's settings.
class RecentFiles : public QObject {
    Q_OBJECT
public:
    /// `persistent` false: a list of this process only, for pictures and tests.
    explicit RecentFiles(bool persistent, QObject* parent = nullptr);

    [[nodiscard]] const QStringList& paths() const { return paths_; }
    void add(const QString& path);
    void remove(const QString& path);
    /// How many are kept, 0 .. 9.
    void set_most(int most);

signals:
    void changed();

private:
    void store();
    bool persistent_;
    int most_ = 9;
    QStringList paths_;
};

}  // namespace bitlathe
