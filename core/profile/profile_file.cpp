// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/profile_file.h"

#include <cmath>
#include <limits>

#include "core/base/sealed_bytes.h"

namespace bitlathe {
namespace {

constexpr std::string_view kMagic = "BLPROF02";

void put_count(std::string& out, std::uint64_t value) {
    for (; value >= 0x80; value >>= 7)
        out.push_back(static_cast<char>(value | 0x80));
    out.push_back(static_cast<char>(value));
}

void put_text(std::string& out, std::string_view text) {
    put_count(out, text.size());
    out += text;
}

/// A NaN stands for what is unknown: no known figure is one.
void put_figure(std::string& out, const std::optional<double>& value) {
    put_value(out, value.value_or(std::numeric_limits<double>::quiet_NaN()));
}

std::uint64_t take_count(ByteReader& in) {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
        const auto byte = in.read<std::uint8_t>();
        value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
        if (byte < 0x80) break;
    }
    return value;
}

std::string_view take_text(ByteReader& in) {
    return in.text(take_count(in));
}

std::optional<double> take_figure(ByteReader& in) {
    const auto value = in.read<double>();
    return std::isnan(value) ? std::nullopt : std::optional(value);
}

/// The figures of the statistics that may be unknown, in the order of the file.
template <class Statistics, class Visit>
void each_figure(Statistics& s, const Visit& visit) {
    for (auto* figure : {&s.min, &s.max, &s.absmax, &s.mean, &s.sigma, &s.kurtosis, &s.skewness,
                         &s.zd, &s.exponent_entropy})
        visit(*figure);
}

void put_statistics(std::string& out, const WeightStatistics& s) {
    put_count(out, s.count);
    put_count(out, s.zeros);
    put_count(out, s.nonfinite);
    each_figure(s, [&](const std::optional<double>& figure) { put_figure(out, figure); });
    for (const std::uint64_t count : s.histogram)
        put_count(out, count);
    put_value(out, s.sum_of_squares);
}

WeightStatistics take_statistics(ByteReader& in) {
    WeightStatistics s;
    s.count = take_count(in);
    s.zeros = take_count(in);
    s.nonfinite = take_count(in);
    each_figure(s, [&](std::optional<double>& figure) { figure = take_figure(in); });
    for (std::uint64_t& count : s.histogram)
        count = take_count(in);
    s.sum_of_squares = in.read<double>();
    return s;
}

enum class ErrorKind : std::uint8_t { kDoesNotFit, kUnknown, kMeasured };

void put_errors(std::string& out, const std::map<FormatId, KnownError>& errors) {
    put_count(out, errors.size());
    for (const auto& [format, error] : errors) {
        put_text(out, format_info(format).name);
        put_value(out, !error.fits  ? ErrorKind::kDoesNotFit
                       : error.nmse ? ErrorKind::kMeasured
                                    : ErrorKind::kUnknown);
        if (error.fits && error.nmse) put_value(out, *error.nmse);
    }
}

void take_errors(ByteReader& in, std::map<FormatId, KnownError>& errors) {
    const std::uint64_t count = take_count(in);
    for (std::uint64_t i = 0; i < count && !in.failed(); ++i) {
        const auto format = find_format(take_text(in));
        const auto kind = static_cast<ErrorKind>(in.read<std::uint8_t>());
        KnownError error{kind != ErrorKind::kDoesNotFit, {}};
        if (kind == ErrorKind::kMeasured) error.nmse = take_figure(in);
        if (format && !in.failed()) errors[*format] = error;
    }
}

}  // namespace

std::string encode_profiles(std::string_view key, const KnownProfiles& profiles) {
    std::string body;
    put_text(body, key);
    put_count(body, profiles.size());
    for (const auto& [tensor, profile] : profiles) {
        put_count(body, tensor);
        put_statistics(body, profile.statistics);
        put_errors(body, profile.errors);
    }
    return seal(kMagic, body);
}

std::optional<KnownProfiles> decode_profiles(std::span<const std::byte> bytes, std::string_view key,
                                             std::size_t tensors) {
    auto body = unseal(kMagic, bytes);
    if (!body) return {};
    ByteReader& in = *body;
    if (take_text(in) != key) return {};
    KnownProfiles profiles;
    const std::uint64_t count = take_count(in);
    for (std::uint64_t i = 0; i < count; ++i) {
        const std::uint64_t tensor = take_count(in);
        KnownProfile profile;
        profile.statistics = take_statistics(in);
        take_errors(in, profile.errors);
        if (in.failed() || tensor >= tensors) return {};
        profiles.emplace(tensor, std::move(profile));
    }
    return profiles;
}

}  // namespace bitlathe
