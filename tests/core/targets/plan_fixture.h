// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <memory>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "core/targets/planner.h"
#include "tests/core/model/synthetic_model.h"

namespace bitlathe::test {

inline FormatId format(std::string_view name) {
    return find_format(name).value();
}

/// Names, shapes and nothing else: a llama of `blocks` blocks whose rows are `width` long.
inline std::shared_ptr<const Model> llama(std::uint32_t blocks, std::uint64_t width = 512,
                                          std::string_view type = "BF16") {
    using testing::SyntheticTensor;
    const std::string stored(type);
    testing::SyntheticGguf gguf;
    gguf.metadata = {{"general.architecture", std::string("llama")}, {"llama.block_count", blocks}};
    gguf.tensors = {{"token_embd.weight", {1024, width}, stored},
                    {"output_norm.weight", {width}, "F32"},
                    {"output.weight", {1024, width}, stored}};
    for (std::uint32_t b = 0; b < blocks; ++b) {
        const auto name = [b](std::string_view part) {
            return fmt::format("blk.{}.{}.weight", b, part);
        };
        gguf.tensors.push_back({name("attn_norm"), {width}, "F32"});
        gguf.tensors.push_back({name("attn_q"), {width, width}, stored});
        gguf.tensors.push_back({name("attn_v"), {width / 2, width}, stored});
        gguf.tensors.push_back({name("ffn_down"), {width, 2 * width}, stored});
    }
    return testing::model_of_gguf(gguf);
}

/// Errors that fall by 4 per bit, scaled per tensor so that tensors differ.
inline ErrorTable errors_for(const Model& model, const std::vector<FormatId>& formats) {
    ErrorTable table;
    table.profiles.resize(model.places.size());
    for (std::size_t i = 0; i < model.places.size(); ++i) {
        TensorProfile profile;
        profile.tensor = i;
        for (const FormatId id : formats) {
            if (row_fits(id, model.tensor(i).cols())) {
                const double scale = 1 + static_cast<double>(i * 7919 % 13);
                profile.errors.push_back(
                    {id, scale * std::pow(4.0, -format_info(id).bits_per_weight)});
            }
        }
        table.profiles[i] = profile;
    }
    return table;
}

inline ErrorTable errors_for(const Model& model, const PlanRequest& request) {
    return errors_for(model, formats_to_profile(model, request).value());
}

inline std::string_view name_of(FormatId id) {
    return format_info(id).name;
}

/// The planned format of a tensor, by name.
inline std::string_view planned(const Plan& plan, const std::string& tensor) {
    return name_of(plan.tensors.at(tensor).format);
}

/// A request and what comes of it, or why nothing does.
inline PlanRequest with_budget(double bits, std::string solver = "dp") {
    PlanRequest request;
    request.budget = Budget{Budget::Unit::kBitsPerWeight, bits};
    request.solver = std::move(solver);
    return request;
}

inline Plan made(const Model& model, const PlanRequest& request, const Plan* kept = nullptr) {
    const auto plan = make_plan(model, request, errors_for(model, request), {}, kept);
    EXPECT_TRUE(plan) << plan.error().to_string();
    return plan ? *plan : Plan{};
}

inline Error refused(const Model& model, const PlanRequest& request, const Plan* kept = nullptr) {
    const auto formats = formats_to_profile(model, request);
    const auto plan = make_plan(
        model, request, errors_for(model, formats ? *formats : std::vector<FormatId>()), {}, kept);
    EXPECT_FALSE(plan);
    return plan ? Error{} : plan.error();
}

}  // namespace bitlathe::test
