// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/composition.h"

#include <utility>

namespace bitlathe {
namespace {

ByteSums::ByGroup& block_of(ByteSums& sums, const TensorFacts& facts) {
    return facts.block && *facts.block < sums.by_block.size() ? sums.by_block[*facts.block]
                                                              : sums.by_block.back();
}

/// Many tensors that change in sums. By format they are put in together when it ends.
class ByteMoves {
public:
    explicit ByteMoves(ByteSums& sums) : sums_(sums) {}
    ByteMoves(const ByteMoves&) = delete;
    ByteMoves& operator=(const ByteMoves&) = delete;
    ~ByteMoves() {
        for (const FormatInfo& info : all_formats()) {
            const std::uint64_t change = by_format_[info.id.index()];
            if (change != 0 && (sums_.by_format[info.id] += change) == 0)
                sums_.by_format.erase(info.id);
        }
    }
    void add(const TensorFacts& facts, FormatId from, std::uint64_t before, FormatId to,
             std::uint64_t after) {
        const auto group = static_cast<std::size_t>(role_group(facts.role));
        const std::uint64_t change = after - before;  // unsigned numbers wrap round and come back
        by_format_[from.index()] -= before;
        by_format_[to.index()] += after;
        sums_.by_role[group] += change;
        block_of(sums_, facts)[group] += change;
        sums_.total += change;
    }

private:
    ByteSums& sums_;
    std::vector<std::uint64_t> by_format_ = std::vector<std::uint64_t>(all_formats().size(), 0);
};

}  // namespace

void ByteSums::add(const TensorFacts& facts, FormatId format, std::uint64_t bytes) {
    const auto group = static_cast<std::size_t>(role_group(facts.role));
    by_role[group] += bytes;
    if (bytes > 0) by_format[format] += bytes;
    block_of(*this, facts)[group] += bytes;
    total += bytes;
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
    ByteMoves moves(after_);
    for (const std::size_t i : tensors) {
        Counted& counted = counted_[i];
        if (counted.format == plan.format(i)) continue;  // a lock moves no bytes
        const Counted before = std::exchange(counted, {plan.format(i), plan.bytes(i)});
        moves.add(plan.catalog().tensor(i), before.format, before.bytes, counted.format,
                  counted.bytes);
    }
}

}  // namespace bitlathe
