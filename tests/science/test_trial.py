"""Designing a trial: who is eligible and apart, blocks that are as alike as can be, lots by seed, and power."""

import datetime
from dataclasses import replace
from itertools import combinations
from math import comb

import numpy as np
import pytest

from risk_terrain_modelling.rtm_plugin.errors import SettingsError
from risk_terrain_modelling.rtm_plugin.use import trial
from risk_terrain_modelling.rtm_plugin.use.power import Plan, dispersion, dispersion_of_places, power
from risk_terrain_modelling.rtm_plugin.use.randomisation import Design, randomisation_test
from risk_terrain_modelling.rtm_plugin.use.trial import (
    FATES,
    TrialRules,
    balance,
    blocks_of_alike,
    calendar,
    deal,
    step_edges,
    steps_of,
)


def test_places_are_taken_by_priority_a_buffer_apart():
    random = np.random.RandomState(1)
    at, areas, counts = random.rand(60, 2) * 1000, random.uniform(1, 9, 60), random.poisson(8, 60)
    apart = np.hypot(*(at[:, None] - at).transpose(2, 0, 1))
    near = np.argwhere(np.triu(apart < 120, 1))
    order = random.permutation(60)
    rules = TrialRules(min_area=2, max_area=8, min_count=5, n_places=15)
    fates = trial.choose(areas, counts, near, order, rules)
    taken = []
    for place in order:  # by the definition
        fate = (
            "too_small" if areas[place] < 2
            else "too_large" if areas[place] > 8
            else "too_few" if counts[place] < 5
            else "beyond" if len(taken) == 15
            else "too_near" if any(apart[place, other] < 120 for other in taken)
            else "taken"
        )  # fmt: skip
        taken += [place] if fate == "taken" else []
        assert FATES[fates[place]] == fate
    assert len(taken) == 15
    assert np.array_equal(fates, trial.choose(areas, counts, near[::-1, ::-1], order, rules))


def within(known, blocks):
    points = trial.standardised(known)
    return sum(((points[blocks == one] - points[blocks == one].mean(axis=0)) ** 2).sum() for one in set(blocks))


def every_pairing(members):
    if not members:
        yield []
    for other in members[1:]:
        rest = [one for one in members[1:] if one != other]
        for more in every_pairing(rest):
            yield [(members[0], other), *more]


def test_pairs_are_about_as_alike_as_any_could_be():
    random = np.random.RandomState(2)
    for _ in range(8):
        known = np.column_stack([random.gamma(2, 3, 8), random.poisson(12, 8)])
        best = np.inf
        for pairing in every_pairing(list(range(8))):
            blocks = np.empty(8, dtype=int)
            for number, pair in enumerate(pairing):
                blocks[list(pair)] = number
            best = min(best, within(known, blocks))
        found = blocks_of_alike(known, 2)
        assert np.bincount(found).tolist() == [2, 2, 2, 2]
        assert within(known, found) <= 1.3 * best + 1e-9
    for one, other in combinations(range(8), 2):  # no exchange of two would make it better
        swapped = found.copy()
        swapped[[one, other]] = found[[other, one]]
        assert within(known, swapped) >= within(known, found) - 1e-9
    assert sorted(np.bincount(blocks_of_alike(known[:7], 3)).tolist()) == [1, 3, 3]


@pytest.mark.parametrize("plan, grouping, n", [("parallel", "pairs", 11), ("parallel", "blocks", 14),
                                               ("parallel", "complete", 9), ("stepped", "pairs", 13)])  # fmt: skip
def test_lots_are_drawn_within_blocks_and_by_the_seed(plan, grouping, n):
    random = np.random.RandomState(3)
    known, priority = random.gamma(2, 3, (n, 2)), random.permutation(n)
    rules = TrialRules(plan, grouping, waves=3)
    part, design = deal(known, priority, rules, 5)
    left_out = {11: 1, 14: 0, 9: 0, 13: 1}[n]
    assert (~part).sum() == left_out and (priority[~part] >= n - left_out).all()
    for stratum in np.unique(design.strata):
        sizes = np.bincount(design.arms[design.strata == stratum], minlength=rules.arms)
        assert sizes.max() - sizes.min() <= (grouping == "complete")
    again, other = deal(known, priority, rules, 5)[1], deal(known, priority, rules, 6)[1]
    assert np.array_equal(design.arms, again.arms) and np.array_equal(design.strata, other.strata)
    treated = np.mean([deal(known, priority, rules, seed)[1].arms > 0 for seed in range(400)], axis=0)
    chance = (design.treated.shape[0] - 1) / design.treated.shape[0] if grouping != "complete" else 4 / 9
    assert treated == pytest.approx(np.full(part.sum(), chance), abs=4 * np.sqrt(0.25 / 400))


