// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "core/base/json.h"
#include "core/base/names.h"
#include "core/base/text.h"
#include "core/checkpoint/container.h"

namespace bitlathe {

CheckpointBuilder::CheckpointBuilder(Container container, std::filesystem::path path)
    : checkpoint_(new Checkpoint) {
    checkpoint_->container_ = container;
    checkpoint_->path_ = std::move(path);
}

void CheckpointBuilder::add_file(std::shared_ptr<const MappedFile> file, ParsedFile parsed) {
    const auto index = static_cast<std::uint32_t>(checkpoint_->files_.size());
    if (index == 0) {
        checkpoint_->metadata_ = std::move(parsed.metadata);
    }
    checkpoint_->files_.push_back(std::move(file));
    declared_tensors_ += parsed.declared_tensors;
    for (TensorInfo& info : parsed.tensors) {
        info.file = index;
    }
    std::move(parsed.tensors.begin(), parsed.tensors.end(),
              std::back_inserter(checkpoint_->tensors_));
    std::move(parsed.warnings.begin(), parsed.warnings.end(),
              std::back_inserter(checkpoint_->warnings_));
}

void CheckpointBuilder::derive(std::shared_ptr<const Checkpoint> source,
                               std::vector<TensorInfo> tensors,
                               std::vector<std::shared_ptr<const DerivedRows>> rows,
                               Metadata metadata) {
    checkpoint_->files_ = source->files_;
    checkpoint_->warnings_ = source->warnings_;
    checkpoint_->tensors_ = std::move(tensors);
    checkpoint_->derived_ = std::move(rows);
    checkpoint_->metadata_ = std::move(metadata);
    declared_tensors_ = checkpoint_->tensors_.size();
    checkpoint_->source_ = std::move(source);
}

void CheckpointBuilder::warn(Warning warning) {
    checkpoint_->warnings_.push_back(std::move(warning));
}

void CheckpointBuilder::set_config(Json config) {
    checkpoint_->config_ = std::make_shared<const Json>(std::move(config));
}

Result<std::shared_ptr<const Checkpoint>> CheckpointBuilder::finish() {
    const auto& tensors = checkpoint_->tensors_;
    if (checkpoint_->files_.empty() || (tensors.empty() && declared_tensors_ > 0)) {
        const auto& warnings = checkpoint_->warnings_;
        const Warning why = warnings.empty() ? Warning{"no file is there"} : warnings.front();
        return fail(ErrorCode::kRefused, fmt::format("no tensor can be read: {}", why.message),
                    why.file.empty() ? checkpoint_->path_.string() : why.file, why.offset);
    }
    const auto name_of = [&](std::size_t i) -> std::string_view { return tensors[i].name; };
    auto order = order_by_name(tensors.size(), name_of);
    const auto twice = std::adjacent_find(
        order.begin(), order.end(),
        [&](std::uint32_t a, std::uint32_t b) { return name_of(a) == name_of(b); });
    if (twice != order.end()) {
        const auto file_of = [&](std::uint32_t i) {
            return checkpoint_->files_[tensors[i].file]->path().string();
        };
        return fail(ErrorCode::kRefused,
                    fmt::format("tensor \"{}\" appears twice, in {} as well",
                                printable(name_of(*twice)), printable(file_of(*twice))),
                    file_of(*std::next(twice)), tensors[*std::next(twice)].offset);
    }
    checkpoint_->by_name_ = std::move(order);
    return std::shared_ptr<const Checkpoint>(std::move(checkpoint_));
}

}  // namespace bitlathe
