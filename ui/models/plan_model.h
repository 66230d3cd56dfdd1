// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/allocation/plan.h"
#include "core/targets/plan_evaluator.h"
#include "core/targets/planner.h"
#include "ui/commands/step_stack.h"
#include "ui/models/kept_plan.h"
#include "ui/models/recipe_pool.h"
#include "ui/models/tensor_catalog.h"

namespace bitlathe {

/// Which of several plans of a model the current one is: a number that is never used again while
/// the model is open.
using PlanId = std::uint64_t;

/// One tensor's recipe before and after a step, by their places in the model's pool: a step over
/// 50,000 tensors takes half a megabyte.
struct RecipeChange {
    std::uint32_t tensor = 0;
    RecipeId before = 0, after = 0;
};

/// Smallest and largest estimated error (weights x NMSE) any tensor could have in any format that
/// is known by now; the ends of the colour scale. Empty until something is known.
struct ErrorRange {
    double low = 0;
    double high = 0;
    [[nodiscard]] bool empty() const { return high <= 0; }
    /// 0 at the low end, 1 at the high end, logarithmic; an error of 0 is 0.
    [[nodiscard]] double position(double error) const;
};

/// The only holder of the plan that can change. Views read the plan *as shown*: the committed one
/// with the preview of a running gesture over it. A preview never touches the undo stack; commit
/// makes one step of it. Locked tensors never move. Tied tensors move together. GUI thread only.
class PlanModel : public QObject {
    Q_OBJECT
public:
    explicit PlanModel(QObject* parent = nullptr);
    ~PlanModel() override;

    /// Another model with its first plan; forgets errors and the undo stack.
    void open(const KeptPlan& plan);
    void close();
    [[nodiscard]] bool is_open() const { return catalog_ != nullptr; }
    [[nodiscard]] const TensorCatalog& catalog() const { return *catalog_; }
    [[nodiscard]] const std::shared_ptr<const TensorCatalog>& shared_catalog() const {
        return catalog_;
    }
    /// Makes another target of the open model known, so that plans for it can be shown.
    void add_catalog(std::shared_ptr<const TensorCatalog> catalog);
    /// The catalog for a target ("": the current one); nullptr until it was added.
    [[nodiscard]] std::shared_ptr<const TensorCatalog> catalog_for(std::string_view target) const;

    // The plan as shown: what is asked of single tensors is looked up, never worked out.
    [[nodiscard]] FormatId format(std::size_t tensor) const { return shown_[tensor].format; }
    [[nodiscard]] FormatId committed_format(std::size_t tensor) const {
        return committed(tensor).format;
    }
    [[nodiscard]] bool locked(std::size_t tensor) const { return committed(tensor).locked; }
    [[nodiscard]] const std::string& reason(std::size_t tensor) const {
        return committed(tensor).reason;
    }
    [[nodiscard]] std::uint64_t bytes(std::size_t tensor) const { return shown_[tensor].bytes; }
    /// Before the running preview.
    [[nodiscard]] std::uint64_t committed_bytes(std::size_t tensor) const {
        return evaluator_->cost(tensor).bytes;
    }
    [[nodiscard]] double bits(std::size_t tensor) const;  ///< exact, scales and padding included
    /// NMSE and weights x NMSE of storing a tensor in a format; unknown until profiled. Formats in
    /// which it is merely copied lose nothing.
    [[nodiscard]] std::optional<double> nmse(std::size_t tensor, FormatId format) const;
    [[nodiscard]] std::optional<double> error(std::size_t tensor, FormatId format) const;
    [[nodiscard]] std::optional<double> error(std::size_t tensor) const {
        const TensorCost& shown = shown_[tensor];
        return shown.known ? std::optional(shown.loss) : std::nullopt;
    }
    /// What is known of a tensor's weights; nullptr until profiled. Valid until errors_changed().
    [[nodiscard]] const WeightStatistics* statistics(std::size_t tensor) const;
    [[nodiscard]] const PlanTotals& totals() const { return totals_; }
    [[nodiscard]] const PlanTotals& committed_totals() const { return committed_totals_; }
    [[nodiscard]] const ErrorRange& error_range() const { return range_; }
    /// How often a plan was evaluated since open(): one per preview, one per commit.
    [[nodiscard]] std::uint64_t evaluations() const { return evaluations_; }

