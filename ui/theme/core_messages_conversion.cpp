// SPDX-License-Identifier: GPL-3.0-or-later
// Why a model is not converted, planned or written.
#include <QtGlobal>
#include <array>

#include "ui/theme/core_text.h"

namespace bitlathe {
namespace {

constexpr auto kMessages = std::to_array<const char*>({
    QT_TRANSLATE_NOOP("core", "there is no config.json"),
    QT_TRANSLATE_NOOP("core", "check the model's config.json"),
    QT_TRANSLATE_NOOP("core", "it is a GGUF already"),
    QT_TRANSLATE_NOOP("core", "export it with a plan instead"),
    QT_TRANSLATE_NOOP("core", "llama.cpp cannot be told the scale of its attention"),
    QT_TRANSLATE_NOOP(
        "core",
        "llama.cpp has no key for the attention scale of %1: queries are multiplied by %2 instead"),
    QT_TRANSLATE_NOOP("core",
                      "llama.cpp has no key for the attention scale of %1: queries are multiplied "
                      "by %2 instead, and their weights are stored as F32"),
    QT_TRANSLATE_NOOP("core", "%1 is %2, which is too large"),
    QT_TRANSLATE_NOOP("core", "the length of its context is not stated, and a GGUF must state it"),
    QT_TRANSLATE_NOOP("core",
                      "the model is called \"%1\" in the GGUF: by its name llama.cpp would ask for "
                      "the tokens of Phi-3, which it does not have"),
    QT_TRANSLATE_NOOP("core", "%1 belongs to a block, but models of the family %2 do not read it"),
    QT_TRANSLATE_NOOP("core", "%1 is %2: only F32, F16 and BF16 are converted"),
    QT_TRANSLATE_NOOP("core", "take the checkpoint as it was before it was compressed"),
    QT_TRANSLATE_NOOP("core",
                      "%1 and %2 differ in shape or type, but experts are stored in one tensor"),
    QT_TRANSLATE_NOOP("core", "it limits queries, keys and values, which is not read there"),
    QT_TRANSLATE_NOOP("core", "it has a factor of experts, which is not read there"),
    QT_TRANSLATE_NOOP("core", "it has %1 heads and %2 key heads, and there both must be equal"),
    QT_TRANSLATE_NOOP("core", "%1 of %2 values of a head are rotated, and there all must be"),
    QT_TRANSLATE_NOOP("core", "its yarn scaling does not round, which cannot be stated there"),
    QT_TRANSLATE_NOOP("core", "it has norms of queries and keys, which are not read there"),
    QT_TRANSLATE_NOOP("core", "some of its blocks have experts and some have none"),
    QT_TRANSLATE_NOOP("core", "not known"),
    QT_TRANSLATE_NOOP("core", "GGUF has no rope scaling of the type \"%1\""),
    QT_TRANSLATE_NOOP("core", "the solver %1 needs a low and a high format"),
    QT_TRANSLATE_NOOP("core",
                      "a plan needs exactly one of preset, format, budget and share of low blocks"),
    QT_TRANSLATE_NOOP("core", "a share of low blocks is for the solvers zd and lim"),
    QT_TRANSLATE_NOOP("core", "there are scores of %1 blocks, the model has %2"),
    QT_TRANSLATE_NOOP("core", "profile a text with this model first"),
    QT_TRANSLATE_NOOP("core", "profile a text first"),
    QT_TRANSLATE_NOOP("core", "there is no solver \"%1\""),
    QT_TRANSLATE_NOOP("core", "the solvers are dp, lagrange, greedy, zd and lim"),
    QT_TRANSLATE_NOOP("core", "item %1 has no format to choose"),
    QT_TRANSLATE_NOOP("core", "item %1 has %2 levels, more than %3"),
    QT_TRANSLATE_NOOP("core", "item %1: the loss of %2 is %3, not a finite number >= 0"),
    QT_TRANSLATE_NOOP("core", "the ranking of the blocks names one of them twice"),
    QT_TRANSLATE_NOOP("core", "folders of the family %1 are not known"),
    QT_TRANSLATE_NOOP("core", "models of the family %1 cannot be converted to a folder yet"),
    QT_TRANSLATE_NOOP("core", "it is a model folder already"),
    QT_TRANSLATE_NOOP("core", "make a plan for it and export that"),
    QT_TRANSLATE_NOOP("core",
                      "the rows of its queries and keys cannot be put in the order that folders of "
                      "its family have"),
    QT_TRANSLATE_NOOP("core",
                      "config.json cannot say everything about it: what would be otherwise is %1"),
    QT_TRANSLATE_NOOP("core", "the order of norms"),
    QT_TRANSLATE_NOOP("core", "the epsilon of norms"),
    QT_TRANSLATE_NOOP("core", "the activation of MLPs"),
    QT_TRANSLATE_NOOP("core", "the factor of embeddings"),
    QT_TRANSLATE_NOOP("core", "the factor of residuals"),
    QT_TRANSLATE_NOOP("core", "the scale of attention"),
    QT_TRANSLATE_NOOP("core", "the factor of logits"),
    QT_TRANSLATE_NOOP("core", "the cap of attention"),
    QT_TRANSLATE_NOOP("core", "the cap of logits"),
    QT_TRANSLATE_NOOP("core", "limits of queries, keys and values"),
    QT_TRANSLATE_NOOP("core", "the weights of experts"),
    QT_TRANSLATE_NOOP("core", "the factor of experts"),
    QT_TRANSLATE_NOOP("core", "the shape of the model"),
    QT_TRANSLATE_NOOP("core", "the rotation of positions"),
    QT_TRANSLATE_NOOP("core", "factors of attention that differ from block to block"),
    QT_TRANSLATE_NOOP("core", "keep the model as a GGUF"),
    QT_TRANSLATE_NOOP("core", "the attention window of %1 tokens cannot be stated for this family"),
    QT_TRANSLATE_NOOP("core", "config.json cannot state the frequencies in rope_freqs.weight"),
    QT_TRANSLATE_NOOP("core", "%1 is %2, which cannot be decoded"),
    QT_TRANSLATE_NOOP("core", "%1 and %2 do not go together"),
    QT_TRANSLATE_NOOP("core", "folders of the family %1 have no tensor for %2"),
    QT_TRANSLATE_NOOP("core", "%1 tensors that no block reads are left out: %2"),
    QT_TRANSLATE_NOOP("core", "the sizes of the tensors overflow"),
    QT_TRANSLATE_NOOP("core", "bitlathe-cli info lists the names; * stands for anything"),
    QT_TRANSLATE_NOOP("core",
                      "the blocks cannot be ranked: what they do to the stream is not known"),
});

}  // namespace

std::span<const char* const> core_messages_about_conversion() {
    return kMessages;
}

}  // namespace bitlathe
