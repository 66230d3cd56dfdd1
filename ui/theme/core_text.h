// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <span>
#include <string_view>

#include "core/base/result.h"

namespace bitlathe {

/// The library speaks English, in the window as on the command line: what it says stands in plans
/// and logs. On screen its sentences are looked up in core_messages(), whatever names and numbers
/// they carry, and said in the language of the window. A sentence that is not there stays English.
/// Names and numbers that are sentences of the library themselves are translated too. From any
/// thread.
[[nodiscard]] QString core_text(std::string_view english);
/// One line: "file: message (at byte offset); hint".
[[nodiscard]] QString error_text(const Error& error);

/// Sentences of the library as sources of translations (context "core"): %1, %2 ... stand for what
/// it fills in, in its order. tests/core_messages_test.py holds them to the sources of the library.
[[nodiscard]] std::span<const char* const> core_messages();
[[nodiscard]] std::span<const char* const> core_messages_about_files();
[[nodiscard]] std::span<const char* const> core_messages_about_running();
[[nodiscard]] std::span<const char* const> core_messages_about_models();
[[nodiscard]] std::span<const char* const> core_messages_about_measuring();
[[nodiscard]] std::span<const char* const> core_messages_about_projects();
[[nodiscard]] std::span<const char* const> core_messages_about_tokenizers();
[[nodiscard]] std::span<const char* const> core_messages_about_conversion();

}  // namespace bitlathe
