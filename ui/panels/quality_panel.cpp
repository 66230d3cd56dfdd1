// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/quality_panel.h"

#include <QScopedValueRollback>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/models/quality_words.h"
#include "ui/panels/widgets.h"
#include "ui/theme/core_text.h"
#include "ui/theme/text.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMostContext = 8192;  ///< of a window

}  // namespace

QualityPanel::QualityPanel(PlanModel& plan, QualityBook& book, QualityMeasurer& measurer,
                           const Actions& actions, Theme& theme, QWidget* parent)
    : QFrame(parent), plan_(plan), book_(book), measurer_(measurer) {
    setObjectName(u"qualityPanel"_s);
    set_look(*this, "panel");
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(12, 10, 12, 10);
    rows->setSpacing(8);
    auto* head = new QHBoxLayout;
    head->addWidget(make_label(u"qualityTitle"_s, "title", this, tr("Quality")));
    head->addStretch();
    remark_ = make_label(u"qualityRemark"_s, "muted", this);
    head->addWidget(remark_);
    rows->addLayout(head);
    reason_ = make_label(u"qualityReason"_s, "warning", this);
    reason_->setWordWrap(true);
    rows->addWidget(reason_);
    build_choices();
    build_buttons(actions);
    build_results(theme);
    rows->addStretch();
    connect(&plan_, &PlanModel::opened, this, &QualityPanel::show_state);
    connect(&measurer_, &QualityMeasurer::state_changed, this, [this] {
        text_->show_chosen(measurer_.text());
        fit_context();
        show_state();
    });
    connect(&book_, &QualityBook::changed, this, [this] {
        if (book_.settings() != shown_) show_settings();  // a project brings its own
        show_state();
    });
    show_settings();
    show_state();
}

void QualityPanel::take_settings() {
    if (syncing_) return;
    MeasureSettings settings = book_.settings();
    settings.protocol = static_cast<Protocol>(protocol_->currentData().toInt());
    settings.context = static_cast<std::uint64_t>(context_->value());
    settings.windows = static_cast<std::uint64_t>(windows_->value());
    settings.compare = compare_->isChecked();
    shown_ = settings;
    book_.set_settings(settings);
    show_state();
}

void QualityPanel::show_settings() {
    const QScopedValueRollback<bool> guard(syncing_, true);
    const MeasureSettings& settings = book_.settings();
    shown_ = settings;
    protocol_->setCurrentIndex(protocol_->findData(static_cast<int>(settings.protocol)));
    context_->setValue(static_cast<int>(std::min<std::uint64_t>(settings.context, kMostContext)));
    windows_->setValue(static_cast<int>(std::min<std::uint64_t>(
        settings.windows, static_cast<std::uint64_t>(windows_->maximum()))));
    compare_->setChecked(settings.compare);
}

void QualityPanel::fit_context() {
    // A window longer than what the model is meant for would measure something else.
    const auto runnable = measurer_.runnable();
    const std::uint64_t meant = runnable ? runnable->context : 0;
    const int most =
        meant == 0 ? kMostContext : static_cast<int>(std::min<std::uint64_t>(meant, kMostContext));
    if (context_->maximum() != most) context_->setMaximum(std::max(most, 2));
}

QString QualityPanel::reason() const {
    if (!plan_.is_open()) return tr("No model is open.");
    if (const auto& refusal = measurer_.refusal())
        return tr("This model cannot be run here, so its quality cannot be measured: %1")
            .arg(error_text(*refusal));
    if (const auto& problem = measurer_.text_problem())
        return tr("The text cannot be read: %1").arg(error_text(*problem));
    if (measurer_.text().isEmpty()) return tr("Choose a text to measure with.");
    return {};
}

void QualityPanel::show_state() {
    const QString why = reason();
    reason_->setText(why);
    reason_->setVisible(!why.isEmpty());
    show_results();
}

void QualityPanel::show_results() {
    const bool open = plan_.is_open();
    const QualityBook::Entry plan = open ? book_.current() : nullptr;
    const QualityBook::Entry original = open ? book_.original() : nullptr;
    const bool same = open && book_.current_content() == book_.original_content();
    const bool pending = open && measurer_.pending(book_.current_content());
    results_->setVisible(plan || original);
    remark_->setText(plan ? tr("measured") : QString());
    if (plan) {
        state_->setText(same ? tr("The plan keeps everything as stored: it is the original.")
                             : QString());
    } else if (pending) {
        state_->setText(tr("This plan waits or is being measured, see Jobs."));
    } else if (open && measurer_.ready()) {
        state_->setText(
            tr("This plan is not measured with these settings. Its weight error is an "
               "estimate and says little about quality."));
    } else {
        state_->clear();
    }
    state_->setVisible(!state_->text().isEmpty());
    const auto perplexity_of = [](const QualityBook::Entry& entry) {
        return entry ? with_error_text(entry->perplexity.value, entry->perplexity.error)
                     : QString(kNotMeasured);
    };
    QStringList texts{perplexity_of(plan), perplexity_of(original)};
    if (plan && plan->kl) {
        const KlSummary& kl = *plan->kl;
        texts << with_error_text(kl.mean, kl.error) << number_text(kl.median, 'g', 3)
              << number_text(kl.p99, 'g', 3) << percent_text(kl.same_top * 100, 'f', 1)
              << percent_text(kl.rms_dp * 100, 'f', 2);
    }
    for (std::size_t i = 0; i < kRows; ++i) {
        cells_[i]->setText(texts.value(static_cast<int>(i), kNotMeasured));
        const bool unknown = cells_[i]->text() == QString(kNotMeasured);
        cells_[i]->setToolTip(unknown ? tr("not measured") : QString());
        cells_[i]->setAccessibleName(unknown ? tr("not measured") : QString());
    }
    const QualityBook::Entry any = plan ? plan : original;
    note_->setText(any ? tr("Measured on %1").arg(measured_on_text(*any)) : QString());
}

FigureData QualityPanel::data() const {
    FigureData data{{tr("figure"), tr("plan"), tr("original")}, {}};
    const auto value = [](const QualityBook::Entry& entry, std::size_t row) -> QString {
        if (!entry) return {};
        if (row == 0) return data_text(entry->perplexity.value);
        if (row == 1) return data_text(entry->perplexity.error);
        if (!entry->kl) return {};
        const KlSummary& kl = *entry->kl;
        const std::array values = {kl.mean, kl.error, kl.median, kl.p99, kl.same_top, kl.rms_dp};
        return data_text(values[row - 2]);
    };
    const std::array<QString, 8> names = {tr("perplexity"),
                                          tr("perplexity, standard error"),
                                          tr("KL, nats per token"),
                                          tr("KL, standard error"),
                                          tr("KL, median"),
                                          tr("KL, 99 %"),
                                          tr("same most probable token, share"),
                                          tr("RMS change of the right token's probability")};
    for (std::size_t row = 0; row < names.size(); ++row)
        data.rows.push_back(
            {names[row], value(book_.current(), row), value(book_.original(), row)});
    const QualityBook::Entry any = book_.current() ? book_.current() : book_.original();
    if (any) data.rows.push_back({tr("measured on"), measured_on_text(*any), {}});
    return data;
}

}  // namespace bitlathe
