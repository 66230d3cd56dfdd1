// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/widgets.h"

#include <QAction>
#include <QHeaderView>
#include <QHelpEvent>
#include <QPainter>
#include <QScrollArea>
#include <QStyle>
#include <QToolTip>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/theme/text.h"
#include "ui/theme/theme.h"

namespace bitlathe {
namespace {

class ElidedLabel : public QLabel {
public:
    explicit ElidedLabel(QWidget* parent) : QLabel(parent) {
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        setProperty("elides", true);
    }
    void say(const QStringList& texts) {
        shorter_ = texts.mid(1);
        setText(texts.value(0));
        update();
    }
    [[nodiscard]] int missing() const {
        const QString shortest = shorter_.isEmpty() ? text() : shorter_.back();
        return std::max(0, fontMetrics().horizontalAdvance(shortest) - contentsRect().width());
    }

protected:
    bool event(QEvent* event) override {
        // Only when it is asked for: an event from within painting would paint again.
        if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && shown() != text()) {
            QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), text(), this);
            return true;
        }
        return QLabel::event(event);
    }
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setPen(palette().color(foregroundRole()));
        painter.drawText(contentsRect(), static_cast<int>(alignment()), shown());
    }

private:
    [[nodiscard]] QString shown() const {
        return longest_fit(fontMetrics(), contentsRect().width(), QStringList(text()) + shorter_);
    }
    QStringList shorter_;  ///< than text(), longest first
};

ElidedLabel* as_elided(const QLabel& label) {
    return dynamic_cast<ElidedLabel*>(const_cast<QLabel*>(&label));
}

}  // namespace

void set_look(QWidget& widget, const char* look) {
    widget.setProperty("look", QString::fromLatin1(look));
    widget.setAttribute(Qt::WA_StyledBackground);
    widget.style()->unpolish(&widget);  // a property alone does not make it dress again
    widget.style()->polish(&widget);
}

QVBoxLayout* make_column(QWidget& part, int spacing) {
    set_look(part, "clear");
    auto* column = new QVBoxLayout(&part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing);
    return column;
}

QLabel* make_label(const QString& name, const char* look, QWidget* parent, const QString& text) {
    auto* label = new QLabel(text, parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);  // what files say is never markup
    set_look(*label, look);
    return label;
}

QLabel* make_elided_label(const QString& name, const char* look, QWidget* parent) {
    auto* label = new ElidedLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    set_look(*label, look);
    return label;
}

void say_longest(QLabel& label, const QStringList& texts) {
    if (ElidedLabel* elided = as_elided(label)) return elided->say(texts);
    label.setText(texts.value(0));
}

int missing_room(const QLabel& label) {
    const ElidedLabel* elided = as_elided(label);
    return elided == nullptr ? 0 : elided->missing();
}

QToolButton* make_action_button(QAction& action, const QString& name, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setDefaultAction(&action);
    button->setObjectName(name);
    button->setAccessibleName(action.text().remove(u'&'));
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void dress_table(QTableView& table, int row_height) {
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setShowGrid(false);
    table.setWordWrap(false);
    table.setTabKeyNavigation(false);
    table.setFont(Theme::content_font());
    table.verticalHeader()->hide();
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.verticalHeader()->setDefaultSectionSize(row_height);
    table.horizontalHeader()->setHighlightSections(false);
}

QTableView* make_table(const QString& name, const QString& title, QAbstractItemModel& model,
                       int row_height, QWidget* parent) {
    auto* table = new QTableView(parent);
    table->setObjectName(name);
    table->setAccessibleName(title);
    table->setModel(&model);
    dress_table(*table, row_height);
    return table;
}

void set_column_widths(QTableView& table, std::span<const int> widths) {
    const QHeaderView& header = *table.horizontalHeader();
    const int around = 2 * header.style()->pixelMetric(QStyle::PM_HeaderMargin, nullptr, &header) +
                       header.fontMetrics().horizontalAdvance(QStringLiteral(" ▾ "));
    for (int column = 0; column < static_cast<int>(widths.size()); ++column) {
        const QString title = table.model()->headerData(column, Qt::Horizontal).toString();
        const int needed = header.fontMetrics().horizontalAdvance(title) + around;
        table.setColumnWidth(column, std::max(widths[static_cast<std::size_t>(column)], needed));
    }
}

void put_in_scroll(QScrollArea& area, QWidget& panel, const QString& name, const QString& title) {
    area.setObjectName(name);
    area.setAccessibleName(title);
    area.setFrameShape(QFrame::NoFrame);
    area.setWidgetResizable(true);
    area.setWidget(&panel);
}

QPushButton* make_button(const QString& name, const QString& text, const char* look,
                         QWidget* parent) {
    auto* button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setAccessibleName(text);
    button->setAutoDefault(false);
    set_look(*button, look);
    return button;
}

}  // namespace bitlathe
