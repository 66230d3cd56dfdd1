// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/tensor_panel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>
#include <utility>

#include "ui/panels/widgets.h"
#include "ui/plots/figure_menu.h"
#include "ui/theme/text.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

namespace {

struct KeptView {
    QStringList filters;
    QString grouping;
    std::set<std::uint32_t> open;
    int sorted_by = -1;
    Qt::SortOrder order = Qt::AscendingOrder;
};

}  // namespace

TensorPanel::TensorPanel(PlanModel& plan, SelectionHub& hub, Theme& theme, QWidget* parent)
    : QFrame(parent), plan_(plan), model_(plan) {
    setObjectName(u"tensorPanel"_s);
    set_look(*this, "panel");
    setMinimumWidth(300);  // name, planned format, bits and error are readable
    model_.set_grouping(TensorGrouping::kBlock);
    table_ = new TensorTree(model_, plan, hub, theme, this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 4, 4);
    layout->setSpacing(6);
    layout->addLayout(build_head());
    build_filter();
    auto* inset = new QVBoxLayout;
    inset->setContentsMargins(0, 0, 8, 0);
    inset->setSpacing(4);
    inset->addWidget(filter_);
    inset->addWidget(chips_);
    inset->addWidget(count_);
    layout->addLayout(inset);
    layout->addWidget(table_, 1);
    offer_figure(*table_,
                 widget_figure(*table_, u"tensors"_s, [this] { return table_->shown_rows(); }),
                 theme);
    connect(&model_, &TensorTableModel::count_changed, this, &TensorPanel::show_count);
    show_count();
}

QLayout* TensorPanel::build_head() {
    auto* head = new QHBoxLayout;
    head->setContentsMargins(0, 0, 8, 0);
    title_ = make_label(u"tensorTitle"_s, "title", this, tr("Tensors"));
    head->addWidget(title_);
    head->addStretch();
    remark_ = make_label(u"tensorRemark"_s, "muted", this);
    head->addWidget(remark_);
    group_ = new QToolButton(this);
    group_->setObjectName(u"groupButton"_s);
    group_->setAccessibleName(tr("Group tensors"));
    group_->setToolTip(tr("What the rows stand under"));
    group_->setPopupMode(QToolButton::InstantPopup);
    group_->setFocusPolicy(Qt::TabFocus);
    set_look(*group_, "quiet");
    group_menu_ = new QMenu(group_);
    groupings_ = new QActionGroup(this);
    add_grouping(u"groupByBlock"_s, tr("Group tensors by block"), tr("by block"),
                 TensorGrouping::kBlock);
    add_grouping(u"groupByRole"_s, tr("Group tensors by role"), tr("by role"),
                 TensorGrouping::kRole);
    add_grouping(u"groupByFile"_s, tr("Group tensors by file"), tr("by file"),
                 TensorGrouping::kFile);
    add_grouping(u"groupByNothing"_s, tr("List tensors without groups"), tr("no groups"),
                 TensorGrouping::kNone);
    group_menu_->addSeparator();
    QAction* open = add_action(u"openGroups"_s, tr("Open all groups"));
    QAction* close = add_action(u"closeGroups"_s, tr("Close all groups"));
    group_menu_->addActions({open, close});
    connect(open, &QAction::triggered, this, [this] { table_->open_groups(true); });
    connect(close, &QAction::triggered, this, [this] { table_->open_groups(false); });
    group_->setMenu(group_menu_);
    head->addWidget(group_);
    return head;
}

QAction* TensorPanel::add_action(const QString& name, const QString& text) {
    auto* action = new QAction(text, this);
    action->setObjectName(name);
    return action;
}

void TensorPanel::add_grouping(const QString& name, const QString& text, const QString& shown,
                               TensorGrouping grouping) {
    QAction* action = add_action(name, text);
    action->setCheckable(true);
    groupings_->addAction(action);
    group_menu_->addAction(action);
    const auto choose = [this, shown, grouping] {
        group_->setText(shown + u" ▾"_s);
        model_.set_grouping(grouping);
    };
    connect(action, &QAction::triggered, this, choose);
    if (grouping != model_.grouping()) return;
    action->setChecked(true);
    choose();
}

