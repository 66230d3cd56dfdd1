// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/tensor_words.h"

#include <QStringList>

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

QString shape_text(const TensorInfo& tensor) {
    QStringList sizes;
    for (const std::uint64_t size : tensor.shape)
        sizes.push_back(QString::number(size));
    return sizes.isEmpty() ? u"1"_s : sizes.join(u" × "_s);
}

std::optional<double> outlier_ratio(const WeightStatistics& statistics) {
    if (!statistics.absmax || statistics.sigma.value_or(0) <= 0) return std::nullopt;
    return *statistics.absmax / *statistics.sigma;
}

}  // namespace bitlathe
