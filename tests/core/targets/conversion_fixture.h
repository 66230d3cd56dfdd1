// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <stdexcept>
#include <vector>

#include "core/base/json.h"
#include "core/forward/transformer.h"
#include "core/targets/gguf/gguf_conversion.h"
#include "tests/core/forward/run_model.h"
#include "tests/core/targets/export_fixture.h"

namespace bitlathe {

/// Log-probabilities of all tokens after every one of some ids.
inline std::vector<float> log_probabilities(const std::shared_ptr<const Model>& model,
                                            const std::vector<std::uint32_t>& ids) {
    const auto transformer = Transformer::create(model);
    if (!transformer) {
        throw std::runtime_error(transformer.error().to_string());
    }
    const auto logits = all_logits(*transformer, cut_windows(ids, ids.size(), true));
    if (!logits) {
        throw std::runtime_error(logits.error().to_string());
    }
    std::vector<float> result;
    for (std::size_t t = 0; t < ids.size(); ++t) {
        const float* row = logits->row(t);
        double sum = 0;
        for (std::size_t v = 0; v < logits->rows().cols; ++v) {
            sum += std::exp(double{row[v]} - row[0]);
        }
        for (std::size_t v = 0; v < logits->rows().cols; ++v) {
            result.push_back(static_cast<float>(row[v] - row[0] - std::log(sum)));
        }
    }
    return result;
}

inline double largest_difference(const std::vector<float>& a, const std::vector<float>& b) {
    double largest = a.size() == b.size() ? 0 : INFINITY;
    for (std::size_t i = 0; i < a.size() && i < b.size(); ++i) {
        largest = std::max(largest, std::fabs(double{a[i]} - b[i]));
    }
    return largest;
}

inline std::shared_ptr<const Model> must_adapt(const std::shared_ptr<const Model>& model) {
    auto adapted = convert_to_gguf(model);
    if (!adapted) {
        throw std::runtime_error(adapted.error().to_string());
    }
    return adapted->model;
}

/// To compare objects whatever the order of their keys.
inline nlohmann::json in_any_order(const Json& json) {
    return nlohmann::json::parse(json.dump());
}

/// The GGUF made of a folder, its matrices in `format`, as a file.
inline std::shared_ptr<const Model> as_gguf(const std::shared_ptr<const Model>& source,
                                            const std::string& format,
                                            const std::filesystem::path& file) {
    const auto adapted = must_adapt(source);
    const Target& target = *find_target("gguf");
    EXPECT_TRUE(must_export(*adapted, uniform_plan(target, *adapted, format), {.destination = file})
                    .verified);
    return must_open(file);
}

}  // namespace bitlathe
