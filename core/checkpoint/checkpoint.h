// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json_fwd.h"
#include "core/base/mapped_file.h"
#include "core/base/result.h"
#include "core/checkpoint/metadata.h"
#include "core/formats/format.h"

namespace bitlathe {

enum class Container : std::uint8_t { kGguf, kSafetensors };
/// "gguf" or "safetensors".
[[nodiscard]] std::string_view container_name(Container container);

/// Bounds on what a file may claim; everything is also bounded by the size of the file.
struct ParseLimits {
    std::uint64_t max_header_bytes =
        100'000'000;  ///< safetensors header (the reference reader's limit)
    std::uint64_t max_gguf_header_bytes =
        1'000'000'000;  ///< key/values and tensor infos; vocabularies take tens of megabytes
    std::uint64_t max_tensors = 4'000'000;
    std::uint64_t max_metadata = 1'000'000;  ///< key/value pairs
    std::uint64_t max_string_bytes = 64'000'000;
    std::uint32_t max_shards = 100'000;
};

/// Where one tensor is. Everything was checked against the length of its file.
struct TensorInfo {
    std::string name;
    std::vector<std::uint64_t>
        shape;  ///< outermost first, [out, in] for a linear; empty: one element
    FormatId format;
    std::uint32_t file = 0;    ///< index into Checkpoint::files()
    std::uint64_t offset = 0;  ///< from the start of that file
    std::uint64_t bytes = 0;

    [[nodiscard]] std::uint64_t elements() const;  ///< product of the shape
    [[nodiscard]] std::uint64_t cols()
        const;  ///< length of a row: the innermost dimension, 1 for a scalar
    [[nodiscard]] std::uint64_t rows() const;  ///< elements / cols (0 when empty)
};

/// Something a person should know about a checkpoint that opened all the same.
struct Warning {
    std::string message;
    std::string file = {};
    std::optional<std::uint64_t> offset = {};
};

class DerivedBytes;
class DerivedRows;

/// The bytes of one tensor, alive as long as the view is: in the mapped file, or made from other
/// tensors when they are read (see derived.h).
class TensorView {
public:
    TensorView(const TensorInfo& info, std::span<const std::byte> bytes,
               std::shared_ptr<const MappedFile> keep_alive);
    TensorView(const TensorInfo& info, std::shared_ptr<const DerivedRows> rows);

    /// All of them. Of a derived tensor they are made by the first call and kept as long as the
    /// view and its copies: where rows are enough, read_rows() needs no such memory.
    [[nodiscard]] std::span<const std::byte> bytes() const;
    /// How many there are; makes nothing.
    [[nodiscard]] std::uint64_t byte_count() const { return byte_count_; }
    /// Whether bytes() lie in a file.
    [[nodiscard]] bool is_mapped() const { return derived_ == nullptr; }
    [[nodiscard]] FormatId format() const { return format_; }
    [[nodiscard]] std::uint64_t rows() const { return rows_; }
    [[nodiscard]] std::uint64_t cols() const { return cols_; }
    [[nodiscard]] std::uint64_t row_bytes() const { return row_bytes_; }
    [[nodiscard]] bool can_decode() const;
    /// Decodes rows [first, first + count) to `out` (count x cols values, row-major). The format
    /// must be decodable and the range inside the tensor. Thread-safe.
    void decode_rows(std::uint64_t first, std::uint64_t count, float* out) const;
    /// The bytes of rows [first, first + count), which end on whole bytes: in the file, or made in
    /// `scratch`. Valid as long as the view and, unchanged, `scratch`. Thread-safe for different
    /// `scratch`.
    [[nodiscard]] std::span<const std::byte> read_rows(std::uint64_t first, std::uint64_t count,
                                                       std::vector<std::byte>& scratch) const;
    /// The same bytes as rows of `cols` elements; cols divides their number, and rows end on whole
    /// bytes. Only of a mapped tensor.
    [[nodiscard]] TensorView reshaped(std::uint64_t cols) const;
    /// MappedFile::check() of the file: asked after the weights were read, before the result is
    /// used.
    [[nodiscard]] Status check() const;
    /// Hints for streaming: read ahead, map what is about to be read, and let go of what was used.
    void will_need(std::uint64_t first, std::uint64_t count) const;
    void fetch(std::uint64_t first, std::uint64_t count) const;
    void release(std::uint64_t first, std::uint64_t count) const;

private:
    std::span<const std::byte> bytes_;
    std::shared_ptr<const MappedFile> file_;
    std::shared_ptr<DerivedBytes> derived_;
    std::uint64_t byte_count_ = 0;
    FormatId format_;
    std::uint64_t rows_ = 0;
    std::uint64_t cols_ = 0;
    std::uint64_t row_bytes_ = 0;
};

/// An immutable index of a model on disk, or of what another one would be with its tensors renamed
/// and rearranged (derive_checkpoint()). Headers only; weights stay mapped. Thread-safe.
class Checkpoint {
public:
    /// Opens a .gguf file (any part of a split set), a .safetensors file, an *.index.json or a
    /// model folder. Nothing of the weights is read. A malformed container is refused (kRefused
    /// with file, offset and reason); a set with missing or damaged parts opens with what is
    /// readable and says so in warnings().
    static Result<std::shared_ptr<const Checkpoint>> open(const std::filesystem::path& path,
                                                          const ParseLimits& limits = {});

