// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/derived.h"

#include <cassert>

#include <fmt/format.h>

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/checkpoint/container.h"

namespace bitlathe {
namespace {

Result<TensorInfo> info_of(const DerivedTensor& tensor, const Checkpoint& source) {
    const TensorInfo& begin = source.tensors()[tensor.source];
    const auto bytes = tensor_bytes(tensor.format, tensor.shape);
    if (!bytes) {
        return fail(ErrorCode::kImpossible, fmt::format("{} is too large", printable(tensor.name)),
                    source.path().string());
    }
    assert(tensor.rows || *bytes == begin.bytes);
    return TensorInfo{tensor.name, tensor.shape, tensor.format, begin.file, begin.offset, *bytes};
}

}  // namespace

Result<std::shared_ptr<const Checkpoint>> derive_checkpoint(
    std::shared_ptr<const Checkpoint> source, Container container,
    std::vector<DerivedTensor> tensors, Metadata metadata, const Json* config) {
    CheckpointBuilder builder(container, source->path());
    std::vector<TensorInfo> infos;
    std::vector<std::shared_ptr<const DerivedRows>> rows;
    for (DerivedTensor& tensor : tensors) {
        BITLATHE_ASSIGN(TensorInfo info, info_of(tensor, *source));
        infos.push_back(std::move(info));
        rows.push_back(std::move(tensor.rows));
    }
    builder.derive(std::move(source), std::move(infos), std::move(rows), std::move(metadata));
    if (config != nullptr) {
        builder.set_config(*config);
    }
    return builder.finish();
}

std::string source_fingerprint(const Checkpoint& checkpoint) {
    return checkpoint.source() ? source_fingerprint(*checkpoint.source())
                               : checkpoint.fingerprint();
}

}  // namespace bitlathe
