// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/decoder.h"

#include <array>
#include <utility>

#include "core/base/json.h"
#include "core/text/json_steps.h"
#include "core/text/metaspace.h"
#include "core/text/normalizer.h"
#include "core/text/utf8.h"
#include "core/text/vocabulary.h"

namespace bitlathe {
namespace {

using Tokens = std::vector<std::string>;
using Steps = std::vector<Decoder::Step>;

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    std::string out;
    std::size_t done = 0;
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, done)) {
        out.append(text, done, at - done).append(to);
        done = at + from.size();
    }
    text = out.append(text, done);
}

std::string joined(const Tokens& tokens) {
    std::string all;
    for (const std::string& token : tokens) {
        all += token;
    }
    return all;
}

void fuse(Tokens& tokens) {
    tokens = {joined(tokens)};
}

void byte_level(Tokens& tokens) {
    for (std::string& token : tokens) {
        if (auto bytes = from_byte_characters(token)) {
            token = std::move(*bytes);
        }
    }
    fuse(tokens);
}

/// Runs of "<0x41>" become the character they spell, or one U+FFFD for each when they spell none.
void byte_fallback(Tokens& tokens) {
    Tokens out;
    std::string run;
    const auto flush = [&] {
        if (!run.empty()) {
            bool valid = true;
            for (std::size_t at = 0; at < run.size() && valid;) {
                at += utf8_at(run, at, &valid).bytes;
            }
            if (!valid) {
                out.insert(out.end(), run.size(), "\xEF\xBF\xBD");
            } else {
                out.push_back(run);
            }
            run.clear();
        }
    };
    for (std::string& token : tokens) {
        if (const auto byte = byte_of_token_text(token)) {
            run.push_back(static_cast<char>(*byte));
        } else {
            flush();
            out.push_back(std::move(token));
        }
    }
    flush();
    tokens = std::move(out);
}

void clean_up(std::string& text) {
    for (const auto& [from, to] :
         std::array<std::pair<const char*, const char*>, 11>{{{" .", "."},
                                                              {" ?", "?"},
                                                              {" !", "!"},
                                                              {" ,", ","},
                                                              {" ' ", "'"},
                                                              {" n't", "n't"},
                                                              {" 'm", "'m"},
                                                              {" do not", " don't"},
                                                              {" 's", "'s"},
                                                              {" 've", "'ve"},
                                                              {" 're", "'re"}}}) {
        replace_all(text, from, to);
    }
}

Status read_word_piece(const JsonFields& fields, Steps& steps) {
    BITLATHE_ASSIGN(const std::string prefix, fields.string_or("prefix", "##"));
    BITLATHE_ASSIGN(const bool clean, fields.boolean_or("cleanup", true));
    steps.emplace_back([prefix, clean](Tokens& tokens) {
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            if (i > 0) {
                tokens[i] = tokens[i].starts_with(prefix) && !prefix.empty()
                                ? tokens[i].substr(prefix.size())
                                : " " + tokens[i];
            }
            if (clean) {
                clean_up(tokens[i]);
            }
        }
    });
    return {};
}

Status read_metaspace(const JsonFields& fields, Steps& steps) {
    BITLATHE_ASSIGN(const Metaspace how, read_metaspace_fields(fields));
    steps.emplace_back([mark = how.mark, strip = how.scheme != "never"](Tokens& tokens) {
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            // Of the first token all marks go, also those inside: what the models' library does.
            replace_all(tokens[i], mark, i == 0 && strip ? "" : " ");
        }
    });
    return {};
}

Status read_bpe(const JsonFields& fields, Steps& steps) {
    BITLATHE_ASSIGN(const std::string suffix, fields.string_or("suffix", "</w>"));
    if (suffix.empty()) {
        return {};
    }
    steps.emplace_back([suffix](Tokens& tokens) {
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            replace_all(tokens[i], suffix, i + 1 == tokens.size() ? "" : " ");
        }
    });
    return {};
}

