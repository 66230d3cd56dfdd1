// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCheckBox>
#include <QComboBox>
#include <QFrame>
#include <QLabel>
#include <QScrollArea>
#include <QSpinBox>
#include <QSplitter>
#include <optional>

#include "ui/canvas/matrix_canvas.h"
#include "ui/jobs/activation_profiler.h"
#include "ui/jobs/channel_picture.h"
#include "ui/models/selection_hub.h"
#include "ui/panels/outlier_lists.h"
#include "ui/panels/text_choice.h"
#include "ui/plots/figure.h"

class QAction;

namespace bitlathe {

/// The OUTLIERS page: what the channels of the model did while a text ran through it, as a map of
/// channels and blocks in which no outlier disappears, with the features and massive activations
/// beside it. Text and tokens are chosen here. The map is made while the page is visible.
class OutliersPage : public QFrame {
    Q_OBJECT
public:
    /// `profile`: the action of the window that profiles.
    OutliersPage(PlanModel& plan, SelectionHub& hub, ActivationBook& book,
                 ActivationProfiler& profiler, QualityMeasurer& measurer, QAction& profile,
                 Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] MatrixCanvas& canvas() { return *canvas_; }
    /// The text to profile with.
    [[nodiscard]] TextChoice& text_choice() { return *text_; }
    [[nodiscard]] bool idle() const;
    /// Brings a place to the middle of the map.
    void go_to(const ChannelPlace& place);
    /// What is pointed at.
    [[nodiscard]] std::optional<ChannelPlace> pointed() const;

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build(QAction& profile, Theme& theme);
    [[nodiscard]] QWidget* build_source(QAction& profile);
    [[nodiscard]] QWidget* build_controls();
    QComboBox* add_choice(const QString& name, const QString& label, QWidget& line);

    void learn();
    void show_state();
    /// Asks for the map that the controls name; later where the page is hidden.
    void refresh();
    void take(const std::shared_ptr<const ChannelPicture>& picture);
    void apply_look();
    void read_pointed();
    void choose_pointed();
    void divide();
    [[nodiscard]] QString message() const;
    [[nodiscard]] QString value_name() const;
    [[nodiscard]] TapPoint point() const;
    [[nodiscard]] ChannelQuantity quantity() const;
    /// Tensors that a place feeds; those of its block where it feeds none.
    [[nodiscard]] std::vector<std::size_t> fed_by(const ChannelPlace& place) const;
    [[nodiscard]] FigureData data() const;

    PlanModel& plan_;
    SelectionHub& hub_;
    ActivationBook& book_;
    ActivationProfiler& profiler_;
    QLabel *remark_ = nullptr, *reason_ = nullptr, *reading_ = nullptr;
    TextChoice* text_ = nullptr;
    QSpinBox* tokens_ = nullptr;
    QWidget* controls_ = nullptr;
    QComboBox *place_ = nullptr, *quantity_ = nullptr, *map_ = nullptr, *clip_ = nullptr;
    QCheckBox *logarithmic_ = nullptr, *first_ = nullptr;
    QSplitter* parts_ = nullptr;
    MatrixCanvas* canvas_ = nullptr;
    OutlierLists* lists_ = nullptr;
    QScrollArea* lists_area_ = nullptr;
    std::shared_ptr<const ChannelPicture> picture_;
    std::optional<ChannelPlace> wanted_;  ///< as soon as its map is there
    bool due_ = false;
    LatestWorker worker_;  ///< last: ends before anything else goes
};

}  // namespace bitlathe
