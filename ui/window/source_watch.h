// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>
#include <memory>

#include "core/checkpoint/checkpoint.h"
#include "ui/models/plan_model.h"

namespace bitlathe {

/// Notices when the files of the open model are no longer those that were opened: written to, cut
/// short, replaced, taken away. The system's word for it comes at once; where it has none (network
/// disks) a look every few seconds finds out. Looking is one system call a file, on a thread of its
/// own. GUI thread only.
class SourceWatch : public QObject {
    Q_OBJECT
public:
    explicit SourceWatch(PlanModel& plan, QObject* parent = nullptr);

    /// Looks now instead of later.
    void look();

signals:
    /// Once per model. `missing`: nothing is left under the name of `file`.
    void changed(const QString& file, bool missing);

private:
    void follow();
    void take(const std::shared_ptr<const Checkpoint>& looked_at, const QString& file,
              FileState state);
    PlanModel& plan_;
    QFileSystemWatcher watcher_;
    QTimer soon_, slow_;
    std::shared_ptr<const Checkpoint> checkpoint_;  ///< nullptr: nothing to find out any more
    bool looking_ = false;
};

}  // namespace bitlathe
