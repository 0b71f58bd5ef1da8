"""Explanations are the score taken apart: the parts make it up again, and each is what the model measured."""

from dataclasses import replace

import numpy as np
import pytest

from risk_terrain_modelling.rtm_plugin.errors import ModelFileError
from risk_terrain_modelling.rtm_plugin.model.risk_terrain_model import Adjustment, RiskTerrainModel
from risk_terrain_modelling.rtm_plugin.model.settings import Settings
from risk_terrain_modelling.rtm_plugin.pipeline import fit
from risk_terrain_modelling.rtm_plugin.rounding import sum_and_parts
from risk_terrain_modelling.rtm_plugin.space.grid import lay_grid
from risk_terrain_modelling.rtm_plugin.space.shapes import Shapes
from risk_terrain_modelling.rtm_plugin.use.explanation import (
    Explanation,
    base_score,
    explain,
    explain_cells,
)
from risk_terrain_modelling.rtm_plugin.use.explanation_words import (
    digits,
    history_sentence,
    place_sentences,
    place_words,
)
from risk_terrain_modelling.rtm_plugin.variables.factors import Variable


@pytest.fixture(scope="module")
def fitted(town):
    terrain = fit(town.area, town.incidents, town.factors, Settings(100.0, 50.0))
    directions = {one.variable.direction for one in terrain.model.selected}
    kinds = {one.variable.operationalisation for one in terrain.model.selected}
    assert directions == {"aggravating", "protective"}
    assert "proximity" in kinds
    return terrain


@pytest.fixture(scope="module")
def saved(fitted):
    return RiskTerrainModel.from_json(fitted.model.to_json())


def with_density(model):
    """The same model with a density variable in it, whatever the search has chosen."""
    bars = next(one for one in model.candidates if one.variable.name == "bars_density_200")
    chosen = [
        replace(one, variable=bars.variable, threshold=bars.threshold) if one.variable.factor == "bars" else one
        for one in model.selected
    ]
    return replace(model, selected=tuple(chosen))


@pytest.mark.parametrize("change", [lambda model: model, with_density])
def test_parts_make_up_the_score_of_every_cell(fitted, saved, town, change):
    model = change(saved)
    expected, flags = model.score(fitted.grid, town.shapes())
    for explanation in (explain(model, flags), explain_cells(model, fitted.grid, town.shapes())):
        assert (explanation.flags == flags).all()
        total = np.log(base_score(model)) + explanation.log_contributions.sum(axis=0)
        assert np.abs(total - np.log(expected / model.lowest)).max() < 1e-9
        for place, one in enumerate(model.selected):
            factor = one.rrv if one.variable.sign > 0 else 1 / one.rrv
            assert explanation.multipliers[place] == pytest.approx(factor, rel=1e-12)


def test_a_cells_score_without_a_factor_is_that_of_a_model_without_it(fitted, saved, town):
    _, flags = saved.score(fitted.grid, town.shapes())
    explanation = explain(saved, flags)
    for cell in range(0, fitted.grid.n_cells, 37):
        of_cell = explanation.of_place([cell])
        assert of_cell.score == pytest.approx(fitted.rrs[cell], rel=1e-9)
        product = of_cell.base
        for one in of_cell.acting:
            product *= one.multiplier
            place = saved.selected.index(one.chosen)
            switched = flags.copy()
            switched[place] = False
            without = saved.expected(switched)[cell] / saved.lowest
            assert one.score_without == pytest.approx(without, rel=1e-9)
        assert product == pytest.approx(of_cell.score, rel=1e-9)


def test_a_place_is_the_mean_of_its_cells(fitted, saved, town):
    _, flags = saved.score(fitted.grid, town.shapes())
    cells = np.arange(300, 460)
    place = explain(saved, flags).of_place(cells)
    assert place.n_cells == 160
    assert place.score == pytest.approx(fitted.rrs[cells].mean(), rel=1e-9)
    for one in place.contributions:
        here = flags[saved.selected.index(one.chosen), cells]
        assert one.share == here.mean()
        assert one.score_without == pytest.approx(
            np.where(here, fitted.rrs[cells] / one.where_acts, fitted.rrs[cells]).mean()
        )
    assert place.base * np.prod([one.multiplier for one in place.contributions]) == pytest.approx(place.score, rel=1e-9)
    acting = place.acting
    raising = [one.score_without for one in acting if one.multiplier > 1]
    assert raising == sorted(raising)
    assert [one.multiplier > 1 for one in acting] == sorted((one.multiplier > 1 for one in acting), reverse=True)


