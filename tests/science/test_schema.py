"""A saved model that anybody has touched is refused, or still says the same: every value of a file, changed."""

import copy
import json

import numpy as np
import pytest

from risk_terrain_modelling.rtm_plugin.errors import ModelFileError
from risk_terrain_modelling.rtm_plugin.model.risk_terrain_model import RiskTerrainModel
from risk_terrain_modelling.rtm_plugin.model.settings import Settings
from risk_terrain_modelling.rtm_plugin.pipeline import fit
from risk_terrain_modelling.rtm_plugin.report.trust import trust_sections
from risk_terrain_modelling.rtm_plugin.report.words import warnings
from risk_terrain_modelling.rtm_plugin.space.shapes import Shapes
from risk_terrain_modelling.rtm_plugin.trust.diagnostics import diagnose
from risk_terrain_modelling.rtm_plugin.trust.displacement import displace
from risk_terrain_modelling.rtm_plugin.trust.intervals import quoted_intervals
from risk_terrain_modelling.rtm_plugin.variables.factors import Factor, FactorSpec

GONE = object()
VALUES = (GONE, None, True, "sideways", "", -150, -1e-9, 0, 3, 1e12, 1e300, float("nan"), float("inf"), [], {}, [1])


@pytest.fixture(scope="module")
def content():
    """What a file of a fitted model holds: two factors in it, one of them a density, one protective."""
    rng = np.random.RandomState(4)
    area = Shapes.polygons([[np.array([[0, 0], [2000, 0], [2000, 2000], [0, 2000]], dtype=float)]])
    bars, guards = rng.uniform(0, 2000, (12, 2)), rng.uniform(0, 2000, (9, 2))
    near = np.vstack([bars[rng.randint(12, size=700)] + rng.normal(0, 60, (700, 2)), rng.uniform(0, 2000, (900, 2))])
    away = np.hypot(*(near[:, None] - guards[None]).transpose(2, 0, 1)).min(axis=1) > 150
    factors = [
        Factor(FactorSpec("bars", "density"), Shapes.points(bars)),
        Factor(FactorSpec("guards", "proximity", direction="protective"), Shapes.points(guards)),
        Factor(FactorSpec("trees", "proximity"), Shapes.points(rng.uniform(0, 2000, (5, 2)))),
    ]
    terrain = fit(area, near[away], factors, Settings(100.0, 100.0, ("poisson", "nb2")))
    found = diagnose(terrain, near[away], area, 19)
    moved = displace(terrain, near[away], area, 50.0, 1)
    model = terrain.model.with_inputs(
        diagnostics=found.plain(), displacement=moved.plain(), crs="EPSG:27700", incidents="thefts"
    )
    assert len(model.selected) == 2
    return json.loads(model.to_json())


def leaves(value, path=()):
    """Path of everything in a structure, the parts of it included."""
    if path:
        yield path
    if isinstance(value, dict):
        for key in value:
            yield from leaves(value[key], (*path, key))
    elif isinstance(value, list):
        for number in range(min(len(value), 3)):
            yield from leaves(value[number], (*path, number))


def changed(content, path, value):
    content = copy.deepcopy(content)
    inner = content
    for step in path[:-1]:
        inner = inner[step]
    if value is GONE:
        del inner[path[-1]]
    else:
        inner[path[-1]] = value
    return content


def meaning(model):
    """What is scored, and what the map's classes are made of."""
    selected = [(one.variable.factor, one.variable.distance, one.coefficient) for one in model.selected]
    return model.intercept, model.lowest, model.rrs_max, selected, model.settings.cell_size


def test_whatever_is_changed_is_refused_or_changes_no_score(content):
    own = meaning(RiskTerrainModel.from_json(json.dumps(content)))
    n_refused = n_taken = 0
    for path in leaves(content):
        for value in VALUES:
            text = json.dumps(changed(content, path, value))
            try:
                model = RiskTerrainModel.from_json(text)
            except ModelFileError as error:
                assert str(error).endswith((".", "plugin."))
                n_refused += 1
                continue
            assert meaning(model) == own, (path, value)
            assert trust_sections(model) is not None and warnings(model) is not None and quoted_intervals(model)
            n_taken += 1
    assert n_refused > 4 * n_taken, (n_refused, n_taken)


