// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/tensor_catalog.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/base/text.h"
#include "core/targets/planner.h"
#include "ui/models/block_columns.h"
#include "ui/theme/text.h"

namespace bitlathe {
namespace {

/// Formats closer than this are one step for a hand.
constexpr double kSameBits = 0.2;
/// With fewer candidates than this a ladder is filled up with the target's other formats.
constexpr std::size_t kShortLadder = 4;

bool is_quantized(FormatId format) {
    const FormatKind kind = format_info(format).kind;
    return kind != FormatKind::kFloat && kind != FormatKind::kRaw;
}

/// Adds a rung unless one of the same width is there.
void add_rung(std::vector<Rung>& ladder, FormatId format) {
    const double bits = format_info(format).bits_per_weight;
    const bool taken = std::any_of(ladder.begin(), ladder.end(), [&](const Rung& rung) {
        return std::abs(rung.bits - bits) < kSameBits;
    });
    if (!taken) ladder.push_back({format, bits});
}

/// Wide blocks first: where two formats weigh the same, the one with super-blocks is the better
/// one.
std::vector<FormatId> by_preference(std::vector<FormatId> formats) {
    std::stable_sort(formats.begin(), formats.end(), [](FormatId a, FormatId b) {
        return format_info(a).block_elems > format_info(b).block_elems;
    });
    return formats;
}

class LadderMaker {
public:
    LadderMaker(const Model& model, const Target& target, std::span<const FormatId> candidates)
        : model_(model),
          target_(target),
          candidates_(by_preference({candidates.begin(), candidates.end()})),
          offered_(by_preference({target.formats().begin(), target.formats().end()})) {}

