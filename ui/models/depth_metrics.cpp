// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/depth_metrics.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

#include "ui/theme/text.h"

namespace bitlathe {
namespace {

using Pool = DepthMetric::Pool;
using Field = std::optional<double> WeightStatistics::*;

std::optional<double> statistic(const PlanModel& plan, std::size_t tensor, Field field) {
    const WeightStatistics* statistics = plan.statistics(tensor);
    return statistics != nullptr ? statistics->*field : std::nullopt;
}
std::optional<double> kurtosis(const MetricInput& input, std::size_t tensor) {
    return statistic(input.plan, tensor, &WeightStatistics::kurtosis);
}
std::optional<double> zd(const MetricInput& input, std::size_t tensor) {
    return statistic(input.plan, tensor, &WeightStatistics::zd);
}
std::optional<double> sigma(const MetricInput& input, std::size_t tensor) {
    return statistic(input.plan, tensor, &WeightStatistics::sigma);
}
std::optional<double> absmax(const MetricInput& input, std::size_t tensor) {
    return statistic(input.plan, tensor, &WeightStatistics::absmax);
}
std::optional<double> error(const MetricInput& input, std::size_t tensor) {
    return input.plan.error(tensor);
}

/// What the activations say of the block that a tensor stands in.
template <std::optional<double> BlockImportance::*field>
std::optional<double> of_block(const MetricInput& input, std::size_t tensor) {
    if (input.findings == nullptr) return std::nullopt;
    const BlockImportance* block = input.findings->block(input.plan.catalog().tensor(tensor).block);
    return block == nullptr ? std::nullopt : block->*field;
}

const TapSummary* input_of(const MetricInput& input, std::size_t tensor) {
    if (input.findings == nullptr) return nullptr;
    return input.findings->input_of(input.plan.catalog().model().places[tensor]);
}
std::optional<double> input_kurtosis(const MetricInput& input, std::size_t tensor) {
    const TapSummary* tap = input_of(input, tensor);
    return tap == nullptr ? std::nullopt : tap->kurtosis;
}
std::optional<double> input_ratio(const MetricInput& input, std::size_t tensor) {
    const TapSummary* tap = input_of(input, tensor);
    return tap == nullptr ? std::nullopt : tap->channel_ratio;
}
std::optional<double> input_energy(const MetricInput& input, std::size_t tensor) {
    const TapSummary* tap = input_of(input, tensor);
    if (tap == nullptr || !tap->rms) return std::nullopt;
    const auto channels = input.plan.catalog().model().tensor(tensor).cols();
    return 2 * static_cast<double>(channels) * *tap->rms * *tap->rms;
}

/// Of all formats, so that a plan that changes moves no colours but its own.
template <OutputErrorIndex::Errors errors>
std::optional<ValueRange> output_range(const MetricInput& input) {
    const bool known = input.findings != nullptr && input.findings->output_errors != nullptr;
    return known ? input.findings->output_errors->range(errors) : std::nullopt;
}
template <OutputErrorIndex::Errors errors>
std::optional<double> output_error(const MetricInput& input, std::size_t tensor) {
    if (input.findings == nullptr || input.findings->output_errors == nullptr) return std::nullopt;
    return input.findings->output_errors->error(errors, tensor, input.plan.format(tensor));
}
template <OutputErrorIndex::Errors errors>
bool has_output_errors(const ActivationFindings& findings) {
    return findings.output_errors != nullptr && findings.output_errors->range(errors).has_value();
}
QString output_text(double value) {
    return nmse_text(value);
}
bool has_skips(const ActivationFindings& findings) {
    return findings.skips != nullptr;
}

QString share_text(double value) {
    return percent_text(value * 100, 'f', 1);
}

QString signed_text(double value) {
    return number_text(value, 'f', 4);
}

using Important = DepthMetric::Important;
using Foot = DepthMetric::Foot;

constexpr std::array<DepthMetric, 20> kMetrics = {{
    {"error", QT_TRANSLATE_NOOP("metrics", "Error"),
     QT_TRANSLATE_NOOP(
         "metrics",
         "weights × NMSE = N · Σ(w′ − w)² / Σw² at the planned format; an estimate of "
         "weight error, no unit"),
     Pool::kSum, true, error, quantity_text},
    {"kurtosis", QT_TRANSLATE_NOOP("metrics", "Kurtosis"),
     QT_TRANSLATE_NOOP("metrics", "m₄ / m₂², no unit; a Gaussian has 3, outliers raise it"),
     Pool::kLargest, false, kurtosis, quantity_text},
    {"zd", QT_TRANSLATE_NOOP("metrics", "ZD"),
     QT_TRANSLATE_NOOP("metrics", "share of weights with (w − mean) / σ > 1"), Pool::kMean, false,
     zd, share_text, false, Important::kSmaller},
    {"sigma", QT_TRANSLATE_NOOP("metrics", "Sigma"),
     QT_TRANSLATE_NOOP("metrics", "standard deviation of the weights, in units of the weights"),
     Pool::kRootMeanSquare, false, sigma, quantity_text},
    {"absmax", QT_TRANSLATE_NOOP("metrics", "Absmax"),
     QT_TRANSLATE_NOOP("metrics", "largest magnitude of a weight, in units of the weights"),
     Pool::kLargest, false, absmax, quantity_text},
    {"lim", QT_TRANSLATE_NOOP("metrics", "LIM"),
     QT_TRANSLATE_NOOP(
         "metrics",
         "− mean over tokens of cos(x, y), x and y the residual stream before and after the block; "
         "−1 … 1, larger counts as more important (Layer-Wise Quantization, Dumitru et al. 2024)"),
     Pool::kBlock, false, of_block<&BlockImportance::lim>, signed_text, true, Important::kLarger,
     Foot::kMinusOne},
    {"lim_postnorm", QT_TRANSLATE_NOOP("metrics", "LIM normed"),
     QT_TRANSLATE_NOOP("metrics",
                       "LIM between the normed inputs of this block's attention and the next "
                       "one's, as llama.cpp's relatives compute it; larger counts as more "
                       "important"),
     Pool::kBlock, false, of_block<&BlockImportance::lim_postnorm>, signed_text, true,
     Important::kLarger, Foot::kMinusOne, false},
    {"block_influence", QT_TRANSLATE_NOOP("metrics", "Influence"),
     QT_TRANSLATE_NOOP("metrics",
                       "Block Influence, 1 + LIM: 0 is a block that changes no direction; larger "
                       "counts as more important (ShortGPT, Men et al. 2024)"),
     Pool::kBlock, false, of_block<&BlockImportance::block_influence>, quantity_text, true,
     Important::kLarger, Foot::kZero, false},
    {"angular", QT_TRANSLATE_NOOP("metrics", "Angle"),
     QT_TRANSLATE_NOOP("metrics",
                       "mean over tokens of arccos(cos(x, y)) / π, no unit; larger counts as more "
                       "important (The Unreasonable Ineffectiveness of the Deeper Layers, Gromov "
                       "et al. 2024)"),
     Pool::kBlock, false, of_block<&BlockImportance::angular>, quantity_text, true,
     Important::kLarger, Foot::kZero, false},
    {"lim_attention", QT_TRANSLATE_NOOP("metrics", "LIM attn"),
     QT_TRANSLATE_NOOP("metrics",
                       "LIM of the attention half: the residual stream before and after it is "
                       "added; larger counts as more important"),
     Pool::kBlock, false, of_block<&BlockImportance::lim_attention>, signed_text, true,
     Important::kLarger, Foot::kMinusOne},
    {"lim_mlp", QT_TRANSLATE_NOOP("metrics", "LIM MLP"),
     QT_TRANSLATE_NOOP("metrics",
                       "LIM of the feed-forward half: the residual stream before and after it is "
                       "added; larger counts as more important"),
     Pool::kBlock, false, of_block<&BlockImportance::lim_mlp>, signed_text, true,
     Important::kLarger, Foot::kMinusOne},
    {"relative_norm", QT_TRANSLATE_NOOP("metrics", "Change"),
     QT_TRANSLATE_NOOP("metrics",
                       "relative contribution: mean over tokens of |y − x| / |x|, no unit; larger "
                       "counts as more important"),
     Pool::kBlock, false, of_block<&BlockImportance::relative_norm>, quantity_text, true,
     Important::kLarger, Foot::kZero},
    {"added_cosine", QT_TRANSLATE_NOOP("metrics", "Adds"),
     QT_TRANSLATE_NOOP("metrics",
                       "mean over tokens of cos(y − x, x): above 0 the block adds to what is "
                       "there, below 0 it erases"),
     Pool::kBlock, false, of_block<&BlockImportance::added_cosine>, signed_text, true,
     Important::kUndecided, Foot::kMinusOne, false},
    {"skip_kl", QT_TRANSLATE_NOOP("metrics", "Left out"),
     QT_TRANSLATE_NOOP("metrics",
                       "measured: mean over tokens of the divergence KL(model || model without the "
                       "block), nats; larger is more important"),
     Pool::kBlock, false, of_block<&BlockImportance::skip_kl>, quantity_text, true,
     Important::kLarger, Foot::kZero, true, has_skips},
    {"output_error", QT_TRANSLATE_NOOP("metrics", "Output error"),
     QT_TRANSLATE_NOOP("metrics",
                       "Σ (w′ − w)²ᵣⱼ E[xⱼ²] / Σ w²ᵣⱼ E[xⱼ²] at the planned format, no unit: what "
                       "storing a linear does to what it puts out, as if its inputs did not "
                       "correlate (the weighting of llama.cpp's imatrix); measured on request"),
     Pool::kLargest, true, output_error<&OutputErrorRow::diagonal>, output_text, true,
     Important::kUndecided, Foot::kZero, true, has_output_errors<&OutputErrorRow::diagonal>,
     output_range<&OutputErrorRow::diagonal>},
    {"output_error_full", QT_TRANSLATE_NOOP("metrics", "Output, full"),
     QT_TRANSLATE_NOOP("metrics",
                       "tr(D G Dᵀ) / tr(W G Wᵀ) at the planned format, no unit, D = W′ − W and G = "
                       "XᵀX / T: the output error with all correlations of the inputs, where the "
                       "profile has their Gram matrix (GPTQ, Frantar et al. 2022)"),
     Pool::kLargest, true, output_error<&OutputErrorRow::full>, output_text, true,
     Important::kUndecided, Foot::kZero, false, has_output_errors<&OutputErrorRow::full>,
     output_range<&OutputErrorRow::full>},
    {"sink_share", QT_TRANSLATE_NOOP("metrics", "Sink"),
     QT_TRANSLATE_NOOP("metrics",
                       "attention sink: mean over heads of the attention that later tokens spend "
                       "on the first of their window (Xiao et al. 2023)"),
     Pool::kBlock, false, of_block<&BlockImportance::sink_share>, share_text, true,
     Important::kUndecided, Foot::kZero, false},
    {"input_kurtosis", QT_TRANSLATE_NOOP("metrics", "Kurtosis in"),
     QT_TRANSLATE_NOOP("metrics",
                       "kurtosis m₄ / m₂² of all values that go into a linear, no unit; a Gaussian "
                       "has 3"),
     Pool::kLargest, false, input_kurtosis, quantity_text, true, Important::kUndecided, Foot::kZero,
     false},
    {"input_ratio", QT_TRANSLATE_NOOP("metrics", "Channels"),
     QT_TRANSLATE_NOOP("metrics",
                       "largest over median of the channels' largest |x| at the input of a linear, "
                       "no unit; above 20 the channels need care"),
     Pool::kLargest, false, input_ratio, quantity_text, true, Important::kUndecided, Foot::kZero,
     false},
    {"input_energy", QT_TRANSLATE_NOOP("metrics", "Energy in"),
     QT_TRANSLATE_NOOP("metrics",
                       "2 Σ E[xⱼ²] over the input channels, the trace of the Hessian of a linear's "
                       "squared error: how much goes in, not how much it hurts"),
     Pool::kLargest, false, input_energy, quantity_text, true, Important::kUndecided, Foot::kZero,
     false},
}};

}  // namespace

QString DepthMetric::title_text() const {
    return QCoreApplication::translate("metrics", title);
}

QString DepthMetric::explanation_text() const {
    return QCoreApplication::translate("metrics", explanation);
}

QString DepthMetric::pool_text() const {
    switch (pool) {
        case Pool::kLargest:
            return QCoreApplication::translate("metrics", "largest of its tensors");
        case Pool::kSum:
            return QCoreApplication::translate("metrics", "sum over its tensors");
        case Pool::kMean:
            return QCoreApplication::translate("metrics", "mean over its weights");
        case Pool::kBlock:
            return QCoreApplication::translate("metrics", "of the whole block");
        default:
            return QCoreApplication::translate("metrics", "root mean square over its weights");
    }
}

std::span<const DepthMetric> depth_metrics() {
    return kMetrics;
}

std::optional<std::size_t> find_metric(const QString& id) {
    const auto found = std::find_if(kMetrics.begin(), kMetrics.end(), [&id](const auto& metric) {
        return id == QLatin1String(metric.id);
    });
    if (found == kMetrics.end()) return std::nullopt;
    return static_cast<std::size_t>(found - kMetrics.begin());
}

}  // namespace bitlathe
