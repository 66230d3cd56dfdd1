// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/safetensors/safetensors_target.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/text.h"
#include "core/targets/planned_formats.h"
#include "core/targets/safetensors/safetensors_export.h"
#include "core/targets/safetensors/safetensors_layout.h"

namespace bitlathe {
namespace {

/// Formats whose rounding can be applied, cheapest first.
std::vector<FormatId> roundable_formats() {
    std::vector<FormatId> result;
    for (const FormatInfo& info : all_formats()) {
        if (info.kind != FormatKind::kRaw && info.encode != nullptr && info.decode != nullptr) {
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

/// A dtype that rounded values are stored in; of other containers quantized tensors become F32.
bool can_hold_rounded(FormatId source) {
    const auto stored = safetensors_storage(source);
    return stored == formats::f32() || stored == formats::f16() || stored == formats::bf16();
}

/// Whether the tensor is one that is quantized at all: linears and embeddings.
Legality may_quantize(const TensorInfo& info, const TensorPlace& place) {
    switch (place.role) {
        case Role::kNorm:
            return illegal("norms are kept");
        case Role::kRouter:
            return illegal("routers are kept");
        case Role::kOther:
            return illegal("it is neither a linear nor an embedding");
        default:
            break;
    }
    if (info.shape.size() < 2) {
        return illegal("tensors of one dimension are kept");
    }
    if (!can_hold_rounded(info.format)) {
        return illegal(fmt::format("rounded weights are stored as F32, F16 or BF16, and it is {}",
                                   format_info(info.format).name));
    }
    return {true, {}};
}

}  // namespace

std::string_view SafetensorsTarget::description() const {
    return "safetensors with rounded weights in the dtype of the source, for evaluation anywhere";
}

std::span<const FormatId> SafetensorsTarget::formats() const {
    static const std::vector<FormatId> kFormats = roundable_formats();
    return kFormats;
}

Status SafetensorsTarget::accepts(const Model& model) const {
    if (model.checkpoint->container() == Container::kSafetensors) {
        return {};
    }
    for (const TensorInfo& tensor : model.checkpoint->tensors()) {
        if (!safetensors_storage(tensor.format)) {
            return fail(ErrorCode::kImpossible,
                        fmt::format("safetensors cannot hold {}, which is {}",
                                    printable(tensor.name), format_info(tensor.format).name),
                        model.checkpoint->path().string(), {}, "use the target gguf");
        }
    }
    return {};
}

Legality SafetensorsTarget::legality(const Model& model, std::size_t tensor, FormatId format,
                                     const Importance*) const {
    const TensorInfo& info = model.tensor(tensor);
    if (format == info.format) {
        return {true, {}};
    }
    Legality allowed = may_quantize(info, model.places[tensor]);
    if (!allowed.legal) {
        return allowed;
    }
    const FormatInfo& to = format_info(format);
    if (to.kind == FormatKind::kRaw || to.encode == nullptr || to.decode == nullptr) {
        return illegal(fmt::format("{} cannot be encoded yet", to.name));
    }
    if (!row_fits(format, info.cols())) {
        return illegal(fmt::format("a row of {} is not a multiple of {}, the block of {}",
                                   info.cols(), to.block_elems, to.name));
    }
    return {true, {}};
}

Placement SafetensorsTarget::place(const Model& model, std::size_t tensor, FormatId format,
                                   const Importance* importance) const {
    Legality asked = legality(model, tensor, format, importance);
    return asked.legal ? Placement{format, {}}
                       : Placement{model.tensor(tensor).format, std::move(asked.reason)};
}

bool SafetensorsTarget::writes_folder(const ExportRequest& request) const {
    return !wants_one_file(request);
}

Result<std::vector<PlannedFile>> SafetensorsTarget::files(const Model& model, const Plan& plan,
                                                          const ExportRequest& request) const {
    BITLATHE_TRY(accepts(model));
    BITLATHE_ASSIGN(const auto formats,
                    planned_formats(*this, model, plan, request.importance.get()));
    BITLATHE_ASSIGN(const auto layouts, safetensors_files(model, plan, formats, request));
    return planned_files(layouts);
}

Result<ExportReport> SafetensorsTarget::write(const Model& model, const Plan& plan,
                                              const ExportRequest& request,
                                              const WorkContext& context) const {
    ExportMonitor monitor(context);
    BITLATHE_TRY(accepts(model));
    BITLATHE_ASSIGN(const auto formats,
                    planned_formats(*this, model, plan, request.importance.get()));
    return export_safetensors(model, plan, formats, request, monitor);
}

}  // namespace bitlathe
