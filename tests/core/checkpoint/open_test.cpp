// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/json.h"
#include "core/checkpoint/checkpoint.h"

namespace bitlathe {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

const fs::path kData = BITLATHE_SHARED_DATA;
const fs::path kSample = fs::path(BITLATHE_SOURCE_DIR) / "resources/sample";

std::shared_ptr<const Checkpoint> must_open(const fs::path& path) {
    auto opened = Checkpoint::open(path);
    EXPECT_TRUE(opened) << (opened ? "" : opened.error().to_string());
    return opened ? *opened : nullptr;
}

/// Real files that are not part of the project.
class SharedFiles : public ::testing::Test {
protected:
    void SetUp() override {
        if (!fs::exists(kData / "models")) {
            GTEST_SKIP() << "NOT TESTED: there are no reference models in " << kData;
        }
    }
};

TEST(SampleModel, GgufAndFolderDescribeTheSameModel) {
    const auto gguf = must_open(kSample / "storybook-7m-bf16.gguf");
    const auto folder = must_open(kSample / "storybook-7m-hf");
    ASSERT_TRUE(gguf && folder);
    EXPECT_EQ(gguf->container(), Container::kGguf);
    EXPECT_EQ(folder->container(), Container::kSafetensors);
    EXPECT_EQ(gguf->parameters(), folder->parameters());
    EXPECT_TRUE(gguf->warnings().empty());
    EXPECT_TRUE(folder->warnings().empty());
    EXPECT_EQ(gguf->metadata().string("general.architecture"), "llama");
    EXPECT_EQ(folder->config()["model_type"], "llama");
    EXPECT_TRUE(gguf->config().is_null());
    EXPECT_EQ(folder->metadata().string("format"), "pt");
    EXPECT_EQ(gguf->path(), kSample / "storybook-7m-bf16.gguf");
    EXPECT_EQ(folder->path(), kSample / "storybook-7m-hf");

    const auto embed = gguf->find("token_embd.weight");
    const auto same = folder->find("model.embed_tokens.weight");
    ASSERT_TRUE(embed && same);
    EXPECT_THAT(gguf->tensors()[*embed].shape, ElementsAre(4096, 256));
    EXPECT_THAT(folder->tensors()[*same].shape, ElementsAre(4096, 256));
    EXPECT_EQ(gguf->tensors()[*embed].format, formats::bf16());
    const TensorView a = gguf->view(*embed);
    const TensorView b = folder->view(*same);
    EXPECT_TRUE(std::ranges::equal(a.bytes(), b.bytes()));
    EXPECT_EQ(a.rows(), 4096U);
    EXPECT_EQ(a.row_bytes(), 512U);
    ASSERT_TRUE(a.can_decode());
    std::vector<float> whole(256 * 4);
    std::vector<float> part(256 * 2);
    a.decode_rows(100, 4, whole.data());
    b.decode_rows(102, 2, part.data());
    EXPECT_TRUE(std::equal(part.begin(), part.end(), whole.begin() + 512));
    EXPECT_FALSE(gguf->find("token_embd.weigh"));
    EXPECT_FALSE(gguf->find("token_embd.weight2"));
}

TEST(SampleModel, EveryTensorIsFoundByItsName) {
    const auto model = must_open(kSample / "storybook-7m-bf16.gguf");
    ASSERT_TRUE(model);
    ASSERT_FALSE(model->tensors().empty());
    for (std::size_t i = 0; i < model->tensors().size(); ++i) {
        EXPECT_EQ(model->find(model->tensors()[i].name), i);
    }
    EXPECT_EQ(model->file_bytes(), fs::file_size(kSample / "storybook-7m-bf16.gguf"));
    EXPECT_LT(model->tensor_bytes(), model->file_bytes());
}

TEST(SampleModel, VocabularyStaysInPlaceAndIsReadInOrder) {
    const auto model = must_open(kSample / "storybook-7m-bf16.gguf");
    ASSERT_TRUE(model);
    const MetaEntry* tokens = model->metadata().find("tokenizer.ggml.tokens");
    ASSERT_NE(tokens, nullptr);
    EXPECT_EQ(tokens->type, MetaType::kArray);
    EXPECT_EQ(tokens->element_type, MetaType::kString);
    EXPECT_EQ(tokens->count, 4096U);
    const auto file = model->files()[0]->bytes();
    EXPECT_GE(tokens->raw.data(), file.data());
    EXPECT_LE(tokens->raw.data() + tokens->raw.size(), file.data() + file.size());
    std::set<std::string> different;
    std::uint64_t next = 0;
    model->metadata().for_each_string("tokenizer.ggml.tokens",
                                      [&](std::uint64_t index, std::string_view text) {
                                          EXPECT_EQ(index, next++);
                                          different.emplace(text);
                                      });
    EXPECT_EQ(next, 4096U);
    EXPECT_EQ(different.size(), 4096U);
}

TEST_F(SharedFiles, EveryModelOpensWithoutWarnings) {
    std::size_t opened = 0;
    for (const char* folder : {"models", "vocab", "llama-quantize-output", "families"}) {
        for (const auto& entry : fs::directory_iterator(kData / folder)) {
            if (!entry.is_directory() && entry.path().extension() != ".gguf") {
                continue;
            }
            const auto model = must_open(entry.path());
            ASSERT_TRUE(model) << entry.path();
            EXPECT_TRUE(model->warnings().empty())
                << entry.path() << ": " << model->warnings()[0].message;
            ++opened;
        }
    }
    EXPECT_GE(opened, 40U);
}

TEST_F(SharedFiles, TokenIdsOfAllOnesOpen) {
    const auto model = must_open(kData / "models/stories260K.gguf");
    ASSERT_TRUE(model);
    EXPECT_EQ(model->metadata().unsigned_integer("tokenizer.ggml.padding_token_id"), 4294967295U);
    EXPECT_EQ(model->tensors().size(), 48U);
}

TEST_F(SharedFiles, VocabularyWithoutTensorsOpens) {
    const auto model = must_open(kData / "vocab/ggml-vocab-gpt-2.gguf");
    ASSERT_TRUE(model);
    EXPECT_TRUE(model->tensors().empty());
    EXPECT_EQ(model->parameters(), 0U);
    EXPECT_EQ(model->metadata().find("tokenizer.ggml.tokens")->count, 50257U);
}

TEST_F(SharedFiles, OldConverterOpens) {
    const auto model = must_open(kData / "models/llama-2-tiny-random.gguf");
    ASSERT_TRUE(model);
    EXPECT_EQ(model->metadata().unsigned_integer("llama.embedding_length"), 8U);
    EXPECT_EQ(model->tensors().size(), 12U);
}

TEST_F(SharedFiles, ShardedFolderIndexAndSingleFileAgree) {
    const auto folder = must_open(kData / "models/shakespeare-1m-hf-sharded");
    const auto index =
        must_open(kData / "models/shakespeare-1m-hf-sharded/model.safetensors.index.json");
    const auto single = must_open(kData / "models/shakespeare-1m-hf");
    ASSERT_TRUE(folder && index && single);
    EXPECT_EQ(folder->files().size(), 3U);
    EXPECT_EQ(folder->fingerprint(), index->fingerprint());
    EXPECT_NE(folder->fingerprint(), single->fingerprint());  // F16 and BF16
    EXPECT_EQ(folder->parameters(), single->parameters());
    EXPECT_EQ(folder->tensors().size(), single->tensors().size());
    EXPECT_EQ(folder->config()["model_type"], "llama");
    const auto shard =
        must_open(kData / "models/shakespeare-1m-hf-sharded/model-00002-of-00003.safetensors");
    ASSERT_TRUE(shard);
    EXPECT_LT(shard->tensors().size(), folder->tensors().size());
    ASSERT_EQ(shard->warnings().size(), 1U);
    EXPECT_THAT(shard->warnings()[0].message, HasSubstr("part 2 of 3"));
}

TEST_F(SharedFiles, StackedExpertsAndScalarsKeepTheirShapes) {
    const auto model = must_open(kData / "models/shakespeare-1m.imatrix.gguf");
    ASSERT_TRUE(model);
    for (const TensorInfo& info : model->tensors()) {
        EXPECT_EQ(info.bytes, info.elements() * 4);
        EXPECT_EQ(info.rows() * info.cols(), info.elements());
    }
}

}  // namespace
}  // namespace bitlathe
