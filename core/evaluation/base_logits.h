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

/// llama.cpp's file of base logits, as llama-perplexity writes it with --kl-divergence-base and
/// reads it with --kl-divergence: "_logits_", context, vocabulary, windows (int32), the tokens of
/// all windows, then for every scored token a scale and a least value (float32) and one uint16 per
/// token of the vocabulary: log p = scale * u + least. Two bytes per token of the vocabulary and
/// scored token: gigabytes for real models. Only windows of the protocol llama.cpp.
struct BaseLogitsHeader {
    std::uint64_t context = 0;
    std::uint64_t vocabulary = 0;
    std::uint64_t windows = 0;
    [[nodiscard]] std::uint64_t scored() const { return windows * (context - 1 - context / 2); }
};

class BaseLogitsWriter {
public:
    /// Errors: kImpossible (windows of another protocol), kNotWritten.
    static Result<BaseLogitsWriter> create(const std::filesystem::path& path,
                                           std::span<const ScoredWindow> windows,
                                           std::uint64_t vocabulary);
    /// What the model says after the next scored token's predecessor: all logits. Errors:
    /// kNotWritten.
    [[nodiscard]] Status add(std::span<const float> logits);
    /// The same for the next scored tokens, `targets`, from the states before them: takes the whole
    /// head. Errors: kNotWritten, those of score_rows().
    [[nodiscard]] Status add_rows(const HeadInput& model, std::span<const std::uint32_t> targets,
                                  const WorkContext& context);
    /// Makes the file appear under its name.
    [[nodiscard]] Status finish() { return file_.commit(); }

private:
    BaseLogitsWriter(AtomicFile file, const BaseLogitsHeader& header)
        : file_(std::move(file)), header_(header) {}
    AtomicFile file_;
    BaseLogitsHeader header_;
    std::uint64_t written_ = 0;
    std::vector<std::uint16_t> row_;
};

class BaseLogits {
public:
    /// Whether a file begins as such a file does.
    [[nodiscard]] static bool recognises(const std::filesystem::path& path);
    /// Errors: kRefused (not such a file, cut off).
    static Result<BaseLogits> open(const std::filesystem::path& path);
    [[nodiscard]] const BaseLogitsHeader& header() const { return header_; }
    /// Whether it was made from these windows with this vocabulary. The first token of a window may
    /// be another one: llama.cpp puts BOS there when it reads. Errors: kImpossible, says what
    /// differs.
    [[nodiscard]] Status fits(std::span<const ScoredWindow> windows,
                              std::uint64_t vocabulary) const;
    /// Tells files of other tokens, sizes and first values apart.
    [[nodiscard]] std::string fingerprint() const;
    /// log p of tokens [first, first + count) at scored token `index`. Thread-safe.
    void read(std::uint64_t index, std::uint64_t first, std::uint64_t count, float* out) const;

private:
    BaseLogits() = default;
    [[nodiscard]] const std::byte* row(std::uint64_t index) const;
    std::shared_ptr<const MappedFile> file_;
    BaseLogitsHeader header_;
};

/// Divergence of a model from a file of base logits, found while its logits pass by. As llama.cpp
/// counts it: tokens that the base gives less than e^-16 are left out.
class BaseDivergence final : public LogitSink {
public:
    /// Rows are the scored tokens from `first` on, `targets` what came there.
    BaseDivergence(const BaseLogits& base, std::uint64_t first,
                   std::span<const std::uint32_t> targets);
    void see(std::size_t row, std::uint64_t first, std::span<const float> logits) override;
    /// Of a row whose logits all passed by, in nats; `log_sum`: of the model there.
    [[nodiscard]] double kl(std::size_t row, double log_sum) const;
    /// The base's most probable token, of equal ones the first.
    [[nodiscard]] std::uint32_t top(std::size_t row) const { return rows_[row].top; }
    /// -log p of what came, as the base says.
    [[nodiscard]] double target_nll(std::size_t row) const { return rows_[row].nll; }

private:
    struct Row {
        double p = 0, p_log_p = 0, p_logit = 0, nll = 0;
        float top_log_p = 0;
        std::uint32_t top = 0;
        bool any = false;
    };
    const BaseLogits& base_;
    std::uint64_t first_;
    std::span<const std::uint32_t> targets_;
    std::vector<Row> rows_;
};

}  // namespace bitlathe
