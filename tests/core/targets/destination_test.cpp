// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/destination.h"

#include <fstream>

#include <sys/stat.h>
#include <unistd.h>

#include "tests/core/targets/export_fixture.h"

namespace bitlathe {
namespace {

namespace fs = std::filesystem;

/// A copy of the sample in a folder of its own, and a plan for it.
class Destination : public ::testing::Test {
protected:
    void SetUp() override {
        fs::copy_file(sample_gguf(), folder_ / "source.gguf");
        model_ = must_open(folder_ / "source.gguf");
        plan_ = uniform_plan(*find_target("gguf"), *model_, "Q8_0");
        before_ = must_read(folder_ / "source.gguf");
    }

    Error error_of(const ExportRequest& request) {
        const auto result = find_target("gguf")->write(*model_, plan_, request, {});
        EXPECT_FALSE(result);
        EXPECT_EQ(must_read(folder_ / "source.gguf"), before_);
        return result ? Error() : result.error();
    }

    TempFolder folder_;
    std::shared_ptr<const Model> model_;
    Plan plan_;
    std::string before_;
};

TEST_F(Destination, TheSourceItselfIsRefusedEvenWithForce) {
    EXPECT_EQ(error_of({.destination = folder_ / "source.gguf", .replace = true}).code,
              ErrorCode::kImpossible);
}

TEST_F(Destination, ASymbolicLinkToTheSourceIsRefused) {
    fs::create_symlink(folder_ / "source.gguf", folder_ / "link.gguf");
    EXPECT_EQ(error_of({.destination = folder_ / "link.gguf", .replace = true}).code,
              ErrorCode::kImpossible);
    EXPECT_TRUE(fs::is_symlink(folder_ / "link.gguf"));
}

TEST_F(Destination, AHardLinkToTheSourceIsRefused) {
    fs::create_hard_link(folder_ / "source.gguf", folder_ / "hard.gguf");
    EXPECT_EQ(error_of({.destination = folder_ / "hard.gguf", .replace = true}).code,
              ErrorCode::kImpossible);
    EXPECT_EQ(fs::hard_link_count(folder_ / "source.gguf"), 2U);
}

TEST_F(Destination, ThePathOfTheSourceThroughALinkedFolderIsRefused) {
    fs::create_directory_symlink(folder_.path(), folder_ / "loop");
    EXPECT_EQ(
        error_of({.destination = folder_.path() / "loop/loop/source.gguf", .replace = true}).code,
        ErrorCode::kImpossible);
}

TEST_F(Destination, ASourceInThePlaceOfTheWorkingFileIsRefused) {
    fs::create_hard_link(folder_ / "source.gguf", folder_ / "out.gguf.part");
    EXPECT_EQ(error_of({.destination = folder_ / "out.gguf", .replace = true}).code,
              ErrorCode::kImpossible);
    EXPECT_TRUE(fs::exists(folder_ / "out.gguf.part"));
}

TEST_F(Destination, APartOfASplitSetOnTheSourceIsRefused) {
    fs::create_hard_link(folder_ / "source.gguf", folder_ / "out-00002-of-00003.gguf");
    EXPECT_EQ(
        error_of({.destination = folder_ / "out.gguf", .replace = true, .split_bytes = 3'000'000})
            .code,
        ErrorCode::kImpossible);
    EXPECT_FALSE(fs::exists(folder_ / "out-00001-of-00003.gguf"));
}

TEST_F(Destination, AnExistingFileIsKeptUnlessItMayBeReplaced) {
    std::ofstream(folder_ / "old.gguf") << "old";
    EXPECT_EQ(error_of({.destination = folder_ / "old.gguf"}).code, ErrorCode::kImpossible);
    EXPECT_EQ(must_read(folder_ / "old.gguf"), "old");
    (void)must_export(*model_, plan_, {.destination = folder_ / "old.gguf", .replace = true});
    EXPECT_GT(fs::file_size(folder_ / "old.gguf"), 1'000'000U);
}

TEST_F(Destination, ABrokenLinkCountsAsExisting) {
    fs::create_symlink(folder_ / "nowhere", folder_ / "broken.gguf");
    EXPECT_EQ(error_of({.destination = folder_ / "broken.gguf"}).code, ErrorCode::kImpossible);
}

TEST_F(Destination, AFolderIsRefused) {
    fs::create_directory(folder_ / "folder");
    EXPECT_EQ(error_of({.destination = folder_ / "folder", .replace = true}).code,
              ErrorCode::kImpossible);
    EXPECT_EQ(error_of({.destination = (folder_ / "folder").string() + "/", .replace = true}).code,
              ErrorCode::kImpossible);
}

TEST_F(Destination, AMissingFolderIsNamed) {
    const Error error = error_of({.destination = folder_.path() / "no/such/out.gguf"});
    EXPECT_EQ(error.code, ErrorCode::kNotWritten);
    EXPECT_NE(error.hint.find("no/such"), std::string::npos);
    EXPECT_FALSE(fs::exists(folder_ / "no"));
}

TEST_F(Destination, AFolderWithoutWritePermissionIsAnErrorOfTheOutput) {
    if (::geteuid() == 0) {
        GTEST_SKIP() << "SKIPPED: root may write everywhere";
    }
    fs::create_directory(folder_ / "locked");
    fs::permissions(folder_ / "locked", fs::perms::owner_read | fs::perms::owner_exec);
    EXPECT_EQ(error_of({.destination = folder_.path() / "locked/out.gguf"}).code,
              ErrorCode::kNotWritten);
}

TEST_F(Destination, APlaceWhereNobodyCanWriteIsAnErrorOfTheOutput) {
    EXPECT_EQ(error_of({.destination = "/proc/out.gguf"}).code, ErrorCode::kNotWritten);
}

TEST_F(Destination, AnAbandonedWorkingFileIsReplaced) {
    std::ofstream(folder_ / "out.gguf.part") << "left by a killed process";
    (void)must_export(*model_, plan_, {.destination = folder_ / "out.gguf"});
    EXPECT_EQ(folder_.names(), (std::vector<std::string>{"out.gguf", "source.gguf"}));
}

TEST_F(Destination, AWorkingFileThatIsALinkIsNotWrittenThrough) {
    std::ofstream(folder_ / "precious") << "precious";
    fs::create_symlink(folder_ / "precious", folder_ / "out.gguf.part");
    (void)must_export(*model_, plan_, {.destination = folder_ / "out.gguf"});
    EXPECT_EQ(must_read(folder_ / "precious"), "precious");
    EXPECT_FALSE(fs::is_symlink(folder_ / "out.gguf"));
}

TEST_F(Destination, SpaceIsCheckedFirst) {
    EXPECT_TRUE(check_space(folder_.path(), 1));
    const Status status = check_space(folder_.path(), std::uint64_t{1} << 62);
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code, ErrorCode::kNotWritten);
    EXPECT_NE(status.error().message.find("free"), std::string::npos);
}

}  // namespace
}  // namespace bitlathe
