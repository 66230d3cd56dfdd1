// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/queued_calls.h"

#ifdef __SANITIZE_THREAD__

#include <QMetaObject>
#include <QObject>

#include <dlfcn.h>
#include <sanitizer/tsan_interface.h>

namespace {

/// Stands for the lock of the queue of events: there is one per thread that receives, and calls are
/// queued for the window's thread alone.
int queue_lock = 0;
/// Stands for the lock of the pool that files are written by.
int pool_lock = 0;

bool before_an_event(void**) {
    __tsan_acquire(&queue_lock);
    return false;
}

}  // namespace

/// Stands before Qt's own function of this name in calls from our code.
bool QMetaObject::invokeMethodImpl(QObject* object, QtPrivate::QSlotObjectBase* slot,
                                   Qt::ConnectionType type, void* result) {
    using Invoke = bool (*)(QObject*, QtPrivate::QSlotObjectBase*, Qt::ConnectionType, void*);
    static const auto invoke = reinterpret_cast<Invoke>(
        dlsym(RTLD_NEXT,
              "_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseE"
              "N2Qt14ConnectionTypeEPv"));
    __tsan_release(&queue_lock);
    return invoke(object, slot, type, result);
}

void QThreadPool::start(std::function<void()> work, int priority) {
    using Start = void (*)(QThreadPool*, std::function<void()>, int);
    static const auto start =
        reinterpret_cast<Start>(dlsym(RTLD_NEXT, "_ZN11QThreadPool5startESt8functionIFvvEEi"));
    // Behind a bare pointer: nothing of it is read before the lock is told of.
    auto* queued = new std::function<void()>(std::move(work));
    __tsan_release(&pool_lock);
    const auto run = [queued] {
        __tsan_acquire(&pool_lock);
        (*queued)();
        delete queued;
    };
    start(this, run, priority);
}

void bitlathe::testing::tell_sanitizer_of_queued_calls() {
    QInternal::registerCallback(QInternal::EventNotifyCallback, before_an_event);
}

#else

void bitlathe::testing::tell_sanitizer_of_queued_calls() {}

#endif
