// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/gguf_patterns.h"

#include <array>
#include <utility>

namespace bitlathe {
namespace {

// Parts that many patterns have. Where the tokenizer of a model distinguishes upper and lower case
// by category, GGUF runtimes distinguish ASCII letters only; the ids that count are those.
#define CONTRACTION "(?:'[sS]|'[tT]|'[rR][eE]|'[vV][eE]|'[mM]|'[lL][lL]|'[dD])"
#define WORD R"([^\r\n\p{L}\p{N}]?\p{L}+)"
#define OTHER R"( ?[^\s\p{L}\p{N}]+[\r\n]*)"
#define OTHER_SLASH R"( ?[^\s\p{L}\p{N}]+[\r\n/]*)"
#define SPACE R"(\s*[\r\n]+|\s+(?!\S)|\s+)"
#define NOT_LOWER R"((?:(?=\p{L})[^a-z]))"
#define NOT_UPPER R"((?:(?=\p{L})[^A-Z]))"
#define CASED                                                       \
    R"([^\r\n\p{L}\p{N}]?)" NOT_LOWER "*" NOT_UPPER "+" CONTRACTION \
    "?|"                                                            \
    R"([^\r\n\p{L}\p{N}]?)" NOT_LOWER "+" NOT_UPPER "*" CONTRACTION "?"
#define ASCII_PUNCTUATION R"([!"#$%&'()*+,\-./:;<=>?@\[\\\]^_`{|}~])"
#define KANA_AND_HAN R"([\x{4e00}-\x{9fa5}\x{3040}-\x{309f}\x{30a0}-\x{30ff}]+)"
#define HAN                                                                        \
    R"([\x{4e00}-\x{9fff}\x{3400}-\x{4dbf}\x{20000}-\x{2a6df}\x{2a700}-\x{2ebef})" \
    R"(\x{f900}-\x{faff}\x{2f800}-\x{2fa1f}])"

constexpr std::string_view kGpt2 =
    R"('s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S))";
constexpr std::string_view kLlama3 = CONTRACTION "|" WORD R"(|\p{N}{1,3}|)" OTHER "|" SPACE;
constexpr std::string_view kQwen2 = CONTRACTION "|" WORD R"(|\p{N}|)" OTHER "|" SPACE;
constexpr std::string_view kNumber = R"(\p{N})";
constexpr std::string_view kNumbers = R"(\p{N}+)";
constexpr std::string_view kUpToThree = R"(\p{N}{1,3})";
constexpr std::string_view kThreeDigits = "[0-9][0-9][0-9]";
constexpr std::string_view kLines = R"([^\n]+|[\n]+)";
constexpr std::string_view kNewline = R"([\r\n])";
// White space of other scripts lies in its ranges, and is white space all the same.
constexpr std::string_view kCjk =
    R"((?:(?!\s)[\x{4e00}-\x{9fa5}\x{800}-\x{4e00}\x{ac00}-\x{d7ff}])+)";
constexpr std::string_view kBloom =
    R"( ?[^(\s|.,!?\x{2026}\x{3002}\x{ff0c}\x{3001}\x{964}\x{6d4}\x{60c})]+)";
constexpr std::string_view kKanaAndHan = KANA_AND_HAN;
constexpr std::string_view kMarkedWords = ASCII_PUNCTUATION
    R"([A-Za-z]+|[^\r\n\p{L}\p{P}\p{S}]?[\p{L}\p{M}]+| ?[\p{P}\p{S}]+[\r\n]*|)" SPACE;
// Letters with case.
constexpr std::string_view kDeepseekWord =
    R"(\s?[\x{41}-\x{5a}\x{61}-\x{7a}\x{b5}\x{c0}-\x{d6}\x{d8}-\x{f6}\x{f8}-\x{1ba})"
    R"(\x{1bc}-\x{1bf}\x{1c4}-\x{293}\x{295}-\x{2af}\x{370}-\x{373}\x{376}\x{377})"
    R"(\x{37b}-\x{37d}\x{37f}\x{386}\x{388}-\x{38a}\x{38c}\x{38e}-\x{3a1}\x{3a3}-\x{3f5})"
    R"(\x{3f7}-\x{481}\x{48a}-\x{52f}\x{531}-\x{556}\x{10a0}-\x{10c5}\x{13a0}-\x{13f5})"
    R"(\x{13f8}-\x{13fd}\x{1c90}-\x{1cba}\x{1cbd}-\x{1cbf}\x{1d00}-\x{1d2b})"
    R"(\x{1d6b}-\x{1d77}\x{1d79}-\x{1d9a}\x{1e00}-\x{1f15}\x{1f18}-\x{1f1d})"
    R"(\x{1f20}-\x{1f45}\x{1f48}-\x{1f4d}\x{1f50}-\x{1f57}\x{1f59}\x{1f5b}\x{1f5d})"
    R"(\x{1f5f}-\x{1f7d}\x{1f80}-\x{1fb4}\x{1fb6}-\x{1fbc}\x{1fbe}\x{1fc2}-\x{1fc4})"
    R"(\x{1fc6}-\x{1fcc}\x{1fd0}-\x{1fd3}\x{1fd6}-\x{1fdb}\x{1fe0}-\x{1fec})"
    R"(\x{1ff2}-\x{1ff4}\x{1ff6}-\x{1ffc}\x{2102}\x{2107}\x{210a}-\x{2113}\x{2115})"
    R"(\x{2119}-\x{211d}\x{2124}\x{2126}\x{2128}\x{212a}-\x{212d}\x{212f}-\x{2134})"
    R"(\x{2139}\x{213c}-\x{213f}\x{2145}-\x{2149}\x{214e}\x{2183}\x{2184})"
    R"(\x{2c00}-\x{2c7b}\x{2c7e}-\x{2ce4}\x{2ceb}-\x{2cee}\x{2cf2}\x{2cf3})"
    R"(\x{a640}-\x{a66d}\x{a680}-\x{a69b}\x{a722}-\x{a76f}\x{a771}-\x{a787})"
    R"(\x{a78b}-\x{a78e}\x{ab70}-\x{abbf}\x{fb00}-\x{fb06}\x{fb13}-\x{fb17})"
    R"(\x{ff21}-\x{ff3a}\x{ff41}-\x{ff5a}\x{10400}-\x{1044f}\x{104b0}-\x{104d3})"
    R"(\x{104d8}-\x{104fb}\x{10c80}-\x{10cb2}\x{10cc0}-\x{10cf2}\x{118a0}-\x{118df})"
    R"(\x{1e900}-\x{1e943}]+)";
constexpr std::string_view kDeepseekPunctuation =
    R"(\s?[\x{21}-\x{2f}\x{3a}-\x{7e}\x{ff01}-\x{ff0f}\x{ff1a}-\x{ff5e}\x{2018}-\x{201f})"
    R"(\x{3001}\x{3002}]+)";
constexpr std::string_view kYoutuScripts =
    R"([\x{ac00}-\x{d7a3}\x{3131}-\x{318e}]+|)"
    R"([\x{ff01}\x{2026}\x{201c}\x{201d}\x{2018}\x{2019}\x{2014}\x{ff1a}\x{ff1b}\x{ff0c})"
    R"(\x{3001}-\x{303f}\x{fe30}-\x{fe4f}]+|[\x{3105}-\x{312f}]+|)" KANA_AND_HAN;
constexpr std::string_view kYoutu =
    R"([^\r\n\p{L}\p{N}]?[\p{L}\p{M}]+)" CONTRACTION R"(?|\p{N}|)" OTHER_SLASH "|" SPACE;
constexpr std::string_view kTinyAya =
    R"([^\r\n\p{L}\p{N}]?[\p{L}\p{M}]+)" CONTRACTION R"(?|\p{N}{1,3}|)" OTHER_SLASH "|" SPACE;
constexpr std::string_view kAfmoeScripts =
    R"([\x{4e00}-\x{9fff}\x{3400}-\x{4dbf}\x{f900}-\x{faff}\x{3040}-\x{309f})"
    R"(\x{30a0}-\x{30ff}\x{ff65}-\x{ff9f}\x{2f00}-\x{2fdf}\x{e40}-\x{e7f}\x{e80}-\x{eff})"
    R"(\x{1780}-\x{17ff}\x{1000}-\x{109f}\x{aa60}-\x{aa7f}\x{a9e0}-\x{a9ff})"
    R"(\x{ac00}-\x{d7af}\x{1100}-\x{11ff}]+)";
constexpr std::string_view kKimi = HAN R"(+|[^\r\n\p{L}\p{N}]?(?:(?!)" HAN R"()\p{L})+)" CONTRACTION
                                       R"(?|\p{N}{1,3}|)" OTHER "|" SPACE;
constexpr std::string_view kJais2 =
    CONTRACTION "|" WORD R"(|\p{N}{1,3}|)" OTHER R"(|\s*[\r\n]+|\s{512}(?!\S)|\s{256}(?!\S)|)"
                R"(\s{128}(?!\S)|\s{64}(?!\S)|\s{32}(?!\S)|\s{16}(?!\S)|\s{8}(?!\S)|\s{4}(?!\S)|)"
                R"(\s{1,2}(?!\S)|\s{1})";

using Patterns = std::vector<std::string_view>;

GgufPreTokenizer only(Patterns patterns) {
    GgufPreTokenizer how;
    how.patterns = std::move(patterns);
    return how;
}
GgufPreTokenizer ignoring_merges(Patterns patterns, bool add_bos) {
    GgufPreTokenizer how = only(std::move(patterns));
    how.ignore_merges = true;
    how.add_bos = add_bos;
    return how;
}
GgufPreTokenizer with_sep(Patterns patterns) {
    GgufPreTokenizer how = only(std::move(patterns));
    how.add_sep = true;
    return how;
}
GgufPreTokenizer with_bos(Patterns patterns) {
    GgufPreTokenizer how = only(std::move(patterns));
    how.add_bos = true;
    return how;
}
GgufPreTokenizer marked_lines(bool add_bos) {
    GgufPreTokenizer how = only({kLines});
    how.byte_level = false;
    how.space_marks = true;
    how.add_bos = add_bos;
    return how;
}

}  // namespace

const std::vector<GgufPreTokenizerNames>& gguf_pre_tokenizers() {
    static const std::vector<GgufPreTokenizerNames> table = {
        {{"default", ""}, only({R"([\p{P}\$\+<=>\^~\|]+)", kGpt2, kNumbers, kThreeDigits})},
        {{"llama-bpe", "llama3", "llama-v3", "falcon3", "falcon-h1", "pixtral", "midm-2.0", "lfm2",
          "jina-v5-nano"},
         ignoring_merges({kLlama3}, true)},
        {{"dbrx", "smaug-bpe", "glm4", "chatglm-bpe"}, only({kLlama3})},
        {{"gpt-2", "phi-2", "jina-es", "jina-de", "gigachat", "jina-v2-es", "jina-v2-de", "a.x-4.0",
          "mellum", "modern-bert", "mpt", "olmo", "jais", "trillion", "granite-docling", "exaone4"},
         only({kGpt2})},
        {{"jina-v1-en", "jina-v2-code", "roberta-bpe"}, with_sep({kGpt2})},
        {{"starcoder", "refact", "command-r", "smollm", "codeshell", "exaone", "minerva-7b",
          "mellum2"},
         only({kNumber, kGpt2})},
        {{"qwen2", "deepseek-r1-qwen", "kormo", "f2llmv2", "stablelm2", "megrez", "hunyuan",
          "solar-open", "grok-2"},
         only({kQwen2})},
        {{"qwen35"},
         only({CONTRACTION R"(|[^\r\n\p{L}\p{N}]?[\p{L}\p{M}]+|\p{N}|)"
                           R"( ?[^\s\p{L}\p{M}\p{N}]+[\r\n]*|)" SPACE})},
        {{"falcon"}, only({R"([\p{P}\$\+<=>\^~\|`]+)", kGpt2, kThreeDigits})},
        {{"deepseek-llm"},
         only({kNewline, kDeepseekWord, kDeepseekPunctuation, R"(\s+$)", kCjk, kNumbers})},
        {{"deepseek-coder"}, only({kNewline, R"(\s?\p{L}+)", R"(\s?\p{P}+)", kCjk, kNumber})},
        {{"deepseek-v3", "hunyuan-dense", "hy_v4", "joyai-llm"},
         only({kUpToThree, kKanaAndHan, kMarkedWords})},
        {{"spark2_5"},
         only({kUpToThree, kKanaAndHan,
               ASCII_PUNCTUATION R"([A-Za-z]+|[^\r\n\p{L}\p{P}\p{S}]?[\p{L}\p{M}]+|)"
                                 R"( ?[\p{P}\p{S}]+|[\r\n]|\s+(?!\S)|\s+)",
               kNumber})},
        {{"youtu"}, ignoring_merges({kYoutuScripts, kYoutu}, false)},
        {{"jais-2"}, only({kJais2})},
        {{"bloom", "poro-chat", "gpt3-finnish"}, only({kBloom})},
        {{"viking"}, only({kBloom, kNumber})},
        {{"tekken"},
         ignoring_merges(
             {R"([^\r\n\p{L}\p{N}]?)" NOT_LOWER "*" NOT_UPPER "+|"
              R"([^\r\n\p{L}\p{N}]?)" NOT_LOWER "+" NOT_UPPER R"(*|\p{N}|)" OTHER_SLASH "|" SPACE},
             true)},
        {{"gpt-4o", "llama4", "kanana2", "talkie", "minimax-m2"},
         only({CASED R"(|\p{N}{1,3}|)" OTHER_SLASH "|" SPACE})},
        {{"granite-embed-multi-97m"},
         ignoring_merges(
             {R"([^\r\n\p{L}\p{N}]?(?:(?=[\p{L}\p{M}])[^a-z])*(?:(?=[\p{L}\p{M}])[^A-Z])+)" CONTRACTION
              R"(?|[^\r\n\p{L}\p{N}]?(?:(?=[\p{L}\p{M}])[^a-z])+(?:(?=[\p{L}\p{M}])[^A-Z])*)" CONTRACTION
              R"(?|\p{N}{1,3}|)" OTHER_SLASH "|" SPACE},
             false)},
        {{"tiny_aya", "cohere2moe"},
         only({"[0-9]{1,3}(?=(?:[0-9]{3})*(?![A-Za-z0-9_]))", kTinyAya})},
        {{"superbpe"}, only({kNumbers, "(?=(?:[0-9]{3})+(?![0-9]))"})},
        {{"bailingmoe", "bailingmoe2", "llada-moe"},
         only({"'(?:[sSdDmMtT]|[lL][lL]|[vV][eE]|[rR][eE])|" WORD R"(|\p{N}|)" OTHER
               R"(|\s*[\r\n]|\s+(?!\S)|\s+)"})},
        {{"seed-coder"}, only({CONTRACTION "|" WORD R"(|\p{N}{1}| ?[^\s\p{L}\p{N}\r\n]+|)" SPACE})},
        {{"ufakzeka"}, only({WORD R"(|\p{N}|)" OTHER "|" SPACE})},
        {{"kimi-k2"}, only({kKimi})},
        {{"afmoe"},
         only({R"(\P{N}*(?:\p{N}{1,2}(?=(?:\p{N}{3})*(?!\p{N}))|\p{N}{3}))", kAfmoeScripts,
               kMarkedWords})},
        {{"laguna"}, only({kLines, kQwen2})},
        {{"exaone-moe"},
         only({CONTRACTION R"(|[^\r\n\p{L}\p{N}]?(?:\p{L}\p{M}*(?: \p{L}\p{M}*)*)+|\p{N}|)"
                           R"( ?[^\s\p{L}\p{N}]+[\r\n/]?|\s*[\r\n]|\s+(?!\S)|\s+)"})},
        {{"minicpm5"},
         ignoring_merges({kUpToThree, CONTRACTION "|" WORD R"(|\p{N}+|)" OTHER "|" SPACE}, false)},
        {{"chameleon"},
         with_bos({"<sentinel:[0-9]+>", "(IMGIMG)((A|B|C|D|E|F|G|H|I){1,4})Z", R"([\t\n]|    |  )",
                   kNumber, R"([\p{P}!-/:-@\[-`{-~])", kGpt2})},
        {{"gemma4", "granite-embed-multi-311m"}, marked_lines(true)},
        {{"sarvam-moe"}, marked_lines(false)},
    };
    return table;
}

std::optional<GgufPreTokenizer> gguf_pre_tokenizer(std::string_view name) {
    for (const GgufPreTokenizerNames& row : gguf_pre_tokenizers()) {
        for (const std::string_view known : row.names) {
            if (known == name) {
                return row.how;
            }
        }
    }
    return std::nullopt;
}

}  // namespace bitlathe
