<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>QObject</name>
    <message>
        <location filename="../ui/window/dock_layout.cpp" line="+32"/>
        <source>Move panel: %1</source>
        <translation>Bereich verschieben: %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Drag to move this panel, double-click to float it</source>
        <translation>Ziehen verschiebt diesen Bereich, Doppelklick löst ihn aus dem Fenster</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <location filename="../ui/window/window_actions.cpp" line="+31"/>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Open a model folder…</source>
        <translation>Modellordner öffnen…</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Open the sample model</source>
        <translation>Beispielmodell öffnen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Load plan…</source>
        <translation>Plan laden…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Save plan…</source>
        <translation>Plan speichern…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>New plan from the current one</source>
        <translation>Neuer Plan aus dem aktuellen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Measure this plan</source>
        <translation>Diesen Plan messen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Measure all plans</source>
        <translation>Alle Pläne messen</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Measure the original</source>
        <translation>Original messen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Profile activations</source>
        <translation>Aktivierungen erfassen</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Measure leaving out each block</source>
        <translation>Weglassen jedes Blocks messen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Measure output errors of formats</source>
        <translation>Ausgabefehler der Formate messen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Save project…</source>
        <translation>Projekt speichern…</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Save report…</source>
        <translation>Bericht speichern…</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Save all figures…</source>
        <translation>Alle Abbildungen speichern…</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Filter tensors</source>
        <translation>Tensoren filtern</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Back to the last view</source>
        <translation>Zurück zur letzten Ansicht</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Forward to the next view</source>
        <translation>Vor zur nächsten Ansicht</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Zoom to the selection</source>
        <translation>Auf die Auswahl zoomen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Show all blocks</source>
        <translation>Alle Blöcke zeigen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>All commands…</source>
        <translation>Alle Befehle…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Reset the layout</source>
        <translation>Anordnung zurücksetzen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Theme of the system</source>
        <translation>Design des Systems</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Light theme</source>
        <translation>Helles Design</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Dark theme</source>
        <translation>Dunkles Design</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <location line="+20"/>
        <source>How far every format changes what each linear puts out, for the inputs that the profiled text gives it</source>
        <translation>Wie weit jedes Format ändert, was jede Matrix ausgibt, bei den Eingängen, die der erfasste Text ihr gibt</translation>
    </message>
</context>
<context>
    <name>bars</name>
    <message>
        <location filename="../ui/models/block_columns.cpp" line="+13"/>
        <source>embed</source>
        <translation>embed</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>head</source>
        <translation>head</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>other</source>
        <translation>andere</translation>
    </message>
</context>
<context>
    <name>bitlathe::AboutDialog</name>
    <message>
        <location filename="../ui/panels/about_dialog.cpp" line="+19"/>
        <location line="+1"/>
        <source>About Bitlathe</source>
        <translation>Über Bitlathe</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>version %1, with Qt %2</source>
        <translation>Version %1, mit Qt %2</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>See where a model&apos;s bits matter, shape them, export the result.</source>
        <translation>Sehen, wo die Bits eines Modells zählen, sie formen, das Ergebnis exportieren.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Free software under the GNU General Public License, version 3 or later, without any warranty. Nothing is sent anywhere: the program does not use the network.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder später, ohne jede Gewährleistung. Nichts wird irgendwohin gesendet: Das Programm benutzt kein Netzwerk.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Built with Qt, Qt Charts, QCustomPlot, Google Highway, fmt, tl::expected, nlohmann-json, xxHash, OpenSSL and CLI11. Colours: viridis, cividis, ColorBrewer, Okabe and Ito.</source>
        <translation>Erstellt mit Qt, Qt Charts, QCustomPlot, Google Highway, fmt, tl::expected, nlohmann-json, xxHash, OpenSSL und CLI11. Farben: viridis, cividis, ColorBrewer, Okabe und Ito.</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Copy diagnostics</source>
        <translation>Diagnose kopieren</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Versions, machine, memory, the shape of the open model and the last lines of the log; file names, but no folders</source>
        <translation>Versionen, Rechner, Speicher, der Aufbau des geöffneten Modells und die letzten Zeilen des Protokolls; Dateinamen, aber keine Ordner</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>bitlathe::ActivationProfiler</name>
    <message>
        <location filename="../ui/jobs/activation_profiler.cpp" line="+108"/>
        <source>Profile activations on %1</source>
        <translation>Aktivierungen erfassen mit %1</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>what was seen so far is lost</source>
        <translation>was bisher gesehen wurde, geht verloren</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>%1 tokens seen at %2 places</source>
        <translation>%1 Token an %2 Stellen gesehen</translation>
    </message>
</context>
<context>
    <name>bitlathe::AttentionView</name>
    <message>
        <location filename="../ui/panels/attention_view.cpp" line="+21"/>
        <source>Map of attention heads and blocks</source>
        <translation>Karte der Attention-Köpfe und Blöcke</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Attention sinks</source>
        <translation>Attention-Senken</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Share of a head&apos;s attention from which the first token is a sink</source>
        <translation>Anteil der Attention eines Kopfs, von dem an das erste Token eine Senke ist</translation>
    </message>
    <message>
        <location line="+2"/>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>first token gets more than</source>
        <translation>erstes Token erhält über</translation>
    </message>
    <message>
        <location line="+5"/>
        <location line="+7"/>
        <source>Places that receive most</source>
        <translation>Stellen, die am meisten erhalten</translation>
    </message>
    <message>
        <location line="-5"/>
        <source>Of all heads of a block, mean over windows. A query has 1 to give; “even”: as much to every token it sees.</source>
        <translation>Von allen Köpfen eines Blocks, im Mittel über Fenster. Eine Anfrage hat 1 zu geben; „gleich“: jedem Token, das sie sieht, gleich viel.</translation>
    </message>
    <message>
        <location line="+6"/>
        <location line="+65"/>
        <source>block</source>
        <translation>Block</translation>
    </message>
    <message>
        <location line="-65"/>
        <source>place</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>received</source>
        <translation>erhält</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>× even</source>
        <translation>× gleich</translation>
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
        <translation>Stelle des Tokens in seinem Fenster; 0 ist das erste</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>What the token receives, in queries</source>
        <translation>Was das Token erhält, in Anfragen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Of what the queries that see the token have to give</source>
        <translation>Von dem, was die Anfragen zu geben haben, die das Token sehen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Weight of the token when quantizing, 1 on average (RSQ, Sung et al. 2025)</source>
        <translation>Gewicht des Tokens beim Quantisieren, im Mittel 1 (RSQ, Sung et al. 2025)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Windows of the text that reach there</source>
        <translation>Fenster des Textes, die bis dorthin reichen</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Where attention goes</source>
        <translation>Wohin die Attention geht</translation>
    </message>
    <message>
        <location line="+19"/>
        <source>The profile says nothing about attention: it was made by an earlier version, or its windows are of one token. Profile the text again.</source>
        <translation>Das Profil sagt nichts über Attention: eine frühere Version hat es gemacht, oder seine Fenster haben ein Token. Erfassen Sie den Text noch einmal.</translation>
    </message>
    <message numerus="yes">
        <location line="+14"/>
        <source>%1 of %n head(s) do: the first token is their sink.</source>
        <translation>
            <numerusform>%1 von %n Kopf: das erste Token ist seine Senke.</numerusform>
            <numerusform>%1 von %n Köpfen: das erste Token ist ihre Senke.</numerusform>
        </translation>
    </message>
    <message>
        <location line="+19"/>
        <source>share of attention</source>
        <translation>Anteil der Attention</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>head</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>no head</source>
        <translation>kein Kopf</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>block %1</source>
        <translation>Block %1</translation>
    </message>
    <message>
        <location line="-4"/>
        <source>heads %1–%2, the largest of them</source>
        <translation>Köpfe %1–%2, der größte davon</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>head %1</source>
        <translation>Kopf %1</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1 of its attention to the first token</source>
        <translation>%1 seiner Attention an das erste Token</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>mean of %1 queries</source>
        <translation>Mittel über %1 Anfragen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>there is no such head</source>
        <translation>diesen Kopf gibt es nicht</translation>
    </message>
</context>
<context>
    <name>bitlathe::Autosave</name>
    <message>
        <location filename="../ui/window/autosave.cpp" line="+91"/>
        <source>Plans that were not saved could not be read</source>
        <translation>Nicht gespeicherte Pläne ließen sich nicht lesen</translation>
    </message>
    <message>
        <location line="+30"/>
        <source>Restore plans that were not saved</source>
        <translation>Nicht gespeicherte Pläne wiederherstellen</translation>
    </message>
    <message>
        <location line="+70"/>
        <source>Changes are not kept for a crash</source>
        <translation>Änderungen werden für einen Absturz nicht aufbewahrt</translation>
    </message>
</context>
<context>
    <name>bitlathe::BitsCanvas</name>
    <message>
        <location filename="../ui/canvas/bits_canvas.cpp" line="+23"/>
        <source>Bits per tensor</source>
        <translation>Bit je Tensor</translation>
    </message>
    <message>
        <location line="+131"/>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/canvas/bits_canvas_gesture.cpp" line="+124"/>
        <source>Paint %n tensor(s)</source>
        <translation>
            <numerusform>%n Tensor bemalen</numerusform>
            <numerusform>%n Tensoren bemalen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>Set %n tensor(s) to %1</source>
        <translation>
            <numerusform>%n Tensor auf %1 setzen</numerusform>
            <numerusform>%n Tensoren auf %1 setzen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/canvas/bits_canvas_keys.cpp" line="+223"/>
        <source>%1 bits</source>
        <translation>%1 Bit</translation>
    </message>
</context>
<context>
    <name>bitlathe::BitsPanel</name>
    <message>
        <location filename="../ui/panels/bits_panel.cpp" line="+42"/>
        <source>Bits</source>
        <translation>Bits</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>height: bits per weight  ·  drag, paint, 2–8, Space locks</source>
        <translation>Höhe: Bit pro Gewicht  ·  ziehen, malen, 2–8, Leertaste sperrt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>What bars are coloured by</source>
        <translation>Wonach Balken gefärbt sind</translation>
    </message>
    <message>
        <location line="+26"/>
        <source>error est.</source>
        <translation>Fehler gesch.</translation>
    </message>
    <message>
        <location line="+27"/>
        <source>━ B: %1</source>
        <translation>━ B: %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The lines over the bars are the plan %1</source>
        <translation>Die Linien über den Balken sind der Plan %1</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>▯ %1</source>
        <translation>▯ %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The outlines are what %1 would make of the bars</source>
        <translation>Die Umrisse sind, was %1 aus den Balken machen würde</translation>
    </message>
</context>
<context>
    <name>bitlathe::BudgetPanel</name>
    <message>
        <location filename="../ui/panels/budget_panel.cpp" line="+36"/>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <location line="+37"/>
        <source>The solver minimises weight error (weights × NMSE), an estimate. It does not know the quality of the model, which has not been measured.</source>
        <translation>Der Solver minimiert den Gewichtsfehler (Gewichte × NMSE), eine Schätzung. Die Qualität des Modells kennt er nicht: Sie wurde nicht gemessen.</translation>
    </message>
    <message>
        <location line="-31"/>
        <source>Fits in</source>
        <translation>Passt in</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Size the file must fit in</source>
        <translation>Größe, in die die Datei passen muss</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>4.5 GiB or 4.2 bpw</source>
        <translation>4,5 GiB oder 4,2 bpw</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Solve</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <location line="+28"/>
        <source>The solver minimises weight error (weights × NMSE), an estimate. The quality of this plan was measured: %1.</source>
        <translation>Der Löser minimiert den Gewichtsfehler (Gewichte × NMSE), eine Schätzung. Die Qualität dieses Plans wurde gemessen: %1.</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>the feasible range is not known yet</source>
        <translation>der mögliche Bereich ist noch nicht bekannt</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>feasible: %1 – %2 bpw, %3 – %4 of tensors</source>
        <translation>möglich: %1 – %2 bpw, %3 – %4 an Tensoren</translation>
    </message>
    <message>
        <location line="+21"/>
        <source>Too small: the smallest plan has %1 bpw. Allow smaller formats, or loosen locks and rules.</source>
        <translation>Zu klein: Der kleinste Plan hat %1 bpw. Kleinere Formate zulassen oder Sperren und Regeln lockern.</translation>
    </message>
</context>
<context>
    <name>bitlathe::BudgetSlider</name>
    <message>
        <location filename="../ui/panels/budget_slider.cpp" line="+24"/>
        <source>Budget in bits per weight</source>
        <translation>Budget in Bit pro Gewicht</translation>
    </message>
</context>
<context>
    <name>bitlathe::CanvasKeys</name>
    <message>
        <location filename="../ui/models/canvas_keys.cpp" line="+16"/>
        <source>On every canvas</source>
        <translation>Auf jeder Zeichenfläche</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Tab, Shift+Tab</source>
        <translation>Tab, Umschalt+Tab</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>the next, the one before</source>
        <translation>zum nächsten, zum vorigen</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+25"/>
        <location line="+7"/>
        <location line="+16"/>
        <location line="+8"/>
        <source>arrows</source>
        <translation>Pfeile</translation>
    </message>
    <message>
        <location line="-56"/>
        <source>from part to part</source>
        <translation>von Teil zu Teil</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>zoom; with Ctrl finer</source>
        <translation>zoomen; mit Strg feiner</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>F, Home</source>
        <translation>F, Pos1</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>fit the selection, show everything</source>
        <translation>Auswahl einpassen, alles zeigen</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+38"/>
        <location line="+16"/>
        <source>Page Up, Page Down</source>
        <translation>Bild auf, Bild ab</translation>
    </message>
    <message>
        <location line="-54"/>
        <source>along the blocks</source>
        <translation>die Blöcke entlang</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>copy what is current, as text</source>
        <translation>Aktuelles als Text kopieren</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Menu, Shift+F10</source>
        <translation>Menü, Umschalt+F10</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>context menu</source>
        <translation>Kontextmenü</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>wheel</source>
        <translation>Mausrad</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>zooms at the pointer; Ctrl finer, Shift faster</source>
        <translation>zoomt am Zeiger; Strg feiner, Umschalt schneller</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Bits</source>
        <translation>Bits</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+29"/>
        <source>Up, Down</source>
        <translation>Auf, Ab</translation>
    </message>
    <message>
        <location line="-29"/>
        <source>a step more or fewer bits for the selection</source>
        <translation>ein Schritt mehr oder weniger Bits für die Auswahl</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>that many bits for the selection</source>
        <translation>so viele Bits für die Auswahl</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>lock, unlock</source>
        <translation>sperren, entsperren</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+25"/>
        <source>Left, Right</source>
        <translation>Links, Rechts</translation>
    </message>
    <message>
        <location line="-25"/>
        <source>the next bar; Shift extends the selection</source>
        <translation>der nächste Balken; Umschalt erweitert die Auswahl</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Ctrl+Up, Ctrl+Down</source>
        <translation>Strg+Auf, Strg+Ab</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>the next row; Shift extends</source>
        <translation>die nächste Zeile; Umschalt erweitert</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Ctrl+Left, Ctrl+Right</source>
        <translation>Strg+Links, Strg+Rechts</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>move without selecting</source>
        <translation>bewegen, ohne auszuwählen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Ctrl+Space</source>
        <translation>Strg+Leertaste</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>add the bar to the selection, or remove it</source>
        <translation>Balken zur Auswahl hinzunehmen oder entfernen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>select the row, the block, everything</source>
        <translation>Zeile, Block, alles auswählen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>unfold or fold experts</source>
        <translation>Experten auf- oder zuklappen</translation>
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
        <translation>laufendes Ziehen verwerfen, Auswahl aufheben</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Matrix</source>
        <translation>Matrix</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>from weight to weight; Shift by ten</source>
        <translation>von Gewicht zu Gewicht; Umschalt um zehn</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+7"/>
        <source>Ctrl+arrows</source>
        <translation>Strg+Pfeile</translation>
    </message>
    <message>
        <location line="-7"/>
        <location line="+7"/>
        <source>pan; with Shift farther</source>
        <translation>verschieben; mit Umschalt weiter</translation>
    </message>
    <message>
        <location line="-6"/>
        <source>a weight per pixel</source>
        <translation>ein Gewicht je Pixel</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Outliers</source>
        <translation>Ausreißer</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the next token that was scored</source>
        <translation>das nächste bewertete Token</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the next line</source>
        <translation>die nächste Zeile</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a page of the text</source>
        <translation>eine Seite des Textes</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Home, End</source>
        <translation>Pos1, Ende</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>the first, the last token</source>
        <translation>das erste, das letzte Token</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>choose no token</source>
        <translation>kein Token auswählen</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Plots</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>from point to point; Ctrl: from preset to preset</source>
        <translation>von Punkt zu Punkt; Strg: von Voreinstellung zu Voreinstellung</translation>
    </message>
    <message>
        <location line="-14"/>
        <location line="+15"/>
        <location line="+9"/>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <location line="-26"/>
        <source>from cell to cell; Shift by ten</source>
        <translation>von Zelle zu Zelle; Umschalt um zehn</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>select the tensors of the place</source>
        <translation>die Tensoren der Stelle wählen</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>choose it: a plan, a format, the tensors of a part</source>
        <translation>wählen: einen Plan, ein Format, die Tensoren eines Teils</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Shift+arrows</source>
        <translation>Umschalt+Pfeile</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>pan the plot of size and error</source>
        <translation>Diagramm von Größe und Fehler verschieben</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>logarithmic counts in the histogram</source>
        <translation>logarithmische Anzahlen im Histogramm</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Lists and sliders</source>
        <translation>Listen und Regler</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the next row; a slider by a step</source>
        <translation>die nächste Zeile; ein Regler um einen Schritt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a page; a slider by a large step</source>
        <translation>eine Seite; ein Regler um einen großen Schritt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>go to a step, switch to a plan</source>
        <translation>zu einem Schritt gehen, zu einem Plan wechseln</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>rename a plan</source>
        <translation>einen Plan umbenennen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>remove a plan or a rule</source>
        <translation>einen Plan oder eine Regel entfernen</translation>
    </message>
</context>
<context>
    <name>bitlathe::ChannelErrorView</name>
    <message>
        <location filename="../ui/plots/channel_error_view.cpp" line="+30"/>
        <location line="+8"/>
        <source>Worst channels</source>
        <translation>Schlechteste Kanäle</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>share of the squared error at %1</source>
        <translation>Anteil am quadrierten Fehler in %1</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>share of the error</source>
        <translation>Anteil am Fehler</translation>
    </message>
    <message>
        <location line="+19"/>
        <source>row %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>column %1</source>
        <translation>Spalte %1</translation>
    </message>
    <message>
        <location line="+33"/>
        <source>Rows, of %1</source>
        <translation>Zeilen, von %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Columns, of %1</source>
        <translation>Spalten, von %1</translation>
    </message>
    <message>
        <location line="+23"/>
        <source>%1 of the squared error of the tensor</source>
        <translation>%1 des quadrierten Fehlers des Tensors</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1 × the mean row</source>
        <translation>%1 × die mittlere Zeile</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 × the mean column</source>
        <translation>%1 × die mittlere Spalte</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>click shows it in the matrix</source>
        <translation>ein Klick zeigt es in der Matrix</translation>
    </message>
    <message>
        <location line="+50"/>
        <source>%1 of the error</source>
        <translation>%1 des Fehlers</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1, %2</source>
        <comment>row 5, 3 % of the error</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>share of the squared error</source>
        <translation>Anteil am quadrierten Fehler</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>column</source>
        <translation>Spalte</translation>
    </message>
</context>
<context>
    <name>bitlathe::ChannelPlot</name>
    <message>
        <location filename="../ui/plots/channel_plot.cpp" line="+32"/>
        <source>Input channels of the tensor</source>
        <translation>Eingangskanäle des Tensors</translation>
    </message>
    <message>
        <location line="+38"/>
        <source>Input channels</source>
        <translation>Eingangskanäle</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>largest |x| of %1 channels, log</source>
        <translation>größtes |x| von %1 Kanälen, log</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>%1 channels</source>
        <translation>%1 Kanäle</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Select a tensor.</source>
        <translation>Einen Tensor auswählen.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>What goes into this tensor was not observed.</source>
        <translation>Was in diesen Tensor hineingeht, wurde nicht beobachtet.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Nothing but zeros went in.</source>
        <translation>Es gingen nur Nullen hinein.</translation>
    </message>
    <message>
        <location line="+48"/>
        <source>channel %1: %2 × median</source>
        <translation>Kanal %1: %2 × Median</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>median %1</source>
        <translation>Median %1</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>largest %1, mean %2, %3 × median</source>
        <translation>größtes %1, Mittel %2, %3 × Median</translation>
    </message>
    <message>
        <location line="+13"/>
        <location line="+19"/>
        <source>channel %1</source>
        <translation>Kanal %1</translation>
    </message>
    <message>
        <location line="+24"/>
        <source>channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>largest |x|</source>
        <translation>größtes |x|</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>mean |x|</source>
        <translation>mittleres |x|</translation>
    </message>
</context>
<context>
    <name>bitlathe::ChannelsView</name>
    <message>
        <location filename="../ui/panels/channels_view.cpp" line="+25"/>
        <source>Map of channels and blocks</source>
        <translation>Karte der Kanäle und Blöcke</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Place</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>largest |x|</source>
        <translation>größtes |x|</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>largest ÷ median</source>
        <translation>größtes ÷ Median</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>mean |x|</source>
        <translation>mittleres |x|</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>first tokens too</source>
        <translation>auch erste Token</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The first token of a window draws attention to itself and has activations of its own; without it cosines and extremes are those of all other tokens. Holds for the strips over depth as well.</source>
        <translation>Das erste Token eines Fensters zieht Aufmerksamkeit auf sich und hat eigene Aktivierungen; ohne es sind Kosinus und Extreme die aller anderen Token. Gilt auch für die Streifen über der Tiefe.</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Lists of outliers</source>
        <translation>Listen der Ausreißer</translation>
    </message>
    <message>
        <location line="+41"/>
        <source>channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>block</source>
        <translation>Block</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>no channel</source>
        <translation>kein Kanal</translation>
    </message>
    <message>
        <location line="+23"/>
        <source>block %1</source>
        <translation>Block %1</translation>
    </message>
    <message>
        <location line="-4"/>
        <source>channels %1–%2, the largest of them</source>
        <translation>Kanäle %1–%2, der größte davon</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>channel %1</source>
        <translation>Kanal %1</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>%1 × the block&apos;s median channel</source>
        <translation>%1 × Median der Kanäle des Blocks</translation>
    </message>
</context>
<context>
    <name>bitlathe::CheatSheet</name>
    <message>
        <location filename="../ui/panels/cheat_sheet.cpp" line="+33"/>
        <location line="+1"/>
        <location line="+6"/>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Help pages</source>
        <translation>Hilfeseiten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Change shortcuts…</source>
        <translation>Tastenkürzel ändern…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location line="+28"/>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
</context>
<context>
    <name>bitlathe::ColourScale</name>
    <message>
        <location filename="../ui/panels/colour_scale.cpp" line="+30"/>
        <source>Colour scale of the estimated error</source>
        <translation>Farbskala des geschätzten Fehlers</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Colour: weights × NMSE of each tensor, an estimate, logarithmic</source>
        <translation>Farbe: Gewichte × NMSE jedes Tensors, eine Schätzung, logarithmisch</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Colour scale of %1</source>
        <translation>Farbskala für %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Colour: %1</source>
        <translation>Farbe: %1</translation>
    </message>
</context>
<context>
    <name>bitlathe::Comfort</name>
    <message>
        <location filename="../ui/window/comfort.cpp" line="+19"/>
        <source>Layouts</source>
        <translation>Anordnungen</translation>
    </message>
    <message>
        <location line="+30"/>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Shortcuts…</source>
        <translation>Tastenkürzel…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Copy diagnostics</source>
        <translation>Diagnose kopieren</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>About Bitlathe</source>
        <translation>Über Bitlathe</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Go to the next panel</source>
        <translation>Zum nächsten Bereich</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Go to the panel before</source>
        <translation>Zum vorigen Bereich</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Context menu of what has the focus</source>
        <translation>Kontextmenü des Elements mit dem Fokus</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Move, float or close this panel…</source>
        <translation>Diesen Bereich verschieben, lösen oder schließen…</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>Show page: %1</source>
        <translation>Seite zeigen: %1</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>Go to panel: %1</source>
        <translation>Zum Bereich: %1</translation>
    </message>
</context>
<context>
    <name>bitlathe::CommandList</name>
    <message>
        <location filename="../ui/panels/command_list.cpp" line="+19"/>
        <source>Show or hide panel: %1</source>
        <translation>Bereich ein- oder ausblenden: %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1: %2</source>
        <comment>where, what</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>bitlathe::CommandPalette</name>
    <message>
        <location filename="../ui/panels/command_palette.cpp" line="+73"/>
        <source>All commands</source>
        <translation>Alle Befehle</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Type a command</source>
        <translation>Befehl eingeben</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
</context>
<context>
    <name>bitlathe::ComparePanel</name>
    <message>
        <location filename="../ui/panels/compare_panel.cpp" line="+50"/>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Compare the current plan with</source>
        <translation>Den aktuellen Plan vergleichen mit</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>Copy as CSV</source>
        <translation>Als CSV kopieren</translation>
    </message>
    <message>
        <location line="+28"/>
        <source>Tensors that differ</source>
        <translation>Abweichende Tensoren</translation>
    </message>
    <message>
        <location line="+22"/>
        <source>size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>bits per weight</source>
        <translation>Bit pro Gewicht</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>weight error est.</source>
        <translation>Gewichtsfehler gesch.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>perplexity meas.</source>
        <translation>Perplexität gem.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>KL meas., nats</source>
        <translation>KL gem., Nat</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>current</source>
        <translation>aktuell</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Choose a plan: the bars then show both, and what differs is listed here.</source>
        <translation>Einen Plan wählen: Dann zeigen die Balken beide, und was abweicht, steht hier.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>There is only one plan yet. A second one starts as a copy, under Plans.</source>
        <translation>Bisher gibt es nur einen Plan. Ein zweiter beginnt als Kopie, unter „Pläne“.</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>No tensor differs.</source>
        <translation>Kein Tensor weicht ab.</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%1 of %n tensor(s) differ</source>
        <translation>
            <numerusform>%1 von %n Tensor weicht ab</numerusform>
            <numerusform>%1 von %n Tensoren weichen ab</numerusform>
        </translation>
    </message>
    <message>
        <location line="+51"/>
        <source>perplexity %1 %</source>
        <translation>Perplexität %1 %</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>perplexity %1 %, KL %2 nats</source>
        <translation>Perplexität %1 %, KL %2 Nat</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Difference token by token, ± standard error: %1. Measured on %2.</source>
        <translation>Unterschied Token für Token, ± Standardfehler: %1. Gemessen auf %2.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>What is not measured is not known: see Quality.</source>
        <translation>Was nicht gemessen ist, ist nicht bekannt: siehe Qualität.</translation>
    </message>
</context>
<context>
    <name>bitlathe::CompositionChart</name>
    <message>
        <location filename="../ui/plots/composition_chart.cpp" line="+36"/>
        <source>Bytes of the model</source>
        <translation>Bytes des Modells</translation>
    </message>
    <message>
        <location filename="../ui/plots/composition_chart_input.cpp" line="+43"/>
        <source>%1 % of %2</source>
        <translation>%1 % von %2</translation>
    </message>
    <message>
        <location line="+96"/>
        <source>%1, %2, %3</source>
        <comment>part, size, share</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <location line="-106"/>
        <source>click selects its tensors</source>
        <translation>Klick wählt seine Tensoren aus</translation>
    </message>
</context>
<context>
    <name>bitlathe::CompositionPanel</name>
    <message>
        <location filename="../ui/plots/composition_panel.cpp" line="+66"/>
        <source>Composition</source>
        <translation>Zusammensetzung</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>format</source>
        <translation>Format</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>block</source>
        <translation>Block</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Composition by %1</source>
        <translation>Zusammensetzung nach %1</translation>
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
        <translation>wie geplant</translation>
    </message>
    <message>
        <location line="-12"/>
        <location line="+12"/>
        <location line="+87"/>
        <source>as stored</source>
        <translation>wie gespeichert</translation>
    </message>
    <message>
        <location line="-36"/>
        <source>rest</source>
        <translation>Rest</translation>
    </message>
    <message>
        <location line="+29"/>
        <source>bar</source>
        <translation>Balken</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>bytes</source>
        <translation>Bytes</translation>
    </message>
</context>
<context>
    <name>bitlathe::DepthCanvas</name>
    <message>
        <location filename="../ui/canvas/depth_canvas.cpp" line="+37"/>
        <source>Overview over depth</source>
        <translation>Überblick über die Tiefe</translation>
    </message>
    <message>
        <location filename="../ui/canvas/depth_canvas_strip.cpp" line="+38"/>
        <source>blk %1</source>
        <comment>block number</comment>
        <translation>Blk %1</translation>
    </message>
    <message>
        <location filename="../ui/canvas/depth_canvas_input.cpp" line="+54"/>
        <location line="+26"/>
        <location line="+70"/>
        <source>block %1</source>
        <translation>Block %1</translation>
    </message>
    <message>
        <location line="-91"/>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <location line="+4"/>
        <location line="+21"/>
        <source>highest: %1, %2</source>
        <translation>am höchsten: %1, %2</translation>
    </message>
    <message>
        <location line="-12"/>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>not known yet …</source>
        <translation>noch nicht bekannt …</translation>
    </message>
    <message>
        <location line="-1"/>
        <source>not profiled</source>
        <translation>nicht erfasst</translation>
    </message>
    <message>
        <location line="+78"/>
        <source>not known yet</source>
        <translation>noch nicht bekannt</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>%1, %2: %3</source>
        <comment>metric, block: value</comment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <location filename="../ui/canvas/depth_canvas_drop.cpp" line="+55"/>
        <source>drop candidates by %1</source>
        <translation>Kandidaten zum Weglassen nach %1</translation>
    </message>
</context>
<context>
    <name>bitlathe::DepthPanel</name>
    <message>
        <location filename="../ui/panels/depth_panel.cpp" line="+33"/>
        <source>Depth</source>
        <translation>Tiefe</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>logarithmic</source>
        <translation>logarithmisch</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Logarithmic strips</source>
        <translation>Logarithmische Streifen</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Outliers</source>
        <translation>Ausreißer</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>largest channel ÷ median channel, logarithmic</source>
        <translation>größter Kanal ÷ Median der Kanäle, logarithmisch</translation>
    </message>
