// SPDX-License-Identifier: GPL-3.0-or-later
// A folder of every family as a GGUF and back: the same tensors, bit for bit, the same numbers, and
// the same tokens.
#include "core/targets/safetensors/folder_conversion.h"

#include <set>

#include "core/base/json.h"
#include "core/targets/source_plan.h"
#include "core/text/tokenizer.h"
#include "tests/core/targets/conversion_fixture.h"

namespace bitlathe {
namespace {

/// Families that do not become a GGUF in the first place.
const std::set<std::string> kNoGguf = {"exaone4", "olmoe"};
/// Tensors that llama.cpp needs in another form, in which they stay: queries that carry a scale of
/// attention for which GGUF has no key.
const std::map<std::string, std::string> kChanged = {{"gemma2", ".self_attn.q_proj."}};

FolderModel must_come_back(const std::shared_ptr<const Model>& model, FormatId format) {
    auto folder = convert_to_folder(model, format);
    if (!folder) {
        throw std::runtime_error(folder.error().to_string());
    }
    return *std::move(folder);
}

std::shared_ptr<const Model> written(const FolderModel& folder, const std::filesystem::path& to) {
    const auto report = write_folder_model(folder, {.destination = to}, {});
    if (!report) {
        throw std::runtime_error(report.error().to_string());
    }
    EXPECT_TRUE(report->verified);
    return must_open(to);
}

/// Norms that a GGUF holds plus 1, in float32: what is near 0 comes back to within a rounding of 1.
void expect_near(const TensorView& ours, const TensorView& theirs, const std::string& name) {
    std::vector<float> a(ours.cols());
    std::vector<float> b(theirs.cols());
    ours.decode_rows(0, 1, a.data());
    theirs.decode_rows(0, 1, b.data());
    for (std::size_t i = 0; i < a.size(); ++i) {
        EXPECT_NEAR(a[i], b[i], 1.2e-7) << name << ' ' << i;
    }
}

void expect_same_tensors(const Model& ours, const Model& theirs, const std::string& except) {
    EXPECT_EQ(ours.checkpoint->tensors().size(), theirs.checkpoint->tensors().size());
    for (const TensorInfo& tensor : theirs.checkpoint->tensors()) {
        const auto found = ours.checkpoint->find(tensor.name);
        ASSERT_TRUE(found) << tensor.name;
        EXPECT_EQ(ours.tensor(*found).shape, tensor.shape) << tensor.name;
        EXPECT_EQ(ours.tensor(*found).format, tensor.format) << tensor.name;
        const bool plus_one =
            theirs.family.starts_with("gemma") && tensor.name.find("norm") != std::string::npos;
        if (plus_one) {
            expect_near(ours.checkpoint->view(*found),
                        theirs.checkpoint->view(*theirs.checkpoint->find(tensor.name)),
                        tensor.name);
        } else if (except.empty() || tensor.name.find(except) == std::string::npos) {
            EXPECT_EQ(tensor_bytes_of(*ours.checkpoint, tensor.name),
                      tensor_bytes_of(*theirs.checkpoint, tensor.name))
                << tensor.name;
        }
    }
}

/// What is said of rotations, in the words of the transformers that wrote the source.
void expect_same_rope(const Json& ours, const Json& theirs) {
    if (!theirs.contains("rope_parameters")) {
        EXPECT_FALSE(ours.contains("rope_parameters"));
        return;
    }
    const Json& stated = theirs["rope_parameters"];
    for (const auto& [key, value] : ours["rope_parameters"].items()) {
        EXPECT_EQ(in_any_order(stated[key]), in_any_order(value)) << key;
    }
}

class ComesBack : public ::testing::TestWithParam<std::string> {};

TEST_P(ComesBack, WithTheSameTensorsAndNumbers) {
    const auto folder = bitlathe::shared_data() / "families" / GetParam();
    BITLATHE_NEED(folder);
    if (kNoGguf.contains(GetParam())) {
        GTEST_SKIP() << "llama.cpp cannot run it";
    }
    const auto source = must_open(folder);
    const TempFolder out;
    const auto gguf = as_gguf(source, "F32", out / "m.gguf");
    const FolderModel back = must_come_back(gguf, formats::bf16());
    expect_same_rope(back.model->checkpoint->config(), source->checkpoint->config());
    const auto changed = kChanged.find(GetParam());
    const bool same = changed == kChanged.end();
    expect_same_tensors(*back.model, *source, same ? "" : changed->second);
    EXPECT_EQ(back.model->family == source->family || GetParam() == "mistral-window", true);

    const auto model = written(back, out / "back");
    auto ids = read_numbers<std::uint32_t>(folder / "ids.i32");
    if (GetParam() == "mistral-window") {
        ids.resize(48);  // a GGUF of the family has no window
    }
    const double difference =
        largest_difference(log_probabilities(source, ids), log_probabilities(model, ids));
    if (same) {
        EXPECT_LT(difference, 1e-6);
    } else {
        // The scaled queries are rounded to BF16 once more.
        EXPECT_LT(difference, 0.05);
        const auto exact = written(must_come_back(gguf, formats::f32()), out / "exact");
        EXPECT_LT(largest_difference(log_probabilities(source, ids), log_probabilities(exact, ids)),
                  1e-4);
    }
    const std::string text = "The king's 3 daughters\n\tran into the forest — 森.";
    EXPECT_EQ(Tokenizer::open(*model->checkpoint).value()->encode(text).value(),
              Tokenizer::open(*source->checkpoint).value()->encode(text).value());
    std::printf("%s: %.2g\n", GetParam().c_str(), difference);
}

INSTANTIATE_TEST_SUITE_P(All, ComesBack, ::testing::ValuesIn(family_folders()),
                         [](const auto& folder) {
                             std::string name = folder.param;
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

TEST(FolderConversion, UndoesLlamaCppsConverterByteForByte) {
    const auto folder = must_open(sample_folder());
    const FormatId format = folder->checkpoint->tensors().front().format;
    const FolderModel back = must_come_back(must_open(sample_gguf()), format);
    expect_same_tensors(*back.model, *folder, {});
    const Json& ours = back.model->checkpoint->config();
    for (const auto& [key, value] : folder->checkpoint->config().items()) {
        if (ours.contains(key) && key != "rope_parameters") {
            EXPECT_EQ(ours[key], value) << key;
        }
    }
}

TEST(FolderConversion, QuantizedWeightsAreDecoded) {
    const TempFolder out;
    const auto gguf = as_gguf(must_open(sample_folder()), "Q4_K", out / "m.gguf");
    const auto chosen = convert_to_folder(gguf, std::nullopt).value();
    for (const TensorInfo& tensor : chosen.model->checkpoint->tensors()) {
        EXPECT_EQ(tensor.format, formats::f32()) << tensor.name;
    }
    const auto model = written(chosen, out / "back");
    const std::vector<std::uint32_t> ids = {1, 403, 407, 261, 378, 300, 301, 302};
    EXPECT_LT(largest_difference(log_probabilities(gguf, ids), log_probabilities(model, ids)),
              1e-4);
}

TEST(FolderConversion, FilesOfAFolderAreThereAndAnEarlierOneIsReplacedOnlyWhenAsked) {
    const TempFolder out;
    const FolderModel back = must_come_back(must_open(sample_gguf()), formats::bf16());
    written(back, out / "back");
    for (const char* name : {"config.json", "generation_config.json", "tokenizer.json",
                             "tokenizer_config.json", "model.safetensors"}) {
        EXPECT_TRUE(std::filesystem::exists(out / "back" / name)) << name;
    }
    const ExportRequest again{.destination = out / "back"};
    EXPECT_EQ(write_folder_model(back, again, {}).error().code, ErrorCode::kImpossible);
    ExportRequest replace = again;
    replace.replace = true;
    EXPECT_TRUE(write_folder_model(back, replace, {}));
}

TEST(FolderConversion, RefusesWhatIsAFolder) {
    const auto refused = convert_to_folder(must_open(sample_folder()), std::nullopt);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::kImpossible);
}

}  // namespace
}  // namespace bitlathe
