// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLockFile>
#include <QObject>
#include <QThreadPool>
#include <QTimer>
#include <functional>
#include <memory>
#include <vector>

#include "core/base/result.h"
#include "ui/models/kept_work.h"
#include "ui/window/autosave_files.h"

namespace bitlathe {

/// Keeps the plans of the open model on the disk while they have changes that were not saved, so
/// that a crash costs a few seconds of work: `FOLDER/FINGERPRINT/current.plan.json`, the others
/// beside it as `other-N.plan.json`, ordinary plan files, how the window looked at them as
/// `view.json`, and what was measured and is in no project as `measured-N.bitlathe` and
/// `records.bitlathe`. They go when
/// all of it is saved and when the window ends cleanly; what is there when the same checkpoint is
/// opened again was left by a crash and is put aside under `FINGERPRINT.left`. Measurements come
/// back by themselves, plans are offered: until restore() or discard() they stay there. Files are
/// read and written on a thread of their own, and never while a hand is at work: a
/// gesture is not held up. A second window on the same
/// checkpoint has no autosave. Off until it has a folder. GUI thread only.
class Autosave : public QObject {
    Q_OBJECT
public:
    Autosave(PlanModel& plan, PlanShelf& shelf, QObject* parent = nullptr);
    /// Leaves the files: only end_cleanly() is a clean end.
    ~Autosave() override;

    /// Where the person's own state belongs.
    [[nodiscard]] static QString user_folder();
    /// Counts from the next model on; "" is off.
    void set_folder(const QString& folder) { folder_ = folder; }

    /// What else comes back: `capture` tells it (as text) when plans are written.
    void set_view(std::function<QByteArray()> capture) { capture_ = std::move(capture); }
    /// How the window looks has changed: written with the plans, where there is something to keep.
    void touch() { change(); }

    /// A result of the open model that no project holds.
    void keep(const QualityBook::Entry& measured);
    /// What is known of blocks and linears now, some of which no project holds.
    void keep_records(const MeasuredRecords& records);
    /// A project holds this work; `all_plans`: every plan of the shelf as it is now.
    void note_kept(const KeptWork& work, bool all_plans);

    /// Makes the offered plans those of the shelf, as one step, and hands the view on.
    void restore();
    void discard();
    /// Writes now what waits to be written.
    void flush();
    /// Until all files are as they should be.
    void wait() { worker_.waitForDone(); }
    /// The person leaves: nothing has to be kept, except what was offered and not decided.
    void end_cleanly();

signals:
    /// Plans of the open model were left by a crash; `differing` tensors of the current one are not
    /// as in the plan it opens with.
    void offered(int differing);
    void failed(const bitlathe::Phrase& what, const bitlathe::Error& error);
    /// Measurements of the open model were left by a crash; they are kept as before.
    void measured_left(const std::vector<bitlathe::QualityBook::Entry>& measured);
    /// The same of blocks and linears.
    void records_left(const bitlathe::MeasuredRecords& records);
    /// What set_view() told of the plans that come back.
    void view_restored(const QByteArray& view);

private:
    void open();
    void look_for_left();
    void take_measured(const std::vector<QualityBook::Entry>& measured,
                       const MeasuredRecords& records);
    /// `first`: the plan that the model opened with.
    void take_left(const LeftWork& left, const KeptPlan& first);
    void change();
    void write_at_rest();
    void write();
    void remove(const QString& folder);
    void report(const Status& status);
    [[nodiscard]] QString place() const;
    [[nodiscard]] QString left_place() const;

    PlanModel& plan_;
    PlanShelf& shelf_;
    QString folder_;
    QString key_;  ///< name of the open model's folder; "" while off
    std::unique_ptr<QLockFile> lock_;
    LeftWork offer_;
    std::vector<QualityBook::Entry> measured_;  ///< in no project yet
    MeasuredRecords records_;                   ///< the same way
    bool all_saved_ = false;                    ///< all plans are in a project, since a step ago
    std::function<QByteArray()> capture_;
    QTimer soon_;
    bool complained_ = false;
    std::shared_ptr<AutosaveFiles> files_;  ///< of the worker only
    QThreadPool worker_;                    ///< one thread: tasks run in the order they were given
};

}  // namespace bitlathe
