"""Resampling: what is always there is always found, sentences, sums, blocks."""

import json
from collections import Counter
from dataclasses import replace

import numpy as np
import pytest

from risk_terrain_modelling.rtm_plugin.errors import Cancelled, IncidentError
from risk_terrain_modelling.rtm_plugin.model.settings import Settings
from risk_terrain_modelling.rtm_plugin.pipeline import fit, select
from risk_terrain_modelling.rtm_plugin.progress import Progress
from risk_terrain_modelling.rtm_plugin.selection.culling import cull
from risk_terrain_modelling.rtm_plugin.selection.folds import spatial_blocks, stratified_folds
from risk_terrain_modelling.rtm_plugin.selection.observations import Observations
from risk_terrain_modelling.rtm_plugin.trust.stability import (
    _halves,
    enough_sentence,
    resample,
    summarise,
    usual_distances,
    wrong_at_most,
)
from risk_terrain_modelling.rtm_plugin.variables.factors import Variable


@pytest.fixture(scope="module")
def terrain(town):
    return fit(town.area, town.incidents, town.factors, Settings(100.0, 50.0, ("poisson", "nb2")))


def test_a_town_s_truth_is_found_again_and_again(terrain):
    said = []
    found = resample(terrain, 8, Progress(said.append))
    assert min(np.diff(said)) > -0.01 and said[-1] == 1.0
    assert (found.n_resamples, found.n_blocks, found.block_size) == (8, 16, 600.0)
    assert found.factors[0].factor == "bars" and found["bars"].selected == 8
    assert found["bars"].usual[1] >= 100 and found["bars"].usual[2] <= 150
    assert found["bars"].sentence(8, "m").startswith("selected in 8 of 8 halves, ")
    assert found["boxes"].selected > found["trees"].selected
    assert sum(found.families.values()) == 8 and set(found.families) == {"poisson", "nb2"}
    for one in found.factors:
        assert one.rrv_low <= one.rrv_bagged <= one.rrv_high
        assert sum(one.variables.values()) == one.selected
    assert found["bars"].rrv_bagged == pytest.approx(found["bars"].rrv, rel=0.3)
    assert json.loads(json.dumps(found.plain()))["factors"][0]["factor"] == "bars"
    assert resample(terrain, 2).plain() == resample(terrain, 2).plain()


def test_halves_come_in_pairs_without_a_block_in_common():
    block = np.repeat(np.arange(9), 4)
    first, second = _halves(block, np.ones(36, bool), 2, 100.0, np.random.RandomState(0))
    assert (first ^ second).all() and first.sum() == 16 and second.sum() == 20
    assert all(len(set(first[block == one])) == 1 for one in range(9))


def test_the_bound_is_that_of_the_paper():
    """By its formulas, and where it matters: never below what is really wrong, for factors found by lot."""
    assert wrong_at_most(100, 100, 8, 25) == pytest.approx(4 * 0.01 / 1.02 * 64 / 25)
    assert wrong_at_most(70, 100, 2, 25) == pytest.approx(0.5 / (2 * 0.7 - 1 - 0.01) * 4 / 25)
    assert wrong_at_most(50, 100, 2, 25) == wrong_at_most(100, 100, 20, 25) == np.inf
    rng = np.random.RandomState(1)
    n_factors, n_pairs = 30, 25
    chance = np.full(n_factors, 0.15)
    wrong = {times: [] for times in (26, 30, 35, 40)}
    for _ in range(300):
        found = (rng.rand(2 * n_pairs, n_factors) < chance).sum(axis=0)
        for times, counts in wrong.items():
            counts.append((found >= times).sum())
    for times, counts in wrong.items():
        assert np.mean(counts) <= wrong_at_most(times, 2 * n_pairs, chance.sum(), n_factors)


