// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <optional>

#include "core/allocation/plan.h"
#include "core/targets/export_preview.h"
#include "ui/jobs/latest_worker.h"
#include "ui/models/export_groups.h"
#include "ui/models/export_wishes.h"
#include "ui/models/tensor_catalog.h"

class QFormLayout;
class QVBoxLayout;

namespace bitlathe {

/// What an export dialog is about.
struct ExportSubject {
    std::shared_ptr<const TensorCatalog> catalog;
    std::shared_ptr<const Plan> plan;
    QString checkpoint;  ///< as the command line names it
    QString saved_plan;  ///< a file with exactly this plan, or ""
};

/// Asks where to export to and says beforehand what will be written: target, files with their exact
/// sizes, free space, what becomes of which tensors and why, and the command that does the same.
/// Everything that takes time is worked out on a thread of its own.
class ExportDialog : public QDialog {
    Q_OBJECT
public:
    /// Result of exec() beside accepted and rejected: the person wants other_target() instead.
    static constexpr int kOtherTarget = 2;

    ExportDialog(ExportSubject subject, const ExportWishes& wishes, QWidget* parent = nullptr);

    [[nodiscard]] ExportRequest request() const;
    /// What is entered; paths are absolute.
    [[nodiscard]] ExportWishes wishes() const;
    [[nodiscard]] QString other_target() const { return other_target_; }
    [[nodiscard]] QString command_line() const;
    /// What is entered is still being checked.
    [[nodiscard]] bool checking() const { return worker_.busy(); }
    /// The plan is in this file now.
    void set_saved_plan(const QString& path);

signals:
    void save_plan_wanted();

private:
    struct Memory;
    struct Answer;
    void build(const ExportWishes& wishes);
    void build_target(QFormLayout& form);
    void build_destination(QFormLayout& form, const ExportWishes& wishes);
    void build_changes(QVBoxLayout& rows);
    void build_command(QVBoxLayout& rows);
    void build_buttons(QVBoxLayout& rows);
    QCheckBox* add_check(QVBoxLayout& rows, const QString& name, const QString& text, bool on);
    QLabel* make_caption(const QString& name, const QString& text);
    QLabel* add_fact(QFormLayout& form, const QString& title, const QString& name);
    void browse();
    void browse_importance();
    void check();
    void take(const Answer& answer);
    void show_problem(const QString& problem);
    void show_command();
    [[nodiscard]] QString obstacle_text() const;
    [[nodiscard]] QString changes_text() const;
    /// What becomes of a model that is converted for the target; "" of others.
    [[nodiscard]] QString conversion_text() const;
    [[nodiscard]] QString files_text() const;

    ExportSubject subject_;
    QString other_target_;
    QLineEdit *destination_ = nullptr, *importance_ = nullptr;
    QSpinBox* split_ = nullptr;  ///< MiB; nullptr where the target has no parts
    QCheckBox *replace_ = nullptr, *report_ = nullptr;
    QLabel *size_ = nullptr, *space_ = nullptr, *files_ = nullptr, *changes_ = nullptr,
           *problem_ = nullptr, *command_note_ = nullptr;
    QPlainTextEdit* command_ = nullptr;
    QPushButton *export_ = nullptr, *copy_ = nullptr, *save_plan_ = nullptr;
    ExportGroupModel groups_;
    std::optional<ExportPreview> preview_;  ///< of what is entered now
    std::optional<std::uint64_t> free_;     ///< bytes where the destination would be
    std::shared_ptr<const Importance> loaded_importance_;
    std::shared_ptr<Memory> memory_;  ///< of the worker only
    LatestWorker worker_;
};

/// A name beside the source: "model.Q4_K_M.gguf".
[[nodiscard]] QString suggested_destination(const Model& model, const Plan& plan);

}  // namespace bitlathe
