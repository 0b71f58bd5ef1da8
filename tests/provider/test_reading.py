"""From layers to arrays: what is read, in which CRS, under which name and with which settings."""

import math
import time

import numpy as np
import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsDistanceArea,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsRectangle,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from risk_terrain_modelling.processing_provider.model_request import ModelRequest
from risk_terrain_modelling.processing_provider.reading.factor_layers import read_factors, settings_of, settings_rows
from risk_terrain_modelling.processing_provider.reading.geometry import GeometryCollector
from risk_terrain_modelling.processing_provider.reading.sources import (
    check_projected,
    layer_name,
    read_exclusion,
    read_incidents,
    read_study_area,
)
from risk_terrain_modelling.processing_provider.units import _metric_tensor, worst_scale
from risk_terrain_modelling.rtm_plugin.errors import FactorError, IncidentError, RtmError
from risk_terrain_modelling.rtm_plugin.progress import Progress
from risk_terrain_modelling.rtm_plugin.variables.factors import FactorSpec

PUBS = {"operationalisation": "density", "max_blocks": 3.0, "increment": "half"}


@pytest.fixture
def context(provider):
    return QgsProcessingContext()


@pytest.fixture
def progress():
    return Progress()


@pytest.fixture
def area(town, context, progress):
    return read_study_area(QgsProcessingFeatureSource(town.area, context), "Town", context, progress)


def _read(layers, area, context, progress, **asked):
    return read_factors(ModelRequest(factors=layers, **asked), 100.0, 50.0, area, context, progress)


@pytest.mark.parametrize(
    "kind, wkt, parts",
    [
        ("point", "Point(1 2)", [[(1, 2)]]),
        ("point", "PointZM(1 2 3 4)", [[(1, 2)]]),
        ("point", "MultiPoint((1 2), (3 4))", [[(1, 2)], [(3, 4)]]),
        ("line", "LineStringZ(0 1 9, 2 3 9)", [[(0, 1), (2, 3)]]),
        ("line", "MultiLineString((0 1, 2 3), (4 5, 6 7))", [[(0, 1), (2, 3)], [(4, 5), (6, 7)]]),
        ("polygon", "PolygonM((0 0 1, 1 0 1, 0 1 1, 0 0 1))", [[(0, 0), (1, 0), (0, 1), (0, 0)]]),
        ("line", "GeometryCollection(Point(9 9), LineString(0 1, 2 3))", [[(0, 1), (2, 3)]]),
    ],
)
def test_every_kind_of_geometry_becomes_its_vertices(kind, wkt, parts):
    collector = GeometryCollector(kind)
    collector.add(QgsGeometry.fromWkt(wkt))
    shapes = collector.shapes()
    found = [
        [tuple(vertex) for vertex in shapes.vertices[start:stop]]
        for start, stop in zip(shapes.starts[:-1], shapes.starts[1:])
    ]
    assert found == parts
    assert collector.complaint() == ""


def test_rings_of_a_polygon_stay_together_and_parts_are_split():
    collector = GeometryCollector("polygon")
    collector.add(
        QgsGeometry.fromWkt(
            "MultiPolygon(((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 2 1, 2 2, 1 1)), ((20 0, 21 0, 21 1, 20 0)))"
        )
    )
    assert collector.shapes().polygon.tolist() == [0, 0, 1]


def test_curves_are_segmentised():
    collector = GeometryCollector("polygon")
    collector.add(QgsGeometry.fromWkt("CurvePolygon(CircularString(0 10, 10 0, 0 -10, -10 0, 0 10))"))
    radius = np.hypot(*collector.shapes().vertices.T)
    assert len(radius) > 50
    assert radius == pytest.approx(10.0)


def test_missing_and_invalid_geometries_are_counted():
    collector = GeometryCollector("polygon")
    collector.add(QgsGeometry())
    collector.add(QgsGeometry.fromWkt("Polygon((0 0, 2 2, 2 0, 0 2, 0 0))"))  # a bow-tie
    collector.add(QgsGeometry.fromWkt("Polygon((0 0, 1 1, 0 0, 0 0))"))  # of no area
    assert (collector.n_empty, collector.n_repaired, collector.n_invalid) == (1, 1, 1)
    assert "1 feature without a geometry skipped" in collector.complaint()
    assert "1 feature with an invalid geometry repaired" in collector.complaint()
    collector = GeometryCollector("point")
    collector.add(QgsGeometry.fromWkt("Point(1 2)"))
    collector.add(QgsGeometry.fromPointXY(_point(math.inf, 0)))
    assert collector.shapes().vertices.tolist() == [[1, 2]]
    assert "1 feature with an invalid geometry skipped" in collector.complaint()


