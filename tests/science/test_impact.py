"""What became of treated places: published figures, other software, coverage of intervals, and lots the slow way."""

import re
from itertools import permutations, product

import numpy as np
import pytest

from risk_terrain_modelling.rtm_plugin.errors import SettingsError
from risk_terrain_modelling.rtm_plugin.report.impact import JudgedPlace, render_impact
from risk_terrain_modelling.rtm_plugin.rounding import signed, with_minus
from risk_terrain_modelling.rtm_plugin.use import impact, impact_words
from risk_terrain_modelling.rtm_plugin.use.impact import (
    Counted,
    assess,
    assess_days,
    assess_waves,
    rate_ratio,
    ratio_of_changes,
    weighted_difference,
    widened,
)
from risk_terrain_modelling.rtm_plugin.use.randomisation import Design, randomisation_test
from risk_terrain_modelling.rtm_plugin.use.trial import TrialRules, calendar


def test_published_figures():
    found = weighted_difference((20, 10), (20, 20), level=0.9)
    assert (found.places.value, found.near) == (-10, None)
    assert [found.places.std_error, found.places.z] == pytest.approx([8.3666, -1.1952], abs=5e-5)
    assert found.places.limits == pytest.approx((-23.7618, 3.7618), abs=5e-5)
    both = weighted_difference((20, 10), (20, 20), (30, 20), (30, 30), level=0.9)
    assert (both.places.value, both.near.value, both.total.value) == (-10, -10, -20)
    assert [both.total.std_error, both.total.z] == pytest.approx([13.4164, -1.4907], abs=5e-5)
    assert both.total.limits == pytest.approx((-42.068, 2.068), abs=5e-4)
    longer = weighted_difference((20, 10), (20, 20), time_weights=(2, 1)).places
    assert longer.value == -10
    assert [longer.std_error, longer.z] == pytest.approx([6.3246, -1.5811], abs=5e-5)


def test_areas_and_periods_of_other_sizes_are_rates():
    """Four times the control, three times the period, with counts in proportion: the same difference."""
    same = weighted_difference((20, 10), (20, 20)).places
    larger = weighted_difference((60, 10), (240, 80), time_weights=(3, 1), area_weights=(1, 4, 1, 1)).places
    assert larger.value == pytest.approx(same.value)
    assert larger.std_error == pytest.approx(np.sqrt(10 + 60 / 9 + 80 / 16 + 240 / 144))


@pytest.mark.parametrize("near", [False, True])
def test_intervals_hold_the_truth_as_often_as_they_say(near):
    random = np.random.RandomState(4)
    means = np.array([[60.0, 25.0], [80.0, 70.0], [40.0, 44.0], [50.0, 50.0]])  # treated, control, around both
    weights = (1.5, 1.0)
    sizes = (1.0, 1.3, 1.0, 0.8)
    rates = means / np.outer(sizes, weights)
    changes = rates[:, 1] - rates[:, 0]
    truth = changes[0] - changes[1] + (changes[2] - changes[3] if near else 0.0)
    n, held = 4000, 0
    for drawn in random.poisson(means, (n, 4, 2)).tolist():
        around = drawn[2:] if near else (None, None)
        found = weighted_difference(*drawn[:2], *around, weights, sizes, 0.9).total
        held += found.low <= truth <= found.high
    assert held / n == pytest.approx(0.9, abs=3 * np.sqrt(0.9 * 0.1 / n))


@pytest.mark.parametrize("counts", [(30, 100.0, 50, 130.0), (7, 30.0, 2, 12.5), (0, 5.0, 6, 5.0), (41, 1.0, 41, 1.0)])
def test_ratio_of_two_rates_as_statsmodels_has_it(counts):
    rates = pytest.importorskip("statsmodels.stats.rates")
    proportion = pytest.importorskip("statsmodels.stats.proportion")
    count, exposure, other, other_exposure = counts
    exact = rate_ratio(*counts, level=0.95)
    assert exact.p_value == pytest.approx(rates.test_poisson_2indep(*counts, method="exact-cond").pvalue, rel=1e-9)
    shares = np.array(proportion.proportion_confint(count, count + other, 0.05, "beta"))
    assert [exact.low, exact.high] == pytest.approx(shares / (1 - shares) * other_exposure / exposure, rel=1e-9)
    etest = rate_ratio(*counts, method="etest")
    assert etest.p_value == pytest.approx(rates.test_poisson_2indep(*counts, method="etest").pvalue)
    for limit in (etest.low, etest.high):  # what it does not reject ends there
        if limit > 0:
            sides = [
                rates.test_poisson_2indep(count, exposure * limit * by, other, other_exposure, method="etest").pvalue
                for by in (0.999, 1.001)
            ]
            assert min(sides) <= 0.05 <= max(sides)


