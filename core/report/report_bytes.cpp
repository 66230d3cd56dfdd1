// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report_bytes.h"

#include <limits>
#include <map>

namespace bitlathe {
namespace {

constexpr std::uint64_t kOutside = std::numeric_limits<std::uint64_t>::max();

using Rows = std::map<std::uint64_t, ByteRow>;

void add_before(Rows& rows, std::uint64_t key, const ReportTensor& tensor) {
    ++rows[key].tensors_before;
    rows[key].before += tensor.source_bytes;
}

void add_after(Rows& rows, std::uint64_t key, const ReportTensor& tensor) {
    ++rows[key].tensors_after;
    rows[key].after += tensor.bytes;
}

template <class Name>
std::vector<ByteRow> named(Rows rows, const Name& name) {
    std::vector<ByteRow> result;
    for (auto& [key, row] : rows) {
        row.name = name(key);
        result.push_back(std::move(row));
    }
    return result;
}

}  // namespace

void sum_bytes(ReportData& data) {
    Rows roles, formats, blocks;
    for (const ReportTensor& tensor : data.tensors) {
        const auto role = static_cast<std::uint64_t>(tensor.role);
        const std::uint64_t block = tensor.block ? *tensor.block : kOutside;
        add_before(roles, role, tensor);
        add_after(roles, role, tensor);
        add_before(formats, tensor.source.index(), tensor);
        add_after(formats, tensor.planned.index(), tensor);
        add_before(blocks, block, tensor);
        add_after(blocks, block, tensor);
    }
    data.by_role = named(std::move(roles), [](std::uint64_t key) {
        return std::string(role_name(static_cast<Role>(key)));
    });
    data.by_format = named(std::move(formats), [](std::uint64_t key) {
        return std::string(format_info(FormatId(static_cast<std::uint16_t>(key))).name);
    });
    data.by_block = named(std::move(blocks), [](std::uint64_t key) {
        return key == kOutside ? std::string() : std::to_string(key);
    });
}

}  // namespace bitlathe
