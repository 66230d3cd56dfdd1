// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/importance.h"

#include <cmath>
#include <cstring>
#include <fstream>
#include <limits>

#include "core/targets/gguf/gguf_bytes.h"
#include "core/targets/importance_readers.h"
#include "core/targets/tensor_importance.h"
#include "tests/core/targets/export_fixture.h"

namespace bitlathe {
namespace {

constexpr float kNan = std::numeric_limits<float>::quiet_NaN();
constexpr float kInfinity = std::numeric_limits<float>::infinity();

void save(const std::filesystem::path& path, const GgufBytes& bytes) {
    std::ofstream(path, std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.view().data()),
               static_cast<std::streamsize>(bytes.size()));
}

/// One entry of the old form; `claimed`: how many values it says it has.
void put_dat_entry(GgufBytes& bytes, const std::string& name, std::int32_t calls,
                   const std::vector<float>& values, std::int32_t claimed) {
    bytes.put(static_cast<std::int32_t>(name.size()));
    bytes.append(std::as_bytes(std::span(name)));
    bytes.put(calls);
    bytes.put(claimed);
    bytes.append(std::as_bytes(std::span(values)));
}

void put_dat_entry(GgufBytes& bytes, const std::string& name, std::int32_t calls,
                   const std::vector<float>& values) {
    put_dat_entry(bytes, name, calls, values, static_cast<std::int32_t>(values.size()));
}

Result<std::shared_ptr<const Importance>> load(const GgufBytes& bytes) {
    const TempFolder folder;
    save(folder / "x.imatrix", bytes);
    return Importance::load(folder / "x.imatrix");
}

std::vector<float> values_of(const Importance& importance, const std::string& name) {
    const auto found = importance.find(name);
    return {found.begin(), found.end()};
}

/// Sums and counts of one tensor in the GGUF form; an empty vector leaves its tensor out.
struct GgufEntry {
    std::string name;
    std::vector<float> sums;
    std::vector<float> counts;
};

GgufBytes imatrix_gguf(const std::vector<GgufEntry>& entries) {
    struct Tensor {
        std::string name;
        std::vector<std::uint64_t> extents;
        const std::vector<float>* values;
    };
    std::vector<Tensor> tensors;
    for (const GgufEntry& entry : entries) {
        const std::uint64_t matrices = std::max<std::size_t>(1, entry.counts.size());
        if (!entry.sums.empty()) {
            tensors.push_back(
                {entry.name + ".in_sum2", {entry.sums.size() / matrices, matrices}, &entry.sums});
        }
        if (!entry.counts.empty()) {
            tensors.push_back({entry.name + ".counts", {1, matrices}, &entry.counts});
        }
    }
    GgufBytes bytes;
    bytes.append(std::as_bytes(std::span("GGUF", 4)));
    bytes.put<std::uint32_t>(3);
    bytes.put<std::uint64_t>(tensors.size());
    bytes.put<std::uint64_t>(1);
    bytes.put_key("general.type", MetaType::kString);
    bytes.put_string("imatrix");
    std::uint64_t offset = 0;
    for (const Tensor& tensor : tensors) {
        bytes.put_string(tensor.name);
        bytes.put<std::uint32_t>(2);
        bytes.put(tensor.extents[0]);
        bytes.put(tensor.extents[1]);
        bytes.put<std::uint32_t>(0);
        bytes.put(offset);
        offset += (tensor.values->size() * 4 + 31) / 32 * 32;
    }
    for (const Tensor& tensor : tensors) {
        bytes.pad_to((bytes.size() + 31) / 32 * 32);
        bytes.append(std::as_bytes(std::span(*tensor.values)));
    }
    bytes.pad_to((bytes.size() + 31) / 32 * 32);
    return bytes;
}

TEST(Importance, ReadsAFileOfLlamaImatrix) {
    const auto path = shared_data("models/shakespeare-1m.imatrix.gguf");
    BITLATHE_NEED(path);
    const auto importance = Importance::load(path);
    ASSERT_TRUE(importance) << importance.error().to_string();
    EXPECT_EQ((*importance)->entries(), 14U);
    EXPECT_EQ((*importance)->chunks(), 144U);
    EXPECT_EQ((*importance)->dataset(), "../text/shk_calib_60k.txt");
    EXPECT_EQ((*importance)->file(), path.string());
    EXPECT_TRUE((*importance)->warnings().empty());
    EXPECT_EQ((*importance)->find("blk.1.ffn_down.weight").size(), 512U);
    EXPECT_TRUE((*importance)->find("token_embd.weight").empty());
    // sum / count, read from the tensors themselves
    const auto raw = must_open(path);
    const auto sums = tensor_bytes_of(*raw->checkpoint, "blk.0.attn_q.weight.in_sum2");
    const auto counts = tensor_bytes_of(*raw->checkpoint, "blk.0.attn_q.weight.counts");
    float sum = 0;
    float count = 0;
    std::memcpy(&sum, sums.data() + 4 * 100, 4);
    std::memcpy(&count, counts.data(), 4);
    EXPECT_EQ((*importance)->find("blk.0.attn_q.weight")[100], sum / count);
}

TEST(Importance, GgufExpertsHaveRunsOfColumnsAndAnUnusedOneCountsAllAlike) {
    const auto importance =
        load(imatrix_gguf({{"blk.0.ffn_up_exps.weight", {2, 4, 9, 9, 6, 3}, {2, 0, 3}}}));
    ASSERT_TRUE(importance) << importance.error().to_string();
    EXPECT_EQ(values_of(**importance, "blk.0.ffn_up_exps.weight"),
              (std::vector<float>{1, 2, 1, 1, 2, 1}));
}

TEST(Importance, GgufEntriesThatSayNothingAreDroppedAndNamed) {
    const auto importance = load(imatrix_gguf({{"good", {2, 4}, {2}},
                                               {"uncounted", {2, 4}, {0}},
                                               {"nan", {2, kNan}, {1}},
                                               {"infinite", {kInfinity, 2}, {1}},
                                               {"negative", {-1, 2}, {1}},
                                               {"zero", {0, 0}, {1}},
                                               {"nan count", {1, 2}, {kNan}},
                                               {"without counts", {1, 2}, {}}}));
    ASSERT_TRUE(importance) << importance.error().to_string();
    EXPECT_EQ((*importance)->entries(), 1U);
    EXPECT_EQ(values_of(**importance, "good"), (std::vector<float>{1, 2}));
    EXPECT_EQ((*importance)->warnings().size(), 7U);
    for (const char* name :
         {"uncounted", "nan", "infinite", "negative", "zero", "without counts"}) {
        EXPECT_TRUE(std::any_of((*importance)->warnings().begin(), (*importance)->warnings().end(),
                                [&](const std::string& w) {
                                    return w.find(std::string(name) + " is not used") !=
                                           std::string::npos;
                                }))
            << name;
    }
}

TEST(Importance, GgufEntriesWithoutValuesAreDroppedAndNamed) {
    // Found by fuzzing. A zero in a shape makes a tensor of no bytes.
    GgufBytes bytes;
    bytes.append(std::as_bytes(std::span("GGUF", 4)));
    bytes.put<std::uint32_t>(3);
    bytes.put<std::uint64_t>(2);
    bytes.put<std::uint64_t>(0);
    for (const char* name : {"a.in_sum2", "a.counts"}) {
        bytes.put_string(name);
        bytes.put<std::uint32_t>(2);
        bytes.put<std::uint64_t>(0);
        bytes.put<std::uint64_t>(1);
        bytes.put<std::uint32_t>(0);
        bytes.put<std::uint64_t>(0);
    }
    const TempFolder folder;
    save(folder / "x.gguf", bytes);
    const auto file = Checkpoint::open(folder / "x.gguf");
    ASSERT_TRUE(file);
    const auto read = read_importance_gguf(**file);
    ASSERT_TRUE(read);
    EXPECT_TRUE(read->values.empty());
    ASSERT_EQ(read->warnings.size(), 1U);
    EXPECT_NE(read->warnings[0].find("0 sums do not fit 0 counts"), std::string::npos);
}

TEST(Importance, GgufWithoutEntriesIsRefused) {
    const auto result = Importance::load(sample_gguf());
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::kRefused);
    EXPECT_EQ(result.error().file, sample_gguf().string());
}

