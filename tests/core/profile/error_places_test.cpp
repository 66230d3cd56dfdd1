// SPDX-License-Identifier: GPL-3.0-or-later
// Where the error of a format lies, against plain loops over what is stored and what comes back.
#include "core/profile/error_places.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <gtest/gtest.h>

#include "core/profile/matrix_source.h"
#include "core/profile/weight_profile.h"
#include "tests/core/profile/tensors.h"

namespace bitlathe {
namespace {

constexpr std::uint64_t kRows = 37, kCols = 512;

/// Row 20 and column 300 are larger than the others, and so is one weight.
TestTensor uneven() {
    std::vector<float> values = gaussian(kRows * kCols, 0.02F, 11);
    for (std::uint64_t col = 0; col < kCols; ++col)
        values[20 * kCols + col] *= 6;
    for (std::uint64_t row = 0; row < kRows; ++row)
        values[row * kCols + 300] *= 5;
    values[3 * kCols + 77] = 4;
    return encoded_tensor("F32", kRows, values);
}

std::vector<double> squared_errors(const TestTensor& tensor, std::string_view format) {
    const auto source =
        MatrixSource::make(tensor.view(), MatrixQuantity::kError, format_named(format));
    EXPECT_TRUE(source);
    MatrixSource::Scratch scratch;
    std::vector<float> row(source->cols());
    std::vector<double> squares;
    for (std::uint64_t r = 0; r < source->rows(); ++r) {
        source->read(r, 0, row.size(), row.data(), scratch);
        for (const float error : row)
            squares.push_back(static_cast<double>(error) * error);
    }
    return squares;
}

ErrorPlaces places_of(const TestTensor& tensor, std::string_view format, unsigned threads = 1) {
    WorkContext context;
    context.threads = threads;
    const auto places = find_error_places(tensor.view(), format_named(format), context);
    EXPECT_TRUE(places) << format;
    return *places;
}

std::size_t largest(const std::vector<double>& sums) {
    return static_cast<std::size_t>(std::max_element(sums.begin(), sums.end()) - sums.begin());
}

TEST(ErrorPlaces, RowsAndColumnsAreThoseOfAPlainLoop) {
    const TestTensor tensor = uneven();
    for (const std::string_view format : {"Q4_0", "Q4_K", "Q3_K", "INT4_G128_SYM", "BF16"}) {
        const std::vector<double> squares = squared_errors(tensor, format);
        std::vector<double> rows(kRows), cols(kCols);
        for (std::size_t i = 0; i < squares.size(); ++i) {
            rows[i / kCols] += squares[i];
            cols[i % kCols] += squares[i];
        }
        const ErrorPlaces places = places_of(tensor, format);
        ASSERT_EQ(places.worst_rows.size(), ErrorPlaces::kWorstChannels) << format;
        ASSERT_EQ(places.worst_cols.size(), ErrorPlaces::kWorstChannels) << format;
        EXPECT_EQ(places.worst_rows.front().channel, largest(rows)) << format;
        EXPECT_EQ(places.worst_cols.front().channel, largest(cols)) << format;
        for (const ChannelError& row : places.worst_rows)
            EXPECT_NEAR(row.squares / rows[row.channel], 1, 1e-12) << format;
        for (const ChannelError& col : places.worst_cols)
            EXPECT_NEAR(col.squares / cols[col.channel], 1, 1e-12) << format;
        const double all = std::accumulate(squares.begin(), squares.end(), 0.0);
        EXPECT_NEAR(places.squares / all, 1, 1e-12) << format;
        const auto falls = [](const ChannelError& a, const ChannelError& b) {
            return a.squares > b.squares;
        };
        EXPECT_TRUE(std::is_sorted(places.worst_rows.begin(), places.worst_rows.end(), falls));
    }
}

TEST(ErrorPlaces, GroupsAreThoseThatShareAScale) {
    const TestTensor tensor = uneven();
    for (const auto& [format, group] :
         {std::pair{"Q4_0", 32U}, {"Q6_K", 16U}, {"INT4_G128_SYM", 128U}, {"FP8_E4M3", 512U}}) {
        const std::vector<double> squares = squared_errors(tensor, format);
        std::vector<double> sums(squares.size() / group);
        for (std::size_t i = 0; i < squares.size(); ++i)
            sums[i / group] += squares[i];
        const ErrorPlaces places = places_of(tensor, format);
        EXPECT_EQ(places.group, group);
        EXPECT_EQ(places.groups, sums.size());
        const std::size_t worst = largest(sums);
        ASSERT_FALSE(places.worst_groups.empty());
        EXPECT_EQ(places.worst_groups.front().row, worst * group / kCols) << format;
        EXPECT_EQ(places.worst_groups.front().col, worst * group % kCols) << format;
        EXPECT_NEAR(places.worst_groups.front().squares / sums[worst], 1, 1e-12) << format;
        // Every group is counted once.
        EXPECT_EQ(std::accumulate(places.by_error.begin(), places.by_error.end(), places.exact),
                  places.groups);
        std::sort(sums.rbegin(), sums.rend());
        double top = 0;
        for (std::size_t i = 0; i < sums.size() / 100; ++i)
            top += sums[i];
        const double rest = static_cast<double>(sums.size()) / 100 - std::floor(sums.size() / 100);
        top += rest * sums[sums.size() / 100];
        EXPECT_NEAR(places.worst_percent_share / (top / places.squares), 1, 0.01) << format;
    }
}

TEST(ErrorPlaces, RoundedWeightsAreCountedInTheBinsOfTheWeights) {
    const TestTensor tensor = uneven();
    for (const std::string_view format : {"Q4_0", "Q3_K", "INT4_G128_SYM"}) {
        const auto source =
            MatrixSource::make(tensor.view(), MatrixQuantity::kQuantized, format_named(format));
        ASSERT_TRUE(source);
        const double absmax = 2;  // less than what some weights reach
        std::vector<std::uint64_t> expected(WeightStatistics::kBins);
        MatrixSource::Scratch scratch;
        std::vector<float> row(kCols);
        for (std::uint64_t r = 0; r < kRows; ++r) {
            source->read(r, 0, kCols, row.data(), scratch);
            for (const float weight : row) {
                const auto bin = static_cast<int>(std::floor((weight / absmax + 1) * 64));
                ++expected[static_cast<std::size_t>(std::clamp(bin, 0, 127))];
            }
        }
        for (const unsigned threads : {1U, 3U}) {
            WorkContext context;
            context.threads = threads;
            const auto places =
                find_error_places(tensor.view(), format_named(format), context, absmax);
            ASSERT_TRUE(places);
            EXPECT_EQ(places->rounded, expected) << format;
        }
        EXPECT_TRUE(places_of(tensor, format).rounded.empty()) << "nobody asked";
    }
}

TEST(ErrorPlaces, TheBinsAreAroundTheMeanOfTheGroups) {
    const TestTensor tensor = uneven();
    const std::vector<double> squares = squared_errors(tensor, "Q4_0");
    const ErrorPlaces places = places_of(tensor, "Q4_0");
    const double mean = places.squares / static_cast<double>(places.groups);
    std::uint64_t expected = 0;
    for (std::size_t group = 0; group < squares.size() / 32; ++group) {
        const double sum =
            std::accumulate(squares.begin() + group * 32, squares.begin() + (group + 1) * 32, 0.0);
        expected += sum / mean >= 2.02 ? 1 : 0;
    }
    std::uint64_t found = 0;
    for (std::size_t bin = 0; bin < ErrorPlaces::kBins; ++bin)
        found += ErrorPlaces::bin_edge(bin) >= 1.999 ? places.by_error[bin] : 0;
    EXPECT_NEAR(static_cast<double>(found), static_cast<double>(expected), 2.0);
    EXPECT_GT(found, 0U);
}

TEST(ErrorPlaces, FormatsOfWeightsThatStandForThemselvesHaveNoGroups) {
    const ErrorPlaces places = places_of(uneven(), "BF16");
    EXPECT_EQ(places.group, 0U);
    EXPECT_TRUE(places.worst_groups.empty());
    EXPECT_GT(places.squares, 0);
}

TEST(ErrorPlaces, InItsOwnFormatNothingDiffers) {
    const ErrorPlaces places = places_of(uneven(), "F32");
    EXPECT_EQ(places.squares, 0);
    EXPECT_TRUE(places.worst_rows.empty());
    EXPECT_EQ(places.rows, kRows);
}

TEST(ErrorPlaces, ThreadsDoNotChangeAnything) {
    const TestTensor tensor = uneven();
    const ErrorPlaces one = places_of(tensor, "Q4_K", 1);
    const ErrorPlaces many = places_of(tensor, "Q4_K", 5);
    EXPECT_EQ(one.squares, many.squares);
    EXPECT_EQ(one.by_error, many.by_error);
    ASSERT_EQ(one.worst_groups.size(), many.worst_groups.size());
    for (std::size_t i = 0; i < one.worst_groups.size(); ++i) {
        EXPECT_EQ(one.worst_groups[i].row, many.worst_groups[i].row);
        EXPECT_EQ(one.worst_groups[i].col, many.worst_groups[i].col);
    }
}

TEST(ErrorPlaces, CanBeCancelledAndRefuses) {
    const TestTensor tensor = uneven();
    std::stop_source stop;
    stop.request_stop();
    WorkContext context;
    context.stop = stop.get_token();
    EXPECT_EQ(find_error_places(tensor.view(), format_named("Q4_0"), context).error().code,
              ErrorCode::kCancelled);
    EXPECT_EQ(find_error_places(tensor.view(), format_named("Q1_0"), {}).has_value(),
              format_info(format_named("Q1_0")).encode != nullptr);
}

}  // namespace
}  // namespace bitlathe
