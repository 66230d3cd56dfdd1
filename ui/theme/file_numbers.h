// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>

namespace bitlathe {

/// While it lives, texts of numbers are those of files, whatever the language of the window: tables
/// that are saved or copied are read by programs too. GUI thread only.
class FileNumbers {
public:
    FileNumbers() {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        ++alive_;
    }
    ~FileNumbers() {
        QLocale::setDefault(screen_);
        --alive_;
    }
    /// Whether texts are for files now.
    [[nodiscard]] static bool wanted() { return alive_ > 0; }
    FileNumbers(const FileNumbers&) = delete;
    FileNumbers& operator=(const FileNumbers&) = delete;

private:
    QLocale screen_;
    static inline int alive_ = 0;
};

}  // namespace bitlathe
