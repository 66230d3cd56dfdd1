// SPDX-License-Identifier: GPL-3.0-or-later
// The shelf as a table: what its cells say.
#include <algorithm>

#include "ui/models/plan_shelf.h"
#include "ui/models/plan_words.h"
#include "ui/models/quality_words.h"
#include "ui/theme/text.h"

namespace bitlathe {

int PlanShelf::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(entries_.size());
}

int PlanShelf::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(kColumnCount);
}

QString PlanShelf::name(int row) const {
    return plan_name_text(at(row).title.name);
}

QString PlanShelf::text(int row, int column) const {
    const PlanTotals& totals = at(row).totals;
    switch (column) {
        case kName:
            return name(row);
        case kBits:
            return bits_text(totals.bits_per_weight);
        case kSize:
            return bytes_text(totals.bytes);
        case kPerplexity:
        case kKl:
            return measured_cell(row, column);
        default:
            break;
    }
    if (!totals.estimated_loss) return kUnknown;
    const double weights = std::max(1.0, static_cast<double>(plan_.catalog().parameters()));
    return nmse_text(*totals.estimated_loss / weights);
}

QString PlanShelf::measured_cell(int row, int column) const {
    const QualityBook::Entry entry = measured(row);
    if (!entry) return kNotMeasured;
    if (column == kPerplexity) return value_text(entry->perplexity.value, entry->perplexity.error);
    return entry->kl ? value_text(entry->kl->mean, entry->kl->error) : QString(kNotMeasured);
}

QString PlanShelf::tip(int row, int column) const {
    if (column == kName) {
        return tr("%1, for the target %2")
            .arg(name(row), to_qstring(at(row).plan ? std::string_view(at(row).plan->target())
                                                    : plan_.catalog().target().name()));
    }
    if (column < kPerplexity) return {};
    const QualityBook::Entry entry = measured(row);
    return entry ? tr("Measured: %1\n%2").arg(measured_text(*entry), measured_on_text(*entry))
                 : tr("Not measured with these settings, see Quality");
}

QVariant PlanShelf::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || !plan_.is_open()) return {};
    const int row = index.row();
    switch (role) {
        case Qt::DisplayRole:
            return text(row, index.column());
        case Qt::EditRole:
            return name(row);
        case Qt::TextAlignmentRole:
            return static_cast<int>((index.column() == kName ? Qt::AlignLeft : Qt::AlignRight) |
                                    Qt::AlignVCenter);
        case Qt::AccessibleTextRole: {
            const QString own = text(row, index.column());
            if (index.column() != kName) return own;
            if (row == current_row()) return tr("%1, the current plan").arg(own);
            return row == compared_row() ? tr("%1, compared").arg(own) : own;
        }
        case Qt::ToolTipRole:
            return tip(row, index.column());
        case kCurrentRole:
            return row == current_row();
        case kComparedRole:
            return row == compared_row();
        default:
            return {};
    }
}

QVariant PlanShelf::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumnCount) return {};
    if (role == Qt::TextAlignmentRole) {
        return static_cast<int>((section == kName ? Qt::AlignLeft : Qt::AlignRight) |
                                Qt::AlignVCenter);
    }
    if (role == Qt::ToolTipRole && section == kError) {
        return tr(
            "How far the planned weights are from the stored ones, relative and squared: an "
            "estimate from the weights alone");
    }
    if (role == Qt::ToolTipRole && section == kPerplexity) {
        return tr("Perplexity, measured by running the model over the text chosen under Quality");
    }
    if (role == Qt::ToolTipRole && section == kKl) {
        return tr("Mean divergence from the original, measured, in nats per token");
    }
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case kName:
            return tr("plan");
        case kBits:
            return tr("bpw");
        case kSize:
            return tr("size");
        case kPerplexity:
            return tr("ppl meas.", "perplexity, measured: title of a narrow column");
        case kKl:
            return tr("KL meas.", "divergence, measured: title of a narrow column");
        default:
            return tr("error est.");
    }
}

Qt::ItemFlags PlanShelf::flags(const QModelIndex& index) const {
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() == kName ? flags | Qt::ItemIsEditable : flags;
}

bool PlanShelf::setData(const QModelIndex& index, const QVariant& value, int role) {
    const QString name = value.toString().simplified();
    if (!index.isValid() || index.column() != kName || role != Qt::EditRole || name.isEmpty()) {
        return false;
    }
    rename(index.row(), name);
    return true;
}

void PlanShelf::tell(int row) {
    emit dataChanged(index(row, 0), index(row, kColumnCount - 1));
}

}  // namespace bitlathe