</context>
<context>
    <name>bitlathe::DockLayout</name>
    <message>
        <location filename="../ui/window/dock_layout.cpp" line="+192"/>
        <source>Put back into the window</source>
        <translation>Ins Fenster zurücksetzen</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Float</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Move to the left</source>
        <translation>Nach links</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Move to the right</source>
        <translation>Nach rechts</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Move to the bottom</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>bitlathe::EmptyPage</name>
    <message>
        <location filename="../ui/panels/empty_page.cpp" line="+17"/>
        <source>or drop a .gguf, a .safetensors, an index.json or a model folder anywhere</source>
        <translation>oder eine .gguf, .safetensors, index.json oder einen Modellordner ins Fenster ziehen</translation>
    </message>
    <message>
        <location line="+20"/>
        <source>See where a model&apos;s bits matter, shape them, export the result.</source>
        <translation>Sehen, wo die Bits eines Modells zählen, sie formen, das Ergebnis exportieren.</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Open the sample model</source>
        <translation>Beispielmodell öffnen</translation>
    </message>
    <message>
        <location line="+19"/>
        <source>opening %1 …</source>
        <translation>%1 wird geöffnet …</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
</context>
<context>
    <name>bitlathe::ExpertsView</name>
    <message>
        <location filename="../ui/panels/experts_view.cpp" line="+21"/>
        <source>Map of experts and blocks</source>
        <translation>Karte der Experten und Blöcke</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <location line="+53"/>
        <source>share of tokens</source>
        <translation>Anteil der Token</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>mean weight</source>
        <translation>mittleres Gewicht</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>share of weights</source>
        <translation>Anteil der Gewichte</translation>
    </message>
    <message>
        <location line="-4"/>
        <source>How many of the tokens were given to the expert</source>
        <translation>Wie viele der Token der Experte erhielt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>What the router gives the expert of a token, where it chose it</source>
        <translation>Was der Router dem Experten eines Tokens gibt, wo er ihn wählte</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>What the expert has of all that the router gives</source>
        <translation>Was der Experte von allem hat, das der Router gibt</translation>
    </message>
    <message>
        <location line="-51"/>
        <location line="+8"/>
        <source>How even the routers choose</source>
        <translation>Wie gleichmäßig die Router wählen</translation>
    </message>
    <message>
        <location line="-5"/>
        <source>Evenness 1: all experts as often; 0: always the same. “As many as”: so many experts, chosen evenly, would vary as much.</source>
        <translation>Gleichmaß 1: alle Experten gleich oft; 0: immer derselbe. „So viele wie“: so viele Experten, gleichmäßig gewählt, schwankten ebenso.</translation>
    </message>
    <message>
        <location line="+6"/>
        <location line="+123"/>
        <source>block</source>
        <translation>Block</translation>
    </message>
    <message>
        <location line="-123"/>
        <source>evenness</source>
        <translation>Gleichmaß</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>as many as</source>
        <translation>so viele wie</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>most used</source>
        <translation>meistgenutzt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>its share</source>
        <translation>sein Anteil</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>× even</source>
        <translation>× gleich</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>unused</source>
        <translation>ungenutzt</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Entropy of the choice over that of an even one</source>
        <translation>Entropie der Wahl über der einer gleichmäßigen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The expert that most tokens were given to</source>
        <translation>Der Experte, der die meisten Token erhielt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Of the tokens, how many were given to it</source>
        <translation>Wie viele der Token er erhielt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Experts that no token was given to</source>
        <translation>Experten, die kein Token erhielten</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Balance of the routers</source>
        <translation>Gleichmaß der Router</translation>
    </message>
    <message>
        <location line="+34"/>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Measured: what rounding the expert does to the output of its mixture</source>
        <translation>Gemessen: was das Runden des Experten mit der Ausgabe seiner Mischung macht</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>importance</source>
        <translation>Wichtigkeit</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Measured: share of tokens × share of weights^1.5 × error²</source>
        <translation>Gemessen: Anteil der Token × Anteil der Gewichte^1,5 × Fehler²</translation>
    </message>
    <message>
        <location line="+45"/>
        <source>The profile says nothing about routers: it was made by an earlier version. Profile the text again.</source>
        <translation>Das Profil sagt nichts über Router: eine frühere Version hat es gemacht. Erfassen Sie den Text noch einmal.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>This model has no experts to choose from: every token goes through the same feed-forward network of a block.</source>
        <translation>Dieses Modell hat keine Experten zur Wahl: jedes Token geht durch dasselbe Feed-forward-Netz eines Blocks.</translation>
    </message>
    <message>
        <location line="+25"/>
        <source>expert</source>
        <translation>Experte</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>not chosen</source>
        <translation>nicht gewählt</translation>
    </message>
    <message>
        <location line="-1"/>
        <source>no expert</source>
        <translation>kein Experte</translation>
    </message>
    <message>
        <location line="+29"/>
        <source>block %1</source>
        <translation>Block %1</translation>
    </message>
    <message>
        <location line="-19"/>
        <source>gets %1 of the tokens</source>
        <translation>erhält %1 der Token</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>a weight of %1 where it is chosen</source>
        <translation>ein Gewicht von %1, wo er gewählt wird</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>rounding changes the output by %1</source>
        <translation>Runden ändert die Ausgabe um %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>importance %1</source>
        <translation>Wichtigkeit %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>has %1 of all weights</source>
        <translation>hat %1 aller Gewichte</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>experts %1–%2, the largest of them</source>
        <translation>Experten %1–%2, der größte davon</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>expert %1</source>
        <translation>Experte %1</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>no token was given to it</source>
        <translation>kein Token ging an ihn</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>there is no such expert</source>
        <translation>diesen Experten gibt es nicht</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>evenly it would be %1</source>
        <translation>gleichmäßig wären es %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>of %1 tokens</source>
        <translation>von %1 Token</translation>
    </message>
</context>
<context>
    <name>bitlathe::ExportDialog</name>
    <message>
        <location filename="../ui/panels/export_dialog.cpp" line="+53"/>
        <location line="+168"/>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <location line="-159"/>
        <source>Export the planned model</source>
        <translation>Das geplante Modell exportieren</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <location line="+50"/>
        <location line="+8"/>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>Browse for: %1</source>
        <translation>Durchsuchen: %1</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Destination</source>
        <translation>Zielort</translation>
    </message>
    <message>
        <location line="-9"/>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <location line="-74"/>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Free there</source>
        <translation>Dort frei</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Leave a report beside it, as HTML and as JSON</source>
        <translation>Einen Bericht daneben ablegen, als HTML und als JSON</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Replace what is there</source>
        <translation>Vorhandenes ersetzen</translation>
    </message>
    <message>
        <location line="+80"/>
        <source>Largest part, in MiB</source>
        <translation>Größter Teil, in MiB</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>one file</source>
        <translation>eine Datei</translation>
    </message>
    <message>
        <location line="+1"/>
        <source> MiB at most</source>
        <translation> MiB höchstens</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Parts of</source>
        <translation>Teile von</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Importance</source>
        <translation>Wichtigkeit</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>none; an imatrix file of llama.cpp guides the encoders</source>
        <translation>keine; eine imatrix-Datei von llama.cpp leitet die Encoder</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>What becomes of the tensors</source>
        <translation>Was aus den Tensoren wird</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>From a shell</source>
        <translation>In der Shell</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Save plan…</source>
        <translation>Plan speichern…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Copy the command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>The same from a shell</source>
        <translation>Dasselbe in der Shell</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>copied</source>
        <translation>kopiert</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Read back and compared before it gets its name. The source is never written to.</source>
        <translation>Wird zurückgelesen und verglichen, bevor es seinen Namen bekommt. In die Quelle wird nie geschrieben.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/panels/export_dialog_check.cpp" line="+190"/>
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <location line="-57"/>
        <source>Choose a destination.</source>
        <translation>Einen Zielort wählen.</translation>
    </message>
    <message>
        <location line="-11"/>
        <source>%1, exactly %2 bytes</source>
        <translation>%1, genau %2 Bytes</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>There is not enough free space: %1 are needed.</source>
        <translation>Es ist nicht genug Platz frei: %1 werden gebraucht.</translation>
    </message>
    <message>
        <location line="+22"/>
        <source>The model folder becomes a GGUF: %1 tensors are %2 there, in the names and the order of llama.cpp.</source>
        <translation>Der Modellordner wird ein GGUF: Aus %1 Tensoren werden dort %2, mit den Namen und in der Reihenfolge von llama.cpp.</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>%1 of %2 tensors are converted, the others are copied.</source>
        <translation>%1 von %2 Tensoren werden umgewandelt, die anderen kopiert.</translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>%1 %n tensor(s) have another format than was asked for.</source>
        <translation>
            <numerusform>%1 %n Tensor hat ein anderes Format als gewünscht.</numerusform>
            <numerusform>%1 %n Tensoren haben ein anderes Format als gewünscht.</numerusform>
        </translation>
    </message>
    <message>
        <location line="+10"/>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>the plan has to be saved first: the command reads its file</source>
        <translation>der Plan muss zuerst gespeichert werden: Der Befehl liest seine Datei</translation>
    </message>
    <message>
        <location line="-64"/>
        <source>There is something of that name already.</source>
        <translation>Unter diesem Namen gibt es schon etwas.</translation>
    </message>
</context>
<context>
    <name>bitlathe::ExportGroupModel</name>
    <message>
        <location filename="../ui/models/export_groups.cpp" line="+74"/>
        <source>copied</source>
        <translation>kopiert</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>Stored as</source>
        <translation>Gespeichert als</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Becomes</source>
        <translation>Wird zu</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Tensors</source>
        <translation>Tensoren</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Not as asked, because</source>
        <translation>Anders als gewünscht, weil</translation>
    </message>
</context>
<context>
    <name>bitlathe::FigureMenu</name>
    <message>
        <location filename="../ui/plots/figure_menu.cpp" line="+58"/>
        <source>Figure</source>
        <translation>Abbildung</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Copy or save this figure</source>
        <translation>Diese Abbildung kopieren oder speichern</translation>
    </message>
    <message>
        <location line="-40"/>
        <source>Copy image</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Copy data</source>
        <translation>Daten kopieren</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Save as last time…</source>
        <translation>Wie zuletzt speichern…</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Save as last time: %1…</source>
        <translation>Wie zuletzt speichern: %1…</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Save PNG</source>
        <translation>PNG speichern</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 × the size on screen</source>
        <translation>%1 × Bildschirmgröße</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Save SVG…</source>
        <translation>SVG speichern…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Save PDF…</source>
        <translation>PDF speichern…</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Save data as CSV…</source>
        <translation>Daten als CSV speichern…</translation>
    </message>
</context>
<context>
    <name>bitlathe::FilterChips</name>
    <message>
        <location filename="../ui/panels/filter_chips.cpp" line="+13"/>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Clear all</source>
        <translation>Alle löschen</translation>
    </message>
    <message>
        <location line="+47"/>
        <location line="+1"/>
        <source>Remove the filter %1</source>
        <translation>Filter %1 entfernen</translation>
    </message>
</context>
<context>
    <name>bitlathe::GroupErrorView</name>
    <message>
        <location filename="../ui/plots/group_error_view.cpp" line="+43"/>
        <location line="+35"/>
        <source>Error per group</source>
        <translation>Fehler je Gruppe</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Error per group of %1</source>
        <translation>Fehler je Gruppe von %1</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>the worst 1 % hold %1 of the error</source>
        <translation>das schlechteste 1 % trägt %1 des Fehlers</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>worst 1 %: %1</source>
        <translation>schlechtestes 1 %: %1</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>In %1 every weight stands for itself: there are no groups.</source>
        <translation>In %1 steht jedes Gewicht für sich: Gruppen gibt es nicht.</translation>
    </message>
    <message>
        <location line="+28"/>
        <source>mean</source>
        <translation>Mittel</translation>
    </message>
    <message numerus="yes">
        <location line="+12"/>
        <source>where the %n worst lie, rows down, columns across</source>
        <translation>
            <numerusform>wo die %n schlechteste Gruppe liegt, Zeilen abwärts, Spalten quer</numerusform>
            <numerusform>wo die %n schlechtesten liegen, Zeilen abwärts, Spalten quer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>where the %n worst lie</source>
        <translation>
            <numerusform>wo die %n schlechteste Gruppe liegt</numerusform>
            <numerusform>wo die %n schlechtesten liegen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+23"/>
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n Gruppe</numerusform>
            <numerusform>%n Gruppen</numerusform>
        </translation>
    </message>
    <message>
        <location line="+5"/>
        <source>%1 below %2 × the mean error</source>
        <translation>%1 unter %2 × dem mittleren Fehler</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 above %2 × the mean error</source>
        <translation>%1 über %2 × dem mittleren Fehler</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 with %2 to %3 × the mean error</source>
        <translation>%1 mit dem %2- bis %3-fachen des mittleren Fehlers</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>row %1, columns %2–%3</source>
        <translation>Zeile %1, Spalten %2–%3</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>%1 × the mean error</source>
        <translation>%1 × der mittlere Fehler</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>click shows it in the matrix</source>
        <translation>ein Klick zeigt es in der Matrix</translation>
    </message>
    <message>
        <location line="+56"/>
        <source>%1, %2</source>
        <comment>row and columns of a group, its error</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <location line="+23"/>
        <source>from × mean error</source>
        <translation>von × mittlerem Fehler</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>to × mean error</source>
        <translation>bis × mittlerem Fehler</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>groups</source>
        <translation>Gruppen</translation>
    </message>
</context>
<context>
    <name>bitlathe::HeaderBar</name>
    <message>
        <location filename="../ui/panels/header_bar.cpp" line="+73"/>
        <source>Recent ▾</source>
        <translation>Zuletzt ▾</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Plan ▾</source>
        <translation>Plan ▾</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>How far the planned weights are from the stored ones, relative and squared. An estimate from the weights alone: it does not say how well the model will do its work.</source>
        <translation>Wie weit die geplanten Gewichte von den gespeicherten entfernt sind, relativ und quadriert. Eine Schätzung allein aus den Gewichten: Sie sagt nicht, wie gut das Modell arbeiten wird.</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Target ▾</source>
        <translation>Ziel ▾</translation>
    </message>
    <message>
        <location line="+106"/>
        <source>measuring errors, %1 %</source>
        <translation>Fehler werden gemessen, %1 %</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>errors are not known</source>
        <translation>Fehler sind nicht bekannt</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>none</source>
        <translation>keiner</translation>
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
        <translation>%1 von %2</translation>
    </message>
    <message>
        <location line="-185"/>
        <location line="+159"/>
        <location line="+5"/>
        <source>weight error %1</source>
        <translation>Gewichtsfehler %1</translation>
    </message>
    <message>
        <location line="-159"/>
        <location line="+183"/>
        <source>estimate, not quality · weights × NMSE %1</source>
        <translation>Schätzung, keine Qualität · Gew. × NMSE %1</translation>
    </message>
    <message>
        <location line="-57"/>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>What the plan is for: %1</source>
        <translation>Wofür der Plan ist: %1</translation>
    </message>
    <message>
        <location line="+24"/>
        <location line="+5"/>
        <source>error %1</source>
        <translation>Fehler %1</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1, not applied yet</source>
        <translation>%1, noch nicht angewandt</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>estimate, not quality</source>
        <translation>Schätzung, keine Qualität</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>estimate</source>
        <translation>Schätzung</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>estimate, not quality · not known yet</source>
        <translation>Schätzung, keine Qualität · noch unbekannt</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>not known yet</source>
        <translation>noch nicht bekannt</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>measured: %1</source>
        <translation>gemessen: %1</translation>
    </message>
</context>
<context>
    <name>bitlathe::HelpWindow</name>
    <message>
        <location filename="../ui/panels/help_window.cpp" line="+67"/>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Help – Bitlathe</source>
        <translation>Hilfe – Bitlathe</translation>
    </message>
</context>
<context>
    <name>bitlathe::HistogramView</name>
    <message>
        <location filename="../ui/plots/histogram_view.cpp" line="+28"/>
        <source>Histogram of the weights</source>
        <translation>Histogramm der Gewichte</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Logarithmic counts</source>
        <translation>Logarithmische Anzahlen</translation>
    </message>
    <message>
        <location line="+31"/>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Weights, grid of %1</source>
        <translation>Gewichte, Raster von %1</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>log count</source>
        <translation>Anzahl (log)</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>line: rounded</source>
        <translation>Linie: gerundet</translation>
    </message>
    <message>
        <location line="-1"/>
        <source>kurtosis %1</source>
        <translation>Kurtosis %1</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>Select a tensor.</source>
        <translation>Einen Tensor auswählen.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Not profiled yet.</source>
        <translation>Noch nicht vermessen.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>No weight differs from 0.</source>
        <translation>Kein Gewicht weicht von 0 ab.</translation>
    </message>
    <message>
        <location line="+23"/>
        <source>%1 keeps every weight as it is</source>
        <translation>%1 lässt jedes Gewicht, wie es ist</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>every weight is kept</source>
        <translation>jedes Gewicht bleibt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 has no grid that a group&apos;s reach alone would tell</source>
        <translation>%1 hat kein Raster, das allein aus der Spanne einer Gruppe folgt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>no grid to draw</source>
        <translation>kein Raster zu zeichnen</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>%1 levels of a typical group: %2 weights that reach about %3</source>
        <translation>%1 Stufen einer typischen Gruppe: %2 Gewichte bis etwa %3</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>%1 levels, groups of %2, to about %3</source>
        <translation>%1 Stufen, Gruppen von %2, bis etwa %3</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 levels</source>
        <translation>%1 Stufen</translation>
    </message>
    <message>
        <location line="+24"/>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>%1 weights, %2 %</source>
        <translation>%1 Gewichte, %2 %</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>%1 when rounded</source>
        <translation>%1 nach dem Runden</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>%1: %2</source>
        <comment>range of weights: count</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <location line="+42"/>
        <source>from</source>
        <translation>von</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>rounded</source>
        <translation>gerundet</translation>
    </message>
</context>
<context>
    <name>bitlathe::HistoryModel</name>
    <message>
        <location filename="../ui/models/history_model.cpp" line="+37"/>
        <source>Opened with %1</source>
        <translation>Geöffnet mit %1</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>%1, saved</source>
        <translation>%1, gespeichert</translation>
    </message>
</context>
<context>
    <name>bitlathe::HistoryPanel</name>
    <message>
        <location filename="../ui/panels/history_panel.cpp" line="+39"/>
        <source>saved</source>
        <translation>gespeichert</translation>
    </message>
    <message>
        <location line="+33"/>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Steps of editing</source>
        <translation>Bearbeitungsschritte</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>A click or Enter goes to the state after that step.</source>
        <translation>Ein Klick oder die Eingabetaste führt zum Stand nach diesem Schritt.</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
</context>
<context>
    <name>bitlathe::InspectorPanel</name>
    <message>
        <location filename="../ui/panels/inspector_panel.cpp" line="+25"/>
        <location line="+12"/>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <location line="-6"/>
        <source>Select a bar or a row of the table to see what is known of it.</source>
        <translation>Einen Balken oder eine Tabellenzeile auswählen, um zu sehen, was darüber bekannt ist.</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>Facts of the selected tensors</source>
        <translation>Angaben zu den ausgewählten Tensoren</translation>
    </message>
    <message numerus="yes">
        <location line="+58"/>
        <source>%n tensor(s)</source>
        <translation>
            <numerusform>%n Tensor</numerusform>
            <numerusform>%n Tensoren</numerusform>
        </translation>
    </message>
    <message>
        <location line="+29"/>
        <source>fact</source>
        <translation>Angabe</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>bitlathe::JobRow</name>
    <message>
        <location filename="../ui/panels/job_row.cpp" line="+100"/>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <location line="-12"/>
        <source>Progress of %1</source>
        <translation>Fortschritt: %1</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Run again</source>
        <translation>Noch einmal ausführen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Copy details</source>
        <translation>Details kopieren</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location line="-7"/>
        <source>Log of %1</source>
        <translation>Protokoll von %1</translation>
    </message>
    <message>
        <location line="+37"/>
        <source>cancelling …</source>
        <translation>wird abgebrochen …</translation>
    </message>
    <message>
        <location line="+31"/>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <location line="+49"/>
        <source>paused  ·  %1</source>
        <translation>angehalten  ·  %1</translation>
    </message>
    <message>
        <location line="-55"/>
        <location line="+32"/>
        <source>%1 % done</source>
        <translation>%1 % erledigt</translation>
    </message>
    <message numerus="yes">
        <location line="+9"/>
        <source>waiting for %n other job(s)</source>
        <translation>
            <numerusform>wartet auf %n andere Aufgabe</numerusform>
            <numerusform>wartet auf %n andere Aufgaben</numerusform>
        </translation>
    </message>
    <message>
        <location line="-100"/>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <location line="+107"/>
        <location line="+7"/>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <location line="-7"/>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <location line="-106"/>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location line="+161"/>
        <source>Where: %1, at byte %2</source>
        <translation>Wo: %1, bei Byte %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Where: %1</source>
        <translation>Wo: %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>What to do: %1</source>
        <translation>Was zu tun ist: %1</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>done in %1</source>
        <translation>fertig in %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 in %2, %3/s</source>
        <translation>%1 in %2, %3/s</translation>
    </message>
</context>
<context>
    <name>bitlathe::JobsPanel</name>
    <message>
        <location filename="../ui/panels/jobs_panel.cpp" line="+68"/>
        <location line="+1"/>
        <location line="+5"/>
        <source>Jobs</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <location line="-4"/>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Dismiss what is done</source>
        <translation>Fertige schließen</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Nothing runs in the background.</source>
        <translation>Im Hintergrund läuft nichts.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Log of jobs</source>
        <translation>Protokoll der Aufgaben</translation>
    </message>
    <message>
        <location line="+21"/>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>started</source>
        <translation>begonnen</translation>
    </message>
    <message>
        <location line="+2"/>
        <location line="+83"/>
        <source>%1: started</source>
        <translation>%1: begonnen</translation>
    </message>
    <message>
        <location line="-83"/>
        <source>%1: waiting</source>
        <translation>%1: wartet</translation>
    </message>
    <message>
        <location line="+43"/>
        <source>cancelled after %1</source>
        <translation>nach %1 abgebrochen</translation>
    </message>
    <message>
        <location line="+46"/>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <location line="+75"/>
        <source>%n running</source>
        <translation>
            <numerusform>%n läuft</numerusform>
            <numerusform>%n laufen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bitlathe::LayerwiseBox</name>
    <message>
        <location filename="../ui/panels/layerwise_box.cpp" line="+41"/>
        <source>Layer-wise</source>
        <translation>Schichtweise</translation>
    </message>
    <message>
        <location line="+22"/>
        <source>Low format</source>
        <translation>Niedriges Format</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>High format</source>
        <translation>Hohes Format</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>low</source>
        <translation>niedrig</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>high</source>
        <translation>hoch</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Share of blocks at the low format, in percent</source>
        <translation>Anteil der Blöcke im niedrigen Format, in Prozent</translation>
    </message>
    <message>
        <location line="+108"/>
        <source>waits for the statistics of the weights</source>
        <translation>wartet auf die Statistik der Gewichte</translation>
    </message>
    <message>
        <location line="-105"/>
        <location line="+106"/>
        <location line="+12"/>
        <source>%1 % low</source>
        <translation>%1 % niedrig</translation>
    </message>
    <message>
        <location line="-154"/>
        <source>Blocks are ranked; the least important ones get the low format (arXiv 2406.17415).</source>
        <translation>Blöcke werden geordnet; die am wenigsten wichtigen bekommen das niedrige Format (arXiv 2406.17415).</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>What blocks are ranked by</source>
        <translation>Wonach Blöcke geordnet werden</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>ZD asks the weights alone, LIM a text: how much each block turns the residual stream</source>
        <translation>ZD fragt nur die Gewichte, LIM einen Text: wie weit jeder Block den Residualstrom dreht</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>ranked by</source>
        <translation>nach</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Both side by side</source>
        <translation>Beide nebeneinander</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Two new plans, by ZD and by LIM, compared with each other</source>
        <translation>Zwei neue Pläne, nach ZD und nach LIM, miteinander verglichen</translation>
    </message>
    <message>
        <location line="+69"/>
        <source>ZD, the weights</source>
        <translation>ZD, die Gewichte</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>LIM, a text</source>
        <translation>LIM, ein Text</translation>
    </message>
    <message>
        <location line="+82"/>
        <source>%1 of %2 blocks low, %3 bpw</source>
        <translation>%1 von %2 Blöcken niedrig, %3 bpw</translation>
    </message>
</context>
<context>
    <name>bitlathe::LayerwiseSolver</name>
    <message>
        <location filename="../ui/jobs/layerwise_solver.cpp" line="+146"/>
        <source>Layer-wise %1</source>
        <translation>Schichtweise %1</translation>
    </message>
</context>
<context>
    <name>bitlathe::Layouts</name>
    <message>
        <location filename="../ui/window/layouts.cpp" line="+51"/>
        <source>Save layout</source>
        <translation>Anordnung speichern</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Name of the layout; one of that name is replaced</source>
        <translation>Name der Anordnung; eine gleichen Namens wird ersetzt</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Save layout as…</source>
        <translation>Anordnung speichern unter…</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Delete layout</source>
        <translation>Anordnung löschen</translation>
    </message>
