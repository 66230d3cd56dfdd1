// SPDX-License-Identifier: GPL-3.0-or-later
// What the export dialog says of what is entered.
#include <QFileInfo>
#include <QStorageInfo>
#include <algorithm>

#include "ui/models/command_line.h"
#include "ui/panels/export_dialog.h"
#include "ui/theme/core_text.h"
#include "ui/theme/text.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;
constexpr std::size_t kMostFiles = 3;
constexpr std::uint64_t kMib = 1 << 20;

std::filesystem::path to_path(const QString& text) {
    return std::filesystem::path(text.toStdString());
}

QString absolute(const QString& path) {
    return path.isEmpty() ? QString() : QFileInfo(path).absoluteFilePath();
}

/// Free bytes where a file that may not exist yet would be written.
std::optional<std::uint64_t> free_space(const QString& destination) {
    QString folder = QFileInfo(destination).absolutePath();
    while (!QFileInfo::exists(folder) && folder != QFileInfo(folder).absolutePath())
        folder = QFileInfo(folder).absolutePath();
    const QStorageInfo storage(folder);
    if (!storage.isValid() || storage.bytesAvailable() < 0) return std::nullopt;
    return static_cast<std::uint64_t>(storage.bytesAvailable());
}

}  // namespace

/// What the worker keeps from one question to the next.
struct ExportDialog::Memory {
    QString path;  ///< of the importance file
    std::shared_ptr<const Importance> importance;
    std::vector<ExportGroup> groups;

    Status load(const QString& wanted) {
        if (wanted == path && (importance || wanted.isEmpty())) return {};
        path = wanted;
        importance.reset();
        if (wanted.isEmpty()) return {};
        BITLATHE_ASSIGN(importance, Importance::load(to_path(wanted)));
        return {};
    }
};

/// What the worker found out.
struct ExportDialog::Answer {
    std::optional<ExportPreview> preview;
    std::optional<std::uint64_t> free;
    std::shared_ptr<const Importance> importance;
    std::vector<ExportGroup> groups;
    QString error;  ///< why there is no preview
};

ExportWishes ExportDialog::wishes() const {
    ExportWishes wishes;
    wishes.destination = absolute(destination_->text().trimmed());
    wishes.importance = absolute(importance_->text().trimmed());
    wishes.split_bytes = split_ != nullptr ? static_cast<std::uint64_t>(split_->value()) * kMib : 0;
    wishes.replace = replace_->isChecked();
    wishes.report = report_->isChecked();
    return wishes;
}

ExportRequest ExportDialog::request() const {
    const ExportWishes wish = wishes();
    ExportRequest request;
    request.destination = to_path(wish.destination);
    request.replace = wish.replace;
    request.split_bytes = wish.split_bytes;
    request.importance = loaded_importance_;
    return request;
}

void ExportDialog::check() {
    preview_.reset();
    export_->setEnabled(false);
    show_command();
    if (!memory_) memory_ = std::make_shared<Memory>();
    worker_.post([this, subject = subject_, wish = wishes(),
                  memory = memory_](const WorkContext&) -> LatestWorker::Delivery {
        Answer answer;
        if (memory->groups.empty()) memory->groups = export_groups(*subject.catalog, *subject.plan);
        answer.groups = memory->groups;
        answer.free = free_space(wish.destination);
        const Status loaded = memory->load(wish.importance);
        answer.importance = memory->importance;
        ExportRequest request;
        request.destination = to_path(wish.destination);
        request.split_bytes = wish.split_bytes;
        request.importance = memory->importance;
        auto preview = preview_export(subject.catalog->target(), subject.catalog->model(),
                                      *subject.plan, request);
        if (!loaded) {
            answer.error = error_text(loaded.error());
        } else if (!preview) {
            answer.error = error_text(preview.error());
        } else {
            answer.preview = *std::move(preview);
        }
        return [this, answer] { take(answer); };
    });
}

