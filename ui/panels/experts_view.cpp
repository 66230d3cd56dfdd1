// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/experts_view.h"

#include <QSignalBlocker>
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
    offer_quantities();
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
    measured_ = new MeasuredExperts(theme, lists);
    column->addWidget(measured_, 1);
    set_lists(*lists, tr("Balance of the routers"));
    offer_map_figure(u"expert-routing"_s);
    connect(quantity_, &QComboBox::currentIndexChanged, this, &ExpertsView::refresh);
    connect(balance_, &FigureTable::row_chosen, this, [this](int row) {
        const auto at = static_cast<std::uint64_t>(row);
        if (shows_map()) show_expert(made_.balance[at].most_used, at);
    });
    connect(measured_, &MeasuredExperts::chosen, this,
            [this](std::uint32_t block, std::uint32_t expert) {
                const auto& blocks = made_.map.blocks;
                const auto at = std::lower_bound(blocks.begin(), blocks.end(), block);
                if (shows_map() && at != blocks.end() && *at == block)
                    show_expert(expert, static_cast<std::uint64_t>(at - blocks.begin()));
            });
}

void ExpertsView::show_expert(std::uint64_t expert, std::uint64_t column) {
    canvas().show_spot({0, column, made_.map.experts, 1});
    select_at({expert, column});
}

void ExpertsView::offer_quantities() {
    struct Choice {
        QString text, tip;
        RoutingQuantity quantity;
    };
    std::vector<Choice> choices = {
        {tr("share of tokens"), tr("How many of the tokens were given to the expert"),
         RoutingQuantity::kTokens},
        {tr("mean weight"), tr("What the router gives the expert of a token, where it chose it"),
         RoutingQuantity::kMeanWeight},
        {tr("share of weights"), tr("What the expert has of all that the router gives"),
         RoutingQuantity::kWeightShare}};
    if (findings() && findings()->experts) {
        choices.push_back({tr("error"),
                           tr("Measured: what rounding the expert does to the output "
                              "of its mixture"),
                           RoutingQuantity::kError});
        choices.push_back({tr("importance"),
                           tr("Measured: share of tokens × share of weights^1.5 × error²"),
                           RoutingQuantity::kImportance});
    }
    const QSignalBlocker quiet(quantity_);
    const QVariant before = quantity_->currentData();
    quantity_->clear();
    for (const Choice& choice : choices) {
        quantity_->addItem(choice.text, static_cast<int>(choice.quantity));
        quantity_->setItemData(quantity_->count() - 1, choice.tip, Qt::ToolTipRole);
    }
    quantity_->setCurrentIndex(std::max(0, quantity_->findData(before)));
}

void ExpertsView::learn() {
    offer_quantities();
    measured_->show_record(findings() ? findings()->experts.get() : nullptr);
    MapView::learn();
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
        return deliver<RoutingPicture>(
            make_routing_picture(*findings->profile, findings->experts.get(), quantity, context),
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
    look.unknown = made_.quantity == RoutingQuantity::kTokens ||
                           made_.quantity == RoutingQuantity::kWeightShare
                       ? tr("no expert")
                       : tr("not chosen");
    return look;
}

// Where one is -----------------------------------------------------------------------------------

QString ExpertsView::value_text(double value) const {
    switch (made_.quantity) {
        case RoutingQuantity::kTokens:
            return tr("gets %1 of the tokens").arg(percent_text(value * 100, 'g', 3));
        case RoutingQuantity::kMeanWeight:
            return tr("a weight of %1 where it is chosen").arg(number_text(value, 'g', 3));
        case RoutingQuantity::kError:
            return tr("rounding changes the output by %1").arg(quantity_text(value));
        case RoutingQuantity::kImportance:
            return tr("importance %1").arg(number_text(value, 'g', 3));
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
