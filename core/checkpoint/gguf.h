// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string>

#include "core/base/result.h"
#include "core/checkpoint/container.h"

namespace bitlathe {

/// Reads the header of a GGUF file (versions 2 and 3, little-endian): key/values, tensor infos.
/// `bytes` is the whole file, `name` is for messages; metadata in the result points into `bytes`.
/// Layout: ggml docs/gguf.md; the rules about sizes and offsets are those of ggml's reader. Errors:
/// kRefused with the offset of the field that is wrong.
Result<ParsedFile> parse_gguf(std::span<const std::byte> bytes, const std::string& name,
                              const ParseLimits& limits);

/// By magic or by extension.
bool is_gguf(const std::filesystem::path& path, std::span<const std::byte> first);

/// Opens a GGUF file, and when it is a part of a split set all parts that are there.
Result<std::shared_ptr<const Checkpoint>> open_gguf(const OpenRequest& request);

}  // namespace bitlathe
