// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/forward/transformer.h"
#include "core/model/model.h"

namespace bitlathe {

/// How a text is cut and what of it is scored. Perplexities of different protocols are different
/// numbers: the name belongs to every result.
enum class Protocol : std::uint8_t {
    kLlamaCpp,  ///< windows, BOS in place of the first token, the second half scored
    kWindow,    ///< windows, all but the first token scored
    kStride,    ///< overlapping windows, only what is new in each scored
};
[[nodiscard]] std::string_view protocol_name(
    Protocol protocol);  ///< "llama.cpp", "window", "stride"
[[nodiscard]] std::optional<Protocol> find_protocol(std::string_view name);

struct ProtocolOptions {
    Protocol protocol = Protocol::kLlamaCpp;
    std::uint64_t context = 512;            ///< tokens of a window
    std::uint64_t stride = 0;               ///< of Protocol::kStride; 0: half a window
    std::uint64_t windows = 0;              ///< at most so many; 0: all
    std::uint64_t tokens = 0;               ///< of the text, at most; 0: all
    std::optional<std::uint32_t> bos = {};  ///< of Protocol::kLlamaCpp; nothing: no token replaced
};

/// One window: `ids`, of which the tokens from `first_target` on are scored.
struct ScoredWindow {
    std::vector<std::uint32_t> ids;
    std::uint64_t first_target = 1;
};

/// Cuts ids into windows. Errors: kUsage (too few tokens, a window of less than 2, stride 0 or
/// longer than a window).
[[nodiscard]] Result<std::vector<ScoredWindow>> cut_for(const ProtocolOptions& options,
                                                        std::span<const std::uint32_t> ids);

/// Windows that go through the model together.
struct Pass {
    TokenBatch batch;
    std::vector<std::uint32_t> predictors;  ///< index in the batch of tokens whose logits count
    std::vector<std::uint32_t> targets;     ///< the id that comes after each
    std::vector<std::uint32_t> windows;     ///< number of its window in the text
};

/// Groups windows so that a pass holds at most about `tokens` tokens, at least one window.
[[nodiscard]] std::vector<Pass> make_passes(std::span<const ScoredWindow> windows,
                                            std::uint64_t tokens);

/// The token that llama.cpp would put before a text for this model: as its GGUF says, or, where the
/// files are silent, the BOS when the ids begin with it.
[[nodiscard]] std::optional<std::uint32_t> bos_of(const Model& model,
                                                  std::span<const std::uint32_t> ids);

/// Reads a JSON array of token ids. Errors: kRefused.
[[nodiscard]] Result<std::vector<std::uint32_t>> read_ids(const std::filesystem::path& path);

}  // namespace bitlathe
