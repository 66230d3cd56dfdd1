// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/captioned.h"

#include <QHBoxLayout>

#include "ui/panels/widgets.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

QWidget* captioned(QWidget& control, const QString& text, QWidget* parent) {
    constexpr int kGap = 5;
    auto* both = new QWidget(parent);
    auto* line = new QHBoxLayout(both);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(kGap);
    auto* caption = make_label(control.objectName() + u"Label"_s, "muted", both, text);
    caption->setBuddy(&control);
    line->addWidget(caption);
    line->addWidget(&control);
    return both;
}

}  // namespace bitlathe
