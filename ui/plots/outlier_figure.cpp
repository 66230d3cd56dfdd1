// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/outlier_figure.h"

#include <QCoreApplication>

#include "ui/models/tap_text.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

FigureData outlier_data(const OutlierStrip& strip) {
    FigureData data{{QCoreApplication::translate("depth_figure", "block")}, {}};
    for (const TapPoint point : strip.rows())
        data.heading << tap_text(point);
    const auto [first, last] = strip.scale().visible();
    for (int column = first; column < last; ++column) {
        if (!strip.scale().is_block(column)) continue;
        QStringList row{strip.name(column)};
        for (std::size_t place = 0; place < strip.rows().size(); ++place) {
            const TapSummary* tap = strip.at(place, column);
            const bool known = tap != nullptr && tap->channel_ratio;
            row << (known ? data_text(*tap->channel_ratio) : QString());
        }
        data.rows.push_back(std::move(row));
    }
    return data;
}

}  // namespace

Figure outlier_figure(OutlierStrip& strip) {
    return widget_figure(strip, u"outliers-over-depth"_s, [&strip] { return outlier_data(strip); });
}

}  // namespace bitlathe
