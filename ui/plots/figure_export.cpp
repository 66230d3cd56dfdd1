// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/figure_export.h"

#include <QBuffer>
#include <QClipboard>
#include <QGuiApplication>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>
#include <algorithm>
#include <cmath>

#include <qcustomplot.h>

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int kDotsPerInch = 96;

Status write_file(const QString& path, const QByteArray& bytes) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return fail(ErrorCode::kNotWritten, file.errorString().toStdString(), path.toStdString());
    }
    return {};
}

Status check_size(const Figure& figure, const QString& path) {
    if (!figure.size().isEmpty()) return {};
    return fail(ErrorCode::kNotWritten, "the figure is not on screen", path.toStdString());
}

/// `vector`: nothing may be painted as a bitmap that was made for the screen.
void paint(const Figure& figure, QPaintDevice& device, const QColor& background, double scale,
           bool vector) {
    const QSize size = figure.size();
    QCPPainter painter(&device);
    painter.setMode(QCPPainter::pmVectorized, vector);
    painter.setMode(QCPPainter::pmNoCaching);
    painter.scale(scale, scale);
    painter.fillRect(QRect(QPoint(), size), background);
    figure.paint(painter, size);
}

}  // namespace

QImage figure_image(const Figure& figure, const QColor& background, double scale) {
    const double ratio = std::clamp(scale, 1.0, 8.0);
    const QSize size = figure.size();
    QImage image(QSize(static_cast<int>(std::lround(size.width() * ratio)),
                       static_cast<int>(std::lround(size.height() * ratio))),
                 QImage::Format_RGB32);
    if (image.isNull()) return image;
    image.fill(background);
    paint(figure, image, background, ratio, false);
    return image;
}

Status save_figure_png(const Figure& figure, const QColor& background, double scale,
                       const QString& path) {
    BITLATHE_TRY(check_size(figure, path));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    const QImage image = figure_image(figure, background, scale);
    if (image.isNull() || !image.save(&buffer, "PNG")) {
        return fail(ErrorCode::kNotWritten, "the picture does not fit into memory",
                    path.toStdString(), {}, "choose a smaller scale");
    }
    return write_file(path, bytes);
}

QByteArray figure_svg(const Figure& figure, const QColor& background) {
    QByteArray bytes;
    if (figure.size().isEmpty()) return bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(kDotsPerInch);
    generator.setSize(figure.size());
    generator.setViewBox(QRect(QPoint(), figure.size()));
    generator.setTitle(figure.name);
    paint(figure, generator, background, 1, true);
    return bytes;
}

Status save_figure_svg(const Figure& figure, const QColor& background, const QString& path) {
    BITLATHE_TRY(check_size(figure, path));
    return write_file(path, figure_svg(figure, background));
}

Status save_figure_pdf(const Figure& figure, const QColor& background, const QString& path) {
    BITLATHE_TRY(check_size(figure, path));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(kDotsPerInch);
        writer.setPageSize(QPageSize(QSizeF(figure.size()) / kDotsPerInch, QPageSize::Inch));
        writer.setPageMargins(QMarginsF());
        writer.setTitle(figure.name);
        writer.setCreator(QGuiApplication::applicationDisplayName());
        paint(figure, writer, background, 1, true);
    }
    return write_file(path, bytes);
}

Status save_figure_csv(const Figure& figure, const QString& path) {
    return write_file(path, csv_text(figure.data()));
}

void copy_figure_image(const Figure& figure, const QColor& background, double scale) {
    QGuiApplication::clipboard()->setImage(figure_image(figure, background, scale));
}

void copy_figure_data(const Figure& figure) {
    QGuiApplication::clipboard()->setText(QString::fromUtf8(csv_text(figure.data())));
}

}  // namespace bitlathe
