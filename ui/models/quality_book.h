// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/evaluation/measurement.h"
#include "ui/models/plan_model.h"

namespace bitlathe {

/// What was measured of the open model, by what plans make of its weights: a plan that is edited
/// has no result, and one that is undone to has its own again. Answers are those for the settings
/// that are chosen now. GUI thread only.
class QualityBook : public QObject {
    Q_OBJECT
public:
    using Entry = std::shared_ptr<const Measurement>;
    explicit QualityBook(PlanModel& plan, QObject* parent = nullptr);

    [[nodiscard]] const MeasureSettings& settings() const { return settings_; }
    void set_settings(const MeasureSettings& settings);
    /// Takes a result in; of two for the same the one that was compared with the original stays.
    void add(Entry entry);
    /// Everything that is known, for whatever settings.
    [[nodiscard]] std::vector<Entry> entries() const;
    /// Nothing is known for the settings.
    [[nodiscard]] bool empty() const;

    /// The committed plan, another plan, the model as stored; nullptr: not measured.
    [[nodiscard]] Entry current() const { return find(current_content()); }
    [[nodiscard]] Entry of(const std::shared_ptr<const KeptPlan>& plan) const;
    [[nodiscard]] Entry original() const { return find(original_); }
    [[nodiscard]] Entry find(const std::string& content) const;
    [[nodiscard]] const std::string& current_content() const;
    [[nodiscard]] const std::string& original_content() const { return original_; }
    [[nodiscard]] std::string content_of(const std::shared_ptr<const KeptPlan>& plan) const;

signals:
    /// Something else is known, or the current plan or the settings are others.
    void changed();

private:
    struct Known {
        std::weak_ptr<const KeptPlan> plan;
        std::string content;
    };
    void forget();
    void follow_plan();

    PlanModel& plan_;
    MeasureSettings settings_;
    std::string original_;
    mutable std::string current_;  ///< "": to be found out
    mutable std::vector<Known> known_;
    std::map<std::pair<std::string, std::string>, Entry> entries_;
};

/// How two measurements of the same tokens differ, token by token; nothing where they were not
/// measured in the same way.
[[nodiscard]] std::optional<PairedDifference> paired(const QualityBook::Entry& a,
                                                     const QualityBook::Entry& b);

}  // namespace bitlathe
