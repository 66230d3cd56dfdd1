// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/token_details.h"

#include <QHeaderView>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/panels/copy_rows.h"
#include "ui/panels/widgets.h"
#include "ui/plots/figure_menu.h"
#include "ui/theme/text.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kRowHeight = 20;
constexpr std::size_t kWorst = 200;
constexpr int kScrollBar = 12;

QStandardItem* cell(const QString& text, bool right) {
    auto* item = new QStandardItem(text);
    item->setEditable(false);
    item->setTextAlignment((right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return item;
}

}  // namespace

TokenDetails::TokenDetails(Theme& theme, QWidget* parent) : QWidget(parent) {
    setObjectName(u"tokenDetails"_s);
    QVBoxLayout* column = make_column(*this, 4);
    token_ = make_elided_label(u"tokenTitle"_s, "title", this);
    figures_ = make_label(u"tokenFigures"_s, "muted", this);
    figures_->setWordWrap(true);
    column->addWidget(token_);
    column->addWidget(figures_);
    tops_model_.setHorizontalHeaderLabels(
        {tr("plan"), tr("p", "probability"), tr("original"), tr("p", "probability")});
    tops_ = make_table(u"tokenTops"_s, tr("Most probable tokens of both"), tops_model_);
    tops_->setFixedHeight(static_cast<int>(kMeasuredTops + 1) * kRowHeight + 12);
    column->addWidget(tops_);
    column->addWidget(make_label(u"tokenWorstTitle"_s, "title", this, tr("Worst tokens")));
    worst_model_.setHorizontalHeaderLabels({tr("token"), tr("KL meas."), tr("Δ loss"), tr("loss")});
    list_ = make_table(u"tokenWorst"_s, tr("Worst tokens"), worst_model_);
    column->addWidget(list_, 1);
    for (int i = 1; i < 4; ++i) {
        list_->horizontalHeader()->setSectionResizeMode(i, QHeaderView::Fixed);
    }
    const std::array<int, 4> widths = {60, 62, 58, 52};
    set_column_widths(*list_, widths);
    list_->setMinimumWidth(list_->horizontalHeader()->length() + kScrollBar);
    list_->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    const std::array<int, 4> tops_widths = {80, 52, 80, 52};
    set_column_widths(*tops_, tops_widths);
    tops_->setMinimumWidth(tops_->horizontalHeader()->length());
    for (const int i : {0, 2})
        tops_->horizontalHeader()->setSectionResizeMode(i, QHeaderView::Stretch);
    offer_figure(*tops_, table_figure(*tops_, u"token-top-5"_s), theme);
    offer_figure(*list_, table_figure(*list_, u"worst-tokens"_s), theme);
    connect(list_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& now) {
                const auto row = static_cast<std::size_t>(now.row());
                if (now.isValid() && row < worst_.size()) emit token_wanted(worst_[row]);
            });
    connect(list_, &QTableView::clicked, this, [this](const QModelIndex& index) {
        emit token_wanted(worst_[static_cast<std::size_t>(index.row())]);
    });
    for (QStandardItemModel* model : {&tops_model_, &worst_model_}) {
        for (int i = 0; i < model->columnCount(); ++i) {
            const bool right = model == &tops_model_ ? i % 2 == 1 : i > 0;
            model->setHeaderData(
                i, Qt::Horizontal,
                static_cast<int>((right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter),
                Qt::TextAlignmentRole);
        }
    }
    show_token({});
}

QTableView* TokenDetails::make_table(const QString& name, const QString& title,
                                     QStandardItemModel& model) {
    auto* table = bitlathe::make_table(name, title, model, kRowHeight, this);
    copy_rows_by_key(*table);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->horizontalHeader()->setMinimumSectionSize(30);
    return table;
}

void TokenDetails::set_text(std::shared_ptr<const TokenText> text, TokenQuantity quantity) {
    text_ = std::move(text);
    fill_worst(quantity);
    show_token({});
}

void TokenDetails::fill_worst(TokenQuantity quantity) {
    worst_ = text_ ? text_->worst(quantity, kWorst) : std::vector<std::size_t>();
    worst_model_.removeRows(0, worst_model_.rowCount());
    for (const std::size_t score : worst_) {
        const TokenScore& at = text_->measurement().scores[score];
        worst_model_.appendRow(
            {cell(text_->token_name(at.id), false),
             cell(at.kl ? number_text(*at.kl, 'g', 3) : QString(kNotMeasured), true),
             cell(at.reference_nll ? number_text(at.nll - *at.reference_nll, 'f', 3)
                                   : QString(kNotMeasured),
                  true),
             cell(number_text(at.nll, 'f', 2), true)});
    }
}

void TokenDetails::show_token(std::optional<std::size_t> score) {
    tops_model_.removeRows(0, tops_model_.rowCount());
    if (!text_ || !score) {
        token_->setText(tr("No token is chosen"));
        figures_->setText(
            tr("Click a token, or walk over them with the arrows: both the plan's and "
               "the original's five most probable tokens are shown."));
        return;
    }
    const TokenScore& at = text_->measurement().scores[*score];
    const TokenTops& tops = text_->measurement().tops[*score];
    token_->setText(tr("“%1”").arg(text_->token_name(at.id)));
    figures_->setText(at.kl && at.reference_nll
                          ? tr("measured: loss %1 nats, original %2 nats, KL %3 nats  ·  %4")
                                .arg(number_text(at.nll, 'f', 3),
                                     number_text(*at.reference_nll, 'f', 3),
                                     number_text(*at.kl, 'g', 3), text_->place_text(*score))
                          : tr("measured: loss %1 nats  ·  %2")
                                .arg(number_text(at.nll, 'f', 3), text_->place_text(*score)));
    const auto row_of = [&](const std::vector<TokenProbability>& list, std::size_t i) {
        QList<QStandardItem*> cells{cell(QString(), false), cell(QString(), true)};
        if (i >= list.size()) return cells;
        cells[0]->setText(text_->token_name(list[i].id));
        cells[1]->setText(percent_text(double{list[i].p} * 100, 'f', 1));
        // The token that really came.
        if (list[i].id != at.id) return cells;
        QFont font = Theme::content_font();
        font.setWeight(QFont::DemiBold);
        for (QStandardItem* item : cells) {
            item->setFont(font);
            item->setToolTip(tr("the token that came"));
        }
        return cells;
    };
    for (std::size_t i = 0; i < std::max(tops.model.size(), tops.reference.size()); ++i)
        tops_model_.appendRow(row_of(tops.model, i) + row_of(tops.reference, i));
}

}  // namespace bitlathe
