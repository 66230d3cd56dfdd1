// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "app/cli/commands.h"
#include "core/base/json.h"
#include "core/base/text.h"
#include "core/model/model.h"

namespace bitlathe::cli {
namespace {

double bits_per_weight(const Checkpoint& checkpoint) {
    const double parameters = static_cast<double>(checkpoint.parameters());
    return static_cast<double>(checkpoint.tensor_bytes()) * 8 / parameters;  // no weights: null
}

Json warnings_json(const Model& model) {
    Json list = Json::array();
    const auto add = [&list](const Warning& warning) {
        list.push_back({{"message", warning.message},
                        {"file", warning.file.empty() ? Json(nullptr) : Json(warning.file)},
                        {"offset", or_null(warning.offset)}});
    };
    for (const Warning& warning : model.checkpoint->warnings()) {
        add(warning);
    }
    for (const Warning& warning : model.warnings) {
        add(warning);
    }
    return list;
}

Json tensor_json(const Model& model, std::size_t i) {
    const TensorInfo& tensor = model.tensor(i);
    const TensorPlace& place = model.places[i];
    return {{"name", tensor.name},
            {"shape", tensor.shape},
            {"dtype", format_info(tensor.format).name},
            {"bytes", tensor.bytes},
            {"file", tensor.file},
            {"offset", tensor.offset},
            {"role", role_name(place.role)},
            {"block", or_null(place.block)},
            {"tied_to", place.tied_to ? Json(model.tensor(*place.tied_to).name) : Json(nullptr)}};
}

Json hyperparameters_json(const Hyperparameters& hyper) {
    return {{"embedding", or_null(hyper.embedding)},
            {"feed_forward", or_null(hyper.feed_forward)},
            {"heads", or_null(hyper.heads)},
            {"kv_heads", or_null(hyper.kv_heads)},
            {"head_dim", or_null(hyper.head_dim)},
            {"vocabulary", or_null(hyper.vocabulary)},
            {"context", or_null(hyper.context)},
            {"experts", or_null(hyper.experts)},
            {"experts_used", or_null(hyper.experts_used)},
            {"sliding_window", or_null(hyper.sliding_window)},
            {"rope_theta", or_null(hyper.rope_theta)},
            {"rope_scaling",
             hyper.rope_scaling_type.empty() ? Json(nullptr) : Json(hyper.rope_scaling_type)},
            {"norm_epsilon", or_null(hyper.norm_epsilon)},
            {"tied_embeddings", or_null(hyper.tied_embeddings)}};
}

Json document(const Model& model) {
    const Checkpoint& checkpoint = *model.checkpoint;
    Json files = Json::array();
    for (const auto& file : checkpoint.files()) {
        files.push_back({{"path", file->path().string()}, {"bytes", file->size()}});
    }
    Json tensors = Json::array();
    for (std::size_t i = 0; i < checkpoint.tensors().size(); ++i) {
        tensors.push_back(tensor_json(model, i));
    }
    Json metadata = checkpoint.metadata().to_json();
    if (!checkpoint.config().is_null()) {
        metadata["config"] = checkpoint.config();
    }
    return {{"container", container_name(checkpoint.container())},
            {"architecture", model.architecture},
            {"family", model.family},
            {"blocks", model.blocks},
            {"parameters", checkpoint.parameters()},
            {"bytes", checkpoint.file_bytes()},
            {"tensor_bytes", checkpoint.tensor_bytes()},
            {"bits_per_weight", bits_per_weight(checkpoint)},
            {"hyperparameters", hyperparameters_json(model.hyper)},
            {"fingerprint", checkpoint.fingerprint()},
            {"files", files},
            {"metadata", metadata},
            {"warnings", warnings_json(model)},
            {"tensors", tensors}};
}

void print_for_people(const Model& model) {
    const Checkpoint& checkpoint = *model.checkpoint;
    fmt::print("container     {}, {} file{}, {}\n", container_name(checkpoint.container()),
               checkpoint.files().size(), checkpoint.files().size() == 1 ? "" : "s",
               human_bytes(checkpoint.file_bytes()));
    fmt::print("architecture  {} (family {}), {} blocks\n", printable(model.architecture),
               model.family, model.blocks);
    fmt::print("parameters    {} in {} tensors, {:.4f} bits per weight\n\n",
               checkpoint.parameters(), checkpoint.tensors().size(), bits_per_weight(checkpoint));
    fmt::print("{:<48} {:<10} {:>5} {:<10} {:>18} {:>12}\n", "tensor", "role", "block", "dtype",
               "shape", "bytes");
    for (std::size_t i = 0; i < checkpoint.tensors().size(); ++i) {
        const TensorInfo& tensor = model.tensor(i);
        const TensorPlace& place = model.places[i];
        fmt::print("{:<48} {:<10} {:>5} {:<10} {:>18} {:>12}\n", printable(tensor.name),
                   role_name(place.role), place.block ? std::to_string(*place.block) : "-",
                   format_info(tensor.format).name,
                   fmt::format("{}", fmt::join(tensor.shape, " x ")), tensor.bytes);
    }
}

}  // namespace

Action info_command(CLI::App& command) {
    auto path = std::make_shared<std::string>();
    command.add_option("CHECKPOINT", *path, ".gguf, .safetensors, index.json or a model folder")
        ->required();
    return [path](Session& session) -> Status {
        BITLATHE_ASSIGN(const auto model, open_model(*path));
        for (const auto& list :
             {model->checkpoint->warnings(), std::span<const Warning>(model->warnings)}) {
            for (const Warning& warning : list) {
                session.warn(printable(warning.message, 500));
            }
        }
        session.print(document(*model), [&] { print_for_people(*model); });
        return {};
    };
}

}  // namespace bitlathe::cli
