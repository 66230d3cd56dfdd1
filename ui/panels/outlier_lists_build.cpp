// SPDX-License-Identifier: GPL-3.0-or-later
// What the lists of outliers are made of.
#include <QHeaderView>
#include <QVBoxLayout>
#include <array>

#include "ui/panels/copy_rows.h"
#include "ui/panels/flow_layout.h"
#include "ui/panels/outlier_lists.h"
#include "ui/panels/widgets.h"
#include "ui/plots/figure_menu.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kRowHeight = 20;
constexpr int kMostThreshold = 1'000'000;
constexpr int kGap = 8;

/// A control with its caption before it, which stay together when a line breaks.
QWidget* with_caption(QWidget& control, const QString& text, QWidget* parent) {
    auto* both = new QWidget(parent);
    auto* line = new QHBoxLayout(both);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(5);
    auto* caption = make_label(control.objectName() + u"Label"_s, "muted", both, text);
    caption->setBuddy(&control);
    line->addWidget(caption);
    line->addWidget(&control);
    return both;
}

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
    line.addWidget(with_caption(*box, label, this));
    return box;
}

QTableView* OutlierLists::add_table(const QString& name, const QString& title,
                                    QStandardItemModel& model, const QStringList& heading) {
    model.setHorizontalHeaderLabels(heading);
    for (int column = 0; column < model.columnCount(); ++column) {
        model.setHeaderData(column, Qt::Horizontal,
                            static_cast<int>(Qt::AlignRight | Qt::AlignVCenter),
                            Qt::TextAlignmentRole);
    }
    auto* table = make_table(name, title, model, kRowHeight, this);
    copy_rows_by_key(*table);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->horizontalHeader()->setStretchLastSection(true);
    return table;
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
    line->addWidget(with_caption(*threshold_, tr("|x| from"), this));
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
    features_table_ =
        add_table(u"outlierFeatures"_s, tr("Outlier features"), features_model_,
                  {tr("place"), tr("channel"), tr("blocks"), tr("tokens"), tr("max")});
    const std::array<int, 5> widths = {68, 56, 62, 60, 48};
    set_column_widths(*features_table_, widths);
    column->addWidget(features_table_, 1);
    offer_figure(*features_table_, table_figure(*features_table_, u"outlier-features"_s), theme);
    connect(threshold_, &QComboBox::currentIndexChanged, this, &OutlierLists::find_features);
    for (QSpinBox* box : {layers_, tokens_})
        connect(box, &QSpinBox::valueChanged, this, &OutlierLists::find_features);
    connect(features_table_, &QTableView::clicked, this, [this](const QModelIndex& index) {
        const OutlierFeature& feature = features_[static_cast<std::size_t>(index.row())];
        emit place_wanted({feature.point, block_of(feature), feature.channel});
    });
    connect(features_table_, &QTableView::activated, features_table_, &QTableView::clicked);
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
    massive_table_ =
        add_table(u"massiveTable"_s, tr("Largest values after a block"), massive_model_,
                  {u"●"_s, tr("block"), tr("channel"), tr("token"), tr("value"), tr("× median")});
    massive_model_.setHeaderData(0, Qt::Horizontal, tr("massive"), Qt::ToolTipRole);
    const std::array<int, 6> widths = {24, 44, 56, 84, 56, 60};
    set_column_widths(*massive_table_, widths);
    column->addWidget(massive_table_, 1);
    offer_figure(*massive_table_, table_figure(*massive_table_, u"massive-activations"_s), theme);
    for (QSpinBox* box : {least_, ratio_})
        connect(box, &QSpinBox::valueChanged, this, &OutlierLists::show_massive);
    connect(massive_table_, &QTableView::clicked, this, [this](const QModelIndex& index) {
        const StreamOutlier& outlier = massive_[static_cast<std::size_t>(index.row())];
        emit place_wanted({TapPoint::kResidOut, outlier.block, outlier.value.channel});
    });
    connect(massive_table_, &QTableView::activated, massive_table_, &QTableView::clicked);
}

}  // namespace bitlathe
