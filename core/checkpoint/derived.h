// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/base/json_fwd.h"
#include "core/checkpoint/checkpoint.h"
#include "core/checkpoint/derived_rows.h"

namespace bitlathe {

/// One tensor of a derived checkpoint.
struct DerivedTensor {
    std::string name;
    std::vector<std::uint64_t> shape;
    FormatId format;
    /// The tensor of the source that it is, or begins with.
    std::size_t source = 0;
    /// How it is made; null: the bytes of `source`, which has as many in this format.
    std::shared_ptr<const DerivedRows> rows = {};
};

/// What `source` would be as a checkpoint of another container, with other tensors and metadata.
/// Nothing is read and nothing is written: weights are made row by row when somebody reads them,
/// from the mapped files of the source, which stays alive. path() is the source's, files() too.
/// `config`: its config.json; null: none. Errors: kRefused (a name twice, no tensors), kImpossible
/// (a size that overflows).
[[nodiscard]] Result<std::shared_ptr<const Checkpoint>> derive_checkpoint(
    std::shared_ptr<const Checkpoint> source, Container container,
    std::vector<DerivedTensor> tensors, Metadata metadata, const Json* config = nullptr);

/// Checkpoint::fingerprint() of the files behind a checkpoint: of what it was derived from, at the
/// root, or of itself when it was opened. The same whatever the files were converted to.
[[nodiscard]] std::string source_fingerprint(const Checkpoint& checkpoint);

}  // namespace bitlathe
