// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstring>
#include <vector>

#include <fmt/format.h>

#include "core/allocation/plan.h"
#include "core/base/hash.h"
#include "core/base/text.h"
#include "core/profile/importance/block_importance.h"
#include "core/project/project.h"
#include "tests/fuzz/memory_file.h"
#include "tests/fuzz/parsed_file.h"

namespace {

using bitlathe::fuzz::require;

/// What views do with a measurement: every token that a window scores has its score and its lists.
void use(const bitlathe::Measurement& row) {
    std::size_t scored = 0;
    for (const bitlathe::ScoredWindow& window : row.windows) {
        require(window.first_target > 0 && window.first_target <= window.ids.size());
        scored += window.ids.size() - window.first_target;
    }
    require(row.scores.size() == scored && row.tops.size() == scored);
    for (const bitlathe::TokenScore& score : row.scores) {
        require(row.windows[score.window].ids[score.position] == score.id);
        require(score.kl.has_value() == row.kl.has_value());
    }
    for (const bitlathe::TokenTops& tops : row.tops) {
        require(tops.model.size() <= bitlathe::kMeasuredTops &&
                tops.reference.size() <= bitlathe::kMeasuredTops);
    }
    static_cast<void>(bitlathe::fits_vocabulary(row, 1000));
    static_cast<void>(bitlathe::paired_difference(row.scores, row.scores));
}

/// Whatever is accepted can be used; whatever is refused says why.
void load(const std::uint8_t* data, std::size_t size) {
    const bitlathe::fuzz::MemoryFile file(data, size);
    const auto project = bitlathe::load_project(file.path());
    if (!project) {
        require(!project.error().message.empty() && bitlathe::is_utf8(project.error().message));
        return;
    }
    for (const auto& [name, text] : project->plans) {
        require(bitlathe::is_utf8(text));
        static_cast<void>(bitlathe::plan_from_text(text, name));
    }
    for (const bitlathe::EvaluationRecord& record : project->evaluations) {
        use(*record.measured);
    }
    if (project->profile) {
        for (const bitlathe::BlockActivity& block : project->profile->blocks) {
            static_cast<void>(block.heads.sink_share());
            require(block.heads.seen.size() == block.heads.received.size());
            require(block.router.chosen.size() == block.router.weight.size());
        }
        static_cast<void>(bitlathe::block_importance(*project->profile, true));
        if (project->profile->blocks.size() < 100) {
            static_cast<void>(bitlathe::least_spans(*project->profile, true));
        }
        for (const bitlathe::TapGram& gram : project->profile->grams) {
            const std::uint64_t channels = gram.matrix->channels;
            const auto values = gram.matrix->upper.values();
            require(values.size() == bitlathe::GramMatrix::values(channels));
            require(channels == 0 || gram.matrix->at(channels - 1, channels - 1) == values.back() ||
                    values.back() != values.back());
        }
        for (const bitlathe::TapProfile& tap : project->profile->taps) {
            require(!bitlathe::tap_name(tap.id).empty());
            const bitlathe::TapStatistics all = tap.statistics.all();
            require(all.absmax.size() == all.channels());
            require(all.above.size() == all.channels() * project->profile->thresholds.size());
            static_cast<void>(all.quantile(0.5));
            static_cast<void>(all.kurtosis());
        }
    }
}

}  // namespace

/// HDF5 asks for what a forged file claims and copes with not getting it; it touches none of it.
extern "C" const char* __asan_default_options() {
    return "allocator_may_return_null=1";
}

/// The file as it is, which its seal refuses unless it is whole; and sealed again, as who forges
/// one would, so that what lies behind the seal is read too.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    load(data, size);
    constexpr std::size_t kUserBlock = 512;
    if (size <= kUserBlock || std::memcmp(data, "bitlathe project\n", 17) != 0) {
        return 0;
    }
    std::vector<std::uint8_t> sealed(data, data + size);
    const auto body = std::as_bytes(std::span(sealed)).subspan(kUserBlock);
    std::string seal = fmt::format("bitlathe project\nxxh3 {:016x}\nbytes {}\n",
                                   bitlathe::fast_hash(body), body.size());
    seal.resize(kUserBlock);
    std::memcpy(sealed.data(), seal.data(), seal.size());
    load(sealed.data(), sealed.size());
    return 0;
}
