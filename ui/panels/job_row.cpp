// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/job_row.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <algorithm>
#include <array>
#include <optional>

#include "ui/panels/widgets.h"
#include "ui/theme/core_text.h"
#include "ui/theme/text.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;
constexpr int kScale = 1000;
constexpr int kLogHeight = 90;
constexpr const char* kPaused = "paused";

/// The progress of this phase is counted in multiplications, which tell people nothing.
bool runs_model(std::string_view phase) {
    return phase == "evaluate";
}

/// What the library calls a phase, for people.
QString phase_text(std::string_view phase) {
    if (phase == "open") return JobRow::tr("reading the headers");
    if (phase == "profile") return JobRow::tr("statistics and errors");
    if (phase == "statistics") return JobRow::tr("statistics");
    if (phase == "errors") return JobRow::tr("errors");
    if (phase == "output errors") return JobRow::tr("output errors");
    if (phase == "write") return JobRow::tr("writing");
    if (phase == "verify") return JobRow::tr("reading back");
    if (phase == "text") return JobRow::tr("reading the text");
    if (runs_model(phase)) return JobRow::tr("running the model");
    return to_qstring(phase);
}

}  // namespace

JobRow::JobRow(Phrase name, QWidget* parent)
    : QFrame(parent), name_(std::move(name)), bar_(new QProgressBar(this)) {
    setObjectName(u"jobRow"_s);
    build();
    show_words();
}

QPushButton* JobRow::add_button(const QString& name) {
    return make_button(name, {}, "link", this);
}

void JobRow::build() {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 2, 0, 6);
    layout->setSpacing(2);
    title_ = make_elided_label(u"jobName"_s, "title", this);
    title_->setMinimumWidth(60);
    status_ = make_label(u"jobStatus"_s, "muted", this);
    status_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    status_->setWordWrap(true);
    bar_->setObjectName(u"jobProgress"_s);
    bar_->setRange(0, 0);
    bar_->setTextVisible(false);
    again_ = add_button(u"jobAgain"_s);
    copy_ = add_button(u"jobCopy"_s);
    log_button_ = add_button(u"jobLog"_s);
    log_button_->setCheckable(true);
    up_ = add_button(u"jobUp"_s);
    pause_ = add_button(u"jobPause"_s);
    button_ = add_button(u"jobCancel"_s);
    for (QPushButton* hidden : {again_, copy_, up_})
        hidden->hide();
    auto* head = new QHBoxLayout;
    head->setSpacing(0);
    head->addWidget(title_, 1);
    for (QPushButton* button : {again_, copy_, log_button_, up_, pause_, button_})
        head->addWidget(button);
    log_ = new LogView(u"jobOwnLog"_s, this);
    log_->setFixedHeight(kLogHeight);
    log_->hide();
    layout->addLayout(head);
    layout->addWidget(bar_);
    layout->addWidget(status_);
    links_ = new QHBoxLayout;
    links_->addStretch();
    layout->addLayout(links_);
    layout->addWidget(log_);
    connect(again_, &QPushButton::clicked, this, &JobRow::again_requested);
    connect(copy_, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(details()); });
    connect(log_button_, &QPushButton::toggled, log_, &QWidget::setVisible);
    connect(up_, &QPushButton::clicked, this, &JobRow::up_requested);
    connect(pause_, &QPushButton::clicked, this, &JobRow::pause_toggled);
    connect(button_, &QPushButton::clicked, this, &JobRow::press_main);
}

void JobRow::show_words() {
    const QString name = name_.text();
    setAccessibleName(name);
    title_->setText(name);
    status_->setText(said_.text());
    bar_->setAccessibleName(tr("Progress of %1").arg(name));
    log_->setAccessibleName(tr("Log of %1").arg(name));
    const std::array<std::pair<QPushButton*, QString>, 6> buttons = {{
        {again_, tr("Run again")},
        {copy_, tr("Copy details")},
        {log_button_, tr("Log")},
        {up_, tr("Move up")},
        {pause_, property(kPaused).toBool() ? tr("Resume") : tr("Pause")},
        {button_, ended_ ? tr("Dismiss") : tr("Cancel")},
    }};
    for (const auto& [button, text] : buttons) {
        button->setText(text);
        button->setAccessibleName(tr("%1: %2").arg(name, text));
    }
    for (const auto& [link, text] : added_) {
        link->setText(text.text());
        link->setAccessibleName(link->text());
    }
}

void JobRow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) show_words();
    QFrame::changeEvent(event);
}

void JobRow::say(Phrase status) {
    said_ = std::move(status);
    status_->setText(said_.text());
}

void JobRow::press_main() {
    if (ended_) {
        emit dismissed();
        return;
    }
    cancelling_ = true;
    button_->setEnabled(false);
    pause_->setEnabled(false);
    say([] { return tr("cancelling …"); });
    emit cancel_requested();
}

void JobRow::log(Phrase line) {
    log_->add(std::move(line));
}

void JobRow::begin_phase(const JobProgress& progress) {
    phase_ = progress.phase;
    phase_start_s_ = progress.elapsed_s;
    phase_start_done_ = progress.done;
    log([phase = phase_] { return phase_text(phase); });
}

