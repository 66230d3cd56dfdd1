// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/kept_floats.h"
#include "core/base/result.h"

namespace bitlathe {

/// A group of a project file that is being read. Nothing in the file is believed: objects are
/// reached by hard links only, their kind, type, layout and size are checked before memory is
/// taken, and data outside the file, filters and virtual data sets are refused. All errors are
/// kRefused with the file and the path inside it. For one thread.
class GroupReader {
public:
    struct State;
    explicit GroupReader(std::shared_ptr<const State> state);

    [[nodiscard]] bool has(const std::string& name) const;
    /// Of everything in it, in order.
    [[nodiscard]] Result<std::vector<std::string>> names() const;
    [[nodiscard]] Result<GroupReader> group(const std::string& name) const;
    [[nodiscard]] Result<std::uint64_t> integer(const std::string& name) const;
    [[nodiscard]] Result<std::string> text(const std::string& name) const;
    /// All numbers of a data set that must have exactly this shape and type.
    template <class T>
    [[nodiscard]] Result<std::vector<T>> numbers(const std::string& name,
                                                 std::span<const std::uint64_t> shape) const;
    template <class T>
    [[nodiscard]] Result<std::vector<T>> numbers(const std::string& name,
                                                 std::initializer_list<std::uint64_t> shape) const {
        return numbers<T>(name, std::span(shape.begin(), shape.size()));
    }
    /// The same for many numbers, which stay where they lie in the mapped file. They are copied
    /// only where their place is not one a float can be read from.
    [[nodiscard]] Result<KeptFloats> kept_floats(const std::string& name,
                                                 std::span<const std::uint64_t> shape) const;
    [[nodiscard]] Result<KeptFloats> kept_floats(const std::string& name,
                                                 std::initializer_list<std::uint64_t> shape) const {
        return kept_floats(name, std::span(shape.begin(), shape.size()));
    }
    /// The length of a data set of one dimension.
    [[nodiscard]] Result<std::uint64_t> length(const std::string& name) const;
    [[nodiscard]] Result<std::vector<std::string>> texts(const std::string& name,
                                                         std::uint64_t count) const;
    /// An error about this group, for what only its reader can know to be wrong.
    [[nodiscard]] tl::unexpected<Error> refuse(const std::string& why) const;

private:
    std::shared_ptr<const State> state_;
};

}  // namespace bitlathe
