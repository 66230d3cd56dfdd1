// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace bitlathe {

struct Imatrix;
struct ImportanceFile;

/// Mean squared input per column of every weight, as llama.cpp's imatrix files hold it. Names are
/// GGUF tensor names; stacked experts have one run of columns per expert.
class Importance {
public:
    /// Reads the GGUF form (`NAME.in_sum2` / `NAME.counts`) or the older .dat. Hostile input is
    /// refused with file and offset; entries that are unusable (count 0, not finite) are dropped
    /// and named in warnings().
    static Result<std::shared_ptr<const Importance>> load(const std::filesystem::path& path);

    /// The same from values in memory; `path`: where they came from.
    static std::shared_ptr<const Importance> of(const Imatrix& imatrix, std::string path);

    /// Values for a tensor: cols (x experts) of them; empty when there are none.
    [[nodiscard]] std::span<const float> find(std::string_view canonical_name) const;
    [[nodiscard]] std::size_t entries() const { return values_.size(); }
    [[nodiscard]] const std::string& file() const { return file_; }        ///< path as it was given
    [[nodiscard]] const std::string& dataset() const { return dataset_; }  ///< "" when unknown
    [[nodiscard]] std::uint64_t chunks() const { return chunks_; }         ///< 0 when unknown
    [[nodiscard]] std::span<const std::string> warnings() const { return warnings_; }

private:
    friend Imatrix imatrix_of(const Importance& importance);
    static std::shared_ptr<const Importance> of(ImportanceFile file, std::string path);
    std::map<std::string, std::vector<float>, std::less<>> values_;
    std::map<std::string, std::vector<float>, std::less<>> counts_;  ///< one a matrix
    std::string file_;
    std::string dataset_;
    std::uint64_t chunks_ = 0;
    std::uint64_t chunk_size_ = 0;
    std::vector<std::string> warnings_;
};

}  // namespace bitlathe
