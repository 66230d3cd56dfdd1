// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <new>
#include <system_error>

#include <fmt/format.h>

#include "core/base/text.h"
#include "core/checkpoint/derived.h"
#include "core/project/project_kinds.h"
#include "core/project/sealed_file.h"

namespace bitlathe {
namespace {

/// Of the file as a whole: which groups there may be, and where their versions are.
constexpr std::uint64_t kVersion = 1;
constexpr const char* kVersionName = "bitlathe_project";

Result<std::uint64_t> version_of(const GroupReader& group, const std::string& name,
                                 std::uint64_t newest) {
    BITLATHE_ASSIGN(const std::uint64_t version, group.integer(name));
    if (version == 0 || version > newest) {
        return group.refuse(
            fmt::format("it is of version {}, this program knows those up to {}", version, newest));
    }
    return version;
}

Status read_kinds(const GroupReader& root, Project& project) {
    BITLATHE_TRY(version_of(root, kVersionName, kVersion));
    for (const ProjectKind& kind : project_kinds()) {
        if (!root.has(kind.name)) {
            continue;
        }
        BITLATHE_ASSIGN(const GroupReader group, root.group(kind.name));
        BITLATHE_ASSIGN(const std::uint64_t version, version_of(group, "version", kind.version));
        BITLATHE_TRY(kind.read(group, version, project));
    }
    BITLATHE_ASSIGN(project.unknown, root.names());
    std::erase_if(project.unknown, [](const std::string& name) {
        const auto kinds = project_kinds();
        return std::any_of(kinds.begin(), kinds.end(),
                           [&](const ProjectKind& kind) { return name == kind.name; });
    });
    return {};
}

std::uint64_t bytes_of(const Project& project) {
    std::uint64_t bytes = 4096;
    for (const ProjectKind& kind : project_kinds()) {
        bytes += kind.present(project) ? kind.bytes(project) : 0;
    }
    return bytes;
}

}  // namespace

ModelStamp stamp_of(const Model& model) {
    std::error_code failure;
    const auto path = std::filesystem::absolute(model.checkpoint->path(), failure);
    return {failure ? model.checkpoint->path().string() : path.lexically_normal().string(),
            source_fingerprint(*model.checkpoint), model.architecture};
}

bool is_about(const ModelStamp& stamp, const Model& model) {
    // Earlier programs stamped a converted model with a fingerprint of its own.
    return stamp.fingerprint == source_fingerprint(*model.checkpoint) ||
           (model.checkpoint->source() && stamp.fingerprint == model.checkpoint->fingerprint());
}

Status save_project(const Project& project, const std::filesystem::path& path) {
    if (!project.unknown.empty()) {
        return fail(ErrorCode::kImpossible,
                    fmt::format("the project holds what this program does not know ({}) and would "
                                "lose",
                                printable(fmt::format("{}", fmt::join(project.unknown, ", ")))),
                    path.string(), {}, "use the later version that wrote it, or another name");
    }
    return write_sealed(path, bytes_of(project), [&](GroupWriter& root) -> Status {
        root.attribute(kVersionName, kVersion);
        root.attribute("program", std::string("bitlathe " BITLATHE_VERSION));
        for (const ProjectKind& kind : project_kinds()) {
            if (kind.present(project)) {
                GroupWriter group = root.group(kind.name);
                group.attribute("version", kind.version);
                kind.write(project, group);
            }
        }
        if (project.profile) {
            // Of what lies in a file that was cut meanwhile, zeros were written.
            BITLATHE_TRY(project.profile->check());
        }
        return root.status();
    });
}

Result<Project> load_project(const std::filesystem::path& path) {
    Project project;
    try {
        BITLATHE_TRY(
            read_sealed(path, [&](const GroupReader& root) { return read_kinds(root, project); }));
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::kRefused, "not enough memory for the project", path.string(), {},
                    "close other programs");
    }
    return project;
}

Result<Imatrix> importance_in(const Project& project, const Model& model) {
    if (project.profile) {
        return imatrix_of(model, *project.profile);
    }
    if (project.imatrix) {
        return *project.imatrix;
    }
    return fail(ErrorCode::kImpossible, "the project holds no importance values", {}, {},
                "profile the model over a text first");
}

Result<std::shared_ptr<const Model>> open_source(const Project& project,
                                                 const std::filesystem::path& elsewhere) {
    const std::filesystem::path path =
        elsewhere.empty() ? std::filesystem::path(project.model.path) : elsewhere;
    BITLATHE_ASSIGN(auto model, open_model(path));
    if (!is_about(project.model, *model)) {
        return fail(ErrorCode::kRefused,
                    fmt::format("the weights are not those that were profiled ({} then, {} now)",
                                printable(project.model.fingerprint),
                                source_fingerprint(*model->checkpoint)),
                    path.string(), {},
                    "profile the model again, or name the one that was profiled");
    }
    return model;
}

}  // namespace bitlathe
