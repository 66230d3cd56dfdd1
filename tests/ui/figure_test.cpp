// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/figure.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPainter>
#include <QStandardItemModel>
#include <QTableView>
#include <QTemporaryDir>
#include <array>

#include <gtest/gtest.h>

#include "tests/ui/ui_testing.h"
#include "ui/panels/figure_table.h"
#include "ui/panels/file_dialogs.h"
#include "ui/plots/bits_figure.h"
#include "ui/plots/figure_export.h"
#include "ui/plots/figure_menu.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

/// A widget that paints one rectangle and one word.
class Painted : public QWidget {
public:
    Painted() { resize(120, 80); }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.fillRect(10, 10, 30, 20, Qt::red);
        painter.drawText(50, 50, u"word"_s);
    }
};

QByteArray read(const QString& path) {
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path.toStdString();
    return file.readAll();
}

class FigureTest : public ::testing::Test {
protected:
    [[nodiscard]] QString path(const QString& name) const { return folder.filePath(name); }
    QTemporaryDir folder;
    Painted widget;
    Figure figure = widget_figure(widget, u"painted"_s, [] {
        return FigureData{{u"name"_s, u"x"_s}, {{u"a,\"b\""_s, u"1.5"_s}, {u"c"_s, u"2"_s}}};
    });
    QColor paper{250, 250, 240};
};

TEST_F(FigureTest, PngHasTheScaleAskedFor) {
    for (const int scale : {1, 2, 4}) {
        ASSERT_TRUE(save_figure_png(figure, paper, scale, path(u"f.png"_s)));
        const QImage image(path(u"f.png"_s));
        ASSERT_EQ(image.size(), QSize(120, 80) * scale);
        EXPECT_EQ(image.pixelColor(scale * 25, scale * 20), QColor(Qt::red));
        EXPECT_EQ(image.pixelColor(scale * 100, scale * 10), paper);
    }
}

TEST_F(FigureTest, SvgIsMadeOfShapesAndText) {
    ASSERT_TRUE(save_figure_svg(figure, paper, path(u"f.svg"_s)));
    const QByteArray text = read(path(u"f.svg"_s));
    EXPECT_TRUE(text.contains("<svg"));
    EXPECT_TRUE(text.contains("viewBox=\"0 0 120 80\""));
    EXPECT_TRUE(text.contains("word"));
    EXPECT_TRUE(text.contains("#ff0000"));
    EXPECT_FALSE(text.contains("<image"));
}

TEST_F(FigureTest, PdfIsOnePageOfTheSizeOfTheFigure) {
    ASSERT_TRUE(save_figure_pdf(figure, paper, path(u"f.pdf"_s)));
    const QByteArray text = read(path(u"f.pdf"_s));
    EXPECT_TRUE(text.startsWith("%PDF-1."));
    EXPECT_TRUE(text.trimmed().endsWith("%%EOF"));
    EXPECT_TRUE(text.contains("/Count 1"));
    EXPECT_TRUE(text.contains("/MediaBox [0 0 90.000000 60.000000]"));
}

TEST_F(FigureTest, CsvQuotesWhatNeedsIt) {
    ASSERT_TRUE(save_figure_csv(figure, path(u"f.csv"_s)));
    EXPECT_EQ(read(path(u"f.csv"_s)), "name,x\n\"a,\"\"b\"\"\",1.5\nc,2\n");
    EXPECT_EQ(data_text(0.1), u"0.1"_s);
    EXPECT_EQ(data_text(1e-9), u"1e-09"_s);
}

TEST_F(FigureTest, AFailureIsToldAndLeavesNothing) {
    const QString nowhere = path(u"missing/f.svg"_s);
    for (const Status& status :
         {save_figure_svg(figure, paper, nowhere), save_figure_pdf(figure, paper, nowhere),
          save_figure_png(figure, paper, 1, nowhere), save_figure_csv(figure, nowhere)}) {
        ASSERT_FALSE(status);
        EXPECT_EQ(status.error().code, ErrorCode::kNotWritten);
        EXPECT_EQ(status.error().file, nowhere.toStdString());
    }
    EXPECT_TRUE(QDir(folder.path()).isEmpty());
    widget.resize(0, 0);
    EXPECT_FALSE(save_figure_svg(figure, paper, path(u"empty.svg"_s)));
}

