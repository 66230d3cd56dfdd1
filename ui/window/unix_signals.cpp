// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/unix_signals.h"

#include <atomic>
#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace bitlathe {
namespace {

constexpr int kSignals[] = {SIGTERM, SIGINT, SIGHUP};
std::atomic<int> write_end = -1;
static_assert(std::atomic<int>::is_always_lock_free);

/// A handler may do next to nothing; writing to a pipe is allowed.
void pass_on(int signal) {
    const int saved = errno;
    const auto byte = static_cast<unsigned char>(signal);
    static_cast<void>(!write(write_end.load(), &byte, 1));
    errno = saved;
}

}  // namespace

UnixSignals::UnixSignals(QObject* parent) : QObject(parent) {
    if (pipe2(ends_, O_CLOEXEC | O_NONBLOCK) != 0) return;
    write_end = ends_[1];
    notifier_ = std::make_unique<QSocketNotifier>(ends_[0], QSocketNotifier::Read);
    connect(notifier_.get(), &QSocketNotifier::activated, this, &UnixSignals::read);
    struct sigaction action {};
    action.sa_handler = &pass_on;
    action.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND);
    sigemptyset(&action.sa_mask);
    for (const int signal : kSignals)
        sigaction(signal, &action, nullptr);
}

UnixSignals::~UnixSignals() {
    if (ends_[0] < 0) return;
    for (const int signal : kSignals)
        std::signal(signal, SIG_DFL);
    write_end = -1;
    notifier_.reset();
    close(ends_[0]);
    close(ends_[1]);
}

void UnixSignals::read() {
    unsigned char byte = 0;
    if (::read(ends_[0], &byte, 1) == 1) emit asked_to_end(byte);
}

}  // namespace bitlathe
