"""What cells share: sums over all pairs the slow way, dense matrices, and towns whose likeness is known."""

import numpy as np
import pytest
from scipy.ndimage import gaussian_filter
from scipy.optimize import brentq

from risk_terrain_modelling.rtm_plugin.errors import Cancelled, GridError
from risk_terrain_modelling.rtm_plugin.progress import Progress
from risk_terrain_modelling.rtm_plugin.space.grid import StudyGrid
from risk_terrain_modelling.rtm_plugin.space.likeness import SHAPES, AlikeCells, Likeness, fit_alike, likeness
from risk_terrain_modelling.rtm_plugin.trust.alike_errors import alike_covariance
from risk_terrain_modelling.rtm_plugin.trust.fitted_cells import FittedCells

SIZE = 50.0


@pytest.fixture(scope="module")
def ragged():
    """A study area with a hole and a bay, some of whose cells take part, and their counts."""
    rng = np.random.RandomState(3)
    mask = rng.rand(18, 13) < 0.8
    grid = StudyGrid(0.0, 0.0, SIZE, mask)
    cells = np.flatnonzero(rng.rand(grid.n_cells) < 0.9)
    mean = rng.gamma(2.0, 0.3, len(cells))
    return grid, cells, rng.poisson(mean * 1.5).astype(float), mean


def distances(grid, cells):
    row, col = np.divmod(grid.cells[cells], grid.cols)
    return np.hypot(row[:, None] - row, col[:, None] - col)


def dense(grid, cells, mean, alike):
    correlation, _ = SHAPES[alike.shape]
    shared = alike.shared * correlation(distances(grid, cells) * SIZE / alike.reach)
    return np.diag(mean + alike.own * mean**alike.power) + mean[:, None] * shared * mean


@pytest.mark.parametrize("family", ["nb1", "nb2"])
def test_likeness_is_least_squares_over_all_pairs(ragged, family):
    grid, cells, counts, mean = ragged
    power = {"nb1": 1, "nb2": 2}[family]
    apart, squares = distances(grid, cells), (counts - mean) ** 2

    def pearson(own, shared=0.0):
        return (squares / (mean + shared * mean**2 + own * mean**power)).sum()

    all_own = brentq(lambda own: pearson(own) - len(cells), 0.0, 100.0)
    weight = mean / (mean + all_own * mean**power)
    left, level = (counts - mean) * weight, mean * weight
    far = int(max(grid.mask.shape) / 3)
    pair = (apart > 0) & (apart <= far)
    products, weights = np.outer(left, left)[pair], np.outer(level, level)[pair]
    best = (np.inf,)
    for shape, (correlation, _) in SHAPES.items():
        for reach in np.geomspace(1.0, far, 25):
            rho = correlation(apart[pair] / reach)
            variance = max(0.0, (rho * products).sum() / (weights * rho**2).sum())
            best = min(best, ((weights * (products / weights - variance * rho) ** 2).sum(), shape, reach, variance))
    found = likeness(grid, cells, counts, mean, family)
    assert (found.shape, found.reach) == (best[1], pytest.approx(best[2] * SIZE))
    assert found.shared == pytest.approx(best[3]) and found.power == power
    # Pearson's chi-square is the number of cells, unless even without anything own it is less
    assert pearson(found.own, found.shared) == pytest.approx(len(cells)) or (
        found.own == 0 and pearson(0.0, found.shared) <= len(cells)
    )


def test_a_hot_cell_has_no_more_say_than_is_its(ragged):
    """What is own may not hang on one cell: a tenth of the incidents more in one of them, and little changes."""
    grid, cells, counts, mean = ragged
    hot = mean.copy()
    hot[0] *= 100.0
    more = np.where(np.arange(len(cells)) == 0, 2.0 * hot, counts)
    plain, found = likeness(grid, cells, counts, mean), likeness(grid, cells, more, hot)
    assert found.own == pytest.approx(plain.own, abs=0.1) and found.shared == pytest.approx(plain.shared, abs=0.1)


@pytest.mark.parametrize("shape", list(SHAPES))
def test_products_and_solutions_are_those_of_the_dense_covariance(ragged, shape):
    grid, cells, _, mean = ragged
    alike = Likeness(shape, 2.0 * SIZE, 0.7, 0.4, 1)
    covariance = dense(grid, cells, mean, alike)
    vectors = np.random.RandomState(1).normal(size=(3, len(cells)))
    fitted = AlikeCells(grid, cells, alike)
    close = {"rtol": 0, "atol": 2e-3 if shape == "gaussian" else 1e-3}  # of what is cut off far away
    ours = vectors * fitted.variance(mean) + mean * fitted.shared(vectors * mean)
    np.testing.assert_allclose(ours, vectors @ covariance, **close)
    np.testing.assert_allclose(fitted.solve(mean, vectors), np.linalg.solve(covariance, vectors.T).T, **close)


def test_patches_stand_for_their_cells_where_the_reach_is_long():
    grid = StudyGrid(0.0, 0.0, SIZE, np.ones((40, 40), bool))
    cells, mean = np.arange(1600), np.full(1600, 0.5)
    alike = Likeness("matern", 12.0 * SIZE, 0.8, 0.5)
    fitted = AlikeCells(grid, cells, alike)
    assert fitted.size == (20, 20)
    patchy = gaussian_filter(np.random.RandomState(0).normal(size=(3, 40, 40)), (0, 2, 2)).reshape(3, -1)
    effects = mean * np.stack([np.ones(1600), *(patchy > 0.05)])
    exact = effects @ np.linalg.solve(dense(grid, cells, mean, alike), effects.T)
    np.testing.assert_allclose(effects @ fitted.solve(mean, effects).T, exact, atol=0.03 * np.abs(exact).max())


