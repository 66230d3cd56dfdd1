// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/jobs_panel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <algorithm>

#include "ui/panels/widgets.h"
#include "ui/theme/text.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Rows of ended jobs that are kept; of more the oldest that went well goes.
constexpr std::size_t kMostEnded = 50;
constexpr double kShort_s = 1;

}  // namespace

JobsPanel::JobsPanel(QWidget* parent) : QFrame(parent) {
    setObjectName(u"jobsPanel"_s);
    set_look(*this, "panel");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 4, 6);
    layout->setSpacing(4);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(0, 0, 8, 0);
    title_ = make_label(u"jobsTitle"_s, "title", this);
    log_button_ = make_button(u"jobsLogButton"_s, {}, "link", this);
    log_button_->setCheckable(true);
    dismiss_ = make_button(u"jobsDismiss"_s, {}, "link", this);
    remark_ = make_label(u"jobsRemark"_s, "muted", this);
    head->addWidget(title_);
    head->addWidget(log_button_);
    head->addWidget(dismiss_);
    head->addStretch();
    head->addWidget(remark_);
    layout->addLayout(head);

    scroll_ = new QScrollArea(this);
    scroll_->setObjectName(u"jobsScroll"_s);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setWidgetResizable(true);
    auto* body = new QWidget(scroll_);
    set_look(*body, "clear");
    scroll_->setWidget(body);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 4, 0);
    column->setSpacing(2);
    idle_ = make_label(u"jobsIdle"_s, "muted", body);
    column->addWidget(idle_);
    rows_ = new QVBoxLayout;
    column->addLayout(rows_);
    column->addStretch();
    layout->addWidget(scroll_, 1);
    log_ = new LogView(u"jobsLog"_s, this);
    log_->hide();
    layout->addWidget(log_, 1);
    connect(log_button_, &QPushButton::toggled, log_, &QWidget::setVisible);
    connect(dismiss_, &QPushButton::clicked, this, &JobsPanel::dismiss_done);
    show_words();
}

void JobsPanel::show_words() {
    setAccessibleName(tr("Jobs"));
    title_->setText(tr("Jobs"));
    log_button_->setText(tr("Log"));
    log_button_->setAccessibleName(log_button_->text());
    dismiss_->setText(tr("Dismiss what is done"));
    dismiss_->setAccessibleName(dismiss_->text());
    scroll_->setAccessibleName(tr("Jobs"));
    idle_->setText(tr("Nothing runs in the background."));
    log_->setAccessibleName(tr("Log of jobs"));
    show_count();
}

void JobsPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) show_words();
    QFrame::changeEvent(event);
}

JobRow* JobsPanel::add(BackgroundJob& job, Keep keep) {
    auto* row = new JobRow(job.name(), this);
    rows_->addWidget(row);
    entries_.push_back({&job, row});
    connect_row(*row, job);
    connect(&job, &BackgroundJob::finished, row,
            [this, row, &job, keep](const Status& status) { finish(*row, job, status, keep); });
    // A job that is retired goes without a word: another one has taken its place.
    connect(&job, &QObject::destroyed, row, [this, row] {
        if (!row->ended()) remove(row);
    });
    const bool waits = job.waiting();
    row->log([waits] { return waits ? tr("waiting") : tr("started"); });
    log([waits, name = job.name()] {
        return waits ? tr("%1: waiting").arg(name.text()) : tr("%1: started").arg(name.text());
    });
    show_states();
    show_count();
    return row;
}

JobRow* JobsPanel::row_of(const BackgroundJob& job) const {
    const auto found = std::find_if(entries_.begin(), entries_.end(), [&job](const Entry& entry) {
        return entry.job.data() == &job;
    });
    return found == entries_.end() ? nullptr : found->row.data();
}

void JobsPanel::connect_row(JobRow& row, BackgroundJob& job) {
    connect(&job, &BackgroundJob::progressed, &row, &JobRow::set_progress);
    connect(&job, &BackgroundJob::progressed, this, &JobsPanel::progress_changed);
    connect(&job, &BackgroundJob::state_changed, &row, [this, &row, &job] {
        row.set_pausable(!job.waiting());
        row.set_running(job.paused());
        show_count();
    });
    connect(&row, &JobRow::cancel_requested, &job, &BackgroundJob::cancel);
    connect(&row, &JobRow::pause_toggled, &job,
            [&job] { job.paused() ? job.resume() : job.pause(); });
    connect(&row, &JobRow::up_requested, &job, [this, &job] {
        if (queue_) queue_->move_up(job);
    });
    connect(&row, &JobRow::again_requested, this, [this, &row, again = job.again()] {
        remove(&row);
        again();
    });
    connect(&row, &JobRow::dismissed, this, [this, &row] { remove(&row); });
}

