// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "core/base/hash.h"
#include "core/project/project.h"
#include "core/project/sealed_file.h"

namespace bitlathe {

/// Two windows of which some tokens are scored, something different in every place.
inline Measurement sample_measurement(bool compared) {
    Measurement row;
    row.settings = {{"/texts/eval.txt", "eval.txt", "ef56"}, Protocol::kLlamaCpp, 4, 2, true};
    row.content = "77aa";
    row.windows = {{{5, 6, 7, 8}, 2}, {{9, 10, 11, 12}, 1}};
    for (std::uint32_t w = 0; w < 2; ++w) {
        for (std::uint32_t i = w == 0 ? 2 : 1; i < 4; ++i) {
            TokenScore score{w, i, row.windows[w].ids[i], 1.5 + i + w};
            TokenTops tops{{{i, 0.5F}, {i + 1, 0.25F}}, {}};
            if (compared) {
                score.kl = 0.125 * i;
                score.reference_nll = 1.25 + w;
                score.same_top = i % 2 == 0;
                tops.reference = {{i + 2, 0.75F}};
            }
            row.scores.push_back(score);
            row.tops.push_back(std::move(tops));
        }
    }
    row.perplexity = perplexity(row.scores);
    row.kl = kl_summary(row.scores);
    return row;
}

/// A small profile with something different in every place.
inline Project sample_project() {
    Project project;
    project.model = {"/models/some model", "0123456789abcdef", "llama"};
    ActivationProfile profile;
    profile.text = {"text.txt", "ab12", "00ff", 20, 2, 10};
    profile.thresholds = {2, 6};
    double next = 0.5;
    const auto fill = [&](std::size_t channels, std::uint64_t tokens) {
        TapStatistics s(channels, 2);
        s.tokens = tokens;
        s.nonfinite = channels % 3;
        for (auto* list : {&s.sum, &s.sum2, &s.sum3, &s.sum4, &s.sum_abs}) {
            for (double& value : *list) {
                value = next *= -1.25;
            }
        }
        for (std::size_t c = 0; c < channels; ++c) {
            s.absmax[c] = static_cast<float>(c) + 0.5F;
            s.above[2 * c] = static_cast<std::uint32_t>(c + 1);
            s.magnitudes[c * 7 + 100] = c + 3;
        }
        s.top = {{-9.5F, static_cast<std::uint32_t>(channels - 1), 11, 1, 42}};
        return s;
    };
    const TapId ids[] = {{0, TapPoint::kAttnIn},
                         {0, TapPoint::kMlpMid},
                         {0, TapPoint::kMlpMid, {}, true},
                         {0, TapPoint::kMlpMid, 3},
                         {1, TapPoint::kResidOut}};
    std::size_t channels = 3;
    for (const TapId& id : ids) {
        profile.taps.push_back({id, {fill(channels, 2), fill(channels, 18)}});
        ++channels;
    }
    profile.blocks.resize(2);
    profile.blocks[0].whole.rest = {18, 1, 3.5, 2.25, 9, 8, -1, 100, 110};
    profile.blocks[1].post_norm.first = {2, 0, 1.5, 0.25, 1, 2, 3, 4, 5};
    profile.blocks[0].heads = {3, 17, {1.5, 2.5}, {3, 3, 2}, {8, 4, 1}, {5, 2, 1}};
    profile.blocks[1].router = {20, {12, 28}, {7.5, 12.5}};
    profile.spans.resize(span_count(2));
    profile.spans[2] = {{2, 0.75}, {18, 4.5}};
    auto gram = std::make_shared<GramMatrix>(3);
    gram->tokens = 20;
    gram->upper = KeptFloats({4, 1, 2, 5, 3, 6});
    profile.grams = {{{0, TapPoint::kAttnIn}, std::move(gram)}};
    project.profile = std::move(profile);
    project.skips =
        SkipRecord{"skip.txt", "cd34", 64, {120, 3.25, {{0, .5, .25, .125, -1}, {1, 2, 3, 4, 5}}}};
    project.experts = ExpertRecord{"experts.txt",
                                   "ef90",
                                   128,
                                   "Q4_0",
                                   {{0, 1, 12, 4.5, .25}, {0, 3, 8, 2.25, .5}, {1, 0, 1, .125, 0}}};
    const FormatId q8 = *find_format("Q8_0");
    const FormatId q4 = *find_format("Q4_K");
    project.output_errors =
        OutputErrorRecord{"text.txt",
                          "ab12",
                          "00ff",
                          false,
                          {{"blk.0.attn_q.weight", {{q4, .25}, {q8, .125}}, {{q4, .375}}},
                           {"blk.0.ffn_down.weight", {{q8, 0}}, {}}}};
    const auto share = [](Measurement row) {
        return std::make_shared<const Measurement>(std::move(row));
    };
    Measurement stored = sample_measurement(false);
    stored.settings.protocol = Protocol::kWindow;
    stored.content = "00ee";
    Measurement figures;
    figures.settings = {{"/old/eval.txt", "eval.txt", "ef57"}, Protocol::kStride, 512, 7, false};
    figures.content = "88bb";
    figures.perplexity = {11.5, .25, 2.4423, .02, 5000};
    figures.kl = KlSummary{.01, .002, .005, .03, .1, .4, .9, -1e-7, .02, .95};
    project.evaluations = {{"Q4_K_M", share(sample_measurement(true))},
                           {"", share(std::move(stored))},
                           {"old", share(std::move(figures))}};
    project.plans = {{"Q4_K_M", R"({"bitlathe_plan":1})"}, {"empty", ""}};
    project.view = {{"window", std::string(70'000, 'v')}, {"page", "outliers \u00e4"}};
    project.imatrix = Imatrix{{{"blk.0.attn_q.weight", {1, 2, 3}, {4}},
                               {"blk.0.ffn_down_exps.weight", {1, 2, 3, 4}, {5, 6}}},
                              "calib.txt",
                              7,
                              512};
    return project;
}

/// A folder that is gone after the test.
class ProjectFolder : public testing::Test {
protected:
    void SetUp() override {
        std::string pattern = (std::filesystem::temp_directory_path() / "project-XXXXXX").string();
        folder_ = ::mkdtemp(pattern.data());
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }
    [[nodiscard]] std::filesystem::path path(const char* name = "a.bitlathe") const {
        return folder_ / name;
    }
    /// What comes of a project file with a model and one group of version 1, whatever that says.
    [[nodiscard]] Result<Project> load_with(const char* kind,
                                            const std::function<void(GroupWriter&)>& write) const {
        const auto written = write_sealed(path(), 65'536, [&](GroupWriter& root) {
            root.attribute("bitlathe_project", std::uint64_t{1});
            GroupWriter model = root.group("model");
            model.attribute("version", std::uint64_t{1});
            model.attribute("path", std::string("/m"));
            model.attribute("fingerprint", std::string("ff"));
            model.attribute("architecture", std::string("llama"));
            GroupWriter group = root.group(kind);
            group.attribute("version", std::uint64_t{1});
            write(group);
            return root.status();
        });
        EXPECT_TRUE(written);
        return load_project(path());
    }
    static void expect_refused(const Result<Project>& project, const std::string& part) {
        ASSERT_FALSE(project) << part;
        EXPECT_EQ(project.error().code, ErrorCode::kRefused) << part;
        EXPECT_THAT(project.error().message, testing::HasSubstr(part));
    }
    std::filesystem::path folder_;
};

inline std::string read_all(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline void write_all(const std::filesystem::path& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary)
        .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

/// The seal as docs/project-file.md describes it, put before HDF5 data again.
inline std::string sealed_again(std::string file) {
    const std::string data = file.substr(512);
    std::string seal =
        fmt::format("bitlathe project\nxxh3 {:016x}\nbytes {}\n", fast_hash(data), data.size());
    seal.resize(512);
    return seal + data;
}

}  // namespace bitlathe
