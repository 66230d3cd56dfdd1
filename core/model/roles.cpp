// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/roles.h"

#include <array>
#include <utility>

namespace bitlathe {
namespace {

constexpr std::array<std::string_view, kRoleCount> kRoleNames = {
    "embed",    "lm_head", "attn_q",      "attn_k",   "attn_v", "attn_qkv", "attn_o",
    "mlp_gate", "mlp_up",  "mlp_gate_up", "mlp_down", "norm",   "router",   "other"};

/// GGUF's names of tensors, without the marks of experts. The two halves of multi-head latent
/// attention that make both keys and values count as fused.
constexpr std::pair<std::string_view, Role> kRoles[] = {
    {"token_embd", Role::kEmbed},
    {"per_layer_token_embd", Role::kEmbed},
    {"output", Role::kLmHead},
    {"attn_q", Role::kAttnQ},
    {"attn_q_a", Role::kAttnQ},
    {"attn_q_b", Role::kAttnQ},
    {"cross_attn_q", Role::kAttnQ},
    {"attn_k", Role::kAttnK},
    {"attn_k_b", Role::kAttnK},
    {"cross_attn_k", Role::kAttnK},
    {"attn_v", Role::kAttnV},
    {"attn_v_b", Role::kAttnV},
    {"cross_attn_v", Role::kAttnV},
    {"attn_qkv", Role::kAttnQkv},
    {"attn_kv_a_mqa", Role::kAttnQkv},
    {"attn_kv_b", Role::kAttnQkv},
    {"attn_output", Role::kAttnO},
    {"attn_out", Role::kAttnO},
    {"attn_o", Role::kAttnO},
    {"cross_attn_o", Role::kAttnO},
    {"ffn_gate", Role::kMlpGate},
    {"ffn_up", Role::kMlpUp},
    {"ffn_gate_up", Role::kMlpGateUp},
    {"ffn_down", Role::kMlpDown},
    {"ffn_gate_inp", Role::kRouter},
    // named, and none of the above
    {"position_embd", Role::kOther},
    {"token_types", Role::kOther},
    {"rope_freqs", Role::kOther},
    {"rope_factors_long", Role::kOther},
    {"rope_factors_short", Role::kOther},
    {"attn_sinks", Role::kOther},
    {"attn_rot_embd", Role::kOther},
    {"exp_probs_b", Role::kOther},
    {"cls", Role::kOther},
    {"cls.output", Role::kOther},
};

/// Marks of experts at the end of a name: stacked, chunked, shared, one of its own.
constexpr std::string_view kExpertMarks[] = {"_exps.{e}", "_exps", "_chexps", "_shexp"};

std::string_view without_expert_mark(std::string_view stem) {
    for (std::string_view mark : kExpertMarks) {
        if (stem.ends_with(mark)) {
            return stem.substr(0, stem.size() - mark.size());
        }
    }
    return stem;
}

}  // namespace

std::string_view role_name(Role role) {
    return kRoleNames.at(static_cast<std::size_t>(role));
}

std::optional<Role> find_role(std::string_view name) {
    for (std::size_t i = 0; i < kRoleCount; ++i) {
        if (kRoleNames[i] == name) {
            return static_cast<Role>(i);
        }
    }
    return std::nullopt;
}

std::optional<Role> role_of_canonical(std::string_view stem) {
    const std::string_view base = without_expert_mark(stem);
    for (const auto& [name, role] : kRoles) {
        if (name == base) {
            return role;
        }
    }
    if (names_a_norm(base)) {
        return Role::kNorm;
    }
    return std::nullopt;
}

bool names_a_norm(std::string_view stem) {
    const std::size_t dot = stem.rfind('.');
    const std::string_view last = dot == std::string_view::npos ? stem : stem.substr(dot + 1);
    if (last.find("norm") != std::string_view::npos ||
        last.find("Norm") != std::string_view::npos) {
        return true;
    }
    const bool layer_norm = last.starts_with("ln");
    return layer_norm && (last.size() == 2 || last[2] == '_' || (last[2] >= '0' && last[2] <= '9'));
}

}  // namespace bitlathe
