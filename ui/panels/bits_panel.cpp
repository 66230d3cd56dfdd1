// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/bits_panel.h"

#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/canvas/minimap.h"
#include "ui/panels/colour_scale.h"
#include "ui/panels/widgets.h"
#include "ui/plots/bits_figure.h"
#include "ui/plots/figure_menu.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kNameOfOther = 180;
constexpr int kSide = 10;  ///< of the head
constexpr int kGap = 8;

}  // namespace

BitsPanel::BitsPanel(PlanModel& plan, SelectionHub& hub, BlockAxis& axis,
                     ActivationBook& activations, Theme& theme, QWidget* parent)
    : QFrame(parent),
      colours_(plan, activations),
      canvas_(new BitsCanvas(plan, hub, axis, theme, this)),
      colour_(new QComboBox(this)) {
    canvas_->follow(colours_);
    setObjectName(u"bitsPanel"_s);
    set_look(*this, "panel");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2, 10, 2, 6);
    layout->setSpacing(6);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(kSide, 0, kSide, 0);
    head->setSpacing(kGap);
    title_ = make_label(u"bitsTitle"_s, "title", this, tr("Bits"));
    head->addWidget(title_);
    compared_ = make_label(u"bitsCompared"_s, "warning", this);
    compared_->hide();
    head->addWidget(compared_);
    head->addStretch();
    remark_ = make_label(u"bitsRemark"_s, "muted", this,
                         tr("height: bits per weight  ·  drag, paint, 2–8, Space locks"));
    head->addWidget(remark_);
    caption_ = make_label(u"bitsColourLabel"_s, "muted", this, tr("colour"));
    colour_->setObjectName(u"bitsColour"_s);
    colour_->setAccessibleName(tr("What bars are coloured by"));
    colour_->setFocusPolicy(Qt::StrongFocus);
    colour_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    colour_->setMinimumContentsLength(8);
    caption_->setBuddy(colour_);
    head->addWidget(caption_);
    head->addWidget(colour_);
    scale_ = new ColourScale(plan, colours_, theme, this);
    head->addWidget(scale_);
    fill_colours();
    connect(&activations, &ActivationBook::changed, this, &BitsPanel::fill_colours);
    connect(colour_, &QComboBox::currentIndexChanged, this, [this] {
        colours_.choose(find_metric(colour_->currentData().toString()).value_or(0));
    });
    layout->addLayout(head);
    layout->addWidget(canvas_, 1);
    layout->addWidget(new Minimap(plan, hub, axis, theme, this));
    offer_figure(*canvas_, bits_figure(*canvas_, plan), theme);
}

void BitsPanel::fill_colours() {
    const QSignalBlocker quiet(colour_);
    colour_->clear();
    for (std::size_t i = 0; i < depth_metrics().size(); ++i) {
        if (!colours_.is_available(i)) continue;
        const DepthMetric& metric = depth_metrics()[i];
        colour_->addItem(i == 0 ? tr("error est.") : metric.title_text(),
                         QString::fromLatin1(metric.id));
        colour_->setItemData(colour_->count() - 1, metric.explanation_text(), Qt::ToolTipRole);
    }
    const QString now = QString::fromLatin1(depth_metrics()[colours_.metric()].id);
    colour_->setCurrentIndex(std::max(0, colour_->findData(now)));
}

void BitsPanel::follow(PlanShelf& shelf) {
    shelf_ = &shelf;
    connect(&shelf, &PlanShelf::compared_changed, this, &BitsPanel::show_comparison);
    show_comparison();
}

void BitsPanel::show_name(const char* look, const QString& text, const QString& tip) {
    set_look(*compared_, look);
    compared_->setText(compared_->fontMetrics().elidedText(text, Qt::ElideRight, kNameOfOther));
    compared_->setToolTip(tip);
    compared_->setVisible(!text.isEmpty());
    make_room();
}

void BitsPanel::show_comparison() {
    canvas_->set_comparison(shelf_->compared_formats());
    const auto row = shelf_->compared_row();
    if (!row) return show_name("warning", {}, {});
    const QString name = shelf_->name(*row);
    show_name("warning", tr("━ B: %1").arg(name),
              tr("The lines over the bars are the plan %1").arg(name));
}

void BitsPanel::show_outlook(const std::optional<PresetOutlook>& outlook) {
    if (!outlook) return show_comparison();
    canvas_->set_comparison(outlook->formats, true);
    show_name("accent", tr("▯ %1").arg(outlook->name),
              tr("The outlines are what %1 would make of the bars").arg(outlook->name));
}

void BitsPanel::make_room() {
    int rest = width() - least_head();
    if (!compared_->isHidden()) rest -= compared_->sizeHint().width() + kGap;
    // What can be done without comes last.
    for (QWidget* part :
         {scale_, static_cast<QWidget*>(caption_), static_cast<QWidget*>(remark_)}) {
        rest -= part->sizeHint().width() + kGap;
        part->setVisible(rest >= 0);
    }
}

int BitsPanel::least_head() const {
    const QMargins around = layout()->contentsMargins();
    return around.left() + around.right() + 2 * kSide + title_->sizeHint().width() + kGap +
           colour_->sizeHint().width();
}

QSize BitsPanel::minimumSizeHint() const {
    const int canvas = canvas_->minimumSizeHint().width() + 4;
    return {std::max(canvas, least_head()), QFrame::minimumSizeHint().height()};
}

void BitsPanel::resizeEvent(QResizeEvent* event) {
    make_room();
    QFrame::resizeEvent(event);
}

}  // namespace bitlathe
