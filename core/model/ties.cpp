// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/ties.h"

#include <fmt/format.h>

#include "core/base/text.h"

namespace bitlathe {
namespace {

constexpr std::string_view kEmbedding = "token_embd.weight";

bool same_bytes(const TensorInfo& a, const TensorInfo& b) {
    return a.file == b.file && a.offset == b.offset && a.bytes == b.bytes && a.bytes != 0;
}

std::optional<std::size_t> find_embedding(const Model& model) {
    for (std::size_t i = 0; i < model.places.size(); ++i) {
        if (model.places[i].role == Role::kEmbed && model.places[i].canonical == kEmbedding) {
            return i;
        }
    }
    return std::nullopt;
}

bool is_tied(Model& model, std::size_t head, std::size_t embedding) {
    const TensorInfo& a = model.tensor(head);
    const TensorInfo& b = model.tensor(embedding);
    // A derived checkpoint says what files would hold: two tensors, though made from one.
    if (same_bytes(a, b) && !model.checkpoint->source()) {
        return true;
    }
    if (model.hyper.tied_embeddings != true) {
        return false;
    }
    if (a.shape != b.shape) {
        model.warnings.push_back(
            {fmt::format("{} and {} should be the same weights, but their shapes differ; they are "
                         "taken as two",
                         printable(a.name), printable(b.name))});
        return false;
    }
    return true;
}

}  // namespace

void find_ties(Model& model) {
    const auto embedding = find_embedding(model);
    if (!embedding) {
        return;
    }
    std::vector<std::size_t> group = {*embedding};
    for (std::size_t i = 0; i < model.places.size(); ++i) {
        if (model.places[i].role == Role::kLmHead && is_tied(model, i, *embedding)) {
            model.places[i].tied_to = *embedding;
            group.push_back(i);
        }
    }
    if (group.size() > 1) {
        model.tie_groups.push_back(std::move(group));
    }
}

bool Model::embedding_is_head() const {
    bool embedding = false;
    for (const TensorPlace& place : places) {
        if (place.role == Role::kLmHead) {
            return false;
        }
        embedding |= place.role == Role::kEmbed;
    }
    return embedding;
}

}  // namespace bitlathe
