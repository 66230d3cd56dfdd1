// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace bitlathe::bench {

/// What this thread has had of a processor, in milliseconds: on a machine that does other things
/// too, the part of a frame that is ours.
[[nodiscard]] double thread_milliseconds();

/// The value that `share` of all values are not above; 0 of none.
[[nodiscard]] double quantile(std::vector<double> values, double share);

/// The main() of a bench of frames: measures with device pixel ratios 1 and 2, offscreen, each in a
/// process of its own, as Qt reads the ratio once; a ratio as the argument measures that one.
int run_at_both_ratios(int argc, char** argv, int (*measure)(int argc, char** argv));

/// Times of many frames, from an event to painted pixels, on the wall clock and of the window's
/// thread alone.
class FrameTimes {
public:
    /// Does something and paints and flushes what follows from it, as a frame does.
    void measure(const std::function<void()>& step);
    /// p50, p99 and the longest, how many frames took longer than a screen of 60 Hz waits.
    void print(const std::string& what) const;

private:
    std::vector<double> wall_, busy_;
};

/// Times of single steps that views follow for a moment with their timers: what the window's thread
/// works in all until it rests, and the longest time it is away from its events.
class StepTimes {
public:
    /// Does something and follows it until it rests.
    void measure(const std::function<void()>& step);
    void print(const std::string& what) const;

private:
    std::vector<double> longest_, all_;
};

}  // namespace bitlathe::bench
