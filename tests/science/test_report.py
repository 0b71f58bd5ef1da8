"""The report: complete, self-contained, the same bytes each time; what layers are called stays text."""

import re
import shutil
import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser
from math import log

import pytest

from risk_terrain_modelling.rtm_plugin.errors import MissingPackageError
from risk_terrain_modelling.rtm_plugin.model.risk_terrain_model import (
    CandidateRecord,
    FamilyFit,
    GridFrame,
    RiskTerrainModel,
    SelectedVariable,
)
from risk_terrain_modelling.rtm_plugin.model.settings import Settings
from risk_terrain_modelling.rtm_plugin.report import (
    MapPicture,
    Report,
    ReportPlace,
    ReportTable,
    Section,
    Source,
    Units,
    charts,
    render_report,
    words,
)
from risk_terrain_modelling.rtm_plugin.report.accountability.facts import Facts, factor_table
from risk_terrain_modelling.rtm_plugin.report.small_counts import printable_records
from risk_terrain_modelling.rtm_plugin.report.trust import stability_section
from risk_terrain_modelling.rtm_plugin.selection.random_shift import FactorShift, SpatialTest
from risk_terrain_modelling.rtm_plugin.translation import lend_translator
from risk_terrain_modelling.rtm_plugin.trust.intervals import quoted_intervals
from risk_terrain_modelling.rtm_plugin.variables.factors import FactorSpec, Variable

NASTY = (
    "<script>alert(1)</script>",
    'Café "O\'Neill"',
    "$x_1^2$ costs $5 & {{ 7 * 7 }}",
    'a" onload="alert(1)" id="x',
    "居酒屋 🍺",
    "]]></style><img src=http://example.org/x.png>",
    "a_very_long_layer_name_without_any_blank_that_somebody_exported_from_a_spreadsheet_once_upon_a_time",
)
SECTIONS = (
    "In short",
    "Problem profile: what was asked",
    "Risk terrain: where",
    "Risk narrative: which factors",
    "Priority places",
    "How far to trust it",
    "Appendix: the model in numbers",
    "What was tested and dropped",
    "What went in",
    "How to repeat it",
    "Words used here",
)
# A PNG of one white pixel.
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c63f80f"
    "00010101001bb6ee560000000049454e44ae426082"
)


def make_model(names=("bars", "parks", "trees"), **changes):
    """A model of these factors: the last one dropped, the one before it protective."""
    specs = tuple(FactorSpec(name, direction="protective" if name == names[-2] else "aggravating") for name in names)
    selected, records = [], []
    for place, spec in enumerate(specs):
        for variable in spec.variables(100.0):
            chosen = (
                place < len(names) - 1 and variable.distance == 300.0 and variable.operationalisation == "proximity"
            )
            records.append(CandidateRecord(variable, 120, 40, 1.7, None, chosen or place == 0, chosen))
            if chosen:
                selected.append(SelectedVariable(variable, log(2.2) - 0.1 * place, 0.1, 0.0003, None))
    settings = {
        "settings": Settings(100.0, 50.0),
        "frame": GridFrame(0.0, 5000.0, 50.0, 100, 90, 8765),
        "specs": specs,
        "family": "nb1",
        "intercept": -2.0,
        "intercept_se": 0.1,
        "selected": tuple(selected),
        "dispersion": 1.5,
        "log_likelihood": -4321.0,
        "bic": 8688.0,
        "fits": (
            FamilyFit("poisson", 9000.0, -4490.0, None, ("a",), 30),
            FamilyFit("nb1", 8688.0, -4321.0, 1.5, ("a", "b"), 30),
        ),
        "candidates": tuple(records),
        "constant": (f"{names[0]}_proximity_50",),
        "alpha": 0.95,
        "penalty": 0.01,
        "cv_deviance": 0.9,
        "n_cells_with_incidents": 765,
        "n_incidents": 1234,
        "n_incidents_outside": 3,
        "n_incidents_excluded": 0,
        "lowest": 0.05,
        "rrs_mean": 2.0,
        "rrs_sd": 1.0,
        "rrs_max": 12.5,
        "warnings": (f"Risk factor '{names[0]}': 2 features skipped.",),
        "inputs": {
            "incidents": names[0],
            "study_area": names[-1],
            "crs": "EPSG:27700",
            "left_out": [names[0]],
        },
    }
    return RiskTerrainModel(**{**settings, **changes})


