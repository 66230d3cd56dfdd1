// SPDX-License-Identifier: GPL-3.0-or-later
// What a drag on the BITS canvas refuses, and what the keys held with it do.
#include <QMouseEvent>

#include "tests/ui/canvas_fixture.h"
#include "ui/canvas/hover_text.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr auto kQ0 = "blk.0.attn_q.weight";
constexpr auto kUp5 = "blk.5.ffn_up.weight";

class BitsDrag : public testing::CanvasTest {
protected:
    void press(const char* name, double bits) {
        QTest::mousePress(&canvas, Qt::LeftButton, {}, at(name, bits));
    }
    /// A movement with the button down and keys held; QTest cannot hold keys.
    void move(const char* name, double bits, Qt::KeyboardModifiers held = {}) {
        const QPoint to = at(name, bits);
        QMouseEvent event(QEvent::MouseMove, to, canvas.mapToGlobal(to), Qt::NoButton,
                          Qt::LeftButton, held);
        QApplication::sendEvent(&canvas, &event);
    }
    void release(const char* name, double bits) {
        QTest::mouseRelease(&canvas, Qt::LeftButton, {}, at(name, bits));
    }
    [[nodiscard]] bool on_ladder(const char* name) const {
        const auto rungs = plan.catalog().ladder(tensor(name));
        return std::any_of(rungs.begin(), rungs.end(), [&](const Rung& rung) {
            return rung.format == plan.format(tensor(name));
        });
    }
};

TEST_F(BitsDrag, RefusedFormatsAreMarkedWhileABarIsDragged) {
    EXPECT_TRUE(canvas.shown_refusals().empty());
    press(kQ0, 4.5);
    move(kQ0, 2.2);
    const auto refused = canvas.shown_refusals();
    ASSERT_FALSE(refused.empty());
    double last = 0;
    for (const RefusedFormat& one : refused) {
        EXPECT_FALSE(one.reason.isEmpty());
        EXPECT_GE(format_info(one.format).bits_per_weight, last);
        last = format_info(one.format).bits_per_weight;
        const auto rungs = plan.catalog().ladder(tensor(kQ0));
        EXPECT_TRUE(std::none_of(rungs.begin(), rungs.end(),
                                 [&](const Rung& rung) { return rung.format == one.format; }));
    }
    // Legal, but so new that most runtimes refuse the file: a hand must not land there by chance.
    const auto new_one = std::find_if(refused.begin(), refused.end(), [](const auto& one) {
        return format_info(one.format).name == "Q2_0";
    });
    ASSERT_NE(new_one, refused.end());
    EXPECT_TRUE(new_one->reason.contains(u"runtimes"_s));
    release(kQ0, 2.2);
    EXPECT_TRUE(canvas.shown_refusals().empty());
}

TEST_F(BitsDrag, TheMarksAreOnTheScreenAndGoAgain) {
    const auto picture = [&] {
        return canvas.grab(canvas.geometry_map().slot_rect(bar(kQ0))).toImage();
    };
    const QRgb warning = theme.tokens().warning.rgb();
    const auto has_marks = [&](const QImage& image) {
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixel(x, y) == warning) return true;
            }
        }
        return false;
    };
    EXPECT_FALSE(has_marks(picture()));
    press(kQ0, 4.5);
    move(kQ0, 4.6);
    move(kQ0, 5.5);
    EXPECT_TRUE(has_marks(picture()));
    QTest::keyClick(&canvas, Qt::Key_Escape);
    EXPECT_FALSE(has_marks(picture()));
    release(kQ0, 5.5);
}

