// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/gguf/gguf_presets.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/json.h"
#include "core/targets/gguf/gguf_mixes.h"
#include "core/targets/gguf/gguf_rules.h"
#include "tests/core/model/synthetic_model.h"

namespace bitlathe::testing {
namespace {

const std::filesystem::path kData = BITLATHE_SHARED_DATA;

/// A model's shape; every tensor that the oracles list follows from it.
struct Shape {
    std::string architecture = "llama";
    std::uint32_t embedding = 4096, feed_forward = 14336, kv = 1024, vocabulary = 32000,
                  blocks = 32, heads = 32, kv_heads = 8, experts = 0;
    bool tied = false;
    bool fused_qkv = false;
    bool gated = true;
};

void add_block(const Shape& shape, std::uint32_t block, std::vector<SyntheticTensor>& tensors) {
    const std::uint64_t d = shape.embedding;
    const std::uint64_t ff = shape.feed_forward;
    const auto add = [&](std::string_view name, std::vector<std::uint64_t> size,
                         std::string_view format = "F16") {
        tensors.push_back(
            {fmt::format("blk.{}.{}.weight", block, name), std::move(size), std::string(format)});
    };
    // in the order of converters, which is not the order of llama-quantize
    add("attn_norm", {d}, "F32");
    add("ffn_norm", {d}, "F32");
    if (shape.fused_qkv) {
        add("attn_qkv", {d + 2 * shape.kv, d});
    } else {
        add("attn_q", {d, d});
        add("attn_k", {shape.kv, d});
        add("attn_v", {shape.kv, d});
    }
    add("attn_output", {d, d});
    if (shape.experts != 0) {
        add("ffn_gate_inp", {shape.experts, d}, "F32");
        add("ffn_gate_exps", {shape.experts, ff, d});
        add("ffn_up_exps", {shape.experts, ff, d});
        add("ffn_down_exps", {shape.experts, d, ff});
        return;
    }
    if (shape.gated) {
        add("ffn_gate", {ff, d});
    }
    add("ffn_up", {ff, d});
    add("ffn_down", {d, ff});
}

SyntheticGguf gguf_of(const Shape& shape) {
    const std::string& a = shape.architecture;
    SyntheticGguf gguf{{{"general.architecture", a},
                        {a + ".block_count", shape.blocks},
                        {a + ".embedding_length", shape.embedding},
                        {a + ".feed_forward_length", shape.feed_forward},
                        {a + ".attention.head_count", shape.heads},
                        {a + ".attention.head_count_kv", shape.kv_heads}},
                       {}};
    if (shape.experts != 0) {
        gguf.metadata.emplace_back(a + ".expert_count", shape.experts);
    }
    const std::uint64_t d = shape.embedding;
    gguf.tensors.push_back({"token_embd.weight", {shape.vocabulary, d}});
    if (!shape.tied) {
        gguf.tensors.push_back({"output.weight", {shape.vocabulary, d}});
    }
    gguf.tensors.push_back({"output_norm.weight", {d}, "F32"});
    for (std::uint32_t block = shape.blocks; block-- > 0;) {
        add_block(shape, block, gguf.tensors);
    }
    return gguf;
}

/// A preset's choices by tensor name.
class Chosen {
public:
    Chosen(std::shared_ptr<const Model> model, std::string_view preset, bool importance = false)
        : model_(std::move(model)) {
        auto placements = gguf_preset(*model_, preset, importance);
        EXPECT_TRUE(placements.has_value());
        placements_ = std::move(*placements);
    }
    std::string_view operator[](const std::string& name) const {
        return format_info(placement(name).format).name;
    }
    std::string_view of(std::uint32_t block, std::string_view part) const {
        return (*this)[fmt::format("blk.{}.{}.weight", block, part)];
    }
    const Placement& placement(const std::string& name) const {
        return placements_.at(model_->checkpoint->find(name).value());
    }
    /// Blocks whose tensor has this format.
    std::vector<std::uint32_t> blocks(std::string_view part, std::string_view format) const {
        std::vector<std::uint32_t> found;
        for (std::uint32_t block = 0; block < model_->blocks; ++block) {
            if (of(block, part) == format) {
                found.push_back(block);
            }
        }
        return found;
    }

private:
    std::shared_ptr<const Model> model_;
    std::vector<Placement> placements_;
};

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class MeasuredMixes : public ::testing::TestWithParam<const char*> {};

TEST_P(MeasuredMixes, EqualLlamaQuantizeTensorByTensor) {
    const auto file = kData / "presets" / (std::string(GetParam()) + ".json");
    if (!std::filesystem::exists(file)) {
        GTEST_SKIP() << "REFERENCE DATA MISSING: " << file << " - nothing was tested";
    }
    std::ifstream stream(file);
    const std::string text(std::istreambuf_iterator<char>(stream), {});
    const Json oracle = parse_json(text, file.string()).value();
    const Json& hyper = oracle["hyper"];
    Shape shape;
    shape.architecture = hyper.value("arch", oracle.value("arch", std::string("llama")));
    shape.embedding = hyper["d"];
    shape.feed_forward = hyper["ff"];
    shape.kv = hyper["kv"];
    shape.vocabulary = hyper["V"];
    shape.blocks = hyper["L"];
    shape.heads = hyper["h"];
    shape.kv_heads = hyper["hk"];
    shape.experts = hyper.value("E", 0U);
    shape.tied = hyper.value("tied", 0) != 0;
    const auto model = model_of_gguf(gguf_of(shape));
    ASSERT_EQ(oracle["mixes"].size(), gguf_preset_names().size());
    for (const auto& [preset, types] : oracle["mixes"].items()) {
        const Chosen chosen(model, preset);
        std::size_t count = 0;
        for (const auto& [type, names] : types.items()) {
            for (const Json& name : names) {
                EXPECT_EQ(chosen[name.get<std::string>()], type) << preset << ' ' << name;
                ++count;
            }
        }
        EXPECT_EQ(count, model->places.size()) << preset;
    }
}

INSTANTIATE_TEST_SUITE_P(Models, MeasuredMixes,
                         ::testing::Values("llama-8b", "mixtral-8x7b", "qwen2-1.5b"));

class MeasuredFiles : public ::testing::TestWithParam<const char*> {};

TEST_P(MeasuredFiles, HaveTheTypesAndTheLabelThatWeChoose) {
    const std::string preset = GetParam();
    const auto file = kData / "llama-quantize-output" / ("shakespeare-1m-" + preset + ".gguf");
    if (!std::filesystem::exists(file)) {
        GTEST_SKIP() << "REFERENCE DATA MISSING: " << file << " - nothing was tested";
    }
    const auto made = open_model(file).value();
    const auto source = open_model(kData / "models/shakespeare-1m-f32.gguf").value();
    const auto placements = gguf_preset(*source, preset, false).value();
    Plan plan;
    for (std::size_t i = 0; i < placements.size(); ++i) {
        const std::string& name = source->tensor(i).name;
        const std::size_t twin = made->checkpoint->find(name).value();
        EXPECT_EQ(format_info(placements[i].format).name,
                  format_info(made->tensor(twin).format).name)
            << name;
        plan.tensors[name] = Recipe{placements[i].format};
    }
    plan.name = preset;
    EXPECT_EQ(made->checkpoint->metadata().unsigned_integer("general.file_type"),
              gguf_file_type(*source, plan));
}

INSTANTIATE_TEST_SUITE_P(Shakespeare, MeasuredFiles,
                         ::testing::Values("Q8_0", "Q6_K", "Q5_K_M", "Q4_K_M", "Q4_0", "Q3_K_M",
                                           "Q2_K"));

TEST(Presets, NamesAreLargestFirst) {
    EXPECT_THAT(gguf_preset_names(),
                ElementsAre("Q8_0", "Q6_K", "Q5_K_M", "Q5_K_S", "Q5_0", "Q4_K_M", "Q4_K_S", "Q4_0",
                            "Q3_K_L", "Q3_K_M", "Q3_K_S", "Q2_K"));
    const auto model = model_of_gguf(gguf_of({}));
    std::uint64_t before = UINT64_MAX;
    for (const std::string_view preset : gguf_preset_names()) {
        const auto placements = gguf_preset(*model, preset, false).value();
        std::uint64_t bytes = 0;
        for (std::size_t i = 0; i < placements.size(); ++i) {
            bytes += tensor_bytes(placements[i].format, model->tensor(i).shape).value();
        }
        EXPECT_LE(bytes, before) << preset;
        before = bytes;
    }
}

TEST(Presets, UnknownNamesAreUsageErrors) {
    const auto model = model_of_gguf(gguf_of({.blocks = 1}));
    for (const std::string_view name : {"", "Q9_X", "Q4_K", "Q4_K_M "}) {
        const auto result = gguf_preset(*model, name, false);
        ASSERT_FALSE(result.has_value()) << name;
        EXPECT_EQ(result.error().code, ErrorCode::kUsage);
        EXPECT_NE(result.error().hint.find("Q4_K_M"), std::string::npos);
    }
    EXPECT_TRUE(gguf_preset(*model, "q4_k_m", false).has_value());
}

TEST(Presets, LayersAreCountedByNumberWhateverTheOrderOfTheFile) {
    SyntheticGguf gguf = gguf_of({.blocks = 12});
    const auto reversed = model_of_gguf(gguf);
    std::reverse(gguf.tensors.begin(), gguf.tensors.end());
    const auto forward = model_of_gguf(gguf);
    for (const std::string_view preset : gguf_preset_names()) {
        const Chosen a(reversed, preset);
        const Chosen b(forward, preset);
        for (const SyntheticTensor& tensor : gguf.tensors) {
            EXPECT_EQ(a[tensor.name], b[tensor.name]) << preset << ' ' << tensor.name;
        }
    }
    // 10 comes after 9, not after 1
    EXPECT_THAT(Chosen(forward, "Q4_K_S").blocks("attn_v", "Q5_K"), ElementsAre(0, 1, 2, 3));
}

TEST(Presets, OddNumbersOfLayers) {
    // 7: 7/8 = 0, 49/8 = 6; every third of the rest from 2 on
    const auto seven = model_of_gguf(gguf_of({.blocks = 7}));
    EXPECT_THAT(Chosen(seven, "Q4_K_M").blocks("ffn_down", "Q6_K"), ElementsAre(2, 5, 6));
    EXPECT_THAT(Chosen(seven, "Q4_K_M").blocks("attn_v", "Q6_K"), ElementsAre(2, 5, 6));
    EXPECT_THAT(Chosen(seven, "Q4_K_S").blocks("ffn_down", "Q5_K"), IsEmpty());
    EXPECT_THAT(Chosen(seven, "Q3_K_M").blocks("ffn_down", "Q5_K"), IsEmpty());
    // 18 (Gemma 3 270M): 2 | 4 7 10 13 | 15 16 17
    const auto eighteen = model_of_gguf(gguf_of({.blocks = 18}));
    EXPECT_THAT(Chosen(eighteen, "Q5_K_M").blocks("attn_v", "Q6_K"),
                ElementsAre(0, 1, 4, 7, 10, 13, 15, 16, 17));
    EXPECT_THAT(Chosen(eighteen, "Q3_K_M").blocks("ffn_down", "Q5_K"), ElementsAre(0));
    const auto one = model_of_gguf(gguf_of({.blocks = 1}));
    EXPECT_EQ(Chosen(one, "Q4_K_M").of(0, "ffn_down"), "Q6_K");
}

TEST(Presets, Gemma3OfRowsOf640) {
    const auto model = model_of_gguf(gguf_of({.architecture = "gemma3",
                                              .embedding = 640,
                                              .feed_forward = 2048,
                                              .kv = 256,
                                              .vocabulary = 262144,
                                              .blocks = 18,
                                              .heads = 4,
                                              .kv_heads = 1,
                                              .tied = true}));
    const Chosen q4(model, "Q4_K_M");
    EXPECT_EQ(q4["token_embd.weight"], "Q8_0");
    EXPECT_EQ(q4.of(2, "attn_q"), "Q5_0");
    EXPECT_EQ(q4.of(2, "attn_v"), "Q5_0");
    EXPECT_EQ(q4.of(0, "attn_v"), "Q8_0") << "Q6_K falls back";
    EXPECT_EQ(q4.of(2, "ffn_up"), "Q5_0");
    EXPECT_EQ(q4.of(2, "ffn_down"), "Q4_K") << "rows of 2048 fit";
    EXPECT_EQ(q4.of(0, "ffn_down"), "Q6_K");
    EXPECT_NE(q4.placement("blk.2.attn_q.weight").reason.find("640"), std::string::npos);
    EXPECT_EQ(q4.placement("blk.2.ffn_down.weight").reason, "");
    EXPECT_EQ(Chosen(model, "Q2_K").of(2, "ffn_up"), "Q4_0");
    EXPECT_EQ(Chosen(model, "Q2_K").of(2, "attn_v"), "Q5_0") << "4 heads per kv head: Q4_K";
    EXPECT_EQ(Chosen(model, "Q5_K_S").of(2, "ffn_up"), "Q5_1");
    // blocks of 32 divide 640, so the head of a plain preset is Q6_K, and falls back from there
    EXPECT_EQ(Chosen(model, "Q4_0")["token_embd.weight"], "Q8_0");
    EXPECT_EQ(Chosen(model, "Q4_0").of(2, "attn_q"), "Q4_0");
}

TEST(Presets, RowsThatNothingDivides) {
    const auto model = model_of_gguf(
        gguf_of({.embedding = 64, .feed_forward = 172, .kv = 32, .vocabulary = 512, .blocks = 5}));
    for (const std::string_view preset : gguf_preset_names()) {
        EXPECT_EQ(Chosen(model, preset).of(3, "ffn_down"), "F16") << preset;
    }
    EXPECT_EQ(Chosen(model, "Q4_K_M")["output.weight"], "Q8_0");
    EXPECT_EQ(Chosen(model, "Q4_K_M")["token_embd.weight"], "Q5_0");
}

TEST(Presets, FusedAttentionCountsAsItsValues) {
    const auto model = model_of_gguf(gguf_of({.architecture = "phi3",
                                              .embedding = 3072,
                                              .feed_forward = 8192,
                                              .kv = 3072,
                                              .kv_heads = 32,
                                              .fused_qkv = true,
                                              .gated = false}));
    EXPECT_THAT(Chosen(model, "Q4_K_M").blocks("attn_qkv", "Q6_K"), SizeIs(16));
    EXPECT_EQ(Chosen(model, "Q4_K_M").of(4, "attn_qkv"), "Q4_K");
    EXPECT_THAT(Chosen(model, "Q3_K_M").blocks("attn_qkv", "Q5_K"), ElementsAre(0, 1));
    EXPECT_EQ(Chosen(model, "Q3_K_M").of(2, "attn_qkv"), "Q4_K");
    EXPECT_EQ(Chosen(model, "Q3_K_L").of(2, "attn_qkv"), "Q5_K");
    EXPECT_EQ(Chosen(model, "Q2_K").of(2, "attn_qkv"), "Q3_K") << "as many kv heads as heads";
    EXPECT_THAT(Chosen(model, "Q4_K_S").blocks("attn_qkv", "Q5_K"), ElementsAre(0, 1, 2, 3));
}

TEST(Presets, ValuesAreCountedWhereSomeBlocksHaveNone) {
    // A hybrid: only every fourth block has attention; the others are fused.
    SyntheticGguf gguf = gguf_of({.architecture = "qwen35", .blocks = 16});
    for (SyntheticTensor& tensor : gguf.tensors) {
        const std::size_t at = tensor.name.find(".attn_v.");
        if (at != std::string::npos && std::stoul(tensor.name.substr(4)) % 4 != 3) {
            tensor.name.replace(at, 8, ".attn_qkv.");
        }
    }
    std::erase_if(gguf.tensors, [](const SyntheticTensor& tensor) {
        return tensor.name == "blk.1.attn_qkv.weight";
    });
    const Chosen chosen(model_of_gguf(gguf), "Q4_K_S");
    EXPECT_EQ(chosen["blk.3.attn_v.weight"], "Q5_K");
    EXPECT_EQ(chosen["blk.4.attn_qkv.weight"], "Q5_K") << "the fourth, as block 1 has none";
    EXPECT_EQ(chosen["blk.5.attn_qkv.weight"], "Q4_K");
}

TEST(Presets, SeventyBillionClass) {
    const Shape llama = {.embedding = 8192, .feed_forward = 28672, .blocks = 80, .heads = 64};
    const Chosen q4(model_of_gguf(gguf_of(llama)), "Q4_K_M");
    EXPECT_THAT(q4.blocks("attn_v", "Q5_K"), SizeIs(40));
    EXPECT_THAT(q4.blocks("attn_v", "Q6_K"), SizeIs(40));
    EXPECT_THAT(Chosen(model_of_gguf(gguf_of(llama)), "Q3_K_S").blocks("attn_v", "Q5_K"),
                SizeIs(80));
    EXPECT_THAT(Chosen(model_of_gguf(gguf_of(llama)), "Q2_K").blocks("attn_v", "Q5_K"), SizeIs(80));
    EXPECT_THAT(Chosen(model_of_gguf(gguf_of(llama)), "Q4_0").blocks("attn_v", "Q4_0"), SizeIs(80));

    Shape qwen = llama;
    qwen.architecture = "qwen2";
    EXPECT_THAT(Chosen(model_of_gguf(gguf_of(qwen)), "Q4_K_M").blocks("attn_v", "Q4_K"), IsEmpty());
    Shape full = llama;  // Llama 65B has as many kv heads as heads
    full.kv_heads = 64;
    EXPECT_THAT(Chosen(model_of_gguf(gguf_of(full)), "Q4_K_M").blocks("attn_v", "Q4_K"),
                SizeIs(40));
    Shape other = llama;
    other.architecture = "granite";
    EXPECT_THAT(Chosen(model_of_gguf(gguf_of(other)), "Q4_K_M").blocks("attn_v", "Q4_K"),
                SizeIs(40));
}

TEST(Presets, ManyExpertsAreOrdinaryLayers) {
    const auto model = model_of_gguf(gguf_of({.architecture = "qwen3moe",
                                              .embedding = 2048,
                                              .feed_forward = 768,
                                              .kv = 512,
                                              .blocks = 48,
                                              .heads = 32,
                                              .kv_heads = 4,
                                              .experts = 128}));
    const Chosen q4(model, "Q4_K_M");
    EXPECT_THAT(q4.blocks("ffn_down_exps", "Q6_K"), SizeIs(24));
    EXPECT_EQ(q4.of(0, "attn_k"), "Q4_K");
    EXPECT_EQ(q4.of(0, "ffn_gate_inp"), "F32");
    EXPECT_EQ(Chosen(model, "Q2_K").of(0, "attn_output"), "Q3_K");
    EXPECT_EQ(Chosen(model, "Q2_K").of(0, "attn_v"), "Q4_K");
}

TEST(Presets, MixturesTakeTheLayerFromTheName) {
    // The first two blocks are dense, the others have stacked and shared experts.
    SyntheticGguf gguf{{{"general.architecture", std::string("deepseek2")},
                        {"deepseek2.block_count", std::uint32_t{16}},
                        {"deepseek2.expert_count", std::uint32_t{64}}},
                       {{"output.weight", {512, 256}}, {"token_embd.weight", {512, 256}}}};
    for (std::uint32_t block = 0; block < 16; ++block) {
        const std::string prefix = fmt::format("blk.{}.", block);
        if (block < 2) {
            gguf.tensors.push_back({prefix + "ffn_down.weight", {256, 512}});
            continue;
        }
        gguf.tensors.push_back({prefix + "ffn_down_exps.weight", {64, 256, 256}});
        gguf.tensors.push_back({prefix + "ffn_down_shexp.weight", {256, 512}});
    }
    const Chosen chosen(model_of_gguf(gguf), "Q4_K_M");
    const std::vector<std::uint32_t> more = {4, 7, 10, 13, 14, 15};
    EXPECT_EQ(chosen["blk.0.ffn_down.weight"], "Q6_K");
    EXPECT_EQ(chosen["blk.1.ffn_down.weight"], "Q6_K");
    for (std::uint32_t block = 2; block < 16; ++block) {
        const bool bumped = std::find(more.begin(), more.end(), block) != more.end();
        EXPECT_EQ(chosen.of(block, "ffn_down_exps"), bumped ? "Q6_K" : "Q4_K") << block;
        EXPECT_EQ(chosen.of(block, "ffn_down_shexp"), bumped ? "Q6_K" : "Q4_K") << block;
    }
}

TEST(Presets, FalconHasItsOwnExceptions) {
    const auto model = model_of_gguf(gguf_of({.architecture = "falcon",
                                              .embedding = 8192,
                                              .feed_forward = 32768,
                                              .kv = 512,
                                              .vocabulary = 65024,
                                              .blocks = 60,
                                              .heads = 128,
                                              .kv_heads = 8,
                                              .tied = true,
                                              .fused_qkv = true,
                                              .gated = false}));
    const Chosen q4(model, "Q4_K_M");
    EXPECT_EQ(q4["token_embd.weight"], "Q8_0");
    EXPECT_THAT(q4.blocks("ffn_down", "Q6_K"), ElementsAre(0, 1, 2));
    EXPECT_EQ(q4.of(3, "ffn_down"), "Q5_K");
    EXPECT_EQ(q4.of(7, "ffn_down"), "Q4_K");
    EXPECT_EQ(q4.of(9, "ffn_down"), "Q5_K");
    EXPECT_EQ(q4.of(0, "attn_output"), "Q4_K");
    EXPECT_THAT(Chosen(model, "Q4_K_S").blocks("ffn_down", "Q5_K"), IsEmpty());
    const Chosen q3(model, "Q3_K_L");
    EXPECT_EQ(q3.of(0, "ffn_down"), "Q4_K");
    EXPECT_EQ(q3.of(0, "attn_output"), "Q4_K");
    EXPECT_EQ(q3.of(0, "attn_qkv"), "Q5_K");
    const Chosen medium(model, "Q3_K_M");
    EXPECT_EQ(medium.of(0, "ffn_down"), "Q5_K");
    EXPECT_EQ(medium.of(3, "ffn_down"), "Q4_K");
    EXPECT_EQ(medium.of(7, "ffn_down"), "Q3_K");
    EXPECT_EQ(medium.of(0, "attn_output"), "Q3_K");
    EXPECT_EQ(Chosen(model, "Q2_K").of(0, "attn_output"), "Q2_K");
    EXPECT_EQ(Chosen(model, "Q6_K")["token_embd.weight"], "Q8_0");
}

TEST(Presets, ImportanceGuardsTheFirstLayersOfPlainFormats) {
    const auto model = model_of_gguf(gguf_of({.blocks = 16}));
    const Chosen q4(model, "Q4_0", true);
    EXPECT_THAT(q4.blocks("ffn_down", "Q4_1"), ElementsAre(0, 1));
    EXPECT_THAT(Chosen(model, "Q5_0", true).blocks("ffn_down", "Q5_1"), ElementsAre(0, 1));
    EXPECT_THAT(Chosen(model, "Q4_0", false).blocks("ffn_down", "Q4_1"), IsEmpty());
    for (const std::string_view preset : {"Q8_0", "Q6_K", "Q4_K_M", "Q3_K_S", "Q2_K"}) {
        const auto with = gguf_preset(*model, preset, true).value();
        const auto without = gguf_preset(*model, preset, false).value();
        for (std::size_t i = 0; i < with.size(); ++i) {
            EXPECT_EQ(with[i].format, without[i].format);
        }
    }
}

TEST(Presets, SafetensorsGetWhatTheirConversionWouldGet) {
    const std::string config = R"({"model_type": "mixtral", "num_hidden_layers": 1,
        "num_attention_heads": 8, "num_key_value_heads": 2, "num_local_experts": 8})";
    std::vector<SyntheticTensor> tensors = {
        {"model.embed_tokens.weight", {512, 256}, "BF16"},
        {"lm_head.weight", {512, 256}, "BF16"},
        {"model.norm.weight", {256}, "BF16"},
        {"model.layers.0.self_attn.v_proj.weight", {64, 256}, "BF16"},
        {"model.layers.0.block_sparse_moe.gate.weight", {8, 256}, "BF16"}};
    for (int expert = 0; expert < 8; ++expert) {
        tensors.push_back(
            {fmt::format("model.layers.0.block_sparse_moe.experts.{}.w2.weight", expert),
             {256, 512},
             "BF16"});
    }
    const Chosen chosen(model_of_safetensors(tensors, config), "Q4_K_M");
    EXPECT_EQ(chosen["lm_head.weight"], "Q6_K");
    EXPECT_EQ(chosen["model.embed_tokens.weight"], "Q4_K");
    EXPECT_EQ(chosen["model.norm.weight"], "F32");
    EXPECT_EQ(chosen["model.layers.0.block_sparse_moe.gate.weight"], "F32");
    EXPECT_EQ(chosen["model.layers.0.self_attn.v_proj.weight"], "Q8_0");
    EXPECT_EQ(chosen["model.layers.0.block_sparse_moe.experts.7.w2.weight"], "Q6_K");
}

TEST(Presets, ModelsWithoutHyperparametersAreHarmless) {
    const auto model = model_of_gguf({{{"general.architecture", std::string("zebra")},
                                       {"zebra.block_count", std::uint32_t{0xFFFFFFFF}},
                                       {"zebra.expert_count", std::uint32_t{8}},
                                       {"zebra.attention.head_count_kv", std::uint32_t{0}}},
                                      {{"ffn_down.weight", {4, 256}},
                                       {"blk.99999999999.ffn_down.weight", {4, 256}},
                                       {"blk.-1.attn_v.weight", {4, 256}},
                                       {"x", {4, 256}}}});
    for (const std::string_view preset : gguf_preset_names()) {
        EXPECT_EQ(Chosen(model, preset)["x"], "F16");
        EXPECT_EQ(Chosen(model, preset)["blk.-1.attn_v.weight"], "Q8_0");
    }
}

}  // namespace
}  // namespace bitlathe::testing
