// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <stop_token>
#include <thread>
#include <vector>

#include "core/targets/output_file.h"

namespace bitlathe {

/// Keeps the disk busy beside the encoders: a thread that hands finished ranges to the disk as they
/// come, so that the last fsync finds little to do, and that waits for the disk while the output is
/// being verified. Waiting goes in slices, so that a cancel is not held up by a slow disk.
class DiskFlusher {
public:
    explicit DiskFlusher(std::stop_token stop);
    ~DiskFlusher();  ///< stops without waiting for the disk
    DiskFlusher(const DiskFlusher&) = delete;
    DiskFlusher& operator=(const DiskFlusher&) = delete;

    /// [offset, offset + bytes) of `file` is written; small pieces are collected until they are
    /// worth a call. `file` must outlive the flusher. Thread-safe.
    void add(OutputFileWriter& file, std::uint64_t offset, std::uint64_t bytes);
    /// Nothing more comes: makes `files` durable in the background.
    void start_sync(std::span<const std::unique_ptr<OutputFileWriter>> files);
    /// Waits for that. Errors: kNotWritten, kCancelled.
    [[nodiscard]] Status finish();

private:
    struct Range {
        OutputFileWriter* file = nullptr;
        std::uint64_t begin = 0;
        std::uint64_t end = 0;
    };
    void run();
    [[nodiscard]] bool stopped() const;
    [[nodiscard]] Status sync(OutputFileWriter& file);

    std::stop_token stop_;
    std::stop_source abandoned_;
    std::mutex mutex_;
    std::condition_variable wake_;
    Range collected_;
    std::deque<Range> ranges_;
    std::optional<std::vector<OutputFileWriter*>> to_sync_;
    Status status_;
    std::thread thread_;
};

}  // namespace bitlathe
