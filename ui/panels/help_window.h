// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>

namespace bitlathe {

/// The help pages, beside the window and not over it. They are part of the program; nothing is
/// fetched.
class HelpWindow : public QTextBrowser {
    Q_OBJECT
public:
    explicit HelpWindow(QWidget* parent);
    /// "index", "bits", ...; an unknown page is the index.
    void show_page(const QString& page);
    /// The page about the panel that a widget is part of.
    [[nodiscard]] static QString page_about(const QWidget* widget);

protected:
    QVariant loadResource(int type, const QUrl& name) override;
    void changeEvent(QEvent* event) override;

private:
    void show_titles();
};

/// Names of all pages.
[[nodiscard]] QStringList help_pages();

}  // namespace bitlathe
