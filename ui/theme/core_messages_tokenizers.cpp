// SPDX-License-Identifier: GPL-3.0-or-later
// Why a tokenizer cannot be used, read or converted. "%1: " is the part of its file.
#include <QtGlobal>
#include <array>

#include "ui/theme/core_text.h"

namespace bitlathe {
namespace {

constexpr auto kMessages = std::to_array<const char*>({
    QT_TRANSLATE_NOOP("core", "the tokenizer"),
    QT_TRANSLATE_NOOP("core", "the model of the tokenizer"),
    QT_TRANSLATE_NOOP("core", "the normalizer of the tokenizer"),
    QT_TRANSLATE_NOOP("core", "the pre-tokenizer of the tokenizer"),
    QT_TRANSLATE_NOOP("core", "the post-processor of the tokenizer"),
    QT_TRANSLATE_NOOP("core", "the decoder of the tokenizer"),
    QT_TRANSLATE_NOOP("core", "an added token of the tokenizer"),
    QT_TRANSLATE_NOOP("core", "a chat template of tokenizer_config.json"),
    QT_TRANSLATE_NOOP("core", "%1: missing"),
    QT_TRANSLATE_NOOP("core", "%1: too deep"),
    QT_TRANSLATE_NOOP("core", "%1: not an object"),
    QT_TRANSLATE_NOOP("core", "%1: \"%2\" is not a text"),
    QT_TRANSLATE_NOOP("core", "%1: \"%2\" is not true or false"),
    QT_TRANSLATE_NOOP("core", "%1: \"%2\" is not a number from 0 on"),
    QT_TRANSLATE_NOOP("core", "%1: \"%2\" is not an object"),
    QT_TRANSLATE_NOOP("core", "%1: \"%2\" is not an array"),
    QT_TRANSLATE_NOOP("core", "%1: \"pattern\" is missing"),
    QT_TRANSLATE_NOOP("core", "%1: \"pattern\" is neither a text nor a regular expression"),
    QT_TRANSLATE_NOOP("core", "%1: type \"%2\" is not known"),
    QT_TRANSLATE_NOOP("core", "%1: behavior \"%2\" is not known"),
    QT_TRANSLATE_NOOP(
        "core", "%1: Metaspace with a \"replacement\" or \"prepend_scheme\" that is not known"),
    QT_TRANSLATE_NOOP("core", "%1: \"precompiled_charsmap\" is not base64"),
    QT_TRANSLATE_NOOP("core", "%1: the id of token \"%2\" is not a number below %3"),
    QT_TRANSLATE_NOOP("core", "%1: two tokens have the id %2"),
    QT_TRANSLATE_NOOP("core", "%1: merge %2 is not a pair of tokens"),
    QT_TRANSLATE_NOOP("core", "%1: merge %2 (\"%3\" and \"%4\") is of texts that are no tokens"),
    QT_TRANSLATE_NOOP("core", "%1: token %2 is not a text and a number"),
    QT_TRANSLATE_NOOP("core", "%1: \"unk_id\" is no token"),
    QT_TRANSLATE_NOOP("core", "%1: it adds id %2, which is no token"),
    QT_TRANSLATE_NOOP("core", "%1: the id %2 of an added token is that of another token"),
    QT_TRANSLATE_NOOP("core", "%1: its id is missing or far above all others"),
    QT_TRANSLATE_NOOP("core", "%1: \"added_tokens_decoder\" has a key that is no id"),
    QT_TRANSLATE_NOOP("core", "%1: an id is no number"),
    QT_TRANSLATE_NOOP("core", "%1: \"chat_template\" is neither a text nor a list"),
    QT_TRANSLATE_NOOP("core", "%1: token \"%2\" has no ids"),
    QT_TRANSLATE_NOOP("core", "%1: the ids of token \"%2\" are refused"),
    QT_TRANSLATE_NOOP("core", "%1: the text is there twice"),
    QT_TRANSLATE_NOOP("core", "%1: a part is neither text nor token"),
    QT_TRANSLATE_NOOP("core", "%1: the text is missing"),
    QT_TRANSLATE_NOOP("core", "%1: \"%2\" is not a token and its id"),
    QT_TRANSLATE_NOOP("core",
                      "%1: its tokens do not say whether they begin a word, which GGUF needs"),
    QT_TRANSLATE_NOOP("core", "%1: it has a \"%2\", which GGUF has no place for"),
    QT_TRANSLATE_NOOP("core", "%1: GGUF has no vocabularies of its kind, %2"),
    QT_TRANSLATE_NOOP("core", "GGUF has no vocabularies whose tokens are words or characters"),
    QT_TRANSLATE_NOOP(
        "core",
        "GGUF has no name for the way this tokenizer splits text: the nearest, \"%1\", gives %2"),
    QT_TRANSLATE_NOOP("core", "%1 instead of %2"),
    QT_TRANSLATE_NOOP("core", "at \"%1\" %2 instead of %3"),
    QT_TRANSLATE_NOOP("core", "runtimes of GGUF would get other tokens, so no file is made"),
    QT_TRANSLATE_NOOP("core", "as GGUF this tokenizer would make other tokens of plain text: %1"),
    QT_TRANSLATE_NOOP("core", "runtimes of GGUF cannot do what it does, so no file is made"),
    QT_TRANSLATE_NOOP("core", "runtimes make other tokens of %1: %2"),
    QT_TRANSLATE_NOOP("core", "some rare text"),
    QT_TRANSLATE_NOOP("core", "Korean text"),
    QT_TRANSLATE_NOOP("core", "text with the tokens' own texts"),
    QT_TRANSLATE_NOOP("core", "the ends of a text"),
    QT_TRANSLATE_NOOP("core", "runtimes split some rare text otherwise (\"%1\"): %2"),
    QT_TRANSLATE_NOOP("core", "\"%1\" is %2, which is no token: left out"),
    QT_TRANSLATE_NOOP(
        "core", "%1 added tokens from \"%2\" on are left out: the embedding has no rows for them"),
    QT_TRANSLATE_NOOP("core", "an embedding of %1 rows has more than any vocabulary"),
    QT_TRANSLATE_NOOP(
        "core",
        "token %1 (\"%2\") has no row: the vocabulary has %3 tokens, the embedding %4 rows"),
    QT_TRANSLATE_NOOP("core", "the tokenizer is that of another model"),
    QT_TRANSLATE_NOOP("core", "the compiled normalisation rules are cut off"),
    QT_TRANSLATE_NOOP("core", "normalising makes the text too long"),
    QT_TRANSLATE_NOOP("core", "a regular expression is too long or not UTF-8"),
    QT_TRANSLATE_NOOP("core", "a pattern is too long or not UTF-8"),
    QT_TRANSLATE_NOOP("core", "the regular expression \"%1\" cannot be used: %2"),
    QT_TRANSLATE_NOOP("core", "the regular expression \"%1\" of the tokenizer gave up: %2"),
    QT_TRANSLATE_NOOP("core", "the regular expression \"%1\" is refused"),
    QT_TRANSLATE_NOOP("core", "a regular expression %1"),
    QT_TRANSLATE_NOOP("core", "ends with a backslash"),
    QT_TRANSLATE_NOOP("core", "has too many classes inside classes"),
    QT_TRANSLATE_NOOP("core", "has a class without an end"),
    QT_TRANSLATE_NOOP("core", "not a SentencePiece model that can be used: %1"),
    QT_TRANSLATE_NOOP("core", "not a SentencePiece model: %1"),
    QT_TRANSLATE_NOOP("core", "a piece is malformed"),
    QT_TRANSLATE_NOOP("core", "its normalisation rules are cut off"),
    QT_TRANSLATE_NOOP("core", "its normalisation rules are malformed"),
    QT_TRANSLATE_NOOP("core", "its normaliser is malformed"),
    QT_TRANSLATE_NOOP("core", "its type is not known"),
    QT_TRANSLATE_NOOP("core", "too many of its tokens begin with each other"),
    QT_TRANSLATE_NOOP("core", "it has too many pieces"),
    QT_TRANSLATE_NOOP("core", "it is cut off or something else"),
    QT_TRANSLATE_NOOP("core", "the text cannot be split: %1"),
    QT_TRANSLATE_NOOP("core", "the text has %1 bytes, more than 1 GiB"),
    QT_TRANSLATE_NOOP("core", "split it"),
    QT_TRANSLATE_NOOP("core", "not a text of less than 10 MB in UTF-8"),
    QT_TRANSLATE_NOOP(
        "core",
        "the text has characters that the tokenizer does not know, and it has no token for them"),
    QT_TRANSLATE_NOOP(
        "core",
        "the text has a word that the tokenizer does not know, and it has no token for such words"),
    QT_TRANSLATE_NOOP("core", "there is none: the file was written without a vocabulary"),
    QT_TRANSLATE_NOOP("core", "its kind, \"%1\", is not supported"),
    QT_TRANSLATE_NOOP("core", "its way of splitting text, \"%1\", is not known"),
    QT_TRANSLATE_NOOP("core", "tokenizer.ggml.merges is missing"),
    QT_TRANSLATE_NOOP("core", "tokenizer.ggml.tokens is missing or not a list of texts"),
    QT_TRANSLATE_NOOP("core", "%1 does not fit the tokens"),
    QT_TRANSLATE_NOOP("core", "a score is not a number"),
    QT_TRANSLATE_NOOP("core", "tokenizer.json has no words for its way of splitting text"),
    QT_TRANSLATE_NOOP("core",
                      "%1 tokens are left out: another one has the same text, or it is not UTF-8; "
                      "the first is \"%2\""),
    QT_TRANSLATE_NOOP("core", "tokenizer.json has no words for its kind, %1"),
    QT_TRANSLATE_NOOP("core", "as %1 it would make other tokens of plain text: %2"),
    QT_TRANSLATE_NOOP("core", "%1 makes other tokens of some rare text: %2"),
    QT_TRANSLATE_NOOP("core", "no tokenizer.model is written: %1"),
    QT_TRANSLATE_NOOP("core", "no tokenizer is written: %1"),
    QT_TRANSLATE_NOOP("core", "it is not of a kind of SentencePiece"),
    QT_TRANSLATE_NOOP("core", "it has no token for unknown text"),
});

}  // namespace

std::span<const char* const> core_messages_about_tokenizers() {
    return kMessages;
}

}  // namespace bitlathe
