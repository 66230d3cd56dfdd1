<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>bitlathe::AttentionView</name>
    <message numerus="yes">
        <location filename="../ui/panels/attention_view.cpp" line="+98"/>
        <source>%1 of %n head(s) do: the first token is their sink.</source>
        <translation>
            <numerusform>%1 of %n head does: the first token is its sink.</numerusform>
            <numerusform>%1 of %n heads do: the first token is their sink.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bitlathe::BitsCanvas</name>
    <message numerus="yes">
        <location filename="../ui/canvas/bits_canvas_gesture.cpp" line="+124"/>
        <source>Paint %n tensor(s)</source>
        <translation>
            <numerusform>Paint %n tensor</numerusform>
            <numerusform>Paint %n tensors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>Set %n tensor(s) to %1</source>
        <translation>
            <numerusform>Set %n tensor to %1</numerusform>
            <numerusform>Set %n tensors to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bitlathe::ComparePanel</name>
    <message numerus="yes">
        <location filename="../ui/panels/compare_panel.cpp" line="+172"/>
        <source>%1 of %n tensor(s) differ</source>
        <translation>
            <numerusform>%1 of %n tensor differs</numerusform>
            <numerusform>%1 of %n tensors differ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bitlathe::ExportDialog</name>
    <message numerus="yes">
        <location filename="../ui/panels/export_dialog_check.cpp" line="+177"/>
        <source>%1 %n tensor(s) have another format than was asked for.</source>
        <translation>
            <numerusform>%1 %n tensor has another format than was asked for.</numerusform>
            <numerusform>%1 %n tensors have another format than was asked for.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+13"/>
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bitlathe::GroupErrorView</name>
    <message numerus="yes">
        <location filename="../ui/plots/group_error_view.cpp" line="+130"/>
        <source>where the %n worst lie, rows down, columns across</source>
        <translation>
            <numerusform>where the %n worst group lies, rows down, columns across</numerusform>
            <numerusform>where the %n worst lie, rows down, columns across</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>where the %n worst lie</source>
        <translation>
            <numerusform>where the %n worst group lies</numerusform>
            <numerusform>where the %n worst lie</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+23"/>
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n group</numerusform>
            <numerusform>%n groups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bitlathe::InspectorPanel</name>
    <message numerus="yes">
        <location filename="../ui/panels/inspector_panel.cpp" line="+106"/>
        <source>%n tensor(s)</source>
        <translation>
            <numerusform>%n tensor</numerusform>
            <numerusform>%n tensors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bitlathe::JobRow</name>
    <message numerus="yes">
        <location filename="../ui/panels/job_row.cpp" line="+195"/>
        <source>waiting for %n other job(s)</source>
        <translation>
            <numerusform>waiting for %n other job</numerusform>
            <numerusform>waiting for %n other jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bitlathe::JobsPanel</name>
    <message numerus="yes">
        <location filename="../ui/panels/jobs_panel.cpp" line="+263"/>
        <source>%n running</source>
        <translation>
            <numerusform>%n running</numerusform>
            <numerusform>%n running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bitlathe::MainWindow</name>
    <message numerus="yes">
        <location filename="../ui/window/main_window_plans.cpp" line="+61"/>
        <source>Plans of this model were not saved when the program ended last time. %n tensor(s) differ from the plan on screen.</source>
        <translation>
            <numerusform>Plans of this model were not saved when the program ended last time. %n tensor differs from the plan on screen.</numerusform>
            <numerusform>Plans of this model were not saved when the program ended last time. %n tensors differ from the plan on screen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+18"/>
        <source>%n measurement(s) of this model that no project holds are back: the program did not end in order last time.</source>
        <translation>
            <numerusform>%n measurement of this model that no project holds is back: the program did not end in order last time.</numerusform>
            <numerusform>%n measurements of this model that no project holds are back: the program did not end in order last time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/window/main_window.cpp" line="+35"/>
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/window/main_window_figures.cpp" line="+59"/>
        <source>%n figure(s) saved, each with its data</source>
        <translation>
            <numerusform>%n figure saved, each with its data</numerusform>
            <numerusform>%n figures saved, each with its data</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+16"/>
        <source>%n file(s) of these names are there already.</source>
        <translation>
            <numerusform>%n file of these names is there already.</numerusform>
            <numerusform>%n files of these names are there already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/window/main_window_quit.cpp" line="+48"/>
        <source>%n job(s) have not ended:</source>
        <translation>
            <numerusform>%n job has not ended:</numerusform>
            <numerusform>%n jobs have not ended:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+39"/>
        <source>%n plan(s) have changes that were not saved:</source>
        <translation>
            <numerusform>%n plan has changes that were not saved:</numerusform>
            <numerusform>%n plans have changes that were not saved:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/window/main_window_project.cpp" line="+27"/>
        <source>%n plan(s) of the project are not shown: they are for the model in another form, with other tensors. They stay in the file.</source>
        <translation>
            <numerusform>%n plan of the project is not shown: it is for the model in another form, with other tensors. It stays in the file.</numerusform>
            <numerusform>%n plans of the project are not shown: they are for the model in another form, with other tensors. They stay in the file.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bitlathe::OutlierLists</name>
    <message numerus="yes">
        <location filename="../ui/panels/outlier_lists.cpp" line="+96"/>
        <source>%n channel(s) that LLM.int8() would keep in 16 bits</source>
        <translation>
            <numerusform>%n channel that LLM.int8() would keep in 16 bits</numerusform>
            <numerusform>%n channels that LLM.int8() would keep in 16 bits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+28"/>
        <source>%n massive value(s), marked ●</source>
        <translation>
            <numerusform>%n massive value, marked ●</numerusform>
            <numerusform>%n massive values, marked ●</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bitlathe::OutputErrorMeasurer</name>
    <message numerus="yes">
        <location filename="../ui/jobs/output_error_measurer.cpp" line="+137"/>
        <source>output errors of %n tensor(s) are known</source>
        <translation>
            <numerusform>output errors of %n tensor are known</numerusform>
            <numerusform>output errors of %n tensors are known</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bitlathe::PlanModel</name>
    <message numerus="yes">
        <location filename="../ui/models/plan_model_steps.cpp" line="+48"/>
        <source>Lock %n tensor(s)</source>
        <translation>
            <numerusform>Lock %n tensor</numerusform>
            <numerusform>Lock %n tensors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>Unlock %n tensor(s)</source>
        <translation>
            <numerusform>Unlock %n tensor</numerusform>
            <numerusform>Unlock %n tensors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bitlathe::RateDistortionView</name>
    <message numerus="yes">
        <location filename="../ui/plots/rate_distortion_view.cpp" line="+139"/>
        <source>NMSE, mean of %n tensor(s), log</source>
        <translation>
            <numerusform>NMSE, mean of %n tensor, log</numerusform>
            <numerusform>NMSE, mean of %n tensors, log</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+65"/>
        <source>Set %n tensor(s) to %1</source>
        <translation>
            <numerusform>Set %n tensor to %1</numerusform>
            <numerusform>Set %n tensors to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bitlathe::RulesBox</name>
    <message numerus="yes">
        <location filename="../ui/panels/rules_box.cpp" line="+93"/>
        <source>matches %n tensor(s)</source>
        <translation>
            <numerusform>matches %n tensor</numerusform>
            <numerusform>matches %n tensors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bitlathe::TargetDialog</name>
    <message numerus="yes">
        <location filename="../ui/panels/target_dialog.cpp" line="+40"/>
        <source>%n tensor(s) have a format that this target refuses or would silently change. Each would get the nearest one that it stores; the other tensors stay as they are planned. Undo brings back the plan and its target.</source>
        <translation>
            <numerusform>%n tensor has a format that this target refuses or would silently change. Each would get the nearest one that it stores; the other tensors stay as they are planned. Undo brings back the plan and its target.</numerusform>
            <numerusform>%n tensors have a format that this target refuses or would silently change. Each would get the nearest one that it stores; the other tensors stay as they are planned. Undo brings back the plan and its target.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bitlathe::TensorPanel</name>
    <message numerus="yes">
        <location filename="../ui/panels/tensor_panel.cpp" line="+190"/>
        <source>%n tensor(s)</source>
        <translation>
            <numerusform>%n tensor</numerusform>
            <numerusform>%n tensors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+7"/>
        <source>%n shown</source>
        <translation>
            <numerusform>%n shown</numerusform>
            <numerusform>%n shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bitlathe::TokenChannelsView</name>
    <message numerus="yes">
        <location filename="../ui/panels/token_channels_view.cpp" line="+103"/>
        <source>A profile keeps no single tokens. Run the first window of its text (%n token(s)) up to the block to see them; that takes as long as a small part of the profile.</source>
        <translation>
            <numerusform>A profile keeps no single tokens. Run the first window of its text (%n token) up to the block to see them; that takes as long as a small part of the profile.</numerusform>
            <numerusform>A profile keeps no single tokens. Run the first window of its text (%n tokens) up to the block to see them; that takes as long as a small part of the profile.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bitlathe::TryPage</name>
    <message numerus="yes">
        <location filename="../ui/panels/try_page.cpp" line="+65"/>
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n token</numerusform>
            <numerusform>%n tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>inspector</name>
    <message numerus="yes">
        <location filename="../ui/models/inspector_facts.cpp" line="+160"/>
        <source>Tied to %1 and %n more: they share one format and move together.</source>
        <translation>
            <numerusform>Tied to %1 and %n more: they share one format and move together.</numerusform>
            <numerusform>Tied to %1 and %n more: they share one format and move together.</numerusform>
        </translation>
    </message>
</context>
</TS>
