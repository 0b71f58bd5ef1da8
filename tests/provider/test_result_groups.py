"""Results arrive in one group for each run, in order, and keep their look outside the project."""

import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)

from risk_terrain_modelling.processing_provider.writing.result_groups import move_into_group

CAFE = 'Café "O\'Neill" <b>'


@pytest.fixture
def project(provider):
    project = QgsProject()
    yield project
    project.clear()


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
    assert len(group.findLayers()) == len(project.mapLayers()) > 10


def test_a_group_is_filled_in_order_whatever_comes_first(project, make_layer):
    root = project.layerTreeRoot()
    for name, sort_key in (("middle", -1), ("bottom", -2), ("top", 0), ("middle too", -1)):
        layer = make_layer(name, "Point", ["Point(1 1)"])
        project.addMapLayer(layer)
        move_into_group(layer, project, "run", sort_key)
    (group,) = root.findGroups()
    assert [node.name() for node in group.children()] == ["top", "middle", "middle too", "bottom"]
    outside = make_layer("not in the tree", "Point", ["Point(1 1)"])
    project.addMapLayer(outside, False)
    move_into_group(outside, project, "run", 0)
    assert len(group.children()) == 4


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
    styles = QgsVectorLayer(f"{tmp_path / 'cells.gpkg'}|layername=layer_styles", "styles", "ogr")
    assert [bool(style["useAsDefault"]) for style in styles.getFeatures()] == [True]
    cells = QgsVectorLayer(made["CELLS"], "opened elsewhere")
    assert cells.renderer().type() == "categorizedSymbol"
    assert len(cells.renderer().categories()) == 4