    /// The source format first: it is a copy, nothing is lost. Then what the solver chooses from.
    [[nodiscard]] std::vector<Rung> make(std::size_t tensor) const {
        std::vector<Rung> ladder;
        const FormatId source = model_.tensor(tensor).format;
        if (legal(tensor, source)) add_rung(ladder, source);
        add_legal(ladder, tensor, candidates_);
        if (ladder.size() < kShortLadder) add_legal(ladder, tensor, offered_);
        std::sort(ladder.begin(), ladder.end(),
                  [](const Rung& a, const Rung& b) { return a.bits < b.bits; });
        return ladder;
    }

private:
    [[nodiscard]] bool legal(std::size_t tensor, FormatId format) const {
        return target_.legality(model_, tensor, format, nullptr).legal;
    }
    void add_legal(std::vector<Rung>& ladder, std::size_t tensor,
                   std::span<const FormatId> formats) const {
        const double source_bits = format_info(model_.tensor(tensor).format).bits_per_weight;
        for (const FormatId format : formats) {
            const FormatInfo& info = format_info(format);
            const bool useful = is_quantized(format) || info.bits_per_weight < source_bits;
            // A hand that drags should not land on what most runtimes refuse.
            if (useful && !info.recent && info.encode && legal(tensor, format))
                add_rung(ladder, format);
        }
    }
    const Model& model_;
    const Target& target_;
    std::vector<FormatId> candidates_, offered_;
};

TensorFacts facts_of(const Model& model, std::size_t tensor) {
    const TensorInfo& info = model.tensor(tensor);
    const TensorPlace& place = model.places[tensor];
    TensorFacts facts;
    facts.name = to_qstring(printable(info.name));
    facts.role = place.role;
    facts.block = place.block;
    facts.expert = place.expert;
    facts.elements = info.elements();
    facts.source = info.format;
    facts.source_bytes = info.bytes;
    return facts;
}

}  // namespace

QString target_text(const Target& target) {
    const QString name = to_qstring(target.name());
    return name == QStringLiteral("gguf") ? name.toUpper() : name;  // an acronym; others are names
}

Result<std::shared_ptr<const TensorCatalog>> TensorCatalog::build(
    std::shared_ptr<const Model> model, const Target& target, const WorkContext& context) {
    PlanRequest request;
    request.target = std::string(target.name());
    request.budget = Budget{Budget::Unit::kBitsPerWeight, 4.0};
    std::shared_ptr<TensorCatalog> catalog(new TensorCatalog);
    BITLATHE_ASSIGN(catalog->candidates_, formats_to_profile(*model, request));
    catalog->target_ = &target;
    const std::size_t count = model->checkpoint->tensors().size();
    catalog->facts_.reserve(count);
    catalog->self_.reserve(count);
    catalog->folded_names_.reserve(count);
    const LadderMaker maker(*model, target, catalog->candidates_);
    std::map<std::vector<std::uint16_t>, std::uint32_t> known;  // most ladders are alike
    for (std::size_t i = 0; i < count; ++i) {
        BITLATHE_TRY(context.check());
        TensorFacts facts = facts_of(*model, i);
        const std::vector<Rung> ladder = maker.make(i);
        std::vector<std::uint16_t> key;
        for (const Rung& rung : ladder)
            key.push_back(rung.format.index());
        const auto [entry, fresh] =
            known.emplace(std::move(key), static_cast<std::uint32_t>(catalog->ladders_.size()));
        if (fresh) catalog->ladders_.push_back(ladder);
        facts.ladder = entry->second;
        facts.adjustable = ladder.size() > 1 &&
                           std::any_of(ladder.begin(), ladder.end(),
                                       [](const Rung& rung) { return is_quantized(rung.format); });
        catalog->parameters_ += facts.elements;
        catalog->folded_names_.push_back(facts.name.toLower());
        catalog->facts_.push_back(std::move(facts));
        catalog->self_.push_back(i);
    }
    for (std::size_t g = 0; g < model->tie_groups.size(); ++g) {
        for (const std::size_t tensor : model->tie_groups[g]) {
            catalog->facts_[tensor].group = static_cast<std::int32_t>(g);
        }
    }
    for (const auto& ladder : catalog->ladders_) {
        for (const Rung& rung : ladder)
            catalog->ladder_formats_.push_back(rung.format);
    }
    std::sort(catalog->ladder_formats_.begin(), catalog->ladder_formats_.end());
    catalog->ladder_formats_.erase(
        std::unique(catalog->ladder_formats_.begin(), catalog->ladder_formats_.end()),
        catalog->ladder_formats_.end());
    catalog->by_name_ = catalog->self_;
    std::sort(catalog->by_name_.begin(), catalog->by_name_.end(),
              [&](std::size_t a, std::size_t b) {
                  return model->tensor(a).name < model->tensor(b).name;
              });
    catalog->model_ = std::move(model);
    catalog->columns_ = std::make_shared<const BlockColumnMap>(*catalog);
    return std::shared_ptr<const TensorCatalog>(std::move(catalog));
}

std::span<const Rung> TensorCatalog::ladder(std::size_t tensor) const {
    return ladders_[facts_[tensor].ladder];
}

std::optional<FormatId> TensorCatalog::nearest(std::size_t tensor, double bits) const {
    if (!facts_[tensor].adjustable) return std::nullopt;
    const auto rungs = ladder(tensor);
    const auto best =
        std::min_element(rungs.begin(), rungs.end(), [bits](const Rung& a, const Rung& b) {
            return std::abs(a.bits - bits) < std::abs(b.bits - bits);
        });
    return best->format;
}

std::optional<FormatId> TensorCatalog::nearest_legal(std::size_t tensor, double bits) const {
    if (!facts_[tensor].adjustable) return std::nullopt;
    const FormatId source = facts_[tensor].source;
    std::vector<FormatId> formats{source};
    for (const FormatId format : target_->formats()) {
        const bool useful = is_quantized(format) || format_info(format).bits_per_weight <
                                                        format_info(source).bits_per_weight;
        if (useful) formats.push_back(format);
    }
    std::stable_sort(formats.begin(), formats.end(), [bits](FormatId a, FormatId b) {
        return std::abs(format_info(a).bits_per_weight - bits) <
               std::abs(format_info(b).bits_per_weight - bits);
    });
    const auto group = tied(tensor);
    const auto found = std::find_if(formats.begin(), formats.end(), [&](FormatId format) {
        return std::all_of(group.begin(), group.end(), [&](std::size_t member) {
            return target_->legality(*model_, member, format, nullptr).legal;
        });
    });
    return found == formats.end() ? std::nullopt : std::optional(*found);
}

std::optional<FormatId> TensorCatalog::next(std::size_t tensor, FormatId from, int step) const {
    if (!facts_[tensor].adjustable) return std::nullopt;
    const double bits = format_info(from).bits_per_weight;
    const auto rungs = ladder(tensor);
    if (step > 0) {
        const auto above = std::find_if(rungs.begin(), rungs.end(), [bits](const Rung& rung) {
            return rung.bits > bits + kSameBits / 2;
        });
        return above == rungs.end() ? std::nullopt : std::optional(above->format);
    }
    const auto below = std::find_if(rungs.rbegin(), rungs.rend(), [bits](const Rung& rung) {
        return rung.bits < bits - kSameBits / 2;
    });
    return below == rungs.rend() ? std::nullopt : std::optional(below->format);
}

std::span<const std::size_t> TensorCatalog::tied(std::size_t tensor) const {
    const std::int32_t group = facts_[tensor].group;
    if (group < 0) return {&self_[tensor], 1};
    return model_->tie_groups[static_cast<std::size_t>(group)];
}

std::uint64_t TensorCatalog::bytes(std::size_t tensor, FormatId format) const {
    const TensorInfo& info = model_->tensor(tensor);
    return format == info.format ? info.bytes : tensor_bytes(format, info.shape).value_or(0);
}

}  // namespace bitlathe
