// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/matrix_probe.h"

#include <algorithm>
#include <iterator>
#include <string>

#include <fmt/format.h>

#include "core/base/atomic_file.h"

namespace bitlathe {

WeightReading read_weight(const TensorView& view, FormatId format, std::uint64_t row,
                          std::uint64_t col) {
    WeightReading reading;
    MatrixSource::Scratch scratch;
    const auto stored = MatrixSource::make(view, MatrixQuantity::kValue, format);
    if (!stored) return reading;
    stored->read(row, col, 1, &reading.value, scratch);
    reading.code =
        read_code(view.format(), view.bytes().subspan(row * view.row_bytes(), view.row_bytes()),
                  view.cols(), col);
    const auto planned = MatrixSource::make(view, MatrixQuantity::kQuantized, format);
    if (!planned) return reading;
    if (format == view.format()) {
        reading.quantized = reading.value;
        reading.quantized_code = reading.code;
        return reading;
    }
    // The part of the row that is encoded together.
    const std::uint64_t first = col / planned->granularity() * planned->granularity();
    const std::uint64_t count = std::min(planned->granularity(), view.cols() - first);
    std::vector<float> values(count);
    stored->read(row, first, count, values.data(), scratch);
    std::vector<std::byte> codes(row_bytes(format, count).value());
    format_info(format).encode(values.data(), nullptr, codes.data(), count);
    reading.quantized_code = read_code(format, codes, count, col - first);
    format_info(format).decode(codes.data(), values.data(), count);
    reading.quantized = values[col - first];
    return reading;
}

Status write_matrix_csv(const MatrixSource& source, const MatrixOrder& order,
                        const MatrixRegion& region, const std::filesystem::path& path,
                        const WorkContext& context) {
    BITLATHE_ASSIGN(AtomicFile file, AtomicFile::create(path));
    std::uint64_t offset = 0;
    std::string line = "row\\column";
    const auto write_line = [&]() -> Status {
        line += '\n';
        BITLATHE_TRY(file.write_at(offset, std::as_bytes(std::span(line))));
        offset += line.size();
        line.clear();
        return {};
    };
    for (std::uint64_t i = 0; i < region.cols; ++i) {
        fmt::format_to(std::back_inserter(line), ",{}", order.col(region.col + i));
    }
    BITLATHE_TRY(write_line());
    MatrixSource::Scratch scratch;
    // Columns in another order come from all over the row.
    const bool whole = !order.cols.empty();
    std::vector<float> values(whole ? source.cols() : region.cols);
    for (std::uint64_t r = 0; r < region.rows; ++r) {
        BITLATHE_TRY(context.check());
        const std::uint64_t row = order.row(region.row + r);
        source.read(row, whole ? 0 : region.col, values.size(), values.data(), scratch);
        line = std::to_string(row);
        for (std::uint64_t i = 0; i < region.cols; ++i) {
            const float value = values[whole ? order.col(region.col + i) : i];
            fmt::format_to(std::back_inserter(line), ",{:.9g}", value);
        }
        BITLATHE_TRY(write_line());
        context.report("matrix", r + 1, region.rows);
    }
    return file.commit();
}

}  // namespace bitlathe
