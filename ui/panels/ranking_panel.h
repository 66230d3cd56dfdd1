// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QFrame>
#include <QLabel>
#include <QSpinBox>
#include <QTableWidget>
#include <QTimer>
#include <optional>
#include <vector>

#include "ui/canvas/depth_canvas.h"
#include "ui/models/keeps_view.h"
#include "ui/plots/figure.h"

namespace bitlathe {

/// The blocks ranked by one of the metrics over depth, most important first where the metric says
/// what that is; beside it their places by another one, and how far the two agree. A click selects
/// the block. Once a text was profiled, the last ones can be shaded as candidates for dropping.
class RankingPanel : public QFrame, public KeepsView {
    Q_OBJECT
public:
    RankingPanel(DepthCanvas& depth, Theme& theme, QWidget* parent = nullptr);

    /// Both metrics and how many blocks are candidates.
    [[nodiscard]] QVariant kept_view() const override;
    void take_view(const QVariant& kept) override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void show_current();
    void build_head();
    void build_table();
    void fill_metrics();
    void rank();
    void show_agreement();
    void drop();
    [[nodiscard]] std::size_t metric() const;
    [[nodiscard]] std::optional<std::size_t> other() const;
    [[nodiscard]] FigureData data() const;
    DepthCanvas& depth_;
    QComboBox *metric_, *other_;
    QLabel *agreement_, *drop_label_;
    QSpinBox* drop_;
    QTableWidget* table_;
    QTimer
        soon_;  ///< a drag changes values many times a second; the ranking follows a little later
    std::vector<int> ranked_;
};

}  // namespace bitlathe
