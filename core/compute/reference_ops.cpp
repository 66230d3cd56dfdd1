// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compute/reference_ops.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace bitlathe {
namespace {

class PlainMatrix final : public DeviceMatrix {
public:
    PlainMatrix(std::uint64_t rows, std::uint64_t cols)
        : values(rows * cols), rows_(rows), cols_(cols) {}
    [[nodiscard]] std::uint64_t rows() const override { return rows_; }
    [[nodiscard]] std::uint64_t cols() const override { return cols_; }
    [[nodiscard]] std::uint64_t bytes() const override { return values.size() * sizeof(float); }
    std::vector<float> values;

private:
    std::uint64_t rows_;
    std::uint64_t cols_;
};

/// All keys and values so far, a token a row.
class PlainCache final : public DeviceCache {
public:
    PlainCache(std::size_t capacity, std::size_t width) : capacity_(capacity), width_(width) {}
    [[nodiscard]] std::size_t count() const override { return keys_.size() / width_; }
    [[nodiscard]] std::size_t capacity() const override { return capacity_; }
    void append(ConstRows k, ConstRows v) {
        for (std::size_t t = 0; t < k.rows; ++t) {
            keys_.insert(keys_.end(), k.data + t * k.stride, k.data + t * k.stride + width_);
            values_.insert(values_.end(), v.data + t * v.stride, v.data + t * v.stride + width_);
        }
    }
    [[nodiscard]] ConstRows keys() const { return {keys_.data(), count(), width_, width_}; }
    [[nodiscard]] ConstRows values() const { return {values_.data(), count(), width_, width_}; }

private:
    std::size_t capacity_;
    std::size_t width_;
    std::vector<float> keys_, values_;
};

/// Probabilities of one query over the keys [first, last).
std::vector<double> probabilities(const AttentionCall& call, std::size_t query, std::size_t head,
                                  std::size_t first, std::size_t last) {
    const std::size_t kv_head = head / (call.heads / call.kv_heads);
    const float* q = call.q.data + query * call.q.stride + head * call.head_dim;
    std::vector<double> p;
    for (std::size_t key = first; key < last; ++key) {
        const float* k = call.k.data + key * call.k.stride + kv_head * call.head_dim;
        double score = 0;
        for (std::size_t i = 0; i < call.head_dim; ++i) {
            score += double{q[i]} * k[i];
        }
        score *= call.scale;
        p.push_back(call.soft_cap > 0 ? call.soft_cap * std::tanh(score / call.soft_cap) : score);
    }
    const double top = *std::max_element(p.begin(), p.end());
    double sum = 0;
    for (double& x : p) {
        sum += x = std::exp(x - top);
    }
    for (double& x : p) {
        x /= sum;
    }
    return p;
}

void attend(const AttentionCall& call, const Segment& segment, std::size_t query,
            std::size_t head) {
    const std::size_t kv_head = head / (call.heads / call.kv_heads);
    const std::size_t seen = query - segment.first + 1;
    const std::size_t first =
        call.window != 0 && call.window < seen ? query + 1 - call.window : segment.first;
    const auto p = probabilities(call, query, head, first, query + 1);
    for (std::size_t i = 0; i < call.head_dim; ++i) {
        double sum = 0;
        for (std::size_t key = first; key <= query; ++key) {
            sum += p[key - first] * call.v.data[key * call.v.stride + kv_head * call.head_dim + i];
        }
        call.out.data[query * call.out.stride + head * call.head_dim + i] = static_cast<float>(sum);
    }
    for (std::size_t key = first; call.column_sums != nullptr && key <= query; ++key) {
        call.column_sums[key * call.heads + head] += static_cast<float>(p[key - first]);
    }
}

void norm_run(const NormCall& call, const float* x, float* y) {
    const auto n = static_cast<double>(call.length);
    double mean = 0;
    for (std::size_t i = 0; call.kind == NormKind::kLayer && i < call.length; ++i) {
        mean += x[i] / n;
    }
    double square = 0;
    for (std::size_t i = 0; i < call.length; ++i) {
        square += (x[i] - mean) * (x[i] - mean) / n;
    }
    const double factor = 1 / std::sqrt(square + call.epsilon);
    for (std::size_t i = 0; i < call.length; ++i) {
        const double weight = call.weight.empty() ? 1.0 : double{call.weight[i]};
        const double bias = call.bias.empty() ? 0.0 : double{call.bias[i]};
        y[i] = static_cast<float>((x[i] - mean) * factor * weight + bias);
    }
}

class ReferenceDevice final : public Device {
public:
    [[nodiscard]] std::string_view name() const override { return "reference"; }

