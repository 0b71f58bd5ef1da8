"""Judging risk terrains inside QGIS: figures that agree with each other, rasters of any make, plain words."""

import json
from functools import partial

import numpy as np
import pytest
from attributes import rows
from log import Log
from osgeo import gdal, osr
from qgis.core import QgsApplication, QgsProcessingException, QgsProcessingFeedback

from risk_terrain_modelling.rtm_plugin.space.grid import StudyGrid
from risk_terrain_modelling.rtm_plugin.trust import validation, validation_words
from risk_terrain_modelling.rtm_plugin.use.history import join

ALGORITHM = "rtm:validate"
X, Y, SIDE = 530000.0, 180000.0, 2000.0  # of the town


@pytest.fixture
def run(run):
    return partial(run, ALGORITHM)


def points_of(layer):
    return np.array([feature.geometry().asPoint() for feature in layer.getFeatures()])


@pytest.fixture
def later(town, make_layer):
    """What happens later: the incidents of the town, moved by chance."""
    moved = points_of(town.incidents) + np.random.RandomState(11).normal(0, 30, (630, 2))
    moved = np.clip(moved, (X + 1, Y + 1), (X + SIDE - 1, Y + SIDE - 1))
    return make_layer("thefts & <later>", "Point", [f"Point({x} {y})" for x, y in moved.tolist()])


@pytest.fixture
def terrain(town, tmp_path):
    import processing

    raster = str(tmp_path / "town.tif")
    processing.run(
        "rtm:riskterrainmodel",
        {
            "STUDY_AREA": town.area,
            "INCIDENTS": town.incidents,
            "FACTORS": [town.bars, town.shops, town.road],
            "RISK_TERRAIN": raster,
            "MODEL_TABLE": "memory:",
        },
    )
    return raster


def bands_of(raster):
    dataset = gdal.Open(raster)
    x_min, size, _, y_max, _, _ = dataset.GetGeoTransform()
    bands = [dataset.GetRasterBand(number).ReadAsArray() for number in (1, 2, 3)]
    grid = StudyGrid(x_min, y_max, size, bands[0] != -9999.0)
    return grid, [band[grid.mask] for band in bands]


def test_the_third_band_joins_terrain_and_history(terrain, town):
    grid, (_, expected, joined) = bands_of(terrain)
    counts = grid.count(points_of(town.incidents))
    made = join(grid, expected, counts)
    assert joined == pytest.approx(made.expected, rel=1e-6)
    assert joined.sum() == pytest.approx(counts.sum())
    dataset = gdal.Open(terrain)
    band = dataset.GetRasterBand(3)
    assert band.GetDescription() == "Expected incidents given terrain and history"
    assert float(band.GetMetadataItem("RTM_OWN_COUNT_WEIGHT")) == pytest.approx(made.own_weight)


def test_what_comes_out_agrees(run, terrain, town, later, tmp_path):
    log = Log()
    page = tmp_path / "page.html"
    result = run(
        {
            "RISK_TERRAINS": [terrain],
            "INCIDENTS": later,
            "EARLIER_INCIDENTS": town.incidents,
            "RESAMPLES": 200,
            "TABLE": "memory:",
            "REPORT": str(page),
        },
        log,
    )
    algorithm = QgsApplication.processingRegistry().algorithmById(ALGORITHM)
    assert set(result) == {output.name() for output in algorithm.outputDefinitions()}
    assert log.warnings == []

    grid, (scores, _, joined) = bands_of(terrain)
    counts = grid.count(points_of(later))
    surfaces = [
        validation.Surface("the risk terrain", scores),
        validation.Surface("terrain and history", joined),
        *validation.baselines(grid, points_of(town.incidents), unit="m"),
    ]
    found = validation.validate(grid, counts, surfaces, resamples=200)
    assert result["VERDICT"] == validation_words.verdict(found)
    assert result["VERDICT"].startswith("The risk terrain loses to ")  # to its own incidents, hardly moved
    table = rows(result["TABLE"])
    assert len(table) == len(found.figures) + len(found.differences)
    for row, one in zip(table, (*found.figures, *found.differences)):
        assert (row["surface"], row["measure"]) == (one.surface, one.measure)
        numbers = [one.value, one.low, one.high]
        assert [row["value"], row["low"], row["high"]] == pytest.approx(numbers, rel=1e-9)
    assert result["N_INCIDENTS"] == counts.sum() == 630 and result["N_INCIDENTS_OUTSIDE"] == 0
    assert result["N_BLOCKS"] == 16
    assert result["PAI_10"] == pytest.approx(found.figure("the risk terrain", "PAI", "10%").value)
    assert result["DIFFERENCE_LOW"] <= result["DIFFERENCE"] <= result["DIFFERENCE_HIGH"] < 0
    assert any(result["VERDICT"] in text for text in log.texts)

    html = page.read_text(encoding="utf-8")
    assert result["VERDICT"] in html and "<svg" in html
    assert "thefts &amp; &lt;later&gt;" in html and "<later>" not in html
    assert "src=" not in html and "https:" not in html


def test_the_same_run_gives_the_same_bytes(run, terrain, town, later, tmp_path):
    made = []
    for folder in (tmp_path / "one", tmp_path / "two"):
        parameters = {
            "RISK_TERRAINS": [terrain],
            "INCIDENTS": later,
            "EARLIER_INCIDENTS": town.incidents,
            "RESAMPLES": 50,
            "TABLE": str(folder / "table.csv"),
            "REPORT": str(folder / "page.html"),
        }
        run(parameters)
        made.append([(folder / name).read_bytes() for name in ("table.csv", "page.html")])
    assert made[0] == made[1]


