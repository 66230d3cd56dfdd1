// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/targets/target.h"
#include "core/text/json_write_vocabulary.h"

namespace bitlathe {

/// A model as a folder in the layout of Hugging Face.
struct FolderModel {
    std::shared_ptr<const Model> model;  ///< derived: its tensors, its config.json
    /// The other files: config.json, generation_config.json and those of the vocabulary.
    std::vector<VocabularyFile> files;
    std::vector<std::string> warnings;  ///< what is otherwise there than in the GGUF
};

/// Converts a GGUF back: the opposite of convert_to_gguf(), from the same tables. Tensors get the
/// names of the family's folders, rows of queries and keys their order, norms their offset, stacked
/// experts and fused projections are taken apart where folders hold them so; config.json is written
/// from what the GGUF computes, read back with our own reader and compared: what would be computed
/// otherwise is refused. A llama GGUF becomes a Llama, with experts a Mixtral: what else it may
/// have been it does not say. Nothing of the weights is read here.
///
/// `format`: F32, F16 or BF16, of all tensors; nothing: that of most weights, F32 where most are
/// quantized. Only F32 holds every decoded value exactly.
///
/// Errors: kImpossible (no GGUF, or a model that config.json cannot describe, with the reason),
/// kRefused (an unknown family, tensors missing or of types that cannot be decoded).
[[nodiscard]] Result<FolderModel> convert_to_folder(const std::shared_ptr<const Model>& source,
                                                    std::optional<FormatId> format);

/// Writes it, streamed, read back and compared, in one step. Errors: as Target::write().
[[nodiscard]] Result<ExportReport> write_folder_model(const FolderModel& folder,
                                                      const ExportRequest& request,
                                                      const WorkContext& context);

}  // namespace bitlathe
