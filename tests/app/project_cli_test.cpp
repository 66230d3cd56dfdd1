// SPDX-License-Identifier: GPL-3.0-or-later
// profile, importance, outliers and imatrix as scripts see them.
#include <algorithm>
#include <chrono>
#include <thread>

#include <gmock/gmock.h>

#include "core/base/json.h"
#include "tests/app/cli_fixture.h"

namespace bitlathe {
namespace {

const std::string kText = BITLATHE_SOURCE_DIR "/resources/sample/storybook_val.txt";

class ProjectCliTest : public CliTest {
protected:
    /// A small profile of the sample model.
    [[nodiscard]] std::string profiled(std::vector<std::string> more = {}) const {
        std::vector<std::string> arguments = {
            "profile", kSample, "--text",           kText,   "--tokens", "768", "--ctx",
            "128",     "-o",    path("p.bitlathe"), "--json"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        const Outcome outcome = run(arguments);
        EXPECT_EQ(outcome.code, 0) << outcome.err;
        if (outcome.code == 0) {
            const Json document = outcome.json();
            expect_keys(document, {"project", "tokens", "taps", "seconds"});
            EXPECT_EQ(document["tokens"], 768);
            EXPECT_EQ(document["taps"], 8 * 7);
        }
        return path("p.bitlathe");
    }
    [[nodiscard]] std::vector<std::string> left() const {
        std::vector<std::string> names;
        for (const auto& entry : fs::directory_iterator(folder_)) {
            const std::string name = entry.path().filename();
            if (name != "out" && name != "err") {
                names.push_back(name);
            }
        }
        return names;
    }
};

TEST_F(ProjectCliTest, ProfileThenEverythingElse) {
    const std::string project = profiled();
    const Outcome importance = run({"importance", project, "--formats", "Q4_K,Q8_0", "--json"});
    ASSERT_EQ(importance.code, 0) << importance.err;
    const Json ranked = importance.json();
    expect_keys(ranked, {"blocks", "tensors", "rank_correlation"});
    ASSERT_EQ(ranked["blocks"].size(), 8U);
    for (const Json& block : ranked["blocks"]) {
        for (const char* key : {"lim", "lim_postnorm", "block_influence", "angular",
                                "lim_attention", "lim_mlp", "relative_norm", "zd", "kurtosis"}) {
            EXPECT_TRUE(block[key].is_number()) << key;
        }
        EXPECT_DOUBLE_EQ(block["block_influence"].get<double>(), 1 + block["lim"].get<double>());
        EXPECT_GT(block["zd"].get<double>(), 0);
        EXPECT_LT(block["zd"].get<double>(), 0.3);
    }
    ASSERT_EQ(ranked["tensors"].size(), 8U * 7U);
    for (const Json& tensor : ranked["tensors"]) {
        expect_keys(tensor, {"name", "zd", "kurtosis", "hessian_trace", "output_error"});
        EXPECT_GT(tensor["hessian_trace"].get<double>(), 0);
        const double q4 = tensor["output_error"]["Q4_K"];
        const double q8 = tensor["output_error"]["Q8_0"];
        EXPECT_GT(q4, q8);
        EXPECT_GT(q8, 0);
        EXPECT_LT(q4, 0.02);
    }
    EXPECT_DOUBLE_EQ(ranked["rank_correlation"]["lim/block_influence"].get<double>(), 1);
    EXPECT_TRUE(ranked["rank_correlation"]["lim/zd"].is_number());

    const Outcome outliers = run({"outliers", project, "--top", "5", "--json"});
    ASSERT_EQ(outliers.code, 0) << outliers.err;
    const Json found = outliers.json();
    expect_keys(found, {"features", "massive", "taps"});
    EXPECT_EQ(found["taps"].size(), 8U * 7U);
    EXPECT_EQ(found["largest"].size(), 5U);
    for (const Json& tap : found["taps"]) {
        expect_keys(
            tap, {"tap", "block", "kurtosis", "absmax", "p99", "channel_ratio", "energy_top1pct"});
        EXPECT_GE(tap["absmax"].get<double>(), tap["p99"].get<double>());
    }
    for (const Json& value : found["largest"]) {
        expect_keys(value, {"block", "token", "channel", "value", "ratio_to_median"});
        EXPECT_TRUE(value["text"].is_string());
    }

    const Outcome imatrix = run({"imatrix", project, "-o", path("own.gguf"), "--json"});
    ASSERT_EQ(imatrix.code, 0) << imatrix.err;
    EXPECT_EQ(imatrix.json()["entries"], 8 * 7);
}

TEST_F(ProjectCliTest, AProfileGuidesTheEncodersLikeItsImatrixFile) {
    const std::string project = profiled();
    ASSERT_EQ(run({"imatrix", project, "-o", path("own.gguf")}).code, 0);
    ASSERT_EQ(
        run({"profile", kSample, "--imatrix", path("own.gguf"), "-o", path("q.bitlathe")}).code, 0);
    ASSERT_EQ(run({"plan", kSample, "--format", "Q2_K", "-o", path("x.plan.json")}).code, 0);
    const auto exported = [&](const std::string& name, const std::string& values) {
        std::vector<std::string> arguments = {"export",   kSample, "--plan", path("x.plan.json"),
                                              "--target", "gguf",  "-o",     path(name)};
        if (!values.empty()) {
            arguments.insert(arguments.end(), {"--imatrix", values});
        }
        const Outcome outcome = run(arguments);
        EXPECT_EQ(outcome.code, 0) << outcome.err;
        return path(name);
    };
    const auto differing = [&](const std::string& a, const std::string& b) {
        std::size_t count = 0;
        const Json compared = run({"diff", a, b, "--json"}).json();
        for (const Json& row : compared["tensors"]) {
            count += row["max_abs"] != 0 ? 1 : 0;
        }
        return count;
    };
    const std::string by_file = exported("a.gguf", path("own.gguf"));
    EXPECT_EQ(differing(by_file, exported("b.gguf", project)), 0U);
    EXPECT_EQ(differing(by_file, exported("c.gguf", path("q.bitlathe"))), 0U);
    EXPECT_GT(differing(by_file, exported("d.gguf", "")), 20U);
}

TEST_F(ProjectCliTest, BlocksAreKeptByLim) {
    const std::string project = profiled();
    const Json ranked = run({"importance", project, "--json"}).json();
    std::vector<std::pair<double, int>> by_lim;
    for (const Json& block : ranked["blocks"]) {
        by_lim.emplace_back(-block["lim"].get<double>(), block["block"].get<int>());
    }
    std::sort(by_lim.begin(), by_lim.end());
    const std::vector<std::string> common = {"plan",
                                             kSample,
                                             "--low",
                                             "Q3_K",
                                             "--high",
                                             "Q6_K",
                                             "--share-low",
                                             "0.5",
                                             "--json",
                                             "-o",
                                             path("lim.plan.json")};
    const auto with = [&](std::vector<std::string> more) {
        more.insert(more.begin(), common.begin(), common.end());
        return run(more);
    };
    const Outcome outcome = with({"--solver", "lim", "--sensitivity", project});
    ASSERT_EQ(outcome.code, 0) << outcome.err;
    std::set<int> kept, expected;
    const Json plan = outcome.json();
    for (const Json& tensor : plan["tensors"]) {
        const std::string name = tensor["name"];
        if (name.ends_with("ffn_up.weight") && tensor["format"] == "Q6_K") {
            kept.insert(std::stoi(name.substr(4)));
        }
    }
    for (std::size_t i = 0; i < 4; ++i) {
        expected.insert(by_lim[i].second);
    }
    EXPECT_EQ(kept, expected);
    EXPECT_EQ(with({"--solver", "lim"}).code, 2);
    EXPECT_EQ(with({"--solver", "lim", "--sensitivity", kSample}).code, 3);
}

TEST_F(ProjectCliTest, TheSameForAnyNumberOfThreads) {
    const std::string one = slurp(profiled({"--threads", "1"}));
    EXPECT_TRUE(one == slurp(profiled({"--threads", "4"})));
}

TEST_F(ProjectCliTest, IdsAreTakenAsTheyAre) {
    std::ofstream(path("ids.json")) << "[1, 5, 9, 200, 17, 33, 4, 8, 15, 16]";
    const Outcome outcome = run({"profile", kSample, "--ids", path("ids.json"), "--ctx", "4", "-o",
                                 path("p.bitlathe"), "--json"});
    ASSERT_EQ(outcome.code, 0) << outcome.err;
    EXPECT_EQ(outcome.json()["tokens"], 10);
}

TEST_F(ProjectCliTest, ACheckpointAloneHasWhatWeightsSay) {
    const Outcome outcome = run({"importance", kSample, "--json"});
    ASSERT_EQ(outcome.code, 0) << outcome.err;
    const Json ranked = outcome.json();
    ASSERT_EQ(ranked["blocks"].size(), 8U);
    EXPECT_TRUE(ranked["blocks"][0]["lim"].is_null());
    EXPECT_TRUE(ranked["blocks"][0]["zd"].is_number());
    EXPECT_TRUE(ranked["tensors"][0]["hessian_trace"].is_null());
    EXPECT_TRUE(ranked["rank_correlation"]["lim/zd"].is_null());
    EXPECT_TRUE(ranked["rank_correlation"]["zd/kurtosis"].is_number());
}

TEST_F(ProjectCliTest, TheTableOfBlocksAsCsv) {
    ASSERT_EQ(run({"importance", kSample, "--csv", path("blocks.csv")}).code, 0);
    std::ifstream file(path("blocks.csv"));
    std::string line;
    std::getline(file, line);
    EXPECT_THAT(line, testing::StartsWith("block,lim,lim_postnorm,"));
    int rows = 0;
    while (std::getline(file, line)) {
        EXPECT_EQ(std::count(line.begin(), line.end(), ','), 12) << line;
        ++rows;
    }
    EXPECT_EQ(rows, 8);
}

TEST_F(ProjectCliTest, AProjectKeepsWhatItHad) {
    const std::string project = profiled();
    ASSERT_EQ(run({"imatrix", project, "-o", path("own.gguf")}).code, 0);
    const Outcome outcome =
        run({"profile", kSample, "--imatrix", path("own.gguf"), "-o", project, "--json"});
    ASSERT_EQ(outcome.code, 0) << outcome.err;
    EXPECT_EQ(outcome.json()["tokens"], 768);
    EXPECT_EQ(run({"outliers", project}).code, 0);
}

TEST_F(ProjectCliTest, WhatCannotBeIsRefused) {
    const std::string project = profiled();
    const auto code = [&](std::vector<std::string> arguments) { return run(arguments).code; };
    EXPECT_EQ(code({"profile", kSample, "-o", path("q")}), 2);
    EXPECT_EQ(code({"profile", kSample, "--text", kText, "--ids", kText, "-o", path("q")}), 2);
    EXPECT_EQ(code({"profile", kSample, "--text", path("missing"), "-o", path("q")}), 3);
    EXPECT_EQ(code({"profile", path("missing"), "--text", kText, "-o", path("q")}), 3);
    EXPECT_EQ(code({"profile", kSample, "--text", kText, "-o", kSample}), 4);
    EXPECT_EQ(code({"profile", kSample, "--text", kText, "--tokens", "64", "-o",
                    path("no/such/folder.bitlathe")}),
              5);
    EXPECT_EQ(code({"outliers", project, "--threshold", "7.5"}), 0);
    EXPECT_EQ(code({"outliers", project, "--threshold", "0"}), 2);
    EXPECT_EQ(code({"outliers", project, "--what-if", "no.such.weight"}), 4);
    EXPECT_EQ(code({"profile", kSample, "--text", kText, "--gram", "norm", "-o", path("q")}), 2);
    EXPECT_EQ(code({"profile", kSample, "--text", kText, "--gram", "mlp_down", "--gram-bytes",
                    "1000", "-o", path("q")}),
              4);
    EXPECT_EQ(code({"outliers", kSample}), 3);
    EXPECT_EQ(code({"imatrix", project, "-o", kSample}), 4);
    EXPECT_EQ(code({"imatrix", kSample, "-o", path("q")}), 3);
    // Somebody's file is not written over; a damaged project neither.
    std::ofstream(path("letter.txt")) << "dear";
    EXPECT_EQ(
        code({"profile", kSample, "--text", kText, "--tokens", "64", "-o", path("letter.txt")}), 4);
    EXPECT_EQ(slurp(path("letter.txt")), "dear");
    std::string damaged = slurp(project);
    damaged[5000] ^= 1;
    std::ofstream(path("damaged.bitlathe"), std::ios::binary) << damaged;
    const Outcome refused = run({"outliers", path("damaged.bitlathe"), "--json"});
    EXPECT_EQ(refused.code, 3);
    EXPECT_THAT(refused.json()["error"]["message"].get<std::string>(),
                testing::HasSubstr("damaged"));
    EXPECT_FALSE(fs::exists(path("q")));
}

TEST_F(ProjectCliTest, AChangedModelIsNoticed) {
    fs::copy_file(kSample, path("model.gguf"));
    const Outcome made = run({"profile", path("model.gguf"), "--text", kText, "--tokens", "64",
                              "--ctx", "32", "-o", path("p.bitlathe")});
    ASSERT_EQ(made.code, 0) << made.err;
    fs::remove(path("model.gguf"));
    const Outcome gone = run({"importance", path("p.bitlathe"), "--json"});
    EXPECT_EQ(gone.code, 0);
    EXPECT_THAT(gone.err, testing::HasSubstr("what weights say is left out"));
    EXPECT_TRUE(gone.json()["blocks"][0]["lim"].is_number());
    EXPECT_TRUE(gone.json()["blocks"][0]["zd"].is_null());
    EXPECT_EQ(run({"importance", path("p.bitlathe"), "--checkpoint", kSample}).code, 0);
    EXPECT_EQ(run({"imatrix", path("p.bitlathe"), "-o", path("i.gguf")}).code, 3);
}

TEST_F(ProjectCliTest, AKilledProfileGoesOn) {
    const std::vector<std::string> command = {
        "profile", kSample,        "--text", kText, "--tokens",         "4096",  "--ctx",
        "128",     "--save-every", "0",      "-o",  path("p.bitlathe"), "--json"};
    ASSERT_EQ(run(command).code, 0);
    const std::string wanted = slurp(path("p.bitlathe"));
    fs::remove(path("p.bitlathe"));
    const pid_t child = start(command);
    const auto unfinished = path("p.bitlathe.unfinished");
    for (int i = 0; i < 3000 && !fs::exists(unfinished); ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    kill(child, SIGKILL);
    static_cast<void>(finish(child));
    ASSERT_FALSE(fs::exists(path("p.bitlathe")));
    ASSERT_TRUE(fs::exists(unfinished));
    const Outcome outcome = run(command);
    ASSERT_EQ(outcome.code, 0) << outcome.err;
    EXPECT_EQ(outcome.json()["resumed"], true);
    EXPECT_TRUE(slurp(path("p.bitlathe")) == wanted);
    EXPECT_FALSE(fs::exists(unfinished));
}

TEST_F(ProjectCliTest, SkippedBlocksAreMeasuredAndKept) {
    const std::string project = profiled();
    const Outcome measured = run({"importance", project, "--measure-skip", kText, "--ctx", "64",
                                  "--tokens", "256", "--formats", "Q8_0", "--json"});
    ASSERT_EQ(measured.code, 0) << measured.err;
    const Json document = measured.json();
    ASSERT_EQ(document["skips"]["blocks"].size(), 8U);
    EXPECT_EQ(document["skips"]["tokens"], 252);
    for (std::size_t b = 0; b < 8; ++b) {
        EXPECT_GT(document["skips"]["blocks"][b]["kl"].get<double>(), 0);
        EXPECT_EQ(document["blocks"][b]["skip_kl"], document["skips"]["blocks"][b]["kl"]);
    }
    EXPECT_TRUE(document["rank_correlation"]["lim/skip_kl"].is_number());
    const Outcome again = run({"importance", project, "--formats", "Q8_0", "--json"});
    EXPECT_EQ(again.json()["skips"], document["skips"]);
    EXPECT_EQ(run({"importance", project, "--measure-experts", kText}).code, 4);
}

TEST_F(ProjectCliTest, GramMatricesGiveTheFullOutputError) {
    const std::string project = profiled({"--gram", "attn_o,mlp_down"});
    const Json document = run({"importance", project, "--formats", "Q4_0", "--json"}).json();
    std::size_t full = 0;
    for (const Json& tensor : document["tensors"]) {
        const bool asked = tensor["role"] == "attn_o" || tensor["role"] == "mlp_down";
        EXPECT_EQ(tensor["output_error_full"].contains("Q4_0"), asked) << tensor["name"];
        if (asked) {
            const double exact = tensor["output_error_full"]["Q4_0"];
            const double diagonal = tensor["output_error"]["Q4_0"];
            EXPECT_GT(exact, 0);
            EXPECT_LT(exact, 10 * diagonal);
            ++full;
        }
    }
    EXPECT_EQ(full, 16U);
}

TEST_F(ProjectCliTest, SpansNameTheBlocksThatTurnLeast) {
    const std::string project = profiled();
    const Json document = run({"importance", project, "--formats", "Q8_0", "--json"}).json();
    ASSERT_EQ(document["spans"].size(), 7U);
    double before = 0;
    for (const Json& span : document["spans"]) {
        EXPECT_LE(span["first"].get<int>() + span["blocks"].get<int>(), 8);
        EXPECT_GT(span["angular"].get<double>(), before);
        before = span["angular"];
    }
    EXPECT_TRUE(document["experts"].empty());
    EXPECT_TRUE(document["blocks"][0]["sink_share"].is_number());
}

TEST_F(ProjectCliTest, WhatIfsOfATensor) {
    const std::string project = profiled({"--gram", "mlp_down"});
    const Outcome outcome = run({"outliers", project, "--what-if", "blk.1.ffn_down*", "--format",
                                 "Q4_0", "--alpha", "0.7", "--json"});
    ASSERT_EQ(outcome.code, 0) << outcome.err;
    const Json tried = outcome.json()["what_if"];
    ASSERT_EQ(tried.size(), 1U);
    ASSERT_EQ(tried[0]["cases"].size(), 4U);
    EXPECT_EQ(tried[0]["cases"][1]["alpha"], 0.7);
    for (const Json& c : tried[0]["cases"]) {
        for (const char* key : {"nmse", "output_error", "output_error_full", "incoherence"}) {
            EXPECT_GT(c[key].get<double>(), 0) << key;
        }
    }
    EXPECT_LE(tried[0]["cases"][2]["output_error"].get<double>(),
              tried[0]["cases"][0]["output_error"].get<double>());
    EXPECT_TRUE(tried[0]["ada_dim"]["choice"].is_string());
}

TEST_F(ProjectCliTest, InterruptLeavesNothing) {
    const pid_t child =
        start({"profile", kSample, "--text", kText, "--threads", "1", "-o", path("p.bitlathe")});
    std::this_thread::sleep_for(std::chrono::milliseconds(400));
    kill(child, SIGINT);
    const Outcome outcome = finish(child);
    EXPECT_EQ(outcome.code, 130) << outcome.err;
    EXPECT_THAT(left(), testing::IsEmpty());
}

}  // namespace
}  // namespace bitlathe
