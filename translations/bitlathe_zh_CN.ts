<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>QObject</name>
    <message>
        <location filename="../ui/window/dock_layout.cpp" line="+32"/>
        <source>Move panel: %1</source>
        <translation>移动面板：%1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Drag to move this panel, double-click to float it</source>
        <translation>拖动可移动此面板，双击可使其浮动</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <location filename="../ui/window/window_actions.cpp" line="+31"/>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Open a model folder…</source>
        <translation>打开模型文件夹…</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Open the sample model</source>
        <translation>打开示例模型</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Load plan…</source>
        <translation>加载方案…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Save plan…</source>
        <translation>保存方案…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>New plan from the current one</source>
        <translation>由当前方案新建方案</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Measure this plan</source>
        <translation>测量此方案</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Measure all plans</source>
        <translation>测量所有方案</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Measure the original</source>
        <translation>测量原模型</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Profile activations</source>
        <translation>激活分析</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Measure leaving out each block</source>
        <translation>测量去掉每个块的后果</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Measure output errors of formats</source>
        <translation>测量各格式的输出误差</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Save project…</source>
        <translation>保存项目…</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Save report…</source>
        <translation>保存报告…</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Save all figures…</source>
        <translation>保存所有图…</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Filter tensors</source>
        <translation>筛选张量</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Back to the last view</source>
        <translation>返回上一个视图</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Forward to the next view</source>
        <translation>前往下一个视图</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Zoom to the selection</source>
        <translation>缩放到所选内容</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Show all blocks</source>
        <translation>显示所有块</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>All commands…</source>
        <translation>所有命令…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Reset the layout</source>
        <translation>重置布局</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Theme of the system</source>
        <translation>跟随系统主题</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Light theme</source>
        <translation>浅色主题</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Dark theme</source>
        <translation>深色主题</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Recent</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Plan</source>
        <translation>方案</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <location line="+20"/>
        <source>How far every format changes what each linear puts out, for the inputs that the profiled text gives it</source>
        <translation>每种格式会使各线性层的输出改变多少，以所分析文本给出的输入为准</translation>
    </message>
</context>
<context>
    <name>bars</name>
    <message>
        <location filename="../ui/models/block_columns.cpp" line="+13"/>
        <source>embed</source>
        <translation>嵌入</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>head</source>
        <translation>输出头</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>other</source>
        <translation>其他</translation>
    </message>
</context>
<context>
    <name>bitlathe::AboutDialog</name>
    <message>
        <location filename="../ui/panels/about_dialog.cpp" line="+19"/>
        <location line="+1"/>
        <source>About Bitlathe</source>
        <translation>关于 Bitlathe</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>version %1, with Qt %2</source>
        <translation>版本 %1，使用 Qt %2</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>See where a model&apos;s bits matter, shape them, export the result.</source>
        <translation>看清模型的比特用在何处，加以调整，并导出结果。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Free software under the GNU General Public License, version 3 or later, without any warranty. Nothing is sent anywhere: the program does not use the network.</source>
        <translation>自由软件，采用 GNU 通用公共许可证第 3 版或更高版本，不提供任何担保。不会向任何地方发送数据：本程序不使用网络。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Built with Qt, Qt Charts, QCustomPlot, Google Highway, fmt, tl::expected, nlohmann-json, xxHash, OpenSSL and CLI11. Colours: viridis, cividis, ColorBrewer, Okabe and Ito.</source>
        <translation>使用 Qt、Qt Charts、QCustomPlot、Google Highway、fmt、tl::expected、nlohmann-json、xxHash、OpenSSL 和 CLI11 构建。配色：viridis、cividis、ColorBrewer、Okabe 与 Ito。</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Copy diagnostics</source>
        <translation>复制诊断信息</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Versions, machine, memory, the shape of the open model and the last lines of the log; file names, but no folders</source>
        <translation>版本、机器、内存、打开的模型的结构以及日志的最后几行；包含文件名，不含文件夹</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>bitlathe::ActivationProfiler</name>
    <message>
        <location filename="../ui/jobs/activation_profiler.cpp" line="+108"/>
        <source>Profile activations on %1</source>
        <translation>用 %1 做激活分析</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>what was seen so far is lost</source>
        <translation>到目前为止所见的内容会丢失</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>%1 tokens seen at %2 places</source>
        <translation>在 %2 个位置看到 %1 个词元</translation>
    </message>
</context>
<context>
    <name>bitlathe::AttentionView</name>
    <message>
        <location filename="../ui/panels/attention_view.cpp" line="+21"/>
        <source>Map of attention heads and blocks</source>
        <translation>注意力头与块的图</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Attention sinks</source>
        <translation>注意力汇</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Share of a head&apos;s attention from which the first token is a sink</source>
        <translation>首个词元成为注意力汇所需的注意力份额</translation>
    </message>
    <message>
        <location line="+2"/>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>first token gets more than</source>
        <translation>首个词元获得超过</translation>
    </message>
    <message>
        <location line="+5"/>
        <location line="+7"/>
        <source>Places that receive most</source>
        <translation>获得最多的位置</translation>
    </message>
    <message>
        <location line="-5"/>
        <source>Of all heads of a block, mean over windows. A query has 1 to give; “even”: as much to every token it sees.</source>
        <translation>来自块的所有头，按窗口平均。一个查询有 1 可给；“均匀”：对所见的每个词元给予相同。</translation>
    </message>
    <message>
        <location line="+6"/>
        <location line="+65"/>
        <source>block</source>
        <translation>块</translation>
    </message>
    <message>
        <location line="-65"/>
        <source>place</source>
        <translation>位置</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>received</source>
        <translation>获得</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>share</source>
        <translation>份额</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>× even</source>
        <translation>× 均匀</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>RSQ</source>
        <translation>RSQ</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>n</source>
        <comment>number of windows</comment>
        <translation>n</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Place of the token in its window; 0 is the first</source>
        <translation>词元在其窗口中的位置；0 为首个</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>What the token receives, in queries</source>
        <translation>词元获得的注意力，以查询计</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Of what the queries that see the token have to give</source>
        <translation>占能看到该词元的查询所能给予的比例</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Weight of the token when quantizing, 1 on average (RSQ, Sung et al. 2025)</source>
        <translation>量化时词元的权重，平均为 1（RSQ，Sung 等 2025）</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Windows of the text that reach there</source>
        <translation>文本中到达该处的窗口数</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Where attention goes</source>
        <translation>注意力的去向</translation>
    </message>
    <message>
        <location line="+19"/>
        <source>The profile says nothing about attention: it was made by an earlier version, or its windows are of one token. Profile the text again.</source>
        <translation>该分析没有注意力数据：它由早期版本生成，或其窗口只有一个词元。请重新分析文本。</translation>
    </message>
    <message numerus="yes">
        <location line="+14"/>
        <source>%1 of %n head(s) do: the first token is their sink.</source>
        <translation>
            <numerusform>%n 个头中有 %1 个：首个词元是它们的汇。</numerusform>
        </translation>
    </message>
    <message>
        <location line="+19"/>
        <source>share of attention</source>
        <translation>注意力份额</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>head</source>
        <translation>头</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>no head</source>
        <translation>无此头</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>block %1</source>
        <translation>块 %1</translation>
    </message>
    <message>
        <location line="-4"/>
        <source>heads %1–%2, the largest of them</source>
        <translation>头 %1–%2，其中最大</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>head %1</source>
        <translation>头 %1</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1 of its attention to the first token</source>
        <translation>%1 的注意力给予首个词元</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>mean of %1 queries</source>
        <translation>%1 个查询的平均</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>there is no such head</source>
        <translation>没有这个头</translation>
    </message>
</context>
<context>
    <name>bitlathe::Autosave</name>
    <message>
        <location filename="../ui/window/autosave.cpp" line="+91"/>
        <source>Plans that were not saved could not be read</source>
        <translation>无法读取未保存的方案</translation>
    </message>
    <message>
        <location line="+30"/>
        <source>Restore plans that were not saved</source>
        <translation>恢复未保存的方案</translation>
    </message>
    <message>
        <location line="+70"/>
        <source>Changes are not kept for a crash</source>
        <translation>崩溃时更改不会保留</translation>
    </message>
</context>
<context>
    <name>bitlathe::BitsCanvas</name>
    <message>
        <location filename="../ui/canvas/bits_canvas.cpp" line="+23"/>
        <source>Bits per tensor</source>
        <translation>每个张量的比特数</translation>
    </message>
    <message>
        <location line="+131"/>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/canvas/bits_canvas_gesture.cpp" line="+124"/>
        <source>Paint %n tensor(s)</source>
        <translation>
            <numerusform>绘制 %n 个张量</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>Set %n tensor(s) to %1</source>
        <translation>
            <numerusform>将 %n 个张量设为 %1</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/canvas/bits_canvas_keys.cpp" line="+223"/>
        <source>%1 bits</source>
        <translation>%1 比特</translation>
    </message>
</context>
<context>
    <name>bitlathe::BitsPanel</name>
    <message>
        <location filename="../ui/panels/bits_panel.cpp" line="+42"/>
        <source>Bits</source>
        <translation>比特</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>height: bits per weight  ·  drag, paint, 2–8, Space locks</source>
        <translation>高度：每权重比特数  ·  拖动、涂抹、2–8，空格锁定</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>What bars are coloured by</source>
        <translation>柱形按什么着色</translation>
    </message>
    <message>
        <location line="+26"/>
        <source>error est.</source>
        <translation>估计误差</translation>
    </message>
    <message>
        <location line="+27"/>
        <source>━ B: %1</source>
        <translation>━ B：%1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The lines over the bars are the plan %1</source>
        <translation>柱形上方的线表示方案 %1</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>▯ %1</source>
        <translation>▯ %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The outlines are what %1 would make of the bars</source>
        <translation>轮廓是 %1 会把条形变成的样子</translation>
    </message>
</context>
<context>
    <name>bitlathe::BudgetPanel</name>
    <message>
        <location filename="../ui/panels/budget_panel.cpp" line="+36"/>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <location line="+37"/>
        <source>The solver minimises weight error (weights × NMSE), an estimate. It does not know the quality of the model, which has not been measured.</source>
        <translation>求解器最小化权重误差（权重数 × NMSE），这只是估计值。它不了解模型质量，模型质量尚未测量。</translation>
    </message>
    <message>
        <location line="-31"/>
        <source>Fits in</source>
        <translation>适合大小</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Size the file must fit in</source>
        <translation>文件必须容纳于的大小</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>4.5 GiB or 4.2 bpw</source>
        <translation>4.5 GiB 或 4.2 bpw</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Solve</source>
        <translation>求解</translation>
    </message>
    <message>
        <location line="+28"/>
        <source>The solver minimises weight error (weights × NMSE), an estimate. The quality of this plan was measured: %1.</source>
        <translation>求解器最小化权重误差（权重 × NMSE），这是估计值。此方案的质量已测量：%1。</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>the feasible range is not known yet</source>
        <translation>可行范围尚不清楚</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>feasible: %1 – %2 bpw, %3 – %4 of tensors</source>
        <translation>可行：%1 – %2 bpw，张量 %3 – %4</translation>
    </message>
    <message>
        <location line="+21"/>
        <source>Too small: the smallest plan has %1 bpw. Allow smaller formats, or loosen locks and rules.</source>
        <translation>太小：最小的方案为 %1 bpw。请允许更小的格式，或放宽锁定和规则。</translation>
    </message>
</context>
<context>
    <name>bitlathe::BudgetSlider</name>
    <message>
        <location filename="../ui/panels/budget_slider.cpp" line="+24"/>
        <source>Budget in bits per weight</source>
        <translation>预算（每权重比特数）</translation>
    </message>
</context>
<context>
    <name>bitlathe::CanvasKeys</name>
    <message>
        <location filename="../ui/models/canvas_keys.cpp" line="+16"/>
        <source>On every canvas</source>
        <translation>所有画布</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Tab, Shift+Tab</source>
        <translation>Tab、Shift+Tab</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>the next, the one before</source>
        <translation>下一个、上一个</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+25"/>
        <location line="+7"/>
        <location line="+16"/>
        <location line="+8"/>
        <source>arrows</source>
        <translation>方向键</translation>
    </message>
    <message>
        <location line="-56"/>
        <source>from part to part</source>
        <translation>逐个部分移动</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>zoom; with Ctrl finer</source>
        <translation>缩放；按住 Ctrl 更细</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>F, Home</source>
        <translation>F、Home</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>fit the selection, show everything</source>
        <translation>缩放到所选内容、显示全部</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+38"/>
        <location line="+16"/>
        <source>Page Up, Page Down</source>
        <translation>Page Up、Page Down</translation>
    </message>
    <message>
        <location line="-54"/>
        <source>along the blocks</source>
        <translation>沿块移动</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>copy what is current, as text</source>
        <translation>将当前内容复制为文本</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Menu, Shift+F10</source>
        <translation>菜单键、Shift+F10</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>context menu</source>
        <translation>上下文菜单</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>wheel</source>
        <translation>滚轮</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>zooms at the pointer; Ctrl finer, Shift faster</source>
        <translation>在指针处缩放；Ctrl 更细，Shift 更快</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Bits</source>
        <translation>比特</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+29"/>
        <source>Up, Down</source>
        <translation>上、下</translation>
    </message>
    <message>
        <location line="-29"/>
        <source>a step more or fewer bits for the selection</source>
        <translation>将所选内容的比特数升或降一级</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>that many bits for the selection</source>
        <translation>将所选内容设为相应的比特数</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>lock, unlock</source>
        <translation>锁定、解锁</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+25"/>
        <source>Left, Right</source>
        <translation>左、右</translation>
    </message>
    <message>
        <location line="-25"/>
        <source>the next bar; Shift extends the selection</source>
        <translation>下一个柱形；Shift 扩展选择</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Ctrl+Up, Ctrl+Down</source>
        <translation>Ctrl+上、Ctrl+下</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>the next row; Shift extends</source>
        <translation>下一行；Shift 扩展选择</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Ctrl+Left, Ctrl+Right</source>
        <translation>Ctrl+左、Ctrl+右</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>move without selecting</source>
        <translation>移动但不选择</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Ctrl+Space</source>
        <translation>Ctrl+空格</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>add the bar to the selection, or remove it</source>
        <translation>将柱形加入或移出选择</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>select the row, the block, everything</source>
        <translation>选择该行、该块、全部</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>unfold or fold experts</source>
        <translation>展开或折叠专家</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+23"/>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <location line="-23"/>
        <source>drop a running drag, clear the selection</source>
        <translation>放弃正在进行的拖动、清除选择</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Matrix</source>
        <translation>矩阵</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>from weight to weight; Shift by ten</source>
        <translation>逐个权重移动；Shift 每次十个</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+7"/>
        <source>Ctrl+arrows</source>
        <translation>Ctrl+方向键</translation>
    </message>
    <message>
        <location line="-7"/>
        <location line="+7"/>
        <source>pan; with Shift farther</source>
        <translation>平移；按住 Shift 更远</translation>
    </message>
    <message>
        <location line="-6"/>
        <source>a weight per pixel</source>
        <translation>每像素一个权重</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Outliers</source>
        <translation>离群值</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the next token that was scored</source>
        <translation>下一个已计分的词元</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the next line</source>
        <translation>下一行</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a page of the text</source>
        <translation>文本的一页</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Home, End</source>
        <translation>Home、End</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>the first, the last token</source>
        <translation>第一个、最后一个词元</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>choose no token</source>
        <translation>不选择任何词元</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Plots</source>
        <translation>图表</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>from point to point; Ctrl: from preset to preset</source>
        <translation>逐点移动；Ctrl：逐个预设移动</translation>
    </message>
    <message>
        <location line="-14"/>
        <location line="+15"/>
        <location line="+9"/>
        <source>Enter</source>
        <translation>回车</translation>
    </message>
    <message>
        <location line="-26"/>
        <source>from cell to cell; Shift by ten</source>
        <translation>逐格移动；Shift 每次十格</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>select the tensors of the place</source>
        <translation>选中该处的张量</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>choose it: a plan, a format, the tensors of a part</source>
        <translation>选择：方案、格式、某部分的张量</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Shift+arrows</source>
        <translation>Shift+方向键</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>pan the plot of size and error</source>
        <translation>平移大小与误差图</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>logarithmic counts in the histogram</source>
        <translation>直方图使用对数计数</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Lists and sliders</source>
        <translation>列表与滑块</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the next row; a slider by a step</source>
        <translation>下一行；滑块移动一步</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a page; a slider by a large step</source>
        <translation>一页；滑块移动一大步</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>go to a step, switch to a plan</source>
        <translation>转到某一步骤、切换到某方案</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>rename a plan</source>
        <translation>重命名方案</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>remove a plan or a rule</source>
        <translation>移除方案或规则</translation>
    </message>
</context>
<context>
    <name>bitlathe::ChannelErrorView</name>
    <message>
        <location filename="../ui/plots/channel_error_view.cpp" line="+30"/>
        <location line="+8"/>
        <source>Worst channels</source>
        <translation>最差通道</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>share of the squared error at %1</source>
        <translation>在 %1 下占平方误差的比例</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>share of the error</source>
        <translation>占误差的比例</translation>
    </message>
    <message>
        <location line="+19"/>
        <source>row %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>column %1</source>
        <translation>第 %1 列</translation>
    </message>
    <message>
        <location line="+33"/>
        <source>Rows, of %1</source>
        <translation>行（共 %1）</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Columns, of %1</source>
        <translation>列（共 %1）</translation>
    </message>
    <message>
        <location line="+23"/>
        <source>%1 of the squared error of the tensor</source>
        <translation>占该张量平方误差的 %1</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1 × the mean row</source>
        <translation>平均行的 %1 倍</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 × the mean column</source>
        <translation>平均列的 %1 倍</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>click shows it in the matrix</source>
        <translation>单击可在矩阵中显示</translation>
    </message>
    <message>
        <location line="+50"/>
        <source>%1 of the error</source>
        <translation>误差的 %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1, %2</source>
        <comment>row 5, 3 % of the error</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>number</source>
        <translation>编号</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>share of the squared error</source>
        <translation>占平方误差的比例</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>row</source>
        <translation>行</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>column</source>
        <translation>列</translation>
    </message>
</context>
<context>
    <name>bitlathe::ChannelPlot</name>
    <message>
        <location filename="../ui/plots/channel_plot.cpp" line="+32"/>
        <source>Input channels of the tensor</source>
        <translation>张量的输入通道</translation>
    </message>
    <message>
        <location line="+38"/>
        <source>Input channels</source>
        <translation>输入通道</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>largest |x| of %1 channels, log</source>
        <translation>%1 个通道的最大 |x|，对数</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>%1 channels</source>
        <translation>%1 个通道</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Select a tensor.</source>
        <translation>请选择一个张量。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>What goes into this tensor was not observed.</source>
        <translation>没有观察到该张量的输入。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Nothing but zeros went in.</source>
        <translation>输入全为零。</translation>
    </message>
    <message>
        <location line="+48"/>
        <source>channel %1: %2 × median</source>
        <translation>通道 %1：中位数的 %2 倍</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>median %1</source>
        <translation>中位数 %1</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>largest %1, mean %2, %3 × median</source>
        <translation>最大 %1，平均 %2，中位数的 %3 倍</translation>
    </message>
    <message>
        <location line="+13"/>
        <location line="+19"/>
        <source>channel %1</source>
        <translation>通道 %1</translation>
    </message>
    <message>
        <location line="+24"/>
        <source>channel</source>
        <translation>通道</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>largest |x|</source>
        <translation>最大 |x|</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>mean |x|</source>
        <translation>平均 |x|</translation>
    </message>
</context>
<context>
    <name>bitlathe::ChannelsView</name>
    <message>
        <location filename="../ui/panels/channels_view.cpp" line="+25"/>
        <source>Map of channels and blocks</source>
        <translation>通道与块的图</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>largest |x|</source>
        <translation>最大 |x|</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>largest ÷ median</source>
        <translation>最大 ÷ 中位数</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>mean |x|</source>
        <translation>平均 |x|</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>first tokens too</source>
        <translation>包含首个词元</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The first token of a window draws attention to itself and has activations of its own; without it cosines and extremes are those of all other tokens. Holds for the strips over depth as well.</source>
        <translation>窗口的首个词元会吸引注意力并有独特的激活；去掉它后，余弦和极值来自其余所有词元。对深度条带同样有效。</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Lists of outliers</source>
        <translation>离群值列表</translation>
    </message>
    <message>
        <location line="+41"/>
        <source>channel</source>
        <translation>通道</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>block</source>
        <translation>块</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>no channel</source>
        <translation>无此通道</translation>
    </message>
    <message>
        <location line="+23"/>
        <source>block %1</source>
        <translation>块 %1</translation>
    </message>
    <message>
        <location line="-4"/>
        <source>channels %1–%2, the largest of them</source>
        <translation>通道 %1–%2 中的最大者</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>channel %1</source>
        <translation>通道 %1</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>%1 × the block&apos;s median channel</source>
        <translation>块中位通道的 %1 倍</translation>
    </message>
</context>
<context>
    <name>bitlathe::CheatSheet</name>
    <message>
        <location filename="../ui/panels/cheat_sheet.cpp" line="+33"/>
        <location line="+1"/>
        <location line="+6"/>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Help pages</source>
        <translation>帮助页面</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Change shortcuts…</source>
        <translation>更改快捷键…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <location line="+28"/>
        <source>Everywhere</source>
        <translation>全局</translation>
    </message>
</context>
<context>
    <name>bitlathe::ColourScale</name>
    <message>
        <location filename="../ui/panels/colour_scale.cpp" line="+30"/>
        <source>Colour scale of the estimated error</source>
        <translation>估计误差的色标</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Colour: weights × NMSE of each tensor, an estimate, logarithmic</source>
        <translation>颜色：每个张量的权重数 × NMSE，估计值，对数刻度</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Colour scale of %1</source>
        <translation>%1 的颜色标尺</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Colour: %1</source>
        <translation>颜色：%1</translation>
    </message>
</context>
<context>
    <name>bitlathe::Comfort</name>
    <message>
        <location filename="../ui/window/comfort.cpp" line="+19"/>
        <source>Layouts</source>
        <translation>布局</translation>
    </message>
    <message>
        <location line="+30"/>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Shortcuts…</source>
        <translation>快捷键…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Copy diagnostics</source>
        <translation>复制诊断信息</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>About Bitlathe</source>
        <translation>关于 Bitlathe</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Go to the next panel</source>
        <translation>转到下一个面板</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Go to the panel before</source>
        <translation>转到上一个面板</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Context menu of what has the focus</source>
        <translation>焦点所在处的上下文菜单</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Move, float or close this panel…</source>
        <translation>移动、浮动或关闭此面板…</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>Show page: %1</source>
        <translation>显示页面：%1</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>Go to panel: %1</source>
        <translation>转到面板：%1</translation>
    </message>
</context>
<context>
    <name>bitlathe::CommandList</name>
    <message>
        <location filename="../ui/panels/command_list.cpp" line="+19"/>
        <source>Show or hide panel: %1</source>
        <translation>显示或隐藏面板：%1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1: %2</source>
        <comment>where, what</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>bitlathe::CommandPalette</name>
    <message>
        <location filename="../ui/panels/command_palette.cpp" line="+73"/>
        <source>All commands</source>
        <translation>所有命令</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Type a command</source>
        <translation>输入命令</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Commands</source>
        <translation>命令列表</translation>
    </message>
</context>
<context>
    <name>bitlathe::ComparePanel</name>
    <message>
        <location filename="../ui/panels/compare_panel.cpp" line="+50"/>
        <source>Compare with</source>
        <translation>比较对象</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Compare the current plan with</source>
        <translation>将当前方案与以下方案比较</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>Copy as CSV</source>
        <translation>复制为 CSV</translation>
    </message>
    <message>
        <location line="+28"/>
        <source>Tensors that differ</source>
        <translation>有差异的张量</translation>
    </message>
    <message>
        <location line="+22"/>
        <source>size</source>
        <translation>大小</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>bits per weight</source>
        <translation>每权重比特数</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>weight error est.</source>
        <translation>权重误差（估计）</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>perplexity meas.</source>
        <translation>困惑度（测量）</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>KL meas., nats</source>
        <translation>KL（测量），奈特</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>current</source>
        <translation>当前</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Choose a plan: the bars then show both, and what differs is listed here.</source>
        <translation>选择一个方案：柱形将同时显示两者，差异列在此处。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>There is only one plan yet. A second one starts as a copy, under Plans.</source>
        <translation>目前只有一个方案。第二个方案可在“方案”中以副本形式开始。</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>No tensor differs.</source>
        <translation>没有张量存在差异。</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%1 of %n tensor(s) differ</source>
        <translation>
            <numerusform>%n 个张量中有 %1 个不同</numerusform>
        </translation>
    </message>
    <message>
        <location line="+51"/>
        <source>perplexity %1 %</source>
        <translation>困惑度 %1 %</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>perplexity %1 %, KL %2 nats</source>
        <translation>困惑度 %1 %，KL %2 奈特</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Difference token by token, ± standard error: %1. Measured on %2.</source>
        <translation>逐词元的差异，± 为标准误差：%1。测量依据：%2。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>What is not measured is not known: see Quality.</source>
        <translation>未测量的内容未知：参见“质量”。</translation>
    </message>
</context>
<context>
    <name>bitlathe::CompositionChart</name>
    <message>
        <location filename="../ui/plots/composition_chart.cpp" line="+36"/>
        <source>Bytes of the model</source>
        <translation>模型的字节数</translation>
    </message>
    <message>
        <location filename="../ui/plots/composition_chart_input.cpp" line="+43"/>
        <source>%1 % of %2</source>
        <translation>%2 的 %1 %</translation>
    </message>
    <message>
        <location line="+96"/>
        <source>%1, %2, %3</source>
        <comment>part, size, share</comment>
        <translation>%1，%2，%3</translation>
    </message>
    <message>
        <location line="-106"/>
        <source>click selects its tensors</source>
        <translation>单击可选择其张量</translation>
    </message>
</context>
<context>
    <name>bitlathe::CompositionPanel</name>
    <message>
        <location filename="../ui/plots/composition_panel.cpp" line="+66"/>
        <source>Composition</source>
        <translation>组成</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>role</source>
        <translation>角色</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>format</source>
        <translation>格式</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>block</source>
        <translation>块</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Composition by %1</source>
        <translation>按%1的组成</translation>
    </message>
    <message>
        <location line="+66"/>
        <source>%1 → %2  ·  %3 %</source>
        <translation>%1 → %2  ·  %3 %</translation>
    </message>
    <message>
        <location line="+6"/>
        <location line="+12"/>
        <source>as planned</source>
        <translation>按方案</translation>
    </message>
    <message>
        <location line="-12"/>
        <location line="+12"/>
        <location line="+87"/>
        <source>as stored</source>
        <translation>按存储</translation>
    </message>
    <message>
        <location line="-36"/>
        <source>rest</source>
        <translation>其余</translation>
    </message>
    <message>
        <location line="+29"/>
        <source>bar</source>
        <translation>柱形</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>part</source>
        <translation>部分</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>bytes</source>
        <translation>字节</translation>
    </message>
