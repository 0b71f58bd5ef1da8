"""rtm:riskfactor: the copy, its settings, the suggestion and its reason, a sentence for each bad input."""

from functools import partial

import numpy as np
import pytest
from qgis import processing
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsVectorLayer,
)
from town import SIDE, X, Y, points

from risk_terrain_modelling.processing_provider.model_request import ModelRequest
from risk_terrain_modelling.processing_provider.reading.factor_layers import read_factors
from risk_terrain_modelling.processing_provider.reading.sources import read_study_area
from risk_terrain_modelling.rtm_plugin.progress import Progress
from risk_terrain_modelling.rtm_plugin.variables.factors import FactorSpec

pytestmark = pytest.mark.usefixtures("provider")
SETTINGS = ["rtm_factor", "rtm_operationalisation", "rtm_max_blocks", "rtm_increment", "rtm_direction", "rtm_label"]


@pytest.fixture
def run(run):
    return partial(run, "rtm:riskfactor", OUTPUT="TEMPORARY_OUTPUT")


@pytest.fixture
def area(make_layer):
    corners = [(X, Y), (X + SIDE, Y), (X + SIDE, Y + SIDE), (X, Y + SIDE), (X, Y)]
    return make_layer("Town", "Polygon", [f"Polygon(({', '.join(f'{x} {y}' for x, y in corners)}))"])


def scattered(n, seed=1):
    return np.random.RandomState(seed).uniform((X, Y), (X + SIDE, Y + SIDE), (n, 2))