def test_small_numbers_of_incidents_are_left_out_where_asked_for():
    place = ReportPlace(1, "Bars", 12, 3e4, 7.0, 12.5, 31.0, 0.025, 9, 0.0271, "", (20.0, 6.0, 5.0))
    many = replace(place, rank=2, observed=10, observed_share=0.0311)
    unknown = replace(place, rank=3, observed=None, observed_share=None)
    assert [one.without_few(0) for one in (place, many, unknown)] == [place, many, unknown]
    few = place.without_few(10)
    assert (few.observed, few.observed_share, few.parts, few.fewer_than) == (None, None, None, 10)
    assert many.without_few(10) == many
    assert unknown.without_few(10).parts is None and unknown.without_few(10).fewer_than is None
    html = render_report(make_report(places=tuple(one.without_few(10) for one in (place, many))))
    assert "<td>fewer than 10</td>" in html and "<td>10<br>3.1%</td>" in html
    assert "2.7%" not in html and "5.0 here" in html  # of the second
    alone = render_report(make_report(places=(few,)))
    assert (
        "<td>fewer than 10</td>" in alone and "here" not in alone.split("Priority places</h2>")[1].split("</table>")[0]
    )


def test_small_numbers_near_a_factors_features_are_left_out():
    """Of one clinic: 1 incident within 50 m is not told, nor 24 beside 20, nor what a ratio, chart or density tells."""
    spec = FactorSpec("clinic", operationalisation="both")
    within, dense = (
        [one for one in spec.variables(100.0) if one.operationalisation == kind] for kind in ("proximity", "density")
    )
    given = [
        *zip(within, (3, 9, 15, 40, 40, 70), (1, 20, 24, 31, 31, 1_230), (7.77, 1.1, 1.2, 1.3, 1.3, 1.4)),
        *zip(dense, (2, 8, 12, 14, 30, 12), (2, 17, 12, 24, 21, 12), (6.66, 1.5, 1.6, 1.7, 1.8, 1.9)),
    ]
    records = [CandidateRecord(one, *numbers, None, False, False) for one, *numbers in given]
    told = ["below 10", "20", "not shown", "31", "31", "not shown"]  # all but 4 of 1,234 are within the last
    told += ["below 10", "not shown", "12", "not shown", "21", "12"]
    found = printable_records(records, 10, 1234)
    assert [text for _, text in found] == told
    assert [record.single_rrv for record, _ in found] == [
        record.single_rrv if text.isdigit() else None for record, text in zip(records, told)
    ]
    shown = [int(text) for text in told[:6] if text.isdigit()]
    assert all(later == one or later - one >= 10 for one, later in zip([0, *shown], [*shown, 1234]))
    assert [text for _, text in printable_records(records, 0, 1234)] == [f"{one.incidents:,}" for one in records]
    model = make_model(candidates=tuple(records), specs=(spec,), selected=(), constant=())
    html = {least: render_report(make_report(model=model, smallest=least)) for least in (10, 0)}
    for secret in ("7.77", "7.8", "6.66", "6.7", 'number">1<', 'number">24<', 'number">1,230<'):
        table = html[10][html[10].index("What was tested and dropped</h2>") :]
        assert secret not in table and (len(secret) == 3 or secret in html[0])
    assert "Incidents below 10 are not shown" in html[10] and "Incidents below" not in html[0]