</context>
<context>
    <name>bitlathe::MainWindow</name>
    <message>
        <location filename="../ui/window/main_window.cpp" line="+184"/>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <location line="-3"/>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <location line="+33"/>
        <source>No plan</source>
        <translation>Kein Plan</translation>
    </message>
    <message numerus="yes">
        <location line="-180"/>
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
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
        <translation>Fehler und Statistik sind vollständig</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Errors and statistics are incomplete</source>
        <translation>Fehler und Statistik sind unvollständig</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>Solve the plan</source>
        <translation>Plan lösen</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Solve by layers</source>
        <translation>Schichtweise lösen</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Picture of the matrix</source>
        <translation>Bild der Matrix</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/window/main_window_quit.cpp" line="+48"/>
        <source>%n job(s) have not ended:</source>
        <translation>
            <numerusform>%n Aufgabe ist noch nicht beendet:</numerusform>
            <numerusform>%n Aufgaben sind noch nicht beendet:</numerusform>
        </translation>
    </message>
    <message>
        <location line="+4"/>
        <source>• %1: what it found so far is kept</source>
        <translation>• %1: bisher Gefundenes bleibt erhalten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>• %1: when it is stopped, %2</source>
        <translation>• %1: beim Abbruch gilt: %2</translation>
    </message>
    <message>
        <location line="-19"/>
        <location line="+22"/>
        <location line="+14"/>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <location line="-13"/>
        <source>Quit when done</source>
        <translation>Nach Abschluss beenden</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Stop and quit</source>
        <translation>Abbrechen und beenden</translation>
    </message>
    <message>
        <location line="+0"/>
        <location line="+19"/>
        <source>Keep working</source>
        <translation>Weiterarbeiten</translation>
    </message>
    <message>
        <location line="-1"/>
        <source>Bitlathe quits when the jobs are done.</source>
        <translation>Bitlathe beendet sich, wenn die Aufgaben erledigt sind.</translation>
    </message>
    <message numerus="yes">
        <location line="+12"/>
        <source>%n plan(s) have changes that were not saved:</source>
        <translation>
            <numerusform>%n Plan hat Änderungen, die nicht gespeichert sind:</numerusform>
            <numerusform>%n Pläne haben Änderungen, die nicht gespeichert sind:</numerusform>
        </translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Save …</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location line="+19"/>
        <source>Could not save the plan</source>
        <translation>Der Plan ließ sich nicht speichern</translation>
    </message>
    <message>
        <location filename="../ui/window/main_window_export.cpp" line="+41"/>
        <source>cancelled, nothing was left behind</source>
        <translation>abgebrochen, nichts blieb zurück</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>The export failed</source>
        <translation>Der Export ist fehlgeschlagen</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Copy details</source>
        <translation>Details kopieren</translation>
    </message>
    <message>
        <location line="+33"/>
        <source>written %1 in %2 (%3/s), read back, %4 of %4 tensors equal</source>
        <translation>%1 in %2 geschrieben (%3/s), zurückgelesen, %4 von %4 Tensoren gleich</translation>
    </message>
    <message>
        <location line="-20"/>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Open the exported file</source>
        <translation>Exportierte Datei öffnen</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Open the report</source>
        <translation>Bericht öffnen</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Copy command line</source>
        <translation>Befehlszeile kopieren</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>SHA-256 %1</source>
        <translation>SHA-256 %1</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Export: wrote %1, SHA-256 %2</source>
        <translation>Export: %1 geschrieben, SHA-256 %2</translation>
    </message>
    <message>
        <location filename="../ui/window/main_window_panels.cpp" line="+59"/>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Matrix</source>
        <translation>Matrix</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Try</source>
        <comment>the page where a prompt is tried</comment>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <location line="+41"/>
        <source>Tensors</source>
        <translation>Tensoren</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <location line="+4"/>
        <location line="+2"/>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Ranking</source>
        <translation>Rangfolge</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Size and error</source>
        <translation>Größe und Fehler</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>fits in %1</source>
        <translation>passt in %1</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>No plot</source>
        <translation>Kein Diagramm</translation>
    </message>
    <message>
        <location filename="../ui/window/main_window_figures.cpp" line="+20"/>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <location filename="../ui/window/main_window_export.cpp" line="-21"/>
        <location filename="../ui/window/main_window_figures.cpp" line="+5"/>
        <source>Report: wrote %1</source>
        <translation>Bericht: %1 geschrieben</translation>
    </message>
    <message>
        <location filename="../ui/window/main_window_figures.cpp" line="+20"/>
        <source>The figure could not be saved</source>
        <translation>Die Abbildung ließ sich nicht speichern</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Figure: wrote %1</source>
        <translation>Abbildung: %1 geschrieben</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Not all figures could be saved</source>
        <translation>Nicht alle Abbildungen ließen sich speichern</translation>
    </message>
    <message numerus="yes">
        <location line="+4"/>
        <source>%n figure(s) saved, each with its data</source>
        <translation>
            <numerusform>%n Abbildung gespeichert, mit ihren Daten</numerusform>
            <numerusform>%n Abbildungen gespeichert, jede mit ihren Daten</numerusform>
        </translation>
    </message>
    <message>
        <location line="+15"/>
        <source>Save all figures</source>
        <translation>Alle Abbildungen speichern</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%n file(s) of these names are there already.</source>
        <translation>
            <numerusform>%n Datei mit einem dieser Namen gibt es schon.</numerusform>
            <numerusform>%n Dateien mit diesen Namen gibt es schon.</numerusform>
        </translation>
    </message>
    <message>
        <location line="+1"/>
        <location filename="../ui/window/main_window_project.cpp" line="+57"/>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <location filename="../ui/window/main_window_panels.cpp" line="+3"/>
        <source>Composition</source>
        <translation>Zusammensetzung</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Jobs</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <location filename="../ui/window/main_window_plans.cpp" line="+16"/>
        <source>Plans</source>
        <translation>Pläne</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message numerus="yes">
        <location line="+38"/>
        <source>Plans of this model were not saved when the program ended last time. %n tensor(s) differ from the plan on screen.</source>
        <translation>
            <numerusform>Pläne dieses Modells waren beim letzten Programmende nicht gespeichert. %n Tensor weicht vom Plan auf dem Bildschirm ab.</numerusform>
            <numerusform>Pläne dieses Modells waren beim letzten Programmende nicht gespeichert. %n Tensoren weichen vom Plan auf dem Bildschirm ab.</numerusform>
        </translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <location line="+5"/>
        <location filename="../ui/window/main_window_quit.cpp" line="-19"/>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message numerus="yes">
        <location line="+8"/>
        <source>%n measurement(s) of this model that no project holds are back: the program did not end in order last time.</source>
        <translation>
            <numerusform>%n Messung dieses Modells, die in keinem Projekt steht, ist wieder da: Das Programm wurde das letzte Mal nicht ordnungsgemäß beendet.</numerusform>
            <numerusform>%n Messungen dieses Modells, die in keinem Projekt stehen, sind wieder da: Das Programm wurde das letzte Mal nicht ordnungsgemäß beendet.</numerusform>
        </translation>
    </message>
    <message>
        <location line="+16"/>
        <source>What was measured of blocks and formats beside a profile is back: the program did not end in order last time.</source>
        <translation>Was von Blöcken und Formaten neben einem Profil gemessen wurde, ist wieder da: Das Programm wurde das letzte Mal nicht ordnungsgemäß beendet.</translation>
    </message>
    <message>
        <location filename="../ui/window/main_window_questions.cpp" line="+86"/>
        <source>Nothing yet</source>
        <translation>Noch nichts</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Everything as stored</source>
        <translation>Alles wie gespeichert</translation>
    </message>
    <message>
        <location filename="../ui/window/main_window_targets.cpp" line="+46"/>
        <source>Target %1</source>
        <translation>Ziel %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Target %1: %2</source>
        <translation>Ziel %1: %2</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Other tensors</source>
        <translation>Andere Tensoren</translation>
    </message>
    <message>
        <location filename="../ui/window/main_window_comfort.cpp" line="+44"/>
        <source>The diagnostics are copied.</source>
        <translation>Die Diagnose ist kopiert.</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>New here? F1 shows all keys, Ctrl+K finds any command by a few letters, and the sample model is a good place to try things.</source>
        <translation>Neu hier? F1 zeigt alle Tasten, Strg+K findet jeden Befehl über ein paar Buchstaben, und das Beispielmodell eignet sich gut zum Ausprobieren.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Show the keys</source>
        <translation>Tasten zeigen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Open the sample model</source>
        <translation>Beispielmodell öffnen</translation>
    </message>
    <message>
        <location line="+49"/>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Memory of the program itself; weights are read from their files and do not count. The bound for matrix pictures is a setting.</source>
        <translation>Speicher des Programms selbst; Gewichte werden aus ihren Dateien gelesen und zählen nicht. Die Grenze für Matrixbilder ist eine Einstellung.</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>matrix pictures %1 of %2</source>
        <translation>Matrixbilder %1 von %2</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>memory %1  ·  %2</source>
        <translation>Speicher %1  ·  %2</translation>
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
        <translation>%1 ist nicht mehr dort, wo es geöffnet wurde. Was auf dem Bildschirm ist, stammt noch daraus; vor dem nächsten Öffnen des Modells zurücklegen.</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>%1 was changed on the disk after it was opened. Figures may not be those of the file any more.</source>
        <translation>%1 wurde nach dem Öffnen auf dem Datenträger geändert. Zahlen stimmen vielleicht nicht mehr mit der Datei überein.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <location filename="../ui/window/main_window_quality.cpp" line="+29"/>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <location filename="../ui/window/main_window_activations.cpp" line="+24"/>
        <source>Outliers</source>
        <translation>Ausreißer</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Calibration text</source>
        <translation>Kalibriertext</translation>
    </message>
    <message>
        <location line="+1"/>
        <location filename="../ui/window/main_window_quality.cpp" line="+2"/>
        <source>Sample text</source>
        <translation>Beispieltext</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>The profile is not kept for another time: %1</source>
        <translation>Das Profil wird nicht für später aufgehoben: %1</translation>
    </message>
    <message>
        <location filename="../ui/window/main_window_project.cpp" line="-39"/>
        <source>Project: wrote %1</source>
        <translation>Projekt: %1 geschrieben</translation>
    </message>
    <message numerus="yes">
        <location line="+9"/>
        <source>%n plan(s) of the project are not shown: they are for the model in another form, with other tensors. They stay in the file.</source>
        <translation>
            <numerusform>%n Plan des Projekts wird nicht gezeigt: Er ist für das Modell in anderer Form, mit anderen Tensoren. Er bleibt in der Datei.</numerusform>
            <numerusform>%n Pläne des Projekts werden nicht gezeigt: Sie sind für das Modell in anderer Form, mit anderen Tensoren. Sie bleiben in der Datei.</numerusform>
        </translation>
    </message>
    <message>
        <location line="+26"/>
        <source>%1 is the project of another model, %2. What it holds would be lost.</source>
        <translation>%1 ist das Projekt eines anderen Modells, %2. Was darin steht, ginge verloren.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Save the project</source>
        <translation>Das Projekt speichern</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <location filename="../ui/window/main_window_quality.cpp" line="+4"/>
        <source>the original</source>
        <translation>das Original</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>The measurement is not kept for another time: %1</source>
        <translation>Die Messung wird nicht für später behalten: %1</translation>
    </message>
</context>
<context>
    <name>bitlathe::MapView</name>
    <message>
        <location filename="../ui/panels/map_view.cpp" line="+31"/>
        <source>The text waits or runs through the model, see Jobs.</source>
        <translation>Der Text wartet oder läuft durch das Modell, siehe Aufgaben.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Nothing is known of the activations of this model. Run a text through it to see which channels stand out, and how much each block does.</source>
        <translation>Über die Aktivierungen dieses Modells ist nichts bekannt. Lassen Sie einen Text hindurchlaufen, um zu sehen, welche Kanäle herausragen und wie viel jeder Block tut.</translation>
    </message>
    <message>
        <location line="+88"/>
        <source>block %1</source>
        <translation>Block %1</translation>
    </message>
    <message>
        <location filename="../ui/panels/map_view_build.cpp" line="+96"/>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Clip</source>
        <translation>Kappen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The share of the values that keep to the colours; the others get those of the ends</source>
        <translation>Der Anteil der Werte, die sich an die Farben halten; die übrigen bekommen die der Enden</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Log</source>
        <translation>Log</translation>
    </message>
</context>
<context>
    <name>bitlathe::MatrixCanvas</name>
    <message>
        <location filename="../ui/canvas/matrix_canvas.cpp" line="+24"/>
        <source>Picture of the weight matrix</source>
        <translation>Bild der Gewichtsmatrix</translation>
    </message>
    <message>
        <location filename="../ui/canvas/matrix_canvas_input.cpp" line="+256"/>
        <source>row %1, column %2</source>
        <translation>Zeile %1, Spalte %2</translation>
    </message>
</context>
<context>
    <name>bitlathe::MatrixPage</name>
    <message>
        <location filename="../ui/panels/matrix_page.cpp" line="+83"/>
        <source>Select a tensor to see its weights.</source>
        <translation>Einen Tensor auswählen, um seine Gewichte zu sehen.</translation>
    </message>
    <message>
        <location line="+38"/>
        <source>Reading the weights …</source>
        <translation>Gewichte werden gelesen …</translation>
    </message>
    <message>
        <location line="+69"/>
        <source>%1 weight</source>
        <translation>Gewicht in %1</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1 − weight</source>
        <translation>%1 − Gewicht</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>|weight|</source>
        <translation>|Gewicht|</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <location line="-165"/>
        <location line="+173"/>
        <source>Matrix</source>
        <translation>Matrix</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>kept as %1, nothing changes</source>
        <translation>bleibt %1, nichts ändert sich</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>kept as %1</source>
        <translation>bleibt %1</translation>
    </message>
    <message>
        <location filename="../ui/panels/matrix_page_controls.cpp" line="+34"/>
        <source>Reading the matrix</source>
        <translation>Matrix wird gelesen</translation>
    </message>
    <message>
        <location line="+48"/>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>|value|</source>
        <translation>|Wert|</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>quantized</source>
        <translation>quantisiert</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Clip</source>
        <translation>Kappen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The share of the weights that keep to the colours; the others get those of the ends</source>
        <translation>Der Anteil der Gewichte innerhalb der Farben; die übrigen bekommen die der Enden</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Rows by norm</source>
        <translation>Zeilen nach Norm</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Columns by norm</source>
        <translation>Spalten nach Norm</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Largest L2 norm of the stored weights first</source>
        <translation>Größte L2-Norm der gespeicherten Gewichte zuerst</translation>
    </message>
    <message>
        <location filename="../ui/panels/matrix_page_reading.cpp" line="+27"/>
        <source>code %1</source>
        <translation>Code %1</translation>
    </message>
    <message>
        <location line="+43"/>
        <source>row %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>column %1</source>
        <translation>Spalte %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>value %1</source>
        <translation>Wert %1</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>error %1</source>
        <translation>Fehler %1</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>rows %1</source>
        <translation>Zeilen %1</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>row ranks %1</source>
        <translation>Zeilenränge %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>columns %1</source>
        <translation>Spalten %1</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>column ranks %1</source>
        <translation>Spaltenränge %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>largest in %1, %2: %3</source>
        <translation>größter Wert in %1, %2: %3</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>Copy image</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Save PNG …</source>
        <translation>PNG speichern …</translation>
    </message>
    <message>
        <location line="+2"/>
        <location line="+11"/>
        <source>Save visible values as CSV …</source>
        <translation>Sichtbare Werte als CSV speichern …</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Save visible values as CSV (zoom in to %1 or fewer)</source>
        <translation>Sichtbare Werte als CSV speichern (auf höchstens %1 heranzoomen)</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>The picture was not saved</source>
        <translation>Das Bild wurde nicht gespeichert</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>Values of %1</source>
        <translation>Werte von %1</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The values were not saved</source>
        <translation>Die Werte wurden nicht gespeichert</translation>
    </message>
</context>
<context>
    <name>bitlathe::MeasuredExperts</name>
    <message>
        <location filename="../ui/panels/measured_experts.cpp" line="+20"/>
        <source>What rounding does</source>
        <translation>Was das Runden macht</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>What rounding experts does</source>
        <translation>Was das Runden von Experten macht</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>block</source>
        <translation>Block</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>expert</source>
        <translation>Experte</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>importance</source>
        <translation>Wichtigkeit</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>That were given to the expert: of few nothing follows</source>
        <translation>Die der Experte erhielt: aus wenigen folgt nichts</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Σ over windows of |MoE(x) − MoE(x, this expert rounded)|, Frobenius norms</source>
        <translation>Σ über die Fenster von |MoE(x) − MoE(x, dieser Experte gerundet)|, Frobenius-Normen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>share of tokens × share of weights^1.5 × error² (MC-MoE, Huang et al. 2024)</source>
        <translation>Anteil der Token × Anteil der Gewichte^1,5 × Fehler² (MC-MoE, Huang et al. 2024)</translation>
    </message>
    <message>
        <location line="+28"/>
        <source>Each expert alone in %1, on %2, most important first.</source>
        <translation>Jeder Experte für sich in %1, Text %2, die wichtigsten zuerst.</translation>
    </message>
</context>
<context>
    <name>bitlathe::MessageBar</name>
    <message>
        <location filename="../ui/panels/message_bar.cpp" line="+34"/>
        <location line="+78"/>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <location line="-33"/>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <location line="-39"/>
        <location line="+47"/>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>bitlathe::Minimap</name>
    <message>
        <location filename="../ui/canvas/minimap.cpp" line="+27"/>
        <location line="+83"/>
        <source>All blocks</source>
        <translation>Alle Blöcke</translation>
    </message>
    <message>
        <location line="-82"/>
        <source>All blocks: mean bits high, coloured by the largest error (est.). Drag the frame or its edges, click, turn the wheel; double-click shows everything.</source>
        <translation>Alle Blöcke: so hoch wie die mittleren Bits, Farbe nach dem größten Fehler (gesch.). Den Rahmen oder seine Ränder ziehen, klicken, das Mausrad drehen; Doppelklick zeigt alles.</translation>
    </message>
    <message>
        <location line="+91"/>
        <source>All blocks, in sight: %1 to %2</source>
        <translation>Alle Blöcke, sichtbar: %1 bis %2</translation>
    </message>
    <message>
        <location line="+58"/>
        <source>all blocks</source>
        <translation>alle Blöcke</translation>
    </message>
</context>
<context>
    <name>bitlathe::OutlierLists</name>
    <message>
        <location filename="../ui/panels/outlier_lists.cpp" line="+95"/>
        <source>No channel meets this. LLM.int8() keeps those that do in 16 bits.</source>
        <translation>Kein Kanal erfüllt das. LLM.int8() behält solche in 16 Bit.</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%n channel(s) that LLM.int8() would keep in 16 bits</source>
        <translation>
            <numerusform>%n Kanal, den LLM.int8() in 16 Bit behielte</numerusform>
            <numerusform>%n Kanäle, die LLM.int8() in 16 Bit behielte</numerusform>
        </translation>
    </message>
    <message>
        <location line="+27"/>
        <source>None is massive. Of every channel of a block the largest is listed.</source>
        <translation>Keiner ist massiv. Aufgeführt ist der größte jedes Kanals eines Blocks.</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%n massive value(s), marked ●</source>
        <translation>
            <numerusform>%n massiver Wert, mit ● markiert</numerusform>
            <numerusform>%n massive Werte, mit ● markiert</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/panels/outlier_lists_build.cpp" line="+46"/>
        <location line="+21"/>
        <source>Outlier features</source>
        <translation>Ausreißer-Merkmale</translation>
    </message>
    <message>
        <location line="-17"/>
        <source>Threshold of outlier features</source>
        <translation>Schwelle der Ausreißer-Merkmale</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Magnitudes that the profile counted. 6 is a figure of models whose activations are of that scale: where the norms&apos; weights are large, every channel is above it.</source>
        <translation>Beträge, die das Profil gezählt hat. 6 gehört zu Modellen mit Aktivierungen dieser Größe: wo die Gewichte der Normen groß sind, liegt jeder Kanal darüber.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>|x| from</source>
        <translation>|x| ab</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>in blocks</source>
        <translation>in Blöcken</translation>
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
        <translation>bei Token</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>place</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <location line="+0"/>
        <location line="+29"/>
        <source>channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <location line="-29"/>
        <source>blocks</source>
        <translation>Blöcke</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>max</source>
        <translation>max</translation>
    </message>
    <message>
        <location line="+15"/>
        <location line="+13"/>
        <source>Largest values after a block</source>
        <translation>Größte Werte nach einem Block</translation>
    </message>
    <message>
        <location line="-10"/>
        <source>massive above</source>
        <translation>massiv über</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>and above</source>
        <translation>und über</translation>
    </message>
    <message>
        <location line="+1"/>
        <source> × median</source>
        <translation> × Median</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>block</source>
        <translation>Block</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>token</source>
        <translation>Token</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>× median</source>
        <translation>× Median</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>massive</source>
        <translation>massiv</translation>
    </message>
</context>
<context>
    <name>bitlathe::OutlierStrip</name>
    <message>
        <location filename="../ui/canvas/outlier_strip.cpp" line="+35"/>
        <source>Outlying channels over depth</source>
        <translation>Ausreißende Kanäle über der Tiefe</translation>
    </message>
    <message>
        <location filename="../ui/canvas/outlier_strip_input.cpp" line="+17"/>
        <source>not profiled</source>
        <translation>nicht erfasst</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>largest channel %1, %2 × the median</source>
        <translation>größter Kanal %1, %2 × Median</translation>
    </message>
    <message>
        <location line="+13"/>
        <location line="+78"/>
        <source>block %1</source>
        <translation>Block %1</translation>
    </message>
</context>
<context>
    <name>bitlathe::OutliersPage</name>
    <message>
        <location filename="../ui/panels/outliers_page.cpp" line="+36"/>
        <location line="+59"/>
        <location line="+14"/>
        <source>Outliers</source>
        <translation>Ausreißer</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>The text cannot be read: %1</source>
        <translation>Der Text ist nicht lesbar: %1</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>%1, %2 tokens in windows of %3</source>
        <translation>%1, %2 Token in Fenstern von %3</translation>
    </message>
    <message>
        <location line="-74"/>
        <source>Text to profile with</source>
        <translation>Text zum Erfassen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Tokens of the text at most</source>
        <translation>Höchstens so viele Token des Textes</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Statistics are stable from some thousand tokens on</source>
        <translation>Ab einigen tausend Token sind die Statistiken stabil</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>the whole text</source>
        <translation>der ganze Text</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>Views of what the text showed</source>
        <translation>Ansichten dessen, was der Text zeigte</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Tokens</source>
        <comment>a view of activations</comment>
        <translation>Token</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Attention</source>
        <translation>Attention</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Experts</source>
        <translation>Experten</translation>
    </message>
</context>
<context>
    <name>bitlathe::OutputErrorMeasurer</name>
    <message numerus="yes">
        <location filename="../ui/jobs/output_error_measurer.cpp" line="+137"/>
        <source>output errors of %n tensor(s) are known</source>
        <translation>
            <numerusform>Ausgabefehler von %n Tensor sind bekannt</numerusform>
            <numerusform>Ausgabefehler von %n Tensoren sind bekannt</numerusform>
        </translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Output errors on %1</source>
        <translation>Ausgabefehler, Text %1</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>what was measured so far is lost</source>
        <translation>was bisher gemessen wurde, ist verloren</translation>
    </message>
</context>
<context>
    <name>bitlathe::ParetoPanel</name>
    <message>
        <location filename="../ui/plots/pareto_panel.cpp" line="+29"/>
        <source>Size and error</source>
        <translation>Größe und Fehler</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>What was measured, on the right axis</source>
        <translation>Gemessenes, an der rechten Achse</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>estimates only</source>
        <translation>nur Schätzungen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>KL measured</source>
        <translation>KL gemessen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>perplexity measured</source>
        <translation>Perplexität gemessen</translation>
    </message>
    <message>
        <location line="+58"/>
        <source>error est., log  ·  bits per weight</source>
        <translation>Fehler gesch., log  ·  Bit pro Gewicht</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>error est. by bpw</source>
        <translation>Fehler gesch. je bpw</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>estimates</source>
        <translation>Schätzungen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>○ error est., left  ·  ● KL measured, nats, right</source>
        <translation>○ Fehler gesch., links  ·  ● KL gemessen, Nat, rechts</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>○ error est.  ·  ● KL, nats</source>
        <translation>○ Fehler gesch.  ·  ● KL, Nat</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>○ est.  ● KL</source>
        <translation>○ gesch.  ● KL</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>○ error est., left  ·  ● perplexity measured, right</source>
        <translation>○ Fehler gesch., links  ·  ● Perplexität gemessen, rechts</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>○ error est.  ·  ● perplexity</source>
        <translation>○ Fehler gesch.  ·  ● Perplexität</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>○ est.  ● PPL</source>
        <translation>○ gesch.  ● PPL</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>No model is open.</source>
        <translation>Kein Modell ist geöffnet.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Waiting for the profile: the front is drawn when the error of every tensor in every format is known.</source>
        <translation>Warten auf die Vermessung: Die Front wird gezeichnet, sobald der Fehler jedes Tensors in jedem Format bekannt ist.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Every format keeps these weights as they are: there is no error to draw.</source>
        <translation>Jedes Format lässt diese Gewichte, wie sie sind: Es gibt keinen Fehler zu zeichnen.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Computing what is possible…</source>
        <translation>Berechnen, was möglich ist…</translation>
    </message>
</context>
<context>
    <name>bitlathe::ParetoPlot</name>
    <message>
        <location filename="../ui/plots/pareto_plot.cpp" line="+42"/>
        <source>Size and estimated error of plans</source>
        <translation>Größe und geschätzter Fehler von Plänen</translation>
    </message>
    <message>
        <location filename="../ui/plots/pareto_measured.cpp" line="+129"/>
        <source>kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>bits per weight</source>
        <translation>Bit pro Gewicht</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>estimated error (weights × NMSE)</source>
        <translation>geschätzter Fehler (Gewichte × NMSE)</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>perplexity, measured</source>
        <translation>Perplexität, gemessen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>perplexity, standard error</source>
        <translation>Perplexität, Standardfehler</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>KL, measured, nats per token</source>
        <translation>KL, gemessen, Nat je Token</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>KL, standard error</source>
        <translation>KL, Standardfehler</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>measured on</source>
        <translation>gemessen auf</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>plan, measured</source>
        <translation>Plan, gemessen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>front</source>
        <translation>Front</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>preset</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>current plan</source>
        <translation>aktueller Plan</translation>
    </message>
    <message>
        <location line="-5"/>
        <source>plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <location filename="../ui/plots/pareto_plot_input.cpp" line="+46"/>
        <location line="+187"/>
        <source>Best plan of this size</source>
        <translation>Bester Plan dieser Größe</translation>
    </message>
    <message>
        <location filename="../ui/plots/pareto_measured.cpp" line="-33"/>
        <location filename="../ui/plots/pareto_plot_input.cpp" line="-184"/>
        <source>%1 bits per weight, %2</source>
        <translation>%1 Bit pro Gewicht, %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>measured: %1</source>
        <translation>gemessen: %1</translation>
    </message>
    <message>
        <location filename="../ui/plots/pareto_plot_input.cpp" line="+1"/>
        <source>error est. %1</source>
        <translation>Fehler gesch. %1</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>from the plan: %1, error × %2</source>
        <translation>gegenüber dem Plan: %1, Fehler × %2</translation>
    </message>
    <message>
        <location filename="../ui/plots/pareto_measured.cpp" line="+2"/>
        <location filename="../ui/plots/pareto_plot_input.cpp" line="+5"/>
        <source>click switches to this plan</source>
        <translation>Klick wechselt zu diesem Plan</translation>
    </message>
    <message>
        <location filename="../ui/plots/pareto_plot_input.cpp" line="+1"/>
        <source>click applies it, one step to undo</source>
        <translation>Klick wendet ihn an, ein Schritt zum Rückgängigmachen</translation>
    </message>
    <message>
        <location line="+169"/>
        <source>the plan %1</source>
        <translation>der Plan %1</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>%1 bits per weight, measured: %2</source>
        <translation>%1 Bits je Gewicht, gemessen: %2</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 bits per weight, estimated error %2</source>
        <translation>%1 Bit pro Gewicht, geschätzter Fehler %2</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1, %2, %3</source>
        <comment>kind, figures, size</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <location filename="../ui/plots/pareto_plans.cpp" line="+57"/>
        <source>B: %1</source>
        <translation>B: %1</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>no plan of this size is known to lose less (est.)</source>
        <translation>kein Plan dieser Größe ist bekannt, der weniger verliert (gesch.)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the best plan of this size loses %1 times less (est.)</source>
        <translation>der beste Plan dieser Größe verliert %1-mal weniger (gesch.)</translation>
    </message>
</context>
<context>
    <name>bitlathe::PlanDifferenceModel</name>
    <message>
        <location filename="../ui/models/plan_difference.cpp" line="+148"/>
        <source>Bytes of the compared plan minus those of the current</source>
        <translation>Bytes des verglichenen Plans minus die des aktuellen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Weights × NMSE in the compared plan minus that in the current one: an estimate of the error in the weights</source>
        <translation>Gewichte × NMSE im verglichenen Plan minus denen im aktuellen: eine Schätzung des Fehlers in den Gewichten</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>tensor</source>
        <translation>Tensor</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>current</source>
        <translation>aktuell</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Δ size</source>
        <translation>Δ Größe</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Δ error est.</source>
        <translation>Δ Fehler gesch.</translation>
    </message>
</context>
<context>
    <name>bitlathe::PlanModel</name>
    <message numerus="yes">
        <location filename="../ui/models/plan_model_steps.cpp" line="+48"/>
        <source>Lock %n tensor(s)</source>
        <translation>
            <numerusform>%n Tensor sperren</numerusform>
            <numerusform>%n Tensoren sperren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>Unlock %n tensor(s)</source>
        <translation>
            <numerusform>%n Tensor entsperren</numerusform>
            <numerusform>%n Tensoren entsperren</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bitlathe::PlanShelf</name>
    <message>
        <location filename="../ui/models/plan_shelf.cpp" line="+141"/>
        <source>New plan %1</source>
        <translation>Neuer Plan %1</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Rename plan %1 to %2</source>
        <translation>Plan %1 in %2 umbenennen</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Switch to plan %1</source>
        <translation>Zu Plan %1 wechseln</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Remove plan %1</source>
        <translation>Plan %1 entfernen</translation>
    </message>
    <message>
        <location filename="../ui/models/plan_shelf_table.cpp" line="+77"/>
        <source>%1, the current plan</source>
        <translation>%1, der aktuelle Plan</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1, compared</source>
        <translation>%1, verglichen</translation>
    </message>
    <message>
        <location line="-25"/>
        <source>%1, for the target %2</source>
        <translation>%1, für das Ziel %2</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Measured: %1
%2</source>
        <translation>Gemessen: %1
%2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Not measured with these settings, see Quality</source>
        <translation>Mit diesen Einstellungen nicht gemessen, siehe Qualität</translation>
    </message>
    <message>
        <location line="+38"/>
        <source>How far the planned weights are from the stored ones, relative and squared: an estimate from the weights alone</source>
        <translation>Wie weit die geplanten Gewichte von den gespeicherten entfernt sind, relativ und quadriert: eine Schätzung allein aus den Gewichten</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Perplexity, measured by running the model over the text chosen under Quality</source>
        <translation>Perplexität, gemessen, indem das Modell über den unter Qualität gewählten Text läuft</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Mean divergence from the original, measured, in nats per token</source>
        <translation>Mittlere Divergenz vom Original, gemessen, in Nat je Token</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>bpw</source>
        <translation>bpw</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>ppl meas.</source>
        <comment>perplexity, measured: title of a narrow column</comment>
        <translation>PPL gem.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>KL meas.</source>
        <comment>divergence, measured: title of a narrow column</comment>
        <translation>KL gem.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>error est.</source>
        <translation>Fehler gesch.</translation>
    </message>
</context>
<context>
    <name>bitlathe::PlanSolver</name>
    <message>
        <location filename="../ui/jobs/plan_solver.cpp" line="+141"/>
        <source>Budget %1 bits per weight</source>
        <translation>Budget %1 Bit pro Gewicht</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Budget %1</source>
        <translation>Budget %1</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>Preset %1</source>
        <translation>Voreinstellung %1</translation>
    </message>
</context>
<context>
    <name>bitlathe::PlansPanel</name>
    <message>
        <location filename="../ui/panels/plans_panel.cpp" line="+75"/>
        <location line="+40"/>
        <source>Plans</source>
        <translation>Pläne</translation>
    </message>
    <message>
        <location line="-38"/>
        <source>New from current</source>
        <translation>Neu aus aktuellem</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>A copy of the current plan to go on with; the current one stays</source>
        <translation>Eine Kopie des aktuellen Plans zum Weiterarbeiten; der aktuelle bleibt</translation>
    </message>
    <message>
        <location line="+60"/>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Rename the chosen plan (F2)</source>
        <translation>Den gewählten Plan umbenennen (F2)</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Remove the chosen plan (Del); undo brings it back</source>
        <translation>Den gewählten Plan entfernen (Entf); Rückgängig holt ihn zurück</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Compare with…</source>
        <translation>Vergleichen mit…</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Compare with… ▾</source>
        <translation>Vergleichen mit… ▾</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Compare the current plan with</source>
        <translation>Den aktuellen Plan vergleichen mit</translation>
    </message>
    <message>
        <location line="+54"/>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Draws another plan over the bars and lists what differs</source>
        <translation>Zeichnet einen anderen Plan über die Balken und listet auf, was abweicht</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>There is only one plan yet</source>
        <translation>Bisher gibt es nur einen Plan</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Double-click or Enter switches to a plan.</source>
        <translation>Doppelklick oder Eingabetaste wechselt zu einem Plan.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>A new plan starts as a copy; this one stays as it is while you try something else.</source>
        <translation>Ein neuer Plan beginnt als Kopie; dieser bleibt, wie er ist, während etwas anderes ausprobiert wird.</translation>
    </message>
</context>
<context>
    <name>bitlathe::ProfileFeed</name>
    <message>
        <location filename="../ui/jobs/profile_feed.cpp" line="+119"/>
        <source>Profile of the weights</source>
        <translation>Vermessung der Gewichte</translation>
    </message>
</context>
<context>
    <name>bitlathe::QualityMeasurer</name>
    <message>
        <location filename="../ui/jobs/quality_measurer.cpp" line="+131"/>
        <source>Measure %1</source>
        <translation>%1 messen</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>what was measured so far is lost</source>
        <translation>geht das bisher Gemessene verloren</translation>
    </message>
