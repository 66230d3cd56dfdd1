// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace bitlathe {

/// The columns of a model's views: its blocks, and beside them a few that are not blocks
/// (embedding, head), which stand a little apart.
struct BlockColumns {
    int count = 0;
    int left = 0;   ///< of them, before the blocks
    int right = 0;  ///< of them, after the blocks
    bool operator==(const BlockColumns&) const = default;
};

/// The part of the columns that is on screen, in columns: [first, first + count). A count of 0
/// means all of them.
struct BlockView {
    double first = 0;
    double count = 0;
    bool operator==(const BlockView&) const = default;
};

}  // namespace bitlathe