def clustered(n, seed=1):
    centres = np.repeat(scattered(n // 10, seed), 10, axis=0)
    return np.clip(centres + np.random.RandomState(seed).normal(0, 20, centres.shape), X - 1e6, X + 1e6)


def as_a_model_reads(layer, area, **asked):
    """The layer's factor in a model with this study area."""
    context, progress = QgsProcessingContext(), Progress()
    town = read_study_area(QgsProcessingFeatureSource(area, context), "Town", context, progress)
    (factor,), _ = read_factors(ModelRequest(factors=[layer], **asked), 100.0, 50.0, town, context, progress)
    return factor


def test_the_copy_carries_the_settings_and_a_model_reads_them(run, make_layer, area):
    fields = ("osm:string", "RTM_DIRECTION:string")
    xy = scattered(20)
    layer = make_layer("pubs", "Point", points(xy), fields=fields, rows=[(str(i), "x") for i in range(20)])
    results = run(
        INPUT=layer, NAME="Big pubs", OPERATIONALISATION="both", MAX_BLOCKS=4, INCREMENT="whole",
        DIRECTION="protective", LABEL="Pubs and bars", FILTER="to_int(\"osm\") >= 15",
    )  # fmt: skip
    copy = results["OUTPUT"]
    assert [field.name() for field in copy.fields()] == ["osm", *SETTINGS]
    assert {tuple(feature[name] for name in SETTINGS) for feature in copy.getFeatures()} == {
        ("Big pubs", "both", 4.0, "whole", "protective", "Pubs and bars")
    }
    assert [feature["osm"] for feature in copy.getFeatures()] == ["15", "16", "17", "18", "19"]
    assert (results["N_FEATURES"], results["N_FILTERED"], results["N_OUT_OF_REACH"]) == (5, 15, 0)

    factor = as_a_model_reads(copy, area)
    assert factor.spec == FactorSpec("Big pubs", "both", 4.0, "whole", "protective", "Pubs and bars")
    assert {variable.shown for variable in factor.spec.variables(100.0)} == {"Pubs and bars"}


@pytest.mark.parametrize(("xy", "expected"), [(scattered(60), "proximity"), (clustered(200), "density")])
def test_the_suggestion_is_the_models_own(run, make_layer, area, xy, expected):
    layer = make_layer("bars", "Point", points(xy))
    results = run(INPUT=layer, STUDY_AREA=area)
    assert results["OPERATIONALISATION_USED"] == results["SUGGESTED"] == expected
    assert f"z = {results['NN_Z']:.1f}" in results["WHY"]
    factor = as_a_model_reads(layer, area, operationalisation="auto")
    assert factor.spec.operationalisation == expected
    kept = run(INPUT=layer, STUDY_AREA=area, OPERATIONALISATION="both")
    assert (kept["OPERATIONALISATION_USED"], kept["SUGGESTED"]) == ("both", expected)


def test_only_what_is_within_reach_is_copied(run, make_layer, area):
    at = [(X - d, Y + 500) for d in (0, 100, 399, 420)] + [(X + 500, Y + 500)]
    layer = make_layer("stops", "Point", [*points(at), None])
    results = run(INPUT=layer, STUDY_AREA=area)
    assert (results["N_FEATURES"], results["N_OUT_OF_REACH"]) == (4, 2)
    assert run(INPUT=layer, STUDY_AREA=area, REACH=100)["N_FEATURES"] == 3
    assert run(INPUT=layer, STUDY_AREA=area, BLOCK_LENGTH=200)["N_FEATURES"] == 5
    degrees = processing.run(
        "native:reprojectlayer", {"INPUT": layer, "TARGET_CRS": "EPSG:4326", "OUTPUT": "TEMPORARY_OUTPUT"}
    )["OUTPUT"]
    results = run(INPUT=degrees, STUDY_AREA=area)
    assert results["N_FEATURES"] == 4 and results["OUTPUT"].crs().authid() == "EPSG:4326"


def test_lines_have_proximity_only(run, make_layer, area):
    road = make_layer("road", "LineString", [f"LineString({X} {Y}, {X + 900} {Y + 900})"])
    for asked_for in ("auto", "proximity", "both"):
        results = run(INPUT=road, STUDY_AREA=area, OPERATIONALISATION=asked_for)
        assert results["OPERATIONALISATION_USED"] == "proximity"
        assert results["WHY"] == "density is defined for points only, and these are lines"
    with pytest.raises(QgsProcessingException, match="'road' has lines: density is defined for points only"):
        run(INPUT=road, OPERATIONALISATION="density")


def test_without_a_study_area_the_points_own_extent_is_taken(run, make_layer):
    results = run(INPUT=make_layer("bars", "Point", points(clustered(200))))
    assert results["SUGGESTED"] == "density" and results["WHY"].endswith("within its own extent")
    degrees = make_layer("bars", "Point", ["Point(-0.1 51.5)", "Point(-0.2 51.5)"], crs="EPSG:4326")
    assert "in degrees nothing can be measured" in run(INPUT=degrees)["WHY"]


def test_a_shapefile_keeps_the_settings(run, make_layer, area, tmp_path):
    path = str(tmp_path / "pubs.shp")
    run(INPUT=make_layer("pubs", "Point", points(scattered(9))), DIRECTION="protective", OUTPUT=path)
    layer = QgsVectorLayer(path, "other name")
    factor = as_a_model_reads(layer, area)
    assert (factor.spec.name, factor.spec.direction) == ("pubs", "protective")


BAD = [
    ({"FILTER": '"capacity" >'}, "is no valid expression"),
    ({"FILTER": '"nothing" > 3'}, "uses the field 'nothing', which layer 'pubs' does not have"),
    ({"FILTER": "to_int('many') > 3"}, "fails (Cannot convert 'many' to int)"),
    ({"FILTER": "false"}, "'pubs' is left without a feature (9 filtered out, 0 out of reach)"),
    ({"MAX_BLOCKS": 0}, "maximum spatial influence of 0"),
    ({"MAX_BLOCKS": 0.5, "INCREMENT": "whole"}, "below its own increment"),
    ({"BLOCK_LENGTH": 0}, "A block length of 0 is not a length"),
    ({"REACH": -5}, "A reach of -5 is not a length"),
    ({"STUDY_AREA": "degrees"}, "Study area 'degrees' has no projected CRS"),
    ({"STUDY_AREA": "far"}, "is left without a feature (0 filtered out, 9 out of reach)"),
    ({"INPUT": "no crs"}, "Risk factor 'no crs' has no coordinate reference system"),
    ({"INPUT": "empty"}, "Risk factor 'empty' is left without a feature"),
    ({"OUTPUT": "/proc/none/a.gpkg"}, "Output '/proc/none/a.gpkg' cannot be written"),
]


@pytest.mark.parametrize(("parameters", "sentence"), BAD)
def test_bad_input_ends_in_a_sentence(run, make_layer, parameters, sentence):
    square = "Polygon((0 0, 1 0, 1 1, 0 0))"
    made = {
        "pubs": make_layer("pubs", "Point", points(scattered(9))),
        "no crs": make_layer("no crs", "Point", points(scattered(9)), crs=""),
        "empty": make_layer("empty", "Point", []),
        "degrees": make_layer("degrees", "Polygon", [square], crs="EPSG:4326"),
        "far": make_layer("far", "Polygon", [square]),
    }
    given = {"INPUT": "pubs", **parameters}
    with pytest.raises(QgsProcessingException) as error:
        run(**{key: made.get(value, value) for key, value in given.items()})
    assert sentence in str(error.value) and "Traceback" not in str(error.value)
