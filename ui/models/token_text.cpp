// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/token_text.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/ranking.h"
#include "ui/models/token_words.h"
#include "ui/plots/figure.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

struct Tokens {
    Q_DECLARE_TR_FUNCTIONS(tokens)
};

/// Share of the tokens that keep to the colours.
constexpr double kShare = 0.995;

TokenPiece make_piece(TokenWriter& writer, std::uint32_t id) {
    TokenPiece made;
    made.text = writer.next(id);
    made.ends_line = made.text.contains(u'\n');
    made.text.replace(u'\n', kTokenLineEnd);
    return made;
}

std::vector<std::uint32_t> ids_of(const Measurement& measurement) {
    std::vector<std::uint32_t> ids;
    for (const ScoredWindow& window : measurement.windows)
        ids.insert(ids.end(), window.ids.begin(), window.ids.end());
    for (const TokenTops& tops : measurement.tops) {
        for (const auto* list : {&tops.model, &tops.reference}) {
            for (const TokenProbability& top : *list)
                ids.push_back(top.id);
        }
    }
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

}  // namespace

std::shared_ptr<const TokenText> TokenText::build(std::shared_ptr<const Measurement> measurement,
                                                  const RunnableModel& runnable) {
    auto made = std::make_shared<TokenText>();
    made->measurement_ = std::move(measurement);
    const Tokenizer& tokenizer = *runnable.tokenizer;
    for (const ScoredWindow& window : made->measurement_->windows) {
        TokenWriter writer(tokenizer);
        for (std::size_t i = 0; i < window.ids.size(); ++i) {
            TokenPiece piece = make_piece(writer, window.ids[i]);
            piece.begins_window = i == 0;
            if (i >= window.first_target) {
                piece.score = made->by_score_.size();
                made->by_score_.push_back(made->pieces_.size());
            }
            made->pieces_.push_back(std::move(piece));
        }
    }
    for (const std::uint32_t id : ids_of(*made->measurement_))
        made->names_.emplace_back(id, bitlathe::token_name(tokenizer, id));
    for (const TokenQuantity quantity :
         {TokenQuantity::kKl, TokenQuantity::kDifference, TokenQuantity::kLoss}) {
        std::vector<double> values;
        for (std::size_t i = 0; i < made->by_score_.size() && made->has(quantity); ++i)
            values.push_back(std::abs(made->value(quantity, i)));
        sort_values(values);
        made->scales_.push_back(values.empty() ? 0 : quantile(values, kShare));
    }
    return made;
}

bool TokenText::has(TokenQuantity quantity) const {
    return quantity == TokenQuantity::kLoss || measurement_->kl.has_value();
}

double TokenText::value(TokenQuantity quantity, std::size_t score) const {
    const TokenScore& at = measurement_->scores[score];
    switch (quantity) {
        case TokenQuantity::kKl:
            return at.kl.value_or(0);
        case TokenQuantity::kDifference:
            return at.nll - at.reference_nll.value_or(at.nll);
        case TokenQuantity::kLoss:
            break;
    }
    return at.nll;
}

double TokenText::scale(TokenQuantity quantity) const {
    return scales_[static_cast<std::size_t>(quantity)];
}

std::vector<std::size_t> TokenText::worst(TokenQuantity quantity, std::size_t count) const {
    std::vector<std::size_t> order(by_score_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    count = std::min(count, order.size());
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(count),
                      order.end(), [&](std::size_t a, std::size_t b) {
                          return ranks_before(value(quantity, a), a, value(quantity, b), b);
                      });
    order.resize(count);
    return order;
}

QString TokenText::token_name(std::uint32_t id) const {
    const auto found = std::lower_bound(
        names_.begin(), names_.end(), id,
        [](const auto& entry, std::uint32_t wanted) { return entry.first < wanted; });
    return found != names_.end() && found->first == id ? found->second : QString::number(id);
}

QString TokenText::place_text(std::size_t score) const {
    const TokenScore& at = measurement_->scores[score];
    return Tokens::tr("token %1 of window %2").arg(at.position + 1).arg(at.window + 1);
}

QStringList TokenText::headings() {
    return {Tokens::tr("window"),
            Tokens::tr("position"),
            Tokens::tr("id"),
            Tokens::tr("token"),
            Tokens::tr("loss of the plan, nats"),
            Tokens::tr("loss of the original, nats"),
            Tokens::tr("KL, nats")};
}

QStringList TokenText::row(std::size_t score) const {
    const TokenScore& at = measurement_->scores[score];
    return {QString::number(at.window),
            QString::number(at.position),
            QString::number(at.id),
            token_name(at.id),
            data_text(at.nll),
            at.reference_nll ? data_text(*at.reference_nll) : QString(),
            at.kl ? data_text(*at.kl) : QString()};
}

}  // namespace bitlathe
