// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <span>
#include <string>

#include "core/base/result.h"

namespace bitlathe {

/// A folder `NAME.part` in which an output of several files grows until it is complete. Destroying
/// it removes it with everything in it; a killed process leaves it, and the next export to the same
/// destination replaces it. It is told from a folder of somebody else by a marker file.
class StageFolder {
public:
    /// Makes `destination`.part, replacing an abandoned one. Errors: kNotWritten (no permission; a
    /// folder of that name that is not ours).
    static Result<StageFolder> create(const std::filesystem::path& destination);
    StageFolder(StageFolder&& other) noexcept;
    StageFolder& operator=(StageFolder&&) = delete;
    ~StageFolder();

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    /// Gives the whole folder its final name, in one step. An earlier folder of that name is
    /// exchanged for it and then removed. Errors: kNotWritten; then the destination is as it was.
    [[nodiscard]] Status commit();
    /// Moves the files `names`, the first of them last, into the folder of the destination, and
    /// removes the stage. Errors: kNotWritten; then those already moved are removed again.
    [[nodiscard]] Status commit_files(std::span<const std::filesystem::path> names);

private:
    StageFolder() = default;
    std::filesystem::path destination_;
    std::filesystem::path path_;  ///< empty: nothing to remove any more
};

}  // namespace bitlathe
