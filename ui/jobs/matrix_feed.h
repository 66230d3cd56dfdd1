// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <atomic>
#include <memory>
#include <vector>

#include "core/profile/matrix_pyramid.h"
#include "ui/jobs/latest_worker.h"

namespace bitlathe {

/// What a picture is of.
struct MatrixRequest {
    MatrixQuantity quantity = MatrixQuantity::kValue;
    FormatId format;  ///< looked at unless the quantity is kValue
    bool sort_rows = false, sort_cols = false;
    [[nodiscard]] bool operator==(const MatrixRequest& other) const;
};

/// A matrix ready to be looked at. Immutable; shared with workers.
struct MatrixPicture {
    MatrixRequest request;
    MatrixSource source;
    MatrixOrder order;  ///< by falling norm of the weights as stored, whatever is shown
    MatrixPyramid pyramid;
    MatrixStatistics statistics;  ///< of what is shown
    /// Memory of the picture, without the weights it is read from.
    [[nodiscard]] std::uint64_t bytes() const;
    /// Whether a window costs all of its rows.
    [[nodiscard]] bool whole_rows() const {
        return !order.cols.empty() || source.granularity() == source.cols();
    }
};

/// Builds pictures of one tensor at a time in the background, and keeps the last few of it. GUI
/// thread only.
class MatrixFeed : public QObject {
    Q_OBJECT
public:
    explicit MatrixFeed(QObject* parent = nullptr);

    /// Another tensor; forgets all pictures. Without a view there is nothing to build.
    void set_tensor(std::optional<TensorView> view);
    /// Answers with ready() (at once where the picture is still there) or failed(). A newer request
    /// replaces an older one.
    void request(const MatrixRequest& request);
    void cancel();
    /// Bytes that kept pictures may take; the newest stays in any case.
    void set_memory_limit(std::uint64_t bytes);
    [[nodiscard]] std::uint64_t memory_limit() const { return limit_; }
    [[nodiscard]] std::uint64_t memory() const;
    [[nodiscard]] bool busy() const { return worker_.busy(); }
    /// Done share of what is being built, 0..1.
    [[nodiscard]] double progress() const;

    /// Cores left over for the window itself.
    [[nodiscard]] static unsigned threads();

signals:
    void ready(std::shared_ptr<const bitlathe::MatrixPicture> picture);
    void failed(const bitlathe::Error& error);
    void memory_changed();

private:
    struct Built {
        std::shared_ptr<const MatrixPicture> picture;
        std::shared_ptr<const MatrixStatistics> weights;  ///< of the weights as stored
    };
    static Result<Built> build(const TensorView& view, const MatrixRequest& request,
                               std::shared_ptr<const MatrixStatistics> weights,
                               const WorkContext& context);
    void trim();
    void keep(const std::shared_ptr<const MatrixPicture>& picture);

    std::uint64_t limit_ = 128 << 20;
    std::optional<TensorView> view_;
    std::shared_ptr<const MatrixStatistics> weights_;
    std::vector<std::shared_ptr<const MatrixPicture>> kept_;  ///< newest last
    std::shared_ptr<std::atomic<double>> progress_ = std::make_shared<std::atomic<double>>(0);
    LatestWorker worker_;  ///< last: ends before anything else goes
};

}  // namespace bitlathe