</context>
<context>
    <name>bitlathe::DepthCanvas</name>
    <message>
        <location filename="../ui/canvas/depth_canvas.cpp" line="+37"/>
        <source>Overview over depth</source>
        <translation>深度概览</translation>
    </message>
    <message>
        <location filename="../ui/canvas/depth_canvas_strip.cpp" line="+38"/>
        <source>blk %1</source>
        <comment>block number</comment>
        <translation>块 %1</translation>
    </message>
    <message>
        <location filename="../ui/canvas/depth_canvas_input.cpp" line="+54"/>
        <location line="+26"/>
        <location line="+70"/>
        <source>block %1</source>
        <translation>块 %1</translation>
    </message>
    <message>
        <location line="-91"/>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <location line="+4"/>
        <location line="+21"/>
        <source>highest: %1, %2</source>
        <translation>最高：%1，%2</translation>
    </message>
    <message>
        <location line="-12"/>
        <source>not measured</source>
        <translation>未测量</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>not known yet …</source>
        <translation>尚不清楚 …</translation>
    </message>
    <message>
        <location line="-1"/>
        <source>not profiled</source>
        <translation>未分析</translation>
    </message>
    <message>
        <location line="+78"/>
        <source>not known yet</source>
        <translation>尚不清楚</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>%1, %2: %3</source>
        <comment>metric, block: value</comment>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <location filename="../ui/canvas/depth_canvas_drop.cpp" line="+55"/>
        <source>drop candidates by %1</source>
        <translation>按 %1 的可删除候选</translation>
    </message>
</context>
<context>
    <name>bitlathe::DepthPanel</name>
    <message>
        <location filename="../ui/panels/depth_panel.cpp" line="+33"/>
        <source>Depth</source>
        <translation>深度</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>logarithmic</source>
        <translation>对数</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Logarithmic strips</source>
        <translation>对数条带</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Outliers</source>
        <translation>离群值</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>largest channel ÷ median channel, logarithmic</source>
        <translation>最大通道 ÷ 中位通道，对数</translation>
    </message>
</context>
<context>
    <name>bitlathe::DockLayout</name>
    <message>
        <location filename="../ui/window/dock_layout.cpp" line="+192"/>
        <source>Put back into the window</source>
        <translation>放回窗口</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Float</source>
        <translation>浮动</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Move to the left</source>
        <translation>移到左侧</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Move to the right</source>
        <translation>移到右侧</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Move to the bottom</source>
        <translation>移到底部</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>bitlathe::EmptyPage</name>
    <message>
        <location filename="../ui/panels/empty_page.cpp" line="+17"/>
        <source>or drop a .gguf, a .safetensors, an index.json or a model folder anywhere</source>
        <translation>或将 .gguf、.safetensors、index.json 或模型文件夹拖到任意位置</translation>
    </message>
    <message>
        <location line="+20"/>
        <source>See where a model&apos;s bits matter, shape them, export the result.</source>
        <translation>看清模型的比特用在何处，加以调整，并导出结果。</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Open the sample model</source>
        <translation>打开示例模型</translation>
    </message>
    <message>
        <location line="+19"/>
        <source>opening %1 …</source>
        <translation>正在打开 %1 …</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Recent</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
</context>
<context>
    <name>bitlathe::ExpertsView</name>
    <message>
        <location filename="../ui/panels/experts_view.cpp" line="+21"/>
        <source>Map of experts and blocks</source>
        <translation>专家与块的图</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <location line="+53"/>
        <source>share of tokens</source>
        <translation>词元份额</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>mean weight</source>
        <translation>平均权重</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>share of weights</source>
        <translation>权重份额</translation>
    </message>
    <message>
        <location line="-4"/>
        <source>How many of the tokens were given to the expert</source>
        <translation>有多少词元交给了该专家</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>What the router gives the expert of a token, where it chose it</source>
        <translation>路由器选中该专家时给它的权重</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>What the expert has of all that the router gives</source>
        <translation>该专家占路由器所给全部权重的比例</translation>
    </message>
    <message>
        <location line="-51"/>
        <location line="+8"/>
        <source>How even the routers choose</source>
        <translation>路由器选择得有多均匀</translation>
    </message>
    <message>
        <location line="-5"/>
        <source>Evenness 1: all experts as often; 0: always the same. “As many as”: so many experts, chosen evenly, would vary as much.</source>
        <translation>均匀度 1：所有专家同样频繁；0：总是同一个。“相当于”：这么多专家均匀选择时变化相同。</translation>
    </message>
    <message>
        <location line="+6"/>
        <location line="+123"/>
        <source>block</source>
        <translation>块</translation>
    </message>
    <message>
        <location line="-123"/>
        <source>evenness</source>
        <translation>均匀度</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>as many as</source>
        <translation>相当于</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>most used</source>
        <translation>最常用</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>its share</source>
        <translation>其份额</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>× even</source>
        <translation>× 均匀</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>unused</source>
        <translation>未使用</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Entropy of the choice over that of an even one</source>
        <translation>选择的熵与均匀选择的熵之比</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The expert that most tokens were given to</source>
        <translation>获得词元最多的专家</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Of the tokens, how many were given to it</source>
        <translation>有多少词元交给了它</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Experts that no token was given to</source>
        <translation>没有词元交给的专家</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Balance of the routers</source>
        <translation>路由器的均衡</translation>
    </message>
    <message>
        <location line="+34"/>
        <source>error</source>
        <translation>误差</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Measured: what rounding the expert does to the output of its mixture</source>
        <translation>测量值：舍入该专家对其混合输出的影响</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>importance</source>
        <translation>重要性</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Measured: share of tokens × share of weights^1.5 × error²</source>
        <translation>测量值：词元份额 × 权重份额^1.5 × 误差²</translation>
    </message>
    <message>
        <location line="+45"/>
        <source>The profile says nothing about routers: it was made by an earlier version. Profile the text again.</source>
        <translation>该分析没有路由器数据：它由早期版本生成。请重新分析文本。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>This model has no experts to choose from: every token goes through the same feed-forward network of a block.</source>
        <translation>该模型没有可选的专家：每个词元都经过块中同一个前馈网络。</translation>
    </message>
    <message>
        <location line="+25"/>
        <source>expert</source>
        <translation>专家</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>not chosen</source>
        <translation>未选中</translation>
    </message>
    <message>
        <location line="-1"/>
        <source>no expert</source>
        <translation>无此专家</translation>
    </message>
    <message>
        <location line="+29"/>
        <source>block %1</source>
        <translation>块 %1</translation>
    </message>
    <message>
        <location line="-19"/>
        <source>gets %1 of the tokens</source>
        <translation>获得 %1 的词元</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>a weight of %1 where it is chosen</source>
        <translation>选中时权重为 %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>rounding changes the output by %1</source>
        <translation>舍入使输出改变 %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>importance %1</source>
        <translation>重要性 %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>has %1 of all weights</source>
        <translation>占全部权重的 %1</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>experts %1–%2, the largest of them</source>
        <translation>专家 %1–%2，其中最大</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>expert %1</source>
        <translation>专家 %1</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>no token was given to it</source>
        <translation>没有词元交给它</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>there is no such expert</source>
        <translation>没有这个专家</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>evenly it would be %1</source>
        <translation>均匀时为 %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>of %1 tokens</source>
        <translation>共 %1 个词元</translation>
    </message>
</context>
<context>
    <name>bitlathe::ExportDialog</name>
    <message>
        <location filename="../ui/panels/export_dialog.cpp" line="+53"/>
        <location line="+168"/>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <location line="-159"/>
        <source>Export the planned model</source>
        <translation>导出按方案量化的模型</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <location line="+50"/>
        <location line="+8"/>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>Browse for: %1</source>
        <translation>浏览：%1</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Destination</source>
        <translation>目标位置</translation>
    </message>
    <message>
        <location line="-9"/>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <location line="-74"/>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Free there</source>
        <translation>可用空间</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Leave a report beside it, as HTML and as JSON</source>
        <translation>在旁边留下报告（HTML 和 JSON）</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Replace what is there</source>
        <translation>替换已有内容</translation>
    </message>
    <message>
        <location line="+80"/>
        <source>Largest part, in MiB</source>
        <translation>最大分片（MiB）</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>one file</source>
        <translation>单个文件</translation>
    </message>
    <message>
        <location line="+1"/>
        <source> MiB at most</source>
        <translation> MiB 以内</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Parts of</source>
        <translation>分片大小</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Importance</source>
        <translation>重要性</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>none; an imatrix file of llama.cpp guides the encoders</source>
        <translation>无；llama.cpp 的 imatrix 文件可引导编码器</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>What becomes of the tensors</source>
        <translation>张量的变化</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>From a shell</source>
        <translation>在命令行中</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Save plan…</source>
        <translation>保存方案…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Copy the command</source>
        <translation>复制命令</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>The same from a shell</source>
        <translation>命令行中的等效命令</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>copied</source>
        <translation>直接复制</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Read back and compared before it gets its name. The source is never written to.</source>
        <translation>命名之前会回读并比较。绝不会写入源文件。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/panels/export_dialog_check.cpp" line="+190"/>
        <source>and %n more</source>
        <translation>
            <numerusform>以及另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <location line="-57"/>
        <source>Choose a destination.</source>
        <translation>请选择目标位置。</translation>
    </message>
    <message>
        <location line="-11"/>
        <source>%1, exactly %2 bytes</source>
        <translation>%1，即 %2 字节</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>There is not enough free space: %1 are needed.</source>
        <translation>可用空间不足：需要 %1。</translation>
    </message>
    <message>
        <location line="+22"/>
        <source>The model folder becomes a GGUF: %1 tensors are %2 there, in the names and the order of llama.cpp.</source>
        <translation>模型文件夹将成为 GGUF：%1 个张量在其中为 %2 个，采用 llama.cpp 的名称和顺序。</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>%1 of %2 tensors are converted, the others are copied.</source>
        <translation>转换 %2 个张量中的 %1 个，其余直接复制。</translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>%1 %n tensor(s) have another format than was asked for.</source>
        <translation>
            <numerusform>%1 %n 个张量的格式与要求不同。</numerusform>
        </translation>
    </message>
    <message>
        <location line="+10"/>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>the plan has to be saved first: the command reads its file</source>
        <translation>需先保存方案：命令会读取其文件</translation>
    </message>
    <message>
        <location line="-64"/>
        <source>There is something of that name already.</source>
        <translation>已存在同名内容。</translation>
    </message>
</context>
<context>
    <name>bitlathe::ExportGroupModel</name>
    <message>
        <location filename="../ui/models/export_groups.cpp" line="+74"/>
        <source>copied</source>
        <translation>直接复制</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>Stored as</source>
        <translation>存储为</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Becomes</source>
        <translation>变为</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Tensors</source>
        <translation>张量</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Not as asked, because</source>
        <translation>与要求不同的原因</translation>
    </message>
</context>
<context>
    <name>bitlathe::FigureMenu</name>
    <message>
        <location filename="../ui/plots/figure_menu.cpp" line="+58"/>
        <source>Figure</source>
        <translation>图</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Copy or save this figure</source>
        <translation>复制或保存此图</translation>
    </message>
    <message>
        <location line="-40"/>
        <source>Copy image</source>
        <translation>复制图像</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Copy data</source>
        <translation>复制数据</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Save as last time…</source>
        <translation>按上次方式保存…</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Save as last time: %1…</source>
        <translation>按上次方式保存：%1…</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Save PNG</source>
        <translation>保存 PNG</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 × the size on screen</source>
        <translation>屏幕尺寸的 %1 倍</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Save SVG…</source>
        <translation>保存 SVG…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Save PDF…</source>
        <translation>保存 PDF…</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Save data as CSV…</source>
        <translation>将数据保存为 CSV…</translation>
    </message>
</context>
<context>
    <name>bitlathe::FilterChips</name>
    <message>
        <location filename="../ui/panels/filter_chips.cpp" line="+13"/>
        <source>Filters</source>
        <translation>筛选条件</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Clear all</source>
        <translation>全部清除</translation>
    </message>
    <message>
        <location line="+47"/>
        <location line="+1"/>
        <source>Remove the filter %1</source>
        <translation>移除筛选条件 %1</translation>
    </message>
</context>
<context>
    <name>bitlathe::GroupErrorView</name>
    <message>
        <location filename="../ui/plots/group_error_view.cpp" line="+43"/>
        <location line="+35"/>
        <source>Error per group</source>
        <translation>每组误差</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Error per group of %1</source>
        <translation>每组（%1 个权重）误差</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>the worst 1 % hold %1 of the error</source>
        <translation>最差的 1 % 占误差的 %1</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>worst 1 %: %1</source>
        <translation>最差 1 %：%1</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>In %1 every weight stands for itself: there are no groups.</source>
        <translation>在 %1 中每个权重各自独立：没有分组。</translation>
    </message>
    <message>
        <location line="+28"/>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message numerus="yes">
        <location line="+12"/>
        <source>where the %n worst lie, rows down, columns across</source>
        <translation>
            <numerusform>最差的 %n 组的位置（向下为行，横向为列）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>where the %n worst lie</source>
        <translation>
            <numerusform>最差的 %n 组的位置</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+23"/>
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n 组</numerusform>
        </translation>
    </message>
    <message>
        <location line="+5"/>
        <source>%1 below %2 × the mean error</source>
        <translation>%1低于平均误差的 %2 倍</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 above %2 × the mean error</source>
        <translation>%1高于平均误差的 %2 倍</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 with %2 to %3 × the mean error</source>
        <translation>%1为平均误差的 %2 至 %3 倍</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>row %1, columns %2–%3</source>
        <translation>第 %1 行，第 %2–%3 列</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>%1 × the mean error</source>
        <translation>平均误差的 %1 倍</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>click shows it in the matrix</source>
        <translation>单击可在矩阵中显示</translation>
    </message>
    <message>
        <location line="+56"/>
        <source>%1, %2</source>
        <comment>row and columns of a group, its error</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <location line="+23"/>
        <source>from × mean error</source>
        <translation>自（× 平均误差）</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>to × mean error</source>
        <translation>至（× 平均误差）</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>groups</source>
        <translation>组数</translation>
    </message>
</context>
<context>
    <name>bitlathe::HeaderBar</name>
    <message>
        <location filename="../ui/panels/header_bar.cpp" line="+73"/>
        <source>Recent ▾</source>
        <translation>最近 ▾</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Plan</source>
        <translation>方案</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Plan ▾</source>
        <translation>方案 ▾</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>How far the planned weights are from the stored ones, relative and squared. An estimate from the weights alone: it does not say how well the model will do its work.</source>
        <translation>方案中的权重与存储的权重之间的相对平方偏差。仅由权重得出的估计：并不说明模型的实际表现。</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Target ▾</source>
        <translation>目标 ▾</translation>
    </message>
    <message>
        <location line="+106"/>
        <source>measuring errors, %1 %</source>
        <translation>正在测量误差，%1 %</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>errors are not known</source>
        <translation>误差未知</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <location line="-124"/>
        <location line="+160"/>
        <source>%1 bpw</source>
        <translation>%1 bpw</translation>
    </message>
    <message>
        <location line="-159"/>
        <location line="+187"/>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <location line="-185"/>
        <location line="+159"/>
        <location line="+5"/>
        <source>weight error %1</source>
        <translation>权重误差 %1</translation>
    </message>
    <message>
        <location line="-159"/>
        <location line="+183"/>
        <source>estimate, not quality · weights × NMSE %1</source>
        <translation>估计值，非质量 · 权重数 × NMSE %1</translation>
    </message>
    <message>
        <location line="-57"/>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>What the plan is for: %1</source>
        <translation>方案用途：%1</translation>
    </message>
    <message>
        <location line="+24"/>
        <location line="+5"/>
        <source>error %1</source>
        <translation>误差 %1</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1, not applied yet</source>
        <translation>%1，尚未应用</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>estimate, not quality</source>
        <translation>估计值，非质量</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>estimate</source>
        <translation>估计值</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>estimate, not quality · not known yet</source>
        <translation>估计值，非质量 · 尚不清楚</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>not known yet</source>
        <translation>尚不清楚</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>measured: %1</source>
        <translation>测量：%1</translation>
    </message>
</context>
<context>
    <name>bitlathe::HelpWindow</name>
    <message>
        <location filename="../ui/panels/help_window.cpp" line="+67"/>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Help – Bitlathe</source>
        <translation>帮助 – Bitlathe</translation>
    </message>
</context>
<context>
    <name>bitlathe::HistogramView</name>
    <message>
        <location filename="../ui/plots/histogram_view.cpp" line="+28"/>
        <source>Histogram of the weights</source>
        <translation>权重直方图</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Logarithmic counts</source>
        <translation>对数计数</translation>
    </message>
    <message>
        <location line="+31"/>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Weights, grid of %1</source>
        <translation>权重，%1 的网格</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>log count</source>
        <translation>计数（对数）</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>count</source>
        <translation>计数</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>line: rounded</source>
        <translation>线：舍入后</translation>
    </message>
    <message>
        <location line="-1"/>
        <source>kurtosis %1</source>
        <translation>峰度 %1</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>Select a tensor.</source>
        <translation>请选择一个张量。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Not profiled yet.</source>
        <translation>尚未分析。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>No weight differs from 0.</source>
        <translation>所有权重均为 0。</translation>
    </message>
    <message>
        <location line="+23"/>
        <source>%1 keeps every weight as it is</source>
        <translation>%1 保持每个权重不变</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>every weight is kept</source>
        <translation>保留每个权重</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 has no grid that a group&apos;s reach alone would tell</source>
        <translation>仅凭一组的取值范围无法确定 %1 的网格</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>no grid to draw</source>
        <translation>没有可绘制的网格</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>%1 levels of a typical group: %2 weights that reach about %3</source>
        <translation>典型组的 %1 个级别：%2 个权重，幅值约 %3</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>%1 levels, groups of %2, to about %3</source>
        <translation>%1 个级别，每组 %2 个，约至 %3</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 levels</source>
        <translation>%1 个级别</translation>
    </message>
    <message>
        <location line="+24"/>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>%1 weights, %2 %</source>
        <translation>%1 个权重，%2 %</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>%1 when rounded</source>
        <translation>舍入后 %1</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>%1: %2</source>
        <comment>range of weights: count</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <location line="+42"/>
        <source>from</source>
        <translation>从</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>to</source>
        <translation>到</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>weights</source>
        <translation>权重数</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>rounded</source>
        <translation>舍入后</translation>
    </message>
</context>
<context>
    <name>bitlathe::HistoryModel</name>
    <message>
        <location filename="../ui/models/history_model.cpp" line="+37"/>
        <source>Opened with %1</source>
        <translation>打开时为 %1</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>%1, saved</source>
        <translation>%1，已保存</translation>
    </message>
</context>
<context>
    <name>bitlathe::HistoryPanel</name>
    <message>
        <location filename="../ui/panels/history_panel.cpp" line="+39"/>
        <source>saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <location line="+33"/>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Steps of editing</source>
        <translation>编辑步骤</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>A click or Enter goes to the state after that step.</source>
        <translation>单击或按回车键可转到该步骤之后的状态。</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
</context>
<context>
    <name>bitlathe::InspectorPanel</name>
    <message>
        <location filename="../ui/panels/inspector_panel.cpp" line="+25"/>
        <location line="+12"/>
        <source>Inspector</source>
        <translation>检查器</translation>
    </message>
    <message>
        <location line="-6"/>
        <source>Select a bar or a row of the table to see what is known of it.</source>
        <translation>选择一个柱形或表格中的一行，查看其已知信息。</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>Facts of the selected tensors</source>
        <translation>所选张量的信息</translation>
    </message>
    <message numerus="yes">
        <location line="+58"/>
        <source>%n tensor(s)</source>
        <translation>
            <numerusform>%n 个张量</numerusform>
        </translation>
    </message>
    <message>
        <location line="+29"/>
        <source>fact</source>
        <translation>项目</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>value</source>
        <translation>值</translation>
    </message>
</context>
<context>
    <name>bitlathe::JobRow</name>
    <message>
        <location filename="../ui/panels/job_row.cpp" line="+100"/>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <location line="-12"/>
        <source>Progress of %1</source>
        <translation>%1 的进度</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Run again</source>
        <translation>重新运行</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location line="-7"/>
        <source>Log of %1</source>
        <translation>%1 的日志</translation>
    </message>
    <message>
        <location line="+37"/>
        <source>cancelling …</source>
        <translation>正在取消 …</translation>
    </message>
    <message>
        <location line="+31"/>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <location line="+49"/>
        <source>paused  ·  %1</source>
        <translation>已暂停  ·  %1</translation>
    </message>
    <message>
        <location line="-55"/>
        <location line="+32"/>
        <source>%1 % done</source>
        <translation>已完成 %1 %</translation>
    </message>
    <message numerus="yes">
        <location line="+9"/>
        <source>waiting for %n other job(s)</source>
        <translation>
            <numerusform>正在等待另外 %n 个任务</numerusform>
        </translation>
    </message>
    <message>
        <location line="-100"/>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <location line="+107"/>
        <location line="+7"/>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <location line="-7"/>
        <source>running</source>
        <translation>正在运行</translation>
    </message>
    <message>
        <location line="-106"/>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <location line="+161"/>
        <source>Where: %1, at byte %2</source>
        <translation>位置：%1，字节 %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Where: %1</source>
        <translation>位置：%1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>What to do: %1</source>
        <translation>解决办法：%1</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>done in %1</source>
        <translation>已完成，用时 %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 in %2, %3/s</source>
        <translation>%1，用时 %2，%3/s</translation>
    </message>
</context>
<context>
    <name>bitlathe::JobsPanel</name>
    <message>
        <location filename="../ui/panels/jobs_panel.cpp" line="+68"/>
        <location line="+1"/>
        <location line="+5"/>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <location line="-4"/>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Dismiss what is done</source>
        <translation>关闭已完成的任务</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Nothing runs in the background.</source>
        <translation>后台没有任务运行。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Log of jobs</source>
        <translation>任务日志</translation>
    </message>
    <message>
        <location line="+21"/>
        <source>waiting</source>
        <translation>正在等待</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>started</source>
        <translation>已开始</translation>
    </message>
    <message>
        <location line="+2"/>
        <location line="+83"/>
        <source>%1: started</source>
        <translation>%1：已开始</translation>
    </message>
    <message>
        <location line="-83"/>
        <source>%1: waiting</source>
        <translation>%1：正在等待</translation>
    </message>
    <message>
        <location line="+43"/>
        <source>cancelled after %1</source>
        <translation>%1 后取消</translation>
    </message>
    <message>
        <location line="+46"/>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <location line="+75"/>
        <source>%n running</source>
        <translation>
            <numerusform>%n 个正在运行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bitlathe::LayerwiseBox</name>
    <message>
        <location filename="../ui/panels/layerwise_box.cpp" line="+41"/>
        <source>Layer-wise</source>
        <translation>逐层</translation>
    </message>
    <message>
        <location line="+22"/>
        <source>Low format</source>
        <translation>低格式</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>High format</source>
        <translation>高格式</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>low</source>
        <translation>低</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>high</source>
        <translation>高</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Share of blocks at the low format, in percent</source>
        <translation>使用低格式的块所占比例（百分比）</translation>
    </message>
    <message>
        <location line="+108"/>
        <source>waits for the statistics of the weights</source>
        <translation>等待权重统计</translation>
    </message>
    <message>
        <location line="-105"/>
        <location line="+106"/>
        <location line="+12"/>
        <source>%1 % low</source>
        <translation>%1 % 低</translation>
    </message>
    <message>
        <location line="-154"/>
        <source>Blocks are ranked; the least important ones get the low format (arXiv 2406.17415).</source>
        <translation>对块排序；最不重要的块使用低格式（arXiv 2406.17415）。</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>What blocks are ranked by</source>
        <translation>块按什么排序</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>ZD asks the weights alone, LIM a text: how much each block turns the residual stream</source>
        <translation>ZD 只看权重，LIM 看文本：每个块使残差流转向多少</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>ranked by</source>
        <translation>排序依据</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Both side by side</source>
        <translation>两者并列</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Two new plans, by ZD and by LIM, compared with each other</source>
        <translation>两个新方案，分别按 ZD 和 LIM，并相互比较</translation>
    </message>
    <message>
        <location line="+69"/>
        <source>ZD, the weights</source>
        <translation>ZD，权重</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>LIM, a text</source>
        <translation>LIM，文本</translation>
    </message>
    <message>
        <location line="+82"/>
        <source>%1 of %2 blocks low, %3 bpw</source>
        <translation>%2 个块中 %1 个为低格式，%3 bpw</translation>
    </message>
</context>
<context>
    <name>bitlathe::LayerwiseSolver</name>
    <message>
        <location filename="../ui/jobs/layerwise_solver.cpp" line="+146"/>
        <source>Layer-wise %1</source>
        <translation>逐层 %1</translation>
    </message>
</context>
<context>
    <name>bitlathe::Layouts</name>
    <message>
        <location filename="../ui/window/layouts.cpp" line="+51"/>
        <source>Save layout</source>
        <translation>保存布局</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Name of the layout; one of that name is replaced</source>
        <translation>布局的名称；同名布局将被替换</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>Default</source>
        <translation>默认</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Save layout as…</source>
        <translation>布局另存为…</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Delete layout</source>
        <translation>删除布局</translation>
    </message>
