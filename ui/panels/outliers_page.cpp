// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/outliers_page.h"

#include <QAction>
#include <QFileInfo>
#include <QSignalBlocker>
#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "ui/models/tap_text.h"
#include "ui/panels/widgets.h"
#include "ui/theme/core_text.h"
#include "ui/theme/text.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Side by side there would be too little of the map.
constexpr int kNarrow = 720;
constexpr int kMapShare = 50;  ///< percent
/// Channels around one that was asked for.
constexpr double kAround = 96;
const QString kBetween = u"  ·  "_s;

}  // namespace

OutliersPage::OutliersPage(PlanModel& plan, SelectionHub& hub, ActivationBook& book,
                           ActivationProfiler& profiler, QualityMeasurer& measurer,
                           QAction& profile, Theme& theme, QWidget* parent)
    : QFrame(parent),
      plan_(plan),
      hub_(hub),
      book_(book),
      profiler_(profiler),
      lists_(new OutlierLists(book, measurer, theme, this)) {
    setObjectName(u"outliersPage"_s);
    setAccessibleName(tr("Outliers"));
    set_look(*this, "panel");
    build(profile, theme);
    connect(&book_, &ActivationBook::changed, this, &OutliersPage::learn);
    connect(&profiler_, &ActivationProfiler::state_changed, this, &OutliersPage::show_state);
    connect(canvas_, &MatrixCanvas::pointed_changed, this, &OutliersPage::read_pointed);
    connect(canvas_, &MatrixCanvas::chosen, this, &OutliersPage::choose_pointed);
    connect(lists_, &OutlierLists::place_wanted, this, &OutliersPage::go_to);
    learn();
}

bool OutliersPage::idle() const {
    return !(due_ && isVisible()) && !worker_.busy() && !canvas_->busy() && lists_->idle();
}

TapPoint OutliersPage::point() const {
    return static_cast<TapPoint>(place_->currentData().toInt());
}

ChannelQuantity OutliersPage::quantity() const {
    return static_cast<ChannelQuantity>(quantity_->currentData().toInt());
}

// What is shown ----------------------------------------------------------------------------------

void OutliersPage::learn() {
    const auto& findings = book_.findings();
    const QVariant before = place_->currentData();
    {
        const QSignalBlocker quiet(place_);
        place_->clear();
        std::set<TapPoint> points;
        if (findings) {
            for (const TapProfile& tap : findings->profile->taps)
                points.insert(tap.id.point);
        }
        for (const TapPoint point : points) {
            place_->addItem(tap_text(point), static_cast<int>(point));
            place_->setItemData(place_->count() - 1, tap_explanation(point), Qt::ToolTipRole);
        }
        const int known = place_->findData(before);
        const int last = place_->findData(static_cast<int>(TapPoint::kResidOut));
        place_->setCurrentIndex(known >= 0 ? known : last);
    }
    controls_->setVisible(findings != nullptr);
    const bool appears = findings && lists_area_->isHidden();
    lists_area_->setVisible(findings != nullptr);
    if (appears) divide();
    show_state();
    refresh();
}

QString OutliersPage::message() const {
    if (profiler_.pending()) return tr("The text waits or runs through the model, see Jobs.");
    return tr(
        "Nothing is known of the activations of this model. Run a text through it to see which "
        "channels stand out, and how much each block does.");
}

void OutliersPage::show_state() {
    const auto& findings = book_.findings();
    QString why;
    if (const auto& problem = profiler_.text_problem())
        why = tr("The text cannot be read: %1").arg(error_text(*problem));
    reason_->setText(why);
    reason_->setVisible(!why.isEmpty());
    if (findings) {
        const TextStamp& text = findings->profile->text;
        remark_->setText(tr("%1, %2 tokens in windows of %3")
                             .arg(QFileInfo(to_qstring(text.path)).fileName(),
                                  count_text(text.tokens), count_text(text.context)));
    } else {
        remark_->clear();
        canvas_->set_picture(nullptr);
        canvas_->set_message(message());
    }
}

void OutliersPage::refresh() {
    worker_.drop();
    const auto findings = book_.findings();
    if (!findings || place_->count() == 0) {
        picture_.reset();
        due_ = false;
        return;
    }
    due_ = !isVisible();
    if (due_) return;
    worker_.post([this, findings, point = point(),
                  quantity = quantity()](const WorkContext& context) -> LatestWorker::Delivery {
        auto made = make_channel_picture(*findings->profile, point, quantity, findings->with_first,
                                         context);
        if (!made) {
            if (made.error().code == ErrorCode::kCancelled) return {};
            return [this, error = made.error()] {
                picture_.reset();
                canvas_->set_picture(nullptr);
                canvas_->set_message(core_text(error.message));
            };
        }
        auto shared = std::make_shared<const ChannelPicture>(*std::move(made));
        return [this, shared] { take(shared); };
    });
}

void OutliersPage::take(const std::shared_ptr<const ChannelPicture>& picture) {
    picture_ = picture;
    canvas_->set_picture(picture->picture);
    apply_look();
    read_pointed();
    if (wanted_ && wanted_->point == picture->map.point) go_to(*std::exchange(wanted_, {}));
}

