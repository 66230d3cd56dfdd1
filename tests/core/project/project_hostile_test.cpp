// SPDX-License-Identifier: GPL-3.0-or-later
// Project files that are cut, damaged, or made to mislead.
#include <cmath>
#include <functional>
#include <random>

#include <gmock/gmock.h>
#include <hdf5.h>

#include "core/project/sealed_file.h"
#include "tests/core/project/sample_project.h"

namespace bitlathe {
namespace {

class HostileProject : public ProjectFolder {
protected:
    void SetUp() override {
        ProjectFolder::SetUp();
        ASSERT_TRUE(save_project(sample_project(), path("good.bitlathe")));
        good_ = read_all(path("good.bitlathe"));
    }
    void expect_refused(const std::string& bytes, const std::string& what) {
        write_all(path(), bytes);
        const auto loaded = load_project(path());
        ASSERT_FALSE(loaded) << what;
        EXPECT_EQ(loaded.error().code, ErrorCode::kRefused) << what;
        EXPECT_EQ(loaded.error().file, path().string()) << what;
        EXPECT_FALSE(loaded.error().message.empty()) << what;
        EXPECT_FALSE(loaded.error().hint.empty()) << what;
    }
    /// The good file after the library of HDF5 changed something in it, sealed again.
    [[nodiscard]] std::string changed(const std::function<void(hid_t)>& change) {
        write_all(path(), good_);
        const hid_t file = H5Fopen(path().c_str(), H5F_ACC_RDWR, H5P_DEFAULT);
        EXPECT_GE(file, 0);
        change(file);
        EXPECT_GE(H5Fclose(file), 0);
        return sealed_again(read_all(path()));
    }
    void expect_message(const std::string& bytes, const std::string& part) {
        write_all(path(), bytes);
        const auto loaded = load_project(path());
        ASSERT_FALSE(loaded) << part;
        EXPECT_THAT(loaded.error().message, testing::HasSubstr(part));
    }
    std::string good_;
};

/// Replaces a data set by one of other make.
void replace(hid_t file, const char* name, hid_t type, const std::vector<hsize_t>& shape,
             hid_t creation = H5P_DEFAULT) {
    ASSERT_GE(H5Ldelete(file, name, H5P_DEFAULT), 0);
    const hid_t space = H5Screate_simple(static_cast<int>(shape.size()), shape.data(), nullptr);
    const hid_t set = H5Dcreate2(file, name, type, space, H5P_DEFAULT, creation, H5P_DEFAULT);
    ASSERT_GE(set, 0);
    H5Dclose(set);
    H5Sclose(space);
}

TEST_F(HostileProject, CutAnywhere) {
    for (std::size_t length = 0; length < good_.size(); length += 1 + good_.size() / 400) {
        expect_refused(good_.substr(0, length), fmt::format("cut to {} bytes", length));
    }
    expect_refused(good_ + "x", "a byte more");
}

TEST_F(HostileProject, AnyBitFlipped) {
    std::mt19937 generator(5);
    for (int i = 0; i < 600; ++i) {
        std::string bytes = good_;
        const std::size_t place =
            i < 100 ? static_cast<std::size_t>(i) : generator() % bytes.size();
        bytes[place] = static_cast<char>(bytes[place] ^ (1 << (generator() % 8)));
        expect_refused(bytes, fmt::format("byte {}", place));
    }
}

TEST_F(HostileProject, OtherFiles) {
    expect_refused("", "empty");
    expect_refused("GGUF....", "another format");
    expect_refused(good_.substr(512), "HDF5 without a seal");
    expect_refused(sealed_again(std::string(512, ' ') + "no HDF5 at all"), "no HDF5");
    EXPECT_FALSE(load_project(folder_));
    EXPECT_FALSE(load_project(folder_ / "missing"));
}

TEST_F(HostileProject, ResealedFileIsStillGood) {
    write_all(path(), changed([](hid_t) {}));
    EXPECT_TRUE(load_project(path()));
}

TEST_F(HostileProject, LinksThatLeadOutOfTheFile) {
    expect_message(changed([&](hid_t file) {
                       H5Ldelete(file, "profile/rest/sum", H5P_DEFAULT);
                       H5Lcreate_external(path("good.bitlathe").c_str(), "/profile/rest/sum", file,
                                          "profile/rest/sum", H5P_DEFAULT, H5P_DEFAULT);
                   }),
                   "not in this file");
    expect_message(changed([](hid_t file) {
                       H5Ldelete(file, "profile/rest/sum", H5P_DEFAULT);
                       H5Lcreate_soft("/profile/first/sum", file, "profile/rest/sum", H5P_DEFAULT,
                                      H5P_DEFAULT);
                   }),
                   "not in this file");
}

TEST_F(HostileProject, DataInAnotherFile) {
    expect_message(changed([](hid_t file) {
                       const hid_t creation = H5Pcreate(H5P_DATASET_CREATE);
                       H5Pset_external(creation, "/etc/passwd", 0, 25 * sizeof(double));
                       replace(file, "profile/rest/sum", H5T_IEEE_F64LE, {25}, creation);
                       H5Pclose(creation);
                   }),
                   "in another file");
}

TEST_F(HostileProject, DataBehindFilters) {
    expect_message(changed([](hid_t file) {
                       const hid_t creation = H5Pcreate(H5P_DATASET_CREATE);
                       const hsize_t chunk[] = {25};
                       H5Pset_chunk(creation, 1, chunk);
                       H5Pset_shuffle(creation);
                       replace(file, "profile/rest/sum", H5T_IEEE_F64LE, {25}, creation);
                       H5Pclose(creation);
                   }),
                   "compressed");
}

TEST_F(HostileProject, ShapesOfPetabytes) {
    expect_message(changed([](hid_t file) {
                       replace(file, "profile/rest/sum", H5T_IEEE_F64LE, {hsize_t{1} << 50});
                   }),
                   "larger than the file");
    expect_message(changed([](hid_t file) {
                       replace(file, "profile/rest/magnitudes", H5T_STD_U64LE,
                               {hsize_t{1} << 40, hsize_t{1} << 10});
                   }),
                   "larger than");
    // A shape that would fit, of data that were never written.
    expect_message(
        changed([](hid_t file) { replace(file, "profile/rest/sum", H5T_IEEE_F64LE, {25}); }),
        "not all there");
}

TEST_F(HostileProject, OtherTypesAndShapes) {
    expect_message(
        changed([](hid_t file) { replace(file, "profile/rest/sum", H5T_IEEE_F32LE, {25}); }), "");
    const auto with_numbers = [&](const char* name, std::vector<std::uint64_t> values) {
        return changed([&](hid_t file) {
            const hsize_t shape = values.size();
            replace(file, name, H5T_STD_U64LE, {shape});
            const hid_t set = H5Dopen2(file, name, H5P_DEFAULT);
            H5Dwrite(set, H5T_STD_U64LE, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data());
            H5Dclose(set);
        });
    };
    expect_message(with_numbers("profile/taps/channels", {3, 4, 5, 6, 8}), "its shape is");
    expect_message(with_numbers("profile/taps/channels", {3, 4, 5, 6, UINT64_MAX}),
                   "more than any");
    expect_message(with_numbers("profile/taps/channels", {3, 4, 5, 6}), "its shape is");
    expect_message(with_numbers("imatrix/columns", {UINT64_MAX, 2}), "no size that can be");
    expect_message(with_numbers("imatrix/matrices", {0, 2}), "no size that can be");
    expect_message(with_numbers("profile/attention/positions", {UINT64_MAX, 2}), "longer than any");
    expect_message(with_numbers("profile/router/experts", {0, 3}), "its shape is");
    expect_message(with_numbers("gram/channels", {UINT64_MAX}), "larger than any file");
    expect_message(with_numbers("gram/channels", {4}), "its shape is");
    expect_message(with_numbers("plans/bytes", {UINT64_MAX, 7}), "longer than any file");
    expect_message(with_numbers("view/bytes", {9, 9}), "its shape is");
    expect_message(with_numbers("evaluations/windows/count", {UINT64_MAX, 2, 2}),
                   "longer than any");
    expect_message(with_numbers("evaluations/windows/count", {4, 2, 0}), "its shape is");
    expect_message(with_numbers("evaluations/windows/length", {UINT64_MAX, 4, 4, 4}),
                   "longer than");
    expect_message(with_numbers("evaluations/windows/length", {4, 4, 4, 5}), "its shape is");
    expect_message(with_numbers("evaluations/windows/first", {0, 1, 2, 1}), "does not have");
    expect_message(with_numbers("evaluations/windows/first", {5, 1, 2, 1}), "does not have");
    expect_message(with_numbers("evaluations/windows/first", {1, 1, 2, 1}), "its shape is");
    expect_message(with_numbers("evaluations/context", {4, 4}), "its shape is");
}

TEST_F(HostileProject, ValuesThatCannotBe) {
    const auto with = [&](const char* name, std::vector<std::uint32_t> values) {
        return changed([&](hid_t file) {
            const hid_t set = H5Dopen2(file, name, H5P_DEFAULT);
            H5Dwrite(set, H5T_STD_U32LE, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data());
            H5Dclose(set);
        });
    };
    expect_message(with("profile/taps/block", {0, 0, 0, 0, 9}), "at no place of the model");
    expect_message(with("profile/taps/block", {1, 0, 0, 0, 1}), "out of order");
    expect_message(with("profile/rest/top_channel", {2, 3, 4, 5, 700}), "not there");
    expect_message(with("profile/rest/top_count", {17, 0, 0, 0, 0}), "too many");
}

TEST_F(HostileProject, TokensThatCannotBe) {
    const auto with = [&](const char* name, hid_t type, const auto& value) {
        return changed([&](hid_t file) {
            const hid_t set = H5Dopen2(file, name, H5P_DEFAULT);
            const hsize_t first = 0;
            const hsize_t one = 1;
            const hid_t all = H5Dget_space(set);
            const hid_t space = H5Screate_simple(1, &one, nullptr);
            H5Sselect_hyperslab(all, H5S_SELECT_SET, &first, nullptr, &one, nullptr);
            EXPECT_GE(H5Dwrite(set, type, space, all, H5P_DEFAULT, &value), 0);
            H5Sclose(space);
            H5Sclose(all);
            H5Dclose(set);
        });
    };
    const double unknown = std::nan("");
    expect_message(with("evaluations/scores/nll", H5T_NATIVE_DOUBLE, unknown), "no number");
    expect_message(with("evaluations/scores/kl", H5T_NATIVE_DOUBLE, unknown), "no number");
    expect_message(with("evaluations/tops/model/p", H5T_NATIVE_FLOAT, 1.5F), "between 0 and 1");
    expect_message(with("evaluations/tops/model/count", H5T_NATIVE_UINT8, std::uint8_t{6}),
                   "its shape is");
}

TEST_F(HostileProject, MoreTopTokensThanAreKept) {
    expect_message(
        changed([](hid_t file) {
            const std::vector<std::uint8_t> counts{8, 2, 2, 2, 2, 0, 2, 0, 1, 1};
            const hid_t set = H5Dopen2(file, "evaluations/tops/model/count", H5P_DEFAULT);
            EXPECT_GE(H5Dwrite(set, H5T_NATIVE_UINT8, H5S_ALL, H5S_ALL, H5P_DEFAULT, counts.data()),
                      0);
            H5Dclose(set);
        }),
        "more tokens than are kept");
}

TEST_F(HostileProject, LaterVersions) {
    const auto with_version = [&](const char* object, const char* name, std::uint64_t version) {
        return changed([&](hid_t file) {
            const hid_t group = H5Gopen2(file, object, H5P_DEFAULT);
            const hid_t attribute = H5Aopen(group, name, H5P_DEFAULT);
            H5Awrite(attribute, H5T_STD_U64LE, &version);
            H5Aclose(attribute);
            H5Gclose(group);
        });
    };
    expect_message(with_version("/", "bitlathe_project", 2), "of version 2");
    expect_message(with_version("profile", "version", 99), "of version 99");
    expect_message(with_version("plans", "version", 2), "of version 2");
    expect_message(with_version("profile", "version", 0), "of version 0");
}

TEST_F(HostileProject, GroupsThatAreMissingOrNoGroups) {
    expect_message(changed([](hid_t file) { H5Ldelete(file, "profile/changes/mlp", H5P_DEFAULT); }),
                   "mlp: the group is missing");
    expect_message(changed([](hid_t file) {
                       H5Ldelete(file, "profile/changes/mlp", H5P_DEFAULT);
                       H5Lcreate_hard(file, "profile/thresholds", file, "profile/changes/mlp",
                                      H5P_DEFAULT, H5P_DEFAULT);
                   }),
                   "mlp: the group is missing");
}

}  // namespace
}  // namespace bitlathe
