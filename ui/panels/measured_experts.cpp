// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/measured_experts.h"

#include <QFileInfo>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

#include "ui/panels/widgets.h"
#include "ui/plots/figure_menu.h"
#include "ui/theme/text.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

MeasuredExperts::MeasuredExperts(Theme& theme, QWidget* parent) : QWidget(parent) {
    setObjectName(u"measuredExperts"_s);
    QVBoxLayout* column = make_column(*this, 6);
    column->addWidget(make_label(u"expertErrorsTitle"_s, "title", this, tr("What rounding does")));
    remark_ = make_label(u"expertErrorsRemark"_s, "muted", this);
    remark_->setWordWrap(true);
    column->addWidget(remark_);
    constexpr std::array<int, 5> kWidths = {44, 54, 60, 68, 84};
    table_ = new FigureTable(
        u"expertErrors"_s, tr("What rounding experts does"),
        {tr("block"), tr("expert"), tr("tokens"), tr("error"), tr("importance")}, kWidths, this);
    table_->set_heading_tip(2, tr("That were given to the expert: of few nothing follows"));
    table_->set_heading_tip(
        3, tr("Σ over windows of |MoE(x) − MoE(x, this expert rounded)|, Frobenius norms"));
    table_->set_heading_tip(
        4, tr("share of tokens × share of weights^1.5 × error² (MC-MoE, Huang et al. 2024)"));
    column->addWidget(table_, 1);
    offer_figure(*table_, table_->figure(u"expert-errors"_s), theme);
    connect(table_, &FigureTable::row_chosen, this, [this](int row) {
        const ExpertError& own = rows_[static_cast<std::size_t>(row)].error;
        emit chosen(own.block, own.expert);
    });
    hide();
}

void MeasuredExperts::show_record(const ExpertRecord* record) {
    setVisible(record != nullptr && !record->errors.empty());
    rows_.clear();
    if (record == nullptr) return table_->fill({});
    const std::vector<double> importance = expert_importance(record->errors, {});
    for (std::size_t i = 0; i < record->errors.size(); ++i)
        rows_.push_back({record->errors[i], importance[i]});
    std::stable_sort(rows_.begin(), rows_.end(),
                     [](const Row& a, const Row& b) { return a.importance > b.importance; });
    std::vector<std::vector<FigureCell>> cells;
    for (const Row& row : rows_) {
        cells.push_back({number_cell(row.error.block), number_cell(row.error.expert),
                         number_cell(row.error.tokens),
                         figure_cell(row.error.error, quantity_text(row.error.error)),
                         figure_cell(row.importance, number_text(row.importance, 'g', 3))});
    }
    table_->fill(cells);
    remark_->setText(
        tr("Each expert alone in %1, on %2, most important first.")
            .arg(to_qstring(record->format), QFileInfo(to_qstring(record->text_path)).fileName()));
}

}  // namespace bitlathe
