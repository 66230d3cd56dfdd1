// SPDX-License-Identifier: GPL-3.0-or-later
// The read-out of the matrix page, and what it saves.
#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QSaveFile>

#include "ui/panels/file_dialogs.h"
#include "ui/panels/matrix_page.h"
#include "ui/panels/widgets.h"
#include "ui/theme/text.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

const QString kBetween = u"   ·   "_s;

QString range_text(std::uint64_t first, std::uint64_t count) {
    return count == 1 ? count_text(first)
                      : count_text(first) + u"–"_s + count_text(first + count - 1);
}

/// "code -6 × 0.00205 - 0.0131"
QString code_text(const WeightCode& code) {
    QString text = MatrixPage::tr("code %1").arg(code.code) + u" × "_s + weight_text(code.scale);
    if (code.offset < 0) text += u" − "_s + weight_text(-code.offset);
    if (code.offset > 0) text += u" + "_s + weight_text(code.offset);
    return text;
}

QString with_code(const QString& value, const std::optional<WeightCode>& code) {
    return code ? value + u" = "_s + code_text(*code) : value;
}

QString signed_text(double value) {
    return value > 0 ? u"+"_s + weight_text(value) : weight_text(value);
}

/// A name that a file can have.
QString file_stem(QString name) {
    for (QChar& letter : name) {
        if (!letter.isLetterOrNumber() && letter != u'.' && letter != u'-') letter = u'_';
    }
    return name;
}

}  // namespace

void MatrixPage::ask_reading() {
    const auto place = canvas_->pointed();
    const MatrixPicture* picture = canvas_->picture();
    if (!place || picture == nullptr || !tensor_) {
        reader_.drop();
        reading_->clear();
        canvas_->set_reading({});
        return;
    }
    const MatrixPlace at{picture->order.row(place->row), picture->order.col(place->col)};
    reader_.post([this, view = picture->source.view(), format = format_,
                  at](const WorkContext&) -> LatestWorker::Delivery {
        const WeightReading reading = read_weight(view, format, at.row, at.col);
        return [this, at, reading] { show_reading(at, reading); };
    });
}

void MatrixPage::show_reading(MatrixPlace tensor_place, const WeightReading& reading) {
    if (!canvas_->pointed() || !canvas_->picture()) return;
    QStringList parts = {tr("row %1").arg(count_text(tensor_place.row)),
                         tr("column %1").arg(count_text(tensor_place.col)),
                         with_code(tr("value %1").arg(weight_text(reading.value)), reading.code)};
    const bool kept = format_ == canvas_->picture()->source.view().format();
    if (reading.quantized && !kept) {
        const double error = static_cast<double>(*reading.quantized) - reading.value;
        parts << with_code(format_text(format_) + u' ' + weight_text(*reading.quantized),
                           reading.quantized_code)
              << tr("error %1").arg(signed_text(error));
    }
    const MatrixRegion region = canvas_->pointed_region();
    const auto peak = canvas_->pointed_peak();
    if (peak && region.rows * region.cols > 1) {
        const MatrixOrder& order = canvas_->picture()->order;
        const QString rows = order.rows.empty() ? tr("rows %1") : tr("row ranks %1");
        const QString cols = order.cols.empty() ? tr("columns %1") : tr("column ranks %1");
        parts << tr("largest in %1, %2: %3")
                     .arg(rows.arg(range_text(region.row, region.rows)),
                          cols.arg(range_text(region.col, region.cols)), weight_text(*peak));
    }
    reading_->setText(parts.join(kBetween));
    canvas_->set_reading(parts.join(u", "_s));
}

// Actions ----------------------------------------------------------------------------------------

void MatrixPage::build_actions() {
    const auto add = [this](const QString& name, const QString& text, void (MatrixPage::*run)()) {
        auto* action = new QAction(text, this);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, run);
        canvas_->addAction(action);
        return action;
    };
    copy_image_ = add(u"actionMatrixCopy"_s, tr("Copy image"), &MatrixPage::copy_image);
    copy_image_->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_C);  // Ctrl+C copies the read-out
    copy_image_->setShortcutContext(Qt::WidgetShortcut);
    save_image_ = add(u"actionMatrixPng"_s, tr("Save PNG …"), &MatrixPage::save_image);
    save_values_ =
        add(u"actionMatrixCsv"_s, tr("Save visible values as CSV …"), &MatrixPage::save_values);
    canvas_->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void MatrixPage::update_actions() {
    const bool shown = canvas_->picture() != nullptr;
    const MatrixRegion visible = canvas_->view().visible();
    const bool few = visible.rows * visible.cols <= kMostInCsv;
    copy_image_->setEnabled(shown);
    save_image_->setEnabled(shown);
    save_values_->setEnabled(shown && few);
    save_values_->setText(few ? tr("Save visible values as CSV …")
                              : tr("Save visible values as CSV (zoom in to %1 or fewer)")
                                    .arg(count_text(kMostInCsv)));
}

void MatrixPage::copy_image() {
    QGuiApplication::clipboard()->setImage(canvas_->grab().toImage());
}

void MatrixPage::save_image() {
    const QString path = file_dialogs::save_picture(this, file_stem(title_->text()) + u".png"_s);
    if (path.isEmpty()) return;
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) &&
                         canvas_->grab().toImage().save(&file, "PNG") && file.commit();
    if (written) return;
    emit failed(
        [] { return tr("The picture was not saved"); },
        Error{ErrorCode::kNotWritten, file.errorString().toStdString(), path.toStdString()});
}

void MatrixPage::save_values() {
    const QString path = file_dialogs::save_table(this, file_stem(title_->text()) + u".csv"_s);
    if (path.isEmpty() || canvas_->picture() == nullptr) return;
    const MatrixPicture* picture = canvas_->picture();
    auto work = [source = picture->source, order = picture->order,
                 region = canvas_->view().visible(),
                 file = std::filesystem::path(path.toStdString())](const WorkContext& context) {
        return write_matrix_csv(source, order, region, file, context);
    };
    auto* job = new BackgroundJob(
        [title = title_->text()] { return tr("Values of %1").arg(title); }, std::move(work), this);
    connect(job, &BackgroundJob::finished, job, &QObject::deleteLater);
    connect(job, &BackgroundJob::finished, this, [this](const Status& status) {
        if (!status && status.error().code != ErrorCode::kCancelled) {
            emit failed([] { return tr("The values were not saved"); }, status.error());
        }
    });
    emit job_started(*job);
}

}  // namespace bitlathe
