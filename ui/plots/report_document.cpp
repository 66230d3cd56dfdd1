// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/report_document.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QFileInfo>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgRenderer>
#include <QTextObjectInterface>
#include <QThread>
#include <algorithm>

#include "core/report/report_export.h"
#include "ui/theme/text.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

const QString kPicture = u"picture:"_s;
constexpr int kMostRowsOnPaper = 200;
constexpr double kReferenceDpi = 96;
constexpr int kPaperDpi = 300;

/// The root element of an SVG document, as wide as what it stands in. Titles would pop up.
std::string inline_svg(const QByteArray& svg) {
    const qsizetype begin = svg.indexOf("<svg");
    if (begin < 0) return {};
    const qsizetype end = svg.indexOf('>', begin);
    const qsizetype box = svg.indexOf("viewBox=\"", begin);
    const qsizetype box_end = svg.indexOf('"', box + 9);
    qsizetype body = end + 1;
    const qsizetype described = svg.indexOf("</desc>", body);
    if (described >= 0) body = described + 7;
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" " +
           svg.mid(box, box_end + 1 - box).toStdString() + ">" + svg.mid(body).toStdString();
}

/// Paints the pictures of a report where its document has image elements.
class PicturePainter : public QObject, public QTextObjectInterface {
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)
public:
    PicturePainter(const ReportDocument& report, bool dark, QObject* parent) : QObject(parent) {
        for (const ReportPicture& picture : report.pictures) {
            pictures_.push_back(
                std::make_unique<QSvgRenderer>(dark ? picture.dark : picture.light));
            sizes_.push_back(picture.size);
        }
    }
    QSizeF intrinsicSize(QTextDocument* document, int, const QTextFormat& format) override {
        const auto index = index_of(format);
        if (!index) return {};
        const QPaintDevice* device = document->documentLayout()->paintDevice();
        const double scale = device == nullptr ? 1 : device->logicalDpiX() / kReferenceDpi;
        const QSizeF size = QSizeF(sizes_[*index]) * scale;
        // The width on a page is that without the margins of its frame, and a little less: a line
        // is wider than the picture in it.
        const QTextFrameFormat frame = document->rootFrame()->frameFormat();
        const double room =
            document->pageSize().width() - frame.leftMargin() - frame.rightMargin() - 12 * scale;
        if (room <= 0 || size.width() <= room) return size;
        return size * (room / size.width());
    }
    void drawObject(QPainter* painter, const QRectF& rect, QTextDocument*, int,
                    const QTextFormat& format) override {
        const auto index = index_of(format);
        if (index) pictures_[*index]->render(painter, rect);
    }

private:
    [[nodiscard]] std::optional<std::size_t> index_of(const QTextFormat& format) const {
        const QString name = format.toImageFormat().name();
        bool ok = false;
        const std::size_t index = name.mid(kPicture.size()).toULongLong(&ok);
        if (!name.startsWith(kPicture) || !ok || index >= pictures_.size()) return {};
        return index;
    }
    std::vector<std::unique_ptr<QSvgRenderer>> pictures_;
    std::vector<QSize> sizes_;
};

QByteArray pdf_of(const ReportDocument& report) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QTextDocument document;
    fill_document(document, report, {}, false);
    QPdfWriter writer(&buffer);
    writer.setResolution(kPaperDpi);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF());
    writer.setTitle(to_qstring(report.data->model_name));
    writer.setCreator(u"Bitlathe "_s + to_qstring(report.data->version));
    document.print(&writer);
    return bytes;
}

Status write_pdf(const ReportDocument& report, const QString& path) {
    QByteArray bytes;
    // Documents have timers, which only threads of Qt can run.
    const std::unique_ptr<QThread> thread(
        QThread::create([&bytes, &report] { bytes = pdf_of(report); }));
    thread->start();
    thread->wait();
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(ErrorCode::kNotWritten, file.errorString().toStdString(), path.toStdString());
    return {};
}

}  // namespace

HtmlOptions browser_options(const ReportDocument& report) {
    HtmlOptions options;
    options.words = report.words;
    options.style = browser_style();
    for (const ReportPicture& picture : report.pictures) {
        options.figures.push_back({picture.title.toStdString(), picture.caption.toStdString(),
                                   "<div class=\"for-light\">" + inline_svg(picture.light) +
                                       "</div><div class=\"for-dark\">" + inline_svg(picture.dark) +
                                       "</div>"});
    }
    return options;
}

ReportColours report_colours(const ThemeTokens& tokens) {
    const auto name = [](const QColor& colour) { return colour.name().toStdString(); };
    return {name(tokens.panel),  name(tokens.text),   name(tokens.muted),
            name(tokens.border), name(tokens.accent), name(tokens.warning)};
}

void fill_document(QTextDocument& document, const ReportDocument& report,
                   const ReportColours& colours, bool dark) {
    HtmlOptions options;
    options.words = report.words;
    options.style = document_style(colours);
    options.most_rows = kMostRowsOnPaper;
    for (std::size_t i = 0; i < report.pictures.size(); ++i) {
        const ReportPicture& picture = report.pictures[i];
        options.figures.push_back(
            {picture.title.toStdString(), picture.caption.toStdString(),
             "<p><img src=\"" + kPicture.toStdString() + std::to_string(i) + "\"/></p>"});
    }
    document.documentLayout()->registerHandler(QTextFormat::ImageObject,
                                               new PicturePainter(report, dark, &document));
    document.setHtml(QString::fromStdString(report_html(*report.data, options)));
}

Status write_report_file(const ReportDocument& report, const QString& path) {
    if (QFileInfo(path).suffix().toLower() == u"pdf"_s) return write_pdf(report, path);
    return write_report(*report.data, browser_options(report),
                        std::filesystem::path(path.toStdString()));
}

}  // namespace bitlathe

#include "report_document.moc"
