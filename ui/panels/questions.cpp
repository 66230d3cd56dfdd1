// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/questions.h"

#include <QMessageBox>
#include <QPushButton>
#include <deque>
#include <vector>

namespace bitlathe::questions {
namespace {

using namespace Qt::Literals::StringLiterals;

std::deque<int> answers;
QString asked_text;
int asked_count = 0;

}  // namespace

void answer_next(int choice) {
    answers.push_back(choice);
}

QString last_text() {
    return asked_text;
}

int count() {
    return asked_count;
}

int choose(QWidget* parent, const QString& title, const QString& text, const QStringList& choices) {
    asked_text = text;
    ++asked_count;
    if (!answers.empty()) {
        const int answer = answers.front();
        answers.pop_front();
        return answer;
    }
    QMessageBox box(QMessageBox::Question, title, text, QMessageBox::NoButton, parent);
    box.setObjectName(u"questionBox"_s);
    box.setTextFormat(Qt::PlainText);  // names in it are from files
    std::vector<QPushButton*> buttons;
    for (int i = 0; i < choices.size(); ++i) {
        const bool last = i + 1 == choices.size();
        buttons.push_back(
            box.addButton(choices[i], last ? QMessageBox::RejectRole : QMessageBox::ActionRole));
        buttons.back()->setObjectName(u"questionChoice%1"_s.arg(i));
    }
    box.setDefaultButton(buttons.back());
    box.setEscapeButton(buttons.back());
    box.exec();
    for (std::size_t i = 0; i < buttons.size(); ++i) {
        if (box.clickedButton() == buttons[i]) return static_cast<int>(i);
    }
    return static_cast<int>(choices.size()) - 1;
}

}  // namespace bitlathe::questions