QString OutliersPage::value_name() const {
    return quantity_->currentText();
}

void OutliersPage::apply_look() {
    if (!picture_) return;
    MatrixLook look;
    look.magnitudes = true;
    look.logarithmic = logarithmic_->isChecked();
    look.clip = clip_->currentData().toDouble() / 100;
    look.map = map_->currentIndex() == 1 ? ColourMap::kCividis : ColourMap::kViridis;
    look.unit = value_name();
    look.rows = tr("channel");
    look.cols = tr("block");
    canvas_->set_look(look);
}

// Where one is -----------------------------------------------------------------------------------

std::optional<ChannelPlace> OutliersPage::pointed() const {
    const auto place = canvas_->pointed();
    if (!place || !picture_ || place->col >= picture_->map.blocks.size()) return std::nullopt;
    return ChannelPlace{picture_->map.point, picture_->map.blocks[place->col],
                        static_cast<std::uint32_t>(place->row)};
}

void OutliersPage::read_pointed() {
    const auto place = pointed();
    const auto peak = canvas_->pointed_peak();
    if (!place || !peak) {
        reading_->clear();
        canvas_->set_reading({});
        hub_.hover(std::nullopt);
        return;
    }
    const MatrixRegion region = canvas_->pointed_region();
    const QString channels = region.rows > 1 ? tr("channels %1–%2, the largest of them")
                                                   .arg(region.row)
                                                   .arg(region.row + region.rows - 1)
                                             : tr("channel %1").arg(place->channel);
    QStringList parts{tr("block %1").arg(place->block), tap_text(place->point), channels,
                      value_name() + u' ' + quantity_text(double{*peak})};
    const double median = picture_->map.medians[canvas_->pointed()->col];
    if (quantity() == ChannelQuantity::kLargest && median > 0)
        parts << tr("%1 × the block's median channel").arg(number_text(*peak / median, 'f', 1));
    reading_->setText(parts.join(kBetween));
    canvas_->set_reading(parts.join(u", "_s));
    const std::vector<std::size_t> fed = fed_by(*place);
    hub_.hover(fed.empty() ? std::nullopt : std::optional(fed.front()));
}

std::vector<std::size_t> OutliersPage::fed_by(const ChannelPlace& place) const {
    std::vector<std::size_t> fed, block;
    if (!plan_.is_open()) return fed;
    for (std::size_t i = 0; i < plan_.catalog().size(); ++i) {
        const TensorFacts& facts = plan_.catalog().tensor(i);
        if (!facts.adjustable || facts.block != place.block) continue;
        block.push_back(i);
        if (tap_of_role(facts.role) == place.point) fed.push_back(i);
    }
    return fed.empty() ? block : fed;
}

void OutliersPage::choose_pointed() {
    const auto place = pointed();
    if (!place) return;
    const std::vector<std::size_t> fed = fed_by(*place);
    if (!fed.empty()) hub_.select(fed, fed.front());
    lists_->show_place(*place);
}

void OutliersPage::go_to(const ChannelPlace& place) {
    const int item = place_->findData(static_cast<int>(place.point));
    if (item < 0) return;
    const bool other =
        item != place_->currentIndex() || !picture_ || picture_->map.point != place.point;
    if (other) {
        wanted_ = place;
        place_->setCurrentIndex(item);
        return;
    }
    const auto& blocks = picture_->map.blocks;
    const auto found = std::find(blocks.begin(), blocks.end(), place.block);
    if (found == blocks.end()) return;
    canvas_->go_to({place.channel, static_cast<std::uint64_t>(found - blocks.begin())}, kAround);
    const std::vector<std::size_t> fed = fed_by(place);
    if (!fed.empty()) hub_.select(fed, fed.front());
}

FigureData OutliersPage::data() const {
    FigureData data;
    if (!picture_) return data;
    data.heading.push_back(tr("channel"));
    const MatrixRegion visible = canvas_->view().visible();
    for (std::uint64_t col = visible.col; col < visible.col + visible.cols; ++col)
        data.heading.push_back(tr("block %1").arg(picture_->map.blocks[col]));
    std::vector<float> values(visible.cols);
    MatrixSource::Scratch scratch;
    for (std::uint64_t row = visible.row; row < visible.row + visible.rows; ++row) {
        picture_->picture->source.read(row, visible.col, visible.cols, values.data(), scratch);
        QStringList cells{QString::number(row)};
        for (const float value : values)
            cells.push_back(std::isfinite(value) ? data_text(double{value}) : QString());
        data.rows.push_back(std::move(cells));
    }
    return data;
}

// Room -------------------------------------------------------------------------------------------

void OutliersPage::showEvent(QShowEvent* event) {
    QFrame::showEvent(event);
    if (due_) refresh();
}

void OutliersPage::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    const Qt::Orientation wanted = width() < kNarrow ? Qt::Vertical : Qt::Horizontal;
    if (wanted == parts_->orientation()) return;
    parts_->setOrientation(wanted);
    divide();
}

void OutliersPage::divide() {
    const int whole = parts_->orientation() == Qt::Vertical ? parts_->height() : parts_->width();
    parts_->setSizes({whole * kMapShare / 100, whole * (100 - kMapShare) / 100});
}

}  // namespace bitlathe
