// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/matrix_feed.h"

#include <algorithm>
#include <utility>

#include "core/base/parallel.h"

namespace bitlathe {
namespace {

/// Value, quantized and error of one tensor, sorted and not, can be looked at in turn without
/// building again, as far as memory allows.
constexpr std::size_t kKept = 12;

}  // namespace

bool MatrixRequest::operator==(const MatrixRequest& other) const {
    return quantity == other.quantity && sort_rows == other.sort_rows &&
           sort_cols == other.sort_cols &&
           (quantity == MatrixQuantity::kValue || format == other.format);
}

MatrixFeed::MatrixFeed(QObject* parent) : QObject(parent) {}

unsigned MatrixFeed::threads() {
    return std::max(1U, default_threads() - 1);
}

void MatrixFeed::set_tensor(std::optional<TensorView> view) {
    cancel();
    view_ = std::move(view);
    weights_.reset();
    kept_.clear();
    emit memory_changed();
}

std::uint64_t MatrixPicture::bytes() const {
    const std::size_t doubles = statistics.row_squares.size() + statistics.col_squares.size();
    return pyramid.bytes() + (order.rows.size() + order.cols.size()) * sizeof(std::uint32_t) +
           (doubles + statistics.bins.size()) * sizeof(double);
}

std::uint64_t MatrixFeed::memory() const {
    std::uint64_t bytes = 0;
    for (const auto& picture : kept_)
        bytes += picture->bytes();
    return bytes;
}

void MatrixFeed::set_memory_limit(std::uint64_t bytes) {
    limit_ = bytes;
    trim();
}

void MatrixFeed::trim() {
    while (kept_.size() > 1 && (kept_.size() > kKept || memory() > limit_))
        kept_.erase(kept_.begin());
    emit memory_changed();
}

void MatrixFeed::cancel() {
    worker_.drop();
}

double MatrixFeed::progress() const {
    return std::clamp(progress_->load(), 0.0, 1.0);
}

void MatrixFeed::request(const MatrixRequest& request) {
    cancel();
    if (!view_) return;
    const auto known = std::find_if(kept_.begin(), kept_.end(), [&](const auto& picture) {
        return picture->request == request;
    });
    if (known != kept_.end()) {
        emit ready(*known);
        return;
    }
    // Of its own, so that the end of an abandoned one does not show.
    progress_ = std::make_shared<std::atomic<double>>(0);
    worker_.post([this, view = *view_, request, weights = weights_,
                  progress = progress_](const WorkContext& stop) -> LatestWorker::Delivery {
        lower_thread_priority();
        WorkContext context = stop;
        context.threads = threads();
        context.progress = [&progress](const Progress& now) {
            *progress = static_cast<double>(now.done) / static_cast<double>(now.total);
        };
        auto built = std::make_shared<Result<Built>>(build(view, request, weights, context));
        return [this, built] {
            if (!*built) {
                emit failed((*built).error());
                return;
            }
            weights_ = (*built)->weights;
            keep((*built)->picture);
            emit ready((*built)->picture);
        };
    });
}

Result<MatrixFeed::Built> MatrixFeed::build(const TensorView& view, const MatrixRequest& request,
                                            std::shared_ptr<const MatrixStatistics> weights,
                                            const WorkContext& context) {
    BITLATHE_ASSIGN(MatrixSource source,
                    MatrixSource::make(view, request.quantity, request.format));
    const bool sorted = request.sort_rows || request.sort_cols;
    if (sorted && !weights) {
        BITLATHE_ASSIGN(const MatrixSource stored,
                        MatrixSource::make(view, MatrixQuantity::kValue, {}));
        MatrixStatistics statistics;
        BITLATHE_TRY(MatrixPyramid::build(stored, {}, context, &statistics));
        weights = std::make_shared<const MatrixStatistics>(std::move(statistics));
    }
    MatrixOrder order;
    if (request.sort_rows) order.rows = order_by_norm(weights->row_squares);
    if (request.sort_cols) order.cols = order_by_norm(weights->col_squares);
    MatrixStatistics statistics;
    BITLATHE_ASSIGN(MatrixPyramid pyramid,
                    MatrixPyramid::build(source, order, context, &statistics));
    if (!weights && request.quantity == MatrixQuantity::kValue) {
        weights = std::make_shared<const MatrixStatistics>(statistics);
    }
    Built built;
    built.weights = std::move(weights);
    built.picture = std::make_shared<const MatrixPicture>(MatrixPicture{
        request, std::move(source), std::move(order), std::move(pyramid), std::move(statistics)});
    return built;
}

void MatrixFeed::keep(const std::shared_ptr<const MatrixPicture>& picture) {
    kept_.push_back(picture);
    trim();
}

}  // namespace bitlathe
