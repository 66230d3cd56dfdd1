// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>

#include <gtest/gtest.h>

#include "tests/ui/ui_testing.h"
#include "ui/models/tensor_table_model.h"
#include "ui/theme/text.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;
using Table = TensorTableModel;

class TensorTable : public ::testing::Test {
protected:
    void SetUp() override {
        testing::open_into(plan, testing::sample_path());
        testing::invent_errors(plan);
    }
    [[nodiscard]] std::string cell(int row, int column) const {
        return table.index(row, column).data().toString().toStdString();
    }
    PlanModel plan;
    Table table{plan};
    QAbstractItemModelTester tester{&table, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

TEST_F(TensorTable, ShowsEveryTensorOfTheFile) {
    EXPECT_EQ(table.rowCount(), 74);
    EXPECT_EQ(table.columnCount(), Table::kColumnCount);
    const int row = table.row_of(*plan.catalog().model().checkpoint->find("blk.0.ffn_down.weight"));
    EXPECT_EQ(cell(row, Table::kName), "blk.0.ffn_down.weight");
    EXPECT_EQ(cell(row, Table::kRole), "mlp_down");
    EXPECT_EQ(cell(row, Table::kBlock), "0");
    EXPECT_EQ(cell(row, Table::kShape), "256 × 768");
    EXPECT_EQ(cell(row, Table::kSource), "BF16");
    EXPECT_EQ(cell(row, Table::kPlanned), "Q6_K");
    EXPECT_EQ(cell(row, Table::kBits), "6.56");
    EXPECT_EQ(cell(row, Table::kSize), "157.5 KiB");
}

TEST_F(TensorTable, FiltersAndCountsParameters) {
    table.set_filter(TensorFilter(u"role:down"_s));
    EXPECT_EQ(table.rowCount(), 8);
    EXPECT_EQ(table.count().tensors, 8U);
    EXPECT_NEAR(table.count().parameter_share,
                8.0 * 256 * 768 / static_cast<double>(plan.catalog().parameters()), 1e-12);
    table.set_filter(TensorFilter(u"no such tensor"_s));
    EXPECT_EQ(table.rowCount(), 0);
    table.set_filter({});
    EXPECT_EQ(table.rowCount(), 74);
    EXPECT_DOUBLE_EQ(table.count().parameter_share, 1.0);
}

TEST_F(TensorTable, SortsEveryColumnBothWaysAndKeepsIndexes) {
    const QPersistentModelIndex kept = table.index(5, Table::kName);
    const QString name = kept.data().toString();
    for (int column = 0; column < Table::kColumnCount; ++column) {
        table.sort(column, Qt::AscendingOrder);
        EXPECT_EQ(kept.data().toString(), name);
        table.sort(column, Qt::DescendingOrder);
        EXPECT_EQ(kept.data().toString(), name);
    }
    table.sort(Table::kError, Qt::DescendingOrder);
    for (int row = 1; row < table.rowCount(); ++row) {
        EXPECT_GE(plan.error(table.tensor_at(row - 1)), plan.error(table.tensor_at(row)));
    }
    table.sort(-1);
    for (int row = 0; row < table.rowCount(); ++row) {
        EXPECT_EQ(table.tensor_at(row), static_cast<std::size_t>(row));
    }
}

TEST_F(TensorTable, RowsStayPutDuringAPreviewAndSettleAfterwards) {
    table.sort(Table::kBits, Qt::AscendingOrder);
    const std::size_t first = table.tensor_at(0);
    QSignalSpy changed(&table, &QAbstractItemModel::dataChanged);
    QSignalSpy moved(&table, &QAbstractItemModel::layoutChanged);
    plan.preview(std::vector<FormatChange>{{first, *find_format("Q8_0")}});
    ASSERT_TRUE(testing::wait_for([&] { return changed.count() > 0; }));
    EXPECT_EQ(changed.count(), 1);
    EXPECT_EQ(moved.count(), 0);
    EXPECT_EQ(table.tensor_at(0), first);
    EXPECT_EQ(cell(0, Table::kPlanned), "Q8_0");
    plan.commit_preview(u"step"_s);
    EXPECT_EQ(moved.count(), 1);
    EXPECT_NE(table.tensor_at(0), first);
}

TEST_F(TensorTable, UnknownErrorsAreNotZero) {
    PlanModel fresh;
    Table unknown(fresh);
    testing::open_into(fresh, testing::sample_path());
    const int row =
        unknown.row_of(*fresh.catalog().model().checkpoint->find("blk.0.ffn_down.weight"));
    EXPECT_EQ(unknown.index(row, Table::kError).data().toString(), QString(kUnknown));
    EXPECT_LT(unknown.index(row, Table::kError).data(Table::kErrorShareRole).toDouble(), 0);
}

TEST_F(TensorTable, BlocksHaveSubtotalsThatAddUp) {
    table.set_grouping(TensorGrouping::kBlock);
    ASSERT_GE(table.rowCount(), 1 + 8);
    EXPECT_EQ(cell(0, Table::kName), "embed");
    EXPECT_EQ(cell(1, Table::kName), "block 0");
    const QModelIndex block = table.index(1, 0);
    EXPECT_FALSE(table.tensor_of(block));
    std::uint64_t bytes = 0;
    for (const std::size_t tensor : table.tensors_of(block))
        bytes += plan.bytes(tensor);
    EXPECT_EQ(cell(1, Table::kSize), bytes_text(bytes).toStdString());
    std::size_t rows = 0;
    for (int row = 0; row < table.rowCount(); ++row)
        rows += static_cast<std::size_t>(table.rowCount(table.index(row, 0)));
    EXPECT_EQ(rows, 74U);
    const auto down = *plan.catalog().model().checkpoint->find("blk.0.ffn_down.weight");
    const QModelIndex leaf = table.index_of(down);
    EXPECT_EQ(leaf.parent(), block);
    EXPECT_EQ(leaf.data().toString(), u"mlp_down"_s);
    EXPECT_EQ(table.tensor_of(leaf), down);
    const auto norm = *plan.catalog().model().checkpoint->find("blk.0.ffn_norm.weight");
    EXPECT_EQ(table.index_of(norm).data().toString(), u"ffn_norm"_s);
}

TEST_F(TensorTable, ASubtotalFollowsItsTensors) {
    table.set_grouping(TensorGrouping::kBlock);
    const std::string before = cell(1, Table::kBits);
    const auto down = *plan.catalog().model().checkpoint->find("blk.0.ffn_down.weight");
    plan.preview(std::vector<FormatChange>{{down, *find_format("Q8_0")}});
    plan.commit_preview(u"step"_s);
    EXPECT_NE(cell(1, Table::kBits), before);
    EXPECT_NE(cell(1, Table::kPlanned).find('+'), std::string::npos);
}

TEST_F(TensorTable, GroupsAreSortedByTheirSubtotalsAndTensorsWithinThem) {
    table.set_grouping(TensorGrouping::kRole);
    const QPersistentModelIndex group = table.index(3, 0);
    const QPersistentModelIndex leaf = table.index(1, 0, group);
    const QString title = group.data().toString();
    const QString name = leaf.data().toString();
    table.sort(Table::kSize, Qt::DescendingOrder);
    EXPECT_EQ(group.data().toString(), title);
    EXPECT_EQ(leaf.data().toString(), name);
    EXPECT_EQ(leaf.parent(), group);
    std::uint64_t last = UINT64_MAX;
    for (int row = 0; row < table.rowCount(); ++row) {
        std::uint64_t sum = 0;
        std::uint64_t own = UINT64_MAX;
        for (const std::size_t tensor : table.tensors_of(table.index(row, 0))) {
            EXPECT_LE(plan.bytes(tensor), own);
            own = plan.bytes(tensor);
            sum += own;
        }
        EXPECT_LE(sum, last);
        last = sum;
    }
}

TEST_F(TensorTable, AFilterLeavesOnlyGroupsWithRows) {
    table.set_grouping(TensorGrouping::kBlock);
    table.set_filter(TensorFilter(u"block:2-3 role:attn"_s));
    EXPECT_EQ(table.rowCount(), 2);
    EXPECT_EQ(table.rowCount(table.index(0, 0)), 4);
    EXPECT_FALSE(table.index_of(0).isValid());
    table.set_grouping(TensorGrouping::kFile);
    EXPECT_EQ(table.rowCount(), 1);
    EXPECT_EQ(cell(0, Table::kName), "storybook-7m-bf16.gguf");
    EXPECT_EQ(cell(0, Table::kShape).substr(0, 8), "8 tensor");
}

TEST_F(TensorTable, AFilterThatAsksForThePlanIsAskedAgainAfterAStep) {
    table.set_filter(TensorFilter(u"format:Q8_0"_s));
    EXPECT_EQ(table.rowCount(), 0);
    const auto down = *plan.catalog().model().checkpoint->find("blk.0.ffn_down.weight");
    plan.preview(std::vector<FormatChange>{{down, *find_format("Q8_0")}});
    EXPECT_EQ(table.rowCount(), 0);  // nothing moves under a hand that drags
    plan.commit_preview(u"step"_s);
    EXPECT_EQ(table.rowCount(), 1);
}

TEST_F(TensorTable, ClosingEmptiesIt) {
    plan.close();
    EXPECT_EQ(table.rowCount(), 0);
    EXPECT_EQ(table.count().tensors, 0U);
}

}  // namespace
}  // namespace bitlathe
