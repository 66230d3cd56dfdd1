// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/compare_panel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelection>
#include <QScopedValueRollback>
#include <QShortcut>
#include <QVBoxLayout>
#include <cmath>

#include "ui/models/quality_words.h"
#include "ui/plots/figure_menu.h"
#include "ui/theme/text.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int kRowHeight = 20;
constexpr int kDigits = 2;  ///< of a change in percent
constexpr std::array<int, PlanDifferenceModel::kColumnCount> kWidths = {110, 54, 54, 74, 76};

QString bits_change_text(double before, double after) {
    const double change = after - before;
    if (bits_text(std::abs(change)) == bits_text(0)) return u"±0.00"_s;
    return (change > 0 ? QChar(u'+') : QChar(0x2212)) + bits_text(std::abs(change));
}

QString error_change_text(std::optional<double> before, std::optional<double> after) {
    if (!before || !after) return kUnknown;
    if (*before == *after) return u"±0 %"_s;
    return (*after > *before ? QChar(u'+') : QChar(0x2212)) + nmse_text(std::abs(*after - *before));
}

}  // namespace

ComparePanel::ComparePanel(PlanModel& plan, PlanShelf& shelf, SelectionHub& hub, Theme& theme,
                           QWidget* parent)
    : QFrame(parent), plan_(plan), shelf_(shelf), hub_(hub), model_(plan, shelf) {
    setObjectName(u"comparePanel"_s);
    set_look(*this, "panel");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->setSpacing(6);
    auto* head = new QHBoxLayout;
    head->addWidget(make_label(u"compareTitle"_s, "title", this, tr("Compare with")));
    choice_ = new QComboBox(this);
    choice_->setObjectName(u"compareChoice"_s);
    choice_->setAccessibleName(tr("Compare the current plan with"));
    choice_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    head->addWidget(choice_, 1);
    layout->addLayout(head);
    hint_ = make_label(u"compareHint"_s, "muted", this);
    hint_->setWordWrap(true);
    layout->addWidget(hint_);
    body_ = new QWidget(this);
    QVBoxLayout* column = make_column(*body_, 6);
    build_table();
    column->addWidget(table_, 1);
    offer_figure(*table_, widget_figure(*table_, u"comparison"_s, [this] { return model_.rows(); }),
                 theme);
    auto* line = new QHBoxLayout;
    count_ = make_label(u"compareCount"_s, "muted", body_);
    line->addWidget(count_, 1);
    copy_ = make_button(u"compareCopy"_s, tr("Copy as CSV"), "link", body_);
    connect(copy_, &QPushButton::clicked, this, &ComparePanel::copy_csv);
    line->addWidget(copy_);
    column->addLayout(line);
    column->addLayout(build_totals());
    layout->addWidget(body_, 1);
    layout->addStretch();

    connect(choice_, &QComboBox::activated, this, [this](int item) {
        const int row = choice_->itemData(item).toInt();
        shelf_.compare(row < 0 ? std::nullopt : std::optional(row));
    });
    const auto choices = [this] { fill_choice(); };
    connect(&shelf_, &PlanShelf::compared_changed, this, choices);
    connect(&shelf_, &QAbstractItemModel::rowsInserted, this, choices);
    connect(&shelf_, &QAbstractItemModel::rowsRemoved, this, choices);
    connect(&plan_, &PlanModel::name_changed, this, choices);
    connect(&plan_, &PlanModel::identity_changed, this, choices);
    connect(&model_, &PlanDifferenceModel::refreshed, this, &ComparePanel::show_totals);
    connect(&model_, &QAbstractItemModel::modelReset, this, &ComparePanel::show_selection);
    connect(&hub_, &SelectionHub::selection_changed, this, &ComparePanel::show_selection);
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ComparePanel::take_selection);
    fill_choice();
    show_totals();
}

