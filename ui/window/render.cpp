// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/render.h"

#include <QDir>
#include <QDockWidget>
#include <QEventLoop>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPixmap>
#include <QTimer>
#include <algorithm>
#include <cstdio>
#include <optional>

#include "ui/panels/export_dialog.h"
#include "ui/panels/target_dialog.h"
#include "ui/theme/text.h"
#include "ui/window/main_window.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

/// Where the formats that need importance values are.
constexpr double kDraggedBits = 2.4;

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
        &session, &Session::failed, &loop, [&error](const Phrase& what, const Error& why) {
            error = why;
            error->message = what.text().toStdString() + ": " + why.message;
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

/// Something to see on the page where prompts are tried; a token is chosen once it is there.
void try_prompt(MainWindow& window) {
    TextTrial& trial = window.session().trial();
    if (!trial.ready()) return;
    if (auto* prompt = window.findChild<QPlainTextEdit*>(u"tryPrompt"_s))
        prompt->setPlainText(u"Alice was beginning to get very tired of"_s);
    trial.start();
    QObject::connect(&trial, &TextTrial::changed, &window, [&window, &trial] {
        auto* view = window.findChild<TriedView*>(u"tryPlanView"_s);
        if (view != nullptr && trial.plan().end && !view->chosen())
            view->take_view(QVariant::fromValue<qulonglong>(trial.difference().value_or(0)));
    });
}

/// A text is run through the model, and what single tokens of it show is looked at, where pages are
/// about that.
std::optional<Error> show_activations(MainWindow& window, const QString& page) {
    Session& session = window.session();
    const bool view = OutliersPage::view_names().contains(page);
    if (!view && page != u"outliers"_s) return std::nullopt;
    if (!session.activations().findings()) session.profiler().profile();
    if (page != u"token-channels"_s) return std::nullopt;
    if (auto error = wait_until_idle(window)) return error;
    if (auto* tokens = window.findChild<TokenChannelsView*>(); tokens != nullptr)
        session.token_tap().look(tokens->place());
    return std::nullopt;
}

/// Shows a page with something to see: the inspector and the matrix follow the selection.
Status bring_up(MainWindow& window, const QString& page) {
    SelectionHub& hub = window.session().hub();
    const auto bars = window.canvas().bar_list().bars.size();
    if (hub.selected().empty() && bars > 0) {
        const std::size_t tensor = window.canvas().bar_list().bars[bars / 2].tensors.front();
        hub.select({tensor}, tensor);
    }
    if (page == u"quality"_s || page == u"tokens"_s) window.session().measure_all();
    if (auto error = show_activations(window, page)) return fail(*std::move(error));
    if (page == u"try"_s) try_prompt(window);
    // Of the views of the outliers the first one is the page.
    window.show_page(page == u"outliers"_s ? u"channels"_s : page);
    if (auto* dock = window.findChild<QDockWidget*>(page + u"Dock"_s)) dock->raise();
    if (auto error = wait_until_idle(window)) return fail(*std::move(error));
    return {};
}

Result<QString> render_export(MainWindow& window, const RenderRequest& request,
                              const QString& file) {
    PlanModel& plan = window.session().plan();
    const auto exported = std::make_shared<const Plan>(plan.plan());
    ExportWishes wishes;
    wishes.destination = suggested_destination(plan.catalog().model(), *exported);
    ExportDialog dialog({plan.shared_catalog(), exported, window.session().path(), {}}, wishes,
                        &window);
    dialog.show();
    while (dialog.checking())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return save(dialog, request, file);
}

/// The question before the plan is changed for another target: the first that can write the model.
Result<QString> render_target(MainWindow& window, const RenderRequest& request,
                              const QString& file) {
    PlanModel& plan = window.session().plan();
    const Model& model = plan.catalog().model();
    const auto targets = all_targets();
    const auto other = std::find_if(targets.begin(), targets.end(), [&](const Target* target) {
        return target != &plan.catalog().target() && target->accepts(model);
    });
    const Target& target = other == targets.end() ? plan.catalog().target() : **other;
    BITLATHE_ASSIGN(auto catalog, TensorCatalog::build(plan.catalog().shared_model(), target, {}));
    BITLATHE_ASSIGN(auto change, bitlathe::change_target(model, plan.plan(), target, *plan.errors(),
                                                         nullptr, {}));
    TargetDialog dialog(std::move(catalog), std::make_shared<const TargetChange>(std::move(change)),
                        &window);
    dialog.show();
    return save(dialog, request, file);
}

/// A bar in the middle while a hand pulls it down.
Result<QString> render_drag(MainWindow& window, const RenderRequest& request, const QString& file) {
    BITLATHE_TRY(bring_up(window, file));
    BitsCanvas& canvas = window.canvas();
    const BitsGeometry& map = canvas.geometry_map();
    if (map.bar_count() == 0) return save(window, request, file);
    const int bar = map.bar_count() / 2;
    const QRect slot = map.slot_rect(bar);
    const int row = map.grid().bars[static_cast<std::size_t>(bar)].row;
    const QPoint from(slot.center().x(), slot.bottom() - 2);
    const QPoint to(slot.center().x(), map.y_of(row, kDraggedBits));
    const auto send = [&](QEvent::Type type, QPoint at, Qt::MouseButton button) {
        QMouseEvent event(type, at, canvas.mapToGlobal(at), button, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&canvas, &event);
    };
    send(QEvent::MouseButtonPress, from, Qt::LeftButton);
    send(QEvent::MouseMove, to, Qt::NoButton);
    auto saved = save(window, request, file);
    QKeyEvent escape(QEvent::KeyPress, Qt::Key_Escape, {});
    QCoreApplication::sendEvent(&canvas, &escape);
    return saved;
}

Result<QStringList> render_pages_of(MainWindow& window, const RenderRequest& request) {
    QStringList paths;
    const QStringList pages = request.pages.isEmpty() ? render_pages() : request.pages;
    for (const QString& page : pages) {
        const QString file = u"window-"_s + page + u".png"_s;
        const auto draw = page == u"export"_s   ? &render_export
                          : page == u"target"_s ? &render_target
                          : page == u"drag"_s   ? &render_drag
                                                : nullptr;
        if (draw != nullptr) {
            BITLATHE_ASSIGN(const QString path, draw(window, request, file));
            paths.push_back(path);
            continue;
        }
        BITLATHE_TRY(bring_up(window, page));
        // What is done says how long it took, which is never twice the same.
        window.jobs().dismiss_done();
        BITLATHE_ASSIGN(const QString path, save(window, request, file));
        paths.push_back(path);
    }
    return paths;
}

}  // namespace

QStringList render_pages() {
    return {u"main"_s,     u"quality"_s,        u"matrix"_s,    u"tokens"_s,  u"try"_s,
            u"outliers"_s, u"token-channels"_s, u"attention"_s, u"experts"_s, u"report"_s,
            u"drag"_s,     u"export"_s,         u"target"_s};
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
        // Layouts are done in the first round of the event loop.
        if (auto error = wait_until_idle(window)) return fail(*std::move(error));
        BITLATHE_ASSIGN(const QString path, save(window, request, u"empty.png"_s));
        return QStringList{path};
    }
    window.open_path(request.checkpoint);
    if (auto error = wait_until_idle(window)) return fail(*std::move(error));
    if (!request.plan.isEmpty()) {
        std::optional<Error> refusal;
        QObject::connect(&window.session(), &Session::failed, &window,
                         [&refusal](const Phrase&, const Error& why) { refusal = why; });
        if (!window.session().load_plan(request.plan)) return fail(*std::move(refusal));
        if (auto error = wait_until_idle(window)) return fail(*std::move(error));
    }
    return render_pages_of(window, request);
}

}  // namespace bitlathe
