// SPDX-License-Identifier: GPL-3.0-or-later
// Tensors that are made from others: against the same made by hand.
#include "core/checkpoint/derived.h"

#include <cstring>
#include <fstream>
#include <numeric>

#include <gtest/gtest.h>
#include <unistd.h>

#include "core/base/json.h"

namespace bitlathe {
namespace {

/// A safetensors file with matrices of rising numbers: element [r, c] of matrix k is 100 k + 10 r +
/// c.
class Derived : public ::testing::Test {
protected:
    void SetUp() override {
        std::string pattern = (std::filesystem::temp_directory_path() / "derived-XXXXXX").string();
        folder_ = ::mkdtemp(pattern.data());
        Json header = Json::object();
        std::vector<float> data;
        for (const int matrix : {0, 1}) {
            const std::size_t begin = data.size() * sizeof(float);
            for (int row = 0; row < 8; ++row) {
                for (int col = 0; col < 3; ++col) {
                    data.push_back(static_cast<float>(100 * matrix + 10 * row + col));
                }
            }
            header["m" + std::to_string(matrix)] = {
                {"dtype", "F32"},
                {"shape", {8, 3}},
                {"data_offsets", {begin, data.size() * sizeof(float)}}};
        }
        const std::string text = header.dump();
        const std::uint64_t length = text.size();
        std::ofstream file(folder_ / "m.safetensors", std::ios::binary);
        file.write(reinterpret_cast<const char*>(&length), sizeof(length));
        file << text;
        file.write(reinterpret_cast<const char*>(data.data()),
                   static_cast<std::streamsize>(data.size() * sizeof(float)));
        file.close();
        auto opened = Checkpoint::open(folder_ / "m.safetensors");
        ASSERT_TRUE(opened) << opened.error().to_string();
        source_ = *opened;
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    [[nodiscard]] TensorView matrix(std::size_t index) const { return source_->view(index); }

    /// Rows [first, first + count) of the only tensor of a checkpoint derived from the file.
    std::vector<float> read(std::vector<std::uint64_t> shape,
                            std::shared_ptr<const DerivedRows> rows, std::uint64_t first,
                            std::uint64_t count) {
        auto derived = derive_checkpoint(source_, Container::kGguf,
                                         {{"t", std::move(shape), formats::f32(), 0, rows}}, {});
        EXPECT_TRUE(derived) << derived.error().to_string();
        const TensorView view = (*derived)->view(0);
        std::vector<float> values(count * view.cols());
        view.decode_rows(first, count, values.data());
        // What is read in pieces is what is read at once.
        const auto all = view.bytes();
        EXPECT_EQ(std::memcmp(all.data() + first * view.row_bytes(), values.data(),
                              values.size() * sizeof(float)),
                  0);
        return values;
    }

    std::filesystem::path folder_;
    std::shared_ptr<const Checkpoint> source_;
};

using Values = std::vector<float>;

TEST_F(Derived, JoinsRunsOfRows) {
    const auto rows = joined_rows({{matrix(0), 6, 2}, {matrix(1), 0, 1}, {matrix(0), 0, 1}});
    EXPECT_EQ(read({4, 3}, rows, 1, 3), (Values{70, 71, 72, 100, 101, 102, 0, 1, 2}));
    EXPECT_EQ(read({4, 3}, rows, 3, 1), (Values{0, 1, 2}));
    EXPECT_EQ(read({4, 3}, rows, 0, 4).size(), 12U);
}

TEST_F(Derived, PutsPairsOfHeadsTogether) {
    // Two heads of four rows: halves 0 1 | 2 3 become 0 2 1 3.
    const auto rows = joined_rows({{matrix(0), 0, 8}}, RowOrder::kPairsTogether, 4);
    const auto values = read({8, 3}, rows, 0, 8);
    const int order[] = {0, 2, 1, 3, 4, 6, 5, 7};
    for (std::size_t row = 0; row < 8; ++row) {
        EXPECT_EQ(values[row * 3 + 1], static_cast<float>(10 * order[row] + 1));
    }
    EXPECT_EQ(read({8, 3}, rows, 5, 2), (Values{60, 61, 62, 50, 51, 52}));
}

TEST_F(Derived, TurnsColumnsIntoRows) {
    const auto rows = transposed_rows(matrix(1));
    EXPECT_EQ(read({3, 8}, rows, 1, 1), (Values{101, 111, 121, 131, 141, 151, 161, 171}));
    EXPECT_EQ(read({3, 8}, rows, 0, 3)[16], 102);
}

TEST_F(Derived, ChangesValuesAndKeepsTheirOrder) {
    EXPECT_EQ(read({8, 3}, changed_values(matrix(0), 3, 2, 1), 2, 1), (Values{41, 43, 45}));
    const auto as_one_row = changed_values(matrix(0).reshaped(1), 24, 1, 1);
    const auto values = read({24}, as_one_row, 0, 1);
    EXPECT_EQ(values[0], 1);
    EXPECT_EQ(values[23], 73);
}

TEST_F(Derived, KnowsItsSourceAndHasAnIdentityOfItsOwn) {
    const auto make = [&](const char* name) {
        return *derive_checkpoint(source_, Container::kGguf,
                                  {{name, {8, 3}, formats::f32(), 1, nullptr}}, {});
    };
    const auto a = make("a");
    EXPECT_EQ(a->source(), source_);
    EXPECT_EQ(a->container(), Container::kGguf);
    EXPECT_EQ(a->files().size(), 1U);
    EXPECT_TRUE(a->view(0).is_mapped());
    float first = 0;
    a->view(0).reshaped(1).decode_rows(0, 1, &first);
    EXPECT_EQ(first, 100);
    EXPECT_EQ(a->fingerprint(), make("a")->fingerprint());
    EXPECT_NE(a->fingerprint(), make("b")->fingerprint());
    EXPECT_NE(a->fingerprint(), source_->fingerprint());
}

TEST_F(Derived, RefusesANameTwice) {
    const DerivedTensor tensor{"a", {8, 3}, formats::f32(), 1, nullptr};
    EXPECT_FALSE(derive_checkpoint(source_, Container::kGguf, {tensor, tensor}, {}));
}

TEST_F(Derived, OutlivesWhatItWasMadeFrom) {
    auto derived =
        *derive_checkpoint(source_, Container::kGguf,
                           {{"t", {3, 8}, formats::f32(), 1, transposed_rows(matrix(1))}}, {});
    const TensorView view = derived->view(0);
    derived.reset();
    source_.reset();
    float value[8];
    view.decode_rows(2, 1, value);
    EXPECT_EQ(value[7], 172);
}

}  // namespace
}  // namespace bitlathe
