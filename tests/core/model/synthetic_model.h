// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/model/model.h"

namespace bitlathe::testing {

/// A folder that is gone when the test is.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

struct SyntheticTensor {
    std::string name;
    std::vector<std::uint64_t> shape;  ///< outermost first
    std::string format = "F16";
};

using SyntheticValue = std::variant<std::uint32_t, float, bool, std::string,
                                    std::vector<std::uint32_t>, std::vector<std::string>>;

/// Key/values and tensors of a GGUF file; the architecture is one of the key/values.
struct SyntheticGguf {
    std::vector<std::pair<std::string, SyntheticValue>> metadata;
    std::vector<SyntheticTensor> tensors;
};

/// Writes the header and leaves the data section a hole of the right size (no disk is used).
void write_sparse_gguf(const std::filesystem::path& path, const SyntheticGguf& gguf);

/// model.safetensors (header and hole) and config.json in an existing folder.
void write_sparse_safetensors(const std::filesystem::path& folder,
                              const std::vector<SyntheticTensor>& tensors, std::string_view config);

/// Opens and describes; fails the test when that fails.
[[nodiscard]] std::shared_ptr<const Model> model_of_gguf(const SyntheticGguf& gguf);
[[nodiscard]] std::shared_ptr<const Model> model_of_safetensors(
    const std::vector<SyntheticTensor>& tensors, std::string_view config);

/// The place of a tensor by its own name; fails the test when there is none.
[[nodiscard]] const TensorPlace& place_of(const Model& model, std::string_view name);

}  // namespace bitlathe::testing
