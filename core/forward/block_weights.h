// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <vector>

#include "core/compute/device.h"
#include "core/forward/binding.h"
#include "core/forward/weight_source.h"

namespace bitlathe {

/// The weights of one block, loaded when they are asked for. Matrices stay while they fit a budget
/// together; beyond it every one is loaded again each time, and only the last stays.
class BlockWeights {
public:
    /// `small`: matrices take as little memory as they can (Device::load_small()).
    BlockWeights(const Model& model, const WeightSource& weights, const Device& device,
                 std::uint64_t budget_bytes, bool small = false)
        : model_(model), weights_(weights), device_(device), budget_(budget_bytes), small_(small) {}

    /// What is left of the budget.
    [[nodiscard]] std::uint64_t left() const { return budget_ - used_; }

    /// Valid until the next call. Errors: kRefused (cannot be decoded, not finite, no memory),
    /// kCancelled.
    [[nodiscard]] Result<const DeviceMatrix*> matrix(const LinearRef& linear,
                                                     const WorkContext& context);
    /// Rows [first, first + count) of a linear.
    [[nodiscard]] Result<const DeviceMatrix*> matrix_rows(const LinearRef& linear,
                                                          std::uint64_t first, std::uint64_t count,
                                                          const WorkContext& context);
    /// The bias of a linear; empty when it has none. Valid as long as this object.
    [[nodiscard]] Result<std::span<const float>> bias(const LinearRef& linear,
                                                      const WorkContext& context);
    /// All values of a small tensor plus `offset`. Valid as long as this object.
    [[nodiscard]] Result<std::span<const float>> vector(std::size_t tensor, float offset,
                                                        const WorkContext& context);

private:
    using Key = std::pair<std::size_t, std::uint64_t>;
    [[nodiscard]] Result<std::shared_ptr<const RowSource>> source(const LinearRef& linear,
                                                                  const WorkContext& context);

    const Model& model_;
    const WeightSource& weights_;
    const Device& device_;
    std::uint64_t budget_;
    std::uint64_t used_ = 0;
    bool small_;
    std::map<Key, std::unique_ptr<const DeviceMatrix>> kept_;
    std::unique_ptr<const DeviceMatrix> last_;
    std::map<Key, std::shared_ptr<const RowSource>> sources_;
    std::map<std::size_t, std::vector<float>> vectors_;
};

}  // namespace bitlathe
