// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/header_bar.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QScopedValueRollback>
#include <algorithm>
#include <cmath>

#include "ui/models/plan_words.h"
#include "ui/panels/widgets.h"
#include "ui/theme/core_text.h"
#include "ui/theme/text.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

/// Q8_0 with some room: above it there is only leaving things as they are, which is a plan of the
/// menu, and half of the slider would be wasted on it.
constexpr double kMostBits = 9.0;

// Where there is less room the header shows less; everything stays in the menu.
constexpr int kSliderRoom = 60;  ///< beyond the least that the slider needs
constexpr int kWidestName = 150;
constexpr int kNarrowFigure = 172;
constexpr int kCaptionsEnd = 4;  ///< of what is left out: twins of menu entries, and captions

template <class Fits, class Iterator>
void hide_until(const Fits& fits, Iterator first, Iterator last) {
    for (; first != last && !fits(); ++first)
        (*first)->hide();
}

QToolButton* make_menu_button(const QString& name, const QString& text, QMenu* menu,
                              QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setObjectName(name);
    button->setText(text);
    button->setAccessibleName(menu->title().isEmpty() ? text : menu->title());
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QVBoxLayout* two_lines(QWidget* upper, QWidget* lower) {
    auto* lines = new QVBoxLayout;
    lines->setSpacing(1);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->addStretch();
    lines->addWidget(upper);
    lines->addWidget(lower);
    lines->addStretch();
    return lines;
}

}  // namespace

HeaderBar::HeaderBar(PlanModel& plan, PlanSolver& solver, Theme& theme, const HeaderParts& parts,
                     QWidget* parent)
    : QFrame(parent), plan_(plan), solver_(solver), slider_(new BudgetSlider(theme, this)) {
    setObjectName(u"headerBar"_s);
    set_look(*this, "header");
    setFixedHeight(54);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 0, 10, 0);
    layout->setSpacing(6);
    open_button_ = make_action_button(*parts.open, u"openButton"_s, this);
    layout->addWidget(open_button_);
    QToolButton* recent = make_menu_button(u"recentButton"_s, tr("Recent ▾"), parts.recent, this);
    layout->addWidget(recent);
    layout->addSpacing(10);
    QLabel* plan_label = make_label(u"planLabel"_s, "muted", this, tr("Plan"));
    layout->addWidget(plan_label);
    plan_button_ = make_menu_button(u"planButton"_s, tr("Plan ▾"), parts.plan, this);
    plan_button_->setMinimumWidth(130);
    layout->addWidget(plan_button_);
    layout->addSpacing(10);
    auto* budget = make_label(u"budgetLabel"_s, "muted", this, tr("Budget"));
    layout->addWidget(budget);
    QSizePolicy keeps_room = slider_->sizePolicy();
    keeps_room.setRetainSizeWhenHidden(true);
    slider_->setSizePolicy(keeps_room);
    layout->addWidget(slider_, 1);
    layout->addSpacing(8);
    bits_ = figure(u"planBits"_s, "headline", tr("%1 bpw").arg(u"00.00"_s));
    size_ = figure(u"planSize"_s, "muted", tr("%1 of %2").arg(u"000.00 MiB"_s, u"000.00 MiB"_s));
    layout->addLayout(two_lines(bits_, size_));
    error_ = figure(u"planError"_s, "headline", tr("weight error %1").arg(u"0.00000 %"_s));
    error_->setToolTip(tr(
        "How far the planned weights are from the stored ones, relative and squared. An estimate "
        "from the weights alone: it does not say how well the model will do its work."));
    error_note_ = figure(u"planErrorNote"_s, "muted",
                         tr("estimate, not quality · weights × NMSE %1").arg(u"0.00000 M"_s));
    layout->addLayout(two_lines(error_, error_note_));
    target_button_ = make_menu_button(u"targetButton"_s, tr("Target ▾"), parts.target, this);
    layout->addWidget(target_button_);
    QToolButton* undo = make_action_button(*parts.undo, u"undoButton"_s, this);
    QToolButton* redo = make_action_button(*parts.redo, u"redoButton"_s, this);
    QToolButton* load = make_action_button(*parts.load_plan, u"loadPlanButton"_s, this);
    QToolButton* save = make_action_button(*parts.save_plan, u"savePlanButton"_s, this);
    for (QToolButton* button : {undo, redo, load, save})
        layout->addWidget(button);
    spare_ = {load, save, plan_label, budget, recent, redo, undo};
    QToolButton* export_button = make_action_button(*parts.export_model, u"exportButton"_s, this);
    set_look(*export_button, "primary");
    layout->addWidget(export_button);
    layout->addWidget(make_menu_button(u"menuButton"_s, u"☰"_s, parts.main, this));

    connect(&plan_, &PlanModel::opened, this, &HeaderBar::show_opened);
    connect(&plan_, &PlanModel::target_changed, this, &HeaderBar::show_target);
    connect(&plan_, &PlanModel::totals_changed, this, &HeaderBar::show_totals);
    connect(&plan_, &PlanModel::name_changed, this, &HeaderBar::show_name);
    connect(&solver_, &PlanSolver::ready_changed, this, &HeaderBar::show_range);
    connect(&solver_, &PlanSolver::range_changed, this, &HeaderBar::show_range);
    connect(slider_, &QAbstractSlider::valueChanged, this, &HeaderBar::slide);
    connect(slider_, &QAbstractSlider::sliderReleased, this,
            [this] { solver_.commit_budget(slider_->value() / 100.0); });
    show_opened();
}

