// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/channels_view.h"

#include <QLayout>
#include <algorithm>
#include <set>
#include <utility>

#include "ui/models/block_tensors.h"
#include "ui/models/tap_text.h"
#include "ui/theme/text.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Channels around one that was asked for.
constexpr double kAround = 96;

}  // namespace

ChannelsView::ChannelsView(const ActivationSources& sources, Theme& theme, QWidget* parent)
    : MapView(sources, {u"outlier"_s, tr("Map of channels and blocks"), true}, theme, parent) {
    setObjectName(u"channelsView"_s);
    build(theme);
    learn();
}

void ChannelsView::build(Theme& theme) {
    place_ = add_choice(u"outlierPlace"_s, tr("Place"));
    quantity_ = add_choice(u"outlierQuantity"_s, tr("Show"));
    quantity_->addItem(tr("largest |x|"), static_cast<int>(ChannelQuantity::kLargest));
    quantity_->addItem(tr("largest ÷ median"), static_cast<int>(ChannelQuantity::kRatio));
    quantity_->addItem(tr("mean |x|"), static_cast<int>(ChannelQuantity::kMean));
    add_scale_controls();
    auto* first = new QCheckBox(tr("first tokens too"), &controls());
    first->setObjectName(u"outlierFirst"_s);
    first->setAccessibleName(first->text());
    first->setToolTip(
        tr("The first token of a window draws attention to itself and has activations of its own; "
           "without it cosines and extremes are those of all other tokens. Holds for the strips "
           "over depth as well."));
    first->setMinimumHeight(place_->sizeHint().height());  // in line with the boxes
    first->setChecked(of_.profiler.with_first());
    controls().layout()->addWidget(first);
    lists_ = new OutlierLists(of_.book, of_.measurer, theme, this);
    set_lists(*lists_, tr("Lists of outliers"));
    offer_map_figure(u"outliers"_s);
    for (QComboBox* box : {place_, quantity_})
        connect(box, &QComboBox::currentIndexChanged, this, &ChannelsView::refresh);
    connect(first, &QCheckBox::toggled, &of_.profiler, &ActivationProfiler::set_with_first);
    connect(lists_, &OutlierLists::place_wanted, this, &ChannelsView::go_to);
}

TapPoint ChannelsView::point() const {
    return static_cast<TapPoint>(place_->currentData().toInt());
}

ChannelQuantity ChannelsView::quantity() const {
    return static_cast<ChannelQuantity>(quantity_->currentData().toInt());
}

// What is shown ----------------------------------------------------------------------------------

void ChannelsView::learn() {
    if (findings()) fill_with_taps(*place_, *findings()->profile);
    MapView::learn();
}

LatestWorker::Task ChannelsView::question() {
    return [this, findings = findings(), point = point(),
            quantity = quantity()](const WorkContext& context) -> LatestWorker::Delivery {
        return deliver<ChannelPicture>(make_channel_picture(*findings->profile, point, quantity,
                                                            findings->with_first, context),
                                       [this](ChannelPicture made) { take(std::move(made)); });
    };
}

void ChannelsView::take(ChannelPicture made) {
    made_ = std::move(made);
    show_picture(made_.picture);
    if (wanted_ && wanted_->point == made_.map.point) go_to(*std::exchange(wanted_, {}));
}

MatrixLook ChannelsView::words() const {
    MatrixLook look;
    look.unit = quantity_->currentText();
    look.rows = tr("channel");
    look.cols = tr("block");
    look.col_numbers = made_.map.blocks;
    look.unknown = tr("no channel");
    return look;
}

// Where one is -----------------------------------------------------------------------------------

ChannelPlace ChannelsView::place_of(const MatrixPlace& place) const {
    return {made_.map.point, made_.map.blocks[place.col], static_cast<std::uint32_t>(place.row)};
}

std::optional<ChannelPlace> ChannelsView::pointed() const {
    const auto place = canvas().pointed();
    if (!place || !shows_map()) return std::nullopt;
    return place_of(*place);
}

QStringList ChannelsView::read(const MatrixPlace& at, const MatrixRegion& region,
                               double peak) const {
    const ChannelPlace place = place_of(at);
    const QString channels = region.rows > 1 ? tr("channels %1–%2, the largest of them")
                                                   .arg(region.row)
                                                   .arg(region.row + region.rows - 1)
                                             : tr("channel %1").arg(place.channel);
    QStringList parts{tr("block %1").arg(place.block), tap_text(place.point), channels,
                      quantity_->currentText() + u' ' + quantity_text(peak)};
    const double median = made_.map.medians[at.col];
    if (quantity() == ChannelQuantity::kLargest && median > 0)
        parts << tr("%1 × the block's median channel").arg(number_text(peak / median, 'f', 1));
    return parts;
}

std::vector<std::size_t> ChannelsView::tensors_at(const MatrixPlace& at) const {
    return tensors_fed_by(of_.plan, made_.map.blocks[at.col], made_.map.point);
}

void ChannelsView::place_chosen(const MatrixPlace& at) {
    lists_->show_place(place_of(at));
    emit chosen(place_of(at));
}

void ChannelsView::go_to(const ChannelPlace& place) {
    const int item = place_->findData(static_cast<int>(place.point));
    if (item < 0) return;
    emit chosen(place);
    const bool other =
        item != place_->currentIndex() || !shows_map() || made_.map.point != place.point;
    if (other) {
        wanted_ = place;
        place_->setCurrentIndex(item);
        return;
    }
    const auto& blocks = made_.map.blocks;
    const auto found = std::find(blocks.begin(), blocks.end(), place.block);
    if (found == blocks.end()) return;
    const MatrixPlace at{place.channel, static_cast<std::uint64_t>(found - blocks.begin())};
    canvas().go_to(at, kAround);
    select_at(at);
}

}  // namespace bitlathe
