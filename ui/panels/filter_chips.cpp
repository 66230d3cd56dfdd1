// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/filter_chips.h"

#include "ui/panels/flow_layout.h"
#include "ui/panels/widgets.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

FilterChips::FilterChips(QWidget* parent) : QWidget(parent) {
    setObjectName(u"filterChips"_s);
    setAccessibleName(tr("Filters"));
    new FlowLayout(this, 4);
    clear_ = make_button(u"clearFiltersButton"_s, tr("Clear all"), "link", this);
    connect(clear_, &QPushButton::clicked, this, &FilterChips::clear);
    show_chips();
}

void FilterChips::add(const QString& text) {
    const QString filter = text.simplified();
    if (filter.isEmpty() || texts_.contains(filter)) return;
    texts_.push_back(filter);
    show_chips();
    emit changed();
}

void FilterChips::remove(qsizetype at) {
    if (at < 0 || at >= texts_.size()) return;
    texts_.removeAt(at);
    show_chips();
    emit changed();
}

void FilterChips::remove_last() {
    remove(texts_.size() - 1);
}

void FilterChips::clear() {
    if (texts_.isEmpty()) return;
    texts_.clear();
    show_chips();
    emit changed();
}

void FilterChips::show_chips() {
    while (static_cast<qsizetype>(chips_.size()) < texts_.size()) {
        const auto at = static_cast<qsizetype>(chips_.size());
        auto* chip = make_button(u"filterChip%1"_s.arg(at), {}, "chip", this);
        connect(chip, &QPushButton::clicked, this, [this, at] { remove(at); });
        layout()->addWidget(chip);
        chips_.push_back(chip);
    }
    layout()->removeWidget(clear_);  // it stands after the last one
    layout()->addWidget(clear_);
    for (std::size_t i = 0; i < chips_.size(); ++i) {
        const bool used = static_cast<qsizetype>(i) < texts_.size();
        chips_[i]->setVisible(used);
        if (!used) continue;
        const QString& text = texts_[static_cast<qsizetype>(i)];
        chips_[i]->setText(text + u"  ✕"_s);
        chips_[i]->setAccessibleName(tr("Remove the filter %1").arg(text));
        chips_[i]->setToolTip(tr("Remove the filter %1").arg(text));
    }
    setVisible(!texts_.isEmpty());
    updateGeometry();
}

}  // namespace bitlathe
