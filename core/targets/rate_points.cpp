// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/rate_points.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace bitlathe {
namespace {

struct Sum {
    std::size_t tensors = 0;
    std::uint64_t bytes = 0;
    double loss = 0;
};

}  // namespace

std::vector<RatePoint> rate_points(const Model& model, const ErrorTable& errors,
                                   std::span<const std::size_t> tensors) {
    std::vector<Sum> sums(all_formats().size());
    double weights = 0;
    for (const std::size_t tensor : tensors) {
        if (tensor >= errors.profiles.size() || !errors.profiles[tensor]) return {};
        const TensorInfo& info = model.tensor(tensor);
        const auto elements = static_cast<double>(info.elements());
        weights += elements;
        for (const FormatError& error : errors.profiles[tensor]->errors) {
            const auto bytes = tensor_bytes(error.format, info.shape);
            if (!error.nmse || !std::isfinite(*error.nmse) || *error.nmse < 0 || !bytes) continue;
            Sum& sum = sums[error.format.index()];
            ++sum.tensors;
            sum.bytes += *bytes;
            sum.loss += elements * *error.nmse;
        }
    }
    std::vector<RatePoint> points;
    for (const FormatInfo& format : all_formats()) {
        const Sum& sum = sums[format.id.index()];
        if (tensors.empty() || sum.tensors != tensors.size() || weights == 0) continue;
        points.push_back({format.id, sum.bytes, static_cast<double>(sum.bytes) * 8 / weights,
                          sum.loss / weights});
    }
    std::stable_sort(points.begin(), points.end(), [](const RatePoint& a, const RatePoint& b) {
        return std::tie(a.bits_per_weight, a.nmse) < std::tie(b.bits_per_weight, b.nmse);
    });
    return points;
}

}  // namespace bitlathe
