// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCheckBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include "core/allocation/plan.h"
#include "core/targets/target.h"
#include "ui/models/tensor_catalog.h"

namespace bitlathe {

/// Asks where to export to and says beforehand what will be written: target, exact size, free
/// space, formats, and every tensor that gets another format than was asked for.
class ExportDialog : public QDialog {
    Q_OBJECT
public:
    ExportDialog(std::shared_ptr<const TensorCatalog> catalog, Plan plan, const QString& suggestion,
                 QWidget* parent = nullptr);

    [[nodiscard]] ExportRequest request() const;

private:
    void browse();
    void check();
    [[nodiscard]] QString changes_text() const;
    [[nodiscard]] QString fallbacks_text() const;

    std::shared_ptr<const TensorCatalog> catalog_;
    Plan plan_;
    QLineEdit* destination_;
    QCheckBox* replace_;
    QLabel *size_, *space_, *problem_;
    QPushButton* export_;
};

/// A name beside the source: "model.Q4_K_M.gguf".
[[nodiscard]] QString suggested_destination(const Model& model, const Plan& plan);

}  // namespace bitlathe
