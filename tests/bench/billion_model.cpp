// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/billion_model.h"

#include <fstream>
#include <random>

#include <fmt/format.h>

#include "core/base/json.h"

namespace bitlathe::bench {

std::filesystem::path billion_folder(int blocks) {
    const auto folder = std::filesystem::temp_directory_path() / fmt::format("forward-{}", blocks);
    if (std::filesystem::exists(folder / "config.json")) {
        return folder;
    }
    std::filesystem::create_directories(folder);
    Json header = Json::object();
    std::uint64_t offset = 0;
    const auto add = [&](const std::string& name, std::vector<std::uint64_t> shape) {
        std::uint64_t bytes = 2;
        for (const std::uint64_t extent : shape) {
            bytes *= extent;
        }
        header[name] = {
            {"dtype", "BF16"}, {"shape", shape}, {"data_offsets", {offset, offset + bytes}}};
        offset += bytes;
    };
    add("model.embed_tokens.weight", {32'000, 2048});
    add("model.norm.weight", {2048});
    for (int i = 0; i < blocks; ++i) {
        const std::string at = fmt::format("model.layers.{}.", i);
        add(at + "input_layernorm.weight", {2048});
        add(at + "post_attention_layernorm.weight", {2048});
        add(at + "self_attn.q_proj.weight", {2048, 2048});
        add(at + "self_attn.k_proj.weight", {256, 2048});
        add(at + "self_attn.v_proj.weight", {256, 2048});
        add(at + "self_attn.o_proj.weight", {2048, 2048});
        add(at + "mlp.gate_proj.weight", {5632, 2048});
        add(at + "mlp.up_proj.weight", {5632, 2048});
        add(at + "mlp.down_proj.weight", {2048, 5632});
    }
    const std::string text = header.dump();
    const std::uint64_t length = text.size();
    std::ofstream file(folder / "model.safetensors", std::ios::binary);
    file.write(reinterpret_cast<const char*>(&length), sizeof(length));
    file << text;
    std::vector<std::uint16_t> values(1 << 20);
    std::mt19937 generator(1);
    for (std::uint16_t& value : values) {  // +-0.01 ... 0.02
        value =
            static_cast<std::uint16_t>((generator() & 0x8000U) | 0x3C20U | (generator() & 0x7FU));
    }
    for (std::uint64_t done = 0; done < offset; done += values.size() * 2) {
        file.write(reinterpret_cast<const char*>(values.data()),
                   static_cast<std::streamsize>(
                       std::min<std::uint64_t>(values.size() * 2, offset - done)));
    }
    const Json config = {
        {"model_type", "llama"},       {"hidden_size", 2048},       {"intermediate_size", 5632},
        {"num_hidden_layers", blocks}, {"num_attention_heads", 32}, {"num_key_value_heads", 4},
        {"vocab_size", 32'000},        {"rms_norm_eps", 1e-5},      {"tie_word_embeddings", true}};
    std::ofstream(folder / "config.json") << config.dump();
    return folder;
}

}  // namespace bitlathe::bench
