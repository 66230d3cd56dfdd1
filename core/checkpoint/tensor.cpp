// SPDX-License-Identifier: GPL-3.0-or-later
#include <cassert>
#include <utility>

#include "core/checkpoint/checkpoint.h"

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
      format_(info.format),
      rows_(info.rows()),
      cols_(info.cols()),
      row_bytes_(rows_ == 0 ? 0 : bytes.size() / rows_) {}

bool TensorView::can_decode() const {
    return format_info(format_).decode != nullptr;
}

void TensorView::decode_rows(std::uint64_t first, std::uint64_t count, float* out) const {
    const DecodeRow decode = format_info(format_).decode;
    assert(decode != nullptr && first <= rows_ && count <= rows_ - first);
    for (std::uint64_t row = first; row < first + count; ++row) {
        decode(bytes_.data() + row * row_bytes_, out, cols_);
        out += cols_;
    }
}

Status TensorView::check() const {
    return file_ ? file_->check() : Status();
}

void TensorView::will_need(std::uint64_t first, std::uint64_t count) const {
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
    if (file_ && count > 0) {
        const auto begin = static_cast<std::uint64_t>(bytes_.data() - file_->bytes().data());
        file_->release(begin + first * row_bytes_, count * row_bytes_);
    }
}

}  // namespace bitlathe