def test_a_largest_cell_loads_with_and_without_its_place(content):
    """Older files tell where a cell of fewer than ten incidents lies."""
    names = [one["name"] for one in content["inputs"]["diagnostics"]]
    path = ("inputs", "diagnostics", names.index("Largest cell"), "values")
    for values in ({"fewer_than": 10}, {"x": 1.5, "y": -2.5, "count": 2.0, "share": 0.01}):
        written = changed(content, path, {**values, "variables": []})
        loaded = RiskTerrainModel.from_json(json.dumps(written)).inputs["diagnostics"]
        assert loaded[path[2]]["values"].keys() == {*values, "variables"}


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        (("selected", 0, "variable", "distance"), -150, "selected[0].variable.distance: -150 is not a number above 0"),
        (("selected", 0, "coefficient"), True, "selected[0].coefficient: true is not a number from 0 to 100"),
        (("selected", 0, "coefficient"), 1e6, "selected[0].coefficient: 1000000.0 is not a number from 0 to 100"),
        (("selected", 0, "coefficient"), 0.123, "lowest"),
        (("intercept",), float("nan"), "NaN is no number"),
        (("intercept",), -1.0, "it is e to the intercept and some of the coefficients"),
        (("lowest",), 0, "lowest: 0 is not a number"),
        (("lowest",), -0.1, "lowest: -0.1 is not a number"),
        (("rrs_sd",), -3, "rrs_sd: -3 is not a number from 0"),
        (("rrs_sd",), 1e9, "rrs_sd: it is what the mean and the highest score allow"),
        (("rrs_max",), 2.0, "rrs_"),
        (("selected", 0, "threshold"), GONE, "selected[0].threshold: it is missing"),
        (("specs", 0, "direction"), "sideways", 'specs[0].direction: "sideways" is not one of aggravating, protective'),
        (("frame", "n_cells"), 10**9, "frame.n_cells: they are at most rows times columns"),
        (("format_version",), 2, "has format version 2, this plugin reads 1; fit the model again, or update"),
        (("surprise",), 1, "surprise: nothing of this name is known"),
        (("fits", 0, "log_likelihood"), -7.0, "fits[0].log_likelihood: it is what the BIC and the number of cells say"),
        (("cv_deviance",), -7.0, "cv_deviance: -7.0 is not a number from 0"),
        (("alpha",), None, "penalty: alpha, penalty and deviance are there together, or not at all"),
        (("inputs", "diagnostics", 0, "values", "pearson_dispersion"), [1], "values.pearson_dispersion: [1] is not"),
        (("inputs", "diagnostics", 0, "values", "wild"), 1, "values.wild: nothing of this name is known"),
        (("inputs", "incidents"), "\ud800", "inputs.incidents"),
        (
            ("inputs", "layers"),
            [{"role": "FACTORS", "name": "a", "source": None, "dates": None, "features": -1}],
            "inputs.layers[0].features: -1 is not",
        ),
    ],
)
def test_the_place_and_the_reason_are_told(content, path, value, told):
    with pytest.raises(ModelFileError) as refused:
        RiskTerrainModel.from_json(json.dumps(changed(content, path, value)))
    assert told in str(refused.value)


def test_a_name_that_stands_twice_is_refused(content):
    text = json.dumps(content).replace('"lowest":', '"lowest": 1.0, "lowest":')
    with pytest.raises(ModelFileError, match="a name stands twice"):
        RiskTerrainModel.from_json(text)


def test_models_of_the_first_version_are_read(content):
    """They know of no labels, and may lack what has a default."""
    old = copy.deepcopy(content)
    for spec in old["specs"]:
        del spec["label"]
    for row in (*old["selected"], *old["candidates"]):
        del row["variable"]["label"]
    for key in ("warnings", "inputs", "denominator", "adjustments"):
        del old[key]
    model = RiskTerrainModel.from_json(json.dumps(old))
    assert meaning(model) == meaning(RiskTerrainModel.from_json(json.dumps(content)))
