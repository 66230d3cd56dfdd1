// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/gguf/gguf_target.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/targets/gguf/gguf_conversion.h"
#include "core/targets/gguf/gguf_export.h"
#include "core/targets/gguf/gguf_rules.h"
#include "core/targets/planned_formats.h"
#include "core/targets/tensor_importance.h"

namespace bitlathe {
namespace {

/// Formats that can be written, cheapest first.
std::vector<FormatId> writable_formats() {
    std::vector<FormatId> result;
    for (const FormatInfo& info : all_formats()) {
        const bool weights = info.kind == FormatKind::kFloat || info.kind == FormatKind::kBlock;
        if (weights && info.ggml_type && info.encode != nullptr) {
            result.push_back(info.id);
        }
    }
    std::stable_sort(result.begin(), result.end(), [](FormatId a, FormatId b) {
        return format_info(a).bits_per_weight < format_info(b).bits_per_weight;
    });
    return result;
}

Legality illegal(std::string reason) {
    return {false, std::move(reason)};
}

/// Rules of the format itself, whatever the tensor is for.
Legality can_encode(const TensorInfo& tensor, FormatId format) {
    const FormatInfo& info = format_info(format);
    if (!info.ggml_type) {
        return illegal(fmt::format("GGUF has no type {}", info.name));
    }
    if (info.encode == nullptr) {
        return illegal(fmt::format("{} cannot be encoded yet", info.name));
    }
    if (format_info(tensor.format).decode == nullptr) {
        return illegal(fmt::format("its present format {} cannot be decoded yet",
                                   format_info(tensor.format).name));
    }
    if (!row_fits(format, tensor.cols())) {
        return illegal(fmt::format("a row of {} is not a multiple of {}, the block of {}",
                                   tensor.cols(), info.block_elems, info.name));
    }
    return {true, {}};
}

Placement keep(const TensorInfo& tensor, std::string reason) {
    return {tensor.format, std::move(reason)};
}

}  // namespace

std::string_view GgufTarget::description() const {
    return "GGUF for llama.cpp, Ollama, LM Studio and all that is built on them";
}

std::span<const FormatId> GgufTarget::formats() const {
    static const std::vector<FormatId> kFormats = writable_formats();
    return kFormats;
}

Result<TargetModel> GgufTarget::adapt(std::shared_ptr<const Model> source) const {
    if (source->checkpoint->container() == Container::kGguf) {
        return Target::adapt(std::move(source));
    }
    return convert_to_gguf(source);
}

Status GgufTarget::accepts(const Model& model) const {
    if (model.checkpoint->container() != Container::kGguf) {
        return fail(ErrorCode::kImpossible,
                    "a GGUF can only be made from a GGUF: the source is safetensors",
                    model.checkpoint->path().string(), {},
                    "use the target safetensors, or convert the model to an F16 or BF16 GGUF "
                    "first");
    }
    return {};
}

Legality GgufTarget::legality(const Model& model, std::size_t tensor, FormatId format,
                              const Importance* importance) const {
    const TensorInfo& info = model.tensor(tensor);
    if (format == info.format) {
        return {true, {}};
    }
    std::string reason;
    if (!gguf_may_quantize(model, tensor, &reason)) {
        return illegal(std::move(reason));
    }
    Legality encodable = can_encode(info, format);
    if (encodable.legal && gguf_needs_importance(model, tensor, format) &&
        importance_of(model, tensor, importance).empty()) {
        return illegal(
            fmt::format("{} needs importance values (imatrix) for it", format_info(format).name));
    }
    return encodable;
}

Placement GgufTarget::place(const Model& model, std::size_t tensor, FormatId format,
                            const Importance* importance) const {
    const TensorInfo& info = model.tensor(tensor);
    Legality asked = legality(model, tensor, format, importance);
    if (asked.legal) {
        return {format, {}};
    }
    std::string reason;
    if (!gguf_may_quantize(model, tensor, &reason) || row_fits(format, info.cols())) {
        return keep(info, std::move(asked.reason));
    }
    Placement fallback = gguf_fallback(format, info.cols());
    if (!legality(model, tensor, fallback.format, importance).legal) {
        return keep(info, std::move(asked.reason));
    }
    return fallback;
}

bool GgufTarget::writes_folder(const ExportRequest&) const {
    return false;
}

Result<std::vector<PlannedFile>> GgufTarget::files(const Model& model, const Plan& plan,
                                                   const ExportRequest& request) const {
    BITLATHE_TRY(accepts(model));
    BITLATHE_ASSIGN(const auto formats,
                    planned_formats(*this, model, plan, request.importance.get()));
    BITLATHE_ASSIGN(const auto layouts, gguf_files(model, plan, formats, request));
    return planned_files(layouts);
}

Result<ExportReport> GgufTarget::write(const Model& model, const Plan& plan,
                                       const ExportRequest& request,
                                       const WorkContext& context) const {
    ExportMonitor monitor(context);
    BITLATHE_TRY(accepts(model));
    BITLATHE_ASSIGN(const auto formats,
                    planned_formats(*this, model, plan, request.importance.get()));
    return export_gguf(model, plan, formats, request, monitor);
}

}  // namespace bitlathe
