// SPDX-License-Identifier: GPL-3.0-or-later
// The command line as scripts see it: keys, exit codes, what stands on stdout and what is left on
// disk.
#include <algorithm>
#include <chrono>
#include <thread>

#include <gmock/gmock.h>
#include <signal.h>

#include "core/base/json.h"
#include "core/checkpoint/checkpoint.h"
#include "tests/app/cli_fixture.h"

namespace bitlathe {
namespace {

TEST_F(CliTest, VersionAndHelpSucceed) {
    EXPECT_EQ(run({"--version"}).code, 0);
    for (const char* command :
         {"formats", "info", "stats", "diff", "plan", "export", "convert", "report", "eval",
          "tokenize", "profile", "importance", "outliers", "imatrix"}) {
        EXPECT_EQ(run({command, "--help"}).code, 0) << command;
    }
}

TEST_F(CliTest, WrongUsageIsTwo) {
    EXPECT_EQ(run({}).code, 2);
    EXPECT_EQ(run({"nonsense"}).code, 2);
    EXPECT_EQ(run({"info"}).code, 2);
    EXPECT_EQ(run({"plan", kSample, "-o", path("p")}).code, 2);
    EXPECT_EQ(run({"plan", kSample, "-o", path("p"), "--budget", "4.5 apples"}).code, 2);
    const Outcome outcome = run({"info", "--json"});
    EXPECT_EQ(outcome.code, 2);
    expect_keys(outcome.json()["error"], {"code", "message", "file", "offset", "hint"});
}

TEST_F(CliTest, FormatsListsEverythingAPlanMayName) {
    const Outcome outcome = run({"formats", "--json"});
    ASSERT_EQ(outcome.code, 0) << outcome.err;
    std::set<std::string> names;
    for (const Json& row : outcome.json()) {
        expect_keys(row, {"name", "bits_per_weight", "block", "decode", "encode", "targets"});
        names.insert(row["name"]);
    }
    for (const char* name :
         {"F32",   "F16",      "BF16",     "Q8_0",          "Q4_0",          "Q4_1",
          "Q5_0",  "Q5_1",     "Q2_K",     "Q3_K",          "Q4_K",          "Q5_K",
          "Q6_K",  "IQ4_NL",   "IQ4_XS",   "MXFP4",         "NVFP4",         "TQ1_0",
          "TQ2_0", "FP8_E4M3", "FP8_E5M2", "INT4_G128_SYM", "INT3_G64_ASYM", "INT8_ROW_SYM"}) {
        EXPECT_TRUE(names.contains(name)) << name;
    }
}

TEST_F(CliTest, InfoSaysWhatIsThere) {
    const Outcome outcome = run({"info", kSample, "--json"});
    ASSERT_EQ(outcome.code, 0) << outcome.err;
    const Json info = outcome.json();
    expect_keys(info,
                {"container", "architecture", "family", "blocks", "parameters", "bytes",
                 "tensor_bytes", "bits_per_weight", "files", "metadata", "warnings", "tensors"});
    EXPECT_EQ(info["container"], "gguf");
    EXPECT_EQ(info["architecture"], "llama");
    EXPECT_EQ(info["blocks"], 8);
    EXPECT_EQ(info["bytes"], fs::file_size(kSample));
    for (const Json& tensor : info["tensors"]) {
        expect_keys(tensor, {"name", "shape", "dtype", "bytes", "file", "offset", "role", "block",
                             "tied_to"});
    }
    EXPECT_TRUE(outcome.err.empty()) << outcome.err;
}

TEST_F(CliTest, StatsAgreeBetweenContainers) {
    const auto stats = [&](const std::string& model, const std::string& glob) {
        return run({"stats", model, "--tensors", glob, "--formats", "Q8_0,Q4_0", "--json"}).json();
    };
    const Json gguf = stats(kSample, "blk.0.ffn_down.weight")["tensors"];
    const Json folder = stats(kSampleFolder, "model.layers.0.mlp.down_proj.weight")["tensors"];
    ASSERT_EQ(gguf.size(), 1);
    ASSERT_EQ(folder.size(), 1);
    expect_keys(gguf[0], {"name", "role", "block", "count", "min", "max", "absmax", "mean", "sigma",
                          "kurtosis", "zd", "zeros", "nonfinite", "exponent_entropy", "nmse"});
    for (const char* key : {"count", "min", "max", "sigma", "kurtosis", "zd", "nmse"}) {
        EXPECT_EQ(gguf[0][key], folder[0][key]) << key;
    }
    EXPECT_GT(gguf[0]["nmse"]["Q4_0"].get<double>(), gguf[0]["nmse"]["Q8_0"].get<double>());
}

TEST_F(CliTest, DiffUndoesWhatConversionDoes) {
    const Outcome outcome = run({"diff", kSampleFolder, kSample, "--json"});
    ASSERT_EQ(outcome.code, 0) << outcome.err;
    const Json diff = outcome.json();
    EXPECT_TRUE(diff["only_a"].empty()) << diff["only_a"];
    EXPECT_TRUE(diff["only_b"].empty()) << diff["only_b"];
    EXPECT_GT(diff["tensors"].size(), 70);
    for (const Json& row : diff["tensors"]) {
        EXPECT_EQ(row["nmse"], 0.0) << row;
    }
}

TEST_F(CliTest, PlanThenExportThenReopen) {
    const Outcome plan =
        run({"plan", kSample, "-o", path("p.json"), "--preset", "Q4_K_M", "--json"});
    ASSERT_EQ(plan.code, 0) << plan.err;
    expect_keys(plan.json(), {"plan", "bytes", "file_bytes", "bits_per_weight", "objective",
                              "estimated_loss", "feasible", "tensors"});
    const Outcome shown = run({"plan", path("p.json"), "--show", "--json"});
    ASSERT_EQ(shown.code, 0) << shown.err;
    EXPECT_EQ(shown.json()["tensors"], plan.json()["tensors"]);
    EXPECT_EQ(shown.json()["estimated_loss"], plan.json()["estimated_loss"]);

    const Outcome exported = run({"export", kSample, "--plan", path("p.json"), "--target", "gguf",
                                  "-o", path("o.gguf"), "--json"});
    ASSERT_EQ(exported.code, 0) << exported.err;
    const Json report = exported.json();
    expect_keys(report,
                {"output", "tensors", "verified", "seconds", "peak_anonymous_bytes", "warnings"});
    EXPECT_EQ(report["verified"], true);
    EXPECT_EQ(report["output"][0]["bytes"], plan.json()["file_bytes"]);
    EXPECT_EQ(fs::file_size(path("o.gguf")), plan.json()["file_bytes"]);

    const auto reopened = Checkpoint::open(path("o.gguf"));
    ASSERT_TRUE(reopened) << reopened.error().to_string();
    const Json tensors = plan.json()["tensors"];
    ASSERT_EQ((*reopened)->tensors().size(), tensors.size());
    for (const Json& row : tensors) {
        const auto index = (*reopened)->find(row["name"].get<std::string>());
        ASSERT_TRUE(index) << row;
        EXPECT_EQ(format_info((*reopened)->tensors()[*index].format).name, row["format"]) << row;
    }
}

TEST_F(CliTest, AReportSaysWhatThePlanIs) {
    const Outcome plan =
        run({"plan", kSample, "-o", path("p.json"), "--preset", "Q4_K_M", "--json"});
    ASSERT_EQ(plan.code, 0) << plan.err;
    for (const char* name : {"r.json", "r.html"}) {
        const Outcome made = run({"report", kSample, "--plan", path("p.json"), "--compare",
                                  path("p.json"), "-o", path(name), "--json"});
        ASSERT_EQ(made.code, 0) << made.err;
        EXPECT_EQ(made.json()["bytes"], plan.json()["bytes"]);
        EXPECT_EQ(made.json()["estimated_loss"], plan.json()["estimated_loss"]);
        EXPECT_TRUE(fs::exists(path(name)));
    }
    std::ifstream file(path("r.json"));
    const Json report = Json::parse(file);
    expect_keys(report, {"bitlathe_report", "version", "created", "model", "plan", "compared",
                         "bytes", "export", "tensors"});
    EXPECT_EQ(report["tensors"].size(), plan.json()["tensors"].size());
    EXPECT_EQ(report["plan"]["file_bytes"], plan.json()["file_bytes"]);
    EXPECT_EQ(run({"report", kSample, "--plan", path("p.json"), "-o", path("r.txt")}).code, 2);
}

TEST_F(CliTest, AnExportLeavesAReportWhereItIsWanted) {
    const Outcome plan =
        run({"plan", kSample, "-o", path("p.json"), "--preset", "Q4_K_M", "--json"});
    ASSERT_EQ(plan.code, 0) << plan.err;
    const Outcome exported = run({"export", kSample, "--plan", path("p.json"), "--target", "gguf",
                                  "-o", path("o.gguf"), "--report", "--json"});
    ASSERT_EQ(exported.code, 0) << exported.err;
    EXPECT_EQ(exported.json()["report"], Json({path("o.report.html"), path("o.report.json")}));
    EXPECT_TRUE(fs::exists(path("o.report.html")));
    std::ifstream file(path("o.report.json"));
    const Json report = Json::parse(file);
    EXPECT_EQ(report["export"]["written"]["output"], exported.json()["output"]);
    EXPECT_EQ(report["plan"]["estimated_loss"], plan.json()["estimated_loss"]);
    // What stands in its way is a warning: the model itself is there.
    fs::create_directory(path("x.report.json"));
    const Outcome warned = run({"export", kSample, "--plan", path("p.json"), "--target", "gguf",
                                "-o", path("x.gguf"), "--report", "--json"});
    EXPECT_EQ(warned.code, 0) << warned.err;
    EXPECT_THAT(warned.err, testing::HasSubstr("the report was not written"));
    EXPECT_TRUE(fs::exists(path("x.gguf")));
}

TEST_F(CliTest, BudgetIsKeptAndLocksHold) {
    const Outcome plan = run({"plan", kSample, "-o", path("p.json"), "--budget", "4.5bpw", "--lock",
                              "blk.3.*=Q8_0", "--floor", "*attn_v*=Q6_K", "--json"});
    ASSERT_EQ(plan.code, 0) << plan.err;
    EXPECT_LE(plan.json()["bits_per_weight"].get<double>(), 4.5);
    EXPECT_GT(plan.json()["bits_per_weight"].get<double>(), 4.4);
    const Json report = plan.json();
    for (const Json& row : report["tensors"]) {
        const auto name = row["name"].get<std::string>();
        if (name.starts_with("blk.3.") && name.find("norm") == std::string::npos) {
            EXPECT_EQ(row["format"], "Q8_0") << name;
            EXPECT_EQ(row["locked"], true) << name;
        }
    }
}

TEST_F(CliTest, ImpossibleIsFourAndLeavesNothing) {
    const Outcome plan =
        run({"plan", kSample, "-o", path("p.json"), "--budget", "0.5bpw", "--json"});
    EXPECT_EQ(plan.code, 4);
    EXPECT_FALSE(fs::exists(path("p.json")));
    EXPECT_THAT(plan.json()["error"]["message"].get<std::string>(), testing::HasSubstr("bytes"));

    ASSERT_EQ(run({"plan", kSample, "-o", path("ok.json"), "--format", "Q8_0"}).code, 0);
    fs::create_symlink(kSample, path("link.gguf"));
    const auto before = fs::file_size(kSample);
    EXPECT_EQ(run({"export", kSample, "--plan", path("ok.json"), "--target", "gguf", "-o",
                   path("link.gguf"), "--force"})
                  .code,
              4);
    EXPECT_EQ(fs::file_size(kSample), before);
}

TEST_F(CliTest, RefusedInputIsThreeWithFileAndOffset) {
    std::ofstream(path("bad.gguf"), std::ios::binary) << "GGUF" << std::string(12, '\xff');
    const Outcome outcome = run({"info", path("bad.gguf"), "--json"});
    EXPECT_EQ(outcome.code, 3);
    EXPECT_EQ(outcome.json()["error"]["file"], path("bad.gguf"));
    EXPECT_TRUE(outcome.json()["error"]["offset"].is_number());
    EXPECT_EQ(run({"info", path("absent.gguf")}).code, 3);
}

TEST_F(CliTest, UnwritableDestinationIsFive) {
    ASSERT_EQ(run({"plan", kSample, "-o", path("ok.json"), "--format", "Q8_0"}).code, 0);
    EXPECT_EQ(run({"export", kSample, "--plan", path("ok.json"), "--target", "gguf", "-o",
                   "/proc/bitlathe/none.gguf"})
                  .code,
              5);
}

TEST_F(CliTest, EvalReportsPerplexityAndDivergence) {
    std::ofstream ids(path("ids.json"));
    ids << "[0";
    for (int i = 1; i < 300; ++i) {
        ids << ", " << i * i * 7 % 4096;
    }
    ids << "]";
    ids.close();
    ASSERT_EQ(run({"plan", kSample, "-o", path("p.json"), "--format", "Q4_K"}).code, 0);
    const Outcome saved = run({"eval", kSample, "--ids", path("ids.json"), "--ctx", "64", "--json",
                               "--save-reference", path("ref")});
    ASSERT_EQ(saved.code, 0) << saved.err;
    const Json plain = saved.json();
    expect_keys(plain, {"perplexity", "perplexity_se", "tokens", "ctx", "protocol", "text",
                        "seconds", "kl"});
    EXPECT_TRUE(plain["kl"].is_null());
    EXPECT_EQ(plain["protocol"], "llama.cpp");
    EXPECT_EQ(plain["tokens"], 4 * 31);
    expect_keys(plain["text"], {"path", "sha256"});
    const Outcome planned =
        run({"eval", kSample, "--plan", path("p.json"), "--ids", path("ids.json"), "--ctx", "64",
             "--reference", kSample, "--per-token", path("tokens.csv"), "--json"});
    ASSERT_EQ(planned.code, 0) << planned.err;
    const Json kl = planned.json()["kl"];
    expect_keys(kl,
                {"mean", "se", "median", "p90", "p99", "p999", "max", "min", "rms_dp", "same_top"});
    EXPECT_GT(kl["mean"], 0);
    const std::string lines = slurp(path("tokens.csv"));
    EXPECT_EQ(std::count(lines.begin(), lines.end(), '\n'), 4 * 31 + 1);
    const Outcome from_file =
        run({"eval", kSample, "--plan", path("p.json"), "--ids", path("ids.json"), "--ctx", "64",
             "--reference-file", path("ref"), "--json"});
    ASSERT_EQ(from_file.code, 0) << from_file.err;
    EXPECT_TRUE(from_file.json()["kl"]["lower_bound"]);
    EXPECT_LE(from_file.json()["kl"]["mean"], kl["mean"]);
    EXPECT_EQ(from_file.json()["perplexity"], planned.json()["perplexity"]);

    EXPECT_EQ(run({"eval", kSample}).code, 2);
    EXPECT_EQ(run({"eval", kSample, "--ids", path("ids.json"), "--ctx", "4000"}).code, 2);
    EXPECT_EQ(run({"eval", kSample, "--ids", path("none.json")}).code, 3);
    EXPECT_EQ(run({"eval", kSample, "--ids", path("ids.json"), "--ctx", "32", "--reference-file",
                   path("ref")})
                  .code,
              4);
}

TEST_F(CliTest, GenerateContinuesTheSameWayEveryTime) {
    const std::vector<std::string> arguments = {
        "generate", kSample, "--prompt", "Once upon a time", "-n", "12", "--top", "3", "--json"};
    const Outcome outcome = run(arguments);
    ASSERT_EQ(outcome.code, 0) << outcome.err;
    const Json document = Json::parse(outcome.out);
    expect_keys(document, {"text", "ids", "top", "tokens_per_second"});
    ASSERT_EQ(document["ids"].size(), 12U);
    ASSERT_EQ(document["top"].size(), 12U);
    ASSERT_EQ(document["top"][0].size(), 3U);
    EXPECT_EQ(document["top"][0][0]["id"], document["ids"][0]);
    expect_keys(document["top"][0][0], {"id", "token", "logprob"});
    EXPECT_FALSE(document["text"].get<std::string>().empty());
    EXPECT_EQ(Json::parse(run(arguments).out)["ids"], document["ids"]);
}

TEST_F(CliTest, CompareMeasuresPlansOnTheSameTokens) {
    for (const char* format : {"Q8_0", "Q2_K"}) {
        ASSERT_EQ(run({"plan", kSample, "-o", path(format), "--format", format}).code, 0);
    }
    std::ofstream(path("ids.json")) << "[1,403,407,261,378,500,600,700,800,900,1000,1100]";
    const Outcome outcome =
        run({"compare", kSample, "--plans", path("Q8_0") + "," + path("Q2_K"), "--ids",
             path("ids.json"), "--protocol", "window", "--ctx", "12", "--json"});
    ASSERT_EQ(outcome.code, 0) << outcome.err;
    const Json document = Json::parse(outcome.out);
    ASSERT_EQ(document["plans"].size(), 2U);
    expect_keys(document["plans"][0], {"plan", "bytes", "perplexity", "kl"});
    EXPECT_GT(document["plans"][0]["bytes"], document["plans"][1]["bytes"]);
    EXPECT_LT(document["plans"][0]["kl"]["mean"], document["plans"][1]["kl"]["mean"]);
    ASSERT_EQ(document["paired"].size(), 1U);
    const Json& pair = document["paired"][0];
    expect_keys(pair, {"a", "b", "delta", "se"});
    EXPECT_NEAR(pair["delta"].get<double>(),
                document["plans"][1]["from_original"]["delta"].get<double>() -
                    document["plans"][0]["from_original"]["delta"].get<double>(),
                1e-9);
    EXPECT_GT(pair["se"].get<double>(), 0);
}

TEST_F(CliTest, ProgressIsOneJsonObjectALine) {
    const Outcome outcome = run({"stats", kSample, "--progress", "json", "--json"});
    ASSERT_EQ(outcome.code, 0) << outcome.err;
    std::istringstream lines(outcome.err);
    for (std::string line; std::getline(lines, line);) {
        expect_keys(Json::parse(line), {"job", "phase", "done", "total", "eta_s"});
    }
}

TEST_F(CliTest, InterruptEndsSoonWithNothingLeft) {
    ASSERT_EQ(run({"plan", kSample, "-o", path("p.json"), "--format", "Q2_K"}).code, 0);
    // Statistics of every format of a few MB last long enough to be interrupted.
    const pid_t child = start({"stats", kSample, "--threads", "1", "--formats",
                               "Q2_K,Q3_K,Q4_K,Q5_K,Q6_K,IQ4_NL,IQ4_XS,TQ1_0,INT2_G32_ASYM"});
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    const auto asked = std::chrono::steady_clock::now();
    kill(child, SIGINT);
    const Outcome outcome = finish(child);
    const auto took = std::chrono::steady_clock::now() - asked;
    // Negative: it came before the program listened, and the system ended it.
    const bool ended = outcome.code == 130 || outcome.code == 0 || outcome.code == -SIGINT;
    EXPECT_TRUE(ended) << outcome.code << outcome.err;
    EXPECT_LT(took, std::chrono::seconds(5));
    EXPECT_FALSE(fs::exists(path("p.json.part")));
}

}  // namespace
}  // namespace bitlathe
