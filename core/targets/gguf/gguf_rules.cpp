// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/gguf/gguf_rules.h"

#include <array>
#include <utility>

#include <fmt/format.h>

namespace bitlathe {
namespace {

enum class Match : std::uint8_t { kContains, kEquals };

struct Exclusion {
    std::string_view name;
    std::string_view reason;
    Match match = Match::kContains;
    std::string_view architecture = {};  ///< only there
};

constexpr std::string_view kNorm = "llama.cpp never quantizes norms";
constexpr std::string_view kRouter = "llama.cpp never quantizes what routes tokens to experts";
constexpr std::string_view kPosition = "llama.cpp never quantizes position and type embeddings";
constexpr std::string_view kSmall = "llama.cpp leaves this small tensor as it is";
constexpr std::string_view kState = "llama.cpp never quantizes the small tensors of state spaces";
constexpr std::string_view kVision = "llama.cpp never quantizes this part of a vision encoder";
constexpr std::string_view kAudio = "llama.cpp never quantizes audio codebooks";

constexpr Exclusion kExclusions[] = {
    {"_norm.weight", kNorm},
    {"ffn_gate_inp.weight", kRouter},
    {"ffn_gate_tid2eid.weight", kRouter},
    {"position_embd.weight", kPosition, Match::kEquals},
    {"token_types.weight", kPosition, Match::kEquals},
    {"attn_rel_b.weight", kPosition},
    {"altup", kSmall},
    {"laurel", kSmall},
    {"per_layer_model_proj", kSmall},
    {"indexer.k_proj.weight", kSmall},
    {"indexer.q_proj.weight", kSmall},
    {"ssm_conv1d", kState},
    {"shortconv.conv.weight", kState},
    {"time_mix_first.weight", kState},
    {"time_mix_w0.weight", kState},
    {"time_mix_w1.weight", kState},
    {"time_mix_w2.weight", kState},
    {"time_mix_v0.weight", kState},
    {"time_mix_v1.weight", kState},
    {"time_mix_v2.weight", kState},
    {"time_mix_a0.weight", kState},
    {"time_mix_a1.weight", kState},
    {"time_mix_a2.weight", kState},
    {"time_mix_g1.weight", kState},
    {"time_mix_g2.weight", kState},
    {"time_mix_decay_w1.weight", kState},
    {"time_mix_decay_w2.weight", kState},
    {"time_mix_lerp_fused.weight", kState},
    {"shortconv_k.weight", kState, Match::kContains, "inkling"},
    {"shortconv_v.weight", kState, Match::kContains, "inkling"},
    {"shortconv_attn.weight", kState, Match::kContains, "inkling"},
    {"shortconv_mlp.weight", kState, Match::kContains, "inkling"},
    {"attn_rel_proj.weight", kSmall, Match::kContains, "inkling"},
    {".position_embd", kVision},
    {"sam.pos_embd", kVision},
    {"sam.neck.", kVision},
    {"sam.net_", kVision},
    {".rel_pos", kVision},
    {".patch_embd", kVision},
    {".patch_merger", kVision},
    {"a.rvq.codebook", kAudio},
    {"mm.a.code_embd", kAudio},
};

/// ggml counts dimensions up to the last one that is not 1.
std::size_t dimensions(const std::vector<std::uint64_t>& shape) {
    std::size_t leading_ones = 0;
    while (leading_ones < shape.size() && shape[leading_ones] == 1) {
        ++leading_ones;
    }
    return shape.size() - leading_ones;
}

/// A linear or an embedding under GGUF's own name is on no list of exclusions; knowing that saves
/// most of the searching in the names of a large model.
bool is_plain_weight(const TensorPlace& place, const std::string& name) {
    return place.role != Role::kNorm && place.role != Role::kRouter && place.role != Role::kOther &&
           place.canonical == name && name.starts_with("blk.");
}

/// Integers in a GGUF are tables of the architecture, such as which expert serves a token.
bool holds_numbers(const Model& model, FormatId source) {
    return model.checkpoint->container() == Container::kGguf &&
           format_info(source).kind == FormatKind::kRaw;
}

std::string_view excluded(std::string_view name, std::string_view architecture) {
    for (const Exclusion& row : kExclusions) {
        if (!row.architecture.empty() && row.architecture != architecture) {
            continue;
        }
        if (row.match == Match::kEquals ? name == row.name
                                        : name.find(row.name) != std::string_view::npos) {
            return row.reason;
        }
    }
    return {};
}

/// One step down the chain of fallbacks: blocks of 256 -> blocks of 32.
constexpr std::pair<std::string_view, std::string_view> kFallbacks[] = {
    {"Q6_K", "Q8_0"},     {"Q5_K", "Q5_1"},      {"Q4_K", "Q5_0"},      {"Q3_K", "Q4_0"},
    {"Q2_K", "Q4_0"},     {"TQ1_0", "Q4_0"},     {"TQ2_0", "Q4_0"},     {"Q2_0", "Q4_0"},
    {"IQ4_XS", "IQ4_NL"}, {"IQ3_S", "IQ4_NL"},   {"IQ3_XXS", "IQ4_NL"}, {"IQ2_S", "IQ4_NL"},
    {"IQ2_XS", "IQ4_NL"}, {"IQ2_XXS", "IQ4_NL"}, {"IQ1_M", "IQ4_NL"},   {"IQ1_S", "IQ4_NL"},
};

FormatId smaller_blocks(FormatId wanted) {
    for (const auto& [from, to] : kFallbacks) {
        if (format_info(wanted).name == from) {
            return find_format(to).value_or(formats::f16());
        }
    }
    return formats::f16();
}

}  // namespace

const std::string& gguf_tensor_name(const Model& model, std::size_t tensor) {
    return model.checkpoint->container() == Container::kGguf ? model.tensor(tensor).name
                                                             : model.places[tensor].canonical;
}

bool gguf_may_quantize(const Model& model, std::size_t tensor, std::string* reason) {
    const TensorInfo& info = model.tensor(tensor);
    const std::string& name = gguf_tensor_name(model, tensor);
    std::string_view why;
    if (dimensions(info.shape) < 2) {
        why = "llama.cpp quantizes only tensors of two dimensions and more";
    } else if (!name.ends_with("weight")) {
        why = "llama.cpp quantizes only tensors whose name ends in \"weight\"";
    } else if (format_info(info.format).decode == nullptr) {
        why = "its source format cannot be decoded";
    } else if (holds_numbers(model, info.format)) {
        why = "it holds numbers, not weights";
    } else if (!is_plain_weight(model.places[tensor], name)) {
        why = excluded(name, model.gguf_architecture);
    }
    if (reason != nullptr) {
        *reason = why;
    }
    return why.empty();
}

FormatId gguf_kept_format(const Model& model, std::size_t tensor) {
    const FormatId source = model.tensor(tensor).format;
    const bool converted = model.checkpoint->container() != Container::kGguf &&
                           format_info(source).kind == FormatKind::kFloat;
    return converted ? formats::f32() : source;
}

Placement gguf_fallback(FormatId wanted, std::uint64_t cols) {
    if (row_fits(wanted, cols)) {
        return {wanted, {}};
    }
    FormatId format = smaller_blocks(wanted);
    if (!row_fits(format, cols)) {
        format = formats::f16();
    }
    const FormatInfo& info = format_info(wanted);
    return {format,
            fmt::format("rows of {} do not divide into the blocks of {} that {} has: {} instead",
                        cols, info.block_elems, info.name, format_info(format).name)};
}

bool gguf_needs_importance(const Model& model, std::size_t tensor, FormatId format) {
    const std::string& name = gguf_tensor_name(model, tensor);
    return format_info(format).needs_importance && name != "token_embd.weight" &&
           name != "per_layer_token_embd.weight" && name != "output.weight";
}

}  // namespace bitlathe
