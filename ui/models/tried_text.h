// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace bitlathe {

struct GeneratedToken;
enum class GenerationEnd : std::uint8_t;
class Tokenizer;
class TokenWriter;

/// How a prompt is gone on with. A value.
struct TrySettings {
    QString prompt;
    int count = 64;  ///< tokens to add, at most
    double temperature = 0;
    int top_k = 40;  ///< 0: no limit
    double top_p = 0.95;
    int seed = 0;
    bool operator==(const TrySettings&) const = default;
};

/// A token that could have come, and its probability at temperature 1.
struct TriedChance {
    std::uint32_t id = 0;
    QString name;
    double p = 0;
};

/// One token of a text that was gone on with.
struct TriedToken {
    std::uint32_t id = 0;
    QString text;  ///< as TokenWriter says it
    QString name;  ///< as it is written in lists
    double p = 0;
    bool control = false;
    std::vector<TriedChance> top;  ///< the most probable ones, most probable first
};

/// What one set of weights made of a prompt, as far as it is known.
struct TriedText {
    std::string content;   ///< of the weights, as plan_content() has it; "": nothing was tried
    TrySettings settings;  ///< that were asked for
    std::vector<TriedToken> tokens;
    std::optional<GenerationEnd> end;  ///< nothing: it was stopped, or goes on
    double tokens_per_second = 0;      ///< 0: not known
};

/// Most probable tokens that are kept of every step.
inline constexpr std::size_t kTriedTops = 5;

/// Puts the tokens of one generation into words, one after another.
[[nodiscard]] TriedToken tried_token(const GeneratedToken& token, const Tokenizer& tokenizer,
                                     TokenWriter& writer);

/// The first place where two texts of one prompt have different tokens: an index into both, or of
/// the end of the shorter one where that has come to its end. Nothing while there is none.
[[nodiscard]] std::optional<std::size_t> first_difference(const TriedText& a, const TriedText& b);

/// All that was said after the prompt, without signs for parts of characters.
[[nodiscard]] QString continuation(const TriedText& text);

}  // namespace bitlathe
