"""Poisson, NB1 and NB2: known numbers, grouped = ungrouped, and statsmodels."""

import numpy as np
import pytest
from scipy.special import gammaln, polygamma

from risk_terrain_modelling.rtm_plugin.selection.count_models import (
    CountFits,
    GroupedCounts,
    fit_counts,
    log_pmf,
    trigamma,
)


def test_nb1_log_probabilities():
    found = log_pmf("nb1", [0, 1, 5], 0.7446805, 5.4657426)
    np.testing.assert_allclose(found, [-0.25430386, -2.41562175, -4.42559167], atol=5e-9)


@pytest.mark.parametrize("family, dispersion", [("poisson", np.nan), ("nb1", 0.7), ("nb2", 1.3)])
def test_probabilities_have_the_mean_and_variance_of_their_family(family, dispersion):
    y, mean = np.arange(400), 2.5
    p = np.exp(log_pmf(family, y, mean, dispersion))
    variance = {"poisson": mean, "nb1": mean * (1 + 0.7), "nb2": mean + mean**2 / 1.3}[family]
    assert p.sum() == pytest.approx(1, abs=1e-12)
    assert (p * y).sum() == pytest.approx(mean, rel=1e-10)
    assert (p * (y - mean) ** 2).sum() == pytest.approx(variance, rel=1e-9)


def test_bic_of_the_leeds_report():
    fits = CountFits("nb1", np.zeros((1, 3)), np.zeros((1, 3, 3)), np.ones(1), np.array([-18288.17 / 2]), np.ones(1))
    assert fits.n_parameters == 4
    assert fits.bic(9199)[0] == pytest.approx(18324.68, abs=0.005)


def random_counts(seed, n=700, with_offset=True):
    rng = np.random.RandomState(seed)
    bits = rng.rand(n, 3) < [0.3, 0.5, 0.2]
    design = np.column_stack([np.ones(n), bits, rng.choice([0.0, 0.5, 2.0], n)])
    offset = rng.choice([-0.3, 0.0, 0.4], n) if with_offset else np.zeros(n)
    mean = np.exp(offset + design @ [-0.6, 0.8, 0.4, -0.5, 0.3])
    return design, rng.poisson(mean * rng.gamma(1 / 0.8, 0.8, n)), offset


def log_likelihood(family, design, counts, offset, fits):
    return log_pmf(family, counts, np.exp(offset + design @ fits.coefficients[0]), fits.dispersion[0]).sum()


@pytest.mark.parametrize("family", ["poisson", "nb1", "nb2"])
def test_grouped_likelihood_is_that_of_all_cells_and_at_its_maximum(family):
    design, counts, offset = random_counts(1)
    grouped = GroupedCounts.from_cells(design, counts, offset)
    assert len(grouped.design) < len(design) / 5
    fits = fit_counts(family, grouped, tolerance=1e-16)
    best = log_likelihood(family, design, counts, offset, fits)
    assert fits.converged.all()
    assert fits.log_likelihood[0] == pytest.approx(best, rel=1e-12)
    for parameter in range(design.shape[1]):  # any other coefficient or dispersion is less likely
        for change in (-1e-3, 1e-3):
            beta = fits.coefficients.copy()
            beta[0, parameter] += change
            moved = CountFits(family, beta, None, fits.dispersion * (1 + change), None, None)
            assert log_likelihood(family, design, counts, offset, moved) < best


@pytest.mark.parametrize("with_offset", [False, True])
@pytest.mark.parametrize("family", ["poisson", "nb1", "nb2"])
@pytest.mark.filterwarnings("ignore")
def test_statsmodels_agrees(family, with_offset):
    discrete = pytest.importorskip("statsmodels.discrete.discrete_model")
    design, counts, offset = random_counts(2, with_offset=with_offset)
    fits = fit_counts(family, GroupedCounts.from_cells(design, counts, offset), tolerance=1e-16)
    if family == "poisson":
        theirs = discrete.Poisson(counts, design, offset=offset).fit(disp=False, method="newton", tol=1e-12)
    else:
        model = discrete.NegativeBinomial(counts, design, loglike_method=family, offset=offset)
        start = np.append(fits.coefficients[0] * 0.9, 0.5)
        theirs = model.fit(start, disp=False, method="bfgs", maxiter=500, gtol=1e-8)
        dispersion = theirs.params[-1]  # sigma of NB1, 1 / theta of NB2
        assert fits.dispersion[0] == pytest.approx(dispersion if family == "nb1" else 1 / dispersion, rel=1e-4)
    np.testing.assert_allclose(fits.coefficients[0], theirs.params[: design.shape[1]], atol=1e-4)
    assert fits.log_likelihood[0] == pytest.approx(theirs.llf, abs=1e-6)
    if family != "nb2":  # NB2 takes theta as known, as R does; statsmodels does not
        np.testing.assert_allclose(fits.std_errors[0], theirs.bse[: design.shape[1]], rtol=1e-4)