</context>
<context>
    <name>bitlathe::MainWindow</name>
    <message>
        <location filename="../ui/window/main_window.cpp" line="+184"/>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <location line="-3"/>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <location line="+33"/>
        <source>No plan</source>
        <translation>没有方案</translation>
    </message>
    <message numerus="yes">
        <location line="-180"/>
        <source>and %n more</source>
        <translation>
            <numerusform>以及另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <location line="+224"/>
        <source>%1 % – </source>
        <translation>%1 % – </translation>
    </message>
    <message>
        <location filename="../ui/window/main_window_jobs.cpp" line="+27"/>
        <source>Errors and statistics are complete</source>
        <translation>误差和统计已完成</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Errors and statistics are incomplete</source>
        <translation>误差和统计不完整</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>Solve the plan</source>
        <translation>求解方案</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Solve by layers</source>
        <translation>逐层求解</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Picture of the matrix</source>
        <translation>矩阵图像</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/window/main_window_quit.cpp" line="+48"/>
        <source>%n job(s) have not ended:</source>
        <translation>
            <numerusform>%n 个任务尚未结束：</numerusform>
        </translation>
    </message>
    <message>
        <location line="+4"/>
        <source>• %1: what it found so far is kept</source>
        <translation>• %1：已得到的结果会保留</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>• %1: when it is stopped, %2</source>
        <translation>• %1：停止时，%2</translation>
    </message>
    <message>
        <location line="-19"/>
        <location line="+22"/>
        <location line="+14"/>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <location line="-13"/>
        <source>Quit when done</source>
        <translation>完成后退出</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Stop and quit</source>
        <translation>停止并退出</translation>
    </message>
    <message>
        <location line="+0"/>
        <location line="+19"/>
        <source>Keep working</source>
        <translation>继续工作</translation>
    </message>
    <message>
        <location line="-1"/>
        <source>Bitlathe quits when the jobs are done.</source>
        <translation>任务完成后 Bitlathe 将退出。</translation>
    </message>
    <message numerus="yes">
        <location line="+12"/>
        <source>%n plan(s) have changes that were not saved:</source>
        <translation>
            <numerusform>%n 个方案有未保存的更改：</numerusform>
        </translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Save …</source>
        <translation>保存 …</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location line="+19"/>
        <source>Could not save the plan</source>
        <translation>无法保存方案</translation>
    </message>
    <message>
        <location filename="../ui/window/main_window_export.cpp" line="+41"/>
        <source>cancelled, nothing was left behind</source>
        <translation>已取消，未留下任何内容</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>The export failed</source>
        <translation>导出失败</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <location line="+33"/>
        <source>written %1 in %2 (%3/s), read back, %4 of %4 tensors equal</source>
        <translation>已写入 %1，用时 %2（%3/s），已回读，%4 / %4 个张量一致</translation>
    </message>
    <message>
        <location line="-20"/>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Open the exported file</source>
        <translation>打开导出的文件</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Open the report</source>
        <translation>打开报告</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Copy command line</source>
        <translation>复制命令行</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>SHA-256 %1</source>
        <translation>SHA-256 %1</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Export: wrote %1, SHA-256 %2</source>
        <translation>导出：已写入 %1，SHA-256 %2</translation>
    </message>
    <message>
        <location filename="../ui/window/main_window_panels.cpp" line="+59"/>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Matrix</source>
        <translation>矩阵</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Try</source>
        <comment>the page where a prompt is tried</comment>
        <translation>试用</translation>
    </message>
    <message>
        <location line="+41"/>
        <source>Tensors</source>
        <translation>张量</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Inspector</source>
        <translation>检查器</translation>
    </message>
    <message>
        <location line="+4"/>
        <location line="+2"/>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Ranking</source>
        <translation>排名</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Size and error</source>
        <translation>大小与误差</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>fits in %1</source>
        <translation>容纳于 %1</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>No plot</source>
        <translation>无法绘图</translation>
    </message>
    <message>
        <location filename="../ui/window/main_window_figures.cpp" line="+20"/>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <location filename="../ui/window/main_window_export.cpp" line="-21"/>
        <location filename="../ui/window/main_window_figures.cpp" line="+5"/>
        <source>Report: wrote %1</source>
        <translation>报告：已写入 %1</translation>
    </message>
    <message>
        <location filename="../ui/window/main_window_figures.cpp" line="+20"/>
        <source>The figure could not be saved</source>
        <translation>无法保存该图</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Figure: wrote %1</source>
        <translation>图：已写入 %1</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Not all figures could be saved</source>
        <translation>部分图无法保存</translation>
    </message>
    <message numerus="yes">
        <location line="+4"/>
        <source>%n figure(s) saved, each with its data</source>
        <translation>
            <numerusform>已保存 %n 个图，各附数据</numerusform>
        </translation>
    </message>
    <message>
        <location line="+15"/>
        <source>Save all figures</source>
        <translation>保存所有图</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%n file(s) of these names are there already.</source>
        <translation>
            <numerusform>已存在 %n 个同名文件。</numerusform>
        </translation>
    </message>
    <message>
        <location line="+1"/>
        <location filename="../ui/window/main_window_project.cpp" line="+57"/>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <location filename="../ui/window/main_window_panels.cpp" line="+3"/>
        <source>Composition</source>
        <translation>组成</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <location filename="../ui/window/main_window_plans.cpp" line="+16"/>
        <source>Plans</source>
        <translation>方案</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message numerus="yes">
        <location line="+38"/>
        <source>Plans of this model were not saved when the program ended last time. %n tensor(s) differ from the plan on screen.</source>
        <translation>
            <numerusform>上次程序结束时，此模型的方案尚未保存。有 %n 个张量与屏幕上的方案不同。</numerusform>
        </translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <location line="+5"/>
        <location filename="../ui/window/main_window_quit.cpp" line="-19"/>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message numerus="yes">
        <location line="+8"/>
        <source>%n measurement(s) of this model that no project holds are back: the program did not end in order last time.</source>
        <translation>
            <numerusform>此模型有 %n 项尚未存入任何项目的测量结果已恢复：程序上次未正常结束。</numerusform>
        </translation>
    </message>
    <message>
        <location line="+16"/>
        <source>What was measured of blocks and formats beside a profile is back: the program did not end in order last time.</source>
        <translation>与分析一同测量的块和格式的结果已恢复：程序上次未正常结束。</translation>
    </message>
    <message>
        <location filename="../ui/window/main_window_questions.cpp" line="+86"/>
        <source>Nothing yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Everything as stored</source>
        <translation>全部保持原样</translation>
    </message>
    <message>
        <location filename="../ui/window/main_window_targets.cpp" line="+46"/>
        <source>Target %1</source>
        <translation>目标 %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Target %1: %2</source>
        <translation>目标 %1：%2</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Other tensors</source>
        <translation>其他张量</translation>
    </message>
    <message>
        <location filename="../ui/window/main_window_comfort.cpp" line="+44"/>
        <source>The diagnostics are copied.</source>
        <translation>诊断信息已复制。</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>New here? F1 shows all keys, Ctrl+K finds any command by a few letters, and the sample model is a good place to try things.</source>
        <translation>第一次使用？F1 显示所有按键，Ctrl+K 输入几个字即可找到任何命令，示例模型很适合用来尝试。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Show the keys</source>
        <translation>显示按键</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Open the sample model</source>
        <translation>打开示例模型</translation>
    </message>
    <message>
        <location line="+49"/>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Memory of the program itself; weights are read from their files and do not count. The bound for matrix pictures is a setting.</source>
        <translation>程序自身占用的内存；权重从文件中读取，不计在内。矩阵图像的上限可在设置中更改。</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>matrix pictures %1 of %2</source>
        <translation>矩阵图像 %1 / %2</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>memory %1  ·  %2</source>
        <translation>内存 %1  ·  %2</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>%1  %2</source>
        <comment>keys, what they do</comment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <location filename="../ui/window/main_window_source.cpp" line="+25"/>
        <source>%1 is no longer where it was opened. What is on screen still comes from it; put it back before you open the model again.</source>
        <translation>%1 已不在打开时的位置。屏幕上的内容仍来自它；再次打开模型之前请将其放回。</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>%1 was changed on the disk after it was opened. Figures may not be those of the file any more.</source>
        <translation>%1 在打开之后已在磁盘上更改。数值可能与文件不再一致。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Reload</source>
        <translation>重新加载</translation>
    </message>
    <message>
        <location filename="../ui/window/main_window_quality.cpp" line="+29"/>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <location filename="../ui/window/main_window_activations.cpp" line="+24"/>
        <source>Outliers</source>
        <translation>离群值</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Calibration text</source>
        <translation>校准文本</translation>
    </message>
    <message>
        <location line="+1"/>
        <location filename="../ui/window/main_window_quality.cpp" line="+2"/>
        <source>Sample text</source>
        <translation>示例文本</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>The profile is not kept for another time: %1</source>
        <translation>分析结果不会保留到下次：%1</translation>
    </message>
    <message>
        <location filename="../ui/window/main_window_project.cpp" line="-39"/>
        <source>Project: wrote %1</source>
        <translation>项目：已写入 %1</translation>
    </message>
    <message numerus="yes">
        <location line="+9"/>
        <source>%n plan(s) of the project are not shown: they are for the model in another form, with other tensors. They stay in the file.</source>
        <translation>
            <numerusform>项目中有 %n 个方案未显示：它们针对该模型的另一种形式，张量不同。它们仍保留在文件中。</numerusform>
        </translation>
    </message>
    <message>
        <location line="+26"/>
        <source>%1 is the project of another model, %2. What it holds would be lost.</source>
        <translation>%1 是另一个模型 %2 的项目。其中的内容将会丢失。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Save the project</source>
        <translation>保存项目</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <location filename="../ui/window/main_window_quality.cpp" line="+4"/>
        <source>the original</source>
        <translation>原模型</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>The measurement is not kept for another time: %1</source>
        <translation>测量结果未能留待以后使用：%1</translation>
    </message>
</context>
<context>
    <name>bitlathe::MapView</name>
    <message>
        <location filename="../ui/panels/map_view.cpp" line="+31"/>
        <source>The text waits or runs through the model, see Jobs.</source>
        <translation>文本正在等待或正在模型中运行，见任务。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Nothing is known of the activations of this model. Run a text through it to see which channels stand out, and how much each block does.</source>
        <translation>对该模型的激活一无所知。让一段文本在其中运行，即可看到哪些通道突出以及每个块做了多少。</translation>
    </message>
    <message>
        <location line="+88"/>
        <source>block %1</source>
        <translation>块 %1</translation>
    </message>
    <message>
        <location filename="../ui/panels/map_view_build.cpp" line="+96"/>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Clip</source>
        <translation>截断</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The share of the values that keep to the colours; the others get those of the ends</source>
        <translation>落在颜色范围内的值的比例；其余取两端的颜色</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Log</source>
        <translation>对数</translation>
    </message>
</context>
<context>
    <name>bitlathe::MatrixCanvas</name>
    <message>
        <location filename="../ui/canvas/matrix_canvas.cpp" line="+24"/>
        <source>Picture of the weight matrix</source>
        <translation>权重矩阵图像</translation>
    </message>
    <message>
        <location filename="../ui/canvas/matrix_canvas_input.cpp" line="+256"/>
        <source>row %1, column %2</source>
        <translation>第 %1 行，第 %2 列</translation>
    </message>
</context>
<context>
    <name>bitlathe::MatrixPage</name>
    <message>
        <location filename="../ui/panels/matrix_page.cpp" line="+83"/>
        <source>Select a tensor to see its weights.</source>
        <translation>选择一个张量以查看其权重。</translation>
    </message>
    <message>
        <location line="+38"/>
        <source>Reading the weights …</source>
        <translation>正在读取权重 …</translation>
    </message>
    <message>
        <location line="+69"/>
        <source>%1 weight</source>
        <translation>%1 权重</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1 − weight</source>
        <translation>%1 − 权重</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>|weight|</source>
        <translation>|权重|</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <location line="-165"/>
        <location line="+173"/>
        <source>Matrix</source>
        <translation>矩阵</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>kept as %1, nothing changes</source>
        <translation>保持 %1，无变化</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>kept as %1</source>
        <translation>保持 %1</translation>
    </message>
    <message>
        <location filename="../ui/panels/matrix_page_controls.cpp" line="+34"/>
        <source>Reading the matrix</source>
        <translation>正在读取矩阵</translation>
    </message>
    <message>
        <location line="+48"/>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>|value|</source>
        <translation>|值|</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>quantized</source>
        <translation>量化后</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>error</source>
        <translation>误差</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Clip</source>
        <translation>截断</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The share of the weights that keep to the colours; the others get those of the ends</source>
        <translation>落在色标内的权重比例；其余使用两端的颜色</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Log</source>
        <translation>对数</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Rows by norm</source>
        <translation>行按范数</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Columns by norm</source>
        <translation>列按范数</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Largest L2 norm of the stored weights first</source>
        <translation>存储权重的 L2 范数从大到小</translation>
    </message>
    <message>
        <location filename="../ui/panels/matrix_page_reading.cpp" line="+27"/>
        <source>code %1</source>
        <translation>编码 %1</translation>
    </message>
    <message>
        <location line="+43"/>
        <source>row %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>column %1</source>
        <translation>第 %1 列</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>value %1</source>
        <translation>值 %1</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>error %1</source>
        <translation>误差 %1</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>rows %1</source>
        <translation>行 %1</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>row ranks %1</source>
        <translation>行排名 %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>columns %1</source>
        <translation>列 %1</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>column ranks %1</source>
        <translation>列排名 %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>largest in %1, %2: %3</source>
        <translation>%1、%2 中的最大值：%3</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>Copy image</source>
        <translation>复制图像</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Save PNG …</source>
        <translation>保存 PNG …</translation>
    </message>
    <message>
        <location line="+2"/>
        <location line="+11"/>
        <source>Save visible values as CSV …</source>
        <translation>将可见的值保存为 CSV …</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Save visible values as CSV (zoom in to %1 or fewer)</source>
        <translation>将可见的值保存为 CSV（请放大到不超过 %1 个）</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>The picture was not saved</source>
        <translation>图像未保存</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>Values of %1</source>
        <translation>%1 的值</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The values were not saved</source>
        <translation>值未保存</translation>
    </message>
</context>
<context>
    <name>bitlathe::MeasuredExperts</name>
    <message>
        <location filename="../ui/panels/measured_experts.cpp" line="+20"/>
        <source>What rounding does</source>
        <translation>舍入的影响</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>What rounding experts does</source>
        <translation>舍入专家的影响</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>block</source>
        <translation>块</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>expert</source>
        <translation>专家</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>error</source>
        <translation>误差</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>importance</source>
        <translation>重要性</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>That were given to the expert: of few nothing follows</source>
        <translation>交给该专家的词元：过少则说明不了什么</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Σ over windows of |MoE(x) − MoE(x, this expert rounded)|, Frobenius norms</source>
        <translation>各窗口 |MoE(x) − MoE(x, 舍入该专家)| 之和，Frobenius 范数</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>share of tokens × share of weights^1.5 × error² (MC-MoE, Huang et al. 2024)</source>
        <translation>词元份额 × 权重份额^1.5 × 误差²（MC-MoE，Huang 等，2024）</translation>
    </message>
    <message>
        <location line="+28"/>
        <source>Each expert alone in %1, on %2, most important first.</source>
        <translation>每个专家单独以 %1 存储，文本 %2，最重要的在前。</translation>
    </message>
</context>
<context>
    <name>bitlathe::MessageBar</name>
    <message>
        <location filename="../ui/panels/message_bar.cpp" line="+34"/>
        <location line="+78"/>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <location line="-33"/>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <location line="-39"/>
        <location line="+47"/>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>bitlathe::Minimap</name>
    <message>
        <location filename="../ui/canvas/minimap.cpp" line="+27"/>
        <location line="+83"/>
        <source>All blocks</source>
        <translation>所有块</translation>
    </message>
    <message>
        <location line="-82"/>
        <source>All blocks: mean bits high, coloured by the largest error (est.). Drag the frame or its edges, click, turn the wheel; double-click shows everything.</source>
        <translation>所有块：高度为平均比特数，颜色为最大误差（估计）。可拖动方框或其边缘、单击、转动滚轮；双击显示全部。</translation>
    </message>
    <message>
        <location line="+91"/>
        <source>All blocks, in sight: %1 to %2</source>
        <translation>所有块，可见范围：%1 至 %2</translation>
    </message>
    <message>
        <location line="+58"/>
        <source>all blocks</source>
        <translation>所有块</translation>
    </message>
</context>
<context>
    <name>bitlathe::OutlierLists</name>
    <message>
        <location filename="../ui/panels/outlier_lists.cpp" line="+95"/>
        <source>No channel meets this. LLM.int8() keeps those that do in 16 bits.</source>
        <translation>没有通道满足条件。LLM.int8() 以 16 位保存满足者。</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%n channel(s) that LLM.int8() would keep in 16 bits</source>
        <translation>
            <numerusform>LLM.int8() 会以 16 位保存的通道：%n 个</numerusform>
        </translation>
    </message>
    <message>
        <location line="+27"/>
        <source>None is massive. Of every channel of a block the largest is listed.</source>
        <translation>没有巨大激活。列出每个块中各通道的最大值。</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%n massive value(s), marked ●</source>
        <translation>
            <numerusform>%n 个巨大激活，以 ● 标记</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/panels/outlier_lists_build.cpp" line="+46"/>
        <location line="+21"/>
        <source>Outlier features</source>
        <translation>离群特征</translation>
    </message>
    <message>
        <location line="-17"/>
        <source>Threshold of outlier features</source>
        <translation>离群特征的阈值</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Magnitudes that the profile counted. 6 is a figure of models whose activations are of that scale: where the norms&apos; weights are large, every channel is above it.</source>
        <translation>分析所计数的幅度。6 只适用于激活属于该量级的模型：归一化权重大时，所有通道都会超过它。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>|x| from</source>
        <translation>|x| 不小于</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>in blocks</source>
        <translation>块比例</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+2"/>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <location line="-1"/>
        <source>for tokens</source>
        <translation>词元比例</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>place</source>
        <translation>位置</translation>
    </message>
    <message>
        <location line="+0"/>
        <location line="+29"/>
        <source>channel</source>
        <translation>通道</translation>
    </message>
    <message>
        <location line="-29"/>
        <source>blocks</source>
        <translation>块</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>max</source>
        <translation>最大</translation>
    </message>
    <message>
        <location line="+15"/>
        <location line="+13"/>
        <source>Largest values after a block</source>
        <translation>块之后的最大值</translation>
    </message>
    <message>
        <location line="-10"/>
        <source>massive above</source>
        <translation>巨大：大于</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>and above</source>
        <translation>且大于</translation>
    </message>
    <message>
        <location line="+1"/>
        <source> × median</source>
        <translation> × 中位数</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>block</source>
        <translation>块</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>token</source>
        <translation>词元</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>× median</source>
        <translation>× 中位数</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>massive</source>
        <translation>巨大</translation>
    </message>
</context>
<context>
    <name>bitlathe::OutlierStrip</name>
    <message>
        <location filename="../ui/canvas/outlier_strip.cpp" line="+35"/>
        <source>Outlying channels over depth</source>
        <translation>沿深度的离群通道</translation>
    </message>
    <message>
        <location filename="../ui/canvas/outlier_strip_input.cpp" line="+17"/>
        <source>not profiled</source>
        <translation>未分析</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>largest channel %1, %2 × the median</source>
        <translation>最大通道 %1，中位数的 %2 倍</translation>
    </message>
    <message>
        <location line="+13"/>
        <location line="+78"/>
        <source>block %1</source>
        <translation>块 %1</translation>
    </message>
</context>
<context>
    <name>bitlathe::OutliersPage</name>
    <message>
        <location filename="../ui/panels/outliers_page.cpp" line="+36"/>
        <location line="+59"/>
        <location line="+14"/>
        <source>Outliers</source>
        <translation>离群值</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>The text cannot be read: %1</source>
        <translation>无法读取文本：%1</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>%1, %2 tokens in windows of %3</source>
        <translation>%1，%2 个词元，窗口 %3</translation>
    </message>
    <message>
        <location line="-74"/>
        <source>Text to profile with</source>
        <translation>用于分析的文本</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Tokens of the text at most</source>
        <translation>文本的词元数上限</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Statistics are stable from some thousand tokens on</source>
        <translation>从几千个词元起统计量就稳定了</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>the whole text</source>
        <translation>整个文本</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>Views of what the text showed</source>
        <translation>文本所示内容的视图</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Channels</source>
        <translation>通道</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Tokens</source>
        <comment>a view of activations</comment>
        <translation>词元</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Attention</source>
        <translation>注意力</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Experts</source>
        <translation>专家</translation>
    </message>
</context>
<context>
    <name>bitlathe::OutputErrorMeasurer</name>
    <message numerus="yes">
        <location filename="../ui/jobs/output_error_measurer.cpp" line="+137"/>
        <source>output errors of %n tensor(s) are known</source>
        <translation>
            <numerusform>%n 个张量的输出误差已知</numerusform>
        </translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Output errors on %1</source>
        <translation>输出误差，文本 %1</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>what was measured so far is lost</source>
        <translation>目前为止的测量会丢失</translation>
    </message>
</context>
<context>
    <name>bitlathe::ParetoPanel</name>
    <message>
        <location filename="../ui/plots/pareto_panel.cpp" line="+29"/>
        <source>Size and error</source>
        <translation>大小与误差</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>What was measured, on the right axis</source>
        <translation>右侧坐标轴上的测量值</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>estimates only</source>
        <translation>仅估计值</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>KL measured</source>
        <translation>KL（测量）</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>perplexity measured</source>
        <translation>困惑度（测量）</translation>
    </message>
    <message>
        <location line="+58"/>
        <source>error est., log  ·  bits per weight</source>
        <translation>估计误差（对数）  ·  每权重比特数</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>error est. by bpw</source>
        <translation>误差估计，按 bpw</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>estimates</source>
        <translation>估计值</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>○ error est., left  ·  ● KL measured, nats, right</source>
        <translation>○ 误差（估计），左  ·  ● KL（测量），奈特，右</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>○ error est.  ·  ● KL, nats</source>
        <translation>○ 误差估计  ·  ● KL，奈特</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>○ est.  ● KL</source>
        <translation>○ 估计  ● KL</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>○ error est., left  ·  ● perplexity measured, right</source>
        <translation>○ 误差（估计），左  ·  ● 困惑度（测量），右</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>○ error est.  ·  ● perplexity</source>
        <translation>○ 误差估计  ·  ● 困惑度</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>○ est.  ● PPL</source>
        <translation>○ 估计  ● PPL</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>No model is open.</source>
        <translation>没有打开的模型。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Waiting for the profile: the front is drawn when the error of every tensor in every format is known.</source>
        <translation>等待分析：当每个张量在每种格式下的误差都已知时绘制前沿。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Every format keeps these weights as they are: there is no error to draw.</source>
        <translation>每种格式都能原样保留这些权重：没有误差可绘制。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Computing what is possible…</source>
        <translation>正在计算可行范围…</translation>
    </message>
</context>
<context>
    <name>bitlathe::ParetoPlot</name>
    <message>
        <location filename="../ui/plots/pareto_plot.cpp" line="+42"/>
        <source>Size and estimated error of plans</source>
        <translation>各方案的大小与估计误差</translation>
    </message>
    <message>
        <location filename="../ui/plots/pareto_measured.cpp" line="+129"/>
        <source>kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>bits per weight</source>
        <translation>每权重比特数</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>estimated error (weights × NMSE)</source>
        <translation>估计误差（权重数 × NMSE）</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>perplexity, measured</source>
        <translation>困惑度，测量</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>perplexity, standard error</source>
        <translation>困惑度，标准误差</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>KL, measured, nats per token</source>
        <translation>KL，测量，每词元奈特</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>KL, standard error</source>
        <translation>KL，标准误差</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>measured on</source>
        <translation>测量依据</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>plan, measured</source>
        <translation>方案，测量</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>front</source>
        <translation>前沿</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>current plan</source>
        <translation>当前方案</translation>
    </message>
    <message>
        <location line="-5"/>
        <source>plan</source>
        <translation>方案</translation>
    </message>
    <message>
        <location filename="../ui/plots/pareto_plot_input.cpp" line="+46"/>
        <location line="+187"/>
        <source>Best plan of this size</source>
        <translation>此大小下的最佳方案</translation>
    </message>
    <message>
        <location filename="../ui/plots/pareto_measured.cpp" line="-33"/>
        <location filename="../ui/plots/pareto_plot_input.cpp" line="-184"/>
        <source>%1 bits per weight, %2</source>
        <translation>每权重 %1 比特，%2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>measured: %1</source>
        <translation>测量：%1</translation>
    </message>
    <message>
        <location filename="../ui/plots/pareto_plot_input.cpp" line="+1"/>
        <source>error est. %1</source>
        <translation>估计误差 %1</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>from the plan: %1, error × %2</source>
        <translation>相对于当前方案：%1，误差 × %2</translation>
    </message>
    <message>
        <location filename="../ui/plots/pareto_measured.cpp" line="+2"/>
        <location filename="../ui/plots/pareto_plot_input.cpp" line="+5"/>
        <source>click switches to this plan</source>
        <translation>单击可切换到此方案</translation>
    </message>
    <message>
        <location filename="../ui/plots/pareto_plot_input.cpp" line="+1"/>
        <source>click applies it, one step to undo</source>
        <translation>单击即可应用，可一步撤销</translation>
    </message>
    <message>
        <location line="+169"/>
        <source>the plan %1</source>
        <translation>方案 %1</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>%1 bits per weight, measured: %2</source>
        <translation>每权重 %1 比特，测量：%2</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 bits per weight, estimated error %2</source>
        <translation>每权重 %1 比特，估计误差 %2</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1, %2, %3</source>
        <comment>kind, figures, size</comment>
        <translation>%1，%2，%3</translation>
    </message>
    <message>
        <location filename="../ui/plots/pareto_plans.cpp" line="+57"/>
        <source>B: %1</source>
        <translation>B：%1</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>no plan of this size is known to lose less (est.)</source>
        <translation>没有已知的此大小的方案损失更小（估计）</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the best plan of this size loses %1 times less (est.)</source>
        <translation>此大小下的最佳方案损失仅为 1/%1（估计）</translation>
    </message>
</context>
<context>
    <name>bitlathe::PlanDifferenceModel</name>
    <message>
        <location filename="../ui/models/plan_difference.cpp" line="+148"/>
        <source>Bytes of the compared plan minus those of the current</source>
        <translation>比较方案的字节数减去当前方案的字节数</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Weights × NMSE in the compared plan minus that in the current one: an estimate of the error in the weights</source>
        <translation>比较方案的权重数 × NMSE 减去当前方案的：权重误差的估计值</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>tensor</source>
        <translation>张量</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>current</source>
        <translation>当前</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Δ size</source>
        <translation>Δ 大小</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Δ error est.</source>
        <translation>Δ 估计误差</translation>
    </message>
</context>
<context>
    <name>bitlathe::PlanModel</name>
    <message numerus="yes">
        <location filename="../ui/models/plan_model_steps.cpp" line="+48"/>
        <source>Lock %n tensor(s)</source>
        <translation>
            <numerusform>锁定 %n 个张量</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>Unlock %n tensor(s)</source>
        <translation>
            <numerusform>解锁 %n 个张量</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bitlathe::PlanShelf</name>
    <message>
        <location filename="../ui/models/plan_shelf.cpp" line="+141"/>
        <source>New plan %1</source>
        <translation>新方案 %1</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Rename plan %1 to %2</source>
        <translation>将方案 %1 重命名为 %2</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Switch to plan %1</source>
        <translation>切换到方案 %1</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Remove plan %1</source>
        <translation>移除方案 %1</translation>
    </message>
    <message>
        <location filename="../ui/models/plan_shelf_table.cpp" line="+77"/>
        <source>%1, the current plan</source>
        <translation>%1，当前方案</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1, compared</source>
        <translation>%1，用于比较</translation>
    </message>
    <message>
        <location line="-25"/>
        <source>%1, for the target %2</source>
        <translation>%1，用于目标 %2</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Measured: %1
%2</source>
        <translation>测量：%1
%2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Not measured with these settings, see Quality</source>
        <translation>未以这些设置测量，参见“质量”</translation>
    </message>
    <message>
        <location line="+38"/>
        <source>How far the planned weights are from the stored ones, relative and squared: an estimate from the weights alone</source>
        <translation>方案中的权重与存储的权重之间的相对平方偏差：仅由权重得出的估计</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Perplexity, measured by running the model over the text chosen under Quality</source>
        <translation>困惑度，通过运行模型处理“质量”中所选文本测得</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Mean divergence from the original, measured, in nats per token</source>
        <translation>与原模型的平均散度，测量值，每词元奈特</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>plan</source>
        <translation>方案</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>bpw</source>
        <translation>bpw</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>size</source>
        <translation>大小</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>ppl meas.</source>
        <comment>perplexity, measured: title of a narrow column</comment>
        <translation>困惑度测</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>KL meas.</source>
        <comment>divergence, measured: title of a narrow column</comment>
        <translation>KL 测量</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>error est.</source>
        <translation>估计误差</translation>
    </message>
</context>
<context>
    <name>bitlathe::PlanSolver</name>
    <message>
        <location filename="../ui/jobs/plan_solver.cpp" line="+141"/>
        <source>Budget %1 bits per weight</source>
        <translation>预算：每权重 %1 比特</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Budget %1</source>
        <translation>预算 %1</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>Preset %1</source>
        <translation>预设 %1</translation>
    </message>
