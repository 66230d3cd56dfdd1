// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/target_dialog.h"

#include <QFormLayout>
#include <QHeaderView>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/panels/widgets.h"
#include "ui/theme/text.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;
constexpr int kWidth = 820;
constexpr int kHeight = 460;
constexpr int kRowHeight = 22;

}  // namespace

TargetDialog::TargetDialog(std::shared_ptr<const TensorCatalog> catalog,
                           std::shared_ptr<const TargetChange> change, QWidget* parent)
    : QDialog(parent),
      catalog_(std::move(catalog)),
      change_(std::move(change)),
      model_(catalog_, change_) {
    setObjectName(u"targetDialog"_s);
    const QString target = target_text(catalog_->target());
    setWindowTitle(tr("Target %1").arg(target));
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(20, 18, 20, 16);
    rows->setSpacing(12);
    rows->addWidget(make_label(u"targetTitle"_s, "headline", this,
                               tr("Change the plan for the target %1?").arg(target)));
    const int count = model_.rowCount();
    auto* lead = make_label(u"targetLead"_s, "content", this);
    lead->setText(count == 0
                      ? tr("Every format of the plan can stay as it is.")
                      : tr("%n tensor(s) have a format that this target refuses or would silently "
                           "change. Each would get the nearest one that it stores; the other "
                           "tensors stay as they are planned. Undo brings back the plan and its "
                           "target.",
                           nullptr, count));
    lead->setWordWrap(true);
    rows->addWidget(lead);

    auto* table =
        make_table(u"targetTable"_s, tr("Tensors that would change"), model_, kRowHeight, this);
    table->setTextElideMode(Qt::ElideMiddle);
    QHeaderView* header = table->horizontalHeader();
    const std::pair<int, int> widths[] = {{TargetConflictModel::kTensor, 220},
                                          {TargetConflictModel::kNow, 130},
                                          {TargetConflictModel::kThen, 90},
                                          {TargetConflictModel::kBytes, 90}};
    for (const auto& [column, width] : widths)
        header->resizeSection(column, width);
    header->setStretchLastSection(true);
    rows->addWidget(table, 1);

    auto* form = new QFormLayout;
    form->setHorizontalSpacing(16);
    const auto add = [&](const QString& title, const QString& name, const PlanTotals& totals) {
        form->addRow(make_label(name + u"Title"_s, "muted", this, title),
                     make_label(name, "content", this, totals_text(totals)));
    };
    add(tr("Now"), u"targetBefore"_s, change_->before);
    add(tr("Then"), u"targetAfter"_s, change_->after);
    rows->addLayout(form);

    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    auto* cancel = make_button(u"targetCancel"_s, tr("Cancel"), "", this);
    auto* accept = make_button(u"targetAccept"_s, tr("Change the plan"), "primary", this);
    accept->setDefault(true);
    buttons->addWidget(cancel);
    buttons->addWidget(accept);
    rows->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(accept, &QPushButton::clicked, this, &QDialog::accept);
    resize(kWidth, kHeight);
}

QString TargetDialog::totals_text(const PlanTotals& totals) const {
    const QString size = tr("%1 of tensors, %2 bits per weight")
                             .arg(bytes_text(totals.bytes), bits_text(totals.bits_per_weight));
    if (!totals.estimated_loss) return tr("%1, weight error not known yet").arg(size);
    const double weights = std::max(1.0, static_cast<double>(catalog_->parameters()));
    return tr("%1, weight error %2 (estimate)")
        .arg(size, nmse_text(*totals.estimated_loss / weights));
}

}  // namespace bitlathe
