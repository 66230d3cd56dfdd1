// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/matrix_feed.h"

#include <QCoreApplication>

#include <gtest/gtest.h>

#include "tests/ui/ui_testing.h"

namespace bitlathe {
namespace {

class Feed : public ::testing::Test {
protected:
    void SetUp() override {
        QObject::connect(&feed, &MatrixFeed::ready, &feed,
                         [this](const auto& picture) { pictures.push_back(picture); });
        QObject::connect(&feed, &MatrixFeed::failed, &feed,
                         [this](const Error& error) { errors.push_back(error.message); });
    }
    /// Zeros, stored in a format.
    void set_tensor(const char* format, std::uint64_t rows, std::uint64_t cols) {
        info.shape = {rows, cols};
        info.format = *find_format(format);
        bytes.assign(*tensor_bytes(info.format, info.shape), std::byte{0});
        feed.set_tensor(TensorView(info, bytes, nullptr));
    }
    [[nodiscard]] bool settle() {
        return testing::wait_for([this] { return !feed.busy(); });
    }

    TensorInfo info;
    std::vector<std::byte> bytes;
    std::vector<std::shared_ptr<const MatrixPicture>> pictures;
    std::vector<std::string> errors;
    MatrixFeed feed;
};

const MatrixRequest kValues;

TEST_F(Feed, KeepsPicturesOfOneTensor) {
    set_tensor("F16", 64, 64);
    feed.request(kValues);
    EXPECT_TRUE(pictures.empty()) << "nothing is read on this thread";
    ASSERT_TRUE(settle());
    ASSERT_EQ(pictures.size(), 1U);
    feed.request({MatrixQuantity::kValue, *find_format("Q4_K"), false, false});
    ASSERT_EQ(pictures.size(), 2U) << "values do not depend on the format";
    EXPECT_EQ(pictures[0], pictures[1]);
    set_tensor("F16", 32, 64);
    feed.request(kValues);
    ASSERT_TRUE(settle());
    ASSERT_EQ(pictures.size(), 3U);
    EXPECT_EQ(pictures[2]->pyramid.rows(), 32U);
}

TEST_F(Feed, OnlyTheLastRequestIsAnswered) {
    set_tensor("F16", 2048, 2048);
    for (const char* format : {"Q2_K", "Q3_K", "Q4_K"})
        feed.request({MatrixQuantity::kError, *find_format(format), true, true});
    ASSERT_TRUE(settle());
    ASSERT_EQ(pictures.size(), 1U);
    EXPECT_EQ(pictures[0]->request.format, *find_format("Q4_K"));
    EXPECT_EQ(pictures[0]->order.rows.size(), 2048U);
    EXPECT_TRUE(pictures[0]->whole_rows());
}

TEST_F(Feed, SaysWhyThereIsNoPicture) {
    set_tensor("IQ2_S", 4, 256);
    feed.request(kValues);
    ASSERT_TRUE(settle());
    EXPECT_EQ(errors, (std::vector<std::string>{"IQ2_S weights cannot be decoded"}));
    set_tensor("F32", 4, 40);
    feed.request({MatrixQuantity::kQuantized, *find_format("Q4_K"), false, false});
    ASSERT_TRUE(settle());
    EXPECT_EQ(errors.back(), "rows of 40 do not fit Q4_K");
    EXPECT_TRUE(pictures.empty());
}

TEST_F(Feed, AnotherTensorDropsWhatWasAskedBefore) {
    set_tensor("F16", 2048, 2048);
    feed.request({MatrixQuantity::kError, *find_format("Q2_K"), false, false});
    feed.set_tensor(std::nullopt);
    EXPECT_FALSE(feed.busy());
    feed.request(kValues);
    EXPECT_FALSE(feed.busy());
    QCoreApplication::processEvents();
    EXPECT_TRUE(pictures.empty());
}

}  // namespace
}  // namespace bitlathe
