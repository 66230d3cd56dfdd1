// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "ui/jobs/channel_picture.h"
#include "ui/panels/map_view.h"
#include "ui/panels/outlier_lists.h"

namespace bitlathe {

/// What the channels of the model did while a text ran through it: a map of channels and blocks in
/// which no outlier disappears, with the features and massive activations beside it.
class ChannelsView : public MapView {
    Q_OBJECT
public:
    ChannelsView(const ActivationSources& sources, Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] bool idle() const override { return MapView::idle() && lists_->idle(); }
    /// Brings a place to the middle of the map.
    void go_to(const ChannelPlace& place);
    /// What is pointed at.
    [[nodiscard]] std::optional<ChannelPlace> pointed() const;

signals:
    /// A place of the map or of a list was chosen.
    void chosen(const bitlathe::ChannelPlace& place);

protected:
    LatestWorker::Task question() override;
    [[nodiscard]] MatrixLook words() const override;
    [[nodiscard]] QStringList read(const MatrixPlace& place, const MatrixRegion& region,
                                   double peak) const override;
    [[nodiscard]] std::vector<std::size_t> tensors_at(const MatrixPlace& place) const override;
    void place_chosen(const MatrixPlace& place) override;
    void learn() override;

private:
    void build(Theme& theme);
    void take(ChannelPicture made);
    [[nodiscard]] TapPoint point() const;
    [[nodiscard]] ChannelQuantity quantity() const;
    [[nodiscard]] ChannelPlace place_of(const MatrixPlace& place) const;

    QComboBox *place_ = nullptr, *quantity_ = nullptr;
    OutlierLists* lists_ = nullptr;
    ChannelPicture made_;                 ///< what the map shows
    std::optional<ChannelPlace> wanted_;  ///< as soon as its map is there
};

}  // namespace bitlathe
