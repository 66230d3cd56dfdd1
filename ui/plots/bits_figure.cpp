// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/bits_figure.h"

#include <QCoreApplication>

#include "ui/theme/text.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

struct BitsFigureText {
    Q_DECLARE_TR_FUNCTIONS(bits_figure)
};

}  // namespace

FigureData plan_data(const PlanModel& plan) {
    FigureData data;
    for (const char* name :
         {QT_TRANSLATE_NOOP("bits_figure", "tensor"), QT_TRANSLATE_NOOP("bits_figure", "role"),
          QT_TRANSLATE_NOOP("bits_figure", "block"), QT_TRANSLATE_NOOP("bits_figure", "weights"),
          QT_TRANSLATE_NOOP("bits_figure", "stored as"),
          QT_TRANSLATE_NOOP("bits_figure", "planned"),
          QT_TRANSLATE_NOOP("bits_figure", "bits per weight"),
          QT_TRANSLATE_NOOP("bits_figure", "bytes"),
          QT_TRANSLATE_NOOP("bits_figure", "estimated error (weights × NMSE)"),
          QT_TRANSLATE_NOOP("bits_figure", "locked")}) {
        data.heading.push_back(BitsFigureText::tr(name));
    }
    if (!plan.is_open()) return data;
    for (std::size_t i = 0; i < plan.catalog().size(); ++i) {
        const TensorFacts& facts = plan.catalog().tensor(i);
        const auto error = plan.error(i);
        data.rows.push_back({facts.name, to_qstring(role_name(facts.role)),
                             facts.block ? QString::number(*facts.block) : QString(),
                             QString::number(facts.elements), format_text(facts.source),
                             format_text(plan.format(i)), data_text(plan.bits(i)),
                             QString::number(plan.bytes(i)), error ? data_text(*error) : QString(),
                             plan.locked(i) ? u"1"_s : u"0"_s});
    }
    return data;
}

Figure bits_figure(BitsCanvas& canvas, const PlanModel& plan) {
    return widget_figure(canvas, u"bits"_s, [&plan] { return plan_data(plan); });
}

}  // namespace bitlathe
