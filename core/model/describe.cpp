// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <fmt/format.h>

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/model/family.h"
#include "core/model/hyperparameters.h"
#include "core/model/model.h"
#include "core/model/places.h"
#include "core/model/ties.h"

namespace bitlathe {
namespace {

constexpr std::string_view kUnknown = "unknown";

std::string text_of(const Json& object, const char* key) {
    if (!object.is_object()) {
        return {};
    }
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// What a config.json calls its model, the most telling first.
std::vector<std::string> config_names(const Json& config) {
    std::vector<std::string> names = {text_of(config, "model_type")};
    if (config.is_object()) {
        if (const auto classes = config.find("architectures");
            classes != config.end() && classes->is_array()) {
            for (const Json& name : *classes) {
                if (name.is_string()) {
                    names.push_back(name.get<std::string>());
                }
            }
        }
        if (const auto text = config.find("text_config"); text != config.end()) {
            names.push_back(text_of(*text, "model_type"));
        }
    }
    std::erase(names, std::string());
    return names;
}

const Family* describe_gguf(const Checkpoint& checkpoint, Model& model) {
    const std::string architecture(
        checkpoint.metadata().string("general.architecture").value_or(""));
    if (architecture.empty()) {
        model.warnings.push_back({"the metadata does not state general.architecture"});
    } else {
        model.architecture = printable(architecture);
        model.gguf_architecture = architecture;
    }
    model.hyper = hyperparameters_of_metadata(checkpoint.metadata(), architecture, model.warnings);
    return family_of_gguf(architecture);
}

const Family* describe_config(const Checkpoint& checkpoint, Model& model) {
    const Json& config = checkpoint.config();
    const auto names = config_names(config);
    const Family* family = nullptr;
    for (const std::string& name : names) {
        family = family != nullptr ? family : family_of_config(name);
    }
    if (!names.empty()) {
        model.architecture = printable(names.front());
    }
    if (family != nullptr) {
        model.gguf_architecture = family->gguf;
    }
    model.hyper = hyperparameters_of_config(config, family, model.warnings);
    return family;
}

void place_tensors(const Family* family, Model& model) {
    const NameBook book(family);
    const auto tensors = model.checkpoint->tensors();
    std::size_t guessed = 0;
    model.places.reserve(tensors.size());
    for (const TensorInfo& tensor : tensors) {
        model.places.push_back(book.place(tensor.name, tensor.shape.size()));
        guessed += family == nullptr && book.guesses(tensor.name) ? 1 : 0;
    }
    if (guessed != 0) {
        model.warnings.push_back(
            {fmt::format("architecture \"{}\" is not known: {} of {} tensors were placed by "
                         "patterns in their names",
                         model.architecture, guessed, tensors.size())});
    }
    if (const std::size_t shared = separate_canonical_names(tensors, model.places); shared != 0) {
        model.warnings.push_back({fmt::format(
            "{} tensors share a place with another one and keep their own names", shared)});
    }
}

void count_blocks(Model& model) {
    std::uint32_t counted = 0;
    for (const TensorPlace& place : model.places) {
        counted = std::max(counted, place.block ? *place.block + 1 : 0);
    }
    const auto stated = model.hyper.blocks;
    model.blocks = counted;
    if (!stated || *stated == counted) {
        return;
    }
    if (*stated < kMaxBlocks) {
        model.blocks = std::max(counted, static_cast<std::uint32_t>(*stated));
    }
    model.warnings.push_back({fmt::format(
        "{} blocks are stated, but the names of the tensors count {}", *stated, counted)});
}

void use_embedding_shape(Model& model) {
    for (std::size_t i = 0; i < model.places.size(); ++i) {
        const auto& shape = model.tensor(i).shape;
        if (model.places[i].canonical == "token_embd.weight" && shape.size() == 2) {
            model.hyper.vocabulary = model.hyper.vocabulary.value_or(shape[0]);
            model.hyper.embedding = model.hyper.embedding.value_or(shape[1]);
        }
    }
}

}  // namespace

Result<std::shared_ptr<const Model>> describe(std::shared_ptr<const Checkpoint> checkpoint) {
    auto model = std::make_shared<Model>();
    model->checkpoint = std::move(checkpoint);
    model->architecture = kUnknown;
    const Family* family = model->checkpoint->container() == Container::kGguf
                               ? describe_gguf(*model->checkpoint, *model)
                               : describe_config(*model->checkpoint, *model);
    model->family = family != nullptr ? family->name : "generic";
    place_tensors(family, *model);
    count_blocks(*model);
    use_embedding_shape(*model);
    fill_defaults(model->hyper);
    find_ties(*model);
    if (model->checkpoint->container() == Container::kGguf) {
        model->hyper.tied_embeddings = model->embedding_is_head() || !model->tie_groups.empty();
    }
    return model;
}

Result<std::shared_ptr<const Model>> open_model(const std::filesystem::path& path) {
    BITLATHE_ASSIGN(auto checkpoint, Checkpoint::open(path));
    return describe(std::move(checkpoint));
}

}  // namespace bitlathe
