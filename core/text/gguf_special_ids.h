// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/checkpoint/metadata.h"
#include "core/text/gguf_token_lists.h"
#include "core/text/tokenizer_backend.h"

namespace bitlathe {

/// A token with a meaning of its own, in the words of each file.
struct SpecialMeaning {
    const char* token;  ///< tokenizer_config.json, special_tokens_map.json
    const char* id;     ///< config.json, generation_config.json
    const char* key;    ///< behind "tokenizer.ggml." in GGUF
};
// The misspelling is the format's.
inline constexpr std::array kSpecialMeanings = {
    SpecialMeaning{"bos_token", "bos_token_id", "bos_token_id"},
    SpecialMeaning{"eos_token", "eos_token_id", "eos_token_id"},
    SpecialMeaning{"unk_token", "unk_token_id", "unknown_token_id"},
    SpecialMeaning{"sep_token", "sep_token_id", "seperator_token_id"},
    SpecialMeaning{"pad_token", "pad_token_id", "padding_token_id"},
    SpecialMeaning{"cls_token", "cls_token_id", "cls_token_id"},
    SpecialMeaning{"mask_token", "mask_token_id", "mask_token_id"},
};

/// Adds the ids of tokens with a meaning of their own (`tokenizer.ggml.bos_token_id` ...), what
/// goes around a text (`add_bos_token`, `add_eos_token`) and the count of token types of BERT, from
/// the configuration of the tokenizer, config.json and generation_config.json. Ids that are no
/// tokens are left out with a warning. Errors: kRefused (a file is malformed).
[[nodiscard]] Status add_special_ids(const std::filesystem::path& folder, const Json& config,
                                     const TokenizerBackend& reference, const GgufTokenLists& lists,
                                     Metadata& metadata, std::vector<std::string>& warnings);

/// Adds the chat templates: `tokenizer.chat_template`, further ones as
/// `tokenizer.chat_template.NAME` with their names in `tokenizer.chat_templates`. From the
/// configuration ("chat_template": a text, or a list of names and texts) and the files
/// chat_template.jinja, chat_template.json and additional_chat_templates/NAME.jinja. Errors:
/// kRefused.
[[nodiscard]] Status add_chat_templates(const std::filesystem::path& folder, const Json& config,
                                        Metadata& metadata);

}  // namespace bitlathe
