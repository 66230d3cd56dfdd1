// SPDX-License-Identifier: GPL-3.0-or-later
// No text is cut off: every page, in every language and in one that is longer than any, in a small
// and in a large window.
#include <QCheckBox>
#include <QDockWidget>
#include <QHeaderView>
#include <QScrollArea>
#include <QStyle>
#include <QTabBar>
#include <QTranslator>
#include <algorithm>

#include "tests/ui/window_fixture.h"
#include "ui/panels/export_dialog.h"
#include "ui/theme/language.h"

namespace bitlathe::testing {
namespace {

using namespace Qt::Literals::StringLiterals;

/// A language 40 % longer than English.
class Longer : public QTranslator {
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char*, const char* source, const char*,
                                    int) const override {
        const QString text = QString::fromUtf8(source);
        QString more;
        while (more.size() < text.size() * 2 / 5)
            more += more.size() % 6 == 0 ? u' ' : u'n';
        return text + more;
    }
};

int widest_line(const QFontMetrics& metrics, const QString& text) {
    int widest = 0;
    for (const QString& line : text.split(u'\n'))
        widest = std::max(widest, metrics.horizontalAdvance(line));
    return widest;
}

/// What is missing for a label's text, in pixels; words that wrap need height instead.
int missing(const QLabel& label) {
    if (label.text().isEmpty()) return 0;
    const QRect room = label.contentsRect();
    if (label.wordWrap()) return std::max(0, label.heightForWidth(label.width()) - label.height());
    const int wide = widest_line(label.fontMetrics(), label.text()) - room.width();
    const int high =
        label.fontMetrics().height() * static_cast<int>(label.text().count(u'\n') + 1) -
        room.height() - 2;
    return std::max({0, wide, high});
}

int missing(const QAbstractButton& button) {
    return button.text().isEmpty() ? 0 : std::max(0, button.sizeHint().width() - button.width());
}

/// The name and what is missing of what has too little room, for every text in `root`.
QStringList cut_off(const QWidget& root) {
    QStringList found;
    const auto tell = [&found](const QWidget& widget, const QString& text, int pixels) {
        if (pixels <= 0) return;
        found << u"%1 \"%2\" lacks %3 px"_s.arg(widget.objectName(), text).arg(pixels);
    };
    for (const QLabel* label : root.findChildren<QLabel*>()) {
        if (label->isVisible() && !label->property("elides").toBool())
            tell(*label, label->text(), missing(*label));
    }
    for (const QAbstractButton* button : root.findChildren<QAbstractButton*>()) {
        if (button->isVisible()) tell(*button, button->text(), missing(*button));
    }
    for (const QHeaderView* header : root.findChildren<QHeaderView*>()) {
        if (!header->isVisible() || header->orientation() != Qt::Horizontal) continue;
        for (int section = 0; section < header->count(); ++section) {
            if (header->isSectionHidden(section)) continue;
            const QString title = header->model()->headerData(section, Qt::Horizontal).toString();
            const int margin = header->style()->pixelMetric(QStyle::PM_HeaderMargin);
            tell(*header->parentWidget(), title,
                 widest_line(header->fontMetrics(), title) + 2 * margin -
                     header->sectionSize(section));
        }
    }
    for (const QScrollArea* area : root.findChildren<QScrollArea*>()) {
        if (!area->isVisible() || area->horizontalScrollBarPolicy() != Qt::ScrollBarAlwaysOff)
            continue;
        tell(*area, u"what is in it"_s, area->widget()->width() - area->viewport()->width());
    }
    for (const QTabBar* tabs : root.findChildren<QTabBar*>()) {
        if (!tabs->isVisible() || tabs->usesScrollButtons()) continue;
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tell(*tabs, tabs->tabText(tab),
                 widest_line(tabs->fontMetrics(), tabs->tabText(tab)) - tabs->tabRect(tab).width());
        }
    }
    return found;
}

struct Case {
    const char* language;  ///< "longer": 40 % more than English
    QSize size;
};

void PrintTo(const Case& which, std::ostream* out) {
    *out << which.language << ' ' << which.size.width() << 'x' << which.size.height();
}