def test_a_calendar_treats_each_place_on_so_many_days_of_each_week():
    rules = TrialRules("crossover", weeks=30, days_per_week=3)
    design = calendar(5, rules, 9)
    days = design.is_treated.reshape(5, 30, 7)
    assert (days.sum(axis=2) == 3).all()
    assert days.mean(axis=(0, 1)) == pytest.approx(np.full(7, 3 / 7), abs=0.16)  # any day of the week
    assert len({row.tobytes() for row in days.reshape(150, 7)}) > 25  # of 35 that are possible
    place, day = np.divmod(np.arange(5 * 210), 210)
    order = np.random.RandomState(1).permutation(1050)
    read = trial.design_of_days(place[order], 1000 + day[order], design.arms[order] == 1, 1000)
    assert np.array_equal(read.shares, design.shares[order]) and read.n_draws == 35**150


def test_balance_is_the_standardised_difference():
    random = np.random.RandomState(4)
    known, arms = random.gamma(3, 2, (20, 2)), np.arange(20) % 2
    first, second = balance(known, ["risk", "incidents"], arms)
    control, treated = known[arms == 0, 0], known[arms == 1, 0]
    slow = (treated.mean() - control.mean()) / np.sqrt((treated.var(ddof=1) + control.var(ddof=1)) / 2)
    assert first.difference == pytest.approx(slow)
    assert first.means == pytest.approx((control.mean(), treated.mean())) and second.name == "incidents"
    waves = balance(known, ["risk", "incidents"], np.arange(20) % 4)[0]
    assert waves.difference >= 0 and len(waves.means) == 4


def test_dispersion_is_found_again():
    random = np.random.RandomState(5)
    for spread in (0.0, 0.1, 0.5):
        found, cross = [], []
        for _ in range(60):
            means = np.outer(random.uniform(10, 40, 40), random.uniform(0.7, 1.3, 4))
            mixed = means * random.gamma(1 / spread, spread, means.shape) if spread else means
            found.append(dispersion(random.poisson(mixed)))
            sizes = random.uniform(1, 3, 200)
            mixed = 12 * sizes * (random.gamma(1 / spread, spread, 200) if spread else 1.0)
            cross.append(dispersion_of_places(random.poisson(mixed), sizes))
        assert np.mean(found) == pytest.approx(spread, rel=0.1, abs=0.01)
        assert np.mean(cross) == pytest.approx(spread, rel=0.1, abs=0.01)
    assert dispersion(np.zeros((5, 3))) == 0


def slow_power(plan, effect, trials, seed):
    """Trials one by one: counts drawn with the lowered mean, and the test itself."""
    random = np.random.RandomState(seed)

    def counts(means):
        if not plan.spread:
            return random.poisson(means)
        return random.negative_binomial(1 / plan.spread, 1 / (1 + plan.spread * means))

    rejected = 0
    for number in range(trials):
        design = plan.design.drawn(number)
        after = counts(plan.expected * np.where(design.is_treated, 1 - effect, 1.0)).astype(float)
        if plan.before is not None:
            after -= counts(plan.before)[:, None] * plan.expected / plan.before[:, None]
        rejected += randomisation_test(design, after, 199, number).p_value <= 0.05
    return rejected / trials