</context>
<context>
    <name>bitlathe::PlansPanel</name>
    <message>
        <location filename="../ui/panels/plans_panel.cpp" line="+75"/>
        <location line="+40"/>
        <source>Plans</source>
        <translation>方案</translation>
    </message>
    <message>
        <location line="-38"/>
        <source>New from current</source>
        <translation>由当前新建</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>A copy of the current plan to go on with; the current one stays</source>
        <translation>复制当前方案以继续编辑；当前方案保持不变</translation>
    </message>
    <message>
        <location line="+60"/>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Rename the chosen plan (F2)</source>
        <translation>重命名所选方案（F2）</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Remove the chosen plan (Del); undo brings it back</source>
        <translation>移除所选方案（Del）；可撤销恢复</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Compare with…</source>
        <translation>比较…</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Compare with… ▾</source>
        <translation>比较… ▾</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Compare the current plan with</source>
        <translation>将当前方案与以下方案比较</translation>
    </message>
    <message>
        <location line="+54"/>
        <source>Nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Draws another plan over the bars and lists what differs</source>
        <translation>在柱形上叠加另一个方案，并列出差异</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>There is only one plan yet</source>
        <translation>目前只有一个方案</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Double-click or Enter switches to a plan.</source>
        <translation>双击或按回车键切换到该方案。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>A new plan starts as a copy; this one stays as it is while you try something else.</source>
        <translation>新方案以副本开始；在尝试其他做法时，此方案保持不变。</translation>
    </message>
</context>
<context>
    <name>bitlathe::ProfileFeed</name>
    <message>
        <location filename="../ui/jobs/profile_feed.cpp" line="+119"/>
        <source>Profile of the weights</source>
        <translation>权重分析</translation>
    </message>
</context>
<context>
    <name>bitlathe::QualityMeasurer</name>
    <message>
        <location filename="../ui/jobs/quality_measurer.cpp" line="+131"/>
        <source>Measure %1</source>
        <translation>测量 %1</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>what was measured so far is lost</source>
        <translation>目前已测量的内容将丢失</translation>
    </message>
</context>
<context>
    <name>bitlathe::QualityPanel</name>
    <message>
        <location filename="../ui/panels/quality_panel.cpp" line="+32"/>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <location line="+59"/>
        <source>No model is open.</source>
        <translation>没有打开模型。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>This model cannot be run here, so its quality cannot be measured: %1</source>
        <translation>此模型无法在此运行，因此无法测量其质量：%1</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The text cannot be read: %1</source>
        <translation>无法读取文本：%1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Choose a text to measure with.</source>
        <translation>请选择用于测量的文本。</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>measured</source>
        <translation>测量值</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The plan keeps everything as stored: it is the original.</source>
        <translation>此方案保持一切如存储：它就是原模型。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>This plan waits or is being measured, see Jobs.</source>
        <translation>此方案正在等待或正在测量，参见“任务”。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>This plan is not measured with these settings. Its weight error is an estimate and says little about quality.</source>
        <translation>此方案未以这些设置测量。其权重误差只是估计，不足以说明质量。</translation>
    </message>
    <message>
        <location line="+20"/>
        <location line="+1"/>
        <source>not measured</source>
        <translation>未测量</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Measured on %1</source>
        <translation>测量依据：%1</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>plan</source>
        <translation>方案</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>original</source>
        <translation>原模型</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>perplexity</source>
        <translation>困惑度</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>perplexity, standard error</source>
        <translation>困惑度，标准误差</translation>
    </message>
    <message>
        <location line="+1"/>
        <location filename="../ui/panels/quality_panel_build.cpp" line="+122"/>
        <source>KL, nats per token</source>
        <translation>KL，每词元奈特</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>KL, standard error</source>
        <translation>KL，标准误差</translation>
    </message>
    <message>
        <location line="+1"/>
        <location filename="../ui/panels/quality_panel_build.cpp" line="+1"/>
        <source>KL, median</source>
        <translation>KL，中位数</translation>
    </message>
    <message>
        <location line="+1"/>
        <location filename="../ui/panels/quality_panel_build.cpp" line="+1"/>
        <source>KL, 99 %</source>
        <translation>KL，99 %</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>same most probable token, share</source>
        <translation>首选词元相同，比例</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>RMS change of the right token&apos;s probability</source>
        <translation>正确词元概率变化的均方根</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>measured on</source>
        <translation>测量依据</translation>
    </message>
    <message>
        <location filename="../ui/panels/quality_panel_build.cpp" line="-70"/>
        <source>Text to measure with</source>
        <translation>用于测量的文本</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <location line="+9"/>
        <location line="+6"/>
        <source>Protocol</source>
        <translation>协议</translation>
    </message>
    <message>
        <location line="-2"/>
        <source>How the text is cut and what of it is scored. Numbers of different protocols cannot be compared.</source>
        <translation>文本如何切分、哪些部分计分。不同协议的数值不可比较。</translation>
    </message>
    <message>
        <location line="+3"/>
        <location line="+1"/>
        <source>Tokens of a window</source>
        <translation>每窗口词元数</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+2"/>
        <source>Windows at most</source>
        <translation>窗口数上限</translation>
    </message>
    <message>
        <location line="-1"/>
        <source>the whole text</source>
        <translation>全部文本</translation>
    </message>
    <message>
        <location line="+2"/>
        <location line="+2"/>
        <source>Compare with the original (KL)</source>
        <translation>与原模型比较（KL）</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Runs the model as stored beside the plan: twice the time, and the divergence of their predictions, which shows small damage long before the perplexity does.</source>
        <translation>在方案之外同时运行存储的模型：耗时加倍，并给出两者预测的散度，它能远早于困惑度显示出细微的损害。</translation>
    </message>
    <message>
        <location line="+28"/>
        <source>Measured quality</source>
        <translation>测得的质量</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>perplexity of this plan</source>
        <translation>此方案的困惑度</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>perplexity of the original</source>
        <translation>原模型的困惑度</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>same top token</source>
        <translation>首选词元相同</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>RMS Δp of the right token</source>
        <translation>正确词元的 RMS Δp</translation>
    </message>
</context>
<context>
    <name>bitlathe::RankStrip</name>
    <message>
        <location filename="../ui/panels/rank_strip.cpp" line="+19"/>
        <source>Blocks ranked by importance</source>
        <translation>按重要性排序的块</translation>
    </message>
    <message>
        <location line="+55"/>
        <source>block %1: importance rank %2 of %3, LIM %4</source>
        <translation>块 %1：重要性排名 %2 / %3，LIM %4</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>block %1: importance rank %2 of %3, ZD %4</source>
        <translation>块 %1：重要性排名 %2 / %3，ZD %4</translation>
    </message>
</context>
<context>
    <name>bitlathe::RankingPanel</name>
    <message>
        <location filename="../ui/panels/ranking_panel.cpp" line="+97"/>
        <source>Blocks by</source>
        <translation>块排序依据</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Rank blocks by</source>
        <translation>块的排序依据</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>beside</source>
        <translation>对照</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Compare the ranking with</source>
        <translation>将排名与之比较</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>shade the last</source>
        <translation>末位阴影</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Blocks that are candidates for dropping</source>
        <translation>可删除的候选块</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The least important blocks by this ranking are shaded over depth: candidates for dropping, or for the lowest bits. What dropping them costs has to be measured.</source>
        <translation>按此排名最不重要的块在深度图中加阴影：可删除或使用最低比特的候选。删除的代价需要测量。</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>Ranked blocks</source>
        <translation>已排序的块</translation>
    </message>
    <message>
        <location line="+7"/>
        <location line="+96"/>
        <source>rank</source>
        <translation>排名</translation>
    </message>
    <message>
        <location line="-96"/>
        <location line="+96"/>
        <source>block</source>
        <translation>块</translation>
    </message>
    <message>
        <location line="-96"/>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>nothing</source>
        <comment>no other metric</comment>
        <translation>无</translation>
    </message>
    <message>
        <location line="+58"/>
        <source>rank correlation of the values: %1</source>
        <translation>数值的秩相关：%1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>no rank correlation: too few values are known</source>
        <translation>没有秩相关：已知数值太少</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Spearman&apos;s: 1 is the same order, −1 the reverse one, 0 no relation. Where a smaller value counts as more important for one of the two, agreement is near −1.</source>
        <translation>Spearman：1 为相同次序，−1 为相反次序，0 为无关。若其中一个指标越小越重要，则一致时接近 −1。</translation>
    </message>
    <message>
        <location line="+25"/>
        <source>rank by %1</source>
        <translation>按 %1 的名次</translation>
    </message>
</context>
<context>
    <name>bitlathe::RateDistortionView</name>
    <message>
        <location filename="../ui/plots/rate_distortion_view.cpp" line="+27"/>
        <location line="+107"/>
        <source>Error by format</source>
        <translation>各格式的误差</translation>
    </message>
    <message numerus="yes">
        <location line="+5"/>
        <source>NMSE, mean of %n tensor(s), log</source>
        <translation>
            <numerusform>NMSE，%n 个张量的均值，对数</numerusform>
        </translation>
    </message>
    <message>
        <location line="+1"/>
        <source>NMSE of the weights, log</source>
        <translation>权重的 NMSE，对数</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>NMSE, log</source>
        <translation>NMSE，对数</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Select a tensor.</source>
        <translation>请选择一个张量。</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>The target stores this as it is.</source>
        <translation>目标格式保持原样。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Not profiled yet.</source>
        <translation>尚未分析。</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>No format is known for all of these.</source>
        <translation>没有对所有这些张量都已知的格式。</translation>
    </message>
    <message>
        <location line="+19"/>
        <source>NMSE %1  ·  output error %2</source>
        <translation>NMSE %1  ·  输出误差 %2</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>%1 bits  ·  %2 (%3)</source>
        <translation>%1 比特  ·  %2（%3）</translation>
    </message>
    <message>
        <location line="+85"/>
        <source>output error</source>
        <translation>输出误差</translation>
    </message>
    <message>
        <location line="-99"/>
        <source>NMSE %1</source>
        <translation>NMSE %1</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>click sets it; what is locked stays</source>
        <translation>单击即可设置；已锁定的保持不变</translation>
    </message>
    <message numerus="yes">
        <location line="+13"/>
        <source>Set %n tensor(s) to %1</source>
        <translation>
            <numerusform>将 %n 个张量设为 %1</numerusform>
        </translation>
    </message>
    <message>
        <location line="+44"/>
        <source>%1, %2 bits, %3, %4</source>
        <comment>format, bits, error, size</comment>
        <translation>%1，%2 比特，%3，%4</translation>
    </message>
    <message>
        <location line="+22"/>
        <source>format</source>
        <translation>格式</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>bits per weight</source>
        <translation>每权重比特数</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>NMSE</source>
        <translation>NMSE</translation>
    </message>
    <message>
        <location filename="../ui/plots/rate_distortion_paint.cpp" line="+122"/>
        <source>○ output error</source>
        <translation>○ 输出误差</translation>
    </message>
</context>
<context>
    <name>bitlathe::ReportPage</name>
    <message>
        <location filename="../ui/panels/report_page.cpp" line="+29"/>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Preview of the report</source>
        <translation>报告预览</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>No report</source>
        <translation>没有报告</translation>
    </message>
    <message>
        <location line="+39"/>
        <source>is being made…</source>
        <translation>正在生成…</translation>
    </message>
    <message>
        <location line="+26"/>
        <source>as it is saved: HTML, PDF or JSON</source>
        <translation>可保存为 HTML、PDF 或 JSON</translation>
    </message>
    <message>
        <location line="+44"/>
        <source>Report %1</source>
        <translation>报告 %1</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>The report was not saved</source>
        <translation>报告未保存</translation>
    </message>
</context>
<context>
    <name>bitlathe::RulesBox</name>
    <message>
        <location filename="../ui/panels/rules_box.cpp" line="+40"/>
        <source>Rules for the solver</source>
        <translation>求解器规则</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Kind of rule</source>
        <translation>规则类型</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+83"/>
        <source>at least</source>
        <translation>至少</translation>
    </message>
    <message>
        <location line="-83"/>
        <location line="+85"/>
        <source>exactly</source>
        <translation>恰好</translation>
    </message>
    <message>
        <location line="-83"/>
        <source>Pattern of tensor names</source>
        <translation>张量名称模式</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Format of the rule</source>
        <translation>规则的格式</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Del removes a rule</source>
        <translation>按 Del 移除规则</translation>
    </message>
    <message numerus="yes">
        <location line="+33"/>
        <source>matches %n tensor(s)</source>
        <translation>
            <numerusform>匹配 %n 个张量</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bitlathe::Session</name>
    <message>
        <location filename="../ui/window/session.cpp" line="+98"/>
        <location filename="../ui/window/session_project.cpp" line="+51"/>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>Could not open</source>
        <translation>无法打开</translation>
    </message>
    <message>
        <location line="+61"/>
        <source>the original</source>
        <translation>原模型</translation>
    </message>
    <message>
        <location filename="../ui/window/session_plans.cpp" line="+88"/>
        <source>Load plan %1</source>
        <translation>加载方案 %1</translation>
    </message>
    <message>
        <location line="+27"/>
        <source>Rules of the target %1</source>
        <translation>目标 %1 的规则</translation>
    </message>
    <message>
        <location line="+44"/>
        <source>The target cannot be changed</source>
        <translation>无法更改目标</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>Plan for the target %1</source>
        <translation>用于目标 %1 的方案</translation>
    </message>
    <message>
        <location line="-132"/>
        <location line="+12"/>
        <location line="+19"/>
        <source>This plan does not fit the open model</source>
        <translation>此方案与打开的模型不匹配</translation>
    </message>
    <message>
        <location filename="../ui/window/session.cpp" line="-120"/>
        <location line="+14"/>
        <location filename="../ui/window/session_plans.cpp" line="-37"/>
        <source>Could not load the plan</source>
        <translation>无法加载方案</translation>
    </message>
    <message>
        <location filename="../ui/window/session_plans.cpp" line="+59"/>
        <source>Could not save the plan</source>
        <translation>无法保存方案</translation>
    </message>
    <message>
        <location filename="../ui/window/session.cpp" line="+98"/>
        <source>Everything as stored</source>
        <translation>全部保持原样</translation>
    </message>
    <message>
        <location filename="../ui/window/session_exports.cpp" line="+58"/>
        <source>The export was not started</source>
        <translation>导出未开始</translation>
    </message>
    <message>
        <location line="+20"/>
        <source>Export %1</source>
        <translation>导出 %1</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>what was written so far is removed</source>
        <translation>已写入的内容会被删除</translation>
    </message>
    <message>
        <location filename="../ui/window/session_project.cpp" line="+21"/>
        <source>Could not open the project</source>
        <translation>无法打开项目</translation>
    </message>
    <message>
        <location line="+41"/>
        <source>What the project holds is not shown</source>
        <translation>不显示项目内容</translation>
    </message>
    <message>
        <location line="+28"/>
        <source>Plans of the project %1</source>
        <translation>项目 %1 的方案</translation>
    </message>
    <message>
        <location filename="../ui/window/session_project_save.cpp" line="+96"/>
        <source>nothing written: it holds another model&apos;s project</source>
        <translation>未写入：该文件保存的是另一个模型的项目</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>Save %1</source>
        <translation>保存 %1</translation>
    </message>
    <message>
        <location line="-14"/>
        <source>Could not save the project</source>
        <translation>无法保存项目</translation>
    </message>
</context>
<context>
    <name>bitlathe::SettingTexts</name>
    <message>
        <location filename="../ui/panels/setting_texts.cpp" line="+17"/>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <location line="+0"/>
        <location line="+2"/>
        <source>Counts at once.</source>
        <translation>立即生效。</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Size of everything</source>
        <translation>整体大小</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>80 to 200 %, on top of the scale of the screen. Counts when Bitlathe starts the next time.</source>
        <translation>80 至 200 %，在屏幕缩放的基础上。下次启动 Bitlathe 时生效。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Wheel on a canvas</source>
        <translation>画布上的滚轮</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Zooming: Ctrl finer, Shift faster. Scrolling: Shift sideways, Ctrl zooms.</source>
        <translation>缩放：Ctrl 更细，Shift 更快。滚动：Shift 横向，Ctrl 缩放。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Memory for matrix pictures</source>
        <translation>矩阵图像的内存</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Pictures of one matrix that are kept to be shown again at once. The one on screen is always kept.</source>
        <translation>保留的矩阵图像，可立即再次显示。屏幕上的那一张始终保留。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Recent files</source>
        <translation>最近的文件</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>0 keeps no list.</source>
        <translation>0 表示不保留列表。</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+6"/>
        <source>as the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>scrolls</source>
        <translation>滚动</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>zooms at the pointer</source>
        <translation>在指针处缩放</translation>
    </message>
</context>
<context>
    <name>bitlathe::SettingsWindow</name>
    <message>
        <location filename="../ui/panels/settings_window.cpp" line="+32"/>
        <location line="+1"/>
        <location line="+6"/>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Shortcuts…</source>
        <translation>快捷键…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Reset all</source>
        <translation>全部重置</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Every setting above back to its default</source>
        <translation>将以上所有设置恢复为默认值</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>bitlathe::ShortcutTable</name>
    <message>
        <location filename="../ui/models/shortcut_table.cpp" line="+125"/>
        <source>Plain keys belong to typing and to the canvases: add Ctrl or Alt, or take a function key.</source>
        <translation>单个按键用于输入文字和画布：请加上 Ctrl 或 Alt，或使用功能键。</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Tab leads from control to control.</source>
        <translation>Tab 用于在控件之间移动。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>These keys copy what is selected, everywhere.</source>
        <translation>这些按键在任何地方都用于复制所选内容。</translation>
    </message>
    <message>
        <location line="-86"/>
        <source>%1 (%2)</source>
        <comment>action, keys</comment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>bitlathe::ShortcutsWindow</name>
    <message>
        <location filename="../ui/panels/shortcuts_window.cpp" line="+28"/>
        <location line="+1"/>
        <location line="+6"/>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Search actions and keys</source>
        <translation>搜索操作和按键</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Search: a few letters of an action, or keys</source>
        <translation>搜索：操作名称中的几个字，或按键</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>action</source>
        <translation>操作</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <location line="+0"/>
        <location line="+75"/>
        <source>changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <location line="-56"/>
        <source>New keys of the action</source>
        <translation>该操作的新按键</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>No keys</source>
        <translation>无按键</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Default</source>
        <translation>默认</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Take them over</source>
        <translation>改用于此</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Reset all</source>
        <translation>全部重置</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <location line="+58"/>
        <source>No action fits.</source>
        <translation>没有匹配的操作。</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>%1 has these keys already: %2</source>
        <translation>%1 已使用这些按键：%2</translation>
    </message>
</context>
<context>
    <name>bitlathe::SkipMeasurer</name>
    <message>
        <location filename="../ui/jobs/skip_measurer.cpp" line="+54"/>
        <source>Leave out each block on %1</source>
        <translation>逐块去掉，文本 %1</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>what was measured so far is lost</source>
        <translation>目前为止的测量会丢失</translation>
    </message>
    <message>
        <location line="-13"/>
        <source>measured on %1 tokens</source>
        <translation>已在 %1 个词元上测量</translation>
    </message>
</context>
<context>
    <name>bitlathe::StripChoice</name>
    <message>
        <location filename="../ui/panels/strip_choice.cpp" line="+17"/>
        <location line="+7"/>
        <source>Strips</source>
        <translation>条带</translation>
    </message>
    <message>
        <location line="-5"/>
        <source>Strips that are shown</source>
        <translation>显示的条带</translation>
    </message>
</context>
<context>
    <name>bitlathe::TargetConflictModel</name>
    <message>
        <location filename="../ui/models/target_conflicts.cpp" line="+27"/>
        <source>%1, locked</source>
        <translation>%1，已锁定</translation>
    </message>
    <message>
        <location line="+32"/>
        <source>Tensor</source>
        <translation>张量</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Planned</source>
        <translation>计划</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Becomes</source>
        <translation>变为</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Why</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>bitlathe::TargetDialog</name>
    <message>
        <location filename="../ui/panels/target_dialog.cpp" line="+30"/>
        <source>Target %1</source>
        <translation>目标 %1</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Change the plan for the target %1?</source>
        <translation>要为目标 %1 更改方案吗？</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Every format of the plan can stay as it is.</source>
        <translation>方案中的所有格式都可保持不变。</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%n tensor(s) have a format that this target refuses or would silently change. Each would get the nearest one that it stores; the other tensors stay as they are planned. Undo brings back the plan and its target.</source>
        <translation>
            <numerusform>有 %n 个张量的格式会被此目标拒绝或悄然更改。每个张量将改用该目标可存储的最接近的格式；其余张量保持原计划。撤销可恢复方案及其目标。</numerusform>
        </translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Tensors that would change</source>
        <translation>将会更改的张量</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Then</source>
        <translation>之后</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Change the plan</source>
        <translation>更改方案</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>%1 of tensors, %2 bits per weight</source>
        <translation>张量 %1，每权重 %2 比特</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1, weight error not known yet</source>
        <translation>%1，权重误差尚不清楚</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1, weight error %2 (estimate)</source>
        <translation>%1，权重误差 %2（估计）</translation>
    </message>
</context>
<context>
    <name>bitlathe::TensorPanel</name>
    <message>
        <location filename="../ui/panels/tensor_panel.cpp" line="+59"/>
        <source>Tensors</source>
        <translation>张量</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Group tensors</source>
        <translation>张量分组</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>What the rows stand under</source>
        <translation>各行的分组依据</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Group tensors by block</source>
        <translation>按块对张量分组</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>by block</source>
        <translation>按块</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Group tensors by role</source>
        <translation>按角色对张量分组</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>by role</source>
        <translation>按角色</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Group tensors by file</source>
        <translation>按文件对张量分组</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>by file</source>
        <translation>按文件</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>List tensors without groups</source>
        <translation>列出张量，不分组</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>no groups</source>
        <translation>不分组</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Open all groups</source>
        <translation>展开所有组</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Close all groups</source>
        <translation>折叠所有组</translation>
    </message>
    <message>
        <location line="+34"/>
        <source>Filter tensors</source>
        <translation>筛选张量</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Filter: role:down  block:0-3  bits&lt;5  locked</source>
        <translation>筛选：role:down  block:0-3  bits&lt;5  locked</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Words must all match. * and ? are wildcards, /…/ is a regular expression.
role: block: expert: shard: format: source: name:
bits&lt; size&gt; error&gt; nmse&gt; kurtosis&gt; outlier&gt;  ·  locked  changed  ·  ! turns a word round.
Enter keeps the filter as a chip, Backspace takes the last one away.</source>
        <translation>所有词都必须匹配。* 和 ? 为通配符，/…/ 为正则表达式。
role: block: expert: shard: format: source: name:
bits&lt; size&gt; error&gt; nmse&gt; kurtosis&gt; outlier&gt;  ·  locked  changed  ·  ! 表示取反。
回车键将筛选条件保留为标签，退格键移除最后一个。</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>Remove the last filter</source>
        <translation>移除最后一个筛选条件</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Clear all filters</source>
        <translation>清除所有筛选条件</translation>
    </message>
    <message numerus="yes">
        <location line="+55"/>
        <source>%n tensor(s)</source>
        <translation>
            <numerusform>%n 个张量</numerusform>
        </translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1, %2 parameters</source>
        <translation>%1，%2 个参数</translation>
    </message>
    <message numerus="yes">
        <location line="+5"/>
        <source>%n shown</source>
        <translation>
            <numerusform>显示 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1, %2 % of parameters</source>
        <translation>%1，占参数的 %2 %</translation>
    </message>
</context>
<context>
    <name>bitlathe::TensorTableModel</name>
    <message>
        <location filename="../ui/models/tensor_table_model.cpp" line="+136"/>
        <source>Sum of weights × NMSE over its tensors, an estimate</source>
        <translation>其张量的权重数 × NMSE 之和，估计值</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>Weights × NMSE of the planned format: an estimate of the error in the weights</source>
        <translation>计划格式的权重数 × NMSE：权重误差的估计值</translation>
    </message>
</context>
<context>
    <name>bitlathe::TensorTree</name>
    <message>
        <location filename="../ui/panels/tensor_tree.cpp" line="+48"/>
        <source>Tensors</source>
        <translation>张量</translation>
    </message>
</context>
<context>
    <name>bitlathe::TextChoice</name>
    <message>
        <location filename="../ui/panels/text_choice.cpp" line="+17"/>
        <source>Choose a file …</source>
        <translation>选择文件 …</translation>
    </message>
</context>
<context>
    <name>bitlathe::TextTrial</name>
    <message>
        <location filename="../ui/jobs/text_trial.cpp" line="+132"/>
        <source>Try a prompt</source>
        <translation>试用提示词</translation>
    </message>
</context>
<context>
    <name>bitlathe::TokenCanvas</name>
    <message>
        <location filename="../ui/canvas/token_canvas.cpp" line="+31"/>
        <source>Text, coloured token by token</source>
        <translation>逐词元着色的文本</translation>
    </message>
    <message>
        <location line="+120"/>
        <source>KL measured, nats</source>
        <translation>KL（测量），奈特</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>loss of the plan less that of the original, nats</source>
        <translation>方案损失减原模型损失，奈特</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>loss of the plan, nats</source>
        <translation>方案损失，奈特</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 and more</source>
        <translation>%1 及以上</translation>
    </message>
    <message>
        <location filename="../ui/canvas/token_canvas_input.cpp" line="+22"/>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>loss of the plan %1 nats</source>
        <translation>方案损失 %1 奈特</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>loss of the original %1 nats</source>
        <translation>原模型损失 %1 奈特</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>KL %1 nats</source>
        <translation>KL %1 奈特</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>measured; click for what both expected here</source>
        <translation>测量值；单击查看两者在此处的预期</translation>
    </message>
    <message>
        <location line="+124"/>
        <source>%1 nats</source>
        <translation>%1 奈特</translation>
    </message>
