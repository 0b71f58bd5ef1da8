"""Who is exposed, inside QGIS: ratios by hand in the town, by GEOS in Camden; what is flagged; the page."""

from functools import partial

import numpy as np
import pytest
from attributes import rows
from log import Log
from osgeo import gdal, ogr
from qgis.core import (
    NULL,
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsProcessingException,
    QgsVectorLayer,
    QgsWkbTypes,
)
from town import SIDE, X, Y

ALGORITHM = "rtm:exposure"


def block(x, y, width, height):
    x, y = X + x, Y + y
    corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)]
    return f"Polygon(({', '.join(f'{a} {b}' for a, b in corners)}))"


@pytest.fixture
def run(run):
    return partial(run, ALGORITHM, TABLE="memory:", FLAGGED="memory:")


@pytest.fixture
def census(make_layer):
    """The four quarters of the town: all people, the old, the young, and a decile."""
    half = SIDE / 2
    quarters = [block(x, y, half, half) for x in (0, half) for y in (0, half)]
    values = [[1000, 100, 900, 1], [2000, 600, 1400, 1], [1000, 400, 600, 2], [4000, 400, 3600, None]]
    return make_layer(
        "quarters",
        "Polygon",
        quarters,
        fields=["residents:integer", "old_people:integer", "young:integer", "decile:double"],
        rows=values,
    )


def test_ratios_by_hand(run, fitted, census, make_layer):
    """A place of 20 by 20 cells: a quarter of each of the western quarters' area."""
    place = make_layer("places", "Polygon", [block(0, 500, 500, 1000)], fields=["rank:integer"], rows=[[1]])
    asked = {"GROUPS": ["old_people", "young"], "ALL_PEOPLE": "residents", "CLASSES": "decile", "PLACES": place}
    asked |= {"RISK_TERRAIN": fitted.terrain, "POPULATION": census}
    log = Log()
    result = run(asked, log)
    algorithm = QgsApplication.processingRegistry().algorithmById(ALGORITHM)
    declared = {output.name() for output in algorithm.outputDefinitions()}
    ends = {f"{end}_{what}" for end in ("LOWEST", "HIGHEST") for what in ("GROUP", "RATIO")}  # too few areas to say so
    assert set(result) == declared - {"CURVE", "DRIVERS", "REPORT"} - ends
    table = rows(result["TABLE"])
    assert [row["group"] for row in table] == ["All people", "old people", "young", "decile 1", "decile 2"]
    assert [row["people"] for row in table] == [8000, 1500, 6500, 3000, 1000]
    # decile 2 has nobody there, which is fewer than ten; decile 1 has all who are told of the classes
    assert [row["people_there"] for row in table][:4] == [750, 175, 575, 750]
    assert table[4]["people_there"] == table[4]["ratio"] == NULL and table[4]["outcome"] == "not told"
    shares = [750 / 8000, 175 / 1500, 575 / 6500, 750 / 3000]
    assert [row["share_percent"] for row in table[:4]] == pytest.approx([100 * one for one in shares])
    assert [row["ratio"] for row in table[1:4]] == pytest.approx([one / shares[0] for one in shares[1:]])
    # a sixteenth of the resamples has none of the western quarters, and says nothing: too many for an interval
    assert all(row[name] == NULL for row in table[1:3] for name in ("ratio_low", "ratio_high"))
    assert {row["outcome"] for row in table[1:3]} == {"no interval: too many resamples had nobody there"}
    assert (result["N_HIDDEN"], result["N_GROUPS"], result["N_AREAS"], result["N_CELLS"]) == (1, 4, 4, 1600)
    assert result["AREA_PERCENT"] == result["AREA_NEAR_PERCENT"] == pytest.approx(12.5)
    assert "9.4% of all people live in the flagged places, which are 12% of the area." in result["SUMMARY"]
    assert any("does not certify that the map" in text for text in log.texts)
    assert log.warnings == [
        "The people are counted by 4 areas only: the intervals say little, and evenly spread people are a bold "
        "assumption. Use smaller areas.",
        "Some ratios have no interval, because too many resamples had nobody in or near a flagged place.",
    ]
    # 50 m around: one cell more in three directions, without the corners
    near = run(asked, NEAR=50)
    assert near["AREA_NEAR_PERCENT"] == pytest.approx(100 * (10 * 20 + 20 + 2 * 10) / 1600)
    found = [(one["class"], one["cells"], one["area_ha"]) for one in rows(near["FLAGGED"])]
    assert found == [("flagged", 200, 50.0), ("near", 40, 10.0)]
    # without the field of all people these are the sum of the groups
    same = run({**asked, "ALL_PEOPLE": None, "CLASSES": None})
    assert [row["ratio"] for row in rows(same["TABLE"])[1:3]] == pytest.approx([row["ratio"] for row in table[1:3]])


