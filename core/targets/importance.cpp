// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/importance.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include <fmt/format.h>

#include "core/base/text.h"
#include "core/targets/importance_readers.h"

namespace bitlathe {
namespace {

bool is_gguf(std::span<const std::byte> bytes) {
    return bytes.size() >= 4 && std::memcmp(bytes.data(), "GGUF", 4) == 0;
}

Result<ImportanceFile> read_either(const std::filesystem::path& path) {
    BITLATHE_ASSIGN(const auto mapped, MappedFile::open(path));
    if (!is_gguf(mapped->bytes())) {
        return read_importance_dat(mapped->bytes(), path.string());
    }
    BITLATHE_ASSIGN(const auto checkpoint, Checkpoint::open(path));
    return read_importance_gguf(*checkpoint);
}

}  // namespace

void ImportanceFile::add(std::string name, std::vector<float> entry, std::vector<float> count) {
    const auto drop = [&](std::string_view why) {
        warnings.push_back(fmt::format("importance of {} is not used: {}", printable(name), why));
    };
    const bool usable = std::all_of(entry.begin(), entry.end(),
                                    [](float v) { return std::isfinite(v) && v >= 0.0F; });
    if (!usable) {
        return drop("it holds values that are negative or not finite");
    }
    if (std::all_of(entry.begin(), entry.end(), [](float v) { return v == 0.0F; })) {
        return drop("all its values are zero");
    }
    if (values.contains(name)) {
        return drop("the file has an earlier entry of that name");
    }
    counts.emplace(name, std::move(count));
    values.emplace(std::move(name), std::move(entry));
}

std::shared_ptr<const Importance> Importance::of(ImportanceFile file, std::string path) {
    auto importance = std::make_shared<Importance>();
    importance->values_ = std::move(file.values);
    importance->counts_ = std::move(file.counts);
    importance->file_ = std::move(path);
    importance->dataset_ = std::move(file.dataset);
    importance->chunks_ = file.chunks;
    importance->chunk_size_ = file.chunk_size;
    importance->warnings_ = std::move(file.warnings);
    return importance;
}

Result<std::shared_ptr<const Importance>> Importance::load(const std::filesystem::path& path) {
    BITLATHE_ASSIGN(ImportanceFile file, read_either(path));
    if (file.values.empty()) {
        return fail(ErrorCode::kRefused,
                    file.warnings.empty() ? "the file holds no importance values"
                                          : "no entry is usable: " + file.warnings.front(),
                    path.string(), {},
                    "give a file made by llama-imatrix (NAME.in_sum2 and NAME.counts, or .dat)");
    }
    return of(std::move(file), path.string());
}

std::shared_ptr<const Importance> Importance::of(const Imatrix& imatrix, std::string path) {
    ImportanceFile file;
    for (const ImatrixEntry& entry : imatrix.entries) {
        add_imatrix_entry(entry, file);
    }
    file.dataset = imatrix.dataset;
    file.chunks = imatrix.chunks;
    file.chunk_size = imatrix.chunk_size;
    return of(std::move(file), std::move(path));
}

Imatrix imatrix_of(const Importance& importance) {
    Imatrix imatrix;
    for (const auto& [name, values] : importance.values_) {
        ImatrixEntry entry{name, values, importance.counts_.find(name)->second};
        const std::size_t cols = values.size() / entry.counts.size();
        for (std::size_t i = 0; i < values.size(); ++i) {
            entry.sums[i] *= entry.counts[i / cols];
        }
        imatrix.entries.push_back(std::move(entry));
    }
    imatrix.dataset = importance.dataset_;
    imatrix.chunks = static_cast<std::uint32_t>(importance.chunks_);
    imatrix.chunk_size = static_cast<std::uint32_t>(importance.chunk_size_);
    return imatrix;
}

std::span<const float> Importance::find(std::string_view canonical_name) const {
    const auto found = values_.find(canonical_name);
    return found == values_.end() ? std::span<const float>() : std::span(found->second);
}

}  // namespace bitlathe
