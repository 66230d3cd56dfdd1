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

std::vector<Entry> tensors_of(std::uint32_t blocks) {
    constexpr std::uint64_t kWidth = 256;
    constexpr std::uint32_t kF32 = 0;
    constexpr std::uint32_t kF16 = 1;
    std::vector<Entry> tensors;
    const auto matrix = [&](const std::string& name, std::uint64_t rows) {
        tensors.push_back({name, {kWidth, rows}, kF16, kWidth * rows * 2});
    };
    const auto norm = [&](const std::string& name) {
        tensors.push_back({name, {kWidth}, kF32, kWidth * 4});
    };
    matrix("token_embd.weight", 512);
    norm("output_norm.weight");
    matrix("output.weight", 512);
    for (std::uint32_t b = 0; b < blocks; ++b) {
        const std::string prefix = "blk." + std::to_string(b) + '.';
        for (const char* name :
             {"attn_q", "attn_k", "attn_v", "attn_output", "ffn_gate", "ffn_up", "ffn_down"}) {
            matrix(prefix + name + ".weight", kWidth);
        }
        norm(prefix + "attn_norm.weight");
        norm(prefix + "ffn_norm.weight");
    }
    return tensors;
}

}  // namespace

void write_synthetic_gguf(const std::filesystem::path& path, std::uint32_t blocks) {
    const std::vector<Entry> tensors = tensors_of(blocks);
    Bytes out;
    out.number(std::uint32_t{0x46554747});  // "GGUF"
    out.number(std::uint32_t{3});
    out.number(static_cast<std::uint64_t>(tensors.size()));
    out.number(std::uint64_t{9});
    out.entry("general.architecture", std::string("llama"));
    out.entry("general.name", std::string("synthetic"));
    out.entry("llama.block_count", blocks);
    out.entry("llama.embedding_length", 256);
    out.entry("llama.feed_forward_length", 256);
    out.entry("llama.attention.head_count", 4);
    out.entry("llama.attention.head_count_kv", 4);
    out.entry("llama.context_length", 512);
    out.entry("general.file_type", 1);
    std::uint64_t offset = 0;
    for (const Entry& tensor : tensors) {
        out.text(tensor.name);
        out.number(static_cast<std::uint32_t>(tensor.innermost_first.size()));
        for (const std::uint64_t size : tensor.innermost_first)
            out.number(size);
        out.number(tensor.type);
        out.number(offset);
        offset += (tensor.bytes + kAlignment - 1) / kAlignment * kAlignment;
    }
    const std::uint64_t start = (out.data().size() + kAlignment - 1) / kAlignment * kAlignment;
    std::ofstream(path, std::ios::binary) << out.data();
    std::filesystem::resize_file(path, start + offset);
}

}  // namespace bitlathe::testing
