// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/composition_panel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>
#include <algorithm>
#include <chrono>
#include <cmath>

#include "ui/panels/widgets.h"
#include "ui/theme/text.h"
#include "ui/theme/viridis.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::chrono::milliseconds kFrame{16};
constexpr int kNarrowestBar = 6;  ///< pixels; neighbouring blocks share a bar before it is narrower
constexpr std::size_t kMostBars = 128;  ///< what Qt Charts can lay out within a frame
constexpr double kFewestBits = 1.5;     ///< dark end of the colours of formats
constexpr double kMostBits = 10;

QColor format_colour(const ThemeTokens& tokens, FormatId format) {
    const FormatInfo& info = format_info(format);
    if (info.kind == FormatKind::kFloat) return mixed(tokens.panel, tokens.muted, 0.35);
    const double bits = info.bits_per_weight;
    const double place = std::log(bits / kFewestBits) / std::log(kMostBits / kFewestBits);
    return error_colour(tokens, std::clamp(place, 0.0, 1.0));
}

}  // namespace

CompositionPanel::CompositionPanel(PlanModel& plan, SelectionHub& hub, Theme& theme,
                                   QWidget* parent)
    : QFrame(parent),
      plan_(plan),
      hub_(hub),
      theme_(theme),
      chart_(new CompositionChart(theme, this)),
      buttons_(new QButtonGroup(this)) {
    setObjectName(u"compositionPanel"_s);
    set_look(*this, "panel");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 8);
    layout->setSpacing(4);
    layout->addLayout(make_head());
    layout->addWidget(chart_, 1);
    menu_ = offer_figure(*chart_,
                         chart_figure(*chart_, u"composition"_s, [this] { return data(); }), theme);
    connect(chart_, &CompositionChart::part_chosen, this, &CompositionPanel::choose);
    frame_.setSingleShot(true);
    frame_.setInterval(kFrame);
    connect(&frame_, &QTimer::timeout, this, &CompositionPanel::refresh);
    connect(&plan_, &PlanModel::opened, this, &CompositionPanel::reset);
    connect(&plan_, &PlanModel::tensors_changed, this, &CompositionPanel::follow);
    connect(&theme_, &Theme::changed, this, &CompositionPanel::refresh);
    reset();
}

QLayout* CompositionPanel::make_head() {
    auto* head = new QHBoxLayout;
    head->setSpacing(2);
    head->addWidget(make_label(u"compositionTitle"_s, "title", this, tr("Composition")));
    head->addSpacing(8);
    const std::pair<CompositionBy, QString> kinds[] = {{CompositionBy::kRole, tr("role")},
                                                       {CompositionBy::kFormat, tr("format")},
                                                       {CompositionBy::kBlock, tr("block")}};
    const QString names[] = {u"compositionByRole"_s, u"compositionByFormat"_s,
                             u"compositionByBlock"_s};
    for (const auto& [by, text] : kinds) {
        const int id = static_cast<int>(by);
        QPushButton* button = make_button(names[id], text, "tab", this);
        button->setAccessibleName(tr("Composition by %1").arg(text));
        button->setCheckable(true);
        buttons_->addButton(button, id);
        head->addWidget(button);
    }
    buttons_->button(0)->setChecked(true);
    connect(buttons_, &QButtonGroup::idClicked, this,
            [this](int id) { show_by(static_cast<CompositionBy>(id)); });
    remark_ = make_elided_label(u"compositionRemark"_s, "muted", this);
    remark_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    head->addWidget(remark_, 1);
    return head;
}

void CompositionPanel::show_by(CompositionBy by) {
    by_ = by;
    buttons_->button(static_cast<int>(by))->setChecked(true);
    refresh();
}

QVariant CompositionPanel::kept_view() const {
    return QVariant::fromValue(by_);
}

void CompositionPanel::take_view(const QVariant& kept) {
    show_by(kept.value<CompositionBy>());
}

void CompositionPanel::reset() {
    composition_.reset(plan_);
    refresh();
}

void CompositionPanel::follow(const std::vector<std::size_t>& tensors) {
    composition_.follow(plan_, tensors);
    if (!frame_.isActive()) frame_.start();
}

void CompositionPanel::refresh() {
    frame_.stop();
    ++updates_;
    chart_->setVisible(plan_.is_open());
    remark_->clear();
    if (!plan_.is_open()) return;
    formats_.clear();
    switch (by_) {
        case CompositionBy::kRole:
            chart_->show_stack(by_role());
            break;
        case CompositionBy::kFormat:
            for (const FormatInfo& info : all_formats()) {
                if (composition_.before().by_format.contains(info.id) ||
                    composition_.after().by_format.contains(info.id)) {
                    formats_.push_back(info.id);
                }
            }
            chart_->show_stack(by_format());
            break;
        case CompositionBy::kBlock:
            chart_->show_stack(by_block());
            break;
    }
    const std::uint64_t before = composition_.before().total;
    const std::uint64_t after = composition_.after().total;
    const double share = before > 0 ? static_cast<double>(after) / static_cast<double>(before) : 1;
    remark_->setText(
        tr("%1 → %2  ·  %3 %")
            .arg(bytes_text(before), bytes_text(after), number_text(share * 100, 'f', 1)));
}

