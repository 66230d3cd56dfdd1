// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

#include "ui/panels/text_choice.h"

namespace bitlathe {

/// A text that is there without asking for a file.
struct OfferedText {
    QString path, label;
};

/// Offers the text that is chosen in the session, or else was chosen last, then `texts`, at least
/// one. `key`: of the settings where the choice is remembered from now on; "": it is not.
void offer_texts(TextChoice& choice, QString chosen, const QString& key,
                 const std::vector<OfferedText>& texts);

}  // namespace bitlathe