</context>
<context>
    <name>bitlathe::QualityPanel</name>
    <message>
        <location filename="../ui/panels/quality_panel.cpp" line="+32"/>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <location line="+59"/>
        <source>No model is open.</source>
        <translation>Kein Modell ist geöffnet.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>This model cannot be run here, so its quality cannot be measured: %1</source>
        <translation>Dieses Modell lässt sich hier nicht ausführen, seine Qualität also nicht messen: %1</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The text cannot be read: %1</source>
        <translation>Der Text ist nicht lesbar: %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Choose a text to measure with.</source>
        <translation>Einen Text zum Messen wählen.</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>measured</source>
        <translation>gemessen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The plan keeps everything as stored: it is the original.</source>
        <translation>Der Plan lässt alles, wie es gespeichert ist: Er ist das Original.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>This plan waits or is being measured, see Jobs.</source>
        <translation>Dieser Plan wartet oder wird gemessen, siehe Aufgaben.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>This plan is not measured with these settings. Its weight error is an estimate and says little about quality.</source>
        <translation>Dieser Plan ist mit diesen Einstellungen nicht gemessen. Sein Gewichtsfehler ist eine Schätzung und sagt wenig über die Qualität.</translation>
    </message>
    <message>
        <location line="+20"/>
        <location line="+1"/>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Measured on %1</source>
        <translation>Gemessen auf %1</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>figure</source>
        <translation>Größe</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>original</source>
        <translation>Original</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>perplexity</source>
        <translation>Perplexität</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>perplexity, standard error</source>
        <translation>Perplexität, Standardfehler</translation>
    </message>
    <message>
        <location line="+1"/>
        <location filename="../ui/panels/quality_panel_build.cpp" line="+122"/>
        <source>KL, nats per token</source>
        <translation>KL, Nat je Token</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>KL, standard error</source>
        <translation>KL, Standardfehler</translation>
    </message>
    <message>
        <location line="+1"/>
        <location filename="../ui/panels/quality_panel_build.cpp" line="+1"/>
        <source>KL, median</source>
        <translation>KL, Median</translation>
    </message>
    <message>
        <location line="+1"/>
        <location filename="../ui/panels/quality_panel_build.cpp" line="+1"/>
        <source>KL, 99 %</source>
        <translation>KL, 99 %</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>same most probable token, share</source>
        <translation>gleiches wahrscheinlichstes Token, Anteil</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>RMS change of the right token&apos;s probability</source>
        <translation>RMS-Änderung der Wahrscheinlichkeit des richtigen Tokens</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>measured on</source>
        <translation>gemessen auf</translation>
    </message>
    <message>
        <location filename="../ui/panels/quality_panel_build.cpp" line="-70"/>
        <source>Text to measure with</source>
        <translation>Text zum Messen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <location line="+9"/>
        <location line="+6"/>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <location line="-2"/>
        <source>How the text is cut and what of it is scored. Numbers of different protocols cannot be compared.</source>
        <translation>Wie der Text zerteilt und was davon bewertet wird. Zahlen verschiedener Protokolle lassen sich nicht vergleichen.</translation>
    </message>
    <message>
        <location line="+3"/>
        <location line="+1"/>
        <source>Tokens of a window</source>
        <translation>Token je Fenster</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+2"/>
        <source>Windows at most</source>
        <translation>Fenster höchstens</translation>
    </message>
    <message>
        <location line="-1"/>
        <source>the whole text</source>
        <translation>der ganze Text</translation>
    </message>
    <message>
        <location line="+2"/>
        <location line="+2"/>
        <source>Compare with the original (KL)</source>
        <translation>Mit dem Original vergleichen (KL)</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Runs the model as stored beside the plan: twice the time, and the divergence of their predictions, which shows small damage long before the perplexity does.</source>
        <translation>Lässt das gespeicherte Modell neben dem Plan laufen: doppelte Zeit, dazu die Divergenz der Vorhersagen, die kleine Schäden lange vor der Perplexität zeigt.</translation>
    </message>
    <message>
        <location line="+28"/>
        <source>Measured quality</source>
        <translation>Gemessene Qualität</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>perplexity of this plan</source>
        <translation>Perplexität dieses Plans</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>perplexity of the original</source>
        <translation>Perplexität des Originals</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>same top token</source>
        <translation>gleiches erstes Token</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>RMS Δp of the right token</source>
        <translation>RMS Δp, richtiges Token</translation>
    </message>
</context>
<context>
    <name>bitlathe::RankStrip</name>
    <message>
        <location filename="../ui/panels/rank_strip.cpp" line="+19"/>
        <source>Blocks ranked by importance</source>
        <translation>Blöcke nach Wichtigkeit</translation>
    </message>
    <message>
        <location line="+55"/>
        <source>block %1: importance rank %2 of %3, LIM %4</source>
        <translation>Block %1: Rang %2 von %3 nach Wichtigkeit, LIM %4</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>block %1: importance rank %2 of %3, ZD %4</source>
        <translation>Block %1: Rang %2 von %3 nach Wichtigkeit, ZD %4</translation>
    </message>
</context>
<context>
    <name>bitlathe::RankingPanel</name>
    <message>
        <location filename="../ui/panels/ranking_panel.cpp" line="+97"/>
        <source>Blocks by</source>
        <translation>Blöcke nach</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Rank blocks by</source>
        <translation>Blöcke ordnen nach</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>beside</source>
        <translation>daneben</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Compare the ranking with</source>
        <translation>Die Rangfolge vergleichen mit</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>shade the last</source>
        <translation>letzte schattieren</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Blocks that are candidates for dropping</source>
        <translation>Blöcke, die zum Weglassen in Frage kommen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The least important blocks by this ranking are shaded over depth: candidates for dropping, or for the lowest bits. What dropping them costs has to be measured.</source>
        <translation>Die nach dieser Rangfolge am wenigsten wichtigen Blöcke sind über der Tiefe schattiert: Kandidaten zum Weglassen oder für die wenigsten Bit. Was das kostet, muss gemessen werden.</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>Ranked blocks</source>
        <translation>Geordnete Blöcke</translation>
    </message>
    <message>
        <location line="+7"/>
        <location line="+96"/>
        <source>rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <location line="-96"/>
        <location line="+96"/>
        <source>block</source>
        <translation>Block</translation>
    </message>
    <message>
        <location line="-96"/>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>nothing</source>
        <comment>no other metric</comment>
        <translation>nichts</translation>
    </message>
    <message>
        <location line="+58"/>
        <source>rank correlation of the values: %1</source>
        <translation>Rangkorrelation der Werte: %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>no rank correlation: too few values are known</source>
        <translation>keine Rangkorrelation: zu wenige Werte sind bekannt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Spearman&apos;s: 1 is the same order, −1 the reverse one, 0 no relation. Where a smaller value counts as more important for one of the two, agreement is near −1.</source>
        <translation>Nach Spearman: 1 ist dieselbe Reihenfolge, −1 die umgekehrte, 0 kein Zusammenhang. Wo bei einem der beiden ein kleinerer Wert als wichtiger gilt, liegt Einigkeit bei −1.</translation>
    </message>
    <message>
        <location line="+25"/>
        <source>rank by %1</source>
        <translation>Rang nach %1</translation>
    </message>
</context>
<context>
    <name>bitlathe::RateDistortionView</name>
    <message>
        <location filename="../ui/plots/rate_distortion_view.cpp" line="+27"/>
        <location line="+107"/>
        <source>Error by format</source>
        <translation>Fehler nach Format</translation>
    </message>
    <message numerus="yes">
        <location line="+5"/>
        <source>NMSE, mean of %n tensor(s), log</source>
        <translation>
            <numerusform>NMSE, Mittel von %n Tensor, log</numerusform>
            <numerusform>NMSE, Mittel von %n Tensoren, log</numerusform>
        </translation>
    </message>
    <message>
        <location line="+1"/>
        <source>NMSE of the weights, log</source>
        <translation>NMSE der Gewichte, log</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>NMSE, log</source>
        <translation>NMSE, log.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Select a tensor.</source>
        <translation>Einen Tensor auswählen.</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>The target stores this as it is.</source>
        <translation>Das Ziel speichert das, wie es ist.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Not profiled yet.</source>
        <translation>Noch nicht vermessen.</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>No format is known for all of these.</source>
        <translation>Kein Format ist für alle davon bekannt.</translation>
    </message>
    <message>
        <location line="+19"/>
        <source>NMSE %1  ·  output error %2</source>
        <translation>NMSE %1  ·  Ausgabefehler %2</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>%1 bits  ·  %2 (%3)</source>
        <translation>%1 Bit  ·  %2 (%3)</translation>
    </message>
    <message>
        <location line="+85"/>
        <source>output error</source>
        <translation>Ausgabefehler</translation>
    </message>
    <message>
        <location line="-99"/>
        <source>NMSE %1</source>
        <translation>NMSE %1</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>click sets it; what is locked stays</source>
        <translation>Klick setzt es; Gesperrtes bleibt</translation>
    </message>
    <message numerus="yes">
        <location line="+13"/>
        <source>Set %n tensor(s) to %1</source>
        <translation>
            <numerusform>%n Tensor auf %1 setzen</numerusform>
            <numerusform>%n Tensoren auf %1 setzen</numerusform>
        </translation>
    </message>
    <message>
        <location line="+44"/>
        <source>%1, %2 bits, %3, %4</source>
        <comment>format, bits, error, size</comment>
        <translation>%1, %2 Bit, %3, %4</translation>
    </message>
    <message>
        <location line="+22"/>
        <source>format</source>
        <translation>Format</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>bits per weight</source>
        <translation>Bit pro Gewicht</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>NMSE</source>
        <translation>NMSE</translation>
    </message>
    <message>
        <location filename="../ui/plots/rate_distortion_paint.cpp" line="+122"/>
        <source>○ output error</source>
        <translation>○ Ausgabefehler</translation>
    </message>
</context>
<context>
    <name>bitlathe::ReportPage</name>
    <message>
        <location filename="../ui/panels/report_page.cpp" line="+29"/>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Preview of the report</source>
        <translation>Vorschau des Berichts</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>No report</source>
        <translation>Kein Bericht</translation>
    </message>
    <message>
        <location line="+39"/>
        <source>is being made…</source>
        <translation>wird erstellt…</translation>
    </message>
    <message>
        <location line="+26"/>
        <source>as it is saved: HTML, PDF or JSON</source>
        <translation>wie gespeichert wird: HTML, PDF oder JSON</translation>
    </message>
    <message>
        <location line="+44"/>
        <source>Report %1</source>
        <translation>Bericht %1</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>The report was not saved</source>
        <translation>Der Bericht wurde nicht gespeichert</translation>
    </message>
</context>
<context>
    <name>bitlathe::RulesBox</name>
    <message>
        <location filename="../ui/panels/rules_box.cpp" line="+40"/>
        <source>Rules for the solver</source>
        <translation>Regeln für den Solver</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Kind of rule</source>
        <translation>Art der Regel</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+83"/>
        <source>at least</source>
        <translation>mindestens</translation>
    </message>
    <message>
        <location line="-83"/>
        <location line="+85"/>
        <source>exactly</source>
        <translation>genau</translation>
    </message>
    <message>
        <location line="-83"/>
        <source>Pattern of tensor names</source>
        <translation>Muster für Tensornamen</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Format of the rule</source>
        <translation>Format der Regel</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Del removes a rule</source>
        <translation>Entf entfernt eine Regel</translation>
    </message>
    <message numerus="yes">
        <location line="+33"/>
        <source>matches %n tensor(s)</source>
        <translation>
            <numerusform>passt auf %n Tensor</numerusform>
            <numerusform>passt auf %n Tensoren</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bitlathe::Session</name>
    <message>
        <location filename="../ui/window/session.cpp" line="+98"/>
        <location filename="../ui/window/session_project.cpp" line="+51"/>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>Could not open</source>
        <translation>Öffnen nicht möglich</translation>
    </message>
    <message>
        <location line="+61"/>
        <source>the original</source>
        <translation>das Original</translation>
    </message>
    <message>
        <location filename="../ui/window/session_plans.cpp" line="+88"/>
        <source>Load plan %1</source>
        <translation>Plan %1 laden</translation>
    </message>
    <message>
        <location line="+27"/>
        <source>Rules of the target %1</source>
        <translation>Regeln des Ziels %1</translation>
    </message>
    <message>
        <location line="+44"/>
        <source>The target cannot be changed</source>
        <translation>Das Ziel lässt sich nicht ändern</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>Plan for the target %1</source>
        <translation>Plan für das Ziel %1</translation>
    </message>
    <message>
        <location line="-132"/>
        <location line="+12"/>
        <location line="+19"/>
        <source>This plan does not fit the open model</source>
        <translation>Dieser Plan passt nicht zum geöffneten Modell</translation>
    </message>
    <message>
        <location filename="../ui/window/session.cpp" line="-120"/>
        <location line="+14"/>
        <location filename="../ui/window/session_plans.cpp" line="-37"/>
        <source>Could not load the plan</source>
        <translation>Der Plan ließ sich nicht laden</translation>
    </message>
    <message>
        <location filename="../ui/window/session_plans.cpp" line="+59"/>
        <source>Could not save the plan</source>
        <translation>Der Plan ließ sich nicht speichern</translation>
    </message>
    <message>
        <location filename="../ui/window/session.cpp" line="+98"/>
        <source>Everything as stored</source>
        <translation>Alles wie gespeichert</translation>
    </message>
    <message>
        <location filename="../ui/window/session_exports.cpp" line="+58"/>
        <source>The export was not started</source>
        <translation>Der Export wurde nicht begonnen</translation>
    </message>
    <message>
        <location line="+20"/>
        <source>Export %1</source>
        <translation>%1 exportieren</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>what was written so far is removed</source>
        <translation>bisher Geschriebenes wird entfernt</translation>
    </message>
    <message>
        <location filename="../ui/window/session_project.cpp" line="+21"/>
        <source>Could not open the project</source>
        <translation>Das Projekt konnte nicht geöffnet werden</translation>
    </message>
    <message>
        <location line="+41"/>
        <source>What the project holds is not shown</source>
        <translation>Der Inhalt des Projekts wird nicht gezeigt</translation>
    </message>
    <message>
        <location line="+28"/>
        <source>Plans of the project %1</source>
        <translation>Pläne des Projekts %1</translation>
    </message>
    <message>
        <location filename="../ui/window/session_project_save.cpp" line="+96"/>
        <source>nothing written: it holds another model&apos;s project</source>
        <translation>nichts geschrieben: Darin steht die Arbeit an einem anderen Modell</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>Save %1</source>
        <translation>%1 speichern</translation>
    </message>
    <message>
        <location line="-14"/>
        <source>Could not save the project</source>
        <translation>Das Projekt konnte nicht gespeichert werden</translation>
    </message>
</context>
<context>
    <name>bitlathe::SettingTexts</name>
    <message>
        <location filename="../ui/panels/setting_texts.cpp" line="+17"/>
        <source>Theme</source>
        <translation>Design</translation>
    </message>
    <message>
        <location line="+0"/>
        <location line="+2"/>
        <source>Counts at once.</source>
        <translation>Gilt sofort.</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Size of everything</source>
        <translation>Größe von allem</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>80 to 200 %, on top of the scale of the screen. Counts when Bitlathe starts the next time.</source>
        <translation>80 bis 200 %, zusätzlich zur Skalierung des Bildschirms. Gilt beim nächsten Start von Bitlathe.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Wheel on a canvas</source>
        <translation>Mausrad auf einer Zeichenfläche</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Zooming: Ctrl finer, Shift faster. Scrolling: Shift sideways, Ctrl zooms.</source>
        <translation>Zoomen: Strg feiner, Umschalt schneller. Scrollen: Umschalt seitwärts, Strg zoomt.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Memory for matrix pictures</source>
        <translation>Speicher für Matrixbilder</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Pictures of one matrix that are kept to be shown again at once. The one on screen is always kept.</source>
        <translation>Bilder einer Matrix, die aufbewahrt werden, um sofort wieder gezeigt zu werden. Das auf dem Bildschirm bleibt immer.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Recent files</source>
        <translation>Zuletzt geöffnete Dateien</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>0 keeps no list.</source>
        <translation>0 führt keine Liste.</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>light</source>
        <translation>hell</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>dark</source>
        <translation>dunkel</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+6"/>
        <source>as the system</source>
        <translation>wie das System</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>scrolls</source>
        <translation>scrollt</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>zooms at the pointer</source>
        <translation>zoomt am Zeiger</translation>
    </message>
</context>
<context>
    <name>bitlathe::SettingsWindow</name>
    <message>
        <location filename="../ui/panels/settings_window.cpp" line="+32"/>
        <location line="+1"/>
        <location line="+6"/>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Shortcuts…</source>
        <translation>Tastenkürzel…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Reset all</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Every setting above back to its default</source>
        <translation>Alle Einstellungen oben auf ihren Standard zurück</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>bitlathe::ShortcutTable</name>
    <message>
        <location filename="../ui/models/shortcut_table.cpp" line="+125"/>
        <source>Plain keys belong to typing and to the canvases: add Ctrl or Alt, or take a function key.</source>
        <translation>Einfache Tasten gehören dem Tippen und den Zeichenflächen: Strg oder Alt hinzunehmen oder eine Funktionstaste wählen.</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Tab leads from control to control.</source>
        <translation>Tab führt von Element zu Element.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>These keys copy what is selected, everywhere.</source>
        <translation>Diese Tasten kopieren überall das Ausgewählte.</translation>
    </message>
    <message>
        <location line="-86"/>
        <source>%1 (%2)</source>
        <comment>action, keys</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>bitlathe::ShortcutsWindow</name>
    <message>
        <location filename="../ui/panels/shortcuts_window.cpp" line="+28"/>
        <location line="+1"/>
        <location line="+6"/>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Search actions and keys</source>
        <translation>Aktionen und Tasten suchen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Search: a few letters of an action, or keys</source>
        <translation>Suchen: ein paar Buchstaben einer Aktion, oder Tasten</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <location line="+0"/>
        <location line="+75"/>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <location line="-56"/>
        <source>New keys of the action</source>
        <translation>Neue Tasten der Aktion</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>No keys</source>
        <translation>Keine Tasten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Take them over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Reset all</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location line="+58"/>
        <source>No action fits.</source>
        <translation>Keine Aktion passt.</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>%1 has these keys already: %2</source>
        <translation>%1 hat diese Tasten schon: %2</translation>
    </message>
</context>
<context>
    <name>bitlathe::SkipMeasurer</name>
    <message>
        <location filename="../ui/jobs/skip_measurer.cpp" line="+54"/>
        <source>Leave out each block on %1</source>
        <translation>Jeden Block weglassen, Text %1</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>what was measured so far is lost</source>
        <translation>was bisher gemessen wurde, ist verloren</translation>
    </message>
    <message>
        <location line="-13"/>
        <source>measured on %1 tokens</source>
        <translation>an %1 Token gemessen</translation>
    </message>
</context>
<context>
    <name>bitlathe::StripChoice</name>
    <message>
        <location filename="../ui/panels/strip_choice.cpp" line="+17"/>
        <location line="+7"/>
        <source>Strips</source>
        <translation>Streifen</translation>
    </message>
    <message>
        <location line="-5"/>
        <source>Strips that are shown</source>
        <translation>Gezeigte Streifen</translation>
    </message>
</context>
<context>
    <name>bitlathe::TargetConflictModel</name>
    <message>
        <location filename="../ui/models/target_conflicts.cpp" line="+27"/>
        <source>%1, locked</source>
        <translation>%1, gesperrt</translation>
    </message>
    <message>
        <location line="+32"/>
        <source>Tensor</source>
        <translation>Tensor</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Planned</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Becomes</source>
        <translation>Wird zu</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
</context>
<context>
    <name>bitlathe::TargetDialog</name>
    <message>
        <location filename="../ui/panels/target_dialog.cpp" line="+30"/>
        <source>Target %1</source>
        <translation>Ziel %1</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Change the plan for the target %1?</source>
        <translation>Den Plan für das Ziel %1 ändern?</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Every format of the plan can stay as it is.</source>
        <translation>Jedes Format des Plans kann bleiben, wie es ist.</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%n tensor(s) have a format that this target refuses or would silently change. Each would get the nearest one that it stores; the other tensors stay as they are planned. Undo brings back the plan and its target.</source>
        <translation>
            <numerusform>%n Tensor hat ein Format, das dieses Ziel ablehnt oder stillschweigend ändern würde. Er bekäme das nächstliegende, das es speichert; die anderen Tensoren bleiben wie geplant. Rückgängig bringt den Plan und sein Ziel zurück.</numerusform>
            <numerusform>%n Tensoren haben ein Format, das dieses Ziel ablehnt oder stillschweigend ändern würde. Jeder bekäme das nächstliegende, das es speichert; die anderen Tensoren bleiben wie geplant. Rückgängig bringt den Plan und sein Ziel zurück.</numerusform>
        </translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Tensors that would change</source>
        <translation>Tensoren, die sich ändern würden</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Then</source>
        <translation>Dann</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Change the plan</source>
        <translation>Plan ändern</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>%1 of tensors, %2 bits per weight</source>
        <translation>%1 an Tensoren, %2 Bit pro Gewicht</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1, weight error not known yet</source>
        <translation>%1, Gewichtsfehler noch nicht bekannt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1, weight error %2 (estimate)</source>
        <translation>%1, Gewichtsfehler %2 (Schätzung)</translation>
    </message>
</context>
<context>
    <name>bitlathe::TensorPanel</name>
    <message>
        <location filename="../ui/panels/tensor_panel.cpp" line="+59"/>
        <source>Tensors</source>
        <translation>Tensoren</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Group tensors</source>
        <translation>Tensoren gruppieren</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>What the rows stand under</source>
        <translation>Worunter die Zeilen stehen</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Group tensors by block</source>
        <translation>Tensoren nach Block gruppieren</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>by block</source>
        <translation>nach Block</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Group tensors by role</source>
        <translation>Tensoren nach Rolle gruppieren</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>by role</source>
        <translation>nach Rolle</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Group tensors by file</source>
        <translation>Tensoren nach Datei gruppieren</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>by file</source>
        <translation>nach Datei</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>List tensors without groups</source>
        <translation>Tensoren ohne Gruppen auflisten</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>no groups</source>
        <translation>ohne Gruppen</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Open all groups</source>
        <translation>Alle Gruppen öffnen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Close all groups</source>
        <translation>Alle Gruppen schließen</translation>
    </message>
    <message>
        <location line="+34"/>
        <source>Filter tensors</source>
        <translation>Tensoren filtern</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Filter: role:down  block:0-3  bits&lt;5  locked</source>
        <translation>Filter: role:down  block:0-3  bits&lt;5  locked</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Words must all match. * and ? are wildcards, /…/ is a regular expression.
role: block: expert: shard: format: source: name:
bits&lt; size&gt; error&gt; nmse&gt; kurtosis&gt; outlier&gt;  ·  locked  changed  ·  ! turns a word round.
Enter keeps the filter as a chip, Backspace takes the last one away.</source>
        <translation>Alle Wörter müssen passen. * und ? sind Platzhalter, /…/ ist ein regulärer Ausdruck.
role: block: expert: shard: format: source: name:
bits&lt; size&gt; error&gt; nmse&gt; kurtosis&gt; outlier&gt;  ·  locked  changed  ·  ! kehrt ein Wort um.
Eingabe behält den Filter als Chip, Rücktaste nimmt den letzten weg.</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>Remove the last filter</source>
        <translation>Letzten Filter entfernen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Clear all filters</source>
        <translation>Alle Filter löschen</translation>
    </message>
    <message numerus="yes">
        <location line="+55"/>
        <source>%n tensor(s)</source>
        <translation>
            <numerusform>%n Tensor</numerusform>
            <numerusform>%n Tensoren</numerusform>
        </translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1, %2 parameters</source>
        <translation>%1, %2 Parameter</translation>
    </message>
    <message numerus="yes">
        <location line="+5"/>
        <source>%n shown</source>
        <translation>
            <numerusform>%n gezeigt</numerusform>
            <numerusform>%n gezeigt</numerusform>
        </translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1, %2 % of parameters</source>
        <translation>%1, %2 % der Parameter</translation>
    </message>
</context>
<context>
    <name>bitlathe::TensorTableModel</name>
    <message>
        <location filename="../ui/models/tensor_table_model.cpp" line="+136"/>
        <source>Sum of weights × NMSE over its tensors, an estimate</source>
        <translation>Summe von Gewichte × NMSE über seine Tensoren, eine Schätzung</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>Weights × NMSE of the planned format: an estimate of the error in the weights</source>
        <translation>Gewichte × NMSE im geplanten Format: eine Schätzung des Fehlers in den Gewichten</translation>
    </message>
</context>
<context>
    <name>bitlathe::TensorTree</name>
    <message>
        <location filename="../ui/panels/tensor_tree.cpp" line="+48"/>
        <source>Tensors</source>
        <translation>Tensoren</translation>
    </message>
</context>
<context>
    <name>bitlathe::TextChoice</name>
    <message>
        <location filename="../ui/panels/text_choice.cpp" line="+17"/>
        <source>Choose a file …</source>
        <translation>Datei wählen …</translation>
    </message>
</context>
<context>
    <name>bitlathe::TextTrial</name>
    <message>
        <location filename="../ui/jobs/text_trial.cpp" line="+132"/>
        <source>Try a prompt</source>
        <translation>Eingabe ausprobieren</translation>
    </message>
</context>
<context>
    <name>bitlathe::TokenCanvas</name>
    <message>
        <location filename="../ui/canvas/token_canvas.cpp" line="+31"/>
        <source>Text, coloured token by token</source>
        <translation>Text, Token für Token gefärbt</translation>
    </message>
    <message>
        <location line="+120"/>
        <source>KL measured, nats</source>
        <translation>KL gemessen, Nat</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>loss of the plan less that of the original, nats</source>
        <translation>Verlust des Plans minus Verlust des Originals, Nat</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>loss of the plan, nats</source>
        <translation>Verlust des Plans, Nat</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 and more</source>
        <translation>%1 und mehr</translation>
    </message>
    <message>
        <location filename="../ui/canvas/token_canvas_input.cpp" line="+22"/>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>loss of the plan %1 nats</source>
        <translation>Verlust des Plans %1 Nat</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>loss of the original %1 nats</source>
        <translation>Verlust des Originals %1 Nat</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>KL %1 nats</source>
        <translation>KL %1 Nat</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>measured; click for what both expected here</source>
        <translation>gemessen; Klick zeigt, was beide hier erwarteten</translation>
    </message>
    <message>
        <location line="+124"/>
        <source>%1 nats</source>
        <translation>%1 Nat</translation>
    </message>
</context>
<context>
    <name>bitlathe::TokenChannelsView</name>
    <message>
        <location filename="../ui/panels/token_channels_view.cpp" line="+22"/>
        <source>Map of tokens and channels</source>
        <translation>Karte der Token und Kanäle</translation>
    </message>
    <message>
        <location line="+56"/>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <location line="+0"/>
        <location filename="../ui/panels/token_channels_view_build.cpp" line="+29"/>
        <source>Run the window</source>
        <translation>Fenster durchlaufen</translation>
    </message>
    <message>
        <location line="+21"/>
        <source>The window waits or runs through the model, see Jobs.</source>
        <translation>Das Fenster wartet oder läuft durch das Modell, siehe Aufgaben.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The tokens cannot be shown: %1</source>
        <translation>Die Token können nicht gezeigt werden: %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>This model cannot be run, so its tokens cannot be shown.</source>
        <translation>Dieses Modell kann nicht ausgeführt werden, darum auch seine Token nicht gezeigt.</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>A profile keeps no single tokens. Run the first window of its text (%n token(s)) up to the block to see them; that takes as long as a small part of the profile.</source>
        <translation>
            <numerusform>Ein Profil behält keine einzelnen Token. Lassen Sie das erste Fenster seines Textes (%n Token) bis zu dem Block laufen, um sie zu sehen; das dauert einen kleinen Teil des Profils.</numerusform>
            <numerusform>Ein Profil behält keine einzelnen Token. Lassen Sie das erste Fenster seines Textes (%n Token) bis zu dem Block laufen, um sie zu sehen; das dauert einen kleinen Teil des Profils.</numerusform>
        </translation>
    </message>
    <message>
        <location line="+23"/>
        <location filename="../ui/panels/token_channels_view_build.cpp" line="+21"/>
        <source>token</source>
        <translation>Token</translation>
    </message>
    <message>
        <location line="+1"/>
        <location filename="../ui/panels/token_channels_view_build.cpp" line="+0"/>
        <source>channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <location line="+5"/>
        <location line="+20"/>
        <source>channel %1</source>
        <translation>Kanal %1</translation>
    </message>
    <message>
        <location line="-4"/>
        <source>tokens %1–%2</source>
        <translation>Token %1–%2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>token %1: %2</source>
        <translation>Token %1: %2</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>channels %1–%2</source>
        <translation>Kanäle %1–%2</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>block %1</source>
        <translation>Block %1</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1, the largest of them</source>
        <translation>%1, der größte davon</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1 × the median</source>
        <translation>%1 × Median</translation>
    </message>
    <message>
        <location filename="../ui/panels/token_channels_view_build.cpp" line="-27"/>
        <source>Place</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Block whose tokens are shown</source>
        <translation>Block, dessen Token gezeigt werden</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Block</source>
        <translation>Block</translation>
    </message>
    <message>
        <location line="+18"/>
        <location line="+3"/>
        <location line="+6"/>
        <source>Largest values of the window</source>
        <translation>Größte Werte des Fensters</translation>
    </message>
    <message>
        <location line="-5"/>
        <source>place</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>× median</source>
        <translation>× Median</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Place of the token in its window; 0 is the first</source>
        <translation>Stelle des Tokens in seinem Fenster; 0 ist das erste</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Of the magnitudes of all values of the map</source>
        <translation>Der Beträge aller Werte der Karte</translation>
    </message>
</context>
<context>
    <name>bitlathe::TokenDetails</name>
    <message>
        <location filename="../ui/panels/token_details.cpp" line="+41"/>
        <source>plan</source>
        <translation>Plan</translation>
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
        <translation>Original</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Most probable tokens of both</source>
        <translation>Wahrscheinlichste Token beider</translation>
    </message>
    <message>
        <location line="+3"/>
        <location line="+2"/>
        <source>Worst tokens</source>
        <translation>Schlechteste Token</translation>
    </message>
    <message>
        <location line="-1"/>
        <source>token</source>
        <translation>Token</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>KL meas.</source>
        <translation>KL gem.</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Δ loss</source>
        <translation>Δ Verlust</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <location line="+70"/>
        <source>No token is chosen</source>
        <translation>Kein Token ist ausgewählt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Click a token, or walk over them with the arrows: both the plan&apos;s and the original&apos;s five most probable tokens are shown.</source>
        <translation>Ein Token anklicken oder mit den Pfeilen hingehen: Die fünf wahrscheinlichsten Token des Plans und des Originals werden gezeigt.</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>measured: loss %1 nats, original %2 nats, KL %3 nats  ·  %4</source>
        <translation>gemessen: Verlust %1 Nat, Original %2 Nat, KL %3 Nat  ·  %4</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>measured: loss %1 nats  ·  %2</source>
        <translation>gemessen: Verlust %1 Nat  ·  %2</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>the token that came</source>
        <translation>das Token, das kam</translation>
    </message>
