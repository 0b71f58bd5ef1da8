"""The main job inside QGIS: outputs agree with each other, arrive styled, and stop when they are told to."""

import json
import sys
import threading
import time
from itertools import pairwise

import numpy as np
import pytest
from attributes import rows
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)

from risk_terrain_modelling.processing_provider.algorithms.riskterrainmodel import RiskTerrainModelAlgorithm

ALGORITHM = "rtm:riskterrainmodel"


@pytest.fixture
def inputs(town):
    return {
        "STUDY_AREA": town.area,
        "INCIDENTS": town.incidents,
        "FACTORS": [town.bars, town.shops, town.road, town.park],
    }


def _run(parameters, feedback=None, context=None):
    import processing

    return processing.run(ALGORITHM, parameters, feedback=feedback, context=context)


def _files(folder, **more):
    return {
        "RISK_TERRAIN": str(folder / "risk.tif"),
        "MODEL_TABLE": str(folder / "model.csv"),
        "CANDIDATES": str(folder / "candidates.csv"),
        "CELLS": str(folder / "cells.csv"),
        "MODEL": str(folder / "model.json"),
        **more,
    }


def test_everything_that_comes_out_agrees(inputs):
    result = _run(
        {
            **inputs,
            "RISK_TERRAIN": "TEMPORARY_OUTPUT",
            **dict.fromkeys(("MODEL_TABLE", "CANDIDATES", "CELLS"), "memory:"),
        }
    )
    declared = {
        output.name() for output in QgsApplication.processingRegistry().algorithmById(ALGORITHM).outputDefinitions()
    }
    of_later_incidents = {key for key in declared if key.startswith("HIT_RATE")}
    of_later_incidents |= {"VERDICT", "VERDICT_WITH_HISTORY", "SPLIT_DATE", "N_INCIDENTS_LATER", "VALIDATION"}
    of_moved_incidents = {key for key in declared if key.startswith("SNAP_")}
    assert set(result) == declared - {"MODEL", "REPORT"} - of_later_incidents - of_moved_incidents
    table, candidates, cells = (rows(result[key]) for key in ("MODEL_TABLE", "CANDIDATES", "CELLS"))
    assert [row["factor"] for row in table][:1] == ["bars"]
    assert len(table) == result["N_SELECTED"] == sum(row["selected"] for row in candidates)
    assert len(candidates) == result["N_CANDIDATES"]
    assert sum(row["survived"] for row in candidates) == result["N_SURVIVORS"]
    for row in table:
        assert row["rrv"] == pytest.approx(np.exp(row["coefficient"]), rel=1e-9)
        assert row["rrv_low"] < row["rrv"] < row["rrv_high"]
    assert len(cells) == result["N_CELLS"] == 40 * 40
    assert sum(row["count"] for row in cells) == result["N_INCIDENTS"] == 630
    assert result["N_INCIDENTS_OUTSIDE"] == 0
    scores = np.array([row["rrs"] for row in cells])
    assert (scores.mean(), scores.std(ddof=1), scores.max(), scores.min()) == pytest.approx(
        (result["RRS_MEAN"], result["RRS_SD"], result["RRS_MAX"], 1.0)
    )
    assert result["HIGHEST_RISK_THRESHOLD"] == pytest.approx(result["RRS_MEAN"] + 2 * result["RRS_SD"])
    highest = {row["rrs"] > result["HIGHEST_RISK_THRESHOLD"] for row in cells if row["class"] == "highest risk"}
    assert highest == {True}
    dataset = gdal.Open(result["RISK_TERRAIN"])
    assert dataset.GetRasterBand(1).ReadAsArray().ravel() == pytest.approx(scores)
    assert dataset.GetRasterBand(2).ReadAsArray().sum() == pytest.approx(sum(row["expected"] for row in cells))
    selected = [row["variable"] for row in candidates if row["selected"]]
    for variable in selected:
        inside = [row for row in cells if row[variable]]
        (candidate,) = (row for row in candidates if row["variable"] == variable)
        assert candidate["cells"] == len(inside)
        assert candidate["incidents"] == sum(row["count"] for row in inside)


def test_the_same_seed_gives_the_same_bytes_whatever_the_order_of_the_layers(inputs, tmp_path):
    first, second = tmp_path / "first", tmp_path / "second"
    _run({**inputs, **_files(first)})
    _run({**inputs, "FACTORS": inputs["FACTORS"][::-1], **_files(second)})
    names = sorted(path.name for path in first.iterdir())
    same = ["candidates.csv", "cells.csv", "model.csv", "model.json", "risk.qml", "risk.tif"]
    assert names == sorted([*same, "model.run.json"])
    for name in same:
        assert (first / name).read_bytes() == (second / name).read_bytes(), name
    seconds = json.loads((first / "model.run.json").read_text())["seconds"]
    assert list(seconds)[:4] == ["Reading layers", "Checking factors", "Grid", "Incidents"]