void ExportDialog::take(const Answer& answer) {
    preview_ = answer.preview;
    free_ = answer.free;
    loaded_importance_ = answer.importance;
    if (groups_.groups().empty()) groups_.set_groups(answer.groups);
    changes_->setText(changes_text());
    const QLocale numbers;
    size_->setText(preview_
                       ? tr("%1, exactly %2 bytes")
                             .arg(bytes_text(preview_->bytes), numbers.toString(preview_->bytes))
                       : QString(kUnknown));
    space_->setText(free_ ? bytes_text(*free_) : QString(kUnknown));
    files_->setText(files_text());
    replace_->setVisible(preview_ && preview_->exists);
    show_problem(answer.error.isEmpty() ? obstacle_text() : answer.error);
    show_command();
}

QString ExportDialog::obstacle_text() const {
    if (destination_->text().trimmed().isEmpty()) return tr("Choose a destination.");
    if (preview_->obstacle) return error_text(*preview_->obstacle);
    if (free_ && preview_->bytes > *free_) {
        return tr("There is not enough free space: %1 are needed.")
            .arg(bytes_text(preview_->bytes));
    }
    if (preview_->exists && !replace_->isChecked()) {
        return tr("There is something of that name already.");
    }
    return {};
}

void ExportDialog::show_problem(const QString& problem) {
    problem_->setText(problem);
    problem_->setVisible(!problem.isEmpty());
    export_->setEnabled(problem.isEmpty() && preview_ && !checking());
    // Wrapped lines need their height from the width, which a dialog does not ask for by itself.
    resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
}

QString ExportDialog::conversion_text() const {
    const Model& model = subject_.catalog->model();
    const Checkpoint* source = model.checkpoint->source().get();
    if (source == nullptr) return {};
    QStringList lines{
        tr("The model folder becomes a GGUF: %1 tensors are %2 there, in the names "
           "and the order of llama.cpp.")
            .arg(count_text(source->tensors().size()), count_text(subject_.catalog->size()))};
    for (const Warning& warning : model.warnings)
        lines += core_text(warning.message);
    return lines.join(u'\n') + u'\n';
}

QString ExportDialog::changes_text() const {
    std::size_t changed = 0;
    std::size_t fallen = 0;
    for (const ExportGroup& group : groups_.groups()) {
        if (group.from != group.to) changed += group.tensors;
        if (!group.reason.isEmpty()) fallen += group.tensors;
    }
    const QString all =
        conversion_text() + tr("%1 of %2 tensors are converted, the others are copied.")
                                .arg(count_text(changed), count_text(subject_.catalog->size()));
    if (fallen == 0) return all;
    return tr("%1 %n tensor(s) have another format than was asked for.", nullptr,
              static_cast<int>(fallen))
        .arg(all);
}

QString ExportDialog::files_text() const {
    if (!preview_) return QString(kUnknown);
    QStringList names;
    for (const PlannedFile& file : preview_->files) {
        if (static_cast<std::size_t>(names.size()) == kMostFiles) break;
        names += tr("%1 (%2)").arg(to_qstring(file.name.string()), bytes_text(file.bytes));
    }
    const auto more = static_cast<int>(preview_->files.size()) - static_cast<int>(names.size());
    if (more > 0) names += tr("and %n more", nullptr, more);
    return names.join(u", "_s);
}

QString ExportDialog::command_line() const {
    const QString plan = subject_.saved_plan.isEmpty() ? u"PLAN"_s : absolute(subject_.saved_plan);
    return export_command_line(absolute(subject_.checkpoint), plan,
                               subject_.catalog->target().name(), wishes());
}

void ExportDialog::show_command() {
    const bool saved = !subject_.saved_plan.isEmpty();
    command_->setPlainText(command_line());
    command_note_->setText(
        saved ? QString() : tr("the plan has to be saved first: the command reads its file"));
    save_plan_->setVisible(!saved);
    copy_->setEnabled(saved);
}

void ExportDialog::set_saved_plan(const QString& path) {
    subject_.saved_plan = path;
    show_command();
}

}  // namespace bitlathe
