// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/activation_cache.h"

#include "core/targets/target.h"
#include "tests/core/project/sample_project.h"

namespace bitlathe {
namespace {

class Activations : public ProjectFolder {
protected:
    void SetUp() override {
        ProjectFolder::SetUp();
        std::filesystem::copy(BITLATHE_SOURCE_DIR "/resources/sample/storybook-7m-bf16.gguf",
                              path("m.gguf"));
        auto opened = open_model(path("m.gguf"));
        ASSERT_TRUE(opened);
        model = *opened;
        profile = *sample_project().profile;
    }
    [[nodiscard]] ActivationCache::Entry newest() const {
        auto found = cache().newest(*model, {});
        EXPECT_TRUE(found);
        return found ? *found : nullptr;
    }
    [[nodiscard]] ActivationCache cache() const { return ActivationCache(folder_ / "cache"); }
    std::shared_ptr<const Model> model;
    ActivationProfile profile;
};

TEST_F(Activations, ComeBackForTheSameModelAndSettings) {
    EXPECT_FALSE(newest());
    ASSERT_TRUE(cache().store(*model, "text 512", profile));
    const auto found = cache().find(*model, "text 512");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->text.ids, profile.text.ids);
    EXPECT_EQ(found->taps.size(), profile.taps.size());
    EXPECT_FALSE(cache().find(*model, "text 256"));
    EXPECT_TRUE(newest());
}

TEST_F(Activations, OfChangedWeightsAreAsGoodAsNone) {
    ASSERT_TRUE(cache().store(*model, "text 512", profile));
    const auto file = path("m.gguf");
    std::filesystem::last_write_time(
        file, std::filesystem::last_write_time(file) + std::chrono::seconds(5));
    auto again = open_model(file);
    ASSERT_TRUE(again);
    model = *again;
    EXPECT_FALSE(cache().find(*model, "text 512"));
    EXPECT_FALSE(newest());
}

TEST_F(Activations, AreThoseOfTheFilesWhateverTheModelIsConvertedTo) {
    auto folder = open_model(BITLATHE_SOURCE_DIR "/resources/sample/storybook-7m-hf");
    ASSERT_TRUE(folder);
    model = *folder;
    ASSERT_TRUE(cache().store(*model, "text 512", profile));
    auto converted = find_target("gguf")->adapt(model);
    ASSERT_TRUE(converted) << converted.error().to_string();
    ASSERT_NE(converted->model->checkpoint->fingerprint(), model->checkpoint->fingerprint());
    model = converted->model;
    EXPECT_TRUE(cache().find(*model, "text 512"));
    EXPECT_TRUE(newest());
    ASSERT_TRUE(cache().store(*model, "text 256", profile));
    EXPECT_TRUE(cache().find(**folder, "text 256"));
}

TEST_F(Activations, DamagedFilesAreAsGoodAsNone) {
    ASSERT_TRUE(cache().store(*model, "text 512", profile));
    for (const auto& entry : std::filesystem::directory_iterator(folder_ / "cache")) {
        std::string bytes = read_all(entry.path());
        bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
        write_all(entry.path(), bytes);
    }
    EXPECT_FALSE(newest());
}

}  // namespace
}  // namespace bitlathe
