// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/profiled_text.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include <fmt/format.h>

#include "core/evaluation/text_tokens.h"
#include "core/profile/activation/profile_activations.h"
#include "core/text/tokenizer.h"

namespace bitlathe {

std::string settings_key(const ProfileSettings& settings) {
    return fmt::format("{} {} {}", settings.text.sha256, settings.context, settings.tokens);
}

TokenBatch imatrix_windows(std::vector<std::uint32_t> ids, std::uint64_t context,
                           std::optional<std::uint32_t> bos, bool keep_rest) {
    TokenBatch batch = cut_windows(ids, context, keep_rest || ids.size() < context);
    for (const Segment& window : batch.windows) {
        if (bos) {
            batch.ids[window.first] = *bos;
        }
    }
    return batch;
}

namespace {

Result<TokenBatch> windows_of(const RunnableModel& runnable, const ProfileSettings& settings,
                              const WorkContext& context) {
    BITLATHE_ASSIGN(std::vector<std::uint32_t> ids,
                    tokens_of_text(settings.text, *runnable.tokenizer, settings.tokens, context));
    return imatrix_windows(std::move(ids), settings.context, runnable.tokenizer->special().first(),
                           false);
}

}  // namespace

Result<ActivationProfile> profile_text(const RunnableModel& runnable,
                                       const ProfileSettings& settings,
                                       const WorkContext& context) {
    BITLATHE_ASSIGN(const TokenBatch windows, windows_of(runnable, settings, context));
    BITLATHE_ASSIGN(const Transformer model, Transformer::create(runnable.model));
    BITLATHE_ASSIGN(ActivationProfile profile, profile_activations(model, windows, {}, context));
    BITLATHE_TRY(runnable.model->checkpoint->check());
    profile.text.path = settings.text.path.string();
    profile.text.sha256 = settings.text.sha256;
    return profile;
}

Result<TokenBatch> first_window(const RunnableModel& runnable, const TextStamp& text,
                                std::uint64_t most, const WorkContext& context) {
    const std::filesystem::path path(text.path);
    const ProfileSettings settings{{path, path.filename().string(), text.sha256},
                                   std::max<std::uint64_t>(1, text.context),
                                   text.tokens};
    BITLATHE_ASSIGN(TokenBatch batch, windows_of(runnable, settings, context));
    if (batch.windows.empty() || stamp_of_ids(batch.ids) != text.ids) {
        return fail(ErrorCode::kRefused, "the text does not give the tokens that were profiled",
                    text.path, {}, "profile it again");
    }
    const std::size_t count = std::min<std::uint64_t>(most, batch.windows.front().count);
    batch.ids.resize(count);
    batch.windows = {{0, count}};
    return batch;
}

Result<SkipMeasurement> measure_skips_of_text(const RunnableModel& runnable,
                                              const ProfileSettings& settings,
                                              const WorkContext& context) {
    BITLATHE_ASSIGN(const TokenBatch windows, windows_of(runnable, settings, context));
    BITLATHE_ASSIGN(const Transformer model, Transformer::create(runnable.model));
    BITLATHE_ASSIGN(SkipMeasurement measured, measure_skips(model, windows, context));
    BITLATHE_TRY(runnable.model->checkpoint->check());
    return measured;
}

}  // namespace bitlathe
