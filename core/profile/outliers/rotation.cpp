// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/outliers/rotation.h"

#include <cmath>
#include <random>

namespace bitlathe {

HadamardRotation::HadamardRotation(std::size_t length, std::uint64_t seed)
    : run_(length == 0 ? 1 : length & (~length + 1)), signs_(length, 1) {
    std::mt19937_64 generator(seed);
    for (std::size_t i = 0; seed != 0 && i < length; ++i) {
        signs_[i] = (generator() & 1U) == 0 ? 1.0F : -1.0F;
    }
}

void HadamardRotation::apply(float* values) const {
    for (std::size_t i = 0; i < signs_.size(); ++i) {
        values[i] *= signs_[i];
    }
    mix(values);
}

void HadamardRotation::undo(float* values) const {
    mix(values);  // is its own inverse
    for (std::size_t i = 0; i < signs_.size(); ++i) {
        values[i] *= signs_[i];
    }
}

void HadamardRotation::mix(float* values) const {
    const auto scale = static_cast<float>(1 / std::sqrt(static_cast<double>(run_)));
    for (std::size_t begin = 0; begin < signs_.size(); begin += run_) {
        float* x = values + begin;
        for (std::size_t half = 1; half < run_; half *= 2) {
            for (std::size_t i = 0; i < run_; i += 2 * half) {
                for (std::size_t j = i; j < i + half; ++j) {
                    const float a = x[j];
                    const float b = x[j + half];
                    x[j] = a + b;
                    x[j + half] = a - b;
                }
            }
        }
        for (std::size_t i = 0; i < run_; ++i) {
            x[i] *= scale;
        }
    }
}

}  // namespace bitlathe
