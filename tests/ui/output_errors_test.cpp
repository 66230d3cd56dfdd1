// SPDX-License-Identifier: GPL-3.0-or-later
// What formats do to what linears put out: measured, kept and told apart.
#include <QCheckBox>
#include <QDir>

#include "core/profile/activation/profile_activations.h"
#include "tests/ui/output_errors_fixture.h"
#include "ui/panels/job_row.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;
using testing::OutputErrorsTest;

TEST_F(OutputErrorsTest, AreMeasuredOnRequest) {
    EXPECT_FALSE(ready()) << "no inputs are known";
    profile();
    EXPECT_TRUE(ready());
    EXPECT_FALSE(offered(u"rankMetric"_s));
    EXPECT_FALSE(offered(u"bitsColour"_s));
    trigger(u"actionMeasureOutputErrors"_s);
    EXPECT_FALSE(ready()) << "one at a time";
    ASSERT_TRUE(wait_until_idle());
    EXPECT_TRUE(ready());
    ASSERT_TRUE(findings()->output_errors);
    ASSERT_EQ(linears().size(), 56U);
    for (const std::size_t i : linears()) {
        const auto own = expected(i, plan().format(i));
        ASSERT_EQ(own.diagonal.size(), 1U);
        EXPECT_EQ(shown(i), own.diagonal[0].nmse) << plan().catalog().tensor(i).name.toStdString();
        EXPECT_GT(shown(i).value(), 0);
    }
    EXPECT_FALSE(shown(tensor("token_embd.weight"))) << "no linear of a block";
    EXPECT_FALSE(shown(tensor("blk.2.ffn_up.weight"), "output_error_full")) << "no Gram matrix";
    EXPECT_TRUE(offered(u"rankMetric"_s));
    EXPECT_TRUE(offered(u"bitsColour"_s));
    QStringList said;
    for (const JobRow* row : window->findChildren<JobRow*>()) {
        if (row->name().startsWith(u"Output errors on storybook_calib"_s)) said += row->status();
    }
    ASSERT_EQ(said.size(), 1);
    EXPECT_TRUE(said[0].startsWith(u"output errors of 56 tensors"_s)) << said[0].toStdString();
}

TEST_F(OutputErrorsTest, CancelledOnesLeaveNothing) {
    profile();
    trigger(u"actionMeasureOutputErrors"_s);
    ASSERT_EQ(session().exports().jobs().size(), 1U);
    session().exports().jobs().front()->cancel();
    ASSERT_TRUE(wait_until_idle());
    EXPECT_FALSE(findings()->output_errors);
    EXPECT_FALSE(session().profiler().output_errors());
    EXPECT_FALSE(offered(u"rankMetric"_s));
    EXPECT_TRUE(ready());
    measure();
}

TEST_F(OutputErrorsTest, AProjectKeepsThem) {
    profile();
    measure();
    std::vector<std::optional<double>> before;
    for (const std::size_t i : linears())
        before.push_back(shown(i));
    const auto formats = formats_known();
    const QString path = folder.filePath(u"sample.bitlathe"_s);
    file_dialogs::answer_next(path);
    trigger(u"actionSaveProject"_s);
    ASSERT_TRUE(wait_until_idle());
    window = std::make_unique<MainWindow>(theme, false);
    WindowTest::SetUp();
    window->open_path(path);
    ASSERT_TRUE(wait_until_idle());
    ASSERT_TRUE(findings());
    ASSERT_TRUE(findings()->output_errors);
    std::vector<std::optional<double>> after;
    for (const std::size_t i : linears())
        after.push_back(shown(i));
    EXPECT_EQ(after, before);
    EXPECT_EQ(formats_known(), formats);
    EXPECT_TRUE(offered(u"rankMetric"_s));
    EXPECT_TRUE(ready());
}

TEST_F(OutputErrorsTest, SurviveACrashUntilAProjectHoldsThem) {
    const QString kept = folder.filePath(u"kept"_s);
    const auto cache =
        std::make_shared<const ActivationCache>(folder.filePath(u"cache"_s).toStdString());
    const auto open_kept = [&] {
        window->autosave().set_folder(kept);
        session().profiler().set_cache(cache);
        child<QSpinBox>(u"profileTokens"_s)->setValue(96);
        open_sample();
    };
    const auto crash = [&] {
        window->autosave().flush();
        window->autosave().wait();
        window.reset();  // without being closed
        window = std::make_unique<MainWindow>(theme, false);
        WindowTest::SetUp();
    };
    crash();  // of the window that keeps nothing
    open_kept();
    profile();
    trigger(u"actionMeasureSkips"_s);
    ASSERT_TRUE(wait_until_idle());
    measure();
    const std::size_t up = tensor("blk.2.ffn_up.weight");
    const auto known = shown(up);
    const auto skips = findings()->skips->measured.blocks;
    crash();
    open_kept();
    ASSERT_TRUE(testing::wait_for(
        [this] { return findings() && findings()->output_errors && findings()->skips; }));
    EXPECT_EQ(shown(up), known);
    EXPECT_EQ(findings()->skips->measured.blocks, skips);
    file_dialogs::answer_next(folder.filePath(u"sample.bitlathe"_s));
    trigger(u"actionSaveProject"_s);
    ASSERT_TRUE(wait_until_idle());
    window->autosave().flush();
    window->autosave().wait();
    EXPECT_TRUE(QDir(kept).entryList(QDir::Dirs | QDir::NoDotAndDotDot).isEmpty());
}

