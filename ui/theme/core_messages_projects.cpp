// SPDX-License-Identifier: GPL-3.0-or-later
// Why a project file (HDF5) is not read. "%1: " is the place inside of it.
#include <QtGlobal>
#include <array>

#include "ui/theme/core_text.h"

namespace bitlathe {
namespace {

constexpr auto kMessages = std::to_array<const char*>({
    QT_TRANSLATE_NOOP("core", "the project is not one this program wrote; profile the model again"),
    QT_TRANSLATE_NOOP("core", "%1: its shape is none we write"),
    QT_TRANSLATE_NOOP("core", "%1: its shape cannot be read"),
    QT_TRANSLATE_NOOP("core", "%1: the data set is missing, or is not in this file"),
    QT_TRANSLATE_NOOP("core", "%1: its data are compressed, in pieces or in another file"),
    QT_TRANSLATE_NOOP("core", "%1: its shape is larger than any file"),
    QT_TRANSLATE_NOOP("core", "%1: its shape is larger than the file"),
    QT_TRANSLATE_NOOP("core", "%1: its data are not all there"),
    QT_TRANSLATE_NOOP("core", "%1: its data cannot be read"),
    QT_TRANSLATE_NOOP("core", "%1: the attribute is missing"),
    QT_TRANSLATE_NOOP("core", "%1: the attribute is not one value"),
    QT_TRANSLATE_NOOP("core", "%1: what it holds cannot be listed"),
    QT_TRANSLATE_NOOP("core", "%1: the group is missing, or is not in this file"),
    QT_TRANSLATE_NOOP("core", "%1: the group cannot be read"),
    QT_TRANSLATE_NOOP("core", "%1: the attribute is not an unsigned 64-bit number"),
    QT_TRANSLATE_NOOP("core", "%1: the attribute is not a text of reasonable length"),
    QT_TRANSLATE_NOOP("core", "%1: the attribute cannot be read"),
    QT_TRANSLATE_NOOP("core", "%1: its numbers have another type than this program writes"),
    QT_TRANSLATE_NOOP("core", "%1: its shape is [%2], not [%3]"),
    QT_TRANSLATE_NOOP("core", "%1: it is not a list"),
    QT_TRANSLATE_NOOP("core", "%1: an expert has a figure that cannot be"),
    QT_TRANSLATE_NOOP("core", "%1: the experts are out of order"),
    QT_TRANSLATE_NOOP("core", "%1: a format stands twice"),
    QT_TRANSLATE_NOOP("core", "%1: an error is no number from 0 on"),
    QT_TRANSLATE_NOOP("core", "%1: a tensor stands twice"),
    QT_TRANSLATE_NOOP("core", "%1: it is not a list of %2 texts"),
    QT_TRANSLATE_NOOP("core", "this is not an HDF5 file that can be read"),
    QT_TRANSLATE_NOOP("core", "profile the model again"),
    QT_TRANSLATE_NOOP("core", "%1: entry %2 has no size that can be"),
    QT_TRANSLATE_NOOP("core", "%1: its texts are longer than any file"),
    QT_TRANSLATE_NOOP("core", "%1: a text is not UTF-8"),
    QT_TRANSLATE_NOOP("core", "%1: its lists are longer than any file"),
    QT_TRANSLATE_NOOP("core", "%1: a window scores tokens that it does not have"),
    QT_TRANSLATE_NOOP("core", "%1: a loss is no number"),
    QT_TRANSLATE_NOOP("core", "%1: it lists more tokens than are kept"),
    QT_TRANSLATE_NOOP("core", "%1: a probability is not between 0 and 1"),
    QT_TRANSLATE_NOOP("core", "%1: a row has windows of which nothing is scored"),
    QT_TRANSLATE_NOOP("core", "%1: a row was measured in a way that this program does not know"),
    QT_TRANSLATE_NOOP("core", "%1: there are Gram matrices without a profile"),
    QT_TRANSLATE_NOOP("core", "%1: a Gram matrix is larger than any file"),
    QT_TRANSLATE_NOOP("core", "%1: it is of another model, text or request"),
    QT_TRANSLATE_NOOP("core", "%1: it goes on at a block that is not there"),
    QT_TRANSLATE_NOOP("core", "%1: a tap lists too many largest values"),
    QT_TRANSLATE_NOOP("core", "%1: a largest value is in a channel that is not there"),
    QT_TRANSLATE_NOOP("core", "%1: the channels are more than any file has"),
    QT_TRANSLATE_NOOP("core", "%1: the thresholds do not rise"),
    QT_TRANSLATE_NOOP("core", "%1: %2 taps are more than any model has"),
    QT_TRANSLATE_NOOP("core", "%1: tap %2 is at no place of the model"),
    QT_TRANSLATE_NOOP("core", "%1: tap %2 is out of order"),
    QT_TRANSLATE_NOOP("core", "%1: %2 blocks are more than any model has"),
    QT_TRANSLATE_NOOP("core", "the project holds no importance values"),
    QT_TRANSLATE_NOOP("core", "profile the model over a text first"),
    QT_TRANSLATE_NOOP("core", "the weights are not those that were profiled (%1 then, %2 now)"),
    QT_TRANSLATE_NOOP("core", "profile the model again, or name the one that was profiled"),
});

}  // namespace

std::span<const char* const> core_messages_about_projects() {
    return kMessages;
}

}  // namespace bitlathe
