"""Culling: against glmnet on the same matrices, and against an obvious optimiser on small ones."""

import numpy as np
import pytest
from oracles import slow_elastic_net
from scipy.optimize import nnls

from risk_terrain_modelling.rtm_plugin.selection import elastic_net
from risk_terrain_modelling.rtm_plugin.selection.culling import cull
from risk_terrain_modelling.rtm_plugin.selection.elastic_net import Samples, fit_path
from risk_terrain_modelling.rtm_plugin.selection.observations import Observations
from risk_terrain_modelling.rtm_plugin.selection.quadratic import nonnegative_quadratic
from risk_terrain_modelling.rtm_plugin.variables.candidates import Candidates
from risk_terrain_modelling.rtm_plugin.variables.factors import Variable


def objective(columns, counts, penalty, alpha, coefficients, offset=0.0):
    """The penalised mean negative log-likelihood, of raw coefficients (intercept first)."""
    eta = offset + coefficients[0] + columns @ coefficients[1:]
    scaled = coefficients[1:] * columns.std(axis=0)
    return (np.exp(eta) - counts * eta).mean() + penalty * (
        (1 - alpha) / 2 * (scaled**2).sum() + alpha * np.abs(scaled).sum()
    )


@pytest.fixture(scope="module")
def peer_path(peer):
    return fit_path(Samples.of(peer.candidates, Observations(peer.counts), peer.folds), lambdas=peer.lambdas)


def test_path_equals_glmnets(peer, peer_path):
    columns = peer.columns.astype(float)
    for place, alpha in enumerate(peer_path.alphas):
        ours = np.column_stack([peer_path.unpenalised[place, 0, :, 0], peer_path.coefficients[place, 0]])
        assert np.abs(ours - peer.paths[place].T).max() < 1e-4
        for penalty, mine, theirs in zip(peer.lambdas[place], ours, peer.paths[place].T):
            mine, theirs = (objective(columns, peer.counts, penalty, alpha, b) for b in (mine, theirs))
            assert mine <= theirs + 1e-12
    assert peer_path.residual < 1e-6


def test_survivors_and_curve_at_glmnets_choice(peer, peer_path):
    for place, alpha in enumerate(("alpha0.80", "alpha0.95")):
        theirs = peer.results["glmnet"][alpha]
        chosen = peer_path.coefficients[place, 0, theirs["lambda_min_index"] - 1] > 0
        assert [name for name, kept in zip(peer.names, chosen) if kept] == theirs["survivors_tight"]
    found = cull(peer.candidates, Observations(peer.counts), peer.folds)
    np.testing.assert_allclose(found.lambdas, peer.lambdas, rtol=1e-12)  # our own path
    best = peer.results["glmnet"]["alpha0.80"]
    assert found.alpha == peer.results["chosen_alpha"]
    # glmnet interpolates between the folds' own paths and stops early: the curve differs in the fifth digit
    assert found.deviance.min() == pytest.approx(best["cvm_min"], rel=1e-4)


def small_problem(seed, adjust):
    """Cells, 12 variables (some protective, one constant but for fold 0), offset and adjustment."""
    rng = np.random.RandomState(seed)
    n = 240
    columns = rng.rand(n, 12) < rng.uniform(0.1, 0.7, 12)
    columns[:, 7] = columns[:, 6] & (rng.rand(n) < 0.9)  # nearly the same as its neighbour
    folds = rng.permutation(np.arange(n) % 3)
    columns[:, 3] = (folds == 0) & columns[:, 3]
    variables = [Variable(f"f{j}", "proximity", 1.0, "protective" if j % 4 == 1 else "aggravating") for j in range(12)]
    candidates = Candidates.from_columns(n, [(v, columns[:, j], np.nan) for j, v in enumerate(variables)])
    offset = rng.normal(0, 0.5, n) if adjust else None
    unpenalised = np.column_stack([rng.normal(20, 3, n), rng.rand(n) < 0.3]) if adjust else None
    eta = -0.5 + columns[:, 0] - 0.8 * columns[:, 1] + 0.5 * columns[:, 6] - 0.3 * columns[:, 2]
    if adjust:
        eta = eta + offset - 0.1 * (unpenalised[:, 0] - 20) + 0.4 * unpenalised[:, 1]
    counts = rng.poisson(np.exp(eta))
    return candidates, columns * candidates.signs, counts, folds, offset, unpenalised


@pytest.mark.parametrize("adjust", [False, True])
def test_every_sample_equals_the_obvious_optimiser(adjust):
    candidates, columns, counts, folds, offset, unpenalised = small_problem(3, adjust)
    n = len(counts)
    path = fit_path(Samples.of(candidates, Observations(counts, offset, unpenalised), folds), n_lambdas=20)
    offset = np.zeros(n) if offset is None else offset
    unpenalised = np.empty((n, 0)) if unpenalised is None else unpenalised
    assert path.residual < 1e-8
    came_in = np.zeros(12, dtype=bool)
    for place, alpha in enumerate(path.alphas):
        for sample in range(4):
            cells = folds != sample - 1
            # adjustment columns are scaled by all cells, which their solution does not depend on
            for step in (0, 3, 9, 14, 19):
                slow_free, slow = slow_elastic_net(
                    columns[cells],
                    counts[cells],
                    offset[cells],
                    unpenalised[cells],
                    path.lambdas[place, step],
                    alpha,
                )
                np.testing.assert_allclose(path.coefficients[place, sample, step], slow, atol=2e-5)
                np.testing.assert_allclose(path.unpenalised[place, sample, step], slow_free, atol=2e-5 * 20)
                came_in |= path.coefficients[place, sample, step] > 0
    assert came_in[[0, 1, 6]].all()
    assert not path.coefficients[:, 1, :, 3].any(), "a variable that is constant in a sample stays out of it"


