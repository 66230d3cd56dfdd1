// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the seeds of the fuzzers of containers: `checkpoint_seeds tests/fuzz/corpus`.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

#include "tests/core/checkpoint/files.h"

namespace {

using bitlathe::test::Bytes;
using bitlathe::test::GgufFile;

void write(const std::filesystem::path& path, const std::string& bytes) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
}

GgufFile all_values() {
    GgufFile file;
    file.text("general.architecture", "llama").u32("u32", 7).u16("u16", 1);
    file.value("u8", 0, Bytes().put<std::uint8_t>(1))
        .value("bool", 7, Bytes().put<std::uint8_t>(1));
    file.value("f32", 6, Bytes().put(0.5F)).value("f64", 12, Bytes().put(0.25));
    file.value("i64", 11, Bytes().put<std::int64_t>(-1));
    file.value("words", 9, Bytes().put(8U).put<std::uint64_t>(2).string("a").string("<0x0A>"));
    file.value("list", 9, Bytes().put(5U).put<std::uint64_t>(2).put(1).put(-1));
    return file;
}

void write_gguf(const std::filesystem::path& folder) {
    write(folder / "values", all_values().build());
    write(folder / "tensors", all_values().f32("a", {4, 2}).f32("b", {3}).f32("c", {}).build());
    GgufFile two;
    two.version = 2;
    write(folder / "version2", two.f32("a", {2, 2, 2, 2}).build());
    GgufFile aligned;
    aligned.alignment = 64;
    write(folder / "alignment",
          aligned.u32("general.alignment", 64).f32("a", {1}).f32("b", {1}).build());
    GgufFile blocks;
    blocks.tensor({"q4", {32, 2}, 2, 0, std::string(36, '\1')});
    blocks.tensor({"q6", {256}, 14, blocks.next_offset(), std::string(210, '\2')});
    write(folder / "blocks", blocks.build());
    write(folder / "unknown-type", GgufFile()
                                       .f32("a", {1})
                                       .tensor({"x", {1}, 99, 32, std::string(32, '\0')})
                                       .f32("b", {1})
                                       .build());
    write(folder / "zero-size", GgufFile().f32("a", {4, 0}).f32("b", {2}).build());
    write(folder / "split",
          GgufFile().u16("split.no", 0).u16("split.count", 2).f32("a", {1}).build());
    const std::string text = GgufFile().f32("a", {8}).f32("b", {8}).build();
    write(folder / "truncated", text.substr(0, text.size() - 1));
    write(folder / "wrapping-shape",
          GgufFile().tensor({"a", {1ULL << 32, 1ULL << 32}, 0, 0, std::string(32, '\0')}).build());
}

void write_safetensors(const std::filesystem::path& folder) {
    using bitlathe::test::floats;
    using bitlathe::test::safetensors;
    write(folder / "empty", safetensors("{}", ""));
    write(folder / "tensors", bitlathe::test::safetensors_of({"a", "b"}));
    write(folder / "metadata",
          safetensors(R"({"__metadata__":{"format":"pt","\u00e9":"\n"},)"
                      R"("a":{"dtype":"F32","shape":[],"data_offsets":[0,4]}}   )",
                      floats(1, 1)));
    write(folder / "zero-size",
          safetensors(R"({"z":{"dtype":"I64","shape":[2,0],"data_offsets":[0,0]}})", ""));
    write(folder / "small-types",
          safetensors(R"({"f8":{"dtype":"F8_E4M3","shape":[2],"data_offsets":[0,2]},)"
                      R"("f4":{"dtype":"F4","shape":[1,2],"data_offsets":[2,3]},)"
                      R"("b":{"dtype":"BF16","shape":[1],"data_offsets":[3,5]}})",
                      "12345"));
    write(folder / "unknown-fields",
          safetensors(R"({"a":{"x":[{}],"dtype":"F9","shape":[1],"data_offsets":[0,1]}})", "1"));
    write(folder / "leading-space", safetensors(" {}", ""));
    write(folder / "hole",
          safetensors(R"({"a":{"dtype":"U8","shape":[1],"data_offsets":[1,2]}})", "12"));
    write(folder / "wrapping-shape",
          safetensors(
              R"({"a":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,0]}})", ""));
    write(folder / "duplicate",
          safetensors(R"({"a":{"dtype":"U8","shape":[0],"data_offsets":[0,0]},)"
                      R"("a":{"dtype":"U8","shape":[0],"data_offsets":[0,0]}})",
                      ""));
    write(folder / "index",
          R"({"metadata":{"total_size":4},"weight_map":{"a":"x-00001-of-00001.safetensors"}})");
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        std::fprintf(stderr, "usage: checkpoint_seeds FOLDER\n");
        return 2;
    }
    write_gguf(std::filesystem::path(arguments[1]) / "gguf");
    write_safetensors(std::filesystem::path(arguments[1]) / "safetensors");
    return 0;
}
