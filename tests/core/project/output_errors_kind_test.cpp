// SPDX-License-Identifier: GPL-3.0-or-later
// Output errors of formats in a project: as they were, and from files that are not to be believed.
#include <algorithm>
#include <cmath>
#include <limits>

#include <gmock/gmock.h>

#include "tests/core/project/sample_project.h"

namespace bitlathe {
namespace {

class OutputErrorsKind : public ProjectFolder {
protected:
    /// What a file says of output errors.
    struct Content {
        std::vector<std::string> tensors = {"a", "b"};
        std::vector<std::string> formats = {"Q8_0", "Q4_K"};
        std::vector<double> diagonal = {.5, .25, 0, .125};
        std::vector<std::uint64_t> shape = {2, 2};
        bool with_table = true;
    };
    /// What comes of a project with that.
    Result<Project> read(const Content& content) {
        return load_with("output_errors", [&](GroupWriter& group) {
            group.attribute("text_path", std::string("t.txt"));
            group.attribute("text_sha256", std::string("ab"));
            group.attribute("ids", std::string("cd"));
            group.attribute("with_first", std::uint64_t{1});
            group.texts("tensor", content.tensors);
            group.texts("format", content.formats);
            if (content.with_table) group.numbers("diagonal", content.diagonal, content.shape);
        });
    }
    void expect_refused(const Content& content, const std::string& part) {
        ProjectFolder::expect_refused(read(content), part);
    }
};

void expect_same(const std::vector<FormatError>& a, const std::vector<FormatError>& b) {
    ASSERT_EQ(a.size(), b.size());
    for (const FormatError& error : a) {
        const auto other = std::find_if(b.begin(), b.end(), [&error](const FormatError& candidate) {
            return candidate.format == error.format;
        });
        ASSERT_NE(other, b.end()) << format_info(error.format).name;
        EXPECT_EQ(other->nmse, error.nmse);
    }
}

TEST_F(OutputErrorsKind, ComeBackAsTheyWere) {
    const Project before = sample_project();
    ASSERT_TRUE(save_project(before, path()));
    const auto after = load_project(path());
    ASSERT_TRUE(after) << after.error().to_string();
    ASSERT_TRUE(after->output_errors);
    EXPECT_EQ(after->output_errors->text_path, "text.txt");
    EXPECT_EQ(after->output_errors->text_sha256, "ab12");
    EXPECT_EQ(after->output_errors->text_ids, "00ff");
    EXPECT_FALSE(after->output_errors->with_first);
    const auto& rows = before.output_errors->tensors;
    ASSERT_EQ(after->output_errors->tensors.size(), rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        EXPECT_EQ(after->output_errors->tensors[i].tensor, rows[i].tensor);
        expect_same(rows[i].diagonal, after->output_errors->tensors[i].diagonal);
        expect_same(rows[i].full, after->output_errors->tensors[i].full);
    }
    const std::string bytes = read_all(path());
    ASSERT_TRUE(save_project(*after, path("again.bitlathe")));
    EXPECT_EQ(read_all(path("again.bitlathe")), bytes);
}

TEST_F(OutputErrorsKind, WhatIsNotKnownIsNotThere) {
    Project project = sample_project();
    for (OutputErrorRow& row : project.output_errors->tensors) {
        row.full.clear();
        row.diagonal.back().nmse.reset();
    }
    ASSERT_TRUE(save_project(project, path()));
    auto after = load_project(path());
    ASSERT_TRUE(after) << after.error().to_string();
    ASSERT_TRUE(after->output_errors);
    EXPECT_EQ(after->output_errors->tensors[0].diagonal.size(), 1U);
    EXPECT_TRUE(after->output_errors->tensors[1].diagonal.empty());
    EXPECT_TRUE(after->output_errors->tensors[0].full.empty());
    for (OutputErrorRow& row : project.output_errors->tensors)
        row.diagonal.clear();
    ASSERT_TRUE(save_project(project, path()));
    after = load_project(path());
    ASSERT_TRUE(after) << after.error().to_string();
    EXPECT_FALSE(after->output_errors) << "nothing was known";
}

TEST_F(OutputErrorsKind, FormatsThatNobodyKnowsArePassedOver) {
    Content content;
    content.formats = {"Q9_9", "Q4_K"};
    const auto project = read(content);
    ASSERT_TRUE(project) << project.error().to_string();
    const auto& rows = project->output_errors->tensors;
    ASSERT_EQ(rows.size(), 2U);
    ASSERT_EQ(rows[0].diagonal.size(), 1U);
    EXPECT_EQ(rows[0].diagonal[0].format, *find_format("Q4_K"));
    EXPECT_EQ(rows[0].diagonal[0].nmse, .25);
    EXPECT_EQ(rows[1].diagonal[0].nmse, .125);
    EXPECT_TRUE(rows[0].full.empty());
}

TEST_F(OutputErrorsKind, HostileTablesAreRefused) {
    const auto with_value = [](double value) {
        Content content;
        content.diagonal[1] = value;
        return content;
    };
    ASSERT_TRUE(read({}));
    EXPECT_TRUE(read(with_value(std::nan(""))));
    expect_refused(with_value(std::numeric_limits<double>::infinity()), "no number from 0 on");
    expect_refused(with_value(-.5), "no number from 0 on");
    Content wide;
    wide.shape = {1, 4};
    expect_refused(wide, "its shape is");
    Content flat;
    flat.shape = {4};
    expect_refused(flat, "its shape is");
    Content fewer;
    fewer.tensors = {"a"};
    expect_refused(fewer, "its shape is");
    Content more;
    more.formats.emplace_back("Q6_K");
    expect_refused(more, "its shape is");
    Content twice;
    twice.tensors = {"a", "a"};
    expect_refused(twice, "a tensor stands twice");
    Content again;
    again.formats = {"Q8_0", "q8_0"};
    expect_refused(again, "a format stands twice");
}

TEST_F(OutputErrorsKind, WithoutTablesNothingIsKnown) {
    Content content;
    content.with_table = false;
    const auto project = read(content);
    ASSERT_TRUE(project) << project.error().to_string();
    ASSERT_TRUE(project->output_errors);
    EXPECT_TRUE(project->output_errors->tensors[0].diagonal.empty());
}

}  // namespace
}  // namespace bitlathe