ByteStack CompositionPanel::by_role() const {
    ByteStack stack;
    stack.bars = {tr("as planned"), tr("as stored")};  // the first bar is the lowest
    for (std::size_t i = 0; i < kRoleGroupCount; ++i) {
        stack.parts.push_back(
            {role_group_text(static_cast<RoleGroup>(i)),
             theme_.tokens().roles[i],
             {composition_.after().by_role[i], composition_.before().by_role[i]}});
    }
    return stack;
}

ByteStack CompositionPanel::by_format() const {
    ByteStack stack;
    stack.bars = {tr("as planned"), tr("as stored")};
    const auto bytes = [](const ByteSums& sums, FormatId format) {
        const auto found = sums.by_format.find(format);
        return found == sums.by_format.end() ? 0 : found->second;
    };
    for (const FormatId format : formats_) {
        stack.parts.push_back(
            {format_text(format),
             format_colour(theme_.tokens(), format),
             {bytes(composition_.after(), format), bytes(composition_.before(), format)}});
    }
    return stack;
}

std::size_t CompositionPanel::blocks_per_bar() const {
    const std::size_t blocks = composition_.after().by_block.size();
    const auto room = static_cast<std::size_t>(std::max(1, chart_->width() / kNarrowestBar));
    const std::size_t bars = std::min(room, kMostBars);
    return std::max<std::size_t>(1, (blocks + bars - 1) / bars);
}

std::vector<ByteSums::ByGroup> CompositionPanel::folded(
    const std::vector<ByteSums::ByGroup>& blocks) const {
    const std::size_t each = blocks_per_bar();
    std::vector<ByteSums::ByGroup> bars((blocks.size() - 1 + each - 1) / each);
    for (std::size_t block = 0; block + 1 < blocks.size(); ++block) {
        for (std::size_t i = 0; i < kRoleGroupCount; ++i)
            bars[block / each][i] += blocks[block][i];
    }
    bars.push_back(blocks.back());  // what is outside of blocks
    return bars;
}

void CompositionPanel::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    if (by_ == CompositionBy::kBlock && !frame_.isActive()) frame_.start();
}

ByteStack CompositionPanel::by_block() const {
    ByteStack stack;
    stack.upright = true;
    const auto after = folded(composition_.after().by_block);
    const auto before = folded(composition_.before().by_block);
    for (std::size_t i = 0; i < kRoleGroupCount; ++i) {
        BytePart part{role_group_text(static_cast<RoleGroup>(i)), theme_.tokens().roles[i], {}};
        for (const ByteSums::ByGroup& block : after)
            part.bytes.push_back(block[i]);
        stack.parts.push_back(std::move(part));
    }
    for (std::size_t block = 0; block < after.size(); ++block) {
        stack.bars.push_back(block + 1 < after.size() ? QString::number(block * blocks_per_bar())
                                                      : tr("rest"));
        std::uint64_t stored = 0;
        for (const std::uint64_t bytes : before[block])
            stored += bytes;
        stack.outlines.push_back(stored);
    }
    return stack;
}

void CompositionPanel::choose(std::size_t part, std::size_t bar) {
    const bool stored = bar == 1;
    const auto belongs = [&](std::size_t tensor) {
        const TensorFacts& facts = plan_.catalog().tensor(tensor);
        if (by_ == CompositionBy::kFormat)
            return (stored ? facts.source : plan_.format(tensor)) == formats_[part];
        if (static_cast<std::size_t>(role_group(facts.role)) != part) return false;
        if (by_ == CompositionBy::kRole) return true;
        const bool rest = bar + 1 == static_cast<std::size_t>(chart_->stack().bars.size());
        return rest ? !facts.block : facts.block && *facts.block / blocks_per_bar() == bar;
    };
    std::vector<std::size_t> tensors;
    for (std::size_t i = 0; i < plan_.catalog().size(); ++i) {
        if (belongs(i)) tensors.push_back(i);
    }
    if (!tensors.empty()) hub_.select(tensors, tensors.front());
}

FigureData CompositionPanel::data() const {
    const ByteStack& stack = chart_->stack();
    FigureData data{{tr("bar"), tr("part"), tr("bytes")}, {}};
    for (std::size_t bar = 0; bar < static_cast<std::size_t>(stack.bars.size()); ++bar) {
        for (const BytePart& part : stack.parts) {
            data.rows.push_back({stack.bars[static_cast<qsizetype>(bar)], part.name,
                                 QString::number(part.bytes[bar])});
        }
        if (bar < stack.outlines.size()) {
            data.rows.push_back({stack.bars[static_cast<qsizetype>(bar)], tr("as stored"),
                                 QString::number(stack.outlines[bar])});
        }
    }
    return data;
}

}  // namespace bitlathe