Status read_strip(const JsonFields& fields, Steps& steps) {
    BITLATHE_ASSIGN(const std::string content, fields.string_or("content", " "));
    BITLATHE_ASSIGN(const std::uint64_t start, fields.unsigned_or("start", 0));
    BITLATHE_ASSIGN(const std::uint64_t stop, fields.unsigned_or("stop", 0));
    if (content.empty()) {
        return fields.refuse("\"content\" is empty");
    }
    steps.emplace_back([content, start, stop](Tokens& tokens) {
        for (std::string& token : tokens) {
            for (std::uint64_t i = 0; i < start && token.starts_with(content); ++i) {
                token.erase(0, content.size());
            }
            for (std::uint64_t i = 0; i < stop && token.ends_with(content); ++i) {
                token.resize(token.size() - content.size());
            }
        }
    });
    return {};
}

Status read_replace(const JsonFields& fields, Steps& steps) {
    const Json* pattern = fields.find("pattern");
    BITLATHE_ASSIGN(std::string content, fields.string("content"));
    if (pattern == nullptr) {
        return fields.refuse("\"pattern\" is missing");
    }
    BITLATHE_ASSIGN(Normalizer::Step step,
                    replace_step(*pattern, std::move(content), fields.where()));
    steps.emplace_back([step](Tokens& tokens) {
        for (std::string& token : tokens) {
            if (auto replaced = step(to_valid_utf8(token))) {
                token = std::move(*replaced);
            }
        }
    });
    return {};
}

Status read_ctc(const JsonFields& fields, Steps& steps) {
    BITLATHE_ASSIGN(const std::string pad, fields.string_or("pad_token", "<pad>"));
    BITLATHE_ASSIGN(const std::string word, fields.string_or("word_delimiter_token", "|"));
    BITLATHE_ASSIGN(const bool clean, fields.boolean_or("cleanup", true));
    steps.emplace_back([pad, word, clean](Tokens& tokens) {
        Tokens out;
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            if ((i > 0 && tokens[i] == tokens[i - 1]) || tokens[i] == pad) {
                continue;
            }
            std::string token = tokens[i];
            if (clean) {
                clean_up(token);
                if (!word.empty()) {
                    replace_all(token, word, " ");
                }
            }
            out.push_back(std::move(token));
        }
        tokens = std::move(out);
    });
    return {};
}

template <void (*Do)(Tokens&)>
Status read_simple(const JsonFields&, Steps& steps) {
    steps.emplace_back(Do);
    return {};
}

struct Row {
    std::string_view type;
    Status (*read)(const JsonFields&, Steps&);
};
constexpr std::array kRows = {
    Row{"ByteLevel", read_simple<byte_level>},
    Row{"ByteFallback", read_simple<byte_fallback>},
    Row{"Fuse", read_simple<fuse>},
    Row{"WordPiece", read_word_piece},
    Row{"Metaspace", read_metaspace},
    Row{"BPEDecoder", read_bpe},
    Row{"Strip", read_strip},
    Row{"Replace", read_replace},
    Row{"CTC", read_ctc},
};

}  // namespace

Result<Decoder> Decoder::from_json(const Json& json) {
    Decoder decoder;
    if (json.is_null()) {
        decoder.steps_.emplace_back([](Tokens& tokens) {
            for (std::size_t i = 1; i < tokens.size(); ++i) {
                tokens[i].insert(tokens[i].begin(), ' ');
            }
        });
        return decoder;
    }
    BITLATHE_TRY(for_each_step(
        json, "the decoder of the tokenizer", "decoders",
        [&](const JsonStep& step) { return read_by_type(kRows, step, decoder.steps_); }));
    return decoder;
}

std::string Decoder::decode(std::vector<std::string> tokens) const {
    for (const Step& step : steps_) {
        step(tokens);
    }
    return joined(tokens);
}

}  // namespace bitlathe
