// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/history_panel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include "ui/panels/widgets.h"
#include "ui/plots/figure_menu.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int kRowHeight = 22;

/// A dot before the state the plan is in, quiet text for what was undone, a word after what was
/// saved.
class StepDelegate : public QStyledItemDelegate {
public:
    StepDelegate(Theme& theme, QObject* parent) : QStyledItemDelegate(parent), theme_(theme) {}

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {120, kRowHeight};
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const ThemeTokens& t = theme_.tokens();
        const QRect cell = option.rect;
        const bool current = index.data(HistoryModel::kCurrentRole).toBool();
        if (current) {
            painter->fillRect(cell, t.selection);
            painter->fillRect(cell.left(), cell.top(), 3, cell.height(), t.accent);
        }
        QRect rest = cell.adjusted(12, 0, -8, 0);
        if (index.data(HistoryModel::kSavedRole).toBool()) {
            const QString word = HistoryPanel::tr("saved");
            painter->setFont(Theme::label_font());
            painter->setPen(t.done);
            painter->drawText(rest, Qt::AlignRight | Qt::AlignVCenter, word);
            rest.setRight(rest.right() - painter->fontMetrics().horizontalAdvance(word) - 10);
        }
        QFont font = option.font;
        if (current) font.setWeight(QFont::DemiBold);
        painter->setFont(font);
        painter->setPen(index.data(HistoryModel::kUndoneRole).toBool() ? t.muted : t.text);
        painter->drawText(
            rest, Qt::AlignLeft | Qt::AlignVCenter,
            QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, rest.width()));
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            painter->fillRect(cell.left(), cell.bottom(), cell.width(), 1, t.accent);
        }
    }

private:
    Theme& theme_;
};

}  // namespace

HistoryPanel::HistoryPanel(PlanModel& plan, Theme& theme, QWidget* parent)
    : QFrame(parent), plan_(plan), model_(plan) {
    setObjectName(u"historyPanel"_s);
    set_look(*this, "panel");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 4, 6);
    layout->setSpacing(6);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(0, 0, 8, 0);
    head->addWidget(make_label(u"historyTitle"_s, "title", this, tr("History")));
    head->addStretch();
    remark_ = make_label(u"historyRemark"_s, "muted", this);
    head->addWidget(remark_);
    layout->addLayout(head);
    list_ = new QListView(this);
    list_->setObjectName(u"historyList"_s);
    list_->setAccessibleName(tr("Steps of editing"));
    list_->setModel(&model_);
    list_->setItemDelegate(new StepDelegate(theme, list_));
    list_->setFont(Theme::content_font());
    list_->setUniformItemSizes(true);
    list_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    layout->addWidget(list_, 1);
    offer_figure(*list_, list_figure(*list_, u"history"_s), theme);
    layout->addWidget(make_label(u"historyHint"_s, "muted", this,
                                 tr("A click or Enter goes to the state after that step.")));
    connect(list_, &QListView::clicked, this, &HistoryPanel::go);
    connect(list_, &QListView::activated, this, &HistoryPanel::go);
    connect(&theme, &Theme::changed, list_->viewport(), qOverload<>(&QWidget::update));
    connect(&plan_.undo_stack(), &QUndoStack::indexChanged, this, &HistoryPanel::follow);
    connect(&plan_, &PlanModel::opened, this, &HistoryPanel::follow);
    follow();
}

void HistoryPanel::go(const QModelIndex& step) {
    emit going();
    plan_.undo_stack().setIndex(step.row());
}

void HistoryPanel::follow() {
    const QModelIndex step = model_.index(plan_.undo_stack().index());
    remark_->setText(plan_.is_open() && model_.rowCount() > 1
                         ? tr("step %1 of %2").arg(step.row()).arg(model_.rowCount() - 1)
                         : QString());
    if (!step.isValid()) return;
    list_->setCurrentIndex(step);
    list_->scrollTo(step);
}

}  // namespace bitlathe
