// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace bitlathe {

/// 64-bit XXH3 of some bytes: for comparing what was written with what is read back, and for
/// fingerprints. Not for defence against forgery.
[[nodiscard]] std::uint64_t fast_hash(std::span<const std::byte> bytes);
/// Of the bytes of a text.
[[nodiscard]] std::uint64_t fast_hash(std::string_view text);

/// SHA-256 over bytes given in pieces.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;

    void update(std::span<const std::byte> bytes);
    /// 64 lower-case hex digits; call once, at the end.
    [[nodiscard]] std::string finish();

private:
    struct Context;
    std::unique_ptr<Context> context_;
};

}  // namespace bitlathe
