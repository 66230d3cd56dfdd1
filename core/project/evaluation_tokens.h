// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

#include "core/project/group_reader.h"
#include "core/project/group_writer.h"
#include "core/project/project.h"

namespace bitlathe {

/// Whether the tokens of a measurement can be kept: there are some, they belong together, and every
/// number is finite. Of others a project keeps the figures alone.
[[nodiscard]] bool has_tokens(const Measurement& measurement);

/// About how many bytes the tokens of a measurement take in a file; 0 without has_tokens().
[[nodiscard]] std::uint64_t token_bytes(const Measurement& measurement);

/// What was measured token by token, of all rows one after another: as groups `windows`, `scores`
/// and `tops`.
void write_tokens(std::span<const EvaluationRecord> rows, GroupWriter& group);

/// Fills windows, scores and tops, and the figures that follow from them. `rows`: in the order of
/// the file; a row with `kl` was compared. Errors: kRefused.
[[nodiscard]] Status read_tokens(const GroupReader& group, std::span<Measurement> rows);

}  // namespace bitlathe
