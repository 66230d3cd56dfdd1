// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <memory>
#include <utility>

#include "ui/models/activation_findings.h"

namespace bitlathe {

/// What is known of the activations of the open model, for all views of a window. GUI thread only.
class ActivationBook : public QObject {
    Q_OBJECT
public:
    using Entry = std::shared_ptr<const ActivationFindings>;
    using QObject::QObject;

    /// nullptr: nothing was profiled.
    [[nodiscard]] const Entry& findings() const { return findings_; }
    void set(Entry findings) {
        if (findings == findings_) return;
        findings_ = std::move(findings);
        emit changed();
    }

signals:
    void changed();

private:
    Entry findings_;
};

}  // namespace bitlathe
