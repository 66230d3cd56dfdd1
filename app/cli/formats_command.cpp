// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <fmt/format.h>

#include "app/cli/commands.h"
#include "core/base/json.h"
#include "core/targets/target.h"

namespace bitlathe::cli {
namespace {

std::vector<std::string> targets_of(FormatId id) {
    std::vector<std::string> names;
    for (const Target* target : all_targets()) {
        const auto formats = target->formats();
        if (std::find(formats.begin(), formats.end(), id) != formats.end()) {
            names.emplace_back(target->name());
        }
    }
    return names;
}

Status run(Session& session) {
    Json rows = Json::array();
    for (const FormatInfo& format : all_formats()) {
        rows.push_back({{"name", format.name},
                        {"bits_per_weight", format.bits_per_weight},
                        {"block", format.block_elems == 0 ? Json("row") : Json(format.block_elems)},
                        {"decode", format.decode != nullptr},
                        {"encode", format.encode != nullptr},
                        {"targets", targets_of(format.id)}});
    }
    session.print(rows, [&] {
        fmt::print("{:<16} {:>8} {:>6}  {:<6} {:<6} {}\n", "format", "bits", "block", "decode",
                   "encode", "targets");
        for (const FormatInfo& format : all_formats()) {
            fmt::print(
                "{:<16} {:>8.4f} {:>6}  {:<6} {:<6} {}\n", format.name, format.bits_per_weight,
                format.block_elems == 0 ? "row" : std::to_string(format.block_elems),
                format.decode != nullptr ? "yes" : "-", format.encode != nullptr ? "yes" : "-",
                fmt::join(targets_of(format.id), " "));
        }
    });
    return {};
}

}  // namespace

Action formats_command(CLI::App&) {
    return run;
}

}  // namespace bitlathe::cli
