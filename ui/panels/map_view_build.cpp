// SPDX-License-Identifier: GPL-3.0-or-later
// What every view of the page of outliers is made of.
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <array>
#include <set>

#include "ui/models/tap_text.h"
#include "ui/panels/captioned.h"
#include "ui/panels/flow_layout.h"
#include "ui/panels/map_view.h"
#include "ui/panels/widgets.h"
#include "ui/plots/figure_menu.h"
#include "ui/theme/text.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array kClips = {100.0, 99.9, 99.0, 95.0};
constexpr int kGap = 8;

}  // namespace

void fill_with_taps(QComboBox& box, const ActivationProfile& profile) {
    const QSignalBlocker quiet(box);
    const QVariant before = box.currentData();
    std::set<TapPoint> points;
    for (const TapProfile& tap : profile.taps)
        points.insert(tap.id.point);
    box.clear();
    for (const TapPoint point : points) {
        box.addItem(tap_text(point), static_cast<int>(point));
        box.setItemData(box.count() - 1, tap_explanation(point), Qt::ToolTipRole);
    }
    const int known = box.findData(before);
    box.setCurrentIndex(known >= 0 ? known : box.findData(static_cast<int>(TapPoint::kResidOut)));
}

MapView::MapView(const ActivationSources& sources, const Naming& naming, Theme& theme,
                 QWidget* parent)
    : QWidget(parent),
      of_(sources),
      prefix_(naming.prefix),
      theme_(theme),
      begins_logarithmic_(naming.logarithmic) {
    set_look(*this, "clear");
    build(naming, theme);
    connect(&of_.book, &ActivationBook::changed, this, [this] { learn(); });
    connect(&of_.profiler, &ActivationProfiler::state_changed, this, [this] {
        if (!findings()) show_message(no_profile_text(), false);
    });
    connect(canvas_, &MatrixCanvas::pointed_changed, this, &MapView::read_pointed);
    connect(canvas_, &MatrixCanvas::chosen, this, &MapView::choose_pointed);
}

void MapView::build(const Naming& naming, Theme& theme) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->setSpacing(6);
    controls_ = new QWidget(this);
    auto* flow = new FlowLayout(controls_, kGap);
    flow->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(controls_);
    parts_ = new QSplitter(this);
    parts_->setObjectName(prefix_ + u"Parts"_s);
    parts_->setChildrenCollapsible(false);
    parts_->setHandleWidth(8);
    canvas_ = new MatrixCanvas(theme, parts_);
    canvas_->setObjectName(prefix_ + u"Canvas"_s);
    canvas_->setAccessibleName(naming.title);
    lists_area_ = new QScrollArea(parts_);
    parts_->addWidget(canvas_);
    parts_->addWidget(lists_area_);
    parts_->setStretchFactor(0, 1);
    parts_->setStretchFactor(1, 1);
    lists_area_->hide();
    layout->addWidget(parts_, 1);
    reading_ = make_elided_label(prefix_ + u"Reading"_s, "muted", this);
    reading_->setMinimumHeight(16);
    layout->addWidget(reading_);
}

QComboBox* MapView::add_choice(const QString& name, const QString& label) {
    auto* box = new QComboBox(controls_);
    box->setObjectName(name);
    box->setAccessibleName(label);
    box->setFocusPolicy(Qt::StrongFocus);
    controls_->layout()->addWidget(captioned(*box, label, controls_));
    return box;
}

void MapView::add_scale_controls() {
    map_ = add_choice(prefix_ + u"Map"_s, tr("Colours"));
    map_->addItems({u"viridis"_s, u"cividis"_s});
    clip_ = add_choice(prefix_ + u"Clip"_s, tr("Clip"));
    clip_->setToolTip(
        tr("The share of the values that keep to the colours; the others get those of the ends"));
    for (const double percent : kClips)
        clip_->addItem(percent_text(percent, 'g', 6), percent);
    logarithmic_ = new QCheckBox(tr("Log"), controls_);
    logarithmic_->setObjectName(prefix_ + u"Log"_s);
    logarithmic_->setAccessibleName(logarithmic_->text());
    logarithmic_->setMinimumHeight(map_->sizeHint().height());  // in line with the boxes
    logarithmic_->setChecked(begins_logarithmic_);
    controls_->layout()->addWidget(logarithmic_);
    for (QComboBox* box : {map_, clip_})
        connect(box, &QComboBox::currentIndexChanged, this, &MapView::apply_look);
    connect(logarithmic_, &QCheckBox::toggled, this, &MapView::apply_look);
}

void MapView::set_lists(QWidget& lists, const QString& title) {
    put_in_scroll(*lists_area_, lists, prefix_ + u"ListsScroll"_s, title);
}

void MapView::offer_map_figure(const QString& name) {
    offer_figure(*canvas_, widget_figure(*canvas_, name, [this] { return data(); }), theme_);
}

}  // namespace bitlathe
