"""Priority places inside QGIS: the same cells as an independent computation, whole attributes, style,
errors."""

from functools import partial

import numpy as np
import pytest
from attributes import rows
from osgeo import gdal
from qgis.core import (
    NULL,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterMultipleLayers,
    QgsProject,
    QgsWkbTypes,
)
from scipy import ndimage
from town import X, Y

from risk_terrain_modelling.processing_provider.writing import place_table
from risk_terrain_modelling.rtm_plugin.names import told_apart
from risk_terrain_modelling.rtm_plugin.space.grid import lay_grid
from risk_terrain_modelling.rtm_plugin.space.shapes import Shapes

ALGORITHM = "rtm:priorityplaces"


def unnumbered(label):
    """The name of a place without the number that tells it from others of that name."""
    return label.split(" (")[0]


@pytest.fixture
def run(run):
    return partial(run, ALGORITHM, PLACES="memory:")


def raster(path):
    """Scores, expected incidents (rows, cols) and the centroids' x and y of a risk terrain."""
    dataset = gdal.Open(path)
    x, size, _, y, _, _ = dataset.GetGeoTransform()
    scores, expected = (dataset.GetRasterBand(n).ReadAsArray() for n in (1, 2))
    columns, lines = np.meshgrid(np.arange(scores.shape[1]), np.arange(scores.shape[0]))
    return scores, expected, x + (columns + 0.5) * size, y - (lines + 0.5) * size


@pytest.mark.parametrize("smooth", [False, True])
@pytest.mark.parametrize("bridge", [False, True])
def test_places_of_a_raster_are_those_of_another_computation(run, fitted, town, smooth, bridge):
    result = run(
        RISK_TERRAIN=fitted.terrain, INCIDENTS=town.incidents, SMOOTH=smooth, BRIDGE=bridge, METHOD="above_2sd"
    )
    scores, expected, x, y = raster(fitted.terrain)
    wanted = scores > fitted.numbers["HIGHEST_RISK_THRESHOLD"]
    labels, n_places = ndimage.label(wanted, np.ones((3, 3)) if bridge else None)
    found = rows(result["PLACES"])
    assert len(found) == n_places == result["N_PLACES_FOUND"] > 2
    assert [row["rank"] for row in found] == list(range(1, n_places + 1))
    inside = np.zeros(scores.shape, dtype=int)
    incidents = [feature.geometry().asPoint() for feature in town.incidents.getFeatures()]
    for feature, row in zip(result["PLACES"].getFeatures(), found):
        outline = feature.geometry()
        assert outline.isGeosValid()
        members = np.array([outline.contains(QgsPointXY(px, py)) for px, py in zip(x.ravel(), y.ravel())]).reshape(
            x.shape
        )
        inside += members
        assert len(np.unique(labels[members])) == 1, "one contiguous group"
        assert row["cells"] == members.sum()
        assert row["area_ha"] == pytest.approx(members.sum() * 0.25)
        assert (row["rrs_mean"], row["rrs_max"]) == pytest.approx((scores[members].mean(), scores[members].max()))
        assert row["expected"] == pytest.approx(expected[members].sum())
        assert row["expected_percent"] == pytest.approx(100 * expected[members].sum() / expected.sum())
        if not smooth:
            assert outline.area() == pytest.approx(members.sum() * 2500)
            edges = [one for one in incidents if outline.distance(outline.fromPointXY(one)) == 0]
            assert row["observed"] == pytest.approx(len(edges), abs=2)
        assert row["observed_percent"] == pytest.approx(100 * row["observed"] / len(incidents))
    assert (inside == wanted).all()
    order = [(-row["expected"], row["rank"]) for row in found]
    assert order == sorted(order)
    assert result["N_CELLS"] == wanted.sum()
    assert result["OBSERVED"] == sum(row["observed"] for row in found)


