// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>
#include <memory>

namespace bitlathe {

/// SIGTERM, SIGINT and SIGHUP as a signal of Qt, so that the program can end in order. A second one
/// ends it at once, as it would have without this. At most one of these at a time. GUI thread only.
class UnixSignals : public QObject {
    Q_OBJECT
public:
    explicit UnixSignals(QObject* parent = nullptr);
    /// Puts the default back.
    ~UnixSignals() override;

signals:
    void asked_to_end(int signal);

private:
    void read();
    int ends_[2] = {-1, -1};
    std::unique_ptr<QSocketNotifier> notifier_;
};

}  // namespace bitlathe
