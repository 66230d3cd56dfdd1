// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/formats/codes.h"

namespace bitlathe {

/// Where the values of a weight matrix come from, a few rows at a time, in float32.
class RowSource {
public:
    virtual ~RowSource() = default;
    [[nodiscard]] virtual std::uint64_t rows() const = 0;  ///< outputs of the linear
    [[nodiscard]] virtual std::uint64_t cols() const = 0;  ///< inputs
    /// Rows [first, first + count) to `out`, row-major. Called from several threads at a time.
    virtual void read(std::uint64_t first, std::uint64_t count, float* out) const = 0;
    /// A row as the codes that it is stored as; false, with `out` undefined, where it is not stored
    /// so or a value is not finite. As read() otherwise.
    [[nodiscard]] virtual bool read_codes(std::uint64_t /*row*/, RowCodes /*out*/) const {
        return false;
    }
};

/// A weight matrix in whatever form its device multiplies by. Immutable.
class DeviceMatrix {
public:
    virtual ~DeviceMatrix() = default;
    [[nodiscard]] virtual std::uint64_t rows() const = 0;
    [[nodiscard]] virtual std::uint64_t cols() const = 0;
    [[nodiscard]] virtual std::uint64_t bytes() const = 0;  ///< of memory it occupies
};

/// Keys and values of the tokens of one sequence so far, in one block, in whatever form its device
/// attends to. Grows by Device::attend_cached().
class DeviceCache {
public:
    virtual ~DeviceCache() = default;
    [[nodiscard]] virtual std::size_t count() const = 0;     ///< tokens in it
    [[nodiscard]] virtual std::size_t capacity() const = 0;  ///< tokens it has room for
};

/// The error of a cache that has no room for more tokens.
[[nodiscard]] inline tl::unexpected<Error> cache_is_full() {
    return fail(ErrorCode::kUsage, "a sequence grows beyond the length it was begun for");
}

/// Row-major float32 values on the host; `stride` values from one row to the next.
struct ConstRows {
    const float* data = nullptr;
    std::size_t rows = 0;
    std::size_t cols = 0;
    std::size_t stride = 0;
};
struct Rows {
    float* data = nullptr;
    std::size_t rows = 0;
    std::size_t cols = 0;
    std::size_t stride = 0;
    operator ConstRows() const { return {data, rows, cols, stride}; }
};

/// Consecutive rows that attend to each other: one window of text.
struct Segment {
    std::size_t first = 0;
    std::size_t count = 0;
};

/// Causal attention with grouped queries. Query head h reads key head h / (heads / kv_heads).
struct AttentionCall {
    std::span<const Segment> segments;
    ConstRows q;  ///< [tokens, heads x head_dim]
    ConstRows k;  ///< [tokens, kv_heads x head_dim]
    ConstRows v;  ///< [tokens, kv_heads x head_dim]
    Rows out;     ///< [tokens, heads x head_dim]
    std::size_t heads = 0;
    std::size_t kv_heads = 0;
    std::size_t head_dim = 0;
    float scale = 1;
    float soft_cap = 0;      ///< scores become cap * tanh(score / cap); 0: none
    std::size_t window = 0;  ///< a token sees itself and the window - 1 tokens before; 0: all
    /// Null, or [tokens, heads]: how much probability each token received from all queries of a
    /// head.
    float* column_sums = nullptr;
};

enum class NormKind : std::uint8_t { kRms, kLayer };

/// y = x / rms(x) * weight, or (x - mean) / sd * weight + bias, over each run of `length` values of
/// a row (length = cols: whole rows; head_dim: each head on its own).
struct NormCall {
    ConstRows x;
    Rows y;  ///< may be x itself
    NormKind kind = NormKind::kRms;
    std::size_t length = 0;
    std::span<const float> weight = {};  ///< `length` values; empty: all ones
    std::span<const float> bias = {};    ///< `length` values; empty: zeros
    float epsilon = 0;
};

/// Rotary positions, in place, on the first 2 x pairs values of every head of a row.
struct RotaryCall {
    Rows x;
    std::span<const std::uint32_t> positions;  ///< one a row
    std::span<const float> frequencies;        ///< radians a position, one for each pair
    float magnitude = 1;                       ///< of cosine and sine (yarn, longrope)
    std::size_t head_dim = 0;
    bool interleaved = false;  ///< pairs are (2i, 2i + 1) instead of (i, i + pairs)
};

enum class Activation : std::uint8_t { kSilu, kGelu, kGeluTanh, kRelu, kReluSquared };

/// The few coarse operations of a transformer. Every implementation agrees with the plain ones of
/// reference_ops.h within rounding, and gives the same bits for any number of threads and however
/// the rows are split over calls. Calls may come from one thread at a time; `context` says how many
/// threads they may use and when to stop.
class Device {
public:
    virtual ~Device() = default;
    [[nodiscard]] virtual std::string_view name() const = 0;

    /// Decodes rows [first, first + count) of a matrix and keeps them for multiply(). Errors:
    /// kRefused (no memory), kCancelled.
    [[nodiscard]] virtual Result<std::unique_ptr<const DeviceMatrix>> load(
        const RowSource& source, std::uint64_t first, std::uint64_t count,
        const WorkContext& context) const = 0;
    /// The same in as little memory as the same products can be had from: for weights that are read
    /// over and over for a few tokens. multiply() gives the same bits with either.
    [[nodiscard]] virtual Result<std::unique_ptr<const DeviceMatrix>> load_small(
        const RowSource& source, std::uint64_t first, std::uint64_t count,
        const WorkContext& context) const {
        return load(source, first, count, context);
    }
    /// y = x w^T + bias (`bias`: w.rows() values or empty). Errors: kRefused (no memory),
    /// kCancelled.
    [[nodiscard]] virtual Status multiply(ConstRows x, const DeviceMatrix& w,
                                          std::span<const float> bias, Rows y,
                                          const WorkContext& context) const = 0;
    [[nodiscard]] virtual Status attention(const AttentionCall& call,
                                           const WorkContext& context) const = 0;
    /// An empty cache. Errors: kRefused (no memory).
    [[nodiscard]] virtual Result<std::unique_ptr<DeviceCache>> make_cache(
        std::size_t capacity, std::size_t kv_heads, std::size_t head_dim) const = 0;
    /// Puts the keys and values of `call` behind those in the cache, then does attention() for the
    /// queries of these tokens over all there are. `segments` and `column_sums` are not looked at.
    /// After a failure the cache is not to be used. Errors: kUsage (it is full), kCancelled.
    [[nodiscard]] virtual Status attend_cached(const AttentionCall& call, DeviceCache& cache,
                                               const WorkContext& context) const = 0;
    [[nodiscard]] virtual Status norm(const NormCall& call, const WorkContext& context) const = 0;
    [[nodiscard]] virtual Status rotate(const RotaryCall& call,
                                        const WorkContext& context) const = 0;
    /// y = f(gate) * up, or f(gate) where `up` has no data. y may be gate.
    [[nodiscard]] virtual Status activate(Activation f, ConstRows gate, ConstRows up, Rows y,
                                          const WorkContext& context) const = 0;
    /// y += scale * x.
    [[nodiscard]] virtual Status accumulate(ConstRows x, float scale, Rows y,
                                            const WorkContext& context) const = 0;
};

/// The processor, with the instructions it has.
[[nodiscard]] const Device& cpu_device();

}  // namespace bitlathe
