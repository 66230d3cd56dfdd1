// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/gguf/gguf_layout.h"

#include <algorithm>
#include <limits>

#include <fmt/format.h>

#include "core/base/checked.h"
#include "core/base/text.h"

namespace bitlathe {
namespace {

constexpr std::uint32_t kVersion = 3;
constexpr std::uint64_t kFixedHeader = 4 + 4 + 8 + 8;  // magic, version, tensors, key/values

tl::unexpected<Error> too_large(const TensorInfo& info) {
    return fail(
        ErrorCode::kImpossible,
        fmt::format("{} does not fit in this format or is too large", printable(info.name)));
}

/// Bytes of a tensor info: name, number of dimensions, dimensions, type, offset.
std::uint64_t info_bytes(const TensorInfo& info) {
    return 8 + info.name.size() + 4 + 8 * info.shape.size() + 4 + 8;
}

void put_info(GgufBytes& bytes, const TensorInfo& info, FormatId format, std::uint64_t offset) {
    bytes.put_string(info.name);
    bytes.put(static_cast<std::uint32_t>(info.shape.size()));
    for (auto extent = info.shape.rbegin(); extent != info.shape.rend(); ++extent) {
        bytes.put<std::uint64_t>(*extent);
    }
    bytes.put(format_info(format).ggml_type.value_or(0));
    bytes.put(offset);
}

/// The tensors [begin, end) of the source make one file.
struct Part {
    std::size_t begin = 0;
    std::size_t end = 0;
};

class LayoutBuilder {
public:
    LayoutBuilder(const Model& model, std::span<const FormatId> formats,
                  const GgufLayoutRequest& request)
        : model_(model),
          formats_(formats),
          request_(request),
          alignment_(gguf_alignment(model.checkpoint->metadata())) {}

    Result<std::vector<FileLayout>> build() {
        BITLATHE_TRY(measure());
        if (request_.split_bytes == 0) {
            return one_file();
        }
        const auto parts = cut();
        if (parts.size() > std::numeric_limits<std::uint16_t>::max()) {
            return fail(ErrorCode::kImpossible,
                        fmt::format("{} parts are more than a split set can have", parts.size()),
                        {}, {}, "allow larger parts (--split)");
        }
        std::vector<FileLayout> layouts;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            layouts.push_back(split_file(parts, i));
        }
        return layouts;
    }

private:
    /// Sizes of all tensors; afterwards no sum of a part can overflow.
    Status measure() {
        std::uint64_t sum = 0;
        for (std::size_t i = 0; i < formats_.size(); ++i) {
            const TensorInfo& info = model_.tensor(i);
            const auto bytes = tensor_bytes(formats_[i], info.shape);
            const auto padded = bytes ? checked_align(*bytes, alignment_) : std::nullopt;
            const auto next = padded ? checked_add(sum, *padded) : std::nullopt;
            if (!next || *next > std::numeric_limits<std::int64_t>::max() / 2) {
                return too_large(info);
            }
            bytes_.push_back(*bytes);
            sum = *next;
        }
        return {};
    }

    [[nodiscard]] std::uint64_t aligned(std::uint64_t value) const {
        return (value + alignment_ - 1) & ~(alignment_ - 1);
    }

    [[nodiscard]] MetadataChanges changes_of(std::optional<SplitPart> split) const {
        MetadataChanges changes = request_.changes;
        changes.split = split;
        return changes;
    }

    Result<std::vector<FileLayout>> one_file() const {
        const auto metadata =
            encode_metadata(model_.checkpoint->metadata(), changes_of(std::nullopt));
        std::vector<FileLayout> layouts;
        layouts.push_back(file(request_.file_name, metadata, {0, formats_.size()}));
        return layouts;
    }

    [[nodiscard]] EncodedMetadata metadata_of(const SplitPart& part) const {
        return part.number == 0 ? encode_metadata(model_.checkpoint->metadata(), changes_of(part))
                                : encode_part_metadata(model_.checkpoint->metadata(), part);
    }

    /// Fills parts in order; a new one begins where the next tensor would not fit.
    [[nodiscard]] std::vector<Part> cut() const {
        std::vector<Part> parts(1);
        std::uint64_t header = kFixedHeader + metadata_of({}).bytes.size();
        std::uint64_t data = 0;
        for (std::size_t i = 0; i < formats_.size(); ++i) {
            const std::uint64_t info = info_bytes(model_.tensor(i));
            const std::uint64_t padded = aligned(bytes_[i]);
            const bool empty = parts.back().begin == i;
            if (!empty && aligned(header + info) + data + padded > request_.split_bytes) {
                parts.push_back({i, i});
                header = kFixedHeader + metadata_of({.number = 1}).bytes.size();
                data = 0;
            }
            header += info;
            data += padded;
            parts.back().end = i + 1;
        }
        return parts;
    }

    [[nodiscard]] FileLayout split_file(const std::vector<Part>& parts, std::size_t i) const {
        SplitPart part;
        part.number = static_cast<std::uint16_t>(i);
        part.count = static_cast<std::uint16_t>(parts.size());
        part.tensors = static_cast<std::int32_t>(formats_.size());
        std::string prefix = request_.file_name;
        if (prefix.ends_with(".gguf")) {
            prefix.resize(prefix.size() - 5);
        }
        return file(fmt::format("{}-{:05}-of-{:05}.gguf", prefix, i + 1, parts.size()),
                    metadata_of(part), parts[i]);
    }

    [[nodiscard]] FileLayout file(std::string name, const EncodedMetadata& metadata,
                                  Part part) const {
        FileLayout layout;
        layout.name = std::move(name);
        GgufBytes header;
        header.append(std::as_bytes(std::span("GGUF", 4)));
        header.put(kVersion);
        header.put<std::uint64_t>(part.end - part.begin);
        header.put(metadata.count);
        header.append(metadata.bytes.view());
        std::uint64_t offset = 0;
        for (std::size_t i = part.begin; i < part.end; ++i) {
            put_info(header, model_.tensor(i), formats_[i], offset);
            layout.tensors.push_back({i, formats_[i], formats_[i], offset, bytes_[i]});
            offset += aligned(bytes_[i]);
        }
        header.pad_to(aligned(header.size()));
        for (PlacedTensor& tensor : layout.tensors) {
            tensor.offset += header.size();
        }
        layout.bytes = header.size() + offset;
        layout.header = header.take();
        return layout;
    }

    const Model& model_;
    std::span<const FormatId> formats_;
    const GgufLayoutRequest& request_;
    std::uint64_t alignment_;
    std::vector<std::uint64_t> bytes_;
};

}  // namespace

Result<std::vector<FileLayout>> gguf_layout(const Model& model, std::span<const FormatId> formats,
                                            const GgufLayoutRequest& request) {
    return LayoutBuilder(model, formats, request).build();
}

}  // namespace bitlathe