def _point(x, y):
    from qgis.core import QgsPointXY

    return QgsPointXY(x, y)


@pytest.mark.parametrize(
    "lon, lat, suggestion",
    [
        (-0.14, 51.54, "EPSG:27700"),
        (-6.26, 53.35, "EPSG:2157"),
        (-87.6, 41.8, "EPSG:32616"),
        (151, -34, "EPSG:32756"),
    ],
)
def test_a_study_area_in_degrees_is_refused_with_a_crs_that_fits(lon, lat, suggestion):
    from qgis.core import QgsRectangle

    extent = QgsRectangle(lon - 0.1, lat - 0.1, lon + 0.1, lat + 0.1)
    crs = QgsCoordinateReferenceSystem("EPSG:4326")
    with pytest.raises(RtmError, match=rf"Study area 'X' has no projected CRS \(EPSG:4326.*{suggestion}"):
        check_projected("Study area", "X", crs, extent)


TRUE_LENGTHS = [
    ("EPSG:27700", 530000, 180000, 0.99981),
    ("EPSG:27700", 400000, 0, 0.99960),  # the central meridian
    ("EPSG:27700", 660000, 300000, 1.00043),  # Lowestoft, farthest east
    ("EPSG:7405", 530000, 180000, 0.99981),  # with heights
    ("EPSG:32630", 500000, 5700000, 0.9996),
    ("EPSG:32630", 833000, 1000, 1.00098),  # the edge of the zone at the equator
    ("EPSG:32630", 1200000, 5700000, 1.00562),  # the next zone but one
    ("EPSG:2263", 980000, 200000, 0.999998),  # New York, US survey feet
    ("EPSG:3435", 1176000, 1890000, 1.00002),
    ("EPSG:5070", 1830000, 2180000, 1.00856),  # equal area: New York
    ("EPSG:3035", 4321000, 3210000, 1.0),
    ("EPSG:3035", 3500000, 3200000, 1.00207),  # London
    ("EPSG:3857", 0, 1000, 1.00674),  # at the equator only, where the sphere is not the ellipsoid
]
FALSE_LENGTHS = [
    ("EPSG:3857", 0, 6700000, "61% too long", "EPSG:27700"),
    ("EPSG:3857", 2000000, 11000000, "189% too long", "EPSG:32633"),  # Tromsø
    ("EPSG:3395", -8238000, 4950000, "32% too long", "EPSG:32618"),  # New York
    ("EPSG:32630", 1500000, 5700000, "1.2% too long", "EPSG:32632"),  # three zones away
    ("EPSG:3035", 5900000, 5000000, "1.8% too long", "EPSG:32638"),
    ("ESRI:54009", 0, 6000000, "7.1% too long", "EPSG:27700"),
    ("EPSG:3413", 0, -100000, "3% too short", "EPSG:32623"),
]


def around(x, y):
    return QgsRectangle(x - 1000, y - 1000, x + 1000, y + 1000)


@pytest.mark.parametrize("authid, x, y, scale", TRUE_LENGTHS)
def test_a_crs_with_true_lengths_is_taken(provider, authid, x, y, scale):
    crs = QgsCoordinateReferenceSystem(authid)
    check_projected("Study area", "here", crs, around(x, y))
    assert worst_scale(crs, around(x, y)) == pytest.approx(scale, abs=3e-5)


@pytest.mark.parametrize("authid, x, y, error, suggestion", FALSE_LENGTHS)
def test_a_crs_with_false_lengths_is_refused(provider, authid, x, y, error, suggestion):
    crs = QgsCoordinateReferenceSystem(authid)
    with pytest.raises(RtmError) as raised:
        check_projected("Study area", "here", crs, around(x, y))
    assert str(raised.value) == (
        f"Study area 'here' has a CRS ({authid}) whose lengths are up to {error} there: reproject it, for "
        f"example to {suggestion}."
    )
    there = QgsCoordinateReferenceSystem(suggestion)
    moved = QgsCoordinateTransform(crs, there, QgsCoordinateTransformContext()).transformBoundingBox(around(x, y))
    check_projected("Study area", "here", there, moved)  # what is suggested is taken


