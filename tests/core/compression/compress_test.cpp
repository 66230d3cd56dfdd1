// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compression/compress.h"

#include <algorithm>

#include "collected.h"
#include <gtest/gtest.h>

namespace bitlathe {
namespace {

WorkContext with_threads(unsigned threads) {
    WorkContext context;
    context.threads = threads;
    return context;
}

/// What compress_tensor() must give: every row decoded and encoded on its own.
std::vector<std::byte> row_by_row(const TensorView& source, FormatId destination,
                                  std::span<const float> importance = {}) {
    const FormatInfo& to = format_info(destination);
    const std::size_t size = row_bytes(destination, source.cols()).value();
    std::vector<std::byte> bytes(source.rows() * size);
    std::vector<float> row(source.cols());
    const std::size_t experts = importance.size() / source.cols();
    for (std::size_t r = 0; r < source.rows(); ++r) {
        source.decode_rows(r, 1, row.data());
        const float* weights =
            experts == 0 ? nullptr
                         : importance.data() + r / (source.rows() / experts) * source.cols();
        to.encode(row.data(), weights, bytes.data() + r * size, source.cols());
    }
    return bytes;
}

void expect_compressed(const Source& source, const char* format, unsigned threads,
                       std::span<const float> importance = {}) {
    const FormatId id = format_named(format);
    Collected collected(row_bytes(id, source.view().cols()).value());
    const auto status =
        compress_tensor(source.view(), id, importance, collected.sink(), with_threads(threads));
    ASSERT_TRUE(status.has_value()) << status.error().to_string();
    EXPECT_TRUE(collected.bytes == row_by_row(source.view(), id, importance)) << format;
    EXPECT_EQ(collected.times, std::vector<int>(source.view().rows(), 1)) << format;
}

TEST(Compress, EveryFormatFromEveryFloatEqualsRowByRow) {
    const auto values = random_values(std::size_t{50} * 512, 1);
    for (const char* from : {"F32", "F16", "BF16", "Q8_0"}) {
        const Source source = encoded(from, {50, 512}, values);
        for (const FormatInfo& to : all_formats()) {
            if (to.encode != nullptr && to.name != from) {
                expect_compressed(source, std::string(to.name).c_str(), 2);
            }
        }
    }
}

TEST(Compress, ManyPiecesAndThreadsGiveTheSameBytes) {
    const auto values = random_values(std::size_t{4000} * 1024, 2);
    const Source source = encoded("BF16", {4000, 1024}, values);
    for (const unsigned threads : {1U, 2U, 7U}) {
        expect_compressed(source, "Q8_0", threads);
    }
    expect_compressed(source, "F32", 3);
}

TEST(Compress, PlainFloatsConvertDirectly) {
    const std::vector<float> values{1.0F, -0.5F, 65504.0F, 1e-3F};
    const Source source = encoded("F32", {1, 4}, values);
    for (const char* to : {"F16", "BF16", "F64"}) {
        expect_compressed(source, to, 1);
    }
    Collected collected(8);
    ASSERT_TRUE(compress_tensor(source.view(), formats::f16(), {}, collected.sink(), {}));
    std::uint16_t half = 0;
    std::memcpy(&half, collected.bytes.data() + 2, sizeof half);
    EXPECT_EQ(half, 0xB800);
}

TEST(Compress, UnalignedFloatSources) {
    const auto values = random_values(8 * 64, 3);
    std::vector<std::byte> content(1 + values.size() * sizeof(float));
    std::memcpy(content.data() + 1, values.data(), values.size() * sizeof(float));
    TensorInfo info;
    info.shape = {8, 64};
    info.format = formats::f32();
    const TensorView view(info, std::span(content).subspan(1), nullptr);
    Collected collected(68);
    ASSERT_TRUE(compress_tensor(view, format_named("Q8_0"), {}, collected.sink(), {}));
    EXPECT_TRUE(collected.bytes ==
                row_by_row(encoded("F32", {8, 64}, values).view(), format_named("Q8_0")));
}

TEST(Compress, EqualFormatsCopyBytesUntouched) {
    // Patterns that no encoder would write, in a format that may not even be decodable.
    std::mt19937_64 random(4);
    for (const FormatInfo& format : all_formats()) {
        if (format.block_elems == 0) {
            continue;
        }
        Source source;
        source.info.format = format.id;
        source.info.shape = {300, std::uint64_t{format.block_elems} * 4};
        source.bytes.resize(tensor_bytes(format.id, source.info.shape).value());
        std::generate(source.bytes.begin(), source.bytes.end(),
                      [&] { return static_cast<std::byte>(random()); });
        Collected collected(source.view().row_bytes());
        ASSERT_TRUE(compress_tensor(source.view(), format.id, {}, collected.sink(), {}));
        EXPECT_TRUE(collected.bytes == source.bytes) << format.name;
    }
}

TEST(Compress, SubByteTensorsWhoseRowsEndInsideAByteAreCopiedWhole) {
    Source source;
    source.info.format = format_named("F4");
    source.info.shape = {6, 3};  // 18 elements of 4 bits: rows of one and a half bytes
    source.bytes.assign(9, std::byte{0x5A});
    std::vector<std::byte> copy;
    ASSERT_TRUE(
        compress_tensor(source.view(), source.info.format, {},
                        [&](std::uint64_t first, std::span<const std::byte> bytes) -> Status {
                            EXPECT_EQ(first, 0U);
                            copy.assign(bytes.begin(), bytes.end());
                            return {};
                        },
                        {}));
    EXPECT_TRUE(copy == source.bytes);
}

TEST(Compress, ImportanceGuidesTheSearch) {
    const Source source = encoded("F32", {32, 512}, random_values(std::size_t{32} * 512, 5));
    std::vector<float> importance(512, 1e-3F);
    std::fill(importance.begin(), importance.begin() + 16, 100.0F);
    expect_compressed(source, "Q4_K", 2, importance);
    EXPECT_FALSE(row_by_row(source.view(), format_named("Q4_K"), importance) ==
                 row_by_row(source.view(), format_named("Q4_K")));
}

TEST(Compress, StackedExpertsHaveTheirOwnImportance) {
    // Three experts of eight rows with the same weights: only the importance differs.
    const auto one = random_values(std::size_t{8} * 256, 6);
    std::vector<float> values;
    for (int expert = 0; expert < 3; ++expert) {
        values.insert(values.end(), one.begin(), one.end());
    }
    const Source source = encoded("F32", {3, 8, 256}, values);
    std::vector<float> importance = random_values(std::size_t{3} * 256, 7);
    std::transform(importance.begin(), importance.end(), importance.begin(),
                   [](float v) { return v * v * 100; });
    expect_compressed(source, "Q4_K", 2, importance);
    const auto bytes = row_by_row(source.view(), format_named("Q4_K"), importance);
    EXPECT_FALSE(std::equal(bytes.begin(), bytes.begin() + 8 * 144, bytes.begin() + 8 * 144));
}

TEST(Compress, ProgressRisesToTheBytesOfTheSource) {
    const Source source = encoded("F32", {3000, 512}, random_values(std::size_t{3000} * 512, 8));
    WorkContext context;
    std::uint64_t last = 0;
    int reports = 0;
    context.progress = [&](const Progress& now) {
        EXPECT_GT(now.done, last);
        EXPECT_EQ(now.total, source.bytes.size());
        last = now.done;
        ++reports;
    };
    Collected collected(544);
    ASSERT_TRUE(
        compress_tensor(source.view(), format_named("Q8_0"), {}, collected.sink(), context));
    EXPECT_EQ(last, source.bytes.size());
    EXPECT_GT(reports, 3);
}

}  // namespace
}  // namespace bitlathe
