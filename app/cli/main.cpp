// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cstdio>

#include <fmt/format.h>

#include "app/cli/commands.h"

namespace bitlathe::cli {
namespace {

struct CommandRow {
    const char* name;
    const char* description;
    Action (*make)(CLI::App&);
};

constexpr std::array kCommands = {
    CommandRow{"formats", "List the storage formats", formats_command},
    CommandRow{"info", "Show what is in a checkpoint, without reading its weights", info_command},
    CommandRow{"stats", "Statistics of weights, and the error of formats", stats_command},
    CommandRow{"diff", "Compare two checkpoints tensor by tensor", diff_command},
    CommandRow{"plan", "Decide the format of every tensor", plan_command},
    CommandRow{"export", "Write the checkpoint that a plan describes", export_command},
    CommandRow{"convert", "Turn a model folder into a GGUF", convert_command},
    CommandRow{"eval", "Run a model over a text: perplexity, divergence from another",
               eval_command},
    CommandRow{"compare", "Measure several plans on the same tokens", compare_command},
    CommandRow{"generate", "Continue a text", generate_command},
    CommandRow{"profile", "Run a text through a model and keep what its activations show",
               profile_command},
    CommandRow{"importance", "Rank blocks and tensors by how much they matter", importance_command},
    CommandRow{"outliers", "Find large channels and massive activations", outliers_command},
    CommandRow{"imatrix", "Write importance values as llama.cpp reads them", imatrix_command},
    CommandRow{"report", "Describe a plan for people (HTML) or programs (JSON)", report_command},
    CommandRow{"tokenize", "Show the tokens of a text", tokenize_command},
};

void add_common_options(CLI::App& app, CommonOptions& options) {
    app.add_flag("--json", options.json, "One JSON document on stdout");
    app.add_flag("--quiet,-q", options.quiet, "No progress and no warnings");
    app.add_option("--threads", options.threads, "Threads to use (default: one per core)")
        ->check(CLI::Range(1U, 1024U));
    app.add_option("--progress", options.progress, "How to show progress on stderr")
        ->check(CLI::IsMember({"auto", "none", "json"}));
}

/// Whether --json was asked for, for errors that come before the arguments are understood.
bool asks_for_json(int argc, char** argv) {
    return std::any_of(argv + 1, argv + argc,
                       [](const char* argument) { return std::string_view(argument) == "--json"; });
}

int run(int argc, char** argv) {
    Session session;
    CLI::App app("Compress neural-network checkpoints: look, plan, export.", "bitlathe-cli");
    app.set_version_flag("--version", BITLATHE_VERSION);
    app.require_subcommand(1);
    add_common_options(app, session.options);

    Action chosen;
    for (const CommandRow& row : kCommands) {
        CLI::App* command = app.add_subcommand(row.name, row.description);
        command->fallthrough();
        Action action = row.make(*command);
        command->callback([&chosen, action = std::move(action)] { chosen = action; });
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) {
            return app.exit(error);  // --help and --version
        }
        session.options.json = asks_for_json(argc, argv);
        return session.report({ErrorCode::kUsage, error.what(), {}, {}, "see bitlathe-cli --help"});
    }
    const Status status = chosen(session);
    session.end_progress();
    std::fflush(stdout);
    return status ? 0 : session.report(status.error());
}

}  // namespace

Result<std::vector<FormatId>> parse_formats(const std::vector<std::string>& names) {
    std::vector<FormatId> ids;
    for (const std::string& name : names) {
        const auto id = find_format(name);
        if (!id) {
            return fail(ErrorCode::kUsage, fmt::format("there is no format \"{}\"", name), {}, {},
                        "see bitlathe-cli formats");
        }
        ids.push_back(*id);
    }
    return ids;
}

}  // namespace bitlathe::cli

int main(int argc, char** argv) {
    try {
        return bitlathe::cli::run(argc, argv);
    } catch (const std::exception& error) {
        fmt::print(stderr, "bitlathe-cli: {}\n", error.what());
        return static_cast<int>(bitlathe::ErrorCode::kRefused);
    }
}
