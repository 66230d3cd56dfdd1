// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/phase_words.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

#include "ui/theme/text.h"

namespace bitlathe {
namespace {

struct Phase {
    std::string_view id;
    const char* words;  ///< to be translated in the context "phases"
    bool bytes = false;
};

constexpr std::array kPhases = {
    Phase{"open", QT_TRANSLATE_NOOP("phases", "reading the headers"), true},
    Phase{"profile", QT_TRANSLATE_NOOP("phases", "statistics and errors"), true},
    Phase{"statistics", QT_TRANSLATE_NOOP("phases", "statistics"), true},
    Phase{"errors", QT_TRANSLATE_NOOP("phases", "errors"), true},
    Phase{"compress", QT_TRANSLATE_NOOP("phases", "compressing"), true},
    Phase{"write", QT_TRANSLATE_NOOP("phases", "writing"), true},
    Phase{"verify", QT_TRANSLATE_NOOP("phases", "reading back"), true},
    Phase{"hashing text", QT_TRANSLATE_NOOP("phases", "reading the text"), true},
    Phase{"tokenizing", QT_TRANSLATE_NOOP("phases", "cutting the text into tokens"), true},
    Phase{"text", QT_TRANSLATE_NOOP("phases", "reading the text")},
    Phase{"evaluate", QT_TRANSLATE_NOOP("phases", "running the model")},
    Phase{"activations", QT_TRANSLATE_NOOP("phases", "running the model")},
    Phase{"forward", QT_TRANSLATE_NOOP("phases", "running the model")},
    Phase{"head", QT_TRANSLATE_NOOP("phases", "running the model")},
    Phase{"prompt", QT_TRANSLATE_NOOP("phases", "reading the prompt")},
    Phase{"generate", QT_TRANSLATE_NOOP("phases", "continuing the text")},
    Phase{"skip blocks", QT_TRANSLATE_NOOP("phases", "leaving out one block after another")},
    Phase{"experts", QT_TRANSLATE_NOOP("phases", "running the experts")},
    Phase{"output errors", QT_TRANSLATE_NOOP("phases", "output errors")},
    Phase{"compare", QT_TRANSLATE_NOOP("phases", "comparing")},
    Phase{"matrix", QT_TRANSLATE_NOOP("phases", "reading the matrix")},
    Phase{"rank blocks", QT_TRANSLATE_NOOP("phases", "ranking the blocks")},
    Phase{"front", QT_TRANSLATE_NOOP("phases", "finding the best plans")},
    Phase{"report", QT_TRANSLATE_NOOP("phases", "making the report")},
};

const Phase* find(std::string_view id) {
    const auto found = std::find_if(kPhases.begin(), kPhases.end(),
                                    [id](const Phase& phase) { return phase.id == id; });
    return found == kPhases.end() ? nullptr : &*found;
}

}  // namespace

QString phase_text(std::string_view phase) {
    const Phase* known = find(phase);
    return known == nullptr ? to_qstring(phase)
                            : QCoreApplication::translate("phases", known->words);
}

bool counts_bytes(std::string_view phase) {
    const Phase* known = find(phase);
    return known != nullptr && known->bytes;
}

}  // namespace bitlathe
