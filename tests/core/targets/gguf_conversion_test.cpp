// SPDX-License-Identifier: GPL-3.0-or-later
// A folder of every family as a GGUF: the same numbers come out of both, and every metadata key
// that a runtime needs is there.
#include <cmath>

#include "core/targets/gguf/gguf_presets.h"
#include "core/targets/source_plan.h"
#include "tests/core/targets/conversion_fixture.h"

namespace bitlathe {
namespace {

/// Families of the reference data that llama.cpp cannot run faithfully, with what the refusal says.
const std::map<std::string, std::string> kRefused = {{"exaone4", "the rotation of positions"},
                                                     {"olmoe", "both must be equal"}};

class Converted : public ::testing::TestWithParam<std::string> {};

TEST_P(Converted, ComputesWhatTheFolderComputes) {
    const auto folder = bitlathe::shared_data() / "families" / GetParam();
    BITLATHE_NEED(folder);
    const auto source = must_open(folder);
    if (kRefused.contains(GetParam())) {
        const auto adapted = convert_to_gguf(source);
        ASSERT_FALSE(adapted);
        EXPECT_EQ(adapted.error().code, ErrorCode::kImpossible);
        EXPECT_NE(adapted.error().message.find(kRefused.at(GetParam())), std::string::npos)
            << adapted.error().message;
        return;
    }
    auto ids = read_numbers<std::uint32_t>(folder / "ids.i32");
    if (GetParam() == "mistral-window") {
        ids.resize(48);  // llama.cpp has no window there, and no GGUF is read with one
    }
    const auto wanted = log_probabilities(source, ids);

    const auto adapted = must_adapt(source);
    const double derived = largest_difference(wanted, log_probabilities(adapted, ids));
    EXPECT_LT(derived, 1e-4);

    const TempFolder out;
    const Target& target = *find_target("gguf");
    EXPECT_TRUE(
        must_export(*adapted, source_plan(*adapted, target), {.destination = out / "m.gguf"})
            .verified);
    const auto written = must_open(out / "m.gguf");
    EXPECT_EQ(largest_difference(log_probabilities(adapted, ids), log_probabilities(written, ids)),
              0);
    std::printf("%s: %.2g\n", GetParam().c_str(), derived);
}

INSTANTIATE_TEST_SUITE_P(All, Converted, ::testing::ValuesIn(family_folders()),
                         [](const auto& folder) {
                             std::string name = folder.param;
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

/// What a folder becomes, against what llama.cpp's own converter made of it.
void expect_equal(const Model& ours, const std::filesystem::path& reference) {
    const auto theirs = must_open(reference);
    ASSERT_EQ(ours.checkpoint->tensors().size(), theirs->checkpoint->tensors().size());
    for (const TensorInfo& tensor : theirs->checkpoint->tensors()) {
        const auto found = ours.checkpoint->find(tensor.name);
        ASSERT_TRUE(found) << tensor.name;
        const TensorInfo& info = ours.tensor(*found);
        EXPECT_EQ(info.shape, tensor.shape) << tensor.name;
        EXPECT_EQ(info.format, tensor.format) << tensor.name;
        EXPECT_EQ(tensor_bytes_of(*ours.checkpoint, tensor.name),
                  tensor_bytes_of(*theirs->checkpoint, tensor.name))
            << tensor.name;
    }
    const auto keys = metadata_of(*ours.checkpoint);
    for (const auto& [key, value] : metadata_of(*theirs->checkpoint)) {
        if (key.starts_with("llama.") || key == "general.architecture") {
            ASSERT_TRUE(keys.contains(key)) << key;
            EXPECT_EQ(keys.at(key), value) << key;
        }
    }
}

TEST(Conversion, EqualsLlamaCppsConverterByteForByte) {
    expect_equal(*must_adapt(must_open(sample_folder())), sample_gguf());
}

TEST(Conversion, TakesShardsAsOneModel) {
    const auto folder = shared_data("models/shakespeare-1m-hf");
    const auto sharded = shared_data("models/shakespeare-1m-hf-sharded");
    BITLATHE_NEED(sharded);
    const auto whole = must_adapt(must_open(folder));
    const auto parts = must_adapt(must_open(sharded));
    ASSERT_EQ(whole->checkpoint->tensors().size(), parts->checkpoint->tensors().size());
    for (const TensorInfo& tensor : parts->checkpoint->tensors()) {
        const bool matrix = tensor.shape.size() == 2;
        EXPECT_EQ(format_info(tensor.format).name, matrix ? "F16" : "F32") << tensor.name;
    }
}

TEST(Conversion, PresetsAreThoseOfTheConvertedFile) {
    const auto converted = must_adapt(must_open(sample_folder()));
    const auto file = must_open(sample_gguf());
    for (const std::string_view preset : gguf_preset_names()) {
        const auto ours = gguf_preset(*converted, preset, false);
        const auto theirs = gguf_preset(*file, preset, false);
        ASSERT_TRUE(ours && theirs) << preset;
        for (std::size_t i = 0; i < ours->size(); ++i) {
            const auto other = file->checkpoint->find(converted->tensor(i).name);
            ASSERT_TRUE(other);
            EXPECT_EQ((*ours)[i].format, (*theirs)[*other].format) << converted->tensor(i).name;
        }
    }
}

TEST(Conversion, ExportsStraightToAPlan) {
    const auto converted = must_adapt(must_open(sample_folder()));
    const Target& target = *find_target("gguf");
    const TempFolder out;
    const auto quantize = [&](const Model& model, const std::string& name) {
        EXPECT_TRUE(
            must_export(model, uniform_plan(target, model, "Q4_K"), {.destination = out / name})
                .verified);
        return must_open(out / name);
    };
    const auto ours = quantize(*converted, "a.gguf");
    const auto theirs = quantize(*must_open(sample_gguf()), "b.gguf");
    for (const TensorInfo& tensor : theirs->checkpoint->tensors()) {
        EXPECT_EQ(tensor_bytes_of(*ours->checkpoint, tensor.name),
                  tensor_bytes_of(*theirs->checkpoint, tensor.name))
            << tensor.name;
    }
    // The same again, in parts and with one thread.
    const Plan plan = uniform_plan(target, *converted, "Q4_K");
    WorkContext one;
    one.threads = 1;
    EXPECT_TRUE(must_export(*converted, plan,
                            {.destination = out / "c.gguf", .split_bytes = 2'000'000}, one)
                    .verified);
    const auto parts = must_open(out / "c-00001-of-00003.gguf");
    EXPECT_EQ(parts->checkpoint->fingerprint(), ours->checkpoint->fingerprint());
}

}  // namespace
}  // namespace bitlathe
