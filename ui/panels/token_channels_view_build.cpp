// SPDX-License-Identifier: GPL-3.0-or-later
// What the view of single tokens is made of.
#include <QVBoxLayout>
#include <array>

#include "ui/panels/captioned.h"
#include "ui/panels/token_channels_view.h"
#include "ui/panels/widgets.h"
#include "ui/plots/figure_menu.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Tokens around one that was asked for.
constexpr double kAround = 48;

}  // namespace

void TokenChannelsView::build(Theme& theme) {
    place_ = add_choice(u"tapPlace"_s, tr("Place"));
    block_ = new QSpinBox(&controls());
    block_->setObjectName(u"tapBlock"_s);
    block_->setAccessibleName(tr("Block whose tokens are shown"));
    block_->setKeyboardTracking(false);
    controls().layout()->addWidget(captioned(*block_, tr("Block"), &controls()));
    run_ = make_button(u"tapRun"_s, tr("Run the window"), "primary", &controls());
    controls().layout()->addWidget(run_);
    add_scale_controls();
    build_lists(theme);
    offer_map_figure(u"token-channels"_s);
    connect(place_, &QComboBox::currentIndexChanged, this, &TokenChannelsView::refresh);
    connect(block_, &QSpinBox::valueChanged, this, [this] {
        aimed_ = true;
        refresh();
    });
    connect(run_, &QPushButton::clicked, this, &TokenChannelsView::run);
}

void TokenChannelsView::build_lists(Theme& theme) {
    auto* lists = new QWidget(this);
    QVBoxLayout* column = make_column(*lists, 6);
    column->addWidget(
        make_label(u"tapLargestTitle"_s, "title", lists, tr("Largest values of the window")));
    constexpr std::array<int, 5> kWidths = {52, 96, 60, 64, 64};
    largest_ = new FigureTable(
        u"tapLargest"_s, tr("Largest values of the window"),
        {tr("place"), tr("token"), tr("channel"), tr("value"), tr("× median")}, kWidths, lists);
    largest_->set_heading_tip(0, tr("Place of the token in its window; 0 is the first"));
    largest_->set_heading_tip(4, tr("Of the magnitudes of all values of the map"));
    column->addWidget(largest_, 1);
    offer_figure(*largest_, largest_->figure(u"token-channel-values"_s), theme);
    set_lists(*lists, tr("Largest values of the window"));
    connect(largest_, &FigureTable::row_chosen, this, [this](int row) {
        if (!shows_map()) return;
        const TopValue& top = shown_->largest[static_cast<std::size_t>(row)];
        const MatrixPlace at{top.position, top.channel};
        canvas().go_to(at, kAround);
        select_at(at);
    });
}

}  // namespace bitlathe
