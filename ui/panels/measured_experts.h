// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QWidget>
#include <vector>

#include "core/project/project.h"
#include "ui/panels/figure_table.h"
#include "ui/theme/theme.h"

namespace bitlathe {

/// What rounding every expert does to the output of its mixture: a list, most important first.
/// Hidden where that was not measured.
class MeasuredExperts : public QWidget {
    Q_OBJECT
public:
    explicit MeasuredExperts(Theme& theme, QWidget* parent = nullptr);
    /// nullptr: nothing was measured.
    void show_record(const ExpertRecord* record);

signals:
    void chosen(std::uint32_t block, std::uint32_t expert);

private:
    struct Row {
        ExpertError error;
        double importance = 0;
    };
    QLabel* remark_;
    FigureTable* table_;
    std::vector<Row> rows_;
};

}  // namespace bitlathe
