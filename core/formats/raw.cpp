// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/raw.h"

#include "core/formats/fp8.h"
#include "core/formats/numbers.h"

namespace bitlathe {
namespace {

template <class T>
void decode_integers(const std::byte* bytes, float* out, std::size_t cols) {
    for (std::size_t i = 0; i < cols; ++i) {
        out[i] = static_cast<float>(load_as<T>(bytes + sizeof(T) * i));
    }
}

void look_up(Float8 kind, const std::byte* bytes, float* out, std::size_t cols) {
    const float* values = float8_values(kind);
    for (std::size_t i = 0; i < cols; ++i) {
        out[i] = values[std::to_integer<std::size_t>(bytes[i])];
    }
}

}  // namespace

void decode_i8(const std::byte* bytes, float* out, std::size_t cols) {
    decode_integers<std::int8_t>(bytes, out, cols);
}
void decode_i16(const std::byte* bytes, float* out, std::size_t cols) {
    decode_integers<std::int16_t>(bytes, out, cols);
}
void decode_i32(const std::byte* bytes, float* out, std::size_t cols) {
    decode_integers<std::int32_t>(bytes, out, cols);
}
void decode_i64(const std::byte* bytes, float* out, std::size_t cols) {
    decode_integers<std::int64_t>(bytes, out, cols);
}
void decode_u8(const std::byte* bytes, float* out, std::size_t cols) {
    decode_integers<std::uint8_t>(bytes, out, cols);
}
void decode_u16(const std::byte* bytes, float* out, std::size_t cols) {
    decode_integers<std::uint16_t>(bytes, out, cols);
}
void decode_u32(const std::byte* bytes, float* out, std::size_t cols) {
    decode_integers<std::uint32_t>(bytes, out, cols);
}
void decode_u64(const std::byte* bytes, float* out, std::size_t cols) {
    decode_integers<std::uint64_t>(bytes, out, cols);
}

void decode_bool(const std::byte* bytes, float* out, std::size_t cols) {
    for (std::size_t i = 0; i < cols; ++i) {
        out[i] = bytes[i] == std::byte{0} ? 0.0F : 1.0F;
    }
}

void decode_f8_e4m3(const std::byte* bytes, float* out, std::size_t cols) {
    look_up(Float8::kE4m3, bytes, out, cols);
}
void decode_f8_e5m2(const std::byte* bytes, float* out, std::size_t cols) {
    look_up(Float8::kE5m2, bytes, out, cols);
}
void decode_f8_e4m3fnuz(const std::byte* bytes, float* out, std::size_t cols) {
    look_up(Float8::kE4m3Fnuz, bytes, out, cols);
}
void decode_f8_e5m2fnuz(const std::byte* bytes, float* out, std::size_t cols) {
    look_up(Float8::kE5m2Fnuz, bytes, out, cols);
}
void decode_f8_e8m0(const std::byte* bytes, float* out, std::size_t cols) {
    look_up(Float8::kE8m0, bytes, out, cols);
}

}  // namespace bitlathe