def test_a_model_tells_factors_and_features(run, fitted, town):
    factors = list(fitted.factors.values())
    alone = rows(run(RISK_TERRAIN=fitted.terrain)["PLACES"])
    both = rows(run(RISK_TERRAIN=fitted.terrain, MODEL=fitted.model, FACTORS=factors)["PLACES"])
    scored = rows(run(MODEL=fitted.model, FACTORS=factors[::-1], STUDY_AREA=town.area)["PLACES"])
    same = ("rank", "cells", "rrs_mean", "rrs_max", "expected", "expected_percent")
    for one, other, third in zip(alone, both, scored):
        assert [one[key] for key in same] == pytest.approx([other[key] for key in same], rel=1e-9)
        assert [third[key] for key in same] == pytest.approx([other[key] for key in same], rel=1e-9)
        assert other["factors"] == third["factors"]
        assert other["factors"].startswith("bars, ")
        assert ": ×" in other["factors"]
        assert other["features"].startswith("bars: The ")
        assert unnumbered(other["label"]) in other["features"]
    assert alone[0]["label"] == "Place 1"
    assert alone[0]["factors"] == NULL
    unnamed = rows(run(MODEL=fitted.model, FACTORS=factors, STUDY_AREA=town.area, NAME_FIELDS="")["PLACES"])
    assert all(row["label"].startswith("bars, ") for row in unnamed)


@pytest.mark.parametrize(
    "x, y, words",
    [
        (0, 0, "south-west"),
        (0, 89, "north-west"),
        (45, 45, "centre"),
        (59, 89, "north"),
        (60, 30, "east"),
        (89, 0, "south-east"),
    ],
)
def test_a_place_without_a_name_is_called_after_its_direction(x, y, words):
    square = Shapes.polygons([[[(0, 0), (90, 0), (90, 90), (0, 90)]]])
    grid = lay_grid(square, 1.0)
    assert place_table._where(grid, grid.cell_of(np.array([[x + 0.5, y + 0.5]]))) == words


@pytest.mark.parametrize(
    "method, more",
    [
        ("top_percent", {"PERCENT": 3}),
        ("top_places", {"N_PLACES": 2}),
        ("area_budget", {"AREA": 7.5}),
        ("patrol_places", {"N_PLACES": 3, "PATROL_AREA": 1}),
    ],
)
def test_every_method(run, fitted, method, more):
    result = run(RISK_TERRAIN=fitted.terrain, METHOD=method, **more)
    found = rows(result["PLACES"])
    if method == "area_budget":
        assert result["AREA_HA"] == 7.5
    elif method == "top_percent":
        assert 1 < result["AREA_PERCENT"] < 15
    else:
        assert len(found) == more["N_PLACES"]
    if method == "patrol_places":
        assert max(row["area_ha"] for row in found) <= 1
    assert result["EXPECTED_PERCENT"] > result["AREA_PERCENT"]


def test_the_same_bytes_whatever_the_order(run, fitted, town, tmp_path):
    factors = list(fitted.factors.values())
    written = []
    for number, layers in enumerate((factors, factors[::-1])):
        path = tmp_path / f"{number}.geojson"
        run(MODEL=fitted.model, FACTORS=layers, STUDY_AREA=town.area, SMOOTH=True, PLACES=str(path))
        written.append(path.read_bytes().replace(b'"name": "%d"' % number, b""))
    assert written[0] == written[1]


def test_places_arrive_outlined_and_numbered(fitted, load_results, tmp_path):
    project, feedback = QgsProject(), QgsProcessingFeedback()
    context = QgsProcessingContext()
    context.setProject(project)
    context.setFeedback(feedback)
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(ALGORITHM)
    sink = QgsProcessingOutputLayerDefinition(str(tmp_path / "places.gpkg"), project)
    _, ok = algorithm.run({"RISK_TERRAIN": fitted.terrain, "PLACES": sink}, context, feedback)
    assert ok, feedback.textLog()
    load_results(algorithm, context, feedback)
    (places,) = project.mapLayers().values()
    assert QgsWkbTypes.displayString(places.wkbType()) == "MultiPolygon"
    labels = places.labeling().settings()
    assert labels.fieldName == "rank"
    assert labels.format().buffer().enabled()
    assert places.labelsEnabled()
    assert [line.color().name() for line in places.renderer().symbol().symbolLayers()] == [
        "#ffffff",
        "#000000",
    ]
    assert "rtm:priorityplaces" in places.metadata().history()[0]
    assert "never cause" in places.metadata().abstract()
    project.clear()


