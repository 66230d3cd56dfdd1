// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>
#include <memory>
#include <mutex>
#include <vector>

#include "core/profile/profile_cache.h"
#include "core/targets/planner.h"
#include "ui/jobs/background_job.h"
#include "ui/models/tensor_catalog.h"

namespace bitlathe {

/// Measures in the background what every ladder format costs every tensor, and hands results on in
/// handfuls: a thousand small tensors a second must not mean a thousand repaints.
class ProfileFeed : public QObject {
    Q_OBJECT
public:
    explicit ProfileFeed(QObject* parent = nullptr);
    ~ProfileFeed() override;

    /// What errors are to be known of a tensor: the formats of its ladder that are no plain floats,
    /// and those that solvers choose from. Its rows need not fit all of them.
    [[nodiscard]] static std::vector<FormatId> wanted(const TensorCatalog& catalog,
                                                      std::size_t tensor);
    /// What has to be measured so that the error of every ladder format and of every planned one
    /// is known: tensors with what each of them lacks, together where they lack the same.
    /// `planned`: by tensor.
    [[nodiscard]] static std::vector<ProfileRequest> missing(const TensorCatalog& catalog,
                                                             const ErrorTable& errors,
                                                             const std::vector<FormatId>& planned);
    /// Starts over with these requests, at least one. Returns the job, to be shown.
    BackgroundJob* start(const std::shared_ptr<const TensorCatalog>& catalog,
                         std::vector<ProfileRequest> requests);
    void stop();
    /// Where results come from and go to; none: everything is measured.
    void set_cache(std::shared_ptr<const ProfileCache> cache) { cache_ = std::move(cache); }
    [[nodiscard]] bool running() const { return job_ && job_->running(); }

signals:
    void results(std::vector<bitlathe::TensorProfile>& profiles);
    /// All results are out; false when it was cancelled or failed.
    void ended(bool complete);

private:
    struct Basket {
        std::mutex mutex;
        std::vector<TensorProfile> profiles;
    };
    void empty_basket();
    std::shared_ptr<Basket> basket_;
    std::shared_ptr<const ProfileCache> cache_;
    QPointer<BackgroundJob> job_;
    QTimer timer_;
};

}  // namespace bitlathe
