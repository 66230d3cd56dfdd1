// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/depth_figure.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

FigureData depth_data(const DepthCanvas& canvas) {
    FigureData data;
    data.heading.push_back(QCoreApplication::translate("depth_figure", "block"));
    for (const std::size_t metric : canvas.shown())
        data.heading.push_back(depth_metrics()[metric].title_text());
    if (canvas.column_map() == nullptr) return data;
    const std::vector<QString> names = canvas.column_map()->names();
    const BlockView& view = canvas.axis().view();
    const auto first = static_cast<std::size_t>(std::max(0.0, std::floor(view.first)));
    const auto end = static_cast<std::size_t>(std::max(0.0, std::ceil(view.first + view.count)));
    for (std::size_t column = first; column < std::min(end, names.size()); ++column) {
        QStringList row{names[column]};
        for (const std::size_t metric : canvas.shown()) {
            const DepthColumn& value = canvas.values(metric)[column];
            row.push_back(value ? data_text(value->pooled) : QString());
        }
        data.rows.push_back(std::move(row));
    }
    return data;
}

}  // namespace

Figure depth_figure(DepthCanvas& canvas) {
    return widget_figure(canvas, u"depth"_s, [&canvas] { return depth_data(canvas); });
}

}  // namespace bitlathe
