// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/refused_formats.h"

#include <QCoreApplication>
#include <algorithm>

#include "ui/theme/core_text.h"
#include "ui/theme/text.h"

namespace bitlathe {

std::vector<RefusedFormat> refused_formats(const TensorCatalog& catalog, std::size_t tensor) {
    std::vector<RefusedFormat> refused;
    const FormatInfo& source = format_info(catalog.tensor(tensor).source);
    for (const FormatId format : catalog.target().formats()) {
        const FormatInfo& info = format_info(format);
        if (info.kind == FormatKind::kFloat && info.bits_per_weight >= source.bits_per_weight) {
            continue;
        }
        const Legality legality =
            catalog.target().legality(catalog.model(), tensor, format, nullptr);
        if (!legality.legal) {
            refused.push_back({format, core_text(legality.reason)});
        } else if (info.recent && info.ggml_type && catalog.target().name() == "gguf") {
            refused.push_back(
                {format, QCoreApplication::translate(
                             "hover", "new: most runtimes refuse the file; Alt drags onto it")});
        }
    }
    std::stable_sort(refused.begin(), refused.end(), [](const auto& a, const auto& b) {
        return format_info(a.format).bits_per_weight < format_info(b.format).bits_per_weight;
    });
    return refused;
}

}  // namespace bitlathe
