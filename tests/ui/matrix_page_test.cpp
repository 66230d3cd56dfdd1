// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/matrix_page.h"

#include <QAction>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QMouseEvent>
#include <QTest>
#include <QWheelEvent>
#include <cmath>

#include <gtest/gtest.h>

#include "tests/ui/ui_testing.h"
#include "ui/panels/file_dialogs.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr auto kDown = "blk.3.ffn_down.weight";

class Page : public ::testing::Test {
protected:
    void SetUp() override {
        testing::open_into(plan, testing::sample_path());
        page.resize(900, 600);
        page.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&page));
    }
    [[nodiscard]] std::size_t tensor(const char* name) const {
        return *plan.catalog().model().checkpoint->find(name);
    }
    [[nodiscard]] TensorView weights(const char* name) const {
        return plan.catalog().model().checkpoint->view(tensor(name));
    }
    [[nodiscard]] bool settle() {
        return testing::wait_for([this] { return page.idle(); });
    }
    void select(const char* name) {
        hub.select({tensor(name)}, tensor(name));
        ASSERT_TRUE(settle());
    }
    template <class Widget>
    [[nodiscard]] Widget* child(const char* name) const {
        auto* found = page.findChild<Widget*>(QString::fromLatin1(name));
        EXPECT_NE(found, nullptr) << name;
        return found;
    }
    [[nodiscard]] std::string text(const char* label) const {
        return child<QLabel>(label)->text().toStdString();
    }
    void set_format(const char* name, const char* format) {
        const FormatChange change{tensor(name), *find_format(format)};
        plan.preview({&change, 1});
        plan.commit_preview(u"test"_s);
    }
    void wheel(QPoint at, int angle, Qt::KeyboardModifiers modifiers = {}) {
        QWheelEvent event(at, canvas().mapToGlobal(at), {}, {0, angle}, {}, modifiers,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&canvas(), &event);
    }
    /// Unlike QTest::mouseMove() also beyond the small screen of the platform.
    void hover(QPoint at) {
        QMouseEvent event(QEvent::MouseMove, at, canvas().mapToGlobal(at), {}, {}, {});
        QCoreApplication::sendEvent(&canvas(), &event);
    }
    [[nodiscard]] MatrixCanvas& canvas() { return page.canvas(); }
    [[nodiscard]] QPoint middle() { return canvas().plot().center(); }

    QTemporaryDir folder;
    Theme theme{ThemeChoice::kLight};
    PlanModel plan;
    SelectionHub hub;
    MatrixPage page{plan, hub, theme};
};

TEST_F(Page, FollowsTheCurrentTensor) {
    EXPECT_EQ(canvas().picture(), nullptr);
    EXPECT_EQ(text("matrixTitle"), "Matrix");
    select(kDown);
    ASSERT_NE(canvas().picture(), nullptr);
    EXPECT_EQ(text("matrixTitle"), kDown);
    EXPECT_EQ(text("matrixFacts"), "256 × 768  ·  BF16 → Q6_K");
    EXPECT_EQ(canvas().view().rows(), 256U);
    EXPECT_EQ(canvas().view().cols(), 768U);
    select("blk.0.attn_norm.weight");
    EXPECT_EQ(canvas().view().rows(), 1U);
    hub.clear();
    EXPECT_EQ(canvas().picture(), nullptr);
    plan.close();
    EXPECT_EQ(text("matrixTitle"), "Matrix");
}

TEST_F(Page, ReadsNothingWhileItIsHidden) {
    page.hide();
    hub.select({tensor(kDown)}, tensor(kDown));
    EXPECT_TRUE(settle());
    EXPECT_EQ(canvas().picture(), nullptr);
    page.show();
    ASSERT_TRUE(testing::wait_for([this] { return canvas().picture() != nullptr; }));
}

