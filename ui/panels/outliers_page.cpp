// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/outliers_page.h"

#include <QAction>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/panels/attention_view.h"
#include "ui/panels/captioned.h"
#include "ui/panels/experts_view.h"
#include "ui/panels/flow_layout.h"
#include "ui/panels/widgets.h"
#include "ui/theme/core_text.h"
#include "ui/theme/text.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMostTokens = 100'000'000;
constexpr int kTokenStep = 1024;
constexpr int kGap = 8;

}  // namespace

OutliersPage::OutliersPage(const ActivationSources& sources, QAction& profile, Theme& theme,
                           QWidget* parent)
    : QFrame(parent), of_(sources) {
    setObjectName(u"outliersPage"_s);
    setAccessibleName(tr("Outliers"));
    set_look(*this, "panel");
    build(profile, theme);
    connect(&of_.book, &ActivationBook::changed, this, &OutliersPage::show_state);
    connect(&of_.profiler, &ActivationProfiler::state_changed, this, &OutliersPage::show_state);
    show_state();
}

QWidget* OutliersPage::build_source(QAction& profile) {
    auto* line = new QWidget(this);
    auto* flow = new FlowLayout(line, kGap);
    flow->setContentsMargins(0, 0, 0, 0);
    text_ = new TextChoice(u"profileText"_s, tr("Text to profile with"), line);
    text_->setMinimumContentsLength(14);
    flow->addWidget(captioned(*text_, tr("Text"), line));
    count_ = new QSpinBox(line);
    count_->setObjectName(u"profileTokens"_s);
    count_->setAccessibleName(tr("Tokens of the text at most"));
    count_->setToolTip(tr("Statistics are stable from some thousand tokens on"));
    count_->setRange(0, kMostTokens);
    count_->setSingleStep(kTokenStep);
    count_->setKeyboardTracking(false);
    count_->setSpecialValueText(tr("the whole text"));
    count_->setValue(static_cast<int>(of_.profiler.tokens()));
    flow->addWidget(captioned(*count_, tr("Tokens"), line));
    QToolButton* button = make_action_button(profile, u"profileStart"_s, line);
    set_look(*button, "primary");
    flow->addWidget(button);
    connect(text_, &TextChoice::chosen, &of_.profiler, &ActivationProfiler::choose_text);
    connect(count_, &QSpinBox::valueChanged, this,
            [this](int tokens) { of_.profiler.set_tokens(static_cast<std::uint64_t>(tokens)); });
    return line;
}

void OutliersPage::build_views(Theme& theme) {
    views_ = new QTabWidget(this);
    views_->setObjectName(u"outlierViews"_s);
    views_->setAccessibleName(tr("Views of what the text showed"));
    views_->setDocumentMode(true);
    channels_ = new ChannelsView(of_, theme);
    tokens_ = new TokenChannelsView(of_, theme);
    auto* attention = new AttentionView(of_, theme);
    auto* experts = new ExpertsView(of_, theme);
    all_ = {channels_, tokens_, attention, experts};
    views_->addTab(channels_, tr("Channels"));
    views_->addTab(tokens_, tr("Tokens", "a view of activations"));
    views_->addTab(attention, tr("Attention"));
    views_->addTab(experts, tr("Experts"));
    connect(channels_, &ChannelsView::chosen, tokens_, [this](const ChannelPlace& place) {
        tokens_->set_place({place.point, place.block});
    });
}

void OutliersPage::build(QAction& profile, Theme& theme) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 8);
    layout->setSpacing(6);
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(make_label(u"outliersTitle"_s, "title", this, tr("Outliers")));
    remark_ = make_elided_label(u"outliersRemark"_s, "muted", this);
    head->addWidget(remark_, 1);
    layout->addLayout(head);
    // In a low window the map keeps its height, and the page scrolls.
    auto* body = new QWidget(this);
    QVBoxLayout* column = make_column(*body, 6);
    column->addWidget(build_source(profile));
    reason_ = make_label(u"outliersReason"_s, "warning", body);
    reason_->setWordWrap(true);
    column->addWidget(reason_);
    build_views(theme);
    column->addWidget(views_, 1);
    auto* area = new QScrollArea(this);
    put_in_scroll(*area, *body, u"outliersScroll"_s, tr("Outliers"));
    layout->addWidget(area, 1);
}

void OutliersPage::show_state() {
    QString why;
    if (const auto& problem = of_.profiler.text_problem())
        why = tr("The text cannot be read: %1").arg(error_text(*problem));
    reason_->setText(why);
    reason_->setVisible(!why.isEmpty());
    const auto& findings = of_.book.findings();
    if (!findings) return remark_->clear();
    const TextStamp& text = findings->profile->text;
    remark_->setText(tr("%1, %2 tokens in windows of %3")
                         .arg(QFileInfo(to_qstring(text.path)).fileName(), count_text(text.tokens),
                              count_text(text.context)));
}

bool OutliersPage::idle() const {
    return std::all_of(all_.begin(), all_.end(), [](const MapView* view) { return view->idle(); });
}

QStringList OutliersPage::view_names() {
    return {u"channels"_s, u"token-channels"_s, u"attention"_s, u"experts"_s};
}

bool OutliersPage::show_view(const QString& name) {
    const auto place = view_names().indexOf(name);
    if (place < 0) return false;
    views_->setCurrentIndex(static_cast<int>(place));
    return true;
}

void OutliersPage::set_wheel(WheelMode mode) {
    for (MapView* view : all_)
        view->canvas().set_wheel(mode);
}

}  // namespace bitlathe