</context>
<context>
    <name>bitlathe::TokenTap</name>
    <message>
        <location filename="../ui/jobs/token_tap.cpp" line="+102"/>
        <source>Tokens at %1 of block %2</source>
        <translation>Token an %1 von Block %2</translation>
    </message>
</context>
<context>
    <name>bitlathe::TokensPage</name>
    <message>
        <location filename="../ui/panels/tokens_page.cpp" line="+55"/>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>What tokens are coloured by</source>
        <translation>Wonach Token gefärbt sind</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>KL</source>
        <translation>KL</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>loss difference</source>
        <translation>Verlustunterschied</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>The chosen token</source>
        <translation>Das gewählte Token</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>This model cannot be run here, so there are no tokens to show: %1</source>
        <translation>Dieses Modell lässt sich hier nicht ausführen, es gibt also keine Token zu zeigen: %1</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>This plan waits or is being measured, see Jobs.</source>
        <translation>Dieser Plan wartet oder wird gemessen, siehe Aufgaben.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>This plan is not measured. Measure it to see, token by token, where it differs from the original.</source>
        <translation>Dieser Plan ist nicht gemessen. Nach dem Messen ist Token für Token zu sehen, wo er vom Original abweicht.</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>reading the text…</source>
        <translation>Text wird gelesen…</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>measured on %1</source>
        <translation>gemessen auf %1</translation>
    </message>
</context>
<context>
    <name>bitlathe::TriedView</name>
    <message>
        <location filename="../ui/panels/tried_view.cpp" line="+36"/>
        <source>“%1”  %2</source>
        <translation>„%1“  %2</translation>
    </message>
</context>
<context>
    <name>bitlathe::TryPage</name>
    <message>
        <location filename="../ui/panels/try_page.cpp" line="+22"/>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>the text ends here</source>
        <translation>der Text endet hier</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the model knows no more positions</source>
        <translation>das Modell kennt keine weiteren Positionen</translation>
    </message>
    <message>
        <location line="+37"/>
        <source>waits, see Jobs</source>
        <translation>wartet, siehe Aufgaben</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>reads the prompt …</source>
        <translation>liest die Eingabe …</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n Token</numerusform>
            <numerusform>%n Token</numerusform>
        </translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 tokens/s</source>
        <translation>%1 Token/s</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>It could not go on: %1</source>
        <translation>Es ging nicht weiter: %1</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The plan was changed after this was tried.</source>
        <translation>Der Plan wurde danach geändert.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>They differ from token %1 on.</source>
        <translation>Sie unterscheiden sich ab Token %1.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The plan keeps everything as stored: it is the original.</source>
        <translation>Der Plan lässt alles wie gespeichert: Er ist das Original.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Both say the same.</source>
        <translation>Beide sagen dasselbe.</translation>
    </message>
    <message>
        <location line="+41"/>
        <source>Token %1: what was most probable</source>
        <translation>Token %1: was am wahrscheinlichsten war</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>the token that came</source>
        <translation>das Token, das kam</translation>
    </message>
    <message>
        <location filename="../ui/panels/try_page_build.cpp" line="+42"/>
        <source>Try the prompt</source>
        <translation>Eingabe ausprobieren</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <location line="+26"/>
        <location line="+14"/>
        <source>Prompt</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>A text that the model goes on with</source>
        <translation>Ein Text, den das Modell fortsetzt</translation>
    </message>
    <message>
        <location line="+30"/>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>So many tokens are added, at most.</source>
        <translation>So viele Token kommen höchstens hinzu.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>0: always the most probable token. Above, tokens are drawn: the higher, the more often improbable ones.</source>
        <translation>0: immer das wahrscheinlichste Token. Darüber wird gezogen: je höher, desto öfter unwahrscheinliche Token.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Top-k</source>
        <translation>Top-k</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Only so many of the most probable are drawn.</source>
        <translation>Nur so viele der wahrscheinlichsten werden gezogen.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Top-p</source>
        <translation>Top-p</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Only the fewest tokens are drawn whose probabilities add up to this.</source>
        <translation>Nur die wenigsten Token werden gezogen, deren Wahrscheinlichkeiten zusammen so viel ergeben.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The same seed draws the same again, for the original and for the plan.</source>
        <translation>Derselbe Startwert zieht wieder dasselbe, für das Original und für den Plan.</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Copy the text: %1</source>
        <translation>Text kopieren: %1</translation>
    </message>
    <message>
        <location line="+25"/>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>What the model as stored says after the prompt appears here, token by token.</source>
        <translation>Was das gespeicherte Modell nach der Eingabe sagt, erscheint hier Token für Token.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>What the current plan makes of it appears here; where the two begin to differ is marked.</source>
        <translation>Was der aktuelle Plan daraus macht, erscheint hier; wo beide sich zu unterscheiden beginnen, ist markiert.</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>original</source>
        <translation>Original</translation>
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
        <translation>Plan</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Most probable tokens of what was tried</source>
        <translation>Wahrscheinlichste Token des Versuchs</translation>
    </message>
