"""Incidents without a date: that they could change a verdict is said in its place, or beside it."""

from dataclasses import replace

import numpy as np
import pytest
from scipy.stats import fisher_exact

from risk_terrain_modelling.rtm_plugin.report.impact import JudgedPlace, render_impact
from risk_terrain_modelling.rtm_plugin.use import impact_words
from risk_terrain_modelling.rtm_plugin.use.impact import Counted, assess, assess_waves, extreme_days, moves_in_waves
from risk_terrain_modelling.rtm_plugin.use.randomisation import Design
from risk_terrain_modelling.rtm_plugin.use.undated import Layer, Undated, dated_at_worst, undated_of, worst_cases

TREATED = np.arange(20) < 10
PLACES = [JudgedPlace(n, f"P{n}", "treatment" if n < 10 else "control", 60, 60) for n in range(20)]


def layers_of(sums, holds=((True, True),)):
    """So many in treatment and in control, in each of one or two layers, spread over the places."""
    per_arm = [np.concatenate([np.bincount(np.arange(n) % 10, minlength=10) for n in one]) for one in sums]
    return [Layer(one, np.full(20, 60), np.array(held)) for one, held in zip(per_arm, holds)]


def judged(after, sums=(0, 0), near_after=60, near_sums=(0, 0), design=None):
    """Treatment with ``after`` incidents in each place, and ``near_after`` around, control with 60; and so many without
    a date."""

    def judge(counted, near):
        return assess(counted, TREATED, (1.0, 1.0), near, design)

    counted, near = (
        Counted(np.full(20, 60), np.where(TREATED, n, 60)[:, None], np.ones(20)) for n in (after, near_after)
    )
    own, around = layers_of([sums]), layers_of([near_sums])
    found = judge(counted, near)
    worst = tuple(
        judge(
            counted.with_more(dated_at_worst(own, found.moves(TREATED, design), sign)),
            near.with_more(dated_at_worst(around, found.moves(TREATED, design, True), sign)),
        ).verdicts
        for sign in (1, -1)
    )
    numbers = (sum(sums) + 7, 9_000, (800, 1_200))
    undated, near_undated = (undated_of(one, TREATED, *numbers) for one in (own, around))
    return replace(found, undated=undated, near_undated=near_undated, at_worst=worst)


@pytest.mark.parametrize(
    ("after", "sums", "spoils", "beside"),
    [
        (20, (5, 0), False, "what is said of evidence stays"),  # though the arms differ
        (20, (110, 165), False, "what is said of the places stays"),  # 12%
        (20, (150, 250), True, ""),
        (54, (3, 4), False, "what is said of evidence stays"),
        (54, (40, 60), False, "there might be evidence"),  # 4.8%, alike
        (54, (10, 90), True, ""),
        (54, (110, 165), True, ""),
    ],
)
def test_the_worst_case_decides(after, sums, spoils, beside):
    found = judged(after, sums)
    assert found.is_spoilt[0] == spoils
    assert ("Cannot be judged: incidents without a date" in impact_words.verdict(found)) == spoils
    said = impact_words.undated_words(found)
    assert beside in said and bool(said) == bool(beside)
    html = render_impact(found, "T", PLACES, 0, [])
    bold = html[html.index("<strong>") : html.index("</strong>")]
    assert ("Cannot be judged" in bold) == spoils and beside in html
    told = f"{sums[0]} of them lie in places of treatment, {sums[1]} in those of control"
    assert (f"Of 9,000 incidents that were given, {sum(sums) + 7} have no date" in html) and told in html
    # where nothing can be judged, nothing beside says anything else
    assert ("No figure of the places is to be quoted" in html) == spoils
    assert bool(impact_words.change_words(found)) == (not spoils)
    assert not (spoils and any("no evidence" in one for one in impact_words.doubts(found)))
    none = replace(found, undated=Undated(0, 9, ((0,), (0,)), (9, 9)), near_undated=None, at_worst=())
    assert "have no date" not in render_impact(none, "T", PLACES, 0, []) and not none.is_spoilt[0]


