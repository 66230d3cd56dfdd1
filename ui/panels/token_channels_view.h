// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>
#include <QSpinBox>

#include "ui/jobs/token_tap.h"
#include "ui/panels/figure_table.h"
#include "ui/panels/map_view.h"

namespace bitlathe {

/// Single tokens: a map of the tokens of one window and the channels of one place, with the largest
/// values beside it. The window is run for it when somebody asks.
class TokenChannelsView : public MapView {
    Q_OBJECT
public:
    TokenChannelsView(const ActivationSources& sources, Theme& theme, QWidget* parent = nullptr);

    /// The place that the controls name.
    [[nodiscard]] TapPlace place() const;
    /// Chooses a place; the window is not run for it.
    void set_place(const TapPlace& place);
    /// Runs the window, or stops that.
    void run();

protected:
    LatestWorker::Task question() override;
    [[nodiscard]] MatrixLook words() const override;
    [[nodiscard]] QStringList read(const MatrixPlace& place, const MatrixRegion& region,
                                   double peak) const override;
    [[nodiscard]] std::vector<std::size_t> tensors_at(const MatrixPlace& place) const override;
    [[nodiscard]] QString column_name(std::uint64_t number) const override;
    void learn() override;

private:
    void build(Theme& theme);
    void build_lists(Theme& theme);
    void follow();
    void begin_with_largest();
    void show_largest();
    [[nodiscard]] QString message() const;
    [[nodiscard]] QString token_text(std::uint64_t row) const;

    QComboBox* place_ = nullptr;
    QSpinBox* block_ = nullptr;
    QPushButton* run_ = nullptr;
    FigureTable* largest_ = nullptr;
    bool aimed_ = false;  ///< a block was chosen, by a person or by begin_with_largest()
    std::shared_ptr<const TokenPicture> shown_;
};

}  // namespace bitlathe
