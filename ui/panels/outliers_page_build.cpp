// SPDX-License-Identifier: GPL-3.0-or-later
// What the page of outliers is made of.
#include <QAction>
#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>
#include <array>

#include "ui/panels/flow_layout.h"
#include "ui/panels/outliers_page.h"
#include "ui/panels/widgets.h"
#include "ui/plots/figure_menu.h"
#include "ui/theme/text.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array kClips = {100.0, 99.9, 99.0, 95.0};
constexpr int kMostTokens = 100'000'000;
constexpr int kTokenStep = 1024;
constexpr int kGap = 8;

}  // namespace

QComboBox* OutliersPage::add_choice(const QString& name, const QString& label, QWidget& line) {
    auto* both = new QWidget(&line);
    auto* row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(5);
    auto* caption = make_label(name + u"Label"_s, "muted", both, label);
    auto* box = new QComboBox(both);
    box->setObjectName(name);
    box->setAccessibleName(label);
    box->setFocusPolicy(Qt::StrongFocus);
    caption->setBuddy(box);
    row->addWidget(caption);
    row->addWidget(box);
    line.layout()->addWidget(both);
    return box;
}

QWidget* OutliersPage::build_source(QAction& profile) {
    auto* line = new QWidget(this);
    auto* flow = new FlowLayout(line, kGap);
    flow->setContentsMargins(0, 0, 0, 0);
    const auto add = [line, flow](QWidget* control, const QString& label) {
        auto* both = new QWidget(line);
        auto* row = new QHBoxLayout(both);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(5);
        auto* caption = make_label(control->objectName() + u"Label"_s, "muted", both, label);
        caption->setBuddy(control);
        row->addWidget(caption);
        row->addWidget(control);
        flow->addWidget(both);
    };
    text_ = new TextChoice(u"profileText"_s, tr("Text to profile with"), line);
    text_->setMinimumContentsLength(14);
    add(text_, tr("Text"));
    tokens_ = new QSpinBox(line);
    tokens_->setObjectName(u"profileTokens"_s);
    tokens_->setAccessibleName(tr("Tokens of the text at most"));
    tokens_->setToolTip(tr("Statistics are stable from some thousand tokens on"));
    tokens_->setRange(0, kMostTokens);
    tokens_->setSingleStep(kTokenStep);
    tokens_->setKeyboardTracking(false);
    tokens_->setSpecialValueText(tr("the whole text"));
    tokens_->setValue(static_cast<int>(profiler_.tokens()));
    add(tokens_, tr("Tokens"));
    QToolButton* button = make_action_button(profile, u"profileStart"_s, line);
    set_look(*button, "primary");
    flow->addWidget(button);
    connect(text_, &TextChoice::chosen, &profiler_, &ActivationProfiler::choose_text);
    connect(tokens_, &QSpinBox::valueChanged, &profiler_,
            [this](int tokens) { profiler_.set_tokens(static_cast<std::uint64_t>(tokens)); });
    return line;
}

QWidget* OutliersPage::build_controls() {
    auto* controls = new QWidget(this);
    auto* flow = new FlowLayout(controls, kGap);
    flow->setContentsMargins(0, 0, 0, 0);
    place_ = add_choice(u"outlierPlace"_s, tr("Place"), *controls);
    quantity_ = add_choice(u"outlierQuantity"_s, tr("Show"), *controls);
    quantity_->addItem(tr("largest |x|"), static_cast<int>(ChannelQuantity::kLargest));
    quantity_->addItem(tr("largest ÷ median"), static_cast<int>(ChannelQuantity::kRatio));
    quantity_->addItem(tr("mean |x|"), static_cast<int>(ChannelQuantity::kMean));
    map_ = add_choice(u"outlierMap"_s, tr("Colours"), *controls);
    map_->addItems({u"viridis"_s, u"cividis"_s});
    clip_ = add_choice(u"outlierClip"_s, tr("Clip"), *controls);
    clip_->setToolTip(
        tr("The share of the values that keep to the colours; the others get those of the ends"));
    for (const double percent : kClips)
        clip_->addItem(percent_text(percent, 'g', 6), percent);
    logarithmic_ = new QCheckBox(tr("Log"), controls);
    logarithmic_->setObjectName(u"outlierLog"_s);
    logarithmic_->setChecked(true);
    first_ = new QCheckBox(tr("first tokens too"), controls);
    first_->setObjectName(u"outlierFirst"_s);
    first_->setToolTip(
        tr("The first token of a window draws attention to itself and has activations of its own; "
           "without it cosines and extremes are those of all other tokens. Holds for the strips "
           "over depth as well."));
    first_->setChecked(profiler_.with_first());
    for (QCheckBox* box : {logarithmic_, first_}) {
        box->setAccessibleName(box->text());
        box->setMinimumHeight(place_->sizeHint().height());  // in line with the boxes
        flow->addWidget(box);
    }
    for (QComboBox* box : {place_, quantity_})
        connect(box, &QComboBox::currentIndexChanged, this, &OutliersPage::refresh);
    for (QComboBox* box : {map_, clip_})
        connect(box, &QComboBox::currentIndexChanged, this, &OutliersPage::apply_look);
    connect(logarithmic_, &QCheckBox::toggled, this, &OutliersPage::apply_look);
    connect(first_, &QCheckBox::toggled, &profiler_, &ActivationProfiler::set_with_first);
    return controls;
}

void OutliersPage::build(QAction& profile, Theme& theme) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 8);
    layout->setSpacing(6);
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(make_label(u"outliersTitle"_s, "title", this, tr("Outliers")));
    remark_ = make_elided_label(u"outliersRemark"_s, "muted", this);
    head->addWidget(remark_, 1);
    layout->addLayout(head);
    layout->addWidget(build_source(profile));
    reason_ = make_label(u"outliersReason"_s, "warning", this);
    reason_->setWordWrap(true);
    layout->addWidget(reason_);
    controls_ = build_controls();
    layout->addWidget(controls_);
    parts_ = new QSplitter(this);
    parts_->setObjectName(u"outliersParts"_s);
    parts_->setChildrenCollapsible(false);
    parts_->setHandleWidth(8);
    canvas_ = new MatrixCanvas(theme, parts_);
    canvas_->setObjectName(u"outlierCanvas"_s);
    canvas_->setAccessibleName(tr("Map of channels and blocks"));
    lists_area_ = new QScrollArea(parts_);
    parts_->addWidget(canvas_);
    put_in_scroll(*lists_area_, *lists_, u"outlierListsScroll"_s, tr("Lists of outliers"));
    parts_->addWidget(lists_area_);
    parts_->setStretchFactor(0, 1);
    parts_->setStretchFactor(1, 1);
    layout->addWidget(parts_, 1);
    reading_ = make_elided_label(u"outliersReading"_s, "muted", this);
    reading_->setMinimumHeight(16);
    layout->addWidget(reading_);
    offer_figure(*canvas_, widget_figure(*canvas_, u"outliers"_s, [this] { return data(); }),
                 theme);
}

}  // namespace bitlathe
