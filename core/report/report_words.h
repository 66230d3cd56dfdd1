// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace bitlathe {

/// The marks in the numbers of a language, UTF-8.
struct NumberMarks {
    std::string point = ".";  ///< before the decimals
    std::string group = ",";  ///< between thousands
    bool operator==(const NumberMarks&) const = default;
};

/// Every text of a report for people, so that a window can write it in its own language. "%1", "%2"
/// stand for what is filled in.
struct ReportWords {
    std::string language = "en";  ///< of the texts, as HTML names it
    NumberMarks numbers;
    std::string title = "Compression plan of %1";
    std::string made = "Made by Bitlathe %1 on %2";
    std::string size_exact = "Sizes are exact: scales and padding are counted.";
    std::string what_error_is =
        "Errors are estimates. The error of a tensor (NMSE) is the squared distance between the "
        "weights as planned and as stored, divided by the squared length of the stored ones; it "
        "was computed on the weights themselves. The error of the plan is the mean of that over "
        "all weights.";
    std::string what_error_is_not =
        "It says nothing about what the model answers: the model was not run. Two plans of the "
        "same error can differ in quality, and importance of inputs is not in it.";
    std::string other_model =
        "This plan was made for another checkpoint: names fit, weights are not the same.";

    std::string bits_per_weight = "bits per weight";
    std::string exact = "exact";
    std::string estimated = "estimated";
    std::string file_size = "file to be written";
    std::string of_source = "%1 of the source";
    std::string weight_error = "weight error";
    std::string unknown = "not known";

    std::string model = "Model";
    std::string name = "name";
    std::string path = "path";
    std::string architecture = "architecture";
    std::string container = "container";
    std::string parameters = "parameters";
    std::string blocks = "blocks";
    std::string files = "files";
    std::string source_size = "size of the source";
    std::string fingerprint = "fingerprint";

    std::string plan = "Plan";
    std::string target = "target";
    std::string tensor_bytes = "bytes of tensors";
    std::string file_bytes = "bytes of the file";
    std::string plan_error = "weight error, estimated";
    std::string tensors = "tensors";
    std::string changed = "change their format";
    std::string locked = "locked";
    std::string locked_count =
        "Locked tensors: %1. Neither the solver nor an edit of a group moves them.";
    std::string no_locks = "No tensor is locked and no rule is set.";
    std::string rules = "Locks and rules";
    std::string rule_lock = "exactly";
    std::string rule_floor = "at least";

    std::string figures = "Figures";
    std::string where_bytes = "Where the bytes are";
    std::string bytes_by_role = "Bytes by role";
    std::string bytes_by_format = "Bytes by format";
    std::string bytes_by_block = "Bytes by block";
    std::string role = "role";
    std::string format = "format";
    std::string block = "block";
    std::string outside = "outside of blocks";
    std::string stored = "as stored";
    std::string planned = "as planned";
    std::string share = "share of the plan";
    std::string all = "all";

    std::string changed_title = "Tensors that change their format";
    std::string differing_title = "Tensors that differ from the plan %1";
    std::string worst_title = "Tensors with the largest estimated error";
    std::string worst_remark = "%1 of the estimated error of the plan are in these %2 tensors.";
    std::string nothing = "None.";
    std::string tensor = "tensor";
    std::string in_compared = "there";
    std::string weights = "weights";
    std::string nmse = "NMSE est.";
    std::string share_of_error = "share of error est.";
    std::string why = "why";
    std::string more = "and %1 more; the JSON report has all of them";
    std::string compared = "Compared plan";
    std::string difference = "difference";

    std::string export_title = "Export";
    std::string export_how = "Save the plan, then run:";
    std::string export_done =
        "Written in %1 s, read back and compared: %2 of %2 tensors are equal (measured).";
    std::string file = "file";
    std::string bytes = "bytes";
    std::string warnings = "Warnings";
    std::string history = "History of the plan";
    bool operator==(const ReportWords&) const = default;
};

}  // namespace bitlathe
