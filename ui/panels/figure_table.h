// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStandardItemModel>
#include <QStringList>
#include <QTableView>
#include <cstdint>
#include <span>
#include <vector>

#include "ui/plots/figure.h"

namespace bitlathe {

/// A cell of a table of figures: what is read, what goes into files, and what rows are sorted by.
struct FigureCell {
    QString text, data;
    QVariant key;
};
/// A number: unrounded in files.
[[nodiscard]] FigureCell figure_cell(double value, const QString& text);
/// A number as it is: of a block, a channel, tokens.
[[nodiscard]] FigureCell number_cell(std::uint64_t value);
[[nodiscard]] FigureCell word_cell(const QString& text);

/// A table of figures that is read and not written. A click on a heading sorts it; before that rows
/// stand as they were filled in, and by that order they are numbered.
class FigureTable : public QTableView {
    Q_OBJECT
public:
    FigureTable(const QString& name, const QString& title, const QStringList& headings,
                std::span<const int> widths, QWidget* parent);

    void set_heading_tip(int column, const QString& tip);
    /// Other rows, in the order that is chosen. Columns grow where a figure would be cut off.
    void fill(const std::vector<std::vector<FigureCell>>& rows);
    /// Selects a row and brings it into sight; a negative one: none.
    void choose(int row);
    /// Its picture, and all its rows unrounded as the data.
    [[nodiscard]] Figure figure(const QString& name);

signals:
    /// A click or the Enter key.
    void row_chosen(int row);

private:
    void make_room();
    [[nodiscard]] int row_at(const QModelIndex& index) const;
    [[nodiscard]] FigureData data() const;
    QStandardItemModel rows_;
};

}  // namespace bitlathe
