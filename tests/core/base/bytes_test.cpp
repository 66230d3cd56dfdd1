// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <limits>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/byte_reader.h"
#include "core/base/checked.h"
#include "core/base/hash.h"
#include "core/base/names.h"

namespace bitlathe {
namespace {

using ::testing::ElementsAre;

constexpr std::uint64_t kMax = std::numeric_limits<std::uint64_t>::max();

std::span<const std::byte> bytes_of(std::string_view text) {
    return std::as_bytes(std::span(text));
}

TEST(Checked, ProductsThatDoNotFitAreNothing) {
    EXPECT_EQ(checked_mul({}), 1U);
    EXPECT_EQ(checked_mul({kMax, 1}), kMax);
    EXPECT_EQ(checked_mul({kMax, 0}), 0U);
    EXPECT_EQ(checked_mul({1ULL << 32, 1ULL << 31, 1}), 1ULL << 63);
    EXPECT_EQ(checked_mul({1ULL << 32, 1ULL << 32}), std::nullopt);
    EXPECT_EQ(checked_mul({4194305, 4194305, 211106198978564}), std::nullopt);
    EXPECT_EQ(checked_mul({1ULL << 32, 1ULL << 32, 0}), std::nullopt);
}

TEST(Checked, SumsThatDoNotFitAreNothing) {
    EXPECT_EQ(checked_add(kMax - 1, 1), kMax);
    EXPECT_EQ(checked_add(kMax, 1), std::nullopt);
}

TEST(Checked, RangesNeverWrap) {
    EXPECT_TRUE(range_fits(0, 10, 10));
    EXPECT_TRUE(range_fits(10, 0, 10));
    EXPECT_FALSE(range_fits(11, 0, 10));
    EXPECT_FALSE(range_fits(1, 10, 10));
    EXPECT_FALSE(range_fits(5, kMax - 2, 10));
    EXPECT_FALSE(range_fits(kMax, 1, 10));
}

TEST(Checked, AlignmentRoundsUpOrIsNothing) {
    EXPECT_EQ(checked_align(0, 32), 0U);
    EXPECT_EQ(checked_align(1, 32), 32U);
    EXPECT_EQ(checked_align(32, 32), 32U);
    EXPECT_EQ(checked_align(33, 1), 33U);
    EXPECT_EQ(checked_align(kMax - 31, 32), kMax - 31);
    EXPECT_EQ(checked_align(kMax - 30, 32), std::nullopt);
}

TEST(ByteReader, ReadsLittleEndianFields) {
    ByteReader reader(bytes_of(std::string_view("\x01\x02\x03\x04\xFFtext", 9)));
    EXPECT_EQ(reader.read<std::uint32_t>(), 0x04030201U);
    EXPECT_EQ(reader.read<std::int8_t>(), -1);
    EXPECT_EQ(reader.offset(), 5U);
    EXPECT_EQ(reader.remaining(), 4U);
    EXPECT_EQ(reader.text(4), "text");
    EXPECT_FALSE(reader.failed());
    EXPECT_TRUE(reader.take(0).empty());
    EXPECT_FALSE(reader.failed());
}

TEST(ByteReader, PastTheEndReadsZerosAndStaysFailed) {
    ByteReader reader(bytes_of("abc"));
    EXPECT_EQ(reader.read<std::uint32_t>(), 0U);
    EXPECT_TRUE(reader.failed());
    EXPECT_EQ(reader.read<std::uint8_t>(), 0U);
    EXPECT_TRUE(reader.take(0).empty());
    EXPECT_EQ(reader.text(1), "");
    EXPECT_TRUE(reader.failed());
}

TEST(ByteReader, HugeLengthsDoNotWrap) {
    ByteReader reader(bytes_of("abc"));
    reader.skip(1);
    EXPECT_TRUE(reader.take(kMax).empty());
    EXPECT_TRUE(reader.failed());
}

TEST(Names, OrderAndDuplicates) {
    const std::vector<std::string> names = {"b", "a", "c", "a", "b", ""};
    const auto name = [&](std::size_t i) -> std::string_view { return names[i]; };
    EXPECT_THAT(order_by_name(names.size(), name), ElementsAre(5, 1, 3, 0, 4, 2));
    EXPECT_EQ(first_duplicate(names.size(), name), 3U);
    EXPECT_EQ(first_duplicate(3, name), std::nullopt);
    EXPECT_EQ(first_duplicate(0, name), std::nullopt);
}

TEST(Hash, Sha256OfKnownTexts) {
    // FIPS 180-4 examples.
    Sha256 empty;
    EXPECT_EQ(empty.finish(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    Sha256 abc;
    abc.update(bytes_of("a"));
    abc.update(bytes_of(""));
    abc.update(bytes_of("bc"));
    EXPECT_EQ(abc.finish(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Hash, FastHashIsXxh3) {
    EXPECT_EQ(fast_hash(""), 0x2D06800538D394C2ULL);  // xxHash's own test vector for no input
    EXPECT_NE(fast_hash(bytes_of("a")), fast_hash(bytes_of("b")));
    EXPECT_EQ(fast_hash("a"), fast_hash(bytes_of("a")));
}

}  // namespace
}  // namespace bitlathe
