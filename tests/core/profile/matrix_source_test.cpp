// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/matrix_source.h"

#include <cmath>

#include <gtest/gtest.h>

#include "tests/core/profile/tensors.h"

namespace bitlathe {
namespace {

TestTensor matrix(std::uint64_t rows, const std::vector<float>& values) {
    return encoded_tensor("F32", rows, values);
}

MatrixSource source_of(const TestTensor& tensor, MatrixQuantity quantity = MatrixQuantity::kValue,
                       std::string_view format = "F32") {
    auto source = MatrixSource::make(tensor.view(), quantity, format_named(format));
    EXPECT_TRUE(source) << source.error().to_string();
    return *source;
}

std::vector<float> read_row(const MatrixSource& source, std::uint64_t row, std::uint64_t first,
                            std::uint64_t count) {
    MatrixSource::Scratch scratch;
    std::vector<float> out(count);
    source.read(row, first, count, out.data(), scratch);
    return out;
}

TEST(MatrixSource, AWindowIsTheSameAsThatPartOfTheRow) {
    const std::vector<float> values = gaussian(2 * 1024, 0.02F, 7);
    for (const FormatInfo& stored : all_formats()) {
        if (stored.encode == nullptr || stored.decode == nullptr) continue;
        const TestTensor tensor = encoded_tensor(stored.name, 2, values);
        for (const std::string_view planned :
             {"Q4_K", "Q8_0", "FP8_E4M3", "INT4_G128_SYM", "F16"}) {
            for (const auto quantity :
                 {MatrixQuantity::kValue, MatrixQuantity::kQuantized, MatrixQuantity::kError}) {
                const MatrixSource source = source_of(tensor, quantity, planned);
                const std::vector<float> row = read_row(source, 1, 0, 1024);
                for (const auto& [first, count] :
                     {std::pair{0U, 1U}, {255U, 3U}, {256U, 256U}, {300U, 700U}, {1023U, 1U}}) {
                    const std::vector<float> window = read_row(source, 1, first, count);
                    EXPECT_TRUE(std::equal(window.begin(), window.end(), row.begin() + first))
                        << stored.name << " as " << planned << " from " << first;
                }
            }
        }
    }
}

TEST(MatrixSource, ErrorIsQuantizedMinusValue) {
    const TestTensor tensor = matrix(1, gaussian(512, 1, 3));
    const auto value = read_row(source_of(tensor), 0, 0, 512);
    const auto quantized =
        read_row(source_of(tensor, MatrixQuantity::kQuantized, "Q4_0"), 0, 0, 512);
    const auto error = read_row(source_of(tensor, MatrixQuantity::kError, "Q4_0"), 0, 0, 512);
    double sum = 0;
    for (std::size_t i = 0; i < 512; ++i) {
        EXPECT_EQ(error[i], quantized[i] - value[i]);
        sum += std::fabs(error[i]);
    }
    EXPECT_GT(sum, 0);
    const auto kept = read_row(source_of(tensor, MatrixQuantity::kError, "F32"), 0, 0, 512);
    EXPECT_EQ(kept, std::vector<float>(512, 0.0F)) << "stored in that format already";
}

TEST(MatrixSource, SaysWhatItCannotShow) {
    const auto code = [](const Result<MatrixSource>& source) {
        return source ? std::string("ok") : source.error().message;
    };
    const TestTensor undecodable = raw_tensor("IQ2_S", {1, 256}, std::vector<std::byte>(82));
    EXPECT_EQ(code(MatrixSource::make(undecodable.view(), MatrixQuantity::kValue, {})),
              "IQ2_S weights cannot be decoded");
    const TestTensor row = matrix(1, gaussian(40, 1, 1));
    EXPECT_EQ(code(MatrixSource::make(row.view(), MatrixQuantity::kError, format_named("Q4_K"))),
              "rows of 40 do not fit Q4_K");
    EXPECT_EQ(code(MatrixSource::make(row.view(), MatrixQuantity::kError, format_named("IQ2_S"))),
              "IQ2_S cannot be encoded");
    const TestTensor empty = raw_tensor("F32", {0, 8}, {});
    EXPECT_EQ(code(MatrixSource::make(empty.view(), MatrixQuantity::kValue, {})),
              "the tensor has no weights");
}

}  // namespace
}  // namespace bitlathe