QLabel* HeaderBar::figure(const QString& name, const char* look, const QString& widest) {
    QLabel* label = make_elided_label(name, look, this);
    label->setText(widest);
    figures_.emplace_back(label, label->sizeHint().width());
    label->clear();
    return label;
}

void HeaderBar::make_room() {
    for (QWidget* part : findChildren<QWidget*>())
        part->ensurePolished();  // before that their fonts are not theirs
    // Figures must not push each other about: their widths are fixed.
    const auto widen = [this](int most) {
        for (const auto& [label, widest] : figures_)
            label->setFixedWidth(std::min(widest, most));
    };
    const auto fits = [this] {
        // Layouts within one another remember what their parts needed until the event loop tells
        // them of changes.
        for (QLayout* part : findChildren<QLayout*>())
            part->invalidate();
        return layout()->minimumSize().width() + kSliderRoom <= width();
    };
    for (QWidget* widget : spare_)
        widget->show();
    target_button_->show();
    open_button_->show();
    widen(QWIDGETSIZE_MAX);
    // Explanations get shorter before what can be pressed goes.
    const auto captions = spare_.begin() + kCaptionsEnd;
    hide_until(fits, spare_.begin(), captions);
    if (!fits()) widen(kNarrowFigure);
    hide_until(fits, captions, spare_.end());
    if (!fits()) target_button_->hide();
    if (!fits()) open_button_->hide();
    // Now, as the event that asks for it comes to nothing while the window is built again.
    layout()->activate();
}

void HeaderBar::resizeEvent(QResizeEvent* event) {
    make_room();
    QFrame::resizeEvent(event);
}

void HeaderBar::slide(int value) {
    if (syncing_) return;
    const double bits = value / 100.0;
    if (slider_->isSliderDown()) {
        solver_.preview_budget(bits);
    } else {
        solver_.commit_budget(bits);  // a key
    }
}

void HeaderBar::set_measured(const QString& figures, const QString& details) {
    measured_ = figures;
    error_note_->setToolTip(details);
    show_totals();
}

void HeaderBar::set_profile_progress(std::optional<double> share) {
    profile_share_ = share;
    show_range();
}

void HeaderBar::show_range() {
    slider_->setVisible(plan_.is_open());
    const bool usable = plan_.is_open() && solver_.ready() && solver_.range();
    slider_->setEnabled(usable);
    if (usable) {
        const QScopedValueRollback<bool> guard(syncing_, true);
        slider_->setRange(
            static_cast<int>(std::ceil(solver_.range()->low * 100)),
            static_cast<int>(std::floor(std::min(solver_.range()->high, kMostBits) * 100)));
        slider_->set_remark({});
        show_totals();
        return;
    }
    if (profile_share_) {
        slider_->set_remark(
            tr("measuring errors, %1 %").arg(static_cast<int>(*profile_share_ * 100)));
    } else {
        slider_->set_remark(plan_.is_open() ? tr("errors are not known") : QString());
    }
}