def test_a_path_ends_however_badly_it_is_foreseen_which_variables_come_in(monkeypatch):
    candidates, _, counts, folds, _, _ = small_problem(2, False)
    samples = Samples.of(candidates, Observations(counts), folds)
    foreseen = fit_path(samples, n_lambdas=30)
    monkeypatch.setattr(elastic_net, "_LIKELY", 1e9)  # none: all that comes in is missed first, some by turns
    np.testing.assert_allclose(fit_path(samples, n_lambdas=30).coefficients, foreseen.coefficients, atol=1e-7)


def test_nothing_is_in_at_the_first_penalty_and_something_soon_after():
    candidates, _, counts, folds, offset, unpenalised = small_problem(4, True)
    path = fit_path(Samples.of(candidates, Observations(counts, offset, unpenalised), folds))
    assert not path.coefficients[:, 0, 0].any()
    assert path.lambdas[:, -1] == pytest.approx(1e-4 * path.lambdas[:, 0])


def test_the_choice_is_the_lowest_mean_deviance_of_the_held_out_cells():
    candidates, columns, counts, folds, offset, unpenalised = small_problem(5, True)
    deals = np.array([folds, np.roll(folds, 1)])
    found = cull(candidates, Observations(counts, offset, unpenalised), deals)
    deviance = np.zeros((2, 2, 100))
    for repeat, deal in enumerate(deals):
        path = fit_path(Samples.of(candidates, Observations(counts, offset, unpenalised), deal), lambdas=found.lambdas)
        for place in range(2):
            for step in range(100):
                for i in range(len(counts)):
                    fold = 1 + deal[i]
                    eta = offset[i] + path.unpenalised[place, fold, step] @ np.concatenate([[1.0], unpenalised[i]])
                    eta += columns[i] @ path.coefficients[place, fold, step]
                    y = counts[i]
                    full = y * np.log(y) - y if y else 0.0
                    deviance[repeat, place, step] += 2 * (full - (y * eta - np.exp(eta))) / len(counts)
    np.testing.assert_allclose(found.deviance, deviance.mean(axis=0), rtol=1e-7)
    place, step = np.unravel_index(np.argmin(found.deviance), (2, 100))
    assert (found.alpha, found.penalty) == (path.alphas[place], found.lambdas[place, step])
    assert np.array_equal(found.survivors, np.flatnonzero(found.coefficients > 0))


def test_a_variable_s_coding_and_place_do_not_matter():
    candidates, columns, counts, folds, *_ = small_problem(6, False)
    found = cull(candidates, Observations(counts), folds)
    back = Candidates.from_columns(
        len(counts), [(candidates.variables[j], columns[:, j] != 0, np.nan) for j in range(11, -1, -1)]
    )
    np.testing.assert_allclose(
        cull(back, Observations(counts), folds).coefficients[::-1], found.coefficients, atol=1e-7
    )


def test_nonnegative_quadratic_against_nnls():
    rng = np.random.RandomState(1)
    roots = rng.normal(size=(6, 30, 9))
    target = rng.normal(size=(6, 30))
    matrix = np.einsum("jna,jnb->jab", roots, roots)
    linear = np.einsum("jna,jn->ja", roots, target)
    free = np.zeros(9, dtype=bool)
    found = nonnegative_quadratic(matrix, linear, free, rng.rand(6, 9) < 0.5)
    for a, b, x in zip(roots, target, found):
        np.testing.assert_allclose(x, nnls(a, b)[0], atol=1e-10)
    free[:2] = True
    found = nonnegative_quadratic(matrix, linear, free, rng.rand(6, 9) < 0.5)
    for a, b, x in zip(roots, target, found):
        doubled = nnls(np.column_stack([a, -a[:, :2]]), b)[0]  # a free variable is the difference of two
        np.testing.assert_allclose(x, np.concatenate([doubled[:2] - doubled[9:], doubled[2:9]]), atol=1e-9)


def test_weights_stand_for_repeated_cells():
    candidates, columns, counts, folds, offset, unpenalised = small_problem(7, True)
    weights = np.random.RandomState(0).randint(0, 4, len(counts))
    again = np.repeat(np.arange(len(counts)), weights)
    repeated = Candidates.from_columns(
        len(again), [(v, columns[again, j] != 0, np.nan) for j, v in enumerate(candidates.variables)]
    )
    found = cull(candidates, Observations(counts, offset, unpenalised, weights), folds)
    other = cull(repeated, Observations(counts[again], offset[again], unpenalised[again]), folds[again])
    np.testing.assert_allclose(found.lambdas, other.lambdas, rtol=1e-10)
    np.testing.assert_allclose(found.deviance, other.deviance, rtol=1e-8)
    np.testing.assert_allclose(found.deviance_se, other.deviance_se, rtol=1e-8)
    np.testing.assert_allclose(found.coefficients, other.coefficients, atol=1e-8)
