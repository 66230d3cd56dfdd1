// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

namespace bitlathe {

/// A control with its caption before it, which stay together when a line breaks. The caption is
/// named as the control, with "Label" behind.
[[nodiscard]] QWidget* captioned(QWidget& control, const QString& text, QWidget* parent);

}  // namespace bitlathe