void ComparePanel::build_table() {
    table_ = make_table(u"compareTable"_s, tr("Tensors that differ"), model_, kRowHeight, body_);
    table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table_->setTextElideMode(Qt::ElideMiddle);
    QHeaderView* header = table_->horizontalHeader();
    header->setMinimumSectionSize(32);
    header->setSortIndicatorShown(false);  // the model writes an arrow into the title
    header->setSortIndicatorClearable(true);
    header->setSectionsClickable(true);
    set_column_widths(*table_, kWidths);
    header->setSectionResizeMode(PlanDifferenceModel::kName, QHeaderView::Stretch);
    connect(header, &QHeaderView::sortIndicatorChanged, &model_, &PlanDifferenceModel::sort);
    auto* copy = new QShortcut(QKeySequence::Copy, table_);
    copy->setContext(Qt::WidgetShortcut);
    connect(copy, &QShortcut::activated, this, &ComparePanel::copy_csv);
}

QGridLayout* ComparePanel::build_totals() {
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(3);
    grid->setColumnStretch(0, 1);
    const std::array<QString, 6> titles = {QString(),
                                           tr("size"),
                                           tr("bits per weight"),
                                           tr("weight error est."),
                                           tr("perplexity meas."),
                                           tr("KL meas., nats")};
    const std::array<QString, 3> columns = {u"Current"_s, u"Compared"_s, u"Difference"_s};
    for (std::size_t row = 0; row < titles.size(); ++row) {
        const int at = static_cast<int>(row);
        grid->addWidget(make_label(u"compareFigure%1"_s.arg(at), "muted", body_, titles[row]), at,
                        0);
        for (std::size_t column = 0; column < columns.size(); ++column) {
            QLabel* label = make_label(u"compare%1%2"_s.arg(columns[column]).arg(at),
                                       row == 0 ? "muted" : "content", body_);
            label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
            label->setMinimumWidth(70);
            grid->addWidget(label, at, static_cast<int>(column) + 1);
            totals_[row][column] = label;
        }
    }
    totals_[0][0]->setText(tr("current"));
    totals_[0][1]->setText(tr("B"));
    totals_[0][2]->setText(tr("difference"));
    for (QLabel* title : totals_[0])
        title->setMinimumWidth(std::max(70, title->sizeHint().width()));
    measured_note_ = make_label(u"compareMeasured"_s, "muted", body_);
    measured_note_->setWordWrap(true);
    grid->addWidget(measured_note_, static_cast<int>(titles.size()), 0, 1, 4);
    return grid;
}

void ComparePanel::fill_choice() {
    choice_->clear();
    choice_->addItem(tr("nothing"), -1);
    for (int row = 0; row < shelf_.rowCount(); ++row) {
        if (row != shelf_.current_row()) choice_->addItem(shelf_.name(row), row);
    }
    choice_->setEnabled(choice_->count() > 1);
    choice_->setCurrentIndex(std::max(0, choice_->findData(shelf_.compared_row().value_or(-1))));
    const bool comparing = shelf_.compared_row().has_value();
    body_->setVisible(comparing);
    hint_->setVisible(!comparing);
    hint_->setText(choice_->count() > 1
                       ? tr("Choose a plan: the bars then show both, and what differs is listed "
                            "here.")
                       : tr("There is only one plan yet. A second one starts as a copy, under "
                            "Plans."));
}

void ComparePanel::show_totals() {
    const auto row = shelf_.compared_row();
    if (!row) return;
    const int differing = model_.rowCount();
    count_->setText(differing == 0 ? tr("No tensor differs.")
                                   : tr("%1 of %n tensor(s) differ", nullptr,
                                        static_cast<int>(plan_.catalog().size()))
                                         .arg(differing));
    copy_->setEnabled(differing > 0);
    const PlanTotals& now = plan_.totals();
    const PlanTotals& other = shelf_.totals(*row);
    const double weights = std::max(1.0, static_cast<double>(plan_.catalog().parameters()));
    const auto relative = [weights](std::optional<double> loss) {
        return loss ? std::optional(*loss / weights) : std::nullopt;
    };
    const auto before = relative(now.estimated_loss);
    const auto after = relative(other.estimated_loss);
    const QString texts[3][3] = {
        {bytes_text(now.bytes), bytes_text(other.bytes), bytes_change_text(now.bytes, other.bytes)},
        {bits_text(now.bits_per_weight), bits_text(other.bits_per_weight),
         bits_change_text(now.bits_per_weight, other.bits_per_weight)},
        {nmse_text(before), nmse_text(after), error_change_text(before, after)}};
    for (std::size_t i = 0; i < 3; ++i) {
        for (std::size_t k = 0; k < 3; ++k)
            totals_[i + 1][k]->setText(texts[i][k]);
    }
    show_measured();
}

