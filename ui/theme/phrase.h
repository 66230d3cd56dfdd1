// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <concepts>
#include <functional>
#include <utility>

namespace bitlathe {

/// A text that stays longer than the language it is first shown in: the name of a step or of a job,
/// a message. It is put into words whenever it is shown. A value; GUI thread only.
class Phrase {
public:
    Phrase() = default;
    /// The same in every language: a name, a path.
    Phrase(QString fixed) : say_([fixed = std::move(fixed)] { return fixed; }) {}
    /// `say` holds by value what it needs: tr() inside of it is asked each time.
    template <std::invocable Say>
    requires std::convertible_to<std::invoke_result_t<const Say&>, QString> Phrase(Say say)
        : say_(std::move(say)) {}

    /// In the language in use; "" of no phrase.
    [[nodiscard]] QString text() const { return say_ ? say_() : QString(); }
    /// Nothing is said, in no language.
    [[nodiscard]] bool empty() const { return !say_; }

private:
    std::function<QString()> say_;
};

}  // namespace bitlathe
