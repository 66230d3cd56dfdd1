// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/report_words.h"

#include <QCoreApplication>
#include <QLocale>

namespace bitlathe {
namespace {

/// What the report says of the plan, and what its numbers are.
void translate_statements(ReportWords& words) {
    words.title = QCoreApplication::translate("report", "Compression plan of %1").toStdString();
    words.made = QCoreApplication::translate("report", "Made by Bitlathe %1 on %2").toStdString();
    words.size_exact =
        QCoreApplication::translate("report", "Sizes are exact: scales and padding are counted.")
            .toStdString();
    words.what_error_is =
        QCoreApplication::translate("report",
                                    "Errors are estimates. The error of a tensor (NMSE) is the "
                                    "squared distance between the "
                                    "weights as planned and as stored, divided by the squared "
                                    "length of the stored ones; it "
                                    "was computed on the weights themselves. The error of the plan "
                                    "is the mean of that over "
                                    "all weights.")
            .toStdString();
    words.what_error_is_not =
        QCoreApplication::translate(
            "report",
            "It says nothing about what the model answers: the model was not run. Two plans of the "
            "same error can differ in quality, and importance of inputs is not in it.")
            .toStdString();
    words.other_model =
        QCoreApplication::translate(
            "report",
            "This plan was made for another checkpoint: names fit, weights are not the same.")
            .toStdString();
    words.of_source = QCoreApplication::translate("report", "%1 of the source").toStdString();
    words.locked_count =
        QCoreApplication::translate(
            "report", "Locked tensors: %1. Neither the solver nor an edit of a group moves them.")
            .toStdString();
    words.no_locks =
        QCoreApplication::translate("report", "No tensor is locked and no rule is set.")
            .toStdString();
    words.changed_title =
        QCoreApplication::translate("report", "Tensors that change their format").toStdString();
    words.differing_title =
        QCoreApplication::translate("report", "Tensors that differ from the plan %1").toStdString();
    words.worst_title =
        QCoreApplication::translate("report", "Tensors with the largest estimated error")
            .toStdString();
    words.worst_remark =
        QCoreApplication::translate(
            "report", "%1 of the estimated error of the plan are in these %2 tensors.")
            .toStdString();
    words.nothing = QCoreApplication::translate("report", "None.").toStdString();
    words.more =
        QCoreApplication::translate("report", "and %1 more; the JSON report has all of them")
            .toStdString();
    words.export_how =
        QCoreApplication::translate("report", "Save the plan, then run:").toStdString();
    words.export_done =
        QCoreApplication::translate(
            "report",
            "Written in %1 s, read back and compared: %2 of %2 tensors are equal (measured).")
            .toStdString();
}

/// Headings, and names of what is listed.
void translate_names(ReportWords& words) {
    words.bits_per_weight = QCoreApplication::translate("report", "bits per weight").toStdString();
    words.exact = QCoreApplication::translate("report", "exact").toStdString();
    words.estimated = QCoreApplication::translate("report", "estimated").toStdString();
    words.file_size = QCoreApplication::translate("report", "file to be written").toStdString();
    words.weight_error = QCoreApplication::translate("report", "weight error").toStdString();
    words.unknown = QCoreApplication::translate("report", "not known").toStdString();
    words.model = QCoreApplication::translate("report", "Model").toStdString();
    words.name = QCoreApplication::translate("report", "name").toStdString();
    words.path = QCoreApplication::translate("report", "path").toStdString();
    words.architecture = QCoreApplication::translate("report", "architecture").toStdString();
    words.container = QCoreApplication::translate("report", "container").toStdString();
    words.parameters = QCoreApplication::translate("report", "parameters").toStdString();
    words.blocks = QCoreApplication::translate("report", "blocks").toStdString();
    words.files = QCoreApplication::translate("report", "files").toStdString();
    words.source_size = QCoreApplication::translate("report", "size of the source").toStdString();
    words.fingerprint = QCoreApplication::translate("report", "fingerprint").toStdString();
    words.plan = QCoreApplication::translate("report", "Plan").toStdString();
    words.target = QCoreApplication::translate("report", "target").toStdString();
    words.tensor_bytes = QCoreApplication::translate("report", "bytes of tensors").toStdString();
    words.file_bytes = QCoreApplication::translate("report", "bytes of the file").toStdString();
    words.plan_error =
        QCoreApplication::translate("report", "weight error, estimated").toStdString();
    words.tensors = QCoreApplication::translate("report", "tensors").toStdString();
    words.changed = QCoreApplication::translate("report", "change their format").toStdString();
    words.locked = QCoreApplication::translate("report", "locked").toStdString();
    words.rules = QCoreApplication::translate("report", "Locks and rules").toStdString();
    words.rule_lock = QCoreApplication::translate("report", "exactly").toStdString();
    words.rule_floor = QCoreApplication::translate("report", "at least").toStdString();
    words.figures = QCoreApplication::translate("report", "Figures").toStdString();
    words.where_bytes = QCoreApplication::translate("report", "Where the bytes are").toStdString();
    words.bytes_by_role = QCoreApplication::translate("report", "Bytes by role").toStdString();
    words.bytes_by_format = QCoreApplication::translate("report", "Bytes by format").toStdString();
    words.bytes_by_block = QCoreApplication::translate("report", "Bytes by block").toStdString();
    words.role = QCoreApplication::translate("report", "role").toStdString();
    words.format = QCoreApplication::translate("report", "format").toStdString();
    words.block = QCoreApplication::translate("report", "block").toStdString();
    words.outside = QCoreApplication::translate("report", "outside of blocks").toStdString();
    words.stored = QCoreApplication::translate("report", "as stored").toStdString();
    words.planned = QCoreApplication::translate("report", "as planned").toStdString();
    words.share = QCoreApplication::translate("report", "share of the plan").toStdString();
    words.all = QCoreApplication::translate("report", "all").toStdString();
    words.tensor = QCoreApplication::translate("report", "tensor").toStdString();
    words.in_compared = QCoreApplication::translate("report", "there").toStdString();
    words.weights = QCoreApplication::translate("report", "weights").toStdString();
    words.nmse = QCoreApplication::translate("report", "NMSE est.").toStdString();
    words.share_of_error =
        QCoreApplication::translate("report", "share of error est.").toStdString();
    words.why = QCoreApplication::translate("report", "why").toStdString();
    words.compared = QCoreApplication::translate("report", "Compared plan").toStdString();
    words.difference = QCoreApplication::translate("report", "difference").toStdString();
    words.export_title = QCoreApplication::translate("report", "Export").toStdString();
    words.file = QCoreApplication::translate("report", "file").toStdString();
    words.bytes = QCoreApplication::translate("report", "bytes").toStdString();
    words.warnings = QCoreApplication::translate("report", "Warnings").toStdString();
    words.history = QCoreApplication::translate("report", "History of the plan").toStdString();
}

}  // namespace

ReportWords translated_report_words() {
    ReportWords words;
    translate_statements(words);
    translate_names(words);
    // Of the texts, not of the system: without a translation they are English.
    if (words == ReportWords()) return words;
    const QLocale locale;
    words.language = locale.bcp47Name().toStdString();
    words.numbers = {locale.decimalPoint().toStdString(), locale.groupSeparator().toStdString()};
    return words;
}

}  // namespace bitlathe
