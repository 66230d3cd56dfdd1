// SPDX-License-Identifier: GPL-3.0-or-later
// Matrix products and whole blocks of the shape of a model of a billion weights, on all cores.
#include <cstring>
#include <filesystem>
#include <fstream>
#include <random>

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include "core/base/json.h"
#include "core/forward/transformer.h"

namespace bitlathe {
namespace {

class Random final : public RowSource {
public:
    Random(std::uint64_t rows, std::uint64_t cols) : rows_(rows), cols_(cols), row_(cols) {
        std::mt19937 generator(1);
        std::normal_distribution<float> normal(0, 0.02F);
        for (float& value : row_) {
            value = normal(generator);
        }
    }
    [[nodiscard]] std::uint64_t rows() const override { return rows_; }
    [[nodiscard]] std::uint64_t cols() const override { return cols_; }
    void read(std::uint64_t, std::uint64_t count, float* out) const override {
        for (std::uint64_t i = 0; i < count; ++i) {
            std::memcpy(out + i * cols_, row_.data(), cols_ * sizeof(float));
        }
    }

private:
    std::uint64_t rows_;
    std::uint64_t cols_;
    std::vector<float> row_;
};

void multiply(benchmark::State& state) {
    constexpr std::size_t kTokens = 512;
    constexpr std::size_t kInputs = 2048;
    constexpr std::size_t kOutputs = 5632;
    const Random weights(kOutputs, kInputs);
    const auto matrix = cpu_device().load(weights, 0, kOutputs, {}).value();
    const std::vector<float> x(kTokens * kInputs, 0.5F);
    std::vector<float> y(kTokens * kOutputs);
    for (auto _ : state) {
        benchmark::DoNotOptimize(
            cpu_device().multiply({x.data(), kTokens, kInputs, kInputs}, *matrix, {},
                                  {y.data(), kTokens, kOutputs, kOutputs}, {}));
    }
    state.counters["FLOP/s"] = benchmark::Counter(2.0 * kTokens * kInputs * kOutputs,
                                                  benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(multiply)->UseRealTime()->Unit(benchmark::kMillisecond);

void load(benchmark::State& state) {
    const Random weights(5632, 2048);
    for (auto _ : state) {
        benchmark::DoNotOptimize(cpu_device().load(weights, 0, 5632, {}));
    }
    state.counters["weights/s"] =
        benchmark::Counter(5632.0 * 2048, benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(load)->UseRealTime()->Unit(benchmark::kMillisecond);

/// A llama of `blocks` blocks of width 2048, all weights BF16; in a folder that stays between runs.
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

void blocks(benchmark::State& state) {
    constexpr int kBlocks = 4;
    const auto model = Transformer::create(open_model(billion_folder(kBlocks)).value()).value();
    std::vector<std::uint32_t> ids(2048);
    for (std::size_t i = 0; i < ids.size(); ++i) {
        ids[i] = static_cast<std::uint32_t>(i * 37 % 32'000);
    }
    const TokenBatch batch = cut_windows(ids, 512, true);
    for (auto _ : state) {
        benchmark::DoNotOptimize(model.run(batch, nullptr, {}));
    }
    const double weights = 2048.0 * (2 * 2048 + 2 * 256 + 3 * 5632) * kBlocks;
    state.counters["tokens/s of 22 blocks"] =
        benchmark::Counter(2048.0 * kBlocks / 22, benchmark::Counter::kIsIterationInvariantRate);
    state.counters["FLOP/s"] =
        benchmark::Counter(2 * weights * 2048.0, benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(blocks)->UseRealTime()->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace bitlathe
