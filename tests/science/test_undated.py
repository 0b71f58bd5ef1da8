"""Incidents without a date: where they may have made the result, that is said in the verdict's place, or beside it."""

from dataclasses import replace

import numpy as np
import pytest
from scipy.stats import fisher_exact

from risk_terrain_modelling.rtm_plugin.report.impact import JudgedPlace, render_impact
from risk_terrain_modelling.rtm_plugin.use import impact_words
from risk_terrain_modelling.rtm_plugin.use.impact import Counted, assess
from risk_terrain_modelling.rtm_plugin.use.undated import Undated

TREATED = np.arange(20) < 10
FOUND = assess(Counted(np.full(20, 60), np.where(TREATED, 20, 60)[:, None], np.ones(20)), TREATED, (1.0, 1.0))
PLACES = [JudgedPlace(n, f"P{n}", "treatment" if n < 10 else "control", 60, 60) for n in range(20)]


@pytest.mark.parametrize(
    ("sums", "leans", "spoils", "is_beside"),
    [
        ((0, 0), 0, False, False),
        ((3, 4), 0, False, False),
        ((30, 44), 0, False, True),  # 3.6% of 2,000, alike
        ((20, 60), -1, True, False),
        ((40, 10), 1, True, False),
        ((110, 165), 0, True, False),  # alike, but 12%
    ],
)
def test_what_is_said_where_dates_are_missing(sums, leans, spoils, is_beside):
    in_places = tuple(tuple(np.bincount(np.arange(n) % 10, minlength=10).tolist()) for n in sums)
    undated = Undated(sum(sums) + 7, 9_000, in_places, (800, 1_200))
    p_value = fisher_exact([[800, sums[0]], [1200, sums[1]]])[1]
    assert undated.leans == leans and (p_value < 0.05) == bool(leans) and undated.spoils == spoils
    found = replace(FOUND, undated=undated)
    assert FOUND.verdict == -1 and impact_words.verdict(FOUND).startswith("Evidence of fewer")
    assert impact_words.verdict(found).startswith(
        "Cannot be judged: incidents without a date" if spoils else "Evidence"
    )
    assert bool(impact_words.undated_words(found)) == is_beside
    html = render_impact(found, "T", PLACES, 0, [])
    bold = html[html.index("<strong>") : html.index("</strong>")]
    assert ("Cannot be judged" in bold) == spoils and ("Evidence of fewer" in bold) != spoils
    assert ("This may be another with all dates" in html) == is_beside
    told = f"{sums[0]} of them lie in places of treatment, {sums[1]} in those of control"
    assert (f"Of 9,000 incidents that were given, {sum(sums) + 7} have no date" in html) and told in html
    assert "have no date" not in render_impact(replace(found, undated=Undated(0, 9, ((0,),), (9,))), "T", PLACES, 0, [])


def test_small_counts_of_undated_ones_are_not_told():
    few = Undated(201, 8_229, ((0, 0), (100, 101)), (516, 900))
    assert "how many lie in the places is not told" in few.words(10) and "201 in those of control" in few.words(0)
    assert "relatively more of control than of treatment are missing" in few.why()
    assert "25 of them lie in the places" in Undated(30, 900, ((12, 13),), (700,)).words(10)
