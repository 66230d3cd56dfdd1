// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <ostream>
#include <thread>

#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/base/atomic_file.h"
#include "tests/core/targets/export_fixture.h"

namespace bitlathe {
namespace {

namespace fs = std::filesystem;
using std::chrono::microseconds;
using std::chrono::steady_clock;

/// What is exported, and where to: every kind of output must keep the same promises.
struct Case {
    const char* name;
    const char* target;
    fs::path source;
    const char* destination;
    std::uint64_t split_bytes;
    const char* format;
};

[[maybe_unused]] void PrintTo(const Case& value, std::ostream* out) {
    *out << value.name;
}

const std::vector<Case>& cases() {
    static const std::vector<Case> kCases = {
        {"File", "gguf", sample_gguf(), "out.gguf", 0, "Q8_0"},
        {"Split", "gguf", sample_gguf(), "out.gguf", 2'000'000, "Q8_0"},
        {"Folder", "safetensors", sample_folder(), "out", 0, "Q8_0"},
        {"Single", "safetensors", sample_folder(), "out.safetensors", 0, "Q8_0"},
    };
    return kCases;
}

class ExportSafety : public ::testing::TestWithParam<Case> {
protected:
    void SetUp() override {
        model_ = must_open(GetParam().source);
        target_ = find_target(GetParam().target);
        plan_ = uniform_plan(*target_, *model_, GetParam().format);
    }

    [[nodiscard]] ExportRequest request(const fs::path& folder) const {
        return {.destination = folder / GetParam().destination,
                .split_bytes = GetParam().split_bytes};
    }

    /// Everything that does not end in ".part" must be whole: the first file of the output opens
    /// and has all tensors.
    void expect_nothing_looks_finished_that_is_not(const TempFolder& folder) const {
        for (const std::string& name : folder.names()) {
            if (name.ends_with(".part")) {
                continue;
            }
            const fs::path path = folder / name;
            if (name.ends_with(".json")) {
                continue;  // the plan beside a single file comes before the weights
            }
            const auto opened = open_model(path);
            ASSERT_TRUE(opened) << opened.error().to_string();
            const bool first =
                GetParam().split_bytes == 0 || name.find("-00001-of-") != std::string::npos;
            if (first) {
                EXPECT_EQ((*opened)->checkpoint->tensors().size(),
                          model_->checkpoint->tensors().size());
                EXPECT_TRUE((*opened)->checkpoint->warnings().empty());
            }
        }
    }

    /// Exports in a child process and kills it after `delay`.
    void kill_one(const TempFolder& folder, microseconds delay) const {
        const pid_t child = ::fork();
        ASSERT_GE(child, 0);
        if (child == 0) {
            WorkContext context;
            context.threads = 2;
            const auto result = target_->write(*model_, plan_, request(folder.path()), context);
            ::_exit(result ? 0 : 1);
        }
        std::this_thread::sleep_for(delay);
        ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        EXPECT_FALSE(WIFEXITED(status) && WEXITSTATUS(status) != 0)
            << "what an earlier kill left is in the way";
    }

    void remove_output(const TempFolder& folder) const {
        for (const std::string& name : folder.names()) {
            if (!name.ends_with(".part")) {
                fs::remove_all(folder / name);
            }
        }
    }

    /// Kills at moments spread over the time that a whole export takes.
    void kill_many(int kills) const {
        const TempFolder folder;
        const auto start = steady_clock::now();
        ASSERT_TRUE(target_->write(*model_, plan_, request(folder.path()), {.threads = 2}));
        const auto whole = std::chrono::duration_cast<microseconds>(steady_clock::now() - start);
        remove_output(folder);
        for (int i = 0; i < kills; ++i) {
            kill_one(folder, whole * (i + 1) / kills);
            expect_nothing_looks_finished_that_is_not(folder);
            remove_output(folder);
        }
        ASSERT_TRUE(target_->write(*model_, plan_, request(folder.path()), {}));
        for (const std::string& name : folder.names()) {
            EXPECT_FALSE(name.ends_with(".part")) << "a later export replaces what was abandoned";
        }
    }

