// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/reference_file.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <numeric>

#include <fmt/format.h>

#include "core/base/byte_reader.h"
#include "core/base/checked.h"
#include "core/base/hash.h"

namespace bitlathe {
namespace {

constexpr std::string_view kMagic = "BLREF001";
constexpr std::uint64_t kHeaderBytes = 8 + 4 * sizeof(std::uint64_t);
constexpr std::uint64_t kFixedBytes = 4 * sizeof(std::uint32_t);
constexpr std::uint64_t kEntryBytes = sizeof(std::uint32_t) + sizeof(float);

std::uint64_t record_bytes(std::uint64_t top) {
    return kFixedBytes + top * kEntryBytes;
}

template <class T>
void put(std::vector<std::byte>& out, const T* values, std::size_t count) {
    const auto bytes = std::as_bytes(std::span(values, count));
    out.insert(out.end(), bytes.begin(), bytes.end());
}

tl::unexpected<Error> refuse(const MappedFile& file, std::string message) {
    return fail(ErrorCode::kRefused, std::move(message), file.path().string(), {},
                "make the reference file again");
}

}  // namespace

ReferenceRecord record_of(std::uint32_t target, const HeadScore& score) {
    ReferenceRecord record;
    record.target = target;
    record.top = score.top;
    record.target_log_p = static_cast<float>(-score.nll());
    std::vector<std::size_t> order(score.tops.ids.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return score.tops.ids[a] < score.tops.ids[b]; });
    double sum = 0;
    for (const std::size_t i : order) {
        const double log_p = double{score.tops.logits[i]} - score.log_sum;
        record.ids.push_back(score.tops.ids[i]);
        record.log_p.push_back(static_cast<float>(log_p));
        sum += std::exp(log_p);
    }
    record.tail_log_p =
        sum < 1 ? static_cast<float>(std::log1p(-sum)) : -std::numeric_limits<float>::infinity();
    return record;
}

double reference_kl(const ReferenceRecord& record, std::span<const float> picked, double log_sum) {
    double kl = 0;
    double ours = 0;
    for (std::size_t i = 0; i < picked.size(); ++i) {
        const double log_q = double{picked[i]} - log_sum;
        const double log_p = record.log_p[i];
        kl += std::exp(log_p) * (log_p - log_q);
        ours += std::exp(log_q);
    }
    const double tail_log_p = record.tail_log_p;
    if (std::isfinite(tail_log_p)) {
        // What is left after subtracting from 1 is never known better than this.
        constexpr double kLeast = 1e-12;
        const double tail = std::max(1 - ours, kLeast);
        kl += std::exp(tail_log_p) * (tail_log_p - std::log(tail));
    }
    return kl;
}

std::uint64_t hash_windows(std::span<const ScoredWindow> windows) {
    std::vector<std::uint32_t> all;
    for (const ScoredWindow& window : windows) {
        all.push_back(static_cast<std::uint32_t>(window.ids.size()));
        all.push_back(static_cast<std::uint32_t>(window.first_target));
        all.insert(all.end(), window.ids.begin(), window.ids.end());
    }
    return fast_hash(std::as_bytes(std::span(all)));
}

Result<ReferenceWriter> ReferenceWriter::create(const std::filesystem::path& path,
                                                const ReferenceHeader& header) {
    BITLATHE_ASSIGN(AtomicFile file, AtomicFile::create(path));
    BITLATHE_TRY(file.reserve(kHeaderBytes + header.tokens * record_bytes(header.top)));
    std::vector<std::byte> bytes;
    const std::uint64_t numbers[] = {header.tokens, header.vocabulary, header.top,
                                     header.windows_hash};
    put(bytes, kMagic.data(), kMagic.size());
    put(bytes, numbers, std::size(numbers));
    BITLATHE_TRY(file.write_at(0, bytes));
    return ReferenceWriter(std::move(file), header);
}

Status ReferenceWriter::add(std::span<const ReferenceRecord> records) {
    std::vector<std::byte> bytes;
    for (const ReferenceRecord& record : records) {
        const std::uint32_t ids[] = {record.target, record.top};
        const float values[] = {record.target_log_p, record.tail_log_p};
        put(bytes, ids, 2);
        put(bytes, values, 2);
        put(bytes, record.ids.data(), record.ids.size());
        put(bytes, record.log_p.data(), record.log_p.size());
    }
    BITLATHE_TRY(file_.write_at(kHeaderBytes + written_ * record_bytes(header_.top), bytes));
    written_ += records.size();
    return {};
}

Result<ReferenceFile> ReferenceFile::open(const std::filesystem::path& path) {
    ReferenceFile result;
    BITLATHE_ASSIGN(result.file_, MappedFile::open(path));
    ByteReader reader(result.file_->bytes());
    const std::string_view magic = reader.text(kMagic.size());
    ReferenceHeader& header = result.header_;
    header.tokens = reader.read<std::uint64_t>();
    header.vocabulary = reader.read<std::uint64_t>();
    header.top = reader.read<std::uint64_t>();
    header.windows_hash = reader.read<std::uint64_t>();
    if (reader.failed() || magic != kMagic) {
        return refuse(*result.file_, "this is not a reference file");
    }
    const bool sane = header.vocabulary <= UINT32_MAX && header.top <= header.vocabulary &&
                      header.top > 0 && header.tokens > 0;
    const auto bytes = sane ? checked_mul({header.tokens, record_bytes(header.top)}) : std::nullopt;
    if (!bytes || reader.remaining() != *bytes) {
        return refuse(*result.file_, "the reference file is cut off or damaged");
    }
    return result;
}

Status ReferenceFile::fits(std::span<const ScoredWindow> windows, std::uint64_t vocabulary) const {
    const auto differ = [&](std::string message) {
        return fail(ErrorCode::kImpossible, std::move(message), file_->path().string(), {},
                    "make the reference file from the same text with the same settings");
    };
    if (vocabulary != header_.vocabulary) {
        return differ(fmt::format("the reference knows {} tokens, the model {}", header_.vocabulary,
                                  vocabulary));
    }
    if (hash_windows(windows) != header_.windows_hash) {
        return differ("the reference was made from another text, context or protocol");
    }
    return {};
}

Result<ReferenceRecord> ReferenceFile::record(std::uint64_t index) const {
    const std::uint64_t size = record_bytes(header_.top);
    ByteReader reader(file_->bytes().subspan(kHeaderBytes + index * size, size));
    ReferenceRecord record;
    record.target = reader.read<std::uint32_t>();
    record.top = reader.read<std::uint32_t>();
    record.target_log_p = reader.read<float>();
    record.tail_log_p = reader.read<float>();
    for (std::uint64_t i = 0; i < header_.top; ++i) {
        record.ids.push_back(reader.read<std::uint32_t>());
        const bool rises = i == 0 || record.ids[i - 1] < record.ids[i];
        if (!rises || record.ids[i] >= header_.vocabulary) {
            return refuse(*file_, fmt::format("record {} is damaged", index));
        }
    }
    for (std::uint64_t i = 0; i < header_.top; ++i) {
        record.log_p.push_back(reader.read<float>());
        if (!(record.log_p[i] <= 1e-3F)) {
            return refuse(*file_, fmt::format("record {} is damaged", index));
        }
    }
    return record;
}

std::string ReferenceFile::fingerprint() const {
    return fmt::format("reference {:016x}", fast_hash(file_->bytes()));
}

}  // namespace bitlathe