class RoomTest : public WindowTest, public ::testing::WithParamInterface<Case> {
protected:
    void SetUp() override {
        if (std::string_view(GetParam().language) == "longer") {
            QCoreApplication::installTranslator(&longer);
        } else {
            use_language(QString::fromLatin1(GetParam().language));
        }
        window = std::make_unique<MainWindow>(theme, false);
        window->resize(GetParam().size);
        window->show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(window.get()));
    }
    void TearDown() override {
        window.reset();
        QCoreApplication::removeTranslator(&longer);
        use_language(u"en"_s);
    }
    void look(const QWidget& root, const QString& where) {
        QTest::qWait(30);
        const bool sized = wait_for([this] { return window->size() == GetParam().size; }, 5);
        const QString place = qEnvironmentVariable("BITLATHE_TEST_PICTURES");
        QStringList found = cut_off(root);
        // A window that is told its smallest size squeezes what needs more.
        const bool squeezed = window->centralWidget()->minimumSizeHint().width() > window->width();
        if (&root == window.get() && (!sized || squeezed)) {
            found << u"the window is %1 x %2 and needs a width of %3"_s.arg(window->width())
                         .arg(window->height())
                         .arg(window->centralWidget()->minimumSizeHint().width());
        }
        if (!place.isEmpty() && !found.isEmpty()) {
            const_cast<QWidget&>(root).grab().save(
                place + u"/%1-%2-%3.png"_s.arg(QLatin1String(GetParam().language), where)
                            .arg(GetParam().size.width()));
        }
        EXPECT_TRUE(found.isEmpty())
            << where.toStdString() << ":\n  " << found.join(u"\n  "_s).toStdString();
    }
    Longer longer;
};

class PagesRoomTest : public RoomTest {};

TEST_P(RoomTest, TheEmptyWindow) {
    look(*window, u"empty"_s);
}

TEST_P(PagesRoomTest, EveryPageAndEveryPanel) {
    window->open_path(sample_path());
    ASSERT_TRUE(wait_until_idle());
    PlanModel& plan = window->session().plan();
    const std::size_t tensor = plan.catalog().size() / 2;
    window->session().hub().select({tensor}, tensor);
    window->session().shelf().duplicate();
    window->session().shelf().compare(0);
    ASSERT_TRUE(wait_until_idle());
    look(*window, u"layers"_s);
    for (QDockWidget* dock : window->findChildren<QDockWidget*>()) {
        dock->show();
        dock->raise();
        ASSERT_TRUE(wait_until_idle());
        look(*window, dock->objectName());
    }
    window->show_page(u"matrix"_s);
    ASSERT_TRUE(wait_until_idle());
    look(*window, u"matrix"_s);
    window->show_page(u"tokens"_s);
    look(*window, u"tokens"_s);
    window->show_page(u"try"_s);
    look(*window, u"try"_s);
    try_little();
    look(*window, u"try-tried"_s);
    window->show_page(u"tokens"_s);
    measure_little();
    look(*window, u"tokens-measured"_s);
    for (const QString& dock : {u"qualityDock"_s, u"plansDock"_s, u"compareDock"_s}) {
        child<QDockWidget>(dock)->raise();
        look(*window, dock + u"-measured"_s);
    }
    each_outlier_view([this](const QString& view) { look(*window, view + u"-empty"_s); });
    profile_little();
    each_outlier_view([this](const QString& view) { look(*window, view); });
    window->show_page(u"tokens"_s);
    window->messages().show_error(MainWindow::tr("The export failed"),
                                  Error{ErrorCode::kNotWritten,
                                        "the destination is a folder; this output is a file",
                                        "/tmp",
                                        {},
                                        "give a file name"});
    look(*window, u"message"_s);
}

TEST_P(RoomTest, TheExportDialog) {
    window->open_path(sample_path());
    ASSERT_TRUE(wait_until_idle());
    PlanModel& plan = window->session().plan();
    ExportWishes wishes;
    wishes.destination = folder.filePath(u"out.gguf"_s);
    ExportDialog dialog({plan.shared_catalog(),
                         std::make_shared<const Plan>(plan.plan()),
                         window->session().path(),
                         {}},
                        wishes, window.get());
    dialog.show();
    ASSERT_TRUE(wait_for([&dialog] { return !dialog.checking(); }));
    look(dialog, u"export"_s);
}

INSTANTIATE_TEST_SUITE_P(Languages, RoomTest,
                         ::testing::Values(Case{"en", {1024, 640}}, Case{"de", {1024, 640}},
                                           Case{"de", {1600, 1000}}, Case{"zh_CN", {1024, 640}},
                                           Case{"zh_CN", {1600, 1000}}, Case{"longer", {1280, 800}},
                                           Case{"longer", {1600, 1000}}));

INSTANTIATE_TEST_SUITE_P(Languages, PagesRoomTest,
                         ::testing::Values(Case{"en", {1024, 640}}, Case{"en", {1280, 800}},
                                           Case{"en", {1600, 1000}}, Case{"de", {1024, 640}},
                                           Case{"de", {1280, 800}}, Case{"de", {1600, 1000}},
                                           Case{"zh_CN", {1024, 640}}, Case{"zh_CN", {1280, 800}},
                                           Case{"zh_CN", {1600, 1000}}, Case{"longer", {1024, 640}},
                                           Case{"longer", {1280, 800}},
                                           Case{"longer", {1600, 1000}}));

}  // namespace
}  // namespace bitlathe::testing
