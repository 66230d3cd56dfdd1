// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/hdf5_reader.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "core/project/hdf5_plain_set.h"

namespace bitlathe {

namespace {

constexpr std::size_t kMaxText = 65'536;
/// In a group: what is listed is few.
constexpr hsize_t kMostLinks = 1000;

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
    BITLATHE_ASSIGN(const PlainSet plain, open_numbers(*state_, name, hdf5_type<T>(), shape));
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

Result<KeptFloats> GroupReader::kept_floats(const std::string& name,
                                            std::span<const std::uint64_t> shape) const {
    BITLATHE_ASSIGN(const PlainSet plain, open_numbers(*state_, name, hdf5_type<float>(), shape));
    BITLATHE_ASSIGN(const auto bytes, mapped_set(*state_, name, plain));
    if (reinterpret_cast<std::uintptr_t>(bytes.data()) % alignof(float) == 0) {
        return KeptFloats({reinterpret_cast<const float*>(bytes.data()), plain.count},
                          state_->file);
    }
    std::vector<float> values(plain.count);
    BITLATHE_TRY(read_set(*state_, name, plain, hdf5_type<float>(), values.data()));
    return KeptFloats(std::move(values));
}

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

Status read_hdf5(std::shared_ptr<const MappedFile> file,
                 const std::function<Status(const GroupReader&)>& read) {
    const Hdf5Lock lock;
    const std::string path = file->path().string();
    auto state = std::make_shared<GroupReader::State>();
    state->file = std::move(file);
    state->path = "/";
    const Hdf5Handle opened(H5Fopen(path.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT), H5Fclose);
    if (opened.valid()) {
        state->group = Hdf5Handle(H5Gopen2(opened.id(), "/", H5P_DEFAULT), H5Gclose);
    }
    if (!state->group.valid()) {
        return fail(ErrorCode::kRefused, "this is not an HDF5 file that can be read", path, {},
                    "profile the model again");
    }
    return read(GroupReader(std::move(state)));
}

}  // namespace bitlathe
