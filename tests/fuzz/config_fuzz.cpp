// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "core/base/json.h"
#include "core/checkpoint/safetensors.h"
#include "core/forward/family_rows.h"
#include "core/forward/spec_writing.h"
#include "core/forward/transformer.h"
#include "core/model/model.h"
#include "tests/fuzz/memory_file.h"
#include "tests/fuzz/parsed_file.h"

namespace {

using namespace bitlathe;
using fuzz::require;

/// A safetensors file in the making: tensors of small numbers, named as most families name them.
class TinyFile {
public:
    void add(const std::string& name, std::uint64_t rows, std::uint64_t cols = 0) {
        const std::uint64_t begin = data_.size();
        for (std::uint64_t i = 0; i < rows * std::max<std::uint64_t>(1, cols); ++i) {
            const float value = static_cast<float>(i * 37 % 17) / 16 - 0.5F;
            data_.append(reinterpret_cast<const char*>(&value), sizeof value);
        }
        Json shape = Json::array({rows});
        if (cols != 0) {
            shape.push_back(cols);
        }
        header_[name] = {
            {"dtype", "F32"}, {"shape", shape}, {"data_offsets", {begin, data_.size()}}};
    }
    [[nodiscard]] std::string bytes() const {
        const std::string header = header_.dump();
        const std::uint64_t length = header.size();
        return std::string(reinterpret_cast<const char*>(&length), sizeof length) + header + data_;
    }

private:
    Json header_ = Json::object();
    std::string data_;
};

/// Two blocks of width 8, two heads of 4 that share one of keys, 12 in between, 16 tokens.
std::string tiny_bytes(const std::vector<std::string>& norms) {
    TinyFile file;
    file.add("model.embed_tokens.weight", 16, 8);
    file.add("model.norm.weight", 8);
    for (int block = 0; block < 2; ++block) {
        const std::string stem = fmt::format("model.layers.{}.", block);
        for (const std::string& norm : norms) {
            file.add(stem + norm + ".weight", 8);
        }
        for (const auto& [name, rows] :
             {std::pair("q_proj", 8U), std::pair("k_proj", 4U), std::pair("v_proj", 4U)}) {
            file.add(stem + "self_attn." + name + ".weight", rows, 8);
            file.add(stem + "self_attn." + name + ".bias", rows);
        }
        file.add(stem + "self_attn.q_norm.weight", 4);
        file.add(stem + "self_attn.k_norm.weight", 4);
        file.add(stem + "self_attn.o_proj.weight", 8, 8);
        file.add(stem + "mlp.gate_proj.weight", 12, 8);
        file.add(stem + "mlp.up_proj.weight", 12, 8);
        file.add(stem + "mlp.down_proj.weight", 8, 12);
    }
    return file.bytes();
}

/// Two norms a block, as most families have, and four, as Gemma has.
std::vector<std::shared_ptr<const MappedFile>> tiny_files() {
    const std::vector<std::string> two{"input_layernorm", "post_attention_layernorm"};
    std::vector<std::string> four = two;
    four.insert(four.end(), {"pre_feedforward_layernorm", "post_feedforward_layernorm"});
    std::vector<std::shared_ptr<const MappedFile>> files;
    for (const std::string& bytes : {tiny_bytes(two), tiny_bytes(four)}) {
        const fuzz::MemoryFile memory(reinterpret_cast<const std::uint8_t*>(bytes.data()),
                                      bytes.size());
        files.push_back(MappedFile::open(memory.path()).value());
    }
    return files;
}

template <class T>
void require_reason(const Result<T>& result) {
    require(!result.error().message.empty() && is_utf8(result.error().to_string()));
}

/// What was accepted can be run, and written down for a GGUF, or there is a reason.
void use(const Transformer& transformer) {
    const ForwardSpec& spec = transformer.spec();
    require(spec.heads > 0 && spec.kv_heads > 0 && spec.heads % spec.kv_heads == 0);
    const std::uint32_t ids[] = {1, 5, 5, 15};
    WorkContext context;
    context.threads = 1;
    const auto state = transformer.run(cut_windows(ids, 3, true), nullptr, context);
    if (state) {
        require(state->next_block == spec.layers.size());
    } else {
        require_reason(state);
    }
    Metadata metadata;
    const auto written =
        write_metadata_spec(spec, *forward_family(transformer.model().family), "llama", metadata);
    if (!written) {
        require_reason(written);
    }
    require(!metadata.to_json().dump().empty());
}

/// The model that this config.json makes of a file of weights.
void open(const std::shared_ptr<const MappedFile>& file, const Json& config) {
    CheckpointBuilder builder(Container::kSafetensors, "model");
    builder.add_file(file, parse_safetensors(file->bytes(), "model.safetensors", {}).value());
    builder.set_config(config);
    const auto model = describe(builder.finish().value()).value();
    require(is_utf8(model->architecture) && model->blocks >= 2);
    require(model->places.size() == model->checkpoint->tensors().size());
    for (const Warning& warning : model->warnings) {
        require(is_utf8(warning.message));
    }
    const auto spec = forward_spec(*model);
    if (!spec) {
        require_reason(spec);
        return;
    }
    require(spec->layers.size() == model->blocks);
    const auto transformer = Transformer::create(model);
    if (transformer) {
        use(*transformer);
    } else {
        require_reason(transformer);
    }
}

}  // namespace

/// The config.json of a small model.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto config =
        parse_json({reinterpret_cast<const char*>(data), size}, "config.json", 0, {65'536, 64});
    if (!config) {
        require_reason(config);
        require(config.error().offset.value_or(0) <= size);
        return 0;
    }
    const auto again = parse_json(config->dump(), "again.json");
    require(again && *again == *config);
    static const auto files = tiny_files();
    for (const auto& file : files) {
        open(file, *config);
    }
    return 0;
}
