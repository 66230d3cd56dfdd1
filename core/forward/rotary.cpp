// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forward/rotary.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <fmt/format.h>

#include "core/base/text.h"

namespace bitlathe {
namespace {

tl::unexpected<Error> refuse(std::string message) {
    return fail(ErrorCode::kRefused, std::move(message), {}, {},
                "look at the model's rope settings");
}

/// Frequencies of positions that nothing was done to. Powers in float32, as models were trained.
std::vector<double> plain(const Rotary& rotary, double theta) {
    std::vector<double> frequencies(rotary.dims / 2);
    for (std::size_t i = 0; i < frequencies.size(); ++i) {
        const double exponent = 2.0 * static_cast<double>(i) / rotary.dims;
        frequencies[i] = 1 / std::pow(theta, exponent);
    }
    return frequencies;
}

void scale_linear(const Rotary& rotary, std::vector<double>& frequencies) {
    for (double& f : frequencies) {
        f /= *rotary.factor;
    }
}

/// High frequencies stay, low ones are divided, those between are mixed.
void scale_llama3(const Rotary& rotary, std::vector<double>& frequencies) {
    const double length = *rotary.original_context;
    const double low = rotary.low_freq_factor;
    const double high = rotary.high_freq_factor;
    for (double& f : frequencies) {
        const double turns = length * f / (2 * std::numbers::pi);
        if (turns < low) {
            f /= *rotary.factor;
        } else if (turns <= high) {
            const double smooth = (turns - low) / (high - low);
            f *= (1 - smooth) / *rotary.factor + smooth;
        }
    }
}

/// The pair that turns so many times over the original context.
double pair_of_turns(const Rotary& rotary, double turns) {
    return rotary.dims * std::log(*rotary.original_context / (turns * 2 * std::numbers::pi)) /
           (2 * std::log(rotary.theta));
}

void scale_yarn(const Rotary& rotary, std::vector<double>& frequencies) {
    double low = pair_of_turns(rotary, rotary.beta_fast);
    double high = pair_of_turns(rotary, rotary.beta_slow);
    if (rotary.truncate) {
        low = std::floor(low);
        high = std::ceil(high);
    }
    low = std::max(low, 0.0);
    high = std::min(high, rotary.dims - 1.0);
    if (low == high) {
        high += 0.001;
    }
    for (std::size_t i = 0; i < frequencies.size(); ++i) {
        const double ramp = std::clamp((static_cast<double>(i) - low) / (high - low), 0.0, 1.0);
        frequencies[i] *= ramp / *rotary.factor + (1 - ramp);
    }
}

double scaled_magnitude(double factor, double mscale) {
    return factor <= 1 ? 1.0 : 0.1 * mscale * std::log(factor) + 1;
}

double magnitude_of_yarn(const Rotary& rotary) {
    if (rotary.attention_factor) {
        return *rotary.attention_factor;
    }
    const double factor = *rotary.factor;
    return rotary.mscale.value_or(0) != 0 && rotary.mscale_all_dim.value_or(0) != 0
               ? scaled_magnitude(factor, *rotary.mscale) /
                     scaled_magnitude(factor, *rotary.mscale_all_dim)
               : yarn_magnitude(factor);
}

Result<double> scale_longrope(const Rotary& rotary, std::uint64_t length,
                              std::vector<double>& frequencies) {
    const double original = *rotary.original_context;
    const auto& divisors =
        static_cast<double>(length) > original ? rotary.long_factor : rotary.short_factor;
    if (divisors.size() != frequencies.size()) {
        return refuse(fmt::format("longrope has {} factors for {} pairs", divisors.size(),
                                  frequencies.size()));
    }
    for (std::size_t i = 0; i < frequencies.size(); ++i) {
        frequencies[i] /= divisors[i];
    }
    const double factor = rotary.factor.value_or(rotary.context / original);
    return rotary.attention_factor.value_or(
        factor <= 1 ? 1.0 : std::sqrt(1 + std::log(factor) / std::log(original)));
}

/// The base grows with sequences longer than the model was made for.
double dynamic_theta(const Rotary& rotary, std::uint64_t length) {
    const double longest = std::max(static_cast<double>(length), rotary.context);
    const double dims = rotary.dims;
    return rotary.theta * std::pow(*rotary.factor * longest / rotary.context - (*rotary.factor - 1),
                                   dims / (dims - 2));
}

Status check(const Rotary& rotary) {
    if (rotary.dims == 0 || rotary.dims % 2 != 0 || !(rotary.theta > 1)) {
        return refuse(fmt::format("{} rotated dimensions with base {} are not possible",
                                  rotary.dims, rotary.theta));
    }
    const bool extends =
        rotary.type == "llama3" || rotary.type == "yarn" || rotary.type == "longrope";
    const bool has_factor = rotary.factor.value_or(0) > 0;
    if (extends && !(rotary.original_context.value_or(0) > 1)) {
        return refuse(fmt::format("rope type {} needs the original context length", rotary.type));
    }
    if (!rotary.type.empty() && rotary.type != "longrope" && !has_factor) {
        return refuse(fmt::format("rope type {} needs a factor", printable(rotary.type)));
    }
    if (rotary.type == "dynamic" && (!(rotary.context > 0) || rotary.dims == 2)) {
        return refuse("dynamic rope scaling needs a context length and more than 2 dimensions");
    }
    return {};
}

}  // namespace

double yarn_magnitude(double factor) {
    return scaled_magnitude(factor, 1);
}

Result<std::vector<float>> rotary_divisors(const Rotary& rotary) {
    BITLATHE_TRY(check(rotary));
    const std::vector<double> before = plain(rotary, rotary.theta);
    std::vector<double> after = before;
    if (rotary.type == "linear") {
        scale_linear(rotary, after);
    } else if (rotary.type == "llama3") {
        scale_llama3(rotary, after);
    } else {
        return refuse(
            fmt::format("rope type {} does more than divide frequencies", printable(rotary.type)));
    }
    std::vector<float> divisors(before.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
        divisors[i] = static_cast<float>(before[i] / after[i]);
    }
    return divisors;
}

Result<RotaryTable> rotary_table(const Rotary& rotary, std::uint64_t length) {
    BITLATHE_TRY(check(rotary));
    RotaryTable table;
    std::vector<double> frequencies =
        plain(rotary, rotary.type == "dynamic" ? dynamic_theta(rotary, length) : rotary.theta);
    if (rotary.type == "linear") {
        scale_linear(rotary, frequencies);
    } else if (rotary.type == "llama3") {
        scale_llama3(rotary, frequencies);
    } else if (rotary.type == "yarn") {
        scale_yarn(rotary, frequencies);
        table.magnitude = static_cast<float>(magnitude_of_yarn(rotary));
    } else if (rotary.type == "longrope") {
        BITLATHE_ASSIGN(const double magnitude, scale_longrope(rotary, length, frequencies));
        table.magnitude = static_cast<float>(magnitude);
    } else if (!rotary.type.empty() && rotary.type != "dynamic") {
        return refuse(fmt::format("rope type {} is not known", printable(rotary.type)));
    }
    if (!rotary.divisors.empty() && rotary.divisors.size() != frequencies.size()) {
        return refuse(fmt::format("rope_freqs has {} values for {} pairs", rotary.divisors.size(),
                                  frequencies.size()));
    }
    for (std::size_t i = 0; i < frequencies.size(); ++i) {
        const double divisor = rotary.divisors.empty() ? 1.0 : double{rotary.divisors[i]};
        table.frequencies.push_back(static_cast<float>(frequencies[i] / divisor));
    }
    if (!std::all_of(table.frequencies.begin(), table.frequencies.end(),
                     [](float f) { return std::isfinite(f); }) ||
        !std::isfinite(table.magnitude)) {
        return refuse("the rope settings give frequencies that are not finite");
    }
    return table;
}

}  // namespace bitlathe
