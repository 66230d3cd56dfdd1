// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/quality_book.h"

#include <algorithm>

namespace bitlathe {

QualityBook::QualityBook(PlanModel& plan, QObject* parent) : QObject(parent), plan_(plan) {
    connect(&plan_, &PlanModel::opened, this, &QualityBook::forget);
    connect(&plan_, &PlanModel::target_changed, this, &QualityBook::follow_plan);
    connect(&plan_, &PlanModel::identity_changed, this, &QualityBook::follow_plan);
    settings_.windows = 20;  // at first: enough for an opinion, soon done
    connect(&plan_.undo_stack(), &QUndoStack::indexChanged, this, &QualityBook::follow_plan);
}

void QualityBook::forget() {
    entries_.clear();
    known_.clear();
    current_.clear();
    original_ = plan_.is_open() ? stored_content(plan_.catalog().model()) : std::string();
    emit changed();
}

void QualityBook::follow_plan() {
    if (!plan_.is_open()) return;
    const std::string before = std::exchange(current_, {});
    if (current_content() != before) emit changed();
}

void QualityBook::set_settings(const MeasureSettings& settings) {
    if (settings == settings_) return;
    settings_ = settings;
    emit changed();
}

void QualityBook::add(Entry entry) {
    Entry& place = entries_[{settings_key(entry->settings), entry->content}];
    if (place && place->kl && !entry->kl) return;
    place = std::move(entry);
    emit changed();
}

std::vector<QualityBook::Entry> QualityBook::entries() const {
    std::vector<Entry> entries;
    for (const auto& known : entries_)
        entries.push_back(known.second);
    return entries;
}

bool QualityBook::empty() const {
    const std::string key = settings_key(settings_);
    const auto first = entries_.lower_bound({key, std::string()});
    return first == entries_.end() || first->first.first != key;
}

QualityBook::Entry QualityBook::find(const std::string& content) const {
    const auto found = entries_.find({settings_key(settings_), content});
    return found == entries_.end() ? nullptr : found->second;
}

QualityBook::Entry QualityBook::of(const std::shared_ptr<const KeptPlan>& plan) const {
    return find(content_of(plan));
}

const std::string& QualityBook::current_content() const {
    if (!current_.empty() || !plan_.is_open()) return current_;
    std::vector<FormatId> formats;
    formats.reserve(plan_.catalog().size());
    for (std::size_t i = 0; i < plan_.catalog().size(); ++i)
        formats.push_back(plan_.committed_format(i));
    current_ = plan_content(plan_.catalog().model(), plan_.catalog().target().name(), formats);
    return current_;
}

std::string QualityBook::content_of(const std::shared_ptr<const KeptPlan>& plan) const {
    std::erase_if(known_, [](const Known& known) { return known.plan.expired(); });
    const auto found = std::find_if(known_.begin(), known_.end(), [&plan](const Known& known) {
        return known.plan.lock() == plan;
    });
    if (found != known_.end()) return found->content;
    known_.push_back(
        {plan, plan_content(plan_.catalog().model(), plan->target(), plan->formats())});
    return known_.back().content;
}

std::optional<PairedDifference> paired(const QualityBook::Entry& a, const QualityBook::Entry& b) {
    if (!a || !b || settings_key(a->settings) != settings_key(b->settings)) return {};
    return paired_difference(a->scores, b->scores);
}

}  // namespace bitlathe
