// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/safetensors/safetensors_layout.h"

#include <algorithm>
#include <cstring>
#include <map>

#include <fmt/format.h>

#include "core/base/byte_reader.h"
#include "core/base/checked.h"
#include "core/base/json.h"
#include "core/base/text.h"
#include "core/checkpoint/shards.h"
#include "core/checkpoint/weight_map.h"
#include "core/targets/gguf/gguf_source.h"

namespace bitlathe {
namespace {

constexpr std::uint64_t kLengthBytes = 8;

tl::unexpected<Error> incomplete(const Checkpoint& source, const std::string& file) {
    return fail(ErrorCode::kRefused,
                fmt::format("some tensors of the source cannot be read: {}",
                            source.warnings().empty() ? "parts of it are missing"
                                                      : source.warnings().front().message),
                file, {}, "get the whole model again");
}

/// The whole header of a file, with its length in front.
std::span<const std::byte> header_of(const MappedFile& file) {
    ByteReader reader(file.bytes());
    const auto length = reader.read<std::uint64_t>();
    return file.bytes().first(kLengthBytes + length);  // within the file: it was opened
}

FileLayout layout_of_file(const Model& model, std::span<const FormatId> formats,
                          std::uint32_t index) {
    const MappedFile& file = *model.checkpoint->files()[index];
    const auto header = header_of(file);
    FileLayout layout;
    layout.name = file.path().filename();
    layout.header.assign(header.begin(), header.end());
    layout.bytes = file.size();
    for (std::size_t i = 0; i < formats.size(); ++i) {
        const TensorInfo& info = model.tensor(i);
        if (info.file == index) {
            layout.tensors.push_back({i, formats[i], info.format, info.offset, info.bytes});
        }
    }
    std::stable_sort(
        layout.tensors.begin(), layout.tensors.end(),
        [](const PlacedTensor& a, const PlacedTensor& b) { return a.offset < b.offset; });
    return layout;
}

/// Safetensors have no holes: what the tensors do not cover could not be read.
bool covers_file(const Checkpoint& source, std::uint32_t index) {
    std::uint64_t sum = header_of(*source.files()[index]).size();
    for (const TensorInfo& info : source.tensors()) {
        sum += info.file == index ? info.bytes : 0;
    }
    return sum == source.files()[index]->size();
}

/// Whether a set is all there, judged by the names of its files.
bool has_all_shards(const Checkpoint& source) {
    const bool asked_for_one =
        source.files().size() == 1 && source.path() == source.files().front()->path();
    return asked_for_one ||
           std::all_of(source.files().begin(), source.files().end(), [&](const auto& file) {
               const auto name = parse_shard_name(file->path().filename().string());
               return !name || source.files().size() >= name->count;
           });
}

Status check_index(const Checkpoint& source) {
    const auto path = folder_of(source.files().front()->path()) / "model.safetensors.index.json";
    std::error_code ignored;
    const bool whole = source.path() != source.files().front()->path();
    if (!whole || !std::filesystem::exists(path, ignored)) {
        return {};
    }
    BITLATHE_ASSIGN(const auto file, MappedFile::open(path));
    const std::string_view text(reinterpret_cast<const char*>(file->bytes().data()), file->size());
    BITLATHE_ASSIGN(const auto map, parse_weight_map(text, path.string(), {}));
    const bool all = std::all_of(map.begin(), map.end(), [&](const MappedTensor& mapped) {
        return source.find(mapped.tensor).has_value();
    });
    return all ? Status() : Status(incomplete(source, path.string()));
}

Json metadata_of(const Checkpoint& source) {
    Json metadata = Json::object();
    for (const MetaEntry& entry : source.metadata().entries()) {
        if (const auto text = source.metadata().string(entry.key)) {
            metadata[entry.key] = *text;
        }
    }
    return metadata;
}

/// Header for all tensors one after the other; sets their offsets in the data.
std::vector<std::byte> merged_header(const Model& model, std::vector<PlacedTensor>& tensors) {
    Json header = Json::object();
    if (Json metadata = metadata_of(*model.checkpoint); !metadata.empty()) {
        header["__metadata__"] = std::move(metadata);
    }
    std::uint64_t offset = 0;
    for (PlacedTensor& tensor : tensors) {
        const TensorInfo& info = model.tensor(tensor.source);
        tensor.offset = offset;
        offset += tensor.bytes;
        header[info.name] = {{"dtype", format_info(tensor.stored).safetensors_dtype},
                             {"shape", info.shape},
                             {"data_offsets", {tensor.offset, offset}}};
    }
    // Texts of a GGUF may be anything; a name that changes is found when the file is read back.
    std::string text = header.dump(-1, ' ', false, Json::error_handler_t::replace);
    text.resize((text.size() + 7) / 8 * 8, ' ');  // data of any dtype stay aligned
    const std::uint64_t length = text.size();
    std::vector<std::byte> bytes(kLengthBytes + length);
    std::memcpy(bytes.data(), &length, kLengthBytes);
    std::memcpy(bytes.data() + kLengthBytes, text.data(), length);
    return bytes;
}

/// All tensors one after the other under a header of our own.
Result<FileLayout> merged_file(const Model& model, std::span<const FormatId> formats,
                               const std::string& name) {
    FileLayout layout;
    layout.name = name;
    for (std::size_t i = 0; i < formats.size(); ++i) {
        const TensorInfo& info = model.tensor(i);
        const auto stored = safetensors_storage(info.format);
        const auto bytes = stored ? tensor_bytes(*stored, info.shape) : std::nullopt;
        if (!bytes) {
            return fail(ErrorCode::kImpossible,
                        fmt::format("safetensors cannot hold {}, which is {}", printable(info.name),
                                    format_info(info.format).name));
        }
        layout.tensors.push_back({i, formats[i], *stored, 0, *bytes});
        const auto sum = checked_add(layout.bytes, *bytes);
        if (!sum) {
            return fail(ErrorCode::kImpossible, "the sizes of the tensors overflow");
        }
        layout.bytes = *sum;
    }
    layout.header = merged_header(model, layout.tensors);
    layout.bytes += layout.header.size();
    for (PlacedTensor& tensor : layout.tensors) {
        tensor.offset += layout.header.size();
    }
    return layout;
}

}  // namespace

std::optional<FormatId> safetensors_storage(FormatId source) {
    const FormatInfo& info = format_info(source);
    if (!info.safetensors_dtype.empty()) {
        return source;
    }
    return info.decode != nullptr ? std::optional(formats::f32()) : std::nullopt;
}

Status check_complete_safetensors(const Checkpoint& source) {
    BITLATHE_TRY(check_index(source));
    if (!has_all_shards(source)) {
        return incomplete(source, source.path().string());
    }
    for (std::uint32_t i = 0; i < source.files().size(); ++i) {
        if (!covers_file(source, i)) {
            return incomplete(source, source.files()[i]->path().string());
        }
    }
    return {};
}

Result<std::vector<FileLayout>> safetensors_shards(const Model& model,
                                                   std::span<const FormatId> formats) {
    const Checkpoint& source = *model.checkpoint;
    BITLATHE_TRY(check_complete_safetensors(source));
    std::vector<FileLayout> layouts;
    for (std::uint32_t i = 0; i < source.files().size(); ++i) {
        layouts.push_back(layout_of_file(model, formats, i));
    }
    return layouts;
}

Result<FileLayout> safetensors_single(const Model& model, std::span<const FormatId> formats,
                                      const std::string& name) {
    // What is derived has no file whose header could be kept.
    if (model.checkpoint->container() != Container::kSafetensors || model.checkpoint->source()) {
        BITLATHE_TRY(check_complete_gguf(*model.checkpoint));
        return merged_file(model, formats, name);
    }
    BITLATHE_ASSIGN(auto shards, safetensors_shards(model, formats));
    if (shards.size() == 1) {
        shards.front().name = name;
        return std::move(shards.front());
    }
    return merged_file(model, formats, name);
}

std::string safetensors_index(const Checkpoint& source) {
    // Sorted by name, as the files of transformers are.
    std::map<std::string, std::string> files;
    for (const TensorInfo& info : source.tensors()) {
        files[info.name] = source.files()[info.file]->path().filename().string();
    }
    const Json index = {{"metadata", {{"total_size", source.tensor_bytes()}}},
                        {"weight_map", files}};
    return index.dump(2) + "\n";
}

}  // namespace bitlathe
