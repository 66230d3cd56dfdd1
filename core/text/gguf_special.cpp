// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/gguf_special.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <string>

namespace bitlathe {
namespace {

// Names of tokens that end a text or a turn, and of those around code to fill in.
constexpr std::array kControlNames = {
    "<|eot_id|>",
    "<|im_end|>",
    "<|end|>",
    "<|return|>",
    "<|call|>",
    "<|flush|>",
    "<|calls|>",
    "<end_of_turn>",
    "<|endoftext|>",
    "</s>",
    "<|eom_id|>",
    "<EOT>",
    "_<EOT>",
    "[EOT]",
    "[EOS]",
    "<|end_of_text|>",
    "<end_of_utterance>",
    "<eos>",
    "<turn|>",
    "<|tool_response>",
    "[e~[",
    "<\xEF\xBD\x9C"
    "end\xE2\x96\x81"
    "of\xE2\x96\x81sentence\xEF\xBD\x9C>",
    "<|fim_prefix|>",
    "<fim-prefix>",
    "<fim_prefix>",
    "<PRE>",
    "\xE2\x96\x81<PRE>",
    "<|code_prefix|>",
    "<|prefix|>",
    "<|fim_suffix|>",
    "<fim-suffix>",
    "<fim_suffix>",
    "<SUF>",
    "\xE2\x96\x81<SUF>",
    "<|code_suffix|>",
    "<|suffix|>",
    "<|fim_middle|>",
    "<fim-middle>",
    "<fim_middle>",
    "<MID>",
    "\xE2\x96\x81<MID>",
    "<|code_middle|>",
    "<|middle|>",
    "<|fim_pad|>",
    "<fim-pad>",
    "<fim_pad>",
    "<PAD>",
    "[PAD]",
    "<|fim_repo|>",
    "<|repo_name|>",
    "<fim-repo>",
    "<REPO>",
    "<reponame>",
    "<|file_sep|>",
    "<\xEF\xBD\x9C"
    "fim\xE2\x96\x81"
    "begin\xEF\xBD\x9C>",
    "<\xEF\xBD\x9C"
    "fim\xE2\x96\x81hole\xEF\xBD\x9C>",
    "<\xEF\xBD\x9C"
    "fim\xE2\x96\x81"
    "end\xEF\xBD\x9C>",
};
// Names that are shown to people, whatever the file says.
constexpr std::array kShownNames = {"<|channel|>", "<|message|>", "<|start|>", "<|constrain|>"};

bool is_ascii_space(char c) {
    return std::isspace(static_cast<unsigned char>(c)) != 0;
}

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

/// Which token names swallow white space, by the names of the model.
struct Strips {
    std::string left;    ///< the one token that does on its left
    bool right = false;  ///< all do on their right, but for a few
};

Strips strips_of(const Metadata& metadata) {
    const std::string_view pre = metadata.string("tokenizer.ggml.pre").value_or("");
    const std::string_view architecture = metadata.string("general.architecture").value_or("");
    const std::string name = lower(metadata.string("general.name").value_or(""));
    Strips strips;
    if (contains(pre, "jina-v2-de") || contains(pre, "jina-v2-es") ||
        contains(pre, "jina-v2-code") || contains(architecture, "nomic-bert-moe") ||
        contains(architecture, "jina-bert-v3")) {
        strips.left = "<mask>";
    } else if (contains(name, "phi-3") || contains(name, "phi3")) {
        strips.right = true;
    } else if (contains(name, "modern-bert")) {
        strips.left = "[MASK]";
    }
    return strips;
}

}  // namespace

void correct_token_types(Vocabulary& vocabulary) {
    const auto set = [&](std::string_view name, TokenType type) {
        const auto id = vocabulary.find(name);
        if (id) {
            vocabulary.token(*id).type = type;
        }
        return id.has_value();
    };
    for (const char* name : kControlNames) {
        set(name, TokenType::kControl);
    }
    for (const char* name : kShownNames) {
        set(name, TokenType::kUserDefined);
    }
    const auto has = [&](std::string_view name) { return vocabulary.find(name).has_value(); };
    const bool call = has("<|call|>") || has("<|calls|>");
    if (has("<|end|>") && call && (has("<|return|>") || has("<|flush|>"))) {
        set("<|end|>", TokenType::kUserDefined);
    }
    if (has("<|tool_response>")) {
        set("</s>", TokenType::kNormal);
    }
}

GgufSpecialTokens::GgufSpecialTokens(const Vocabulary& vocabulary, const Metadata& metadata) {
    const Strips strips = strips_of(metadata);
    for (TokenId id = 0; id < vocabulary.size(); ++id) {
        const Token& token = vocabulary.token(id);
        const bool user = token.type == TokenType::kUserDefined;
        if (!user && token.type != TokenType::kControl && token.type != TokenType::kUnknown) {
            continue;
        }
        Entry entry{id, user};
        entry.left_strip = !strips.left.empty() && token.text == strips.left;
        entry.right_strip = strips.right && token.text != "<unk>" && token.text != "<s>" &&
                            token.text != "<|endoftext|>";
        entries_.push_back(entry);
    }
    const auto length = [&](const Entry& e) { return vocabulary.token(e.id).text.size(); };
    std::stable_sort(entries_.begin(), entries_.end(),
                     [&](const Entry& a, const Entry& b) { return length(a) > length(b); });
    std::vector<std::pair<std::string_view, std::uint32_t>> texts;
    for (std::uint32_t i = 0; i < entries_.size(); ++i) {
        entries_[i].rank = i;
        texts.emplace_back(vocabulary.token(entries_[i].id).text, i);
    }
    trie_ = PrefixTrie(std::move(texts));
}

std::vector<TextPart> GgufSpecialTokens::split(std::string_view text, bool parse_special) const {
    struct Found {
        std::uint32_t rank;
        std::size_t begin, end;
    };
    std::vector<Found> found;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!trie_.begins_with(static_cast<unsigned char>(text[at]))) {
            continue;
        }
        trie_.for_each_prefix(text.substr(at), [&](std::size_t bytes, std::uint32_t rank) {
            if (parse_special || entries_[rank].always) {
                found.push_back({rank, at, at + bytes});
            }
        });
    }
    std::sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
        return a.rank != b.rank ? a.rank < b.rank : a.begin < b.begin;
    });
    // Taken stretches by where they begin: the token, and the white space it swallows.
    std::map<std::size_t, TextPart> taken;
    for (const Found& one : found) {
        const auto after = taken.lower_bound(one.begin);
        std::size_t low = after == taken.begin() ? 0 : std::prev(after)->second.end;
        std::size_t high = after == taken.end() ? text.size() : after->second.begin;
        if (one.begin < low || one.end > high) {
            continue;
        }
        TextPart part{one.begin, one.end, entries_[one.rank].id};
        while (entries_[one.rank].left_strip && part.begin > low &&
               is_ascii_space(text[part.begin - 1])) {
            --part.begin;
        }
        while (entries_[one.rank].right_strip && part.end < high &&
               is_ascii_space(text[part.end])) {
            ++part.end;
        }
        taken.emplace(part.begin, part);
    }
    std::vector<TextPart> parts;
    std::size_t done = 0;
    for (const auto& [begin, part] : taken) {
        if (done < begin) {
            parts.push_back({done, begin, std::nullopt});
        }
        parts.push_back(part);
        done = part.end;
    }
    if (done < text.size()) {
        parts.push_back({done, text.size(), std::nullopt});
    }
    return parts;
}

}  // namespace bitlathe
