// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/session.h"

#include <algorithm>
#include <cmath>
#include <csignal>
#include <cstdio>

#include <fmt/format.h>
#include <unistd.h>

#include "core/base/json.h"
#include "core/base/text.h"

namespace bitlathe::cli {
namespace {

sigset_t interrupts() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    return set;
}

/// The document as text; strings from files that are not UTF-8 must not end the program.
std::string to_text(const Json& document, int indent) {
    return document.dump(indent, ' ', false, Json::error_handler_t::replace);
}

std::string duration(double seconds) {
    return seconds < 90 ? fmt::format("{:.0f} s", seconds)
                        : fmt::format("{:.0f} min {:02.0f} s", std::floor(seconds / 60),
                                      std::fmod(seconds, 60));
}

}  // namespace

Session::Session() {
    // A thread of its own waits for the signals: a handler could not safely tell anybody.
    const sigset_t set = interrupts();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    signals_ = std::jthread([this](const std::stop_token& ended) {
        const sigset_t waited = interrupts();
        const timespec pause{0, 50'000'000};
        while (!ended.stop_requested()) {
            if (sigtimedwait(&waited, nullptr, &pause) > 0 && !stop_.request_stop()) {
                _exit(130);  // asked a second time: do not wait for the work
            }
        }
    });
}

Session::~Session() = default;

WorkContext Session::context(const std::string& job) {
    WorkContext context;
    context.stop = stop_.get_token();
    context.threads = options.threads;
    const bool terminal = isatty(STDERR_FILENO) != 0;
    if (!options.quiet &&
        (options.progress == "json" || (options.progress == "auto" && terminal))) {
        meter_ = std::make_unique<ProgressMeter>(job, [this](const JobProgress& p) { draw(p); });
        context.progress = [meter = meter_.get()](const Progress& p) { meter->update(p); };
    }
    return context;
}

void Session::draw(const JobProgress& progress) {
    if (options.progress == "json") {
        const Json line = {{"job", progress.job},
                           {"phase", progress.phase},
                           {"done", progress.done},
                           {"total", progress.total},
                           {"eta_s", or_null(progress.eta_s)}};
        fmt::print(stderr, "{}\n", to_text(line, -1));
        return;
    }
    const double share = progress.total == 0 ? 0.0
                                             : static_cast<double>(progress.done) /
                                                   static_cast<double>(progress.total);
    constexpr int kWidth = 30;
    const auto filled = static_cast<std::size_t>(std::clamp(share, 0.0, 1.0) * kWidth);
    fmt::print(stderr, "\r\033[K{} {} [{}{}] {:3.0f} %{}", progress.job, progress.phase,
               std::string(filled, '='), std::string(kWidth - filled, ' '), share * 100,
               progress.eta_s ? fmt::format("  {} left", duration(*progress.eta_s)) : "");
    std::fflush(stderr);
    line_open_ = true;
}

void Session::end_progress() {
    if (line_open_) {
        fmt::print(stderr, "\r\033[K");
        line_open_ = false;
    }
}

void Session::print(const Json& document, const std::function<void()>& people) const {
    if (options.json) {
        fmt::print("{}\n", to_text(document, 1));
    } else {
        people();
    }
}

void Session::warn(const std::string& message) {
    warnings_.push_back(message);
    if (!options.quiet) {
        fmt::print(stderr, "warning: {}\n", message);
    }
}

int Session::report(const Error& error) const {
    const int code = static_cast<int>(error.code);
    fmt::print(stderr, "bitlathe-cli: {}\n", printable(error.to_string(), 2000));
    if (options.json) {
        const auto or_empty = [](const std::string& text) {
            return text.empty() ? Json(nullptr) : Json(text);
        };
        const Json body = {{"code", code},
                           {"message", error.message},
                           {"file", or_empty(error.file)},
                           {"offset", or_null(error.offset)},
                           {"hint", or_empty(error.hint)}};
        fmt::print("{}\n", to_text({{"error", body}}, 1));
    }
    return code;
}

}  // namespace bitlathe::cli
