// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/gguf/gguf_conversion_metadata.h"

#include <algorithm>
#include <cctype>
#include <limits>
#include <set>

#include <fmt/format.h>

#include "core/checkpoint/metadata_values.h"
#include "core/checkpoint/shards.h"
#include "core/model/hyperparameters.h"
#include "core/targets/gguf/gguf_rules.h"
#include "core/text/gguf_write_vocabulary.h"

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

bool has_vocabulary(const fs::path& folder) {
    constexpr const char* kFiles[] = {"tokenizer.json", "tokenizer.model", "spiece.model",
                                      "vocab.json", "vocab.txt"};
    std::error_code ignored;
    return std::any_of(std::begin(kFiles), std::end(kFiles),
                       [&](const char* name) { return fs::exists(folder / name, ignored); });
}

void append(const Metadata& from, Metadata& to) {
    for (const MetaEntry& entry : from.entries()) {
        to.add_owned(entry, {entry.raw.begin(), entry.raw.end()});
    }
}

/// By this name llama.cpp knows a Phi-3 and asks for its tokens, without which it does not load.
bool sounds_like_phi3(const std::string& name) {
    std::string lower = name;
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return lower.find("phi-3") != std::string::npos || lower.find("phi3") != std::string::npos;
}

bool has_tokens_of_phi3(const Metadata& vocabulary) {
    std::set<std::string_view> missing = {"</s>", "<unk>", "<s>", "<|endoftext|>"};
    vocabulary.for_each_string("tokenizer.ggml.tokens",
                               [&](std::uint64_t, std::string_view text) { missing.erase(text); });
    return missing.empty();
}

struct NamedVocabulary {
    std::string name;
    GgufVocabulary vocabulary;
};

/// The vocabulary, and the name that goes with it.
Result<NamedVocabulary> vocabulary_of(const Model& model, std::uint64_t rows) {
    NamedVocabulary result;
    const fs::path folder = folder_of_model(*model.checkpoint);
    result.name = name_of(*model.checkpoint);
    if (!has_vocabulary(folder)) {
        // llama.cpp's word for it.
        result.vocabulary.metadata.add_string("tokenizer.ggml.model", "no_vocab");
        result.vocabulary.warnings.emplace_back(
            "the folder has no tokenizer: the GGUF takes and gives token ids only");
        return result;
    }
    GgufVocabularyOptions options{
        .rows = rows, .architecture = model.gguf_architecture, .name = result.name};
    BITLATHE_ASSIGN(result.vocabulary, write_gguf_vocabulary(folder, options));
    if (sounds_like_phi3(result.name) && !has_tokens_of_phi3(result.vocabulary.metadata)) {
        result.name = options.name = model.architecture == "phi3" ? "phi" : "model";
        BITLATHE_ASSIGN(result.vocabulary, write_gguf_vocabulary(folder, options));
        result.vocabulary.warnings.push_back(
            fmt::format("the model is called \"{}\" in the GGUF: by its name llama.cpp would ask "
                        "for the tokens "
                        "of Phi-3, which it does not have",
                        result.name));
    }
    return result;
}

}  // namespace

Result<ConvertedMetadata> plain_metadata(const Model& model, const Hyperparameters& hyper,
                                         std::uint64_t rows) {
    BITLATHE_ASSIGN(NamedVocabulary named, vocabulary_of(model, rows));
    ConvertedMetadata result;
    Metadata& out = result.metadata;
    out.add_string("general.architecture", model.gguf_architecture);
    out.add_string("general.type", "model");
    out.add_string("general.name", named.name);
    add_value(out, "general.file_type", gguf_file_type(model, {}));
    BITLATHE_TRY(write_integers(model, hyper, out));
    append(named.vocabulary.metadata, out);
    result.warnings = std::move(named.vocabulary.warnings);
    return result;
}

Result<ConvertedMetadata> converted_metadata(const Model& model, const ForwardSpec& spec,
                                             const ModelRef& refs, const ForwardFamily& reader) {
    BITLATHE_ASSIGN(const Hyperparameters hyper, settled(model, spec, refs));
    BITLATHE_ASSIGN(ConvertedMetadata result, plain_metadata(model, hyper, spec.vocabulary));
    Metadata& out = result.metadata;
    write_expert_lengths(model, refs, out);
    BITLATHE_ASSIGN(result.lists, write_metadata_spec(spec, reader, model.gguf_architecture, out));
    return result;
}

}  // namespace bitlathe
