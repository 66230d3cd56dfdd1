// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/family.h"

namespace bitlathe {
namespace {

constexpr NameRow kBert[] = {
    {"embeddings.word_embeddings", "token_embd"},
    {"embeddings.position_embeddings", "position_embd"},
    {"embeddings.token_type_embeddings", "token_types"},
    {"embeddings.LayerNorm", "token_embd_norm"},
    {"encoder.layer.{b}.attention.self.query", "blk.{b}.attn_q"},
    {"encoder.layer.{b}.attention.self.key", "blk.{b}.attn_k"},
    {"encoder.layer.{b}.attention.self.value", "blk.{b}.attn_v"},
    {"encoder.layer.{b}.attention.output.dense", "blk.{b}.attn_output"},
    {"encoder.layer.{b}.attention.output.LayerNorm", "blk.{b}.attn_output_norm"},
    {"encoder.layer.{b}.intermediate.dense", "blk.{b}.ffn_up"},
    {"encoder.layer.{b}.output.dense", "blk.{b}.ffn_down"},
    {"encoder.layer.{b}.output.LayerNorm", "blk.{b}.layer_output_norm"},
    {"classifier", "cls.output"},
    {"classifier.dense", "cls"},
    {"classifier.out_proj", "cls.output"},
};

constexpr NameRow kModernBert[] = {
    {"embeddings.tok_embeddings", "token_embd"},
    {"embeddings.norm", "token_embd_norm"},
    {"final_norm", "output_norm"},
    {"layers.{b}.attn_norm", "blk.{b}.attn_norm"},
    {"layers.{b}.attn.Wqkv", "blk.{b}.attn_qkv"},
    {"layers.{b}.attn.Wo", "blk.{b}.attn_output"},
    {"layers.{b}.mlp_norm", "blk.{b}.ffn_norm"},
    {"layers.{b}.mlp.Wi", "blk.{b}.ffn_up", Role::kMlpGateUp},
    {"layers.{b}.mlp.Wo", "blk.{b}.ffn_down"},
    {"blk.{b}.ffn_up", "blk.{b}.ffn_up", Role::kMlpGateUp},
};

constexpr Family kFamilies[] = {
    {"bert", "bert",
     "bert roberta xlm-roberta camembert BertModel BertForMaskedLM RobertaModel XLMRobertaModel",
     kBert},
    {"modern-bert", "modern-bert", "modernbert ModernBertModel ModernBertForMaskedLM", kModernBert},
};

}  // namespace

std::span<const Family> bert_families() {
    return kFamilies;
}

}  // namespace bitlathe