def test_no_place_is_a_result_and_not_an_error(run, fitted, tmp_path):
    flat = tmp_path / "flat.tif"
    copy = gdal.GetDriverByName("GTiff").CreateCopy(str(flat), gdal.Open(fitted.terrain))
    copy.GetRasterBand(1).WriteArray(np.ones((40, 40)))
    del copy
    result = run(RISK_TERRAIN=str(flat))
    assert result["N_PLACES_FOUND"] == result["PLACES"].featureCount() == 0


def plain_raster(path, epsg=27700, step=(530000, 50, 0, 182000, 0, -50), value=None):
    made = gdal.GetDriverByName("GTiff").Create(str(path), 40, 40, 1, gdal.GDT_Float64)
    made.SetGeoTransform(step)
    made.SetProjection(QgsCoordinateReferenceSystem(f"EPSG:{epsg}").toWkt())
    values = np.random.RandomState(1).rand(40, 40) if value is None else np.full((40, 40), value)
    made.GetRasterBand(1).WriteArray(values)
    made.GetRasterBand(1).SetNoDataValue(-1)
    return str(path)


def test_a_raster_of_other_software_will_do(run, provider, tmp_path):
    result = run(RISK_TERRAIN=plain_raster(tmp_path / "plain.tif"), METHOD="top_percent", PERCENT=2)
    assert result["N_CELLS"] == 32
    assert "EXPECTED_PERCENT" not in result


def test_bad_input_ends_in_one_sentence(run, fitted, town, make_layer, tmp_path):
    factors = list(fitted.factors.values())
    no_model = tmp_path / "no.json"
    no_model.write_text("[1, 2]")
    far = make_layer("far", "Point", ["Point(1000 1000)"])
    moved = make_layer("bars", "Point", ["Point(531000 181000)"])
    utm = make_layer(
        "Town",
        "Polygon",
        ["Polygon((699000 5700000, 700000 5700000, 700000 5701000, 699000 5700000))"],
        crs="EPSG:32630",
    )
    lines = make_layer("bars", "LineString", ["LineString(530000 180000, 531000 181000)"])
    with_model = {"MODEL": fitted.model, "FACTORS": factors}
    cases = [
        ({}, "Neither a risk terrain nor a model file is given"),
        (with_model, "add the study area or a risk terrain"),
        (
            {**with_model, "FACTORS": factors[1:], "RISK_TERRAIN": fitted.terrain},
            "('bars'): add layers of these names",
        ),
        (
            {**with_model, "FACTORS": [moved, *factors[1:]], "RISK_TERRAIN": fitted.terrain},
            "another score than risk terrain",
        ),
        (
            {**with_model, "FACTORS": [moved, *factors], "RISK_TERRAIN": fitted.terrain},
            "Two layers hold the risk factor 'bars'",
        ),
        (
            {**with_model, "STUDY_AREA": utm},
            "was fitted in EPSG:27700, and study area 'Town' is in EPSG:32630",
        ),
        (
            {**with_model, "RISK_TERRAIN": plain_raster(tmp_path / "utm.tif", 32630)},
            "is in EPSG:32630: reproject it",
        ),
        (
            {
                **with_model,
                "RISK_TERRAIN": plain_raster(tmp_path / "large.tif", step=(530000, 100, 0, 184000, 0, -100)),
            },
            "fitted on cells of 50 map units, and risk terrain 'large' has cells of 100",
        ),
        ({"MODEL": str(no_model), "FACTORS": factors, "STUDY_AREA": town.area}, "Model file 'no.json'"),
        (
            {"MODEL": str(tmp_path / "none.json"), "FACTORS": factors, "STUDY_AREA": town.area},
            "cannot be read",
        ),
        (
            {"RISK_TERRAIN": plain_raster(tmp_path / "deg.tif", 4326, (0, 0.1, 0, 52, 0, -0.1))},
            "no projected CRS",
        ),
        (
            {"RISK_TERRAIN": plain_raster(tmp_path / "oblong.tif", step=(0, 50, 0, 0, 0, -60))},
            "no square cells",
        ),
        ({"RISK_TERRAIN": plain_raster(tmp_path / "empty.tif", value=-1)}, "no cell with a value"),
        (
            {"RISK_TERRAIN": fitted.terrain, "INCIDENTS": far},
            "None of the 1 incidents of 'far' lies in a cell",
        ),
        ({"RISK_TERRAIN": fitted.terrain, "PERCENT": 0}, "0% of the area"),
        ({"RISK_TERRAIN": fitted.terrain, "METHOD": "area_budget", "AREA": 0.1}, "smaller than one cell"),
    ]
    if any(one.variable.operationalisation == "density" for one in model_of(fitted).selected):
        cases.append(({**with_model, "FACTORS": [lines, *factors[1:]], "STUDY_AREA": town.area}, "give it points"))
    for parameters, words in cases:
        with pytest.raises(QgsProcessingException) as raised:
            run(**parameters)
        message = str(raised.value)
        assert words in message, parameters
        assert message.rstrip().count("\n") <= 1


