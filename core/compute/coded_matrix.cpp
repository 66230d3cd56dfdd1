// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compute/coded_matrix.h"

#include <atomic>
#include <bit>

#include "core/base/checked.h"
#include "core/base/pieces.h"
#include "core/compute/aligned.h"
#include "core/compute/packed_matrix.h"

namespace bitlathe {
namespace {

constexpr std::size_t kGroup = RowCodes::kGroup;
static_assert(kDepth % kGroup == 0);

using CodeBuffer = std::vector<std::int8_t, CacheAligned<std::int8_t>>;

class CodedMatrix final : public PackedMatrix {
public:
    CodedMatrix(std::uint64_t rows, std::uint64_t cols) : PackedMatrix(rows, cols) {}

    /// False: not enough memory.
    [[nodiscard]] bool make_room() {
        const auto values = checked_mul({panels_of(rows_, kPanelCols), kPanelCols, cols_});
        if (!values) {
            return false;
        }
        try {
            codes_.resize(*values);
            scales_.resize(*values / kGroup);
            offsets_.resize(*values / kGroup);
        } catch (const std::bad_alloc&) {
            return false;
        }
        return true;
    }

    /// Takes row `row` of its panel; of rows that are not there a code of 0 and a scale of 0.
    void take(std::size_t row, const RowCodes& from) {
        const std::size_t panel = row / kPanelCols;
        const std::size_t column = row % kPanelCols;
        std::int8_t* codes = codes_.data() + panel * cols_ * kPanelCols + column;
        for (std::size_t k = 0; k < cols_; ++k) {
            codes[k * kPanelCols] = from.codes[k];
        }
        const std::size_t group = panel * (cols_ / kGroup) * kPanelCols + column;
        for (std::size_t g = 0; g < cols_ / kGroup; ++g) {
            scales_[group + g * kPanelCols] = from.scales[g];
            offsets_[group + g * kPanelCols] = from.offsets[g];
        }
    }

    /// Once all rows are there: offsets that add nothing go.
    void finish() {
        constexpr std::uint32_t kNothing = 0x8000'0000U;
        if (std::all_of(offsets_.begin(), offsets_.end(), [](float offset) {
                return std::bit_cast<std::uint32_t>(offset) == kNothing;
            })) {
            FloatBuffer().swap(offsets_);
        }
    }

    [[nodiscard]] std::uint64_t bytes() const override {
        return codes_.size() + (scales_.size() + offsets_.size()) * sizeof(float);
    }
    void multiply(PanelInput x, std::size_t panel, std::size_t k, std::size_t depth, float* c,
                  std::size_t stride, std::size_t rows) const override {
        const std::size_t group = (panel * cols_ + k) / kGroup * kPanelCols;
        const std::int8_t* codes = codes_.data() + (panel * cols_ + k) * kPanelCols;
        const float* scales = scales_.data() + group;
        const bool add = k != 0;
        if (offsets_.empty()) {
            const CodedPanel<false> weights{codes, scales, nullptr};
            multiply_panels(x, weights, depth, add, c, stride, rows, rows_in(panel));
        } else {
            const CodedPanel<true> weights{codes, scales, offsets_.data() + group};
            multiply_panels(x, weights, depth, add, c, stride, rows, rows_in(panel));
        }
    }

private:
    CodeBuffer codes_;     ///< [panels][cols][32]
    FloatBuffer scales_;   ///< [panels][cols / 16][32]
    FloatBuffer offsets_;  ///< as `scales_`; empty: they add nothing
};

/// Codes of one row while it is packed.
struct RowBuffer {
    CodeBuffer codes;
    FloatBuffer scales, offsets;

    explicit RowBuffer(std::size_t cols)
        : codes(cols), scales(cols / kGroup), offsets(cols / kGroup) {}
    [[nodiscard]] RowCodes view() { return {codes.data(), scales.data(), offsets.data()}; }
    void clear() {
        std::fill(codes.begin(), codes.end(), std::int8_t{0});
        std::fill(scales.begin(), scales.end(), 0.0F);
        std::fill(offsets.begin(), offsets.end(), -0.0F);
    }
};

}  // namespace

Result<std::unique_ptr<const DeviceMatrix>> pack_codes(const RowSource& source, std::uint64_t first,
                                                       std::uint64_t count,
                                                       const WorkContext& context) {
    const std::size_t cols = source.cols();
    RowBuffer probe(cols);
    if (count == 0 || cols % kGroup != 0 || !source.read_codes(first, probe.view())) {
        return std::unique_ptr<const DeviceMatrix>();
    }
    auto matrix = std::make_unique<CodedMatrix>(count, cols);
    if (!matrix->make_room()) {
        return no_memory_for_matrix();
    }
    const std::size_t panels = panels_of(count, kPanelCols);
    std::atomic<bool> all = true;
    std::vector<RowBuffer> buffers(workers_for(panels, context), RowBuffer(cols));
    BITLATHE_TRY(for_each_piece(panels, context, [&](unsigned worker, std::size_t panel) -> Status {
        RowBuffer& buffer = buffers[worker];
        for (std::size_t row = panel * kPanelCols; all && row < (panel + 1) * kPanelCols; ++row) {
            if (row >= count) {
                buffer.clear();
            } else if (!source.read_codes(first + row, buffer.view())) {
                all = false;
            }
            matrix->take(row, buffer.view());
        }
        return {};
    }));
    if (!all) {
        return std::unique_ptr<const DeviceMatrix>();
    }
    matrix->finish();
    return std::unique_ptr<const DeviceMatrix>(std::move(matrix));
}

}  // namespace bitlathe
