// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/export_output.h"

#include <fmt/format.h>

#include "core/base/json.h"
#include "core/base/text.h"

namespace bitlathe::cli {
namespace {

Json document(const ExportReport& report, const std::vector<std::string>& warnings,
              const std::optional<ReportFiles>& beside) {
    Json files = Json::array();
    for (const OutputFile& file : report.output) {
        files.push_back(
            {{"path", file.path.string()}, {"bytes", file.bytes}, {"sha256", file.sha256}});
    }
    Json all = {{"output", files},
                {"tensors", report.tensors},
                {"verified", report.verified},
                {"seconds", report.seconds},
                {"peak_anonymous_bytes", report.peak_anonymous_bytes},
                {"warnings", warnings}};
    if (beside) all["report"] = {beside->html.string(), beside->json.string()};
    return all;
}

}  // namespace

void print_export(const ExportReport& report, Session& session,
                  const std::optional<ReportFiles>& beside) {
    for (const std::string& warning : report.warnings) {
        session.warn(warning);
    }
    session.print(document(report, session.warnings(), beside), [&] {
        for (const OutputFile& file : report.output) {
            fmt::print("{}  {} ({} bytes)\nsha256 {}\n", file.path.string(),
                       human_bytes(file.bytes), file.bytes, file.sha256);
        }
        fmt::print("{} tensors written, read back and compared in {:.2f} s, {} of memory at most\n",
                   report.tensors, report.seconds, human_bytes(report.peak_anonymous_bytes));
        if (beside) fmt::print("report {}\n", beside->html.string());
    });
}

}  // namespace bitlathe::cli
