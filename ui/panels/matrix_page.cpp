// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/matrix_page.h"

#include <QHBoxLayout>
#include <QScopedValueRollback>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>
#include <chrono>

#include "ui/panels/widgets.h"
#include "ui/theme/text.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

/// Shares of the weights that keep to the colours, in percent.
constexpr std::array kClips = {100.0, 99.99, 99.9, 99.0, 95.0};
constexpr int kFirstClip = 2;
/// Pictures that are ready before show no progress.
constexpr double kShowProgress = 0.03;
/// Of the page, left and right together.
constexpr int kMargins = 24;

QString shape_text(const std::vector<std::uint64_t>& shape) {
    QStringList parts;
    for (const std::uint64_t size : shape)
        parts.push_back(QString::number(size));
    return parts.isEmpty() ? u"1"_s : parts.join(u" × "_s);
}

}  // namespace

MatrixPage::MatrixPage(PlanModel& plan, SelectionHub& hub, Theme& theme, QWidget* parent)
    : QFrame(parent),
      plan_(plan),
      hub_(hub),
      maps_{ColourMap::kRdBu, ColourMap::kViridis, ColourMap::kRdBu, ColourMap::kRdBu} {
    setObjectName(u"matrixPage"_s);
    set_look(*this, "panel");
    build(theme);
    build_actions();
    progress_timer_.setInterval(60ms);
    connect(&progress_timer_, &QTimer::timeout, this, &MatrixPage::show_progress);
    connect(&plan_, &PlanModel::opened, this, &MatrixPage::forget_model);
    connect(&plan_, &PlanModel::tensors_changed, this, &MatrixPage::follow_plan);
    connect(&hub_, &SelectionHub::selection_changed, this, &MatrixPage::follow_tensor);
    connect(&feed_, &MatrixFeed::ready, this, &MatrixPage::take);
    connect(&feed_, &MatrixFeed::failed, this, &MatrixPage::refuse);
    connect(canvas_, &MatrixCanvas::pointed_changed, this, &MatrixPage::ask_reading);
    connect(canvas_, &MatrixCanvas::view_changed, this, &MatrixPage::update_actions);
    show_quantity(Shown::kValue);
    follow_tensor();
}

void MatrixPage::build(Theme& theme) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 8);
    layout->setSpacing(6);
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    title_ = make_label(u"matrixTitle"_s, "title", this);
    facts_ = make_label(u"matrixFacts"_s, "muted", this);
    facts_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    progress_ = new QProgressBar(this);
    progress_->setObjectName(u"matrixProgress"_s);
    progress_->setAccessibleName(tr("Reading the matrix"));
    progress_->setTextVisible(false);
    progress_->setRange(0, 1000);
    progress_->setFixedWidth(120);
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
    reading_ = make_label(u"matrixReading"_s, "muted", this);
    reading_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    reading_->setMinimumHeight(16);
    layout->addWidget(reading_);
}