def make_report(names=("bars", "parks", "trees"), **changes):
    first = names[0]
    given = {
        "model": make_model(names),
        "title": first,
        "picture": MapPicture(PIXEL, (("#fef0d9", first), ("#d7301f", "Highest risk")), first),
        "n_highest": 200,
        "places": (ReportPlace(1, first, 12, 30_000.0, 7.0, 12.5, 31.0, 0.025, 33, 0.027, first),),
        "sources": (Source("Incidents", first, first, 1234, "2024-01-01 to 2024-12-31", first),),
        "command": f"qgis_process run rtm:riskterrainmodel \\\n  --INCIDENTS='{first}'",
        "versions": (("QGIS", first),),
        "created": first,
        "sections": (Section(first, (first,), (ReportTable(first, (first, "n"), ((first, "1"),), (1,)),)),),
    }
    return Report(**{**given, **changes})


class Page(HTMLParser):
    """Tags with their attributes, and the text of a page as a reader sees it."""

    VOID = ("meta", "img", "br", "link", "input", "base")

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.tags, self.open, self.pieces, self.headings, self.ids = [], [], [], [], []
        self.feed(html)
        self.close()
        self.text = re.sub(r"\s+", " ", "".join(self.pieces))

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        self.ids += [value for key, value in attributes if key == "id"]
        if tag == "br":
            self.pieces.append(" ")
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        self.ids += [value for key, value in attributes if key == "id"]

    def handle_endtag(self, tag):
        assert self.open and self.open[-1] == tag, (self.open, tag, self.getpos())
        self.open.pop()

    def handle_data(self, data):
        if self.open and self.open[-1] in ("h1", "h2"):
            self.headings.append(data.strip())
        if "style" not in self.open:
            self.pieces.append(data)


def without_svg(html):
    return re.sub(r"<svg.*?</svg>", "", html, flags=re.DOTALL)


def test_every_section_is_there_in_the_readers_order():
    page = Page(render_report(make_report()))
    assert page.headings == ["bars", *SECTIONS]
    assert (
        "A cell within 300 m of ‘bars’ has 2.2 times the expected incidents of an otherwise equal cell "
        "(95% interval 1.8 to 2.7); this is a correlation, not a cause." in page.text
    )
    assert "A cell within 300 m of ‘parks’ has 0.50 times the expected incidents" in page.text
    assert "Dropped in the culling. 12 variables tried, none left after culling." in page.text
    for said in (
        "Risk factor 'bars': 2 features skipped.",
        "3.0 ha",
        "31.0 2.5%",
        "33 2.7%",
        "2024-12-31",
    ):
        assert said in page.text
    assert not page.open


def test_it_needs_nothing_else_and_runs_nothing():
    html = render_report(make_report(NASTY))
    page = Page(html)
    tags = {tag for tag, _ in page.tags}
    assert not tags & {
        "script",
        "link",
        "iframe",
        "object",
        "embed",
        "base",
        "form",
        "input",
        "foreignObject",
    }
    for tag, attributes in page.tags:
        assert not [key for key in attributes if key.startswith("on")], (tag, attributes)
        for key in ("src", "href", "xlink:href", "action", "data", "srcset"):
            value = attributes.get(key) or "#"
            assert value.startswith(("#", "data:image/png;base64,")), (tag, value)
        assert "url(" not in (attributes.get("style") or "").replace("url(#", "")
    style = html[html.index("<style>") : html.index("</style>")]
    assert "url(" not in style
    assert "@import" not in style


@pytest.mark.parametrize("name", NASTY)
def test_a_layers_name_is_text_wherever_it_stands(name):
    html = render_report(make_report((name, "parks", "trees")))
    page = Page(html)
    assert page.text.count(" ".join(name.split())) > 15
    plain = Page(without_svg(render_report(make_report())))
    assert [tag for tag, _ in Page(without_svg(html)).tags] == [tag for tag, _ in plain.tags]
    assert len(page.ids) == len(set(page.ids))
    assert not [one for one in page.ids if one == "x"]


@pytest.mark.parametrize("name", NASTY)
def test_a_layers_name_is_text_in_the_charts_too(name):
    model = make_model((name, "parks", "trees"))
    page = Page(charts.influence_chart(model.selected, quoted_intervals(model), Units()))
    assert re.sub(r"[\W_]", "", name)[:25] in re.sub(r"[\W_]", "", page.text)
    assert {tag for tag, _ in page.tags} <= {
        "svg",
        "g",
        "path",
        "defs",
        "use",
        "text",
        "clippath",
        "rect",
        "tspan",
    }
    assert name.replace("_", " ") in page.tags[0][1]["aria-label"].replace(" …", "") or len(name) > 30


