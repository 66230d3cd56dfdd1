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

void bitlathe::testing::tell_sanitizer_of_queued_calls() {
    QInternal::registerCallback(QInternal::EventNotifyCallback, before_an_event);
}

#else

void bitlathe::testing::tell_sanitizer_of_queued_calls() {}

#endif
