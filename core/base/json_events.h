// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/json.h"
#include "core/base/result.h"

namespace bitlathe {

/// Receives a JSON document piece by piece, for documents too large for a tree. By default every
/// value is ignored; a handler overrides what it wants to see and returns refuse(...) to stop.
class JsonEvents : public nlohmann::json_sax<Json> {
public:
    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(std::int64_t) override { return true; }  ///< negative ones only
    bool number_unsigned(std::uint64_t) override { return true; }
    bool number_float(double, const std::string&) override { return true; }
    bool string(std::string&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool start_object(std::size_t) override { return true; }
    bool key(std::string&) override { return true; }
    bool end_object() override { return true; }
    bool start_array(std::size_t) override { return true; }
    bool end_array() override { return true; }
    bool parse_error(std::size_t position, const std::string& token,
                     const nlohmann::detail::exception& error) final;

protected:
    /// Stops the parse: the document is refused with this reason at `offset` of the file (default:
    /// here). Always false.
    bool refuse(std::string reason, std::optional<std::uint64_t> offset = {});
    /// Offset in the file of the first character of the string or key that is being reported.
    [[nodiscard]] std::uint64_t string_begin() const;

private:
    friend Status parse_json_events(std::string_view text, JsonEvents& events,
                                    const std::string& file, std::uint64_t base_offset,
                                    const JsonLimits& limits);
    std::string_view text_;
    std::string file_;
    std::uint64_t base_offset_ = 0;
    const char* cursor_ = nullptr;  ///< first character that was not read
    std::optional<Error> error_;
};

/// Parses one whole document into `events`. Excess depth, excess size and invalid UTF-8 are errors;
/// duplicate keys are the handler's to find. `file` and `base_offset` (bytes before the text in
/// that file) say where in the message.
[[nodiscard]] Status parse_json_events(std::string_view text, JsonEvents& events,
                                       const std::string& file, std::uint64_t base_offset = 0,
                                       const JsonLimits& limits = {});

}  // namespace bitlathe
