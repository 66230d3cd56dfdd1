// SPDX-License-Identifier: GPL-3.0-or-later
// What rounding experts does, as scripts see it and as a project keeps it.
#include "tests/app/cli_fixture.h"

namespace bitlathe {
namespace {

const std::string kText = BITLATHE_SOURCE_DIR "/resources/sample/storybook_val.txt";
const std::string kMixture = BITLATHE_SHARED_DATA "/families/mixtral";

using ExpertsCliTest = CliTest;

TEST_F(ExpertsCliTest, ErrorsOfExpertsAreMeasuredAndKept) {
    if (!fs::exists(kMixture)) {
        GTEST_SKIP() << "no reference models beside the project";
    }
    const std::string project = path("p.bitlathe");
    const Outcome profiled = run(
        {"profile", kMixture, "--text", kText, "--tokens", "256", "--ctx", "64", "-o", project});
    ASSERT_EQ(profiled.code, 0) << profiled.err;
    const Json before = run({"importance", project, "--formats", "Q8_0", "--json"}).json();
    EXPECT_TRUE(before["expert_format"].is_null());
    const Outcome measured =
        run({"importance", project, "--measure-experts", kText, "--expert-format", "Q4_0", "--ctx",
             "64", "--tokens", "256", "--formats", "Q8_0", "--json"});
    ASSERT_EQ(measured.code, 0) << measured.err;
    const Json document = measured.json();
    EXPECT_EQ(document["expert_format"], "Q4_0");
    ASSERT_EQ(document["experts"].size(), 2U * 4U);
    std::size_t errors = 0;
    for (const Json& row : document["experts"]) {
        if (!row.contains("error")) continue;
        EXPECT_GT(row["error"].get<double>(), 0);
        EXPECT_GT(row["importance"].get<double>(), 0);
        EXPECT_GT(row["measured_tokens"].get<int>(), 0);
        ++errors;
    }
    EXPECT_GT(errors, 4U);
    const Json again = run({"importance", project, "--formats", "Q8_0", "--json"}).json();
    EXPECT_EQ(again["experts"], document["experts"]);
    EXPECT_EQ(again["expert_format"], "Q4_0");
    // What is measured later beside it leaves it there.
    const Outcome skipped = run({"importance", project, "--measure-skip", kText, "--ctx", "64",
                                 "--tokens", "128", "--formats", "Q8_0", "--json"});
    ASSERT_EQ(skipped.code, 0) << skipped.err;
    EXPECT_EQ(skipped.json()["experts"], document["experts"]);
    EXPECT_EQ(run({"importance", project, "--formats", "Q8_0", "--json"}).json()["experts"],
              document["experts"]);
}

}  // namespace
}  // namespace bitlathe
