"""Which factors matter in how many areas: counted by hand, and on a page that holds nothing but text."""

import dataclasses
from math import log, sqrt

import pytest

from risk_terrain_modelling.rtm_plugin.model.risk_terrain_model import SelectedVariable
from risk_terrain_modelling.rtm_plugin.report import Units
from risk_terrain_modelling.rtm_plugin.report.batch import AreaRun, count_factors, render_batch
from risk_terrain_modelling.rtm_plugin.trust.intervals import QuotedIntervals
from risk_terrain_modelling.rtm_plugin.variables.factors import Variable


def chosen(factor, rrv, distance=100.0, how="proximity", direction="aggravating"):
    return SelectedVariable(Variable(factor, how, distance, direction), log(rrv), 0.1, 0.001, None)


def run(area, *factors, tried=("bars", "parks", "shops"), **more):
    return AreaRun(area, "theft", f"{area}/theft", ("model.json", "report.html"), factors, tried, (), 100, 400, **more)


RUNS = (
    run("A", chosen("bars", 4.0), chosen("parks", 1.5, direction="protective")),
    run("B", chosen("bars", 2.0, 200.0)),
    run("C", chosen("bars", 3.0), chosen("shops", 5.0, how="density"), tried=("bars", "shops")),
    run("D", chosen("bars", 9.0, 200.0)),
    AreaRun("E", "theft", "E/theft", problem="No incident <there>."),
)


def test_factors_are_counted_over_the_areas():
    bars, shops, parks = count_factors(RUNS, Units())
    assert (bars.factor, bars.n_areas, bars.n_tried, bars.n_protective) == ("bars", 4, 4, 0)
    assert bars.median == pytest.approx(sqrt(3.0 * 4.0))
    assert (bars.low, bars.high) == pytest.approx((2.0, 9.0))
    assert bars.where == "near in 4 of 4; 100 to 200 m", "neither distance is more frequent than the other"
    assert (shops.factor, shops.n_areas, shops.n_tried) == ("shops", 1, 4)
    assert (parks.factor, parks.n_tried, parks.n_protective) == ("parks", 3, 1)
    assert count_factors(tuple(reversed(RUNS)), Units()) == (bars, shops, parks), "whatever the order of areas"
    assert count_factors(RUNS[-1:], Units()) == ()


@pytest.mark.parametrize(
    ("ways", "told"),
    [
        ([("proximity", 50.0)], "within 50 m"),
        ([("proximity", 50.0)] * 3, "within 50 m"),
        ([("proximity", 50.0)] * 2 + [("density", 50.0)], "most often within 50 m, in 2 of 3"),
        ([("proximity", 50.0), ("density", 50.0)], "near in 1 of 2, dense in 1 of 2; 50 m"),
        (
            [("density", 50.0), ("proximity", 300.0), ("density", 100.0), ("proximity", 150.0), ("proximity", 50.0)],
            "near in 3 of 5, dense in 2 of 5; 50 to 300 m",
        ),
    ],
)
def test_how_a_factor_acts_is_told_by_what_most_areas_have_or_by_all(ways, told):
    runs = [run(str(n), chosen("bars", 2.0, distance, how)) for n, (how, distance) in enumerate(ways)]
    (bars,) = count_factors(runs, Units())
    assert bars.where == told


def test_the_headline_names_ties_and_claims_no_majority():
    pytest.importorskip("jinja2")
    tied = [run("A", chosen("bars", 2.0), chosen("parks", 2.0)), run("B", chosen("parks", 3.0), chosen("bars", 1.5))]
    told = "<strong>Found in more areas than any other factor: {}.</strong>"
    assert told.format("parks and bars, each in 2 of 3") in render_batch([*tied, run("C")], "", Units(), [])
    single = [run("A", chosen("bars", 2.0)), run("B", chosen("parks", 3.0))]
    assert "<strong>No factor is found in more than one of 2 areas.</strong>" in render_batch(single, "", Units(), [])
    lowers = [run("A", chosen("parks", 1.5, direction="protective")), run("B")]
    expected = told.format("parks, in 1 of 2, with a median relative risk value of ÷1.5; within 100 m")
    assert expected in render_batch(lowers, "", Units(), [])


