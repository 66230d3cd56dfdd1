// SPDX-License-Identifier: GPL-3.0-or-later
// Filtering, sorting and grouping the tensor table.
#include <algorithm>
#include <numeric>

#include "ui/models/tensor_table_model.h"
#include "ui/models/tensor_words.h"
#include "ui/theme/text.h"

namespace bitlathe {

void TensorTableModel::open() {
    beginResetModel();
    groups_ = plan_.is_open() ? group_tensors(plan_.catalog(), grouping_) : GroupMap{};
    fold_words();
    sort_all();
    refilter();
    endResetModel();
    emit count_changed();
}

void TensorTableModel::fold_words() {
    if (!role_texts_.empty()) return;
    for (std::size_t role = 0; role < kRoleCount; ++role)
        role_texts_.push_back(to_qstring(role_name(static_cast<bitlathe::Role>(role))));
    for (const FormatInfo& info : all_formats())
        format_texts_.push_back(format_text(info.id).toLower());
}

FilterSubject TensorTableModel::subject(std::size_t tensor) const {
    const TensorFacts& facts = plan_.catalog().tensor(tensor);
    FilterSubject subject;
    subject.name = plan_.catalog().folded_name(tensor);
    subject.role = role_texts_[static_cast<std::size_t>(facts.role)];
    subject.source = format_texts_[facts.source.index()];
    subject.block = facts.block;
    subject.expert = facts.expert;
    subject.file = plan_.catalog().model().tensor(tensor).file;
    if (filter_.asks_plan()) {
        const FormatId format = plan_.format(tensor);
        subject.planned = format_texts_[format.index()];
        subject.bits = plan_.bits(tensor);
        subject.bytes = plan_.bytes(tensor);
        subject.locked = plan_.locked(tensor);
        subject.changed = format != facts.source;
        if (filter_.asks_measured()) {
            subject.error = plan_.error(tensor);
            subject.nmse = plan_.nmse(tensor, format);
        }
    }
    if (!filter_.asks_measured()) return subject;
    if (const WeightStatistics* statistics = plan_.statistics(tensor)) {
        subject.kurtosis = statistics->kurtosis;
        subject.outlier = outlier_ratio(*statistics);
    }
    return subject;
}

void TensorTableModel::sort_all() {
    sorted_.resize(plan_.is_open() ? plan_.catalog().size() : 0);
    std::iota(sorted_.begin(), sorted_.end(), std::size_t{0});
    if (sort_column_ < 0 || sorted_.empty()) return;
    // Keys once per row, not per comparison; stable, so that equal keys keep the order of the file.
    const bool rising = sort_direction_ == Qt::AscendingOrder;
    const auto sort_by = [&](const auto& keys) {
        std::stable_sort(sorted_.begin(), sorted_.end(), [&](std::size_t a, std::size_t b) {
            return rising ? keys[a] < keys[b] : keys[b] < keys[a];
        });
    };
    if (is_numeric(sort_column_)) {
        std::vector<double> keys(sorted_.size());
        for (const std::size_t tensor : sorted_)
            keys[tensor] = cell_number(plan_, tensor, sort_column_);
        sort_by(keys);
    } else {
        std::vector<QString> keys(sorted_.size());
        for (const std::size_t tensor : sorted_)
            keys[tensor] = cell_text(plan_, tensor, sort_column_);
        sort_by(keys);
    }
}

void TensorTableModel::take_rows(std::vector<std::size_t> shown) {
    rows_ = TensorRows(std::move(shown), groups_, sorted_.size());
    subtotals_.assign(rows_.groups().size(), std::nullopt);
    dirty_groups_.assign(rows_.groups().size(), false);
    dirty_last_ = -1;
    arrange_groups();
}

void TensorTableModel::arrange_groups() {
    if (!rows_.grouped() || sort_column_ < 0) return;
    std::vector<std::size_t> ranks(rows_.groups().size());
    std::iota(ranks.begin(), ranks.end(), std::size_t{0});
    const bool rising = sort_direction_ == Qt::AscendingOrder;
    std::vector<double> keys;
    for (const std::size_t group : ranks) {
        // Titles and places have a natural order, which is that of their keys.
        keys.push_back(is_numeric(sort_column_) && sort_column_ != kBlock
                           ? cell_number(subtotal(group), sort_column_)
                           : static_cast<double>(rows_.groups()[group].key));
    }
    std::stable_sort(ranks.begin(), ranks.end(), [&](std::size_t a, std::size_t b) {
        return rising ? keys[a] < keys[b] : keys[b] < keys[a];
    });
    rows_.arrange(ranks);
    subtotals_.assign(rows_.groups().size(), std::nullopt);
}

void TensorTableModel::refilter() {
    count_ = {};
    std::vector<std::size_t> shown;
    double passed = 0;
    for (const std::size_t tensor : sorted_) {
        if (!filter_.empty() && !filter_.matches(subject(tensor))) continue;
        shown.push_back(tensor);
        passed += static_cast<double>(plan_.catalog().tensor(tensor).elements);
    }
    count_.tensors = shown.size();
    if (plan_.is_open() && plan_.catalog().parameters() > 0)
        count_.parameter_share = passed / static_cast<double>(plan_.catalog().parameters());
    take_rows(std::move(shown));
}

void TensorTableModel::rebuild() {
    later_.stop();
    learned_.stop();
    beginResetModel();
    if (depends_on_plan(sort_column_)) sort_all();
    refilter();
    endResetModel();
    emit count_changed();
}

void TensorTableModel::set_filter(TensorFilter filter) {
    filter_ = std::move(filter);
    rebuild();
}

void TensorTableModel::set_grouping(TensorGrouping grouping) {
    if (grouping == grouping_) return;
    beginResetModel();
    grouping_ = grouping;
    groups_ = plan_.is_open() ? group_tensors(plan_.catalog(), grouping_) : GroupMap{};
    refilter();
    endResetModel();
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
    struct Kept {
        bool tensor;
        std::size_t what;  ///< the tensor, or the key of the group
    };
    const QModelIndexList before = persistentIndexList();
    std::vector<Kept> kept;
    for (const QModelIndex& entry : before) {
        const auto tensor = tensor_of(entry);
        kept.push_back(
            {tensor.has_value(),
             tensor ? *tensor : rows_.groups()[static_cast<std::size_t>(entry.row())].key});
    }
    sort_all();
    std::vector<std::size_t> shown;
    for (const std::size_t tensor : sorted_) {
        if (rows_.position(tensor) >= 0) shown.push_back(tensor);
    }
    take_rows(std::move(shown));
    std::vector<int> row_of_key(groups_.titles.size(), -1);
    for (std::size_t row = 0; row < rows_.groups().size(); ++row)
        row_of_key[rows_.groups()[row].key] = static_cast<int>(row);
    QModelIndexList after;
    for (std::size_t i = 0; i < kept.size(); ++i) {
        const int column = before[static_cast<qsizetype>(i)].column();
        after.push_back(kept[i].tensor
                            ? index_of(kept[i].what, column)
                            : createIndex(row_of_key[kept[i].what], column, quintptr{0}));
    }
    changePersistentIndexList(before, after);
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

}  // namespace bitlathe
