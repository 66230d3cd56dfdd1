// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <vector>

#include "core/base/pieces.h"
#include "core/compute/cpu_kernels.h"
#include "core/compute/cpu_matrix.h"
#include "core/compute/device.h"

namespace bitlathe {
namespace {

/// Rows handled at a time by operations that look at every value once.
constexpr std::size_t kRowsPerPiece = 32;

template <class Body>
Status for_rows(std::size_t rows, const WorkContext& context, const Body& body) {
    const Pieces pieces(rows, kRowsPerPiece);
    return for_each_piece(pieces.count(), context, [&](unsigned, std::size_t i) -> Status {
        const Piece piece = pieces.at(i);
        for (std::size_t t = piece.first; t < piece.first + piece.count; ++t) {
            body(t);
        }
        return {};
    });
}

/// Sum of f(x[i]) in double, by eight chains whatever the processor.
template <class F>
double sum_of(const float* x, std::size_t count, F f) {
    double sums[8] = {};
    std::size_t i = 0;
    for (; i + 8 <= count; i += 8) {
        for (std::size_t j = 0; j < 8; ++j) {
            sums[j] += f(double{x[i + j]});
        }
    }
    for (; i < count; ++i) {
        sums[i % 8] += f(double{x[i]});
    }
    return ((sums[0] + sums[1]) + (sums[2] + sums[3])) +
           ((sums[4] + sums[5]) + (sums[6] + sums[7]));
}

void norm_run(const NormCall& call, const float* x, float* y) {
    const auto n = static_cast<double>(call.length);
    const double mean = call.kind == NormKind::kLayer
                            ? sum_of(x, call.length, [](double v) { return v; }) / n
                            : 0.0;
    const double square =
        sum_of(x, call.length, [mean](double v) { return (v - mean) * (v - mean); }) / n;
    const auto factor = static_cast<float>(1 / std::sqrt(square + double{call.epsilon}));
    const auto centre = static_cast<float>(mean);
    for (std::size_t i = 0; i < call.length; ++i) {
        const float value = (x[i] - centre) * factor;
        y[i] = call.weight.empty() ? value : value * call.weight[i];
    }
    for (std::size_t i = 0; i < call.bias.size(); ++i) {
        y[i] += call.bias[i];
    }
}

/// Cosines and sines of all pairs at one position.
struct Turn {
    std::vector<float> cosine, sine;
    Turn(const RotaryCall& call, std::uint32_t position) {
        for (const float frequency : call.frequencies) {
            const double angle = double{frequency} * position;
            cosine.push_back(static_cast<float>(std::cos(angle) * double{call.magnitude}));
            sine.push_back(static_cast<float>(std::sin(angle) * double{call.magnitude}));
        }
    }
};

void rotate_head(const RotaryCall& call, const Turn& turn, float* head) {
    const std::size_t pairs = call.frequencies.size();
    const std::size_t step = call.interleaved ? 2 : 1;
    float* other = call.interleaved ? head + 1 : head + pairs;
    for (std::size_t i = 0; i < pairs; ++i) {
        const float a = head[i * step];
        const float b = other[i * step];
        head[i * step] = a * turn.cosine[i] - b * turn.sine[i];
        other[i * step] = b * turn.cosine[i] + a * turn.sine[i];
    }
}

class CpuDevice final : public Device {
public:
    [[nodiscard]] std::string_view name() const override { return "cpu"; }

    [[nodiscard]] Result<std::unique_ptr<const DeviceMatrix>> load(
        const RowSource& source, std::uint64_t first, std::uint64_t count,
        const WorkContext& context) const override {
        return pack_matrix(source, first, count, context);
    }
    [[nodiscard]] Result<std::unique_ptr<const DeviceMatrix>> load_small(
        const RowSource& source, std::uint64_t first, std::uint64_t count,
        const WorkContext& context) const override {
        return pack_matrix_small(source, first, count, context);
    }
    [[nodiscard]] Status multiply(ConstRows x, const DeviceMatrix& w, std::span<const float> bias,
                                  Rows y, const WorkContext& context) const override {
        return multiply_packed(x, w, bias, y, context);
    }
    [[nodiscard]] Status attention(const AttentionCall& call,
                                   const WorkContext& context) const override {
        return attend_tiled(call, context);
    }
    [[nodiscard]] Result<std::unique_ptr<DeviceCache>> make_cache(
        std::size_t capacity, std::size_t kv_heads, std::size_t head_dim) const override {
        return make_packed_cache(capacity, kv_heads, head_dim);
    }
    [[nodiscard]] Status attend_cached(const AttentionCall& call, DeviceCache& cache,
                                       const WorkContext& context) const override {
        return attend_next(call, cache, context);
    }
    [[nodiscard]] Status norm(const NormCall& call, const WorkContext& context) const override {
        return for_rows(call.x.rows, context, [&](std::size_t t) {
            for (std::size_t i = 0; i + call.length <= call.x.cols; i += call.length) {
                norm_run(call, call.x.data + t * call.x.stride + i,
                         call.y.data + t * call.y.stride + i);
            }
        });
    }
    [[nodiscard]] Status rotate(const RotaryCall& call, const WorkContext& context) const override {
        return for_rows(call.x.rows, context, [&](std::size_t t) {
            const Turn turn(call, call.positions[t]);
            for (std::size_t i = 0; i + call.head_dim <= call.x.cols; i += call.head_dim) {
                rotate_head(call, turn, call.x.data + t * call.x.stride + i);
            }
        });
    }
    [[nodiscard]] Status activate(Activation f, ConstRows gate, ConstRows up, Rows y,
                                  const WorkContext& context) const override {
        return for_rows(gate.rows, context, [&](std::size_t t) {
            activate_run(f, gate.data + t * gate.stride,
                         up.data != nullptr ? up.data + t * up.stride : nullptr,
                         y.data + t * y.stride, gate.cols);
        });
    }
    [[nodiscard]] Status accumulate(ConstRows x, float scale, Rows y,
                                    const WorkContext& context) const override {
        return for_rows(x.rows, context, [&](std::size_t t) {
            const float* from = x.data + t * x.stride;
            float* to = y.data + t * y.stride;
            for (std::size_t i = 0; i < x.cols; ++i) {
                to[i] += scale * from[i];
            }
        });
    }
};

}  // namespace

const Device& cpu_device() {
    static const CpuDevice kDevice;
    return kDevice;
}

}  // namespace bitlathe
