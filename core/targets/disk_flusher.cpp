// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/disk_flusher.h"

#include <algorithm>
#include <utility>

namespace bitlathe {
namespace {

constexpr std::uint64_t kSlice = 32 << 20;     // the disk writes it in a fraction of a second
constexpr std::uint64_t kCollected = 8 << 20;  // keeps the system calls few

}  // namespace

DiskFlusher::DiskFlusher(std::stop_token stop)
    : stop_(std::move(stop)), thread_([this] { run(); }) {}

DiskFlusher::~DiskFlusher() {
    if (!thread_.joinable()) {
        return;
    }
    {
        const std::lock_guard lock(mutex_);
        abandoned_.request_stop();
    }
    wake_.notify_all();
    thread_.join();
}

void DiskFlusher::add(OutputFileWriter& file, std::uint64_t offset, std::uint64_t bytes) {
    const Range piece{&file, offset, offset + bytes};
    {
        const std::lock_guard lock(mutex_);
        if (collected_.file != &file) {
            collected_ = piece;
        }
        collected_.begin = std::min(collected_.begin, piece.begin);
        collected_.end = std::max(collected_.end, piece.end);
        if (collected_.end - collected_.begin < kCollected) {
            return;
        }
        ranges_.push_back(std::exchange(collected_, Range()));
    }
    wake_.notify_one();
}

void DiskFlusher::start_sync(std::span<const std::unique_ptr<OutputFileWriter>> files) {
    {
        const std::lock_guard lock(mutex_);
        to_sync_.emplace();
        for (const auto& file : files) {
            to_sync_->push_back(file.get());
        }
    }
    wake_.notify_one();
}

Status DiskFlusher::finish() {
    thread_.join();
    return status_;
}

bool DiskFlusher::stopped() const {
    return abandoned_.stop_requested() || stop_.stop_requested();
}

void DiskFlusher::run() {
    std::unique_lock lock(mutex_);
    while (true) {
        wake_.wait(lock,
                   [&] { return abandoned_.stop_requested() || to_sync_ || !ranges_.empty(); });
        if (abandoned_.stop_requested()) {
            return;
        }
        if (to_sync_) {
            break;  // syncing covers the ranges that are left
        }
        const Range range = ranges_.front();
        ranges_.pop_front();
        lock.unlock();
        range.file->file().start_flush(range.begin, range.end - range.begin);
        lock.lock();
    }
    lock.unlock();
    for (OutputFileWriter* file : *to_sync_) {
        status_ = sync(*file);
        if (!status_) {
            return;
        }
    }
}

Status DiskFlusher::sync(OutputFileWriter& file) {
    const std::uint64_t total = file.layout().bytes;
    for (std::uint64_t offset = 0; offset < total; offset += kSlice) {
        if (stopped()) {
            return fail(ErrorCode::kCancelled, "cancelled");
        }
        file.file().flush(offset, std::min(kSlice, total - offset));
    }
    return file.file().sync();
}

}  // namespace bitlathe
