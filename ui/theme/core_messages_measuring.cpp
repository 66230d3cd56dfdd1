// SPDX-License-Identifier: GPL-3.0-or-later
// Why something cannot be evaluated, profiled or continued.
#include <QtGlobal>
#include <array>

#include "ui/theme/core_text.h"

namespace bitlathe {
namespace {

constexpr auto kMessages = std::to_array<const char*>({
    QT_TRANSLATE_NOOP("core", "delete it and start the run again"),
    QT_TRANSLATE_NOOP("core", "this is not the state of a run"),
    QT_TRANSLATE_NOOP("core", "the state of the run is cut off"),
    QT_TRANSLATE_NOOP("core", "the state belongs to another model, plan, text or device"),
    QT_TRANSLATE_NOOP("core", "the state of the run is damaged"),
    QT_TRANSLATE_NOOP("core", "delete it, or give the folder of another run"),
    QT_TRANSLATE_NOOP("core", "the folder could not be made: %1"),
    QT_TRANSLATE_NOOP("core", "cannot make the folder: %1"),
    QT_TRANSLATE_NOOP("core", "the folder holds something else than the progress of a run"),
    QT_TRANSLATE_NOOP("core", "this is not the progress of an evaluation"),
    QT_TRANSLATE_NOOP("core", "the progress of the evaluation is damaged"),
    QT_TRANSLATE_NOOP("core", "the progress belongs to another model, plan, text or reference"),
    QT_TRANSLATE_NOOP("core", "make the file of base logits again"),
    QT_TRANSLATE_NOOP("core", "a file of base logits is about windows of the protocol llama.cpp"),
    QT_TRANSLATE_NOOP("core", "the file of base logits would be too large"),
    QT_TRANSLATE_NOOP("core", "this is no file of base logits"),
    QT_TRANSLATE_NOOP("core", "the file of base logits is damaged"),
    QT_TRANSLATE_NOOP("core", "the file of base logits is cut off or damaged"),
    QT_TRANSLATE_NOOP("core", "the file of base logits is about %1"),
    QT_TRANSLATE_NOOP("core", "%1 tokens of a vocabulary, the model has %2"),
    QT_TRANSLATE_NOOP("core", "%1 windows of %2 tokens, not %3 of %4"),
    QT_TRANSLATE_NOOP("core", "another text"),
    QT_TRANSLATE_NOOP("core", "make it with the same model family and text"),
    QT_TRANSLATE_NOOP("core", "there is no plan to compare"),
    QT_TRANSLATE_NOOP("core", "the reference knows %1 tokens, the model %2"),
    QT_TRANSLATE_NOOP("core", "compare models with the same tokenizer"),
    QT_TRANSLATE_NOOP("core", "a run that writes a reference cannot be continued later"),
    QT_TRANSLATE_NOOP("core", "leave out one of the two"),
    QT_TRANSLATE_NOOP("core", "there is no window to evaluate"),
    QT_TRANSLATE_NOOP("core", "not enough memory for the outputs of the experts"),
    QT_TRANSLATE_NOOP("core", "these are not two mixtures of experts of one shape"),
    QT_TRANSLATE_NOOP("core", "the plan is for \"%1\", which is not known"),
    QT_TRANSLATE_NOOP("core", "make the plan again"),
    QT_TRANSLATE_NOOP("core", "write a JSON array of whole numbers"),
    QT_TRANSLATE_NOOP("core", "this is not an array of token ids"),
    QT_TRANSLATE_NOOP("core", "entry %1 is not a token id"),
    QT_TRANSLATE_NOOP("core", "make the reference file again"),
    QT_TRANSLATE_NOOP("core", "this is not a reference file"),
    QT_TRANSLATE_NOOP("core", "the reference file is cut off or damaged"),
    QT_TRANSLATE_NOOP("core", "make the reference file from the same text with the same settings"),
    QT_TRANSLATE_NOOP("core", "record %1 is damaged"),
    QT_TRANSLATE_NOOP("core", "%1 cannot hold rows of %2"),
    QT_TRANSLATE_NOOP("core", "choose another format"),
    QT_TRANSLATE_NOOP("core", "the model has no experts"),
    QT_TRANSLATE_NOOP("core", "this is for mixtures of experts"),
    QT_TRANSLATE_NOOP("core", "the windows hold no token with one after it"),
    QT_TRANSLATE_NOOP("core", "take a longer text or longer windows"),
    QT_TRANSLATE_NOOP("core", "there is no prompt"),
    QT_TRANSLATE_NOOP("core", "the temperature cannot be %1"),
    QT_TRANSLATE_NOOP("core", "take 0 or more"),
    QT_TRANSLATE_NOOP("core", "top-p cannot be %1"),
    QT_TRANSLATE_NOOP("core", "take more than 0 and at most 1"),
    QT_TRANSLATE_NOOP("core", "what was saved is of another profile"),
    QT_TRANSLATE_NOOP("core", "not enough memory for the profile"),
    QT_TRANSLATE_NOOP("core", "close other programs or take a smaller model"),
    QT_TRANSLATE_NOOP("core", "the Gram matrices take %1 bytes or more, %2 are allowed"),
    QT_TRANSLATE_NOOP("core", "ask for those of fewer roles, or allow more with --gram-bytes"),
    QT_TRANSLATE_NOOP("core", "there are no tokens to profile"),
    QT_TRANSLATE_NOOP("core", "thresholds are positive and rise"),
    QT_TRANSLATE_NOOP("core", "a place is looked at in one window and in one block"),
    QT_TRANSLATE_NOOP("core", "%1 mean squares do not fit %2 rows of %3"),
    QT_TRANSLATE_NOOP("core", "the Gram matrices do not fit %1 rows of %2"),
    QT_TRANSLATE_NOOP("core", "%1 inputs do not fit rows of %2 weights that can be decoded"),
    QT_TRANSLATE_NOOP("core", "the magnitude of an outlier is above 0"),
    QT_TRANSLATE_NOOP("core", "a tensor was asked for that is not there: the model has %1"),
    QT_TRANSLATE_NOOP("core", "%1 cannot be decoded yet"),
    QT_TRANSLATE_NOOP("core", "shapes differ: %1 x %2 and %3 x %4"),
    QT_TRANSLATE_NOOP("core", "rows do not divide into heads"),
    QT_TRANSLATE_NOOP("core", "the folder has too many files of text"),
    QT_TRANSLATE_NOOP("core", "cannot be read: %1"),
    QT_TRANSLATE_NOOP("core", "name the field that holds the text"),
    QT_TRANSLATE_NOOP("core", "a report is a .html or a .json file"),
});

}  // namespace

std::span<const char* const> core_messages_about_measuring() {
    return kMessages;
}

}  // namespace bitlathe
