// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/composition.h"

namespace bitlathe {
namespace {

ByteSums::ByGroup& block_of(ByteSums& sums, const TensorFacts& facts) {
    return facts.block && *facts.block < sums.by_block.size() ? sums.by_block[*facts.block]
                                                              : sums.by_block.back();
}

}  // namespace

void ByteSums::add(const TensorFacts& facts, FormatId format, std::uint64_t bytes) {
    const auto group = static_cast<std::size_t>(role_group(facts.role));
    by_role[group] += bytes;
    if (bytes > 0) by_format[format] += bytes;
    block_of(*this, facts)[group] += bytes;
    total += bytes;
}

void ByteSums::subtract(const TensorFacts& facts, FormatId format, std::uint64_t bytes) {
    const auto group = static_cast<std::size_t>(role_group(facts.role));
    by_role[group] -= bytes;
    if (bytes > 0 && (by_format[format] -= bytes) == 0) by_format.erase(format);
    block_of(*this, facts)[group] -= bytes;
    total -= bytes;
}

void Composition::reset(const PlanModel& plan) {
    before_ = after_ = {};
    counted_.clear();
    if (!plan.is_open()) return;
    const TensorCatalog& catalog = plan.catalog();
    before_.by_block.resize(catalog.model().blocks + std::size_t{1});
    after_ = before_;
    for (std::size_t i = 0; i < catalog.size(); ++i) {
        const TensorFacts& facts = catalog.tensor(i);
        before_.add(facts, facts.source, facts.source_bytes);
        counted_.push_back({plan.format(i), plan.bytes(i)});
        after_.add(facts, counted_[i].format, counted_[i].bytes);
    }
}

void Composition::follow(const PlanModel& plan, const std::vector<std::size_t>& tensors) {
    for (const std::size_t i : tensors) {
        const TensorFacts& facts = plan.catalog().tensor(i);
        after_.subtract(facts, counted_[i].format, counted_[i].bytes);
        counted_[i] = {plan.format(i), plan.bytes(i)};
        after_.add(facts, counted_[i].format, counted_[i].bytes);
    }
}

}  // namespace bitlathe
