// SPDX-License-Identifier: GPL-3.0-or-later
// What the TRY page is made of.
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QVBoxLayout>
#include <array>
#include <limits>

#include "ui/panels/copy_rows.h"
#include "ui/panels/flow_layout.h"
#include "ui/panels/try_page.h"
#include "ui/panels/widgets.h"
#include "ui/plots/figure_menu.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMostTokens = 100'000;
constexpr int kPromptLines = 3;
constexpr int kRowHeight = 20;

template <class Box, class Number>
Box* make_box(const QString& name, Number low, Number high, Number step, QWidget* parent) {
    auto* box = new Box(parent);
    box->setObjectName(name);
    box->setRange(low, high);
    box->setSingleStep(step);
    box->setKeyboardTracking(false);
    return box;
}

}  // namespace

TryPage::TryPage(TextTrial& trial, Theme& theme, QWidget* parent) : QFrame(parent), trial_(trial) {
    setObjectName(u"tryPage"_s);
    set_look(*this, "panel");
    run_ = new QAction(tr("Try the prompt"), this);
    run_->setObjectName(u"actionTry"_s);
    run_->setShortcut(Qt::CTRL | Qt::Key_Return);
    run_->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    stop_ = new QAction(tr("Stop"), this);
    stop_->setObjectName(u"actionTryStop"_s);
    addAction(run_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 8);
    layout->setSpacing(6);
    build_prompt();
    build_settings();
    build_texts(theme);
    build_details(theme);
    read_settings();
    show_limits();
    connect(run_, &QAction::triggered, &trial_, &TextTrial::start);
    connect(stop_, &QAction::triggered, &trial_, &TextTrial::stop);
    connect(prompt_, &QPlainTextEdit::textChanged, this, &TryPage::take_settings);
    for (QSpinBox* box : {count_, top_k_, seed_})
        connect(box, &QSpinBox::valueChanged, this, &TryPage::take_settings);
    for (QDoubleSpinBox* box : {temperature_, top_p_})
        connect(box, &QDoubleSpinBox::valueChanged, this, &TryPage::take_settings);
    connect(&trial_, &TextTrial::changed, this, &TryPage::follow);
    follow();
}

void TryPage::build_prompt() {
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    auto* label = make_label(u"tryTitle"_s, "title", this, tr("Prompt"));
    head->addWidget(label);
    state_ = make_elided_label(u"tryState"_s, "muted", this);
    head->addWidget(state_, 1);
    QToolButton* run = make_action_button(*run_, u"tryButton"_s, this);
    set_look(*run, "primary");
    QToolButton* stop = make_action_button(*stop_, u"tryStopButton"_s, this);
    // A button does not hide with its action by itself.
    connect(run_, &QAction::changed, run, [this, run] { run->setVisible(run_->isVisible()); });
    connect(stop_, &QAction::changed, stop, [this, stop] { stop->setVisible(stop_->isVisible()); });
    head->addWidget(run);
    head->addWidget(stop);
    prompt_ = new QPlainTextEdit(this);
    prompt_->setObjectName(u"tryPrompt"_s);
    prompt_->setAccessibleName(tr("Prompt"));
    prompt_->setPlaceholderText(tr("A text that the model goes on with"));
    prompt_->setTabChangesFocus(true);
    set_look(*prompt_, "field");
    prompt_->setFixedHeight(QFontMetrics(Theme::content_font()).lineSpacing() * kPromptLines + 16);
    label->setBuddy(prompt_);
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->addLayout(head);
    column->addWidget(prompt_);
}

void TryPage::add_setting(QLayout& flow, QWidget& box, const QString& label, const QString& tip) {
    auto* pair = new QWidget(this);
    set_look(*pair, "clear");
    auto* row = new QHBoxLayout(pair);
    row->setContentsMargins(0, 0, 8, 0);
    row->setSpacing(6);
    auto* caption = make_label(box.objectName() + u"Label"_s, "muted", pair, label);
    caption->setBuddy(&box);
    row->addWidget(caption);
    row->addWidget(&box);
    box.setAccessibleName(label);
    box.setToolTip(tip);
    flow.addWidget(pair);
}

