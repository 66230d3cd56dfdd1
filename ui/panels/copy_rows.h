// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace bitlathe {

/// Ctrl+C on a table copies its selected rows: a heading and cells between tabs, columns as they
/// are shown.
void copy_rows_by_key(QTableView& table);

/// The same text; "" where nothing is selected.
[[nodiscard]] QString selected_rows(const QTableView& table);

}  // namespace bitlathe
