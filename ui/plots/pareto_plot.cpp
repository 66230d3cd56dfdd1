// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/pareto_plot.h"

#include <algorithm>
#include <cmath>

#include "ui/models/plan_words.h"
#include "ui/plots/label_places.h"
#include "ui/plots/plot_style.h"
#include "ui/theme/text.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr QLatin1String kPlanLayer("plan");
constexpr double kBesidePlan = 11;  ///< pixels from the ring's middle to its name

/// Bits per weight over the bytes they come to.
class SizeTicker : public QCPAxisTicker {
public:
    explicit SizeTicker(const PlanModel& plan) : plan_(plan) {}

protected:
    QString getTickLabel(double tick, const QLocale&, QChar, int) override {
        const QString bits = number_text(tick, 'g', 4);
        if (!plan_.is_open() || tick < 0) return bits;
        const auto parameters = static_cast<double>(plan_.catalog().parameters());
        return bits + u'\n' + bytes_text(static_cast<std::uint64_t>(tick * parameters / 8));
    }

private:
    const PlanModel& plan_;
};

}  // namespace

ParetoPlot::ParetoPlot(PlanModel& plan, PlanLandscape& landscape, Theme& theme, QWidget* parent)
    : QCustomPlot(parent), plan_(plan), landscape_(landscape), theme_(theme) {
    setObjectName(u"paretoPlot"_s);
    setAccessibleName(tr("Size and estimated error of plans"));
    setFocusPolicy(Qt::StrongFocus);
    offer_parts(*this);
    addLayer(kPlanLayer);
    layer(kPlanLayer)->setMode(QCPLayer::lmBuffered);
    set_up_axes();
    front_ = addGraph();
    presets_ = addGraph();
    plans_ = addGraph();
    compared_ = addGraph();
    ring_ = addGraph();
    marked_ = addGraph();
    measured_ = addGraph(xAxis, yAxis2);
    measured_own_ = addGraph(xAxis, yAxis2);
    original_ = addGraph(xAxis, yAxis2);
    plan_label_ = new QCPItemText(this);
    plan_label_->position->setType(QCPItemPosition::ptAbsolute);
    fact_ = new QCPItemText(this);
    fact_->position->setType(QCPItemPosition::ptAbsolute);
    limit_line_ = new QCPItemLine(this);
    for (QCPItemPosition* end : {limit_line_->start, limit_line_->end})
        end->setType(QCPItemPosition::ptAbsolute);
    limit_label_ = new QCPItemText(this);
    limit_label_->position->setType(QCPItemPosition::ptAbsolute);
    set_limit({});
    for (QCPGraph* graph : {presets_, plans_, compared_, ring_, marked_, measured_, measured_own_})
        graph->setLineStyle(QCPGraph::lsNone);
    for (QCPLayerable* part :
         {static_cast<QCPLayerable*>(ring_), static_cast<QCPLayerable*>(marked_),
          static_cast<QCPLayerable*>(plan_label_), static_cast<QCPLayerable*>(fact_)}) {
        part->setLayer(kPlanLayer);
    }
    connect(this, &QCustomPlot::afterLayout, this, &ParetoPlot::place_labels);
    connect(&plan_, &PlanModel::opened, this, [this] { set_limit({}); });
    connect(&plan_, &PlanModel::totals_changed, this, &ParetoPlot::move_plan);
    connect(&plan_, &PlanModel::name_changed, this, &ParetoPlot::move_plan);
    connect(&landscape_, &PlanLandscape::changed, this, &ParetoPlot::take_landscape);
    connect(&theme_, &Theme::changed, this, &ParetoPlot::dress);
    replot();  // a buffered layer can be repainted alone only after the first time
    dress();
}

void ParetoPlot::set_up_axes() {
    setInteractions(QCP::iRangeDrag);
    xAxis->setTicker(QSharedPointer<SizeTicker>::create(plan_));
    xAxis->ticker()->setTickCount(7);
    make_log_axis(*yAxis);
    axisRect()->setRangeDragAxes({xAxis}, {yAxis, yAxis2});
    connect(xAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this,
            [this] { shown_all_ = false; });
}