void TryPage::build_settings() {
    auto* area = new QWidget(this);
    set_look(*area, "clear");
    auto* flow = new FlowLayout(area, 6);
    count_ = make_box<QSpinBox>(u"tryCount"_s, 1, kMostTokens, 16, this);
    add_setting(*flow, *count_, tr("Tokens"), tr("So many tokens are added, at most."));
    temperature_ = make_box<QDoubleSpinBox>(u"tryTemperature"_s, 0.0, 10.0, 0.1, this);
    add_setting(*flow, *temperature_, tr("Temperature"),
                tr("0: always the most probable token. Above, tokens are drawn: the higher, the "
                   "more often improbable ones."));
    top_k_ = make_box<QSpinBox>(u"tryTopK"_s, 0, kMostTokens, 10, this);
    top_k_->setSpecialValueText(tr("all"));
    add_setting(*flow, *top_k_, tr("Top-k"), tr("Only so many of the most probable are drawn."));
    top_p_ = make_box<QDoubleSpinBox>(u"tryTopP"_s, 0.01, 1.0, 0.05, this);
    add_setting(*flow, *top_p_, tr("Top-p"),
                tr("Only the fewest tokens are drawn whose probabilities add up to this."));
    seed_ = make_box<QSpinBox>(u"trySeed"_s, 0, std::numeric_limits<int>::max(), 1, this);
    add_setting(*flow, *seed_, tr("Seed"),
                tr("The same seed draws the same again, for the original and for the plan."));
    drawn_ = {top_k_->parentWidget(), top_p_->parentWidget(), seed_->parentWidget()};
    layout()->addWidget(area);
}

QWidget* TryPage::build_side(Side& side, const QString& name, const QString& title, Theme& theme) {
    auto* whole = new QWidget(this);
    QVBoxLayout* column = make_column(*whole, 4);
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(make_label(name + u"Title"_s, "title", whole, title));
    side.remark = make_elided_label(name + u"Remark"_s, "muted", whole);
    head->addWidget(side.remark, 1);
    side.copy = new QToolButton(whole);
    side.copy->setObjectName(name + u"Copy"_s);
    side.copy->setText(tr("Copy"));
    side.copy->setAccessibleName(tr("Copy the text: %1").arg(title));
    side.copy->setFocusPolicy(Qt::TabFocus);
    set_look(*side.copy, "quiet");
    head->addWidget(side.copy);
    side.view = new TriedView(theme, name + u"View"_s, whole);
    side.view->setAccessibleName(title);
    column->addLayout(head);
    column->addWidget(side.view, 1);
    TriedView* view = side.view;
    connect(side.copy, &QToolButton::clicked, view,
            [view] { QGuiApplication::clipboard()->setText(view->whole_text()); });
    connect(view, &TriedView::token_chosen, this,
            [this, view](std::optional<std::size_t> token) { choose(*view, token); });
    return whole;
}

void TryPage::build_texts(Theme& theme) {
    parts_ = new QSplitter(Qt::Vertical, this);
    parts_->setObjectName(u"tryParts"_s);
    parts_->setChildrenCollapsible(false);
    parts_->setHandleWidth(8);
    auto* texts = new QSplitter(Qt::Horizontal, parts_);
    texts->setObjectName(u"tryTexts"_s);
    texts->setChildrenCollapsible(false);
    texts->setHandleWidth(12);
    texts->addWidget(build_side(sides_[0], u"tryOriginal"_s, tr("Original"), theme));
    texts->addWidget(build_side(sides_[1], u"tryPlan"_s, tr("Plan"), theme));
    sides_[0].view->setPlaceholderText(
        tr("What the model as stored says after the prompt appears here, token by token."));
    sides_[1].view->setPlaceholderText(
        tr("What the current plan makes of it appears here; where the two begin to differ is "
           "marked."));
    layout()->addWidget(parts_);
    static_cast<QVBoxLayout*>(layout())->setStretchFactor(parts_, 1);
}

void TryPage::build_details(Theme& theme) {
    details_ = new QWidget(parts_);
    QVBoxLayout* column = make_column(*details_, 4);
    token_ = make_elided_label(u"tryToken"_s, "title", details_);
    column->addWidget(token_);
    tops_model_.setHorizontalHeaderLabels(
        {tr("original"), tr("p", "probability"), tr("plan"), tr("p", "probability")});
    tops_ = make_table(u"tryTops"_s, tr("Most probable tokens of what was tried"), tops_model_,
                       kRowHeight, details_);
    copy_rows_by_key(*tops_);
    tops_->setSelectionMode(QAbstractItemView::SingleSelection);
    tops_->horizontalHeader()->setMinimumSectionSize(30);
    const std::array<int, 4> widths = {100, 60, 100, 60};
    set_column_widths(*tops_, widths);
    for (const int i : {0, 2})
        tops_->horizontalHeader()->setSectionResizeMode(i, QHeaderView::Stretch);
    for (int i = 0; i < tops_model_.columnCount(); ++i) {
        const Qt::Alignment side = i % 2 == 1 ? Qt::AlignRight : Qt::AlignLeft;
        tops_model_.setHeaderData(i, Qt::Horizontal, static_cast<int>(side | Qt::AlignVCenter),
                                  Qt::TextAlignmentRole);
    }
    tops_->setMinimumHeight(2 * kRowHeight);
    offer_figure(*tops_, table_figure(*tops_, u"try-top-5"_s), theme);
    column->addWidget(tops_, 1);
    parts_->setStretchFactor(0, 3);
    parts_->setStretchFactor(1, 1);
    details_->hide();
}

}  // namespace bitlathe
