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
    int score = 0;
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
        tr("Blocks are ranked; the least important ones get the low format (arXiv 2406.17415)."));
    hint->setWordWrap(true);
    rows->addWidget(hint);
    score_line_ = new QWidget(this);
    auto* scores = new QHBoxLayout(score_line_);
    scores->setContentsMargins(0, 0, 0, 0);
    score_ = new QComboBox(score_line_);
    score_->setObjectName(u"layerwiseScore"_s);
    score_->setAccessibleName(tr("What blocks are ranked by"));
    score_->setToolTip(
        tr("ZD asks the weights alone, LIM a text: how much each block turns the residual stream"));
    scores->addWidget(make_label(u"layerwiseScoreLabel"_s, "muted", score_line_, tr("ranked by")));
    scores->addWidget(score_, 1);
    both_ = make_button(u"layerwiseBoth"_s, tr("Both side by side"), "", score_line_);
    both_->setToolTip(tr("Two new plans, by ZD and by LIM, compared with each other"));
    scores->addWidget(both_);
    rows->addWidget(score_line_);
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
    connect(score_, &QComboBox::currentIndexChanged, this, [this] {
        if (share_->value() > 0) slide();
    });
    connect(both_, &QPushButton::clicked, this, [this] {
        const auto wish = choice();
        if (!wish) return;
        budget_.abandon();
        layerwise_.solve_both(*wish);
    });
    fill_scores();
    fill_formats();
}

void LayerwiseBox::follow(ActivationBook& activations, PlanShelf& shelf) {
    layerwise_.follow(activations);
    connect(&activations, &ActivationBook::changed, this, &LayerwiseBox::fill_scores);
    connect(&layerwise_, &LayerwiseSolver::solved_both, this,
            [this, &shelf](const auto& by_zd, const auto& by_lim, const LayerwiseChoice& choice) {
                shelve_both(shelf, by_zd, by_lim, choice);
            });
    fill_scores();
}

void LayerwiseBox::fill_scores() {
    const QSignalBlocker quiet(score_);
    const int now = score_->currentIndex();
    score_->clear();
    score_->addItem(tr("ZD, the weights"), static_cast<int>(LayerwiseScore::kZd));
    const bool profiled = layerwise_.knows(LayerwiseScore::kLim);
    if (profiled) score_->addItem(tr("LIM, a text"), static_cast<int>(LayerwiseScore::kLim));
    score_->setCurrentIndex(std::clamp(now, 0, score_->count() - 1));
    both_->setVisible(profiled);
}

void LayerwiseBox::shelve_both(PlanShelf& shelf, const std::vector<FormatChange>& by_zd,
                               const std::vector<FormatChange>& by_lim,
                               const LayerwiseChoice& choice) {
    LayerwiseChoice own = choice;
    own.score = LayerwiseScore::kZd;
    shelf.duplicate();
    layerwise_.show(by_zd, own, true);
    const PlanId first = plan_.identity();
    own.score = LayerwiseScore::kLim;
    shelf.duplicate();
    layerwise_.show(by_lim, own, true);
    const int row = shelf.row_of(first);
    if (row >= 0) shelf.compare(row);
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
    return QVariant::fromValue(KeptView{low_->currentText(), high_->currentText(), share_->value(),
                                        score_->currentIndex(), strip_->ranking()});
}

void LayerwiseBox::take_view(const QVariant& kept) {
    const auto view = kept.value<KeptView>();
    const QSignalBlocker quiet(share_);  // the plan has it already
    const QSignalBlocker quiet_too(score_);
    score_->setCurrentIndex(std::clamp(view.score, 0, score_->count() - 1));
    low_->setCurrentText(view.low);
    high_->setCurrentText(view.high);
    share_->setValue(view.share);
    show_state();
    if (!view.ranking.blocks.empty()) show_ranking(view.ranking);
}

void LayerwiseBox::show_state() {
    const bool usable = plan_.is_open() && budget_.ready();
    for (QWidget* widget : std::initializer_list<QWidget*>{low_, high_, share_, score_, both_})
        widget->setEnabled(usable);
    result_->setText(usable ? QString() : tr("waits for the statistics of the weights"));
    share_text_->setText(tr("%1 % low").arg(share_->value()));
}

std::optional<LayerwiseChoice> LayerwiseBox::choice() const {
    const auto low = find_format(low_->currentText().toStdString());
    const auto high = find_format(high_->currentText().toStdString());
    if (!low || !high) return std::nullopt;
    return LayerwiseChoice{*low, *high, share_->value() / 100.0,
                           static_cast<LayerwiseScore>(score_->currentData().toInt())};
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
