// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QFrame>
#include <QTableWidget>
#include <QTimer>
#include <vector>

#include "ui/canvas/depth_canvas.h"

namespace bitlathe {

/// The blocks ranked by one of the metrics over depth; a click selects the block.
class RankingPanel : public QFrame {
    Q_OBJECT
public:
    RankingPanel(DepthCanvas& depth, Theme& theme, QWidget* parent = nullptr);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void show_current();
    void build_table();
    void rank();
    DepthCanvas& depth_;
    QComboBox* metric_;
    QTableWidget* table_;
    QTimer
        soon_;  ///< a drag changes values many times a second; the ranking follows a little later
    std::vector<int> ranked_;
};

}  // namespace bitlathe
