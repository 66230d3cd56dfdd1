// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/checkpoint/checkpoint.h"
#include "core/compute/device.h"

namespace bitlathe {

/// Values of a checkpoint's tensors: as they are stored, or as they would be after something was
/// done to them. Thread-safe.
class WeightSource {
public:
    virtual ~WeightSource() = default;
    /// All rows of a tensor (stacked dimensions one after another). What is returned may hold the
    /// tensor's codes in memory. Errors: kRefused (cannot be decoded), kImpossible, kCancelled.
    [[nodiscard]] virtual Result<std::shared_ptr<const RowSource>> open(
        std::size_t tensor, const WorkContext& context) const = 0;
    /// Equal for sources that give the same values.
    [[nodiscard]] virtual std::string fingerprint() const = 0;
};

/// Values as the checkpoint stores them, decoded when they are read.
class CheckpointWeights final : public WeightSource {
public:
    explicit CheckpointWeights(std::shared_ptr<const Checkpoint> checkpoint)
        : checkpoint_(std::move(checkpoint)) {}
    [[nodiscard]] Result<std::shared_ptr<const RowSource>> open(
        std::size_t tensor, const WorkContext& context) const override;
    [[nodiscard]] std::string fingerprint() const override { return checkpoint_->fingerprint(); }

private:
    std::shared_ptr<const Checkpoint> checkpoint_;
};

/// One linear inside a stored tensor.
struct LinearRef {
    std::size_t tensor = 0;
    std::uint64_t first = 0;  ///< row of the stored tensor where it begins (column, if transposed)
    std::uint64_t rows = 0;   ///< outputs
    std::uint64_t cols = 0;   ///< inputs
    bool transposed = false;  ///< stored as [in, out]
    std::optional<std::size_t> bias = {};
    std::uint64_t bias_first = 0;
};

/// The linear's own rows. A transposed one is decoded whole. Errors: the source's.
[[nodiscard]] Result<std::shared_ptr<const RowSource>> open_linear(const WeightSource& weights,
                                                                   const LinearRef& linear,
                                                                   const WorkContext& context);

}  // namespace bitlathe