</context>
<context>
    <name>bits_figure</name>
    <message>
        <location filename="../ui/plots/bits_figure.cpp" line="+22"/>
        <source>tensor</source>
        <translation>Tensor</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>block</source>
        <translation>Block</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>stored as</source>
        <translation>gespeichert als</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>planned</source>
        <translation>geplant</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>bits per weight</source>
        <translation>Bit pro Gewicht</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>estimated error (weights × NMSE)</source>
        <translation>geschätzter Fehler (Gewichte × NMSE)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>locked</source>
        <translation>gesperrt</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <location filename="../ui/theme/core_messages.cpp" line="+12"/>
        <source>llama.cpp never quantizes norms</source>
        <translation>llama.cpp quantisiert Normen nie</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>llama.cpp never quantizes what routes tokens to experts</source>
        <translation>llama.cpp quantisiert nie, was Token zu Experten leitet</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>llama.cpp never quantizes position and type embeddings</source>
        <translation>llama.cpp quantisiert Positions- und Typ-Embeddings nie</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>llama.cpp leaves this small tensor as it is</source>
        <translation>llama.cpp lässt diesen kleinen Tensor, wie er ist</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>llama.cpp never quantizes the small tensors of state spaces</source>
        <translation>llama.cpp quantisiert die kleinen Tensoren von Zustandsräumen nie</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>llama.cpp never quantizes this part of a vision encoder</source>
        <translation>llama.cpp quantisiert diesen Teil eines Bild-Encoders nie</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>llama.cpp never quantizes audio codebooks</source>
        <translation>llama.cpp quantisiert Audio-Codebücher nie</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>llama.cpp quantizes only tensors of two dimensions and more</source>
        <translation>llama.cpp quantisiert nur Tensoren mit zwei und mehr Dimensionen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>llama.cpp quantizes only tensors whose name ends in &quot;weight&quot;</source>
        <translation>llama.cpp quantisiert nur Tensoren, deren Name auf „weight“ endet</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>its source format cannot be decoded</source>
        <translation>sein Quellformat kann nicht dekodiert werden</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>it holds numbers, not weights</source>
        <translation>er enthält Zahlen, keine Gewichte</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>rows of %1 do not divide into the blocks of %2 that %3 has: %4 instead</source>
        <translation>Zeilen von %1 lassen sich nicht in die Blöcke von %2 teilen, die %3 hat: stattdessen %4</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>GGUF has no type %1</source>
        <translation>GGUF hat keinen Typ %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 cannot be encoded yet</source>
        <translation>%1 kann noch nicht kodiert werden</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>its present format %1 cannot be decoded yet</source>
        <translation>sein jetziges Format %1 kann noch nicht dekodiert werden</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a row of %1 is not a multiple of %2, the block of %3</source>
        <translation>eine Zeile von %1 ist kein Vielfaches von %2, dem Block von %3</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 needs importance values (imatrix) for it</source>
        <translation>%1 braucht dafür Wichtigkeitswerte (imatrix)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>norms are kept</source>
        <translation>Normen bleiben, wie sie sind</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>routers are kept</source>
        <translation>Router bleiben, wie sie sind</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>it is neither a linear nor an embedding</source>
        <translation>er ist weder linear noch ein Embedding</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tensors of one dimension are kept</source>
        <translation>Tensoren mit einer Dimension bleiben, wie sie sind</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>rounded weights are stored as F32, F16 or BF16, and it is %1</source>
        <translation>gerundete Gewichte werden als F32, F16 oder BF16 gespeichert, und er ist %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>kept: the error of storing it in fewer bits is not known</source>
        <translation>bleibt: Der Fehler bei weniger Bits ist nicht bekannt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tied to %1</source>
        <translation>verbunden mit %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>it is tied to %1, which cannot be %2</source>
        <translation>er ist mit %1 verbunden, das nicht %2 sein kann</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>safetensors cannot hold %1, which is %2</source>
        <translation>safetensors kann %1 nicht enthalten, das %2 ist</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>raised from %1 to its floor</source>
        <translation>von %1 auf seine Untergrenze angehoben</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>GGUF for llama.cpp, Ollama, LM Studio and all that is built on them</source>
        <translation>GGUF für llama.cpp, Ollama, LM Studio und alles, was darauf aufbaut</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>safetensors with rounded weights in the dtype of the source, for evaluation anywhere</source>
        <translation>safetensors mit gerundeten Gewichten im dtype der Quelle, zum Auswerten überall</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>statistics</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>matrix</source>
        <translation>Matrix</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>compress</source>
        <translation>komprimieren</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>compare</source>
        <translation>vergleichen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>rank blocks</source>
        <translation>Blöcke ordnen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>front</source>
        <translation>Front</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>not a plan: %1 is missing</source>
        <translation>kein Plan: %1 fehlt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>not a plan: %1 is not an object</source>
        <translation>kein Plan: %1 ist kein Objekt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>not a plan: %1 is not a string</source>
        <translation>kein Plan: %1 ist keine Zeichenkette</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>not a plan: %1 is not an array</source>
        <translation>kein Plan: %1 ist kein Array</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>not a plan: %1 is not a version number</source>
        <translation>kein Plan: %1 ist keine Versionsnummer</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>not a plan: %1 is not true or false</source>
        <translation>kein Plan: %1 ist weder true noch false</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>not a plan: %1 &quot;%2&quot; is not a format of this version</source>
        <translation>kein Plan: %1 „%2“ ist kein Format dieser Version</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>not a plan: %1 &quot;%2&quot; is not a method of this version</source>
        <translation>kein Plan: %1 „%2“ ist keine Methode dieser Version</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the document</source>
        <translation>das Dokument</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the plan has version %1, this program reads up to %2</source>
        <translation>der Plan hat Version %1, dieses Programm liest bis %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>open it with a newer bitlathe</source>
        <translation>mit einer neueren Bitlathe-Version öffnen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the plan names %1, which the checkpoint does not have</source>
        <translation>der Plan nennt %1, das der Checkpoint nicht hat</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the plan is for %1, not for %2</source>
        <translation>der Plan ist für %1, nicht für %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the plan says nothing of %1</source>
        <translation>der Plan sagt nichts über %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 cannot be %2: %3</source>
        <translation>%1 kann nicht %2 sein: %3</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>make the plan again for this checkpoint and target</source>
        <translation>den Plan für diesen Checkpoint und dieses Ziel neu erstellen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 cannot become %2 from %3 by the method %4</source>
        <translation>%1 kann mit der Methode %4 nicht von %3 zu %2 werden</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 and %2 are tied, but planned in two formats</source>
        <translation>%1 und %2 sind verbunden, aber in zwei Formaten geplant</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 is planned, but not in the model</source>
        <translation>%1 ist geplant, aber nicht im Modell</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 has no place in the plan</source>
        <translation>%1 hat keinen Platz im Plan</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the size of %1 as %2 cannot be computed</source>
        <translation>die Größe von %1 als %2 lässt sich nicht berechnen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the plan does not say which checkpoint it was made for</source>
        <translation>der Plan sagt nicht, für welchen Checkpoint er gemacht wurde</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Open the checkpoint, then load the plan.</source>
        <translation>Den Checkpoint öffnen, dann den Plan laden.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the budget &quot;%1&quot; does not start with a number above 0</source>
        <translation>das Budget „%1“ beginnt nicht mit einer Zahl über 0</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the budget &quot;%1&quot; has no unit</source>
        <translation>das Budget „%1“ hat keine Einheit</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the budget &quot;%1&quot; has an unknown unit, &quot;%2&quot;</source>
        <translation>das Budget „%1“ hat eine unbekannte Einheit, „%2“</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>write it as 4.2bpw, 3.5GiB, 900MiB or 123456789B</source>
        <translation>in der Form 4.2bpw, 3.5GiB, 900MiB oder 123456789B schreiben</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the budget of %1 bytes is below the smallest choice, %2 bytes</source>
        <translation>das Budget von %1 Bytes liegt unter der kleinsten Möglichkeit, %2 Bytes</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>raise the budget, or allow smaller formats</source>
        <translation>das Budget erhöhen oder kleinere Formate zulassen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the budget of %1 bytes (%2 bpw) is below the feasible range: %3 to %4 bytes, %5 to %6 GiB, %7 to %8 bpw</source>
        <translation>das Budget von %1 Bytes (%2 bpw) liegt unter dem möglichen Bereich: %3 bis %4 Bytes, %5 bis %6 GiB, %7 bis %8 bpw</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>raise the budget, allow smaller formats, or loosen locks and floors</source>
        <translation>das Budget erhöhen, kleinere Formate zulassen oder Sperren und Untergrenzen lockern</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>with every block at the low format %1 bytes remain, the budget is %2 bytes</source>
        <translation>mit jedem Block im niedrigen Format bleiben %1 Bytes, das Budget ist %2 Bytes</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>raise the budget, or choose a smaller low format</source>
        <translation>das Budget erhöhen oder ein kleineres niedriges Format wählen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the low format %1 takes more bytes than the high format %2</source>
        <translation>das niedrige Format %1 braucht mehr Bytes als das hohe Format %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the low format %1 has more bits than the high format %2</source>
        <translation>das niedrige Format %1 hat mehr Bits als das hohe Format %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the solver zd needs a low and a high format</source>
        <translation>der Solver zd braucht ein niedriges und ein hohes Format</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>no tensor matches &quot;%1&quot;</source>
        <translation>kein Tensor passt auf „%1“</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>nothing that matches &quot;%1&quot; can be locked to %2: %3</source>
        <translation>nichts, was auf „%1“ passt, kann auf %2 gesperrt werden: %3</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 cannot be locked to %2: %3</source>
        <translation>%1 kann nicht auf %2 gesperrt werden: %3</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 and %2 are tied, but no format is possible for both</source>
        <translation>%1 und %2 sind verbunden, aber kein Format ist für beide möglich</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 and %2 are tied, but locked to %3 and %4</source>
        <translation>%1 und %2 sind verbunden, aber auf %3 und %4 gesperrt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 cannot be %2, to which the tied %3 is locked</source>
        <translation>%1 kann nicht %2 sein, worauf das verbundene %3 gesperrt ist</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the blocks cannot be ranked: there are no statistics of their weights</source>
        <translation>die Blöcke lassen sich nicht ordnen: Es gibt keine Statistik ihrer Gewichte</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>profile the weights first</source>
        <translation>zuerst die Gewichte vermessen</translation>
    </message>
    <message>
        <location filename="../ui/theme/core_messages_files.cpp" line="+12"/>
        <source>cannot %1: %2</source>
        <translation>nicht möglich: %1: %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>look at the file</source>
        <translation>Datei ansehen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>look at</source>
        <translation>ansehen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>open</source>
        <translation>öffnen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>map</source>
        <translation>in den Speicher abbilden</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>not a regular file</source>
        <translation>keine gewöhnliche Datei</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>check that the file exists and may be read</source>
        <translation>prüfen, ob die Datei existiert und gelesen werden darf</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>give a .gguf or .safetensors file, an index.json, or a model folder</source>
        <translation>eine .gguf- oder .safetensors-Datei, eine index.json oder einen Modellordner angeben</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the report was not written: %1</source>
        <translation>der Bericht wurde nicht geschrieben: %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>neither GGUF nor safetensors</source>
        <translation>weder GGUF noch safetensors</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>give a .gguf or .safetensors file, an index.json, or a model folder; pickled weights (.bin, .pt, .pth) are never opened, convert them first</source>
        <translation>eine .gguf- oder .safetensors-Datei, eine index.json oder einen Modellordner angeben; Pickle-Gewichte (.bin, .pt, .pth) werden nie geöffnet, zuerst umwandeln</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>cannot list the folder: %1</source>
        <translation>der Ordner lässt sich nicht auflisten: %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the folder holds more than one model: %1</source>
        <translation>der Ordner enthält mehr als ein Modell: %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>open one of these files</source>
        <translation>eine dieser Dateien öffnen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>there is no .safetensors and no .gguf file in this folder</source>
        <translation>in diesem Ordner ist keine .safetensors- und keine .gguf-Datei</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>give the folder that holds the model; pickled weights (.bin, .pt, .pth) are never opened, convert them first</source>
        <translation>den Ordner mit dem Modell angeben; Pickle-Gewichte (.bin, .pt, .pth) werden nie geöffnet, zuerst umwandeln</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>no file is there</source>
        <translation>es ist keine Datei da</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>no tensor can be read: %1</source>
        <translation>kein Tensor ist lesbar: %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tensor &quot;%1&quot; appears twice</source>
        <translation>Tensor „%1“ kommt zweimal vor</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tensor &quot;%1&quot; appears twice, in %2 as well</source>
        <translation>Tensor „%1“ kommt zweimal vor, auch in %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>config.json is not used: %1</source>
        <translation>config.json wird nicht verwendet: %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>not a JSON object</source>
        <translation>kein JSON-Objekt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>not valid JSON: %1</source>
        <translation>kein gültiges JSON: %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>not a GGUF file: it does not begin with &quot;GGUF&quot;</source>
        <translation>keine GGUF-Datei: Sie beginnt nicht mit „GGUF“</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>big-endian GGUF files are not supported</source>
        <translation>GGUF-Dateien in Big-Endian werden nicht unterstützt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>GGUF version %1 is not supported, only 2 and 3 are</source>
        <translation>GGUF-Version %1 wird nicht unterstützt, nur 2 und 3</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the header claims %1 tensors, more than the file can hold</source>
        <translation>der Kopf nennt %1 Tensoren, mehr als die Datei enthalten kann</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the header claims %1 key/value pairs, more than the file can hold</source>
        <translation>der Kopf nennt %1 Schlüssel-Wert-Paare, mehr als die Datei enthalten kann</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tensor &quot;%1&quot; has unknown type %2 and is left out</source>
        <translation>Tensor „%1“ hat den unbekannten Typ %2 und wird ausgelassen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tensor &quot;%1&quot; has unknown dtype &quot;%2&quot; and is left out</source>
        <translation>Tensor „%1“ hat den unbekannten dtype „%2“ und wird ausgelassen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the file ends too early: %1 of %2 tensors are left out: %3</source>
        <translation>die Datei endet zu früh: %1 von %2 Tensoren werden ausgelassen: %3</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the padding after the last tensor is missing; some programs refuse the file</source>
        <translation>die Auffüllung nach dem letzten Tensor fehlt; manche Programme lehnen die Datei ab</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 bytes after the last tensor are not used</source>
        <translation>%1 Bytes nach dem letzten Tensor werden nicht verwendet</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>this part is left out: %1</source>
        <translation>dieser Teil wird ausgelassen: %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>part %1 is left out: %2</source>
        <translation>Teil %1 wird ausgelassen: %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 of %2 parts are missing: %3</source>
        <translation>%1 von %2 Teilen fehlen: %3</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>this is one of %1 parts, and its name does not tell those of the others: only its own tensors are shown</source>
        <translation>dies ist einer von %1 Teilen, und sein Name verrät die der anderen nicht: Nur seine eigenen Tensoren werden gezeigt</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>the file is too short for a safetensors header</source>
        <translation>die Datei ist zu kurz für einen safetensors-Kopf</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the header claims %1 bytes, more than the limit of %2</source>
        <translation>der Kopf nennt %1 Bytes, mehr als die Grenze von %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the header claims %1 bytes and reaches past the end of the file</source>
        <translation>der Kopf nennt %1 Bytes und reicht über das Ende der Datei hinaus</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the header is not a JSON object</source>
        <translation>der Kopf ist kein JSON-Objekt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the header begins with spaces; some programs refuse the file</source>
        <translation>der Kopf beginnt mit Leerzeichen; manche Programme lehnen die Datei ab</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 bytes after the last tensor belong to none</source>
        <translation>%1 Bytes nach dem letzten Tensor gehören zu keinem</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>this is part %1 of %2: open the folder or its index to see all</source>
        <translation>dies ist Teil %1 von %2: den Ordner oder seinen Index öffnen, um alles zu sehen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>this file is left out: %1</source>
        <translation>diese Datei wird ausgelassen: %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 files of the model are missing: %2</source>
        <translation>%1 Dateien des Modells fehlen: %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 tensors of the index are not in their files: %2</source>
        <translation>%1 Tensoren des Index sind nicht in ihren Dateien: %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 tensors are in another file than the index says and are left out: %2</source>
        <translation>%1 Tensoren sind in einer anderen Datei, als der Index sagt, und werden ausgelassen: %2</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 tensors are in the files but not in the index: %2</source>
        <translation>%1 Tensoren sind in den Dateien, aber nicht im Index: %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>not a safetensors index: it has no weight_map</source>
        <translation>kein safetensors-Index: Er hat keine weight_map</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the weight_map of the index is empty</source>
        <translation>die weight_map des Index ist leer</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the file name &quot;%1&quot; is not a plain name of a file in this folder</source>
        <translation>der Dateiname „%1“ ist kein einfacher Name einer Datei in diesem Ordner</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the file name &quot;%1&quot; is a link that cannot be followed</source>
        <translation>der Dateiname „%1“ ist ein Link, dem nicht gefolgt werden kann</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the file name &quot;%1&quot; is a link that leads out of the folder</source>
        <translation>der Dateiname „%1“ ist ein Link, der aus dem Ordner hinausführt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the metadata does not state general.architecture</source>
        <translation>die Metadaten nennen keine general.architecture</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>architecture &quot;%1&quot; is not known: %2 of %3 tensors were placed by patterns in their names</source>
        <translation>die Architektur „%1“ ist nicht bekannt: %2 von %3 Tensoren wurden nach Mustern in ihren Namen eingeordnet</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1 tensors share a place with another one and keep their own names</source>
        <translation>%1 Tensoren teilen sich einen Platz mit einem anderen und behalten ihre eigenen Namen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 blocks are stated, but the names of the tensors count %2</source>
        <translation>%1 Blöcke sind angegeben, aber die Namen der Tensoren ergeben %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 and %2 should be the same weights, but their shapes differ; they are taken as two</source>
        <translation>%1 und %2 sollten dieselben Gewichte sein, aber ihre Formen weichen ab; sie gelten als zwei</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>not enough memory</source>
        <translation>nicht genug Speicher</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>close other programs or use fewer threads</source>
        <translation>andere Programme schließen oder weniger Threads verwenden</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>not enough memory for the picture</source>
        <translation>nicht genug Speicher für das Bild</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 bytes are over the budget of %2</source>
        <translation>%1 Bytes liegen über dem Budget von %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the sizes of all items exceed 64 bits</source>
        <translation>die Größen aller Teile übersteigen 64 Bit</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the share of low blocks is %1, not a number from 0 to 1</source>
        <translation>der Anteil niedriger Blöcke ist %1, keine Zahl von 0 bis 1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>JSON key &quot;%1&quot; appears twice</source>
        <translation>JSON-Schlüssel „%1“ kommt zweimal vor</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>JSON of %1 bytes is larger than the limit of %2</source>
        <translation>JSON von %1 Bytes ist größer als die Grenze von %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>JSON is nested deeper than %1 levels</source>
        <translation>JSON ist tiefer als %1 Ebenen verschachtelt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>not valid JSON: it contains a zero byte</source>
        <translation>kein gültiges JSON: Es enthält ein Nullbyte</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the version</source>
        <translation>die Version</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the header</source>
        <translation>der Kopf</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>general.alignment has type %1, not u32</source>
        <translation>general.alignment hat den Typ %1, nicht u32</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>general.alignment is %1, not a power of two of at most %2</source>
        <translation>general.alignment ist %1, keine Zweierpotenz bis %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a tensor info</source>
        <translation>eine Tensorbeschreibung</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tensor &quot;%1&quot; has %2 dimensions, more than %3</source>
        <translation>Tensor „%1“ hat %2 Dimensionen, mehr als %3</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tensor &quot;%1&quot; has more elements than 63 bits hold</source>
        <translation>Tensor „%1“ hat mehr Elemente, als 63 Bit fassen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a tensor name</source>
        <translation>ein Tensorname</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tensor name &quot;%1&quot; has %2 bytes, more than %3</source>
        <translation>der Tensorname „%1“ hat %2 Bytes, mehr als %3</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tensor &quot;%1&quot; is at offset %2 of the data, but the tensors before it end at %3</source>
        <translation>Tensor „%1“ liegt bei %2 der Daten, aber die Tensoren davor enden bei %3</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>tensor &quot;%1&quot; has rows of %2 elements, not a multiple of the block of %3</source>
        <translation>Tensor „%1“ hat Zeilen von %2 Elementen, kein Vielfaches des Blocks von %3</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>tensor &quot;%1&quot; has more bytes than 63 bits hold</source>
        <translation>Tensor „%1“ hat mehr Bytes, als 63 Bit fassen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the sizes of the tensors add up to more than 63 bits hold</source>
        <translation>die Größen der Tensoren ergeben mehr, als 63 Bit fassen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>split.count is %1, but the name says %2 parts</source>
        <translation>split.count ist %1, aber der Name sagt %2 Teile</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>split.no is %1, but the name says part %2, which has number %3</source>
        <translation>split.no ist %1, aber der Name sagt Teil %2 mit der Nummer %3</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>split.tensors.count says %1 tensors, the parts have %2</source>
        <translation>split.tensors.count sagt %1 Tensoren, die Teile haben %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a set of %1 parts is larger than the limit of %2</source>
        <translation>ein Satz von %1 Teilen ist größer als die Grenze von %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 of %2 bytes is longer than the limit of %3</source>
        <translation>%1 mit %2 Bytes ist länger als die Grenze von %3</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a boolean is stored as %1, not as 0 or 1</source>
        <translation>ein Wahrheitswert ist als %1 gespeichert, nicht als 0 oder 1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 values of type %2 reach past the end of the %3</source>
        <translation>%1 Werte vom Typ %2 reichen über das Ende hinaus: %3</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>an array</source>
        <translation>ein Array</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>an array of arrays is not supported</source>
        <translation>ein Array von Arrays wird nicht unterstützt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>an array has elements of unknown type %1</source>
        <translation>ein Array hat Elemente vom unbekannten Typ %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>an array of %1 strings reaches past the end of the %2</source>
        <translation>ein Array von %1 Zeichenketten reicht über das Ende hinaus: %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a string of an array</source>
        <translation>eine Zeichenkette eines Arrays</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the type of a value</source>
        <translation>der Typ eines Werts</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>key &quot;%1&quot; has a value of unknown type %2</source>
        <translation>Schlüssel „%1“ hat einen Wert vom unbekannten Typ %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 reaches past the end of the %2</source>
        <translation>%1 reicht über das Ende hinaus: %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 is empty</source>
        <translation>%1 ist leer</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 is not UTF-8</source>
        <translation>%1 ist kein UTF-8</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>key &quot;%1&quot; appears twice</source>
        <translation>Schlüssel „%1“ kommt zweimal vor</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tensor &quot;%1&quot; has data_offsets that end before they begin: %2, %3</source>
        <translation>Tensor „%1“ hat data_offsets, die vor ihrem Anfang enden: %2, %3</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tensor &quot;%1&quot; overlaps another: its data begin at %2, those before end at %3</source>
        <translation>Tensor „%1“ überlappt einen anderen: Seine Daten beginnen bei %2, die davor enden bei %3</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>tensor &quot;%1&quot; leaves a hole: its data begin at %2, those before end at %3</source>
        <translation>Tensor „%1“ lässt eine Lücke: Seine Daten beginnen bei %2, die davor enden bei %3</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>tensor &quot;%1&quot; has a shape whose size does not fit in 64 bits</source>
        <translation>Tensor „%1“ hat eine Form, deren Größe nicht in 64 Bit passt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tensor &quot;%1&quot; is not a whole number of bytes in %2</source>
        <translation>Tensor „%1“ ist in %2 keine ganze Zahl von Bytes</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tensor &quot;%1&quot; needs %2 bytes for its shape, its data_offsets give %3</source>
        <translation>Tensor „%1“ braucht %2 Bytes für seine Form, seine data_offsets geben %3</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>__metadata__ is not a map from strings to strings</source>
        <translation>__metadata__ ist keine Abbildung von Zeichenketten auf Zeichenketten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tensor &quot;%1&quot; has a dtype that is not a string</source>
        <translation>Tensor „%1“ hat einen dtype, der keine Zeichenkette ist</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tensor &quot;%1&quot; has a shape that is not a list of sizes</source>
        <translation>Tensor „%1“ hat eine Form, die keine Liste von Größen ist</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tensor &quot;%1&quot; has data_offsets that are not two offsets</source>
        <translation>Tensor „%1“ hat data_offsets, die keine zwei Positionen sind</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tensor &quot;%1&quot; is not described by a JSON object</source>
        <translation>Tensor „%1“ ist nicht durch ein JSON-Objekt beschrieben</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>__metadata__ appears twice</source>
        <translation>__metadata__ kommt zweimal vor</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>more than %1 tensors</source>
        <translation>mehr als %1 Tensoren</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tensor &quot;%1&quot; has two %2</source>
        <translation>Tensor „%1“ hat zwei %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tensor &quot;%1&quot; has no %2</source>
        <translation>Tensor „%1“ hat kein %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>metadata key &quot;%1&quot; appears twice</source>
        <translation>der Metadaten-Schlüssel „%1“ kommt zweimal vor</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>more than %1 metadata keys</source>
        <translation>mehr als %1 Metadaten-Schlüssel</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the index names %1 files, more than the limit of %2</source>
        <translation>der Index nennt %1 Dateien, mehr als die Grenze von %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>an index is an object with a weight_map from tensors to file names</source>
        <translation>ein Index ist ein Objekt mit einer weight_map von Tensoren auf Dateinamen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>weight_map appears twice</source>
        <translation>weight_map kommt zweimal vor</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>metadata %1 is not %2; it counts as unknown</source>
        <translation>die Metadaten %1 sind nicht %2; sie gelten als unbekannt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&quot;%1&quot; is not %2; it counts as unknown</source>
        <translation>„%1“ ist nicht %2; es gilt als unbekannt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>true or false</source>
        <translation>wahr oder falsch</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 parts are more than a split set can have</source>
        <translation>%1 Teile sind mehr, als ein geteilter Satz haben kann</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>allow larger parts (--split)</source>
        <translation>größere Teile zulassen (--split)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>there is no preset &quot;%1&quot; for GGUF</source>
        <translation>für GGUF gibt es keine Voreinstellung „%1“</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the presets are %1</source>
        <translation>die Voreinstellungen sind %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>not an importance file: it says %1 entries</source>
        <translation>keine Wichtigkeitsdatei: Sie sagt %1 Einträge</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>entry %1 has a name of %2 bytes</source>
        <translation>Eintrag %1 hat einen Namen von %2 Bytes</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the file ends inside the name of entry %1</source>
        <translation>die Datei endet mitten im Namen von Eintrag %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the name of entry %1 is not readable</source>
        <translation>der Name von Eintrag %1 ist nicht lesbar</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>entry %1 (%2) says %3 values, %4 bytes are left</source>
        <translation>Eintrag %1 (%2) sagt %3 Werte, %4 Bytes sind übrig</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the end of the importance file is not readable: chunks and dataset are unknown</source>
        <translation>das Ende der Wichtigkeitsdatei ist nicht lesbar: Abschnitte und Datensatz sind unbekannt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>sums and counts must be F32</source>
        <translation>Summen und Anzahlen müssen F32 sein</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 sums do not fit %2 counts</source>
        <translation>%1 Summen passen nicht zu %2 Anzahlen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>there is no target &quot;%1&quot;</source>
        <translation>es gibt kein Ziel „%1“</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the target %1 has no presets</source>
        <translation>das Ziel %1 hat keine Voreinstellungen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>give a format or a budget</source>
        <translation>ein Format oder ein Budget angeben</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the rule &quot;%1&quot; is not of the form GLOB=FORMAT</source>
        <translation>die Regel „%1“ hat nicht die Form GLOB=FORMAT</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the rule &quot;%1&quot; names an unknown format, &quot;%2&quot;</source>
        <translation>die Regel „%1“ nennt ein unbekanntes Format, „%2“</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>safetensors keep the shards of their source</source>
        <translation>safetensors behalten die Teile ihrer Quelle</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>leave out the size of parts (--split)</source>
        <translation>die Größe der Teile weglassen (--split)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>models of the family %1 cannot be converted to GGUF yet</source>
        <translation>Modelle der Familie %1 können noch nicht in GGUF umgewandelt werden</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>convert it with llama.cpp&apos;s own converter, then open the GGUF</source>
        <translation>mit dem Konverter von llama.cpp umwandeln, dann das GGUF öffnen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>llama.cpp cannot run this model as %1: %2</source>
        <translation>llama.cpp kann dieses Modell nicht als %1 ausführen: %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>take the target safetensors, or a runtime that reads the folder itself</source>
        <translation>das Ziel safetensors nehmen, oder eine Laufzeit, die den Ordner selbst liest</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>llama.cpp would compute something else: it cannot be told %1</source>
        <translation>llama.cpp würde etwas anderes rechnen: Es kann ihm nicht gesagt werden: %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>this is a variant of the family that cannot be converted</source>
        <translation>das ist eine Variante der Familie, die nicht umgewandelt werden kann</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the rows of its queries and keys cannot be put in the order that llama.cpp wants</source>
        <translation>die Zeilen seiner Queries und Keys können nicht in die Reihenfolge gebracht werden, die llama.cpp will</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>llama.cpp does not apply the attention window of %1 tokens: results differ for longer texts</source>
        <translation>llama.cpp wendet das Aufmerksamkeitsfenster von %1 Token nicht an: Bei längeren Texten weichen die Ergebnisse ab</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>llama.cpp has no dynamic rope scaling: it is the same up to %1 tokens</source>
        <translation>llama.cpp hat keine dynamische RoPE-Skalierung: Bis %1 Token ist es dasselbe</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the folder has no tokenizer: the GGUF takes and gives token ids only</source>
        <translation>der Ordner hat keinen Tokenizer: Das GGUF nimmt und gibt nur Token-Nummern</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 tensors outside the language model are left out: %2</source>
        <translation>%1 Tensoren außerhalb des Sprachmodells werden weggelassen: %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>it has %1 heads of %2 for an embedding of %3, and there the product must be the embedding</source>
        <translation>es hat %1 Köpfe zu %2 bei einer Einbettung von %3, und dort muss das Produkt die Einbettung sein</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>it has rope scaling of the type llama3, which is not read there</source>
        <translation>es hat RoPE-Skalierung vom Typ llama3, die dort nicht gelesen wird</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>its yarn scaling has bounds of its own (beta_fast, beta_slow), which are not read there</source>
        <translation>seine yarn-Skalierung hat eigene Grenzen (beta_fast, beta_slow), die dort nicht gelesen werden</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>llama.cpp approximates the activation gelu by tanh: values differ by up to 0.0005</source>
        <translation>llama.cpp nähert die Aktivierung gelu durch tanh an: Werte weichen um bis zu 0,0005 ab</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>its positions are of the type &quot;%1&quot;</source>
        <translation>seine Positionen sind von der Art „%1“</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>it is a decoder</source>
        <translation>es ist ein Decoder</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>its activation is &quot;%1&quot;</source>
        <translation>seine Aktivierung ist „%1“</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>numbers of the model are missing or do not fit its tensors</source>
        <translation>Zahlen des Modells fehlen oder passen nicht zu seinen Tensoren</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the folder pools in a way that a GGUF cannot state (%1): choose one when you run it</source>
        <translation>der Ordner fasst auf eine Weise zusammen, die ein GGUF nicht angeben kann (%1): beim Ausführen eine wählen</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>it has rope scaling of the type longrope, which is not read there</source>
        <translation>es hat RoPE-Skalierung vom Typ longrope, die dort nicht gelesen wird</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>its output head is not its embedding, and there it must be</source>
        <translation>sein Ausgabekopf ist nicht seine Einbettung, und dort muss er es sein</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>it has biases in attention&apos;s output or in its MLPs, which are not read there</source>
        <translation>es hat Biases in der Ausgabe der Aufmerksamkeit oder in den MLPs, die dort nicht gelesen werden</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>it has factors of embeddings, residuals or logits, which are not read there</source>
        <translation>es hat Faktoren für Einbettungen, Residuen oder Logits, die dort nicht gelesen werden</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>it has caps of attention or logits, which are not read there</source>
        <translation>es hat Kappungen für Aufmerksamkeit oder Logits, die dort nicht gelesen werden</translation>
    </message>
    <message>
        <location filename="../ui/theme/core_messages.cpp" line="+2"/>
        <source>%1 weights cannot be decoded</source>
        <translation>Gewichte in %1 lassen sich nicht dekodieren</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 cannot be encoded</source>
        <translation>%1 kann nicht kodiert werden</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>rows of %1 do not fit %2</source>
        <translation>Zeilen von %1 passen nicht zu %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the tensor has no weights</source>
        <translation>der Tensor hat keine Gewichte</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>keep this tensor as it is</source>
        <translation>diesen Tensor lassen, wie er ist</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 cannot be written</source>
        <translation>%1 kann nicht geschrieben werden</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>rows of %1 weights do not fit %2, which needs a multiple of %3</source>
        <translation>Zeilen von %1 Gewichten passen nicht zu %2, das ein Vielfaches von %3 braucht</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>choose another format for this tensor</source>
        <translation>ein anderes Format für diesen Tensor wählen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 stopped unexpectedly: %2</source>
        <translation>%1 hat unerwartet aufgehört: %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 stopped unexpectedly</source>
        <translation>%1 hat unerwartet aufgehört</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 could not be started: %2</source>
        <translation>%1 ließ sich nicht starten: %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>a GGUF can only be made from a GGUF: the source is safetensors</source>
        <translation>eine GGUF kann nur aus einer GGUF gemacht werden: Die Quelle ist safetensors</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>use the target safetensors, or convert the model to an F16 or BF16 GGUF first</source>
        <translation>das Ziel safetensors verwenden oder das Modell zuerst in eine F16- oder BF16-GGUF umwandeln</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>use the target gguf</source>
        <translation>das Ziel gguf verwenden</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 does not fit in this format or is too large</source>
        <translation>%1 passt nicht in dieses Format oder ist zu groß</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>choose another destination</source>
        <translation>einen anderen Zielort wählen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the destination has no file name</source>
        <translation>der Zielort hat keinen Dateinamen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the folder of the destination does not exist</source>
        <translation>der Ordner des Zielorts existiert nicht</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>make the folder %1 first</source>
        <translation>zuerst den Ordner %1 anlegen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the destination is a file of the source, which is never overwritten</source>
        <translation>der Zielort ist eine Datei der Quelle, die nie überschrieben wird</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the working file of this destination is a file of the source</source>
        <translation>die Arbeitsdatei dieses Zielorts ist eine Datei der Quelle</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the destination is a folder; this output is a file</source>
        <translation>der Zielort ist ein Ordner; diese Ausgabe ist eine Datei</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>give a file name</source>
        <translation>einen Dateinamen angeben</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the destination exists</source>
        <translation>der Zielort existiert bereits</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>choose another name or allow replacing it (--force)</source>
        <translation>einen anderen Namen wählen oder das Ersetzen erlauben (--force)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the destination is a file; this output is a folder</source>
        <translation>der Zielort ist eine Datei; diese Ausgabe ist ein Ordner</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the destination holds the source, which is never overwritten</source>
        <translation>der Zielort enthält die Quelle, die nie überschrieben wird</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the destination is a folder without %1: it is no earlier export</source>
        <translation>der Zielort ist ein Ordner ohne %1: Er ist kein früherer Export</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>remove it yourself or choose another name</source>
        <translation>ihn selbst entfernen oder einen anderen Namen wählen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the output needs %1, the disk has %2 free</source>
        <translation>die Ausgabe braucht %1, auf dem Datenträger sind %2 frei</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>free some space or choose another disk</source>
        <translation>Platz schaffen oder einen anderen Datenträger wählen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>choose a folder that you may write to</source>
        <translation>einen Ordner wählen, in den geschrieben werden darf</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>check the destination</source>
        <translation>den Zielort prüfen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>check the destination, or choose another one</source>
        <translation>den Zielort prüfen oder einen anderen wählen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a folder of this name is in the way</source>
        <translation>ein Ordner dieses Namens ist im Weg</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>remove it or choose another destination</source>
        <translation>ihn entfernen oder einen anderen Zielort wählen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>replace an earlier partial file</source>
        <translation>eine frühere Teildatei ersetzen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>create the output</source>
        <translation>die Ausgabe anlegen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>reserve %1 bytes</source>
        <translation>%1 Bytes reservieren</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>write the output</source>
        <translation>die Ausgabe schreiben</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>make the output durable</source>
        <translation>die Ausgabe dauerhaft sichern</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>rename the finished output</source>
        <translation>die fertige Ausgabe umbenennen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>ask for the free space</source>
        <translation>den freien Platz abfragen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>remove an earlier partial output</source>
        <translation>eine frühere Teilausgabe entfernen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>write to the folder</source>
        <translation>in den Ordner schreiben</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>make the folder</source>
        <translation>den Ordner anlegen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>rename the finished folder</source>
        <translation>den fertigen Ordner umbenennen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>only %1 tensors of the source can be read: %2</source>
        <translation>nur %1 Tensoren der Quelle sind lesbar: %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>some tensors of the source cannot be read: %1</source>
        <translation>einige Tensoren der Quelle sind nicht lesbar: %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>parts of it are missing</source>
        <translation>Teile davon fehlen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>get the whole model again</source>
        <translation>das ganze Modell noch einmal besorgen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 is a new type of GGUF: older runtimes refuse the file</source>
        <translation>%1 ist ein neuer GGUF-Typ: Ältere Laufzeiten lehnen die Datei ab</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 tensors were quantized before: their new error adds to the old one</source>
        <translation>%1 Tensoren waren schon quantisiert: Ihr neuer Fehler kommt zum alten hinzu</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the output is not what was written: %1</source>
        <translation>die Ausgabe ist nicht das, was geschrieben wurde: %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>its size or header is wrong</source>
        <translation>ihre Größe oder ihr Kopf ist falsch</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>rows of a tensor are missing</source>
        <translation>Zeilen eines Tensors fehlen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>bytes differ</source>
        <translation>Bytes weichen ab</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tensor %1 is missing</source>
        <translation>Tensor %1 fehlt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tensor %1 has another shape, format or place</source>
        <translation>Tensor %1 hat eine andere Form, ein anderes Format oder einen anderen Platz</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>it has %1 tensors instead of %2</source>
        <translation>sie hat %1 Tensoren statt %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the disk or the memory may be failing: export again</source>
        <translation>vielleicht ist der Datenträger oder der Speicher defekt: noch einmal exportieren</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>importance of %1 is not used: %2</source>
        <translation>die Wichtigkeit von %1 wird nicht verwendet: %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>it holds values that are negative or not finite</source>
        <translation>sie enthält negative oder nicht endliche Werte</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>all its values are zero</source>
        <translation>alle ihre Werte sind null</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the file has an earlier entry of that name</source>
        <translation>die Datei hat schon einen Eintrag dieses Namens</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the file holds no importance values</source>
        <translation>die Datei enthält keine Wichtigkeitswerte</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>no entry is usable: %1</source>
        <translation>kein Eintrag ist brauchbar: %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>give a file made by llama-imatrix (NAME.in_sum2 and NAME.counts, or .dat)</source>
        <translation>eine mit llama-imatrix erstellte Datei angeben (NAME.in_sum2 und NAME.counts, oder .dat)</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>its counts are missing</source>
        <translation>ihre Anzahlen fehlen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>nothing was counted</source>
        <translation>nichts wurde gezählt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>it has %1 values, a row has %2</source>
        <translation>sie hat %1 Werte, eine Zeile hat %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>make the file again with llama-imatrix</source>
        <translation>die Datei mit llama-imatrix neu erstellen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>importance has %1 values for rows of %2</source>
        <translation>die Wichtigkeit hat %1 Werte für Zeilen von %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>importance has %1 values, but the tensor has %2 rows of %3</source>
        <translation>die Wichtigkeit hat %1 Werte, aber der Tensor hat %2 Zeilen von %3</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>give the importance file that was made from this model</source>
        <translation>die Wichtigkeitsdatei angeben, die aus diesem Modell erstellt wurde</translation>
    </message>
    <message>
        <location filename="../ui/theme/core_messages_running.cpp" line="+12"/>
        <source>models of the family %1 cannot be run yet</source>
        <translation>Modelle der Familie %1 lassen sich noch nicht ausführen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>these can be: %1</source>
        <translation>möglich sind: %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the %1 is 0 or not stated</source>
        <translation>„%1“ ist 0 oder nicht angegeben</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>check the model&apos;s config.json or metadata</source>
        <translation>config.json oder Metadaten des Modells prüfen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>there is no config.json, without which it cannot be run</source>
        <translation>es gibt keine config.json, ohne die es sich nicht ausführen lässt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the activation &quot;%1&quot; is not known</source>
        <translation>die Aktivierung „%1“ ist nicht bekannt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>attention of the type &quot;%1&quot; is not known</source>
        <translation>Attention der Art „%1“ ist nicht bekannt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>this model computes something that is not known here</source>
        <translation>dieses Modell berechnet etwas, das hier nicht bekannt ist</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the model has no %1, so it cannot be run</source>
        <translation>dem Modell fehlt %1, es lässt sich also nicht ausführen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 has the shape [%2], but %3 is needed</source>
        <translation>%1 hat die Form [%2], gebraucht wird %3</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>there is no tokenizer beside the weights</source>
        <translation>neben den Gewichten liegt kein Tokenizer</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>put tokenizer.json or tokenizer.model into the folder</source>
        <translation>tokenizer.json oder tokenizer.model in den Ordner legen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the tokenizer in the file: %1</source>
        <translation>der Tokenizer in der Datei: %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the text has %1 tokens, %2 are needed</source>
        <translation>der Text hat %1 Token, %2 werden gebraucht</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>give a longer text or a smaller context</source>
        <translation>einen längeren Text oder kürzere Fenster nehmen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the text was changed after it was chosen</source>
        <translation>der Text wurde geändert, nachdem er gewählt war</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>choose it again</source>
        <translation>ihn erneut wählen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the folder has no text (.txt, .md, .raw, .jsonl)</source>
        <translation>der Ordner hat keinen Text (.txt, .md, .raw, .jsonl)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the line has no text &quot;%1&quot;</source>
        <translation>die Zeile hat keinen Text „%1“</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>windows of %1 tokens are longer than its %2 positions</source>
        <translation>Fenster von %1 Token sind länger als seine %2 Positionen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>take shorter windows</source>
        <translation>kürzere Fenster nehmen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 cannot be decoded yet, so %2 cannot be evaluated</source>
        <translation>%1 lässt sich noch nicht dekodieren, %2 also nicht auswerten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>not enough memory for the codes of a tensor</source>
        <translation>nicht genug Speicher für die Codes eines Tensors</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>nothing was observed at this place</source>
        <translation>an dieser Stelle wurde nichts beobachtet</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the text does not give the tokens that were profiled</source>
        <translation>der Text ergibt nicht die Token, die erfasst wurden</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>profile it again</source>
        <translation>erfassen Sie ihn noch einmal</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>not enough memory for the activations</source>
        <translation>nicht genug Speicher für die Aktivierungen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>take shorter or fewer windows</source>
        <translation>kürzere oder weniger Fenster nehmen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the weights are not those that were profiled</source>
        <translation>die Gewichte sind nicht die erfassten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>profile the model again, or open the one that was profiled</source>
        <translation>erfassen Sie das Modell neu oder öffnen Sie das erfasste</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>not enough memory for the project</source>
        <translation>zu wenig Speicher für das Projekt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>this is not a project of Bitlathe</source>
        <translation>das ist kein Projekt von Bitlathe</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>choose a .bitlathe file</source>
        <translation>eine .bitlathe-Datei wählen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the project is cut off</source>
        <translation>das Projekt ist abgeschnitten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the project is damaged, or another program wrote to it</source>
        <translation>das Projekt ist beschädigt, oder ein anderes Programm hat darin geschrieben</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>take a backup, or profile the model again</source>
        <translation>eine Sicherungskopie nehmen oder das Modell noch einmal erfassen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: it is of version %2, this program knows those up to %3</source>
        <translation>%1: ist von Version %2, dieses Programm kennt die bis %3</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>it was not replaced: choose another name, or move it away</source>
        <translation>sie wurde nicht ersetzt: einen anderen Namen wählen oder sie woandershin verschieben</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the project holds what this program does not know (%1) and would lose</source>
        <translation>das Projekt enthält, was dieses Programm nicht kennt (%1) und verlieren würde</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>use the later version that wrote it, or another name</source>
        <translation>die spätere Version, die es geschrieben hat, oder einen anderen Namen benutzen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>close other programs</source>
        <translation>schließen Sie andere Programme</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the prompt has no tokens</source>
        <translation>die Eingabe hat keine Token</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>give some text</source>
        <translation>gib etwas Text an</translation>
    </message>
    <message>
        <location filename="../ui/theme/core_messages_conversion.cpp" line="+12"/>
        <source>there is no config.json</source>
        <translation>es gibt keine config.json</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>check the model&apos;s config.json</source>
        <translation>die config.json des Modells prüfen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>it is a GGUF already</source>
        <translation>es ist bereits ein GGUF</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>export it with a plan instead</source>
        <translation>es stattdessen mit einem Plan exportieren</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>llama.cpp cannot be told the scale of its attention</source>
        <translation>llama.cpp lässt sich der Faktor seiner Attention nicht mitteilen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>llama.cpp has no key for the attention scale of %1: queries are multiplied by %2 instead</source>
        <translation>llama.cpp hat keinen Schlüssel für den Attention-Faktor von %1: Stattdessen werden die Queries mit %2 multipliziert</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>llama.cpp has no key for the attention scale of %1: queries are multiplied by %2 instead, and their weights are stored as F32</source>
        <translation>llama.cpp hat keinen Schlüssel für den Attention-Faktor von %1: Stattdessen werden die Queries mit %2 multipliziert und ihre Gewichte als F32 gespeichert</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1 is %2, which is too large</source>
        <translation>%1 ist %2, das ist zu groß</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the length of its context is not stated, and a GGUF must state it</source>
        <translation>die Länge seines Kontexts ist nicht angegeben, und ein GGUF muss sie angeben</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the model is called &quot;%1&quot; in the GGUF: by its name llama.cpp would ask for the tokens of Phi-3, which it does not have</source>
        <translation>das Modell heißt im GGUF „%1“: Bei seinem Namen würde llama.cpp die Token von Phi-3 verlangen, die es nicht hat</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1 belongs to a block, but models of the family %2 do not read it</source>
        <translation>%1 gehört zu einem Block, aber Modelle der Familie %2 lesen es nicht</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 is %2: only F32, F16 and BF16 are converted</source>
        <translation>%1 ist %2: Nur F32, F16 und BF16 werden umgewandelt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>take the checkpoint as it was before it was compressed</source>
        <translation>den Checkpoint nehmen, wie er vor dem Komprimieren war</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 and %2 differ in shape or type, but experts are stored in one tensor</source>
        <translation>%1 und %2 unterscheiden sich in Form oder Typ, aber Experten werden in einem Tensor gespeichert</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>it limits queries, keys and values, which is not read there</source>
        <translation>es begrenzt Queries, Keys und Values, was dort nicht gelesen wird</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>it has a factor of experts, which is not read there</source>
        <translation>es hat einen Faktor der Experten, der dort nicht gelesen wird</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>it has %1 heads and %2 key heads, and there both must be equal</source>
        <translation>es hat %1 Köpfe und %2 Key-Köpfe, und dort müssen beide gleich viele sein</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 of %2 values of a head are rotated, and there all must be</source>
        <translation>%1 von %2 Werten eines Kopfes werden rotiert, und dort müssen es alle sein</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>its yarn scaling does not round, which cannot be stated there</source>
        <translation>seine yarn-Skalierung rundet nicht, was dort nicht angegeben werden kann</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>it has norms of queries and keys, which are not read there</source>
        <translation>es hat Normen der Queries und Keys, die dort nicht gelesen werden</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>some of its blocks have experts and some have none</source>
        <translation>manche seiner Blöcke haben Experten und manche nicht</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>GGUF has no rope scaling of the type &quot;%1&quot;</source>
        <translation>GGUF hat keine RoPE-Skalierung vom Typ „%1“</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the solver %1 needs a low and a high format</source>
        <translation>der Solver %1 braucht ein niedriges und ein hohes Format</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a plan needs exactly one of preset, format, budget and share of low blocks</source>
        <translation>ein Plan braucht genau eines von Voreinstellung, Format, Budget und Anteil niedriger Blöcke</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>a share of low blocks is for the solvers zd and lim</source>
        <translation>ein Anteil niedriger Blöcke ist für die Solver zd und lim</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>there are scores of %1 blocks, the model has %2</source>
        <translation>es gibt Werte für %1 Blöcke, das Modell hat %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>profile a text with this model first</source>
        <translation>zuerst einen Text mit diesem Modell erfassen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>profile a text first</source>
        <translation>zuerst einen Text erfassen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>there is no solver &quot;%1&quot;</source>
        <translation>es gibt keinen Solver „%1“</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the solvers are dp, lagrange, greedy, zd and lim</source>
        <translation>die Solver sind dp, lagrange, greedy, zd und lim</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>item %1 has no format to choose</source>
        <translation>Element %1 hat kein wählbares Format</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>item %1 has %2 levels, more than %3</source>
        <translation>Element %1 hat %2 Stufen, mehr als %3</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>item %1: the loss of %2 is %3, not a finite number &gt;= 0</source>
        <translation>Element %1: der Verlust von %2 ist %3, keine endliche Zahl &gt;= 0</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the ranking of the blocks names one of them twice</source>
        <translation>die Rangfolge der Blöcke nennt einen davon zweimal</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>folders of the family %1 are not known</source>
        <translation>Ordner der Familie %1 sind nicht bekannt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>models of the family %1 cannot be converted to a folder yet</source>
        <translation>Modelle der Familie %1 können noch nicht in einen Ordner umgewandelt werden</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>it is a model folder already</source>
        <translation>es ist bereits ein Modellordner</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>make a plan for it and export that</source>
        <translation>einen Plan dafür erstellen und diesen exportieren</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the rows of its queries and keys cannot be put in the order that folders of its family have</source>
        <translation>die Zeilen seiner Queries und Keys können nicht in die Reihenfolge gebracht werden, die Ordner seiner Familie haben</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>config.json cannot say everything about it: what would be otherwise is %1</source>
        <translation>config.json kann nicht alles darüber sagen: Anders wäre %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the order of norms</source>
        <translation>die Reihenfolge der Normen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the epsilon of norms</source>
        <translation>das Epsilon der Normen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the activation of MLPs</source>
        <translation>die Aktivierung der MLPs</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the factor of embeddings</source>
        <translation>der Faktor der Einbettungen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the factor of residuals</source>
        <translation>der Faktor der Residuen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the scale of attention</source>
        <translation>der Faktor der Attention</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the factor of logits</source>
        <translation>der Faktor der Logits</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the cap of attention</source>
        <translation>die Kappung der Attention</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the cap of logits</source>
        <translation>die Kappung der Logits</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>limits of queries, keys and values</source>
        <translation>Grenzen für Queries, Keys und Values</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the weights of experts</source>
        <translation>die Gewichte der Experten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the factor of experts</source>
        <translation>der Faktor der Experten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the shape of the model</source>
        <translation>die Form des Modells</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the rotation of positions</source>
        <translation>die Rotation der Positionen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>factors of attention that differ from block to block</source>
        <translation>Attention-Faktoren, die von Block zu Block verschieden sind</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>keep the model as a GGUF</source>
        <translation>das Modell als GGUF behalten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the attention window of %1 tokens cannot be stated for this family</source>
        <translation>das Attention-Fenster von %1 Token lässt sich für diese Familie nicht angeben</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>config.json cannot state the frequencies in rope_freqs.weight</source>
        <translation>config.json kann die Frequenzen in rope_freqs.weight nicht angeben</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 is %2, which cannot be decoded</source>
        <translation>%1 ist %2, was nicht dekodiert werden kann</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 and %2 do not go together</source>
        <translation>%1 und %2 passen nicht zusammen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>folders of the family %1 have no tensor for %2</source>
        <translation>Ordner der Familie %1 haben keinen Tensor für %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 tensors that no block reads are left out: %2</source>
        <translation>%1 Tensoren, die kein Block liest, werden ausgelassen: %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the sizes of the tensors overflow</source>
        <translation>die Größen der Tensoren laufen über</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>bitlathe-cli info lists the names; * stands for anything</source>
        <translation>bitlathe-cli info listet die Namen auf; * steht für Beliebiges</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the blocks cannot be ranked: what they do to the stream is not known</source>
        <translation>die Blöcke lassen sich nicht ordnen: Was sie mit dem Residualstrom tun, ist nicht bekannt</translation>
    </message>
    <message>
        <location filename="../ui/theme/core_messages_measuring.cpp" line="+12"/>
        <source>delete it and start the run again</source>
        <translation>löschen und den Lauf neu beginnen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>this is not the state of a run</source>
        <translation>das ist nicht der Zustand eines Laufs</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the state of the run is cut off</source>
        <translation>der Zustand des Laufs ist abgeschnitten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the state belongs to another model, plan, text or device</source>
        <translation>der Zustand gehört zu einem anderen Modell, Plan, Text oder Gerät</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the state of the run is damaged</source>
        <translation>der Zustand des Laufs ist beschädigt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>delete it, or give the folder of another run</source>
        <translation>löschen oder den Ordner eines anderen Laufs angeben</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the folder could not be made: %1</source>
        <translation>der Ordner ließ sich nicht anlegen: %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>cannot make the folder: %1</source>
        <translation>der Ordner lässt sich nicht anlegen: %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the folder holds something else than the progress of a run</source>
        <translation>der Ordner enthält etwas anderes als den Fortschritt eines Laufs</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>this is not the progress of an evaluation</source>
        <translation>das ist nicht der Fortschritt einer Auswertung</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the progress of the evaluation is damaged</source>
        <translation>der Fortschritt der Auswertung ist beschädigt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the progress belongs to another model, plan, text or reference</source>
        <translation>der Fortschritt gehört zu einem anderen Modell, Plan, Text oder einer anderen Referenz</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>make the file of base logits again</source>
        <translation>die Datei der Basis-Logits neu erstellen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a file of base logits is about windows of the protocol llama.cpp</source>
        <translation>eine Datei von Basis-Logits gehört zu Fenstern des Protokolls llama.cpp</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the file of base logits would be too large</source>
        <translation>die Datei der Basis-Logits würde zu groß</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>this is no file of base logits</source>
        <translation>das ist keine Datei von Basis-Logits</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the file of base logits is damaged</source>
        <translation>die Datei der Basis-Logits ist beschädigt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the file of base logits is cut off or damaged</source>
        <translation>die Datei der Basis-Logits ist abgeschnitten oder beschädigt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the file of base logits is about %1</source>
        <translation>die Datei der Basis-Logits betrifft %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 tokens of a vocabulary, the model has %2</source>
        <translation>%1 Token eines Vokabulars, das Modell hat %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 windows of %2 tokens, not %3 of %4</source>
        <translation>%1 Fenster von %2 Token, nicht %3 von %4</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>another text</source>
        <translation>einen anderen Text</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>make it with the same model family and text</source>
        <translation>mit derselben Modellfamilie und demselben Text erstellen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>there is no plan to compare</source>
        <translation>es gibt keinen Plan zum Vergleichen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the reference knows %1 tokens, the model %2</source>
        <translation>die Referenz kennt %1 Token, das Modell %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>compare models with the same tokenizer</source>
        <translation>Modelle mit demselben Tokenizer vergleichen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a run that writes a reference cannot be continued later</source>
        <translation>ein Lauf, der eine Referenz schreibt, lässt sich nicht später fortsetzen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>leave out one of the two</source>
        <translation>eines von beiden weglassen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>there is no window to evaluate</source>
        <translation>es gibt kein Fenster zum Auswerten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>not enough memory for the outputs of the experts</source>
        <translation>nicht genug Speicher für die Ausgaben der Experten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>these are not two mixtures of experts of one shape</source>
        <translation>das sind nicht zwei Expertenmischungen (MoE) gleicher Form</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the plan is for &quot;%1&quot;, which is not known</source>
        <translation>der Plan ist für „%1“, das nicht bekannt ist</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>make the plan again</source>
        <translation>den Plan neu erstellen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>write a JSON array of whole numbers</source>
        <translation>ein JSON-Array ganzer Zahlen schreiben</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>this is not an array of token ids</source>
        <translation>das ist kein Array von Token-Nummern</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>entry %1 is not a token id</source>
        <translation>Eintrag %1 ist keine Token-Nummer</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>make the reference file again</source>
        <translation>die Referenzdatei neu erstellen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>this is not a reference file</source>
        <translation>das ist keine Referenzdatei</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the reference file is cut off or damaged</source>
        <translation>die Referenzdatei ist abgeschnitten oder beschädigt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>make the reference file from the same text with the same settings</source>
        <translation>die Referenzdatei aus demselben Text mit denselben Einstellungen erstellen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>record %1 is damaged</source>
        <translation>Datensatz %1 ist beschädigt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 cannot hold rows of %2</source>
        <translation>%1 kann keine Zeilen von %2 enthalten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>choose another format</source>
        <translation>ein anderes Format wählen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the model has no experts</source>
        <translation>das Modell hat keine Experten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>this is for mixtures of experts</source>
        <translation>das ist für Expertenmischungen (MoE)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the windows hold no token with one after it</source>
        <translation>die Fenster enthalten kein Token, auf das eines folgt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>take a longer text or longer windows</source>
        <translation>einen längeren Text oder längere Fenster nehmen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>there is no prompt</source>
        <translation>es gibt keine Eingabe</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the temperature cannot be %1</source>
        <translation>die Temperatur kann nicht %1 sein</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>take 0 or more</source>
        <translation>0 oder mehr nehmen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>top-p cannot be %1</source>
        <translation>top-p kann nicht %1 sein</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>take more than 0 and at most 1</source>
        <translation>mehr als 0 und höchstens 1 nehmen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>what was saved is of another profile</source>
        <translation>was gespeichert war, gehört zu einem anderen Profil</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>not enough memory for the profile</source>
        <translation>nicht genug Speicher für das Profil</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>close other programs or take a smaller model</source>
        <translation>andere Programme schließen oder ein kleineres Modell nehmen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the Gram matrices take %1 bytes or more, %2 are allowed</source>
        <translation>die Gram-Matrizen brauchen %1 Bytes oder mehr, %2 sind erlaubt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>ask for those of fewer roles, or allow more with --gram-bytes</source>
        <translation>die von weniger Rollen anfordern oder mit --gram-bytes mehr erlauben</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>there are no tokens to profile</source>
        <translation>es gibt keine Token zum Erfassen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>thresholds are positive and rise</source>
        <translation>Schwellen sind positiv und steigen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a place is looked at in one window and in one block</source>
        <translation>eine Stelle wird in einem Fenster und in einem Block betrachtet</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 mean squares do not fit %2 rows of %3</source>
        <translation>%1 mittlere Quadrate passen nicht zu %2 Zeilen von %3</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the Gram matrices do not fit %1 rows of %2</source>
        <translation>die Gram-Matrizen passen nicht zu %1 Zeilen von %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 inputs do not fit rows of %2 weights that can be decoded</source>
        <translation>%1 Eingänge passen nicht zu Zeilen von %2 dekodierbaren Gewichten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the magnitude of an outlier is above 0</source>
        <translation>der Betrag eines Ausreißers liegt über 0</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a tensor was asked for that is not there: the model has %1</source>
        <translation>ein Tensor wurde verlangt, den es nicht gibt: das Modell hat %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 cannot be decoded yet</source>
        <translation>%1 kann noch nicht dekodiert werden</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>shapes differ: %1 x %2 and %3 x %4</source>
        <translation>die Formen unterscheiden sich: %1 x %2 und %3 x %4</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>rows do not divide into heads</source>
        <translation>die Zeilen lassen sich nicht in Köpfe teilen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the folder has too many files of text</source>
        <translation>der Ordner hat zu viele Textdateien</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>cannot be read: %1</source>
        <translation>nicht lesbar: %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>name the field that holds the text</source>
        <translation>das Feld nennen, das den Text enthält</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a report is a .html or a .json file</source>
        <translation>ein Bericht ist eine .html- oder eine .json-Datei</translation>
    </message>
    <message>
        <location filename="../ui/theme/core_messages_models.cpp" line="+12"/>
        <source>the %1 is %2, which is too many</source>
        <translation>„%1“ ist %2, das ist zu viel</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>embedding length</source>
        <translation>Einbettungslänge</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>vocabulary</source>
        <translation>Vokabular</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>attention heads</source>
        <translation>Attention-Köpfe</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>key heads</source>
        <translation>Key-Köpfe</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>blocks</source>
        <translation>Blöcke</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>head length</source>
        <translation>Kopflänge</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>experts</source>
        <translation>Experten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>experts used</source>
        <translation>benutzte Experten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 attention heads cannot share %2 key heads</source>
        <translation>%1 Attention-Köpfe können sich nicht %2 Key-Köpfe teilen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 experts are used of %2</source>
        <translation>%1 von %2 Experten werden benutzt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>no expert is used of %1</source>
        <translation>von %1 Experten wird keiner benutzt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a scale or cap of the model is not finite</source>
        <translation>ein Faktor oder eine Kappung des Modells ist nicht endlich</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a cap or the epsilon of the model is negative</source>
        <translation>eine Kappung oder das Epsilon des Modells ist negativ</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>config.json or metadata and weights are of different models</source>
        <translation>config.json oder Metadaten und Gewichte gehören zu verschiedenen Modellen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a matrix with %1 inputs</source>
        <translation>eine Matrix mit %1 Eingängen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>[%1, any, %2]</source>
        <translation>[%1, beliebig, %2]</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>biases of experts (%1.bias) are not supported yet</source>
        <translation>Biases von Experten (%1.bias) werden noch nicht unterstützt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a multiple of %1 heads</source>
        <translation>ein Vielfaches von %1 Köpfen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 heads of %2</source>
        <translation>%1 Köpfe zu %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>as many rows for the gate as for the rest</source>
        <translation>gleich viele Zeilen für das Gate wie für den Rest</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 dimensions of heads of %2 cannot be rotated in pairs</source>
        <translation>%1 Dimensionen von Köpfen zu %2 lassen sich nicht paarweise rotieren</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>check head_dim and the part that is rotated</source>
        <translation>head_dim und den rotierten Anteil prüfen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>token %1 is outside its vocabulary of %2</source>
        <translation>Token %1 liegt außerhalb seines Vokabulars von %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>take ids of this model&apos;s tokenizer</source>
        <translation>Nummern vom Tokenizer dieses Modells nehmen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 holds weights that are not finite</source>
        <translation>%1 enthält Gewichte, die nicht endlich sind</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>get the model again; it is damaged</source>
        <translation>das Modell noch einmal besorgen; es ist beschädigt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>look at the model&apos;s rope settings</source>
        <translation>die RoPE-Einstellungen des Modells ansehen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>longrope has %1 factors for %2 pairs</source>
        <translation>longrope hat %1 Faktoren für %2 Paare</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 rotated dimensions with base %2 are not possible</source>
        <translation>%1 rotierte Dimensionen mit der Basis %2 sind nicht möglich</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>rope type %1 needs the original context length</source>
        <translation>der RoPE-Typ %1 braucht die ursprüngliche Kontextlänge</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>rope type %1 needs a factor</source>
        <translation>der RoPE-Typ %1 braucht einen Faktor</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>dynamic rope scaling needs a context length and more than 2 dimensions</source>
        <translation>dynamische RoPE-Skalierung braucht eine Kontextlänge und mehr als 2 Dimensionen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>rope type %1 does more than divide frequencies</source>
        <translation>der RoPE-Typ %1 tut mehr, als Frequenzen zu teilen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>rope type %1 is not known</source>
        <translation>der RoPE-Typ %1 ist nicht bekannt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>rope_freqs has %1 values for %2 pairs</source>
        <translation>rope_freqs hat %1 Werte für %2 Paare</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the rope settings give frequencies that are not finite</source>
        <translation>die RoPE-Einstellungen ergeben Frequenzen, die nicht endlich sind</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&quot;%1&quot; is not a list of numbers</source>
        <translation>„%1“ ist keine Liste von Zahlen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&quot;%1&quot; holds something that is not a positive number</source>
        <translation>„%1“ enthält etwas, das keine positive Zahl ist</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&quot;layer_types&quot; has no entry for block %1</source>
        <translation>„layer_types“ hat keinen Eintrag für Block %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>block %1 has a window of 0 tokens</source>
        <translation>Block %1 hat ein Fenster von 0 Token</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&quot;no_rope_layers&quot; has no entry for block %1</source>
        <translation>„no_rope_layers“ hat keinen Eintrag für Block %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 blocks are stated, but there are tensors of %2</source>
        <translation>%1 Blöcke sind angegeben, aber es gibt Tensoren von %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 is not a short list of numbers</source>
        <translation>%1 ist keine kurze Liste von Zahlen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>convert the model again</source>
        <translation>das Modell noch einmal umwandeln</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 is %2, which cannot be decoded yet</source>
        <translation>%1 ist %2, was noch nicht dekodiert werden kann</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>take a copy of the model in another format</source>
        <translation>eine Kopie des Modells in einem anderen Format nehmen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>not enough memory for a weight matrix</source>
        <translation>nicht genug Speicher für eine Gewichtsmatrix</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 is too large</source>
        <translation>%1 ist zu groß</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the file was changed while it was being read</source>
        <translation>die Datei wurde geändert, während sie gelesen wurde</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>parts of the file could not be read: it was cut short, or the disk fails</source>
        <translation>Teile der Datei waren nicht lesbar: Sie wurde gekürzt, oder der Datenträger ist defekt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>wait until nothing writes to the file, then open it again</source>
        <translation>warten, bis nichts mehr in die Datei schreibt, dann erneut öffnen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>not enough memory for the keys and values of the text</source>
        <translation>nicht genug Speicher für die Keys und Values des Textes</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>take a shorter text</source>
        <translation>einen kürzeren Text nehmen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a sequence has at least one token</source>
        <translation>eine Folge hat mindestens ein Token</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 tokens are more than its %2 positions</source>
        <translation>%1 Token sind mehr als seine %2 Positionen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>there are no tokens</source>
        <translation>es gibt keine Token</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the tokens are more than there is room for</source>
        <translation>es sind mehr Token, als Platz ist</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>windows of tokens overlap or leave some out</source>
        <translation>Fenster der Token überlappen sich oder lassen welche aus</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>windows do not cover all tokens</source>
        <translation>die Fenster decken nicht alle Token ab</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>this state is not one of a run of these tokens</source>
        <translation>dieser Zustand gehört nicht zu einem Lauf über diese Token</translation>
    </message>
    <message>
        <location filename="../ui/theme/core_messages_projects.cpp" line="+12"/>
        <source>the project is not one this program wrote; profile the model again</source>
        <translation>dieses Projekt hat nicht dieses Programm geschrieben; das Modell noch einmal erfassen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: its shape is none we write</source>
        <translation>%1: seine Form ist keine, die hier geschrieben wird</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: its shape cannot be read</source>
        <translation>%1: seine Form ist nicht lesbar</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: the data set is missing, or is not in this file</source>
        <translation>%1: der Datensatz fehlt oder liegt nicht in dieser Datei</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: its data are compressed, in pieces or in another file</source>
        <translation>%1: seine Daten sind komprimiert, gestückelt oder in einer anderen Datei</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: its shape is larger than any file</source>
        <translation>%1: seine Form ist größer als jede Datei</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: its shape is larger than the file</source>
        <translation>%1: seine Form ist größer als die Datei</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: its data are not all there</source>
        <translation>%1: seine Daten sind nicht vollständig</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: its data cannot be read</source>
        <translation>%1: seine Daten sind nicht lesbar</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: the attribute is missing</source>
        <translation>%1: das Attribut fehlt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: the attribute is not one value</source>
        <translation>%1: das Attribut ist kein einzelner Wert</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: what it holds cannot be listed</source>
        <translation>%1: der Inhalt lässt sich nicht auflisten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: the group is missing, or is not in this file</source>
        <translation>%1: die Gruppe fehlt oder liegt nicht in dieser Datei</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: the group cannot be read</source>
        <translation>%1: die Gruppe ist nicht lesbar</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: the attribute is not an unsigned 64-bit number</source>
        <translation>%1: das Attribut ist keine vorzeichenlose 64-Bit-Zahl</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: the attribute is not a text of reasonable length</source>
        <translation>%1: das Attribut ist kein Text vernünftiger Länge</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: the attribute cannot be read</source>
        <translation>%1: das Attribut ist nicht lesbar</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: its numbers have another type than this program writes</source>
        <translation>%1: seine Zahlen haben einen anderen Typ, als dieses Programm schreibt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: its shape is [%2], not [%3]</source>
        <translation>%1: seine Form ist [%2], nicht [%3]</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: it is not a list</source>
        <translation>%1: es ist keine Liste</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: an expert has a figure that cannot be</source>
        <translation>%1: Ein Experte hat einen Wert, den es nicht geben kann</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: the experts are out of order</source>
        <translation>%1: Die Experten stehen nicht in ihrer Reihenfolge</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: a format stands twice</source>
        <translation>%1: Ein Format steht zweimal da</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: an error is no number from 0 on</source>
        <translation>%1: Ein Fehler ist keine Zahl ab 0</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: a tensor stands twice</source>
        <translation>%1: Ein Tensor steht zweimal da</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: it is not a list of %2 texts</source>
        <translation>%1: es ist keine Liste von %2 Texten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>this is not an HDF5 file that can be read</source>
        <translation>das ist keine lesbare HDF5-Datei</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>profile the model again</source>
        <translation>das Modell noch einmal erfassen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: entry %2 has no size that can be</source>
        <translation>%1: Eintrag %2 hat keine mögliche Größe</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: its texts are longer than any file</source>
        <translation>%1: seine Texte sind länger als jede Datei</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: a text is not UTF-8</source>
        <translation>%1: ein Text ist kein UTF-8</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: its lists are longer than any file</source>
        <translation>%1: seine Listen sind länger als jede Datei</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: a window scores tokens that it does not have</source>
        <translation>%1: ein Fenster bewertet Token, die es nicht hat</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: a loss is no number</source>
        <translation>%1: ein Verlust ist keine Zahl</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: it lists more tokens than are kept</source>
        <translation>%1: es listet mehr Token auf, als behalten werden</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: a probability is not between 0 and 1</source>
        <translation>%1: eine Wahrscheinlichkeit liegt nicht zwischen 0 und 1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: a row has windows of which nothing is scored</source>
        <translation>%1: eine Zeile hat Fenster, von denen nichts bewertet ist</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: a row was measured in a way that this program does not know</source>
        <translation>%1: eine Zeile wurde auf eine Weise gemessen, die dieses Programm nicht kennt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: there are Gram matrices without a profile</source>
        <translation>%1: es gibt Gram-Matrizen ohne Profil</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: a Gram matrix is larger than any file</source>
        <translation>%1: eine Gram-Matrix ist größer als jede Datei</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: it is of another model, text or request</source>
        <translation>%1: es gehört zu einem anderen Modell, Text oder Auftrag</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: it goes on at a block that is not there</source>
        <translation>%1: es geht bei einem Block weiter, den es nicht gibt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: a tap lists too many largest values</source>
        <translation>%1: eine Messstelle listet zu viele größte Werte auf</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: a largest value is in a channel that is not there</source>
        <translation>%1: ein größter Wert liegt in einem Kanal, den es nicht gibt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: the channels are more than any file has</source>
        <translation>%1: es sind mehr Kanäle, als irgendeine Datei hat</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: the thresholds do not rise</source>
        <translation>%1: die Schwellen steigen nicht</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: %2 taps are more than any model has</source>
        <translation>%1: %2 Messstellen sind mehr, als irgendein Modell hat</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: tap %2 is at no place of the model</source>
        <translation>%1: Messstelle %2 liegt an keiner Stelle des Modells</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: tap %2 is out of order</source>
        <translation>%1: Messstelle %2 steht nicht in der richtigen Reihenfolge</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: %2 blocks are more than any model has</source>
        <translation>%1: %2 Blöcke sind mehr, als irgendein Modell hat</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the project holds no importance values</source>
        <translation>das Projekt enthält keine Wichtigkeitswerte</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>profile the model over a text first</source>
        <translation>zuerst das Modell mit einem Text erfassen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the weights are not those that were profiled (%1 then, %2 now)</source>
        <translation>die Gewichte sind nicht die erfassten (damals %1, jetzt %2)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>profile the model again, or name the one that was profiled</source>
        <translation>das Modell neu erfassen oder das erfasste nennen</translation>
    </message>
    <message>
        <location filename="../ui/theme/core_messages_tokenizers.cpp" line="+12"/>
        <source>the tokenizer</source>
        <translation>der Tokenizer</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the model of the tokenizer</source>
        <translation>das Modell des Tokenizers</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the normalizer of the tokenizer</source>
        <translation>der Normalizer des Tokenizers</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the pre-tokenizer of the tokenizer</source>
        <translation>der Pre-Tokenizer des Tokenizers</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the post-processor of the tokenizer</source>
        <translation>der Post-Processor des Tokenizers</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the decoder of the tokenizer</source>
        <translation>der Decoder des Tokenizers</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>an added token of the tokenizer</source>
        <translation>ein hinzugefügtes Token des Tokenizers</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a chat template of tokenizer_config.json</source>
        <translation>eine Chat-Vorlage in tokenizer_config.json</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: missing</source>
        <translation>%1: fehlt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: too deep</source>
        <translation>%1: zu tief verschachtelt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: not an object</source>
        <translation>%1: kein Objekt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: &quot;%2&quot; is not a text</source>
        <translation>%1: „%2“ ist kein Text</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: &quot;%2&quot; is not true or false</source>
        <translation>%1: „%2“ ist weder true noch false</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: &quot;%2&quot; is not a number from 0 on</source>
        <translation>%1: „%2“ ist keine Zahl ab 0</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: &quot;%2&quot; is not an object</source>
        <translation>%1: „%2“ ist kein Objekt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: &quot;%2&quot; is not an array</source>
        <translation>%1: „%2“ ist kein Array</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: &quot;pattern&quot; is missing</source>
        <translation>%1: „pattern“ fehlt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: &quot;pattern&quot; is neither a text nor a regular expression</source>
        <translation>%1: „pattern“ ist weder ein Text noch ein regulärer Ausdruck</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: type &quot;%2&quot; is not known</source>
        <translation>%1: Typ „%2“ ist nicht bekannt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: behavior &quot;%2&quot; is not known</source>
        <translation>%1: Verhalten „%2“ ist nicht bekannt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: Metaspace with a &quot;replacement&quot; or &quot;prepend_scheme&quot; that is not known</source>
        <translation>%1: Metaspace mit unbekanntem „replacement“ oder „prepend_scheme“</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1: &quot;precompiled_charsmap&quot; is not base64</source>
        <translation>%1: „precompiled_charsmap“ ist kein Base64</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: the id of token &quot;%2&quot; is not a number below %3</source>
        <translation>%1: die Nummer des Tokens „%2“ ist keine Zahl unter %3</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: two tokens have the id %2</source>
        <translation>%1: zwei Token haben die Nummer %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: merge %2 is not a pair of tokens</source>
        <translation>%1: Merge %2 ist kein Paar von Token</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: merge %2 (&quot;%3&quot; and &quot;%4&quot;) is of texts that are no tokens</source>
        <translation>%1: Merge %2 („%3“ und „%4“) besteht aus Texten, die keine Token sind</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: token %2 is not a text and a number</source>
        <translation>%1: Token %2 ist nicht ein Text und eine Zahl</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: &quot;unk_id&quot; is no token</source>
        <translation>%1: „unk_id“ ist kein Token</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: it adds id %2, which is no token</source>
        <translation>%1: er fügt die Nummer %2 hinzu, die kein Token ist</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: the id %2 of an added token is that of another token</source>
        <translation>%1: die Nummer %2 eines hinzugefügten Tokens ist die eines anderen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: its id is missing or far above all others</source>
        <translation>%1: seine Nummer fehlt oder liegt weit über allen anderen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: &quot;added_tokens_decoder&quot; has a key that is no id</source>
        <translation>%1: „added_tokens_decoder“ hat einen Schlüssel, der keine Nummer ist</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: an id is no number</source>
        <translation>%1: eine Nummer ist keine Zahl</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: &quot;chat_template&quot; is neither a text nor a list</source>
        <translation>%1: „chat_template“ ist weder ein Text noch eine Liste</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: token &quot;%2&quot; has no ids</source>
        <translation>%1: Token „%2“ hat keine Nummern</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: the ids of token &quot;%2&quot; are refused</source>
        <translation>%1: die Nummern des Tokens „%2“ werden abgelehnt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: the text is there twice</source>
        <translation>%1: der Text kommt zweimal vor</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: a part is neither text nor token</source>
        <translation>%1: ein Teil ist weder Text noch Token</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: the text is missing</source>
        <translation>%1: der Text fehlt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: &quot;%2&quot; is not a token and its id</source>
        <translation>%1: „%2“ ist nicht ein Token und seine Nummer</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: its tokens do not say whether they begin a word, which GGUF needs</source>
        <translation>%1: seine Token sagen nicht, ob sie ein Wort beginnen, was GGUF braucht</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1: it has a &quot;%2&quot;, which GGUF has no place for</source>
        <translation>%1: hat ein „%2“, wofür GGUF keinen Platz hat</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: GGUF has no vocabularies of its kind, %2</source>
        <translation>%1: GGUF hat keine Vokabulare seiner Art, %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>GGUF has no vocabularies whose tokens are words or characters</source>
        <translation>GGUF hat keine Vokabulare, deren Token Wörter oder Zeichen sind</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>GGUF has no name for the way this tokenizer splits text: the nearest, &quot;%1&quot;, gives %2</source>
        <translation>GGUF hat keinen Namen für die Art, wie dieser Tokenizer Text teilt: die nächste, „%1“, ergibt %2</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1 instead of %2</source>
        <translation>%1 statt %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>at &quot;%1&quot; %2 instead of %3</source>
        <translation>bei „%1“ %2 statt %3</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>runtimes of GGUF would get other tokens, so no file is made</source>
        <translation>Laufzeiten für GGUF bekämen andere Token, daher wird keine Datei erstellt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>as GGUF this tokenizer would make other tokens of plain text: %1</source>
        <translation>als GGUF würde dieser Tokenizer aus einfachem Text andere Token machen: %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>runtimes of GGUF cannot do what it does, so no file is made</source>
        <translation>Laufzeiten für GGUF können nicht, was er tut, daher wird keine Datei erstellt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>runtimes make other tokens of %1: %2</source>
        <translation>Laufzeiten machen andere Token aus %1: %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>some rare text</source>
        <translation>manchem seltenen Text</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Korean text</source>
        <translation>koreanischem Text</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>text with the tokens&apos; own texts</source>
        <translation>Text mit den Texten der Token selbst</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the ends of a text</source>
        <translation>den Enden eines Textes</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>runtimes split some rare text otherwise (&quot;%1&quot;): %2</source>
        <translation>Laufzeiten teilen manchen seltenen Text anders („%1“): %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&quot;%1&quot; is %2, which is no token: left out</source>
        <translation>„%1“ ist %2, was kein Token ist: ausgelassen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 added tokens from &quot;%2&quot; on are left out: the embedding has no rows for them</source>
        <translation>%1 hinzugefügte Token ab „%2“ werden ausgelassen: Die Einbettung hat keine Zeilen für sie</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>an embedding of %1 rows has more than any vocabulary</source>
        <translation>eine Einbettung mit %1 Zeilen hat mehr als jedes Vokabular</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>token %1 (&quot;%2&quot;) has no row: the vocabulary has %3 tokens, the embedding %4 rows</source>
        <translation>Token %1 („%2“) hat keine Zeile: das Vokabular hat %3 Token, die Einbettung %4 Zeilen</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>the tokenizer is that of another model</source>
        <translation>der Tokenizer gehört zu einem anderen Modell</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the compiled normalisation rules are cut off</source>
        <translation>die kompilierten Normalisierungsregeln sind abgeschnitten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>normalising makes the text too long</source>
        <translation>durch das Normalisieren wird der Text zu lang</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a regular expression is too long or not UTF-8</source>
        <translation>ein regulärer Ausdruck ist zu lang oder kein UTF-8</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a pattern is too long or not UTF-8</source>
        <translation>ein Muster ist zu lang oder kein UTF-8</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the regular expression &quot;%1&quot; cannot be used: %2</source>
        <translation>der reguläre Ausdruck „%1“ ist nicht brauchbar: %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the regular expression &quot;%1&quot; of the tokenizer gave up: %2</source>
        <translation>der reguläre Ausdruck „%1“ des Tokenizers hat aufgegeben: %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the regular expression &quot;%1&quot; is refused</source>
        <translation>der reguläre Ausdruck „%1“ wird abgelehnt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a regular expression %1</source>
        <translation>ein regulärer Ausdruck %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>ends with a backslash</source>
        <translation>endet mit einem Backslash</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>has too many classes inside classes</source>
        <translation>hat zu viele ineinander verschachtelte Klassen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>has a class without an end</source>
        <translation>hat eine Klasse ohne Ende</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>not a SentencePiece model that can be used: %1</source>
        <translation>kein brauchbares SentencePiece-Modell: %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>not a SentencePiece model: %1</source>
        <translation>kein SentencePiece-Modell: %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a piece is malformed</source>
        <translation>ein Stück ist fehlerhaft</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>its normalisation rules are cut off</source>
        <translation>seine Normalisierungsregeln sind abgeschnitten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>its normalisation rules are malformed</source>
        <translation>seine Normalisierungsregeln sind fehlerhaft</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>its normaliser is malformed</source>
        <translation>sein Normalisierer ist fehlerhaft</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>its type is not known</source>
        <translation>sein Typ ist nicht bekannt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>too many of its tokens begin with each other</source>
        <translation>zu viele seiner Token beginnen miteinander</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>it has too many pieces</source>
        <translation>es hat zu viele Stücke</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>it is cut off or something else</source>
        <translation>es ist abgeschnitten oder etwas anderes</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the text cannot be split: %1</source>
        <translation>der Text lässt sich nicht teilen: %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the text has %1 bytes, more than 1 GiB</source>
        <translation>der Text hat %1 Bytes, mehr als 1 GiB</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>split it</source>
        <translation>ihn aufteilen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>not a text of less than 10 MB in UTF-8</source>
        <translation>kein Text unter 10 MB in UTF-8</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the text has characters that the tokenizer does not know, and it has no token for them</source>
        <translation>der Text hat Zeichen, die der Tokenizer nicht kennt, und für sie hat er kein Token</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>the text has a word that the tokenizer does not know, and it has no token for such words</source>
        <translation>der Text hat ein Wort, das der Tokenizer nicht kennt, und für solche Wörter hat er kein Token</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>there is none: the file was written without a vocabulary</source>
        <translation>es gibt keinen: Die Datei wurde ohne Vokabular geschrieben</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>its kind, &quot;%1&quot;, is not supported</source>
        <translation>seine Art, „%1“, wird nicht unterstützt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>its way of splitting text, &quot;%1&quot;, is not known</source>
        <translation>seine Art, Text zu teilen („%1“), ist nicht bekannt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tokenizer.ggml.merges is missing</source>
        <translation>tokenizer.ggml.merges fehlt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tokenizer.ggml.tokens is missing or not a list of texts</source>
        <translation>tokenizer.ggml.tokens fehlt oder ist keine Liste von Texten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 does not fit the tokens</source>
        <translation>%1 passt nicht zu den Token</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a score is not a number</source>
        <translation>eine Bewertung ist keine Zahl</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tokenizer.json has no words for its way of splitting text</source>
        <translation>tokenizer.json kann seine Art, Text zu teilen, nicht ausdrücken</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 tokens are left out: another one has the same text, or it is not UTF-8; the first is &quot;%2&quot;</source>
        <translation>%1 Token werden ausgelassen: Ein anderes hat denselben Text, oder er ist kein UTF-8; das erste ist „%2“</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>tokenizer.json has no words for its kind, %1</source>
        <translation>tokenizer.json kann seine Art, %1, nicht ausdrücken</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>as %1 it would make other tokens of plain text: %2</source>
        <translation>als %1 würde er aus einfachem Text andere Token machen: %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 makes other tokens of some rare text: %2</source>
        <translation>%1 macht aus manchem seltenen Text andere Token: %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>no tokenizer.model is written: %1</source>
        <translation>es wird keine tokenizer.model geschrieben: %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>no tokenizer is written: %1</source>
        <translation>es wird kein Tokenizer geschrieben: %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>it is not of a kind of SentencePiece</source>
        <translation>er ist von keiner SentencePiece-Art</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>it has no token for unknown text</source>
        <translation>er hat kein Token für unbekannten Text</translation>
    </message>
