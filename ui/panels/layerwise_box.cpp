// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/layerwise_box.h"

#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/panels/widgets.h"
#include "ui/theme/core_text.h"
#include "ui/theme/text.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

namespace {

struct KeptView {
    QString low, high;
    int share = 0;
    LayerwiseRanking ranking;
};

}  // namespace

LayerwiseBox::LayerwiseBox(PlanModel& plan, PlanSolver& solver, Theme& theme, QWidget* parent)
    : QWidget(parent),
      plan_(plan),
      budget_(solver),
      layerwise_(plan, solver),
      low_(new QComboBox(this)),
      high_(new QComboBox(this)),
      share_(new QSlider(Qt::Horizontal, this)),
      strip_(new RankStrip(theme, this)) {
    setObjectName(u"layerwiseBox"_s);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(5);
    rows->addWidget(make_label(u"layerwiseTitle"_s, "title", this, tr("Layer-wise")));
    auto* hint = make_label(
        u"layerwiseHint"_s, "muted", this,
        tr("Blocks ranked by ZD; the least important ones get the low format (arXiv 2406.17415)."));
    hint->setWordWrap(true);
    rows->addWidget(hint);
    auto* formats = new QHBoxLayout;
    low_->setObjectName(u"layerwiseLow"_s);
    low_->setAccessibleName(tr("Low format"));
    high_->setObjectName(u"layerwiseHigh"_s);
    high_->setAccessibleName(tr("High format"));
    for (QComboBox* box : {low_, high_}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(5);
    }
    formats->addWidget(make_label(u"layerwiseLowLabel"_s, "muted", this, tr("low")));
    formats->addWidget(low_, 1);
    formats->addWidget(make_label(u"layerwiseHighLabel"_s, "muted", this, tr("high")));
    formats->addWidget(high_, 1);
    rows->addLayout(formats);
    auto* line = new QHBoxLayout;
    share_->setObjectName(u"layerwiseShare"_s);
    share_->setAccessibleName(tr("Share of blocks at the low format, in percent"));
    share_->setRange(0, 100);
    share_text_ = make_label(u"layerwiseShareText"_s, "content", this);
    share_text_->setText(tr("%1 % low").arg(100));
    share_text_->setMinimumWidth(share_text_->sizeHint().width());
    line->addWidget(share_, 1);
    line->addWidget(share_text_);
    rows->addLayout(line);
    rows->addWidget(strip_);
    strip_->hide();
    result_ = make_label(u"layerwiseResult"_s, "muted", this);
    rows->addWidget(result_);

    connect(&plan_, &PlanModel::opened, this, &LayerwiseBox::fill_formats);
    connect(&plan_, &PlanModel::target_changed, this, &LayerwiseBox::fill_formats);
    connect(&budget_, &PlanSolver::ready_changed, this, &LayerwiseBox::show_state);
    connect(share_, &QSlider::valueChanged, this, &LayerwiseBox::slide);
    connect(share_, &QSlider::sliderReleased, this, [this] {
        if (const auto wish = choice()) layerwise_.commit(*wish);
    });
    connect(&layerwise_, &LayerwiseSolver::answered, this, &LayerwiseBox::show_ranking);
    connect(&layerwise_, &LayerwiseSolver::failed, this,
            [this](const Error& error) { result_->setText(core_text(error.message)); });
    fill_formats();
}

void LayerwiseBox::fill_formats() {
    low_->clear();
    high_->clear();
    strip_->set_ranking({});
    if (plan_.is_open()) {
        for (const FormatId format : plan_.catalog().candidates()) {
            for (QComboBox* box : {low_, high_})
                box->addItem(format_text(format), format_text(format));
        }
        low_->setCurrentIndex(std::max(0, low_->findText(u"Q3_K"_s)));
        high_->setCurrentIndex(std::max(0, high_->findText(u"Q5_K"_s)));
    }
    show_state();
}

QVariant LayerwiseBox::kept_view() const {
    return QVariant::fromValue(
        KeptView{low_->currentText(), high_->currentText(), share_->value(), strip_->ranking()});
}

void LayerwiseBox::take_view(const QVariant& kept) {
    const auto view = kept.value<KeptView>();
    const QSignalBlocker quiet(share_);  // the plan has it already
    low_->setCurrentText(view.low);
    high_->setCurrentText(view.high);
    share_->setValue(view.share);
    show_state();
    if (!view.ranking.blocks.empty()) show_ranking(view.ranking);
}

void LayerwiseBox::show_state() {
    const bool usable = plan_.is_open() && budget_.ready();
    for (QWidget* widget : std::initializer_list<QWidget*>{low_, high_, share_})
        widget->setEnabled(usable);
    result_->setText(usable ? QString() : tr("waits for the statistics of the weights"));
    share_text_->setText(tr("%1 % low").arg(share_->value()));
}

std::optional<LayerwiseChoice> LayerwiseBox::choice() const {
    const auto low = find_format(low_->currentText().toStdString());
    const auto high = find_format(high_->currentText().toStdString());
    if (!low || !high) return std::nullopt;
    return LayerwiseChoice{*low, *high, share_->value() / 100.0};
}

void LayerwiseBox::slide() {
    share_text_->setText(tr("%1 % low").arg(share_->value()));
    const auto wish = choice();
    if (!wish || !share_->isEnabled()) return;
    budget_.abandon();
    if (share_->isSliderDown()) {
        layerwise_.preview(*wish);
    } else {
        layerwise_.commit(*wish);  // a key
    }
}

void LayerwiseBox::show_ranking(const LayerwiseRanking& ranking) {
    strip_->set_ranking(ranking);
    result_->setText(tr("%1 of %2 blocks low, %3 bpw")
                         .arg(ranking.low_blocks)
                         .arg(ranking.blocks.size())
                         .arg(bits_text(ranking.bits_per_weight)));
}

}  // namespace bitlathe
