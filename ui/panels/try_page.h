// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QDoubleSpinBox>
#include <QFrame>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QSplitter>
#include <QStandardItemModel>
#include <QTableView>
#include <QToolButton>
#include <array>

#include "ui/jobs/text_trial.h"
#include "ui/panels/tried_view.h"
#include "ui/theme/theme.h"

class QGridLayout;

namespace bitlathe {

/// The TRY page: a prompt, and what the original and the current plan make of it, side by side. It
/// shows a TextTrial and gives it its settings. GUI thread only.
class TryPage : public QFrame {
    Q_OBJECT
public:
    TryPage(TextTrial& trial, Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] TriedView& original() { return *sides_[0].view; }
    [[nodiscard]] TriedView& plan() { return *sides_[1].view; }

private:
    struct Side {
        QLabel* remark = nullptr;
        QToolButton* copy = nullptr;
        TriedView* view = nullptr;
    };
    void build_prompt();
    void build_settings();
    void build_texts(Theme& theme);
    QWidget* build_side(Side& side, const QString& name, const QString& title, Theme& theme);
    void build_details(Theme& theme);
    void add_setting(QLayout& flow, QWidget& box, const QString& label, const QString& tip);
    void read_settings();
    void take_settings();
    void show_limits();
    void follow();
    void choose(const TriedView& from, std::optional<std::size_t> token);
    void give_room();
    void show_details(std::optional<std::size_t> token);
    [[nodiscard]] QString state_text() const;
    [[nodiscard]] QString remark_text(const TriedText& text, bool active) const;

    TextTrial& trial_;
    QAction *run_, *stop_;
    QLabel* state_;
    QPlainTextEdit* prompt_;
    QSpinBox *count_, *top_k_, *seed_;
    QDoubleSpinBox *temperature_, *top_p_;
    std::array<QWidget*, 3> drawn_{};  ///< settings that only count where tokens are drawn
    std::array<Side, 2> sides_;
    QSplitter* parts_;
    QWidget* details_;
    QLabel* token_;
    QStandardItemModel tops_model_;
    QTableView* tops_;
    bool reading_ = false;  ///< settings come from the trial
};

}  // namespace bitlathe
