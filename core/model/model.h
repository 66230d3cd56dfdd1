// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/checkpoint/checkpoint.h"

namespace bitlathe {

/// What a tensor does in a transformer. The fused roles are for checkpoints that store several
/// projections in one tensor.
enum class Role : std::uint8_t {
    kEmbed,
    kLmHead,
    kAttnQ,
    kAttnK,
    kAttnV,
    kAttnQkv,  ///< q, k and v in one tensor (gpt2, phi3)
    kAttnO,
    kMlpGate,
    kMlpUp,
    kMlpGateUp,  ///< gate and up in one tensor (phi3)
    kMlpDown,
    kNorm,
    kRouter,
    kOther,  ///< biases, position embeddings, rotary factors, poolers ...
};
inline constexpr std::size_t kRoleCount = 14;
/// "embed", "lm_head", "attn_q", ... : the spelling in files and on screen.
[[nodiscard]] std::string_view role_name(Role role);
[[nodiscard]] std::optional<Role> find_role(std::string_view name);

/// Hyperparameters as far as the checkpoint states them; unknown stays unknown. Of lists with one
/// value per layer the first one. Where the formats define what silence means it is filled in:
/// kv_heads = heads, head_dim = embedding / heads, vocabulary = rows of the embedding.
struct Hyperparameters {
    std::optional<std::uint64_t> blocks, embedding, feed_forward, heads, kv_heads, head_dim,
        vocabulary, context, experts, experts_used, sliding_window, rope_dimension;
    std::optional<double> rope_theta, rope_scaling_factor, norm_epsilon;
    std::string rope_scaling_type;  ///< "" when there is none
    std::optional<bool> tied_embeddings;
};

/// The place of one tensor in the model.
struct TensorPlace {
    Role role = Role::kOther;
    std::optional<std::uint32_t> block;
    std::optional<std::uint32_t> expert;  ///< of an expert stored as a tensor of its own
    bool stacked_experts = false;         ///< the outermost dimension is the expert
    /// The name a GGUF of this architecture gives it ("blk.3.ffn_down.weight"; an expert of its
    /// own: "blk.3.ffn_down_exps.5.weight"). The same for both containers; the tensor's own name
    /// when it is not known. diff matches by it.
    std::string canonical;
    std::optional<std::size_t>
        tied_to;  ///< the tensor that this one repeats (lm_head -> embedding)
};

/// A checkpoint understood: one place per tensor, in the order of checkpoint->tensors().
struct Model {
    std::shared_ptr<const Checkpoint> checkpoint;
    std::string architecture;  ///< as stated by the checkpoint; "unknown" when it is silent
    std::string family;        ///< the descriptor that matched; "generic" for name patterns only
    /// What a GGUF of this family states as general.architecture ("llama" for Mistral too); "" when
    /// it is not known. Rules of runtimes go by it.
    std::string gguf_architecture;
    Hyperparameters hyper;
    std::uint32_t blocks = 0;  ///< stated, or counted from names
    std::vector<TensorPlace> places;
    /// Sets of tensors that must share one format wherever they are stored (tied embedding and
    /// head). Indices into tensors().
    std::vector<std::vector<std::size_t>> tie_groups;
    std::vector<Warning> warnings;

    [[nodiscard]] const TensorInfo& tensor(std::size_t i) const { return checkpoint->tensors()[i]; }
    /// Whether the embedding also serves as the output head.
    [[nodiscard]] bool embedding_is_head() const;
};

/// Blocks and experts are numbered below this; a larger number in a name is not taken for one.
inline constexpr std::uint32_t kMaxBlocks = 65'536;

/// Finds the architecture's descriptor and gives every tensor its place. Unknown architectures fall
/// back to name patterns: this never fails on names or shapes, it warns. Errors: none today, kept
/// for descriptors that cannot be read.
Result<std::shared_ptr<const Model>> describe(std::shared_ptr<const Checkpoint> checkpoint);

/// Opens and describes.
Result<std::shared_ptr<const Model>> open_model(const std::filesystem::path& path);

}  // namespace bitlathe
