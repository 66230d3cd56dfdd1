// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/write_files.h"

#include <algorithm>

#include "core/compression/compress.h"
#include "core/targets/row_writer.h"
#include "core/targets/tensor_importance.h"

namespace bitlathe {
namespace {

/// How much of the next tensor is asked from the disk while one is being encoded.
constexpr std::uint64_t kReadAhead = 64 << 20;

void read_ahead(const Model& model, const FileLayout& layout, std::size_t next) {
    if (next >= layout.tensors.size()) {
        return;
    }
    const TensorView view = model.checkpoint->view(layout.tensors[next].source);
    if (view.row_bytes() > 0) {
        view.will_need(0, std::min(view.rows(), kReadAhead / view.row_bytes() + 1));
    }
}

Status write_tensor(const Model& model, OutputFileWriter& file, const PlacedTensor& tensor,
                    const Importance* importance, DiskFlusher& flusher, ExportMonitor& monitor) {
    if (tensor.bytes == 0) {
        return {};
    }
    const TensorView source = model.checkpoint->view(tensor.source);
    RowWriter rows(file, tensor, source.cols(), flusher, monitor);
    return compress_tensor(
        source, tensor.codes, importance_of(model, tensor.source, importance),
        [&](std::uint64_t first_row, std::span<const std::byte> bytes) {
            return rows.put(first_row, bytes);
        },
        monitor.quiet());
}

std::uint64_t bytes_of_tensors(const OutputFiles& files) {
    std::uint64_t sum = 0;
    for (const auto& file : files) {
        for (const PlacedTensor& tensor : file->layout().tensors) {
            sum += tensor.bytes;
        }
    }
    return sum;
}

}  // namespace

Result<OutputFiles> create_files(const std::filesystem::path& folder,
                                 std::vector<FileLayout> layouts, FilePlace place) {
    OutputFiles files;
    for (FileLayout& layout : layouts) {
        const std::filesystem::path path = folder / layout.name;
        BITLATHE_ASSIGN(AtomicFile file, place == FilePlace::kPart
                                             ? AtomicFile::create(path)
                                             : AtomicFile::create_in_place(path));
        BITLATHE_TRY(file.reserve(layout.bytes));
        files.push_back(std::make_unique<OutputFileWriter>(std::move(layout), std::move(file)));
    }
    return files;
}

Status write_tensors(const Model& model, OutputFiles& files, const Importance* importance,
                     DiskFlusher& flusher, ExportMonitor& monitor) {
    monitor.begin("write", bytes_of_tensors(files));
    for (const auto& file : files) {
        const FileLayout& layout = file->layout();
        if (!layout.header.empty()) {
            BITLATHE_TRY(file->write(0, layout.header));
        }
        for (std::size_t i = 0; i < layout.tensors.size(); ++i) {
            BITLATHE_TRY(monitor.check());
            read_ahead(model, layout, i + 1);
            BITLATHE_TRY(
                write_tensor(model, *file, layout.tensors[i], importance, flusher, monitor));
        }
    }
    return {};
}

}  // namespace bitlathe
