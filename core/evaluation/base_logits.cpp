// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/base_logits.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <fstream>
#include <limits>

#include <fmt/format.h>

#include "core/base/byte_reader.h"
#include "core/base/checked.h"
#include "core/base/hash.h"
#include "core/base/pieces.h"

namespace bitlathe {
namespace {

constexpr std::string_view kMagic = "_logits_";
constexpr std::uint64_t kHeaderBytes = 8 + 3 * sizeof(std::int32_t);
/// uint16 that the two floats in front of a row take.
constexpr std::size_t kScaleWords = 4;
/// Less than this below the best token is written as this.
constexpr float kDepth = 16;
constexpr float kLevels = 65535;

/// uint16 of one row.
std::uint64_t row_words(std::uint64_t vocabulary) {
    return 2 * ((vocabulary + 1) / 2) + kScaleWords;
}

std::uint64_t data_begin(const BaseLogitsHeader& header) {
    return kHeaderBytes + header.context * header.windows * sizeof(std::int32_t);
}

tl::unexpected<Error> refuse(const MappedFile& file, std::string message) {
    return fail(ErrorCode::kRefused, std::move(message), file.path().string(), {},
                "make the file of base logits again");
}

Status check_windows(std::span<const ScoredWindow> windows) {
    const std::size_t length = windows.front().ids.size();
    const bool all = std::all_of(windows.begin(), windows.end(), [&](const ScoredWindow& window) {
        return window.ids.size() == length && window.first_target == length / 2 + 1;
    });
    if (!all || length < 4) {
        return fail(ErrorCode::kImpossible,
                    "a file of base logits is about windows of the protocol llama.cpp", {}, {},
                    "take --protocol llama.cpp");
    }
    return {};
}

/// A row as llama.cpp's log_softmax() writes it.
void quantize(std::span<const float> logits, std::vector<std::uint16_t>& out) {
    const auto [low, high] = std::minmax_element(logits.begin(), logits.end());
    const float best = *high;
    const float least = std::max(*low, best - kDepth);
    double sum = 0;
    for (const float logit : logits) {
        sum += std::exp(logit - best);
    }
    const float values[] = {(best - least) / kLevels,
                            least - best - static_cast<float>(std::log(sum))};
    out.assign(row_words(logits.size()), 0);
    std::memcpy(out.data(), values, sizeof(values));
    if (values[0] == 0) {
        return;
    }
    const float inverse = 1 / values[0];
    for (std::size_t i = 0; i < logits.size(); ++i) {
        out[kScaleWords + i] =
            logits[i] > least
                ? static_cast<std::uint16_t>(std::nearbyint(inverse * (logits[i] - least)))
                : std::uint16_t{0};
    }
}

/// Logits that are held at a time.
constexpr std::size_t kLogitsAtATime = std::size_t{64} << 20;

/// Keeps all logits of some rows.
class LogitKeeper final : public LogitSink {
public:
    LogitKeeper(std::size_t rows, std::size_t vocabulary)
        : vocabulary_(vocabulary), logits_(rows * vocabulary) {}
    void see(std::size_t row, std::uint64_t first, std::span<const float> logits) override {
        std::copy(logits.begin(), logits.end(),
                  logits_.begin() + static_cast<std::ptrdiff_t>(row * vocabulary_ + first));
    }
    [[nodiscard]] std::span<const float> row(std::size_t index) const {
        return std::span(logits_).subspan(index * vocabulary_, vocabulary_);
    }

private:
    std::size_t vocabulary_;
    std::vector<float> logits_;
};

}  // namespace

Result<BaseLogitsWriter> BaseLogitsWriter::create(const std::filesystem::path& path,
                                                  std::span<const ScoredWindow> windows,
                                                  std::uint64_t vocabulary) {
    BITLATHE_TRY(check_windows(windows));
    const BaseLogitsHeader header{windows.front().ids.size(), vocabulary, windows.size()};
    const auto rows = checked_mul({header.scored(), row_words(vocabulary), 2});
    constexpr std::uint64_t kMost = std::numeric_limits<std::int32_t>::max();
    if (!rows || vocabulary > kMost || header.windows > kMost || header.context > kMost) {
        return fail(ErrorCode::kImpossible, "the file of base logits would be too large");
    }
    BITLATHE_ASSIGN(AtomicFile file, AtomicFile::create(path));
    BITLATHE_TRY(file.reserve(data_begin(header) + *rows));
    std::vector<std::int32_t> numbers = {static_cast<std::int32_t>(header.context),
                                         static_cast<std::int32_t>(vocabulary),
                                         static_cast<std::int32_t>(header.windows)};
    for (const ScoredWindow& window : windows) {
        numbers.insert(numbers.end(), window.ids.begin(), window.ids.end());
    }
    BITLATHE_TRY(file.write_at(0, std::as_bytes(std::span(kMagic))));
    BITLATHE_TRY(file.write_at(kMagic.size(), std::as_bytes(std::span(numbers))));
    return BaseLogitsWriter(std::move(file), header);
}

Status BaseLogitsWriter::add(std::span<const float> logits) {
    quantize(logits, row_);
    const auto bytes = std::as_bytes(std::span(row_));
    BITLATHE_TRY(file_.write_at(data_begin(header_) + written_ * bytes.size(), bytes));
    ++written_;
    return {};
}

Status BaseLogitsWriter::add_rows(const HeadInput& model, std::span<const std::uint32_t> targets,
                                  const WorkContext& context) {
    const Pieces groups(targets.size(),
                        std::max<std::size_t>(1, kLogitsAtATime / header_.vocabulary));
    const WorkContext inner = context.quiet();
    for (std::size_t g = 0; g < groups.count(); ++g) {
        const Piece group = groups.at(g);
        LogitKeeper keeper(group.count, header_.vocabulary);
        HeadRequest request;
        request.targets = targets.subspan(group.first, group.count);
        request.sink = &keeper;
        const ConstRows hidden = {model.hidden.data + group.first * model.hidden.stride,
                                  group.count, model.hidden.cols, model.hidden.stride};
        BITLATHE_TRY(score_rows({hidden, model.head}, nullptr, request, nullptr, inner));
        for (std::size_t i = 0; i < group.count; ++i) {
            BITLATHE_TRY(add(keeper.row(i)));
        }
    }
    return {};
}

bool BaseLogits::recognises(const std::filesystem::path& path) {
    std::string begin(kMagic.size(), '\0');
    std::ifstream file(path, std::ios::binary);
    return file.read(begin.data(), static_cast<std::streamsize>(begin.size())) && begin == kMagic;
}

Result<BaseLogits> BaseLogits::open(const std::filesystem::path& path) {
    BaseLogits result;
    BITLATHE_ASSIGN(result.file_, MappedFile::open(path));
    ByteReader reader(result.file_->bytes());
    const std::string_view magic = reader.text(kMagic.size());
    const auto context = reader.read<std::int32_t>();
    const auto vocabulary = reader.read<std::int32_t>();
    const auto windows = reader.read<std::int32_t>();
    if (reader.failed() || magic != kMagic) {
        return refuse(*result.file_, "this is no file of base logits");
    }
    if (context < 4 || vocabulary < 1 || windows < 1) {
        return refuse(*result.file_, "the file of base logits is damaged");
    }
    BaseLogitsHeader& header = result.header_;
    header = {static_cast<std::uint64_t>(context), static_cast<std::uint64_t>(vocabulary),
              static_cast<std::uint64_t>(windows)};
    const auto tokens = checked_mul({header.context, header.windows, sizeof(std::int32_t)});
    const auto rows = checked_mul({header.scored(), row_words(header.vocabulary), 2});
    const auto bytes = tokens && rows ? checked_add(*tokens, *rows) : std::nullopt;
    if (!bytes || reader.remaining() != *bytes) {
        return refuse(*result.file_, "the file of base logits is cut off or damaged");
    }
    return result;
}

Status BaseLogits::fits(std::span<const ScoredWindow> windows, std::uint64_t vocabulary) const {
    const auto differs = [&](std::string what) -> Status {
        return fail(ErrorCode::kImpossible,
                    fmt::format("the file of base logits is about {}", what),
                    file_->path().string(), {}, "make it with the same model family and text");
    };
    BITLATHE_TRY(check_windows(windows));
    if (vocabulary != header_.vocabulary) {
        return differs(fmt::format("{} tokens of a vocabulary, the model has {}",
                                   header_.vocabulary, vocabulary));
    }
    if (windows.size() != header_.windows || windows.front().ids.size() != header_.context) {
        return differs(fmt::format("{} windows of {} tokens, not {} of {}", header_.windows,
                                   header_.context, windows.size(), windows.front().ids.size()));
    }
    std::vector<std::uint32_t> ids(header_.context);
    const std::byte* from = file_->bytes().data() + kHeaderBytes;
    for (const ScoredWindow& window : windows) {
        std::memcpy(ids.data(), from, ids.size() * sizeof(ids[0]));
        from += ids.size() * sizeof(ids[0]);
        if (!std::equal(ids.begin() + 1, ids.end(), window.ids.begin() + 1)) {
            return differs("another text");
        }
    }
    return {};
}

std::string BaseLogits::fingerprint() const {
    // All of it may be tens of gigabytes.
    constexpr std::uint64_t kMost = 1U << 24;
    const auto begin = file_->bytes().first(std::min<std::uint64_t>(file_->size(), kMost));
    return fmt::format("base {} {:016x}", file_->size(), fast_hash(begin));
}

const std::byte* BaseLogits::row(std::uint64_t index) const {
    const std::uint64_t bytes = row_words(header_.vocabulary) * sizeof(std::uint16_t);
    return file_->bytes().data() + data_begin(header_) + index * bytes;
}

void BaseLogits::read(std::uint64_t index, std::uint64_t first, std::uint64_t count,
                      float* out) const {
    const std::byte* at = row(index);
    float values[2];
    std::memcpy(values, at, sizeof(values));
    at += (kScaleWords + first) * sizeof(std::uint16_t);
    for (std::uint64_t i = 0; i < count; ++i, at += sizeof(std::uint16_t)) {
        std::uint16_t code = 0;
        std::memcpy(&code, at, sizeof(code));
        out[i] = values[0] * static_cast<float>(code) + values[1];
    }
}

BaseDivergence::BaseDivergence(const BaseLogits& base, std::uint64_t first,
                               std::span<const std::uint32_t> targets)
    : base_(base), first_(first), targets_(targets), rows_(targets.size()) {}

void BaseDivergence::see(std::size_t row, std::uint64_t first, std::span<const float> logits) {
    std::vector<float> log_p(logits.size());
    base_.read(first_ + row, first, logits.size(), log_p.data());
    Row& sums = rows_[row];
    for (std::size_t i = 0; i < logits.size(); ++i) {
        if (!sums.any || log_p[i] > sums.top_log_p) {
            sums.any = true;
            sums.top_log_p = log_p[i];
            sums.top = static_cast<std::uint32_t>(first + i);
        }
        if (log_p[i] > -kDepth) {
            const double p = std::exp(double{log_p[i]});
            sums.p += p;
            sums.p_log_p += p * double{log_p[i]};
            sums.p_logit += p * double{logits[i]};
        }
    }
    const std::uint64_t target = targets_[row];
    if (target >= first && target - first < logits.size()) {
        sums.nll = -double{log_p[target - first]};
    }
}

double BaseDivergence::kl(std::size_t row, double log_sum) const {
    const Row& sums = rows_[row];
    return sums.p_log_p - sums.p_logit + sums.p * log_sum;
}

}  // namespace bitlathe
