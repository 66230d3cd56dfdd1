// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/sentencepiece_model.h"

#include <bit>
#include <cmath>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "core/base/byte_reader.h"
#include "core/base/text.h"
#include "core/text/prefix_trie.h"

namespace bitlathe {
namespace {

constexpr std::size_t kMaxRulesForOneText = 32;
constexpr std::size_t kMaxUnits = 4'000'000;
constexpr std::size_t kMaxPieceBytes = 10'000;

tl::unexpected<Error> refuse(std::string why) {
    return fail(ErrorCode::kRefused, "not a SentencePiece model that can be used: " + why);
}

/// One field of a message: a number, or bytes.
struct Field {
    std::uint32_t number = 0;
    std::uint64_t value = 0;
    std::optional<std::string_view> bytes;
};

/// Walks over the fields of a message.
class Message {
public:
    explicit Message(std::string_view bytes)
        : reader_(std::as_bytes(std::span(bytes.data(), bytes.size()))) {}

    /// False at the end, and when the message is malformed.
    bool next(Field& field) {
        if (reader_.remaining() == 0 || !good()) {
            return false;
        }
        const std::uint64_t key = varint();
        field = {static_cast<std::uint32_t>(key >> 3), 0, std::nullopt};
        switch (key & 7) {
            case 0:
                field.value = varint();
                break;
            case 1:
                field.value = reader_.read<std::uint64_t>();
                break;
            case 2:
                field.bytes = reader_.text(varint());
                break;
            case 5:
                field.value = reader_.read<std::uint32_t>();
                break;
            default:
                bad_ = true;
        }
        bad_ = bad_ || field.number == 0;
        return good();
    }
    [[nodiscard]] bool good() const { return !bad_ && !reader_.failed(); }

private:
    std::uint64_t varint() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            const auto byte = reader_.read<std::uint8_t>();
            value |= std::uint64_t{byte & 0x7FU} << shift;
            if (byte < 0x80) {
                return value;
            }
        }
        bad_ = true;
        return 0;
    }
    ByteReader reader_;
    bool bad_ = false;
};

Result<Token> read_piece(std::string_view bytes) {
    Token token;
    Message message(bytes);
    for (Field field; message.next(field);) {
        if (field.number == 1 && field.bytes) {
            token.text = *field.bytes;
        } else if (field.number == 2) {
            token.score =
                static_cast<double>(std::bit_cast<float>(static_cast<std::uint32_t>(field.value)));
        } else if (field.number == 3) {
            token.type = field.value >= 1 && field.value <= 6 ? static_cast<TokenType>(field.value)
                                                              : TokenType::kUndefined;
        }
    }
    if (!message.good() || token.text.empty() || token.text.size() > kMaxPieceBytes ||
        !is_utf8(token.text) || token.text.find('\0') != std::string::npos ||
        !std::isfinite(token.score) || token.type == TokenType::kUndefined) {
        return refuse("a piece is malformed");
    }
    return token;
}

/// Walks over the double array as the library does, from every text there is.
class RuleWalk {
public:
    RuleWalk(std::vector<std::uint32_t> units, std::size_t replacement_bytes)
        : units_(std::move(units)), replacement_bytes_(replacement_bytes) {}

    [[nodiscard]] bool good() {
        most_.assign(units_.size(), 0);
        std::vector<Node> open = {{offset(units_[0]), 0}};
        while (!open.empty()) {
            const Node node = open.back();
            open.pop_back();
            if ((node.base | 0xFF) >= units_.size()) {
                return false;
            }
            for (std::uint32_t c = 1; c < 256; ++c) {
                const std::size_t at = node.base ^ c;
                const std::uint32_t unit = units_[at];
                if ((unit & 0x800000FFU) != c) {
                    continue;
                }
                const Node child{at ^ offset(unit), node.rules + ((unit >> 8) & 1)};
                if (child.rules > kMaxRulesForOneText || (child.base | 0xFF) >= units_.size() ||
                    (((unit >> 8) & 1) != 0 &&
                     (units_[child.base] & 0x7FFFFFFFU) >= replacement_bytes_)) {
                    return false;
                }
                // Nodes are shared; again only where more rules ended on the way.
                if (most_[at] <= child.rules) {
                    most_[at] = static_cast<std::uint8_t>(child.rules + 1);
                    open.push_back(child);
                }
            }
        }
        return true;
    }

private:
    struct Node {
        std::size_t base;
        std::size_t rules;  ///< that end on the way here
    };
    static std::size_t offset(std::uint32_t unit) {
        return (unit >> 10) << ((unit & (1U << 9)) >> 6);
    }
    std::vector<std::uint32_t> units_;
    std::size_t replacement_bytes_;
    std::vector<std::uint8_t> most_;  ///< by node: most rules on a way to it, and one
};

