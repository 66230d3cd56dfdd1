// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/gguf_write_vocabulary.h"

#include <memory>
#include <optional>
#include <span>
#include <utility>

#include <fmt/format.h>

#include "core/checkpoint/metadata_values.h"
#include "core/text/gguf_pre_choice.h"
#include "core/text/gguf_special_ids.h"
#include "core/text/gguf_token_lists.h"
#include "core/text/sentencepiece_model.h"
#include "core/text/tokenizer_backend.h"
#include "core/text/tokenizer_files.h"
#include "core/text/vocabulary_probe.h"

namespace bitlathe {
namespace {

namespace fs = std::filesystem;
constexpr EncodeOptions kPlain{false, false};
constexpr EncodeOptions kBare{false, true};
constexpr EncodeOptions kWhole{true, true};

Result<GgufTokenLists> read_lists(const TokenizerFiles& files, const TokenizerBackend& reference) {
    if (!files.document.is_null()) {
        return gguf_lists_of_json(files.document, reference);
    }
    BITLATHE_ASSIGN(const SentencePieceModel model, check_sentencepiece_model(files.sentencepiece));
    return gguf_lists_of_sentencepiece(model, reference);
}

/// The metadata as a runtime would see it in the file.
BackendResult open_written(const Metadata& metadata, const GgufVocabularyOptions& options) {
    Metadata whole = metadata;
    if (!options.architecture.empty()) {
        whole.add_string("general.architecture", options.architecture);
    }
    if (!options.name.empty()) {
        whole.add_string("general.name", options.name);
    }
    return read_gguf_tokenizer(whole);
}

void add_flags(const GgufFlags& flags, Metadata& metadata) {
    for (const auto& [key, value] : flags) {
        add_value(metadata, "tokenizer.ggml." + key, value);
    }
}

/// A vocabulary that was tried.
struct Tried {
    Metadata metadata;
    std::unique_ptr<const TokenizerBackend> backend;
    std::optional<TokenDifference> everyday;
};

/// The flags with which everyday text gets the fewest other ids. `written`: the lists.
Result<Tried> try_flags(const Metadata& written, const Metadata& special,
                        const GgufTokenLists& lists, const TokenizerBackend& reference,
                        const GgufVocabularyOptions& options) {
    const auto texts = everyday_probes(lists.model != "bert");
    std::optional<Tried> best;
    for (const GgufFlags& choice : lists.flags) {
        Tried tried{written, nullptr, std::nullopt};
        add_flags(choice, tried.metadata);
        tried.metadata.append(special);
        BITLATHE_ASSIGN(tried.backend, open_written(tried.metadata, options));
        tried.everyday = first_difference(reference, *tried.backend, texts, kBare);
        if (!tried.everyday) {
            return tried;
        }
        if (!best || tried.everyday->texts < best->everyday->texts) {
            best = std::move(tried);
        }
    }
    return *std::move(best);
}

/// `named`: how texts that hold names of tokens are read.
void warn_of_differences(const TokenizerBackend& reference, const TokenizerBackend& ours,
                         const EncodeOptions& named, std::vector<std::string>& warnings) {
    const std::vector<std::string> tokens = token_probes(reference);
    const auto warn = [&](const char* what, std::span<const std::string> texts,
                          const EncodeOptions& options) {
        if (const auto difference = first_difference(reference, ours, texts, options)) {
            warnings.push_back(
                fmt::format("runtimes make other tokens of {}: {}", what, difference->words));
        }
    };
    warn("some rare text", rare_probes(), kBare);
    warn("Korean text", everyday_probes().last(1), kBare);
    warn("text with the tokens' own texts", tokens, named);
    warn("the ends of a text", everyday_probes().first(1), kWhole);
}

tl::unexpected<Error> in_file(Error error, const std::string& file) {
    if (error.file.empty()) {
        error.file = file;
    }
    return fail(std::move(error));
}

Result<GgufVocabulary> write(const fs::path& folder, const TokenizerFiles& files,
                             const GgufVocabularyOptions& options) {
    BITLATHE_ASSIGN(const auto reference, read_folder_tokenizer(files));
    BITLATHE_ASSIGN(GgufTokenLists lists, read_lists(files, *reference));
    GgufVocabulary out;
    BITLATHE_TRY(fit_rows(lists, options.rows, out.warnings));
    std::string pre = "default";
    if (lists.model == "gpt2") {
        BITLATHE_ASSIGN(PreChoice choice, choose_gguf_pre(files.document));
        pre = std::move(choice.name);
        if (choice.warning) {
            out.warnings.push_back(*std::move(choice.warning));
        }
    }
    Metadata written;
    add_lists(lists, pre, written);
    Metadata special;
    BITLATHE_TRY(add_special_ids(folder, files.config, *reference, lists, special, out.warnings));
    BITLATHE_TRY(add_chat_templates(folder, files.config, special));
    BITLATHE_ASSIGN(Tried tried, try_flags(written, special, lists, *reference, options));
    if (tried.everyday) {
        return fail(ErrorCode::kRefused,
                    fmt::format("as GGUF this tokenizer would make other tokens of plain text: {}",
                                tried.everyday->words),
                    {}, {}, "runtimes of GGUF cannot do what it does, so no file is made");
    }
    // SentencePiece itself knows no names of control tokens; who runs the model does.
    warn_of_differences(*reference, *tried.backend, files.document.is_null() ? kPlain : kBare,
                        out.warnings);
    out.metadata = std::move(tried.metadata);
    out.tokens = lists.tokens.size();
    return out;
}

}  // namespace

Result<GgufVocabulary> write_gguf_vocabulary(const fs::path& folder,
                                             const GgufVocabularyOptions& options) {
    BITLATHE_ASSIGN(const TokenizerFiles files, read_tokenizer_files(folder));
    auto written = write(folder, files, options);
    return written ? std::move(written) : in_file(std::move(written).error(), files.file);
}

}  // namespace bitlathe
