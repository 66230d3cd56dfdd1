// SPDX-License-Identifier: GPL-3.0-or-later
// Models in more than one file, and folders: what belongs together, what is missing, what is not
// followed.
#include <array>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "core/checkpoint/shards.h"
#include "tests/core/checkpoint/files.h"

namespace bitlathe::test {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

/// Expects that opening is refused with this reason, whichever file it names.
void expect_not_opened(const fs::path& path, std::string_view reason) {
    const auto opened = Checkpoint::open(path);
    ASSERT_FALSE(opened) << warnings_of(**opened);
    EXPECT_EQ(opened.error().code, ErrorCode::kRefused);
    EXPECT_FALSE(opened.error().file.empty());
    EXPECT_THAT(opened.error().message, HasSubstr(reason));
}

TEST(ShardNames, AreRead) {
    const auto name = parse_shard_name("model-00002-of-00003.safetensors");
    ASSERT_TRUE(name);
    EXPECT_EQ(name->prefix, "model");
    EXPECT_EQ(name->number, 2U);
    EXPECT_EQ(name->count, 3U);
    EXPECT_EQ(name->extension, ".safetensors");
    EXPECT_EQ(name->of(1), "model-00001-of-00003.safetensors");
    EXPECT_TRUE(name->same_set(*parse_shard_name("model-00003-of-00003.safetensors")));
    EXPECT_FALSE(name->same_set(*parse_shard_name("other-00003-of-00003.safetensors")));
    EXPECT_FALSE(name->same_set(*parse_shard_name("model-00003-of-00004.safetensors")));
    EXPECT_TRUE(parse_shard_name("a-00001-of-99999.gguf"));
    for (const char* bad :
         {"model.gguf", "model-00000-of-00003.gguf", "model-00004-of-00003.gguf",
          "model-0001-of-0003.gguf", "model-000001-of-000003.gguf", "model-+0001-of-00003.gguf",
          "model-00001_of-00003.gguf", "model00001-of-00003.gguf", "model-00001-of-00003", "", ".",
          "-00001-of-0000 .gguf"}) {
        EXPECT_FALSE(parse_shard_name(bad)) << bad;
    }
}

class SplitGguf : public ::testing::Test {
protected:
    static std::string name(std::size_t number, std::size_t count) {
        return ShardName{"model", ".gguf", static_cast<std::uint32_t>(number),
                         static_cast<std::uint32_t>(count)}
            .of(static_cast<std::uint32_t>(number));
    }
    static GgufFile part(std::size_t number, std::size_t count, const std::string& tensor) {
        GgufFile file;
        if (number == 1) {
            file.text("general.architecture", "llama");
        }
        file.u16("split.no", static_cast<std::uint16_t>(number - 1));
        file.u16("split.count", static_cast<std::uint16_t>(count));
        file.value("split.tensors.count", 5, Bytes().put(static_cast<std::int32_t>(count)));
        return file.f32(tensor, {8});
    }
    void write_set() {
        static constexpr std::array<const char*, 3> kTensors = {"t1", "t2", "t3"};
        for (std::size_t i = 1; i <= 3; ++i) {
            folder_.write(name(i, 3), part(i, 3, kTensors[i - 1]).build());
        }
    }
    [[nodiscard]] fs::path path(std::size_t number) const {
        return folder_.path() / name(number, 3);
    }
    TempFolder folder_;
};

TEST_F(SplitGguf, OpensFromAnyPart) {
    write_set();
    std::string fingerprint;
    for (std::size_t i = 1; i <= 3; ++i) {
        const auto model = expect_opens(path(i));
        ASSERT_TRUE(model);
        EXPECT_THAT(warnings_of(*model), IsEmpty());
        EXPECT_THAT(names_of(*model), ElementsAre("t1", "t2", "t3"));
        EXPECT_EQ(model->files().size(), 3U);
        EXPECT_EQ(model->tensors()[2].file, 2U);
        EXPECT_EQ(model->path(), path(i));
        EXPECT_EQ(model->metadata().string("general.architecture"), "llama");
        std::array<float, 8> values = {};
        model->view(2).decode_rows(0, 1, values.data());
        EXPECT_EQ(values[7], 1.0F);
        fingerprint = fingerprint.empty() ? model->fingerprint() : fingerprint;
        EXPECT_EQ(model->fingerprint(), fingerprint);
    }
}

TEST_F(SplitGguf, OpensFromItsFolder) {
    write_set();
    const auto model = expect_opens(folder_.path());
    ASSERT_TRUE(model);
    EXPECT_EQ(model->tensors().size(), 3U);
    EXPECT_EQ(model->path(), folder_.path());
}

TEST_F(SplitGguf, MissingPartIsAWarning) {
    write_set();
    fs::remove(path(2));
    const auto model = expect_opens(path(3));
    ASSERT_TRUE(model);
    EXPECT_THAT(names_of(*model), ElementsAre("t1", "t3"));
    EXPECT_THAT(warnings_of(*model),
                HasSubstr("1 of 3 parts are missing: model-00002-of-00003.gguf"));
}

TEST_F(SplitGguf, MissingFirstPartIsAWarning) {
    write_set();
    fs::remove(path(1));
    const auto model = expect_opens(path(3));
    ASSERT_TRUE(model);
    EXPECT_THAT(names_of(*model), ElementsAre("t2", "t3"));
    EXPECT_THAT(warnings_of(*model), HasSubstr("model-00001-of-00003.gguf"));
}

TEST_F(SplitGguf, DamagedPartIsAWarningFromEveryPart) {
    write_set();
    folder_.write(name(2, 3), "GGUF");
    for (std::size_t i = 1; i <= 3; ++i) {
        const auto model = expect_opens(path(i));
        ASSERT_TRUE(model) << i;
        EXPECT_THAT(names_of(*model), ElementsAre("t1", "t3"));
        EXPECT_THAT(warnings_of(*model), HasSubstr("this part is left out"));
        EXPECT_EQ(model->warnings()[0].file, path(2).string());
    }
}

TEST_F(SplitGguf, TruncatedPartKeepsItsOtherTensors) {
    write_set();
    const std::string text = part(2, 3, "t2").f32("u2", {8}).build();
    folder_.write(name(2, 3), text.substr(0, text.size() - 1));
    const auto model = expect_opens(path(1));
    ASSERT_TRUE(model);
    EXPECT_THAT(names_of(*model), ElementsAre("t1", "t2", "t3"));
    EXPECT_THAT(warnings_of(*model), HasSubstr("1 of 2 tensors are left out: u2"));
}

TEST_F(SplitGguf, NoReadablePartIsRefused) {
    folder_.write(name(1, 2), "GGUF");
    folder_.write(name(2, 2), "GGUF");
    expect_refused(folder_.path() / name(2, 2), "the version reaches past the end");
}

TEST_F(SplitGguf, CountThatDisagreesWithTheNameIsRefused) {
    folder_.write(name(1, 3), part(1, 5, "t").build());
    expect_not_opened(path(1), "split.count is 5, but the name says 3 parts");
}

TEST_F(SplitGguf, NumberThatDisagreesWithTheNameIsRefused) {
    folder_.write(name(2, 3), part(1, 3, "t").build());
    expect_not_opened(path(2), "split.no is 0, but the name says part 2");
}

TEST_F(SplitGguf, PartOfAnotherSetIsLeftOut) {
    write_set();
    folder_.write(name(2, 3), part(2, 7, "t2").build());
    const auto model = expect_opens(path(1));
    ASSERT_TRUE(model);
    EXPECT_THAT(names_of(*model), ElementsAre("t1", "t3"));
    EXPECT_THAT(warnings_of(*model), HasSubstr("split.count is 7"));
}

TEST_F(SplitGguf, RenamedPartOpensAlone) {
    const auto model = expect_opens(folder_.write("renamed.gguf", part(2, 3, "t2").build()));
    ASSERT_TRUE(model);
    EXPECT_THAT(names_of(*model), ElementsAre("t2"));
    EXPECT_THAT(warnings_of(*model), HasSubstr("one of 3 parts"));
}

TEST_F(SplitGguf, NameAloneMakesNoSet) {
    const auto model = expect_opens(folder_.write(name(1, 3), GgufFile().f32("a", {4}).build()));
    ASSERT_TRUE(model);
    EXPECT_THAT(warnings_of(*model), IsEmpty());
}

TEST_F(SplitGguf, TensorInTwoPartsIsRefused) {
    write_set();
    folder_.write(name(3, 3), part(3, 3, "t1").build());
    expect_not_opened(path(1), "tensor \"t1\" appears twice");
}

TEST_F(SplitGguf, TotalThatDisagreesIsAWarning) {
    write_set();
    folder_.write(name(3, 3), part(3, 3, "t3").f32("t4", {4}).build());
    const auto model = expect_opens(path(1));
    ASSERT_TRUE(model);
    EXPECT_THAT(warnings_of(*model),
                HasSubstr("split.tensors.count says 3 tensors, the parts have 4"));
}

TEST_F(SplitGguf, HugeCountIsHandled) {
    GgufFile file;
    file.u16("split.no", 0).u16("split.count", 65535).f32("a", {4});
    const auto model = expect_opens(folder_.write(name(1, 65535), file.build()));
    ASSERT_TRUE(model);
    EXPECT_EQ(model->warnings().size(), 1U);
    EXPECT_THAT(warnings_of(*model), HasSubstr("65534 of 65535 parts are missing"));
    EXPECT_LT(warnings_of(*model).size(), 2000U);
    ParseLimits limits;
    limits.max_shards = 100;
    EXPECT_FALSE(Checkpoint::open(folder_.path() / name(1, 65535), limits));
}

TEST_F(SplitGguf, PartThatIsNoFileIsAWarning) {
    write_set();
    fs::remove(path(2));
    fs::create_directory(path(2));
    fs::remove(path(3));
    ASSERT_EQ(::mkfifo(path(3).c_str(), 0600), 0);
    const auto model = expect_opens(path(1));
    ASSERT_TRUE(model);
    EXPECT_THAT(names_of(*model), ElementsAre("t1"));
    EXPECT_EQ(model->warnings().size(), 2U);
    EXPECT_THAT(warnings_of(*model), HasSubstr("not a regular file"));
}

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

class ModelFolder : public ::testing::Test {
protected:
    TempFolder folder_;
};

TEST_F(ModelFolder, IndexIsPreferred) {
    folder_.write("model.safetensors", safetensors_of({"wrong"}));
    folder_.write("part.safetensors", safetensors_of({"right"}));
    folder_.write("model.safetensors.index.json", R"({"weight_map":{"right":"part.safetensors"}})");
    const auto model = expect_opens(folder_.path());
    ASSERT_TRUE(model);
    EXPECT_THAT(names_of(*model), ElementsAre("right"));
}

TEST_F(ModelFolder, OnlyIndexOfAnotherNameIsUsed) {
    folder_.write("part.safetensors", safetensors_of({"right"}));
    folder_.write("diffusion.safetensors.index.json",
                  R"({"weight_map":{"right":"part.safetensors"}})");
    EXPECT_TRUE(expect_opens(folder_.path()));
}

TEST_F(ModelFolder, ModelSafetensorsIsPreferred) {
    folder_.write("model.safetensors", safetensors_of({"right"}));
    folder_.write("adapter.safetensors", safetensors_of({"wrong"}));
    folder_.write("x.gguf", GgufFile().f32("wrong", {4}).build());
    const auto model = expect_opens(folder_.path());
    ASSERT_TRUE(model);
    EXPECT_THAT(names_of(*model), ElementsAre("right"));
    EXPECT_EQ(model->path(), folder_.path());
}

TEST_F(ModelFolder, OnlySafetensorsIsUsed) {
    folder_.write("anything.safetensors", safetensors_of({"right"}));
    EXPECT_TRUE(expect_opens(folder_.path()));
}

TEST_F(ModelFolder, SetWithoutIndexIsPutTogether) {
    folder_.write("m-00001-of-00003.safetensors", safetensors_of({"a"}));
    folder_.write("m-00003-of-00003.safetensors", safetensors_of({"c"}));
    const auto model = expect_opens(folder_.path());
    ASSERT_TRUE(model);
    EXPECT_THAT(names_of(*model), ElementsAre("a", "c"));
    EXPECT_THAT(warnings_of(*model),
                HasSubstr("1 files of the model are missing: m-00002-of-00003.safetensors"));
}

TEST_F(ModelFolder, OnlyGgufIsUsed) {
    folder_.write("x.gguf", GgufFile().f32("a", {4}).build());
    folder_.write("readme.txt", "text");
    EXPECT_TRUE(expect_opens(folder_.path()));
}

TEST_F(ModelFolder, SeveralModelsAreRefused) {
    folder_.write("x.gguf", GgufFile().f32("a", {4}).build());
    folder_.write("y.gguf", GgufFile().f32("a", {4}).build());
    expect_not_opened(folder_.path(), "more than one model: x.gguf, y.gguf");
    folder_.write("x.safetensors", safetensors_of({"a"}));
    folder_.write("y.safetensors", safetensors_of({"a"}));
    expect_not_opened(folder_.path(), "more than one model: x.safetensors, y.safetensors");
}

TEST_F(ModelFolder, FolderWithoutAModelIsRefused) {
    expect_not_opened(folder_.path(), "no .safetensors and no .gguf");
    folder_.write("pytorch_model.bin", "PK");
    const auto opened = Checkpoint::open(folder_.path());
    ASSERT_FALSE(opened);
    EXPECT_THAT(opened.error().hint, HasSubstr("pickled"));
}

TEST(Open, WhatIsNoModelIsRefused) {
    TempFolder folder;
    expect_not_opened(folder.path() / "missing.gguf", "cannot open");
    expect_refused(folder.write("pytorch_model.bin", "PK\3\4 zip"), "neither GGUF nor safetensors",
                   0);
    expect_refused(folder.write("empty", ""), "neither GGUF nor safetensors", 0);
}

TEST(Open, NamedPipeDoesNotHang) {
    TempFolder folder;
    const auto pipe = folder.path() / "pipe.gguf";
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    expect_not_opened(pipe, "not a regular file");
    expect_not_opened("/dev/null", "not a regular file");
}

}  // namespace
}  // namespace bitlathe::test
