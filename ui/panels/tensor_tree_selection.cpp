// SPDX-License-Identifier: GPL-3.0-or-later
// Selection and hover of the tensor table, which are those of the hub.
#include <QGuiApplication>
#include <QMouseEvent>
#include <QScopedValueRollback>
#include <algorithm>
#include <iterator>
#include <utility>

#include "ui/panels/tensor_tree.h"

namespace bitlathe {
namespace {

/// Qt's selection is a list of ranges that is walked for every cell.
constexpr std::size_t kMostRuns = 200;

}  // namespace

std::vector<std::size_t> TensorTree::tensors_of(const QItemSelection& selection) const {
    std::vector<std::size_t> tensors;
    for (const QItemSelectionRange& range : selection) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            const auto own = rows_.tensors_of(rows_.index(row, 0, range.parent()));
            tensors.insert(tensors.end(), own.begin(), own.end());
        }
    }
    return tensors;
}

void TensorTree::take_selection(const QItemSelection& added, const QItemSelection& removed) {
    if (syncing_) return;
    const QScopedValueRollback<bool> guard(syncing_, true);
    std::vector<std::size_t> tensors;
    if (partial_ && QGuiApplication::keyboardModifiers().testFlag(Qt::ControlModifier)) {
        // Qt knows a part of the selection only: what changed is taken over, the rest stays.
        std::vector<std::size_t> gone = tensors_of(removed);
        std::sort(gone.begin(), gone.end());
        std::set_difference(hub_.selected().begin(), hub_.selected().end(), gone.begin(),
                            gone.end(), std::back_inserter(tensors));
        const std::vector<std::size_t> fresh = tensors_of(added);
        tensors.insert(tensors.end(), fresh.begin(), fresh.end());
    } else {
        tensors = tensors_of(selectionModel()->selection());
        partial_ = false;
    }
    const auto under = rows_.tensors_of(selectionModel()->currentIndex());
    const auto at =
        !under.empty() && !tensors.empty() ? std::optional(under.front()) : std::nullopt;
    hub_.select(std::move(tensors), at);
    viewport()->update();
}

QItemSelection TensorTree::runs_of_selection() const {
    std::vector<int> positions;
    for (const std::size_t tensor : hub_.selected()) {
        const int position = rows_.rows().position(tensor);
        if (position >= 0) positions.push_back(position);
    }
    std::sort(positions.begin(), positions.end());
    QItemSelection runs;
    const auto& order = rows_.rows().order();
    for (std::size_t i = 0; i < positions.size();) {
        const QModelIndex first = rows_.index_of(order[static_cast<std::size_t>(positions[i])]);
        std::size_t end = i + 1;
        QModelIndex last = first;
        while (end < positions.size() && positions[end] == positions[end - 1] + 1) {
            const QModelIndex next =
                rows_.index_of(order[static_cast<std::size_t>(positions[end])]);
            if (next.parent() != first.parent()) break;
            last = next;
            ++end;
        }
        if (static_cast<std::size_t>(runs.size()) == kMostRuns) return {};
        runs.append(QItemSelectionRange(first, last.siblingAtColumn(TensorTableModel::kError)));
        i = end;
    }
    return runs;
}

void TensorTree::show_selection() {
    if (syncing_) return;
    const QScopedValueRollback<bool> guard(syncing_, true);
    const QItemSelection runs = runs_of_selection();
    partial_ = runs.isEmpty() && !hub_.selected().empty();
    selectionModel()->select(runs, QItemSelectionModel::ClearAndSelect);
    viewport()->update();
    if (!hub_.current()) return;
    const QModelIndex current = rows_.index_of(*hub_.current());
    if (!current.isValid()) return;
    selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
    // A whole block was selected elsewhere: its row says so without being unfolded.
    const QModelIndex group = current.parent();
    scrollTo(group.isValid() && is_selected(group) && !isExpanded(group) ? group : current);
}

bool TensorTree::is_selected(const QModelIndex& index) const {
    const auto tensors = rows_.tensors_of(index);
    return !tensors.empty() && std::all_of(tensors.begin(), tensors.end(), [this](std::size_t t) {
        return hub_.is_selected(t) || !plan_.catalog().tensor(t).adjustable;
    }) && std::any_of(tensors.begin(), tensors.end(), [this](std::size_t t) {
        return hub_.is_selected(t);
    });
}

QModelIndex TensorTree::visible_row_of(std::size_t tensor) const {
    const QModelIndex row = rows_.index_of(tensor);
    const QModelIndex group = row.parent();
    return group.isValid() && !isExpanded(group) ? group : row;
}

void TensorTree::show_hover() {
    const auto update_row = [this](const QModelIndex& index) {
        if (!index.isValid()) return;
        const QRect cell = visualRect(index);
        viewport()->update(0, cell.top(), viewport()->width(), cell.height());
    };
    update_row(hovered_);
    hovered_ = hub_.hovered() ? visible_row_of(*hub_.hovered()) : QModelIndex();
    update_row(hovered_);
}

void TensorTree::mouseMoveEvent(QMouseEvent* event) {
    const QModelIndex index = indexAt(event->position().toPoint());
    hub_.hover(rows_.tensor_of(index));
    QTreeView::mouseMoveEvent(event);
}

bool TensorTree::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::Leave) hub_.hover(std::nullopt);
    return QTreeView::viewportEvent(event);
}

}  // namespace bitlathe
