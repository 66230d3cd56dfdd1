// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/profiled_text.h"

#include <filesystem>
#include <fstream>

#include "../targets/export_fixture.h"
#include <gtest/gtest.h>

#include "tests/core/forward/tiny_model.h"

namespace bitlathe {
namespace {

namespace fs = std::filesystem;

/// The text of the sample, where it can be changed.
class FirstWindow : public ::testing::Test {
protected:
    void SetUp() override {
        fs::copy_file(sample_gguf().parent_path() / "storybook_val.txt", text_);
        settings_.text = look_at_text(text_, {}).value();
        settings_.context = 24;
        settings_.tokens = 60;
        profile_ = profile_text(runnable_, settings_, {}).value();
    }
    Scratch folder_;
    fs::path text_ = folder_.path() / "text.txt";
    RunnableModel runnable_ = find_runnable(must_open(sample_gguf())).value();
    ProfileSettings settings_;
    ActivationProfile profile_;
};

TEST_F(FirstWindow, IsTheOneThatWasProfiled) {
    ASSERT_EQ(profile_.text.windows, 2U) << "the rest of 60 tokens is no window";
    const auto window = first_window(runnable_, profile_.text, 512, {});
    ASSERT_TRUE(window) << window.error().to_string();
    ASSERT_EQ(window->windows.size(), 1U);
    EXPECT_EQ(window->windows.front().count, 24U);
    ASSERT_EQ(window->ids.size(), 24U);
    // The largest values of the profile say which token stood where.
    std::size_t compared = 0;
    for (const TapProfile& tap : profile_.taps) {
        for (const TopValue& value : tap.statistics.all().top) {
            if (value.token >= 24) {
                continue;
            }
            ++compared;
            EXPECT_EQ(window->ids[value.position], value.id);
        }
    }
    EXPECT_GT(compared, 0U);
}

TEST_F(FirstWindow, IsCutWhereItIsTooLong) {
    const auto window = first_window(runnable_, profile_.text, 7, {});
    ASSERT_TRUE(window);
    EXPECT_EQ(window->ids.size(), 7U);
    EXPECT_EQ(window->windows.front().count, 7U);
}

TEST_F(FirstWindow, IsRefusedWhereTheTextIsAnother) {
    std::ofstream(text_, std::ios::app) << "more";
    const auto changed = first_window(runnable_, profile_.text, 7, {});
    ASSERT_FALSE(changed);
    EXPECT_EQ(changed.error().code, ErrorCode::kRefused);
    fs::remove(text_);
    EXPECT_FALSE(first_window(runnable_, profile_.text, 7, {}));
}

TEST_F(FirstWindow, IsRefusedWhereOtherTokensWereRun) {
    TextStamp stamp = profile_.text;
    stamp.ids = "0123456789abcdef";
    const auto other = first_window(runnable_, stamp, 7, {});
    ASSERT_FALSE(other);
    EXPECT_EQ(other.error().message, "the text does not give the tokens that were profiled");
    stamp = profile_.text;
    stamp.context = 0;
    EXPECT_FALSE(first_window(runnable_, stamp, 7, {}));
}

}  // namespace
}  // namespace bitlathe
