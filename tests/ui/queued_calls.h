// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace bitlathe::testing {

/// Tells ThreadSanitizer that what a thread did before it queued a call for another, or work for a
/// pool, is done before that runs. Qt sees to it with locks of its own, which the sanitizer cannot
/// see, as Qt was built without it. Does nothing in other builds. Call once, before events are
/// delivered.
void tell_sanitizer_of_queued_calls();

}  // namespace bitlathe::testing
