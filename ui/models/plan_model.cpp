// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/plan_model.h"

#include <algorithm>
#include <utility>

#include "ui/models/plan_words.h"
#include "ui/models/recipe_variants.h"
#include "ui/theme/text.h"

namespace bitlathe {

PlanModel::PlanModel(QObject* parent) : QObject(parent) {}
PlanModel::~PlanModel() = default;

void PlanModel::open(const KeptPlan& plan) {
    if (is_open()) emit leaving();
    undo_.clear();
    identity_ = 1;
    catalog_ = plan.catalog();
    catalogs_ = {catalog_};
    rest_ = plan.rest();
    opened_with_ = rest_.name;
    const std::size_t count = catalog_->size();
    pool_ = {};
    const std::vector<RecipeId> places = pool_.of(plan.recipes());
    recipes_.clear();
    recipes_.reserve(count);
    for (const RecipeId id : plan.of_tensor())
        recipes_.push_back(places[id]);
    previewed_.clear();
    looked_at_.assign(count, 0);
    range_ = {};
    evaluations_ = 0;
    errors_ = std::make_shared<ErrorTable>();
    errors_->profiles.resize(count);
    evaluator_ =
        std::make_unique<PlanEvaluator>(catalog_->shared_model(), plan.formats(), *errors_);
    shown_.clear();
    shown_.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        shown_.push_back(evaluator_->cost(i));
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
    pool_ = {};
    shown_.clear();
    previewed_.clear();
    rest_ = {};
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

double PlanModel::bits(std::size_t tensor) const {
    const std::uint64_t elements = catalog_->tensor(tensor).elements;
    return elements == 0 ? 0.0
                         : static_cast<double>(bytes(tensor)) * 8 / static_cast<double>(elements);
}

void PlanModel::show(std::size_t tensor, const TensorCost& cost, std::vector<Shown>& before) {
    before.push_back({tensor, shown_[tensor].format});
    shown_[tensor] = cost;
}

void PlanModel::drop_preview(std::vector<Shown>& before) {
    for (const std::size_t tensor : previewed_)
        show(tensor, evaluator_->cost(tensor), before);
    previewed_.clear();
}

std::vector<std::size_t> PlanModel::moved_since(std::span<const Shown> before) {
    // A tensor may be there twice; its first entry says what was on screen.
    std::vector<std::size_t> moved;
    for (const Shown& was : before) {
        if (std::exchange(looked_at_[was.tensor], 1) != 0) continue;
        if (format(was.tensor) != was.format) moved.push_back(was.tensor);
    }
    for (const Shown& was : before)
        looked_at_[was.tensor] = 0;
    if (!std::is_sorted(moved.begin(), moved.end())) std::sort(moved.begin(), moved.end());
    return moved;
}

void PlanModel::preview(std::span<const FormatChange> changes) {
    std::vector<Shown> before;
    before.reserve(previewed_.size() + changes.size());
    drop_preview(before);
    for (const FormatChange& change : changes) {
        const auto group = catalog_->tied(change.tensor);
        if (std::any_of(group.begin(), group.end(), [this](std::size_t t) { return locked(t); })) {
            continue;
        }
        for (const std::size_t tensor : group) {
            if (format(tensor) == change.format) continue;
            show(tensor, evaluator_->cost(tensor, change.format), before);
            if (std::exchange(looked_at_[tensor], 1) == 0) previewed_.push_back(tensor);
        }
    }
    for (const std::size_t tensor : previewed_)
        looked_at_[tensor] = 0;
    totals_ = evaluator_->with_costs(previewed_, shown_);
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

void PlanModel::set_name(std::string name) {
    if (name == rest_.name) return;
    rest_.name = std::move(name);
    emit name_changed();
}

void PlanModel::set_identity(PlanId identity) {
    if (identity == identity_) return;
    emit identity_changing(identity);
    const PlanId before = std::exchange(identity_, identity);
    emit identity_changed(before);
}

Plan PlanModel::rest() const {
    Plan rest = rest_;
    for (int i = 0; i < undo_.index(); ++i)
        rest.history.push_back(undo_.text(i).toStdString());
    return rest;
}

KeptPlan PlanModel::kept() const {
    return {catalog_, rest(), pool_.shared(), recipes_};
}

KeptPlan PlanModel::as_stored() const {
    RecipePool pool = pool_;
    RecipeVariants variants(pool);
    std::vector<RecipeId> recipes = recipes_;
    for (std::size_t i = 0; i < recipes.size(); ++i) {
        const FormatId source = catalog_->tensor(i).source;
        if (!locked(i)) recipes[i] = variants.in_format(recipes[i], source, source);
    }
    Plan rest = this->rest();
    rest.name = kStoredName;
    return {catalog_, std::move(rest), pool.shared(), std::move(recipes)};
}

}  // namespace bitlathe
