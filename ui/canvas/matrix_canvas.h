// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <memory>
#include <optional>

#include "ui/canvas/canvas_parts.h"
#include "ui/canvas/matrix_axes.h"
#include "ui/canvas/matrix_frame.h"
#include "ui/canvas/matrix_look.h"
#include "ui/canvas/matrix_view.h"
#include "ui/canvas/wheel.h"
#include "ui/jobs/matrix_feed.h"
#include "ui/models/keeps_view.h"
#include "ui/theme/theme.h"

namespace bitlathe {

/// A weight matrix as a zoomable picture. The wheel zooms at the pointer (Ctrl finer, Shift
/// faster), a drag pans, double click, F and Home show all, 1 shows a weight per pixel, arrows go
/// from weight to weight (Shift by ten), with Ctrl they pan (Shift farther), + and - zoom. What is
/// finer than the pyramid is read in the background while the pyramid shows.
class MatrixCanvas : public QWidget, public CanvasParts, public KeepsView {
    Q_OBJECT
public:
    explicit MatrixCanvas(Theme& theme, QWidget* parent = nullptr);

    /// Shows a picture; a matrix of the same shape keeps its zoom. Null: nothing but the message.
    void set_picture(std::shared_ptr<const MatrixPicture> picture);
    void set_look(const MatrixLook& look);
    /// Text in place of a picture.
    void set_message(const QString& message);

    [[nodiscard]] const MatrixPicture* picture() const { return picture_.get(); }
    [[nodiscard]] const MatrixLook& look() const { return look_; }
    [[nodiscard]] const MatrixScale& scale() const { return scale_; }
    [[nodiscard]] const MatrixView& view() const { return view_; }
    /// Changes the view as mouse and keys do.
    void zoom_at(QPoint point, double factor);
    void pan(QPointF pixels);
    void show_all();
    /// Brings a part of the picture into the middle and frames it until all is shown again: a row
    /// with all columns, a column with all rows, or a few weights of a row.
    void show_spot(const MatrixRegion& spot);
    /// What is framed.
    [[nodiscard]] const std::optional<MatrixRegion>& spot() const { return spot_; }
    /// Points at a place and brings it to the middle, as near as `cells` rows around it are in
    /// sight.
    void go_to(const MatrixPlace& place, double cells);
    void set_wheel(WheelMode mode) { wheel_ = mode; }
    /// The weight under the pointer, or where the keyboard is.
    [[nodiscard]] std::optional<MatrixPlace> pointed() const { return pointed_; }
    /// Weights that the pixel of pointed() stands for.
    [[nodiscard]] MatrixRegion pointed_region() const { return pointed_region_; }
    /// Peak of what that pixel shows.
    [[nodiscard]] std::optional<float> pointed_peak() const;
    /// Whether weights for what is visible are still being read.
    [[nodiscard]] bool busy() const { return worker_.busy(); }
    /// Pixels that the last frame painted anew.
    [[nodiscard]] std::uint64_t painted() const { return frame_.painted(); }
    /// The rectangle of the picture itself, in the widget.
    [[nodiscard]] QRect plot() const { return layout_.plot; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {320, 200}; }
    /// What is known of the weight that is pointed at, in words.
    void set_reading(const QString& reading);

    /// One part: the weight that is pointed at. There are too many others to list.
    [[nodiscard]] int part_count() const override;
    [[nodiscard]] CanvasPart part(int index) const override;
    [[nodiscard]] std::optional<int> current_part() const override;
    [[nodiscard]] std::optional<int> part_at(QPoint point) const override;
    void choose_part(int index) override;
    /// Which part of the matrix is shown; taken over by the first picture of a matrix of that
    /// shape.
    [[nodiscard]] QVariant kept_view() const override;
    void take_view(const QVariant& kept) override;

signals:
    void view_changed();
    /// pointed() or its region changed.
    void pointed_changed();
    /// A click or the Enter key on what is pointed at.
    void chosen();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void relayout();
    void changed_view();
    void request_window();
    void render_frame();
    void repaint_all();
    [[nodiscard]] MatrixLines lines() const;
    void paint_message(QPainter& painter);
    void paint_pointed(QPainter& painter);
    void paint_spot(QPainter& painter);
    void paint_frame(QPainter& painter, const QRect& cells, double outside);
    [[nodiscard]] bool window_helps(const MatrixGrid& level) const;
    [[nodiscard]] QPoint device_point(QPointF widget) const;
    /// Points at a pixel; `exactly`: of the weights there, this one.
    void point_at(std::optional<QPoint> device, std::optional<MatrixPlace> exactly = {});
    void step_cell(int right, int down);
    void reveal_cell(const MatrixPlace& place);
    bool arrow_key(const QKeyEvent& event);
    void point_at_middle();

    Theme& theme_;
    std::shared_ptr<const MatrixPicture> picture_;
    std::shared_ptr<const MatrixGrid> window_;  ///< read for the visible part of picture_
    std::optional<MatrixWindow> asked_;         ///< what window_ will be
    MatrixLook look_;
    MatrixScale scale_;
    MatrixColours colours_;
    QString message_, reading_;
    MatrixLayout layout_;
    MatrixView view_;
    MatrixView wanted_view_;  ///< for the first picture
    MatrixFrame frame_;
    WheelMode wheel_ = WheelMode::kZoom;
    bool guided_ = false;  ///< somebody else points, who has no pointer to show where
    bool stale_ = true;    ///< frame_ has to be rendered again
    std::optional<MatrixRegion> spot_;
    std::optional<MatrixPlace> pointed_;
    MatrixRegion pointed_region_;
    std::optional<QPointF> dragged_from_, pressed_at_;
    LatestWorker worker_;  ///< last: ends before anything else goes
};

}  // namespace bitlathe
