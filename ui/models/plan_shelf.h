// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QTimer>
#include <memory>
#include <optional>
#include <vector>

#include "ui/models/plan_model.h"
#include "ui/models/quality_book.h"

namespace bitlathe {

/// The name of a plan on the shelf.
struct PlanTitle {
    std::string name;
    bool given = false;  ///< by a person: edits do not change it
};

/// One plan of the open model.
struct ShelvedPlan {
    PlanId id = 0;
    PlanTitle title;
    std::shared_ptr<const KeptPlan> plan;  ///< nullptr while it is current: PlanModel has it
    PlanTotals totals;
};

/// All plans of a model as values, and which of them is the current one.
struct PlanSet {
    std::vector<std::shared_ptr<const KeptPlan>> plans;
    std::size_t current = 0;
};

/// The plans of the open model, one row each: name, bits per weight, size, estimated error, what
/// was measured. One of them is current; PlanModel holds its contents, and its row follows every
/// preview. One other may be compared with it. Adding, renaming, removing and switching are steps
/// of PlanModel's undo stack. Begins with one plan whenever a model is opened. GUI thread only.
class PlanShelf : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { kName, kBits, kSize, kError, kPerplexity, kKl, kColumnCount };
    enum Role {
        kCurrentRole = Qt::UserRole,  ///< bool
        kComparedRole,                ///< bool
    };

    explicit PlanShelf(PlanModel& plan, QObject* parent = nullptr);
    /// Shows what is known of the plans' measured quality; the book outlives the shelf.
    void follow(QualityBook& book);
    /// What was measured of a plan under the settings of now; nullptr: nothing.
    [[nodiscard]] QualityBook::Entry measured(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    /// Names can be edited in place; an empty one is refused.
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

    [[nodiscard]] int current_row() const { return row_of(plan_.identity()); }
    [[nodiscard]] std::optional<int> compared_row() const;
    [[nodiscard]] QString name(int row) const;
    [[nodiscard]] PlanId id(int row) const { return at(row).id; }
    [[nodiscard]] const PlanTotals& totals(int row) const { return at(row).totals; }
    /// A copy for the current plan, the value itself for the others.
    [[nodiscard]] std::shared_ptr<const KeptPlan> kept(int row) const;
    /// The same put together, which takes milliseconds for a large model.
    [[nodiscard]] std::shared_ptr<const Plan> plan(int row) const;
    [[nodiscard]] PlanSet plans() const;
    /// By row, as plans() has them.
    [[nodiscard]] std::vector<PlanId> ids() const;

    /// A copy of the current plan, which becomes the current one.
    void duplicate();
    /// A name that is taken gets a number.
    void rename(int row, const QString& name);
    /// The last plan stays; instead of the current one its neighbour becomes current.
    void remove(int row);
    void activate(int row);
    /// Makes the shelf as `set` is, in one step: its current plan replaces the current one, the
    /// others are added. Plans must be legal for the open model.
    void restore(const PlanSet& set, const Phrase& text);
    /// The same, but what was on the shelf goes, and the order is that of `set`. Nothing happens
    /// when is_as().
    void become(const PlanSet& set, const Phrase& text);
    /// Whether these are the plans of the shelf, by name, target and recipes, in this order, with
    /// the same current one.
    [[nodiscard]] bool is_as(const PlanSet& set) const;

    /// Compares the current plan with another one, or with none. It stays when the current plan
    /// changes; switching to the compared plan compares with the one that was left.
    void compare(std::optional<int> row);
    /// Formats of the compared plan by tensor; empty without one.
    [[nodiscard]] const std::vector<FormatId>& compared_formats() const { return formats_; }

    // For commands only.
    void put(const ShelvedPlan& entry, int row);
    ShelvedPlan take(PlanId id);
    [[nodiscard]] PlanTitle title(PlanId id) const;
    void set_title(PlanId id, const PlanTitle& title);
    [[nodiscard]] int row_of(PlanId id) const;  ///< -1: not there

signals:
    /// Another plan is compared, or its name or the current one's changed.
    void compared_changed();

private:
    [[nodiscard]] ShelvedPlan& at(int row) { return entries_[static_cast<std::size_t>(row)]; }
    [[nodiscard]] const ShelvedPlan& at(int row) const {
        return entries_[static_cast<std::size_t>(row)];
    }
    void reset();
    void leave();
    void enter(PlanId before);
    void follow_name();
    void follow_totals();
    void weigh();
    [[nodiscard]] PlanTotals weighed(const KeptPlan& plan) const;
    void set_compared(PlanId id);
    void tell(int row);
    /// Whether a plan in another row than `except` has this name.
    [[nodiscard]] bool is_taken(const std::string& name, int except) const;
    [[nodiscard]] std::string free_name(const std::string& wish, int except) const;
    [[nodiscard]] std::string name_of_copy(const std::string& name) const;
    [[nodiscard]] QString text(int row, int column) const;
    [[nodiscard]] QString measured_cell(int row, int column) const;
    [[nodiscard]] QString tip(int row, int column) const;

    PlanModel& plan_;
    const QualityBook* book_ = nullptr;
    std::vector<ShelvedPlan> entries_;
    PlanId next_ = 1;
    PlanId compared_ = 0;  ///< 0: none
    std::vector<FormatId> formats_;
    QTimer settled_;  ///< errors arrive many at a time; what is not current is weighed afterwards
};

}  // namespace bitlathe
