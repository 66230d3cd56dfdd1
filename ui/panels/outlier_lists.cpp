// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/outlier_lists.h"

#include <QSignalBlocker>
#include <algorithm>

#include "ui/models/tap_text.h"
#include "ui/models/token_words.h"
#include "ui/panels/widgets.h"
#include "ui/theme/core_text.h"
#include "ui/theme/text.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::size_t kMostRows = 1000;
constexpr float kUsualThreshold = 6;
const QChar kMark = u'●';

FigureCell share_cell(double share) {
    return figure_cell(share, percent_text(share * 100, 'f', 1));
}

}  // namespace

OutlierLists::OutlierLists(ActivationBook& book, QualityMeasurer& measurer, Theme& theme,
                           QWidget* parent)
    : QWidget(parent), book_(book), measurer_(measurer) {
    setObjectName(u"outlierLists"_s);
    set_look(*this, "clear");
    build(theme);
    connect(&book_, &ActivationBook::changed, this, &OutlierLists::learn);
    connect(&measurer_, &QualityMeasurer::state_changed, this, &OutlierLists::show_massive);
    learn();
}

void OutlierLists::learn() {
    const auto& findings = book_.findings();
    const QVariant before = threshold_->currentData();
    {
        const QSignalBlocker quiet(threshold_);
        threshold_->clear();
        const std::vector<float> counted =
            findings ? findings->profile->thresholds : std::vector<float>{};
        for (const float threshold : counted)
            threshold_->addItem(number_text(double{threshold}, 'g', 6), threshold);
        const int known = threshold_->findData(before);
        const int usual = threshold_->findData(kUsualThreshold);
        threshold_->setCurrentIndex(known >= 0 ? known : std::max(0, usual));
    }
    find_features();
    show_massive();
}

FeatureCriterion OutlierLists::feature_criterion() const {
    return {threshold_->currentData().toFloat(), layers_->value() / 100.0,
            tokens_->value() / 100.0};
}

MassiveCriterion OutlierLists::massive_criterion() const {
    return {static_cast<float>(least_->value()), static_cast<double>(ratio_->value())};
}

void OutlierLists::find_features() {
    worker_.drop();
    const auto findings = book_.findings();
    if (!findings || threshold_->count() == 0) {
        features_.clear();
        return show_features();
    }
    worker_.post([this, findings,
                  criterion = feature_criterion()](const WorkContext&) -> LatestWorker::Delivery {
        auto found = outlier_features(*findings->profile, criterion, findings->with_first);
        return [this, features = found ? *std::move(found) : std::vector<OutlierFeature>()] {
            features_ = features;
            show_features();
        };
    });
}

void OutlierLists::show_features() {
    const std::size_t all = features_.size();
    features_.resize(std::min(all, kMostRows));
    std::vector<std::vector<FigureCell>> rows;
    for (const OutlierFeature& feature : features_) {
        rows.push_back({word_cell(tap_text(feature.point)), number_cell(feature.channel),
                        share_cell(feature.layers_share), share_cell(feature.tokens_share),
                        figure_cell(double{feature.max}, quantity_text(double{feature.max}))});
    }
    features_table_->fill(rows);
    features_remark_->setText(
        all == 0 ? tr("No channel meets this. LLM.int8() keeps those that do in 16 bits.")
                 : tr("%n channel(s) that LLM.int8() would keep in 16 bits", nullptr,
                      static_cast<int>(all)));
}

void OutlierLists::show_massive() {
    const auto& findings = book_.findings();
    const MassiveCriterion criterion = massive_criterion();
    massive_.clear();
    if (findings) massive_ = findings->largest;
    massive_.resize(std::min(massive_.size(), kMostRows));
    const auto& runnable = measurer_.runnable();
    const Tokenizer* tokenizer = runnable ? runnable->tokenizer.get() : nullptr;
    std::vector<std::vector<FigureCell>> rows;
    int massive = 0;
    for (const StreamOutlier& outlier : massive_) {
        const bool is = is_massive(outlier, criterion);
        massive += is ? 1 : 0;
        const double value = double{outlier.value.value};
        QString token = placed_token_name(tokenizer, outlier.value);
        rows.push_back(
            {word_cell(is ? QString(kMark) : QString()), number_cell(outlier.block),
             number_cell(outlier.value.channel), word_cell(token),
             figure_cell(value, number_text(value, 'g', 4)),
             figure_cell(outlier.ratio_to_median, number_text(outlier.ratio_to_median, 'f', 1))});
    }
    massive_table_->fill(rows);
    massive_remark_->setText(
        massive == 0 ? tr("None is massive. Of every channel of a block the largest is listed.")
                     : tr("%n massive value(s), marked ●", nullptr, massive));
}

std::uint32_t OutlierLists::block_of(const OutlierFeature& feature) const {
    std::uint32_t best = 0;
    float largest = -1;
    for (const TapProfile& tap : book_.findings()->profile->taps) {
        if (tap.id.point != feature.point || tap.id.expert || tap.id.shared_expert) continue;
        const auto& rest = tap.statistics.rest.absmax;
        const auto& first = tap.statistics.first.absmax;
        if (feature.channel >= rest.size()) continue;
        float own = rest[feature.channel];
        if (book_.findings()->with_first && feature.channel < first.size())
            own = std::max(own, first[feature.channel]);
        if (own > largest) {
            largest = own;
            best = tap.id.block;
        }
    }
    return best;
}

void OutlierLists::show_place(const ChannelPlace& place) {
    const auto feature = std::find_if(features_.begin(), features_.end(), [&](const auto& row) {
        return row.point == place.point && row.channel == place.channel;
    });
    features_table_->choose(
        feature == features_.end() ? -1 : static_cast<int>(feature - features_.begin()));
    massive_table_->choose(-1);
    if (place.point != TapPoint::kResidOut) return;
    const auto value = std::find_if(massive_.begin(), massive_.end(), [&](const auto& row) {
        return row.block == place.block && row.value.channel == place.channel;
    });
    if (value != massive_.end()) massive_table_->choose(static_cast<int>(value - massive_.begin()));
}

}  // namespace bitlathe
