// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/command_line.h"

#include <QRegularExpression>

#include "ui/theme/text.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

QString shell_quoted(const QString& word) {
    static const QRegularExpression kPlain(u"^[A-Za-z0-9_@%+=:,./-]+$"_s);
    if (kPlain.match(word).hasMatch()) return word;
    QString quoted = word;
    quoted.replace(u'\'', u"'\\''"_s);
    return u'\'' + quoted + u'\'';
}

QStringList export_arguments(const QString& checkpoint, const QString& plan,
                             std::string_view target, const ExportWishes& wishes) {
    QStringList words{u"bitlathe-cli"_s, u"export"_s,        checkpoint, u"--plan"_s,       plan,
                      u"--target"_s,     to_qstring(target), u"-o"_s,    wishes.destination};
    if (!wishes.importance.isEmpty()) words += {u"--imatrix"_s, wishes.importance};
    if (wishes.split_bytes > 0) words += {u"--split"_s, QString::number(wishes.split_bytes)};
    if (wishes.replace) words += u"--force"_s;
    if (wishes.report) words += u"--report"_s;
    return words;
}

QString export_command_line(const QString& checkpoint, const QString& plan, std::string_view target,
                            const ExportWishes& wishes) {
    QStringList words;
    for (const QString& word : export_arguments(checkpoint, plan, target, wishes))
        words += shell_quoted(word);
    return words.join(u' ');
}

}  // namespace bitlathe
