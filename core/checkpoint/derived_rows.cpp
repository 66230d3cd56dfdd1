// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/derived_rows.h"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <utility>

namespace bitlathe {
namespace {

/// Rows of several tensors, one run after the other.
class JoinedRows final : public DerivedRows {
public:
    JoinedRows(std::vector<RowPart> parts, RowOrder order, std::uint64_t head)
        : parts_(std::move(parts)), order_(order), head_(head) {
        std::uint64_t begin = 0;
        for (const RowPart& part : parts_) {
            begins_.push_back(begin);
            begin += part.count;
        }
    }

    void make(std::uint64_t first, std::uint64_t count, std::byte* out) const override {
        for_each_run(first, count, [&](const RowPart& part, std::uint64_t row, std::uint64_t rows) {
            const std::uint64_t bytes = part.source.row_bytes();
            if (order_ == RowOrder::kSame) {
                copy(part, row, rows, out);
            } else {
                for (std::uint64_t i = 0; i < rows; ++i) {
                    copy(part, source_row(row + i), 1, out + i * bytes);
                }
            }
            out += rows * bytes;
        });
    }
    [[nodiscard]] Status check() const override {
        for (const RowPart& part : parts_) {
            BITLATHE_TRY(part.source.check());
        }
        return {};
    }
    void will_need(std::uint64_t first, std::uint64_t count) const override {
        for_each_run(first, count, [&](const RowPart& part, std::uint64_t row, std::uint64_t rows) {
            part.source.will_need(part.first + row, rows);
        });
    }
    void release(std::uint64_t first, std::uint64_t count) const override {
        for_each_run(first, count, [&](const RowPart& part, std::uint64_t row, std::uint64_t rows) {
            part.source.release(part.first + row, rows);
        });
    }

private:
    /// Calls with every part that rows [first, first + count) touch, and which of its rows.
    template <class Visit>
    void for_each_run(std::uint64_t first, std::uint64_t count, const Visit& visit) const {
        auto part = static_cast<std::size_t>(
            std::upper_bound(begins_.begin(), begins_.end(), first) - begins_.begin() - 1);
        while (count > 0) {
            const std::uint64_t row = first - begins_[part];
            const std::uint64_t rows = std::min(count, parts_[part].count - row);
            visit(parts_[part], row, rows);
            first += rows;
            count -= rows;
            ++part;
        }
    }

    [[nodiscard]] std::uint64_t source_row(std::uint64_t row) const {
        const std::uint64_t within = row % head_;
        const std::uint64_t half = head_ / 2;
        const std::uint64_t from = order_ == RowOrder::kPairsTogether
                                       ? within % 2 * half + within / 2
                                       : within % half * 2 + within / half;
        return row - within + from;
    }

    static void copy(const RowPart& part, std::uint64_t row, std::uint64_t rows, std::byte* out) {
        std::vector<std::byte> scratch;
        const auto bytes = part.source.read_rows(part.first + row, rows, scratch);
        std::memcpy(out, bytes.data(), bytes.size());
    }

    std::vector<RowPart> parts_;
    std::vector<std::uint64_t> begins_;  // of every part's first row
    RowOrder order_;
    std::uint64_t head_;
};

/// Columns of a matrix as rows.
class TransposedRows final : public DerivedRows {
public:
    explicit TransposedRows(TensorView source)
        : source_(std::move(source)), element_(source_.row_bytes() / source_.cols()) {}

