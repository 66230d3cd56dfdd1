// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/job_strip.h"

#include "ui/panels/widgets.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

JobStrip::JobStrip(QWidget* parent) : QFrame(parent), rows_(new QVBoxLayout(this)) {
    setObjectName(u"jobStrip"_s);
    setAccessibleName(tr("Jobs"));
    set_look(*this, "panel");
    rows_->setContentsMargins(12, 6, 6, 6);
    rows_->setSpacing(2);
    hide();
}

JobRow* JobStrip::add(BackgroundJob& job) {
    auto* row = new JobRow(job.name(), this);
    rows_->addWidget(row);
    connect(&job, &BackgroundJob::progressed, row, &JobRow::set_progress);
    connect(row, &JobRow::cancel_requested, &job, &BackgroundJob::cancel);
    connect(row, &JobRow::dismissed, this, [this, row] { remove(row); });
    show();
    return row;
}

void JobStrip::remove(JobRow* row) {
    rows_->removeWidget(row);
    row->hide();
    row->deleteLater();
    setVisible(rows_->count() > 0);
}

}  // namespace bitlathe
