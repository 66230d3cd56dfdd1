// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QStringList>
#include <QWidget>
#include <memory>
#include <vector>

#include "ui/canvas/matrix_canvas.h"
#include "ui/jobs/activation_profiler.h"
#include "ui/jobs/latest_worker.h"
#include "ui/models/selection_hub.h"
#include "ui/plots/figure.h"

namespace bitlathe {

class TokenTap;

/// What the views of the page of outliers look at and tell.
struct ActivationSources {
    PlanModel& plan;
    SelectionHub& hub;
    ActivationBook& book;
    ActivationProfiler& profiler;
    QualityMeasurer& measurer;
    TokenTap& tokens;
};

/// Offers the kinds of places that a profile has seen; the one that was chosen stays, and the first
/// time it is the residual stream after a block. Quietly.
void fill_with_taps(QComboBox& box, const ActivationProfile& profile);

/// What the views of the page of outliers have in common: a map with its scale on the matrix
/// canvas, controls above it, lists beside it and what is pointed at below. It is made in the
/// background while the view is visible, and moves the selection and the hover of the window. GUI
/// thread only.
class MapView : public QWidget {
    Q_OBJECT
public:
    [[nodiscard]] MatrixCanvas& canvas() { return *canvas_; }
    [[nodiscard]] const MatrixCanvas& canvas() const { return *canvas_; }
    /// What is shown will not change by itself.
    [[nodiscard]] virtual bool idle() const;

protected:
    /// `prefix`: of the names of the parts ("tap": "tapCanvas", "tapClip"). `title`: of the map,
    /// for screen readers. `logarithmic`: how the scale begins.
    struct Naming {
        QString prefix, title;
        bool logarithmic = true;
    };
    MapView(const ActivationSources& sources, const Naming& naming, Theme& theme, QWidget* parent);

    // Building ---------------------------------------------------------------------------------
    /// The line of controls, which breaks where there is little room.
    [[nodiscard]] QWidget& controls() { return *controls_; }
    QComboBox* add_choice(const QString& name, const QString& label);
    /// Colours, clip and scale: after the view's own controls.
    void add_scale_controls();
    /// What stands beside the map.
    void set_lists(QWidget& lists, const QString& title);
    /// The map's context menu; its data are the values in sight.
    void offer_map_figure(const QString& name);

    // What a view says -------------------------------------------------------------------------
    /// The map that the controls ask for, as work for the background; empty where a message stands
    /// in its place. Only asked while the view is visible.
    [[nodiscard]] virtual LatestWorker::Task question() = 0;
    /// Unit, rows and columns of the map.
    [[nodiscard]] virtual MatrixLook words() const = 0;
    /// A place in words, part by part.
    [[nodiscard]] virtual QStringList read(const MatrixPlace& place, const MatrixRegion& region,
                                           double peak) const = 0;
    /// Tensors that a place is about.
    [[nodiscard]] virtual std::vector<std::size_t> tensors_at(const MatrixPlace& place) const = 0;
    /// A column in the headings of files, by the number that words() gives it: the block.
    [[nodiscard]] virtual QString column_name(std::uint64_t number) const;
    /// A place was clicked, and its tensors are selected.
    virtual void place_chosen(const MatrixPlace&) {}
    /// Another profile is there, or none; calls refresh().
    virtual void learn();

    // What a view does -------------------------------------------------------------------------
    /// Asks the question, now or as soon as the view is visible.
    void refresh();
    void show_picture(std::shared_ptr<const MatrixPicture> picture);
    /// A sentence in place of the map and its lists.
    void show_message(const QString& message, bool with_controls);
    [[nodiscard]] bool shows_map() const { return picture_ != nullptr; }
    void apply_look();
    /// Selects the tensors of a place.
    void select_at(const MatrixPlace& place);
    [[nodiscard]] const ActivationBook::Entry& findings() const { return of_.book.findings(); }
    /// Work whose failure is told in place of the map.
    template <class Made>
    LatestWorker::Delivery deliver(Result<Made> made, std::function<void(Made)> take);

    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

    ActivationSources of_;

private:
    void build(const Naming& naming, Theme& theme);
    void read_pointed();
    void choose_pointed();
    void divide();
    void show_failure(const Error& error);
    [[nodiscard]] QString no_profile_text() const;
    [[nodiscard]] FigureData data() const;

    QString prefix_;
    Theme& theme_;
    bool begins_logarithmic_;
    QWidget* controls_ = nullptr;
    QComboBox *map_ = nullptr, *clip_ = nullptr;
    QCheckBox* logarithmic_ = nullptr;
    QSplitter* parts_ = nullptr;
    MatrixCanvas* canvas_ = nullptr;
    QScrollArea* lists_area_ = nullptr;
    QLabel* reading_ = nullptr;
    std::shared_ptr<const MatrixPicture> picture_;
    bool due_ = false;
    LatestWorker worker_;  ///< last: ends before anything else goes
};

template <class Made>
LatestWorker::Delivery MapView::deliver(Result<Made> made, std::function<void(Made)> take) {
    if (made) {
        auto shared = std::make_shared<Made>(*std::move(made));
        return [shared, take = std::move(take)] { take(std::move(*shared)); };
    }
    if (made.error().code == ErrorCode::kCancelled) return {};
    return [this, error = made.error()] { show_failure(error); };
}

}  // namespace bitlathe
