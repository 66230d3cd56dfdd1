// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QStandardItemModel>
#include <QTableView>
#include <QWidget>
#include <optional>

#include "ui/models/token_text.h"
#include "ui/theme/theme.h"

namespace bitlathe {

/// Beside the text: what both the plan and the original expected at the chosen token, and the
/// tokens that lost most.
class TokenDetails : public QWidget {
    Q_OBJECT
public:
    explicit TokenDetails(Theme& theme, QWidget* parent = nullptr);

    void set_text(std::shared_ptr<const TokenText> text, TokenQuantity quantity);
    void show_token(std::optional<std::size_t> score);
    /// Scores of the list, worst first.
    [[nodiscard]] const std::vector<std::size_t>& worst() const { return worst_; }

signals:
    /// A row of the list was chosen.
    void token_wanted(std::size_t score);

private:
    [[nodiscard]] QTableView* make_table(const QString& name, const QString& title,
                                         QStandardItemModel& model);
    void fill_worst(TokenQuantity quantity);

    std::shared_ptr<const TokenText> text_;
    std::vector<std::size_t> worst_;
    QLabel *token_, *figures_;
    QStandardItemModel tops_model_, worst_model_;
    QTableView *tops_, *list_;
};

}  // namespace bitlathe
