// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <numeric>
#include <utility>

#include "core/profile/profile_cache.h"

namespace bitlathe {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::seconds kFirstInterval(15);

}  // namespace

CachedProfiler::CachedProfiler(const Checkpoint& checkpoint, const ProfileCache* cache)
    : checkpoint_(checkpoint), cache_(cache), last_store_(Clock::now()), interval_(kFirstInterval) {
    if (cache_ != nullptr) known_ = cache_->load(checkpoint_);
}

CachedProfiler::~CachedProfiler() {
    store();
}

std::optional<TensorProfile> CachedProfiler::recall(std::size_t tensor,
                                                    const std::vector<FormatId>& formats) const {
    const auto known = known_.find(tensor);
    if (known == known_.end()) return {};
    TensorProfile profile{tensor, known->second.statistics, {}};
    for (const FormatId format : formats) {
        const auto error = known->second.errors.find(format);
        if (error == known->second.errors.end()) return {};
        if (error->second.fits) profile.errors.push_back({format, error->second.nmse});
    }
    return profile;
}

void CachedProfiler::learn(const TensorProfile& profile, const std::vector<FormatId>& formats) {
    KnownProfile& known = known_[profile.tensor];
    known.statistics = profile.statistics;
    for (const FormatId format : formats)
        known.errors[format] = {};
    for (const FormatError& error : profile.errors)
        known.errors[error.format] = {true, error.nmse};
    stored_ = false;
    if (Clock::now() - last_store_ > interval_) store();
}

void CachedProfiler::store() {
    if (stored_ || cache_ == nullptr) return;
    // Without a cache everything works as well, only slower: that it cannot be written is no news.
    static_cast<void>(cache_->store(checkpoint_, known_));
    stored_ = true;
    last_store_ = Clock::now();
    interval_ += interval_ / 2;  // the file grows; so does the work it would be a pity to lose
}

Status CachedProfiler::run(const ProfileRequest& request,
                           const std::function<void(TensorProfile)>& sink,
                           const WorkContext& context) {
    ProfileRequest rest{request.tensors, request.formats};
    if (rest.tensors.empty()) {
        rest.tensors.resize(checkpoint_.tensors().size());
        std::iota(rest.tensors.begin(), rest.tensors.end(), std::size_t{0});
    }
    std::uint64_t known_bytes = 0;
    std::uint64_t total = 0;
    std::erase_if(rest.tensors, [&](std::size_t tensor) {
        if (tensor >= checkpoint_.tensors().size()) return false;  // refused below
        const TensorInfo& info = checkpoint_.tensors()[tensor];
        if (format_info(info.format).decode != nullptr) total += info.bytes;
        auto profile = recall(tensor, request.formats);
        if (!profile) return false;
        known_bytes += info.bytes;
        ++remembered_;
        sink(*std::move(profile));
        return true;
    });
    if (rest.tensors.empty()) {  // which would mean all of them
        context.report("profile", total, total);
        return context.check();
    }
    WorkContext inner = context;
    inner.progress = [&](const Progress& now) {
        context.report(now.phase, known_bytes + now.done, total);
    };
    return profile_weights(
        checkpoint_, rest,
        [&](TensorProfile profile) {
            learn(profile, request.formats);
            sink(std::move(profile));
        },
        inner);
}

}  // namespace bitlathe
