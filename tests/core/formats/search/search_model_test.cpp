// SPDX-License-Identifier: GPL-3.0-or-later
// Tensor by tensor against files that llama-quantize wrote of the same float32 model.
#include <map>
#include <memory>
#include <string>

#include <gtest/gtest.h>

#include "core/checkpoint/checkpoint.h"
#include "tests/core/formats/search/search_test_support.h"

namespace bitlathe::test {
namespace {

const std::string kData = BITLATHE_SHARED_DATA;

std::shared_ptr<const Checkpoint> open_or_null(const std::string& path) {
    auto opened = Checkpoint::open(kData + path);
    return opened ? *opened : nullptr;
}

std::vector<float> all_values(const Checkpoint& checkpoint, std::size_t tensor) {
    const TensorView view = checkpoint.view(tensor);
    std::vector<float> values(view.rows() * view.cols());
    view.decode_rows(0, view.rows(), values.data());
    return values;
}

struct Errors {
    double plain = 0;
    double weighted = 0;
};

Errors errors_of(const std::string& type, std::span<const float> row,
                 std::span<const float> decoded, std::span<const float> importance) {
    return {squared_error(row, decoded),
            squared_error(row, decoded, reference_weights(type, row, importance))};
}

// Mean squared input per column, from llama-imatrix's sums; empty where there are none.
std::vector<float> importance_of(const Checkpoint& imatrix, const std::string& tensor) {
    const auto sums = imatrix.find(tensor + ".in_sum2");
    const auto counts = imatrix.find(tensor + ".counts");
    if (!sums || !counts) return {};
    auto values = all_values(imatrix, *sums);
    const float count = all_values(imatrix, *counts).at(0);
    for (float& value : values)
        value /= count;
    return values;
}

// Compares every tensor of a searched type; returns how many there were of each type.
std::map<std::string, int> compare(const Checkpoint& source, const Checkpoint& theirs,
                                   const Checkpoint* imatrix) {
    std::map<std::string, int> compared;
    for (std::size_t t = 0; t < theirs.tensors().size(); ++t) {
        const TensorInfo& info = theirs.tensors()[t];
        const std::string type(format_info(info.format).name);
        const auto& encoders = searched_encoders();
        const auto encoder = std::find_if(encoders.begin(), encoders.end(),
                                          [&](const auto& e) { return e.type == type; });
        if (encoder == encoders.end()) continue;
        const auto importance =
            imatrix == nullptr ? std::vector<float>() : importance_of(*imatrix, info.name);
        if (encoder->needs_importance && importance.empty()) continue;
        const auto values = all_values(source, source.find(info.name).value());
        const auto their_values = all_values(theirs, t);
        Errors ours;
        Errors reference;
        for (std::size_t at = 0; at < values.size(); at += info.cols()) {
            const auto row = std::span(values).subspan(at, info.cols());
            const auto decoded = decode(type, encode(*encoder, row, importance), info.cols());
            const Errors a = errors_of(type, row, decoded, importance);
            const Errors b =
                errors_of(type, row, std::span(their_values).subspan(at, info.cols()), importance);
            ours.plain += a.plain;
            ours.weighted += a.weighted;
            reference.plain += b.plain;
            reference.weighted += b.weighted;
        }
        EXPECT_LT(ours.weighted, reference.weighted) << type << " " << info.name;
        if (importance.empty()) {
            EXPECT_LT(ours.plain, reference.plain) << type << " " << info.name;
        }
        ++compared[type];
    }
    return compared;
}

TEST(SearchModel, ErrorsOfEveryTensorAreBelowThoseOfLlamaQuantize) {
    const auto source = open_or_null("/models/shakespeare-1m-f32.gguf");
    if (!source) GTEST_SKIP() << "NOT CHECKED: no sample model in " << kData;
    std::map<std::string, int> compared;
    for (const char* mix : {"IQ4_NL", "IQ4_XS", "Q2_K", "Q3_K_M", "Q4_K_M", "Q5_K_M", "Q6_K"}) {
        const auto theirs =
            open_or_null("/llama-quantize-output/shakespeare-1m-" + std::string(mix) + ".gguf");
        ASSERT_NE(theirs, nullptr) << mix;
        for (const auto& [type, count] : compare(*source, *theirs, nullptr)) {
            compared[type] += count;
        }
    }
    for (const char* type : {"Q2_K", "Q3_K", "Q4_K", "Q5_K", "Q6_K", "IQ4_NL", "IQ4_XS"}) {
        EXPECT_GT(compared[type], 0) << type;
    }
}

TEST(SearchModel, WithImportanceToo) {
    const auto source = open_or_null("/models/shakespeare-1m-f32.gguf");
    const auto imatrix = open_or_null("/models/shakespeare-1m.imatrix.gguf");
    const auto theirs = open_or_null("/llama-quantize-output/shakespeare-1m-imatrix-Q2_K.gguf");
    if (!source || !imatrix || !theirs) {
        GTEST_SKIP() << "NOT CHECKED: no importance matrix in " << kData;
    }
    EXPECT_GT(compare(*source, *theirs, imatrix.get())["Q2_K"], 0);
}

}  // namespace
}  // namespace bitlathe::test