Phrase JobRow::figures(const JobProgress& progress) const {
    const bool bytes = !runs_model(progress.phase);
    const double seconds = progress.elapsed_s - phase_start_s_;
    std::optional<std::uint64_t> rate;
    if (bytes && seconds > 0.3 && progress.done > phase_start_done_) {
        rate = static_cast<std::uint64_t>(static_cast<double>(progress.done - phase_start_done_) /
                                          seconds);
    }
    return [progress, bytes, rate] {
        QStringList parts{phase_text(progress.phase)};
        if (progress.total > 0 && !bytes) {
            const double share =
                static_cast<double>(progress.done) / static_cast<double>(progress.total);
            parts.push_back(tr("%1 % done").arg(static_cast<int>(share * 100)));
        } else if (progress.total > 0) {
            parts.push_back(
                tr("%1 of %2").arg(bytes_text(progress.done), bytes_text(progress.total)));
        }
        if (rate) parts.push_back(tr("%1/s").arg(bytes_text(*rate)));
        if (progress.eta_s) parts.push_back(tr("%1 left").arg(duration_text(*progress.eta_s)));
        return parts.join(u"  ·  "_s);
    };
}

void JobRow::set_progress(const JobProgress& progress) {
    if (ended_) return;
    if (progress.phase != phase_) begin_phase(progress);
    if (!runs_model(progress.phase)) work_ = std::max(work_, progress.total);
    if (progress.total == 0) {
        bar_->setRange(0, 0);
    } else {
        bar_->setRange(0, kScale);
        bar_->setValue(static_cast<int>(static_cast<double>(progress.done) /
                                        static_cast<double>(progress.total) * kScale));
    }
    running_text_ = figures(progress);
    // What was under way when the work was paused is still reported.
    if (!cancelling_) say(property(kPaused).toBool() ? paused_text() : running_text_);
}

void JobRow::set_share(double share) {
    if (ended_) return;
    bar_->setRange(0, kScale);
    bar_->setValue(static_cast<int>(share * kScale));
    if (cancelling_) return;
    say([percent = static_cast<int>(share * 100)] { return tr("%1 % done").arg(percent); });
}

void JobRow::set_waiting(int in_front, bool can_move_up) {
    if (ended_ || cancelling_) return;
    bar_->setRange(0, kScale);
    bar_->setValue(0);
    pause_->hide();
    up_->setVisible(can_move_up);
    say([in_front] { return tr("waiting for %n other job(s)", nullptr, in_front); });
}

void JobRow::set_running(bool paused) {
    if (ended_ || cancelling_) return;
    up_->hide();
    setProperty(kPaused, paused);
    log([paused] { return paused ? tr("paused") : tr("running"); });
    say(paused ? paused_text() : running_text_);
    show_words();
}

Phrase JobRow::paused_text() const {
    return [running = running_text_] {
        return running.empty() ? tr("paused") : tr("paused  ·  %1").arg(running.text());
    };
}

void JobRow::set_pausable(bool pausable) {
    if (!ended_) pause_->setVisible(pausable);
}

void JobRow::offer_again() {
    again_->show();
}

void JobRow::end(const Phrase& text, const char* look) {
    ended_ = true;
    bar_->setRange(0, kScale);
    set_look(*bar_, look);
    say(text);
    log(text);
    up_->hide();
    pause_->hide();
    button_->setEnabled(true);
    show_words();
}

void JobRow::set_done(const Phrase& result) {
    bar_->setValue(kScale);
    end(result, "done");
    bar_->setValue(kScale);
}

void JobRow::add_link(const QString& name, const Phrase& text, std::function<void()> act) {
    QPushButton* link = make_button(name, text.text(), "link", this);
    links_->insertWidget(links_->count() - 1, link);
    added_.emplace_back(link, text);
    connect(link, &QPushButton::clicked, this, std::move(act));
}

void JobRow::set_failed(const Phrase& reason) {
    const int reached = bar_->maximum() > 0 ? bar_->value() : 0;
    end(reason, "warning");
    bar_->setValue(reached);
}

void JobRow::set_error(const Error& error) {
    set_failed([error] {
        QStringList lines{core_text(error.message)};
        const QString file = to_qstring(error.file);
        if (!error.file.empty()) {
            lines.push_back(error.offset ? tr("Where: %1, at byte %2").arg(file).arg(*error.offset)
                                         : tr("Where: %1").arg(file));
        }
        if (!error.hint.empty()) lines.push_back(tr("What to do: %1").arg(core_text(error.hint)));
        return lines.join(u'\n');
    });
    failed_ = true;
    copy_->show();
}

QString JobRow::details() const {
    return name_.text() + u'\n' + status_->text() + u"\n\n"_s + log_->toPlainText();
}

Phrase JobRow::work_text(double seconds) const {
    return [seconds, work = work_] {
        if (work == 0 || seconds <= 0) return tr("done in %1").arg(duration_text(seconds));
        const auto rate = static_cast<std::uint64_t>(static_cast<double>(work) / seconds);
        return tr("%1 in %2, %3/s").arg(bytes_text(work), duration_text(seconds), bytes_text(rate));
    };
}

}  // namespace bitlathe
