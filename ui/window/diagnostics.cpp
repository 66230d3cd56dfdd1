// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/diagnostics.h"

#include <QApplication>
#include <QFile>
#include <QRegularExpression>
#include <QScreen>
#include <QSysInfo>
#include <algorithm>
#include <thread>

#include "core/profile/simd_targets.h"
#include "core/targets/anonymous_memory.h"
#include "ui/theme/text.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int kLastLines = 20;

/// The processor as the kernel names it; "" where it does not.
QString processor() {
    QFile file(u"/proc/cpuinfo"_s);
    if (!file.open(QIODevice::ReadOnly)) return {};
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (line.startsWith("model name"))
            return QString::fromUtf8(line.mid(line.indexOf(':') + 2));
    }
    return {};
}

QString screen_text() {
    const QScreen* screen = QGuiApplication::primaryScreen();
    if (screen == nullptr) return {};
    return u"%1 x %2 at %3"_s.arg(screen->size().width())
        .arg(screen->size().height())
        .arg(screen->devicePixelRatio());
}

QStringList instruction_sets() {
    QStringList names;
    for (const std::string& name : simd_targets())
        names.push_back(to_qstring(name));
    return names;
}

QStringList model_lines(const PlanModel& plan) {
    if (!plan.is_open()) return {u"model: none"_s};
    const Model& model = plan.catalog().model();
    std::uint32_t blocks = 0;
    for (const TensorFacts& tensor : plan.catalog().tensors())
        blocks = std::max(blocks, tensor.block ? *tensor.block + 1 : 0);
    return {u"model: %1, %2 tensors, %3 blocks, %4 parameters, %5"_s
                .arg(without_folders(to_qstring(model.checkpoint->path().string())))
                .arg(plan.catalog().size())
                .arg(blocks)
                .arg(plan.catalog().parameters())
                .arg(bytes_text(model.checkpoint->tensor_bytes())),
            u"target: %1, undo steps: %2"_s.arg(to_qstring(plan.catalog().target().name()))
                .arg(const_cast<PlanModel&>(plan).undo_stack().count())};
}

}  // namespace

QString without_folders(QString line) {
    static const QRegularExpression folders(u"(?<![^\\s\"'(:=])(?:file://)?/(?:[^/\\n]+/)*"_s);
    return line.remove(folders);
}

// Not translated: it is written for those who mend the program.
QString diagnostics_text(const PlanModel& plan, const QStringList& log) {
    QStringList lines = {
        u"Bitlathe %1"_s.arg(QApplication::applicationVersion()),
        u"Qt %1 (built with %2), %3"_s.arg(QString::fromLatin1(qVersion()),
                                           QStringLiteral(QT_VERSION_STR),
                                           QGuiApplication::platformName()),
        u"system: %1, kernel %2, %3"_s.arg(QSysInfo::prettyProductName(), QSysInfo::kernelVersion(),
                                           QSysInfo::currentCpuArchitecture()),
        u"processor: %1, %2 threads"_s.arg(processor()).arg(std::thread::hardware_concurrency()),
        u"instruction sets: %1"_s.arg(instruction_sets().join(u", "_s)),
        u"screen: %1"_s.arg(screen_text()),
        u"memory of the process: %1"_s.arg(bytes_text(anonymous_memory())),
    };
    lines += model_lines(plan);
    lines.push_back(u"log:"_s);
    for (const QString& line : log.mid(std::max<qsizetype>(0, log.size() - kLastLines)))
        lines.push_back(u"  "_s + without_folders(line));
    return lines.join(u'\n') + u'\n';
}

}  // namespace bitlathe
