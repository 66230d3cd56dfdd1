// SPDX-License-Identifier: GPL-3.0-or-later
// Our bytes and values against those of ggml's own functions.
#include <bit>
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "core/formats/format.h"
#include "tests/core/formats/golden_records.h"
#include "tests/core/formats/reference_decoders.h"

namespace bitlathe {
namespace {

class Golden : public ::testing::Test {
protected:
    void SetUp() override {
        records_ = read_golden_records();
        if (records_.empty()) {
            GTEST_SKIP() << "NOT CHECKED: no golden vectors in " BITLATHE_SHARED_DATA;
        }
    }

    std::vector<GoldenRecord> records_;
};

std::uint32_t bits(float value) {
    return std::bit_cast<std::uint32_t>(value);
}

TEST_F(Golden, DecodersAreBitExact) {
    std::map<std::string, int> checked;
    for (const GoldenRecord& record : records_) {
        if (!record.decode) continue;
        const auto id = find_format(record.type);
        ASSERT_TRUE(id.has_value()) << record.type;
        const FormatInfo& format = format_info(*id);
        ASSERT_NE(format.decode, nullptr) << record.type;
        ASSERT_EQ(row_bytes(*id, record.values.size()), record.bytes.size()) << record.type;
        std::vector<float> decoded(record.values.size());
        format.decode(record.bytes.data(), decoded.data(), decoded.size());
        for (std::size_t i = 0; i < decoded.size(); ++i) {
            ASSERT_EQ(bits(decoded[i]), bits(record.values[i]))
                << record.type << " element " << i << ": " << decoded[i] << ", not "
                << record.values[i];
        }
        ++checked[record.type];
    }
    EXPECT_EQ(checked.size(), 18U);
    for (const auto& [type, count] : checked) {
        EXPECT_EQ(count, 3) << type;
    }
}

TEST_F(Golden, PlainEncodersAreByteExact) {
    std::set<std::string> checked;
    for (const GoldenRecord& record : records_) {
        if (record.decode || !record.importance.empty()) continue;
        const FormatInfo& format = format_info(find_format(record.type).value());
        if (format.encode == nullptr || format.searched) continue;
        std::vector<std::byte> encoded(record.bytes.size());
        format.encode(record.values.data(), nullptr, encoded.data(), record.values.size());
        EXPECT_EQ(encoded, record.bytes) << record.type;
        checked.insert(record.type);
    }
    const std::set<std::string> expected = {"Q8_0", "Q4_0",  "Q4_1",  "Q5_0",  "Q5_1", "Q1_0",
                                            "Q2_0", "MXFP4", "NVFP4", "TQ1_0", "TQ2_0"};
    EXPECT_EQ(checked, expected);
}

// A new row of the table must come with a check that does not use its own code.
TEST_F(Golden, EveryDecodableFormatIsCheckedIndependently) {
    std::set<std::string> in_goldens;
    for (const GoldenRecord& record : records_) {
        if (record.decode) in_goldens.insert(record.type);
    }
    for (const FormatInfo& format : all_formats()) {
        if (format.decode == nullptr) continue;
        EXPECT_TRUE(has_reference_decoder(format.id)) << format.name;
        const bool of_ggml = format.kind == FormatKind::kBlock;
        EXPECT_EQ(in_goldens.count(std::string(format.name)), of_ggml ? 1U : 0U) << format.name;
    }
}

}  // namespace
}  // namespace bitlathe
