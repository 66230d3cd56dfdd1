// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/shingles.h"

#include <algorithm>
#include <array>
#include <functional>
#include <span>

#include <fmt/format.h>

#include "core/base/hash.h"

namespace bitlathe {
namespace {

constexpr std::size_t kMaxHashes = 4'000'000;  // 32 MB for each text
constexpr double kTolerated = 0.01;
constexpr std::size_t kCheckEvery = 1 << 16;

bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/// Calls `visit` with the hash of every run of words of a document.
Status for_each_shingle(std::string_view text, const WorkContext& context,
                        const std::function<void(std::uint64_t)>& visit) {
    std::array<std::uint64_t, kShingleWords> run{};
    std::size_t words = 0;
    std::string word;
    for (std::size_t at = 0; at < text.size();) {
        word.clear();
        for (; at < text.size() && !is_space(text[at]); ++at) {
            const char c = text[at];
            word.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
        }
        for (; at < text.size() && is_space(text[at]); ++at) {
        }
        if (word.empty()) {
            continue;
        }
        std::rotate(run.begin(), run.begin() + 1, run.end());
        run.back() = fast_hash(word);
        if (++words >= kShingleWords) {
            visit(fast_hash(std::as_bytes(std::span(run))));
        }
        if (words % kCheckEvery == 0) {
            BITLATHE_TRY(context.check());
        }
    }
    return {};
}

/// Hashes of a corpus whose low bits are zero: more bits the longer the corpus is.
struct Sample {
    std::vector<std::uint64_t> hashes;
    std::uint64_t mask = 0;

    void add(std::uint64_t hash) {
        if ((hash & mask) != 0) {
            return;
        }
        hashes.push_back(hash);
        if (hashes.size() > kMaxHashes) {
            thin(2 * mask + 1);
        }
    }
    void thin(std::uint64_t new_mask) {
        mask = new_mask;
        std::erase_if(hashes, [&](std::uint64_t h) { return (h & mask) != 0; });
    }
};

Result<Sample> sample_of(const Corpus& corpus, const WorkContext& context) {
    Sample sample;
    const Status read = corpus.for_each([&](std::string_view document) -> Result<bool> {
        BITLATHE_TRY(
            for_each_shingle(document, context, [&](std::uint64_t hash) { sample.add(hash); }));
        return true;
    });
    BITLATHE_TRY(read);
    std::sort(sample.hashes.begin(), sample.hashes.end());
    return sample;
}

}  // namespace

Result<TextOverlap> text_overlap(const Corpus& calibration, const Corpus& evaluation,
                                 const WorkContext& context) {
    BITLATHE_ASSIGN(Sample known, sample_of(calibration, context));
    BITLATHE_ASSIGN(Sample asked, sample_of(evaluation, context));
    const std::uint64_t mask = std::max(known.mask, asked.mask);
    known.thin(mask);
    asked.thin(mask);
    TextOverlap overlap;
    overlap.looked_at = asked.hashes.size();
    for (const std::uint64_t hash : asked.hashes) {
        overlap.shared +=
            std::binary_search(known.hashes.begin(), known.hashes.end(), hash) ? 1 : 0;
    }
    return overlap;
}

std::optional<std::string> overlap_warning(const TextOverlap& overlap) {
    if (overlap.share() <= kTolerated) {
        return std::nullopt;
    }
    return fmt::format(
        "{:.1f} % of the evaluation text also stands in the calibration text: what is measured on "
        "it "
        "will look better than it is",
        100 * overlap.share());
}

}  // namespace bitlathe
