// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/safetensors.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "core/base/byte_reader.h"
#include "core/base/checked.h"
#include "core/base/text.h"
#include "core/checkpoint/config_file.h"
#include "core/checkpoint/safetensors_header.h"
#include "core/checkpoint/shards.h"

namespace bitlathe {
namespace {

constexpr std::uint64_t kLengthBytes = 8;
constexpr std::string_view kSpaces = " \t\r\n";

Result<std::string_view> header_text(std::span<const std::byte> bytes, const std::string& name,
                                     const ParseLimits& limits) {
    const auto refuse = [&](std::string message, std::uint64_t offset) {
        return fail(ErrorCode::kRefused, std::move(message), name, offset);
    };
    ByteReader reader(bytes);
    const auto length = reader.read<std::uint64_t>();
    if (reader.failed()) {
        return refuse("the file is too short for a safetensors header", 0);
    }
    if (length > limits.max_header_bytes) {
        return refuse(fmt::format("the header claims {} bytes, more than the limit of {}", length,
                                  limits.max_header_bytes),
                      0);
    }
    if (length > reader.remaining()) {
        return refuse(
            fmt::format("the header claims {} bytes and reaches past the end of the file", length),
            0);
    }
    const std::string_view text = reader.text(length);
    const std::size_t start = text.find_first_not_of(kSpaces);
    if (start == std::string_view::npos || text[start] != '{') {
        return refuse("the header is not a JSON object", kLengthBytes);
    }
    return text;
}

/// Turns entries into tensors, in file order, leaving out what cannot be shown.
class Layout {
public:
    Layout(SafetensorsHeader header, std::uint64_t data_begin, std::uint64_t file_bytes,
           const std::string& name)
        : header_(std::move(header)),
          data_begin_(data_begin),
          data_bytes_(file_bytes - data_begin),
          name_(name) {}

    Status check_coverage() const;
    Result<ParsedFile> take();

private:
    [[nodiscard]] tl::unexpected<Error> refuse(const SafetensorsEntry& entry,
                                               std::string_view why) const {
        return fail(ErrorCode::kRefused,
                    fmt::format("tensor \"{}\" {}", printable(entry.name), why), name_, entry.at);
    }
    Status check_size(const SafetensorsEntry& entry, FormatId format) const;
    Status add(SafetensorsEntry& entry, ParsedFile& parsed);

    SafetensorsHeader header_;
    std::uint64_t data_begin_;
    std::uint64_t data_bytes_;
    const std::string& name_;
    NameList cut_;
};

Status Layout::check_coverage() const {
    const auto& entries = header_.entries;
    std::vector<std::uint32_t> order(entries.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return entries[a].data < entries[b].data;
    });
    std::uint64_t next = 0;
    for (const std::uint32_t i : order) {
        const auto [begin, end] = entries[i].data;
        if (begin > end) {
            return refuse(
                entries[i],
                fmt::format("has data_offsets that end before they begin: {}, {}", begin, end));
        }
        if (begin != next) {
            return refuse(
                entries[i],
                fmt::format("{} its data begin at {}, those before end at {}",
                            begin < next ? "overlaps another:" : "leaves a hole:", begin, next));
        }
        next = end;
    }
    if (next < data_bytes_) {
        return fail(
            ErrorCode::kRefused,
            fmt::format("{} bytes after the last tensor belong to none", data_bytes_ - next), name_,
            data_begin_ + next);
    }
    return {};
}

Status Layout::check_size(const SafetensorsEntry& entry, FormatId format) const {
    const FormatInfo& info = format_info(format);
    std::optional<std::uint64_t> bits = 8ULL * info.block_bytes;  // an upper bound of the size
    for (const std::uint64_t extent : entry.shape) {
        bits = bits ? checked_mul({*bits, extent}) : std::nullopt;
    }
    if (!bits) {
        return refuse(entry, "has a shape whose size does not fit in 64 bits");
    }
    const auto bytes = tensor_bytes(format, entry.shape);
    if (!bytes) {
        return refuse(entry, fmt::format("is not a whole number of bytes in {}", info.name));
    }
    const std::uint64_t span = entry.data[1] - entry.data[0];
    if (*bytes != span) {
        return refuse(entry, fmt::format("needs {} bytes for its shape, its data_offsets give {}",
                                         *bytes, span));
    }
    return {};
}

Status Layout::add(SafetensorsEntry& entry, ParsedFile& parsed) {
    const auto format = format_of_safetensors_dtype(entry.dtype);
    if (!format) {
        parsed.warnings.push_back(
            {fmt::format("tensor \"{}\" has unknown dtype \"{}\" and is left out",
                         printable(entry.name), printable(entry.dtype)),
             name_, entry.at});
        return {};
    }
    BITLATHE_TRY(check_size(entry, *format));
    if (entry.data[1] > data_bytes_) {
        cut_.add(entry.name);
        return {};
    }
    TensorInfo info;
    info.name = std::move(entry.name);
    info.shape = std::move(entry.shape);
    info.format = *format;
    info.offset = data_begin_ + entry.data[0];
    info.bytes = entry.data[1] - entry.data[0];
    parsed.tensors.push_back(std::move(info));
    return {};
}

Result<ParsedFile> Layout::take() {
    BITLATHE_TRY(check_coverage());
    ParsedFile parsed;
    parsed.declared_tensors = header_.entries.size();
    parsed.tensors.reserve(header_.entries.size());
    for (SafetensorsEntry& entry : header_.entries) {
        BITLATHE_TRY(add(entry, parsed));
    }
    if (cut_.count() > 0) {
        parsed.warnings.push_back(
            {fmt::format("the file ends too early: {} of {} tensors are left out: {}", cut_.count(),
                         parsed.declared_tensors, cut_.text()),
             name_, data_begin_ + data_bytes_});
    }
    parsed.metadata = std::move(header_.metadata);
    return parsed;
}

}  // namespace

Result<ParsedFile> parse_safetensors(std::span<const std::byte> bytes, const std::string& name,
                                     const ParseLimits& limits) {
    BITLATHE_ASSIGN(const std::string_view text, header_text(bytes, name, limits));
    BITLATHE_ASSIGN(SafetensorsHeader header,
                    parse_safetensors_header(text, name, kLengthBytes, limits));
    Layout layout(std::move(header), kLengthBytes + text.size(), bytes.size(), name);
    BITLATHE_ASSIGN(ParsedFile parsed, layout.take());
    if (text.front() != '{') {
        parsed.warnings.push_back(
            {"the header begins with spaces; some programs refuse the file", name, kLengthBytes});
    }
    return parsed;
}

bool is_safetensors(const std::filesystem::path& path, std::span<const std::byte> first) {
    return path.extension() == ".safetensors" ||
           (first.size() > kLengthBytes && first[kLengthBytes] == std::byte{'{'});
}

Result<std::shared_ptr<const Checkpoint>> open_safetensors(const OpenRequest& request) {
    BITLATHE_ASSIGN(ParsedFile parsed, parse_safetensors(request.file->bytes(),
                                                         request.path.string(), request.limits));
    CheckpointBuilder builder(Container::kSafetensors, request.asked);
    const auto name = parse_shard_name(request.path.filename().string());
    if (name && name->count > 1) {
        builder.warn({fmt::format("this is part {} of {}: open the folder or its index to see all",
                                  name->number, name->count),
                      request.path.string(),
                      {}});
    }
    builder.add_file(request.file, std::move(parsed));
    read_config_file(folder_of(request.path), builder);
    return builder.finish();
}

}  // namespace bitlathe