TEST_F(Page, ErrorFollowsTheFormatOfThePlan) {
    select(kDown);
    page.show_quantity(MatrixPage::Shown::kError);
    ASSERT_TRUE(settle());
    const auto largest = [this] { return canvas().picture()->statistics.max_abs; };
    const float of_q6 = largest();
    EXPECT_GT(of_q6, 0);
    set_format(kDown, "Q2_K");
    ASSERT_TRUE(settle());
    EXPECT_EQ(canvas().picture()->request.format, *find_format("Q2_K"));
    EXPECT_GT(largest(), 3 * of_q6);
    EXPECT_EQ(canvas().look().unit, u"Q2_K − weight"_s);
    plan.undo_stack().undo();
    ASSERT_TRUE(settle());
    EXPECT_EQ(largest(), of_q6);
    set_format(kDown, "BF16");
    ASSERT_TRUE(settle());
    EXPECT_EQ(largest(), 0);
    EXPECT_EQ(text("matrixFacts"), "256 × 768  ·  kept as BF16, nothing changes");
}

TEST_F(Page, ValuesAreNotReadAgainForAnotherFormatOrLook) {
    select(kDown);
    const MatrixPicture* before = canvas().picture();
    set_format(kDown, "Q3_K");
    child<QCheckBox>("matrixLog")->setChecked(true);
    child<QComboBox>("matrixMap")->setCurrentIndex(1);
    child<QComboBox>("matrixClip")->setCurrentIndex(0);
    page.show_quantity(MatrixPage::Shown::kMagnitude);
    ASSERT_TRUE(settle());
    EXPECT_EQ(canvas().picture(), before);
    EXPECT_TRUE(canvas().scale().magnitudes());
    EXPECT_TRUE(canvas().scale().is_logarithmic());
    EXPECT_EQ(canvas().scale().high(), before->statistics.max_abs);
}

TEST_F(Page, TheReadingIsTheWeightUnderThePointer) {
    select(kDown);
    set_format(kDown, "Q8_0");
    canvas().zoom_at(middle(), 1e6);
    ASSERT_TRUE(settle());
    hover(middle() + QPoint(5, 5));
    ASSERT_TRUE(settle());
    const auto place = canvas().pointed();
    ASSERT_TRUE(place);
    std::vector<float> row(768);
    weights(kDown).decode_rows(place->row, 1, row.data());
    const WeightReading reading =
        read_weight(weights(kDown), *find_format("Q8_0"), place->row, place->col);
    EXPECT_EQ(reading.value, row[place->col]);
    ASSERT_TRUE(reading.quantized);
    const std::string expected = "row " + std::to_string(place->row) + "   ·   column " +
                                 std::to_string(place->col) + "   ·   value " +
                                 weight_text(reading.value).toStdString() + "   ·   Q8_0 " +
                                 weight_text(*reading.quantized).toStdString();
    EXPECT_EQ(text("matrixReading").substr(0, expected.size()), expected);
    EXPECT_TRUE(canvas().part(0).name.contains(u"row"_s));
    EXPECT_EQ(canvas().pointed_peak(), reading.value);
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(&canvas(), &leave);
    EXPECT_EQ(text("matrixReading"), "");
}

TEST_F(Page, SortedRowsSayWhichRowTheyAre) {
    select(kDown);
    child<QCheckBox>("matrixSortRows")->setChecked(true);
    ASSERT_TRUE(settle());
    const MatrixOrder& order = canvas().picture()->order;
    ASSERT_EQ(order.rows.size(), 256U);
    EXPECT_TRUE(order.cols.empty());
    const auto norm = [this](std::uint64_t row) {
        std::vector<float> values(768);
        weights(kDown).decode_rows(row, 1, values.data());
        double sum = 0;
        for (const float value : values)
            sum += static_cast<double>(value) * value;
        return sum;
    };
    for (std::size_t i = 1; i < 256; ++i)
        EXPECT_GE(norm(order.rows[i - 1]) * (1 + 1e-12), norm(order.rows[i]));
    hover(canvas().plot().topLeft() + QPoint(3, 0));
    ASSERT_TRUE(settle());
    EXPECT_EQ(text("matrixReading").rfind("row " + std::to_string(order.rows[0]), 0), 0U);
}

