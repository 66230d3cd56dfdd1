// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/run_export.h"

#include "core/targets/verify_files.h"

namespace bitlathe {

Result<VerifiedFiles> write_and_verify(const Model& model, std::vector<FileLayout> layouts,
                                       const std::filesystem::path& folder, FilePlace place,
                                       const Importance* importance,
                                       const std::filesystem::path& reopen,
                                       ExportMonitor& monitor) {
    VerifiedFiles result;
    BITLATHE_ASSIGN(result.files, create_files(folder, std::move(layouts), place));
    DiskFlusher flusher(monitor.stop());
    BITLATHE_TRY(write_tensors(model, result.files, importance, flusher, monitor));
    flusher.start_sync(result.files);
    BITLATHE_ASSIGN(result.sha256, verify_bytes(result.files, monitor));
    BITLATHE_ASSIGN(const auto reopened, Checkpoint::open(reopen));
    BITLATHE_TRY(verify_structure(*reopened, model, result.files));
    BITLATHE_TRY(flusher.finish());
    BITLATHE_TRY(model.checkpoint->check());  // small tensors may be older than the last change
    BITLATHE_TRY(monitor.check());
    return result;
}

ExportReport make_report(const Model& model, const VerifiedFiles& verified,
                         const std::filesystem::path& folder, const ExportMonitor& monitor) {
    ExportReport report;
    for (std::size_t i = 0; i < verified.files.size(); ++i) {
        const FileLayout& layout = verified.files[i]->layout();
        report.output.push_back({folder / layout.name, layout.bytes, verified.sha256[i]});
    }
    report.tensors = model.checkpoint->tensors().size();
    report.verified = true;
    report.seconds = monitor.seconds();
    report.peak_anonymous_bytes = monitor.peak_anonymous_bytes();
    return report;
}

std::uint64_t total_bytes(std::span<const FileLayout> layouts) {
    std::uint64_t sum = 0;
    for (const FileLayout& layout : layouts) {
        sum += layout.bytes;
    }
    return sum;
}

std::vector<PlannedFile> planned_files(std::span<const FileLayout> layouts) {
    std::vector<PlannedFile> files;
    for (const FileLayout& layout : layouts) {
        files.push_back({layout.name, layout.bytes});
    }
    return files;
}

}  // namespace bitlathe