    /// Shows `changes` over the committed plan, in place of an earlier preview. Locked tensors are
    /// left out, tied ones come along.
    void preview(std::span<const FormatChange> changes);
    void cancel_preview();
    [[nodiscard]] bool previewing() const { return !previewed_.empty(); }
    [[nodiscard]] std::size_t previewed_count() const;
    /// Makes one undo step of the preview. Steps with the same `gesture` (not 0) become one.
    /// The plan gets the given name; without one it is marked as edited.
    void commit_preview(const Phrase& text, std::uint64_t gesture = 0, std::string name = {});
    void set_locked(std::span<const std::size_t> tensors, bool locked);
    /// One undo step that makes the plan equal to `plan`; with an `identity` it is that plan from
    /// then on, without one it is the same plan with other contents. A plan for another target
    /// brings that target along; nothing happens while its catalog is not known.
    void replace(const KeptPlan& plan, const Phrase& text, std::optional<PlanId> identity = {});
    void replace(const Plan& plan, const Phrase& text, std::optional<PlanId> identity = {});
    [[nodiscard]] StepStack& undo_stack() { return undo_; }

    /// The committed plan, with the steps since open() as its history; kept() at once, plan() as it
    /// is written to files, which takes milliseconds for a large model.
    [[nodiscard]] KeptPlan kept() const;
    [[nodiscard]] Plan plan() const { return kept().plan(); }
    /// The same with everything as stored, except what is locked.
    [[nodiscard]] KeptPlan as_stored() const;
    [[nodiscard]] const std::string& name() const { return rest_.name; }
    /// The name of the plan that the model was opened with.
    [[nodiscard]] const std::string& opened_with() const { return opened_with_; }
    [[nodiscard]] PlanId identity() const { return identity_; }
    /// Checkpoint::fingerprint() of the open model.
    [[nodiscard]] const std::string& fingerprint() const { return rest_.checkpoint_fingerprint; }

    /// Takes new results in beside what was known of other formats.
    void add_profiles(std::vector<TensorProfile> profiles);
    /// Shared with workers: what somebody else holds never changes, new results make a copy.
    [[nodiscard]] std::shared_ptr<const ErrorTable> errors() const { return errors_; }

    /// For commands only: applies recipes to the committed plan, which is for `target` from then
    /// on.
    void apply(std::span<const RecipeChange> changes, bool forward, std::string_view target);
    void set_name(std::string name);
    /// For commands only: says which plan the contents belong to that are applied next.
    void set_identity(PlanId identity);

signals:
    void leaving();  ///< the open model is about to go; everything still answers for it
    void opened();   ///< also after close()
    /// The plan is for another target: other formats are legal, the tensors are the same ones.
    void target_changed();
    void tensors_changed(const std::vector<std::size_t>& tensors);
    void totals_changed();
    /// More is known of these tensors; colours of all may differ when error_range() does.
    void errors_changed(const std::vector<std::size_t>& tensors);
    void name_changed();
    /// Another plan is about to become the current one; contents and identity() are still those of
    /// the one that is left.
    void identity_changing(bitlathe::PlanId next);
    void identity_changed(bitlathe::PlanId before);

private:
    /// What was shown of a tensor before a change began.
    struct Shown {
        std::size_t tensor;
        FormatId format;
    };
    [[nodiscard]] const Recipe& committed(std::size_t tensor) const {
        return pool_[recipes_[tensor]];
    }
    void drop_preview(std::vector<Shown>& before);
    void show(std::size_t tensor, const TensorCost& cost, std::vector<Shown>& before);
    /// Tensors whose format is now another one than it was: what views must look at again.
    [[nodiscard]] std::vector<std::size_t> moved_since(std::span<const Shown> before);
    /// The tensors of the changes and those of a preview, each once and in order.
    [[nodiscard]] std::vector<std::size_t> touched_by(std::span<const RecipeChange> changes);
    void widen_range(const TensorProfile& profile);
    /// The plan without tensors, with its history.
    [[nodiscard]] Plan rest() const;

    std::shared_ptr<const TensorCatalog> catalog_;
    std::vector<std::shared_ptr<const TensorCatalog>>
        catalogs_;  ///< by target, catalog_ among them
    Plan rest_;     ///< without tensors
    std::string opened_with_;
    PlanId identity_ = 1;
    RecipePool pool_;                ///< of all plans and steps since open()
    std::vector<RecipeId> recipes_;  ///< by tensor
    std::vector<TensorCost> shown_;  ///< by tensor
    std::vector<std::size_t> previewed_;
    std::vector<std::uint8_t> looked_at_;  ///< scratch: by tensor, zeros
    std::shared_ptr<ErrorTable> errors_;
    std::unique_ptr<PlanEvaluator> evaluator_;
    PlanTotals totals_, committed_totals_;
    ErrorRange range_;
    std::uint64_t evaluations_ = 0;
    StepStack undo_;
};

}  // namespace bitlathe