TEST_F(Page, WheelDragAndKeysMoveTheView) {
    select(kDown);
    const auto step = [this] { return canvas().view().rows_per_pixel(); };
    const double whole = step();
    wheel(middle(), 120);
    const double plain = whole / step();
    canvas().show_all();
    wheel(middle(), 120, Qt::ControlModifier);
    EXPECT_LT(whole / step(), plain);
    canvas().show_all();
    wheel(middle(), 120, Qt::ShiftModifier);
    EXPECT_GT(whole / step(), plain);

    const double left = canvas().view().viewport().col;
    testing::drag(canvas(), middle(), middle() + QPoint(40, 0));
    EXPECT_LT(canvas().view().viewport().col, left);
    const double dragged = canvas().view().viewport().col;
    QTest::keyClick(&canvas(), Qt::Key_Right, Qt::ControlModifier);
    EXPECT_GT(canvas().view().viewport().col, dragged);
    ASSERT_TRUE(canvas().pointed()) << "keys read the middle";
    canvas().show_all();
    QTest::keyClick(&canvas(), Qt::Key_1);
    const MatrixPlace before = *canvas().pointed();
    QTest::keyClick(&canvas(), Qt::Key_Right);
    QTest::keyClick(&canvas(), Qt::Key_Down, Qt::ShiftModifier);
    EXPECT_EQ(canvas().pointed()->col, before.col + 1) << "from weight to weight";
    EXPECT_EQ(canvas().pointed()->row, before.row + 10);
    QTest::keyClick(&canvas(), Qt::Key_Home);
    EXPECT_TRUE(canvas().view().shows_all());
    QTest::keyClick(&canvas(), Qt::Key_Plus);
    EXPECT_FALSE(canvas().view().shows_all());
    QTest::mouseDClick(&canvas(), Qt::LeftButton, {}, middle());
    EXPECT_TRUE(canvas().view().shows_all());
    QTest::keyClick(&canvas(), Qt::Key_1);
    EXPECT_LE(step(), 1);
    QTest::keyClick(&canvas(), Qt::Key_F);
    EXPECT_TRUE(canvas().view().shows_all());
    ASSERT_TRUE(settle());
}

TEST_F(Page, OnePixelPerWeightHasTheColoursOfTheWeights) {
    page.show_quantity(MatrixPage::Shown::kMagnitude);
    select(kDown);
    QTest::keyClick(&canvas(), Qt::Key_1);
    ASSERT_TRUE(settle());
    const double ratio = canvas().devicePixelRatioF();
    const QImage image = canvas().grab().toImage();
    const MatrixRegion visible = canvas().view().visible();
    const MatrixPalette palette = matrix_palette(ColourMap::kViridis, true);
    std::vector<float> row(768);
    const std::uint64_t middle_row = visible.row + visible.rows / 2;
    weights(kDown).decode_rows(middle_row, 1, row.data());
    for (std::uint64_t col = visible.col + 3; col < visible.col + visible.cols - 3; col += 11) {
        const QPoint pixel = canvas().view().cell_rect({middle_row, col}).center() +
                             (QPointF(canvas().plot().topLeft()) * ratio).toPoint();
        const double step = canvas().scale().position(row[col]) * (MatrixPalette::kSteps - 1);
        const QRgb seen = image.pixel(pixel);
        const auto near = [&](double at) {
            return seen == palette.steps[static_cast<std::size_t>(std::clamp(at, 0.0, 254.0))];
        };
        EXPECT_TRUE(near(std::floor(step)) || near(std::ceil(step)) || near(step - 1) ||
                    near(step + 1))
            << col;
    }
}

