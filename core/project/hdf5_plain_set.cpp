// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/hdf5_plain_set.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "core/base/checked.h"
#include "core/project/hdf5_writer.h"

namespace bitlathe {
namespace {

constexpr std::size_t kMaxRank = 4;

bool is_plain(hid_t set) {
    const Hdf5Handle creation(H5Dget_create_plist(set), H5Pclose);
    return creation.valid() && H5Pget_layout(creation.id()) == H5D_CONTIGUOUS &&
           H5Pget_nfilters(creation.id()) == 0 && H5Pget_external_count(creation.id()) == 0;
}

Result<std::vector<std::uint64_t>> shape_of(const GroupReader::State& state,
                                            const std::string& name, hid_t set) {
    const Hdf5Handle space(H5Dget_space(set), H5Sclose);
    const int rank = space.valid() && H5Sget_simple_extent_type(space.id()) == H5S_SIMPLE
                         ? H5Sget_simple_extent_ndims(space.id())
                         : -1;
    if (rank < 1 || rank > static_cast<int>(kMaxRank)) {
        return state.refuse(name, "its shape is none we write");
    }
    std::array<hsize_t, kMaxRank> extents{};
    if (H5Sget_simple_extent_dims(space.id(), extents.data(), nullptr) != rank) {
        return state.refuse(name, "its shape cannot be read");
    }
    return std::vector<std::uint64_t>(extents.begin(), extents.begin() + rank);
}

}  // namespace

tl::unexpected<Error> GroupReader::State::refuse(const std::string& name,
                                                 const std::string& why) const {
    return fail(ErrorCode::kRefused, fmt::format("{}{}: {}", path, name, why),
                file->path().string(), {},
                "the project is not one this program wrote; profile the model again");
}

bool leads_to(hid_t group, const std::string& name, H5O_type_t kind) {
    H5L_info_t link;
    H5O_info_t object;
    return H5Lexists(group, name.c_str(), H5P_DEFAULT) > 0 &&
           H5Lget_info(group, name.c_str(), &link, H5P_DEFAULT) >= 0 &&
           link.type == H5L_TYPE_HARD &&
           H5Oget_info_by_name2(group, name.c_str(), &object, H5O_INFO_BASIC, H5P_DEFAULT) >= 0 &&
           object.type == kind;
}

Result<PlainSet> open_set(const GroupReader::State& state, const std::string& name) {
    if (!leads_to(state.group.id(), name, H5O_TYPE_DATASET)) {
        return state.refuse(name, "the data set is missing, or is not in this file");
    }
    PlainSet plain;
    plain.set = Hdf5Handle(H5Dopen2(state.group.id(), name.c_str(), H5P_DEFAULT), H5Dclose);
    if (!plain.set.valid() || !is_plain(plain.set.id())) {
        return state.refuse(name, "its data are compressed, in pieces or in another file");
    }
    plain.type = Hdf5Handle(H5Dget_type(plain.set.id()), H5Tclose);
    BITLATHE_ASSIGN(plain.shape, shape_of(state, name, plain.set.id()));
    std::uint64_t count = 1;
    for (const std::uint64_t extent : plain.shape) {
        const auto product = checked_mul({count, extent});
        if (!product) {
            return state.refuse(name, "its shape is larger than any file");
        }
        count = *product;
    }
    const auto bytes = checked_mul({count, H5Tget_size(plain.type.id())});
    if (!bytes || *bytes > state.file->size()) {
        return state.refuse(name, "its shape is larger than the file");
    }
    // What was never written has a shape and no bytes.
    if (*bytes > 0 && H5Dget_storage_size(plain.set.id()) != *bytes) {
        return state.refuse(name, "its data are not all there");
    }
    plain.count = count;
    return plain;
}

Status read_set(const GroupReader::State& state, const std::string& name, const PlainSet& plain,
                hid_t type, void* out) {
    if (plain.count > 0 && H5Dread(plain.set.id(), type, H5S_ALL, H5S_ALL, H5P_DEFAULT, out) < 0) {
        return state.refuse(name, "its data cannot be read");
    }
    return {};
}

Result<PlainSet> open_numbers(const GroupReader::State& state, const std::string& name, hid_t type,
                              std::span<const std::uint64_t> shape) {
    BITLATHE_ASSIGN(PlainSet plain, open_set(state, name));
    if (H5Tequal(plain.type.id(), type) <= 0) {
        return state.refuse(name, "its numbers have another type than this program writes");
    }
    if (!std::equal(shape.begin(), shape.end(), plain.shape.begin(), plain.shape.end())) {
        return state.refuse(name,
                            fmt::format("its shape is [{}], not [{}]", fmt::join(plain.shape, ", "),
                                        fmt::join(shape, ", ")));
    }
    return plain;
}

Result<std::span<const std::byte>> mapped_set(const GroupReader::State& state,
                                              const std::string& name, const PlainSet& plain) {
    const std::span<const std::byte> all = state.file->bytes();
    const std::uint64_t bytes = plain.count * H5Tget_size(plain.type.id());
    if (bytes == 0) {
        return std::span<const std::byte>();
    }
    // What HDF5 says of a forged file can be anything; it adds the user block without a check.
    const haddr_t offset = H5Dget_offset(plain.set.id());
    if (offset < kUserBlock || offset > all.size() || bytes > all.size() - offset) {
        return state.refuse(name, "its data cannot be read");
    }
    return all.subspan(offset, bytes);
}

}  // namespace bitlathe
