// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/partial_profile.h"

#include <algorithm>
#include <new>
#include <utility>

#include "core/project/profile_tables.h"
#include "core/project/sealed_file.h"

namespace bitlathe {
namespace {

constexpr std::uint64_t kVersion = 1;
constexpr std::uint64_t kProfileVersion = 2;
constexpr const char* kVersionName = "bitlathe_unfinished_profile";

void write_matrix(const char* name, ConstRows rows, GroupWriter& group) {
    const std::uint64_t shape[] = {rows.rows, rows.cols};
    group.numbers(name, std::span(rows.data, rows.rows * rows.cols), shape);
}

Result<Buffer> read_matrix(const GroupReader& group, const char* name, std::uint64_t rows,
                           std::uint64_t cols) {
    BITLATHE_ASSIGN(const auto values, group.numbers<float>(name, {rows, cols}));
    BITLATHE_ASSIGN(Buffer buffer, Buffer::create(rows, cols));
    std::copy(values.begin(), values.end(), buffer.rows().data);
    return buffer;
}

Status write(const ActivationProgress& progress, const std::string& key, GroupWriter& root) {
    const ConstRows residual = std::as_const(progress.state.residual).rows();
    root.attribute(kVersionName, kVersion);
    root.attribute("key", key);
    root.attribute("batch", progress.batch);
    root.attribute("next_block", std::uint64_t{progress.state.next_block});
    root.attribute("rows", std::uint64_t{residual.rows});
    root.attribute("cols", std::uint64_t{residual.cols});
    write_matrix("residual", residual, root);
    write_matrix("normed", progress.normed.rows(), root);
    const std::uint64_t kept = progress.streams.empty() ? 0 : progress.streams.front().size();
    root.attribute("kept", kept);
    std::vector<float> streams;
    for (const auto& stream : progress.streams) {
        streams.insert(streams.end(), stream.begin(), stream.end());
    }
    root.numbers("streams", streams, {progress.streams.size(), kept});
    GroupWriter profile = root.group("profile");
    write_profile(progress.profile, profile);
    GroupWriter grams = root.group("gram");
    write_grams(progress.profile, grams);
    return root.status();
}

Status read_streams(const GroupReader& root, ActivationProgress& progress) {
    BITLATHE_ASSIGN(const std::uint64_t kept, root.integer("kept"));
    const std::uint64_t count = progress.profile.blocks.size() + 1;
    BITLATHE_ASSIGN(const auto streams, root.numbers<float>("streams", {count, kept}));
    auto next = streams.begin();
    for (std::uint64_t i = 0; i < count; ++i) {
        const auto end = next + static_cast<std::ptrdiff_t>(kept);
        progress.streams.emplace_back(next, end);
        next = end;
    }
    return {};
}

Status read(const GroupReader& root, const std::string& key, ActivationProgress& progress) {
    BITLATHE_ASSIGN(const std::uint64_t version, root.integer(kVersionName));
    BITLATHE_ASSIGN(const std::string theirs, root.text("key"));
    if (version != kVersion || theirs != key) {
        return root.refuse("it is of another model, text or request");
    }
    BITLATHE_ASSIGN(const GroupReader profile, root.group("profile"));
    BITLATHE_ASSIGN(progress.profile, read_profile(profile, kProfileVersion));
    BITLATHE_ASSIGN(const GroupReader grams, root.group("gram"));
    BITLATHE_TRY(read_grams(grams, progress.profile));
    BITLATHE_ASSIGN(progress.batch, root.integer("batch"));
    BITLATHE_ASSIGN(const std::uint64_t block, root.integer("next_block"));
    BITLATHE_ASSIGN(const std::uint64_t rows, root.integer("rows"));
    BITLATHE_ASSIGN(const std::uint64_t cols, root.integer("cols"));
    if (block > progress.profile.blocks.size()) {
        return root.refuse("it goes on at a block that is not there");
    }
    progress.state.next_block = static_cast<std::uint32_t>(block);
    BITLATHE_ASSIGN(progress.state.residual, read_matrix(root, "residual", rows, cols));
    BITLATHE_ASSIGN(progress.normed, read_matrix(root, "normed", rows, cols));
    return read_streams(root, progress);
}

}  // namespace

Status save_partial_profile(const ActivationProgress& progress, const std::string& key,
                            const std::filesystem::path& path) {
    return write_sealed(path, 0, [&](GroupWriter& root) { return write(progress, key, root); });
}

Result<ActivationProgress> load_partial_profile(const std::string& key,
                                                const std::filesystem::path& path) {
    ActivationProgress progress;
    try {
        BITLATHE_TRY(
            read_sealed(path, [&](const GroupReader& root) { return read(root, key, progress); }));
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::kRefused, "not enough memory for the profile", path.string(), {},
                    "close other programs");
    }
    return progress;
}

std::filesystem::path partial_profile_path(const std::filesystem::path& project) {
    std::filesystem::path path = project;
    path += ".unfinished";
    return path;
}

}  // namespace bitlathe
