// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/ranking_panel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

#include "core/profile/importance/block_importance.h"
#include "ui/panels/copy_rows.h"
#include "ui/panels/widgets.h"
#include "ui/plots/figure_menu.h"
#include "ui/theme/text.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kRowHeight = 18;
/// Of the blocks, that are shaded where nobody says how many.
constexpr int kDropShare = 4;

enum Column { kRank, kBlock, kValue, kOtherRank, kOtherValue, kColumns };

/// Pooled values of the columns in which both metrics are known, in one order.
std::vector<std::optional<double>> values_of(const std::vector<DepthColumn>& columns) {
    std::vector<std::optional<double>> values;
    for (const DepthColumn& column : columns)
        values.push_back(column ? std::optional(column->pooled) : std::nullopt);
    return values;
}

}  // namespace

RankingPanel::RankingPanel(DepthCanvas& depth, Theme& theme, QWidget* parent)
    : QFrame(parent), depth_(depth) {
    setObjectName(u"rankingPanel"_s);
    set_look(*this, "panel");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 4, 6);
    layout->setSpacing(6);
    build_head();
    build_table();
    Figure figure = table_figure(*table_, u"ranking"_s);
    figure.data = [this] { return data(); };
    offer_figure(*table_, figure, theme);
    layout->addWidget(table_, 1);

    soon_.setSingleShot(true);
    soon_.setInterval(100ms);
    connect(&soon_, &QTimer::timeout, this, &RankingPanel::rank);
    connect(&depth_, &DepthCanvas::values_changed, this, [this] {
        if (!soon_.isActive()) soon_.start();
    });
    connect(&depth_, &DepthCanvas::available_changed, this, [this] {
        fill_metrics();
        rank();
        drop();
    });
    connect(metric_, &QComboBox::currentIndexChanged, this, [this] {
        rank();
        drop();
    });
    connect(other_, &QComboBox::currentIndexChanged, this, &RankingPanel::rank);
    connect(drop_, &QSpinBox::valueChanged, this, &RankingPanel::drop);
    const auto select = [this](int row, int) {
        depth_.select_column(ranked_[static_cast<std::size_t>(row)]);
    };
    connect(table_, &QTableWidget::cellClicked, this, select);
    connect(table_, &QTableWidget::cellActivated, this, select);
    connect(&depth_, &DepthCanvas::current_changed, this, &RankingPanel::show_current);
    connect(table_, &QTableWidget::cellEntered, this,
            [this](int row, int) { depth_.hover_column(ranked_[static_cast<std::size_t>(row)]); });
    fill_metrics();
    rank();
    drop();
}

void RankingPanel::build_head() {
    const auto add_box = [this](const QString& name, const QString& title, const char* look,
                                const QString& spoken) {
        auto* line = new QHBoxLayout;
        line->setContentsMargins(0, 0, 8, 0);
        line->addWidget(make_label(name + u"Title"_s, look, this, title));
        auto* box = new QComboBox(this);
        box->setObjectName(name);
        box->setAccessibleName(spoken);
        line->addWidget(box);
        line->addStretch();
        static_cast<QVBoxLayout*>(layout())->addLayout(line);
        return box;
    };
    metric_ = add_box(u"rankMetric"_s, tr("Blocks by"), "title", tr("Rank blocks by"));
    other_ = add_box(u"rankOther"_s, tr("beside"), "muted", tr("Compare the ranking with"));
    agreement_ = make_label(u"rankAgreement"_s, "muted", this);
    agreement_->setWordWrap(true);
    layout()->addWidget(agreement_);
    auto* line = new QHBoxLayout;
    line->setContentsMargins(0, 0, 8, 0);
    drop_label_ = make_label(u"rankDropLabel"_s, "muted", this, tr("shade the last"));
    drop_ = new QSpinBox(this);
    drop_->setObjectName(u"rankDrop"_s);
    drop_->setValue(0);  // shows it, too
    drop_->setAccessibleName(tr("Blocks that are candidates for dropping"));
    drop_->setToolTip(
        tr("The least important blocks by this ranking are shaded over depth: candidates for "
           "dropping, or for the lowest bits. What dropping them costs has to be measured."));
    drop_label_->setBuddy(drop_);
    line->addWidget(drop_label_);
    line->addWidget(drop_);
    line->addStretch();
    static_cast<QVBoxLayout*>(layout())->addLayout(line);
}

void RankingPanel::build_table() {
    table_ = new QTableWidget(0, kColumns, this);
    table_->setObjectName(u"rankTable"_s);
    table_->setAccessibleName(tr("Ranked blocks"));
    dress_table(*table_, kRowHeight);
    copy_rows_by_key(*table_);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setMouseTracking(true);
    table_->viewport()->installEventFilter(this);
    table_->setHorizontalHeaderLabels(
        {tr("rank"), tr("block"), tr("value"), tr("rank"), tr("value")});
    table_->setColumnWidth(kRank, 40);
    table_->setColumnWidth(kBlock, 56);
    table_->setColumnWidth(kOtherRank, 40);
    table_->horizontalHeader()->setStretchLastSection(true);
}