    void make(std::uint64_t first, std::uint64_t count, std::byte* out) const override {
        const std::uint64_t cols = source_.rows();
        std::vector<std::byte> scratch;
        for (std::uint64_t col = 0; col < cols; ++col) {
            const std::byte* from = source_.read_rows(col, 1, scratch).data() + first * element_;
            for (std::uint64_t row = 0; row < count; ++row) {
                std::memcpy(out + (row * cols + col) * element_, from + row * element_, element_);
            }
        }
    }
    [[nodiscard]] Status check() const override { return source_.check(); }
    // Every row is made from all rows of the source, which stay until the last one is made.
    void will_need(std::uint64_t, std::uint64_t) const override {
        source_.will_need(0, source_.rows());
    }
    void release(std::uint64_t first, std::uint64_t count) const override {
        if (first + count == source_.cols()) {
            source_.release(0, source_.rows());
        }
    }

private:
    TensorView source_;
    std::uint64_t element_;
};

/// Values as plain floats, changed.
class ChangedValues final : public DerivedRows {
public:
    ChangedValues(TensorView source, std::uint64_t cols, float scale, float offset, FormatId to)
        : source_(std::move(source)),
          rows_per_row_(cols / source_.cols()),
          scale_(scale),
          offset_(offset),
          to_(format_info(to)) {}

    void make(std::uint64_t first, std::uint64_t count, std::byte* out) const override {
        std::vector<float> values(source_.cols());
        for (std::uint64_t row = first * rows_per_row_; row < (first + count) * rows_per_row_;
             ++row) {
            source_.decode_rows(row, 1, values.data());
            for (float& value : values) {
                value = value * scale_ + offset_;
            }
            to_.encode(values.data(), nullptr, out, values.size());
            out += row_bytes(to_.id, values.size()).value_or(0);
        }
    }
    [[nodiscard]] Status check() const override { return source_.check(); }
    void will_need(std::uint64_t first, std::uint64_t count) const override {
        source_.will_need(first * rows_per_row_, count * rows_per_row_);
    }
    void release(std::uint64_t first, std::uint64_t count) const override {
        source_.release(first * rows_per_row_, count * rows_per_row_);
    }

private:
    TensorView source_;
    std::uint64_t rows_per_row_;
    float scale_;
    float offset_;
    const FormatInfo& to_;
};

class GivenValues final : public DerivedRows {
public:
    GivenValues(std::vector<float> values, std::uint64_t cols)
        : values_(std::move(values)), cols_(cols) {}
    void make(std::uint64_t first, std::uint64_t count, std::byte* out) const override {
        std::memcpy(out, values_.data() + first * cols_, count * cols_ * sizeof(float));
    }
    [[nodiscard]] Status check() const override { return {}; }
    void will_need(std::uint64_t, std::uint64_t) const override {}
    void release(std::uint64_t, std::uint64_t) const override {}

private:
    std::vector<float> values_;
    std::uint64_t cols_;
};

}  // namespace

std::span<const std::byte> DerivedBytes::all() {
    std::call_once(once_, [this] {
        bytes_.resize(size_);
        rows_->make(0, count_, bytes_.data());
    });
    return bytes_;
}

std::shared_ptr<const DerivedRows> joined_rows(std::vector<RowPart> parts, RowOrder order,
                                               std::uint64_t head) {
    assert(!parts.empty() && (order == RowOrder::kSame || (head != 0 && head % 2 == 0)));
    return std::make_shared<JoinedRows>(std::move(parts), order, head);
}

std::shared_ptr<const DerivedRows> transposed_rows(TensorView source) {
    assert(format_info(source.format()).kind == FormatKind::kFloat);
    return std::make_shared<TransposedRows>(std::move(source));
}

std::shared_ptr<const DerivedRows> changed_values(TensorView source, std::uint64_t cols,
                                                  float scale, float offset, FormatId to) {
    assert(source.can_decode() && cols % source.cols() == 0);
    assert(format_info(to).kind == FormatKind::kFloat && format_info(to).encode != nullptr);
    return std::make_shared<ChangedValues>(std::move(source), cols, scale, offset, to);
}

std::shared_ptr<const DerivedRows> given_values(std::vector<float> values, std::uint64_t cols) {
    assert(cols == 0 || values.size() % cols == 0);
    const std::uint64_t row = cols == 0 ? values.size() : cols;
    return std::make_shared<GivenValues>(std::move(values), row);
}

}  // namespace bitlathe
