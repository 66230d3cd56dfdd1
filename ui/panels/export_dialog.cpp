// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/export_dialog.h"

#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QRegularExpression>
#include <QStorageInfo>
#include <QVBoxLayout>
#include <algorithm>
#include <map>

#include "ui/panels/file_dialogs.h"
#include "ui/panels/widgets.h"
#include "ui/theme/text.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;
constexpr int kMostFallbacks = 4;
constexpr int kWidth = 660;

std::filesystem::path to_path(const QString& text) {
    return std::filesystem::path(text.toStdString());
}

bool writes_folder(std::string_view target) {
    return target != "gguf";
}

/// Free bytes where a file that may not exist yet would be written.
std::optional<std::uint64_t> free_space(const QString& destination) {
    QString folder = QFileInfo(destination).absolutePath();
    while (!QFileInfo::exists(folder) && folder != QFileInfo(folder).absolutePath()) {
        folder = QFileInfo(folder).absolutePath();
    }
    const QStorageInfo storage(folder);
    if (!storage.isValid() || storage.bytesAvailable() < 0) return std::nullopt;
    return static_cast<std::uint64_t>(storage.bytesAvailable());
}

}  // namespace

QString suggested_destination(const Model& model, const Plan& plan) {
    const QFileInfo source(to_qstring(model.checkpoint->path().string()));
    QString name = to_qstring(plan.name);
    name.replace(QRegularExpression(u"[^A-Za-z0-9._-]+"_s), u"-"_s);
    if (name.isEmpty()) name = u"plan"_s;
    QString base = source.completeBaseName();
    if (base.isEmpty()) base = u"model"_s;
    const QString ending = writes_folder(plan.target) ? QString() : u".gguf"_s;
    return source.absolutePath() + u'/' + base + u'.' + name + ending;
}

ExportDialog::ExportDialog(std::shared_ptr<const TensorCatalog> catalog, Plan plan,
                           const QString& suggestion, QWidget* parent)
    : QDialog(parent), catalog_(std::move(catalog)), plan_(std::move(plan)) {
    setObjectName(u"exportDialog"_s);
    setWindowTitle(tr("Export"));
    setMinimumWidth(kWidth);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(20, 18, 20, 16);
    rows->setSpacing(12);
    rows->addWidget(make_label(u"exportTitle"_s, "headline", this, tr("Export the planned model")));
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(8);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    const auto add = [&](const QString& title, const QString& name, const QString& text) {
        QLabel* value = make_label(name, "content", this, text);
        value->setWordWrap(true);
        form->addRow(make_label(name + u"Title"_s, "muted", this, title), value);
        return value;
    };
    add(tr("Target"), u"exportTarget"_s, to_qstring(catalog_->target().description()));

    auto* line = new QHBoxLayout;
    destination_ = new QLineEdit(suggestion, this);
    destination_->setObjectName(u"exportDestination"_s);
    destination_->setAccessibleName(tr("Destination"));
    auto* browse_button = make_button(u"exportBrowse"_s, tr("Browse…"), "", this);
    line->addWidget(destination_, 1);
    line->addWidget(browse_button);
    form->addRow(make_label(u"exportDestinationTitle"_s, "muted", this, tr("Destination")), line);
    size_ = add(tr("Size"), u"exportSize"_s, {});
    space_ = add(tr("Free there"), u"exportSpace"_s, {});
    add(tr("Formats"), u"exportChanges"_s, changes_text());
    const QString fallbacks = fallbacks_text();
    if (!fallbacks.isEmpty()) add(tr("Not as asked"), u"exportFallbacks"_s, fallbacks);
    add(tr("Afterwards"), u"exportVerify"_s,
        tr("read back and compared tensor by tensor before it gets its name; the source is never "
           "written to"));
    rows->addLayout(form);

    replace_ = new QCheckBox(tr("Replace what is there"), this);
    replace_->setObjectName(u"exportReplace"_s);
    replace_->setAccessibleName(replace_->text());
    rows->addWidget(replace_);
    problem_ = make_label(u"exportProblem"_s, "warning", this);
    problem_->setWordWrap(true);
    rows->addWidget(problem_);
    rows->addStretch();
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    auto* cancel = make_button(u"exportCancel"_s, tr("Cancel"), "", this);
    export_ = make_button(u"exportAccept"_s, tr("Export"), "primary", this);
    export_->setDefault(true);
    buttons->addWidget(cancel);
    buttons->addWidget(export_);
    rows->addLayout(buttons);

    connect(browse_button, &QPushButton::clicked, this, &ExportDialog::browse);
    connect(destination_, &QLineEdit::textChanged, this, &ExportDialog::check);
    connect(replace_, &QCheckBox::toggled, this, &ExportDialog::check);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(export_, &QPushButton::clicked, this, &QDialog::accept);
    check();
}

