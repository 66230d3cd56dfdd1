// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/gguf/gguf_source.h"

#include <fmt/format.h>

#include "core/base/byte_reader.h"

namespace bitlathe {

Status check_complete_gguf(const Checkpoint& source) {
    if (source.source()) {
        return {};  // derived from what was complete
    }
    std::uint64_t declared = 0;
    for (const auto& file : source.files()) {
        ByteReader reader(file->bytes());
        (void)reader.take(8);
        declared += reader.read<std::uint64_t>();
    }
    const auto total = source.metadata().unsigned_integer("split.tensors.count");
    const auto parts = source.metadata().unsigned_integer("split.count").value_or(1);
    const bool all_parts = parts <= 1 || parts == source.files().size();
    if (declared != source.tensors().size() || !all_parts || total.value_or(declared) != declared) {
        return fail(
            ErrorCode::kRefused,
            fmt::format("only {} tensors of the source can be read: {}", source.tensors().size(),
                        source.warnings().empty() ? "parts of it are missing"
                                                  : source.warnings().front().message),
            source.path().string(), {}, "get the whole model again");
    }
    return {};
}

}  // namespace bitlathe
