// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/flow_layout.h"

#include <QWidget>
#include <algorithm>

namespace bitlathe {

FlowLayout::FlowLayout(QWidget* parent, int gap) : QLayout(parent), gap_(gap) {
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout() {
    for (const QLayoutItem* item : items_)
        delete item;
}

QLayoutItem* FlowLayout::itemAt(int at) const {
    return at >= 0 && at < count() ? items_[static_cast<std::size_t>(at)] : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int at) {
    QLayoutItem* item = itemAt(at);
    if (item != nullptr) items_.erase(items_.begin() + at);
    return item;
}

int FlowLayout::heightForWidth(int width) const {
    return flow(QRect(0, 0, width, 0), false);
}

QSize FlowLayout::minimumSize() const {
    QSize size;
    for (const QLayoutItem* item : items_)
        size = size.expandedTo(item->minimumSize());
    // One that is wider than the panel is cut off there, it does not make the panel wider.
    return {0, size.height()};
}

void FlowLayout::setGeometry(const QRect& rect) {
    QLayout::setGeometry(rect);
    [[maybe_unused]] const int height = flow(rect, true);
}

int FlowLayout::flow(const QRect& rect, bool apply) const {
    struct Place {
        QLayoutItem* item;
        QRect at;
    };
    std::vector<Place> line;
    int x = rect.left();
    int y = rect.top();
    int height = 0;
    const auto end_line = [&] {
        for (const Place& place : line) {  // lower ones stand in the middle
            const int down = (height - place.at.height()) / 2;
            if (apply) place.item->setGeometry(place.at.translated(0, down));
        }
        line.clear();
    };
    for (QLayoutItem* item : items_) {
        if (item->isEmpty()) continue;
        QSize size = item->sizeHint();
        size.setWidth(std::min(size.width(), rect.width()));
        if (x > rect.left() && x + size.width() > rect.left() + rect.width()) {
            end_line();
            x = rect.left();
            y += height + gap_;
            height = 0;
        }
        line.push_back({item, QRect({x, y}, size)});
        x += size.width() + gap_;
        height = std::max(height, size.height());
    }
    end_line();
    return y + height - rect.top();
}

}  // namespace bitlathe
