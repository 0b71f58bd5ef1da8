"""The panel, driven as a user would: choose, run, cancel, ask why, save, reopen the project."""

import json
from dataclasses import replace
from types import SimpleNamespace

import pytest
from qgis.core import QgsApplication, QgsCoordinateReferenceSystem, QgsPointXY, QgsProject, QgsRasterLayer, QgsSettings
from qgis.gui import QgsFieldExpressionWidget, QgsFileWidget, QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QDate, Qt, QUrl
from qgis.PyQt.QtGui import QTextDocument
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QAction,
    QComboBox,
    QLineEdit,
    QMainWindow,
)
from town import X, Y

from risk_terrain_modelling.processing_provider.model_request import ModelRequest
from risk_terrain_modelling.ui import factors_step
from risk_terrain_modelling.ui.found import Found
from risk_terrain_modelling.ui.panel import MODEL, Panel
from risk_terrain_modelling.ui.plugin import RiskTerrainPlugin


@pytest.fixture
def panel(provider, monkeypatch):
    """The panel in a window of its own, and an empty project."""
    from processing.gui import Postprocessing

    QgsProject.instance().clear()
    window = QMainWindow()
    canvas, bar = QgsMapCanvas(window), QgsMessageBar(window)
    tree = SimpleNamespace(selectedLayersRecursive=lambda: selected)
    iface = SimpleNamespace(mainWindow=lambda: window, mapCanvas=lambda: canvas, messageBar=lambda: bar)
    iface.layerTreeView = lambda: tree
    selected = []
    monkeypatch.setattr(Postprocessing, "iface", None, raising=False)
    made = Panel(iface)
    made.selected = selected
    yield made
    made.end()
    made.deleteLater()
    window.deleteLater()
    QgsProject.instance().clear()


@pytest.fixture
def files(town, tmp_path):
    """The town's layers in files, loaded into the project, by name."""
    import processing

    path = str(tmp_path / "town.gpkg")
    processing.run("native:package", {"LAYERS": [town.area, town.incidents, town.bars, town.shops], "OUTPUT": path})
    from qgis.core import QgsVectorLayer

    layers = {}
    for layer in (town.area, town.incidents, town.bars, town.shops):
        layers[layer.name()] = QgsVectorLayer(f"{path}|layername={layer.name()}", layer.name(), "ogr")
    QgsProject.instance().addMapLayers(list(layers.values()))
    return layers