</context>
<context>
    <name>bitlathe::TokenChannelsView</name>
    <message>
        <location filename="../ui/panels/token_channels_view.cpp" line="+22"/>
        <source>Map of tokens and channels</source>
        <translation>词元与通道的图</translation>
    </message>
    <message>
        <location line="+56"/>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <location line="+0"/>
        <location filename="../ui/panels/token_channels_view_build.cpp" line="+29"/>
        <source>Run the window</source>
        <translation>运行窗口</translation>
    </message>
    <message>
        <location line="+21"/>
        <source>The window waits or runs through the model, see Jobs.</source>
        <translation>窗口正在等待或通过模型，见“任务”。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The tokens cannot be shown: %1</source>
        <translation>无法显示词元：%1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>This model cannot be run, so its tokens cannot be shown.</source>
        <translation>该模型无法运行，因此无法显示词元。</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>A profile keeps no single tokens. Run the first window of its text (%n token(s)) up to the block to see them; that takes as long as a small part of the profile.</source>
        <translation>
            <numerusform>分析不保存单个词元。运行其文本的第一个窗口（%n 个词元）直到该块即可看到；所需时间只是分析的一小部分。</numerusform>
        </translation>
    </message>
    <message>
        <location line="+23"/>
        <location filename="../ui/panels/token_channels_view_build.cpp" line="+21"/>
        <source>token</source>
        <translation>词元</translation>
    </message>
    <message>
        <location line="+1"/>
        <location filename="../ui/panels/token_channels_view_build.cpp" line="+0"/>
        <source>channel</source>
        <translation>通道</translation>
    </message>
    <message>
        <location line="+5"/>
        <location line="+20"/>
        <source>channel %1</source>
        <translation>通道 %1</translation>
    </message>
    <message>
        <location line="-4"/>
        <source>tokens %1–%2</source>
        <translation>词元 %1–%2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>token %1: %2</source>
        <translation>词元 %1：%2</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>channels %1–%2</source>
        <translation>通道 %1–%2</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>block %1</source>
        <translation>块 %1</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1, the largest of them</source>
        <translation>%1，其中最大</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1 × the median</source>
        <translation>%1 × 中位数</translation>
    </message>
    <message>
        <location filename="../ui/panels/token_channels_view_build.cpp" line="-27"/>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Block whose tokens are shown</source>
        <translation>显示其词元的块</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Block</source>
        <translation>块</translation>
    </message>
    <message>
        <location line="+18"/>
        <location line="+3"/>
        <location line="+6"/>
        <source>Largest values of the window</source>
        <translation>窗口中最大的值</translation>
    </message>
    <message>
        <location line="-5"/>
        <source>place</source>
        <translation>位置</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>× median</source>
        <translation>× 中位数</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Place of the token in its window; 0 is the first</source>
        <translation>词元在其窗口中的位置；0 为首个</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Of the magnitudes of all values of the map</source>
        <translation>图中所有值的幅度</translation>
    </message>
</context>
<context>
    <name>bitlathe::TokenDetails</name>
    <message>
        <location filename="../ui/panels/token_details.cpp" line="+41"/>
        <source>plan</source>
        <translation>方案</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>p</source>
        <comment>probability</comment>
        <translation>p</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>original</source>
        <translation>原模型</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Most probable tokens of both</source>
        <translation>两者概率最高的词元</translation>
    </message>
    <message>
        <location line="+3"/>
        <location line="+2"/>
        <source>Worst tokens</source>
        <translation>最差词元</translation>
    </message>
    <message>
        <location line="-1"/>
        <source>token</source>
        <translation>词元</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>KL meas.</source>
        <translation>KL 测量</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Δ loss</source>
        <translation>Δ 损失</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <location line="+70"/>
        <source>No token is chosen</source>
        <translation>未选择词元</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Click a token, or walk over them with the arrows: both the plan&apos;s and the original&apos;s five most probable tokens are shown.</source>
        <translation>单击词元，或用方向键逐个移动：会显示方案和原模型各自概率最高的五个词元。</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>measured: loss %1 nats, original %2 nats, KL %3 nats  ·  %4</source>
        <translation>测量：损失 %1 奈特，原模型 %2 奈特，KL %3 奈特  ·  %4</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>measured: loss %1 nats  ·  %2</source>
        <translation>测量：损失 %1 奈特  ·  %2</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>the token that came</source>
        <translation>实际出现的词元</translation>
    </message>
</context>
<context>
    <name>bitlathe::TokenTap</name>
    <message>
        <location filename="../ui/jobs/token_tap.cpp" line="+102"/>
        <source>Tokens at %1 of block %2</source>
        <translation>块 %2 的 %1 处的词元</translation>
    </message>
</context>
<context>
    <name>bitlathe::TokensPage</name>
    <message>
        <location filename="../ui/panels/tokens_page.cpp" line="+55"/>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>What tokens are coloured by</source>
        <translation>词元着色依据</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>KL</source>
        <translation>KL</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>loss difference</source>
        <translation>损失差</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>The chosen token</source>
        <translation>所选 token</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>This model cannot be run here, so there are no tokens to show: %1</source>
        <translation>此模型无法在此运行，因此没有词元可显示：%1</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>This plan waits or is being measured, see Jobs.</source>
        <translation>此方案正在等待或正在测量，参见“任务”。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>This plan is not measured. Measure it to see, token by token, where it differs from the original.</source>
        <translation>此方案尚未测量。测量后可逐词元查看它与原模型的差异。</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>reading the text…</source>
        <translation>正在读取文本…</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>measured on %1</source>
        <translation>测量依据：%1</translation>
    </message>
</context>
<context>
    <name>bitlathe::TriedView</name>
    <message>
        <location filename="../ui/panels/tried_view.cpp" line="+36"/>
        <source>“%1”  %2</source>
        <translation>“%1”  %2</translation>
    </message>
</context>
<context>
    <name>bitlathe::TryPage</name>
    <message>
        <location filename="../ui/panels/try_page.cpp" line="+22"/>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>the text ends here</source>
        <translation>文本到此结束</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the model knows no more positions</source>
        <translation>模型没有更多位置</translation>
    </message>
    <message>
        <location line="+37"/>
        <source>waits, see Jobs</source>
        <translation>等待中，见任务</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>reads the prompt …</source>
        <translation>正在读取提示词 …</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n 个词元</numerusform>
        </translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 tokens/s</source>
        <translation>%1 词元/秒</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>It could not go on: %1</source>
        <translation>无法继续：%1</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The plan was changed after this was tried.</source>
        <translation>试用之后方案已被修改。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>They differ from token %1 on.</source>
        <translation>从第 %1 个词元起两者不同。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The plan keeps everything as stored: it is the original.</source>
        <translation>此方案保持一切如存储：它就是原模型。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Both say the same.</source>
        <translation>两者输出相同。</translation>
    </message>
    <message>
        <location line="+41"/>
        <source>Token %1: what was most probable</source>
        <translation>第 %1 个词元：概率最高的候选</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>the token that came</source>
        <translation>实际出现的词元</translation>
    </message>
    <message>
        <location filename="../ui/panels/try_page_build.cpp" line="+42"/>
        <source>Try the prompt</source>
        <translation>试用提示词</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <location line="+26"/>
        <location line="+14"/>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>A text that the model goes on with</source>
        <translation>由模型续写的文本</translation>
    </message>
    <message>
        <location line="+30"/>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>So many tokens are added, at most.</source>
        <translation>最多续写这么多词元。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>0: always the most probable token. Above, tokens are drawn: the higher, the more often improbable ones.</source>
        <translation>0：始终取概率最高的词元。大于 0 时随机抽取：温度越高，低概率词元出现得越多。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Top-k</source>
        <translation>Top-k</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Only so many of the most probable are drawn.</source>
        <translation>只从这么多个概率最高的词元中抽取。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Top-p</source>
        <translation>Top-p</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Only the fewest tokens are drawn whose probabilities add up to this.</source>
        <translation>只从概率之和达到此值的最少词元中抽取。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The same seed draws the same again, for the original and for the plan.</source>
        <translation>相同的种子会再次抽取相同结果，对原模型和方案都一样。</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Copy the text: %1</source>
        <translation>复制文本：%1</translation>
    </message>
    <message>
        <location line="+25"/>
        <source>Original</source>
        <translation>原模型</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Plan</source>
        <translation>方案</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>What the model as stored says after the prompt appears here, token by token.</source>
        <translation>按存储状态运行的模型续写的内容将逐个词元显示在这里。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>What the current plan makes of it appears here; where the two begin to differ is marked.</source>
        <translation>当前方案的续写结果显示在这里；两者开始不同之处会被标出。</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>original</source>
        <translation>原模型</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>p</source>
        <comment>probability</comment>
        <translation>p</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>plan</source>
        <translation>方案</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Most probable tokens of what was tried</source>
        <translation>试用中最可能的词元</translation>
    </message>
