// SPDX-License-Identifier: GPL-3.0-or-later
// Granite with experts: gate and up of all of them are one tensor in its folders and two in a GGUF.
#include "core/base/json.h"
#include "core/targets/safetensors/folder_conversion.h"
#include "tests/core/forward/tiny_model.h"
#include "tests/core/targets/conversion_fixture.h"

namespace bitlathe {
namespace {

constexpr std::uint64_t kExperts = 4;
constexpr std::uint64_t kInner = 12;
constexpr std::uint64_t kShared = 20;

TinyModel tiny_granite(bool shared) {
    TinyModel model = tiny_llama(shared ? "granitemoeshared" : "granitemoe");
    model.config["intermediate_size"] = kInner;
    model.config["num_local_experts"] = kExperts;
    model.config["num_experts_per_tok"] = 2;
    model.config["embedding_multiplier"] = 3.0;
    model.config["residual_multiplier"] = 0.5;
    model.config["attention_multiplier"] = 0.25;
    model.config["logits_scaling"] = 2.0;
    if (shared) {
        model.config["shared_intermediate_size"] = kShared;
    }
    for (const int block : {0, 1}) {
        const std::string at = "model.layers." + std::to_string(block) + ".";
        for (const char* part : {"gate_proj", "up_proj", "down_proj"}) {
            model.tensors.erase(at + "mlp." + part + ".weight");
        }
        const std::string moe = at + "block_sparse_moe.";
        model.add(moe + "router.layer.weight", {kExperts, 24});
        model.add(moe + "input_linear.weight", {kExperts, 2 * kInner, 24});
        model.add(moe + "output_linear.weight", {kExperts, 24, kInner});
        if (shared) {
            model.add(at + "shared_mlp.input_linear.weight", {2 * kShared, 24});
            model.add(at + "shared_mlp.output_linear.weight", {24, kShared});
        }
    }
    return model;
}

std::vector<std::uint32_t> some_ids() {
    std::vector<std::uint32_t> ids;
    for (std::uint32_t i = 0; i < 40; ++i) {
        ids.push_back(i * 7 % 50);
    }
    return ids;
}

class GraniteMoe : public ::testing::TestWithParam<bool> {};

TEST_P(GraniteMoe, BecomesAGgufWithTheSameNumbersAndComesBack) {
    const TempFolder out;
    const TinyModel model = tiny_granite(GetParam());
    model.write(out / "folder");
    const auto source = must_open(out / "folder");
    const auto gguf = as_gguf(source, "F32", out / "m.gguf");
    EXPECT_EQ(gguf->gguf_architecture, "granitemoe");
    const auto wanted = log_probabilities(source, some_ids());
    EXPECT_LT(largest_difference(wanted, log_probabilities(gguf, some_ids())), 1e-5);

    const auto folder = convert_to_folder(gguf, formats::f32());
    ASSERT_TRUE(folder) << folder.error().to_string();
    const Checkpoint& back = *folder->model->checkpoint;
    ASSERT_EQ(back.tensors().size(), model.tensors.size());
    for (const auto& [name, tensor] : model.tensors) {
        const auto found = back.find(name);
        ASSERT_TRUE(found) << name;
        EXPECT_EQ(back.tensors()[*found].shape, tensor.shape) << name;
        const std::string bytes(reinterpret_cast<const char*>(tensor.values.data()),
                                tensor.values.size() * sizeof(float));
        EXPECT_EQ(tensor_bytes_of(back, name), bytes) << name;
    }
    for (const auto& [key, value] : model.config.items()) {
        EXPECT_EQ(back.config()[key], value) << key;
    }
}
INSTANTIATE_TEST_SUITE_P(SharedExpert, GraniteMoe, ::testing::Bool());

TEST(GraniteMoeConversion, TakesGateAndUpApartExpertByExpert) {
    const TempFolder out;
    const TinyModel model = tiny_granite(true);
    model.write(out / "folder");
    const auto gguf = must_adapt(must_open(out / "folder"));
    const Checkpoint& checkpoint = *gguf->checkpoint;
    const auto rows_of = [](const TinyModel::Tensor& tensor, std::uint64_t first,
                            std::uint64_t count) {
        return std::string(reinterpret_cast<const char*>(tensor.values.data() + first * 24),
                           count * 24 * sizeof(float));
    };
    const auto& both = model.tensors.at("model.layers.1.block_sparse_moe.input_linear.weight");
    std::string gates;
    std::string ups;
    for (std::uint64_t e = 0; e < kExperts; ++e) {
        gates += rows_of(both, 2 * e * kInner, kInner);
        ups += rows_of(both, (2 * e + 1) * kInner, kInner);
    }
    EXPECT_EQ(tensor_bytes_of(checkpoint, "blk.1.ffn_gate_exps.weight"), gates);
    EXPECT_EQ(tensor_bytes_of(checkpoint, "blk.1.ffn_up_exps.weight"), ups);
    const auto& shared = model.tensors.at("model.layers.0.shared_mlp.input_linear.weight");
    EXPECT_EQ(tensor_bytes_of(checkpoint, "blk.0.ffn_gate_shexp.weight"),
              rows_of(shared, 0, kShared));
    EXPECT_EQ(tensor_bytes_of(checkpoint, "blk.0.ffn_up_shexp.weight"),
              rows_of(shared, kShared, kShared));
    const Metadata& metadata = checkpoint.metadata();
    EXPECT_EQ(metadata.unsigned_integer("granitemoe.expert_count"), kExperts);
    EXPECT_EQ(metadata.unsigned_integer("granitemoe.expert_used_count"), 2U);
    EXPECT_EQ(metadata.unsigned_integer("granitemoe.expert_shared_feed_forward_length"), kShared);
    EXPECT_EQ(metadata.number("granitemoe.embedding_scale"), 3);
    EXPECT_EQ(metadata.number("granitemoe.logit_scale"), 2);
}

}  // namespace
}  // namespace bitlathe