void ParetoPlot::dress() {
    const ThemeTokens& t = theme_.tokens();
    dress_plot(*this, t);
    front_->setPen(QPen(mixed(t.panel, t.accent, 0.65), 1.6));
    presets_->setScatterStyle({QCPScatterStyle::ssSquare, QPen(t.muted, 1.3), t.panel, 7});
    plans_->setScatterStyle({QCPScatterStyle::ssCircle, QPen(t.text, 1.3), t.panel, 9});
    compared_->setScatterStyle({QCPScatterStyle::ssCircle, QPen(t.warning, 2), t.panel, 10});
    ring_->setScatterStyle({QCPScatterStyle::ssCircle, QPen(t.accent, 2.4), t.panel, 12});
    measured_->setScatterStyle({QCPScatterStyle::ssDisc, QPen(t.text, 1), t.text, 8});
    measured_own_->setScatterStyle({QCPScatterStyle::ssDisc, QPen(t.accent, 1), t.accent, 10});
    original_->setPen(QPen(t.muted, 1, Qt::DotLine));
    marked_->setScatterStyle({QCPScatterStyle::ssCircle, QPen(t.text, 1.2), t.hover, 9});
    plan_label_->setFont(Theme::title_font());
    plan_label_->setColor(t.text);
    plan_label_->setBrush(t.panel);
    fact_->setFont(Theme::label_font());
    fact_->setColor(t.muted);
    limit_line_->setPen(QPen(t.warning, 1, Qt::DashLine));
    limit_label_->setFont(Theme::label_font());
    limit_label_->setColor(t.warning);
    take_landscape();  // names have the colours of what they name
    replot(rpQueuedReplot);
}

double ParetoPlot::bits(std::uint64_t bytes) const {
    return bits_per_weight(bytes, plan_.catalog().parameters());
}

void ParetoPlot::take_landscape() {
    mark({});
    targets_.clear();
    for (QCPGraph* graph :
         {front_, presets_, plans_, compared_, measured_, measured_own_, original_})
        graph->data()->clear();
    for (const PointName& name : names_)
        removeItem(name.item);
    names_.clear();
    for (const FrontPoint& point : landscape_.front()) {
        if (point.loss <= 0) continue;  // as stored: no place on a logarithmic axis
        front_->addData(bits(point.bytes), point.loss);
        targets_.push_back({{}, point.bytes, point.loss});
    }
    if (!targets_.empty()) {
        add_presets();
        add_plans();
        add_measured();
    }
    std::stable_sort(targets_.begin(), targets_.end(),
                     [](const Target& a, const Target& b) { return a.bytes < b.bytes; });
    forget_parts(*this, *this);
    for (QCPAxis* axis : {xAxis, yAxis})
        axis->setVisible(!targets_.empty());
    if (shown_all_ || landscape_.presets().empty()) show_all();
    move_plan();
    replot(rpQueuedReplot);
}

void ParetoPlot::add_presets() {
    for (const PresetPoint& preset : landscape_.presets()) {
        const double error = *preset.totals.estimated_loss;
        if (error <= 0) continue;
        const QPointF point(preset.totals.bits_per_weight, error);
        presets_->addData(point.x(), point.y());
        targets_.push_back({preset.name, preset.totals.bytes, error});
        add_name(preset.name, point, theme_.tokens().muted, false);
    }
}

void ParetoPlot::add_name(const QString& name, QPointF point, const QColor& colour, bool first) {
    auto* item = new QCPItemText(this);
    item->setText(name);
    item->setFont(Theme::label_font());
    item->setColor(colour);
    item->setPositionAlignment(Qt::AlignTop | Qt::AlignLeft);
    item->position->setType(QCPItemPosition::ptAbsolute);
    names_.push_back({item, point, name, first});
}

void ParetoPlot::show_all() {
    if (!targets_.empty()) {
        // The front goes on to the model as stored, long after anybody would look: what the presets
        // span is what people choose from.
        double right = 0;
        for (const PresetPoint& preset : landscape_.presets()) {
            if (preset.totals.estimated_loss > 0.0)
                right = std::max(right, preset.totals.bits_per_weight);
        }
        for (const Target& target : targets_) {
            if (target.plan != 0) right = std::max(right, bits(target.bytes));
        }
        if (right == 0) right = bits(targets_.back().bytes);
        const double left = bits(targets_.front().bytes);
        double low = targets_.front().error;
        double high = low;
        for (const Target& target : targets_) {
            if (bits(target.bytes) > right || target.measured) continue;
            low = std::min(low, target.error);
            high = std::max(high, target.error);
        }
        const double margin = 0.06 * (right - left) + 0.02;
        xAxis->setRange(left - margin, right + margin);
        yAxis->setRange(low / 1.6, high * 1.6);
        dress_measured_axis();
    }
    shown_all_ = true;
    replot(rpQueuedReplot);
}

