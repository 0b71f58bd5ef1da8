"""Results arrive in one group for each run, in order, and keep their look outside the project."""

from types import SimpleNamespace

import pytest
from qgis.core import (
    QgsApplication,
    QgsLayerTreeLayer,
    QgsLayerTreeModel,
    QgsLayerTreeRegistryBridge,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.gui import QgsLayerTreeView
from qgis.PyQt.QtGui import QPainter

from risk_terrain_modelling.processing_provider.writing.result_groups import RunGroup

MULTIPLY = QPainter.CompositionMode.CompositionMode_Multiply
CAFE = 'Café "O\'Neill" <b>'


@pytest.fixture
def project(provider):
    project = QgsProject()
    yield project
    project.clear()


@pytest.fixture
def window(load_results, project, monkeypatch):
    """The window's layer tree with what makes layers land where they do: a loaded layer becomes the current one, and
    the next one is put above the current one."""
    from processing.gui import Postprocessing

    view = QgsLayerTreeView()
    model = QgsLayerTreeModel(project.layerTreeRoot())
    view.setModel(model)
    bridge = project.layerTreeRegistryBridge()

    def insert_at_current(*_):
        node = view.currentNode()
        if isinstance(node, QgsLayerTreeLayer):
            place = (node.parent(), node.parent().children().index(node))
        else:
            place = (node or project.layerTreeRoot(), 0)
        bridge.setLayerInsertionPoint(QgsLayerTreeRegistryBridge.InsertionPoint(*place))

    view.selectionModel().currentChanged.connect(insert_at_current)
    bridge.addedLayersToLayerTree.connect(lambda layers: view.setCurrentLayer(layers[0]))
    window = SimpleNamespace(layerTreeView=lambda: view, setActiveLayer=view.setCurrentLayer)  # the latter in 3.40
    monkeypatch.setattr(Postprocessing, "iface", window, raising=False)
    yield view
    view.setModel(None)


@pytest.fixture
def load(load_results, project):
    """Run an algorithm whose results are loaded into the project, as in the toolbox."""

    def load(algorithm, parameters, **destinations):
        context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
        context.setProject(project)
        context.setFeedback(feedback)
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(algorithm)
        loaded = {key: QgsProcessingOutputLayerDefinition(value, project) for key, value in destinations.items()}
        results, ok = algorithm.run({**parameters, **loaded}, context, feedback)
        assert ok, feedback.textLog()
        assert load_results(algorithm, context, feedback)
        return results

    return load


@pytest.fixture
def inputs(town):
    town.incidents.setName(CAFE)
    return {"STUDY_AREA": town.area, "INCIDENTS": town.incidents, "FACTORS": [town.bars, town.shops]}


def _kinds(group):
    return [
        "raster" if isinstance(node.layer(), QgsRasterLayer) else node.layer().fields()[0].name()
        for node in group.findLayers()
    ]


def test_all_layers_of_a_run_are_in_one_group_the_map_on_top(load, project, make_layer, inputs, tmp_path):
    project.addMapLayer(make_layer("streets", "LineString", ["LineString(1 1, 2 2)"]))
    load(
        "rtm:riskterrainmodel",
        inputs,
        RISK_TERRAIN=str(tmp_path / "risk.tif"),
        MODEL_TABLE=str(tmp_path / "model.gpkg"),
        CANDIDATES="memory:",
        CELLS=str(tmp_path / "cells.gpkg"),
    )
    root = project.layerTreeRoot()
    (group,) = root.findGroups()
    assert group.name().startswith(f"{CAFE} · Town, ")
    kinds = _kinds(group)
    assert len(kinds) == 4
    assert kinds[0] == "raster"
    cells, model, candidates = (node.layer().fields().names() for node in group.findLayers()[1:])
    assert "count" in cells
    assert "rrv" in model
    assert "single_rrv" in candidates
    assert [child.name() for child in root.children()] == [group.name(), "streets"]
    assert len(project.mapLayers()) == 5 == len(root.findLayers())


def test_the_sample_city_comes_as_one_group(load, project, tmp_path):
    load("rtm:samplecity", {"OUTPUT": str(tmp_path / "city.gpkg")})
    (group,) = project.layerTreeRoot().findGroups()
    names = [node.name() for node in group.findLayers()]
    assert len(names) == len(project.mapLayers()) == 14
    assert names[0] == "incidents_period_1"
    assert names[-5:] == ["canal", "parks", "trial_places", "study_area", "streets"]
    hidden = [node.name() for node in group.findLayers() if not node.isVisible()]
    assert hidden == ["incidents_period_2", "trial_places"]


def _tree(group):
    """Names of nodes, groups as (name, [what is in them]); without the time of a run."""
    return [
        node.name() if isinstance(node, QgsLayerTreeLayer) else (node.name().split(", ")[0], _tree(node))
        for node in group.children()
    ]


def test_a_run_after_a_run_each_in_its_own_group_on_top_whatever_is_current(
    window, load, project, make_layer, inputs, tmp_path
):
    root = project.layerTreeRoot()
    mine = root.addGroup("Mine")
    project.addMapLayer(make_layer("my points", "Point", ["Point(1 1)"]), False)
    (points,) = project.mapLayers().values()
    namesake = mine.addGroup(RunGroup("Sample city").name)
    window.setCurrentLayer(mine.addLayer(points).layer())
    city = str(tmp_path / "city.gpkg")

    load("rtm:samplecity", {"OUTPUT": city})
    results = {"RISK_TERRAIN": "a.tif", "MODEL_TABLE": "a.gpkg", "CELLS": "a_cells.gpkg"}
    load("rtm:riskterrainmodel", inputs, **{key: str(tmp_path / name) for key, name in results.items()})
    window.setCurrentLayer(root.children()[0].findLayers()[-1].layer())
    results = {"RISK_TERRAIN": "b.tif", "MODEL_TABLE": "b.gpkg", "CELLS": "b_cells.gpkg"}
    load("rtm:riskterrainmodel", inputs, **{key: str(tmp_path / name) for key, name in results.items()})
    places = {"RISK_TERRAIN": str(tmp_path / "b.tif"), "MIN_CELLS": 1}
    load("rtm:priorityplaces", places, PLACES=str(tmp_path / "places.gpkg"))

    model = (f"{CAFE} · Town", ["Risk terrain", "Cells", "Model table"])
    places, *groups, last = _tree(root)
    assert places == "Priority places"
    assert groups[:2] == [model, model]
    ((name, layers),) = groups[2:]
    assert name == "Sample city"
    assert len(layers) == 14
    assert last == ("Mine", [("Sample city", []), "my points"])

    shown = {node.layer() for node in root.findLayers() if node.isVisible()}
    surfaces = [layer for layer in shown if layer.blendMode() == MULTIPLY]
    assert surfaces == [root.children()[1].findLayers()[0].layer()]  # the later terrain is not seen through

    load("rtm:samplecity", {"OUTPUT": city})  # the same file: its layers are those of the later run now
    assert _tree(root) == [("Sample city", layers), "Priority places", model, model, last]
    assert namesake.parent() == mine


def test_a_group_that_the_user_has_chosen_for_all_results_holds_those_of_runs(load, project, inputs):
    from processing.core.ProcessingConfig import ProcessingConfig

    ProcessingConfig.setSettingValue(ProcessingConfig.RESULTS_GROUP_NAME, "Results")
    try:
        load("rtm:riskterrainmodel", inputs, RISK_TERRAIN="TEMPORARY_OUTPUT")
    finally:
        ProcessingConfig.setSettingValue(ProcessingConfig.RESULTS_GROUP_NAME, "")
    assert _tree(project.layerTreeRoot()) == [("Results", [(f"{CAFE} · Town", ["Risk terrain"])])]


def test_a_group_is_filled_in_order_whatever_comes_first(project, make_layer):
    root = project.layerTreeRoot()
    run = RunGroup("run")
    for name, sort_key in (("middle", -1), ("bottom", -2), ("top", 0), ("middle too", -1)):
        layer = make_layer(name, "Point", ["Point(1 1)"])
        project.addMapLayer(layer)
        run.take(root.findLayer(layer.id()), root, sort_key)
    assert _tree(root) == [("run", ["top", "middle", "middle too", "bottom"])]


def test_the_look_is_saved_with_the_files(provider, inputs, tmp_path):
    import processing

    made = processing.run(
        "rtm:riskterrainmodel",
        {**inputs, "RISK_TERRAIN": str(tmp_path / "risk.tif"), "CELLS": str(tmp_path / "cells.gpkg")},
    )
    raster = QgsRasterLayer(made["RISK_TERRAIN"], "opened elsewhere")
    labels = [label for label, _ in raster.renderer().legendSymbologyItems()]
    assert len(labels) == 4
    assert labels[-1].startswith("Highest risk: above mean + 2 SD")
    assert raster.blendMode() == MULTIPLY  # streets beneath stay legible
    styles = QgsVectorLayer(f"{tmp_path / 'cells.gpkg'}|layername=layer_styles", "styles", "ogr")
    assert [bool(style["useAsDefault"]) for style in styles.getFeatures()] == [True]
    cells = QgsVectorLayer(made["CELLS"], "opened elsewhere")
    assert cells.renderer().type() == "categorizedSymbol"
    assert len(cells.renderer().categories()) == 4
