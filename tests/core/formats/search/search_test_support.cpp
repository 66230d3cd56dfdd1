// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/formats/search/search_test_support.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <stdexcept>

#include <gtest/gtest.h>

#include "core/formats/search/search_encoders.h"

namespace bitlathe::test {
namespace {

double mean_square(std::span<const float> values) {
    double sum = 0;
    for (const float x : values) {
        sum += static_cast<double>(x) * static_cast<double>(x);
    }
    return sum / static_cast<double>(values.size());
}

// Mean square of the group of `n` values an element is in.
double group_mean_square(std::span<const float> values, std::size_t at, std::size_t n) {
    return mean_square(values.subspan(at / n * n, n));
}

double own_weight(const std::string& type, std::span<const float> values, std::size_t i) {
    const double x = static_cast<double>(values[i]);
    if (type == "Q2_K") return std::fabs(x);
    if (type == "Q4_K" || type == "Q5_K") {
        return std::sqrt(group_mean_square(values, i, 32)) + std::fabs(x);
    }
    return x * x;
}

double weight_with_importance(const std::string& type, std::span<const float> values, std::size_t i,
                              double importance) {
    const double x = static_cast<double>(values[i]);
    if (type == "Q6_K") return importance;
    double sigma2 = 0;
    if (type == "Q2_K") {
        sigma2 = group_mean_square(values, i, 256);
    } else if (type == "IQ4_NL") {
        sigma2 = 2 * group_mean_square(values, i, 32);
    } else if (type.ends_with("_0") || type.ends_with("_1")) {
        sigma2 = mean_square(values);
    } else {
        sigma2 = 2 * group_mean_square(values, i, 256);
    }
    return importance * std::sqrt(sigma2 + x * x);
}

}  // namespace

const std::vector<SearchedEncoder>& searched_encoders() {
    static const std::vector<SearchedEncoder> encoders = {
        {"Q2_K", encode_row_q2_k, 256, 84},
        {"Q3_K", encode_row_q3_k, 256, 110},
        {"Q4_K", encode_row_q4_k, 256, 144},
        {"Q5_K", encode_row_q5_k, 256, 176},
        {"Q6_K", encode_row_q6_k, 256, 210},
        {"IQ4_NL", encode_row_iq4_nl, 32, 18},
        {"IQ4_XS", encode_row_iq4_xs, 256, 136},
        {"Q4_0", encode_row_q4_0_weighted, 32, 18, true},
        {"Q4_1", encode_row_q4_1_weighted, 32, 20, true},
        {"Q5_0", encode_row_q5_0_weighted, 32, 22, true},
        {"Q5_1", encode_row_q5_1_weighted, 32, 24, true},
    };
    return encoders;
}

const SearchedEncoder& searched_encoder(const std::string& type) {
    const auto& all = searched_encoders();
    const auto found = std::ranges::find(all, type, &SearchedEncoder::type);
    if (found == all.end()) {
        throw std::invalid_argument("no searched encoder of " + type);
    }
    return *found;
}

std::vector<std::byte> encode(const SearchedEncoder& encoder, std::span<const float> values,
                              std::span<const float> importance) {
    std::vector<std::byte> out(values.size() / encoder.block * encoder.block_bytes);
    encoder.encode(values.data(), importance.empty() ? nullptr : importance.data(), out.data(),
                   values.size());
    return out;
}

std::vector<float> decode(const std::string& type, std::span<const std::byte> bytes,
                          std::size_t cols) {
    const FormatInfo& format = format_info(find_format(type).value());
    EXPECT_EQ(row_bytes(format.id, cols), bytes.size());
    std::vector<float> out(cols);
    format.decode(bytes.data(), out.data(), cols);
    return out;
}

std::vector<double> reference_weights(const std::string& type, std::span<const float> values,
                                      std::span<const float> importance) {
    std::vector<double> weights(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        weights[i] = importance.empty() ? own_weight(type, values, i)
                                        : weight_with_importance(
                                              type, values, i, static_cast<double>(importance[i]));
    }
    return weights;
}

double squared_error(std::span<const float> values, std::span<const float> decoded,
                     std::span<const double> weights) {
    double sum = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double e = static_cast<double>(values[i]) - static_cast<double>(decoded[i]);
        sum += (weights.empty() ? 1.0 : weights[i]) * e * e;
    }
    return sum;
}

std::vector<float> random_values(std::size_t n, Shape shape, float sigma, unsigned seed) {
    std::mt19937 engine(seed);
    std::normal_distribution<float> normal;
    std::exponential_distribution<float> exponential(std::sqrt(2.0F));
    std::vector<float> values(n);
    for (float& value : values) {
        const float z = normal(engine);
        if (shape == Shape::kGaussian) {
            value = sigma * z;
        } else if (shape == Shape::kLaplace) {
            value = sigma * std::copysign(exponential(engine), z);
        } else {
            value = sigma * z * z * z;
        }
    }
    return values;
}

std::vector<float> random_importance(std::size_t n, unsigned seed) {
    std::mt19937 engine(seed);
    std::uniform_real_distribution<float> exponent(-2, 1);
    std::vector<float> importance(n);
    for (float& q : importance) {
        q = std::pow(10.0F, exponent(engine));
    }
    return importance;
}

}  // namespace bitlathe::test
