// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <new>
#include <stdexcept>

#include "core/base/checked.h"
#include "core/base/result.h"
#include "core/compute/aligned.h"
#include "core/compute/device.h"

namespace bitlathe {

/// A matrix of activations that owns its memory; its first content is undefined.
class Buffer {
public:
    /// Errors: kRefused (not enough memory).
    static Result<Buffer> create(std::size_t rows, std::size_t cols) {
        Buffer buffer;
        const auto size = checked_mul({rows, cols});
        try {
            if (size) {
                buffer.values_.resize(*size);
                buffer.rows_ = rows;
                buffer.cols_ = cols;
                return buffer;
            }
        } catch (const std::bad_alloc&) {
        } catch (const std::length_error&) {
        }
        return fail(ErrorCode::kRefused, "not enough memory for the activations", {}, {},
                    "take shorter or fewer windows");
    }
    [[nodiscard]] Rows rows() { return {values_.data(), rows_, cols_, cols_}; }
    [[nodiscard]] ConstRows rows() const { return {values_.data(), rows_, cols_, cols_}; }
    [[nodiscard]] float* row(std::size_t i) { return values_.data() + i * cols_; }
    [[nodiscard]] const float* row(std::size_t i) const { return values_.data() + i * cols_; }

private:
    FloatBuffer values_;
    std::size_t rows_ = 0;
    std::size_t cols_ = 0;
};

}  // namespace bitlathe
