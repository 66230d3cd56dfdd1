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

TEST_F(TensorTable, ClosingEmptiesIt) {
    plan.close();
    EXPECT_EQ(table.rowCount(), 0);
    EXPECT_EQ(table.count().tensors, 0U);
}

}  // namespace
}  // namespace bitlathe
