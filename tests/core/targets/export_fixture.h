// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/model/model.h"
#include "core/targets/target.h"

namespace bitlathe {

/// A folder of its own for every test, removed with all that is in it.
class TempFolder {
public:
    TempFolder();
    ~TempFolder();
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    [[nodiscard]] std::filesystem::path operator/(const std::string& name) const {
        return path_ / name;
    }
    /// Names of everything in it, sorted.
    [[nodiscard]] std::vector<std::string> names() const;

private:
    std::filesystem::path path_;
};

/// The sample model of the repository: 74 tensors, BF16 with F32 norms.
[[nodiscard]] std::filesystem::path sample_gguf();
[[nodiscard]] std::filesystem::path sample_folder();
/// A file of the reference data; the test must skip when it is not there.
[[nodiscard]] std::filesystem::path shared_data(const std::string& name);

/// Opens a model; throws, and so fails the test, when it cannot.
[[nodiscard]] std::shared_ptr<const Model> must_open(const std::filesystem::path& path);
[[nodiscard]] std::string must_read(const std::filesystem::path& path);

/// Every tensor placed by the target as if `format` was asked for; "" keeps all as they are.
[[nodiscard]] Plan uniform_plan(const Target& target, const Model& model, const std::string& format,
                                const Importance* importance = nullptr);

/// An export that must succeed.
[[nodiscard]] ExportReport must_export(const Model& model, const Plan& plan,
                                       const ExportRequest& request,
                                       const WorkContext& context = {});

/// A small GGUF, made by hand: two quantizable matrices of 512 x 256 F32, a norm, odd metadata and
/// an alignment of 64.
void write_odd_gguf(const std::filesystem::path& path);

/// The bytes of one tensor.
[[nodiscard]] std::string tensor_bytes_of(const Checkpoint& checkpoint, const std::string& name);

/// Key -> type and encoded bytes of all metadata.
[[nodiscard]] std::map<std::string, std::string> metadata_of(const Checkpoint& checkpoint);

}  // namespace bitlathe

/// Skips the test, loudly, when a file of the reference data is missing.
#define BITLATHE_NEED(file)                                                                  \
    do {                                                                                     \
        if (const std::filesystem::path needed = (file); !std::filesystem::exists(needed)) { \
            GTEST_SKIP() << "SKIPPED, reference data is missing: " << needed;                \
        }                                                                                    \
    } while (false)
