// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <functional>

#include "ui/theme/phrase.h"

namespace bitlathe {

/// Notices when interactive work that is no job takes so long after all that a person wants to see
/// it, and stop it: it was busy at two looks in a row. GUI thread only.
class SlowWork : public QObject {
    Q_OBJECT
public:
    struct Source {
        Phrase name;
        std::function<bool()> busy;
        std::function<double()> share;  ///< 0..1; none: unknown
        std::function<void()> cancel;
    };
    SlowWork(Source source, QObject* parent);

    [[nodiscard]] const Source& source() const { return source_; }
    [[nodiscard]] bool shown() const { return shown_; }
    void look();

signals:
    void began();
    void moved();
    void ended(double seconds);

private:
    Source source_;
    QTimer timer_;
    QElapsedTimer since_;
    bool was_busy_ = false;
    bool shown_ = false;
};

}  // namespace bitlathe
