// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are cut short, written to or taken away while they are mapped.
#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/mman.h>

#include "core/base/mapped_file.h"

namespace bitlathe {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

constexpr std::size_t kBytes = 1 << 20;
constexpr std::size_t kKept = 64 << 10;

class LostPages : public ::testing::Test {
protected:
    void SetUp() override {
        std::string pattern = (fs::temp_directory_path() / "bitlathe-XXXXXX").string();
        folder_ = ::mkdtemp(pattern.data());
        write("f", std::string(kBytes, 'x'));
        file_ = MappedFile::open(folder_ / "f").value();
    }
    void TearDown() override { fs::remove_all(folder_); }
    void write(const std::string& name, std::string_view content) const {
        std::ofstream(folder_ / name, std::ios::binary) << content;
    }
    void cut() const { fs::resize_file(folder_ / "f", kKept); }
    [[nodiscard]] std::size_t count_kept() const {
        const auto bytes = file_->bytes();
        return static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), std::byte{'x'}));
    }
    fs::path folder_;
    std::shared_ptr<const MappedFile> file_;
};

TEST_F(LostPages, AFileThatIsAsItWasIsGood) {
    EXPECT_EQ(count_kept(), kBytes);
    EXPECT_TRUE(file_->check());
    EXPECT_EQ(file_->state(), FileState::kSame);
}

TEST_F(LostPages, BytesThatAreGoneReadAsZerosAndAreReported) {
    cut();
    EXPECT_EQ(count_kept(), kKept);
    const Status status = file_->check();
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code, ErrorCode::kRefused);
    EXPECT_EQ(status.error().file, file_->path());
    EXPECT_FALSE(status.error().hint.empty());
}

TEST_F(LostPages, TheReportStaysWhenTheFileIsTakenAway) {
    cut();
    EXPECT_EQ(count_kept(), kKept);
    fs::remove(folder_ / "f");
    const Status status = file_->check();
    ASSERT_FALSE(status);
    EXPECT_THAT(status.error().message, HasSubstr("could not be read"));
}

TEST_F(LostPages, ManyThreadsMayLoseAtOnce) {
    cut();
    std::vector<std::size_t> kept(8);
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < kept.size(); ++i)
            threads.emplace_back([&, i] { kept[i] = count_kept(); });
    }
    EXPECT_THAT(kept, ::testing::Each(kKept));
    EXPECT_FALSE(file_->check());
}

TEST_F(LostPages, OtherFilesAreNotTouched) {
    write("g", std::string(kBytes, 'y'));
    const auto other = MappedFile::open(folder_ / "g").value();
    cut();
    EXPECT_EQ(count_kept(), kKept);
    EXPECT_TRUE(other->check());
    EXPECT_EQ(other->bytes()[kBytes - 1], std::byte{'y'});
}

TEST_F(LostPages, AFileOpenedAfterALossIsGood) {
    cut();
    EXPECT_EQ(count_kept(), kKept);
    file_.reset();
    write("f", std::string(kBytes, 'x'));
    file_ = MappedFile::open(folder_ / "f").value();
    EXPECT_EQ(count_kept(), kBytes);
    EXPECT_TRUE(file_->check());
}

TEST_F(LostPages, AChangeWithoutALossIsNoticed) {
    std::fstream(folder_ / "f", std::ios::in | std::ios::out | std::ios::binary) << "y";
    fs::last_write_time(folder_ / "f", fs::file_time_type::clock::now() + std::chrono::seconds(5));
    EXPECT_EQ(file_->state(), FileState::kChanged);
    EXPECT_FALSE(file_->check());
}

TEST_F(LostPages, AFileThatWasReplacedOrRemovedIsStillThere) {
    write("g", "another");
    fs::rename(folder_ / "g", folder_ / "f");
    EXPECT_EQ(file_->state(), FileState::kReplaced);
    EXPECT_TRUE(file_->check());
    fs::remove(folder_ / "f");
    EXPECT_EQ(file_->state(), FileState::kMissing);
    EXPECT_TRUE(file_->check());
    EXPECT_EQ(count_kept(), kBytes);
}

TEST_F(LostPages, HintsAboutLostPagesDoNoHarm) {
    cut();
    file_->fetch(0, kBytes);
    file_->will_need(0, kBytes);
    EXPECT_EQ(count_kept(), kKept);
    file_->fetch(0, kBytes);
    file_->release(0, kBytes);
    EXPECT_EQ(count_kept(), kKept);
    EXPECT_FALSE(file_->check());
}

using LostPagesDeathTest = LostPages;

TEST_F(LostPagesDeathTest, ReadsOutsideOfWatchedMappingsStillEndTheProgram) {
    GTEST_FLAG_SET(death_test_style, "threadsafe");
    EXPECT_DEATH(
        {
            const int fd = ::open((folder_ / "f").c_str(), O_RDONLY);
            const auto* stray = static_cast<const volatile char*>(
                ::mmap(nullptr, kBytes, PROT_READ, MAP_PRIVATE, fd, 0));
            cut();
            static_cast<void>(stray[kBytes - 1]);
        },
        "");
}

TEST_F(LostPagesDeathTest, TheSignalFromOutsideStillEndsTheProgram) {
    GTEST_FLAG_SET(death_test_style, "threadsafe");
    EXPECT_DEATH(::raise(SIGBUS), "");
}

}  // namespace
}  // namespace bitlathe
