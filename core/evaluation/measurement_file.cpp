// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/measurement_file.h"

#include <algorithm>
#include <cmath>

#include "core/base/sealed_bytes.h"

namespace bitlathe {
namespace {

constexpr std::string_view kMagic = "BLMEAS01";
constexpr std::uint64_t kMostWindowTokens = 1U << 24;

void put_text(std::string& out, std::string_view text) {
    put_value<std::uint64_t>(out, text.size());
    out += text;
}

std::string take_text(ByteReader& in) {
    return std::string(in.text(in.read<std::uint64_t>()));
}

void put_settings(std::string& out, const MeasureSettings& settings) {
    put_text(out, settings.text.path.string());
    put_text(out, settings.text.name);
    put_text(out, settings.text.sha256);
    put_text(out, protocol_name(settings.protocol));
    put_value(out, settings.context);
    put_value(out, settings.windows);
    put_value<std::uint8_t>(out, settings.compare ? 1 : 0);
}

bool take_settings(ByteReader& in, MeasureSettings& settings) {
    settings.text.path = take_text(in);
    settings.text.name = take_text(in);
    settings.text.sha256 = take_text(in);
    const auto protocol = find_protocol(take_text(in));
    settings.context = in.read<std::uint64_t>();
    settings.windows = in.read<std::uint64_t>();
    settings.compare = in.read<std::uint8_t>() == 1;
    if (!protocol || in.failed()) {
        return false;
    }
    settings.protocol = *protocol;
    return true;
}

void put_windows(std::string& out, std::span<const ScoredWindow> windows) {
    put_value<std::uint64_t>(out, windows.size());
    for (const ScoredWindow& window : windows) {
        put_value(out, window.first_target);
        put_value<std::uint64_t>(out, window.ids.size());
        for (const std::uint32_t id : window.ids) {
            put_value(out, id);
        }
    }
}

bool take_windows(ByteReader& in, std::uint64_t vocabulary, std::vector<ScoredWindow>& windows) {
    const auto count = in.read<std::uint64_t>();
    for (std::uint64_t i = 0; i < count && !in.failed(); ++i) {
        ScoredWindow window;
        window.first_target = in.read<std::uint64_t>();
        const auto size = in.read<std::uint64_t>();
        if (size > kMostWindowTokens || size > in.remaining() / sizeof(std::uint32_t) ||
            window.first_target == 0 || window.first_target > size) {
            return false;
        }
        for (std::uint64_t k = 0; k < size; ++k) {
            window.ids.push_back(in.read<std::uint32_t>());
        }
        if (std::any_of(window.ids.begin(), window.ids.end(),
                        [vocabulary](std::uint32_t id) { return id >= vocabulary; })) {
            return false;
        }
        windows.push_back(std::move(window));
    }
    return !in.failed();
}

void put_tops(std::string& out, std::span<const TokenProbability> tops) {
    put_value<std::uint8_t>(out, static_cast<std::uint8_t>(tops.size()));
    for (const TokenProbability& top : tops) {
        put_value(out, top.id);
        put_value(out, top.p);
    }
}

std::vector<TokenProbability> take_tops(ByteReader& in, std::uint64_t vocabulary) {
    std::vector<TokenProbability> tops(in.read<std::uint8_t>());
    for (TokenProbability& top : tops) {
        top.id = in.read<std::uint32_t>();
        top.p = in.read<float>();
    }
    std::erase_if(tops, [vocabulary](const TokenProbability& top) {
        return top.id >= vocabulary || !(top.p >= 0 && top.p <= 1);
    });
    return tops;
}

/// Scores stand in the order of the windows: what they are about need not be repeated.
void put_scores(std::string& out, const Measurement& measurement) {
    for (std::size_t i = 0; i < measurement.scores.size(); ++i) {
        const TokenScore& score = measurement.scores[i];
        put_value(out, score.nll);
        if (measurement.kl) {
            put_value(out, score.kl.value_or(0));
            put_value(out, score.reference_nll.value_or(0));
            put_value<std::uint8_t>(out, score.same_top.value_or(false) ? 1 : 0);
        }
        put_tops(out, measurement.tops[i].model);
        put_tops(out, measurement.tops[i].reference);
    }
}

bool take_scores(ByteReader& in, std::uint64_t vocabulary, bool compared, Measurement& into) {
    for (std::size_t w = 0; w < into.windows.size() && !in.failed(); ++w) {
        const ScoredWindow& window = into.windows[w];
        for (std::size_t i = window.first_target; i < window.ids.size() && !in.failed(); ++i) {
            TokenScore score;
            score.window = static_cast<std::uint32_t>(w);
            score.position = static_cast<std::uint32_t>(i);
            score.id = window.ids[i];
            score.nll = in.read<double>();
            if (compared) {
                score.kl = in.read<double>();
                score.reference_nll = in.read<double>();
                score.same_top = in.read<std::uint8_t>() == 1;
            }
            if (!is_complete(score, compared)) {
                return false;
            }
            into.scores.push_back(score);
            TokenTops tops{take_tops(in, vocabulary), {}};
            tops.reference = take_tops(in, vocabulary);
            into.tops.push_back(std::move(tops));
        }
    }
    return !in.failed() && !into.scores.empty();
}

}  // namespace

std::string encode_measurement(std::string_view key, const Measurement& measurement) {
    std::string body;
    put_text(body, key);
    put_settings(body, measurement.settings);
    put_text(body, measurement.content);
    put_value<std::uint8_t>(body, measurement.kl ? 1 : 0);
    put_windows(body, measurement.windows);
    put_scores(body, measurement);
    return seal(kMagic, body);
}

std::optional<Measurement> decode_measurement(std::span<const std::byte> bytes,
                                              std::string_view key, std::uint64_t vocabulary) {
    auto body = unseal(kMagic, bytes);
    if (!body || take_text(*body) != key) {
        return std::nullopt;
    }
    ByteReader& in = *body;
    Measurement result;
    if (!take_settings(in, result.settings)) {
        return std::nullopt;
    }
    result.content = take_text(in);
    const bool compared = in.read<std::uint8_t>() == 1;
    if (!take_windows(in, vocabulary, result.windows) ||
        !take_scores(in, vocabulary, compared, result)) {
        return std::nullopt;
    }
    result.perplexity = perplexity(result.scores);
    result.kl = kl_summary(result.scores);
    return result;
}

}  // namespace bitlathe
