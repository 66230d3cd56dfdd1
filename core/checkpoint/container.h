// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/checkpoint/checkpoint.h"
#include "core/checkpoint/metadata.h"

namespace bitlathe {

/// What the header of one file says. Every tensor lies inside the file; what does not was left out
/// and is named in a warning.
struct ParsedFile {
    std::vector<TensorInfo> tensors;
    Metadata metadata;
    std::vector<Warning> warnings;
    std::uint64_t declared_tensors = 0;  ///< before anything was left out
};

/// Puts a Checkpoint together, file by file; used by the openers of containers.
class CheckpointBuilder {
public:
    CheckpointBuilder(Container container, std::filesystem::path path);

    /// Takes over the tensors of one file. The first file added gives the metadata.
    void add_file(std::shared_ptr<const MappedFile> file, ParsedFile parsed);
    /// Takes over the files and warnings of `source`, and tensors that are made from it, one of
    /// `rows` each, in place of its own. Instead of add_file().
    void derive(std::shared_ptr<const Checkpoint> source, std::vector<TensorInfo> tensors,
                std::vector<std::shared_ptr<const DerivedRows>> rows, Metadata metadata);
    void warn(Warning warning);
    void set_config(Json config);
    /// Checks what only the whole can show: names are unique, and something is there. Errors:
    /// kRefused.
    Result<std::shared_ptr<const Checkpoint>> finish();

private:
    std::shared_ptr<Checkpoint> checkpoint_;
    std::uint64_t declared_tensors_ = 0;
};

/// What an opener is given.
struct OpenRequest {
    std::filesystem::path asked;  ///< as the person named it: the file, or its folder
    std::filesystem::path path;   ///< the file
    std::shared_ptr<const MappedFile> file;
    const ParseLimits& limits;
};

/// One row of the table of containers. A new format is one new file and one row.
struct ContainerOpener {
    std::string_view name;
    /// Whether a file with this name and these first bytes (up to 512) is for this opener.
    bool (*recognises)(const std::filesystem::path& path, std::span<const std::byte> first);
    /// Opens the file and everything that belongs to it. Errors: kRefused.
    Result<std::shared_ptr<const Checkpoint>> (*open)(const OpenRequest& request);
};

/// Opens one file with the first opener that recognises it; `asked` is what path() will say.
[[nodiscard]] Result<std::shared_ptr<const Checkpoint>> open_file(
    const std::filesystem::path& asked, const std::filesystem::path& path,
    const ParseLimits& limits);

/// All containers, in the order in which they are asked.
[[nodiscard]] std::span<const ContainerOpener> container_openers();

/// Names of things for a warning: the first few, then how many more.
class NameList {
public:
    void add(std::string_view name);
    [[nodiscard]] std::uint64_t count() const { return count_; }
    /// "a, b, c and 12 more"
    [[nodiscard]] std::string text() const;

private:
    std::vector<std::string> first_;
    std::uint64_t count_ = 0;
};

}  // namespace bitlathe
