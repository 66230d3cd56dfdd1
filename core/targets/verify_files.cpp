// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/verify_files.h"

#include <algorithm>
#include <functional>
#include <mutex>
#include <optional>

#include <fmt/format.h>

#include "core/base/hash.h"
#include "core/base/mapped_file.h"
#include "core/base/parallel.h"
#include "core/base/text.h"

namespace bitlathe {
namespace {

constexpr std::uint64_t kWindow = 4 << 20;
/// Pieces are compared in groups of about this many bytes: a unit of work for a thread.
constexpr std::uint64_t kGroupBytes = 32 << 20;
constexpr const char* kHint = "the disk or the memory may be failing: export again";

tl::unexpected<Error> differs(std::string message, const std::filesystem::path& path,
                              std::optional<std::uint64_t> offset = {}) {
    return fail(ErrorCode::kNotWritten, "the output is not what was written: " + message,
                path.string(), offset, kHint);
}

/// One written file as it is read back.
struct ReadBack {
    std::filesystem::path path;
    std::shared_ptr<const MappedFile> mapped;
    std::vector<PieceDigest> pieces;
    std::string sha256;
};

/// The pieces must be the header, then every tensor without a gap.
Status check_coverage(const FileLayout& layout, const ReadBack& file) {
    std::size_t next = 0;
    const auto covered = [&](std::uint64_t begin, std::uint64_t end) {
        while (begin < end && next < file.pieces.size() && file.pieces[next].offset == begin) {
            begin += file.pieces[next].bytes;
            ++next;
        }
        return begin == end;
    };
    if (file.mapped->size() != layout.bytes || !covered(0, layout.header.size())) {
        return differs("its size or header is wrong", file.path);
    }
    for (const PlacedTensor& tensor : layout.tensors) {
        if (!covered(tensor.offset, tensor.offset + tensor.bytes)) {
            return differs("rows of a tensor are missing", file.path, tensor.offset);
        }
    }
    return {};
}

Status compare_pieces(const ReadBack& file, std::size_t first, std::size_t end,
                      ExportMonitor& monitor) {
    for (std::size_t i = first; i < end; ++i) {
        const PieceDigest& piece = file.pieces[i];
        BITLATHE_TRY(monitor.check());
        if (fast_hash(file.mapped->bytes().subspan(piece.offset, piece.bytes)) != piece.hash) {
            return differs("bytes differ", file.path, piece.offset);
        }
        monitor.advance(piece.bytes);
    }
    return {};
}

Status hash_file(ReadBack& file, ExportMonitor& monitor) {
    Sha256 sha;
    const auto bytes = file.mapped->bytes();
    for (std::uint64_t offset = 0; offset < bytes.size(); offset += kWindow) {
        BITLATHE_TRY(monitor.check());
        file.mapped->will_need(offset + kWindow, kWindow);
        const auto window = bytes.subspan(offset, std::min(kWindow, bytes.size() - offset));
        sha.update(window);
        monitor.advance(window.size());
    }
    file.sha256 = sha.finish();
    return {};
}

using Task = std::function<Status()>;

void add_comparisons(const ReadBack& file, ExportMonitor& monitor, std::vector<Task>& tasks) {
    std::size_t first = 0;
    std::uint64_t bytes = 0;
    for (std::size_t i = 0; i < file.pieces.size(); ++i) {
        bytes += file.pieces[i].bytes;
        if (bytes >= kGroupBytes || i + 1 == file.pieces.size()) {
            tasks.push_back([&file, &monitor, first, end = i + 1] {
                return compare_pieces(file, first, end, monitor);
            });
            first = i + 1;
            bytes = 0;
        }
    }
}

/// Runs all, in parallel; the error of the first task that has one.
Status run_all(const std::vector<Task>& tasks, unsigned threads) {
    std::vector<Status> results(tasks.size());
    parallel_for(tasks.size(), threads, [&](std::size_t i) { results[i] = tasks[i](); });
    for (Status& result : results) {
        BITLATHE_TRY(result);
    }
    return {};
}

std::uint64_t work_of(const std::vector<ReadBack>& files) {
    std::uint64_t sum = 0;
    for (const ReadBack& file : files) {
        sum += file.mapped->size();
        for (const PieceDigest& piece : file.pieces) {
            sum += piece.bytes;
        }
    }
    return sum;
}

Status verify_tensor(const Checkpoint& reopened, const TensorInfo& source,
                     const PlacedTensor& meant, const FileIdentity& file) {
    const auto index = reopened.find(source.name);
    if (!index) {
        return differs("tensor " + printable(source.name) + " is missing", reopened.path());
    }
    const TensorInfo& found = reopened.tensors()[*index];
    const bool same = found.shape == source.shape && found.format == meant.stored &&
                      found.bytes == meant.bytes &&
                      (found.bytes == 0 || found.offset == meant.offset) &&
                      reopened.files()[found.file]->identity() == file;
    if (!same) {
        return differs("tensor " + printable(source.name) + " has another shape, format or place",
                       reopened.path(), found.offset);
    }
    return {};
}

}  // namespace

Result<std::vector<std::string>> verify_bytes(const OutputFiles& files, ExportMonitor& monitor) {
    std::vector<ReadBack> read;
    for (const auto& file : files) {
        BITLATHE_ASSIGN(auto mapped, MappedFile::open(file->file().part_path()));
        read.push_back({file->file().part_path(), std::move(mapped), file->pieces(), {}});
        BITLATHE_TRY(check_coverage(file->layout(), read.back()));
    }
    monitor.begin("verify", work_of(read));
    // One SHA-256 runs on one thread only: it starts first, the comparisons fill the others.
    std::vector<Task> tasks;
    for (ReadBack& file : read) {
        tasks.push_back([&file, &monitor] { return hash_file(file, monitor); });
    }
    for (const ReadBack& file : read) {
        add_comparisons(file, monitor, tasks);
    }
    BITLATHE_TRY(run_all(tasks, monitor.threads()));
    std::vector<std::string> sums;
    for (ReadBack& file : read) {
        sums.push_back(std::move(file.sha256));
    }
    return sums;
}

Status verify_structure(const Checkpoint& reopened, const Model& model, const OutputFiles& files) {
    std::size_t tensors = 0;
    for (const auto& file : files) {
        BITLATHE_ASSIGN(const FileIdentity identity, file_identity(file->file().part_path()));
        tensors += file->layout().tensors.size();
        for (const PlacedTensor& meant : file->layout().tensors) {
            BITLATHE_TRY(verify_tensor(reopened, model.tensor(meant.source), meant, identity));
        }
    }
    if (reopened.tensors().size() != tensors) {
        return differs(
            fmt::format("it has {} tensors instead of {}", reopened.tensors().size(), tensors),
            reopened.path());
    }
    return {};
}

}  // namespace bitlathe
