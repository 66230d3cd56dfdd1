// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>
#include <vector>

namespace bitlathe {

/// Widgets side by side at the sizes they want, in as many lines as the width takes.
class FlowLayout : public QLayout {
public:
    explicit FlowLayout(QWidget* parent, int gap);
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override { items_.push_back(item); }
    [[nodiscard]] int count() const override { return static_cast<int>(items_.size()); }
    [[nodiscard]] QLayoutItem* itemAt(int at) const override;
    QLayoutItem* takeAt(int at) override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override { return minimumSize(); }
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;

private:
    /// Lays out in `rect` and returns the height it takes; `apply` false: only looks.
    [[nodiscard]] int flow(const QRect& rect, bool apply) const;
    std::vector<QLayoutItem*> items_;
    int gap_;
};

}  // namespace bitlathe
