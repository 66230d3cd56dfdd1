// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QIcon>
#include <cstdio>

#include "app/gui/options.h"
#include "ui/models/settings.h"
#include "ui/theme/language.h"
#include "ui/window/main_window.h"
#include "ui/window/unix_signals.h"

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

/// Pictures, not the SVG: reading that takes a plug-in that may not be installed.
QIcon window_icon() {
    QIcon icon;
    for (const int pixels : {16, 32, 48, 64, 128, 256})
        icon.addFile(u":/icons/bitlathe-%1.png"_s.arg(pixels));
    return icon;
}

int render(Options options) {
    if (const Status followed = follow_plan(options.request); !followed) {
        return fail_with(followed.error());
    }
    use_language(options.language.isEmpty() ? u"en"_s : options.language);
    Theme theme(options.theme.value_or(ThemeChoice::kLight));
    const auto paths = render_window(options.request, theme);
    if (!paths) return fail_with(paths.error());
    for (const QString& path : *paths)
        std::printf("%s\n", qUtf8Printable(path));
    return 0;
}

int show(Options options) {
    const auto remembered = find_theme_choice(Settings(true).word(Setting::kTheme));
    Theme theme(options.theme.value_or(remembered.value_or(ThemeChoice::kSystem)));
    use_language(options.language.isEmpty() ? Settings(true).word(Setting::kLanguage)
                                            : options.language);
    MainWindow window(theme, true);
    const UnixSignals signals_of_the_system;
    QObject::connect(&signals_of_the_system, &UnixSignals::asked_to_end, &window,
                     [&window](int signal) { window.end_now(128 + signal); });
    window.show();
    const RenderRequest& request = options.request;
    if (!request.plan.isEmpty()) {
        window.session().open_checkpoint(request.checkpoint, request.plan);
    } else {
        window.open_path(request.checkpoint);
    }
    return QApplication::exec();
}

/// The person's scale of everything, on top of what the environment says. Before the application
/// object, which reads it once.
void scale_everything() {
    const int percent = Settings(true).number(Setting::kUiScale);
    if (percent == 100) return;
    bool given = false;
    const double before = qEnvironmentVariable("QT_SCALE_FACTOR").toDouble(&given);
    const double factor = (given && before > 0 ? before : 1.0) * percent / 100.0;
    qputenv("QT_SCALE_FACTOR", QByteArray::number(factor));
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
    QApplication::setDesktopFileName(u"io.github.bitlathe.Bitlathe"_s);
    if (!options->render) scale_everything();  // pictures are as large as they were asked to be
    QApplication application(argc, argv);
    QApplication::setWindowIcon(window_icon());
    return options->render ? render(*options) : show(*options);
}