    std::shared_ptr<const Model> model_;
    const Target* target_ = nullptr;
    Plan plan_;
};

TEST_P(ExportSafety, CancelAtAnyMomentLeavesNothing) {
    const TempFolder counting;
    int reports = 0;
    WorkContext counted;
    counted.threads = 2;
    counted.progress = [&](const Progress&) { ++reports; };
    ASSERT_TRUE(target_->write(*model_, plan_, request(counting.path()), counted));
    for (const int stop_at : {1, reports / 4, reports / 2, 3 * reports / 4, reports - 2}) {
        const TempFolder folder;
        std::stop_source stop;
        int seen = 0;
        WorkContext context;
        context.threads = 2;
        context.stop = stop.get_token();
        context.progress = [&](const Progress&) {
            if (++seen >= stop_at) {
                stop.request_stop();
            }
        };
        const auto result = target_->write(*model_, plan_, request(folder.path()), context);
        ASSERT_FALSE(result) << stop_at << " of " << reports;
        EXPECT_EQ(result.error().code, ErrorCode::kCancelled);
        EXPECT_TRUE(folder.names().empty()) << stop_at << ": " << folder.names().front();
    }
}

TEST_P(ExportSafety, KillLeavesNothingThatLooksFinished) {
    kill_many(5);
}

TEST_P(ExportSafety, SlowManyKillsLeaveNothingThatLooksFinished) {
    if (std::getenv("BITLATHE_SLOW_TESTS") == nullptr) {
        GTEST_SKIP() << "SKIPPED: set BITLATHE_SLOW_TESTS to kill 100 exports";
    }
    kill_many(25);
}

/// Runs in a child with a small limit on the size of files: writing fails as it does on a full
/// disk.
TEST_P(ExportSafety, AFileThatCannotGrowIsAnErrorAndLeavesNothing) {
    const TempFolder folder;
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{100'000, 100'000};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        const auto result = target_->write(*model_, plan_, request(folder.path()), {.threads = 1});
        ::_exit(result ? 1 : static_cast<int>(result.error().code));
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    ASSERT_TRUE(WIFEXITED(status));
    EXPECT_EQ(WEXITSTATUS(status), static_cast<int>(ErrorCode::kNotWritten));
    EXPECT_TRUE(folder.names().empty());
}

/// A file system of 3 MB for the test; mounting needs rights that not everybody has.
class TinyDisk {
public:
    TinyDisk() : mounted_(::mount("tmpfs", folder_.path().c_str(), "tmpfs", 0, "size=3m") == 0) {}
    ~TinyDisk() {
        if (mounted_) {
            ::umount(folder_.path().c_str());
        }
    }
    [[nodiscard]] bool mounted() const { return mounted_; }
    [[nodiscard]] const TempFolder& folder() const { return folder_; }

private:
    TempFolder folder_;
    bool mounted_;
};

TEST_P(ExportSafety, AFullDiskIsAnErrorAndLeavesNothing) {
    const TinyDisk disk;
    if (!disk.mounted()) {
        GTEST_SKIP() << "SKIPPED: no right to mount a small file system";
    }
    const auto result = target_->write(*model_, plan_, request(disk.folder().path()), {});
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::kNotWritten);
    EXPECT_NE(result.error().message.find("free"), std::string::npos);
    EXPECT_TRUE(disk.folder().names().empty());
}

/// Space that vanishes after it was checked: every file is reserved before work begins.
TEST(ExportSpace, ReservingFailsOnAFullDisk) {
    const TinyDisk disk;
    if (!disk.mounted()) {
        GTEST_SKIP() << "SKIPPED: no right to mount a small file system";
    }
    {
        auto file = AtomicFile::create(disk.folder() / "file");
        ASSERT_TRUE(file);
        const Status reserved = file->reserve(100 << 20);
        ASSERT_FALSE(reserved);
        EXPECT_EQ(reserved.error().code, ErrorCode::kNotWritten);
        EXPECT_NE(reserved.error().hint.find("space"), std::string::npos);
    }
    EXPECT_TRUE(disk.folder().names().empty());
}

INSTANTIATE_TEST_SUITE_P(Outputs, ExportSafety, ::testing::ValuesIn(cases()),
                         [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace bitlathe
