// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "core/model/model.h"

namespace bitlathe {
namespace {

const std::filesystem::path kData = BITLATHE_SHARED_DATA;

#define REQUIRE_SHARED_DATA()                                                           \
    if (!std::filesystem::exists(kData)) {                                              \
        GTEST_SKIP() << "REFERENCE DATA MISSING: " << kData << " - nothing was tested"; \
    }

std::shared_ptr<const Model> opened(const std::filesystem::path& path) {
    auto model = open_model(path);
    EXPECT_TRUE(model.has_value()) << model.error().to_string();
    return model ? *model : nullptr;
}

/// What a family folder must hold. Roles are counted over weights; norms count norms per block.
struct Expected {
    std::string_view folder, family, gguf;
    std::uint32_t blocks;
    bool tied;
    bool fused_qkv = false;
    bool fused_gate_up = false;
    bool gated = true;
    std::uint32_t experts = 1;
    std::uint32_t norms = 2;
    std::uint32_t kv_heads = 2;
};

constexpr Expected kFamilies[] = {
    {"llama", "llama", "llama", 3, false},
    {"llama3-rope", "llama", "llama", 2, true},
    {"mistral-window", "mistral", "llama", 3, false},
    {"qwen2", "qwen2", "qwen2", 3, true},
    {.folder = "qwen3", .family = "qwen3", .gguf = "qwen3", .blocks = 3, .tied = false, .norms = 4},
    {.folder = "gemma2",
     .family = "gemma2",
     .gguf = "gemma2",
     .blocks = 4,
     .tied = true,
     .norms = 4},
    {.folder = "gemma3",
     .family = "gemma3",
     .gguf = "gemma3",
     .blocks = 7,
     .tied = true,
     .norms = 6,
     .kv_heads = 1},
    {.folder = "gpt2",
     .family = "gpt2",
     .gguf = "gpt2",
     .blocks = 3,
     .tied = true,
     .fused_qkv = true,
     .gated = false,
     .kv_heads = 4},
    {.folder = "phi2",
     .family = "phi2",
     .gguf = "phi2",
     .blocks = 3,
     .tied = false,
     .gated = false,
     .norms = 1,
     .kv_heads = 4},
    {.folder = "phi3",
     .family = "phi3",
     .gguf = "phi3",
     .blocks = 3,
     .tied = false,
     .fused_qkv = true,
     .fused_gate_up = true},
    {.folder = "mixtral",
     .family = "mixtral",
     .gguf = "llama",
     .blocks = 2,
     .tied = false,
     .experts = 4},
    {.folder = "qwen3-moe",
     .family = "qwen3-moe",
     .gguf = "qwen3moe",
     .blocks = 2,
     .tied = false,
     .experts = 8,
     .norms = 4},
    {.folder = "olmoe",
     .family = "olmoe",
     .gguf = "olmoe",
     .blocks = 2,
     .tied = false,
     .experts = 8,
     .norms = 4},
    {.folder = "olmo2", .family = "olmo2", .gguf = "olmo2", .blocks = 3, .tied = false, .norms = 4},
    {"granite", "granite", "granite", 3, true},
    {"smollm3", "smollm3", "smollm3", 5, true},
    {.folder = "glm4",
     .family = "glm4",
     .gguf = "glm4",
     .blocks = 3,
     .tied = false,
     .fused_gate_up = true,
     .norms = 4},
    {"ernie4_5", "ernie4_5", "ernie4_5", 3, true},
    {"seed-oss", "seed-oss", "seed_oss", 3, false},
    {.folder = "exaone4",
     .family = "exaone4",
     .gguf = "exaone4",
     .blocks = 4,
     .tied = false,
     .norms = 4},
};

class FamilyFolders : public ::testing::TestWithParam<Expected> {};

void expect_block(const Expected& expected, const std::map<Role, std::uint32_t>& roles) {
    const auto count = [&](Role role) {
        const auto found = roles.find(role);
        return found == roles.end() ? 0U : found->second;
    };
    const std::uint32_t split = expected.fused_qkv ? 0 : 1;
    EXPECT_EQ(count(Role::kAttnQ), split);
    EXPECT_EQ(count(Role::kAttnK), split);
    EXPECT_EQ(count(Role::kAttnV), split);
    EXPECT_EQ(count(Role::kAttnQkv), 1 - split);
    EXPECT_EQ(count(Role::kAttnO), 1U);
    const std::uint32_t mlps = expected.experts;
    EXPECT_EQ(count(Role::kMlpGate), expected.fused_gate_up || !expected.gated ? 0 : mlps);
    EXPECT_EQ(count(Role::kMlpUp), expected.fused_gate_up ? 0 : mlps);
    EXPECT_EQ(count(Role::kMlpGateUp), expected.fused_gate_up ? 1U : 0U);
    EXPECT_EQ(count(Role::kMlpDown), mlps);
    EXPECT_EQ(count(Role::kRouter), expected.experts > 1 ? 1U : 0U);
    EXPECT_EQ(count(Role::kNorm), expected.norms);
}

TEST_P(FamilyFolders, EveryTensorHasItsPlace) {
    REQUIRE_SHARED_DATA();
    const Expected& expected = GetParam();
    const auto model = opened(kData / "families" / expected.folder);
    ASSERT_NE(model, nullptr);
    EXPECT_EQ(model->family, expected.family);
    EXPECT_EQ(model->gguf_architecture, expected.gguf);
    EXPECT_EQ(model->blocks, expected.blocks);
    EXPECT_EQ(model->embedding_is_head(), expected.tied);
    EXPECT_TRUE(model->warnings.empty()) << model->warnings.front().message;

    std::vector<std::map<Role, std::uint32_t>> blocks(expected.blocks);
    std::map<Role, std::uint32_t> outside;
    for (std::size_t i = 0; i < model->places.size(); ++i) {
        const TensorPlace& place = model->places[i];
        const std::string& name = model->tensor(i).name;
        EXPECT_NE(place.canonical, name);
        const bool bias = name.ends_with(".bias");
        if (bias || place.canonical == "position_embd.weight") {
            EXPECT_EQ(place.role, Role::kOther) << name;
            continue;
        }
        EXPECT_NE(role_name(place.role), "other") << name;
        ++(place.block ? blocks.at(*place.block) : outside)[place.role];
    }
    for (const auto& roles : blocks) {
        expect_block(expected, roles);
    }
    EXPECT_EQ(outside[Role::kEmbed], 1U);
    EXPECT_EQ(outside[Role::kLmHead], expected.tied ? 0U : 1U);
    EXPECT_EQ(outside[Role::kNorm], 1U);
}

TEST_P(FamilyFolders, HyperparametersAreKnown) {
    REQUIRE_SHARED_DATA();
    const Expected& expected = GetParam();
    const auto model = opened(kData / "families" / expected.folder);
    ASSERT_NE(model, nullptr);
    const Hyperparameters& hyper = model->hyper;
    EXPECT_EQ(hyper.blocks, expected.blocks);
    EXPECT_EQ(hyper.embedding, 64U);
    EXPECT_EQ(hyper.heads, 4U);
    EXPECT_EQ(hyper.kv_heads, expected.kv_heads);
    EXPECT_EQ(hyper.vocabulary, 1024U);
    EXPECT_TRUE(hyper.feed_forward && hyper.context && hyper.norm_epsilon && hyper.head_dim);
    EXPECT_EQ(hyper.experts.value_or(1), expected.experts);
    if (expected.folder != "gpt2") {
        EXPECT_TRUE(hyper.rope_theta.has_value());
    }
}

INSTANTIATE_TEST_SUITE_P(Models, FamilyFolders, ::testing::ValuesIn(kFamilies),
                         [](const auto& one) {
                             std::string name(one.param.folder);
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

TEST(FamilyFoldersAll, EveryFolderIsInTheTable) {
    REQUIRE_SHARED_DATA();
    std::set<std::string> folders;
    for (const auto& entry : std::filesystem::directory_iterator(kData / "families")) {
        if (entry.is_directory()) {
            folders.insert(entry.path().filename().string());
        }
    }
    for (const Expected& expected : kFamilies) {
        folders.erase(std::string(expected.folder));
    }
    EXPECT_TRUE(folders.empty()) << *folders.begin() << " is not tested";
}

TEST(Hyperparameters, OfParticularFolders) {
    REQUIRE_SHARED_DATA();
    const auto llama3 = opened(kData / "families/llama3-rope")->hyper;
    EXPECT_EQ(llama3.rope_scaling_type, "llama3");
    EXPECT_EQ(llama3.rope_scaling_factor, 8.0);
    EXPECT_EQ(opened(kData / "families/gemma3")->hyper.rope_theta, 1e6);
    EXPECT_EQ(opened(kData / "families/gemma3")->hyper.sliding_window, 32U);
    EXPECT_EQ(opened(kData / "families/mistral-window")->hyper.sliding_window, 48U);
    EXPECT_EQ(opened(kData / "families/phi2")->hyper.rope_dimension, 8U);
    EXPECT_EQ(opened(kData / "families/gpt2")->hyper.feed_forward, 256U);
}

std::set<std::string> canonical_names(const Model& model) {
    std::set<std::string> names;
    for (const TensorPlace& place : model.places) {
        names.insert(place.canonical);
    }
    return names;
}

void expect_same_hyperparameters(const Model& a, const Model& b) {
    EXPECT_EQ(a.blocks, b.blocks);
    EXPECT_EQ(a.hyper.embedding, b.hyper.embedding);
    EXPECT_EQ(a.hyper.feed_forward, b.hyper.feed_forward);
    EXPECT_EQ(a.hyper.heads, b.hyper.heads);
    EXPECT_EQ(a.hyper.kv_heads, b.hyper.kv_heads);
    EXPECT_EQ(a.hyper.head_dim, b.hyper.head_dim);
    EXPECT_EQ(a.hyper.vocabulary, b.hyper.vocabulary);
    EXPECT_TRUE(a.warnings.empty() && b.warnings.empty());
}

TEST(Containers, BothGiveTheSameCanonicalNames) {
    REQUIRE_SHARED_DATA();
    const std::pair<const char*, const char*> pairs[] = {
        {"storybook-7m-bf16.gguf", "storybook-7m-hf"},
        {"shakespeare-1m-f32.gguf", "shakespeare-1m-hf"},
        {"shakespeare-1m-f32.gguf", "shakespeare-1m-hf-sharded"}};
    for (const auto& [gguf, folder] : pairs) {
        const auto a = opened(kData / "models" / gguf);
        const auto b = opened(kData / "models" / folder);
        ASSERT_TRUE(a && b) << gguf;
        EXPECT_EQ(canonical_names(*a), canonical_names(*b)) << gguf;
        EXPECT_EQ(a->places.size(), b->places.size());
        EXPECT_TRUE(a->embedding_is_head() && b->embedding_is_head());
        expect_same_hyperparameters(*a, *b);
    }
}

TEST(Containers, TheOldStoriesFileRepeatsItsEmbedding) {
    REQUIRE_SHARED_DATA();
    const auto gguf = opened(kData / "models/stories260K.gguf");
    const auto folder = opened(kData / "models/stories260K-hf");
    ASSERT_TRUE(gguf && folder);
    auto names = canonical_names(*folder);
    EXPECT_TRUE(names.insert("output.weight").second);
    EXPECT_EQ(canonical_names(*gguf), names);
    expect_same_hyperparameters(*gguf, *folder);
}

TEST(Containers, TheOddOnesOpen) {
    REQUIRE_SHARED_DATA();
    const auto model = opened(kData / "models/llama-2-tiny-random.gguf");
    ASSERT_NE(model, nullptr);
    EXPECT_EQ(model->family, "llama");
    EXPECT_EQ(model->blocks, 1U);
    EXPECT_EQ(model->hyper.embedding, 8U);
}

}  // namespace
}  // namespace bitlathe
