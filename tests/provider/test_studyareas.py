"""Study areas: a town, a made-up city and real wards, counted in another way; then used for a model."""

from functools import partial

import numpy as np
import pytest
from attributes import rows
from qgis.core import (
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)
from town import SIDE, X, Y

from risk_terrain_modelling.rtm_plugin import sample_city


@pytest.fixture
def run(run):
    return partial(run, "rtm:studyareas", STUDY_AREAS="memory:")


def strips(make_layer, names, crs="EPSG:27700"):
    """The town cut into strips from west to east."""
    width = SIDE / len(names)
    wkts = [
        QgsGeometry.fromWkt(
            f"Polygon(({X + i * width} {Y}, {X + (i + 1) * width} {Y}, {X + (i + 1) * width} {Y + SIDE}, "
            f"{X + i * width} {Y + SIDE}, {X + i * width} {Y}))"
        ).asWkt()
        for i in range(len(names))
    ]
    return make_layer("strips", "Polygon", wkts, crs, ["name:string"], [[name] for name in names])


def test_polygons_are_ranked_as_counted_in_another_way(run, town, make_layer):
    names = ["Ost'end", None, "Mitte", "West"]
    result = run(
        INCIDENTS=town.incidents,
        POLYGONS=strips(make_layer, names),
        NAME_FIELD="name",
        MIN_INCIDENTS=1,
        N_AREAS=3,
    )
    x = np.array([feature.geometry().asPoint().x() for feature in town.incidents.getFeatures()])
    counts = np.histogram(x, X + np.arange(5) * SIDE / 4)[0]
    order = np.argsort(-counts, kind="stable")[:3]
    found = rows(result["STUDY_AREAS"])
    assert [row["incidents"] for row in found] == counts[order].tolist()
    assert [row["name"] for row in found] == [names[i] or f"Area {n}" for n, i in enumerate(order, 1)]
    for row in found:
        assert row["area_km2"] == pytest.approx(1.0)
        assert row["area_percent"] == pytest.approx(25.0)
        assert row["incidents_percent"] == pytest.approx(100 * row["incidents"] / 630)
        assert row["incidents_per_km2"] == pytest.approx(row["incidents"])
        assert row["concentration"] == pytest.approx(row["incidents"] / 630 / 0.25)
    assert result["METHOD_USED"] == "polygons"
    assert result["N_AREAS_FOUND"] == 3
    assert result["N_INCIDENTS_COVERED"] == counts[order].sum()
    assert result["AREA_PERCENT"] == pytest.approx(75)


def test_hot_spots_of_the_sample_city_feed_the_model(run, provider, tmp_path):
    import processing

    city = processing.run("rtm:samplecity", {"OUTPUT": str(tmp_path / "city.gpkg")})
    path = tmp_path / "areas.gpkg"
    result = run(
        INCIDENTS=city["INCIDENTS_PERIOD_1"],
        MIN_INCIDENTS=150,
        N_AREAS=3,
        STUDY_AREAS=str(path),
        RANK_BY="density",
    )
    layer = QgsVectorLayer(str(path), "areas", "ogr")
    assert layer.crs().authid() == sample_city.CRS
    features = list(layer.getFeatures())
    points = sample_city.build_city(1).incidents[0].shapes.vertices
    assert len(features) == result["N_AREAS_FOUND"] == 3
    density = [feature["incidents_per_km2"] for feature in features]
    assert density == sorted(density, reverse=True)
    for feature in features:
        geometry = feature.geometry()
        assert geometry.isGeosValid() and len(geometry.asMultiPolygon()) == 1
        assert len(geometry.asMultiPolygon()[0]) == 1  # no hole
        assert geometry.area() >= 1_000_000 and feature["incidents"] >= 150
        inside = sum(geometry.intersects(QgsGeometry.fromWkt(f"Point({x} {y})")) for x, y in points)
        assert feature["incidents"] == pytest.approx(inside, abs=2)  # those on an edge are in one cell only
        assert feature["concentration"] > 1.5
    assert QgsGeometry.unaryUnion([f.geometry() for f in features]).area() == pytest.approx(
        sum(f.geometry().area() for f in features)
    )
    layer.selectByExpression('"rank" = 1')
    model = processing.run(
        "rtm:riskterrainmodel",
        {
            "STUDY_AREA": str(path),
            "INCIDENTS": city["INCIDENTS_PERIOD_1"],
            "FACTORS": city["FACTORS"][:3],
            "RISK_TERRAIN": str(tmp_path / "risk.tif"),
        },
    )
    assert model["N_INCIDENTS"] == pytest.approx(result["N_INCIDENTS_COVERED"], abs=3)


def test_hot_spots_within_polygons_stay_within(run, town, make_layer):
    west = strips(make_layer, ["a", "b"])
    west.dataProvider().deleteFeatures([2])
    result = run(
        INCIDENTS=town.incidents,
        POLYGONS=west,
        METHOD="hot_spots",
        MIN_AREA=0.2,
        MIN_INCIDENTS=50,
        BANDWIDTH=250,
    )
    half = next(west.getFeatures()).geometry()
    for feature in result["STUDY_AREAS"].getFeatures():
        assert half.buffer(0.001, 1).contains(feature.geometry())
    assert result["N_INCIDENTS_OUTSIDE"] > 0