def made_up(saved, multipliers, flags, base=1.0):
    """The explanation of cells that no model has scored: what the given factors would multiply."""
    chosen = tuple(
        replace(saved.selected[0], coefficient=abs(np.log(multiplier)), variable=Variable("f", "proximity", 50.0, sign))
        for multiplier, sign in ((one, "aggravating" if one > 1 else "protective") for one in multipliers)
    )
    return Explanation(chosen, base, np.array(flags, dtype=bool))


def by_factor(explanation, cells=slice(None)):
    """The place, and its contributions in the order of the model's factors."""
    place = explanation.of_place(cells)
    ids = [id(one.chosen) for one in place.contributions]
    return place, [place.contributions[ids.index(id(one))] for one in explanation.selected]


@pytest.mark.parametrize("seed", range(40))
def test_multipliers_of_any_place_make_up_its_score(saved, seed):
    rng = np.random.RandomState(seed)
    k, n = rng.randint(1, 8), rng.randint(1, 200)
    multipliers = np.exp(rng.normal(0, 1.5, k))
    base = rng.uniform(0.1, 30, n) if seed % 2 else 1.7
    flags = rng.rand(k, n) < rng.rand(k, 1) ** 2
    explanation = made_up(saved, multipliers, flags, base)
    place, parts = by_factor(explanation)
    assert place.base * np.prod([one.multiplier for one in parts]) == pytest.approx(place.score, rel=1e-9)
    scores, base = explanation.scores, np.broadcast_to(base, n)
    p, q = scores / scores.sum(), base / base.sum()
    means = [a if a == b else (a - b) / np.log(a / b) for a, b in zip(p, q)]
    for one, multiplier, here in zip(parts, multipliers, flags):
        weight = sum(mean for mean, acts in zip(means, here) if acts) / sum(means)  # the formula as it is written
        assert one.where_acts == pytest.approx(multiplier)
        assert np.log(one.multiplier) == pytest.approx(weight * np.log(multiplier), rel=1e-6, abs=1e-9)
    _, other = by_factor(made_up(saved, multipliers[::-1], flags[::-1], explanation.base))
    assert [one.multiplier for one in other[::-1]] == pytest.approx([one.multiplier for one in parts], rel=1e-12)
    for cell in range(0, n, 17):
        _, parts = by_factor(explanation, [cell])
        for one, multiplier, here in zip(parts, multipliers, flags[:, cell]):
            assert one.multiplier == pytest.approx(multiplier if here else 1.0, rel=1e-12)


def test_a_factor_counts_as_much_as_its_cells(saved):
    everywhere, half = np.ones(2), np.array([1, 0])
    place, (two, three) = by_factor(made_up(saved, [2.0, 3.0], [everywhere, half]))
    assert (place.score, two.multiplier, three.multiplier) == pytest.approx((4.0, 2.0, 2.0))
    assert (three.where_acts, three.share) == pytest.approx((3.0, 0.5))
    corner = np.arange(500) < 4  # 0.8% of the cells
    place, (one,) = by_factor(made_up(saved, [20.0], [corner]))
    assert one.share == 0.008 and 1 < one.multiplier == pytest.approx(place.score) == pytest.approx(1 + 19 * 0.008)
    said = place_words(place, "m")
    assert said == "f, within 50 m: ×1.2 (0.8% of cells)"
    assert (
        "multiplies the score by 20 where it acts, in 0.8% of the cells, and by 1.2 for the place"
        in place_sentences(place, "Estate", "m")
    )


def test_distances_and_densities_are_those_of_the_centroid(saved, town):
    model = with_density(saved)
    grid = lay_grid(town.area, 50.0)
    explanation = explain_cells(model, grid, town.shapes())
    for place, one in enumerate(model.selected):
        points = town.shapes()[one.variable.factor]
        if points.kind != "point":
            continue
        far = np.hypot(*(grid.centroids[:, None] - points.vertices).transpose(2, 0, 1))
        if one.variable.operationalisation == "proximity":
            wanted = far.min(axis=1)
        else:
            h = one.variable.distance
            wanted = np.where(far <= h, 2 / (np.pi * h * h) * (1 - (far / h) ** 2), 0).sum(axis=1)
        assert explanation.measured[place] == pytest.approx(wanted)


