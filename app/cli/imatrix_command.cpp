// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "app/cli/commands.h"
#include "core/project/project.h"
#include "core/targets/destination.h"
#include "core/targets/imatrix.h"

namespace bitlathe::cli {
namespace {

struct Arguments {
    std::string project, checkpoint, output;
    bool force = false;
};

Status run(const Arguments& arguments, Session& session) {
    BITLATHE_ASSIGN(const Project project, load_project(arguments.project));
    BITLATHE_ASSIGN(const auto model, open_source(project, arguments.checkpoint));
    BITLATHE_ASSIGN(const Imatrix imatrix, importance_in(project, *model));
    BITLATHE_TRY(check_file_destination(*model->checkpoint, arguments.output, arguments.force));
    BITLATHE_TRY(write_imatrix(imatrix, arguments.output));
    session.print({{"output", arguments.output},
                   {"entries", imatrix.entries.size()},
                   {"chunks", imatrix.chunks},
                   {"chunk_size", imatrix.chunk_size}},
                  [&] {
                      fmt::print("{}: {} weights, {} chunks of {} tokens\n", arguments.output,
                                 imatrix.entries.size(), imatrix.chunks, imatrix.chunk_size);
                  });
    return {};
}

}  // namespace

Action imatrix_command(CLI::App& command) {
    auto a = std::make_shared<Arguments>();
    command.add_option("PROJECT", a->project, "A project with a profile")->required();
    command.add_option("--checkpoint", a->checkpoint, "The model, when it is somewhere else now");
    command.add_flag("--force", a->force, "Replace an earlier file");
    command.add_option("-o,--output", a->output, "The importance file (.gguf)")->required();
    return [a](Session& session) { return run(*a, session); };
}

}  // namespace bitlathe::cli
