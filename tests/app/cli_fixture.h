// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/base/json.h"

namespace bitlathe {

namespace fs = std::filesystem;

inline const std::string kSample = BITLATHE_SOURCE_DIR "/resources/sample/storybook-7m-bf16.gguf";
inline const std::string kSampleFolder = BITLATHE_SOURCE_DIR "/resources/sample/storybook-7m-hf";

/// What a run of the program left behind.
struct Outcome {
    int code = -1;
    std::string out, err;
    [[nodiscard]] Json json() const { return Json::parse(out); }
};

inline std::string slurp(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Runs bitlathe-cli in a folder of its own.
class CliTest : public testing::Test {
protected:
    void SetUp() override {
        folder_ = fs::temp_directory_path() /
                  fmt::format("bitlathe-cli-{}-{}", getpid(),
                              testing::UnitTest::GetInstance()->current_test_info()->name());
        fs::create_directories(folder_);
    }
    void TearDown() override { fs::remove_all(folder_); }

    [[nodiscard]] std::string path(const std::string& name) const { return folder_ / name; }

    [[nodiscard]] pid_t start(std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), BITLATHE_CLI);
        const pid_t child = fork();
        if (child == 0) {
            (void)!freopen(path("out").c_str(), "w", stdout);
            (void)!freopen(path("err").c_str(), "w", stderr);
            std::vector<char*> argv;
            for (std::string& argument : arguments) {
                argv.push_back(argument.data());
            }
            argv.push_back(nullptr);
            execv(argv[0], argv.data());
            _exit(127);
        }
        return child;
    }
    [[nodiscard]] Outcome finish(pid_t child) const {
        int status = 0;
        waitpid(child, &status, 0);
        return {WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status), slurp(path("out")),
                slurp(path("err"))};
    }
    [[nodiscard]] Outcome run(std::vector<std::string> arguments) const {
        return finish(start(std::move(arguments)));
    }

    fs::path folder_;
};

inline std::set<std::string> keys(const Json& object) {
    std::set<std::string> names;
    for (const auto& [key, value] : object.items()) {
        names.insert(key);
    }
    return names;
}

inline void expect_keys(const Json& object, const std::set<std::string>& wanted) {
    const auto present = keys(object);
    for (const std::string& key : wanted) {
        EXPECT_TRUE(present.contains(key))
            << key << " is missing in " << object.dump().substr(0, 200);
    }
}

}  // namespace bitlathe
