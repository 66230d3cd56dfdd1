// SPDX-License-Identifier: GPL-3.0-or-later
#include <fstream>
#include <functional>
#include <sstream>

#include <gtest/gtest.h>

#include "core/base/json.h"
#include "core/report/report_export.h"
#include "core/report/report_json.h"
#include "core/report/report_markup.h"
#include "core/report/report_style.h"
#include "tests/core/targets/plan_fixture.h"

namespace bitlathe {
namespace {

using test::format;

/// The names of elements that are open, read by a reader that accepts XML and nothing looser.
std::string xml_problem(const std::string& text) {
    std::vector<std::string> open;
    std::size_t at = text.find('\n') + 1;  // after the document type
    while (at < text.size()) {
        if (text[at] == '&') {
            const std::size_t end = text.find(';', at);
            const std::string name = text.substr(at, end - at);
            if (name != "&amp" && name != "&lt" && name != "&gt" && name != "&quot" &&
                name != "&#39")
                return "reference " + name;
        }
        if (text[at] != '<') {
            ++at;
            continue;
        }
        const std::size_t end = text.find('>', at);
        if (end == std::string::npos) return "an element has no end";
        const std::string tag = text.substr(at + 1, end - at - 1);
        at = end + 1;
        if (tag.back() == '/') continue;
        if (tag.front() != '/') {
            open.push_back(tag.substr(0, tag.find(' ')));
        } else if (open.empty() || open.back() != tag.substr(1)) {
            return "</" + tag.substr(1) + "> closes nothing";
        } else {
            open.pop_back();
        }
    }
    return open.empty() ? "" : open.back() + " is open at the end";
}

class Report : public ::testing::Test {
protected:
    [[nodiscard]] Plan uniform(const char* name) const {
        PlanRequest request;
        request.uniform = format(name);
        return make_plan(*model, request, {}, {}).value();
    }
    [[nodiscard]] ReportData gather(const Plan& plan, const Plan* compared = nullptr) const {
        ReportRequest request;
        request.version = "1.2.3";
        request.created = "2026-01-02T03:04:05Z";
        request.compared = compared;
        request.locks = {{"blk.0.*", format("Q6_K")}};
        return gather_report(*model, plan, errors, request, {}).value();
    }
    [[nodiscard]] static std::string html(const ReportData& data, std::size_t most_rows = 200) {
        HtmlOptions options;
        options.style = browser_style();
        options.figures = {{"A <figure>", "of \"this\"", "<svg viewBox=\"0 0 1 1\"></svg>"}};
        options.most_rows = most_rows;
        return report_html(data, options);
    }

