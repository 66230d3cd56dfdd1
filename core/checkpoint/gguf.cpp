// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/gguf.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "core/base/checked.h"
#include "core/base/names.h"
#include "core/base/text.h"
#include "core/checkpoint/gguf_values.h"

namespace bitlathe {
namespace {

constexpr std::string_view kMagic = "GGUF";
constexpr std::uint32_t kMaxDims = 4;        // GGML_MAX_DIMS
constexpr std::uint64_t kMaxNameBytes = 63;  // GGML_MAX_NAME, without its NUL
constexpr std::uint64_t kMaxAlignment = 1 << 20;
constexpr std::uint64_t kMaxSize = std::numeric_limits<std::int64_t>::max();
constexpr std::uint64_t kMinValueBytes = 8 + 1 + 4 + 1;       // key, type, value
constexpr std::uint64_t kMinTensorBytes = 8 + 1 + 4 + 4 + 8;  // name, n_dims, type, offset

/// One tensor info as it is written, before anything is known about its place.
struct Declared {
    TensorInfo info;
    std::uint32_t type = 0;
    std::uint64_t data_offset = 0;  ///< from the start of the data section
    std::uint64_t at = 0;           ///< of this tensor info in the file
};

struct Header {
    std::uint64_t tensors = 0;
    std::uint64_t values = 0;
};

Result<Header> read_header(GgufCursor& cursor) {
    const std::string_view magic = cursor.reader.text(kMagic.size());
    if (magic != kMagic) {
        return cursor.refuse("not a GGUF file: it does not begin with \"GGUF\"", 0);
    }
    const auto version = cursor.reader.read<std::uint32_t>();
    BITLATHE_TRY(cursor.check("the version", 4));
    if (version != 0 && (version & 0xFFFF) == 0) {
        return cursor.refuse("big-endian GGUF files are not supported", 4);
    }
    if (version != 2 && version != 3) {
        return cursor.refuse(
            fmt::format("GGUF version {} is not supported, only 2 and 3 are", version), 4);
    }
    Header header;
    header.tensors = cursor.reader.read<std::uint64_t>();
    header.values = cursor.reader.read<std::uint64_t>();
    BITLATHE_TRY(cursor.check("the header", 8));
    const std::uint64_t left = cursor.reader.remaining();
    if (header.tensors > std::min(cursor.limits.max_tensors, left / kMinTensorBytes)) {
        return cursor.refuse(
            fmt::format("the header claims {} tensors, more than the file can hold",
                        header.tensors),
            8);
    }
    if (header.values > std::min(cursor.limits.max_metadata, left / kMinValueBytes)) {
        return cursor.refuse(
            fmt::format("the header claims {} key/value pairs, more than the file can hold",
                        header.values),
            16);
    }
    return header;
}

Result<std::uint64_t> alignment_of(const GgufCursor& cursor, const Metadata& metadata) {
    static constexpr std::uint64_t kDefault = 32;
    const MetaEntry* entry = metadata.find("general.alignment");
    if (entry == nullptr) {
        return kDefault;
    }
    const auto at = static_cast<std::uint64_t>(entry->raw.data() - cursor.header.data());
    if (entry->type != MetaType::kUint32) {
        return cursor.refuse(
            fmt::format("general.alignment has type {}, not u32", meta_type_name(entry->type)), at);
    }
    const std::uint64_t alignment = *metadata.unsigned_integer(entry->key);
    if (alignment == 0 || (alignment & (alignment - 1)) != 0 || alignment > kMaxAlignment) {
        return cursor.refuse(
            fmt::format("general.alignment is {}, not a power of two of at most {}", alignment,
                        kMaxAlignment),
            at);
    }
    return alignment;
}

/// Reads the dimensions, innermost first in the file, and checks that their product is a size.
Status read_shape(GgufCursor& cursor, Declared& tensor) {
    const std::uint64_t at = cursor.reader.offset();
    const auto dims = cursor.reader.read<std::uint32_t>();
    BITLATHE_TRY(cursor.check("a tensor info", tensor.at));
    if (dims > kMaxDims) {
        return cursor.refuse(fmt::format("tensor \"{}\" has {} dimensions, more than {}",
                                         printable(tensor.info.name), dims, kMaxDims),
                             at);
    }
    auto& shape = tensor.info.shape;
    shape.resize(dims);
    std::optional<std::uint64_t> elements = 1;
    for (std::uint32_t i = 0; i < dims; ++i) {
        const auto extent = cursor.reader.read<std::uint64_t>();
        shape[dims - 1 - i] = extent;
        elements = elements ? checked_mul({*elements, extent}) : std::nullopt;
        if (extent > kMaxSize || !elements || *elements > kMaxSize) {
            return cursor.refuse(fmt::format("tensor \"{}\" has more elements than 63 bits hold",
                                             printable(tensor.info.name)),
                                 at);
        }
    }
    return {};
}

Result<Declared> read_tensor(GgufCursor& cursor) {
    Declared tensor;
    tensor.at = cursor.reader.offset();
    BITLATHE_ASSIGN(const std::string_view name, cursor.name("a tensor name"));
    if (name.size() > kMaxNameBytes) {
        return cursor.refuse(fmt::format("tensor name \"{}\" has {} bytes, more than {}",
                                         printable(name), name.size(), kMaxNameBytes),
                             tensor.at);
    }
    tensor.info.name = name;
    BITLATHE_TRY(read_shape(cursor, tensor));
    tensor.type = cursor.reader.read<std::uint32_t>();
    tensor.data_offset = cursor.reader.read<std::uint64_t>();
    BITLATHE_TRY(cursor.check("a tensor info", tensor.at));
    return tensor;
}

Status check_unique(const GgufCursor& cursor, const std::vector<Declared>& tensors) {
    const auto twice = first_duplicate(
        tensors.size(), [&](std::size_t i) -> std::string_view { return tensors[i].info.name; });
    if (twice) {
        return cursor.refuse(
            fmt::format("tensor \"{}\" appears twice", printable(tensors[*twice].info.name)),
            tensors[*twice].at);
    }
    return {};
}

/// Walks the tensors in file order and gives each its place, as ggml does: no gaps, no overlaps.
class Placement {
public:
    Placement(const GgufCursor& cursor, std::uint64_t file_bytes, std::uint64_t data_begin,
              std::uint64_t alignment)
        : cursor_(cursor),
          file_bytes_(file_bytes),
          data_begin_(data_begin),
          alignment_(alignment) {}

