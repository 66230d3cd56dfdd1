// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/matrix_page.h"

#include <QSignalBlocker>
#include <algorithm>
#include <chrono>
#include <utility>

#include "ui/models/tensor_words.h"
#include "ui/panels/widgets.h"
#include "ui/theme/core_text.h"
#include "ui/theme/text.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

/// Pictures that are ready before show no progress.
constexpr double kShowProgress = 0.03;

}  // namespace

MatrixPage::MatrixPage(PlanModel& plan, SelectionHub& hub, Theme& theme, QWidget* parent)
    : QFrame(parent),
      plan_(plan),
      hub_(hub),
      maps_{ColourMap::kRdBu, ColourMap::kViridis, ColourMap::kRdBu, ColourMap::kRdBu} {
    setObjectName(u"matrixPage"_s);
    setAccessibleName(tr("Matrix"));
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
    spot_.reset();
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
    apply_spot();
    show_progress();
    update_actions();
    ask_reading();
}

void MatrixPage::show_spot(const MatrixSpot& spot) {
    spot_ = spot;
    show_quantity(Shown::kError);
    canvas_->setFocus();
}

void MatrixPage::apply_spot() {
    const auto spot = std::exchange(spot_, std::nullopt);
    if (!spot) return;
    const MatrixPicture& picture = *canvas_->picture();
    // Rows and columns stand where they are sorted to; of weights beside each other then one is
    // left.
    const auto place = [](const std::vector<std::uint32_t>& order, std::uint64_t channel) {
        const auto at = std::find(order.begin(), order.end(), channel);
        return order.empty() ? channel : static_cast<std::uint64_t>(at - order.begin());
    };
    MatrixRegion region{0, 0, picture.pyramid.rows(), picture.pyramid.cols()};
    if (spot->row) {
        region.row = place(picture.order.rows, *spot->row);
        region.rows = 1;
    }
    if (spot->col) {
        region.col = place(picture.order.cols, *spot->col);
        region.cols = picture.order.cols.empty() ? spot->cols : 1;
    }
    canvas_->show_spot(region);
}

void MatrixPage::refuse(const Error& error) {
    canvas_->set_picture(nullptr);
    canvas_->set_message(core_text(error.message));
    show_progress();
    update_actions();
}

void MatrixPage::apply_look() {
    const MatrixPicture* picture = canvas_->picture();
    if (picture == nullptr) return;
    MatrixLook look;
    look.magnitudes = shown() == Shown::kMagnitude;
    look.logarithmic = logarithmic_->isChecked();
    look.clip = clip_->currentData().toDouble() / 100;
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
    facts_->setText(shape_text(plan_.catalog().model().tensor(*tensor_)) + u"  ·  "_s + formats);
}

void MatrixPage::show_progress() {
    const double done = feed_.progress();
    if (!feed_.busy()) progress_timer_.stop();
    progress_->setVisible(feed_.busy() && done > kShowProgress);
    progress_->setValue(static_cast<int>(done * 1000));
}

}  // namespace bitlathe
