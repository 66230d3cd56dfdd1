// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/tensor_table_model.h"

#include <algorithm>
#include <chrono>
#include <numeric>

#include "ui/models/inspector_facts.h"
#include "ui/theme/text.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr auto kFollow = std::chrono::milliseconds(40);

bool is_numeric(int column) {
    return column == TensorTableModel::kBlock || column == TensorTableModel::kBits ||
           column == TensorTableModel::kSize || column == TensorTableModel::kError ||
           column == TensorTableModel::kShape;
}

bool depends_on_plan(int column) {
    return column >= TensorTableModel::kPlanned;
}

QString shape_text(const std::vector<std::uint64_t>& shape) {
    QStringList parts;
    for (const std::uint64_t size : shape)
        parts.push_back(QString::number(size));
    return parts.isEmpty() ? u"1"_s : parts.join(u" × "_s);
}

}  // namespace

TensorTableModel::TensorTableModel(PlanModel& plan, QObject* parent)
    : QAbstractTableModel(parent), plan_(plan) {
    connect(&plan_, &PlanModel::opened, this, &TensorTableModel::rebuild);
    connect(&plan_, &PlanModel::tensors_changed, this, &TensorTableModel::refresh);
    connect(&plan_, &PlanModel::errors_changed, this, [this] {
        if (!order_.empty()) emit dataChanged(index(0, kError), index(rowCount() - 1, kError));
    });
    later_.setSingleShot(true);
    later_.setInterval(kFollow);
    connect(&later_, &QTimer::timeout, this, &TensorTableModel::flush);
    rebuild();
}

int TensorTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(order_.size());
}

int TensorTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(kColumnCount);
}

std::size_t TensorTableModel::tensor_at(int row) const {
    return order_[static_cast<std::size_t>(row)];
}

int TensorTableModel::row_of(std::size_t tensor) const {
    return tensor < rows_.size() ? rows_[tensor] : -1;
}

QString TensorTableModel::text(std::size_t tensor, int column) const {
    const TensorFacts& facts = plan_.catalog().tensor(tensor);
    switch (column) {
        case kName:
            return facts.name;
        case kRole:
            return to_qstring(role_name(facts.role));
        case kBlock:
            return facts.block ? QString::number(*facts.block) : QString();
        case kShape:
            return shape_text(plan_.catalog().model().tensor(tensor).shape);
        case kSource:
            return format_text(facts.source);
        case kPlanned:
            return format_text(plan_.format(tensor));
        case kBits:
            return bits_text(plan_.bits(tensor));
        case kSize:
            return bytes_text(plan_.bytes(tensor));
        default:
            break;
    }
    const auto error = plan_.error(tensor);
    return error ? quantity_text(*error) : QString(kUnknown);
}

double TensorTableModel::number(std::size_t tensor, int column) const {
    const TensorFacts& facts = plan_.catalog().tensor(tensor);
    switch (column) {
        case kBlock:
            return facts.block ? static_cast<double>(*facts.block) : -1.0;
        case kShape:
            return static_cast<double>(facts.elements);
        case kBits:
            return plan_.bits(tensor);
        case kSize:
            return static_cast<double>(plan_.bytes(tensor));
        default:
            return plan_.error(tensor).value_or(-1.0);
    }
}

QVariant TensorTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || !plan_.is_open()) return {};
    const std::size_t tensor = tensor_at(index.row());
    switch (role) {
        case Qt::DisplayRole:
        case Qt::AccessibleTextRole:
            return text(tensor, index.column());
        case Qt::TextAlignmentRole:
            return static_cast<int>((is_numeric(index.column()) ? Qt::AlignRight : Qt::AlignLeft) |
                                    Qt::AlignVCenter);
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

QVariant TensorTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumnCount) return {};
    if (role == Qt::TextAlignmentRole) {
        return static_cast<int>((is_numeric(section) ? Qt::AlignRight : Qt::AlignLeft) |
                                Qt::AlignVCenter);
    }
    if (role == Qt::ToolTipRole && section == kError) {
        return tr("Weights × NMSE of the planned format: an estimate of the error in the weights");
    }
    if (role != Qt::DisplayRole) return {};
    QString title;
    switch (section) {
        case kName:
            title = tr("name");
            break;
        case kRole:
            title = tr("role");
            break;
        case kBlock:
            title = tr("block");
            break;
        case kShape:
            title = tr("shape");
            break;
        case kSource:
            title = tr("stored");
            break;
        case kPlanned:
            title = tr("planned");
            break;
        case kBits:
            title = tr("bits");
            break;
        case kSize:
            title = tr("size");
            break;
        default:
            title = tr("error est.");
            break;
    }
    if (section != sort_column_) return title;
    return title + (sort_direction_ == Qt::AscendingOrder ? u" ▴"_s : u" ▾"_s);
}

