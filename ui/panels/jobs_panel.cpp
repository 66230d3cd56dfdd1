// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/jobs_panel.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QTime>

#include "ui/panels/widgets.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMostLines = 1000;

}  // namespace

JobsPanel::JobsPanel(QWidget* parent) : QFrame(parent) {
    setObjectName(u"jobsPanel"_s);
    setAccessibleName(tr("Jobs"));
    set_look(*this, "panel");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 4, 6);
    layout->setSpacing(4);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(0, 0, 8, 0);
    head->addWidget(make_label(u"jobsTitle"_s, "title", this, tr("Jobs")));
    auto* toggle = make_button(u"jobsLogButton"_s, tr("Log"), "link", this);
    toggle->setCheckable(true);
    head->addWidget(toggle);
    head->addStretch();
    remark_ = make_label(u"jobsRemark"_s, "muted", this);
    head->addWidget(remark_);
    layout->addLayout(head);

    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(u"jobsScroll"_s);
    scroll->setAccessibleName(tr("Jobs"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    auto* body = new QWidget(scroll);
    set_look(*body, "clear");
    scroll->setWidget(body);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 4, 0);
    column->setSpacing(2);
    idle_ = make_label(u"jobsIdle"_s, "muted", body, tr("Nothing runs in the background."));
    column->addWidget(idle_);
    rows_ = new QVBoxLayout;
    column->addLayout(rows_);
    column->addStretch();
    layout->addWidget(scroll, 1);

    log_ = new QPlainTextEdit(this);
    log_->setObjectName(u"jobsLog"_s);
    log_->setAccessibleName(tr("Log of jobs"));
    log_->setReadOnly(true);
    log_->setMaximumBlockCount(kMostLines);
    log_->setFrameShape(QFrame::NoFrame);
    log_->hide();
    layout->addWidget(log_, 1);
    connect(toggle, &QPushButton::toggled, log_, &QWidget::setVisible);
    show_count();
}

JobRow* JobsPanel::add(BackgroundJob& job) {
    auto* row = new JobRow(job.name(), this);
    rows_->addWidget(row);
    connect(&job, &BackgroundJob::progressed, row, &JobRow::set_progress);
    connect(&job, &BackgroundJob::finished, this, &JobsPanel::show_count, Qt::QueuedConnection);
    connect(row, &JobRow::cancel_requested, &job, &BackgroundJob::cancel);
    connect(row, &JobRow::dismissed, this, [this, row] { remove(row); });
    log(tr("%1: started").arg(job.name()));
    show_count();
    return row;
}

void JobsPanel::remove(JobRow* row) {
    rows_->removeWidget(row);
    row->hide();
    row->deleteLater();
    show_count();
}

void JobsPanel::log(const QString& line) {
    log_->appendPlainText(QTime::currentTime().toString(u"HH:mm:ss"_s) + u"  "_s + line);
}

void JobsPanel::show_count() {
    int running = 0;
    for (int i = 0; i < rows_->count(); ++i) {
        const auto* row = qobject_cast<JobRow*>(rows_->itemAt(i)->widget());
        running += row != nullptr && !row->ended() ? 1 : 0;
    }
    idle_->setVisible(rows_->count() == 0);
    remark_->setText(running > 0 ? tr("%n running", nullptr, running) : QString());
}

}  // namespace bitlathe
