// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QLineEdit>
#include <QRegularExpression>

#include "tests/ui/window_fixture.h"
#include "ui/panels/command_palette.h"
#include "ui/panels/help_window.h"
#include "ui/theme/language.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;
using testing::WindowTest;

TEST(Help, EveryPageOpensAndItsLinksLeadSomewhere) {
    HelpWindow help(nullptr);
    ASSERT_GE(help_pages().size(), 8);
    for (const QString& page : help_pages()) {
        help.show_page(page);
        EXPECT_GT(help.toPlainText().size(), 100) << page.toStdString();
        static const QRegularExpression link(u"href=\"([^\"]*)\""_s);
        for (auto found = link.globalMatch(help.toHtml()); found.hasNext();) {
            QString target = found.next().captured(1);
            EXPECT_TRUE(target.endsWith(u".md"_s));
            target.chop(3);
            EXPECT_TRUE(help_pages().contains(target)) << target.toStdString();
        }
    }
}

/// Headings, items, rows of tables and links: what a page is built of, whatever its language.
QList<qsizetype> build_of(const QString& place) {
    QFile file(place);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << place.toStdString();
    const QString text = QString::fromUtf8(file.readAll());
    QList<qsizetype> counts;
    for (const char* mark : {"^#", "^- ", "^\\|", "\\.md\\)"}) {
        const QRegularExpression found(QString::fromLatin1(mark),
                                       QRegularExpression::MultilineOption);
        counts.push_back(text.count(found));
    }
    return counts;
}

TEST(Help, EveryLanguageHasEveryPage) {
    for (const QString& page : help_pages()) {
        for (const LanguageInfo& language : languages().subspan(1)) {
            const QString place = u":/help/%1/%2.md"_s.arg(QString::fromLatin1(language.id), page);
            EXPECT_EQ(build_of(place), build_of(u":/help/%1.md"_s.arg(page)))
                << place.toStdString() << " is not built as the English page";
        }
    }
}

TEST_F(WindowTest, F1OpensThePageAboutWhatHasTheFocus) {
    open_sample();
    window->canvas().setFocus();
    trigger(u"actionHelp"_s);
    auto* help = child<HelpWindow>(u"helpWindow"_s);
    EXPECT_TRUE(help->isVisible());
    EXPECT_EQ(help->source().toString(), u"bits.md"_s);
}

TEST(Palette, LettersInOrderFitAndBeginningsOfWordsWin) {
    EXPECT_FALSE(command_score(u"Save plan…"_s, u"xyz"_s));
    EXPECT_FALSE(command_score(u"Save plan…"_s, u"ps"_s));
    EXPECT_GT(command_score(u"Save plan…"_s, u"sp"_s),
              command_score(u"Reset the layout, please"_s, u"sp"_s));
    EXPECT_EQ(command_score(u"anything"_s, u""_s), 0);
}

TEST_F(WindowTest, ThePaletteRunsACommand) {
    open_sample();
    trigger(u"actionPalette"_s);
    auto* input = child<QLineEdit>(u"paletteInput"_s);
    QTest::keyClicks(input, u"stored"_s);
    QTest::keyClick(input, Qt::Key_Return);
    ASSERT_TRUE(
        testing::wait_for([&] { return window->session().plan().plan().name == "as stored"; }));
    EXPECT_EQ(window->session().plan().undo_stack().count(), 1);
}

}  // namespace
}  // namespace bitlathe
