// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <vector>

#include "ui/models/block_view.h"

namespace bitlathe {

/// The part of the block axis that is on screen, shared by every view over blocks: they zoom and
/// pan together. Remembers where it was. GUI thread only.
class BlockAxis : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Another model: all of its columns, no history.
    void reset(int columns);
    [[nodiscard]] int columns() const { return columns_; }
    /// What is on screen; the count is never 0 when there are columns.
    [[nodiscard]] const BlockView& view() const { return view_; }
    [[nodiscard]] bool whole() const { return view_.count >= columns_; }

    /// Shows `factor` times fewer columns, with the column position `at` staying where it is. Zooms
    /// and pans in a row are one step of the history.
    void zoom(double factor, double at);
    /// Shows exactly this part, as near as there is one; part of a run of zooms and pans.
    void look_at(const BlockView& view);
    /// Moves by columns.
    void pan(double columns);
    /// Shows [first, last) with a little room around it; a step of the history.
    void show(double first, double last);
    /// Everything; a step of the history.
    void fit();
    void back();
    void forward();
    /// Whether the wheel scrolls along the axis instead of zooming it.
    void set_wheel_scrolls(bool scrolls) { wheel_scrolls_ = scrolls; }
    [[nodiscard]] bool wheel_scrolls() const { return wheel_scrolls_; }
    [[nodiscard]] bool can_go_back() const { return at_ > 0; }
    [[nodiscard]] bool can_go_forward() const { return at_ + 1 < history_.size(); }

signals:
    void changed();

private:
    [[nodiscard]] BlockView within(BlockView view) const;
    void jump(BlockView view);
    void move(BlockView view);
    void remember();
    void go(std::size_t step);
    int columns_ = 0;
    BlockView view_;
    std::vector<BlockView> history_;
    std::size_t at_ = 0;
    bool wheel_scrolls_ = false;
    bool moving_ = false;  ///< the newest step of the history is a run of zooms and pans
};

}  // namespace bitlathe
