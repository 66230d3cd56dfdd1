// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report_json.h"

#include "core/base/json.h"

namespace bitlathe {
namespace {

template <class T>
Json or_null(const std::optional<T>& value) {
    return value ? Json(*value) : Json(nullptr);
}

Json text_or_null(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

Json format_json(FormatId format) {
    return std::string(format_info(format).name);
}

Json model_json(const ReportData& data) {
    return {{"name", data.model_name},
            {"path", data.model_path},
            {"container", data.container},
            {"architecture", data.architecture},
            {"family", data.family},
            {"fingerprint", data.fingerprint},
            {"parameters", data.parameters},
            {"blocks", data.blocks},
            {"tensors", data.tensors.size()},
            {"files", data.files},
            {"file_bytes", data.source_file_bytes},
            {"tensor_bytes", data.source_tensor_bytes}};
}

Json totals_json(const std::string& name, const PlanTotals& totals, std::uint64_t parameters) {
    return {{"name", name},
            {"bits_per_weight", totals.bits_per_weight},
            {"tensor_bytes", totals.bytes},
            {"objective", "weights x NMSE"},
            {"estimated_loss", or_null(totals.estimated_loss)},
            {"estimated_relative_error", or_null(relative_error(totals, parameters))}};
}

Json plan_json(const ReportData& data) {
    Json plan = totals_json(data.plan_name, data.totals, data.parameters);
    plan["target"] = data.target;
    plan["file_bytes"] = or_null(data.file_bytes);
    plan["made_for_another_model"] = data.made_for_another;
    plan["locked_tensors"] = data.locked;
    plan["lock_rules"] = data.locks;
    plan["floor_rules"] = data.floors;
    plan["history"] = data.history;
    plan["changed_tensors"] = changed_tensors(data).size();
    return plan;
}

Json bytes_json(const std::vector<ByteRow>& rows) {
    Json result = Json::array();
    for (const ByteRow& row : rows) {
        result.push_back({{"name", text_or_null(row.name)},
                          {"tensors_before", row.tensors_before},
                          {"tensors_after", row.tensors_after},
                          {"bytes_before", row.before},
                          {"bytes_after", row.after}});
    }
    return result;
}

Json tensor_json(const ReportTensor& tensor) {
    const auto bits = bits_per_weight(tensor.bytes, tensor.weights);
    return {{"name", tensor.name},
            {"role", std::string(role_name(tensor.role))},
            {"block", or_null(tensor.block)},
            {"expert", or_null(tensor.expert)},
            {"shape", tensor.shape},
            {"weights", tensor.weights},
            {"source_format", format_json(tensor.source)},
            {"format", format_json(tensor.planned)},
            {"compared_format", tensor.compared ? format_json(*tensor.compared) : Json(nullptr)},
            {"source_bytes", tensor.source_bytes},
            {"bytes", tensor.bytes},
            {"bits_per_weight", bits},
            {"nmse", or_null(tensor.nmse)},
            {"estimated_loss", or_null(tensor.estimated_loss)},
            {"locked", tensor.locked},
            {"method", text_or_null(tensor.method)},
            {"reason", text_or_null(tensor.reason)}};
}

Json export_json(const ReportData& data) {
    Json result = {{"command", data.command}, {"written", nullptr}};
    if (!data.written) return result;
    Json files = Json::array();
    for (const OutputFile& file : data.written->output) {
        files.push_back(
            {{"path", file.path.string()}, {"bytes", file.bytes}, {"sha256", file.sha256}});
    }
    result["written"] = {{"output", files},
                         {"tensors", data.written->tensors},
                         {"verified", data.written->verified},
                         {"seconds", data.written->seconds},
                         {"peak_anonymous_bytes", data.written->peak_anonymous_bytes},
                         {"warnings", data.written->warnings}};
    return result;
}

}  // namespace

Json report_json(const ReportData& data) {
    Json tensors = Json::array();
    for (const ReportTensor& tensor : data.tensors)
        tensors.push_back(tensor_json(tensor));
    return {{"bitlathe_report", 1},
            {"version", data.version},
            {"created", data.created},
            {"model", model_json(data)},
            {"plan", plan_json(data)},
            {"compared", data.compared ? totals_json(data.compared->name, data.compared->totals,
                                                     data.parameters)
                                       : Json(nullptr)},
            {"bytes",
             {{"by_role", bytes_json(data.by_role)},
              {"by_format", bytes_json(data.by_format)},
              {"by_block", bytes_json(data.by_block)}}},
            {"export", export_json(data)},
            {"tensors", std::move(tensors)}};
}

std::string report_json_text(const ReportData& data) {
    return report_json(data).dump(1, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace bitlathe
