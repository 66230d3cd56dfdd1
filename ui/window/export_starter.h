// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <optional>

#include "ui/jobs/report_maker.h"
#include "ui/window/session.h"

namespace bitlathe {

/// Starts exports. One that leaves a report beside its file waits until that is made, a second at
/// most, of the plan as it is exported. GUI thread only.
class ExportStarter : public QObject {
    Q_OBJECT
public:
    explicit ExportStarter(Session& session, QObject* parent = nullptr);

    /// `order`: without a report; `reported`: it gets one.
    void start(const ExportOrder& order, bool reported);
    [[nodiscard]] bool busy() const { return pending_.has_value(); }

signals:
    /// There will be no report; the export goes on without.
    void failed(const bitlathe::Error& error);

private:
    void go(const std::shared_ptr<const ReportDocument>& report = nullptr);
    Session& session_;
    ReportMaker maker_;
    std::optional<ExportOrder> pending_;
};

}  // namespace bitlathe
