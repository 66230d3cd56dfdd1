// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/matrix_source.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include <fmt/format.h>

#include "core/profile/storing.h"

namespace bitlathe {
namespace {

/// Elements that are stored next to each other and need nothing from further away; 0: the row.
std::uint64_t independent_elements(const FormatInfo& info) {
    return info.kind == FormatKind::kFp8 || info.kind == FormatKind::kIntGroup ? 0
                                                                               : info.block_elems;
}

Status check_format(const TensorView& view, FormatId id) {
    const FormatInfo& info = format_info(id);
    if (id == view.format()) return {};
    if (info.encode == nullptr || info.decode == nullptr) {
        return fail(ErrorCode::kImpossible, fmt::format("{} cannot be encoded", info.name));
    }
    if (!row_fits(id, view.cols())) {
        return fail(ErrorCode::kImpossible,
                    fmt::format("rows of {} do not fit {}", view.cols(), info.name));
    }
    return {};
}

}  // namespace

Result<MatrixSource> MatrixSource::make(TensorView view, MatrixQuantity quantity, FormatId format) {
    BITLATHE_TRY(check_decodable(view));
    if (view.rows() == 0 || view.cols() == 0) {
        return fail(ErrorCode::kRefused, "the tensor has no weights");
    }
    if (quantity != MatrixQuantity::kValue) {
        BITLATHE_TRY(check_format(view, format));
    }
    return MatrixSource(std::move(view), quantity, format);
}

MatrixSource::MatrixSource(TensorView view, MatrixQuantity quantity, FormatId format)
    : view_(std::move(view)), quantity_(quantity), format_(format) {
    const std::uint64_t stored = independent_elements(format_info(view_.format()));
    const bool encodes = quantity != MatrixQuantity::kValue && format != view_.format();
    const std::uint64_t planned = encodes ? independent_elements(format_info(format)) : 1;
    step_ = stored == 0 || planned == 0 ? view_.cols() : std::lcm(stored, planned);
}

void MatrixSource::read(std::uint64_t row, std::uint64_t first, std::uint64_t count, float* out,
                        Scratch& scratch) const {
    const std::uint64_t begin = first / step_ * step_;
    const std::uint64_t end = std::min(cols(), (first + count + step_ - 1) / step_ * step_);
    if (begin == first && end == first + count) {
        read_blocks(row, first, count, out, scratch);
        return;
    }
    std::vector<float> whole(end - begin);
    read_blocks(row, begin, end - begin, whole.data(), scratch);
    std::copy_n(whole.data() + (first - begin), count, out);
}

void MatrixSource::read_blocks(std::uint64_t row, std::uint64_t first, std::uint64_t count,
                               float* out, Scratch& scratch) const {
    if (quantity_ == MatrixQuantity::kValue ||
        (quantity_ == MatrixQuantity::kQuantized && format_ == view_.format())) {
        decode(row, first, count, out);
        return;
    }
    scratch.values.resize(count);
    float* again = quantity_ == MatrixQuantity::kQuantized ? out : nullptr;
    if (again == nullptr) {
        scratch.again.resize(count);
        again = scratch.again.data();
    }
    decode(row, first, count, scratch.values.data());
    if (format_ == view_.format()) {
        std::copy_n(scratch.values.data(), count, again);
    } else {
        scratch.codes.resize(row_bytes(format_, count).value());
        format_info(format_).encode(scratch.values.data(), nullptr, scratch.codes.data(), count);
        format_info(format_).decode(scratch.codes.data(), again, count);
    }
    if (quantity_ == MatrixQuantity::kError) {
        for (std::uint64_t i = 0; i < count; ++i) {
            out[i] = again[i] - scratch.values[i];
        }
    }
}

void MatrixSource::decode(std::uint64_t row, std::uint64_t first, std::uint64_t count,
                          float* out) const {
    const FormatInfo& info = format_info(view_.format());
    const std::uint64_t skipped = first == 0 ? 0 : first / info.block_elems * info.block_bytes;
    info.decode(view_.bytes().data() + row * view_.row_bytes() + skipped, out, count);
}

}  // namespace bitlathe
