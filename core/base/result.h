// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include <tl/expected.hpp>

namespace bitlathe {

/// Why an operation ended without its result. The values are the exit codes of `bitlathe-cli`.
enum class ErrorCode : int {
    kUsage = 2,        ///< the request itself is malformed
    kRefused = 3,      ///< an input is malformed, unsupported or unreadable
    kImpossible = 4,   ///< the request cannot be met (budget out of range, format illegal, ...)
    kNotWritten = 5,   ///< the output could not be written (no space, no permission)
    kCancelled = 130,  ///< somebody asked to stop; not a failure
};

/// What went wrong, in words a person can act on: `message` says what and why, `file` and `offset`
/// (bytes from the start of that file) say where when they are known, `hint` says what to do.
struct Error {
    ErrorCode code = ErrorCode::kRefused;
    std::string message;
    std::string file = {};
    std::optional<std::uint64_t> offset = {};
    std::string hint = {};

    /// One line: "file: message (at byte offset). hint"
    [[nodiscard]] std::string to_string() const;
};

/// A value or an Error. No function of the library throws across a folder border.
template <class T>
class [[nodiscard]] Result : public tl::expected<T, Error> {
public:
    using tl::expected<T, Error>::expected;
};

/// Success without a value.
using Status = Result<void>;

/// Makes the failed side of any Result.
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, std::string message,
                                                std::string file = {},
                                                std::optional<std::uint64_t> offset = {},
                                                std::string hint = {}) {
    return tl::unexpected<Error>(
        Error{code, std::move(message), std::move(file), offset, std::move(hint)});
}

/// Hands an Error on.
[[nodiscard]] inline tl::unexpected<Error> fail(Error error) {
    return tl::unexpected<Error>(std::move(error));
}

}  // namespace bitlathe

/// Returns the error of `status_expression` from the enclosing function, if there is one.
#define BITLATHE_TRY(status_expression)                                  \
    do {                                                                 \
        auto&& bitlathe_status = (status_expression);                    \
        if (!bitlathe_status) {                                          \
            return ::bitlathe::fail(std::move(bitlathe_status).error()); \
        }                                                                \
    } while (false)

#define BITLATHE_CONCAT_(a, b) a##b
#define BITLATHE_CONCAT(a, b) BITLATHE_CONCAT_(a, b)

/// `BITLATHE_ASSIGN(auto x, expression)`: x = the value of the Result, or returns its error.
#define BITLATHE_ASSIGN(declaration, expression)                                                 \
    auto BITLATHE_CONCAT(bitlathe_result_, __LINE__) = (expression);                             \
    if (!BITLATHE_CONCAT(bitlathe_result_, __LINE__)) {                                          \
        return ::bitlathe::fail(std::move(BITLATHE_CONCAT(bitlathe_result_, __LINE__)).error()); \
    }                                                                                            \
    declaration = *std::move(BITLATHE_CONCAT(bitlathe_result_, __LINE__))