def test_the_same_report_has_the_same_bytes():
    assert render_report(make_report()) == render_report(make_report())


def test_it_can_be_read_without_seeing_it():
    page = Page(render_report(make_report()))
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(following - level <= 1 for level, following in zip(levels, levels[1:]))
    for tag, attributes in page.tags:
        if tag == "img":
            assert attributes["alt"]
        if tag == "svg":
            assert attributes.get("aria-label") or attributes.get("aria-hidden") == "true"
        if tag == "th":
            assert attributes["scope"] in ("row", "col")
    assert dict(page.tags)["html"] == {"lang": "en-GB"}
    tables = [tag for tag, _ in page.tags if tag == "table"]
    assert tables and len(tables) == len([tag for tag, _ in page.tags if tag == "caption"])


def test_without_matplotlib_tables_stand_for_the_charts(monkeypatch):
    with_charts = render_report(make_report())
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    without = render_report(make_report())
    said = "The charts are left out, because the Python package 'matplotlib' is not installed; the tables hold"
    assert said in Page(without).text and said not in Page(with_charts).text
    assert Page(without).headings == ["bars", *SECTIONS]
    assert 'role="img"' in with_charts
    assert 'role="img"' not in without
    for page in (with_charts, without):  # the numbers of the ladder are there either way
        assert Page(page).text.count("RRV alone") == 3
    assert "<details>" not in without


def test_without_jinja2_the_package_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "jinja2", None)
    with pytest.raises(MissingPackageError, match="'jinja2', which is not installed: install it"):
        render_report(make_report())


def test_a_model_without_factors_has_a_report_that_says_so():
    model = make_model(selected=(), rrs_mean=1.0, rrs_sd=0.0, rrs_max=1.0, dispersion=None, family="poisson")
    page = Page(render_report(make_report(model=model, places=(), n_highest=0)))
    assert page.headings == ["bars", *SECTIONS]
    assert "No risk factor of 3 met the criteria" in page.text
    assert "No risk factor met the criteria" in page.text


def test_what_was_not_computed_is_absent():
    page = Page(render_report(Report(make_model(), "Bars")))
    assert "<img" not in render_report(Report(make_model(), "Bars"))
    assert "were not outlined for this report" in page.text
    assert "This command" not in page.text
    assert page.headings == ["Bars", *SECTIONS]


def test_feet_and_acres():
    page = Page(render_report(make_report(units=Units("ft", 0.3048))))
    assert "within 300 ft" in page.text
    assert "0.69 acres" in page.text
    assert not re.search(r"\d ha\b", page.text)


@pytest.mark.parametrize("to", ["to", "bis", "as far up as"])
def test_the_words_beside_a_chart_are_not_cut_in_any_language(to):
    from matplotlib.textpath import TextPath

    lend_translator(lambda text: text.replace(" to ", f" {to} "))
    try:
        model = make_model()
        page = Page(charts.influence_chart(model.selected, quoted_intervals(model), Units(), front=True))
    finally:
        lend_translator(None)
    right = float(dict(page.tags)["svg"]["viewbox"].split()[2])
    ends = [
        float(attributes["x"]) + TextPath((0, 0), f"0.50  (0.41 {to} 0.61)", size=8.5).get_extents().x1
        for tag, attributes in page.tags
        if tag == "text" and "text-anchor: start" in attributes["style"]
    ]
    assert len(ends) == len(model.selected)
    assert right - 10 < max(ends) < right - 5


@pytest.mark.parametrize("interval", [(50.0, 0.1), (0.001, 300.0)])
def test_a_chart_of_extreme_values_is_still_a_chart(interval):
    coefficient, error = interval
    chosen = SelectedVariable(Variable("bars", "proximity", 100.0), coefficient, error, 0.04, None)
    assert "<text" in charts.influence_chart([chosen], quoted_intervals(make_model(selected=(chosen,))), Units())
    wild = replace(
        make_model(),
        candidates=tuple(
            replace(record, single_rrv=value)
            for record, value in zip(make_model().candidates, (None, 0.0, 1e9, *([1.0] * 99)))
        ),
    )
    assert Page(render_report(make_report(model=wild))).headings


