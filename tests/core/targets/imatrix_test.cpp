// SPDX-License-Identifier: GPL-3.0-or-later
// Importance values from our own pass against those of llama-imatrix, and their file.
#include "core/targets/imatrix.h"

#include <cmath>
#include <fstream>

#include "core/profile/activation/profile_activations.h"
#include "core/targets/importance_table.h"
#include "core/text/corpus.h"
#include "tests/core/targets/export_fixture.h"

namespace bitlathe {
namespace {

const std::filesystem::path kShared = BITLATHE_SHARED_DATA;

Imatrix small_imatrix() {
    return {{{"blk.0.attn_q.weight", {1, 2, 3}, {4}},
             {"blk.0.ffn_down_exps.weight", {1, 2, 3, 4, 0, 0}, {5, 2, 0}}},
            "some text",
            7,
            512};
}

TEST(ImatrixFile, IsReadAsItWasWritten) {
    const TempFolder folder;
    ASSERT_TRUE(write_imatrix(small_imatrix(), folder / "i.gguf"));
    const auto read = Importance::load(folder / "i.gguf");
    ASSERT_TRUE(read) << read.error().to_string();
    EXPECT_EQ((*read)->entries(), 2U);
    EXPECT_EQ((*read)->dataset(), "some text");
    EXPECT_EQ((*read)->chunks(), 7U);
    EXPECT_TRUE((*read)->warnings().empty());
    const auto q = (*read)->find("blk.0.attn_q.weight");
    ASSERT_EQ(q.size(), 3U);
    EXPECT_EQ(q[1], 0.5F);
    // Two matrices by their own counts; an expert that saw nothing counts 1 everywhere.
    const auto experts = (*read)->find("blk.0.ffn_down_exps.weight");
    ASSERT_EQ(experts.size(), 6U);
    EXPECT_EQ(experts[1], 2.0F / 5);
    EXPECT_EQ(experts[3], 2.0F);
    EXPECT_EQ(experts[4], 1.0F);
}

TEST(ImatrixFile, ComesBackFromImportance) {
    const auto importance = Importance::of(small_imatrix(), "memory");
    const Imatrix again = imatrix_of(*importance);
    ASSERT_EQ(again.entries.size(), 2U);
    EXPECT_EQ(again.entries[0].sums, (std::vector<float>{1, 2, 3}));
    EXPECT_EQ(again.entries[0].counts, (std::vector<float>{4}));
    EXPECT_EQ(again.entries[1].counts, (std::vector<float>{5, 2, 0}));
    EXPECT_EQ(again.chunk_size, 512U);
    EXPECT_EQ(importance->file(), "memory");
}

TEST(ImatrixFile, SaysWhereItCannotBeWritten) {
    const auto status = write_imatrix(small_imatrix(), "/no/such/folder/i.gguf");
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code, ErrorCode::kNotWritten);
}

/// The tokens of a text as llama-imatrix cuts them.
TokenBatch chunks_of(const Model& model, const std::filesystem::path& text, std::size_t length) {
    const auto tokenizer = Tokenizer::open(*model.checkpoint).value();
    const auto stream = tokenize_corpus(Corpus::open(text).value(), *tokenizer, 0).value();
    TokenBatch batch = cut_windows(stream.ids, length, false);
    for (const Segment& window : batch.windows) {
        batch.ids[window.first] = tokenizer->special().first().value();
    }
    return batch;
}

TEST(ImatrixOfProfile, IsWhatLlamaImatrixFound) {
    const auto reference = kShared / "models/shakespeare-1m.imatrix.gguf";
    if (!std::filesystem::exists(reference)) {
        GTEST_SKIP() << "no reference imatrix beside the project";
    }
    // It was made from the first 60,000 bytes of the training text.
    const TempFolder folder;
    std::ifstream whole(kShared / "text/tinyshakespeare.txt", std::ios::binary);
    std::string text(60'000, '\0');
    whole.read(text.data(), static_cast<std::streamsize>(text.size()));
    std::ofstream(folder / "text.txt", std::ios::binary) << text;
    const auto model = open_model(kShared / "models/shakespeare-1m-f32.gguf").value();
    const auto profile = profile_activations(Transformer::create(model).value(),
                                             chunks_of(*model, folder / "text.txt", 256), {}, {});
    ASSERT_TRUE(profile) << profile.error().to_string();
    const Imatrix ours = imatrix_of(*model, *profile);
    const Imatrix theirs = imatrix_of(*Importance::load(reference).value());
    EXPECT_EQ(ours.chunks, theirs.chunks);
    EXPECT_EQ(ours.chunk_size, theirs.chunk_size);
    ASSERT_EQ(ours.entries.size(), theirs.entries.size());
    for (std::size_t e = 0; e < ours.entries.size(); ++e) {
        EXPECT_EQ(ours.entries[e].name, theirs.entries[e].name);
        EXPECT_EQ(ours.entries[e].counts, theirs.entries[e].counts);
        ASSERT_EQ(ours.entries[e].sums.size(), theirs.entries[e].sums.size());
        for (std::size_t c = 0; c < ours.entries[e].sums.size(); ++c) {
            // Theirs is a float32 sum over 36,864 tokens of a float32 pass with half-precision keys
            // and values.
            EXPECT_NEAR(ours.entries[e].sums[c], theirs.entries[e].sums[c],
                        2e-3 * theirs.entries[e].sums[c])
                << ours.entries[e].name << " " << c;
        }
    }
}

TEST(ImportanceTable, HessianTraceAndOutputErrorFollowFromTheInputs) {
    const auto model =
        open_model(BITLATHE_SOURCE_DIR "/resources/sample/storybook-7m-bf16.gguf").value();
    std::vector<std::uint32_t> ids(96);
    for (std::size_t i = 0; i < ids.size(); ++i) {
        ids[i] = static_cast<std::uint32_t>(i * 37 % 4000);
    }
    const auto profile =
        profile_activations(Transformer::create(model).value(), cut_windows(ids, 32, false), {}, {})
            .value();
    const FormatId q4 = find_format("Q4_0").value();
    const auto table = importance_table(model.get(), &profile, {{q4}, true}, {});
    ASSERT_TRUE(table) << table.error().to_string();
    ASSERT_EQ(table->tensors.size(), 8U * 7U);
    const TensorImportanceRow& row = table->tensors[10];
    const TensorPlace& place = model->places[row.tensor];
    const TapStatistics input =
        profile.find({*place.block, tap_of_role(place.role).value()})->statistics.all();
    double trace = 0;
    for (const double sum : input.sum2) {
        trace += 2 * sum / 96;
    }
    EXPECT_NEAR(row.hessian_trace.value(), trace, 1e-6 * trace);
    // A plain reading: encode, decode, weigh every column by its input.
    const TensorView view = model->checkpoint->view(row.tensor);
    const FormatInfo& info = format_info(q4);
    std::vector<float> w(view.cols()), again(view.cols());
    std::vector<std::byte> codes(row_bytes(q4, view.cols()).value());
    double error = 0, whole = 0;
    for (std::uint64_t r = 0; r < view.rows(); ++r) {
        view.decode_rows(r, 1, w.data());
        info.encode(w.data(), nullptr, codes.data(), w.size());
        info.decode(codes.data(), again.data(), w.size());
        for (std::size_t c = 0; c < w.size(); ++c) {
            const double d = double{again[c]} - double{w[c]};
            error += d * d * input.sum2[c];
            whole += double{w[c]} * double{w[c]} * input.sum2[c];
        }
    }
    ASSERT_EQ(row.output_errors.size(), 1U);
    EXPECT_NEAR(row.output_errors[0].nmse.value(), error / whole, 1e-5 * error / whole);
}

}  // namespace
}  // namespace bitlathe
