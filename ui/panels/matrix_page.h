// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCheckBox>
#include <QComboBox>
#include <QFrame>
#include <QLabel>
#include <QProgressBar>
#include <QTimer>
#include <array>
#include <optional>

#include "core/profile/matrix_probe.h"
#include "ui/canvas/matrix_canvas.h"
#include "ui/jobs/background_job.h"
#include "ui/jobs/matrix_feed.h"
#include "ui/models/keeps_view.h"
#include "ui/models/matrix_spot.h"
#include "ui/models/plan_model.h"
#include "ui/models/selection_hub.h"

namespace bitlathe {

/// The MATRIX page: the current tensor as a picture of its values, their magnitudes, what the
/// plan's format makes of them, or the error of that. Works only while it is visible. Actions on
/// the canvas copy the picture and save it or the visible values.
class MatrixPage : public QFrame, public KeepsView {
    Q_OBJECT
public:
    enum class Shown { kValue, kMagnitude, kQuantized, kError };

    MatrixPage(PlanModel& plan, SelectionHub& hub, Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] MatrixCanvas& canvas() { return *canvas_; }
    /// What builds the pictures.
    [[nodiscard]] MatrixFeed& feed() { return feed_; }
    [[nodiscard]] Shown shown() const;
    void show_quantity(Shown shown);
    /// Shows the error of the current tensor there, as soon as it is there.
    void show_spot(const MatrixSpot& spot);
    /// Nothing is being read, and what is to be seen is on the canvas.
    [[nodiscard]] bool idle() const;
    /// The colours of every quantity.
    [[nodiscard]] QVariant kept_view() const override;
    void take_view(const QVariant& kept) override;

    /// Weights that a CSV file may hold.
    static constexpr std::uint64_t kMostInCsv = 1'000'000;

signals:
    /// A file could not be written.
    void failed(const bitlathe::Phrase& what, const bitlathe::Error& error);
    /// Something that takes its time was begun; whoever hears of it may become its owner, so that
    /// it goes on without the page.
    void job_started(bitlathe::BackgroundJob& job);

protected:
    void showEvent(QShowEvent* event) override;

private:
    static constexpr std::size_t kQuantities = 4;
    void build(Theme& theme);
    [[nodiscard]] QWidget* build_controls();
    QComboBox* add_choice(const QString& name, const QString& label, QLayout& line);
    QCheckBox* add_check(const QString& name, const QString& text, QLayout& line);
    void build_actions();

    void follow_tensor();
    void follow_plan(const std::vector<std::size_t>& tensors);
    void forget_model();
    /// Asks for the picture that the controls name; later where the page is hidden.
    void refresh();
    void take(const std::shared_ptr<const MatrixPicture>& picture);
    void refuse(const Error& error);
    [[nodiscard]] MatrixRequest wanted() const;
    [[nodiscard]] bool uses_format() const;
    void apply_look();
    void apply_spot();
    void show_titles();
    void show_progress();
    void ask_reading();
    void show_reading(MatrixPlace tensor_place, const WeightReading& reading);

    void copy_image();
    void save_image();
    void save_values();
    void update_actions();

    PlanModel& plan_;
    SelectionHub& hub_;
    std::optional<std::size_t> tensor_;
    FormatId format_;  ///< of the plan, for tensor_
    bool due_ = false;
    std::optional<MatrixSpot> spot_;  ///< to be shown with the next picture
    std::array<ColourMap, kQuantities> maps_;
    MatrixCanvas* canvas_ = nullptr;
    QLabel *title_ = nullptr, *facts_ = nullptr, *reading_ = nullptr;
    QProgressBar* progress_ = nullptr;
    QComboBox *quantity_ = nullptr, *map_ = nullptr, *clip_ = nullptr;
    QCheckBox *logarithmic_ = nullptr, *sort_rows_ = nullptr, *sort_cols_ = nullptr;
    QAction *copy_image_ = nullptr, *save_image_ = nullptr, *save_values_ = nullptr;
    QTimer progress_timer_;
    MatrixFeed feed_;
    LatestWorker reader_;  ///< last: ends before anything else goes
};

}  // namespace bitlathe
