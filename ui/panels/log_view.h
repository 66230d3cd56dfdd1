// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>
#include <QTime>
#include <deque>

#include "ui/theme/phrase.h"

namespace bitlathe {

/// Lines with the time of day, to be read and copied, in the language in use. The oldest go when
/// there are a thousand.
class LogView : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit LogView(const QString& name, QWidget* parent);
    void add(Phrase line);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Line {
        QTime time;
        Phrase text;
        [[nodiscard]] QString shown() const;
    };
    std::deque<Line> lines_;
};

}  // namespace bitlathe
