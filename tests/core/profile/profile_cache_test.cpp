// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/profile_cache.h"

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "reference_statistics.h"
#include "tensors.h"
#include <gtest/gtest.h>

#include "core/base/hash.h"

namespace bitlathe {
namespace {

namespace fs = std::filesystem;

class ProfileCacheTest : public ::testing::Test {
protected:
    void SetUp() override {
        std::string pattern = (fs::temp_directory_path() / "bitlathe-XXXXXX").string();
        folder_ = ::mkdtemp(pattern.data());
        cache_ = ProfileCache(folder_ / "cache");
        model_ = folder_ / "model.gguf";
        fs::copy_file(BITLATHE_SOURCE_DIR "/resources/sample/storybook-7m-bf16.gguf", model_);
        checkpoint_ = Checkpoint::open(model_).value();
        request_.formats = {format_named("Q4_0"), format_named("Q4_K"), formats::bf16()};
        for (const char* name :
             {"blk.0.attn_q.weight", "blk.1.ffn_down.weight", "output_norm.weight"})
            request_.tensors.push_back(checkpoint_->find(name).value());
    }
    void TearDown() override { fs::remove_all(folder_); }

    struct Outcome {
        std::map<std::size_t, TensorProfile> profiles;
        std::size_t remembered = 0;
    };
    Outcome run(const ProfileCache* cache, const ProfileRequest& request) const {
        Outcome outcome;
        CachedProfiler profiler(*checkpoint_, cache);
        const Status status = profiler.run(
            request,
            [&](TensorProfile profile) { outcome.profiles[profile.tensor] = std::move(profile); },
            WorkContext{});
        EXPECT_TRUE(status) << status.error().to_string();
        outcome.remembered = profiler.remembered();
        return outcome;
    }
    Outcome run() const { return run(&cache_, request_); }
    static void expect_same(const Outcome& a, const Outcome& b) {
        ASSERT_EQ(a.profiles.size(), b.profiles.size());
        for (const auto& [tensor, profile] : a.profiles) {
            const TensorProfile& other = b.profiles.at(tensor);
            expect_identical(profile.statistics, other.statistics);
            ASSERT_EQ(profile.errors.size(), other.errors.size());
            for (std::size_t i = 0; i < profile.errors.size(); ++i) {
                EXPECT_EQ(profile.errors[i].format, other.errors[i].format);
                EXPECT_EQ(profile.errors[i].nmse, other.errors[i].nmse);
            }
        }
    }
    [[nodiscard]] std::vector<fs::path> files() const {
        std::vector<fs::path> found;
        if (fs::exists(folder_ / "cache")) {
            for (const auto& entry : fs::directory_iterator(folder_ / "cache"))
                found.push_back(entry.path());
        }
        return found;
    }
    static std::string read(const fs::path& path) {
        std::ifstream file(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    static void write(const fs::path& path, std::string_view content) {
        std::ofstream(path, std::ios::binary) << content;
    }

    fs::path folder_, model_;
    std::shared_ptr<const Checkpoint> checkpoint_;
    ProfileRequest request_;
    ProfileCache cache_{{}};
};

TEST_F(ProfileCacheTest, WhatWasMeasuredComesBackToTheLastBit) {
    const Outcome measured = run(nullptr, request_);
    EXPECT_EQ(measured.remembered, 0U);
    const Outcome first = run();
    EXPECT_EQ(first.remembered, 0U);
    EXPECT_EQ(files().size(), 1U);
    const Outcome second = run();
    EXPECT_EQ(second.remembered, request_.tensors.size());
    expect_same(measured, first);
    expect_same(measured, second);
}

TEST_F(ProfileCacheTest, OnlyWhatIsMissingIsMeasured) {
    ProfileRequest less = request_;
    less.tensors.pop_back();
    run(&cache_, less);
    EXPECT_EQ(run().remembered, less.tensors.size());
    ProfileRequest more = request_;
    more.formats.push_back(format_named("Q8_0"));
    const Outcome grown = run(&cache_, more);
    EXPECT_EQ(grown.remembered, 0U);
    expect_same(grown, run(nullptr, more));
    // Fewer formats, in another order, are known from the larger request.
    more.formats = {format_named("Q8_0"), format_named("Q4_0")};
    const Outcome fewer = run(&cache_, more);
    EXPECT_EQ(fewer.remembered, more.tensors.size());
    expect_same(fewer, run(nullptr, more));
}

TEST_F(ProfileCacheTest, AChangedFileIsMeasuredAnew) {
    run();
    const auto later = fs::last_write_time(model_) + std::chrono::seconds(1);
    fs::last_write_time(model_, later);
    checkpoint_ = Checkpoint::open(model_).value();
    EXPECT_EQ(run().remembered, 0U);
    EXPECT_EQ(run().remembered, request_.tensors.size());
}

TEST_F(ProfileCacheTest, NothingIsKeptOfAFileThatChangedMeanwhile) {
    fs::last_write_time(model_, fs::last_write_time(model_) + std::chrono::seconds(1));
    EXPECT_FALSE(cache_.store(*checkpoint_, {}));
    EXPECT_TRUE(files().empty());
}

TEST_F(ProfileCacheTest, DamagedFilesAreAsGoodAsNone) {
    const Outcome measured = run();
    const fs::path file = files().at(0);
    const std::string good = read(file);
    for (std::size_t length = 0; length < good.size(); length += 1 + good.size() / 50) {
        write(file, good.substr(0, length));
        EXPECT_TRUE(cache_.load(*checkpoint_).empty()) << length;
    }
    for (std::size_t at = 0; at < good.size(); at += 1 + good.size() / 50) {
        std::string damaged = good;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x40);
        write(file, damaged);
        EXPECT_TRUE(cache_.load(*checkpoint_).empty()) << at;
    }
    expect_same(measured, run());
}

/// Bytes with a checksum that is right, whatever they say.
std::string signed_file(const std::string& body) {
    const std::uint64_t hash = fast_hash(body);
    return "BLPROF02" + std::string(reinterpret_cast<const char*>(&hash), sizeof hash) + body;
}

std::optional<KnownProfiles> decode(const std::string& file) {
    return decode_profiles(std::as_bytes(std::span(file)), "k", 100);
}

TEST_F(ProfileCacheTest, ForgedFilesTakeNoMemoryAndAreRefused) {
    const std::string key = "\x01k";
    const std::string huge = "\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01";
    EXPECT_TRUE(decode(signed_file(key + std::string(1, '\0'))));       // no record
    EXPECT_FALSE(decode(signed_file(key + huge)));                      // endless records
    EXPECT_FALSE(decode(signed_file(huge)));                            // an endless key
    EXPECT_FALSE(decode(signed_file("\x01x" + std::string(1, '\0'))));  // another key
    const KnownProfile empty;
    EXPECT_TRUE(decode(encode_profiles("k", {{99, empty}})));
    EXPECT_FALSE(decode(encode_profiles("k", {{100, empty}})));  // no such tensor
    EXPECT_FALSE(decode(""));
}

TEST_F(ProfileCacheTest, TheFolderStaysWithinItsBounds) {
    run();
    const std::uint64_t size = fs::file_size(files().at(0));
    fs::create_directories(folder_ / "cache");
    for (int i = 0; i < 4; ++i) {
        const fs::path other = folder_ / "cache" / ("other" + std::to_string(i) + ".profile");
        write(other, std::string(size, 'x'));
        fs::last_write_time(other, fs::file_time_type::clock::now() - std::chrono::hours(i + 1));
    }
    write(folder_ / "cache" / "not ours", std::string(size, 'x'));
    cache_ = ProfileCache(folder_ / "cache", 3 * size + size / 2);
    ProfileRequest less = request_;
    less.formats = {format_named("Q8_0")};
    run(&cache_, less);
    EXPECT_TRUE(fs::exists(folder_ / "cache" / "other0.profile"));
    EXPECT_FALSE(fs::exists(folder_ / "cache" / "other2.profile"));
    EXPECT_FALSE(fs::exists(folder_ / "cache" / "other3.profile"));
    EXPECT_TRUE(fs::exists(folder_ / "cache" / "not ours"));
    EXPECT_EQ(run(&cache_, less).remembered, less.tensors.size());
}

TEST_F(ProfileCacheTest, WhatWasMeasuredBeforeACancelIsKept) {
    request_.tensors.clear();
    std::stop_source stop;
    WorkContext context;
    context.stop = stop.get_token();
    context.threads = 1;
    std::size_t results = 0;
    {
        CachedProfiler profiler(*checkpoint_, &cache_);
        const Status status = profiler.run(
            request_,
            [&](const TensorProfile&) {
                if (++results == 5) stop.request_stop();
            },
            context);
        ASSERT_FALSE(status);
        EXPECT_EQ(status.error().code, ErrorCode::kCancelled);
    }
    EXPECT_EQ(run().remembered, results);
}

TEST_F(ProfileCacheTest, AFolderThatCannotBeWrittenCostsNothingButTime) {
    write(folder_ / "in the way", "");
    const ProfileCache cache(folder_ / "in the way" / "cache");
    EXPECT_FALSE(cache.store(*checkpoint_, {}));
    EXPECT_EQ(run(&cache, request_).profiles.size(), request_.tensors.size());
}

}  // namespace
}  // namespace bitlathe