ExportRequest ExportDialog::request() const {
    ExportRequest request;
    request.destination = to_path(destination_->text());
    request.replace = replace_->isChecked();
    return request;
}

QString ExportDialog::changes_text() const {
    std::map<FormatId, int> formats;
    int changed = 0;
    for (std::size_t i = 0; i < catalog_->size(); ++i) {
        const auto recipe = plan_.tensors.find(catalog_->model().tensor(i).name);
        if (recipe == plan_.tensors.end()) continue;
        ++formats[recipe->second.format];
        if (recipe->second.format != catalog_->tensor(i).source) ++changed;
    }
    QStringList parts;
    for (const auto& [format, count] : formats) {
        parts.push_back(tr("%1 × %2").arg(count).arg(format_text(format)));
    }
    return parts.join(u", "_s) + u'\n' +
           tr("%1 of %2 tensors are converted, the others are copied")
               .arg(changed)
               .arg(catalog_->size());
}

QString ExportDialog::fallbacks_text() const {
    QStringList lines;
    int more = 0;
    for (std::size_t i = 0; i < catalog_->size(); ++i) {
        if (!catalog_->tensor(i).adjustable) continue;  // norms are kept, nobody asked otherwise
        const auto recipe = plan_.tensors.find(catalog_->model().tensor(i).name);
        if (recipe == plan_.tensors.end() || recipe->second.reason.empty()) continue;
        if (lines.size() == kMostFallbacks) {
            ++more;
            continue;
        }
        lines.push_back(catalog_->tensor(i).name + u": "_s + format_text(recipe->second.format) +
                        u", "_s + to_qstring(recipe->second.reason));
    }
    if (more > 0) lines.push_back(tr("and %n more", nullptr, more));
    return lines.join(u'\n');
}

void ExportDialog::browse() {
    const QString path = file_dialogs::export_destination(this, destination_->text(),
                                                          writes_folder(catalog_->target().name()));
    if (!path.isEmpty()) destination_->setText(path);
}

void ExportDialog::check() {
    const QString destination = destination_->text().trimmed();
    const bool exists = QFileInfo::exists(destination);
    replace_->setVisible(exists);
    QString problem;
    const auto bytes = catalog_->target().file_bytes(catalog_->model(), plan_, request());
    size_->setText(bytes ? bytes_text(*bytes) : QString(kUnknown));
    if (!bytes) problem = to_qstring(bytes.error().to_string());
    const auto space = free_space(destination);
    space_->setText(space ? bytes_text(*space) : QString(kUnknown));
    if (destination.isEmpty()) {
        problem = tr("Choose a destination.");
    } else if (bytes && space && *bytes > *space) {
        problem = tr("There is not enough free space: %1 are needed.").arg(bytes_text(*bytes));
    } else if (QFileInfo(destination).canonicalFilePath() ==
                   QFileInfo(to_qstring(catalog_->model().checkpoint->path().string()))
                       .canonicalFilePath() &&
               exists) {
        problem = tr("This is the source itself. Choose another destination.");
        replace_->hide();
    } else if (exists && !replace_->isChecked()) {
        problem = tr("There is something of that name already.");
    }
    problem_->setText(problem);
    problem_->setVisible(!problem.isEmpty());
    export_->setEnabled(problem.isEmpty());
    // Wrapped lines need their height from the width, which a dialog does not ask for by itself.
    resize(kWidth, std::max(height(), layout()->totalHeightForWidth(kWidth)));
}

}  // namespace bitlathe
