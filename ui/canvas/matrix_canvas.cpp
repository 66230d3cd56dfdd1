// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/matrix_canvas.h"

#include <QPaintEvent>
#include <utility>

#include "core/base/parallel.h"
#include "ui/canvas/focus_ring.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

/// Cells from this size on are told apart by lines.
constexpr double kGridCell = 8;
/// Half of the frame around a weight that is too small to be framed itself.
constexpr double kSmallMark = 4;

}  // namespace

MatrixCanvas::MatrixCanvas(Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
    setObjectName(u"matrixCanvas"_s);
    setAccessibleName(tr("Picture of the weight matrix"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    offer_parts(*this);
    connect(&theme_, &Theme::changed, this, &MatrixCanvas::repaint_all);
}

void MatrixCanvas::set_picture(std::shared_ptr<const MatrixPicture> picture) {
    if (picture == picture_) return;
    const bool same_shape = picture && picture->pyramid.rows() == view_.rows() &&
                            picture->pyramid.cols() == view_.cols();
    worker_.drop();
    window_.reset();
    asked_.reset();
    picture_ = std::move(picture);
    message_.clear();
    if (!same_shape) {
        spot_.reset();
        const MatrixView wanted = std::exchange(wanted_view_, {});
        view_ = picture_ ? MatrixView(picture_->pyramid.rows(), picture_->pyramid.cols(), QSize(),
                                      devicePixelRatioF())
                         : MatrixView();
        if (wanted.rows() == view_.rows() && wanted.cols() == view_.cols()) view_ = wanted;
        point_at(std::nullopt);
    }
    set_look(MatrixLook(look_));
    relayout();
}

QVariant MatrixCanvas::kept_view() const {
    return QVariant::fromValue(view_);
}

void MatrixCanvas::take_view(const QVariant& kept) {
    wanted_view_ = kept.value<MatrixView>();
}

void MatrixCanvas::set_look(const MatrixLook& look) {
    look_ = look;
    if (picture_) {
        scale_ = MatrixScale::clipped(picture_->statistics, look.magnitudes, look.clip,
                                      look.logarithmic);
        colours_ = MatrixColours(scale_, matrix_palette(look.map, look.magnitudes));
    }
    repaint_all();
}

void MatrixCanvas::set_message(const QString& message) {
    message_ = message;
    update();
}

void MatrixCanvas::resizeEvent(QResizeEvent*) {
    relayout();
}

void MatrixCanvas::relayout() {
    layout_ = MatrixLayout::of(size());
    const double ratio = devicePixelRatioF();
    view_.resize((QSizeF(layout_.plot.size()) * ratio).toSize(), ratio);
    changed_view();
}

void MatrixCanvas::changed_view() {
    stale_ = true;
    update();
    request_window();
    emit view_changed();
}

void MatrixCanvas::request_window() {
    if (!picture_ || view_.is_empty()) return;
    const auto wanted = window_for(picture_->pyramid, view_.visible(), view_.rows_per_pixel(),
                                   view_.cols_per_pixel(), picture_->whole_rows());
    if (!wanted) return;
    // What is there, or on its way, may do.
    if (asked_ && asked_->pool == wanted->pool) {
        const MatrixGrid promised{asked_->region, asked_->pool, {}};
        if (covers(promised, view_.viewport())) return;
    }
    asked_ = wanted;
    worker_.post([this, picture = picture_,
                  window = *wanted](const WorkContext& stop) -> LatestWorker::Delivery {
        lower_thread_priority();
        WorkContext context = stop;
        context.threads = MatrixFeed::threads();
        auto grid = pool_matrix(picture->source, picture->order, window.region, window.pool,
                                context, matrix_strips(window.region, window.pool, 0));
        if (!grid) return {};  // stopped, or no memory: the pyramid stays
        auto shared = std::make_shared<const MatrixGrid>(*std::move(grid));
        return [this, picture, shared = std::move(shared)] {
            if (picture != picture_) return;
            window_ = shared;
            repaint_all();
        };
    });
}

// Painting ---------------------------------------------------------------------------------------

bool MatrixCanvas::window_helps(const MatrixGrid& level) const {
    if (!window_ || window_->pool == level.pool) return false;
    const bool coarse = static_cast<double>(level.pool.rows) > view_.rows_per_pixel() ||
                        static_cast<double>(level.pool.cols) > view_.cols_per_pixel();
    return coarse && window_->pool.rows <= level.pool.rows && window_->pool.cols <= level.pool.cols;
}

void MatrixCanvas::repaint_all() {
    frame_.invalidate();
    stale_ = true;
    update();
}

void MatrixCanvas::render_frame() {
    stale_ = false;
    const MatrixViewport viewport = view_.viewport();
    const MatrixGrid& level =
        picture_->pyramid.level_for(view_.rows_per_pixel(), view_.cols_per_pixel());
    std::vector<const MatrixGrid*> layers;
    const bool window = window_helps(level);
    if (!window || !covers(*window_, viewport)) layers.push_back(&level);
    if (window) layers.push_back(window_.get());
    frame_.render(viewport, layers, colours_, lines());
}

MatrixLines MatrixCanvas::lines() const {
    const double smallest = kGridCell * devicePixelRatioF();
    MatrixLines lines;
    lines.colour = theme_.tokens().panel.rgb();
    if (view_.rows_per_pixel() * smallest <= 1) lines.rows = view_.row_edges();
    if (view_.cols_per_pixel() * smallest <= 1) lines.cols = view_.col_edges();
    return lines;
}

void MatrixCanvas::paint_message(QPainter& painter) {
    painter.setFont(Theme::content_font());
    painter.setPen(theme_.tokens().muted);
    painter.drawText(rect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap,
                     message_);
}

void MatrixCanvas::paint_pointed(QPainter& painter) {
    if (!pointed_) return;
    const double ratio = devicePixelRatioF();
    QRect cell = view_.cell_rect(*pointed_);
    if (cell.width() < 3 * ratio || cell.height() < 3 * ratio) {
        if (!hasFocus() && !guided_) return;  // the pointer itself says where
        const int reach = qRound(kSmallMark * ratio);
        cell = QRect(cell.center() - QPoint(reach, reach), QSize(2 * reach + 1, 2 * reach + 1));
    }
    paint_frame(painter, cell, 0);
}

void MatrixCanvas::paint_spot(QPainter& painter) {
    if (!spot_) return;
    const QRect first = view_.cell_rect({spot_->row, spot_->col});
    const QRect last =
        view_.cell_rect({spot_->row + spot_->rows - 1, spot_->col + spot_->cols - 1});
    paint_frame(painter, first.united(last), 2);
}

void MatrixCanvas::paint_frame(QPainter& painter, const QRect& cells, double outside) {
    const double ratio = devicePixelRatioF();
    painter.setClipRect(layout_.plot);
    QRectF outline(cells.x() / ratio, cells.y() / ratio, cells.width() / ratio,
                   cells.height() / ratio);
    outline.translate(layout_.plot.topLeft());
    outline.adjust(-outside, -outside, outside, outside);
    // Two tones: one of them stands out from any colour.
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme_.tokens().panel, 3));
    painter.drawRect(outline);
    painter.setPen(QPen(theme_.tokens().text, 1));
    painter.drawRect(outline);
    painter.setClipping(false);
}

void MatrixCanvas::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    const ThemeTokens& tokens = theme_.tokens();
    if (!picture_ || view_.is_empty() || !message_.isEmpty()) {
        painter.fillRect(event->rect(), tokens.panel);
        paint_message(painter);
    } else {
        for (const QRect& rest : event->region().subtracted(layout_.plot))
            painter.fillRect(rest, tokens.panel);
        if (stale_) render_frame();
        // Pixel by pixel: without the scale of the device nothing has to be resampled.
        const double ratio = devicePixelRatioF();
        painter.save();
        painter.scale(1 / ratio, 1 / ratio);
        painter.drawImage((QPointF(layout_.plot.topLeft()) * ratio).toPoint(), frame_.image());
        painter.restore();
        const MatrixRequest& request = picture_->request;
        paint_matrix_axes(painter, tokens, layout_, view_, look_, devicePixelRatioF(),
                          request.sort_rows, request.sort_cols);
        paint_colour_bar(painter, tokens, layout_, scale_, look_, picture_->statistics.max_abs,
                         picture_->statistics.nonfinite);
        paint_spot(painter);
        paint_pointed(painter);
    }
    if (hasFocus()) paint_focus(painter, rect(), tokens);
}

}  // namespace bitlathe