QComboBox* MatrixPage::add_choice(const QString& name, const QString& label, QLayout& line) {
    auto* caption = make_label(name + u"Label"_s, "muted", this, label);
    auto* box = new QComboBox(this);
    box->setObjectName(name);
    box->setAccessibleName(label);
    box->setFocusPolicy(Qt::StrongFocus);
    caption->setBuddy(box);
    line.addWidget(caption);
    line.addWidget(box);
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
    // Two lines where one is too long; without a minimum of its own the first could not give way.
    controls->setMinimumWidth(1);
    controls_ = new QBoxLayout(QBoxLayout::LeftToRight, controls);
    controls_->setContentsMargins(0, 0, 0, 0);
    controls_->setSpacing(8);
    auto* choices = new QHBoxLayout;
    auto* checks = new QHBoxLayout;
    quantity_ = add_choice(u"matrixQuantity"_s, tr("Show"), *choices);
    quantity_->addItems({tr("value"), tr("|value|"), tr("quantized"), tr("error")});
    map_ = add_choice(u"matrixMap"_s, tr("Colours"), *choices);
    map_->addItems({u"viridis"_s, u"cividis"_s, u"RdBu"_s});
    clip_ = add_choice(u"matrixClip"_s, tr("Clip"), *choices);
    clip_->setToolTip(
        tr("The share of the weights that keep to the colours; the others get those of the ends"));
    for (const double percent : kClips)
        clip_->addItem(QString::number(percent) + u" %"_s);
    clip_->setCurrentIndex(kFirstClip);
    logarithmic_ = add_check(u"matrixLog"_s, tr("Log"), *checks);
    sort_rows_ = add_check(u"matrixSortRows"_s, tr("Rows by norm"), *checks);
    sort_cols_ = add_check(u"matrixSortColumns"_s, tr("Columns by norm"), *checks);
    const QString sorting = tr("Largest L2 norm of the stored weights first");
    sort_rows_->setToolTip(sorting);
    sort_cols_->setToolTip(sorting);
    for (QHBoxLayout* line : {choices, checks}) {
        line->setSpacing(8);
        controls_->addLayout(line);
    }
    checks->addStretch(1);
    controls_->setStretch(1, 1);
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

MatrixPage::Shown MatrixPage::shown() const {
    return static_cast<Shown>(quantity_->currentIndex());
}

void MatrixPage::show_quantity(Shown shown) {
    const QSignalBlocker quiet(map_);
    const QSignalBlocker quiet_too(quantity_);
    quantity_->setCurrentIndex(static_cast<int>(shown));
    const ColourMap map = maps_[static_cast<std::size_t>(shown)];
    map_->setCurrentIndex(static_cast<int>(map));
    refresh();
}

// What is shown ----------------------------------------------------------------------------------

void MatrixPage::forget_model() {
    tensor_.reset();
    feed_.set_tensor(std::nullopt);
    reader_.drop();
    follow_tensor();
}

void MatrixPage::follow_tensor() {
    const auto current = plan_.is_open() ? hub_.current() : std::nullopt;
    if (current == tensor_ && tensor_) return;
    tensor_ = current;
    reader_.drop();
    reading_->clear();
    canvas_->set_picture(nullptr);
    if (tensor_) {
        feed_.set_tensor(plan_.catalog().model().checkpoint->view(*tensor_));
        format_ = plan_.format(*tensor_);
    } else {
        feed_.set_tensor(std::nullopt);
        canvas_->set_message(tr("Select a tensor to see its weights."));
    }
    refresh();
}

void MatrixPage::follow_plan(const std::vector<std::size_t>& tensors) {
    if (!tensor_ || std::find(tensors.begin(), tensors.end(), *tensor_) == tensors.end()) return;
    if (plan_.format(*tensor_) == format_) return;
    format_ = plan_.format(*tensor_);
    show_titles();
    ask_reading();
    if (uses_format()) refresh();
}

bool MatrixPage::uses_format() const {
    return shown() == Shown::kQuantized || shown() == Shown::kError;
}

MatrixRequest MatrixPage::wanted() const {
    MatrixRequest request;
    request.quantity = shown() == Shown::kQuantized ? MatrixQuantity::kQuantized
                       : shown() == Shown::kError   ? MatrixQuantity::kError
                                                    : MatrixQuantity::kValue;
    request.format = format_;
    request.sort_rows = sort_rows_->isChecked();
    request.sort_cols = sort_cols_->isChecked();
    return request;
}

void MatrixPage::refresh() {
    show_titles();
    update_actions();
    if (!tensor_) return;
    due_ = !isVisible();
    if (due_) {
        feed_.cancel();
        return;
    }
    if (!canvas_->picture()) canvas_->set_message(tr("Reading the weights …"));
    feed_.request(wanted());
    progress_timer_.start();
}

void MatrixPage::resizeEvent(QResizeEvent* event) {
    const int one_line = controls_->itemAt(0)->sizeHint().width() + controls_->spacing() +
                         controls_->itemAt(1)->sizeHint().width();
    const bool fits = contentsRect().width() >= one_line + kMargins;
    controls_->setDirection(fits ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    QFrame::resizeEvent(event);
}

void MatrixPage::showEvent(QShowEvent* event) {
    QFrame::showEvent(event);
    if (due_) refresh();
}

bool MatrixPage::idle() const {
    return !(due_ && isVisible()) && !feed_.busy() && !canvas_->busy() && !reader_.busy();
}

void MatrixPage::take(const std::shared_ptr<const MatrixPicture>& picture) {
    canvas_->set_picture(picture);
    apply_look();
    show_progress();
    update_actions();
    ask_reading();
}

void MatrixPage::refuse(const Error& error) {
    canvas_->set_picture(nullptr);
    canvas_->set_message(to_qstring(error.message));
    show_progress();
    update_actions();
}

void MatrixPage::apply_look() {
    const MatrixPicture* picture = canvas_->picture();
    if (picture == nullptr) return;
    MatrixLook look;
    look.magnitudes = shown() == Shown::kMagnitude;
    look.logarithmic = logarithmic_->isChecked();
    look.clip = kClips[static_cast<std::size_t>(clip_->currentIndex())] / 100;
    look.map = maps_[static_cast<std::size_t>(shown())];
    const QString format = format_text(picture->request.format);
    switch (picture->request.quantity) {
        case MatrixQuantity::kQuantized:
            look.unit = tr("%1 weight").arg(format);
            break;
        case MatrixQuantity::kError:
            look.unit = tr("%1 − weight").arg(format);
            break;
        case MatrixQuantity::kValue:
            look.unit = look.magnitudes ? tr("|weight|") : tr("weight");
            break;
    }
    canvas_->set_look(look);
}

void MatrixPage::show_titles() {
    if (!tensor_) {
        title_->setText(tr("Matrix"));
        facts_->clear();
        return;
    }
    const TensorFacts& facts = plan_.catalog().tensor(*tensor_);
    title_->setText(facts.name);
    const QString source = format_text(facts.source);
    const bool kept = format_ == facts.source;
    const QString formats = !kept           ? source + u" → "_s + format_text(format_)
                            : uses_format() ? tr("kept as %1, nothing changes").arg(source)
                                            : tr("kept as %1").arg(source);
    facts_->setText(shape_text(plan_.catalog().model().tensor(*tensor_).shape) + u"  ·  "_s +
                    formats);
}

void MatrixPage::show_progress() {
    const double done = feed_.progress();
    if (!feed_.busy()) progress_timer_.stop();
    progress_->setVisible(feed_.busy() && done > kShowProgress);
    progress_->setValue(static_cast<int>(done * 1000));
}

}  // namespace bitlathe