def write_other(path, values, corner, size, epsg=27700):
    """A raster of other software: other cells, one of them without a value."""
    rows, cols = values.shape
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), cols, rows, 1, gdal.GDT_Float32)
    dataset.SetGeoTransform((corner[0], size, 0, corner[1], 0, -size))
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(epsg)
    dataset.SetProjection(crs.ExportToWkt())
    dataset.GetRasterBand(1).SetNoDataValue(-1)
    dataset.GetRasterBand(1).WriteArray(values)
    return str(path)


def test_rasters_of_any_make_are_compared(run, terrain, town, later, tmp_path):
    values = np.random.RandomState(3).random_sample((20, 20)).astype(np.float32)
    values[:5, :5] = -1  # the north-west corner, 500 m
    missed = points_of(later) - (X, Y + SIDE)
    missed = int(((missed[:, 0] < 500) & (missed[:, 1] > -500)).sum())
    other = write_other(tmp_path / "heatmap.tif", values, (X, Y + SIDE), 100.0)
    log = Log()
    result = run(
        {
            "RISK_TERRAINS": [terrain, other],
            "INCIDENTS": later,
            "RESAMPLES": 0,
            "LEVELS": "2; 10",
            "TABLE": "memory:",
        },
        log,
    )
    assert [warning.split(":")[0] for warning in log.warnings] == [
        "100 of 1,600 cells have no value in every risk terrain and are left out.",
        "No earlier incidents are given",
        f"{missed} of 630 later incidents lie in no cell and are left out.",
    ]
    table = rows(result["TABLE"])
    assert list(dict.fromkeys(row["surface"] for row in table)) == [
        "risk terrain 'town'",
        "terrain and history of 'town'",
        "risk terrain 'heatmap'",
        "chance",
    ]
    assert {row["level"] for row in table if row["level"]} == {"2%", "10%", "highest-risk class"}
    assert "HIT_RATE_1" not in result and result["HIT_RATE_10"] > 0.2
    assert "not examined" in result["VERDICT"] and "SCOREBOARD" not in result
    grid, _ = bands_of(terrain)
    col, row = ((grid.centroids - (X, Y)) // 100).astype(int).T
    at = values[19 - row, col]
    kept = at >= 0
    assert missed and result["N_CELLS"] == kept.sum()
    ranking = validation.Ranking.of(at[kept], grid.count(points_of(later))[kept])
    (auc,) = (
        one["value"]
        for one in table
        if one["surface"].endswith("'heatmap'") and one["measure"] == "AUC" and not one["minus"]
    )
    assert auc == pytest.approx(ranking.auc())


def test_bad_input_says_what_to_do(run, terrain, town, later, make_layer, tmp_path):
    good = {"RISK_TERRAINS": [terrain], "INCIDENTS": later, "RESAMPLES": 0, "TABLE": "memory:"}
    elsewhere = make_layer("elsewhere", "Point", ["Point(600000 180000)"])
    empty = make_layer("nothing", "Point", [])
    values = np.ones((20, 20), dtype=np.float32)
    foreign = write_other(tmp_path / "irish.tif", values, (X, Y + SIDE), 100.0, 2157)
    degrees = write_other(tmp_path / "degrees.tif", values, (0.0, 51.0), 0.001, 4326)
    apart = write_other(tmp_path / "apart.tif", values, (X + 50_000, Y + SIDE), 100.0)
    for change, message in (
        ({"INCIDENTS": elsewhere}, "Incidents 'elsewhere': None of the later incidents lies in a cell"),
        ({"INCIDENTS": empty}, "Incidents 'nothing' has no feature"),
        ({"LEVELS": "1,ten"}, "'ten' of LEVELS is no number above 0: write for example 1,5,10."),
        ({"LEVELS": "150"}, "150% is no part of the area"),
        ({"LEVELS": ","}, "no level to judge at"),
        ({"BANDWIDTHS": "-3"}, "'-3' of BANDWIDTHS"),
        ({"RESAMPLES": 1}, "1 resamples give no interval"),
        ({"RISK_TERRAINS": [terrain, foreign]}, "Risk terrain 'irish' is in EPSG:2157, and 'town' in EPSG:"),
        ({"RISK_TERRAINS": [degrees]}, "Risk terrain 'degrees' has no projected CRS"),
        ({"RISK_TERRAINS": [terrain, apart]}, "no cell in common"),
    ):
        with pytest.raises(QgsProcessingException) as raised:
            run({**good, **change})
        assert message in str(raised.value)
        assert "Traceback" not in str(raised.value)


def test_being_judged_by_what_it_was_made_from_is_said(run, terrain, town):
    log = Log()
    run({"RISK_TERRAINS": [terrain], "INCIDENTS": town.incidents, "RESAMPLES": 0, "TABLE": "memory:"}, log)
    assert "seem to be those that the model was made from" in log.warnings[-1]
    assert json.loads(gdal.Open(terrain).GetMetadataItem("RTM_PARAMETERS"))["INCIDENTS"] == "thefts"


def test_cancelled_runs_leave_nothing(run, terrain, town, later, tmp_path):
    class Impatient(QgsProcessingFeedback):
        def setProgressText(self, text):
            if text == "Validation":
                self.cancel()

    parameters = {
        "RISK_TERRAINS": [terrain],
        "INCIDENTS": later,
        "EARLIER_INCIDENTS": town.incidents,
        "TABLE": str(tmp_path / "t.csv"),
        "REPORT": str(tmp_path / "p.html"),
    }
    assert not run(parameters, Impatient())
    assert not list(tmp_path.glob("[tp].*")) and not list(tmp_path.glob(".*"))
