// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forward/tensor_finder.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/checked.h"
#include "core/base/text.h"

namespace bitlathe {

TensorFinder::TensorFinder(const Model& model) : model_(model) {
    for (std::size_t i = 0; i < model.places.size(); ++i) {
        by_name_.emplace(model.places[i].canonical, i);
    }
}

std::optional<std::size_t> TensorFinder::find(const std::string& name) const {
    const auto found = by_name_.find(name);
    return found != by_name_.end() ? std::optional(found->second) : std::nullopt;
}

std::string TensorFinder::of_block(std::size_t block, std::string_view part) {
    return fmt::format("blk.{}.{}", block, part);
}

tl::unexpected<Error> TensorFinder::missing(const std::string& name) const {
    return fail(ErrorCode::kRefused, fmt::format("the model has no {}, so it cannot be run", name),
                model_.checkpoint->path().string(), {}, "get the whole model again");
}

tl::unexpected<Error> TensorFinder::wrong(std::size_t tensor, const std::string& wanted) const {
    const TensorInfo& info = model_.tensor(tensor);
    return fail(ErrorCode::kRefused,
                fmt::format("{} has the shape [{}], but {} is needed", printable(info.name),
                            fmt::join(info.shape, ", "), wanted),
                model_.checkpoint->path().string(), {},
                "config.json or metadata and weights are of different models");
}

Status TensorFinder::check_bias(LinearRef& linear, const std::string& stem) const {
    linear.bias = find(stem + ".bias");
    if (linear.bias && model_.tensor(*linear.bias).elements() != linear.rows) {
        return wrong(*linear.bias, fmt::format("[{}]", linear.rows));
    }
    return {};
}

Result<LinearRef> TensorFinder::linear(const std::string& stem, std::uint64_t rows,
                                       std::uint64_t cols, bool transposed) const {
    const auto found = find(stem + ".weight");
    if (!found) {
        return missing(stem + ".weight");
    }
    const auto& shape = model_.tensor(*found).shape;
    LinearRef linear;
    linear.tensor = *found;
    linear.transposed = transposed;
    linear.cols = cols;
    // A single row may be stored as a plain list.
    const bool is_list = shape.size() == 1 && rows == 1 && !transposed && shape[0] == cols;
    if (!is_list) {
        if (shape.size() != 2 || shape[transposed ? 0 : 1] != cols) {
            return wrong(*found, fmt::format("a matrix with {} inputs", cols));
        }
        linear.rows = shape[transposed ? 1 : 0];
    } else {
        linear.rows = 1;
    }
    if ((rows != 0 && linear.rows != rows) || linear.rows == 0) {
        return wrong(*found, transposed ? fmt::format("[{}, {}]", cols, rows)
                                        : fmt::format("[{}, {}]", rows, cols));
    }
    BITLATHE_TRY(check_bias(linear, stem));
    return linear;
}

Result<LinearRef> TensorFinder::stacked(const std::string& stem, std::uint64_t experts,
                                        std::uint64_t index, std::uint64_t rows,
                                        std::uint64_t cols) const {
    const auto found = find(stem + ".weight");
    if (!found) {
        return missing(stem + ".weight");
    }
    const auto& shape = model_.tensor(*found).shape;
    if (shape.size() != 3 || shape[0] != experts || (rows != 0 && shape[1] != rows) ||
        shape[1] == 0 || shape[2] != cols) {
        return wrong(*found, fmt::format("[{}, {}, {}]", experts,
                                         rows == 0 ? "any" : std::to_string(rows), cols));
    }
    LinearRef linear;
    linear.tensor = *found;
    linear.rows = shape[1];
    linear.cols = cols;
    linear.first = index * linear.rows;  // within the tensor: its size was checked
    if (find(stem + ".bias")) {
        return fail(ErrorCode::kRefused,
                    fmt::format("biases of experts ({}.bias) are not supported yet", stem),
                    model_.checkpoint->path().string());
    }
    return linear;
}

LinearRef TensorFinder::part(const LinearRef& whole, std::uint64_t first, std::uint64_t rows) {
    LinearRef linear = whole;
    linear.first = whole.first + first;
    linear.rows = rows;
    linear.bias_first = whole.bias_first + first;
    return linear;
}

Result<NormRef> TensorFinder::norm(const std::string& stem, std::uint64_t length,
                                   std::uint64_t other_length, bool with_bias) const {
    NormRef norm;
    norm.weight = find(stem + ".weight");
    if (!norm.weight) {
        return missing(stem + ".weight");
    }
    norm.length = model_.tensor(*norm.weight).elements();
    if (norm.length != length && (other_length == 0 || norm.length != other_length)) {
        return wrong(*norm.weight, fmt::format("[{}]", length));
    }
    norm.bias = find(stem + ".bias");
    if (with_bias && !norm.bias) {
        return missing(stem + ".bias");
    }
    if (norm.bias && model_.tensor(*norm.bias).elements() != norm.length) {
        return wrong(*norm.bias, fmt::format("[{}]", norm.length));
    }
    return norm;
}

}  // namespace bitlathe
