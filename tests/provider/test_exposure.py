"""Rates in the main job: denominators of three kinds, adjustments, and what is wrong with them in words."""

import json

import numpy as np
import pytest
from log import Log
from osgeo import gdal, osr
from qgis.core import QgsProcessingException
from town import SIDE, X, Y

from risk_terrain_modelling.rtm_plugin.space.shapes import fingerprint


def square(x, y, width, height):
    x, y = X + x, Y + y
    corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)]
    return f"Polygon(({', '.join(f'{a} {b}' for a, b in corners)}))"


@pytest.fixture
def write_raster(tmp_path):
    def write(name, values, crs=27700, nodata=None, to=None):
        path = str(tmp_path / f"{name}.tif")
        rows, cols = values.shape
        made = gdal.GetDriverByName("GTiff").Create(path, cols, rows, 1, gdal.GDT_Float64)
        made.SetGeoTransform((X, SIDE / cols, 0, Y + SIDE, 0, -SIDE / rows))
        reference = osr.SpatialReference()
        reference.ImportFromEPSG(crs)
        made.SetProjection(reference.ExportToWkt())
        made.GetRasterBand(1).WriteArray(values)
        if nodata is not None:
            made.GetRasterBand(1).SetNoDataValue(nodata)
        made = None
        if to is not None:
            gdal.Warp(
                str(tmp_path / f"{name}_{to}.tif"),
                path,
                dstSRS=f"EPSG:{to}",
                dstNodata=-9999,
                resampleAlg="sum",
            )
            path = str(tmp_path / f"{name}_{to}.tif")
        return path

    return write


@pytest.fixture
def fit_town(town, tmp_path):
    import processing

    def fit_town(**parameters):
        log = Log()
        result = processing.run(
            "rtm:riskterrainmodel",
            {
                "STUDY_AREA": town.area,
                "INCIDENTS": town.incidents,
                "FACTORS": [town.bars, town.shops],
                "RISK_TERRAIN": str(tmp_path / "risk.tif"),
                "MODEL": str(tmp_path / "model.json"),
                **parameters,
            },
            feedback=log,
        )
        bands = gdal.Open(result["RISK_TERRAIN"]).ReadAsArray()[:2]
        return json.loads((tmp_path / "model.json").read_text()), bands, log.warnings

    return fit_town


def test_polygons_points_and_rasters_as_denominators(fit_town, town, make_layer, write_raster):
    wards = make_layer(
        "wards", "Polygon", [square(0, 0, 1000, 2000), square(1000, 0, 700, 2000)], fields=["people:double"],
        rows=[[4000.0], [1400.0]],
    )  # fmt: skip
    model, (scores, expected), warnings = fit_town(DENOMINATOR=wards, DENOMINATOR_FIELD="people")
    assert model["denominator"] == "wards"
    assert model["inputs"]["exposure"] == {"DENOMINATOR": "wards", "DENOMINATOR_FIELD": "people"}
    assert (expected[:, 34:] == 0).all() and (expected[:, :34] > 0).all(), "nobody lives in the east"
    assert np.isfinite(scores).all() and scores.min() == pytest.approx(1)
    assert any("240 of 1,600 cells have none of the denominator 'wards'" in text for text in warnings)

    amounts = np.repeat([[4000.0 / 400] * 20 + [1400.0 / 280] * 14 + [0.0] * 6], 20, axis=0)
    same = write_raster("residents", amounts)
    by_raster, (_, also_expected), _ = fit_town(DENOMINATOR=same)
    assert by_raster["intercept"] == pytest.approx(model["intercept"], abs=1e-5)
    np.testing.assert_allclose(also_expected, expected, rtol=1e-5)

    packed = write_raster("packed", (amounts + 50.0) * 4.0)
    _set_scale(packed, 0.25, -50.0)
    by_packed, (_, once_more), _ = fit_town(DENOMINATOR=packed)
    assert by_packed["intercept"] == by_raster["intercept"], "what the numbers stand for is read"
    np.testing.assert_array_equal(once_more, also_expected)

    addresses = [f"Point({X + 25 + 50 * i} {Y + 25 + 50 * j})" for i in range(40) for j in range(40)]
    by_points, (_, third), _ = fit_town(DENOMINATOR=make_layer("addresses", "Point", addresses))
    plain, (_, fourth), _ = fit_town()
    assert by_points["denominator"] == "addresses" and plain["denominator"] is None
    np.testing.assert_allclose(third, fourth, rtol=1e-6)


def _set_scale(path, scale, offset):
    data = gdal.Open(path, gdal.GA_Update)
    data.GetRasterBand(1).SetScale(scale)
    data.GetRasterBand(1).SetOffset(offset)


def test_what_a_mask_or_a_scaled_gap_hides_is_no_value(fit_town, write_raster):
    ramp = np.repeat(np.linspace(0, 1, 40)[None], 40, axis=0)
    ramp[0, :3] = -1.0
    hidden = write_raster("hidden", np.where(ramp < 0, 0.5, ramp))
    data = gdal.Open(hidden, gdal.GA_Update)
    data.CreateMaskBand(gdal.GMF_PER_DATASET)
    data.GetRasterBand(1).GetMaskBand().WriteArray(np.where(ramp < 0, 0, 255).astype(np.uint8))
    data = None
    gap = write_raster("gap", ramp, nodata=-1.0)
    _set_scale(gap, 2.0, 1.0)  # which would make a value of the gap
    for name, path in (("hidden", hidden), ("gap", gap)):
        _, _, warnings = fit_town(ADJUSTMENTS=[path])
        assert any(f"'{name}' has no value in 3 of 1,600 cells" in text for text in warnings)