def tick(panel, name, **settings):
    model = panel.factors.model
    number = next(number for number, row in enumerate(model.rows) if row.name == name)
    model.setData(model.index(number, factors_step.NAME), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    for column, value in settings.items():
        model.setData(model.index(number, getattr(factors_step, column)), value)


def set_up(panel, files):
    panel.area.study_area.setLayer(files["Town"])
    panel.area.incidents.setLayer(files["thefts"])
    tick(panel, "bars", ACTS="density", SHOWN="Pubs, bars")
    tick(panel, "shops")


def wait_for(happened, seconds=60):
    for _ in range(seconds * 20):
        if happened():
            return
        QTest.qWait(50)
    raise AssertionError("it did not happen in time")


def test_from_layers_to_a_map_and_back_to_why(panel, files):
    assert not panel.running.start.isEnabled() and "Still to be chosen" in panel.running.ready.said()
    set_up(panel, files)
    assert [row.name for row in panel.factors.model.rows] == ["bars", "shops"], "neither study area nor incidents"
    assert panel.area.count.said() == "630 incidents"
    wait_for(lambda: not panel.area.is_counting())
    assert panel.area.count.said() == "630 incidents, 630 inside"
    assert "cells of 50 m: with 2 factors about" in panel.settings.cells.said()
    assert panel.running.start.isEnabled()
    panel.start()
    assert panel.running.cancel.isEnabled() and not panel.running.start.isEnabled()
    wait_for(lambda: panel.running.run is None)
    assert panel.running.stage.said() == "Done"
    assert (
        "Pubs, bars" in panel.results.found.toPlainText()
        and "times the expected incidents" in panel.results.found.toPlainText()
    )
    assert "&#x27;" not in panel.running.log.toPlainText() and "'" in panel.running.log.toPlainText()
    assert [one for one in QgsProject.instance().mapLayers().values() if isinstance(one, QgsRasterLayer)]
    assert all(button.isEnabled() for button in panel.results.next_buttons)
    panel.results.why_button.setChecked(True)
    assert panel.iface.mapCanvas().mapTool() is panel.results.tool
    panel.iface.mapCanvas().setDestinationCrs(files["Town"].crs())
    here = next(files["bars"].getFeatures()).geometry().asPoint()
    panel.results.tool.canvasClicked.emit(here, Qt.MouseButton.LeftButton)
    wait_for(lambda: panel.results.question is None)
    first = panel.results.found.toPlainText()
    assert "Given terrain and history" in first and "by what was recorded around" in first
    n_acting = first.count("multiplies the score")
    assert panel.results.tool.lines.size() == n_acting > 0
    said = [one.text for one in panel.results.tool.words]
    assert said and all(text.startswith("Pubs, bars") and text.endswith(" m") for text in said)
    panel.results.tool.canvasClicked.emit(QgsPointXY(X + 300, Y + 300), Qt.MouseButton.LeftButton)
    wait_for(lambda: panel.results.question is None)
    assert panel.results.found.toPlainText().endswith(f"to compare:\n{first}")
    QTest.keyClick(panel.iface.mapCanvas(), Qt.Key.Key_Return)
    assert panel.results.question is not None and panel.results.tool.point == panel.iface.mapCanvas().center()
    wait_for(lambda: panel.results.question is None)
    panel.results.why_button.setChecked(False)
    assert panel.iface.mapCanvas().mapTool() is None


def test_a_run_is_cancelled_and_another_one_begun(panel, files):
    set_up(panel, files)
    panel.settings.resamples.setValue(5000)
    panel.start()
    wait_for(lambda: panel.running.bar.value() > 0)
    panel.running.end_early()
    wait_for(lambda: panel.running.run is None)
    assert panel.running.stage.said() == "Ended without a result" and not panel.results.results
    panel.settings.resamples.setValue(0)
    panel.start()
    wait_for(lambda: panel.running.run is None)
    assert panel.running.stage.said() == "Done"


def test_the_spatial_test_is_a_tick_and_comes_back_with_a_setup(panel, files):
    set_up(panel, files)
    assert panel.request().spatial_test == "none"
    panel.settings.spatial_test.setChecked(True)
    request = panel.request()
    assert request.spatial_test == "random_shift" and request.parameters()["SPATIAL_TEST"] == "random_shift"
    panel.settings.show_request(replace(request, spatial_test="none"))
    assert not panel.settings.spatial_test.isChecked()
    panel.settings.show_request(request)
    assert panel.request().spatial_test == "random_shift"


def test_what_cannot_be_run_is_said_in_the_log(panel, files):
    set_up(panel, files)
    panel.settings.cell.setValue(500.0)
    panel.start()
    assert panel.running.run is None and "smaller than the cell size of 500" in panel.running.log.toPlainText()


def test_layers_are_ticked_as_they_are_selected(panel, files):
    panel.area.study_area.setLayer(files["Town"])
    panel.area.incidents.setLayer(files["thefts"])
    tick(panel, "shops")
    panel.selected.append(files["bars"])
    panel.factors.selected.click()
    assert [row.name for row in panel.factors.model.rows if row.ticked] == ["bars", "shops"]
    panel.factors.none.click()
    assert panel.request().factors == []
    panel.factors.all_points.click()
    assert len(panel.request().factors) == 2


def test_codes_are_chosen_by_their_words_in_the_table(panel, files):
    set_up(panel, files)
    table, model = panel.factors.table, panel.factors.model
    index = model.index(0, factors_step.DIRECTION)
    assert index.data() == "raises" and index.data(Qt.ItemDataRole.ToolTipRole) == "Raises the risk (aggravating)"
    box = table.itemDelegate().createEditor(table, None, index)
    table.itemDelegate().setEditorData(box, index)
    assert box.currentData() == "aggravating"
    box.setCurrentIndex(box.findText("Lowers the risk (protective)"))
    table.itemDelegate().setModelData(box, model, index)
    assert index.data() == "lowers"
    assert panel.request().factor_settings == ["bars", "density", "", "", "protective"]


def test_layers_that_go_do_no_harm(panel, files):
    set_up(panel, files)
    QgsProject.instance().removeMapLayer(files["bars"].id())
    assert [row.name for row in panel.factors.model.rows if row.ticked] == ["shops"]
    QgsProject.instance().removeMapLayer(files["Town"].id())
    assert panel.request().study_area is None and not panel.running.start.isEnabled()
    QgsProject.instance().clear()
    assert panel.request().factors == []


def test_a_project_that_is_closed_while_it_runs_ends_the_run(panel, files):
    set_up(panel, files)
    panel.settings.resamples.setValue(5000)
    panel.start()
    wait_for(lambda: panel.running.bar.value() > 0)
    QgsProject.instance().clear()
    wait_for(lambda: panel.running.run is None)
    assert panel.running.stage.said() == "Ended without a result" and panel.request().factors == []


def test_the_setup_comes_back_with_its_project(panel, files, tmp_path):
    set_up(panel, files)
    panel.settings.block.setValue(120.0)
    before = panel.request()
    assert QgsProject.instance().write(str(tmp_path / "town.qgz"))
    QgsProject.instance().clear()
    assert panel.request() != before
    assert QgsProject.instance().read(str(tmp_path / "town.qgz"))
    assert panel.request() == before


def test_a_saved_setup_is_what_a_headless_run_takes(panel, files, tmp_path, run):
    set_up(panel, files)
    path = tmp_path / "setup.json"
    panel.save_setup(str(path))
    inputs = json.loads(path.read_text())["inputs"]
    made = run(MODEL, {**inputs, "RISK_TERRAIN": str(tmp_path / "risk.tif"), "MODEL": str(tmp_path / "model.json")})
    assert made["N_SELECTED"] == 1
    before = panel.request()
    panel.show_request(ModelRequest())
    panel.load_setup(str(path))
    assert panel.request() == before
    assert f"--STUDY_AREA={tmp_path}" in panel.command() and "FACTOR_LABELS=bars = Pubs, bars" in panel.command()
    compile(panel.python(), "copied", "exec")


def test_a_file_that_is_no_setup_is_refused_in_the_message_bar(panel, tmp_path):
    path = tmp_path / "no.json"
    path.write_text("[1]")
    panel.load_setup(str(path))
    assert "no setup of a risk terrain model" in panel.iface.messageBar().currentItem().text()


def test_the_sample_city_is_set_up_with_one_click(panel):
    panel.load_sample_city()
    wait_for(panel.city.isEnabled)
    asked = panel.request()
    assert len(asked.factors) == 9 and "protective" in asked.factor_settings
    assert panel.running.start.isEnabled()


def test_dialogs_are_filled_with_the_results(panel, files, monkeypatch):
    from qgis import processing

    set_up(panel, files)
    panel.start()
    wait_for(lambda: panel.running.run is None)
    opened = []
    dialog = SimpleNamespace(show=lambda: None)
    monkeypatch.setattr(processing, "createAlgorithmDialog", lambda *asked: opened.append(asked) or dialog)
    for button in panel.results.next_buttons:
        button.click()
    panel.factors.table.selectRow(1)
    panel.factors.split.click()
    assert opened.pop() == ("rtm:splitfactors", {"INPUT": files["shops"].id()})
    for algorithm, parameters in opened:
        made = QgsApplication.processingRegistry().algorithmById(algorithm)
        assert set(parameters) <= {one.name() for one in made.parameterDefinitions()}
        assert panel.results.results["RISK_TERRAIN"] in (*parameters.values(), *parameters.get("RISK_TERRAINS", []))


def test_the_menu_of_accountable_use_fills_dialogs(ran, files, make_layer, monkeypatch):
    """Each algorithm with what it asks for: priority places for a trial, a trial's layer for its impact."""
    from qgis import processing

    opened = {}
    monkeypatch.setattr(
        processing,
        "createAlgorithmDialog",
        lambda name, known: opened.update({name: known}) or SimpleNamespace(show=int),
    )
    shape = [f"Polygon(({X} {Y}, {X + 99} {Y}, {X + 99} {Y + 99}, {X} {Y}))"]
    fields = ["rank:integer", "rrs_mean:double"]
    places = make_layer("places", "Polygon", shape, fields=fields, rows=[[1, 9.0]])
    trial = make_layer("trial", "Polygon", shape, fields=[*fields, "arm:string"], rows=[[1, 9.0, "control"]])

    def opens():
        opened.clear()
        for action in ran.results.use.menu().actions():
            action.trigger()
        for algorithm, known in opened.items():
            made = QgsApplication.processingRegistry().algorithmById(algorithm)
            assert set(known) <= {one.name() for one in made.parameterDefinitions()}
        return opened

    results, thefts = ran.results.results, files["thefts"].id()
    rated = {key: results[key] for key in ("RISK_TERRAIN", "MODEL", "FACTORS")}
    expected = {
        "rtm:exposure": rated,
        "rtm:trialdesign": {"INCIDENTS": thefts},
        "rtm:impact": {"EARLIER_INCIDENTS": thefts},
        "rtm:accountability": {"MODEL": results["MODEL"]},
    }
    assert opens() == expected, "without any places"
    QgsProject.instance().addMapLayers([places, trial])
    expected["rtm:trialdesign"]["PLACES"], expected["rtm:impact"]["PLACES"] = places.id(), trial.id()
    assert opens() == expected


def test_a_trial_and_its_impact_need_no_model(panel):
    """Before anything is run the menu of accountable use opens for what takes places and incidents alone."""
    use = panel.results.use
    enabled = {action.data() for action in use.menu().actions() if action.isEnabled()}
    assert use.isEnabled() and enabled == {"rtm:trialdesign", "rtm:impact"}
    assert not any(button.isEnabled() for button in panel.results.next_buttons)


def test_the_panel_opens_as_wide_as_its_steps_and_stays_as_it_was_left(provider):
    """In a window of 1366 pixels no step is cut off; a width that somebody drags is not taken back."""
    window = QMainWindow()
    window.setCentralWidget(QgsMapCanvas(window))
    iface = SimpleNamespace(mainWindow=lambda: window, mapCanvas=window.centralWidget)
    iface.layerTreeView = lambda: SimpleNamespace(selectedLayersRecursive=list)
    iface.addDockWidget, iface.removeDockWidget = window.addDockWidget, window.removeDockWidget
    iface.removePluginMenu = iface.removeToolBarIcon = lambda *_: None
    window.resize(1366, 768)
    window.show()
    QgsSettings().remove("risk_terrain_modelling/panel_width")
    plugin = RiskTerrainPlugin(iface)

    def shown():
        plugin.action = QAction(window)
        plugin.show_panel()
        QTest.qWait(50)
        return plugin.panel

    try:
        panel = shown()
        for number, page in enumerate(panel.steps.pages):
            panel.steps.open(number)
            QTest.qWait(50)
            right = page.mapTo(panel.steps.viewport(), page.rect().topRight()).x()
            assert page.width() >= page.minimumSizeHint().width(), number
            assert right <= panel.steps.viewport().width(), number
        assert panel.width() == panel.sizeHint().width() < 600
        window.resizeDocks([panel], [620], Qt.Orientation.Horizontal)
        for visible in (False, True):
            plugin.show_panel(visible)
            QTest.qWait(50)
        assert panel.width() == 620
        plugin.unload()
        assert shown().width() == 620  # in another session
    finally:
        plugin.unload()
        window.deleteLater()
        QgsSettings().remove("risk_terrain_modelling/panel_width")


def test_the_width_of_moved_incidents_is_a_length_and_comes_back_with_a_setup(panel, files):
    set_up(panel, files)
    assert panel.request().snap_width is None and "SNAP_WIDTH" not in panel.request().parameters()
    panel.settings.snap.setValue(75.0)
    assert panel.settings.snap.suffix() == panel.settings.block.suffix() == " m"
    request = panel.request()
    assert request.parameters()["SNAP_WIDTH"] == 75.0 and request.parameters()["SNAP_DRAWS"] == 20
    panel.show_request(replace(request, snap_width=None))
    assert panel.settings.snap.value() == 0 and panel.settings.snap.text() == "not at all"
    panel.show_request(replace(request, snap_draws=7))
    assert panel.request().snap_width == 75.0 and panel.request().snap_draws == 7
    assert "SNAP_DRAWS = 7" in panel.settings.kept.said() and "SNAP_WIDTH" not in panel.settings.kept.said()


@pytest.fixture
def ran(panel, files):
    """The panel after a run of the model."""
    set_up(panel, files)
    panel.running.start.click()
    wait_for(lambda: panel.running.run is None)
    assert panel.results.saved is not None
    return panel


def test_incidents_are_chosen_by_filter_and_dates(panel, files, make_layer):
    area = panel.area
    dated = make_layer(
        "dated thefts",
        "Point",
        [f"POINT({X + 100 + 10 * number} {Y + 100})" for number in range(12)],
        fields=("day:date", "kind:integer"),
        rows=[(f"2022-{month:02d}-15", month % 2) for month in range(1, 13)],
    )
    QgsProject.instance().addMapLayer(dated)
    area.study_area.setLayer(files["Town"])
    area.incidents.setLayer(dated)
    assert not area.first.isEnabled(), "without a field of dates there are none to choose"
    area.dates.setField("day")
    area.filter.setExpression('"kind" = 1')
    area.first.setDate(QDate(2022, 3, 1))
    area.last.setDate(QDate(2022, 10, 31))
    area.judge.setChecked(False)
    wait_for(lambda: not area.is_counting())
    assert area.count.said() == "4 incidents, 4 inside"
    asked = panel.request()
    assert (asked.date_from, asked.date_to, asked.period_split) == ("2022-03-01", "2022-10-31", "none")
    panel.show_request(ModelRequest())
    panel.show_request(asked)
    assert panel.request() == asked


def test_a_check_of_nothing_asks_for_ticks(panel, files):
    set_up(panel, files)
    panel.factors.none.click()
    panel.factors.check.click()
    assert panel.factors.checking is None
    assert panel.factors.about.said() == "No layer is ticked: tick some, which are then looked at."


def test_checks_and_suggestions_come_to_the_rows(panel, files, make_layer):
    set_up(panel, files)
    QgsProject.instance().addMapLayer(make_layer("elsewhere", "Point", ["POINT(1 1)"]))
    tick(panel, "elsewhere")
    panel.factors.suggest.click()
    wait_for(lambda: panel.factors.checking is None)
    model = panel.factors.model
    rows = {row.name: row for row in model.rows}
    assert rows["elsewhere"].checked.looks == "unusable" and rows["shops"].checked.looks != "unusable"
    for name in ("bars", "shops"):
        assert rows[name].settings[factors_step.ACTS] == rows[name].checked.suggested != "both"
    panel.factors.table.selectRow(model.rows.index(rows["elsewhere"]))
    assert "has no feature within 300 m of the study area" in panel.factors.about.said()


def test_the_block_length_is_measured_from_streets(panel, files, make_layer):
    panel.area.study_area.setLayer(files["Town"])
    assert not panel.settings.measure.isEnabled()
    lines = [
        f"LINESTRING({X + 80 * i} {Y + 80 * j}, {X + 80 * (i + di)} {Y + 80 * (j + dj)})"
        for i in range(6)
        for j in range(6)
        for di, dj in ((0, 1), (1, 0))
    ]
    streets = make_layer("streets", "LineString", lines)
    QgsProject.instance().addMapLayer(streets)
    panel.settings.streets.setLayer(streets)
    panel.settings.measure.click()
    wait_for(lambda: panel.settings.measuring is None)
    assert panel.request().block_length == 80
    assert "typically 80 m" in panel.settings.measured.said()


def test_what_if_without_a_factor_and_without_features(ran, run, tmp_path):
    what_if = ran.results.what_if
    (item,) = (what_if.tree.topLevelItem(place) for place in range(what_if.tree.topLevelItemCount()))
    what_if.show_button.click()
    assert "untick" in what_if.said.said() and what_if.run is None
    layer = next(one for one in QgsProject.instance().mapLayers().values() if one.name() == "bars")
    what_if.tree.expandItem(item)
    assert item.childCount() == layer.featureCount()
    layer.selectByIds([2, 5])
    what_if.selected.click()
    assert what_if.without() == "bars = $id in (2, 5)"
    assert item.checkState(0) == Qt.CheckState.PartiallyChecked
    n_layers = len(QgsProject.instance().mapLayers())
    what_if.show_button.click()
    wait_for(lambda: what_if.run is None)
    known = {key: ran.results.results[key] for key in ("MODEL", "FACTORS")}
    by_hand = run(
        "rtm:applymodel",
        {
            **known,
            "RISK_TERRAIN_BEFORE": ran.results.results["RISK_TERRAIN"],
            "WITHOUT": what_if.without(),
            "RISK_TERRAIN": str(tmp_path / "new.tif"),
        },
    )
    assert what_if.said.said().startswith("Left out: 2 of Pubs, bars. Expected incidents: ")
    assert f"{by_hand['EXPECTED_AFTER']:,.4g} after ({by_hand['EXPECTED_CHANGE_PERCENT']:+.2g}%)" in what_if.said.said()
    assert len(QgsProject.instance().mapLayers()) == n_layers + 2
    what_if.all.click()
    assert what_if.without() == ""
    what_if.tree.topLevelItem(0).setCheckState(0, Qt.CheckState.Unchecked)
    assert what_if.without() == "bars"


def test_the_results_come_back_with_the_project(panel, files, tmp_path):
    set_up(panel, files)
    panel.settings.folder.setFilePath(str(tmp_path / "results"))
    panel.running.start.click()
    wait_for(lambda: panel.running.run is None)
    found = panel.results.found.toPlainText()
    assert QgsProject.instance().write(str(tmp_path / "town.qgz"))
    QgsProject.instance().clear()
    assert panel.results.saved is None and "Nothing has been run" in panel.results.found.toPlainText()
    assert QgsProject.instance().read(str(tmp_path / "town.qgz"))
    assert panel.results.found.toPlainText() == found
    assert [one.text() for one in panel.results.layers.ticks.values()]
    panel.results.why_button.setChecked(True)
    panel.iface.mapCanvas().setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:27700"))
    panel.results.tool.canvasClicked.emit(QgsPointXY(X + 300, Y + 300), Qt.MouseButton.LeftButton)
    wait_for(lambda: panel.results.question is None)
    assert panel.results.answer is not None
    QgsProject.instance().clear()
    (tmp_path / "results" / "model.json").unlink()
    assert QgsProject.instance().read(str(tmp_path / "town.qgz"))
    assert "are gone" in panel.results.found.toPlainText() and not panel.results.why_button.isEnabled()


def test_layers_of_the_run_are_shown_and_hidden(ran):
    (layer_id, tick), *_ = ran.results.layers.ticks.items()
    node = QgsProject.instance().layerTreeRoot().findLayer(layer_id)
    assert tick.isChecked() == node.isVisible()
    tick.click()
    assert node.isVisible() == tick.isChecked()
    node.setItemVisibilityChecked(not node.itemVisibilityChecked())
    assert tick.isChecked() == node.isVisible()
    QgsProject.instance().removeMapLayer(layer_id)
    assert layer_id not in ran.results.layers.ticks


def test_the_tour_leads_through_all_steps(panel):
    panel.show()
    panel.tour.click()
    wait_for(panel.tour.isEnabled)
    visited = []
    panel.guide.shown.connect(visited.append)
    while panel.guide.isVisibleTo(panel) and (not visited or visited[-1] != 3):
        panel.guide.next.click()
    panel.running.start.click()
    wait_for(lambda: panel.running.run is None)
    assert visited == [1, 2, 3, 4] and panel.results.saved is not None
    panel.guide.next.click()
    panel.guide.next.click()
    assert not panel.guide.isVisibleTo(panel)


def test_what_the_steps_do_not_show_stays(panel, files, tmp_path):
    set_up(panel, files)
    asked = replace(panel.request(), fold_kind="spatial", cv_repeats=3, denominator=files["shops"].id())
    panel.show_request(asked)
    assert "FOLD_KIND = spatial" in panel.settings.kept.said()
    panel.settings.block.setValue(90.0)
    assert panel.request() == replace(asked, block_length=90.0)
    panel.save_setup(str(tmp_path / "setup"))
    panel.show_request(ModelRequest())
    panel.load_setup(str(tmp_path / "setup.json"))
    assert panel.request() == replace(asked, block_length=90.0)


@pytest.mark.parametrize("inputs", ({"SEED": "one"}, {"FACTORS": [None]}, {"SWAPS": 1}, {"BLOCK_LENGTH": True}))
def test_a_setup_with_values_that_cannot_be_is_refused(panel, tmp_path, inputs):
    path = tmp_path / "setup.json"
    path.write_text(json.dumps({"inputs": inputs}))
    panel.load_setup(str(path))
    assert f"for {next(iter(inputs))}, which it cannot be" in panel.iface.messageBar().currentItem().text()


def test_everything_to_press_has_a_tooltip_and_can_be_reached_by_the_keyboard(panel):
    kinds = (QAbstractButton, QComboBox, QLineEdit, QAbstractSpinBox, QAbstractItemView)
    inner = (QAbstractSpinBox, QComboBox, QAbstractItemView, QgsFileWidget, QgsFieldExpressionWidget)
    for kind in kinds:
        for widget in panel.widget().findChildren(kind):
            parent = widget.parent()
            if any(isinstance(one, inner) for one in (parent, parent.parent() if parent else None)):
                continue  # a part of a widget that is QGIS's or Qt's
            assert widget.toolTip(), (type(widget), widget.objectName())
            assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus, (type(widget), widget.toolTip())


def test_layers_that_go_after_the_run_do_no_harm_to_its_results(ran, files):
    results = ran.results
    QgsProject.instance().removeMapLayer(files["bars"].id())
    item = results.what_if.tree.topLevelItem(0)
    results.what_if.tree.expandItem(item)
    results.what_if.selected.click()
    item.setCheckState(0, Qt.CheckState.Unchecked)
    results.what_if.show_button.click()
    wait_for(lambda: results.what_if.run is None)
    assert "for which there is no layer ('bars')" in results.what_if.said.said()
    results.why_button.setChecked(True)
    ran.iface.mapCanvas().setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:27700"))
    results.tool.canvasClicked.emit(QgsPointXY(X + 300, Y + 300), Qt.MouseButton.LeftButton)
    wait_for(lambda: results.question is None)
    assert "for which there is no layer ('bars')" in results.found.toPlainText()


def test_charts_follow_the_width_of_what_was_found(provider):
    """A dock that is made narrower cuts no chart off: it is scaled, once, when the width no longer changes."""
    found = Found()
    found.resize(450, 300)
    found.show()
    found.clear()
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="300"><rect width="600" height="300"/></svg>'
    found.draw(found.textCursor(), svg)

    def chart():
        return found.document().resource(QTextDocument.ResourceType.ImageResource, QUrl("chart0"))

    wide = chart().width()
    for width in (400, 350, 330):
        found.resize(width, 300)
        assert chart().width() == wide, "not for every pixel"
    wait_for(lambda: chart().width() != wide)
    assert chart().width() < found.viewport().width() < wide
    assert found.horizontalScrollBar().maximum() == 0
    found.deleteLater()
