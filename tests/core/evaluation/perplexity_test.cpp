// SPDX-License-Identifier: GPL-3.0-or-later
// Perplexities that llama-perplexity gave for the same models and texts
// (SOURCES.md of the reference data).
#include "../targets/export_fixture.h"
#include <gtest/gtest.h>

#include "core/evaluation/measurement.h"

namespace bitlathe {
namespace {

struct Known {
    const char* model;  ///< below models/ or llama-quantize-output/
    const char* text;
    double perplexity;
    std::uint64_t windows = 0;  ///< 0: all of the text
};

void PrintTo(const Known& known, std::ostream* out) {
    *out << known.model;
}

MeasureSettings settings_for(const std::string& text, std::uint64_t windows) {
    MeasureSettings settings;
    settings.text = look_at_text(shared_data("text/" + text), {}).value();
    settings.protocol = Protocol::kLlamaCpp;
    settings.context = 256;
    settings.windows = windows;
    settings.compare = false;
    return settings;
}

RunnableModel runnable_of(const std::filesystem::path& path) {
    return find_runnable(must_open(path)).value();
}

class KnownPerplexity : public ::testing::TestWithParam<Known> {};

TEST_P(KnownPerplexity, IsThatOfLlamaPerplexity) {
    const Known& known = GetParam();
    const auto path = shared_data(known.model);
    BITLATHE_NEED(path);
    const auto measured =
        measure(runnable_of(path), nullptr, settings_for(known.text, known.windows), {});
    ASSERT_TRUE(measured) << measured.error().to_string();
    EXPECT_NEAR(measured->perplexity.value / known.perplexity, 1, 1e-3);
    std::printf("%s: %.4f (%.4f)\n", known.model, measured->perplexity.value, known.perplexity);
}

constexpr const char* kShakespeare = "tinyshakespeare_val.txt";
constexpr Known kKnown[] = {
    {"models/stories260K.gguf", "tiny_eval.txt", 5.9594},
    {"models/shakespeare-1m-f32.gguf", kShakespeare, 10.9269},
    {"models/shakespeare-1m-hf", kShakespeare, 10.9258},
    {"llama-quantize-output/shakespeare-1m-Q8_0.gguf", kShakespeare, 10.9283},
    {"llama-quantize-output/shakespeare-1m-Q6_K.gguf", kShakespeare, 10.9300},
    {"llama-quantize-output/shakespeare-1m-Q5_K_M.gguf", kShakespeare, 10.9152},
    {"llama-quantize-output/shakespeare-1m-Q4_K_M.gguf", kShakespeare, 10.9598},
    {"llama-quantize-output/shakespeare-1m-Q4_0.gguf", kShakespeare, 11.0135},
    {"llama-quantize-output/shakespeare-1m-IQ4_XS.gguf", kShakespeare, 10.9435},
    {"llama-quantize-output/shakespeare-1m-IQ4_NL.gguf", kShakespeare, 10.9483},
    {"llama-quantize-output/shakespeare-1m-Q3_K_M.gguf", kShakespeare, 11.0504},
    {"llama-quantize-output/shakespeare-1m-Q2_K.gguf", kShakespeare, 11.4617},
    {"llama-quantize-output/shakespeare-1m-imatrix-Q2_K.gguf", kShakespeare, 11.3318},
    {"models/storybook-7m-bf16.gguf", "storybook_val.txt", 56.0125, 160},
};
INSTANTIATE_TEST_SUITE_P(All, KnownPerplexity, ::testing::ValuesIn(kKnown));

}  // namespace
}  // namespace bitlathe