def model_of(fitted):
    from pathlib import Path

    from risk_terrain_modelling.rtm_plugin.model.risk_terrain_model import RiskTerrainModel

    return RiskTerrainModel.from_json(Path(fitted.model).read_text(encoding="utf-8"))


def test_the_whole_chain_runs_in_the_model_designer(provider, town, tmp_path):
    """Fit, find places, explain them, and ask what if: all wired by the outputs of the step before."""
    source = QgsProcessingModelChildParameterSource
    model = QgsProcessingModelAlgorithm("chain", "test", "")
    for name in ("area", "incidents"):
        model.addModelParameter(QgsProcessingParameterFeatureSource(name, name), QgsProcessingModelParameter(name))
    model.addModelParameter(
        QgsProcessingParameterMultipleLayers("factors", "factors"), QgsProcessingModelParameter("factors")
    )

    def child(child_id, algorithm, inputs, outputs=()):
        made = QgsProcessingModelChildAlgorithm(algorithm)
        made.setChildId(child_id)
        for parameter in made.algorithm().parameterDefinitions():
            key, default = parameter.name(), parameter.defaultValue()
            if key in inputs:
                made.addParameterSources(key, [inputs[key]])
            elif not parameter.isDestination() and default is not None:
                made.addParameterSources(key, [source.fromStaticValue(default)])
        finals = {}
        for key in outputs:
            final = QgsProcessingModelOutput(key, key)
            final.setChildId(child_id)
            final.setChildOutputName(key)
            finals[key] = final
        made.setModelOutputs(finals)
        model.addChildAlgorithm(made)

    factors = source.fromModelParameter("factors")
    child(
        "fit",
        "rtm:riskterrainmodel",
        {
            "STUDY_AREA": source.fromModelParameter("area"),
            "INCIDENTS": source.fromModelParameter("incidents"),
            "FACTORS": factors,
            "MODEL": source.fromStaticValue(str(tmp_path / "model.json")),
        },
    )
    saved = source.fromChildOutput("fit", "MODEL")
    terrain = source.fromChildOutput("fit", "RISK_TERRAIN")
    child("places", ALGORITHM, {"RISK_TERRAIN": terrain, "MODEL": saved, "FACTORS": factors}, ["PLACES"])
    child(
        "why",
        "rtm:explainplace",
        {"MODEL": saved, "FACTORS": factors, "INPUT": source.fromChildOutput("places", "PLACES")},
        ["OUTPUT"],
    )
    child(
        "what_if",
        "rtm:applymodel",
        {"MODEL": saved, "FACTORS": factors, "RISK_TERRAIN_BEFORE": terrain},
        ["DIFFERENCE"],
    )
    model.updateDestinationParameters()
    valid, problems = model.validate()
    assert valid, problems
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    parameters = {
        "area": town.area,
        "incidents": town.incidents,
        "factors": [town.bars, town.shops, town.road, town.park],
        "places:PLACES": "memory:",
        "why:OUTPUT": "memory:",
        "what_if:DIFFERENCE": str(tmp_path / "difference.tif"),
    }
    result, ok = model.run(parameters, context, feedback)
    assert ok, feedback.textLog()
    children = result["CHILD_RESULTS"]
    assert children["places"]["N_PLACES_FOUND"] == children["why"]["N_PLACES"] > 0
    assert children["what_if"]["N_CELLS_CHANGED"] == 0
    assert (tmp_path / "difference.tif").exists()