void ComparePanel::follow(QualityBook& book) {
    connect(&book, &QualityBook::changed, this, &ComparePanel::show_measured);
    show_measured();
}

void ComparePanel::show_measured() {
    const auto row = shelf_.compared_row();
    if (!row) return;
    const QualityBook::Entry now = shelf_.measured(shelf_.current_row());
    const QualityBook::Entry other = shelf_.measured(*row);
    const auto perplexity = [](const QualityBook::Entry& entry) {
        return entry ? value_text(entry->perplexity.value, entry->perplexity.error)
                     : QString(kNotMeasured);
    };
    const auto kl = [](const QualityBook::Entry& entry) {
        return entry && entry->kl ? value_text(entry->kl->mean, entry->kl->error)
                                  : QString(kNotMeasured);
    };
    QString ratio = kNotMeasured;
    QString kl_change = kNotMeasured;
    QString errors;
    const auto pair = paired(now, other);
    if (pair) {
        // A difference of mean losses is a ratio of perplexities.
        const double change = 100 * (std::exp(pair->nll) - 1);
        const double error = 100 * std::exp(pair->nll) * pair->nll_error;
        ratio = percent_text(change, 'f', kDigits);
        errors = tr("perplexity %1 %").arg(with_error_text(change, error));
        if (pair->kl) {
            const double kl_error = pair->kl_error.value_or(0);
            kl_change = value_text(*pair->kl, kl_error);
            errors = tr("perplexity %1 %, KL %2 nats")
                         .arg(with_error_text(change, error), with_error_text(*pair->kl, kl_error));
        }
    }
    const QString texts[2][3] = {{perplexity(now), perplexity(other), ratio},
                                 {kl(now), kl(other), kl_change}};
    for (std::size_t i = 0; i < 2; ++i) {
        for (std::size_t k = 0; k < 3; ++k)
            totals_[i + 4][k]->setText(texts[i][k]);
    }
    measured_note_->setText(
        pair ? tr("Difference token by token, ± standard error: %1. Measured on %2.")
                   .arg(errors, measured_on_text(*now))
             : tr("What is not measured is not known: see Quality."));
}

void ComparePanel::copy_csv() const {
    QGuiApplication::clipboard()->setText(QString::fromUtf8(csv_text(model_.rows())));
}

void ComparePanel::take_selection() {
    if (syncing_) return;
    const QScopedValueRollback<bool> guard(syncing_, true);
    std::vector<std::size_t> tensors;
    for (const QItemSelectionRange& range : table_->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            tensors.push_back(model_.tensor_at(row));
    }
    if (tensors.empty()) return;  // rows went away, not the selection of the window
    const QModelIndex current = table_->selectionModel()->currentIndex();
    const std::size_t at = current.isValid() ? model_.tensor_at(current.row()) : tensors.front();
    hub_.select(std::move(tensors), at);
}

void ComparePanel::show_selection() {
    if (syncing_) return;
    const QScopedValueRollback<bool> guard(syncing_, true);
    QItemSelection selection;
    for (int row = 0; row < model_.rowCount(); ++row) {
        if (hub_.is_selected(model_.tensor_at(row)))
            selection.select(model_.index(row, 0),
                             model_.index(row, PlanDifferenceModel::kColumnCount - 1));
    }
    table_->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    const int row = hub_.current() ? model_.row_of(*hub_.current()) : -1;
    if (row < 0) return;
    table_->selectionModel()->setCurrentIndex(model_.index(row, 0), QItemSelectionModel::NoUpdate);
    table_->scrollTo(model_.index(row, 0));
}

}  // namespace bitlathe
