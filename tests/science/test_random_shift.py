"""Random shifts: against loops over cells, and on maps where the answer is known."""

import numpy as np
import pytest
from scipy.ndimage import gaussian_filter

from risk_terrain_modelling.rtm_plugin.model.settings import Settings
from risk_terrain_modelling.rtm_plugin.pipeline import select
from risk_terrain_modelling.rtm_plugin.selection.observations import Observations
from risk_terrain_modelling.rtm_plugin.selection.random_shift import FactorShift, RandomShifts, SpatialTest
from risk_terrain_modelling.rtm_plugin.space.grid import StudyGrid
from risk_terrain_modelling.rtm_plugin.variables.candidates import Candidates
from risk_terrain_modelling.rtm_plugin.variables.factors import Variable

NAN = float("nan")


def candidates_of(flags, distance=100.0, directions=None):
    """Variables of (factor, flags) pairs; several of a factor differ in their distance."""
    directions = directions or {}
    columns = [
        (Variable(factor, "proximity", distance + place, directions.get(factor, "aggravating")), one, NAN)
        for place, (factor, one) in enumerate(flags)
    ]
    return Candidates.from_columns(len(flags[0][1]), columns)


@pytest.fixture(scope="module")
def ragged():
    rng = np.random.RandomState(0)
    mask = np.ones((14, 17), bool)
    mask[3:6, 4:9] = mask[10:, 12:] = False
    grid = StudyGrid(0.0, 0.0, 50.0, mask)
    flags = [(name, rng.rand(grid.n_cells) < 0.3) for name in ("bars", "bars", "parks")]
    return grid, candidates_of(flags, directions={"parks": "protective"}), rng.poisson(0.8, grid.n_cells)


def test_scores_are_those_of_a_map_that_was_moved(ragged):
    grid, candidates, counts = ragged
    weights = np.ones(grid.n_cells)
    weights[::7] = 0.0
    shifts = RandomShifts(grid, candidates, Observations(counts, weights=weights), 25, 4)
    used = np.flatnonzero(weights)
    rng = np.random.RandomState(1)
    residual, weight = rng.normal(size=len(used)), rng.gamma(2.0, 1.0, len(used))
    at = {tuple(divmod(cell, grid.cols)): place for place, cell in enumerate(grid.cells[used].tolist())}
    raw = np.zeros((3, 26))
    for number, (down, right) in enumerate(shifts.shifts):
        moved = {
            (row + down, col + right): place for (row, col), place in at.items() if (row + down, col + right) in at
        }
        assert 2 * len(moved) >= len(used) or number == 0
        r = sum(residual[place] for place in moved.values())
        w = sum(weight[place] for place in moved.values())
        for variable, flags in enumerate(candidates.flags([0, 1, 2])[:, used]):
            inside = [place for where, place in moved.items() if flags[at[where]]]
            score = residual[inside].sum() - weight[inside].sum() * r / w
            raw[variable, number] = score * candidates.signs[variable] / np.sqrt(w / weight.sum())
    wanted = raw / np.sqrt((raw[:, 1:] ** 2).mean(axis=1, keepdims=True))
    np.testing.assert_allclose(shifts.compared(shifts.packed, candidates.signs, residual, weight), wanted, rtol=1e-9)


def test_shifts_go_beyond_the_largest_influence_and_come_from_the_seed(ragged):
    grid, candidates, counts = ragged
    one, same, other = (RandomShifts(grid, candidates, Observations(counts), 19, seed).shifts for seed in (1, 1, 2))
    assert one == same != other and one[0] == (0, 0) and len(set(one)) == 20
    assert min(np.hypot(*shift) for shift in one[1:]) > 102.0 / 50.0


def town(seed, effect, reach=3.0, spread=0.7, side=48):
    """A patchy hidden field, patchy factors that know nothing of it, and one that acts by ``effect``."""
    rng = np.random.RandomState(seed)
    grid = StudyGrid(0.0, 0.0, 50.0, np.ones((side, side), bool))

    def patchy(width):
        field = gaussian_filter(rng.normal(size=(side, side)), width, mode="wrap")
        return field.ravel() / field.std()

    factors = [(name, patchy(2.5) > 0.9) for name in ("bars", "shops", "stops", "parks", "pubs", "cafes")]
    rate = np.exp(-1.0 + effect * factors[0][1] + spread * patchy(reach))
    return grid, candidates_of(factors), rng.poisson(rate * rng.gamma(2.0, 0.5, side**2))


def chosen(grid, candidates, counts, seed, **settings):
    settings = Settings(100.0, 50.0, seed=seed, families=("nb2",), **settings)
    found = select(grid, candidates, Observations(counts), settings)
    return {candidates.variables[index].factor for index in found.chosen}, found.spatial


def test_patchy_maps_are_told_from_factors():
    without = [bool(chosen(*town(seed, 0.0), seed)[0]) for seed in range(30)]
    with_test = [bool(chosen(*town(seed, 0.0), seed, spatial_test="random_shift")[0]) for seed in range(30)]
    assert sum(without) >= 10  # more than a third of the towns have a factor that does nothing ...
    assert sum(with_test) <= 5  # ... where one or two in thirty are due at 5%
    real = [chosen(*town(seed, 1.0), seed, spatial_test="random_shift")[0] for seed in range(10)]
    assert sum("bars" in one for one in real) >= 9
    assert sum(len(one - {"bars"}) for one in real) <= 4


def test_what_was_taken_out_is_told():
    grid, candidates, counts = next(
        made for made in (town(seed, 1.2) for seed in range(20)) if len(chosen(*made, 1)[0]) > 1
    )
    kept, test = chosen(grid, candidates, counts, 1, spatial_test="random_shift", shifts=49)
    assert test.n_shifts == 49 and "bars" in kept
    assert {one.factor for one in test.factors} == kept and not kept & {one.factor for one in test.dropped}
    assert all(test.stands(one.as_high) for one in test.factors) and test.stands(test.as_high)
    assert not any(test.stands(one.as_high) for one in test.dropped)
    assert chosen(grid, candidates, counts, 1, spatial_test="random_shift", shifts=49) == (kept, test)


def test_adjustments_denominator_and_protection_take_part(ragged):
    grid, _, _ = ragged
    rng = np.random.RandomState(2)
    flags = [("parks", rng.rand(grid.n_cells) < 0.4), ("bars", rng.rand(grid.n_cells) < 0.3)]
    candidates = candidates_of(flags, directions={"parks": "protective"})
    people, slope = rng.gamma(3.0, 1.0, grid.n_cells), rng.normal(size=(grid.n_cells, 1))
    rate = people * np.exp(0.5 * slope[:, 0] - 1.5 * flags[0][1])
    observations = Observations(rng.poisson(rate), np.log(people), slope)
    settings = Settings(100.0, 50.0, spatial_test="random_shift")
    found = select(grid, candidates, observations, settings)
    assert {candidates.variables[index].factor for index in found.chosen} == {"parks"}
    assert found.spatial.of_factor("parks").as_high == 0


def test_five_percent_are_five_percent():
    assert SpatialTest(99, 0, (), ()).stands(4) and not SpatialTest(99, 0, (), ()).stands(5)
    assert SpatialTest(19, 0, (), ()).stands(0) and not SpatialTest(19, 0, (), ()).stands(1)
    test = SpatialTest(99, 2, (FactorShift("bars", 1),), ())
    assert test.p_value(test.of_factor("bars").as_high) == 0.02 and test.of_factor("parks") is None
