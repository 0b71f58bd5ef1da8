"""The model as a file and as a formula: the arithmetic of the Leeds report, JSON there and back, errors."""

import json
from dataclasses import replace
from math import exp, log

import numpy as np
import pytest

from risk_terrain_modelling.rtm_plugin.errors import GridError, ModelFileError, SettingsError
from risk_terrain_modelling.rtm_plugin.model.risk_terrain_model import (
    CandidateRecord,
    FamilyFit,
    GridFrame,
    RiskTerrainModel,
    SelectedVariable,
)
from risk_terrain_modelling.rtm_plugin.model.settings import Settings
from risk_terrain_modelling.rtm_plugin.space.grid import StudyGrid
from risk_terrain_modelling.rtm_plugin.space.shapes import Shapes
from risk_terrain_modelling.rtm_plugin.variables.factors import FactorSpec, Variable

STOPS = Variable("bus stops", "proximity", 500.0)
HOUSES = Variable("detached houses", "density", 500.0)


def leeds():
    """The model of the report, as far as it was printed."""
    selected = (
        SelectedVariable(STOPS, 3.0617, 0.2, 1e-20, None),
        SelectedVariable(HOUSES, 2.1578, 0.1, 1e-30, 2.5e-5),
    )
    return RiskTerrainModel(
        settings=Settings(500.0, 250.0, ("poisson", "nb1")),
        frame=GridFrame(420000.0, 450000.0, 250.0, 100, 120, 9199),
        specs=(FactorSpec("bus stops", "proximity", increment="whole"), FactorSpec("detached houses")),
        family="nb1",
        intercept=-3.356,
        intercept_se=0.1,
        selected=selected,
        dispersion=exp(1.69852),
        log_likelihood=-18288.17 / 2,
        bic=18324.68,
        fits=(
            FamilyFit("poisson", 30000.0, log(9199) - 15000.0, None, (STOPS.name,), 12),
            FamilyFit("nb1", 18324.68, -18288.17 / 2, exp(1.69852), (STOPS.name, HOUSES.name), 19),
        ),
        candidates=(
            CandidateRecord(STOPS, 8000, 13000, 21.4, None, True, True),
            CandidateRecord(HOUSES, 900, 5000, None, 2.5e-5, True, True),
        ),
        constant=("bus stops_proximity_1500",),
        alpha=0.8,
        penalty=0.01,
        cv_deviance=2.5,
        n_cells_with_incidents=2389,
        n_incidents=13857,
        n_incidents_outside=0,
        n_incidents_excluded=0,
        lowest=exp(-3.356),
        rrs_mean=20.0,
        rrs_sd=15.0,
        rrs_max=exp(3.0617 + 2.1578),
        warnings=("Münsterstraße is spelt “so”.",),
    )


def test_leeds_arithmetic():
    model = leeds()
    rrv = {chosen.variable.factor: chosen.rrv for chosen in model.selected}
    assert rrv["detached houses"] == pytest.approx(8.6521, abs=1e-3)
    assert rrv["bus stops"] == pytest.approx(21.3638, abs=1e-3)
    assert model.dispersion == pytest.approx(5.4657, abs=1e-3)
    # the report prints the intercept to three decimals only
    none, detached, bus, both = model.expected([[0, 0, 1, 1], [0, 1, 0, 1]])
    np.testing.assert_allclose([none, detached, bus, both], [0.03486, 0.30159, 0.74468, 6.44304], rtol=6e-4)
    scores = np.array([none, detached, bus, both]) / none
    np.testing.assert_allclose(scores, [1, 8.6521, 21.3638, 184.84], rtol=1e-4)
    assert model.highest_risk_threshold == 50.0
    low, high = model.selected[1].rrv_interval
    assert np.log([low, high]) == pytest.approx([2.1578 - 0.195996, 2.1578 + 0.195996], abs=1e-5)
    assert model.bic_of("poisson") == 30000.0 and model.bic_of("nb2") is None


def test_a_protective_factor_lowers_the_expected_count():
    guard = SelectedVariable(Variable("guard", "proximity", 100.0, "protective"), 0.7, 0.1, 1e-9, None)
    model = replace(leeds(), selected=(guard,))
    outside, inside = model.expected([[0, 1]])
    assert inside / outside == pytest.approx(exp(-0.7))
    assert guard.rrv == pytest.approx(exp(0.7)), "a relative risk value above 1, as for the others"


