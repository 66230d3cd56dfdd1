// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/checkpoint_diff.h"

#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>

#include "core/profile/value_difference.h"

namespace bitlathe {
namespace {

TensorPart whole(const Model& model, std::size_t tensor) {
    const TensorInfo& info = model.tensor(tensor);
    return {&model, tensor, 0, info.rows(), info.cols()};
}

TensorPart slice(const Model& model, std::size_t tensor, std::uint64_t expert) {
    TensorPart part = whole(model, tensor);
    const std::uint64_t experts = std::max<std::uint64_t>(1, model.tensor(tensor).shape.front());
    part.rows /= experts;
    part.first_row = expert * part.rows;
    return part;
}

/// "blk.3.ffn_down_exps.weight" -> "blk.3.ffn_down_exps.5.weight"
std::string expert_name(const std::string& stacked, std::uint64_t expert) {
    const std::size_t dot = stacked.rfind('.');
    return fmt::format("{}.{}{}", stacked.substr(0, dot), expert, stacked.substr(dot));
}

using Places = std::unordered_map<std::string, std::size_t>;

Places places_of(const Model& model) {
    Places places;
    for (std::size_t i = 0; i < model.places.size(); ++i) {
        places.emplace(model.places[i].canonical, i);
    }
    return places;
}

class Matcher {
public:
    Matcher(const Model& a, const Model& b, const WorkContext& context)
        : a_(a), b_(b), context_(context), in_b_(places_of(b)), used_b_(b.places.size()) {}

    Result<CheckpointDifference> run() {
        used_a_.assign(a_.places.size(), false);
        for (std::size_t i = 0; i < a_.places.size(); ++i) {
            BITLATHE_TRY(context_.check());
            context_.report("compare", i, a_.places.size());
            BITLATHE_TRY(match(i));
        }
        BITLATHE_TRY(match_stacked_b());
        for (std::size_t i = 0; i < used_a_.size(); ++i) {
            if (!used_a_[i]) {
                result_.only_a.push_back(i);
            }
        }
        for (std::size_t i = 0; i < used_b_.size(); ++i) {
            if (!used_b_[i]) {
                result_.only_b.push_back(i);
            }
        }
        std::stable_sort(result_.tensors.begin(), result_.tensors.end(),
                         [](const auto& x, const auto& y) { return x.a < y.a; });
        return std::move(result_);
    }

private:
    Status compare(const TensorPart& a, const TensorPart& b, std::optional<std::uint64_t> expert_a,
                   std::optional<std::uint64_t> expert_b) {
        used_a_[a.tensor] = true;
        used_b_[b.tensor] = true;
        TensorDifference row;
        row.a = a.tensor;
        row.b = b.tensor;
        row.expert_a = expert_a;
        row.expert_b = expert_b;
        const auto share = [](const TensorPart& part) {
            const TensorInfo& info = part.model->tensor(part.tensor);
            return info.rows() == 0 ? 0 : info.bytes / info.rows() * part.rows;
        };
        row.bytes_a = share(a);
        row.bytes_b = share(b);
        BITLATHE_ASSIGN(ValueDifference values, compare_values(a, b, context_));
        row.nmse = values.nmse;
        row.max_abs = values.max_abs;
        row.note = std::move(values.obstacle);
        result_.tensors.push_back(std::move(row));
        return {};
    }

    Status match(std::size_t i) {
        const TensorPlace& place = a_.places[i];
        if (const auto same = in_b_.find(place.canonical); same != in_b_.end()) {
            return compare(whole(a_, i), whole(b_, same->second), {}, {});
        }
        if (!place.stacked_experts || a_.tensor(i).shape.size() < 3) {
            return {};
        }
        for (std::uint64_t expert = 0; expert < a_.tensor(i).shape.front(); ++expert) {
            const auto single = in_b_.find(expert_name(place.canonical, expert));
            if (single != in_b_.end()) {
                BITLATHE_TRY(compare(slice(a_, i, expert), whole(b_, single->second), expert, {}));
            }
        }
        return {};
    }

    Status match_stacked_b() {
        const Places in_a = places_of(a_);
        for (std::size_t i = 0; i < b_.places.size(); ++i) {
            const TensorPlace& place = b_.places[i];
            if (used_b_[i] || !place.stacked_experts || b_.tensor(i).shape.size() < 3) {
                continue;
            }
            for (std::uint64_t expert = 0; expert < b_.tensor(i).shape.front(); ++expert) {
                const auto single = in_a.find(expert_name(place.canonical, expert));
                if (single != in_a.end()) {
                    BITLATHE_TRY(
                        compare(whole(a_, single->second), slice(b_, i, expert), {}, expert));
                }
            }
        }
        return {};
    }

    const Model& a_;
    const Model& b_;
    const WorkContext& context_;
    Places in_b_;
    std::vector<bool> used_a_, used_b_;
    CheckpointDifference result_;
};

}  // namespace

Result<CheckpointDifference> compare_checkpoints(const Model& a, const Model& b,
                                                 const WorkContext& context) {
    BITLATHE_ASSIGN(auto difference, Matcher(a, b, context).run());
    BITLATHE_TRY(a.checkpoint->check());
    BITLATHE_TRY(b.checkpoint->check());
    return difference;
}

}  // namespace bitlathe