    std::shared_ptr<const Model> model = test::llama(4);
    ErrorTable errors =
        test::errors_for(*model, {format("Q4_K"), format("Q6_K"), format("Q8_0"), format("F16")});
};

TEST_F(Report, ItsTotalsAreThoseOfThePlanInEveryTable) {
    const Plan plan = uniform("Q4_K");
    const ReportData data = gather(plan);
    const PlanTotals expected = totals(*model, plan, errors);
    EXPECT_EQ(data.totals.bytes, expected.bytes);
    EXPECT_EQ(data.totals.estimated_loss, expected.estimated_loss);
    EXPECT_EQ(data.source_tensor_bytes, model->checkpoint->tensor_bytes());
    for (const auto* rows : {&data.by_role, &data.by_format, &data.by_block}) {
        std::uint64_t before = 0, after = 0, tensors = 0;
        for (const ByteRow& row : *rows) {
            before += row.before;
            after += row.after;
            tensors += row.tensors_after;
        }
        EXPECT_EQ(before, model->checkpoint->tensor_bytes());
        EXPECT_EQ(after, expected.bytes);
        EXPECT_EQ(tensors, model->places.size());
    }
    double loss = 0;
    for (const ReportTensor& tensor : data.tensors)
        loss += tensor.estimated_loss.value();
    EXPECT_NEAR(loss, *expected.estimated_loss, 1e-9 * loss);
    EXPECT_EQ(data.by_block.size(), 5U);  // four blocks, and what is outside of them
    EXPECT_EQ(data.by_block.back().name, "");
    const ExportRequest request;
    EXPECT_EQ(data.file_bytes, find_target("gguf")->file_bytes(*model, plan, request).value());
}

TEST_F(Report, JsonHasEveryTensorAndReadsBack) {
    const Plan plan = uniform("Q4_K");
    const Plan other = uniform("Q6_K");
    const ReportData data = gather(plan, &other);
    const auto json = parse_json(report_json_text(data), "report");
    ASSERT_TRUE(json) << json.error().to_string();
    EXPECT_EQ((*json)["bitlathe_report"], 1);
    EXPECT_EQ((*json)["plan"]["tensor_bytes"], data.totals.bytes);
    EXPECT_EQ((*json)["plan"]["lock_rules"][0], "blk.0.*=Q6_K");
    EXPECT_EQ((*json)["compared"]["tensor_bytes"], totals(*model, other, errors).bytes);
    ASSERT_EQ((*json)["tensors"].size(), model->places.size());
    for (std::size_t i = 0; i < model->places.size(); ++i) {
        const Json& tensor = (*json)["tensors"][i];
        EXPECT_EQ(tensor["name"], model->tensor(i).name);
        EXPECT_EQ(tensor["format"], std::string(test::planned(plan, model->tensor(i).name)));
        EXPECT_EQ(tensor["compared_format"],
                  std::string(test::planned(other, model->tensor(i).name)));
    }
    EXPECT_TRUE((*json)["export"]["written"].is_null());
}

TEST_F(Report, WhatIsNotKnownIsNullAndSaidInWords) {
    errors.profiles.assign(model->places.size(), SharedProfile());
    const ReportData data = gather(uniform("Q4_K"));
    const Json json = report_json(data);
    EXPECT_TRUE(json["plan"]["estimated_loss"].is_null());
    EXPECT_TRUE(json["tensors"][0]["nmse"].is_null());
    const std::string text = html(data);
    EXPECT_NE(text.find(">not known<"), std::string::npos);
    EXPECT_TRUE(worst_tensors(data, 5).empty());
}

TEST_F(Report, HtmlIsWellFormedAndNeedsNoOtherFile) {
    const Plan other = uniform("Q6_K");
    const std::string text = html(gather(uniform("Q4_K"), &other));
    EXPECT_EQ(xml_problem(text), "");
    for (const char* outside : {"src=", "href=", "url(", "@import", "http"})
        EXPECT_EQ(text.find(outside), std::string::npos) << outside;
    EXPECT_NE(text.find("prefers-color-scheme:dark"), std::string::npos);
    EXPECT_NE(text.find("A &lt;figure&gt;"), std::string::npos);
    EXPECT_NE(text.find(grouped(totals(*model, other, errors).bytes)), std::string::npos);
}

TEST_F(Report, HostileNamesStayText) {
    testing::SyntheticGguf gguf;
    const std::string evil = "blk.0.<script>alert(1)</script>\"&'\x1b[31m.weight";
    gguf.metadata = {{"general.architecture", std::string("llama")}, {"llama.block_count", 1U}};
    gguf.tensors = {{"token_embd.weight", {256, 256}, "BF16"}, {evil, {256, 256}, "BF16"}};
    model = testing::model_of_gguf(gguf);
    errors = test::errors_for(*model, {format("Q8_0")});
    Plan plan = uniform("Q8_0");
    plan.name = "<img src=x onerror=alert(1)>";
    plan.history = {"</li><script>x</script>"};
    for (auto& [name, recipe] : plan.tensors)
        recipe = {format("Q8_0"), "rtn", true, "<b>why</b>"};
    const ReportData data = gather(plan);
    const std::string text = html(data);
    EXPECT_EQ(xml_problem(text), "");
    EXPECT_EQ(text.find("<script"), std::string::npos);
    EXPECT_EQ(text.find("<img"), std::string::npos);
    EXPECT_EQ(text.find("<b>"), std::string::npos);
    EXPECT_EQ(text.find('\x1b'), std::string::npos);
    EXPECT_NE(text.find("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&amp;&#39;"),
              std::string::npos);
    EXPECT_EQ(report_json(data)["tensors"][1]["name"], evil);
}

TEST_F(Report, LongTablesAreCutOffAndSayHowMuch) {
    const ReportData data = gather(uniform("Q4_K"));
    const std::size_t changed = changed_tensors(data).size();
    ASSERT_GT(changed, 5U);
    const std::string text = html(data, 5);
    EXPECT_NE(text.find("and " + std::to_string(changed - 5) + " more"), std::string::npos);
    EXPECT_LT(text.size(), html(data).size());
    EXPECT_EQ(report_json(data)["tensors"].size(), model->places.size());
}

TEST_F(Report, TheWorstComeFirst) {
    const ReportData data = gather(uniform("Q4_K"));
    const auto worst = worst_tensors(data, 3);
    ASSERT_EQ(worst.size(), 3U);
    for (const ReportTensor& tensor : data.tensors)
        EXPECT_LE(*tensor.estimated_loss, *data.tensors[worst[0]].estimated_loss);
    EXPECT_GE(*data.tensors[worst[1]].estimated_loss, *data.tensors[worst[2]].estimated_loss);
}

TEST_F(Report, TheCommandSurvivesAShell) {
    ReportRequest request;
    request.plan_path = "it's mine.json";
    const auto data = gather_report(*model, uniform("Q4_K"), errors, request, {});
    ASSERT_TRUE(data);
    EXPECT_NE(data->command.find("--plan 'it'\\''s mine.json' --target gguf"), std::string::npos);
    Plan other = uniform("Q4_K");
    other.target = "nothing";
    EXPECT_EQ(gather_report(*model, other, errors, {}, {}).error().code, ErrorCode::kUsage);
    std::stop_source stop;
    stop.request_stop();
    WorkContext context;
    context.stop = stop.get_token();
    EXPECT_EQ(gather_report(*model, uniform("Q4_K"), errors, {}, context).error().code,
              ErrorCode::kCancelled);
}

TEST_F(Report, BesideAnExportItSaysWhatWasMeasured) {
    testing::TemporaryFolder folder;
    ExportReport written;
    written.output = {{folder.path() / "m.gguf", 42, "abc123"}};
    written.tensors = 7;
    written.verified = true;
    const auto files =
        write_export_report(folder.path() / "m.gguf", gather(uniform("Q4_K")), written, {});
    ASSERT_TRUE(files) << files.error().to_string();
    EXPECT_EQ(files->html, folder.path() / "m.report.html");
    std::ostringstream text;
    text << std::ifstream(files->json).rdbuf();
    const auto json = parse_json(text.str(), "report");
    ASSERT_TRUE(json);
    EXPECT_EQ((*json)["export"]["written"]["output"][0]["sha256"], "abc123");
    std::ostringstream page;
    page << std::ifstream(files->html).rdbuf();
    EXPECT_NE(page.str().find("7 of 7 tensors are equal (measured)"), std::string::npos);
    EXPECT_EQ(report_files(folder.path()).html, folder.path() / "report.html");
    EXPECT_FALSE(write_export_report(folder.path() / "missing/m.gguf", gather(uniform("Q4_K")),
                                     written, {}));
    EXPECT_EQ(write_report(gather(uniform("Q4_K")), {}, folder.path() / "r.txt").error().code,
              ErrorCode::kUsage);
}

TEST(ReportMarkup, FillsInWithoutLookingAgain) {
    EXPECT_EQ(filled("%2 of %1, 5 % %9", {"%2", "b"}), "b of %2, 5 % %9");
    EXPECT_EQ(grouped(0), "0");
    EXPECT_EQ(grouped(1234567), "1,234,567");
    EXPECT_EQ(percent_words(0.1234), "12.3 %");
    EXPECT_EQ(percent_words(0.00012345), "0.0123 %");
    EXPECT_EQ(bits_words(4.196), "4.20");
}

TEST(ReportMarkup, WritesNumbersWithTheMarksOfALanguage) {
    const NumberMarks german{",", "."};
    EXPECT_EQ(grouped(1234567, german), "1.234.567");
    EXPECT_EQ(bits_words(4.196, german), "4,20");
    EXPECT_EQ(percent_words(0.1234, german), "12,3 %");
    EXPECT_EQ(bytes_words(1536, german), "1,5 KiB (1.536)");
}

}  // namespace
}  // namespace bitlathe
