"""Small random problems against the slow, obvious way; hypothesis looks for those that are nasty.

A run draws few of each, always the same. ``make test-thorough`` draws thousands of new ones.
"""

import os

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from oracles import flood, random_case, slow_areas, slow_cell_of, slow_density, slow_distance, slow_search
from scipy.optimize import nnls

from risk_terrain_modelling.rtm_plugin.selection.count_models import GroupedCounts, fit_counts, log_pmf
from risk_terrain_modelling.rtm_plugin.selection.observations import Observations
from risk_terrain_modelling.rtm_plugin.selection.quadratic import nonnegative_quadratic
from risk_terrain_modelling.rtm_plugin.selection.stepwise import CountTable, search
from risk_terrain_modelling.rtm_plugin.space.grid import StudyGrid, lay_grid
from risk_terrain_modelling.rtm_plugin.space.influence import distance_to, kernel_density
from risk_terrain_modelling.rtm_plugin.space.outlines import outlines
from risk_terrain_modelling.rtm_plugin.space.shapes import Shapes, contains
from risk_terrain_modelling.rtm_plugin.use.places import Place, contiguous, levels
from risk_terrain_modelling.rtm_plugin.use.study_areas import AreaRules, grow_areas
from risk_terrain_modelling.rtm_plugin.variables.candidates import Candidates, distinct_rows
from risk_terrain_modelling.rtm_plugin.variables.factors import Variable

