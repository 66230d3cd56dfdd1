// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstring>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <string>
#include <vector>

#include <unistd.h>

#include "core/base/json.h"
#include "core/model/model.h"

namespace bitlathe {

/// A small model that is written as safetensors and config.json.
struct TinyModel {
    struct Tensor {
        std::vector<std::uint64_t> shape;
        std::vector<float> values;
    };
    Json config;
    std::map<std::string, Tensor> tensors;
    unsigned seed = 1;

    void add(const std::string& name, std::vector<std::uint64_t> shape, float centre = 0) {
        std::size_t count = 1;
        for (const std::uint64_t extent : shape) {
            count *= extent;
        }
        std::mt19937 generator(seed++);
        std::normal_distribution<float> normal(centre, 0.3F);
        Tensor tensor{std::move(shape), std::vector<float>(count)};
        for (float& value : tensor.values) {
            value = normal(generator);
        }
        tensors[name] = std::move(tensor);
    }

    void write(const std::filesystem::path& folder) const {
        Json header = Json::object();
        std::string data;
        for (const auto& [name, tensor] : tensors) {
            const std::size_t begin = data.size();
            data.append(reinterpret_cast<const char*>(tensor.values.data()),
                        tensor.values.size() * sizeof(float));
            header[name] = {
                {"dtype", "F32"}, {"shape", tensor.shape}, {"data_offsets", {begin, data.size()}}};
        }
        const std::string text = header.dump();
        const std::uint64_t length = text.size();
        std::filesystem::create_directories(folder);
        std::ofstream file(folder / "model.safetensors", std::ios::binary);
        file.write(reinterpret_cast<const char*>(&length), sizeof(length));
        file << text << data;
        std::ofstream(folder / "config.json") << config.dump();
    }
};

/// A folder that is gone after the test.
class Scratch {
public:
    Scratch() {
        std::string pattern = (std::filesystem::temp_directory_path() / "forward-XXXXXX").string();
        path_ = ::mkdtemp(pattern.data());
    }
    ~Scratch() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

/// Two blocks of a llama-shaped model of width 24 with 3 heads of 8; `type`: its model_type.
inline TinyModel tiny_llama(const std::string& type = "llama") {
    TinyModel model;
    model.config = {{"model_type", type},
                    {"hidden_size", 24},
                    {"intermediate_size", 40},
                    {"num_hidden_layers", 2},
                    {"num_attention_heads", 3},
                    {"num_key_value_heads", 1},
                    {"vocab_size", 50},
                    {"rms_norm_eps", 1e-5},
                    {"tie_word_embeddings", true},
                    {"max_position_embeddings", 128}};
    model.add("model.embed_tokens.weight", {50, 24});
    model.add("model.norm.weight", {24}, 1);
    for (const int block : {0, 1}) {
        const std::string at = "model.layers." + std::to_string(block) + ".";
        model.add(at + "input_layernorm.weight", {24}, 1);
        model.add(at + "post_attention_layernorm.weight", {24}, 1);
        model.add(at + "self_attn.q_proj.weight", {24, 24});
        model.add(at + "self_attn.k_proj.weight", {8, 24});
        model.add(at + "self_attn.v_proj.weight", {8, 24});
        model.add(at + "self_attn.o_proj.weight", {24, 24});
        model.add(at + "mlp.gate_proj.weight", {40, 24});
        model.add(at + "mlp.up_proj.weight", {40, 24});
        model.add(at + "mlp.down_proj.weight", {24, 40});
    }
    return model;
}

}  // namespace bitlathe
