// SPDX-License-Identifier: GPL-3.0-or-later
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/atomic_file.h"
#include "core/base/mapped_file.h"

namespace bitlathe {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

class Files : public ::testing::Test {
protected:
    void SetUp() override {
        std::string pattern = (fs::temp_directory_path() / "bitlathe-XXXXXX").string();
        folder_ = ::mkdtemp(pattern.data());
    }
    void TearDown() override { fs::remove_all(folder_); }
    fs::path write(const std::string& name, std::string_view content) const {
        std::ofstream(folder_ / name, std::ios::binary) << content;
        return folder_ / name;
    }
    static std::string read(const fs::path& path) {
        std::ifstream file(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    [[nodiscard]] std::size_t count() const {
        return static_cast<std::size_t>(
            std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
    }
    fs::path folder_;
};

std::span<const std::byte> bytes_of(std::string_view text) {
    return std::as_bytes(std::span(text));
}

TEST_F(Files, MappedFileShowsItsBytes) {
    const auto path = write("f", "content");
    const auto file = MappedFile::open(path);
    ASSERT_TRUE(file);
    EXPECT_EQ((*file)->size(), 7U);
    EXPECT_EQ(static_cast<char>((*file)->bytes()[6]), 't');
    EXPECT_EQ((*file)->path(), path);
    EXPECT_GT((*file)->modified_ns(), 0);
    std::array<std::byte, 3> sample = {};
    (*file)->copy_sample(4, 3, sample.data());
    EXPECT_EQ(static_cast<char>(sample[0]), 'e');
    (*file)->copy_sample(7, 0, nullptr);
}

TEST_F(Files, MappedFileHintsTakeAnyRange) {
    const auto file = *MappedFile::open(write("f", std::string(10'000, 'x')));
    for (const std::uint64_t offset : {0ULL, 1ULL, 5000ULL, 10'000ULL, ~0ULL}) {
        for (const std::uint64_t length : {0ULL, 1ULL, 20'000ULL, ~0ULL}) {
            file->will_need(offset, length);
            file->fetch(offset, length);
            file->release(offset, length);
        }
    }
    EXPECT_EQ(file->bytes()[9999], std::byte{'x'});
}

TEST_F(Files, EmptyFileMaps) {
    const auto file = MappedFile::open(write("f", ""));
    ASSERT_TRUE(file);
    EXPECT_EQ((*file)->size(), 0U);
}

TEST_F(Files, WhatIsNoFileIsRefusedWithoutWaiting) {
    ASSERT_EQ(::mkfifo((folder_ / "pipe").c_str(), 0600), 0);
    for (const fs::path& path : {folder_, folder_ / "pipe", fs::path("/dev/zero")}) {
        const auto file = MappedFile::open(path);
        ASSERT_FALSE(file) << path;
        EXPECT_EQ(file.error().code, ErrorCode::kRefused);
        EXPECT_THAT(file.error().message, HasSubstr("not a regular file"));
    }
    const auto missing = MappedFile::open(folder_ / "missing");
    ASSERT_FALSE(missing);
    EXPECT_THAT(missing.error().to_string(), HasSubstr("No such file"));
}

TEST_F(Files, IdentityIsTheSameThroughEveryLink) {
    const auto path = write("f", "x");
    const auto other = write("g", "x");
    fs::create_hard_link(path, folder_ / "hard");
    fs::create_symlink("hard", folder_ / "soft");
    EXPECT_EQ(*file_identity(path), *file_identity(folder_ / "soft"));
    EXPECT_EQ(*file_identity(path), (*MappedFile::open(folder_ / "hard"))->identity());
    EXPECT_FALSE(*file_identity(path) == *file_identity(other));
    EXPECT_FALSE(file_identity(folder_ / "missing"));
}

TEST_F(Files, AtomicFileAppearsWhenItIsComplete) {
    const auto path = write("out", "before");
    auto file = AtomicFile::create(path);
    ASSERT_TRUE(file);
    ASSERT_TRUE(file->reserve(6));
    ASSERT_TRUE(file->write_at(3, bytes_of("def")));
    ASSERT_TRUE(file->write_at(0, bytes_of("abc")));
    EXPECT_EQ(read(path), "before");
    EXPECT_EQ(read(file->part_path()), "abcdef");
    ASSERT_TRUE(file->commit());
    EXPECT_EQ(read(path), "abcdef");
    EXPECT_EQ(count(), 1U);
}

TEST_F(Files, AtomicFileLeavesNothingWithoutCommit) {
    {
        auto file = AtomicFile::create(folder_ / "out");
        ASSERT_TRUE(file);
        ASSERT_TRUE(file->write_at(0, bytes_of("abc")));
        const AtomicFile moved = *std::move(file);
        EXPECT_EQ(count(), 1U);
    }
    EXPECT_EQ(count(), 0U);
}

TEST_F(Files, AtomicFileIsNotWrittenThroughALink) {
    const auto victim = write("victim", "untouched");
    fs::create_symlink(victim, folder_ / "out.part");
    ASSERT_TRUE(write_file(folder_ / "out", "content"));
    EXPECT_EQ(read(victim), "untouched");
    EXPECT_EQ(read(folder_ / "out"), "content");
}

TEST_F(Files, AtomicFileReplacesALinkAndNotItsTarget) {
    const auto victim = write("victim", "untouched");
    fs::create_symlink(victim, folder_ / "out");
    ASSERT_TRUE(write_file(folder_ / "out", "content"));
    EXPECT_EQ(read(victim), "untouched");
    EXPECT_EQ(read(folder_ / "out"), "content");
}

TEST_F(Files, AtomicFileThatCannotBeWrittenSaysWhy) {
    const auto missing = write_file(folder_ / "no folder" / "out", "x");
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, ErrorCode::kNotWritten);
    EXPECT_FALSE(missing.error().hint.empty());
    fs::create_directory(folder_ / "taken");
    const auto taken = write_file(folder_ / "taken", "x");
    ASSERT_FALSE(taken);
    EXPECT_EQ(count(), 1U);
}

TEST_F(Files, FullDiskLeavesNothing) {
    rlimit before = {};
    ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
    rlimit small = before;
    small.rlim_cur = 1000;
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
    const Status status = write_file(folder_ / "out", std::string(2000, 'x'));
    ::setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code, ErrorCode::kNotWritten);
    EXPECT_EQ(count(), 0U);
}

TEST_F(Files, FreeSpaceOfAPlaceThatDoesNotExistYet) {
    const auto here = free_space(folder_);
    const auto there = free_space(folder_ / "a" / "b" / "c");
    ASSERT_TRUE(here && there);
    EXPECT_GT(*here, 0U);
    EXPECT_GT(*there, 0U);
}

}  // namespace
}  // namespace bitlathe
