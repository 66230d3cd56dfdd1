// SPDX-License-Identifier: GPL-3.0-or-later
// GGUF in more than one file: what belongs together, what is missing.
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

}  // namespace
}  // namespace bitlathe::test