</context>
<context>
    <name>bits_figure</name>
    <message>
        <location filename="../ui/plots/bits_figure.cpp" line="+22"/>
        <source>tensor</source>
        <translation>张量</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>role</source>
        <translation>角色</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>block</source>
        <translation>块</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>weights</source>
        <translation>权重数</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>stored as</source>
        <translation>存储格式</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>planned</source>
        <translation>计划</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>bits per weight</source>
        <translation>每权重比特数</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>estimated error (weights × NMSE)</source>
        <translation>估计误差（权重数 × NMSE）</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>locked</source>
        <translation>已锁定</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <location filename="../ui/theme/core_messages.cpp" line="+12"/>
        <source>llama.cpp never quantizes norms</source>
        <translation>llama.cpp 从不量化归一化层</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>llama.cpp never quantizes what routes tokens to experts</source>
        <translation>llama.cpp 从不量化将词元路由到专家的张量</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>llama.cpp never quantizes position and type embeddings</source>
        <translation>llama.cpp 从不量化位置嵌入和类型嵌入</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>llama.cpp leaves this small tensor as it is</source>
        <translation>llama.cpp 将这个小张量保持原样</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>llama.cpp never quantizes the small tensors of state spaces</source>
        <translation>llama.cpp 从不量化状态空间的小张量</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>llama.cpp never quantizes this part of a vision encoder</source>
        <translation>llama.cpp 从不量化视觉编码器的这一部分</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>llama.cpp never quantizes audio codebooks</source>
        <translation>llama.cpp 从不量化音频码本</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>llama.cpp quantizes only tensors of two dimensions and more</source>
        <translation>llama.cpp 只量化二维及以上的张量</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>llama.cpp quantizes only tensors whose name ends in &quot;weight&quot;</source>
        <translation>llama.cpp 只量化名称以“weight”结尾的张量</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>its source format cannot be decoded</source>
        <translation>其源格式无法解码</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>it holds numbers, not weights</source>
        <translation>它存的是数值，不是权重</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>rows of %1 do not divide into the blocks of %2 that %3 has: %4 instead</source>
        <translation>长度为 %1 的行无法划分为 %3 的 %2 元素块：改用 %4</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>GGUF has no type %1</source>
        <translation>GGUF 没有类型 %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 cannot be encoded yet</source>
        <translation>%1 尚不能编码</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>its present format %1 cannot be decoded yet</source>
        <translation>其当前格式 %1 尚不能解码</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a row of %1 is not a multiple of %2, the block of %3</source>
        <translation>长度为 %1 的行不是 %3 的块大小 %2 的整数倍</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 needs importance values (imatrix) for it</source>
        <translation>%1 需要其重要性值（imatrix）</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>norms are kept</source>
        <translation>归一化层保持不变</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>routers are kept</source>
        <translation>路由器保持不变</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>it is neither a linear nor an embedding</source>
        <translation>它既不是线性层也不是嵌入</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tensors of one dimension are kept</source>
        <translation>一维张量保持不变</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>rounded weights are stored as F32, F16 or BF16, and it is %1</source>
        <translation>舍入后的权重以 F32、F16 或 BF16 存储，而它是 %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>kept: the error of storing it in fewer bits is not known</source>
        <translation>保持不变：用更少比特存储的误差未知</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tied to %1</source>
        <translation>与 %1 绑定</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>it is tied to %1, which cannot be %2</source>
        <translation>它与 %1 绑定，而后者不能为 %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>safetensors cannot hold %1, which is %2</source>
        <translation>safetensors 无法存储 %1，其格式为 %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>raised from %1 to its floor</source>
        <translation>从 %1 提升到其下限</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>GGUF for llama.cpp, Ollama, LM Studio and all that is built on them</source>
        <translation>GGUF，用于 llama.cpp、Ollama、LM Studio 以及基于它们的软件</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>safetensors with rounded weights in the dtype of the source, for evaluation anywhere</source>
        <translation>safetensors，舍入后的权重沿用源文件的 dtype，可在任何地方评估</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>errors</source>
        <translation>误差</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>matrix</source>
        <translation>矩阵</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>compress</source>
        <translation>压缩</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>rank blocks</source>
        <translation>块排序</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>front</source>
        <translation>前沿</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>not a plan: %1 is missing</source>
        <translation>不是方案：缺少 %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>not a plan: %1 is not an object</source>
        <translation>不是方案：%1 不是对象</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>not a plan: %1 is not a string</source>
        <translation>不是方案：%1 不是字符串</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>not a plan: %1 is not an array</source>
        <translation>不是方案：%1 不是数组</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>not a plan: %1 is not a version number</source>
        <translation>不是方案：%1 不是版本号</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>not a plan: %1 is not true or false</source>
        <translation>不是方案：%1 不是 true 或 false</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>not a plan: %1 &quot;%2&quot; is not a format of this version</source>
        <translation>不是方案：%1“%2”不是此版本的格式</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>not a plan: %1 &quot;%2&quot; is not a method of this version</source>
        <translation>不是方案：%1“%2”不是此版本的方法</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the document</source>
        <translation>文档</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the plan has version %1, this program reads up to %2</source>
        <translation>方案版本为 %1，本程序最多支持 %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>open it with a newer bitlathe</source>
        <translation>请用更新版本的 Bitlathe 打开</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the plan names %1, which the checkpoint does not have</source>
        <translation>方案中的 %1 在检查点中不存在</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the plan is for %1, not for %2</source>
        <translation>该方案用于 %1，而非 %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the plan says nothing of %1</source>
        <translation>方案中没有提到 %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 cannot be %2: %3</source>
        <translation>%1 不能为 %2：%3</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>make the plan again for this checkpoint and target</source>
        <translation>请针对此检查点和目标重新制定方案</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 cannot become %2 from %3 by the method %4</source>
        <translation>%1 无法用方法 %4 从 %3 转为 %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 and %2 are tied, but planned in two formats</source>
        <translation>%1 与 %2 已绑定，但计划了两种格式</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 is planned, but not in the model</source>
        <translation>%1 在方案中，但不在模型中</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 has no place in the plan</source>
        <translation>%1 在方案中没有位置</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the size of %1 as %2 cannot be computed</source>
        <translation>无法计算 %1 以 %2 存储的大小</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the plan does not say which checkpoint it was made for</source>
        <translation>方案未说明是为哪个检查点制定的</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Open the checkpoint, then load the plan.</source>
        <translation>请先打开检查点，再加载方案。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the budget &quot;%1&quot; does not start with a number above 0</source>
        <translation>预算“%1”不是以大于 0 的数开头</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the budget &quot;%1&quot; has no unit</source>
        <translation>预算“%1”没有单位</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the budget &quot;%1&quot; has an unknown unit, &quot;%2&quot;</source>
        <translation>预算“%1”的单位“%2”未知</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>write it as 4.2bpw, 3.5GiB, 900MiB or 123456789B</source>
        <translation>请写成 4.2bpw、3.5GiB、900MiB 或 123456789B</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the budget of %1 bytes is below the smallest choice, %2 bytes</source>
        <translation>预算 %1 字节低于最小选择 %2 字节</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>raise the budget, or allow smaller formats</source>
        <translation>请提高预算，或允许更小的格式</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the budget of %1 bytes (%2 bpw) is below the feasible range: %3 to %4 bytes, %5 to %6 GiB, %7 to %8 bpw</source>
        <translation>预算 %1 字节（%2 bpw）低于可行范围：%3 至 %4 字节，%5 至 %6 GiB，%7 至 %8 bpw</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>raise the budget, allow smaller formats, or loosen locks and floors</source>
        <translation>请提高预算、允许更小的格式，或放宽锁定和下限</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>with every block at the low format %1 bytes remain, the budget is %2 bytes</source>
        <translation>所有块都用低格式时仍需 %1 字节，而预算为 %2 字节</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>raise the budget, or choose a smaller low format</source>
        <translation>请提高预算，或选择更小的低格式</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the low format %1 takes more bytes than the high format %2</source>
        <translation>低格式 %1 比高格式 %2 占用更多字节</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the low format %1 has more bits than the high format %2</source>
        <translation>低格式 %1 的比特数多于高格式 %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the solver zd needs a low and a high format</source>
        <translation>求解器 zd 需要一个低格式和一个高格式</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>no tensor matches &quot;%1&quot;</source>
        <translation>没有张量与“%1”匹配</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>nothing that matches &quot;%1&quot; can be locked to %2: %3</source>
        <translation>与“%1”匹配的张量都无法锁定为 %2：%3</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 cannot be locked to %2: %3</source>
        <translation>%1 无法锁定为 %2：%3</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 and %2 are tied, but no format is possible for both</source>
        <translation>%1 与 %2 已绑定，但没有两者都可用的格式</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 and %2 are tied, but locked to %3 and %4</source>
        <translation>%1 与 %2 已绑定，却分别锁定为 %3 和 %4</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 cannot be %2, to which the tied %3 is locked</source>
        <translation>%1 不能为 %2，而与其绑定的 %3 已锁定为该格式</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the blocks cannot be ranked: there are no statistics of their weights</source>
        <translation>无法对块排序：没有其权重的统计</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>profile the weights first</source>
        <translation>请先分析权重</translation>
    </message>
    <message>
        <location filename="../ui/theme/core_messages_files.cpp" line="+12"/>
        <source>cannot %1: %2</source>
        <translation>无法%1：%2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>look at the file</source>
        <translation>查看文件</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>look at</source>
        <translation>查看</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>open</source>
        <translation>打开</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>map</source>
        <translation>映射到内存</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>not a regular file</source>
        <translation>不是普通文件</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>check that the file exists and may be read</source>
        <translation>请检查文件是否存在且可读</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>give a .gguf or .safetensors file, an index.json, or a model folder</source>
        <translation>请提供 .gguf 或 .safetensors 文件、index.json 或模型文件夹</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the report was not written: %1</source>
        <translation>报告未写入：%1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>neither GGUF nor safetensors</source>
        <translation>既不是 GGUF 也不是 safetensors</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>give a .gguf or .safetensors file, an index.json, or a model folder; pickled weights (.bin, .pt, .pth) are never opened, convert them first</source>
        <translation>请提供 .gguf 或 .safetensors 文件、index.json 或模型文件夹；绝不打开 pickle 格式的权重（.bin、.pt、.pth），请先转换</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>cannot list the folder: %1</source>
        <translation>无法列出文件夹：%1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the folder holds more than one model: %1</source>
        <translation>文件夹中有多个模型：%1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>open one of these files</source>
        <translation>请打开其中一个文件</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>there is no .safetensors and no .gguf file in this folder</source>
        <translation>此文件夹中没有 .safetensors 或 .gguf 文件</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>give the folder that holds the model; pickled weights (.bin, .pt, .pth) are never opened, convert them first</source>
        <translation>请提供包含模型的文件夹；绝不打开 pickle 格式的权重（.bin、.pt、.pth），请先转换</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>no file is there</source>
        <translation>没有文件</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>no tensor can be read: %1</source>
        <translation>没有可读的张量：%1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tensor &quot;%1&quot; appears twice</source>
        <translation>张量“%1”出现两次</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tensor &quot;%1&quot; appears twice, in %2 as well</source>
        <translation>张量“%1”出现两次，另一次在 %2 中</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>config.json is not used: %1</source>
        <translation>未使用 config.json：%1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>not a JSON object</source>
        <translation>不是 JSON 对象</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>not valid JSON: %1</source>
        <translation>不是有效的 JSON：%1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>not a GGUF file: it does not begin with &quot;GGUF&quot;</source>
        <translation>不是 GGUF 文件：开头不是“GGUF”</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>big-endian GGUF files are not supported</source>
        <translation>不支持大端序的 GGUF 文件</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>GGUF version %1 is not supported, only 2 and 3 are</source>
        <translation>不支持 GGUF 版本 %1，仅支持 2 和 3</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the header claims %1 tensors, more than the file can hold</source>
        <translation>文件头声称有 %1 个张量，超出文件容量</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the header claims %1 key/value pairs, more than the file can hold</source>
        <translation>文件头声称有 %1 个键值对，超出文件容量</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tensor &quot;%1&quot; has unknown type %2 and is left out</source>
        <translation>张量“%1”的类型 %2 未知，已忽略</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tensor &quot;%1&quot; has unknown dtype &quot;%2&quot; and is left out</source>
        <translation>张量“%1”的 dtype“%2”未知，已忽略</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the file ends too early: %1 of %2 tensors are left out: %3</source>
        <translation>文件过早结束：%2 个张量中有 %1 个被忽略：%3</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the padding after the last tensor is missing; some programs refuse the file</source>
        <translation>最后一个张量之后缺少填充；某些程序会拒绝该文件</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 bytes after the last tensor are not used</source>
        <translation>最后一个张量之后有 %1 字节未使用</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>this part is left out: %1</source>
        <translation>此分片被忽略：%1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>part %1 is left out: %2</source>
        <translation>分片 %1 被忽略：%2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 of %2 parts are missing: %3</source>
        <translation>%2 个分片中缺少 %1 个：%3</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>this is one of %1 parts, and its name does not tell those of the others: only its own tensors are shown</source>
        <translation>这是 %1 个分片之一，从其名称无法得知其他分片：只显示其自身的张量</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>the file is too short for a safetensors header</source>
        <translation>文件太短，容不下 safetensors 文件头</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the header claims %1 bytes, more than the limit of %2</source>
        <translation>文件头声称有 %1 字节，超过上限 %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the header claims %1 bytes and reaches past the end of the file</source>
        <translation>文件头声称有 %1 字节，超出文件末尾</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the header is not a JSON object</source>
        <translation>文件头不是 JSON 对象</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the header begins with spaces; some programs refuse the file</source>
        <translation>文件头以空格开头；某些程序会拒绝该文件</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 bytes after the last tensor belong to none</source>
        <translation>最后一个张量之后有 %1 字节不属于任何张量</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>this is part %1 of %2: open the folder or its index to see all</source>
        <translation>这是第 %1 个分片，共 %2 个：打开文件夹或其索引可查看全部</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>this file is left out: %1</source>
        <translation>此文件被忽略：%1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 files of the model are missing: %2</source>
        <translation>模型缺少 %1 个文件：%2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 tensors of the index are not in their files: %2</source>
        <translation>索引中有 %1 个张量不在对应文件中：%2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 tensors are in another file than the index says and are left out: %2</source>
        <translation>%1 个张量所在文件与索引不符，已忽略：%2</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 tensors are in the files but not in the index: %2</source>
        <translation>%1 个张量在文件中但不在索引中：%2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>not a safetensors index: it has no weight_map</source>
        <translation>不是 safetensors 索引：没有 weight_map</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the weight_map of the index is empty</source>
        <translation>索引的 weight_map 为空</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the file name &quot;%1&quot; is not a plain name of a file in this folder</source>
        <translation>文件名“%1”不是此文件夹中文件的普通名称</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the file name &quot;%1&quot; is a link that cannot be followed</source>
        <translation>文件名“%1”是无法跟随的链接</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the file name &quot;%1&quot; is a link that leads out of the folder</source>
        <translation>文件名“%1”是指向文件夹之外的链接</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the metadata does not state general.architecture</source>
        <translation>元数据中没有 general.architecture</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>architecture &quot;%1&quot; is not known: %2 of %3 tensors were placed by patterns in their names</source>
        <translation>架构“%1”未知：%3 个张量中有 %2 个按名称模式归类</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1 tensors share a place with another one and keep their own names</source>
        <translation>%1 个张量与其他张量位置相同，保留各自的名称</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 blocks are stated, but the names of the tensors count %2</source>
        <translation>声明有 %1 个块，但按张量名称计数为 %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 and %2 should be the same weights, but their shapes differ; they are taken as two</source>
        <translation>%1 与 %2 应是相同的权重，但形状不同；按两个张量处理</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>not enough memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>close other programs or use fewer threads</source>
        <translation>请关闭其他程序，或使用更少的线程</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>not enough memory for the picture</source>
        <translation>内存不足，无法生成图像</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 bytes are over the budget of %2</source>
        <translation>%1 字节超出预算 %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the sizes of all items exceed 64 bits</source>
        <translation>所有项目的大小之和超过 64 位</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the share of low blocks is %1, not a number from 0 to 1</source>
        <translation>低格式块的比例为 %1，不在 0 到 1 之间</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>JSON key &quot;%1&quot; appears twice</source>
        <translation>JSON 键“%1”出现两次</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>JSON of %1 bytes is larger than the limit of %2</source>
        <translation>JSON 有 %1 字节，超过上限 %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>JSON is nested deeper than %1 levels</source>
        <translation>JSON 嵌套超过 %1 层</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>not valid JSON: it contains a zero byte</source>
        <translation>不是有效的 JSON：含有零字节</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the version</source>
        <translation>版本</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the header</source>
        <translation>文件头</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>general.alignment has type %1, not u32</source>
        <translation>general.alignment 的类型为 %1，而非 u32</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>general.alignment is %1, not a power of two of at most %2</source>
        <translation>general.alignment 为 %1，不是不超过 %2 的 2 的幂</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a tensor info</source>
        <translation>张量描述</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tensor &quot;%1&quot; has %2 dimensions, more than %3</source>
        <translation>张量“%1”有 %2 个维度，超过 %3</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tensor &quot;%1&quot; has more elements than 63 bits hold</source>
        <translation>张量“%1”的元素数超出 63 位</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a tensor name</source>
        <translation>张量名称</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tensor name &quot;%1&quot; has %2 bytes, more than %3</source>
        <translation>张量名称“%1”有 %2 字节，超过 %3</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tensor &quot;%1&quot; is at offset %2 of the data, but the tensors before it end at %3</source>
        <translation>张量“%1”位于数据偏移 %2，但其前的张量结束于 %3</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>tensor &quot;%1&quot; has rows of %2 elements, not a multiple of the block of %3</source>
        <translation>张量“%1”的行有 %2 个元素，不是块大小 %3 的整数倍</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>tensor &quot;%1&quot; has more bytes than 63 bits hold</source>
        <translation>张量“%1”的字节数超出 63 位</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the sizes of the tensors add up to more than 63 bits hold</source>
        <translation>各张量大小之和超出 63 位</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>split.count is %1, but the name says %2 parts</source>
        <translation>split.count 为 %1，但名称表明有 %2 个分片</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>split.no is %1, but the name says part %2, which has number %3</source>
        <translation>split.no 为 %1，但名称表明是第 %2 个分片，编号为 %3</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>split.tensors.count says %1 tensors, the parts have %2</source>
        <translation>split.tensors.count 为 %1 个张量，各分片共有 %2 个</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a set of %1 parts is larger than the limit of %2</source>
        <translation>%1 个分片超过上限 %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 of %2 bytes is longer than the limit of %3</source>
        <translation>%1 有 %2 字节，超过上限 %3</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a boolean is stored as %1, not as 0 or 1</source>
        <translation>布尔值存储为 %1，而非 0 或 1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 values of type %2 reach past the end of the %3</source>
        <translation>%1 个 %2 类型的值超出末尾：%3</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>an array</source>
        <translation>数组</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>an array of arrays is not supported</source>
        <translation>不支持数组的数组</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>an array has elements of unknown type %1</source>
        <translation>数组元素的类型 %1 未知</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>an array of %1 strings reaches past the end of the %2</source>
        <translation>含 %1 个字符串的数组超出末尾：%2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a string of an array</source>
        <translation>数组中的字符串</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the type of a value</source>
        <translation>值的类型</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>key &quot;%1&quot; has a value of unknown type %2</source>
        <translation>键“%1”的值类型 %2 未知</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 reaches past the end of the %2</source>
        <translation>%1 超出末尾：%2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 is empty</source>
        <translation>%1 为空</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 is not UTF-8</source>
        <translation>%1 不是 UTF-8</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>key &quot;%1&quot; appears twice</source>
        <translation>键“%1”出现两次</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tensor &quot;%1&quot; has data_offsets that end before they begin: %2, %3</source>
        <translation>张量“%1”的 data_offsets 结束早于开始：%2，%3</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tensor &quot;%1&quot; overlaps another: its data begin at %2, those before end at %3</source>
        <translation>张量“%1”与另一个重叠：其数据始于 %2，之前的数据止于 %3</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>tensor &quot;%1&quot; leaves a hole: its data begin at %2, those before end at %3</source>
        <translation>张量“%1”前有空隙：其数据始于 %2，之前的数据止于 %3</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>tensor &quot;%1&quot; has a shape whose size does not fit in 64 bits</source>
        <translation>张量“%1”的形状大小超出 64 位</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tensor &quot;%1&quot; is not a whole number of bytes in %2</source>
        <translation>张量“%1”以 %2 存储时不是整数字节</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tensor &quot;%1&quot; needs %2 bytes for its shape, its data_offsets give %3</source>
        <translation>张量“%1”按形状需要 %2 字节，而 data_offsets 给出 %3</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>__metadata__ is not a map from strings to strings</source>
        <translation>__metadata__ 不是字符串到字符串的映射</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tensor &quot;%1&quot; has a dtype that is not a string</source>
        <translation>张量“%1”的 dtype 不是字符串</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tensor &quot;%1&quot; has a shape that is not a list of sizes</source>
        <translation>张量“%1”的形状不是大小列表</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tensor &quot;%1&quot; has data_offsets that are not two offsets</source>
        <translation>张量“%1”的 data_offsets 不是两个偏移量</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tensor &quot;%1&quot; is not described by a JSON object</source>
        <translation>张量“%1”不是由 JSON 对象描述的</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>__metadata__ appears twice</source>
        <translation>__metadata__ 出现两次</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>more than %1 tensors</source>
        <translation>超过 %1 个张量</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tensor &quot;%1&quot; has two %2</source>
        <translation>张量“%1”有两个 %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tensor &quot;%1&quot; has no %2</source>
        <translation>张量“%1”没有 %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>metadata key &quot;%1&quot; appears twice</source>
        <translation>元数据键“%1”出现两次</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>more than %1 metadata keys</source>
        <translation>超过 %1 个元数据键</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the index names %1 files, more than the limit of %2</source>
        <translation>索引列出 %1 个文件，超过上限 %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>an index is an object with a weight_map from tensors to file names</source>
        <translation>索引应为对象，其 weight_map 将张量映射到文件名</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>weight_map appears twice</source>
        <translation>weight_map 出现两次</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>metadata %1 is not %2; it counts as unknown</source>
        <translation>元数据 %1 不是%2；视为未知</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&quot;%1&quot; is not %2; it counts as unknown</source>
        <translation>“%1”不是%2；视为未知</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 parts are more than a split set can have</source>
        <translation>%1 个分片超过分片集的上限</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>allow larger parts (--split)</source>
        <translation>请允许更大的分片（--split）</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>there is no preset &quot;%1&quot; for GGUF</source>
        <translation>GGUF 没有预设“%1”</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the presets are %1</source>
        <translation>可用的预设：%1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>not an importance file: it says %1 entries</source>
        <translation>不是重要性文件：声称有 %1 个条目</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>entry %1 has a name of %2 bytes</source>
        <translation>条目 %1 的名称有 %2 字节</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the file ends inside the name of entry %1</source>
        <translation>文件在条目 %1 的名称中结束</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the name of entry %1 is not readable</source>
        <translation>条目 %1 的名称不可读</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>entry %1 (%2) says %3 values, %4 bytes are left</source>
        <translation>条目 %1（%2）声称有 %3 个值，但只剩 %4 字节</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the end of the importance file is not readable: chunks and dataset are unknown</source>
        <translation>重要性文件的结尾不可读：分块和数据集未知</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>sums and counts must be F32</source>
        <translation>总和与计数必须为 F32</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 sums do not fit %2 counts</source>
        <translation>%1 个总和与 %2 个计数不符</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>there is no target &quot;%1&quot;</source>
        <translation>没有目标“%1”</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the target %1 has no presets</source>
        <translation>目标 %1 没有预设</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>give a format or a budget</source>
        <translation>请指定格式或预算</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the rule &quot;%1&quot; is not of the form GLOB=FORMAT</source>
        <translation>规则“%1”不是 GLOB=FORMAT 的形式</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the rule &quot;%1&quot; names an unknown format, &quot;%2&quot;</source>
        <translation>规则“%1”中的格式“%2”未知</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>safetensors keep the shards of their source</source>
        <translation>safetensors 沿用源文件的分片</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>leave out the size of parts (--split)</source>
        <translation>请不要指定分片大小（--split）</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>models of the family %1 cannot be converted to GGUF yet</source>
        <translation>系列 %1 的模型尚不能转换为 GGUF</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>convert it with llama.cpp&apos;s own converter, then open the GGUF</source>
        <translation>请用 llama.cpp 自带的转换器转换，然后打开该 GGUF</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>llama.cpp cannot run this model as %1: %2</source>
        <translation>llama.cpp 无法将此模型作为 %1 运行：%2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>take the target safetensors, or a runtime that reads the folder itself</source>
        <translation>请使用目标 safetensors，或使用能直接读取该文件夹的运行时</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>llama.cpp would compute something else: it cannot be told %1</source>
        <translation>llama.cpp 的计算结果会不同：无法告知它 %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>this is a variant of the family that cannot be converted</source>
        <translation>这是该系列中无法转换的变体</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the rows of its queries and keys cannot be put in the order that llama.cpp wants</source>
        <translation>其查询和键的行无法排成 llama.cpp 所需的顺序</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>llama.cpp does not apply the attention window of %1 tokens: results differ for longer texts</source>
        <translation>llama.cpp 不应用 %1 个词元的注意力窗口：较长文本的结果会不同</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>llama.cpp has no dynamic rope scaling: it is the same up to %1 tokens</source>
        <translation>llama.cpp 没有动态 RoPE 缩放：在 %1 个词元以内结果相同</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the folder has no tokenizer: the GGUF takes and gives token ids only</source>
        <translation>文件夹没有分词器：该 GGUF 只接收和给出词元编号</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 tensors outside the language model are left out: %2</source>
        <translation>语言模型之外的 %1 个张量被略去：%2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>it has %1 heads of %2 for an embedding of %3, and there the product must be the embedding</source>
        <translation>它有 %1 个长度为 %2 的头，而嵌入长度为 %3，在那里乘积必须等于嵌入长度</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>it has rope scaling of the type llama3, which is not read there</source>
        <translation>它使用 llama3 类型的 RoPE 缩放，在那里不会被读取</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>its yarn scaling has bounds of its own (beta_fast, beta_slow), which are not read there</source>
        <translation>它的 yarn 缩放有自己的界限（beta_fast、beta_slow），在那里不会被读取</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>llama.cpp approximates the activation gelu by tanh: values differ by up to 0.0005</source>
        <translation>llama.cpp 用 tanh 近似激活函数 gelu：数值最多相差 0.0005</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>its positions are of the type &quot;%1&quot;</source>
        <translation>它的位置编码类型为“%1”</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>it is a decoder</source>
        <translation>它是解码器</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>its activation is &quot;%1&quot;</source>
        <translation>它的激活函数为“%1”</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>numbers of the model are missing or do not fit its tensors</source>
        <translation>模型的参数缺失或与其张量不符</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the folder pools in a way that a GGUF cannot state (%1): choose one when you run it</source>
        <translation>该文件夹的池化方式无法在 GGUF 中说明（%1）：请在运行时选择一种</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>it has rope scaling of the type longrope, which is not read there</source>
        <translation>它使用 longrope 类型的 RoPE 缩放，在那里不会被读取</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>its output head is not its embedding, and there it must be</source>
        <translation>它的输出头不是其嵌入，而在那里必须相同</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>it has biases in attention&apos;s output or in its MLPs, which are not read there</source>
        <translation>它在注意力输出或 MLP 中有偏置，在那里不会被读取</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>it has factors of embeddings, residuals or logits, which are not read there</source>
        <translation>它有嵌入、残差或 logits 的系数，在那里不会被读取</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>it has caps of attention or logits, which are not read there</source>
        <translation>它对注意力或 logits 有上限，在那里不会被读取</translation>
    </message>
    <message>
        <location filename="../ui/theme/core_messages.cpp" line="+2"/>
        <source>%1 weights cannot be decoded</source>
        <translation>无法解码 %1 权重</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 cannot be encoded</source>
        <translation>%1 无法编码</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>rows of %1 do not fit %2</source>
        <translation>长度为 %1 的行不适合 %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the tensor has no weights</source>
        <translation>该张量没有权重</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>keep this tensor as it is</source>
        <translation>请将此张量保持原样</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 cannot be written</source>
        <translation>%1 无法写入</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>rows of %1 weights do not fit %2, which needs a multiple of %3</source>
        <translation>%1 个权重的行不适合 %2，需为 %3 的整数倍</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>choose another format for this tensor</source>
        <translation>请为此张量选择其他格式</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 stopped unexpectedly: %2</source>
        <translation>%1 意外停止：%2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 stopped unexpectedly</source>
        <translation>%1 意外停止</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 could not be started: %2</source>
        <translation>%1 无法启动：%2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>a GGUF can only be made from a GGUF: the source is safetensors</source>
        <translation>GGUF 只能由 GGUF 生成：源文件是 safetensors</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>use the target safetensors, or convert the model to an F16 or BF16 GGUF first</source>
        <translation>请使用目标 safetensors，或先将模型转换为 F16 或 BF16 的 GGUF</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>use the target gguf</source>
        <translation>请使用目标 gguf</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 does not fit in this format or is too large</source>
        <translation>%1 不适合此格式或过大</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>choose another destination</source>
        <translation>请选择其他目标位置</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the destination has no file name</source>
        <translation>目标位置没有文件名</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the folder of the destination does not exist</source>
        <translation>目标文件夹不存在</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>make the folder %1 first</source>
        <translation>请先创建文件夹 %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the destination is a file of the source, which is never overwritten</source>
        <translation>目标是源文件之一，绝不会覆盖它</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the working file of this destination is a file of the source</source>
        <translation>该目标的临时文件是源文件之一</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the destination is a folder; this output is a file</source>
        <translation>目标是文件夹，而此输出是文件</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>give a file name</source>
        <translation>请指定文件名</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the destination exists</source>
        <translation>目标已存在</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>choose another name or allow replacing it (--force)</source>
        <translation>请另选名称，或允许替换（--force）</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the destination is a file; this output is a folder</source>
        <translation>目标是文件，而此输出是文件夹</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the destination holds the source, which is never overwritten</source>
        <translation>目标中包含源文件，绝不会覆盖它</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the destination is a folder without %1: it is no earlier export</source>
        <translation>目标是没有 %1 的文件夹：不是之前的导出</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>remove it yourself or choose another name</source>
        <translation>请自行删除或另选名称</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the output needs %1, the disk has %2 free</source>
        <translation>输出需要 %1，磁盘可用 %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>free some space or choose another disk</source>
        <translation>请释放空间或选择其他磁盘</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>choose a folder that you may write to</source>
        <translation>请选择有写入权限的文件夹</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>check the destination</source>
        <translation>请检查目标位置</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>check the destination, or choose another one</source>
        <translation>请检查目标位置，或另选一个</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a folder of this name is in the way</source>
        <translation>存在同名文件夹</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>remove it or choose another destination</source>
        <translation>请删除它或选择其他目标位置</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>replace an earlier partial file</source>
        <translation>替换之前的部分文件</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>create the output</source>
        <translation>创建输出</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>reserve %1 bytes</source>
        <translation>预留 %1 字节</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>write the output</source>
        <translation>写入输出</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>make the output durable</source>
        <translation>将输出持久化</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>rename the finished output</source>
        <translation>重命名已完成的输出</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>ask for the free space</source>
        <translation>查询可用空间</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>remove an earlier partial output</source>
        <translation>删除之前的部分输出</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>write to the folder</source>
        <translation>写入文件夹</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>make the folder</source>
        <translation>创建文件夹</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>rename the finished folder</source>
        <translation>重命名已完成的文件夹</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>only %1 tensors of the source can be read: %2</source>
        <translation>源文件中只有 %1 个张量可读：%2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>some tensors of the source cannot be read: %1</source>
        <translation>源文件中有些张量无法读取：%1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>parts of it are missing</source>
        <translation>缺少部分内容</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>get the whole model again</source>
        <translation>请重新获取完整模型</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 is a new type of GGUF: older runtimes refuse the file</source>
        <translation>%1 是 GGUF 的新类型：旧版运行时会拒绝该文件</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 tensors were quantized before: their new error adds to the old one</source>
        <translation>%1 个张量此前已量化：新误差会叠加在旧误差上</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the output is not what was written: %1</source>
        <translation>输出与写入内容不一致：%1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>its size or header is wrong</source>
        <translation>其大小或文件头有误</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>rows of a tensor are missing</source>
        <translation>某个张量缺少行</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>bytes differ</source>
        <translation>字节不同</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tensor %1 is missing</source>
        <translation>缺少张量 %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tensor %1 has another shape, format or place</source>
        <translation>张量 %1 的形状、格式或位置不同</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>it has %1 tensors instead of %2</source>
        <translation>其中有 %1 个张量，而非 %2 个</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the disk or the memory may be failing: export again</source>
        <translation>磁盘或内存可能有故障：请重新导出</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>importance of %1 is not used: %2</source>
        <translation>未使用 %1 的重要性：%2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>it holds values that are negative or not finite</source>
        <translation>含有负值或非有限值</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>all its values are zero</source>
        <translation>其值全为零</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the file has an earlier entry of that name</source>
        <translation>文件中已有同名条目</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the file holds no importance values</source>
        <translation>文件中没有重要性值</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>no entry is usable: %1</source>
        <translation>没有可用的条目：%1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>give a file made by llama-imatrix (NAME.in_sum2 and NAME.counts, or .dat)</source>
        <translation>请提供由 llama-imatrix 生成的文件（NAME.in_sum2 和 NAME.counts，或 .dat）</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>its counts are missing</source>
        <translation>缺少其计数</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>nothing was counted</source>
        <translation>没有计数</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>it has %1 values, a row has %2</source>
        <translation>它有 %1 个值，而一行有 %2 个</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>make the file again with llama-imatrix</source>
        <translation>请用 llama-imatrix 重新生成该文件</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>importance has %1 values for rows of %2</source>
        <translation>重要性有 %1 个值，而行长为 %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>importance has %1 values, but the tensor has %2 rows of %3</source>
        <translation>重要性有 %1 个值，但该张量有 %2 行，行长 %3</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>give the importance file that was made from this model</source>
        <translation>请提供由此模型生成的重要性文件</translation>
    </message>
    <message>
        <location filename="../ui/theme/core_messages_running.cpp" line="+12"/>
        <source>models of the family %1 cannot be run yet</source>
        <translation>尚不能运行 %1 族的模型</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>these can be: %1</source>
        <translation>可以运行的有：%1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the %1 is 0 or not stated</source>
        <translation>%1 为 0 或未注明</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>check the model&apos;s config.json or metadata</source>
        <translation>请检查模型的 config.json 或元数据</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>there is no config.json, without which it cannot be run</source>
        <translation>没有 config.json，缺少它就无法运行</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the activation &quot;%1&quot; is not known</source>
        <translation>未知的激活函数“%1”</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>attention of the type &quot;%1&quot; is not known</source>
        <translation>未知的注意力类型“%1”</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>this model computes something that is not known here</source>
        <translation>此模型的某些计算在此未知</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the model has no %1, so it cannot be run</source>
        <translation>模型没有 %1，因此无法运行</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 has the shape [%2], but %3 is needed</source>
        <translation>%1 的形状为 [%2]，但需要 %3</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>there is no tokenizer beside the weights</source>
        <translation>权重旁没有分词器</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>put tokenizer.json or tokenizer.model into the folder</source>
        <translation>请将 tokenizer.json 或 tokenizer.model 放入该文件夹</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the tokenizer in the file: %1</source>
        <translation>文件中的分词器：%1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the text has %1 tokens, %2 are needed</source>
        <translation>文本有 %1 个词元，需要 %2 个</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>give a longer text or a smaller context</source>
        <translation>请使用更长的文本或更小的窗口</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the text was changed after it was chosen</source>
        <translation>文本在选择之后被更改</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>choose it again</source>
        <translation>请重新选择</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the folder has no text (.txt, .md, .raw, .jsonl)</source>
        <translation>该文件夹没有文本（.txt、.md、.raw、.jsonl）</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the line has no text &quot;%1&quot;</source>
        <translation>该行没有文本“%1”</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>windows of %1 tokens are longer than its %2 positions</source>
        <translation>%1 个词元的窗口超出其 %2 个位置</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>take shorter windows</source>
        <translation>请使用更短的窗口</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 cannot be decoded yet, so %2 cannot be evaluated</source>
        <translation>尚不能解码 %1，因此无法评估 %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>not enough memory for the codes of a tensor</source>
        <translation>内存不足，无法存放张量的编码</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>nothing was observed at this place</source>
        <translation>在该位置没有观察到任何内容</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the text does not give the tokens that were profiled</source>
        <translation>文本给出的词元与分析时不同</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>profile it again</source>
        <translation>请重新分析</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>not enough memory for the activations</source>
        <translation>激活所需的内存不足</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>take shorter or fewer windows</source>
        <translation>请使用更短或更少的窗口</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the weights are not those that were profiled</source>
        <translation>权重不是当时分析的权重</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>profile the model again, or open the one that was profiled</source>
        <translation>请重新分析该模型，或打开当时分析的模型</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>not enough memory for the project</source>
        <translation>内存不足，无法读取项目</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>this is not a project of Bitlathe</source>
        <translation>这不是 Bitlathe 的项目</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>choose a .bitlathe file</source>
        <translation>请选择 .bitlathe 文件</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the project is cut off</source>
        <translation>项目文件不完整</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the project is damaged, or another program wrote to it</source>
        <translation>项目已损坏，或被其他程序写入</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>take a backup, or profile the model again</source>
        <translation>请使用备份，或重新对模型进行激活分析</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: it is of version %2, this program knows those up to %3</source>
        <translation>%1：版本为 %2，本程序只支持到 %3</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>it was not replaced: choose another name, or move it away</source>
        <translation>文件未被替换：请改用其他名称，或将其移走</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the project holds what this program does not know (%1) and would lose</source>
        <translation>项目包含本程序不认识且会丢失的内容（%1）</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>use the later version that wrote it, or another name</source>
        <translation>请使用写入它的更高版本，或改用其他名称</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>close other programs</source>
        <translation>请关闭其他程序</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the prompt has no tokens</source>
        <translation>提示词不含词元</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>give some text</source>
        <translation>请输入一些文本</translation>
    </message>
    <message>
        <location filename="../ui/theme/core_messages_conversion.cpp" line="+12"/>
        <source>there is no config.json</source>
        <translation>没有 config.json</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>check the model&apos;s config.json</source>
        <translation>请检查模型的 config.json</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>it is a GGUF already</source>
        <translation>它已经是 GGUF</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>export it with a plan instead</source>
        <translation>请改用方案导出</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>llama.cpp cannot be told the scale of its attention</source>
        <translation>无法向 llama.cpp 说明其注意力的缩放系数</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>llama.cpp has no key for the attention scale of %1: queries are multiplied by %2 instead</source>
        <translation>llama.cpp 没有 %1 注意力缩放系数的键：改为将查询乘以 %2</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>llama.cpp has no key for the attention scale of %1: queries are multiplied by %2 instead, and their weights are stored as F32</source>
        <translation>llama.cpp 没有 %1 注意力缩放系数的键：改为将查询乘以 %2，其权重以 F32 存储</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1 is %2, which is too large</source>
        <translation>%1 为 %2，过大</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the length of its context is not stated, and a GGUF must state it</source>
        <translation>未注明其上下文长度，而 GGUF 必须注明</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the model is called &quot;%1&quot; in the GGUF: by its name llama.cpp would ask for the tokens of Phi-3, which it does not have</source>
        <translation>模型在 GGUF 中名为“%1”：若用原名，llama.cpp 会要求它所没有的 Phi-3 词元</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1 belongs to a block, but models of the family %2 do not read it</source>
        <translation>%1 属于某个块，但 %2 族的模型不读取它</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 is %2: only F32, F16 and BF16 are converted</source>
        <translation>%1 的格式为 %2：只转换 F32、F16 和 BF16</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>take the checkpoint as it was before it was compressed</source>
        <translation>请使用压缩之前的检查点</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 and %2 differ in shape or type, but experts are stored in one tensor</source>
        <translation>%1 与 %2 的形状或类型不同，但专家须存储在同一张量中</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>it limits queries, keys and values, which is not read there</source>
        <translation>它限制查询、键和值的幅度，在那里不会被读取</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>it has a factor of experts, which is not read there</source>
        <translation>它有专家的系数，在那里不会被读取</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>it has %1 heads and %2 key heads, and there both must be equal</source>
        <translation>它有 %1 个头和 %2 个键头，而在那里两者必须相等</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 of %2 values of a head are rotated, and there all must be</source>
        <translation>每个头的 %2 个值中旋转 %1 个，而在那里必须全部旋转</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>its yarn scaling does not round, which cannot be stated there</source>
        <translation>它的 yarn 缩放不取整，在那里无法说明</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>it has norms of queries and keys, which are not read there</source>
        <translation>它有查询和键的归一化，在那里不会被读取</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>some of its blocks have experts and some have none</source>
        <translation>它的块有些有专家，有些没有</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>GGUF has no rope scaling of the type &quot;%1&quot;</source>
        <translation>GGUF 没有“%1”类型的 RoPE 缩放</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the solver %1 needs a low and a high format</source>
        <translation>求解器 %1 需要一个低格式和一个高格式</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a plan needs exactly one of preset, format, budget and share of low blocks</source>
        <translation>方案只能在预设、格式、预算和低格式块比例中选取一项</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>a share of low blocks is for the solvers zd and lim</source>
        <translation>低格式块比例仅用于求解器 zd 和 lim</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>there are scores of %1 blocks, the model has %2</source>
        <translation>有 %1 个块的分数，而模型有 %2 个块</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>profile a text with this model first</source>
        <translation>请先用此模型分析一段文本</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>profile a text first</source>
        <translation>请先分析一段文本</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>there is no solver &quot;%1&quot;</source>
        <translation>没有求解器“%1”</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the solvers are dp, lagrange, greedy, zd and lim</source>
        <translation>求解器有 dp、lagrange、greedy、zd 和 lim</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>item %1 has no format to choose</source>
        <translation>条目 %1 没有可选的格式</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>item %1 has %2 levels, more than %3</source>
        <translation>条目 %1 有 %2 级，超过 %3 级</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>item %1: the loss of %2 is %3, not a finite number &gt;= 0</source>
        <translation>条目 %1：%2 的损失为 %3，不是 &gt;= 0 的有限数</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the ranking of the blocks names one of them twice</source>
        <translation>块的排序中有一个块出现两次</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>folders of the family %1 are not known</source>
        <translation>未知的 %1 族文件夹</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>models of the family %1 cannot be converted to a folder yet</source>
        <translation>尚不能将 %1 族的模型转换为文件夹</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>it is a model folder already</source>
        <translation>它已经是模型文件夹</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>make a plan for it and export that</source>
        <translation>请为其制定方案并导出</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the rows of its queries and keys cannot be put in the order that folders of its family have</source>
        <translation>其查询和键的行无法排成同族文件夹的顺序</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>config.json cannot say everything about it: what would be otherwise is %1</source>
        <translation>config.json 无法完整描述它：会有差异的是%1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the order of norms</source>
        <translation>归一化的顺序</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the epsilon of norms</source>
        <translation>归一化的 epsilon</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the activation of MLPs</source>
        <translation>MLP 的激活函数</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the factor of embeddings</source>
        <translation>嵌入的系数</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the factor of residuals</source>
        <translation>残差的系数</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the scale of attention</source>
        <translation>注意力的缩放系数</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the factor of logits</source>
        <translation>logits 的系数</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the cap of attention</source>
        <translation>注意力的上限</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the cap of logits</source>
        <translation>logits 的上限</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>limits of queries, keys and values</source>
        <translation>查询、键和值的限幅</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the weights of experts</source>
        <translation>专家的权重</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the factor of experts</source>
        <translation>专家的系数</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the shape of the model</source>
        <translation>模型的形状</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the rotation of positions</source>
        <translation>位置的旋转</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>factors of attention that differ from block to block</source>
        <translation>各块不同的注意力系数</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>keep the model as a GGUF</source>
        <translation>请将模型保留为 GGUF</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the attention window of %1 tokens cannot be stated for this family</source>
        <translation>此族无法说明 %1 个词元的注意力窗口</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>config.json cannot state the frequencies in rope_freqs.weight</source>
        <translation>config.json 无法说明 rope_freqs.weight 中的频率</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 is %2, which cannot be decoded</source>
        <translation>%1 的格式为 %2，无法解码</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 and %2 do not go together</source>
        <translation>%1 与 %2 不相配</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>folders of the family %1 have no tensor for %2</source>
        <translation>%1 族的文件夹没有与 %2 对应的张量</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 tensors that no block reads are left out: %2</source>
        <translation>%1 个没有任何块读取的张量被略去：%2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the sizes of the tensors overflow</source>
        <translation>张量的大小溢出</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>bitlathe-cli info lists the names; * stands for anything</source>
        <translation>bitlathe-cli info 可列出名称；* 代表任意内容</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the blocks cannot be ranked: what they do to the stream is not known</source>
        <translation>无法对块排序：不知道它们对残差流的作用</translation>
    </message>
    <message>
        <location filename="../ui/theme/core_messages_measuring.cpp" line="+12"/>
        <source>delete it and start the run again</source>
        <translation>请删除它并重新开始运行</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>this is not the state of a run</source>
        <translation>这不是运行的状态</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the state of the run is cut off</source>
        <translation>运行状态不完整</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the state belongs to another model, plan, text or device</source>
        <translation>该状态属于其他模型、方案、文本或设备</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the state of the run is damaged</source>
        <translation>运行状态已损坏</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>delete it, or give the folder of another run</source>
        <translation>请删除它，或提供另一次运行的文件夹</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the folder could not be made: %1</source>
        <translation>无法创建文件夹：%1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>cannot make the folder: %1</source>
        <translation>无法创建该文件夹：%1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the folder holds something else than the progress of a run</source>
        <translation>文件夹中的内容不是运行进度</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>this is not the progress of an evaluation</source>
        <translation>这不是评估的进度</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the progress of the evaluation is damaged</source>
        <translation>评估进度已损坏</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the progress belongs to another model, plan, text or reference</source>
        <translation>该进度属于其他模型、方案、文本或参考</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>make the file of base logits again</source>
        <translation>请重新生成基准 logits 文件</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a file of base logits is about windows of the protocol llama.cpp</source>
        <translation>基准 logits 文件对应 llama.cpp 协议的窗口</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the file of base logits would be too large</source>
        <translation>基准 logits 文件会过大</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>this is no file of base logits</source>
        <translation>这不是基准 logits 文件</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the file of base logits is damaged</source>
        <translation>基准 logits 文件已损坏</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the file of base logits is cut off or damaged</source>
        <translation>基准 logits 文件不完整或已损坏</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the file of base logits is about %1</source>
        <translation>基准 logits 文件对应的是%1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 tokens of a vocabulary, the model has %2</source>
        <translation>含 %1 个词元的词表，而模型有 %2 个</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 windows of %2 tokens, not %3 of %4</source>
        <translation>%1 个 %2 词元的窗口，而非 %3 个 %4 词元的窗口</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>another text</source>
        <translation>其他文本</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>make it with the same model family and text</source>
        <translation>请用同族模型和同一文本生成</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>there is no plan to compare</source>
        <translation>没有可比较的方案</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the reference knows %1 tokens, the model %2</source>
        <translation>参考有 %1 个词元，模型有 %2 个</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>compare models with the same tokenizer</source>
        <translation>请比较使用相同分词器的模型</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a run that writes a reference cannot be continued later</source>
        <translation>写入参考文件的运行以后无法继续</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>leave out one of the two</source>
        <translation>请去掉其中之一</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>there is no window to evaluate</source>
        <translation>没有可评估的窗口</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>not enough memory for the outputs of the experts</source>
        <translation>内存不足，无法存放专家的输出</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>these are not two mixtures of experts of one shape</source>
        <translation>这不是两个形状相同的混合专家模型</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the plan is for &quot;%1&quot;, which is not known</source>
        <translation>该方案用于未知的“%1”</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>make the plan again</source>
        <translation>请重新制定方案</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>write a JSON array of whole numbers</source>
        <translation>请写成由整数组成的 JSON 数组</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>this is not an array of token ids</source>
        <translation>这不是词元编号的数组</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>entry %1 is not a token id</source>
        <translation>条目 %1 不是词元编号</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>make the reference file again</source>
        <translation>请重新生成参考文件</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>this is not a reference file</source>
        <translation>这不是参考文件</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the reference file is cut off or damaged</source>
        <translation>参考文件不完整或已损坏</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>make the reference file from the same text with the same settings</source>
        <translation>请用相同的文本和设置生成参考文件</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>record %1 is damaged</source>
        <translation>记录 %1 已损坏</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 cannot hold rows of %2</source>
        <translation>%1 无法存储长度为 %2 的行</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>choose another format</source>
        <translation>请选择其他格式</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the model has no experts</source>
        <translation>模型没有专家</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>this is for mixtures of experts</source>
        <translation>此功能用于混合专家模型</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the windows hold no token with one after it</source>
        <translation>窗口中没有后面还跟着词元的词元</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>take a longer text or longer windows</source>
        <translation>请使用更长的文本或更长的窗口</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>there is no prompt</source>
        <translation>没有提示词</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the temperature cannot be %1</source>
        <translation>温度不能为 %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>take 0 or more</source>
        <translation>请取 0 或更大的值</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>top-p cannot be %1</source>
        <translation>top-p 不能为 %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>take more than 0 and at most 1</source>
        <translation>请取大于 0 且不超过 1 的值</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>what was saved is of another profile</source>
        <translation>已保存的内容属于另一次分析</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>not enough memory for the profile</source>
        <translation>内存不足，无法存放分析结果</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>close other programs or take a smaller model</source>
        <translation>请关闭其他程序或使用更小的模型</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the Gram matrices take %1 bytes or more, %2 are allowed</source>
        <translation>Gram 矩阵至少需要 %1 字节，允许 %2 字节</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>ask for those of fewer roles, or allow more with --gram-bytes</source>
        <translation>请减少所需的角色，或用 --gram-bytes 放宽限制</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>there are no tokens to profile</source>
        <translation>没有可分析的词元</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>thresholds are positive and rise</source>
        <translation>阈值须为正且递增</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a place is looked at in one window and in one block</source>
        <translation>一个位置只在一个窗口和一个块中查看</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 mean squares do not fit %2 rows of %3</source>
        <translation>%1 个均方值与 %2 行（行长 %3）不符</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the Gram matrices do not fit %1 rows of %2</source>
        <translation>Gram 矩阵与 %1 行（行长 %2）不符</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 inputs do not fit rows of %2 weights that can be decoded</source>
        <translation>%1 个输入与含 %2 个可解码权重的行不符</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the magnitude of an outlier is above 0</source>
        <translation>离群值的幅度须大于 0</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a tensor was asked for that is not there: the model has %1</source>
        <translation>请求的张量不存在：模型有 %1 个</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 cannot be decoded yet</source>
        <translation>%1 尚不能解码</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>shapes differ: %1 x %2 and %3 x %4</source>
        <translation>形状不同：%1 x %2 与 %3 x %4</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>rows do not divide into heads</source>
        <translation>行无法划分为头</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the folder has too many files of text</source>
        <translation>文件夹中的文本文件过多</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>cannot be read: %1</source>
        <translation>无法读取：%1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>name the field that holds the text</source>
        <translation>请指明含有文本的字段</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a report is a .html or a .json file</source>
        <translation>报告须为 .html 或 .json 文件</translation>
    </message>
    <message>
        <location filename="../ui/theme/core_messages_models.cpp" line="+12"/>
        <source>the %1 is %2, which is too many</source>
        <translation>%1 为 %2，过多</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>embedding length</source>
        <translation>嵌入长度</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>vocabulary</source>
        <translation>词表</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>attention heads</source>
        <translation>注意力头数</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>key heads</source>
        <translation>键头数</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>blocks</source>
        <translation>块</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>head length</source>
        <translation>头长度</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>experts</source>
        <translation>专家</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>experts used</source>
        <translation>使用的专家</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 attention heads cannot share %2 key heads</source>
        <translation>%1 个注意力头无法共用 %2 个键头</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 experts are used of %2</source>
        <translation>使用的专家有 %1 个，而总共只有 %2 个</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>no expert is used of %1</source>
        <translation>%1 个专家中一个也未使用</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a scale or cap of the model is not finite</source>
        <translation>模型的某个系数或上限不是有限值</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a cap or the epsilon of the model is negative</source>
        <translation>模型的某个上限或 epsilon 为负</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>config.json or metadata and weights are of different models</source>
        <translation>config.json 或元数据与权重属于不同的模型</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a matrix with %1 inputs</source>
        <translation>输入数为 %1 的矩阵</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>[%1, any, %2]</source>
        <translation>[%1, 任意, %2]</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>biases of experts (%1.bias) are not supported yet</source>
        <translation>尚不支持专家的偏置（%1.bias）</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a multiple of %1 heads</source>
        <translation>%1 个头的整数倍</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 heads of %2</source>
        <translation>%1 个长度为 %2 的头</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>as many rows for the gate as for the rest</source>
        <translation>门控与其余部分行数相同</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 dimensions of heads of %2 cannot be rotated in pairs</source>
        <translation>长度为 %2 的头无法成对旋转其中 %1 维</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>check head_dim and the part that is rotated</source>
        <translation>请检查 head_dim 和旋转部分的比例</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>token %1 is outside its vocabulary of %2</source>
        <translation>词元 %1 超出其大小为 %2 的词表</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>take ids of this model&apos;s tokenizer</source>
        <translation>请使用此模型分词器的词元编号</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 holds weights that are not finite</source>
        <translation>%1 含有非有限的权重</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>get the model again; it is damaged</source>
        <translation>模型已损坏，请重新获取</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>look at the model&apos;s rope settings</source>
        <translation>请查看模型的 RoPE 设置</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>longrope has %1 factors for %2 pairs</source>
        <translation>longrope 有 %1 个系数，却有 %2 对</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 rotated dimensions with base %2 are not possible</source>
        <translation>不能以 %2 为底旋转 %1 维</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>rope type %1 needs the original context length</source>
        <translation>RoPE 类型 %1 需要原始上下文长度</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>rope type %1 needs a factor</source>
        <translation>RoPE 类型 %1 需要系数</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>dynamic rope scaling needs a context length and more than 2 dimensions</source>
        <translation>动态 RoPE 缩放需要上下文长度以及 2 个以上的维度</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>rope type %1 does more than divide frequencies</source>
        <translation>RoPE 类型 %1 不只是对频率做除法</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>rope type %1 is not known</source>
        <translation>未知的 RoPE 类型 %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>rope_freqs has %1 values for %2 pairs</source>
        <translation>rope_freqs 有 %1 个值，却有 %2 对</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the rope settings give frequencies that are not finite</source>
        <translation>RoPE 设置得出非有限的频率</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&quot;%1&quot; is not a list of numbers</source>
        <translation>“%1”不是数值列表</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&quot;%1&quot; holds something that is not a positive number</source>
        <translation>“%1”中含有不是正数的内容</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&quot;layer_types&quot; has no entry for block %1</source>
        <translation>“layer_types”中没有块 %1 的条目</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>block %1 has a window of 0 tokens</source>
        <translation>块 %1 的窗口为 0 个词元</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&quot;no_rope_layers&quot; has no entry for block %1</source>
        <translation>“no_rope_layers”中没有块 %1 的条目</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 blocks are stated, but there are tensors of %2</source>
        <translation>注明有 %1 个块，但存在 %2 个块的张量</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 is not a short list of numbers</source>
        <translation>%1 不是简短的数值列表</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>convert the model again</source>
        <translation>请重新转换模型</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 is %2, which cannot be decoded yet</source>
        <translation>%1 的格式为 %2，尚不能解码</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>take a copy of the model in another format</source>
        <translation>请使用其他格式的模型副本</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>not enough memory for a weight matrix</source>
        <translation>内存不足，无法存放权重矩阵</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 is too large</source>
        <translation>%1 过大</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the file was changed while it was being read</source>
        <translation>文件在读取过程中被更改</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>parts of the file could not be read: it was cut short, or the disk fails</source>
        <translation>文件的部分内容无法读取：文件被截断，或磁盘有故障</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>wait until nothing writes to the file, then open it again</source>
        <translation>请等到没有程序写入该文件后再重新打开</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>not enough memory for the keys and values of the text</source>
        <translation>内存不足，无法存放文本的键和值</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>take a shorter text</source>
        <translation>请使用更短的文本</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a sequence has at least one token</source>
        <translation>序列至少有一个词元</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 tokens are more than its %2 positions</source>
        <translation>%1 个词元超出其 %2 个位置</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>there are no tokens</source>
        <translation>没有词元</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the tokens are more than there is room for</source>
        <translation>词元数超出可用空间</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>windows of tokens overlap or leave some out</source>
        <translation>词元窗口相互重叠或有遗漏</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>windows do not cover all tokens</source>
        <translation>窗口未覆盖所有词元</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>this state is not one of a run of these tokens</source>
        <translation>此状态不属于对这些词元的运行</translation>
    </message>
    <message>
        <location filename="../ui/theme/core_messages_projects.cpp" line="+12"/>
        <source>the project is not one this program wrote; profile the model again</source>
        <translation>该项目不是由本程序写入的；请重新分析模型</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: its shape is none we write</source>
        <translation>%1：其形状不是本程序所写的</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: its shape cannot be read</source>
        <translation>%1：无法读取其形状</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: the data set is missing, or is not in this file</source>
        <translation>%1：数据集缺失，或不在此文件中</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: its data are compressed, in pieces or in another file</source>
        <translation>%1：其数据被压缩、分块或在其他文件中</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: its shape is larger than any file</source>
        <translation>%1：其形状超出任何文件的大小</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: its shape is larger than the file</source>
        <translation>%1：其形状超出该文件的大小</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: its data are not all there</source>
        <translation>%1：其数据不完整</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: its data cannot be read</source>
        <translation>%1：无法读取其数据</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: the attribute is missing</source>
        <translation>%1：缺少该属性</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: the attribute is not one value</source>
        <translation>%1：该属性不是单个值</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: what it holds cannot be listed</source>
        <translation>%1：无法列出其内容</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: the group is missing, or is not in this file</source>
        <translation>%1：组缺失，或不在此文件中</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: the group cannot be read</source>
        <translation>%1：无法读取该组</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: the attribute is not an unsigned 64-bit number</source>
        <translation>%1：该属性不是无符号 64 位数</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: the attribute is not a text of reasonable length</source>
        <translation>%1：该属性不是长度合理的文本</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: the attribute cannot be read</source>
        <translation>%1：无法读取该属性</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: its numbers have another type than this program writes</source>
        <translation>%1：其数值类型与本程序所写的不同</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: its shape is [%2], not [%3]</source>
        <translation>%1：其形状为 [%2]，而非 [%3]</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: it is not a list</source>
        <translation>%1：它不是列表</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: an expert has a figure that cannot be</source>
        <translation>%1：某个专家的数值不可能存在</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: the experts are out of order</source>
        <translation>%1：专家的顺序不对</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: a format stands twice</source>
        <translation>%1：某个格式出现了两次</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: an error is no number from 0 on</source>
        <translation>%1：某个误差不是大于等于 0 的数</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: a tensor stands twice</source>
        <translation>%1：某个张量出现了两次</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: it is not a list of %2 texts</source>
        <translation>%1：它不是由 %2 个文本组成的列表</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>this is not an HDF5 file that can be read</source>
        <translation>这不是可读取的 HDF5 文件</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>profile the model again</source>
        <translation>请重新分析该模型</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: entry %2 has no size that can be</source>
        <translation>%1：条目 %2 的大小不可能成立</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: its texts are longer than any file</source>
        <translation>%1：其文本超出任何文件的长度</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: a text is not UTF-8</source>
        <translation>%1：有文本不是 UTF-8</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: its lists are longer than any file</source>
        <translation>%1：其列表超出任何文件的长度</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: a window scores tokens that it does not have</source>
        <translation>%1：某个窗口对其没有的词元计分</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: a loss is no number</source>
        <translation>%1：某个损失不是数</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: it lists more tokens than are kept</source>
        <translation>%1：列出的词元多于保留的数量</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: a probability is not between 0 and 1</source>
        <translation>%1：某个概率不在 0 与 1 之间</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: a row has windows of which nothing is scored</source>
        <translation>%1：某一行含有没有任何计分的窗口</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: a row was measured in a way that this program does not know</source>
        <translation>%1：某一行的测量方式是本程序不认识的</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: there are Gram matrices without a profile</source>
        <translation>%1：有 Gram 矩阵却没有分析结果</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: a Gram matrix is larger than any file</source>
        <translation>%1：某个 Gram 矩阵超出任何文件的大小</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: it is of another model, text or request</source>
        <translation>%1：它属于其他模型、文本或请求</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: it goes on at a block that is not there</source>
        <translation>%1：它从不存在的块继续</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: a tap lists too many largest values</source>
        <translation>%1：某个测点列出的最大值过多</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: a largest value is in a channel that is not there</source>
        <translation>%1：某个最大值位于不存在的通道</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: the channels are more than any file has</source>
        <translation>%1：通道数超出任何文件所能有的数量</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: the thresholds do not rise</source>
        <translation>%1：阈值没有递增</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: %2 taps are more than any model has</source>
        <translation>%1：%2 个测点超出任何模型所能有的数量</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: tap %2 is at no place of the model</source>
        <translation>%1：测点 %2 不在模型的任何位置</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: tap %2 is out of order</source>
        <translation>%1：测点 %2 顺序有误</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: %2 blocks are more than any model has</source>
        <translation>%1：%2 个块超出任何模型所能有的数量</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the project holds no importance values</source>
        <translation>项目中没有重要性值</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>profile the model over a text first</source>
        <translation>请先用文本分析模型</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the weights are not those that were profiled (%1 then, %2 now)</source>
        <translation>权重不是当时分析的权重（当时为 %1，现为 %2）</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>profile the model again, or name the one that was profiled</source>
        <translation>请重新分析该模型，或指明当时分析的模型</translation>
    </message>
    <message>
        <location filename="../ui/theme/core_messages_tokenizers.cpp" line="+12"/>
        <source>the tokenizer</source>
        <translation>分词器</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the model of the tokenizer</source>
        <translation>分词器的模型</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the normalizer of the tokenizer</source>
        <translation>分词器的规范化器</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the pre-tokenizer of the tokenizer</source>
        <translation>分词器的预分词器</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the post-processor of the tokenizer</source>
        <translation>分词器的后处理器</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the decoder of the tokenizer</source>
        <translation>分词器的解码器</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>an added token of the tokenizer</source>
        <translation>分词器的附加词元</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a chat template of tokenizer_config.json</source>
        <translation>tokenizer_config.json 中的聊天模板</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: missing</source>
        <translation>%1：缺失</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: too deep</source>
        <translation>%1：嵌套过深</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: not an object</source>
        <translation>%1：不是对象</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: &quot;%2&quot; is not a text</source>
        <translation>%1：“%2”不是文本</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: &quot;%2&quot; is not true or false</source>
        <translation>%1：“%2”不是 true 或 false</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: &quot;%2&quot; is not a number from 0 on</source>
        <translation>%1：“%2”不是从 0 起的数</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: &quot;%2&quot; is not an object</source>
        <translation>%1：“%2”不是对象</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: &quot;%2&quot; is not an array</source>
        <translation>%1：“%2”不是数组</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: &quot;pattern&quot; is missing</source>
        <translation>%1：缺少“pattern”</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: &quot;pattern&quot; is neither a text nor a regular expression</source>
        <translation>%1：“pattern”既不是文本也不是正则表达式</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: type &quot;%2&quot; is not known</source>
        <translation>%1：未知的类型“%2”</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: behavior &quot;%2&quot; is not known</source>
        <translation>%1：未知的行为“%2”</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: Metaspace with a &quot;replacement&quot; or &quot;prepend_scheme&quot; that is not known</source>
        <translation>%1：Metaspace 的“replacement”或“prepend_scheme”未知</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1: &quot;precompiled_charsmap&quot; is not base64</source>
        <translation>%1：“precompiled_charsmap”不是 base64</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: the id of token &quot;%2&quot; is not a number below %3</source>
        <translation>%1：词元“%2”的编号不是小于 %3 的数</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: two tokens have the id %2</source>
        <translation>%1：有两个词元的编号都是 %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: merge %2 is not a pair of tokens</source>
        <translation>%1：合并规则 %2 不是一对词元</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: merge %2 (&quot;%3&quot; and &quot;%4&quot;) is of texts that are no tokens</source>
        <translation>%1：合并规则 %2（“%3”与“%4”）的文本不是词元</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: token %2 is not a text and a number</source>
        <translation>%1：词元 %2 不是一个文本加一个数</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: &quot;unk_id&quot; is no token</source>
        <translation>%1：“unk_id”不是词元</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: it adds id %2, which is no token</source>
        <translation>%1：它添加了编号 %2，而该编号不是词元</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: the id %2 of an added token is that of another token</source>
        <translation>%1：附加词元的编号 %2 已属于另一词元</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: its id is missing or far above all others</source>
        <translation>%1：其编号缺失，或远大于其他所有编号</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: &quot;added_tokens_decoder&quot; has a key that is no id</source>
        <translation>%1：“added_tokens_decoder”中有不是编号的键</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: an id is no number</source>
        <translation>%1：有编号不是数</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: &quot;chat_template&quot; is neither a text nor a list</source>
        <translation>%1：“chat_template”既不是文本也不是列表</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: token &quot;%2&quot; has no ids</source>
        <translation>%1：词元“%2”没有编号</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: the ids of token &quot;%2&quot; are refused</source>
        <translation>%1：词元“%2”的编号不被接受</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: the text is there twice</source>
        <translation>%1：文本出现两次</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: a part is neither text nor token</source>
        <translation>%1：有一部分既不是文本也不是词元</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: the text is missing</source>
        <translation>%1：缺少文本</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: &quot;%2&quot; is not a token and its id</source>
        <translation>%1：“%2”不是词元及其编号</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: its tokens do not say whether they begin a word, which GGUF needs</source>
        <translation>%1：其词元没有说明是否为词的开头，而 GGUF 需要这一点</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1: it has a &quot;%2&quot;, which GGUF has no place for</source>
        <translation>%1：它有“%2”，而 GGUF 没有存放它的位置</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: GGUF has no vocabularies of its kind, %2</source>
        <translation>%1：GGUF 没有此类词表（%2）</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>GGUF has no vocabularies whose tokens are words or characters</source>
        <translation>GGUF 没有以单词或字符为词元的词表</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>GGUF has no name for the way this tokenizer splits text: the nearest, &quot;%1&quot;, gives %2</source>
        <translation>GGUF 没有与此分词器切分方式对应的名称：最接近的“%1”得到 %2</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1 instead of %2</source>
        <translation>%1，而非 %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>at &quot;%1&quot; %2 instead of %3</source>
        <translation>在“%1”处得到 %2，而非 %3</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>runtimes of GGUF would get other tokens, so no file is made</source>
        <translation>GGUF 运行时会得到不同的词元，因此不生成文件</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>as GGUF this tokenizer would make other tokens of plain text: %1</source>
        <translation>作为 GGUF，此分词器会把普通文本切成不同的词元：%1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>runtimes of GGUF cannot do what it does, so no file is made</source>
        <translation>GGUF 运行时无法做到它所做的，因此不生成文件</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>runtimes make other tokens of %1: %2</source>
        <translation>运行时会把%1切成不同的词元：%2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>some rare text</source>
        <translation>某些罕见文本</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Korean text</source>
        <translation>韩语文本</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>text with the tokens&apos; own texts</source>
        <translation>含词元自身文本的文本</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the ends of a text</source>
        <translation>文本的首尾</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>runtimes split some rare text otherwise (&quot;%1&quot;): %2</source>
        <translation>运行时对某些罕见文本的切分不同（“%1”）：%2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&quot;%1&quot; is %2, which is no token: left out</source>
        <translation>“%1”为 %2，不是词元：已忽略</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 added tokens from &quot;%2&quot; on are left out: the embedding has no rows for them</source>
        <translation>从“%2”起的 %1 个附加词元被略去：嵌入中没有它们的行</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>an embedding of %1 rows has more than any vocabulary</source>
        <translation>有 %1 行的嵌入超出任何词表的大小</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>token %1 (&quot;%2&quot;) has no row: the vocabulary has %3 tokens, the embedding %4 rows</source>
        <translation>词元 %1（“%2”）没有对应的行：词表有 %3 个词元，嵌入有 %4 行</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>the tokenizer is that of another model</source>
        <translation>该分词器属于另一个模型</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the compiled normalisation rules are cut off</source>
        <translation>编译后的规范化规则不完整</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>normalising makes the text too long</source>
        <translation>规范化后文本过长</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a regular expression is too long or not UTF-8</source>
        <translation>正则表达式过长或不是 UTF-8</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a pattern is too long or not UTF-8</source>
        <translation>模式过长或不是 UTF-8</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the regular expression &quot;%1&quot; cannot be used: %2</source>
        <translation>无法使用正则表达式“%1”：%2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the regular expression &quot;%1&quot; of the tokenizer gave up: %2</source>
        <translation>分词器的正则表达式“%1”中途放弃：%2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the regular expression &quot;%1&quot; is refused</source>
        <translation>正则表达式“%1”不被接受</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a regular expression %1</source>
        <translation>正则表达式%1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>ends with a backslash</source>
        <translation>以反斜杠结尾</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>has too many classes inside classes</source>
        <translation>嵌套的字符类过多</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>has a class without an end</source>
        <translation>有未结束的字符类</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>not a SentencePiece model that can be used: %1</source>
        <translation>不是可用的 SentencePiece 模型：%1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>not a SentencePiece model: %1</source>
        <translation>不是 SentencePiece 模型：%1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a piece is malformed</source>
        <translation>有片段格式错误</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>its normalisation rules are cut off</source>
        <translation>其规范化规则不完整</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>its normalisation rules are malformed</source>
        <translation>其规范化规则格式错误</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>its normaliser is malformed</source>
        <translation>其规范化器格式错误</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>its type is not known</source>
        <translation>其类型未知</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>too many of its tokens begin with each other</source>
        <translation>互为前缀的词元过多</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>it has too many pieces</source>
        <translation>片段过多</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>it is cut off or something else</source>
        <translation>它不完整，或是别的东西</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the text cannot be split: %1</source>
        <translation>无法切分文本：%1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the text has %1 bytes, more than 1 GiB</source>
        <translation>文本有 %1 字节，超过 1 GiB</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>split it</source>
        <translation>请将其拆分</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>not a text of less than 10 MB in UTF-8</source>
        <translation>不是小于 10 MB 的 UTF-8 文本</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the text has characters that the tokenizer does not know, and it has no token for them</source>
        <translation>文本含有分词器不认识的字符，且它没有表示这些字符的词元</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>the text has a word that the tokenizer does not know, and it has no token for such words</source>
        <translation>文本含有分词器不认识的词，且它没有表示这类词的词元</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>there is none: the file was written without a vocabulary</source>
        <translation>没有：该文件写入时不含词表</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>its kind, &quot;%1&quot;, is not supported</source>
        <translation>不支持其类型“%1”</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>its way of splitting text, &quot;%1&quot;, is not known</source>
        <translation>其切分文本的方式“%1”未知</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tokenizer.ggml.merges is missing</source>
        <translation>缺少 tokenizer.ggml.merges</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tokenizer.ggml.tokens is missing or not a list of texts</source>
        <translation>tokenizer.ggml.tokens 缺失，或不是文本列表</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 does not fit the tokens</source>
        <translation>%1 与词元不符</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a score is not a number</source>
        <translation>有分数不是数</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tokenizer.json has no words for its way of splitting text</source>
        <translation>tokenizer.json 无法表达其切分文本的方式</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 tokens are left out: another one has the same text, or it is not UTF-8; the first is &quot;%2&quot;</source>
        <translation>%1 个词元被略去：另有词元文本相同，或文本不是 UTF-8；第一个是“%2”</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>tokenizer.json has no words for its kind, %1</source>
        <translation>tokenizer.json 无法表达其类型 %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>as %1 it would make other tokens of plain text: %2</source>
        <translation>作为 %1，它会把普通文本切成不同的词元：%2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 makes other tokens of some rare text: %2</source>
        <translation>%1 会把某些罕见文本切成不同的词元：%2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>no tokenizer.model is written: %1</source>
        <translation>未写入 tokenizer.model：%1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>no tokenizer is written: %1</source>
        <translation>未写入分词器：%1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>it is not of a kind of SentencePiece</source>
        <translation>它不是 SentencePiece 的类型</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>it has no token for unknown text</source>
        <translation>它没有表示未知文本的词元</translation>
    </message>
