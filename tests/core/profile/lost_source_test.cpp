// SPDX-License-Identifier: GPL-3.0-or-later
// A checkpoint that is cut short while it is measured.
#include <cstdlib>
#include <filesystem>

#include "tensors.h"
#include <gtest/gtest.h>

#include "core/profile/matrix_grid.h"
#include "core/profile/weight_profile.h"

namespace bitlathe {
namespace {

namespace fs = std::filesystem;

class LostSource : public ::testing::Test {
protected:
    void SetUp() override {
        std::string pattern = (fs::temp_directory_path() / "bitlathe-XXXXXX").string();
        folder_ = ::mkdtemp(pattern.data());
        fs::copy_file(BITLATHE_SOURCE_DIR "/resources/sample/storybook-7m-bf16.gguf", path());
        checkpoint_ = Checkpoint::open(path()).value();
    }
    void TearDown() override { fs::remove_all(folder_); }
    [[nodiscard]] fs::path path() const { return folder_ / "model.gguf"; }
    void cut() const { fs::resize_file(path(), fs::file_size(path()) / 2); }
    void expect_refused(const Status& status) const {
        ASSERT_FALSE(status);
        EXPECT_EQ(status.error().code, ErrorCode::kRefused);
        EXPECT_EQ(status.error().file, path());
        EXPECT_FALSE(status.error().hint.empty());
    }
    fs::path folder_;
    std::shared_ptr<const Checkpoint> checkpoint_;
};

TEST_F(LostSource, StatisticsEndWithAnErrorAndNotWithZeros) {
    std::size_t results = 0;
    bool done = false;
    const Status status = profile_weights(
        *checkpoint_, {},
        [&](const TensorProfile&) {
            ++results;
            if (!std::exchange(done, true)) cut();
        },
        WorkContext{});
    expect_refused(status);
    EXPECT_LT(results, checkpoint_->tensors().size());
}

TEST_F(LostSource, ErrorsOfFormatsAreRefused) {
    const std::size_t last = checkpoint_->find("output_norm.weight").value();
    const auto view = checkpoint_->view(last);
    cut();
    const auto errors = format_errors(view, std::vector{format_named("Q8_0")}, {}, WorkContext{});
    ASSERT_FALSE(errors);
    expect_refused(fail(errors.error()));
}

TEST_F(LostSource, TheOpenCheckpointSaysSo) {
    cut();
    EXPECT_FALSE(checkpoint_->check());
}

}  // namespace
}  // namespace bitlathe