    Status place(Declared&& tensor, ParsedFile& parsed);
    void finish(ParsedFile& parsed) const;

private:
    Status check_offset(const Declared& tensor) const;
    Status advance(const Declared& tensor);
    Result<std::uint64_t> size_of(const Declared& tensor) const;

    const GgufCursor& cursor_;
    std::uint64_t file_bytes_;
    std::uint64_t data_begin_;
    std::uint64_t alignment_;
    std::uint64_t next_ = 0;     ///< padded end of the tensors so far, in the data section
    std::uint64_t end_ = 0;      ///< the same without padding
    bool size_unknown_ = false;  ///< of the tensor before: next_ is then only a lower bound
    NameList cut_;
};

Status Placement::check_offset(const Declared& tensor) const {
    const bool right =
        size_unknown_ ? tensor.data_offset >= next_ && (tensor.data_offset & (alignment_ - 1)) == 0
                      : tensor.data_offset == next_;
    if (!right) {
        return cursor_.refuse(
            fmt::format("tensor \"{}\" is at offset {} of the data, but the tensors before it end "
                        "at {}",
                        printable(tensor.info.name), tensor.data_offset, next_),
            tensor.at);
    }
    return {};
}

Result<std::uint64_t> Placement::size_of(const Declared& tensor) const {
    const FormatId format = tensor.info.format;
    if (!row_fits(format, tensor.info.cols())) {
        return cursor_.refuse(
            fmt::format("tensor \"{}\" has rows of {} elements, not a multiple of the block of {}",
                        printable(tensor.info.name), tensor.info.cols(), format_info(format).name),
            tensor.at);
    }
    const auto bytes = tensor_bytes(format, tensor.info.shape);
    if (!bytes || *bytes > kMaxSize) {
        return cursor_.refuse(fmt::format("tensor \"{}\" has more bytes than 63 bits hold",
                                          printable(tensor.info.name)),
                              tensor.at);
    }
    return *bytes;
}

Status Placement::advance(const Declared& tensor) {
    const auto padded = checked_align(tensor.info.bytes, alignment_);
    const auto next = padded ? checked_add(tensor.data_offset, *padded) : std::nullopt;
    if (!next || *next > kMaxSize - data_begin_) {
        return cursor_.refuse("the sizes of the tensors add up to more than 63 bits hold",
                              tensor.at);
    }
    end_ = tensor.data_offset + tensor.info.bytes;
    next_ = *next;
    size_unknown_ = false;
    return {};
}

Status Placement::place(Declared&& tensor, ParsedFile& parsed) {
    BITLATHE_TRY(check_offset(tensor));
    const auto format = format_of_ggml_type(tensor.type);
    if (!format) {
        next_ = tensor.data_offset;
        size_unknown_ = true;
        parsed.warnings.push_back({fmt::format("tensor \"{}\" has unknown type {} and is left out",
                                               printable(tensor.info.name), tensor.type),
                                   cursor_.file, tensor.at});
        return {};
    }
    tensor.info.format = *format;
    BITLATHE_ASSIGN(tensor.info.bytes, size_of(tensor));
    BITLATHE_TRY(advance(tensor));
    tensor.info.offset = data_begin_ + tensor.data_offset;
    if (tensor.info.bytes == 0) {
        tensor.info.offset = std::min(tensor.info.offset, file_bytes_);
    }
    if (!range_fits(tensor.info.offset, tensor.info.bytes, file_bytes_)) {
        cut_.add(tensor.info.name);
        return {};
    }
    parsed.tensors.push_back(std::move(tensor.info));
    return {};
}

void Placement::finish(ParsedFile& parsed) const {
    if (cut_.count() > 0) {
        parsed.warnings.push_back(
            {fmt::format("the file ends too early: {} of {} tensors are left out: {}", cut_.count(),
                         parsed.declared_tensors, cut_.text()),
             cursor_.file, file_bytes_});
        return;
    }
    if (size_unknown_ || parsed.declared_tensors == 0) {
        return;
    }
    if (data_begin_ + next_ > file_bytes_) {
        parsed.warnings.push_back(
            {"the padding after the last tensor is missing; some programs "
             "refuse the file",
             cursor_.file, data_begin_ + end_});
    } else if (data_begin_ + next_ < file_bytes_) {
        parsed.warnings.push_back({fmt::format("{} bytes after the last tensor are not used",
                                               file_bytes_ - data_begin_ - next_),
                                   cursor_.file, data_begin_ + next_});
    }
}

}  // namespace

Result<ParsedFile> parse_gguf(std::span<const std::byte> bytes, const std::string& name,
                              const ParseLimits& limits) {
    const auto header_bytes = std::min<std::uint64_t>(bytes.size(), limits.max_gguf_header_bytes);
    const auto header_part = bytes.first(header_bytes);
    GgufCursor cursor{header_part, header_bytes < bytes.size(), name, limits,
                      ByteReader(header_part)};
    BITLATHE_ASSIGN(const Header header, read_header(cursor));
    ParsedFile parsed;
    parsed.declared_tensors = header.tensors;
    BITLATHE_ASSIGN(parsed.metadata, read_gguf_values(cursor, header.values));
    BITLATHE_ASSIGN(const std::uint64_t alignment, alignment_of(cursor, parsed.metadata));
    std::vector<Declared> declared;
    for (std::uint64_t i = 0; i < header.tensors; ++i) {
        BITLATHE_ASSIGN(Declared tensor, read_tensor(cursor));
        declared.push_back(std::move(tensor));
    }
    BITLATHE_TRY(check_unique(cursor, declared));
    Placement placement(cursor, bytes.size(), *checked_align(cursor.reader.offset(), alignment),
                        alignment);
    parsed.tensors.reserve(declared.size());
    for (Declared& tensor : declared) {
        BITLATHE_TRY(placement.place(std::move(tensor), parsed));
    }
    placement.finish(parsed);
    return parsed;
}

bool is_gguf(const std::filesystem::path& path, std::span<const std::byte> first) {
    const std::string_view text(reinterpret_cast<const char*>(first.data()), first.size());
    return text.starts_with(kMagic) || path.extension() == ".gguf";
}

}  // namespace bitlathe