TEST_F(BitsDrag, TheCardNamesWhatIsRefusedNearTheHand) {
    const Bar& own = canvas.bar_list().bars[static_cast<std::size_t>(bar(kQ0))];
    const auto struck = [&](std::optional<double> asked) {
        QStringList names;
        for (const HoverLine& line : hover_text(plan, own, {}, asked)) {
            if (line.struck.isEmpty()) continue;
            EXPECT_FALSE(line.text.isEmpty());
            names.push_back(line.struck);
        }
        return names;
    };
    EXPECT_FALSE(struck({}).isEmpty());
    const QStringList near_two = struck(2.1);
    ASSERT_FALSE(near_two.isEmpty());
    EXPECT_LE(near_two.size(), 3);
    for (const QString& name : near_two) {
        EXPECT_NEAR(format_info(*find_format(name.toStdString())).bits_per_weight, 2.1, 1.0);
    }
    EXPECT_TRUE(struck(30).isEmpty());
}

TEST_F(BitsDrag, ShiftKeepsTheDragToOneRole) {
    click(kQ0);
    click(kUp5, Qt::ControlModifier);
    press(kQ0, 4.5);
    move(kQ0, 8.5);
    EXPECT_EQ(format(kUp5), "Q8_0");
    move(kQ0, 8.5, Qt::ShiftModifier);
    EXPECT_EQ(format(kQ0), "Q8_0");
    EXPECT_EQ(format(kUp5), "Q4_K");
    QTest::keyPress(&canvas, Qt::Key_Alt);  // other keys do not end it
    QTest::keyRelease(&canvas, Qt::Key_Alt);
    EXPECT_EQ(format(kUp5), "Q4_K");
    release(kQ0, 8.5);
    EXPECT_EQ(format(kQ0), "Q8_0");
    EXPECT_EQ(format(kUp5), "Q4_K");
    EXPECT_EQ(plan.undo_stack().count(), 1);
}

TEST_F(BitsDrag, AltLandsOnEveryLegalFormat) {
    press(kQ0, 4.5);
    std::set<std::string> snapped;
    std::set<std::string> legal;
    for (double bits = 2.0; bits < 9.0; bits += 0.1) {
        move(kQ0, bits);
        EXPECT_TRUE(on_ladder(kQ0));
        snapped.insert(format(kQ0));
        move(kQ0, bits, Qt::AltModifier);
        const auto legality = plan.catalog().target().legality(plan.catalog().model(), tensor(kQ0),
                                                               plan.format(tensor(kQ0)), nullptr);
        EXPECT_TRUE(legality.legal) << format(kQ0) << legality.reason;
        legal.insert(format(kQ0));
    }
    EXPECT_GT(legal.size(), snapped.size());
    move(kQ0, 4.25, Qt::AltModifier);
    EXPECT_FALSE(on_ladder(kQ0));
    QTest::keyRelease(&canvas, Qt::Key_Alt);  // letting go snaps at once
    EXPECT_TRUE(on_ladder(kQ0));
    QTest::keyPress(&canvas, Qt::Key_Alt);
    EXPECT_FALSE(on_ladder(kQ0));
    release(kQ0, 4.25);
    EXPECT_FALSE(on_ladder(kQ0));
    EXPECT_EQ(plan.undo_stack().count(), 1);
    EXPECT_TRUE(check_plan(plan.catalog().model(), plan.plan(), nullptr));
}

TEST_F(BitsDrag, SolversLeaveLockedBarsAlone) {
    plan.set_locked(std::vector<std::size_t>{tensor(kQ0)}, true);
    press(kQ0, 4.5);
    move(kQ0, 8.5, Qt::AltModifier);
    release(kQ0, 8.5);
    EXPECT_EQ(format(kQ0), "Q4_K");
    PlanRequest request;
    request.budget = Budget{Budget::Unit::kBitsPerWeight, 8.0};
    const Plan kept = plan.plan();
    const auto made = make_plan(plan.catalog().model(), request, *plan.errors(), {}, &kept);
    ASSERT_TRUE(made);
    EXPECT_EQ(made->tensors.at(kQ0).format, *find_format("Q4_K"));
}

}  // namespace
}  // namespace bitlathe
