// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/plan_shelf.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "ui/commands/shelf_commands.h"
#include "ui/models/plan_words.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

PlanShelf::PlanShelf(PlanModel& plan, QObject* parent) : QAbstractTableModel(parent), plan_(plan) {
    connect(&plan_, &PlanModel::opened, this, &PlanShelf::reset);
    connect(&plan_, &PlanModel::identity_changing, this, &PlanShelf::leave);
    connect(&plan_, &PlanModel::identity_changed, this, &PlanShelf::enter);
    connect(&plan_, &PlanModel::name_changed, this, &PlanShelf::follow_name);
    connect(&plan_, &PlanModel::totals_changed, this, &PlanShelf::follow_totals);
    settled_.setSingleShot(true);
    settled_.setInterval(300ms);
    connect(&settled_, &QTimer::timeout, this, &PlanShelf::weigh);
    connect(&plan_, &PlanModel::errors_changed, &settled_, qOverload<>(&QTimer::start));
    reset();
}

void PlanShelf::follow(QualityBook& book) {
    book_ = &book;
    connect(&book, &QualityBook::changed, this, [this] {
        if (rowCount() > 0) emit dataChanged(index(0, kPerplexity), index(rowCount() - 1, kKl));
    });
}

QualityBook::Entry PlanShelf::measured(int row) const {
    if (book_ == nullptr) return nullptr;
    return at(row).plan ? book_->of(at(row).plan) : book_->current();
}

// The current plan -------------------------------------------------------------------------------

void PlanShelf::reset() {
    beginResetModel();
    settled_.stop();
    entries_.clear();
    formats_.clear();
    compared_ = 0;
    next_ = plan_.identity() + 1;
    if (plan_.is_open()) {
        entries_.push_back({plan_.identity(), {plan_.name(), false}, nullptr, plan_.totals()});
    }
    endResetModel();
    emit compared_changed();
}

void PlanShelf::leave() {
    const int row = current_row();
    if (row < 0) return;
    at(row).plan = std::make_shared<const KeptPlan>(plan_.kept());
    at(row).totals = plan_.committed_totals();
}

void PlanShelf::enter(PlanId before) {
    const int row = current_row();
    if (row < 0) return;
    at(row).plan = nullptr;
    if (compared_ == plan_.identity()) set_compared(before);
    tell(row);
    if (const int left = row_of(before); left >= 0) tell(left);
}

void PlanShelf::follow_name() {
    const int row = current_row();
    if (row < 0) return;
    if (at(row).title.given) {
        plan_.set_name(at(row).title.name);
    } else {
        at(row).title.name = plan_.name();
    }
    tell(row);
    if (compared_ != 0) emit compared_changed();
}

void PlanShelf::follow_totals() {
    const int row = current_row();
    if (row < 0) return;
    at(row).totals = plan_.totals();
    emit dataChanged(index(row, kBits), index(row, kError));
}

void PlanShelf::weigh() {
    for (int row = 0; row < rowCount(); ++row) {
        ShelvedPlan& entry = at(row);
        if (!entry.plan || entry.totals.estimated_loss) continue;
        entry.totals = weighed(*entry.plan);
        tell(row);
    }
    if (compared_ != 0) emit compared_changed();
}

PlanTotals PlanShelf::weighed(const KeptPlan& plan) const {
    return bitlathe::totals(plan_.catalog().model(), plan.formats(), *plan_.errors());
}

// Steps ------------------------------------------------------------------------------------------

bool PlanShelf::is_taken(const std::string& name, int except) const {
    for (int row = 0; row < rowCount(); ++row) {
        if (row != except && at(row).title.name == name) return true;
    }
    return false;
}

std::string PlanShelf::free_name(const std::string& wish, int except) const {
    std::string name = wish;
    for (int number = 2; is_taken(name, except); ++number)
        name = wish + ' ' + std::to_string(number);
    return name;
}

std::string PlanShelf::name_of_copy(const std::string& name) const {
    // A copy of "Q4_K_M" is "Q4_K_M 2", and a copy of that "Q4_K_M 3". Names stand in files: they
    // are the same in every language.
    const NumberedName parts = numbered_name(name);
    int number = parts.number + 1;
    const auto wish = [&] { return parts.base + ' ' + std::to_string(number); };
    while (is_taken(wish(), -1))
        ++number;
    return wish();
}