def test_in_words(saved, town):
    model = with_density(saved)
    grid = lay_grid(town.area, 50.0)
    explanation = explain_cells(model, grid, town.shapes())
    busiest = int(explanation.scores.argmax())
    place = explanation.of_place([busiest])
    words = place_words(place, "m")
    assert words.startswith("bars, density within 200 m: ×")
    said = place_sentences(place, "This cell", "m")
    assert f"relative risk score of {digits(place.score)}: {digits(place.score)} times" in said
    assert "A high density of bars (within 200 m) multiplies the score by" in said
    assert "correlation, not cause" in said
    quiet = explanation.of_place([int(explanation.scores.argmin())])
    assert "Being within" in place_sentences(quiet, "This cell", "m")
    several = place_words(explanation.of_place(), "m")
    assert "% of cells)" in several


def test_a_factor_without_any_feature_acts_nowhere(saved, town):
    shapes = {name: Shapes.points(np.empty((0, 2))) for name in town.shapes()}
    grid = lay_grid(town.area, 50.0)
    place = explain_cells(saved, grid, shapes).of_place([5])
    assert place.acting == ()
    assert place.score == pytest.approx(base_score(saved))
    assert "no feature" in place_sentences(place, "This cell", "m")


def test_a_model_without_factors_says_so(saved, town):
    empty = replace(saved, selected=())
    place = explain_cells(empty, lay_grid(town.area, 50.0), {}).of_place([0, 1])
    assert "same everywhere" in place_sentences(place, "The town")
    assert place_words(place) == ""


def test_a_missing_factor_is_named(saved, town):
    with pytest.raises(ModelFileError, match="The model needs the risk factor 'bars'"):
        explain_cells(saved, lay_grid(town.area, 50.0), {})


@pytest.mark.parametrize("value, words", [(2.1578, "2.2"), (21.36, "21"), (0.4812, "0.48"), (184.8, "180")])
def test_numbers_are_said_to_two_digits(value, words):
    assert digits(value) == words


def test_what_covariates_do_is_what_the_factors_leave_of_the_score(saved):
    """With an adjustment the base is no longer one number: score over the multipliers of what acts, cell by cell."""
    model = replace(saved, adjustments=(Adjustment("age", 0.5, 0.1, 0.01, 2.5),))
    rng = np.random.RandomState(3)
    flags = rng.rand(len(model.selected), 40) < 0.4
    scores = rng.uniform(1, 9, 40)
    explanation = explain(model, flags, scores)
    np.testing.assert_allclose(explanation.scores, scores, rtol=1e-12)
    for cell in range(40):
        multipliers = [factor for factor, acts in zip(explanation.multipliers, flags[:, cell]) if acts]
        assert explanation.base[cell] == pytest.approx(scores[cell] / np.prod(multipliers), rel=1e-12)
    with pytest.raises(ModelFileError, match="adjusts for age, whose effect is only in the risk terrain"):
        explain(model, flags)


def test_what_raises_most_comes_first_and_what_does_not_act_last(saved):
    flags = np.ones((len(saved.selected), 1), dtype=bool)
    flags[0] = False
    told = explain(saved, flags).of_place().contributions
    assert told[-1].chosen == saved.selected[0] and not told[-1].acts
    effects = [one.where_acts for one in told[:-1]]
    rising = [one for one in effects if one > 1]
    assert effects[: len(rising)] == sorted(rising, reverse=True) and all(one < 1 for one in effects[len(rising) :])
    assert len(rising) < len(effects), "a protective one is among them"


def test_parts_add_up_as_they_are_printed():
    assert sum_and_parts((3.14, 8.02, 258.6)) == ("270", "3", "8", "259")
    assert sum_and_parts((0.27, 0.45, 184.4)) == ("184", "<1", "<1", "184")
    assert sum_and_parts((0.012, 0.0, 0.034)) == ("0.0460", "0.0120", "0.0000", "0.0340")
    said = history_sentence(0.27, 0.45, 184.4)
    assert "184 incidents are to be expected" in said and said.endswith("it says where again, and nothing of why.")
    assert "nothing of why" not in history_sentence(3.0, 2.0, 4.0)
