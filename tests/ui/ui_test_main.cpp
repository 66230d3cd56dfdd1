// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QStandardPaths>
#include <cstdio>
#include <mutex>

#include <gtest/gtest.h>

#include "tests/ui/queued_calls.h"
#include "tests/ui/ui_testing.h"
#include "ui/theme/language.h"

namespace {

using namespace Qt::Literals::StringLiterals;

std::mutex warnings_mutex;
QStringList warnings;

void collect(QtMsgType type, const QMessageLogContext&, const QString& text) {
    // What the offscreen platform and a bare machine say of themselves is not about us.
    if (text.startsWith(u"This plugin does not support"_s) ||
        text.startsWith(u"QStandardPaths: XDG_RUNTIME_DIR"_s)) {
        return;
    }
    std::fprintf(stderr, "Qt: %s\n", qUtf8Printable(text));
    if (type == QtDebugMsg || type == QtInfoMsg) return;
    const std::scoped_lock lock(warnings_mutex);
    warnings.push_back(text);
}

/// A warning of Qt is a failure of the test in which it comes.
class NoWarnings : public testing::EmptyTestEventListener {
    void OnTestEnd(const testing::TestInfo&) override {
        const QStringList left = bitlathe::testing::take_warnings();
        EXPECT_TRUE(left.isEmpty()) << left.join(u'\n').toStdString();
    }
};

}  // namespace

QStringList bitlathe::testing::take_warnings() {
    const std::scoped_lock lock(warnings_mutex);
    return std::exchange(warnings, {});
}

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qInstallMessageHandler(collect);
    bitlathe::testing::tell_sanitizer_of_queued_calls();
    testing::InitGoogleTest(&argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    QApplication::setOrganizationName(u"Bitlathe test"_s);
    QApplication::setApplicationName(u"Bitlathe test"_s);
    bitlathe::use_language(u"en"_s);  // whatever the machine speaks
    testing::UnitTest::GetInstance()->listeners().Append(new NoWarnings);
    return RUN_ALL_TESTS();
}
