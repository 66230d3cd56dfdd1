// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/gguf/gguf_conversion.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include <fmt/format.h>

#include "core/base/text.h"
#include "core/model/family.h"
#include "core/targets/gguf/encoder_conversion.h"
#include "core/targets/gguf/gguf_conversion_metadata.h"
#include "core/targets/gguf/gguf_conversion_tensors.h"
#include "core/targets/gguf/gguf_runtime.h"
#include "core/targets/gguf/gguf_tensor_changes.h"
#include "core/targets/safetensors/safetensors_layout.h"

namespace bitlathe {
namespace {

tl::unexpected<Error> impossible(const Model& model, std::string message, std::string hint) {
    return fail(ErrorCode::kImpossible, std::move(message), model.checkpoint->path().string(), {},
                std::move(hint));
}

/// As what the GGUF will be read.
struct Reader {
    const GgufRuntime* runtime = nullptr;
    const ForwardFamily* family = nullptr;  ///< llama for a mistral
};

Result<Reader> reader_of(const Model& source) {
    if (source.checkpoint->container() != Container::kSafetensors) {
        return impossible(source, "it is a GGUF already", "export it with a plan instead");
    }
    const Family* family = family_of_gguf(source.gguf_architecture);
    const Reader reader{gguf_runtime(source.gguf_architecture),
                        family != nullptr ? forward_family(family->name) : nullptr};
    if (!can_run(source) || reader.runtime == nullptr || reader.family == nullptr) {
        return impossible(source,
                          fmt::format("models of the family {} cannot be converted to GGUF yet",
                                      source.architecture),
                          "convert it with llama.cpp's own converter, then open the GGUF");
    }
    return reader;
}

/// Converts one model; what the steps find out is kept between them.
class Conversion {
public:
    explicit Conversion(std::shared_ptr<const Model> source) : source_(std::move(source)) {}

    Result<TargetModel> run() {
        BITLATHE_TRY(find_reader());
        BITLATHE_ASSIGN(spec_, forward_spec(*source_));
        BITLATHE_ASSIGN(refs_, bind_tensors(*source_, spec_));
        BITLATHE_TRY(check_runtime(*runtime_, *source_, spec_, refs_));
        query_scale_ = fold_attention_scale();
        BITLATHE_TRY(check_layout());
        BITLATHE_ASSIGN(auto tensors, convert_tensors());
        BITLATHE_ASSIGN(ConvertedMetadata metadata,
                        converted_metadata(*source_, spec_, refs_, *reader_));
        std::move(metadata.warnings.begin(), metadata.warnings.end(),
                  std::back_inserter(warnings_));
        for (SpecTensor& list : metadata.lists) {
            tensors.insert(tensors.begin(), list_tensor(std::move(list)));
        }
        BITLATHE_ASSIGN(auto checkpoint,
                        derive_checkpoint(source_->checkpoint, Container::kGguf, std::move(tensors),
                                          std::move(metadata.metadata)));
        BITLATHE_ASSIGN(auto model, describe(std::move(checkpoint)));
        BITLATHE_TRY(check_meaning(*model));
        return TargetModel{std::move(model), std::move(warnings_)};
    }

private:
    Status find_reader() {
        BITLATHE_ASSIGN(const Reader reader, reader_of(*source_));
        runtime_ = reader.runtime;
        reader_ = reader.family;
        return check_complete_safetensors(*source_->checkpoint);
    }

    [[nodiscard]] bool pairs_together() const {
        return reader_->interleaved_gguf && !spec_.interleaved;
    }

    /// Whether rows can be reordered as the reader wants them.
    [[nodiscard]] Status check_layout() const {
        const BlockRef& block = refs_.blocks.front();
        const bool fused = block.q.tensor == block.k.tensor;
        const bool normed = block.q_norm.weight.has_value();
        const bool backwards = spec_.interleaved && !reader_->interleaved_gguf;
        constexpr const char* kHint = "this is a variant of the family that cannot be converted";
        if (backwards || (pairs_together() && (fused || normed || spec_.head_dim % 2 != 0))) {
            return impossible(*source_,
                              "the rows of its queries and keys cannot be put in the order that "
                              "llama.cpp wants",
                              kHint);
        }
        if (query_scale_ != 1 && fused && !normed) {
            return impossible(*source_, "llama.cpp cannot be told the scale of its attention",
                              kHint);
        }
        return {};
    }

