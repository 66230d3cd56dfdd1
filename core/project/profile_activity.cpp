// SPDX-License-Identifier: GPL-3.0-or-later
// Where attention went, what routers chose, and spans of blocks: lists of all blocks one after
// another.
#include <fmt/format.h>

#include "core/base/checked.h"
#include "core/project/profile_tables.h"

namespace bitlathe {
namespace {

/// Values of all blocks one after another.
template <class T, class ListOf>
std::vector<T> joined(const ActivationProfile& profile, const ListOf& list_of) {
    std::vector<T> all;
    for (const BlockActivity& block : profile.blocks) {
        const auto& list = list_of(block);
        all.insert(all.end(), list.begin(), list.end());
    }
    return all;
}

template <class ValueOf>
std::vector<std::uint64_t> column(const ActivationProfile& profile, const ValueOf& value_of) {
    std::vector<std::uint64_t> values;
    for (const BlockActivity& block : profile.blocks) {
        values.push_back(value_of(block));
    }
    return values;
}

void write_attention(const ActivationProfile& profile, GroupWriter group) {
    group.numbers("windows", column(profile, [](const auto& b) { return b.heads.windows; }));
    group.numbers("queries", column(profile, [](const auto& b) { return b.heads.queries; }));
    group.numbers("heads", column(profile, [](const auto& b) { return b.heads.heads(); }));
    group.numbers("positions", column(profile, [](const auto& b) { return b.heads.seen.size(); }));
    group.numbers("to_first",
                  joined<double>(
                      profile, [](const auto& b) -> const auto& { return b.heads.to_first; }));
    group.numbers("seen", joined<std::uint64_t>(
                              profile, [](const auto& b) -> const auto& { return b.heads.seen; }));
    group.numbers("received",
                  joined<double>(
                      profile, [](const auto& b) -> const auto& { return b.heads.received; }));
    group.numbers("token_weight",
                  joined<double>(
                      profile, [](const auto& b) -> const auto& { return b.heads.token_weight; }));
}

void write_router(const ActivationProfile& profile, GroupWriter group) {
    group.numbers("tokens", column(profile, [](const auto& b) { return b.router.tokens; }));
    group.numbers("experts", column(profile, [](const auto& b) { return b.router.chosen.size(); }));
    group.numbers("chosen",
                  joined<std::uint64_t>(
                      profile, [](const auto& b) -> const auto& { return b.router.chosen; }));
    group.numbers("weight",
                  joined<double>(
                      profile, [](const auto& b) -> const auto& { return b.router.weight; }));
}

void write_spans(const ActivationProfile& profile, SpanAngle FirstAndRest<SpanAngle>::*half,
                 GroupWriter group) {
    std::vector<std::uint64_t> tokens;
    std::vector<double> angles;
    for (const FirstAndRest<SpanAngle>& span : profile.spans) {
        tokens.push_back((span.*half).tokens);
        angles.push_back((span.*half).angle);
    }
    group.numbers("tokens", tokens);
    group.numbers("angle", angles);
}

Result<std::uint64_t> sum_of(const GroupReader& group, const std::vector<std::uint64_t>& counts) {
    std::uint64_t sum = 0;
    for (const std::uint64_t count : counts) {
        const auto more = checked_add(sum, count);
        if (!more) {
            return group.refuse("its lists are longer than any file");
        }
        sum = *more;
    }
    return sum;
}

/// Hands every block its run of a list of all blocks.
template <class T, class ListOf>
Status share_out(const GroupReader& group, const char* name,
                 const std::vector<std::uint64_t>& lengths, ActivationProfile& profile,
                 const ListOf& list_of) {
    BITLATHE_ASSIGN(const std::uint64_t total, sum_of(group, lengths));
    BITLATHE_ASSIGN(const auto all, group.numbers<T>(name, {total}));
    auto next = all.begin();
    for (std::size_t b = 0; b < lengths.size(); ++b) {
        const auto end = next + static_cast<std::ptrdiff_t>(lengths[b]);
        list_of(profile.blocks[b]).assign(next, end);
        next = end;
    }
    return {};
}

Status read_attention(const GroupReader& group, ActivationProfile& profile) {
    const std::uint64_t blocks = profile.blocks.size();
    BITLATHE_ASSIGN(const auto windows, group.numbers<std::uint64_t>("windows", {blocks}));
    BITLATHE_ASSIGN(const auto queries, group.numbers<std::uint64_t>("queries", {blocks}));
    BITLATHE_ASSIGN(const auto heads, group.numbers<std::uint64_t>("heads", {blocks}));
    BITLATHE_ASSIGN(const auto positions, group.numbers<std::uint64_t>("positions", {blocks}));
    for (std::size_t b = 0; b < blocks; ++b) {
        profile.blocks[b].heads.windows = windows[b];
        profile.blocks[b].heads.queries = queries[b];
    }
    BITLATHE_TRY(share_out<double>(
        group, "to_first", heads, profile,
        [](BlockActivity & b) -> auto& { return b.heads.to_first; }));
    BITLATHE_TRY(share_out<std::uint64_t>(
        group, "seen", positions, profile,
        [](BlockActivity & b) -> auto& { return b.heads.seen; }));
    BITLATHE_TRY(share_out<double>(
        group, "received", positions, profile,
        [](BlockActivity & b) -> auto& { return b.heads.received; }));
    return share_out<double>(
        group, "token_weight", positions, profile,
        [](BlockActivity & b) -> auto& { return b.heads.token_weight; });
}

Status read_router(const GroupReader& group, ActivationProfile& profile) {
    const std::uint64_t blocks = profile.blocks.size();
    BITLATHE_ASSIGN(const auto tokens, group.numbers<std::uint64_t>("tokens", {blocks}));
    BITLATHE_ASSIGN(const auto experts, group.numbers<std::uint64_t>("experts", {blocks}));
    for (std::size_t b = 0; b < blocks; ++b) {
        profile.blocks[b].router.tokens = tokens[b];
    }
    BITLATHE_TRY(share_out<std::uint64_t>(
        group, "chosen", experts, profile,
        [](BlockActivity & b) -> auto& { return b.router.chosen; }));
    return share_out<double>(
        group, "weight", experts, profile,
        [](BlockActivity & b) -> auto& { return b.router.weight; });
}

Status read_spans(const GroupReader& group, SpanAngle FirstAndRest<SpanAngle>::*half,
                  ActivationProfile& profile) {
    const std::uint64_t count = span_count(profile.blocks.size());
    BITLATHE_ASSIGN(const auto tokens, group.numbers<std::uint64_t>("tokens", {count}));
    BITLATHE_ASSIGN(const auto angles, group.numbers<double>("angle", {count}));
    profile.spans.resize(count);
    for (std::size_t s = 0; s < count; ++s) {
        profile.spans[s].*half = {tokens[s], angles[s]};
    }
    return {};
}

}  // namespace

void write_activity(const ActivationProfile& profile, GroupWriter& group) {
    write_attention(profile, group.group("attention"));
    write_router(profile, group.group("router"));
    if (!profile.spans.empty()) {
        GroupWriter spans = group.group("spans");
        write_spans(profile, &FirstAndRest<SpanAngle>::first, spans.group("first"));
        write_spans(profile, &FirstAndRest<SpanAngle>::rest, spans.group("rest"));
    }
}

Status read_activity(const GroupReader& group, ActivationProfile& profile) {
    BITLATHE_ASSIGN(const GroupReader attention, group.group("attention"));
    BITLATHE_TRY(read_attention(attention, profile));
    BITLATHE_ASSIGN(const GroupReader router, group.group("router"));
    BITLATHE_TRY(read_router(router, profile));
    if (!group.has("spans")) {
        return {};
    }
    BITLATHE_ASSIGN(const GroupReader spans, group.group("spans"));
    BITLATHE_ASSIGN(const GroupReader first, spans.group("first"));
    BITLATHE_ASSIGN(const GroupReader rest, spans.group("rest"));
    BITLATHE_TRY(read_spans(first, &FirstAndRest<SpanAngle>::first, profile));
    return read_spans(rest, &FirstAndRest<SpanAngle>::rest, profile);
}

}  // namespace bitlathe