void RankingPanel::fill_metrics() {
    const QString now = metric_->currentData().toString();
    const QString beside = other_->currentData().toString();
    const QSignalBlocker quiet(metric_);
    const QSignalBlocker quiet_too(other_);
    metric_->clear();
    other_->clear();
    other_->addItem(tr("nothing", "no other metric"), QString());
    for (std::size_t i = 0; i < depth_metrics().size(); ++i) {
        if (!depth_.is_available(i)) continue;
        const DepthMetric& metric = depth_metrics()[i];
        for (QComboBox* box : {metric_, other_}) {
            box->addItem(metric.title_text(), QString::fromLatin1(metric.id));
            box->setItemData(box->count() - 1, metric.explanation_text(), Qt::ToolTipRole);
        }
    }
    metric_->setCurrentIndex(std::max(0, metric_->findData(now)));
    other_->setCurrentIndex(std::max(0, other_->findData(beside)));
}

std::size_t RankingPanel::metric() const {
    return find_metric(metric_->currentData().toString()).value_or(0);
}

std::optional<std::size_t> RankingPanel::other() const {
    return find_metric(other_->currentData().toString());
}

void RankingPanel::rank() {
    const std::size_t first = metric();
    const auto second = other();
    ranked_ = depth_.ranked(first);
    const std::vector<QString> names =
        depth_.column_map() ? depth_.column_map()->names() : std::vector<QString>{};
    const std::vector<int> others = second ? depth_.ranked(*second) : std::vector<int>{};
    table_->setColumnHidden(kOtherRank, !second);
    table_->setColumnHidden(kOtherValue, !second);
    table_->setRowCount(static_cast<int>(ranked_.size()));
    for (int row = 0; row < table_->rowCount(); ++row) {
        const int column = ranked_[static_cast<std::size_t>(row)];
        const auto index = static_cast<std::size_t>(column);
        QStringList cells{QString::number(row + 1), names[index],
                          depth_metrics()[first].text(depth_.values(first)[index]->pooled)};
        const auto found = std::find(others.begin(), others.end(), column);
        if (found != others.end()) {
            cells << QString::number(found - others.begin() + 1)
                  << depth_metrics()[*second].text(depth_.values(*second)[index]->pooled);
        }
        for (int cell = 0; cell < kColumns; ++cell) {
            auto* item = new QTableWidgetItem(cells.value(cell));
            item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            table_->setItem(row, cell, item);
        }
    }
    show_agreement();
    show_current();
}

void RankingPanel::show_agreement() {
    const auto second = other();
    agreement_->setVisible(second.has_value());
    if (!second) return;
    const auto rho =
        rank_correlation(values_of(depth_.values(metric())), values_of(depth_.values(*second)));
    agreement_->setText(
        rho ? tr("rank correlation of the values: %1").arg(number_text(*rho, 'f', 2))
            : tr("no rank correlation: too few values are known"));
    agreement_->setToolTip(
        tr("Spearman's: 1 is the same order, −1 the reverse one, 0 no relation. Where a smaller "
           "value counts as more important for one of the two, agreement is near −1."));
}

void RankingPanel::drop() {
    const bool profiled = depth_.input().findings != nullptr;
    drop_->setVisible(profiled);
    drop_label_->setVisible(profiled);
    if (!profiled) return depth_.set_drop(depth_.drop_metric(), 0);
    const int blocks = static_cast<int>(depth_.input().findings->blocks.size());
    if (drop_->maximum() != blocks) {
        const QSignalBlocker quiet(drop_);
        drop_->setRange(0, blocks);
        drop_->setValue(blocks / kDropShare);
    }
    const bool decides = depth_metrics()[metric()].important != DepthMetric::Important::kUndecided;
    depth_.set_drop(decides ? metric() : find_metric(u"lim"_s).value_or(0), drop_->value());
}

FigureData RankingPanel::data() const {
    const auto second = other();
    FigureData data{{tr("rank"), tr("block"), depth_metrics()[metric()].title_text()}, {}};
    const std::vector<int> others = second ? depth_.ranked(*second) : std::vector<int>{};
    if (second) {
        const QString title = depth_metrics()[*second].title_text();
        data.heading << tr("rank by %1").arg(title) << title;
    }
    const std::vector<QString> names =
        depth_.column_map() ? depth_.column_map()->names() : std::vector<QString>{};
    for (std::size_t row = 0; row < ranked_.size(); ++row) {
        const auto index = static_cast<std::size_t>(ranked_[row]);
        QStringList cells{QString::number(row + 1), names[index],
                          data_text(depth_.values(metric())[index]->pooled)};
        const auto found = std::find(others.begin(), others.end(), ranked_[row]);
        if (second && found != others.end()) {
            cells << QString::number(found - others.begin() + 1)
                  << data_text(depth_.values(*second)[index]->pooled);
        }
        while (cells.size() < data.heading.size())
            cells.push_back(QString());
        data.rows.push_back(std::move(cells));
    }
    return data;
}

QVariant RankingPanel::kept_view() const {
    return QStringList{metric_->currentData().toString(), other_->currentData().toString(),
                       QString::number(drop_->value())};
}

void RankingPanel::take_view(const QVariant& kept) {
    const QStringList view = kept.toStringList();
    metric_->setCurrentIndex(std::max(0, metric_->findData(view.value(0))));
    other_->setCurrentIndex(std::max(0, other_->findData(view.value(1))));
    drop_->setValue(view.value(2).toInt());
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
