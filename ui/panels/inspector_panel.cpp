// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/inspector_panel.h"

#include <QHBoxLayout>
#include <QScrollArea>

#include "ui/panels/widgets.h"
#include "ui/plots/figure_menu.h"
#include "ui/theme/file_numbers.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

InspectorPanel::InspectorPanel(PlanModel& plan, SelectionHub& hub, Theme& theme, QWidget* parent)
    : QFrame(parent), plan_(plan), hub_(hub) {
    setObjectName(u"inspectorPanel"_s);
    set_look(*this, "panel");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 4, 8);
    layout->setSpacing(6);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(0, 0, 8, 0);
    head->addWidget(make_label(u"inspectorTitle"_s, "title", this, tr("Inspector")));
    head->addStretch();
    subject_ = make_label(u"inspectorSubject"_s, "muted", this);
    head->addWidget(subject_);
    layout->addLayout(head);
    hint_ = make_label(u"inspectorHint"_s, "muted", this,
                       tr("Select a bar or a row of the table to see what is known of it."));
    hint_->setWordWrap(true);
    layout->addWidget(hint_);

    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(u"inspectorScroll"_s);
    scroll->setAccessibleName(tr("Inspector"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    body_ = new QWidget(scroll);
    set_look(*body_, "clear");
    scroll->setWidget(body_);
    auto* column = new QVBoxLayout(body_);
    column->setContentsMargins(0, 0, 8, 0);
    column->setSpacing(6);
    facts_ = new QWidget(body_);
    facts_->setObjectName(u"inspectorFacts"_s);
    facts_->setAccessibleName(tr("Facts of the selected tensors"));
    facts_->setFocusPolicy(Qt::TabFocus);  // for the key of the context menu
    offer_figure(*facts_, widget_figure(*facts_, u"facts"_s, [this] { return data(); }), theme);
    grid_ = new QGridLayout(facts_);
    grid_->setContentsMargins(0, 0, 0, 0);
    grid_->setHorizontalSpacing(10);
    grid_->setVerticalSpacing(3);
    grid_->setColumnStretch(1, 1);
    column->addWidget(facts_);
    bonds_ = make_label(u"inspectorBonds"_s, "muted", body_);
    bonds_->setWordWrap(true);
    column->addWidget(bonds_);
    figures_ = new QVBoxLayout;
    figures_->setSpacing(4);
    column->addLayout(figures_);
    column->addStretch();
    layout->addWidget(scroll, 1);

    soon_.setSingleShot(true);
    soon_.setInterval(30ms);
    connect(&soon_, &QTimer::timeout, this, &InspectorPanel::show_facts);
    const auto later = [this] {
        if (!soon_.isActive()) soon_.start();
    };
    const auto forget = [this] { pooled_.reset(); };
    connect(&hub_, &SelectionHub::selection_changed, this, forget);
    connect(&plan_, &PlanModel::opened, this, forget);
    connect(&plan_, &PlanModel::errors_changed, this, forget);
    connect(&hub_, &SelectionHub::selection_changed, this, &InspectorPanel::show_facts);
    connect(&plan_, &PlanModel::opened, this, &InspectorPanel::show_facts);
    connect(&plan_, &PlanModel::errors_changed, this, later);
    connect(&plan_, &PlanModel::tensors_changed, this, later);
    show_facts();
}

void InspectorPanel::add_figure(QWidget* figure) {
    figures_->addSpacing(8);
    figures_->addWidget(figure);
}

std::vector<Fact> InspectorPanel::facts() const {
    const std::span<const std::size_t> tensors(hub_.selected());
    if (tensors.size() == 1) return facts_of(plan_, tensors.front());
    if (!pooled_) pooled_ = pooled_weights(plan_, tensors);
    return facts_of(plan_, tensors, *pooled_);
}

void InspectorPanel::show_facts() {
    const bool any = plan_.is_open() && !hub_.selected().empty();
    hint_->setVisible(!any);
    body_->setVisible(any);
    subject_->clear();
    if (!any) return;
    const bool one = hub_.selected().size() == 1;
    const std::size_t first = hub_.selected().front();
    const std::vector<Fact> facts = this->facts();
    const QString subject =
        one ? plan_.catalog().tensor(first).name
            : tr("%n tensor(s)", nullptr, static_cast<int>(hub_.selected().size()));
    subject_->setText(subject_->fontMetrics().elidedText(subject, Qt::ElideMiddle, width() - 110));
    subject_->setToolTip(subject);
    bonds_->setText(one ? bonds_of(plan_, first) : QString());
    bonds_->setVisible(!bonds_->text().isEmpty());
    while (names_.size() < facts.size()) {
        const int row = static_cast<int>(names_.size());
        names_.push_back(make_label(u"factName%1"_s.arg(row), "muted", facts_));
        values_.push_back(make_label(u"fact%1"_s.arg(row), "content", facts_));
        values_.back()->setTextInteractionFlags(Qt::TextSelectableByMouse);
        values_.back()->setWordWrap(true);                        // in a narrow panel
        values_.back()->setContextMenuPolicy(Qt::NoContextMenu);  // the menu of all facts
        grid_->addWidget(names_.back(), row, 0);
        grid_->addWidget(values_.back(), row, 1);
    }
    for (std::size_t i = 0; i < names_.size(); ++i) {
        const bool used = i < facts.size();
        names_[i]->setVisible(used);
        values_[i]->setVisible(used);
        if (!used) continue;
        names_[i]->setText(facts[i].name);
        values_[i]->setText(facts[i].value);
        names_[i]->setToolTip(facts[i].note);
        values_[i]->setToolTip(facts[i].note);
    }
}

FigureData InspectorPanel::data() const {
    const FileNumbers numbers;
    FigureData data{{tr("fact"), tr("value")}, {}};
    if (body_->isHidden()) return data;
    for (const Fact& fact : facts())
        data.rows.push_back({fact.name, fact.value});
    return data;
}

QString InspectorPanel::text() const {
    QStringList lines;
    for (std::size_t i = 0; i < names_.size(); ++i) {
        if (!names_[i]->isHidden())
            lines.push_back(names_[i]->text() + u": "_s + values_[i]->text());
    }
    return lines.join(u'\n');
}

}  // namespace bitlathe
