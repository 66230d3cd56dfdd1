// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/anonymous_memory.h"

#include <array>
#include <charconv>
#include <chrono>
#include <string_view>

#include <fcntl.h>
#include <unistd.h>

namespace bitlathe {
namespace {

constexpr std::int64_t kIntervalNs = 5'000'000;

std::int64_t now_ns() {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

}  // namespace

std::uint64_t anonymous_memory() {
    const int fd = ::open("/proc/self/status", O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        return 0;
    }
    std::array<char, 8192> buffer{};
    const ssize_t length = ::read(fd, buffer.data(), buffer.size());
    ::close(fd);
    const std::string_view text(buffer.data(), length > 0 ? static_cast<std::size_t>(length) : 0);
    constexpr std::string_view kKey = "RssAnon:";
    const std::size_t key = text.find(kKey);
    const std::size_t digits =
        key == std::string_view::npos ? key : text.find_first_of("0123456789", key + kKey.size());
    std::uint64_t kibibytes = 0;
    if (digits != std::string_view::npos) {
        std::from_chars(text.data() + digits, text.data() + text.size(), kibibytes);
    }
    return kibibytes * 1024;
}

void AnonymousMemoryPeak::sample() {
    const std::int64_t now = now_ns();
    std::int64_t next = next_ns_.load();
    if (now < next || !next_ns_.compare_exchange_strong(next, now + kIntervalNs)) {
        return;
    }
    const std::uint64_t bytes = anonymous_memory();
    std::uint64_t seen = peak_.load();
    while (bytes > seen && !peak_.compare_exchange_weak(seen, bytes)) {
    }
}

}  // namespace bitlathe
