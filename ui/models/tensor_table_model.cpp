// SPDX-License-Identifier: GPL-3.0-or-later
// What Qt asks of the tensor table; its rows are made in tensor_table_rows.cpp.
#include "ui/models/tensor_table_model.h"

#include <chrono>

#include "ui/models/inspector_facts.h"
#include "ui/theme/core_text.h"
#include "ui/theme/text.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

/// Rows of tensors without groups, and rows of groups, have no parent.
constexpr quintptr kTop = 0;

int alignment(int column) {
    return static_cast<int>((is_numeric(column) ? Qt::AlignRight : Qt::AlignLeft) |
                            Qt::AlignVCenter);
}

}  // namespace

TensorTableModel::TensorTableModel(PlanModel& plan, QObject* parent)
    : QAbstractItemModel(parent), plan_(plan) {
    connect(&plan_, &PlanModel::opened, this, &TensorTableModel::open);
    connect(&plan_, &PlanModel::tensors_changed, this, &TensorTableModel::refresh);
    connect(&plan_, &PlanModel::errors_changed, this, &TensorTableModel::learn);
    later_.setSingleShot(true);
    later_.setInterval(40ms);
    connect(&later_, &QTimer::timeout, this, &TensorTableModel::flush);
    learned_.setSingleShot(true);
    learned_.setInterval(500ms);
    connect(&learned_, &QTimer::timeout, this, [this] {
        if (plan_.previewing()) return learned_.start();
        if (filter_.asks_measured()) return rebuild();
        resort();
    });
    open();
}

QModelIndex TensorTableModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent)) return {};
    return createIndex(row, column,
                       parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : kTop);
}

QModelIndex TensorTableModel::parent(const QModelIndex& child) const {
    if (!child.isValid() || child.internalId() == kTop) return {};
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, kTop);
}

int TensorTableModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid())
        return static_cast<int>(shown_groups() ? rows_.groups().size() : rows_.order().size());
    if (!shown_groups() || parent.internalId() != kTop || parent.column() != 0) return 0;
    return static_cast<int>(rows_.tensors(static_cast<std::size_t>(parent.row())).size());
}

int TensorTableModel::columnCount(const QModelIndex& parent) const {
    const bool leaf = parent.isValid() && (!shown_groups() || parent.internalId() != kTop);
    return leaf ? 0 : static_cast<int>(kColumnCount);
}

std::size_t TensorTableModel::tensor_at(int row) const {
    return rows_.order()[static_cast<std::size_t>(row)];
}

std::optional<std::size_t> TensorTableModel::tensor_of(const QModelIndex& index) const {
    if (!index.isValid() || (shown_groups() && index.internalId() == kTop)) return std::nullopt;
    return tensors_of(index).front();
}

std::span<const std::size_t> TensorTableModel::tensors_of(const QModelIndex& index) const {
    if (!index.isValid()) return {};
    const auto row = static_cast<std::size_t>(index.row());
    if (!shown_groups()) return std::span(rows_.order()).subspan(row, 1);
    if (index.internalId() == kTop) return rows_.tensors(row);
    return rows_.tensors(index.internalId() - 1).subspan(row, 1);
}

QModelIndex TensorTableModel::index_of(std::size_t tensor, int column) const {
    const int position = rows_.position(tensor);
    if (position < 0) return {};
    if (!shown_groups()) return createIndex(position, column, kTop);
    const std::size_t group = rows_.group_of(static_cast<std::size_t>(position));
    const int row = position - static_cast<int>(rows_.groups()[group].first);
    return createIndex(row, column, static_cast<quintptr>(group) + 1);
}

QVariant TensorTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || !plan_.is_open()) return {};
    if (role == Qt::TextAlignmentRole) return alignment(index.column());
    const auto tensor = tensor_of(index);
    return tensor ? tensor_data(*tensor, index.column(), role)
                  : group_data(static_cast<std::size_t>(index.row()), index.column(), role);
}

