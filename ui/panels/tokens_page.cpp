// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/tokens_page.h"

#include <QAction>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include "ui/models/quality_words.h"
#include "ui/panels/panel_head.h"
#include "ui/panels/widgets.h"
#include "ui/plots/figure_menu.h"
#include "ui/theme/core_text.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Side by side there would be too little of the text.
constexpr int kNarrow = 620;
constexpr int kTextShare = 60;  ///< percent

}  // namespace

TokensPage::TokensPage(QualityBook& book, QualityMeasurer& measurer, QAction& measure, Theme& theme,
                       QWidget* parent)
    : QFrame(parent),
      book_(book),
      measurer_(measurer),
      canvas_(new TokenCanvas(theme, this)),
      details_(new TokenDetails(theme, this)),
      details_area_(new QScrollArea(this)) {
    setObjectName(u"tokensPage"_s);
    set_look(*this, "panel");
    build(measure);
    offer_figure(*canvas_, widget_figure(*canvas_, u"tokens"_s, [this] { return data(); }), theme);
    connect(choice_, &QComboBox::currentIndexChanged, this, [this] {
        wanted_ = static_cast<TokenQuantity>(choice_->currentData().toInt());
        show_quantity();
    });
    connect(canvas_, &TokenCanvas::token_chosen, this,
            [this] { details_->show_token(canvas_->chosen()); });
    connect(details_, &TokenDetails::token_wanted, canvas_, &TokenCanvas::go_to);
    connect(&book_, &QualityBook::changed, this, &TokensPage::follow);
    connect(&measurer_, &QualityMeasurer::state_changed, this, &TokensPage::follow);
}

void TokensPage::build(QAction& measure) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 8);
    layout->setSpacing(6);
    auto* head = new PanelHead(u"tokens"_s, tr("Tokens"), this);
    remark_ = &head->remark();
    measure_ = make_action_button(measure, u"tokensMeasure"_s, head);
    head->add(*measure_);
    auto* label = make_label(u"tokensColourLabel"_s, "muted", head, tr("Colours"));
    choice_ = new QComboBox(head);
    choice_->setObjectName(u"tokensColour"_s);
    choice_->setAccessibleName(tr("What tokens are coloured by"));
    choice_->addItem(tr("KL"), static_cast<int>(TokenQuantity::kKl));
    choice_->addItem(tr("loss difference"), static_cast<int>(TokenQuantity::kDifference));
    choice_->addItem(tr("loss"), static_cast<int>(TokenQuantity::kLoss));
    label->setBuddy(choice_);
    head->add(*label);
    head->add(*choice_);
    layout->addWidget(head);
    parts_ = new QSplitter(this);
    parts_->setObjectName(u"tokensParts"_s);
    parts_->setChildrenCollapsible(false);
    parts_->setHandleWidth(8);
    parts_->addWidget(canvas_);
    // In a low window the text comes first.
    put_in_scroll(*details_area_, *details_, u"tokenDetailsScroll"_s, tr("The chosen token"));
    parts_->addWidget(details_area_);
    parts_->setStretchFactor(0, 3);
    parts_->setStretchFactor(1, 2);
    layout->addWidget(parts_, 1);
}

TokenQuantity TokensPage::quantity() const {
    return !text_ || text_->has(wanted_) ? wanted_ : TokenQuantity::kLoss;
}

QString TokensPage::message() const {
    if (const auto& refusal = measurer_.refusal())
        return tr("This model cannot be run here, so there are no tokens to show: %1")
            .arg(error_text(*refusal));
    if (measurer_.pending(book_.current_content()))
        return tr("This plan waits or is being measured, see Jobs.");
    return tr(
        "This plan is not measured. Measure it to see, token by token, where it differs from "
        "the original.");
}

void TokensPage::follow() {
    if (!isVisible()) return;
    const QualityBook::Entry entry = measurer_.runnable() ? book_.current() : nullptr;
    if (!entry) canvas_->set_message(message());
    if (entry == shown_) return;
    shown_ = entry;
    worker_.drop();
    show_text(nullptr);
    if (!entry) return;
    canvas_->set_message(tr("reading the text…"));
    worker_.post([this, entry,
                  runnable = measurer_.runnable()](const WorkContext&) -> LatestWorker::Delivery {
        auto text = TokenText::build(entry, *runnable);
        return [this, text = std::move(text)] { show_text(text); };
    });
}

void TokensPage::show_text(const std::shared_ptr<const TokenText>& text) {
    text_ = text;
    measure_->setVisible(!text_);
    const bool appears = text_ && details_area_->isHidden();
    details_area_->setVisible(text_ != nullptr);
    if (appears) divide();
    canvas_->set_text(text_);
    remark_->setText(text_ ? tr("measured on %1").arg(measured_on_text(text_->measurement()))
                           : QString());
    show_quantity();
}

void TokensPage::show_quantity() {
    // Without a measurement of the original there is only the loss: the box says so.
    const QSignalBlocker quiet(choice_);
    choice_->setCurrentIndex(choice_->findData(static_cast<int>(quantity())));
    const auto* items = qobject_cast<const QStandardItemModel*>(choice_->model());
    for (int item = 0; item < choice_->count(); ++item) {
        const auto shown = static_cast<TokenQuantity>(choice_->itemData(item).toInt());
        items->item(item)->setEnabled(!text_ || text_->has(shown));
    }
    canvas_->set_quantity(quantity());
    details_->set_text(text_, quantity());
    details_->show_token(canvas_->chosen());
}

FigureData TokensPage::data() const {
    FigureData data{TokenText::headings(), {}};
    for (std::size_t i = 0; text_ && i < text_->measurement().scores.size(); ++i)
        data.rows.push_back(text_->row(i));
    return data;
}

void TokensPage::showEvent(QShowEvent* event) {
    QFrame::showEvent(event);
    follow();
}

void TokensPage::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    const Qt::Orientation wanted = width() < kNarrow ? Qt::Vertical : Qt::Horizontal;
    if (wanted == parts_->orientation()) return;
    parts_->setOrientation(wanted);
    divide();
}

void TokensPage::divide() {
    const int whole = parts_->orientation() == Qt::Vertical ? parts_->height() : parts_->width();
    parts_->setSizes({whole * kTextShare / 100, whole * (100 - kTextShare) / 100});
}

}  // namespace bitlathe