def test_one_resample_is_the_whole_selection_on_the_repeated_cells(terrain):
    """The same as culling and searching a table in which each cell stands as often as it was drawn."""
    block = spatial_blocks(terrain.grid, 600.0)
    rng = np.random.RandomState(3)
    weights = np.bincount(rng.randint(0, 16, 16), minlength=16)[block].astype(float)
    found = select(
        terrain.grid,
        terrain.candidates,
        Observations(terrain.counts, weights=weights),
        terrain.model.settings,
        hurried=True,
    )
    used = np.flatnonzero(weights)
    again = np.repeat(used, weights[used].astype(int))
    folds = np.zeros(len(block), dtype=int)
    folds[used] = stratified_folds(terrain.counts[used], 5, np.random.RandomState(1))
    repeated = replace(terrain.candidates, packed=terrain.candidates.packed[:, again])
    plain = cull(repeated, Observations(terrain.counts[again]), folds[again])
    assert found.culling.penalty == pytest.approx(plain.penalty) and found.culling.alpha == plain.alpha
    assert np.array_equal(found.survivors, plain.survivors)
    assert found.culling.lambdas.shape[1] < 100, "the path ended early"


def test_sums_of_what_was_found(terrain):
    near, far = Variable("bars", "proximity", 100.0), Variable("bars", "proximity", 150.0)
    dense = Variable("trees", "density", 50.0)
    found = [
        ("nb2", ((near, 1.0), (dense, 0.2))),
        ("poisson", ((far, 2.0),)),
        ("nb2", ((near, 1.5),)),
        ("nb2", ()),
    ]
    stable = summarise(terrain.model, found, 16, 600.0)
    bars = stable["bars"]
    assert (bars.selected, bars.variables) == (3, {"bars_proximity_100": 2, "bars_proximity_150": 1})
    assert bars.rrv_bagged == pytest.approx(np.exp(4.5 / 4))
    assert bars.rrv_low == pytest.approx(np.exp(np.percentile([0, 1, 1.5, 2], 2.5)))
    assert bars.usual == ("proximity", 100.0, 100.0)
    assert bars.sentence(4, "m") == "selected in 3 of 4 halves, mostly at 100 m (proximity)"
    assert stable["trees"].sentence(4, "m") == "selected in 1 of 4 halves, always at 50 m (density)"
    assert stable["park"].sentence(4) == "selected in 0 of 4 halves"
    assert stable["park"].rrv_bagged == stable["park"].rrv_high == 1.0
    assert stable.families == {"poisson": 1, "nb2": 3}
    assert [one.factor for one in stable.factors][:2] == ["bars", "trees"]
    assert stable.enough == next(n for n in (3, 4) if wrong_at_most(n, 4, 4 / 4, len(terrain.model.specs)) <= 1)
    assert enough_sentence(4, 3, {"bars": 3, "parks": 4, "trees": 2}).startswith(
        "Found in at least 3 of 4 halves: bars, parks; at most one"
    )
    assert "bars alone" in enough_sentence(4, 3, {"bars": 3, "trees": 2})
    assert "none was" in enough_sentence(4, 4, {"bars": 3}) and "draw more" in enough_sentence(4, None, {"bars": 3})


@pytest.mark.parametrize(
    "times, expected",
    [
        ({("proximity", 100.0): 5}, ("proximity", 100.0, 100.0)),
        (
            {("proximity", 250.0): 50, ("proximity", 300.0): 40, ("proximity", 50.0): 4},
            ("proximity", 250.0, 300.0),
        ),
        ({("proximity", 100.0): 5, ("density", 100.0): 4}, ("either", 100.0, 100.0)),
        ({("proximity", 50.0): 1, ("density", 100.0): 4, ("density", 150.0): 4}, ("density", 100.0, 150.0)),
        ({}, None),
    ],
)
def test_usual_distances(times, expected):
    counted = Counter({Variable("f", kind, distance): n for (kind, distance), n in times.items()})
    assert usual_distances(counted) == expected


def test_too_small_an_area_and_cancelling(terrain, town):
    wide = replace(terrain.model.settings, block_length=2000.0)
    with pytest.raises(IncidentError, match=r"1 blocks of 12000 map units.*larger study area"):
        resample(replace(terrain, model=replace(terrain.model, settings=wide)), 3)
    calls = []
    with pytest.raises(Cancelled):
        resample(terrain, 5, Progress(calls.append, cancelled=lambda: len(calls) > 300))
