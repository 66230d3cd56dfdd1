// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/canvas/canvas_parts.h"
#include "ui/jobs/layerwise_solver.h"
#include "ui/theme/theme.h"

namespace bitlathe {

/// The blocks side by side; height is their rank by importance, those that would be low are hollow.
/// Arrows walk over them.
class RankStrip : public QWidget, public CanvasParts {
    Q_OBJECT
public:
    explicit RankStrip(Theme& theme, QWidget* parent = nullptr);
    void set_ranking(LayerwiseRanking ranking);
    [[nodiscard]] const LayerwiseRanking& ranking() const { return ranking_; }
    [[nodiscard]] QSize sizeHint() const override { return {200, 56}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {80, 40}; }

    [[nodiscard]] int part_count() const override;
    [[nodiscard]] CanvasPart part(int index) const override;
    [[nodiscard]] std::optional<int> current_part() const override;
    [[nodiscard]] std::optional<int> part_at(QPoint point) const override;
    void choose_part(int index) override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    [[nodiscard]] QRect bar(std::size_t block) const;
    Theme& theme_;
    LayerwiseRanking ranking_;
    [[nodiscard]] QString text_of(std::size_t block) const;
    std::optional<std::size_t> current_;
    std::vector<std::size_t> place_;  ///< block -> rank, 0 is the most important
};

}  // namespace bitlathe