def test_both_tests_say_the_same_of_many_incidents():
    one, other = (rate_ratio(380, 1.0, 400, 1.1, method) for method in impact.RATIO_TESTS)
    assert [one.low, one.high] == pytest.approx([other.low, other.high], abs=0.01)
    assert rate_ratio(1001, 1.0, 90, 0.1, "etest") == rate_ratio(1001, 1.0, 90, 0.1)


def test_ratio_without_an_incident_on_one_side():
    for method in impact.RATIO_TESTS:
        nothing, other = (rate_ratio(*counts, method=method) for counts in ((0, 2.0, 6, 1.0), (6, 1.0, 0, 2.0)))
        assert (nothing.value, nothing.low, other.value, other.high) == (0, 0, np.inf, np.inf)
        assert nothing.high == pytest.approx(1 / other.low, rel=1e-4)
        assert nothing.p_value == pytest.approx(other.p_value)
        empty = rate_ratio(0, 1.0, 0, 1.0, method)
        assert np.isnan(empty.value) and (empty.low, empty.high, empty.p_value) == (0, np.inf, 1)


@pytest.mark.parametrize("table", [((30, 20), (25, 40)), ((3, 0), (9, 8)), ((0, 4), (5, 2)), ((200, 150), (180, 190))])
def test_change_over_change_is_fishers_exact_test(table):
    stats = pytest.importorskip("scipy.stats")
    (t0, t1), (c0, c1) = table
    found = ratio_of_changes(*table)
    theirs = stats.contingency.odds_ratio([[t1, t0], [c1, c0]]).confidence_interval(0.95)
    assert [found.low, found.high] == pytest.approx([theirs.low, theirs.high], rel=1e-6)
    assert found.p_value == pytest.approx(stats.fisher_exact([[t1, t0], [c1, c0]])[1], rel=1e-9)
    assert found.value == pytest.approx((t1 / t0) / (c1 / c0) if t0 else np.inf)


def slow_p(design, outcome):
    """Every way of giving the arms of each stratum to its units, by the definition."""
    strata = [np.flatnonzero(design.strata == one) for one in np.unique(design.strata)]
    ways = [sorted(set(permutations(design.arms[inside].tolist()))) for inside in strata]
    every = []
    for chosen in product(*ways):
        arms = design.arms.copy()
        for inside, way in zip(strata, chosen):
            arms[inside] = way
        every.append(((design.treated[arms] - design.shares) * outcome).sum())
    found = ((design.treated[design.arms] - design.shares) * outcome).sum()
    return len(every), np.mean(np.abs(every) >= np.abs(found) - 1e-9)


def test_lots_the_slow_way():
    random = np.random.RandomState(6)
    designs = {
        "pairs": Design.parallel(np.tile([0, 1], 5), np.repeat(np.arange(5), 2)),
        "blocks": Design.parallel([0, 1, 0, 1, 1, 0, 0], [0, 0, 0, 0, 7, 7, 7]),
        "complete": Design.parallel([1, 0, 0, 1, 0, 0, 1]),
        "stepped": Design.stepped([0, 1, 2, 2, 1, 0, 2, 1, 0], np.repeat([0, 1, 2], 3)),
    }
    for name, design in designs.items():
        outcome = random.poisson(9, design.shares.shape).astype(float)
        found = randomisation_test(design, outcome)
        assert (found.possible, found.p_value) == pytest.approx(slow_p(design, outcome)), name
        assert found.exact and found.looked_at == found.possible == design.n_draws
        drawn = {tuple(arms) for arms in design.redrawn(4000, random).tolist()}
        assert drawn == {tuple(arms) for arms in design.every_draw().tolist()}  # neither more nor less can be drawn
    assert [designs[name].least_p_value for name in ("pairs", "complete")] == [2 / 32, 1 / 35]
    pairs = designs["pairs"]
    outcome = random.poisson(9, (10, 1)).astype(float)
    apart = (outcome[1::2] - outcome[::2]).mean()
    assert randomisation_test(pairs, outcome).effect == pytest.approx(apart)


