// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/notifier.h"

#include <QApplication>
#include <QWidget>

#ifdef BITLATHE_DBUS
#include <QDBusConnection>
#include <QDBusMessage>
#include <QVariantMap>
#endif

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

/// Whether a message was handed to the bus; what becomes of it is not waited for.
bool send_to_desktop(const QString& title, const QString& text) {
#ifdef BITLATHE_DBUS
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) return false;
    const QString name = u"org.freedesktop.Notifications"_s;
    QDBusMessage message = QDBusMessage::createMethodCall(name, u"/org/freedesktop/Notifications"_s,
                                                          name, u"Notify"_s);
    // Specification of desktop notifications 1.2: application, what to replace, icon, summary,
    // body, actions, hints, time to live (-1: as the desktop likes). The body may be read as
    // markup.
    const QVariantMap hints{{u"desktop-entry"_s, QGuiApplication::desktopFileName()}};
    message << QCoreApplication::applicationName() << 0U << QGuiApplication::desktopFileName()
            << title << text.toHtmlEscaped() << QStringList() << hints << -1;
    return bus.send(message);
#else
    Q_UNUSED(title)
    Q_UNUSED(text)
    return false;
#endif
}

class DesktopNotifier : public Notifier {
public:
    void notify(QWidget& window, const QString& title, const QString& text) override {
        if (!send_to_desktop(title, text)) QApplication::alert(&window);
    }
};

}  // namespace

std::unique_ptr<Notifier> make_desktop_notifier() {
    return std::make_unique<DesktopNotifier>();
}

}  // namespace bitlathe
