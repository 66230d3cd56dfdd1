// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/text/vocabulary.h"

namespace bitlathe {

/// How a stream of tokens is cut for evaluation. Numbers of different protocols cannot be compared:
/// the name belongs to every number.
enum class WindowProtocol : std::uint8_t {
    /// As llama-perplexity: windows side by side, BOS put in place of the first token of each where
    /// the model adds one, the tokens from position size/2 on scored, but the first of them.
    kLlamaCpp,
    /// Independent windows side by side, every token but the first of each scored, nothing added.
    kWindow,
    /// Windows that overlap: each begins `stride` tokens after the one before, and scores the
    /// tokens
    /// that none before it scored. Nothing added.
    kStride,
};
/// "llama.cpp", "window", "stride": the spelling in files and on the command line.
[[nodiscard]] std::string_view window_protocol_name(WindowProtocol protocol);
[[nodiscard]] std::optional<WindowProtocol> find_window_protocol(std::string_view name);

/// One window: where it lies in the stream and what of it is scored. A token is scored by what the
/// model says at the position before it.
struct TokenWindow {
    std::size_t begin = 0;   ///< first token, in the stream
    std::uint32_t size = 0;  ///< tokens
    std::uint32_t first_scored =
        1;  ///< position in the window of the first token that is scored, >= 1
    std::optional<TokenId> replace_first;  ///< put in place of the first token
    [[nodiscard]] std::uint32_t scored() const { return size - first_scored; }
};

struct WindowOptions {
    WindowProtocol protocol = WindowProtocol::kLlamaCpp;
    std::uint32_t size = 512;     ///< tokens of a window, at least 2
    std::uint32_t stride = 0;     ///< of kStride: 1 to size; 0: half the size
    std::size_t max_windows = 0;  ///< 0: all
    std::optional<TokenId> bos;   ///< where the model adds one
};

/// A stream of tokens cut into windows. A value; every window is computed when asked for.
class TokenWindows {
public:
    /// Errors: kUsage (size below 2, stride out of range), kImpossible (too few tokens for one
    /// window; llama.cpp asks for two).
    static Result<TokenWindows> cut(std::size_t tokens, const WindowOptions& options);

    [[nodiscard]] std::size_t count() const { return count_; }
    [[nodiscard]] TokenWindow window(std::size_t index) const;
    [[nodiscard]] std::size_t scored() const;  ///< tokens scored by all windows
    [[nodiscard]] const WindowOptions& options() const { return options_; }
    /// The ids of a window of this stream, with the first one replaced where that is the protocol.
    [[nodiscard]] std::vector<TokenId> ids(std::span<const TokenId> stream,
                                           std::size_t index) const;

private:
    WindowOptions options_;
    std::size_t tokens_ = 0;
    std::size_t count_ = 0;
};

}  // namespace bitlathe
