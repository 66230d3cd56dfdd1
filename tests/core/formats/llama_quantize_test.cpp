// SPDX-License-Identifier: GPL-3.0-or-later
// Our encoders against whole files that llama-quantize wrote from the same model.
#include <fstream>
#include <iterator>
#include <map>

#include <gtest/gtest.h>

#include "core/base/byte_reader.h"
#include "tests/core/formats/codec_test_support.h"

namespace bitlathe {
namespace {

struct Tensor {
    FormatId format;
    std::vector<std::uint64_t> shape;  // outermost first
    std::span<const std::byte> bytes;
};

struct File {
    std::vector<std::byte> contents;
    std::map<std::string, Tensor> tensors;
};

void skip_value(ByteReader& reader, std::uint32_t type) {
    constexpr std::uint64_t kSizes[] = {1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8};
    if (type == 8) {
        reader.skip(reader.read<std::uint64_t>());
    } else if (type == 9) {
        const auto element = reader.read<std::uint32_t>();
        const auto count = reader.read<std::uint64_t>();
        for (std::uint64_t i = 0; i < count && !reader.failed(); ++i) {
            skip_value(reader, element);
        }
    } else {
        reader.skip(kSizes[type]);
    }
}

// As much of a GGUF reader as well-formed files need.
File read_gguf(const std::string& path) {
    std::ifstream stream(path, std::ios::binary);
    File file;
    const std::string text((std::istreambuf_iterator<char>(stream)), {});
    file.contents.resize(text.size());
    std::transform(text.begin(), text.end(), file.contents.begin(),
                   [](char c) { return static_cast<std::byte>(c); });
    if (file.contents.empty()) return file;
    ByteReader reader(file.contents);
    reader.skip(8);
    const auto tensors = reader.read<std::uint64_t>();
    const auto values = reader.read<std::uint64_t>();
    for (std::uint64_t i = 0; i < values; ++i) {
        reader.skip(reader.read<std::uint64_t>());
        const auto type = reader.read<std::uint32_t>();
        skip_value(reader, type);
    }
    struct Entry {
        std::string name;
        Tensor tensor;
        std::uint64_t offset;
    };
    std::vector<Entry> entries;
    for (std::uint64_t i = 0; i < tensors; ++i) {
        Entry entry;
        entry.name = reader.text(reader.read<std::uint64_t>());
        const auto dims = reader.read<std::uint32_t>();
        for (std::uint32_t d = 0; d < dims; ++d) {
            entry.tensor.shape.insert(entry.tensor.shape.begin(), reader.read<std::uint64_t>());
        }
        entry.tensor.format = format_of_ggml_type(reader.read<std::uint32_t>()).value();
        entry.offset = reader.read<std::uint64_t>();
        entries.push_back(entry);
    }
    const std::uint64_t data = (reader.offset() + 31) / 32 * 32;
    EXPECT_FALSE(reader.failed()) << path;
    for (Entry& entry : entries) {
        const auto size = tensor_bytes(entry.tensor.format, entry.tensor.shape).value();
        entry.tensor.bytes = std::span(file.contents).subspan(data + entry.offset, size);
        file.tensors.emplace(entry.name, entry.tensor);
    }
    return file;
}

std::vector<float> decode_tensor(const Tensor& tensor) {
    std::uint64_t elems = 1;
    for (const std::uint64_t dim : tensor.shape) {
        elems *= dim;
    }
    // Blocks follow each other across rows, so a tensor decodes as one long row.
    return decode(format_info(tensor.format), tensor.bytes, elems);
}

std::vector<std::byte> encode_tensor(const FormatInfo& format, const Tensor& source) {
    const std::size_t cols = source.shape.back();
    const auto weights = decode_tensor(source);
    std::vector<std::byte> bytes;
    for (std::size_t i = 0; i < weights.size(); i += cols) {
        const auto row = encode(format, std::span(weights).subspan(i, cols));
        bytes.insert(bytes.end(), row.begin(), row.end());
    }
    return bytes;
}

class LlamaQuantize : public ::testing::TestWithParam<const char*> {};

INSTANTIATE_TEST_SUITE_P(Files, LlamaQuantize, ::testing::Values("Q8_0", "Q4_0"),
                         [](const auto& param) { return std::string(param.param); });

TEST_P(LlamaQuantize, TensorsAreByteIdentical) {
    const std::string name = GetParam();
    const std::string folder = BITLATHE_SHARED_DATA;
    const File source = read_gguf(folder + "/models/shakespeare-1m-f32.gguf");
    const File target =
        read_gguf(folder + "/llama-quantize-output/shakespeare-1m-" + name + ".gguf");
    if (source.tensors.empty() || target.tensors.empty()) {
        GTEST_SKIP() << "NOT CHECKED: no files of llama-quantize in " << folder;
    }
    const FormatId format = format_named(name);
    int compared = 0;
    for (const auto& [tensor_name, tensor] : target.tensors) {
        if (tensor.format != format) continue;
        const auto ours = encode_tensor(format_info(format), source.tensors.at(tensor_name));
        ASSERT_EQ(ours.size(), tensor.bytes.size());
        EXPECT_TRUE(std::equal(ours.begin(), ours.end(), tensor.bytes.begin())) << tensor_name;
        ++compared;
    }
    EXPECT_GE(compared, 14);
}

// Every tensor of every file decodes to the model it was made from, as closely as its type allows:
// bounds are a little above the error of these types on Gaussian weights.
class LlamaQuantizeDecoded : public ::testing::TestWithParam<const char*> {};

INSTANTIATE_TEST_SUITE_P(Files, LlamaQuantizeDecoded,
                         ::testing::Values("Q8_0", "Q6_K", "Q5_K_M", "Q4_K_M", "Q4_0", "Q3_K_M",
                                           "Q2_K", "IQ4_NL", "IQ4_XS", "imatrix-Q2_K"));

TEST_P(LlamaQuantizeDecoded, TensorsAreCloseToTheirSource) {
    const std::map<std::string_view, double> bounds = {
        {"F32", 0},     {"Q8_0", 4e-5}, {"Q6_K", 6e-4}, {"Q5_K", 2e-3},   {"Q4_K", 7e-3},
        {"Q4_0", 9e-3}, {"Q3_K", 3e-2}, {"Q2_K", 0.11}, {"IQ4_NL", 7e-3}, {"IQ4_XS", 8e-3}};
    const std::string folder = BITLATHE_SHARED_DATA;
    const File source = read_gguf(folder + "/models/shakespeare-1m-f32.gguf");
    const File target =
        read_gguf(folder + "/llama-quantize-output/shakespeare-1m-" + GetParam() + ".gguf");
    if (source.tensors.empty() || target.tensors.empty()) {
        GTEST_SKIP() << "NOT CHECKED: no files of llama-quantize in " << folder;
    }
    for (const auto& [name, tensor] : target.tensors) {
        const FormatInfo& format = format_info(tensor.format);
        const auto original = decode_tensor(source.tensors.at(name));
        const double error = normalized_error(original, decode_tensor(tensor));
        ASSERT_TRUE(bounds.count(format.name)) << format.name;
        EXPECT_LE(error, bounds.at(format.name)) << name << " " << format.name;
        EXPECT_GE(error, bounds.at(format.name) / 4) << name << " " << format.name;
    }
}

}  // namespace
}  // namespace bitlathe
