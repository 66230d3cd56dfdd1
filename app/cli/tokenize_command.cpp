// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "app/cli/commands.h"
#include "core/base/json.h"
#include "core/base/mapped_file.h"
#include "core/base/text.h"
#include "core/checkpoint/checkpoint.h"
#include "core/text/tokenizer.h"

namespace bitlathe::cli {
namespace {

struct Arguments {
    std::string checkpoint;
    std::string text_file;
    std::string prompt;
    bool no_special = false;
    bool has_file = false;
};

Status print_ids(Session& session, const Tokenizer& tokenizer, std::string_view text,
                 bool special) {
    // Names of control tokens in the text are text, as in the evaluations of llama.cpp.
    EncodeOptions options;
    options.add_special = special;
    options.parse_special = false;
    BITLATHE_ASSIGN(const std::vector<TokenId> ids, tokenizer.encode(text, options));
    session.print({{"ids", ids}, {"count", ids.size()}}, [&] {
        fmt::print("{} tokens, {}, {} in the vocabulary\n", ids.size(),
                   tokenizer_kind_name(tokenizer.kind()), tokenizer.vocabulary_size());
        for (const TokenId id : ids) {
            fmt::print("{:>8}  {}\n", id, Json(printable(tokenizer.token_text(id))).dump());
        }
    });
    return {};
}

Status run(const Arguments& arguments, Session& session) {
    BITLATHE_ASSIGN(const auto checkpoint, Checkpoint::open(arguments.checkpoint));
    BITLATHE_ASSIGN(const auto tokenizer, Tokenizer::open(*checkpoint));
    if (!arguments.has_file) {
        return print_ids(session, *tokenizer, arguments.prompt, !arguments.no_special);
    }
    BITLATHE_ASSIGN(const auto file, MappedFile::open(arguments.text_file));
    const auto bytes = file->bytes();
    return print_ids(session, *tokenizer,
                     {reinterpret_cast<const char*>(bytes.data()), bytes.size()},
                     !arguments.no_special);
}

}  // namespace

Action tokenize_command(CLI::App& command) {
    auto arguments = std::make_shared<Arguments>();
    command.add_option("CHECKPOINT", arguments->checkpoint, "A checkpoint with its tokenizer")
        ->required();
    auto* source = command.add_option_group("text")->require_option(1);
    auto* file = source->add_option("--text", arguments->text_file, "A file of text");
    source->add_option("--prompt", arguments->prompt, "A text");
    command.add_flag("--no-special", arguments->no_special,
                     "Without the tokens that the model wants around a text (BOS, EOS)");
    return [arguments, file](Session& session) {
        arguments->has_file = file->count() > 0;
        return run(*arguments, session);
    };
}

}  // namespace bitlathe::cli
