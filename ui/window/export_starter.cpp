// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/export_starter.h"

#include <utility>

namespace bitlathe {

ExportStarter::ExportStarter(Session& session, QObject* parent)
    : QObject(parent),
      session_(session),
      maker_({session.plan(), session.shelf(), session.landscape()}, session.solver()) {
    connect(&maker_, &ReportMaker::ready, this, &ExportStarter::go);
    connect(&maker_, &ReportMaker::failed, this, [this](const Error& error) {
        emit failed(error);
        go();
    });
    // The pictures of a report are those of the open model.
    connect(&session_.plan(), &PlanModel::leaving, this, [this] { go(); });
}

void ExportStarter::start(const ExportOrder& order, bool reported) {
    go();  // an earlier one that still waits
    pending_ = order;
    if (!reported) return go();
    maker_.start();
}

void ExportStarter::go(const std::shared_ptr<const ReportDocument>& report) {
    auto order = std::exchange(pending_, std::nullopt);
    maker_.drop();
    if (!order) return;
    order->report = report;
    session_.start_export(*order);
}

}  // namespace bitlathe
