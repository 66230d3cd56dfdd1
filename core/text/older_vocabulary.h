// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "core/base/result.h"
#include "core/text/tokenizer_files.h"

namespace bitlathe {

/// Folders of before tokenizer.json: vocab.json with merges.txt (byte-level BPE, split as the
/// "tokenizer_class" of `files.config` says: Qwen2's way for that, else GPT-2's), or vocab.txt
/// (BERT's WordPiece). Sets the document and its file; false when there are no such files. Errors:
/// kRefused, with the file.
[[nodiscard]] Result<bool> read_older_vocabulary(const std::filesystem::path& folder,
                                                 TokenizerFiles& files);

}  // namespace bitlathe
