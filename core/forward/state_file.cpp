// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forward/state_file.h"

#include <cstring>

#include "core/base/atomic_file.h"
#include "core/base/byte_reader.h"
#include "core/base/checked.h"
#include "core/base/hash.h"
#include "core/base/mapped_file.h"

namespace bitlathe {
namespace {

constexpr std::string_view kMagic = "BLFWD001";
constexpr std::uint64_t kMaxFingerprint = 4096;

tl::unexpected<Error> refuse(const std::filesystem::path& path, const char* message) {
    return fail(ErrorCode::kRefused, message, path.string(), {},
                "delete it and start the run again");
}

void put(std::vector<std::byte>& out, const void* data, std::size_t size) {
    const auto* bytes = static_cast<const std::byte*>(data);
    out.insert(out.end(), bytes, bytes + size);
}

std::span<const std::byte> bytes_of(const ConstRows& rows) {
    return {reinterpret_cast<const std::byte*>(rows.data), rows.rows * rows.cols * sizeof(float)};
}

}  // namespace

Status save_state(const ForwardState& state, const std::string& fingerprint,
                  const std::filesystem::path& path) {
    const ConstRows rows = std::as_const(state.residual).rows();
    const auto values = bytes_of(rows);
    std::vector<std::byte> header;
    const std::uint64_t numbers[] = {fingerprint.size(), state.next_block, rows.rows, rows.cols,
                                     fast_hash(values)};
    put(header, kMagic.data(), kMagic.size());
    put(header, numbers, sizeof(numbers));
    put(header, fingerprint.data(), fingerprint.size());
    BITLATHE_ASSIGN(AtomicFile file, AtomicFile::create(path));
    BITLATHE_TRY(file.reserve(header.size() + values.size()));
    BITLATHE_TRY(file.write_at(0, header));
    BITLATHE_TRY(file.write_at(header.size(), values));
    return file.commit();
}

Result<ForwardState> load_state(const std::string& fingerprint, const std::filesystem::path& path) {
    BITLATHE_ASSIGN(const auto file, MappedFile::open(path));
    ByteReader reader(file->bytes());
    const std::string_view magic = reader.text(kMagic.size());
    const auto length = reader.read<std::uint64_t>();
    ForwardState state;
    const auto block = reader.read<std::uint64_t>();
    const auto rows = reader.read<std::uint64_t>();
    const auto cols = reader.read<std::uint64_t>();
    const auto hash = reader.read<std::uint64_t>();
    if (reader.failed() || magic != kMagic || length > kMaxFingerprint || block > kMaxBlocks) {
        return refuse(path, "this is not the state of a run");
    }
    const std::string_view theirs = reader.text(length);
    const auto bytes = checked_mul({rows, cols, sizeof(float)});
    if (reader.failed() || !bytes || reader.remaining() != *bytes) {
        return refuse(path, "the state of the run is cut off");
    }
    if (theirs != fingerprint) {
        return refuse(path, "the state belongs to another model, plan, text or device");
    }
    const auto values = reader.take(*bytes);
    if (fast_hash(values) != hash) {
        return refuse(path, "the state of the run is damaged");
    }
    state.next_block = static_cast<std::uint32_t>(block);
    BITLATHE_ASSIGN(state.residual, Buffer::create(rows, cols));
    std::memcpy(state.residual.rows().data, values.data(), values.size());
    return state;
}

}  // namespace bitlathe
