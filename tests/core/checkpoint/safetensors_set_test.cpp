// SPDX-License-Identifier: GPL-3.0-or-later
// Safetensors in more than one file: what belongs together, what is missing, what is not followed.
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/json.h"
#include "core/checkpoint/shards.h"
#include "tests/core/checkpoint/files.h"

namespace bitlathe::test {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class SafetensorsSet : public ::testing::Test {
protected:
    void write_shards() {
        folder_.write(kFirst, safetensors_of({"a", "b"}));
        folder_.write(kSecond, safetensors_of({"c"}));
    }
    fs::path write_index(std::string_view map) {
        return folder_.write(
            "model.safetensors.index.json",
            R"({"metadata":{"total_size":48,"x":[1,{"weight_map":2}]},"weight_map":)" +
                std::string(map) + R"(,"more":null})");
    }
    static std::string map_of(const std::vector<std::pair<std::string, std::string>>& lines) {
        Json map = Json::object();
        for (const auto& [tensor, file] : lines) {
            map[tensor] = file;
        }
        return map.dump();
    }
    const std::string kFirst = "model-00001-of-00002.safetensors";
    const std::string kSecond = "model-00002-of-00002.safetensors";
    const std::string kMap = map_of({{"a", kFirst}, {"c", kSecond}, {"b", kFirst}});
    TempFolder folder_;
};

TEST_F(SafetensorsSet, OpensFromIndexAndFolder) {
    write_shards();
    const auto index = write_index(kMap);
    folder_.write("config.json", R"({"model_type":"llama"})");
    for (const auto& path : {index, folder_.path()}) {
        const auto model = expect_opens(path);
        ASSERT_TRUE(model);
        EXPECT_THAT(warnings_of(*model), IsEmpty());
        EXPECT_THAT(names_of(*model), ElementsAre("a", "b", "c"));
        EXPECT_EQ(model->files().size(), 2U);
        EXPECT_EQ(model->tensors()[2].file, 1U);
        EXPECT_EQ(model->config()["model_type"], "llama");
        EXPECT_EQ(model->path(), path);
    }
}

TEST_F(SafetensorsSet, FingerprintDoesNotDependOnPlaceOrSplit) {
    write_shards();
    const auto a = expect_opens(write_index(kMap));
    TempFolder other;
    std::string data = floats(0, 4) + floats(16, 4) + floats(0, 4);
    const auto b = expect_opens(other.write(
        "x.safetensors", safetensors(R"({"a":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]},)"
                                     R"("c":{"dtype":"F32","shape":[2,2],"data_offsets":[32,48]},)"
                                     R"("b":{"dtype":"F32","shape":[2,2],"data_offsets":[16,32]}})",
                                     data)));
    ASSERT_TRUE(a && b);
    EXPECT_EQ(a->fingerprint(), b->fingerprint());
    EXPECT_EQ(a->fingerprint().size(), 16U);
    data[0] = 1;
    const auto c = expect_opens(other.write(
        "x.safetensors", safetensors(R"({"a":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]},)"
                                     R"("c":{"dtype":"F32","shape":[2,2],"data_offsets":[32,48]},)"
                                     R"("b":{"dtype":"F32","shape":[2,2],"data_offsets":[16,32]}})",
                                     data)));
    ASSERT_TRUE(c);
    EXPECT_NE(a->fingerprint(), c->fingerprint());
}

TEST_F(SafetensorsSet, MissingShardIsAWarning) {
    write_shards();
    fs::remove(folder_.path() / kSecond);
    const auto model = expect_opens(write_index(kMap));
    ASSERT_TRUE(model);
    EXPECT_THAT(names_of(*model), ElementsAre("a", "b"));
    EXPECT_EQ(model->warnings().size(), 1U);
    EXPECT_THAT(warnings_of(*model), HasSubstr("1 files of the model are missing: " + kSecond));
}

TEST_F(SafetensorsSet, DamagedShardIsAWarning) {
    write_shards();
    const auto shard = folder_.write(kFirst, "damaged file");
    const auto model = expect_opens(write_index(kMap));
    ASSERT_TRUE(model);
    EXPECT_THAT(names_of(*model), ElementsAre("c"));
    EXPECT_EQ(model->warnings().size(), 1U);
    EXPECT_THAT(warnings_of(*model), HasSubstr("this file is left out"));
    EXPECT_EQ(model->warnings()[0].file, shard.string());
    EXPECT_EQ(model->warnings()[0].offset, 0U);
}

TEST_F(SafetensorsSet, TruncatedShardKeepsItsOtherTensors) {
    write_shards();
    const std::string bytes = safetensors_of({"a", "b"});
    folder_.write(kFirst, bytes.substr(0, bytes.size() - 1));
    const auto model = expect_opens(write_index(kMap));
    ASSERT_TRUE(model);
    EXPECT_THAT(names_of(*model), ElementsAre("a", "c"));
    EXPECT_EQ(model->warnings().size(), 1U);
    EXPECT_THAT(warnings_of(*model), HasSubstr("1 of 2 tensors are left out: b"));
}

TEST_F(SafetensorsSet, NoReadableShardIsRefused) {
    expect_not_opened(write_index(kMap), "no tensor can be read: 2 files of the model are missing");
}

TEST_F(SafetensorsSet, TensorThatIsNotInItsFileIsAWarning) {
    write_shards();
    const auto model = expect_opens(
        write_index(map_of({{"a", kFirst}, {"b", kFirst}, {"c", kSecond}, {"d", kSecond}})));
    ASSERT_TRUE(model);
    EXPECT_THAT(warnings_of(*model), HasSubstr("1 tensors of the index are not in their files: d"));
}

TEST_F(SafetensorsSet, TensorInAnotherFileThanTheIndexSaysIsLeftOut) {
    write_shards();
    folder_.write(kSecond, safetensors_of({"a", "c"}));
    const auto model = expect_opens(write_index(kMap));
    ASSERT_TRUE(model);
    EXPECT_THAT(names_of(*model), ElementsAre("a", "b", "c"));
    EXPECT_EQ(model->tensors()[0].file, 0U);
    EXPECT_THAT(warnings_of(*model),
                HasSubstr("1 tensors are in another file than the index says"));
}

TEST_F(SafetensorsSet, TensorThatIsNotInTheIndexIsAWarning) {
    write_shards();
    const auto model = expect_opens(write_index(map_of({{"a", kFirst}, {"c", kSecond}})));
    ASSERT_TRUE(model);
    EXPECT_EQ(model->tensors().size(), 3U);
    EXPECT_THAT(warnings_of(*model),
                HasSubstr("1 tensors are in the files but not in the index: b"));
}

TEST_F(SafetensorsSet, TensorInTwoFilesIsRefused) {
    write_shards();
    folder_.write(kSecond, safetensors_of({"b", "c"}));
    expect_not_opened(write_index(map_of({{"a", kFirst}, {"c", kSecond}})),
                      "tensor \"b\" appears twice");
}

TEST_F(SafetensorsSet, ShardNameOutsideTheFolderIsRefused) {
    write_shards();
    TempFolder other;
    const auto outside = other.write("x.safetensors", safetensors_of({"a"}));
    for (const std::string& name :
         {std::string("../x.safetensors"), outside.string(), std::string("sub/x.safetensors"),
          std::string(".."), std::string("."), std::string(""), std::string("..\\x.safetensors"),
          std::string("a\0b", 3)}) {
        const auto index = write_index(map_of({{"c", kSecond}, {"a", name}}));
        expect_refused(index, "is not a plain name of a file in this folder");
    }
}

TEST_F(SafetensorsSet, LinkOutOfTheFolderIsRefused) {
    write_shards();
    TempFolder other;
    const auto outside = other.write("x.safetensors", safetensors_of({"a", "b"}));
    fs::remove(folder_.path() / kFirst);
    fs::create_symlink(outside, folder_.path() / kFirst);
    expect_refused(write_index(kMap), "is a link that leads out of the folder");
    fs::remove(folder_.path() / "model.safetensors.index.json");
    expect_not_opened(folder_.path(), "is a link that leads out of the folder");
}

TEST_F(SafetensorsSet, LinkThroughAFolderThatOnlyLooksLikeACacheIsRefused) {
    TempFolder other;
    const auto outside = other.write("blobs/x", safetensors_of({"a", "b"}));
    write_shards();
    fs::remove(folder_.path() / kFirst);
    fs::create_symlink(outside, folder_.path() / kFirst);
    expect_refused(write_index(kMap), "is a link that leads out of the folder");
}

TEST_F(SafetensorsSet, LinkInsideTheFolderIsFollowed) {
    write_shards();
    fs::rename(folder_.path() / kFirst, folder_.path() / "real");
    fs::create_symlink("real", folder_.path() / kFirst);
    const auto model = expect_opens(write_index(kMap));
    ASSERT_TRUE(model);
    EXPECT_THAT(warnings_of(*model), IsEmpty());
}

TEST_F(SafetensorsSet, LinkToNothingIsAMissingShard) {
    write_shards();
    fs::remove(folder_.path() / kFirst);
    fs::create_symlink("nowhere", folder_.path() / kFirst);
    const auto model = expect_opens(write_index(kMap));
    ASSERT_TRUE(model);
    EXPECT_THAT(warnings_of(*model), HasSubstr("1 files of the model are missing"));
}

TEST_F(SafetensorsSet, LinkInALoopIsNotFollowed) {
    write_shards();
    fs::remove(folder_.path() / kFirst);
    fs::create_symlink(kFirst, folder_.path() / kFirst);
    expect_refused(write_index(kMap), "is a link that");
}

TEST_F(SafetensorsSet, HuggingFaceCacheOpens) {
    const fs::path snapshot = "models--x--y/snapshots/0123abcd";
    const auto blob = [&](const std::string& name, const std::string& content) {
        folder_.write("models--x--y/blobs/" + name, content);
    };
    blob("1", safetensors_of({"a", "b"}));
    blob("2", safetensors_of({"c"}));
    blob("3", R"({"weight_map":)" + kMap + "}");
    blob("4", R"({"model_type":"llama"})");
    fs::create_directories(folder_.path() / snapshot / "sub");
    for (const auto& sub : {fs::path("."), fs::path("sub")}) {
        const fs::path up = sub == "." ? "../../blobs" : "../../../blobs";
        const auto link = [&](const std::string& name, const std::string& to) {
            fs::create_symlink(up / to, folder_.path() / snapshot / sub / name);
        };
        link(kFirst, "1");
        link(kSecond, "2");
        link("model.safetensors.index.json", "3");
        link("config.json", "4");
        for (const char* name : {"", "model.safetensors.index.json"}) {
            const auto model = expect_opens(folder_.path() / snapshot / sub / name);
            ASSERT_TRUE(model);
            EXPECT_THAT(warnings_of(*model), IsEmpty());
            EXPECT_EQ(model->tensors().size(), 3U);
            EXPECT_EQ(model->config()["model_type"], "llama");
        }
    }
    fs::create_directory_symlink(folder_.path() / snapshot, folder_.path() / "link");
    EXPECT_TRUE(expect_opens(folder_.path() / "link"));
    EXPECT_TRUE(expect_opens(folder_.path() / "link" / kFirst));
}

TEST_F(SafetensorsSet, FileThatIsALinkOpensWhereverItLeads) {
    TempFolder other;
    const auto real = other.write("x.safetensors", safetensors_of({"a"}));
    fs::create_symlink(real, folder_.path() / "link.safetensors");
    EXPECT_TRUE(expect_opens(folder_.path() / "link.safetensors"));
}

TEST_F(SafetensorsSet, IndexThatIsNoIndexIsRefused) {
    write_shards();
    const auto refused = [&](std::string_view text, std::string_view reason) {
        expect_refused(folder_.write("model.safetensors.index.json", text), reason);
    };
    refused("", "not valid JSON");
    refused("{}", "has no weight_map");
    refused(R"({"metadata":{"weight_map":{"a":"b"}}})", "has no weight_map");
    for (const char* text :
         {"[]", "1", "null", R"({"weight_map":[]})", R"({"weight_map":1})", R"({"weight_map":"x"})",
          R"({"weight_map":{"a":1}})", R"({"weight_map":{"a":{"b":"c"}}})",
          R"({"weight_map":{"a":["b"]}})", R"({"weight_map":{"a":null}})"}) {
        refused(text, "an index is an object with a weight_map from tensors to file names");
    }
    refused(R"({"weight_map":{},"weight_map":{}})", "weight_map appears twice");
    refused(R"({"weight_map":{"a":"f","b":"f","a":"g"}})", "tensor \"a\" appears twice");
    refused(R"({"weight_map":{}})", "the weight_map of the index is empty");
    refused(std::string(1000, '['), "nested deeper");
}

TEST_F(SafetensorsSet, TooManyShardsAreRefused) {
    write_shards();
    ParseLimits limits;
    limits.max_shards = 1;
    const auto opened = Checkpoint::open(write_index(kMap), limits);
    ASSERT_FALSE(opened);
    EXPECT_THAT(opened.error().message, HasSubstr("names 2 files, more than the limit of 1"));
}

}  // namespace
}  // namespace bitlathe::test
