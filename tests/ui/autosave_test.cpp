// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/autosave.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>

#include <gtest/gtest.h>

#include "tests/ui/ui_testing.h"
#include "ui/theme/text.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

/// A session's models with an autosave, without the window. Destroying it is a crash.
struct Bench {
    explicit Bench(const QString& folder) {
        QObject::connect(&autosave, &Autosave::measured_left,
                         [this](const auto& left) { measured = left; });
        autosave.set_folder(folder);
        testing::open_into(plan, testing::sample_path());
        autosave.wait();
        QCoreApplication::processEvents();
    }
    void edit(const char* name, const char* format) {
        const std::size_t tensor = *plan.catalog().model().checkpoint->find(name);
        plan.preview(std::vector<FormatChange>{{tensor, *find_format(format)}});
        plan.commit_preview(u"Edit"_s);
    }
    void store() {
        autosave.flush();
        autosave.wait();
    }
    PlanModel plan;
    PlanShelf shelf{plan};
    Autosave autosave{plan, shelf};
    QSignalSpy offers{&autosave, &Autosave::offered};
    std::vector<QualityBook::Entry> measured;
};

class AutosaveTest : public ::testing::Test {
protected:
    [[nodiscard]] QStringList files(const QString& name) const {
        return QDir(folder.filePath(name)).entryList(QDir::Files, QDir::Name);
    }
    [[nodiscard]] QStringList folders() const {
        return QDir(folder.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    }
    static constexpr const char* kQ = "blk.0.attn_q.weight";
    QTemporaryDir folder;
    QString key;
    Plan left;

    /// An edit that reaches the disk, and an end that is none.
    void crash() {
        Bench bench(folder.path());
        bench.edit(kQ, "Q8_0");
        bench.store();
        key = to_qstring(bench.plan.fingerprint());
        left = bench.plan.plan();
    }
};

TEST_F(AutosaveTest, NothingIsWrittenWithoutAChange) {
    Bench bench(folder.path());
    bench.store();
    EXPECT_TRUE(folders().isEmpty());
    EXPECT_EQ(bench.offers.count(), 0);
}

TEST_F(AutosaveTest, WithoutAFolderItIsOff) {
    Bench bench({});
    bench.edit(kQ, "Q8_0");
    bench.store();
    EXPECT_TRUE(QDir().entryList({u"*.plan.json"_s}).isEmpty());
}

TEST_F(AutosaveTest, AChangeReachesTheDiskByItself) {
    Bench bench(folder.path());
    bench.edit(kQ, "Q8_0");
    const QString file =
        folder.filePath(to_qstring(bench.plan.fingerprint())) + u"/current.plan.json"_s;
    ASSERT_TRUE(testing::wait_for([&] { return QFile::exists(file); }));
    bench.autosave.wait();
    const auto written = load_plan(file.toStdString());
    ASSERT_TRUE(written);
    EXPECT_EQ(*written, bench.plan.plan());
}

TEST_F(AutosaveTest, WhatACrashLeftIsOfferedAndRestored) {
    crash();
    Bench bench(folder.path());
    ASSERT_EQ(bench.offers.count(), 1);
    EXPECT_EQ(bench.offers.front().front().toInt(), 1);
    EXPECT_NE(bench.plan.plan().tensors, left.tensors);  // nothing happens by itself
    bench.autosave.restore();
    EXPECT_EQ(bench.plan.plan().tensors, left.tensors);
    EXPECT_EQ(bench.plan.name(), left.name);
    EXPECT_EQ(bench.plan.undo_stack().count(), 1);
    bench.autosave.wait();
    EXPECT_EQ(folders(), QStringList{key});  // and is safe again
}

TEST_F(AutosaveTest, APlanForAnotherTargetComesBackWithIt) {
    {
        Bench bench(folder.path());
        auto other = TensorCatalog::build(bench.plan.catalog().shared_model(),
                                          *find_target("safetensors"), {});
        ASSERT_TRUE(other);
        bench.plan.add_catalog(*other);
        Plan changed = bench.plan.plan();
        changed.target = "safetensors";
        bench.plan.replace(changed, u"Target"_s);
        ASSERT_EQ(bench.plan.catalog().target().name(), "safetensors");
        bench.store();
    }
    Bench bench(folder.path());
    ASSERT_EQ(bench.plan.catalog().target().name(), "gguf");
    ASSERT_EQ(bench.offers.count(), 1);
    bench.autosave.restore();
    EXPECT_EQ(bench.plan.catalog().target().name(), "safetensors");
    EXPECT_EQ(bench.plan.plan().target, "safetensors");
    bench.plan.undo_stack().undo();
    EXPECT_EQ(bench.plan.catalog().target().name(), "gguf");
    bench.autosave.wait();
}

TEST_F(AutosaveTest, ALockOfAKilledProcessIsVoid) {
    crash();
    const QString path = folder.filePath(key + u".lock"_s);
    QLockFile lock(path);
    ASSERT_TRUE(lock.tryLock(0));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    QList<QByteArray> lines = file.readAll().split('\n');
    file.close();
    lock.unlock();
    QProcess ended;
    ended.start(u"sh"_s, {u"-c"_s, u"echo $$"_s});
    ASSERT_TRUE(ended.waitForFinished());
    lines.front() = ended.readAllStandardOutput().trimmed();
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(lines.join('\n'));
    file.close();
    const Bench bench(folder.path());
    EXPECT_EQ(bench.offers.count(), 1);
}

TEST_F(AutosaveTest, AllPlansComeBack) {
    {
        Bench bench(folder.path());
        bench.shelf.duplicate();
        bench.edit(kQ, "Q8_0");
        bench.shelf.duplicate();
        bench.edit(kQ, "Q2_K");
        bench.store();
        bench.shelf.activate(1);
        bench.edit(kQ, "Q6_K");
        bench.shelf.remove(0);
        bench.store();
        key = to_qstring(bench.plan.fingerprint());
        EXPECT_EQ(files(key), (QStringList{u"current.plan.json"_s, u"other-1.plan.json"_s}));
    }
    Bench bench(folder.path());
    ASSERT_EQ(bench.offers.count(), 1);
    bench.autosave.restore();
    ASSERT_EQ(bench.shelf.rowCount(), 2);
    const std::size_t q = *bench.plan.catalog().model().checkpoint->find(kQ);
    EXPECT_EQ(bench.plan.format(q), *find_format("Q6_K"));
    EXPECT_EQ(bench.shelf.plan(1)->tensors.at(kQ).format, *find_format("Q2_K"));
}

/// A measurement of two windows, made up.
QualityBook::Entry invented(const char* content) {
    auto made = std::make_shared<Measurement>();
    made->settings.text = {"/texts/a.txt", "a.txt", "ab12"};
    made->content = content;
    for (std::uint32_t w = 0; w < 2; ++w) {
        made->windows.push_back({{1, 2, 3}, 1});
        for (const std::uint32_t i : {1U, 2U}) {
            made->scores.push_back({w, i, i + 1, 0.5 * i});
            made->tops.push_back({{{i, 0.5F}}, {}});
        }
    }
    made->perplexity = perplexity(made->scores);
    return made;
}

TEST_F(AutosaveTest, MeasurementsComeBackByThemselves) {
    {
        Bench bench(folder.path());
        bench.autosave.keep(invented("a"));
        bench.store();
        bench.autosave.keep(invented("b"));
        bench.store();
        key = to_qstring(bench.plan.fingerprint());
        EXPECT_EQ(files(key), (QStringList{u"current.plan.json"_s, u"measured-1.bitlathe"_s,
                                           u"measured-2.bitlathe"_s}));
    }
    Bench bench(folder.path());
    EXPECT_EQ(bench.offers.count(), 0) << "no plan was changed";
    ASSERT_EQ(bench.measured.size(), 2U);
    EXPECT_EQ(bench.measured[1]->content, "b");
    EXPECT_EQ(bench.measured[0]->scores.size(), 4U);
    bench.autosave.wait();
    EXPECT_EQ(folders(), QStringList{key}) << "and are kept on";
    bench.autosave.end_cleanly();
    EXPECT_TRUE(QDir(folder.path()).isEmpty());
}

TEST_F(AutosaveTest, MeasurementsStayWhateverBecomesOfThePlans) {
    {
        Bench bench(folder.path());
        bench.edit(kQ, "Q8_0");
        bench.autosave.keep(invented("a"));
        bench.store();
        key = to_qstring(bench.plan.fingerprint());
    }
    Bench bench(folder.path());
    ASSERT_EQ(bench.offers.count(), 1);
    ASSERT_EQ(bench.measured.size(), 1U);
    bench.autosave.discard();
    bench.store();
    EXPECT_EQ(folders(), QStringList{key});
    EXPECT_EQ(files(key), (QStringList{u"current.plan.json"_s, u"measured-1.bitlathe"_s}));
}

TEST_F(AutosaveTest, WhatAProjectHoldsIsNotKept) {
    Bench bench(folder.path());
    const auto first = invented("a");
    const auto second = invented("b");
    bench.autosave.keep(first);
    bench.autosave.keep(second);
    bench.shelf.duplicate();
    bench.store();
    key = to_qstring(bench.plan.fingerprint());
    bench.plan.undo_stack().setClean();
    bench.autosave.note_kept({bench.shelf.plans(), bench.shelf.ids(), {first}}, true);
    bench.store();
    EXPECT_EQ(files(key), (QStringList{u"current.plan.json"_s, u"measured-1.bitlathe"_s,
                                       u"other-1.plan.json"_s}));
    bench.autosave.note_kept({bench.shelf.plans(), bench.shelf.ids(), {second}}, true);
    bench.store();
    EXPECT_TRUE(folders().isEmpty());
    bench.edit(kQ, "Q8_0");
    bench.store();
    EXPECT_EQ(files(key), (QStringList{u"current.plan.json"_s, u"other-1.plan.json"_s}));
}

TEST_F(AutosaveTest, ADamagedMeasurementCostsNoOther) {
    {
        Bench bench(folder.path());
        bench.autosave.keep(invented("a"));
        bench.autosave.keep(invented("b"));
        bench.store();
        key = to_qstring(bench.plan.fingerprint());
    }
    QFile file(folder.filePath(key) + u"/measured-1.bitlathe"_s);
    ASSERT_TRUE(file.resize(700));
    const Bench bench(folder.path());
    ASSERT_EQ(bench.measured.size(), 1U);
    EXPECT_EQ(bench.measured[0]->content, "b");
}

TEST_F(AutosaveTest, ADiscardedOfferIsGone) {
    crash();
    {
        Bench bench(folder.path());
        ASSERT_EQ(bench.offers.count(), 1);
        bench.autosave.discard();
        bench.autosave.wait();
        EXPECT_TRUE(folders().isEmpty());
    }
    const Bench bench(folder.path());
    EXPECT_EQ(bench.offers.count(), 0);
}

TEST_F(AutosaveTest, AnOfferNobodyAnsweredStays) {
    crash();
    {
        Bench bench(folder.path());
        bench.edit(kQ, "Q2_K");  // new work does not take its place
        bench.store();
        EXPECT_EQ(folders(), (QStringList{key, key + u".left"_s}));
        bench.autosave.end_cleanly();
    }
    Bench bench(folder.path());
    ASSERT_EQ(bench.offers.count(), 1);
    bench.autosave.restore();
    EXPECT_EQ(bench.plan.plan().tensors, left.tensors);
}

TEST_F(AutosaveTest, ACleanEndLeavesNothing) {
    Bench bench(folder.path());
    bench.edit(kQ, "Q8_0");
    bench.store();
    EXPECT_EQ(folders().size(), 1);
    bench.autosave.end_cleanly();
    EXPECT_TRUE(QDir(folder.path()).isEmpty());
}

TEST_F(AutosaveTest, SavingOrUndoingEverythingLeavesNothing) {
    Bench bench(folder.path());
    bench.edit(kQ, "Q8_0");
    bench.store();
    bench.plan.undo_stack().setClean();
    bench.store();
    EXPECT_TRUE(folders().isEmpty());
    bench.edit(kQ, "Q6_K");
    bench.store();
    EXPECT_EQ(folders().size(), 1);
    bench.plan.undo_stack().undo();
    bench.store();
    EXPECT_TRUE(folders().isEmpty());
}

TEST_F(AutosaveTest, OpeningAnotherModelKeepsWhatWasNotSaved) {
    Bench bench(folder.path());
    bench.edit(kQ, "Q8_0");
    testing::open_into(bench.plan, testing::sample_path());
    bench.autosave.wait();
    QCoreApplication::processEvents();
    EXPECT_EQ(bench.offers.count(), 1);
}

TEST_F(AutosaveTest, ASecondWindowOnTheSameModelKeepsOut) {
    Bench first(folder.path());
    first.edit(kQ, "Q8_0");
    first.store();
    Bench second(folder.path());
    EXPECT_EQ(second.offers.count(), 0);
    second.autosave.end_cleanly();
    EXPECT_EQ(folders().size(), 1);
}

TEST_F(AutosaveTest, AFileThatIsNoPlanIsReportedAndKept) {
    crash();
    QFile file(folder.filePath(key) + u"/current.plan.json"_s);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("{}");
    file.close();
    PlanModel plan;
    PlanShelf shelf(plan);
    Autosave autosave(plan, shelf);
    autosave.set_folder(folder.path());
    QSignalSpy failures(&autosave, &Autosave::failed);
    testing::open_into(plan, testing::sample_path());
    ASSERT_TRUE(testing::wait_for([&] { return failures.count() == 1; }));
    EXPECT_EQ(folders(), QStringList{key + u".left"_s});
}

TEST_F(AutosaveTest, AFolderThatCannotBeWrittenIsReportedOnce) {
    Bench bench(folder.path());
    QSignalSpy failures(&bench.autosave, &Autosave::failed);
    QFile in_the_way(folder.filePath(to_qstring(bench.plan.fingerprint())));
    ASSERT_TRUE(in_the_way.open(QIODevice::WriteOnly));
    for (const char* format : {"Q8_0", "Q6_K"}) {
        bench.edit(kQ, format);
        bench.store();
        QCoreApplication::processEvents();
    }
    EXPECT_EQ(failures.count(), 1);
}

}  // namespace
}  // namespace bitlathe
