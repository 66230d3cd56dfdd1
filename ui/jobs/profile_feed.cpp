// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/profile_feed.h"

#include <algorithm>
#include <map>

namespace bitlathe {
namespace {

using namespace std::chrono_literals;

/// Tensors with the same ladder need the same formats: one request for each ladder.
std::vector<ProfileRequest> requests_for(const TensorCatalog& catalog) {
    std::map<std::uint32_t, ProfileRequest> by_ladder;
    for (std::size_t i = 0; i < catalog.size(); ++i) {
        const TensorFacts& facts = catalog.tensor(i);
        if (!facts.adjustable) continue;
        ProfileRequest& request = by_ladder[facts.ladder];
        if (request.tensors.empty()) {
            request.formats.assign(catalog.candidates().begin(), catalog.candidates().end());
            for (const Rung& rung : catalog.ladder(i)) {
                const auto end = request.formats.end();
                if (format_info(rung.format).kind != FormatKind::kFloat &&
                    std::find(request.formats.begin(), end, rung.format) == end) {
                    request.formats.push_back(rung.format);
                }
            }
        }
        request.tensors.push_back(i);
    }
    std::vector<ProfileRequest> requests;
    for (auto& entry : by_ladder)
        requests.push_back(std::move(entry.second));
    return requests;
}

std::uint64_t weights_of(const TensorCatalog& catalog, const ProfileRequest& request) {
    std::uint64_t bytes = 0;
    for (const std::size_t tensor : request.tensors)
        bytes += catalog.tensor(tensor).source_bytes;
    return bytes;
}

}  // namespace

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

BackgroundJob* ProfileFeed::start(const std::shared_ptr<const TensorCatalog>& catalog) {
    stop();
    basket_ = std::make_shared<Basket>();
    auto work = [catalog, basket = basket_](const WorkContext& context) -> Status {
        const std::vector<ProfileRequest> requests = requests_for(*catalog);
        std::uint64_t total = 0;
        std::uint64_t before = 0;
        for (const ProfileRequest& request : requests)
            total += weights_of(*catalog, request);
        for (const ProfileRequest& request : requests) {
            WorkContext part = context;
            part.progress = [&](const Progress& now) {
                context.report("profile", before + now.done, total);
            };
            BITLATHE_TRY(profile_weights(
                *catalog->model().checkpoint, request,
                [&basket](TensorProfile profile) {
                    const std::scoped_lock lock(basket->mutex);
                    basket->profiles.push_back(std::move(profile));
                },
                part));
            before += weights_of(*catalog, request);
        }
        return {};
    };
    auto* job = new BackgroundJob(tr("Profile of the weights"), std::move(work), this);
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
