// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/canvas_keys.h"

#include <QCoreApplication>

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

struct CanvasKeys {
    Q_DECLARE_TR_FUNCTIONS(bitlathe::CanvasKeys)
public:
    static CanvasKeyGroup everywhere() {
        return {{},
                tr("On every canvas"),
                {{tr("Tab, Shift+Tab"), tr("the next, the one before")},
                 {tr("arrows"), tr("from part to part")},
                 {u"+ −"_s, tr("zoom; with Ctrl finer")},
                 {tr("F, Home"), tr("fit the selection, show everything")},
                 {tr("Page Up, Page Down"), tr("along the blocks")},
                 {u"Ctrl+C"_s, tr("copy what is current, as text")},
                 {tr("Menu, Shift+F10"), tr("context menu")},
                 {tr("wheel"), tr("zooms at the pointer; Ctrl finer, Shift faster")}}};
    }
    static CanvasKeyGroup bits() {
        return {{u"bitsCanvas"_s},
                tr("Bits"),
                {{tr("Up, Down"), tr("a step more or fewer bits for the selection")},
                 {u"2 … 8"_s, tr("that many bits for the selection")},
                 {tr("Space"), tr("lock, unlock")},
                 {tr("Left, Right"), tr("the next bar; Shift extends the selection")},
                 {tr("Ctrl+Up, Ctrl+Down"), tr("the next row; Shift extends")},
                 {tr("Ctrl+Left, Ctrl+Right"), tr("move without selecting")},
                 {tr("Ctrl+Space"), tr("add the bar to the selection, or remove it")},
                 {u"R, B, Ctrl+A"_s, tr("select the row, the block, everything")},
                 {u"E"_s, tr("unfold or fold experts")},
                 {tr("Esc"), tr("drop a running drag, clear the selection")}}};
    }
    static CanvasKeyGroup matrix() {
        return {{u"matrixCanvas"_s},
                tr("Matrix"),
                {{tr("arrows"), tr("from weight to weight; Shift by ten")},
                 {tr("Ctrl+arrows"), tr("pan; with Shift farther")},
                 {u"1"_s, tr("a weight per pixel")}}};
    }
    static CanvasKeyGroup outliers() {
        return {{u"outlierCanvas"_s, u"tapCanvas"_s, u"attentionCanvas"_s, u"expertCanvas"_s},
                tr("Outliers"),
                {{tr("arrows"), tr("from cell to cell; Shift by ten")},
                 {tr("Ctrl+arrows"), tr("pan; with Shift farther")},
                 {tr("Enter"), tr("select the tensors of the place")}}};
    }
    static CanvasKeyGroup tokens() {
        return {{u"tokenCanvas"_s},
                tr("Tokens"),
                {{tr("Left, Right"), tr("the next token that was scored")},
                 {tr("Up, Down"), tr("the next line")},
                 {tr("Page Up, Page Down"), tr("a page of the text")},
                 {tr("Home, End"), tr("the first, the last token")},
                 {tr("Esc"), tr("choose no token")}}};
    }
    static CanvasKeyGroup plots() {
        return {{u"paretoPlot"_s},
                tr("Plots"),
                {{tr("arrows"), tr("from point to point; Ctrl: from preset to preset")},
                 {tr("Enter"), tr("choose it: a plan, a format, the tensors of a part")},
                 {tr("Shift+arrows"), tr("pan the plot of size and error")},
                 {u"L"_s, tr("logarithmic counts in the histogram")}}};
    }
    static CanvasKeyGroup lists() {
        return {{u"tensorTable"_s},
                tr("Lists and sliders"),
                {{tr("arrows"), tr("the next row; a slider by a step")},
                 {tr("Page Up, Page Down"), tr("a page; a slider by a large step")},
                 {tr("Enter"), tr("go to a step, switch to a plan")},
                 {u"F2"_s, tr("rename a plan")},
                 {tr("Del"), tr("remove a plan or a rule")}}};
    }
};

}  // namespace

std::vector<CanvasKeyGroup> canvas_keys() {
    return {CanvasKeys::bits(),     CanvasKeys::everywhere(), CanvasKeys::matrix(),
            CanvasKeys::outliers(), CanvasKeys::tokens(),     CanvasKeys::plots(),
            CanvasKeys::lists()};
}

}  // namespace bitlathe
