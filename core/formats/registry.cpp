// SPDX-License-Identifier: GPL-3.0-or-later
// The one table of formats. A new format is a file with its encoder and decoder, and a row here.
#include <array>
#include <limits>
#include <map>
#include <string>
#include <vector>

#include "core/formats/floats.h"
#include "core/formats/format.h"
#include "core/formats/fp8.h"
#include "core/formats/int_group.h"
#include "core/formats/iq4.h"
#include "core/formats/k_quants.h"
#include "core/formats/legacy_blocks.h"
#include "core/formats/microscaling.h"
#include "core/formats/raw.h"
#include "core/formats/search/search_encoders.h"
#include "core/formats/table.h"
#include "core/formats/ternary.h"

namespace bitlathe {
namespace {

struct Codec {
    DecodeRow decode = nullptr;
    EncodeRow encode = nullptr;
    ReadCode code = nullptr;
    ReadRowCodes row_codes = nullptr;
};

FormatRow plain(std::string_view name, std::uint32_t bytes, std::uint32_t ggml_type, Codec codec) {
    return {.info = {.id = {},
                     .name = name,
                     .kind = FormatKind::kFloat,
                     .block_bytes = bytes,
                     .ggml_type = ggml_type,
                     .safetensors_dtype = name,
                     .decode = codec.decode,
                     .encode = codec.encode}};
}

struct Traits {
    bool uses_importance = false;
    bool needs_importance = false;
    bool searched = false;
};

/// The first ggml type that runtimes of early 2026 do not know.
constexpr std::uint32_t kFirstRecentType = 40;

FormatRow block(std::string_view name, std::uint32_t elems, std::uint32_t bytes,
                std::uint32_t ggml_type, Codec codec = {}, Traits traits = {}) {
    return {.info = {.id = {},
                     .name = name,
                     .kind = FormatKind::kBlock,
                     .block_elems = elems,
                     .block_bytes = bytes,
                     .ggml_type = ggml_type,
                     .decode = codec.decode,
                     .encode = codec.encode,
                     .uses_importance = traits.uses_importance,
                     .needs_importance = traits.needs_importance,
                     .searched = traits.searched,
                     .recent = ggml_type >= kFirstRecentType},
            .code = codec.code,
            .row_codes = codec.row_codes};
}

FormatRow fp8(std::string_view name, Codec codec) {
    return {.info = {.id = {},
                     .name = name,
                     .kind = FormatKind::kFp8,
                     .block_elems = 0,
                     .decode = codec.decode,
                     .encode = codec.encode},
            .row_bytes = [](std::uint64_t cols) -> std::optional<std::uint64_t> {
                constexpr std::uint64_t kScale = kFp8RowHeader;
                return cols > std::numeric_limits<std::uint64_t>::max() - kScale
                           ? std::nullopt
                           : std::optional(kScale + cols);
            }};
}

FormatRow raw(std::string_view name, std::uint32_t bytes, DecodeRow decode,
              std::optional<std::uint32_t> ggml_type = {}) {
    return {.info = {.id = {},
                     .name = name,
                     .block_bytes = bytes,
                     .ggml_type = ggml_type,
                     .safetensors_dtype = name,
                     .decode = decode}};
}

/// `elems` elements fill `bytes` bytes; only the whole tensor has to end on a byte.
FormatRow sub_byte(std::string_view name, std::uint32_t elems, std::uint32_t bytes) {
    return {.info = {.id = {},
                     .name = name,
                     .block_elems = elems,
                     .block_bytes = bytes,
                     .safetensors_dtype = name},
            .dense_tensor = true};
}

// Plain rounding, or a search where there is something to search for.
template <EncodeRow kPlain, EncodeRow kWithImportance>
void encode_either(const float* values, const float* importance, std::byte* out, std::size_t cols) {
    (importance == nullptr ? kPlain : kWithImportance)(values, importance, out, cols);
}

constexpr Traits kWeighted = {.uses_importance = true};
constexpr Traits kSearched = {.uses_importance = true, .searched = true};
constexpr Traits kNeedsImportance = {.uses_importance = true, .needs_importance = true};

// Sizes of the block formats: ggml, src/ggml-common.h; type ids: ggml, include/ggml.h. Which types
// llama-quantize makes only with an importance matrix: llama.cpp, src/llama-quant.cpp.
std::vector<FormatRow> make_rows() {
    std::vector<FormatRow> rows = {
        plain("F32", 4, 0, {decode_f32, encode_f32}),
        plain("F16", 2, 1, {decode_f16, encode_f16}),
        plain("BF16", 2, 30, {decode_bf16, encode_bf16}),
        plain("F64", 8, 28, {decode_f64, encode_f64}),
        fp8("FP8_E4M3", {decode_fp8_e4m3, encode_fp8_e4m3}),
        fp8("FP8_E5M2", {decode_fp8_e5m2, encode_fp8_e5m2}),
        block("Q8_0", 32, 34, 8, {decode_q8_0, encode_q8_0, code_q8_0, row_codes_q8_0}),
        block("Q6_K", 256, 210, 14, {decode_q6_k, encode_row_q6_k, code_q6_k, row_codes_q6_k},
              kSearched),
        block("Q5_K", 256, 176, 13, {decode_q5_k, encode_row_q5_k, code_q5_k, row_codes_q5_k},
              kSearched),
        block("Q5_1", 32, 24, 7,
              {decode_q5_1, encode_either<encode_q5_1, encode_row_q5_1_weighted>, code_q5_1,
               row_codes_q5_1},
              kWeighted),
        block("Q5_0", 32, 22, 6,
              {decode_q5_0, encode_either<encode_q5_0, encode_row_q5_0_weighted>, code_q5_0,
               row_codes_q5_0},
              kWeighted),
        block("Q4_K", 256, 144, 12, {decode_q4_k, encode_row_q4_k, code_q4_k, row_codes_q4_k},
              kSearched),
        block("Q4_1", 32, 20, 3,
              {decode_q4_1, encode_either<encode_q4_1, encode_row_q4_1_weighted>, code_q4_1,
               row_codes_q4_1},
              kWeighted),
        block("Q4_0", 32, 18, 2,
              {decode_q4_0, encode_either<encode_q4_0, encode_row_q4_0_weighted>, code_q4_0,
               row_codes_q4_0},
              kWeighted),
        block("IQ4_NL", 32, 18, 20,
              {decode_iq4_nl, encode_row_iq4_nl, code_iq4_nl, row_codes_iq4_nl}, kSearched),
        block("IQ4_XS", 256, 136, 23,
              {decode_iq4_xs, encode_row_iq4_xs, code_iq4_xs, row_codes_iq4_xs}, kSearched),
        block("Q3_K", 256, 110, 11, {decode_q3_k, encode_row_q3_k, code_q3_k, row_codes_q3_k},
              kSearched),
        block("Q2_K", 256, 84, 10, {decode_q2_k, encode_row_q2_k, code_q2_k, row_codes_q2_k},
              kSearched),
        block("MXFP4", 32, 17, 39, {decode_mxfp4, encode_mxfp4, code_mxfp4, row_codes_mxfp4}),
        block("NVFP4", 64, 36, 40, {decode_nvfp4, encode_nvfp4, code_nvfp4, row_codes_nvfp4}),
        block("IQ3_S", 256, 110, 21),
        block("IQ3_XXS", 256, 98, 18, {}, kNeedsImportance),
        block("IQ2_S", 256, 82, 22, {}, kNeedsImportance),
        block("IQ2_XS", 256, 74, 17, {}, kNeedsImportance),
        block("IQ2_XXS", 256, 66, 16, {}, kNeedsImportance),
        block("IQ1_M", 256, 56, 29, {}, kNeedsImportance),
        block("IQ1_S", 256, 50, 19, {}, kNeedsImportance),
        block("TQ2_0", 256, 66, 35, {decode_tq2_0, encode_tq2_0, code_tq2_0, row_codes_tq2_0}),
        block("TQ1_0", 256, 54, 34, {decode_tq1_0, encode_tq1_0, code_tq1_0, row_codes_tq1_0}),
        block("Q2_0", 64, 18, 42, {decode_q2_0, encode_q2_0, code_q2_0, row_codes_q2_0}),
        block("Q1_0", 128, 18, 41, {decode_q1_0, encode_q1_0, code_q1_0, row_codes_q1_0}),
        block("Q8_1", 32, 36, 9),
        block("Q8_K", 256, 292, 15),
    };
    const auto groups = int_group_rows();
    rows.insert(rows.end(), groups.begin(), groups.end());
    const std::vector<FormatRow> container_types = {
        raw("I8", 1, decode_i8, 24),
        raw("I16", 2, decode_i16, 25),
        raw("I32", 4, decode_i32, 26),
        raw("I64", 8, decode_i64, 27),
        raw("U8", 1, decode_u8),
        raw("U16", 2, decode_u16),
        raw("U32", 4, decode_u32),
        raw("U64", 8, decode_u64),
        raw("BOOL", 1, decode_bool),
        raw("F8_E4M3", 1, decode_f8_e4m3),
        raw("F8_E5M2", 1, decode_f8_e5m2),
        raw("F8_E4M3FNUZ", 1, decode_f8_e4m3fnuz),
        raw("F8_E5M2FNUZ", 1, decode_f8_e5m2fnuz),
        raw("F8_E8M0", 1, decode_f8_e8m0),
        raw("C64", 8, nullptr),
        sub_byte("F6_E2M3", 4, 3),
        sub_byte("F6_E3M2", 4, 3),
        sub_byte("F4", 2, 1),
    };
    rows.insert(rows.end(), container_types.begin(), container_types.end());
    constexpr std::uint64_t kTypicalRow = 4096;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        FormatInfo& info = rows[i].info;
        info.id = FormatId(static_cast<std::uint16_t>(i));
        info.bits_per_weight =
            info.block_bytes != 0
                ? 8.0 * info.block_bytes / info.block_elems
                : 8.0 * static_cast<double>(rows[i].row_bytes(kTypicalRow).value()) / kTypicalRow;
    }
    return rows;
}

std::string upper(std::string_view text) {
    std::string result(text);
    for (char& c : result) {
        if (c >= 'a' && c <= 'z') {
            c = static_cast<char>(c - 'a' + 'A');
        }
    }
    return result;
}

struct Registry {
    std::vector<FormatRow> rows = make_rows();
    std::vector<FormatInfo> infos;
    std::map<std::string, FormatId, std::less<>> by_name;
    std::map<std::uint32_t, FormatId> by_ggml_type;
    std::map<std::string, FormatId, std::less<>> by_dtype;

