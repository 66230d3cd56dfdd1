// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>

#include <unistd.h>

#include "core/base/text.h"
#include "core/evaluation/protocol.h"
#include "core/text/corpus.h"
#include "core/text/utf8.h"
#include "tests/fuzz/memory_file.h"
#include "tests/fuzz/parsed_file.h"

namespace {

namespace fs = std::filesystem;
using namespace bitlathe;
using fuzz::require;

/// A name with an extension that leads to a file in memory.
class NamedFile {
public:
    NamedFile(const std::string& target, const char* name) {
        std::string pattern = (fs::temp_directory_path() / "fuzz-XXXXXX").string();
        folder_ = ::mkdtemp(pattern.data()) == nullptr ? std::string() : pattern;
        require(!folder_.empty());
        fs::create_symlink(target, path_ = folder_ / name);
    }
    ~NamedFile() {
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }
    NamedFile(const NamedFile&) = delete;
    NamedFile& operator=(const NamedFile&) = delete;
    [[nodiscard]] const fs::path& path() const { return path_; }

private:
    fs::path folder_, path_;
};

/// Characters one after another, forwards and backwards, and what is made of malformed bytes.
void walk(std::string_view text) {
    std::string made;
    std::size_t characters = 0;
    bool all_valid = true;
    for (std::size_t at = 0; at < text.size(); ++characters) {
        bool valid = false;
        const Utf8Char c = utf8_at(text, at, &valid);
        require(c.bytes >= 1 && c.bytes <= text.size() - at);
        require(valid || c.code == kReplacement);
        append_utf8(made, c.code);
        all_valid = all_valid && valid;
        at += c.bytes;
    }
    const std::string clean = to_valid_utf8(text);
    require(clean == made && is_utf8(clean) && to_valid_utf8(clean) == clean);
    require(is_utf8(text) == all_valid && (clean == text) == all_valid);
    require(utf8_length(clean) == characters);
    std::size_t backwards = 0;
    for (std::size_t at = clean.size(); at > 0; at = utf8_before(clean, at)) {
        ++backwards;
    }
    require(backwards == characters);
    const std::size_t tail = incomplete_utf8_tail(text);
    require(tail <= std::min<std::size_t>(3, text.size()) && (tail == 0 || !all_valid));
    const std::string shown = printable(text);
    require(is_utf8(shown) && shown.size() <= 200 + 3);
}

/// Documents of a corpus; what is refused is refused with a reason and a place inside the file.
std::size_t read_corpus(const fs::path& path, std::size_t size, bool lines,
                        std::string_view whole) {
    const auto corpus = Corpus::open(path);
    require(corpus && corpus->bytes() == size && corpus->files().size() == 1);
    std::size_t documents = 0;
    const Status read = corpus->for_each([&](std::string_view document) -> Result<bool> {
        ++documents;
        require(lines ? is_utf8(document) : document == whole);
        return true;
    });
    if (!read) {
        require(lines && !read.error().message.empty() && is_utf8(read.error().message));
        require(read.error().offset && *read.error().offset <= size);
    }
    require(corpus->sha256().has_value());
    return documents;
}

}  // namespace

/// Text as people give it: characters, a corpus of plain text, one of JSON lines, and token ids.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    walk(text);
    const fuzz::MemoryFile file(data, size);
    require(read_corpus(file.path(), size, false, text) == (size == 0 ? 0 : 1));
    const NamedFile lines(file.path(), "text.jsonl");
    const auto most = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1;
    require(read_corpus(lines.path(), size, true, text) <= most);
    const auto ids = read_ids(file.path());
    require(ids ? ids->size() <= size
                : !ids.error().message.empty() && is_utf8(ids.error().message));
    return 0;
}
