// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/text_choice.h"

#include <QFileInfo>

#include "ui/panels/file_dialogs.h"

namespace bitlathe {

TextChoice::TextChoice(const QString& name, const QString& label, QWidget* parent)
    : QComboBox(parent) {
    setObjectName(name);
    setAccessibleName(label);
    setFocusPolicy(Qt::StrongFocus);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(6);
    addItem(tr("Choose a file …"), QString());
    connect(this, &QComboBox::activated, this, &TextChoice::choose);
}

int TextChoice::place(const QString& path, const QString& label) {
    int item = findData(path);
    if (item < 0) {
        item = count() - 1;  // before the one that asks for a file
        insertItem(item, label, path);
        setItemData(item, path, Qt::ToolTipRole);
    }
    return item;
}

void TextChoice::show_chosen(const QString& path) {
    if (path.isEmpty() || path == this->path()) return;
    chosen_ = place(path, QFileInfo(path).fileName());
    setCurrentIndex(chosen_);
    setToolTip(path);
}

void TextChoice::offer(const QString& path, const QString& label) {
    if (path.isEmpty()) return;
    const int item = place(path, label);
    setItemText(item, label);
    if (chosen_ < 0) {
        setCurrentIndex(item);
        choose(item);
    }
}

QString TextChoice::path() const {
    return chosen_ < 0 ? QString() : itemData(chosen_).toString();
}

void TextChoice::choose(int item) {
    if (itemData(item).toString().isEmpty()) {
        const QString file = file_dialogs::open_text(this, QFileInfo(path()).absolutePath());
        if (file.isEmpty()) {
            setCurrentIndex(chosen_);
            return;
        }
        offer(file, QFileInfo(file).fileName());
        item = findData(file);
        setCurrentIndex(item);
    }
    chosen_ = item;
    setToolTip(path());
    emit chosen(path());
}

}  // namespace bitlathe
