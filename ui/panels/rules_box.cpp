// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/rules_box.h"

#include <QHBoxLayout>
#include <QShortcut>
#include <QVBoxLayout>
#include <algorithm>

#include "core/base/text.h"
#include "ui/panels/flow_layout.h"
#include "ui/panels/widgets.h"
#include "ui/theme/text.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kListHeight = 64;

QString line_of(const QString& kind, const FormatRule& rule) {
    return kind + u"  "_s + to_qstring(rule.glob) + u" = "_s + format_text(rule.format);
}

}  // namespace

RulesBox::RulesBox(PlanModel& plan, PlanSolver& solver, QWidget* parent)
    : QWidget(parent),
      plan_(plan),
      solver_(solver),
      kind_(new QComboBox(this)),
      format_(new QComboBox(this)),
      pattern_(new QLineEdit(this)),
      list_(new QListWidget(this)) {
    setObjectName(u"rulesBox"_s);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(5);
    rows->addWidget(make_label(u"rulesTitle"_s, "title", this, tr("Rules for the solver")));
    kind_->setObjectName(u"ruleKind"_s);
    kind_->setAccessibleName(tr("Kind of rule"));
    kind_->addItems({tr("at least"), tr("exactly")});
    pattern_->setObjectName(u"rulePattern"_s);
    pattern_->setAccessibleName(tr("Pattern of tensor names"));
    pattern_->setPlaceholderText(u"*attn_v*"_s);
    format_->setObjectName(u"ruleFormat"_s);
    format_->setAccessibleName(tr("Format of the rule"));
    auto* add_button = make_button(u"ruleAdd"_s, tr("Add"), "", this);
    rows->addWidget(pattern_);
    auto* line = new QWidget(this);
    auto* flow = new FlowLayout(line, 6);
    for (QWidget* part : std::initializer_list<QWidget*>{kind_, format_, add_button})
        flow->addWidget(part);
    rows->addWidget(line);
    note_ = make_label(u"ruleNote"_s, "muted", this);
    rows->addWidget(note_);
    list_->setObjectName(u"ruleList"_s);
    list_->setAccessibleName(tr("Rules"));
    list_->setToolTip(tr("Del removes a rule"));
    list_->setFixedHeight(kListHeight);
    rows->addWidget(list_);

    connect(add_button, &QPushButton::clicked, this, &RulesBox::add);
    connect(pattern_, &QLineEdit::returnPressed, this, &RulesBox::add);
    connect(pattern_, &QLineEdit::textChanged, this, &RulesBox::say_match);
    auto* del = new QShortcut(QKeySequence::Delete, list_);
    del->setContext(Qt::WidgetShortcut);
    connect(del, &QShortcut::activated, this, &RulesBox::remove);
    connect(&plan_, &PlanModel::opened, this, &RulesBox::show_rules);
    connect(&plan_, &PlanModel::target_changed, this, &RulesBox::show_rules);
    show_rules();
}

std::size_t RulesBox::matches(const QString& pattern) const {
    if (!plan_.is_open()) return 0;
    const std::string glob = pattern.toStdString();
    const Model& model = plan_.catalog().model();
    std::size_t count = 0;
    for (std::size_t i = 0; i < plan_.catalog().size(); ++i) {
        count +=
            glob_match(glob, model.tensor(i).name) || glob_match(glob, model.places[i].canonical)
                ? 1
                : 0;
    }
    return count;
}

void RulesBox::say_match() {
    const QString pattern = pattern_->text();
    note_->setVisible(!pattern.isEmpty());
    if (!pattern.isEmpty())
        note_->setText(tr("matches %n tensor(s)", nullptr, static_cast<int>(matches(pattern))));
}

void RulesBox::add() {
    const auto format = find_format(format_->currentText().toStdString());
    if (!format || pattern_->text().isEmpty()) return;
    if (matches(pattern_->text()) == 0) return say_match();
    PlanRules rules = solver_.rules();
    const FormatRule rule{pattern_->text().toStdString(), *format};
    (kind_->currentIndex() == 0 ? rules.floors : rules.locks).push_back(rule);
    solver_.set_rules(std::move(rules));
    pattern_->clear();
    show_rules();
}

void RulesBox::remove() {
    const int row = list_->currentRow();
    if (row < 0) return;
    PlanRules rules = solver_.rules();
    const auto floors = static_cast<int>(rules.floors.size());
    if (row < floors) {
        rules.floors.erase(rules.floors.begin() + row);
    } else {
        rules.locks.erase(rules.locks.begin() + row - floors);
    }
    solver_.set_rules(std::move(rules));
    show_rules();
}

void RulesBox::show_rules() {
    setEnabled(plan_.is_open());
    list_->clear();
    for (const FormatRule& rule : solver_.rules().floors)
        list_->addItem(line_of(tr("at least"), rule));
    for (const FormatRule& rule : solver_.rules().locks)
        list_->addItem(line_of(tr("exactly"), rule));
    list_->setVisible(list_->count() > 0);
    const QString chosen = format_->currentText();
    format_->clear();
    if (plan_.is_open()) {
        for (const FormatId format : plan_.catalog().candidates())
            format_->addItem(format_text(format));
    }
    format_->setCurrentIndex(std::max(0, format_->findText(chosen.isEmpty() ? u"Q4_K"_s : chosen)));
    say_match();
}

}  // namespace bitlathe
