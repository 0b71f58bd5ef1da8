"""Terrain and history joined: closed forms, the slow way, and what it must do at the ends of its range."""

import numpy as np
import pytest
from oracles import slow_neighbours
from scipy.ndimage import gaussian_filter

from risk_terrain_modelling.rtm_plugin.selection.count_models import log_pmf
from risk_terrain_modelling.rtm_plugin.space.grid import StudyGrid
from risk_terrain_modelling.rtm_plugin.space.likeness import SHAPES, likeness
from risk_terrain_modelling.rtm_plugin.use.history import join, nb1_dispersion, neighbours_mean, shared_surface


@pytest.fixture
def grid():
    random = np.random.RandomState(3)
    return StudyGrid(0.0, 1000.0, 50.0, random.random_sample((20, 24)) < 0.8)


def test_neighbours_mean_the_slow_way(grid):
    random = np.random.RandomState(1)
    values = random.poisson(1.0, grid.n_cells).astype(float)
    values[::7] = np.nan
    fast = neighbours_mean(grid, values, instead=np.full(grid.n_cells, -1.0))
    assert fast == pytest.approx(slow_neighbours(grid, values, 100.0, instead=-1.0), abs=1e-12)


def test_nb1_dispersion_maximises_the_likelihood(grid):
    random = np.random.RandomState(2)
    mean = np.exp(random.normal(-0.5, 1.0, 3000))
    counts = random.negative_binomial(mean / 1.7, 1 / 2.7).astype(float)
    sigma = nb1_dispersion(mean, counts)
    trials = sigma * np.array([0.99, 1.0, 1.01])
    values = [log_pmf("nb1", counts, mean, trial).sum() for trial in trials]
    assert np.argmax(values) == 1
    assert sigma == pytest.approx(1.7, rel=0.1)
    assert nb1_dispersion(mean, np.round(mean)) < 0.01  # no dispersion: the count says nothing more


def test_joined_parts_add_up_to_what_was_counted(grid):
    random = np.random.RandomState(4)
    expected = np.exp(random.normal(0, 1, grid.n_cells))
    counts = random.poisson(expected * random.gamma(0.4, 2.5, grid.n_cells)).astype(float)
    joined = join(grid, expected, counts)
    total, sigma = counts.sum(), joined.sigma
    terrain = expected * total / expected.sum()
    surface = shared_surface(grid, terrain, counts)
    around = neighbours_mean(grid, counts, instead=terrain)
    mean = (2.0 * surface + around * total / around.sum()) / 3.0
    assert sigma == pytest.approx(nb1_dispersion(mean, counts)) and joined.own_weight == sigma / (1 + sigma)
    assert joined.expected == pytest.approx((mean + sigma * counts) / (1 + sigma))
    assert joined.expected.sum() == pytest.approx(total)
    assert joined.own == pytest.approx(joined.own_weight * counts)
    assert joined.terrain == pytest.approx(2 / 3 * np.minimum(terrain, surface) / (1 + sigma))
    assert min(part.min() for part in (joined.terrain, joined.neighbours, joined.own)) >= 0


def test_the_surface_is_the_best_linear_prediction(grid):
    """Against dense matrices, on a grid small enough for them; at least a hundredth, scaled to as many incidents."""
    random = np.random.RandomState(7)
    field = gaussian_filter(random.normal(size=grid.mask.shape), 2.0)[grid.mask] * 4.0
    terrain = np.exp(random.normal(-0.5, 0.5, grid.n_cells))
    counts = random.poisson(terrain * np.exp(field)).astype(float)
    terrain *= counts.sum() / terrain.sum()
    found = likeness(grid, np.arange(grid.n_cells), counts, terrain)
    assert found.shared > 0.2 and found.reach < 6 * grid.cell_size
    row, col = np.divmod(grid.cells, grid.cols)
    apart = np.hypot(row[:, None] - row, col[:, None] - col) * grid.cell_size
    shared = found.shared * SHAPES[found.shape][0](apart / found.reach)
    covariance = np.diag(terrain + found.own * terrain**2) + terrain[:, None] * shared * terrain
    raised = terrain * np.maximum(1 + shared @ (terrain * np.linalg.solve(covariance, counts - terrain)), 0.01)
    wanted = raised * counts.sum() / raised.sum()
    surface = shared_surface(grid, terrain, counts)
    assert surface == pytest.approx(wanted, rel=0.05, abs=0.02)
    assert np.corrcoef(surface / terrain, np.exp(field))[0, 1] > 0.6


def test_cells_where_nothing_is_expected_stay_so(grid):
    expected = np.ones(grid.n_cells)
    expected[:9] = 0.0
    joined = join(grid, expected, np.random.RandomState(5).poisson(1.0, grid.n_cells))
    assert (joined.terrain[:9] == 0).all() and np.isfinite(joined.expected).all()


def test_counts_without_dispersion_do_not_matter(grid):
    expected = np.full(grid.n_cells, 2.0)
    joined = join(grid, expected, np.full(grid.n_cells, 2))
    assert joined.own_weight < 1e-3
    assert joined.expected == pytest.approx(2.0)


def test_cells_without_expectation_stay_out(grid):
    expected = np.full(grid.n_cells, 1.0)
    expected[:5] = np.nan
    counts = np.random.RandomState(5).poisson(1.0, grid.n_cells)
    joined = join(grid, expected, counts)
    assert np.isnan(joined.expected[:5]).all()
    assert joined.expected[5:].sum() == pytest.approx(counts[5:].sum())


def test_a_place_is_explained_by_its_parts(grid):
    random = np.random.RandomState(6)
    joined = join(grid, np.exp(random.normal(0, 1, grid.n_cells)), random.poisson(1.0, grid.n_cells))
    place = np.array([3, 4, 5])
    parts = joined.of_place(place)
    assert sum(parts) == pytest.approx(joined.expected[place].sum())
    assert sum(joined.of_place()) == pytest.approx(joined.expected.sum())