TEST_F(FigureTest, TheMenuCopiesSavesAndRemembersTheFolder) {
    Theme theme(ThemeChoice::kLight);
    FigureMenu* menu = offer_figure(widget, figure, theme);
    QStringList saved;
    QObject::connect(menu, &FigureMenu::saved, [&](const QString& file) { saved.push_back(file); });
    const auto choose = [&](const QString& name) {
        auto* action = menu->findChild<QAction*>(name);
        ASSERT_NE(action, nullptr) << name.toStdString();
        action->trigger();
    };
    choose(u"figureCopyData"_s);
    EXPECT_TRUE(QGuiApplication::clipboard()->text().startsWith(u"name,x"_s));
    choose(u"figureCopyImage"_s);
    EXPECT_EQ(QGuiApplication::clipboard()->image().size(),
              widget.size() * widget.devicePixelRatio());
    for (const QString& ending : {u"Png2"_s, u"Svg"_s, u"Pdf"_s, u"Csv"_s}) {
        file_dialogs::answer_next(path(u"named"_s));  // the ending is added
        choose(u"figure"_s + ending);
    }
    EXPECT_EQ(saved, QStringList({path(u"named.png"_s), path(u"named.svg"_s), path(u"named.pdf"_s),
                                  path(u"named.csv"_s)}));
    EXPECT_EQ(QImage(path(u"named.png"_s)).width(), 240);
    std::optional<Error> error;
    QObject::connect(menu, &FigureMenu::failed, [&](const Error& told) { error = told; });
    file_dialogs::answer_next(path(u"missing/f.csv"_s));
    choose(u"figureCsv"_s);
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code, ErrorCode::kNotWritten);
}

TEST_F(FigureTest, TheLastWayOfSavingIsOfferedFirst) {
    FigureSettings().store();
    Theme theme(ThemeChoice::kLight);
    FigureMenu* menu = offer_figure(widget, figure, theme);
    const auto choose = [&](const QString& name) {
        file_dialogs::answer_next(path(u"last"_s));
        menu->findChild<QAction*>(name)->trigger();
    };
    choose(u"figurePng4"_s);
    EXPECT_EQ(FigureSettings::load(), (FigureSettings{u"png"_s, 4}));
    QFile::remove(path(u"last.png"_s));
    choose(u"figureSaveAgain"_s);
    EXPECT_EQ(QImage(path(u"last.png"_s)).width(), 480);
    choose(u"figureSvg"_s);
    EXPECT_EQ(FigureSettings::load(), (FigureSettings{u"svg"_s, 4}));
    choose(u"figureCsv"_s);  // data is no picture
    EXPECT_EQ(FigureSettings::load().ending, u"svg"_s);
    FigureSettings().store();
    const FigureMenu bare(widget_figure(widget, u"bare"_s, {}), theme, &widget);
    EXPECT_EQ(bare.findChild<QAction*>(u"figureCsv"_s), nullptr);
    EXPECT_NE(bare.findChild<QAction*>(u"figureSvg"_s), nullptr);
}

TEST_F(FigureTest, TheCanvasOfBitsGivesTheWholePlan) {
    PlanModel plan;
    SelectionHub hub;
    BlockAxis axis;
    Theme theme(ThemeChoice::kLight);
    BitsCanvas canvas(plan, hub, axis, theme);
    canvas.resize(300, 200);
    const Figure bits = bits_figure(canvas, plan);
    EXPECT_TRUE(bits.data().rows.empty());
    testing::open_into(plan, testing::sample_path());
    const FigureData data = bits.data();
    ASSERT_EQ(data.rows.size(), plan.catalog().size());
    std::uint64_t bytes = 0;
    for (const QStringList& row : data.rows) {
        ASSERT_EQ(row.size(), data.heading.size());
        bytes += row[7].toULongLong();
    }
    EXPECT_EQ(bytes, plan.totals().bytes);
    EXPECT_TRUE(csv_text(data).contains("blk.0.attn_q.weight,attn_q,0,"));
    ASSERT_TRUE(save_figure_svg(bits, paper, path(u"bits.svg"_s)));
    EXPECT_FALSE(read(path(u"bits.svg"_s)).contains("<image"));
}

TEST_F(FigureTest, ATableGivesItsRowsInTheOrderOnScreen) {
    QStandardItemModel model(2, 3);
    model.setHorizontalHeaderLabels({u"a"_s, u"b"_s, u"c"_s});
    for (int row = 0; row < 2; ++row) {
        for (int column = 0; column < 3; ++column)
            model.setItem(row, column, new QStandardItem(QString::number(10 * row + column)));
    }
    QTableView table;
    table.setModel(&model);
    table.setColumnHidden(1, true);
    table.horizontalHeader()->moveSection(2, 0);
    EXPECT_EQ(csv_text(table_figure(table, u"table"_s).data()), "c,a\n2,0\n12,10\n");
}

TEST(FigureTable, FiguresAreNotCutOff) {
    const std::array<int, 3> widths = {24, 200, 24};
    FigureTable table(u"t"_s, u"t"_s, {u"a"_s, u"b"_s, u"c"_s}, widths, nullptr);
    table.resize(400, 100);
    table.fill({{figure_cell(-41940, u"-4.194e+04"_s), number_cell(1), number_cell(2)}});
    EXPECT_GE(table.columnWidth(0), table.fontMetrics().horizontalAdvance(u"-4.194e+04"_s));
    EXPECT_EQ(table.columnWidth(1), 200);
}

}  // namespace
}  // namespace bitlathe