TEST(Importance, ReadsTheOldFormWithAndWithoutItsEnd) {
    GgufBytes bytes;
    bytes.put<std::int32_t>(2);
    put_dat_entry(bytes, "blk.0.attn_q.weight", 4, {4, 8, 0});
    put_dat_entry(bytes, "blk.0.attn_k.weight", 1, {3, 5});
    const auto early = load(bytes);
    ASSERT_TRUE(early) << early.error().to_string();
    EXPECT_EQ(values_of(**early, "blk.0.attn_q.weight"), (std::vector<float>{1, 2, 0}));
    EXPECT_EQ(values_of(**early, "blk.0.attn_k.weight"), (std::vector<float>{3, 5}));
    EXPECT_EQ((*early)->chunks(), 0U);
    EXPECT_TRUE((*early)->warnings().empty());
    bytes.put<std::int32_t>(77);
    bytes.put<std::int32_t>(5);
    bytes.append(std::as_bytes(std::span("wiki!", 5)));
    const auto later = load(bytes);
    ASSERT_TRUE(later) << later.error().to_string();
    EXPECT_EQ((*later)->chunks(), 77U);
    EXPECT_EQ((*later)->dataset(), "wiki!");
    EXPECT_TRUE((*later)->warnings().empty());
}

TEST(Importance, OldFormUnreadableEndIsAWarning) {
    GgufBytes bytes;
    bytes.put<std::int32_t>(1);
    put_dat_entry(bytes, "a", 1, {1, 2});
    bytes.put<std::int32_t>(77);
    bytes.put<std::int32_t>(1000);
    const auto result = load(bytes);
    ASSERT_TRUE(result);
    EXPECT_EQ((*result)->chunks(), 0U);
    EXPECT_EQ((*result)->warnings().size(), 1U);
}