    Registry() {
        for (const FormatRow& row : rows) {
            infos.push_back(row.info);
            by_name.emplace(row.info.name, row.info.id);
            if (row.info.ggml_type) by_ggml_type.emplace(*row.info.ggml_type, row.info.id);
            if (!row.info.safetensors_dtype.empty()) {
                by_dtype.emplace(row.info.safetensors_dtype, row.info.id);
            }
        }
    }
};

const Registry& registry() {
    static const Registry instance;
    return instance;
}

template <class Map, class Key>
std::optional<FormatId> look_up(const Map& map, const Key& key) {
    const auto found = map.find(key);
    return found == map.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

std::span<const FormatRow> format_rows() {
    return registry().rows;
}

std::span<const FormatInfo> all_formats() {
    return registry().infos;
}

const FormatInfo& format_info(FormatId id) {
    return registry().infos[id.index()];
}

std::optional<FormatId> find_format(std::string_view name) {
    return look_up(registry().by_name, upper(name));
}

std::optional<FormatId> format_of_ggml_type(std::uint32_t type) {
    return look_up(registry().by_ggml_type, type);
}

std::optional<FormatId> format_of_safetensors_dtype(std::string_view dtype) {
    return look_up(registry().by_dtype, dtype);
}

std::optional<WeightCode> read_code(FormatId id, std::span<const std::byte> row, std::size_t cols,
                                    std::size_t col) {
    const ReadCode read = registry().rows[id.index()].code;
    return read == nullptr ? std::nullopt : std::optional(read(row.data(), cols, col));
}

ReadRowCodes row_codes_reader(FormatId id) {
    return registry().rows[id.index()].row_codes;
}

namespace formats {

FormatId f32() {
    static const FormatId id = *find_format("F32");
    return id;
}

FormatId f16() {
    static const FormatId id = *find_format("F16");
    return id;
}

FormatId bf16() {
    static const FormatId id = *find_format("BF16");
    return id;
}

}  // namespace formats
}  // namespace bitlathe
