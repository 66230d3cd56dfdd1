// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "core/base/progress.h"
#include "core/model/model.h"
#include "core/targets/target.h"

namespace bitlathe {

class BlockColumnMap;

/// "GGUF", "safetensors"
[[nodiscard]] QString target_text(const Target& target);

/// What the views need to know of one tensor, ready to be shown.
struct TensorFacts {
    QString name;  ///< printable
    Role role = Role::kOther;
    std::optional<std::uint32_t> block, expert;
    std::uint64_t elements = 0;
    FormatId source;
    std::uint64_t source_bytes = 0;
    bool adjustable = false;  ///< its format can be chosen: more than one is legal
    std::uint32_t ladder = 0;
    std::int32_t group = -1;  ///< tie group of the model, -1: none
};

/// One step of a tensor's ladder.
struct Rung {
    FormatId format;
    double bits = 0;  ///< nominal bits per weight
};

/// A model as the window sees it, for one target: facts per tensor and the formats each may be
/// dragged to. Immutable and thread-safe once built.
class TensorCatalog {
public:
    /// Asks the target what is legal for every tensor; 50,000 tensors take a noticeable time, so
    /// this runs where the model is opened, off the GUI thread. Errors: kCancelled.
    static Result<std::shared_ptr<const TensorCatalog>> build(std::shared_ptr<const Model> model,
                                                              const Target& target,
                                                              const WorkContext& context);

    [[nodiscard]] const Model& model() const { return *model_; }
    [[nodiscard]] const std::shared_ptr<const Model>& shared_model() const { return model_; }
    [[nodiscard]] const Target& target() const { return *target_; }
    [[nodiscard]] std::size_t size() const { return facts_.size(); }
    [[nodiscard]] std::span<const TensorFacts> tensors() const { return facts_; }
    [[nodiscard]] const TensorFacts& tensor(std::size_t i) const { return facts_[i]; }
    /// Formats the solver chooses from; their errors are what profiling measures.
    [[nodiscard]] std::span<const FormatId> candidates() const { return candidates_; }
    /// Legal formats of a tensor by rising bits, one per bit width.
    [[nodiscard]] std::span<const Rung> ladder(std::size_t tensor) const;
    /// Every format that is on some ladder.
    [[nodiscard]] std::span<const FormatId> ladder_formats() const { return ladder_formats_; }
    /// The legal format whose bits are nearest; nothing for a tensor that is not adjustable.
    [[nodiscard]] std::optional<FormatId> nearest(std::size_t tensor, double bits) const;
    /// The same among every format that is legal for the tensor and those tied to it, on the ladder
    /// or not.
    [[nodiscard]] std::optional<FormatId> nearest_legal(std::size_t tensor, double bits) const;
    /// The next legal format above (step > 0) or below, or nothing at the end of the ladder.
    [[nodiscard]] std::optional<FormatId> next(std::size_t tensor, FormatId from, int step) const;
    /// The tensor and those that must share its format.
    [[nodiscard]] std::span<const std::size_t> tied(std::size_t tensor) const;
    /// Bytes of a tensor in a format; 0 when it cannot be stored.
    [[nodiscard]] std::uint64_t bytes(std::size_t tensor, FormatId format) const;
    [[nodiscard]] std::uint64_t parameters() const { return parameters_; }
    /// All tensors in the order of their stored names, which is that of a plan.
    [[nodiscard]] std::span<const std::size_t> by_name() const { return by_name_; }
    /// Which column of the block axis tensors stand in.
    [[nodiscard]] const std::shared_ptr<const BlockColumnMap>& columns() const { return columns_; }
    /// A tensor's name in lower case, for filters.
    [[nodiscard]] const QString& folded_name(std::size_t i) const { return folded_names_[i]; }

private:
    TensorCatalog() = default;
    std::shared_ptr<const Model> model_;
    const Target* target_ = nullptr;
    std::vector<TensorFacts> facts_;
    std::vector<std::size_t> by_name_;
    std::vector<std::size_t> self_;  ///< i -> i, so that tied() can name a single tensor
    std::vector<std::vector<Rung>> ladders_;
    std::vector<FormatId> candidates_, ladder_formats_;
    std::uint64_t parameters_ = 0;
    std::shared_ptr<const BlockColumnMap> columns_;
    std::vector<QString> folded_names_;
};

}  // namespace bitlathe