def test_a_cell_holds_distance_and_interval_beside_the_value():
    pytest.importorskip("jinja2")
    found = run("A", chosen("bars", 7.1, 50.0), quoted=QuotedIntervals(True, {"bars_proximity_50": (3.0, 17.0)}))
    page = render_batch([found], "", Units(), [])
    assert '>7.1<span class="where">within 50\N{NO-BREAK SPACE}m</span><span>3.0 to 17</span></td>' in page


def test_what_is_in_doubt_is_marked_and_is_neither_the_strongest_nor_in_the_median():
    pytest.importorskip("jinja2")
    factors = chosen("bars", 9.0, 50.0), chosen("shelters", 5.0), chosen("parks", 4.0), chosen("shops", 2.0)
    names = [one.variable.name for one in factors]
    limits = dict(zip(names, ((3.0, 27.0), (0.9, 28.0), (2.0, 8.0), (1.5, 2.7))))
    quoted = QuotedIntervals(True, limits, {}, dict(zip(names, (1.0, 4.9, 2.01, 2.0))))
    found, other = run("A", *factors, quoted=quoted), run("B", *factors)
    assert [quoted.hardly_stood_out(one) for one in factors] == [True, False, False, False], "half of log 4 is log 2"
    assert [quoted.is_in_doubt(one) for one in factors] == [True, True, False, False]
    assert found.strongest.variable.factor == "parks" and other.strongest.variable.factor == "bars"
    counted = count_factors([found, other], Units())
    assert [one.n_in_doubt for one in counted] == [1, 1, 0, 0]
    assert [(one.low, one.high) for one in counted[:1]] == [(pytest.approx(9.0),) * 2], "of the other area alone"
    assert {one.factor: one.median for one in count_factors([found], Units())}["bars"] is None
    page = render_batch([found], "", Units(), [])
    assert '<td class="factor doubt">9.0<' in page and page.count("<span>shrunken 1.0</span>") == 1
    assert '<td class="factor doubt">5.0<' in page and '<td class="factor tint3">4.0<' in page
    assert '<td class="factor tint2">2.0<' in page
    assert "In doubt in" in page and "In doubt in" not in render_batch(RUNS, "", Units(), [])


def test_it_is_told_which_incidents_the_models_are_made_from():
    pytest.importorskip("jinja2")
    split = [run("A", later_from="2022-07-01"), run("B", later_from="2022-07-01")]
    one = "The models are made from the incidents before 2022-07-01, and judged by those from then on."
    assert one in render_batch(split, "", Units(), [])
    each = "from the incidents before a day of its own (2022-06-01 to 2022-07-01), and judged by those"
    assert each in render_batch([*split, run("C", later_from="2022-06-01")], "", Units(), [])
    assert "judged by" not in render_batch(RUNS, "", Units(), [])


def test_the_page_shows_areas_factors_and_what_failed():
    pytest.importorskip("jinja2")
    odd = dataclasses.replace(RUNS[1], area='B & <b>"', folder="B & _b/50% theft")
    page = render_batch((RUNS[0], odd, *RUNS[2:]), "Theft", Units(), [("Study areas", "boroughs")])
    assert "bars, in 4 of 4, with a median relative risk value of 3.5; near in 4 of 4; 100 to 200 m." in page
    assert "5 runs, of which 1 failed" in page and "No incident &lt;there&gt;." in page
    assert "<b>" not in page and 'href="B%20%26%20_b/50%25%20theft/report.html"' in page
    assert ">÷1.5<" in page and "<script" not in page and "http" not in page.replace("http-equiv", "")
    assert page == render_batch((RUNS[0], odd, *RUNS[2:]), "Theft", Units(), [("Study areas", "boroughs")])


def test_each_type_has_a_part_of_its_own():
    pytest.importorskip("jinja2")
    other = [dataclasses.replace(one, incidents="robbery", chosen=()) for one in RUNS[:2]]
    page = render_batch((*RUNS, *other), "Both", Units(), [])
    assert "robbery: <strong>No risk factor met the criteria in any of 2 areas.</strong>" in page
    assert page.index("Areas and factors · theft") < page.index("Areas and factors · robbery")
    assert "Tried, and in no area&#39;s model: bars, parks and shops." in page
