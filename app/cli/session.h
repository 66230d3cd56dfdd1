// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "core/base/json.h"
#include "core/base/progress.h"
#include "core/jobs/job.h"

namespace bitlathe::cli {

/// Options every command has.
struct CommonOptions {
    bool json = false;
    bool quiet = false;
    unsigned threads = 0;
    std::string progress = "auto";  ///< auto, none, json
};

/// One run of the program: where results go, where progress goes, and the interrupt key.
class Session {
public:
    Session();
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    CommonOptions options;

    /// A context for long work named `job`: its progress goes to stderr, SIGINT and SIGTERM stop
    /// it.
    [[nodiscard]] WorkContext context(const std::string& job);
    /// Ends the progress line on a terminal.
    void end_progress();

    /// With --json prints the document to stdout, otherwise what `people` writes there.
    void print(const Json& document, const std::function<void()>& people) const;
    /// Prints a warning to stderr, unless told to be quiet, and keeps it for the document.
    void warn(const std::string& message);
    [[nodiscard]] const std::vector<std::string>& warnings() const { return warnings_; }
    /// Prints the error to stderr, with --json also as a document to stdout; returns the exit code.
    int report(const Error& error) const;

private:
    void draw(const JobProgress& progress);

    std::vector<std::string> warnings_;
    std::stop_source stop_;
    std::jthread signals_;
    std::unique_ptr<ProgressMeter> meter_;
    bool line_open_ = false;
};

/// "null" in JSON for what is unknown.
template <class T>
[[nodiscard]] Json or_null(const std::optional<T>& value) {
    return value ? Json(*value) : Json(nullptr);
}

}  // namespace bitlathe::cli
