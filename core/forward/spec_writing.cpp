// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forward/spec_writing.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/base/text.h"
#include "core/checkpoint/metadata_values.h"
#include "core/forward/spec_keys.h"

namespace bitlathe {

using namespace spec_keys;

namespace {

class Writer {
public:
    Writer(std::string_view architecture, Metadata& metadata)
        : architecture_(architecture), metadata_(metadata) {}
    void number(std::string_view key, double value) {
        add_value(metadata_, full(key), static_cast<float>(value));
    }
    void integer(std::string_view key, std::uint64_t value) {
        add_value(metadata_, full(key), static_cast<std::uint32_t>(value));
    }
    void text(std::string_view key, std::string_view value) {
        metadata_.add_string(full(key), value);
    }

private:
    [[nodiscard]] std::string full(std::string_view key) const {
        return fmt::format("{}.{}", architecture_, key);
    }
    std::string_view architecture_;
    Metadata& metadata_;
};

bool same(double a, double b) {
    return std::fabs(a - b) <= 1e-6 * std::max(std::fabs(a), std::fabs(b));
}

std::vector<float> floats(const std::vector<double>& values) {
    return {values.begin(), values.end()};
}

void write_yarn(const Rotary& rotary, double magnitude, Writer& out) {
    const Rotary silent;
    if (rotary.beta_fast != silent.beta_fast) {
        out.number(kRopeFast, rotary.beta_fast);
    }
    if (rotary.beta_slow != silent.beta_slow) {
        out.number(kRopeSlow, rotary.beta_slow);
    }
    // Readers multiply this by the magnitude that goes with the factor.
    const double more = magnitude / yarn_magnitude(*rotary.factor);
    if (!same(more, 1)) {
        out.number(kRopeAttention, more);
    }
}

Status write_scaling(const Rotary& rotary, Writer& out, std::vector<SpecTensor>& tensors) {
    const bool fixed = rotary.type == "linear" || rotary.type == "yarn";
    if (rotary.type == "llama3") {
        BITLATHE_ASSIGN(auto divisors, rotary_divisors(rotary));
        tensors.push_back({kDivisors, std::move(divisors)});
        return {};
    }
    if (rotary.type.empty() || rotary.type == "dynamic") {
        return {};  // dynamic is nothing up to the length that the model was made for
    }
    if (!fixed && rotary.type != "longrope") {
        return fail(ErrorCode::kRefused, fmt::format("GGUF has no rope scaling of the type \"{}\"",
                                                     printable(rotary.type)));
    }
    BITLATHE_ASSIGN(const RotaryTable table, rotary_table(rotary, 1));
    out.text(kRopeType, rotary.type);
    if (fixed) {
        out.number(kRopeFactor, *rotary.factor);
    }
    if (rotary.type != "linear") {
        out.integer(kRopeContext, static_cast<std::uint64_t>(*rotary.original_context));
    }
    if (rotary.type == "yarn") {
        write_yarn(rotary, table.magnitude, out);
    } else if (rotary.type == "longrope") {
        out.number(kRopeAttention, table.magnitude);
        tensors.push_back({kLongFactors, floats(rotary.long_factor)});
        tensors.push_back({kShortFactors, floats(rotary.short_factor)});
    }
    return {};
}

Status write_rope(const ForwardSpec& spec, const ForwardFamily& reader, Writer& out,
                  std::vector<SpecTensor>& tensors) {
    if (spec.learned_positions) {
        return {};
    }
    out.integer(kRopeDimensions, spec.rotary.dims);
    out.number(kRopeBase, spec.rotary.theta);
    if (reader.two_rotaries && std::any_of(spec.layers.begin(), spec.layers.end(),
                                           [](const LayerSpec& layer) { return layer.local; })) {
        out.number(kRopeBaseLocal, spec.local_rotary.theta);
    }
    return write_scaling(spec.rotary, out, tensors);
}

void write_windows(const ForwardSpec& spec, const ForwardFamily& reader, Writer& out) {
    const auto windowed = std::find_if(spec.layers.begin(), spec.layers.end(),
                                       [](const LayerSpec& layer) { return layer.window != 0; });
    if (windowed == spec.layers.end() ||
        (reader.windows != Windows::kAll && reader.windows != Windows::kPattern)) {
        return;
    }
    out.integer(kWindow, windowed->window);
    const auto open = std::find_if(spec.layers.begin(), spec.layers.end(),
                                   [](const LayerSpec& layer) { return layer.window == 0; });
    const auto every = static_cast<std::uint64_t>(open - spec.layers.begin()) + 1;
    if (reader.windows == Windows::kPattern && every != reader.pattern) {
        out.integer(kWindowPattern, every);
    }
}

void write_numbers(const ForwardSpec& spec, const ForwardFamily& reader, Writer& out) {
    ForwardSpec silent;
    silent.attention_cap = static_cast<float>(reader.attention_cap);
    silent.logit_cap = static_cast<float>(reader.logit_cap);
    if (reader.scaled_embedding) {
        silent.embedding_scale = std::sqrt(static_cast<float>(spec.embedding));
    }
    for (const NumberKey& row : kNumbers) {
        if ((row.scale && reader.states_scales) || !same(spec.*row.member, silent.*row.member)) {
            out.number(row.key, double{spec.*row.member});
        }
    }
    if (reader.states_scales || spec.logit_scale != 1) {
        out.number(kLogitScale, 1 / double{spec.logit_scale});
    }
    if (spec.attention_scale != 0) {
        out.number(kAttentionScale, spec.attention_scale);
    }
}

double scale_of(const ForwardSpec& spec) {
    return spec.attention_scale != 0 ? spec.attention_scale
                                     : 1 / std::sqrt(static_cast<double>(spec.head_dim));
}

/// Whether both turn positions alike over the sequences that the models were made for.
bool same_rotation(const Rotary& a, const Rotary& b) {
    for (const double length : {1.0, a.original_context.value_or(0) + 1, a.context}) {
        if (length == 0 || length > std::max(1.0, a.context)) {
            continue;
        }
        const auto from = rotary_table(a, static_cast<std::uint64_t>(length));
        const auto to = rotary_table(b, static_cast<std::uint64_t>(length));
        const bool alike = from && to && same(from->magnitude, to->magnitude) &&
                           std::equal(from->frequencies.begin(), from->frequencies.end(),
                                      to->frequencies.begin(), to->frequencies.end(), same);
        if (!alike) {
            return false;
        }
    }
    return true;
}

bool same_rotations(const ForwardSpec& a, const ForwardSpec& b) {
    for (std::size_t i = 0; i < a.layers.size(); ++i) {
        const LayerSpec& from = a.layers[i];
        const LayerSpec& to = b.layers[i];
        if (from.rotary != to.rotary) {
            return false;
        }
        if (from.rotary && !same_rotation(from.local ? a.local_rotary : a.rotary,
                                          to.local ? b.local_rotary : b.rotary)) {
            return false;
        }
    }
    return true;
}

bool same_counts(const ForwardSpec& a, const ForwardSpec& b) {
    return a.embedding == b.embedding && a.vocabulary == b.vocabulary && a.heads == b.heads &&
           a.kv_heads == b.kv_heads && a.head_dim == b.head_dim && a.context == b.context &&
           a.experts == b.experts && a.experts_used == b.experts_used &&
           a.layers.size() == b.layers.size();
}

}  // namespace

Result<std::vector<SpecTensor>> write_metadata_spec(const ForwardSpec& spec,
                                                    const ForwardFamily& reader,
                                                    std::string_view architecture,
                                                    Metadata& metadata) {
    Writer out(architecture, metadata);
    std::vector<SpecTensor> tensors;
    out.integer(kKeyLength, spec.head_dim);
    out.integer(kValueLength, spec.head_dim);
    out.number(spec.norm == NormKind::kRms ? kRmsEpsilon : kLayerNormEpsilon, spec.epsilon);
    BITLATHE_TRY(write_rope(spec, reader, out, tensors));
    write_windows(spec, reader, out);
    write_numbers(spec, reader, out);
    return tensors;
}

std::string spec_difference(const ForwardSpec& a, const ForwardSpec& b) {
    if (!same_counts(a, b)) {
        return "the shape of the model";
    }
    if (!same_rotations(a, b)) {
        return "the rotation of positions";
    }
    for (std::size_t i = 0; i < a.layers.size(); ++i) {
        if (!same(a.layers[i].score_factor, b.layers[i].score_factor)) {
            return "factors of attention that differ from block to block";
        }
    }
    struct Row {
        const char* name;
        bool equal;
    };
    const Row rows[] = {
        {"the order of norms", a.norms == b.norms && a.norm == b.norm},
        {"the epsilon of norms", same(a.epsilon, b.epsilon)},
        {"the activation of MLPs", a.activation == b.activation && a.gated == b.gated},
        {"the factor of embeddings", same(a.embedding_scale, b.embedding_scale)},
        {"the factor of residuals", same(a.residual_scale, b.residual_scale)},
        {"the scale of attention", same(scale_of(a), scale_of(b))},
        {"the factor of logits", same(a.logit_scale, b.logit_scale)},
        {"the cap of attention", same(a.attention_cap, b.attention_cap)},
        {"the cap of logits", same(a.logit_cap, b.logit_cap)},
        {"limits of queries, keys and values", same(a.clip_qkv, b.clip_qkv)},
        {"the weights of experts", a.normalise_experts == b.normalise_experts || a.experts == 0},
        {"the factor of experts", same(a.expert_scale, b.expert_scale) || a.experts == 0},
    };
    const auto different =
        std::find_if(std::begin(rows), std::end(rows), [](const Row& row) { return !row.equal; });
    return different == std::end(rows) ? "" : different->name;
}

std::uint64_t lost_window(const ForwardSpec& from, const ForwardSpec& to) {
    for (std::size_t i = 0; i < from.layers.size() && i < to.layers.size(); ++i) {
        if (from.layers[i].window != to.layers[i].window) {
            return from.layers[i].window;
        }
    }
    return 0;
}

}  // namespace bitlathe
