// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "core/base/result.h"

namespace bitlathe {

/// A storage format of weights: an index into the one table of formats. Cheap to copy and compare;
/// stable only within a process (files carry names).
class FormatId {
public:
    constexpr FormatId() = default;
    constexpr explicit FormatId(std::uint16_t index) : index_(index) {}
    [[nodiscard]] constexpr std::uint16_t index() const { return index_; }
    constexpr bool operator==(const FormatId&) const = default;
    constexpr auto operator<=>(const FormatId&) const = default;

private:
    std::uint16_t index_ = 0;
};

/// Decodes one row. `bytes` holds exactly row_bytes(format, cols) bytes, at any alignment, and
/// `out` receives `cols` values. Any byte pattern is allowed: plain floats come out as they are
/// stored, NaN payload included; where a NaN or infinite scale gives NaN, it is the quiet NaN
/// 0x7FC00000. Pure, thread-safe, and the same bits on every instruction set.
using DecodeRow = void (*)(const std::byte* bytes, float* out, std::size_t cols);

/// Encodes one row of `cols` values (a multiple of the block) to row_bytes() bytes. `importance`:
/// `cols` non-negative weights of the squared error (mean squared input per column), or nullptr for
/// none. Plain floats keep NaN and infinity; every other format takes non-finite values as 0, and
/// scales that its scale type cannot hold become the largest finite ones, so that decoded weights
/// are always finite. Pure, thread-safe, and the same bytes on every instruction set.
using EncodeRow = void (*)(const float* values, const float* importance, std::byte* out,
                           std::size_t cols);

/// What kind of thing a format is; the window and the solvers group by it.
enum class FormatKind : std::uint8_t {
    kFloat,     ///< F64 F32 F16 BF16: plain floating point
    kBlock,     ///< ggml block formats
    kFp8,       ///< 8-bit floats with one float32 scale per row
    kIntGroup,  ///< integer codes with a float16 scale per group
    kRaw,       ///< what containers may hold but nobody quantizes to: integers, booleans, raw 8-bit
                ///< floats
};

/// One row of the table of formats: the only source of sizes, encoders and decoders.
struct FormatInfo {
    FormatId id;
    std::string_view name;  ///< as runtimes spell it: "Q4_K", "INT4_G128_SYM", "BF16"
    FormatKind kind = FormatKind::kRaw;
    std::uint32_t block_elems = 1;  ///< elements per block; 0: the whole row is one block
    std::uint32_t block_bytes =
        0;  ///< bytes per block; 0 where it depends on the row (row formats)
    double bits_per_weight =
        0;  ///< all bits, scales included; of a row of 4096 where it depends on it
    std::optional<std::uint32_t> ggml_type = {};  ///< id in GGUF files
    std::string_view safetensors_dtype = {};      ///< spelling in safetensors headers, or empty
    DecodeRow decode = nullptr;                   ///< nullptr: cannot be decoded yet
    EncodeRow encode = nullptr;                   ///< nullptr: cannot be encoded
    bool uses_importance = false;                 ///< whether encode() looks at it
    bool needs_importance = false;                ///< the runtime refuses to make it without
    bool searched = false;  ///< codes come from a search, not from plain rounding
    bool recent = false;    ///< so new a type of GGUF that many runtimes refuse the file
};

/// All formats, in the order in which people expect to see them; index = FormatId::index().
[[nodiscard]] std::span<const FormatInfo> all_formats();
[[nodiscard]] const FormatInfo& format_info(FormatId id);
/// By name, case-insensitive; nothing when there is no such format.
[[nodiscard]] std::optional<FormatId> find_format(std::string_view name);
[[nodiscard]] std::optional<FormatId> format_of_ggml_type(std::uint32_t type);
[[nodiscard]] std::optional<FormatId> format_of_safetensors_dtype(std::string_view dtype);

/// Well-known formats, for code that must name one.
namespace formats {
[[nodiscard]] FormatId f32();
[[nodiscard]] FormatId f16();
[[nodiscard]] FormatId bf16();
}  // namespace formats

/// Whether rows of `cols` elements can be stored: cols is a multiple of the block.
[[nodiscard]] bool row_fits(FormatId id, std::uint64_t cols);
/// Bytes of one row of `cols` elements; nothing when it does not fit or overflows.
[[nodiscard]] std::optional<std::uint64_t> row_bytes(FormatId id, std::uint64_t cols);
/// Bytes of a tensor (shape outermost first; an empty shape is one element; zero-size is 0);
/// nothing when rows do not fit or anything overflows 64 bits.
[[nodiscard]] std::optional<std::uint64_t> tensor_bytes(FormatId id,
                                                        std::span<const std::uint64_t> shape);

}  // namespace bitlathe
