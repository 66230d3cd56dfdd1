// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/gguf/gguf_metadata.h"

#include <algorithm>
#include <limits>
#include <string_view>

namespace bitlathe {
namespace {

constexpr std::string_view kAlignment = "general.alignment";
constexpr std::string_view kFileType = "general.file_type";
constexpr std::string_view kQuantizationVersion = "general.quantization_version";
constexpr std::uint32_t kQuantizationVersionNow = 2;  // GGML_QNT_VERSION
constexpr std::uint64_t kDefaultAlignment = 32;

class Encoder {
public:
    template <class T>
    void number(std::string_view key, MetaType type, T value) {
        result_.bytes.put_key(key, type);
        result_.bytes.put(value);
        ++result_.count;
    }
    void string(std::string_view key, std::string_view value) {
        result_.bytes.put_key(key, MetaType::kString);
        result_.bytes.put_string(value);
        ++result_.count;
    }
    void copy(const MetaEntry& entry) {
        result_.bytes.put_key(entry.key, entry.type);
        if (entry.type == MetaType::kArray) {
            result_.bytes.put(static_cast<std::uint32_t>(entry.element_type));
            result_.bytes.put<std::uint64_t>(entry.count);
        }
        result_.bytes.append(entry.raw);
        ++result_.count;
    }
    void split(const SplitPart& part) {
        number("split.no", MetaType::kUint16, part.number);
        number("split.count", MetaType::kUint16, part.count);
        number("split.tensors.count", MetaType::kInt32, part.tensors);
    }
    [[nodiscard]] EncodedMetadata take() { return std::move(result_); }

private:
    EncodedMetadata result_;
};

bool dropped(std::string_view key, const MetadataChanges& changes) {
    return key.starts_with("split.") ||
           (changes.importance != nullptr && key.starts_with("quantize.imatrix."));
}

std::uint32_t saturated(std::uint64_t value) {
    return static_cast<std::uint32_t>(
        std::min<std::uint64_t>(value, std::numeric_limits<std::uint32_t>::max()));
}

void record_importance(const Importance& importance, Encoder& encoder) {
    encoder.string("quantize.imatrix.file", importance.file());
    if (!importance.dataset().empty()) {
        encoder.string("quantize.imatrix.dataset", importance.dataset());
    }
    encoder.number("quantize.imatrix.entries_count", MetaType::kUint32,
                   saturated(importance.entries()));
    if (importance.chunks() > 0) {
        encoder.number("quantize.imatrix.chunks_count", MetaType::kUint32,
                       saturated(importance.chunks()));
    }
}

}  // namespace

EncodedMetadata encode_metadata(const Metadata& source, const MetadataChanges& changes) {
    Encoder encoder;
    const auto set_version = [&] {
        encoder.number(kQuantizationVersion, MetaType::kUint32, kQuantizationVersionNow);
    };
    const auto set_type = [&] { encoder.number(kFileType, MetaType::kUint32, changes.file_type); };
    for (const MetaEntry& entry : source.entries()) {
        if (entry.key == kFileType) {
            set_type();
        } else if (entry.key == kQuantizationVersion) {
            set_version();
        } else if (!dropped(entry.key, changes)) {
            encoder.copy(entry);
        }
    }
    if (changes.quantized && source.find(kQuantizationVersion) == nullptr) {
        set_version();
    }
    if (source.find(kFileType) == nullptr) {
        set_type();
    }
    if (changes.importance != nullptr) {
        record_importance(*changes.importance, encoder);
    }
    if (changes.split) {
        encoder.split(*changes.split);
    }
    return encoder.take();
}

EncodedMetadata encode_part_metadata(const Metadata& source, const SplitPart& part) {
    Encoder encoder;
    if (gguf_alignment(source) != kDefaultAlignment) {
        encoder.copy(*source.find(kAlignment));
    }
    encoder.split(part);
    return encoder.take();
}

std::uint64_t gguf_alignment(const Metadata& source) {
    return source.unsigned_integer(kAlignment).value_or(kDefaultAlignment);
}

}  // namespace bitlathe
