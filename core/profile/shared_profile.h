// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <utility>

#include "core/profile/weight_profile.h"

namespace bitlathe {

/// What is known of one tensor, or nothing. Copies share it, so that a copied table of 50,000
/// tensors takes a pointer each and not the 60 MB of their statistics; nobody changes what is
/// shared. A value.
class SharedProfile {
public:
    SharedProfile() = default;
    // NOLINTNEXTLINE(google-explicit-constructor): a profile is one that nobody shares yet
    SharedProfile(TensorProfile profile)
        : known_(std::make_shared<const TensorProfile>(std::move(profile))) {}

    [[nodiscard]] explicit operator bool() const { return known_ != nullptr; }
    [[nodiscard]] const TensorProfile& operator*() const { return *known_; }
    [[nodiscard]] const TensorProfile* operator->() const { return known_.get(); }
    void reset() { known_.reset(); }

    /// Puts a changed copy in its place; other holders keep what they have. `change` takes a
    /// TensorProfile&, an empty one where nothing is known.
    template <class Change>
    void edit(const Change& change) {
        TensorProfile own = known_ ? *known_ : TensorProfile();
        change(own);
        *this = std::move(own);
    }

private:
    std::shared_ptr<const TensorProfile> known_;
};

}  // namespace bitlathe
