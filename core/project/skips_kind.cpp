// SPDX-License-Identifier: GPL-3.0-or-later
// What leaving out each block does to the predictions.
#include <array>

#include "core/project/project_kinds.h"

namespace bitlathe {
namespace {

struct Column {
    const char* name;
    double SkipEffect::*value;
};
constexpr std::array kColumns = {
    Column{"kl", &SkipEffect::kl}, Column{"kl_error", &SkipEffect::kl_error},
    Column{"nll", &SkipEffect::nll}, Column{"nll_error", &SkipEffect::nll_error}};

bool present(const Project& project) {
    return project.skips.has_value();
}

std::uint64_t bytes(const Project& project) {
    return 8192 + project.skips->measured.blocks.size() * sizeof(SkipEffect);
}

void write(const Project& project, GroupWriter& group) {
    const SkipRecord& skips = *project.skips;
    group.attribute("text_path", skips.text_path);
    group.attribute("text_sha256", skips.text_sha256);
    group.attribute("context", skips.context);
    group.attribute("tokens", skips.measured.tokens);
    group.numbers("mean_nll", std::vector<double>{skips.measured.mean_nll});
    std::vector<std::uint32_t> blocks;
    for (const SkipEffect& effect : skips.measured.blocks) {
        blocks.push_back(effect.block);
    }
    group.numbers("block", blocks);
    for (const Column& c : kColumns) {
        std::vector<double> values;
        for (const SkipEffect& effect : skips.measured.blocks) {
            values.push_back(effect.*c.value);
        }
        group.numbers(c.name, values);
    }
}

Status read(const GroupReader& group, std::uint64_t, Project& project) {
    SkipRecord skips;
    BITLATHE_ASSIGN(skips.text_path, group.text("text_path"));
    BITLATHE_ASSIGN(skips.text_sha256, group.text("text_sha256"));
    BITLATHE_ASSIGN(skips.context, group.integer("context"));
    BITLATHE_ASSIGN(skips.measured.tokens, group.integer("tokens"));
    BITLATHE_ASSIGN(const auto mean_nll, group.numbers<double>("mean_nll", {1}));
    skips.measured.mean_nll = mean_nll.front();
    BITLATHE_ASSIGN(const std::uint64_t count, group.length("block"));
    BITLATHE_ASSIGN(const auto blocks, group.numbers<std::uint32_t>("block", {count}));
    skips.measured.blocks.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        skips.measured.blocks[i].block = blocks[i];
    }
    for (const Column& c : kColumns) {
        BITLATHE_ASSIGN(const auto values, group.numbers<double>(c.name, {count}));
        for (std::size_t i = 0; i < count; ++i) {
            skips.measured.blocks[i].*c.value = values[i];
        }
    }
    project.skips = std::move(skips);
    return {};
}

}  // namespace

ProjectKind skips_kind() {
    return {"skips", 1, present, bytes, write, read};
}

}  // namespace bitlathe
