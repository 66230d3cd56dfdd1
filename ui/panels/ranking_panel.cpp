// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/ranking_panel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/panels/copy_rows.h"
#include "ui/panels/widgets.h"
#include "ui/plots/figure_menu.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kRowHeight = 18;

}  // namespace

RankingPanel::RankingPanel(DepthCanvas& depth, Theme& theme, QWidget* parent)
    : QFrame(parent), depth_(depth) {
    setObjectName(u"rankingPanel"_s);
    set_look(*this, "panel");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 4, 6);
    layout->setSpacing(6);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(0, 0, 8, 0);
    head->addWidget(make_label(u"rankingTitle"_s, "title", this, tr("Blocks by")));
    metric_ = new QComboBox(this);
    metric_->setObjectName(u"rankMetric"_s);
    metric_->setAccessibleName(tr("Rank blocks by"));
    for (const DepthMetric& metric : depth_metrics())
        metric_->addItem(metric.title_text(), QString::fromLatin1(metric.id));
    head->addWidget(metric_);
    head->addStretch();
    layout->addLayout(head);
    build_table();
    offer_figure(*table_, table_figure(*table_, u"ranking"_s), theme);
    layout->addWidget(table_, 1);

    soon_.setSingleShot(true);
    soon_.setInterval(100ms);
    connect(&soon_, &QTimer::timeout, this, &RankingPanel::rank);
    connect(&depth_, &DepthCanvas::values_changed, this, [this] {
        if (!soon_.isActive()) soon_.start();
    });
    connect(metric_, &QComboBox::currentIndexChanged, this, &RankingPanel::rank);
    const auto select = [this](int row, int) {
        depth_.select_column(ranked_[static_cast<std::size_t>(row)]);
    };
    connect(table_, &QTableWidget::cellClicked, this, select);
    connect(table_, &QTableWidget::cellActivated, this, select);
    connect(&depth_, &DepthCanvas::current_changed, this, &RankingPanel::show_current);
    connect(table_, &QTableWidget::cellEntered, this,
            [this](int row, int) { depth_.hover_column(ranked_[static_cast<std::size_t>(row)]); });
    rank();
}

void RankingPanel::build_table() {
    table_ = new QTableWidget(0, 3, this);
    table_->setObjectName(u"rankTable"_s);
    table_->setAccessibleName(tr("Ranked blocks"));
    dress_table(*table_, kRowHeight);
    copy_rows_by_key(*table_);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setMouseTracking(true);
    table_->viewport()->installEventFilter(this);
    table_->setHorizontalHeaderLabels({tr("rank"), tr("block"), tr("value")});
    table_->setColumnWidth(0, 40);
    table_->setColumnWidth(1, 56);
    table_->horizontalHeader()->setStretchLastSection(true);
}

void RankingPanel::rank() {
    const auto metric = static_cast<std::size_t>(std::max(0, metric_->currentIndex()));
    const std::vector<DepthColumn>& values = depth_.values(metric);
    ranked_.clear();
    for (int column = 0; column < static_cast<int>(values.size()); ++column) {
        if (values[static_cast<std::size_t>(column)]) ranked_.push_back(column);
    }
    std::stable_sort(ranked_.begin(), ranked_.end(), [&values](int a, int b) {
        return values[static_cast<std::size_t>(a)]->pooled >
               values[static_cast<std::size_t>(b)]->pooled;
    });
    const std::vector<QString> names =
        depth_.column_map() ? depth_.column_map()->names() : std::vector<QString>{};
    table_->setRowCount(static_cast<int>(ranked_.size()));
    for (int row = 0; row < table_->rowCount(); ++row) {
        const auto column = static_cast<std::size_t>(ranked_[static_cast<std::size_t>(row)]);
        const QString cells[] = {QString::number(row + 1), names[column],
                                 depth_metrics()[metric].text(values[column]->pooled)};
        for (int cell = 0; cell < 3; ++cell) {
            auto* item = new QTableWidgetItem(cells[cell]);
            item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            table_->setItem(row, cell, item);
        }
    }
    show_current();
}

void RankingPanel::show_current() {
    const auto found =
        std::find(ranked_.begin(), ranked_.end(), depth_.current_column().value_or(-1));
    if (found == ranked_.end()) return table_->clearSelection();
    table_->selectRow(static_cast<int>(found - ranked_.begin()));
}

bool RankingPanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Leave) depth_.hover_column(std::nullopt);
    return QFrame::eventFilter(watched, event);
}

}  // namespace bitlathe