def test_some_lots_stand_for_all():
    random = np.random.RandomState(2)
    design = Design.parallel(np.tile([0, 1], 12), np.repeat(np.arange(12), 2))
    outcome = random.normal(0, 1, (24, 1)) + 0.5 * design.is_treated
    every = design.every_draw()
    effects = (design.treated[every] - design.shares)[:, :, 0] @ outcome[:, 0]
    exact = np.mean(np.abs(effects) >= abs(effects[(every == design.arms).all(axis=1)][0]) - 1e-9)
    wide = Design.parallel(np.tile([0, 1], 30), np.repeat(np.arange(30), 2))
    many = randomisation_test(wide, np.vstack([outcome, np.zeros((36, 1))]), draws=9999, seed=3)
    assert not many.exact and many.looked_at == 9999
    assert many.p_value == pytest.approx(exact, abs=4 * np.sqrt(exact * (1 - exact) / 9999))
    assert many == randomisation_test(wide, np.vstack([outcome, np.zeros((36, 1))]), draws=9999, seed=3)
    beyond = np.where(wide.is_treated, 100.0, 0.0)
    assert randomisation_test(wide, beyond, draws=99).p_value == 1 / 100  # never 0


@pytest.mark.parametrize("kind", ["pairs", "complete", "stepped", "crossover"])
def test_p_values_are_uniform_where_nothing_acts(kind):
    """Lots drawn anew in each trial, counts as uneven as you like: no more small p-values than there should be."""
    random = np.random.RandomState(8)
    designs = {
        "pairs": Design.parallel(np.tile([0, 1], 8), np.repeat(np.arange(8), 2)),
        "complete": Design.parallel(np.arange(8) % 2),
        "stepped": Design.stepped(np.arange(12) % 3, np.arange(12) // 6),
        "crossover": calendar(2, TrialRules("crossover", weeks=5), 1),
    }
    design, p_values = designs[kind], []
    means = random.gamma(0.5, 20, design.shares.shape)
    for trial in range(600):
        drawn = design.drawn(trial)
        p_values.append(randomisation_test(drawn, random.poisson(means), draws=199, seed=trial).p_value)
    p_values = np.sort(p_values)
    for limit in (0.05, 0.1, 0.25, 0.5, 0.75):
        below = (p_values <= limit + 1e-12).mean()
        assert below == pytest.approx(limit, abs=4 * np.sqrt(limit * (1 - limit) / 600) + 0.01)


def counted(before, after, areas=None):
    after = np.asarray(after).reshape(len(before), -1)
    return Counted(np.asarray(before), after, np.ones(len(before)) if areas is None else np.asarray(areas, dtype=float))


def test_what_is_assessed_agrees_with_its_parts():
    before, after = [30, 25, 40, 22], [10, 12, 30, 21]
    treated = np.array([True, True, False, False])
    near = counted([9, 8, 7, 6], [12, 9, 5, 6])
    design = Design.parallel([1, 1, 0, 0], [0, 1, 1, 0])
    found = assess(counted(before, after), treated, (365.0, 184.0), near, design)
    own = weighted_difference((55, 22), (62, 51), (17, 21), (13, 11), (365 / 184, 1))
    assert (found.difference, found.near, found.total) == (own.places, own.near, own.total)
    assert found.drawn.effect == pytest.approx(found.difference.value / 2)  # of each of two places
    assert found.near_drawn.effect == pytest.approx(found.near.value / 2)
    assert found.drawn.possible == 4 and found.p_value >= 1 / 4
    assert found.change == ratio_of_changes((55, 22), (62, 51))
    assert found.treated_change == rate_ratio(22, 184.0, 55, 365.0)
    assert found.per_place[2] == rate_ratio(30, 184.0, 40, 365.0)
    assert found.verdict == 0  # of 4 draws none can be evidence


def test_without_lots_overdispersion_is_allowed_for():
    """By hand: control changes -2, 2, 6, -6 of Poisson variances 42, 38, 46, 34."""
    before, after = [30, 30, 22, 18, 20, 20], [20, 20, 20, 20, 26, 14]
    treated = np.array([True, True, False, False, False, False])
    found = assess(counted(before, after), treated, (1.0, 1.0))
    assert found.difference == weighted_difference((60, 40), (80, 80), area_weights=(1, 2, 1, 1)).places
    assert (found.wide.value, found.wide.freedom) == (found.difference.value, 3)
    assert found.overdispersion == pytest.approx(1)  # the scatter 80 / 3 * 4 is less than 160
    before, after = [30, 30, 32, 8, 10, 30], [20, 20, 12, 28, 26, 14]
    found = assess(counted(before, after), treated, (1.0, 1.0))
    scatter, poisson = 4 * (400 + 400 + 256 + 256) / 3, 160
    control = sum(n * (n - 1) for n in before[2:] + after[2:])
    spread = (scatter - poisson) / control
    own = 100 + spread * (4 * 0 + 2 * (30 * 29 + 20 * 19)) + (160 + spread * control) / 4
    assert found.wide.std_error == pytest.approx(np.sqrt(own))
    assert found.wide.high - found.wide.value == pytest.approx(3.182446 * np.sqrt(own))
    assert found.difference.std_error == pytest.approx(np.sqrt(140))
    few = assess(counted(before[:5], [0, 0, *after[2:5]]), treated[:5], (1.0, 1.0))
    assert few.difference.beyond_chance and few.is_too_narrow and few.verdict == 0
    assert "too narrow" in impact_words.verdict(few) and "No more than a sign of fewer" in impact_words.verdict(few)


@pytest.mark.parametrize("spread", [0.1, 0.3])
@pytest.mark.parametrize("sizes", [(4, 4, 1), (5, 25, 2), (20, 8, 1), (20, 20, 2)])
def test_the_verdict_without_lots_is_seldom_false(spread, sizes):
    """Negative binomial counts of places that differ, treated ones k times as busy, nothing acting: evidence in at
    most 8% of the trials, where the Poisson interval excludes 0 in a quarter and more."""
    n_treated, n_control, busier = sizes
    random = np.random.RandomState(9)
    treated = np.arange(n_treated + n_control) < n_treated
    n, false, poisson = 800, 0, 0
    for _ in range(n):
        rate = random.gamma(2, 15, len(treated)) + 1
        rate[treated] *= busier
        before, after = (random.poisson(rate * by * random.gamma(1 / spread, spread, len(rate))) for by in (2, 1))
        wide, _ = widened(counted(before, after), treated, 2.0, n_control / n_treated)
        false += wide.beyond_chance
        poisson += weighted_difference(
            (before[treated].sum(), after[treated].sum()), (before[~treated].sum(), after[~treated].sum()), None, None,
            (2, 1), (1, n_control / n_treated, 1, 1),
        ).places.beyond_chance  # fmt: skip
    assert false / n <= 0.08 < 0.25 < poisson / n


def test_sentences_agree_with_one_another():
    treated = np.arange(10) < 5
    busy = counted([60] * 5 + [10] * 5, [66] * 5 + [13] * 5)  # 30 more against 15, yet 10% against 30%
    found = assess(busy, treated, (1.0, 1.0))
    assert found.difference.value == 15 and found.change.value < 1
    assert any("points either way" in text for text in impact_words.doubts(found))
    design = Design.parallel([1, 0, 1, 0], [0, 0, 1, 1])
    sure = assess(counted([90, 90, 80, 80], [20, 90, 25, 80]), design.is_treated[:, 0], (1.0, 1.0), None, design)
    assert sure.verdict == 0 and sure.difference.high < 0
    said = " ".join(impact_words.doubts(sure))
    assert "in the table, do not say the same" in said and "leaves room" not in said
    assert sure.quoted.low == -np.inf and "interval: without limit)" in impact_words.verdict(sure)
    unequal = Design.parallel([1, 0, 1, 0, 0, 0], [0, 0, 1, 1, 1, 1])
    given = counted([50] * 6, [20, 50, 40, 45, 50, 40])
    blocked = assess(given, unequal.is_treated[:, 0], (1.0, 1.0), None, unequal)
    assert blocked.quoted.value == 2 * blocked.drawn.effect != blocked.difference.value
    assert any("The lots compare places within their blocks" in text for text in impact_words.doubts(blocked))
    one = assess(counted([9] * 5, [1, 9, 9, 9, 9]), np.arange(5) < 1, (1.0, 1.0))
    assert "in the one treated place 1 incident after against 9 before" in impact_words.verdict(one)
    few = assess(counted([1, 2, 1, 1, 2], [0, 1, 2, 0, 1]), np.arange(5) < 1, (1.0, 1.0))
    assert few.change.value == 0 and impact_words.change_words(few) == ""


def test_nothing_is_never_less_than_nothing():
    """A difference that rounds to 0 is none, whatever its sign: in words, in percent and in tables."""
    assert [impact_words.more_or_fewer(one) for one in (0.0, -0.0, -0.04, 2e-14, -0.06, 0.3, -1234.0)] == [
        *["no difference"] * 4, "0.1 fewer", "0.3 more", "1,234 fewer",
    ]  # fmt: skip
    assert [impact_words.percent_words(one) for one in (1.0, 1 - 1e-9, 0.998, 0.99, 1.3)] == [
        *["0%"] * 2, "−0.2%", "−1%", "+30%",
    ]  # fmt: skip
    assert [signed(one) for one in (-0.04, 0.0, 0.04, -0.06, 20.8)] == ["0.0", "0.0", "0.0", "−0.1", "+20.8"]
    assert signed(-np.inf) == "−inf" and with_minus("-0.00") == "0.00"
    said = impact_words.difference_words(impact.ByLots(-0.01, -78.2, 2e-14))
    assert said == "neither more nor fewer (95% interval: 78 fewer to no difference)"
    same = assess(counted([20] * 10, [20] * 10), np.arange(10) < 5, (1.0, 1.0))
    told = impact_words.verdict(same) + " ".join(impact_words.doubts(same)) + impact_words.change_words(same)
    assert "is neither more nor fewer (95% interval: " in told and "a change of 0% " in told
    assert not re.search("[-−+]0(?:%|[.]0+)?(?![.0-9])|0[.]0 (?:more|fewer)", told + render_impact(same, "T", [
        JudgedPlace(n, f"P{n}", "control", 20, 20) for n in range(10)
    ], 0, []).split("<header>")[1])  # fmt: skip


def test_what_is_not_told_has_no_interval_to_judge():
    """One treated place with 7: how many fewer is not told, and nothing is said of the interval of that."""
    few = assess(counted([31, 43], [7, 52]), np.arange(2) < 1, (1.0, 1.0))
    assert few.is_too_narrow and "is too narrow" in impact_words.verdict(few)
    hidden = impact_words.verdict(few, 10)
    assert "is not told" in hidden and "too narrow" not in hidden and "no lots were drawn" in hidden


def test_unequal_groups_are_brought_to_one_size():
    treated = np.array([True, False, False])
    given = counted([20, 20, 20], [10, 20, 20], [1.0, 3.0, 1.0])
    by = {scaling: assess(given, treated, (1.0, 1.0), scaling=scaling) for scaling in impact.SCALINGS}
    assert [by[scaling].weight for scaling in impact.SCALINGS] == [2, 4, 1]
    assert [by[scaling].after_ratio.value for scaling in impact.SCALINGS] == [0.5, 1.0, 0.5]
    assert by["places"].difference.std_error == pytest.approx(np.sqrt(30 + 80 / 4))
    with pytest.raises(SettingsError, match="'size' is no scaling; use places, area, none"):
        assess(given, treated, (1.0, 1.0), scaling="size")
    with pytest.raises(SettingsError, match="No place is control: there is nothing to compare"):
        assess(given, np.ones(3, dtype=bool), (1.0, 1.0))
    with pytest.raises(SettingsError, match="No incident lies in a place"):
        assess(counted([0, 0, 0], [0, 0, 0]), treated, (1.0, 1.0))
    with pytest.raises(SettingsError, match="A period or an area of 0 gives no rate"):
        assess(given, treated, (0.0, 1.0))


def test_waves_hold_the_truth():
    """Steps with a season and places that differ: the interval of what treatment took holds it as often as it says."""
    random = np.random.RandomState(5)
    design = Design.stepped(np.arange(12) % 3, np.arange(12) // 6)
    rate = random.gamma(6, 2, 12)
    steps = np.array([2.0, 1.0, 3.0])
    took, n, held, values = 2.5, 400, 0, []
    means = np.outer(rate, steps) + [3.0, -1.0, 0.0] - took * design.is_treated
    tells = design.is_treated[:, :2].sum()
    for _ in range(n):
        found = assess_waves(
            counted(random.poisson(rate * 4), random.poisson(means)), design, 4.0, steps, 0.9, draws=1
        ).difference
        held += found.low <= -took * tells <= found.high
        values.append(found.value)
    assert np.mean(values) == pytest.approx(-took * tells, abs=4 * np.std(values) / np.sqrt(n))
    assert held / n == pytest.approx(0.9, abs=3 * np.sqrt(0.9 * 0.1 / n))


def test_days_of_treatment_against_days_without():
    random = np.random.RandomState(7)
    design = calendar(4, TrialRules("crossover", weeks=20, days_per_week=2), 3)
    treated = design.is_treated[:, 0]
    counts = random.poisson(np.where(treated, 0.5, 1.0) * np.repeat([0.3, 1.0, 2.0, 0.1], 140))
    found = assess_days(counts, design, draws=999)
    inside, outside = counts[treated].sum(), counts[~treated].sum()
    assert (found.treated[1], found.control[1]) == (inside, outside)
    assert (found.n_treated, found.n_control) == (160, 400)
    assert found.change == rate_ratio(inside, 160, outside, 400)
    assert found.difference.value == pytest.approx(160 * (inside / 160 - outside / 400))
    assert found.difference.std_error == pytest.approx(160 * np.sqrt(inside / 160**2 + outside / 400**2))
    assert found.drawn.p_value == 1 / 1000 and found.verdict == -1


@pytest.mark.parametrize("level", [0.8, 0.9])
def test_the_interval_by_lots_holds_what_they_do_not_reject(level):
    """By trying effects one after the other: rejected beyond the limits, not within; and 0 as by the p-value."""
    random, alpha = np.random.RandomState(3), 1 - level + 1e-12
    designs = [
        Design.parallel(np.tile([0, 1], 6), np.repeat(np.arange(6), 2)),
        Design.parallel([0, 1, 0, 1, 1, 0, 0, 1], [0, 0, 0, 0, 7, 7, 7, 7]),
        Design.parallel([1, 0, 0, 1, 0, 0, 1]),
        Design.stepped([0, 1, 2, 2, 1, 0, 2, 1, 0], np.repeat([0, 1, 2], 3)),
    ]
    for design in designs:
        outcome = random.poisson(9, design.shares.shape) - 4.0 * design.is_treated
        found = randomisation_test(design, outcome, level=level)

        def p_of(effect, design=design, outcome=outcome):
            return randomisation_test(design, outcome - effect * design.is_treated).p_value

        width = found.high - found.low
        for limit, inward in ((found.low, 1), (found.high, -1)):
            assert p_of(limit + inward * 1e-6 * width) > alpha >= p_of(limit - inward * 1e-6 * width)
        assert (found.low <= 0 <= found.high) == (found.p_value > alpha)
    few = randomisation_test(Design.parallel([1, 0, 1, 0], [0, 0, 1, 1]), np.array([1.0, 9, 2, 8]))
    assert few.limits == (-np.inf, np.inf)


@pytest.mark.parametrize("spread", [0.02, 0.05, 0.1])
def test_the_interval_by_lots_holds_the_truth(spread):
    """Pairs of about 40 incidents before, fewer after where treated: overdispersed counts, where Poisson's fails."""
    random = np.random.RandomState(2)
    n, held, poisson = 500, 0, 0
    took, strata = 6.0, np.repeat(np.arange(20), 2)
    for trial in range(n):
        design = Design.parallel(np.tile([0, 1], 20), strata).drawn(trial)
        treated = design.is_treated[:, 0]
        rate = np.repeat(random.gamma(16, 2.5, 20), 2)
        before, after = (
            random.poisson(mean * random.gamma(1 / spread, spread, 40))
            for mean in (rate, np.maximum(rate - took * treated, 1))
        )
        found = assess(counted(before, after), treated, (1.0, 1.0), None, design, draws=399, seed=trial)
        held += found.quoted.low <= -took * 20 <= found.quoted.high
        poisson += found.difference.low <= -took * 20 <= found.difference.high
        assert (found.verdict != 0) == found.quoted.beyond_chance == (found.p_value <= 0.05 + 1e-12)
    assert held / n >= 0.92 and poisson / n < held / n


@pytest.mark.parametrize(("spread", "took"), [(0.0, 0.4), (1.0, 0.0), (3.0, 0.0), (3.0, 0.4)])
def test_a_crossovers_interval_holds_the_truth(spread, took):
    """Days of four places whose counts are overdispersed from day to day and from week to week, as calls come in runs:
    what is quoted holds the incidents that treatment took, where Poisson's interval does not."""
    random, rules = np.random.RandomState(4), TrialRules("crossover", weeks=10, days_per_week=3)
    n, held, poisson, evident = 400, 0, 0, 0
    for trial in range(n):
        design = calendar(4, rules, trial)
        treated = design.is_treated[:, 0]
        rate = np.repeat(0.4 * random.gamma(2, 0.5, 4), 70) * np.repeat(random.gamma(4, 0.25, 40), 7)
        counts = random.poisson(rate * (random.gamma(1 / spread, spread, 280) if spread else 1.0))
        counts[treated] = random.binomial(counts[treated], 1 - took)
        truth = -took * rate[treated].sum()
        found = assess_days(counts, design, draws=299, seed=trial)
        held += found.quoted.low <= truth <= found.quoted.high
        poisson += found.difference.low <= truth <= found.difference.high
        evident += found.verdict != 0
    assert held / n >= 0.93 and poisson / n <= held / n + 0.02
    assert spread < 3 or poisson / n < 0.87
    assert took or evident / n <= 0.05 + 3 * np.sqrt(0.05 * 0.95 / n)


def test_the_surroundings_have_the_interval_of_their_lots():
    """Neither a sign of displacement with an interval that holds 0, nor none with one that does not."""
    random = np.random.RandomState(1)
    design = Design.parallel(np.tile([0, 1], 12), np.repeat(np.arange(12), 2))
    treated, signs = design.is_treated[:, 0], set()
    for more in (0, 5, 10, 20, -12):
        around = counted(random.poisson(30, 24), random.poisson(30 + more * treated))
        found = assess(counted([30] * 24, random.poisson(30, 24)), treated, (1.0, 1.0), around, design, draws=999)
        signs.add(found.near_verdict)
        assert (found.near_verdict != 0) == found.near_quoted.beyond_chance
        assert found.total_drawn.effect == pytest.approx(found.total.value / 12)
        assert found.total_quoted.value == pytest.approx(found.total.value)
        said = impact_words.near_words(found)
        assert impact_words.difference_words(found.near_quoted) in said
    assert len(signs) > 1
    around = counted([30] * 24, random.poisson(30, 24), np.arange(24) + 5)
    given = counted([30] * 24, random.poisson(30, 24), np.arange(24) + 1)
    by = {scaling: assess(given, treated, (2.0, 1.0), around, scaling=scaling) for scaling in impact.SCALINGS}
    assert all(one.total_wide.value == pytest.approx(one.total.value) for one in by.values())
    assert all(one.total_wide.std_error >= one.total.std_error * (1 - 1e-9) for one in by.values())
    both = counted(given.before + around.before, given.after + around.after)
    assert by["places"].total_wide.std_error == pytest.approx(widened(both, treated, 2.0, 1.0)[0].std_error)
    few = assess(
        counted([9] * 4, [9] * 4), np.arange(4) < 1, (1.0, 1.0), counted([90] * 4, [20, 90, 90, 90])
    )  # 3 control places
    assert few.near.beyond_chance and few.near_verdict == 0
    assert "the interval is too narrow" in impact_words.near_words(few)
