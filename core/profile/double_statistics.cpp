// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/double_statistics.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>

#include "core/base/pieces.h"
#include "core/profile/stream.h"
#include "core/profile/summary.h"

namespace bitlathe {
namespace {

class DoublePasses {
public:
    DoublePasses(const TensorView& view, const WorkContext& context)
        : stream_(view, sizeof(double)),
          context_(context),
          progress_(context, "statistics", 3 * view.byte_count()) {}

    Result<WeightStatistics> run() {
        BITLATHE_TRY(each_finite([this](double w) { look_at(w); }));
        if (statistics_.count == statistics_.nonfinite) {
            return statistics_;
        }
        BITLATHE_TRY(take_moments());
        BITLATHE_TRY(each_finite([this](double w) { place(w); }));
        const auto finite = static_cast<double>(statistics_.count - statistics_.nonfinite);
        statistics_.zd = static_cast<double>(far_above_) / finite;
        statistics_.exponent_entropy = entropy_bits(exponents_);
        return statistics_;
    }

private:
    template <class Work>
    Status each_finite(const Work& work) {
        statistics_.count = 0;
        statistics_.nonfinite = 0;
        for (std::size_t piece = 0; piece < stream_.pieces(); ++piece) {
            BITLATHE_TRY(context_.check());
            const auto bytes = stream_.bytes(piece);
            for (std::size_t at = 0; at < bytes.size(); at += sizeof(double)) {
                double weight = 0;
                std::memcpy(&weight, bytes.data() + at, sizeof weight);
                ++statistics_.count;
                if (std::isfinite(weight)) {
                    work(weight);
                } else {
                    ++statistics_.nonfinite;
                }
            }
            stream_.release(piece);
            progress_.add(bytes.size());
        }
        return {};
    }

    void look_at(double weight) {
        range_ = {std::min(range_.min, weight), std::max(range_.max, weight)};
        statistics_.zeros += weight == 0 ? 1 : 0;
        ++exponents_[(std::bit_cast<std::uint64_t>(weight) >> 52) & 0x7FFU];
    }

    /// Fourth powers of the largest doubles overflow, so moments are taken of weights scaled by a
    /// power of two; short runs are merged so that a far first weight does no harm.
    Status take_moments() {
        const double absmax = range_.absmax();
        const int exponent = absmax == 0 ? 0 : std::ilogb(absmax);
        const auto scaled = [&](double x, int by) { return std::scalbn(x, by); };
        Moments all;
        Run run;
        BITLATHE_TRY(each_finite([&](double w) {
            run.add(scaled(w, -exponent));
            if (run.n == 4096) {
                all = merge(all, run.moments());
                run = {};
            }
        }));
        all = merge(all, run.moments());
        set_moments(statistics_, {scaled(range_.min, -exponent), scaled(range_.max, -exponent)},
                    all);
        statistics_.min = range_.min + 0.0;
        statistics_.max = range_.max + 0.0;
        statistics_.absmax = absmax + 0.0;
        statistics_.mean = scaled(*statistics_.mean, exponent);
        statistics_.sigma = scaled(*statistics_.sigma, exponent);
        statistics_.sum_of_squares = scaled(statistics_.sum_of_squares, 2 * exponent);
        return {};
    }

    void place(double weight) {
        ++statistics_.histogram[histogram_bin(weight, *statistics_.absmax)];
        far_above_ += is_far_above(weight, *statistics_.mean, *statistics_.sigma) ? 1 : 0;
    }

    struct Run {
        double n = 0;
        double shift = 0;
        std::array<double, 4> sums{};
        void add(double x) {
            shift = n == 0 ? x : shift;
            n += 1;
            const double d = x - shift;
            sums[0] += d;
            sums[1] += d * d;
            sums[2] += d * d * d;
            sums[3] += d * d * (d * d);
        }
        [[nodiscard]] Moments moments() const {
            return n == 0 ? Moments{} : central_moments(n, shift, sums);
        }
    };

    ElementStream stream_;
    const WorkContext& context_;
    ProgressCounter progress_;
    WeightStatistics statistics_;
    Range range_{std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
    std::array<std::uint64_t, 2048> exponents_{};
    std::uint64_t far_above_ = 0;
};

}  // namespace

Result<WeightStatistics> double_statistics(const TensorView& view, const WorkContext& context) {
    return DoublePasses(view, context).run();
}

}  // namespace bitlathe
