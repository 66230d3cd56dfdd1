// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/protocol.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "core/base/json.h"
#include "core/base/mapped_file.h"

namespace bitlathe {
namespace {

constexpr std::array<std::pair<Protocol, std::string_view>, 3> kNames = {{
    {Protocol::kLlamaCpp, "llama.cpp"},
    {Protocol::kWindow, "window"},
    {Protocol::kStride, "stride"},
}};

using Ids = std::span<const std::uint32_t>;

std::vector<std::uint32_t> copy_of(Ids ids, std::uint64_t first, std::uint64_t count) {
    const Ids part = ids.subspan(first, count);
    return {part.begin(), part.end()};
}

std::vector<ScoredWindow> llama_windows(const ProtocolOptions& options, Ids ids) {
    std::vector<ScoredWindow> windows;
    for (std::uint64_t i = 0; ids.size() - i >= options.context; i += options.context) {
        ScoredWindow window{copy_of(ids, i, options.context), options.context / 2 + 1};
        if (options.bos) {
            window.ids.front() = *options.bos;
        }
        windows.push_back(std::move(window));
    }
    return windows;
}

std::vector<ScoredWindow> plain_windows(const ProtocolOptions& options, Ids ids) {
    std::vector<ScoredWindow> windows;
    for (std::uint64_t i = 0; ids.size() - i >= options.context; i += options.context) {
        windows.push_back({copy_of(ids, i, options.context), 1});
    }
    if (windows.empty()) {
        windows.push_back({copy_of(ids, 0, ids.size()), 1});
    }
    return windows;
}

std::vector<ScoredWindow> strided_windows(const ProtocolOptions& options, Ids ids) {
    const std::uint64_t stride = options.stride != 0 ? options.stride : options.context / 2;
    std::vector<ScoredWindow> windows;
    std::uint64_t scored = 1;  // the first token has nothing before it
    for (std::uint64_t i = 0; scored < ids.size(); i += stride) {
        const std::uint64_t end = std::min<std::uint64_t>(ids.size(), i + options.context);
        windows.push_back({copy_of(ids, i, end - i), scored - i});
        scored = end;
    }
    return windows;
}

Status check(const ProtocolOptions& options, Ids ids) {
    const auto usage = [](std::string message, const char* hint) {
        return fail(ErrorCode::kUsage, std::move(message), {}, {}, hint);
    };
    if (options.context < 2 || options.context > UINT32_MAX) {
        return usage(fmt::format("a window cannot be {} tokens", options.context),
                     "take a context of at least 2");
    }
    if (options.protocol == Protocol::kStride &&
        (options.stride >= options.context || (options.stride == 0 && options.context < 4))) {
        return usage(fmt::format("a stride of {} does not fit windows of {}", options.stride,
                                 options.context),
                     "the stride must be smaller than the context");
    }
    // llama-perplexity asks for two windows, so that a number of it is never one of a single
    // window.
    const std::uint64_t least = options.protocol == Protocol::kLlamaCpp ? 2 * options.context : 2;
    if (ids.size() < least) {
        return usage(fmt::format("the text has {} tokens, {} are needed", ids.size(), least),
                     "give a longer text or a smaller context");
    }
    return {};
}

/// Whether llama.cpp puts a BOS before texts for this GGUF.
std::optional<bool> adds_bos(const Metadata& metadata) {
    if (const auto stated = metadata.boolean("tokenizer.ggml.add_bos_token")) {
        return stated;
    }
    const auto kind = metadata.string("tokenizer.ggml.model");
    if (!kind) {
        return std::nullopt;
    }
    if (*kind == "gpt2") {
        const auto pre = metadata.string("tokenizer.ggml.pre").value_or("");
        return pre == "llama3" || pre == "llama-v3" || pre == "llama-bpe" || pre == "falcon3";
    }
    return *kind == "llama";
}

}  // namespace

std::string_view protocol_name(Protocol protocol) {
    return kNames[static_cast<std::size_t>(protocol)].second;
}

std::optional<Protocol> find_protocol(std::string_view name) {
    for (const auto& [protocol, spelling] : kNames) {
        if (spelling == name) {
            return protocol;
        }
    }
    return std::nullopt;
}

Result<std::vector<ScoredWindow>> cut_for(const ProtocolOptions& options, Ids ids) {
    if (options.tokens != 0 && options.tokens < ids.size()) {
        ids = ids.first(options.tokens);
    }
    BITLATHE_TRY(check(options, ids));
    std::vector<ScoredWindow> windows =
        options.protocol == Protocol::kLlamaCpp ? llama_windows(options, ids)
        : options.protocol == Protocol::kWindow ? plain_windows(options, ids)
                                                : strided_windows(options, ids);
    if (options.windows != 0 && options.windows < windows.size()) {
        windows.resize(options.windows);
    }
    return windows;
}

std::vector<Pass> make_passes(std::span<const ScoredWindow> windows, std::uint64_t tokens) {
    std::vector<Pass> passes;
    for (std::size_t w = 0; w < windows.size(); ++w) {
        const auto& ids = windows[w].ids;
        if (passes.empty() || passes.back().batch.ids.size() + ids.size() > tokens) {
            passes.emplace_back();
        }
        Pass& pass = passes.back();
        const std::size_t first = pass.batch.ids.size();
        pass.batch.windows.push_back({first, ids.size()});
        pass.batch.ids.insert(pass.batch.ids.end(), ids.begin(), ids.end());
        for (std::size_t i = windows[w].first_target; i < ids.size(); ++i) {
            pass.predictors.push_back(static_cast<std::uint32_t>(first + i - 1));
            pass.targets.push_back(ids[i]);
            pass.windows.push_back(static_cast<std::uint32_t>(w));
        }
    }
    return passes;
}

std::optional<std::uint32_t> bos_of(const Model& model, Ids ids) {
    std::optional<std::uint64_t> bos;
    std::optional<bool> adds;
    if (model.checkpoint->container() == Container::kGguf) {
        const Metadata& metadata = model.checkpoint->metadata();
        bos = metadata.unsigned_integer("tokenizer.ggml.bos_token_id");
        adds = adds_bos(metadata);
    } else if (const Json& config = model.checkpoint->config(); config.is_object()) {
        const auto found = config.find("bos_token_id");
        if (found != config.end() && found->is_number_unsigned()) {
            bos = found->get<std::uint64_t>();
        }
    }
    if (!bos || *bos >= model.hyper.vocabulary.value_or(0)) {
        return std::nullopt;
    }
    const bool begins = !ids.empty() && ids.front() == *bos;
    return adds.value_or(begins) ? std::optional(static_cast<std::uint32_t>(*bos)) : std::nullopt;
}

Result<std::vector<std::uint32_t>> read_ids(const std::filesystem::path& path) {
    BITLATHE_ASSIGN(const auto file, MappedFile::open(path));
    const std::string_view text(reinterpret_cast<const char*>(file->bytes().data()), file->size());
    BITLATHE_ASSIGN(const Json document, parse_json(text, path.string()));
    const auto refuse = [&](std::string message) {
        return fail(ErrorCode::kRefused, std::move(message), path.string(), {},
                    "write a JSON array of whole numbers");
    };
    if (!document.is_array()) {
        return refuse("this is not an array of token ids");
    }
    std::vector<std::uint32_t> ids;
    ids.reserve(document.size());
    for (const Json& id : document) {
        if (!id.is_number_unsigned() || id.get<std::uint64_t>() > UINT32_MAX) {
            return refuse(fmt::format("entry {} is not a token id", ids.size()));
        }
        ids.push_back(id.get<std::uint32_t>());
    }
    return ids;
}

}  // namespace bitlathe
