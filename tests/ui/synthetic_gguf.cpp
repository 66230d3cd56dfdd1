// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/synthetic_gguf.h"

#include <fstream>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace bitlathe::testing {
namespace {

constexpr std::uint64_t kAlignment = 32;
constexpr std::uint32_t kUint32 = 4;
constexpr std::uint32_t kString = 8;

/// Appends numbers and strings as GGUF v3 stores them.
class Bytes {
public:
    template <class Number>
    void number(Number value) {
        static_assert(std::is_trivially_copyable_v<Number>);
        data_.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
    void text(const std::string& value) {
        number(static_cast<std::uint64_t>(value.size()));
        data_ += value;
    }
    void entry(const std::string& key, std::uint32_t value) {
        text(key);
        number(kUint32);
        number(value);
    }
    void entry(const std::string& key, const std::string& value) {
        text(key);
        number(kString);
        text(value);
    }
    [[nodiscard]] const std::string& data() const { return data_; }

private:
    std::string data_;
};

struct Entry {
    std::string name;
    std::vector<std::uint64_t> innermost_first;
    std::uint32_t type;
    std::uint64_t bytes;
};

constexpr std::uint64_t kWidth = 256;

/// Appends the tensors of a shape in the order of real files.
class TensorMaker {
public:
    explicit TensorMaker(const SyntheticShape& shape) : shape_(shape) {
        matrix("token_embd.weight", 512);
        norm("output_norm.weight");
        matrix("output.weight", 512);
        for (std::uint32_t b = 0; b < shape_.blocks; ++b)
            block("blk." + std::to_string(b) + '.');
    }
    [[nodiscard]] std::vector<Entry> take() { return std::move(tensors_); }

private:
    void matrix(const std::string& name, std::uint64_t rows) {
        constexpr std::uint32_t kF16 = 1;
        tensors_.push_back({name, {kWidth, rows}, kF16, kWidth * rows * 2});
    }
    void norm(const std::string& name) {
        constexpr std::uint32_t kF32 = 0;
        tensors_.push_back({name, {kWidth}, kF32, kWidth * 4});
    }
    void block(const std::string& prefix) {
        for (const char* name : {"attn_q", "attn_k", "attn_v", "attn_output"})
            matrix(prefix + name + ".weight", shape_.rows);
        if (shape_.experts > 0) matrix(prefix + "ffn_gate_inp.weight", shape_.experts);
        for (const std::string name : {"ffn_gate", "ffn_up", "ffn_down"}) {
            if (shape_.experts == 0) matrix(prefix + name + ".weight", shape_.rows);
            for (std::uint32_t e = 0; e < shape_.experts; ++e)
                matrix(prefix + name + '.' + std::to_string(e) + ".weight", shape_.rows);
        }
        norm(prefix + "attn_norm.weight");
        norm(prefix + "ffn_norm.weight");
    }
    const SyntheticShape& shape_;
    std::vector<Entry> tensors_;
};

/// A finite half-precision number around +-2^-(3 + narrow), from random bits.
std::uint16_t half_from(std::uint32_t random, std::uint32_t narrow) {
    const std::uint32_t exponent = 12 - narrow - (random >> 16) % 3;
    return static_cast<std::uint16_t>((random & 0x83ffU) | exponent << 10U);
}

/// Weights for one tensor; single-precision ones are all 1.
std::string weights_for(const Entry& tensor, std::size_t index) {
    Bytes out;
    if (tensor.innermost_first.size() == 1) {
        for (std::uint64_t i = 0; i < tensor.innermost_first.front(); ++i)
            out.number(1.0F);
        return out.data();
    }
    std::uint32_t state = 0x9e3779b9U ^ static_cast<std::uint32_t>(index * 2654435761U);
    const auto narrow = static_cast<std::uint32_t>(index * 7 / 1000 % 5);
    for (std::uint64_t i = 0; i < tensor.bytes / 2; ++i) {
        state ^= state << 13U;
        state ^= state >> 17U;
        state ^= state << 5U;
        out.number(half_from(state, narrow));
    }
    return out.data();
}

}  // namespace

void write_synthetic_gguf(const std::filesystem::path& path, const SyntheticShape& shape) {
    const std::vector<Entry> tensors = TensorMaker(shape).take();
    Bytes out;
    out.number(std::uint32_t{0x46554747});  // "GGUF"
    out.number(std::uint32_t{3});
    out.number(static_cast<std::uint64_t>(tensors.size()));
    out.number(std::uint64_t{shape.experts > 0 ? 11U : 9U});
    out.entry("general.architecture", std::string("llama"));
    out.entry("general.name", std::string("synthetic"));
    out.entry("llama.block_count", shape.blocks);
    out.entry("llama.embedding_length", 256);
    out.entry("llama.feed_forward_length", static_cast<std::uint32_t>(shape.rows));
    out.entry("llama.attention.head_count", 4);
    out.entry("llama.attention.head_count_kv", 4);
    out.entry("llama.context_length", 512);
    out.entry("general.file_type", 1);
    if (shape.experts > 0) {
        out.entry("llama.expert_count", shape.experts);
        out.entry("llama.expert_used_count", 2);
    }
    std::uint64_t offset = 0;
    std::vector<std::uint64_t> offsets;
    for (const Entry& tensor : tensors) {
        out.text(tensor.name);
        out.number(static_cast<std::uint32_t>(tensor.innermost_first.size()));
        for (const std::uint64_t size : tensor.innermost_first)
            out.number(size);
        out.number(tensor.type);
        out.number(offset);
        offsets.push_back(offset);
        offset += (tensor.bytes + kAlignment - 1) / kAlignment * kAlignment;
    }
    const std::uint64_t start = (out.data().size() + kAlignment - 1) / kAlignment * kAlignment;
    std::ofstream file(path, std::ios::binary);
    file << out.data();
    for (std::size_t i = 0; shape.filled && i < tensors.size(); ++i) {
        file.seekp(static_cast<std::streamoff>(start + offsets[i]));
        file << weights_for(tensors[i], i);
    }
    file.close();
    std::filesystem::resize_file(path, start + offset);
}

void write_synthetic_gguf(const std::filesystem::path& path, std::uint32_t blocks) {
    write_synthetic_gguf(path, SyntheticShape{.blocks = blocks});
}

}  // namespace bitlathe::testing
