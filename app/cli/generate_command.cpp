// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <cstdio>

#include <fmt/format.h>

#include "app/cli/commands.h"
#include "app/cli/planned.h"
#include "core/base/json.h"
#include "core/base/text.h"
#include "core/generation/generate.h"
#include "core/text/utf8_stream.h"

namespace bitlathe::cli {
namespace {

struct Arguments {
    std::string checkpoint, prompt;
    PlanArguments plan;
    std::size_t count = 128, top = 5, top_k = 0;
    double temperature = 0, top_p = 1;
    std::uint64_t seed = 0;
};

const char* end_name(GenerationEnd end) {
    switch (end) {
        case GenerationEnd::kStop:
            return "stop";
        case GenerationEnd::kContext:
            return "context";
        default:
            return "count";
    }
}

Json document(const Generation& generation, const Tokenizer& tokenizer, const std::string& text) {
    Json ids = Json::array();
    Json top = Json::array();
    for (const GeneratedToken& token : generation.tokens) {
        ids.push_back(token.id);
        Json row = Json::array();
        for (const TokenChance& chance : token.top) {
            row.push_back({{"id", chance.id},
                           {"token", std::string(tokenizer.token_text(chance.id))},
                           {"logprob", chance.log_p}});
        }
        top.push_back(std::move(row));
    }
    const double speed = generation.tokens_per_second();
    return {{"text", text},
            {"ids", std::move(ids)},
            {"top", std::move(top)},
            {"end", end_name(generation.end)},
            {"prompt_seconds", generation.prompt_seconds},
            {"tokens_per_second", speed > 0 ? Json(speed) : Json(nullptr)}};
}

Status run(const Arguments& arguments, Session& session) {
    BITLATHE_ASSIGN(const PlannedModel planned,
                    open_planned(arguments.checkpoint, arguments.plan, session));
    const auto& model = planned.model;
    BITLATHE_ASSIGN(const auto tokenizer, Tokenizer::open(*model->checkpoint));
    BITLATHE_ASSIGN(const auto prompt, prompt_ids(*tokenizer, arguments.prompt));
    BITLATHE_ASSIGN(const Transformer transformer, Transformer::create(model, planned.weights));
    GenerateRequest request;
    request.prompt = prompt;
    request.count = arguments.count;
    request.temperature = arguments.temperature;
    request.top_k = arguments.top_k;
    request.top_p = arguments.top_p;
    request.seed = arguments.seed;
    request.top = arguments.top;
    request.stop = stop_tokens(*model->checkpoint, *tokenizer);
    TokenTextStream stream(tokenizer);
    std::string text;
    const auto show = [&](const std::string& piece) {
        text += piece;
        if (!session.options.json) {
            session.end_progress();
            fmt::print("{}", printable(piece, piece.size() + 1));
            std::fflush(stdout);
        }
    };
    request.on_token = [&](const GeneratedToken& token) {
        if (!tokenizer->is_control(token.id)) {
            show(stream.push(token.id));
        }
        return true;
    };
    BITLATHE_ASSIGN(const Generation generation,
                    generate(transformer, request, session.context("generate")));
    show(stream.finish());
    session.end_progress();
    session.print(document(generation, *tokenizer, text), [&] {
        fmt::print("\n");
        if (!session.options.quiet) {
            fmt::print(stderr, "{} tokens, {:.1f} tokens/s\n", generation.tokens.size(),
                       generation.tokens_per_second());
        }
    });
    return {};
}

}  // namespace

Action generate_command(CLI::App& command) {
    auto a = std::make_shared<Arguments>();
    command.add_option("CHECKPOINT", a->checkpoint, "A checkpoint with its tokenizer")->required();
    add_plan_options(command, a->plan);
    command.add_option("--prompt", a->prompt, "The text to go on with")->required();
    command.add_option("-n,--count", a->count, "Tokens to add, at most")
        ->check(CLI::Range(1U, 1U << 24));
    command
        .add_option("--temperature", a->temperature,
                    "0: always the most probable token; above, tokens are drawn")
        ->check(CLI::Range(0.0, 1000.0));
    command
        .add_option("--top-k", a->top_k,
                    "Draw from so many of the most probable tokens (0: from all)")
        ->check(CLI::Range(0U, 1U << 24));
    command
        .add_option("--top-p", a->top_p,
                    "Draw from the fewest tokens with this share of the probability")
        ->check(CLI::Range(1e-9, 1.0));
    command.add_option("--seed", a->seed, "Of what is drawn");
    command.add_option("--top", a->top, "Most probable tokens to list at every step")
        ->check(CLI::Range(0U, 1U << 20));
    return [a](Session& session) { return run(*a, session); };
}

}  // namespace bitlathe::cli
