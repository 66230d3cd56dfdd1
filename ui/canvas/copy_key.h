// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <functional>

namespace bitlathe {

/// Ctrl+C on a widget copies what `text` says then, before any shortcut of the window; nothing
/// when that is "".
void copy_by_key(QWidget& widget, std::function<QString()> text);

}  // namespace bitlathe
