// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/token_words.h"

#include <QCoreApplication>

#include "core/base/text.h"
#include "ui/theme/text.h"

namespace bitlathe {
namespace {

constexpr QChar kSpace(0x2423);  ///< open box

struct TokenWords {
    Q_DECLARE_TR_FUNCTIONS(token_words)
};

QString without_control(QString text) {
    for (QChar& c : text) {
        if (c == u'\t') c = u' ';
        if (c.category() == QChar::Other_Control && c != u'\n') c = QChar::ReplacementCharacter;
    }
    return text;
}

}  // namespace

QString token_name(const Tokenizer& tokenizer, std::uint32_t id) {
    if (tokenizer.is_control(id)) {
        const std::string_view text = tokenizer.token_text(id);
        return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    }
    const std::string bytes = tokenizer.token_bytes(id);
    QString text =
        without_control(QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size())));
    text.replace(u'\n', kTokenLineEnd);
    // Words begin with their space: without a sign it would not be seen.
    if (text.startsWith(u' ')) text[0] = kSpace;
    return text.isEmpty() ? QString(kTokenPart) : text;
}

QString placed_token_name(const Tokenizer* tokenizer, const TopValue& value) {
    if (tokenizer == nullptr || value.id >= tokenizer->vocabulary_size())
        return TokenWords::tr("id %1", "of a token").arg(value.id);
    const QString text = to_qstring(printable(token_name(*tokenizer, value.id).toStdString()));
    return value.position == 0
               ? TokenWords::tr("%1 (first)", "token, first of its window").arg(text)
               : text;
}

QString TokenWriter::next(std::uint32_t id) {
    if (tokenizer_.is_control(id)) return token_name(tokenizer_, id);
    const std::string bytes = tokenizer_.token_bytes(id);
    const QString text =
        decoder_(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
    return text.isEmpty() ? QString(kTokenPart) : without_control(text);
}

}  // namespace bitlathe
