// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/base/atomic_file.h"
#include "core/base/mapped_file.h"
#include "core/base/result.h"
#include "core/evaluation/protocol.h"
#include "core/evaluation/scorer.h"

namespace bitlathe {

/// What a reference model said at one scored token: its K most probable successors and how much was
/// left for all others together.
struct ReferenceRecord {
    std::uint32_t target = 0;
    std::uint32_t top = 0;           ///< the most probable token
    float target_log_p = 0;          ///< of the token that came
    float tail_log_p = 0;            ///< of all that are not in ids; -infinity when nothing is left
    std::vector<std::uint32_t> ids;  ///< ascending
    std::vector<float> log_p;
};

/// A record of a token's head score. `score.tops` holds the K most probable.
[[nodiscard]] ReferenceRecord record_of(std::uint32_t target, const HeadScore& score);

/// Divergence of a model from a record, in nats. The tokens outside the record count as one, so
/// this is a lower bound of the divergence over the whole vocabulary, and equal to it when the
/// record holds all of it. `picked`: the model's logits of record.ids.
[[nodiscard]] double reference_kl(const ReferenceRecord& record, std::span<const float> picked,
                                  double log_sum);

/// What a reference file is about; two of them must be equal.
struct ReferenceHeader {
    std::uint64_t tokens = 0;  ///< scored ones
    std::uint64_t vocabulary = 0;
    std::uint64_t top = 0;           ///< K
    std::uint64_t windows_hash = 0;  ///< of all windows and what of them is scored
};
[[nodiscard]] std::uint64_t hash_windows(std::span<const ScoredWindow> windows);

class ReferenceWriter {
public:
    /// Errors: kNotWritten.
    static Result<ReferenceWriter> create(const std::filesystem::path& path,
                                          const ReferenceHeader& header);
    [[nodiscard]] Status add(std::span<const ReferenceRecord> records);
    /// Makes the file appear under its name.
    [[nodiscard]] Status finish() { return file_.commit(); }

private:
    ReferenceWriter(AtomicFile file, const ReferenceHeader& header)
        : file_(std::move(file)), header_(header) {}
    AtomicFile file_;
    ReferenceHeader header_;
    std::uint64_t written_ = 0;
};

class ReferenceFile {
public:
    /// Errors: kRefused (not such a file, cut off).
    static Result<ReferenceFile> open(const std::filesystem::path& path);
    [[nodiscard]] const ReferenceHeader& header() const { return header_; }
    /// Whether it was made from these windows with this vocabulary. Errors: kImpossible, says what
    /// differs.
    [[nodiscard]] Status fits(std::span<const ScoredWindow> windows,
                              std::uint64_t vocabulary) const;
    /// Tells files of other contents apart.
    [[nodiscard]] std::string fingerprint() const;
    /// Record `index` < tokens. Errors: kRefused (damaged).
    [[nodiscard]] Result<ReferenceRecord> record(std::uint64_t index) const;

private:
    ReferenceFile() = default;
    std::shared_ptr<const MappedFile> file_;
    ReferenceHeader header_;
};

}  // namespace bitlathe
