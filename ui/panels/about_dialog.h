// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <functional>

namespace bitlathe {

/// What this program is: version, licence, what it is built of, and a button that copies what a
/// report of a fault needs. Beside the window, not over it.
class AboutDialog : public QDialog {
    Q_OBJECT
public:
    AboutDialog(std::function<void()> copy_diagnostics, QWidget* parent);
};

}  // namespace bitlathe
