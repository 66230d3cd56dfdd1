// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHBoxLayout>
#include <QLabel>
#include <QWidget>
#include <vector>

namespace bitlathe {

class FlowLayout;

/// The top of a panel: its title, a muted remark that gives way, and controls at the right. Where
/// the panel is narrow these go below, in as many lines as they need.
class PanelHead : public QWidget {
public:
    /// `name`: of the panel, for its labels ("report" has "reportTitle" and "reportRemark").
    PanelHead(const QString& name, const QString& title, QWidget* parent);

    [[nodiscard]] QLabel& remark() { return *remark_; }
    void add(QWidget& control);
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    /// Puts the controls where there is room for them.
    void make_room();
    QLabel *title_, *remark_;
    QHBoxLayout *line_, *beside_;
    FlowLayout* below_;
    std::vector<QWidget*> controls_;
    bool narrow_ = false;
};

}  // namespace bitlathe