def test_the_whole_test_is_run_again_for_the_interval_changes_its_width_too():
    """By the lots of six pairs a single pair that changes its sign is the difference between p = 0.03 and 0.06."""
    treated = np.arange(12) % 2 == 0
    design = Design.parallel(treated.astype(int), np.arange(12) // 2)

    def verdicts(last, n):
        changes = np.array([-10, -10, -10, -10, -10, last])
        after = np.full(12, 40)
        after[treated] += changes
        counted = Counted(np.full(12, 40), after[:, None], np.ones(12))
        found = assess(counted, treated, (1.0, 1.0), None, design)
        undated = np.where(np.arange(12) == 10, n, 0)
        layer = Layer(undated, np.full(12, 80), np.array([True, True]))
        moves = found.moves(treated, design)
        again = [
            assess(counted.with_more(dated_at_worst([layer], moves, sign)), treated, (1.0, 1.0), None, design)
            for sign in (1, -1)
        ]
        shift = n * np.abs(moves).max()
        return found, [one.verdict for one in again], shift

    found, again, shift = verdicts(-2, 3)
    assert found.verdict == -1 and found.quoted.high + shift < 0, "the interval would only have been shifted"
    assert again == [0, -1]
    found, again, shift = verdicts(3, 4)
    assert found.verdict == 0 and found.quoted.high - shift > 0 and again == [0, -1]


@pytest.mark.parametrize(("seed", "rate", "verdict", "changes"), [(111, 12, -1, (0, 2)), (6, 16, 0, (1, 3))])
def test_without_lots_control_places_are_set_apart_and_made_alike(seed, rate, verdict, changes):
    """The interval rests on how much they differ: to raise or lower all of them alike would not be the worst."""
    random, treated = np.random.RandomState(seed), np.arange(16) < 8
    counted = Counted(random.poisson(24, 16), random.poisson(np.where(treated, rate, 24))[:, None], np.ones(16))
    found = assess(counted, treated, (1.0, 1.0))
    layer = Layer(np.where(treated, 0, 2), np.full(16, 50), np.array([True, True]))
    moves, cases = found.moves(treated, None), worst_cases(counted, treated, False)
    again = [
        assess(counted.with_more(dated_at_worst([layer], moves, sign)), treated, (1.0, 1.0)).verdict for sign in cases
    ]
    assert found.verdict == verdict and again[:2] == [verdict] * 2
    n_cuts = len(np.unique((counted.all_after - counted.before)[~treated]))
    of_way = [again[2 + n_cuts * way : 2 + n_cuts * (way + 1)] for way in range(4)]  # apart, alike, and again
    assert len(again) == 2 + 4 * n_cuts
    assert tuple(way for way, verdicts in enumerate(of_way) if set(verdicts) != {verdict}) == changes
    assert len(worst_cases(counted, treated, True)) == len(worst_cases(counted, None, False)) == 2


def test_a_layer_moves_only_the_time_that_it_holds():
    moves = np.where(TREATED, 1.0, -1.0)[:, None] * [[-1.0, 1.0]]

    def placed(sums, holds, sign):
        found = dated_at_worst(layers_of(sums, holds), moves, sign)
        return [tuple(found[arm].sum(axis=0).tolist()) for arm in (TREATED, ~TREATED)]

    before = [(30, 20)], [(True, False)]
    assert placed(*before, 1) == [(0, 0), (20, 0)]  # of control it would have been more before
    assert placed(*before, -1) == [(30, 0), (0, 0)]  # and of treatment
    after = [(30, 20)], [(False, True)]
    assert placed(*after, 1) == [(0, 30), (0, 0)] and placed(*after, -1) == [(0, 0), (0, 20)]
    both = [(30, 20), (1, 2)], [(True, False), (False, True)]
    assert placed(*both, 1) == [(0, 1), (20, 0)] and placed(*both, -1) == [(30, 0), (0, 2)]
    assert placed([(30, 20)], [(False, False)], 1) == [(0, 0), (0, 0)], "of other times"
    undated = undated_of(layers_of(*both), TREATED, 53, 900, (800, 1_200))
    assert undated.sums == (31, 22) and undated.by_layer == (((30, 600), (20, 600)), ((1, 600), (2, 600)))


def test_the_days_of_a_place_that_move_most():
    design = Design(np.array([1, 0, 0, 1, 0]), np.array([0, 0, 0, 1, 1]), np.array([[False], [True]]))
    places = np.array([2, 2, 2, 0, 0])
    days, moves = extreme_days(design, places, 3)
    weights = 2 * design.weights[:, 0]
    assert days[2].tolist() in ([1, 0], [2, 0]) and days[0].tolist() == [4, 3]
    np.testing.assert_allclose(moves, [[weights[4], weights[3]], [0, 0], [weights[1], weights[0]]])


def test_an_effect_is_no_difference_in_what_is_missing():
    """Of a layer before 30% are missing at random, and after there are fewer in treatment: within it arms are alike."""
    layers = (((180, 420), (180, 420)), ((0, 150), (0, 600)))
    undated = Undated(360, 2_000, ((180,), (180,)), (570, 1_020), by_layer=layers)
    assert undated.leans and not undated.differs  # together it would seem so
    assert replace(undated, by_layer=(layers[0], ((0, 150), (40, 600)))).differs
    for sums in ((3, 4), (20, 60), (40, 10)):
        one = Undated(99, 999, ((sums[0],), (sums[1],)), (800, 1_200))
        assert one.differs == bool(one.leans) == (fisher_exact([[800, sums[0]], [1200, sums[1]]])[1] < 0.05)


def test_surroundings_are_judged_by_the_same_rule():
    few = judged(20, near_after=90, near_sums=(5, 5))
    assert "a sign of displacement" in impact_words.near_words(few)
    assert "what is said of evidence stays" in impact_words.undated_words(few)
    assert "5 of those without a date lie around places of treatment" in render_impact(few, "T", PLACES, 0, [])
    many = judged(20, near_after=90, near_sums=(0, 393))
    assert many.is_spoilt == (False, True, True), "both together are not judged where one of them is not"
    words = impact_words.near_words(many)
    assert "What changed around the treated places cannot be judged: incidents without a date" in words
    assert "In and around them together it cannot be judged either." in words
    assert "a sign of" not in words and "interval" not in words, "what cannot be judged is not told to be quoted"
    assert "what is said of the places stays" in impact_words.undated_words(many)


def test_too_few_control_places_are_no_matter_of_dates():
    treated = np.arange(12) < 9
    counted = Counted(np.full(12, 60), np.where(treated, 20, 60)[:, None], np.ones(12))
    found = assess(counted, treated, (1.0, 1.0))
    undated = Undated(300, 900, (tuple([20] * 9), tuple([40] * 3)), (720, 360))
    found = replace(found, undated=undated, at_worst=((0, 0, 0), (0, 0, 0)))
    assert found.is_too_narrow and not found.is_spoilt[0] and "Cannot be judged" not in impact_words.verdict(found)
    assert "with their dates the difference could be another" in impact_words.undated_words(found)


def test_moves_are_what_one_more_incident_does():
    random = np.random.RandomState(1)
    design = Design(np.arange(12) % 3, np.zeros(12, dtype=np.int64), np.tri(3, dtype=bool))
    before, after = random.poisson(30, 12), random.poisson(9, (12, 3))
    found = assess_waves(Counted(before, after, np.ones(12)), design, 12.0, (4.0, 3.0, 5.0), draws=99)
    moves = moves_in_waves(design, 12.0, (4.0, 3.0, 5.0))
    for place, period in ((0, 0), (5, 1), (7, 2), (11, 3)):
        one, other = before.copy(), after.copy()
        if period:
            other[place, period - 1] += 1
        else:
            one[place] += 1
        moved = assess_waves(Counted(one, other, np.ones(12)), design, 12.0, (4.0, 3.0, 5.0), draws=99)
        assert moved.difference.value - found.difference.value == pytest.approx(moves[place, period])


def test_small_counts_of_undated_ones_are_not_told():
    few = Undated(201, 8_229, ((0, 0), (100, 101)), (516, 900))
    assert "how many lie in the places is not told" in few.words(10) and "201 in those of control" in few.words(0)
    assert "SMALLEST_COUNT=0 tells it" in few.words(10)
    assert "relatively more of control than of treatment are missing" in few.of_a_design()
    assert "are missing (beyond chance) and these are more than 10%" in few.of_a_design()
    assert "1 has no date, or none that can be read, and is counted nowhere" in Undated(1, 9, ((1,),), (8,)).words()
    assert "25 of them lie in the places" in Undated(30, 900, ((12, 13),), (700,)).words(10)