</context>
<context>
    <name>depth_figure</name>
    <message>
        <location filename="../ui/plots/depth_figure.cpp" line="+15"/>
        <location filename="../ui/plots/outlier_figure.cpp" line="+14"/>
        <source>block</source>
        <translation>Block</translation>
    </message>
</context>
<context>
    <name>duration</name>
    <message>
        <location filename="../ui/theme/text.cpp" line="+116"/>
        <location line="+3"/>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
</context>
<context>
    <name>error</name>
    <message>
        <location filename="../ui/theme/core_text.cpp" line="+108"/>
        <source>%1 (at byte %2)</source>
        <translation>%1 (bei Byte %2)</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
</context>
<context>
    <name>error_places</name>
    <message>
        <location filename="../ui/plots/error_figure.cpp" line="+23"/>
        <source>Select a tensor.</source>
        <translation>Einen Tensor auswählen.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Looking where the error lies …</source>
        <translation>Es wird gesucht, wo der Fehler liegt …</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>%1 keeps every weight as it is.</source>
        <translation>%1 lässt jedes Gewicht, wie es ist.</translation>
    </message>
</context>
<context>
    <name>figure_settings</name>
    <message>
        <location filename="../ui/plots/figure_settings.cpp" line="+35"/>
        <source>PNG, %1 ×</source>
        <translation>PNG, %1 ×</translation>
    </message>
