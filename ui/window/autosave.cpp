// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/autosave.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QStandardPaths>
#include <algorithm>
#include <chrono>
#include <utility>

#include "core/base/atomic_file.h"
#include "core/targets/planner.h"
#include "ui/theme/text.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

constexpr auto kDelay = 3s;
/// How soon it is tried again when a hand was at work.
constexpr auto kAgain = 300ms;
/// A view that takes more is not one of ours.
constexpr qint64 kMostViewBytes = 8 << 20;

QString current_file(const QString& folder) {
    return folder + u"/current.plan.json"_s;
}

QString other_file(const QString& folder, int number) {
    return folder + u"/other-%1.plan.json"_s.arg(number);
}

QString view_file(const QString& folder) {
    return folder + u"/view.json"_s;
}

QByteArray load_view(const QString& folder) {
    QFile file(view_file(folder));
    return file.open(QIODevice::ReadOnly) ? file.read(kMostViewBytes) : QByteArray();
}

using Catalog = std::shared_ptr<const TensorCatalog>;

Result<std::shared_ptr<const KeptPlan>> load(const QString& path, const Catalog& catalog) {
    BITLATHE_ASSIGN(const Plan plan, load_plan(path.toStdString()));
    BITLATHE_TRY(check_plan(catalog->model(), plan, nullptr));
    return std::make_shared<const KeptPlan>(catalog, plan);
}

/// The current plan first. Of the others those that fit the model: one bad file must not cost all.
Result<PlanSet> load_set(const QString& folder, const Catalog& catalog) {
    PlanSet set;
    BITLATHE_ASSIGN(auto current, load(current_file(folder), catalog));
    set.plans.push_back(std::move(current));
    for (int number = 1; QFile::exists(other_file(folder, number)); ++number) {
        if (auto other = load(other_file(folder, number), catalog))
            set.plans.push_back(*std::move(other));
    }
    return set;
}

/// Catalogs for the targets of plans that are for another one than the open catalog.
Result<std::vector<std::shared_ptr<const TensorCatalog>>> other_catalogs(
    const PlanSet& set, const TensorCatalog& open) {
    std::vector<std::shared_ptr<const TensorCatalog>> catalogs;
    for (const auto& plan : set.plans) {
        const auto is_its = [&](const auto& catalog) {
            return catalog->target().name() == plan->target();
        };
        const Target* target = find_target(plan->target());
        if (target == nullptr || target == &open.target() ||
            std::any_of(catalogs.begin(), catalogs.end(), is_its)) {
            continue;
        }
        BITLATHE_ASSIGN(auto catalog, TensorCatalog::build(open.shared_model(), *target, {}));
        catalogs.push_back(std::move(catalog));
    }
    return catalogs;
}

}  // namespace

/// What is in the files of a folder, so that plans nobody touched are not written again.
struct Autosave::Written {
    QString folder;
    std::vector<std::shared_ptr<const KeptPlan>> others;

    Status store(const QString& place, const PlanSet& set, const QByteArray& view) {
        if (place != folder) others.clear();
        folder = place;
        if (!QDir().mkpath(place)) {
            return fail(ErrorCode::kNotWritten, "the folder could not be made",
                        place.toStdString());
        }
        std::vector<std::shared_ptr<const KeptPlan>> now;
        for (std::size_t i = 0; i < set.plans.size(); ++i) {
            if (i != set.current) now.push_back(set.plans[i]);
        }
        // The others first: a plan that was just left must be in some file at any time.
        for (std::size_t i = 0; i < now.size(); ++i) {
            if (i < others.size() && others[i] == now[i]) continue;
            const QString file = other_file(place, static_cast<int>(i) + 1);
            BITLATHE_TRY(save_plan(now[i]->plan(), file.toStdString()));
        }
        BITLATHE_TRY(save_plan(set.plans[set.current]->plan(), current_file(place).toStdString()));
        if (!view.isEmpty())
            BITLATHE_TRY(write_file(view_file(place).toStdString(), view.toStdString()));
        others = std::move(now);
        int extra = static_cast<int>(others.size()) + 1;
        while (QFile::remove(other_file(place, extra)))
            ++extra;
        return {};
    }
    void remove(const QString& place) {
        if (place == folder) others.clear();
        QDir(place).removeRecursively();
    }
};

Autosave::Autosave(PlanModel& plan, PlanShelf& shelf, QObject* parent)
    : QObject(parent), plan_(plan), shelf_(shelf), written_(std::make_shared<Written>()) {
    worker_.setMaxThreadCount(1);
    soon_.setSingleShot(true);
    connect(&soon_, &QTimer::timeout, this, &Autosave::write_at_rest);
    connect(&plan_, &PlanModel::leaving, this, &Autosave::flush);
    connect(&plan_, &PlanModel::opened, this, &Autosave::open);
    connect(&plan_.undo_stack(), &QUndoStack::indexChanged, this, &Autosave::change);
    connect(&plan_.undo_stack(), &QUndoStack::cleanChanged, this, &Autosave::change);
}

