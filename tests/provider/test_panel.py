"""The panel, driven as a user would: choose, run, cancel, ask why, save, reopen the project."""

import json
from types import SimpleNamespace

import pytest
from qgis.core import QgsApplication, QgsPointXY, QgsProject, QgsRasterLayer
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QMainWindow
from town import X, Y

from risk_terrain_modelling.processing_provider.model_request import ModelRequest
from risk_terrain_modelling.ui import factors_step
from risk_terrain_modelling.ui.panel import MODEL, Panel


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
    assert not panel.start_button.isEnabled() and "Still to be chosen" in panel.ready.text()
    set_up(panel, files)
    assert [row.name for row in panel.factors.model.rows] == ["bars", "shops"], "neither study area nor incidents"
    assert panel.area.count.text() == "630 incidents"
    wait_for(lambda: panel.area.counting is None)
    assert panel.area.count.text() == "630 incidents, 630 inside"
    assert "cells of 50 m: with 2 factors about" in panel.settings.cells.text()
    assert panel.start_button.isEnabled()
    panel.start()
    assert panel.cancel_button.isEnabled() and not panel.start_button.isEnabled()
    wait_for(lambda: panel.run is None)
    assert panel.stage.text() == "Done"
    assert (
        "Pubs, bars" in panel.results.found.toPlainText()
        and "times the expected incidents" in panel.results.found.toPlainText()
    )
    assert "&#x27;" not in panel.log.toPlainText() and "'" in panel.log.toPlainText()
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
    panel.results.tool.canvasClicked.emit(QgsPointXY(X + 300, Y + 300), Qt.MouseButton.LeftButton)
    wait_for(lambda: panel.results.question is None)
    assert panel.results.found.toPlainText().endswith(f"to compare:\n{first}")
    panel.results.why_button.setChecked(False)
    assert panel.iface.mapCanvas().mapTool() is None


def test_a_run_is_cancelled_and_another_one_begun(panel, files):
    set_up(panel, files)
    panel.settings.resamples.setValue(5000)
    panel.start()
    wait_for(lambda: panel.bar.value() > 0)
    panel.cancel()
    wait_for(lambda: panel.run is None)
    assert panel.stage.text() == "Ended without a result" and not panel.results.results
    panel.settings.resamples.setValue(0)
    panel.start()
    wait_for(lambda: panel.run is None)
    assert panel.stage.text() == "Done"


def test_what_cannot_be_run_is_said_in_the_log(panel, files):
    set_up(panel, files)
    panel.settings.cell.setValue(500.0)
    panel.start()
    assert panel.run is None and "smaller than the cell size of 500" in panel.log.toPlainText()


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
    assert index.data() == "Raises the risk (aggravating)"
    box = table.itemDelegate().createEditor(table, None, index)
    table.itemDelegate().setEditorData(box, index)
    assert box.currentData() == "aggravating"
    box.setCurrentIndex(box.findText("Lowers the risk (protective)"))
    table.itemDelegate().setModelData(box, model, index)
    assert index.data() == "Lowers the risk (protective)"
    assert panel.request().factor_settings == ["bars", "density", "", "", "protective"]


def test_layers_that_go_do_no_harm(panel, files):
    set_up(panel, files)
    QgsProject.instance().removeMapLayer(files["bars"].id())
    assert [row.name for row in panel.factors.model.rows if row.ticked] == ["shops"]
    QgsProject.instance().removeMapLayer(files["Town"].id())
    assert panel.request().study_area is None and not panel.start_button.isEnabled()
    QgsProject.instance().clear()
    assert panel.request().factors == []


def test_a_project_that_is_closed_while_it_runs_ends_the_run(panel, files):
    set_up(panel, files)
    panel.settings.resamples.setValue(5000)
    panel.start()
    wait_for(lambda: panel.bar.value() > 0)
    QgsProject.instance().clear()
    wait_for(lambda: panel.run is None)
    assert panel.stage.text() == "Ended without a result" and panel.request().factors == []


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
    assert panel.start_button.isEnabled()


def test_dialogs_are_filled_with_the_results(panel, files, monkeypatch):
    from qgis import processing

    set_up(panel, files)
    panel.start()
    wait_for(lambda: panel.run is None)
    opened = []
    dialog = SimpleNamespace(show=lambda: None)
    monkeypatch.setattr(processing, "createAlgorithmDialog", lambda *asked: opened.append(asked) or dialog)
    for button in panel.results.next_buttons:
        button.click()
    for algorithm, parameters in opened:
        made = QgsApplication.processingRegistry().algorithmById(algorithm)
        assert set(parameters) <= {one.name() for one in made.parameterDefinitions()}
        assert panel.results.results["RISK_TERRAIN"] in (*parameters.values(), *parameters.get("RISK_TERRAINS", []))