    [[nodiscard]] Result<std::unique_ptr<const DeviceMatrix>> load(
        const RowSource& source, std::uint64_t first, std::uint64_t count,
        const WorkContext&) const override {
        auto matrix = std::make_unique<PlainMatrix>(count, source.cols());
        source.read(first, count, matrix->values.data());
        return std::unique_ptr<const DeviceMatrix>(std::move(matrix));
    }
    [[nodiscard]] Status multiply(ConstRows x, const DeviceMatrix& w, std::span<const float> bias,
                                  Rows y, const WorkContext&) const override {
        const auto& values = static_cast<const PlainMatrix&>(w).values;
        for (std::size_t t = 0; t < x.rows; ++t) {
            for (std::size_t m = 0; m < w.rows(); ++m) {
                double sum = bias.empty() ? 0.0 : double{bias[m]};
                for (std::size_t k = 0; k < w.cols(); ++k) {
                    sum += double{x.data[t * x.stride + k]} * values[m * w.cols() + k];
                }
                y.data[t * y.stride + m] = static_cast<float>(sum);
            }
        }
        return {};
    }
    [[nodiscard]] Status attention(const AttentionCall& call, const WorkContext&) const override {
        for (const Segment& segment : call.segments) {
            if (call.column_sums != nullptr) {
                std::fill_n(call.column_sums + segment.first * call.heads,
                            segment.count * call.heads, 0.0F);
            }
            for (std::size_t i = 0; i < segment.count; ++i) {
                for (std::size_t head = 0; head < call.heads; ++head) {
                    attend(call, segment, segment.first + i, head);
                }
            }
        }
        return {};
    }
    [[nodiscard]] Result<std::unique_ptr<DeviceCache>> make_cache(
        std::size_t capacity, std::size_t kv_heads, std::size_t head_dim) const override {
        return std::unique_ptr<DeviceCache>(
            std::make_unique<PlainCache>(capacity, kv_heads * head_dim));
    }
    [[nodiscard]] Status attend_cached(const AttentionCall& call, DeviceCache& cache,
                                       const WorkContext& context) const override {
        auto& plain = static_cast<PlainCache&>(cache);
        const std::size_t before = plain.count();
        if (call.q.rows > plain.capacity() - before) {
            return cache_is_full();
        }
        plain.append(call.k, call.v);
        // Queries of the tokens before are not known and not needed: they stand there as zeros.
        std::vector<float> q(plain.count() * call.q.cols);
        std::vector<float> out(q.size());
        for (std::size_t t = 0; t < call.q.rows; ++t) {
            std::copy_n(call.q.data + t * call.q.stride, call.q.cols,
                        q.data() + (before + t) * call.q.cols);
        }
        const Segment all{0, plain.count()};
        AttentionCall whole = call;
        whole.segments = {&all, 1};
        whole.q = {q.data(), plain.count(), call.q.cols, call.q.cols};
        whole.k = plain.keys();
        whole.v = plain.values();
        whole.out = {out.data(), plain.count(), call.q.cols, call.q.cols};
        whole.column_sums = nullptr;
        BITLATHE_TRY(attention(whole, context));
        for (std::size_t t = 0; t < call.q.rows; ++t) {
            std::copy_n(out.data() + (before + t) * call.q.cols, call.q.cols,
                        call.out.data + t * call.out.stride);
        }
        return {};
    }
    [[nodiscard]] Status norm(const NormCall& call, const WorkContext&) const override {
        for (std::size_t t = 0; t < call.x.rows; ++t) {
            for (std::size_t i = 0; i + call.length <= call.x.cols; i += call.length) {
                norm_run(call, call.x.data + t * call.x.stride + i,
                         call.y.data + t * call.y.stride + i);
            }
        }
        return {};
    }
    [[nodiscard]] Status rotate(const RotaryCall& call, const WorkContext&) const override {
        const std::size_t pairs = call.frequencies.size();
        for (std::size_t t = 0; t < call.x.rows; ++t) {
            for (std::size_t head = 0; head + call.head_dim <= call.x.cols; head += call.head_dim) {
                for (std::size_t i = 0; i < pairs; ++i) {
                    const double angle = double{call.frequencies[i]} * call.positions[t];
                    const double c = std::cos(angle) * call.magnitude;
                    const double s = std::sin(angle) * call.magnitude;
                    float* row = call.x.data + t * call.x.stride + head;
                    float& a = row[call.interleaved ? 2 * i : i];
                    float& b = row[call.interleaved ? 2 * i + 1 : i + pairs];
                    const double turned = a * c - b * s;
                    b = static_cast<float>(b * c + a * s);
                    a = static_cast<float>(turned);
                }
            }
        }
        return {};
    }
    [[nodiscard]] Status activate(Activation f, ConstRows gate, ConstRows up, Rows y,
                                  const WorkContext&) const override {
        for (std::size_t t = 0; t < gate.rows; ++t) {
            for (std::size_t i = 0; i < gate.cols; ++i) {
                const double factor = up.data == nullptr ? 1.0 : double{up.data[t * up.stride + i]};
                y.data[t * y.stride + i] = static_cast<float>(
                    activation_value(f, gate.data[t * gate.stride + i]) * factor);
            }
        }
        return {};
    }
    [[nodiscard]] Status accumulate(ConstRows x, float scale, Rows y,
                                    const WorkContext&) const override {
        for (std::size_t t = 0; t < x.rows; ++t) {
            for (std::size_t i = 0; i < x.cols; ++i) {
                y.data[t * y.stride + i] += scale * x.data[t * x.stride + i];
            }
        }
        return {};
    }
};

}  // namespace

double activation_value(Activation f, double x) {
    switch (f) {
        case Activation::kSilu:
            return x / (1 + std::exp(-x));
        case Activation::kGelu:
            return 0.5 * x * (1 + std::erf(x / std::numbers::sqrt2));
        case Activation::kGeluTanh: {
            const double inner = std::sqrt(2 / std::numbers::pi) * (x + 0.044715 * x * x * x);
            return 0.5 * x * (1 + std::tanh(inner));
        }
        case Activation::kRelu:
            return std::max(x, 0.0);
        case Activation::kReluSquared:
            return std::max(x, 0.0) * std::max(x, 0.0);
    }
    return x;
}

const Device& reference_device() {
    static const ReferenceDevice kDevice;
    return kDevice;
}

}  // namespace bitlathe
