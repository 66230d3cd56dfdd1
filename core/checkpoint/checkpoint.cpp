// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/checkpoint.h"

#include <algorithm>
#include <numeric>
#include <system_error>

#include "core/base/json.h"
#include "core/checkpoint/container.h"
#include "core/checkpoint/model_folder.h"

namespace bitlathe {

std::string_view container_name(Container container) {
    return container == Container::kGguf ? "gguf" : "safetensors";
}

Result<std::shared_ptr<const Checkpoint>> Checkpoint::open(const std::filesystem::path& path,
                                                           const ParseLimits& limits) {
    std::error_code ignored;
    const bool folder = std::filesystem::is_directory(path, ignored);
    BITLATHE_ASSIGN(auto checkpoint,
                    folder ? open_model_folder(path, limits) : open_file(path, path, limits));
    // Headers of a file that was being cut short meanwhile may have been read as zeros. Only the
    // size counts: some disks set the time of what was written (an export) a little late.
    for (const auto& file : checkpoint->files()) {
        if (std::filesystem::file_size(file->path(), ignored) != file->size()) {
            BITLATHE_TRY(file->check());
        }
    }
    return checkpoint;
}

Checkpoint::Checkpoint() : config_(std::make_shared<const Json>()) {}

Status Checkpoint::check() const {
    for (const auto& file : files_) {
        BITLATHE_TRY(file->check());
    }
    return {};
}

std::optional<std::size_t> Checkpoint::find(std::string_view name) const {
    const auto found = std::lower_bound(
        by_name_.begin(), by_name_.end(), name,
        [&](std::uint32_t i, std::string_view wanted) { return tensors_[i].name < wanted; });
    if (found == by_name_.end() || tensors_[*found].name != name) {
        return std::nullopt;
    }
    return *found;
}

TensorView Checkpoint::view(std::size_t tensor) const {
    const TensorInfo& info = tensors_[tensor];
    if (!derived_.empty() && derived_[tensor]) {
        return {info, derived_[tensor]};
    }
    const auto& file = files_[info.file];
    return {info, file->bytes().subspan(info.offset, info.bytes), file};
}

std::uint64_t Checkpoint::parameters() const {
    return std::accumulate(
        tensors_.begin(), tensors_.end(), std::uint64_t{0},
        [](std::uint64_t sum, const TensorInfo& info) { return sum + info.elements(); });
}

std::uint64_t Checkpoint::tensor_bytes() const {
    return std::accumulate(
        tensors_.begin(), tensors_.end(), std::uint64_t{0},
        [](std::uint64_t sum, const TensorInfo& info) { return sum + info.bytes; });
}

std::uint64_t Checkpoint::file_bytes() const {
    return std::accumulate(files_.begin(), files_.end(), std::uint64_t{0},
                           [](std::uint64_t sum, const auto& file) { return sum + file->size(); });
}

}  // namespace bitlathe
