// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/allocation/plan_source.h"

#include <algorithm>
#include <array>

#include "core/base/mapped_file.h"

namespace bitlathe {
namespace {

/// As far as the magic of the MIME type looks: packaging/linux/io.github.bitlathe.Bitlathe.xml.
constexpr std::size_t kBegin = 64;
constexpr std::string_view kKey = "\"bitlathe_plan\"";
constexpr std::string_view kSpace = " \t\r\n";

}  // namespace

bool looks_like_plan(const std::filesystem::path& path) {
    const auto file = MappedFile::open(path);
    if (!file) return false;
    const auto bytes = (*file)->bytes();
    std::string_view text(reinterpret_cast<const char*>(bytes.data()),
                          std::min(bytes.size(), kBegin));
    if (!text.starts_with('{')) return false;
    text.remove_prefix(1);
    text.remove_prefix(std::min(text.find_first_not_of(kSpace), text.size()));
    return text.starts_with(kKey);
}

std::filesystem::path source_of(const Plan& plan, const std::filesystem::path& plan_path) {
    const std::filesystem::path stated = plan.checkpoint_path;
    if (stated.empty()) return stated;
    const auto folder = plan_path.parent_path();
    for (const auto& path : std::array{stated, folder / stated, folder / stated.filename()}) {
        std::error_code ignored;
        if (std::filesystem::exists(path, ignored)) return path;
    }
    return stated;
}

}  // namespace bitlathe