def test_what_the_page_says(run, fitted, census, tmp_path):
    page = tmp_path / "page.html"
    asked = {
        "RISK_TERRAIN": fitted.terrain,
        "POPULATION": census,
        "GROUPS": ["old_people", "young"],
        "PERCENT": 10,
        "MODEL": fitted.model,
        "FACTORS": list(fitted.factors.values()),
        "CURVE": "memory:",
        "DRIVERS": "memory:",
        "REPORT": str(page),
    }
    census.setName("census & <b>")
    result = run(asked)
    html = page.read_text(encoding="utf-8")
    assert result["SUMMARY"].split(".")[0] in html and html.count("<svg") == 2
    assert "It does not certify that the map" in html and "census &amp; &lt;b&gt;" in html and "<b>" not in html
    assert "https:" not in html and "<script" not in html
    again = tmp_path / "again.html"
    run({**asked, "REPORT": str(again)})
    assert again.read_bytes() == page.read_bytes()
    drivers, table = rows(result["DRIVERS"]), rows(result["TABLE"])
    assert {row["factor"] for row in drivers} >= {"bars"} and {row["group"] for row in drivers} == {
        "old people",
        "young",
    }
    # what is flagged are the riskiest cells of the terrain: with all factors it is the ratio of the table
    assert drivers[0]["ratio"] == pytest.approx(table[1]["ratio"])
    curve = {(row["group"], row["area_percent"]): row["ratio"] for row in rows(result["CURVE"])}
    assert curve["old people", 10] == pytest.approx(table[1]["ratio"])
    assert result["AREA_PERCENT"] == pytest.approx(10)


def test_no_group_of_few_areas_is_at_an_end(run, fitted, make_layer):
    """Of 64 areas ten count the group that is most exposed: the page does not call it so, nor do the outputs."""
    side = SIDE / 8
    areas = [block(x * side, y * side, side, side) for x in range(8) for y in range(8)]
    groups = [[500 if n < 10 else 0, 300 + 10 * (n % 7), 400 - n] for n in range(64)]
    layer = make_layer(
        "blocks", "Polygon", areas, fields=["few:integer", "many:integer", "others:integer"], rows=groups
    )
    place = make_layer("places", "Polygon", [block(0, 500, 500, 1000)])
    asked = {"RISK_TERRAIN": fitted.terrain, "POPULATION": layer, "PLACES": place, "GROUPS": ["few", "many", "others"]}
    result = run(asked)
    ratio = {row["group"]: row["ratio"] for row in rows(result["TABLE"])}
    assert ratio["few"] > max(ratio["many"], ratio["others"])
    names = sorted(("many", "others"), key=ratio.get)
    assert [result[f"{end}_GROUP"] for end in ("LOWEST", "HIGHEST")] == names
    assert [result[f"{end}_RATIO"] for end in ("LOWEST", "HIGHEST")] == [ratio[name] for name in names]
    assert "few" not in result["SUMMARY"]


def test_what_is_flagged_is_of_places_never_of_people(run, fitted, census):
    result = run(RISK_TERRAIN=fitted.terrain, POPULATION=census, GROUPS=["old_people"], ALL_PEOPLE="residents")
    layer = result["FLAGGED"]
    assert [field.name() for field in layer.fields()] == ["class", "cells", "area_ha"]
    assert layer.geometryType() == QgsWkbTypes.GeometryType.PolygonGeometry
    cells = sum(row["cells"] for row in rows(layer))
    dataset = gdal.Open(fitted.terrain)
    assert cells == (dataset.ReadAsArray()[0] > fitted.numbers["HIGHEST_RISK_THRESHOLD"]).sum()
    area = sum(feature.geometry().area() for feature in layer.getFeatures())
    assert area == pytest.approx(cells * 2500)


def test_the_layer_arrives_painted(run_alone, fitted, census, tmp_path):
    written = str(tmp_path / "flagged.gpkg")
    asked = {"RISK_TERRAIN": fitted.terrain, "POPULATION": census, "GROUPS": ["young"], "NEAR": 100}
    run_alone(ALGORITHM, **asked, TABLE=str(tmp_path / "table.csv"), FLAGGED=written)
    layer = QgsVectorLayer(written, "flagged", "ogr")  # which brings its look along
    assert [one.label() for one in layer.renderer().categories()] == ["Flagged", "Near a flagged place"]


