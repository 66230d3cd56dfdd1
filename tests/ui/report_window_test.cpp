// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QTextBrowser>
#include <QXmlStreamReader>

#include "core/base/json.h"
#include "core/report/report_markup.h"
#include "tests/ui/window_fixture.h"
#include "ui/panels/command_list.h"
#include "ui/plots/figure_menu.h"
#include "ui/plots/report_words.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

class ReportWindow : public testing::WindowTest {
protected:
    [[nodiscard]] QByteArray saved(const QString& name) {
        const QString path = folder.filePath(name);
        file_dialogs::answer_next(path);
        trigger(u"actionSaveReport"_s);
        EXPECT_TRUE(wait_until_idle());
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path.toStdString();
        return file.readAll();
    }
    [[nodiscard]] ReportPage& page() { return *child<ReportPage>(u"reportPage"_s); }
};

TEST_F(ReportWindow, ItIsMadeWhenItIsSeenAndFollowsThePlan) {
    open_sample();
    EXPECT_EQ(page().maker().started(), 0);
    window->show_page(u"report"_s);
    ASSERT_TRUE(wait_until_idle());
    EXPECT_EQ(page().maker().started(), 1);
    QString text = page().view().toPlainText();
    EXPECT_TRUE(text.contains(u"storybook-7m-bf16.gguf"_s));
    EXPECT_TRUE(text.contains(u"Q4_K_M"_s));
    window->session().apply_preset(u"Q6_K"_s);
    ASSERT_TRUE(wait_until_idle());
    text = page().view().toPlainText();
    const std::string bytes = grouped(window->session().plan().totals().bytes);
    EXPECT_TRUE(text.contains(QString::fromStdString(bytes)));
    const int made = page().maker().started();
    window->show_page(u"layers"_s);
    window->session().apply_preset(u"Q8_0"_s);
    ASSERT_TRUE(wait_until_idle());
    EXPECT_EQ(page().maker().started(), made);  // nobody looks
}

TEST_F(ReportWindow, HtmlIsOnePageWithVectorsInBothThemes) {
    open_sample();
    const QByteArray html = saved(u"r"_s + u".html"_s);
    QXmlStreamReader reader(html);
    int pictures = 0;
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == u"svg")
            ++pictures;
    }
    EXPECT_FALSE(reader.hasError()) << reader.errorString().toStdString();
    EXPECT_EQ(pictures, 12);  // bits, depth, size and error, composition in three ways; two themes
    EXPECT_FALSE(html.contains("<image"));
    EXPECT_FALSE(html.contains("<script"));
    EXPECT_TRUE(html.contains("blk.0.ffn_down.weight"));
}

TEST_F(ReportWindow, PdfAndJsonGoByTheEnding) {
    open_sample();
    const QByteArray pdf = saved(u"r.pdf"_s);
    EXPECT_TRUE(pdf.startsWith("%PDF-1."));
    EXPECT_TRUE(pdf.trimmed().endsWith("%%EOF"));
    const QByteArray text = saved(u"r.json"_s);
    const auto json = parse_json(std::string_view(text.constData(), text.size()), "r.json");
    ASSERT_TRUE(json) << json.error().to_string();
    const PlanModel& plan = window->session().plan();
    EXPECT_EQ((*json)["plan"]["tensor_bytes"], plan.totals().bytes);
    EXPECT_EQ((*json)["plan"]["estimated_loss"], plan.totals().estimated_loss.value());
    EXPECT_EQ((*json)["tensors"].size(), plan.catalog().size());
}

TEST_F(ReportWindow, AnotherEndingIsRefusedInWords) {
    open_sample();
    file_dialogs::answer_next(folder.filePath(u"r.txt"_s));
    trigger(u"actionSaveReport"_s);
    ASSERT_TRUE(wait_until_idle());
    EXPECT_TRUE(window->messages().isVisible());
    EXPECT_FALSE(QFile::exists(folder.filePath(u"r.txt"_s)));
}

TEST_F(ReportWindow, TheWordsAreThoseOfTheLibraryUntilTheyAreTranslated) {
    EXPECT_EQ(translated_report_words(), ReportWords());
}

TEST_F(ReportWindow, AllFiguresGoIntoAFolderTheWayTheLastOneDid) {
    open_sample();
    FigureSettings{u"svg"_s, 2}.store();
    file_dialogs::answer_next(folder.path());
    trigger(u"actionSaveFigures"_s);
    const QDir there(folder.path());
    ASSERT_TRUE(testing::wait_for([&] { return window->messages().isVisible(); }));
    for (const char* name : {"bits", "depth", "ranking", "tensors", "size-and-quality",
                             "composition", "plans", "history", "jobs"}) {
        const QString stem = QString::fromLatin1(name);
        EXPECT_TRUE(there.exists(stem + u".svg"_s)) << name;
        EXPECT_TRUE(there.exists(stem + u".csv"_s)) << name;
    }
    FigureSettings().store();
}

TEST_F(ReportWindow, EveryFigureSaysInTheListOfCommandsWhatItIsOf) {
    QStringList seen;
    for (const FigureMenu* menu : window->findChildren<FigureMenu*>()) {
        EXPECT_FALSE(menu->parentWidget()->accessibleName().isEmpty());
        for (const QAction* action : menu->findChildren<QAction*>()) {
            if (!is_command(*action)) continue;
            const QString command = command_title(*action, *window);
            EXPECT_FALSE(seen.contains(command)) << command.toStdString();
            seen.push_back(command);
        }
    }
    EXPECT_TRUE(seen.contains(u"Ranked blocks: Copy image"_s)) << seen.join(u'\n').toStdString();
}

}  // namespace
}  // namespace bitlathe
