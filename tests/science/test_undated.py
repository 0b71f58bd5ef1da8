"""Incidents without a date: that they could change a verdict is said in its place, or beside it."""

from dataclasses import replace

import numpy as np
import pytest
from scipy.stats import fisher_exact

from risk_terrain_modelling.rtm_plugin.report.impact import JudgedPlace, render_impact
from risk_terrain_modelling.rtm_plugin.use import impact_words
from risk_terrain_modelling.rtm_plugin.use.impact import Counted, assess, assess_waves, moves_in_waves
from risk_terrain_modelling.rtm_plugin.use.randomisation import Design
from risk_terrain_modelling.rtm_plugin.use.undated import Layer, Undated, undated_of

TREATED = np.arange(20) < 10


def judged(after, near_after=60, design=None):
    """Treatment with ``after`` incidents in each place, and ``near_after`` around; control with 60."""
    near = Counted(np.full(20, 60), np.where(TREATED, near_after, 60)[:, None], np.ones(20))
    counted = Counted(np.full(20, 60), np.where(TREATED, after, 60)[:, None], np.ones(20))
    return assess(counted, TREATED, (1.0, 1.0), near, design)


FOUND, NONE = judged(20, 90), judged(54)
PLACES = [JudgedPlace(n, f"P{n}", "treatment" if n < 10 else "control", 60, 60) for n in range(20)]


def missing(found, sums, holds=((True, True),), near=False):
    """The :class:`Undated` of so many in treatment and in control, in each of one or two layers."""
    per_arm = [np.concatenate([np.bincount(np.arange(n) % 10, minlength=10) for n in one]) for one in sums]
    dated = np.full(20, 60)
    layers = [Layer(one, dated, np.array(held)) for one, held in zip(per_arm, holds)]
    total = int(sum(one.sum() for one in per_arm))
    return undated_of(layers, found.moves(TREATED, None, near), TREATED, total + 7, 9_000, (800, 1_200))


@pytest.mark.parametrize(
    ("found", "sums", "spoils", "beside"),
    [
        (FOUND, (0, 0), False, ""),
        (FOUND, (5, 0), False, "they could not move the interval"),  # though the arms differ
        (FOUND, (110, 165), False, "they could not move the interval"),  # 12%
        (FOUND, (150, 250), True, ""),
        (NONE, (3, 4), False, "there would be no evidence either"),
        (NONE, (40, 60), False, "there might be evidence"),  # 4.8%, alike
        (NONE, (10, 90), True, ""),
        (NONE, (110, 165), True, ""),
    ],
)
def test_the_worst_case_decides(found, sums, spoils, beside):
    undated = missing(found, [sums])
    assert (undated.rise, undated.fall) == (sum(sums), sum(sums))  # every one may be from either time
    found = replace(found, undated=undated)
    assert found.is_spoilt[0] == spoils
    assert ("Cannot be judged: incidents without a date" in impact_words.verdict(found)) == spoils
    said = impact_words.undated_words(found)
    assert beside in said and bool(said) == bool(beside)
    html = render_impact(found, "T", PLACES, 0, [])
    bold = html[html.index("<strong>") : html.index("</strong>")]
    assert ("Cannot be judged" in bold) == spoils and beside in html
    told = f"{sums[0]} of them lie in places of treatment, {sums[1]} in those of control"
    assert (f"Of 9,000 incidents that were given, {sum(sums) + 7} have no date" in html) and told in html
    assert "have no date" not in render_impact(replace(found, undated=Undated(0, 9, ((0,),), (9,))), "T", PLACES, 0, [])


def test_a_layer_moves_only_the_time_that_it_holds():
    before = missing(FOUND, [(30, 20)], [(True, False)])
    assert (before.rise, before.fall) == (20, 30)  # of control it would have been more before, of treatment more
    after = missing(FOUND, [(30, 20)], [(False, True)])
    assert (after.rise, after.fall) == (30, 20)
    both = missing(FOUND, [(30, 20), (1, 2)], [(True, False), (False, True)])
    assert (both.rise, both.fall) == (21, 32) and both.sums == (31, 22)
    assert both.by_layer == (((30, 600), (20, 600)), ((1, 600), (2, 600)))


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
    assert "a sign of displacement" in impact_words.near_words(FOUND)
    few = replace(FOUND, undated=missing(FOUND, [(0, 0)]), near_undated=missing(FOUND, [(5, 5)], near=True))
    words = impact_words.near_words(few)
    assert "a sign of displacement" in words and "they could not move the interval" in words
    many = replace(FOUND, undated=missing(FOUND, [(0, 0)]), near_undated=missing(FOUND, [(0, 393)], near=True))
    assert many.is_spoilt[:2] == (False, True)
    words = impact_words.near_words(many)
    assert "what that is cannot be judged, for incidents without a date" in words and "a sign of" not in words


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
    assert "25 of them lie in the places" in Undated(30, 900, ((12, 13),), (700,)).words(10)
