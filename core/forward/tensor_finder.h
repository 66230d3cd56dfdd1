// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/forward/binding.h"

namespace bitlathe {

/// Finds tensors of a model by canonical name and checks what they are.
class TensorFinder {
public:
    explicit TensorFinder(const Model& model);

    [[nodiscard]] std::optional<std::size_t> find(const std::string& name) const;
    [[nodiscard]] const Model& model() const { return model_; }
    /// The canonical name of a part of a block: "blk.3.attn_q".
    [[nodiscard]] static std::string of_block(std::size_t block, std::string_view part);

    /// `stem`.weight and, if there, `stem`.bias as a linear of `rows` x `cols` (rows 0: as many as
    /// it has). Errors: kRefused.
    [[nodiscard]] Result<LinearRef> linear(const std::string& stem, std::uint64_t rows,
                                           std::uint64_t cols, bool transposed) const;
    /// Expert `index` of a stacked tensor of `experts`, rows x cols each.
    [[nodiscard]] Result<LinearRef> stacked(const std::string& stem, std::uint64_t experts,
                                            std::uint64_t index, std::uint64_t rows,
                                            std::uint64_t cols) const;
    /// Rows [first, first + rows) of a linear, with their part of the bias.
    [[nodiscard]] static LinearRef part(const LinearRef& whole, std::uint64_t first,
                                        std::uint64_t rows);
    /// A norm of one of two lengths (0: not possible). Errors: kRefused (missing, wrong length).
    [[nodiscard]] Result<NormRef> norm(const std::string& stem, std::uint64_t length,
                                       std::uint64_t other_length, bool with_bias) const;

    [[nodiscard]] tl::unexpected<Error> missing(const std::string& name) const;
    [[nodiscard]] tl::unexpected<Error> wrong(std::size_t tensor, const std::string& wanted) const;

private:
    [[nodiscard]] Status check_bias(LinearRef& linear, const std::string& stem) const;

    const Model& model_;
    std::map<std::string, std::size_t, std::less<>> by_name_;
};

}  // namespace bitlathe
