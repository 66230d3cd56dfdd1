// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/matrix_probe.h"

#include <fstream>
#include <sstream>

#include <gtest/gtest.h>
#include <unistd.h>

#include "tests/core/profile/tensors.h"

namespace bitlathe {
namespace {

TEST(ReadWeight, IsWhatTheWholeRowGives) {
    constexpr std::uint64_t kCols = 1024;
    const TestTensor tensor = encoded_tensor("Q6_K", 3, gaussian(3 * kCols, 0.02F, 21));
    std::vector<float> row(kCols), again(kCols);
    tensor.view().decode_rows(2, 1, row.data());
    for (const FormatInfo& format : all_formats()) {
        if (format.encode == nullptr || format.decode == nullptr) continue;
        std::vector<std::byte> codes(row_bytes(format.id, kCols).value());
        format.encode(row.data(), nullptr, codes.data(), kCols);
        format.decode(codes.data(), again.data(), kCols);
        const bool kept = format.id == tensor.info.format;
        for (const std::uint64_t col : {0U, 300U, 1023U}) {
            const WeightReading reading = read_weight(tensor.view(), format.id, 2, col);
            EXPECT_EQ(reading.value, row[col]);
            ASSERT_TRUE(reading.code);
            EXPECT_EQ(static_cast<float>(reading.code->code) * reading.code->scale, row[col]);
            ASSERT_TRUE(reading.quantized);
            EXPECT_EQ(*reading.quantized, kept ? row[col] : again[col]) << format.name;
            const auto code = read_code(format.id, codes, kCols, col);
            ASSERT_EQ(reading.quantized_code.has_value(), code.has_value()) << format.name;
            if (code && !kept) {
                EXPECT_EQ(reading.quantized_code->code, code->code) << format.name;
            }
        }
    }
}

TEST(ReadWeight, SaysNothingOfWhatItCannotKnow) {
    const TestTensor plain = encoded_tensor("BF16", 1, gaussian(40, 1, 1));
    const WeightReading reading = read_weight(plain.view(), format_named("Q4_K"), 0, 3);
    EXPECT_FALSE(reading.code) << "floats have no codes";
    EXPECT_FALSE(reading.quantized) << "rows of 40 do not fit";
    EXPECT_FALSE(reading.quantized_code);
}

class Csv : public ::testing::Test {
protected:
    void SetUp() override { std::filesystem::create_directory(folder); }
    void TearDown() override { std::filesystem::remove_all(folder); }
    [[nodiscard]] std::string content() const {
        std::ifstream file(path);
        std::stringstream text;
        text << file.rdbuf();
        return text.str();
    }
    std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("matrix_csv_" + std::to_string(getpid()));
    std::filesystem::path path = folder / "m.csv";
    TestTensor tensor = encoded_tensor("F32", 3, {1, -2, 0.5F, 4, 5, 6, 0.1F, 8, 9});
    MatrixSource values = *MatrixSource::make(tensor.view(), MatrixQuantity::kValue, {});
};

TEST_F(Csv, HasNumbersOfRowsAndColumnsAndEveryDigit) {
    ASSERT_TRUE(write_matrix_csv(values, {}, {1, 0, 2, 2}, path, {}));
    EXPECT_EQ(content(), "row\\column,0,1\n1,4,5\n2,0.100000001,8\n");
}

TEST_F(Csv, SortedPlacesHaveTheNumbersOfTheTensor) {
    const MatrixOrder order{{2, 0, 1}, {1, 2, 0}};
    ASSERT_TRUE(write_matrix_csv(values, order, {0, 1, 2, 2}, path, {}));
    EXPECT_EQ(content(), "row\\column,2,0\n2,9,0.100000001\n0,0.5,1\n");
}

TEST_F(Csv, LeavesNothingBehindWhenStopped) {
    std::stop_source stop;
    stop.request_stop();
    WorkContext context;
    context.stop = stop.get_token();
    const Status status = write_matrix_csv(values, {}, {0, 0, 3, 3}, path, context);
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code, ErrorCode::kCancelled);
    EXPECT_TRUE(std::filesystem::is_empty(folder));
}

}  // namespace
}  // namespace bitlathe
