// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/report_page.h"

#include <QFileInfo>
#include <QPointer>
#include <QRegularExpression>
#include <QScrollBar>
#include <QVBoxLayout>
#include <utility>

#include "ui/panels/file_dialogs.h"
#include "ui/panels/widgets.h"
#include "ui/theme/core_text.h"
#include "ui/theme/text.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

ReportPage::ReportPage(const ReportSources& sources, PlanSolver& solver, Theme& theme,
                       QWidget* parent)
    : QFrame(parent), sources_(sources), theme_(theme), maker_(sources, solver) {
    setObjectName(u"reportPage"_s);
    set_look(*this, "panel");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 4, 6);
    layout->setSpacing(6);
    head_ = new PanelHead(u"report"_s, tr("Report"), this);
    head_->setContentsMargins(0, 0, 8, 0);
    remark_ = &head_->remark();
    layout->addWidget(head_);
    view_ = new QTextBrowser(this);
    view_->setObjectName(u"reportView"_s);
    view_->setAccessibleName(tr("Preview of the report"));
    view_->setFrameShape(QFrame::NoFrame);
    view_->setOpenLinks(false);
    layout->addWidget(view_, 1);
    soon_.setSingleShot(true);
    soon_.setInterval(300ms);
    connect(&soon_, &QTimer::timeout, this, &ReportPage::refresh);
    connect(&maker_, &ReportMaker::ready, this, &ReportPage::take);
    connect(&maker_, &ReportMaker::failed, this, [this](const Error& error) {
        pending_.clear();
        refused_ = true;
        remark_->setText(error_text(error));
        emit failed([] { return tr("No report"); }, error);
    });
    connect(&sources_.plan, &PlanModel::opened, this, &ReportPage::forget);
    for (auto signal : {&PlanModel::totals_changed, &PlanModel::name_changed})
        connect(&sources_.plan, signal, this, &ReportPage::follow);
    connect(&sources_.plan, &PlanModel::errors_changed, this, &ReportPage::follow);
    connect(&sources_.plan, &PlanModel::tensors_changed, this, &ReportPage::follow);  // locks
    connect(&sources_.shelf, &PlanShelf::compared_changed, this, &ReportPage::follow);
    connect(&sources_.landscape, &PlanLandscape::changed, this, &ReportPage::follow);
    connect(&theme_, &Theme::changed, this, [this] {
        painted_ = false;
        if (isVisible()) show_report();
    });
}

void ReportPage::add_button(QAction& action, const QString& name) {
    head_->add(*make_action_button(action, name, head_));
}

void ReportPage::forget() {
    maker_.drop();
    soon_.stop();
    pending_.clear();
    view_->clear();
    remark_->clear();
    follow();
}

void ReportPage::follow() {
    report_.reset();
    refused_ = false;
    outdated_ = true;
    if (pending_.isEmpty()) maker_.drop();
    if (isVisible() && sources_.plan.is_open()) soon_.start();
}

void ReportPage::refresh() {
    if (!sources_.plan.is_open() || report_ || !isVisible()) return;
    if (sources_.plan.previewing()) return soon_.start();  // when it has come to rest
    remark_->setText(tr("is being made…"));
    outdated_ = false;
    maker_.start();
}

void ReportPage::take(const std::shared_ptr<const ReportDocument>& report) {
    if (!pending_.isEmpty()) write(report, std::exchange(pending_, {}));
    if (outdated_) return;
    report_ = report;
    painted_ = false;
    if (isVisible()) show_report();
}

void ReportPage::show_report() {
    if (painted_ || !report_) return;
    painted_ = true;
    const int at = view_->verticalScrollBar()->value();
    auto* document = new QTextDocument(view_);
    document->setDefaultFont(Theme::content_font());
    // As wide as it will be: pictures are laid out once.
    document->setPageSize(QSizeF(view_->viewport()->width(), -1));
    fill_document(*document, *report_, report_colours(theme_.tokens()), theme_.tokens().dark);
    const QPointer<QTextDocument> before = view_->document();
    view_->setDocument(document);  // deletes the view's own first document, but no other one
    delete before;
    view_->verticalScrollBar()->setValue(at);
    remark_->setText(tr("as it is saved: HTML, PDF or JSON"));
}

void ReportPage::showEvent(QShowEvent* event) {
    QFrame::showEvent(event);
    if (report_) {
        show_report();
    } else if (sources_.plan.is_open()) {
        refresh();
    }
}

void ReportPage::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    painted_ = false;
    if (isVisible()) show_report();
}

bool ReportPage::idle() const {
    const bool due = isVisible() && sources_.plan.is_open() && !report_ && !refused_;
    return !maker_.busy() && !soon_.isActive() && pending_.isEmpty() && writing_ == 0 && !due;
}

QString ReportPage::suggestion() const {
    const QFileInfo source(to_qstring(sources_.plan.catalog().model().checkpoint->path().string()));
    QString name = to_qstring(sources_.plan.name());
    name.replace(QRegularExpression(u"[^A-Za-z0-9._-]+"_s), u"-"_s);
    return source.absolutePath() + u'/' + source.completeBaseName() + u'.' + name + u".html"_s;
}

void ReportPage::ask_save() {
    if (!sources_.plan.is_open()) return;
    const QString path = file_dialogs::save_report(this, suggestion());
    if (path.isEmpty()) return;
    if (report_) return write(report_, path);
    pending_ = path;
    soon_.stop();
    outdated_ = false;
    maker_.start();
}

void ReportPage::write(const std::shared_ptr<const ReportDocument>& report, const QString& path) {
    ++writing_;
    auto* job = new BackgroundJob(
        [file = QFileInfo(path).fileName()] { return tr("Report %1").arg(file); },
        [report, path](const WorkContext&) { return write_report_file(*report, path); }, this);
    connect(job, &BackgroundJob::finished, job, &QObject::deleteLater);
    connect(job, &BackgroundJob::finished, this, [this, path](const Status& status) {
        --writing_;
        if (status) {
            emit saved(path);
        } else if (status.error().code != ErrorCode::kCancelled) {
            emit failed([] { return tr("The report was not saved"); }, status.error());
        }
    });
    emit job_started(*job);
}

}  // namespace bitlathe
