// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/token_windows.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace bitlathe {
namespace {

constexpr std::array<std::string_view, 3> kNames = {"llama.cpp", "window", "stride"};

}  // namespace

std::string_view window_protocol_name(WindowProtocol protocol) {
    return kNames[static_cast<std::size_t>(protocol)];
}

std::optional<WindowProtocol> find_window_protocol(std::string_view name) {
    const auto found = std::find(kNames.begin(), kNames.end(), name);
    return found == kNames.end()
               ? std::nullopt
               : std::optional(static_cast<WindowProtocol>(found - kNames.begin()));
}

Result<TokenWindows> TokenWindows::cut(std::size_t tokens, const WindowOptions& options) {
    TokenWindows windows;
    windows.options_ = options;
    windows.tokens_ = tokens;
    if (options.size < 2) {
        return fail(ErrorCode::kUsage, "a window needs at least 2 tokens");
    }
    if (options.stride > options.size) {
        return fail(ErrorCode::kUsage, "the stride is longer than the window");
    }
    std::uint32_t& stride = windows.options_.stride;
    if (options.protocol != WindowProtocol::kStride) {
        stride = options.size;
    } else if (stride == 0) {
        stride = std::max(1U, options.size / 2);
    }
    const std::size_t needed = options.protocol == WindowProtocol::kLlamaCpp
                                   ? 2 * std::size_t{options.size}
                                   : std::size_t{options.size};
    // A single window may be shorter where windows overlap: it is the whole text.
    if (tokens < (options.protocol == WindowProtocol::kStride ? 2 : needed)) {
        return fail(
            ErrorCode::kImpossible,
            fmt::format("the text has {} tokens, and {} windows of {} need at least {}", tokens,
                        window_protocol_name(options.protocol), options.size, needed),
            {}, {}, "take a longer text or shorter windows");
    }
    if (options.protocol == WindowProtocol::kStride) {
        // The last window is the one that reaches the end.
        const std::size_t rest = tokens > options.size ? tokens - options.size : 0;
        windows.count_ = 1 + (rest + stride - 1) / stride;
    } else {
        windows.count_ = tokens / options.size;
    }
    if (options.max_windows != 0) {
        windows.count_ = std::min(windows.count_, options.max_windows);
    }
    return windows;
}

TokenWindow TokenWindows::window(std::size_t index) const {
    TokenWindow window;
    window.begin = index * options_.stride;
    window.size =
        static_cast<std::uint32_t>(std::min<std::size_t>(options_.size, tokens_ - window.begin));
    switch (options_.protocol) {
        case WindowProtocol::kLlamaCpp:
            window.first_scored = options_.size / 2 + 1;
            window.replace_first = options_.bos;
            break;
        case WindowProtocol::kWindow:
            break;
        case WindowProtocol::kStride:
            if (index > 0) {
                window.first_scored = options_.size - options_.stride;
                // A stride as long as the window leaves nothing to predict the first token from.
                window.first_scored = std::max(1U, window.first_scored);
            }
            break;
    }
    window.first_scored = std::min(window.first_scored, window.size);
    return window;
}

std::size_t TokenWindows::scored() const {
    if (options_.protocol != WindowProtocol::kStride) {
        return count_ * window(0).scored();
    }
    std::size_t all = 0;
    for (std::size_t i = 0; i < count_; ++i) {
        all += window(i).scored();
    }
    return all;
}

std::vector<TokenId> TokenWindows::ids(std::span<const TokenId> stream, std::size_t index) const {
    const TokenWindow here = window(index);
    const auto part = stream.subspan(here.begin, here.size);
    std::vector<TokenId> ids(part.begin(), part.end());
    if (here.replace_first) {
        ids.front() = *here.replace_first;
    }
    return ids;
}

}  // namespace bitlathe
