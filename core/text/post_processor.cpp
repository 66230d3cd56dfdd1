// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/post_processor.h"

#include <array>
#include <string_view>

#include <fmt/format.h>

#include "core/base/json.h"
#include "core/text/json_steps.h"

namespace bitlathe {
namespace {

constexpr std::size_t kMaxAround = 1000;

Status read_ids(const JsonFields& fields, const std::string& name, std::vector<TokenId>& out) {
    const Json* all = fields.find("special_tokens");
    const Json* token = all == nullptr ? nullptr : JsonFields(*all, fields.where()).find(name);
    const Json* ids = token == nullptr ? nullptr : JsonFields(*token, fields.where()).find("ids");
    if (ids == nullptr || !ids->is_array()) {
        return fields.refuse(fmt::format("token \"{}\" has no ids", name));
    }
    for (const Json& id : *ids) {
        if (!id.is_number_unsigned() || id.get<std::uint64_t>() >= kMaxTokens ||
            out.size() >= kMaxAround) {
            return fields.refuse(fmt::format("the ids of token \"{}\" are refused", name));
        }
        out.push_back(id.get<TokenId>());
    }
    return {};
}

Status read_template(const JsonFields& fields, AroundText& out) {
    const Json* single = fields.find("single");
    if (single == nullptr || !single->is_array()) {
        return fields.refuse("\"single\" is not an array");
    }
    AroundText here;
    bool seen = false;
    for (const Json& piece : *single) {
        const JsonFields parts(piece, fields.where());
        if (parts.find("Sequence") != nullptr) {
            if (seen) {
                return fields.refuse("the text is there twice");
            }
            seen = true;
        } else if (const Json* special = parts.find("SpecialToken")) {
            BITLATHE_ASSIGN(const std::string name,
                            JsonFields(*special, fields.where()).string("id"));
            BITLATHE_TRY(read_ids(fields, name, seen ? here.after : here.before));
        } else {
            return fields.refuse("a part is neither text nor token");
        }
    }
    if (!seen) {
        return fields.refuse("the text is missing");
    }
    out.before.insert(out.before.begin(), here.before.begin(), here.before.end());
    out.after.insert(out.after.end(), here.after.begin(), here.after.end());
    return {};
}

/// ["[CLS]", 101]
Result<TokenId> read_named(const JsonFields& fields, const char* key) {
    const Json* pair = fields.find(key);
    if (pair == nullptr || !pair->is_array() || pair->size() != 2 ||
        !(*pair)[1].is_number_unsigned() || (*pair)[1].get<std::uint64_t>() >= kMaxTokens) {
        return fields.refuse(fmt::format("\"{}\" is not a token and its id", key));
    }
    return (*pair)[1].get<TokenId>();
}

Status read_bert(const JsonFields& fields, AroundText& out) {
    BITLATHE_ASSIGN(const TokenId first, read_named(fields, "cls"));
    BITLATHE_ASSIGN(const TokenId last, read_named(fields, "sep"));
    out.before.insert(out.before.begin(), first);
    out.after.push_back(last);
    return {};
}

/// It trims offsets, which we do not give.
Status read_byte_level(const JsonFields&, AroundText&) {
    return {};
}

struct Row {
    std::string_view type;
    Status (*read)(const JsonFields&, AroundText&);
};
constexpr std::array kRows = {
    Row{"TemplateProcessing", read_template},
    Row{"BertProcessing", read_bert},
    Row{"RobertaProcessing", read_bert},
    Row{"ByteLevel", read_byte_level},
};

}  // namespace

Result<AroundText> read_post_processor(const Json& json) {
    AroundText out;
    if (!json.is_null()) {
        BITLATHE_TRY(
            for_each_step(json, "the post-processor of the tokenizer", "processors",
                          [&](const JsonStep& step) { return read_by_type(kRows, step, out); }));
    }
    return out;
}

}  // namespace bitlathe