def test_a_browser_shows_it_without_complaint_or_request(tmp_path):
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser is None:
        pytest.skip("no Chromium to open the report with")
    path = tmp_path / "report.html"
    path.write_text(render_report(make_report(NASTY)), encoding="utf-8")
    log_file = tmp_path / "net.json"
    done = subprocess.run(
        [
            browser,
            *(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
            ),
            *(
                "--disable-component-update",
                "--disable-sync",
                "--disable-quic",
                "--enable-logging=stderr",
                "--v=0",
            ),
            f"--user-data-dir={tmp_path / 'profile'}",
            f"--log-net-log={log_file}",
            "--dump-dom",
            path.as_uri(),
        ],
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0
    assert "CONSOLE" not in done.stderr
    for heading in SECTIONS:
        assert heading in done.stdout
    assert "example.org" not in log_file.read_text(errors="replace")
    assert "<script" not in done.stdout


def test_what_the_diagnostics_warn_of_is_among_the_warnings():
    finding = {"name": "Stacks", "verdict": "Points are stacked.", "advice": "Use <exact> ones.", "values": {}}
    found = [{**finding, "level": "warning"}, {**finding, "name": "Zeros", "level": "good"}]
    model = make_model(inputs={"diagnostics": found})
    page = Page(render_report(Report(model, "Bars")))
    assert "2 warnings to read before use" in page.text
    assert "Stacks: Points are stacked. Use <exact> ones." in page.text
    assert "Zeros" not in page.text


def shifted_model(as_high, **factors):
    """A model of which random shifts said so much: how many of 999 did as well with each of its factors or others."""
    model = make_model()
    inside = {chosen.variable.factor for chosen in model.selected} if as_high < 50 else set()
    kept = tuple(FactorShift(name, n) for name, n in factors.items() if name in inside)
    taken = tuple(FactorShift(name, n) for name, n in factors.items() if name not in inside)
    return replace(model, spatial=SpatialTest(999, as_high, kept, taken))


def test_what_random_shifts_said_is_told_as_it_was():
    whole, stand, out = words.spatial_test(shifted_model(12, bars=3, parks=0, trees=149))
    assert whole.endswith("these go together with the factors as a whole by more than chance (p = 0.013).")
    assert stand.startswith("The factors of the model stand (p is the share of shifts")
    assert stand.endswith("bars (p < 0.01), parks (p < 0.01).")
    assert out == "Taken out, one after the other, each with a p above 0.05 beside those left: trees (p = 0.15)."
    (nothing,) = words.spatial_test(shifted_model(120, bars=3, trees=149))  # 12%: whatever each is worth
    assert "Against 999 shifts of the same incidents, 120 went together with some factor as closely" in nothing
    assert nothing.endswith("look close beside the others: bars (p < 0.01), trees (p = 0.15).")
    assert words.p_words(0.0501) == "p = 0.0501" and words.p_words(0.05) == "p = 0.05"
    asked = replace(make_model(selected=()), settings=Settings(100.0, 50.0, spatial_test="random_shift"))
    assert words.spatial_test(asked) == [
        "No factor was selected, so that there was nothing to put to the test by random shifts."
    ]
    assert words.spatial_test(make_model()) == []
    records = [record for record in make_model().candidates if record.variable.factor == "trees"]
    taken_out = words.fate(records, shifted_model(0, bars=3, trees=149).spatial)
    assert taken_out[0] == "Taken out by the spatial test"
    assert taken_out[1].endswith("left after culling, the best one does not stand the random shifts.")
    assert (
        words.fate(records, shifted_model(0, bars=3).spatial)[0]
        == words.fate(records, None)[0]
        == "Dropped in the culling"
    )


def test_halves_that_find_what_the_test_took_out_say_so():
    model = shifted_model(0, bars=3, parks=0, trees=149)
    factors = [
        {"factor": name, "selected": 9, "variables": {}, "usual": None, "rrv": None, "rrv_bagged": 1.5, "rrv_low": 1.0}
        | {"rrv_high": 2.0}
        for name in ("bars", "trees")
    ]
    stability = {
        "n_resamples": 10,
        "n_blocks": 20,
        "block_size": 600.0,
        "families": {},
        "factors": factors,
        "enough": 9,
    }
    section = stability_section(model.with_inputs(stability=stability), "m")
    assert [row[0] for row in section.tables[0].rows] == ["bars", "trees (taken out by the spatial test)"]
    assert "go without the spatial test" in section.paragraphs[0] and "trees (taken out" in section.paragraphs[1]
    assert "spatial test" not in "".join(
        stability_section(make_model().with_inputs(stability=stability), "m").paragraphs
    )


def test_places_that_are_their_own_past_are_named_below_the_table():
    place = ReportPlace(1, "Station", 12, 30_000.0, 7.0, 12.5, 31.0, 0.025, 33, 0.027, "bars ×2", (1.0, 1.0, 29.0))
    page = Page(render_report(make_report(places=(place, replace(place, rank=2, parts=(9.0, 9.0, 13.0))))))
    assert "Of what is expected nearly all is the place's own past here: 1. That says where again" in page.text
    assert "own past" not in Page(render_report(make_report(places=(replace(place, parts=None),)))).text


def test_what_is_in_doubt_is_not_among_the_strongest_and_its_sentence_says_so():
    model = make_model(("bars", "parks", "trees"))
    bars, parks = model.selected

    def with_rows(**rows):
        row = {"alike_std_error": 0.2, "rrv_low": 1.4, "rrv_high": 3.0}
        values = [{"variable": one.variable.name, **row, **rows[one.variable.factor]} for one in model.selected]
        finding = {"name": "", "level": "good", "verdict": "", "advice": "", "values": {"variables": values}}
        return replace(model, inputs={"diagnostics": [finding]})

    sure = with_rows(bars={"rrv_shrunk": 2.1}, parks={"rrv_shrunk": 1.9})
    assert "The strongest: bars (×2.2), parks (÷2.0)." in words.findings(sure)[0]
    assert not any("In doubt" in one for one in words.findings(sure))
    doubtful = with_rows(bars={"rrv_shrunk": 1.0}, parks={"rrv_shrunk": 1.4})
    said = words.findings(doubtful)
    assert "strongest" not in said[0] and "their interval holds 1: bars (×2.2), parks (÷2.0)." in said[1]
    one = words.findings(with_rows(bars={"rrv_shrunk": 1.0}, parks={"rrv_shrunk": 1.9}))
    assert "The strongest: parks (÷2.0)." in one[0] and "holds 1: bars (×2.2)." in one[1]
    assert any("bars (×2.2), parks (÷2.0). Do not build on them." in warning for warning in words.warnings(doubtful))
    assert not words.warnings(with_rows(bars={"rrv_shrunk": 2.1}, parks={"rrv_shrunk": 1.9}))[1:]
    quoted = quoted_intervals(doubtful)
    assert "Do not quote it: it stood out no more than it had to" in words.factor_sentence(bars, quoted, Units())
    assert "allowed for, 0.71 times the expected" in words.factor_sentence(parks, quoted, Units())
    page = render_report(Report(doubtful, "Bars"))
    assert page.count("<small>in doubt</small>") == 2 * page.count("Risk factors in the model, by falling") > 0
    assert [row[2] for row in factor_table(Facts(doubtful, "Bars")).rows] == [
        "more incidents; in doubt",
        "fewer incidents; in doubt",
    ]
    wide = quoted_intervals(with_rows(bars={"rrv_shrunk": 2.0, "rrv_low": 0.9}, parks={"rrv_shrunk": 1.9}))
    assert "Do not quote it: its interval holds 1" in words.factor_sentence(bars, wide, Units())
    assert words.factor_sentence(parks, wide, Units()).endswith("not a cause.")
