// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/render.h"

#include <QDir>
#include <QEventLoop>
#include <QPainter>
#include <QPixmap>
#include <QTimer>
#include <cstdio>
#include <optional>

#include "ui/panels/export_dialog.h"
#include "ui/theme/text.h"
#include "ui/window/main_window.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

/// The offscreen platform remarks on things that do not matter for pictures; errors are reported by
/// our own means.
void say_nothing(QtMsgType type, const QMessageLogContext&, const QString& text) {
    if (type != QtFatalMsg) return;
    std::fprintf(stderr, "%s\n", qUtf8Printable(text));
}

/// Runs the event loop until nothing works in the background, or an error was signalled.
std::optional<Error> wait_until_idle(MainWindow& window) {
    Session& session = window.session();
    std::optional<Error> error;
    QEventLoop loop;
    const auto connection = QObject::connect(
        &session, &Session::failed, &loop, [&error](const QString& what, const Error& why) {
            error = why;
            error->message = what.toStdString() + ": " + why.message;
        });
    QTimer timer;
    int quiet = 0;
    QObject::connect(&timer, &QTimer::timeout, &loop, [&] {
        // Work may hand over to other work between two looks; two quiet ones in a row are enough.
        quiet = window.idle() ? quiet + 1 : 0;
        if (quiet >= 2 || error) loop.quit();
    });
    timer.start(20ms);
    loop.exec();
    QObject::disconnect(connection);
    return error;
}

Result<QString> save(QWidget& widget, const RenderRequest& request, const QString& file) {
    QPixmap picture(widget.size() * request.device_pixel_ratio);
    picture.setDevicePixelRatio(request.device_pixel_ratio);
    picture.fill(Qt::transparent);
    widget.render(&picture);
    const QString path = QDir(request.folder).filePath(file);
    if (!picture.save(path)) {
        return fail(ErrorCode::kNotWritten, "the picture could not be written", path.toStdString(),
                    {}, "Check that the folder can be written to.");
    }
    return path;
}

/// Shows a page with something to see: the inspector and the matrix follow the selection.
Status bring_up(MainWindow& window, const QString& page) {
    SelectionHub& hub = window.session().hub();
    const auto bars = window.canvas().bar_list().bars.size();
    if (hub.selected().empty() && bars > 0) {
        const std::size_t tensor = window.canvas().bar_list().bars[bars / 2].tensors.front();
        hub.select({tensor}, tensor);
    }
    window.show_page(page == u"main"_s ? u"layers"_s : page);
    if (auto error = wait_until_idle(window)) return fail(*std::move(error));
    return {};
}

Result<QStringList> render_pages_of(MainWindow& window, const RenderRequest& request) {
    QStringList paths;
    const QStringList pages = request.pages.isEmpty() ? render_pages() : request.pages;
    for (const QString& page : pages) {
        const QString file = u"window-"_s + page + u".png"_s;
        if (page != u"export"_s) {
            BITLATHE_TRY(bring_up(window, page));
            BITLATHE_ASSIGN(const QString path, save(window, request, file));
            paths.push_back(path);
            continue;
        }
        PlanModel& plan = window.session().plan();
        ExportDialog dialog(plan.shared_catalog(), plan.plan(),
                            suggested_destination(plan.catalog().model(), plan.plan()), &window);
        dialog.show();
        BITLATHE_ASSIGN(const QString path, save(dialog, request, file));
        paths.push_back(path);
    }
    return paths;
}

}  // namespace

QStringList render_pages() {
    return {u"main"_s, u"matrix"_s, u"report"_s, u"export"_s};
}

void quiet_platform_remarks() {
    qInstallMessageHandler(say_nothing);
}

Result<QStringList> render_window(const RenderRequest& request, Theme& theme) {
    if (!QDir().mkpath(request.folder)) {
        return fail(ErrorCode::kNotWritten, "the folder could not be made",
                    request.folder.toStdString());
    }
    MainWindow window(theme, false);
    window.resize(request.size);
    window.show();
    if (request.checkpoint.isEmpty()) {
        BITLATHE_ASSIGN(const QString path, save(window, request, u"empty.png"_s));
        return QStringList{path};
    }
    window.open_path(request.checkpoint);
    if (auto error = wait_until_idle(window)) return fail(*std::move(error));
    if (!request.plan.isEmpty()) {
        std::optional<Error> refusal;
        QObject::connect(&window.session(), &Session::failed, &window,
                         [&refusal](const QString&, const Error& why) { refusal = why; });
        if (!window.session().load_plan(request.plan)) return fail(*std::move(refusal));
        if (auto error = wait_until_idle(window)) return fail(*std::move(error));
    }
    return render_pages_of(window, request);
}

}  // namespace bitlathe
