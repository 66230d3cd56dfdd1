// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/gguf_pre_choice.h"

#include <span>
#include <tuple>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/text/gguf_patterns.h"
#include "core/text/json_fields.h"
#include "core/text/pre_tokenizer.h"
#include "core/text/vocabulary.h"
#include "core/text/vocabulary_probe.h"

namespace bitlathe {
namespace {

/// The pieces of a text.
using Split = std::vector<std::string>;

Split split(const PreTokenizer& pre, const std::string& text, bool written_as_bytes) {
    Pieces pieces;
    pieces.list.push_back({text, true});
    Split out;
    if (!pre.split(pieces)) {
        return out;
    }
    for (const Piece& piece : pieces.list) {
        std::string bytes(piece.text);
        if (written_as_bytes) {
            bytes = from_byte_characters(bytes).value_or(bytes);
        }
        if (!bytes.empty()) {
            out.push_back(std::move(bytes));
        }
    }
    return out;
}

std::vector<Split> split_all(const PreTokenizer& pre, std::span<const std::string> texts,
                             bool written_as_bytes) {
    std::vector<Split> out;
    for (const std::string& text : texts) {
        out.push_back(split(pre, text, written_as_bytes));
    }
    return out;
}

/// How many texts are split otherwise, and where the first is.
struct Mismatch {
    std::size_t texts = 0;
    std::string words;
};

std::string shown(const Split& pieces, std::size_t begin) {
    std::string out;
    for (std::size_t i = begin; i < pieces.size() && i < begin + 3; ++i) {
        out += fmt::format("{}\"{}\"", out.empty() ? "" : " ", printable(pieces[i], 30));
    }
    return out;
}

Mismatch compare(const std::vector<Split>& wanted, const std::vector<Split>& got) {
    Mismatch mismatch;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (wanted[i] == got[i] || mismatch.texts++ > 0) {
            continue;
        }
        std::size_t at = 0;
        while (at < wanted[i].size() && at < got[i].size() && wanted[i][at] == got[i][at]) {
            ++at;
        }
        mismatch.words = fmt::format("{} instead of {}", shown(got[i], at), shown(wanted[i], at));
    }
    return mismatch;
}

struct Candidate {
    std::string_view name;
    Mismatch everyday, rare;
    bool merges_differ = false;
    [[nodiscard]] auto rank() const {
        return std::tuple(everyday.texts, rare.texts, merges_differ);
    }
};

}  // namespace

Result<PreChoice> choose_gguf_pre(const Json& document) {
    const JsonFields fields(document, "the tokenizer");
    const Json missing;
    const Json* json = fields.find("pre_tokenizer");
    BITLATHE_ASSIGN(const PreTokenizer pre,
                    PreTokenizer::from_json(json == nullptr ? missing : *json));
    const Json* model = fields.find("model");
    BITLATHE_ASSIGN(const bool ignore_merges,
                    JsonFields(model == nullptr ? missing : *model, "the model of the tokenizer")
                        .boolean_or("ignore_merges", false));
    const auto everyday = split_all(pre, everyday_probes(), !pre.byte_level());
    const auto rare = split_all(pre, rare_probes(), !pre.byte_level());
    std::optional<Candidate> best;
    for (const GgufPreTokenizerNames& row : gguf_pre_tokenizers()) {
        if (!row.how.byte_level) {
            continue;
        }
        BITLATHE_ASSIGN(const PreTokenizer known, PreTokenizer::from_patterns(row.how.patterns));
        const Candidate candidate{row.names.front(),
                                  compare(everyday, split_all(known, everyday_probes(), false)),
                                  compare(rare, split_all(known, rare_probes(), false)),
                                  row.how.ignore_merges != ignore_merges};
        if (!best || candidate.rank() < best->rank()) {
            best = candidate;
        }
    }
    if (best->everyday.texts > 0) {
        return fail(ErrorCode::kRefused,
                    fmt::format("GGUF has no name for the way this tokenizer splits text: the "
                                "nearest, \"{}\", gives {}",
                                best->name, best->everyday.words),
                    {}, {}, "runtimes of GGUF would get other tokens, so no file is made");
    }
    PreChoice choice{std::string(best->name), std::nullopt};
    if (best->rare.texts > 0) {
        choice.warning = fmt::format("runtimes split some rare text otherwise (\"{}\"): {}",
                                     best->name, best->rare.words);
    }
    return choice;
}

}  // namespace bitlathe
