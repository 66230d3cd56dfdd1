// SPDX-License-Identifier: GPL-3.0-or-later
// What the matrix page is made of.
#include <QHBoxLayout>
#include <QVBoxLayout>
#include <array>

#include "ui/panels/flow_layout.h"
#include "ui/panels/matrix_page.h"
#include "ui/panels/widgets.h"
#include "ui/theme/text.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

/// Shares of the weights that keep to the colours, in percent. Chosen first are nearly all: a few
/// outliers shall not make all others pale.
constexpr std::array kClips = {100.0, 99.99, 99.9, 99.0, 95.0};
constexpr int kFirstClip = 2;

}  // namespace

void MatrixPage::build(Theme& theme) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 8);
    layout->setSpacing(6);
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    title_ = make_label(u"matrixTitle"_s, "title", this);
    facts_ = make_elided_label(u"matrixFacts"_s, "muted", this);
    progress_ = new QProgressBar(this);
    progress_->setObjectName(u"matrixProgress"_s);
    progress_->setAccessibleName(tr("Reading the matrix"));
    progress_->setTextVisible(false);
    progress_->setRange(0, 1000);
    progress_->setFixedWidth(64);
    QSizePolicy keeps_room = progress_->sizePolicy();
    keeps_room.setRetainSizeWhenHidden(true);
    progress_->setSizePolicy(keeps_room);
    progress_->hide();
    head->addWidget(title_);
    head->addWidget(facts_, 1);
    head->addWidget(progress_);
    layout->addLayout(head);
    layout->addWidget(build_controls());
    canvas_ = new MatrixCanvas(theme, this);
    layout->addWidget(canvas_, 1);
    reading_ = make_elided_label(u"matrixReading"_s, "muted", this);
    reading_->setMinimumHeight(16);
    layout->addWidget(reading_);
}

QComboBox* MatrixPage::add_choice(const QString& name, const QString& label, QLayout& line) {
    auto* pair = new QWidget(this);  // they stay together
    auto* both = new QHBoxLayout(pair);
    both->setContentsMargins(0, 0, 0, 0);
    both->setSpacing(8);
    auto* caption = make_label(name + u"Label"_s, "muted", pair, label);
    auto* box = new QComboBox(pair);
    box->setObjectName(name);
    box->setAccessibleName(label);
    box->setFocusPolicy(Qt::StrongFocus);
    caption->setBuddy(box);
    both->addWidget(caption);
    both->addWidget(box);
    line.addWidget(pair);
    return box;
}

QCheckBox* MatrixPage::add_check(const QString& name, const QString& text, QLayout& line) {
    auto* box = new QCheckBox(text, this);
    box->setObjectName(name);
    box->setAccessibleName(text);
    line.addWidget(box);
    return box;
}

QWidget* MatrixPage::build_controls() {
    auto* controls = new QWidget(this);
    auto* line = new FlowLayout(controls, 8);
    quantity_ = add_choice(u"matrixQuantity"_s, tr("Show"), *line);
    quantity_->addItems({tr("value"), tr("|value|"), tr("quantized"), tr("error")});
    map_ = add_choice(u"matrixMap"_s, tr("Colours"), *line);
    map_->addItems({u"viridis"_s, u"cividis"_s, u"RdBu"_s});
    clip_ = add_choice(u"matrixClip"_s, tr("Clip"), *line);
    clip_->setToolTip(
        tr("The share of the weights that keep to the colours; the others get those of the ends"));
    for (const double percent : kClips)
        clip_->addItem(percent_text(percent, 'g', 6), percent);
    clip_->setCurrentIndex(kFirstClip);
    logarithmic_ = add_check(u"matrixLog"_s, tr("Log"), *line);
    sort_rows_ = add_check(u"matrixSortRows"_s, tr("Rows by norm"), *line);
    sort_cols_ = add_check(u"matrixSortColumns"_s, tr("Columns by norm"), *line);
    const QString sorting = tr("Largest L2 norm of the stored weights first");
    sort_rows_->setToolTip(sorting);
    sort_cols_->setToolTip(sorting);
    connect(quantity_, &QComboBox::currentIndexChanged, this,
            [this](int index) { show_quantity(static_cast<Shown>(index)); });
    connect(map_, &QComboBox::currentIndexChanged, this, [this](int index) {
        maps_[static_cast<std::size_t>(shown())] = kColourMaps[static_cast<std::size_t>(index)];
        apply_look();
    });
    connect(clip_, &QComboBox::currentIndexChanged, this, &MatrixPage::apply_look);
    connect(logarithmic_, &QCheckBox::toggled, this, &MatrixPage::apply_look);
    connect(sort_rows_, &QCheckBox::toggled, this, &MatrixPage::refresh);
    connect(sort_cols_, &QCheckBox::toggled, this, &MatrixPage::refresh);
    return controls;
}

QVariant MatrixPage::kept_view() const {
    return QVariant::fromValue(maps_);
}

void MatrixPage::take_view(const QVariant& kept) {
    maps_ = kept.value<decltype(maps_)>();
    show_quantity(shown());
}

}  // namespace bitlathe