def test_scales_are_those_of_the_projections_formulas(provider):
    web = QgsCoordinateReferenceSystem("EPSG:3857")
    latitude = np.radians(60.0)
    e2, a = 0.00669437999014, 6378137.0
    y = a * np.log(np.tan(np.pi / 4 + latitude / 2))
    narrow = 1 - e2 * np.sin(latitude) ** 2
    meridian, parallel = a * (1 - e2) / narrow**1.5, a * np.cos(latitude) / np.sqrt(narrow)
    spherical = a / np.cos(latitude)  # change of y by latitude
    wanted = max(spherical / meridian, a / parallel)
    assert worst_scale(web, QgsRectangle(0, y, 0, y)) == pytest.approx(wanted, rel=1e-6)
    # equal area: what is too long in one direction is as much too short across it, wherever those point
    equal = QgsCoordinateReferenceSystem("EPSG:3035")
    tensor = _metric_tensor_at(equal, 5900000, 5000000)
    assert np.linalg.det(tensor) == pytest.approx(1, abs=1e-6)
    longest = 1 / np.sqrt(np.linalg.eigvalsh(tensor).min())
    assert longest > 1.01 > 1 / np.sqrt(np.diag(tensor).min())  # along x and y nothing would be seen


def _metric_tensor_at(crs, x, y):
    measure = QgsDistanceArea()
    measure.setSourceCrs(crs, QgsCoordinateTransformContext())
    measure.setEllipsoid(crs.ellipsoidAcronym())
    return _metric_tensor(measure, QgsPointXY(x, y), 50.0)


def test_what_cannot_be_measured_is_taken(provider):
    site = 'LOCAL_CS["site",UNIT["metre",1],AXIS["x",EAST],AXIS["y",NORTH]]'
    local = QgsCoordinateReferenceSystem.fromWkt(site)
    check_projected("Study area", "site", local, QgsRectangle(0, 0, 100, 100))
    british = QgsCoordinateReferenceSystem("EPSG:27700")
    for extent in (QgsRectangle(), QgsRectangle(1e300, 1e300, 2e300, 2e300), QgsRectangle(0, 0, math.inf, 1)):
        check_projected("Study area", "nowhere", british, extent)


def test_geocentric_coordinates_are_no_map(provider):
    crs = QgsCoordinateReferenceSystem("EPSG:4978")
    with pytest.raises(RtmError, match=r"no projected CRS \(EPSG:4978, geocentric\): reproject it, .* the UTM zone of"):
        check_projected("Study area", "here", crs, around(3980000, -10000))


def test_an_extent_that_no_crs_suits_is_said_to_be_too_large(provider):
    crs = QgsCoordinateReferenceSystem("EPSG:32630")
    with pytest.raises(RtmError, match=r"lengths are up to .*% too long there: no CRS suits so large"):
        check_projected("Study area", "stray", crs, QgsRectangle(-2e6, 5.5e6, 3e6, 5.9e6))


def test_layers_are_called_as_people_call_them(town, tmp_path):
    path = tmp_path / "my places.v2.gpkg"
    for number, (made, name) in enumerate([(town.bars, "pubs"), (town.shops, "shops")]):
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.layerName = name
        if number:
            options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
        QgsVectorFileWriter.writeAsVectorFormatV3(made, str(path), made.transformContext(), options)
    assert layer_name("my places.v2", f"{path}|layername=pubs") == "pubs"
    assert layer_name("my places", f"{path}|layername=pubs") == "pubs"
    assert layer_name("The user's own", f"{path}|layername=pubs") == "The user's own"
    assert layer_name("bus stops", str(tmp_path / "bus stops.shp")) == "bus stops"
    assert layer_name("memory", "Point?crs=EPSG:27700") == "memory"


def test_selection_filter_and_unsaved_edits_count(town, area, context, progress):
    town.bars.setSubsetString("")
    assert len(_read([town.bars], area, context, progress)[0][0].shapes.vertices) == 12
    town.bars.startEditing()
    feature = QgsFeature(town.bars.fields())
    feature.setGeometry(QgsGeometry.fromWkt("Point(530500 180500)"))
    town.bars.addFeature(feature)
    assert len(_read([town.bars], area, context, progress)[0][0].shapes.vertices) == 13
    town.bars.rollBack()


