// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/text_trial.h"

#include <array>
#include <mutex>

#include "core/evaluation/planned_weights.h"
#include "core/generation/generate.h"
#include "ui/models/token_words.h"
#include "ui/theme/text.h"

namespace bitlathe {

/// Where the work leaves its tokens. Those that the window has taken are not in it any more.
struct TextTrial::Slot {
    enum Side : std::size_t { kOriginal, kPlan };
    struct Said {
        std::vector<TriedToken> tokens;
        std::optional<GenerationEnd> end;
        double tokens_per_second = 0;
    };
    std::mutex mutex;
    std::array<Said, 2> said;
};

namespace {

/// What a run needs of the model; holds it.
struct Subject {
    std::shared_ptr<const RunnableModel> runnable;
    TrySettings settings;
};

GenerateRequest request_for(const Subject& subject, std::span<const std::uint32_t> prompt) {
    const TrySettings& settings = subject.settings;
    GenerateRequest request;
    request.prompt = prompt;
    request.count = static_cast<std::size_t>(settings.count);
    request.temperature = settings.temperature;
    request.top_k = static_cast<std::size_t>(settings.top_k);
    request.top_p = settings.top_p;
    request.seed = static_cast<std::uint64_t>(settings.seed);
    request.top = kTriedTops;
    request.stop = stop_tokens(*subject.runnable->model->checkpoint, *subject.runnable->tokenizer);
    return request;
}

/// Goes on with the prompt and tells every token.
Result<Generation> speak(const Subject& subject, std::shared_ptr<const WeightSource> weights,
                         const std::function<void(TriedToken)>& tell, const WorkContext& context) {
    const Tokenizer& tokenizer = *subject.runnable->tokenizer;
    BITLATHE_ASSIGN(const auto prompt,
                    prompt_ids(tokenizer, subject.settings.prompt.toStdString()));
    BITLATHE_ASSIGN(const Transformer model,
                    Transformer::create(subject.runnable->model, std::move(weights)));
    GenerateRequest request = request_for(subject, prompt);
    TokenWriter writer(tokenizer);
    request.on_token = [&](const GeneratedToken& token) {
        tell(tried_token(token, tokenizer, writer));
        return true;
    };
    return generate(model, request, context);
}

}  // namespace

TextTrial::TextTrial(PlanModel& plan, QualityBook& book, QualityMeasurer& measurer, JobQueue& queue,
                     QObject* parent)
    : QObject(parent), plan_(plan), book_(book), measurer_(measurer), queue_(queue) {
    connect(&plan_, &PlanModel::opened, this, &TextTrial::forget);
    connect(&measurer_, &QualityMeasurer::state_changed, this, &TextTrial::changed);
    connect(&book_, &QualityBook::changed, this, &TextTrial::changed);
}

TextTrial::~TextTrial() = default;

void TextTrial::forget() {
    if (job_) job_->cancel();  // nobody can see what it would say
    job_.clear();
    original_ = {};
    planned_ = {};
    problem_.reset();
    emit changed();
}

bool TextTrial::outdated() const {
    return !planned_.content.empty() && plan_.is_open() &&
           planned_.content != book_.current_content();
}

void TextTrial::start() {
    if (!ready() || settings_.prompt.isEmpty()) return;
    problem_.reset();
    const std::string stored = book_.original_content();
    const bool known =
        original_.content == stored && original_.settings == settings_ && original_.end;
    if (!known) original_ = {stored, settings_, {}, {}, 0};
    planned_ = {book_.current_content(), settings_, {}, {}, 0};
    const bool same = planned_.content == stored;
    if (same && known) planned_ = original_;
    auto slot = std::make_shared<Slot>();
    auto work =
        [slot, known, same, subject = Subject{measurer_.runnable(), settings_},
         plan = std::make_shared<const Plan>(plan_.plan())](const WorkContext& context) -> Status {
        const auto run = [&](std::shared_ptr<const WeightSource> weights,
                             std::span<const Slot::Side> sides) -> Status {
            const auto tell = [&](const TriedToken& token) {
                const std::lock_guard lock(slot->mutex);
                for (const Slot::Side side : sides)
                    slot->said[side].tokens.push_back(token);
            };
            BITLATHE_ASSIGN(const Generation done,
                            speak(subject, std::move(weights), tell, context));
            const std::lock_guard lock(slot->mutex);
            for (const Slot::Side side : sides) {
                slot->said[side].end = done.end;
                slot->said[side].tokens_per_second = done.tokens_per_second();
            }
            return {};
        };
        constexpr std::array<Slot::Side, 2> kBoth = {Slot::kOriginal, Slot::kPlan};
        const std::span<const Slot::Side> both(kBoth);
        // A plan that changes nothing says what the original says.
        if (!known) BITLATHE_TRY(run({}, same ? both : both.first(1)));
        if (same) return {};
        BITLATHE_ASSIGN(auto weights, PlannedWeights::create(subject.runnable->model, *plan, {}));
        return run(std::move(weights), both.last(1));
    };
    auto end = [this, slot](const BackgroundJob& job, const Status& status) {
        if (job_.data() == &job) this->end(slot, status);
    };
    BackgroundJob& job = queue_.add(*this, {.name = [] { return tr("Try a prompt"); },
                                            .work = std::move(work),
                                            .end = std::move(end)});
    job_ = &job;
    connect(&job, &BackgroundJob::progressed, this, [this, &job, slot] {
        if (job_ == &job) take_tokens(*slot);
    });
    connect(&job, &BackgroundJob::state_changed, this, &TextTrial::changed);
    emit changed();
}

void TextTrial::stop() {
    if (job_) job_->cancel();
}

void TextTrial::take_tokens(Slot& slot) {
    {
        const std::lock_guard lock(slot.mutex);
        for (const Slot::Side side : {Slot::kOriginal, Slot::kPlan}) {
            Slot::Said& said = slot.said[side];
            TriedText& text = side == Slot::kOriginal ? original_ : planned_;
            text.tokens.insert(text.tokens.end(), std::make_move_iterator(said.tokens.begin()),
                               std::make_move_iterator(said.tokens.end()));
            said.tokens.clear();
            if (!said.end) continue;
            text.end = said.end;
            text.tokens_per_second = said.tokens_per_second;
        }
    }
    emit changed();
}

void TextTrial::end(const std::shared_ptr<Slot>& slot, const Status& status) {
    job_.clear();
    if (!status && status.error().code != ErrorCode::kCancelled) problem_ = status.error();
    take_tokens(*slot);
}

}  // namespace bitlathe