QVariant TensorTableModel::tensor_data(std::size_t tensor, int column, int role) const {
    switch (role) {
        case Qt::DisplayRole:
        case Qt::AccessibleTextRole:
            return cell_text(plan_, tensor, column, grouping_);
        case Qt::ToolTipRole:
            return facts_text(plan_, tensor);
        case kLockedRole:
            return plan_.locked(tensor);
        case kChangedRole:
            return plan_.format(tensor) != plan_.catalog().tensor(tensor).source;
        case kErrorShareRole: {
            const auto error = plan_.error(tensor);
            return error ? plan_.error_range().position(*error) : -1.0;
        }
        default:
            return {};
    }
}

const TensorSubtotal& TensorTableModel::subtotal(std::size_t group) const {
    auto& known = subtotals_[group];
    if (!known) known = subtotal_of(plan_, rows_.tensors(group));
    return *known;
}

QVariant TensorTableModel::group_data(std::size_t group, int column, int role) const {
    const QString& title = groups_.titles[rows_.groups()[group].key];
    switch (role) {
        case Qt::DisplayRole:
        case Qt::AccessibleTextRole:
            return column == kName ? title : cell_text(subtotal(group), column);
        case Qt::ToolTipRole:
            if (column == kName) return title + u": "_s + cell_text(subtotal(group), kShape);
            if (column == kError) return tr("Sum of weights × NMSE over its tensors, an estimate");
            return {};
        case kLockedRole:
            return subtotal(group).locked;
        case kChangedRole:
            return subtotal(group).changed;
        case kErrorShareRole:
            return -1.0;  // a sum does not belong on the scale of single tensors
        default:
            return {};
    }
}

QVariant TensorTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumnCount) return {};
    if (role == Qt::TextAlignmentRole) return alignment(section);
    if (role == Qt::ToolTipRole && section == kError) {
        return tr("Weights × NMSE of the planned format: an estimate of the error in the weights");
    }
    if (role != Qt::DisplayRole) return {};
    const QString title = column_title(section);
    if (section != sort_column_) return title;
    return title + (sort_direction_ == Qt::AscendingOrder ? u" ▴"_s : u" ▾"_s);
}

void TensorTableModel::flush() {
    later_.stop();
    const int last = std::min(dirty_last_, rowCount() - 1);
    if (last >= dirty_first_ && !shown_groups())
        emit dataChanged(index(dirty_first_, kName), index(last, kError));
    dirty_last_ = -1;
    for (std::size_t group = 0; group < dirty_groups_.size(); ++group) {
        if (!dirty_groups_[group]) continue;
        dirty_groups_[group] = false;
        const QModelIndex row = index(static_cast<int>(group), 0);
        emit dataChanged(row, row.siblingAtColumn(kError));
        emit dataChanged(index(0, kName, row), index(rowCount(row) - 1, kError, row));
    }
}

void TensorTableModel::mark(const std::vector<std::size_t>& tensors) {
    std::size_t first = 0;  // the group that was marked last
    std::size_t last = 0;
    for (const std::size_t tensor : tensors) {
        const int position = rows_.position(tensor);
        if (position < 0) continue;
        if (shown_groups()) {
            const auto at = static_cast<std::size_t>(position);
            if (at >= first && at < last) continue;
            const std::size_t group = rows_.group_of(at);
            first = rows_.groups()[group].first;
            last = rows_.groups()[group].last;
            dirty_groups_[group] = true;
            subtotals_[group].reset();
        } else {
            dirty_first_ = dirty_last_ < 0 ? position : std::min(dirty_first_, position);
            dirty_last_ = std::max(dirty_last_, position);
        }
    }
}

void TensorTableModel::refresh(const std::vector<std::size_t>& tensors) {
    mark(tensors);
    if (plan_.previewing()) {
        // Bars and totals move in the frame of the drag; painting every row with them would cost
        // more than all bars together, so the table follows a moment later.
        if (!later_.isActive()) later_.start();
        return;
    }
    if (filter_.asks_plan()) return rebuild();
    flush();
    if (depends_on_plan(sort_column_)) resort();
}

bool TensorTableModel::depends_on_errors() const {
    return filter_.asks_measured() || sort_column_ == kError;
}

void TensorTableModel::learn(const std::vector<std::size_t>& tensors) {
    mark(tensors);
    if (!later_.isActive()) later_.start();
    if (depends_on_errors() && !learned_.isActive()) learned_.start();
}

}  // namespace bitlathe
