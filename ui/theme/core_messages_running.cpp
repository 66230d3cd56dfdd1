// SPDX-License-Identifier: GPL-3.0-or-later
// Why a model cannot be run or measured.
#include <QtGlobal>
#include <array>

#include "ui/theme/core_text.h"

namespace bitlathe {
namespace {

constexpr auto kMessages = std::to_array<const char*>({
    QT_TRANSLATE_NOOP("core", "models of the family %1 cannot be run yet"),
    QT_TRANSLATE_NOOP("core", "these can be: %1"),
    QT_TRANSLATE_NOOP("core", "the %1 is 0 or not stated"),
    QT_TRANSLATE_NOOP("core", "check the model's config.json or metadata"),
    QT_TRANSLATE_NOOP("core", "there is no config.json, without which it cannot be run"),
    QT_TRANSLATE_NOOP("core", "the activation \"%1\" is not known"),
    QT_TRANSLATE_NOOP("core", "attention of the type \"%1\" is not known"),
    QT_TRANSLATE_NOOP("core", "this model computes something that is not known here"),
    QT_TRANSLATE_NOOP("core", "the model has no %1, so it cannot be run"),
    QT_TRANSLATE_NOOP("core", "%1 has the shape [%2], but %3 is needed"),
    QT_TRANSLATE_NOOP("core", "there is no tokenizer beside the weights"),
    QT_TRANSLATE_NOOP("core", "put tokenizer.json or tokenizer.model into the folder"),
    QT_TRANSLATE_NOOP("core", "the tokenizer in the file: %1"),
    QT_TRANSLATE_NOOP("core", "the text has %1 tokens, %2 are needed"),
    QT_TRANSLATE_NOOP("core", "give a longer text or a smaller context"),
    QT_TRANSLATE_NOOP("core", "the text was changed after it was chosen"),
    QT_TRANSLATE_NOOP("core", "choose it again"),
    QT_TRANSLATE_NOOP("core", "the folder has no text (.txt, .md, .raw, .jsonl)"),
    QT_TRANSLATE_NOOP("core", "the line has no text \"%1\""),
    QT_TRANSLATE_NOOP("core", "windows of %1 tokens are longer than its %2 positions"),
    QT_TRANSLATE_NOOP("core", "take shorter windows"),
    QT_TRANSLATE_NOOP("core", "%1 cannot be decoded yet, so %2 cannot be evaluated"),
    QT_TRANSLATE_NOOP("core", "not enough memory for the codes of a tensor"),
    QT_TRANSLATE_NOOP("core", "nothing was observed at this place"),
    QT_TRANSLATE_NOOP("core", "the text does not give the tokens that were profiled"),
    QT_TRANSLATE_NOOP("core", "profile it again"),
    QT_TRANSLATE_NOOP("core", "not enough memory for the activations"),
    QT_TRANSLATE_NOOP("core", "take shorter or fewer windows"),
    QT_TRANSLATE_NOOP("core", "the weights are not those that were profiled"),
    QT_TRANSLATE_NOOP("core", "profile the model again, or open the one that was profiled"),
    QT_TRANSLATE_NOOP("core", "not enough memory for the project"),
    QT_TRANSLATE_NOOP("core", "this is not a project of Bitlathe"),
    QT_TRANSLATE_NOOP("core", "choose a .bitlathe file"),
    QT_TRANSLATE_NOOP("core", "the project is cut off"),
    QT_TRANSLATE_NOOP("core", "the project is damaged, or another program wrote to it"),
    QT_TRANSLATE_NOOP("core", "take a backup, or profile the model again"),
    QT_TRANSLATE_NOOP("core", "%1: it is of version %2, this program knows those up to %3"),
    QT_TRANSLATE_NOOP("core", "it was not replaced: choose another name, or move it away"),
    QT_TRANSLATE_NOOP("core",
                      "the project holds what this program does not know (%1) and would lose"),
    QT_TRANSLATE_NOOP("core", "use the later version that wrote it, or another name"),
    QT_TRANSLATE_NOOP("core", "close other programs"),
    QT_TRANSLATE_NOOP("core", "the prompt has no tokens"),
    QT_TRANSLATE_NOOP("core", "give some text"),
});

}  // namespace

std::span<const char* const> core_messages_about_running() {
    return kMessages;
}

}  // namespace bitlathe