def test_factors_are_reprojected(town, area, make_layer, context, progress):
    from qgis.core import QgsCoordinateTransform, QgsProject

    to_degrees = QgsCoordinateTransform(
        town.bars.crs(), QgsCoordinateReferenceSystem("EPSG:4326"), QgsProject.instance()
    )
    wkts = []
    for feature in town.bars.getFeatures():
        geometry = feature.geometry()
        geometry.transform(to_degrees)
        wkts.append(geometry.asWkt(12))
    degrees = make_layer("bars", "Point", wkts, crs="EPSG:4326")
    (straight,), _ = _read([town.bars], area, context, progress)
    (back,), _ = _read([degrees], area, context, progress)
    assert back.shapes.vertices == pytest.approx(straight.shapes.vertices, abs=0.01)


def test_only_what_is_within_reach_is_kept_and_a_factor_out_of_reach_is_left_out(
    town, area, make_layer, context, progress
):
    wide = make_layer("wide", "Point", ["Point(530100 180100)", "Point(529651 180100)", "Point(529000 180100)"])
    far = make_layer("far", "Point", ["Point(540000 190000)"])
    factors, left_out = _read([wide, far, town.bars], area, context, progress)
    assert [factor.spec.name for factor in factors] == ["bars", "wide"]
    assert len(factors[1].shapes.vertices) == 2
    assert left_out == ["far"]
    assert any("'far' has no feature within 300 m" in text for text in progress.warnings)


def test_a_layer_is_split_by_the_factor_field(make_layer, area, context, progress):
    rows = [("pub",), ("shop",), ("pub",), (None,)]
    wkts = [f"Point({530100 + 100 * n} 180100)" for n in range(4)]
    places = make_layer("places", "Point", wkts, fields=["class:string"], rows=rows)
    factors, _ = _read([places], area, context, progress, factor_field="class")
    assert [(factor.spec.name, len(factor.shapes.vertices)) for factor in factors] == [
        ("pub", 2),
        ("shop", 1),
    ]
    assert any("1 features without a factor's name" in text for text in progress.warnings)


@pytest.mark.parametrize("spelt", [str, str.upper, str.title, lambda name: name[:10].upper()])
def test_settings_come_from_the_row_then_the_layer_then_the_defaults(make_layer, area, context, progress, spelt):
    names = ("rtm_factor", "rtm_operationalisation", "rtm_max_blocks", "rtm_direction")
    fields = [f"{spelt(name)}:{kind}" for name, kind in zip(names, ("string", "string", "double", "string"))]
    stamped = make_layer(
        "anything",
        "Point",
        ["Point(530100 180100)"],
        fields=fields,
        rows=[("pubs", "density", 2.0, "protective")],
    )
    (factor,), _ = _read([stamped], area, context, progress)
    assert factor.spec == FactorSpec("pubs", "density", 2.0, "half", "protective")
    rows = ["pubs", "", 4.0, "whole", ""]
    (factor,), _ = _read([stamped], area, context, progress, factor_settings=rows)
    assert factor.spec == FactorSpec("pubs", "density", 4.0, "whole", "protective")


@pytest.mark.parametrize("operationalisation", ["auto", "both"])
def test_lines_and_polygons_have_proximity(town, area, context, progress, operationalisation):
    factors, _ = _read([town.road, town.park], area, context, progress, operationalisation=operationalisation)
    assert {factor.spec.operationalisation for factor in factors} == {"proximity"}


def test_auto_says_why(town, area, context):
    said = []
    progress = Progress(say=said.append)
    (factor,), _ = _read([town.bars], area, context, progress, operationalisation="auto")
    assert factor.spec.operationalisation == "proximity"
    assert said and "not significantly clustered" in said[0]


@pytest.mark.parametrize(
    "cells, rows",
    [
        (None, {}),
        ([None], {}),
        (["", "", "", "", ""], {}),
        (["pubs", "density", 3.0, "half", ""], {"pubs": PUBS}),
        (["7", " Proximity ", "2", "", ""], {"7": {"operationalisation": "proximity", "max_blocks": 2.0}}),
        ([7.0, "", 2, None, ""], {"7": {"max_blocks": 2.0}}),
    ],
)
def test_matrix_cells_are_read_however_they_arrive(cells, rows):
    assert settings_rows(cells) == rows