@pytest.mark.parametrize("polygons, name", [("wards_2014", "NAME"), ("lsoa_2011", "LSOA11NM")])
def test_camden(run, provider, shared_data, polygons, name):
    import processing

    path = shared_data / "london_camden.gpkg"
    areas = QgsVectorLayer(f"{path}|layername={polygons}", polygons, "ogr")
    fields = areas.fields().names()
    result = run(
        INCIDENTS=f"{path}|layername=violence_2022",
        POLYGONS=areas,
        NAME_FIELD=name if name in fields else fields[1],
        N_AREAS=4,
    )
    counted = processing.run(
        "native:countpointsinpolygon",
        {"POLYGONS": areas, "POINTS": f"{path}|layername=violence_2022", "FIELD": "n", "OUTPUT": "memory:"},
    )["OUTPUT"]
    expected = sorted((int(feature["n"]) for feature in counted.getFeatures()), reverse=True)[:4]
    found = rows(result["STUDY_AREAS"])
    assert [row["incidents"] for row in found] == expected
    assert all(row["concentration"] > 1 for row in found)


def test_results_are_painted_and_described(town, load_results):
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    context.setProject(QgsProject.instance())
    from qgis.core import QgsApplication, QgsProcessingOutputLayerDefinition

    algorithm = QgsApplication.processingRegistry().algorithmById("rtm:studyareas").create()
    sink = QgsProcessingOutputLayerDefinition("memory:", QgsProject.instance())
    _, ok = algorithm.run({"INCIDENTS": town.incidents, "STUDY_AREAS": sink}, context, feedback)
    assert ok
    assert load_results(algorithm, context, feedback)
    layer = next(iter(QgsProject.instance().mapLayersByName("Study areas")))
    assert layer.labelsEnabled() and layer.labeling().settings().fieldName.startswith("concat")
    assert layer.renderer().symbol().symbolLayerCount() == 2
    assert layer.customProperty("rtm/algorithm") == "rtm:studyareas"
    QgsProject.instance().removeMapLayer(layer.id())


def test_what_cannot_be_is_said(run, town, make_layer):
    empty = make_layer("no wards", "Polygon", [])
    null = make_layer("NULL wards", "Polygon", [None, None])
    degrees = make_layer("degrees", "Point", ["Point(-0.1 51.5)"], "EPSG:4326")
    cases = [
        ({"METHOD": "polygons"}, "No polygons are given to choose from"),
        (
            {"INCIDENTS": degrees},
            "Incidents 'degrees' has no projected CRS (EPSG:4326, degrees): reproject it",
        ),
        ({"POLYGONS": strips(make_layer, ["a"], "EPSG:4326")}, "Polygon layer 'strips' has no projected CRS"),
        ({"POLYGONS": empty}, "Polygon layer 'no wards' has no feature"),
        ({"POLYGONS": null}, "Polygon layer 'NULL wards' has no usable polygon"),
        ({"POLYGONS": strips(make_layer, ["a"]), "NAME_FIELD": "ward"}, "has no field 'ward'"),
        ({"POLYGONS": strips(make_layer, ["a", "b"]), "MIN_INCIDENTS": 631}, "the most in one are"),
        ({"MIN_INCIDENTS": 631}, "No hot spot of at least 1 km² grows to 631 incidents"),
        (
            {"POLYGONS": strips(make_layer, ["a"]), "INCIDENTS": degrees},
            "None of the 1 incidents of 'degrees'",
        ),
        ({"BANDWIDTH": 0}, "A bandwidth of 0 is not a length"),
        ({"BANDWIDTH": 100, "CELL_SIZE": 200}, "The bandwidth of 100 is smaller than the cell size of 200"),
        ({"CELL_SIZE": 0.01}, "use a cell size of"),
        ({"N_AREAS": 0}, "0 study areas are too few"),
        ({"MIN_AREA": -1}, "A smallest study area of -1 is not an area"),
        ({"STUDY_AREAS": "/dev/null/a.gpkg"}, "cannot be written"),
    ]
    for changes, sentence in cases:
        with pytest.raises(QgsProcessingException) as raised:
            run(**{"INCIDENTS": town.incidents, **changes})
        assert sentence in str(raised.value), changes


def test_feet_are_map_units(run, town, make_layer):
    """One square kilometre is as large in a CRS of US survey feet."""
    foot = 1200 / 3937
    points = [feature.geometry().asPoint() for feature in town.incidents.getFeatures()]
    in_feet = [f"Point({1.0e6 + (p.x() - X) / foot} {1.9e6 + (p.y() - Y) / foot})" for p in points]
    feet = make_layer("feet", "Point", in_feet, "EPSG:3435")
    one, other = (rows(run(INCIDENTS=layer)["STUDY_AREAS"])[0] for layer in (town.incidents, feet))
    assert other["area_km2"] == pytest.approx(one["area_km2"], rel=0.1)
