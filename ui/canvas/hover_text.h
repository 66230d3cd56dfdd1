// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>
#include <span>
#include <vector>

#include "ui/canvas/bar_list.h"
#include "ui/models/plan_model.h"

namespace bitlathe {

/// One line of the card beside the pointer; `struck` is shown struck out before the text.
struct HoverLine {
    enum class Kind { kTitle, kPlain, kMuted };
    Kind kind = Kind::kPlain;
    QString struck;
    QString text;
};

/// What the card says of a bar: name, from -> to, price in bytes and in estimated error, locks, and
/// formats that the target refuses, with its reason; and what a compared plan has there (formats by
/// tensor, or none). `asked`: the bits under a hand that drags; then only refused formats near them
/// are named.
[[nodiscard]] std::vector<HoverLine> hover_text(const PlanModel& plan, const Bar& bar,
                                                std::span<const FormatId> compared = {},
                                                std::optional<double> asked = {});
/// The same in one sentence, for screen readers.
[[nodiscard]] QString spoken_text(const PlanModel& plan, const Bar& bar);

}  // namespace bitlathe
