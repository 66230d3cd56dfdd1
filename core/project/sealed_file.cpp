// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/sealed_file.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <string>

#include <fmt/format.h>

#include "core/base/atomic_file.h"
#include "core/base/hash.h"
#include "core/base/mapped_file.h"
#include "core/project/hdf5_reader.h"
#include "core/project/hdf5_writer.h"

namespace bitlathe {
namespace {

constexpr std::string_view kMagic = "bitlathe project\n";

/// Text, so that whoever looks into the file sees what it is; zeros up to the HDF5 data.
std::string seal_of(std::span<const std::byte> data) {
    std::string seal =
        fmt::format("{}xxh3 {:016x}\nbytes {}\n", kMagic, fast_hash(data), data.size());
    seal.resize(kUserBlock);
    return seal;
}

Status refuse(const std::filesystem::path& path, const char* why, const char* hint) {
    return fail(ErrorCode::kRefused, why, path.string(), 0, hint);
}

Status check_seal(const MappedFile& file) {
    const std::filesystem::path& path = file.path();
    const auto bytes = file.bytes();
    const auto begin = std::as_bytes(std::span(kMagic));
    if (bytes.size() < kMagic.size() || !std::equal(begin.begin(), begin.end(), bytes.begin())) {
        return refuse(path, "this is not a project of Bitlathe", "choose a .bitlathe file");
    }
    if (bytes.size() < kUserBlock) {
        return refuse(path, "the project is cut off", "take a backup, or profile the model again");
    }
    const std::string expected = seal_of(bytes.subspan(kUserBlock));
    const auto seal = std::as_bytes(std::span(expected));
    if (!std::equal(seal.begin(), seal.end(), bytes.begin())) {
        return refuse(path, "the project is damaged, or another program wrote to it",
                      "take a backup, or profile the model again");
    }
    return file.check();
}

}  // namespace

Status write_sealed(const std::filesystem::path& path, std::uint64_t bytes,
                    const std::function<Status(GroupWriter&)>& write) {
    BITLATHE_ASSIGN(AtomicFile file, AtomicFile::create(path));
    BITLATHE_TRY(file.reserve(bytes));
    BITLATHE_TRY(write_hdf5(file.part_path(), write));
    {
        BITLATHE_ASSIGN(const auto written, MappedFile::open(file.part_path()));
        const std::string seal = seal_of(
            written->bytes().subspan(std::min<std::uint64_t>(kUserBlock, written->bytes().size())));
        BITLATHE_TRY(written->check());
        BITLATHE_TRY(file.write_at(0, std::as_bytes(std::span(seal))));
    }
    return file.commit();
}

Status read_sealed(const std::filesystem::path& path,
                   const std::function<Status(const GroupReader&)>& read) {
    BITLATHE_ASSIGN(const auto file, MappedFile::open(path));
    BITLATHE_TRY(check_seal(*file));
    file->release(0, file->size());  // most of it is not looked at again
    BITLATHE_TRY(read_hdf5(file, read));
    if (file->state() != FileState::kSame) {
        // HDF5 opened the path once more: what it read may not be what the seal is of.
        return refuse(path, "the file was changed while it was being read",
                      "wait until nothing writes to the file, then open it again");
    }
    return {};
}

bool is_sealed_project(const std::filesystem::path& path) {
    std::array<char, kMagic.size()> begin{};
    std::ifstream file(path, std::ios::binary);
    return file.read(begin.data(), begin.size()) &&
           std::string_view(begin.data(), begin.size()) == kMagic;
}

}  // namespace bitlathe
