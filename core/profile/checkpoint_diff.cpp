// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/checkpoint_diff.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <unordered_map>

#include <fmt/format.h>

#include "core/base/parallel.h"

namespace bitlathe {
namespace {

/// Rows [first, first + count) of a tensor, and how its values became what they are.
struct Side {
    const Model* model = nullptr;
    std::size_t tensor = 0;
    std::uint64_t first_row = 0;
    std::uint64_t rows = 0;
    std::uint64_t cols = 0;
};

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
    PairComparison(const Side& a, const Side& b)
        : a_(a),
          b_(b),
          view_a_(a.model->checkpoint->view(a.tensor)),
          view_b_(b.model->checkpoint->view(b.tensor)) {
        const Container ca = a.model->checkpoint->container();
        const Container cb = b.model->checkpoint->container();
        if (ca != cb) {
            gguf_is_a_ = ca == Container::kGguf;
            const Side& gguf = gguf_is_a_ ? a : b;
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
    void fetch(const Side& side, const TensorView& view, bool is_gguf, std::uint64_t row,
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

    Side a_, b_;
    TensorView view_a_, view_b_;
    Conversion conversion_;
    bool gguf_is_a_ = true;
};

Side whole(const Model& model, std::size_t tensor) {
    const TensorInfo& info = model.tensor(tensor);
    return {&model, tensor, 0, info.rows(), info.cols()};
}

Side slice(const Model& model, std::size_t tensor, std::uint64_t expert) {
    Side side = whole(model, tensor);
    const std::uint64_t experts = std::max<std::uint64_t>(1, model.tensor(tensor).shape.front());
    side.rows /= experts;
    side.first_row = expert * side.rows;
    return side;
}

/// "blk.3.ffn_down_exps.weight" -> "blk.3.ffn_down_exps.5.weight"
std::string expert_name(const std::string& stacked, std::uint64_t expert) {
    const std::size_t dot = stacked.rfind('.');
    return fmt::format("{}.{}{}", stacked.substr(0, dot), expert, stacked.substr(dot));
}

using Places = std::unordered_map<std::string, std::size_t>;

Places places_of(const Model& model) {
    Places places;
    for (std::size_t i = 0; i < model.places.size(); ++i) {
        places.emplace(model.places[i].canonical, i);
    }
    return places;
}

class Matcher {
public:
    Matcher(const Model& a, const Model& b, const WorkContext& context)
        : a_(a), b_(b), context_(context), in_b_(places_of(b)), used_b_(b.places.size()) {}

    Result<CheckpointDifference> run() {
        used_a_.assign(a_.places.size(), false);
        for (std::size_t i = 0; i < a_.places.size(); ++i) {
            BITLATHE_TRY(context_.check());
            context_.report("compare", i, a_.places.size());
            BITLATHE_TRY(match(i));
        }
        BITLATHE_TRY(match_stacked_b());
        for (std::size_t i = 0; i < used_a_.size(); ++i) {
            if (!used_a_[i]) {
                result_.only_a.push_back(i);
            }
        }
        for (std::size_t i = 0; i < used_b_.size(); ++i) {
            if (!used_b_[i]) {
                result_.only_b.push_back(i);
            }
        }
        std::stable_sort(result_.tensors.begin(), result_.tensors.end(),
                         [](const auto& x, const auto& y) { return x.a < y.a; });
        return std::move(result_);
    }

private:
    Status compare(const Side& a, const Side& b, std::optional<std::uint64_t> expert_a,
                   std::optional<std::uint64_t> expert_b) {
        used_a_[a.tensor] = true;
        used_b_[b.tensor] = true;
        TensorDifference row;
        row.a = a.tensor;
        row.b = b.tensor;
        row.expert_a = expert_a;
        row.expert_b = expert_b;
        const auto share = [](const Side& side) {
            const TensorInfo& info = side.model->tensor(side.tensor);
            return info.rows() == 0 ? 0 : info.bytes / info.rows() * side.rows;
        };
        row.bytes_a = share(a);
        row.bytes_b = share(b);
        const PairComparison pair(a, b);
        row.note = pair.obstacle();
        if (row.note.empty()) {
            BITLATHE_ASSIGN(const Sums sums, pair.run(context_));
            row.max_abs = sums.max_abs;
            if (sums.error == 0) {
                row.nmse = 0;
            } else if (sums.reference > 0) {
                row.nmse = sums.error / sums.reference;
            }
        }
        result_.tensors.push_back(std::move(row));
        return {};
    }

    Status match(std::size_t i) {
        const TensorPlace& place = a_.places[i];
        if (const auto same = in_b_.find(place.canonical); same != in_b_.end()) {
            return compare(whole(a_, i), whole(b_, same->second), {}, {});
        }
        if (!place.stacked_experts || a_.tensor(i).shape.size() < 3) {
            return {};
        }
        for (std::uint64_t expert = 0; expert < a_.tensor(i).shape.front(); ++expert) {
            const auto single = in_b_.find(expert_name(place.canonical, expert));
            if (single != in_b_.end()) {
                BITLATHE_TRY(compare(slice(a_, i, expert), whole(b_, single->second), expert, {}));
            }
        }
        return {};
    }

    Status match_stacked_b() {
        const Places in_a = places_of(a_);
        for (std::size_t i = 0; i < b_.places.size(); ++i) {
            const TensorPlace& place = b_.places[i];
            if (used_b_[i] || !place.stacked_experts || b_.tensor(i).shape.size() < 3) {
                continue;
            }
            for (std::uint64_t expert = 0; expert < b_.tensor(i).shape.front(); ++expert) {
                const auto single = in_a.find(expert_name(place.canonical, expert));
                if (single != in_a.end()) {
                    BITLATHE_TRY(
                        compare(whole(a_, single->second), slice(b_, i, expert), {}, expert));
                }
            }
        }
        return {};
    }

    const Model& a_;
    const Model& b_;
    const WorkContext& context_;
    Places in_b_;
    std::vector<bool> used_a_, used_b_;
    CheckpointDifference result_;
};

}  // namespace

Result<CheckpointDifference> compare_checkpoints(const Model& a, const Model& b,
                                                 const WorkContext& context) {
    BITLATHE_ASSIGN(auto difference, Matcher(a, b, context).run());
    BITLATHE_TRY(a.checkpoint->check());
    BITLATHE_TRY(b.checkpoint->check());
    return difference;
}

}  // namespace bitlathe