QPointF ParetoPlot::position(std::uint64_t bytes, double error) const {
    return {xAxis->coordToPixel(bits(bytes)),
            yAxis->coordToPixel(error > 0 ? error : yAxis->range().lower)};
}

std::optional<QPointF> ParetoPlot::plan_position() const {
    if (!plan_.is_open() || targets_.empty() || !plan_.totals().estimated_loss) return {};
    return position(plan_.totals().bytes, *plan_.totals().estimated_loss);
}

void ParetoPlot::move_plan() {
    ++moves_;
    const auto at = plan_position();
    ring_->data()->clear();
    plan_label_->setVisible(at.has_value());
    if (at) {
        const double error = *plan_.totals().estimated_loss;
        const double y = error > 0 ? error : yAxis->range().lower;
        ring_->addData(plan_.totals().bits_per_weight, y);
        plan_label_->setText(plan_name_text(plan_.name()));
        place_plan_label(*at);
    }
    write_fact();
    layer(kPlanLayer)->replot();
    if (!plan_.previewing()) replot(rpQueuedReplot);  // names make room for where it came to rest
}

void ParetoPlot::place_plan_label(QPointF at) {
    // On the side with more room, so that it never leaves the plot.
    const bool left = at.x() > axisRect()->center().x();
    plan_label_->setPositionAlignment(Qt::AlignVCenter | (left ? Qt::AlignRight : Qt::AlignLeft));
    plan_label_->position->setCoords(at.x() + (left ? -kBesidePlan : kBesidePlan),
                                     plan_label_rect(at).toRectF().center().y());
}

QRect ParetoPlot::plan_label_rect(QPointF at) const {
    const QFontMetrics metrics(plan_label_->font());
    const QSize size(
        metrics.horizontalAdvance(plan_label_->text()) + static_cast<int>(2 * kBesidePlan),
        metrics.height());
    const bool left = at.x() > axisRect()->center().x();
    QRect rect(at.toPoint() - QPoint(left ? size.width() : 0, size.height() / 2), size);
    // A plan without error stands on the lower edge, and its name above it.
    const QRect area = axisRect()->rect();
    rect.moveTop(
        std::clamp(rect.top(), area.top(), std::max(area.top(), area.bottom() - rect.height())));
    return rect;
}

void ParetoPlot::place_labels() {
    place_limit();
    write_fact();
    std::vector<QRect> obstacles;
    for (QCPItemText* text : {fact_, limit_label_}) {
        if (text->visible() && !text->text().isEmpty()) obstacles.push_back(text_rect(*text));
    }
    const auto at = plan_position();
    if (at) {
        place_plan_label(*at);
        obstacles.push_back(plan_label_rect(*at));
    }
    std::vector<LabelWish> wishes;
    for (const PointName& name : names_) {
        // The ring says it already where the plan is what the point is.
        const bool named = at && name.text == plan_label_->text();
        wishes.push_back(
            {{xAxis->coordToPixel(name.point.x()), yAxis->coordToPixel(name.point.y())},
             named ? QString() : name.text,
             name.item->font(),
             name.first});
    }
    const auto places = bitlathe::place_labels(wishes, axisRect()->rect(), std::move(obstacles));
    for (std::size_t i = 0; i < names_.size(); ++i) {
        names_[i].item->setVisible(places[i].has_value());
        if (places[i]) names_[i].item->position->setCoords(places[i]->topLeft());
    }
}

void ParetoPlot::choose(const Target& target) {
    if (target.plan != 0) {
        emit plan_chosen(target.plan);
    } else if (target.name.isEmpty()) {
        emit size_chosen(target.bytes);
    } else {
        emit preset_chosen(target.name);
    }
}

}  // namespace bitlathe