void TensorPanel::build_filter() {
    filter_ = new QLineEdit(this);
    filter_->setObjectName(u"filterBox"_s);
    filter_->setAccessibleName(tr("Filter tensors"));
    filter_->setPlaceholderText(tr("Filter: role:down  block:0-3  bits<5  locked"));
    filter_->setToolTip(
        tr("Words must all match. * and ? are wildcards, /…/ is a regular expression.\n"
           "role: block: expert: shard: format: source: name:\n"
           "bits< size> error> nmse> kurtosis> outlier>  ·  locked  changed  ·  ! turns a word "
           "round.\n"
           "Enter keeps the filter as a chip, Backspace takes the last one away."));
    filter_->setClearButtonEnabled(true);
    filter_->installEventFilter(this);
    chips_ = new FilterChips(this);
    count_ = make_label(u"filterCount"_s, "muted", this);
    count_->setWordWrap(true);
    connect(filter_, &QLineEdit::textChanged, this, &TensorPanel::apply_filter);
    connect(filter_, &QLineEdit::returnPressed, this, &TensorPanel::stack_filter);
    connect(chips_, &FilterChips::changed, this, &TensorPanel::apply_filter);
    QAction* last = add_action(u"removeLastFilter"_s, tr("Remove the last filter"));
    connect(last, &QAction::triggered, chips_, &FilterChips::remove_last);
    QAction* all = add_action(u"clearFilters"_s, tr("Clear all filters"));
    connect(all, &QAction::triggered, this, &TensorPanel::clear_filters);
}

QVariant TensorPanel::kept_view() const {
    const QHeaderView* head = table_->header();
    return QVariant::fromValue(KeptView{chips_->texts(), groupings_->checkedAction()->objectName(),
                                        table_->open(), head->sortIndicatorSection(),
                                        head->sortIndicatorOrder()});
}

void TensorPanel::take_view(const QVariant& kept) {
    const auto view = kept.value<KeptView>();
    for (const QString& text : view.filters)
        chips_->add(text);
    for (QAction* grouping : groupings_->actions()) {
        if (grouping->objectName() == view.grouping) grouping->trigger();
    }
    table_->set_open(view.open);
    table_->header()->setSortIndicator(view.sorted_by, view.order);
}

void TensorPanel::focus_filter() {
    filter_->setFocus(Qt::ShortcutFocusReason);
    filter_->selectAll();
}

void TensorPanel::stack_filter() {
    if (!TensorFilter(filter_->text()).problem().isEmpty()) return;  // it is in sight what is wrong
    const QString text = filter_->text();
    {
        const QSignalBlocker quiet(filter_);  // the same filter as before, only kept elsewhere
        filter_->clear();
    }
    chips_->add(text);
}

void TensorPanel::clear_filters() {
    filter_->clear();
    chips_->clear();
}

void TensorPanel::apply_filter() {
    TensorFilter filter(chips_->texts().join(u' ') + u' ' + filter_->text());
    problem_ = filter.problem();
    model_.set_filter(std::move(filter));
}

void TensorPanel::show_count() {
    const bool filtered = plan_.is_open() && model_.filtered();
    count_->setVisible(filtered);
    if (!plan_.is_open()) {
        remark_->clear();
        return;
    }
    const QString tensors = tr("%n tensor(s)", nullptr, static_cast<int>(plan_.catalog().size()));
    remark_->setText(
        tr("%1, %2 parameters")
            .arg(tensors, quantity_text(static_cast<double>(plan_.catalog().parameters()))));
    make_room();
    if (!filtered) return;
    const QString share = number_text(model_.count().parameter_share * 100, 'f', 1);
    const QString shown = tr("%n shown", nullptr, static_cast<int>(model_.count().tensors));
    const char* look = problem_.isEmpty() ? "muted" : "warning";
    if (count_->property("look").toString() != QLatin1String(look)) set_look(*count_, look);
    count_->setText(problem_.isEmpty() ? tr("%1, %2 % of parameters").arg(shown, share) : problem_);
}

bool TensorPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == filter_ && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Backspace && filter_->text().isEmpty()) {
        chips_->remove_last();
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

void TensorPanel::make_room() {
    const int rest = title_->sizeHint().width() + group_->sizeHint().width() + 40;
    remark_->setVisible(width() > rest + remark_->sizeHint().width());
}

void TensorPanel::resizeEvent(QResizeEvent* event) {
    make_room();
    QFrame::resizeEvent(event);
}

}  // namespace bitlathe
