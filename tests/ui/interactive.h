// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>
#include <vector>

namespace bitlathe::testing {

/// Everything under `root` that a hand could use and that is to be seen: buttons, fields, lists,
/// sliders, tabs, canvases. Parts that belong to a control (the cross in a field) are left out.
[[nodiscard]] std::vector<QWidget*> interactive(QWidget& root);
/// "QPushButton planNewButton"
[[nodiscard]] std::string describe(const QWidget* widget);
/// The widgets that Tab leads through from `start` until it comes back; at most `most`.
[[nodiscard]] std::vector<QWidget*> tab_round(QWidget& start, int most = 400);

}  // namespace bitlathe::testing
