// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/plan_difference.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

#include "ui/theme/text.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr auto kFollow = std::chrono::milliseconds(60);

bool is_numeric(int column) {
    return column >= PlanDifferenceModel::kBytes;
}

QString number_text(std::optional<double> value) {
    return value ? data_text(*value) : QString();
}

}  // namespace

QString quantity_change_text(std::optional<double> before, std::optional<double> after) {
    if (!before || !after) return kUnknown;
    if (*before == *after) return u"±0"_s;
    return (*after > *before ? QChar(u'+') : QChar(0x2212)) +
           quantity_text(std::abs(*after - *before));
}

PlanDifferenceModel::PlanDifferenceModel(PlanModel& plan, PlanShelf& shelf, QObject* parent)
    : QAbstractTableModel(parent), plan_(plan), shelf_(shelf) {
    later_.setSingleShot(true);
    later_.setInterval(kFollow);
    connect(&later_, &QTimer::timeout, this, &PlanDifferenceModel::refresh);
    const auto soon = [this] {
        if (!shelf_.compared_formats().empty() && !later_.isActive()) later_.start();
    };
    connect(&plan_, &PlanModel::tensors_changed, this, soon);
    connect(&plan_, &PlanModel::errors_changed, this, soon);
    connect(&shelf_, &PlanShelf::compared_changed, this, &PlanDifferenceModel::refresh);
    refresh();
}

int PlanDifferenceModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(order_.size());
}

int PlanDifferenceModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(kColumnCount);
}

int PlanDifferenceModel::row_of(std::size_t tensor) const {
    const auto found = std::find(order_.begin(), order_.end(), tensor);
    return found == order_.end() ? -1 : static_cast<int>(found - order_.begin());
}

std::vector<std::size_t> PlanDifferenceModel::differing() const {
    // Rows that are there keep their places, so that a drag does not have to sort.
    std::vector<std::size_t> rows;
    std::vector<bool> seen(shelf_.compared_formats().size(), false);
    const auto look = [&](std::size_t tensor) {
        if (tensor >= seen.size() || seen[tensor]) return;
        seen[tensor] = true;
        if (plan_.format(tensor) != compared(tensor)) rows.push_back(tensor);
    };
    std::for_each(order_.begin(), order_.end(), look);
    for (std::size_t i = 0; i < seen.size(); ++i)
        look(i);
    return rows;
}

void PlanDifferenceModel::refresh() {
    later_.stop();
    std::vector<std::size_t> rows = differing();
    if (!plan_.previewing()) {
        std::sort(rows.begin(), rows.end());
        sort_rows(rows);
    }
    if (rows == order_) {
        if (!order_.empty()) emit dataChanged(index(0, 0), index(rowCount() - 1, kError));
    } else {
        beginResetModel();
        order_ = std::move(rows);
        endResetModel();
    }
    emit headerDataChanged(Qt::Horizontal, 0, kColumnCount - 1);
    emit refreshed();
}

std::optional<double> PlanDifferenceModel::number(std::size_t tensor, int column) const {
    if (column == kBytes) {
        return static_cast<double>(plan_.catalog().bytes(tensor, compared(tensor))) -
               static_cast<double>(plan_.bytes(tensor));
    }
    const auto before = plan_.error(tensor);
    const auto after = plan_.error(tensor, compared(tensor));
    return before && after ? std::optional(*after - *before) : std::nullopt;
}

QString PlanDifferenceModel::text(std::size_t tensor, int column) const {
    switch (column) {
        case kName: {
            // Nearly all names end in it, and the column is narrow.
            QString name = plan_.catalog().tensor(tensor).name;
            return name.endsWith(u".weight"_s) ? name.chopped(7) : name;
        }
        case kCurrent:
            return format_text(plan_.format(tensor));
        case kCompared:
            return format_text(compared(tensor));
        case kBytes:
            return bytes_change_text(plan_.bytes(tensor),
                                     plan_.catalog().bytes(tensor, compared(tensor)));
        default:
            return quantity_change_text(plan_.error(tensor), plan_.error(tensor, compared(tensor)));
    }
}

