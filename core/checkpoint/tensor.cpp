// SPDX-License-Identifier: GPL-3.0-or-later
#include <cassert>
#include <utility>

#include "core/checkpoint/checkpoint.h"
#include "core/checkpoint/derived_rows.h"

namespace bitlathe {

std::uint64_t TensorInfo::elements() const {
    std::uint64_t product = 1;
    for (const std::uint64_t extent : shape) {
        product *= extent;
    }
    return product;
}

std::uint64_t TensorInfo::cols() const {
    return shape.empty() ? 1 : shape.back();
}

std::uint64_t TensorInfo::rows() const {
    return cols() == 0 ? 0 : elements() / cols();
}

TensorView::TensorView(const TensorInfo& info, std::span<const std::byte> bytes,
                       std::shared_ptr<const MappedFile> keep_alive)
    : bytes_(bytes),
      file_(std::move(keep_alive)),
      byte_count_(bytes.size()),
      format_(info.format),
      rows_(info.rows()),
      cols_(info.cols()),
      row_bytes_(rows_ == 0 ? 0 : bytes.size() / rows_) {}

TensorView::TensorView(const TensorInfo& info, std::shared_ptr<const DerivedRows> rows)
    : TensorView(info, {}, nullptr) {
    byte_count_ = info.bytes;
    row_bytes_ = rows_ == 0 ? 0 : byte_count_ / rows_;
    derived_ = std::make_shared<DerivedBytes>(std::move(rows), rows_, byte_count_);
}

std::span<const std::byte> TensorView::bytes() const {
    return derived_ ? derived_->all() : bytes_;
}

std::span<const std::byte> TensorView::read_rows(std::uint64_t first, std::uint64_t count,
                                                 std::vector<std::byte>& scratch) const {
    assert(first <= rows_ && count <= rows_ - first);
    if (!derived_) {
        return bytes_.subspan(first * row_bytes_, count * row_bytes_);
    }
    scratch.resize(count * row_bytes_);
    derived_->rows().make(first, count, scratch.data());
    return scratch;
}

bool TensorView::can_decode() const {
    return format_info(format_).decode != nullptr;
}

void TensorView::decode_rows(std::uint64_t first, std::uint64_t count, float* out) const {
    const DecodeRow decode = format_info(format_).decode;
    assert(decode != nullptr && first <= rows_ && count <= rows_ - first);
    std::vector<std::byte> made;
    const std::byte* row = read_rows(first, count, made).data();
    for (std::uint64_t i = 0; i < count; ++i) {
        decode(row, out, cols_);
        row += row_bytes_;
        out += cols_;
    }
}

TensorView TensorView::reshaped(std::uint64_t cols) const {
    assert(is_mapped() && cols != 0 && rows_ * cols_ % cols == 0);
    TensorView view = *this;
    view.rows_ = rows_ * cols_ / cols;
    view.cols_ = cols;
    view.row_bytes_ = view.rows_ == 0 ? 0 : byte_count_ / view.rows_;
    return view;
}

Status TensorView::check() const {
    if (derived_) {
        return derived_->rows().check();
    }
    return file_ ? file_->check() : Status();
}

void TensorView::will_need(std::uint64_t first, std::uint64_t count) const {
    if (derived_ && count > 0) {
        derived_->rows().will_need(first, count);
    }
    if (file_ && count > 0) {
        const auto begin = static_cast<std::uint64_t>(bytes_.data() - file_->bytes().data());
        file_->will_need(begin + first * row_bytes_, count * row_bytes_);
    }
}

void TensorView::fetch(std::uint64_t first, std::uint64_t count) const {
    if (file_ && count > 0) {
        const auto begin = static_cast<std::uint64_t>(bytes_.data() - file_->bytes().data());
        file_->fetch(begin + first * row_bytes_, count * row_bytes_);
    }
}

void TensorView::release(std::uint64_t first, std::uint64_t count) const {
    if (derived_ && count > 0) {
        derived_->rows().release(first, count);
    }
    if (file_ && count > 0) {
        const auto begin = static_cast<std::uint64_t>(bytes_.data() - file_->bytes().data());
        file_->release(begin + first * row_bytes_, count * row_bytes_);
    }
}

}  // namespace bitlathe
