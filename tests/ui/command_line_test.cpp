// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/command_line.h"

#include <QProcess>

#include <gtest/gtest.h>

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

/// What a shell makes of a line: its words.
QStringList words_of(const QString& line) {
    QProcess shell;
    shell.start(u"/bin/sh"_s, {u"-c"_s, u"printf '%s\\n' "_s + line});
    EXPECT_TRUE(shell.waitForFinished());
    QStringList words = QString::fromUtf8(shell.readAllStandardOutput()).split(u'\n');
    words.removeLast();
    return words;
}

TEST(CommandLine, AShellReadsBackEveryWord) {
    const QStringList odd{u"plain-1.5_b.gguf"_s, u"two words"_s, u"it's"_s,
                          u"$HOME `id` \\"_s,    u"a\"b"_s,      u"*?[x]~"_s,
                          u"größe & more"_s,     u"#x;y|z<>()"_s};
    QStringList quoted;
    for (const QString& word : odd)
        quoted += shell_quoted(word);
    EXPECT_EQ(words_of(quoted.join(u' ')), odd);
    EXPECT_EQ(shell_quoted({}), u"''"_s);
    EXPECT_EQ(shell_quoted(u"/a/b.gguf"_s), u"/a/b.gguf"_s);
}

TEST(CommandLine, ItHasTheOptionsOfTheProgram) {
    const ExportWishes plain{u"/out dir/m.gguf"_s, {}, 0, false};
    EXPECT_EQ(
        words_of(export_command_line(u"/in/m.gguf"_s, u"/in/p.json"_s, "gguf", plain)),
        (QStringList{u"bitlathe-cli"_s, u"export"_s, u"/in/m.gguf"_s, u"--plan"_s, u"/in/p.json"_s,
                     u"--target"_s, u"gguf"_s, u"-o"_s, u"/out dir/m.gguf"_s}));
    const ExportWishes all{u"/o.gguf"_s, u"/i.dat"_s, 1048576, true};
    EXPECT_TRUE(export_command_line(u"/m"_s, u"/p"_s, "gguf", all)
                    .endsWith(u"--imatrix /i.dat --split 1048576 --force"_s));
}

}  // namespace
}  // namespace bitlathe
