// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QPushButton>
#include <QStringList>
#include <QTableView>
#include <QToolButton>
#include <span>

class QAction;
class QScrollArea;
class QVBoxLayout;

namespace bitlathe {

/// Small makers, so that every control gets its name and its dress in one line.

/// Tells the style sheet how a widget looks; see style_sheet().
void set_look(QWidget& widget, const char* look);
/// Makes a widget a part of the panel around it, with whose colour it is painted: a column without
/// a margin of its own.
[[nodiscard]] QVBoxLayout* make_column(QWidget& part, int spacing);
[[nodiscard]] QLabel* make_label(const QString& name, const char* look, QWidget* parent,
                                 const QString& text = {});
/// A label that gives way: what does not fit is replaced by an ellipsis and said by its tool tip.
[[nodiscard]] QLabel* make_elided_label(const QString& name, const char* look, QWidget* parent);
/// Gives such a label the same thing in several lengths, longest first: it shows the longest that
/// it has room for, and says the first one to whoever asks.
void say_longest(QLabel& label, const QStringList& texts);
/// Pixels that such a label lacks for the shortest of its texts; 0: nothing of it is left out.
[[nodiscard]] int missing_room(const QLabel& label);
/// A button that shows and triggers an action.
[[nodiscard]] QToolButton* make_action_button(QAction& action, const QString& name,
                                              QWidget* parent);
/// A table of whole rows that is read, not written: no grid, no row numbers, fixed heights, and Tab
/// leads on to the next control.
void dress_table(QTableView& table, int row_height);
/// Such a table of a model, under its name for tests and its title for screen readers.
[[nodiscard]] QTableView* make_table(const QString& name, const QString& title,
                                     QAbstractItemModel& model, int row_height, QWidget* parent);
/// Widths of columns in pixels, but never less than their titles need with an arrow for sorting.
void set_column_widths(QTableView& table, std::span<const int> widths);
/// Puts a panel into an area that scrolls where there is more than a low window shows.
void put_in_scroll(QScrollArea& area, QWidget& panel, const QString& name, const QString& title);
[[nodiscard]] QPushButton* make_button(const QString& name, const QString& text, const char* look,
                                       QWidget* parent);

}  // namespace bitlathe
