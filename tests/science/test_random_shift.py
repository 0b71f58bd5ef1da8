"""Random shifts: against loops over cells, and on maps where the answer is known."""

import numpy as np
import pytest
from scipy.ndimage import gaussian_filter

from risk_terrain_modelling.rtm_plugin.errors import GridError
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
    for number, (down, right) in enumerate(zip(*shifts.shifts)):
        moved = {
            (row + down, col + right): place for (row, col), place in at.items() if (row + down, col + right) in at
        }
        r = sum(residual[place] for place in moved.values())
        w = sum(weight[place] for place in moved.values())
        for variable, flags in enumerate(candidates.flags([0, 1, 2])[:, used]):
            inside = [place for where, place in moved.items() if flags[at[where]]]
            score = residual[inside].sum() - weight[inside].sum() * r / w
            raw[variable, number] = score * candidates.signs[variable] / np.sqrt(w / weight.sum())
    wanted = raw / np.sqrt((raw[:, 1:] ** 2).mean(axis=1, keepdims=True))
    np.testing.assert_allclose(list(shifts.compared(range(3), residual, weight)), wanted, rtol=1e-9, atol=1e-11)


def overlap(grid, cells, down, right):
    at = {tuple(divmod(cell, grid.cols)) for cell in grid.cells[cells].tolist()}
    return sum((row + down, col + right) in at for row, col in at)


def test_all_shifts_are_taken_that_go_beyond_the_largest_influence_and_leave_half_inside(ragged):
    grid, candidates, counts = ragged
    every = RandomShifts(grid, candidates, Observations(counts), 0, 1)
    beyond = [
        (down, right)
        for down in range(-grid.rows, grid.rows + 1)
        for right in range(-grid.cols, grid.cols + 1)
        if np.hypot(down, right) > 101.0 / 50.0
    ]
    inside = np.array([overlap(grid, np.arange(grid.n_cells), *shift) for shift in beyond])
    wanted = {shift for shift, n in zip(beyond, inside) if n >= 0.5 * inside.max()}
    taken = list(zip(*(side.tolist() for side in every.shifts)))
    assert taken[0] == (0, 0) and set(taken[1:]) == wanted and len(taken) == 1 + len(wanted) == 1 + every.n_shifts
    drawn, same, other = (RandomShifts(grid, candidates, Observations(counts), 19, seed).shifts for seed in (1, 1, 2))
    assert set(zip(*drawn)) <= set(taken) and drawn[0].tolist() == same[0].tolist() != other[0].tolist()


def test_cells_without_a_denominator_may_lie_anywhere():
    """A third of the cells, scattered: no shift keeps half of them inside, and the test still works."""
    grid, candidates, counts = town(3, 1.0)
    used = np.random.RandomState(0).rand(grid.n_cells) < 0.33
    observations = Observations(counts, np.zeros(grid.n_cells), weights=used.astype(float))
    settings = Settings(100.0, 50.0, families=("nb2",), spatial_test="random_shift")
    found = select(grid, candidates, observations, settings)
    assert "bars" in {candidates.variables[index].factor for index in found.chosen}
    assert found.spatial.n_shifts > 1000


def test_an_area_too_small_to_be_shifted_is_told():
    grid = StudyGrid(0.0, 0.0, 50.0, np.ones((1, 12), bool))
    candidates = candidates_of([("bars", np.arange(12) % 3 == 0)])
    with pytest.raises(GridError, match=r"12 cells can be shifted in \d+ ways only"):
        RandomShifts(grid, candidates, Observations(np.ones(12)), 0, 1)


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
    kept, test = chosen(grid, candidates, counts, 1, spatial_test="random_shift")
    assert "bars" in kept
    assert {one.factor for one in test.factors} == kept and not kept & {one.factor for one in test.dropped}
    assert all(test.stands(one.as_high) for one in test.factors) and test.stands(test.as_high)
    assert not any(test.stands(one.as_high) for one in test.dropped)
    assert chosen(grid, candidates, counts, 7, spatial_test="random_shift")[1] == test  # no seed decides
    drawn = chosen(grid, candidates, counts, 1, spatial_test="random_shift", shifts=49)
    assert (
        drawn[1].n_shifts == 49 and chosen(grid, candidates, counts, 1, spatial_test="random_shift", shifts=49) == drawn
    )


def test_where_nothing_is_found_no_factor_is_kept_and_each_is_told():
    """The best of all variables is no better than that of the shifts, though a factor stands against its own."""
    for seed in range(60):
        made = town(seed, 0.0)
        before = chosen(*made, seed)[0]
        if not before:
            continue
        kept, test = chosen(*made, seed, spatial_test="random_shift")
        if not test.stands(test.as_high) and any(test.stands(one.as_high) for one in test.dropped):
            assert not kept and not test.factors
            assert {one.factor for one in test.dropped} == before and set(test.p_values) == before
            return
    pytest.fail("no town has a factor that stands alone where all of them together do not")


def test_the_whole_is_tested_once_and_then_every_factor_by_itself():
    """A weak factor stays as long as its own variables' shifts stand below it, however many are taken out beside it."""
    found = 0
    for seed in range(40):
        grid, candidates, counts = town(seed, 0.55)
        kept, test = chosen(grid, candidates, counts, seed, spatial_test="random_shift")
        if kept and test.dropped:
            found += 1
            shifts = RandomShifts(grid, candidates, Observations(counts), 0, 1)
            assert test.as_high == shifts.of_all("nb2")
    assert found


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