void PlanShelf::duplicate() {
    if (!plan_.is_open()) return;
    plan_.cancel_preview();
    ShelvedPlan copy;
    copy.id = next_++;
    copy.title.name = name_of_copy(plan_.name());
    copy.totals = plan_.committed_totals();
    plan_.undo_stack().push(new AddPlanCommand(*this, plan_, copy, true), [name = copy.title.name] {
        return tr("New plan %1").arg(plan_name_text(name));
    });
}

void PlanShelf::rename(int row, const QString& name) {
    const std::string wish = name.simplified().toStdString();
    const std::string was = at(row).title.name;
    if (wish.empty() || wish == was || name.simplified() == this->name(row)) return;
    plan_.cancel_preview();
    const std::string becomes = free_name(wish, row);
    plan_.undo_stack().push(new RenamePlanCommand(*this, at(row).id, becomes), [was, becomes] {
        return tr("Rename plan %1 to %2").arg(plan_name_text(was), plan_name_text(becomes));
    });
}

void PlanShelf::activate(int row) {
    if (row == current_row()) return;
    const auto plan = at(row).plan;  // entering it takes it off the entry
    plan_.replace(
        *plan,
        [name = at(row).title.name] { return tr("Switch to plan %1").arg(plan_name_text(name)); },
        at(row).id);
}

void PlanShelf::remove(int row) {
    if (rowCount() < 2) return;
    const PlanId id = at(row).id;
    const Phrase text = [name = at(row).title.name] {
        return tr("Remove plan %1").arg(plan_name_text(name));
    };
    if (row != current_row()) {
        plan_.cancel_preview();
        plan_.undo_stack().push(new RemovePlanCommand(*this, id), text);
        return;
    }
    plan_.undo_stack().begin(text);
    activate(row + 1 < rowCount() ? row + 1 : row - 1);
    plan_.undo_stack().push(new RemovePlanCommand(*this, id), text);
    plan_.undo_stack().end();
}

std::shared_ptr<const KeptPlan> PlanShelf::kept(int row) const {
    return at(row).plan ? at(row).plan : std::make_shared<const KeptPlan>(plan_.kept());
}

std::shared_ptr<const Plan> PlanShelf::plan(int row) const {
    return std::make_shared<const Plan>(kept(row)->plan());
}

// What commands do -------------------------------------------------------------------------------

int PlanShelf::row_of(PlanId id) const {
    const auto found = std::find_if(entries_.begin(), entries_.end(),
                                    [id](const ShelvedPlan& entry) { return entry.id == id; });
    return found == entries_.end() ? -1 : static_cast<int>(found - entries_.begin());
}

void PlanShelf::put(const ShelvedPlan& entry, int row) {
    beginInsertRows({}, row, row);
    entries_.insert(entries_.begin() + row, entry);
    endInsertRows();
    if (entry.plan && !entry.totals.estimated_loss) settled_.start();
}

ShelvedPlan PlanShelf::take(PlanId id) {
    const int row = row_of(id);
    if (compared_ == id) set_compared(0);
    beginRemoveRows({}, row, row);
    ShelvedPlan taken = std::move(at(row));
    entries_.erase(entries_.begin() + row);
    endRemoveRows();
    return taken;
}

PlanTitle PlanShelf::title(PlanId id) const {
    return at(row_of(id)).title;
}

void PlanShelf::set_title(PlanId id, const PlanTitle& title) {
    const int row = row_of(id);
    at(row).title = title;
    if (at(row).plan) {
        at(row).plan = std::make_shared<const KeptPlan>(at(row).plan->renamed(title.name));
    } else {
        plan_.set_name(title.name);
    }
    tell(row);
    if (compared_ != 0) emit compared_changed();
}

// Comparing --------------------------------------------------------------------------------------

std::optional<int> PlanShelf::compared_row() const {
    const int row = compared_ == 0 ? -1 : row_of(compared_);
    return row < 0 ? std::nullopt : std::optional(row);
}

void PlanShelf::compare(std::optional<int> row) {
    if (row && *row == current_row()) row.reset();
    set_compared(row ? at(*row).id : 0);
}

void PlanShelf::set_compared(PlanId id) {
    if (id == compared_) return;
    const auto before = compared_row();
    compared_ = id;
    formats_.clear();
    if (const auto row = compared_row()) {
        formats_ = at(*row).plan->formats();
        tell(*row);
    }
    if (before) tell(*before);
    emit compared_changed();
}

}  // namespace bitlathe
