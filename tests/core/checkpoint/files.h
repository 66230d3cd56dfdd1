// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "core/checkpoint/checkpoint.h"

namespace bitlathe::test {

/// A folder that is gone after the test.
class TempFolder {
public:
    TempFolder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "bitlathe-XXXXXX").string();
        path_ = ::mkdtemp(pattern.data());
    }
    ~TempFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    std::filesystem::path write(const std::string& name, std::string_view content) const {
        const auto file = path_ / name;
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << content;
        return file;
    }

private:
    std::filesystem::path path_;
};

/// Little-endian bytes, one field after the other.
class Bytes {
public:
    template <class T>
    Bytes& put(T value) {
        text_.append(reinterpret_cast<const char*>(&value), sizeof value);
        return *this;
    }
    Bytes& raw(std::string_view bytes) {
        text_ += bytes;
        return *this;
    }
    Bytes& string(std::string_view value) { return put<std::uint64_t>(value.size()).raw(value); }
    Bytes& pad(std::size_t alignment) {
        text_.resize((text_.size() + alignment - 1) / alignment * alignment);
        return *this;
    }
    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] std::size_t size() const { return text_.size(); }

private:
    std::string text_;
};

/// GGUF files as the format's page describes them, and every deviation from it.
class GgufFile {
public:
    struct Tensor {
        std::string name;
        std::vector<std::uint64_t> ne;  ///< innermost first, as in the file
        std::uint32_t type = 0;
        std::uint64_t offset = 0;
        std::string data = {};
    };

    std::uint32_t version = 3;
    std::uint64_t alignment = 32;
    bool tail_padding = true;
    std::uint64_t tensor_count_error = 0;  ///< added to the count in the header
    std::uint64_t value_count_error = 0;

    GgufFile& value(std::string_view key, std::uint32_t type, const Bytes& encoded) {
        values_.string(key).put(type).raw(encoded.text());
        ++value_count_;
        return *this;
    }
    GgufFile& u32(std::string_view key, std::uint32_t number) {
        return value(key, 4, Bytes().put(number));
    }
    GgufFile& u16(std::string_view key, std::uint16_t number) {
        return value(key, 2, Bytes().put(number));
    }
    GgufFile& text(std::string_view key, std::string_view string) {
        return value(key, 8, Bytes().string(string));
    }
    /// A float32 tensor in the right place, filled with its number.
    GgufFile& f32(const std::string& name, std::vector<std::uint64_t> ne) {
        std::uint64_t elements = 1;
        for (const auto extent : ne) {
            elements *= extent;
        }
        std::string data;
        for (std::uint64_t i = 0; i < elements; ++i) {
            const auto number = static_cast<float>(tensors_.size() + 1);
            data.append(reinterpret_cast<const char*>(&number), sizeof number);
        }
        return tensor({name, std::move(ne), 0, next_, data});
    }
    GgufFile& tensor(Tensor tensor) {
        next_ = tensor.offset + (tensor.data.size() + alignment - 1) / alignment * alignment;
        tensors_.push_back(std::move(tensor));
        return *this;
    }
    [[nodiscard]] std::uint64_t next_offset() const { return next_; }

    /// Where the tensor infos begin.
    [[nodiscard]] std::size_t infos_at() const { return 24 + values_.size(); }
    [[nodiscard]] std::string build() const {
        Bytes out;
        out.raw("GGUF").put(version);
        out.put<std::uint64_t>(tensors_.size() + tensor_count_error);
        out.put<std::uint64_t>(value_count_ + value_count_error);
        out.raw(values_.text());
        for (const Tensor& tensor : tensors_) {
            out.string(tensor.name).put(static_cast<std::uint32_t>(tensor.ne.size()));
            for (const auto extent : tensor.ne) {
                out.put(extent);
            }
            out.put(tensor.type).put(tensor.offset);
        }
        if (!tensors_.empty()) {
            out.pad(alignment);
        }
        std::string text = out.text();
        for (std::size_t i = 0; i < tensors_.size(); ++i) {
            text += tensors_[i].data;
            if (tail_padding || i + 1 < tensors_.size()) {
                text.resize((text.size() + alignment - 1) / alignment * alignment);
            }
        }
        return text;
    }

private:
    Bytes values_;
    std::uint64_t value_count_ = 0;
    std::vector<Tensor> tensors_;
    std::uint64_t next_ = 0;
};

/// Length, header, data.
inline std::string safetensors(std::string_view header, std::string_view data) {
    return Bytes().put<std::uint64_t>(header.size()).raw(header).raw(data).text();
}

/// `value` as float32 bytes, `count` times.
inline std::string floats(float value, std::size_t count) {
    std::string data;
    for (std::size_t i = 0; i < count; ++i) {
        data.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
    return data;
}

/// A file of one float32 tensor of four elements for every name.
inline std::string safetensors_of(const std::vector<std::string>& names) {
    std::string header;
    std::string data;
    for (const std::string& name : names) {
        const auto begin = data.size();
        data += floats(static_cast<float>(begin), 4);
        header += (header.empty() ? "{\"" : ",\"") + name +
                  R"(":{"dtype":"F32","shape":[2,2],"data_offsets":[)" + std::to_string(begin) +
                  "," + std::to_string(data.size()) + "]}";
    }
    return safetensors(header + "}", data);
}

/// All warnings of a checkpoint, a line each.
inline std::string warnings_of(const Checkpoint& checkpoint) {
    std::string text;
    for (const Warning& warning : checkpoint.warnings()) {
        text += warning.message + "\n";
    }
    return text;
}

/// Names of all tensors in their order.
inline std::vector<std::string> names_of(const Checkpoint& checkpoint) {
    std::vector<std::string> names;
    for (const TensorInfo& info : checkpoint.tensors()) {
        names.push_back(info.name);
    }
    return names;
}

/// Expects that opening the file is refused with `reason` in the message, with the file's name, and
/// at byte `offset` where it is given.
inline void expect_refused(const std::filesystem::path& file, std::string_view reason,
                           std::optional<std::uint64_t> offset = {}) {
    const auto opened = Checkpoint::open(file);
    ASSERT_FALSE(opened) << "opened with warnings: " << warnings_of(**opened);
    EXPECT_EQ(opened.error().code, ErrorCode::kRefused);
    EXPECT_NE(opened.error().message.find(reason), std::string::npos) << opened.error().to_string();
    EXPECT_EQ(opened.error().file, file.string());
    EXPECT_TRUE(opened.error().offset) << opened.error().to_string();
    if (offset) {
        EXPECT_EQ(opened.error().offset, offset) << opened.error().to_string();
    }
}

/// Opens what must open.
inline std::shared_ptr<const Checkpoint> expect_opens(const std::filesystem::path& file) {
    auto opened = Checkpoint::open(file);
    EXPECT_TRUE(opened) << (opened ? "" : opened.error().to_string());
    return opened ? *opened : nullptr;
}

/// Expects that opening is refused with this reason, whichever file it names.
inline void expect_not_opened(const std::filesystem::path& path, std::string_view reason) {
    const auto opened = Checkpoint::open(path);
    ASSERT_FALSE(opened) << warnings_of(**opened);
    EXPECT_EQ(opened.error().code, ErrorCode::kRefused);
    EXPECT_FALSE(opened.error().file.empty());
    EXPECT_THAT(opened.error().message, ::testing::HasSubstr(reason));
}

}  // namespace bitlathe::test