</context>
<context>
    <name>depth_figure</name>
    <message>
        <location filename="../ui/plots/depth_figure.cpp" line="+15"/>
        <location filename="../ui/plots/outlier_figure.cpp" line="+14"/>
        <source>block</source>
        <translation>块</translation>
    </message>
</context>
<context>
    <name>duration</name>
    <message>
        <location filename="../ui/theme/text.cpp" line="+116"/>
        <location line="+3"/>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
</context>
<context>
    <name>error</name>
    <message>
        <location filename="../ui/theme/core_text.cpp" line="+108"/>
        <source>%1 (at byte %2)</source>
        <translation>%1（位于字节 %2）</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1; %2</source>
        <translation>%1；%2</translation>
    </message>
</context>
<context>
    <name>error_places</name>
    <message>
        <location filename="../ui/plots/error_figure.cpp" line="+23"/>
        <source>Select a tensor.</source>
        <translation>请选择一个张量。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Looking where the error lies …</source>
        <translation>正在查找误差所在位置 …</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>%1 keeps every weight as it is.</source>
        <translation>%1 使每个权重保持原样。</translation>
    </message>
</context>
<context>
    <name>figure_settings</name>
    <message>
        <location filename="../ui/plots/figure_settings.cpp" line="+35"/>
        <source>PNG, %1 ×</source>
        <translation>PNG，%1 ×</translation>
    </message>
