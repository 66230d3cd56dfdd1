// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/token_channels_view.h"

#include <QSignalBlocker>
#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/models/block_tensors.h"
#include "ui/models/tap_text.h"
#include "ui/models/token_words.h"
#include "ui/panels/widgets.h"
#include "ui/theme/core_text.h"
#include "ui/theme/text.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

TokenChannelsView::TokenChannelsView(const ActivationSources& sources, Theme& theme,
                                     QWidget* parent)
    : MapView(sources, {u"tap"_s, tr("Map of tokens and channels"), true}, theme, parent) {
    setObjectName(u"tokenChannelsView"_s);
    build(theme);
    connect(&of_.tokens, &TokenTap::changed, this, &TokenChannelsView::follow);
    learn();
}

TapPlace TokenChannelsView::place() const {
    return {static_cast<TapPoint>(place_->currentData().toInt()),
            static_cast<std::uint32_t>(block_->value())};
}

void TokenChannelsView::set_place(const TapPlace& place) {
    const int item = place_->findData(static_cast<int>(place.point));
    if (item < 0) return;
    {
        const QSignalBlocker quiet(place_);
        const QSignalBlocker quiet_too(block_);
        place_->setCurrentIndex(item);
        block_->setValue(static_cast<int>(place.block));
    }
    aimed_ = true;
    refresh();
}

void TokenChannelsView::run() {
    if (of_.tokens.running()) return of_.tokens.stop();
    of_.tokens.look(place());
}

// What is shown ----------------------------------------------------------------------------------

void TokenChannelsView::learn() {
    if (!findings()) {
        aimed_ = false;
        return MapView::learn();
    }
    fill_with_taps(*place_, *findings()->profile);
    {
        const QSignalBlocker quiet(block_);
        const auto blocks = static_cast<int>(findings()->profile->blocks.size());
        block_->setMaximum(std::max(0, blocks - 1));
    }
    if (!aimed_) begin_with_largest();
    MapView::learn();
}

void TokenChannelsView::begin_with_largest() {
    const QSignalBlocker quiet(block_);
    if (!findings()->largest.empty())
        block_->setValue(static_cast<int>(findings()->largest.front().block));
    aimed_ = true;
}

void TokenChannelsView::follow() {
    const bool running = of_.tokens.running();
    run_->setText(running ? tr("Stop") : tr("Run the window"));
    run_->setAccessibleName(run_->text());
    set_look(*run_, running ? "" : "primary");
    run_->setEnabled(running || (of_.tokens.ready() && !of_.tokens.known(place())));
    refresh();
}

LatestWorker::Task TokenChannelsView::question() {
    shown_ = of_.tokens.known(place());
    const bool running = of_.tokens.running();
    run_->setEnabled(running || (of_.tokens.ready() && !shown_));
    if (!shown_) {
        show_message(message(), true);
        return {};
    }
    show_picture(shown_->picture);
    show_largest();
    return {};
}

QString TokenChannelsView::message() const {
    if (of_.tokens.running()) return tr("The window waits or runs through the model, see Jobs.");
    if (const auto& problem = of_.tokens.problem())
        return tr("The tokens cannot be shown: %1").arg(error_text(*problem));
    if (!of_.tokens.ready()) return tr("This model cannot be run, so its tokens cannot be shown.");
    return tr(
        "A profile keeps no single tokens. Run the first window of its text (%n token(s)) up "
        "to the block to see them; that takes as long as a small part of the profile.",
        nullptr, static_cast<int>(of_.tokens.tokens()));
}

void TokenChannelsView::show_largest() {
    const auto& runnable = of_.measurer.runnable();
    const Tokenizer* tokenizer = runnable ? runnable->tokenizer.get() : nullptr;
    std::vector<std::vector<FigureCell>> rows;
    for (const TopValue& top : shown_->largest) {
        const double value = double{top.value};
        const double ratio = shown_->median > 0 ? std::abs(value) / shown_->median : 0;
        rows.push_back({number_cell(top.position), word_cell(placed_token_name(tokenizer, top)),
                        number_cell(top.channel), figure_cell(value, number_text(value, 'g', 4)),
                        figure_cell(ratio, number_text(ratio, 'f', 1))});
    }
    largest_->fill(rows);
}

MatrixLook TokenChannelsView::words() const {
    MatrixLook look;
    look.unit = u"|x|"_s;
    look.rows = tr("token");
    look.cols = tr("channel");
    return look;
}

QString TokenChannelsView::column_name(std::uint64_t number) const {
    return tr("channel %1").arg(number);
}

// Where one is -----------------------------------------------------------------------------------

QString TokenChannelsView::token_text(std::uint64_t row) const {
    TopValue at;
    at.id = shown_->ids[row];
    at.position = static_cast<std::uint32_t>(row);
    const auto& runnable = of_.measurer.runnable();
    return placed_token_name(runnable ? runnable->tokenizer.get() : nullptr, at);
}

QStringList TokenChannelsView::read(const MatrixPlace& at, const MatrixRegion& region,
                                    double peak) const {
    const QString tokens =
        region.rows > 1 ? tr("tokens %1–%2").arg(region.row).arg(region.row + region.rows - 1)
                        : tr("token %1: %2").arg(at.row).arg(token_text(at.row));
    const QString channels =
        region.cols > 1 ? tr("channels %1–%2").arg(region.col).arg(region.col + region.cols - 1)
                        : tr("channel %1").arg(at.col);
    QStringList parts{tr("block %1").arg(shown_->place.block), tap_text(shown_->place.point),
                      tokens, channels};
    const QString value = number_text(peak, 'g', 4);
    parts << (region.rows > 1 || region.cols > 1 ? tr("%1, the largest of them").arg(value)
                                                 : value);
    if (shown_->median > 0)
        parts << tr("%1 × the median").arg(number_text(std::abs(peak) / shown_->median, 'f', 1));
    return parts;
}

std::vector<std::size_t> TokenChannelsView::tensors_at(const MatrixPlace&) const {
    return tensors_fed_by(of_.plan, shown_->place.block, shown_->place.point);
}

}  // namespace bitlathe
