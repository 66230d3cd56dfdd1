// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/allocation/plan_source.h"

#include <fstream>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>

namespace bitlathe {
namespace {

namespace fs = std::filesystem;

class PlanSource : public testing::Test {
protected:
    void SetUp() override {
        folder_ = fs::temp_directory_path() /
                  fmt::format("bitlathe-plan-source-{}-{}", getpid(),
                              testing::UnitTest::GetInstance()->current_test_info()->name());
        fs::create_directories(folder_ / "models");
    }
    void TearDown() override { fs::remove_all(folder_); }

    [[nodiscard]] fs::path write(const std::string& name, std::string_view text) const {
        std::ofstream(folder_ / name, std::ios::binary) << text;
        return folder_ / name;
    }

    fs::path folder_;
};

TEST_F(PlanSource, RecognisesPlansByTheirFirstKey) {
    EXPECT_TRUE(looks_like_plan(write("a", plan_to_text({.target = "gguf"}))));
    EXPECT_TRUE(looks_like_plan(write("b", R"({"bitlathe_plan":1,"tensors":{}})")));
    EXPECT_TRUE(looks_like_plan(write("newer", R"({ "bitlathe_plan": 99)")));
}

TEST_F(PlanSource, LeavesEverythingElseAlone) {
    EXPECT_FALSE(looks_like_plan(folder_ / "absent"));
    EXPECT_FALSE(looks_like_plan(folder_));
    for (const char* text : {"", "{", "{   ", "GGUF\3", R"({"weight_map": {"bitlathe_plan": 1}})",
                             R"(["bitlathe_plan"])", R"({"bitlathe_pla)"}) {
        EXPECT_FALSE(looks_like_plan(write("other", text))) << text;
    }
}

TEST_F(PlanSource, FindsTheCheckpointWhereThePlanSays) {
    const fs::path model = write("models/m.gguf", "x");
    EXPECT_EQ(source_of({.checkpoint_path = model.string()}, "/elsewhere/p.json"), model);
    EXPECT_EQ(source_of({.checkpoint_path = "models/m.gguf"}, folder_ / "p.json"), model);
}

TEST_F(PlanSource, FindsTheCheckpointMovedWithThePlan) {
    const fs::path model = write("models/m.gguf", "x");
    EXPECT_EQ(source_of({.checkpoint_path = "/no/such/m.gguf"}, folder_ / "models/p.json"), model);
}

TEST_F(PlanSource, SaysWhatThePlanSaysWhenItIsNowhere) {
    EXPECT_EQ(source_of({.checkpoint_path = "/no/such/m.gguf"}, folder_ / "p.json"),
              "/no/such/m.gguf");
    EXPECT_EQ(source_of({}, folder_ / "p.json"), "");
}

}  // namespace
}  // namespace bitlathe