@pytest.mark.parametrize(
    "cells, words",
    [
        (["pubs", "density"], "2 cells, which make no rows of 5"),
        (
            ["pubs", "dense", "", "", ""],
            "operationalisation 'dense' is not known; use one of auto, proximity",
        ),
        (["pubs", "", "far", "", ""], "maximum influence 'far' is not a number"),
        (["pubs", "", "", "", ""] * 2, "'pubs' has two rows"),
        (["", "density", "", "", ""], "Row 1 of the factor settings names no factor"),
    ],
)
def test_bad_matrix_cells_are_named(cells, words):
    with pytest.raises(FactorError, match=words):
        settings_rows(cells)


def test_names_to_show_stand_in_lines_or_between_semicolons():
    labels = "pubs = Pubs, bars = and clubs;\n;bars_2 =Bars"
    found = settings_of(ModelRequest(factor_settings=["pubs", "density", 3.0, "half", ""], factor_labels=labels))
    assert found == {"pubs": {**PUBS, "label": "Pubs, bars = and clubs"}, "bars_2": {"label": "Bars"}}
    for bad in ("pubs", "= Pubs", "pubs ="):
        with pytest.raises(FactorError, match=f"'{bad}' gives no factor a name to show"):
            settings_of(ModelRequest(factor_labels=bad))


def test_incidents_without_a_geometry_are_counted_and_no_incident_at_all_is_an_error(
    make_layer, area, context, progress
):
    some = make_layer("thefts", "Point", ["MultiPoint((530100 180100))", "Point(520000 180100)", None])
    points = read_incidents(QgsProcessingFeatureSource(some, context), "thefts", area.crs, context, progress)
    assert sorted(points.tolist()) == [[520000, 180100], [530100, 180100]]
    assert progress.warnings == ["Incidents 'thefts': 1 feature without a geometry skipped."]
    none = make_layer("thefts", "Point", [None])
    with pytest.raises(IncidentError, match="Incidents 'thefts' has no usable point"):
        read_incidents(QgsProcessingFeatureSource(none, context), "thefts", area.crs, context, progress)


def test_only_selected_polygons_are_the_study_area(make_layer, context, progress):
    from qgis.core import (
        QgsProcessingFeatureSourceDefinition,
        QgsProcessingParameterFeatureSource,
        QgsProcessingParameters,
        QgsProject,
    )

    boroughs = make_layer(
        "boroughs", "Polygon", [f"Polygon(({x} 0, {x + 9} 0, {x + 9} 9, {x} 9, {x} 0))" for x in (1, 10)]
    )
    boroughs.selectByIds([2])
    project = QgsProject()
    project.addMapLayer(boroughs, False)
    context.setProject(project)
    definition = QgsProcessingFeatureSourceDefinition(boroughs.id(), True)
    source = QgsProcessingParameters.parameterAsSource(
        QgsProcessingParameterFeatureSource("AREA"), {"AREA": definition}, context
    )
    area = read_study_area(source, "boroughs", context, progress)
    assert area.shapes.bounds == (10, 0, 19, 9)
    assert area.area == pytest.approx(81)


def test_excluded_areas_that_meet_are_dissolved(make_layer, area, context, progress):
    halves = make_layer(
        "lake",
        "Polygon",
        ["Polygon((530000 180000, 530075 180000, 530075 180100, 530000 180100, 530000 180000))"]
        + ["Polygon((530075 180000, 530100 180000, 530100 180100, 530075 180100, 530075 180000))"],
    )
    exclude = read_exclusion(QgsProcessingFeatureSource(halves, context), "lake", area, context, progress)
    assert len(np.unique(exclude.polygon)) == 1


def test_many_points_are_read_within_a_second_or_two(area, context, progress, tmp_path):
    """Speed is the reader's own; ten times the limit would still be far from a loop over vertices."""
    rng = np.random.RandomState(0)
    made = QgsVectorLayer("Point?crs=EPSG:27700", "many", "memory")
    features = []
    for x, y in rng.uniform((530000, 180000), (532000, 182000), (50_000, 2)).tolist():
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromPointXY(_point(x, y)))
        features.append(feature)
    made.dataProvider().addFeatures(features)
    began = time.perf_counter()
    points = read_incidents(QgsProcessingFeatureSource(made, context), "many", area.crs, context, progress)
    assert len(points) == 50_000
    assert time.perf_counter() - began < 3.0