PLANS = {
    "pairs": lambda rate: Plan(
        Design.parallel(np.tile([0, 1], 12), np.repeat(np.arange(12), 2)), rate[:, None] / 2, rate, 0.05
    ),
    "stepped": lambda rate: Plan(
        Design.stepped(np.arange(24) % 3, np.arange(24) // 6), np.outer(rate, [0.3, 0.3, 0.3]), rate, 0.05
    ),
    "crossover": lambda rate: Plan(
        calendar(4, TrialRules("crossover", weeks=10), 1), np.repeat(rate[:4] / 50, 70)[:, None], None, 0.0
    ),
}


@pytest.mark.parametrize("kind", PLANS)
def test_power_is_that_of_a_separate_simulation(kind):
    rate = np.repeat(np.random.RandomState(6).uniform(30, 90, 12), 2)
    plan = PLANS[kind](rate)
    effect = {"pairs": 0.35, "stepped": 0.3, "crossover": 0.35}[kind]
    found = power(plan, effect, simulations=1000, seed=2)
    slow = slow_power(plan, effect, 400, 3)
    assert 0.2 < found.power < 0.98
    assert found.power == pytest.approx(slow, abs=3.5 * np.sqrt(found.error**2 + slow * (1 - slow) / 400) + 0.01)
    assert found == power(plan, effect, simulations=1000, seed=2)
    # the smallest effect that is detected with 80%, and no smaller one
    assert found.detectable_power >= 0.8 > power(plan, found.detectable - 0.01, simulations=1000, seed=2).power


def test_without_an_effect_power_is_the_error_that_is_allowed():
    plan = PLANS["pairs"](np.repeat(np.random.RandomState(7).uniform(30, 90, 12), 2))
    found = power(plan, 1e-9, simulations=3000, seed=4)
    assert found.power == pytest.approx(0.05, abs=4 * np.sqrt(0.05 * 0.95 / 3000))
    few = Plan(Design.parallel([0, 1, 0, 1], [0, 0, 1, 1]), plan.expected[:4], plan.before[:4], 0.0)
    assert power(few, 0.5).power == 0 and power(few, 0.5).detectable is None  # 4 draws: p is never below 1 / 4


@pytest.mark.parametrize(
    "rules, words",
    [
        ({"plan": "stepped", "waves": 1}, "needs at least 2 waves"),
        ({"plan": "crossover", "days_per_week": 7}, "leave nothing to compare"),
        ({"grouping": "twins"}, "'twins' is no design"),
        ({"min_area": 3, "max_area": 2}, "no place can be eligible"),
        ({"grouping": "blocks", "block_size": 1}, "nobody to compare with"),
    ],
)
def test_rules_that_are_of_no_use(rules, words):
    with pytest.raises(SettingsError, match=words):
        TrialRules(**rules).validate()


def test_a_seal_is_broken_by_any_change():
    rows = [("1", "treatment", 1), ("2", "control", 1)]
    assert trial.seal(rows) == trial.seal(list(rows)) != trial.seal([*rows[:1], ("2", "treatment", 1)])
    with pytest.raises(SettingsError, match=r"Too few places \(1\) are eligible and apart for 2 groups"):
        deal(np.ones((1, 1)), np.zeros(1), TrialRules(), 1)


def test_outlines_and_months():
    square = np.array([[0.0, 0.0], [0.0, 9.0], [9.0, 9.0], [9.0, 0.0]])
    assert trial.outline(square) == trial.outline(square[[2, 3, 0, 1, 2]] + 0.004)
    assert trial.outline(square) != trial.outline(square + 0.006)
    first = datetime.date(2024, 1, 31)
    ends = [trial.months_later(first, months).isoformat() for months in (1, 6.0, 11, 12, 1.5)]
    assert ends == ["2024-02-29", "2024-07-31", "2024-12-31", "2025-01-31", "2024-03-17"]


def test_how_many_places_it_takes_for_a_p_value():
    """Pairs: 2 / 2^k. All at once: 2 / C(n, n / 2), and 1 / C(n, half) of an odd number. Weeks: 1 / 7^k."""
    rules = TrialRules()
    at_once = replace(rules, grouping="complete")
    assert [trial.least_p_value(rules, n) for n in (2, 10, 11, 12)] == [1, 2 / 2**5, 2 / 2**5, 2 / 2**6]
    assert [trial.least_p_value(at_once, n) for n in (6, 7, 8)] == [2 / comb(6, 3), 1 / comb(7, 3), 2 / comb(8, 4)]
    assert trial.enough_places(rules, 0.05, 2) == 12 and trial.enough_places(rules, 0.05, 20) == 20
    assert trial.enough_places(at_once, 0.05, 2) == 7
    assert trial.enough_places(replace(rules, plan="stepped", waves=3), 0.05, 3) == 6  # 1 / 3!^2
    by_day = TrialRules("crossover", weeks=1, days_per_week=1)
    assert trial.enough_weeks(by_day, 0.05, 1) == 2 and trial.enough_places(by_day, 0.05, 1) == 2


@pytest.mark.parametrize(
    ("waves", "months", "lengths"),
    [
        (3, 8, [3, 2, 3]),
        (4, 6, [2, 1, 2, 1]),
        (5, 12, [2, 3, 2, 3, 2]),
        (4, 8, [2, 2, 2, 2]),
        (4, 3, [0.75] * 4),  # fewer months than waves
        (2, 2.5, [1.25, 1.25]),
    ],
)
def test_steps_have_whole_months_where_there_are_any(waves, months, lengths):
    edges = step_edges(TrialRules("stepped", waves=waves), months)
    assert np.diff(edges).tolist() == lengths and edges[0] == 0 and edges[-1] == months
    days = steps_of(TrialRules("stepped", waves=waves), datetime.date(2024, 1, 31), months)
    assert all(one[1] + datetime.timedelta(days=1) == other[0] for one, other in zip(days, days[1:]))
    assert len(days) == waves and days[0][0] == datetime.date(2024, 1, 31)
    assert step_edges(TrialRules(), months) == (0, months)
