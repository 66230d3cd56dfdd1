// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/autosave.h"

#include <QDir>
#include <QGuiApplication>
#include <QStandardPaths>
#include <algorithm>
#include <chrono>
#include <utility>

#include "ui/theme/text.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

constexpr auto kDelay = 3s;
/// How soon it is tried again when a hand was at work.
constexpr auto kAgain = 300ms;

}  // namespace

Autosave::Autosave(PlanModel& plan, PlanShelf& shelf, QObject* parent)
    : QObject(parent), plan_(plan), shelf_(shelf), files_(std::make_shared<AutosaveFiles>()) {
    worker_.setMaxThreadCount(1);
    soon_.setSingleShot(true);
    connect(&soon_, &QTimer::timeout, this, &Autosave::write_at_rest);
    connect(&plan_, &PlanModel::leaving, this, &Autosave::flush);
    connect(&plan_, &PlanModel::opened, this, &Autosave::open);
    connect(&plan_.undo_stack(), &QUndoStack::indexChanged, this, &Autosave::change);
    connect(&plan_.undo_stack(), &QUndoStack::cleanChanged, this, [this](bool clean) {
        if (!clean) all_saved_ = false;
        change();
    });
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
    measured_.clear();
    records_ = {};
    all_saved_ = false;
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
        if (AutosaveFiles::has_work(place)) {
            QDir(left).removeRecursively();
            QDir().rename(place, left);
        }
        if (!AutosaveFiles::has_work(left)) return;
        auto found = AutosaveFiles::load(left, catalog);
        auto measured = AutosaveFiles::load_measured(left, catalog->model());
        auto records = AutosaveFiles::load_records(left, catalog->model());
        QMetaObject::invokeMethod(
            this, [this, place, found = std::move(found), measured = std::move(measured),
                   records = std::move(records), first] {
                if (key_.isEmpty() || place != this->place()) return;
                take_measured(measured, records);
                if (found) return take_left(*found, first);
                emit failed([] { return tr("Plans that were not saved could not be read"); },
                            found.error());
            });
    });
}

void Autosave::take_measured(const std::vector<QualityBook::Entry>& measured,
                             const MeasuredRecords& records) {
    if (measured.empty() && records.empty()) return;
    measured_.insert(measured_.end(), measured.begin(), measured.end());
    if (records_.empty()) records_ = records;
    write();  // what was left may go when somebody has decided about the plans
    if (!measured.empty()) emit measured_left(measured);
    if (!records.empty()) emit records_left(records);
}

void Autosave::take_left(const LeftWork& left, const KeptPlan& first) {
    const KeptPlan& current = *left.work.plans.plans.front();
    const std::size_t differing = first.differing(current);
    if (differing == 0 && current.target() == first.target() && left.work.plans.plans.size() == 1)
        return remove(left_place());
    offer_ = left;
    emit offered(static_cast<int>(differing));
}

void Autosave::restore() {
    if (offer_.work.plans.plans.empty()) return;
    const LeftWork left = std::exchange(offer_, {});
    for (const auto& catalog : left.catalogs)
        plan_.add_catalog(catalog);
    shelf_.restore(left.work.plans, [] { return tr("Restore plans that were not saved"); });
    if (!left.work.view.isEmpty()) emit view_restored(left.work.view);
    write();  // before what was left goes: there is always a copy
    remove(left_place());
}

void Autosave::discard() {
    if (offer_.work.plans.plans.empty()) return;
    offer_ = {};
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
    const bool saved = plan_.undo_stack().isClean() && (all_saved_ || shelf_.rowCount() == 1);
    if (saved && measured_.empty() && records_.empty()) return remove(place());
    SafeWork work{shelf_.plans(), capture_ ? capture_() : QByteArray(), measured_, records_};
    worker_.start([this, files = files_, place = place(), work = std::move(work),
                   model = plan_.catalog().shared_model()] {
        const Status status = files->store(place, work, *model);
        QMetaObject::invokeMethod(this, [this, status] { report(status); });
    });
}

void Autosave::remove(const QString& folder) {
    worker_.start([files = files_, folder] { files->remove(folder); });
}

void Autosave::keep(const QualityBook::Entry& measured) {
    if (key_.isEmpty()) return;
    measured_.push_back(measured);
    change();
}

void Autosave::keep_records(const MeasuredRecords& records) {
    if (key_.isEmpty()) return;
    records_ = records;
    change();
}

void Autosave::note_kept(const KeptWork& work, bool all_plans) {
    all_saved_ = all_plans;
    std::erase_if(measured_, [&work](const QualityBook::Entry& entry) {
        return std::find(work.measured.begin(), work.measured.end(), entry) != work.measured.end();
    });
    if (work.records.skips == records_.skips) records_.skips.reset();
    if (work.records.output_errors == records_.output_errors) records_.output_errors.reset();
    change();
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
    measured_.clear();
    records_ = {};
    lock_.reset();
}

}  // namespace bitlathe
