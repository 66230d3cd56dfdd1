// SPDX-License-Identifier: GPL-3.0-or-later
// Vocabularies without their models, for scripts that show them to other programs.
// Usage: vocabulary_converter FOLDER OUT.gguf   (ROWS as a third argument pads)
//        vocabulary_converter MODEL.gguf OUT_FOLDER
// Warnings go to stdout, a line each; a reason why not goes to stderr with exit code 3.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "core/checkpoint/checkpoint.h"
#include "core/text/gguf_write_vocabulary.h"
#include "core/text/json_write_vocabulary.h"

namespace {

using namespace bitlathe;
namespace fs = std::filesystem;

template <class T>
void put(std::ofstream& out, T value) {
    out.write(reinterpret_cast<const char*>(&value), sizeof value);
}

/// A GGUF without tensors.
void write_gguf(const Metadata& metadata, const fs::path& path) {
    std::ofstream out(path, std::ios::binary);
    out << "GGUF";
    put<std::uint32_t>(out, 3);
    put<std::uint64_t>(out, 0);
    put<std::uint64_t>(out, metadata.entries().size());
    for (const MetaEntry& entry : metadata.entries()) {
        put<std::uint64_t>(out, entry.key.size());
        out << entry.key;
        put(out, static_cast<std::uint32_t>(entry.type));
        if (entry.type == MetaType::kArray) {
            put(out, static_cast<std::uint32_t>(entry.element_type));
            put<std::uint64_t>(out, entry.count);
        }
        out.write(reinterpret_cast<const char*>(entry.raw.data()),
                  static_cast<std::streamsize>(entry.raw.size()));
    }
}

Result<std::vector<std::string>> to_gguf(const fs::path& folder, const fs::path& path,
                                         std::uint64_t rows) {
    BITLATHE_ASSIGN(const GgufVocabulary made, write_gguf_vocabulary(folder, {rows, "", ""}));
    write_gguf(made.metadata, path);
    return made.warnings;
}

Result<std::vector<std::string>> to_folder(const fs::path& path, const fs::path& folder) {
    BITLATHE_ASSIGN(const auto checkpoint, Checkpoint::open(path));
    BITLATHE_ASSIGN(const FolderVocabulary made, write_json_vocabulary(checkpoint->metadata()));
    fs::create_directories(folder);
    for (const VocabularyFile& file : made.files) {
        std::ofstream(folder / file.name, std::ios::binary) << file.text;
    }
    return made.warnings;
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 3) {
        return 2;
    }
    const auto warnings = fs::is_directory(arguments[1])
                              ? to_gguf(arguments[1], arguments[2],
                                        count > 3 ? std::strtoull(arguments[3], nullptr, 10) : 0)
                              : to_folder(arguments[1], arguments[2]);
    if (!warnings) {
        std::fprintf(stderr, "%s\n", warnings.error().to_string().c_str());
        return 3;
    }
    for (const std::string& warning : *warnings) {
        std::printf("%s\n", warning.c_str());
    }
    return 0;
}
