// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/value_difference.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "core/base/parallel.h"

namespace bitlathe {
namespace {

/// What a conversion to GGUF did to a tensor, to be undone while comparing with a Hugging Face
/// tensor.
struct Conversion {
    std::uint64_t heads = 0;  ///< > 0: row h*d + 2*i + t of the GGUF is row h*d + t*d/2 + i
    float added = 0;          ///< the GGUF holds value + added
    bool transposed = false;  ///< the Hugging Face tensor is [in, out]
};

bool one_of(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool ends_with_any(std::string_view name, std::initializer_list<std::string_view> ends) {
    return std::any_of(ends.begin(), ends.end(), [&](auto end) { return name.ends_with(end); });
}

/// The differences between the containers, by the GGUF architecture: llama.cpp's converters reorder
/// q and k where its graph rotates neighbouring pairs, fold gemma's "1 + w" into the norms and
/// store gpt2's Conv1D as linears.
Conversion conversion_of(const Model& gguf, const TensorPlace& place) {
    Conversion conversion;
    const std::string_view name = place.canonical;
    const auto& hyper = gguf.hyper;
    if (one_of(gguf.architecture, {"llama", "granite", "smollm3", "ernie4_5", "glm4"}) &&
        (place.role == Role::kAttnQ || place.role == Role::kAttnK ||
         ends_with_any(name, {"attn_q.bias", "attn_k.bias"}))) {
        const bool q = name.find("attn_q") != std::string_view::npos;
        const auto heads = q ? hyper.heads : (hyper.kv_heads ? hyper.kv_heads : hyper.heads);
        conversion.heads = heads.value_or(0);
    }
    if (one_of(gguf.architecture, {"gemma", "gemma2", "gemma3"}) && place.role == Role::kNorm) {
        conversion.added = 1;
    }
    if (gguf.architecture == "gpt2" && ends_with_any(name, {"attn_qkv.weight", "attn_output.weight",
                                                            "ffn_up.weight", "ffn_down.weight"})) {
        conversion.transposed = true;
    }
    return conversion;
}

/// Sums over some rows, merged in row order.
struct Sums {
    double error = 0;
    double reference = 0;
    double max_abs = 0;
};

void add(Sums& sums, float a, float b) {
    if (!std::isfinite(a) || !std::isfinite(b)) {
        if (!(std::isnan(a) && std::isnan(b)) && !(a == b)) {
            sums.max_abs = std::numeric_limits<double>::infinity();
            sums.error = std::numeric_limits<double>::infinity();
        }
        return;
    }
    const double d = static_cast<double>(b) - static_cast<double>(a);
    sums.error += d * d;
    sums.reference += static_cast<double>(a) * static_cast<double>(a);
    sums.max_abs = std::max(sums.max_abs, std::abs(d));
}

class PairComparison {
public:
    PairComparison(const TensorPart& a, const TensorPart& b)
        : a_(a),
          b_(b),
          view_a_(a.model->checkpoint->view(a.tensor)),
          view_b_(b.model->checkpoint->view(b.tensor)) {
        const Container ca = a.model->checkpoint->container();
        const Container cb = b.model->checkpoint->container();
        if (ca != cb) {
            gguf_is_a_ = ca == Container::kGguf;
            const TensorPart& gguf = gguf_is_a_ ? a : b;
            conversion_ = conversion_of(*gguf.model, gguf.model->places[gguf.tensor]);
        }
    }

    /// Why the two cannot be compared; "" when they can.
    [[nodiscard]] std::string obstacle() const {
        for (const auto* view : {&view_a_, &view_b_}) {
            if (!view->can_decode()) {
                return fmt::format("{} cannot be decoded yet", format_info(view->format()).name);
            }
        }
        const bool same = a_.rows == b_.rows && a_.cols == b_.cols;
        const bool crossed = a_.rows == b_.cols && a_.cols == b_.rows;
        if (conversion_.transposed ? !crossed : !same) {
            return fmt::format("shapes differ: {} x {} and {} x {}", a_.rows, a_.cols, b_.rows,
                               b_.cols);
        }
        const std::uint64_t rows = gguf_is_a_ ? a_.rows : b_.rows;
        if (conversion_.heads > 0 && rows_per_vector() * rows % (2 * conversion_.heads) != 0) {
            return "rows do not divide into heads";
        }
        return {};
    }

    Result<Sums> run(const WorkContext& context) const {
        return conversion_.transposed ? run_transposed() : run_rows(context);
    }

private:
    /// A bias is one row whose elements are what rows are to a matrix.
    [[nodiscard]] std::uint64_t rows_per_vector() const { return is_vector() ? a_.cols : 1; }
    [[nodiscard]] bool is_vector() const { return a_.model->tensor(a_.tensor).shape.size() < 2; }

    /// The Hugging Face position of a GGUF row (or element of a bias).
    [[nodiscard]] std::uint64_t reordered(std::uint64_t row, std::uint64_t rows) const {
        if (conversion_.heads == 0) {
            return row;
        }
        const std::uint64_t dim = rows / conversion_.heads;
        const std::uint64_t head = row / dim;
        const std::uint64_t in_head = row % dim;
        return head * dim + (in_head % 2) * (dim / 2) + in_head / 2;
    }

    /// Decoded row of one side, as the Hugging Face checkpoint has it. `row` counts in the GGUF's
    /// order.
    void fetch(const TensorPart& side, const TensorView& view, bool is_gguf, std::uint64_t row,
               std::vector<float>& out) const {
        const bool vector = is_vector();
        const std::uint64_t source = is_gguf || vector ? row : reordered(row, side.rows);
        out.resize(side.cols);
        view.decode_rows(side.first_row + source, 1, out.data());
        if (is_gguf && conversion_.added != 0) {
            for (float& value : out) {
                value -= conversion_.added;
            }
        }
        if (!is_gguf && vector && conversion_.heads > 0) {
            std::vector<float> ordered(out.size());
            for (std::size_t i = 0; i < out.size(); ++i) {
                ordered[i] = out[reordered(i, out.size())];
            }
            out.swap(ordered);
        }
    }

    Result<Sums> run_rows(const WorkContext& context) const {
        const bool same_container =
            a_.model->checkpoint->container() == b_.model->checkpoint->container();
        const std::uint64_t rows_per_chunk =
            std::max<std::uint64_t>(1, 65536 / std::max<std::uint64_t>(1, a_.cols));
        const std::uint64_t chunks = (a_.rows + rows_per_chunk - 1) / rows_per_chunk;
        std::vector<Sums> parts(chunks);
        parallel_for(chunks, context.threads, [&](std::size_t chunk) {
            if (context.stop.stop_requested()) {
                return;
            }
            std::vector<float> x;
            std::vector<float> y;
            const std::uint64_t end = std::min(a_.rows, (chunk + 1) * rows_per_chunk);
            for (std::uint64_t row = chunk * rows_per_chunk; row < end; ++row) {
                fetch(a_, view_a_, same_container || gguf_is_a_, row, x);
                fetch(b_, view_b_, same_container || !gguf_is_a_, row, y);
                for (std::size_t i = 0; i < x.size(); ++i) {
                    add(parts[chunk], x[i], y[i]);
                }
            }
        });
        BITLATHE_TRY(context.check());
        Sums sums;
        for (const Sums& part : parts) {
            sums.error += part.error;
            sums.reference += part.reference;
            sums.max_abs = std::max(sums.max_abs, part.max_abs);
        }
        return sums;
    }

    /// gpt2 only: small enough to hold one side.
    Result<Sums> run_transposed() const {
        std::vector<float> x(a_.rows * a_.cols);
        view_a_.decode_rows(a_.first_row, a_.rows, x.data());
        std::vector<float> y(b_.cols);
        Sums sums;
        for (std::uint64_t row = 0; row < b_.rows; ++row) {
            view_b_.decode_rows(b_.first_row + row, 1, y.data());
            for (std::uint64_t col = 0; col < b_.cols; ++col) {
                add(sums, x[col * a_.cols + row], y[col]);
            }
        }
        return sums;
    }

    TensorPart a_, b_;
    TensorView view_a_, view_b_;
    Conversion conversion_;
    bool gguf_is_a_ = true;
};

}  // namespace

Result<ValueDifference> compare_values(const TensorPart& a, const TensorPart& b,
                                       const WorkContext& context) {
    const PairComparison pair(a, b);
    ValueDifference difference;
    difference.obstacle = pair.obstacle();
    if (!difference.obstacle.empty()) {
        return difference;
    }
    BITLATHE_ASSIGN(const Sums sums, pair.run(context));
    difference.max_abs = sums.max_abs;
    if (sums.error == 0) {
        difference.nmse = 0;
    } else if (sums.reference > 0) {
        difference.nmse = sums.error / sums.reference;
    }
    return difference;
}

}  // namespace bitlathe
