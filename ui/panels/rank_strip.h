// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/jobs/layerwise_solver.h"
#include "ui/theme/theme.h"

namespace bitlathe {

/// The blocks side by side; height is their rank by importance, those that would be low are hollow.
class RankStrip : public QWidget {
    Q_OBJECT
public:
    explicit RankStrip(Theme& theme, QWidget* parent = nullptr);
    void set_ranking(LayerwiseRanking ranking);
    [[nodiscard]] const LayerwiseRanking& ranking() const { return ranking_; }
    [[nodiscard]] QSize sizeHint() const override { return {200, 56}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {80, 40}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] QRect bar(std::size_t block) const;
    Theme& theme_;
    LayerwiseRanking ranking_;
    std::vector<std::size_t> place_;  ///< block -> rank, 0 is the most important
};

}  // namespace bitlathe
