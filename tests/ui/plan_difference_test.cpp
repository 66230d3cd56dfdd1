// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/plan_difference.h"

#include <gtest/gtest.h>

#include "tests/ui/ui_testing.h"
#include "ui/models/history_model.h"
#include "ui/theme/text.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

class PlanDifferenceTest : public ::testing::Test {
protected:
    void SetUp() override { testing::open_into(plan, testing::sample_path()); }
    [[nodiscard]] std::size_t tensor(const char* name) const {
        return *plan.catalog().model().checkpoint->find(name);
    }
    void edit(const char* name, const char* format) {
        plan.preview(std::vector<FormatChange>{{tensor(name), *find_format(format)}});
        plan.commit_preview(u"Edit"_s);
    }
    void compare_two() {
        shelf.duplicate();
        edit(kQ, "Q8_0");
        edit(kK, "Q2_K");
        shelf.compare(0);
    }
    [[nodiscard]] QString cell(int row, int column) const {
        return model.data(model.index(row, column)).toString();
    }
    static constexpr const char* kQ = "blk.0.attn_q.weight";
    static constexpr const char* kK = "blk.2.attn_k.weight";
    PlanModel plan;
    PlanShelf shelf{plan};
    PlanDifferenceModel model{plan, shelf};
};

TEST_F(PlanDifferenceTest, OnlyTensorsThatDifferAreThere) {
    EXPECT_EQ(model.rowCount(), 0);
    testing::invent_errors(plan);
    compare_two();
    ASSERT_EQ(model.rowCount(), 2);
    const int q = model.row_of(tensor(kQ));
    EXPECT_EQ(cell(q, PlanDifferenceModel::kName), u"blk.0.attn_q"_s);
    EXPECT_EQ(cell(q, PlanDifferenceModel::kCurrent), u"Q8_0"_s);
    EXPECT_EQ(cell(q, PlanDifferenceModel::kCompared), u"Q4_K"_s);
    EXPECT_EQ(cell(q, PlanDifferenceModel::kBytes),
              bytes_change_text(plan.catalog().bytes(tensor(kQ), *find_format("Q8_0")),
                                plan.catalog().bytes(tensor(kQ), *find_format("Q4_K"))));
    EXPECT_TRUE(cell(q, PlanDifferenceModel::kError).startsWith(u'+'));
    EXPECT_EQ(model.row_of(tensor("blk.1.attn_q.weight")), -1);
    shelf.compare(std::nullopt);
    EXPECT_EQ(model.rowCount(), 0);
}

TEST_F(PlanDifferenceTest, DifferencesAddUpToTheTotals) {
    testing::invent_errors(plan);
    compare_two();
    double bytes = 0;
    for (const QStringList& row : model.rows().rows)
        bytes += row[5].toDouble();
    EXPECT_EQ(bytes, static_cast<double>(shelf.totals(0).bytes) -
                         static_cast<double>(plan.totals().bytes));
}

TEST_F(PlanDifferenceTest, UnknownStaysUnknown) {
    compare_two();
    EXPECT_EQ(cell(0, PlanDifferenceModel::kError), QString(kUnknown));
    const QStringList fields = model.rows().rows.front();
    ASSERT_EQ(fields.size(), 9);
    EXPECT_EQ(fields.front(), QString::fromLatin1(kQ));
    EXPECT_EQ(fields.mid(6), (QStringList{{}, {}, {}}));
}

TEST_F(PlanDifferenceTest, ColumnsSort) {
    testing::invent_errors(plan);
    compare_two();
    model.sort(PlanDifferenceModel::kBytes, Qt::AscendingOrder);
    EXPECT_EQ(model.tensor_at(0), tensor(kQ));  // B saves most there
    model.sort(PlanDifferenceModel::kBytes, Qt::DescendingOrder);
    EXPECT_EQ(model.tensor_at(0), tensor(kK));
    model.sort(PlanDifferenceModel::kName, Qt::AscendingOrder);
    EXPECT_EQ(model.tensor_at(0), tensor(kQ));
    model.sort(-1);
    EXPECT_LT(model.tensor_at(0), model.tensor_at(1));
}

TEST_F(PlanDifferenceTest, ADragIsFollowed) {
    testing::invent_errors(plan);
    compare_two();
    const std::size_t other = tensor("blk.1.attn_q.weight");
    plan.preview(std::vector<FormatChange>{{other, *find_format("Q8_0")}});
    ASSERT_TRUE(testing::wait_for([&] { return model.row_of(other) >= 0; }));
    plan.cancel_preview();
    ASSERT_TRUE(testing::wait_for([&] { return model.row_of(other) < 0; }));
}

TEST_F(PlanDifferenceTest, AnotherModelEndsTheComparison) {
    compare_two();
    testing::open_into(plan, testing::sample_path());
    EXPECT_EQ(model.rowCount(), 0);
    EXPECT_FALSE(shelf.compared_row());
}

TEST_F(PlanDifferenceTest, HistoryNamesEveryState) {
    HistoryModel history(plan);
    const auto says = [&](int row, int role) { return history.data(history.index(row), role); };
    EXPECT_EQ(history.rowCount(), 1);
    EXPECT_EQ(says(0, Qt::DisplayRole).toString(), u"Opened with Q4_K_M"_s);
    EXPECT_TRUE(says(0, HistoryModel::kCurrentRole).toBool());
    compare_two();
    ASSERT_EQ(history.rowCount(), 4);
    EXPECT_EQ(says(1, Qt::DisplayRole).toString(), u"New plan Q4_K_M 2"_s);
    plan.undo_stack().setIndex(2);
    plan.undo_stack().setClean();
    EXPECT_TRUE(says(2, HistoryModel::kCurrentRole).toBool());
    EXPECT_TRUE(says(2, HistoryModel::kSavedRole).toBool());
    EXPECT_FALSE(says(2, HistoryModel::kUndoneRole).toBool());
    EXPECT_TRUE(says(3, HistoryModel::kUndoneRole).toBool());
    testing::open_into(plan, testing::sample_path());
    EXPECT_EQ(history.rowCount(), 1);
}

}  // namespace
}  // namespace bitlathe
