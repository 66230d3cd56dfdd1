// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/tensor_cells.h"

#include <QCoreApplication>
#include <algorithm>
#include <map>

#include "ui/models/tensor_words.h"
#include "ui/theme/text.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace tensor_column;

bool is_projection(Role role) {
    return role != Role::kNorm && role != Role::kOther;
}

/// The name without what all names of its block have in common.
QString name_in_block(const TensorFacts& facts, const QString& name) {
    static const QString kEnd = u".weight"_s;
    QString rest = name.endsWith(kEnd) ? name.chopped(kEnd.size()) : name;
    if (!facts.block) return rest;
    const QString number = u'.' + QString::number(*facts.block) + u'.';
    const qsizetype at = rest.indexOf(number);
    return at < 0 ? rest : rest.mid(at + number.size());
}

QString expert_text(const TensorFacts& facts, const QString& text) {
    if (!facts.expert) return text;
    return QCoreApplication::translate("tensors", "%1 expert %2").arg(text).arg(*facts.expert);
}

QString short_name(const TensorFacts& facts, TensorGrouping grouping) {
    if (grouping == TensorGrouping::kRole && facts.block && is_projection(facts.role)) {
        return expert_text(facts,
                           QCoreApplication::translate("tensors", "block %1").arg(*facts.block));
    }
    if (grouping != TensorGrouping::kBlock) return facts.name;
    if (is_projection(facts.role) && facts.block && facts.name.endsWith(u".weight"_s))
        return expert_text(facts, to_qstring(role_name(facts.role)));
    return name_in_block(facts, facts.name);
}

QString error_text(const std::optional<double>& error) {
    return error ? quantity_text(*error) : QString(kUnknown);
}

/// Weights by format, for the one that most of them have.
class FormatShares {
public:
    void add(FormatId format, std::uint64_t elements) { weights_[format] += elements; }
    [[nodiscard]] QString text() const {
        if (weights_.empty()) return {};
        const auto most =
            std::max_element(weights_.begin(), weights_.end(),
                             [](const auto& a, const auto& b) { return a.second < b.second; });
        const QString name = format_text(most->first);
        return weights_.size() == 1 ? name : name + u" +%1"_s.arg(weights_.size() - 1);
    }

private:
    std::map<FormatId, std::uint64_t> weights_;
};

}  // namespace

bool is_numeric(int column) {
    return column == kBlock || column == kBits || column == kSize || column == kError ||
           column == kShape;
}

bool depends_on_plan(int column) {
    return column >= kPlanned;
}

QString column_title(int column) {
    switch (column) {
        case kName:
            return QCoreApplication::translate("tensors", "name");
        case kRole:
            return QCoreApplication::translate("tensors", "role");
        case kBlock:
            return QCoreApplication::translate("tensors", "block");
        case kShape:
            return QCoreApplication::translate("tensors", "shape");
        case kSource:
            return QCoreApplication::translate("tensors", "stored");
        case kPlanned:
            return QCoreApplication::translate("tensors", "planned");
        case kBits:
            return QCoreApplication::translate("tensors", "bits");
        case kSize:
            return QCoreApplication::translate("tensors", "size");
        default:
            return QCoreApplication::translate("tensors", "error est.");
    }
}

QString cell_text(const PlanModel& plan, std::size_t tensor, int column, TensorGrouping grouping) {
    const TensorFacts& facts = plan.catalog().tensor(tensor);
    switch (column) {
        case kName:
            return short_name(facts, grouping);
        case kRole:
            return to_qstring(role_name(facts.role));
        case kBlock:
            return facts.block ? QString::number(*facts.block) : QString();
        case kShape:
            return shape_text(plan.catalog().model().tensor(tensor));
        case kSource:
            return format_text(facts.source);
        case kPlanned:
            return format_text(plan.format(tensor));
        case kBits:
            return bits_text(plan.bits(tensor));
        case kSize:
            return bytes_text(plan.bytes(tensor));
        default:
            return error_text(plan.error(tensor));
    }
}

double cell_number(const PlanModel& plan, std::size_t tensor, int column) {
    const TensorFacts& facts = plan.catalog().tensor(tensor);
    switch (column) {
        case kBlock:
            return facts.block ? static_cast<double>(*facts.block) : -1.0;
        case kShape:
            return static_cast<double>(facts.elements);
        case kBits:
            return plan.bits(tensor);
        case kSize:
            return static_cast<double>(plan.bytes(tensor));
        default:
            return plan.error(tensor).value_or(-1.0);
    }
}

double TensorSubtotal::bits() const {
    return elements == 0 ? 0.0 : static_cast<double>(bytes) * 8 / static_cast<double>(elements);
}

TensorSubtotal subtotal_of(const PlanModel& plan, std::span<const std::size_t> tensors) {
    TensorSubtotal sum;
    sum.tensors = tensors.size();
    sum.error = 0.0;
    bool any_free = false;
    bool all_locked = true;
    FormatShares free_planned, planned, source;
    for (const std::size_t tensor : tensors) {
        const TensorFacts& facts = plan.catalog().tensor(tensor);
        sum.elements += facts.elements;
        sum.bytes += plan.bytes(tensor);
        const auto own = plan.error(tensor);
        sum.error = sum.error && own ? std::optional(*sum.error + *own) : std::nullopt;
        sum.changed = sum.changed || plan.format(tensor) != facts.source;
        planned.add(plan.format(tensor), facts.elements);
        source.add(facts.source, facts.elements);
        if (!facts.adjustable) continue;
        any_free = true;
        all_locked = all_locked && plan.locked(tensor);
        free_planned.add(plan.format(tensor), facts.elements);
    }
    sum.locked = any_free && all_locked;
    sum.planned = any_free ? free_planned.text() : planned.text();
    sum.source = source.text();
    return sum;
}

QString cell_text(const TensorSubtotal& subtotal, int column) {
    switch (column) {
        case kShape:
            return QCoreApplication::translate("tensors", "%n tensor(s)", nullptr,
                                               static_cast<int>(subtotal.tensors));
        case kSource:
            return subtotal.source;
        case kPlanned:
            return subtotal.planned;
        case kBits:
            return bits_text(subtotal.bits());
        case kSize:
            return bytes_text(subtotal.bytes);
        case kError:
            return error_text(subtotal.error);
        default:
            return {};
    }
}

double cell_number(const TensorSubtotal& subtotal, int column) {
    switch (column) {
        case kShape:
            return static_cast<double>(subtotal.elements);
        case kBits:
            return subtotal.bits();
        case kSize:
            return static_cast<double>(subtotal.bytes);
        case kError:
            return subtotal.error.value_or(-1.0);
        default:
            return 0;
    }
}

}  // namespace bitlathe
