// SPDX-License-Identifier: GPL-3.0-or-later
// From a folder to a GGUF on the command line.
#include <fstream>

#include "core/base/json.h"
#include "core/checkpoint/checkpoint.h"
#include "tests/app/cli_fixture.h"

namespace bitlathe {
namespace {

TEST_F(CliTest, ConvertsAFolderAndSaysWhatItWrote) {
    const Outcome outcome =
        run({"convert", kSampleFolder, "--target", "gguf", "-o", path("m.gguf"), "--json"});
    ASSERT_EQ(outcome.code, 0) << outcome.err;
    const Json report = outcome.json();
    expect_keys(report,
                {"output", "tensors", "verified", "seconds", "peak_anonymous_bytes", "warnings"});
    EXPECT_EQ(report["verified"], true);
    EXPECT_EQ(report["output"][0]["bytes"], fs::file_size(path("m.gguf")));
    EXPECT_FALSE(fs::exists(path("m.gguf.part")));

    const Outcome again = run({"convert", kSampleFolder, "-o", path("m.gguf")});
    EXPECT_EQ(again.code, 4) << "an earlier output is only replaced when asked";
    EXPECT_EQ(run({"convert", kSampleFolder, "-o", path("m.gguf"), "--force"}).code, 0);
}

TEST_F(CliTest, ConvertsToTheTypeThatIsAskedFor) {
    for (const std::string format : {"F16", "BF16", "F32"}) {
        const std::string file = path(format + ".gguf");
        ASSERT_EQ(run({"convert", kSampleFolder, "-o", file, "--format", format}).code, 0);
        const auto opened = Checkpoint::open(file);
        ASSERT_TRUE(opened) << opened.error().to_string();
        for (const TensorInfo& tensor : (*opened)->tensors()) {
            EXPECT_EQ(format_info(tensor.format).name, tensor.shape.size() == 2 ? format : "F32")
                << tensor.name;
        }
    }
    EXPECT_EQ(run({"convert", kSampleFolder, "-o", path("q"), "--format", "Q4_K"}).code, 2);
    EXPECT_EQ(run({"convert", kSampleFolder, "-o", path("q"), "--target", "mlx"}).code, 2);
}

TEST_F(CliTest, SaysInTheDocumentWhatARuntimeWillNotDo) {
    fs::copy(kSampleFolder, path("folder"));
    std::ifstream in(path("folder") + "/config.json");
    Json config = Json::parse(in);
    config["model_type"] = "mistral";
    config["architectures"] = {"MistralForCausalLM"};
    config["sliding_window"] = 48;
    std::ofstream(path("folder") + "/config.json") << config.dump();
    const Outcome outcome =
        run({"convert", path("folder"), "-o", path("m.gguf"), "--json", "--quiet"});
    ASSERT_EQ(outcome.code, 0) << outcome.err;
    EXPECT_EQ(outcome.err, "");
    ASSERT_EQ(outcome.json()["warnings"].size(), 1U);
    EXPECT_NE(outcome.json()["warnings"][0].get<std::string>().find("window of 48 tokens"),
              std::string::npos);
}

TEST_F(CliTest, ConvertsAGgufBackToAFolder) {
    const Outcome outcome =
        run({"convert", kSample, "--target", "safetensors", "-o", path("back"), "--json"});
    ASSERT_EQ(outcome.code, 0) << outcome.err;
    EXPECT_EQ(outcome.json()["verified"], true);
    const auto back = Checkpoint::open(path("back"));
    const auto folder = Checkpoint::open(kSampleFolder);
    ASSERT_TRUE(back && folder);
    EXPECT_EQ((*back)->fingerprint(), (*folder)->fingerprint()) << "the folder it came from";
    EXPECT_EQ(run({"convert", kSample, "--target", "safetensors", "-o", path("back")}).code, 4);
    EXPECT_EQ(run({"convert", kSample, "--target", "safetensors", "-o", path("back"), "--force",
                   "--format", "F16"})
                  .code,
              0);
    EXPECT_EQ(run({"convert", kSampleFolder, "--target", "safetensors", "-o", path("x")}).code, 4);
    EXPECT_EQ(run({"tokenize", path("back"), "--prompt", "The king"}).out,
              run({"tokenize", kSample, "--prompt", "The king"}).out);
}

TEST_F(CliTest, RefusesToConvertWhatIsAGgufOrDamaged) {
    EXPECT_EQ(run({"convert", kSample, "-o", path("m.gguf")}).code, 4);
    EXPECT_EQ(run({"convert", path("nothing"), "-o", path("m.gguf")}).code, 3);
    // The sample without one of its numbers.
    fs::copy(kSampleFolder, path("folder"));
    std::ifstream in(path("folder") + "/config.json");
    Json config = Json::parse(in);
    config["num_key_value_heads"] = 3;
    std::ofstream(path("folder") + "/config.json") << config.dump();
    const Outcome outcome = run({"convert", path("folder"), "-o", path("m.gguf"), "--json"});
    EXPECT_EQ(outcome.code, 3);
    expect_keys(outcome.json()["error"], {"code", "message", "file", "offset", "hint"});
    EXPECT_FALSE(fs::exists(path("m.gguf")));
}

/// One way from a folder to a plan: what is planned, evaluated and exported is one thing.
TEST_F(CliTest, PlansAFolderAsTheGgufThatItBecomes) {
    ASSERT_EQ(run({"convert", kSampleFolder, "-o", path("m.gguf")}).code, 0);
    const Outcome folder =
        run({"plan", kSampleFolder, "-o", path("a.json"), "--preset", "Q4_K_M", "--json"});
    ASSERT_EQ(folder.code, 0) << folder.err;
    const Outcome file =
        run({"plan", path("m.gguf"), "-o", path("b.json"), "--preset", "Q4_K_M", "--json"});
    ASSERT_EQ(file.code, 0) << file.err;
    for (const char* key : {"tensors", "bytes", "file_bytes", "estimated_loss"}) {
        EXPECT_EQ(folder.json()[key], file.json()[key]) << key;
    }
    const Outcome shown = run({"plan", path("a.json"), "--show", "--json"});
    ASSERT_EQ(shown.code, 0) << shown.err;
    EXPECT_EQ(shown.json()["tensors"], folder.json()["tensors"]);

    const Outcome exported = run({"export", kSampleFolder, "--plan", path("a.json"), "--target",
                                  "gguf", "-o", path("a.gguf"), "--json"});
    ASSERT_EQ(exported.code, 0) << exported.err;
    EXPECT_EQ(exported.json()["output"][0]["bytes"], folder.json()["file_bytes"]);
    ASSERT_EQ(run({"export", path("m.gguf"), "--plan", path("b.json"), "--target", "gguf", "-o",
                   path("b.gguf")})
                  .code,
              0);
    EXPECT_EQ(slurp(path("a.gguf")), slurp(path("b.gguf")));

    std::ofstream(path("ids.json")) << "[0,17,300,4,95,1000,2,77,5,311,40,9,8,7,6,500]";
    const std::vector<std::string> how = {"--ids",      path("ids.json"), "--ctx", "16",
                                          "--protocol", "window",         "--json"};
    const auto evaluate = [&](std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), "eval");
        arguments.insert(arguments.end(), how.begin(), how.end());
        const Outcome outcome = run(arguments);
        EXPECT_EQ(outcome.code, 0) << outcome.err;
        return outcome.json()["perplexity"];
    };
    EXPECT_EQ(evaluate({kSampleFolder, "--plan", path("a.json")}), evaluate({path("a.gguf")}));
}

}  // namespace
}  // namespace bitlathe
