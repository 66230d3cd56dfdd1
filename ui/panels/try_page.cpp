// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/try_page.h"

#include <QScopedValueRollback>
#include <algorithm>

#include "core/generation/generate.h"
#include "ui/panels/widgets.h"
#include "ui/theme/core_text.h"
#include "ui/theme/text.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kDetailsHeight = 168;

QString ending_text(const TriedText& text, bool active) {
    if (active) return {};
    if (!text.end) return TryPage::tr("stopped");
    switch (*text.end) {
        case GenerationEnd::kStop:
            return TryPage::tr("the text ends here");
        case GenerationEnd::kContext:
            return TryPage::tr("the model knows no more positions");
        case GenerationEnd::kCount:
        case GenerationEnd::kCaller:
            break;
    }
    return {};
}

}  // namespace

void TryPage::read_settings() {
    const QScopedValueRollback<bool> guard(reading_, true);
    const TrySettings& settings = trial_.settings();
    prompt_->setPlainText(settings.prompt);
    count_->setValue(settings.count);
    temperature_->setValue(settings.temperature);
    top_k_->setValue(settings.top_k);
    top_p_->setValue(settings.top_p);
    seed_->setValue(settings.seed);
}

void TryPage::take_settings() {
    if (reading_) return;
    trial_.set_settings({prompt_->toPlainText(), count_->value(), temperature_->value(),
                         top_k_->value(), top_p_->value(), seed_->value()});
    show_limits();
    follow();
}

void TryPage::show_limits() {
    for (QWidget* part : drawn_)
        part->setVisible(temperature_->value() > 0);
}

QString TryPage::remark_text(const TriedText& text, bool active) const {
    if (text.content.empty()) return {};
    if (text.tokens.empty() && active)
        return trial_.waiting() ? tr("waits, see Jobs") : tr("reads the prompt …");
    QStringList parts{tr("%n token(s)", nullptr, static_cast<int>(text.tokens.size()))};
    if (text.tokens_per_second > 0)
        parts << tr("%1 tokens/s").arg(number_text(text.tokens_per_second, 'f', 1));
    parts << ending_text(text, active);
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QString TryPage::state_text() const {
    if (const auto& problem = trial_.problem())
        return tr("It could not go on: %1").arg(error_text(*problem));
    const TriedText& original = trial_.original();
    const TriedText& plan = trial_.plan();
    if (plan.content.empty()) return {};
    if (trial_.outdated()) return tr("The plan was changed after this was tried.");
    if (const auto place = trial_.difference())
        return tr("They differ from token %1 on.").arg(count_text(*place + 1));
    if (trial_.running() || !original.end || !plan.end) return {};
    return plan.content == original.content
               ? tr("The plan keeps everything as stored: it is the original.")
               : tr("Both say the same.");
}

void TryPage::follow() {
    run_->setEnabled(trial_.ready() && !prompt_->toPlainText().isEmpty());
    stop_->setVisible(trial_.running());
    run_->setVisible(!trial_.running());
    state_->setText(state_text());
    const auto difference = trial_.difference();
    const TriedText& original = trial_.original();
    for (const TriedText* text : {&original, &trial_.plan()}) {
        Side& side = sides_[text == &original ? 0 : 1];
        const bool active = trial_.running() && !text->end;
        side.view->set_text(*text, difference);
        side.remark->setText(remark_text(*text, active));
        side.copy->setVisible(!text->tokens.empty());
    }
    const auto chosen =
        sides_[0].view->chosen() ? sides_[0].view->chosen() : sides_[1].view->chosen();
    show_details(chosen);
}

void TryPage::give_room() {
    // All five, where that leaves the texts as much.
    const int wanted = std::min(kDetailsHeight, parts_->height() / 2);
    parts_->setSizes({parts_->height() - wanted, wanted});
}

void TryPage::choose(const TriedView& from, std::optional<std::size_t> token) {
    for (const Side& side : sides_) {
        if (side.view != &from) side.view->choose(token);
    }
    show_details(token);
}

void TryPage::show_details(std::optional<std::size_t> token) {
    const bool appears = token && details_->isHidden();
    details_->setVisible(token.has_value());
    if (appears) give_room();
    tops_model_.removeRows(0, tops_model_.rowCount());
    if (!token) return;
    token_->setText(tr("Token %1: what was most probable").arg(count_text(*token + 1)));
    const auto cell = [](const QString& text, bool right, bool came) {
        auto* item = new QStandardItem(text);
        item->setTextAlignment((right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        if (!came) return item;
        QFont font = Theme::content_font();
        font.setWeight(QFont::DemiBold);
        item->setFont(font);
        item->setToolTip(tr("the token that came"));
        return item;
    };
    for (std::size_t row = 0; row < kTriedTops; ++row) {
        QList<QStandardItem*> cells;
        for (const Side& side : sides_) {
            const auto& tokens = side.view->text().tokens;
            const bool known = *token < tokens.size() && row < tokens[*token].top.size();
            const TriedChance chance = known ? tokens[*token].top[row] : TriedChance();
            const bool came = known && chance.id == tokens[*token].id;
            cells << cell(chance.name, false, came)
                  << cell(known ? percent_text(chance.p * 100, 'f', 1) : QString(), true, came);
        }
        tops_model_.appendRow(cells);
    }
}

}  // namespace bitlathe
