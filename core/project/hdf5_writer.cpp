// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/hdf5_writer.h"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>

#include "core/project/hdf5_library.h"

namespace bitlathe {

struct GroupWriter::State {
    Hdf5Handle group;
    std::string path;  ///< of the file
    std::shared_ptr<std::optional<Error>> error;

    void expect(bool done, const std::string& what) const {
        if (!done && !*error) {
            *error = Error{ErrorCode::kNotWritten,
                           fmt::format("the project's {} could not be written", what),
                           path,
                           {},
                           "check the space left on the disk and the destination"};
        }
    }
};

namespace {

/// Data of some size begin where numbers of any type can be read in place, at whole lines of the
/// cache.
constexpr hsize_t kAligned = 4096;
constexpr hsize_t kAlignment = 64;

/// A data set written in one go, without filters, its data in one piece.
bool write_dataset(hid_t group, const std::string& name, hid_t type, const void* values,
                   std::span<const std::uint64_t> shape) {
    const std::vector<hsize_t> extents(shape.begin(), shape.end());
    const Hdf5Handle space(
        H5Screate_simple(static_cast<int>(extents.size()), extents.data(), nullptr), H5Sclose);
    const Hdf5Handle creation(H5Pcreate(H5P_DATASET_CREATE), H5Pclose);
    H5Pset_obj_track_times(creation.id(), false);  // the same content shall be the same bytes
    const Hdf5Handle set(
        H5Dcreate2(group, name.c_str(), type, space.id(), H5P_DEFAULT, creation.id(), H5P_DEFAULT),
        H5Dclose);
    const bool empty = std::find(shape.begin(), shape.end(), 0U) != shape.end();
    return set.valid() &&
           (empty || H5Dwrite(set.id(), type, H5S_ALL, H5S_ALL, H5P_DEFAULT, values) >= 0);
}

bool write_attribute(hid_t group, const std::string& name, hid_t type, const void* value) {
    const Hdf5Handle space(H5Screate(H5S_SCALAR), H5Sclose);
    const Hdf5Handle attribute(
        H5Acreate2(group, name.c_str(), type, space.id(), H5P_DEFAULT, H5P_DEFAULT), H5Aclose);
    return attribute.valid() && H5Awrite(attribute.id(), type, value) >= 0;
}

/// Text of a fixed length, padded with zeros.
Hdf5Handle text_type(std::size_t length) {
    Hdf5Handle type(H5Tcopy(H5T_C_S1), H5Tclose);
    H5Tset_size(type.id(), std::max<std::size_t>(1, length));
    H5Tset_strpad(type.id(), H5T_STR_NULLPAD);
    H5Tset_cset(type.id(), H5T_CSET_UTF8);
    return type;
}

}  // namespace

GroupWriter::GroupWriter(std::shared_ptr<State> state) : state_(std::move(state)) {}

GroupWriter GroupWriter::group(const std::string& name) {
    auto inner = std::make_shared<State>();
    inner->path = state_->path;
    inner->error = state_->error;
    inner->group = Hdf5Handle(
        H5Gcreate2(state_->group.id(), name.c_str(), H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT),
        H5Gclose);
    state_->expect(inner->group.valid(), name);
    return GroupWriter(std::move(inner));
}

void GroupWriter::attribute(const std::string& name, std::uint64_t value) {
    state_->expect(write_attribute(state_->group.id(), name, hdf5_type<std::uint64_t>(), &value),
                   name);
}

void GroupWriter::attribute(const std::string& name, const std::string& value) {
    const Hdf5Handle type = text_type(value.size());
    state_->expect(write_attribute(state_->group.id(), name, type.id(), value.c_str()), name);
}

template <class T>
void GroupWriter::numbers(const std::string& name, std::span<const T> values,
                          std::span<const std::uint64_t> shape) {
    const std::uint64_t line[] = {values.size()};
    state_->expect(write_dataset(state_->group.id(), name, hdf5_type<T>(), values.data(),
                                 shape.empty() ? std::span<const std::uint64_t>(line) : shape),
                   name);
}
template void GroupWriter::numbers(const std::string&, std::span<const std::uint8_t>,
                                   std::span<const std::uint64_t>);
template void GroupWriter::numbers(const std::string&, std::span<const std::uint32_t>,
                                   std::span<const std::uint64_t>);
template void GroupWriter::numbers(const std::string&, std::span<const std::uint64_t>,
                                   std::span<const std::uint64_t>);
template void GroupWriter::numbers(const std::string&, std::span<const float>,
                                   std::span<const std::uint64_t>);
template void GroupWriter::numbers(const std::string&, std::span<const double>,
                                   std::span<const std::uint64_t>);

void GroupWriter::texts(const std::string& name, std::span<const std::string> values) {
    std::size_t longest = 1;
    for (const std::string& value : values) {
        longest = std::max(longest, value.size());
    }
    std::string padded(longest * values.size(), '\0');
    for (std::size_t i = 0; i < values.size(); ++i) {
        std::copy(values[i].begin(), values[i].end(), padded.data() + i * longest);
    }
    const Hdf5Handle type = text_type(longest);
    const std::uint64_t line[] = {values.size()};
    state_->expect(write_dataset(state_->group.id(), name, type.id(), padded.data(), line), name);
}

Status GroupWriter::status() const {
    return *state_->error ? fail(**state_->error) : Status();
}

Status write_hdf5(const std::filesystem::path& path,
                  const std::function<Status(GroupWriter&)>& write) {
    const Hdf5Lock lock;
    const Hdf5Handle creation(H5Pcreate(H5P_FILE_CREATE), H5Pclose);
    H5Pset_userblock(creation.id(), kUserBlock);
    const Hdf5Handle access(H5Pcreate(H5P_FILE_ACCESS), H5Pclose);
    H5Pset_alignment(access.id(), kAligned, kAlignment);
    Hdf5Handle file(H5Fcreate(path.c_str(), H5F_ACC_TRUNC, creation.id(), access.id()), H5Fclose);
    auto state = std::make_shared<GroupWriter::State>();
    state->path = path.string();
    state->error = std::make_shared<std::optional<Error>>();
    state->expect(file.valid(), "file");
    Status status;
    if (file.valid()) {
        state->group = Hdf5Handle(H5Gopen2(file.id(), "/", H5P_DEFAULT), H5Gclose);
        GroupWriter root(state);
        status = write(root);
        state->expect(state->group.close(), "groups");
    }
    state->expect(file.close(), "file");
    BITLATHE_TRY(status);
    return GroupWriter(state).status();
}

}  // namespace bitlathe
