// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <algorithm>
#include <map>

#include "core/profile/importance/block_weights.h"
#include "core/targets/output_error_table.h"
#include "tests/ui/window_fixture.h"

namespace bitlathe::testing {

/// The sample model, and what its formats do to what its linears put out.
class OutputErrorsTest : public WindowTest {
protected:
    void SetUp() override {
        WindowTest::SetUp();
        child<QSpinBox>(QStringLiteral("profileTokens"))->setValue(96);
        open_sample();
    }
    [[nodiscard]] Session& session() const { return window->session(); }
    [[nodiscard]] PlanModel& plan() const { return session().plan(); }
    [[nodiscard]] const ActivationBook::Entry& findings() const {
        return session().activations().findings();
    }
    [[nodiscard]] DepthCanvas& depth() const {
        return *child<DepthCanvas>(QStringLiteral("depthCanvas"));
    }
    [[nodiscard]] bool ready() const {
        return action(QStringLiteral("actionMeasureOutputErrors"))->isEnabled();
    }
    void profile() {
        trigger(QStringLiteral("actionProfileActivations"));
        ASSERT_TRUE(wait_until_idle());
        ASSERT_TRUE(findings());
    }
    void measure() {
        trigger(QStringLiteral("actionMeasureOutputErrors"));
        ASSERT_TRUE(wait_until_idle());
        ASSERT_TRUE(findings()->output_errors);
    }
    [[nodiscard]] static std::size_t metric(const char* id = "output_error") {
        return *find_metric(QString::fromLatin1(id));
    }
    /// As the strips see it.
    [[nodiscard]] std::optional<double> shown(std::size_t tensor,
                                              const char* id = "output_error") const {
        return depth_metrics()[metric(id)].value({plan(), findings().get()}, tensor);
    }
    [[nodiscard]] std::vector<std::size_t> linears() const {
        std::vector<std::size_t> all;
        for (const auto& block : linears_of_blocks(plan().catalog().model()))
            all.insert(all.end(), block.begin(), block.end());
        return all;
    }
    [[nodiscard]] std::size_t tensor(const char* name) const {
        return *plan().catalog().model().checkpoint->find(name);
    }
    /// What the library says of a tensor in a format.
    [[nodiscard]] TensorOutputErrors expected(std::size_t tensor, FormatId format,
                                              bool with_first = true) const {
        const LinearInputs inputs(plan().catalog().model(), *findings()->profile, with_first);
        return inputs.errors(tensor, {&format, 1}, {}).value();
    }
    void set_format(std::size_t tensor, FormatId format) {
        const FormatChange change{tensor, format};
        plan().preview({&change, 1});
        plan().commit_preview([] { return QStringLiteral("another format"); });
    }
    [[nodiscard]] bool offered(const QString& box) const {
        return child<QComboBox>(box)->findData(QStringLiteral("output_error")) != -1;
    }
    [[nodiscard]] std::map<std::string, std::size_t> formats_known() const {
        std::map<std::string, std::size_t> known;
        for (const OutputErrorRow& row : findings()->output_errors->record().tensors)
            known.emplace(row.tensor, row.diagonal.size());
        return known;
    }
};

}  // namespace bitlathe::testing