def test_a_raster_in_another_crs(fit_town, town, write_raster):
    values = 10.0 + np.add.outer(np.arange(20), np.arange(20))
    here, _, _ = fit_town(DENOMINATOR=write_raster("people", values), FACTORS=[town.bars])
    there, _, _ = fit_town(DENOMINATOR=write_raster("people", values, to=3857), FACTORS=[town.bars])
    assert there["selected"][0]["variable"] == here["selected"][0]["variable"]
    assert there["selected"][0]["coefficient"] == pytest.approx(here["selected"][0]["coefficient"], abs=0.05)
    assert there["intercept"] == pytest.approx(here["intercept"], abs=0.05)


def test_adjustments(fit_town, town, make_layer, write_raster):
    ramp = np.repeat(np.linspace(0, 1, 40)[None], 40, axis=0)
    ramp[0, :3] = -1.0
    deprived = make_layer("deprived", "Polygon", [square(0, 0, 2000, 900)], fields=["share:double"], rows=[[0.3]])
    model, _, warnings = fit_town(
        ADJUSTMENTS=[write_raster("slope", ramp, nodata=-1.0), deprived], ADJUSTMENT_FIELD="share"
    )
    assert [one["name"] for one in model["adjustments"]] == ["slope"]
    assert any("'slope' has no value in 3 of 1,600 cells" in text for text in warnings)
    assert any("'deprived' is the same in every cell" in text for text in warnings)
    assert model["inputs"]["exposure"]["ADJUSTMENTS"] == ["deprived", "slope"]


def test_what_is_wrong_is_said(fit_town, town, make_layer, write_raster):
    wards = make_layer("wards", "Polygon", [square(0, 0, 2000, 2000)], fields=["people:double"], rows=[[-5.0]])
    far = write_raster("far", np.ones((4, 4)))
    gdal.Open(far, gdal.GA_Update).SetGeoTransform((0, 10, 0, 40, 0, -10))
    for parameters, message in (
        ({"DENOMINATOR": wards}, r"Denominator 'wards' needs a field with its numbers.*\(people\)"),
        ({"DENOMINATOR": wards, "DENOMINATOR_FIELD": "pop"}, r"'wards' has no field 'pop'.*\(people\)"),
        ({"DENOMINATOR": wards, "DENOMINATOR_FIELD": "people"}, r"'wards' is negative in a cell"),
        ({"DENOMINATOR": far}, r"Denominator 'far' does not reach the study area"),
        ({"ADJUSTMENTS": [town.bars]}, r"Adjustment 'bars' has Point: use polygons or a raster"),
        ({"ADJUSTMENTS": [far, far]}, r"Two adjustments are called 'far'"),
    ):
        with pytest.raises(QgsProcessingException, match=message):
            fit_town(**parameters)


def test_the_model_remembers_every_layer_of_rates(fit_town, town, make_layer, write_raster):
    """File and fingerprint of each, by role: a factor that is called like another layer takes nobody's place."""
    fields, rows = ["people:double", "decile:double"], [[4000.0, 3.0], [1400.0, 8.0]]
    shapes = [square(0, 0, 1000, 2000), square(1000, 0, 1000, 2000)]
    wards = make_layer("wards", "Polygon", shapes, fields=fields, rows=rows)
    level = write_raster("level", np.repeat(np.arange(40.0)[None], 20, axis=0))
    points = [feature.geometry().asWkt() for feature in town.bars.getFeatures()]
    bars = make_layer("INCIDENTS", "Point", points)
    asked = {"DENOMINATOR": wards, "DENOMINATOR_FIELD": "people", "ADJUSTMENTS": [level], "FACTORS": [bars]}
    inputs = fit_town(**asked)[0]["inputs"]
    kept = {(one["role"], one["name"]): one["sha256"] for one in inputs["fingerprints"]}
    assert len(kept) == len(inputs["fingerprints"]) == 5
    incidents = np.array([feature.geometry().asPoint() for feature in town.incidents.getFeatures()])
    assert kept["INCIDENTS", town.incidents.name()] == fingerprint(incidents)
    assert kept["FACTORS", "INCIDENTS"] == fingerprint(np.array([f.geometry().asPoint() for f in bars.getFeatures()]))
    # the outlines of both wards, each corner with the number of its ward; the raster's centres with theirs
    corners = [[list(vertex)[:2] for vertex in corners_of(shape)] for shape in shapes]
    numbers = np.repeat([4000.0, 1400.0], 5)
    assert kept["DENOMINATOR", "wards"] == fingerprint(np.array(corners).reshape(-1, 2), numbers)
    x, y = np.meshgrid(X + 25 + 50 * np.arange(40), Y + 50 + 100 * np.arange(20))
    assert kept["ADJUSTMENTS", "level"] == fingerprint(
        np.column_stack([x.ravel(), y.ravel()]), np.tile(np.arange(40.0), 20)
    )
    layers = {one["role"]: one for one in inputs["layers"]}
    assert layers["ADJUSTMENTS"]["source"] == "level.tif" and layers["DENOMINATOR"]["features"] == 2
    rows[0][0] += 1
    other = make_layer("wards", "Polygon", shapes, fields=fields, rows=rows)
    again = fit_town(**{**asked, "DENOMINATOR": other})[0]["inputs"]["fingerprints"]
    assert [one["role"] for one in again if one not in inputs["fingerprints"]] == ["DENOMINATOR"]


def corners_of(wkt):
    return [[float(number) for number in one.split()] for one in wkt[wkt.index("((") + 2 : -2].split(",")]