@pytest.mark.filterwarnings("ignore")
def test_nb2_standard_errors_are_those_of_a_glm_with_known_theta():
    glm = pytest.importorskip("statsmodels.genmod.generalized_linear_model")
    from statsmodels.genmod.families import NegativeBinomial

    design, counts, offset = random_counts(5)
    fits = fit_counts("nb2", GroupedCounts.from_cells(design, counts, offset), tolerance=1e-16)
    theirs = glm.GLM(counts, design, NegativeBinomial(alpha=1 / fits.dispersion[0]), offset=offset).fit(tol=1e-12)
    np.testing.assert_allclose(fits.coefficients[0], theirs.params, atol=1e-6)
    np.testing.assert_allclose(fits.std_errors[0], theirs.bse, rtol=1e-5)
    np.testing.assert_allclose(fits.p_values[0], theirs.pvalues, rtol=1e-3)


@pytest.mark.filterwarnings("ignore")
def test_nb1_of_the_peers_model_agrees_with_statsmodels(peer):
    discrete = pytest.importorskip("statsmodels.discrete.discrete_model")
    chosen = peer.index([row["variable"] for row in peer.results["selected"]])
    design = np.column_stack([np.ones(len(peer.counts)), peer.columns[:, chosen]])
    fits = fit_counts("nb1", GroupedCounts.from_cells(design, peer.counts), tolerance=1e-16)
    theirs = discrete.NegativeBinomial(peer.counts, design, loglike_method="nb1").fit(
        np.append(fits.coefficients[0] + 0.05, fits.dispersion[0] * 1.1), disp=False, maxiter=500, gtol=1e-7
    )
    np.testing.assert_allclose(fits.coefficients[0], theirs.params[:-1], atol=1e-4)
    assert fits.dispersion[0] == pytest.approx(theirs.params[-1], rel=1e-4)
    np.testing.assert_allclose(fits.std_errors[0], theirs.bse[:-1], rtol=1e-3)


def test_counts_without_excess_end_at_the_poisson_model():
    rng = np.random.RandomState(3)
    design = np.column_stack([np.ones(400), rng.rand(400) < 0.5])
    counts = rng.binomial(4, 0.3, 400)  # less variable than a Poisson
    grouped = GroupedCounts.from_cells(design, counts)
    poisson = fit_counts("poisson", grouped, tolerance=1e-16)
    inside = design[:, 1] > 0
    rates = counts[~inside].mean(), counts[inside].mean()
    np.testing.assert_allclose(poisson.coefficients[0], [np.log(rates[0]), np.log(rates[1] / rates[0])], rtol=1e-9)
    exact = counts @ np.log(np.where(inside, rates[1], rates[0])) - counts.sum() - gammaln(counts + 1.0).sum()
    assert poisson.log_likelihood[0] == pytest.approx(exact, rel=1e-12)
    for family in ("nb1", "nb2"):
        fits = fit_counts(family, grouped)
        assert fits.converged.all()
        assert fits.log_likelihood[0] == pytest.approx(exact, abs=1e-2)
        assert fits.bic(400)[0] > poisson.bic(400)[0]


@pytest.mark.parametrize("family", ["poisson", "nb1", "nb2"])
def test_a_variable_without_incidents_does_not_break_the_fit(family):
    rng = np.random.RandomState(4)
    design = np.column_stack([np.ones(300), np.arange(300) < 20])
    counts = np.where(np.arange(300) < 20, 0, rng.negative_binomial(1, 0.5, 300))
    fits = fit_counts(family, GroupedCounts.from_cells(design, counts))
    assert fits.coefficients[0, 1] < -5 or not fits.converged[0]
    assert not (fits.p_values[0, 1] < 0.05)


def test_trigamma_is_scipys():
    x = np.geomspace(1e-6, 1e7, 500)
    np.testing.assert_allclose(trigamma(x), polygamma(1, x), rtol=1e-12)
