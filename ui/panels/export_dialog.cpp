// SPDX-License-Identifier: GPL-3.0-or-later
// The controls of the export dialog.
#include "ui/panels/export_dialog.h"

#include <QClipboard>
#include <QFileInfo>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHeaderView>
#include <QRegularExpression>
#include <QVBoxLayout>
#include <array>
#include <tuple>

#include "core/targets/target_choice.h"
#include "ui/panels/file_dialogs.h"
#include "ui/panels/widgets.h"
#include "ui/theme/core_text.h"
#include "ui/theme/text.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;
constexpr int kWidth = 760;
constexpr int kRowHeight = 22;
constexpr int kTableHeight = 140;
constexpr int kCommandHeight = 46;
constexpr int kMostMib = 1'048'576;
constexpr std::uint64_t kMib = 1 << 20;

bool has_parts(const Target& target) {
    return target.name() == "gguf";
}

}  // namespace

QString suggested_destination(const Model& model, const Plan& plan) {
    const QFileInfo source(to_qstring(model.checkpoint->path().string()));
    QString name = to_qstring(plan.name);
    name.replace(QRegularExpression(u"[^A-Za-z0-9._-]+"_s), u"-"_s);
    if (name.isEmpty()) name = u"plan"_s;
    QString base = source.completeBaseName();
    if (base.isEmpty()) base = u"model"_s;
    const Target* target = find_target(plan.target);
    const bool folder = target != nullptr && target->writes_folder({});
    return source.absolutePath() + u'/' + base + u'.' + name + (folder ? QString() : u".gguf"_s);
}

ExportDialog::ExportDialog(ExportSubject subject, const ExportWishes& wishes, QWidget* parent)
    : QDialog(parent), subject_(std::move(subject)) {
    setObjectName(u"exportDialog"_s);
    setWindowTitle(tr("Export"));
    build(wishes);
    check();
}

void ExportDialog::build(const ExportWishes& wishes) {
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(20, 16, 20, 14);
    rows->setSpacing(8);
    rows->addWidget(make_label(u"exportTitle"_s, "headline", this, tr("Export the planned model")));
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(6);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    build_target(*form);
    build_destination(*form, wishes);
    size_ = add_fact(*form, tr("Size"), u"exportSize"_s);
    space_ = add_fact(*form, tr("Free there"), u"exportSpace"_s);
    files_ = add_fact(*form, tr("Files"), u"exportFiles"_s);
    rows->addLayout(form);
    build_changes(*rows);
    report_ = add_check(*rows, u"exportReport"_s,
                        tr("Leave a report beside it, as HTML and as JSON"), wishes.report);
    build_command(*rows);
    replace_ = add_check(*rows, u"exportReplace"_s, tr("Replace what is there"), wishes.replace);
    replace_->hide();
    problem_ = make_label(u"exportProblem"_s, "warning", this);
    problem_->setWordWrap(true);
    rows->addWidget(problem_);
    build_buttons(*rows);
    connect(destination_, &QLineEdit::textChanged, this, &ExportDialog::check);
    connect(importance_, &QLineEdit::textChanged, this, &ExportDialog::check);
    connect(replace_, &QCheckBox::toggled, this, &ExportDialog::check);
    connect(report_, &QCheckBox::toggled, this, &ExportDialog::show_command);
    if (split_ != nullptr) {
        connect(split_, qOverload<int>(&QSpinBox::valueChanged), this, &ExportDialog::check);
    }
    setMinimumWidth(kWidth);
    destination_->setFocus();
}

QCheckBox* ExportDialog::add_check(QVBoxLayout& rows, const QString& name, const QString& text,
                                   bool on) {
    auto* box = new QCheckBox(text, this);
    box->setObjectName(name);
    box->setAccessibleName(text);
    box->setChecked(on);
    rows.addWidget(box);
    return box;
}

QLabel* ExportDialog::make_caption(const QString& name, const QString& text) {
    QLabel* caption = make_label(name + u"Title"_s, "muted", this, text);
    caption->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);  // as high as its row
    return caption;
}

QLabel* ExportDialog::add_fact(QFormLayout& form, const QString& title, const QString& name) {
    QLabel* value = make_label(name, "content", this);
    value->setWordWrap(true);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    form.addRow(make_caption(name, title), value);
    return value;
}

void ExportDialog::build_target(QFormLayout& form) {
    auto* choice = new QComboBox(this);
    choice->setObjectName(u"exportTarget"_s);
    choice->setAccessibleName(tr("Target"));
    for (const Target* target : all_targets()) {
        if (!can_open_for(*target, subject_.catalog->model())) continue;
        choice->addItem(target_text(*target) + u" · "_s + core_text(target->description()),
                        to_qstring(target->name()));
        if (target == &subject_.catalog->target()) choice->setCurrentIndex(choice->count() - 1);
    }
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    form.addRow(make_caption(u"exportTarget"_s, tr("Target")), choice);
    connect(choice, &QComboBox::activated, this, [this, choice](int item) {
        other_target_ = choice->itemData(item).toString();
        if (other_target_ != to_qstring(subject_.catalog->target().name())) done(kOtherTarget);
    });
}

