// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/model/synthetic_model.h"

#include <atomic>
#include <cstring>
#include <fstream>
#include <random>

#include <gtest/gtest.h>

#include "core/base/json.h"

namespace bitlathe::testing {
namespace {

constexpr std::uint64_t kAlignment = 32;

std::uint64_t aligned(std::uint64_t bytes) {
    return (bytes + kAlignment - 1) / kAlignment * kAlignment;
}

std::uint64_t bytes_of(const SyntheticTensor& tensor) {
    return tensor_bytes(find_format(tensor.format).value(), tensor.shape).value();
}

/// Little-endian, as the machines that run the tests are.
class Header {
public:
    template <class T>
    void number(T value) {
        char bytes[sizeof(T)];
        std::memcpy(bytes, &value, sizeof(T));
        text_.append(bytes, sizeof(T));
    }
    void string(std::string_view text) {
        number<std::uint64_t>(text.size());
        text_.append(text);
    }
    void type(MetaType type) { number(static_cast<std::uint32_t>(type)); }

    void value(std::uint32_t v) { type(MetaType::kUint32), number(v); }
    void value(float v) { type(MetaType::kFloat32), number(v); }
    void value(bool v) { type(MetaType::kBool), number<std::uint8_t>(v ? 1 : 0); }
    void value(const std::string& v) { type(MetaType::kString), string(v); }
    void value(const std::vector<std::uint32_t>& v) {
        array(MetaType::kUint32, v.size());
        for (const std::uint32_t element : v)
            number(element);
    }
    void value(const std::vector<std::string>& v) {
        array(MetaType::kString, v.size());
        for (const std::string& element : v)
            string(element);
    }
    void magic() { text_.append("GGUF"); }
    [[nodiscard]] const std::string& text() const { return text_; }

private:
    void array(MetaType element, std::uint64_t count) {
        type(MetaType::kArray);
        type(element);
        number(count);
    }
    std::string text_;
};

void write_with_hole(const std::filesystem::path& path, const std::string& header,
                     std::uint64_t size) {
    std::ofstream(path, std::ios::binary) << header;
    std::filesystem::resize_file(path, size);
}

std::shared_ptr<const Model> opened(const std::filesystem::path& path) {
    auto model = open_model(path);
    if (!model) {
        ADD_FAILURE() << model.error().to_string();
        return nullptr;
    }
    return *model;
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
    static std::atomic<unsigned> count = 0;
    path_ =
        std::filesystem::temp_directory_path() /
        ("bitlathe-test-" + std::to_string(std::random_device()()) + "-" + std::to_string(++count));
    std::filesystem::create_directories(path_);
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

void write_sparse_gguf(const std::filesystem::path& path, const SyntheticGguf& gguf) {
    Header header;
    header.magic();
    header.number<std::uint32_t>(3);
    header.number<std::uint64_t>(gguf.tensors.size());
    header.number<std::uint64_t>(gguf.metadata.size());
    for (const auto& [key, value] : gguf.metadata) {
        header.string(key);
        std::visit([&](const auto& v) { header.value(v); }, value);
    }
    std::uint64_t offset = 0;
    for (const SyntheticTensor& tensor : gguf.tensors) {
        header.string(tensor.name);
        header.number(static_cast<std::uint32_t>(tensor.shape.size()));
        for (auto size = tensor.shape.rbegin(); size != tensor.shape.rend(); ++size) {
            header.number(*size);
        }
        header.number(format_info(find_format(tensor.format).value()).ggml_type.value());
        header.number(offset);
        offset += aligned(bytes_of(tensor));
    }
    write_with_hole(path, header.text(), aligned(header.text().size()) + offset);
}

void write_sparse_safetensors(const std::filesystem::path& folder,
                              const std::vector<SyntheticTensor>& tensors,
                              std::string_view config) {
    Json header = Json::object();
    std::uint64_t offset = 0;
    for (const SyntheticTensor& tensor : tensors) {
        const std::uint64_t end = offset + bytes_of(tensor);
        header[tensor.name] = {
            {"dtype", std::string(format_info(*find_format(tensor.format)).safetensors_dtype)},
            {"shape", tensor.shape},
            {"data_offsets", {offset, end}}};
        offset = end;
    }
    const std::string text = header.dump();
    Header file;
    file.number<std::uint64_t>(text.size());
    write_with_hole(folder / "model.safetensors", file.text() + text, 8 + text.size() + offset);
    std::ofstream(folder / "config.json", std::ios::binary) << config;
}

std::shared_ptr<const Model> model_of_gguf(const SyntheticGguf& gguf) {
    const TemporaryFolder folder;
    write_sparse_gguf(folder.path() / "model.gguf", gguf);
    return opened(folder.path() / "model.gguf");
}

std::shared_ptr<const Model> model_of_safetensors(const std::vector<SyntheticTensor>& tensors,
                                                  std::string_view config) {
    const TemporaryFolder folder;
    write_sparse_safetensors(folder.path(), tensors, config);
    return opened(folder.path());
}

const TensorPlace& place_of(const Model& model, std::string_view name) {
    static const TensorPlace nowhere;
    const auto index = model.checkpoint->find(name);
    if (!index) {
        ADD_FAILURE() << "no tensor " << name;
        return nowhere;
    }
    return model.places.at(*index);
}

}  // namespace bitlathe::testing
