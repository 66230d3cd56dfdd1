// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/export_groups.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "ui/theme/core_text.h"
#include "ui/theme/text.h"

namespace bitlathe {
namespace {

int alignment_of(int column) {
    const bool number = column == ExportGroupModel::kTensors ||
                        column == ExportGroupModel::kBefore || column == ExportGroupModel::kAfter;
    return static_cast<int>((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

}  // namespace

std::vector<ExportGroup> export_groups(const TensorCatalog& catalog, const Plan& plan) {
    std::map<std::tuple<FormatId, FormatId, std::string>, ExportGroup> groups;
    for (std::size_t i = 0; i < catalog.size(); ++i) {
        const auto found = plan.tensors.find(catalog.model().tensor(i).name);
        if (found == plan.tensors.end()) continue;
        const FormatId from = catalog.tensor(i).source;
        const FormatId to = found->second.format;
        const std::string reason =
            catalog.tensor(i).adjustable ? found->second.reason : std::string();
        ExportGroup& group = groups[{from, to, reason}];
        group.from = from;
        group.to = to;
        group.reason = core_text(reason);
        ++group.tensors;
        group.before += catalog.tensor(i).source_bytes;
        group.after += catalog.bytes(i, to);
    }
    std::vector<ExportGroup> result;
    for (auto& entry : groups)
        result.push_back(std::move(entry.second));
    std::stable_sort(result.begin(), result.end(), [](const auto& a, const auto& b) {
        const bool copied_a = a.from == a.to;
        const bool copied_b = b.from == b.to;
        return copied_a != copied_b ? copied_b : a.before > b.before;
    });
    return result;
}

void ExportGroupModel::set_groups(std::vector<ExportGroup> groups) {
    beginResetModel();
    groups_ = std::move(groups);
    endResetModel();
}

int ExportGroupModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(groups_.size());
}

int ExportGroupModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(kColumnCount);
}

QVariant ExportGroupModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    if (role == Qt::TextAlignmentRole) return alignment_of(index.column());
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
    const ExportGroup& group = groups_[static_cast<std::size_t>(index.row())];
    switch (index.column()) {
        case kFrom:
            return format_text(group.from);
        case kTo:
            return group.from == group.to ? tr("copied") : format_text(group.to);
        case kTensors:
            return count_text(group.tensors);
        case kBefore:
            return bytes_text(group.before);
        case kAfter:
            return bytes_text(group.after);
        default:
            return group.reason;
    }
}

QVariant ExportGroupModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return alignment_of(section);
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case kFrom:
            return tr("Stored as");
        case kTo:
            return tr("Becomes");
        case kTensors:
            return tr("Tensors");
        case kBefore:
            return tr("Before");
        case kAfter:
            return tr("After");
        default:
            return tr("Not as asked, because");
    }
}

}  // namespace bitlathe
