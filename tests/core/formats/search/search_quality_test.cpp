// SPDX-License-Identifier: GPL-3.0-or-later
// Errors of the searched encoders against ggml's on single blocks and against theory.
#include <cmath>
#include <map>
#include <string>

#include <gtest/gtest.h>

#include "tests/core/formats/golden_records.h"
#include "tests/core/formats/search/search_test_support.h"

namespace bitlathe::test {
namespace {

TEST(SearchQuality, ErrorsOnGoldenRowsAreAtMostThoseOfGgml) {
    const auto records = read_golden_records();
    if (records.empty()) {
        GTEST_SKIP() << "NOT CHECKED: no golden vectors in " BITLATHE_SHARED_DATA;
    }
    int checked = 0;
    for (const GoldenRecord& record : records) {
        if (record.decode) continue;
        for (const SearchedEncoder& encoder : searched_encoders()) {
            const bool weighted = !record.importance.empty();
            if (encoder.type != record.type || (encoder.needs_importance && !weighted)) continue;
            const auto ours = decode(record.type, encode(encoder, record.values, record.importance),
                                     record.values.size());
            const auto theirs = decode(record.type, record.bytes, record.values.size());
            const auto weights = reference_weights(record.type, record.values, record.importance);
            EXPECT_LE(squared_error(record.values, ours, weights),
                      squared_error(record.values, theirs, weights))
                << record.type << (weighted ? " with importance" : "");
            if (!weighted) {
                EXPECT_LE(squared_error(record.values, ours), squared_error(record.values, theirs))
                    << record.type;
            }
            ++checked;
        }
    }
    EXPECT_EQ(checked, 18);
}

double normalised_error(const std::string& type, Shape shape) {
    const SearchedEncoder& encoder = searched_encoder(type);
    double error = 0;
    double energy = 0;
    for (unsigned row = 0; row < 64; ++row) {
        const auto x = random_values(4096, shape, 1, 100 + row);
        error += squared_error(x, decode(type, encode(encoder, x), x.size()));
        energy += squared_error(x, std::vector<float>(x.size()));
    }
    return error / energy;
}

// Relative errors of a k-quant-like search on unit Gaussians and Laplace values, and as the other
// bound what no code of so many bits can reach on Gaussians: 4^-bits (rate-distortion theory).
TEST(SearchQuality, RelativeErrorsOfKnownDistributions) {
    EXPECT_LE(normalised_error("Q4_K", Shape::kGaussian), 0.00509 * 1.015);
    EXPECT_LE(normalised_error("Q4_K", Shape::kLaplace), 0.00715 * 1.015);
    const std::map<std::string, double> bits = {{"Q2_K", 2.625}, {"Q3_K", 3.4375}, {"Q4_K", 4.5},
                                                {"Q5_K", 5.5},   {"Q6_K", 6.5625}, {"IQ4_NL", 4.5},
                                                {"IQ4_XS", 4.25}};
    double previous = 1;
    for (const char* type : {"Q2_K", "Q3_K", "IQ4_XS", "Q4_K", "Q5_K", "Q6_K"}) {
        const double error = normalised_error(type, Shape::kGaussian);
        EXPECT_GT(error, std::pow(4.0, -bits.at(type))) << type;
        EXPECT_LT(error, previous) << type;
        previous = error;
    }
}

TEST(SearchQuality, ImportanceLowersTheErrorItWeighs) {
    for (const SearchedEncoder& encoder : searched_encoders()) {
        if (encoder.needs_importance) continue;
        double with = 0;
        double without = 0;
        for (unsigned row = 0; row < 16; ++row) {
            const auto x = random_values(2048, Shape::kLaplace, 0.02F, 200 + row);
            const auto q = random_importance(2048, 300 + row);
            const auto weights = reference_weights(encoder.type, x, q);
            with +=
                squared_error(x, decode(encoder.type, encode(encoder, x, q), x.size()), weights);
            without +=
                squared_error(x, decode(encoder.type, encode(encoder, x), x.size()), weights);
        }
        EXPECT_LT(with, without) << encoder.type;
    }
}

TEST(SearchQuality, ImportanceBeatsThePlainRulesOfOneLevelFormats) {
    for (const SearchedEncoder& encoder : searched_encoders()) {
        if (!encoder.needs_importance) continue;
        const FormatInfo& format = format_info(find_format(encoder.type).value());
        const auto x = random_values(4096, Shape::kGaussian, 0.02F, 7);
        const auto q = random_importance(4096, 8);
        const auto weights = reference_weights(encoder.type, x, q);
        std::vector<std::byte> plain(row_bytes(format.id, x.size()).value());
        format.encode(x.data(), nullptr, plain.data(), x.size());
        EXPECT_LT(squared_error(x, decode(encoder.type, encode(encoder, x, q), x.size()), weights),
                  0.9 * squared_error(x, decode(encoder.type, plain, x.size()), weights))
            << encoder.type;
    }
}

}  // namespace
}  // namespace bitlathe::test