def test_json_there_and_back_is_the_same_to_the_byte():
    model = leeds().with_inputs(facts=[{"name": "pubs", "count": np.int64(3), "ok": np.bool_(True)}], when=None)
    text = model.to_json()
    again = RiskTerrainModel.from_json(text)
    assert again.to_json() == text
    assert again.selected[0] == model.selected[0]
    assert again.settings == model.settings and again.specs == model.specs
    assert again.inputs["facts"][0]["count"] == 3
    assert "NaN" not in text and "Münsterstraße" in text


@pytest.mark.parametrize(
    "text, message",
    [
        ("{", "not JSON"),
        ("[1, 2]", "not a saved risk terrain model"),
        ('{"format": "something"}', "not a saved risk terrain model"),
        ('{"format": "risk-terrain-model", "format_version": 99}', "version 99.*update the plugin"),
        ('{"format": "risk-terrain-model", "format_version": 1}', "incomplete"),
    ],
)
def test_files_that_are_no_models(text, message):
    with pytest.raises(ModelFileError, match=message):
        RiskTerrainModel.from_json(text)


@pytest.mark.parametrize(
    "change",
    [
        lambda content: content.pop("intercept"),
        lambda content: content.update(surprise=1),
        lambda content: content["selected"][0].pop("variable"),
        lambda content: content["settings"].update(families=None),
        lambda content: content.update(selected=3),
        lambda content: content.update(frame=[1]),
        lambda content: content["selected"][0].update(variable="pubs"),
        lambda content: content.update(intercept="high"),
    ],
)
def test_a_file_changed_by_hand_is_refused(change):
    content = json.loads(leeds().to_json())
    change(content)
    with pytest.raises(ModelFileError, match=r"changed by hand.*fit the model again"):
        RiskTerrainModel.from_json(json.dumps(content))


def test_scoring_another_grid_needs_its_cell_size_and_every_factor():
    points = {"bus stops": Shapes.points(np.array([[100.0, 100.0]]))}
    mask = np.ones((8, 8), dtype=bool)
    with pytest.raises(ModelFileError, match=r"cells of 250 map units.*cells of 100;"):
        leeds().score(StudyGrid(0.0, 800.0, 100.0, mask), points)
    with pytest.raises(ModelFileError, match="needs the risk factor 'detached houses'"):
        leeds().score(StudyGrid(0.0, 2000.0, 250.0, mask), points)

    grid = StudyGrid(0.0, 2000.0, 250.0, mask)
    houses = Shapes.points(np.tile([[1000.0, 1000.0]], (20, 1)))
    expected, flags = leeds().score(grid, {**points, "detached houses": houses})
    near = np.hypot(*(grid.centroids - [100.0, 100.0]).T) <= 500
    squared = ((grid.centroids - 1000.0) ** 2).sum(axis=1) / 500**2
    dense = 20 * 2 / (np.pi * 500**2) * np.maximum(1 - squared, 0) >= 2.5e-5  # the fitted cut
    assert dense.any() and not dense.all()
    assert np.array_equal(flags, [near, dense])
    np.testing.assert_allclose(expected, np.exp(-3.356 + 3.0617 * near + 2.1578 * dense))


@pytest.mark.parametrize(
    "wrong, words",
    [
        ({"block_length": 0.0}, ["block length of 0 ", "above 0"]),
        ({"block_length": float("nan")}, ["nan", "above 0"]),
        ({"cell_size": -5.0}, ["cell size of -5", "half"]),
        ({"cell_size": 150.0}, ["block length of 100", "cell size of 150", "50"]),
        ({"families": ("gamma",)}, ["gamma", "poisson, nb1, nb2"]),
        ({"families": ()}, ["choose from"]),
        ({"folds": 1}, ["1 folds", "at least 2"]),
        ({"fold_kind": "random"}, ["'random'", "stratified or spatial"]),
        ({"cv_repeats": 0}, ["0 repeats", "at least 1"]),
        ({"p_limit": 0.0}, ["0.0", "0.05"]),
        ({"p_limit": 1.5}, ["1.5", "not a probability"]),
        ({"seed": -1}, ["-1", "from 0"]),
        ({"cell_rule": "touch"}, ["'touch'", "overlap or centroid"]),
    ],
)
def test_wrong_settings_are_named(wrong, words):
    with pytest.raises((SettingsError, GridError)) as error:
        replace(Settings(100.0, 50.0), **wrong).validate()
    assert all(word in str(error.value) for word in words), error.value
