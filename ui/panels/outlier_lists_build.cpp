// SPDX-License-Identifier: GPL-3.0-or-later
// What the lists of outliers are made of.
#include <QVBoxLayout>
#include <array>

#include "ui/panels/captioned.h"
#include "ui/panels/flow_layout.h"
#include "ui/panels/outlier_lists.h"
#include "ui/panels/widgets.h"
#include "ui/plots/figure_menu.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMostThreshold = 1'000'000;
constexpr int kGap = 8;

}  // namespace

QSpinBox* OutlierLists::add_number(const QString& name, const QString& label, int low, int high,
                                   int value, const QString& suffix, QLayout& line) {
    auto* box = new QSpinBox(this);
    box->setObjectName(name);
    box->setAccessibleName(label);
    box->setRange(low, high);
    box->setValue(value);
    box->setSuffix(suffix);
    box->setKeyboardTracking(false);
    line.addWidget(captioned(*box, label, this));
    return box;
}

void OutlierLists::build(Theme& theme) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    build_features(theme);
    build_massive(theme);
}

void OutlierLists::build_features(Theme& theme) {
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->addWidget(make_label(u"outlierFeaturesTitle"_s, "title", this, tr("Outlier features")));
    auto* line = new FlowLayout(nullptr, kGap);
    threshold_ = new QComboBox(this);
    threshold_->setObjectName(u"outlierThreshold"_s);
    threshold_->setAccessibleName(tr("Threshold of outlier features"));
    threshold_->setToolTip(
        tr("Magnitudes that the profile counted. 6 is a figure of models whose activations are of "
           "that scale: where the norms' weights are large, every channel is above it."));
    line->addWidget(captioned(*threshold_, tr("|x| from"), this));
    const FeatureCriterion standard;
    const auto percent = [](double share) { return static_cast<int>(share * 100 + 0.5); };
    layers_ = add_number(u"outlierLayers"_s, tr("in blocks"), 0, 100,
                         percent(standard.layers_share), tr(" %"), *line);
    tokens_ = add_number(u"outlierTokens"_s, tr("for tokens"), 0, 100,
                         percent(standard.tokens_share), tr(" %"), *line);
    column->addLayout(line);
    features_remark_ = make_label(u"outlierFeaturesRemark"_s, "muted", this);
    features_remark_->setWordWrap(true);
    column->addWidget(features_remark_);
    const std::array<int, 5> widths = {68, 56, 62, 60, 48};
    features_table_ = new FigureTable(
        u"outlierFeatures"_s, tr("Outlier features"),
        {tr("place"), tr("channel"), tr("blocks"), tr("tokens"), tr("max")}, widths, this);
    column->addWidget(features_table_, 1);
    offer_figure(*features_table_, features_table_->figure(u"outlier-features"_s), theme);
    connect(threshold_, &QComboBox::currentIndexChanged, this, &OutlierLists::find_features);
    for (QSpinBox* box : {layers_, tokens_})
        connect(box, &QSpinBox::valueChanged, this, &OutlierLists::find_features);
    connect(features_table_, &FigureTable::row_chosen, this, [this](int row) {
        const OutlierFeature& feature = features_[static_cast<std::size_t>(row)];
        emit place_wanted({feature.point, block_of(feature), feature.channel});
    });
}

void OutlierLists::build_massive(Theme& theme) {
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->addWidget(
        make_label(u"massiveTitle"_s, "title", this, tr("Largest values after a block")));
    auto* line = new FlowLayout(nullptr, kGap);
    const MassiveCriterion standard;
    least_ = add_number(u"massiveLeast"_s, tr("massive above"), 0, kMostThreshold,
                        static_cast<int>(standard.least), {}, *line);
    ratio_ = add_number(u"massiveRatio"_s, tr("and above"), 0, kMostThreshold,
                        static_cast<int>(standard.ratio), tr(" × median"), *line);
    column->addLayout(line);
    massive_remark_ = make_label(u"massiveRemark"_s, "muted", this);
    massive_remark_->setWordWrap(true);
    column->addWidget(massive_remark_);
    const std::array<int, 6> widths = {24, 44, 56, 84, 56, 60};
    massive_table_ = new FigureTable(
        u"massiveTable"_s, tr("Largest values after a block"),
        {u"●"_s, tr("block"), tr("channel"), tr("token"), tr("value"), tr("× median")}, widths,
        this);
    massive_table_->set_heading_tip(0, tr("massive"));
    column->addWidget(massive_table_, 1);
    offer_figure(*massive_table_, massive_table_->figure(u"massive-activations"_s), theme);
    connect(massive_table_, &FigureTable::row_chosen, this, [this](int row) {
        const StreamOutlier& outlier = massive_[static_cast<std::size_t>(row)];
        emit place_wanted({TapPoint::kResidOut, outlier.block, outlier.value.channel});
    });
}

}  // namespace bitlathe