def test_a_result_that_is_loaded_is_styled_and_says_where_it_comes_from(inputs, load_results, tmp_path):
    project = QgsProject()
    context = QgsProcessingContext()
    context.setProject(project)
    feedback = QgsProcessingFeedback()
    context.setFeedback(feedback)
    files = {
        key: QgsProcessingOutputLayerDefinition(value, project)
        for key, value in _files(tmp_path).items()
        if key != "MODEL"
    }
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(ALGORITHM)
    result, ok = algorithm.run({**inputs, **files, "SEED": 5}, context, feedback)
    assert ok
    load_results(algorithm, context, feedback)
    (terrain,) = (one for one in project.mapLayers().values() if isinstance(one, QgsRasterLayer))
    assert terrain.source() == result["RISK_TERRAIN"]
    labels = [label for label, _ in terrain.renderer().legendSymbologyItems()]
    assert len(labels) == 4
    assert labels[-1].startswith("Highest risk")
    assert "seed 5" in terrain.metadata().history()[0]
    parameters = json.loads(terrain.customProperty("rtm/parameters"))
    assert parameters["SEED"] == 5
    assert "never cause" in terrain.metadata().abstract()
    project.clear()


def test_the_null_model_is_a_result_and_not_an_error(inputs, town, make_layer, tmp_path):
    rng = np.random.RandomState(3)
    anywhere = make_layer(
        "noise",
        "Point",
        [f"Point({x} {y})" for x, y in rng.uniform((530001, 180001), (531999, 181999), (300, 2))],
    )
    result = _run({**inputs, "INCIDENTS": anywhere, "FACTORS": [town.shops], "P_LIMIT": 1e-9, **_files(tmp_path)})
    assert result["N_SELECTED"] == 0
    assert (result["RRS_MEAN"], result["RRS_SD"], result["RRS_MAX"]) == (1.0, 0.0, 1.0)


CLASH = "numpy.dtype size changed, may indicate binary incompatibility"


@pytest.mark.parametrize("error", [ImportError, AttributeError, ValueError, RuntimeError, SystemError])
@pytest.mark.parametrize("part", ["scipy.special", "scipy.sparse.csgraph"])
def test_a_package_built_for_another_numpy_is_named_with_the_error(inputs, monkeypatch, tmp_path, error, part):
    class Clash:
        def find_spec(self, name, path=None, target=None):
            if name == part:
                raise error(CLASH)

    monkeypatch.setattr(sys, "meta_path", [Clash(), *sys.meta_path])
    monkeypatch.delitem(sys.modules, part, raising=False)
    made = RiskTerrainModelAlgorithm().create()
    ok, message = made.checkParameterValues({**inputs, **_files(tmp_path)}, QgsProcessingContext())
    assert not ok
    reason = f"'scipy' is installed but cannot be loaded ({error.__name__}: {CLASH}) for this QGIS: install it"
    assert reason in message and "sudo apt install python3-scipy" in message
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["scipy"])
def test_a_missing_package_is_named_with_its_commands(inputs, monkeypatch, tmp_path, name):
    monkeypatch.setitem(sys.modules, name, None)
    ok, message = (
        RiskTerrainModelAlgorithm()
        .create()
        .checkParameterValues({**inputs, **_files(tmp_path)}, QgsProcessingContext())
    )
    assert not ok
    for words in (
        f"The Python package '{name}' is not installed",
        f"sudo apt install python3-{name}",
        "OSGeo4W",
        "conda",
        "Flatpak",
        "macOS",
    ):
        assert words in message
    assert not list(tmp_path.iterdir())


class CancelAfter(QgsProcessingFeedback):
    """Cancels when a stage begins, or some seconds after the start; knows how long the end took."""

    def __init__(self, stage=None, seconds=None):
        super().__init__()
        self.stage, self.cancelled_at, self.stages = stage, None, []
        if seconds is not None:
            threading.Timer(seconds, self.stop).start()

    def stop(self):
        self.cancelled_at = time.perf_counter()
        self.cancel()

    def setProgressText(self, text):
        self.stages.append(text)
        if text == self.stage:
            self.stop()


def test_it_stops_at_once_in_every_stage_and_leaves_nothing(inputs, tmp_path):
    all_stages = CancelAfter()
    _run({**inputs, **_files(tmp_path / "all")}, all_stages)
    assert len(all_stages.stages) >= 5
    for number, stage in enumerate(all_stages.stages):
        folder = tmp_path / str(number)
        feedback = CancelAfter(stage)
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(ALGORITHM)
        algorithm.run({**inputs, **_files(folder)}, QgsProcessingContext(), feedback)
        assert time.perf_counter() - feedback.cancelled_at < 1.0, stage
        assert not list(folder.rglob("*")), stage