TEST_F(OutputErrorsTest, TensorsThatTheModelDoesNotHaveArePassedOver) {
    profile();
    measure();
    auto record = std::make_shared<OutputErrorRecord>(findings()->output_errors->record());
    const auto known = shown(tensor("blk.2.ffn_up.weight"));
    record->tensors.push_back({"model.layers.0.mlp.up_proj.weight", {{FormatId(0), 7}}, {}});
    session().profiler().take_output_errors(record);
    ASSERT_TRUE(wait_until_idle());
    EXPECT_EQ(shown(tensor("blk.2.ffn_up.weight")), known);
    EXPECT_LT(findings()->output_errors->range(&OutputErrorRow::diagonal)->high, 7);
}

TEST_F(OutputErrorsTest, StandBesideTheInputsTheyWereMeasuredWith) {
    profile();
    measure();
    const std::size_t up = tensor("blk.2.ffn_up.weight");
    const auto with_first = shown(up);
    auto* first = child<QCheckBox>(u"outlierFirst"_s);
    first->setChecked(false);
    ASSERT_TRUE(wait_until_idle());
    EXPECT_FALSE(findings()->output_errors) << "of other tokens";
    first->setChecked(true);
    ASSERT_TRUE(wait_until_idle());
    ASSERT_TRUE(findings()->output_errors);
    EXPECT_EQ(shown(up), with_first);
    first->setChecked(false);
    ASSERT_TRUE(wait_until_idle());
    measure();
    EXPECT_EQ(shown(up), expected(up, plan().format(up), false).diagonal[0].nmse);
    EXPECT_NE(shown(up), with_first);
    child<QSpinBox>(u"profileTokens"_s)->setValue(64);
    profile();
    EXPECT_FALSE(findings()->output_errors) << "of another profile";
    EXPECT_TRUE(ready());
}

TEST_F(OutputErrorsTest, WhatIsKnownIsNotMeasuredAgain) {
    profile();
    measure();
    const std::size_t up = tensor("blk.2.ffn_up.weight");
    // As if one format of one tensor had not been known, and another one had been otherwise.
    auto record = std::make_shared<OutputErrorRecord>(findings()->output_errors->record());
    const FormatId own = plan().format(up);
    const FormatId coarse = plan().catalog().ladder(up).front().format;
    ASSERT_NE(own, coarse);
    for (OutputErrorRow& row : record->tensors) {
        if (row.tensor != "blk.2.ffn_up.weight") continue;
        std::erase_if(row.diagonal, [own](const FormatError& e) { return e.format == own; });
        for (FormatError& error : row.diagonal)
            if (error.format == coarse) error.nmse = 0.75;
    }
    session().profiler().take_output_errors(record);
    ASSERT_TRUE(wait_until_idle());
    EXPECT_FALSE(shown(up));
    measure();
    EXPECT_EQ(shown(up), expected(up, own).diagonal[0].nmse);
    set_format(up, coarse);
    EXPECT_EQ(shown(up), 0.75);
}

TEST_F(OutputErrorsTest, KnowCorrelationsWhereTheProfileHasThem) {
    const auto model = plan().catalog().shared_model();
    std::vector<std::uint32_t> ids(64);
    for (std::size_t i = 0; i < ids.size(); ++i)
        ids[i] = static_cast<std::uint32_t>(i * 37 % 4000);
    ActivationRequest request;
    request.gram_points = {TapPoint::kMlpMid};
    auto made = profile_activations(Transformer::create(model).value(), cut_windows(ids, 32, false),
                                    request, {});
    ASSERT_TRUE(made) << made.error().to_string();
    session().profiler().take(std::make_shared<const ActivationProfile>(*std::move(made)));
    ASSERT_TRUE(wait_until_idle());
    measure();
    const std::size_t down = tensor("blk.2.ffn_down.weight");
    const auto own = expected(down, plan().format(down));
    ASSERT_EQ(own.full.size(), 1U);
    EXPECT_EQ(shown(down, "output_error_full"), own.full[0].nmse);
    EXPECT_EQ(shown(down), own.diagonal[0].nmse);
    EXPECT_NE(own.full[0].nmse, own.diagonal[0].nmse);
    EXPECT_FALSE(shown(tensor("blk.2.ffn_up.weight"), "output_error_full"));
    EXPECT_TRUE(depth().is_available(metric("output_error_full")));
}

}  // namespace
}  // namespace bitlathe
