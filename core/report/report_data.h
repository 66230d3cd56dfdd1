// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/targets/planner.h"

namespace bitlathe {

/// One tensor of a report. Sizes are exact, errors are estimates from the weights alone.
struct ReportTensor {
    std::string name;
    Role role = Role::kOther;
    std::optional<std::uint32_t> block, expert;
    std::vector<std::uint64_t> shape;  ///< outermost first
    std::uint64_t weights = 0;
    FormatId source, planned;
    std::optional<FormatId> compared;  ///< in the compared plan
    std::uint64_t source_bytes = 0, bytes = 0;
    std::optional<double> nmse;            ///< of the planned format; empty: not measured
    std::optional<double> estimated_loss;  ///< weights x NMSE
    bool locked = false;
    std::string method, reason;
};

/// Bytes of some of the tensors, as stored and as planned.
struct ByteRow {
    std::string name;  ///< a role, a format, a block's number; "" for what is outside of blocks
    std::uint64_t tensors_before = 0, tensors_after = 0;
    std::uint64_t before = 0, after = 0;
};

/// Another plan of the same model to compare with.
struct ReportComparison {
    std::string name;
    PlanTotals totals;
};

/// Everything a report says, as numbers. The bytes by role, by format and by block each add up to
/// the bytes of all tensors.
struct ReportData {
    std::string version;  ///< of the program
    std::string created;  ///< UTC, "2026-11-25T14:03:00Z"

    std::string model_name, model_path, container, architecture, family, fingerprint;
    std::uint64_t parameters = 0, files = 0, source_file_bytes = 0, source_tensor_bytes = 0;
    std::uint32_t blocks = 0;

    std::string plan_name, target, target_description;
    PlanTotals totals;
    std::optional<std::uint64_t> file_bytes;  ///< exact, of the file or files an export would write
    bool made_for_another = false;            ///< the plan names the fingerprint of another model
    std::uint64_t locked = 0;                 ///< tensors
    std::vector<std::string> locks, floors;   ///< rules of the solver, "GLOB=FORMAT"
    std::vector<std::string> history;
    std::optional<ReportComparison> compared;
    std::string command;  ///< a line for a shell that exports this plan

    std::vector<ByteRow> by_role, by_format, by_block;
    std::vector<ReportTensor> tensors;  ///< in the order of the checkpoint

    std::optional<ExportReport> written;  ///< what an export of this plan did
};

/// What a report needs to know beside the model and the plan.
struct ReportRequest {
    std::string version, created;
    const Plan* compared = nullptr;
    std::vector<FormatRule> locks = {}, floors = {};  ///< rules of the solver
    std::string plan_path = {};  ///< where the plan is saved; "": a name is made up for the command
    std::string destination = {};  ///< of the command; "": a name is made up
};

/// Gathers a report. 50,000 tensors take about a second: not for the thread of a window. Errors:
/// kUsage (no such target), kCancelled.
[[nodiscard]] Result<ReportData> gather_report(const Model& model, const Plan& plan,
                                               const ErrorTable& errors,
                                               const ReportRequest& request,
                                               const WorkContext& context);

/// The time now for ReportRequest::created.
[[nodiscard]] std::string report_time();
/// The estimated error of all weights, relative and squared: loss / parameters.
[[nodiscard]] std::optional<double> relative_error(const PlanTotals& totals,
                                                   std::uint64_t parameters);
/// Indices of tensors whose planned format is not the stored one, in the order of the model.
[[nodiscard]] std::vector<std::size_t> changed_tensors(const ReportData& data);
/// Indices of tensors whose planned format is not that of the compared plan.
[[nodiscard]] std::vector<std::size_t> differing_tensors(const ReportData& data);
/// At most `most` tensors with the largest known estimated error above 0, largest first.
[[nodiscard]] std::vector<std::size_t> worst_tensors(const ReportData& data, std::size_t most);

}  // namespace bitlathe