Status check_rules(std::string_view bytes) {
    if (bytes.empty()) {
        return {};
    }
    ByteReader reader(std::as_bytes(std::span(bytes.data(), bytes.size())));
    const auto array_bytes = reader.read<std::uint32_t>();
    const auto array = reader.take(array_bytes);
    const std::string_view replacements = reader.text(reader.remaining());
    if (reader.failed() || array_bytes < 1024 || array_bytes % 4 != 0 ||
        array_bytes / 4 > kMaxUnits || replacements.empty() || replacements.back() != '\0') {
        return refuse("its normalisation rules are cut off");
    }
    std::vector<std::uint32_t> units(array_bytes / 4);
    std::memcpy(units.data(), array.data(), array_bytes);
    // The library takes replacements for text; those of real models are.
    if (!is_utf8(replacements) || !RuleWalk(std::move(units), replacements.size()).good()) {
        return refuse("its normalisation rules are malformed");
    }
    return {};
}

/// The rules of a normaliser.
Result<std::string> read_normalizer(std::string_view bytes) {
    std::string rules;
    Message message(bytes);
    for (Field field; message.next(field);) {
        if (field.number == 2 && field.bytes) {
            BITLATHE_TRY(check_rules(*field.bytes));
            rules = *field.bytes;
        }
    }
    return message.good() ? Result<std::string>(std::move(rules))
                          : refuse("its normaliser is malformed");
}

/// Nothing stated is Unigram.
Result<SentencePieceType> read_type(std::string_view trainer) {
    std::uint64_t type = 1;
    Message message(trainer);
    for (Field part; message.next(part);) {
        if (part.number == 3) {
            type = part.value;
        }
    }
    if (type < 1 || type > 4) {
        return refuse("its type is not known");
    }
    return static_cast<SentencePieceType>(type);
}

/// Tokens of users that begin with each other: the library has room for so many.
Status check_user_tokens(const std::vector<Token>& tokens) {
    std::vector<std::pair<std::string_view, std::uint32_t>> entries;
    for (const Token& token : tokens) {
        if (token.type == TokenType::kUserDefined) {
            entries.emplace_back(token.text, 0);
        }
    }
    const std::vector<std::pair<std::string_view, std::uint32_t>> all = entries;
    const PrefixTrie trie(std::move(entries));
    for (const auto& [text, value] : all) {
        std::size_t prefixes = 0;
        trie.for_each_prefix(text, [&](std::size_t, std::uint32_t) { ++prefixes; });
        if (prefixes > kMaxRulesForOneText) {
            return refuse("too many of its tokens begin with each other");
        }
    }
    return {};
}

}  // namespace

Result<SentencePieceModel> check_sentencepiece_model(std::string_view bytes) {
    SentencePieceModel model;
    Message message(bytes);
    for (Field field; message.next(field);) {
        if (!field.bytes) {
            continue;
        }
        if (field.number == 1) {
            if (model.tokens.size() >= kMaxTokens) {
                return refuse("it has too many pieces");
            }
            BITLATHE_ASSIGN(Token token, read_piece(*field.bytes));
            model.tokens.push_back(std::move(token));
        } else if (field.number == 2) {
            BITLATHE_ASSIGN(model.type, read_type(*field.bytes));
        } else if (field.number == 3 || field.number == 5) {
            BITLATHE_ASSIGN(std::string rules, read_normalizer(*field.bytes));
            if (field.number == 3) {
                model.rules = std::move(rules);
            }
        }
    }
    if (!message.good() || model.tokens.empty()) {
        return refuse("it is cut off or something else");
    }
    BITLATHE_TRY(check_user_tokens(model.tokens));
    return model;
}

}  // namespace bitlathe
