// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "ui/jobs/error_places_feed.h"
#include "ui/models/matrix_spot.h"
#include "ui/plots/inspector_figure.h"

namespace bitlathe {

/// What the figures about where the error of the current tensor lies share: they follow one feed,
/// mark the part that the pointer or the keyboard is on, and a click looks at it in the matrix.
class ErrorFigure : public InspectorFigure {
    Q_OBJECT
public:
    ErrorFigure(const QString& name, PlanModel& plan, SelectionHub& hub, ErrorPlacesFeed& feed,
                Theme& theme, QWidget* parent);

    [[nodiscard]] std::optional<int> current_part() const override { return mark_; }
    void choose_part(int index) override { mark(index); }

signals:
    /// Somebody wants to see it.
    void spot_chosen(const bitlathe::MatrixSpot& spot);

protected:
    /// Marks a part and says on a card what it is; nothing: neither.
    virtual void mark(std::optional<int> part) = 0;
    /// A part was clicked, or Enter pressed on it.
    virtual void choose(int part) = 0;
    [[nodiscard]] QString message() const override;
    void selection_moved() override { mark_.reset(); }
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

    ErrorPlacesFeed& feed_;
    std::optional<int> mark_;
};

/// Why a figure about the errors of `feed` has nothing to show; empty when it has.
[[nodiscard]] QString error_places_message(const ErrorPlacesFeed& feed, const PlanModel& plan,
                                           const SelectionHub& hub);

}  // namespace bitlathe