QVariant PlanDifferenceModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || !plan_.is_open()) return {};
    switch (role) {
        case Qt::DisplayRole:
        case Qt::AccessibleTextRole:
            return text(tensor_at(index.row()), index.column());
        case Qt::TextAlignmentRole:
            return static_cast<int>((is_numeric(index.column()) ? Qt::AlignRight : Qt::AlignLeft) |
                                    Qt::AlignVCenter);
        case Qt::ToolTipRole:
            return index.column() == kName ? plan_.catalog().tensor(tensor_at(index.row())).name
                                           : QString();
        default:
            return {};
    }
}

QVariant PlanDifferenceModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumnCount) return {};
    if (role == Qt::TextAlignmentRole) {
        return static_cast<int>((is_numeric(section) ? Qt::AlignRight : Qt::AlignLeft) |
                                Qt::AlignVCenter);
    }
    if (role == Qt::ToolTipRole) {
        if (section == kBytes) return tr("Bytes of the compared plan minus those of the current");
        if (section == kError) {
            return tr(
                "Weights × NMSE in the compared plan minus that in the current one: an estimate "
                "of the error in the weights");
        }
        return {};
    }
    if (role != Qt::DisplayRole) return {};
    static const std::array<const char*, kColumnCount> kTitles = {
        QT_TR_NOOP("tensor"), QT_TR_NOOP("current"), QT_TR_NOOP("B"), QT_TR_NOOP("Δ size"),
        QT_TR_NOOP("Δ error est.")};
    const QString title = tr(kTitles[static_cast<std::size_t>(section)]);
    if (section != sort_column_) return title;
    return title + (sort_direction_ == Qt::AscendingOrder ? u" ▴"_s : u" ▾"_s);
}

void PlanDifferenceModel::sort_rows(std::vector<std::size_t>& rows) const {
    if (sort_column_ < 0) return;
    // Keys once per row, not per comparison; stable, so that equal keys keep the order of the file.
    const bool rising = sort_direction_ == Qt::AscendingOrder;
    const auto sort_by = [&](auto key_of) {
        std::vector<std::pair<decltype(key_of(std::size_t{})), std::size_t>> keyed;
        keyed.reserve(rows.size());
        for (const std::size_t tensor : rows)
            keyed.emplace_back(key_of(tensor), tensor);
        std::stable_sort(keyed.begin(), keyed.end(), [rising](const auto& a, const auto& b) {
            return rising ? a.first < b.first : b.first < a.first;
        });
        std::transform(keyed.begin(), keyed.end(), rows.begin(),
                       [](const auto& entry) { return entry.second; });
    };
    if (is_numeric(sort_column_)) {
        sort_by([this](std::size_t tensor) { return number(tensor, sort_column_); });
    } else {
        sort_by([this](std::size_t tensor) { return text(tensor, sort_column_); });
    }
}

void PlanDifferenceModel::sort(int column, Qt::SortOrder order) {
    sort_column_ = column;
    sort_direction_ = order;
    refresh();
}

FigureData PlanDifferenceModel::rows() const {
    FigureData table;
    table.heading = {u"tensor"_s,        u"current_format"_s, u"compared_format"_s,
                     u"current_bytes"_s, u"compared_bytes"_s, u"bytes_difference"_s,
                     u"current_error"_s, u"compared_error"_s, u"error_difference"_s};
    for (const std::size_t tensor : order_) {
        const FormatId to = compared(tensor);
        table.rows.push_back({plan_.catalog().tensor(tensor).name, text(tensor, kCurrent),
                              text(tensor, kCompared), QString::number(plan_.bytes(tensor)),
                              QString::number(plan_.catalog().bytes(tensor, to)),
                              number_text(number(tensor, kBytes)), number_text(plan_.error(tensor)),
                              number_text(plan_.error(tensor, to)),
                              number_text(number(tensor, kError))});
    }
    return table;
}

}  // namespace bitlathe