def test_errors(run, fitted, census, make_layer):
    asked = {"RISK_TERRAIN": fitted.terrain, "POPULATION": census, "GROUPS": ["young"]}
    far = make_layer("far", "Polygon", [block(90_000, 0, 9, 9)])
    for more, said in (
        ({"GROUPS": []}, "no group is chosen"),
        ({"GROUPS": [], "CLASSES": "decile"}, "choose the field that counts all people"),
        ({"ALL_PEOPLE": "old_people"}, "'young' has 6,500 people, and there are 1,500 in all"),
        ({"PLACES": far}, "No cell of risk terrain 'risk' has its centroid in a place of 'far'"),
        ({"PERCENT": 101}, "101 percent of the area cannot be flagged"),
        ({"MODEL": fitted.model}, "only with its risk factors"),
    ):
        with pytest.raises(QgsProcessingException, match=said):
            run({**asked, **more})


@pytest.fixture
def camden(run, shared_data, tmp_path, provider):
    """A terrain of Camden, and its LSOAs with the residents of 2011 and invented groups."""
    import processing

    source = f"{shared_data / 'london_camden.gpkg'}|layername="
    terrain = processing.run(
        "rtm:riskterrainmodel",
        {
            "STUDY_AREA": source + "study_area",
            "INCIDENTS": source + "robbery_2022",
            "FACTORS": [source + name for name in ("bars", "fast_food", "atms")],
            "BLOCK_LENGTH": 200,
            "FAMILIES": "poisson",
            "RISK_TERRAIN": str(tmp_path / "risk.tif"),
            "MODEL_TABLE": "memory:",
        },
    )["RISK_TERRAIN"]
    areas = QgsVectorLayer(source + "lsoa_2011", "lsoa", "ogr")
    made = QgsVectorLayer(
        "Polygon?crs=EPSG:27700&field=residents:integer&field=asian:integer&field=black:integer&field=white:integer"
        "&field=other:integer&field=imd_decile:integer",
        "invented census",
        "memory",
    )
    rng, features = np.random.RandomState(1), []
    for area in areas.getFeatures():
        people = area["USUALRES"]
        south = (188000 - area.geometry().centroid().asPoint().y()) / 7000
        asian, black, other = (int(people * part) for part in (0.08 + 0.12 * south, *rng.beta(2, 18, 2)))
        feature = QgsFeature(made.fields())
        feature.setGeometry(area.geometry())
        feature.setAttributes(
            [people, asian, black, people - asian - black - other, other, int(np.clip(rng.normal(5, 2), 1, 10))]
        )
        features.append(feature)
    made.dataProvider().addFeatures(features)
    return terrain, made


def test_camden_as_geos_cuts_it(run, camden):
    """Each area cut by the flagged places and by the outline of all cells, in GEOS."""
    terrain, people = camden
    groups = ["asian", "black", "white", "other"]
    asked = {"RISK_TERRAIN": terrain, "POPULATION": people, "GROUPS": groups, "ALL_PEOPLE": "residents"}
    result = run(asked, CLASSES="imd_decile")
    flagged = QgsGeometry.unaryUnion([one.geometry() for one in result["FLAGGED"].getFeatures()])
    cells = outline_of(terrain)
    names = ["residents", *groups]
    inside, everywhere = np.zeros((2, len(names)))
    for area in people.getFeatures():
        size, counts = area.geometry().area(), np.array([area[name] for name in names], dtype=float)
        inside += counts * area.geometry().intersection(flagged).area() / size
        everywhere += counts * area.geometry().intersection(cells).area() / size
    table = rows(result["TABLE"])[: len(names)]
    assert [row["people"] for row in table] == np.rint(everywhere).tolist()
    share = inside / everywhere
    assert [row["share_percent"] for row in table] == pytest.approx(100 * share, rel=1e-6)
    assert [row["ratio"] for row in table[1:]] == pytest.approx(share[1:] / share[0], rel=1e-6)
    assert all(row["ratio_low"] < row["ratio"] < row["ratio_high"] for row in table[1:])
    assert result["N_AREAS"] >= 133 and 0 < result["AREA_PERCENT"] < 12
    # the invented Asian people live in the south, where the bars are
    assert table[1]["outcome"] == "more than all people" and table[1]["ratio"] > 1.05


def outline_of(terrain):
    """The outline of all cells of a raster."""
    dataset = gdal.Open(terrain)
    in_memory = ogr.GetDriverByName("Memory") or ogr.GetDriverByName("MEM")  # from GDAL 3.11 on
    target = in_memory.CreateDataSource("")
    layer = target.CreateLayer("cells")
    copy = gdal.GetDriverByName("MEM").Create("", dataset.RasterXSize, dataset.RasterYSize, 1)
    copy.SetGeoTransform(dataset.GetGeoTransform())
    mask = copy.GetRasterBand(1)
    mask.WriteArray(dataset.GetRasterBand(1).GetMaskBand().ReadAsArray())
    gdal.Polygonize(mask, mask, layer, -1)
    return QgsGeometry.unaryUnion([QgsGeometry.fromWkt(one.GetGeometryRef().ExportToWkt()) for one in layer])
