// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QButtonGroup>
#include <QFrame>
#include <QLabel>
#include <QTimer>

#include "ui/models/composition.h"
#include "ui/models/keeps_view.h"
#include "ui/models/selection_hub.h"
#include "ui/plots/composition_chart.h"
#include "ui/plots/figure_menu.h"

namespace bitlathe {

/// How a CompositionPanel tells bytes apart.
enum class CompositionBy : std::uint8_t { kRole, kFormat, kBlock };

/// Where the bytes are: by role, by format or by block, as stored and as planned. While a drag
/// runs it follows once per frame at most. Choosing a part selects its tensors.
class CompositionPanel : public QFrame, public KeepsView {
    Q_OBJECT
public:
    CompositionPanel(PlanModel& plan, SelectionHub& hub, Theme& theme, QWidget* parent = nullptr);

    void show_by(CompositionBy by);
    [[nodiscard]] CompositionBy shown_by() const { return by_; }
    [[nodiscard]] CompositionChart& chart() { return *chart_; }
    [[nodiscard]] FigureMenu& figure_menu() { return *menu_; }
    /// How often the chart was brought up to date; tests watch that changes are gathered.
    [[nodiscard]] int updates() const { return updates_; }
    /// What the bytes are told apart by.
    [[nodiscard]] QVariant kept_view() const override;
    void take_view(const QVariant& kept) override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QLayout* make_head();
    void reset();
    void follow(const std::vector<std::size_t>& tensors);
    void refresh();
    void choose(std::size_t part, std::size_t bar);
    [[nodiscard]] ByteStack by_role() const;
    [[nodiscard]] ByteStack by_format() const;
    [[nodiscard]] ByteStack by_block() const;
    /// Neighbouring blocks share a bar where there are more of them than room.
    [[nodiscard]] std::size_t blocks_per_bar() const;
    [[nodiscard]] std::vector<ByteSums::ByGroup> folded(
        const std::vector<ByteSums::ByGroup>& blocks) const;
    [[nodiscard]] FigureData data() const;

    PlanModel& plan_;
    SelectionHub& hub_;
    Theme& theme_;
    Composition composition_;
    CompositionBy by_ = CompositionBy::kRole;
    std::vector<FormatId> formats_;  ///< part -> format, where bytes are told apart by it
    CompositionChart* chart_;
    QButtonGroup* buttons_;
    QLabel* remark_ = nullptr;
    FigureMenu* menu_;
    QTimer frame_;
    int updates_ = 0;
};

}  // namespace bitlathe
