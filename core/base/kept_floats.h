// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "core/base/mapped_file.h"

namespace bitlathe {

/// Many numbers that are held here, or that lie in a mapped file and stay there: large ones are
/// neither read before somebody needs them nor copied. Copies of the second kind share the mapping.
///
/// Numbers in a file are read-only, and the file may be changed by others: whoever has read them
/// asks check() before using the result, as of any mapped file.
class KeptFloats {
public:
    KeptFloats() = default;
    explicit KeptFloats(std::vector<float> own) : own_(std::move(own)) {}
    /// `inside`: aligned, within the bytes of `file`, which is not null.
    KeptFloats(std::span<const float> inside, std::shared_ptr<const MappedFile> file)
        : inside_(inside), file_(std::move(file)) {}

    [[nodiscard]] std::span<const float> values() const {
        return file_ != nullptr ? inside_ : std::span<const float>(own_);
    }
    [[nodiscard]] std::size_t size() const { return values().size(); }
    [[nodiscard]] bool in_file() const { return file_ != nullptr; }
    /// To be written to; only of numbers that are held here.
    [[nodiscard]] std::span<float> own() { return own_; }
    /// The same numbers, held here. Throws std::bad_alloc.
    [[nodiscard]] KeptFloats copy() const {
        return KeptFloats(std::vector<float>(values().begin(), values().end()));
    }
    /// kRefused: the file was changed, or parts of it could not be read.
    [[nodiscard]] Status check() const { return file_ != nullptr ? file_->check() : Status(); }

    /// By value, wherever the numbers are.
    friend bool operator==(const KeptFloats& a, const KeptFloats& b) {
        return std::ranges::equal(a.values(), b.values());
    }

private:
    std::vector<float> own_;
    std::span<const float> inside_;
    std::shared_ptr<const MappedFile> file_;
};

}  // namespace bitlathe
