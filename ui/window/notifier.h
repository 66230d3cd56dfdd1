// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <memory>

class QWidget;

namespace bitlathe {

/// Tells a person who looks elsewhere that something has ended.
class Notifier {
public:
    virtual ~Notifier() = default;
    virtual void notify(QWidget& window, const QString& title, const QString& text) = 0;
};

/// By the desktop's notifications where there is a message bus, else by marking the window in the
/// task bar. Does not wait for an answer.
[[nodiscard]] std::unique_ptr<Notifier> make_desktop_notifier();

}  // namespace bitlathe
