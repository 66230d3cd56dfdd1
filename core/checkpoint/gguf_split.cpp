// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdint>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "core/base/text.h"
#include "core/checkpoint/gguf.h"
#include "core/checkpoint/shards.h"

namespace bitlathe {
namespace {

/// Checks that a part of a set says the same about itself as its name.
Status check_claim(const ParsedFile& parsed, const ShardName& name, const std::string& file) {
    const auto count = parsed.metadata.unsigned_integer("split.count").value_or(1);
    if (count != name.count) {
        return fail(ErrorCode::kRefused,
                    fmt::format("split.count is {}, but the name says {} parts", count, name.count),
                    file);
    }
    const auto number = parsed.metadata.unsigned_integer("split.no");
    if (!number || *number != name.number - 1) {
        return fail(
            ErrorCode::kRefused,
            fmt::format("split.no is {}, but the name says part {}, which has number {}",
                        number ? std::to_string(*number) : "missing", name.number, name.number - 1),
            file);
    }
    return {};
}

class SplitSet {
public:
    SplitSet(const OpenRequest& request, ShardName asked)
        : request_(request), asked_(std::move(asked)), builder_(Container::kGguf, request.asked) {}

    /// `own`: the header of the part that was asked for, or why it cannot be read.
    Result<std::shared_ptr<const Checkpoint>> open(Result<ParsedFile> own);

private:
    void add(std::shared_ptr<const MappedFile> file, Result<ParsedFile> parsed,
             const ShardName& name);
    void add_sibling(const ShardName& name);
    void check_total();

    const OpenRequest& request_;
    ShardName asked_;
    CheckpointBuilder builder_;
    NameList missing_;
    std::uint32_t read_ = 0;
    std::uint64_t tensors_ = 0;
    std::optional<std::uint64_t> total_;
};

void SplitSet::add(std::shared_ptr<const MappedFile> file, Result<ParsedFile> parsed,
                   const ShardName& name) {
    Status good =
        parsed ? check_claim(*parsed, name, file->path().string()) : Status(fail(parsed.error()));
    if (!good) {
        builder_.warn({fmt::format("this part is left out: {}", good.error().message),
                       good.error().file, good.error().offset});
        return;
    }
    ++read_;
    tensors_ += parsed->declared_tensors;
    if (!total_) {
        total_ = parsed->metadata.unsigned_integer("split.tensors.count");
    }
    builder_.add_file(std::move(file), *std::move(parsed));
}

void SplitSet::add_sibling(const ShardName& name) {
    const std::string file_name = name.of(name.number);
    const auto path = resolve_shard(folder_of(request_.path), file_name);
    std::error_code ignored;
    if (path && !std::filesystem::exists(*path, ignored)) {
        missing_.add(file_name);
        return;
    }
    auto file = path ? MappedFile::open(*path)
                     : Result<std::shared_ptr<const MappedFile>>(fail(path.error()));
    if (!file) {
        builder_.warn(
            {fmt::format("part {} is left out: {}", printable(file_name), file.error().message),
             file.error().file, file.error().offset});
        return;
    }
    auto parsed = parse_gguf((*file)->bytes(), path->string(), request_.limits);
    add(*std::move(file), std::move(parsed), name);
}

void SplitSet::check_total() {
    if (missing_.count() > 0) {
        builder_.warn({fmt::format("{} of {} parts are missing: {}", missing_.count(), asked_.count,
                                   missing_.text()),
                       request_.path.string(),
                       {}});
    }
    if (read_ == asked_.count && total_ && *total_ != tensors_) {
        builder_.warn({fmt::format("split.tensors.count says {} tensors, the parts have {}",
                                   *total_, tensors_),
                       request_.path.string(),
                       {}});
    }
}

Result<std::shared_ptr<const Checkpoint>> SplitSet::open(Result<ParsedFile> own) {
    std::optional<Error> own_error;
    if (!own) {
        own_error = own.error();
    }
    ShardName name = asked_;
    for (name.number = 1; name.number <= name.count; ++name.number) {
        if (name.number == asked_.number) {
            add(request_.file, std::move(own), name);
        } else {
            add_sibling(name);
        }
    }
    if (read_ == 0 && own_error) {
        return fail(*std::move(own_error));
    }
    check_total();
    return builder_.finish();
}

}  // namespace

Result<std::shared_ptr<const Checkpoint>> open_gguf(const OpenRequest& request) {
    const std::string path = request.path.string();
    auto parsed = parse_gguf(request.file->bytes(), path, request.limits);
    const auto name = parse_shard_name(request.path.filename().string());
    const bool named_part = name && name->count > 1;
    const auto claimed =
        parsed ? parsed->metadata.unsigned_integer("split.count").value_or(1) : std::uint64_t{1};
    if (named_part && name->count > request.limits.max_shards) {
        return fail(ErrorCode::kRefused,
                    fmt::format("a set of {} parts is larger than the limit of {}", name->count,
                                request.limits.max_shards),
                    path);
    }
    if (named_part && (!parsed || claimed > 1)) {
        if (parsed) {
            BITLATHE_TRY(check_claim(*parsed, *name, path));
        }
        return SplitSet(request, *name).open(std::move(parsed));
    }
    if (!parsed) {
        return fail(std::move(parsed).error());
    }
    CheckpointBuilder builder(Container::kGguf, request.asked);
    if (claimed > 1) {
        builder.warn({fmt::format("this is one of {} parts, and its name does not tell those of "
                                  "the others: only its own tensors are shown",
                                  claimed),
                      path,
                      {}});
    }
    builder.add_file(request.file, *std::move(parsed));
    return builder.finish();
}

}  // namespace bitlathe
