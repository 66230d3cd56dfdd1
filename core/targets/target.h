// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/allocation/plan.h"
#include "core/base/progress.h"
#include "core/model/model.h"
#include "core/targets/importance.h"

namespace bitlathe {

/// What a target makes of one request for a format.
struct Placement {
    FormatId format;
    std::string reason;  ///< why it is not what was asked for; "" when it is
};

/// Whether a target can store one tensor in one format, and if not, why (one sentence for people).
struct Legality {
    bool legal = false;
    std::string reason;
};

/// One file that an export would make.
struct PlannedFile {
    std::filesystem::path name;  ///< in the folder of the destination, or in the one that it is
    std::uint64_t bytes = 0;
};

/// One file that was written.
struct OutputFile {
    std::filesystem::path path;
    std::uint64_t bytes = 0;
    std::string sha256;
};

/// What an export did.
struct ExportReport {
    std::vector<OutputFile> output;
    std::uint64_t tensors = 0;
    bool verified =
        false;  ///< reopened and compared tensor by tensor; an export that is not is an error
    double seconds = 0;
    std::uint64_t peak_anonymous_bytes = 0;
    std::vector<std::string> warnings;
};

/// A model as a target stores it.
struct TargetModel {
    std::shared_ptr<const Model> model;
    std::vector<std::string> warnings;  ///< what will be otherwise there, for people
};

/// Options of an export.
struct ExportRequest {
    std::filesystem::path destination;  ///< a file for gguf, a folder for safetensors
    bool replace = false;               ///< an earlier output may be replaced; never the source
    std::uint64_t split_bytes = 0;      ///< 0: one file; else parts of at most about this size
    std::shared_ptr<const Importance> importance = {};
};

/// A runtime's checkpoint format with its rules: one object per target, stateless, thread-safe.
class Target {
public:
    virtual ~Target() = default;
    [[nodiscard]] virtual std::string_view name() const = 0;  ///< "gguf"
    [[nodiscard]] virtual std::string_view description() const = 0;
    /// Formats anybody may ask this target for, cheapest first.
    [[nodiscard]] virtual std::span<const FormatId> formats() const = 0;
    /// The model that plans for this target speak of: the source itself, or its conversion where
    /// the target has other tensors (a folder of safetensors for gguf). Reads no weights. Errors:
    /// kImpossible (cannot be converted, with the reason), kRefused.
    [[nodiscard]] virtual Result<TargetModel> adapt(std::shared_ptr<const Model> source) const;
    /// Whether the target can write this model at all (container, dtypes).
    [[nodiscard]] virtual Status accepts(const Model& model) const = 0;
    /// Whether `format` may be planned for the tensor as it is.
    [[nodiscard]] virtual Legality legality(const Model& model, std::size_t tensor, FormatId format,
                                            const Importance* importance) const = 0;
    /// What becomes of a request: the format itself, or the runtime's own fallback with the reason
    /// (a row that does not divide, a norm, a small tensor). Always legal.
    [[nodiscard]] virtual Placement place(const Model& model, std::size_t tensor, FormatId format,
                                          const Importance* importance) const = 0;
    /// Whether the destination of this request is a folder, not a file.
    [[nodiscard]] virtual bool writes_folder(const ExportRequest& request) const = 0;
    /// All files that write() would make, to the byte. Errors: those of the plan and the source.
    [[nodiscard]] virtual Result<std::vector<PlannedFile>> files(
        const Model& model, const Plan& plan, const ExportRequest& request) const = 0;
    /// The sum of their sizes.
    [[nodiscard]] Result<std::uint64_t> file_bytes(const Model& model, const Plan& plan,
                                                   const ExportRequest& request) const;
    /// Writes, reads back, compares, renames. Streaming. Errors: kImpossible (destination is a
    /// source file, exists, plan illegal), kNotWritten, kCancelled; nothing is left at the
    /// destination then.
    [[nodiscard]] virtual Result<ExportReport> write(const Model& model, const Plan& plan,
                                                     const ExportRequest& request,
                                                     const WorkContext& context) const = 0;
};

/// All targets: a new one is a new folder and a row here.
[[nodiscard]] std::span<const Target* const> all_targets();
[[nodiscard]] const Target* find_target(std::string_view name);

}  // namespace bitlathe
