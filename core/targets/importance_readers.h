// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/mapped_file.h"
#include "core/base/result.h"
#include "core/checkpoint/checkpoint.h"
#include "core/targets/imatrix.h"

namespace bitlathe {

/// What both forms of an imatrix file hold, as it was read.
struct ImportanceFile {
    std::map<std::string, std::vector<float>, std::less<>> values;
    std::map<std::string, std::vector<float>, std::less<>>
        counts;  ///< of those values, one a matrix
    std::string dataset;
    std::uint64_t chunks = 0;
    std::uint64_t chunk_size = 0;
    std::vector<std::string> warnings;

    /// Takes an entry and how often each of its matrices was counted, or drops it with a warning
    /// when it says nothing: a value that is negative or not finite, all zero, or a name that came
    /// before.
    void add(std::string name, std::vector<float> entry, std::vector<float> count);
};

/// The GGUF form: `NAME.in_sum2` [cols, matrices] and `NAME.counts` [1, matrices], F32; importance
/// = sum / count. An expert that was never used gets 1 everywhere, as llama-quantize does.
[[nodiscard]] Result<ImportanceFile> read_importance_gguf(const Checkpoint& file);

/// An entry of the GGUF form that did not come from a file.
void add_imatrix_entry(const ImatrixEntry& entry, ImportanceFile& result);

/// The older .dat form, little-endian: i32 entries; per entry i32 name length, name, i32 calls, i32
/// values, float values (importance x calls); then, in later versions, i32 chunks, i32 length and
/// name of the dataset. `path` is for messages.
[[nodiscard]] Result<ImportanceFile> read_importance_dat(std::span<const std::byte> bytes,
                                                         const std::string& path);

}  // namespace bitlathe
