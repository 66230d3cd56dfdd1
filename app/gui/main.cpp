// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QSettings>
#include <cstdio>

#include "app/gui/options.h"
#include "ui/window/main_window.h"

namespace {

using namespace bitlathe;
using namespace Qt::Literals::StringLiterals;

int fail_with(const Error& error) {
    std::fprintf(stderr, "bitlathe: %s\n", error.to_string().c_str());
    return static_cast<int>(error.code);
}

QStringList arguments_of(int argc, char** argv) {
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.push_back(QString::fromLocal8Bit(argv[i]));
    return arguments;
}

int render(const Options& options) {
    Theme theme(options.theme.value_or(ThemeChoice::kLight));
    const auto paths = render_window(options.request, theme);
    if (!paths) return fail_with(paths.error());
    for (const QString& path : *paths)
        std::printf("%s\n", qUtf8Printable(path));
    return 0;
}

int show(const Options& options) {
    const auto remembered = find_theme_choice(QSettings().value(u"theme"_s).toString());
    Theme theme(options.theme.value_or(remembered.value_or(ThemeChoice::kSystem)));
    MainWindow window(theme, true);
    window.show();
    window.open_path(options.request.checkpoint);
    if (!options.request.plan.isEmpty()) {
        QObject::connect(
            &window.session(), &Session::open_ended, &window,
            [&window, plan = options.request.plan](const QString&, bool opened) {
                if (opened) window.session().load_plan(plan);
            },
            Qt::SingleShotConnection);
    }
    return QApplication::exec();
}

}  // namespace

int main(int argc, char** argv) {
    // Before the application object: pictures need no display, and help needs no window system.
    const auto options = parse_options(arguments_of(argc, argv));
    if (!options) return fail_with(options.error());
    if (options->help) {
        std::printf("%s", qUtf8Printable(help_text()));
        return 0;
    }
    if (options->version) {
        std::printf("bitlathe %s\n", BITLATHE_VERSION);
        return 0;
    }
    if (options->render) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        quiet_platform_remarks();
    }
    QApplication::setOrganizationName(u"Bitlathe"_s);
    QApplication::setApplicationName(u"Bitlathe"_s);
    QApplication::setApplicationVersion(QStringLiteral(BITLATHE_VERSION));
    QApplication application(argc, argv);
    return options->render ? render(*options) : show(*options);
}
