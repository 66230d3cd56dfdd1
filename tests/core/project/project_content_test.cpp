// SPDX-License-Identifier: GPL-3.0-or-later
// What stays of a project that is saved over, and what comes in from another one.
#include "core/project/project_content.h"

#include <gmock/gmock.h>

#include "core/targets/planner.h"
#include "core/targets/target.h"
#include "tests/core/project/sample_project.h"

namespace bitlathe {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class ProjectContent : public ProjectFolder {
protected:
    static std::shared_ptr<const Model> open(const char* name) {
        return open_model(std::filesystem::path(BITLATHE_SOURCE_DIR "/resources/sample") / name)
            .value();
    }
    static std::shared_ptr<const Model> converted(const std::shared_ptr<const Model>& folder) {
        return find_target("gguf")->adapt(folder).value().model;
    }
    static std::pair<std::string, std::string> plan_for(const Model& model, const char* preset) {
        PlanRequest request;
        request.target = "gguf";
        request.preset = preset;
        return {preset, plan_to_text(make_plan(model, request, {}, {}).value())};
    }
    static EvaluationRecord record(const char* plan, const Measurement& measured) {
        return {plan, std::make_shared<const Measurement>(measured)};
    }
    static std::vector<std::string> names(const NamedTexts& texts) {
        std::vector<std::string> names;
        for (const auto& text : texts)
            names.push_back(text.first);
        return names;
    }
    /// A project of the sample, with something in it that the window does not make.
    void save_sample(const Model& model) const {
        Project project = sample_project();
        project.model = stamp_of(model);
        ASSERT_TRUE(save_project(project, path()));
    }
    const std::shared_ptr<const Model> gguf = open("storybook-7m-bf16.gguf");
};

TEST_F(ProjectContent, OfTheSameWeightsStays) {
    save_sample(*gguf);
    const auto project = project_to_extend(path(), *gguf);
    ASSERT_TRUE(project) << project.error().to_string();
    EXPECT_TRUE(project->skips);
    EXPECT_TRUE(project->imatrix);
    EXPECT_EQ(project->evaluations.size(), 3U);
}

TEST_F(ProjectContent, OfOtherWeightsOrNoFileIsAFreshOne) {
    ASSERT_TRUE(save_project(sample_project(), path()));
    for (const char* name : {"a.bitlathe", "missing.bitlathe"}) {
        std::optional<ModelStamp> other;
        const auto project = project_to_extend(path(name), *gguf, &other);
        ASSERT_TRUE(project) << project.error().to_string();
        EXPECT_EQ(other.has_value(), path(name) == path());
        EXPECT_FALSE(project->skips);
        EXPECT_EQ(project->model.fingerprint, gguf->checkpoint->fingerprint());
    }
}

TEST_F(ProjectContent, WhatCannotBeReadIsNotReplaced) {
    save_sample(*gguf);
    const std::string good = read_all(path());
    std::string damaged = good;
    damaged[damaged.size() / 2] ^= 1;
    std::string no_project = good;
    no_project[0] = 'B';
    for (const std::string& bytes :
         {damaged, no_project, good.substr(0, 700), std::string("dear")}) {
        write_all(path(), bytes);
        const auto project = project_to_extend(path(), *gguf);
        ASSERT_FALSE(project);
        EXPECT_EQ(project.error().code, ErrorCode::kImpossible);
        EXPECT_EQ(project.error().file, path().string());
        EXPECT_THAT(project.error().hint, HasSubstr("was not replaced"));
        EXPECT_EQ(read_all(path()), bytes);
    }
}

TEST_F(ProjectContent, AFolderAndItsConversionAreTheSameWeights) {
    const auto folder = open("storybook-7m-hf");
    const auto other = converted(folder);
    EXPECT_TRUE(is_about(stamp_of(*folder), *other));
    EXPECT_TRUE(is_about(stamp_of(*other), *folder));
    EXPECT_FALSE(is_about(stamp_of(*gguf), *other));
    // As earlier programs stamped it.
    EXPECT_TRUE(is_about({"", other->checkpoint->fingerprint(), ""}, *other));
    EXPECT_EQ(stamp_of(*gguf).fingerprint, gguf->checkpoint->fingerprint());
}

TEST_F(ProjectContent, AnEvaluationReplacesOneThatSaysNoMore) {
    Project project;
    const Measurement compared = sample_measurement(true);
    const Measurement alone = sample_measurement(false);
    Measurement figures = compared;
    figures.windows.clear();
    figures.scores.clear();
    figures.tops.clear();
    add_evaluation(project, record("figures", figures));
    add_evaluation(project, record("alone", alone));
    ASSERT_EQ(project.evaluations.size(), 1U);
    EXPECT_EQ(project.evaluations[0].plan, "alone");
    add_evaluation(project, record("compared", compared));
    add_evaluation(project, record("alone", alone));
    ASSERT_EQ(project.evaluations.size(), 1U);
    EXPECT_EQ(project.evaluations[0].plan, "compared");
    Measurement other = alone;
    other.settings.context = 8;
    add_evaluation(project, record("other", other));
    EXPECT_EQ(project.evaluations.size(), 2U);
}

TEST_F(ProjectContent, WhatIsMissingComesFromTheOther) {
    Project project;
    project.skips = SkipRecord{"own.txt", "", 8, {}};
    project.evaluations = {record("own", sample_measurement(true))};
    project.plans = {{"Q4_K_M", "own"}};
    add_missing(project, sample_project());
    EXPECT_EQ(project.skips->text_path, "own.txt");
    EXPECT_TRUE(project.profile);
    EXPECT_TRUE(project.imatrix);
    ASSERT_EQ(project.evaluations.size(), 3U);
    EXPECT_EQ(project.evaluations[0].plan, "own");
    EXPECT_THAT(names(project.plans), ElementsAre("Q4_K_M", "Q4_K_M", "empty"));
    EXPECT_TRUE(project.view.empty());
}

TEST_F(ProjectContent, PlansForTheModelInAnotherFormStayWithTheirOwn) {
    const auto folder = open("storybook-7m-hf");
    const auto q8 = plan_for(*converted(folder), "Q8_0");
    const auto q4 = plan_for(*converted(folder), "Q4_K_M");
    const std::pair<std::string, std::string> torn("torn", "{");
    Project project;
    project.plans = {q8, q4, torn};
    EXPECT_THAT(foreign_plans(project.plans, *folder), ElementsAre(q8, q4, torn));
    EXPECT_THAT(foreign_plans(project.plans, *converted(folder)), ElementsAre(torn));
    put_plans(project, {{"Q8_0", "of the folder"}}, *folder, false);
    EXPECT_THAT(names(project.plans), ElementsAre("Q8_0", "Q8_0", "Q4_K_M", "torn"));
    put_plans(project, {q4}, *converted(folder), false);
    EXPECT_THAT(names(project.plans), ElementsAre("Q4_K_M", "Q8_0", "torn"));
    EXPECT_EQ(project.plans[1].second, "of the folder");
    project.plans = {q8, q4};
    put_plans(project, {{"Q8_0", "new"}}, *converted(folder), true);
    EXPECT_THAT(names(project.plans), ElementsAre("Q8_0", "Q4_K_M"));
}

}  // namespace
}  // namespace bitlathe
