// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/measured_importance.h"

#include <map>

#include "app/cli/commands.h"

namespace bitlathe::cli {
namespace {

/// The tokens of one of the texts.
struct Text {
    TokenBatch windows;
    Json record;
};

Result<Text> read_text(const MeasureArguments& arguments, const std::string& file,
                       const Model& model, Session& session) {
    TextArguments text = arguments.text;
    text.text = file;
    BITLATHE_ASSIGN(TextTokens tokens, read_text_tokens(text, model, session.context("text")));
    Json record = tokens.record;
    return Text{windows_of_tokens(text, std::move(tokens)), std::move(record)};
}

}  // namespace

void add_measure_options(CLI::App& command, MeasureArguments& a) {
    command.add_option("--measure-skip", a.skip,
                       "Run this text without each block; what it does is kept in the project");
    auto* experts = command.add_option(
        "--measure-experts", a.experts,
        "Run this text with each expert rounded to a format; kept in the project too");
    command.add_option("--expert-format", a.expert_format, "Which one")->needs(experts);
    command.add_option("--ctx", a.text.context, "Tokens of a window of these texts")
        ->check(CLI::Range(2U, 1U << 24));
    command.add_option("--tokens", a.text.tokens, "Only so many tokens of them");
}

Result<SkipRecord> measure_skipped(const MeasureArguments& arguments,
                                   const std::shared_ptr<const Model>& model, Session& session) {
    BITLATHE_ASSIGN(const Text text, read_text(arguments, arguments.skip, *model, session));
    BITLATHE_ASSIGN(const Transformer transformer, Transformer::create(model));
    warn_of_long_windows(transformer, arguments.text, session);
    SkipRecord skips;
    BITLATHE_ASSIGN(skips.measured,
                    measure_skips(transformer, text.windows, session.context("skip blocks")));
    skips.text_path = text.record.at("path").get<std::string>();
    skips.text_sha256 = text.record.at("sha256").get<std::string>();
    skips.context = arguments.text.context;
    BITLATHE_TRY(model->checkpoint->check());
    return skips;
}

Result<ExpertRecord> measure_experts(const MeasureArguments& arguments,
                                     const std::shared_ptr<const Model>& model, Session& session) {
    BITLATHE_ASSIGN(const auto formats, parse_formats({arguments.expert_format}));
    BITLATHE_ASSIGN(auto weights, rounded_experts(model, formats.front()));
    BITLATHE_ASSIGN(const Text text, read_text(arguments, arguments.experts, *model, session));
    BITLATHE_ASSIGN(const Transformer transformer, Transformer::create(model));
    BITLATHE_ASSIGN(const Transformer rounded, Transformer::create(model, std::move(weights)));
    ExpertRecord record;
    BITLATHE_ASSIGN(record.errors, measure_expert_errors(transformer, rounded, text.windows,
                                                         session.context("experts")));
    record.text_path = text.record.at("path").get<std::string>();
    record.text_sha256 = text.record.at("sha256").get<std::string>();
    record.context = arguments.text.context;
    record.format = format_info(formats.front()).name;
    BITLATHE_TRY(model->checkpoint->check());
    return record;
}

Json skips_json(const std::optional<SkipRecord>& skips) {
    if (!skips) {
        return nullptr;
    }
    Json blocks = Json::array();
    for (const SkipEffect& effect : skips->measured.blocks) {
        blocks.push_back({{"block", effect.block},
                          {"kl", number(effect.kl)},
                          {"kl_se", number(effect.kl_error)},
                          {"nll", number(effect.nll)},
                          {"nll_se", number(effect.nll_error)}});
    }
    return {{"text", {{"path", skips->text_path}, {"sha256", skips->text_sha256}}},
            {"ctx", skips->context},
            {"tokens", skips->measured.tokens},
            {"mean_nll", number(skips->measured.mean_nll)},
            {"blocks", blocks}};
}

Json experts_json(const ActivationProfile* profile, const std::optional<ExpertRecord>& record) {
    const std::vector<ExpertError> measured = record ? record->errors : std::vector<ExpertError>();
    std::map<std::pair<std::size_t, std::size_t>, Json> rows;
    for (std::size_t b = 0; profile != nullptr && b < profile->blocks.size(); ++b) {
        const RouterActivity& router = profile->blocks[b].router;
        for (std::size_t e = 0; e < router.chosen.size(); ++e) {
            rows[{b, e}] = {{"tokens", router.chosen[e]},
                            {"frequency", or_null(router.frequency(e))},
                            {"weight", or_null(router.weight_share(e))}};
        }
    }
    const auto importance = expert_importance(measured, {});
    for (std::size_t i = 0; i < measured.size(); ++i) {
        Json& row = rows[{measured[i].block, measured[i].expert}];
        row["measured_tokens"] = measured[i].tokens;
        row["error"] = number(measured[i].error);
        row["importance"] = number(importance[i]);
    }
    Json list = Json::array();
    for (auto& [key, row] : rows) {
        row["block"] = key.first;
        row["expert"] = key.second;
        list.push_back(std::move(row));
    }
    return list;
}

}  // namespace bitlathe::cli
