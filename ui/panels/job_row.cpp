// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/job_row.h"

#include <QHBoxLayout>

#include "ui/panels/widgets.h"
#include "ui/theme/text.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;
constexpr int kScale = 1000;

}  // namespace

JobRow::JobRow(const QString& name, QWidget* parent)
    : QFrame(parent), bar_(new QProgressBar(this)) {
    setObjectName(u"jobRow"_s);
    setAccessibleName(name);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 2, 0, 6);
    layout->setSpacing(2);
    auto* label = make_label(u"jobName"_s, "title", this, name);
    status_ = make_label(u"jobStatus"_s, "muted", this);
    status_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    status_->setWordWrap(true);
    bar_->setObjectName(u"jobProgress"_s);
    bar_->setAccessibleName(tr("Progress of %1").arg(name));
    bar_->setRange(0, 0);
    bar_->setTextVisible(false);
    button_ = make_button(u"jobCancel"_s, tr("Cancel"), "link", this);
    auto* head = new QHBoxLayout;
    head->addWidget(label, 1);
    head->addWidget(button_);
    layout->addLayout(head);
    layout->addWidget(bar_);
    layout->addWidget(status_);
    links_ = new QHBoxLayout;
    links_->addStretch();
    layout->addLayout(links_);
    connect(button_, &QPushButton::clicked, this, [this] {
        if (ended_) {
            emit dismissed();
        } else {
            button_->setEnabled(false);
            status_->setText(tr("cancelling …"));
            emit cancel_requested();
        }
    });
}

void JobRow::set_progress(const JobProgress& progress) {
    if (ended_ || !button_->isEnabled()) return;
    const QString phase = to_qstring(progress.phase);
    if (phase != phase_) {
        phase_ = phase;
        phase_start_s_ = progress.elapsed_s;
        phase_start_done_ = progress.done;
    }
    if (progress.total == 0) {
        bar_->setRange(0, 0);
    } else {
        bar_->setRange(0, kScale);
        bar_->setValue(static_cast<int>(static_cast<double>(progress.done) /
                                        static_cast<double>(progress.total) * kScale));
    }
    QStringList parts{phase};
    if (progress.total > 0) {
        parts.push_back(tr("%1 of %2").arg(bytes_text(progress.done), bytes_text(progress.total)));
    }
    const double seconds = progress.elapsed_s - phase_start_s_;
    if (seconds > 0.3 && progress.done > phase_start_done_) {
        const double rate = static_cast<double>(progress.done - phase_start_done_) / seconds;
        parts.push_back(tr("%1/s").arg(bytes_text(static_cast<std::uint64_t>(rate))));
    }
    if (progress.eta_s) parts.push_back(tr("%1 left").arg(duration_text(*progress.eta_s)));
    status_->setText(parts.join(u"  ·  "_s));
}

void JobRow::end(const QString& text, const char* look) {
    ended_ = true;
    bar_->setRange(0, kScale);
    set_look(*bar_, look);
    status_->setText(text);
    button_->setEnabled(true);
    button_->setText(tr("Dismiss"));
    button_->setAccessibleName(button_->text());
}

void JobRow::set_done(const QString& result) {
    bar_->setValue(kScale);
    end(result, "done");
    bar_->setValue(kScale);
}

void JobRow::add_link(const QString& name, const QString& text, std::function<void()> act) {
    QPushButton* link = make_button(name, text, "link", this);
    links_->insertWidget(links_->count() - 1, link);
    connect(link, &QPushButton::clicked, this, std::move(act));
}

void JobRow::set_failed(const QString& reason) {
    const int reached = bar_->maximum() > 0 ? bar_->value() : 0;
    end(reason, "warning");
    bar_->setValue(reached);
}

}  // namespace bitlathe
