// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/double_statistics.h"
#include "core/profile/pattern_statistics.h"
#include "core/profile/storing.h"
#include "core/profile/value_statistics.h"
#include "core/profile/weight_profile.h"

namespace bitlathe {

namespace {

Result<WeightStatistics> statistics_of(const TensorView& view, const WorkContext& context) {
    const FormatInfo& format = format_info(view.format());
    BITLATHE_TRY(check_decodable(view));
    BITLATHE_TRY(context.check());
    if (view.rows() == 0) {
        return WeightStatistics{};
    }
    if (format.id == formats::f16() || format.id == formats::bf16()) {
        return pattern_statistics(view, context);
    }
    static const auto f64 = find_format("F64");
    if (format.id == f64) {
        return double_statistics(view, context);
    }
    return value_statistics(view, context);
}

}  // namespace

Result<WeightStatistics> weight_statistics(const TensorView& view, const WorkContext& context) {
    BITLATHE_ASSIGN(auto statistics, statistics_of(view, context));
    BITLATHE_TRY(view.check());
    return statistics;
}

}  // namespace bitlathe
