// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <memory>
#include <optional>
#include <vector>

#include "core/evaluation/measurement.h"

namespace bitlathe {

/// What tokens are coloured by.
enum class TokenQuantity {
    kKl,          ///< divergence of the plan's prediction from the original's, nats
    kDifference,  ///< loss of the plan less that of the original, nats; of two signs
    kLoss,        ///< loss of the plan, nats
};

/// One token of a measured text, ready to be shown.
struct TokenPiece {
    QString text;  ///< as it is drawn: line ends and parts of characters have signs
    std::optional<std::size_t> score;  ///< into Measurement::scores; nothing: it was not scored
    bool ends_line = false;            ///< the text goes on in a new line
    bool begins_window = false;
};

/// A measured text, token by token, with what was found at each. Immutable; made by a worker.
class TokenText {
public:
    /// Nothing else is needed of the model afterwards.
    static std::shared_ptr<const TokenText> build(std::shared_ptr<const Measurement> measurement,
                                                  const RunnableModel& runnable);

    [[nodiscard]] const Measurement& measurement() const { return *measurement_; }
    [[nodiscard]] const std::vector<TokenPiece>& pieces() const { return pieces_; }
    /// Index into pieces() of a score.
    [[nodiscard]] std::size_t piece_of(std::size_t score) const { return by_score_[score]; }
    [[nodiscard]] bool has(TokenQuantity quantity) const;
    /// Of a score; has(quantity).
    [[nodiscard]] double value(TokenQuantity quantity, std::size_t score) const;
    /// The value, or its magnitude, that gets the full colour: nearly all lie below.
    [[nodiscard]] double scale(TokenQuantity quantity) const;
    /// Scores with the largest values first, at most `count`.
    [[nodiscard]] std::vector<std::size_t> worst(TokenQuantity quantity, std::size_t count) const;
    /// A token by its id, as it is written in lists: with a sign for a space at its beginning.
    [[nodiscard]] QString token_name(std::uint32_t id) const;
    /// "token 40 of window 3".
    [[nodiscard]] QString place_text(std::size_t score) const;
    /// One row per scored token, for files; the columns are those of headings().
    [[nodiscard]] QStringList row(std::size_t score) const;
    [[nodiscard]] static QStringList headings();

private:
    std::shared_ptr<const Measurement> measurement_;
    std::vector<TokenPiece> pieces_;
    std::vector<std::size_t> by_score_;
    std::vector<std::pair<std::uint32_t, QString>> names_;  ///< of all ids that occur, by id
    std::vector<double> scales_;                            ///< by TokenQuantity
};

}  // namespace bitlathe
