// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report_data.h"

#include <algorithm>
#include <chrono>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "core/report/report_bytes.h"
#include "core/targets/planned_loss.h"

namespace bitlathe {
namespace {

constexpr std::size_t kStep = 4096;  ///< tensors between two looks at the stop token

/// Quoted for a POSIX shell.
std::string quoted(const std::string& text) {
    std::string result = "'";
    for (const char letter : text) {
        if (letter == '\'') {
            result += "'\\''";
        } else {
            result += letter;
        }
    }
    return result + "'";
}

/// Letters, digits and what is harmless in the name of a file.
std::string harmless(std::string text) {
    for (char& letter : text) {
        const bool fine = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                          (letter >= '0' && letter <= '9') || letter == '.' || letter == '_';
        if (!fine) letter = '-';
    }
    return text.empty() ? "plan" : text;
}

std::string command_for(const ReportData& data, const ReportRequest& request) {
    const std::string stem = std::filesystem::path(data.model_path).stem().string();
    const std::string name = (stem.empty() ? "model" : stem) + '.' + harmless(data.plan_name);
    const std::string plan = request.plan_path.empty() ? name + ".plan.json" : request.plan_path;
    const bool one_file = data.target == "gguf";
    const std::string output =
        !request.destination.empty() ? request.destination : name + (one_file ? ".gguf" : "");
    return fmt::format("bitlathe-cli export {} --plan {} --target {} -o {}",
                       quoted(data.model_path), quoted(plan), data.target, quoted(output));
}

std::vector<std::string> rule_texts(const std::vector<FormatRule>& rules) {
    std::vector<std::string> texts;
    for (const FormatRule& rule : rules)
        texts.push_back(rule.glob + '=' + std::string(format_info(rule.format).name));
    return texts;
}

FormatId planned_format(const Plan& plan, const TensorInfo& tensor) {
    const auto recipe = plan.tensors.find(tensor.name);
    return recipe == plan.tensors.end() ? tensor.format : recipe->second.format;
}

ReportTensor describe_tensor(const Model& model, std::size_t i, const Plan& plan,
                             const ErrorTable& errors, const Plan* compared) {
    const TensorInfo& info = model.tensor(i);
    const TensorPlace& place = model.places[i];
    ReportTensor tensor;
    tensor.name = info.name;
    tensor.role = place.role;
    tensor.block = place.block;
    tensor.expert = place.expert;
    tensor.shape = info.shape;
    tensor.weights = info.elements();
    tensor.source = info.format;
    tensor.source_bytes = info.bytes;
    tensor.planned = planned_format(plan, info);
    tensor.bytes = tensor_bytes(tensor.planned, info.shape).value_or(info.bytes);
    tensor.nmse = errors.nmse(i, tensor.planned);
    tensor.estimated_loss = planned_loss(info, tensor.planned, tensor.nmse);
    if (tensor.estimated_loss == 0.0) tensor.nmse = 0.0;  // copied: nothing to measure
    if (compared != nullptr) tensor.compared = planned_format(*compared, info);
    const auto recipe = plan.tensors.find(info.name);
    if (recipe != plan.tensors.end()) {
        tensor.locked = recipe->second.locked;
        tensor.method = recipe->second.method;
        tensor.reason = recipe->second.reason;
    }
    return tensor;
}

void describe_model(const Model& model, ReportData& data) {
    const Checkpoint& checkpoint = *model.checkpoint;
    data.model_path = checkpoint.path().string();
    data.model_name = checkpoint.path().filename().string();
    if (data.model_name.empty())
        data.model_name = checkpoint.path().parent_path().filename().string();
    data.container = container_name(checkpoint.container());
    data.architecture = model.architecture;
    data.family = model.family;
    data.fingerprint = checkpoint.fingerprint();
    data.parameters = checkpoint.parameters();
    data.files = checkpoint.files().size();
    data.source_file_bytes = checkpoint.file_bytes();
    data.source_tensor_bytes = checkpoint.tensor_bytes();
    data.blocks = model.blocks;
}

}  // namespace

Result<ReportData> gather_report(const Model& model, const Plan& plan, const ErrorTable& errors,
                                 const ReportRequest& request, const WorkContext& context) {
    const Target* target = find_target(plan.target);
    if (target == nullptr) {
        return fail(ErrorCode::kUsage, fmt::format("there is no target \"{}\"", plan.target));
    }
    ReportData data;
    data.version = request.version;
    data.created = request.created;
    describe_model(model, data);
    data.plan_name = plan.name;
    data.target = plan.target;
    data.target_description = target->description();
    data.made_for_another =
        !plan.checkpoint_fingerprint.empty() && plan.checkpoint_fingerprint != data.fingerprint;
    data.history = plan.history;
    data.locks = rule_texts(request.locks);
    data.floors = rule_texts(request.floors);
    data.command = command_for(data, request);
    const std::size_t count = model.places.size();
    data.tensors.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        if (i % kStep == 0) {
            BITLATHE_TRY(context.check());
            context.report("report", i, count);
        }
        data.tensors.push_back(describe_tensor(model, i, plan, errors, request.compared));
        data.locked += data.tensors.back().locked ? 1 : 0;
    }
    sum_bytes(data);
    data.totals = totals(model, plan, errors);
    if (request.compared != nullptr) {
        data.compared =
            ReportComparison{request.compared->name, totals(model, *request.compared, errors)};
    }
    BITLATHE_TRY(context.check());
    if (const auto bytes = target->file_bytes(model, plan, {})) data.file_bytes = *bytes;
    return data;
}

std::string report_time() {
    const auto now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(now));
}

std::optional<double> relative_error(const PlanTotals& totals, std::uint64_t parameters) {
    if (!totals.estimated_loss || parameters == 0) return {};
    return *totals.estimated_loss / static_cast<double>(parameters);
}

std::vector<std::size_t> changed_tensors(const ReportData& data) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < data.tensors.size(); ++i) {
        if (data.tensors[i].planned != data.tensors[i].source) found.push_back(i);
    }
    return found;
}

std::vector<std::size_t> differing_tensors(const ReportData& data) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < data.tensors.size(); ++i) {
        const ReportTensor& tensor = data.tensors[i];
        if (tensor.compared && *tensor.compared != tensor.planned) found.push_back(i);
    }
    return found;
}

std::vector<std::size_t> worst_tensors(const ReportData& data, std::size_t most) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < data.tensors.size(); ++i) {
        if (data.tensors[i].estimated_loss > 0.0) found.push_back(i);
    }
    const std::size_t kept = std::min(most, found.size());
    const auto worse = [&](std::size_t a, std::size_t b) {
        const double first = *data.tensors[a].estimated_loss;
        const double second = *data.tensors[b].estimated_loss;
        return first != second ? first > second : a < b;
    };
    std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(kept), found.end(),
                      worse);
    found.resize(kept);
    return found;
}

}  // namespace bitlathe