def test_places_of_terrain_and_history_are_split_into_landscape_around_and_here(run, fitted, town, tmp_path):
    """Parts add up to what is expected, which is band 3 in the place; the scores stay those of the terrain."""
    places = rows(run(RISK_TERRAIN=fitted.terrain, RISK="terrain_and_history", N_PLACES=4)["PLACES"])
    assert [place["rank"] for place in places] == [1, 2, 3, 4]
    data = gdal.Open(fitted.terrain)
    joined = data.GetRasterBand(3).ReadAsArray()
    total = joined[joined != data.GetRasterBand(3).GetNoDataValue()].sum()
    for place in places:
        assert place["landscape"] + place["around"] + place["here"] == pytest.approx(place["expected"], rel=1e-9)
        assert place["expected_percent"] == pytest.approx(100 * place["expected"] / total, rel=1e-6)
    plain = rows(run(RISK_TERRAIN=fitted.terrain, N_PLACES=4)["PLACES"])
    assert all(place["here"] == NULL for place in plain)


def test_places_are_named_after_what_is_nearest(run, fitted, town, make_layer):
    names = [("North", X + 500, Y + 1500), ("South", X + 500, Y + 100)]
    layer = make_layer(
        "gazetteer",
        "Point",
        [f"Point({x} {y})" for _, x, y in names],
        fields=("Name:string",),
        rows=[(name,) for name, _, _ in names],
    )
    places = run(RISK_TERRAIN=fitted.terrain, NAMES=layer, N_PLACES=5)["PLACES"]
    assert {unnumbered(feature["label"]) for feature in places.getFeatures()} <= {
        "North",
        "South",
        *(f"Place {n}" for n in range(9)),
    }
    for feature in places.getFeatures():
        centre = feature.geometry().centroid().asPoint()
        away = {name: ((centre.x() - x) ** 2 + (centre.y() - y) ** 2) ** 0.5 for name, x, y in names}
        nearest = min(away, key=away.get)
        label = unnumbered(feature["label"])
        assert label in (nearest if away[nearest] < 390 else f"Place {feature['rank']}", nearest)


def test_places_of_one_name_are_numbered_by_rank(run, fitted, make_layer):
    around = f"Polygon(({X} {Y}, {X + 2000} {Y}, {X + 2000} {Y + 2000}, {X} {Y + 2000}, {X} {Y}))"
    layer = make_layer("wards", "Polygon", [around], fields=("Name:string",), rows=[("Old Town",)])
    log = QgsProcessingFeedback()
    places = rows(run({"RISK_TERRAIN": fitted.terrain, "NAMES": layer, "N_PLACES": 4}, log)["PLACES"])
    assert "are numbered." in log.textLog() and "choose streets" not in log.textLog(), "names were chosen"
    assert [place["label"] for place in places] == [f"Old Town ({rank})" for rank in (1, 2, 3, 4)]
    assert [place["rank"] for place in places] == [1, 2, 3, 4]
    assert told_apart(["A", "B", "A", "A (1)", "A"]) == ["A (2)", "B", "A (3)", "A (1)", "A (4)"]