void JobsPanel::finish(JobRow& row, const BackgroundJob& job, const Status& status, Keep keep) {
    const double seconds = job.elapsed_s();
    const bool told = row.ended() || !job.outcome().empty();
    if (!row.ended()) {  // nobody who knows more has said how it ended
        if (status) {
            row.set_done(job.outcome().empty() ? row.work_text(seconds) : job.outcome());
        } else if (status.error().code == ErrorCode::kCancelled) {
            row.set_failed(
                [seconds] { return tr("cancelled after %1").arg(duration_text(seconds)); });
        } else {
            row.set_error(status.error());
        }
    }
    if (job.again()) row.offer_again();
    log_end(row);
    emit job_ended(row.name(), row.status(), seconds);
    if (keep == Keep::kIfLong && !told && status && seconds < kShort_s) remove(&row);
    limit_rows();
    show_count();
    emit progress_changed();
}

void JobsPanel::follow(SlowWork& work) {
    connect(&work, &SlowWork::began, this, [this, &work] { follow_start(work); });
}

void JobsPanel::follow_start(SlowWork& work) {
    auto* row = new JobRow(work.source().name, this);
    row->set_pausable(false);
    row->set_running(false);
    rows_->addWidget(row);
    entries_.push_back({nullptr, row});
    connect(row, &JobRow::cancel_requested, &work, work.source().cancel);
    connect(row, &JobRow::dismissed, this, [this, row] { remove(row); });
    connect(&work, &SlowWork::moved, row, [row, &work] {
        if (work.source().share) row->set_share(work.source().share());
    });
    connect(&work, &SlowWork::ended, row, [this, row](double seconds) {
        if (row->ended()) return;
        row->set_done(row->work_text(seconds));
        log_end(*row);
        limit_rows();
        show_count();
    });
    // Whoever worked is gone, and nobody will say how it ended.
    connect(&work, &QObject::destroyed, row, [this, row] {
        if (!row->ended()) remove(row);
    });
    log([name = row->title()] { return tr("%1: started").arg(name.text()); });
    show_count();
}

void JobsPanel::log_end(const JobRow& row) {
    log([name = row.title(), outcome = row.said()] {
        return tr("%1: %2").arg(name.text(), outcome.text());
    });
}

void JobsPanel::follow(JobQueue& queue) {
    queue_ = &queue;
    connect(&queue, &JobQueue::changed, this, &JobsPanel::show_states);
}

void JobsPanel::show_states() {
    if (!queue_) return;
    const auto& jobs = queue_->jobs();
    for (const Entry& entry : entries_) {
        if (!entry.job || !entry.row || !entry.job->waiting()) continue;
        const auto place = std::find(jobs.begin(), jobs.end(), entry.job.data());
        if (place == jobs.end()) continue;
        entry.row->set_waiting(static_cast<int>(place - jobs.begin()),
                               queue_->can_move_up(*entry.job));
    }
}

std::vector<BackgroundJob*> JobsPanel::active() const {
    std::vector<BackgroundJob*> jobs;
    for (const Entry& entry : entries_) {
        if (entry.job && entry.row && !entry.row->ended() && entry.job->running())
            jobs.push_back(entry.job);
    }
    return jobs;
}

std::optional<double> JobsPanel::share() const {
    const BackgroundJob* longest = nullptr;
    for (const BackgroundJob* job : active()) {
        if (job->waiting() || job->share() < 0) continue;
        if (longest == nullptr || job->elapsed_s() > longest->elapsed_s()) longest = job;
    }
    return longest == nullptr ? std::nullopt : std::optional(longest->share());
}

void JobsPanel::remove(JobRow* row) {
    std::erase_if(entries_, [row](const Entry& entry) { return entry.row == row; });
    rows_->removeWidget(row);
    row->hide();
    row->deleteLater();
    show_count();
    emit progress_changed();
}

void JobsPanel::dismiss_done() {
    const auto entries = entries_;
    for (const Entry& entry : entries) {
        if (entry.row && entry.row->ended() && !entry.row->has_failed()) remove(entry.row);
    }
}

void JobsPanel::limit_rows() {
    const auto ended = [](const Entry& entry) { return entry.row && entry.row->ended(); };
    while (static_cast<std::size_t>(std::count_if(entries_.begin(), entries_.end(), ended)) >
           kMostEnded) {
        const auto oldest = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) {
            return ended(entry) && !entry.row->has_failed();
        });
        if (oldest == entries_.end()) return;
        remove(oldest->row);
    }
}

void JobsPanel::log(Phrase line) {
    log_->add(std::move(line));
}

void JobsPanel::show_count() {
    const auto running = static_cast<int>(active().size());
    idle_->setVisible(entries_.empty());
    dismiss_->setVisible(static_cast<int>(entries_.size()) > running);
    remark_->setText(running > 0 ? tr("%n running", nullptr, running) : QString());
}

}  // namespace bitlathe