def test_a_cancelled_run_is_taken_up_again(inputs, tmp_path):
    plain, folder, working = tmp_path / "plain", tmp_path / "again", tmp_path / "working"
    _run({**inputs, **_files(plain)})
    asked = {**inputs, **_files(folder), "WORKING_FOLDER": str(working)}
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(ALGORITHM)
    algorithm.run(asked, QgsProcessingContext(), CancelAfter("Search"))
    assert working.is_dir() and list(working.iterdir()) and not folder.exists()
    _run(asked)
    assert not list(working.iterdir()), "what was kept for an unfinished run goes when it has ended"
    for path in plain.iterdir():
        if path.name.endswith((".tif", "model.json")):
            assert (folder / path.name).read_bytes() == path.read_bytes(), path.name


@pytest.mark.slow
def test_a_real_city_stops_within_a_second_at_any_moment(shared_data, provider, tmp_path):
    city = shared_data / "london_camden.gpkg"
    names = ("pubs", "bars", "fast_food", "restaurants", "cafes", "bus_stops", "schools", "registered_parks")
    parameters = {
        "STUDY_AREA": f"{city}|layername=study_area",
        "INCIDENTS": f"{city}|layername=violence_2022",
        "FACTORS": [f"{city}|layername={name}" for name in names],
        "CELL_SIZE": 25,
        **_files(tmp_path),
    }
    algorithm = QgsApplication.processingRegistry().algorithmById(ALGORITHM)
    began = time.perf_counter()
    algorithm.create().run(parameters, QgsProcessingContext(), QgsProcessingFeedback())
    whole = time.perf_counter() - began
    for path in tmp_path.iterdir():
        path.unlink()
    for part in (0.05, 0.2, 0.4, 0.6, 0.8):
        feedback = CancelAfter(seconds=part * whole)
        algorithm.create().run(parameters, QgsProcessingContext(), feedback)
        ended = time.perf_counter()
        if feedback.cancelled_at is not None:
            assert ended - feedback.cancelled_at < 1.0, (part, feedback.stages[-1])
            assert not list(tmp_path.iterdir())


def test_the_bar_moves_forward_from_start_to_end(inputs, tmp_path):
    seen = []
    feedback = QgsProcessingFeedback()
    feedback.progressChanged.connect(seen.append)
    _run({**inputs, **_files(tmp_path)}, feedback)
    assert seen == sorted(seen)
    assert seen[-1] == 100
    assert len(seen) > 30
    assert max(later - earlier for earlier, later in pairwise(seen)) <= 25


def test_excluded_cells_are_not_modelled_and_their_incidents_are_counted(inputs, make_layer, tmp_path):
    lake = "Polygon((530000 180000, 531000 180000, 531000 181000, 530000 181000, 530000 180000))"
    everything = _run({**inputs, **_files(tmp_path)})
    found = _run({**inputs, "EXCLUDE": make_layer("lake", "Polygon", [lake]), **_files(tmp_path)})
    assert found["N_CELLS"] == everything["N_CELLS"] * 3 // 4
    assert found["N_INCIDENTS_OUTSIDE"] > 0
    assert found["N_INCIDENTS"] + found["N_INCIDENTS_OUTSIDE"] == everything["N_INCIDENTS"]
    dataset = gdal.Open(found["RISK_TERRAIN"])
    band = dataset.GetRasterBand(1)
    assert (band.ReadAsArray()[20:, :20] == band.GetNoDataValue()).all()


def test_a_loaded_table_has_headings_for_people_and_few_decimals(provider, fitted):
    """The fields keep their names and the file its digits."""
    from risk_terrain_modelling.processing_provider.writing.model_results import MODEL_FIELDS
    from risk_terrain_modelling.processing_provider.writing.styles import name_fields

    layer = QgsVectorLayer("NoGeometry", "Model table", "memory")
    layer.dataProvider().addAttributes(list(MODEL_FIELDS))
    layer.updateFields()
    name_fields(layer)
    assert layer.fields().names() == MODEL_FIELDS.names()
    shown = [layer.attributeDisplayName(index) for index in range(len(MODEL_FIELDS))]
    assert shown[0] == "Risk factor" and "p-value" in shown and not any("_" in name for name in shown)
    setup = layer.editorWidgetSetup(layer.fields().indexOf("p_value"))
    text = (
        QgsApplication.fieldFormatterRegistry()
        .fieldFormatter(setup.type())
        .representValue(layer, layer.fields().indexOf("p_value"), setup.config(), None, 0.000123456789012345)
    )
    assert text == "0.000123"
