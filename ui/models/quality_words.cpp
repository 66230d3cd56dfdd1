// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/quality_words.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "ui/theme/text.h"

namespace bitlathe {
namespace {

struct Quality {
    Q_DECLARE_TR_FUNCTIONS(quality)
};

constexpr int kHashDigits = 8;

/// Digits after the point so that two digits of the error are seen.
int digits_for(double value, double error) {
    if (!std::isfinite(value) || !std::isfinite(error)) return 3;
    const double finest = error > 0 ? error : std::abs(value) / 1000;
    if (!(finest > 0)) return 3;
    return std::clamp(1 - static_cast<int>(std::floor(std::log10(finest))), 0, 9);
}

QString hash_text(const MeasureSettings& settings) {
    return to_qstring(settings.text.sha256).left(kHashDigits);
}

}  // namespace

QString value_text(double value, double error) {
    return number_text(value, 'f', digits_for(value, error));
}

QString with_error_text(double value, double error) {
    const int digits = digits_for(value, error);
    return Quality::tr("%1 ± %2", "a number and its standard error")
        .arg(number_text(value, 'f', digits), number_text(error, 'f', digits));
}

QString protocol_text(Protocol protocol) {
    switch (protocol) {
        case Protocol::kLlamaCpp:
            return Quality::tr("llama.cpp: second half of each window");
        case Protocol::kWindow:
            return Quality::tr("window: all of each window");
        case Protocol::kStride:
            return Quality::tr("stride: overlapping windows");
    }
    return {};
}

QString measured_on_text(const Measurement& measurement) {
    const MeasureSettings& settings = measurement.settings;
    return Quality::tr("%1 (SHA-256 %2 …) · %3 tokens scored · protocol %4 · windows of %5")
        .arg(to_qstring(settings.text.name), hash_text(settings),
             count_text(measurement.perplexity.tokens),
             to_qstring(protocol_name(settings.protocol)), count_text(settings.context));
}

QString settings_text(const MeasureSettings& settings) {
    return Quality::tr("%1 (SHA-256 %2 …) · protocol %3 · windows of %4")
        .arg(to_qstring(settings.text.name), hash_text(settings),
             to_qstring(protocol_name(settings.protocol)), count_text(settings.context));
}

QString short_measured_text(const Measurement& measurement) {
    const Perplexity& ppl = measurement.perplexity;
    const QString perplexity = value_text(ppl.value, ppl.error);
    if (!measurement.kl) return Quality::tr("perplexity %1").arg(perplexity);
    return Quality::tr("KL %1, perplexity %2")
        .arg(number_text(measurement.kl->mean, 'g', 3), perplexity);
}

QString measured_text(const Measurement& measurement) {
    const Perplexity& ppl = measurement.perplexity;
    const QString perplexity = with_error_text(ppl.value, ppl.error);
    if (!measurement.kl) return Quality::tr("perplexity %1").arg(perplexity);
    return Quality::tr("perplexity %1, KL %2 nats per token")
        .arg(perplexity, with_error_text(measurement.kl->mean, measurement.kl->error));
}

}  // namespace bitlathe
