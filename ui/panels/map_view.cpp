// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/map_view.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/panels/map_data.h"
#include "ui/theme/core_text.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Side by side there would be too little of the map.
constexpr int kNarrow = 720;
constexpr int kMapShare = 50;  ///< percent
const QString kBetween = u"  ·  "_s;

}  // namespace

bool MapView::idle() const {
    return !(due_ && isVisible()) && !worker_.busy() && !canvas_->busy();
}

// What is shown ----------------------------------------------------------------------------------

QString MapView::no_profile_text() const {
    if (of_.profiler.pending()) return tr("The text waits or runs through the model, see Jobs.");
    return tr(
        "Nothing is known of the activations of this model. Run a text through it to see which "
        "channels stand out, and how much each block does.");
}

void MapView::learn() {
    if (!findings()) {
        show_message(no_profile_text(), false);
    } else if (!picture_) {
        show_message({}, false);  // what was said is not true any more
    }
    refresh();
}

void MapView::refresh() {
    worker_.drop();
    due_ = findings() && !isVisible();
    if (!findings() || due_) return;
    if (LatestWorker::Task task = question()) worker_.post(std::move(task));
}

void MapView::show_picture(std::shared_ptr<const MatrixPicture> picture) {
    picture_ = std::move(picture);
    const bool appears = lists_area_->isHidden();
    controls_->show();
    lists_area_->show();
    if (appears) divide();
    canvas_->setAccessibleDescription({});
    canvas_->set_picture(picture_);
    apply_look();
    read_pointed();
}

void MapView::show_message(const QString& message, bool with_controls) {
    picture_.reset();
    controls_->setVisible(with_controls);
    lists_area_->hide();
    canvas_->set_picture(nullptr);
    canvas_->set_message(message);
    canvas_->setAccessibleDescription(message);
    read_pointed();
}

void MapView::show_failure(const Error& error) {
    show_message(core_text(error.message), true);
}

void MapView::apply_look() {
    if (!picture_) return;
    MatrixLook look = words();
    look.magnitudes = true;
    look.logarithmic = logarithmic_->isChecked();
    look.clip = clip_->currentData().toDouble() / 100;
    look.map = map_->currentIndex() == 1 ? ColourMap::kCividis : ColourMap::kViridis;
    canvas_->set_look(look);
}

// Where one is -----------------------------------------------------------------------------------

void MapView::read_pointed() {
    const auto place = canvas_->pointed();
    const auto peak = canvas_->pointed_peak();
    if (!picture_ || !place || !peak) {
        reading_->clear();
        canvas_->set_reading({});
        of_.hub.hover(std::nullopt);
        return;
    }
    const QStringList parts = read(*place, canvas_->pointed_region(), double{*peak});
    reading_->setText(parts.join(kBetween));
    canvas_->set_reading(parts.join(u", "_s));
    const std::vector<std::size_t> tensors = tensors_at(*place);
    of_.hub.hover(tensors.empty() ? std::nullopt : std::optional(tensors.front()));
}

void MapView::choose_pointed() {
    const auto place = canvas_->pointed();
    if (!picture_ || !place) return;
    select_at(*place);
    place_chosen(*place);
}

void MapView::select_at(const MatrixPlace& place) {
    const std::vector<std::size_t> tensors = tensors_at(place);
    if (!tensors.empty()) of_.hub.select(tensors, tensors.front());
}

QString MapView::column_name(std::uint64_t number) const {
    return tr("block %1").arg(number);
}

FigureData MapView::data() const {
    if (!picture_) return {};
    const MatrixLook look = words();
    const auto column = [&](std::uint64_t at) {
        return column_name(look.col_numbers.empty() ? at : look.col_numbers[at]);
    };
    return map_data(*picture_, canvas_->view().visible(),
                    {look.rows, [](std::uint64_t row) { return QString::number(row); }, column});
}

// Room -------------------------------------------------------------------------------------------

void MapView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (due_) refresh();
}

void MapView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const Qt::Orientation wanted = width() < kNarrow ? Qt::Vertical : Qt::Horizontal;
    if (wanted == parts_->orientation()) return;
    parts_->setOrientation(wanted);
    divide();
}

void MapView::divide() {
    const int whole = parts_->orientation() == Qt::Vertical ? parts_->height() : parts_->width();
    parts_->setSizes({whole * kMapShare / 100, whole * (100 - kMapShare) / 100});
}

}  // namespace bitlathe