</context>
<context>
    <name>file_dialogs</name>
    <message>
        <location filename="../ui/panels/file_dialogs.cpp" line="+43"/>
        <source>Open a checkpoint</source>
        <translation>打开检查点</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Open a model folder</source>
        <translation>打开模型文件夹</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Load a plan</source>
        <translation>加载方案</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Plans (*.json);;All files (*)</source>
        <translation>方案 (*.json);;所有文件 (*)</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Save the plan</source>
        <translation>保存方案</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Plans (*.json)</source>
        <translation>方案 (*.json)</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Save the picture</source>
        <translation>保存图像</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>PNG pictures (*.png)</source>
        <translation>PNG 图像 (*.png)</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Save the values</source>
        <translation>保存值</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Choose a text</source>
        <translation>选择文本</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Text (*.txt *.md *.raw *.jsonl *.ndjson);;All files (*)</source>
        <translation>文本 (*.txt *.md *.raw *.jsonl *.ndjson);;所有文件 (*)</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Choose an importance file</source>
        <translation>选择重要性文件</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Importance files (*.gguf *.dat *.imatrix);;All files (*)</source>
        <translation>重要性文件 (*.gguf *.dat *.imatrix);;所有文件 (*)</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Export to a new folder</source>
        <translation>导出到新文件夹</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Export to</source>
        <translation>导出到</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>GGUF (*.gguf)</source>
        <translation>GGUF (*.gguf)</translation>
    </message>
    <message>
        <location line="+29"/>
        <location line="+3"/>
        <source>Save the figure</source>
        <translation>保存图</translation>
    </message>
    <message>
        <location line="+15"/>
        <location line="+2"/>
        <source>Save the report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <location line="-1"/>
        <source>Reports (*.html *.pdf *.json)</source>
        <translation>报告 (*.html *.pdf *.json)</translation>
    </message>
    <message>
        <location line="+8"/>
        <location line="+2"/>
        <source>Save the project</source>
        <translation>保存项目</translation>
    </message>
    <message>
        <location line="-1"/>
        <source>Projects (*.bitlathe)</source>
        <translation>项目 (*.bitlathe)</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Save all figures into a folder</source>
        <translation>将所有图保存到文件夹</translation>
    </message>
    <message>
        <location line="-49"/>
        <source>Replace %1?</source>
        <translation>要替换 %1 吗？</translation>
    </message>
    <message>
        <location line="-72"/>
        <source>Checkpoints, plans and projects (*.gguf *.safetensors *.index.json *.plan.json *.bitlathe);;All files (*)</source>
        <translation>检查点、方案和项目 (*.gguf *.safetensors *.index.json *.plan.json *.bitlathe);;所有文件 (*)</translation>
    </message>
    <message>
        <location line="+73"/>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
</context>
<context>
    <name>filter</name>
    <message>
        <location filename="../ui/models/tensor_filter_words.cpp" line="+79"/>
        <source>%1 at character %2: %3</source>
        <translation>%1 的第 %2 个字符：%3</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>%1: takes a number or a range such as 4-9</source>
        <translation>%1: 后应为数字或范围，例如 4-9</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>%1:%2 is empty: write %1:%4-%3</source>
        <translation>%1:%2 为空：请写成 %1:%4-%3</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>%1: wants something after the colon</source>
        <translation>%1: 的冒号后应有内容</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>%1: is no key; there are role: format: source: name: block: expert: shard:</source>
        <translation>%1: 不是可用的键；可用 role: format: source: name: block: expert: shard:</translation>
    </message>
    <message>
        <location line="+20"/>
        <source>%1 cannot be compared; bits size error nmse kurtosis outlier can</source>
        <translation>%1 不能比较；可比较 bits size error nmse kurtosis outlier</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>%1 is compared with a number, such as %1&lt;5</source>
        <translation>%1 应与数字比较，例如 %1&lt;5</translation>
    </message>
</context>
<context>
    <name>hover</name>
    <message>
        <location filename="../ui/canvas/hover_text.cpp" line="+50"/>
        <source>%1 bits as stored   %2</source>
        <translation>%1 比特，保持原样   %2</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>%1 → %2 bits   %3</source>
        <translation>%1 → %2 比特   %3</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>error not known yet …</source>
        <translation>误差尚不清楚 …</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>error %1 (estimate)   weights × NMSE %2</source>
        <translation>误差 %1（估计）   权重数 × NMSE %2</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>%1   largest weight %2 σ</source>
        <translation>%1   最大权重 %2 σ</translation>
    </message>
    <message>
        <location line="+40"/>
        <source>compared plan: %1 bits   %2</source>
        <translation>比较方案：%1 比特   %2</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>block %1 %2, %3 experts</source>
        <translation>块 %1 %2，%3 个专家</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>%1 bits   %2</source>
        <translation>%1 比特   %2</translation>
    </message>
    <message>
        <location line="+23"/>
        <source>locked, Space unlocks</source>
        <translation>已锁定，按空格键解锁</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>block %1 %2</source>
        <translation>块 %1 %2</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1, %2, %3 bits, %4, locked</source>
        <translation>%1，%2，%3 比特，%4，已锁定</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>%1, %2, %3 bits, %4</source>
        <translation>%1，%2，%3 比特，%4</translation>
    </message>
    <message>
        <location filename="../ui/models/refused_formats.cpp" line="+26"/>
        <source>new: most runtimes refuse the file; Alt drags onto it</source>
        <translation>新格式：多数运行时会拒绝该文件；按住 Alt 可拖到该格式</translation>
    </message>
</context>
<context>
    <name>inspector</name>
    <message>
        <location filename="../ui/models/inspector_facts.cpp" line="+83"/>
        <source>one number</source>
        <translation>一个数</translation>
    </message>
    <message>
        <location line="-56"/>
        <source>%1, %2 bits, %3</source>
        <translation>%1，%2 比特，%3</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>range</source>
        <translation>范围</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>smallest and largest finite weight</source>
        <translation>最小和最大的有限权重</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+100"/>
        <source>absmax / σ</source>
        <translation>最大绝对值 / σ</translation>
    </message>
    <message>
        <location line="-99"/>
        <source>largest magnitude, and standard deviation of the weights</source>
        <translation>权重的最大绝对值和标准差</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>kurtosis</source>
        <translation>峰度</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>m₄ / m₂²; a Gaussian has 3, outliers raise it</source>
        <translation>m₄ / m₂²；高斯分布为 3，离群值会使其增大</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>ZD</source>
        <translation>ZD</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>share of weights with (w − mean) / σ &gt; 1</source>
        <translation>满足 (w − 均值) / σ &gt; 1 的权重比例</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>exponent entropy</source>
        <translation>指数熵</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 bits</source>
        <translation>%1 比特</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>information in the exponents of the stored numbers</source>
        <translation>存储数值的指数部分所含信息量</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>zeros</source>
        <translation>零的个数</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>not finite</source>
        <translation>非有限值</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>NaN or infinite weights; left out of every other figure</source>
        <translation>NaN 或无穷大的权重；不计入其他数值</translation>
    </message>
    <message>
        <location line="+33"/>
        <source>shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>outermost first</source>
        <translation>最外层维度在前</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>stored as</source>
        <translation>存储格式</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 weights</source>
        <translation>%1 个权重</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>at byte</source>
        <translation>字节位置</translation>
    </message>
    <message>
        <location line="+3"/>
        <location line="+39"/>
        <source>plan</source>
        <translation>方案</translation>
    </message>
    <message>
        <location line="-37"/>
        <location line="+39"/>
        <source>error (est.)</source>
        <translation>误差（估计）</translation>
    </message>
    <message>
        <location line="-38"/>
        <source>NMSE = Σ(w′ − w)² / Σw² at the planned format, measured on the weights</source>
        <translation>NMSE = Σ(w′ − w)² / Σw²，按计划格式在权重上测得</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>not measured yet</source>
        <translation>尚未测量</translation>
    </message>
    <message>
        <location line="+28"/>
        <source>tensors</source>
        <translation>张量数</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>weights</source>
        <translation>权重数</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>stored</source>
        <translation>存储</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 bits, %2</source>
        <translation>%1 比特，%2</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>sum of weights × NMSE at the planned formats</source>
        <translation>计划格式下权重数 × NMSE 之和</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>over all their weights together</source>
        <translation>基于其全部权重</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>%1, locked</source>
        <translation>%1，已锁定</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <location line="+15"/>
        <source>Tied to %1 and %n more: they share one format and move together.</source>
        <translation>
            <numerusform>与 %1 及另外 %n 个绑定：它们共用一种格式，一起变动。</numerusform>
        </translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Tied to %1: they share one format and move together.</source>
        <translation>与 %1 绑定：它们共用一种格式，一起变动。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Locked: no drag and no solver moves it; Space unlocks.</source>
        <translation>已锁定：拖动和求解器都不会改变它；按空格键解锁。</translation>
    </message>
</context>
<context>
    <name>jobs_figure</name>
    <message>
        <location filename="../ui/panels/jobs_figure.cpp" line="+12"/>
        <source>job</source>
        <translation>任务</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>state</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>matrix_axes</name>
    <message>
        <location filename="../ui/canvas/matrix_axes.cpp" line="+91"/>
        <source>rows by norm</source>
        <translation>行按范数</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>row</source>
        <translation>行</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>columns by norm</source>
        <translation>列按范数</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>column</source>
        <translation>列</translation>
    </message>
    <message>
        <location line="+37"/>
        <source>%1 not finite</source>
        <translation>%1 个非有限值</translation>
    </message>
</context>
<context>
    <name>metrics</name>
    <message>
        <location filename="../ui/models/depth_metrics.cpp" line="+97"/>
        <source>Error</source>
        <translation>误差</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>weights × NMSE = N · Σ(w′ − w)² / Σw² at the planned format; an estimate of weight error, no unit</source>
        <translation>权重数 × NMSE = N · Σ(w′ − w)² / Σw²，按计划格式；权重误差的估计，无单位</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Kurtosis</source>
        <translation>峰度</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>m₄ / m₂², no unit; a Gaussian has 3, outliers raise it</source>
        <translation>m₄ / m₂²，无单位；高斯分布为 3，离群值会使其增大</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>ZD</source>
        <translation>ZD</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>share of weights with (w − mean) / σ &gt; 1</source>
        <translation>满足 (w − 均值) / σ &gt; 1 的权重比例</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Sigma</source>
        <translation>标准差</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>standard deviation of the weights, in units of the weights</source>
        <translation>权重的标准差，单位与权重相同</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Absmax</source>
        <translation>最大绝对值</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>largest magnitude of a weight, in units of the weights</source>
        <translation>权重的最大绝对值，单位与权重相同</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>LIM</source>
        <translation>LIM</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>− mean over tokens of cos(x, y), x and y the residual stream before and after the block; −1 … 1, larger counts as more important (Layer-Wise Quantization, Dumitru et al. 2024)</source>
        <translation>− cos(x, y) 对词元的平均，x、y 为块前后的残差流；−1 … 1，越大视为越重要（Layer-Wise Quantization，Dumitru 等，2024）</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>LIM normed</source>
        <translation>LIM 归一</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>LIM between the normed inputs of this block&apos;s attention and the next one&apos;s, as llama.cpp&apos;s relatives compute it; larger counts as more important</source>
        <translation>本块与下一块注意力的归一化输入之间的 LIM，与 llama.cpp 的衍生工具相同；越大视为越重要</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Influence</source>
        <translation>影响</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Block Influence, 1 + LIM: 0 is a block that changes no direction; larger counts as more important (ShortGPT, Men et al. 2024)</source>
        <translation>Block Influence，1 + LIM：0 表示块不改变方向；越大视为越重要（ShortGPT，Men 等，2024）</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Angle</source>
        <translation>角度</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>mean over tokens of arccos(cos(x, y)) / π, no unit; larger counts as more important (The Unreasonable Ineffectiveness of the Deeper Layers, Gromov et al. 2024)</source>
        <translation>arccos(cos(x, y)) / π 对词元的平均，无单位；越大视为越重要（The Unreasonable Ineffectiveness of the Deeper Layers，Gromov 等，2024）</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>LIM attn</source>
        <translation>LIM 注意力</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>LIM of the attention half: the residual stream before and after it is added; larger counts as more important</source>
        <translation>注意力一半的 LIM：加入它之前和之后的残差流；越大视为越重要</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>LIM MLP</source>
        <translation>LIM MLP</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>LIM of the feed-forward half: the residual stream before and after it is added; larger counts as more important</source>
        <translation>前馈一半的 LIM：加入它之前和之后的残差流；越大视为越重要</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>relative contribution: mean over tokens of |y − x| / |x|, no unit; larger counts as more important</source>
        <translation>相对贡献：|y − x| / |x| 对词元的平均，无单位；越大视为越重要</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Adds</source>
        <translation>增益</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>mean over tokens of cos(y − x, x): above 0 the block adds to what is there, below 0 it erases</source>
        <translation>cos(y − x, x) 对词元的平均：大于 0 时块加强已有内容，小于 0 时擦除</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Left out</source>
        <translation>跳过</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>measured: mean over tokens of the divergence KL(model || model without the block), nats; larger is more important</source>
        <translation>测量值：散度 KL(模型 || 去掉该块的模型) 对词元取平均，单位纳特；越大越重要</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Output error</source>
        <translation>输出误差</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Σ (w′ − w)²ᵣⱼ E[xⱼ²] / Σ w²ᵣⱼ E[xⱼ²] at the planned format, no unit: what storing a linear does to what it puts out, as if its inputs did not correlate (the weighting of llama.cpp&apos;s imatrix); measured on request</source>
        <translation>计划格式下的 Σ (w′ − w)²ᵣⱼ E[xⱼ²] / Σ w²ᵣⱼ E[xⱼ²]，无单位：存储线性层对其输出的影响，视输入互不相关（即 llama.cpp 的 imatrix 的加权方式）；按需测量</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Output, full</source>
        <translation>输出，完整</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tr(D G Dᵀ) / tr(W G Wᵀ) at the planned format, no unit, D = W′ − W and G = XᵀX / T: the output error with all correlations of the inputs, where the profile has their Gram matrix (GPTQ, Frantar et al. 2022)</source>
        <translation>计划格式下的 tr(D G Dᵀ) / tr(W G Wᵀ)，无单位，D = W′ − W，G = XᵀX / T：计入输入全部相关性的输出误差，仅当分析含有其 Gram 矩阵时（GPTQ，Frantar 等，2022）</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Sink</source>
        <translation>汇聚</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>attention sink: mean over heads of the attention that later tokens spend on the first of their window (Xiao et al. 2023)</source>
        <translation>注意力汇聚：后续词元对其窗口首词元的注意力，按头取平均（Xiao 等，2023）</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Kurtosis in</source>
        <translation>输入峰度</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>kurtosis m₄ / m₂² of all values that go into a linear, no unit; a Gaussian has 3</source>
        <translation>进入线性层的所有值的峰度 m₄ / m₂²，无单位；高斯分布为 3</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Channels</source>
        <translation>通道</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>largest over median of the channels&apos; largest |x| at the input of a linear, no unit; above 20 the channels need care</source>
        <translation>线性层输入各通道最大 |x| 的最大值 ÷ 中位数，无单位；超过 20 时通道需要留意</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Energy in</source>
        <translation>输入能量</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>2 Σ E[xⱼ²] over the input channels, the trace of the Hessian of a linear&apos;s squared error: how much goes in, not how much it hurts</source>
        <translation>2 Σ E[xⱼ²] 对输入通道求和，即线性层平方误差的 Hessian 迹：表示输入多少，而非损害多少</translation>
    </message>
    <message>
        <location line="+20"/>
        <source>largest of its tensors</source>
        <translation>其张量中的最大值</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>sum over its tensors</source>
        <translation>其张量之和</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>mean over its weights</source>
        <translation>其权重的均值</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>of the whole block</source>
        <translation>整个块</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>root mean square over its weights</source>
        <translation>其权重的均方根</translation>
    </message>
</context>
<context>
    <name>phases</name>
    <message>
        <location filename="../ui/panels/phase_words.cpp" line="+20"/>
        <source>reading the headers</source>
        <translation>读取文件头</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>statistics and errors</source>
        <translation>统计与误差</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>errors</source>
        <translation>误差</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>compressing</source>
        <translation>压缩</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>writing</source>
        <translation>写入</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>reading back</source>
        <translation>回读校验</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+2"/>
        <source>reading the text</source>
        <translation>读取文本</translation>
    </message>
    <message>
        <location line="-1"/>
        <source>cutting the text into tokens</source>
        <translation>切分词元</translation>
    </message>
    <message>
        <location line="+2"/>
        <location line="+1"/>
        <location line="+1"/>
        <location line="+1"/>
        <source>running the model</source>
        <translation>运行模型</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>reading the prompt</source>
        <translation>读取提示</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>continuing the text</source>
        <translation>续写文本</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>leaving out one block after another</source>
        <translation>逐块略去</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>running the experts</source>
        <translation>运行专家</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>output errors</source>
        <translation>输出误差</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>comparing</source>
        <translation>比较</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>reading the matrix</source>
        <translation>读取矩阵</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>ranking the blocks</source>
        <translation>块排序</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>finding the best plans</source>
        <translation>寻找最佳方案</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>making the report</source>
        <translation>生成报告</translation>
    </message>
</context>
<context>
    <name>plan names</name>
    <message>
        <location filename="../ui/models/plan_words.cpp" line="+21"/>
        <source>without a name</source>
        <translation>未命名</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>as stored</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>%1, %2 % low</source>
        <extracomment>%1 two formats, %2 a number: the share of blocks in the first of them</extracomment>
        <translation>%1，%2 % 低格式</translation>
    </message>
    <message>
        <location line="+36"/>
        <source>%1 edited</source>
        <extracomment>%1 the name of a plan</extracomment>
        <translation>%1（已编辑）</translation>
    </message>
</context>
<context>
    <name>quality</name>
    <message>
        <location filename="../ui/models/quality_words.cpp" line="+39"/>
        <source>%1 ± %2</source>
        <comment>a number and its standard error</comment>
        <translation>%1 ± %2</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>llama.cpp: second half of each window</source>
        <translation>llama.cpp：每个窗口的后半部分</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>window: all of each window</source>
        <translation>window：每个窗口的全部</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>stride: overlapping windows</source>
        <translation>stride：重叠窗口</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>%1 (SHA-256 %2 …) · %3 tokens scored · protocol %4 · windows of %5</source>
        <translation>%1（SHA-256 %2 …）· %3 个词元计分 · 协议 %4 · 窗口 %5</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>%1 (SHA-256 %2 …) · protocol %3 · windows of %4</source>
        <translation>%1（SHA-256 %2 …）· 协议 %3 · 窗口 %4</translation>
    </message>
    <message>
        <location line="+8"/>
        <location line="+8"/>
        <source>perplexity %1</source>
        <translation>困惑度 %1</translation>
    </message>
    <message>
        <location line="-7"/>
        <source>KL %1, perplexity %2</source>
        <translation>KL %1，困惑度 %2</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>perplexity %1, KL %2 nats per token</source>
        <translation>困惑度 %1，KL 每词元 %2 奈特</translation>
    </message>
</context>
<context>
    <name>report</name>
    <message>
        <location filename="../ui/plots/report_pictures.cpp" line="+59"/>
        <source>Height: bits per weight, exact. Colour: estimated error of the tensor, darker is less.</source>
        <translation>高度：每权重比特数，精确值。颜色：张量的估计误差，越暗越小。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Lines over the bars: the plan %1.</source>
        <translation>柱形上方的线：方案 %1。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Bits of every tensor</source>
        <translation>每个张量的比特数</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>Over depth</source>
        <translation>随深度变化</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Statistics of the weights are measured, errors estimated. The line in a bar reaches from the lowest to the highest tensor of the block.</source>
        <translation>权重统计为测量值，误差为估计值。柱形中的线从该块最低的张量到最高的张量。</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>Size and error</source>
        <translation>大小与误差</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The line is the smallest estimated error at every size; squares are presets, rings are plans. Hollow: estimated.</source>
        <translation>线为每种大小下的最小估计误差；方块为预设，圆环为方案。空心：估计值。</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>Bytes as stored and as planned, exact.</source>
        <translation>按存储和按方案的字节数，精确值。</translation>
    </message>
    <message>
        <location line="+21"/>
        <location filename="../ui/plots/report_words.cpp" line="+102"/>
        <source>Bytes by role</source>
        <translation>按角色的字节数</translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../ui/plots/report_words.cpp" line="+1"/>
        <source>Bytes by format</source>
        <translation>按格式的字节数</translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../ui/plots/report_words.cpp" line="+1"/>
        <source>Bytes by block</source>
        <translation>按块的字节数</translation>
    </message>
    <message>
        <location filename="../ui/plots/report_words.cpp" line="-92"/>
        <source>Compression plan of %1</source>
        <translation>%1 的压缩方案</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Made by Bitlathe %1 on %2</source>
        <translation>由 Bitlathe %1 于 %2 生成</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Sizes are exact: scales and padding are counted.</source>
        <translation>大小是精确的：包含缩放因子和填充。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Errors are estimates. The error of a tensor (NMSE) is the squared distance between the weights as planned and as stored, divided by the squared length of the stored ones; it was computed on the weights themselves. The error of the plan is the mean of that over all weights.</source>
        <translation>误差为估计值。张量的误差（NMSE）是方案中的权重与存储的权重之间距离的平方，除以存储权重长度的平方；它由权重本身算得。方案的误差是其对全部权重的均值。</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>It says nothing about what the model answers: the model was not run. Two plans of the same error can differ in quality, and importance of inputs is not in it.</source>
        <translation>它不说明模型会如何回答：并未运行模型。误差相同的两个方案质量可能不同，且其中不含输入的重要性。</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>This plan was made for another checkpoint: names fit, weights are not the same.</source>
        <translation>此方案是为另一个检查点制定的：名称相符，权重不同。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>%1 of the source</source>
        <translation>源文件的 %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Locked tensors: %1. Neither the solver nor an edit of a group moves them.</source>
        <translation>已锁定的张量：%1。求解器和成组编辑都不会改变它们。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>No tensor is locked and no rule is set.</source>
        <translation>没有锁定的张量，也没有设置规则。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Tensors that change their format</source>
        <translation>更改格式的张量</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Tensors that differ from the plan %1</source>
        <translation>与方案 %1 不同的张量</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Tensors with the largest estimated error</source>
        <translation>估计误差最大的张量</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1 of the estimated error of the plan are in these %2 tensors.</source>
        <translation>方案估计误差的 %1 来自这 %2 个张量。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>None.</source>
        <translation>无。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>and %1 more; the JSON report has all of them</source>
        <translation>以及另外 %1 个；JSON 报告包含全部</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Save the plan, then run:</source>
        <translation>保存方案，然后运行：</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Written in %1 s, read back and compared: %2 of %2 tensors are equal (measured).</source>
        <translation>用时 %1 秒写入，已回读并比较：%2 / %2 个张量一致（测量值）。</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>bits per weight</source>
        <translation>每权重比特数</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>exact</source>
        <translation>精确</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>estimated</source>
        <translation>估计</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>file to be written</source>
        <translation>将写入的文件</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>weight error</source>
        <translation>权重误差</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>path</source>
        <translation>路径</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>architecture</source>
        <translation>架构</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>container</source>
        <translation>容器格式</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>parameters</source>
        <translation>参数量</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>blocks</source>
        <translation>块数</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>files</source>
        <translation>文件</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>size of the source</source>
        <translation>源文件大小</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>fingerprint</source>
        <translation>指纹</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Plan</source>
        <translation>方案</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>target</source>
        <translation>目标</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>bytes of tensors</source>
        <translation>张量字节数</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>bytes of the file</source>
        <translation>文件字节数</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>weight error, estimated</source>
        <translation>权重误差（估计）</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tensors</source>
        <translation>张量数</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>change their format</source>
        <translation>更改格式</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Locks and rules</source>
        <translation>锁定与规则</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>exactly</source>
        <translation>恰好</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>at least</source>
        <translation>至少</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Figures</source>
        <translation>图</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Where the bytes are</source>
        <translation>字节分布</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>role</source>
        <translation>角色</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>format</source>
        <translation>格式</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>block</source>
        <translation>块</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>outside of blocks</source>
        <translation>块之外</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>as stored</source>
        <translation>按存储</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>as planned</source>
        <translation>按方案</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>share of the plan</source>
        <translation>占方案比例</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tensor</source>
        <translation>张量</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>there</source>
        <translation>比较方案</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>weights</source>
        <translation>权重数</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>NMSE est.</source>
        <translation>NMSE（估计）</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>share of error est.</source>
        <translation>误差占比（估计）</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>why</source>
        <translation>原因</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Compared plan</source>
        <translation>比较方案</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Warnings</source>
        <translation>警告</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>History of the plan</source>
        <translation>方案历史</translation>
    </message>
</context>
<context>
    <name>role_group</name>
    <message>
        <location filename="../ui/theme/role_group.cpp" line="+44"/>
        <source>down</source>
        <translation>down</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>gate, up</source>
        <translation>gate、up</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>q, k, v</source>
        <translation>q、k、v</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>o</source>
        <translation>o</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>embed</source>
        <translation>嵌入</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>other</source>
        <translation>其他</translation>
    </message>
</context>
<context>
    <name>taps</name>
    <message>
        <location filename="../ui/models/tap_text.cpp" line="+25"/>
        <source>residual stream before the block</source>
        <translation>块之前的残差流</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>input of q, k and v</source>
        <translation>q、k、v 的输入</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>input of the attention&apos;s output matrix</source>
        <translation>注意力输出矩阵的输入</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>residual stream between attention and feed-forward network</source>
        <translation>注意力与前馈网络之间的残差流</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>input of gate and up</source>
        <translation>gate 与 up 的输入</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>input of down</source>
        <translation>down 的输入</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>residual stream after the block</source>
        <translation>块之后的残差流</translation>
    </message>
</context>
<context>
    <name>tensors</name>
    <message>
        <location filename="../ui/models/tensor_cells.cpp" line="+33"/>
        <source>%1 expert %2</source>
        <translation>%1 专家 %2</translation>
    </message>
    <message>
        <location line="+6"/>
        <location filename="../ui/models/tensor_rows.cpp" line="+52"/>
        <source>block %1</source>
        <translation>块 %1</translation>
    </message>
    <message>
        <location line="+43"/>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>role</source>
        <translation>角色</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>block</source>
        <translation>块</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>stored</source>
        <translation>存储</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>planned</source>
        <translation>计划</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>bits</source>
        <translation>比特</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>size</source>
        <translation>大小</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>error est.</source>
        <translation>估计误差</translation>
    </message>
</context>
<context>
    <name>token_words</name>
    <message>
        <location filename="../ui/models/token_words.cpp" line="+44"/>
        <source>id %1</source>
        <comment>of a token</comment>
        <translation>编号 %1</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1 (first)</source>
        <comment>token, first of its window</comment>
        <translation>%1（首个）</translation>
    </message>
</context>
<context>
    <name>tokens</name>
    <message>
        <location filename="../ui/models/token_text.cpp" line="+122"/>
        <source>token %1 of window %2</source>
        <translation>窗口 %2 的第 %1 个词元</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>position</source>
        <translation>位置</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>id</source>
        <translation>ID</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>token</source>
        <translation>词元</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>loss of the plan, nats</source>
        <translation>方案损失，奈特</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>loss of the original, nats</source>
        <translation>原模型损失，奈特</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>KL, nats</source>
        <translation>KL，奈特</translation>
    </message>
</context>
</TS>
