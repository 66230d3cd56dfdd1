// SPDX-License-Identifier: GPL-3.0-or-later
// What the panel of measured quality is made of.
#include <QAction>
#include <QVBoxLayout>

#include "ui/models/quality_words.h"
#include "ui/panels/flow_layout.h"
#include "ui/panels/quality_panel.h"
#include "ui/panels/widgets.h"
#include "ui/plots/figure_menu.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMostWindows = 1'000'000;

QSpinBox* make_number(const QString& name, const QString& label, int low, int high,
                      QWidget* parent) {
    auto* box = new QSpinBox(parent);
    box->setObjectName(name);
    box->setAccessibleName(label);
    box->setRange(low, high);
    box->setKeyboardTracking(false);
    return box;
}

QComboBox* make_choice(const QString& name, const QString& label, QWidget* parent) {
    auto* box = new QComboBox(parent);
    box->setObjectName(name);
    box->setAccessibleName(label);
    box->setFocusPolicy(Qt::StrongFocus);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(6);
    return box;
}

}  // namespace

void QualityPanel::build_choices() {
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    int row = 0;
    const auto add = [this, grid, &row](const QString& label, QWidget* control) {
        auto* caption = make_label(control->objectName() + u"Label"_s, "muted", this, label);
        caption->setBuddy(control);
        grid->addWidget(caption, row, 0);
        grid->addWidget(control, row++, 1);
    };
    text_ = new TextChoice(u"qualityText"_s, tr("Text to measure with"), this);
    add(tr("Text"), text_);
    // What is told apart by a sentence has a line of its own.
    const auto add_wide = [this, grid, &row](const QString& label, QComboBox* box) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        auto* caption = make_label(box->objectName() + u"Label"_s, "muted", this, label);
        caption->setBuddy(box);
        grid->addWidget(caption, row++, 0, 1, 2);
        grid->addWidget(box, row++, 0, 1, 2);
    };
    protocol_ = make_choice(u"qualityProtocol"_s, tr("Protocol"), this);
    for (const Protocol protocol : {Protocol::kLlamaCpp, Protocol::kWindow, Protocol::kStride})
        protocol_->addItem(protocol_text(protocol), static_cast<int>(protocol));
    protocol_->setToolTip(
        tr("How the text is cut and what of it is scored. Numbers of different protocols cannot be "
           "compared."));
    add_wide(tr("Protocol"), protocol_);
    context_ = make_number(u"qualityContext"_s, tr("Tokens of a window"), 2, 8192, this);
    add(tr("Tokens of a window"), context_);
    windows_ = make_number(u"qualityWindows"_s, tr("Windows at most"), 0, kMostWindows, this);
    windows_->setSpecialValueText(tr("the whole text"));
    add(tr("Windows at most"), windows_);
    compare_ = new QCheckBox(tr("Compare with the original (KL)"), this);
    compare_->setObjectName(u"qualityCompare"_s);
    compare_->setAccessibleName(tr("Compare with the original (KL)"));
    compare_->setToolTip(
        tr("Runs the model as stored beside the plan: twice the time, and the divergence of their "
           "predictions, which shows small damage long before the perplexity does."));
    grid->addWidget(compare_, row, 0, 1, 2);
    static_cast<QVBoxLayout*>(layout())->addLayout(grid);
    connect(text_, &TextChoice::chosen, &measurer_, &QualityMeasurer::choose_text);
    connect(protocol_, &QComboBox::currentIndexChanged, this, &QualityPanel::take_settings);
    for (QSpinBox* box : {context_, windows_})
        connect(box, &QSpinBox::valueChanged, this, &QualityPanel::take_settings);
    connect(compare_, &QCheckBox::toggled, this, &QualityPanel::take_settings);
}

void QualityPanel::build_buttons(const Actions& actions) {
    auto* buttons = new QWidget(this);
    auto* flow = new FlowLayout(buttons, 6);
    QToolButton* current = make_action_button(*actions.current, u"qualityMeasure"_s, buttons);
    set_look(*current, "primary");
    flow->addWidget(current);
    flow->addWidget(make_action_button(*actions.all, u"qualityMeasureAll"_s, buttons));
    flow->addWidget(make_action_button(*actions.original, u"qualityMeasureOriginal"_s, buttons));
    layout()->addWidget(buttons);
    state_ = make_label(u"qualityState"_s, "muted", this);
    state_->setWordWrap(true);
    layout()->addWidget(state_);
}

void QualityPanel::build_results(Theme& theme) {
    results_ = new QWidget(this);
    results_->setObjectName(u"qualityResults"_s);
    results_->setAccessibleName(tr("Measured quality"));
    set_look(*results_, "clear");
    auto* column = new QVBoxLayout(results_);
    column->setContentsMargins(0, 0, 0, 0);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(0, 1);
    // Figures come later; the panel shall not become wider then.
    grid->setColumnMinimumWidth(
        1,
        QFontMetrics(Theme::content_font()).horizontalAdvance(with_error_text(0.001234, 0.000012)));
    const std::array<QString, kRows> names = {tr("perplexity of this plan"),
                                              tr("perplexity of the original"),
                                              tr("KL, nats per token"),
                                              tr("KL, median"),
                                              tr("KL, 99 %"),
                                              tr("same top token"),
                                              tr("RMS Δp of the right token")};
    for (std::size_t i = 0; i < kRows; ++i) {
        const int row = static_cast<int>(i);
        cells_[i] = make_label(u"qualityValue%1"_s.arg(i), "content", results_);
        grid->addWidget(make_label(u"qualityName%1"_s.arg(i), "muted", results_, names[i]), row, 0);
        grid->addWidget(cells_[i], row, 1, Qt::AlignRight);
    }
    column->addLayout(grid);
    note_ = make_label(u"qualityNote"_s, "muted", results_);
    note_->setWordWrap(true);
    column->addWidget(note_);
    layout()->addWidget(results_);
    offer_figure(*results_, widget_figure(*results_, u"quality"_s, [this] { return data(); }),
                 theme);
}

}  // namespace bitlathe