ANY_PACE = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}  # a busy machine is no wrong number
settings.register_profile("quick", max_examples=60, derandomize=True, database=None, **ANY_PACE)
settings.register_profile("thorough", max_examples=5000, database=None, **ANY_PACE)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))
COSTLY = settings(max_examples=max(settings().max_examples // 10, 5))  # for what takes a tenth of a second

SIZE = 10.0
# Quarters of a cell: corners, edges, centres and ties are hit all the time
QUARTERS = st.integers(-12, 48).map(lambda quarter: 530000.0 + quarter * SIZE / 4)
POINTS = st.tuples(QUARTERS, QUARTERS)
FAMILIES = st.sampled_from(("poisson", "nb1", "nb2"))


@st.composite
def grids(draw, most=9):
    """A small grid with gaps, its south-west corner at the origin of the points."""
    rows, cols = draw(st.integers(1, most)), draw(st.integers(1, most))
    mask = np.array(draw(st.lists(st.booleans(), min_size=rows * cols, max_size=rows * cols))).reshape(rows, cols)
    assume(mask.any())
    return StudyGrid(530000.0, 530000.0 + rows * SIZE, SIZE, mask)


@st.composite
def features(draw):
    kind = draw(st.sampled_from(("points", "lines", "polygons")))
    if kind == "points":
        return Shapes.points(draw(st.lists(POINTS, min_size=1, max_size=12)))
    if kind == "lines":
        return Shapes.lines(draw(st.lists(st.lists(POINTS, min_size=1, max_size=5), min_size=1, max_size=4)))
    rings = st.lists(POINTS, min_size=3, max_size=6)
    return Shapes.polygons(draw(st.lists(st.lists(rings, min_size=1, max_size=2), min_size=1, max_size=3)))


@given(grids(), features(), st.sampled_from((3.0, 15.0, 40.0, np.inf)))
def test_distances(grid, shapes, limit):
    expected = slow_distance(grid, shapes, np.inf)
    found = distance_to(grid, shapes, limit)
    close = expected <= limit + 1e-6
    sure = np.abs(expected - limit) > 1e-6  # a distance of just the limit may be rounded to either side
    np.testing.assert_allclose(found[close & sure], expected[close & sure], atol=1e-6)
    assert np.isinf(found[~close]).all()


@given(grids(), st.lists(POINTS, min_size=1, max_size=15), st.lists(st.integers(1, 60), min_size=1, max_size=3))
def test_densities(grid, points, bandwidths):
    points = np.array(points)
    found = kernel_density(grid, points, [float(h) for h in bandwidths])
    for h, density in zip(bandwidths, found):
        np.testing.assert_allclose(density, slow_density(grid, points, h), rtol=1e-9, atol=1e-15)


@given(grids(), st.lists(POINTS, min_size=1, max_size=20))
def test_cells_of_points(grid, points):
    expected = slow_cell_of(grid, points)
    assert grid.cell_of(np.array(points)).tolist() == expected
    counts = [expected.count(number) for number in range(grid.n_cells)]
    assert grid.count(np.array(points)).tolist() == counts


@given(st.lists(st.tuples(POINTS, st.integers(1, 20), st.integers(1, 20)), min_size=1, max_size=4))
def test_grids_of_rectangles(rectangles):
    boxes = [(x, y, x + width * SIZE / 4, y + height * SIZE / 4) for (x, y), width, height in rectangles]
    rings = [[[(x0, y0), (x1, y0), (x1, y1), (x0, y1)]] for x0, y0, x1, y1 in boxes]
    grid = lay_grid(Shapes.polygons(rings), SIZE)
    x, y = np.meshgrid(grid.column_x, grid.row_y)
    half = SIZE / 2
    expected = np.zeros(grid.mask.shape, dtype=bool)
    for x0, y0, x1, y1 in boxes:
        expected |= (x - half < x1) & (x + half > x0) & (y - half < y1) & (y + half > y0)
    assert (grid.mask == expected).all()
    assert grid.x_min % SIZE == 0 and grid.y_max % SIZE == 0


@given(st.integers(0, 2**32 - 1), st.integers(1, 60), st.integers(0, 20), st.integers(0, 2))
def test_distinct_rows(seed, n, n_bytes, n_unpenalised):
    rng = np.random.RandomState(seed)
    packed = rng.randint(0, 3, (n_bytes, n)).astype(np.uint8)
    unpenalised = rng.choice([-0.0, 0.0, 1.5], (n, n_unpenalised))
    rows = distinct_rows(packed, unpenalised)
    keys = [(*packed[:, i].tolist(), *(unpenalised[i] + 0.0).tolist()) for i in range(n)]
    assert rows.n_rows == len(set(keys))
    for i, row in enumerate(rows.row_of):
        assert (*rows.packed[:, row].tolist(), *(rows.unpenalised[row] + 0.0).tolist()) == keys[i]
    weights = rng.rand(n)
    slow = [sum(w for w, r in zip(weights, rows.row_of) if r == row) for row in range(rows.n_rows)]
    np.testing.assert_allclose(rows.sum(weights), slow)


@given(st.integers(0, 2**32 - 1), st.integers(30, 120), FAMILIES)
def test_grouped_likelihoods(seed, n, family):
    """A group's likelihood is that of its cells, of a base model and of every addition to it."""
    rng = np.random.RandomState(seed)
    bits = rng.rand(3, n) < 0.5
    offset = rng.choice([0.0, 0.5], n)
    counts = rng.poisson(np.exp(offset + 0.5 * bits[0] - 0.3) * rng.gamma(2, 0.5, n))
    variables = [Variable(f"f{number}", "proximity", 100.0, "aggravating") for number in range(3)]
    candidates = Candidates.from_columns(n, [(v, b, np.nan) for v, b in zip(variables, bits)])
    assume(len(candidates.variables) == 3)
    table = CountTable.of(candidates, range(3), Observations(counts, offset))
    grouped = fit_counts(family, table.grouped(table.groups([0]), [1, 2]), tolerance=1e-14)
    for case, added in enumerate((1, 2)):
        if not grouped.converged[case]:
            continue
        design = np.column_stack([np.ones(n), bits[0], bits[added]])
        mean = np.exp(offset + design @ grouped.coefficients[case])
        likelihood = log_pmf(family, counts, mean, grouped.dispersion[case]).sum()
        assert grouped.log_likelihood[case] == pytest.approx(likelihood, rel=1e-9)
        whole = fit_counts(family, GroupedCounts.from_cells(design, counts, offset), tolerance=1e-14)
        if whole.converged[0]:
            assert whole.log_likelihood[0] == pytest.approx(likelihood, rel=1e-7)


@given(st.integers(0, 2**32 - 1), st.integers(1, 10), st.integers(0, 6), st.sampled_from((1e-6, 1e-2, 1.0)))
def test_nonnegative_quadratics(seed, d, rank_lost, ridge):
    rng = np.random.RandomState(seed)
    root = rng.normal(size=(max(d - rank_lost, 1), d)).round(1)
    matrix = root.T @ root + ridge * np.eye(d)
    linear = rng.normal(size=d).round(1)
    assume(np.abs(linear).max() > 0)
    (found,) = nonnegative_quadratic(matrix[None], linear[None], np.zeros(d, dtype=bool), rng.rand(1, d) < 0.5)
    upper = np.linalg.cholesky(matrix).T
    expected, _ = nnls(upper, np.linalg.solve(upper.T, linear))

    def objective(x):
        return x @ matrix @ x / 2 - linear @ x

    assert (found >= 0).all()
    assert objective(found) <= objective(expected) + 1e-7 * (1 + abs(objective(expected)))
    np.testing.assert_allclose(found, expected, atol=1e-4 * (1 + np.abs(expected).max()))


@COSTLY
@given(st.integers(0, 2**20), FAMILIES, st.booleans())
@example(108006, "nb2", False)  # a Newton step that overshoots
def test_searches(seed, family, swaps):
    candidates, columns, counts, offset, unpenalised = random_case(seed, n=200)
    assume(len(candidates.variables) == 12)
    table = CountTable.of(candidates, range(12), Observations(counts, offset, unpenalised))
    found = search(table, candidates.variables, family, swaps=swaps)
    selected, bic = slow_search(candidates.variables, columns, counts, offset, unpenalised, family, swaps)
    assert list(found.selected) == selected
    assert found.bic == pytest.approx(bic, abs=1e-5)


@given(grids(12), st.integers(0, 2**32 - 1), st.booleans())
def test_places(grid, seed, bridge):
    rng = np.random.RandomState(seed)
    chosen = rng.rand(grid.n_cells) < 0.5
    numbers = contiguous(grid, chosen, bridge)
    found = {frozenset(np.flatnonzero(numbers == k).tolist()) for k in range(1, numbers.max() + 1)}
    assert found == set(flood(grid, chosen, bridge))
    assert ((numbers > 0) == chosen).all()
    places = [Place(k, np.flatnonzero(numbers == k), 1.0, 1.0) for k in range(1, numbers.max() + 1)]
    for smooth in (False, True):
        for place, polygons in zip(places, outlines(grid, [place.cells for place in places], smooth, bridge)):
            members = np.flatnonzero(contains(Shapes.polygons(polygons), grid.centroids))
            assert members.tolist() == place.cells.tolist()


@given(st.lists(st.integers(1, 6), min_size=1, max_size=30), st.integers(0, 2**32 - 1))
def test_levels_of_scores(values, seed):
    noise = 1 + 1e-13 * np.random.RandomState(seed).normal(size=len(values))
    rising = sorted(set(values))
    assert levels(np.array(values) * noise).tolist() == [rising.index(value) for value in values]


@COSTLY
@given(grids(12), st.lists(POINTS, min_size=1, max_size=40), st.integers(1, 6), st.integers(1, 12))
def test_study_areas(grid, points, least_incidents, least_cells):
    points = np.array(points)
    rules = AreaRules(4, least_incidents, least_cells * SIZE**2)
    found = grow_areas(grid, points, 2 * SIZE, rules)
    assert [cells.tolist() for cells in found] == (
        slow_areas(grid, points, 2 * SIZE, rules) if kernel_density(grid, points, [2 * SIZE]).any() else []
    )
