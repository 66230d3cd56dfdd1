// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/options.h"

#include <filesystem>
#include <fstream>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "core/allocation/plan.h"

namespace bitlathe {
namespace {

namespace fs = std::filesystem;
using namespace Qt::Literals::StringLiterals;

class FollowPlan : public testing::Test {
protected:
    void SetUp() override {
        folder_ = fs::temp_directory_path() /
                  fmt::format("bitlathe-options-{}-{}", getpid(),
                              testing::UnitTest::GetInstance()->current_test_info()->name());
        fs::create_directories(folder_);
    }
    void TearDown() override { fs::remove_all(folder_); }

    [[nodiscard]] QString write(const std::string& name, const std::string& text) const {
        std::ofstream(folder_ / name, std::ios::binary) << text;
        return QString::fromStdString((folder_ / name).string());
    }

    fs::path folder_;
};

TEST_F(FollowPlan, OpensWhatThePlanWasMadeForAndLoadsThePlan) {
    const QString model = write("m.gguf", "x");
    RenderRequest request;
    request.checkpoint =
        write("p.json", plan_to_text({.target = "gguf", .checkpoint_path = model.toStdString()}));
    const QString plan = request.checkpoint;
    ASSERT_TRUE(follow_plan(request));
    EXPECT_EQ(request.checkpoint, model);
    EXPECT_EQ(request.plan, plan);
}

TEST_F(FollowPlan, LeavesCheckpointsAndNothingAlone) {
    for (const QString& path : {write("m.gguf", "GGUF"), u"/no/such/file"_s, QString()}) {
        RenderRequest request;
        request.checkpoint = path;
        ASSERT_TRUE(follow_plan(request));
        EXPECT_EQ(request.checkpoint, path);
        EXPECT_TRUE(request.plan.isEmpty());
    }
}

TEST_F(FollowPlan, APlanThatWasAskedForWins) {
    RenderRequest request;
    request.checkpoint = write("p.json", plan_to_text({.target = "gguf"}));
    request.plan = u"other.json"_s;
    const QString given = request.checkpoint;
    ASSERT_TRUE(follow_plan(request));
    EXPECT_EQ(request.checkpoint, given);
    EXPECT_EQ(request.plan, u"other.json"_s);
}

TEST_F(FollowPlan, RefusesNewerPlansAndPlansWithoutASource) {
    for (const std::string& text :
         {std::string(R"({"bitlathe_plan": 99})"), plan_to_text({.target = "gguf"})}) {
        RenderRequest request;
        request.checkpoint = write("p.json", text);
        const Status followed = follow_plan(request);
        ASSERT_FALSE(followed) << text;
        EXPECT_EQ(followed.error().code, ErrorCode::kRefused);
        EXPECT_EQ(followed.error().file, request.checkpoint.toStdString());
        EXPECT_FALSE(followed.error().hint.empty());
    }
}

}  // namespace
}  // namespace bitlathe
