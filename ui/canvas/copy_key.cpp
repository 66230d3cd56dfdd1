// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/copy_key.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <utility>

namespace bitlathe {
namespace {

class CopyKey : public QObject {
public:
    CopyKey(QWidget& widget, std::function<QString()> text)
        : QObject(&widget), text_(std::move(text)) {
        widget.installEventFilter(this);
    }

protected:
    bool eventFilter(QObject*, QEvent* event) override {
        const bool key =
            event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
        if (!key || !static_cast<QKeyEvent*>(event)->matches(QKeySequence::Copy)) return false;
        event->accept();
        if (event->type() == QEvent::KeyPress) {
            const QString text = text_();
            if (!text.isEmpty()) QGuiApplication::clipboard()->setText(text);
        }
        return true;
    }

private:
    std::function<QString()> text_;
};

}  // namespace

void copy_by_key(QWidget& widget, std::function<QString()> text) {
    new CopyKey(widget, std::move(text));
}

}  // namespace bitlathe