TEST_F(Page, CopiesAndSavesWhatIsSeen) {
    select(kDown);
    child<QAction>("actionMatrixCopy")->trigger();
    EXPECT_EQ(QGuiApplication::clipboard()->image().size(),
              canvas().size() * canvas().devicePixelRatioF());
    const QString png = folder.filePath(u"m.png"_s);
    file_dialogs::answer_next(png);
    child<QAction>("actionMatrixPng")->trigger();
    EXPECT_FALSE(QImage(png).isNull());

    canvas().zoom_at(middle(), 1e6);
    const MatrixRegion visible = canvas().view().visible();
    const QString csv = folder.filePath(u"m.csv"_s);
    file_dialogs::answer_next(csv);
    int jobs = 0;
    QObject::connect(&page, &MatrixPage::job_started, &page, [&jobs] { ++jobs; });
    child<QAction>("actionMatrixCsv")->trigger();
    EXPECT_EQ(jobs, 1);
    ASSERT_TRUE(testing::wait_for([&] { return QFile::exists(csv); }));
    QFile file(csv);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
    ASSERT_EQ(lines.size(), static_cast<qsizetype>(visible.rows + 1));
    const QList<QByteArray> cells = lines[1].split(',');
    ASSERT_EQ(cells.size(), static_cast<qsizetype>(visible.cols + 1));
    EXPECT_EQ(cells[0].toULongLong(), visible.row);
    std::vector<float> row(768);
    weights(kDown).decode_rows(visible.row, 1, row.data());
    EXPECT_EQ(cells[1].toFloat(), row[visible.col]);
}

TEST_F(Page, AFileThatCannotBeWrittenIsSaid) {
    select(kDown);
    int failures = 0;
    QObject::connect(&page, &MatrixPage::failed, &page, [&failures] { ++failures; });
    file_dialogs::answer_next(folder.filePath(u"none/m.png"_s));
    child<QAction>("actionMatrixPng")->trigger();
    EXPECT_EQ(failures, 1);
}

TEST_F(Page, EveryControlHasANameForThoseWhoCannotSeeIt) {
    for (QWidget* widget : page.findChildren<QWidget*>()) {
        // The lists that open under the choices are windows of Qt's own.
        if (widget->focusPolicy() == Qt::NoFocus || widget->window() != &page) continue;
        EXPECT_FALSE(widget->accessibleName().isEmpty()) << widget->objectName().toStdString();
    }
}

TEST_F(Page, ControlsTakeTwoLinesWhereOneIsTooLong) {
    const auto same_line = [this] {
        return child<QComboBox>("matrixClip")->geometry().bottom() >
               child<QCheckBox>("matrixLog")->geometry().top();
    };
    EXPECT_TRUE(same_line());
    page.resize(page.minimumSizeHint().width(), 600);
    QCoreApplication::processEvents();
    EXPECT_LT(page.width(), 500);
    EXPECT_FALSE(same_line());
}

TEST_F(Page, PaintsInBothThemes) {
    select(kDown);
    const QImage light = page.grab().toImage();
    theme.choose(ThemeChoice::kDark);
    const QImage dark = page.grab().toImage();
    EXPECT_NE(light.pixel(5, 300), dark.pixel(5, 300));
}

TEST_F(Page, ASpotIsBroughtIntoTheMiddleAndFramed) {
    set_format(kDown, "Q4_0");
    select(kDown);
    page.show_spot({40, {}});
    ASSERT_TRUE(settle());
    EXPECT_EQ(page.shown(), MatrixPage::Shown::kError);
    const std::uint64_t cols = canvas().view().cols();
    EXPECT_EQ(canvas().spot(), (MatrixRegion{40, 0, 1, cols}));
    EXPECT_EQ(canvas().view().visible().cols, cols) << "all of the row";
    EXPECT_LT(canvas().view().rows_per_pixel(), 1);
    ASSERT_TRUE(canvas().pointed());
    EXPECT_EQ(canvas().pointed()->row, 40U);
    EXPECT_TRUE(text("matrixReading").find("row 40") != std::string::npos);
    page.show_spot({70, 64, 32});
    ASSERT_TRUE(settle());
    EXPECT_EQ(canvas().spot(), (MatrixRegion{70, 64, 1, 32}));
    canvas().show_all();
    EXPECT_FALSE(canvas().spot());
}

TEST_F(Page, ASpotIsFoundAmongSortedRows) {
    set_format(kDown, "Q4_0");
    select(kDown);
    child<QCheckBox>("matrixSortRows")->setChecked(true);
    ASSERT_TRUE(settle());
    page.show_spot({40, {}});
    ASSERT_TRUE(settle());
    ASSERT_TRUE(canvas().spot());
    EXPECT_EQ(canvas().picture()->order.row(canvas().spot()->row), 40U);
}

}  // namespace
}  // namespace bitlathe