FilterSubject TensorTableModel::subject(std::size_t tensor) const {
    const TensorFacts& facts = plan_.catalog().tensor(tensor);
    return {facts.name,          text(tensor, kRole), text(tensor, kPlanned), text(tensor, kSource),
            facts.block,         plan_.bits(tensor),  plan_.bytes(tensor),    plan_.error(tensor),
            plan_.locked(tensor)};
}

void TensorTableModel::index_rows() {
    std::fill(rows_.begin(), rows_.end(), -1);
    for (std::size_t row = 0; row < order_.size(); ++row)
        rows_[order_[row]] = static_cast<int>(row);
}

void TensorTableModel::sort_order() {
    std::sort(order_.begin(), order_.end());
    if (sort_column_ < 0) return;
    // Keys once per row, not per comparison; stable, so that equal keys keep the order of the file.
    const bool rising = sort_direction_ == Qt::AscendingOrder;
    const auto sort_by = [&](const auto& keys) {
        std::stable_sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) {
            return rising ? keys[a] < keys[b] : keys[b] < keys[a];
        });
    };
    if (is_numeric(sort_column_)) {
        std::vector<double> keys(plan_.catalog().size());
        for (const std::size_t tensor : order_)
            keys[tensor] = number(tensor, sort_column_);
        sort_by(keys);
    } else {
        std::vector<QString> keys(plan_.catalog().size());
        for (const std::size_t tensor : order_)
            keys[tensor] = text(tensor, sort_column_);
        sort_by(keys);
    }
}

void TensorTableModel::refilter() {
    order_.clear();
    count_ = {};
    if (!plan_.is_open()) {
        rows_.clear();
        return;
    }
    double passed = 0;
    for (std::size_t tensor = 0; tensor < plan_.catalog().size(); ++tensor) {
        if (!filter_.empty() && !filter_.matches(subject(tensor))) continue;
        order_.push_back(tensor);
        passed += static_cast<double>(plan_.catalog().tensor(tensor).elements);
    }
    count_.tensors = order_.size();
    const auto all = static_cast<double>(plan_.catalog().parameters());
    count_.parameter_share = all > 0 ? passed / all : 0;
    rows_.resize(plan_.catalog().size());
    sort_order();
    index_rows();
}

void TensorTableModel::rebuild() {
    later_.stop();
    dirty_last_ = -1;
    beginResetModel();
    refilter();
    endResetModel();
    emit count_changed();
}

void TensorTableModel::set_filter(TensorFilter filter) {
    filter_ = std::move(filter);
    rebuild();
}

void TensorTableModel::sort(int column, Qt::SortOrder order) {
    sort_column_ = column;
    sort_direction_ = order;
    resort();
    emit headerDataChanged(Qt::Horizontal, 0, kColumnCount - 1);
}

void TensorTableModel::resort() {
    if (!plan_.is_open()) return;
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<std::size_t> tensors;
    for (const QModelIndex& entry : before)
        tensors.push_back(tensor_at(entry.row()));
    sort_order();
    index_rows();
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i) {
        after.push_back(index(row_of(tensors[static_cast<std::size_t>(i)]), before[i].column()));
    }
    changePersistentIndexList(before, after);
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void TensorTableModel::flush() {
    later_.stop();
    const int first = dirty_first_;
    const int last = std::min(dirty_last_, rowCount() - 1);
    dirty_last_ = -1;
    if (last >= first) emit dataChanged(index(first, kName), index(last, kError));
}

void TensorTableModel::refresh(const std::vector<std::size_t>& tensors) {
    for (const std::size_t tensor : tensors) {
        const int row = row_of(tensor);
        if (row < 0) continue;
        dirty_first_ = dirty_last_ < 0 ? row : std::min(dirty_first_, row);
        dirty_last_ = std::max(dirty_last_, row);
    }
    if (plan_.previewing()) {
        // Bars and totals move in the frame of the drag; painting every row with them would cost
        // more than all bars together, so the table follows a moment later.
        if (!later_.isActive()) later_.start();
        return;
    }
    flush();
    if (depends_on_plan(sort_column_)) resort();
}

}  // namespace bitlathe
