// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <optional>
#include <vector>

namespace bitlathe {

/// What is selected and what the pointer is over, shared by every view of a window. Tensors are
/// indices of the catalog. GUI thread only.
class SelectionHub : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] const std::vector<std::size_t>& selected() const {
        return selected_;
    }  ///< sorted
    [[nodiscard]] std::optional<std::size_t> current() const { return current_; }
    [[nodiscard]] std::optional<std::size_t> hovered() const { return hovered_; }
    [[nodiscard]] bool is_selected(std::size_t tensor) const;

    /// Replaces the selection; `current` is where the keyboard is.
    void select(std::vector<std::size_t> tensors, std::optional<std::size_t> current);
    void hover(std::optional<std::size_t> tensor);
    /// Forgets everything: another model was opened.
    void clear();

signals:
    void selection_changed();
    void hover_changed();

private:
    std::vector<std::size_t> selected_;
    std::optional<std::size_t> current_, hovered_;
};

}  // namespace bitlathe
