// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QVBoxLayout>

#include "core/base/result.h"

namespace bitlathe {

/// Messages between the header and the views: they never cover anything and never go by themselves.
/// The newest is on top; three are kept.
class MessageBar : public QWidget {
    Q_OBJECT
public:
    enum class Kind { kError, kWarning, kDone };
    explicit MessageBar(QWidget* parent = nullptr);

    void show_message(Kind kind, const QString& text);
    void show_error(const QString& what, const Error& error);
    void clear();
    /// Texts that are shown, newest first.
    [[nodiscard]] QStringList messages() const;

private:
    QVBoxLayout* rows_;
};

}  // namespace bitlathe
