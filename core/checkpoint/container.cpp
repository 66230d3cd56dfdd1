// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/container.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/text.h"
#include "core/checkpoint/gguf.h"
#include "core/checkpoint/safetensors.h"
#include "core/checkpoint/safetensors_index.h"

namespace bitlathe {

std::span<const ContainerOpener> container_openers() {
    static constexpr std::array<ContainerOpener, 3> kOpeners = {{
        {"GGUF", &is_gguf, &open_gguf},
        {"safetensors index", &is_safetensors_index, &open_safetensors_index},
        {"safetensors", &is_safetensors, &open_safetensors},
    }};
    return kOpeners;
}

Result<std::shared_ptr<const Checkpoint>> open_file(const std::filesystem::path& asked,
                                                    const std::filesystem::path& path,
                                                    const ParseLimits& limits) {
    BITLATHE_ASSIGN(auto file, MappedFile::open(path));
    const auto first = file->bytes().first(std::min<std::size_t>(file->size(), 512));
    for (const ContainerOpener& opener : container_openers()) {
        if (opener.recognises(path, first)) {
            return opener.open({asked, path, std::move(file), limits});
        }
    }
    return fail(ErrorCode::kRefused, "neither GGUF nor safetensors", path.string(), 0,
                "give a .gguf or .safetensors file, an index.json, or a model folder; pickled "
                "weights (.bin, .pt, .pth) are never opened, convert them first");
}

void NameList::add(std::string_view name) {
    static constexpr std::size_t kShown = 20;
    if (first_.size() < kShown) {
        first_.push_back(printable(name, 100));
    }
    ++count_;
}

std::string NameList::text() const {
    std::string text = fmt::format("{}", fmt::join(first_, ", "));
    if (count_ > first_.size()) {
        text += fmt::format(" and {} more", count_ - first_.size());
    }
    return text;
}

}  // namespace bitlathe
