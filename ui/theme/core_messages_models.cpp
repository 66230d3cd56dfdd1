// SPDX-License-Identifier: GPL-3.0-or-later
// Why a model, its numbers or its tensors cannot be used.
#include <QtGlobal>
#include <array>

#include "ui/theme/core_text.h"

namespace bitlathe {
namespace {

constexpr auto kMessages = std::to_array<const char*>({
    QT_TRANSLATE_NOOP("core", "the %1 is %2, which is too many"),
    QT_TRANSLATE_NOOP("core", "embedding length"),
    QT_TRANSLATE_NOOP("core", "vocabulary"),
    QT_TRANSLATE_NOOP("core", "attention heads"),
    QT_TRANSLATE_NOOP("core", "key heads"),
    QT_TRANSLATE_NOOP("core", "blocks"),
    QT_TRANSLATE_NOOP("core", "head length"),
    QT_TRANSLATE_NOOP("core", "experts"),
    QT_TRANSLATE_NOOP("core", "experts used"),
    QT_TRANSLATE_NOOP("core", "%1 attention heads cannot share %2 key heads"),
    QT_TRANSLATE_NOOP("core", "%1 experts are used of %2"),
    QT_TRANSLATE_NOOP("core", "no expert is used of %1"),
    QT_TRANSLATE_NOOP("core", "a scale or cap of the model is not finite"),
    QT_TRANSLATE_NOOP("core", "a cap or the epsilon of the model is negative"),
    QT_TRANSLATE_NOOP("core", "config.json or metadata and weights are of different models"),
    QT_TRANSLATE_NOOP("core", "a matrix with %1 inputs"),
    QT_TRANSLATE_NOOP("core", "[%1, any, %2]"),
    QT_TRANSLATE_NOOP("core", "biases of experts (%1.bias) are not supported yet"),
    QT_TRANSLATE_NOOP("core", "a multiple of %1 heads"),
    QT_TRANSLATE_NOOP("core", "%1 heads of %2"),
    QT_TRANSLATE_NOOP("core", "as many rows for the gate as for the rest"),
    QT_TRANSLATE_NOOP("core", "%1 dimensions of heads of %2 cannot be rotated in pairs"),
    QT_TRANSLATE_NOOP("core", "check head_dim and the part that is rotated"),
    QT_TRANSLATE_NOOP("core", "token %1 is outside its vocabulary of %2"),
    QT_TRANSLATE_NOOP("core", "take ids of this model's tokenizer"),
    QT_TRANSLATE_NOOP("core", "%1 holds weights that are not finite"),
    QT_TRANSLATE_NOOP("core", "get the model again; it is damaged"),
    QT_TRANSLATE_NOOP("core", "look at the model's rope settings"),
    QT_TRANSLATE_NOOP("core", "longrope has %1 factors for %2 pairs"),
    QT_TRANSLATE_NOOP("core", "%1 rotated dimensions with base %2 are not possible"),
    QT_TRANSLATE_NOOP("core", "rope type %1 needs the original context length"),
    QT_TRANSLATE_NOOP("core", "rope type %1 needs a factor"),
    QT_TRANSLATE_NOOP("core",
                      "dynamic rope scaling needs a context length and more than 2 dimensions"),
    QT_TRANSLATE_NOOP("core", "rope type %1 does more than divide frequencies"),
    QT_TRANSLATE_NOOP("core", "rope type %1 is not known"),
    QT_TRANSLATE_NOOP("core", "rope_freqs has %1 values for %2 pairs"),
    QT_TRANSLATE_NOOP("core", "the rope settings give frequencies that are not finite"),
    QT_TRANSLATE_NOOP("core", "\"%1\" is not a list of numbers"),
    QT_TRANSLATE_NOOP("core", "\"%1\" holds something that is not a positive number"),
    QT_TRANSLATE_NOOP("core", "\"layer_types\" has no entry for block %1"),
    QT_TRANSLATE_NOOP("core", "block %1 has a window of 0 tokens"),
    QT_TRANSLATE_NOOP("core", "\"no_rope_layers\" has no entry for block %1"),
    QT_TRANSLATE_NOOP("core", "%1 blocks are stated, but there are tensors of %2"),
    QT_TRANSLATE_NOOP("core", "%1 is not a short list of numbers"),
    QT_TRANSLATE_NOOP("core", "convert the model again"),
    QT_TRANSLATE_NOOP("core", "%1 is %2, which cannot be decoded yet"),
    QT_TRANSLATE_NOOP("core", "take a copy of the model in another format"),
    QT_TRANSLATE_NOOP("core", "not enough memory for a weight matrix"),
    QT_TRANSLATE_NOOP("core", "%1 is too large"),
    QT_TRANSLATE_NOOP("core", "the file was changed while it was being read"),
    QT_TRANSLATE_NOOP("core",
                      "parts of the file could not be read: it was cut short, or the disk fails"),
    QT_TRANSLATE_NOOP("core", "wait until nothing writes to the file, then open it again"),
    QT_TRANSLATE_NOOP("core", "not enough memory for the keys and values of the text"),
    QT_TRANSLATE_NOOP("core", "take a shorter text"),
    QT_TRANSLATE_NOOP("core", "a sequence has at least one token"),
    QT_TRANSLATE_NOOP("core", "%1 tokens are more than its %2 positions"),
    QT_TRANSLATE_NOOP("core", "there are no tokens"),
    QT_TRANSLATE_NOOP("core", "the tokens are more than there is room for"),
    QT_TRANSLATE_NOOP("core", "windows of tokens overlap or leave some out"),
    QT_TRANSLATE_NOOP("core", "windows do not cover all tokens"),
    QT_TRANSLATE_NOOP("core", "this state is not one of a run of these tokens"),
});

}  // namespace

std::span<const char* const> core_messages_about_models() {
    return kMessages;
}

}  // namespace bitlathe
