// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/evaluation_progress.h"

#include <algorithm>
#include <cstring>
#include <system_error>
#include <utility>

#include "core/base/atomic_file.h"
#include "core/base/mapped_file.h"
#include "core/base/sealed_bytes.h"
#include "core/forward/state_file.h"

namespace bitlathe {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMagic = "BLEVL001";
constexpr std::uint64_t kMostFingerprint = 1U << 16;

tl::unexpected<Error> refuse(const fs::path& path, const char* message) {
    return fail(ErrorCode::kRefused, message, path.string(), {},
                "delete it, or give the folder of another run");
}

/// A score as it is kept.
struct Record {
    std::uint32_t window, position, id, flags;
    double nll, kl, reference_nll;
};
constexpr std::uint32_t kCompared = 1;
constexpr std::uint32_t kSameTop = 2;

Record record_of(const TokenScore& score) {
    const std::uint32_t flags =
        (score.kl ? kCompared : 0) | (score.same_top.value_or(false) ? kSameTop : 0);
    return {score.window,
            score.position,
            score.id,
            flags,
            score.nll,
            score.kl.value_or(0),
            score.reference_nll.value_or(0)};
}

TokenScore score_of(const Record& record) {
    TokenScore score{record.window, record.position, record.id, record.nll, {}, {}, {}};
    if ((record.flags & kCompared) != 0) {
        score.kl = record.kl;
        score.reference_nll = record.reference_nll;
        score.same_top = (record.flags & kSameTop) != 0;
    }
    return score;
}

}  // namespace

Result<EvaluationProgress> EvaluationProgress::open(const fs::path& folder,
                                                    const std::string& fingerprint,
                                                    std::chrono::milliseconds every) {
    EvaluationProgress progress(folder, fingerprint, every);
    std::error_code problem;
    fs::create_directories(folder, problem);
    if (problem) {
        return fail(ErrorCode::kNotWritten, "the folder could not be made: " + problem.message(),
                    folder.string());
    }
    if (fs::exists(progress.scores_file(), problem)) {
        BITLATHE_TRY(progress.read());
    } else if (!fs::is_empty(folder, problem)) {
        return refuse(folder, "the folder holds something else than the progress of a run");
    } else {
        // From now on it says whose it is.
        BITLATHE_TRY(progress.finish_pass({}));
        progress.passes_ = 0;
    }
    return progress;
}

Status EvaluationProgress::read() {
    BITLATHE_ASSIGN(const auto file, MappedFile::open(scores_file()));
    if (ByteReader(file->bytes()).text(kMagic.size()) != kMagic) {
        return refuse(scores_file(), "this is not the progress of an evaluation");
    }
    auto body = unseal(kMagic, file->bytes());
    if (!body) {
        return refuse(scores_file(), "the progress of the evaluation is damaged");
    }
    ByteReader& reader = *body;
    const auto length = reader.read<std::uint64_t>();
    const auto passes = reader.read<std::uint64_t>();
    const auto count = reader.read<std::uint64_t>();
    if (reader.failed() || length > kMostFingerprint) {
        return refuse(scores_file(), "this is not the progress of an evaluation");
    }
    if (reader.text(length) != fingerprint_) {
        return refuse(scores_file(),
                      "the progress belongs to another model, plan, text or reference");
    }
    if (reader.remaining() != count * sizeof(Record) || count > reader.remaining()) {
        return refuse(scores_file(), "the progress of the evaluation is damaged");
    }
    for (std::uint64_t i = 0; i < count; ++i) {
        Record record;
        std::memcpy(&record, reader.take(sizeof(record)).data(), sizeof(record));
        scores_.push_back(score_of(record));
    }
    passes_ = passes;
    resumed_ = true;
    return {};
}

Result<ForwardState> EvaluationProgress::run(const Transformer& model, const TokenBatch& batch,
                                             const std::string& name, bool keep_last,
                                             const WorkContext& context) {
    const fs::path file = state_file(name);
    const std::string fingerprint = model.fingerprint(batch);
    std::error_code ignored;
    ForwardState state;
    if (fs::exists(file, ignored)) {
        BITLATHE_ASSIGN(state, load_state(fingerprint, file));
        resumed_ = true;
    } else {
        BITLATHE_ASSIGN(state, model.begin(batch, context));
    }
    kept_.push_back(name);
    Clock::time_point last = Clock::now();
    while (state.next_block < model.blocks()) {
        BITLATHE_TRY(model.advance(batch, state, nullptr, context));
        const bool end = state.next_block == model.blocks();
        const bool late = Clock::now() - last >= every_;
        if (late || (end && keep_last)) {
            BITLATHE_TRY(save_state(state, fingerprint, file));
            last = Clock::now();
        }
    }
    return state;
}

Status EvaluationProgress::finish_pass(std::span<const TokenScore> scores) {
    ++passes_;
    std::string body;
    put_value(body, std::uint64_t{fingerprint_.size()});
    put_value(body, scores.empty() ? std::uint64_t{0} : passes_);
    put_value(body, std::uint64_t{scores.size()});
    body += fingerprint_;
    for (const TokenScore& score : scores) {
        const Record record = record_of(score);
        body.append(reinterpret_cast<const char*>(&record), sizeof(record));
    }
    BITLATHE_TRY(write_file(scores_file(), seal(kMagic, body)));
    for (const std::string& name : std::exchange(kept_, {})) {
        std::error_code ignored;
        fs::remove(state_file(name), ignored);
    }
    return {};
}

void EvaluationProgress::remove() {
    std::error_code ignored;
    for (const std::string& name : kept_) {
        fs::remove(state_file(name), ignored);
    }
    fs::remove(scores_file(), ignored);
    fs::remove(folder_, ignored);
}

}  // namespace bitlathe
