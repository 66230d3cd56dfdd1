// SPDX-License-Identifier: GPL-3.0-or-later
// Errors of experts in a project: as they were, and from files that are not to be believed.
#include <cmath>

#include <gmock/gmock.h>

#include "tests/core/project/sample_project.h"

namespace bitlathe {
namespace {

class ExpertsKind : public ProjectFolder {
protected:
    /// What a file says of experts.
    struct Content {
        std::vector<std::uint32_t> blocks = {0, 0, 1}, experts = {1, 3, 0};
        std::vector<std::uint64_t> tokens = {12, 8, 1};
        std::vector<double> weights = {4.5, 2.25, .125}, errors = {.25, .5, 0};
    };
    Result<Project> read(const Content& content) {
        return load_with("experts", [&](GroupWriter& group) {
            group.attribute("text_path", std::string("t.txt"));
            group.attribute("text_sha256", std::string("ab"));
            group.attribute("context", std::uint64_t{64});
            group.attribute("format", std::string("Q4_0"));
            group.numbers("block", content.blocks);
            group.numbers("expert", content.experts);
            group.numbers("tokens", content.tokens);
            group.numbers("weight", content.weights);
            group.numbers("error", content.errors);
        });
    }
    void expect_refused(const Content& content, const std::string& part) {
        ProjectFolder::expect_refused(read(content), part);
    }
};

TEST_F(ExpertsKind, ComeBackAsTheyWere) {
    const Project before = sample_project();
    ASSERT_TRUE(save_project(before, path()));
    const auto after = load_project(path());
    ASSERT_TRUE(after) << after.error().to_string();
    ASSERT_TRUE(after->experts);
    EXPECT_EQ(after->experts->text_path, "experts.txt");
    EXPECT_EQ(after->experts->text_sha256, "ef90");
    EXPECT_EQ(after->experts->context, 128U);
    EXPECT_EQ(after->experts->format, "Q4_0");
    ASSERT_EQ(after->experts->errors.size(), 3U);
    for (std::size_t i = 0; i < 3; ++i) {
        const ExpertError& a = before.experts->errors[i];
        const ExpertError& b = after->experts->errors[i];
        EXPECT_EQ(a.block, b.block);
        EXPECT_EQ(a.expert, b.expert);
        EXPECT_EQ(a.tokens, b.tokens);
        EXPECT_EQ(a.weight, b.weight);
        EXPECT_EQ(a.error, b.error);
    }
}

TEST_F(ExpertsKind, HostileRowsAreRefused) {
    ASSERT_TRUE(read({}));
    Content shorter;
    shorter.tokens = {12, 8};
    expect_refused(shorter, "its shape is");
    Content longer;
    longer.errors.push_back(1);
    expect_refused(longer, "its shape is");
    Content twice;
    twice.experts = {1, 1, 0};
    expect_refused(twice, "out of order");
    Content falling;
    falling.blocks = {0, 2, 1};
    expect_refused(falling, "out of order");
    Content unseen;
    unseen.tokens = {12, 0, 1};
    expect_refused(unseen, "cannot be");
    for (const double value : {std::nan(""), HUGE_VAL, -1.0}) {
        Content error;
        error.errors[1] = value;
        expect_refused(error, "cannot be");
        Content weight;
        weight.weights[1] = value;
        expect_refused(weight, "cannot be");
    }
}

}  // namespace
}  // namespace bitlathe
