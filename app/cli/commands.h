// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <CLI/CLI.hpp>

#include "app/cli/session.h"
#include "core/base/result.h"
#include "core/formats/format.h"

namespace bitlathe::cli {

/// What a command does once its arguments are read.
using Action = std::function<Status(Session&)>;

/// Each adds its options to `command` and returns its action.
Action formats_command(CLI::App& command);
Action info_command(CLI::App& command);
Action stats_command(CLI::App& command);
Action diff_command(CLI::App& command);
Action plan_command(CLI::App& command);
Action export_command(CLI::App& command);
Action convert_command(CLI::App& command);
Action eval_command(CLI::App& command);
Action compare_command(CLI::App& command);
Action generate_command(CLI::App& command);
Action report_command(CLI::App& command);
Action tokenize_command(CLI::App& command);
Action profile_command(CLI::App& command);
Action importance_command(CLI::App& command);
Action outliers_command(CLI::App& command);
Action imatrix_command(CLI::App& command);

/// Formats by a comma-separated list of names. Errors: kUsage.
Result<std::vector<FormatId>> parse_formats(const std::vector<std::string>& names);

}  // namespace bitlathe::cli
