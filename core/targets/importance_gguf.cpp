// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <cstring>
#include <optional>

#include <fmt/format.h>

#include "core/base/text.h"
#include "core/targets/importance_readers.h"

namespace bitlathe {
namespace {

constexpr std::string_view kSums = ".in_sum2";
constexpr std::string_view kCounts = ".counts";

/// The values of an F32 tensor; nothing when it has another type.
std::optional<std::vector<float>> floats(const Checkpoint& file, std::size_t tensor) {
    const TensorInfo& info = file.tensors()[tensor];
    if (info.format != formats::f32()) {
        return std::nullopt;
    }
    const auto bytes = file.view(tensor).bytes();
    std::vector<float> values(bytes.size() / sizeof(float));
    if (!values.empty()) {
        std::memcpy(values.data(), bytes.data(), values.size() * sizeof(float));
    }
    return values;
}

/// Divides every run of columns by the count of its matrix. False when no matrix has a count.
bool divide(std::vector<float>& sums, const std::vector<float>& counts) {
    const std::size_t cols = sums.size() / counts.size();
    bool any = false;
    for (std::size_t matrix = 0; matrix < counts.size(); ++matrix) {
        const float count = counts[matrix];
        const bool counted = std::isfinite(count) && count > 0.0F;
        any = any || counted;
        for (std::size_t i = matrix * cols; i < (matrix + 1) * cols; ++i) {
            sums[i] = counted ? sums[i] / count : 1.0F;
        }
    }
    return any;
}

/// Adds the entry whose sums are tensor `index`.
void read_entry(const Checkpoint& file, std::size_t index, ImportanceFile& result) {
    const std::string& full = file.tensors()[index].name;
    const std::string name = full.substr(0, full.size() - kSums.size());
    const auto drop = [&](std::string_view why) {
        result.warnings.push_back(
            fmt::format("importance of {} is not used: {}", printable(name), why));
    };
    const auto counts_index = file.find(name + std::string(kCounts));
    if (!counts_index) {
        return drop("its counts are missing");
    }
    auto sums = floats(file, index);
    const auto counts = floats(file, *counts_index);
    if (!sums || !counts) {
        return drop("sums and counts must be F32");
    }
    if (counts->empty() || sums->empty() || sums->size() % counts->size() != 0) {
        return drop(fmt::format("{} sums do not fit {} counts", sums->size(), counts->size()));
    }
    if (!divide(*sums, *counts)) {
        return drop("nothing was counted");
    }
    result.add(name, *std::move(sums), *counts);
}

std::string first_string(const Metadata& metadata, std::string_view key) {
    const MetaEntry* entry = metadata.find(key);
    if (entry == nullptr || entry->type != MetaType::kArray ||
        entry->element_type != MetaType::kString || entry->count == 0) {
        return {};
    }
    ByteReader reader(entry->raw);
    const auto length = reader.read<std::uint64_t>();
    return std::string(reader.text(length));
}

}  // namespace

Result<ImportanceFile> read_importance_gguf(const Checkpoint& file) {
    ImportanceFile result;
    for (std::size_t i = 0; i < file.tensors().size(); ++i) {
        const std::string_view name = file.tensors()[i].name;
        if (name.ends_with(kSums) && name.size() > kSums.size()) {
            read_entry(file, i, result);
        }
    }
    result.dataset = first_string(file.metadata(), "imatrix.datasets");
    result.chunks = file.metadata().unsigned_integer("imatrix.chunk_count").value_or(0);
    result.chunk_size = file.metadata().unsigned_integer("imatrix.chunk_size").value_or(0);
    return result;
}

void add_imatrix_entry(const ImatrixEntry& entry, ImportanceFile& result) {
    std::vector<float> sums = entry.sums;
    if (divide(sums, entry.counts)) {
        result.add(entry.name, std::move(sums), entry.counts);
    }
}

}  // namespace bitlathe
