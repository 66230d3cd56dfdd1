// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/targets/export_fixture.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include <unistd.h>

#include "core/targets/gguf/gguf_bytes.h"

namespace bitlathe {
namespace {

namespace fs = std::filesystem;

template <class T>
T must(Result<T> result) {
    if (!result) {
        throw std::runtime_error(result.error().to_string());
    }
    return *std::move(result);
}

void put_info(GgufBytes& bytes, const std::string& name, std::vector<std::uint64_t> extents,
              std::uint64_t offset) {
    bytes.put_string(name);
    bytes.put(static_cast<std::uint32_t>(extents.size()));
    for (const std::uint64_t extent : extents) {
        bytes.put(extent);
    }
    bytes.put<std::uint32_t>(0);
    bytes.put(offset);
}

}  // namespace

TempFolder::TempFolder() {
    std::string name = (fs::temp_directory_path() / "bitlathe-test-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) {
        throw std::runtime_error("no temporary folder");
    }
    path_ = name;
}

TempFolder::~TempFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

std::vector<std::string> TempFolder::names() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(path_)) {
        names.push_back(entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

fs::path sample_gguf() {
    return fs::path(BITLATHE_SOURCE_DIR) / "resources/sample/storybook-7m-bf16.gguf";
}

fs::path sample_folder() {
    return fs::path(BITLATHE_SOURCE_DIR) / "resources/sample/storybook-7m-hf";
}

fs::path shared_data(const std::string& name) {
    return fs::path(BITLATHE_SHARED_DATA) / name;
}

std::shared_ptr<const Model> must_open(const fs::path& path) {
    return must(open_model(path));
}

std::string must_read(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    EXPECT_TRUE(file.good()) << path;
    return {std::istreambuf_iterator<char>(file), {}};
}

Plan uniform_plan(const Target& target, const Model& model, const std::string& format,
                  const Importance* importance) {
    Plan plan;
    plan.target = target.name();
    plan.name = format;
    for (std::size_t i = 0; i < model.checkpoint->tensors().size(); ++i) {
        const TensorInfo& info = model.tensor(i);
        const FormatId wanted = format.empty() ? info.format : *find_format(format);
        const Placement placed = target.place(model, i, wanted, importance);
        plan.tensors[info.name] = {.format = placed.format, .reason = placed.reason};
    }
    return plan;
}

ExportReport must_export(const Model& model, const Plan& plan, const ExportRequest& request,
                         const WorkContext& context) {
    return must(find_target(plan.target)->write(model, plan, request, context));
}

void write_odd_gguf(const fs::path& path) {
    constexpr std::uint64_t kMatrix = 512 * 256;
    GgufBytes bytes;
    bytes.append(std::as_bytes(std::span("GGUF", 4)));
    bytes.put<std::uint32_t>(3);
    bytes.put<std::uint64_t>(3);
    bytes.put<std::uint64_t>(5);
    bytes.put_key("general.alignment", MetaType::kUint32);
    bytes.put<std::uint32_t>(64);
    bytes.put_key("general.architecture", MetaType::kString);
    bytes.put_string("llama");
    bytes.put_key("odd.empty", MetaType::kArray);
    bytes.put<std::uint32_t>(8);
    bytes.put<std::uint64_t>(0);
    bytes.put_key("odd.not a number", MetaType::kFloat64);
    bytes.put(std::nan("7"));
    bytes.put_key("odd.text", MetaType::kString);
    bytes.put_string(std::string_view("\xff\x00 not utf-8", 12));
    put_info(bytes, "token_embd.weight", {256, 512}, 0);
    put_info(bytes, "output_norm.weight", {3}, kMatrix * 4);
    put_info(bytes, "blk.0.ffn_up.weight", {256, 512}, kMatrix * 4 + 64);
    bytes.pad_to((bytes.size() + 63) / 64 * 64);
    std::vector<float> values(kMatrix * 2 + 16);
    for (std::size_t i = 0; i < values.size(); ++i) {
        values[i] = static_cast<float>(std::sin(0.37 * static_cast<double>(i)));
    }
    bytes.append(std::as_bytes(std::span(values)));
    std::ofstream file(path, std::ios::binary);
    file.write(reinterpret_cast<const char*>(bytes.view().data()),
               static_cast<std::streamsize>(bytes.size()));
}

std::string tensor_bytes_of(const Checkpoint& checkpoint, const std::string& name) {
    const auto index = checkpoint.find(name);
    if (!index) {
        ADD_FAILURE() << "no tensor " << name;
        return {};
    }
    const TensorView view = checkpoint.view(*index);
    const auto bytes = view.bytes();
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::map<std::string, std::string> metadata_of(const Checkpoint& checkpoint) {
    std::map<std::string, std::string> result;
    for (const MetaEntry& entry : checkpoint.metadata().entries()) {
        std::string value = std::to_string(static_cast<int>(entry.type)) + "/" +
                            std::to_string(static_cast<int>(entry.element_type)) + "/" +
                            std::to_string(entry.count) + "/";
        value.append(reinterpret_cast<const char*>(entry.raw.data()), entry.raw.size());
        result[entry.key] = value;
    }
    return result;
}

}  // namespace bitlathe
