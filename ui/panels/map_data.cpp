// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/map_data.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

QString cell_text(float value) {
    return std::isfinite(value) ? data_text(double{value}) : QString();
}

FigureData every_value(const MatrixPicture& picture, const MatrixRegion& part,
                       const MapHeadings& headings) {
    FigureData data;
    data.heading.push_back(headings.rows);
    for (std::uint64_t col = part.col; col < part.col + part.cols; ++col)
        data.heading.push_back(headings.column(col));
    std::vector<float> values(part.cols);
    MatrixSource::Scratch scratch;
    for (std::uint64_t row = part.row; row < part.row + part.rows; ++row) {
        picture.source.read(row, part.col, part.cols, values.data(), scratch);
        QStringList cells{headings.row(row)};
        for (const float value : values)
            cells.push_back(cell_text(value));
        data.rows.push_back(std::move(cells));
    }
    return data;
}

/// Cells of a level that a run of rows (columns) touches: the first, and how many.
struct Run {
    std::uint64_t first = 0, count = 0;
};
Run run_of(std::uint64_t begin, std::uint64_t length, std::uint64_t pool) {
    const std::uint64_t first = begin / pool;
    return {first, (begin + length - 1) / pool - first + 1};
}

QString names_of(std::uint64_t cell, std::uint64_t pool, std::uint64_t extent,
                 const std::function<QString(std::uint64_t)>& name) {
    const std::uint64_t first = cell * pool;
    const std::uint64_t last = std::min(extent, first + pool) - 1;
    return first == last ? name(first) : name(first) + u" – "_s + name(last);
}

FigureData peaks(const MatrixGrid& level, const Run& rows, const Run& cols,
                 const MapHeadings& headings) {
    FigureData data;
    data.heading.push_back(headings.rows);
    for (std::uint64_t c = cols.first; c < cols.first + cols.count; ++c)
        data.heading.push_back(names_of(c, level.pool.cols, level.region.cols, headings.column));
    for (std::uint64_t r = rows.first; r < rows.first + rows.count; ++r) {
        QStringList cells{names_of(r, level.pool.rows, level.region.rows, headings.row)};
        for (std::uint64_t c = cols.first; c < cols.first + cols.count; ++c)
            cells.push_back(cell_text(peak_value(level.peaks[r * level.cols() + c])));
        data.rows.push_back(std::move(cells));
    }
    return data;
}

}  // namespace

FigureData map_data(const MatrixPicture& picture, const MatrixRegion& part,
                    const MapHeadings& headings, std::uint64_t most) {
    if (part.rows == 0 || part.cols == 0) return {};
    if (part.rows * part.cols <= most) return every_value(picture, part, headings);
    const auto fits = [&](const MatrixGrid& level) {
        return run_of(part.row, part.rows, level.pool.rows).count *
                   run_of(part.col, part.cols, level.pool.cols).count <=
               most;
    };
    const auto levels = picture.pyramid.levels();
    const auto found = std::find_if(levels.begin(), levels.end(), fits);
    MatrixGrid level = found == levels.end() ? levels.back() : *found;
    while (!fits(level) && level.rows() * level.cols() > 1)
        level = coarser(level, {2, 2});
    return peaks(level, run_of(part.row, part.rows, level.pool.rows),
                 run_of(part.col, part.cols, level.pool.cols), headings);
}

}  // namespace bitlathe
