// SPDX-License-Identifier: GPL-3.0-or-later
#include <atomic>
#include <limits>

#include "collected.h"
#include <gtest/gtest.h>

namespace bitlathe {
namespace {

Status nothing(std::uint64_t, std::span<const std::byte>) {
    return {};
}

TEST(CompressErrors, RowsThatDoNotFitAreImpossible) {
    const Source source = encoded("F32", {4, 320}, random_values(4 * 320, 1));
    const auto status = compress_tensor(source.view(), format_named("Q4_K"), {}, nothing, {});
    ASSERT_FALSE(status.has_value());
    EXPECT_EQ(status.error().code, ErrorCode::kImpossible);
    EXPECT_NE(status.error().message.find("320"), std::string::npos);
    EXPECT_NE(status.error().message.find("Q4_K"), std::string::npos);
}

TEST(CompressErrors, FormatsWithoutEncoderAreImpossible) {
    const Source source = encoded("F32", {4, 256}, random_values(4 * 256, 2));
    const auto status = compress_tensor(source.view(), format_named("IQ2_XXS"), {}, nothing, {});
    ASSERT_FALSE(status.has_value());
    EXPECT_EQ(status.error().code, ErrorCode::kImpossible);
}

TEST(CompressErrors, SourcesThatCannotBeDecodedAreRefused) {
    Source source;
    source.info.format = format_named("IQ2_XXS");
    source.info.shape = {2, 256};
    source.bytes.resize(132);
    const auto status = compress_tensor(source.view(), format_named("Q4_0"), {}, nothing, {});
    ASSERT_FALSE(status.has_value());
    EXPECT_EQ(status.error().code, ErrorCode::kRefused);
}

TEST(CompressErrors, ImportanceOfAnotherModelIsRefused) {
    const Source source = encoded("F32", {6, 256}, random_values(6 * 256, 3));
    for (const std::size_t count : {1U, 255U, 257U, 4U * 256U, 7U * 256U}) {
        const auto status = compress_tensor(source.view(), format_named("Q4_0"),
                                            std::vector<float>(count, 1.0F), nothing, {});
        ASSERT_FALSE(status.has_value()) << count;
        EXPECT_EQ(status.error().code, ErrorCode::kRefused);
    }
    for (const std::size_t experts : {1U, 2U, 3U, 6U}) {
        EXPECT_TRUE(compress_tensor(source.view(), format_named("Q4_0"),
                                    std::vector<float>(experts * 256, 1.0F), nothing, {})
                        .has_value());
    }
}

TEST(CompressErrors, AnErrorOfTheSinkStopsTheWork) {
    const Source source = encoded("F32", {20'000, 256}, random_values(20'000 * 256, 4));
    for (const char* to : {"Q8_0", "F32"}) {
        std::atomic<int> calls = 0;
        WorkContext context;
        context.threads = 2;
        const auto status = compress_tensor(
            source.view(), format_named(to), {},
            [&](std::uint64_t, std::span<const std::byte>) -> Status {
                ++calls;
                return fail(ErrorCode::kNotWritten, "disk full");
            },
            context);
        ASSERT_FALSE(status.has_value());
        EXPECT_EQ(status.error().code, ErrorCode::kNotWritten);
        EXPECT_LE(calls, 2);
    }
}

TEST(CompressErrors, AStopIsSeen) {
    const Source source = encoded("F32", {20'000, 256}, random_values(20'000 * 256, 5));
    for (const char* to : {"Q8_0", "F32"}) {
        std::stop_source stop;
        std::atomic<int> calls = 0;
        WorkContext context;
        context.stop = stop.get_token();
        context.threads = 2;
        const auto status = compress_tensor(
            source.view(), format_named(to), {},
            [&](std::uint64_t, std::span<const std::byte>) -> Status {
                ++calls;
                stop.request_stop();
                return {};
            },
            context);
        ASSERT_FALSE(status.has_value());
        EXPECT_EQ(status.error().code, ErrorCode::kCancelled);
        EXPECT_LE(calls, 2);
    }
}

TEST(CompressErrors, EmptyTensorsGiveNothing) {
    for (const auto& shape :
         {std::vector<std::uint64_t>{0, 256}, std::vector<std::uint64_t>{256, 0}}) {
        Source source;
        source.info.format = formats::f32();
        source.info.shape = shape;
        for (const char* to : {"Q4_0", "F32", "F16"}) {
            EXPECT_TRUE(compress_tensor(source.view(), format_named(to), {},
                                        [](std::uint64_t, std::span<const std::byte>) -> Status {
                                            ADD_FAILURE();
                                            return {};
                                        },
                                        {})
                            .has_value());
        }
    }
}

TEST(CompressErrors, AnyBitsOfAnyDecodableFormatCanBeEncoded) {
    std::mt19937_64 random(6);
    for (const FormatInfo& from : all_formats()) {
        if (from.decode == nullptr || from.block_elems == 0) {
            continue;
        }
        Source source;
        source.info.format = from.id;
        source.info.shape = {16, 256};
        if (!row_fits(from.id, 256)) {
            continue;
        }
        source.bytes.resize(tensor_bytes(from.id, source.info.shape).value());
        std::generate(source.bytes.begin(), source.bytes.end(),
                      [&] { return static_cast<std::byte>(random()); });
        for (const FormatInfo& to : all_formats()) {
            if (to.encode != nullptr && row_fits(to.id, 256)) {
                EXPECT_TRUE(compress_tensor(source.view(), to.id, {}, nothing, {}).has_value())
                    << from.name << " to " << to.name;
            }
        }
    }
}

}  // namespace
}  // namespace bitlathe