</context>
<context>
    <name>file_dialogs</name>
    <message>
        <location filename="../ui/panels/file_dialogs.cpp" line="+43"/>
        <source>Open a checkpoint</source>
        <translation>Checkpoint öffnen</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Open a model folder</source>
        <translation>Modellordner öffnen</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Load a plan</source>
        <translation>Plan laden</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Plans (*.json);;All files (*)</source>
        <translation>Pläne (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Save the plan</source>
        <translation>Plan speichern</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Plans (*.json)</source>
        <translation>Pläne (*.json)</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Save the picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>PNG pictures (*.png)</source>
        <translation>PNG-Bilder (*.png)</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Save the values</source>
        <translation>Werte speichern</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Choose a text</source>
        <translation>Einen Text wählen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Text (*.txt *.md *.raw *.jsonl *.ndjson);;All files (*)</source>
        <translation>Text (*.txt *.md *.raw *.jsonl *.ndjson);;Alle Dateien (*)</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Choose an importance file</source>
        <translation>Wichtigkeitsdatei wählen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Importance files (*.gguf *.dat *.imatrix);;All files (*)</source>
        <translation>Wichtigkeitsdateien (*.gguf *.dat *.imatrix);;Alle Dateien (*)</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Export to a new folder</source>
        <translation>In einen neuen Ordner exportieren</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Export to</source>
        <translation>Exportieren nach</translation>
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
        <translation>Abbildung speichern</translation>
    </message>
    <message>
        <location line="+15"/>
        <location line="+2"/>
        <source>Save the report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <location line="-1"/>
        <source>Reports (*.html *.pdf *.json)</source>
        <translation>Berichte (*.html *.pdf *.json)</translation>
    </message>
    <message>
        <location line="+8"/>
        <location line="+2"/>
        <source>Save the project</source>
        <translation>Das Projekt speichern</translation>
    </message>
    <message>
        <location line="-1"/>
        <source>Projects (*.bitlathe)</source>
        <translation>Projekte (*.bitlathe)</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Save all figures into a folder</source>
        <translation>Alle Abbildungen in einen Ordner speichern</translation>
    </message>
    <message>
        <location line="-49"/>
        <source>Replace %1?</source>
        <translation>%1 ersetzen?</translation>
    </message>
    <message>
        <location line="-72"/>
        <source>Checkpoints, plans and projects (*.gguf *.safetensors *.index.json *.plan.json *.bitlathe);;All files (*)</source>
        <translation>Checkpoints, Pläne und Projekte (*.gguf *.safetensors *.index.json *.plan.json *.bitlathe);;Alle Dateien (*)</translation>
    </message>
    <message>
        <location line="+73"/>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
</context>
<context>
    <name>filter</name>
    <message>
        <location filename="../ui/models/tensor_filter_words.cpp" line="+79"/>
        <source>%1 at character %2: %3</source>
        <translation>%1 an Zeichen %2: %3</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>%1: takes a number or a range such as 4-9</source>
        <translation>%1: erwartet eine Zahl oder einen Bereich wie 4-9</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>%1:%2 is empty: write %1:%4-%3</source>
        <translation>%1:%2 ist leer: %1:%4-%3 schreiben</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>%1: wants something after the colon</source>
        <translation>%1: braucht etwas nach dem Doppelpunkt</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>%1: is no key; there are role: format: source: name: block: expert: shard:</source>
        <translation>%1: ist kein Schlüssel; es gibt role: format: source: name: block: expert: shard:</translation>
    </message>
    <message>
        <location line="+20"/>
        <source>%1 cannot be compared; bits size error nmse kurtosis outlier can</source>
        <translation>%1 lässt sich nicht vergleichen; möglich bei bits size error nmse kurtosis outlier</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>%1 is compared with a number, such as %1&lt;5</source>
        <translation>%1 wird mit einer Zahl verglichen, etwa %1&lt;5</translation>
    </message>
</context>
<context>
    <name>hover</name>
    <message>
        <location filename="../ui/canvas/hover_text.cpp" line="+50"/>
        <source>%1 bits as stored   %2</source>
        <translation>%1 Bit wie gespeichert   %2</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>%1 → %2 bits   %3</source>
        <translation>%1 → %2 Bit   %3</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>error not known yet …</source>
        <translation>Fehler noch nicht bekannt …</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>error %1 (estimate)   weights × NMSE %2</source>
        <translation>Fehler %1 (Schätzung)   Gewichte × NMSE %2</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>%1   largest weight %2 σ</source>
        <translation>%1   größtes Gewicht %2 σ</translation>
    </message>
    <message>
        <location line="+40"/>
        <source>compared plan: %1 bits   %2</source>
        <translation>verglichener Plan: %1 Bit   %2</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>block %1 %2, %3 experts</source>
        <translation>Block %1 %2, %3 Experten</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>%1 bits   %2</source>
        <translation>%1 Bit   %2</translation>
    </message>
    <message>
        <location line="+23"/>
        <source>locked, Space unlocks</source>
        <translation>gesperrt, Leertaste entsperrt</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>block %1 %2</source>
        <translation>Block %1 %2</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1, %2, %3 bits, %4, locked</source>
        <translation>%1, %2, %3 Bit, %4, gesperrt</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>%1, %2, %3 bits, %4</source>
        <translation>%1, %2, %3 Bit, %4</translation>
    </message>
    <message>
        <location filename="../ui/models/refused_formats.cpp" line="+26"/>
        <source>new: most runtimes refuse the file; Alt drags onto it</source>
        <translation>neu: die meisten Laufzeiten lehnen die Datei ab; Alt beim Ziehen erreicht es</translation>
    </message>
</context>
<context>
    <name>inspector</name>
    <message>
        <location filename="../ui/models/inspector_facts.cpp" line="+83"/>
        <source>one number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <location line="-56"/>
        <source>%1, %2 bits, %3</source>
        <translation>%1, %2 Bit, %3</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>range</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>smallest and largest finite weight</source>
        <translation>kleinstes und größtes endliches Gewicht</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+100"/>
        <source>absmax / σ</source>
        <translation>Absmax / σ</translation>
    </message>
    <message>
        <location line="-99"/>
        <source>largest magnitude, and standard deviation of the weights</source>
        <translation>größter Betrag und Standardabweichung der Gewichte</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>kurtosis</source>
        <translation>Kurtosis</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>m₄ / m₂²; a Gaussian has 3, outliers raise it</source>
        <translation>m₄ / m₂²; eine Normalverteilung hat 3, Ausreißer erhöhen sie</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>ZD</source>
        <translation>ZD</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>share of weights with (w − mean) / σ &gt; 1</source>
        <translation>Anteil der Gewichte mit (w − Mittelwert) / σ &gt; 1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>exponent entropy</source>
        <translation>Exponentenentropie</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 bits</source>
        <translation>%1 Bit</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>information in the exponents of the stored numbers</source>
        <translation>Information in den Exponenten der gespeicherten Zahlen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>zeros</source>
        <translation>Nullen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>not finite</source>
        <translation>nicht endlich</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>NaN or infinite weights; left out of every other figure</source>
        <translation>NaN oder unendliche Gewichte; bei allen anderen Zahlen ausgelassen</translation>
    </message>
    <message>
        <location line="+33"/>
        <source>shape</source>
        <translation>Form</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>outermost first</source>
        <translation>äußerste Dimension zuerst</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>stored as</source>
        <translation>gespeichert als</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 weights</source>
        <translation>%1 Gewichte</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>at byte</source>
        <translation>bei Byte</translation>
    </message>
    <message>
        <location line="+3"/>
        <location line="+39"/>
        <source>plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <location line="-37"/>
        <location line="+39"/>
        <source>error (est.)</source>
        <translation>Fehler (gesch.)</translation>
    </message>
    <message>
        <location line="-38"/>
        <source>NMSE = Σ(w′ − w)² / Σw² at the planned format, measured on the weights</source>
        <translation>NMSE = Σ(w′ − w)² / Σw² im geplanten Format, an den Gewichten gemessen</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>statistics</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>not measured yet</source>
        <translation>noch nicht gemessen</translation>
    </message>
    <message>
        <location line="+28"/>
        <source>tensors</source>
        <translation>Tensoren</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>stored</source>
        <translation>gespeichert</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 bits, %2</source>
        <translation>%1 Bit, %2</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>sum of weights × NMSE at the planned formats</source>
        <translation>Summe von Gewichte × NMSE in den geplanten Formaten</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>over all their weights together</source>
        <translation>über alle ihre Gewichte zusammen</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>%1, locked</source>
        <translation>%1, gesperrt</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <location line="+15"/>
        <source>Tied to %1 and %n more: they share one format and move together.</source>
        <translation>
            <numerusform>Verbunden mit %1 und %n weiteren: Sie teilen sich ein Format und bewegen sich gemeinsam.</numerusform>
            <numerusform>Verbunden mit %1 und %n weiteren: Sie teilen sich ein Format und bewegen sich gemeinsam.</numerusform>
        </translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Tied to %1: they share one format and move together.</source>
        <translation>Verbunden mit %1: Sie teilen sich ein Format und bewegen sich gemeinsam.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Locked: no drag and no solver moves it; Space unlocks.</source>
        <translation>Gesperrt: Weder Ziehen noch Solver bewegt ihn; Leertaste entsperrt.</translation>
    </message>
</context>
<context>
    <name>jobs_figure</name>
    <message>
        <location filename="../ui/panels/jobs_figure.cpp" line="+12"/>
        <source>job</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>state</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>matrix_axes</name>
    <message>
        <location filename="../ui/canvas/matrix_axes.cpp" line="+91"/>
        <source>rows by norm</source>
        <translation>Zeilen nach Norm</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>columns by norm</source>
        <translation>Spalten nach Norm</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <location line="+37"/>
        <source>%1 not finite</source>
        <translation>%1 nicht endlich</translation>
    </message>
</context>
<context>
    <name>metrics</name>
    <message>
        <location filename="../ui/models/depth_metrics.cpp" line="+97"/>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>weights × NMSE = N · Σ(w′ − w)² / Σw² at the planned format; an estimate of weight error, no unit</source>
        <translation>Gewichte × NMSE = N · Σ(w′ − w)² / Σw² im geplanten Format; eine Schätzung des Gewichtsfehlers, ohne Einheit</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Kurtosis</source>
        <translation>Kurtosis</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>m₄ / m₂², no unit; a Gaussian has 3, outliers raise it</source>
        <translation>m₄ / m₂², ohne Einheit; eine Normalverteilung hat 3, Ausreißer erhöhen sie</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>ZD</source>
        <translation>ZD</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>share of weights with (w − mean) / σ &gt; 1</source>
        <translation>Anteil der Gewichte mit (w − Mittelwert) / σ &gt; 1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Sigma</source>
        <translation>Sigma</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>standard deviation of the weights, in units of the weights</source>
        <translation>Standardabweichung der Gewichte, in Einheiten der Gewichte</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Absmax</source>
        <translation>Absmax</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>largest magnitude of a weight, in units of the weights</source>
        <translation>größter Betrag eines Gewichts, in Einheiten der Gewichte</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>LIM</source>
        <translation>LIM</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>− mean over tokens of cos(x, y), x and y the residual stream before and after the block; −1 … 1, larger counts as more important (Layer-Wise Quantization, Dumitru et al. 2024)</source>
        <translation>− Mittel über die Token von cos(x, y), x und y der Residualstrom vor und nach dem Block; −1 … 1, größer gilt als wichtiger (Layer-Wise Quantization, Dumitru et al. 2024)</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>LIM normed</source>
        <translation>LIM norm.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>LIM between the normed inputs of this block&apos;s attention and the next one&apos;s, as llama.cpp&apos;s relatives compute it; larger counts as more important</source>
        <translation>LIM zwischen den normierten Eingängen der Attention dieses und des nächsten Blocks, wie Verwandte von llama.cpp es berechnen; größer gilt als wichtiger</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Influence</source>
        <translation>Einfluss</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Block Influence, 1 + LIM: 0 is a block that changes no direction; larger counts as more important (ShortGPT, Men et al. 2024)</source>
        <translation>Block Influence, 1 + LIM: 0 ist ein Block, der keine Richtung ändert; größer gilt als wichtiger (ShortGPT, Men et al. 2024)</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Angle</source>
        <translation>Winkel</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>mean over tokens of arccos(cos(x, y)) / π, no unit; larger counts as more important (The Unreasonable Ineffectiveness of the Deeper Layers, Gromov et al. 2024)</source>
        <translation>Mittel über die Token von arccos(cos(x, y)) / π, ohne Einheit; größer gilt als wichtiger (The Unreasonable Ineffectiveness of the Deeper Layers, Gromov et al. 2024)</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>LIM attn</source>
        <translation>LIM Attn</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>LIM of the attention half: the residual stream before and after it is added; larger counts as more important</source>
        <translation>LIM der Attention-Hälfte: der Residualstrom, bevor und nachdem sie addiert wird; größer gilt als wichtiger</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>LIM MLP</source>
        <translation>LIM MLP</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>LIM of the feed-forward half: the residual stream before and after it is added; larger counts as more important</source>
        <translation>LIM der Feed-forward-Hälfte: der Residualstrom, bevor und nachdem sie addiert wird; größer gilt als wichtiger</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>relative contribution: mean over tokens of |y − x| / |x|, no unit; larger counts as more important</source>
        <translation>relativer Beitrag: Mittel über die Token von |y − x| / |x|, ohne Einheit; größer gilt als wichtiger</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Adds</source>
        <translation>Zuwachs</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>mean over tokens of cos(y − x, x): above 0 the block adds to what is there, below 0 it erases</source>
        <translation>Mittel über die Token von cos(y − x, x): über 0 verstärkt der Block, was da ist, unter 0 löscht er</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Left out</source>
        <translation>Weggelassen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>measured: mean over tokens of the divergence KL(model || model without the block), nats; larger is more important</source>
        <translation>gemessen: Mittel über die Token der Divergenz KL(Modell || Modell ohne den Block), Nat; größer ist wichtiger</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Output error</source>
        <translation>Ausg.-Fehler</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Σ (w′ − w)²ᵣⱼ E[xⱼ²] / Σ w²ᵣⱼ E[xⱼ²] at the planned format, no unit: what storing a linear does to what it puts out, as if its inputs did not correlate (the weighting of llama.cpp&apos;s imatrix); measured on request</source>
        <translation>Σ (w′ − w)²ᵣⱼ E[xⱼ²] / Σ w²ᵣⱼ E[xⱼ²] im geplanten Format, ohne Einheit: was das Speichern einer Matrix mit ihrer Ausgabe macht, als wären ihre Eingänge unkorreliert (so gewichtet auch die imatrix von llama.cpp); auf Wunsch gemessen</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Output, full</source>
        <translation>Ausg., voll</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tr(D G Dᵀ) / tr(W G Wᵀ) at the planned format, no unit, D = W′ − W and G = XᵀX / T: the output error with all correlations of the inputs, where the profile has their Gram matrix (GPTQ, Frantar et al. 2022)</source>
        <translation>tr(D G Dᵀ) / tr(W G Wᵀ) im geplanten Format, ohne Einheit, D = W′ − W und G = XᵀX / T: der Ausgabefehler mit allen Korrelationen der Eingänge, wo das Profil ihre Gram-Matrix hat (GPTQ, Frantar et al. 2022)</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Sink</source>
        <translation>Senke</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>attention sink: mean over heads of the attention that later tokens spend on the first of their window (Xiao et al. 2023)</source>
        <translation>Aufmerksamkeitssenke: Mittel über die Köpfe der Aufmerksamkeit, die spätere Token dem ersten ihres Fensters widmen (Xiao et al. 2023)</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Kurtosis in</source>
        <translation>Kurt. Eing.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>kurtosis m₄ / m₂² of all values that go into a linear, no unit; a Gaussian has 3</source>
        <translation>Kurtosis m₄ / m₂² aller Werte, die in eine Matrix gehen, ohne Einheit; eine Normalverteilung hat 3</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>largest over median of the channels&apos; largest |x| at the input of a linear, no unit; above 20 the channels need care</source>
        <translation>Größtes ÷ Median der größten |x| der Kanäle am Eingang einer Matrix, ohne Einheit; über 20 brauchen Kanäle Sorgfalt</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Energy in</source>
        <translation>Energie</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>2 Σ E[xⱼ²] over the input channels, the trace of the Hessian of a linear&apos;s squared error: how much goes in, not how much it hurts</source>
        <translation>2 Σ E[xⱼ²] über die Eingangskanäle, die Spur der Hesse-Matrix des quadratischen Fehlers: wie viel hineingeht, nicht wie sehr es schadet</translation>
    </message>
    <message>
        <location line="+20"/>
        <source>largest of its tensors</source>
        <translation>größter Wert seiner Tensoren</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>sum over its tensors</source>
        <translation>Summe über seine Tensoren</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>mean over its weights</source>
        <translation>Mittel über seine Gewichte</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>of the whole block</source>
        <translation>des ganzen Blocks</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>root mean square over its weights</source>
        <translation>quadratisches Mittel über seine Gewichte</translation>
    </message>
</context>
<context>
    <name>phases</name>
    <message>
        <location filename="../ui/panels/phase_words.cpp" line="+20"/>
        <source>reading the headers</source>
        <translation>Köpfe werden gelesen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>statistics and errors</source>
        <translation>Statistik und Fehler</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>statistics</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>compressing</source>
        <translation>wird komprimiert</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>writing</source>
        <translation>wird geschrieben</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>reading back</source>
        <translation>wird zurückgelesen</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+2"/>
        <source>reading the text</source>
        <translation>Text wird gelesen</translation>
    </message>
    <message>
        <location line="-1"/>
        <source>cutting the text into tokens</source>
        <translation>Text wird in Token zerlegt</translation>
    </message>
    <message>
        <location line="+2"/>
        <location line="+1"/>
        <location line="+1"/>
        <location line="+1"/>
        <source>running the model</source>
        <translation>Modell läuft</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>reading the prompt</source>
        <translation>Eingabe wird gelesen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>continuing the text</source>
        <translation>Text wird fortgesetzt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>leaving out one block after another</source>
        <translation>ein Block nach dem anderen wird weggelassen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>running the experts</source>
        <translation>Experten laufen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>output errors</source>
        <translation>Ausgabefehler</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>comparing</source>
        <translation>wird verglichen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>reading the matrix</source>
        <translation>Matrix wird gelesen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>ranking the blocks</source>
        <translation>Blöcke werden geordnet</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>finding the best plans</source>
        <translation>beste Pläne werden gesucht</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>making the report</source>
        <translation>Bericht wird erstellt</translation>
    </message>
</context>
<context>
    <name>plan names</name>
    <message>
        <location filename="../ui/models/plan_words.cpp" line="+21"/>
        <source>without a name</source>
        <translation>ohne Namen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>as stored</source>
        <translation>wie gespeichert</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>%1, %2 % low</source>
        <extracomment>%1 two formats, %2 a number: the share of blocks in the first of them</extracomment>
        <translation>%1, %2 % niedrig</translation>
    </message>
    <message>
        <location line="+36"/>
        <source>%1 edited</source>
        <extracomment>%1 the name of a plan</extracomment>
        <translation>%1, bearbeitet</translation>
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
        <translation>llama.cpp: zweite Hälfte jedes Fensters</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>window: all of each window</source>
        <translation>window: alles von jedem Fenster</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>stride: overlapping windows</source>
        <translation>stride: überlappende Fenster</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>%1 (SHA-256 %2 …) · %3 tokens scored · protocol %4 · windows of %5</source>
        <translation>%1 (SHA-256 %2 …) · %3 Token bewertet · Protokoll %4 · Fenster von %5</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>%1 (SHA-256 %2 …) · protocol %3 · windows of %4</source>
        <translation>%1 (SHA-256 %2 …) · Protokoll %3 · Fenster von %4</translation>
    </message>
    <message>
        <location line="+8"/>
        <location line="+8"/>
        <source>perplexity %1</source>
        <translation>Perplexität %1</translation>
    </message>
    <message>
        <location line="-7"/>
        <source>KL %1, perplexity %2</source>
        <translation>KL %1, Perplexität %2</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>perplexity %1, KL %2 nats per token</source>
        <translation>Perplexität %1, KL %2 Nat je Token</translation>
    </message>
</context>
<context>
    <name>report</name>
    <message>
        <location filename="../ui/plots/report_pictures.cpp" line="+59"/>
        <source>Height: bits per weight, exact. Colour: estimated error of the tensor, darker is less.</source>
        <translation>Höhe: Bit pro Gewicht, genau. Farbe: geschätzter Fehler des Tensors, dunkler ist weniger.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Lines over the bars: the plan %1.</source>
        <translation>Linien über den Balken: der Plan %1.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Bits of every tensor</source>
        <translation>Bits jedes Tensors</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>Over depth</source>
        <translation>Über die Tiefe</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Statistics of the weights are measured, errors estimated. The line in a bar reaches from the lowest to the highest tensor of the block.</source>
        <translation>Die Statistik der Gewichte ist gemessen, Fehler sind geschätzt. Die Linie in einem Balken reicht vom niedrigsten zum höchsten Tensor des Blocks.</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>Size and error</source>
        <translation>Größe und Fehler</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The line is the smallest estimated error at every size; squares are presets, rings are plans. Hollow: estimated.</source>
        <translation>Die Linie ist der kleinste geschätzte Fehler bei jeder Größe; Quadrate sind Voreinstellungen, Ringe sind Pläne. Hohl: geschätzt.</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>Bytes as stored and as planned, exact.</source>
        <translation>Bytes wie gespeichert und wie geplant, genau.</translation>
    </message>
    <message>
        <location line="+21"/>
        <location filename="../ui/plots/report_words.cpp" line="+102"/>
        <source>Bytes by role</source>
        <translation>Bytes nach Rolle</translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../ui/plots/report_words.cpp" line="+1"/>
        <source>Bytes by format</source>
        <translation>Bytes nach Format</translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../ui/plots/report_words.cpp" line="+1"/>
        <source>Bytes by block</source>
        <translation>Bytes nach Block</translation>
    </message>
    <message>
        <location filename="../ui/plots/report_words.cpp" line="-92"/>
        <source>Compression plan of %1</source>
        <translation>Kompressionsplan von %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Made by Bitlathe %1 on %2</source>
        <translation>Erstellt von Bitlathe %1 am %2</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Sizes are exact: scales and padding are counted.</source>
        <translation>Größen sind genau: Skalen und Auffüllung sind mitgezählt.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Errors are estimates. The error of a tensor (NMSE) is the squared distance between the weights as planned and as stored, divided by the squared length of the stored ones; it was computed on the weights themselves. The error of the plan is the mean of that over all weights.</source>
        <translation>Fehler sind Schätzungen. Der Fehler eines Tensors (NMSE) ist der quadrierte Abstand zwischen den geplanten und den gespeicherten Gewichten, geteilt durch die quadrierte Länge der gespeicherten; er wurde an den Gewichten selbst berechnet. Der Fehler des Plans ist das Mittel davon über alle Gewichte.</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>It says nothing about what the model answers: the model was not run. Two plans of the same error can differ in quality, and importance of inputs is not in it.</source>
        <translation>Er sagt nichts darüber, was das Modell antwortet: Das Modell wurde nicht ausgeführt. Zwei Pläne mit gleichem Fehler können sich in der Qualität unterscheiden, und die Wichtigkeit der Eingaben ist nicht enthalten.</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>This plan was made for another checkpoint: names fit, weights are not the same.</source>
        <translation>Dieser Plan wurde für einen anderen Checkpoint gemacht: Namen passen, Gewichte sind nicht dieselben.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>%1 of the source</source>
        <translation>%1 der Quelle</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Locked tensors: %1. Neither the solver nor an edit of a group moves them.</source>
        <translation>Gesperrte Tensoren: %1. Weder der Solver noch das Bearbeiten einer Gruppe bewegt sie.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>No tensor is locked and no rule is set.</source>
        <translation>Kein Tensor ist gesperrt und keine Regel gesetzt.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Tensors that change their format</source>
        <translation>Tensoren, die ihr Format ändern</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Tensors that differ from the plan %1</source>
        <translation>Tensoren, die vom Plan %1 abweichen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Tensors with the largest estimated error</source>
        <translation>Tensoren mit dem größten geschätzten Fehler</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1 of the estimated error of the plan are in these %2 tensors.</source>
        <translation>%1 des geschätzten Fehlers des Plans liegen in diesen %2 Tensoren.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>None.</source>
        <translation>Keine.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>and %1 more; the JSON report has all of them</source>
        <translation>und %1 weitere; der JSON-Bericht enthält alle</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Save the plan, then run:</source>
        <translation>Den Plan speichern, dann ausführen:</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Written in %1 s, read back and compared: %2 of %2 tensors are equal (measured).</source>
        <translation>In %1 s geschrieben, zurückgelesen und verglichen: %2 von %2 Tensoren sind gleich (gemessen).</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>bits per weight</source>
        <translation>Bit pro Gewicht</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>exact</source>
        <translation>genau</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>estimated</source>
        <translation>geschätzt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>file to be written</source>
        <translation>zu schreibende Datei</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>weight error</source>
        <translation>Gewichtsfehler</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>architecture</source>
        <translation>Architektur</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>container</source>
        <translation>Container</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>blocks</source>
        <translation>Blöcke</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>size of the source</source>
        <translation>Größe der Quelle</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>bytes of tensors</source>
        <translation>Bytes der Tensoren</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>bytes of the file</source>
        <translation>Bytes der Datei</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>weight error, estimated</source>
        <translation>Gewichtsfehler, geschätzt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tensors</source>
        <translation>Tensoren</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>change their format</source>
        <translation>ändern ihr Format</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>locked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Locks and rules</source>
        <translation>Sperren und Regeln</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>exactly</source>
        <translation>genau</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>at least</source>
        <translation>mindestens</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Figures</source>
        <translation>Abbildungen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Where the bytes are</source>
        <translation>Wo die Bytes sind</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>format</source>
        <translation>Format</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>block</source>
        <translation>Block</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>outside of blocks</source>
        <translation>außerhalb von Blöcken</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>as stored</source>
        <translation>wie gespeichert</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>as planned</source>
        <translation>wie geplant</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>share of the plan</source>
        <translation>Anteil am Plan</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>tensor</source>
        <translation>Tensor</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>there</source>
        <translation>dort</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>NMSE est.</source>
        <translation>NMSE gesch.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>share of error est.</source>
        <translation>Anteil am Fehler gesch.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>why</source>
        <translation>warum</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Compared plan</source>
        <translation>Verglichener Plan</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>History of the plan</source>
        <translation>Verlauf des Plans</translation>
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
        <translation>gate, up</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>q, k, v</source>
        <translation>q, k, v</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>o</source>
        <translation>o</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>embed</source>
        <translation>embed</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>other</source>
        <translation>andere</translation>
    </message>
</context>
<context>
    <name>taps</name>
    <message>
        <location filename="../ui/models/tap_text.cpp" line="+25"/>
        <source>residual stream before the block</source>
        <translation>Residualstrom vor dem Block</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>input of q, k and v</source>
        <translation>Eingang von q, k und v</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>input of the attention&apos;s output matrix</source>
        <translation>Eingang der Ausgangsmatrix der Attention</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>residual stream between attention and feed-forward network</source>
        <translation>Residualstrom zwischen Attention und Feed-forward-Netz</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>input of gate and up</source>
        <translation>Eingang von gate und up</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>input of down</source>
        <translation>Eingang von down</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>residual stream after the block</source>
        <translation>Residualstrom nach dem Block</translation>
    </message>
</context>
<context>
    <name>tensors</name>
    <message>
        <location filename="../ui/models/tensor_cells.cpp" line="+33"/>
        <source>%1 expert %2</source>
        <translation>%1 Experte %2</translation>
    </message>
    <message>
        <location line="+6"/>
        <location filename="../ui/models/tensor_rows.cpp" line="+52"/>
        <source>block %1</source>
        <translation>Block %1</translation>
    </message>
    <message>
        <location line="+43"/>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>block</source>
        <translation>Block</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>shape</source>
        <translation>Form</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>stored</source>
        <translation>gespeichert</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>planned</source>
        <translation>geplant</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>bits</source>
        <translation>Bits</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>error est.</source>
        <translation>Fehler gesch.</translation>
    </message>
</context>
<context>
    <name>token_words</name>
    <message>
        <location filename="../ui/models/token_words.cpp" line="+44"/>
        <source>id %1</source>
        <comment>of a token</comment>
        <translation>Id %1</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1 (first)</source>
        <comment>token, first of its window</comment>
        <translation>%1 (erstes)</translation>
    </message>
</context>
<context>
    <name>tokens</name>
    <message>
        <location filename="../ui/models/token_text.cpp" line="+122"/>
        <source>token %1 of window %2</source>
        <translation>Token %1 von Fenster %2</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>position</source>
        <translation>Position</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>id</source>
        <translation>ID</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>token</source>
        <translation>Token</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>loss of the plan, nats</source>
        <translation>Verlust des Plans, Nat</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>loss of the original, nats</source>
        <translation>Verlust des Originals, Nat</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>KL, nats</source>
        <translation>KL, Nat</translation>
    </message>
</context>
</TS>
