// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/routing_picture.h"
#include "ui/panels/figure_table.h"
#include "ui/panels/map_view.h"
#include "ui/panels/measured_experts.h"

namespace bitlathe {

/// What the routers of a mixture choose: a map of experts and blocks, with figures of how even that
/// is beside it. Of models without routers it says why there is nothing to see.
class ExpertsView : public MapView {
    Q_OBJECT
public:
    ExpertsView(const ActivationSources& sources, Theme& theme, QWidget* parent = nullptr);

protected:
    LatestWorker::Task question() override;
    [[nodiscard]] MatrixLook words() const override;
    [[nodiscard]] QStringList read(const MatrixPlace& place, const MatrixRegion& region,
                                   double peak) const override;
    [[nodiscard]] std::vector<std::size_t> tensors_at(const MatrixPlace& place) const override;
    void learn() override;

private:
    void build(Theme& theme);
    void take(RoutingPicture made);
    void show_balance();
    /// Quantities that are measured, where they were.
    void offer_quantities();
    /// Selects an expert of a column of the map.
    void show_expert(std::uint64_t expert, std::uint64_t column);
    [[nodiscard]] RoutingQuantity quantity() const;
    [[nodiscard]] bool has_routers() const;
    [[nodiscard]] QString value_text(double value) const;

    QComboBox* quantity_ = nullptr;
    FigureTable* balance_ = nullptr;
    MeasuredExperts* measured_ = nullptr;
    RoutingPicture made_;  ///< what the map shows
};

}  // namespace bitlathe
