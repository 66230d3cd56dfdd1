// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/corpus.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "core/base/hash.h"
#include "core/base/json.h"
#include "core/base/mapped_file.h"
#include "core/base/text.h"

namespace bitlathe {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t kMaxFiles = 100'000;
constexpr std::size_t kHashStep = 4 << 20;
constexpr std::size_t kFirstPart = 1 << 16;
/// Tokens before a cut that the cut may have changed.
constexpr std::size_t kTokensNearCut = 1024;

bool has_extension(const fs::path& path, std::span<const std::string_view> extensions) {
    const std::string extension = path.extension().string();
    return std::find(extensions.begin(), extensions.end(), extension) != extensions.end();
}

bool is_lines(const fs::path& path) {
    static constexpr std::array<std::string_view, 2> kLines = {".jsonl", ".ndjson"};
    return has_extension(path, kLines);
}

bool is_text(const fs::path& path) {
    static constexpr std::array<std::string_view, 3> kText = {".txt", ".md", ".raw"};
    return is_lines(path) || has_extension(path, kText);
}

Result<std::vector<fs::path>> files_below(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    fs::recursive_directory_iterator at(folder, error);
    for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
        if (is_text(at->path()) && at->is_regular_file(error)) {
            files.push_back(at->path());
        }
        if (files.size() > kMaxFiles) {
            return fail(ErrorCode::kRefused, "the folder has too many files of text",
                        folder.string());
        }
    }
    if (error) {
        return fail(ErrorCode::kRefused, "cannot be read: " + error.message(), folder.string());
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::string_view text_of(const MappedFile& file) {
    return {reinterpret_cast<const char*>(file.bytes().data()), file.bytes().size()};
}

}  // namespace

Result<Corpus> Corpus::open(const fs::path& path, CorpusOptions options) {
    Corpus corpus;
    corpus.options_ = std::move(options);
    std::error_code error;
    if (fs::is_directory(path, error)) {
        BITLATHE_ASSIGN(corpus.files_, files_below(path));
        if (corpus.files_.empty()) {
            return fail(ErrorCode::kRefused, "the folder has no text (.txt, .md, .raw, .jsonl)",
                        path.string());
        }
    } else {
        corpus.files_ = {path};
    }
    for (const fs::path& file : corpus.files_) {
        const auto size = fs::file_size(file, error);
        if (error) {
            return fail(ErrorCode::kRefused, "cannot be read: " + error.message(), file.string());
        }
        corpus.bytes_ += size;
    }
    return corpus;
}

Status Corpus::visit_lines(std::string_view text, const std::string& file,
                           const std::function<Result<bool>(std::string_view)>& visit,
                           bool& go_on) const {
    for (std::size_t begin = 0; begin < text.size() && go_on;) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        if (line.find_first_not_of(" \t\r") != std::string_view::npos) {
            BITLATHE_ASSIGN(const Json document, parse_json(line, file, begin));
            const auto found =
                document.is_object() ? document.find(options_.field) : document.end();
            if (!document.is_object() || found == document.end() || !found->is_string()) {
                return fail(ErrorCode::kRefused,
                            fmt::format("the line has no text \"{}\"", printable(options_.field)),
                            file, begin, "name the field that holds the text");
            }
            BITLATHE_ASSIGN(go_on, visit(found->get_ref<const std::string&>()));
        }
        begin = end + 1;
    }
    return {};
}

Status Corpus::for_each(const std::function<Result<bool>(std::string_view)>& visit) const {
    bool go_on = true;
    for (const fs::path& path : files_) {
        if (!go_on) {
            break;
        }
        if (std::error_code error; fs::file_size(path, error) == 0 && !error) {
            continue;
        }
        BITLATHE_ASSIGN(const auto file, MappedFile::open(path));
        if (is_lines(path)) {
            BITLATHE_TRY(visit_lines(text_of(*file), path.string(), visit, go_on));
        } else {
            BITLATHE_ASSIGN(go_on, visit(text_of(*file)));
        }
    }
    return {};
}

Result<std::string> Corpus::sha256(const WorkContext& context) const {
    Sha256 hash;
    std::uint64_t done = 0;
    for (const fs::path& path : files_) {
        if (std::error_code error; fs::file_size(path, error) == 0 && !error) {
            continue;
        }
        BITLATHE_ASSIGN(const auto file, MappedFile::open(path));
        const auto bytes = file->bytes();
        for (std::size_t at = 0; at < bytes.size(); at += kHashStep) {
            BITLATHE_TRY(context.check());
            const auto part = bytes.subspan(at, std::min(kHashStep, bytes.size() - at));
            hash.update(part);
            done += part.size();
            context.report("hashing text", done, bytes_);
        }
    }
    return hash.finish();
}

namespace {

/// At least `wanted` right tokens of a document, or all it has: more and more of it is encoded
/// until the end of what was encoded is far enough away.
Result<std::vector<TokenId>> encode_some(std::string_view document, const Tokenizer& tokenizer,
                                         std::size_t wanted, const WorkContext& context) {
    const EncodeOptions options{true, false};
    for (std::size_t part = std::max(kFirstPart, 8 * (wanted + kTokensNearCut));; part *= 4) {
        BITLATHE_TRY(context.check());
        if (part >= document.size()) {
            return tokenizer.encode(document, options);
        }
        // Tokens near the cut may be others than those of the whole; they are not among the wanted.
        std::size_t end = document.find('\n', part);
        end = end == std::string_view::npos || end > part + kFirstPart ? part : end;
        BITLATHE_ASSIGN(std::vector<TokenId> ids,
                        tokenizer.encode(document.substr(0, end), options));
        if (ids.size() >= wanted + kTokensNearCut) {
            return ids;
        }
    }
}

}  // namespace

Result<TokenStream> tokenize_corpus(const Corpus& corpus, const Tokenizer& tokenizer,
                                    std::size_t max_tokens, const WorkContext& context) {
    TokenStream stream;
    const Status read = corpus.for_each([&](std::string_view document) -> Result<bool> {
        BITLATHE_TRY(context.check());
        if (max_tokens != 0 && stream.ids.size() >= max_tokens) {
            stream.whole = false;
            return false;
        }
        ++stream.documents;
        stream.text_bytes += document.size();
        const std::size_t wanted = max_tokens - stream.ids.size();
        BITLATHE_ASSIGN(const std::vector<TokenId> ids,
                        max_tokens == 0 ? tokenizer.encode(document, {true, false})
                                        : encode_some(document, tokenizer, wanted, context));
        stream.ids.insert(stream.ids.end(), ids.begin(), ids.end());
        context.report("tokenizing", stream.text_bytes, corpus.bytes());
        return true;
    });
    BITLATHE_TRY(read);
    if (max_tokens != 0 && stream.ids.size() > max_tokens) {
        stream.ids.resize(max_tokens);
        stream.whole = false;
    }
    return stream;
}

}  // namespace bitlathe
