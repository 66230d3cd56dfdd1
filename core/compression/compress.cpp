// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compression/compress.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include <fmt/format.h>

#include "core/base/pieces.h"

namespace bitlathe {
namespace {

/// Source bytes of one piece of work: small enough that source, row and codes of every worker stay
/// in its cache and a stop is seen soon, large enough that a call of the sink costs nothing.
constexpr std::uint64_t kPieceBytes = 1 << 20;

/// Rows per piece of rows of that many bytes.
std::uint64_t rows_per_piece(std::uint64_t row_size) {
    return std::max<std::uint64_t>(1, kPieceBytes / std::max<std::uint64_t>(1, row_size));
}

/// Which slice of the importance belongs to a row: one for all rows, or one per expert.
class RowImportance {
public:
    static Result<RowImportance> create(std::span<const float> values, const TensorView& source) {
        RowImportance result;
        if (values.empty() || source.rows() == 0) {
            return result;
        }
        const std::uint64_t experts = values.size() / source.cols();
        if (values.size() % source.cols() != 0 || source.rows() % experts != 0) {
            return fail(ErrorCode::kRefused,
                        fmt::format("importance has {} values, but the tensor has {} rows of {}",
                                    values.size(), source.rows(), source.cols()),
                        {}, {}, "give the importance file that was made from this model");
        }
        result.values_ = values;
        result.cols_ = source.cols();
        result.rows_per_expert_ = source.rows() / experts;
        return result;
    }
    [[nodiscard]] const float* of_row(std::uint64_t row) const {
        return values_.empty() ? nullptr : values_.data() + row / rows_per_expert_ * cols_;
    }

private:
    std::span<const float> values_;
    std::uint64_t cols_ = 0;
    std::uint64_t rows_per_expert_ = 1;
};

Status copy_tensor(const TensorView& source, const RowSink& sink, const WorkContext& context) {
    ProgressCounter progress(context, "compress", source.byte_count());
    if (source.rows() == 0 || source.rows() * source.row_bytes() != source.byte_count()) {
        // Rows that do not end on a byte cannot be handed on one by one.
        BITLATHE_TRY(context.check());
        if (source.byte_count() > 0) {
            BITLATHE_TRY(sink(0, source.bytes()));
            progress.add(source.byte_count());
        }
        return {};
    }
    const Pieces pieces(source.rows(), rows_per_piece(source.row_bytes()));
    std::vector<std::vector<std::byte>> scratch(workers_for(pieces.count(), context));
    return for_each_piece(
        pieces.count(), context, [&](unsigned worker, std::size_t piece) -> Status {
            const Piece rows = pieces.at(piece);
            source.fetch(rows.first, rows.count);
            BITLATHE_TRY(
                sink(rows.first, source.read_rows(rows.first, rows.count, scratch[worker])));
            source.release(rows.first, rows.count);
            progress.add(rows.count * source.row_bytes());
            return {};
        });
}

/// What one worker keeps between pieces.
struct Scratch {
    std::vector<float> row;
    std::vector<std::byte> source;
    std::vector<std::byte> codes;
};

/// Decodes and encodes the rows of one tensor.
class Recoder {
public:
    Recoder(const TensorView& source, FormatId destination, std::uint64_t destination_row_bytes,
            RowImportance importance)
        : source_(source),
          decode_(format_info(source.format()).decode),
          encode_(format_info(destination).encode),
          row_bytes_(destination_row_bytes),
          importance_(importance),
          floats_(source.format() == formats::f32()) {}

    /// Encoded bytes of some rows, valid until the scratch is used again.
    Result<std::span<const std::byte>> run(Piece rows, Scratch& scratch,
                                           const WorkContext& context) const {
        scratch.codes.resize(rows.count * row_bytes_);
        const std::byte* source = source_.read_rows(rows.first, rows.count, scratch.source).data();
        for (std::uint64_t i = 0; i < rows.count; ++i) {
            BITLATHE_TRY(context.check());
            encode_(values_of(source + i * source_.row_bytes(), scratch.row),
                    importance_.of_row(rows.first + i), scratch.codes.data() + i * row_bytes_,
                    source_.cols());
        }
        return std::span<const std::byte>(scratch.codes);
    }

private:
    [[nodiscard]] const float* values_of(const std::byte* bytes, std::vector<float>& buffer) const {
        if (floats_ && reinterpret_cast<std::uintptr_t>(bytes) % alignof(float) == 0) {
            return reinterpret_cast<const float*>(bytes);
        }
        buffer.resize(source_.cols());
        decode_(bytes, buffer.data(), source_.cols());
        return buffer.data();
    }

    const TensorView& source_;
    DecodeRow decode_;
    EncodeRow encode_;
    std::uint64_t row_bytes_;
    RowImportance importance_;
    bool floats_;
};

Status recode_tensor(const TensorView& source, const Recoder& recoder, const RowSink& sink,
                     const WorkContext& context) {
    // A stop is looked for before every row: the longest rows take milliseconds.
    const Pieces pieces(
        source.rows(),
        rows_per_piece(std::max(source.row_bytes(), source.cols() * sizeof(std::uint16_t))));
    std::vector<Scratch> scratch(workers_for(pieces.count(), context));
    ProgressCounter progress(context, "compress", source.byte_count());
    return for_each_piece(
        pieces.count(), context, [&](unsigned worker, std::size_t piece) -> Status {
            const Piece rows = pieces.at(piece);
            source.fetch(rows.first, rows.count);
            BITLATHE_ASSIGN(const auto codes, recoder.run(rows, scratch[worker], context));
            BITLATHE_TRY(sink(rows.first, codes));
            source.release(rows.first, rows.count);
            progress.add(rows.count * source.row_bytes());
            return {};
        });
}

Status convert_tensor(const TensorView& source, FormatId destination,
                      std::span<const float> importance, const RowSink& sink,
                      const WorkContext& context) {
    if (source.format() == destination) {
        return copy_tensor(source, sink, context);
    }
    const FormatInfo& from = format_info(source.format());
    const FormatInfo& to = format_info(destination);
    if (!source.can_decode()) {
        return fail(ErrorCode::kRefused, fmt::format("{} weights cannot be decoded", from.name), {},
                    {}, "keep this tensor as it is");
    }
    const auto row_size = row_bytes(destination, source.cols());
    if (to.encode == nullptr || !row_size) {
        return fail(
            ErrorCode::kImpossible,
            to.encode == nullptr
                ? fmt::format("{} cannot be written", to.name)
                : fmt::format("rows of {} weights do not fit {}, which needs a multiple of {}",
                              source.cols(), to.name, to.block_elems),
            {}, {}, "choose another format for this tensor");
    }
    BITLATHE_ASSIGN(const auto slices, RowImportance::create(importance, source));
    if (source.rows() == 0) {
        return context.check();
    }
    return recode_tensor(source, Recoder(source, destination, *row_size, slices), sink, context);
}

}  // namespace

Status compress_tensor(const TensorView& source, FormatId destination,
                       std::span<const float> importance, const RowSink& sink,
                       const WorkContext& context) {
    Status status = convert_tensor(source, destination, importance, sink, context);
    if (!status && status.error().code == ErrorCode::kCancelled) {
        return status;
    }
    // First: a source that was cut short also makes writes fail, and it is the better reason.
    BITLATHE_TRY(source.check());
    return status;
}

}  // namespace bitlathe
