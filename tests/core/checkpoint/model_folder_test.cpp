// SPDX-License-Identifier: GPL-3.0-or-later
// Which model a folder holds, and what holds none.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "tests/core/checkpoint/files.h"

namespace bitlathe::test {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

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
