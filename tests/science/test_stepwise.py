"""The search by BIC: another program's searches step by step, and a plain loop over full refits."""

import numpy as np
import pytest
from oracles import random_case, slow_search

from risk_terrain_modelling.rtm_plugin.selection.count_models import GroupedCounts, fit_counts
from risk_terrain_modelling.rtm_plugin.selection.observations import Observations
from risk_terrain_modelling.rtm_plugin.selection.stepwise import CountTable, search
from risk_terrain_modelling.rtm_plugin.variables.candidates import Candidates

BICS = {"camden_violence": (34195.14, 14810.16), "chicago_burglary": (24750.5, 24189.7)}


@pytest.mark.parametrize("family, key", [("poisson", "poisson"), ("nb2", "nb")])
def test_the_same_search_as_the_peer(peer, family, key):
    theirs = peer.results[key]
    survivors = peer.index(peer.results["survivors"])
    variables = [peer.candidates.variables[j] for j in survivors]
    table = CountTable.of(peer.candidates, survivors, Observations(peer.counts))
    found = search(table, variables, family, swaps=False)

    entered = theirs["selected_in_entry_order"]
    assert [peer.names[survivors[place]] for place in found.selected] == [row["variable"] for row in entered]
    assert [step.action for step in found.steps] == ["add"] * len(entered)
    assert found.bic == pytest.approx(BICS[peer.results["name"]][key == "nb"], abs=0.05)
    assert found.bic == pytest.approx(theirs["bic"], abs=1e-6)
    assert found.log_likelihood == pytest.approx(theirs["loglik"], abs=1e-6)
    coefficients = [theirs["intercept"], *(row["coefficient"] for row in entered)]
    std_errors = [theirs["intercept_se"], *(row["se"] for row in entered)]
    np.testing.assert_allclose(found.coefficients, coefficients, atol=1e-6)
    np.testing.assert_allclose(found.std_errors, std_errors, rtol=1e-5)
    np.testing.assert_allclose(found.p_values[1:], [row["p_value"] for row in entered], rtol=1e-3)
    if family == "nb2":
        assert found.dispersion == pytest.approx(theirs["theta"], rel=1e-5)

    freer = search(table, variables, family, swaps=True)
    assert freer.bic <= found.bic


@pytest.mark.parametrize("peer", ["camden_violence"], indirect=True)
def test_camden_figures(peer):
    survivors = peer.index(peer.results["survivors"])
    variables = [peer.candidates.variables[j] for j in survivors]
    table = CountTable.of(peer.candidates, survivors, Observations(peer.counts))
    found = {family: search(table, variables, family, swaps=False) for family in ("poisson", "nb1", "nb2")}
    assert len(found["poisson"].selected) == 8
    assert len(found["nb2"].selected) == 6
    assert round(found["nb2"].dispersion, 4) == 0.0866
    assert found["nb1"].bic < found["nb2"].bic - 100, "the family of RTMDx describes these counts far better"


@pytest.mark.parametrize("swaps", [False, True])
@pytest.mark.parametrize("family", ["poisson", "nb1", "nb2"])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_plain_loop_of_refits_agrees(seed, family, swaps):
    candidates, columns, counts, offset, unpenalised = random_case(seed)
    table = CountTable.of(candidates, range(12), Observations(counts, offset, unpenalised))
    found = search(table, candidates.variables, family, swaps=swaps)
    selected, bic = slow_search(candidates.variables, columns, counts, offset, unpenalised, family, swaps)
    assert list(found.selected) == selected and selected
    assert found.bic == pytest.approx(bic, abs=1e-6)

    design = np.column_stack([np.ones(len(counts)), unpenalised, columns[:, selected]])
    fits = fit_counts(family, GroupedCounts.from_cells(design, counts, offset), tolerance=1e-16)
    np.testing.assert_allclose(found.coefficients, fits.coefficients[0], atol=1e-7)
    np.testing.assert_allclose(found.std_errors, fits.std_errors[0], rtol=1e-6)
    assert (found.coefficients[1 + unpenalised.shape[1] :] > 0).all(), "protective factors are coded 0/-1"
    assert len({candidates.variables[j].factor for j in found.selected}) == len(found.selected)


def test_nothing_to_find_gives_the_null_model():
    candidates, _, counts, *_ = random_case(6)
    counts = np.random.RandomState(0).permutation(counts)
    for chosen in (range(12), []):
        table = CountTable.of(candidates, chosen, Observations(counts))
        found = search(table, [candidates.variables[j] for j in chosen], "nb2", p_limit=1e-6)
        assert found.selected == () and found.steps == ()
        assert np.exp(found.coefficients[0]) == pytest.approx(counts.mean(), rel=1e-6)


@pytest.mark.parametrize("family", ["poisson", "nb1", "nb2"])
def test_weights_stand_for_repeated_cells(family):
    candidates, columns, counts, offset, unpenalised = random_case(5)
    weights = np.random.RandomState(1).randint(0, 3, len(counts))
    again = np.repeat(np.arange(len(counts)), weights)
    repeated = Candidates.from_columns(
        len(again), [(v, columns[again, j] != 0, np.nan) for j, v in enumerate(candidates.variables)]
    )
    found = search(
        CountTable.of(candidates, range(12), Observations(counts, offset, unpenalised, weights)),
        candidates.variables,
        family,
    )
    table = CountTable.of(repeated, range(12), Observations(counts[again], offset[again], unpenalised[again]))
    other = search(table, candidates.variables, family)
    assert found.selected == other.selected and found.selected
    assert found.bic == pytest.approx(other.bic, abs=1e-6)
    np.testing.assert_allclose(found.covariance, other.covariance, rtol=1e-6, atol=1e-9)
