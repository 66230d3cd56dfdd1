// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/strip_choice.h"

#include <QMenu>
#include <algorithm>
#include <utility>

#include "ui/panels/widgets.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

StripChoice::StripChoice(DepthCanvas& canvas, QList<QAction*> measures, QWidget* parent)
    : QToolButton(parent), canvas_(canvas), measures_(std::move(measures)) {
    setObjectName(u"depthStrips"_s);
    setText(tr("Strips") + u" ▾"_s);
    set_look(*this, "quiet");
    setAccessibleName(tr("Strips that are shown"));
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::StrongFocus);
    auto* menu = new QMenu(this);
    menu->setObjectName(u"depthStripsMenu"_s);
    menu->setTitle(tr("Strips"));
    menu->setToolTipsVisible(true);
    setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, &StripChoice::fill);
    connect(&canvas_, &DepthCanvas::available_changed, this, &StripChoice::fill);
    fill();
}

void StripChoice::fill() {
    menu()->clear();
    const auto& shown = canvas_.shown();
    for (std::size_t i = 0; i < depth_metrics().size(); ++i) {
        if (!canvas_.is_available(i)) continue;
        const DepthMetric& metric = depth_metrics()[i];
        QAction* action = menu()->addAction(metric.title_text());
        action->setObjectName(u"strip_"_s + QString::fromLatin1(metric.id));
        action->setToolTip(metric.explanation_text());
        action->setCheckable(true);
        action->setChecked(std::find(shown.begin(), shown.end(), i) != shown.end());
        connect(action, &QAction::toggled, this, [this, i](bool on) { toggle(i, on); });
    }
    menu()->addSeparator();
    menu()->addActions(measures_);
}

void StripChoice::toggle(std::size_t metric, bool on) {
    std::vector<std::size_t> shown = canvas_.shown();
    std::erase(shown, metric);
    if (on) shown.push_back(metric);
    if (shown.empty()) return;  // an overview of nothing
    chosen_.clear();
    for (const std::size_t i : shown)
        chosen_.push_back(QString::fromLatin1(depth_metrics()[i].id));
    canvas_.set_shown(std::move(shown));
}

QVariant StripChoice::kept_view() const {
    return chosen_;
}

void StripChoice::take_view(const QVariant& kept) {
    chosen_ = kept.toStringList();
    std::vector<std::size_t> shown;
    for (const QString& id : chosen_) {
        if (const auto metric = find_metric(id)) shown.push_back(*metric);
    }
    if (!shown.empty()) canvas_.set_shown(std::move(shown));
}

}  // namespace bitlathe
