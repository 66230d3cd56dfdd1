// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/options.h"

#include <QCommandLineParser>

#include "core/allocation/plan_source.h"
#include "ui/theme/language.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int kSmallest = 200;
constexpr int kLargest = 16384;

QString language_words() {
    QStringList words = {u"system"_s};
    for (const LanguageInfo& language : languages())
        words.push_back(QString::fromLatin1(language.id));
    return words.join(u", "_s);
}

void describe_options(QCommandLineParser& parser) {
    parser.setApplicationDescription(
        u"See where a model's bits matter, shape them, export the result."_s);
    parser.addPositionalArgument(
        u"checkpoint"_s,
        u"A .gguf or .safetensors file, an index.json, a model folder or a plan."_s,
        u"[CHECKPOINT]"_s);
    parser.addOptions({
        {{u"h"_s, u"help"_s}, u"Shows this help."_s},
        {{u"v"_s, u"version"_s}, u"Shows the version."_s},
        {u"theme"_s, u"light, dark or system."_s, u"theme"_s},
        {u"language"_s, u"Language of the window: "_s + language_words() + u"."_s, u"language"_s},
        {u"plan"_s, u"Loads a plan for the checkpoint."_s, u"PLAN"_s},
        {u"render"_s, u"Draws the window into PNG files in DIR, offscreen, and exits."_s, u"DIR"_s},
        {u"dpr"_s, u"Device pixel ratio of the pictures, 0.5 to 8."_s, u"N"_s},
        {u"size"_s, u"Size of the window in the pictures."_s, u"WxH"_s},
        {u"page"_s,
         u"Draws only this page ("_s + render_pages().join(u", "_s) + u"); may be repeated."_s,
         u"NAME"_s},
    });
}

tl::unexpected<Error> usage(const QString& message) {
    return fail(ErrorCode::kUsage, message.toStdString(), {}, {}, "See bitlathe --help.");
}

Status read_size(const QString& text, QSize& size) {
    const QStringList parts = text.toLower().split(u'x');
    bool width_ok = false;
    bool height_ok = false;
    if (parts.size() == 2) size = QSize(parts[0].toInt(&width_ok), parts[1].toInt(&height_ok));
    const bool fits = size.width() >= kSmallest && size.height() >= kSmallest &&
                      size.width() <= kLargest && size.height() <= kLargest;
    if (!width_ok || !height_ok || !fits) {
        return usage(u"--size takes WIDTHxHEIGHT, such as 1600x1000"_s);
    }
    return {};
}

Status read_pictures(const QCommandLineParser& parser, RenderRequest& request) {
    if (parser.isSet(u"dpr"_s)) {
        bool ok = false;
        request.device_pixel_ratio = parser.value(u"dpr"_s).toDouble(&ok);
        if (!ok || !(request.device_pixel_ratio >= 0.5 && request.device_pixel_ratio <= 8)) {
            return usage(u"--dpr takes a number from 0.5 to 8"_s);
        }
    }
    if (parser.isSet(u"size"_s)) BITLATHE_TRY(read_size(parser.value(u"size"_s), request.size));
    request.pages = parser.values(u"page"_s);
    for (const QString& page : request.pages) {
        if (!render_pages().contains(page)) {
            return usage(u"there is no page "_s + page + u"; there are "_s +
                         render_pages().join(u", "_s));
        }
    }
    return {};
}

}  // namespace

QString help_text() {
    QCommandLineParser parser;
    describe_options(parser);
    return parser.helpText();
}

Result<Options> parse_options(const QStringList& arguments) {
    QCommandLineParser parser;
    describe_options(parser);
    if (!parser.parse(arguments)) return usage(parser.errorText());
    Options options;
    options.help = parser.isSet(u"help"_s);
    options.version = parser.isSet(u"version"_s);
    options.render = parser.isSet(u"render"_s);
    options.request.folder = parser.value(u"render"_s);
    options.request.plan = parser.value(u"plan"_s);
    if (parser.isSet(u"theme"_s)) {
        options.theme = find_theme_choice(parser.value(u"theme"_s));
        if (!options.theme) return usage(u"--theme takes light, dark or system"_s);
    }
    options.language = parser.value(u"language"_s);
    if (parser.isSet(u"language"_s) && !is_language_choice(options.language))
        return usage(u"--language takes "_s + language_words());
    BITLATHE_TRY(read_pictures(parser, options.request));
    const QStringList files = parser.positionalArguments();
    if (files.size() > 1) return usage(u"one checkpoint at a time"_s);
    if (!files.isEmpty()) options.request.checkpoint = files.front();
    if (!options.request.plan.isEmpty() && files.isEmpty()) {
        return usage(u"--plan needs a checkpoint"_s);
    }
    return options;
}

Status follow_plan(RenderRequest& request) {
    const std::filesystem::path path = request.checkpoint.toStdString();
    if (!request.plan.isEmpty() || !looks_like_plan(path)) return {};
    BITLATHE_ASSIGN(const Plan plan, load_plan(path));
    const auto source = source_of(plan, path);
    if (source.empty()) {
        return fail(ErrorCode::kRefused, "the plan does not say which checkpoint it was made for",
                    path.string(), {}, "Open the checkpoint, then load the plan.");
    }
    request.plan = request.checkpoint;
    request.checkpoint = QString::fromStdString(source.string());
    return {};
}

}  // namespace bitlathe
