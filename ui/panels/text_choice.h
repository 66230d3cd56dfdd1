// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace bitlathe {

/// A box of texts to run through a model; its last row asks for another file.
class TextChoice : public QComboBox {
    Q_OBJECT
public:
    TextChoice(const QString& name, const QString& label, QWidget* parent = nullptr);

    /// Offers a text; the first one that is offered is chosen. "" is left out.
    void offer(const QString& path, const QString& label);
    /// Shows a text that was chosen elsewhere; chosen() is silent.
    void show_chosen(const QString& path);
    /// "": none yet.
    [[nodiscard]] QString path() const;

signals:
    void chosen(const QString& path);

private:
    int place(const QString& path, const QString& label);
    void choose(int item);
    int chosen_ = -1;
};

}  // namespace bitlathe
