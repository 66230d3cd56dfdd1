// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/source_watch.h"

#include <QPointer>
#include <QThreadPool>
#include <chrono>

#include "ui/theme/text.h"

namespace bitlathe {
namespace {

using namespace std::chrono_literals;

/// A file is written in many steps; one look after the last of them is enough.
constexpr auto kSettle = 700ms;
constexpr auto kSlow = 10s;
/// More files than this are only looked at: watches of the system are few.
constexpr std::size_t kMostWatched = 256;

}  // namespace

SourceWatch::SourceWatch(PlanModel& plan, QObject* parent) : QObject(parent), plan_(plan) {
    soon_.setSingleShot(true);
    soon_.setInterval(kSettle);
    slow_.setInterval(kSlow);
    connect(&plan_, &PlanModel::opened, this, &SourceWatch::follow);
    connect(&watcher_, &QFileSystemWatcher::fileChanged, &soon_, qOverload<>(&QTimer::start));
    connect(&soon_, &QTimer::timeout, this, &SourceWatch::look);
    connect(&slow_, &QTimer::timeout, this, &SourceWatch::look);
}

void SourceWatch::follow() {
    soon_.stop();
    slow_.stop();
    if (!watcher_.files().isEmpty()) watcher_.removePaths(watcher_.files());
    checkpoint_.reset();
    if (!plan_.is_open()) return;
    checkpoint_ = plan_.catalog().model().checkpoint;
    QStringList paths;
    for (const auto& file : checkpoint_->files()) {
        if (paths.size() < static_cast<int>(kMostWatched))
            paths.push_back(to_qstring(file->path().string()));
    }
    if (!paths.isEmpty()) watcher_.addPaths(paths);
    slow_.start();
}

void SourceWatch::look() {
    if (!checkpoint_ || looking_) return;
    looking_ = true;
    QThreadPool::globalInstance()->start(
        [self = QPointer<SourceWatch>(this), checkpoint = checkpoint_] {
            FileState state = FileState::kSame;
            QString name;
            for (const auto& file : checkpoint->files()) {
                state = file->state();
                name = to_qstring(file->path().string());
                if (state != FileState::kSame) break;
            }
            // Through the application: this object may be gone by then.
            QMetaObject::invokeMethod(
                QCoreApplication::instance(),
                [self, checkpoint, name, state] {
                    if (self) self->take(checkpoint, name, state);
                },
                Qt::QueuedConnection);
        });
}

void SourceWatch::take(const std::shared_ptr<const Checkpoint>& looked_at, const QString& file,
                       FileState state) {
    looking_ = false;
    if (looked_at != checkpoint_ || state == FileState::kSame) return;
    checkpoint_.reset();
    slow_.stop();
    emit changed(file, state == FileState::kMissing);
}

}  // namespace bitlathe
