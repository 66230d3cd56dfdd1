// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/tensor_name.h"

#include <gtest/gtest.h>

namespace bitlathe {
namespace {

TEST(TensorName, TakesBlockExpertAndEndingOut) {
    const TensorName name = split_tensor_name("model.layers.12.mlp.experts.7.up_proj.weight");
    EXPECT_EQ(name.stem, "layers.{b}.mlp.experts.{e}.up_proj");
    EXPECT_EQ(name.block, 12U);
    EXPECT_EQ(name.expert, 7U);
    EXPECT_EQ(name.ending, "weight");
    EXPECT_TRUE(name.is_weight);
}

TEST(TensorName, TakesWrappersOff) {
    EXPECT_EQ(split_tensor_name("model.language_model.norm.weight").stem, "norm");
    EXPECT_EQ(split_tensor_name("language_model.model.norm.weight").stem, "norm");
    EXPECT_EQ(split_tensor_name("transformer.wte.weight").stem, "wte");
    EXPECT_EQ(split_tensor_name("norm.weight").stem, "norm");
    EXPECT_EQ(split_tensor_name("model.").stem, "model.");
}

TEST(TensorName, KnowsWhatIsBesideTheWeights) {
    EXPECT_FALSE(split_tensor_name("lm_head.bias").is_weight);
    EXPECT_FALSE(split_tensor_name("layers.0.mlp.up_proj.weight_scale").is_weight);
    EXPECT_FALSE(split_tensor_name("layers.0.mlp.up_proj.qzeros").is_weight);
    EXPECT_TRUE(split_tensor_name("layers.0.mlp.up_proj.qweight").is_weight);
    EXPECT_TRUE(split_tensor_name("layers.0.mlp.experts.gate_up_proj").is_weight);
    EXPECT_EQ(split_tensor_name("embeddings.LayerNorm.gamma").ending, "weight");
}

TEST(TensorName, SurvivesOddNames) {
    for (const std::string_view name :
         {"", ".", "..", "weight", ".weight", "0", "0.1.2.3.weight"}) {
        EXPECT_LE(split_tensor_name(name).stem.size(), name.size() + 4) << name;
    }
    const TensorName many = split_tensor_name("0.1.2.weight");
    EXPECT_EQ(many.stem, "{b}.{e}.2");
}

TEST(TensorName, LeavesHugeNumbersAlone) {
    EXPECT_EQ(split_tensor_name("blk.65535.attn_q.weight").block, 65'535U);
    for (const std::string_view number : {"65536", "4294967295", "99999999999999999999999"}) {
        const TensorName name = split_tensor_name("blk." + std::string(number) + ".attn_q.weight");
        EXPECT_FALSE(name.block.has_value()) << number;
        EXPECT_EQ(name.stem, "blk." + std::string(number) + ".attn_q");
    }
}

TEST(TensorName, FillsCanonicalNames) {
    const TensorName name = split_tensor_name("layers.3.mlp.experts.11.w1.weight");
    EXPECT_EQ(fill_canonical("blk.{b}.ffn_gate_exps.{e}", name), "blk.3.ffn_gate_exps.11.weight");
    EXPECT_EQ(fill_canonical("blk.{b}.exp_probs_b.bias", name), "blk.3.exp_probs_b.bias");
    EXPECT_EQ(fill_canonical("output", split_tensor_name("lm_head.bias")), "output.bias");
    EXPECT_EQ(fill_canonical("output", split_tensor_name("lm_head")), "output.weight");
}

}  // namespace
}  // namespace bitlathe
