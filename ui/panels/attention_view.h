// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSpinBox>

#include "ui/jobs/attention_picture.h"
#include "ui/panels/figure_table.h"
#include "ui/panels/map_view.h"

namespace bitlathe {

/// Where attention goes: a map of heads and blocks by the share that queries give to the first
/// token of their window, with the places of a window that receive most beside it.
class AttentionView : public MapView {
    Q_OBJECT
public:
    AttentionView(const ActivationSources& sources, Theme& theme, QWidget* parent = nullptr);

protected:
    LatestWorker::Task question() override;
    [[nodiscard]] MatrixLook words() const override;
    [[nodiscard]] QStringList read(const MatrixPlace& place, const MatrixRegion& region,
                                   double peak) const override;
    [[nodiscard]] std::vector<std::size_t> tensors_at(const MatrixPlace& place) const override;

private:
    void build(Theme& theme);
    void take(AttentionPicture made);
    void show_sinks();
    void show_places();
    void choose_place(const AttentionPlace& place);

    QSpinBox* least_ = nullptr;  ///< percent
    QLabel* sinks_ = nullptr;
    FigureTable* places_ = nullptr;
    AttentionPicture made_;  ///< what the map shows
};

}  // namespace bitlathe
