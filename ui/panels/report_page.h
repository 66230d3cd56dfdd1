// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QLabel>
#include <QTextBrowser>
#include <QTimer>
#include <memory>

#include "ui/jobs/background_job.h"
#include "ui/jobs/report_maker.h"
#include "ui/panels/panel_head.h"

namespace bitlathe {

/// The REPORT page: what would be exported, with figures and tables, as it is saved. Follows the
/// plan only while it is visible, and not during a drag.
class ReportPage : public QFrame {
    Q_OBJECT
public:
    ReportPage(const ReportSources& sources, PlanSolver& solver, Theme& theme,
               QWidget* parent = nullptr);

    /// Asks where to, makes the report of the plan as it is now, and writes it in a job.
    void ask_save();
    /// A button that runs an action of the window, beside the title.
    void add_button(QAction& action, const QString& name);
    /// Nothing is being made or written, and what is to be seen is shown.
    [[nodiscard]] bool idle() const;
    [[nodiscard]] const ReportMaker& maker() const { return maker_; }
    [[nodiscard]] QTextBrowser& view() { return *view_; }

signals:
    void saved(const QString& path);
    void failed(const bitlathe::Phrase& what, const bitlathe::Error& error);
    /// Whoever hears of it may become its owner, so that it goes on without the page.
    void job_started(bitlathe::BackgroundJob& job);

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void forget();
    void follow();
    void refresh();
    void take(const std::shared_ptr<const ReportDocument>& report);
    void show_report();
    void write(const std::shared_ptr<const ReportDocument>& report, const QString& path);
    [[nodiscard]] QString suggestion() const;

    ReportSources sources_;
    Theme& theme_;
    ReportMaker maker_;
    std::shared_ptr<const ReportDocument> report_;  ///< of the plan as it is; empty: not made yet
    QString pending_;                               ///< where the report goes that is being made
    bool outdated_ = false;  ///< the report that is being made is of an earlier plan
    bool refused_ = false;   ///< no report can be made of the plan as it is
    int writing_ = 0;
    bool painted_ = false;  ///< report_ is in the view, in these colours
    PanelHead* head_;
    QLabel* remark_;
    QTextBrowser* view_;
    QTimer soon_;
};

}  // namespace bitlathe
