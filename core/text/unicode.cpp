// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/unicode.h"

#include <memory>

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utext.h>

#include "core/text/utf8.h"

namespace bitlathe {
namespace {

bool in_category(char32_t c, std::uint32_t mask) {
    return (U_MASK(u_charType(static_cast<UChar32>(c))) & mask) != 0;
}

const icu::Normalizer2* normalizer(NormalForm form) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* found = nullptr;
    switch (form) {
        case NormalForm::kNfc:
            found = icu::Normalizer2::getNFCInstance(status);
            break;
        case NormalForm::kNfd:
            found = icu::Normalizer2::getNFDInstance(status);
            break;
        case NormalForm::kNfkc:
            found = icu::Normalizer2::getNFKCInstance(status);
            break;
        case NormalForm::kNfkd:
            found = icu::Normalizer2::getNFKDInstance(status);
            break;
    }
    return U_SUCCESS(status) ? found : nullptr;
}

}  // namespace

bool is_white_space(char32_t c) {
    return c < 0x80 ? c == ' ' || (c >= 9 && c <= 13)
                    : u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_WHITE_SPACE) != 0;
}
bool is_punctuation(char32_t c) {
    return in_category(c, U_GC_P_MASK);
}
bool is_symbol(char32_t c) {
    return in_category(c, U_GC_S_MASK);
}
bool is_number(char32_t c) {
    return in_category(c, U_GC_N_MASK);
}
bool is_mark(char32_t c) {
    return in_category(c, U_GC_M_MASK);
}
bool is_nonspacing_mark(char32_t c) {
    return in_category(c, U_GC_MN_MASK);
}
bool is_control(char32_t c) {
    return in_category(c, U_GC_CC_MASK | U_GC_CF_MASK | U_GC_CO_MASK | U_GC_CS_MASK);
}
bool is_unassigned(char32_t c) {
    return in_category(c, U_GC_CN_MASK);
}

bool is_word(char32_t c) {
    return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_ALPHABETIC) != 0 ||
           in_category(c, U_GC_M_MASK | U_GC_ND_MASK | U_GC_PC_MASK) || c == 0x200C || c == 0x200D;
}

bool is_cjk(char32_t c) {
    // The end of extension D and the start of E are as in the tokenizers of BERT.
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) ||
           (c >= 0x20000 && c <= 0x2A6DF) || (c >= 0x2A700 && c <= 0x2B73F) ||
           (c >= 0x2B740 && c <= 0x2B81F) || (c >= 0x2B920 && c <= 0x2CEAF) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x2F800 && c <= 0x2FA1F);
}

char32_t to_lower(char32_t c) {
    return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
}

char32_t first_of_decomposition(char32_t c) {
    const icu::Normalizer2* nfd = normalizer(NormalForm::kNfd);
    icu::UnicodeString parts;
    if (nfd == nullptr || nfd->getDecomposition(static_cast<UChar32>(c), parts) == 0) {
        return c;
    }
    return static_cast<char32_t>(parts.char32At(0));
}

std::string normal_form(std::string_view text, NormalForm form) {
    const icu::Normalizer2* instance = normalizer(form);
    std::string out;
    if (instance == nullptr) {
        return std::string(text);
    }
    UErrorCode status = U_ZERO_ERROR;
    icu::StringByteSink<std::string> sink(&out, static_cast<std::int32_t>(text.size()));
    instance->normalizeUTF8(0,
                            icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())),
                            sink, nullptr, status);
    return U_SUCCESS(status) ? out : std::string(text);
}

void for_each_grapheme(std::string_view text, const std::function<void(std::string_view)>& visit) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UBreakIterator, decltype(&ubrk_close)> breaks(
        ubrk_open(UBRK_CHARACTER, "en", nullptr, 0, &status), ubrk_close);
    const std::unique_ptr<UText, decltype(&utext_close)> source(
        utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status),
        utext_close);
    if (U_SUCCESS(status)) {
        ubrk_setUText(breaks.get(), source.get(), &status);
    }
    if (U_FAILURE(status)) {
        visit(text);
        return;
    }
    std::size_t begin = 0;
    for (std::int32_t end = ubrk_next(breaks.get()); end != UBRK_DONE;
         end = ubrk_next(breaks.get())) {
        visit(text.substr(begin, static_cast<std::size_t>(end) - begin));
        begin = static_cast<std::size_t>(end);
    }
}

}  // namespace bitlathe
