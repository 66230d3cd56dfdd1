// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QLabel>
#include <QSpinBox>
#include <QWidget>
#include <vector>

#include "core/profile/outliers/outliers.h"
#include "ui/jobs/latest_worker.h"
#include "ui/jobs/quality_measurer.h"
#include "ui/models/activation_book.h"
#include "ui/panels/figure_table.h"
#include "ui/theme/theme.h"

namespace bitlathe {

/// Which channel of which block at which kind of place.
struct ChannelPlace {
    TapPoint point = TapPoint::kResidOut;
    std::uint32_t block = 0;
    std::uint32_t channel = 0;
    bool operator==(const ChannelPlace&) const = default;
};

/// Outlier features by the criterion of LLM.int8(), and the largest values of the residual stream
/// with those that are massive, both with thresholds to choose. A chosen row says where it is.
class OutlierLists : public QWidget {
    Q_OBJECT
public:
    /// `measurer` has the tokenizer of the model.
    OutlierLists(ActivationBook& book, QualityMeasurer& measurer, Theme& theme,
                 QWidget* parent = nullptr);

    /// Marks the rows about a place.
    void show_place(const ChannelPlace& place);
    [[nodiscard]] bool idle() const { return !worker_.busy(); }

signals:
    void place_wanted(const bitlathe::ChannelPlace& place);

private:
    void build(Theme& theme);
    void build_features(Theme& theme);
    void build_massive(Theme& theme);
    QSpinBox* add_number(const QString& name, const QString& label, int low, int high, int value,
                         const QString& suffix, QLayout& line);
    void learn();
    void find_features();
    void show_features();
    void show_massive();
    [[nodiscard]] FeatureCriterion feature_criterion() const;
    [[nodiscard]] MassiveCriterion massive_criterion() const;
    /// The block in which a feature is largest.
    [[nodiscard]] std::uint32_t block_of(const OutlierFeature& feature) const;

    ActivationBook& book_;
    QualityMeasurer& measurer_;
    QComboBox* threshold_ = nullptr;
    QSpinBox *layers_ = nullptr, *tokens_ = nullptr, *least_ = nullptr, *ratio_ = nullptr;
    QLabel *features_remark_ = nullptr, *massive_remark_ = nullptr;
    FigureTable *features_table_ = nullptr, *massive_table_ = nullptr;
    std::vector<OutlierFeature> features_;
    std::vector<StreamOutlier> massive_;  ///< in the order of the rows
    LatestWorker worker_;                 ///< last: ends before anything else goes
};

}  // namespace bitlathe
