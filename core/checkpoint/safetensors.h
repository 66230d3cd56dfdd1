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

/// Reads the header of a safetensors file; the rules are those of the format's page and of its
/// reference reader (huggingface/safetensors): the data is covered exactly, without holes or
/// overlaps. `bytes` is the whole file, `name` is for messages. Errors: kRefused with the offset of
/// the entry that is wrong.
Result<ParsedFile> parse_safetensors(std::span<const std::byte> bytes, const std::string& name,
                                     const ParseLimits& limits);

/// By extension, or by the brace after the length of the header.
bool is_safetensors(const std::filesystem::path& path, std::span<const std::byte> first);

/// Opens one file by itself, with the config.json beside it.
Result<std::shared_ptr<const Checkpoint>> open_safetensors(const OpenRequest& request);

}  // namespace bitlathe