Autosave::~Autosave() {
    worker_.waitForDone();  // its tasks answer to this object
}

QString Autosave::user_folder() {
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + u"/autosave"_s;
}

QString Autosave::place() const {
    return folder_ + u'/' + key_;
}

QString Autosave::left_place() const {
    return place() + u".left"_s;
}

void Autosave::open() {
    soon_.stop();
    lock_.reset();
    key_.clear();
    offer_ = {};
    offered_view_.clear();
    if (folder_.isEmpty() || !plan_.is_open() || plan_.fingerprint().empty()) return;
    if (!QDir().mkpath(folder_)) return;
    const QString key = to_qstring(plan_.fingerprint());
    auto lock = std::make_unique<QLockFile>(folder_ + u'/' + key + u".lock"_s);
    lock->setStaleLockTime(0);  // a window may be open for days; the lock of a dead one is void
    if (!lock->tryLock(0)) return;
    lock_ = std::move(lock);
    key_ = key;
    look_for_left();
}

void Autosave::look_for_left() {
    worker_.start([this, place = place(), left = left_place(), catalog = plan_.shared_catalog(),
                   first = plan_.kept()] {
        if (QFile::exists(current_file(place))) {
            QDir(left).removeRecursively();
            QDir().rename(place, left);
        }
        if (!QFile::exists(current_file(left))) return;
        const auto set = load_set(left, catalog);
        if (!set) {
            QMetaObject::invokeMethod(this, [this, error = set.error()] {
                emit failed([] { return tr("Plans that were not saved could not be read"); },
                            error);
            });
            return;
        }
        const auto catalogs = other_catalogs(*set, *catalog);
        if (!catalogs) {
            QMetaObject::invokeMethod(this, [this, error = catalogs.error()] {
                emit failed([] { return tr("Plans that were not saved could not be read"); },
                            error);
            });
            return;
        }
        const auto differing = static_cast<int>(first.differing(*set->plans.front()));
        const bool same_target = set->plans.front()->target() == first.target();
        if (differing == 0 && same_target && set->plans.size() == 1) {
            QDir(left).removeRecursively();
            return;
        }
        const QByteArray view = load_view(left);
        QMetaObject::invokeMethod(this,
                                  [this, set = *set, catalogs = *catalogs, view, differing, place] {
                                      if (!key_.isEmpty() && place == this->place())
                                          take_left(set, catalogs, view, differing);
                                  });
    });
}

void Autosave::take_left(const PlanSet& set, const Catalogs& catalogs, const QByteArray& view,
                         int differing) {
    offer_ = set;
    offer_catalogs_ = catalogs;
    offered_view_ = view;
    emit offered(differing);
}

void Autosave::restore() {
    if (offer_.plans.empty()) return;
    for (auto& catalog : std::exchange(offer_catalogs_, {}))
        plan_.add_catalog(std::move(catalog));
    shelf_.restore(std::exchange(offer_, {}),
                   [] { return tr("Restore plans that were not saved"); });
    if (!offered_view_.isEmpty()) emit view_restored(std::exchange(offered_view_, {}));
    write();  // before what was left goes: there is always a copy
    remove(left_place());
}

void Autosave::discard() {
    if (offer_.plans.empty()) return;
    offer_ = {};
    offer_catalogs_.clear();
    remove(left_place());
}

void Autosave::change() {
    if (!key_.isEmpty() && !soon_.isActive()) soon_.start(kDelay);
}

void Autosave::write_at_rest() {
    if (plan_.previewing() || QGuiApplication::mouseButtons() != Qt::NoButton) {
        soon_.start(kAgain);
    } else {
        write();
    }
}

void Autosave::flush() {
    if (soon_.isActive()) write();
}

void Autosave::write() {
    soon_.stop();
    if (key_.isEmpty()) return;
    if (plan_.undo_stack().isClean() && shelf_.rowCount() == 1) return remove(place());
    const QByteArray view = capture_ ? capture_() : QByteArray();
    worker_.start([this, written = written_, place = place(), set = shelf_.plans(), view] {
        const Status status = written->store(place, set, view);
        QMetaObject::invokeMethod(this, [this, status] { report(status); });
    });
}

void Autosave::remove(const QString& folder) {
    worker_.start([written = written_, folder] { written->remove(folder); });
}

void Autosave::report(const Status& status) {
    // Once, not every few seconds.
    if (!status && !complained_)
        emit failed([] { return tr("Changes are not kept for a crash"); }, status.error());
    complained_ = !status;
}

void Autosave::end_cleanly() {
    soon_.stop();
    if (key_.isEmpty()) return;
    remove(place());
    worker_.waitForDone();
    key_.clear();
    lock_.reset();
}

}  // namespace bitlathe