    /// Where the runtime scales attention by the length of heads only, queries take in what is
    /// missing. Returns by how much.
    float fold_attention_scale() {
        if (spec_.attention_scale == 0 || runtime_->attention_scale) {
            return 1;
        }
        const bool wide = reader_->wide_blocks != 0 && spec_.layers.size() == reader_->wide_blocks;
        const double length = static_cast<double>(spec_.head_dim);
        const double own =
            wide
                ? std::sqrt(static_cast<double>(spec_.heads) / static_cast<double>(spec_.embedding))
                : 1 / std::sqrt(length);
        const double missing = spec_.attention_scale / own;
        spec_.attention_scale = 0;
        if (wide) {
            spec_.attention_scale = own;
        }
        if (std::fabs(missing - 1) < 1e-6) {
            return 1;
        }
        warnings_.push_back(fmt::format(
            "llama.cpp has no key for the attention scale of {}: queries are multiplied by {:.6g} "
            "instead{}",
            source_->gguf_architecture, missing,
            refs_.blocks.front().q_norm.weight ? "" : ", and their weights are stored as F32"));
        return static_cast<float>(missing);
    }

    Result<std::vector<DerivedTensor>> convert_tensors() {
        const bool tied = refs_.head.tensor == refs_.embedding.tensor;
        const TensorConversion conversion{.model = *source_,
                                          .spec = spec_,
                                          .refs = refs_,
                                          .pairs_together = pairs_together(),
                                          .repeat_head = tied && runtime_->own_head,
                                          .query_scale = query_scale_};
        return converted_tensors(conversion, tensor_changes(conversion), warnings_);
    }

    /// Reads the result as a GGUF and compares what it would compute with the source.
    Status check_meaning(const Model& model) {
        BITLATHE_ASSIGN(ForwardSpec read, forward_spec(model));
        BITLATHE_ASSIGN(const ModelRef refs, bind_tensors(model, read));
        const std::string difference = spec_difference(spec_, read);
        if (!difference.empty()) {
            return impossible(
                *source_,
                fmt::format("llama.cpp would compute something else: it cannot be told {}",
                            difference),
                "take the target safetensors, or a runtime that reads the folder itself");
        }
        warn_of_windows(read);
        if (spec_.rotary.type == "dynamic") {
            warnings_.push_back(
                fmt::format("llama.cpp has no dynamic rope scaling: it is the same up to {} tokens",
                            spec_.context));
        }
        return {};
    }

    void warn_of_windows(const ForwardSpec& read) {
        ForwardSpec computed = read;
        if (runtime_->no_windows) {
            for (LayerSpec& layer : computed.layers) {
                layer.window = 0;
            }
        }
        const std::uint64_t window = lost_window(spec_, computed);
        if (window != 0 && window < spec_.context) {
            warnings_.push_back(fmt::format(
                "llama.cpp does not apply the attention window of {} tokens: results differ for "
                "longer texts",
                window));
        }
    }

    std::shared_ptr<const Model> source_;
    const GgufRuntime* runtime_ = nullptr;
    const ForwardFamily* reader_ = nullptr;
    ForwardSpec spec_;
    ModelRef refs_;
    float query_scale_ = 1;
    std::vector<std::string> warnings_;
};

}  // namespace

Status can_become_gguf(const Model& source) {
    if (is_bert_folder(source)) {
        return {};
    }
    BITLATHE_TRY(reader_of(source));
    return {};
}

Result<TargetModel> convert_to_gguf(const std::shared_ptr<const Model>& source) {
    return is_bert_folder(*source) ? convert_bert_to_gguf(source) : Conversion(source).run();
}

}  // namespace bitlathe
