// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/plan_model.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "ui/commands/change_recipes_command.h"
#include "ui/theme/text.h"

namespace bitlathe {

namespace {

/// "Q4_K_M edited", however often it is edited; a copy of that, "Q4_K_M edited 2", says it already.
std::string edited_name(const std::string& name) {
    constexpr std::string_view kMark = " edited";
    return numbered_name(name).base.ends_with(kMark) ? name : name + std::string(kMark);
}

}  // namespace

NumberedName numbered_name(const std::string& name) {
    constexpr std::size_t most_digits = 4;  // more are no number of a copy
    const std::size_t space = name.find_last_of(' ');
    if (space == std::string::npos || space == 0) return {name};
    const std::string_view digits = std::string_view(name).substr(space + 1);
    int number = 0;
    const auto [end, problem] =
        std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const bool whole = problem == std::errc() && end == digits.data() + digits.size();
    if (!whole || digits.size() > most_digits || number < 2) return {name};
    return {name.substr(0, space), number};
}

PlanModel::PlanModel(QObject* parent) : QObject(parent) {}
PlanModel::~PlanModel() = default;

void PlanModel::open(std::shared_ptr<const TensorCatalog> catalog, Plan plan) {
    if (is_open()) emit leaving();
    undo_.clear();
    identity_ = 1;
    catalog_ = std::move(catalog);
    catalogs_ = {catalog_};
    plan_ = std::move(plan);
    opened_with_ = plan_.name;
    const std::size_t count = catalog_->size();
    recipes_.assign(count, nullptr);
    shown_.resize(count);
    // Side by side through both: a search for each of 50,000 names would be felt.
    auto at = plan_.tensors.begin();
    for (const std::size_t i : catalog_->by_name()) {
        const TensorInfo& info = catalog_->model().tensor(i);
        while (at != plan_.tensors.end() && at->first < info.name)
            ++at;
        if (at == plan_.tensors.end() || at->first != info.name) {
            at = plan_.tensors.emplace_hint(at, info.name, Recipe{info.format, "copy", false, {}});
        }
        recipes_[i] = &at->second;
        shown_[i] = at->second.format;
    }
    previewed_.clear();
    looked_at_.assign(count, 0);
    range_ = {};
    evaluations_ = 0;
    errors_ = std::make_shared<ErrorTable>();
    errors_->profiles.resize(count);
    evaluator_ = std::make_unique<PlanEvaluator>(catalog_->shared_model(), shown_, *errors_);
    totals_ = committed_totals_ = evaluator_->current();
    emit opened();
    emit totals_changed();
}

void PlanModel::close() {
    if (is_open()) emit leaving();
    undo_.clear();
    catalog_.reset();
    catalogs_.clear();
    evaluator_.reset();
    errors_.reset();
    recipes_.clear();
    shown_.clear();
    previewed_.clear();
    plan_ = {};
    opened_with_.clear();
    totals_ = committed_totals_ = {};
    range_ = {};
    emit opened();
}

void PlanModel::add_catalog(std::shared_ptr<const TensorCatalog> catalog) {
    const bool fits = is_open() && &catalog->model() == &catalog_->model();
    if (fits && !catalog_for(catalog->target().name())) catalogs_.push_back(std::move(catalog));
}

std::shared_ptr<const TensorCatalog> PlanModel::catalog_for(std::string_view target) const {
    if (target.empty()) return catalog_;
    const auto found =
        std::find_if(catalogs_.begin(), catalogs_.end(),
                     [target](const auto& catalog) { return catalog->target().name() == target; });
    return found == catalogs_.end() ? nullptr : *found;
}

std::uint64_t PlanModel::bytes(std::size_t tensor) const {
    return catalog_->bytes(tensor, shown_[tensor]);
}

double PlanModel::bits(std::size_t tensor) const {
    const std::uint64_t elements = catalog_->tensor(tensor).elements;
    return elements == 0 ? 0.0
                         : static_cast<double>(bytes(tensor)) * 8 / static_cast<double>(elements);
}

void PlanModel::show(std::size_t tensor, FormatId format, std::vector<Shown>& before) {
    before.push_back({tensor, shown_[tensor]});
    shown_[tensor] = format;
}

void PlanModel::drop_preview(std::vector<Shown>& before) {
    for (const std::size_t tensor : previewed_)
        show(tensor, committed_format(tensor), before);
    previewed_.clear();
}

std::vector<std::size_t> PlanModel::moved_since(std::span<const Shown> before) {
    // A tensor may be there twice; its first entry says what was on screen.
    std::vector<std::size_t> moved;
    for (const Shown& was : before) {
        if (std::exchange(looked_at_[was.tensor], 1) != 0) continue;
        if (shown_[was.tensor] != was.format) moved.push_back(was.tensor);
    }
    for (const Shown& was : before)
        looked_at_[was.tensor] = 0;
    if (!std::is_sorted(moved.begin(), moved.end())) std::sort(moved.begin(), moved.end());
    return moved;
}

void PlanModel::preview(std::span<const FormatChange> changes) {
    std::vector<Shown> before;
    drop_preview(before);
    std::vector<FormatChange> all;
    for (const FormatChange& change : changes) {
        const auto group = catalog_->tied(change.tensor);
        if (std::any_of(group.begin(), group.end(), [this](std::size_t t) { return locked(t); })) {
            continue;
        }
        for (const std::size_t tensor : group) {
            if (format(tensor) == change.format) continue;
            show(tensor, change.format, before);
            previewed_.push_back(tensor);
            all.push_back({tensor, change.format});
        }
    }
    totals_ = evaluator_->with_changes(all);
    ++evaluations_;
    emit tensors_changed(moved_since(before));
    emit totals_changed();
}

void PlanModel::cancel_preview() {
    if (previewed_.empty()) return;
    std::vector<Shown> before;
    drop_preview(before);
    totals_ = committed_totals_;
    emit tensors_changed(moved_since(before));
    emit totals_changed();
}

std::size_t PlanModel::previewed_count() const {
    return static_cast<std::size_t>(
        std::count_if(previewed_.begin(), previewed_.end(),
                      [this](std::size_t t) { return format(t) != committed_format(t); }));
}

Recipe PlanModel::recipe_for(std::size_t tensor, FormatId format) const {
    Recipe recipe = *recipes_[tensor];
    recipe.format = format;
    recipe.method = method_for(catalog_->tensor(tensor).source, format);
    recipe.reason.clear();
    return recipe;
}

void PlanModel::commit_preview(const Phrase& text, std::uint64_t gesture, std::string name) {
    std::vector<RecipeChange> changes;
    for (const std::size_t tensor : previewed_) {
        if (format(tensor) == committed_format(tensor)) continue;
        changes.push_back({tensor, *recipes_[tensor], recipe_for(tensor, format(tensor))});
    }
    if (changes.empty()) {
        cancel_preview();
        return;
    }
    auto command = std::make_unique<ChangeRecipesCommand>(*this, changes, gesture);
    command->set_name(name.empty() ? edited_name(plan_.name) : std::move(name));
    undo_.push(command.release(), text);
}

void PlanModel::set_locked(std::span<const std::size_t> tensors, bool locked) {
    cancel_preview();
    std::vector<RecipeChange> changes;
    std::vector<bool> seen(catalog_->size(), false);
    for (const std::size_t chosen : tensors) {
        for (const std::size_t tensor : catalog_->tied(chosen)) {
            if (seen[tensor] || recipes_[tensor]->locked == locked) continue;
            seen[tensor] = true;
            RecipeChange change{tensor, *recipes_[tensor], *recipes_[tensor]};
            change.after.locked = locked;
            changes.push_back(std::move(change));
        }
    }
    if (changes.empty()) return;
    const int count = static_cast<int>(changes.size());
    undo_.push(new ChangeRecipesCommand(*this, changes), [locked, count] {
        return locked ? tr("Lock %n tensor(s)", nullptr, count)
                      : tr("Unlock %n tensor(s)", nullptr, count);
    });
}

void PlanModel::replace(const Plan& plan, const Phrase& text, std::optional<PlanId> identity) {
    const auto catalog = catalog_for(plan.target);
    if (!catalog) return;
    cancel_preview();
    std::vector<RecipeChange> changes;
    for (std::size_t i = 0; i < catalog_->size(); ++i) {
        const auto found = plan.tensors.find(catalog_->model().tensor(i).name);
        if (found != plan.tensors.end() && found->second != *recipes_[i]) {
            changes.push_back({i, *recipes_[i], found->second});
        }
    }
    const PlanId becomes = identity.value_or(identity_);
    const bool same = plan.name == plan_.name && becomes == identity_ && catalog == catalog_;
    if (changes.empty() && same) return;
    auto command = std::make_unique<ChangeRecipesCommand>(*this, changes);
    command->set_name(plan.name);
    command->set_identity(becomes);
    command->set_target(std::string(catalog->target().name()));
    undo_.push(command.release(), text);
}

void PlanModel::apply(std::span<const RecipeChange> changes, bool forward,
                      std::string_view target) {
    // All of them, moved or not: locks may have changed, and the mark of where a bar came from.
    std::vector<std::size_t> touched = previewed_;
    std::vector<Shown> before;
    drop_preview(before);
    std::vector<FormatChange> moved;
    for (const RecipeChange& change : changes) {
        const Recipe& recipe = forward ? change.after : change.before;
        *recipes_[change.tensor] = recipe;
        shown_[change.tensor] = recipe.format;
        touched.push_back(change.tensor);
        moved.push_back({change.tensor, recipe.format});
    }
    evaluator_->apply(moved);
    totals_ = committed_totals_ = evaluator_->current();
    ++evaluations_;
    if (const auto catalog = catalog_for(target); catalog && catalog != catalog_) {
        catalog_ = catalog;
        plan_.target = target;
        emit target_changed();
    }
    emit tensors_changed(touched);
    emit totals_changed();
}

void PlanModel::set_name(std::string name) {
    if (name == plan_.name) return;
    plan_.name = std::move(name);
    emit name_changed();
}

void PlanModel::set_identity(PlanId identity) {
    if (identity == identity_) return;
    emit identity_changing(identity);
    const PlanId before = std::exchange(identity_, identity);
    emit identity_changed(before);
}

Plan PlanSnapshot::plan() const {
    Plan plan = rest;
    for (std::size_t i = 0; i < recipes.size(); ++i)
        plan.tensors.emplace(catalog->model().tensor(i).name, recipes[i]);
    return plan;
}

Plan PlanModel::rest() const {
    Plan rest{plan_.target, plan_.checkpoint_fingerprint, plan_.checkpoint_path, plan_.name, {},
              plan_.history};
    for (int i = 0; i < undo_.index(); ++i)
        rest.history.push_back(undo_.text(i).toStdString());
    return rest;
}

Plan PlanModel::plan() const {
    Plan copy = rest();
    copy.tensors = plan_.tensors;
    return copy;
}

PlanSnapshot PlanModel::snapshot() const {
    PlanSnapshot snapshot{catalog_, rest(), {}};
    snapshot.recipes.reserve(recipes_.size());
    for (const Recipe* recipe : recipes_)
        snapshot.recipes.push_back(*recipe);
    return snapshot;
}

}  // namespace bitlathe
