// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/post_processor.h"

#include <fmt/format.h>

#include "core/base/json.h"
#include "core/text/json_fields.h"

namespace bitlathe {
namespace {

constexpr int kMaxDepth = 32;
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

Status read(const Json& json, int depth, AroundText& out) {
    const JsonFields fields(json, "the post-processor of the tokenizer");
    if (depth > kMaxDepth) {
        return fields.refuse("too deep");
    }
    BITLATHE_ASSIGN(const std::string type, fields.string("type"));
    if (type == "Sequence") {
        const Json* parts = fields.find("processors");
        if (parts == nullptr || !parts->is_array()) {
            return fields.refuse("\"processors\" is not an array");
        }
        for (const Json& part : *parts) {
            BITLATHE_TRY(read(part, depth + 1, out));
        }
        return {};
    }
    if (type == "TemplateProcessing") {
        return read_template(fields, out);
    }
    if (type == "BertProcessing" || type == "RobertaProcessing") {
        return read_bert(fields, out);
    }
    if (type == "ByteLevel") {
        return {};  // it trims offsets, which we do not give
    }
    return fields.refuse(fmt::format("type \"{}\" is not known", type));
}

}  // namespace

Result<AroundText> read_post_processor(const Json& json) {
    AroundText out;
    if (!json.is_null()) {
        BITLATHE_TRY(read(json, 0, out));
    }
    return out;
}

}  // namespace bitlathe