void ExportDialog::build_destination(QFormLayout& form, const ExportWishes& wishes) {
    const auto add = [&](const QString& title, const QString& name, const QString& text) {
        auto* line = new QHBoxLayout;
        line->setSpacing(8);
        auto* edit = new QLineEdit(text, this);
        edit->setObjectName(name);
        edit->setAccessibleName(title);
        auto* button = make_button(name + u"Browse"_s, tr("Browse…"), "", this);
        button->setAccessibleName(tr("Browse for: %1").arg(title));
        line->addWidget(edit, 1);
        line->addWidget(button);
        form.addRow(make_caption(name, title), line);
        return std::pair(edit, button);
    };
    QPushButton* browse_button = nullptr;
    std::tie(destination_, browse_button) =
        add(tr("Destination"), u"exportDestination"_s, wishes.destination);
    connect(browse_button, &QPushButton::clicked, this, &ExportDialog::browse);
    if (has_parts(subject_.catalog->target())) {
        split_ = new QSpinBox(this);
        split_->setObjectName(u"exportSplit"_s);
        split_->setAccessibleName(tr("Largest part, in MiB"));
        split_->setRange(0, kMostMib);
        split_->setSpecialValueText(tr("one file"));
        split_->setSuffix(tr(" MiB at most"));
        split_->setValue(static_cast<int>(wishes.split_bytes / kMib));
        split_->setMaximumWidth(180);
        form.addRow(make_caption(u"exportSplit"_s, tr("Parts of")), split_);
    }
    std::tie(importance_, browse_button) =
        add(tr("Importance"), u"exportImportance"_s, wishes.importance);
    importance_->setPlaceholderText(tr("none; an imatrix file of llama.cpp guides the encoders"));
    connect(browse_button, &QPushButton::clicked, this, &ExportDialog::browse_importance);
}

void ExportDialog::build_changes(QVBoxLayout& rows) {
    changes_ = make_label(u"exportChanges"_s, "content", this);
    changes_->setWordWrap(true);
    rows.addWidget(changes_);
    auto* table =
        make_table(u"exportTable"_s, tr("What becomes of the tensors"), groups_, kRowHeight, this);
    table->setMinimumHeight(kTableHeight);
    QHeaderView* header = table->horizontalHeader();
    std::array<int, ExportGroupModel::kReason> widths{};
    widths.fill(92);
    widths[ExportGroupModel::kTo] = 130;
    set_column_widths(*table, widths);
    header->setStretchLastSection(true);
    rows.addWidget(table, 1);
}

void ExportDialog::build_command(QVBoxLayout& rows) {
    auto* head = new QHBoxLayout;
    head->addWidget(make_label(u"exportCommandTitle"_s, "muted", this, tr("From a shell")));
    command_note_ = make_label(u"exportCommandNote"_s, "muted", this);
    command_note_->setWordWrap(true);
    head->addWidget(command_note_, 1);
    save_plan_ = make_button(u"exportSavePlan"_s, tr("Save plan…"), "link", this);
    copy_ = make_button(u"exportCopyCommand"_s, tr("Copy"), "link", this);
    copy_->setAccessibleName(tr("Copy the command"));
    head->addWidget(save_plan_);
    head->addWidget(copy_);
    rows.addLayout(head);
    command_ = new QPlainTextEdit(this);
    command_->setObjectName(u"exportCommand"_s);
    command_->setAccessibleName(tr("The same from a shell"));
    command_->setReadOnly(true);
    command_->setTabChangesFocus(true);
    command_->setFixedHeight(kCommandHeight);
    rows.addWidget(command_);
    connect(save_plan_, &QPushButton::clicked, this, &ExportDialog::save_plan_wanted);
    connect(copy_, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(command_->toPlainText());
        command_note_->setText(tr("copied"));
    });
}

void ExportDialog::build_buttons(QVBoxLayout& rows) {
    auto* buttons = new QHBoxLayout;
    auto* promise = make_label(u"exportVerify"_s, "muted", this,
                               tr("Read back and compared before it gets its name. The source is "
                                  "never written to."));
    promise->setWordWrap(true);
    buttons->addWidget(promise, 1);
    auto* cancel = make_button(u"exportCancel"_s, tr("Cancel"), "", this);
    export_ = make_button(u"exportAccept"_s, tr("Export"), "primary", this);
    export_->setDefault(true);
    export_->setEnabled(false);
    buttons->addWidget(cancel);
    buttons->addWidget(export_);
    rows.addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(export_, &QPushButton::clicked, this, &QDialog::accept);
}

void ExportDialog::browse() {
    const QString path = file_dialogs::export_destination(
        this, destination_->text(), subject_.catalog->target().writes_folder({}));
    if (!path.isEmpty()) destination_->setText(path);
}

void ExportDialog::browse_importance() {
    const QString path = file_dialogs::open_importance(this, importance_->text());
    if (!path.isEmpty()) importance_->setText(path);
}

}  // namespace bitlathe
