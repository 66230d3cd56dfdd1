// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/safetensors/folder_conversion.h"

#include <algorithm>
#include <iterator>
#include <map>

#include <fmt/format.h>

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/forward/spec_writing.h"
#include "core/targets/gguf/gguf_source.h"
#include "core/targets/safetensors/folder_config.h"
#include "core/targets/safetensors/folder_tensors.h"
#include "core/targets/safetensors/folder_token_ids.h"

namespace bitlathe {
namespace {

tl::unexpected<Error> impossible(const Model& model, std::string message, std::string hint = {}) {
    return fail(ErrorCode::kImpossible, std::move(message), model.checkpoint->path().string(), {},
                std::move(hint));
}

/// As what folder a GGUF comes back.
struct Writer {
    const Family* family = nullptr;
    const ForwardFamily* forward = nullptr;
};

Result<Writer> writer_of(const Model& source, const ForwardSpec& spec) {
    const Family* family = family_of_gguf(source.gguf_architecture);
    if (family != nullptr && family->name == "llama" && spec.experts != 0) {
        family = family_of_config("mixtral");
    }
    const ForwardFamily* forward = family != nullptr ? forward_family(family->name) : nullptr;
    if (forward == nullptr) {
        return impossible(source, fmt::format("models of the family {} cannot be converted to a "
                                              "folder yet",
                                              source.architecture));
    }
    return Writer{family, forward};
}

/// That of most weights; F32 where most are quantized.
FormatId common_format(const Model& model) {
    std::map<FormatId, std::uint64_t> elements;
    for (const TensorInfo& tensor : model.checkpoint->tensors()) {
        elements[tensor.format] += tensor.elements();
    }
    const auto most =
        std::max_element(elements.begin(), elements.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    const bool half = most->first == formats::f16() || most->first == formats::bf16();
    return half ? most->first : formats::f32();
}

class Conversion {
public:
    Conversion(std::shared_ptr<const Model> source, std::optional<FormatId> format)
        : source_(std::move(source)), format_(format.value_or(common_format(*source_))) {}

    Result<FolderModel> run() {
        if (source_->checkpoint->container() != Container::kGguf || source_->checkpoint->source()) {
            return impossible(*source_, "it is a model folder already",
                              "make a plan for it and export that");
        }
        BITLATHE_TRY(check_complete_gguf(*source_->checkpoint));
        BITLATHE_ASSIGN(spec_, forward_spec(*source_));
        BITLATHE_ASSIGN(refs_, bind_tensors(*source_, spec_));
        BITLATHE_ASSIGN(writer_, writer_of(*source_, spec_));
        const bool apart = spec_.interleaved && !writer_.forward->interleaved;
        BITLATHE_TRY(check_order(apart));
        BITLATHE_ASSIGN(auto tensors, folder_tensors({.model = *source_,
                                                      .spec = spec_,
                                                      .refs = refs_,
                                                      .family = *writer_.family,
                                                      .writer = *writer_.forward,
                                                      .pairs_apart = apart,
                                                      .format = format_},
                                                     result_.warnings));
        BITLATHE_ASSIGN(const Json config, folder_config(*source_, spec_, refs_, *writer_.family,
                                                         *writer_.forward, format_));
        Metadata metadata;
        metadata.add_string("format", "pt");
        BITLATHE_ASSIGN(auto checkpoint,
                        derive_checkpoint(source_->checkpoint, Container::kSafetensors,
                                          std::move(tensors), std::move(metadata), &config));
        BITLATHE_ASSIGN(result_.model, describe(std::move(checkpoint)));
        BITLATHE_TRY(check_meaning());
        add_json("config.json", config);
        add_json("generation_config.json",
                 folder_generation_config(source_->checkpoint->metadata(), spec_.vocabulary));
        add_vocabulary();
        return std::move(result_);
    }

private:
    [[nodiscard]] Status check_order(bool apart) const {
        const BlockRef& block = refs_.blocks.front();
        const bool backwards = !spec_.interleaved && writer_.forward->interleaved;
        if (backwards || (apart && (block.q.tensor == block.k.tensor || spec_.head_dim % 2 != 0))) {
            return impossible(*source_,
                              "the rows of its queries and keys cannot be put in the order that "
                              "folders of its family have");
        }
        return {};
    }

    /// Reads the result as a folder and compares what it would compute with the source.
    Status check_meaning() {
        BITLATHE_ASSIGN(ForwardSpec read, forward_spec(*result_.model));
        BITLATHE_TRY(bind_tensors(*result_.model, read));
        const std::string difference = spec_difference(spec_, read);
        if (!difference.empty()) {
            return impossible(*source_,
                              fmt::format("config.json cannot say everything about it: what would "
                                          "be otherwise is {}",
                                          difference),
                              "keep the model as a GGUF");
        }
        const std::uint64_t window = lost_window(spec_, read);
        if (window != 0) {
            result_.warnings.push_back(fmt::format(
                "the attention window of {} tokens cannot be stated for this family", window));
        }
        return {};
    }

    void add_json(std::string name, const Json& content) {
        result_.files.push_back({std::move(name), content.dump(2) + "\n"});
    }

    void add_vocabulary() {
        auto vocabulary = write_json_vocabulary(source_->checkpoint->metadata());
        if (!vocabulary) {
            result_.warnings.push_back(
                fmt::format("no tokenizer is written: {}", vocabulary.error().message));
            return;
        }
        std::move(vocabulary->files.begin(), vocabulary->files.end(),
                  std::back_inserter(result_.files));
        std::move(vocabulary->warnings.begin(), vocabulary->warnings.end(),
                  std::back_inserter(result_.warnings));
    }

    std::shared_ptr<const Model> source_;
    FormatId format_;
    ForwardSpec spec_;
    ModelRef refs_;
    Writer writer_;
    FolderModel result_;
};

}  // namespace

Result<FolderModel> convert_to_folder(const std::shared_ptr<const Model>& source,
                                      std::optional<FormatId> format) {
    return Conversion(source, format).run();
}

}  // namespace bitlathe