TEST(Importance, OldFormWithNanInActivationsDropsThatEntry) {
    GgufBytes bytes;
    bytes.put<std::int32_t>(3);
    put_dat_entry(bytes, "bad", 1, {1, kNan});
    put_dat_entry(bytes, "uncounted", 0, {1, 2});
    put_dat_entry(bytes, "good", 1, {1, 2});
    const auto result = load(bytes);
    ASSERT_TRUE(result);
    EXPECT_EQ((*result)->entries(), 1U);
    EXPECT_EQ((*result)->warnings().size(), 2U);
}

/// Must be refused with the offset of what is wrong.
void expect_refused(const GgufBytes& bytes, std::uint64_t offset) {
    const auto result = load(bytes);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::kRefused);
    EXPECT_EQ(result.error().offset, offset) << result.error().to_string();
    EXPECT_FALSE(result.error().file.empty());
}

TEST(Importance, HostileEntryCountsAreRefused) {
    for (const std::int32_t entries : {0, -1, 2, 0x7fffffff}) {
        GgufBytes bytes;
        bytes.put(entries);
        put_dat_entry(bytes, "a", 1, {1});
        expect_refused(bytes, 0);
    }
    expect_refused({}, 0);
}

TEST(Importance, HostileFewerValuesThanClaimedIsRefused) {
    for (const std::int32_t claimed : {0, -1, 3, 0x7fffffff}) {
        GgufBytes bytes;
        bytes.put<std::int32_t>(1);
        put_dat_entry(bytes, "a", 1, {1, 2}, claimed);
        expect_refused(bytes, 4 + 4 + 1 + 4);
    }
}

TEST(Importance, HostileMoreValuesThanClaimedLeavesNoReadableName) {
    GgufBytes bytes;
    bytes.put<std::int32_t>(2);
    put_dat_entry(bytes, "a", 1, {1, 2, 3, 4}, 2);  // the reader now stands inside floats
    put_dat_entry(bytes, "b", 1, {1, 2});
    const auto result = load(bytes);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().offset, 4U + 13 + 8);
}

TEST(Importance, HostileNamesAreRefused) {
    for (const std::int32_t length : {0, -1, 5000, 0x7fffffff}) {
        GgufBytes bytes;
        bytes.put<std::int32_t>(1);
        bytes.put(length);
        bytes.append(std::as_bytes(std::span("abcdefghijklmnop", 16)));
        expect_refused(bytes, 4);
    }
    GgufBytes bytes;
    bytes.put<std::int32_t>(1);
    put_dat_entry(bytes, "\xff\xfe", 1, {1});
    expect_refused(bytes, 4);
}

TEST(Importance, HostileRepeatedNameKeepsTheFirst) {
    GgufBytes bytes;
    bytes.put<std::int32_t>(2);
    put_dat_entry(bytes, "a", 1, {1, 2});
    put_dat_entry(bytes, "a", 1, {3, 4});
    const auto result = load(bytes);
    ASSERT_TRUE(result);
    EXPECT_EQ(values_of(**result, "a"), (std::vector<float>{1, 2}));
    EXPECT_EQ((*result)->warnings().size(), 1U);
}

TEST(Importance, EveryCutOfAnOldFileIsRefusedOrRead) {
    GgufBytes bytes;
    bytes.put<std::int32_t>(2);
    put_dat_entry(bytes, "first", 1, {1, 2});
    put_dat_entry(bytes, "second", 1, {3, 4});
    const std::uint64_t whole = bytes.size();
    for (std::uint64_t size = 0; size < whole; ++size) {
        GgufBytes cut;
        cut.append(bytes.view().first(size));
        EXPECT_FALSE(load(cut)) << size;
    }
    EXPECT_TRUE(load(bytes));
}

TEST(Importance, MissingFileIsRefused) {
    const auto result = Importance::load("/no/such/file");
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::kRefused);
}

TEST(Importance, EntryOfAnotherLengthIsNotUsedAndSaysSo) {
    const auto model = must_open(sample_gguf());
    const auto importance =
        load(imatrix_gguf({{"blk.0.attn_q.weight", {1, 2, 3}, {1}},
                           {"blk.0.attn_k.weight", std::vector<float>(256, 2.0F), {1}}}));
    ASSERT_TRUE(importance);
    const std::size_t q = *model->checkpoint->find("blk.0.attn_q.weight");
    const std::size_t k = *model->checkpoint->find("blk.0.attn_k.weight");
    std::string problem;
    EXPECT_TRUE(importance_of(*model, q, importance->get(), &problem).empty());
    EXPECT_FALSE(problem.empty());
    problem.clear();
    EXPECT_EQ(importance_of(*model, k, importance->get(), &problem).size(), 256U);
    EXPECT_TRUE(problem.empty());
    EXPECT_TRUE(importance_of(*model, k, nullptr).empty());
}

}  // namespace
}  // namespace bitlathe
