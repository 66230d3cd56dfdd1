// SPDX-License-Identifier: GPL-3.0-or-later
// What was measured of blocks and linears, and is in no project, after a crash.
#include <QDir>
#include <QFile>

#include <gtest/gtest.h>

#include "tests/ui/ui_testing.h"
#include "ui/theme/text.h"
#include "ui/window/autosave.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

/// A session's models with an autosave, without the window. Destroying it is a crash.
struct RecordsBench {
    explicit RecordsBench(const QString& folder) {
        QObject::connect(&autosave, &Autosave::records_left,
                         [this](const MeasuredRecords& records) { left = records; });
        autosave.set_folder(folder);
        testing::open_into(plan, testing::sample_path());
        autosave.wait();
        QCoreApplication::processEvents();
    }
    void store() {
        autosave.flush();
        autosave.wait();
    }
    PlanModel plan;
    PlanShelf shelf{plan};
    Autosave autosave{plan, shelf};
    MeasuredRecords left;
};

class AutosaveRecordsTest : public ::testing::Test {
protected:
    [[nodiscard]] QStringList files(const RecordsBench& bench) const {
        return QDir(folder.filePath(to_qstring(bench.plan.fingerprint())))
            .entryList(QDir::Files, QDir::Name);
    }
    [[nodiscard]] static std::shared_ptr<const SkipRecord> skips() {
        return std::make_shared<const SkipRecord>(
            SkipRecord{"s.txt", "cd", 64, {120, 3.25, {{0, .5, .25, .125, -1}}}});
    }
    [[nodiscard]] static std::shared_ptr<const OutputErrorRecord> errors(double value) {
        return std::make_shared<const OutputErrorRecord>(
            OutputErrorRecord{"t.txt",
                              "ab",
                              "00ff",
                              true,
                              {{"blk.0.attn_q.weight", {{*find_format("Q4_K"), value}}, {}}}});
    }
    QTemporaryDir folder;
    const QStringList kBoth{u"current.plan.json"_s, u"records.bitlathe"_s};
};

TEST_F(AutosaveRecordsTest, ComeBackByThemselvesAndAreKeptOn) {
    {
        RecordsBench bench(folder.path());
        bench.autosave.keep_records({skips(), nullptr});
        bench.store();
        bench.autosave.keep_records({skips(), errors(.25)});
        bench.store();
        EXPECT_EQ(files(bench), kBoth);
    }
    for (int crash = 0; crash < 2; ++crash) {
        const RecordsBench bench(folder.path());
        ASSERT_TRUE(bench.left.skips);
        EXPECT_EQ(bench.left.skips->measured.mean_nll, 3.25);
        ASSERT_TRUE(bench.left.output_errors);
        EXPECT_EQ(bench.left.output_errors->text_ids, "00ff");
        ASSERT_EQ(bench.left.output_errors->tensors.size(), 1U);
        EXPECT_EQ(bench.left.output_errors->tensors[0].diagonal[0].nmse, .25);
    }
    RecordsBench bench(folder.path());
    bench.autosave.end_cleanly();
    EXPECT_TRUE(QDir(folder.path()).isEmpty());
}

TEST_F(AutosaveRecordsTest, WhatAProjectHoldsIsNotKept) {
    RecordsBench bench(folder.path());
    const MeasuredRecords records{skips(), errors(.5)};
    bench.autosave.keep_records(records);
    bench.store();
    EXPECT_EQ(files(bench), kBoth);
    bench.autosave.note_kept({bench.shelf.plans(), bench.shelf.ids(), {}, {nullptr, errors(.5)}},
                             true);
    bench.store();
    EXPECT_EQ(files(bench), kBoth) << "a project with others";
    bench.autosave.note_kept({bench.shelf.plans(), bench.shelf.ids(), {}, records}, true);
    bench.store();
    EXPECT_TRUE(QDir(folder.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).isEmpty());
}

TEST_F(AutosaveRecordsTest, DamagedOnesAreAsGoodAsNone) {
    QString file;
    {
        RecordsBench bench(folder.path());
        bench.autosave.keep_records({skips(), errors(.5)});
        bench.store();
        file = folder.filePath(to_qstring(bench.plan.fingerprint())) + u"/records.bitlathe"_s;
    }
    ASSERT_TRUE(QFile::resize(file, 700));
    const RecordsBench bench(folder.path());
    EXPECT_TRUE(bench.left.empty());
}

}  // namespace
}  // namespace bitlathe
