// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>
#include <QStringList>
#include <QWidget>
#include <vector>

namespace bitlathe {

/// Filters that were stacked, a chip each; a click removes one. Hidden while there are none.
class FilterChips : public QWidget {
    Q_OBJECT
public:
    explicit FilterChips(QWidget* parent = nullptr);

    [[nodiscard]] const QStringList& texts() const { return texts_; }
    void add(const QString& text);
    /// Nothing happens when there is none.
    void remove_last();
    void clear();

signals:
    void changed();

private:
    void remove(qsizetype at);
    void show_chips();
    QStringList texts_;
    std::vector<QPushButton*> chips_;
    QPushButton* clear_;
};

}  // namespace bitlathe
