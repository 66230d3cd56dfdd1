// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/figure.h"

#include <QChartView>
#include <QHeaderView>
#include <QListView>
#include <QLocale>
#include <QTableView>
#include <utility>

#include <qcustomplot.h>

#include "ui/theme/file_numbers.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

void append_row(QByteArray& text, const QStringList& cells) {
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0) text += ',';
        QString cell = cells[i];
        if (cell.contains(u',') || cell.contains(u'"') || cell.contains(u'\n') ||
            cell.contains(u'\r')) {
            cell = u'"' + cell.replace(u"\""_s, u"\"\""_s) + u'"';
        }
        text += cell.toUtf8();
    }
    text += '\n';
}

FigureData table_data(const QTableView& table) {
    const FileNumbers numbers;
    const QAbstractItemModel& model = *table.model();
    std::vector<int> columns;  // as the person has put them
    for (int visual = 0; visual < model.columnCount(); ++visual) {
        const int column = table.horizontalHeader()->logicalIndex(visual);
        if (!table.isColumnHidden(column)) columns.push_back(column);
    }
    FigureData data;
    for (const int column : columns)
        data.heading.push_back(model.headerData(column, Qt::Horizontal).toString());
    for (int row = 0; row < model.rowCount(); ++row) {
        if (table.isRowHidden(row)) continue;
        QStringList cells;
        for (const int column : columns)
            cells.push_back(model.index(row, column).data().toString());
        data.rows.push_back(std::move(cells));
    }
    return data;
}

}  // namespace

Figure plot_figure(QCustomPlot& plot, const QString& name, std::function<FigureData()> data) {
    return {name, [&plot] { return plot.size(); },
            [&plot](QCPPainter& painter, QSize size) {
                plot.toPainter(&painter, size.width(), size.height());
            },
            std::move(data)};
}

Figure chart_figure(QChartView& view, const QString& name, std::function<FigureData()> data) {
    return {name, [&view] { return view.viewport()->size(); },
            [&view](QCPPainter& painter, QSize size) {
                view.render(&painter, QRectF(QPointF(), size), view.viewport()->rect());
            },
            std::move(data)};
}

Figure widget_figure(QWidget& widget, const QString& name, std::function<FigureData()> data) {
    return {name, [&widget] { return widget.size(); },
            [&widget](QCPPainter& painter, QSize size) {
                painter.save();
                painter.scale(1.0 * size.width() / widget.width(),
                              1.0 * size.height() / widget.height());
                widget.render(&painter, {}, {}, QWidget::DrawChildren);
                painter.restore();
            },
            std::move(data)};
}

Figure table_figure(QTableView& table, const QString& name) {
    return widget_figure(table, name, [&table] { return table_data(table); });
}

Figure list_figure(QListView& list, const QString& name) {
    return widget_figure(list, name, [&list] {
        FigureData data{{list.accessibleName()}, {}};
        for (int row = 0; row < list.model()->rowCount(); ++row)
            data.rows.push_back({list.model()->index(row, 0).data().toString()});
        return data;
    });
}

QString data_text(double value) {
    return QLocale::c().toString(value, 'g', QLocale::FloatingPointShortest);
}

QByteArray csv_text(const FigureData& data) {
    QByteArray text;
    append_row(text, data.heading);
    for (const QStringList& row : data.rows)
        append_row(text, row);
    return text;
}

}  // namespace bitlathe