void HeaderBar::show_name() {
    const QString name =
        plan_.is_open() && !plan_.name().empty() ? plan_name_text(plan_.name()) : tr("none");
    plan_button_->setText(
        plan_button_->fontMetrics().elidedText(name, Qt::ElideRight, kWidestName) + u"  ▾"_s);
    plan_button_->setToolTip(name);
    plan_button_->setMinimumWidth(std::max(130, plan_button_->sizeHint().width()));
    make_room();
}

void HeaderBar::show_target() {
    target_button_->setEnabled(plan_.is_open());
    const QString name = plan_.is_open() ? target_text(plan_.catalog().target()) : tr("Target");
    target_button_->setText(name + u"  ▾"_s);
    target_button_->setToolTip(
        plan_.is_open()
            ? tr("What the plan is for: %1").arg(core_text(plan_.catalog().target().description()))
            : QString());
    make_room();
}

void HeaderBar::show_opened() {
    plan_button_->setEnabled(plan_.is_open());
    show_target();
    show_name();
    show_range();
    show_totals();
}

void HeaderBar::set_outlook(const std::optional<PresetOutlook>& outlook) {
    outlook_ = outlook;
    // In the colour of what is not done yet.
    for (QLabel* label : {bits_, error_})
        set_look(*label, outlook ? "outlook" : "headline");
    show_totals();
}

void HeaderBar::show_figures(const PlanTotals& totals) {
    bits_->setText(tr("%1 bpw").arg(bits_text(totals.bits_per_weight)));
    if (!totals.estimated_loss) {
        say_longest(*error_, {tr("weight error %1").arg(kUnknown), tr("error %1").arg(kUnknown)});
        return;
    }
    const double weights = std::max(1.0, static_cast<double>(plan_.catalog().parameters()));
    const QString error = nmse_text(*totals.estimated_loss / weights);
    say_longest(*error_, {tr("weight error %1").arg(error), tr("error %1").arg(error)});
}

void HeaderBar::show_totals() {
    if (!plan_.is_open()) {
        for (QLabel* label : {bits_, size_, error_, error_note_})
            label->clear();
        return;
    }
    const PlanTotals& now = plan_.totals();
    if (outlook_) {
        show_figures(outlook_->totals);
        const QString size = bytes_text(outlook_->totals.bytes);
        say_longest(
            *size_,
            {tr("%1 (%2)").arg(size, bytes_change_text(now.bytes, outlook_->totals.bytes)), size});
        say_longest(*error_note_, {tr("%1, not applied yet").arg(outlook_->name), outlook_->name});
        return;
    }
    show_figures(now);
    const std::uint64_t stored = plan_.catalog().model().checkpoint->tensor_bytes();
    say_longest(*size_, {tr("%1 of %2").arg(bytes_text(now.bytes), bytes_text(stored)),
                         bytes_text(now.bytes)});
    if (now.estimated_loss) {
        say_longest(*error_note_, {tr("estimate, not quality · weights × NMSE %1")
                                       .arg(quantity_text(*now.estimated_loss)),
                                   tr("estimate, not quality"), tr("estimate")});
    } else {
        say_longest(*error_note_,
                    {tr("estimate, not quality · not known yet"), tr("not known yet")});
    }
    // What was measured is not what a hand is about to make of it.
    if (!measured_.isEmpty() && !plan_.previewing())
        say_longest(*error_note_, {tr("measured: %1").arg(measured_), measured_});
    if (!slider_->isSliderDown() && slider_->isEnabled()) {
        const QScopedValueRollback<bool> guard(syncing_, true);
        slider_->setValue(static_cast<int>(std::lround(now.bits_per_weight * 100)));
    }
}

}  // namespace bitlathe
