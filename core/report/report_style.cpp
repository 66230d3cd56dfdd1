// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report_style.h"

#include <fmt/format.h>

namespace bitlathe {
namespace {

std::string variables(const ReportColours& c) {
    return fmt::format(
        ":root{{--paper:{};--text:{};--muted:{};--line:{};--accent:{};--warning:{}}}\n", c.paper,
        c.text, c.muted, c.line, c.accent, c.warning);
}

constexpr const char* kLayout = R"(:root{color-scheme:light dark}
*{box-sizing:border-box}
body{margin:0 auto;max-width:1060px;padding:28px 24px 60px;background:var(--paper);color:var(--text);
font:14px/1.5 "Inter","Segoe UI","Noto Sans","Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums}
h1{font-size:22px;line-height:1.25;margin:0 0 2px;overflow-wrap:anywhere}
h2{font-size:16px;margin:34px 0 8px;padding-top:14px;border-top:1px solid var(--line)}
h3{font-size:14px;margin:20px 0 6px}
p{margin:6px 0;max-width:76ch}
.muted,figcaption,th{color:var(--muted)}
.warning{color:var(--warning)}
table{border-collapse:collapse;width:100%}
th{font-weight:500;font-size:12px;text-align:left;border-bottom:1px solid var(--line)}
th,td{padding:3px 10px 3px 0;vertical-align:top;overflow-wrap:anywhere}
.data td{border-bottom:1px solid var(--line)}
.number{text-align:right;white-space:nowrap;overflow-wrap:normal}
.total td{font-weight:600}
.facts td:first-child{color:var(--muted);width:15em}
.cards{margin:18px 0 10px;table-layout:fixed}
.cards td{border:1px solid var(--line);padding:10px 14px}
.big{font-size:22px;font-weight:600;line-height:1.2}
figure{margin:14px 0 22px;break-inside:avoid}
figure svg{display:block;width:100%;height:auto;border:1px solid var(--line);border-radius:6px}
figcaption{font-size:12px;margin-top:4px}
pre{white-space:pre-wrap;overflow-wrap:anywhere;border:1px solid var(--line);border-radius:6px;padding:10px 12px;
font:13px/1.45 "JetBrains Mono","DejaVu Sans Mono",Consolas,monospace}
tr,pre{break-inside:avoid}
.for-dark{display:none}
@media print{body{max-width:none;padding:0;font-size:11px}h2{break-after:avoid}}
)";

}  // namespace

ReportColours dark_report_colours() {
    return {"#1b1f24", "#e4e7eb", "#8d96a1", "#2e343c", "#5b9cf5", "#ee9a5b"};
}

std::string browser_style() {
    return variables({}) + "@media screen and (prefers-color-scheme:dark){" +
           variables(dark_report_colours()) + "}\n" + kLayout +
           "@media screen and (prefers-color-scheme:dark)"
           "{.for-light{display:none}.for-dark{display:block}}\n";
}

std::string document_style(const ReportColours& c) {
    return fmt::format(
        "body{{color:{0};background-color:{4};font-size:9pt}}"
        "h1{{font-size:15pt;font-weight:600;margin-bottom:0px}}"
        "h2{{font-size:12pt;font-weight:600;margin-top:18px;margin-bottom:4px}}"
        "h3{{font-size:10pt;font-weight:600;margin-top:12px;margin-bottom:4px}}"
        "p{{margin-top:3px;margin-bottom:3px}}"
        ".muted{{color:{1}}} .caption{{color:{1};font-size:8pt;margin-bottom:10px}}"
        ".warning{{color:{3}}}"
        "th{{color:{1};font-weight:normal;font-size:8pt;text-align:left;padding-right:10px}}"
        "td{{padding-right:10px;padding-top:1px;padding-bottom:1px}}"
        ".number{{text-align:right}}"
        ".total td{{font-weight:600}}"
        ".big{{font-size:14pt;font-weight:600}}"
        ".cards td{{border:1px solid {2};padding:6px}}"
        "pre{{font-size:8pt;background-color:{4};color:{0}}}",
        c.text, c.muted, c.line, c.warning, c.paper);
}

}  // namespace bitlathe
