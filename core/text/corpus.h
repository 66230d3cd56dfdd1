// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/text/tokenizer.h"

namespace bitlathe {

struct CorpusOptions {
    std::string field = "text";  ///< of a line of JSON that holds the document
};

/// Text for calibration and evaluation: a file of plain text (one document), a file of JSON lines
/// (.jsonl, .ndjson: one document a line), or a folder of such (.txt, .md, .raw, .jsonl, .ndjson;
/// in the order of their names, subfolders too, links to folders not followed). Immutable.
class Corpus {
public:
    /// Looks for the files; reads nothing. Errors: kRefused (missing, a folder without text).
    static Result<Corpus> open(const std::filesystem::path& path, CorpusOptions options = {});

    [[nodiscard]] const std::vector<std::filesystem::path>& files() const { return files_; }
    [[nodiscard]] std::uint64_t bytes() const { return bytes_; }  ///< of all files
    /// Calls `visit` for every document, in order, until it returns false or an error. Files are
    /// mapped, lines parsed one by one: memory does not grow with the corpus. A document is alive
    /// during the call only. Errors: kRefused (unreadable, a line that is not JSON or lacks the
    /// field), those of `visit`.
    Status for_each(const std::function<Result<bool>(std::string_view)>& visit) const;
    /// SHA-256 of the bytes of the files, one after the other: that of the file when there is one.
    [[nodiscard]] Result<std::string> sha256(const WorkContext& context = {}) const;

private:
    Status visit_lines(std::string_view text, const std::string& file,
                       const std::function<Result<bool>(std::string_view)>& visit,
                       bool& go_on) const;
    std::vector<std::filesystem::path> files_;
    std::uint64_t bytes_ = 0;
    CorpusOptions options_;
};

/// A corpus as one stream of tokens.
struct TokenStream {
    std::vector<TokenId> ids;
    std::uint64_t documents = 0;   ///< begun
    std::uint64_t text_bytes = 0;  ///< of them
    bool whole = true;             ///< the corpus ended before the limit did
};

/// Tokens of a corpus, at most `max_tokens` (0: all), every document with what the model wants
/// around it. Names of control tokens in it are text, as in the evaluations of llama.cpp. Of a long
/// text no more is read than the limit asks for. Errors: those of reading and encoding, kCancelled.
[[nodiscard]] Result<TokenStream> tokenize_corpus(const Corpus& corpus, const Tokenizer& tokenizer,
                                                  std::size_t max_tokens,
                                                  const WorkContext& context = {});

}  // namespace bitlathe
