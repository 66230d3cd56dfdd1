// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QFrame>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QToolButton>

#include "ui/canvas/token_canvas.h"
#include "ui/jobs/latest_worker.h"
#include "ui/jobs/quality_measurer.h"
#include "ui/panels/token_details.h"
#include "ui/plots/figure.h"

class QAction;

namespace bitlathe {

/// The TOKENS page: the text that the current plan was measured on, coloured by what the plan does
/// to it. Follows the plan only while it is visible.
class TokensPage : public QFrame {
    Q_OBJECT
public:
    /// `measure`: the action of the window that measures the current plan.
    TokensPage(QualityBook& book, QualityMeasurer& measurer, QAction& measure, Theme& theme,
               QWidget* parent = nullptr);

    [[nodiscard]] TokenCanvas& canvas() { return *canvas_; }
    [[nodiscard]] bool idle() const { return !worker_.busy(); }

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build(QAction& measure);
    void follow();
    void show_text(const std::shared_ptr<const TokenText>& text);
    void show_quantity();
    void divide();
    [[nodiscard]] TokenQuantity quantity() const;
    [[nodiscard]] QString message() const;
    [[nodiscard]] FigureData data() const;

    QualityBook& book_;
    QualityMeasurer& measurer_;
    QLabel* remark_;
    QComboBox* choice_;
    QToolButton* measure_;
    QSplitter* parts_;
    TokenCanvas* canvas_;
    TokenDetails* details_;
    QScrollArea* details_area_;
    QualityBook::Entry shown_;  ///< of what is on screen, or about to be
    std::shared_ptr<const TokenText> text_;
    TokenQuantity wanted_ = TokenQuantity::kKl;  ///< shown of every text that has it
    LatestWorker worker_;                        ///< last: ends before anything else goes
};

}  // namespace bitlathe