def test_nothing_shared_is_every_cell_for_itself(ragged):
    grid, cells, _, mean = ragged
    vectors = np.random.RandomState(1).normal(size=(2, len(cells)))
    fitted = AlikeCells(grid, cells, Likeness("exponential", SIZE, 0.0, 0.5))
    np.testing.assert_allclose(fitted.solve(mean, vectors), vectors / (mean + 0.5 * mean**2))


def test_a_fit_solves_the_estimating_equations(ragged):
    grid, cells, counts, _ = ragged
    rng = np.random.RandomState(5)
    design = np.stack([np.ones(len(cells)), rng.rand(len(cells)) < 0.4, rng.rand(len(cells)) < 0.3]).astype(float)
    offset = rng.normal(0, 0.2, len(cells))
    alike = Likeness("exponential", 2.0 * SIZE, 0.5, 0.5)
    fit = fit_alike(grid, cells, counts, design, np.zeros(3), offset, known=alike)
    mean = np.exp(fit.coefficients @ design + offset)
    derivative = design * mean
    inverse = np.linalg.inv(dense(grid, cells, mean, alike))
    np.testing.assert_allclose(derivative @ inverse @ (counts - mean), 0.0, atol=0.02)
    wanted = np.linalg.inv(derivative @ inverse @ derivative.T)
    np.testing.assert_allclose(fit.covariance, wanted, rtol=0.01, atol=1e-4)


@pytest.mark.parametrize("family", ["poisson", "nb1", "nb2"])
def test_standard_errors_are_the_dense_sandwich(ragged, family):
    grid, cells, counts, mean = ragged
    rng = np.random.RandomState(2)
    rows = np.column_stack([np.ones(4), [0, 1, 0, 1], [0, 0, -1, -1]]).astype(float)
    row_of = rng.randint(0, 4, len(cells))
    fitted = FittedCells(cells, counts, mean, row_of, rows, np.zeros(4), np.zeros(3), family, 0.8)
    alike = Likeness("exponential", 2.0 * SIZE, 0.5, 0.4)
    design, middle = rows[row_of], dense(grid, cells, mean, alike)
    weight = {"poisson": np.ones(len(mean)), "nb1": np.full(len(mean), 1 / 1.8), "nb2": 1 / (1 + mean / 0.8)}[family]
    weighted = design * weight[:, None]
    bread = np.linalg.inv(weighted.T @ (design * mean[:, None]))
    wanted = bread @ weighted.T @ middle @ weighted @ bread
    np.testing.assert_allclose(alike_covariance(fitted, AlikeCells(grid, cells, alike)), wanted, rtol=2e-3)


def test_a_planted_likeness_is_found_and_the_effect_beside_it():
    """Over towns: what a hidden field shares, how far it reaches, and an effect that follows it in part."""
    found, effects, plain = [], [], []
    for seed in range(8):
        rng = np.random.RandomState(seed)
        grid = StudyGrid(0.0, 0.0, SIZE, np.ones((60, 60), bool))
        field = gaussian_filter(rng.normal(size=(60, 60)), 6.0, mode="wrap")
        field /= field.std()
        there = (0.6 * field + 0.8 * gaussian_filter(rng.normal(size=(60, 60)), 1.0) * 3.5 > 0.8).ravel().astype(float)
        counts = rng.poisson(np.exp(-0.5 + 0.5 * there + 0.6 * field.ravel() - 0.18)).astype(float)
        design = np.stack([np.ones(3600), there])
        fit = fit_alike(grid, np.arange(3600), counts, design, np.array([np.log(counts.mean()), 0.0]))
        found.append((fit.alike.reach / SIZE, fit.alike.shared))
        effects.append(fit.coefficients[1])
        plain.append(np.log(counts[there > 0].mean() / counts[there == 0].mean()))
    reach, shared = np.median(found, axis=0)
    assert 6.0 < reach < 18.0 and 0.2 < shared < 0.8  # planted: 12 cells (twice the smoothing), exp(0.36) - 1 = 0.43
    assert np.mean(plain) > 0.8  # the plain ratio takes the field for the factor
    assert np.mean(effects) == pytest.approx(0.5, abs=0.12)


def test_solutions_are_exact_where_little_is_own_and_counts_are_high():
    grid = StudyGrid(0.0, 0.0, SIZE, np.ones((20, 20), bool))
    cells, rng = np.arange(400), np.random.RandomState(3)
    mean, alike = 300.0 * np.exp(rng.normal(size=400)), Likeness("exponential", 5.0 * SIZE, 0.4, 0.0)
    fitted = AlikeCells(grid, cells, alike)
    vectors = np.stack([mean, rng.normal(size=400) * np.sqrt(mean)])
    found = fitted.solve(mean, vectors)
    back = found * fitted.variance(mean) + mean * fitted.shared(mean * found)
    np.testing.assert_allclose(back / np.sqrt(mean), vectors / np.sqrt(mean), atol=1e-4)
    assert (fitted.information(mean) > 0).all()


def test_what_cannot_be_solved_is_told(ragged, monkeypatch):
    grid, cells, _, mean = ragged
    monkeypatch.setattr("risk_terrain_modelling.rtm_plugin.space.likeness._MAX_ITERATIONS", 2)
    with pytest.raises(GridError, match="so alike that"):
        AlikeCells(grid, cells, Likeness("exponential", 2 * SIZE, 0.5, 0.4)).solve(mean, mean[None])


def test_a_fit_can_be_cancelled(ragged):
    grid, cells, counts, _ = ragged
    with pytest.raises(Cancelled):
        fit_alike(grid, cells, counts, np.ones((1, len(cells))), np.zeros(1), progress=Progress(cancelled=lambda: True))
