// SPDX-License-Identifier: GPL-3.0-or-later
// What a run promises: the same numbers however it is cut, resumed or observed.
#include <cmath>
#include <cstring>
#include <numeric>

#include "run_model.h"
#include "tiny_model.h"

#include "core/base/json.h"
#include "core/compute/reference_ops.h"
#include "core/forward/state_file.h"

namespace bitlathe {
namespace {

std::vector<std::uint32_t> some_ids(std::size_t count) {
    std::vector<std::uint32_t> ids(count);
    for (std::size_t i = 0; i < count; ++i) {
        ids[i] = static_cast<std::uint32_t>(i * i * 7 % 50);
    }
    return ids;
}

Transformer model_of(const TinyModel& tiny, const Scratch& scratch,
                     const ForwardOptions& options = {}) {
    tiny.write(scratch.path());
    return Transformer::create(open_model(scratch.path()).value(), {}, cpu_device(), options)
        .value();
}

bool same_bits(const Buffer& a, const Buffer& b) {
    const ConstRows x = a.rows();
    const ConstRows y = b.rows();
    return x.rows == y.rows && x.cols == y.cols &&
           std::memcmp(x.data, y.data, x.rows * x.cols * sizeof(float)) == 0;
}

double worst(const Buffer& a, const Buffer& b) {
    const ConstRows x = a.rows();
    double most = 0;
    for (std::size_t i = 0; i < x.rows * x.cols; ++i) {
        most = std::max(most, std::fabs(double{x.data[i]} - b.rows().data[i]));
    }
    return most;
}

TEST(Transformer, SameBitsForThreadsSlabsAndBudgets) {
    const Scratch scratch;
    const TinyModel tiny = tiny_llama();
    const TokenBatch batch = cut_windows(some_ids(100), 16, true);
    const Buffer first = all_logits(model_of(tiny, scratch), batch).value();
    for (const unsigned threads : {1U, 2U, 3U}) {
        for (const ForwardOptions options : {ForwardOptions{1, 0}, ForwardOptions{40, 1 << 20}}) {
            WorkContext context;
            context.threads = threads;
            EXPECT_TRUE(same_bits(
                first, all_logits(model_of(tiny, scratch, options), batch, context).value()));
        }
    }
}

TEST(Transformer, WindowsDoNotSeeEachOther) {
    const Scratch scratch;
    const Transformer model = model_of(tiny_llama(), scratch);
    const auto ids = some_ids(48);
    const Buffer all = all_logits(model, cut_windows(ids, 16, true)).value();
    const std::span<const std::uint32_t> second = std::span(ids).subspan(16, 16);
    const Buffer alone = all_logits(model, cut_windows(second, 16, true)).value();
    EXPECT_EQ(std::memcmp(all.row(16), alone.row(0), 16 * 50 * sizeof(float)), 0);
}

TEST(Transformer, AgreesWithThePlainOperations) {
    const Scratch scratch;
    tiny_llama().write(scratch.path());
    const auto opened = open_model(scratch.path()).value();
    const TokenBatch batch = cut_windows(some_ids(60), 30, true);
    const auto fast = Transformer::create(opened).value();
    const auto plain = Transformer::create(opened, {}, reference_device()).value();
    EXPECT_LT(worst(all_logits(fast, batch).value(), all_logits(plain, batch).value()), 1e-4);
}

TEST(Transformer, ACancelledRunGoesOnFromTheLastBlock) {
    const Scratch scratch;
    const Transformer model = model_of(tiny_llama(), scratch);
    const TokenBatch batch = cut_windows(some_ids(64), 16, true);
    const std::string print = model.fingerprint(batch);
    const ForwardState whole = model.run(batch, nullptr, {}).value();
    ForwardState state = model.begin(batch, {}).value();
    ASSERT_TRUE(model.advance(batch, state, nullptr, {}));
    const auto file = scratch.path() / "run.state";
    ASSERT_TRUE(save_state(state, print, file));
    std::stop_source stop;
    stop.request_stop();
    WorkContext stopped;
    stopped.stop = stop.get_token();
    const Status cancelled = model.advance(batch, state, nullptr, stopped);
    ASSERT_FALSE(cancelled);
    EXPECT_EQ(cancelled.error().code, ErrorCode::kCancelled);

    ForwardState again = load_state(print, file).value();
    EXPECT_EQ(again.next_block, 1U);
    ASSERT_TRUE(model.advance(batch, again, nullptr, {}));
    EXPECT_TRUE(same_bits(whole.residual, again.residual));

    const TokenBatch other = cut_windows(some_ids(64), 32, true);
    EXPECT_FALSE(load_state(model.fingerprint(other), file)) << "other windows";
    std::filesystem::resize_file(file, std::filesystem::file_size(file) - 1);
    EXPECT_FALSE(load_state(print, file)) << "cut off";
}

/// Remembers what it is told.
class Observer final : public TapSink {
public:
    [[nodiscard]] bool wants(TapPoint) const override { return true; }
    [[nodiscard]] bool wants_attention() const override { return true; }
    void values(const TapValues& tap) override {
        ++seen[{tap.point, tap.block}];
        EXPECT_EQ(tap.tokens.size(), tap.values.rows);
        rows += tap.point == TapPoint::kMlpMid && !tap.shared_expert ? tap.values.rows : 0;
        if (tap.point == TapPoint::kResidOut && tap.block == 0) {
            out.assign(tap.values.data, tap.values.data + tap.values.rows * tap.values.cols);
        }
        if (tap.point == TapPoint::kResidIn && tap.block == 1) {
            const std::vector<float> in(tap.values.data,
                                        tap.values.data + tap.values.rows * tap.values.cols);
            EXPECT_EQ(in, out);
        }
    }
    void attention(const AttentionSums& sums) override {
        attended += std::accumulate(sums.sums.begin(), sums.sums.end(), 0.0);
    }
    void router(const RouterChoices& choices) override {
        routed += choices.experts.size();
        EXPECT_EQ(choices.weights.size(), choices.experts.size());
    }
    std::map<std::pair<TapPoint, std::uint32_t>, int> seen;
    std::vector<float> out;
    std::size_t rows = 0, routed = 0;
    double attended = 0;
};

TEST(Transformer, IsObservedWithoutChangingAnything) {
    const Scratch scratch;
    const Transformer model = model_of(tiny_llama(), scratch);
    const TokenBatch batch = cut_windows(some_ids(64), 16, true);
    Observer observer;
    EXPECT_TRUE(same_bits(all_logits(model, batch).value(),
                          all_logits(model, batch, {}, &observer).value()));
    for (const TapPoint point :
         {TapPoint::kResidIn, TapPoint::kAttnIn, TapPoint::kAttnOut, TapPoint::kResidMid,
          TapPoint::kMlpIn, TapPoint::kMlpMid, TapPoint::kResidOut}) {
        for (const std::uint32_t block : {0U, 1U}) {
            EXPECT_EQ((observer.seen[{point, block}]), 1) << static_cast<int>(point);
        }
    }
    EXPECT_NEAR(observer.attended, 2 * 3 * 64, 1e-2) << "every query gives away 1 in every head";
}

/// Four experts and a shared one; experts are copies of the dense MLP of the same model.
TinyModel tiny_mixture(const TinyModel& dense, bool stacked) {
    TinyModel model = dense;
    model.config["model_type"] = "qwen2_moe";
    model.config["num_experts"] = 4;
    model.config["num_experts_per_tok"] = 2;
    model.config["norm_topk_prob"] = true;
    for (const int block : {0, 1}) {
        const std::string at = "model.layers." + std::to_string(block) + ".mlp.";
        model.seed = 100 + static_cast<unsigned>(block);
        model.add(at + "gate.weight", {4, 24});
        model.tensors[at + "shared_expert_gate.weight"] = {{1, 24}, std::vector<float>(24)};
        const auto gate = model.tensors[at + "gate_proj.weight"].values;
        const auto up = model.tensors[at + "up_proj.weight"].values;
        const auto down = model.tensors[at + "down_proj.weight"].values;
        for (const char* part : {"gate_proj", "up_proj", "down_proj"}) {
            const auto name = at + part + ".weight";
            model.tensors[at + "shared_expert." + part + ".weight"] = model.tensors[name];
            for (int e = 0; e < 4 && !stacked; ++e) {
                model.tensors[at + "experts." + std::to_string(e) + "." + part + ".weight"] =
                    model.tensors[name];
            }
            model.tensors.erase(name);
        }
        TinyModel::Tensor both{{4, 80, 24}, {}};
        TinyModel::Tensor last{{4, 24, 40}, {}};
        for (int e = 0; e < 4 && stacked; ++e) {
            both.values.insert(both.values.end(), gate.begin(), gate.end());
            both.values.insert(both.values.end(), up.begin(), up.end());
            last.values.insert(last.values.end(), down.begin(), down.end());
        }
        if (stacked) {
            model.tensors[at + "experts.gate_up_proj"] = both;
            model.tensors[at + "experts.down_proj"] = last;
        }
    }
    return model;
}

TEST(Transformer, MixtureOfCopiesIsTheDenseModel) {
    TinyModel dense = tiny_llama("qwen2");
    for (const int block : {0, 1}) {
        const std::string at = "model.layers." + std::to_string(block) + ".self_attn.";
        dense.add(at + "q_proj.bias", {24});
        dense.add(at + "k_proj.bias", {8});
        dense.add(at + "v_proj.bias", {8});
    }
    const Scratch first;
    const Scratch second;
    const Scratch third;
    const TokenBatch batch = cut_windows(some_ids(64), 16, true);
    const Transformer mixture = model_of(tiny_mixture(dense, false), first);
    Observer observer;
    const Buffer logits = all_logits(mixture, batch, {}, &observer).value();
    EXPECT_EQ(observer.routed, 2U * 64 * 2);
    EXPECT_EQ(observer.rows, 2U * 64 * 2) << "every token goes through two experts a block";
    // The weights of the chosen add up to 1, and a gate of zeros lets half of the shared one pass.
    for (const int block : {0, 1}) {
        const std::string at = "model.layers." + std::to_string(block) + ".mlp.down_proj.weight";
        for (float& value : dense.tensors[at].values) {
            value *= 1.5F;
        }
    }
    EXPECT_LT(worst(logits, all_logits(model_of(dense, second), batch).value()), 1e-4);
    for (const int block : {0, 1}) {
        const std::string at = "model.layers." + std::to_string(block) + ".mlp.down_proj.weight";
        for (float& value : dense.tensors[at].values) {
            value /= 1.5F;
        }
    }
    EXPECT_LT(worst(logits, all_logits(model_of(tiny_mixture(dense, true), third), batch).value()),
              1e-5);
}

TEST(Rotary, BothSpellingsGiveTheSame) {
    const Json scaling = {{"rope_type", "llama3"},
                          {"factor", 4.0},
                          {"low_freq_factor", 1.0},
                          {"high_freq_factor", 4.0},
                          {"original_max_position_embeddings", 32}};
    const TokenBatch batch = cut_windows(some_ids(64), 64, true);
    TinyModel old_style = tiny_llama();
    old_style.config["rope_theta"] = 5000.0;
    old_style.config["rope_scaling"] = scaling;
    TinyModel new_style = tiny_llama();
    new_style.config["rope_parameters"] = scaling;
    new_style.config["rope_parameters"]["rope_theta"] = 5000.0;
    const Scratch first;
    const Scratch second;
    const Scratch third;
    const Buffer a = all_logits(model_of(old_style, first), batch).value();
    const Buffer b = all_logits(model_of(new_style, second), batch).value();
    const Buffer plain = all_logits(model_of(tiny_llama(), third), batch).value();
    EXPECT_TRUE(same_bits(a, b));
    EXPECT_GT(worst(a, plain), 1e-2);
}

TEST(Rotary, ScalingsFollowTheirFormulas) {
    Rotary rotary;
    rotary.dims = 4;
    rotary.theta = 100;
    rotary.context = 64;
    rotary.original_context = 32;
    rotary.factor = 2;
    const auto table = [&](const char* type, std::uint64_t length) {
        rotary.type = type;
        return rotary_table(rotary, length).value();
    };
    EXPECT_FLOAT_EQ(table("", 10).frequencies[1], 0.1F);
    EXPECT_FLOAT_EQ(table("linear", 10).frequencies[1], 0.05F);
    // Up to the context nothing changes; at twice of it the base is 100 * (2 * 2 - 1)^2.
    EXPECT_FLOAT_EQ(table("dynamic", 10).frequencies[1], 0.1F);
    EXPECT_FLOAT_EQ(table("dynamic", 128).frequencies[1], static_cast<float>(1 / std::sqrt(900.0)));
    rotary.short_factor = {1, 2};
    rotary.long_factor = {4, 8};
    EXPECT_FLOAT_EQ(table("longrope", 32).frequencies[1], 0.05F);
    EXPECT_FLOAT_EQ(table("longrope", 33).frequencies[0], 0.25F);
    EXPECT_FLOAT_EQ(table("longrope", 33).magnitude,
                    static_cast<float>(std::sqrt(1 + std::log(2.0) / std::log(32.0))));
    EXPECT_FLOAT_EQ(table("yarn", 10).magnitude, static_cast<float>(0.1 * std::log(2.0) + 1));
    rotary.divisors = {1, 5};
    EXPECT_FLOAT_EQ(table("", 10).frequencies[1], 0.02F);
    rotary.divisors = {1};
    EXPECT_FALSE(rotary_table(rotary, 10));
}

}  // namespace
}  // namespace bitlathe
