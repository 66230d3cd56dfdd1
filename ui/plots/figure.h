// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>
#include <QStringList>
#include <functional>
#include <vector>

class QChartView;
class QCPPainter;
class QCustomPlot;
class QListView;
class QTableView;
class QWidget;

namespace bitlathe {

/// The numbers behind a picture, as text: one heading, then rows of as many cells.
struct FigureData {
    QStringList heading;
    std::vector<QStringList> rows;
};

/// Anything on screen that can be saved: how it paints itself and what its numbers are. Functions
/// are called on the GUI thread, while the widget they were made of lives.
struct Figure {
    QString name;                 ///< of the file that is suggested, without its ending
    std::function<QSize()> size;  ///< device-independent pixels
    /// Paints the whole figure into (0, 0, size). The painter is scaled already; QCustomPlot asks
    /// for a painter of its own kind, everybody else may take it for a QPainter.
    std::function<void(QCPPainter&, QSize)> paint;
    std::function<FigureData()> data;  ///< of what is visible
};

/// A plot of QCustomPlot: lines and text stay lines and text in vector files.
[[nodiscard]] Figure plot_figure(QCustomPlot& plot, const QString& name,
                                 std::function<FigureData()> data);
/// A chart of Qt Charts, with what its view paints over it.
[[nodiscard]] Figure chart_figure(QChartView& view, const QString& name,
                                  std::function<FigureData()> data);
/// Any widget that paints itself, with its children.
[[nodiscard]] Figure widget_figure(QWidget& widget, const QString& name,
                                   std::function<FigureData()> data);
/// The visible part of a table as the picture; all its rows and visible columns, in the order on
/// screen, as the data.
[[nodiscard]] Figure table_figure(QTableView& table, const QString& name);
/// The visible part of a list as the picture, all its rows as the data.
[[nodiscard]] Figure list_figure(QListView& list, const QString& name);

/// A number for a file: shortest text that reads back as the same number, with a decimal point.
[[nodiscard]] QString data_text(double value);
/// Rows of RFC 4180 with "\n" between them, in UTF-8: cells with commas, quotes or line ends are
/// quoted.
[[nodiscard]] QByteArray csv_text(const FigureData& data);

}  // namespace bitlathe
