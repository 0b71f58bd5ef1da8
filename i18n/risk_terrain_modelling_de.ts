<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>RiskTerrainModelling</name>
    <message>
        <source> (in the model)</source>
        <translation> (im Modell)</translation>
    </message>
    <message>
        <source> (nearest: {length})</source>
        <translation> (nächstes Objekt: {length})</translation>
    </message>
    <message>
        <source> ({n} for a time as long)</source>
        <translation> ({n} für eine ebenso lange Zeit)</translation>
    </message>
    <message>
        <source> ({percent:.9g}% interval: {low} to {high})</source>
        <translation> ({percent:.9g}%-Intervall: {low} bis {high})</translation>
    </message>
    <message>
        <source> ({percent} of cells)</source>
        <translation> ({percent} der Zellen)</translation>
    </message>
    <message>
        <source> (×{where_acts} in {percent} of cells)</source>
        <translation> (×{where_acts} in {percent} der Zellen)</translation>
    </message>
    <message>
        <source> No longer sure of their sign: {unsure}.</source>
        <translation> Beim Vorzeichen nicht mehr sicher: {unsure}.</translation>
    </message>
    <message>
        <source> in the {compared:,} of these whose blocks have any</source>
        <translation> (nur Orte mit Maßnahme in Blöcken mit Kontrollort: {compared:,})</translation>
    </message>
    <message>
        <source> where it acts, in {percent} of the cells, and by {multiplier} for the place</source>
        <translation> dort, wo sie wirkt, in {percent} der Zellen, und mit {multiplier} für den Ort</translation>
    </message>
    <message>
        <source>%(factor)s: every variable that was tried</source>
        <translation>%(factor)s: alle versuchten Variablen</translation>
    </message>
    <message>
        <source>%(landscape)s landscape&lt;br&gt;%(around)s around&lt;br&gt;%(here)s here</source>
        <translation>%(landscape)s Umfeld&lt;br&gt;%(around)s ringsum&lt;br&gt;%(here)s hier</translation>
    </message>
    <message>
        <source>%(low)s to %(high)s</source>
        <translation>%(low)s bis %(high)s</translation>
    </message>
    <message>
        <source>%(max_blocks)s blocks (%(block_length)s)</source>
        <translation>%(max_blocks)s Blöcke (%(block_length)s)</translation>
    </message>
    <message>
        <source>%(n)s places, each at least %(buffer)s from any other.</source>
        <translation>%(n)s Orte, jeder mindestens %(buffer)s von jedem anderen entfernt.</translation>
    </message>
    <message>
        <source>%(n)s places.</source>
        <translation>%(n)s Orte.</translation>
    </message>
    <message>
        <source>%(n)s random shifts</source>
        <translation>%(n)s zufällige Verschiebungen</translation>
    </message>
    <message>
        <source>%(n_cells)s cells of equal weight; %(n_incidents)s later incidents count in them.</source>
        <translation>%(n_cells)s Zellen gleichen Gewichts; %(n_incidents)s spätere Vorfälle zählen in ihnen.</translation>
    </message>
    <message>
        <source>%(n_cells)s cells; people of %(n_areas)s areas, each by the part of its area that lies in the cells.</source>
        <translation>%(n_cells)s Zellen; Personen aus %(n_areas)s Gebieten, jedes nach dem Teil seiner Fläche, der in den Zellen liegt.</translation>
    </message>
    <message>
        <source>&apos;{crs}&apos; is no known CRS: write it for example as EPSG:27700.</source>
        <translation>„{crs}“ ist kein bekanntes KBS: Schreiben Sie es zum Beispiel als EPSG:27700.</translation>
    </message>
    <message>
        <source>&apos;{entry}&apos; gives no factor a name to show: write it as factor = name to show.</source>
        <translation>„{entry}“ gibt keinem Faktor einen anzuzeigenden Namen: Schreiben Sie Faktor = anzuzeigender Name.</translation>
    </message>
    <message>
        <source>&apos;{label}&apos; ({key}) is {value}, which is no choice: use {words}.</source>
        <translation>„{label}“ ({key}) hat den Wert {value}, der nicht zur Wahl steht: Verwenden Sie {words}.</translation>
    </message>
    <message>
        <source>&apos;{label}&apos; has a character that no name and no text may have ({text}): type it again.</source>
        <translation>„{label}“ enthält ein Zeichen, das in keinem Namen und keinem Text stehen kann ({text}): Geben Sie den Text neu ein.</translation>
    </message>
    <message>
        <source>&apos;{label}&apos; is &apos;{destination}&apos;, which is no file on this machine: give the path of a file.</source>
        <translation>„{label}“ ist „{destination}“ und damit keine Datei auf diesem Rechner: Geben Sie den Pfad einer Datei an.</translation>
    </message>
    <message>
        <source>&apos;{label}&apos; is &apos;{path}&apos;, where QGIS reads the % as part of a code: use a name without it.</source>
        <translation>„{label}“ ist „{path}“, worin QGIS das % als Teil eines Codes liest: Verwenden Sie einen Namen ohne dieses Zeichen.</translation>
    </message>
    <message>
        <source>&apos;{label}&apos; is {number}, which is no number: correct it.</source>
        <translation>„{label}“ hat den Wert {number}, der keine Zahl ist: Korrigieren Sie ihn.</translation>
    </message>
    <message>
        <source>&apos;{label}&apos; is {value}, which {problem}: correct it.</source>
        <translation>„{label}“ hat den Wert {value}; das {problem}: Korrigieren Sie ihn.</translation>
    </message>
    <message>
        <source>&apos;{method}&apos; is no test of a ratio; use {tests}.</source>
        <translation>„{method}“ ist kein Test eines Verhältnisses; verwenden Sie {tests}.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos;</source>
        <translation>„{name}“</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; cannot be read beyond row {read}: {reason}. Correct the row, or export the file again.</source>
        <translation>„{name}“ kann nur bis Zeile {read} gelesen werden: {reason}. Berichtigen Sie die Zeile, oder exportieren Sie die Datei neu.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; gives months only, no days: incidents cannot be filtered by weekday.</source>
        <translation>„{name}“ gibt nur Monate an, keine Tage: Vorfälle können nicht nach Wochentag gefiltert werden.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; gives no time of day: incidents cannot be filtered by hour.</source>
        <translation>„{name}“ gibt keine Uhrzeit an: Vorfälle können nicht nach Stunde gefiltert werden.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; has no column &apos;{column}&apos; for the {meaning}; its columns are {columns_as_text}.</source>
        <translation>„{name}“ hat keine Spalte „{column}“ für {meaning}; vorhandene Spalten: {columns_as_text}.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; has no column known as a date.</source>
        <translation>„{name}“ hat keine Spalte, die als Datum bekannt ist.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; has no column known as a date: name it, or do not filter by date or weekday.</source>
        <translation>„{name}“ hat keine Spalte, die als Datum bekannt ist: Nennen Sie sie, oder filtern Sie nicht nach Datum oder Wochentag.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; has no column known as the type of crime: name it, or do not filter by type.</source>
        <translation>„{name}“ hat keine Spalte, die als Deliktart bekannt ist: Nennen Sie sie, oder filtern Sie nicht nach Art.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; has no columns that are known as coordinates: name the columns of x (longitude, easting) and y (latitude, northing). Its columns are {columns_as_text}.</source>
        <translation>„{name}“ hat keine Spalten, die als Koordinaten bekannt sind: Nennen Sie die Spalten für x (geographische Länge, Rechtswert) und y (geographische Breite, Hochwert). Vorhandene Spalten: {columns_as_text}.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; has no header in its first row: is the file empty?</source>
        <translation>„{name}“ hat keine Kopfzeile in der ersten Zeile: Ist die Datei leer?</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; has no row with coordinates: check the file.</source>
        <translation>„{name}“ hat keine Zeile mit Koordinaten: Prüfen Sie die Datei.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; has the row &apos;{kind}, {factor}&apos;: it needs a class and its factor.</source>
        <translation>„{name}“ hat die Zeile „{kind}, {factor}“: Nötig sind eine Klasse und ihr Faktor.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; has {group:,.0f} people, and there are {all:,.0f} in all: choose the field that counts all people.</source>
        <translation>„{name}“ hat {group:,.0f} Personen, und insgesamt sind es {all:,.0f}: Wählen Sie das Feld, das alle Personen zählt.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; holds the same incidents before and after, and nothing tells them apart: give another layer, or filter, of those before, or choose the date field.</source>
        <translation>„{name}“ enthält vorher und nachher dieselben Vorfälle, und nichts unterscheidet sie: Geben Sie für die Vorfälle vorher einen anderen Layer oder Filter an, oder wählen Sie das Datumsfeld.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is an Excel or zip file, not text: save the sheet as CSV, or unzip it, first.</source>
        <translation>„{name}“ ist eine Excel- oder Zip-Datei, kein Text: Speichern Sie zuerst das Tabellenblatt als CSV, oder entpacken Sie die Datei.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is not a text file: export it as CSV.</source>
        <translation>„{name}“ ist keine Textdatei: Exportieren Sie sie als CSV.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is not in the encoding {encoding}: leave the encoding empty to have it found, or give another.</source>
        <translation>„{name}“ hat nicht die Kodierung {encoding}: Lassen Sie die Kodierung leer, damit sie erkannt wird, oder geben Sie eine andere an.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is read as {encoding}, but some of its letters look like UTF-8 ({n_utf8:,}), as if two files were joined: look at the names in it, and give its encoding if they are wrong.</source>
        <translation>„{name}“ wird als {encoding} gelesen, aber einige Buchstaben sehen nach UTF-8 aus ({n_utf8:,}), als wären zwei Dateien zusammengefügt worden: Sehen Sie sich die Namen darin an, und geben Sie die Kodierung an, wenn sie falsch sind.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is read as {encoding}, in which some of its bytes mean nothing ({n_bad:,}, the first in row {row}): each becomes &apos;�&apos;. Give its encoding, or export it again.</source>
        <translation>„{name}“ wird als {encoding} gelesen; einige Bytes haben darin keine Bedeutung ({n_bad:,}, das erste in Zeile {row}): Jedes wird zum Ersatzzeichen (U+FFFD). Geben Sie die Kodierung an, oder exportieren Sie die Datei neu.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is split by {shown}.</source>
        <translation>„{name}“ wird aufgeteilt nach: {shown}.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is {value:g} in an area, and people are never fewer than 0: correct the field.</source>
        <translation>„{name}“ ist in einem Gebiet {value:g}, und Personen sind nie weniger als 0: Berichtigen Sie das Feld.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; names no classes: it needs a column of codes and, right of it, one of names.</source>
        <translation>„{name}“ nennt keine Klassen: Nötig sind eine Spalte mit Codes und rechts davon eine mit Namen.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; seems to have one column only, &apos;{line}&apos;: its values must be separated by commas, semicolons, tabs or |, with the columns&apos; names in the first row.</source>
        <translation>„{name}“ scheint nur eine Spalte zu haben, „{line}“: Die Werte müssen durch Kommas, Semikolons, Tabulatoren oder | getrennt sein, mit den Namen der Spalten in der ersten Zeile.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos;: column &apos;{column}&apos; is no id, because values stand in many rows (&apos;{value}&apos; in {count} of {n_rows}): no row is left out as a duplicate by it. Name another column of the id, if there is one.</source>
        <translation>„{name}“: Die Spalte „{column}“ ist keine ID, weil Werte in vielen Zeilen stehen („{value}“ in {count} von {n_rows}): Nach ihr wird keine Zeile als Dublette ausgelassen. Nennen Sie eine andere Spalte als ID, wenn es eine gibt.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos;: give the columns of both coordinates, x and y, or neither.</source>
        <translation>„{name}“: Geben Sie die Spalten beider Koordinaten an, x und y, oder keine von beiden.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos;: values of column &apos;{column}&apos; that stand in many rows (&apos;{value}&apos; in {count} of {n_rows}) are no ids: no row with one is left out as a duplicate.</source>
        <translation>„{name}“: Werte der Spalte „{column}“, die in vielen Zeilen stehen („{value}“ in {count} von {n_rows}), sind keine IDs: Keine Zeile mit einem solchen Wert wird als Dublette ausgelassen.</translation>
    </message>
    <message>
        <source>&apos;{output}&apos; and &apos;{other}&apos; would be the same file &apos;{path}&apos;: give each a name of its own.</source>
        <translation>„{output}“ und „{other}“ wären dieselbe Datei „{path}“: Geben Sie jeder Ausgabe einen eigenen Namen.</translation>
    </message>
    <message>
        <source>&apos;{output}&apos; would replace the file &apos;{path}&apos;, which is read as &apos;{input}&apos;: give the output another name.</source>
        <translation>„{output}“ würde die Datei „{path}“ ersetzen, die als „{input}“ gelesen wird: Geben Sie der Ausgabe einen anderen Namen.</translation>
    </message>
    <message>
        <source>&apos;{part}&apos; is no range of hours: write for example 22-4 (from 22:00 until 4:00) or 7-9, 16-19.</source>
        <translation>„{part}“ ist kein Bereich von Stunden: Schreiben Sie zum Beispiel 22-4 (von 22:00 bis 4:00) oder 7-9, 16-19.</translation>
    </message>
    <message>
        <source>&apos;{path}&apos; cannot be read: it is no file but a folder, a pipe or a device; check the path.</source>
        <translation>„{path}“ kann nicht gelesen werden, denn es ist keine Datei, sondern ein Ordner, eine Pipe oder ein Gerät: Prüfen Sie den Pfad.</translation>
    </message>
    <message>
        <source>&apos;{path}&apos; cannot be read: {reason}; check the path and the rights.</source>
        <translation>„{path}“ kann nicht gelesen werden: {reason}; prüfen Sie den Pfad und die Rechte.</translation>
    </message>
    <message>
        <source>&apos;{path}&apos; cannot be written: {reason}.</source>
        <translation>„{path}“ kann nicht geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>&apos;{path}&apos; keeps no geometry: for a layer let its name end in .gpkg.</source>
        <translation>„{path}“ bewahrt keine Geometrie: Für einen Layer muss der Name auf .gpkg enden.</translation>
    </message>
    <message>
        <source>&apos;{path}&apos; was written to by somebody else during the run: run it again.</source>
        <translation>„{path}“ wurde während des Laufs von anderer Seite beschrieben: Führen Sie ihn noch einmal aus.</translation>
    </message>
    <message>
        <source>&apos;{scaling}&apos; is no scaling; use {scalings}.</source>
        <translation>„{scaling}“ ist keine Skalierung; verwenden Sie {scalings}.</translation>
    </message>
    <message>
        <source>&apos;{split}&apos; is neither a date nor a share: write 2022-07-01, 2022-07, 0.5 or 50%.</source>
        <translation>„{split}“ ist weder ein Datum noch ein Anteil: Schreiben Sie 2022-07-01, 2022-07, 0.5 oder 50%.</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; is no date: write it as 2014-09-30, or 2014-09 for the whole month.</source>
        <translation>„{text}“ ist kein Datum: Schreiben Sie es als 2014-09-30, oder als 2014-09 für den ganzen Monat.</translation>
    </message>
    <message>
        <source>&apos;{value}&apos; is no design; use {known}.</source>
        <translation>„{value}“ ist kein Plan; verwenden Sie {known}.</translation>
    </message>
    <message>
        <source>&apos;{word}&apos; of {key} is no number above 0: write for example 1,5,10.</source>
        <translation>„{word}“ bei {key} ist keine Zahl über 0: Schreiben Sie zum Beispiel 1,5,10.</translation>
    </message>
    <message>
        <source>(intercept)</source>
        <translation>(Achsenabschnitt)</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(keine)</translation>
    </message>
    <message>
        <source>+1 to +2 SD</source>
        <translation>+1 bis +2 SD</translation>
    </message>
    <message>
        <source>+1 to +2 SD ({0} to {1})</source>
        <translation>+1 bis +2 SD ({0} bis {1})</translation>
    </message>
    <message>
        <source>, before the others are taken into account.</source>
        <translation>, bevor die anderen berücksichtigt werden.</translation>
    </message>
    <message>
        <source>, or </source>
        <translation>, oder </translation>
    </message>
    <message>
        <source>, protective</source>
        <translation>, schützend</translation>
    </message>
    <message>
        <source>, seed {seed}</source>
        <translation>, Startwert {seed}</translation>
    </message>
    <message>
        <source>, up to {distance} {unit}</source>
        <translation>, bis {distance}&#xa0;{unit}</translation>
    </message>
    <message>
        <source>0 where it cannot be judged for incidents without a date, otherwise 1</source>
        <translation>0, wo es wegen Vorfällen ohne Datum nicht beurteilt werden kann, sonst 1</translation>
    </message>
    <message>
        <source>0: as many as there are.</source>
        <translation>0: so viele, wie es gibt.</translation>
    </message>
    <message>
        <source>1</source>
        <translation>1</translation>
    </message>
    <message>
        <source>1  Study area and incidents</source>
        <translation>1  Gebiet und Vorfälle</translation>
    </message>
    <message>
        <source>1 cell</source>
        <translation>1 Zelle</translation>
    </message>
    <message>
        <source>1 deal</source>
        <translation>1 Verteilung</translation>
    </message>
    <message>
        <source>1 feature</source>
        <translation>1 Objekt</translation>
    </message>
    <message>
        <source>1 feature of &apos;{layer}&apos; has no name in &apos;{field}&apos; and is left out.</source>
        <translation>1 Objekt von „{layer}“ hat keinen Namen in „{field}“ und wird weggelassen.</translation>
    </message>
    <message>
        <source>1 incident</source>
        <translation>1 Vorfall</translation>
    </message>
    <message>
        <source>1 incident of &apos;{name}&apos; has no date in &apos;{field}&apos; and is left out.</source>
        <translation>1 Vorfall von &apos;{name}&apos; hat kein Datum in &apos;{field}&apos; und wird ausgelassen.</translation>
    </message>
    <message>
        <source>1 place</source>
        <translation>1 Ort</translation>
    </message>
    <message>
        <source>1 priority place</source>
        <translation>1 Schwerpunktort</translation>
    </message>
    <message>
        <source>1 risk factor</source>
        <translation>1 Risikofaktor</translation>
    </message>
    <message>
        <source>1 treated day of a place</source>
        <translation>1 Ortstag mit Maßnahme</translation>
    </message>
    <message>
        <source>1 untreated one</source>
        <translation>1 Ortstag ohne</translation>
    </message>
    <message>
        <source>1 variable</source>
        <translation>1 Variable</translation>
    </message>
    <message>
        <source>1 warning</source>
        <translation>1 Warnung</translation>
    </message>
    <message>
        <source>1. Who and when</source>
        <translation>1. Wer und wann</translation>
    </message>
    <message>
        <source>2  Risk factors</source>
        <translation>2  Risikofaktoren</translation>
    </message>
    <message>
        <source>2. Units</source>
        <translation>2. Einheiten</translation>
    </message>
    <message>
        <source>3  Settings</source>
        <translation>3  Einstellungen</translation>
    </message>
    <message>
        <source>3. Treatment and outcome</source>
        <translation>3. Maßnahme und Zielgröße</translation>
    </message>
    <message>
        <source>3.0 (complete)</source>
        <translation>3.0 (vollständig)</translation>
    </message>
    <message>
        <source>4  Run</source>
        <translation>4  Lauf</translation>
    </message>
    <message>
        <source>4. Allocation</source>
        <translation>4. Zuteilung</translation>
    </message>
    <message>
        <source>4.0 (unverified fields are marked)</source>
        <translation>4.0 (ungeprüfte Felder sind gekennzeichnet)</translation>
    </message>
    <message>
        <source>4.0: the current one, with what is not verified marked. 3.0: of March 2024, complete.</source>
        <translation>4.0: die aktuelle, wobei Ungeprüftes gekennzeichnet ist. 3.0: vom März 2024, vollständig.</translation>
    </message>
    <message>
        <source>5  Results</source>
        <translation>5  Ergebnisse</translation>
    </message>
    <message>
        <source>5. Analysis</source>
        <translation>5. Auswertung</translation>
    </message>
    <message>
        <source>6. What it can tell</source>
        <translation>6. Was er sagen kann</translation>
    </message>
    <message>
        <source>7. What it cannot</source>
        <translation>7. Was er nicht sagen kann</translation>
    </message>
    <message>
        <source>8. The places</source>
        <translation>8. Die Orte</translation>
    </message>
    <message>
        <source>95% high</source>
        <translation>95% oben</translation>
    </message>
    <message>
        <source>95% interval {low} to {high} points</source>
        <translation>95%-Intervall {low} bis {high} Punkte</translation>
    </message>
    <message>
        <source>95% intervals</source>
        <translation>95%-Intervalle</translation>
    </message>
    <message>
        <source>95% low</source>
        <translation>95% unten</translation>
    </message>
    <message>
        <source>95% of the halves</source>
        <translation>95% der Hälften</translation>
    </message>
    <message>
        <source>95%% interval</source>
        <translation>95%%-Intervall</translation>
    </message>
    <message>
        <source>: with {n} factors about {seconds:,.0f} seconds and {megabytes:,.0f} MB</source>
        <translation>: mit {n} Faktoren etwa {seconds:,.0f} Sekunden und {megabytes:,.0f} MB</translation>
    </message>
    <message>
        <source>; chosen: α %(alpha)s, penalty %(penalty)s, deviance %(deviance)s</source>
        <translation>; gewählt: α %(alpha)s, Strafterm %(penalty)s, Devianz %(deviance)s</translation>
    </message>
    <message>
        <source>; expected: {landscape} by the landscape, {around} by what happens around, {here} here</source>
        <translation>; erwartet: {landscape} nach dem Umfeld, {around} nach dem Geschehen ringsum, {here} nach dem hier</translation>
    </message>
    <message>
        <source>&lt;{name}: save it as a file&gt;</source>
        <translation>&lt;{name}: als Datei speichern&gt;</translation>
    </message>
    <message>
        <source>A CSV file of two columns, class and factor: classes with the same factor make one layer. A class may be a code, the beginning of one, a value or a name.</source>
        <translation>Eine CSV-Datei mit zwei Spalten, class und factor: Klassen mit demselben Faktor ergeben einen Layer. Eine Klasse kann ein Code, der Anfang eines Codes, ein Wert oder ein Name sein.</translation>
    </message>
    <message>
        <source>A GeoPackage with a layer for each factor, named after it; layers of the same names are replaced, others in the file stay. Skipped: temporary layers.</source>
        <translation>Ein GeoPackage mit einem Layer für jeden Faktor, nach ihm benannt; Layer gleichen Namens werden ersetzt, andere in der Datei bleiben. Übersprungen: temporäre Layer.</translation>
    </message>
    <message>
        <source>A bandwidth of {bandwidth} is too small for cells of {cell_size}: use a bandwidth of several cells.</source>
        <translation>Eine Bandbreite von {bandwidth} ist zu klein für Zellen von {cell_size}: Verwenden Sie eine Bandbreite von mehreren Zellen.</translation>
    </message>
    <message>
        <source>A batch that was cancelled or killed goes on where it was when it is started again with the same folder: finished runs are not made again, unless their data, settings or versions have changed.</source>
        <translation>Ein abgebrochener oder abgestürzter Stapel macht dort weiter, wo er war, wenn er mit demselben Ordner erneut gestartet wird: Fertige Läufe werden nicht noch einmal gerechnet, es sei denn, ihre Daten, Einstellungen oder Versionen haben sich geändert.</translation>
    </message>
    <message>
        <source>A block is a stretch of street from one junction to the next; dead ends are none. Junctions are where three lines or more share a vertex, whether the lines are cut there or not. The typical length is the median, of all blocks that lie at least by half in the study area.</source>
        <translation>Ein Block ist ein Straßenstück von einer Kreuzung zur nächsten; Sackgassen sind keine Blöcke. Kreuzungen sind dort, wo drei oder mehr Linien einen Stützpunkt gemeinsam haben, gleich ob die Linien dort geteilt sind oder nicht. Die typische Länge ist der Median aller Blöcke, die mindestens zur Hälfte im Untersuchungsgebiet liegen.</translation>
    </message>
    <message>
        <source>A block is typically {median} long: half of the {n_blocks} blocks are between {lower} and {upper}.</source>
        <translation>Typische Länge eines Blocks: {median}; die Hälfte der {n_blocks} Blöcke liegt zwischen {lower} und {upper}.</translation>
    </message>
    <message>
        <source>A block of {n} has nobody to compare with: use 2 or more.</source>
        <translation>Ein Block von {n} hat nichts zum Vergleichen: Verwenden Sie 2 oder mehr.</translation>
    </message>
    <message>
        <source>A budget of area</source>
        <translation>Ein Flächenbudget</translation>
    </message>
    <message>
        <source>A calendar is judged by the incidents&apos; days: choose their date field.</source>
        <translation>Ein Kalender wird nach den Tagen der Vorfälle beurteilt: Wählen Sie deren Datumsfeld.</translation>
    </message>
    <message>
        <source>A cell where ‘{factor}’ are concentrated (density within {reach})</source>
        <translation>Eine Zelle mit hoher Dichte von „{factor}“ (im Umkreis von {reach})</translation>
    </message>
    <message>
        <source>A cell within {reach} of ‘{factor}’</source>
        <translation>Eine Zelle im Umkreis von {reach} um „{factor}“</translation>
    </message>
    <message>
        <source>A closer look at the values</source>
        <translation>Die Werte genauer betrachtet</translation>
    </message>
    <message>
        <source>A combination cannot count as seen from {fewest} cells on; use a number from 1, usually {usual}.</source>
        <translation>Eine Kombination kann nicht ab {fewest} Zellen als gesehen gelten; verwenden Sie eine Zahl ab 1, üblicherweise {usual}.</translation>
    </message>
    <message>
        <source>A combination of factors counts as seen where at least so many of the cells that the model was fitted to had it.</source>
        <translation>Eine Kombination von Faktoren gilt als gesehen, wenn mindestens so viele der Zellen, auf die das Modell angepasst wurde, sie hatten.</translation>
    </message>
    <message>
        <source>A confidence level of {level:.9g}% is of no use: use for example 90, 95 or 99.</source>
        <translation>Ein Konfidenzniveau von {level:.9g}% ist unbrauchbar: Verwenden Sie zum Beispiel 90, 95 oder 99.</translation>
    </message>
    <message>
        <source>A correlation is taken for a cause, or a chance finding for a fact.</source>
        <translation>Eine Korrelation wird für eine Ursache gehalten, oder ein Zufallsbefund für eine Tatsache.</translation>
    </message>
    <message>
        <source>A count below 0 is none: check the incidents.</source>
        <translation>Eine Anzahl unter 0 ist keine: Prüfen Sie die Vorfälle.</translation>
    </message>
    <message>
        <source>A crossover has no time before, and begins as its calendar says: other first days are passed over.</source>
        <translation>Ein täglicher Wechsel (Crossover) hat keine Zeit vorher und beginnt, wie sein Kalender sagt: Andere erste Tage werden übergangen.</translation>
    </message>
    <message>
        <source>A crossover needs its first day, for the calendar: give it, such as 2025-03-01.</source>
        <translation>Ein täglicher Wechsel (Crossover) braucht für den Kalender seinen ersten Tag: Geben Sie ihn an, etwa 2025-03-01.</translation>
    </message>
    <message>
        <source>A crossover of less than a week cannot be drawn: let it last longer.</source>
        <translation>Ein täglicher Wechsel (Crossover) von weniger als einer Woche kann nicht ausgelost werden: Lassen Sie ihn länger dauern.</translation>
    </message>
    <message>
        <source>A delimited text file (by |, commas, semicolons or tabs) with a header and coordinates, such as Points of Interest as they are delivered.</source>
        <translation>Eine Textdatei mit Trennzeichen (|, Komma, Semikolon oder Tabulator), Kopfzeile und Koordinaten, etwa Points of Interest, wie sie geliefert werden.</translation>
    </message>
    <message>
        <source>A factor acts in the cells whose centre lies within a distance of one of its features.</source>
        <translation>Ein Faktor wirkt in den Zellen, deren Mittelpunkt bis zu einer bestimmten Entfernung von einem seiner Objekte liegt.</translation>
    </message>
    <message>
        <source>A factor acts where its features are concentrated: where their kernel density is at least the mean plus two standard deviations over all cells.</source>
        <translation>Ein Faktor wirkt, wo seine Objekte konzentriert sind: wo ihre Kerndichte mindestens den Mittelwert plus zwei Standardabweichungen über alle Zellen erreicht.</translation>
    </message>
    <message>
        <source>A factor had to stand out to be selected, which makes its value too high on average; the shrunken value is the one that makes what was seen most likely, given that it had to be seen. Where it is 1, the factor stood out no more than it had to.</source>
        <translation>Ein Faktor musste hervorstechen, um ausgewählt zu werden; dadurch ist sein Wert im Mittel zu hoch. Der geschrumpfte Wert ist der, unter dem das Gesehene am wahrscheinlichsten ist – unter der Bedingung, dass es zu sehen sein musste. Wo er 1 ist, stach der Faktor nicht stärker hervor, als er musste.</translation>
    </message>
    <message>
        <source>A factor may be missing.</source>
        <translation>Vielleicht fehlt ein Faktor.</translation>
    </message>
    <message>
        <source>A few cells hold far more incidents than their surroundings explain: look at the largest cells.</source>
        <translation>Einige wenige Zellen enthalten weit mehr Vorfälle, als ihre Umgebung erklärt: Sehen Sie sich die größten Zellen an.</translation>
    </message>
    <message>
        <source>A file cannot be read or written ({reason}: {path}): check the path, the rights and the space that is left on the disk.</source>
        <translation>Eine Datei kann nicht gelesen oder geschrieben werden ({reason}: {path}): Prüfen Sie den Pfad, die Rechte und den freien Platz auf dem Datenträger.</translation>
    </message>
    <message>
        <source>A first sift of all variables by penalised regression, judged on cells that were held back.</source>
        <translation>Ein erstes Aussieben aller Variablen durch penalisierte Regression, gemessen an zurückgehaltenen Zellen.</translation>
    </message>
    <message>
        <source>A folder in which a large run keeps what is finished: each factor&apos;s variables, the culling, and that of each resample. It takes them up again after it was cancelled or killed, if layers and settings are the same; what was begun is done again. It is emptied of that at the end; pieces of runs that were given up (.rtm-piece) may be deleted. Empty: nothing is kept.</source>
        <translation>Ein Ordner, in dem ein großer Lauf aufbewahrt, was fertig ist: die Variablen jedes Faktors, die Vorauswahl und die jeder Wiederholungsstichprobe. Nach Abbruch oder Absturz nimmt er sie wieder auf, wenn Layer und Einstellungen dieselben sind; was erst begonnen war, wird neu gerechnet. Am Ende wird der Ordner davon geleert; Stücke aufgegebener Läufe (.rtm-piece) dürfen gelöscht werden. Leer: Nichts wird aufbewahrt.</translation>
    </message>
    <message>
        <source>A high density of {factor} (within {reach})</source>
        <translation>Eine hohe Dichte von {factor} (im Umkreis von {reach})</translation>
    </message>
    <message>
        <source>A largest p-value of {p_limit} is not a probability; use for example 0.05.</source>
        <translation>Ein größter p-Wert von {p_limit} ist keine Wahrscheinlichkeit; verwenden Sie zum Beispiel 0.05.</translation>
    </message>
    <message>
        <source>A layer of a GeoPackage cannot be called &apos;{layer}&apos;: choose another name; a class gets one with a merge table.</source>
        <translation>Ein Layer eines GeoPackage kann nicht „{layer}“ heißen: Wählen Sie einen anderen Namen; eine Klasse erhält ihn durch eine Zusammenfassungstabelle.</translation>
    </message>
    <message>
        <source>A layer of places, of points as a rule. Give either this or a text file.</source>
        <translation>Ein Layer von Orten, in der Regel Punkte. Geben Sie entweder diesen oder eine Textdatei an.</translation>
    </message>
    <message>
        <source>A layer that has this field is split into one risk factor for each of its values, such as the class of points of interest.</source>
        <translation>Ein Layer mit diesem Feld wird in einen Risikofaktor für jeden seiner Werte aufgeteilt, etwa nach der Klasse von POI.</translation>
    </message>
    <message>
        <source>A layer without any geometry has no extent; use a layer that has features.</source>
        <translation>Ein Layer ganz ohne Geometrie hat keine Ausdehnung; verwenden Sie einen Layer, der Objekte hat.</translation>
    </message>
    <message>
        <source>A line below the title, as you like it. Empty: none, and the same model gives the same file.</source>
        <translation>Eine Zeile unter dem Titel, nach Belieben. Leer: keine, und dasselbe Modell ergibt dieselbe Datei.</translation>
    </message>
    <message>
        <source>A line near the top, as you like it. Empty: none, and the same model gives the same files.</source>
        <translation>Eine Zeile oben auf der Seite, nach Belieben. Leer: keine, und dasselbe Modell ergibt dieselben Dateien.</translation>
    </message>
    <message>
        <source>A little unlike (up to half as far as two fitted cells are apart)</source>
        <translation>Etwas unähnlich (bis zur Hälfte des Abstands zweier angepasster Zellen)</translation>
    </message>
    <message>
        <source>A map of relative risk scores of cells, and tables and pages about it.</source>
        <translation>Eine Karte relativer Risikoscores von Zellen, dazu Tabellen und Seiten darüber.</translation>
    </message>
    <message>
        <source>A model is valid only if every factor&apos;s p-value is at most this.</source>
        <translation>Ein Modell ist nur gültig, wenn der p-Wert jedes Faktors höchstens so groß ist.</translation>
    </message>
    <message>
        <source>A new or empty one, or that of an earlier batch, which is taken up. In it: a folder for each area and in that one for each type, comparison.csv, areas.gpkg, overview.html.</source>
        <translation>Ein neuer oder leerer Ordner, oder der eines früheren Stapels, der dann fortgesetzt wird. Darin: ein Ordner je Gebiet und in diesem einer je Art, comparison.csv, areas.gpkg, overview.html.</translation>
    </message>
    <message>
        <source>A page for each place, to take along</source>
        <translation>Eine Seite für jeden Ort, zum Mitnehmen</translation>
    </message>
    <message>
        <source>A page has a map of the place with the features around it, what makes it risky, how many incidents were recorded and are to be expected, on which weekdays and at which hours, and lines for problem solving: scanning, analysis, response, assessment.</source>
        <translation>Eine Seite hat eine Karte des Ortes mit den Objekten ringsum, was ihn riskant macht, wie viele Vorfälle aufgezeichnet wurden und zu erwarten sind, an welchen Wochentagen und zu welchen Stunden, und Zeilen für die Problemlösung: Erkennen, Analysieren, Handeln, Bewerten.</translation>
    </message>
    <message>
        <source>A page with all that was found, to print or to hand on</source>
        <translation>Eine Seite mit allem, was gefunden wurde, zum Drucken oder Weitergeben</translation>
    </message>
    <message>
        <source>A penalised regression with {folds}-fold cross-validation sifts them: {n:,} were left.</source>
        <translation>Eine penalisierte Regression mit {folds}-facher Kreuzvalidierung siebt sie vor; übrig blieben {n:,}.</translation>
    </message>
    <message>
        <source>A percentage of the area</source>
        <translation>Ein Prozentsatz der Fläche</translation>
    </message>
    <message>
        <source>A period or an area of 0 gives no rate: check their lengths and sizes.</source>
        <translation>Ein Zeitraum oder eine Fläche von 0 ergibt keine Rate: Prüfen Sie die Längen und Größen.</translation>
    </message>
    <message>
        <source>A place is taken for its people: residents of flagged places may be treated as suspects.</source>
        <translation>Ein Ort wird mit den Menschen dort gleichgesetzt: Bewohner markierter Orte könnten wie Verdächtige behandelt werden.</translation>
    </message>
    <message>
        <source>A place of {n_cells:,} cells is not to be walked: use a smaller area of one place, at most {most:,} cells.</source>
        <translation>Ein Ort von {n_cells:,} Zellen lässt sich nicht begehen: Verwenden Sie eine kleinere Fläche je Ort, höchstens {most:,} Zellen.</translation>
    </message>
    <message>
        <source>A place that comes twice with the same reference number in one class is taken once. Places without a class or a geometry are left out and counted.</source>
        <translation>Ein Ort, der mit derselben Referenznummer in einer Klasse doppelt vorkommt, wird einmal aufgenommen. Orte ohne Klasse oder Geometrie werden ausgelassen und gezählt.</translation>
    </message>
    <message>
        <source>A plugin for the desktop program QGIS, which runs on the machine of the analyst.</source>
        <translation>Eine Erweiterung des Desktop-Programms QGIS, die auf dem Rechner der Analystin oder des Analysten läuft.</translation>
    </message>
    <message>
        <source>A point stands before decimals, a comma between thousands: 1,234.5.</source>
        <translation>Ein Punkt steht vor den Dezimalen, ein Komma zwischen den Tausendern: 1,234.5.</translation>
    </message>
    <message>
        <source>A quarter</source>
        <translation>ein Viertel</translation>
    </message>
    <message>
        <source>A quarter of the blocks is no longer than</source>
        <translation>Ein Viertel der Blöcke ist nicht länger als</translation>
    </message>
    <message>
        <source>A quarter of the blocks is no shorter than</source>
        <translation>Ein Viertel der Blöcke ist nicht kürzer als</translation>
    </message>
    <message>
        <source>A ratio that changes much when a factor is taken out hangs on where the features of this factor are.</source>
        <translation>Ein Verhältnis, das sich stark ändert, wenn ein Faktor herausgenommen wird, hängt davon ab, wo die Objekte dieses Faktors sind.</translation>
    </message>
    <message>
        <source>A reference number counts once in each</source>
        <translation>Eine Referenznummer zählt einmal je</translation>
    </message>
    <message>
        <source>A report written with the model leaves out counts of incidents below {least}, of places and near factors&apos; features.</source>
        <translation>Ein mit dem Modell geschriebener Bericht lässt Anzahlen von Vorfällen unter {least} weg, von Orten und nahe den Objekten der Faktoren.</translation>
    </message>
    <message>
        <source>A report written with the model tells all counts of places, however small.</source>
        <translation>Ein mit dem Modell geschriebener Bericht nennt alle Anzahlen von Orten, so klein sie auch sind.</translation>
    </message>
    <message>
        <source>A risk factor has no name; give its layer a name.</source>
        <translation>Ein Risikofaktor hat keinen Namen; geben Sie seinem Layer einen Namen.</translation>
    </message>
    <message>
        <source>A risk terrain is made to say why places are risky. For saying where incidents happen next, past incidents are hard to beat.</source>
        <translation>Ein Risikoterrain soll sagen, warum Orte riskant sind. Wenn es darum geht, wo als Nächstes Vorfälle geschehen, sind frühere Vorfälle schwer zu übertreffen.</translation>
    </message>
    <message>
        <source>A risk terrain is made to say why places are risky. For saying where incidents happen next, past incidents are hard to beat; expect no more than a small lead.</source>
        <translation>Ein Risikoterrain soll sagen, warum Orte riskant sind. Wenn es darum geht, wo als Nächstes Vorfälle geschehen, sind frühere Vorfälle schwer zu übertreffen; erwarten Sie höchstens einen kleinen Vorsprung.</translation>
    </message>
    <message>
        <source>A risk terrain model reads them from there, so that any number of factors can go into it, each with its own settings, also in the model designer. The copy may hold a part of the layer: the features that an expression selects, and those within reach of a study area.</source>
        <translation>Von dort liest sie ein RTM-Modell, sodass beliebig viele Faktoren darin eingehen können, jeder mit eigenen Einstellungen, auch in der grafischen Modellierung. Die Kopie kann einen Teil des Layers enthalten: die Objekte, die ein Ausdruck auswählt, und die in Reichweite eines Untersuchungsgebiets.</translation>
    </message>
    <message>
        <source>A risk terrain tells where conditions are risky, not when, and nothing about any person.</source>
        <translation>Ein Risikoterrain sagt, wo die Bedingungen riskant sind, nicht wann, und nichts über irgendeine Person.</translation>
    </message>
    <message>
        <source>A row for each factor that differs from the defaults below: its name, operationalisation, maximum influence in blocks, increment and direction. An empty cell means the default, which is under “Advanced parameters”.</source>
        <translation>Eine Zeile für jeden Faktor, der von den Vorgaben weiter unten abweicht: Name, Operationalisierung, größte Reichweite in Blöcken, Schrittweite und Richtung. Eine leere Zelle bedeutet die Vorgabe, die unter „Fortgeschrittene Parameter“ steht.</translation>
    </message>
    <message>
        <source>A score is a product: that of a cell where nothing acts, times the relative risk value of each aggravating factor that acts, over that of each protective one. A point stands for the cell that it lies in, a polygon for all cells whose centroid is inside; their scores are averaged. Where a factor acts in some of the cells only, it multiplies the place&apos;s score by less than its relative risk value: by as much as its cells count in the place, so that the base score times all multipliers is the place&apos;s score. Distances and densities are those at the centroids, as the model uses them.</source>
        <translation>Ein Score ist ein Produkt: der Score einer Zelle, in der nichts wirkt, mal den relativen Risikowert jedes wirkenden risikoerhöhenden Faktors, geteilt durch den jedes wirkenden Schutzfaktors. Ein Punkt steht für die Zelle, in der er liegt, ein Polygon für alle Zellen, deren Mittelpunkt darin liegt; ihre Scores werden gemittelt. Wo ein Faktor nur in einem Teil der Zellen wirkt, multipliziert er den Score des Ortes mit weniger als seinem relativen Risikowert: so viel, wie seine Zellen im Ort zählen, sodass der Grundscore mal alle Multiplikatoren den Score des Ortes ergibt. Entfernungen und Dichten sind die an den Mittelpunkten, wie das Modell sie verwendet.</translation>
    </message>
    <message>
        <source>A score of fit that charges for every factor; the lower, the better.</source>
        <translation>Ein Maß der Anpassungsgüte mit einem Aufschlag für jeden Faktor; je niedriger, desto besser.</translation>
    </message>
    <message>
        <source>A share of &apos;{text}&apos; leaves nothing on one side: use for example 0.5 or 50%.</source>
        <translation>Ein Anteil von „{text}“ lässt auf einer Seite nichts übrig: Verwenden Sie zum Beispiel 0.5 oder 50%.</translation>
    </message>
    <message>
        <source>A single place has few incidents, so that its ratio is unsure; those of many places differ by chance alone. The treatment is judged by all of them together.</source>
        <translation>Ein einzelner Ort hat wenige Vorfälle, sodass sein Verhältnis unsicher ist; die vieler Orte unterscheiden sich schon durch Zufall. Beurteilt wird die Maßnahme nach allen zusammen.</translation>
    </message>
    <message>
        <source>A smallest number of {min_incidents} incidents is too small; use at least 1.</source>
        <translation>Eine kleinste Anzahl von {min_incidents} Vorfällen ist zu klein; verwenden Sie mindestens 1.</translation>
    </message>
    <message>
        <source>A smallest place of {min_cells} cells is too small; use at least 1.</source>
        <translation>Ein kleinster Ort von {min_cells} Zellen ist zu klein; verwenden Sie mindestens 1.</translation>
    </message>
    <message>
        <source>A smallest study area of {min_area} is not an area; use 0 or more.</source>
        <translation>Ein kleinstes Untersuchungsgebiet von {min_area} ist keine Fläche; verwenden Sie 0 oder mehr.</translation>
    </message>
    <message>
        <source>A spatial test &apos;{spatial_test}&apos; is not known; use {spatial_tests}.</source>
        <translation>Ein räumlicher Test „{spatial_test}“ ist nicht bekannt; verwenden Sie {spatial_tests}.</translation>
    </message>
    <message>
        <source>A split at {day} leaves nothing on one side: the incidents&apos; dates are {first} to {last}; choose a day after the first, up to the last.</source>
        <translation>Eine Teilung am {day} lässt auf einer Seite nichts übrig: Die Daten der Vorfälle gehen vom {first} bis {last}; wählen Sie einen Tag nach dem ersten, höchstens den letzten.</translation>
    </message>
    <message>
        <source>A statistical model of places, made with {n} recorded incidents (‘{incidents}’), that shows where in ‘{area}’ features of the landscape go together with more or fewer of them.</source>
        <translation>Ein statistisches Modell von Orten auf der Grundlage von {n} aufgezeichneten Vorfällen („{incidents}“), das zeigt, wo im Gebiet „{area}“ Merkmale des Umfelds mit mehr oder weniger von ihnen einhergehen.</translation>
    </message>
    <message>
        <source>A stepped trial needs at least 2 waves, not {n}.</source>
        <translation>Ein Versuch in Wellen braucht mindestens 2 Wellen, nicht {n}.</translation>
    </message>
    <message>
        <source>A stepwise search by BIC chose {n} of them, at most one of each factor.</source>
        <translation>Eine schrittweise Suche nach dem BIC wählte {n} davon aus, höchstens eine je Faktor.</translation>
    </message>
    <message>
        <source>A table cannot be written ({reason}): choose another file or folder.</source>
        <translation>Eine Tabelle kann nicht geschrieben werden ({reason}): Wählen Sie eine andere Datei oder einen anderen Ordner.</translation>
    </message>
    <message>
        <source>A table of all classes with their number of places, and whether a layer was written.</source>
        <translation>Eine Tabelle aller Klassen mit der Anzahl ihrer Orte, und ob ein Layer geschrieben wurde.</translation>
    </message>
    <message>
        <source>A table of the reasons why rows were left out, with their numbers and an example of each.</source>
        <translation>Eine Tabelle der Gründe, aus denen Zeilen ausgelassen wurden, mit deren Anzahl und je einem Beispiel.</translation>
    </message>
    <message>
        <source>A third</source>
        <translation>ein Drittel</translation>
    </message>
    <message>
        <source>A treated place and a control place share {percent:.0f}% of the smaller one: a place cannot be both; draw others.</source>
        <translation>Ein Ort mit Maßnahme und ein Kontrollort haben {percent:.0f}% des kleineren gemeinsam: Ein Ort kann nicht beides sein; zeichnen Sie andere.</translation>
    </message>
    <message>
        <source>A typical length of a street block or, where there are no blocks, distance between junctions: the unit of spatial influence. Empty: 100 metres, in the study area&apos;s map units.</source>
        <translation>Die typische Länge eines Straßenblocks oder, wo es keine Blöcke gibt, der Abstand zwischen Kreuzungen: die Einheit des räumlichen Einflusses. Leer: 100 Meter, in Karteneinheiten des Untersuchungsgebiets.</translation>
    </message>
    <message>
        <source>A typical length of a street block. Empty: 100 metres.</source>
        <translation>Eine typische Länge eines Straßenblocks. Leer: 100 Meter.</translation>
    </message>
    <message>
        <source>A typical length of a street block; empty: 100 metres</source>
        <translation>Die typische Länge eines Straßenblocks; leer: 100 Meter</translation>
    </message>
    <message>
        <source>A whole block</source>
        <translation>Ein ganzer Block</translation>
    </message>
    <message>
        <source>A worker of &apos;{scheduler}&apos; failed ({error}): see its log, or leave the scheduler empty.</source>
        <translation>Ein Worker von „{scheduler}“ ist ausgefallen ({error}): Sehen Sie in sein Protokoll, oder lassen Sie den Scheduler leer.</translation>
    </message>
    <message>
        <source>A {label} of {value} is not an area; use a number above 0.</source>
        <translation>{label}: {value} ist keine Fläche; verwenden Sie eine Zahl über 0.</translation>
    </message>
    <message>
        <source>A {what} of {area} square map units is smaller than one cell ({cell_size}): use a larger one, or smaller cells.</source>
        <translation>{what}: {area} Quadrat-Karteneinheiten sind kleiner als eine einzige Zelle ({cell_size}). Verwenden Sie eine größere Fläche, oder kleinere Zellen.</translation>
    </message>
    <message>
        <source>A {what} of {length} is not a length: {remedy}.</source>
        <translation>{what}: {length} ist keine Länge. {remedy}.</translation>
    </message>
    <message>
        <source>A {what} of {length} map units does not fit on the Earth: check the number and its units.</source>
        <translation>{what}: {length} Karteneinheiten passen nicht auf die Erde. Prüfen Sie die Zahl und ihre Einheit.</translation>
    </message>
    <message>
        <source>A {what} of {length} map units is too short to be measured: check the number and its units.</source>
        <translation>{what}: {length} Karteneinheiten sind zu kurz, um gemessen zu werden. Prüfen Sie die Zahl und ihre Einheit.</translation>
    </message>
    <message>
        <source>AUC</source>
        <translation>AUC</translation>
    </message>
    <message>
        <source>AUC: chance that a cell with incidents outranks one without</source>
        <translation>AUC: Wahrscheinlichkeit, dass eine Zelle mit Vorfällen vor einer ohne rangiert</translation>
    </message>
    <message>
        <source>Accountability file</source>
        <translation>Rechenschaftsakte</translation>
    </message>
    <message>
        <source>Accountability file…</source>
        <translation>Rechenschaftsakte…</translation>
    </message>
    <message>
        <source>Accountable use</source>
        <translation>Verantwortung</translation>
    </message>
    <message>
        <source>Acts</source>
        <translation>Wirkt</translation>
    </message>
    <message>
        <source>Acts by</source>
        <translation>Wirkt durch</translation>
    </message>
    <message>
        <source>Add a row</source>
        <translation>Zeile hinzufügen</translation>
    </message>
    <message>
        <source>Add the layers to the project when the algorithm is done.</source>
        <translation>Fügt die Layer dem Projekt hinzu, wenn der Algorithmus fertig ist.</translation>
    </message>
    <message>
        <source>Address of a scheduler, such as tcp://localhost:8786, on whose workers the runs are made instead, as many at once as these have threads. The Python package distributed has to be installed. Workers need QGIS with this plugin, Python&apos;s qgis.PyQt, and all folders under the same paths; only paths and settings are sent. Empty: everything runs on this machine.</source>
        <translation>Adresse eines Schedulers, etwa tcp://localhost:8786, auf dessen Workern die Läufe stattdessen gerechnet werden, so viele zugleich, wie diese Threads haben. Das Python-Paket distributed muss installiert sein. Die Worker brauchen QGIS mit dieser Erweiterung, Pythons qgis.PyQt und alle Ordner unter denselben Pfaden; gesendet werden nur Pfade und Einstellungen. Leer: Alles läuft auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Address of a scheduler, such as tcp://localhost:8786, whose workers make the factors&apos; variables; it pays where those take minutes, for millions of cells. The Python package distributed has to be installed, and numpy and scipy where the workers are (dask scheduler; dask worker tcp://localhost:8786). Factor layers and cells are sent there, incidents never. Empty: everything is done by QGIS itself.</source>
        <translation>Adresse eines Schedulers, etwa tcp://localhost:8786, dessen Worker die Variablen der Faktoren bilden; das lohnt sich, wo dies Minuten dauert, also bei Millionen von Zellen. Das Python-Paket distributed muss installiert sein, dazu numpy und scipy dort, wo die Worker laufen (dask scheduler; dask worker tcp://localhost:8786). Faktorlayer und Zellen werden dorthin gesendet, Vorfälle nie. Leer: QGIS erledigt alles selbst.</translation>
    </message>
    <message>
        <source>Adds the layout, and the layers it shows, to the project, where you can change them.</source>
        <translation>Fügt das Layout und die gezeigten Layer dem Projekt hinzu, wo Sie sie ändern können.</translation>
    </message>
    <message>
        <source>Adjustment</source>
        <translation>Adjustierung</translation>
    </message>
    <message>
        <source>Adjustments</source>
        <translation>Adjustierungen</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>After all else is done and written, so that scripts see it by the exit code. Without it the number of failed runs is in the results, and QGIS loads the layers in any case.</source>
        <translation>Nachdem alles Übrige erledigt und geschrieben ist, damit Skripte es am Exit-Code sehen. Sonst steht die Anzahl fehlgeschlagener Läufe in den Ergebnissen, und QGIS lädt die Layer auf jeden Fall.</translation>
    </message>
    <message>
        <source>After is the whole time from the first wave on: places of later waves waited for a part of it, and were treated for the rest. What treatment did cannot be read from a place&apos;s counts, but from all places together.</source>
        <translation>„Nachher“ ist die gesamte Zeit ab der ersten Welle: Orte späterer Wellen warteten einen Teil davon und hatten für den Rest die Maßnahme. Die Wirkung der Maßnahme lässt sich nicht an den Anzahlen eines Ortes ablesen, nur an allen Orten zusammen.</translation>
    </message>
    <message>
        <source>After: from</source>
        <translation>Nachher: von</translation>
    </message>
    <message>
        <source>After: rate of treatment over rate of control</source>
        <translation>Nachher: Rate mit Maßnahme im Verhältnis zur Rate der Kontrolle</translation>
    </message>
    <message>
        <source>After: rate of treatment over rate of control (what set them apart before is in it)</source>
        <translation>Nachher: Rate mit Maßnahme im Verhältnis zur Rate der Kontrolle (was sie vorher unterschied, ist darin enthalten)</translation>
    </message>
    <message>
        <source>After: to</source>
        <translation>Nachher: bis</translation>
    </message>
    <message>
        <source>Against chance, {model} {outcome}.</source>
        <translation>Gegenüber dem Zufall: {model} {outcome}.</translation>
    </message>
    <message>
        <source>Against the best baseline of each level, {model} {outcome}.</source>
        <translation>Gegenüber dem besten Vergleichsverfahren jeder Stufe: {model} {outcome}.</translation>
    </message>
    <message>
        <source>Against {n_shifts:,} shifts of the same incidents, these go together with the factors as a whole by more than chance ({p}).</source>
        <translation>Im Vergleich mit {n_shifts:,} Verschiebungen derselben Vorfälle gehen diese mit den Faktoren als Ganzem stärker einher als durch Zufall ({p}).</translation>
    </message>
    <message>
        <source>Against {n_shifts:,} shifts of the same incidents, {as_high:,} went together with some factor as closely as the incidents do with the closest of all ({p}): of so many, one is as close by chance. Nothing here can be told from the chance likeness of two patchy maps, and no factor is kept, though single ones may look close beside the others: {each}.</source>
        <translation>Bei {as_high:,} von {n_shifts:,} Verschiebungen derselben Vorfälle ging irgendein Faktor so eng mit ihnen einher wie der engste von allen mit den Vorfällen selbst ({p}): Bei so vielen hängt einer schon durch Zufall so eng zusammen. Nichts hier lässt sich von der zufälligen Ähnlichkeit zweier fleckiger Karten unterscheiden, und kein Faktor wird behalten, auch wenn einzelne neben den anderen eng erscheinen mögen: {each}.</translation>
    </message>
    <message>
        <source>Algorithmic Transparency Record, version {version}: draft</source>
        <translation>Transparenzeintrag (Algorithmic Transparency Record), Version {version}: Entwurf</translation>
    </message>
    <message>
        <source>All</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>All cells have the same relative risk score, so there are no priority places.</source>
        <translation>Alle Zellen haben denselben relativen Risikoscore, es gibt also keine Schwerpunktorte.</translation>
    </message>
    <message>
        <source>All dated incidents are of {first}: there is no later period to judge by.</source>
        <translation>Alle datierten Vorfälle sind vom {first}: Es gibt keinen späteren Zeitraum, an dem gemessen werden könnte.</translation>
    </message>
    <message>
        <source>All factors</source>
        <translation>Alle Faktoren</translation>
    </message>
    <message>
        <source>All figures</source>
        <translation>Alle Kennzahlen</translation>
    </message>
    <message>
        <source>All incidents lie within one block of {reach} map units, the largest spatial influence, so that spatial folds have nothing to compare; use stratified folds.</source>
        <translation>Alle Vorfälle liegen innerhalb eines Blocks von {reach} Karteneinheiten, der größten Reichweite, sodass räumliche Folds nichts zu vergleichen haben; verwenden Sie stratifizierte Folds.</translation>
    </message>
    <message>
        <source>All layers go into one GeoPackage: the study area, incidents of two periods, the risk factors and, for the map, the streets. Places and incidents are invented from the seed.</source>
        <translation>Alle Layer kommen in ein einziges GeoPackage: das Untersuchungsgebiet, Vorfälle aus zwei Zeiträumen, die Risikofaktoren und, für die Karte, die Straßen. Orte und Vorfälle werden aus dem Startwert erfunden.</translation>
    </message>
    <message>
        <source>All layers of points but the incidents</source>
        <translation>Alle Punktlayer außer den Vorfällen</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>Alle Stufen</translation>
    </message>
    <message>
        <source>All pages, with texts that can be searched.</source>
        <translation>Alle Seiten, mit durchsuchbaren Texten.</translation>
    </message>
    <message>
        <source>All people</source>
        <translation>Alle Personen</translation>
    </message>
    <message>
        <source>All that overlap the study area</source>
        <translation>Alle, die sich mit dem Untersuchungsgebiet überschneiden</translation>
    </message>
    <message>
        <source>All that was found, with places of your choice</source>
        <translation>Alles, was gefunden wurde, mit Orten nach Ihrer Wahl</translation>
    </message>
    <message>
        <source>All variables that were tried, and their fate.</source>
        <translation>Alle versuchten Variablen, und was aus ihnen wurde.</translation>
    </message>
    <message>
        <source>All {n} cells are like those that the model was fitted to: at least {fewest} of them had the same combination of factors, and all distances and densities are within theirs.</source>
        <translation>Alle {n} Zellen gleichen denen, auf die das Modell angepasst wurde: Mindestens {fewest} davon hatten dieselbe Kombination von Faktoren, und alle Entfernungen und Dichten liegen innerhalb der dortigen.</translation>
    </message>
    <message>
        <source>Allowing for what cells share with those around them, the standard errors are {smallest:.1f} to {largest:.1f} times the model&apos;s own.</source>
        <translation>Berücksichtigt man, was Zellen mit denen ringsum gemeinsam haben, betragen die Standardfehler das {smallest:.1f}- bis {largest:.1f}-Fache derer des Modells selbst.</translation>
    </message>
    <message>
        <source>Also as in the loaded setup: {said}</source>
        <translation>Auch wie in der geladenen Einrichtung: {said}</translation>
    </message>
    <message>
        <source>Alternatives considered</source>
        <translation>Erwogene Alternativen</translation>
    </message>
    <message>
        <source>Among all places</source>
        <translation>Unter allen Orten</translation>
    </message>
    <message>
        <source>An effect of {effect:.9g}% cannot be looked for: use above 0 and below 100.</source>
        <translation>Nach einem Effekt von {effect:.9g}% lässt sich nicht suchen: Verwenden Sie eine Zahl über 0 und unter 100.</translation>
    </message>
    <message>
        <source>An unzipped archive: all files called *-street.csv in it and its subfolders are read or, where there are none, all CSV files.</source>
        <translation>Ein entpacktes Archiv: Alle Dateien namens *-street.csv darin und in seinen Unterordnern werden gelesen oder, wo es keine gibt, alle CSV-Dateien.</translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>Analysieren</translation>
    </message>
    <message>
        <source>Another batch is at work in &apos;{folder}&apos; (process {process} on {machine}): wait until it has ended, cancel it, or choose another folder.</source>
        <translation>In „{folder}“ arbeitet schon ein anderer Stapel (Prozess {process} auf {machine}): Warten Sie, bis er fertig ist, brechen Sie ihn ab oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Another way to the same outcome</source>
        <translation>Ein anderer Weg zum selben Ergebnis</translation>
    </message>
    <message>
        <source>Appeals and review</source>
        <translation>Einspruch und Überprüfung</translation>
    </message>
    <message>
        <source>Appendix: the model in numbers</source>
        <translation>Anhang: das Modell in Zahlen</translation>
    </message>
    <message>
        <source>Applicability</source>
        <translation>Anwendbarkeit</translation>
    </message>
    <message>
        <source>Apply a model (what if)</source>
        <translation>Modell anwenden (Was wäre, wenn …)</translation>
    </message>
    <message>
        <source>Archive of incidents</source>
        <translation>Archiv der Vorfälle</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Gebiet</translation>
    </message>
    <message>
        <source>Area &apos;{name}&apos; has no usable polygon: choose a polygon layer that has one.</source>
        <translation>Das Gebiet „{name}“ hat kein brauchbares Polygon: Wählen Sie einen Polygonlayer, der eines hat.</translation>
    </message>
    <message>
        <source>Area (ha)</source>
        <translation>Fläche (ha)</translation>
    </message>
    <message>
        <source>Area of one patrol place (ha)</source>
        <translation>Fläche eines Ortes für eine Streife (ha)</translation>
    </message>
    <message>
        <source>Area of the cells</source>
        <translation>Fläche der Zellen</translation>
    </message>
    <message>
        <source>Area of the places (ha)</source>
        <translation>Fläche der Orte (ha)</translation>
    </message>
    <message>
        <source>Area of the places, percent of all</source>
        <translation>Fläche der Orte, Prozent der gesamten</translation>
    </message>
    <message>
        <source>Area of the study areas (km²)</source>
        <translation>Fläche der Untersuchungsgebiete (km²)</translation>
    </message>
    <message>
        <source>Area of the study areas, percent of all</source>
        <translation>Fläche der Untersuchungsgebiete, Prozent der gesamten</translation>
    </message>
    <message>
        <source>Area {0}</source>
        <translation>Gebiet {0}</translation>
    </message>
    <message>
        <source>Area: {area} ha</source>
        <translation>Fläche: {area} ha</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>Gebiete</translation>
    </message>
    <message>
        <source>Areas and factors</source>
        <translation>Gebiete und Faktoren</translation>
    </message>
    <message>
        <source>Areas in which incidents concentrate, ranked: proposals for a study area.</source>
        <translation>Gebiete, in denen sich Vorfälle konzentrieren, nach Rang geordnet: Vorschläge für ein Untersuchungsgebiet.</translation>
    </message>
    <message>
        <source>Areas to choose from, such as wards, beats or LSOAs, in a projected CRS; with hot_spots, where to look for them. Incidents outside are counted and left out.</source>
        <translation>Gebiete, aus denen gewählt wird, etwa Stadtteile, Polizeibezirke oder LSOAs, in einem projizierten KBS; mit hot_spots: wo danach gesucht wird. Vorfälle außerhalb werden gezählt und ausgelassen.</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Around the places it is {factor:.1f} times that of Poisson counts.</source>
        <translation>Rings um die Orte beträgt sie das {factor:.1f}-Fache derjenigen bei Poisson-verteilten Anzahlen.</translation>
    </message>
    <message>
        <source>Around the treated places, set against those around control, there were {shown}: {what}{sure}.</source>
        <translation>Rings um die Orte mit Maßnahme waren es, gemessen an der Umgebung der Kontrollorte, {shown}: {what}{sure}.</translation>
    </message>
    <message>
        <source>Around them</source>
        <translation>Um sie herum</translation>
    </message>
    <message>
        <source>As in the model: it turns the maximum influence into a distance, for the suggestion and the reach. Empty: 100 metres.</source>
        <translation>Wie im Modell: macht aus der größten Reichweite eine Entfernung, für den Vorschlag und die Reichweite. Leer: 100&#xa0;Meter.</translation>
    </message>
    <message>
        <source>As in the risk terrain model: a layer that has this field holds one factor for each value.</source>
        <translation>Wie beim RTM-Modell: Ein Layer mit diesem Feld enthält einen Faktor für jeden Wert.</translation>
    </message>
    <message>
        <source>As it is to be printed. Empty: today.</source>
        <translation>Wie es gedruckt werden soll. Leer: heute.</translation>
    </message>
    <message>
        <source>As its points suggest</source>
        <translation>Wie es seine Punkte nahelegen</translation>
    </message>
    <message>
        <source>As many of the riskiest cells are flagged each time.</source>
        <translation>Jedes Mal werden ebenso viele der riskantesten Zellen markiert.</translation>
    </message>
    <message>
        <source>As the area is shaped</source>
        <translation>Nach der Form des Gebiets</translation>
    </message>
    <message>
        <source>As the file&apos;s own dates tell</source>
        <translation>Aus den Daten in der Datei erkannt</translation>
    </message>
    <message>
        <source>Aspect</source>
        <translation>Aspekt</translation>
    </message>
    <message>
        <source>Assessment</source>
        <translation>Bewerten</translation>
    </message>
    <message>
        <source>Assessment support sheet</source>
        <translation>Hilfsblatt zur Folgenabschätzung</translation>
    </message>
    <message>
        <source>Assessments of data protection and equality:</source>
        <translation>Folgenabschätzungen zu Datenschutz und Gleichstellung:</translation>
    </message>
    <message>
        <source>At most so many are proposed.</source>
        <translation>Höchstens so viele werden vorgeschlagen.</translation>
    </message>
    <message>
        <source>At most {n:,.0f} cells of {cell:g} {unit}</source>
        <translation>Höchstens {n:,.0f} Zellen von {cell:g} {unit}</translation>
    </message>
    <message>
        <source>At the end there are a table of all factors in all areas, the areas as layers with their factors, and a page that says which factors matter in how many areas. Relative risk values can be compared where a factor acts alike, within the same distance; scores cannot. The analysis shows correlation, never cause.</source>
        <translation>Am Ende gibt es eine Tabelle aller Faktoren in allen Gebieten, die Gebiete als Layer mit ihren Faktoren, und eine Seite, die sagt, welche Faktoren in wie vielen Gebieten von Belang sind. Relative Risikowerte lassen sich vergleichen, wo ein Faktor gleich wirkt, bis zur gleichen Entfernung; Scores nicht. Die Analyse zeigt Korrelation, nie Ursache.</translation>
    </message>
    <message>
        <source>BIC</source>
        <translation>BIC</translation>
    </message>
    <message>
        <source>BIC of the NB1 model</source>
        <translation>BIC des NB1-Modells</translation>
    </message>
    <message>
        <source>BIC of the NB2 model</source>
        <translation>BIC des NB2-Modells</translation>
    </message>
    <message>
        <source>BIC of the Poisson model</source>
        <translation>BIC des Poisson-Modells</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Bagged RRV</source>
        <translation>Gebaggter RRV</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Ausgewogenheit</translation>
    </message>
    <message>
        <source>Bandwidth</source>
        <translation>Bandbreite</translation>
    </message>
    <message>
        <source>Bandwidths of the kernel densities in map units, such as 150,300. Empty: 1.5, 3 and 6 cells.</source>
        <translation>Bandbreiten der Kerndichten in Karteneinheiten, etwa 150,300. Leer: 1.5, 3 und 6 Zellen.</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Bars</translation>
    </message>
    <message>
        <source>Base layers</source>
        <translation>Hintergrundlayer</translation>
    </message>
    <message>
        <source>Baselines</source>
        <translation>Vergleichsverfahren</translation>
    </message>
    <message>
        <source>Batch of risk terrain models</source>
        <translation>Stapel von RTM-Modellen</translation>
    </message>
    <message>
        <source>Be led through the steps in two minutes, with the sample city</source>
        <translation>Sich in zwei Minuten mit der Beispielstadt durch die Schritte führen lassen</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Before, control had {ratio:.2g} times the incidents of treatment, size allowed for: that both would have changed by the same number is doubtful, and the change in percent says more.</source>
        <translation>Vorher hatte die Kontrolle, die Größe berücksichtigt, {ratio:.2g}-mal so viele Vorfälle wie die Orte mit Maßnahme: Dass sich beide um dieselbe Anzahl verändert hätten, ist zweifelhaft, und die Änderung in Prozent sagt mehr.</translation>
    </message>
    <message>
        <source>Before, for a time as long</source>
        <translation>Vorher, in gleich langer Zeit</translation>
    </message>
    <message>
        <source>Before: from</source>
        <translation>Vorher: von</translation>
    </message>
    <message>
        <source>Before: to</source>
        <translation>Vorher: bis</translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation>Von vorn</translation>
    </message>
    <message>
        <source>Being within {reach} of {factor}{nearest}</source>
        <translation>Die Lage im Umkreis von {reach} um {factor}{nearest}</translation>
    </message>
    <message>
        <source>Below each figure is its 95%% interval, from %(resamples)s resamples of %(n_blocks)s square blocks of cells (seed %(seed)s). Two figures whose intervals overlap may still differ for sure: look at the difference itself.</source>
        <translation>Unter jeder Kennzahl steht ihr 95%%-Intervall, aus %(resamples)s Wiederholungsstichproben von %(n_blocks)s quadratischen Blöcken von Zellen (Startwert %(seed)s). Zwei Kennzahlen, deren Intervalle sich überschneiden, können sich dennoch sicher unterscheiden: Sehen Sie sich die Differenz selbst an.</translation>
    </message>
    <message>
        <source>Below the mean</source>
        <translation>Unter dem Mittelwert</translation>
    </message>
    <message>
        <source>Below the mean (up to {0})</source>
        <translation>Unter dem Mittelwert (bis {0})</translation>
    </message>
    <message>
        <source>Benefit</source>
        <translation>Nutzen</translation>
    </message>
    <message>
        <source>Benefits</source>
        <translation>Nutzen</translation>
    </message>
    <message>
        <source>Beside a smooth surface of what neighbouring cells share, a value says what is left to the factor where the town centre, or whatever else the surroundings are, is taken out. It is to be compared with the value without one, for which each cell weighs as much: this can differ from the model&apos;s own RRV, in which cells with many incidents weigh more or less.</source>
        <translation>Neben einer glatten Fläche dessen, was benachbarte Zellen gemeinsam haben, sagt ein Wert, was dem Faktor bleibt, wenn die Innenstadt, oder was die Umgebung sonst ausmacht, herausgerechnet ist. Er ist mit dem Wert ohne Fläche zu vergleichen, bei dem jede Zelle dasselbe Gewicht hat: Dieser kann vom RRV des Modells abweichen, in dem Zellen mit vielen Vorfällen mehr oder weniger Gewicht haben.</translation>
    </message>
    <message>
        <source>Beside a smooth surface of what neighbouring cells share, no factor loses much of its value.</source>
        <translation>Neben einer glatten Fläche dessen, was benachbarte Zellen gemeinsam haben, verliert kein Faktor viel von seinem Wert.</translation>
    </message>
    <message>
        <source>Beside it, with intervals: {beside}. The algorithm “Impact” does all of this.</source>
        <translation>Daneben, mit Intervallen: {beside}. All das leistet der Algorithmus „Wirkung“.</translation>
    </message>
    <message>
        <source>Beside its surroundings ‘{factor}’ is worth more (RRV {without}, beside them {beside}).</source>
        <translation>Neben der Umgebung hat „{factor}“ einen höheren Wert (RRV {without}, neben ihr {beside}).</translation>
    </message>
    <message>
        <source>Beside one</source>
        <translation>Neben einer</translation>
    </message>
    <message>
        <source>Beside one (95%)</source>
        <translation>Neben einer (95%)</translation>
    </message>
    <message>
        <source>Beside simpler ways</source>
        <translation>Neben einfacheren Verfahren</translation>
    </message>
    <message>
        <source>Beside, high</source>
        <translation>Neben einer, oben</translation>
    </message>
    <message>
        <source>Beside, low</source>
        <translation>Neben einer, unten</translation>
    </message>
    <message>
        <source>Best baseline</source>
        <translation>Bestes Vergleichsverfahren</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>Block length</source>
        <translation>Blocklänge</translation>
    </message>
    <message>
        <source>Block size</source>
        <translation>Blockgröße</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Blöcke</translation>
    </message>
    <message>
        <source>Boroughs</source>
        <translation>Bezirke</translation>
    </message>
    <message>
        <source>Both layers hold incidents of {day}, which would count twice: let one end before the other begins, or give a single layer.</source>
        <translation>Beide Layer enthalten Vorfälle vom {day}, die doppelt zählen würden: Lassen Sie den einen enden, bevor der andere beginnt, oder geben Sie einen einzigen Layer an.</translation>
    </message>
    <message>
        <source>Both together</source>
        <translation>Beides zusammen</translation>
    </message>
    <message>
        <source>Budget of area (ha)</source>
        <translation>Flächenbudget (ha)</translation>
    </message>
    <message>
        <source>Buffer</source>
        <translation>Puffer</translation>
    </message>
    <message>
        <source>Bus stops</source>
        <translation>Bushaltestellen</translation>
    </message>
    <message>
        <source>By area</source>
        <translation>Nach der Fläche</translation>
    </message>
    <message>
        <source>By being concentrated (density)</source>
        <translation>Durch Dichte (density)</translation>
    </message>
    <message>
        <source>By being near (proximity)</source>
        <translation>Durch Nähe (proximity)</translation>
    </message>
    <message>
        <source>By being near, by being concentrated, or try both</source>
        <translation>Durch Nähe, durch Dichte, oder beides versuchen</translation>
    </message>
    <message>
        <source>By day, as a calendar says</source>
        <translation>Nach Tagen, wie ein Kalender sagt</translation>
    </message>
    <message>
        <source>By the number of places</source>
        <translation>Nach der Anzahl der Orte</translation>
    </message>
    <message>
        <source>By their names, no variable of the model is about persons.</source>
        <translation>Den Namen nach betrifft keine Variable des Modells Personen.</translation>
    </message>
    <message>
        <source>By what cells are risky, here and for the curve. terrain: for prevention. terrain_and_history: for patrols. What a ratio hangs on is always told of the terrain.</source>
        <translation>Wonach Zellen riskant sind, hier und für die Kurve. terrain: für Prävention. terrain_and_history: für Streifen. Woran ein Verhältnis hängt, wird immer für das Terrain gesagt.</translation>
    </message>
    <message>
        <source>By which folders and rows are called.</source>
        <translation>Nach diesen heißen Ordner und Zeilen.</translation>
    </message>
    <message>
        <source>CRS of the files</source>
        <translation>KBS der Dateien</translation>
    </message>
    <message>
        <source>CRS of the text file</source>
        <translation>KBS der Textdatei</translation>
    </message>
    <message>
        <source>Calendar &apos;{name}&apos; has a row without place, date or 0 or 1 in &apos;treated&apos;: correct it.</source>
        <translation>Der Kalender „{name}“ hat eine Zeile ohne Ort, ohne Datum oder ohne 0 oder 1 in „treated“: Korrigieren Sie sie.</translation>
    </message>
    <message>
        <source>Calendar &apos;{name}&apos; has place {place}, which the places do not: choose the layers of one trial.</source>
        <translation>Der Kalender „{name}“ enthält den Ort {place}, die Orte enthalten ihn nicht: Wählen Sie die Layer eines Versuchs.</translation>
    </message>
    <message>
        <source>Calendar &apos;{name}&apos; lacks one of the fields place, date and treated: use the one that the algorithm “Trial design” has written.</source>
        <translation>Dem Kalender „{name}“ fehlt eines der Felder place, date und treated: Verwenden Sie den, den der Algorithmus „Versuchsplan“ geschrieben hat.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Candidate measures</source>
        <translation>Mögliche Maßnahmen</translation>
    </message>
    <message>
        <source>Candidate risks</source>
        <translation>Mögliche Risiken</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>Kandidaten</translation>
    </message>
    <message>
        <source>Candidates: every variable that was tried</source>
        <translation>Kandidaten: alle Variablen, die versucht wurden</translation>
    </message>
    <message>
        <source>Cannot be judged: {why}.</source>
        <translation>Nicht zu beurteilen: {why}.</translation>
    </message>
    <message>
        <source>Capability</source>
        <translation>Fähigkeit</translation>
    </message>
    <message>
        <source>Capture curves. Captured in {level_words}: {captured}.</source>
        <translation>Erfassungskurven. Erfasst in {level_words}: {captured}.</translation>
    </message>
    <message>
        <source>Category (4 digits)</source>
        <translation>Kategorie (4 Ziffern)</translation>
    </message>
    <message>
        <source>Cell rule &apos;{rule}&apos; is not known; use {rules}.</source>
        <translation>Die Zellenregel „{rule}“ ist nicht bekannt; verwenden Sie {rules}.</translation>
    </message>
    <message>
        <source>Cell size</source>
        <translation>Zellengröße</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>Zellen</translation>
    </message>
    <message>
        <source>Cells above %(threshold)s, the mean plus two standard deviations, are the highest-risk places.</source>
        <translation>Zellen über %(threshold)s, dem Mittelwert plus zwei Standardabweichungen, sind die Orte höchsten Risikos.</translation>
    </message>
    <message>
        <source>Cells above mean + 2 SD</source>
        <translation>Zellen über Mittelwert + 2 SD</translation>
    </message>
    <message>
        <source>Cells next to each other share nothing to speak of that the model leaves unexplained ({figures}); what cells share over longer distances is in the intervals.</source>
        <translation>Aneinandergrenzende Zellen haben von dem, was das Modell unerklärt lässt, nichts Nennenswertes gemeinsam ({figures}); was Zellen über größere Entfernungen gemeinsam haben, ist in den Intervallen enthalten.</translation>
    </message>
    <message>
        <source>Cells of %(cell_size)s</source>
        <translation>Zellen von %(cell_size)s</translation>
    </message>
    <message>
        <source>Cells of equal score have no order: what part of them would capture is the expected number.</source>
        <translation>Zellen mit gleichem Score haben keine Rangfolge: Für einen Teil von ihnen zählt der Erwartungswert dessen, was er erfassen würde.</translation>
    </message>
    <message>
        <source>Cells of the fit in combinations that count as not seen, percent</source>
        <translation>Zellen der Anpassung mit Kombinationen, die als ungesehen gelten, in Prozent</translation>
    </message>
    <message>
        <source>Cells of the model</source>
        <translation>Zellen des Modells</translation>
    </message>
    <message>
        <source>Cells of {cell_size:.9g} map units are too small for this study area, whose bounding rectangle may have {max_cells:,} cells; use a cell size of {fitting_size:g} or more.</source>
        <translation>Zellen von {cell_size:.9g} Karteneinheiten sind zu klein für dieses Untersuchungsgebiet, dessen umschließendes Rechteck {max_cells:,} Zellen haben darf; verwenden Sie eine Zellengröße von {fitting_size:g} oder mehr.</translation>
    </message>
    <message>
        <source>Cells of {size}; {crs}</source>
        <translation>Zellen von {size}; {crs}</translation>
    </message>
    <message>
        <source>Cells on the boundary</source>
        <translation>Zellen an der Grenze</translation>
    </message>
    <message>
        <source>Cells that few or none of the fit are like, percent</source>
        <translation>Zellen, denen wenige oder keine der Anpassung gleichen, in Prozent</translation>
    </message>
    <message>
        <source>Cells that overlap the study area, or only those whose centroid is inside it.</source>
        <translation>Zellen, die sich mit dem Untersuchungsgebiet überschneiden, oder nur solche, deren Mittelpunkt darin liegt.</translation>
    </message>
    <message>
        <source>Cells whose centroid is at most so far from that of a flagged cell are near and count too, in the risk terrain&apos;s map units. Empty: only what is flagged.</source>
        <translation>Zellen, deren Mittelpunkt höchstens so weit von dem einer markierten Zelle entfernt ist, sind nahe und zählen mit, in Karteneinheiten des Risikoterrains. Leer: nur, was markiert ist.</translation>
    </message>
    <message>
        <source>Cells whose score changes: {changed:,} of {all:,} ({lower:,} lower, {higher:,} higher).</source>
        <translation>Zellen, deren Score sich ändert: {changed:,} von {all:,} ({lower:,} niedriger, {higher:,} höher).</translation>
    </message>
    <message>
        <source>Cells with incidents</source>
        <translation>Zellen mit Vorfällen</translation>
    </message>
    <message>
        <source>Cells with incidents, expected incidents and relative risk.</source>
        <translation>Zellen mit Vorfällen, erwarteten Vorfällen und relativem Risiko.</translation>
    </message>
    <message>
        <source>Cells without any of ‘{denominator}’, and what happened in them, are left out of the fit.</source>
        <translation>Zellen ohne „{denominator}“, und was in ihnen geschah, bleiben bei der Anpassung außer Betracht.</translation>
    </message>
    <message>
        <source>Cells without incidents</source>
        <translation>Zellen ohne Vorfälle</translation>
    </message>
    <message>
        <source>Cells, with their scores and counts</source>
        <translation>Zellen mit ihren Scores und Anzahlen</translation>
    </message>
    <message>
        <source>Change of expected incidents</source>
        <translation>Änderung der erwarteten Vorfälle</translation>
    </message>
    <message>
        <source>Change of expected incidents, percent</source>
        <translation>Änderung der erwarteten Vorfälle in Prozent</translation>
    </message>
    <message>
        <source>Change of the relative risk score</source>
        <translation>Änderung des relativen Risikoscores</translation>
    </message>
    <message>
        <source>Change of the relative risk score; band 2 has the change of expected incidents.</source>
        <translation>Änderung des relativen Risikoscores; Band 2 enthält die Änderung der erwarteten Vorfälle.</translation>
    </message>
    <message>
        <source>Change of treatment over change of control</source>
        <translation>Änderung mit Maßnahme im Verhältnis zur Änderung der Kontrolle</translation>
    </message>
    <message>
        <source>Change of treatment over that of control</source>
        <translation>Änderung mit Maßnahme im Verhältnis zur Kontrolle</translation>
    </message>
    <message>
        <source>Chart of how the score comes about. {pairs}.</source>
        <translation>Diagramm, wie der Score zustande kommt. {pairs}.</translation>
    </message>
    <message>
        <source>Chart of the incidents to be expected: {parts}.</source>
        <translation>Diagramm der zu erwartenden Vorfälle: {parts}.</translation>
    </message>
    <message>
        <source>Chart of the ratios. {described}.</source>
        <translation>Diagramm der Verhältnisse. {described}.</translation>
    </message>
    <message>
        <source>Chart of the risk factors in the model. {description}.</source>
        <translation>Diagramm der Risikofaktoren im Modell. {description}.</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Check the inputs</source>
        <translation>Eingaben prüfen</translation>
    </message>
    <message>
        <source>Checked risk factors</source>
        <translation>Geprüfte Risikofaktoren</translation>
    </message>
    <message>
        <source>Checking factors</source>
        <translation>Faktoren werden geprüft</translation>
    </message>
    <message>
        <source>Choosing features</source>
        <translation>Objekte auswählen</translation>
    </message>
    <message>
        <source>Chosen were those from {first} to {last}.</source>
        <translation>Gewählter Zeitraum: von {first} bis {last}.</translation>
    </message>
    <message>
        <source>Class (8 digits)</source>
        <translation>Klasse (8 Ziffern)</translation>
    </message>
    <message>
        <source>Class: it may count for two of them</source>
        <translation>Klasse: Sie kann für zwei davon zählen</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>Classes to keep</source>
        <translation>Zu behaltende Klassen</translation>
    </message>
    <message>
        <source>Classes with fewer places make no layer.</source>
        <translation>Klassen mit weniger Orten ergeben keinen Layer.</translation>
    </message>
    <message>
        <source>Click a place on the map, or press Enter for its middle: its score, and what each factor does to it</source>
        <translation>Klicken Sie auf einen Ort der Karte, oder drücken Sie die Eingabetaste für ihre Mitte: sein Score, und was jeder Faktor dazu beiträgt</translation>
    </message>
    <message>
        <source>Coefficient</source>
        <translation>Koeffizient</translation>
    </message>
    <message>
        <source>Column of the date</source>
        <translation>Spalte des Datums</translation>
    </message>
    <message>
        <source>Column of the id</source>
        <translation>Spalte der ID</translation>
    </message>
    <message>
        <source>Column of the time</source>
        <translation>Spalte der Uhrzeit</translation>
    </message>
    <message>
        <source>Column of the type</source>
        <translation>Spalte der Art</translation>
    </message>
    <message>
        <source>Column of x</source>
        <translation>Spalte für x</translation>
    </message>
    <message>
        <source>Column of y</source>
        <translation>Spalte für y</translation>
    </message>
    <message>
        <source>Columns &apos;{x_name}&apos; and &apos;{y_name}&apos; of &apos;{source}&apos;</source>
        <translation>Die Spalten „{x_name}“ und „{y_name}“ von „{source}“</translation>
    </message>
    <message>
        <source>Columns &apos;{x_name}&apos; and &apos;{y_name}&apos; of &apos;{source}&apos; hold values such as {x:.10g}, {y:.10g}</source>
        <translation>Die Spalten „{x_name}“ und „{y_name}“ von „{source}“ enthalten Werte wie {x:.10g}, {y:.10g}</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Compact places that can be walked</source>
        <translation>Kompakte Orte, die sich begehen lassen</translation>
    </message>
    <message>
        <source>Companies House Number</source>
        <translation>Nummer im Companies House</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Comparison of runs</source>
        <translation>Vergleich der Läufe</translation>
    </message>
    <message>
        <source>Comparison table</source>
        <translation>Vergleichstabelle</translation>
    </message>
    <message>
        <source>Confidence (percent)</source>
        <translation>Konfidenz (Prozent)</translation>
    </message>
    <message>
        <source>Consultation responses reviewed by</source>
        <translation>Antworten der Konsultation geprüft durch</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Contact email</source>
        <translation>Kontakt-E-Mail</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Context of the processing</source>
        <translation>Umstände der Verarbeitung</translation>
    </message>
    <message>
        <source>Contiguous cells of the highest relative risk, ranked; outlines of whole cells.</source>
        <translation>Zusammenhängende Zellen mit dem höchsten relativen Risiko, nach Rang geordnet; Umrisse ganzer Zellen.</translation>
    </message>
    <message>
        <source>Control</source>
        <translation>Kontrolle</translation>
    </message>
    <message>
        <source>Control is brought to the size of treatment</source>
        <translation>Kontrolle auf die Größe der Maßnahme skalieren</translation>
    </message>
    <message>
        <source>Control places</source>
        <translation>Kontrollorte</translation>
    </message>
    <message>
        <source>Control places in blocks without a treated place add nothing to the comparison by the lots: {names}.</source>
        <translation>Kontrollorte in Blöcken ohne Ort mit Maßnahme tragen nichts zum Vergleich nach den Losen bei: {names}.</translation>
    </message>
    <message>
        <source>Control:</source>
        <translation>Kontrolle:</translation>
    </message>
    <message>
        <source>Control: rate after over rate before</source>
        <translation>Kontrolle: Rate nachher im Verhältnis zur Rate vorher</translation>
    </message>
    <message>
        <source>Controller</source>
        <translation>Verantwortlicher</translation>
    </message>
    <message>
        <source>Coordinate reference system</source>
        <translation>Koordinatenbezugssystem</translation>
    </message>
    <message>
        <source>Coordinates of ‘{name}’, SHA-256: {hash}</source>
        <translation>Koordinaten von „{name}“, SHA-256: {hash}</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Copy as Python</source>
        <translation>Als Python kopieren</translation>
    </message>
    <message>
        <source>Copy as qgis_process command</source>
        <translation>Als qgis_process-Befehl kopieren</translation>
    </message>
    <message>
        <source>Count model</source>
        <translation>Zähldatenmodell</translation>
    </message>
    <message>
        <source>Count model that was kept</source>
        <translation>Behaltenes Zähldatenmodell</translation>
    </message>
    <message>
        <source>Count models</source>
        <translation>Zähldatenmodelle</translation>
    </message>
    <message>
        <source>Count models that were tried, each with its own best choice of factors. The lowest BIC wins.</source>
        <translation>Zähldatenmodelle, die versucht wurden, jedes mit seiner eigenen besten Auswahl von Faktoren. Das niedrigste BIC gewinnt.</translation>
    </message>
    <message>
        <source>Counted over expected</source>
        <translation>Gezählt zu erwartet</translation>
    </message>
    <message>
        <source>Counted over expected; 1 is no change</source>
        <translation>Gezählt im Verhältnis zu erwartet; 1 heißt keine Änderung</translation>
    </message>
    <message>
        <source>Counts all people of a polygon. Empty: the sum of the fields of the groups.</source>
        <translation>Zählt alle Personen eines Polygons. Leer: die Summe der Felder der Gruppen.</translation>
    </message>
    <message>
        <source>Counts before below {limit} are not shown, because no place has fewer than {lowest}, so that “below {least}” would tell too much; nor others below {least}, nor what would give any of them away.</source>
        <translation>Anzahlen davor unter {limit} sind nicht gezeigt, weil kein Ort weniger als {lowest} hat und „unter {least}“ zu viel verraten würde; auch keine anderen unter {least} und nichts, was eine davon verraten würde.</translation>
    </message>
    <message>
        <source>Counts of places below it are not told, nor what would give them away, so that the page can be shared; the layer of the places has them all. 0: every count is told.</source>
        <translation>Anzahlen einzelner Orte darunter werden nicht genannt, auch nichts, was sie verraten würde, damit die Seite weitergegeben werden kann; der Layer der Orte enthält alle. 0: Jede Anzahl wird genannt.</translation>
    </message>
    <message>
        <source>Counts of places below {least} are not shown, nor what would give them away.</source>
        <translation>Anzahlen von Orten unter {least} sind nicht gezeigt, auch nichts, was sie verraten würde.</translation>
    </message>
    <message>
        <source>Counts of places below {least} could be found from the sums of treatment or control: these are not told, nor are differences and ratios. SMALLEST_COUNT=0 tells them to whoever may know.</source>
        <translation>Aus den Summen von Maßnahme oder Kontrolle ließen sich Anzahlen von Orten unter {least} erschließen: Diese Summen werden nicht genannt, ebenso wenig Differenzen und Verhältnisse. SMALLEST_COUNT=0 nennt sie denen, die sie kennen dürfen.</translation>
    </message>
    <message>
        <source>Counts the incidents, those inside and the cells. For each risk factor: its features in reach, the operationalisation that its points suggest and why, what is doubtful, and what would stop the model. A layer that cannot be used does not end the check.</source>
        <translation>Zählt die Vorfälle, die innerhalb liegenden und die Zellen. Zu jedem Risikofaktor: seine Objekte in Reichweite, die Operationalisierung, die seine Punkte nahelegen, mit Begründung, was zweifelhaft ist, und was das Modell verhindern würde. Ein Layer, der nicht verwendet werden kann, beendet die Prüfung nicht.</translation>
    </message>
    <message>
        <source>Culling</source>
        <translation>Vorauswahl</translation>
    </message>
    <message>
        <source>Curves of the ratios, at the smallest share that is told: {ends}.</source>
        <translation>Kurven der Verhältnisse, beim kleinsten genannten Anteil: {ends}.</translation>
    </message>
    <message>
        <source>Cuts the corners of the outlines, for looks. It never changes which cells belong: the centroid of each stays inside, that of every other cell outside.</source>
        <translation>Schneidet die Ecken der Umrisse ab, der Optik wegen. Welche Zellen dazugehören, ändert das nie: Der Mittelpunkt jeder von ihnen bleibt innerhalb, der jeder anderen Zelle außerhalb.</translation>
    </message>
    <message>
        <source>DPO advice accepted or overruled by</source>
        <translation>Stellungnahme angenommen oder verworfen durch</translation>
    </message>
    <message>
        <source>DPO advice provided</source>
        <translation>Stellungnahme der/des Datenschutzbeauftragten abgegeben</translation>
    </message>
    <message>
        <source>Dask scheduler</source>
        <translation>Dask-Scheduler</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Data access and storage</source>
        <translation>Datenzugang und Datenspeicherung</translation>
    </message>
    <message>
        <source>Data access terms</source>
        <translation>Bedingungen für den Datenzugang</translation>
    </message>
    <message>
        <source>Data cleaning</source>
        <translation>Datenbereinigung</translation>
    </message>
    <message>
        <source>Data collection</source>
        <translation>Datenerhebung</translation>
    </message>
    <message>
        <source>Data completeness and representativeness</source>
        <translation>Vollständigkeit und Repräsentativität der Daten</translation>
    </message>
    <message>
        <source>Data description</source>
        <translation>Beschreibung der Daten</translation>
    </message>
    <message>
        <source>Data modality</source>
        <translation>Art der Daten</translation>
    </message>
    <message>
        <source>Data processing methods</source>
        <translation>Verfahren der Datenverarbeitung</translation>
    </message>
    <message>
        <source>Data quality and minimisation</source>
        <translation>Datenqualität und Datenminimierung</translation>
    </message>
    <message>
        <source>Data quantities</source>
        <translation>Umfang der Daten</translation>
    </message>
    <message>
        <source>Data sharing agreements</source>
        <translation>Vereinbarungen zur Datenweitergabe</translation>
    </message>
    <message>
        <source>Data sources</source>
        <translation>Datenquellen</translation>
    </message>
    <message>
        <source>Data-protection and equality assessment: support sheet</source>
        <translation>Folgenabschätzung für Datenschutz und Gleichstellung: Hilfsblatt</translation>
    </message>
    <message>
        <source>Dataset purposes</source>
        <translation>Zwecke der Datensätze</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Datasets and their purposes</source>
        <translation>Datensätze und ihre Zwecke</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Date archived</source>
        <translation>Datum der Archivierung</translation>
    </message>
    <message>
        <source>Date field</source>
        <translation>Datumsfeld</translation>
    </message>
    <message>
        <source>Date of completion</source>
        <translation>Datum der Fertigstellung</translation>
    </message>
    <message>
        <source>Date or author</source>
        <translation>Datum oder Autor</translation>
    </message>
    <message>
        <source>Date updated</source>
        <translation>Datum der Aktualisierung</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Dates of the incidents&apos; layer: {dates}.</source>
        <translation>Datumsangaben im Layer der Vorfälle: {dates}.</translation>
    </message>
    <message>
        <source>Dates such as &apos;{example}&apos; in {source} can be read with the day or the month first, and no other date there decides it: set the order of the dates.</source>
        <translation>Daten wie „{example}“ in {source} lassen sich mit dem Tag oder mit dem Monat zuerst lesen, und kein anderes Datum dort entscheidet es: Legen Sie die Reihenfolge der Datumsangaben fest.</translation>
    </message>
    <message>
        <source>Dates, choice</source>
        <translation>Datum, Auswahl</translation>
    </message>
    <message>
        <source>Day first: 03/04/2014 is in April</source>
        <translation>Tag zuerst: 03/04/2014 ist im April</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Days of places</source>
        <translation>Ortstage</translation>
    </message>
    <message>
        <source>Days of the week to keep, by the calendar day of the incident. None chosen: all.</source>
        <translation>Wochentage, die behalten werden, nach dem Kalendertag des Vorfalls. Keiner gewählt: alle.</translation>
    </message>
    <message>
        <source>Delimited text files with a header and two columns of coordinates.</source>
        <translation>Textdateien mit Trennzeichen, einer Kopfzeile und zwei Koordinatenspalten.</translation>
    </message>
    <message>
        <source>Denominator</source>
        <translation>Bezugsgröße</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Dichte</translation>
    </message>
    <message>
        <source>Density of {factor}, bandwidth {reach}</source>
        <translation>Dichte von {factor}, Bandbreite {reach}</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Design</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Detailed description</source>
        <translation>Ausführliche Beschreibung</translation>
    </message>
    <message>
        <source>Development data description</source>
        <translation>Beschreibung der Entwicklungsdaten</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnosen</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>Difference in hit rate, in points; bold where it is more than chance</source>
        <translation>Differenz der Trefferquote, in Punkten; fett, wo sie über den Zufall hinausgeht</translation>
    </message>
    <message>
        <source>Difference in incidents, treatment against control; below 0 is fewer</source>
        <translation>Differenz der Vorfälle, Maßnahme gegen Kontrolle; unter 0 heißt weniger</translation>
    </message>
    <message>
        <source>Difference in the percentage of later incidents, in points, by flagged area (95% interval)</source>
        <translation>Differenz im Prozentsatz der späteren Vorfälle, in Punkten, nach markierter Fläche (95%-Intervall)</translation>
    </message>
    <message>
        <source>Difference of risk</source>
        <translation>Differenz des Risikos</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Dispersion</source>
        <translation>Dispersion</translation>
    </message>
    <message>
        <source>Dispersion of the count model</source>
        <translation>Dispersion des Zähldatenmodells</translation>
    </message>
    <message>
        <source>Displacement cannot be looked for by day, as places have no time before: leave it empty.</source>
        <translation>Nach Verlagerung kann bei Tagen nicht gesucht werden, weil die Orte keine Zeit vorher haben: Lassen Sie das Feld leer.</translation>
    </message>
    <message>
        <source>Displacement cannot be looked for in waves, whose surroundings have no clear before: leave it empty.</source>
        <translation>Nach Verlagerung kann bei Wellen nicht gesucht werden, weil deren Umgebung kein klares Vorher hat: Lassen Sie das Feld leer.</translation>
    </message>
    <message>
        <source>Displacement or diffusion of benefits</source>
        <translation>Verlagerung oder Ausstrahlung der Wirkung</translation>
    </message>
    <message>
        <source>Displacement width</source>
        <translation>Verlagerungsbreite</translation>
    </message>
    <message>
        <source>Dissimilarity to the fitted cells</source>
        <translation>Unähnlichkeit zu den angepassten Zellen</translation>
    </message>
    <message>
        <source>Distance ({unit})</source>
        <translation>Entfernung ({unit})</translation>
    </message>
    <message>
        <source>Distance to any other that is taken</source>
        <translation>Abstand zu jedem anderen, der aufgenommen wird</translation>
    </message>
    <message>
        <source>Distance to each risk factor, and density of its points, as rasters to look at. They are what the risk terrain model&apos;s variables are made from, on the same cells: distances from the cells&apos; centroids to the true geometry, and Epanechnikov kernel densities in points per square map unit.</source>
        <translation>Entfernung zu jedem Risikofaktor und Dichte seiner Punkte, als Raster zum Ansehen. Daraus entstehen die Variablen des RTM-Modells, auf denselben Zellen: Entfernungen von den Mittelpunkten der Zellen zur wahren Geometrie und Epanechnikov-Kerndichten in Punkten je Quadrat-Karteneinheit.</translation>
    </message>
    <message>
        <source>Distance to {factor}, up to {reach}</source>
        <translation>Entfernung zu {factor}, bis {reach}</translation>
    </message>
    <message>
        <source>Distances and densities</source>
        <translation>Entfernungen und Dichten</translation>
    </message>
    <message>
        <source>Distances are tried in steps of half a block or a whole one</source>
        <translation>Entfernungen werden in Schritten eines halben oder ganzen Blocks versucht</translation>
    </message>
    <message>
        <source>Distances are tried in steps of half a block or of a whole block, up to the maximum influence.</source>
        <translation>Entfernungen werden in Schritten eines halben oder ganzen Blocks bis zur größten Reichweite versucht.</translation>
    </message>
    <message>
        <source>Distances, and what counts as a high density, stay those of the model. Scores stay relative to the least risky cell of the model&apos;s own study area, so that before and after compare: a score below 1 is a cell less risky than any was. Classes on the map are the model&apos;s own too. Expected incidents are for as long a period as that of the model&apos;s incidents.</source>
        <translation>Entfernungen, und was als hohe Dichte gilt, bleiben die des Modells. Scores beziehen sich weiter auf die risikoärmste Zelle im Untersuchungsgebiet des Modells selbst, damit vorher und nachher vergleichbar sind: Ein Score unter 1 ist eine Zelle mit weniger Risiko, als irgendeine hatte. Auch die Klassen auf der Karte sind die des Modells. Erwartete Vorfälle gelten für einen Zeitraum, der so lang ist wie der der Vorfälle des Modells.</translation>
    </message>
    <message>
        <source>Distributions that are tried; the one with the best BIC is kept</source>
        <translation>Verteilungen, die versucht werden; die mit dem besten BIC wird behalten</translation>
    </message>
    <message>
        <source>Distributions that are tried; the one with the best BIC is kept. nb1 has variance proportional to the mean, nb2 a variance that grows with its square. poisson+nb1 is what RTMDx does.</source>
        <translation>Verteilungen, die versucht werden; die mit dem besten BIC wird behalten. Bei nb1 ist die Varianz proportional zum Mittelwert, bei nb2 wächst sie mit dessen Quadrat. poisson+nb1 ist, was RTMDx tut.</translation>
    </message>
    <message>
        <source>Do not build on these factors alone.</source>
        <translation>Stützen Sie sich nicht auf diese Faktoren allein.</translation>
    </message>
    <message>
        <source>Do not quote it: it hardly stood out, and where its having been selected is allowed for, {left} times the expected incidents are left.</source>
        <translation>Zitieren Sie ihn nicht: Er stach kaum hervor, und wenn man berücksichtigt, dass er ausgewählt wurde, bleibt das {left}-Fache der erwarteten Vorfälle.</translation>
    </message>
    <message>
        <source>Do not quote it: it stood out no more than it had to in order to be selected.</source>
        <translation>Zitieren Sie ihn nicht: Er stach nicht stärker hervor, als er musste, um ausgewählt zu werden.</translation>
    </message>
    <message>
        <source>Do not quote it: its interval holds 1, so that whether these are more incidents or fewer is not sure.</source>
        <translation>Zitieren Sie ihn nicht: Sein Intervall enthält die 1, sodass nicht sicher ist, ob es mehr Vorfälle sind oder weniger.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Done: residents are counted in the table ‘{table}’, by {n} groups.</source>
        <translation>Erfolgt: Bewohner sind in der Tabelle „{table}“ nach {n} Gruppen gezählt.</translation>
    </message>
    <message>
        <source>Done: {what}.</source>
        <translation>Erfolgt: {what}.</translation>
    </message>
    <message>
        <source>Draft of a record in version {version} of the Algorithmic Transparency Recording Standard. Before it is published, the team that runs it, the senior responsible owner and the press office have to clear it.</source>
        <translation>Entwurf eines Eintrags nach Version {version} des Algorithmic Transparency Recording Standard. Vor der Veröffentlichung müssen ihn das zuständige Team, die verantwortliche Führungskraft und die Pressestelle freigeben.</translation>
    </message>
    <message>
        <source>Draft of an Algorithmic Transparency Record.</source>
        <translation>Entwurf eines Eintrags nach dem Algorithmic Transparency Recording Standard.</translation>
    </message>
    <message>
        <source>Drawn beneath the places. Empty: none is drawn.</source>
        <translation>Wird unter den Orten gezeichnet. Leer: Es wird keiner gezeichnet.</translation>
    </message>
    <message>
        <source>Draws</source>
        <translation>Ziehungen</translation>
    </message>
    <message>
        <source>Draws of moved incidents</source>
        <translation>Ziehungen verschobener Vorfälle</translation>
    </message>
    <message>
        <source>Dropped factor: {factor}</source>
        <translation>Verworfener Faktor: {factor}</translation>
    </message>
    <message>
        <source>Dropped in the culling</source>
        <translation>In der Vorauswahl verworfen</translation>
    </message>
    <message>
        <source>Dropped in the search</source>
        <translation>Bei der Suche verworfen</translation>
    </message>
    <message>
        <source>Duplicates are told by &apos;{columns}&apos;.</source>
        <translation>Dubletten werden erkannt an: „{columns}“.</translation>
    </message>
    <message>
        <source>E-test</source>
        <translation>E-Test</translation>
    </message>
    <message>
        <source>Each area has a model of its own. A relative risk value says how many times the incidents of an otherwise equal cell go with one factor, within one distance, beside the other factors of that model: ×7 within 50 m in one area and ×2 within 150 m in another are no contradiction. Compare values where the factor acts alike, with their intervals; where the models have other factors, with care. Of many values the highest are too high by chance, in small areas above all: before one is quoted, its shrunken value in comparison.csv says how much of it stands. Areas are coloured in areas.gpkg by the strongest factor of those that are not in doubt. The scores of the risk terrains cannot be compared. Median and range are those of the areas where the factor is not in doubt; the median of an even number of them is the geometric mean of the two in the middle. A factor that is missing in an area may have no effect there, or too few incidents or features to show one: small areas find fewer factors. The values show what goes together with incidents, and not what causes them.</source>
        <translation>Jedes Gebiet hat sein eigenes Modell. Ein relativer Risikowert sagt, mit dem Wievielfachen der Vorfälle einer sonst gleichen Zelle ein Faktor bis zu einer Entfernung einhergeht, neben den anderen Faktoren dieses Modells: ×7 bis 50 m in einem Gebiet und ×2 bis 150 m in einem anderen sind kein Widerspruch. Vergleichen Sie Werte, wo der Faktor gleich wirkt, mit ihren Intervallen; wo die Modelle andere Faktoren haben, mit Vorsicht. Von vielen Werten sind die höchsten durch Zufall zu hoch, in kleinen Gebieten vor allem: Bevor Sie einen zitieren, sagt sein geschrumpfter Wert in comparison.csv, wie viel davon Bestand hat. In areas.gpkg sind Gebiete nach dem stärksten der Faktoren gefärbt, die nicht zweifelhaft sind. Die Scores der Risikoterrains lassen sich nicht vergleichen. Median und Spannweite sind die der Gebiete, in denen der Faktor nicht zweifelhaft ist; bei einer geraden Anzahl ist der Median das geometrische Mittel der beiden mittleren. Ein Faktor, der in einem Gebiet fehlt, hat dort vielleicht keinen Effekt, oder es gibt zu wenige Vorfälle oder Objekte, um einen zu zeigen: In kleinen Gebieten werden weniger Faktoren gefunden. Die Werte zeigen, was mit Vorfällen einhergeht, und nicht, was sie verursacht.</translation>
    </message>
    <message>
        <source>Each counts the people of one group in a polygon. Groups may overlap.</source>
        <translation>Jedes zählt die Personen einer Gruppe in einem Polygon. Gruppen dürfen sich überschneiden.</translation>
    </message>
    <message>
        <source>Each document is a page and, where asked for, Markdown with the same words; word processors open both. (QGIS brings no library that writes DOCX.)</source>
        <translation>Jedes Dokument ist eine Seite und, wo verlangt, Markdown mit demselben Wortlaut; Textverarbeitungen öffnen beides. (QGIS bringt keine Bibliothek mit, die DOCX schreibt.)</translation>
    </message>
    <message>
        <source>Each factor was tried at a ladder of distances; at most one of its variables may enter the model. Shown is the relative risk value that each variable has</source>
        <translation>Jeder Faktor wurde in einer Reihe von Entfernungen versucht; höchstens eine seiner Variablen kann ins Modell kommen. Gezeigt ist der relative Risikowert jeder Variable</translation>
    </message>
    <message>
        <source>Each feature of a polygon layer, such as the boroughs of a force, is a study area; each incident layer, or each value of a field, is a type. All runs have the same risk factors and settings: those of a setup file that the panel has saved, or the defaults. Each run is a process of its own with a folder of its own. One that fails does not stop the others.</source>
        <translation>Jedes Objekt eines Polygonlayers, etwa die Bezirke einer Polizeibehörde, ist ein Untersuchungsgebiet; jeder Vorfallslayer, oder jeder Wert eines Feldes, ist eine Art. Alle Läufe haben dieselben Risikofaktoren und Einstellungen: die einer Einrichtungsdatei, die das Bedienfeld gespeichert hat, oder die Vorgaben. Jeder Lauf ist ein eigener Prozess mit einem eigenen Ordner. Schlägt einer fehl, hält das die übrigen nicht auf.</translation>
    </message>
    <message>
        <source>Each incident was moved {n_draws:,} times by up to {length} {unit}, near more often than far and within the study area, and the whole selection was done again. A factor survives if it is found again in at least {mostly} of the draws, and half of them leave it at least {half} of its effect (the logarithm of its value); the riskiest places survive if at least {mostly} of them stay on average. These limits are conventions. Moving blurs what is true as well, so that somewhat lower values are to be expected.</source>
        <translation>Jeder Vorfall wurde {n_draws:,}-mal um bis zu {length}&#xa0;{unit} verschoben, öfter nahe als weit und innerhalb des Untersuchungsgebiets, und die gesamte Auswahl wurde wiederholt. Ein Faktor bleibt bestehen, wenn er in mindestens {mostly} der Ziehungen wiedergefunden wird und ihm die Hälfte davon mindestens {half} seines Effekts lässt (des Logarithmus seines Werts); die riskantesten Orte bleiben bestehen, wenn im Mittel mindestens {mostly} von ihnen bleiben. Diese Grenzen sind Konventionen. Das Verschieben verwischt auch, was wahr ist, sodass etwas kleinere Werte zu erwarten sind.</translation>
    </message>
    <message>
        <source>Each model is made from the incidents before a day of its own ({first} to {last}), and judged by those from then on.</source>
        <translation>Jedes Modell ist aus den Vorfällen vor einem eigenen Tag ({first} bis {last}) gemacht und wird an denen ab dann gemessen.</translation>
    </message>
    <message>
        <source>Each of its values is a group too: all people of the polygons that have it, such as a decile.</source>
        <translation>Auch jeder seiner Werte ist eine Gruppe: alle Personen der Polygone, die ihn haben, etwa ein Dezil.</translation>
    </message>
    <message>
        <source>Each of {n:,} places is treated on {days} days of every week for {weeks} weeks, drawn by lot, with visits of {minutes} minutes; the other days are its control.</source>
        <translation>An jedem von {n:,} Orten findet die Maßnahme {weeks} Wochen lang an {days} ausgelosten Tagen jeder Woche statt, mit Besuchen von {minutes} Minuten; die übrigen Tage sind seine Kontrolle.</translation>
    </message>
    <message>
        <source>Each place is its own control: the difference is that of its treated and untreated days within a week, summed over all. Its interval takes counts for Poisson.</source>
        <translation>Jeder Ort ist seine eigene Kontrolle: Die Differenz ist die zwischen seinen Tagen mit und ohne Maßnahme innerhalb einer Woche, über alle summiert. Bei ihrem Intervall sind Anzahlen als Poisson-verteilt angenommen.</translation>
    </message>
    <message>
        <source>Each report says how well its model foretells them.</source>
        <translation>Jeder Bericht sagt, wie gut sein Modell sie vorhersagt.</translation>
    </message>
    <message>
        <source>Each risk factor becomes variables that tell whether a cell is within a distance of it, or where it is concentrated, for a ladder of distances. A cross-validated elastic net culls them; a stepwise search by BIC then picks at most one variable per factor, in Poisson and negative binomial models, of which the best is kept. The risk terrain is the relative risk score of each cell: 1 is the least risky, and cells above the mean plus two standard deviations are the highest-risk places.</source>
        <translation>Aus jedem Risikofaktor werden Variablen, die sagen, ob eine Zelle innerhalb einer Entfernung von ihm liegt, oder wo er konzentriert ist, für eine Leiter von Entfernungen. Ein kreuzvalidiertes Elastic Net trifft die Vorauswahl; eine schrittweise Suche nach BIC wählt dann höchstens eine Variable je Faktor, in Poisson- und negativ binomialen Modellen, von denen das beste behalten wird. Das Risikoterrain ist der relative Risikoscore jeder Zelle: 1 hat die risikoärmste, und Zellen über dem Mittelwert plus zwei Standardabweichungen sind die Orte höchsten Risikos.</translation>
    </message>
    <message>
        <source>Each risk factor is tried at several distances, as closeness to its features or as their density: {n_candidates:,} variables of {n_specs} factors.</source>
        <translation>Jeder Risikofaktor wird in mehreren Entfernungen versucht, als Nähe zu seinen Objekten oder als deren Dichte: {n_candidates:,} Variablen aus {n_specs} Faktoren.</translation>
    </message>
    <message>
        <source>Each ticked layer is a possible risk factor. It may act by being near or by being concentrated, as far as some blocks; one is expected to protect. Press Check to see what is doubtful about them.</source>
        <translation>Jeder angehakte Layer ist ein möglicher Risikofaktor. Er kann durch Nähe oder durch Dichte wirken, bis zu einigen Blöcken weit; von einem wird erwartet, dass er schützt. Drücken Sie „Prüfen“, um zu sehen, was an ihnen zweifelhaft ist.</translation>
    </message>
    <message>
        <source>Each wave begins on its first day ({days})</source>
        <translation>Jede Welle beginnt an ihrem ersten Tag ({days})</translation>
    </message>
    <message>
        <source>Each with its share of incidents</source>
        <translation>Jeder mit seinem Anteil an Vorfällen</translation>
    </message>
    <message>
        <source>Earlier incidents</source>
        <translation>Frühere Vorfälle</translation>
    </message>
    <message>
        <source>Effect (percent)</source>
        <translation>Effekt (Prozent)</translation>
    </message>
    <message>
        <source>Effect on risk</source>
        <translation>Auswirkung auf das Risiko</translation>
    </message>
    <message>
        <source>Empty: Risk terrain, and what it is of: incidents, study area and dates.</source>
        <translation>Leer: Risikoterrain, und wovon es ist: Vorfälle, Untersuchungsgebiet und Zeitraum.</translation>
    </message>
    <message>
        <source>Empty: it is told from the values (the British National Grid, degrees) and said in the log.</source>
        <translation>Leer: Es wird aus den Werten erschlossen (British National Grid, Grad) und im Protokoll genannt.</translation>
    </message>
    <message>
        <source>Empty: name.</source>
        <translation>Leer: name.</translation>
    </message>
    <message>
        <source>Empty: recognised by its name or values.</source>
        <translation>Leer: wird am Namen oder an den Werten erkannt.</translation>
    </message>
    <message>
        <source>Empty: recognised by its name, such as ref_no or osm_id.</source>
        <translation>Leer: wird am Namen erkannt, etwa ref_no oder osm_id.</translation>
    </message>
    <message>
        <source>Empty: recognised by its name.</source>
        <translation>Leer: wird am Namen erkannt.</translation>
    </message>
    <message>
        <source>Empty: the areas are called by their rank.</source>
        <translation>Leer: Die Gebiete heißen nach ihrem Rang.</translation>
    </message>
    <message>
        <source>Empty: the layer&apos;s name.</source>
        <translation>Leer: der Name des Layers.</translation>
    </message>
    <message>
        <source>Empty: what the risk terrain is of, or the name of the layer of places.</source>
        <translation>Leer: wovon das Risikoterrain ist, oder der Name des Layers der Orte.</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Kodierung</translation>
    </message>
    <message>
        <source>End in an error where a run failed</source>
        <translation>Mit Fehler enden, wenn ein Lauf fehlschlägt</translation>
    </message>
    <message>
        <source>End the run; nothing of it is left</source>
        <translation>Den Lauf beenden; nichts davon bleibt übrig</translation>
    </message>
    <message>
        <source>End the tour</source>
        <translation>Rundgang beenden</translation>
    </message>
    <message>
        <source>Ended without a result</source>
        <translation>Ohne Ergebnis beendet</translation>
    </message>
    <message>
        <source>Ending…</source>
        <translation>Wird beendet…</translation>
    </message>
    <message>
        <source>Equality: what the public sector equality duty asks</source>
        <translation>Gleichstellung: was die Gleichstellungspflicht öffentlicher Stellen verlangt</translation>
    </message>
    <message>
        <source>Every cell has the same relative risk score: the terrain alone names no priority places.</source>
        <translation>Jede Zelle hat denselben relativen Risikoscore: Das Terrain allein ergibt keine Schwerpunktorte.</translation>
    </message>
    <message>
        <source>Everything is flagged: there is nobody outside to compare with.</source>
        <translation>Alles ist markiert: Außerhalb ist niemand, mit dem sich vergleichen ließe.</translation>
    </message>
    <message>
        <source>Everything is ticked: untick a risk factor or a feature first.</source>
        <translation>Alles ist angehakt: Nehmen Sie zuerst das Häkchen eines Risikofaktors oder Objekts weg.</translation>
    </message>
    <message>
        <source>Evidence of fewer incidents where places were treated</source>
        <translation>Evidenz für weniger Vorfälle dort, wo die Maßnahme stattfand</translation>
    </message>
    <message>
        <source>Evidence of more incidents where places were treated</source>
        <translation>Evidenz für mehr Vorfälle dort, wo die Maßnahme stattfand</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>Exakt</translation>
    </message>
    <message>
        <source>Example models</source>
        <translation>Beispielmodelle</translation>
    </message>
    <message>
        <source>Excluded area</source>
        <translation>Ausgeschlossene Fläche</translation>
    </message>
    <message>
        <source>Excluded areas</source>
        <translation>Ausgeschlossene Flächen</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Expected by the landscape</source>
        <translation>Nach dem Umfeld erwartet</translation>
    </message>
    <message>
        <source>Expected by what happened here</source>
        <translation>Nach dem Geschehen hier erwartet</translation>
    </message>
    <message>
        <source>Expected by what happens around</source>
        <translation>Nach dem Geschehen ringsum erwartet</translation>
    </message>
    <message>
        <source>Expected direction</source>
        <translation>Erwartete Richtung</translation>
    </message>
    <message>
        <source>Expected in a cell: mean {mean}, SD {sd}</source>
        <translation>Erwartet in einer Zelle: Mittelwert {mean}, SD {sd}</translation>
    </message>
    <message>
        <source>Expected incidents</source>
        <translation>Erwartete Vorfälle</translation>
    </message>
    <message>
        <source>Expected incidents after</source>
        <translation>Erwartete Vorfälle nachher</translation>
    </message>
    <message>
        <source>Expected incidents are those of a period as long as that of the incidents that went in.</source>
        <translation>Erwartete Vorfälle gelten für einen Zeitraum, der so lang ist wie der, aus dem die eingegangenen Vorfälle stammen.</translation>
    </message>
    <message>
        <source>Expected incidents before</source>
        <translation>Erwartete Vorfälle vorher</translation>
    </message>
    <message>
        <source>Expected incidents given terrain and history</source>
        <translation>Nach Terrain und Vorgeschichte erwartete Vorfälle</translation>
    </message>
    <message>
        <source>Expected incidents in the places, percent of all</source>
        <translation>Erwartete Vorfälle in den Orten, Prozent aller</translation>
    </message>
    <message>
        <source>Expected incidents of a cell</source>
        <translation>Erwartete Vorfälle einer Zelle</translation>
    </message>
    <message>
        <source>Expected incidents of a cell over those of the least risky cell, which has 1.</source>
        <translation>Die erwarteten Vorfälle einer Zelle, geteilt durch die der risikoärmsten Zelle, deren Score 1 ist.</translation>
    </message>
    <message>
        <source>Expected incidents: {before:,.4g} before, {after:,.4g} after ({percent:+.2g}%); highest-risk cells: {highest_before:,} before, {highest_after:,} after. This is correlation: it does not say that the change would lower the risk.</source>
        <translation>Erwartete Vorfälle: vorher {before:,.4g}, nachher {after:,.4g} ({percent:+.2g}%); Zellen höchsten Risikos: vorher {highest_before:,}, nachher {highest_after:,}. Das ist Korrelation: Es besagt nicht, dass die Änderung das Risiko senken würde.</translation>
    </message>
    <message>
        <source>Expected incidents: {before} before, {after} after ({percent}%).</source>
        <translation>Erwartete Vorfälle: {before} vorher, {after} nachher ({percent}%).</translation>
    </message>
    <message>
        <source>Expected incidents: {n} ({percent}% of all)</source>
        <translation>Erwartete Vorfälle: {n} ({percent}% aller)</translation>
    </message>
    <message>
        <source>Expected, percent of all</source>
        <translation>Erwartet, Prozent aller</translation>
    </message>
    <message>
        <source>Explain a place</source>
        <translation>Einen Ort erklären</translation>
    </message>
    <message>
        <source>Explained places</source>
        <translation>Erklärte Orte</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Erklärung</translation>
    </message>
    <message>
        <source>Explanation in sentences</source>
        <translation>Erklärung in Sätzen</translation>
    </message>
    <message>
        <source>Exposed</source>
        <translation>Betroffen</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>Betroffenheit</translation>
    </message>
    <message>
        <source>Exposure report</source>
        <translation>Bericht zur Betroffenheit</translation>
    </message>
    <message>
        <source>External supplier</source>
        <translation>Externe Anbieter</translation>
    </message>
    <message>
        <source>External supplier involvement</source>
        <translation>Beteiligung externer Anbieter</translation>
    </message>
    <message>
        <source>External supplier role</source>
        <translation>Rolle der externen Anbieter</translation>
    </message>
    <message>
        <source>Factor field</source>
        <translation>Faktorfeld</translation>
    </message>
    <message>
        <source>Factor or surroundings</source>
        <translation>Faktor oder Umgebung</translation>
    </message>
    <message>
        <source>Factor rasters</source>
        <translation>Faktorraster</translation>
    </message>
    <message>
        <source>Factor: one place of all that is merged</source>
        <translation>Faktor: ein Ort in allem, was zusammengefasst ist</translation>
    </message>
    <message>
        <source>Factors</source>
        <translation>Faktoren</translation>
    </message>
    <message>
        <source>Factors that were dropped</source>
        <translation>Verworfene Faktoren</translation>
    </message>
    <message>
        <source>Factors where incidents are moved</source>
        <translation>Faktoren bei verschobenen Vorfällen</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Objekte</translation>
    </message>
    <message>
        <source>Features to leave out, a line for each risk factor: its name alone for all of them, or name = expression for those for which the expression is true, such as bars = &quot;closing&quot; &gt; &apos;02:00&apos;.</source>
        <translation>Objekte, die weggelassen werden, eine Zeile für jeden Risikofaktor: nur sein Name für alle, oder Name = Ausdruck für die, auf die der Ausdruck zutrifft, etwa bars = &quot;closing&quot; &gt; &apos;02:00&apos;.</translation>
    </message>
    <message>
        <source>Features without a usable geometry are skipped or repaired, with a warning; layers are reprojected to the study area&apos;s coordinate reference system ({crs}).</source>
        <translation>Objekte ohne brauchbare Geometrie werden mit einer Warnung übersprungen oder repariert; Layer werden in das Koordinatenbezugssystem des Untersuchungsgebiets umprojiziert ({crs}).</translation>
    </message>
    <message>
        <source>Fewer people than these are not told, nor what would give them away; 0 tells all.</source>
        <translation>Weniger Personen als diese Zahl werden nicht genannt, auch nichts, was sie verraten würde; 0 nennt alle.</translation>
    </message>
    <message>
        <source>Fewer than {least} of {total} incidents are in the cell with most</source>
        <translation>Weniger als {least} von {total} Vorfällen sind in der Zelle mit den meisten</translation>
    </message>
    <message>
        <source>Fewer than {smallest} people of a group, inside or outside, are not told, nor what would give them away.</source>
        <translation>Weniger als {smallest} Personen einer Gruppe, innerhalb oder außerhalb, werden nicht genannt, auch nicht, was sie verraten würde.</translation>
    </message>
    <message>
        <source>Fewest cells</source>
        <translation>Wenigste Zellen</translation>
    </message>
    <message>
        <source>Fewest incidents</source>
        <translation>Wenigste Vorfälle</translation>
    </message>
    <message>
        <source>Field &apos;{field}&apos; of population &apos;{name}&apos; has {n:,} values: choose one of at most {most} classes.</source>
        <translation>Das Feld „{field}“ der Bevölkerung „{name}“ hat {n:,} Werte: Wählen Sie eines mit höchstens {most} Klassen.</translation>
    </message>
    <message>
        <source>Field of a polygon denominator with the number of each polygon.</source>
        <translation>Feld einer Bezugsgröße aus Polygonen mit der Zahl jedes Polygons.</translation>
    </message>
    <message>
        <source>Field of all people</source>
        <translation>Feld aller Personen</translation>
    </message>
    <message>
        <source>Field of classes</source>
        <translation>Feld der Klassen</translation>
    </message>
    <message>
        <source>Field of polygon adjustments with the number of each polygon.</source>
        <translation>Feld von Adjustierungen aus Polygonen mit der Zahl jedes Polygons.</translation>
    </message>
    <message>
        <source>Field of the adjustments</source>
        <translation>Feld der Adjustierungen</translation>
    </message>
    <message>
        <source>Field of the arm</source>
        <translation>Feld der Gruppe</translation>
    </message>
    <message>
        <source>Field of the block</source>
        <translation>Feld des Blocks</translation>
    </message>
    <message>
        <source>Field of the class</source>
        <translation>Feld der Klasse</translation>
    </message>
    <message>
        <source>Field of the counts</source>
        <translation>Feld der Anzahlen</translation>
    </message>
    <message>
        <source>Field of the denominator</source>
        <translation>Feld der Bezugsgröße</translation>
    </message>
    <message>
        <source>Field of the incidents whose values are the types, such as crime_type. Empty: each layer is a type.</source>
        <translation>Feld der Vorfälle, dessen Werte die Arten sind, etwa crime_type. Leer: Jeder Layer ist eine Art.</translation>
    </message>
    <message>
        <source>Field of the incidents with their dates, or months such as 2022-07. With it the model is made from the earlier incidents only, and judged by the later ones. Empty: all incidents, no validation.</source>
        <translation>Feld der Vorfälle mit ihrem Datum oder Monaten wie 2022-07. Damit wird das Modell nur aus den früheren Vorfällen gebildet und an den späteren gemessen. Leer: alle Vorfälle, keine Validierung.</translation>
    </message>
    <message>
        <source>Field of the incidents with their dates, with or without the time. Needed with incidents.</source>
        <translation>Feld der Vorfälle mit ihrem Datum, mit oder ohne Uhrzeit. Nötig, wenn Vorfälle angegeben sind.</translation>
    </message>
    <message>
        <source>Field of the incidents with their dates: with it the dispersion is that of a place from one time to the next, as it ought to be. Empty: that between places, which is too high.</source>
        <translation>Feld der Vorfälle mit ihrem Datum: Damit ist die Dispersion die eines Ortes von einer Zeit zur nächsten, wie es sein soll. Leer: die zwischen Orten, die zu groß ist.</translation>
    </message>
    <message>
        <source>Field of the incidents, both those before and after, with their dates, or months such as 2022-07, which last to their end and cannot be divided; a calendar needs days.</source>
        <translation>Feld der Vorfälle davor und danach mit ihrem Datum oder Monaten wie 2022-07, die bis zu ihrem Ende dauern und nicht geteilt werden können; ein Kalender braucht Tage.</translation>
    </message>
    <message>
        <source>Field of the names</source>
        <translation>Feld der Namen</translation>
    </message>
    <message>
        <source>Field of the places that says treatment or control; others are left out. Empty: arm.</source>
        <translation>Feld der Orte, in dem treatment oder control steht; andere werden ausgelassen. Leer: arm.</translation>
    </message>
    <message>
        <source>Field of the places with the pair or block within which lots were drawn (the same value for all: among all). Empty: block. Where there is no such field, no lots were drawn.</source>
        <translation>Feld der Orte mit dem Paar oder Block, in dem gelost wurde (überall derselbe Wert: unter allen). Leer: block. Wo es kein solches Feld gibt, wurde nicht gelost.</translation>
    </message>
    <message>
        <source>Field of the polygons&apos; names</source>
        <translation>Feld mit den Namen der Polygone</translation>
    </message>
    <message>
        <source>Field of the priority</source>
        <translation>Feld der Priorität</translation>
    </message>
    <message>
        <source>Field of the reference number</source>
        <translation>Feld der Referenznummer</translation>
    </message>
    <message>
        <source>Field of the risk</source>
        <translation>Feld des Risikos</translation>
    </message>
    <message>
        <source>Field of the study areas&apos; names, by which folders and rows are called. Features of one name are one study area. Empty: areas are numbered.</source>
        <translation>Feld mit den Namen der Untersuchungsgebiete, nach denen Ordner und Zeilen heißen. Objekte mit demselben Namen sind ein Untersuchungsgebiet. Leer: Die Gebiete werden nummeriert.</translation>
    </message>
    <message>
        <source>Field of their names</source>
        <translation>Feld ihrer Namen</translation>
    </message>
    <message>
        <source>Field that holds the places&apos; names. Empty: they are numbered in the order of the layer.</source>
        <translation>Feld mit den Namen der Orte. Leer: Sie werden in der Reihenfolge des Layers nummeriert.</translation>
    </message>
    <message>
        <source>Field with the time of day (21:57, or 21). Empty: the time in the date field.</source>
        <translation>Feld mit der Uhrzeit (21:57, oder 21). Leer: die Uhrzeit im Datumsfeld.</translation>
    </message>
    <message>
        <source>Fields of the factor layers that hold the features&apos; names, separated by semicolons: the first that a layer has is used, upper or lower case. Empty: no names.</source>
        <translation>Felder der Faktorlayer mit den Namen der Objekte, durch Semikolon getrennt: Das erste, das ein Layer hat, wird verwendet, groß oder klein geschrieben. Leer: keine Namen.</translation>
    </message>
    <message>
        <source>Fields of the groups</source>
        <translation>Felder der Gruppen</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>File &apos;{path}&apos; was not written by this plugin, or was changed since: it stays as it is.</source>
        <translation>Die Datei „{path}“ wurde nicht von dieser Erweiterung geschrieben oder seither geändert: Sie bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Files in the run&apos;s folder: risk terrain, model table, report, candidates, cells. The model file, a log, and the setup file from which the run can be made again are always there.</source>
        <translation>Dateien im Ordner des Laufs: Risikoterrain, Modelltabelle, Bericht, Kandidaten, Zellen. Die Modelldatei, ein Protokoll und die Einrichtungsdatei, mit der der Lauf erneut ausgeführt werden kann, sind immer dabei.</translation>
    </message>
    <message>
        <source>Filled from the model file and from tables that were given with it ({tables}); whether these are of this model was not checked. What is not known, or was not done, is said to be so.</source>
        <translation>Ausgefüllt aus der Modelldatei und aus Tabellen, die mit ihr angegeben wurden ({tables}); ob diese zu diesem Modell gehören, wurde nicht geprüft. Was nicht bekannt ist oder nicht getan wurde, wird als solches benannt.</translation>
    </message>
    <message>
        <source>Filled from the model file. What is not known, or was not done, is said to be so.</source>
        <translation>Ausgefüllt aus der Modelldatei. Was nicht bekannt ist oder nicht getan wurde, wird als solches benannt.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Find the dates before lots are relied on: {why}.</source>
        <translation>Ermitteln Sie die fehlenden Datumsangaben, bevor Sie sich auf die Lose verlassen: {why}.</translation>
    </message>
    <message>
        <source>Find the priority places</source>
        <translation>Schwerpunktorte finden</translation>
    </message>
    <message>
        <source>Finds which features of the landscape go together with incidents, and how strongly, and maps the risk that they make up.</source>
        <translation>Findet, welche Merkmale des Umfelds mit Vorfällen einhergehen und wie stark, und kartiert das Risiko, das sie zusammen ergeben.</translation>
    </message>
    <message>
        <source>Finished runs that are made anew, because they were made from other {parts}: {n} of {all}. Their files stay until the new ones are complete; to keep them, cancel and choose another folder.</source>
        <translation>Fertige Läufe, die neu gerechnet werden, weil sich seither geändert hat, woraus sie entstanden sind ({parts}): {n} von {all}. Ihre Dateien bleiben, bis die neuen vollständig sind; um sie zu behalten, brechen Sie ab und wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>First date</source>
        <translation>Erstes Datum</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>First day of the later period</source>
        <translation>Erster Tag des späteren Zeitraums</translation>
    </message>
    <message>
        <source>First day of the later period (2022-07-01, or 2022-07), or the share of the incidents that are to be the earlier ones (50%, or 0.5). none: no split, all incidents make the model.</source>
        <translation>Erster Tag des späteren Zeitraums (2022-07-01 oder 2022-07), oder der Anteil der Vorfälle, der zu den früheren gehören soll (50% oder 0.5). none: keine Teilung, alle Vorfälle bilden das Modell.</translation>
    </message>
    <message>
        <source>First day of the later period, such as 2022-07-01, or a share such as 50%</source>
        <translation>Erster Tag des späteren Zeitraums, etwa 2022-07-01, oder ein Anteil wie 50%</translation>
    </message>
    <message>
        <source>First day of treatment</source>
        <translation>Erster Tag der Maßnahme</translation>
    </message>
    <message>
        <source>First day or month before. Empty: as the places&apos; field base_from says, or the first of the dates, of both layers.</source>
        <translation>Erster Tag oder Monat vorher. Leer: wie im Feld base_from der Orte, sonst das früheste Datum beider Layer.</translation>
    </message>
    <message>
        <source>First day or month of treatment. Empty: as the places&apos; field starts says.</source>
        <translation>Erster Tag oder Monat der Maßnahme. Leer: wie im Feld starts der Orte.</translation>
    </message>
    <message>
        <source>First day or month to count (2023-01-01, or 2023-01). Empty: the first.</source>
        <translation>Erster Tag oder Monat, der gezählt wird (2023-01-01 oder 2023-01). Leer: der erste.</translation>
    </message>
    <message>
        <source>First day or month to use (2022-01-01, or 2022-01), by the date field.</source>
        <translation>Erster Tag oder Monat, der verwendet wird (2022-01-01 oder 2022-01), nach dem Datumsfeld.</translation>
    </message>
    <message>
        <source>First day:</source>
        <translation>Erster Tag:</translation>
    </message>
    <message>
        <source>First month</source>
        <translation>Erster Monat</translation>
    </message>
    <message>
        <source>First run…</source>
        <translation>Erster Lauf…</translation>
    </message>
    <message>
        <source>Fit and diagnostics gave no warning.</source>
        <translation>Anpassung und Diagnosen ergaben keine Warnung.</translation>
    </message>
    <message>
        <source>Fit before, judge after</source>
        <translation>Vorher anpassen, nachher beurteilen</translation>
    </message>
    <message>
        <source>Fit the model in the background; you can go on working</source>
        <translation>Das Modell im Hintergrund anpassen; Sie können weiterarbeiten</translation>
    </message>
    <message>
        <source>Fit the risk terrain</source>
        <translation>Risikoterrain anpassen</translation>
    </message>
    <message>
        <source>Fit to the earlier incidents</source>
        <translation>An die früheren Vorfälle anpassen</translation>
    </message>
    <message>
        <source>Fitted cells with the same combination</source>
        <translation>Angepasste Zellen mit derselben Kombination</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>Markiert</translation>
    </message>
    <message>
        <source>Flagged (% of the cells)</source>
        <translation>Markiert (% der Zellen)</translation>
    </message>
    <message>
        <source>Flagged are {what}, {percent}% of the cells; counted are people in or within {near} of them, {wide}% of the cells.</source>
        <translation>Markiert: {what}, {percent}% der Zellen; gezählt: Personen darin oder bis {near} davon entfernt, {wide}% der Zellen.</translation>
    </message>
    <message>
        <source>Flagged are {what}, {percent}% of the cells; counted are people in them, not near them.</source>
        <translation>Markiert: {what}, {percent}% der Zellen; gezählt: Personen darin, nicht in der Nähe.</translation>
    </message>
    <message>
        <source>Flagged or near (% of the cells)</source>
        <translation>Markiert oder nahe (% der Zellen)</translation>
    </message>
    <message>
        <source>Flagged places</source>
        <translation>Markierte Orte</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Folder &apos;{folder}&apos; holds a raster &apos;{name}&apos; of something else: choose another folder.</source>
        <translation>Der Ordner „{folder}“ enthält ein Raster „{name}“ von etwas anderem: Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Folder &apos;{folder}&apos; holds something else than a batch (&apos;{other}&apos;): choose an empty or a new folder, or that of an earlier batch.</source>
        <translation>Der Ordner „{folder}“ enthält etwas anderes als einen Stapel („{other}“): Wählen Sie einen leeren oder neuen Ordner, oder den eines früheren Stapels.</translation>
    </message>
    <message>
        <source>Folder of rasters</source>
        <translation>Ordner der Raster</translation>
    </message>
    <message>
        <source>Folder of this month</source>
        <translation>Ordner dieses Monats</translation>
    </message>
    <message>
        <source>Folds</source>
        <translation>Folds</translation>
    </message>
    <message>
        <source>Folds of kind &apos;{fold_kind}&apos; are not known; use {fold_kinds}.</source>
        <translation>Folds der Art „{fold_kind}“ sind nicht bekannt; verwenden Sie {fold_kinds}.</translation>
    </message>
    <message>
        <source>For a crossover.</source>
        <translation>Für täglichen Wechsel (Crossover).</translation>
    </message>
    <message>
        <source>For a crossover: one row per place and day, treated (1) or not (0), and minutes of the visit. Keep it from whoever records incidents.</source>
        <translation>Für täglichen Wechsel (Crossover): eine Zeile je Ort und Tag, mit Maßnahme (1) oder ohne (0), und Minuten des Besuchs. Geben Sie ihn niemandem, der Vorfälle aufzeichnet.</translation>
    </message>
    <message>
        <source>For a stepped trial. Where it lasts whole months, they begin after whole months.</source>
        <translation>Für einen Versuch in Wellen. Dauert er ganze Monate, beginnen sie nach ganzen Monaten.</translation>
    </message>
    <message>
        <source>For area_budget, in hectares.</source>
        <translation>Für area_budget, in Hektar.</translation>
    </message>
    <message>
        <source>For at most one factor to be expected to be wrong, it has to be found in at least {enough:,} of {n_resamples:,} halves: none was.</source>
        <translation>Damit höchstens ein falscher Faktor zu erwarten ist, muss ein Faktor in mindestens {enough:,} von {n_resamples:,} Hälften gefunden werden: Bei keinem war das so.</translation>
    </message>
    <message>
        <source>For blocks; made a multiple of the number of arms.</source>
        <translation>Für Blöcke; wird zu einem Vielfachen der Anzahl der Gruppen gemacht.</translation>
    </message>
    <message>
        <source>For compact_places and patrol_places, in hectares: what can be walked, usually 2 to 6.</source>
        <translation>Für compact_places und patrol_places, in Hektar: was sich begehen lässt, üblicherweise 2 bis 6.</translation>
    </message>
    <message>
        <source>For compact_places, top_places and patrol_places.</source>
        <translation>Für compact_places, top_places und patrol_places.</translation>
    </message>
    <message>
        <source>For each cell, whether features lie within a distance of it, or are dense there.</source>
        <translation>Für jede Zelle, ob Objekte innerhalb einer bestimmten Entfernung liegen, oder ob sie dort dicht liegen.</translation>
    </message>
    <message>
        <source>For each place and each week {days} of the 7 days were drawn by lot, each set of days being as likely.</source>
        <translation>Für jeden Ort und jede Woche wurde eine Auswahl von {days} der 7 Tage gelost; jede Auswahl von Tagen ist gleich wahrscheinlich.</translation>
    </message>
    <message>
        <source>For the data-protection impact assessment and the public sector equality duty.</source>
        <translation>Für die Datenschutz-Folgenabschätzung und die Gleichstellungspflicht öffentlicher Stellen.</translation>
    </message>
    <message>
        <source>For the power: a thousand tell it to about 3 percent points.</source>
        <translation>Für die Teststärke: Tausend geben sie auf etwa 3 Prozentpunkte genau an.</translation>
    </message>
    <message>
        <source>For top_percent.</source>
        <translation>Für top_percent.</translation>
    </message>
    <message>
        <source>Forecasts are no better than those of simpler maps.</source>
        <translation>Vorhersagen sind nicht besser als die einfacherer Karten.</translation>
    </message>
    <message>
        <source>Found again</source>
        <translation>Wiedergefunden</translation>
    </message>
    <message>
        <source>Found in at least {enough:,} of {n_resamples:,} halves: {factors}; at most one of these is expected to be wrong.</source>
        <translation>In mindestens {enough:,} von {n_resamples:,} Hälften gefunden: {factors}; zu erwarten ist, dass höchstens einer davon falsch ist.</translation>
    </message>
    <message>
        <source>Found in at least {enough:,} of {n_resamples:,} halves: {factor} alone. That at most one is expected to be wrong says nothing of a single one.</source>
        <translation>In mindestens {enough:,} von {n_resamples:,} Hälften gefunden: nur {factor}. Dass höchstens ein falscher zu erwarten ist, sagt nichts über einen einzelnen.</translation>
    </message>
    <message>
        <source>Found in more areas than any other factor: {factors}, each in {n_areas} of {n_done}.</source>
        <translation>In mehr Gebieten gefunden als jeder andere Faktor: {factors}, jeder in {n_areas} von {n_done}.</translation>
    </message>
    <message>
        <source>Found in more areas than any other factor: {factor}, in {n_areas} of {n_done}, with a median relative risk value of {median}; {where}.</source>
        <translation>In mehr Gebieten gefunden als jeder andere Faktor: „{factor}“, in {n_areas} von {n_done}, mit einem relativen Risikowert von {median} im Median; {where}.</translation>
    </message>
    <message>
        <source>Free shapes around hot spots</source>
        <translation>Freie Formen um Hotspots</translation>
    </message>
    <message>
        <source>Frequency and scale of usage</source>
        <translation>Häufigkeit und Umfang der Verwendung</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>Fr</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>Freitag</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>From the police&apos;s archive to a risk terrain model of each borough and type of crime, in one go: imports the incidents of the last months and has the batch model them, one borough after the other, each with its report, and compare what it finds. Each month: the new archive, a new first month, a new folder. With the folder of an interrupted run it goes on where it was.</source>
        <translation>Vom Archiv der Polizei zu einem RTM-Modell für jeden Bezirk und jede Deliktart, in einem Zug: Importiert die Vorfälle der letzten Monate und lässt sie im Stapel modellieren, einen Bezirk nach dem anderen, jeden mit seinem Bericht, und vergleichen, was gefunden wird. Jeden Monat: das neue Archiv, ein neuer erster Monat, ein neuer Ordner. Mit dem Ordner eines abgebrochenen Laufs geht es weiter, wo dieser war.</translation>
    </message>
    <message>
        <source>From {n:,} simulated trials with negative binomial counts (variance = mean + {spread} × mean²), each judged as this one will be, at {level}% confidence (seed {seed}).</source>
        <translation>Aus {n:,} simulierten Versuchen mit negativ binomialen Anzahlen (Varianz = Mittelwert + {spread} × Mittelwert²), jeder so beurteilt wie später dieser, bei {level}% Konfidenz (Startwert {seed}).</translation>
    </message>
    <message>
        <source>From … to</source>
        <translation>Von … bis</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>GeoPackage</source>
        <translation>GeoPackage</translation>
    </message>
    <message>
        <source>GeoTIFF of how unlike the fitted cells each cell is: band 1 is a dissimilarity, 0 for what the model has seen and 1 for as far as two fitted cells are apart on average; band 2 the number of the risk factor that makes most of it, in the order of the model table; band 3 how far beyond the measured range; band 4 how many fitted cells had the same combination. Needs a model file that holds what was seen.</source>
        <translation>GeoTIFF davon, wie unähnlich jede Zelle den angepassten Zellen ist: Band 1 ist eine Unähnlichkeit, 0 für das, was das Modell gesehen hat, und 1 für so weit, wie zwei angepasste Zellen im Mittel auseinanderliegen; Band 2 die Nummer des Risikofaktors, der am meisten dazu beiträgt, in der Reihenfolge der Modelltabelle; Band 3, wie weit außerhalb des gemessenen Bereichs; Band 4, wie viele angepasste Zellen dieselbe Kombination hatten. Braucht eine Modelldatei, in der steht, was gesehen wurde.</translation>
    </message>
    <message>
        <source>GeoTIFF of new minus before: band 1 of the relative risk score, band 2 of expected incidents. Needs the risk terrain before.</source>
        <translation>GeoTIFF von neu minus vorher: Band 1 des relativen Risikoscores, Band 2 der erwarteten Vorfälle. Braucht das Risikoterrain vorher.</translation>
    </message>
    <message>
        <source>GeoTIFF: band 1 is the relative risk score, band 2 the expected number of incidents of each cell, band 3 that number given terrain and history: where to expect incidents next.</source>
        <translation>GeoTIFF: Band 1 ist der relative Risikoscore, Band 2 die erwartete Anzahl der Vorfälle jeder Zelle, Band 3 diese Anzahl nach Terrain und Vorgeschichte: wo als Nächstes Vorfälle zu erwarten sind.</translation>
    </message>
    <message>
        <source>GeoTIFF: band 1 is the relative risk score, band 2 the expected number of incidents.</source>
        <translation>GeoTIFF: Band 1 ist der relative Risikoscore, Band 2 die erwartete Anzahl der Vorfälle.</translation>
    </message>
    <message>
        <source>Geospatial: points, lines and polygons, with dates.</source>
        <translation>Raumbezogen: Punkte, Linien und Polygone, mit Datum.</translation>
    </message>
    <message>
        <source>Give either a layer of points of interest or a text file of them.</source>
        <translation>Geben Sie entweder einen Layer mit POI oder eine Textdatei mit ihnen an.</translation>
    </message>
    <message>
        <source>Give one risk terrain, or several to compare, incidents of a later period, and the earlier incidents that the model was made from. The result is always beside the kernel density and the counts of the earlier incidents, and chance; a plain sentence says who won and whether the difference is more than chance. Intervals are from resamples of square blocks of cells, because neighbouring cells are not independent.</source>
        <translation>Geben Sie ein Risikoterrain an, oder mehrere zum Vergleich, Vorfälle aus einem späteren Zeitraum und die früheren Vorfälle, aus denen das Modell gebildet wurde. Das Ergebnis steht immer neben der Kerndichte und den Anzahlen der früheren Vorfälle und dem Zufall; ein einfacher Satz sagt, wer gewonnen hat und ob der Unterschied mehr als Zufall ist. Intervalle stammen aus Wiederholungsstichproben quadratischer Blöcke von Zellen, weil benachbarte Zellen nicht unabhängig sind.</translation>
    </message>
    <message>
        <source>Give priority places, or any polygons, and the incidents before. Places that are too small or have too few incidents are left out, and so is what lies nearer than the buffer to a place of higher priority. The rest are put into pairs or blocks that are alike in relative risk and incidents, and lots are drawn within each, by a recorded seed: the same layers and seed give the same lots.</source>
        <translation>Geben Sie Schwerpunktorte oder beliebige Polygone an und die Vorfälle vorher. Orte, die zu klein sind oder zu wenige Vorfälle haben, werden ausgelassen, ebenso, was näher als der Puffer an einem Ort mit höherer Priorität liegt. Die übrigen werden zu Paaren oder Blöcken zusammengestellt, die einander in relativem Risiko und Vorfällen gleichen, und in jedem wird gelost, nach einem festgehaltenen Startwert: Dieselben Layer und derselbe Startwert ergeben dieselben Lose.</translation>
    </message>
    <message>
        <source>Give the layer of a trial, or polygons of treated and of control places, and the incidents before and after. Found are the weighted displacement difference with its interval, the ratios of rates with exact intervals and, where lots were drawn, a p-value and an interval that rest on these alone. Periods and areas of unequal size are allowed for. A sentence says what can be said, also where that is: no evidence either way.</source>
        <translation>Geben Sie den Layer eines Versuchs an, oder Polygone von Orten mit Maßnahme und von Kontrollorten, und die Vorfälle vorher und nachher. Ermittelt werden die gewichtete Verlagerungsdifferenz mit ihrem Intervall, die Verhältnisse der Raten mit exakten Intervallen und, wo gelost wurde, ein p-Wert und ein Intervall, die allein auf den Losen beruhen. Ungleich lange Zeiträume und ungleich große Flächen werden berücksichtigt. Ein Satz sagt, was sich sagen lässt, auch wenn das heißt: keine Evidenz in die eine oder andere Richtung.</translation>
    </message>
    <message>
        <source>Give the risk terrain that the main algorithm has written; or its model file with the factor layers and the study area; or both, and every place tells its risk factors and the features that they come from, so that the answer can be a patrol, a licensing visit, lighting or a chat with a landlord.</source>
        <translation>Geben Sie das Risikoterrain an, das der Hauptalgorithmus geschrieben hat; oder dessen Modelldatei mit den Faktorlayern und dem Untersuchungsgebiet; oder beides, dann nennt jeder Ort seine Risikofaktoren und die Objekte, von denen sie kommen, sodass die Antwort eine Streife, eine Gaststättenkontrolle, Beleuchtung oder ein Gespräch mit einem Vermieter sein kann.</translation>
    </message>
    <message>
        <source>Give the risk terrain, a layer of polygons with counts of people (census areas), and the fields of the groups, such as ethnicity or age; or a field of classes of areas, such as deciles of deprivation; or both. Flagged are the priority places, where you give them, or the riskiest cells. People are spread evenly over each polygon and counted by exact parts of its area.</source>
        <translation>Geben Sie das Risikoterrain an, einen Layer mit Polygonen und Anzahlen von Personen (Zensusgebiete) und die Felder der Gruppen, etwa nach Herkunft oder Alter; oder ein Feld mit Klassen von Gebieten, etwa Dezilen der Benachteiligung; oder beides. Markiert sind die Schwerpunktorte, wo Sie sie angeben, sonst die riskantesten Zellen. Personen werden gleichmäßig über jedes Polygon verteilt und nach genauen Anteilen seiner Fläche gezählt.</translation>
    </message>
    <message>
        <source>Given terrain and history, {total} incidents are to be expected here in a period as long as the model&apos;s: {landscape} by the landscape, {around} by what was recorded around, {here} by what was recorded here.</source>
        <translation>Nach Terrain und Vorgeschichte sind hier in einem Zeitraum, der so lang ist wie der des Modells, {total} Vorfälle zu erwarten: {landscape} nach dem Umfeld, {around} nach dem, was ringsum aufgezeichnet wurde, {here} nach dem, was hier aufgezeichnet wurde.</translation>
    </message>
    <message>
        <source>Go on without being led</source>
        <translation>Ohne Führung weitermachen</translation>
    </message>
    <message>
        <source>Goes with</source>
        <translation>Geht einher mit</translation>
    </message>
    <message>
        <source>Grey: in doubt.</source>
        <translation>Grau: zweifelhaft.</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Gitter</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Group (2 digits)</source>
        <translation>Gruppe (2 Ziffern)</translation>
    </message>
    <message>
        <source>Group by group</source>
        <translation>Gruppe für Gruppe</translation>
    </message>
    <message>
        <source>Group of the highest ratio, of those that enough areas count</source>
        <translation>Gruppe mit dem höchsten Verhältnis unter denen, die in genügend Gebieten gezählt sind</translation>
    </message>
    <message>
        <source>Group of the lowest ratio, of those that enough areas count</source>
        <translation>Gruppe mit dem niedrigsten Verhältnis unter denen, die in genügend Gebieten gezählt sind</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Groups of residents in or near the riskiest places</source>
        <translation>Gruppen von Bewohnern in oder nahe den riskantesten Orten</translation>
    </message>
    <message>
        <source>Groups that live in or near flagged places may meet more police, or more help, than others.</source>
        <translation>Gruppen, die in oder nahe markierten Orten wohnen, könnten öfter auf Polizei treffen oder mehr Hilfe erhalten als andere.</translation>
    </message>
    <message>
        <source>Grown around the highest-scoring cells</source>
        <translation>Um die Zellen mit den höchsten Scores herum</translation>
    </message>
    <message>
        <source>Had incidents happened up to {length} {unit} from where they were recorded ({n_draws:,} draws), {n} of {all} risk factors would be found again with most of their effect.</source>
        <translation>Wären Vorfälle bis zu {length}&#xa0;{unit} von dort geschehen, wo sie aufgezeichnet wurden ({n_draws:,} Ziehungen), würden {n} von {all} Risikofaktoren mit dem größten Teil ihres Effekts wiedergefunden.</translation>
    </message>
    <message>
        <source>Half</source>
        <translation>die Hälfte</translation>
    </message>
    <message>
        <source>Half a block</source>
        <translation>Ein halber Block</translation>
    </message>
    <message>
        <source>Half an area is too little to be shifted: the halves go without the spatial test. They may find again what it took out, and hardly find what came in because of that.</source>
        <translation>Ein halbes Gebiet ist zu wenig, um verschoben zu werden: Für die Hälften entfällt der räumliche Test. Sie können wiederfinden, was er herausnahm, und finden kaum, was deshalb hineinkam.</translation>
    </message>
    <message>
        <source>Hardly stood out, so that less than half of their effect is left where one allows for their having been selected: {names}. Do not build on them.</source>
        <translation>Kaum hervorgestochen, sodass weniger als die Hälfte des Effekts bleibt, wenn man die Auswahl berücksichtigt: {names}. Bauen Sie nicht darauf.</translation>
    </message>
    <message>
        <source>Hashes</source>
        <translation>Hashes</translation>
    </message>
    <message>
        <source>Higher by more than 1 SD (over {0})</source>
        <translation>Höher um mehr als 1 SD (über {0})</translation>
    </message>
    <message>
        <source>Higher risk</source>
        <translation>Höheres Risiko</translation>
    </message>
    <message>
        <source>Higher risk (by up to {0})</source>
        <translation>Höheres Risiko (um bis zu {0})</translation>
    </message>
    <message>
        <source>Highest ratio of a group counted in enough areas</source>
        <translation>Höchstes Verhältnis einer Gruppe, die in genügend Gebieten gezählt ist</translation>
    </message>
    <message>
        <source>Highest relative risk score</source>
        <translation>Höchster relativer Risikoscore</translation>
    </message>
    <message>
        <source>Highest relative risk score after</source>
        <translation>Höchster relativer Risikoscore nachher</translation>
    </message>
    <message>
        <source>Highest risk: above mean + 2 SD</source>
        <translation>Höchstes Risiko: über Mittelwert + 2 SD</translation>
    </message>
    <message>
        <source>Highest risk: above mean + 2 SD (over {0})</source>
        <translation>Höchstes Risiko: über +2 SD (über {0})</translation>
    </message>
    <message>
        <source>Highest-risk places are the cells with a score above %(highest_risk_threshold)s. They were not outlined for this report: the algorithm “Priority places” does that, and ranks them.</source>
        <translation>Orte höchsten Risikos sind die Zellen mit einem Score über %(highest_risk_threshold)s. Für diesen Bericht wurden sie nicht umgrenzt: Das tut der Algorithmus „Schwerpunktorte“, und er bringt sie in eine Rangfolge.</translation>
    </message>
    <message>
        <source>Hit rate at {0}% of the area</source>
        <translation>Trefferquote bei {0}% der Fläche</translation>
    </message>
    <message>
        <source>Hit rate of terrain and history at 10% of the area</source>
        <translation>Trefferquote von Terrain und Vorgeschichte bei 10% der Fläche</translation>
    </message>
    <message>
        <source>Hit rate of the best baseline at 10% of the area</source>
        <translation>Trefferquote des besten Vergleichsverfahrens bei 10% der Fläche</translation>
    </message>
    <message>
        <source>Hit rate of the best baseline at the verdict&apos;s level</source>
        <translation>Trefferquote des besten Vergleichsverfahrens auf der Stufe des Befunds</translation>
    </message>
    <message>
        <source>Hit rate of the first risk terrain minus that of the best baseline</source>
        <translation>Trefferquote des ersten Risikoterrains minus die des besten Vergleichsverfahrens</translation>
    </message>
    <message>
        <source>Hit rate of the highest-risk class</source>
        <translation>Trefferquote der Klasse höchsten Risikos</translation>
    </message>
    <message>
        <source>Hit rate of the risk terrain at 10% of the area</source>
        <translation>Trefferquote des Risikoterrains bei 10% der Fläche</translation>
    </message>
    <message>
        <source>Hit rate: percent of the incidents, by flagged area</source>
        <translation>Trefferquote: Prozent der Vorfälle, nach markierter Fläche</translation>
    </message>
    <message>
        <source>Hour field</source>
        <translation>Stundenfeld</translation>
    </message>
    <message>
        <source>Hours of the day</source>
        <translation>Stunden des Tages</translation>
    </message>
    <message>
        <source>Hours to keep, such as 22-4 (from 22:00 until 4:00, past midnight) or 7-9, 16-19. The end of a range is not included. Empty: all, also incidents without a time.</source>
        <translation>Stunden, die behalten werden, etwa 22-4 (von 22:00 bis 4:00, über Mitternacht) oder 7-9, 16-19. Das Ende eines Bereichs gehört nicht dazu. Leer: alle, auch Vorfälle ohne Uhrzeit.</translation>
    </message>
    <message>
        <source>How a factor raises risk: by being near (proximity), by being concentrated (density), or try both. auto decides by how clustered its points are. Lines and polygons have proximity only.</source>
        <translation>Wie ein Faktor das Risiko erhöht: durch Nähe (proximity), durch Dichte (density), oder beides wird versucht. auto entscheidet danach, wie geklumpt seine Punkte sind. Linien und Polygone kennen nur Nähe.</translation>
    </message>
    <message>
        <source>How a model gives each risk factor settings of its own: a step writes them into a copy of the factor&apos;s layer, and the risk terrain model reads them from there. Add a step like these for every other factor.</source>
        <translation>Wie ein Modell jedem Risikofaktor eigene Einstellungen gibt: Ein Schritt schreibt sie in eine Kopie des Layers des Faktors, und das RTM-Modell liest sie dort. Fügen Sie für jeden weiteren Faktor einen solchen Schritt hinzu.</translation>
    </message>
    <message>
        <source>How far around each place displacement is looked for, in map units. Empty: it is not. Waves and a calendar have none.</source>
        <translation>Wie weit um jeden Ort nach Verlagerung gesucht wird, in Karteneinheiten. Leer: gar nicht. Bei Wellen und mit Kalender gibt es keine.</translation>
    </message>
    <message>
        <source>How far beyond the range of the fit</source>
        <translation>Wie weit außerhalb des Bereichs der Anpassung</translation>
    </message>
    <message>
        <source>How far from its recorded place an incident may have happened, as where police data are moved to map points, often 50 to 100 metres: repeat the selection on incidents that are moved by up to so much, and tell which factors and places survive; it takes about {n} times as long</source>
        <translation>Wie weit ein Vorfall von seinem aufgezeichneten Ort entfernt gewesen sein kann, etwa weil Polizeidaten auf Kartenpunkte verschoben sind, oft 50 bis 100 Meter: Die Auswahl wird mit Vorfällen wiederholt, die um bis zu so viel verschoben sind, und es wird gesagt, welche Faktoren und Orte bestehen bleiben; es dauert etwa {n}-mal so lange</translation>
    </message>
    <message>
        <source>How far from its recorded place an incident may in truth have happened, as where police data are moved to the nearest of a list of points: the whole selection is repeated on incidents that are moved by up to so many map units, near more often than far, each for itself and only within the study area, and what does not survive is told: factors, their relative risk values, the riskiest places. Half the usual distance between such points, often 50 to 100 metres, is plausible. Empty or 0: not at all.</source>
        <translation>Wie weit ein Vorfall in Wahrheit von seinem aufgezeichneten Ort entfernt gewesen sein kann, etwa weil Polizeidaten auf den nächsten einer Liste von Punkten verschoben sind: Die gesamte Auswahl wird mit Vorfällen wiederholt, die um bis zu so viele Karteneinheiten verschoben sind, öfter nahe als weit, jeder für sich und nur innerhalb des Untersuchungsgebiets, und es wird gesagt, was nicht bestehen bleibt: Faktoren, ihre relativen Risikowerte, die riskantesten Orte. Plausibel ist der halbe übliche Abstand zwischen solchen Punkten, oft 50 bis 100 Meter. Leer oder 0: gar nicht.</translation>
    </message>
    <message>
        <source>How far outside the study area features are copied. Empty: the maximum influence and one block more. Less would leave cells at the edge under-exposed.</source>
        <translation>Wie weit außerhalb des Untersuchungsgebiets Objekte kopiert werden. Leer: die größte Reichweite und ein Block mehr. Bei weniger fiele der Einfluss auf Zellen am Rand zu gering aus.</translation>
    </message>
    <message>
        <source>How far to trust it</source>
        <translation>Wie verlässlich das ist</translation>
    </message>
    <message>
        <source>How good it is</source>
        <translation>Wie gut es ist</translation>
    </message>
    <message>
        <source>How it acts</source>
        <translation>Wie er wirkt</translation>
    </message>
    <message>
        <source>How it changes with the area that is flagged</source>
        <translation>Wie es sich mit der markierten Fläche ändert</translation>
    </message>
    <message>
        <source>How it is recorded that treatment took place:</source>
        <translation>Wie festgehalten wird, dass die Maßnahme stattfand:</translation>
    </message>
    <message>
        <source>How it was done</source>
        <translation>Wie vorgegangen wurde</translation>
    </message>
    <message>
        <source>How it was made</source>
        <translation>Wie es entstand</translation>
    </message>
    <message>
        <source>How long the trial lasts.</source>
        <translation>Wie lange der Versuch dauert.</translation>
    </message>
    <message>
        <source>How many incidents there were in the %(months)s months before is not told, for small counts could be found from it.</source>
        <translation>Wie viele Vorfälle es in den %(months)s Monaten vorher gab, wird nicht genannt, weil sich daraus kleine Anzahlen erschließen ließen.</translation>
    </message>
    <message>
        <source>How many months the incidents before are of, where there is no date field.</source>
        <translation>Aus wie vielen Monaten die Vorfälle vorher sind, wo es kein Datumsfeld gibt.</translation>
    </message>
    <message>
        <source>How many of the incidents treatment may take away, for the power.</source>
        <translation>Wie viele der Vorfälle die Maßnahme verhindern mag, für die Teststärke.</translation>
    </message>
    <message>
        <source>How many of the possible shifts the spatial test draws, by the seed. 0: all of them, which is as fast and depends on no seed. Few, as 99, may keep other factors with another seed.</source>
        <translation>Wie viele der möglichen Verschiebungen der räumliche Test nach dem Startwert zieht. 0: alle, was ebenso schnell geht und von keinem Startwert abhängt. Wenige, etwa 99, können mit einem anderen Startwert andere Faktoren behalten.</translation>
    </message>
    <message>
        <source>How many other lots are looked at, where more than 20,000 are possible.</source>
        <translation>Wie viele andere Lose betrachtet werden, wo mehr als 20,000 möglich sind.</translation>
    </message>
    <message>
        <source>How many processes work side by side: no more than the machine has processor cores, and memory for. Each run uses one core.</source>
        <translation>Wie viele Prozesse nebeneinander arbeiten: nicht mehr, als der Rechner Prozessorkerne hat und sein Arbeitsspeicher zulässt. Jeder Lauf nutzt einen Kern.</translation>
    </message>
    <message>
        <source>How many the layer has</source>
        <translation>Wie viele Objekte der Layer hat</translation>
    </message>
    <message>
        <source>How many times the blocks are drawn anew for the intervals; 0 for no intervals.</source>
        <translation>Wie oft die Blöcke für die Intervalle neu gezogen werden; 0 für keine Intervalle.</translation>
    </message>
    <message>
        <source>How many times the expected incidents of an otherwise equal cell a factor goes with.</source>
        <translation>Mit dem Wievielfachen der erwarteten Vorfälle einer sonst gleichen Zelle ein Faktor einhergeht.</translation>
    </message>
    <message>
        <source>How many times the incidents are moved; each takes about as long as a fit.</source>
        <translation>Wie oft die Vorfälle verschoben werden; jedes Mal dauert etwa so lange wie eine Anpassung.</translation>
    </message>
    <message>
        <source>How many times the polygons are drawn anew for the intervals; 0 for no intervals.</source>
        <translation>Wie oft die Polygone für die Intervalle neu gezogen werden; 0 für keine Intervalle.</translation>
    </message>
    <message>
        <source>How much of what happened later lies in the riskiest part of the area, as it was ranked before.</source>
        <translation>Wie viel von dem, was später geschah, in dem Teil der Fläche liegt, der vorher als der riskanteste eingestuft war.</translation>
    </message>
    <message>
        <source>How stable it is</source>
        <translation>Wie stabil es ist</translation>
    </message>
    <message>
        <source>How stable the choice of factors is was not looked at (RESAMPLES).</source>
        <translation>Wie stabil die Auswahl der Faktoren ist, wurde nicht untersucht (RESAMPLES).</translation>
    </message>
    <message>
        <source>How to read it</source>
        <translation>Lesehilfe</translation>
    </message>
    <message>
        <source>How to repeat it</source>
        <translation>So lässt es sich wiederholen</translation>
    </message>
    <message>
        <source>How unlike the cells that the model was fitted to each cell is; band 2 has the number of the risk factor that makes most of it, which the layer&apos;s second style shows.</source>
        <translation>Wie unähnlich jede Zelle denen ist, auf die das Modell angepasst wurde; Band 2 enthält die Nummer des Risikofaktors, der am meisten dazu beiträgt; der zweite Stil des Layers zeigt ihn.</translation>
    </message>
    <message>
        <source>How well it foretells.</source>
        <translation>Wie gut es vorhersagt.</translation>
    </message>
    <message>
        <source>How well later incidents were foretold.</source>
        <translation>Wie gut spätere Vorfälle vorhergesagt wurden.</translation>
    </message>
    <message>
        <source>How well the model foretells later incidents was not tested: its incidents were not split by date, and no validation was given to this file.</source>
        <translation>Wie gut das Modell spätere Vorfälle vorhersagt, wurde nicht geprüft: Seine Vorfälle wurden nicht nach Datum geteilt, und dieser Akte wurde keine Validierung beigegeben.</translation>
    </message>
    <message>
        <source>Human decisions and review</source>
        <translation>Entscheidungen und Überprüfung durch Menschen</translation>
    </message>
    <message>
        <source>Human review</source>
        <translation>Überprüfung durch Menschen</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>If incidents happened elsewhere nearby</source>
        <translation>Falls Vorfälle anderswo in der Nähe geschahen</translation>
    </message>
    <message>
        <source>If moved</source>
        <translation>Verschoben</translation>
    </message>
    <message>
        <source>If moved: high</source>
        <translation>Verschoben: oben</translation>
    </message>
    <message>
        <source>If moved: kept</source>
        <translation>Verschoben: behalten</translation>
    </message>
    <message>
        <source>If moved: low</source>
        <translation>Verschoben: unten</translation>
    </message>
    <message>
        <source>If treatment takes away {effect}% of the incidents, the trial will show it with a probability of {power}% (± {error} by the simulation itself).</source>
        <translation>Verhindert die Maßnahme {effect}% der Vorfälle, so zeigt der Versuch das mit einer Wahrscheinlichkeit von {power}% (± {error} durch die Simulation selbst).</translation>
    </message>
    <message>
        <source>Impact</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>Impact assessment</source>
        <translation>Folgenabschätzung</translation>
    </message>
    <message>
        <source>Impact assessments</source>
        <translation>Folgenabschätzungen</translation>
    </message>
    <message>
        <source>Impact in {places}</source>
        <translation>Wirkung: {places}</translation>
    </message>
    <message>
        <source>Impact of a treatment</source>
        <translation>Wirkung einer Maßnahme</translation>
    </message>
    <message>
        <source>Impact report</source>
        <translation>Wirkungsbericht</translation>
    </message>
    <message>
        <source>Import incidents</source>
        <translation>Vorfälle importieren</translation>
    </message>
    <message>
        <source>Import the incidents</source>
        <translation>Vorfälle importieren</translation>
    </message>
    <message>
        <source>In a cell stand the relative risk value, with ÷ where the factor lowers the risk by so many times; where it acts; and its 95%% interval. What is in italics and without colour is in doubt: its interval holds 1, or the factor hardly stood out, which the shrunken value below says: less than half of its effect is left where one allows for its having been selected, and at 1 nothing is. The darker a cell, the higher its shrunken value. Values at different distances answer different questions: compare them where the factor acts alike. A dot: the factor was tried and is not in the model. Nothing: it has no feature within reach of the area.</source>
        <translation>In einer Zelle stehen der relative Risikowert (mit ÷, wo der Faktor das Risiko senkt: geteilt durch diese Zahl), wo der Faktor wirkt, und das 95%%-Intervall. Was kursiv und ohne Farbe ist, ist zweifelhaft: Sein Intervall enthält die 1, oder der Faktor stach kaum hervor, was der geschrumpfte Wert darunter sagt: Berücksichtigt man, dass er ausgewählt wurde, bleibt weniger als die Hälfte seines Effekts, und bei 1 nichts. Je dunkler eine Zelle, desto höher ihr geschrumpfter Wert. Werte zu verschiedenen Entfernungen beantworten verschiedene Fragen: Vergleichen Sie sie, wo der Faktor gleich wirkt. Ein Punkt: Der Faktor wurde versucht und ist nicht im Modell. Nichts: Er hat kein Objekt in Reichweite des Gebiets.</translation>
    </message>
    <message>
        <source>In and around them together it cannot be judged either.</source>
        <translation>In ihnen und um sie zusammen ist es auch nicht zu beurteilen.</translation>
    </message>
    <message>
        <source>In and around them together it cannot be judged: {why}.</source>
        <translation>In ihnen und um sie zusammen ist es nicht zu beurteilen: {why}.</translation>
    </message>
    <message>
        <source>In and around them together there were {shown}, which might be evidence, or none, with the dates of all incidents.</source>
        <translation>In ihnen und um sie zusammen waren es {shown}, was mit den Datumsangaben aller Vorfälle Evidenz sein könnte oder keine.</translation>
    </message>
    <message>
        <source>In and around them together there were {shown}.</source>
        <translation>In ihnen und rings um sie waren es zusammen {shown}.</translation>
    </message>
    <message>
        <source>In any unit, the same for both, where there is no date field.</source>
        <translation>In einer beliebigen Einheit, derselben für beide, wo es kein Datumsfeld gibt.</translation>
    </message>
    <message>
        <source>In charts, sentences and tables. Empty: the factor&apos;s name, without underscores.</source>
        <translation>In Diagrammen, Sätzen und Tabellen. Leer: der Name des Faktors, ohne Unterstriche.</translation>
    </message>
    <message>
        <source>In charts, sentences and tables; empty: the layer&apos;s name</source>
        <translation>In Diagrammen, Sätzen und Tabellen; leer: der Name des Layers</translation>
    </message>
    <message>
        <source>In doubt in</source>
        <translation>Zweifelhaft in</translation>
    </message>
    <message>
        <source>In doubt, for they hardly stood out or their interval holds 1: {names}.</source>
        <translation>Zweifelhaft, denn sie stachen kaum hervor, oder ihr Intervall enthält die 1: {names}.</translation>
    </message>
    <message>
        <source>In each area: too few incidents show no pattern.</source>
        <translation>In jedem Gebiet: Zu wenige Vorfälle zeigen kein Muster.</translation>
    </message>
    <message>
        <source>In how many ways the lots could have fallen</source>
        <translation>Anzahl der Möglichkeiten, wie die Lose hätten fallen können</translation>
    </message>
    <message>
        <source>In most areas the numbers of {names} are not whole: if these are shares or densities rather than people, choose fields that count people.</source>
        <translation>In den meisten Gebieten sind die Zahlen von {names} nicht ganzzahlig: Sind es Anteile oder Dichten statt Personen, wählen Sie Felder, die Personen zählen.</translation>
    </message>
    <message>
        <source>In number and in proportion the result points either way: the one presumes that without treatment both would have changed by the same number, the other in proportion; where they differ, neither is evidence without the other.</source>
        <translation>Nach Anzahl und im Verhältnis weist das Ergebnis in verschiedene Richtungen: Das eine setzt voraus, dass sich beide ohne Maßnahme um dieselbe Anzahl verändert hätten, das andere, im selben Verhältnis; wo sie sich unterscheiden, ist keines ohne das andere Evidenz.</translation>
    </message>
    <message>
        <source>In proportion that is less sure: the interval of the change in percent leaves room for none.</source>
        <translation>Im Verhältnis ist das weniger sicher: Das Intervall der Änderung in Prozent lässt zu, dass es keine gab.</translation>
    </message>
    <message>
        <source>In proportion, that is a change of {change}{limits} against control.</source>
        <translation>Im Verhältnis ist das eine Änderung von {change}{limits} gegenüber der Kontrolle.</translation>
    </message>
    <message>
        <source>In proportion, that is {change}{limits} against what was to be expected.</source>
        <translation>Im Verhältnis sind das {change}{limits} gegenüber dem, was zu erwarten war.</translation>
    </message>
    <message>
        <source>In short</source>
        <translation>In Kürze</translation>
    </message>
    <message>
        <source>In the %(months)s months before there were %(n_incidents)s incidents in them.</source>
        <translation>In den %(months)s Monaten vorher gab es dort %(n_incidents)s Vorfälle.</translation>
    </message>
    <message>
        <source>In the desktop the layout and its layers also stay in the project, to be changed like any other.</source>
        <translation>Im QGIS-Desktop bleiben das Layout und seine Layer auch im Projekt und lassen sich wie jedes andere ändern.</translation>
    </message>
    <message>
        <source>In the desktop the pages also stay in the project, as a layout with an atlas. The places themselves can be written for the devices that officers carry. The analysis shows correlation, never cause.</source>
        <translation>Im QGIS-Desktop bleiben die Seiten auch im Projekt, als Layout mit einem Atlas. Die Orte selbst können für die Geräte geschrieben werden, die Einsatzkräfte bei sich tragen. Die Analyse zeigt Korrelation, nie Ursache.</translation>
    </message>
    <message>
        <source>In the model</source>
        <translation>Im Modell</translation>
    </message>
    <message>
        <source>In the places</source>
        <translation>In den Orten</translation>
    </message>
    <message>
        <source>In the table ‘{table}’ no map of past incidents (past counts, kernel density) was compared, only chance, which is none.</source>
        <translation>In der Tabelle ‚{table}‘ wurde keine Karte früherer Vorfälle (frühere Anzahlen, Kerndichte) verglichen, nur der Zufall, der keine ist.</translation>
    </message>
    <message>
        <source>Incident filter</source>
        <translation>Filter der Vorfälle</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Vorfälle</translation>
    </message>
    <message>
        <source>Incidents &apos;{layer}&apos; are chosen by fields that look like personal data ({names}): these are read for that. Use them only with a lawful ground.</source>
        <translation>Die Vorfälle „{layer}“ werden nach Feldern ausgewählt, die nach personenbezogenen Daten aussehen ({names}): Diese werden dafür gelesen. Verwenden Sie sie nur mit Rechtsgrundlage.</translation>
    </message>
    <message>
        <source>Incidents &apos;{layer}&apos; have fields that look like personal data ({names}): they are not read, never used, and need not be given. Take them out of the layer.</source>
        <translation>Die Vorfälle „{layer}“ haben Felder, die nach personenbezogenen Daten aussehen ({names}): Sie werden nicht gelesen, nie verwendet und müssen nicht angegeben werden. Nehmen Sie sie aus dem Layer.</translation>
    </message>
    <message>
        <source>Incidents &apos;{name}&apos; come without a date field: choose it, or leave them out.</source>
        <translation>Zu den Vorfällen „{name}“ ist kein Datumsfeld angegeben: Wählen Sie es, oder lassen Sie die Vorfälle weg.</translation>
    </message>
    <message>
        <source>Incidents &apos;{name}&apos; has no usable point: choose a point layer that holds the incidents.</source>
        <translation>Die Vorfälle „{name}“ haben keinen brauchbaren Punkt: Wählen Sie einen Punktlayer, der die Vorfälle enthält.</translation>
    </message>
    <message>
        <source>Incidents &apos;{name}&apos; have months only; a crossover needs days.</source>
        <translation>Die Vorfälle „{name}“ haben nur Monate; täglicher Wechsel (Crossover) braucht Tage.</translation>
    </message>
    <message>
        <source>Incidents &apos;{name}&apos; have no field &apos;{field}&apos;: choose one of {names}.</source>
        <translation>Die Vorfälle „{name}“ haben kein Feld „{field}“: Wählen Sie eines von {names}.</translation>
    </message>
    <message>
        <source>Incidents &apos;{name}&apos; have no type &apos;{type}&apos; in &apos;{field}&apos;: choose among {types}.</source>
        <translation>Die Vorfälle „{name}“ haben keine Art „{type}“ in „{field}“: Wählen Sie unter {types}.</translation>
    </message>
    <message>
        <source>Incidents &apos;{name}&apos; have none for which the filter &apos;{expression}&apos; is true: correct it.</source>
        <translation>Unter den Vorfällen „{name}“ ist keiner, für den der Filter „{expression}“ wahr ist: Korrigieren Sie ihn.</translation>
    </message>
    <message>
        <source>Incidents &apos;{name}&apos; {problem}: choose a point layer that holds the incidents.</source>
        <translation>Vorfälle „{name}“: Der Layer {problem}; wählen Sie einen Punktlayer, der die Vorfälle enthält.</translation>
    </message>
    <message>
        <source>Incidents &apos;{name}&apos;, date field &apos;{field}&apos;: {error}</source>
        <translation>Vorfälle „{name}“, Datumsfeld „{field}“: {error}</translation>
    </message>
    <message>
        <source>Incidents &apos;{name}&apos;: {error}</source>
        <translation>Vorfälle „{name}“: {error}</translation>
    </message>
    <message>
        <source>Incidents &apos;{name}&apos;: {problem}</source>
        <translation>Vorfälle „{name}“: {problem}</translation>
    </message>
    <message>
        <source>Incidents &apos;{value}&apos; cannot be read: check the path.</source>
        <translation>Die Vorfälle „{value}“ können nicht gelesen werden: Prüfen Sie den Pfad.</translation>
    </message>
    <message>
        <source>Incidents after</source>
        <translation>Vorfälle nachher</translation>
    </message>
    <message>
        <source>Incidents are counted in proportion to ‘%(denominator)s’: scores are of these rates.</source>
        <translation>Vorfälle werden im Verhältnis zu „%(denominator)s“ gezählt: Scores gelten für diese Raten.</translation>
    </message>
    <message>
        <source>Incidents are counted in proportion to ‘{name}’.</source>
        <translation>Vorfälle werden im Verhältnis zu „{name}“ gezählt.</translation>
    </message>
    <message>
        <source>Incidents are from {first} to {last} only, not of all days from {start} to {end}: choose others.</source>
        <translation>Vorfälle gibt es nur vom {first} bis {last}, nicht an allen Tagen vom {start} bis {end}: Wählen Sie andere.</translation>
    </message>
    <message>
        <source>Incidents around it after</source>
        <translation>Vorfälle ringsum nachher</translation>
    </message>
    <message>
        <source>Incidents around it before</source>
        <translation>Vorfälle ringsum vorher</translation>
    </message>
    <message>
        <source>Incidents before</source>
        <translation>Vorfälle vorher</translation>
    </message>
    <message>
        <source>Incidents below %(smallest)s are not shown, nor what would give them away: ratios that follow from them, and counts that differ by fewer from those of a shorter distance.</source>
        <translation>Anzahlen von Vorfällen unter %(smallest)s werden nicht gezeigt, auch nichts, was sie verraten würde: Verhältnisse, die sich aus ihnen ergeben, und Anzahlen, die sich um weniger von denen einer kürzeren Entfernung unterscheiden.</translation>
    </message>
    <message>
        <source>Incidents by weekday and hour</source>
        <translation>Vorfälle nach Wochentag und Stunde</translation>
    </message>
    <message>
        <source>Incidents cannot be moved by up to {width} map units; use 0 for not at all, or a length.</source>
        <translation>Vorfälle können nicht um bis zu {width} Karteneinheiten verschoben werden; verwenden Sie 0 für gar nicht, oder eine Länge.</translation>
    </message>
    <message>
        <source>Incidents in the places</source>
        <translation>Vorfälle in den Orten</translation>
    </message>
    <message>
        <source>Incidents in the places, percent of all</source>
        <translation>Vorfälle in den Orten, Prozent aller</translation>
    </message>
    <message>
        <source>Incidents in the study areas, percent of all</source>
        <translation>Vorfälle in den Untersuchungsgebieten, Prozent aller</translation>
    </message>
    <message>
        <source>Incidents in treated places over what was to be expected</source>
        <translation>Vorfälle an Orten mit Maßnahme im Verhältnis zu den zu erwartenden</translation>
    </message>
    <message>
        <source>Incidents more than expected around treated places</source>
        <translation>Vorfälle über den erwarteten rings um Orte mit Maßnahme</translation>
    </message>
    <message>
        <source>Incidents more than expected in and around treated places</source>
        <translation>Vorfälle über den erwarteten an und rings um Orte mit Maßnahme</translation>
    </message>
    <message>
        <source>Incidents more than expected in treated places</source>
        <translation>Vorfälle über den erwarteten an Orten mit Maßnahme</translation>
    </message>
    <message>
        <source>Incidents of each place, where no incidents are given. Empty: observed.</source>
        <translation>Vorfälle jedes Ortes, wo keine Vorfälle angegeben sind. Leer: observed.</translation>
    </message>
    <message>
        <source>Incidents of period 1</source>
        <translation>Vorfälle in Zeitraum 1</translation>
    </message>
    <message>
        <source>Incidents of period 2</source>
        <translation>Vorfälle in Zeitraum 2</translation>
    </message>
    <message>
        <source>Incidents of some dates are chosen by a field of dates: choose it, or give no dates.</source>
        <translation>Vorfälle bestimmter Tage werden nach einem Datumsfeld ausgewählt: Wählen Sie es, oder geben Sie keine Tage an.</translation>
    </message>
    <message>
        <source>Incidents per 100 days</source>
        <translation>Vorfälle je 100 Tage</translation>
    </message>
    <message>
        <source>Incidents per square kilometre</source>
        <translation>Vorfälle je Quadratkilometer</translation>
    </message>
    <message>
        <source>Incidents taken away</source>
        <translation>Verhinderte Vorfälle</translation>
    </message>
    <message>
        <source>Incidents that count</source>
        <translation>Vorfälle, die zählen</translation>
    </message>
    <message>
        <source>Incidents that count:</source>
        <translation>Vorfälle, die zählen:</translation>
    </message>
    <message>
        <source>Incidents while it lasted</source>
        <translation>Vorfälle währenddessen</translation>
    </message>
    <message>
        <source>Incidents without a date are counted nowhere. Judged again with each of them at the time that would raise the difference most, and at that which would lower it most, {what} stays; not every spread of their dates was tried.</source>
        <translation>Vorfälle ohne Datum sind nirgends gezählt. Noch einmal beurteilt, mit jedem von ihnen zu der Zeit, die die Differenz am meisten erhöhen würde, und zu der, die sie am meisten senken würde, bleibt {what}; nicht jede Verteilung ihrer Datumsangaben wurde versucht.</translation>
    </message>
    <message>
        <source>Incidents without a date are counted nowhere. Judged again with each of them at the time that would raise the difference most, at that which would lower it most, and with those of control at times that would set its places apart or make them alike, {what} stays; not every spread of their dates was tried.</source>
        <translation>Vorfälle ohne Datum sind nirgends gezählt. Noch einmal beurteilt, mit jedem von ihnen zu der Zeit, die die Differenz am meisten erhöhen würde, zu der, die sie am meisten senken würde, und mit denen der Kontrolle zu Zeiten, die deren Orte auseinanderrücken oder einander angleichen würden, bleibt {what}; nicht jede Verteilung ihrer Datumsangaben wurde versucht.</translation>
    </message>
    <message>
        <source>Incidents without a date are counted nowhere; with their dates the difference could be another.</source>
        <translation>Vorfälle ohne Datum sind nirgends gezählt; mit ihren Datumsangaben könnte die Differenz eine andere sein.</translation>
    </message>
    <message>
        <source>Incidents without a date are counted nowhere; with their dates there might be evidence.</source>
        <translation>Vorfälle ohne Datum sind nirgends gezählt; mit ihren Datumsangaben gäbe es vielleicht Evidenz.</translation>
    </message>
    <message>
        <source>Increment</source>
        <translation>Schrittweite</translation>
    </message>
    <message>
        <source>Individuals&apos; rights</source>
        <translation>Rechte der betroffenen Personen</translation>
    </message>
    <message>
        <source>Integration into broader operational process</source>
        <translation>Einbindung in den weiteren Arbeitsablauf</translation>
    </message>
    <message>
        <source>Intended use</source>
        <translation>Vorgesehene Verwendung</translation>
    </message>
    <message>
        <source>Intervals</source>
        <translation>Intervalle</translation>
    </message>
    <message>
        <source>Intervals allow for what neighbouring cells share.</source>
        <translation>Die Intervalle berücksichtigen, was benachbarte Zellen gemeinsam haben.</translation>
    </message>
    <message>
        <source>Intervals and p-values are too good; let the negative binomial families compete.</source>
        <translation>Intervalle und p-Werte sind zu günstig; lassen Sie die Familien der negativen Binomialverteilung mit antreten.</translation>
    </message>
    <message>
        <source>Intervals are from resamples of the polygons. The page has a curve of the ratios over the area that is flagged and, with the model and its factor layers, how each ratio changes when the relative risk value of a factor is set to 1 and as many of the riskiest cells are flagged.</source>
        <translation>Intervalle stammen aus Wiederholungsstichproben der Polygone. Die Seite enthält eine Kurve der Verhältnisse über der markierten Fläche und, mit dem Modell und seinen Faktorlayern, wie sich jedes Verhältnis ändert, wenn der relative Risikowert eines Faktors auf 1 gesetzt wird und ebenso viele der riskantesten Zellen markiert werden.</translation>
    </message>
    <message>
        <source>Intervals are the model&apos;s own: they take neighbouring cells for independent.</source>
        <translation>Die Intervalle sind die des Modells selbst: Sie behandeln benachbarte Zellen als unabhängig.</translation>
    </message>
    <message>
        <source>It covers who is treated when, the outlines, the time before and the confidence. Given to the algorithm “Impact”, it shows whether the lots are still those that were drawn.</source>
        <translation>Es umfasst, wer wann die Maßnahme bekommt, die Umrisse, die Zeit vorher und die Konfidenz. Im Algorithmus „Wirkung“ angegeben, zeigt es, ob die Lose noch die sind, die gezogen wurden.</translation>
    </message>
    <message>
        <source>It is in the model.</source>
        <translation>Er ist im Modell.</translation>
    </message>
    <message>
        <source>It lets counts vary more than chance alone would make them (dispersion {symbol} = {dispersion}), and the intervals in this report allow for that.</source>
        <translation>Es lässt zu, dass Anzahlen stärker schwanken, als es der Zufall allein mit sich bringt (Dispersion {symbol} = {dispersion}), und die Intervalle in diesem Bericht berücksichtigen das.</translation>
    </message>
    <message>
        <source>It lets counts vary more than chance alone would make them (dispersion {symbol} = {dispersion}).</source>
        <translation>Es lässt zu, dass Anzahlen stärker schwanken, als es der Zufall allein mit sich bringt (Dispersion {symbol} = {dispersion}).</translation>
    </message>
    <message>
        <source>It takes the counts to vary no more than chance alone makes them (dispersion 1); models that allow more fit no better.</source>
        <translation>Es geht davon aus, dass Anzahlen nicht stärker schwanken, als es der Zufall allein mit sich bringt (Dispersion 1); Modelle, die mehr zulassen, passen nicht besser.</translation>
    </message>
    <message>
        <source>It takes the counts to vary no more than chance alone makes them, and no model that allows more was tried: the intervals in this report may be too narrow.</source>
        <translation>Es geht davon aus, dass Anzahlen nicht stärker schwanken, als es der Zufall allein mit sich bringt, und kein Modell, das mehr zulässt, wurde versucht: Die Intervalle in diesem Bericht können zu schmal sein.</translation>
    </message>
    <message>
        <source>It tells, for people who see no coefficient, what was asked, where the risk is, which factors go with it and how strongly, the highest-risk places, how far to trust all this, what was tested and dropped, what went in and how to repeat it. The page needs no network and runs no script.</source>
        <translation>Für Menschen, die keine Koeffizienten sehen, sagt er, was gefragt wurde, wo das Risiko ist, welche Faktoren mit ihm einhergehen und wie stark, welche Orte das höchste Risiko haben, wie verlässlich das alles ist, was geprüft und verworfen wurde, was einging und wie es sich wiederholen lässt. Die Seite braucht kein Netz und führt kein Skript aus.</translation>
    </message>
    <message>
        <source>It was offered; the model does not use it.</source>
        <translation>Er wurde angeboten; das Modell verwendet ihn nicht.</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Punkt</translation>
    </message>
    <message>
        <source>Its streets</source>
        <translation>Straßen dafür</translation>
    </message>
    <message>
        <source>Join cells that touch at a corner</source>
        <translation>Zellen verbinden, die sich an einer Ecke berühren</translation>
    </message>
    <message>
        <source>Joins the highest-risk cells of a risk terrain to places, ranks them, and says what about each carries the risk.</source>
        <translation>Fasst die Zellen höchsten Risikos eines Risikoterrains zu Orten zusammen, ordnet sie nach Rang und sagt, was an jedem das Risiko trägt.</translation>
    </message>
    <message>
        <source>Judge by the later incidents</source>
        <translation>An den späteren Vorfällen beurteilen</translation>
    </message>
    <message>
        <source>Judge the model by the later incidents</source>
        <translation>Modell an späteren Vorfällen messen</translation>
    </message>
    <message>
        <source>Judge the terrain by later incidents</source>
        <translation>Das Terrain an späteren Vorfällen messen</translation>
    </message>
    <message>
        <source>Judged by what happened later</source>
        <translation>Gemessen an dem, was später geschah</translation>
    </message>
    <message>
        <source>Judged places</source>
        <translation>Beurteilte Orte</translation>
    </message>
    <message>
        <source>Keep duplicates</source>
        <translation>Dubletten behalten</translation>
    </message>
    <message>
        <source>Keep rows whose id came before, for files in which an id stands for something else.</source>
        <translation>Zeilen behalten, deren ID schon vorkam, für Dateien, in denen eine ID etwas anderes bezeichnet.</translation>
    </message>
    <message>
        <source>Keep the layout in the project</source>
        <translation>Layout im Projekt behalten</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Kept under review by</source>
        <translation>Laufend überprüft durch</translation>
    </message>
    <message>
        <source>Kept was a count model: {family}.</source>
        <translation>Behalten wurde als Zähldatenmodell: {family}.</translation>
    </message>
    <message>
        <source>Kernel bandwidths</source>
        <translation>Bandbreiten der Kerne</translation>
    </message>
    <message>
        <source>Key of the charts</source>
        <translation>Zeichenerklärung der Diagramme</translation>
    </message>
    <message>
        <source>Kind of folds</source>
        <translation>Art der Folds</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>Querformat</translation>
    </message>
    <message>
        <source>Larger places are left out. 0: none is.</source>
        <translation>Größere Orte werden ausgelassen. 0: keiner.</translation>
    </message>
    <message>
        <source>Largest area (ha)</source>
        <translation>Größte Fläche (ha)</translation>
    </message>
    <message>
        <source>Largest cell</source>
        <translation>Größte Zelle</translation>
    </message>
    <message>
        <source>Largest distances</source>
        <translation>Größte Entfernungen</translation>
    </message>
    <message>
        <source>Largest p-value</source>
        <translation>Größter p-Wert</translation>
    </message>
    <message>
        <source>Largest standardised difference</source>
        <translation>Größte standardisierte Differenz</translation>
    </message>
    <message>
        <source>Last date</source>
        <translation>Letztes Datum</translation>
    </message>
    <message>
        <source>Last day or month before. Empty: as the places&apos; field base_to says, or the day before treatment began.</source>
        <translation>Letzter Tag oder Monat vorher. Leer: wie im Feld base_to der Orte, sonst der Tag vor Beginn der Maßnahme.</translation>
    </message>
    <message>
        <source>Last day or month of treatment. Empty: as the places&apos; field ends says, or the last of the dates.</source>
        <translation>Letzter Tag oder Monat der Maßnahme. Leer: wie im Feld ends der Orte, sonst das letzte Datum.</translation>
    </message>
    <message>
        <source>Last day or month to count. Empty: the last before the trial begins.</source>
        <translation>Letzter Tag oder Monat, der gezählt wird. Leer: der letzte vor Beginn des Versuchs.</translation>
    </message>
    <message>
        <source>Last day or month to use, included.</source>
        <translation>Letzter Tag oder Monat, der verwendet wird, einschließlich.</translation>
    </message>
    <message>
        <source>Last day:</source>
        <translation>Letzter Tag:</translation>
    </message>
    <message>
        <source>Later from</source>
        <translation>Später ab</translation>
    </message>
    <message>
        <source>Later incidents</source>
        <translation>Spätere Vorfälle</translation>
    </message>
    <message>
        <source>Latitude or northing.</source>
        <translation>Breitengrad oder Hochwert.</translation>
    </message>
    <message>
        <source>Lawful basis</source>
        <translation>Rechtsgrundlage</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Layer</translation>
    </message>
    <message>
        <source>Layer &apos;{layer}&apos; cannot be written ({message}): choose another file.</source>
        <translation>Der Layer „{layer}“ kann nicht geschrieben werden ({message}): Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>Layer &apos;{layer}&apos; cannot be written to its end: check the space that is left on the disk.</source>
        <translation>Der Layer „{layer}“ kann nicht zu Ende geschrieben werden: Prüfen Sie den freien Platz auf dem Datenträger.</translation>
    </message>
    <message>
        <source>Layer &apos;{name}&apos; names no risk factor in its field: fill the field or leave the layer out.</source>
        <translation>Der Layer „{name}“ nennt in seinem Feld keinen Risikofaktor: Füllen Sie das Feld, oder lassen Sie den Layer weg.</translation>
    </message>
    <message>
        <source>Layer &apos;{name}&apos;: {n_unnamed:,} features without a factor&apos;s name skipped.</source>
        <translation>Layer „{name}“: {n_unnamed:,} Objekte ohne Namen eines Faktors übersprungen.</translation>
    </message>
    <message>
        <source>Layer &apos;{path}&apos; lies in the folder of the batch: choose another folder.</source>
        <translation>Der Layer „{path}“ liegt im Ordner des Stapels: Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Layer of study areas</source>
        <translation>Layer der Untersuchungsgebiete</translation>
    </message>
    <message>
        <source>Layer ‘{layer}’ has fields that look like personal data: {names}.</source>
        <translation>Der Layer „{layer}“ hat Felder, die wie personenbezogene Daten aussehen: {names}.</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Layer</translation>
    </message>
    <message>
        <source>Layers and dates</source>
        <translation>Layer und Zeitraum</translation>
    </message>
    <message>
        <source>Layers of points, each a type of incidents. Empty: the setup&apos;s incidents.</source>
        <translation>Punktlayer, jeder eine Art von Vorfällen. Leer: die Vorfälle der Einrichtung.</translation>
    </message>
    <message>
        <source>Layers of the model&apos;s risk factors, with their names. Needed with a model file.</source>
        <translation>Layer der Risikofaktoren des Modells, mit deren Namen. Nötig, wenn eine Modelldatei angegeben ist.</translation>
    </message>
    <message>
        <source>Layers of the model&apos;s risk factors, with their names. Other layers are passed over.</source>
        <translation>Layer der Risikofaktoren des Modells, mit deren Namen. Andere Layer werden übergangen.</translation>
    </message>
    <message>
        <source>Layers that are not used, because the model has no such factor: {names}.</source>
        <translation>Layer, die nicht verwendet werden, weil das Modell keinen solchen Faktor hat: {names}.</translation>
    </message>
    <message>
        <source>Layers that went in</source>
        <translation>Eingegangene Layer</translation>
    </message>
    <message>
        <source>Layers whose features are drawn around the places, as they look in the project.</source>
        <translation>Layer, deren Objekte um die Orte gezeichnet werden, so wie sie im Projekt aussehen.</translation>
    </message>
    <message>
        <source>Leave out nothing</source>
        <translation>Nichts weglassen</translation>
    </message>
    <message>
        <source>Leave out the features that are selected on the map</source>
        <translation>Die auf der Karte gewählten Objekte weglassen</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Left out before the culling, because they are the same in every cell: %(constant)s.</source>
        <translation>Vor der Vorauswahl ausgelassen, weil in jeder Zelle gleich: %(constant)s.</translation>
    </message>
    <message>
        <source>Left out for too few incidents, but with enough if those without a date counted: {places}. Find the dates before lots are relied on.</source>
        <translation>Wegen zu weniger Vorfälle ausgelassen, obwohl es genug wären, wenn die ohne Datum zählten: {places}. Ermitteln Sie die fehlenden Datumsangaben, bevor Sie sich auf die Lose verlassen.</translation>
    </message>
    <message>
        <source>Left out, because outside the study area or in excluded cells: {count}.</source>
        <translation>Ausgelassen, weil außerhalb des Untersuchungsgebiets oder in ausgeschlossenen Zellen: {count}.</translation>
    </message>
    <message>
        <source>Left out, {reason}: {count:,} (such as {example}).</source>
        <translation>Ausgelassen, {reason}: {count:,} (etwa {example}).</translation>
    </message>
    <message>
        <source>Left out, {reason}: {count:,} of {n_places:,} places.</source>
        <translation>Ausgelassen, {reason}: {count:,} von {n_places:,} Orten.</translation>
    </message>
    <message>
        <source>Left out: {names}.</source>
        <translation>Ausgelassen: {names}.</translation>
    </message>
    <message>
        <source>Length of the time after</source>
        <translation>Dauer der Zeit nachher</translation>
    </message>
    <message>
        <source>Length of the time before</source>
        <translation>Dauer der Zeit vorher</translation>
    </message>
    <message>
        <source>Less can happen in them than in whole cells: use smaller cells, or a denominator.</source>
        <translation>In ihnen kann weniger geschehen als in ganzen Zellen: Verwenden Sie kleinere Zellen, oder eine Bezugsgröße.</translation>
    </message>
    <message>
        <source>Less exposed than all people: {names}.</source>
        <translation>Weniger betroffen als alle Personen: {names}.</translation>
    </message>
    <message>
        <source>Let the points of the ticked layers, or of those chosen here, decide how they act</source>
        <translation>Die Punkte der angehakten oder der hier gewählten Layer entscheiden lassen, wie sie wirken</translation>
    </message>
    <message>
        <source>Let the search exchange a factor&apos;s variable for another distance or operationalisation of it. Off: additions and removals only, for strict comparison with other software.</source>
        <translation>Die Suche darf die Variable eines Faktors gegen eine andere Entfernung oder Operationalisierung desselben Faktors austauschen. Aus: nur Aufnehmen und Entfernen, für den strengen Vergleich mit anderer Software.</translation>
    </message>
    <message>
        <source>Level of the code</source>
        <translation>Ebene des Codes</translation>
    </message>
    <message>
        <source>Levels (percent of the area)</source>
        <translation>Stufen (Prozent der Fläche)</translation>
    </message>
    <message>
        <source>Likelihood of harm</source>
        <translation>Wahrscheinlichkeit des Schadens</translation>
    </message>
    <message>
        <source>Likeness of neighbours</source>
        <translation>Ähnlichkeit von Nachbarn</translation>
    </message>
    <message>
        <source>Lines are 95%% intervals from %(resamples)s resamples of %(n_areas)s areas (seed %(seed)s).</source>
        <translation>Linien sind 95%%-Intervalle aus %(resamples)s Wiederholungsstichproben von %(n_areas)s Gebieten (Startwert %(seed)s).</translation>
    </message>
    <message>
        <source>Lines of streets that meet in shared vertices.</source>
        <translation>Linien von Straßen, die sich in gemeinsamen Stützpunkten treffen.</translation>
    </message>
    <message>
        <source>Load a made-up city whose risk is known, and set everything up for it</source>
        <translation>Eine erfundene Stadt laden, deren Risiko bekannt ist, und alles dafür einrichten</translation>
    </message>
    <message>
        <source>Load a setup</source>
        <translation>Einrichtung laden</translation>
    </message>
    <message>
        <source>Load the layers</source>
        <translation>Layer laden</translation>
    </message>
    <message>
        <source>Load…</source>
        <translation>Laden…</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Log-likelihood</source>
        <translation>Log-Likelihood</translation>
    </message>
    <message>
        <source>Longitude or easting.</source>
        <translation>Längengrad oder Rechtswert.</translation>
    </message>
    <message>
        <source>Looked at were the {what}; what stands in the layers was not looked at.</source>
        <translation>Durchgesehen wurden die {what}; was in den Layern steht, wurde nicht durchgesehen.</translation>
    </message>
    <message>
        <source>Looking at the files</source>
        <translation>Dateien ansehen</translation>
    </message>
    <message>
        <source>Looking at the layers…</source>
        <translation>Layer werden angesehen…</translation>
    </message>
    <message>
        <source>Lots</source>
        <translation>Lose</translation>
    </message>
    <message>
        <source>Lots are drawn</source>
        <translation>Gelost wird</translation>
    </message>
    <message>
        <source>Lots for priority places, power, and a protocol</source>
        <translation>Lose für Schwerpunktorte, Teststärke und ein Protokoll</translation>
    </message>
    <message>
        <source>Lots make treated and control places alike in all but chance. Where none were drawn, whatever else differs between them may be behind a difference: the analysis then shows correlation, never cause. Incidents never appear as points in what is written.</source>
        <translation>Durch Lose gleichen Orte mit Maßnahme und Kontrollorte einander in allem bis auf den Zufall. Wo nicht gelost wurde, kann hinter einem Unterschied alles stehen, worin sie sich sonst unterscheiden: Die Analyse zeigt dann Korrelation, nie Ursache. Vorfälle erscheinen in den Ausgaben nie als Punkte.</translation>
    </message>
    <message>
        <source>Lots were drawn among all places at once.</source>
        <translation>Gelost wurde unter allen Orten zugleich.</translation>
    </message>
    <message>
        <source>Lower by more than 1 SD (over {0})</source>
        <translation>Geringer um mehr als 1 SD (über {0})</translation>
    </message>
    <message>
        <source>Lower limit of the difference</source>
        <translation>Untere Grenze der Differenz</translation>
    </message>
    <message>
        <source>Lower limit of the difference, counts taken for Poisson</source>
        <translation>Untere Grenze der Differenz, Anzahlen als Poisson-verteilt angenommen</translation>
    </message>
    <message>
        <source>Lower limit of the ratio</source>
        <translation>Untere Grenze des Verhältnisses</translation>
    </message>
    <message>
        <source>Lower limit that is quoted: by the lots, or without any with overdispersion allowed for</source>
        <translation>Untere angegebene Grenze: nach den Losen oder, wo nicht gelost wurde, mit berücksichtigter Überdispersion</translation>
    </message>
    <message>
        <source>Lower risk</source>
        <translation>Geringeres Risiko</translation>
    </message>
    <message>
        <source>Lower risk (by up to {0})</source>
        <translation>Geringeres Risiko (um bis zu {0})</translation>
    </message>
    <message>
        <source>Lowers the risk (protective)</source>
        <translation>Senkt das Risiko (protective)</translation>
    </message>
    <message>
        <source>Lowers the risk in</source>
        <translation>Senkt das Risiko in</translation>
    </message>
    <message>
        <source>Lowest and highest</source>
        <translation>Kleinster und größter Wert</translation>
    </message>
    <message>
        <source>Lowest ratio of a group counted in enough areas</source>
        <translation>Niedrigstes Verhältnis einer Gruppe, die in genügend Gebieten gezählt ist</translation>
    </message>
    <message>
        <source>Lowest to highest</source>
        <translation>Kleinster bis größter</translation>
    </message>
    <message>
        <source>Main road</source>
        <translation>Hauptstraße</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>Wartung</translation>
    </message>
    <message>
        <source>Make a layer of each class of points of interest</source>
        <translation>Aus jeder Klasse von POI einen Layer machen</translation>
    </message>
    <message>
        <source>Make the model from the earlier incidents only, and see how it foretells the later</source>
        <translation>Das Modell nur aus den früheren Vorfällen bilden und sehen, wie es die späteren vorhersagt</translation>
    </message>
    <message>
        <source>Makes a clean point layer from the files that police forces and city portals give out.</source>
        <translation>Macht aus den Dateien, die Polizeibehörden und Städteportale herausgeben, einen sauberen Punktlayer.</translation>
    </message>
    <message>
        <source>Makes a fair trial of places: lots decide who is treated, and what the trial can tell is known.</source>
        <translation>Macht einen fairen Versuch mit Orten: Lose entscheiden, welche Orte die Maßnahme bekommen, und was der Versuch aussagen kann, ist bekannt.</translation>
    </message>
    <message>
        <source>Makes a made-up city with a known truth, for trying out the other algorithms.</source>
        <translation>Erzeugt eine erfundene Stadt mit bekannter Wahrheit, um die anderen Algorithmen auszuprobieren.</translation>
    </message>
    <message>
        <source>Makes a risk terrain model of each study area and type of incidents, and compares what they find.</source>
        <translation>Erstellt für jedes Untersuchungsgebiet und jede Art von Vorfällen ein RTM-Modell und vergleicht, was sie finden.</translation>
    </message>
    <message>
        <source>Makes an A4 page for each priority place, to take along and to write on.</source>
        <translation>Macht für jeden Schwerpunktort eine A4-Seite, zum Mitnehmen und Beschreiben.</translation>
    </message>
    <message>
        <source>Makes one layer per class of place, ready as risk factors of a model.</source>
        <translation>Macht aus jeder Klasse von Orten einen Layer, bereit als Risikofaktor eines Modells.</translation>
    </message>
    <message>
        <source>Map of risk: %(title)s</source>
        <translation>Risikokarte: %(title)s</translation>
    </message>
    <message>
        <source>Map sheet</source>
        <translation>Kartenblatt</translation>
    </message>
    <message>
        <source>Map sheet…</source>
        <translation>Kartenblatt…</translation>
    </message>
    <message>
        <source>Matters for merged classes: OpenStreetMap may have one place as a pharmacy and as a chemist. With factor it is one place of a factor that holds both, with class it is two.</source>
        <translation>Von Belang bei zusammengefassten Klassen: OpenStreetMap kann einen Ort als Apotheke und als Drogerie führen. Mit factor ist er ein Ort eines Faktors, der beide enthält, mit class sind es zwei.</translation>
    </message>
    <message>
        <source>Maximum influence</source>
        <translation>Größte Reichweite</translation>
    </message>
    <message>
        <source>Maximum influence (blocks)</source>
        <translation>Größte Reichweite (Blöcke)</translation>
    </message>
    <message>
        <source>Maximum score</source>
        <translation>Höchster Score</translation>
    </message>
    <message>
        <source>Mean distance to the nearest neighbour</source>
        <translation>Mittlerer Abstand zum nächsten Nachbarn</translation>
    </message>
    <message>
        <source>Mean relative risk score</source>
        <translation>Mittlerer relativer Risikoscore</translation>
    </message>
    <message>
        <source>Mean relative risk score after</source>
        <translation>Mittlerer relativer Risikoscore nachher</translation>
    </message>
    <message>
        <source>Mean score</source>
        <translation>Mittlerer Score</translation>
    </message>
    <message>
        <source>Mean to +1 SD</source>
        <translation>Mittelwert bis +1 SD</translation>
    </message>
    <message>
        <source>Mean to +1 SD ({0} to {1})</source>
        <translation>Mittelwert bis +1 SD ({0} bis {1})</translation>
    </message>
    <message>
        <source>Mean, top score</source>
        <translation>Mittlerer, höchster Score</translation>
    </message>
    <message>
        <source>Means (SD) before, and standardised difference</source>
        <translation>Mittelwerte (SD) vorher und standardisierte Differenz</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Measure approved</source>
        <translation>Maßnahme genehmigt</translation>
    </message>
    <message>
        <source>Measure impact…</source>
        <translation>Wirkung messen…</translation>
    </message>
    <message>
        <source>Measures approved by</source>
        <translation>Maßnahmen genehmigt durch</translation>
    </message>
    <message>
        <source>Measures how long the blocks of a study area are, from its streets.</source>
        <translation>Misst anhand der Straßen, wie lang die Blöcke eines Untersuchungsgebiets sind.</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>Wird gemessen…</translation>
    </message>
    <message>
        <source>Median RRV</source>
        <translation>Median des RRV</translation>
    </message>
    <message>
        <source>Merge table</source>
        <translation>Zusammenfassungstabelle</translation>
    </message>
    <message>
        <source>Metadata and title</source>
        <translation>Metadaten und Titel</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Method used</source>
        <translation>Verwendetes Verfahren</translation>
    </message>
    <message>
        <source>Minimum number of places</source>
        <translation>Mindestanzahl Orte</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Model &apos;{model}&apos; with these factor layers gives {n_other:,} of {n_cells:,} cells another score than risk terrain &apos;{terrain}&apos; has: use the model and the layers that it was made from, or leave the risk terrain empty.</source>
        <translation>Das Modell „{model}“ ergibt mit diesen Faktorlayern für {n_other:,} von {n_cells:,} Zellen einen anderen Score als das Risikoterrain „{terrain}“: Verwenden Sie das Modell und die Layer, aus denen es entstanden ist, oder lassen Sie das Risikoterrain leer.</translation>
    </message>
    <message>
        <source>Model &apos;{name}&apos; adjusts for {names}, and such a model cannot be applied to other layers: fit it without adjustments.</source>
        <translation>Das Modell „{name}“ adjustiert für {names}; ein solches Modell kann nicht auf andere Layer angewendet werden: Passen Sie es ohne Adjustierungen an.</translation>
    </message>
    <message>
        <source>Model &apos;{name}&apos; does not say in which CRS it was fitted: add the risk terrain that was made with it.</source>
        <translation>Das Modell „{name}“ sagt nicht, in welchem KBS es angepasst wurde: Fügen Sie das Risikoterrain hinzu, das mit ihm entstanden ist.</translation>
    </message>
    <message>
        <source>Model &apos;{name}&apos; has no risk factor &apos;{factor}&apos; to leave features out of: its factors are {known}.</source>
        <translation>Das Modell „{name}“ hat keinen Risikofaktor „{factor}“, von dem Objekte ausgelassen werden könnten: Seine Faktoren sind {known}.</translation>
    </message>
    <message>
        <source>Model &apos;{name}&apos; needs risk factors for which there is no layer ({names}): add layers of these names.</source>
        <translation>Das Modell „{name}“ braucht Risikofaktoren, für die es keinen Layer gibt ({names}): Fügen Sie Layer mit diesen Namen hinzu.</translation>
    </message>
    <message>
        <source>Model &apos;{name}&apos; was fitted in {wanted}, and {what} &apos;{terrain}&apos; is in {own}: reproject it to the model&apos;s CRS.</source>
        <translation>Das Modell „{name}“ wurde in {wanted} angepasst, und {what} „{terrain}“ ist in {own}: Projizieren Sie in das KBS des Modells um.</translation>
    </message>
    <message>
        <source>Model &apos;{name}&apos; was fitted on cells of {size} map units, and risk terrain &apos;{terrain}&apos; has cells of {cell_size}: use a risk terrain with the model&apos;s cells.</source>
        <translation>Das Modell „{name}“ wurde auf Zellen von {size} Karteneinheiten angepasst, und das Risikoterrain „{terrain}“ hat Zellen von {cell_size}: Verwenden Sie ein Risikoterrain mit den Zellen des Modells.</translation>
    </message>
    <message>
        <source>Model &apos;{name}&apos;: {problem}</source>
        <translation>Modell „{name}“: {problem}</translation>
    </message>
    <message>
        <source>Model architecture</source>
        <translation>Architektur des Modells</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Modellkarte</translation>
    </message>
    <message>
        <source>Model card, assessment support sheet and transparency record</source>
        <translation>Modellkarte, Hilfsblatt zur Folgenabschätzung und Transparenzeintrag</translation>
    </message>
    <message>
        <source>Model every borough</source>
        <translation>Jeden Bezirk modellieren</translation>
    </message>
    <message>
        <source>Model families {families} are not known; choose from {known}.</source>
        <translation>Die Modellfamilien {families} sind nicht bekannt; wählen Sie aus {known}.</translation>
    </message>
    <message>
        <source>Model file</source>
        <translation>Modelldatei</translation>
    </message>
    <message>
        <source>Model file &apos;{name}&apos;: its CRS &apos;{text}&apos; is not known to this QGIS; fit the model again.</source>
        <translation>Modelldatei „{name}“: Ihr KBS „{text}“ ist diesem QGIS nicht bekannt; passen Sie das Modell neu an.</translation>
    </message>
    <message>
        <source>Model file &apos;{name}&apos;: {error}</source>
        <translation>Modelldatei „{name}“: {error}</translation>
    </message>
    <message>
        <source>Model file &apos;{path}&apos; cannot be read ({reason}): choose the JSON file that the risk terrain model has written.</source>
        <translation>Die Modelldatei „{path}“ kann nicht gelesen werden ({reason}): Wählen Sie die JSON-Datei, die das RTM-Modell geschrieben hat.</translation>
    </message>
    <message>
        <source>Model file ‘{file}’, SHA-256: {hash}</source>
        <translation>Modelldatei „{file}“, SHA-256: {hash}</translation>
    </message>
    <message>
        <source>Model input</source>
        <translation>Eingaben des Modells</translation>
    </message>
    <message>
        <source>Model name</source>
        <translation>Name des Modells</translation>
    </message>
    <message>
        <source>Model output</source>
        <translation>Ausgaben des Modells</translation>
    </message>
    <message>
        <source>Model performance</source>
        <translation>Güte des Modells</translation>
    </message>
    <message>
        <source>Model table</source>
        <translation>Modelltabelle</translation>
    </message>
    <message>
        <source>Model task</source>
        <translation>Aufgabe des Modells</translation>
    </message>
    <message>
        <source>Model version</source>
        <translation>Version des Modells</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>Mo</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>Montag</translation>
    </message>
    <message>
        <source>Monitoring</source>
        <translation>Monitoring</translation>
    </message>
    <message>
        <source>Monte-Carlo standard error of the power</source>
        <translation>Monte-Carlo-Standardfehler der Teststärke</translation>
    </message>
    <message>
        <source>Month first: 03/04/2014 is in March</source>
        <translation>Monat zuerst: 03/04/2014 ist im März</translation>
    </message>
    <message>
        <source>Monthly refresh of every borough</source>
        <translation>Monatliche Erneuerung aller Bezirke</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>Monate</translation>
    </message>
    <message>
        <source>Months before</source>
        <translation>Monate vorher</translation>
    </message>
    <message>
        <source>Moran&apos;s I = {i:.3f}, p = {p:.3f}</source>
        <translation>Morans I = {i:.3f}, p = {p:.3f}</translation>
    </message>
    <message>
        <source>More exposed than all people: {names}.</source>
        <translation>Stärker betroffen als alle Personen: {names}.</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>Mehr Einstellungen</translation>
    </message>
    <message>
        <source>Most</source>
        <translation>das meiste</translation>
    </message>
    <message>
        <source>Most places</source>
        <translation>Höchstzahl der Orte</translation>
    </message>
    <message>
        <source>Move incidents by</source>
        <translation>Vorfälle verschieben um</translation>
    </message>
    <message>
        <source>Moved incidents</source>
        <translation>Verschobene Vorfälle</translation>
    </message>
    <message>
        <source>Moving the incidents (SNAP_WIDTH) tells what survives.</source>
        <translation>Ein Verschieben der Vorfälle (SNAP_WIDTH) zeigt, was bestehen bleibt.</translation>
    </message>
    <message>
        <source>NB1 only: variance in proportion to the mean</source>
        <translation>Nur NB1: Varianz proportional zum Mittelwert</translation>
    </message>
    <message>
        <source>NB2 only: variance grows with the mean&apos;s square</source>
        <translation>Nur NB2: Varianz wächst mit dem Quadrat des Mittelwerts</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name field</source>
        <translation>Namensfeld</translation>
    </message>
    <message>
        <source>Name fields</source>
        <translation>Namensfelder</translation>
    </message>
    <message>
        <source>Name of a place</source>
        <translation>Name eines Ortes</translation>
    </message>
    <message>
        <source>Name of the factor</source>
        <translation>Name des Faktors</translation>
    </message>
    <message>
        <source>Name of the layout in the project</source>
        <translation>Name des Layouts im Projekt</translation>
    </message>
    <message>
        <source>Name to show</source>
        <translation>Anzuzeigender Name</translation>
    </message>
    <message>
        <source>Name, position, date</source>
        <translation>Name, Funktion, Datum</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>Names &apos;{layer}&apos; have no field &apos;{field}&apos;: choose the field that holds the names.</source>
        <translation>Die Namen „{layer}“ haben kein Feld „{field}“: Wählen Sie das Feld, das die Namen enthält.</translation>
    </message>
    <message>
        <source>Names &apos;{layer}&apos; hold no feature with a name: choose another layer, or none.</source>
        <translation>Die Namen „{layer}“ enthalten kein Objekt mit einem Namen: Wählen Sie einen anderen Layer, oder keinen.</translation>
    </message>
    <message>
        <source>Names of the codes</source>
        <translation>Namen der Codes</translation>
    </message>
    <message>
        <source>Names to show</source>
        <translation>Anzuzeigende Namen</translation>
    </message>
    <message>
        <source>Names were looked at for what is about persons or made by policing: {n} flagged.</source>
        <translation>Die Namen wurden auf das hin durchgesehen, was Personen betrifft oder durch Polizeiarbeit entsteht; auffällig: {n}.</translation>
    </message>
    <message>
        <source>Nature of the processing</source>
        <translation>Art der Verarbeitung</translation>
    </message>
    <message>
        <source>Near</source>
        <translation>Nahe</translation>
    </message>
    <message>
        <source>Near a flagged place</source>
        <translation>Nahe einem markierten Ort</translation>
    </message>
    <message>
        <source>Nearest-neighbour index</source>
        <translation>Nächste-Nachbarn-Index</translation>
    </message>
    <message>
        <source>Nearly all of that is its own past: it says where again, and nothing of why.</source>
        <translation>Fast alles davon ist die eigene Vorgeschichte: Das sagt, wo wieder, und nichts über das Warum.</translation>
    </message>
    <message>
        <source>Needed where there is no risk terrain: its cells are laid as in the model. As in the model, incidents outside it do not count.</source>
        <translation>Nötig, wo es kein Risikoterrain gibt: Die Zellen werden wie im Modell gelegt. Wie im Modell zählen Vorfälle außerhalb nicht.</translation>
    </message>
    <message>
        <source>Neighbouring cells of {n_cells:,} are so alike that what each has for itself cannot be told apart; use larger cells, or no spatial test.</source>
        <translation>Von {n_cells:,} Zellen sind benachbarte einander so ähnlich, dass sich nicht unterscheiden lässt, was jede für sich hat; verwenden Sie größere Zellen, oder keinen räumlichen Test.</translation>
    </message>
    <message>
        <source>Neither a risk terrain nor a model file is given: choose one of them, or both.</source>
        <translation>Es ist weder ein Risikoterrain noch eine Modelldatei angegeben: Wählen Sie eines davon, oder beides.</translation>
    </message>
    <message>
        <source>New risk terrain</source>
        <translation>Neues Risikoterrain</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>No cell above the mean score is left for more than {found:,} patrol places.</source>
        <translation>Für mehr als {found:,} Orte für Streifen bleibt keine Zelle über dem mittleren Score.</translation>
    </message>
    <message>
        <source>No cell is above mean + 2 SD ({limit:.4g}): there are no priority places.</source>
        <translation>Keine Zelle liegt über Mittelwert + 2 SD ({limit:.4g}): Es gibt keine Schwerpunktorte.</translation>
    </message>
    <message>
        <source>No cell is flagged: give a percentage of the area, or places that lie in the risk terrain.</source>
        <translation>Keine Zelle ist markiert: Geben Sie einen Prozentsatz der Fläche an, oder Orte, die im Risikoterrain liegen.</translation>
    </message>
    <message>
        <source>No cell of risk terrain &apos;{terrain}&apos; has its centroid in a place of &apos;{name}&apos;: check that both show the same place.</source>
        <translation>Keine Zelle des Risikoterrains „{terrain}“ hat ihren Mittelpunkt in einem Ort von „{name}“: Prüfen Sie, ob beide dieselbe Gegend zeigen.</translation>
    </message>
    <message>
        <source>No cell of risk terrain &apos;{terrain}&apos; is above mean + 2 SD: give a percentage of the area, or priority places.</source>
        <translation>Keine Zelle des Risikoterrains „{terrain}“ liegt über Mittelwert + 2 SD: Geben Sie einen Prozentsatz der Fläche an, oder Schwerpunktorte.</translation>
    </message>
    <message>
        <source>No cell of {cell_size:.9g} map units overlaps the study area; {remedy}.</source>
        <translation>Keine Zelle von {cell_size:.9g} Karteneinheiten überlappt das Untersuchungsgebiet. {remedy}.</translation>
    </message>
    <message>
        <source>No change</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>No class has at least {min_count:,} places (the largest has {largest:,}): lower the minimum count.</source>
        <translation>Keine Klasse hat mindestens {min_count:,} Orte (die größte hat {largest:,}): Setzen Sie die Mindestanzahl herab.</translation>
    </message>
    <message>
        <source>No day is from {first} to {last}: let the first date be the earlier one.</source>
        <translation>Kein Tag liegt zwischen {first} und {last}: Das erste Datum muss das frühere sein.</translation>
    </message>
    <message>
        <source>No day of the calendar is over: give a later last day, or wait.</source>
        <translation>Kein Tag des Kalenders ist vorüber: Geben Sie einen späteren letzten Tag an, oder warten Sie.</translation>
    </message>
    <message>
        <source>No document is asked for: name a file for one of them.</source>
        <translation>Es wird kein Dokument verlangt: Geben Sie für eines davon eine Datei an.</translation>
    </message>
    <message>
        <source>No earlier incidents are given: the risk terrain is compared with chance alone, which is easy to beat. Give the incidents that it was made from.</source>
        <translation>Es sind keine früheren Vorfälle angegeben: Das Risikoterrain wird nur mit dem Zufall verglichen, der leicht zu übertreffen ist. Geben Sie die Vorfälle an, aus denen es gebildet wurde.</translation>
    </message>
    <message>
        <source>No effect up to 95% would be shown with a probability of {wanted}%: take more places, a longer time, or places with more incidents.</source>
        <translation>Kein Effekt bis 95% würde mit einer Wahrscheinlichkeit von {wanted}% gezeigt: Nehmen Sie mehr Orte, eine längere Zeit oder Orte mit mehr Vorfällen.</translation>
    </message>
    <message>
        <source>No evidence either way</source>
        <translation>Keine Evidenz in die eine oder andere Richtung</translation>
    </message>
    <message>
        <source>No factor is found in more than one of {n} areas.</source>
        <translation>Kein Faktor wurde in mehr als einem von {n} Gebieten gefunden.</translation>
    </message>
    <message>
        <source>No factor was flagged as being about persons or made by policing.</source>
        <translation>Kein Faktor fiel dadurch auf, dass er Personen betrifft oder durch Polizeiarbeit entsteht.</translation>
    </message>
    <message>
        <source>No factor was selected at the largest distance that was tried.</source>
        <translation>Kein Faktor wurde mit der größten versuchten Entfernung ausgewählt.</translation>
    </message>
    <message>
        <source>No factor was selected, so that there was nothing to put to the test by random shifts.</source>
        <translation>Es wurde kein Faktor ausgewählt; es gab also nichts, was zufällige Verschiebungen auf die Probe stellen könnten.</translation>
    </message>
    <message>
        <source>No factor, or the run failed</source>
        <translation>Kein Faktor, oder der Lauf ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>No feature of these layers is selected on the map.</source>
        <translation>Auf der Karte ist kein Objekt dieser Layer gewählt.</translation>
    </message>
    <message>
        <source>No field is known as the class of a place: name it. The fields are {shown}.</source>
        <translation>Kein Feld ist als Klasse eines Ortes bekannt: Nennen Sie es. Vorhandene Felder: {shown}.</translation>
    </message>
    <message>
        <source>No figure of the places is to be quoted, nor any that they are part of: incidents without a date are missing in them, in p-values and counts of single places too.</source>
        <translation>Keine Zahl der Orte ist zu zitieren, und keine, in die sie eingehen: Vorfälle ohne Datum fehlen in ihnen, auch in p-Werten und Anzahlen einzelner Orte.</translation>
    </message>
    <message>
        <source>No file is given: choose one or more text files, or a folder of them.</source>
        <translation>Es ist keine Datei angegeben: Wählen Sie eine oder mehrere Textdateien oder einen Ordner mit solchen.</translation>
    </message>
    <message>
        <source>No group&apos;s share clearly differs from that of all people.</source>
        <translation>Bei keiner Gruppe unterscheidet sich der Anteil klar von dem aller Personen.</translation>
    </message>
    <message>
        <source>No hot spot of at least {min_area} km² grows to {min_incidents:,} incidents: lower the smallest number of incidents or the smallest area, or use a longer bandwidth.</source>
        <translation>Kein Hotspot von mindestens {min_area}&#xa0;km² wächst auf {min_incidents:,} Vorfälle an: Setzen Sie die kleinste Anzahl der Vorfälle oder die kleinste Fläche herab, oder verwenden Sie eine größere Bandbreite.</translation>
    </message>
    <message>
        <source>No incident has a date that is understood: choose another field, or none.</source>
        <translation>Kein Vorfall hat ein verständliches Datum: Wählen Sie ein anderes Feld, oder keines.</translation>
    </message>
    <message>
        <source>No incident is from {first} to {last}, where about {n:,.0f} were to be expected: if the data lack these days, they are counted as days without incidents; choose other days, or give what is missing.</source>
        <translation>Vom {first} bis zum {last} liegt kein Vorfall vor, wo etwa {n:,.0f} zu erwarten waren: Fehlen diese Tage in den Daten, werden sie als Tage ohne Vorfälle gezählt; wählen Sie andere Tage, oder ergänzen Sie, was fehlt.</translation>
    </message>
    <message>
        <source>No incident is of these dates: theirs are {first} to {last}.</source>
        <translation>Kein Vorfall liegt in diesem Zeitraum: Ihrer reicht von {first} bis {last}.</translation>
    </message>
    <message>
        <source>No incident lies in a place on any day of the calendar: check dates, places and incidents.</source>
        <translation>An keinem Tag des Kalenders liegt ein Vorfall in einem Ort: Prüfen Sie Daten, Orte und Vorfälle.</translation>
    </message>
    <message>
        <source>No incident lies in a place, neither before nor after: check that all layers show the same place.</source>
        <translation>Kein Vorfall liegt in einem Ort, weder vorher noch nachher: Prüfen Sie, ob alle Layer denselben Ort zeigen.</translation>
    </message>
    <message>
        <source>No incident of &apos;{name}&apos; has a date in &apos;{field}&apos; that is understood: choose another field.</source>
        <translation>Kein Vorfall aus „{name}“ hat in „{field}“ ein verständliches Datum: Wählen Sie ein anderes Feld.</translation>
    </message>
    <message>
        <source>No incident of either layer is from {first} to {last}, which the time from {start} to {end} holds: choose other days, or give the incidents between.</source>
        <translation>Kein Vorfall beider Layer liegt zwischen {first} und {last}, die zum Zeitraum vom {start} bis {end} gehören: Wählen Sie andere Tage, oder geben Sie die Vorfälle dazwischen an.</translation>
    </message>
    <message>
        <source>No incident was recorded here.</source>
        <translation>Hier wurde kein Vorfall aufgezeichnet.</translation>
    </message>
    <message>
        <source>No incidents are given: choose their layers, or a setup file that names them.</source>
        <translation>Es sind keine Vorfälle angegeben: Wählen Sie deren Layer, oder eine Einrichtungsdatei, die sie nennt.</translation>
    </message>
    <message>
        <source>No layer is ticked: tick some, which are then looked at.</source>
        <translation>Kein Layer ist angehakt: Haken Sie die an, die geprüft werden sollen.</translation>
    </message>
    <message>
        <source>No lots were drawn, so that the intervals above allow for how much places change by themselves, by the changes of the {n:,} control places; how much that is is not told, for small counts could be found from it.</source>
        <translation>Es wurde nicht gelost; die Intervalle oben berücksichtigen daher nach den Änderungen der {n:,} Kontrollorte, wie sehr sich Orte von selbst verändern; wie viel das ist, wird nicht genannt, weil sich daraus kleine Anzahlen erschließen ließen.</translation>
    </message>
    <message>
        <source>No lots were drawn, so that the intervals above allow for how much places change by themselves: the variance of the difference is {factor:.1f} times that of Poisson counts, by the changes of the {n:,} control places.</source>
        <translation>Es wurde nicht gelost; die Intervalle oben berücksichtigen daher, wie sehr sich Orte von selbst verändern: Die Varianz der Differenz beträgt nach den Änderungen der {n:,} Kontrollorte das {factor:.1f}-Fache derjenigen bei Poisson-verteilten Anzahlen.</translation>
    </message>
    <message>
        <source>No map was drawn for this report: look at the risk terrain layer itself.</source>
        <translation>Für diesen Bericht wurde keine Karte gezeichnet: Sehen Sie sich den Layer des Risikoterrains selbst an.</translation>
    </message>
    <message>
        <source>No more than a sign of fewer incidents where places were treated</source>
        <translation>Nicht mehr als ein Anzeichen für weniger Vorfälle dort, wo die Maßnahme stattfand</translation>
    </message>
    <message>
        <source>No more than a sign of more incidents where places were treated</source>
        <translation>Nicht mehr als ein Anzeichen für mehr Vorfälle dort, wo die Maßnahme stattfand</translation>
    </message>
    <message>
        <source>No number of {n_resamples:,} halves is enough to say that at most one factor is wrong: draw more of them.</source>
        <translation>Von {n_resamples:,} Hälften genügt keine Anzahl, um sagen zu können, dass höchstens ein Faktor falsch ist: Ziehen Sie mehr davon.</translation>
    </message>
    <message>
        <source>No pair, block or week has treated and untreated ones, so that nothing was drawn: check the fields that tell which places were treated and in which block each was.</source>
        <translation>Kein Paar, kein Block und keine Woche hat Einheiten mit und ohne Maßnahme, es wurde also nicht gelost: Prüfen Sie die Felder, die sagen, welche Orte die Maßnahme hatten und in welchem Block jeder war.</translation>
    </message>
    <message>
        <source>No place has both a class and a geometry: check the field of the class.</source>
        <translation>Kein Ort hat sowohl eine Klasse als auch eine Geometrie: Prüfen Sie das Feld der Klasse.</translation>
    </message>
    <message>
        <source>No place is eligible: lower the smallest count, size or buffer, or give more places.</source>
        <translation>Kein Ort ist geeignet: Setzen Sie die kleinste Anzahl, die Größe oder den Puffer herab, oder geben Sie mehr Orte an.</translation>
    </message>
    <message>
        <source>No place is given: choose a layer of points or polygons, or a point.</source>
        <translation>Es ist kein Ort angegeben: Wählen Sie einen Layer mit Punkten oder Polygonen, oder einen Punkt.</translation>
    </message>
    <message>
        <source>No place is {which}: there is nothing to compare; give treated and control places.</source>
        <translation>Kein Ort gehört zur Gruppe „{which}“, es gibt also nichts zu vergleichen: Geben Sie Orte mit Maßnahme und Kontrollorte an.</translation>
    </message>
    <message>
        <source>No polygon holds {min_incidents:,} incidents, the most in one are {most:,}: lower the smallest number of incidents, or use larger polygons.</source>
        <translation>Kein Polygon enthält {min_incidents:,} Vorfälle, höchstens sind es {most:,} in einem: Setzen Sie die kleinste Anzahl der Vorfälle herab, oder verwenden Sie größere Polygone.</translation>
    </message>
    <message>
        <source>No polygons are given to choose from: add them, or use the method hot_spots.</source>
        <translation>Es sind keine Polygone zur Wahl angegeben: Fügen Sie welche hinzu, oder verwenden Sie das Verfahren hot_spots.</translation>
    </message>
    <message>
        <source>No risk factor has a feature within reach of study area &apos;{name}&apos;: check that the layers show the same place and that their CRSs are right.</source>
        <translation>Kein Risikofaktor hat ein Objekt in Reichweite des Untersuchungsgebiets „{name}“: Prüfen Sie, ob die Layer dieselbe Gegend zeigen und ihre KBS stimmen.</translation>
    </message>
    <message>
        <source>No risk factor met the criteria in any of {n} areas.</source>
        <translation>In keinem von {n} Gebieten erfüllte ein Risikofaktor die Kriterien.</translation>
    </message>
    <message>
        <source>No risk factor met the criteria in the one area that is complete.</source>
        <translation>In dem einen Gebiet, das vollständig ist, erfüllte kein Risikofaktor die Kriterien.</translation>
    </message>
    <message>
        <source>No risk factor met the criteria, so that no score tells one cell from another. This is a result, too: as far as this method can tell, these incidents do not follow these features.</source>
        <translation>Kein Risikofaktor erfüllte die Kriterien, sodass kein Score eine Zelle von einer anderen unterscheidet. Auch das ist ein Ergebnis: Soweit dieses Verfahren es erkennen kann, folgen diese Vorfälle diesen Objekten nicht.</translation>
    </message>
    <message>
        <source>No risk factor met the selection criteria: no score tells one cell from another.</source>
        <translation>Kein Risikofaktor erfüllte die Auswahlkriterien: Kein Score unterscheidet eine Zelle von einer anderen.</translation>
    </message>
    <message>
        <source>No risk factor of {n_specs} met the criteria: the incidents do not follow any of them in a way that this method can tell from chance.</source>
        <translation>Von {n_specs} Risikofaktoren erfüllte keiner die Kriterien: Die Vorfälle folgen keinem von ihnen auf eine Weise, die dieses Verfahren von Zufall unterscheiden kann.</translation>
    </message>
    <message>
        <source>No risk factor was selected, so there is none that moved incidents could put to the test.</source>
        <translation>Es wurde kein Risikofaktor ausgewählt; mit verschobenen Vorfällen lässt sich also keiner auf die Probe stellen.</translation>
    </message>
    <message>
        <source>No risk terrain could be read: choose at least one raster, and check its path.</source>
        <translation>Es konnte kein Risikoterrain gelesen werden: Wählen Sie mindestens ein Raster, und prüfen Sie seinen Pfad.</translation>
    </message>
    <message>
        <source>No risk-factor layer could be read: choose at least one, and check its path.</source>
        <translation>Kein Risikofaktor-Layer konnte gelesen werden: Wählen Sie mindestens einen, und prüfen Sie seinen Pfad.</translation>
    </message>
    <message>
        <source>No risk-factor layer has the field &apos;{field}&apos; ({names}): correct the field&apos;s name or leave it empty.</source>
        <translation>Kein Risikofaktor-Layer hat das Feld „{field}“ ({names}): Korrigieren Sie den Namen des Feldes, oder lassen Sie ihn leer.</translation>
    </message>
    <message>
        <source>No run is complete.</source>
        <translation>Kein Lauf ist vollständig.</translation>
    </message>
    <message>
        <source>No share of a group of {fewest} or more areas clearly differs from that of all people.</source>
        <translation>Bei keiner Gruppe mit {fewest} oder mehr Gebieten unterscheidet sich der Anteil klar von dem aller Personen.</translation>
    </message>
    <message>
        <source>No simpler way (past counts, kernel density) was compared: give this file the table of a validation.</source>
        <translation>Kein einfacheres Verfahren (frühere Anzahlen, Kerndichte) wurde verglichen: Geben Sie dieser Akte die Tabelle einer Validierung bei.</translation>
    </message>
    <message>
        <source>No single factor stands.</source>
        <translation>Kein einzelner Faktor hält stand.</translation>
    </message>
    <message>
        <source>No study area is given: incidents count in all cells of the risk terrain, also where those reach beyond the study area.</source>
        <translation>Es ist kein Untersuchungsgebiet angegeben: Vorfälle zählen in allen Zellen des Risikoterrains, auch wo diese über das Untersuchungsgebiet hinausreichen.</translation>
    </message>
    <message>
        <source>No study areas are given: choose their layer, or a setup file that names one.</source>
        <translation>Es sind keine Untersuchungsgebiete angegeben: Wählen Sie deren Layer, oder eine Einrichtungsdatei, die einen nennt.</translation>
    </message>
    <message>
        <source>No surface</source>
        <translation>Ohne Fläche</translation>
    </message>
    <message>
        <source>No worker of &apos;{scheduler}&apos; has finished a piece for a minute: waiting on.</source>
        <translation>Seit einer Minute hat kein Worker von „{scheduler}“ ein Stück beendet: Es wird weiter gewartet.</translation>
    </message>
    <message>
        <source>Nobody lives in a cell of the risk terrain: check that the population covers it, that its CRS is right and that its numbers are counts of people.</source>
        <translation>Niemand wohnt in einer Zelle des Risikoterrains: Prüfen Sie, ob die Bevölkerung es abdeckt, ob ihr KBS stimmt und ob ihre Zahlen Anzahlen von Personen sind.</translation>
    </message>
    <message>
        <source>Nobody lives in or near a flagged cell: check that the population covers them.</source>
        <translation>Niemand wohnt in oder nahe einer markierten Zelle: Prüfen Sie, ob die Bevölkerung sie abdeckt.</translation>
    </message>
    <message>
        <source>None of the incidents before of &apos;{name}&apos; lies in a place: check that it shows the same area, and the dates.</source>
        <translation>Keiner der Vorfälle vorher aus „{name}“ liegt in einem Ort: Prüfen Sie, ob der Layer dieselbe Gegend zeigt, und das Datum der Vorfälle.</translation>
    </message>
    <message>
        <source>None of the incidents of &apos;{name}&apos; is from before the trial, which begins on {start}: give incidents of the time before, or a later first day.</source>
        <translation>Keiner der Vorfälle aus „{name}“ liegt vor dem Versuch, der am {start} beginnt: Geben Sie Vorfälle aus der Zeit davor oder einen späteren ersten Tag an.</translation>
    </message>
    <message>
        <source>None of the incidents of &apos;{name}&apos; lies in a place: check that both show the same area, and the dates.</source>
        <translation>Keiner der Vorfälle aus „{name}“ liegt in einem Ort: Prüfen Sie, ob beide dieselbe Gegend zeigen, und die Daten der Vorfälle.</translation>
    </message>
    <message>
        <source>None of the later incidents lies in a cell of the risk terrain; check that both show the same place and have the right CRS.</source>
        <translation>Keiner der späteren Vorfälle liegt in einer Zelle des Risikoterrains; prüfen Sie, ob beide denselben Ort zeigen und das richtige KBS haben.</translation>
    </message>
    <message>
        <source>None of the later incidents lies inside the study area; check that all layers show the same place and have the right CRS.</source>
        <translation>Keiner der späteren Vorfälle liegt innerhalb des Untersuchungsgebiets; prüfen Sie, ob alle Layer denselben Ort zeigen und das richtige KBS haben.</translation>
    </message>
    <message>
        <source>None of the model&apos;s risk factors acts here.</source>
        <translation>Keiner der Risikofaktoren des Modells wirkt hier.</translation>
    </message>
    <message>
        <source>None of the {n_incidents:,} incidents lies inside the study area; check that both layers show the same place and have the right CRS.</source>
        <translation>Von {n_incidents:,} Vorfällen liegt keiner innerhalb des Untersuchungsgebiets; prüfen Sie, ob beide Layer denselben Ort zeigen und das richtige KBS haben.</translation>
    </message>
    <message>
        <source>None of the {n_outside:,} places to explain lies in a cell of the risk terrain: check that they show the same place.</source>
        <translation>Keiner der {n_outside:,} Orte, die erklärt werden sollen, liegt in einer Zelle des Risikoterrains: Prüfen Sie, ob beide dieselbe Gegend zeigen.</translation>
    </message>
    <message>
        <source>None of the {n_points:,} incidents of &apos;{name}&apos; lies in a cell of risk terrain &apos;{terrain}&apos;: check that both show the same place.</source>
        <translation>Keiner der {n_points:,} Vorfälle aus „{name}“ liegt in einer Zelle des Risikoterrains „{terrain}“: Prüfen Sie, ob beide dieselbe Gegend zeigen.</translation>
    </message>
    <message>
        <source>None of the {n_points:,} incidents of &apos;{name}&apos; lies in the polygons: check that both show the same place.</source>
        <translation>Keiner der {n_points:,} Vorfälle aus „{name}“ liegt in den Polygonen: Prüfen Sie, ob beide dieselbe Gegend zeigen.</translation>
    </message>
    <message>
        <source>None of the {n_points:,} incidents of &apos;{name}&apos; lies inside the study area: check that both show the same place.</source>
        <translation>Keiner der {n_points:,} Vorfälle aus „{name}“ liegt im Untersuchungsgebiet: Prüfen Sie, ob beide dieselbe Gegend zeigen.</translation>
    </message>
    <message>
        <source>None of {n_rows:,} rows is left as an incident ({reasons}).</source>
        <translation>Von {n_rows:,} Zeilen bleibt keine als Vorfall ({reasons}).</translation>
    </message>
    <message>
        <source>None, as the method is published</source>
        <translation>Keiner, wie das Verfahren veröffentlicht ist</translation>
    </message>
    <message>
        <source>None: every factor that was offered is in it.</source>
        <translation>Keine: Jeder angebotene Faktor ist darin.</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>Gar nicht</translation>
    </message>
    <message>
        <source>Not done for this file: nobody was counted by group (“Who is exposed”).</source>
        <translation>Für diese Akte nicht erfolgt: Niemand wurde nach Gruppen gezählt („Wer betroffen ist“).</translation>
    </message>
    <message>
        <source>Not done, as far as the model file tells: a comparison with other sources of incidents.</source>
        <translation>Nicht erfolgt, soweit aus der Modelldatei ersichtlich: ein Vergleich mit anderen Quellen von Vorfällen.</translation>
    </message>
    <message>
        <source>Not done, as far as the model file tells: a fit with newer data.</source>
        <translation>Nicht erfolgt, soweit aus der Modelldatei ersichtlich: eine Anpassung mit neueren Daten.</translation>
    </message>
    <message>
        <source>Not done: the layer or the fields were not left out. Leave them out, or state the lawful ground.</source>
        <translation>Nicht erfolgt: Der Layer oder die Felder wurden nicht weggelassen. Lassen Sie sie weg, oder nennen Sie die Rechtsgrundlage.</translation>
    </message>
    <message>
        <source>Not done: the table ‘{table}’ tells the exposure of no group.</source>
        <translation>Nicht getan: Die Tabelle ‚{table}‘ sagt von keiner Gruppe, wie betroffen sie ist.</translation>
    </message>
    <message>
        <source>Not done: {what}.</source>
        <translation>Nicht erfolgt: {what}.</translation>
    </message>
    <message>
        <source>Not in the project: {missing}</source>
        <translation>Nicht im Projekt: {missing}</translation>
    </message>
    <message>
        <source>Not known.</source>
        <translation>Nicht bekannt.</translation>
    </message>
    <message>
        <source>Not so: {lost}.</source>
        <translation>Nicht so: {lost}.</translation>
    </message>
    <message>
        <source>Not verified: the number of this field. Check it against the official template.</source>
        <translation>Nicht überprüft: die Nummer dieses Feldes. Vergleichen Sie sie mit der amtlichen Vorlage.</translation>
    </message>
    <message>
        <source>Not verified: whether this field is in the form, and where. Check it against the official template.</source>
        <translation>Nicht überprüft: ob dieses Feld im Formular steht, und wo. Vergleichen Sie es mit der amtlichen Vorlage.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Anmerkung</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Anmerkungen</translation>
    </message>
    <message>
        <source>Nothing acts</source>
        <translation>Nichts wirkt</translation>
    </message>
    <message>
        <source>Nothing has been run yet.</source>
        <translation>Es wurde noch nichts gerechnet.</translation>
    </message>
    <message>
        <source>Nothing is left out silently: rows without coordinates, outside the area, filtered, with an id that came before, or broken are counted by reason, each with an example. A file that can be understood in two ways is refused, with what to set.</source>
        <translation>Nichts wird stillschweigend ausgelassen: Zeilen ohne Koordinaten, außerhalb des Gebiets, herausgefilterte, solche mit einer schon vorgekommenen ID und fehlerhafte werden nach Grund gezählt, jeweils mit einem Beispiel. Eine Datei, die sich auf zwei Arten verstehen lässt, wird abgelehnt, mit dem Hinweis, was einzustellen ist.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Number of blocks</source>
        <translation>Anzahl der Blöcke</translation>
    </message>
    <message>
        <source>Number of broken rows and impossible coordinates</source>
        <translation>Anzahl fehlerhafter Zeilen und unmöglicher Koordinaten</translation>
    </message>
    <message>
        <source>Number of candidate variables</source>
        <translation>Anzahl der Kandidaten</translation>
    </message>
    <message>
        <source>Number of cells</source>
        <translation>Anzahl der Zellen</translation>
    </message>
    <message>
        <source>Number of cells beyond the distances or densities of the fit</source>
        <translation>Anzahl der Zellen außerhalb der Entfernungen oder Dichten der Anpassung</translation>
    </message>
    <message>
        <source>Number of cells in places</source>
        <translation>Anzahl der Zellen in Orten</translation>
    </message>
    <message>
        <source>Number of cells that few or none of the fit are like</source>
        <translation>Anzahl der Zellen, denen wenige oder keine der Anpassung gleichen</translation>
    </message>
    <message>
        <source>Number of cells whose score changes</source>
        <translation>Anzahl der Zellen, deren Score sich ändert</translation>
    </message>
    <message>
        <source>Number of cells with a combination of factors that was not seen</source>
        <translation>Anzahl der Zellen mit einer ungesehenen Kombination von Faktoren</translation>
    </message>
    <message>
        <source>Number of cells with a higher score</source>
        <translation>Anzahl der Zellen mit höherem Score</translation>
    </message>
    <message>
        <source>Number of cells with a lower score</source>
        <translation>Anzahl der Zellen mit niedrigerem Score</translation>
    </message>
    <message>
        <source>Number of cells with a score above the highest of the fit</source>
        <translation>Anzahl der Zellen mit einem Score über dem höchsten der Anpassung</translation>
    </message>
    <message>
        <source>Number of cells with incidents</source>
        <translation>Anzahl der Zellen mit Vorfällen</translation>
    </message>
    <message>
        <source>Number of control places</source>
        <translation>Anzahl der Kontrollorte</translation>
    </message>
    <message>
        <source>Number of control places, or days of places</source>
        <translation>Anzahl der Kontrollorte oder Ortstage der Kontrolle</translation>
    </message>
    <message>
        <source>Number of duplicates</source>
        <translation>Anzahl der Dubletten</translation>
    </message>
    <message>
        <source>Number of factors</source>
        <translation>Anzahl der Faktoren</translation>
    </message>
    <message>
        <source>Number of features</source>
        <translation>Anzahl der Objekte</translation>
    </message>
    <message>
        <source>Number of features filtered out</source>
        <translation>Anzahl der herausgefilterten Objekte</translation>
    </message>
    <message>
        <source>Number of features out of reach</source>
        <translation>Anzahl der Objekte außer Reichweite</translation>
    </message>
    <message>
        <source>Number of fields of the transparency record</source>
        <translation>Anzahl der Felder des Transparenzeintrags</translation>
    </message>
    <message>
        <source>Number of files</source>
        <translation>Anzahl der Dateien</translation>
    </message>
    <message>
        <source>Number of groups</source>
        <translation>Anzahl der Gruppen</translation>
    </message>
    <message>
        <source>Number of groups that are not told</source>
        <translation>Anzahl der Gruppen, die nicht genannt werden</translation>
    </message>
    <message>
        <source>Number of highest-risk cells after</source>
        <translation>Anzahl der Zellen höchsten Risikos nachher</translation>
    </message>
    <message>
        <source>Number of highest-risk cells before</source>
        <translation>Anzahl der Zellen höchsten Risikos vorher</translation>
    </message>
    <message>
        <source>Number of incidents</source>
        <translation>Anzahl der Vorfälle</translation>
    </message>
    <message>
        <source>Number of incidents before, in places of the trial</source>
        <translation>Anzahl der Vorfälle vorher, an Orten des Versuchs</translation>
    </message>
    <message>
        <source>Number of incidents in period 1</source>
        <translation>Anzahl der Vorfälle in Zeitraum 1</translation>
    </message>
    <message>
        <source>Number of incidents in period 2</source>
        <translation>Anzahl der Vorfälle in Zeitraum 2</translation>
    </message>
    <message>
        <source>Number of incidents in the model</source>
        <translation>Anzahl der Vorfälle im Modell</translation>
    </message>
    <message>
        <source>Number of incidents in the study areas</source>
        <translation>Anzahl der Vorfälle in den Untersuchungsgebieten</translation>
    </message>
    <message>
        <source>Number of incidents inside</source>
        <translation>Anzahl der Vorfälle innerhalb</translation>
    </message>
    <message>
        <source>Number of incidents left out</source>
        <translation>Anzahl der ausgelassenen Vorfälle</translation>
    </message>
    <message>
        <source>Number of incidents outside the area</source>
        <translation>Anzahl der Vorfälle außerhalb des Gebiets</translation>
    </message>
    <message>
        <source>Number of incidents outside the polygons</source>
        <translation>Anzahl der Vorfälle außerhalb der Polygone</translation>
    </message>
    <message>
        <source>Number of later incidents in them</source>
        <translation>Anzahl der späteren Vorfälle darin</translation>
    </message>
    <message>
        <source>Number of later incidents left out</source>
        <translation>Anzahl der ausgelassenen späteren Vorfälle</translation>
    </message>
    <message>
        <source>Number of later incidents that the model is judged by</source>
        <translation>Anzahl späterer Vorfälle, an denen das Modell gemessen wird</translation>
    </message>
    <message>
        <source>Number of pages</source>
        <translation>Anzahl der Seiten</translation>
    </message>
    <message>
        <source>Number of pages that were made</source>
        <translation>Anzahl der erzeugten Seiten</translation>
    </message>
    <message>
        <source>Number of pairs or blocks</source>
        <translation>Anzahl der Paare oder Blöcke</translation>
    </message>
    <message>
        <source>Number of places</source>
        <translation>Anzahl der Orte</translation>
    </message>
    <message>
        <source>Number of places given</source>
        <translation>Anzahl der angegebenen Orte</translation>
    </message>
    <message>
        <source>Number of places in classes not asked for</source>
        <translation>Anzahl der Orte in nicht verlangten Klassen</translation>
    </message>
    <message>
        <source>Number of places in classes that are too small</source>
        <translation>Anzahl der Orte in zu kleinen Klassen</translation>
    </message>
    <message>
        <source>Number of places in the trial</source>
        <translation>Anzahl der Orte im Versuch</translation>
    </message>
    <message>
        <source>Number of places read</source>
        <translation>Anzahl der gelesenen Orte</translation>
    </message>
    <message>
        <source>Number of places without a class</source>
        <translation>Anzahl der Orte ohne Klasse</translation>
    </message>
    <message>
        <source>Number of places without a geometry</source>
        <translation>Anzahl der Orte ohne Geometrie</translation>
    </message>
    <message>
        <source>Number of places written</source>
        <translation>Anzahl der geschriebenen Orte</translation>
    </message>
    <message>
        <source>Number of polygons with people in the cells</source>
        <translation>Anzahl der Polygone mit Personen in den Zellen</translation>
    </message>
    <message>
        <source>Number of rasters</source>
        <translation>Anzahl der Raster</translation>
    </message>
    <message>
        <source>Number of risk factors</source>
        <translation>Anzahl der Risikofaktoren</translation>
    </message>
    <message>
        <source>Number of risk factors that can be used</source>
        <translation>Anzahl der Risikofaktoren, die verwendet werden können</translation>
    </message>
    <message>
        <source>Number of risk factors that cannot be used</source>
        <translation>Anzahl der Risikofaktoren, die nicht verwendet werden können</translation>
    </message>
    <message>
        <source>Number of rows</source>
        <translation>Anzahl der Zeilen</translation>
    </message>
    <message>
        <source>Number of rows filtered out</source>
        <translation>Anzahl der herausgefilterten Zeilen</translation>
    </message>
    <message>
        <source>Number of rows without coordinates</source>
        <translation>Anzahl der Zeilen ohne Koordinaten</translation>
    </message>
    <message>
        <source>Number of runs</source>
        <translation>Anzahl der Läufe</translation>
    </message>
    <message>
        <source>Number of runs made now</source>
        <translation>Anzahl der jetzt gerechneten Läufe</translation>
    </message>
    <message>
        <source>Number of runs that failed</source>
        <translation>Anzahl der fehlgeschlagenen Läufe</translation>
    </message>
    <message>
        <source>Number of runs that were there already</source>
        <translation>Anzahl der schon vorhandenen Läufe</translation>
    </message>
    <message>
        <source>Number of selected factors that do not survive moved incidents</source>
        <translation>Anzahl ausgewählter Faktoren, die bei verschobenen Vorfällen nicht bestehen bleiben</translation>
    </message>
    <message>
        <source>Number of selected variables</source>
        <translation>Anzahl der ausgewählten Variablen</translation>
    </message>
    <message>
        <source>Number of study areas</source>
        <translation>Anzahl der Untersuchungsgebiete</translation>
    </message>
    <message>
        <source>Number of the risk factor that makes most of it</source>
        <translation>Nummer des Risikofaktors, der am meisten dazu beiträgt</translation>
    </message>
    <message>
        <source>Number of these in which something is left to say</source>
        <translation>Anzahl derer, in denen noch etwas zu sagen bleibt</translation>
    </message>
    <message>
        <source>Number of these that hold what the model file and the tables tell</source>
        <translation>Anzahl derer, die enthalten, was die Modelldatei und die Tabellen mitteilen</translation>
    </message>
    <message>
        <source>Number of treated places</source>
        <translation>Anzahl der Orte mit Maßnahme</translation>
    </message>
    <message>
        <source>Number of treated places, or days of places</source>
        <translation>Anzahl der Orte oder Ortstage mit Maßnahme</translation>
    </message>
    <message>
        <source>Number of variables after culling</source>
        <translation>Anzahl der Variablen nach der Vorauswahl</translation>
    </message>
    <message>
        <source>Number of warnings</source>
        <translation>Anzahl der Warnungen</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Numbers below {n}, and what would tell them, are left out.</source>
        <translation>Zahlen unter {n}, und was sie verraten würde, sind ausgelassen.</translation>
    </message>
    <message>
        <source>OSGeo4W: osgeo4w-setup.exe -q -k -P python3-{package} | Debian, Ubuntu: sudo apt install python3-{package} | macOS: brew install --cask qgis (a QGIS that brings it) | conda: conda install -c conda-forge {package} | Flatpak: flatpak run --devel --command=pip3 org.qgis.qgis install {package} --user</source>
        <translation>OSGeo4W: osgeo4w-setup.exe -q -k -P python3-{package} | Debian, Ubuntu: sudo apt install python3-{package} | macOS: brew install --cask qgis (ein QGIS, das es mitbringt) | conda: conda install -c conda-forge {package} | Flatpak: flatpak run --devel --command=pip3 org.qgis.qgis install {package} --user</translation>
    </message>
    <message>
        <source>Of Points of Interest: a layer per class (8 digits), category (4) or group (2).</source>
        <translation>Bei Points of Interest: ein Layer je Klasse (8 Stellen), Kategorie (4) oder Gruppe (2).</translation>
    </message>
    <message>
        <source>Of a crossover: rows of place, date and treated (1 or 0).</source>
        <translation>Bei täglichem Wechsel (Crossover): Zeilen mit place, date und treated (1 oder 0).</translation>
    </message>
    <message>
        <source>Of a raster that the risk terrain model has written, both the terrain and the expected incidents given terrain and history are judged. Of any other raster band 1 is: the higher, the riskier. A risk terrain is made to say why places are risky; for saying where incidents happen next, past incidents are hard to beat.</source>
        <translation>Bei einem Raster, das das RTM-Modell geschrieben hat, werden sowohl das Terrain als auch die nach Terrain und Vorgeschichte erwarteten Vorfälle beurteilt. Bei jedem anderen Raster ist es Band 1: je höher, desto riskanter. Ein Risikoterrain soll sagen, warum Orte riskant sind; darin, zu sagen, wo als Nächstes Vorfälle geschehen, sind frühere Vorfälle schwer zu übertreffen.</translation>
    </message>
    <message>
        <source>Of a trial: no lower than in its protocol.</source>
        <translation>Bei einem Versuch: nicht niedriger als in seinem Protokoll.</translation>
    </message>
    <message>
        <source>Of an incident only its place is used, and what dates or a filter choose by: none of its other fields is a variable of the model.</source>
        <translation>Von einem Vorfall werden nur der Ort und das verwendet, wonach Datumsangaben oder ein Filter auswählen: Keines seiner übrigen Felder ist eine Variable des Modells.</translation>
    </message>
    <message>
        <source>Of equal score, counted in part</source>
        <translation>Bei gleichem Score, teilweise gezählt</translation>
    </message>
    <message>
        <source>Of fewer than {n} incidents days and hours are not told.</source>
        <translation>Bei weniger als {n} Vorfällen werden Tage und Stunden nicht genannt.</translation>
    </message>
    <message>
        <source>Of intervals; and 100 minus it is the largest p-value, in percent, that counts as evidence.</source>
        <translation>Der Intervalle; und 100 minus diese Zahl ist der größte p-Wert in Prozent, der als Beleg zählt.</translation>
    </message>
    <message>
        <source>Of the fitted cells themselves {percent} have such a combination.</source>
        <translation>Von den angepassten Zellen selbst haben {percent} eine solche Kombination.</translation>
    </message>
    <message>
        <source>Of the free shapes, in square kilometres. Polygons are taken whatever their size.</source>
        <translation>Der freien Formen, in Quadratkilometern. Polygone werden unabhängig von ihrer Größe genommen.</translation>
    </message>
    <message>
        <source>Of the kernel density, in map units of the polygons or else of the incidents: how far an incident reaches. Empty: 500 metres.</source>
        <translation>Der Kerndichte, in Karteneinheiten der Polygone, sonst der Vorfälle: wie weit ein Vorfall reicht. Leer: 500&#xa0;Meter.</translation>
    </message>
    <message>
        <source>Of the page. Empty: after the places.</source>
        <translation>Der Seite. Leer: nach den Orten.</translation>
    </message>
    <message>
        <source>Of the protocol. Empty: after the places.</source>
        <translation>Des Protokolls. Leer: nach den Orten.</translation>
    </message>
    <message>
        <source>Of the squares in trial_places half were treated in period 2, one of each pair, drawn by lot: it took away {percent}% of their incidents, which is what the algorithm “Impact” should find.</source>
        <translation>Von den Quadraten in trial_places hatte in Zeitraum 2 die Hälfte eine Maßnahme, aus jedem Paar eines, ausgelost: Sie nahm ihnen {percent}% ihrer Vorfälle, was der Algorithmus „Wirkung“ finden sollte.</translation>
    </message>
    <message>
        <source>Of the terrain&apos;s riskiest cells, as many as are flagged.</source>
        <translation>Von den riskantesten Zellen des Terrains so viele, wie markiert sind.</translation>
    </message>
    <message>
        <source>Of the trial&apos;s protocol: the run ends with an error where the lots are not those that were sealed.</source>
        <translation>Aus dem Protokoll des Versuchs: Der Lauf endet mit einem Fehler, wo die Lose nicht die sind, die versiegelt wurden.</translation>
    </message>
    <message>
        <source>Of the trial, such as 2025-03-01. A crossover needs it; waves begin from it on.</source>
        <translation>Des Versuchs, etwa 2025-03-01. Täglicher Wechsel (Crossover) braucht ihn; Wellen beginnen von ihm an.</translation>
    </message>
    <message>
        <source>Of what is expected nearly all is the place&apos;s own past here: {ranks}. That says where again, and nothing of why: what is named beside it makes up the landscape&apos;s part alone.</source>
        <translation>An diesen Orten (Rang) ist fast alles, was erwartet wird, ihre eigene Vorgeschichte: {ranks}. Das sagt, wo wieder, und nichts über das Warum: Was daneben genannt ist, macht nur den Anteil des Umfelds aus.</translation>
    </message>
    <message>
        <source>Of what is made to be shared: of a place, or near a factor&apos;s features, with fewer recorded incidents neither their number is told nor what would give it away, for single people could be recognised. 0 tells all.</source>
        <translation>Für alles, was weitergegeben werden soll: Gibt es an einem Ort oder nahe den Objekten eines Faktors weniger aufgezeichnete Vorfälle, wird weder ihre Anzahl genannt noch etwas, was sie verraten würde, weil sich einzelne Personen erkennen ließen. 0 nennt alle.</translation>
    </message>
    <message>
        <source>Of {all:,} incidents that were given, 1 has no date, or none that can be read, and is counted nowhere: {where}.</source>
        <translation>Von {all:,} angegebenen Vorfällen hat 1 kein Datum oder keines, das gelesen werden kann, und ist nirgends gezählt: {where}.</translation>
    </message>
    <message>
        <source>Of {all:,} incidents that were given, {n:,} have no date, or none that can be read, and are counted nowhere: {where}.</source>
        <translation>Von {all:,} angegebenen Vorfällen haben {n:,} kein Datum oder keines, das sich lesen lässt, und zählen nirgends: {where}.</translation>
    </message>
    <message>
        <source>Of {n:,} places {treated:,} are treated and {control:,} are left as they are, for {months} months.</source>
        <translation>Von {n:,} Orten bekommen {treated:,} die Maßnahme, und {control:,} bleiben, wie sie sind, {months} Monate lang.</translation>
    </message>
    <message>
        <source>Of {n} fields {known} hold what the model file and the tables given ({tables}) tell</source>
        <translation>Von {n} Feldern stehen in {known} Angaben aus der Modelldatei und den mitgegebenen Tabellen ({tables})</translation>
    </message>
    <message>
        <source>Of {n} fields {known} hold what the model file tells</source>
        <translation>Von {n} Feldern stehen in {known} Angaben aus der Modelldatei</translation>
    </message>
    <message>
        <source>Of {n} groups the table ‘{table}’ holds back {held}.</source>
        <translation>Von {n} Gruppen hält die Tabelle „{table}“ zurück: {held}.</translation>
    </message>
    <message>
        <source>Off: only cells that share an edge are in one place.</source>
        <translation>Aus: Nur Zellen mit einer gemeinsamen Kante bilden einen Ort.</translation>
    </message>
    <message>
        <source>Offence types and their source, for the protocol. Empty: a blank to be filled in.</source>
        <translation>Deliktarten und ihre Quelle, für das Protokoll. Leer: eine Lücke zum Ausfüllen.</translation>
    </message>
    <message>
        <source>On another place the log says how many of its cells are unlike those that the model was fitted to, and which risk factor makes the difference: cells with a combination of factors that (nearly) none of these had, or farther from a factor, or more of it, than any. Their scores are extrapolated. That other places are alike in these factors does not say that risk goes with them there, too: validate with incidents of that place where there are any.</source>
        <translation>Bei einer anderen Gegend sagt das Protokoll, wie viele ihrer Zellen denen nicht gleichen, auf die das Modell angepasst wurde, und welcher Risikofaktor den Unterschied macht: Zellen mit einer Kombination von Faktoren, die (fast) keine von diesen hatte, oder weiter von einem Faktor entfernt oder mit mehr davon als jede von ihnen. Ihre Scores sind extrapoliert. Dass eine andere Gegend in diesen Faktoren gleicht, heißt nicht, dass das Risiko auch dort mit ihnen einhergeht: Validieren Sie mit Vorfällen von dort, wo es welche gibt.</translation>
    </message>
    <message>
        <source>On compliance, the measures of step 6, and whether to go ahead.</source>
        <translation>Zur Einhaltung der Vorschriften, zu den Maßnahmen aus Schritt 6 und dazu, ob begonnen werden soll.</translation>
    </message>
    <message>
        <source>On to the next step</source>
        <translation>Weiter zum nächsten Schritt</translation>
    </message>
    <message>
        <source>On treated days</source>
        <translation>An Tagen mit Maßnahme</translation>
    </message>
    <message>
        <source>On untreated days</source>
        <translation>An Tagen ohne Maßnahme</translation>
    </message>
    <message>
        <source>One layer for each factor: bars, bus stops, parks, ...</source>
        <translation>Ein Layer für jeden Faktor: Bars, Bushaltestellen, Parks, ...</translation>
    </message>
    <message>
        <source>One layer for each risk factor of the model, of the same name: the changed ones and those that stay as they are. A layer without features is a factor that acts nowhere; other layers are passed over.</source>
        <translation>Ein Layer gleichen Namens für jeden Risikofaktor des Modells: die veränderten und die, die bleiben, wie sie sind. Ein Layer ohne Objekte ist ein Faktor, der nirgends wirkt; andere Layer werden übergangen.</translation>
    </message>
    <message>
        <source>One layer for each risk factor, as in the risk terrain model. Empty: those of the setup.</source>
        <translation>Ein Layer je Risikofaktor, wie beim RTM-Modell. Leer: die der Einrichtung.</translation>
    </message>
    <message>
        <source>One layer of points, lines or polygons for each risk factor, named after it. Features outside the study area count as far as their influence reaches.</source>
        <translation>Ein Layer aus Punkten, Linien oder Polygonen für jeden Risikofaktor, nach ihm benannt. Objekte außerhalb des Untersuchungsgebiets zählen, soweit ihr Einfluss reicht.</translation>
    </message>
    <message>
        <source>One page to be registered: units, lots, outcome, analysis, power, seed and seal.</source>
        <translation>Eine Seite zum Registrieren: Einheiten, Lose, Zielgröße, Auswertung, Teststärke, Startwert und Siegel.</translation>
    </message>
    <message>
        <source>One page to print or hand on, for people who see no coefficient: map, factors in plain sentences, the highest-risk places, how far to trust it, and how to repeat it.</source>
        <translation>Eine Seite zum Drucken oder Weitergeben, für Menschen, die keine Koeffizienten sehen: Karte, Faktoren in einfachen Sätzen, die Orte höchsten Risikos, wie verlässlich das ist, und wie es sich wiederholen lässt.</translation>
    </message>
    <message>
        <source>One page with sentences, charts and all figures.</source>
        <translation>Eine Seite mit Sätzen, Diagrammen und allen Kennzahlen.</translation>
    </message>
    <message>
        <source>One page with the sentence to quote, all figures, and what they rest on.</source>
        <translation>Eine Seite mit dem Satz zum Zitieren, allen Kennzahlen, und worauf sie beruhen.</translation>
    </message>
    <message>
        <source>One page with the verdict, the capture curve and all figures.</source>
        <translation>Eine Seite mit dem Befund, der Erfassungskurve und allen Kennzahlen.</translation>
    </message>
    <message>
        <source>One point per incident with its id, date, hour (where known), type, and the file and row that it comes from. Its CRS is the area&apos;s or, without one, that of the first file.</source>
        <translation>Ein Punkt je Vorfall mit ID, Datum, Stunde (wo bekannt), Art, und der Datei und Zeile, aus der er stammt. Das KBS ist das des Gebiets oder, ohne Gebiet, das der ersten Datei.</translation>
    </message>
    <message>
        <source>One point to explain, instead of a layer or besides it.</source>
        <translation>Ein einzelner Punkt, der erklärt werden soll, anstelle eines Layers oder zusätzlich.</translation>
    </message>
    <message>
        <source>One polygon per place: arm, block, incidents before and after, and the ratio of the rates.</source>
        <translation>Ein Polygon je Ort: Gruppe, Block, Vorfälle vorher und nachher, und das Verhältnis der Raten.</translation>
    </message>
    <message>
        <source>One polygon per place: place, rank, label, arm, block, wave, first and last day, those of the time before, confidence, fewest incidents and smallest count to print, and why others were left out.</source>
        <translation>Ein Polygon je Ort: Ort, Rang, Bezeichnung, Gruppe, Block, Welle, erster und letzter Tag, die der Zeit vorher, Konfidenz, wenigste Vorfälle und kleinste zu druckende Anzahl, und warum andere ausgelassen wurden.</translation>
    </message>
    <message>
        <source>One polygon per place: rank, label, cells, area, mean and maximum relative risk score, expected and observed incidents with their percentages of all, risk factors, nearest features.</source>
        <translation>Ein Polygon je Ort: Rang, Bezeichnung, Zellen, Fläche, mittlerer und höchster relativer Risikoscore, erwartete und beobachtete Vorfälle mit ihrem Prozentsatz aller, Risikofaktoren, nächste Objekte.</translation>
    </message>
    <message>
        <source>One polygon per study area: rank, name, incidents and area with their percentages of all, incidents per square kilometre, and their concentration, which is the percentage of incidents divided by that of area.</source>
        <translation>Ein Polygon je Untersuchungsgebiet: Rang, Name, Vorfälle und Fläche mit ihrem Prozentsatz von allem, Vorfälle je Quadratkilometer, und ihre Konzentration, also der Prozentsatz der Vorfälle geteilt durch den der Fläche.</translation>
    </message>
    <message>
        <source>One raster, or several to compare. The cells of the first are used: others are read at their centroids.</source>
        <translation>Ein Raster, oder mehrere zum Vergleich. Verwendet werden die Zellen des ersten: Andere werden an deren Mittelpunkten gelesen.</translation>
    </message>
    <message>
        <source>One risk terrain model, a statistical model of counts.</source>
        <translation>Ein RTM-Modell, ein statistisches Modell von Anzahlen.</translation>
    </message>
    <message>
        <source>One row for all people and one for each group: people, people in or near flagged places, share, ratio with its 95% interval, number of polygons; what is flagged and how near counts. Empty is what is not told.</source>
        <translation>Eine Zeile für alle Personen und eine für jede Gruppe: Personen, Personen in oder nahe markierten Orten, Anteil, Verhältnis mit seinem 95%-Intervall, Anzahl der Polygone; was markiert ist, und was als nahe gilt. Leer ist, was nicht genannt wird.</translation>
    </message>
    <message>
        <source>One row for each group and risk factor: the ratio with and without it. Needs the model.</source>
        <translation>Eine Zeile für jede Gruppe und jeden Risikofaktor: das Verhältnis mit und ohne ihn. Braucht das Modell.</translation>
    </message>
    <message>
        <source>One row for each group and share of the area: the ratio, where it is told.</source>
        <translation>Eine Zeile für jede Gruppe und jeden Anteil der Fläche: das Verhältnis, wo es genannt wird.</translation>
    </message>
    <message>
        <source>One row for each place and risk factor of the model, what raises the score most first: percent of the cells where it acts, nearest distance or highest density, relative risk value, what it multiplies the place&apos;s score by, the score without it, the nearest features.</source>
        <translation>Eine Zeile für jeden Ort und jeden Risikofaktor des Modells, zuerst, was den Score am meisten erhöht: Prozent der Zellen, in denen er wirkt, kleinste Entfernung oder höchste Dichte, relativer Risikowert, womit er den Score des Ortes multipliziert, der Score ohne ihn, die nächsten Objekte.</translation>
    </message>
    <message>
        <source>One row for each risk factor: its features, what is suggested and why, warnings, and what is wrong.</source>
        <translation>Eine Zeile für jeden Risikofaktor: seine Objekte, was vorgeschlagen wird und warum, Warnungen, und was nicht stimmt.</translation>
    </message>
    <message>
        <source>One row per figure: of places, surroundings or both; measure, value, interval, p-value.</source>
        <translation>Eine Zeile je Kennzahl: der Orte, der Umgebung oder von beiden; Maß, Wert, Intervall, p-Wert.</translation>
    </message>
    <message>
        <source>One row per figure: what it is about (and minus what), measure, level, value and 95% interval.</source>
        <translation>Eine Zeile je Kennzahl: worum es geht (und minus was), Maß, Stufe, Wert und 95%-Intervall.</translation>
    </message>
    <message>
        <source>One row per measure and arm: mean, SD and standardised difference.</source>
        <translation>Eine Zeile je Maß und Gruppe: Mittelwert, SD und standardisierte Differenz.</translation>
    </message>
    <message>
        <source>One row per selected factor: operationalisation, distance and relative risk value with its limits.</source>
        <translation>Eine Zeile je ausgewähltem Faktor: Operationalisierung, Entfernung und relativer Risikowert mit seinen Grenzen.</translation>
    </message>
    <message>
        <source>One row per variable that was tried: cells, incidents, its relative risk value alone, its fate.</source>
        <translation>Eine Zeile je versuchter Variable: Zellen, Vorfälle, ihr relativer Risikowert allein, was daraus wurde.</translation>
    </message>
    <message>
        <source>One sentence description</source>
        <translation>Beschreibung in einem Satz</translation>
    </message>
    <message>
        <source>Only a crossover has a calendar: choose that design, or no calendar.</source>
        <translation>Nur ein täglicher Wechsel (Crossover) hat einen Kalender: Wählen Sie diesen Plan, oder keinen Kalender.</translation>
    </message>
    <message>
        <source>Only features for which this expression is true, such as &quot;capacity&quot; &gt; 200. Empty: all.</source>
        <translation>Nur Objekte, für die dieser Ausdruck wahr ist, etwa &quot;capacity&quot; &gt; 200. Leer: alle.</translation>
    </message>
    <message>
        <source>Only features within reach of these polygons (in a projected CRS) are copied, and the test of clustering looks at the points within. Empty: all features, and their extent.</source>
        <translation>Nur Objekte in Reichweite dieser Polygone (in einem projizierten KBS) werden kopiert, und der Test auf Klumpung betrachtet die Punkte darin. Leer: alle Objekte und ihre Ausdehnung.</translation>
    </message>
    <message>
        <source>Only incidents for which this expression is true, such as &quot;offence&quot; = &apos;robbery&apos;. Empty: all.</source>
        <translation>Nur Vorfälle, für die dieser Ausdruck wahr ist, etwa &quot;offence&quot; = &apos;robbery&apos;. Leer: alle.</translation>
    </message>
    <message>
        <source>Only incidents for which this expression is true, such as &quot;offence&quot; = &apos;robbery&apos;; empty: all</source>
        <translation>Nur Vorfälle, für die dieser Ausdruck wahr ist, etwa &quot;offence&quot; = &apos;robbery&apos;; leer: alle</translation>
    </message>
    <message>
        <source>Only incidents for which this is true: {expression}</source>
        <translation>Nur Vorfälle, für die gilt: {expression}</translation>
    </message>
    <message>
        <source>Only one cell has incidents, too few for a model with {n_folds} folds, which needs at least {needed}; use a longer period, a larger study area or smaller cells.</source>
        <translation>Nur eine Zelle hat Vorfälle, zu wenig für ein Modell mit {n_folds} Folds, das mindestens {needed} braucht: Verwenden Sie einen längeren Zeitraum, ein größeres Untersuchungsgebiet oder kleinere Zellen.</translation>
    </message>
    <message>
        <source>Only where</source>
        <translation>Nur wo</translation>
    </message>
    <message>
        <source>Only {busy} cells have incidents, too few for a model with {n_folds} folds, which needs at least {needed}; use a longer period, a larger study area or smaller cells.</source>
        <translation>Nur {busy} Zellen haben Vorfälle, zu wenige für ein Modell mit {n_folds} Folds, das mindestens {needed} braucht; verwenden Sie einen längeren Zeitraum, ein größeres Untersuchungsgebiet oder kleinere Zellen.</translation>
    </message>
    <message>
        <source>Only {n_members:,} of the {n_places:,} places asked for lie above mean + 2 SD.</source>
        <translation>Nur {n_members:,} der {n_places:,} verlangten Orte liegen über Mittelwert + 2 SD.</translation>
    </message>
    <message>
        <source>Open a copy in the model designer…</source>
        <translation>Kopie in der grafischen Modellierung öffnen…</translation>
    </message>
    <message>
        <source>Open this step, or close it</source>
        <translation>Diesen Schritt öffnen oder schließen</translation>
    </message>
    <message>
        <source>Open what is seldom changed, or close it</source>
        <translation>Öffnen oder schließen, was selten geändert wird</translation>
    </message>
    <message>
        <source>Operationalisation</source>
        <translation>Operationalisierung</translation>
    </message>
    <message>
        <source>Operationalisation suggested</source>
        <translation>Vorgeschlagene Operationalisierung</translation>
    </message>
    <message>
        <source>Operationalisation used</source>
        <translation>Verwendete Operationalisierung</translation>
    </message>
    <message>
        <source>Order of dates</source>
        <translation>Reihenfolge im Datum</translation>
    </message>
    <message>
        <source>Organisation name</source>
        <translation>Name der Organisation</translation>
    </message>
    <message>
        <source>Organisation or department</source>
        <translation>Organisation oder Abteilung</translation>
    </message>
    <message>
        <source>Organisation type</source>
        <translation>Art der Organisation</translation>
    </message>
    <message>
        <source>Orientation</source>
        <translation>Ausrichtung</translation>
    </message>
    <message>
        <source>Other layers…</source>
        <translation>Andere Layer…</translation>
    </message>
    <message>
        <source>Outcome: incidents in each place while the trial lasts, minus those before, as if both were as long. Effect: its mean in treated places minus that in control places of the same block.</source>
        <translation>Zielgröße: Vorfälle an jedem Ort während des Versuchs minus die vorher, beides auf gleiche Dauer gebracht. Effekt: ihr Mittelwert an Orten mit Maßnahme minus der an Kontrollorten desselben Blocks.</translation>
    </message>
    <message>
        <source>Outcome: incidents of each place in each step, minus those before, as if both were as long. Effect: its mean in places whose turn has come minus that in those of the same block that wait, steps being weighted by how many are treated and how many wait.</source>
        <translation>Zielgröße: Vorfälle jedes Ortes in jedem Schritt minus die vorher, beides auf gleiche Dauer gebracht. Effekt: ihr Mittelwert an Orten, die schon an der Reihe sind, minus der an wartenden Orten desselben Blocks; Schritte werden danach gewichtet, wie viele Orte die Maßnahme haben und wie viele warten.</translation>
    </message>
    <message>
        <source>Outcome: incidents per day. Effect: the rate of treated days minus that of untreated days of the same place and week.</source>
        <translation>Zielgröße: Vorfälle je Tag. Effekt: die Rate der Tage mit Maßnahme minus die der Tage ohne Maßnahme am selben Ort in derselben Woche.</translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Output &apos;{path}&apos; cannot be replaced ({reason}): close it where it is open, or choose another name.</source>
        <translation>Die Ausgabe „{path}“ kann nicht ersetzt werden ({reason}): Schließen Sie sie, wo sie geöffnet ist, oder wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Output &apos;{path}&apos; cannot be written ({reason}): choose another folder, or close the file where it is open.</source>
        <translation>Die Ausgabe „{path}“ kann nicht geschrieben werden ({reason}): Wählen Sie einen anderen Ordner, oder schließen Sie die Datei, wo sie geöffnet ist.</translation>
    </message>
    <message>
        <source>Output &apos;{path}&apos; has a format that is not written here: let its name end in {suffix}.</source>
        <translation>Die Ausgabe „{path}“ hat ein Format, das hier nicht geschrieben wird: Der Name muss auf {suffix} enden.</translation>
    </message>
    <message>
        <source>Output &apos;{path}&apos; has nothing before its ending: give the file a name.</source>
        <translation>Die Ausgabe „{path}“ hat nichts vor ihrer Endung: Geben Sie der Datei einen Namen.</translation>
    </message>
    <message>
        <source>Output &apos;{path}&apos; is a database that is open for writing: end the editing and remove its layers from the project, or choose another file.</source>
        <translation>Die Ausgabe „{path}“ ist eine Datenbank, die zum Schreiben geöffnet ist: Beenden Sie die Bearbeitung, und entfernen Sie ihre Layer aus dem Projekt, oder wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>Output &apos;{path}&apos; is a folder or a device, not a file: give the name of a file.</source>
        <translation>Die Ausgabe „{path}“ ist ein Ordner oder ein Gerät, keine Datei: Geben Sie den Namen einer Datei an.</translation>
    </message>
    <message>
        <source>Output &apos;{path}&apos; is a table, which its format cannot hold: let its name end in .gpkg or .csv.</source>
        <translation>Die Ausgabe „{path}“ ist eine Tabelle, die das Format nicht aufnehmen kann: Der Name muss auf .gpkg oder .csv enden.</translation>
    </message>
    <message>
        <source>Output &apos;{path}&apos; would replace the file &apos;{part}&apos;, which belongs to something else: give the output another name.</source>
        <translation>Die Ausgabe „{path}“ würde die Datei „{part}“ ersetzen, die zu etwas anderem gehört: Geben Sie der Ausgabe einen anderen Namen.</translation>
    </message>
    <message>
        <source>Overall risk</source>
        <translation>Gesamtrisiko</translation>
    </message>
    <message>
        <source>Overlap of factors</source>
        <translation>Überschneidung von Faktoren</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>PAI at {0}% of the area</source>
        <translation>PAI bei {0}% der Fläche</translation>
    </message>
    <message>
        <source>PAI of the highest-risk class</source>
        <translation>PAI der Klasse höchsten Risikos</translation>
    </message>
    <message>
        <source>PAI: hit rate over share of area; 1 is chance</source>
        <translation>PAI: Trefferquote im Verhältnis zum Flächenanteil; 1 ist Zufall</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>PEI: PAI over the best that was possible</source>
        <translation>PEI: PAI im Verhältnis zum besten, der möglich war</translation>
    </message>
    <message>
        <source>PNG</source>
        <translation>PNG</translation>
    </message>
    <message>
        <source>POI,points of interest,Ordnance Survey,OpenStreetMap,OSM,class,factors,split</source>
        <translation>POI,Points of Interest,Ordnance Survey,OpenStreetMap,OSM,Klasse,Faktoren,aufteilen,points of interest,class,factors,split</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Parameters: {parameters}</source>
        <translation>Parameter: {parameters}</translation>
    </message>
    <message>
        <source>Part of the cell&apos;s own count in it</source>
        <translation>Darin der Anteil der eigenen Anzahl der Zelle</translation>
    </message>
    <message>
        <source>Part of the cells around in it</source>
        <translation>Darin der Anteil der Zellen ringsum</translation>
    </message>
    <message>
        <source>Parts of the area to flag, in percent. The highest-risk class of the first risk terrain is added.</source>
        <translation>Teile der Fläche, die markiert werden, in Prozent. Die Klasse höchsten Risikos des ersten Risikoterrains kommt hinzu.</translation>
    </message>
    <message>
        <source>Parts that the cells are dealt into for the cross-validation.</source>
        <translation>Teile, auf welche die Zellen für die Kreuzvalidierung verteilt werden.</translation>
    </message>
    <message>
        <source>Patrol calendar</source>
        <translation>Streifenkalender</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>People are taken to be spread evenly over each area that they were counted by; with areas that are large beside the flagged places, the shares are rough.</source>
        <translation>Personen gelten als gleichmäßig über jedes Gebiet verteilt, für das sie gezählt wurden; bei Gebieten, die neben den markierten Orten groß sind, sind die Anteile grob.</translation>
    </message>
    <message>
        <source>People in cells</source>
        <translation>Personen in Zellen</translation>
    </message>
    <message>
        <source>People in flagged places or within {near} of them; – is not told</source>
        <translation>Personen in markierten Orten oder bis {near} davon entfernt; – heißt nicht genannt</translation>
    </message>
    <message>
        <source>People in flagged places, or in and near them; – is not told</source>
        <translation>Personen in markierten Orten, oder in ihnen und in ihrer Nähe; – heißt nicht genannt</translation>
    </message>
    <message>
        <source>People in flagged places; – is not told</source>
        <translation>Personen in markierten Orten; – heißt nicht genannt</translation>
    </message>
    <message>
        <source>People in the study area</source>
        <translation>Personen im Untersuchungsgebiet</translation>
    </message>
    <message>
        <source>People in the study area, and in flagged places; – is not told</source>
        <translation>Personen im Untersuchungsgebiet, und in markierten Orten; – heißt nicht genannt</translation>
    </message>
    <message>
        <source>People in the study area, and in or near flagged places; – is not told</source>
        <translation>Personen im Untersuchungsgebiet, und in oder nahe markierten Orten; – heißt nicht genannt</translation>
    </message>
    <message>
        <source>Per day, that is {change}{limits} against untreated days of the same places.</source>
        <translation>Je Tag sind das {change}{limits} gegenüber Tagen ohne Maßnahme an denselben Orten.</translation>
    </message>
    <message>
        <source>Percent of all people who live there</source>
        <translation>Prozent aller Personen, die dort wohnen</translation>
    </message>
    <message>
        <source>Percent of the area</source>
        <translation>Prozent der Fläche</translation>
    </message>
    <message>
        <source>Percent of the area that is flagged, riskiest cells first</source>
        <translation>Markierter Teil der Fläche in Prozent, riskanteste Zellen zuerst</translation>
    </message>
    <message>
        <source>Percent of the area, riskiest cells first</source>
        <translation>Prozent der Fläche, riskanteste Zellen zuerst</translation>
    </message>
    <message>
        <source>Percent of the cells that are flagged</source>
        <translation>Prozent der Zellen, die markiert sind</translation>
    </message>
    <message>
        <source>Percent of the cells that are flagged or near</source>
        <translation>Prozent der Zellen, die markiert oder nahe sind</translation>
    </message>
    <message>
        <source>Percent of the later incidents</source>
        <translation>Prozent der späteren Vorfälle</translation>
    </message>
    <message>
        <source>Percent of the later incidents, by flagged area (95% interval)</source>
        <translation>Prozent der späteren Vorfälle, nach markierter Fläche (95%-Intervall)</translation>
    </message>
    <message>
        <source>Percent of the {n_incidents:,} later incidents, by flagged area (95% interval)</source>
        <translation>Prozent der {n_incidents:,} späteren Vorfälle, nach markierter Fläche (95%-Intervall)</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>Vorhersagegüte</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Place by place</source>
        <translation>Ort für Ort</translation>
    </message>
    <message>
        <source>Place sheets</source>
        <translation>Ortsblätter</translation>
    </message>
    <message>
        <source>Place sheets: {title}</source>
        <translation>Ortsblätter: {title}</translation>
    </message>
    <message>
        <source>Place sheets…</source>
        <translation>Ortsblätter…</translation>
    </message>
    <message>
        <source>Place {0}</source>
        <translation>Ort {0}</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Orte</translation>
    </message>
    <message>
        <source>Places &apos;{layer}&apos; have no field &apos;{field}&apos;: choose one of {names}.</source>
        <translation>Die Orte „{layer}“ haben kein Feld „{field}“: Wählen Sie eines von {names}.</translation>
    </message>
    <message>
        <source>Places &apos;{layer}&apos;, field &apos;{field}&apos;: &apos;{value}&apos; is no number; choose a field of numbers.</source>
        <translation>Orte „{layer}“, Feld „{field}“: „{value}“ ist keine Zahl; wählen Sie ein Zahlenfeld.</translation>
    </message>
    <message>
        <source>Places &apos;{name}&apos; have no field &apos;observed&apos; and no incidents are given: add the incidents before, or choose the field that holds the counts.</source>
        <translation>Die Orte „{name}“ haben kein Feld „observed“, und es sind keine Vorfälle angegeben: Fügen Sie die Vorfälle vorher hinzu, oder wählen Sie das Feld mit den Anzahlen.</translation>
    </message>
    <message>
        <source>Places &apos;{name}&apos; have no value &apos;treatment&apos; or &apos;control&apos; in the field &apos;{field}&apos;: choose the field that tells who was treated, or give control places as a layer of their own.</source>
        <translation>Die Orte „{name}“ haben im Feld „{field}“ keinen Wert &apos;treatment&apos; oder &apos;control&apos;: Wählen Sie das Feld, das sagt, wo es die Maßnahme gab, oder geben Sie Kontrollorte als eigenen Layer an.</translation>
    </message>
    <message>
        <source>Places &apos;{name}&apos; {problem}: choose a polygon layer with at least one (valid) feature.</source>
        <translation>Orte „{name}“: Der Layer {problem}; wählen Sie einen Polygonlayer mit mindestens einem (gültigen) Objekt.</translation>
    </message>
    <message>
        <source>Places &apos;{name}&apos;, field &apos;{field}&apos;: counts are whole numbers from 0 on; choose another.</source>
        <translation>Orte „{name}“, Feld „{field}“: Anzahlen sind ganze Zahlen ab 0; wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>Places &apos;{name}&apos;, field of a first or last day: {problem}</source>
        <translation>Orte „{name}“, Feld eines ersten oder letzten Tages: {problem}</translation>
    </message>
    <message>
        <source>Places &apos;{name}&apos;: the waves do not begin one after the other in the field &apos;starts&apos;: correct it.</source>
        <translation>Orte „{name}“: Im Feld „starts“ beginnen die Wellen nicht eine nach der anderen: Korrigieren Sie es.</translation>
    </message>
    <message>
        <source>Places &apos;{name}&apos;: those of wave {wave} have no first day in common in the field &apos;starts&apos;: correct it.</source>
        <translation>Orte „{name}“: Die der Welle {wave} haben im Feld „starts“ keinen gemeinsamen ersten Tag: Korrigieren Sie es.</translation>
    </message>
    <message>
        <source>Places &apos;{path}&apos; cannot be written ({message}): choose another file.</source>
        <translation>Die Orte „{path}“ können nicht geschrieben werden ({message}): Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>Places are named after the nearest. Empty: after their factors.</source>
        <translation>Orte heißen nach der nächsten. Leer: nach ihren Faktoren.</translation>
    </message>
    <message>
        <source>Places are studied, not persons; no incident is shown as a point in what is handed on.</source>
        <translation>Untersucht werden Orte, nicht Personen; in dem, was weitergegeben wird, ist kein Vorfall als Punkt gezeigt.</translation>
    </message>
    <message>
        <source>Places as {kind}</source>
        <translation>Orte als {kind}</translation>
    </message>
    <message>
        <source>Places in a block</source>
        <translation>Orte je Block</translation>
    </message>
    <message>
        <source>Places left out because they have fewer than {min_cells:,} cells: {n_small:,}.</source>
        <translation>Orte, die ausgelassen wurden, weil sie weniger als {min_cells:,} Zellen haben: {n_small:,}.</translation>
    </message>
    <message>
        <source>Places of a block are alike in it, too. Empty: rrs_mean, where there is such a field.</source>
        <translation>Die Orte eines Blocks gleichen einander auch darin. Leer: rrs_mean, wo es ein solches Feld gibt.</translation>
    </message>
    <message>
        <source>Places of a trial in period 2</source>
        <translation>Orte eines Versuchs in Zeitraum 2</translation>
    </message>
    <message>
        <source>Places of a trial, and what lots have dealt them.</source>
        <translation>Orte eines Versuchs, und was Lose ihnen zugeteilt haben.</translation>
    </message>
    <message>
        <source>Places of fewer cells are left out.</source>
        <translation>Orte mit weniger Zellen werden ausgelassen.</translation>
    </message>
    <message>
        <source>Places outside the risk terrain, which are left out: {n_outside:,}.</source>
        <translation>Orte außerhalb des Risikoterrains, die ausgelassen werden: {n_outside:,}.</translation>
    </message>
    <message>
        <source>Places that are chosen because much was recorded there tend to have less by themselves later. That touches treatment and control alike, but leaves fewer incidents to tell them apart: the power is somewhat lower than stated.</source>
        <translation>Orte, die gewählt werden, weil dort viel aufgezeichnet wurde, haben später meist von selbst weniger. Das betrifft Maßnahme und Kontrolle gleichermaßen, lässt aber weniger Vorfälle übrig, an denen sich beide unterscheiden lassen: Die Teststärke ist etwas geringer als angegeben.</translation>
    </message>
    <message>
        <source>Places times steps</source>
        <translation>Orte mal Schritte</translation>
    </message>
    <message>
        <source>Places were put into {size} that are alike in what is known before ({known}); no exchange of two places would make them more alike. Lots were drawn within each.</source>
        <translation>Orte wurden zu {size} zusammengestellt, die einander in dem gleichen, was vorher bekannt ist ({known}); kein Tausch zweier Orte würde sie einander ähnlicher machen. In jedem wurde gelost.</translation>
    </message>
    <message>
        <source>Places with fewer incidents before are left out: in them nothing can be seen. A protocol that tells no small counts needs 0, or at least half of the smallest count to print.</source>
        <translation>Orte mit weniger Vorfällen vorher werden ausgelassen: In ihnen lässt sich nichts sehen. Ein Protokoll, das keine kleinen Anzahlen nennt, braucht 0 oder mindestens die Hälfte der kleinsten gedruckten Anzahl.</translation>
    </message>
    <message>
        <source>Places, and what came later</source>
        <translation>Orte, und was später kam</translation>
    </message>
    <message>
        <source>Plan a trial…</source>
        <translation>Versuch planen…</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>Punkt</translation>
    </message>
    <message>
        <source>Points of incidents after treatment began; with a date field they may hold those before, too.</source>
        <translation>Punkte der Vorfälle nach Beginn der Maßnahme; mit einem Datumsfeld können sie auch die davor enthalten.</translation>
    </message>
    <message>
        <source>Points of incidents before treatment. Empty: they are among the incidents, by their dates. With a date field both layers are as one, and share no day.</source>
        <translation>Punkte der Vorfälle vor der Maßnahme. Leer: Sie sind unter den Vorfällen, nach ihrem Datum. Mit einem Datumsfeld gelten beide Layer als einer und haben keinen Tag gemeinsam.</translation>
    </message>
    <message>
        <source>Points of incidents that the model has not seen: of a later period.</source>
        <translation>Punkte von Vorfällen, die das Modell nicht gesehen hat: aus einem späteren Zeitraum.</translation>
    </message>
    <message>
        <source>Points of incidents to be counted in the places: of the model&apos;s period, or of a later one.</source>
        <translation>Punkte der Vorfälle, die in den Orten gezählt werden: aus dem Zeitraum des Modells, oder aus einem späteren.</translation>
    </message>
    <message>
        <source>Points of incidents. Without polygons, in a projected CRS.</source>
        <translation>Punkte von Vorfällen. Ohne Polygone in einem projizierten KBS.</translation>
    </message>
    <message>
        <source>Points of incidents: robberies, burglaries, collisions</source>
        <translation>Punkte der Vorfälle: Raubdelikte, Einbrüche, Zusammenstöße</translation>
    </message>
    <message>
        <source>Points of interest</source>
        <translation>POI</translation>
    </message>
    <message>
        <source>Points of interest &apos;{name}&apos; has no feature: choose a layer with places.</source>
        <translation>Die POI „{name}“ haben kein Objekt: Wählen Sie einen Layer mit Orten.</translation>
    </message>
    <message>
        <source>Points of interest &apos;{name}&apos; have no field &apos;{field}&apos;; the fields are {shown}.</source>
        <translation>Die POI „{name}“ haben kein Feld „{field}“; die Felder sind {shown}.</translation>
    </message>
    <message>
        <source>Points of interest as text</source>
        <translation>POI als Text</translation>
    </message>
    <message>
        <source>Points of one type of incident.</source>
        <translation>Punkte einer Vorfallsart.</translation>
    </message>
    <message>
        <source>Points of one type of incident: the model is made from them.</source>
        <translation>Punkte einer Vorfallsart: Aus ihnen entsteht das Modell.</translation>
    </message>
    <message>
        <source>Points of recorded incidents, to show on which days and at which hours they were.</source>
        <translation>Punkte aufgezeichneter Vorfälle, um zu zeigen, an welchen Tagen und zu welchen Stunden sie waren.</translation>
    </message>
    <message>
        <source>Points of the incidents before the trial. Empty: counts are read from a field of the places.</source>
        <translation>Punkte der Vorfälle vor dem Versuch. Leer: Die Anzahlen werden aus einem Feld der Orte gelesen.</translation>
    </message>
    <message>
        <source>Points of the incidents that the model was made from. Without them there is nothing to beat but chance.</source>
        <translation>Punkte der Vorfälle, aus denen das Modell gebildet wurde. Ohne sie gibt es nichts zu übertreffen als den Zufall.</translation>
    </message>
    <message>
        <source>Points of the outcome events, one each.</source>
        <translation>Punkte der Ereignisse, die modelliert werden, je einer.</translation>
    </message>
    <message>
        <source>Points of the outcome events, one each. Those outside the study area are counted and left out.</source>
        <translation>Punkte der Ereignisse, die modelliert werden, je einer. Die außerhalb des Untersuchungsgebiets werden gezählt und ausgelassen.</translation>
    </message>
    <message>
        <source>Points of the same type from a later period: the judge.</source>
        <translation>Punkte derselben Art aus einem späteren Zeitraum: An ihnen wird geprüft.</translation>
    </message>
    <message>
        <source>Points or polygons to explain, such as priority places or selected cells.</source>
        <translation>Punkte oder Polygone, die erklärt werden sollen, etwa Schwerpunktorte oder gewählte Zellen.</translation>
    </message>
    <message>
        <source>Points, lines or polygons of the risk factor.</source>
        <translation>Punkte, Linien oder Polygone des Risikofaktors.</translation>
    </message>
    <message>
        <source>Points; what counts is how concentrated they are.</source>
        <translation>Punkte; es zählt, wie dicht sie liegen.</translation>
    </message>
    <message>
        <source>Points; what counts is how near they are.</source>
        <translation>Punkte; es zählt, wie nah sie sind.</translation>
    </message>
    <message>
        <source>Poisson</source>
        <translation>Poisson</translation>
    </message>
    <message>
        <source>Poisson and NB1, as RTMDx does</source>
        <translation>Poisson und NB1, wie RTMDx</translation>
    </message>
    <message>
        <source>Poisson only</source>
        <translation>Nur Poisson</translation>
    </message>
    <message>
        <source>Poisson, NB1 and NB2: the best is kept</source>
        <translation>Bestes von Poisson, NB1, NB2</translation>
    </message>
    <message>
        <source>Polygon layer</source>
        <translation>Polygonlayer</translation>
    </message>
    <message>
        <source>Polygon layer &apos;{layer_name}&apos; has no field &apos;{field}&apos;: choose one that it has.</source>
        <translation>Der Polygonlayer „{layer_name}“ hat kein Feld „{field}“: Wählen Sie eines, das er hat.</translation>
    </message>
    <message>
        <source>Polygon layer &apos;{layer_name}&apos; {problem}: choose a polygon layer with at least one (valid) feature, or none.</source>
        <translation>Der Polygonlayer „{layer_name}“ {problem}: Wählen Sie einen Polygonlayer mit mindestens einem (gültigen) Objekt, oder keinen.</translation>
    </message>
    <message>
        <source>Polygons</source>
        <translation>Polygone</translation>
    </message>
    <message>
        <source>Polygons in a projected CRS, each a study area.</source>
        <translation>Polygone in einem projizierten KBS, jedes ein Untersuchungsgebiet.</translation>
    </message>
    <message>
        <source>Polygons in a projected CRS, each a study area. Empty: the features of the setup&apos;s study area.</source>
        <translation>Polygone in einem projizierten KBS, jedes ein Untersuchungsgebiet. Leer: die Objekte des Untersuchungsgebiets der Einrichtung.</translation>
    </message>
    <message>
        <source>Polygons of places that were left as they were, where all of the places were treated.</source>
        <translation>Polygone von Orten, an denen nichts geändert wurde, falls die Orte alle eine Maßnahme hatten.</translation>
    </message>
    <message>
        <source>Polygons of the area to model, in a projected CRS</source>
        <translation>Polygone des Gebiets, für das modelliert wird, in einem projizierten KBS</translation>
    </message>
    <message>
        <source>Polygons of the area to model, in a projected CRS.</source>
        <translation>Polygone des Gebiets, das modelliert wird, in einem projizierten KBS.</translation>
    </message>
    <message>
        <source>Polygons of the area to model, in a projected CRS: everything is computed in that CRS, and all other layers are reprojected to it.</source>
        <translation>Polygone des Gebiets, für das modelliert wird, in einem projizierten KBS: Alles wird in diesem KBS gerechnet, und alle anderen Layer werden dorthin umprojiziert.</translation>
    </message>
    <message>
        <source>Polygons of the cells that are flagged, and of those that are near.</source>
        <translation>Polygone der Zellen, die markiert sind, und derer, die nahe sind.</translation>
    </message>
    <message>
        <source>Polygons of the study area that the model was made for: as in the model, incidents outside it do not count. Empty: incidents count in all cells of the risk terrain, also where those reach beyond the study area.</source>
        <translation>Polygone des Untersuchungsgebiets, für das das Modell gebildet wurde: Wie im Modell zählen Vorfälle außerhalb nicht. Leer: Vorfälle zählen in allen Zellen des Risikoterrains, auch wo diese über das Untersuchungsgebiet hinausreichen.</translation>
    </message>
    <message>
        <source>Polygons outside which incidents are left out, such as the study area.</source>
        <translation>Polygone, außerhalb derer Vorfälle ausgelassen werden, etwa das Untersuchungsgebiet.</translation>
    </message>
    <message>
        <source>Polygons where no incident can be, such as water</source>
        <translation>Polygone, in denen kein Vorfall sein kann, etwa Gewässer</translation>
    </message>
    <message>
        <source>Polygons where no incident can be, such as water or an airfield: cells that lie fully inside are not modelled. Incidents there are counted and left out.</source>
        <translation>Polygone, in denen kein Vorfall sein kann, etwa Gewässer oder ein Flugplatz: Zellen, die ganz darin liegen, werden nicht modelliert. Vorfälle dort werden gezählt und ausgelassen.</translation>
    </message>
    <message>
        <source>Polygons where they are given, else hot spots</source>
        <translation>Polygone, wo es welche gibt, sonst Hotspots</translation>
    </message>
    <message>
        <source>Polygons with counts of people, such as census output areas: the smaller, the better.</source>
        <translation>Polygone mit Anzahlen von Personen, etwa Zensusgebiete: je kleiner, desto besser.</translation>
    </message>
    <message>
        <source>Polygons with people of it</source>
        <translation>Polygone mit Personen daraus</translation>
    </message>
    <message>
        <source>Population</source>
        <translation>Bevölkerung</translation>
    </message>
    <message>
        <source>Population &apos;{name}&apos; has no field &apos;{field}&apos;: choose one of its own ({fields}).</source>
        <translation>Die Bevölkerung „{name}“ hat kein Feld „{field}“: Wählen Sie eines ihrer Felder ({fields}).</translation>
    </message>
    <message>
        <source>Population &apos;{name}&apos; has no polygon with numbers of people: choose another layer, or fields.</source>
        <translation>Die Bevölkerung „{name}“ hat kein Polygon mit Zahlen von Personen: Wählen Sie einen anderen Layer oder andere Felder.</translation>
    </message>
    <message>
        <source>Population &apos;{name}&apos;: no group is chosen; choose fields of groups, or a field of classes.</source>
        <translation>Bevölkerung „{name}“: Es ist keine Gruppe gewählt; wählen Sie Felder von Gruppen oder ein Feld mit Klassen.</translation>
    </message>
    <message>
        <source>Population &apos;{name}&apos;: with classes of areas alone, choose the field that counts all people.</source>
        <translation>Bevölkerung „{name}“: Gibt es nur Klassen von Gebieten, wählen Sie das Feld, das alle Personen zählt.</translation>
    </message>
    <message>
        <source>Population &apos;{name}&apos;: {n:,} areas without a number in every field that counts are left out.</source>
        <translation>Bevölkerung „{name}“: {n:,} Gebiete, denen in einem zählenden Feld die Zahl fehlt, werden ausgelassen.</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Hochformat</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Teststärke</translation>
    </message>
    <message>
        <source>Power for the effect</source>
        <translation>Teststärke für den Effekt</translation>
    </message>
    <message>
        <source>Predictions are scaled to the number of later incidents before the recovery rate is taken.</source>
        <translation>Vorhersagen werden auf die Anzahl der späteren Vorfälle skaliert, bevor die Recovery-Rate gebildet wird.</translation>
    </message>
    <message>
        <source>Press Run. It goes on in the background, and can be cancelled.</source>
        <translation>Drücken Sie „Starten“. Der Lauf geht im Hintergrund weiter und kann abgebrochen werden.</translation>
    </message>
    <message>
        <source>Previous process</source>
        <translation>Bisheriges Vorgehen</translation>
    </message>
    <message>
        <source>Priority place, with its rank</source>
        <translation>Schwerpunktort mit seinem Rang</translation>
    </message>
    <message>
        <source>Priority places</source>
        <translation>Schwerpunktorte</translation>
    </message>
    <message>
        <source>Priority places &apos;{layer}&apos; are cut from terrain and history, and the map shows the terrain: let its risk be terrain and history, too.</source>
        <translation>Die Schwerpunktorte „{layer}“ sind aus Terrain und Vorgeschichte abgeleitet, die Karte aber zeigt das Terrain: Wählen Sie als Risiko ebenfalls Terrain und Vorgeschichte.</translation>
    </message>
    <message>
        <source>Priority places &apos;{name}&apos; have no field &apos;{field}&apos;: use the layer that the algorithm “Priority places” has written.</source>
        <translation>Die Schwerpunktorte „{name}“ haben kein Feld „{field}“: Verwenden Sie den Layer, den der Algorithmus „Schwerpunktorte“ geschrieben hat.</translation>
    </message>
    <message>
        <source>Priority places &apos;{name}&apos; hold no place: choose a layer that has some.</source>
        <translation>Die Schwerpunktorte „{name}“ enthalten keinen Ort: Wählen Sie einen Layer, der Orte enthält.</translation>
    </message>
    <message>
        <source>Priority places cannot be drawn without their risk terrain: choose it as well.</source>
        <translation>Schwerpunktorte können nicht ohne ihr Risikoterrain gezeichnet werden: Wählen Sie es ebenfalls.</translation>
    </message>
    <message>
        <source>Priority places, or any polygons, in a projected CRS.</source>
        <translation>Schwerpunktorte, oder beliebige Polygone, in einem projizierten KBS.</translation>
    </message>
    <message>
        <source>Priority places; percentages are shares of all incidents</source>
        <translation>Schwerpunktorte; Prozentwerte sind Anteile an allen Vorfällen</translation>
    </message>
    <message>
        <source>Priority places; percentages are shares of all incidents, or of the place&apos;s cells in which a factor acts</source>
        <translation>Schwerpunktorte; Prozentwerte sind Anteile an allen Vorfällen, oder an den Zellen des Ortes, in denen ein Faktor wirkt</translation>
    </message>
    <message>
        <source>Priority places…</source>
        <translation>Schwerpunktorte…</translation>
    </message>
    <message>
        <source>Probability that the trial shows an effect, by its size</source>
        <translation>Wahrscheinlichkeit, dass der Versuch einen Effekt zeigt, nach dessen Größe</translation>
    </message>
    <message>
        <source>Problem profile: what was asked</source>
        <translation>Problemprofil: wonach gefragt wurde</translation>
    </message>
    <message>
        <source>Process integration</source>
        <translation>Einbindung in Abläufe</translation>
    </message>
    <message>
        <source>Procurement procedure type</source>
        <translation>Art des Vergabeverfahrens</translation>
    </message>
    <message>
        <source>Proposes where to look: study areas in which incidents concentrate, ranked.</source>
        <translation>Schlägt vor, wo man hinsehen sollte: Untersuchungsgebiete, in denen sich Vorfälle konzentrieren, nach Rang geordnet.</translation>
    </message>
    <message>
        <source>Protected characteristics</source>
        <translation>Geschützte Merkmale</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Provided information</source>
        <translation>Bereitgestellte Informationen</translation>
    </message>
    <message>
        <source>Proxies</source>
        <translation>Stellvertretermerkmale</translation>
    </message>
    <message>
        <source>Proximity</source>
        <translation>Nähe</translation>
    </message>
    <message>
        <source>Purposes of the processing</source>
        <translation>Zwecke der Verarbeitung</translation>
    </message>
    <message>
        <source>Put the actions into the project&apos;s plan, with date and responsibility.</source>
        <translation>Nehmen Sie die Maßnahmen mit Termin und Zuständigkeit in den Projektplan auf.</translation>
    </message>
    <message>
        <source>Put the median distance from junction to junction into the block length</source>
        <translation>Den Median der Abstände von Kreuzung zu Kreuzung als Blocklänge eintragen</translation>
    </message>
    <message>
        <source>Puts a risk terrain on an A4 or A3 sheet, to print or to hand on.</source>
        <translation>Bringt ein Risikoterrain auf ein A4- oder A3-Blatt, zum Drucken oder Weitergeben.</translation>
    </message>
    <message>
        <source>Python&apos;s package distributed, which speaks to a scheduler, is missing: install it, or name none.</source>
        <translation>Pythons Paket distributed, das mit einem Scheduler spricht, fehlt: Installieren Sie es, oder geben Sie keinen Scheduler an.</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Fragestellung</translation>
    </message>
    <message>
        <source>RRV</source>
        <translation>RRV</translation>
    </message>
    <message>
        <source>RRV alone</source>
        <translation>RRV allein</translation>
    </message>
    <message>
        <source>RRV high, own</source>
        <translation>RRV oben, eigenes</translation>
    </message>
    <message>
        <source>RRV in the draws</source>
        <translation>RRV in den Ziehungen</translation>
    </message>
    <message>
        <source>RRV low, own</source>
        <translation>RRV unten, eigenes</translation>
    </message>
    <message>
        <source>Radius of the density&apos;s kernel. Empty: one density for each distance that a model would try.</source>
        <translation>Radius des Kerns der Dichte. Leer: eine Dichte für jede Entfernung, die ein Modell versuchen würde.</translation>
    </message>
    <message>
        <source>Raises the risk (aggravating)</source>
        <translation>Erhöht das Risiko (aggravating)</translation>
    </message>
    <message>
        <source>Random shifts</source>
        <translation>Zufällige Verschiebungen</translation>
    </message>
    <message>
        <source>Random shifts drawn (0: all that are possible)</source>
        <translation>Gezogene zufällige Verschiebungen (0: alle möglichen)</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Rank by</source>
        <translation>Rang nach</translation>
    </message>
    <message>
        <source>Ranked by</source>
        <translation>Geordnet nach</translation>
    </message>
    <message>
        <source>Raster &apos;{layer}&apos; is no risk terrain ({made_by} has made it): use the raster that the risk terrain model has written.</source>
        <translation>Das Raster „{layer}“ ist kein Risikoterrain (erzeugt von {made_by}): Verwenden Sie das Raster, das das RTM-Modell geschrieben hat.</translation>
    </message>
    <message>
        <source>Raster &apos;{name}&apos; cannot be read to its end ({reason}): its file is cut or damaged; copy or make it again.</source>
        <translation>Das Raster „{name}“ kann nicht bis zum Ende gelesen werden ({reason}): Seine Datei ist abgeschnitten oder beschädigt; kopieren oder erzeugen Sie sie neu.</translation>
    </message>
    <message>
        <source>Raster &apos;{name}&apos; has complex numbers ({kind}), which have no order: use one of plain numbers.</source>
        <translation>Das Raster „{name}“ hat komplexe Zahlen ({kind}), die keine Ordnung haben: Verwenden Sie eines mit gewöhnlichen Zahlen.</translation>
    </message>
    <message>
        <source>Raster of relative risk scores, and of expected incidents as band 2. Empty: the model is scored.</source>
        <translation>Raster der relativen Risikoscores, und als Band 2 der erwarteten Vorfälle. Leer: Es wird mit dem Modell bewertet.</translation>
    </message>
    <message>
        <source>Rasters, or polygon layers with a number: covariates that are in every model, raise or lower the risk as they may, and take no part in the selection.</source>
        <translation>Raster, oder Polygonlayer mit einer Zahl: Kovariablen, die in jedem Modell sind, das Risiko beliebig erhöhen oder senken können und an der Auswahl nicht teilnehmen.</translation>
    </message>
    <message>
        <source>Rate of treated days over rate of untreated days</source>
        <translation>Rate der Tage mit Maßnahme im Verhältnis zur Rate der Tage ohne Maßnahme</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>Verhältnis</translation>
    </message>
    <message>
        <source>Ratio of each group where so much of the area is flagged, the riskiest cells of the terrain first. The upright line is the area that is flagged here. Points of few people are left out.</source>
        <translation>Verhältnis jeder Gruppe, wenn so viel der Fläche markiert ist, die riskantesten Zellen des Terrains zuerst. Die senkrechte Linie ist die hier markierte Fläche. Punkte mit wenigen Personen sind ausgelassen.</translation>
    </message>
    <message>
        <source>Ratio of rates</source>
        <translation>Verhältnis der Raten</translation>
    </message>
    <message>
        <source>Ratio to all people</source>
        <translation>Verhältnis zu allen Personen</translation>
    </message>
    <message>
        <source>Ratio to all people (95% interval)</source>
        <translation>Verhältnis zu allen Personen (95%-Intervall)</translation>
    </message>
    <message>
        <source>Ratio with all factors, and with the relative risk value of one factor set to 1</source>
        <translation>Verhältnis mit allen Faktoren, und wenn der relative Risikowert eines Faktors auf 1 gesetzt wird</translation>
    </message>
    <message>
        <source>Ratio with the factor&apos;s RRV set to 1</source>
        <translation>Verhältnis, wenn der RRV des Faktors 1 wäre</translation>
    </message>
    <message>
        <source>Ratio, from</source>
        <translation>Verhältnis, von</translation>
    </message>
    <message>
        <source>Ratio, to</source>
        <translation>Verhältnis, bis</translation>
    </message>
    <message>
        <source>Ratios by flagged area</source>
        <translation>Verhältnisse nach markierter Fläche</translation>
    </message>
    <message>
        <source>Ratios of rates, counts taken for Poisson; 1 is no change</source>
        <translation>Verhältnisse von Raten, Anzahlen als Poisson-verteilt angenommen; 1 heißt keine Änderung</translation>
    </message>
    <message>
        <source>Ratios without a factor</source>
        <translation>Verhältnisse ohne einen Faktor</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>Reichweite</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Reading classes</source>
        <translation>Klassen lesen</translation>
    </message>
    <message>
        <source>Reading incidents</source>
        <translation>Vorfälle lesen</translation>
    </message>
    <message>
        <source>Reading layers</source>
        <translation>Layer lesen</translation>
    </message>
    <message>
        <source>Reads Ordnance Survey Points of Interest (a layer, or the delimited text as delivered) by group, category or class, OpenStreetMap places by fclass or by amenity, shop and the like, and any layer by any field. Codes that have lost their leading zero are mended.</source>
        <translation>Liest Points of Interest des Ordnance Survey (einen Layer, oder die Textdatei mit Trennzeichen, wie sie geliefert wird) nach Gruppe, Kategorie oder Klasse, Orte aus OpenStreetMap nach fclass oder nach amenity, shop und dergleichen, und jeden Layer nach einem beliebigen Feld. Codes, die ihre führende Null verloren haben, werden berichtigt.</translation>
    </message>
    <message>
        <source>Reason for the suggestion</source>
        <translation>Grund des Vorschlags</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Aufgezeichnet</translation>
    </message>
    <message>
        <source>Recorded incidents</source>
        <translation>Aufgezeichnete Vorfälle</translation>
    </message>
    <message>
        <source>Recorded incidents (‘{incidents}’) and layers of features of the landscape.</source>
        <translation>Aufgezeichnete Vorfälle („{incidents}“) und Layer mit Merkmalen des Umfelds.</translation>
    </message>
    <message>
        <source>Recorded incidents are counted. Whether recording changed with treatment cannot be seen in them, and nothing here is about any person.</source>
        <translation>Gezählt werden aufgezeichnete Vorfälle. Ob sich mit der Maßnahme das Aufzeichnen geändert hat, ist an ihnen nicht zu erkennen, und nichts hier handelt von irgendeiner Person.</translation>
    </message>
    <message>
        <source>Recorded incidents are counted; if treatment changes how many are reported, that is counted, too.</source>
        <translation>Gezählt werden aufgezeichnete Vorfälle; ändert die Maßnahme, wie viele angezeigt werden, so zählt auch das mit.</translation>
    </message>
    <message>
        <source>Recorded incidents are those that the model was made from, before {day}.</source>
        <translation>Aufgezeichnete Vorfälle sind die, aus denen das Modell gebildet wurde, vor dem {day}.</translation>
    </message>
    <message>
        <source>Recorded incidents are those that the model was made from.</source>
        <translation>Aufgezeichnete Vorfälle sind die, aus denen das Modell gebildet wurde.</translation>
    </message>
    <message>
        <source>Recorded incidents are those that the places were counted with, which may be of another period.</source>
        <translation>Aufgezeichnete Vorfälle sind die, mit denen die Orte ausgezählt wurden; sie können aus einem anderen Zeitraum sein.</translation>
    </message>
    <message>
        <source>Recorded incidents as points, the study area, and layers of features: {factors} in this model.</source>
        <translation>Aufgezeichnete Vorfälle als Punkte, das Untersuchungsgebiet und Layer von Objekten, in diesem Modell: {factors}.</translation>
    </message>
    <message>
        <source>Recorded incidents follow where police are and what is reported: acting on them may feed back.</source>
        <translation>Aufgezeichnete Vorfälle folgen dem, wo Polizei ist und was angezeigt wird: Handelt man danach, kann das auf sie zurückwirken.</translation>
    </message>
    <message>
        <source>Recorded incidents: fewer than {n}</source>
        <translation>Aufgezeichnete Vorfälle: weniger als {n}</translation>
    </message>
    <message>
        <source>Recorded incidents: {n:,} ({percent}% of all)</source>
        <translation>Aufgezeichnete Vorfälle: {n:,} ({percent}% aller)</translation>
    </message>
    <message>
        <source>Recorded, percent of all</source>
        <translation>Aufgezeichnet, Prozent aller</translation>
    </message>
    <message>
        <source>Recovery rate: predicted over observed incidents</source>
        <translation>Recovery-Rate: vorhergesagte im Verhältnis zu beobachteten Vorfällen</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Registered at:</source>
        <translation>Registriert bei:</translation>
    </message>
    <message>
        <source>Relative risk</source>
        <translation>Relatives Risiko</translation>
    </message>
    <message>
        <source>Relative risk score</source>
        <translation>Relativer Risikoscore</translation>
    </message>
    <message>
        <source>Relative risk score (RRS)</source>
        <translation>Relativer Risikoscore (RRS)</translation>
    </message>
    <message>
        <source>Relative risk score of each cell (band 1; the least risky cell has 1) and expected incidents.</source>
        <translation>Relativer Risikoscore jeder Zelle (Band 1; die risikoärmste Zelle hat 1) und erwartete Vorfälle.</translation>
    </message>
    <message>
        <source>Relative risk score of each cell with other factor layers, relative to the least risky cell of the model&apos;s own study area, in the model&apos;s own classes; band 2 has expected incidents.</source>
        <translation>Relativer Risikoscore jeder Zelle mit anderen Faktorlayern, bezogen auf die risikoärmste Zelle im Untersuchungsgebiet des Modells selbst, in den Klassen des Modells; Band 2 enthält die erwarteten Vorfälle.</translation>
    </message>
    <message>
        <source>Relative risk score: mean {mean}, highest {highest}</source>
        <translation>Relativer Risikoscore: im Mittel {mean}, höchstens {highest}</translation>
    </message>
    <message>
        <source>Relative risk scores have few distinct values: cells of equal score are taken or left together unless a budget forces a cut, and the log says so. Outlines follow the edges of whole cells, also where those reach beyond the study area. Places of equal rank are ordered by position, from the north-west. The analysis shows correlation, never cause.</source>
        <translation>Relative Risikoscores haben wenige verschiedene Werte: Zellen mit gleichem Score werden gemeinsam genommen oder gelassen, außer wenn ein Budget einen Schnitt erzwingt; das Protokoll sagt es dann. Umrisse folgen den Rändern ganzer Zellen, auch wo diese über das Untersuchungsgebiet hinausreichen. Orte mit gleichem Rang werden nach ihrer Lage geordnet, von Nordwesten an. Die Analyse zeigt Korrelation, nie Ursache.</translation>
    </message>
    <message>
        <source>Relative risk value (95% interval)</source>
        <translation>Relativer Risikowert (95%-Intervall)</translation>
    </message>
    <message>
        <source>Relative risk value (RRV)</source>
        <translation>Relativer Risikowert (RRV)</translation>
    </message>
    <message>
        <source>Relative risk value alone, by distance: {ladder_words}.</source>
        <translation>Relativer Risikowert allein, nach Entfernung: {ladder_words}.</translation>
    </message>
    <message>
        <source>Relative risk values</source>
        <translation>Relative Risikowerte</translation>
    </message>
    <message>
        <source>Remove the selected rows</source>
        <translation>Gewählte Zeilen entfernen</translation>
    </message>
    <message>
        <source>Repeat the selection so often to see how stable it is; 100 tell enough, and take long</source>
        <translation>Die Auswahl so oft wiederholen, um zu sehen, wie stabil sie ist; 100 sagen genug und dauern lange</translation>
    </message>
    <message>
        <source>Repeat the whole selection so many times, each time on half of the blocks of cells and then on the other half, to see how often each factor is found again and at which distances, and which are found so often that at most one of them is expected to be wrong. 0: not at all; 100 tell enough, and take about as long as 50 fits.</source>
        <translation>Die gesamte Auswahl so oft wiederholen, jedes Mal auf der einen Hälfte der Zellblöcke und dann auf der anderen, um zu sehen, wie oft und in welchen Entfernungen jeder Faktor wiedergefunden wird, und welche so oft, dass höchstens einer von ihnen voraussichtlich falsch ist. 0: gar nicht; 100 sagen genug und dauern etwa so lange wie 50 Anpassungen.</translation>
    </message>
    <message>
        <source>Repeats of the cross-validation</source>
        <translation>Wiederholungen der Kreuzvalidierung</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Bericht…</translation>
    </message>
    <message>
        <source>Required training</source>
        <translation>Erforderliche Schulung</translation>
    </message>
    <message>
        <source>Resamples</source>
        <translation>Wiederholungsstichproben</translation>
    </message>
    <message>
        <source>Residual risk</source>
        <translation>Restrisiko</translation>
    </message>
    <message>
        <source>Residual risks approved by</source>
        <translation>Restrisiken genehmigt durch</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Handeln</translation>
    </message>
    <message>
        <source>Responsible:</source>
        <translation>Verantwortlich:</translation>
    </message>
    <message>
        <source>Results in</source>
        <translation>Ergebnisse in</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risiko</translation>
    </message>
    <message>
        <source>Risk Terrain Modelling</source>
        <translation>Risk Terrain Modelling</translation>
    </message>
    <message>
        <source>Risk factor</source>
        <translation>Risikofaktor</translation>
    </message>
    <message>
        <source>Risk factor &apos;{factor}&apos; has fields that look like personal data ({names}). A model needs places only: take these fields out of the layer, and make sure that the layer may be used.</source>
        <translation>Der Risikofaktor „{factor}“ hat Felder, die nach personenbezogenen Daten aussehen ({names}). Ein Modell braucht nur Orte: Nehmen Sie diese Felder aus dem Layer, und vergewissern Sie sich, dass der Layer verwendet werden darf.</translation>
    </message>
    <message>
        <source>Risk factor &apos;{factor}&apos; has no feature here: it acts nowhere.</source>
        <translation>Der Risikofaktor „{factor}“ hat hier kein Objekt: Er wirkt nirgends.</translation>
    </message>
    <message>
        <source>Risk factor &apos;{factor}&apos; has no usable geometry: repair its layer or leave it out.</source>
        <translation>Der Risikofaktor „{factor}“ hat keine brauchbare Geometrie: Reparieren Sie seinen Layer, oder lassen Sie ihn weg.</translation>
    </message>
    <message>
        <source>Risk factor &apos;{factor}&apos; has two lines of what is left out: join them by &apos;or&apos;.</source>
        <translation>Für den Risikofaktor „{factor}“ gibt es zwei Zeilen, was ausgelassen wird: Verbinden Sie sie mit &apos;or&apos;.</translation>
    </message>
    <message>
        <source>Risk factor &apos;{factor}&apos; has {shapes}, and the model uses its {used}: {only}.</source>
        <translation>Der Risikofaktor „{factor}“ hat {shapes}, und das Modell verwendet seine {used}: {only}.</translation>
    </message>
    <message>
        <source>Risk factor &apos;{factor}&apos; has {shapes}: {only}; set its operationalisation to {usable}.</source>
        <translation>Der Risikofaktor „{factor}“ hat {shapes}: {only}; setzen Sie seine Operationalisierung auf {usable}.</translation>
    </message>
    <message>
        <source>Risk factor &apos;{factor}&apos; is left out, with all its features: {n:,}.</source>
        <translation>Der Risikofaktor „{factor}“ wird ausgelassen, mit allen seinen Objekten: {n:,}.</translation>
    </message>
    <message>
        <source>Risk factor &apos;{factor}&apos; looks as if it were about persons or made by policing ({what} &apos;{name}&apos;): it would feed past police attention back into the map, and it may be personal data. Use it only with good reason and a lawful ground, and say so; otherwise leave it out.</source>
        <translation>Der Risikofaktor „{factor}“ sieht aus, als handelte er von Personen oder entstünde durch Polizeiarbeit ({what} „{name}“): Er würde frühere polizeiliche Aufmerksamkeit in die Karte zurückspeisen, und es können personenbezogene Daten sein. Verwenden Sie ihn nur mit gutem Grund und Rechtsgrundlage, und sagen Sie das; lassen Sie ihn sonst weg.</translation>
    </message>
    <message>
        <source>Risk factor &apos;{factor}&apos; may follow crime or policing ({what} &apos;{name}&apos;): such things are put up where much was recorded, so that its effect may be that of past incidents. Use it only with good reason, and say so.</source>
        <translation>Der Risikofaktor „{factor}“ folgt vielleicht der Kriminalität oder der Polizeiarbeit ({what} „{name}“): Derartiges wird dort angebracht, wo viel aufgezeichnet wurde, sodass sein Effekt der von früheren Vorfällen sein kann. Verwenden Sie ihn nur mit gutem Grund, und sagen Sie das.</translation>
    </message>
    <message>
        <source>Risk factor &apos;{factor}&apos;: maximum influence &apos;{text}&apos; is not a number; give it in blocks, usually 3.</source>
        <translation>Risikofaktor „{factor}“: Die größte Reichweite „{text}“ ist keine Zahl; geben Sie sie in Blöcken an, üblicherweise 3.</translation>
    </message>
    <message>
        <source>Risk factor &apos;{factor}&apos;: the field {setting_fields} has different values ({shown}); it has to be the same for all features of a factor.</source>
        <translation>Risikofaktor „{factor}“: Das Feld {setting_fields} hat verschiedene Werte ({shown}); er muss für alle Objekte eines Faktors derselbe sein.</translation>
    </message>
    <message>
        <source>Risk factor &apos;{factor}&apos;: {n:,} features are left out.</source>
        <translation>Risikofaktor „{factor}“: {n:,} Objekte werden ausgelassen.</translation>
    </message>
    <message>
        <source>Risk factor &apos;{factor}&apos;: {setting} &apos;{text}&apos; is not known; use one of {allowed}.</source>
        <translation>Risikofaktor „{factor}“: {setting} „{text}“ ist nicht bekannt; verwenden Sie {allowed}.</translation>
    </message>
    <message>
        <source>Risk factor &apos;{layer}&apos; is not a vector layer: use a layer of points, lines or polygons.</source>
        <translation>Der Risikofaktor „{layer}“ ist kein Vektorlayer: Verwenden Sie einen Layer aus Punkten, Linien oder Polygonen.</translation>
    </message>
    <message>
        <source>Risk factor &apos;{name}&apos; ends at the boundary: {n_edge:,} of its {shapes} lie within reach inside, none outside. If it was clipped, cells at the edge seem safer than they are: use a layer that goes {length} beyond the study area.</source>
        <translation>Der Risikofaktor „{name}“ endet an der Grenze: In Reichweite liegen innen {n_edge:,} ({shapes}), außen keine. Wurde er zugeschnitten, erscheinen Zellen am Rand sicherer, als sie sind: Verwenden Sie einen Layer, der {length} über das Untersuchungsgebiet hinausgeht.</translation>
    </message>
    <message>
        <source>Risk factor &apos;{name}&apos; has no feature within {reach} {unit} of the study area: it is left out.</source>
        <translation>Der Risikofaktor „{name}“ hat kein Objekt im Abstand von bis zu {reach} {unit} vom Untersuchungsgebiet: Er wird ausgelassen.</translation>
    </message>
    <message>
        <source>Risk factor &apos;{name}&apos; has no feature: leave its layer out, or choose one with features.</source>
        <translation>Der Risikofaktor „{name}“ hat kein Objekt: Lassen Sie seinen Layer weg, oder wählen Sie einen, der Objekte hat.</translation>
    </message>
    <message>
        <source>Risk factor &apos;{name}&apos; has no geometry: use a layer of points, lines or polygons.</source>
        <translation>Der Risikofaktor „{name}“ hat keine Geometrie: Verwenden Sie einen Layer aus Punkten, Linien oder Polygonen.</translation>
    </message>
    <message>
        <source>Risk factor &apos;{name}&apos; has no geometry: use points, lines or polygons.</source>
        <translation>Der Risikofaktor „{name}“ hat keine Geometrie: Verwenden Sie Punkte, Linien oder Polygone.</translation>
    </message>
    <message>
        <source>Risk factor &apos;{name}&apos; has two rows in the factor settings: keep one.</source>
        <translation>Der Risikofaktor „{name}“ hat zwei Zeilen in den Faktoreinstellungen: Behalten Sie eine.</translation>
    </message>
    <message>
        <source>Risk factor &apos;{name}&apos; is left without a feature ({n_filtered:,} filtered out, {n_beyond:,} out of reach): check the layer, the filter and the study area.</source>
        <translation>Dem Risikofaktor „{name}“ bleibt kein Objekt ({n_filtered:,} herausgefiltert, {n_beyond:,} außer Reichweite): Prüfen Sie Layer, Filter und Untersuchungsgebiet.</translation>
    </message>
    <message>
        <source>Risk factor &apos;{name}&apos; is older than the incidents: its last date is {last_date}, the first incident&apos;s {first_incident}. Places open and close: check that it still holds.</source>
        <translation>Der Risikofaktor „{name}“ ist älter als die Vorfälle: Sein letztes Datum ist {last_date}, das des ersten Vorfalls {first_incident}. Einrichtungen eröffnen und schließen: Prüfen Sie, ob er noch zutrifft.</translation>
    </message>
    <message>
        <source>Risk factor &apos;{name}&apos;, by single parts: {n_inside:,} {shapes} in the study area, {n_around:,} more within reach ({length}).</source>
        <translation>Risikofaktor „{name}“, nach einzelnen Teilen: {n_inside:,} {shapes} im Untersuchungsgebiet, {n_around:,} weitere in Reichweite ({length}).</translation>
    </message>
    <message>
        <source>Risk factor &apos;{name}&apos;: maximum spatial influence of {max_blocks} blocks is below its own increment of {step_blocks} blocks; raise it, or use half blocks.</source>
        <translation>Risikofaktor „{name}“: Die größte Reichweite von {max_blocks} Blöcken liegt unter der eigenen Schrittweite von {step_blocks} Blöcken; erhöhen Sie sie, oder verwenden Sie halbe Blöcke.</translation>
    </message>
    <message>
        <source>Risk factor &apos;{name}&apos;: maximum spatial influence of {max_blocks} blocks is not a distance; use a number above 0, usually 3.</source>
        <translation>Risikofaktor „{name}“: Die größte Reichweite von {max_blocks} Blöcken ist keine Entfernung; verwenden Sie eine Zahl über 0, üblicherweise 3.</translation>
    </message>
    <message>
        <source>Risk factor &apos;{name}&apos;: maximum spatial influence of {max_blocks} blocks is too far; use at most {most_blocks}, usually 3, and longer blocks where they are short.</source>
        <translation>Risikofaktor „{name}“: Die größte Reichweite von {max_blocks} Blöcken ist zu weit; verwenden Sie höchstens {most_blocks}, üblicherweise 3, und längere Blöcke, wo diese kurz sind.</translation>
    </message>
    <message>
        <source>Risk factor &apos;{name}&apos;: the name to show &apos;{label}&apos; holds a semicolon or a line break; use a comma.</source>
        <translation>Risikofaktor „{name}“: Der anzuzeigende Name „{label}“ enthält ein Semikolon oder einen Zeilenumbruch; verwenden Sie ein Komma.</translation>
    </message>
    <message>
        <source>Risk factor &apos;{name}&apos;: {detail}; they are left out or repaired.</source>
        <translation>Risikofaktor „{name}“: {detail}; sie werden ausgelassen oder repariert.</translation>
    </message>
    <message>
        <source>Risk factor &apos;{name}&apos;: {label} &apos;{value}&apos; is not known; use one of {choices}.</source>
        <translation>Risikofaktor „{name}“: {label} „{value}“ ist nicht bekannt; verwenden Sie eines von {choices}.</translation>
    </message>
    <message>
        <source>Risk factor &apos;{name}&apos;: {n_chosen:,} features, {n_filtered:,} filtered out, {n_beyond:,} out of reach.</source>
        <translation>Risikofaktor „{name}“: {n_chosen:,} Objekte, {n_filtered:,} herausgefiltert, {n_beyond:,} außer Reichweite.</translation>
    </message>
    <message>
        <source>Risk factor &apos;{name}&apos;: {n_more:,} of {n_points:,} points lie on top of another.</source>
        <translation>Risikofaktor „{name}“: {n_more:,} von {n_points:,} Punkten liegen auf einem anderen.</translation>
    </message>
    <message>
        <source>Risk factor &apos;{name}&apos;: {n_more:,} of {n_points:,} points lie on top of another. If they are duplicates they count several times in its density: remove them; if they are postcode centres, distances are not exact.</source>
        <translation>Risikofaktor „{name}“: {n_more:,} von {n_points:,} Punkten liegen auf einem anderen. Sind es Dubletten, zählen sie in seiner Dichte mehrfach: Entfernen Sie sie; sind es Mittelpunkte von Postleitzahlgebieten, sind Entfernungen nicht genau.</translation>
    </message>
    <message>
        <source>Risk factor &apos;{name}&apos;: {operationalisation} is suggested, because {why}.</source>
        <translation>Risikofaktor „{name}“: Vorschlag {operationalisation}. Grund: {why}.</translation>
    </message>
    <message>
        <source>Risk factor &apos;{name}&apos;: {operationalisation}, because {why}.</source>
        <translation>Risikofaktor „{name}“: {operationalisation}. Grund: {why}.</translation>
    </message>
    <message>
        <source>Risk factor &apos;{name}&apos;: {used} is used, as was asked for.</source>
        <translation>Risikofaktor „{name}“: Wie verlangt wird {used} verwendet.</translation>
    </message>
    <message>
        <source>Risk factors</source>
        <translation>Risikofaktoren</translation>
    </message>
    <message>
        <source>Risk factors as they were asked for</source>
        <translation>Risikofaktoren, wie sie angegeben wurden</translation>
    </message>
    <message>
        <source>Risk factors by the number of areas in whose model they are</source>
        <translation>Risikofaktoren nach der Anzahl der Gebiete, in deren Modell sie sind</translation>
    </message>
    <message>
        <source>Risk factors in the model</source>
        <translation>Risikofaktoren im Modell</translation>
    </message>
    <message>
        <source>Risk factors in the model, by falling relative risk value (RRV). × multiplies, ÷ divides the expected incidents.</source>
        <translation>Risikofaktoren im Modell, nach fallendem relativem Risikowert (RRV). × multipliziert, ÷ dividiert die erwarteten Vorfälle.</translation>
    </message>
    <message>
        <source>Risk factors in the model, with 95%% intervals. Right of 1: more incidents than elsewhere; left of 1 (diamonds): fewer.</source>
        <translation>Risikofaktoren im Modell, mit 95%%-Intervallen. Rechts von 1: mehr Vorfälle als anderswo; links von 1 (Rauten): weniger.</translation>
    </message>
    <message>
        <source>Risk factors offered</source>
        <translation>Angebotene Risikofaktoren</translation>
    </message>
    <message>
        <source>Risk factors without any feature within reach of the study area: %(left_out)s.</source>
        <translation>Risikofaktoren ohne ein Objekt in Reichweite des Untersuchungsgebiets: %(left_out)s.</translation>
    </message>
    <message>
        <source>Risk narrative: which factors</source>
        <translation>Risikonarrativ: welche Faktoren</translation>
    </message>
    <message>
        <source>Risk terrain</source>
        <translation>Risikoterrain</translation>
    </message>
    <message>
        <source>Risk terrain &apos;{layer}&apos; has no cell with a value: use another raster.</source>
        <translation>Das Risikoterrain „{layer}“ hat keine Zelle mit einem Wert: Verwenden Sie ein anderes Raster.</translation>
    </message>
    <message>
        <source>Risk terrain &apos;{layer}&apos; has no square cells with north at the top: use the raster that the risk terrain model has written.</source>
        <translation>Das Risikoterrain „{layer}“ hat keine quadratischen, nach Norden ausgerichteten Zellen: Verwenden Sie das Raster, das das RTM-Modell geschrieben hat.</translation>
    </message>
    <message>
        <source>Risk terrain &apos;{layer}&apos; has scores of mean {mean} and standard deviation {sd}, which cannot be: use the raster that the risk terrain model has written.</source>
        <translation>Das Risikoterrain „{layer}“ hat Scores mit Mittelwert {mean} und Standardabweichung {sd}, was nicht sein kann: Verwenden Sie das Raster, das das RTM-Modell geschrieben hat.</translation>
    </message>
    <message>
        <source>Risk terrain &apos;{layer}&apos; is no file that can be read: save it as a GeoTIFF first.</source>
        <translation>Das Risikoterrain „{layer}“ ist keine lesbare Datei: Speichern Sie es zuerst als GeoTIFF.</translation>
    </message>
    <message>
        <source>Risk terrain &apos;{name}&apos; cannot be read as a raster: choose a GeoTIFF.</source>
        <translation>Das Risikoterrain „{name}“ kann nicht als Raster gelesen werden: Wählen Sie ein GeoTIFF.</translation>
    </message>
    <message>
        <source>Risk terrain &apos;{name}&apos; does not hold terrain and history: use the raster that the risk terrain model has written, or let the risk be that of the terrain.</source>
        <translation>Das Risikoterrain „{name}“ enthält keine Werte für Terrain und Vorgeschichte: Verwenden Sie das Raster, das das RTM-Modell geschrieben hat, oder wählen Sie das Risiko des Terrains.</translation>
    </message>
    <message>
        <source>Risk terrain &apos;{name}&apos; is in {crs}, and &apos;{first}&apos; in {wanted}: reproject it to the CRS of the first.</source>
        <translation>Das Risikoterrain „{name}“ ist in {crs}, „{first}“ aber in {wanted}: Projizieren Sie es in das KBS des ersten um.</translation>
    </message>
    <message>
        <source>Risk terrain before</source>
        <translation>Risikoterrain vorher</translation>
    </message>
    <message>
        <source>Risk terrain model</source>
        <translation>RTM-Modell</translation>
    </message>
    <message>
        <source>Risk terrain model: {title}</source>
        <translation>RTM-Modell: {title}</translation>
    </message>
    <message>
        <source>Risk terrain report</source>
        <translation>Bericht zum Risikoterrain</translation>
    </message>
    <message>
        <source>Risk terrain, priority places and report</source>
        <translation>Risikoterrain, Schwerpunktorte und Bericht</translation>
    </message>
    <message>
        <source>Risk terrain: where</source>
        <translation>Risikoterrain: wo</translation>
    </message>
    <message>
        <source>Risk terrain: {title}</source>
        <translation>Risikoterrain: {title}</translation>
    </message>
    <message>
        <source>Risk terrains</source>
        <translation>Risikoterrains</translation>
    </message>
    <message>
        <source>Riskiest 10% of the area that stays where incidents are moved, percent</source>
        <translation>Riskanteste 10% der Fläche, die bei verschobenen Vorfällen bleiben, in Prozent</translation>
    </message>
    <message>
        <source>Riskiest 5% of the area that stays where incidents are moved, percent</source>
        <translation>Riskanteste 5% der Fläche, die bei verschobenen Vorfällen bleiben, in Prozent</translation>
    </message>
    <message>
        <source>Riskiest places where incidents are moved</source>
        <translation>Riskanteste Orte bei verschobenen Vorfällen</translation>
    </message>
    <message>
        <source>Riskiest {level} of the area</source>
        <translation>Riskanteste {level} der Fläche</translation>
    </message>
    <message>
        <source>Risks and mitigations</source>
        <translation>Risiken und Gegenmaßnahmen</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Row {start} of the factor settings names no factor: fill its first cell.</source>
        <translation>Zeile {start} der Faktoreinstellungen nennt keinen Faktor: Füllen Sie ihre erste Zelle.</translation>
    </message>
    <message>
        <source>Rows with an id that came before are duplicates; what stands in many rows is no id.</source>
        <translation>Zeilen mit einer schon vorgekommenen ID sind Dubletten; was in vielen Zeilen steht, ist keine ID.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Runs at once</source>
        <translation>Läufe zugleich</translation>
    </message>
    <message>
        <source>Runs that failed</source>
        <translation>Fehlgeschlagene Läufe</translation>
    </message>
    <message>
        <source>SHA-256 of the model file</source>
        <translation>SHA-256 der Modelldatei</translation>
    </message>
    <message>
        <source>Same risk everywhere: no risk factor met the criteria</source>
        <translation>Überall dasselbe Risiko: Kein Risikofaktor erfüllte die Kriterien</translation>
    </message>
    <message>
        <source>Sample city</source>
        <translation>Beispielstadt</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>Sa</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>Samstag</translation>
    </message>
    <message>
        <source>Save or load what is set here, or copy it as a command</source>
        <translation>Was hier eingestellt ist, speichern, laden oder als Befehl kopieren</translation>
    </message>
    <message>
        <source>Save the setup</source>
        <translation>Einrichtung speichern</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Says what a risk terrain model would be made from, before it is fitted.</source>
        <translation>Sagt, woraus ein RTM-Modell gebildet würde, bevor es angepasst wird.</translation>
    </message>
    <message>
        <source>Says why places have their relative risk score: which risk factors act there, at what distance or density, what each multiplies, and what the score would be without it.</source>
        <translation>Sagt, warum Orte ihren relativen Risikoscore haben: welche Risikofaktoren dort wirken, bei welcher Entfernung oder Dichte, womit jeder multipliziert, und wie hoch der Score ohne ihn wäre.</translation>
    </message>
    <message>
        <source>Scanning</source>
        <translation>Erkennen</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Anwendungsbereich</translation>
    </message>
    <message>
        <source>Scope of the processing</source>
        <translation>Umfang der Verarbeitung</translation>
    </message>
    <message>
        <source>Score above which risk is highest</source>
        <translation>Score, über dem das Risiko am höchsten ist</translation>
    </message>
    <message>
        <source>Score of the first place</source>
        <translation>Score des ersten Ortes</translation>
    </message>
    <message>
        <source>Score the model without what is unticked, and put the change on the map</source>
        <translation>Das Modell ohne das bewerten, was nicht angehakt ist, und die Änderung auf die Karte bringen</translation>
    </message>
    <message>
        <source>Score: mean {mean}, SD {sd}</source>
        <translation>Score: Mittelwert {mean}, SD {sd}</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Scores</translation>
    </message>
    <message>
        <source>Scores a saved model with other factor layers: a bar closed, a new station. Gives the new risk terrain and, with the risk terrain from before, the difference.</source>
        <translation>Bewertet mit einem gespeicherten Modell andere Faktorlayer: eine Bar, die schließt, ein neuer Bahnhof. Ergibt das neue Risikoterrain und, mit dem Risikoterrain von vorher, die Differenz.</translation>
    </message>
    <message>
        <source>Scores are relative to the least risky cell of the model&apos;s own study area, before and after alike.</source>
        <translation>Scores beziehen sich auf die risikoärmste Zelle im Untersuchungsgebiet des Modells selbst, vorher wie nachher.</translation>
    </message>
    <message>
        <source>Scores are relative to the least risky cell of this study area. They cannot be compared with those of another area, or of the same area with other limits.</source>
        <translation>Scores sind relativ zur risikoärmsten Zelle dieses Untersuchungsgebiets. Mit denen eines anderen Gebiets, oder desselben Gebiets mit anderen Grenzen, sind sie nicht vergleichbar.</translation>
    </message>
    <message>
        <source>Scoring…</source>
        <translation>Wird bewertet…</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>Siegel</translation>
    </message>
    <message>
        <source>Seal (SHA-256) of the lots:</source>
        <translation>Siegel (SHA-256) der Lose:</translation>
    </message>
    <message>
        <source>Seal of the lots (SHA-256)</source>
        <translation>Siegel der Lose (SHA-256)</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Section 149 of the Equality Act 2010 asks public authorities to have due regard to the need to end discrimination, advance equality of opportunity and foster good relations. It is a duty of process: reasonable steps to find effects that are not known.</source>
        <translation>Section 149 des Equality Act 2010 verlangt von öffentlichen Stellen, gebührend zu berücksichtigen, dass Diskriminierung beendet, Chancengleichheit gefördert und ein gutes Miteinander gepflegt werden soll. Es ist eine Pflicht zum Verfahren: zumutbare Schritte, um Auswirkungen zu finden, die nicht bekannt sind.</translation>
    </message>
    <message>
        <source>See what is there: one address, or a default place of the recording system?</source>
        <translation>Sehen Sie nach, was dort ist: eine einzelne Adresse, oder ein Standardort des Erfassungssystems?</translation>
    </message>
    <message>
        <source>See what would change without a risk factor, or without some features</source>
        <translation>Sehen, was sich ohne einen Risikofaktor oder ohne einige Objekte ändern würde</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Seed of its random numbers: {seed}; the same input and seed give the same model.</source>
        <translation>Startwert der Zufallszahlen: {seed}; dieselben Eingaben mit demselben Startwert ergeben dasselbe Modell.</translation>
    </message>
    <message>
        <source>Seed used</source>
        <translation>Verwendeter Startwert</translation>
    </message>
    <message>
        <source>Seed {seed} cannot be used; use a whole number from 0 to 4294967295.</source>
        <translation>Der Startwert {seed} kann nicht verwendet werden; nehmen Sie eine ganze Zahl von 0 bis 4294967295.</translation>
    </message>
    <message>
        <source>Seen: like cells of the fit</source>
        <translation>Gesehen: wie Zellen der Anpassung</translation>
    </message>
    <message>
        <source>Select one of the areas, or several, and use them as the study area of a risk terrain model. Percentages refer to all incidents and to all of the polygons; without polygons, to the rectangle around the incidents. An incident on the edge of two polygons counts in both.</source>
        <translation>Wählen Sie eines der Gebiete, oder mehrere, und verwenden Sie sie als Untersuchungsgebiet eines RTM-Modells. Prozentsätze beziehen sich auf alle Vorfälle und auf alle Polygone zusammen; ohne Polygone auf das Rechteck um die Vorfälle. Ein Vorfall auf der Grenze zweier Polygone zählt in beiden.</translation>
    </message>
    <message>
        <source>Select the streets that people know as such: footpaths and motorways make other blocks.</source>
        <translation>Wählen Sie die Straßen, die als solche wahrgenommen werden: Mit Fußwegen und Autobahnen ergeben sich andere Blöcke.</translation>
    </message>
    <message>
        <source>Selected risk factors and their relative risk values.</source>
        <translation>Ausgewählte Risikofaktoren und ihre relativen Risikowerte.</translation>
    </message>
    <message>
        <source>Senior responsible owner</source>
        <translation>Verantwortliche Führungskraft</translation>
    </message>
    <message>
        <source>Sensitive attributes</source>
        <translation>Sensible Merkmale</translation>
    </message>
    <message>
        <source>Separated by semicolons: names or codes of classes, beginnings of codes (0102), or names of merged factors. Empty: all.</source>
        <translation>Durch Semikolon getrennt: Namen oder Codes von Klassen, Anfänge von Codes (0102) oder Namen zusammengefasster Faktoren. Leer: alle.</translation>
    </message>
    <message>
        <source>Separated by semicolons; each is modelled by itself. * stands for any text.</source>
        <translation>Durch Semikolons getrennt; jede wird für sich modelliert. * steht für beliebigen Text.</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Settings of bars</source>
        <translation>Einstellungen der Bars</translation>
    </message>
    <message>
        <source>Settings of bus stops</source>
        <translation>Einstellungen der Bushaltestellen</translation>
    </message>
    <message>
        <source>Settings of single factors</source>
        <translation>Einstellungen einzelner Faktoren</translation>
    </message>
    <message>
        <source>Settings of the protective factors</source>
        <translation>Einstellungen der Schutzfaktoren</translation>
    </message>
    <message>
        <source>Setup</source>
        <translation>Einrichtung</translation>
    </message>
    <message>
        <source>Setup file</source>
        <translation>Einrichtungsdatei</translation>
    </message>
    <message>
        <source>Setup file &apos;{path}&apos; cannot be read: choose a file that the panel has saved.</source>
        <translation>Die Einrichtungsdatei „{path}“ kann nicht gelesen werden: Wählen Sie eine Datei, die das Bedienfeld gespeichert hat.</translation>
    </message>
    <message>
        <source>Setup file &apos;{path}&apos;: {problem}</source>
        <translation>Einrichtungsdatei &apos;{path}&apos;: {problem}</translation>
    </message>
    <message>
        <source>Severity of harm</source>
        <translation>Schwere des Schadens</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Share (%)</source>
        <translation>Anteil (%)</translation>
    </message>
    <message>
        <source>Share of each group that lives in flagged places, over that of all people: right of 1 more exposed, left of 1 less.</source>
        <translation>Anteil jeder Gruppe, der in markierten Orten wohnt, im Verhältnis zu dem aller Personen: rechts von 1 stärker betroffen, links von 1 weniger.</translation>
    </message>
    <message>
        <source>Share of each group that lives in or near flagged places, over that of all people: right of 1 more exposed, left of 1 less.</source>
        <translation>Anteil jeder Gruppe, der in oder nahe markierten Orten wohnt, im Verhältnis zu dem aller Personen: rechts von 1 stärker betroffen, links von 1 weniger.</translation>
    </message>
    <message>
        <source>Share of the group over the share of all people</source>
        <translation>Anteil der Gruppe im Verhältnis zum Anteil aller Personen</translation>
    </message>
    <message>
        <source>Shares and ratios</source>
        <translation>Anteile und Verhältnisse</translation>
    </message>
    <message>
        <source>Shifts as close</source>
        <translation>Ebenso enge Verschiebungen</translation>
    </message>
    <message>
        <source>Show again what the model has found</source>
        <translation>Wieder zeigen, was das Modell gefunden hat</translation>
    </message>
    <message>
        <source>Show the difference</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Show the layer on the map, or hide it</source>
        <translation>Den Layer auf der Karte zeigen oder ausblenden</translation>
    </message>
    <message>
        <source>Show the panel that leads from layers to a map of risk</source>
        <translation>Das Bedienfeld zeigen, das von Layern zu einer Risikokarte führt</translation>
    </message>
    <message>
        <source>Shown are all groups.</source>
        <translation>Gezeigt sind alle Gruppen.</translation>
    </message>
    <message>
        <source>Shown are the {n} of {all} groups of which a point is told.</source>
        <translation>Gezeigt sind die {n} von {all} Gruppen, von denen ein Punkt genannt wird.</translation>
    </message>
    <message>
        <source>Shown are {most} of the {n} groups of which a point is told: of those of {fewest} or more areas first those whose interval does not hold 1, then the others; last those whose ratio is farthest from 1 anywhere.</source>
        <translation>Gezeigt sind {most} der {n} Gruppen, von denen ein Punkt genannt wird: von denen mit {fewest} oder mehr Gebieten zuerst die, deren Intervall die 1 nicht enthält, dann die anderen; zuletzt die, deren Verhältnis irgendwo am weitesten von 1 entfernt ist.</translation>
    </message>
    <message>
        <source>Shown with a probability of</source>
        <translation>Gezeigt mit einer Wahrscheinlichkeit von</translation>
    </message>
    <message>
        <source>Shrunken RRV</source>
        <translation>Geschrumpfter RRV</translation>
    </message>
    <message>
        <source>Side of the square blocks of cells that are resampled, in the raster&apos;s map units; at least as far as neighbouring cells are alike. Empty: 10 cells, or more on very large grids.</source>
        <translation>Seitenlänge der quadratischen Blöcke von Zellen, aus denen Wiederholungsstichproben gezogen werden, in Karteneinheiten des Rasters; mindestens so weit, wie benachbarte Zellen einander ähneln. Leer: 10 Zellen, oder mehr bei sehr großen Gittern.</translation>
    </message>
    <message>
        <source>Side of the square cells that free shapes are made of. Empty: a fifth of the bandwidth.</source>
        <translation>Seitenlänge der quadratischen Zellen, aus denen freie Formen bestehen. Leer: ein Fünftel der Bandbreite.</translation>
    </message>
    <message>
        <source>Side of the square cells. Empty: half the block length, which is what is recommended.</source>
        <translation>Seitenlänge der quadratischen Zellen. Leer: die halbe Blocklänge, wie empfohlen.</translation>
    </message>
    <message>
        <source>Side of the square cells; empty: half the block length</source>
        <translation>Seitenlänge der quadratischen Zellen; leer: die halbe Blocklänge</translation>
    </message>
    <message>
        <source>Simpler ways to rank places were judged by the same later incidents: {names}.</source>
        <translation>Einfachere Verfahren, Orte zu ordnen, wurden an denselben späteren Vorfällen gemessen: {names}.</translation>
    </message>
    <message>
        <source>Simulated trials</source>
        <translation>Simulierte Versuche</translation>
    </message>
    <message>
        <source>Single people can be recognised in small numbers, or in places of few incidents.</source>
        <translation>Einzelne Personen können in kleinen Zahlen oder an Orten mit wenigen Vorfällen erkannt werden.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Size of the sheet.</source>
        <translation>Größe des Blattes.</translation>
    </message>
    <message>
        <source>Small counts are not held back: do not share this outside of those who may see them.</source>
        <translation>Kleine Anzahlen werden nicht unterdrückt: Geben Sie das nur an Personen weiter, die sie sehen dürfen.</translation>
    </message>
    <message>
        <source>Smaller places are left out.</source>
        <translation>Kleinere Orte werden ausgelassen.</translation>
    </message>
    <message>
        <source>Smallest area (ha)</source>
        <translation>Kleinste Fläche (ha)</translation>
    </message>
    <message>
        <source>Smallest area (km²)</source>
        <translation>Kleinste Fläche (km²)</translation>
    </message>
    <message>
        <source>Smallest count</source>
        <translation>Kleinste Anzahl</translation>
    </message>
    <message>
        <source>Smallest count to print</source>
        <translation>Kleinste gedruckte Anzahl</translation>
    </message>
    <message>
        <source>Smallest distance between two places of the trial, in map units, so that what is done in one does not reach the other. Empty: 200 metres.</source>
        <translation>Kleinster Abstand zwischen zwei Orten des Versuchs, in Karteneinheiten, damit das, was an einem getan wird, den anderen nicht erreicht. Leer: 200 Meter.</translation>
    </message>
    <message>
        <source>Smallest effect detected with 80% (percent)</source>
        <translation>Kleinster Effekt, der mit 80% erkannt wird (Prozent)</translation>
    </message>
    <message>
        <source>Smallest number of incidents</source>
        <translation>Kleinste Anzahl von Vorfällen</translation>
    </message>
    <message>
        <source>Smallest place (cells)</source>
        <translation>Kleinster Ort (Zellen)</translation>
    </message>
    <message>
        <source>Smooth the outlines</source>
        <translation>Umrisse glätten</translation>
    </message>
    <message>
        <source>Some cells may be unable to have any: exclude water, airfields and the like, or use larger cells.</source>
        <translation>Vielleicht können manche Zellen keine haben: Schließen Sie Gewässer, Flugplätze und dergleichen aus, oder verwenden Sie größere Zellen.</translation>
    </message>
    <message>
        <source>Some groups are counted by fewer than {fewest} areas, of which single ones decide the ratio: {names}. They are not called more or less exposed.</source>
        <translation>Manche Gruppen sind für weniger als {fewest} Gebiete gezählt, von denen einzelne das Verhältnis bestimmen: {names}. Sie werden nicht als stärker oder weniger betroffen bezeichnet.</translation>
    </message>
    <message>
        <source>Some of the {n_selected} factors may be in the model because two patchy maps look alike by chance, ‘{weakest}’ first of all: the spatial test by random shifts (SPATIAL_TEST) tells which stand.</source>
        <translation>Von den {n_selected} Faktoren sind einige vielleicht im Modell, weil zwei fleckige Karten einander zufällig ähneln, allen voran „{weakest}“: Der räumliche Test durch zufällige Verschiebungen (SPATIAL_TEST) zeigt, welche standhalten.</translation>
    </message>
    <message>
        <source>Some places would be called alike and are numbered.</source>
        <translation>Einige Orte hießen gleich und sind nummeriert.</translation>
    </message>
    <message>
        <source>Some places would be called alike and are numbered: choose streets, wards or a gazetteer as their names.</source>
        <translation>Einige Orte hießen gleich und sind nummeriert: Wählen Sie für ihre Namen Straßen, Stadtteile oder ein Ortsverzeichnis.</translation>
    </message>
    <message>
        <source>Some ratios have no interval, because too many resamples had nobody in or near a flagged place.</source>
        <translation>Manche Verhältnisse haben kein Intervall, weil in zu vielen Wiederholungsstichproben niemand in oder nahe einem markierten Ort wohnte.</translation>
    </message>
    <message>
        <source>Something went wrong that this plugin did not foresee ({error}): please report it, with the log, at {tracker}.</source>
        <translation>Es ist etwas geschehen, womit diese Erweiterung nicht gerechnet hat ({error}): Bitte melden Sie es zusammen mit dem Protokoll unter {tracker}.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Source data URL</source>
        <translation>URL der Quelldaten</translation>
    </message>
    <message>
        <source>Source data name</source>
        <translation>Name der Quelldaten</translation>
    </message>
    <message>
        <source>Source of risk and nature of potential impact on individuals</source>
        <translation>Risikoquelle und Art der möglichen Folgen für Personen</translation>
    </message>
    <message>
        <source>Source: {text}</source>
        <translation>Quelle: {text}</translation>
    </message>
    <message>
        <source>Spatial test</source>
        <translation>Räumlicher Test</translation>
    </message>
    <message>
        <source>Split at</source>
        <translation>Teilen bei</translation>
    </message>
    <message>
        <source>Split points of interest into risk factors</source>
        <translation>POI in Risikofaktoren aufteilen</translation>
    </message>
    <message>
        <source>Split…</source>
        <translation>Aufteilen…</translation>
    </message>
    <message>
        <source>Square blocks of cells</source>
        <translation>Quadratische Blöcke von Zellen</translation>
    </message>
    <message>
        <source>Stability of the factors</source>
        <translation>Stabilität der Faktoren</translation>
    </message>
    <message>
        <source>Stacked incidents</source>
        <translation>Übereinanderliegende Vorfälle</translation>
    </message>
    <message>
        <source>Standard deviation of the relative risk score</source>
        <translation>Standardabweichung des relativen Risikoscores</translation>
    </message>
    <message>
        <source>Standard error</source>
        <translation>Standardfehler</translation>
    </message>
    <message>
        <source>Standard error, neighbours alike</source>
        <translation>Standardfehler bei ähnlichen Nachbarn</translation>
    </message>
    <message>
        <source>Standard version</source>
        <translation>Version des Standards</translation>
    </message>
    <message>
        <source>Start of the random numbers by which lots are drawn; it is recorded. Choose it once.</source>
        <translation>Anfang der Zufallszahlen, nach denen gelost wird; er wird festgehalten. Wählen Sie ihn einmal.</translation>
    </message>
    <message>
        <source>Start of the random numbers by which other lots are drawn.</source>
        <translation>Anfang der Zufallszahlen, nach denen andere Lose gezogen werden.</translation>
    </message>
    <message>
        <source>Start of the random numbers of the resamples: the same seed gives the same intervals.</source>
        <translation>Anfang der Zufallszahlen für die Wiederholungsstichproben: Derselbe Startwert ergibt dieselben Intervalle.</translation>
    </message>
    <message>
        <source>Start of the random numbers that deal the folds, halves and what else is drawn: the same seed gives the same result.</source>
        <translation>Anfang der Zufallszahlen, nach denen Folds, Hälften und alles Übrige gelost werden: Derselbe Startwert ergibt dasselbe Ergebnis.</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Stay in nearly all draws</source>
        <translation>Bleiben in fast allen Ziehungen</translation>
    </message>
    <message>
        <source>Stay on average</source>
        <translation>Bleiben im Mittel</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Step 1: Identify the need</source>
        <translation>Schritt 1: Den Bedarf feststellen</translation>
    </message>
    <message>
        <source>Step 2: Describe the processing</source>
        <translation>Schritt 2: Die Verarbeitung beschreiben</translation>
    </message>
    <message>
        <source>Step 3: Consultation process</source>
        <translation>Schritt 3: Konsultation</translation>
    </message>
    <message>
        <source>Step 4: Assess necessity and proportionality</source>
        <translation>Schritt 4: Notwendigkeit und Verhältnismäßigkeit bewerten</translation>
    </message>
    <message>
        <source>Step 5: Identify and assess risks</source>
        <translation>Schritt 5: Risiken feststellen und bewerten</translation>
    </message>
    <message>
        <source>Step 6: Identify measures to reduce risk</source>
        <translation>Schritt 6: Maßnahmen zur Minderung der Risiken festlegen</translation>
    </message>
    <message>
        <source>Step 7: Sign off and record outcomes</source>
        <translation>Schritt 7: Freigeben und Ergebnisse festhalten</translation>
    </message>
    <message>
        <source>Still to be chosen: {missing}.</source>
        <translation>Noch zu wählen: {missing}.</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Straße</translation>
    </message>
    <message>
        <source>Street files of data.police.uk (one, several, or a whole unzipped archive), CSV files of American portals, and any delimited text with coordinates. Columns are recognised by their names in English, Spanish, French, German, Portuguese or Italian (a date also by its values), and encoding, separator, decimal commas, the order of day and month and the coordinate reference system by the values; the log says what was taken for what.</source>
        <translation>Straßendateien von data.police.uk (eine, mehrere oder ein ganzes entpacktes Archiv), CSV-Dateien amerikanischer Portale und beliebige Textdateien mit Trennzeichen und Koordinaten. Spalten werden an ihren Namen auf Englisch, Spanisch, Französisch, Deutsch, Portugiesisch oder Italienisch erkannt (ein Datum auch an seinen Werten); Kodierung, Trennzeichen, Dezimalkomma, die Reihenfolge von Tag und Monat und das Koordinatenbezugssystem an den Werten; das Protokoll sagt, was wofür genommen wurde.</translation>
    </message>
    <message>
        <source>Streets</source>
        <translation>Straßen</translation>
    </message>
    <message>
        <source>Streets &apos;{name}&apos; have no block between two junctions in study area &apos;{area}&apos;: choose lines that meet in shared vertices, of the same place.</source>
        <translation>Die Straßen „{name}“ haben keinen Block zwischen zwei Kreuzungen im Untersuchungsgebiet „{area}“: Wählen Sie Linien, die sich in gemeinsamen Stützpunkten treffen und in derselben Gegend liegen.</translation>
    </message>
    <message>
        <source>Streets from which a typical block length is measured</source>
        <translation>Straßen, an denen eine typische Blocklänge gemessen wird</translation>
    </message>
    <message>
        <source>Streets, wards or a gazetteer: each place is named after the nearest. Empty: after the factors.</source>
        <translation>Straßen, Stadtteile oder ein Ortsverzeichnis: Jeder Ort wird nach dem nächsten Objekt benannt. Leer: nach den Faktoren.</translation>
    </message>
    <message>
        <source>Study area</source>
        <translation>Untersuchungsgebiet</translation>
    </message>
    <message>
        <source>Study areas</source>
        <translation>Untersuchungsgebiete</translation>
    </message>
    <message>
        <source>Study areas &apos;{layer}&apos; have no field &apos;{field}&apos;: choose one of {names}.</source>
        <translation>Die Untersuchungsgebiete „{layer}“ haben kein Feld „{field}“: Wählen Sie eines von {names}.</translation>
    </message>
    <message>
        <source>Study areas &apos;{layer}&apos; have no polygon with a name: choose another layer or field.</source>
        <translation>Die Untersuchungsgebiete „{layer}“ haben kein Polygon mit einem Namen: Wählen Sie einen anderen Layer oder ein anderes Feld.</translation>
    </message>
    <message>
        <source>Study areas with the risk factors of their models, coloured by the strongest.</source>
        <translation>Untersuchungsgebiete mit den Risikofaktoren ihrer Modelle, gefärbt nach dem stärksten.</translation>
    </message>
    <message>
        <source>Study areas with their factors</source>
        <translation>Untersuchungsgebiete mit ihren Faktoren</translation>
    </message>
    <message>
        <source>Submitting controller</source>
        <translation>Einreichender Verantwortlicher</translation>
    </message>
    <message>
        <source>Such as cp1251. Empty: UTF-8 where the file is that, a few bad bytes not counted, otherwise Windows-1252.</source>
        <translation>Etwa cp1251. Leer: UTF-8, wo die Datei das ist (von wenigen fehlerhaften Bytes abgesehen), sonst Windows-1252.</translation>
    </message>
    <message>
        <source>Suggest</source>
        <translation>Vorschlagen</translation>
    </message>
    <message>
        <source>Suggested: {operationalisation}, because {why}.</source>
        <translation>Vorschlag: {operationalisation}. Grund: {why}.</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Summary of DPO advice</source>
        <translation>Zusammenfassung dieser Stellungnahme</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>So</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>Sonntag</translation>
    </message>
    <message>
        <source>System architecture</source>
        <translation>Systemarchitektur</translation>
    </message>
    <message>
        <source>System-level input</source>
        <translation>Eingaben des Systems</translation>
    </message>
    <message>
        <source>System-level output</source>
        <translation>Ausgaben des Systems</translation>
    </message>
    <message>
        <source>Table &apos;{name}&apos; has more than {most:,} rows: use the one of a single run.</source>
        <translation>Die Tabelle „{name}“ hat mehr als {most:,} Zeilen: Verwenden Sie die eines einzelnen Laufs.</translation>
    </message>
    <message>
        <source>Table &apos;{name}&apos; has no column &apos;{column}&apos;: use the one that the algorithm “{made_by}” has written.</source>
        <translation>Die Tabelle „{name}“ hat keine Spalte „{column}“: Verwenden Sie die, die der Algorithmus „{made_by}“ geschrieben hat.</translation>
    </message>
    <message>
        <source>Table &apos;{name}&apos; has no rows: use one that has, or none.</source>
        <translation>Die Tabelle „{name}“ hat keine Zeilen: Verwenden Sie eine, die welche hat, oder keine.</translation>
    </message>
    <message>
        <source>Table &apos;{path}&apos; cannot be written to its end: check the space that is left on the disk.</source>
        <translation>Die Tabelle „{path}“ kann nicht zu Ende geschrieben werden: Prüfen Sie den freien Platz auf dem Datenträger.</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Taken out by the spatial test</source>
        <translation>Vom räumlichen Test herausgenommen</translation>
    </message>
    <message>
        <source>Taken out, one after the other, each with a p above {level} beside those left: {each}.</source>
        <translation>Nacheinander herausgenommen, jeweils mit einem p über {level} neben den verbliebenen: {each}.</translation>
    </message>
    <message>
        <source>Taken up from the working folder: {n:,} of {all:,} pieces.</source>
        <translation>Aus dem Arbeitsordner wieder aufgenommen: {n:,} von {all:,} Stücken.</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Tells how much of what happened later lies in the riskiest part of a risk terrain, and whether anybody could have done as well without a model.</source>
        <translation>Sagt, wie viel von dem, was später geschah, im riskantesten Teil eines Risikoterrains liegt, und ob jemand das ohne Modell ebenso gut gekonnt hätte.</translation>
    </message>
    <message>
        <source>Tells whether treated places fared better than those left as they were, and how sure that is.</source>
        <translation>Sagt, ob sich Orte mit Maßnahme besser entwickelten als die, an denen nichts geändert wurde, und wie sicher das ist.</translation>
    </message>
    <message>
        <source>Tells which cells there are. Needed for another area than the model&apos;s own, and where the model adjusts for covariates; otherwise all cells of the model&apos;s rectangle count.</source>
        <translation>Sagt, welche Zellen es gibt. Nötig für ein anderes Gebiet als das des Modells selbst, und wo das Modell für Kovariablen adjustiert; sonst zählen alle Zellen im Rechteck des Modells.</translation>
    </message>
    <message>
        <source>Tells who lives in or near the flagged places: the share of each group of people, and how many times the share of all people that is.</source>
        <translation>Sagt, wer in oder nahe den markierten Orten wohnt: den Anteil jeder Gruppe von Personen, und wie viel Mal so groß er ist wie der Anteil aller Personen.</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Term</translation>
    </message>
    <message>
        <source>Terrain and history are in the risk terrain: choose it as well, or let the risk be the terrain.</source>
        <translation>Terrain und Vorgeschichte sind im Risikoterrain: Wählen Sie es ebenfalls, oder wählen Sie als Risiko das Terrain.</translation>
    </message>
    <message>
        <source>Terrain and history: patrols</source>
        <translation>Terrain und Vorgeschichte: Streifen</translation>
    </message>
    <message>
        <source>Terrain and history: {title}</source>
        <translation>Terrain und Vorgeschichte: {title}</translation>
    </message>
    <message>
        <source>Test of ratios</source>
        <translation>Test der Verhältnisse</translation>
    </message>
    <message>
        <source>Test: the effect is compared with those of all other ways in which the lots could have fallen, {test} (9,999 of them where there are more than 20,000). It counts as evidence where the two-sided p-value is at most {limit}.</source>
        <translation>Test: Der Effekt wird mit denen aller anderen möglichen Ausgänge des Losens verglichen, {test} (mit 9,999 davon, wo es mehr als 20,000 sind). Als Beleg zählt er, wenn der zweiseitige p-Wert höchstens {limit} ist.</translation>
    </message>
    <message>
        <source>Testing for clusters</source>
        <translation>Auf Klumpung prüfen</translation>
    </message>
    <message>
        <source>Text (*.csv *.txt *.psv *.tsv);;All files (*)</source>
        <translation>Text (*.csv *.txt *.psv *.tsv);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Text (*.csv *.txt *.tsv);;All files (*)</source>
        <translation>Text (*.csv *.txt *.tsv);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>That is few: with less than {few_incidents} incidents the factors found may be others next time. Use a longer period where there is one.</source>
        <translation>Das ist wenig: Bei weniger als {few_incidents} Vorfällen können beim nächsten Mal andere Faktoren gefunden werden. Verwenden Sie einen längeren Zeitraum, wo es einen gibt.</translation>
    </message>
    <message>
        <source>That the interval of the change in percent leaves no change out is no evidence either: it presumes other things than the difference, by which it is judged.</source>
        <translation>Dass das Intervall der Änderung in Prozent „keine Änderung“ ausschließt, ist auch keine Evidenz: Es setzt anderes voraus als die Differenz, nach der geurteilt wird.</translation>
    </message>
    <message>
        <source>That there is no evidence does not show that nothing changed: the interval leaves room for {low} and for {high}.</source>
        <translation>Dass es keine Evidenz gibt, zeigt nicht, dass sich nichts geändert hat: Das Intervall lässt {low} ebenso zu wie {high}.</translation>
    </message>
    <message>
        <source>That was not tested: split the incidents by date, or validate the risk terrain with incidents of a later period.</source>
        <translation>Das wurde nicht geprüft: Teilen Sie die Vorfälle nach Datum, oder validieren Sie das Risikoterrain an Vorfällen eines späteren Zeitraums.</translation>
    </message>
    <message>
        <source>The 95% intervals that are quoted allow for it.</source>
        <translation>Die angegebenen 95%-Intervalle berücksichtigen das.</translation>
    </message>
    <message>
        <source>The DPO should look at ongoing compliance, too.</source>
        <translation>Auch die oder der Datenschutzbeauftragte soll die laufende Einhaltung prüfen.</translation>
    </message>
    <message>
        <source>The E-test</source>
        <translation>Der E-Test</translation>
    </message>
    <message>
        <source>The GeoPackage to write. Layers of the same names are replaced, others in it stay.</source>
        <translation>Das GeoPackage, das geschrieben wird. Layer gleichen Namens werden ersetzt, andere darin bleiben.</translation>
    </message>
    <message>
        <source>The JSON file that the risk terrain model has written.</source>
        <translation>Die JSON-Datei, die das RTM-Modell geschrieben hat.</translation>
    </message>
    <message>
        <source>The Python package &apos;{name}&apos; {problem} for this QGIS: install it, and remove what pip has put beside QGIS&apos;s own numpy and {name}, then restart QGIS. {commands}</source>
        <translation>Das Python-Paket „{name}“ {problem} (für dieses QGIS): Installieren Sie es, entfernen Sie, was pip neben QGIS’ eigenem numpy und {name} abgelegt hat, und starten Sie QGIS neu. {commands}</translation>
    </message>
    <message>
        <source>The a of the counts&apos; variance, mean + a × mean². Empty: as it was before; 0 is Poisson.</source>
        <translation>Das a in der Varianz der Anzahlen, Mittelwert + a × Mittelwert². Leer: wie vorher; 0 ist Poisson.</translation>
    </message>
    <message>
        <source>The adjustment &apos;{name}&apos; has no value in any cell of the study area; check that the layer covers it.</source>
        <translation>Die Adjustierung „{name}“ hat in keiner Zelle des Untersuchungsgebiets einen Wert; prüfen Sie, ob der Layer es abdeckt.</translation>
    </message>
    <message>
        <source>The adjustment &apos;{name}&apos; has no value in {value:,} of {n_cells:,} cells: they are given the mean of the others.</source>
        <translation>Die Adjustierung „{name}“ hat in {value:,} von {n_cells:,} Zellen keinen Wert: Sie erhalten den Mittelwert der übrigen.</translation>
    </message>
    <message>
        <source>The adjustment &apos;{name}&apos; is the same in every cell and has no effect: it is left out.</source>
        <translation>Die Adjustierung „{name}“ ist in jeder Zelle gleich und hat keinen Effekt: Sie wird ausgelassen.</translation>
    </message>
    <message>
        <source>The analysis shows correlation, never cause.</source>
        <translation>Die Analyse zeigt Korrelation, nie Ursache.</translation>
    </message>
    <message>
        <source>The analysis shows correlation, never cause. Scores of two study areas are not comparable, and p-values after a selection are no regular p-values. The same seed gives the same result.</source>
        <translation>Die Analyse zeigt Korrelation, nie Ursache. Scores zweier Untersuchungsgebiete sind nicht vergleichbar, und p-Werte nach einer Auswahl sind keine gewöhnlichen p-Werte. Derselbe Startwert ergibt dasselbe Ergebnis.</translation>
    </message>
    <message>
        <source>The areas to exclude cover every cell of the study area; exclude less.</source>
        <translation>Die auszuschließenden Flächen bedecken jede Zelle des Untersuchungsgebiets; schließen Sie weniger aus.</translation>
    </message>
    <message>
        <source>The assessment sheet follows the seven steps of the ICO&apos;s sample, which is made for the UK GDPR (Part 2 of the Data Protection Act 2018). Processing for law-enforcement purposes by a police force falls under Part 3 of the Act, whose own duty to assess is in section 64: ask the data protection officer which form is wanted. The sheet supports an assessment; it is none.</source>
        <translation>Das Blatt zur Folgenabschätzung folgt den sieben Schritten des Musters des ICO, das für die UK GDPR gemacht ist (Teil 2 des Data Protection Act 2018). Eine Verarbeitung zu Zwecken der Strafverfolgung durch eine Polizeibehörde fällt unter Teil 3 dieses Gesetzes, dessen eigene Pflicht zur Folgenabschätzung in section 64 steht: Fragen Sie die oder den Datenschutzbeauftragten, welche Form verlangt wird. Das Blatt unterstützt eine Folgenabschätzung; es ist keine.</translation>
    </message>
    <message>
        <source>The bandwidth of {bandwidth} is smaller than the cell size of {cell}: use cells of {fifth}.</source>
        <translation>Die Bandbreite von {bandwidth} ist kleiner als die Zellengröße von {cell}: Verwenden Sie Zellen von {fifth}.</translation>
    </message>
    <message>
        <source>The block length is the unit of influence; cells are half as wide. Below stand the number of cells and about how long it will take.</source>
        <translation>Die Blocklänge ist die Einheit des Einflusses; Zellen sind halb so breit. Darunter stehen die Anzahl der Zellen und die ungefähre Dauer.</translation>
    </message>
    <message>
        <source>The block length of {block} is smaller than the cell size of {cell}: use cells of {half}, half the block length, or longer blocks.</source>
        <translation>Die Blocklänge {block} ist kleiner als die Zellengröße {cell}: Verwenden Sie Zellen von {half}, der halben Blocklänge, oder längere Blöcke.</translation>
    </message>
    <message>
        <source>The budget ends among {tied:,} cells of equal score ({scores:.4g}): {left:,} of them are taken, first in the groups that carry the most risk, then from the north-west.</source>
        <translation>Das Budget endet zwischen {tied:,} Zellen mit gleichem Score ({scores:.4g}): {left:,} davon werden aufgenommen, zuerst in den Gruppen, die das meiste Risiko tragen, dann von Nordwesten her.</translation>
    </message>
    <message>
        <source>The calendar ends on {end}, but judged is up to {last}.</source>
        <translation>Der Kalender endet am {end}, beurteilt wird aber bis {last}.</translation>
    </message>
    <message>
        <source>The calendar itself is in a file of its own, so that this page can be shown without telling the days.</source>
        <translation>Der Kalender selbst steht in einer eigenen Datei, damit diese Seite gezeigt werden kann, ohne die Tage zu verraten.</translation>
    </message>
    <message>
        <source>The cells make only {n_blocks} blocks of {block_size:.9g}, too few for intervals, which need {fewest_blocks}; use smaller blocks.</source>
        <translation>Die Zellen ergeben nur {n_blocks} Blöcke von {block_size:.9g}, zu wenige für Intervalle, die {fewest_blocks} brauchen; verwenden Sie kleinere Blöcke.</translation>
    </message>
    <message>
        <source>The change in percent presumes instead that without treatment both would have changed in proportion. Its interval and p-value in the table are Fisher&apos;s exact ones, which take counts for Poisson; the interval that is quoted is wider than that by as much as the one of the difference is.</source>
        <translation>Die Veränderung in Prozent setzt stattdessen voraus, dass sich ohne Maßnahme beide im Verhältnis verändert hätten. Ihr Intervall und p-Wert in der Tabelle sind die exakten nach Fisher, die Anzahlen für Poisson-verteilt nehmen; das zitierte Intervall ist um so viel weiter als dieses, wie es das der Differenz ist.</translation>
    </message>
    <message>
        <source>The change in percent presumes instead that without treatment both would have changed in proportion; its interval and p-value are Fisher&apos;s exact ones.</source>
        <translation>Die Änderung in Prozent setzt stattdessen voraus, dass sich beide ohne Maßnahme im selben Verhältnis verändert hätten; ihr Intervall und ihr p-Wert sind die exakten nach Fisher.</translation>
    </message>
    <message>
        <source>The change in proportion</source>
        <translation>Die Änderung im Verhältnis</translation>
    </message>
    <message>
        <source>The charts are left out, because the Python package &apos;matplotlib&apos; {problem}; the tables hold their numbers.</source>
        <translation>Das Python-Paket „matplotlib“ {problem}; daher fehlen die Diagramme. Ihre Zahlen stehen in den Tabellen.</translation>
    </message>
    <message>
        <source>The count model with the best BIC is the {family}.</source>
        <translation>Das Zähldatenmodell mit dem besten BIC: {family}.</translation>
    </message>
    <message>
        <source>The counts vary as a Poisson model expects ({own:.2f} times as much).</source>
        <translation>Die Anzahlen schwanken, wie ein Poisson-Modell es erwartet ({own:.2f}-mal so stark).</translation>
    </message>
    <message>
        <source>The counts vary less around the model than it says: a few cells with many incidents have shaped it, and its values may be lower than the ratios of counts.</source>
        <translation>Die Anzahlen schwanken um das Modell weniger, als es besagt: Einige wenige Zellen mit vielen Vorfällen haben es geprägt, und seine Werte können niedriger sein als die Verhältnisse der Anzahlen.</translation>
    </message>
    <message>
        <source>The counts vary {own:.1f} times as much as the Poisson model allows.</source>
        <translation>Die Anzahlen schwanken {own:.1f}-mal so stark, wie das Poisson-Modell zulässt.</translation>
    </message>
    <message>
        <source>The counts vary {poisson:.1f} times as much as a Poisson model allows; the {family_names} takes this up, and leaves {own:.2f} where 1 is expected.</source>
        <translation>Die Anzahlen schwanken {poisson:.1f}-mal so stark, wie ein Poisson-Modell zulässt; die {family_names} fängt das auf und lässt {own:.2f} übrig, wo 1 erwartet wird.</translation>
    </message>
    <message>
        <source>The cross-validation is averaged over so many deals of the folds.</source>
        <translation>Die Kreuzvalidierung wird über so viele Verteilungen auf die Folds gemittelt.</translation>
    </message>
    <message>
        <source>The data look snapped to a list of points, as public police data are; such lists include places of interest, so that nearness to them is partly made by the snapping. Use exact coordinates, or larger cells and influences.</source>
        <translation>Die Daten sehen aus, als wären sie auf die Punkte einer Liste verlegt, wie öffentliche Polizeidaten es sind; solche Listen enthalten auch POI, sodass die Nähe zu diesen teils durch das Verlegen entsteht. Verwenden Sie genaue Koordinaten, oder größere Zellen und Reichweiten.</translation>
    </message>
    <message>
        <source>The day is known of none of {n:,} incidents.</source>
        <translation>Von keinem der {n:,} Vorfälle ist der Tag bekannt.</translation>
    </message>
    <message>
        <source>The denominator &apos;{denominator_name}&apos; is 0 in every cell of the study area; check that the layer covers it.</source>
        <translation>Die Bezugsgröße „{denominator_name}“ ist in jeder Zelle des Untersuchungsgebiets 0; prüfen Sie, ob der Layer es abdeckt.</translation>
    </message>
    <message>
        <source>The denominator &apos;{denominator_name}&apos; is negative in a cell ({lowest:.6g}); use amounts of 0 and more, such as numbers of people.</source>
        <translation>Die Bezugsgröße „{denominator_name}“ ist in einer Zelle negativ ({lowest:.6g}); verwenden Sie Mengen ab 0, etwa Anzahlen von Personen.</translation>
    </message>
    <message>
        <source>The denominator &apos;{denominator}&apos; cannot be read: check its path.</source>
        <translation>Die Bezugsgröße „{denominator}“ kann nicht gelesen werden: Prüfen Sie ihren Pfad.</translation>
    </message>
    <message>
        <source>The difference is that of places whose turn had come and of those of the same block that waited, in each step, minus what was before; a step weighs the more, the more places are treated and wait in it, and one in which none waits tells nothing. It presumes that without treatment both would have changed by the same number of incidents; its interval takes counts for Poisson.</source>
        <translation>Die Differenz ist in jedem Schritt die zwischen Orten, die schon an der Reihe waren, und den noch wartenden desselben Blocks, abzüglich dessen, was vorher war; ein Schritt zählt umso mehr, je mehr Orte darin die Maßnahme haben und warten, und einer, in dem keiner wartet, sagt nichts. Vorausgesetzt wird, dass sich beide ohne Maßnahme um dieselbe Anzahl von Vorfällen verändert hätten; beim Intervall sind Anzahlen als Poisson-verteilt angenommen.</translation>
    </message>
    <message>
        <source>The difference is the weighted displacement difference: change of treatment minus change of control. It presumes that without treatment both would have changed by the same number of incidents; its own interval takes counts for Poisson.</source>
        <translation>Die Differenz ist die gewichtete Verlagerungsdifferenz: Änderung mit Maßnahme minus Änderung der Kontrolle. Sie setzt voraus, dass sich beide ohne Maßnahme um dieselbe Anzahl von Vorfällen verändert hätten; bei ihrem eigenen Intervall sind Anzahlen als Poisson-verteilt angenommen.</translation>
    </message>
    <message>
        <source>The differences</source>
        <translation>Die Differenzen</translation>
    </message>
    <message>
        <source>The dispersion is that between the places before, per area, as no dates were given: it is higher than that of one place over time, so that the power is understated.</source>
        <translation>Die Dispersion ist die zwischen den Orten vorher, je Fläche, weil kein Datum angegeben wurde: Sie ist größer als die eines einzelnen Ortes über die Zeit, sodass die Teststärke zu niedrig angegeben ist.</translation>
    </message>
    <message>
        <source>The dispersion is that of the places&apos; counts in {n} equal parts of the time before, season allowed for.</source>
        <translation>Die Dispersion ist die der Anzahlen der Orte in {n} gleichen Teilen der Zeit vorher, die Jahreszeit berücksichtigt.</translation>
    </message>
    <message>
        <source>The dispersion was given.</source>
        <translation>Die Dispersion wurde angegeben.</translation>
    </message>
    <message>
        <source>The duty</source>
        <translation>Die Pflicht</translation>
    </message>
    <message>
        <source>The effects beside what neighbouring cells share could not be found in {n_cells:,} cells; use larger cells, or no spatial test.</source>
        <translation>Die Effekte neben dem, was benachbarte Zellen gemeinsam haben, ließen sich in {n_cells:,} Zellen nicht bestimmen; verwenden Sie größere Zellen, oder keinen räumlichen Test.</translation>
    </message>
    <message>
        <source>The encoding &apos;{encoding}&apos; is not known for text files; use for example utf-8, utf-16, cp1252, latin-1, cp1251 or gbk, or leave it empty.</source>
        <translation>Die Kodierung „{encoding}“ ist für Textdateien nicht bekannt; verwenden Sie zum Beispiel utf-8, utf-16, cp1252, latin-1, cp1251 oder gbk, oder lassen Sie sie leer.</translation>
    </message>
    <message>
        <source>The expected number of incidents of each cell, and its relative risk score.</source>
        <translation>Die erwartete Anzahl von Vorfällen jeder Zelle und ihr relativer Risikoscore.</translation>
    </message>
    <message>
        <source>The factor settings have {n_cells} cells, which make no rows of {width}: give each factor its {headers}, leaving a cell empty for the default.</source>
        <translation>Die Faktoreinstellungen haben {n_cells} Zellen, die keine Zeilen zu {width} ergeben: Geben Sie jedem Faktor {headers}, und lassen Sie für die Vorgabe eine Zelle leer.</translation>
    </message>
    <message>
        <source>The factor settings name &apos;{unknown}&apos;, which is no risk factor of this model: use one of {known}.</source>
        <translation>Die Faktoreinstellungen nennen „{unknown}“, was kein Risikofaktor dieses Modells ist: Verwenden Sie einen von {known}.</translation>
    </message>
    <message>
        <source>The factors have stood the test by random shifts, which allows for it.</source>
        <translation>Die Faktoren haben dem Test durch zufällige Verschiebungen standgehalten, der das berücksichtigt.</translation>
    </message>
    <message>
        <source>The factors of the model stand (p is the share of shifts that went together with any variable of the factor as closely): {each}.</source>
        <translation>Die Faktoren des Modells halten stand (p ist der Anteil der Verschiebungen, die ebenso eng mit irgendeiner Variable des Faktors einhergingen): {each}.</translation>
    </message>
    <message>
        <source>The factors were picked because they fit these incidents, so their values tend to be too high and their p-values too low. They say more about the order of the factors than about their exact size.</source>
        <translation>Die Faktoren wurden ausgesucht, weil sie zu diesen Vorfällen passen; daher sind ihre Werte tendenziell zu hoch und ihre p-Werte zu niedrig. Sie sagen mehr über die Reihenfolge der Faktoren als über deren genaue Größe.</translation>
    </message>
    <message>
        <source>The family does not fit the low counts; let the other families compete.</source>
        <translation>Die Familie passt nicht zu den niedrigen Anzahlen; lassen Sie die anderen Familien mit antreten.</translation>
    </message>
    <message>
        <source>The farthest that a factor may reach, in block lengths; usually 3, sometimes 4.</source>
        <translation>Wie weit ein Faktor höchstens reichen kann, in Blocklängen; üblich sind 3, manchmal 4.</translation>
    </message>
    <message>
        <source>The farthest that it may reach, in block lengths</source>
        <translation>Die größte Reichweite, in Blocklängen</translation>
    </message>
    <message>
        <source>The features with the fields rtm_factor, rtm_operationalisation, rtm_max_blocks, rtm_increment and rtm_direction, in the layer&apos;s own CRS.</source>
        <translation>Die Objekte mit den Feldern rtm_factor, rtm_operationalisation, rtm_max_blocks, rtm_increment und rtm_direction, im KBS des Layers.</translation>
    </message>
    <message>
        <source>The field &apos;{field}&apos; of layer &apos;{layer}&apos; holds lists: choose one with a single value in each row.</source>
        <translation>Das Feld „{field}“ des Layers „{layer}“ enthält Listen: Wählen Sie eines mit einem einzigen Wert in jeder Zeile.</translation>
    </message>
    <message>
        <source>The field &apos;{name}&apos; differs from another one by letter case only: it is called &apos;{new}&apos; here.</source>
        <translation>Das Feld „{name}“ unterscheidet sich von einem anderen nur durch Groß- und Kleinschreibung: Hier heißt es „{new}“.</translation>
    </message>
    <message>
        <source>The field that holds the days, or months, of the incidents</source>
        <translation>Das Feld mit den Tagen oder Monaten der Vorfälle</translation>
    </message>
    <message>
        <source>The field to split by; of several, separated by semicolons, the first that is filled counts for a place. Empty: the classification code of Points of Interest, else fclass, else OpenStreetMap&apos;s amenity, shop, leisure, tourism and office.</source>
        <translation>Das Feld, nach dem aufgeteilt wird; von mehreren, durch Semikolon getrennt, zählt für einen Ort das erste, das gefüllt ist. Leer: der Klassifikationscode von Points of Interest, sonst fclass, sonst amenity, shop, leisure, tourism und office von OpenStreetMap.</translation>
    </message>
    <message>
        <source>The figures</source>
        <translation>Die Kennzahlen</translation>
    </message>
    <message>
        <source>The file &apos;{output}&apos; is no GeoPackage: let its name end in .gpkg.</source>
        <translation>Die Datei „{output}“ ist kein GeoPackage: Ihr Name muss auf .gpkg enden.</translation>
    </message>
    <message>
        <source>The file does not hold which combinations of factors the model was fitted to, so where it applies cannot be told: fit the model again.</source>
        <translation>Die Datei enthält nicht, auf welche Kombinationen von Faktoren das Modell angepasst wurde; wo es anwendbar ist, lässt sich daher nicht sagen: Passen Sie das Modell neu an.</translation>
    </message>
    <message>
        <source>The file is not a saved risk terrain model; choose a file saved by this plugin.</source>
        <translation>Die Datei ist kein gespeichertes RTM-Modell; wählen Sie eine Datei, die diese Erweiterung gespeichert hat.</translation>
    </message>
    <message>
        <source>The filter &apos;{expression}&apos; fails ({reason}): correct it or leave it empty.</source>
        <translation>Der Filter „{expression}“ schlägt fehl ({reason}): Korrigieren Sie ihn, oder lassen Sie ihn leer.</translation>
    </message>
    <message>
        <source>The filter &apos;{text}&apos; is no valid expression ({reason}): correct it.</source>
        <translation>Der Filter „{text}“ ist kein gültiger Ausdruck ({reason}): Korrigieren Sie ihn.</translation>
    </message>
    <message>
        <source>The filter &apos;{text}&apos; uses the field &apos;{column}&apos;, which layer &apos;{layer}&apos; does not have; its fields are {shown}.</source>
        <translation>Der Filter „{text}“ verwendet das Feld „{column}“, das der Layer „{layer}“ nicht hat; seine Felder sind {shown}.</translation>
    </message>
    <message>
        <source>The first %(shown)s of %(places)s of highest risk, ranked by their expected incidents.</source>
        <translation>Die ersten %(shown)s der Orte höchsten Risikos (insgesamt %(places)s), geordnet nach ihren erwarteten Vorfällen.</translation>
    </message>
    <message>
        <source>The first day to keep, as 2014-09-30, or the first month, as 2014-09.</source>
        <translation>Der erste Tag, der behalten wird, wie 2014-09-30, oder der erste Monat, wie 2014-09.</translation>
    </message>
    <message>
        <source>The first day to use; empty: from the first incident on</source>
        <translation>Der erste verwendete Tag; leer: vom ersten Vorfall an</translation>
    </message>
    <message>
        <source>The first places</source>
        <translation>Die ersten Orte</translation>
    </message>
    <message>
        <source>The first places above mean + 2 SD</source>
        <translation>Die ersten Orte über Mittelwert + 2 SD</translation>
    </message>
    <message>
        <source>The first ranks get a page each.</source>
        <translation>Die ersten Ränge bekommen je eine Seite.</translation>
    </message>
    <message>
        <source>The folder &apos;{folder}&apos; cannot be read: {reason}; check the rights.</source>
        <translation>Der Ordner „{folder}“ kann nicht gelesen werden: {reason}; prüfen Sie die Rechte.</translation>
    </message>
    <message>
        <source>The folder &apos;{folder}&apos; holds no CSV file: choose the folder that was unzipped.</source>
        <translation>Der Ordner „{folder}“ enthält keine CSV-Datei: Wählen Sie den entpackten Ordner.</translation>
    </message>
    <message>
        <source>The groups are alike in all of this: no standardised difference is beyond {limit}.</source>
        <translation>Die Gruppen gleichen einander in alledem: Keine standardisierte Differenz liegt jenseits von {limit}.</translation>
    </message>
    <message>
        <source>The groups are alike in {names}: no standardised difference is beyond {limit}.</source>
        <translation>Die Gruppen gleichen sich in {names}: Kein standardisierter Unterschied ist größer als {limit}.</translation>
    </message>
    <message>
        <source>The groups differ by more than {limit} in: {names}. The lots remain fair, and the test allows for it; drawing again until the groups please would not be.</source>
        <translation>Die Gruppen unterscheiden sich um mehr als {limit} in: {names}. Die Lose bleiben fair, und der Test trägt dem Rechnung; neu zu losen, bis die Gruppen gefallen, wäre nicht fair.</translation>
    </message>
    <message>
        <source>The heading. Empty: incidents, study area and dates.</source>
        <translation>Die Überschrift. Leer: Vorfälle, Untersuchungsgebiet und Zeitraum.</translation>
    </message>
    <message>
        <source>The incidents before are not known: choose the date field, or give them as a layer of their own.</source>
        <translation>Die Vorfälle vorher sind nicht bekannt: Wählen Sie das Datumsfeld, oder geben Sie sie als eigenen Layer an.</translation>
    </message>
    <message>
        <source>The incidents before are of a single day or month: give more of them, or the dispersion.</source>
        <translation>Die Vorfälle vorher stammen aus einem einzigen Tag oder Monat: Geben Sie mehr davon an, oder die Dispersion.</translation>
    </message>
    <message>
        <source>The incidents end on {last}, before the trial does on {end}: judged is up to then.</source>
        <translation>Die Vorfälle enden am {last}, der Versuch erst am {end}: Beurteilt wird bis zum letzten Vorfall.</translation>
    </message>
    <message>
        <source>The incidents have months only, which {day} divides: let the time begin with a month&apos;s first day and end with a month&apos;s last.</source>
        <translation>Die Vorfälle haben nur Monate, und {day} teilt einen Monat: Lassen Sie die Zeit mit dem ersten Tag eines Monats beginnen und mit dem letzten eines Monats enden.</translation>
    </message>
    <message>
        <source>The interval by the lots, which is quoted, and that of the weighted displacement difference, which is in the table, do not say the same: the latter takes counts for Poisson, which those of places seldom are, and the lots presume nothing; they decide.</source>
        <translation>Das Intervall nach den Losen, das angegeben ist, und das der gewichteten Verlagerungsdifferenz, das in der Tabelle steht, besagen nicht dasselbe: Letzteres nimmt Anzahlen als Poisson-verteilt an, was die von Orten selten sind, und die Lose setzen nichts voraus; sie entscheiden.</translation>
    </message>
    <message>
        <source>The intervals are from resamples of the areas, as if these were independent; neighbouring areas are alike, so the true doubt is larger. They say nothing about errors of the counts or of the map.</source>
        <translation>Die Intervalle stammen aus Wiederholungsstichproben der Gebiete, als wären diese unabhängig; benachbarte Gebiete ähneln einander, die wahre Unsicherheit ist also größer. Sie sagen nichts über Fehler der Anzahlen oder der Karte.</translation>
    </message>
    <message>
        <source>The landscape, or recording, changes and the map is out of date.</source>
        <translation>Das Umfeld oder die Aufzeichnung ändert sich, und die Karte ist veraltet.</translation>
    </message>
    <message>
        <source>The largest area is smaller than the smallest: no place can be eligible.</source>
        <translation>Die größte Fläche ist kleiner als die kleinste: Kein Ort kann geeignet sein.</translation>
    </message>
    <message>
        <source>The largest variance inflation is {inflation:.1f} (‘{worst}’); ‘{first}’ and ‘{second}’ overlap most: {share:.0%} of the cells of either have both.</source>
        <translation>Die größte Varianzinflation ist {inflation:.1f} („{worst}“); „{first}“ und „{second}“ überschneiden sich am meisten: {share:.0%} der Zellen, die einen von beiden haben, haben beide.</translation>
    </message>
    <message>
        <source>The last date {last} comes before the first, {first}: exchange them.</source>
        <translation>Das letzte Datum {last} liegt vor dem ersten, {first}: Vertauschen Sie beide.</translation>
    </message>
    <message>
        <source>The last day or month to keep, included, written like the first.</source>
        <translation>Der letzte Tag oder Monat, der behalten wird, einschließlich, geschrieben wie der erste.</translation>
    </message>
    <message>
        <source>The last day to use; empty: to the last incident</source>
        <translation>Der letzte verwendete Tag; leer: bis zum letzten Vorfall</translation>
    </message>
    <message>
        <source>The last wave begins after the last day: give a later last day, or wait.</source>
        <translation>Die letzte Welle beginnt nach dem letzten Tag: Geben Sie einen späteren letzten Tag an, oder warten Sie.</translation>
    </message>
    <message>
        <source>The later incidents &apos;{later_name}&apos; seem to be those that the model was made from: this is no validation. Give incidents of another period.</source>
        <translation>Die späteren Vorfälle „{later_name}“ scheinen die zu sein, aus denen das Modell gebildet wurde: Das ist keine Validierung. Geben Sie Vorfälle eines anderen Zeitraums an.</translation>
    </message>
    <message>
        <source>The layer &apos;{layer}&apos; cannot be filled: write to a GeoPackage instead.</source>
        <translation>Der Layer „{layer}“ kann nicht gefüllt werden: Schreiben Sie stattdessen in ein GeoPackage.</translation>
    </message>
    <message>
        <source>The layer of a trial, or polygons of treated places, in a projected CRS.</source>
        <translation>Der Layer eines Versuchs, oder Polygone der Orte mit Maßnahme, in einem projizierten KBS.</translation>
    </message>
    <message>
        <source>The layer that the algorithm “Priority places” has written.</source>
        <translation>Der Layer, den der Algorithmus „Schwerpunktorte“ geschrieben hat.</translation>
    </message>
    <message>
        <source>The layer that the algorithm “Priority places” has written. Empty: ten compact places of the risk terrain.</source>
        <translation>Der Layer, den der Algorithmus „Schwerpunktorte“ geschrieben hat. Leer: zehn kompakte Orte des Risikoterrains.</translation>
    </message>
    <message>
        <source>The layer that the algorithm “Priority places” has written: outlined, with the first ranks.</source>
        <translation>Der Layer, den der Algorithmus „Schwerpunktorte“ geschrieben hat: mit Umriss, die ersten mit ihrem Rang.</translation>
    </message>
    <message>
        <source>The layer: tick it to make it a risk factor</source>
        <translation>Der Layer: Angehakt wird er zum Risikofaktor</translation>
    </message>
    <message>
        <source>The layers and groups selected in the layer tree</source>
        <translation>Die im Layerbaum gewählten Layer und Gruppen</translation>
    </message>
    <message>
        <source>The lots are not those that were sealed: take the trial&apos;s own layer and calendar as they were written, or find out who changed what: arms, blocks, days, confidence or outlines.</source>
        <translation>Die Lose sind nicht die, die versiegelt wurden: Nehmen Sie den Layer und den Kalender des Versuchs so, wie sie geschrieben wurden, oder klären Sie, wer was geändert hat: Gruppen, Blöcke, Tage, Konfidenz oder Umrisse.</translation>
    </message>
    <message>
        <source>The lots are those that were sealed.</source>
        <translation>Die Lose sind die, die versiegelt wurden.</translation>
    </message>
    <message>
        <source>The lots compare places within their blocks, each place as one, and say {lots}; the weighted displacement difference compares all places, sizes brought to one as asked for, and is {difference}.</source>
        <translation>Die Lose vergleichen Orte innerhalb ihrer Blöcke, jeden Ort als einen, und besagen: {lots}; die gewichtete Verlagerungsdifferenz vergleicht alle Orte, deren Größen wie verlangt angeglichen sind: {difference}.</translation>
    </message>
    <message>
        <source>The lots could have fallen in {n:,} ways only, so that no result whatever could have been evidence at this level: more places are needed.</source>
        <translation>Die Lose hätten nur auf {n:,} Arten fallen können, sodass überhaupt kein Ergebnis auf diesem Niveau Evidenz hätte sein können: Es sind mehr Orte nötig.</translation>
    </message>
    <message>
        <source>The lots were not checked against a seal: whether they are those that were drawn is not known.</source>
        <translation>Die Lose wurden nicht anhand eines Siegels geprüft: Ob sie die sind, die gezogen wurden, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The lower, the sooner a place is taken. Empty: rank, or else the number of incidents.</source>
        <translation>Je kleiner, desto eher wird ein Ort genommen. Leer: rank, sonst die Anzahl der Vorfälle.</translation>
    </message>
    <message>
        <source>The map is of expected incidents given terrain and history; what is said of scores is of the terrain.</source>
        <translation>Die Karte zeigt die nach Terrain und Vorgeschichte erwarteten Vorfälle; was über Scores gesagt wird, gilt für das Terrain.</translation>
    </message>
    <message>
        <source>The map of the report cannot be made a PNG: run again without a report.</source>
        <translation>Die Karte des Berichts lässt sich nicht als PNG erzeugen: Führen Sie den Lauf ohne Bericht noch einmal aus.</translation>
    </message>
    <message>
        <source>The map shows where conditions go together with incidents: a correlation, not a cause, and nothing about any person. Scores are relative to the least risky cell of this area (1) and cannot be compared with those of another area. Above mean + 2 SD is a convention, not a natural border.</source>
        <translation>Die Karte zeigt, wo Bedingungen mit Vorfällen einhergehen: eine Korrelation, keine Ursache, und nichts über einzelne Personen. Scores beziehen sich auf die risikoärmste Zelle dieses Gebiets (1) und lassen sich nicht mit denen eines anderen Gebiets vergleichen. Über Mittelwert + 2 SD ist eine Konvention, keine natürliche Grenze.</translation>
    </message>
    <message>
        <source>The map shows where incidents are to be expected next, in a period as long as that of the recorded ones, given the landscape and what was recorded there and around. It says nothing about causes or any person. Above mean + 2 SD is a convention, not a natural border.</source>
        <translation>Die Karte zeigt, wo als Nächstes Vorfälle zu erwarten sind, in einem Zeitraum, der so lang ist wie der der aufgezeichneten, nach dem Umfeld und dem, was dort und ringsum aufgezeichnet wurde. Sie sagt nichts über Ursachen und nichts über einzelne Personen. Über Mittelwert + 2 SD ist eine Konvention, keine natürliche Grenze.</translation>
    </message>
    <message>
        <source>The model adjusts for {names}, whose effect is only in the risk terrain; add the risk terrain.</source>
        <translation>Das Modell adjustiert für {names}; der Effekt davon steht nur im Risikoterrain: Fügen Sie das Risikoterrain hinzu.</translation>
    </message>
    <message>
        <source>The model allows for {names}, whose effect is part of the scores.</source>
        <translation>Das Modell berücksichtigt {names}; der Effekt davon ist Teil der Scores.</translation>
    </message>
    <message>
        <source>The model cells as polygons: count, expected number, score, class and the selected variables.</source>
        <translation>Die Zellen des Modells als Polygone: Anzahl, erwartete Anzahl, Score, Klasse und die ausgewählten Variablen.</translation>
    </message>
    <message>
        <source>The model file alone does not tell which cells to score: add the study area or a risk terrain.</source>
        <translation>Die Modelldatei allein sagt nicht, welche Zellen zu bewerten sind: Fügen Sie das Untersuchungsgebiet oder ein Risikoterrain hinzu.</translation>
    </message>
    <message>
        <source>The model file does not say which version of the plugin fitted it.</source>
        <translation>Die Modelldatei sagt nicht, welche Version der Erweiterung sie angepasst hat.</translation>
    </message>
    <message>
        <source>The model file has format version {version}, this plugin reads {own}; fit the model again, or update the plugin.</source>
        <translation>Die Modelldatei hat die Formatversion {version}, diese Erweiterung liest {own}; passen Sie das Modell neu an, oder aktualisieren Sie die Erweiterung.</translation>
    </message>
    <message>
        <source>The model file holds no hash of denominators and adjustments.</source>
        <translation>Die Modelldatei enthält keinen Hash von Bezugsgrößen und Adjustierungen.</translation>
    </message>
    <message>
        <source>The model file holds no hashes of the layers that went in: their names, numbers of features and dates are all that identifies them.</source>
        <translation>Die Modelldatei enthält keine Hashes der eingegangenen Layer: Nur deren Namen, Anzahlen von Objekten und Datumsangaben kennzeichnen sie.</translation>
    </message>
    <message>
        <source>The model file holds no incident as a point.</source>
        <translation>Die Modelldatei enthält keinen Vorfall als Punkt.</translation>
    </message>
    <message>
        <source>The model file is incomplete or was changed by hand ({place}: {expected}); fit the model again, or use the file as it was written.</source>
        <translation>Die Modelldatei ist unvollständig oder wurde von Hand geändert (erwartet bei {place}: {expected}); passen Sie das Modell neu an, oder verwenden Sie die Datei so, wie sie geschrieben wurde.</translation>
    </message>
    <message>
        <source>The model file is not JSON ({error}); choose a file saved by this plugin.</source>
        <translation>Die Modelldatei ist kein JSON ({error}); wählen Sie eine Datei, die diese Erweiterung gespeichert hat.</translation>
    </message>
    <message>
        <source>The model has no risk factor, so the score is the same everywhere.</source>
        <translation>Das Modell hat keinen Risikofaktor, daher ist der Score überall derselbe.</translation>
    </message>
    <message>
        <source>The model has no risk factor, so there is nothing in which this place could differ from its own.</source>
        <translation>Das Modell hat keinen Risikofaktor; es gibt also nichts, worin sich dieser Ort von seinem eigenen unterscheiden könnte.</translation>
    </message>
    <message>
        <source>The model is made from the {earlier:,} incidents before {day} and judged by the {later:,} from then on.</source>
        <translation>Das Modell wird aus den {earlier:,} Vorfällen vor dem {day} gebildet und an den {later:,} Vorfällen ab diesem Tag gemessen.</translation>
    </message>
    <message>
        <source>The model needs the adjustment &apos;{name}&apos;; add the layer of that name.</source>
        <translation>Das Modell braucht die Adjustierung „{name}“; fügen Sie den Layer dieses Namens hinzu.</translation>
    </message>
    <message>
        <source>The model needs the risk factor &apos;{factor}&apos;; add the layer of that name.</source>
        <translation>Das Modell braucht den Risikofaktor „{factor}“; fügen Sie den Layer dieses Namens hinzu.</translation>
    </message>
    <message>
        <source>The model needs the risk factor &apos;{name}&apos;; add the layer of that name.</source>
        <translation>Das Modell braucht den Risikofaktor „{name}“; fügen Sie den Layer dieses Namens hinzu.</translation>
    </message>
    <message>
        <source>The model scores cells. What officers are told of them is not known here.</source>
        <translation>Das Modell bewertet Zellen. Was Einsatzkräften darüber gesagt wird, ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>The model shows correlation, never cause: that risk and a factor went together does not say that removing the factor removes the risk. Read the difference as what to ask next.</source>
        <translation>Das Modell zeigt Korrelation, nie Ursache: Dass ein Risiko mit einem Faktor einherging, heißt nicht, dass mit dem Faktor auch das Risiko verschwindet. Lesen Sie die Differenz als Hinweis darauf, was als Nächstes zu fragen ist.</translation>
    </message>
    <message>
        <source>The model tells what the ratios hang on only with its risk factors: add their layers.</source>
        <translation>Woran die Verhältnisse hängen, sagt das Modell nur mit seinen Risikofaktoren: Fügen Sie deren Layer hinzu.</translation>
    </message>
    <message>
        <source>The model was fitted by version {version} of the plugin.</source>
        <translation>Das Modell wurde mit Version {version} der Erweiterung angepasst.</translation>
    </message>
    <message>
        <source>The model was fitted on cells of {cell_size} map units and cannot score cells of {asked}; use its own cell size.</source>
        <translation>Das Modell wurde auf Zellen von {cell_size} Karteneinheiten angepasst und kann Zellen von {asked} nicht bewerten; verwenden Sie seine eigene Zellengröße.</translation>
    </message>
    <message>
        <source>The model was fitted to the incidents and chooses among the layers of features.</source>
        <translation>Das Modell wurde an die Vorfälle angepasst und wählt unter den Layern von Objekten aus.</translation>
    </message>
    <message>
        <source>The model was made from the incidents before {later_from} only, and judged by the later ones.</source>
        <translation>Das Modell wurde nur aus den Vorfällen vor dem {later_from} gebildet und an den späteren gemessen.</translation>
    </message>
    <message>
        <source>The model was made from those before {day}; later ones judge it.</source>
        <translation>Gebildet wurde das Modell aus den Vorfällen vor dem {day}; gemessen wird es an den späteren.</translation>
    </message>
    <message>
        <source>The model was tried with moved incidents: what survives is told.</source>
        <translation>Das Modell wurde mit verschobenen Vorfällen erprobt: Was bestehen bleibt, ist gesagt.</translation>
    </message>
    <message>
        <source>The model&apos;s equation: the logarithm of the expected incidents of a cell. p-values after a selection are no regular p-values.</source>
        <translation>Die Gleichung des Modells: der Logarithmus der erwarteten Vorfälle einer Zelle. p-Werte nach einer Auswahl sind keine regulären p-Werte.</translation>
    </message>
    <message>
        <source>The models are made from the incidents before {day}, and judged by those from then on.</source>
        <translation>Die Modelle sind aus den Vorfällen vor {day} gemacht und werden an denen ab dann gemessen.</translation>
    </message>
    <message>
        <source>The number of incidents, or their density: that number per square kilometre.</source>
        <translation>Die Anzahl der Vorfälle, oder ihre Dichte: diese Anzahl je Quadratkilometer.</translation>
    </message>
    <message>
        <source>The numbers of these charts</source>
        <translation>Die Zahlen dieser Diagramme</translation>
    </message>
    <message>
        <source>The oldest to be used, such as 2024-05. Empty: all that the archive holds.</source>
        <translation>Der älteste, der zählt, etwa 2024-05. Leer: alle, die im Archiv sind.</translation>
    </message>
    <message>
        <source>The other three ratios in the table have the p-value and the interval of the E-test.</source>
        <translation>Die übrigen drei Verhältnisse in der Tabelle haben p-Wert und Intervall des E-Tests.</translation>
    </message>
    <message>
        <source>The page: one file with everything in it.</source>
        <translation>Die Seite: eine einzige Datei, die alles enthält.</translation>
    </message>
    <message>
        <source>The people are counted by {n:,} areas only: the intervals say little, and evenly spread people are a bold assumption. Use smaller areas.</source>
        <translation>Die Personen sind nur für {n:,} Gebiete gezählt: Die Intervalle sagen wenig, und gleichmäßig verteilte Personen sind eine kühne Annahme. Verwenden Sie kleinere Gebiete.</translation>
    </message>
    <message>
        <source>The place before, to compare:</source>
        <translation>Der vorige Ort zum Vergleich:</translation>
    </message>
    <message>
        <source>The place&apos;s expected incidents (the sum of its scores where they are not known), or the mean or maximum relative risk score of its cells.</source>
        <translation>Die erwarteten Vorfälle des Ortes (die Summe seiner Scores, wo sie nicht bekannt sind) oder der mittlere oder höchste relative Risikoscore seiner Zellen.</translation>
    </message>
    <message>
        <source>The places are cut from terrain and history together: where most incidents are to be expected next, for patrols. For prevention cut them from the terrain. What is expected is the sum of what the landscape, the incidents in the cells around and those here add to it.</source>
        <translation>Die Orte sind aus Terrain und Vorgeschichte zusammen abgeleitet: wo als Nächstes die meisten Vorfälle zu erwarten sind, für Streifen. Für die Prävention leiten Sie sie aus dem Terrain ab. Was erwartet wird, ist die Summe dessen, was das Umfeld, die Vorfälle in den Zellen ringsum und die hier dazu beitragen.</translation>
    </message>
    <message>
        <source>The places are cut from the terrain: where the landscape is risky, also where little was recorded, for prevention and to change what makes a place risky. For patrols cut them from terrain and history.</source>
        <translation>Die Orte sind aus dem Terrain abgeleitet: wo das Umfeld riskant ist, auch wo wenig aufgezeichnet wurde; für die Prävention, und um zu ändern, was einen Ort riskant macht. Für Streifen leiten Sie sie aus Terrain und Vorgeschichte ab.</translation>
    </message>
    <message>
        <source>The places of highest risk, ranked by their expected incidents.</source>
        <translation>Die Orte höchsten Risikos, geordnet nach ihren erwarteten Vorfällen.</translation>
    </message>
    <message>
        <source>The places of highest risk, ranked, with their reasons</source>
        <translation>Die Orte des höchsten Risikos, nach Rang, mit ihren Gründen</translation>
    </message>
    <message>
        <source>The places that have a page, and their incidents by weekday and hour: what the layout in the project reads, and devices, too. Without it they last as long as the project is open.</source>
        <translation>Die Orte, die eine Seite haben, und ihre Vorfälle nach Wochentag und Stunde: was das Layout im Projekt liest, und Geräte auch. Ohne diese Ausgabe bestehen sie so lange, wie das Projekt offen ist.</translation>
    </message>
    <message>
        <source>The places with their score, their factors in one line and the explanation in sentences.</source>
        <translation>Die Orte mit ihrem Score, ihren Faktoren in einer Zeile und der Erklärung in Sätzen.</translation>
    </message>
    <message>
        <source>The polygons as they are</source>
        <translation>Die Polygone, wie sie sind</translation>
    </message>
    <message>
        <source>The power is found by simulation: trials with these lots and negative binomial counts, as dispersed as those before, judged as the real one will be. The protocol is a page to be registered before the trial begins; its seal shows later whether the lots are still those that were drawn.</source>
        <translation>Die Teststärke wird durch Simulation ermittelt: Versuche mit diesen Losen und negativ binomialen Anzahlen, mit derselben Dispersion wie die vorher, beurteilt, wie der wirkliche beurteilt werden wird. Das Protokoll ist eine Seite, die vor Beginn des Versuchs registriert wird; sein Siegel zeigt später, ob die Lose noch die sind, die gezogen wurden.</translation>
    </message>
    <message>
        <source>The problem in numbers</source>
        <translation>Das Problem in Zahlen</translation>
    </message>
    <message>
        <source>The product&apos;s look-up file, in which names stand right of their codes. Empty: the names in the layer&apos;s own fields, else the codes.</source>
        <translation>Die Nachschlagedatei des Produkts, in der die Namen rechts von ihren Codes stehen. Leer: die Namen in den Feldern des Layers selbst, sonst die Codes.</translation>
    </message>
    <message>
        <source>The program qgis_process, in which each run is made, is not where this QGIS is ({folders}): install QGIS with it, or put it on the PATH.</source>
        <translation>Das Programm qgis_process, in dem jeder Lauf gerechnet wird, ist nicht dort, wo dieses QGIS liegt ({folders}): Installieren Sie QGIS mit diesem Programm, oder nehmen Sie es in den PATH auf.</translation>
    </message>
    <message>
        <source>The protocol would give small counts away, for it has to say that places were left out because they had fewer than {least}: set &apos;Fewest incidents&apos; to 0 or to at least {enough}, or the smallest count to print to 0.</source>
        <translation>Das Protokoll würde kleine Anzahlen verraten, denn es muss sagen, dass Orte ausgelassen wurden, weil sie weniger als {least} hatten: Setzen Sie „Wenigste Vorfälle“ auf 0 oder auf mindestens {enough}, oder die kleinste gedruckte Anzahl auf 0.</translation>
    </message>
    <message>
        <source>The ranking &apos;{ranking}&apos; of study areas is not known; use one of {rankings}.</source>
        <translation>Die Rangfolge „{ranking}“ der Untersuchungsgebiete ist nicht bekannt; verwenden Sie eines von {rankings}.</translation>
    </message>
    <message>
        <source>The raster &apos;{path}&apos; cannot be written ({reason}): choose another folder.</source>
        <translation>Das Raster „{path}“ kann nicht geschrieben werden ({reason}): Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The raster that the risk terrain model has written.</source>
        <translation>Das Raster, das das RTM-Modell geschrieben hat.</translation>
    </message>
    <message>
        <source>The ratio has the p-value and the interval of the E-test.</source>
        <translation>Das Verhältnis hat p-Wert und Intervall des E-Tests.</translation>
    </message>
    <message>
        <source>The record has the fields of version 3.0 of the Algorithmic Transparency Recording Standard, or those of version 4.0 as far as they are known: fields whose number or presence is not verified are marked. Publishing a record binds central government; for police forces it is voluntary.</source>
        <translation>Der Eintrag hat die Felder der Version 3.0 des Algorithmic Transparency Recording Standard oder die der Version 4.0, soweit sie bekannt sind: Felder, deren Nummer oder Vorhandensein nicht geprüft ist, sind gekennzeichnet. Für die britische Zentralregierung ist die Veröffentlichung eines Eintrags verbindlich, für Polizeibehörden freiwillig.</translation>
    </message>
    <message>
        <source>The record is binding on central government; for police forces it is voluntary. It asks for one model specification for each model: this draft is of one saved model.</source>
        <translation>Der Eintrag ist für die britische Zentralregierung verbindlich; für Polizeibehörden ist er freiwillig. Er verlangt für jedes Modell eine eigene Modellspezifikation: Dieser Entwurf beschreibt ein einziges gespeichertes Modell.</translation>
    </message>
    <message>
        <source>The relative risk score of a cell is its expected number of incidents over that of the least risky cell, which has 1. Scores run up to %(max)s; their mean is %(mean)s and their standard deviation %(sd)s.</source>
        <translation>Der relative Risikoscore einer Zelle ist die Anzahl ihrer erwarteten Vorfälle, geteilt durch die der risikoärmsten Zelle, deren Score 1 ist. Die Scores reichen bis %(max)s; ihr Mittelwert ist %(mean)s, ihre Standardabweichung %(sd)s.</translation>
    </message>
    <message>
        <source>The relative risk score of a cell is its expected number of incidents over that of the least risky cell. Scores run from 1 to {most}; above {limit}, the mean plus two standard deviations, cells are called highest-risk.</source>
        <translation>Der relative Risikoscore einer Zelle ist die Anzahl ihrer erwarteten Vorfälle, geteilt durch die der risikoärmsten Zelle. Die Scores reichen von 1 bis {most}; über {limit}, dem Mittelwert plus zwei Standardabweichungen, spricht man von Zellen höchsten Risikos.</translation>
    </message>
    <message>
        <source>The report</source>
        <translation>Der Bericht</translation>
    </message>
    <message>
        <source>The report shows what goes together with incidents. It does not show what causes them, and a place is not to blame for what happens near it.</source>
        <translation>Der Bericht zeigt, was mit Vorfällen einhergeht. Er zeigt nicht, was sie verursacht, und ein Ort ist nicht schuld an dem, was in seiner Nähe geschieht.</translation>
    </message>
    <message>
        <source>The results of the last run are gone ({path}): run it again, into a folder.</source>
        <translation>Die Ergebnisse des letzten Laufs sind nicht mehr da ({path}): Starten Sie ihn noch einmal, in einen Ordner.</translation>
    </message>
    <message>
        <source>The risk terrain model writes the same report itself; here it gets a title, a date and the priority places that you have chosen.</source>
        <translation>Denselben Bericht schreibt auch das RTM-Modell; hier bekommt er einen Titel, ein Datum und die Schwerpunktorte, die Sie gewählt haben.</translation>
    </message>
    <message>
        <source>The risk terrain of that model, for the map. Empty: a report without a map.</source>
        <translation>Das Risikoterrain dieses Modells, für die Karte. Leer: ein Bericht ohne Karte.</translation>
    </message>
    <message>
        <source>The risk terrain to compare with, as the risk terrain model has written it. Its cells are scored.</source>
        <translation>Das Risikoterrain, mit dem verglichen wird, wie das RTM-Modell es geschrieben hat. Seine Zellen werden bewertet.</translation>
    </message>
    <message>
        <source>The risk terrains have no cell in common: choose rasters of the same place.</source>
        <translation>Die Risikoterrains haben keine Zelle gemeinsam: Wählen Sie Raster derselben Gegend.</translation>
    </message>
    <message>
        <source>The riskiest cell has {rrs_max} times the expected incidents of the least risky one.</source>
        <translation>Die riskanteste Zelle hat {rrs_max}-mal so viele erwartete Vorfälle wie die risikoärmste.</translation>
    </message>
    <message>
        <source>The same as a table, with the longitude and latitude of a point in each.</source>
        <translation>Dasselbe als Tabelle, mit Länge und Breite eines Punktes in jedem Ort.</translation>
    </message>
    <message>
        <source>The same in degrees (WGS 84).</source>
        <translation>Dasselbe in Grad (WGS 84).</translation>
    </message>
    <message>
        <source>The same in degrees, for globes and phones.</source>
        <translation>Dasselbe in Grad, für virtuelle Globen und Telefone.</translation>
    </message>
    <message>
        <source>The same model with layers of other features: a new station</source>
        <translation>Dasselbe Modell mit Layern anderer Objekte: ein neuer Bahnhof</translation>
    </message>
    <message>
        <source>The same seed gives the same result</source>
        <translation>Derselbe Startwert ergibt dasselbe Ergebnis</translation>
    </message>
    <message>
        <source>The same seed makes the same city; another one makes another town plan and other incidents, drawn with the same effects.</source>
        <translation>Derselbe Startwert ergibt dieselbe Stadt; ein anderer ergibt einen anderen Stadtplan und andere Vorfälle, gezogen mit denselben Effekten.</translation>
    </message>
    <message>
        <source>The same words, to be completed in any editor.</source>
        <translation>Derselbe Wortlaut, zum Vervollständigen in einem beliebigen Editor.</translation>
    </message>
    <message>
        <source>The sample city&apos;s file &apos;{path}&apos; is no GeoPackage; let its name end in .gpkg.</source>
        <translation>Die Datei der Beispielstadt „{path}“ ist kein GeoPackage; ihr Name muss auf .gpkg enden.</translation>
    </message>
    <message>
        <source>The saved model, as the risk terrain model has written it.</source>
        <translation>Das gespeicherte Modell, wie das RTM-Modell es geschrieben hat.</translation>
    </message>
    <message>
        <source>The saved model, to tell each place&apos;s risk factors, or instead of the risk terrain.</source>
        <translation>Das gespeicherte Modell, um die Risikofaktoren jedes Ortes zu nennen, oder anstelle des Risikoterrains.</translation>
    </message>
    <message>
        <source>The saved model, to tell which factors the ratios hang on. Needs the factor layers.</source>
        <translation>Das gespeicherte Modell, um zu sagen, an welchen Faktoren die Verhältnisse hängen. Braucht die Faktorlayer.</translation>
    </message>
    <message>
        <source>The scheduler &apos;{scheduler}&apos; does not answer ({error}): start it, or leave it empty.</source>
        <translation>Der Scheduler „{scheduler}“ antwortet nicht ({error}): Starten Sie ihn, oder lassen Sie ihn leer.</translation>
    </message>
    <message>
        <source>The scheduler &apos;{scheduler}&apos; failed ({error}): see its log, or leave it empty.</source>
        <translation>Der Scheduler „{scheduler}“ ist ausgefallen ({error}): Sehen Sie in sein Protokoll, oder lassen Sie ihn leer.</translation>
    </message>
    <message>
        <source>The scheduler &apos;{scheduler}&apos; has no workers: start some (dask worker {scheduler}).</source>
        <translation>Der Scheduler „{scheduler}“ hat keine Worker: Starten Sie welche (dask worker {scheduler}).</translation>
    </message>
    <message>
        <source>The seed of the random numbers is {seed}: who runs the command below with the same layers gets the same lots.</source>
        <translation>Der Startwert der Zufallszahlen ist {seed}: Wer den Befehl unten mit denselben Layern ausführt, erhält dieselben Lose.</translation>
    </message>
    <message>
        <source>The setup says {value} for {key}, which it cannot be: correct it, or leave it out.</source>
        <translation>Die Einrichtung gibt für {key} den unmöglichen Wert {value} an: Korrigieren Sie ihn, oder lassen Sie ihn weg.</translation>
    </message>
    <message>
        <source>The seven steps are those of the ICO&apos;s sample assessment, which is made for the UK GDPR (Part 2 of the Data Protection Act 2018). Processing for law-enforcement purposes by a police force or another competent authority falls under Part 3 of the Act, whose own duty to assess is in section 64. Ask the data protection officer which form is wanted, and whether recorded incidents are personal data in the force&apos;s hands.</source>
        <translation>Die sieben Schritte sind die der Musterabschätzung des ICO, die für die britische Datenschutz-Grundverordnung (UK GDPR; Teil 2 des Data Protection Act 2018) gemacht ist. Die Verarbeitung zur Strafverfolgung durch eine Polizeibehörde oder eine andere zuständige Behörde fällt unter Teil 3 des Gesetzes, der in Section 64 eine eigene Pflicht zur Folgenabschätzung enthält. Fragen Sie die oder den Datenschutzbeauftragten, welche Form verlangt wird, und ob aufgezeichnete Vorfälle in den Händen der Behörde personenbezogene Daten sind.</translation>
    </message>
    <message>
        <source>The shares</source>
        <translation>Die Anteile</translation>
    </message>
    <message>
        <source>The sheet &apos;{path}&apos; cannot be written: close it where it is open, or choose another name.</source>
        <translation>Das Blatt „{path}“ kann nicht geschrieben werden: Schließen Sie es, wo es geöffnet ist, oder wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>The sheet as PDF, with texts that can be searched.</source>
        <translation>Das Blatt als PDF, mit durchsuchbaren Texten.</translation>
    </message>
    <message>
        <source>The sheet as a picture, for slides.</source>
        <translation>Das Blatt als Bild, für Folien.</translation>
    </message>
    <message>
        <source>The sheet has a title, the risk terrain, the priority places with their ranks, a legend in words, a scale bar, an arrow to the north, the date, the source and a line on what the map does not say. It can be read when printed in grey.</source>
        <translation>Das Blatt hat einen Titel, das Risikoterrain, die Schwerpunktorte mit ihren Rängen, eine Legende in Worten, einen Maßstab, einen Nordpfeil, das Datum, die Quelle und eine Zeile dazu, was die Karte nicht sagt. Es ist auch in Graustufen gedruckt lesbar.</translation>
    </message>
    <message>
        <source>The smallest effect that it shows with a probability of {wanted}% is {effect}%.</source>
        <translation>Der kleinste Effekt, den der Versuch mit einer Wahrscheinlichkeit von {wanted}% zeigt, ist {effect}%.</translation>
    </message>
    <message>
        <source>The software reads and writes files on the machine where it runs and opens no network connection. The one exception is the scheduler whose address a user may name for very large areas: factor layers go there, incidents do not. Layers that are kept in a database or a web service are read from there by QGIS.</source>
        <translation>Die Software liest und schreibt Dateien auf dem Rechner, auf dem sie läuft, und öffnet keine Netzwerkverbindung. Die einzige Ausnahme ist der Scheduler, dessen Adresse man für sehr große Gebiete angeben kann: Dorthin gehen Faktorlayer, aber keine Vorfälle. Layer in einer Datenbank oder einem Webdienst liest QGIS von dort.</translation>
    </message>
    <message>
        <source>The step before</source>
        <translation>Der vorige Schritt</translation>
    </message>
    <message>
        <source>The strongest: {strongest}.</source>
        <translation>Am stärksten: {strongest}.</translation>
    </message>
    <message>
        <source>The study area has no polygon; use a polygon layer with at least one feature.</source>
        <translation>Das Untersuchungsgebiet hat kein Polygon; verwenden Sie einen Polygonlayer mit mindestens einem Objekt.</translation>
    </message>
    <message>
        <source>The study area has {n_blocks} blocks of {block_size} map units, with incidents in too few of them to be halved; use a larger study area, or smaller spatial influences.</source>
        <translation>Das Untersuchungsgebiet hat {n_blocks} Blöcke von {block_size} Karteneinheiten, mit Vorfällen in zu wenigen davon, um sie zu halbieren; verwenden Sie ein größeres Untersuchungsgebiet, oder kleinere Reichweiten.</translation>
    </message>
    <message>
        <source>The study area is a line or a point and has no extent; use a layer of areas.</source>
        <translation>Das Untersuchungsgebiet ist eine Linie oder ein Punkt und hat keine Ausdehnung; verwenden Sie einen Layer mit Flächen.</translation>
    </message>
    <message>
        <source>The style of &apos;{path}&apos; cannot be saved ({problem}): choose another folder.</source>
        <translation>Der Stil von „{path}“ kann nicht gespeichert werden ({problem}): Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The style of &apos;{path}&apos; cannot be saved ({problem}): close it where it is open, or check the space that is left on the disk.</source>
        <translation>Der Stil von „{path}“ kann nicht gespeichert werden ({problem}): Schließen Sie die Datei, wo sie geöffnet ist, oder prüfen Sie den freien Platz auf dem Datenträger.</translation>
    </message>
    <message>
        <source>The table describes who lives where. It does not certify that the map, or what is done with it, is fair, and equal ratios would not do so either.</source>
        <translation>Die Tabelle beschreibt, wer wo wohnt. Sie bescheinigt nicht, dass die Karte, oder was mit ihr getan wird, fair ist, und auch gleiche Verhältnisse würden das nicht bescheinigen.</translation>
    </message>
    <message>
        <source>The table does not tell what was flagged, nor whether who lives near was counted, too.</source>
        <translation>Die Tabelle sagt nicht, was markiert war, auch nicht, ob mitgezählt wurde, wer in der Nähe wohnt.</translation>
    </message>
    <message>
        <source>The table that the algorithm “Validate a risk terrain” has written. Empty: only what the model file remembers of its own validation.</source>
        <translation>Die Tabelle, die der Algorithmus „Risikoterrain validieren“ geschrieben hat. Leer: nur, was die Modelldatei von ihrer eigenen Validierung noch weiß.</translation>
    </message>
    <message>
        <source>The table that the algorithm “Who is exposed” has written. Empty: that it was not counted.</source>
        <translation>Die Tabelle, die der Algorithmus „Wer betroffen ist“ geschrieben hat. Leer: dass dies nicht gezählt wurde.</translation>
    </message>
    <message>
        <source>The table ‘{table}’ tells the exposure of no group.</source>
        <translation>Die Tabelle ‚{table}‘ sagt von keiner Gruppe, wie betroffen sie ist.</translation>
    </message>
    <message>
        <source>The template of version 4.0 was not at hand when this draft was designed: its fields were put together from its change log, its guidance and version 3.0. Fields whose number or presence is not verified are marked; check them against the official template before calling this a faithful draft.</source>
        <translation>Die Vorlage der Version 4.0 lag beim Entwerfen nicht vor: Die Felder wurden aus deren Änderungsprotokoll, der Anleitung und Version 3.0 zusammengestellt. Felder, deren Nummer oder Vorhandensein nicht überprüft ist, sind gekennzeichnet; vergleichen Sie sie mit der amtlichen Vorlage, bevor Sie dies einen getreuen Entwurf nennen.</translation>
    </message>
    <message>
        <source>The terrain on an A4 or A3 page</source>
        <translation>Das Terrain auf einer A4- oder A3-Seite</translation>
    </message>
    <message>
        <source>The terrain: prevention</source>
        <translation>Das Terrain: Prävention</translation>
    </message>
    <message>
        <source>The time before ends after treatment began: let it end sooner.</source>
        <translation>Die Zeit vorher endet nach Beginn der Maßnahme: Lassen Sie sie früher enden.</translation>
    </message>
    <message>
        <source>The time before is from %(first)s to %(last)s, both included.</source>
        <translation>Die Zeit vorher geht von %(first)s bis %(last)s, beide eingeschlossen.</translation>
    </message>
    <message>
        <source>The time before is that by which the trial&apos;s lots were drawn: {time}.</source>
        <translation>Die Zeit vorher ist die, nach der die Lose des Versuchs gezogen wurden: {time}.</translation>
    </message>
    <message>
        <source>The title has {n} characters; use at most 200.</source>
        <translation>Der Titel hat {n} Zeichen; verwenden Sie höchstens 200.</translation>
    </message>
    <message>
        <source>The trial in short</source>
        <translation>Der Versuch in Kürze</translation>
    </message>
    <message>
        <source>The trial is from {planned}, but judged is {judged}: where that was decided after the result was known, it has to be called so.</source>
        <translation>Der Versuch geht über {planned}, beurteilt wird aber {judged}: Wurde das entschieden, als das Ergebnis bekannt war, muss es so genannt werden.</translation>
    </message>
    <message>
        <source>The trial is to be judged at {planned}% confidence, but it is at {judged}%: where that was decided after the result was known, it has to be called so.</source>
        <translation>Der Versuch ist bei {planned}% Konfidenz zu beurteilen, beurteilt wird er aber bei {judged}%: Wurde das entschieden, als das Ergebnis bekannt war, muss es so genannt werden.</translation>
    </message>
    <message>
        <source>The trial would end after the year 9999: check its first day and its months.</source>
        <translation>Der Versuch würde nach dem Jahr 9999 enden: Prüfen Sie seinen ersten Tag und seine Monate.</translation>
    </message>
    <message>
        <source>The trial&apos;s time before is {planned}, but taken is {taken}: where that was decided after the result was known, it has to be called so.</source>
        <translation>Die Zeit vorher ist im Versuch {planned}, verwendet wird aber {taken}: Wurde das entschieden, als das Ergebnis bekannt war, muss es so genannt werden.</translation>
    </message>
    <message>
        <source>The truth was planted with a block length of {block} m and cells of {cell} m. A protective factor is found only if the model is told to look for one: the output FACTOR_SETTINGS is the row for the risk terrain model&apos;s setting of that name.</source>
        <translation>Die Wahrheit wurde mit einer Blocklänge von {block}&#xa0;m und Zellen von {cell}&#xa0;m angelegt. Ein Schutzfaktor wird nur gefunden, wenn dem Modell gesagt wird, dass es nach einem suchen soll: Die Ausgabe FACTOR_SETTINGS ist die Zeile für die gleichnamige Einstellung des RTM-Modells.</translation>
    </message>
    <message>
        <source>The type of crime.</source>
        <translation>Die Deliktart.</translation>
    </message>
    <message>
        <source>The typical distance from one junction to the next: the step in which a factor&apos;s reach is tried.</source>
        <translation>Der typische Abstand von einer Kreuzung zur nächsten: der Schritt, in dem die Reichweite eines Faktors versucht wird.</translation>
    </message>
    <message>
        <source>The unit of the model is a square cell of {cell}, of which there are {n:,}. It scores places; it holds no record of any person and gives no score to one.</source>
        <translation>Die Einheit des Modells ist eine quadratische Zelle von {cell}; davon gibt es {n:,}. Es bewertet Orte; es enthält keinen Eintrag zu einer Person und gibt keiner einen Score.</translation>
    </message>
    <message>
        <source>The unzipped archive of data.police.uk: a folder for each month. Or any folder of CSV files.</source>
        <translation>Das entpackte Archiv von data.police.uk: ein Ordner je Monat. Oder ein beliebiger Ordner mit CSV-Dateien.</translation>
    </message>
    <message>
        <source>The whole analysis in one go: fits the risk terrain, finds the ten places where most is to be expected, and writes a report on both for people who see no coefficient. To change the number of places, their size or the title of the report, open a copy in the model designer.</source>
        <translation>Die ganze Analyse in einem Zug: passt das Risikoterrain an, findet die zehn Orte, an denen am meisten zu erwarten ist, und schreibt über beides einen Bericht für Leser, die keine Koeffizienten sehen. Um die Anzahl der Orte, ihre Größe oder den Titel des Berichts zu ändern, öffnen Sie eine Kopie in der grafischen Modellierung.</translation>
    </message>
    <message>
        <source>The whole model as JSON, to be applied to another grid or checked by others. Beside it, in a file that ends in .run.json, is what differs from run to run: the seconds of each stage, and the versions of QGIS and its packages. Explaining places, what-if and the report need it.</source>
        <translation>Das ganze Modell als JSON, um es auf ein anderes Gitter anzuwenden oder von anderen prüfen zu lassen. Daneben steht, in einer Datei, die auf .run.json endet, was sich von Lauf zu Lauf unterscheidet: die Sekunden jedes Abschnitts und die Versionen von QGIS und seinen Paketen. Orte zu erklären, „Was wäre, wenn …“ und der Bericht brauchen sie.</translation>
    </message>
    <message>
        <source>The whole selection was done {n:,} times, each on a half of the study area&apos;s blocks of {stability} {unit}; halves come in pairs that share no block. A factor that is selected nearly always is no accident; one that comes and goes deserves less trust. The bagged relative risk value averages all halves, those without the factor as 1: it is less exaggerated by the selection than the model&apos;s own. RRV is that of the model&apos;s own variable; a half may have found the factor at another distance.</source>
        <translation>Die gesamte Auswahl wurde {n:,}-mal durchgeführt, jedes Mal auf einer Hälfte der Blöcke ({stability}&#xa0;{unit}) des Untersuchungsgebiets; die Hälften bilden Paare, die keinen Block gemeinsam haben. Ein Faktor, der fast immer ausgewählt wird, ist kein Zufall; einer, der kommt und geht, verdient weniger Vertrauen. Der gebaggte relative Risikowert mittelt alle Hälften, die ohne den Faktor als 1: Er ist durch die Auswahl weniger überhöht als der des Modells. RRV ist der Wert der Variable im Modell selbst; eine Hälfte kann den Faktor in einer anderen Entfernung gefunden haben.</translation>
    </message>
    <message>
        <source>The words that the form allows for the effect and the residual risk were not verified.</source>
        <translation>Die Wörter, die das Formular für die Auswirkung und das Restrisiko zulässt, wurden nicht überprüft.</translation>
    </message>
    <message>
        <source>The working folder &apos;{folder}&apos; cannot be written ({error}): choose another one.</source>
        <translation>In den Arbeitsordner „{folder}“ kann nicht geschrieben werden ({error}): Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The {count} listed below cover {percent} of the area and hold {share} of all expected incidents.</source>
        <translation>Unten aufgeführt: {count} auf {percent} der Fläche, mit {share} aller erwarteten Vorfälle.</translation>
    </message>
    <message>
        <source>The {label} &apos;{value}&apos; of priority places is not known; use one of {allowed}.</source>
        <translation>Schwerpunktorte: {label} „{value}“ ist nicht bekannt; verwenden Sie eines von {allowed}.</translation>
    </message>
    <message>
        <source>The {n_cells:,} cells can be shifted in {n_shifts:,} ways only, too few for the spatial test; use a larger study area or smaller cells, or no spatial test.</source>
        <translation>Die {n_cells:,} Zellen lassen sich nur auf {n_shifts:,} Arten verschieben, zu wenige für den räumlichen Test; verwenden Sie ein größeres Untersuchungsgebiet oder kleinere Zellen, oder keinen räumlichen Test.</translation>
    </message>
    <message>
        <source>The {n_taken:,} highest-scoring cells are {value:.3g}% of the area: cells of equal score are taken or left together, and this is the nearest to {percent}%.</source>
        <translation>Die {n_taken:,} Zellen mit den höchsten Scores sind {value:.3g}% der Fläche: Zellen mit gleichem Score werden gemeinsam aufgenommen oder weggelassen, und das kommt {percent}% am nächsten.</translation>
    </message>
    <message>
        <source>The {what} &apos;{name}&apos; reaches {largest:.3g} in a cell, which is no measure: have the layer say which number means no data.</source>
        <translation>Die {what} „{name}“ erreicht in einer Zelle {largest:.3g}, was kein Messwert ist: Legen Sie im Layer fest, welche Zahl NoData bedeutet.</translation>
    </message>
    <message>
        <source>Their effects can hardly be told apart: offer only one of them.</source>
        <translation>Ihre Effekte lassen sich kaum auseinanderhalten: Bieten Sie nur einen davon an.</translation>
    </message>
    <message>
        <source>Their influence may reach farther: allow them more blocks.</source>
        <translation>Ihr Einfluss reicht vielleicht weiter: Lassen Sie für sie mehr Blöcke zu.</translation>
    </message>
    <message>
        <source>There are dates in {columns}: name the column that is the incidents&apos;.</source>
        <translation>Daten stehen in {columns}: Nennen Sie die Spalte mit dem Datum der Vorfälle.</translation>
    </message>
    <message>
        <source>There are no incidents to model; choose a layer with incidents in it.</source>
        <translation>Es gibt keine Vorfälle zu modellieren; wählen Sie einen Layer, der Vorfälle enthält.</translation>
    </message>
    <message>
        <source>There are none: all cells have the same score.</source>
        <translation>Es gibt keine: Alle Zellen haben denselben Score.</translation>
    </message>
    <message>
        <source>There is no class &apos;{text}&apos; to keep; there are {names}.</source>
        <translation>Es gibt keine Klasse „{text}“, die behalten werden könnte; vorhanden: {names}.</translation>
    </message>
    <message>
        <source>There is no level to judge at; use for example 1, 5, 10 and 20% of the area.</source>
        <translation>Es gibt keine Stufe, an der gemessen werden könnte; verwenden Sie zum Beispiel 1, 5, 10 und 20% der Fläche.</translation>
    </message>
    <message>
        <source>There is no parameter &apos;{key}&apos;, &apos;{alike}&apos; may be meant.</source>
        <translation>Einen Parameter &apos;{key}&apos; gibt es nicht; vielleicht ist &apos;{alike}&apos; gemeint.</translation>
    </message>
    <message>
        <source>There is no parameter &apos;{key}&apos;.</source>
        <translation>Einen Parameter &apos;{key}&apos; gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no risk terrain before, so there is no difference.</source>
        <translation>Es gibt kein vorheriges Risikoterrain, also auch keine Differenz.</translation>
    </message>
    <message>
        <source>There is not enough memory for this grid: use larger cells or a smaller study area.</source>
        <translation>Für dieses Gitter reicht der Speicher nicht: Verwenden Sie größere Zellen oder ein kleineres Untersuchungsgebiet.</translation>
    </message>
    <message>
        <source>There is room for {found:,} places above the mean score, {gap} apart.</source>
        <translation>Über dem mittleren Score ist Platz für {found:,} Orte (Abstand: {gap}).</translation>
    </message>
    <message>
        <source>There, other things of the place may matter more than the factor.</source>
        <translation>Dort kann anderes am Ort mehr von Belang sein als der Faktor.</translation>
    </message>
    <message>
        <source>These {n} cells are those that the model was fitted to: it has seen them all.</source>
        <translation>Diese {n} Zellen sind die, auf die das Modell angepasst wurde: Es hat sie alle gesehen.</translation>
    </message>
    <message>
        <source>They mark much the same places: read their effects together.</source>
        <translation>Sie markieren weitgehend dieselben Orte: Lesen Sie ihre Effekte gemeinsam.</translation>
    </message>
    <message>
        <source>They stand the random shifts, which weigh cells by what they share: that they go with the incidents is surer than how much.</source>
        <translation>Sie halten den zufälligen Verschiebungen stand, die Zellen danach gewichten, was sie gemeinsam haben: Dass sie mit den Vorfällen einhergehen, ist sicherer als wie stark.</translation>
    </message>
    <message>
        <source>Third party</source>
        <translation>Dritte</translation>
    </message>
    <message>
        <source>Third party data access terms</source>
        <translation>Bedingungen für den Datenzugang Dritter</translation>
    </message>
    <message>
        <source>Third party involvement</source>
        <translation>Beteiligung Dritter</translation>
    </message>
    <message>
        <source>Third party role</source>
        <translation>Rolle der Dritten</translation>
    </message>
    <message>
        <source>This city is made up, so that its risk is known. Its study area and the incidents of one year are chosen; below them stands how many there are, and how many are inside.</source>
        <translation>Diese Stadt ist erfunden, damit ihr Risiko bekannt ist. Ihr Untersuchungsgebiet und die Vorfälle eines Jahres sind gewählt; darunter steht, wie viele es sind und wie viele innerhalb liegen.</translation>
    </message>
    <message>
        <source>This command makes the same result again, to the last digit:</source>
        <translation>Dieser Befehl erzeugt dasselbe Ergebnis noch einmal, bis auf die letzte Stelle:</translation>
    </message>
    <message>
        <source>This describes who lives where. It does not certify that the map, or what is done with it, is fair, and equal ratios would not do so either.</source>
        <translation>Das beschreibt, wer wo wohnt. Es bescheinigt nicht, dass die Karte oder was mit ihr getan wird fair ist, und gleiche Verhältnisse täten das auch nicht.</translation>
    </message>
    <message>
        <source>This describes who lives where. It does not certify that the map, or what is done with it, is fair, and equal ratios would not do so either. Counts below 10 are not told, nor what would give them away; the layer that is written is of places, never of people.</source>
        <translation>Dies beschreibt, wer wo wohnt. Es bescheinigt nicht, dass die Karte, oder was mit ihr getan wird, fair ist; auch gleiche Verhältnisse täten das nicht. Anzahlen unter 10 werden nicht genannt, auch nichts, was sie verraten würde; der geschriebene Layer zeigt Orte, nie Personen.</translation>
    </message>
    <message>
        <source>This document was written by: {versions}.</source>
        <translation>Dieses Dokument wurde erzeugt mit: {versions}.</translation>
    </message>
    <message>
        <source>This is correlation, not cause.</source>
        <translation>Das ist Korrelation, keine Ursache.</translation>
    </message>
    <message>
        <source>This is no setup of a risk terrain model: choose a file that the panel has saved.</source>
        <translation>Das ist keine Einrichtung für ein RTM-Modell: Wählen Sie eine Datei, die das Bedienfeld gespeichert hat.</translation>
    </message>
    <message>
        <source>This place</source>
        <translation>Dieser Ort</translation>
    </message>
    <message>
        <source>This sheet supports an assessment; it is none. What a risk terrain model knows of itself stands in it; everything else is left to the controller.</source>
        <translation>Dieses Blatt unterstützt eine Folgenabschätzung; es ist keine. Was ein RTM-Modell von sich selbst weiß, steht darin; alles andere bleibt dem Verantwortlichen überlassen.</translation>
    </message>
    <message>
        <source>This trial cannot show anything: however large the effect, its p-value cannot be below {least}, and to count as evidence it has to be at most {limit}. What helps: {help}.</source>
        <translation>Dieser Versuch kann nichts zeigen: Wie groß der Effekt auch sei, sein p-Wert kann nicht unter {least} liegen, und um als Beleg zu zählen, darf er höchstens {limit} sein. Was hilft: {help}.</translation>
    </message>
    <message>
        <source>This was found: which factors go together with the incidents, how far they reach, and how many times as many incidents there are. Press Why here? and click a dark place on the map.</source>
        <translation>Das wurde gefunden: welche Faktoren mit den Vorfällen einhergehen, wie weit sie reichen und wie viel Mal so viele Vorfälle es gibt. Drücken Sie „Warum hier?“, und klicken Sie auf eine dunkle Stelle der Karte.</translation>
    </message>
    <message>
        <source>Those whose centroid is inside it</source>
        <translation>Die, deren Mittelpunkt darin liegt</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>Do</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>Donnerstag</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>Alle anhaken</translation>
    </message>
    <message>
        <source>Tick all points</source>
        <translation>Punkte anhaken</translation>
    </message>
    <message>
        <source>Tick none</source>
        <translation>Keinen anhaken</translation>
    </message>
    <message>
        <source>Tick selected</source>
        <translation>Gewählte anhaken</translation>
    </message>
    <message>
        <source>Tick what may matter: the model finds out what does</source>
        <translation>Haken Sie an, was von Belang sein kann: Das Modell findet heraus, was es ist</translation>
    </message>
    <message>
        <source>Tier 1: summary information</source>
        <translation>Stufe 1: zusammenfassende Angaben</translation>
    </message>
    <message>
        <source>Tier 2: data specification</source>
        <translation>Stufe 2: Spezifikation der Daten</translation>
    </message>
    <message>
        <source>Tier 2: decision-making process</source>
        <translation>Stufe 2: Entscheidungsverfahren</translation>
    </message>
    <message>
        <source>Tier 2: deployment context</source>
        <translation>Stufe 2: Einsatzumfeld</translation>
    </message>
    <message>
        <source>Tier 2: description and rationale</source>
        <translation>Stufe 2: Beschreibung und Begründung</translation>
    </message>
    <message>
        <source>Tier 2: development data specification</source>
        <translation>Stufe 2: Spezifikation der Entwicklungsdaten</translation>
    </message>
    <message>
        <source>Tier 2: model specification</source>
        <translation>Stufe 2: Spezifikation des Modells</translation>
    </message>
    <message>
        <source>Tier 2: operational data specification</source>
        <translation>Stufe 2: Spezifikation der Einsatzdaten</translation>
    </message>
    <message>
        <source>Tier 2: owner and responsibility</source>
        <translation>Stufe 2: Zuständigkeit und Verantwortung</translation>
    </message>
    <message>
        <source>Tier 2: risks, mitigations and impact assessments</source>
        <translation>Stufe 2: Risiken, Gegenmaßnahmen und Folgenabschätzungen</translation>
    </message>
    <message>
        <source>Tier 2: tool specification</source>
        <translation>Stufe 2: Spezifikation des Werkzeugs</translation>
    </message>
    <message>
        <source>Times the expected incidents (95% interval)</source>
        <translation>Vielfaches der erwarteten Vorfälle (95%-Intervall)</translation>
    </message>
    <message>
        <source>Times the expected incidents of an otherwise equal cell</source>
        <translation>Vielfaches der erwarteten Vorfälle einer sonst gleichen Zelle</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>To be completed by the organisation:</source>
        <translation>Von der Organisation auszufüllen:</translation>
    </message>
    <message>
        <source>To be exposed means to live in or near a flagged place: who works, shops or passes there is not counted, and whether being there does people good or harm is not measured.</source>
        <translation>Betroffen sein heißt, in oder nahe einem markierten Ort zu wohnen: Wer dort arbeitet, einkauft oder vorbeikommt, wird nicht gezählt, und ob es Menschen nützt oder schadet, dort zu sein, wird nicht gemessen.</translation>
    </message>
    <message>
        <source>To be outlined on the map. Empty: the edge of the model&apos;s cells.</source>
        <translation>Dessen Umriss auf der Karte gezeichnet wird. Leer: der Rand der Zellen des Modells.</translation>
    </message>
    <message>
        <source>To be outlined. Empty: the edge of the risk terrain&apos;s cells.</source>
        <translation>Dessen Umriss gezeichnet wird. Leer: der Rand der Zellen des Risikoterrains.</translation>
    </message>
    <message>
        <source>To be registered, with the seal, before the first day. What stands in brackets is for the organisation to fill in.</source>
        <translation>Mit dem Siegel vor dem ersten Tag zu registrieren. Was in eckigen Klammern steht, füllt die Organisation aus.</translation>
    </message>
    <message>
        <source>To make it again</source>
        <translation>So lässt es sich noch einmal erzeugen</translation>
    </message>
    <message>
        <source>To rank places by what goes together with the recorded incidents, and to show why they rank as they do.</source>
        <translation>Orte danach in eine Rangfolge zu bringen, was mit den aufgezeichneten Vorfällen einhergeht, und zu zeigen, wie ihr Rang zustande kommt.</translation>
    </message>
    <message>
        <source>Too few people live away from the flagged places for the share in or near them to be told.</source>
        <translation>Zu wenige Personen wohnen abseits der markierten Orte, als dass der Anteil in ihnen oder in ihrer Nähe genannt werden könnte.</translation>
    </message>
    <message>
        <source>Too few people live outside the flagged places, for the share in them to be told.</source>
        <translation>Außerhalb der markierten Orte wohnen zu wenige Personen, als dass der Anteil in ihnen genannt würde.</translation>
    </message>
    <message>
        <source>Too few people live {where}, for their share to be told.</source>
        <translation>Zu wenige Personen wohnen {where}, als dass ihr Anteil genannt würde.</translation>
    </message>
    <message>
        <source>Too few places ({n}) are eligible and apart for {arms} groups: lower the smallest count, size or buffer, or give more places.</source>
        <translation>Zu wenige Orte ({n}) sind geeignet und liegen für {arms} Gruppen weit genug auseinander: Setzen Sie die kleinste Anzahl, die Größe oder den Puffer herab, oder geben Sie mehr Orte an.</translation>
    </message>
    <message>
        <source>Transparency record</source>
        <translation>Transparenzeintrag</translation>
    </message>
    <message>
        <source>Treated by day, as the calendar says</source>
        <translation>Maßnahme nach Tagen, wie der Kalender sagt</translation>
    </message>
    <message>
        <source>Treated days in a week</source>
        <translation>Tage mit Maßnahme je Woche</translation>
    </message>
    <message>
        <source>Treated places in blocks without a control place add nothing to the comparison by the lots: {names}.</source>
        <translation>Orte mit Maßnahme in Blöcken ohne Kontrollort tragen nichts zum Vergleich nach den Losen bei: {names}.</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>Maßnahme</translation>
    </message>
    <message>
        <source>Treatment and control places</source>
        <translation>Orte mit Maßnahme und Kontrollorte</translation>
    </message>
    <message>
        <source>Treatment began on {start}, and the first incident is from {first}, so that there are none before: give incidents that begin sooner, or those before as a layer of their own.</source>
        <translation>Die Maßnahme begann am {start}, und der erste Vorfall ist vom {first}, sodass es vorher keine gibt: Geben Sie Vorfälle an, die früher beginnen, oder die vorher als eigenen Layer.</translation>
    </message>
    <message>
        <source>Treatment:</source>
        <translation>Maßnahme:</translation>
    </message>
    <message>
        <source>Treatment: rate after over rate before</source>
        <translation>Maßnahme: Rate nachher im Verhältnis zur Rate vorher</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>Trial design</source>
        <translation>Versuchsplan</translation>
    </message>
    <message>
        <source>Trial in {places}</source>
        <translation>Versuch: {places}</translation>
    </message>
    <message>
        <source>Trial protocol</source>
        <translation>Versuchsprotokoll</translation>
    </message>
    <message>
        <source>Tried, and in no area&apos;s model: {names}.</source>
        <translation>Versucht, aber in keinem Gebiet im Modell: {names}.</translation>
    </message>
    <message>
        <source>Try both</source>
        <translation>Beides versuchen</translation>
    </message>
    <message>
        <source>Try swaps</source>
        <translation>Austausch versuchen</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>Di</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>Dienstag</translation>
    </message>
    <message>
        <source>Turns a saved model into a model card, a support sheet for the data-protection and equality assessment, and the draft of a UK Algorithmic Transparency Record.</source>
        <translation>Macht aus einem gespeicherten Modell eine Modellkarte, ein Hilfsblatt für die Datenschutz-Folgenabschätzung und die Gleichstellungsprüfung sowie den Entwurf eines Eintrags nach dem britischen Algorithmic Transparency Recording Standard.</translation>
    </message>
    <message>
        <source>Two adjustments are called &apos;{other_name}&apos;: rename one of the layers.</source>
        <translation>Zwei Adjustierungen heißen „{other_name}“: Benennen Sie einen der Layer um.</translation>
    </message>
    <message>
        <source>Two factors, each with its own settings</source>
        <translation>Zwei Faktoren, jeder mit eigenen Einstellungen</translation>
    </message>
    <message>
        <source>Two layers are called &apos;{name}&apos;: rename one of them.</source>
        <translation>Zwei Layer heißen „{name}“: Benennen Sie einen davon um.</translation>
    </message>
    <message>
        <source>Two layers hold the risk factor &apos;{name}&apos; (&apos;{layer}&apos; and &apos;{other}&apos;): leave one of them out.</source>
        <translation>Zwei Layer enthalten den Risikofaktor „{name}“ („{layer}“ und „{other}“): Lassen Sie einen davon weg.</translation>
    </message>
    <message>
        <source>Two rasters would be called &apos;{name}&apos;: rename one of the risk factors, so that they differ in a letter or digit.</source>
        <translation>Zwei Raster würden „{name}“ heißen: Benennen Sie einen der Risikofaktoren um, sodass sie sich in einem Buchstaben oder einer Ziffer unterscheiden.</translation>
    </message>
    <message>
        <source>Two risk factors are called &apos;{name}&apos; (layers &apos;{layer}&apos; and &apos;{other}&apos;): rename one of the layers.</source>
        <translation>Zwei Risikofaktoren heißen „{name}“ (Layer „{layer}“ und „{other}“): Benennen Sie einen der Layer um.</translation>
    </message>
    <message>
        <source>Two risk factors are called &apos;{name}&apos;: rename one of the layers.</source>
        <translation>Zwei Risikofaktoren heißen „{name}“: Benennen Sie einen der Layer um.</translation>
    </message>
    <message>
        <source>Two risk factors are called &apos;{name}&apos;; rename one of the layers.</source>
        <translation>Zwei Risikofaktoren heißen „{name}“; benennen Sie einen der Layer um.</translation>
    </message>
    <message>
        <source>Two thirds</source>
        <translation>zwei Drittel</translation>
    </message>
    <message>
        <source>Two types of incidents are called &apos;{name}&apos;: rename one of the layers.</source>
        <translation>Zwei Arten von Vorfällen heißen „{name}“: Benennen Sie einen der Layer um.</translation>
    </message>
    <message>
        <source>Type field</source>
        <translation>Feld der Art</translation>
    </message>
    <message>
        <source>Type of processing</source>
        <translation>Form der Verarbeitung</translation>
    </message>
    <message>
        <source>Types</source>
        <translation>Arten</translation>
    </message>
    <message>
        <source>Types are chosen, but no field that holds them: give the type field, too.</source>
        <translation>Es sind Arten gewählt, aber kein Feld, das sie enthält: Geben Sie auch das Feld der Art an.</translation>
    </message>
    <message>
        <source>Types in the files: {types_as_text}.</source>
        <translation>Arten in den Dateien: {types_as_text}.</translation>
    </message>
    <message>
        <source>Types of crime</source>
        <translation>Deliktarten</translation>
    </message>
    <message>
        <source>Types of crime to keep, separated by semicolons, in capitals or not; * stands for any text: burglary; *assault*. Empty: all.</source>
        <translation>Deliktarten, die behalten werden, durch Semikolon getrennt, groß oder klein geschrieben; * steht für beliebigen Text: burglary; *assault*. Leer: alle.</translation>
    </message>
    <message>
        <source>Typical length of a block (median)</source>
        <translation>Typische Länge eines Blocks (Median)</translation>
    </message>
    <message>
        <source>Unlike (up to as far as two fitted cells are apart)</source>
        <translation>Unähnlich (bis zum Abstand zweier angepasster Zellen)</translation>
    </message>
    <message>
        <source>Untick risk factors, or single features below them, to see what that would change</source>
        <translation>Nehmen Sie Häkchen von Risikofaktoren oder einzelnen Objekten darunter weg, um zu sehen, was sich dadurch ändern würde</translation>
    </message>
    <message>
        <source>Untick selected</source>
        <translation>Auswahl weglassen</translation>
    </message>
    <message>
        <source>Upper limit of the difference</source>
        <translation>Obere Grenze der Differenz</translation>
    </message>
    <message>
        <source>Upper limit of the difference, counts taken for Poisson</source>
        <translation>Obere Grenze der Differenz, Anzahlen als Poisson-verteilt angenommen</translation>
    </message>
    <message>
        <source>Upper limit of the ratio</source>
        <translation>Obere Grenze des Verhältnisses</translation>
    </message>
    <message>
        <source>Upper limit that is quoted</source>
        <translation>Obere angegebene Grenze</translation>
    </message>
    <message>
        <source>Used as</source>
        <translation>Verwendet als</translation>
    </message>
    <message>
        <source>Validate a risk terrain</source>
        <translation>Risikoterrain validieren</translation>
    </message>
    <message>
        <source>Validate…</source>
        <translation>Validieren…</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Validation of a risk terrain</source>
        <translation>Validierung eines Risikoterrains</translation>
    </message>
    <message>
        <source>Validation report</source>
        <translation>Validierungsbericht</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Variablen</translation>
    </message>
    <message>
        <source>Variables tried (factors at several distances)</source>
        <translation>Versuchte Variablen (Faktoren in mehreren Entfernungen)</translation>
    </message>
    <message>
        <source>Variance of the difference in those of Poisson counts, where no lots were drawn</source>
        <translation>Varianz der Differenz, in Vielfachen der von Poisson-Anzahlen, wo nicht gelost wurde</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Version of the plugin</source>
        <translation>Version der Erweiterung</translation>
    </message>
    <message>
        <source>Version of the transparency standard</source>
        <translation>Version des Transparenzstandards</translation>
    </message>
    <message>
        <source>Versions and seed</source>
        <translation>Versionen und Startwert</translation>
    </message>
    <message>
        <source>Very unlike (farther)</source>
        <translation>Sehr unähnlich (weiter)</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Standpunkte</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Wave</source>
        <translation>Welle</translation>
    </message>
    <message>
        <source>Wave {n}</source>
        <translation>Welle {n}</translation>
    </message>
    <message>
        <source>Waves</source>
        <translation>Wellen</translation>
    </message>
    <message>
        <source>Waves are judged by the incidents&apos; days: choose their date field.</source>
        <translation>Wellen werden nach den Tagen der Vorfälle beurteilt: Wählen Sie deren Datumsfeld.</translation>
    </message>
    <message>
        <source>Waves, one after the other</source>
        <translation>Wellen, eine nach der anderen</translation>
    </message>
    <message>
        <source>Website URL</source>
        <translation>URL der Website</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>Mi</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>Mittwoch</translation>
    </message>
    <message>
        <source>Weekdays</source>
        <translation>Wochentage</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>What 03/04/2014 means. auto: told from the first date of a file that allows one order only.</source>
        <translation>Was 03/04/2014 bedeutet. auto: wird aus dem ersten Datum einer Datei erschlossen, das nur eine Reihenfolge zulässt.</translation>
    </message>
    <message>
        <source>What a visit does may last into the next day, which counts as untreated: the effect is understated.</source>
        <translation>Die Wirkung eines Besuchs kann bis in den nächsten Tag anhalten, der als Tag ohne Maßnahme zählt: Der Effekt wird unterschätzt.</translation>
    </message>
    <message>
        <source>What a visit does may last into the next day, which is then counted as untreated: the effect is understated.</source>
        <translation>Die Wirkung eines Besuchs kann bis in den nächsten Tag anhalten, der dann als Tag ohne Maßnahme zählt: Der Effekt wird unterschätzt.</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Was daraus wurde</translation>
    </message>
    <message>
        <source>What became of the places that were given:</source>
        <translation>Was aus den Orten wurde, die angegeben waren:</translation>
    </message>
    <message>
        <source>What became of treated places, set against others</source>
        <translation>Was aus Orten mit Maßnahme geworden ist, anderen gegenübergestellt</translation>
    </message>
    <message>
        <source>What can be said</source>
        <translation>Was sich sagen lässt</translation>
    </message>
    <message>
        <source>What changed around the places is not told, for small counts could be found from it; SMALLEST_COUNT=0 tells it to whoever may know.</source>
        <translation>Was sich rings um die Orte geändert hat, wird nicht genannt, weil sich daraus kleine Anzahlen erschließen ließen; SMALLEST_COUNT=0 nennt es denen, die es kennen dürfen.</translation>
    </message>
    <message>
        <source>What changed around the treated places cannot be judged: {why}.</source>
        <translation>Was sich um die Orte der Maßnahme verändert hat, ist nicht zu beurteilen: {why}.</translation>
    </message>
    <message>
        <source>What does not survive hangs on exactly where incidents were recorded, and may be made by the places that they were moved to: use exact coordinates, or larger cells and influences.</source>
        <translation>Was nicht bestehen bleibt, hängt daran, wo genau Vorfälle aufgezeichnet wurden, und kann durch die Orte entstanden sein, auf die sie verschoben wurden: Verwenden Sie genaue Koordinaten, oder größere Zellen und Reichweiten.</translation>
    </message>
    <message>
        <source>What each risk factor has to do with the relative risk scores of places.</source>
        <translation>Was jeder Risikofaktor mit den relativen Risikoscores von Orten zu tun hat.</translation>
    </message>
    <message>
        <source>What each run leaves</source>
        <translation>Was jeder Lauf hinterlässt</translation>
    </message>
    <message>
        <source>What factors are called in charts, sentences and tables, one in a line or between semicolons: bars_2023 = Bars and pubs. Others go by their own names, without underscores.</source>
        <translation>Wie Faktoren in Diagrammen, Sätzen und Tabellen heißen, einer je Zeile oder zwischen Semikolons: bars_2023 = Bars und Kneipen. Andere behalten ihren eigenen Namen, ohne Unterstriche.</translation>
    </message>
    <message>
        <source>What goes together with incidents is a correlation, not a cause, and says nothing about any person.</source>
        <translation>Was mit Vorfällen einhergeht, ist eine Korrelation, keine Ursache, und sagt nichts über einzelne Personen.</translation>
    </message>
    <message>
        <source>What if? Untick a factor below and show the difference. The other buttons make priority places, sheets and the report. That was all: now choose your own layers in step 1.</source>
        <translation>Was wäre, wenn? Nehmen Sie unten das Häkchen eines Faktors weg, und lassen Sie den Unterschied zeigen. Die anderen Schaltflächen erzeugen Schwerpunktorte, Blätter und den Bericht. Das war alles: Wählen Sie nun in Schritt 1 Ihre eigenen Layer.</translation>
    </message>
    <message>
        <source>What if…</source>
        <translation>Was wäre, wenn…</translation>
    </message>
    <message>
        <source>What incidents are in proportion to, such as residents or footfall: points (each counts one), polygons with a number (spread by area) or a raster of amounts per pixel. The model is then one of rates. Cells without any are left out of the fit, and scored.</source>
        <translation>Wozu Vorfälle im Verhältnis stehen, etwa Bewohner oder Passanten: Punkte (jeder zählt eins), Polygone mit einer Zahl (über die Fläche verteilt) oder ein Raster mit Mengen je Pixel. Das Modell ist dann eines von Raten. Zellen, in denen nichts davon ist, werden nicht angepasst, aber bewertet.</translation>
    </message>
    <message>
        <source>What is decided after the result is known is to be called so.</source>
        <translation>Was erst entschieden wird, wenn das Ergebnis bekannt ist, muss so genannt werden.</translation>
    </message>
    <message>
        <source>What is done in a place, and for how long: the software proposes no action.</source>
        <translation>Was an einem Ort getan wird, und wie lange: Die Software schlägt keine Maßnahme vor.</translation>
    </message>
    <message>
        <source>What is done in a place, and to what end, is no part of the processing by the software.</source>
        <translation>Was an einem Ort getan wird, und zu welchem Zweck, gehört nicht zur Verarbeitung durch die Software.</translation>
    </message>
    <message>
        <source>What is done in treated places, for the protocol. Empty: a blank to be filled in.</source>
        <translation>Was an Orten mit Maßnahme getan wird, für das Protokoll. Leer: eine Lücke zum Ausfüllen.</translation>
    </message>
    <message>
        <source>What is doubtful about the ticked layers, and what cannot be used</source>
        <translation>Was an den angehakten Layern zweifelhaft ist, und was nicht verwendet werden kann</translation>
    </message>
    <message>
        <source>What is drawn beneath the risk terrain, as it looks in the project: streets, names, an aerial picture.</source>
        <translation>Was unter dem Risikoterrain gezeichnet wird, so wie es im Projekt aussieht: Straßen, Namen, ein Luftbild.</translation>
    </message>
    <message>
        <source>What is drawn of the risk terrain: relative risk scores, or incidents expected given history, too.</source>
        <translation>Was vom Risikoterrain gezeichnet wird: relative Risikoscores, oder die Vorfälle, die auch nach der Vorgeschichte erwartet werden.</translation>
    </message>
    <message>
        <source>What is flagged, such as the layer that the algorithm “Priority places” has written: the cells whose centroid lies in one. Empty: the riskiest cells.</source>
        <translation>Was markiert ist, etwa der Layer, den der Algorithmus „Schwerpunktorte“ geschrieben hat: die Zellen, deren Mittelpunkt in einem davon liegt. Leer: die riskantesten Zellen.</translation>
    </message>
    <message>
        <source>What is not used</source>
        <translation>Was nicht verwendet wird</translation>
    </message>
    <message>
        <source>What is unlike the cells of the fit</source>
        <translation>Was den Zellen der Anpassung nicht gleicht</translation>
    </message>
    <message>
        <source>What it does not tell</source>
        <translation>Was es nicht sagt</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>Wozu es dient</translation>
    </message>
    <message>
        <source>What it is not.</source>
        <translation>Was es nicht ist.</translation>
    </message>
    <message>
        <source>What it was made from</source>
        <translation>Woraus es entstand</translation>
    </message>
    <message>
        <source>What it writes are cells, places, tables and pages. Incidents are not written as points, and enter as numbers of a cell or a place.</source>
        <translation>Was sie schreibt, sind Zellen, Orte, Tabellen und Seiten. Vorfälle werden nicht als Punkte geschrieben; sie gehen als Zahlen einer Zelle oder eines Ortes ein.</translation>
    </message>
    <message>
        <source>What makes it risky</source>
        <translation>Was den Ort riskant macht</translation>
    </message>
    <message>
        <source>What makes most of the difference, and in how many of them: {drivers}. Their scores are extrapolated.</source>
        <translation>Was den größten Teil des Unterschieds ausmacht, und in wie vielen davon: {drivers}. Ihre Scores sind extrapoliert.</translation>
    </message>
    <message>
        <source>What may be about people</source>
        <translation>Was Personen betreffen kann</translation>
    </message>
    <message>
        <source>What moved incidents would change was not looked at (SNAP_WIDTH).</source>
        <translation>Was verschobene Vorfälle ändern würden, wurde nicht untersucht (SNAP_WIDTH).</translation>
    </message>
    <message>
        <source>What places are cut from the map, how many and how large.</source>
        <translation>Welche Orte aus der Karte abgeleitet werden, wie viele und wie große.</translation>
    </message>
    <message>
        <source>What risk there is goes with the adjustments alone: the terrain names no priority places.</source>
        <translation>Was es an Risiko gibt, geht allein mit den Adjustierungen einher: Das Terrain ergibt keine Schwerpunktorte.</translation>
    </message>
    <message>
        <source>What the figures rest on</source>
        <translation>Worauf die Kennzahlen beruhen</translation>
    </message>
    <message>
        <source>What the incidents were drawn with, so what a model should find: {effects}.</source>
        <translation>Womit die Vorfälle gezogen wurden, was ein Modell also finden sollte: {effects}.</translation>
    </message>
    <message>
        <source>What the last check has found: choose a row to read it</source>
        <translation>Was die letzte Prüfung ergeben hat: Wählen Sie eine Zeile, um es zu lesen</translation>
    </message>
    <message>
        <source>What the map shows and places are cut from where no layer of them is given; otherwise it is what these are cut from. terrain: for prevention. terrain_and_history: for patrols.</source>
        <translation>Was die Karte zeigt und woraus Orte abgeleitet werden, wo kein Layer von ihnen angegeben ist; sonst das, woraus diese abgeleitet sind. terrain: für Prävention. terrain_and_history: für Streifen.</translation>
    </message>
    <message>
        <source>What the map shows. terrain: relative risk scores, for prevention. terrain_and_history: expected incidents, for patrols.</source>
        <translation>Was die Karte zeigt. terrain: relative Risikoscores, für Prävention. terrain_and_history: erwartete Vorfälle, für Streifen.</translation>
    </message>
    <message>
        <source>What the model file tells stands in them: purpose, data and dates, what is not used, method, factors found and dropped, warnings, settings, versions, seed and hashes. With the table of a validation they tell how good it is beside simpler ways (“Alternatives considered”), with that of “Who is exposed” who lives in or near flagged places. Nothing is claimed that was not computed; what only the organisation can answer is a marked blank.</source>
        <translation>Darin steht, was die Modelldatei mitteilt: Zweck, Daten und Zeitraum, was nicht verwendet wird, Methode, gefundene und verworfene Faktoren, Warnungen, Einstellungen, Versionen, Startwert und Hashes. Mit der Tabelle einer Validierung sagen die Dokumente auch, wie gut das Modell neben einfacheren Verfahren ist („Erwogene Alternativen“), mit der von „Wer betroffen ist“, wer in oder nahe markierten Orten wohnt. Nichts wird behauptet, was nicht berechnet wurde; was nur die Organisation beantworten kann, ist als Lücke gekennzeichnet.</translation>
    </message>
    <message>
        <source>What the model is for, made from, how good it is, where it ends.</source>
        <translation>Wozu das Modell dient, woraus es entstand, wie gut es ist, wo es endet.</translation>
    </message>
    <message>
        <source>What the model leaves unexplained is a little alike in neighbouring cells ({figures}){reaches}.</source>
        <translation>Was das Modell unerklärt lässt, ähnelt sich in benachbarten Zellen ein wenig ({figures}){reaches}.</translation>
    </message>
    <message>
        <source>What the model leaves unexplained is clearly alike in neighbouring cells ({figures}){reaches}.</source>
        <translation>Was das Modell unerklärt lässt, ähnelt sich in benachbarten Zellen deutlich ({figures}){reaches}.</translation>
    </message>
    <message>
        <source>What the panel&apos;s Setup has saved, or the JSON of a single run: layers and settings of every run. Layers that are chosen below take the place of its own. Empty: the risk terrain model&apos;s defaults.</source>
        <translation>Was unter „Einrichtung“ im Bedienfeld gespeichert wurde, oder das JSON eines einzelnen Laufs: Layer und Einstellungen für jeden Lauf. Unten gewählte Layer treten an die Stelle der darin genannten. Leer: die Vorgaben des RTM-Modells.</translation>
    </message>
    <message>
        <source>What the project aims to achieve</source>
        <translation>Was das Projekt erreichen will</translation>
    </message>
    <message>
        <source>What the run says</source>
        <translation>Was der Lauf meldet</translation>
    </message>
    <message>
        <source>What this is, and what it is not</source>
        <translation>Was dies ist, und was nicht</translation>
    </message>
    <message>
        <source>What to keep in mind</source>
        <translation>Was zu beachten ist</translation>
    </message>
    <message>
        <source>What was counted</source>
        <translation>Was gezählt wurde</translation>
    </message>
    <message>
        <source>What was done against it, and what was not</source>
        <translation>Was dagegen getan wurde, und was nicht</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>What was found, and what to do</source>
        <translation>Was gefunden wurde, und was zu tun ist</translation>
    </message>
    <message>
        <source>What was found, and why a place is risky</source>
        <translation>Was gefunden wurde, und warum ein Ort riskant ist</translation>
    </message>
    <message>
        <source>What was left out</source>
        <translation>Was ausgelassen wurde</translation>
    </message>
    <message>
        <source>What was looked at</source>
        <translation>Was untersucht wurde</translation>
    </message>
    <message>
        <source>What was never reported or recorded is not in the data, and the model repeats what recording leaves out.</source>
        <translation>Was nie angezeigt oder aufgezeichnet wurde, ist nicht in den Daten, und das Modell wiederholt, was die Aufzeichnung auslässt.</translation>
    </message>
    <message>
        <source>What was tested and dropped</source>
        <translation>Was geprüft und verworfen wurde</translation>
    </message>
    <message>
        <source>What went in</source>
        <translation>Eingangsdaten</translation>
    </message>
    <message>
        <source>When incidents were recorded here</source>
        <translation>Wann hier Vorfälle aufgezeichnet wurden</translation>
    </message>
    <message>
        <source>When it would be stopped early:</source>
        <translation>Wann vorzeitig abgebrochen würde:</translation>
    </message>
    <message>
        <source>When treatment began is not known: give the first day after, such as 2025-03-01.</source>
        <translation>Wann die Maßnahme begann, ist nicht bekannt: Geben Sie den ersten Tag danach an, etwa 2025-03-01.</translation>
    </message>
    <message>
        <source>Where a file gives months only, the first of the month stands as the date.</source>
        <translation>Wo eine Datei nur Monate angibt, steht als Datum der Erste des Monats.</translation>
    </message>
    <message>
        <source>Where a file gives months only, the first of the month stands as the date. Save a large result to a file: temporary layers are kept in memory, while the reading itself is not.</source>
        <translation>Wo eine Datei nur Monate angibt, steht als Datum der Erste des Monats. Speichern Sie ein großes Ergebnis in eine Datei: Temporäre Layer liegen im Arbeitsspeicher, während das Lesen selbst ihn nicht füllt.</translation>
    </message>
    <message>
        <source>Where a high risk remains, consult the ICO before going ahead.</source>
        <translation>Bleibt ein hohes Risiko, konsultieren Sie das ICO, bevor Sie beginnen.</translation>
    </message>
    <message>
        <source>Where a place has not as many treated as untreated days, its two counts are not to be compared as they are. The treatment is judged by the days of all places together.</source>
        <translation>Wo ein Ort nicht ebenso viele Tage mit wie ohne Maßnahme hat, lassen sich seine beiden Anzahlen nicht unmittelbar vergleichen. Beurteilt wird die Maßnahme nach den Tagen aller Orte zusammen.</translation>
    </message>
    <message>
        <source>Where incidents are moved, {stays} of it stays</source>
        <translation>Bei verschobenen Vorfällen bleiben davon {stays}</translation>
    </message>
    <message>
        <source>Where it is overruled, give the reasons.</source>
        <translation>Wird sie verworfen, nennen Sie die Gründe.</translation>
    </message>
    <message>
        <source>Where lots were drawn, the p-value presumes nothing but that they were: it compares the result with those of all other ways in which they could have fallen. The interval that is quoted then holds all effects, the same for each treated unit, that this test does not reject.</source>
        <translation>Wo gelost wurde, setzt der p-Wert nichts voraus als eben dies: Er vergleicht das Ergebnis mit denen aller anderen Möglichkeiten, wie die Lose hätten fallen können. Das angegebene Intervall enthält dann alle Effekte (für jede Einheit mit Maßnahme derselbe), die dieser Test nicht verwirft.</translation>
    </message>
    <message>
        <source>Where neighbouring cells are alike, factors get in because two patchy maps look alike by chance: this keeps only those that stand random shifts of the incidents, and shows what belongs to a factor&apos;s surroundings; it takes about three times as long</source>
        <translation>Wo benachbarte Zellen einander gleichen, geraten Faktoren hinein, weil zwei fleckige Karten einander zufällig ähneln: Dies behält nur solche, die zufälligen Verschiebungen der Vorfälle standhalten, und zeigt, was zur Umgebung eines Faktors gehört; es dauert etwa dreimal so lange</translation>
    </message>
    <message>
        <source>Where people decide</source>
        <translation>Wo Menschen entscheiden</translation>
    </message>
    <message>
        <source>Where polygons are given, such as wards or LSOAs, those with the most incidents or the highest density of incidents are chosen as they are. Without polygons, or with hot_spots, free shapes are grown around the peaks of the incidents&apos; kernel density, the densest ground first, until each holds the smallest area and the smallest number of incidents.</source>
        <translation>Wo Polygone angegeben sind, etwa Stadtteile oder LSOAs, werden die mit den meisten Vorfällen oder der höchsten Dichte von Vorfällen unverändert gewählt. Ohne Polygone, oder mit hot_spots, wachsen freie Formen um die Gipfel der Kerndichte der Vorfälle, die dichteste Fläche zuerst, bis jede die kleinste Fläche und die kleinste Anzahl von Vorfällen enthält.</translation>
    </message>
    <message>
        <source>Where risk terrain, model, table and report are saved</source>
        <translation>Wo Risikoterrain, Modell, Tabelle und Bericht gespeichert werden</translation>
    </message>
    <message>
        <source>Where several factors come together their values multiply: that is what makes a place highest-risk.</source>
        <translation>Wo mehrere Faktoren zusammenkommen, multiplizieren sich ihre Werte: So wird ein Ort zu einem Ort höchsten Risikos.</translation>
    </message>
    <message>
        <source>Where the GeoTIFFs go, named after factor, distance or density, and bandwidth.</source>
        <translation>Wohin die GeoTIFFs geschrieben werden, benannt nach Faktor, Entfernung oder Dichte, und Bandbreite.</translation>
    </message>
    <message>
        <source>Where the data are from, and under which licence: printed beside the map.</source>
        <translation>Woher die Daten sind und unter welcher Lizenz: wird neben die Karte gedruckt.</translation>
    </message>
    <message>
        <source>Where the data go</source>
        <translation>Wohin die Daten gehen</translation>
    </message>
    <message>
        <source>Where the decision departs from them, give the reasons.</source>
        <translation>Weicht die Entscheidung davon ab, nennen Sie die Gründe.</translation>
    </message>
    <message>
        <source>Where the time of day is in a column of its own.</source>
        <translation>Wo die Uhrzeit in einer eigenen Spalte steht.</translation>
    </message>
    <message>
        <source>Where the time went: {stages}.</source>
        <translation>Wofür die Zeit gebraucht wurde: {stages}.</translation>
    </message>
    <message>
        <source>Where to score is not given: add the risk terrain before or the study area.</source>
        <translation>Wo bewertet werden soll, ist nicht angegeben: Fügen Sie das Risikoterrain vorher oder das Untersuchungsgebiet hinzu.</translation>
    </message>
    <message>
        <source>Where to score where there is no risk terrain before: its cells are laid as in the model.</source>
        <translation>Wo bewertet wird, wenn es kein vorheriges Risikoterrain gibt: Die Zellen werden wie im Modell gelegt.</translation>
    </message>
    <message>
        <source>Whether a factor is expected to raise the risk (aggravating) or to lower it (protective).</source>
        <translation>Ob ein Faktor das Risiko voraussichtlich erhöht (aggravating) oder senkt (protective).</translation>
    </message>
    <message>
        <source>Whether it is expected to raise the risk or to lower it</source>
        <translation>Ob er das Risiko voraussichtlich erhöht oder senkt</translation>
    </message>
    <message>
        <source>Whether it worked, and whether it goes on.</source>
        <translation>Ob es gewirkt hat, und ob es fortgesetzt wird.</translation>
    </message>
    <message>
        <source>Whether other reports and place sheets leave out small counts is not known here.</source>
        <translation>Ob andere Berichte und Ortsblätter kleine Anzahlen weglassen, ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>Whether places with too few incidents would have enough if those without a date counted is not told, for small counts could be found from it: find the dates before lots are relied on.</source>
        <translation>Ob Orte mit zu wenigen Vorfällen genug hätten, wenn die ohne Datum zählten, wird nicht genannt, denn daraus ließen sich kleine Anzahlen ermitteln: Ermitteln Sie die fehlenden Datumsangaben, bevor Sie sich auf die Lose verlassen.</translation>
    </message>
    <message>
        <source>Whether small counts of incidents were left out of reports and place sheets is not known here.</source>
        <translation>Ob kleine Anzahlen von Vorfällen aus Berichten und Ortsblättern weggelassen wurden, ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>Whether warnings and diagnostics are acted on, and whether the model is used at all.</source>
        <translation>Ob auf Warnungen und Diagnosen reagiert wird, und ob das Modell überhaupt verwendet wird.</translation>
    </message>
    <message>
        <source>Which coordinate reference system the files&apos; coordinates are in. Empty: it is told from the values (degrees, the area&apos;s own CRS, the British National Grid) and said in the log.</source>
        <translation>In welchem Koordinatenbezugssystem die Koordinaten der Dateien sind. Leer: Es wird aus den Werten erschlossen (Grad, das KBS des Gebiets, das British National Grid) und im Protokoll genannt.</translation>
    </message>
    <message>
        <source>Which factor makes the difference</source>
        <translation>Welcher Faktor den Unterschied macht</translation>
    </message>
    <message>
        <source>Which factors it hangs on</source>
        <translation>Von welchen Faktoren es abhängt</translation>
    </message>
    <message>
        <source>Which factors matter in how many areas</source>
        <translation>Welche Faktoren in wie vielen Gebieten von Belang sind</translation>
    </message>
    <message>
        <source>Which factors stand for all that, the spatial test by random shifts tells (SPATIAL_TEST).</source>
        <translation>Welche Faktoren trotz alledem standhalten, zeigt der räumliche Test durch zufällige Verschiebungen (SPATIAL_TEST).</translation>
    </message>
    <message>
        <source>Which features of the landscape go together with ‘{what}’ in ‘{place}’, how strongly, and in which places of about {length} do they come together?</source>
        <translation>Welche Merkmale des Umfelds gehen mit „{what}“ im Gebiet „{place}“ einher, wie stark, und an welchen Orten von etwa {length} kommen sie zusammen?</translation>
    </message>
    <message>
        <source>Which incidents</source>
        <translation>Welche Vorfälle</translation>
    </message>
    <message>
        <source>Which incidents are modelled, of which period and area.</source>
        <translation>Welche Vorfälle modelliert werden, aus welchem Zeitraum und Gebiet.</translation>
    </message>
    <message>
        <source>Which places are taken:</source>
        <translation>Welche Orte aufgenommen werden:</translation>
    </message>
    <message>
        <source>Which risk factors are offered, how they may act, and in which direction.</source>
        <translation>Welche Risikofaktoren angeboten werden, wie sie wirken können und in welche Richtung.</translation>
    </message>
    <message>
        <source>Which risk factors matter where: a row for each factor in each study area.</source>
        <translation>Welche Risikofaktoren wo von Belang sind: eine Zeile für jeden Faktor in jedem Untersuchungsgebiet.</translation>
    </message>
    <message>
        <source>Which values of the type field, between semicolons: robbery; violence*. Capitals do not matter, and * stands for any text. Empty: all.</source>
        <translation>Welche Werte des Felds der Arten, durch Semikolons getrennt: robbery; violence*. Großschreibung spielt keine Rolle, und * steht für beliebigen Text. Leer: alle.</translation>
    </message>
    <message>
        <source>Who comes first</source>
        <translation>Wer zuerst kommt</translation>
    </message>
    <message>
        <source>Who is exposed</source>
        <translation>Wer betroffen ist</translation>
    </message>
    <message>
        <source>Who is exposed, whether what is done works, and what has to be told of it</source>
        <translation>Wer betroffen ist, ob wirkt, was getan wird, und was darüber mitzuteilen ist</translation>
    </message>
    <message>
        <source>Who lives in or near flagged places</source>
        <translation>Wer in oder nahe markierten Orten wohnt</translation>
    </message>
    <message>
        <source>Who lives in or near flagged places was not counted for this file: run “Who is exposed” and give its table.</source>
        <translation>Wer in oder nahe markierten Orten wohnt, wurde für diese Akte nicht gezählt: Führen Sie „Wer betroffen ist“ aus, und geben Sie dessen Tabelle an.</translation>
    </message>
    <message>
        <source>Who lives there…</source>
        <translation>Wer dort wohnt…</translation>
    </message>
    <message>
        <source>Who won</source>
        <translation>Wer gewonnen hat</translation>
    </message>
    <message>
        <source>Who won, terrain and history or the best baseline</source>
        <translation>Wer gewonnen hat: Terrain und Vorgeschichte oder das beste Vergleichsverfahren</translation>
    </message>
    <message>
        <source>Who won, the risk terrain or the best baseline</source>
        <translation>Wer gewonnen hat: das Risikoterrain oder das beste Vergleichsverfahren</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Why here?</source>
        <translation>Warum hier?</translation>
    </message>
    <message>
        <source>With a date field: one row per figure, beside kernel density and counts of the earlier incidents and chance, with 95% intervals.</source>
        <translation>Mit einem Datumsfeld: eine Zeile je Kennzahl, neben Kerndichte und Anzahl der früheren Vorfälle und dem Zufall, mit 95%-Intervallen.</translation>
    </message>
    <message>
        <source>With a displacement width the surroundings of all places are counted, too: more there than around control is a sign of displacement, fewer of diffusion of benefits. With the calendar of a crossover, treated days of places are set against their untreated days. In waves, places whose turn has come are set against those that wait.</source>
        <translation>Mit einer Verlagerungsbreite wird auch die Umgebung aller Orte gezählt: Mehr dort als um die Kontrollorte ist ein Anzeichen für Verlagerung, weniger eines für Ausstrahlung der Wirkung. Mit dem Kalender eines täglichen Wechsels (Crossover) werden Ortstage mit Maßnahme denen ohne Maßnahme gegenübergestellt. Bei Wellen werden Orte, die schon an der Reihe sind, denen gegenübergestellt, die noch warten.</translation>
    </message>
    <message>
        <source>With a study area: as in the risk terrain model, polygons where no incident can be.</source>
        <translation>Mit einem Untersuchungsgebiet: wie beim RTM-Modell Polygone, in denen kein Vorfall sein kann.</translation>
    </message>
    <message>
        <source>With auto the operationalisation is suggested by the nearest-neighbour test: density where the points are significantly clustered and on average no farther from their nearest neighbour than the maximum influence, proximity otherwise. The log says why.</source>
        <translation>Mit auto wird die Operationalisierung nach dem Nächste-Nachbarn-Test vorgeschlagen: Dichte, wo die Punkte signifikant geklumpt und im Mittel nicht weiter von ihrem nächsten Nachbarn entfernt sind als die größte Reichweite, sonst Nähe. Das Protokoll nennt den Grund.</translation>
    </message>
    <message>
        <source>With it only the layers of the model&apos;s own risk factors are drawn. Empty: all of them.</source>
        <translation>Damit werden nur die Layer der Risikofaktoren des Modells gezeichnet. Leer: alle.</translation>
    </message>
    <message>
        <source>With or without the time of day.</source>
        <translation>Mit oder ohne Uhrzeit.</translation>
    </message>
    <message>
        <source>With the dates of all incidents there might be a sign of one or the other.</source>
        <translation>Mit den Datumsangaben aller Vorfälle gäbe es vielleicht ein Zeichen für das eine oder das andere.</translation>
    </message>
    <message>
        <source>With these layers {new} of {n} cells ({percent}) have a combination of factors that no cell had when the model was fitted, or lie beyond the distances or densities measured then. What makes most of the difference, and in how many of them: {drivers}. Their scores are extrapolated.</source>
        <translation>Mit diesen Layern haben {new} von {n} Zellen ({percent}) eine Kombination von Faktoren, die bei der Anpassung des Modells keine Zelle hatte, oder liegen jenseits der damals gemessenen Entfernungen oder Dichten. Was den größten Teil des Unterschieds ausmacht, und in wie vielen davon: {drivers}. Ihre Scores sind extrapoliert.</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>Innerhalb von</translation>
    </message>
    <message>
        <source>Within blocks</source>
        <translation>Innerhalb von Blöcken</translation>
    </message>
    <message>
        <source>Within pairs</source>
        <translation>Innerhalb von Paaren</translation>
    </message>
    <message>
        <source>Without</source>
        <translation>Ohne</translation>
    </message>
    <message>
        <source>Without a surface</source>
        <translation>Ohne Fläche</translation>
    </message>
    <message>
        <source>Without any effect are: {names}.</source>
        <translation>Ganz ohne Effekt: {names}.</translation>
    </message>
    <message>
        <source>Without effect here: {absent}.</source>
        <translation>Hier ohne Effekt: {absent}.</translation>
    </message>
    <message>
        <source>Without priority places: how much is flagged, the riskiest cells first; of cells of equal score at the limit each counts in part. Empty: the highest-risk class, above mean + 2 SD.</source>
        <translation>Ohne Schwerpunktorte: wie viel markiert wird, die riskantesten Zellen zuerst; Zellen mit gleichem Score an der Grenze zählen jeweils teilweise. Leer: die Klasse höchsten Risikos, über Mittelwert + 2 SD.</translation>
    </message>
    <message>
        <source>Words used here</source>
        <translation>Hier verwendete Begriffe</translation>
    </message>
    <message>
        <source>Working folder</source>
        <translation>Arbeitsordner</translation>
    </message>
    <message>
        <source>Would it have foretold anything? Fits the risk terrain to earlier incidents only, and judges it by later ones beside a kernel density and counts of the earlier incidents, and chance. The priority places are those that would have been chosen then, with the later incidents counted in them.</source>
        <translation>Hätte es etwas vorhergesagt? Passt das Risikoterrain nur an frühere Vorfälle an und beurteilt es an späteren, neben einer Kerndichte und Anzahlen der früheren Vorfälle und dem Zufall. Die Schwerpunktorte sind die, die damals gewählt worden wären; die späteren Vorfälle sind in ihnen gezählt.</translation>
    </message>
    <message>
        <source>Write a report</source>
        <translation>Bericht schreiben</translation>
    </message>
    <message>
        <source>Write the report</source>
        <translation>Bericht schreiben</translation>
    </message>
    <message>
        <source>Writes a saved model&apos;s report: one HTML page to print or hand on.</source>
        <translation>Schreibt den Bericht zu einem gespeicherten Modell: eine HTML-Seite zum Drucken oder Weitergeben.</translation>
    </message>
    <message>
        <source>Writes the settings of one risk factor into a copy of its layer.</source>
        <translation>Schreibt die Einstellungen eines Risikofaktors in eine Kopie seines Layers.</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Writing layers</source>
        <translation>Layer schreiben</translation>
    </message>
    <message>
        <source>Year first: 2014-04-03</source>
        <translation>Jahr zuerst: 2014-04-03</translation>
    </message>
    <message>
        <source>a density has that of its candidate, a distance has none</source>
        <translation>bei Dichte der Wert ihres Kandidaten, bei Entfernung keiner</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>a name stands twice among {names}</source>
        <translation>ein Name steht zweimal unter {names}</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a number of incidents that is not told</source>
        <translation>eine ungenannte Anzahl von Vorfällen</translation>
    </message>
    <message>
        <source>a number that is not told</source>
        <translation>einer ungenannten Anzahl</translation>
    </message>
    <message>
        <source>a public page about the tool and its use.</source>
        <translation>eine öffentliche Seite über das Werkzeug und seine Verwendung.</translation>
    </message>
    <message>
        <source>a quotation mark is opened and never closed</source>
        <translation>ein Anführungszeichen wird geöffnet und nie geschlossen</translation>
    </message>
    <message>
        <source>a role, not the name of a person.</source>
        <translation>eine Funktion, nicht der Name einer Person.</translation>
    </message>
    <message>
        <source>a sign of diffusion of benefits</source>
        <translation>ein Anzeichen für Ausstrahlung der Wirkung</translation>
    </message>
    <message>
        <source>a sign of displacement</source>
        <translation>ein Anzeichen für Verlagerung</translation>
    </message>
    <message>
        <source>a study area</source>
        <translation>ein Untersuchungsgebiet</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>a value has more than {limit:,} characters</source>
        <translation>ein Wert hat mehr als {limit:,} Zeichen</translation>
    </message>
    <message>
        <source>a value runs over several lines, so a quotation mark may be missing</source>
        <translation>ein Wert geht über mehrere Zeilen, es fehlt also vielleicht ein Anführungszeichen</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>above {area} ha</source>
        <translation>über {area} ha</translation>
    </message>
    <message>
        <source>adjustment</source>
        <translation>Adjustierung</translation>
    </message>
    <message>
        <source>aggravating</source>
        <translation>risikoerhöhend</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>all but Poisson have one</source>
        <translation>alle außer Poisson haben eine</translation>
    </message>
    <message>
        <source>all cells and incidents of the fit together</source>
        <translation>alle Zellen und Vorfälle der Anpassung zusammen</translation>
    </message>
    <message>
        <source>all people</source>
        <translation>alle Personen</translation>
    </message>
    <message>
        <source>all shifts that are possible</source>
        <translation>alle möglichen Verschiebungen</translation>
    </message>
    <message>
        <source>all that are eligible</source>
        <translation>alle, die infrage kommen</translation>
    </message>
    <message>
        <source>alone</source>
        <translation>allein</translation>
    </message>
    <message>
        <source>alpha, penalty and deviance are there together, or not at all</source>
        <translation>Alpha, Strafterm und Devianz stehen nur gemeinsam oder gar nicht da</translation>
    </message>
    <message>
        <source>and the interval is too narrow, for fewer than {n} control places do not show how much places change by themselves</source>
        <translation>und das Intervall ist zu schmal, denn weniger als {n} Kontrollorte zeigen nicht, wie sehr sich Orte von selbst verändern</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>und {n} weitere</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>any number</source>
        <translation>beliebig viele</translation>
    </message>
    <message>
        <source>anything</source>
        <translation>ein beliebiger Wert</translation>
    </message>
    <message>
        <source>area (ha)</source>
        <translation>Fläche (ha)</translation>
    </message>
    <message>
        <source>around</source>
        <translation>ringsum</translation>
    </message>
    <message>
        <source>as below</source>
        <translation>wie unten</translation>
    </message>
    <message>
        <source>as few expected incidents as {least}.</source>
        <translation>so wenige erwartete Vorfälle wie {least}.</translation>
    </message>
    <message>
        <source>as if lots had been drawn anew within the blocks</source>
        <translation>als wäre innerhalb der Blöcke neu gelost worden</translation>
    </message>
    <message>
        <source>as if the days of each place and week had been drawn anew</source>
        <translation>als wären die Tage jedes Ortes und jeder Woche neu ausgelost worden</translation>
    </message>
    <message>
        <source>as if the waves had been drawn anew within the blocks</source>
        <translation>als wären die Wellen innerhalb der Blöcke neu ausgelost worden</translation>
    </message>
    <message>
        <source>as many cells and incidents as their variables&apos; candidates have</source>
        <translation>so viele Zellen und Vorfälle, wie die Kandidaten ihrer Variablen haben</translation>
    </message>
    <message>
        <source>as many of the least risky cells</source>
        <translation>ebenso viele der risikoärmsten Zellen</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>wie üblich</translation>
    </message>
    <message>
        <source>at least {area} ha</source>
        <translation>mindestens {area} ha</translation>
    </message>
    <message>
        <source>at least {n:,} pairs</source>
        <translation>mindestens {n:,} Paare</translation>
    </message>
    <message>
        <source>at least {n:,} places</source>
        <translation>mindestens {n:,} Orte</translation>
    </message>
    <message>
        <source>at least {n:,} places and GROUPING=complete</source>
        <translation>mindestens {n:,} Orte und GROUPING=complete</translation>
    </message>
    <message>
        <source>at least {n:,} weeks</source>
        <translation>mindestens {n:,} Wochen</translation>
    </message>
    <message>
        <source>at least {n}</source>
        <translation>mindestens {n}</translation>
    </message>
    <message>
        <source>at most all cells</source>
        <translation>höchstens alle Zellen</translation>
    </message>
    <message>
        <source>at most the cells, and the incidents</source>
        <translation>höchstens die Anzahl der Zellen und die der Vorfälle</translation>
    </message>
    <message>
        <source>at most {area} ha</source>
        <translation>höchstens {area} ha</translation>
    </message>
    <message>
        <source>at most {n}</source>
        <translation>höchstens {n}</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>auto</translation>
    </message>
    <message>
        <source>auto: landscape where the area is wider than high.</source>
        <translation>auto: Querformat, wo das Gebiet breiter als hoch ist.</translation>
    </message>
    <message>
        <source>bandwidth</source>
        <translation>Bandbreite</translation>
    </message>
    <message>
        <source>below {area} ha</source>
        <translation>unter {area} ha</translation>
    </message>
    <message>
        <source>below {least}</source>
        <translation>unter {least}</translation>
    </message>
    <message>
        <source>beyond the number wanted</source>
        <translation>über die gewünschte Zahl hinaus</translation>
    </message>
    <message>
        <source>block length</source>
        <translation>Blocklänge</translation>
    </message>
    <message>
        <source>block size</source>
        <translation>Blockgröße</translation>
    </message>
    <message>
        <source>blocks</source>
        <translation>Blöcke</translation>
    </message>
    <message>
        <source>blocks of {block}, cells of {cell}; count models {families}; largest p-value {p_limit}; seed {seed}</source>
        <translation>Blöcke von {block}, Zellen von {cell}; Zähldatenmodelle {families}; größter p-Wert {p_limit}; Startwert {seed}</translation>
    </message>
    <message>
        <source>both</source>
        <translation>beides</translation>
    </message>
    <message>
        <source>boundaries</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>buffer</source>
        <translation>Puffer</translation>
    </message>
    <message>
        <source>by BIC, %(swaps)s swaps, largest p-value %(p_limit)s</source>
        <translation>nach dem BIC, %(swaps)s Austausch, größter p-Wert %(p_limit)s</translation>
    </message>
    <message>
        <source>by all {n:,} ways in which the lots could have fallen</source>
        <translation>nach allen {n:,} Möglichkeiten, wie die Lose hätten fallen können</translation>
    </message>
    <message>
        <source>by day</source>
        <translation>nach Tagen</translation>
    </message>
    <message>
        <source>by {n:,} ways in which the lots could have fallen</source>
        <translation>nach {n:,} Möglichkeiten, wie die Lose hätten fallen können</translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation>unbrauchbar</translation>
    </message>
    <message>
        <source>cell size</source>
        <translation>Zellengröße</translation>
    </message>
    <message>
        <source>centre</source>
        <translation>Mitte</translation>
    </message>
    <message>
        <source>chance</source>
        <translation>Zufall</translation>
    </message>
    <message>
        <source>class not asked for</source>
        <translation>Klasse nicht verlangt</translation>
    </message>
    <message>
        <source>column &apos;{column}&apos; of &apos;{table}&apos;</source>
        <translation>Spalte „{column}“ von „{table}“</translation>
    </message>
    <message>
        <source>compact_places: compact places of at most the size that can be walked, a gap apart, where most is expected. above_2sd: cells above mean + 2 SD. top_percent: the highest-scoring cells nearest to a percentage of the area. top_places: the first places above mean + 2 SD. area_budget: the highest-scoring cells up to an area. patrol_places: so many places of at most the size that one patrol covers, grown around the highest-scoring cells.</source>
        <translation>compact_places: kompakte Orte von höchstens der Größe, die sich begehen lässt, mit Abstand voneinander, wo am meisten erwartet wird. above_2sd: Zellen über Mittelwert + 2 SD. top_percent: die Zellen mit den höchsten Scores, so nahe wie möglich an einem Prozentsatz der Fläche. top_places: die ersten Orte über Mittelwert + 2 SD. area_budget: die Zellen mit den höchsten Scores bis zu einer Fläche. patrol_places: so viele Orte von höchstens der Größe, die eine Streife abdeckt, um die Zellen mit den höchsten Scores herum.</translation>
    </message>
    <message>
        <source>comparison with maps of past incidents</source>
        <translation>Vergleich mit Karten früherer Vorfälle</translation>
    </message>
    <message>
        <source>comparison with maps of past incidents (only chance was compared)</source>
        <translation>Vergleich mit Karten früherer Vorfälle (verglichen wurde nur mit dem Zufall)</translation>
    </message>
    <message>
        <source>comparison with {names}</source>
        <translation>Vergleich mit {names}</translation>
    </message>
    <message>
        <source>control</source>
        <translation>Kontrolle</translation>
    </message>
    <message>
        <source>controller&apos;s contact, or data protection officer.</source>
        <translation>Kontaktdaten des Verantwortlichen, oder die oder der Datenschutzbeauftragte.</translation>
    </message>
    <message>
        <source>coordinates are no numbers</source>
        <translation>Koordinaten sind keine Zahlen</translation>
    </message>
    <message>
        <source>coordinates impossible in the CRS</source>
        <translation>Koordinaten im KBS unmöglich</translation>
    </message>
    <message>
        <source>crime,police,CSV,text,delimited,data.police.uk,open data,portal,incidents</source>
        <translation>Kriminalität,Polizei,CSV,Text,Trennzeichen,offene Daten,Portal,Vorfälle,crime,police,text,delimited,data.police.uk,open data,portal,incidents</translation>
    </message>
    <message>
        <source>culled</source>
        <translation>in der Vorauswahl verworfen</translation>
    </message>
    <message>
        <source>date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>date not in the range</source>
        <translation>Datum nicht im Zeitraum</translation>
    </message>
    <message>
        <source>degrees</source>
        <translation>Grad</translation>
    </message>
    <message>
        <source>denominator</source>
        <translation>Bezugsgröße</translation>
    </message>
    <message>
        <source>dense</source>
        <translation>dicht</translation>
    </message>
    <message>
        <source>dense in {n} of {all}</source>
        <translation>dicht in {n} von {all}</translation>
    </message>
    <message>
        <source>dense within {reach}</source>
        <translation>dicht bis {reach}</translation>
    </message>
    <message>
        <source>density</source>
        <translation>Dichte</translation>
    </message>
    <message>
        <source>density within {reach}</source>
        <translation>Dichte bis {reach}</translation>
    </message>
    <message>
        <source>diagnostics of the fit</source>
        <translation>Diagnosen der Anpassung</translation>
    </message>
    <message>
        <source>direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>dispersion</source>
        <translation>Dispersion</translation>
    </message>
    <message>
        <source>displacement width</source>
        <translation>Verlagerungsbreite</translation>
    </message>
    <message>
        <source>distance that is near</source>
        <translation>Entfernung, die als nahe gilt</translation>
    </message>
    <message>
        <source>do not survive</source>
        <translation>bleiben nicht bestehen</translation>
    </message>
    <message>
        <source>draws of moved incidents</source>
        <translation>Ziehungen verschobener Vorfälle</translation>
    </message>
    <message>
        <source>each name stands once</source>
        <translation>jeder Name steht einmal</translation>
    </message>
    <message>
        <source>each once, in rising order</source>
        <translation>jede einmal, aufsteigend geordnet</translation>
    </message>
    <message>
        <source>each variable stands once</source>
        <translation>jede Variable steht einmal</translation>
    </message>
    <message>
        <source>east</source>
        <translation>Osten</translation>
    </message>
    <message>
        <source>effects by age, disability, gender reassignment, marriage and civil partnership, pregnancy and maternity, race, religion or belief, sex and sexual orientation; for which of them there are no data.</source>
        <translation>Auswirkungen nach Alter, Behinderung, Geschlechtsangleichung, Ehe und eingetragener Lebenspartnerschaft, Schwangerschaft und Mutterschaft, ethnischer Herkunft, Religion oder Weltanschauung, Geschlecht und sexueller Orientierung; zu welchen davon es keine Daten gibt.</translation>
    </message>
    <message>
        <source>elastic net, %(folds)s %(kind)s folds, %(deals)s</source>
        <translation>Elastic Net, %(folds)s %(kind)s Folds, %(deals)s</translation>
    </message>
    <message>
        <source>en-GB</source>
        <translation>de</translation>
    </message>
    <message>
        <source>everything in this table.</source>
        <translation>alles in dieser Tabelle.</translation>
    </message>
    <message>
        <source>everything is flagged</source>
        <translation>alles ist markiert</translation>
    </message>
    <message>
        <source>exact: conditional on the sum of counts. etest: the E-test, a little sharper; needs statsmodels.</source>
        <translation>exact: bedingt auf die Summe der Anzahlen. etest: der E-Test, ein wenig schärfer; braucht statsmodels.</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>fewer incidents</source>
        <translation>weniger Vorfällen</translation>
    </message>
    <message>
        <source>fewer than %(smallest)s</source>
        <translation>weniger als %(smallest)s</translation>
    </message>
    <message>
        <source>fewer than the minimum in its class</source>
        <translation>weniger als das Minimum in der Klasse</translation>
    </message>
    <message>
        <source>fewer than {least}</source>
        <translation>weniger als {least}</translation>
    </message>
    <message>
        <source>fewer than {n}</source>
        <translation>weniger als {n}</translation>
    </message>
    <message>
        <source>field &apos;{field}&apos;</source>
        <translation>Feld „{field}“</translation>
    </message>
    <message>
        <source>field ‘{name}’</source>
        <translation>Feld „{name}“</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>fit it again, for example in {suggested}</source>
        <translation>Passen Sie es neu an (Vorschlag für das KBS: {suggested})</translation>
    </message>
    <message>
        <source>folds</source>
        <translation>Folds</translation>
    </message>
    <message>
        <source>found in {selected:,} of {n_draws:,} draws</source>
        <translation>in {selected:,} von {n_draws:,} Ziehungen gefunden</translation>
    </message>
    <message>
        <source>from {first} to {last}</source>
        <translation>von {first} bis {last}</translation>
    </message>
    <message>
        <source>geocentric</source>
        <translation>geozentrisch</translation>
    </message>
    <message>
        <source>geometry type {code}</source>
        <translation>Geometrietyp {code}</translation>
    </message>
    <message>
        <source>give their CRS (feet are often a State Plane)</source>
        <translation>Geben Sie ihr KBS an (Fuß gehören oft zu einem State-Plane-System)</translation>
    </message>
    <message>
        <source>given with the publication.</source>
        <translation>wird mit der Veröffentlichung vergeben.</translation>
    </message>
    <message>
        <source>half a block</source>
        <translation>ein halber Block</translation>
    </message>
    <message>
        <source>half a place&apos;s side</source>
        <translation>die halbe Seitenlänge eines Ortes</translation>
    </message>
    <message>
        <source>half block</source>
        <translation>halber Block</translation>
    </message>
    <message>
        <source>has no feature</source>
        <translation>hat kein Objekt</translation>
    </message>
    <message>
        <source>has no field &apos;{field}&apos;</source>
        <translation>hat kein Feld „{field}“</translation>
    </message>
    <message>
        <source>has no usable point</source>
        <translation>hat keinen brauchbaren Punkt</translation>
    </message>
    <message>
        <source>has no usable polygon</source>
        <translation>hat kein brauchbares Polygon</translation>
    </message>
    <message>
        <source>here</source>
        <translation>hier</translation>
    </message>
    <message>
        <source>highest-risk class</source>
        <translation>Klasse höchsten Risikos</translation>
    </message>
    <message>
        <source>hour not asked for</source>
        <translation>Stunde nicht verlangt</translation>
    </message>
    <message>
        <source>how effects are watched, and what ends the use of the map.</source>
        <translation>wie die Auswirkungen beobachtet werden, und was die Verwendung der Karte beendet.</translation>
    </message>
    <message>
        <source>how many lie in the places is not told, for small counts could be found from it; SMALLEST_COUNT=0 tells it to whoever may know</source>
        <translation>wie viele davon in den Orten liegen, wird nicht genannt, weil sich daraus kleine Anzahlen erschließen ließen; SMALLEST_COUNT=0 nennt es denen, die es wissen dürfen</translation>
    </message>
    <message>
        <source>how often the map is used, and for how many decisions.</source>
        <translation>wie oft die Karte verwendet wird, und für wie viele Entscheidungen.</translation>
    </message>
    <message>
        <source>how often the model is fitted anew and validated, and who looks after it.</source>
        <translation>wie oft das Modell neu angepasst und validiert wird, und wer sich darum kümmert.</translation>
    </message>
    <message>
        <source>how places were chosen before.</source>
        <translation>wie Orte bisher ausgewählt wurden.</translation>
    </message>
    <message>
        <source>how quality is kept up, and what could be left out.</source>
        <translation>wie die Qualität erhalten wird, und was weggelassen werden könnte.</translation>
    </message>
    <message>
        <source>how the data are collected, stored and deleted, who they are shared with, and which of it is likely to be high risk.</source>
        <translation>wie die Daten erhoben, gespeichert und gelöscht werden, an wen sie weitergegeben werden, und was davon voraussichtlich ein hohes Risiko bedeutet.</translation>
    </message>
    <message>
        <source>how the map enters decisions, and what weight it has beside other knowledge.</source>
        <translation>wie die Karte in Entscheidungen eingeht, und welches Gewicht sie neben anderem Wissen hat.</translation>
    </message>
    <message>
        <source>how the public can question what is done in a place.</source>
        <translation>wie die Öffentlichkeit infrage stellen kann, was an einem Ort getan wird.</translation>
    </message>
    <message>
        <source>how these data are processed.</source>
        <translation>wie diese Daten verarbeitet werden.</translation>
    </message>
    <message>
        <source>id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>id came before</source>
        <translation>ID kam schon vor</translation>
    </message>
    <message>
        <source>impact,evaluation,WDD,displacement,diffusion,trial,before,after,control,treatment,crime</source>
        <translation>Wirkung,Evaluation,WDD,Verlagerung,Ausstrahlung,Versuch,vorher,nachher,Kontrolle,Maßnahme,Kriminalität,impact,evaluation,displacement,diffusion,trial,before,after,control,treatment,crime</translation>
    </message>
    <message>
        <source>in degrees nothing can be measured: give a study area to have it tested</source>
        <translation>in Grad lässt sich nichts messen; geben Sie ein Untersuchungsgebiet an, um es prüfen zu lassen</translation>
    </message>
    <message>
        <source>in doubt</source>
        <translation>zweifelhaft</translation>
    </message>
    <message>
        <source>in no cell</source>
        <translation>in keiner Zelle</translation>
    </message>
    <message>
        <source>in or near the flagged places, which are {area} of the area ({flagged} are flagged)</source>
        <translation>in oder nahe den markierten Orten ({area} der Fläche; markiert sind {flagged})</translation>
    </message>
    <message>
        <source>in places whose turn had come {treated} while others waited</source>
        <translation>{treated} an Orten, die schon an der Reihe waren, während andere warteten</translation>
    </message>
    <message>
        <source>in places whose turn had come {treated} while others waited, which, set against those that waited, is {difference} than expected</source>
        <translation>{treated} an Orten, die schon an der Reihe waren, während andere warteten; gemessen an den wartenden {difference} als erwartet</translation>
    </message>
    <message>
        <source>in the flagged places, which are {area} of the area</source>
        <translation>in den markierten Orten ({area} der Fläche)</translation>
    </message>
    <message>
        <source>in the model</source>
        <translation>im Modell</translation>
    </message>
    <message>
        <source>in the one treated place {treated} after against {before} before</source>
        <translation>an dem einen Ort mit Maßnahme {treated} nachher gegenüber {before} vorher</translation>
    </message>
    <message>
        <source>in the {n:,} treated places {{treated}} after against {{before}} before</source>
        <translation>an den {n:,} Orten mit Maßnahme {{treated}} nachher gegenüber {{before}} vorher</translation>
    </message>
    <message>
        <source>in {treated_places} {treated} after against {before:,} before{scaled}, which, set against {control_places}, is {difference} than expected{part}</source>
        <translation>an {treated_places} {treated} nachher gegenüber {before:,} vorher{scaled}; gemessen an {control_places} {difference} als erwartet{part}</translation>
    </message>
    <message>
        <source>incidents</source>
        <translation>Vorfälle</translation>
    </message>
    <message>
        <source>incidents are counted in proportion to it, so that it is part of every score</source>
        <translation>Vorfälle werden im Verhältnis dazu gezählt, was in jeden Score eingeht</translation>
    </message>
    <message>
        <source>incidents before</source>
        <translation>Vorfälle vorher</translation>
    </message>
    <message>
        <source>incidents or other layers</source>
        <translation>Vorfälle oder andere Layer</translation>
    </message>
    <message>
        <source>incidents without a date are counted nowhere, and with their dates the result could be another</source>
        <translation>Vorfälle ohne Datum sind nirgends gezählt, und mit ihren Datumsangaben könnte das Ergebnis ein anderes sein</translation>
    </message>
    <message>
        <source>incidents without a date are counted nowhere, and {what}</source>
        <translation>Vorfälle ohne Datum sind nirgends gezählt, und {what}</translation>
    </message>
    <message>
        <source>increment</source>
        <translation>Schrittweite</translation>
    </message>
    <message>
        <source>is ahead of</source>
        <translation>liegt vor</translation>
    </message>
    <message>
        <source>is behind</source>
        <translation>liegt hinter</translation>
    </message>
    <message>
        <source>is installed but cannot be loaded ({reason})</source>
        <translation>ist installiert, kann aber nicht geladen werden ({reason})</translation>
    </message>
    <message>
        <source>is level at {levels}</source>
        <translation>liegt gleichauf bei {levels}</translation>
    </message>
    <message>
        <source>is level with</source>
        <translation>liegt gleichauf mit</translation>
    </message>
    <message>
        <source>is no number</source>
        <translation>ist keine Zahl</translation>
    </message>
    <message>
        <source>is no whole number</source>
        <translation>ist keine ganze Zahl</translation>
    </message>
    <message>
        <source>is not installed</source>
        <translation>ist nicht installiert</translation>
    </message>
    <message>
        <source>is too large a number; the largest is {highest}</source>
        <translation>ist zu groß, die größte Zahl ist {highest}</translation>
    </message>
    <message>
        <source>is too small a number; the smallest is {lowest}</source>
        <translation>ist zu klein, die kleinste Zahl ist {lowest}</translation>
    </message>
    <message>
        <source>it is a candidate that was selected</source>
        <translation>ein Kandidat, der ausgewählt wurde</translation>
    </message>
    <message>
        <source>it is a variable that its factor has</source>
        <translation>eine Variable, die sein Faktor hat</translation>
    </message>
    <message>
        <source>it is among the fits</source>
        <translation>eine der angepassten</translation>
    </message>
    <message>
        <source>it is at least the cell size</source>
        <translation>mindestens die Zellengröße</translation>
    </message>
    <message>
        <source>it is at most the highest score</source>
        <translation>höchstens der höchste Score</translation>
    </message>
    <message>
        <source>it is e to some of the coefficients, over the lowest</source>
        <translation>e hoch die Summe einiger der Koeffizienten, im Verhältnis zum niedrigsten Wert</translation>
    </message>
    <message>
        <source>it is e to the intercept and some of the coefficients</source>
        <translation>e hoch die Summe aus Achsenabschnitt und einigen der Koeffizienten</translation>
    </message>
    <message>
        <source>it is gone</source>
        <translation>er ist nicht mehr da</translation>
    </message>
    <message>
        <source>it is missing</source>
        <translation>diese Angabe, aber sie fehlt</translation>
    </message>
    <message>
        <source>it is no text</source>
        <translation>es ist kein Text</translation>
    </message>
    <message>
        <source>it is not below that of the family kept</source>
        <translation>nicht niedriger als bei der behaltenen Familie</translation>
    </message>
    <message>
        <source>it is that of the family&apos;s fit</source>
        <translation>der Wert der Anpassung dieser Familie</translation>
    </message>
    <message>
        <source>it is the cell size of the settings</source>
        <translation>die Zellengröße der Einstellungen</translation>
    </message>
    <message>
        <source>it is what the BIC and the number of cells say</source>
        <translation>was der BIC und die Anzahl der Zellen besagen</translation>
    </message>
    <message>
        <source>it is what the mean and the highest score allow</source>
        <translation>was Mittelwert und höchster Score zulassen</translation>
    </message>
    <message>
        <source>its field</source>
        <translation>sein Feld</translation>
    </message>
    <message>
        <source>its layer</source>
        <translation>sein Layer</translation>
    </message>
    <message>
        <source>its name</source>
        <translation>sein Name</translation>
    </message>
    <message>
        <source>its points are clustered but farther apart than the maximum influence of {max_influence} ({distances})</source>
        <translation>seine Punkte liegen geklumpt, aber weiter auseinander als die größte Reichweite von {max_influence} ({distances})</translation>
    </message>
    <message>
        <source>its points are not significantly clustered ({distances})</source>
        <translation>seine Punkte liegen nicht signifikant geklumpt ({distances})</translation>
    </message>
    <message>
        <source>its points are significantly clustered ({distances})</source>
        <translation>seine Punkte liegen signifikant geklumpt ({distances})</translation>
    </message>
    <message>
        <source>its points are too few, or in one line, to test for clustering</source>
        <translation>seine Punkte sind zu wenige oder liegen auf einer Linie, sodass Klumpung nicht geprüft werden kann</translation>
    </message>
    <message>
        <source>its settings go together</source>
        <translation>seine Einstellungen passen zusammen</translation>
    </message>
    <message>
        <source>kernel density {bandwidth} {unit}</source>
        <translation>Kerndichte {bandwidth}&#xa0;{unit}</translation>
    </message>
    <message>
        <source>landscape</source>
        <translation>Umfeld</translation>
    </message>
    <message>
        <source>left after culling</source>
        <translation>nach der Vorauswahl übrig</translation>
    </message>
    <message>
        <source>less than all people</source>
        <translation>weniger betroffen als alle Personen</translation>
    </message>
    <message>
        <source>likelihood (remote, possible or probable), severity (minimal, significant or severe) and overall risk (low, medium or high) of each, and risks that are missing.</source>
        <translation>Wahrscheinlichkeit (gering, möglich oder wahrscheinlich), Schwere (minimal, erheblich oder schwerwiegend) und Gesamtrisiko (niedrig, mittel oder hoch) jedes Risikos, dazu fehlende Risiken.</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>Linien</translation>
    </message>
    <message>
        <source>log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>long</source>
        <translation>lang</translation>
    </message>
    <message>
        <source>look at it</source>
        <translation>ansehen</translation>
    </message>
    <message>
        <source>loses at {levels}</source>
        <translation>verliert bei {levels}</translation>
    </message>
    <message>
        <source>loses to</source>
        <translation>verliert gegen</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>verloren</translation>
    </message>
    <message>
        <source>lowers</source>
        <translation>senkt</translation>
    </message>
    <message>
        <source>lowest and highest, around where its variable begins to act</source>
        <translation>kleinster und größter Wert, beiderseits der Stelle, ab der die Variable wirkt</translation>
    </message>
    <message>
        <source>mean distance to the nearest neighbour {observed}, {expected} if random, z = {z:.1f}</source>
        <translation>mittlerer Abstand zum nächsten Nachbarn {observed}, bei Zufall {expected}, z = {z:.1f}</translation>
    </message>
    <message>
        <source>measures of the organisation, their effect, what risk remains, and whether it is approved.</source>
        <translation>Maßnahmen der Organisation, ihre Auswirkung, welches Risiko bleibt, und ob es genehmigt ist.</translation>
    </message>
    <message>
        <source>method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>more incidents</source>
        <translation>mehr Vorfällen</translation>
    </message>
    <message>
        <source>more than all people</source>
        <translation>stärker betroffen als alle Personen</translation>
    </message>
    <message>
        <source>more than chance ({interval})</source>
        <translation>die über den Zufall hinausgeht ({interval})</translation>
    </message>
    <message>
        <source>more values than columns</source>
        <translation>mehr Werte als Spalten</translation>
    </message>
    <message>
        <source>most often {where}, in {n} of {all}</source>
        <translation>am häufigsten {where}, in {n} von {all}</translation>
    </message>
    <message>
        <source>much weaker</source>
        <translation>viel schwächer</translation>
    </message>
    <message>
        <source>name of the controller.</source>
        <translation>Name des Verantwortlichen.</translation>
    </message>
    <message>
        <source>name them the other way round</source>
        <translation>Vertauschen Sie die beiden Angaben</translation>
    </message>
    <message>
        <source>name, role, organisation</source>
        <translation>Name, Funktion, Organisation</translation>
    </message>
    <message>
        <source>names of the factors and of their layers&apos; fields</source>
        <translation>Namen der Faktoren und der Felder ihrer Layer</translation>
    </message>
    <message>
        <source>names of the factors, for the model file does not tell those of the layers&apos; fields</source>
        <translation>Namen der Faktoren (die der Layerfelder nennt die Modelldatei nicht)</translation>
    </message>
    <message>
        <source>near</source>
        <translation>nahe</translation>
    </message>
    <message>
        <source>near in {n} of {all}</source>
        <translation>nah in {n} von {all}</translation>
    </message>
    <message>
        <source>nearest {length}</source>
        <translation>nächstes Objekt: {length}</translation>
    </message>
    <message>
        <source>needs a field with its numbers</source>
        <translation>braucht ein Feld mit den Zahlen</translation>
    </message>
    <message>
        <source>negative binomial ({family})</source>
        <translation>negative Binomialverteilung ({family})</translation>
    </message>
    <message>
        <source>negative binomial, variance growing with the square of the mean (NB2)</source>
        <translation>negative Binomialverteilung, Varianz mit dem Quadrat des Mittelwerts wachsend (NB2)</translation>
    </message>
    <message>
        <source>negative binomial, variance proportional to the mean (NB1)</source>
        <translation>negative Binomialverteilung, Varianz proportional zum Mittelwert (NB1)</translation>
    </message>
    <message>
        <source>neither displacement nor diffusion of benefits is shown, and neither is ruled out</source>
        <translation>weder Verlagerung noch Ausstrahlung der Wirkung zeigt sich, und keine von beiden ist ausgeschlossen</translation>
    </message>
    <message>
        <source>neither more nor fewer</source>
        <translation>weder mehr noch weniger</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>no CRS suits so large an extent, so look for features that are far off, or use a smaller area</source>
        <translation>Kein KBS passt zu einer so großen Ausdehnung; suchen Sie also nach weit entfernten Objekten, oder verwenden Sie ein kleineres Gebiet</translation>
    </message>
    <message>
        <source>no class</source>
        <translation>keine Klasse</translation>
    </message>
    <message>
        <source>no clear difference</source>
        <translation>kein klarer Unterschied</translation>
    </message>
    <message>
        <source>no coordinates</source>
        <translation>keine Koordinaten</translation>
    </message>
    <message>
        <source>no date, or one not understood</source>
        <translation>kein oder kein verständliches Datum</translation>
    </message>
    <message>
        <source>no difference</source>
        <translation>kein Unterschied</translation>
    </message>
    <message>
        <source>no feature</source>
        <translation>kein Objekt</translation>
    </message>
    <message>
        <source>no feature within reach</source>
        <translation>kein Objekt in Reichweite</translation>
    </message>
    <message>
        <source>no geometry</source>
        <translation>keine Geometrie</translation>
    </message>
    <message>
        <source>no interval: one area</source>
        <translation>kein Intervall: ein einziges Gebiet</translation>
    </message>
    <message>
        <source>no interval: too many resamples had nobody there</source>
        <translation>kein Intervall: in zu vielen Wiederholungsstichproben war niemand dort</translation>
    </message>
    <message>
        <source>no interval: {n} areas tell too little</source>
        <translation>kein Intervall: {n} Gebiete sagen zu wenig</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>unbegrenzt</translation>
    </message>
    <message>
        <source>no lots were drawn, so that what else differs between the places may be behind it</source>
        <translation>es wurde nicht gelost, sodass auch dahinterstehen kann, worin sich die Orte sonst unterscheiden</translation>
    </message>
    <message>
        <source>no more than chance ({interval})</source>
        <translation>die nicht über den Zufall hinausgeht ({interval})</translation>
    </message>
    <message>
        <source>no test</source>
        <translation>kein Test</translation>
    </message>
    <message>
        <source>no time of day</source>
        <translation>keine Uhrzeit</translation>
    </message>
    <message>
        <source>no variable of it differs between the cells</source>
        <translation>keine seiner Variablen unterscheidet sich zwischen den Zellen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>none given</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>none left</source>
        <translation>keiner mehr offen</translation>
    </message>
    <message>
        <source>north</source>
        <translation>Norden</translation>
    </message>
    <message>
        <source>north-east</source>
        <translation>Nordosten</translation>
    </message>
    <message>
        <source>north-west</source>
        <translation>Nordwesten</translation>
    </message>
    <message>
        <source>not a file</source>
        <translation>keine Datei</translation>
    </message>
    <message>
        <source>not at all</source>
        <translation>gar nicht</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>not shown</source>
        <translation>nicht gezeigt</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>ungenannt</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>nothing of this name is known</source>
        <translation>nichts, denn dieser Name ist unbekannt</translation>
    </message>
    <message>
        <source>number {id}</source>
        <translation>Nummer {id}</translation>
    </message>
    <message>
        <source>of the riskiest {level} of the area {stays} would stay</source>
        <translation>von den riskantesten {level} der Fläche würden {stays} bleiben</translation>
    </message>
    <message>
        <source>of these by the landscape {landscape}, by what happens around {around}, here {here}</source>
        <translation>davon nach dem Umfeld {landscape}, nach dem Geschehen ringsum {around}, nach dem hier {here}</translation>
    </message>
    <message>
        <source>of these in or near flagged places</source>
        <translation>davon in oder nahe markierten Orten</translation>
    </message>
    <message>
        <source>of these there</source>
        <translation>davon dort</translation>
    </message>
    <message>
        <source>of those where it was tried</source>
        <translation>von denen, in denen er versucht wurde</translation>
    </message>
    <message>
        <source>offence types and source of the records</source>
        <translation>Deliktarten und Quelle der Aufzeichnungen</translation>
    </message>
    <message>
        <source>one for each of the families</source>
        <translation>eine für jede der Familien</translation>
    </message>
    <message>
        <source>one for each of the selected variables</source>
        <translation>je eine für jede der ausgewählten Variablen</translation>
    </message>
    <message>
        <source>one of {choices}</source>
        <translation>eines von {choices}</translation>
    </message>
    <message>
        <source>one variable of each factor, those that the candidates call selected</source>
        <translation>eine Variable je Faktor, und zwar die bei den Kandidaten als ausgewählt bezeichneten</translation>
    </message>
    <message>
        <source>only what is flagged</source>
        <translation>nur, was markiert ist</translation>
    </message>
    <message>
        <source>only {n} of its points are within the study area, too few to test for clustering</source>
        <translation>nur {n} seiner Punkte liegen im Untersuchungsgebiet, zu wenige, um auf Klumpung zu prüfen</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>operationalisation</source>
        <translation>Operationalisierung</translation>
    </message>
    <message>
        <source>other ways that were considered, and why this one is needed.</source>
        <translation>andere Wege, die erwogen wurden, und warum dieser gebraucht wird.</translation>
    </message>
    <message>
        <source>other ways that were considered, those without an algorithm included.</source>
        <translation>andere Wege, die erwogen wurden, auch solche ohne Algorithmus.</translation>
    </message>
    <message>
        <source>others ({n}): {names}</source>
        <translation>andere ({n}): {names}</translation>
    </message>
    <message>
        <source>outside the area</source>
        <translation>außerhalb des Gebiets</translation>
    </message>
    <message>
        <source>outside the study area</source>
        <translation>außerhalb des Untersuchungsgebiets</translation>
    </message>
    <message>
        <source>outside the study area or in no cell</source>
        <translation>außerhalb des Untersuchungsgebiets oder in keiner Zelle</translation>
    </message>
    <message>
        <source>p &lt; 0.01</source>
        <translation>p &lt; 0.01</translation>
    </message>
    <message>
        <source>p = {value}</source>
        <translation>p = {value}</translation>
    </message>
    <message>
        <source>p below {least:g}</source>
        <translation>p unter {least:g}</translation>
    </message>
    <message>
        <source>p by shifts</source>
        <translation>p nach Verschiebungen</translation>
    </message>
    <message>
        <source>p, by the first</source>
        <translation>p, nach dem ersten</translation>
    </message>
    <message>
        <source>p-value</source>
        <translation>p-Wert</translation>
    </message>
    <message>
        <source>p-value by the lots</source>
        <translation>p-Wert nach den Losen</translation>
    </message>
    <message>
        <source>pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>pairs: within pairs of alike places (in waves: groups of as many as there are waves). blocks: within larger blocks. complete: among all places. A crossover needs none.</source>
        <translation>pairs: innerhalb von Paaren ähnlicher Orte (bei Wellen: Gruppen von so vielen Orten, wie es Wellen gibt). blocks: innerhalb größerer Blöcke. complete: unter allen Orten. Ein täglicher Wechsel (Crossover) braucht nichts davon.</translation>
    </message>
    <message>
        <source>parallel: half are treated, half left as they are. stepped: all are treated, one wave after the other, and those that wait are the control. crossover: every place is treated on days that are drawn by lot, a few in every week, with visits of 15 minutes; its other days are its control, so that few places suffice.</source>
        <translation>parallel: Die Hälfte bekommt die Maßnahme, die Hälfte bleibt, wie sie ist. stepped: Alle bekommen die Maßnahme, eine Welle nach der anderen, und die noch warten, sind die Kontrolle. crossover: Jeder Ort bekommt die Maßnahme an ausgelosten Tagen, einigen in jeder Woche, mit Besuchen von 15&#xa0;Minuten; seine anderen Tage sind seine Kontrolle, sodass wenige Orte genügen.</translation>
    </message>
    <message>
        <source>parallel: half of the places are treated. stepped: all are, in waves. crossover: all are, on days drawn by lot.</source>
        <translation>parallel: Die Hälfte der Orte bekommt die Maßnahme. stepped: alle, in Wellen. crossover: alle, an ausgelosten Tagen.</translation>
    </message>
    <message>
        <source>patrol place</source>
        <translation>Ort für eine Streife</translation>
    </message>
    <message>
        <source>place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>places</source>
        <translation>Orte</translation>
    </message>
    <message>
        <source>places: by the number of places. area: by their area. none: not at all.</source>
        <translation>places: nach der Anzahl der Orte. area: nach ihrer Fläche. none: gar nicht.</translation>
    </message>
    <message>
        <source>points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>points, polygons or a raster</source>
        <translation>Punkte, Polygone oder ein Raster</translation>
    </message>
    <message>
        <source>polygons</source>
        <translation>Polygone</translation>
    </message>
    <message>
        <source>polygons or a raster</source>
        <translation>Polygone oder ein Raster</translation>
    </message>
    <message>
        <source>polygons: the given polygons are ranked. hot_spots: free shapes around hot spots. auto: the polygons where there are any, hot spots otherwise.</source>
        <translation>polygons: Die angegebenen Polygone werden nach Rang geordnet. hot_spots: freie Formen um Hotspots. auto: die Polygone, wo es welche gibt, sonst Hotspots.</translation>
    </message>
    <message>
        <source>prior counts</source>
        <translation>frühere Anzahlen</translation>
    </message>
    <message>
        <source>protective</source>
        <translation>schützend</translation>
    </message>
    <message>
        <source>proximity</source>
        <translation>Nähe</translation>
    </message>
    <message>
        <source>qgis_process ended before the run was done (exit code {code}), perhaps for want of memory: see the log, or let fewer run at once.</source>
        <translation>qgis_process endete, bevor der Lauf fertig war (Exit-Code {code}), vielleicht aus Mangel an Arbeitsspeicher: Sehen Sie in das Protokoll, oder lassen Sie weniger Läufe zugleich laufen.</translation>
    </message>
    <message>
        <source>raises</source>
        <translation>erhöht</translation>
    </message>
    <message>
        <source>random shifts of the incidents</source>
        <translation>zufällige Verschiebungen der Vorfälle</translation>
    </message>
    <message>
        <source>random_shift: keep only factors that go together with the incidents by more than the chance likeness of two patchy maps. What the model leaves of the incidents is shifted as a whole against the factors, which keeps both patterns and breaks their tie; a factor that does not beat 95% of the shifts is taken out. Use it where neighbouring cells are alike: where the quoted intervals are wider than the model&apos;s own, as the diagnostics tell. It takes about three times as long. Each effect is also shown beside a smooth surface of what neighbouring cells share: is it the factor, or the town centre?</source>
        <translation>random_shift: behält nur Faktoren, die stärker mit den Vorfällen einhergehen, als zwei fleckige Karten einander zufällig ähneln. Was das Modell von den Vorfällen übrig lässt, wird als Ganzes gegen die Faktoren verschoben; das erhält beide Muster und löst ihre Verbindung. Ein Faktor, der nicht 95% der Verschiebungen übertrifft, wird herausgenommen. Zu empfehlen, wo benachbarte Zellen einander gleichen: wo die genannten Intervalle breiter sind als die des Modells selbst, wie die Diagnosen sagen. Es dauert etwa dreimal so lange. Jeder Effekt wird auch neben einer glatten Fläche dessen gezeigt, was benachbarte Zellen gemeinsam haben: Ist es der Faktor oder die Innenstadt?</translation>
    </message>
    <message>
        <source>ranking</source>
        <translation>Rangfolge</translation>
    </message>
    <message>
        <source>reach</source>
        <translation>Reichweite</translation>
    </message>
    <message>
        <source>reference number came before</source>
        <translation>Referenznummer kam schon vor</translation>
    </message>
    <message>
        <source>register and number</source>
        <translation>Register und Nummer</translation>
    </message>
    <message>
        <source>relationship with the individuals, their control and expectation; children and other vulnerable groups; earlier concerns; novelty; public concern; codes of conduct.</source>
        <translation>Verhältnis zu den betroffenen Personen, deren Kontrolle und Erwartung; Kinder und andere schutzbedürftige Gruppen; frühere Bedenken; Neuartigkeit; öffentliche Besorgnis; Verhaltensregeln.</translation>
    </message>
    <message>
        <source>relative risk</source>
        <translation>relatives Risiko</translation>
    </message>
    <message>
        <source>relatively more of control than of treatment are missing (beyond chance)</source>
        <translation>von denen der Kontrolle fehlen im Verhältnis mehr als von denen der Maßnahme (mehr als durch Zufall zu erwarten)</translation>
    </message>
    <message>
        <source>relatively more of treatment than of control are missing (beyond chance)</source>
        <translation>von denen der Maßnahme fehlen im Verhältnis mehr als von denen der Kontrolle (mehr als durch Zufall zu erwarten)</translation>
    </message>
    <message>
        <source>repeats of the cross-validation</source>
        <translation>Wiederholungen der Kreuzvalidierung</translation>
    </message>
    <message>
        <source>report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>reproject it, for example to {suggested}</source>
        <translation>Projizieren Sie ihn um (Vorschlag: {suggested})</translation>
    </message>
    <message>
        <source>resamples of the choice of factors</source>
        <translation>Wiederholungsstichproben zur Auswahl der Faktoren</translation>
    </message>
    <message>
        <source>risk factor,RTM,operationalisation,proximity,density,settings,nearest neighbour</source>
        <translation>Risikofaktor,RTM,Operationalisierung,Nähe,Dichte,Einstellungen,nächster Nachbar,risk factor,operationalisation,proximity,density,settings,nearest neighbour</translation>
    </message>
    <message>
        <source>risk factors</source>
        <translation>Risikofaktoren</translation>
    </message>
    <message>
        <source>risk terrain</source>
        <translation>Risikoterrains</translation>
    </message>
    <message>
        <source>risk terrain &apos;{name}&apos;</source>
        <translation>Risikoterrain „{name}“</translation>
    </message>
    <message>
        <source>risk,crime,RTM,accountability,model card,DPIA,data protection,equality,ATRS,transparency,governance,audit</source>
        <translation>Risiko,Kriminalität,RTM,Rechenschaft,Modellkarte,Datenschutz,Folgenabschätzung,Gleichstellung,Transparenz,Governance,Prüfung,risk,crime,accountability,model card,DPIA,data protection,equality,ATRS,transparency,audit</translation>
    </message>
    <message>
        <source>risk,crime,RTM,batch,force,boroughs,many,compare,comparison,resume,parallel</source>
        <translation>Risiko,Kriminalität,RTM,Stapel,Behörde,Bezirke,viele,vergleichen,Vergleich,fortsetzen,parallel,risk,crime,batch,force,boroughs,many,compare,comparison,resume</translation>
    </message>
    <message>
        <source>risk,crime,RTM,check,factor,suggest,operationalisation,incidents,count,clipped</source>
        <translation>Risiko,Kriminalität,RTM,prüfen,Faktor,vorschlagen,Operationalisierung,Vorfälle,Anzahl,risk,crime,check,factor,suggest,operationalisation,incidents,count,clipped</translation>
    </message>
    <message>
        <source>risk,crime,RTM,distance,proximity,density,kernel,heatmap,KDE,hotspot</source>
        <translation>Risiko,Kriminalität,RTM,Entfernung,Nähe,Dichte,Kern,Heatmap,KDE,Hotspot,risk,crime,distance,proximity,density,kernel,heatmap,hotspot</translation>
    </message>
    <message>
        <source>risk,crime,RTM,equality,disproportionality,population,census,ethnicity,deprivation,bias,exposure,PSED</source>
        <translation>Risiko,Kriminalität,RTM,Gleichstellung,Disproportionalität,Bevölkerung,Zensus,Herkunft,Benachteiligung,Verzerrung,Betroffenheit,risk,crime,equality,disproportionality,population,census,ethnicity,deprivation,bias,exposure,PSED</translation>
    </message>
    <message>
        <source>risk,crime,RTM,example,model designer</source>
        <translation>Risiko,Kriminalität,RTM,Beispiel,grafische Modellierung,risk,crime,example,model designer</translation>
    </message>
    <message>
        <source>risk,crime,RTM,hotspot,highest risk,patrol,tasking,places,polygons,problem profile</source>
        <translation>Risiko,Kriminalität,RTM,Hotspot,höchstes Risiko,Streife,Auftrag,Orte,Polygone,Problemprofil,risk,crime,hotspot,highest risk,patrol,tasking,places,polygons,problem profile</translation>
    </message>
    <message>
        <source>risk,crime,RTM,map,print,layout,PDF,A4,A3,poster,tasking</source>
        <translation>Risiko,Kriminalität,RTM,Karte,drucken,Layout,PDF,A4,A3,Poster,Auftrag,risk,crime,map,print,layout,poster,tasking</translation>
    </message>
    <message>
        <source>risk,crime,RTM,patrol,tasking,problem solving,SARA,atlas,print,PDF,GeoJSON,KML</source>
        <translation>Risiko,Kriminalität,RTM,Streife,Auftrag,Problemlösung,SARA,Atlas,drucken,PDF,GeoJSON,KML,risk,crime,patrol,tasking,problem solving,atlas,print</translation>
    </message>
    <message>
        <source>risk,crime,RTM,report,HTML,print,problem profile,risk narrative</source>
        <translation>Risiko,Kriminalität,RTM,Bericht,HTML,drucken,Problemprofil,Risikonarrativ,risk,crime,report,print,problem profile,risk narrative</translation>
    </message>
    <message>
        <source>risk,crime,RTM,street,road,block,junction,length,spatial influence</source>
        <translation>Risiko,Kriminalität,RTM,Straße,Block,Kreuzung,Länge,räumlicher Einfluss,risk,crime,street,road,block,junction,length,spatial influence</translation>
    </message>
    <message>
        <source>risk,crime,RTM,terrain,hotspot,risk factor,police,Poisson,negative binomial</source>
        <translation>Risiko,Kriminalität,RTM,Terrain,Hotspot,Risikofaktor,Polizei,Poisson,negative Binomialverteilung,risk,crime,terrain,hotspot,risk factor,police,negative binomial</translation>
    </message>
    <message>
        <source>risk,crime,RTM,validation,PAI,PEI,hit rate,hotspot,prediction,accuracy,compare</source>
        <translation>Risiko,Kriminalität,RTM,Validierung,PAI,PEI,Trefferquote,Hotspot,Vorhersage,Genauigkeit,vergleichen,risk,crime,validation,hit rate,hotspot,prediction,accuracy,compare</translation>
    </message>
    <message>
        <source>risk,crime,RTM,what if,scenario,predict,score,apply,change,licensing,planning</source>
        <translation>Risiko,Kriminalität,RTM,was wäre wenn,Szenario,vorhersagen,Score,anwenden,Änderung,Konzession,Planung,risk,crime,what if,scenario,predict,score,apply,change,licensing,planning</translation>
    </message>
    <message>
        <source>risk,crime,RTM,why,risk narrative,risk factor,explanation,problem solving,score</source>
        <translation>Risiko,Kriminalität,RTM,warum,Risikonarrativ,Risikofaktor,Erklärung,Problemlösung,Score,risk,crime,why,risk narrative,risk factor,explanation,problem solving,score</translation>
    </message>
    <message>
        <source>risks to the organisation and to public trust, the weight of each risk, and what is done about it.</source>
        <translation>Risiken für die Organisation und das öffentliche Vertrauen, das Gewicht jedes Risikos, und was dagegen getan wird.</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>selected in {selected:,} of {n_resamples:,} halves</source>
        <translation>in {selected:,} von {n_resamples:,} Hälften ausgewählt</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>short</source>
        <translation>kurz</translation>
    </message>
    <message>
        <source>shrunken {value}</source>
        <translation>geschrumpft {value}</translation>
    </message>
    <message>
        <source>some places</source>
        <translation>einige Orte</translation>
    </message>
    <message>
        <source>south</source>
        <translation>Süden</translation>
    </message>
    <message>
        <source>south-east</source>
        <translation>Südosten</translation>
    </message>
    <message>
        <source>south-west</source>
        <translation>Südwesten</translation>
    </message>
    <message>
        <source>spatial</source>
        <translation>räumliche</translation>
    </message>
    <message>
        <source>stratified</source>
        <translation>stratifizierte</translation>
    </message>
    <message>
        <source>stratified: each fold has its share of cells with many incidents. spatial: cells are dealt by square blocks, so that neighbours do not tell on each other.</source>
        <translation>stratified: Jeder Fold hat seinen Anteil an Zellen mit vielen Vorfällen. spatial: Zellen werden in quadratischen Blöcken verteilt, damit Nachbarn einander nicht verraten.</translation>
    </message>
    <message>
        <source>study area</source>
        <translation>Untersuchungsgebiets</translation>
    </message>
    <message>
        <source>study area,where,hot spot,hotspot,kernel density,wards,LSOA,RTM,incidents,crime</source>
        <translation>Untersuchungsgebiet,wo,Hotspot,Kerndichte,Stadtteile,LSOA,RTM,Vorfälle,Kriminalität,study area,where,hot spot,hotspot,kernel density,wards,incidents,crime</translation>
    </message>
    <message>
        <source>subject of the assessment, or title of the data protection officer.</source>
        <translation>Gegenstand der Abschätzung, oder Amtsbezeichnung der oder des Datenschutzbeauftragten.</translation>
    </message>
    <message>
        <source>surroundings</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>survive</source>
        <translation>bleiben bestehen</translation>
    </message>
    <message>
        <source>survives</source>
        <translation>bleibt bestehen</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>aufgenommen</translation>
    </message>
    <message>
        <source>temporary, gone when QGIS is closed</source>
        <translation>temporär, mit QGIS wieder weg</translation>
    </message>
    <message>
        <source>terrain and history</source>
        <translation>Terrain und Vorgeschichte</translation>
    </message>
    <message>
        <source>terrain and history of &apos;{name}&apos;</source>
        <translation>Terrain und Vorgeschichte von „{name}“</translation>
    </message>
    <message>
        <source>terrain: where the landscape is risky, also where little was recorded, for prevention and to change what makes a place risky. terrain_and_history: where most incidents are to be expected next, for patrols; needs the risk terrain.</source>
        <translation>terrain: wo das Umfeld riskant ist, auch wo wenig aufgezeichnet wurde, für Prävention und um zu ändern, was einen Ort riskant macht. terrain_and_history: wo als Nächstes die meisten Vorfälle zu erwarten sind, für Streifen; braucht das Risikoterrain.</translation>
    </message>
    <message>
        <source>terrain: why the landscape is risky. terrain_and_history: also how many incidents are to be expected next, by the landscape, by what was recorded around and here; needs the risk terrain.</source>
        <translation>terrain: warum das Umfeld riskant ist. terrain_and_history: auch, wie viele Vorfälle als Nächstes zu erwarten sind, nach dem Umfeld, nach dem, was ringsum, und dem, was hier aufgezeichnet wurde; braucht das Risikoterrain.</translation>
    </message>
    <message>
        <source>the UTM zone of the area</source>
        <translation>UTM-Zone des Gebiets</translation>
    </message>
    <message>
        <source>the address of a team, not of a person.</source>
        <translation>die Adresse eines Teams, nicht einer Person.</translation>
    </message>
    <message>
        <source>the agreements, or N/A.</source>
        <translation>die Vereinbarungen, oder N/A.</translation>
    </message>
    <message>
        <source>the aim of the organisation, links to other documents, and why the need was identified.</source>
        <translation>das Ziel der Organisation, Verweise auf andere Dokumente, und warum der Bedarf festgestellt wurde.</translation>
    </message>
    <message>
        <source>the basis in law, and how function creep is prevented.</source>
        <translation>die gesetzliche Grundlage, und wie eine schleichende Zweckentfremdung verhindert wird.</translation>
    </message>
    <message>
        <source>the capability of the tool, in the standard&apos;s words.</source>
        <translation>die Fähigkeit des Werkzeugs, in den Worten des Standards.</translation>
    </message>
    <message>
        <source>the control places of their blocks ({compared:,} of {n:,})</source>
        <translation>den Kontrollorten derselben Blöcke ({compared:,} von {n:,})</translation>
    </message>
    <message>
        <source>the date, once the tool is no longer used.</source>
        <translation>das Datum, sobald das Werkzeug nicht mehr verwendet wird.</translation>
    </message>
    <message>
        <source>the date.</source>
        <translation>das Datum.</translation>
    </message>
    <message>
        <source>the difference in incidents, and the incidents in treated places over what was to be expected</source>
        <translation>die Differenz der Vorfälle, und die Vorfälle an Orten mit Maßnahme im Verhältnis zu den zu erwartenden</translation>
    </message>
    <message>
        <source>the difference in incidents, and the rate of treated days over that of untreated days</source>
        <translation>die Differenz der Vorfälle, und die Rate der Tage mit Maßnahme im Verhältnis zu der der Tage ohne Maßnahme</translation>
    </message>
    <message>
        <source>the files have no rows</source>
        <translation>die Dateien haben keine Zeilen</translation>
    </message>
    <message>
        <source>the first</source>
        <translation>Anfang an</translation>
    </message>
    <message>
        <source>the full name of the team.</source>
        <translation>der volle Name des Teams.</translation>
    </message>
    <message>
        <source>the full name of who carries responsibility.</source>
        <translation>der volle Name der verantwortlichen Stelle.</translation>
    </message>
    <message>
        <source>the function that the tool serves.</source>
        <translation>die Funktion, der das Werkzeug dient.</translation>
    </message>
    <message>
        <source>the highest-risk cells, above mean + 2 SD</source>
        <translation>die Zellen höchsten Risikos, über Mittelwert + 2 SD</translation>
    </message>
    <message>
        <source>the highest-risk class</source>
        <translation>der Klasse höchsten Risikos</translation>
    </message>
    <message>
        <source>the incidents</source>
        <translation>die Vorfälle</translation>
    </message>
    <message>
        <source>the last</source>
        <translation>zuletzt</translation>
    </message>
    <message>
        <source>the least risky cell</source>
        <translation>die risikoärmste Zelle</translation>
    </message>
    <message>
        <source>the lowest value of field ‘{field}’</source>
        <translation>der niedrigste Wert des Felds ‚{field}‘</translation>
    </message>
    <message>
        <source>the middle</source>
        <translation>die Mitte</translation>
    </message>
    <message>
        <source>the model allows for it, and its effect is part of the scores</source>
        <translation>vom Modell berücksichtigt; der Effekt ist Teil der Scores</translation>
    </message>
    <message>
        <source>the most incidents before</source>
        <translation>die meisten Vorfälle vorher</translation>
    </message>
    <message>
        <source>the name in use.</source>
        <translation>der Name, unter dem es verwendet wird.</translation>
    </message>
    <message>
        <source>the name.</source>
        <translation>der Name.</translation>
    </message>
    <message>
        <source>the number, or N/A.</source>
        <translation>die Nummer, oder N/A.</translation>
    </message>
    <message>
        <source>the one control place</source>
        <translation>dem einen Kontrollort</translation>
    </message>
    <message>
        <source>the one treated place</source>
        <translation>dem einen Ort mit Maßnahme</translation>
    </message>
    <message>
        <source>the phase that the tool is in.</source>
        <translation>die Phase, in der sich das Werkzeug befindet.</translation>
    </message>
    <message>
        <source>the places of ‘{name}’</source>
        <translation>die Orte von „{name}“</translation>
    </message>
    <message>
        <source>the procedure, or N/A.</source>
        <translation>das Verfahren, oder N/A.</translation>
    </message>
    <message>
        <source>the risk terrain</source>
        <translation>das Risikoterrain</translation>
    </message>
    <message>
        <source>the riskiest {percent:g}% of the cells</source>
        <translation>die riskantesten {percent:g}% der Zellen</translation>
    </message>
    <message>
        <source>the role; version 3.0 asks for the name, too.</source>
        <translation>die Funktion; Version 3.0 verlangt auch den Namen.</translation>
    </message>
    <message>
        <source>the situations in which the map is to be used, and those in which it is not.</source>
        <translation>die Situationen, in denen die Karte verwendet werden soll, und die, in denen nicht.</translation>
    </message>
    <message>
        <source>the study area</source>
        <translation>das Untersuchungsgebiet</translation>
    </message>
    <message>
        <source>the sum of the groups</source>
        <translation>die Summe der Gruppen</translation>
    </message>
    <message>
        <source>the task, in the standard&apos;s words.</source>
        <translation>die Aufgabe, in den Worten des Standards.</translation>
    </message>
    <message>
        <source>the terms, or N/A.</source>
        <translation>die Bedingungen, oder N/A.</translation>
    </message>
    <message>
        <source>the type of organisation.</source>
        <translation>die Art der Organisation.</translation>
    </message>
    <message>
        <source>the weighted displacement difference, the ratios of rates, and, where a displacement width is given, displacement or diffusion of benefits</source>
        <translation>die gewichtete Verlagerungsdifferenz, die Verhältnisse der Raten und, wo eine Verlagerungsbreite angegeben ist, Verlagerung oder Ausstrahlung</translation>
    </message>
    <message>
        <source>the {n:,} control places</source>
        <translation>den {n:,} Kontrollorten</translation>
    </message>
    <message>
        <source>the {n:,} treated places</source>
        <translation>den {n:,} Orten mit Maßnahme</translation>
    </message>
    <message>
        <source>the {n} steps last 1 month each</source>
        <translation>die {n} Schritte dauern je 1&#xa0;Monat</translation>
    </message>
    <message>
        <source>the {n} steps last {months} months each</source>
        <translation>die {n} Schritte dauern je {months} Monate</translation>
    </message>
    <message>
        <source>the {n} steps last {months} months, for they have whole months that are as equal as can be</source>
        <translation>die {n} Schritte dauern {months} Monate, denn sie umfassen ganze Monate und sind so gleich lang wie möglich</translation>
    </message>
    <message>
        <source>there is a NUL byte, which is no text; the file may be damaged</source>
        <translation>dort steht ein NUL-Byte, das kein Text ist; die Datei ist vielleicht beschädigt</translation>
    </message>
    <message>
        <source>there is none</source>
        <translation>es gibt keines</translation>
    </message>
    <message>
        <source>these are more than {share:.0f}% of those in the places</source>
        <translation>sie sind mehr als {share:.0f}% der Vorfälle in den Orten</translation>
    </message>
    <message>
        <source>they are at most rows times columns</source>
        <translation>höchstens Zeilen mal Spalten</translation>
    </message>
    <message>
        <source>they are the variables of the family&apos;s fit</source>
        <translation>die Variablen der Anpassung dieser Familie</translation>
    </message>
    <message>
        <source>this is a correlation, not a cause</source>
        <translation>das ist eine Korrelation, keine Ursache</translation>
    </message>
    <message>
        <source>those of the data that the map is used with.</source>
        <translation>die der Daten, mit denen zusammen die Karte verwendet wird.</translation>
    </message>
    <message>
        <source>those that overlap the study area</source>
        <translation>solche, die sich mit dem Untersuchungsgebiet überschneiden</translation>
    </message>
    <message>
        <source>those whose centroid is inside the study area</source>
        <translation>solche, deren Mittelpunkt im Untersuchungsgebiet liegt</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>too few areas ({n:,}) to say more or less</source>
        <translation>zu wenige Gebiete ({n:,}), um von „stärker“ oder „weniger betroffen“ zu sprechen</translation>
    </message>
    <message>
        <source>too few incidents</source>
        <translation>zu wenige Vorfälle</translation>
    </message>
    <message>
        <source>too large</source>
        <translation>zu groß</translation>
    </message>
    <message>
        <source>too near another</source>
        <translation>zu nahe an einem anderen</translation>
    </message>
    <message>
        <source>too small</source>
        <translation>zu klein</translation>
    </message>
    <message>
        <source>treatment</source>
        <translation>Maßnahme</translation>
    </message>
    <message>
        <source>trial,experiment,RCT,randomise,power,control,patrol,calendar,protocol,evaluation,crime</source>
        <translation>Versuch,Experiment,RCT,randomisieren,Teststärke,Kontrolle,Streife,Kalender,Protokoll,Evaluation,Kriminalität,trial,experiment,randomise,power,control,patrol,calendar,protocol,evaluation,crime</translation>
    </message>
    <message>
        <source>tried, and not in the model</source>
        <translation>versucht, und nicht im Modell</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>type not asked for</source>
        <translation>Art nicht verlangt</translation>
    </message>
    <message>
        <source>use a number above 0</source>
        <translation>Verwenden Sie eine Zahl über 0</translation>
    </message>
    <message>
        <source>use a number above 0, or leave it empty</source>
        <translation>Verwenden Sie eine Zahl über 0, oder lassen Sie das Feld leer</translation>
    </message>
    <message>
        <source>use a number above 0, or leave it empty for 100 metres</source>
        <translation>Verwenden Sie eine Zahl über 0, oder lassen Sie das Feld leer für 100 Meter</translation>
    </message>
    <message>
        <source>use a number above 0, or leave it empty for half the block length ({half})</source>
        <translation>Verwenden Sie eine Zahl über 0, oder lassen Sie das Feld leer für die halbe Blocklänge ({half})</translation>
    </message>
    <message>
        <source>use a number above 0, usually half a block length</source>
        <translation>Verwenden Sie eine Zahl über 0, üblicherweise eine halbe Blocklänge</translation>
    </message>
    <message>
        <source>use a number above 0, usually half the block length</source>
        <translation>Verwenden Sie eine Zahl über 0, üblicherweise die halbe Blocklänge</translation>
    </message>
    <message>
        <source>use smaller cells</source>
        <translation>Verwenden Sie kleinere Zellen</translation>
    </message>
    <message>
        <source>use smaller cells or the cell rule &apos;overlap&apos;</source>
        <translation>Verwenden Sie kleinere Zellen oder die Zellenregel „overlap“</translation>
    </message>
    <message>
        <source>validation by later incidents</source>
        <translation>Validierung an späteren Vorfällen</translation>
    </message>
    <message>
        <source>validation by later incidents, in the model file</source>
        <translation>Validierung an späteren Vorfällen, in der Modelldatei</translation>
    </message>
    <message>
        <source>validation by later incidents, in the table ‘{table}’</source>
        <translation>Validierung an späteren Vorfällen, in der Tabelle „{table}“</translation>
    </message>
    <message>
        <source>values by name</source>
        <translation>benannte Werte</translation>
    </message>
    <message>
        <source>versions of the software</source>
        <translation>Versionen der Software</translation>
    </message>
    <message>
        <source>visits, minutes, GPS</source>
        <translation>Besuche, Minuten, GPS</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>weekday not asked for</source>
        <translation>Wochentag nicht verlangt</translation>
    </message>
    <message>
        <source>west</source>
        <translation>Westen</translation>
    </message>
    <message>
        <source>what acts, cells and incidents</source>
        <translation>was wirkt, Zellen und Vorfälle</translation>
    </message>
    <message>
        <source>what came of it, and how that is known</source>
        <translation>was daraus wurde; woher man das weiß</translation>
    </message>
    <message>
        <source>what decision makers are shown.</source>
        <translation>was denen gezeigt wird, die entscheiden.</translation>
    </message>
    <message>
        <source>what goes on as usual</source>
        <translation>was wie üblich weiterläuft</translation>
    </message>
    <message>
        <source>what happens here, to whom, since when</source>
        <translation>was hier geschieht, wem, seit wann</translation>
    </message>
    <message>
        <source>what individuals are told, how their rights are supported, processors, international transfers.</source>
        <translation>was den betroffenen Personen mitgeteilt wird, wie ihre Rechte gewahrt werden, Auftragsverarbeiter, Übermittlungen ins Ausland.</translation>
    </message>
    <message>
        <source>what is done, by whom, how often</source>
        <translation>was getan wird, von wem, wie oft</translation>
    </message>
    <message>
        <source>what is not reported or not recorded, and how places and groups differ in that.</source>
        <translation>was nicht angezeigt oder nicht aufgezeichnet wird, und wie sich Orte und Gruppen darin unterscheiden.</translation>
    </message>
    <message>
        <source>what is said of evidence</source>
        <translation>das, was über Evidenz gesagt ist,</translation>
    </message>
    <message>
        <source>what is said of the places</source>
        <translation>das, was über die Orte gesagt ist,</translation>
    </message>
    <message>
        <source>what is to be achieved, the intended effect on individuals, the benefits.</source>
        <translation>was erreicht werden soll, die beabsichtigte Wirkung auf Personen, der Nutzen.</translation>
    </message>
    <message>
        <source>what the map is read with when it is used: the model itself needs no more data.</source>
        <translation>was im Einsatz neben der Karte herangezogen wird: Das Modell selbst braucht keine weiteren Daten.</translation>
    </message>
    <message>
        <source>what the map is to be used for, by whom, and in which decisions.</source>
        <translation>wofür die Karte verwendet werden soll, von wem und bei welchen Entscheidungen.</translation>
    </message>
    <message>
        <source>what the shares mean for the people concerned, in the light of what is done in the places.</source>
        <translation>was die Anteile für die betreffenden Menschen bedeuten, im Licht dessen, was an den Orten getan wird.</translation>
    </message>
    <message>
        <source>what the tool is expected to bring, and the evidence for it.</source>
        <translation>was man sich von dem Werkzeug verspricht, und die Belege dafür.</translation>
    </message>
    <message>
        <source>what they do, or N/A.</source>
        <translation>was sie tun, oder N/A.</translation>
    </message>
    <message>
        <source>what was considered, when, and by whom.</source>
        <translation>was erwogen wurde, wann und von wem.</translation>
    </message>
    <message>
        <source>what was done to the data before the model read them.</source>
        <translation>was mit den Daten geschah, bevor das Modell sie las.</translation>
    </message>
    <message>
        <source>what was tried, by whom, until when</source>
        <translation>was versucht wurde, von wem, bis wann</translation>
    </message>
    <message>
        <source>what who uses the map has to learn first.</source>
        <translation>was jemand zuerst lernen muss, um die Karte zu verwenden.</translation>
    </message>
    <message>
        <source>when and how the views of residents of flagged places and others are sought, or why not; who else inside, which processors, which experts.</source>
        <translation>wann und wie die Standpunkte der Bewohner markierter Orte und anderer eingeholt werden, oder warum nicht; wer sonst im Haus, welche Auftragsverarbeiter, welche Fachleute.</translation>
    </message>
    <message>
        <source>where it is used.</source>
        <translation>wo es verwendet wird.</translation>
    </message>
    <message>
        <source>where the data can be had, if anywhere.</source>
        <translation>wo die Daten zu haben sind, wenn überhaupt.</translation>
    </message>
    <message>
        <source>where they are kept</source>
        <translation>wo sie aufbewahrt werden</translation>
    </message>
    <message>
        <source>where {expression}</source>
        <translation>mit {expression}</translation>
    </message>
    <message>
        <source>whether others take part.</source>
        <translation>ob andere beteiligt sind.</translation>
    </message>
    <message>
        <source>whether that is more than chance was not examined</source>
        <translation>wobei nicht untersucht wurde, ob sie über den Zufall hinausgeht</translation>
    </message>
    <message>
        <source>whether the data include special categories or criminal offence data, how often they are processed, how long they are kept, how many individuals they concern.</source>
        <translation>ob die Daten besondere Kategorien oder Daten über Straftaten umfassen, wie oft sie verarbeitet werden, wie lange sie aufbewahrt werden, wie viele Personen sie betreffen.</translation>
    </message>
    <message>
        <source>whether there are any.</source>
        <translation>ob es welche gibt.</translation>
    </message>
    <message>
        <source>which of the factors, denominators and adjustments stand for protected characteristics: places of worship, hostels, clinics, schools, and shops or venues of one community.</source>
        <translation>welche der Faktoren, Bezugsgrößen und Adjustierungen für geschützte Merkmale stehen: Gotteshäuser, Wohnheime, Kliniken, Schulen sowie Läden oder Treffpunkte einer einzelnen Gemeinschaft.</translation>
    </message>
    <message>
        <source>which personal data the recorded incidents hold, and which of the layers stand for protected characteristics.</source>
        <translation>welche personenbezogenen Daten die aufgezeichneten Vorfälle enthalten, und welche der Layer für geschützte Merkmale stehen.</translation>
    </message>
    <message>
        <source>which were made, when, and where they can be read.</source>
        <translation>welche vorgenommen wurden, wann, und wo sie nachzulesen sind.</translation>
    </message>
    <message>
        <source>who decides at each of these points, and how a decision is reviewed.</source>
        <translation>wer an jeder dieser Stellen entscheidet, und wie eine Entscheidung überprüft wird.</translation>
    </message>
    <message>
        <source>who has access, how the data are kept, and for how long.</source>
        <translation>wer Zugang hat, wie die Daten aufbewahrt werden, und wie lange.</translation>
    </message>
    <message>
        <source>who they are, or N/A.</source>
        <translation>wer sie sind, oder N/A.</translation>
    </message>
    <message>
        <source>whole block</source>
        <translation>ganzer Block</translation>
    </message>
    <message>
        <source>why and how the incidents and the layers were collected in the first place.</source>
        <translation>warum und wie die Vorfälle und die Layer ursprünglich erhoben wurden.</translation>
    </message>
    <message>
        <source>why here; who owns, runs and uses the place</source>
        <translation>warum hier; Eigentümer, Betreiber, Nutzer</translation>
    </message>
    <message>
        <source>why the tool is used, and by whom.</source>
        <translation>warum das Werkzeug verwendet wird, und von wem.</translation>
    </message>
    <message>
        <source>wins against</source>
        <translation>gewinnt gegen</translation>
    </message>
    <message>
        <source>wins at {levels}</source>
        <translation>gewinnt bei {levels}</translation>
    </message>
    <message>
        <source>with</source>
        <translation>mit</translation>
    </message>
    <message>
        <source>within {reach}</source>
        <translation>bis {reach}</translation>
    </message>
    <message>
        <source>without</source>
        <translation>ohne</translation>
    </message>
    <message>
        <source>without a partner</source>
        <translation>ohne Partner</translation>
    </message>
    <message>
        <source>without limit</source>
        <translation>ohne Grenze</translation>
    </message>
    <message>
        <source>words to find the record by.</source>
        <translation>Wörter, unter denen der Eintrag zu finden ist.</translation>
    </message>
    <message>
        <source>x coordinate</source>
        <translation>x-Koordinate</translation>
    </message>
    <message>
        <source>y coordinate</source>
        <translation>y-Koordinate</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>z of the nearest-neighbour test</source>
        <translation>z des Nächste-Nachbarn-Tests</translation>
    </message>
    <message>
        <source>{area}, {incidents}</source>
        <translation>{area}, {incidents}</translation>
    </message>
    <message>
        <source>{as_high:,} of {n_shifts:,}</source>
        <translation>{as_high:,} von {n_shifts:,}</translation>
    </message>
    <message>
        <source>{capital} {outcome} {rival}: in {level_words} it captures {value:.1f}% of the {n_incidents:,} later incidents against {rivals:.1f}%, a difference of {points}, {certainty}.</source>
        <translation>{capital} {outcome} {rival}: {value:.1f}% der {n_incidents:,} späteren Vorfälle in {level_words} erfasst gegenüber {rivals:.1f}%, eine Differenz von {points}, {certainty}.</translation>
    </message>
    <message>
        <source>{cell} has {times} times the expected incidents of an otherwise equal cell (95% interval {low} to {high}); {not_a_cause}.</source>
        <translation>{cell} hat {times}-mal so viele erwartete Vorfälle wie eine sonst gleiche Zelle (95%-Intervall {low} bis {high}); {not_a_cause}.</translation>
    </message>
    <message>
        <source>{chosen:,} of {n_scores:,} cells are above mean + 2 SD, a relative risk score of {limit:.4g}.</source>
        <translation>{chosen:,} von {n_scores:,} Zellen liegen über Mittelwert + 2 SD, einem relativen Risikoscore von {limit:.4g}.</translation>
    </message>
    <message>
        <source>{count:,} features</source>
        <translation>{count:,} Objekte</translation>
    </message>
    <message>
        <source>{counted}; how many more or fewer than expected is not told, for small counts could be found from it</source>
        <translation>{counted}; wie viele mehr oder weniger als erwartet es sind, wird nicht genannt, weil sich daraus kleine Anzahlen erschließen ließen</translation>
    </message>
    <message>
        <source>{count} ({percent} of the study area) are highest-risk places.</source>
        <translation>Orte höchsten Risikos: {count} ({percent} des Untersuchungsgebiets).</translation>
    </message>
    <message>
        <source>{count} in {incidents} ({percent} of all cells).</source>
        <translation>{count} in {incidents} ({percent} aller Zellen).</translation>
    </message>
    <message>
        <source>{count} of {total} incidents ({share:.1%}) are in one cell, at {x:.0f}, {y:.0f}</source>
        <translation>{count} von {total} Vorfällen ({share:.1%}) sind in einer einzigen Zelle, bei {x:.0f}, {y:.0f}</translation>
    </message>
    <message>
        <source>{count} to read before use: see “How far to trust it”.</source>
        <translation>Vor der Verwendung zu lesen: {count}; siehe „Wie verlässlich das ist“.</translation>
    </message>
    <message>
        <source>{cv_repeats} repeats of the cross-validation are too few; use at least 1.</source>
        <translation>{cv_repeats} Wiederholungen der Kreuzvalidierung sind zu wenige; verwenden Sie mindestens 1.</translation>
    </message>
    <message>
        <source>{document} as Markdown</source>
        <translation>{document} als Markdown</translation>
    </message>
    <message>
        <source>{draws} draws give no p-value; use for example 9999.</source>
        <translation>{draws} Ziehungen ergeben keinen p-Wert; verwenden Sie zum Beispiel 9999.</translation>
    </message>
    <message>
        <source>{every} what holds for every risk terrain, {nothing} only that something is not known or was not done; in {asked} something is left to say.</source>
        <translation>in {every} das, was für jedes Risikoterrain gilt, in {nothing} nur, dass etwas nicht bekannt ist oder nicht getan wurde; in {asked} bleibt etwas zu ergänzen.</translation>
    </message>
    <message>
        <source>{evidence}: {what}; {certainty}.</source>
        <translation>{evidence}: {what} – {certainty}.</translation>
    </message>
    <message>
        <source>{factor} (taken out by the spatial test)</source>
        <translation>{factor} (vom räumlichen Test herausgenommen)</translation>
    </message>
    <message>
        <source>{factor} ({n_cells})</source>
        <translation>{factor} ({n_cells})</translation>
    </message>
    <message>
        <source>{factor} ({where}, {direction}, relative risk value {rrv})</source>
        <translation>{factor} ({where}, {direction}, relativer Risikowert {rrv})</translation>
    </message>
    <message>
        <source>{factor}, {where}: {sign}{times} ({low} to {high})</source>
        <translation>{factor}, {where}: {sign}{times} ({low} bis {high})</translation>
    </message>
    <message>
        <source>{factor}: {words} (×{rrv} in the model).</source>
        <translation>{factor}: {words} (×{rrv} im Modell).</translation>
    </message>
    <message>
        <source>{factor}: {words}, ×{low} to ×{high} (×{rrv} in the model).</source>
        <translation>{factor}: {words}, ×{low} bis ×{high} (×{rrv} im Modell).</translation>
    </message>
    <message>
        <source>{features} with an invalid geometry repaired</source>
        <translation>{features} mit ungültiger Geometrie repariert</translation>
    </message>
    <message>
        <source>{features} with an invalid geometry skipped</source>
        <translation>{features} mit ungültiger Geometrie übersprungen</translation>
    </message>
    <message>
        <source>{features} without a geometry skipped</source>
        <translation>{features} ohne Geometrie übersprungen</translation>
    </message>
    <message>
        <source>{file}, row {number}: {detail}</source>
        <translation>{file}, Zeile {number}: {detail}</translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <translation>{first} und {last}</translation>
    </message>
    <message>
        <source>{first} or {last}</source>
        <translation>{first} oder {last}</translation>
    </message>
    <message>
        <source>{first} to {last}, {n:,} days</source>
        <translation>{first} bis {last}, {n:,} Tage</translation>
    </message>
    <message>
        <source>{folds} folds cannot be cross-validated; use at least 2, usually 5.</source>
        <translation>{folds} Folds lassen keine Kreuzvalidierung zu; verwenden Sie mindestens 2, üblicherweise 5.</translation>
    </message>
    <message>
        <source>{found:,} patrol places of at most {most:,} cells; where equal cells had to be cut, the nearest to a place&apos;s riskiest cell were taken.</source>
        <translation>{found:,} Orte für Streifen mit höchstens {most:,} Zellen; wo zwischen gleichen Zellen zu trennen war, wurden die aufgenommen, die der riskantesten Zelle eines Ortes am nächsten liegen.</translation>
    </message>
    <message>
        <source>{keys} are settings of the models, not of the batch: put them in the setup file.</source>
        <translation>{keys} sind Einstellungen der Modelle, nicht des Stapels: Setzen Sie sie in die Einrichtungsdatei.</translation>
    </message>
    <message>
        <source>{key} is a setting of the models, not of the batch: put it in the setup file.</source>
        <translation>{key} ist eine Einstellung der Modelle, nicht des Stapels: Setzen Sie sie in die Einrichtungsdatei.</translation>
    </message>
    <message>
        <source>{kind} is defined for {shapes} only</source>
        <translation>{kind} ist nur definiert für {shapes}</translation>
    </message>
    <message>
        <source>{label}: {problem}</source>
        <translation>{label}: {problem}</translation>
    </message>
    <message>
        <source>{layer}: {type}</source>
        <translation>{layer}: {type}</translation>
    </message>
    <message>
        <source>{left_out:,} of {n_known:,} cells have no value in every risk terrain and are left out.</source>
        <translation>{left_out:,} von {n_known:,} Zellen haben nicht in jedem Risikoterrain einen Wert und werden ausgelassen.</translation>
    </message>
    <message>
        <source>{length}, as usual</source>
        <translation>{length}, wie üblich</translation>
    </message>
    <message>
        <source>{level:.9g}% interval</source>
        <translation>{level:.9g}%-Intervall</translation>
    </message>
    <message>
        <source>{level} interval</source>
        <translation>{level}-Intervall</translation>
    </message>
    <message>
        <source>{level} of the area</source>
        <translation>{level} der Fläche</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} bis {high}</translation>
    </message>
    <message>
        <source>{model} minus {other}</source>
        <translation>{model} − {other}</translation>
    </message>
    <message>
        <source>{n:,} cells</source>
        <translation>{n:,} Zellen</translation>
    </message>
    <message>
        <source>{n:,} cells of {cell:g} {unit}</source>
        <translation>{n:,} Zellen von {cell:g} {unit}</translation>
    </message>
    <message>
        <source>{n:,} deals</source>
        <translation>{n:,} Verteilungen</translation>
    </message>
    <message>
        <source>{n:,} features are unticked.</source>
        <translation>{n:,} Objekte sind nicht angehakt.</translation>
    </message>
    <message>
        <source>{n:,} incidents</source>
        <translation>{n:,} Vorfälle</translation>
    </message>
    <message>
        <source>{n:,} incidents from {start} on, when the trial begins, are left out, for they are its outcome: the time before is from {first} to {last}.</source>
        <translation>{n:,} Vorfälle ab dem {start}, an dem der Versuch beginnt, werden ausgelassen, denn sie sind seine Zielgröße: Die Zeit vorher geht von {first} bis {last}.</translation>
    </message>
    <message>
        <source>{n:,} incidents lie in more than one place, for places overlap: they count in each.</source>
        <translation>{n:,} Vorfälle liegen in mehr als einem Ort, denn Orte überschneiden sich: Sie zählen in jedem.</translation>
    </message>
    <message>
        <source>{n:,} incidents, {inside:,} inside</source>
        <translation>{n:,} Vorfälle, {inside:,} innerhalb</translation>
    </message>
    <message>
        <source>{n:,} incidents, {inside:,} of them inside, in {cells:,} cells.</source>
        <translation>{n:,} Vorfälle, davon innerhalb: {inside:,}, Zellen: {cells:,}.</translation>
    </message>
    <message>
        <source>{n:,} more: select them on the map</source>
        <translation>{n:,} weitere: Wählen Sie sie auf der Karte</translation>
    </message>
    <message>
        <source>{n:,} of them lie in the places</source>
        <translation>{n:,} davon liegen in den Orten</translation>
    </message>
    <message>
        <source>{n:,} of {factor}</source>
        <translation>{n:,} von {factor}</translation>
    </message>
    <message>
        <source>{n:,} places</source>
        <translation>{n:,} Orte</translation>
    </message>
    <message>
        <source>{n:,} places are treated in {waves} waves over {months} months; those that wait are the control.</source>
        <translation>{n:,} Orte bekommen die Maßnahme in {waves} Wellen im Lauf von {months} Monaten; die noch wartenden sind die Kontrolle.</translation>
    </message>
    <message>
        <source>{n:,} priority places</source>
        <translation>{n:,} Schwerpunktorte</translation>
    </message>
    <message>
        <source>{n:,} risk factors</source>
        <translation>{n:,} Risikofaktoren</translation>
    </message>
    <message>
        <source>{n:,} treated days of places</source>
        <translation>{n:,} Ortstagen mit Maßnahme</translation>
    </message>
    <message>
        <source>{n:,} untreated ones</source>
        <translation>{n:,} Ortstagen ohne</translation>
    </message>
    <message>
        <source>{n:,} variables</source>
        <translation>{n:,} Variablen</translation>
    </message>
    <message>
        <source>{n:,} warnings</source>
        <translation>{n:,} Warnungen</translation>
    </message>
    <message>
        <source>{n:.0f} min</source>
        <translation>{n:.0f}&#xa0;min</translation>
    </message>
    <message>
        <source>{n_above} cells have a score above {highest}, the highest of the model&apos;s own study area: whether risk goes on multiplying there, nobody has seen.</source>
        <translation>{n_above} Zellen haben einen Score über {highest}, dem höchsten im Untersuchungsgebiet des Modells selbst: Ob sich das Risiko dort weiter vervielfacht, hat niemand gesehen.</translation>
    </message>
    <message>
        <source>{n_areas} study areas are too few; use at least 1.</source>
        <translation>{n_areas} Untersuchungsgebiete sind zu wenige; verwenden Sie mindestens 1.</translation>
    </message>
    <message>
        <source>{n_chosen:,} of {n_dated:,} dated incidents are within the dates asked for.</source>
        <translation>{n_chosen:,} von {n_dated:,} datierten Vorfällen liegen im verlangten Zeitraum.</translation>
    </message>
    <message>
        <source>{n_cut:,} of {n_cells:,} cells ({share:.1%}) lie partly outside the study area.</source>
        <translation>{n_cut:,} von {n_cells:,} Zellen ({share:.1%}) liegen teilweise außerhalb des Untersuchungsgebiets.</translation>
    </message>
    <message>
        <source>{n_days:,} incidents of &apos;{name}&apos; have no date in &apos;{field}&apos; and are left out.</source>
        <translation>{n_days:,} Vorfälle aus „{name}“ haben kein Datum in „{field}“ und werden ausgelassen.</translation>
    </message>
    <message>
        <source>{n_days:,} of {n:,} incidents; their hours are not known.</source>
        <translation>{n_days:,} von {n:,} Vorfällen; ihre Stunden sind nicht bekannt.</translation>
    </message>
    <message>
        <source>{n_duplicates:,} of {n_with_id:,} rows with an id are left out because it came before: where the files do not repeat themselves, name another column of the id, or keep duplicates.</source>
        <translation>{n_duplicates:,} von {n_with_id:,} Zeilen mit einer ID werden ausgelassen, weil sie schon vorkam: Wo die Dateien sich nicht wiederholen, geben Sie eine andere Spalte der ID an, oder behalten Sie Dubletten.</translation>
    </message>
    <message>
        <source>{n_excluded:,} incidents lie in cells that are no model cells (excluded) and are left out.</source>
        <translation>{n_excluded:,} Vorfälle liegen in Zellen, die keine Modellzellen sind (ausgeschlossen), und werden ausgelassen.</translation>
    </message>
    <message>
        <source>{n_hours:,} of {n:,} incidents, by the hour at which each band begins.</source>
        <translation>{n_hours:,} von {n:,} Vorfällen, nach der Stunde, zu der jeder Abschnitt beginnt.</translation>
    </message>
    <message>
        <source>{n_incidents:,} incidents in {n_hit:,} of {n_cells:,} cells; {n_specs} risk factors, {n_candidates:,} variables of them that were tried, {n_selected} in the model; layers of denominators and adjustments: {n_rates}.</source>
        <translation>{n_incidents:,} Vorfälle in {n_hit:,} von {n_cells:,} Zellen; {n_specs} Risikofaktoren, {n_candidates:,} daraus gebildete und versuchte Variablen, {n_selected} im Modell; Layer mit Bezugsgrößen und Adjustierungen: {n_rates}.</translation>
    </message>
    <message>
        <source>{n_invalid:,} have an invalid one</source>
        <translation>Objekte mit ungültiger Geometrie: {n_invalid:,}</translation>
    </message>
    <message>
        <source>{n_left_out:,} of {n_given:,} later incidents lie {where} and are left out.</source>
        <translation>{n_left_out:,} von {n_given:,} späteren Vorfällen liegen {where} und werden ausgelassen.</translation>
    </message>
    <message>
        <source>{n_more:,} of {n_points:,}</source>
        <translation>{n_more:,} von {n_points:,}</translation>
    </message>
    <message>
        <source>{n_outside:,} of {n_incidents:,} incidents lie outside the study area and are left out.</source>
        <translation>{n_outside:,} von {n_incidents:,} Vorfällen liegen außerhalb des Untersuchungsgebiets und werden ausgelassen.</translation>
    </message>
    <message>
        <source>{n_outside:,} of {n_points:,} incidents of &apos;{name}&apos; lie outside the {where}.</source>
        <translation>{n_outside:,} von {n_points:,} Vorfällen aus „{name}“ liegen außerhalb des {where}.</translation>
    </message>
    <message>
        <source>{n_places} places are too few; use at least 1.</source>
        <translation>{n_places} Orte sind zu wenige; verwenden Sie mindestens 1.</translation>
    </message>
    <message>
        <source>{n_selected} of {count} go together with the {incidents}.</source>
        <translation>Bei {n_selected} von {count} zeigt sich ein Zusammenhang mit den Vorfällen ({incidents}).</translation>
    </message>
    <message>
        <source>{n_unread_dates:,} rows have a date that is not understood.</source>
        <translation>{n_unread_dates:,} Zeilen haben ein Datum, das nicht verständlich ist.</translation>
    </message>
    <message>
        <source>{n_values} values, {n_columns} columns</source>
        <translation>{n_values} Werte, {n_columns} Spalten</translation>
    </message>
    <message>
        <source>{n_without_geometry:,} features have no geometry</source>
        <translation>Objekte ohne Geometrie: {n_without_geometry:,}</translation>
    </message>
    <message>
        <source>{n_written:,} incidents from {n_rows:,} rows; files read: {n_files:,}.</source>
        <translation>{n_written:,} Vorfälle aus {n_rows:,} Zeilen; gelesene Dateien: {n_files:,}.</translation>
    </message>
    <message>
        <source>{name} has a relative risk score of {score}: </source>
        <translation>{name} hat einen relativen Risikoscore von {score}: </translation>
    </message>
    <message>
        <source>{name}, {n_cells} cells, has a mean relative risk score of {score}: </source>
        <translation>{name}, {n_cells} Zellen, hat einen mittleren relativen Risikoscore von {score}: </translation>
    </message>
    <message>
        <source>{name}: nobody is counted in the cells.</source>
        <translation>{name}: In den Zellen ist niemand gezählt.</translation>
    </message>
    <message>
        <source>{name}: not told, because fewer than {smallest} people would be, or could be worked out from the others.</source>
        <translation>{name}: nicht genannt, weil es weniger als {smallest} Personen wären oder diese sich aus den übrigen errechnen ließen.</translation>
    </message>
    <message>
        <source>{name}: with the RRV of {factor} set to 1, and as many of the riskiest cells flagged, the ratio would be {without} rather than {ratio}; no other factor moves it more.</source>
        <translation>{name}: Wäre der RRV von {factor} auf 1 gesetzt und ebenso viele der riskantesten Zellen markiert, betrüge das Verhältnis {without} statt {ratio}; kein anderer Faktor verschiebt es stärker.</translation>
    </message>
    <message>
        <source>{name}: {n:,} places.</source>
        <translation>{name}: {n:,} Orte.</translation>
    </message>
    <message>
        <source>{name}: {repeated:,} places are in it twice, under two classes; let a reference number count once in each factor if they are the same places.</source>
        <translation>{name}: {repeated:,} Orte stehen doppelt darin, unter zwei Klassen; lassen Sie eine Referenznummer einmal je Faktor zählen, wenn es dieselben Orte sind.</translation>
    </message>
    <message>
        <source>{name}: {share} live there, {ratio} times the share of all people</source>
        <translation>{name}: {share} wohnen dort, das {ratio}-Fache des Anteils aller Personen</translation>
    </message>
    <message>
        <source>{number} draws of moved incidents cannot be made; use 1 to {most}, usually {usual}.</source>
        <translation>{number} Ziehungen verschobener Vorfälle sind nicht möglich; verwenden Sie 1 bis {most}, üblicherweise {usual}.</translation>
    </message>
    <message>
        <source>{number} of {all}: {words}</source>
        <translation>{number} von {all}: {words}</translation>
    </message>
    <message>
        <source>{number} resamples cannot be drawn: use a number from 0 to {most}, usually 100.</source>
        <translation>{number} Wiederholungsstichproben können nicht gezogen werden: Verwenden Sie eine Zahl von 0 bis {most}, üblicherweise 100.</translation>
    </message>
    <message>
        <source>{number} {what} take too long and tell no more: use at most {most}.</source>
        <translation>{number} {what} dauern zu lange und sagen nicht mehr aus: Verwenden Sie höchstens {most}.</translation>
    </message>
    <message>
        <source>{n} features of &apos;{layer}&apos; have no name in &apos;{field}&apos; and are left out.</source>
        <translation>Objekte aus „{layer}“ ohne Namen in „{field}“, die ausgelassen werden: {n}.</translation>
    </message>
    <message>
        <source>{n} fewer</source>
        <translation>{n} weniger</translation>
    </message>
    <message>
        <source>{n} incidents</source>
        <translation>{n} Vorfälle</translation>
    </message>
    <message>
        <source>{n} intervals are read at once: even if no group differed, about one in twenty would lie off 1, and the chance that some of {n} does would be {percent} if they had nothing to do with one another.</source>
        <translation>{n} Intervalle werden zugleich gelesen: Auch wenn sich keine Gruppe unterschiede, läge etwa eines von zwanzig neben 1, und die Wahrscheinlichkeit, dass dies bei mindestens einem von {n} geschieht, betrüge {percent}, wenn sie nichts miteinander zu tun hätten.</translation>
    </message>
    <message>
        <source>{n} left, about {time}</source>
        <translation>noch {n} offen, etwa {time}</translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation>{n} mehr</translation>
    </message>
    <message>
        <source>{n} of {all} runs are there already.</source>
        <translation>Schon vorhandene Läufe: {n} von {all}.</translation>
    </message>
    <message>
        <source>{n} of {all} runs failed ({failed}), all else is done: correct what is said of them above and in &apos;{page}&apos;, and start the batch again, which makes only these.</source>
        <translation>Fehlgeschlagene Läufe: {n} von {all} ({failed}); alles Übrige ist erledigt: Beheben Sie, was oben und in „{page}“ zu ihnen gesagt wird, und starten Sie den Stapel erneut; er rechnet dann nur diese.</translation>
    </message>
    <message>
        <source>{n} of {n_selected} factors were selected at the largest distance that was tried: {names}.</source>
        <translation>{n} von {n_selected} Faktoren wurden mit der größten versuchten Entfernung ausgewählt: {names}.</translation>
    </message>
    <message>
        <source>{n} pages cannot be made: use a number from 1 to {most}.</source>
        <translation>{n} Seiten können nicht erzeugt werden: Verwenden Sie eine Zahl von 1 bis {most}.</translation>
    </message>
    <message>
        <source>{n} risk factors are older than the incidents: {names}. Places open and close: check that they still hold.</source>
        <translation>{n} Risikofaktoren sind älter als die Vorfälle: {names}. Einrichtungen eröffnen und schließen: Prüfen Sie, ob sie noch zutreffen.</translation>
    </message>
    <message>
        <source>{n} risk factors are ticked.</source>
        <translation>{n} Risikofaktoren sind angehakt.</translation>
    </message>
    <message>
        <source>{n} risk factors can be used, {bad} cannot. Choose a row to read what was found.</source>
        <translation>{n} Risikofaktoren sind brauchbar, {bad} nicht. Wählen Sie eine Zeile, um zu lesen, was gefunden wurde.</translation>
    </message>
    <message>
        <source>{n} risk factors end at the boundary, with no feature outside: {names}. If they were clipped, cells at the edge seem safer than they are: use layers that go beyond the study area as far as they reach.</source>
        <translation>{n} Risikofaktoren enden an der Grenze, ohne ein Objekt außerhalb: {names}. Wurden sie zugeschnitten, erscheinen Zellen am Rand sicherer, als sie sind: Verwenden Sie Layer, die so weit über das Untersuchungsgebiet hinausgehen, wie die Faktoren reichen.</translation>
    </message>
    <message>
        <source>{n} risk factors have features that are left out or repaired: {names}.</source>
        <translation>{n} Risikofaktoren haben Objekte, die ausgelassen oder repariert werden: {names}.</translation>
    </message>
    <message>
        <source>{n} risk factors have fields that look like personal data: {names}. A model needs places only: take these fields out of the layers, and make sure that the layers may be used.</source>
        <translation>{n} Risikofaktoren haben Felder, die nach personenbezogenen Daten aussehen: {names}. Ein Modell braucht nur Orte: Nehmen Sie diese Felder aus den Layern, und vergewissern Sie sich, dass die Layer verwendet werden dürfen.</translation>
    </message>
    <message>
        <source>{n} risk factors have points on top of one another: {names}. If they are duplicates they count several times in densities: remove them; if they are postcode centres, distances are not exact.</source>
        <translation>{n} Risikofaktoren haben übereinanderliegende Punkte: {names}. Sind es Dubletten, zählen sie in Dichten mehrfach: Entfernen Sie sie; sind es Mittelpunkte von Postleitzahlgebieten, sind Entfernungen nicht genau.</translation>
    </message>
    <message>
        <source>{n} risk factors look as if they were about persons or made by policing: {names}. They would feed past police attention back into the map, and they may be personal data. Use them only with good reason and a lawful ground, and say so; otherwise leave them out.</source>
        <translation>{n} Risikofaktoren sehen aus, als handelten sie von Personen oder entstünden durch Polizeiarbeit: {names}. Sie würden frühere polizeiliche Aufmerksamkeit in die Karte zurückspeisen, und es können personenbezogene Daten sein. Verwenden Sie sie nur mit gutem Grund und Rechtsgrundlage, und sagen Sie das; lassen Sie sie sonst weg.</translation>
    </message>
    <message>
        <source>{n} risk factors may follow crime or policing: {names}. Such things are put up where much was recorded, so that their effect may be that of past incidents. Use them only with good reason, and say so.</source>
        <translation>{n} Risikofaktoren folgen vielleicht der Kriminalität oder der Polizeiarbeit: {names}. Derartiges wird dort angebracht, wo viel aufgezeichnet wurde, sodass der Effekt der von früheren Vorfällen sein kann. Verwenden Sie sie nur mit gutem Grund, und sagen Sie das.</translation>
    </message>
    <message>
        <source>{n} runs, all of which are complete.</source>
        <translation>Läufe: {n}, alle vollständig.</translation>
    </message>
    <message>
        <source>{n} runs, of which {failed} failed: why is said below.</source>
        <translation>Läufe: {n}, davon fehlgeschlagen: {failed}; der Grund steht jeweils unten.</translation>
    </message>
    <message>
        <source>{n} simulations give no power; use for example 1000.</source>
        <translation>{n} Simulationen ergeben keine Teststärke; verwenden Sie zum Beispiel 1000.</translation>
    </message>
    <message>
        <source>{n} treated days in a week leave nothing to compare: use 1 to 6.</source>
        <translation>{n} Tage mit Maßnahme in der Woche lassen nichts zum Vergleichen übrig: Verwenden Sie 1 bis 6.</translation>
    </message>
    <message>
        <source>{observed:.1%} of the cells have no incident; the model expects {expected:.1%}.</source>
        <translation>{observed:.1%} der Zellen haben keinen Vorfall; das Modell erwartet {expected:.1%}.</translation>
    </message>
    <message>
        <source>{only}, and these are {shapes}</source>
        <translation>{only}, und dies sind {shapes}</translation>
    </message>
    <message>
        <source>{outside:,} incidents outside the study area and {excluded:,} in excluded cells were left out.</source>
        <translation>Ausgelassen wurden {outside:,} Vorfälle außerhalb des Untersuchungsgebiets und {excluded:,} in ausgeschlossenen Zellen.</translation>
    </message>
    <message>
        <source>{outside:,} of {n_points:,} incidents of &apos;{name}&apos; lie outside the polygons.</source>
        <translation>{outside:,} von {n_points:,} Vorfällen aus „{name}“ liegen außerhalb der Polygone.</translation>
    </message>
    <message>
        <source>{outside} of {n} cells ({percent}) are unlike those that the model was fitted to: {unseen} have a combination of factors that fewer than {fewest} of these had, {beyond} lie beyond the distances or densities measured there.</source>
        <translation>{outside} von {n} Zellen ({percent}) gleichen nicht denen, auf die das Modell angepasst wurde: {unseen} haben eine Kombination von Faktoren, die weniger als {fewest} von diesen hatten, {beyond} liegen jenseits der dort gemessenen Entfernungen oder Dichten.</translation>
    </message>
    <message>
        <source>{percent:g} percent of the area cannot be flagged: use a number above 0, to 100.</source>
        <translation>{percent:g} Prozent der Fläche können nicht markiert werden: Verwenden Sie eine Zahl über 0, höchstens 100.</translation>
    </message>
    <message>
        <source>{percent}% of the area cannot be taken; use a number above 0 up to 100.</source>
        <translation>{percent}% der Fläche können nicht aufgenommen werden; verwenden Sie eine Zahl über 0 und bis 100.</translation>
    </message>
    <message>
        <source>{problem} It is passed over.</source>
        <translation>{problem} Er wird übergangen.</translation>
    </message>
    <message>
        <source>{p} {ways}</source>
        <translation>{p} {ways}</translation>
    </message>
    <message>
        <source>{rank}. {label}; cells: {cells:,}, mean score: {score}</source>
        <translation>{rank}. {label}; Zellen: {cells:,}, mittlerer Score: {score}</translation>
    </message>
    <message>
        <source>{rank}. {name}: {incidents:,} incidents ({share}%) on {area} km² ({part}%)</source>
        <translation>{rank}. {name}: {incidents:,} Vorfälle ({share}%) auf {area} km² ({part}%)</translation>
    </message>
    <message>
        <source>{rare} of {n} cells ({percent}) have a combination of factors that was seen, but in fewer than {fewest} of the fitted cells: what the model says of them rests on few.</source>
        <translation>{rare} von {n} Zellen ({percent}) haben eine Kombination von Faktoren, die gesehen wurde, aber in weniger als {fewest} der angepassten Zellen: Was das Modell über sie sagt, beruht auf wenigen.</translation>
    </message>
    <message>
        <source>{reaches} and further</source>
        <translation>{reaches} und weiter</translation>
    </message>
    <message>
        <source>{reason} in several lines, so a quotation mark may be missing</source>
        <translation>{reason} in mehreren Zeilen, es fehlt also vielleicht ein Anführungszeichen</translation>
    </message>
    <message>
        <source>{reason}, such as a geometry as text; leave its column out</source>
        <translation>{reason}, etwa eine Geometrie als Text; lassen Sie seine Spalte weg</translation>
    </message>
    <message>
        <source>{resamples} resamples and a smallest count of {smallest} cannot be used: use 0 to {most:,} resamples and a count of 0 or more.</source>
        <translation>{resamples} Wiederholungsstichproben und eine kleinste Anzahl von {smallest} können nicht verwendet werden: Nehmen Sie 0 bis {most:,} Wiederholungsstichproben und eine Anzahl von 0 oder mehr.</translation>
    </message>
    <message>
        <source>{resamples} resamples give no interval; use 0 for none, or for example 1000.</source>
        <translation>{resamples} Wiederholungsstichproben ergeben kein Intervall; verwenden Sie 0 für keines, oder zum Beispiel 1000.</translation>
    </message>
    <message>
        <source>{role} ‘{name}’: {use}. Such layers often count the people of areas, or say what these are like; whether this one does is not known here.</source>
        <translation>{role} „{name}“: {use}. Solche Layer zählen oft die Personen von Gebieten, oder sie sagen, wie diese sind; ob das auch für diesen gilt, ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>{rule}, or null</source>
        <translation>{rule} oder null</translation>
    </message>
    <message>
        <source>{run}: failed after {time}. {problem}</source>
        <translation>{run}: nach {time} fehlgeschlagen. {problem}</translation>
    </message>
    <message>
        <source>{run}: {time}; {rest}.</source>
        <translation>{run}: {time}, {rest}.</translation>
    </message>
    <message>
        <source>{said}
(below the lines: from without to beside a smooth surface of what cells share, hollow)</source>
        <translation>{said}
(unter den Linien: ohne glatte Fläche dessen, was Zellen gemeinsam haben, und – hohl – neben ihr)</translation>
    </message>
    <message>
        <source>{said} (95% interval {low} to {high}): {outcome}.</source>
        <translation>{said} (95%-Intervall {low} bis {high}): {outcome}.</translation>
    </message>
    <message>
        <source>{said}, always at {length}</source>
        <translation>{said}, stets bei {length}</translation>
    </message>
    <message>
        <source>{said}, by ×{middle} and not ×{rrv}</source>
        <translation>{said}, mit ×{middle} statt ×{rrv}</translation>
    </message>
    <message>
        <source>{said}, mostly at {length}</source>
        <translation>{said}, meist bei {length}</translation>
    </message>
    <message>
        <source>{said}: it does not survive.</source>
        <translation>{said}: Der Ort bleibt nicht bestehen.</translation>
    </message>
    <message>
        <source>{said}; one area is too few for an interval.</source>
        <translation>{said}; ein einziges Gebiet ist zu wenig für ein Intervall.</translation>
    </message>
    <message>
        <source>{said}; without an interval, because it would reach beyond what can be: so little do {n} areas tell.</source>
        <translation>{said}; ohne Intervall, weil es über das Mögliche hinausreichen würde: So wenig sagen {n} Gebiete aus.</translation>
    </message>
    <message>
        <source>{said}; without an interval, because too many resamples of the areas had nobody of them there.</source>
        <translation>{said}; ohne Intervall, weil in zu vielen Wiederholungsstichproben der Gebiete niemand aus der Gruppe dort wohnte.</translation>
    </message>
    <message>
        <source>{scope}, by the lots</source>
        <translation>{scope}, nach den Losen</translation>
    </message>
    <message>
        <source>{scope}, counts taken for Poisson</source>
        <translation>{scope}, Anzahlen als Poisson-verteilt angenommen</translation>
    </message>
    <message>
        <source>{scope}, overdispersion allowed for</source>
        <translation>{scope}, Überdispersion berücksichtigt</translation>
    </message>
    <message>
        <source>{score} times the expected incidents of {least}.</source>
        <translation>{score}-mal so viele erwartete Vorfälle wie {least}.</translation>
    </message>
    <message>
        <source>{selected:,} of {n_draws:,}</source>
        <translation>{selected:,} von {n_draws:,}</translation>
    </message>
    <message>
        <source>{sentence} The dispersion is not told, for small counts could be found from it.</source>
        <translation>{sentence} Die Dispersion wird nicht genannt, weil sich daraus kleine Anzahlen erschließen ließen.</translation>
    </message>
    <message>
        <source>{settings}; with the spatial test by random shifts</source>
        <translation>{settings}; mit dem räumlichen Test durch zufällige Verschiebungen</translation>
    </message>
    <message>
        <source>{share:.0%} of the incidents share their point with another: {n_points:,} incidents are on {n_sizes:,} points, up to {largest:,} on one.</source>
        <translation>{share:.0%} der Vorfälle teilen ihren Punkt mit einem anderen: {n_points:,} Vorfälle liegen auf {n_sizes:,} Punkten, bis zu {largest:,} auf einem.</translation>
    </message>
    <message>
        <source>{share:.3g}% of the incidents around places ({n:,}) lie around more than one, and count for each.</source>
        <translation>{share:.3g}% der Vorfälle um Orte ({n:,}) liegen um mehr als einen und zählen für jeden.</translation>
    </message>
    <message>
        <source>{share:.3g}% of the incidents in places ({n:,}) lie in more than one, for they overlap, and count in each.</source>
        <translation>{share:.3g}% der Vorfälle in Orten ({n:,}) liegen in mehr als einem, weil diese sich überschneiden, und zählen in jedem.</translation>
    </message>
    <message>
        <source>{share} of all people live {where}.</source>
        <translation>{share} aller Personen wohnen {where}.</translation>
    </message>
    <message>
        <source>{share} of what goes with ‘{factor}’ belongs to its surroundings (RRV {without}, beside them {beside}).</source>
        <translation>Anteil der Umgebung an dem, was mit „{factor}“ einhergeht: {share} (RRV {without}, neben der Umgebung {beside}).</translation>
    </message>
    <message>
        <source>{shifts} random shifts cannot be used; use 0 for all that are possible, or at least {fewest}.</source>
        <translation>{shifts} zufällige Verschiebungen können nicht verwendet werden; nehmen Sie 0 für alle möglichen, oder mindestens {fewest}.</translation>
    </message>
    <message>
        <source>{shown} and more</source>
        <translation>{shown} und weitere</translation>
    </message>
    <message>
        <source>{terrain}, judged by {incidents}</source>
        <translation>{terrain}, gemessen an: {incidents}</translation>
    </message>
    <message>
        <source>{text} Check the files&apos; CRS, and that x and y are not exchanged, against area &apos;{name}&apos;.</source>
        <translation>{text} Prüfen Sie anhand des Gebiets „{name}“ das KBS der Dateien, und ob x und y vertauscht sind.</translation>
    </message>
    <message>
        <source>{text} Check the filters and the columns that were recognised.</source>
        <translation>{text} Prüfen Sie die Filter und die erkannten Spalten.</translation>
    </message>
    <message>
        <source>{text} The types in the files are: {types_as_text}.</source>
        <translation>{text} Die Arten in den Dateien sind: {types_as_text}.</translation>
    </message>
    <message>
        <source>{title}: expected incidents of a cell, given terrain and history</source>
        <translation>{title}: nach Terrain und Vorgeschichte erwartete Vorfälle einer Zelle</translation>
    </message>
    <message>
        <source>{treated:,} of them lie in places of treatment, {control:,} in those of control</source>
        <translation>{treated:,} davon liegen in Orten mit Maßnahme, {control:,} in Kontrollorten</translation>
    </message>
    <message>
        <source>{treated:,} of those without a date lie around places of treatment, {control:,} around those of control.</source>
        <translation>{treated:,} von denen ohne Datum liegen um Orte der Maßnahme, {control:,} um die der Kontrolle.</translation>
    </message>
    <message>
        <source>{treated} on treated days against {control} on untreated days of the same places</source>
        <translation>{treated} an Tagen mit Maßnahme gegenüber {control} an Tagen ohne Maßnahme derselben Orte</translation>
    </message>
    <message>
        <source>{treated} on {treated_days} against {control:,} on {control_days}, {difference} than expected on treated days</source>
        <translation>{treated} an {treated_days} gegenüber {control:,} an {control_days}, {difference} als an Tagen mit Maßnahme erwartet</translation>
    </message>
    <message>
        <source>{tried} tried, none left after culling.</source>
        <translation>{tried} versucht, nach der Vorauswahl keine übrig.</translation>
    </message>
    <message>
        <source>{tried} tried, {survivors:,} left after culling, none improved the model.</source>
        <translation>{tried} versucht, nach der Vorauswahl übrig: {survivors:,}; keine verbesserte das Modell.</translation>
    </message>
    <message>
        <source>{tried} tried, {survivors:,} left after culling, the best one does not stand the random shifts.</source>
        <translation>{tried} versucht, nach der Vorauswahl übrig: {survivors:,}; die beste hält den zufälligen Verschiebungen nicht stand.</translation>
    </message>
    <message>
        <source>{tried} tried, {survivors:,} left after culling, the best one kept.</source>
        <translation>{tried} versucht, nach der Vorauswahl übrig: {survivors:,}; die beste wurde behalten.</translation>
    </message>
    <message>
        <source>{tried} tried, {survivors:,} left after culling; the whole cannot be told from shifts.</source>
        <translation>{tried} versucht, nach der Vorauswahl übrig: {survivors:,}; das Ganze lässt sich von Verschiebungen nicht unterscheiden.</translation>
    </message>
    <message>
        <source>{value:.9g}% is no part of the area; use levels above 0 and below 100%.</source>
        <translation>{value:.9g}% sind kein Teil der Fläche; verwenden Sie Stufen über 0 und unter 100%.</translation>
    </message>
    <message>
        <source>{value} ({low} to {high})</source>
        <translation>{value} ({low} bis {high})</translation>
    </message>
    <message>
        <source>{value} ({percent:.9g}% interval: without limit)</source>
        <translation>{value} ({percent:.9g}%-Intervall: ohne Grenze)</translation>
    </message>
    <message>
        <source>{value} ({percent:.9g}% interval: {low} to {high})</source>
        <translation>{value} ({percent:.9g}%-Intervall: {low} bis {high})</translation>
    </message>
    <message>
        <source>{value} is not {rule}</source>
        <translation>{rule} statt {value}</translation>
    </message>
    <message>
        <source>{value} percentage points</source>
        <translation>{value} Prozentpunkten</translation>
    </message>
    <message>
        <source>{what} &apos;{name}&apos;</source>
        <translation>{what} „{name}“</translation>
    </message>
    <message>
        <source>{what} &apos;{name}&apos; does not reach the study area: use one that covers it.</source>
        <translation>{what} „{name}“ reicht nicht bis zum Untersuchungsgebiet: Verwenden Sie etwas, was es abdeckt.</translation>
    </message>
    <message>
        <source>{what} &apos;{name}&apos; does not say where its pixels lie: save it as a GeoTIFF with its place.</source>
        <translation>{what} „{name}“ sagt nicht, wo die Pixel liegen: Speichern Sie das Raster als GeoTIFF mit seiner Lage.</translation>
    </message>
    <message>
        <source>{what} &apos;{name}&apos; has a CRS ({crs}) whose lengths are up to {percent}% too {long} there: {remedy}.</source>
        <translation>{what} „{name}“: Im KBS ({crs}) sind Längen dort bis zu {percent}% zu {long}. {remedy}.</translation>
    </message>
    <message>
        <source>{what} &apos;{name}&apos; has no coordinate reference system: set the one that its coordinates are in.</source>
        <translation>{what} „{name}“ hat kein Koordinatenbezugssystem: Setzen Sie das, in dem die Koordinaten sind.</translation>
    </message>
    <message>
        <source>{what} &apos;{name}&apos; has no polygon with a number in &apos;{field}&apos;: choose another field.</source>
        <translation>{what} „{name}“ hat kein Polygon mit einer Zahl in „{field}“: Wählen Sie ein anderes Feld.</translation>
    </message>
    <message>
        <source>{what} &apos;{name}&apos; has no projected CRS ({crs}, {unit}): {remedy}.</source>
        <translation>{what} „{name}“ hat kein projiziertes KBS ({crs}, {unit}): {remedy}.</translation>
    </message>
    <message>
        <source>{what} &apos;{name}&apos; has {geometry}: use {kinds}.</source>
        <translation>{what} „{name}“ hat {geometry}: Verwenden Sie {kinds}.</translation>
    </message>
    <message>
        <source>{what} &apos;{name}&apos; has {n_known:,} pixels in another CRS than the study area&apos;s: reproject it first.</source>
        <translation>{what} „{name}“ hat {n_known:,} Pixel in einem anderen KBS als das Untersuchungsgebiet: Projizieren Sie das Raster zuerst um.</translation>
    </message>
    <message>
        <source>{what} &apos;{name}&apos; is no raster file: save it as a GeoTIFF.</source>
        <translation>{what} „{name}“ ist keine Rasterdatei: Speichern Sie sie als GeoTIFF.</translation>
    </message>
    <message>
        <source>{what} &apos;{name}&apos; {asked}: choose one of its number fields ({choices}).</source>
        <translation>{what} „{name}“ {asked}: Wählen Sie eines der Zahlenfelder ({choices}).</translation>
    </message>
    <message>
        <source>{what} &apos;{name}&apos; {problem}: choose a polygon layer with at least one (valid) feature.</source>
        <translation>{what} „{name}“ {problem}: Wählen Sie einen Polygonlayer mit mindestens einem (gültigen) Objekt.</translation>
    </message>
    <message>
        <source>{what} &apos;{name}&apos;: {n_without:,} features without a number in &apos;{field}&apos; are left out.</source>
        <translation>{what} „{name}“: {n_without:,} Objekte ohne Zahl in „{field}“ werden ausgelassen.</translation>
    </message>
    <message>
        <source>{what} above 0</source>
        <translation>{what} über 0</translation>
    </message>
    <message>
        <source>{what} are those of the table ‘{table}’ that was given with the model file; whether it is of this model was not checked.</source>
        <translation>{what} sind die der Tabelle „{table}“, die mit der Modelldatei angegeben wurde; ob diese zu diesem Modell gehört, wurde nicht geprüft.</translation>
    </message>
    <message>
        <source>{what} from {low}</source>
        <translation>{what} ab {low}</translation>
    </message>
    <message>
        <source>{what} multiplies the score by {where_acts}{where}; without it the score would be {score_without}.</source>
        <translation>{what} multipliziert den Score mit {where_acts}{where}; ohne sie wäre der Score {score_without}.</translation>
    </message>
    <message>
        <source>{what} needs the Python package &apos;{name}&apos;, which {problem}: install it and restart QGIS, or run again without.</source>
        <translation>{what} braucht das Python-Paket „{name}“; dieses {problem}: Installieren Sie es, und starten Sie QGIS neu, oder wiederholen Sie den Lauf ohne.</translation>
    </message>
    <message>
        <source>{what} to {high}</source>
        <translation>{what} bis {high}</translation>
    </message>
    <message>
        <source>{what}, SHA-256 of coordinates and numbers: {hash}</source>
        <translation>{what}, SHA-256 der Koordinaten und Zahlen: {hash}</translation>
    </message>
    <message>
        <source>{what}, SHA-256 of coordinates: {hash}</source>
        <translation>{what}, SHA-256 der Koordinaten: {hash}</translation>
    </message>
    <message>
        <source>{what}; in doubt</source>
        <translation>{what}; zweifelhaft</translation>
    </message>
    <message>
        <source>{when}: {how}.</source>
        <translation>{when}; {how}.</translation>
    </message>
    <message>
        <source>{where} hold degrees in some rows only ({in_degrees:.0%}): split the file by its CRS.</source>
        <translation>{where} enthalten nur in einem Teil der Zeilen Grad ({in_degrees:.0%}): Teilen Sie die Datei nach KBS auf.</translation>
    </message>
    <message>
        <source>{where} hold degrees, such as {example}: taken as WGS 84 (EPSG:4326).</source>
        <translation>{where} enthalten Grad, etwa {example}: Angenommen wird WGS 84 (EPSG:4326).</translation>
    </message>
    <message>
        <source>{where} hold values such as {example}, which are neither degrees nor on the British National Grid: give their CRS (feet are often a State Plane).</source>
        <translation>{where} enthalten Werte wie {example}, die weder Grad sind noch im British National Grid liegen: Geben Sie ihr KBS an (Fuß gehören oft zu einem State-Plane-System).</translation>
    </message>
    <message>
        <source>{where} hold values such as {example}, which are not degrees east and north: {remedy}.</source>
        <translation>{where} enthalten Werte wie {example}, die keine Grad östlicher Länge und nördlicher Breite sind: {remedy}.</translation>
    </message>
    <message>
        <source>{where} hold values such as {example}, which fit the British National Grid: taken as EPSG:27700. Look at the points on a map; if they are elsewhere, give the CRS.</source>
        <translation>{where} enthalten Werte wie {example}, die zum British National Grid passen: Angenommen wird EPSG:27700. Sehen Sie sich die Punkte auf einer Karte an; liegen sie woanders, geben Sie das KBS an.</translation>
    </message>
    <message>
        <source>{where} hold values that lie in &apos;{name}&apos;, such as {example}: taken as its CRS, {crs}.</source>
        <translation>{where} enthalten Werte wie {example}, die in „{name}“ liegen: Als ihr KBS wird dessen KBS angenommen, {crs}.</translation>
    </message>
    <message>
        <source>{where}, which are no degrees, but the CRS given is {crs}, in degrees: give another.</source>
        <translation>{where}; das sind keine Grad, aber das angegebene KBS ist {crs}, in Grad: Geben Sie ein anderes an.</translation>
    </message>
    <message>
        <source>{where}, which look like degrees, but the CRS given is {crs}: give EPSG:4326, or leave it empty.</source>
        <translation>{where}; das sieht nach Grad aus, aber das angegebene KBS ist {crs}: Geben Sie EPSG:4326 an, oder lassen Sie es leer.</translation>
    </message>
    <message>
        <source>{where}; without it the relative risk value of ‘{variable}’ would be {without:.2f} instead of {rrv:.2f}, and the others would change less.</source>
        <translation>{where}; ohne diese Zelle wäre der relative Risikowert von „{variable}“ {without:.2f} statt {rrv:.2f}, und die übrigen würden sich weniger ändern.</translation>
    </message>
    <message>
        <source>{why}, within its own extent</source>
        <translation>{why}, innerhalb der eigenen Ausdehnung</translation>
    </message>
    <message>
        <source>{without:,} of {n_cells:,} cells have none of the denominator &apos;{denominator}&apos;: they and their {counts:,} incidents are left out of the fit, and scored.</source>
        <translation>In {without:,} von {n_cells:,} Zellen ist nichts von der Bezugsgröße „{denominator}“: Sie und ihre {counts:,} Vorfälle bleiben bei der Anpassung außer Betracht; bewertet werden die Zellen trotzdem.</translation>
    </message>
    <message>
        <source>{words}: that will take long, use longer blocks or larger cells.</source>
        <translation>{words}: Das wird lange dauern, verwenden Sie längere Blöcke oder größere Zellen.</translation>
    </message>
    <message>
        <source>{word} is no number</source>
        <translation>{word} ist keine Zahl</translation>
    </message>
    <message>
        <source>{wrong:,} vertices have coordinates that are not numbers, the first ({x}, {y}); repair these geometries or leave them out.</source>
        <translation>{wrong:,} Stützpunkte haben Koordinaten, die keine Zahlen sind, der erste ({x}, {y}); reparieren Sie diese Geometrien, oder lassen Sie sie weg.</translation>
    </message>
    <message>
        <source>½</source>
        <translation>½</translation>
    </message>
    <message>
        <source>‘{name}’</source>
        <translation>„{name}“</translation>
    </message>
    <message>
        <source>“Best baseline” is the one that captured most, chosen after the event: a hard test for the risk terrain.</source>
        <translation>„Bestes Vergleichsverfahren“ ist das, das am meisten erfasste, nachträglich ausgewählt: ein harter Test für das Risikoterrain.</translation>
    </message>
    <message>
        <source>“Highest risk” means a score above the mean plus two standard deviations: a convention, not a natural border.</source>
        <translation>„Höchstes Risiko“ heißt: ein Score über dem Mittelwert plus zwei Standardabweichungen. Das ist eine Konvention, keine natürliche Grenze.</translation>
    </message>
    <message>
        <source>−1 evidence of fewer incidents, 1 of more, 0 no evidence either way</source>
        <translation>−1 Evidenz für weniger Vorfälle, 1 für mehr, 0 keine Evidenz in die eine oder andere Richtung</translation>
    </message>
</context>
</TS>
