// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/targets/target.h"

namespace bitlathe {

// What llama.cpp does with tensors when it quantizes, as pure functions. The facts are those of
// llama.cpp's src/llama-quant.cpp as of August 2026.

/// The name by which llama.cpp's rules know a tensor: its own in a GGUF, the canonical one of a
/// safetensors checkpoint.
[[nodiscard]] const std::string& gguf_tensor_name(const Model& model, std::size_t tensor);

/// Whether llama.cpp quantizes the tensor at all. If not, `reason` (may be nullptr) receives one
/// sentence for people: it is a norm, has one dimension, routes tokens to experts ...
[[nodiscard]] bool gguf_may_quantize(const Model& model, std::size_t tensor, std::string* reason);

/// The format of a tensor that is not quantized: as the source has it; from safetensors what
/// converters to GGUF write, F32 for every floating-point tensor of that kind.
[[nodiscard]] FormatId gguf_kept_format(const Model& model, std::size_t tensor);

/// Where llama.cpp goes when rows of `cols` elements do not divide into blocks of `wanted`: a
/// format with blocks of 32, then F16. `wanted` itself with no reason when they do. Where
/// llama-quantize has no fallback and stops (rows that are no multiple of 32), F16 too.
[[nodiscard]] Placement gguf_fallback(FormatId wanted, std::uint64_t cols);

/// Whether llama.cpp refuses to make the tensor without importance values: the smallest formats,
/// except in the embedding and the head.
[[nodiscard]] bool gguf_needs_importance(const Model& model, std::size_t tensor, FormatId format);

/// general.file_type (llama_ftype) for a plan: of the preset whose formats it has, else of the
/// format that most weights are in. Readers take it as a label only.
[[nodiscard]] std::uint32_t gguf_file_type(const Model& model, const Plan& plan);

}  // namespace bitlathe
