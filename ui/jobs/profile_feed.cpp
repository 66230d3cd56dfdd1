// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/profile_feed.h"

#include <algorithm>
#include <map>

#include "core/targets/planned_loss.h"

namespace bitlathe {
namespace {

using namespace std::chrono_literals;

/// Whether somebody tried already; what cannot be measured is not tried again.
bool is_tried(const ErrorTable& errors, std::size_t tensor, FormatId format) {
    const auto& profile = errors.profiles[tensor];
    return profile && std::any_of(profile->errors.begin(), profile->errors.end(),
                                  [format](const auto& e) { return e.format == format; });
}

std::uint64_t weights_of(const TensorCatalog& catalog, const ProfileRequest& request) {
    std::uint64_t bytes = 0;
    for (const std::size_t tensor : request.tensors)
        bytes += catalog.tensor(tensor).source_bytes;
    return bytes;
}

}  // namespace

std::vector<FormatId> ProfileFeed::wanted(const TensorCatalog& catalog, std::size_t tensor) {
    std::vector<FormatId> formats(catalog.candidates().begin(), catalog.candidates().end());
    for (const Rung& rung : catalog.ladder(tensor)) {
        if (format_info(rung.format).kind != FormatKind::kFloat &&
            std::find(formats.begin(), formats.end(), rung.format) == formats.end()) {
            formats.push_back(rung.format);
        }
    }
    return formats;
}

std::vector<ProfileRequest> ProfileFeed::missing(const TensorCatalog& catalog,
                                                 const ErrorTable& errors,
                                                 const std::vector<FormatId>& planned) {
    std::map<std::uint32_t, std::vector<FormatId>> wanted_of_ladder;
    std::map<std::vector<FormatId>, ProfileRequest> by_formats;
    std::vector<FormatId> lacking;
    ProfileRequest* last = nullptr;  // neighbours mostly lack the same
    for (std::size_t i = 0; i < catalog.size(); ++i) {
        const TensorFacts& facts = catalog.tensor(i);
        if (!facts.adjustable) continue;
        auto& wanted = wanted_of_ladder[facts.ladder];
        if (wanted.empty()) wanted = ProfileFeed::wanted(catalog, i);
        const std::uint64_t cols = catalog.model().tensor(i).cols();
        lacking.clear();
        for (const FormatId format : wanted) {
            if (row_fits(format, cols) && !is_tried(errors, i, format)) lacking.push_back(format);
        }
        const FormatId own = planned[i];
        const bool listed = std::find(wanted.begin(), wanted.end(), own) != wanted.end();
        if (!listed && format_info(own).encode != nullptr && !is_lossless(facts.source, own) &&
            !is_tried(errors, i, own)) {
            lacking.push_back(own);
        }
        if (lacking.empty()) continue;
        if (last == nullptr || last->formats != lacking) {
            last = &by_formats[lacking];
            last->formats = lacking;
        }
        last->tensors.push_back(i);
    }
    std::vector<ProfileRequest> requests;
    for (auto& entry : by_formats)
        requests.push_back(std::move(entry.second));
    return requests;
}

ProfileFeed::ProfileFeed(QObject* parent) : QObject(parent) {
    timer_.setInterval(80ms);
    connect(&timer_, &QTimer::timeout, this, &ProfileFeed::empty_basket);
}

ProfileFeed::~ProfileFeed() = default;

void ProfileFeed::stop() {
    timer_.stop();
    if (job_) job_->retire();
    job_.clear();
    basket_.reset();
}

BackgroundJob* ProfileFeed::start(const std::shared_ptr<const TensorCatalog>& catalog,
                                  std::vector<ProfileRequest> requests) {
    stop();
    basket_ = std::make_shared<Basket>();
    auto work = [catalog, requests = std::move(requests), basket = basket_,
                 cache = cache_](const WorkContext& context) -> Status {
        std::uint64_t total = 0;
        std::uint64_t before = 0;
        for (const ProfileRequest& request : requests)
            total += weights_of(*catalog, request);
        CachedProfiler profiler(*catalog->model().checkpoint, cache.get());
        for (const ProfileRequest& request : requests) {
            WorkContext part = context;
            part.progress = [&](const Progress& now) {
                context.report("profile", before + now.done, total);
            };
            BITLATHE_TRY(profiler.run(
                request,
                [&basket](TensorProfile profile) {
                    const std::scoped_lock lock(basket->mutex);
                    basket->profiles.push_back(std::move(profile));
                },
                part));
            before += weights_of(*catalog, request);
        }
        return {};
    };
    auto* job =
        new BackgroundJob([] { return tr("Profile of the weights"); }, std::move(work), this);
    job_ = job;
    connect(job, &BackgroundJob::finished, this, [this](const Status& status) {
        timer_.stop();
        empty_basket();
        emit ended(status.has_value());
    });
    timer_.start();
    return job;
}

void ProfileFeed::empty_basket() {
    std::vector<TensorProfile> profiles;
    {
        const std::scoped_lock lock(basket_->mutex);
        profiles.swap(basket_->profiles);
    }
    if (!profiles.empty()) emit results(profiles);
}

}  // namespace bitlathe
