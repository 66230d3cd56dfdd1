// SPDX-License-Identifier: GPL-3.0-or-later
// The window in other languages.
#include "ui/theme/language.h"

#include <QDockWidget>
#include <QFile>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>

#include "tests/ui/window_fixture.h"
#include "ui/plots/figure.h"
#include "ui/theme/core_text.h"
#include "ui/theme/text.h"

namespace bitlathe::testing {
namespace {

using namespace Qt::Literals::StringLiterals;

bool is_translated(const char* id) {
    return QFile::exists(u":/i18n/bitlathe_%1.qm"_s.arg(QLatin1String(id)));
}

/// A window that is made anew in the language of a test.
class LanguageTest : public WindowTest {
protected:
    void SetUp() override {
        if (!is_translated("de")) GTEST_SKIP() << "built without Qt Linguist Tools: English only";
        WindowTest::SetUp();
    }
    void TearDown() override {
        window.reset();
        use_language(u"en"_s);
    }
    void speak(const QString& language) {
        window.reset();
        use_language(language);
        window = std::make_unique<MainWindow>(theme, false);
        WindowTest::SetUp();
        open_sample();
    }
    void lock_one() {
        PlanModel& plan = window->session().plan();
        const std::vector<std::size_t> locked = {plan.catalog().size() / 2};
        plan.set_locked(locked, true);
    }
};

TEST_F(LanguageTest, TextsOfAllKindsAreSaidInGerman) {
    speak(u"de"_s);
    lock_one();
    EXPECT_EQ(action(u"actionUndo"_s)->text(), u"Rückgängig"_s);
    EXPECT_EQ(child<QLabel>(u"budgetTitle"_s)->text(), u"Budget"_s);
    EXPECT_EQ(child<QLabel>(u"historyTitle"_s)->text(), u"Verlauf"_s);
    EXPECT_EQ(child<QPushButton>(u"planRenameButton"_s)->text(), u"Umbenennen"_s);
    EXPECT_EQ(child<QTabWidget>(u"workPages"_s)->tabText(0), u"Schichten"_s);
    EXPECT_EQ(child<QDockWidget>(u"tensorsDock"_s)->windowTitle(), u"Tensoren"_s);
    EXPECT_EQ(window->session().plan().undo_stack().undoText(), u"1 Tensor sperren"_s);
    EXPECT_TRUE(action(u"actionUndo"_s)->toolTip().contains(u"1 Tensor sperren"_s));
    const QAbstractItemModel* steps = child<QListView>(u"historyList"_s)->model();
    EXPECT_EQ(steps->index(1, 0).data().toString(), u"1 Tensor sperren"_s);
    EXPECT_TRUE(child<QLabel>(u"planBits"_s)->text().contains(u','));
}

TEST_F(LanguageTest, TextsAreSaidInChineseAndWithEnglishPlurals) {
    speak(u"zh_CN"_s);
    lock_one();
    EXPECT_EQ(action(u"actionUndo"_s)->text(), u"撤销"_s);
    EXPECT_EQ(window->session().plan().undo_stack().undoText(), u"锁定 1 个张量"_s);
    speak(u"en"_s);
    lock_one();
    EXPECT_EQ(action(u"actionUndo"_s)->text(), u"Undo"_s);
    EXPECT_EQ(window->session().plan().undo_stack().undoText(), u"Lock 1 tensor"_s);
}

TEST_F(LanguageTest, ErrorsOfTheLibraryAreTranslated) {
    speak(u"de"_s);
    window->messages().show_error(u"Kein Plan"_s,
                                  Error{ErrorCode::kImpossible, "tied to output.weight"});
    EXPECT_EQ(window->messages().messages(),
              QStringList{u"Kein Plan: verbunden mit output.weight"_s});
}

TEST_F(LanguageTest, TheChoiceIsASetting) {
    Settings& settings = window->settings();
    EXPECT_EQ(settings.word(Setting::kLanguage), u"system"_s);
    for (const LanguageInfo& language : languages())
        EXPECT_TRUE(settings.set(Setting::kLanguage, QString::fromLatin1(language.id)));
    EXPECT_FALSE(settings.set(Setting::kLanguage, u"klingon"_s));
    EXPECT_EQ(language_in_use(), QString::fromLatin1(languages().back().id));
}

TEST_F(LanguageTest, NumbersOnScreenFollowAndThoseInFilesDoNot) {
    use_language(u"de"_s);
    EXPECT_EQ(bytes_text(1536), u"1,5 KiB"_s);
    EXPECT_EQ(bits_text(4.5), u"4,50"_s);
    EXPECT_EQ(quantity_text(6'714'000), u"6,71 M"_s);
    EXPECT_EQ(count_text(1234567), u"1.234.567"_s);
    EXPECT_EQ(without_zeros(u"10,0 k"_s), u"10 k"_s);
    EXPECT_EQ(data_text(4.5), u"4.5"_s);
    use_language(u"zh_CN"_s);
    EXPECT_EQ(bytes_text(1536), u"1.5 KiB"_s);
}

TEST_F(LanguageTest, TablesAreCopiedWithTheNumbersOfFiles) {
    speak(u"de"_s);
    auto* table = child<QTableView>(u"plansTable"_s);
    const FigureData data = table_figure(*table, u"plans"_s).data();
    ASSERT_EQ(data.rows.size(), 1U);
    EXPECT_EQ(data.heading.at(2), u"Größe"_s);
    EXPECT_FALSE(data.rows.front().join(u' ').contains(u','));
    EXPECT_TRUE(table->model()->index(0, 1).data().toString().contains(u','));
}

TEST_F(LanguageTest, SentencesOfTheLibraryAreFoundWhateverTheyCarry) {
    use_language(u"de"_s);
    EXPECT_EQ(core_text("tied to token_embd.weight"), u"verbunden mit token_embd.weight"_s);
    EXPECT_EQ(core_text("blk.0.attn_norm.weight cannot be Q4_K: llama.cpp never quantizes norms"),
              u"blk.0.attn_norm.weight kann nicht Q4_K sein: llama.cpp quantisiert Normen nie"_s);
    EXPECT_EQ(core_text("nobody has ever said this"), u"nobody has ever said this"_s);
    EXPECT_EQ(core_text("tied to %1"), u"verbunden mit %1"_s);
    EXPECT_EQ(error_text({.message = "not enough memory", .file = "a.gguf", .offset = 12345}),
              u"a.gguf: nicht genug Speicher (bei Byte 12.345)"_s);
    use_language(u"en"_s);
    EXPECT_EQ(core_text("tied to token_embd.weight"), u"tied to token_embd.weight"_s);
}

TEST_F(LanguageTest, NestedSentencesOfTheLibraryAreTranslatedEntirely) {
    use_language(u"de"_s);
    const Error error{
        .message =
            "blk.0.attn_output.weight has the shape [16, 256], but a matrix with 16 inputs is "
            "needed",
        .file = "model",
        .hint = "config.json or metadata and weights are of different models"};
    EXPECT_EQ(
        error_text(error),
        u"model: blk.0.attn_output.weight hat die Form [16, 256], gebraucht wird eine Matrix mit "
        u"16 Eingängen; config.json oder Metadaten und Gewichte gehören zu verschiedenen Modellen"_s);
    EXPECT_EQ(core_text("the pre-tokenizer of the tokenizer: \"pattern\" is missing"),
              u"der Pre-Tokenizer des Tokenizers: „pattern“ fehlt"_s);
    EXPECT_EQ(core_text("/profile/taps: its shape is [3, 4], not [3]"),
              u"/profile/taps: seine Form ist [3, 4], nicht [3]"_s);
    EXPECT_EQ(core_text("not a SentencePiece model that can be used: its type is not known"),
              u"kein brauchbares SentencePiece-Modell: sein Typ ist nicht bekannt"_s);
}

TEST_F(LanguageTest, QtItselfSpeaksTheLanguage) {
    use_language(u"de"_s);
    const QString cancel = QCoreApplication::translate("QPlatformTheme", "Cancel");
    if (cancel == u"Cancel"_s) GTEST_SKIP() << "Qt's own texts (qt6-translations-l10n) are missing";
    EXPECT_EQ(cancel, u"Abbrechen"_s);
}

TEST(Language, ChoicesAreTheSystemAndWhatThereIs) {
    EXPECT_TRUE(is_language_choice(u"system"_s));
    EXPECT_TRUE(is_language_choice(u"zh_CN"_s));
    EXPECT_FALSE(is_language_choice(u"klingon"_s));
    use_language(u"klingon"_s);
    EXPECT_EQ(language_choice(), u"system"_s);
    use_language(u"en"_s);
    EXPECT_EQ(language_in_use(), u"en"_s);
}

}  // namespace
}  // namespace bitlathe::testing
