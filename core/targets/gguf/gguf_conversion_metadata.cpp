// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/gguf/gguf_conversion_metadata.h"

#include <algorithm>
#include <limits>

#include <fmt/format.h>

#include "core/checkpoint/metadata_values.h"
#include "core/checkpoint/shards.h"
#include "core/model/hyperparameters.h"
#include "core/targets/gguf/gguf_rules.h"

namespace bitlathe {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Error> refuse(const Model& model, std::string message) {
    return fail(ErrorCode::kRefused, std::move(message), model.checkpoint->path().string(), {},
                "check the model's config.json");
}

/// The folder that the files of a model lie in.
fs::path folder_of_model(const Checkpoint& checkpoint) {
    return folder_of(checkpoint.files().front()->path());
}

/// What people call the model: the folder's name, without the version of a cache.
std::string name_of(const Checkpoint& checkpoint) {
    std::error_code ignored;
    const fs::path folder = fs::absolute(folder_of_model(checkpoint), ignored).lexically_normal();
    const fs::path plain = folder.has_filename() ? folder : folder.parent_path();
    // models--owner--name/snapshots/revision
    const fs::path cache = plain.parent_path().parent_path();
    const std::string entry = cache.filename().string();
    if (plain.parent_path().filename() == "snapshots" && entry.starts_with("models--")) {
        return entry.substr(entry.rfind("--") + 2);
    }
    return plain.filename().string();
}

/// Integers that come from what the tensors say, not from config.json.
bool comes_from_spec(const IntegerField& field) {
    constexpr std::optional<std::uint64_t> Hyperparameters::*kFields[] = {
        &Hyperparameters::head_dim, &Hyperparameters::sliding_window,
        &Hyperparameters::rope_dimension};
    return std::find(std::begin(kFields), std::end(kFields), field.member) != std::end(kFields);
}

Status write_integers(const Model& model, const Hyperparameters& hyper, Metadata& out) {
    for (const IntegerField& field : integer_fields()) {
        const auto value = hyper.*field.member;
        if (comes_from_spec(field) || !value) {
            continue;
        }
        if (*value > std::numeric_limits<std::uint32_t>::max()) {
            return refuse(model, fmt::format("{} is {}, which is too large", field.gguf, *value));
        }
        add_value(out, fmt::format("{}.{}", model.gguf_architecture, field.gguf),
                  static_cast<std::uint32_t>(*value));
    }
    return {};
}

/// Hyperparameters, completed and corrected by what the computation found.
Result<Hyperparameters> settled(const Model& model, const ForwardSpec& spec, const ModelRef& refs) {
    Hyperparameters hyper = model.hyper;
    hyper.blocks = spec.layers.size();
    hyper.vocabulary = spec.vocabulary;
    if (spec.context != 0) {
        hyper.context = spec.context;
    }
    if (!hyper.context) {
        return refuse(model, "the length of its context is not stated, and a GGUF must state it");
    }
    if (!hyper.feed_forward) {
        const BlockRef& block = refs.blocks.front();
        hyper.feed_forward = block.mlp ? block.mlp->up.rows : block.experts->experts[0].up.rows;
    }
    if (spec.experts == 0) {
        hyper.experts.reset();
        hyper.experts_used.reset();
    }
    return hyper;
}

void write_expert_lengths(const Model& model, const ModelRef& refs, Metadata& out) {
    const auto& experts = refs.blocks.front().experts;
    const auto length = [&](const char* key, const MlpRef& mlp) {
        add_value(out, fmt::format("{}.{}", model.gguf_architecture, key),
                  static_cast<std::uint32_t>(mlp.up.rows));
    };
    if (experts) {
        length("expert_feed_forward_length", experts->experts.front());
    }
    if (experts && experts->shared) {
        length("expert_shared_feed_forward_length", *experts->shared);
    }
}

}  // namespace

Result<ConvertedMetadata> converted_metadata(const Model& model, const ForwardSpec& spec,
                                             const ModelRef& refs, const ForwardFamily& reader) {
    const std::string name = name_of(*model.checkpoint);
    ConvertedMetadata result;
    Metadata& out = result.metadata;
    out.add_string("general.architecture", model.gguf_architecture);
    out.add_string("general.type", "model");
    out.add_string("general.name", name);
    add_value(out, "general.file_type", gguf_file_type(model, {}));
    BITLATHE_ASSIGN(const Hyperparameters hyper, settled(model, spec, refs));
    BITLATHE_TRY(write_integers(model, hyper, out));
    write_expert_lengths(model, refs, out);
    BITLATHE_ASSIGN(result.lists, write_metadata_spec(spec, reader, model.gguf_architecture, out));
    out.add_string("tokenizer.ggml.model", "no_vocab");  // llama.cpp's word for it
    result.warnings.emplace_back(
        "the tokenizer is not converted yet: the GGUF takes and gives token ids only");
    return result;
}

}  // namespace bitlathe
