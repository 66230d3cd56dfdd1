// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace bitlathe {

/// A group of a project file that is being written. What fails is remembered, and asked for once at
/// the end with status(). For one thread.
class GroupWriter {
public:
    struct State;
    explicit GroupWriter(std::shared_ptr<State> state);

    /// Makes a group inside this one.
    [[nodiscard]] GroupWriter group(const std::string& name);
    void attribute(const std::string& name, std::uint64_t value);
    void attribute(const std::string& name, const std::string& value);
    /// A data set of numbers (u8, u32, u64, f32, f64), row-major; `shape` empty: one dimension.
    template <class T>
    void numbers(const std::string& name, std::span<const T> values,
                 std::span<const std::uint64_t> shape = {});
    template <class T>
    void numbers(const std::string& name, const std::vector<T>& values,
                 const std::vector<std::uint64_t>& shape = {}) {
        numbers(name, std::span<const T>(values), shape);
    }
    /// Texts of UTF-8 without zeros, padded to the longest.
    void texts(const std::string& name, std::span<const std::string> values);
    /// Errors: kNotWritten.
    [[nodiscard]] Status status() const;

private:
    std::shared_ptr<State> state_;
};

}  // namespace bitlathe
