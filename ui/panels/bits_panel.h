// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QFrame>
#include <QLabel>

#include "ui/canvas/bits_canvas.h"
#include "ui/jobs/preset_preview.h"
#include "ui/models/plan_shelf.h"

namespace bitlathe {

/// The BITS canvas with its title, what its marks mean, and what its bars are coloured by.
class BitsPanel : public QFrame {
    Q_OBJECT
public:
    BitsPanel(PlanModel& plan, SelectionHub& hub, BlockAxis& axis, ActivationBook& activations,
              Theme& theme, QWidget* parent = nullptr);
    [[nodiscard]] BitsCanvas& canvas() { return *canvas_; }
    /// Shows the plan that `shelf` compares over the bars, and its name above them.
    void follow(PlanShelf& shelf);
    /// Shows what a preset would make of the plan while somebody looks at one.
    void show_outlook(const std::optional<PresetOutlook>& outlook);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void show_comparison();
    void show_name(const char* look, const QString& text, const QString& tip);
    /// Shows of the head what there is room for.
    void make_room();
    /// Width of the title and the chooser of colours.
    [[nodiscard]] int least_head() const;
    void fill_colours();
    BarColours colours_;
    BitsCanvas* canvas_;
    PlanShelf* shelf_ = nullptr;
    QComboBox* colour_;
    QWidget* scale_;
    QLabel *title_, *caption_;
    QLabel* remark_;
    QLabel* compared_;
};

}  // namespace bitlathe