    [[nodiscard]] Container container() const { return container_; }
    [[nodiscard]] const std::filesystem::path& path() const {
        return path_;
    }  ///< as it was asked for
    [[nodiscard]] std::span<const std::shared_ptr<const MappedFile>> files() const {
        return files_;
    }
    /// MappedFile::check() of all files.
    [[nodiscard]] Status check() const;
    [[nodiscard]] std::span<const TensorInfo> tensors() const { return tensors_; }
    /// Index into tensors().
    [[nodiscard]] std::optional<std::size_t> find(std::string_view name) const;
    [[nodiscard]] TensorView view(std::size_t tensor) const;
    /// GGUF key/values (of the first part), or the `__metadata__` of safetensors.
    [[nodiscard]] const Metadata& metadata() const { return metadata_; }
    /// config.json beside safetensors; null when there is none.
    [[nodiscard]] const Json& config() const { return *config_; }
    [[nodiscard]] std::span<const Warning> warnings() const { return warnings_; }
    [[nodiscard]] std::uint64_t parameters() const;    ///< elements of all tensors
    [[nodiscard]] std::uint64_t tensor_bytes() const;  ///< bytes of all tensors
    [[nodiscard]] std::uint64_t file_bytes() const;    ///< bytes of all files
    /// What a derived checkpoint is made from (its files are the source's); null for one that was
    /// opened.
    [[nodiscard]] const std::shared_ptr<const Checkpoint>& source() const { return source_; }
    /// Identifies the content without reading all weights: hash of names, shapes, formats, sizes
    /// and of the first and middle bytes of the tensors (of every tensor up to 4,096 of them, else
    /// of as many, evenly chosen). 16 hex digits; the same after the files were moved, renamed or
    /// split differently. Takes milliseconds from memory, up to a minute from a cold rotating disk.
    [[nodiscard]] std::string fingerprint() const;

private:
    friend class CheckpointBuilder;
    Checkpoint();
    Container container_ = Container::kGguf;
    std::filesystem::path path_;
    std::vector<std::shared_ptr<const MappedFile>> files_;
    std::vector<TensorInfo> tensors_;
    std::vector<std::uint32_t> by_name_;  // tensors in the order of their names
    Metadata metadata_;
    std::shared_ptr<const Json> config_;  // never null
    std::vector<Warning> warnings_;
    std::shared_ptr<const Checkpoint> source_;
    std::vector<std::shared_ptr<const DerivedRows>> derived_;  // of a derived one, one per tensor;
                                                               // null: as the source has it
};

}  // namespace bitlathe
