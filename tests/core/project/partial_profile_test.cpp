// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/partial_profile.h"

#include <gmock/gmock.h>

#include "core/profile/activation/profile_activations.h"
#include "tests/core/forward/tiny_model.h"
#include "tests/core/project/sample_project.h"

namespace bitlathe {
namespace {

class PartialProfile : public ProjectFolder {
protected:
    void SetUp() override {
        ProjectFolder::SetUp();
        tiny_llama().write(folder_ / "model");
        model_.emplace(Transformer::create(open_model(folder_ / "model").value()).value());
        std::vector<std::uint32_t> ids;
        for (std::uint32_t i = 0; i < 57; ++i) {
            ids.push_back(i * 7 % 11);
        }
        text_ = cut_windows(ids, 8, true);
        request_.activation_bytes = 20 * 3 * 24 * sizeof(float);  // two windows a batch
        request_.gram_points = {TapPoint::kAttnIn};
        request_.save_every = std::chrono::seconds(0);
    }
    /// A project with the profile as bytes: whatever differs shows in them.
    [[nodiscard]] std::string bytes_of(const ActivationProfile& profile) const {
        Project project;
        project.model = {"/m", "ff", "llama"};
        project.profile = profile;
        EXPECT_TRUE(save_project(project, path("bytes.bitlathe")));
        return read_all(path("bytes.bitlathe"));
    }
    std::optional<Transformer> model_;
    TokenBatch text_;
    ActivationRequest request_;
};

TEST_F(PartialProfile, GoesOnAsIfNothingHadHappenedFromAnyPlace) {
    std::vector<std::filesystem::path> saved;
    request_.save = [&](const ActivationProgress& progress) {
        saved.push_back(path((std::to_string(saved.size()) + ".unfinished").c_str()));
        return save_partial_profile(progress, "key", saved.back());
    };
    const auto whole = profile_activations(*model_, text_, request_, {});
    ASSERT_TRUE(whole) << whole.error().to_string();
    ASSERT_EQ(saved.size(), 4U * 2U);  // batches x blocks
    const std::string wanted = bytes_of(*whole);
    request_.save = {};
    for (const auto& file : saved) {
        const auto progress = load_partial_profile("key", file);
        ASSERT_TRUE(progress) << progress.error().to_string();
        request_.resume = &*progress;
        const auto rest = profile_activations(*model_, text_, request_, {});
        ASSERT_TRUE(rest) << rest.error().to_string();
        EXPECT_TRUE(bytes_of(*rest) == wanted) << file;
    }
}

TEST_F(PartialProfile, OfSomethingElseIsRefused) {
    request_.save = [&](const ActivationProgress& progress) {
        return save_partial_profile(progress, profile_key(*model_, text_, request_), path("u"));
    };
    ASSERT_TRUE(profile_activations(*model_, text_, request_, {}));
    ASSERT_TRUE(load_partial_profile(profile_key(*model_, text_, request_), path("u")));
    ActivationRequest other = request_;
    other.thresholds = {1};
    const auto refused = load_partial_profile(profile_key(*model_, text_, other), path("u"));
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().message, testing::HasSubstr("another model, text or request"));
    std::string damaged = read_all(path("u"));
    damaged[damaged.size() / 2] ^= 1;
    write_all(path("u"), damaged);
    EXPECT_FALSE(load_partial_profile(profile_key(*model_, text_, request_), path("u")));
}

TEST_F(PartialProfile, ThatDoesNotFitIsRefused) {
    ActivationProgress nothing;
    request_.resume = &nothing;
    EXPECT_EQ(profile_activations(*model_, text_, request_, {}).error().code, ErrorCode::kRefused);
    nothing.batch = 99;
    EXPECT_EQ(profile_activations(*model_, text_, request_, {}).error().code, ErrorCode::kRefused);
}

TEST_F(PartialProfile, AFailedSaveEndsTheWork) {
    request_.save = [](const ActivationProgress&) -> Status {
        return fail(ErrorCode::kNotWritten, "the disk is full");
    };
    EXPECT_EQ(profile_activations(*model_, text_, request_, {}).error().code,
              ErrorCode::kNotWritten);
}

}  // namespace
}  // namespace bitlathe
