// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/experts_view.h"

#include <QVBoxLayout>
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "ui/models/block_tensors.h"
#include "ui/panels/widgets.h"
#include "ui/plots/figure_menu.h"
#include "ui/theme/text.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

ExpertsView::ExpertsView(const ActivationSources& sources, Theme& theme, QWidget* parent)
    : MapView(sources, {u"expert"_s, tr("Map of experts and blocks"), false}, theme, parent) {
    setObjectName(u"expertsView"_s);
    build(theme);
    learn();
}

void ExpertsView::build(Theme& theme) {
    quantity_ = add_choice(u"expertQuantity"_s, tr("Show"));
    quantity_->addItem(tr("share of tokens"), static_cast<int>(RoutingQuantity::kTokens));
    quantity_->addItem(tr("mean weight"), static_cast<int>(RoutingQuantity::kMeanWeight));
    quantity_->addItem(tr("share of weights"), static_cast<int>(RoutingQuantity::kWeightShare));
    const std::array tips = {tr("How many of the tokens were given to the expert"),
                             tr("What the router gives the expert of a token, where it chose it"),
                             tr("What the expert has of all that the router gives")};
    for (int item = 0; item < quantity_->count(); ++item)
        quantity_->setItemData(item, tips[static_cast<std::size_t>(item)], Qt::ToolTipRole);
    add_scale_controls();
    auto* lists = new QWidget(this);
    QVBoxLayout* column = make_column(*lists, 6);
    column->addWidget(
        make_label(u"balanceTitle"_s, "title", lists, tr("How even the routers choose")));
    auto* remark = make_label(
        u"balanceRemark"_s, "muted", lists,
        tr("Evenness 1: all experts as often; 0: always the same. “As many as”: so many experts, "
           "chosen evenly, would vary as much."));
    remark->setWordWrap(true);
    column->addWidget(remark);
    constexpr std::array<int, 8> kWidths = {44, 62, 68, 66, 56, 54, 54, 56};
    balance_ = new FigureTable(u"routingBalance"_s, tr("How even the routers choose"),
                               {tr("block"), tr("evenness"), tr("as many as"), tr("most used"),
                                tr("its share"), tr("× even"), tr("unused"), tr("tokens")},
                               kWidths, lists);
    balance_->set_heading_tip(1, tr("Entropy of the choice over that of an even one"));
    balance_->set_heading_tip(3, tr("The expert that most tokens were given to"));
    balance_->set_heading_tip(4, tr("Of the tokens, how many were given to it"));
    balance_->set_heading_tip(6, tr("Experts that no token was given to"));
    column->addWidget(balance_, 1);
    offer_figure(*balance_, balance_->figure(u"routing-balance"_s), theme);
    set_lists(*lists, tr("Balance of the routers"));
    offer_map_figure(u"expert-routing"_s);
    connect(quantity_, &QComboBox::currentIndexChanged, this, &ExpertsView::refresh);
    connect(balance_, &FigureTable::row_chosen, this, [this](int row) {
        const auto at = static_cast<std::uint64_t>(row);
        if (!shows_map()) return;
        const std::uint64_t most = made_.balance[at].most_used;
        canvas().show_spot({0, at, made_.map.experts, 1});
        select_at({most, at});
    });
}

RoutingQuantity ExpertsView::quantity() const {
    return static_cast<RoutingQuantity>(quantity_->currentData().toInt());
}

// What is shown ----------------------------------------------------------------------------------

bool ExpertsView::has_routers() const {
    if (!of_.plan.is_open()) return false;
    const auto tensors = of_.plan.catalog().tensors();
    return std::any_of(tensors.begin(), tensors.end(),
                       [](const TensorFacts& facts) { return facts.role == Role::kRouter; });
}

LatestWorker::Task ExpertsView::question() {
    return [this, findings = findings(),
            quantity = quantity()](const WorkContext& context) -> LatestWorker::Delivery {
        return deliver<RoutingPicture>(make_routing_picture(*findings->profile, quantity, context),
                                       [this](RoutingPicture made) { take(std::move(made)); });
    };
}

void ExpertsView::take(RoutingPicture made) {
    made_ = std::move(made);
    if (!made_.picture) {
        return show_message(
            has_routers() ? tr("The profile says nothing about routers: it was made by an earlier "
                               "version. Profile the text again.")
                          : tr("This model has no experts to choose from: every token goes through "
                               "the same feed-forward network of a block."),
            false);
    }
    show_picture(made_.picture);
    show_balance();
}

void ExpertsView::show_balance() {
    std::vector<std::vector<FigureCell>> rows;
    for (const RoutingBalance& row : made_.balance) {
        rows.push_back({number_cell(row.block),
                        figure_cell(row.entropy, number_text(row.entropy, 'f', 3)),
                        figure_cell(row.effective, number_text(row.effective, 'f', 1)),
                        number_cell(row.most_used),
                        figure_cell(row.most_share, percent_text(row.most_share * 100, 'f', 1)),
                        figure_cell(row.most_ratio, number_text(row.most_ratio, 'f', 2)),
                        number_cell(row.unused), number_cell(row.tokens)});
    }
    balance_->fill(rows);
}

MatrixLook ExpertsView::words() const {
    MatrixLook look;
    look.unit = quantity_->itemText(quantity_->findData(static_cast<int>(made_.quantity)));
    look.rows = tr("expert");
    look.cols = tr("block");
    look.col_numbers = made_.map.blocks;
    look.unknown =
        made_.quantity == RoutingQuantity::kMeanWeight ? tr("not chosen") : tr("no expert");
    return look;
}

// Where one is -----------------------------------------------------------------------------------

QString ExpertsView::value_text(double value) const {
    switch (made_.quantity) {
        case RoutingQuantity::kTokens:
            return tr("gets %1 of the tokens").arg(percent_text(value * 100, 'g', 3));
        case RoutingQuantity::kMeanWeight:
            return tr("a weight of %1 where it is chosen").arg(number_text(value, 'g', 3));
        default:
            return tr("has %1 of all weights").arg(percent_text(value * 100, 'g', 3));
    }
}

QStringList ExpertsView::read(const MatrixPlace& place, const MatrixRegion& region,
                              double peak) const {
    const RoutingBalance& balance = made_.balance[place.col];
    const QString experts = region.rows > 1 ? tr("experts %1–%2, the largest of them")
                                                  .arg(region.row)
                                                  .arg(region.row + region.rows - 1)
                                            : tr("expert %1").arg(place.row);
    QStringList parts{tr("block %1").arg(balance.block), experts};
    parts << (std::isfinite(peak)           ? value_text(peak)
              : place.row < balance.experts ? tr("no token was given to it")
                                            : tr("there is no such expert"));
    const double even = balance.per_token / static_cast<double>(balance.experts);
    if (made_.quantity == RoutingQuantity::kTokens)
        parts << tr("evenly it would be %1").arg(percent_text(even * 100, 'g', 3));
    parts << tr("of %1 tokens").arg(count_text(balance.tokens));
    return parts;
}

std::vector<std::size_t> ExpertsView::tensors_at(const MatrixPlace& place) const {
    const auto own = [expert = place.row](const TensorFacts& facts) {
        return facts.expert && *facts.expert == expert;
    };
    // Where experts are stored as one tensor, that is it.
    const auto stacked = [](const TensorFacts& facts) {
        const auto tap = tap_of_role(facts.role);
        return tap == TapPoint::kMlpIn || tap == TapPoint::kMlpMid;
    };
    return block_tensors(of_.plan, made_.map.blocks[place.col], {own, stacked});
}

}  // namespace bitlathe
