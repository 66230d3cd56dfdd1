// SPDX-License-Identifier: GPL-3.0-or-later
// Gram matrices that stay in the mapped file of a project.
#include <cstring>

#include <gmock/gmock.h>
#include <hdf5.h>

#include "core/profile/gram_errors.h"
#include "core/project/activation_cache.h"
#include "core/project/hdf5_writer.h"
#include "core/project/sealed_file.h"
#include "tests/core/profile/tensors.h"
#include "tests/core/project/sample_project.h"

namespace bitlathe {
namespace {

constexpr std::uint64_t kChannels = 192;  // 74 KB, in more than one page

std::shared_ptr<const GramMatrix> made_gram(std::uint64_t seed) {
    auto gram = std::make_shared<GramMatrix>(kChannels);
    gram->tokens = 20 + seed;
    float next = static_cast<float>(seed);
    for (float& value : gram->upper.own()) {
        value = next += 0.375F;
    }
    return gram;
}

class GramFile : public ProjectFolder {
protected:
    void SetUp() override {
        ProjectFolder::SetUp();
        made_ = sample_project();
        made_.profile->grams = {{{0, TapPoint::kAttnIn}, made_gram(1)},
                                {{0, TapPoint::kMlpMid}, made_gram(2)},
                                {{1, TapPoint::kMlpMid}, made_gram(3)}};
        ASSERT_TRUE(save_project(made_, path()));
        good_ = read_all(path());
        const std::uint64_t layout[] = {offset_of("gram/matrices/1") - kUserBlock,
                                        GramMatrix::values(kChannels) * sizeof(float)};
        const std::string_view wanted(reinterpret_cast<const char*>(layout), sizeof layout);
        address_at_ = good_.find(wanted);
        ASSERT_NE(address_at_, std::string::npos);
        ASSERT_EQ(good_.find(wanted, address_at_ + 1), std::string::npos);
    }
    [[nodiscard]] Project loaded() const {
        auto project = load_project(path());
        EXPECT_TRUE(project) << project.error().to_string();
        return *std::move(project);
    }
    void expect_same_grams(const Project& project) const {
        const auto& wanted = made_.profile->grams;
        const auto& grams = project.profile->grams;
        ASSERT_EQ(grams.size(), wanted.size());
        for (std::size_t i = 0; i < grams.size(); ++i) {
            EXPECT_EQ(grams[i].id, wanted[i].id);
            EXPECT_EQ(grams[i].matrix->tokens, wanted[i].matrix->tokens);
            EXPECT_EQ(grams[i].matrix->channels, wanted[i].matrix->channels);
            EXPECT_TRUE(grams[i].matrix->upper == wanted[i].matrix->upper) << i;
        }
    }
    /// Where a data set begins in the file.
    [[nodiscard]] std::uint64_t offset_of(const char* name) const {
        const hid_t file = H5Fopen(path().c_str(), H5F_ACC_RDONLY, H5P_DEFAULT);
        const hid_t set = H5Dopen2(file, name, H5P_DEFAULT);
        const std::uint64_t offset = H5Dget_offset(set);
        H5Dclose(set);
        H5Fclose(file);
        return offset;
    }
    /// The project where the second matrix claims to be at another address, counted from the end of
    /// the user block.
    [[nodiscard]] Result<Project> move_to(std::uint64_t address) const {
        std::string forged = good_;
        std::memcpy(forged.data() + address_at_, &address, sizeof address);
        write_all(path(), sealed_again(forged));
        return load_project(path());
    }
    Project made_;
    std::string good_;
    std::size_t address_at_ = 0;  ///< of the second matrix
};

TEST_F(GramFile, MatricesStayInIt) {
    const Project project = loaded();
    for (const TapGram& gram : project.profile->grams) {
        EXPECT_TRUE(gram.matrix->upper.in_file());
    }
    expect_same_grams(project);
    EXPECT_TRUE(project.profile->check());
}

TEST_F(GramFile, BeginsMatricesAtWholeLines) {
    for (const char* name : {"gram/matrices/0", "gram/matrices/1", "gram/matrices/2"}) {
        EXPECT_EQ(offset_of(name) % 64, 0U) << name;
    }
}

TEST_F(GramFile, SavedAgainIsTheSameBytes) {
    const std::string before = read_all(path());
    const Project project = loaded();
    ASSERT_TRUE(save_project(project, path("b.bitlathe")));
    EXPECT_TRUE(read_all(path("b.bitlathe")) == before);
    // Over the file that they lie in, which stays until nobody has it.
    ASSERT_TRUE(save_project(project, path()));
    EXPECT_TRUE(read_all(path()) == before);
    expect_same_grams(project);
    EXPECT_TRUE(project.profile->check());
    ASSERT_TRUE(save_project(project, path()));
    EXPECT_TRUE(read_all(path()) == before);
}

TEST_F(GramFile, IsKeptByWhatLiesInIt) {
    std::shared_ptr<const GramMatrix> gram = loaded().profile->grams[2].matrix;
    std::filesystem::remove(path());
    EXPECT_TRUE(gram->upper == made_.profile->grams[2].matrix->upper);
    EXPECT_TRUE(gram->upper.check());
}

TEST_F(GramFile, ThatWasCutMakesNothingOfItsMatrices) {
    const Project project = loaded();
    std::filesystem::resize_file(path(), offset_of("gram/matrices/1"));
    const Status changed = project.profile->check();
    ASSERT_FALSE(changed);
    EXPECT_EQ(changed.error().code, ErrorCode::kRefused);
    EXPECT_EQ(changed.error().file, path().string());
    // Zeros are no matrix.
    const auto tensor = encoded_tensor("F32", 2, std::vector<float>(2 * kChannels, 0.5F));
    const FormatId format = *find_format("Q8_0");
    const GramMatrix* grams[] = {project.profile->grams[1].matrix.get()};
    const auto errors = full_output_errors(tensor.view(), {&format, 1}, grams, {});
    ASSERT_FALSE(errors);
    EXPECT_EQ(errors.error().file, path().string());
    const Status saved = save_project(project, path("b.bitlathe"));
    ASSERT_FALSE(saved);
    EXPECT_EQ(saved.error().file, path().string());
    EXPECT_FALSE(std::filesystem::exists(path("b.bitlathe")));
    EXPECT_FALSE(std::filesystem::exists(path("b.bitlathe.part")));
}

TEST_F(GramFile, MatricesWhereNoFloatCanBeAreCopied) {
    // As programs wrote them that did not align data: here two bytes off.
    const std::uint64_t begin = offset_of("gram/matrices/1") + 2;
    ASSERT_TRUE(move_to(begin - kUserBlock));
    const Project project = loaded();
    EXPECT_TRUE(project.profile->grams[2].matrix->upper.in_file());
    const KeptFloats& upper = project.profile->grams[1].matrix->upper;
    EXPECT_FALSE(upper.in_file());
    EXPECT_EQ(std::memcmp(upper.values().data(), good_.data() + begin, upper.values().size_bytes()),
              0);
}

TEST_F(GramFile, MatricesElsewhereThanInItAreRefused) {
    const std::uint64_t bytes = GramMatrix::values(kChannels) * sizeof(float);
    const std::uint64_t last = good_.size() - kUserBlock - bytes;
    ASSERT_TRUE(move_to(offset_of("gram/matrices/1") - kUserBlock));
    for (const std::uint64_t address :
         {last + 4, std::uint64_t{good_.size()}, std::uint64_t{1} << 40, UINT64_MAX, UINT64_MAX - 3,
          UINT64_MAX - kUserBlock + 1, UINT64_MAX - kUserBlock - 3, UINT64_MAX - bytes}) {
        const auto project = move_to(address);
        ASSERT_FALSE(project) << address;
        EXPECT_EQ(project.error().code, ErrorCode::kRefused) << address;
        EXPECT_EQ(project.error().file, path().string()) << address;
    }
}

TEST_F(GramFile, OfTheCacheIsGoodAfterItWasFound) {
    const auto model =
        open_model(BITLATHE_SOURCE_DIR "/resources/sample/storybook-7m-bf16.gguf").value();
    const ActivationCache cache(folder_ / "cache");
    ASSERT_TRUE(cache.store(*model, "text 512", *made_.profile));
    const auto found = cache.find(*model, "text 512");
    ASSERT_TRUE(found);
    EXPECT_TRUE(found->grams.front().matrix->upper.in_file());
    EXPECT_TRUE(found->check());
}

}  // namespace
}  // namespace bitlathe
