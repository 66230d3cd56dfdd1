// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/tensor_importance.h"

#include <fmt/format.h>

#include "core/base/checked.h"
#include "core/base/text.h"

namespace bitlathe {
namespace {

std::span<const float> run_of_expert(std::span<const float> stacked, std::uint64_t expert,
                                     std::uint64_t cols) {
    const auto begin = checked_mul({expert, cols});
    if (!begin || cols == 0 || stacked.size() % cols != 0 ||
        !range_fits(*begin, cols, stacked.size())) {
        return {};
    }
    return stacked.subspan(*begin, cols);
}

bool length_fits(const Model& model, std::size_t tensor, std::size_t length) {
    const TensorInfo& info = model.tensor(tensor);
    if (length == info.cols()) {
        return true;
    }
    return model.places[tensor].stacked_experts && info.shape.size() > 2 &&
           checked_mul({info.cols(), info.shape.front()}) == length;
}

}  // namespace

std::string stacked_name(const TensorPlace& place) {
    std::string name = place.canonical;
    const std::string part = place.expert ? fmt::format("_exps.{}.", *place.expert) : "";
    const std::size_t at = part.empty() ? std::string::npos : name.find(part);
    if (at != std::string::npos) {
        name.replace(at, part.size(), "_exps.");
    }
    return name;
}

std::span<const float> importance_of(const Model& model, std::size_t tensor,
                                     const Importance* importance, std::string* problem) {
    if (importance == nullptr) {
        return {};
    }
    const TensorPlace& place = model.places[tensor];
    const auto found = importance->find(place.canonical);
    if (found.empty() && place.expert) {
        return run_of_expert(importance->find(stacked_name(place)), *place.expert,
                             model.tensor(tensor).cols());
    }
    if (found.empty() || length_fits(model, tensor, found.size())) {
        return found;
    }
    if (problem != nullptr) {
        *problem = fmt::format("importance of {} is not used: it has {} values, a row has {}",
                               printable(model.tensor(tensor).name), found.size(),
                               model.tensor(tensor).cols());
    }
    return {};
}

bool uses_importance(const Model& model, std::size_t tensor, FormatId format,
                     const Importance* importance) {
    return format_info(format).uses_importance && format != model.tensor(tensor).format &&
           !importance_of(model, tensor, importance).empty();
}

}  // namespace bitlathe
