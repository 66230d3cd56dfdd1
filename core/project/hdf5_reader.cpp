// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/hdf5_reader.h"

#include <algorithm>
#include <array>
#include <system_error>

#include <fmt/format.h>

#include "core/base/checked.h"
#include "core/project/hdf5_library.h"

namespace bitlathe {

struct GroupReader::State {
    Hdf5Handle group;
    std::string file;
    std::uint64_t file_bytes = 0;
    std::string path;  ///< of the group inside the file

    [[nodiscard]] tl::unexpected<Error> refuse(const std::string& name,
                                               const std::string& why) const {
        return fail(ErrorCode::kRefused, fmt::format("{}{}: {}", path, name, why), file, {},
                    "the project is not one this program wrote; profile the model again");
    }
};

namespace {

constexpr std::size_t kMaxRank = 4;
constexpr std::size_t kMaxText = 65'536;
/// In a group: what is listed is few.
constexpr hsize_t kMostLinks = 1000;

/// Whether a name leads by a hard link to an object of this kind: nothing in another file, nothing
/// by a path somebody wrote.
bool leads_to(hid_t group, const std::string& name, H5O_type_t kind) {
    H5L_info_t link;
    H5O_info_t object;
    return H5Lexists(group, name.c_str(), H5P_DEFAULT) > 0 &&
           H5Lget_info(group, name.c_str(), &link, H5P_DEFAULT) >= 0 &&
           link.type == H5L_TYPE_HARD &&
           H5Oget_info_by_name2(group, name.c_str(), &object, H5O_INFO_BASIC, H5P_DEFAULT) >= 0 &&
           object.type == kind;
}

/// A data set whose bytes lie in the file as they are.
struct PlainSet {
    Hdf5Handle set;
    Hdf5Handle type;
    std::vector<std::uint64_t> shape;
    std::uint64_t count = 0;
};

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
    if (!bytes || *bytes > state.file_bytes) {
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

/// An attribute with one value.
struct Scalar {
    Hdf5Handle attribute;
    Hdf5Handle type;
};

Result<Scalar> open_scalar(const GroupReader::State& state, const std::string& name) {
    Scalar scalar;
    if (H5Aexists(state.group.id(), name.c_str()) > 0) {
        scalar.attribute =
            Hdf5Handle(H5Aopen(state.group.id(), name.c_str(), H5P_DEFAULT), H5Aclose);
    }
    if (!scalar.attribute.valid()) {
        return state.refuse(name, "the attribute is missing");
    }
    const Hdf5Handle space(H5Aget_space(scalar.attribute.id()), H5Sclose);
    scalar.type = Hdf5Handle(H5Aget_type(scalar.attribute.id()), H5Tclose);
    if (!space.valid() || !scalar.type.valid() || H5Sget_simple_extent_npoints(space.id()) != 1) {
        return state.refuse(name, "the attribute is not one value");
    }
    return scalar;
}

bool is_fixed_text(hid_t type) {
    return H5Tget_class(type) == H5T_STRING && H5Tis_variable_str(type) == 0 &&
           H5Tget_size(type) <= kMaxText;
}

std::string until_zero(const char* text, std::size_t size) {
    return std::string(text, std::find(text, text + size, '\0'));
}

}  // namespace

GroupReader::GroupReader(std::shared_ptr<const State> state) : state_(std::move(state)) {}

bool GroupReader::has(const std::string& name) const {
    return leads_to(state_->group.id(), name, H5O_TYPE_GROUP) ||
           leads_to(state_->group.id(), name, H5O_TYPE_DATASET);
}

Result<std::vector<std::string>> GroupReader::names() const {
    H5G_info_t info;
    if (H5Gget_info(state_->group.id(), &info) < 0 || info.nlinks > kMostLinks) {
        return state_->refuse("", "what it holds cannot be listed");
    }
    std::vector<std::string> names;
    for (hsize_t i = 0; i < info.nlinks; ++i) {
        std::array<char, 256> name{};
        if (H5Lget_name_by_idx(state_->group.id(), ".", H5_INDEX_NAME, H5_ITER_INC, i, name.data(),
                               name.size(), H5P_DEFAULT) < 0) {
            return state_->refuse("", "what it holds cannot be listed");
        }
        names.emplace_back(until_zero(name.data(), name.size()));
    }
    return names;
}

Result<GroupReader> GroupReader::group(const std::string& name) const {
    if (!leads_to(state_->group.id(), name, H5O_TYPE_GROUP)) {
        return state_->refuse(name, "the group is missing, or is not in this file");
    }
    auto inner = std::make_shared<State>();
    inner->group = Hdf5Handle(H5Gopen2(state_->group.id(), name.c_str(), H5P_DEFAULT), H5Gclose);
    inner->file = state_->file;
    inner->file_bytes = state_->file_bytes;
    inner->path = state_->path + name + "/";
    if (!inner->group.valid()) {
        return state_->refuse(name, "the group cannot be read");
    }
    return GroupReader(std::move(inner));
}

Result<std::uint64_t> GroupReader::integer(const std::string& name) const {
    BITLATHE_ASSIGN(const Scalar scalar, open_scalar(*state_, name));
    std::uint64_t value = 0;
    if (H5Tequal(scalar.type.id(), hdf5_type<std::uint64_t>()) <= 0 ||
        H5Aread(scalar.attribute.id(), hdf5_type<std::uint64_t>(), &value) < 0) {
        return state_->refuse(name, "the attribute is not an unsigned 64-bit number");
    }
    return value;
}

Result<std::string> GroupReader::text(const std::string& name) const {
    BITLATHE_ASSIGN(const Scalar scalar, open_scalar(*state_, name));
    if (!is_fixed_text(scalar.type.id())) {
        return state_->refuse(name, "the attribute is not a text of reasonable length");
    }
    std::string text(H5Tget_size(scalar.type.id()), '\0');
    if (H5Aread(scalar.attribute.id(), scalar.type.id(), text.data()) < 0) {
        return state_->refuse(name, "the attribute cannot be read");
    }
    return until_zero(text.data(), text.size());
}

template <class T>
Result<std::vector<T>> GroupReader::numbers(const std::string& name,
                                            std::span<const std::uint64_t> shape) const {
    BITLATHE_ASSIGN(const PlainSet plain, open_set(*state_, name));
    if (H5Tequal(plain.type.id(), hdf5_type<T>()) <= 0) {
        return state_->refuse(name, "its numbers have another type than this program writes");
    }
    if (!std::equal(shape.begin(), shape.end(), plain.shape.begin(), plain.shape.end())) {
        return state_->refuse(
            name, fmt::format("its shape is [{}], not [{}]", fmt::join(plain.shape, ", "),
                              fmt::join(shape, ", ")));
    }
    std::vector<T> values(plain.count);
    BITLATHE_TRY(read_set(*state_, name, plain, hdf5_type<T>(), values.data()));
    return values;
}
template Result<std::vector<std::uint8_t>> GroupReader::numbers(
    const std::string&, std::span<const std::uint64_t>) const;
template Result<std::vector<std::uint32_t>> GroupReader::numbers(
    const std::string&, std::span<const std::uint64_t>) const;
template Result<std::vector<std::uint64_t>> GroupReader::numbers(
    const std::string&, std::span<const std::uint64_t>) const;
template Result<std::vector<float>> GroupReader::numbers(const std::string&,
                                                         std::span<const std::uint64_t>) const;
template Result<std::vector<double>> GroupReader::numbers(const std::string&,
                                                          std::span<const std::uint64_t>) const;

Result<std::uint64_t> GroupReader::length(const std::string& name) const {
    BITLATHE_ASSIGN(const PlainSet plain, open_set(*state_, name));
    if (plain.shape.size() != 1) {
        return state_->refuse(name, "it is not a list");
    }
    return plain.count;
}

Result<std::vector<std::string>> GroupReader::texts(const std::string& name,
                                                    std::uint64_t count) const {
    BITLATHE_ASSIGN(const PlainSet plain, open_set(*state_, name));
    if (!is_fixed_text(plain.type.id()) || plain.shape.size() != 1 || plain.count != count) {
        return state_->refuse(name, fmt::format("it is not a list of {} texts", count));
    }
    const std::size_t width = H5Tget_size(plain.type.id());
    std::string padded(width * plain.count, '\0');
    BITLATHE_TRY(read_set(*state_, name, plain, plain.type.id(), padded.data()));
    std::vector<std::string> texts;
    for (std::uint64_t i = 0; i < plain.count; ++i) {
        texts.push_back(until_zero(padded.data() + i * width, width));
    }
    return texts;
}

tl::unexpected<Error> GroupReader::refuse(const std::string& why) const {
    return state_->refuse("", why);
}

Status read_hdf5(const std::filesystem::path& path,
                 const std::function<Status(const GroupReader&)>& read) {
    const Hdf5Lock lock;
    std::error_code failure;
    auto state = std::make_shared<GroupReader::State>();
    state->file = path.string();
    state->file_bytes = std::filesystem::file_size(path, failure);
    state->path = "/";
    const Hdf5Handle file(
        failure ? H5I_INVALID_HID : H5Fopen(path.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT), H5Fclose);
    if (file.valid()) {
        state->group = Hdf5Handle(H5Gopen2(file.id(), "/", H5P_DEFAULT), H5Gclose);
    }
    if (!state->group.valid()) {
        return fail(ErrorCode::kRefused, "this is not an HDF5 file that can be read", path.string(),
                    {}, "profile the model again");
    }
    return read(GroupReader(std::move(state)));
}

}  // namespace bitlathe
