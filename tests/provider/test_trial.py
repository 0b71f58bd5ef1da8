"""Trials inside QGIS: designed, sealed, judged; what the sample city's treatment took away is found again."""

import csv
import datetime
import re
from html import unescape

import numpy as np
import pytest
from attributes import rows
from log import Log
from qgis.core import NULL, QgsApplication, QgsProcessingException, QgsVectorLayer
from town import X, Y

from risk_terrain_modelling.rtm_plugin.use import trial
from risk_terrain_modelling.rtm_plugin.use.impact import Counted, assess, rate_ratio
from risk_terrain_modelling.rtm_plugin.use.randomisation import Design, randomisation_test
from risk_terrain_modelling.rtm_plugin.use.small_counts import withheld

SIDE, STEP, N = 100.0, 400.0, 24
CORNERS = [(X + STEP * (n % 6), Y + STEP * (n // 6)) for n in range(N)]


@pytest.fixture(scope="module")
def town_of_squares(make_layer):
    """Squares with priorities and risks, and two years of dated incidents in and around them."""
    random = np.random.RandomState(12)
    rate = random.uniform(12, 60, N)
    squares = [
        f"Polygon(({x} {y}, {x + SIDE} {y}, {x + SIDE} {y + SIDE}, {x} {y + SIDE}, {x} {y}))" for x, y in CORNERS
    ]
    fields = ["rank:integer", "label:string", "rrs_mean:double", "observed:integer"]
    attributes = [[N - n, f"Corner {n}", round(float(rate[n]) / 9, 3), int(rate[n])] for n in range(N)]
    places = make_layer("squares", "Polygon", squares, fields=fields, rows=attributes)
    points, dates = [], []
    for (x, y), mean in zip(CORNERS, rate):
        n = random.poisson(2 * mean)
        at = random.uniform(-40, SIDE + 40, (2 * n, 2)) + [x, y]
        points += at.tolist()
        dates += [
            (datetime.date(2023, 1, 1) + datetime.timedelta(days=int(day))).isoformat()
            for day in random.randint(0, 731, 2 * n)
        ]
    incidents = make_layer(
        "burglaries",
        "Point",
        [f"Point({x} {y})" for x, y in points],
        fields=["date:string", "month:string"],
        rows=[[date, date[:7]] for date in dates],
    )
    return places, incidents, np.array(points), np.array([datetime.date.fromisoformat(one) for one in dates])


def outline_of(rank):
    x, y = CORNERS[N - rank]
    return trial.outline([[x, y], [x, y + SIDE], [x + SIDE, y + SIDE], [x + SIDE, y]])


def inside(points):
    """(n points, places) bool, the slow way."""
    lower = np.array(CORNERS)
    return ((points[:, None] >= lower) & (points[:, None] <= lower + SIDE)).all(axis=2)


def designed(run, town, log=None, **more):
    places, incidents, *_ = town
    asked = {
        "PLACES": places,
        "INCIDENTS": incidents,
        "DATE_FIELD": "date",
        "DATE_TO": "2023",
        "START": "2024-01-01",
        "SIMULATIONS": 50,
        "TRIAL": "memory:",
    }
    asked["DATE_TO"] = "2023-12"
    return run("rtm:trialdesign", {**asked, **more}, log)


def test_a_trial_agrees_with_its_parts(run, town_of_squares, tmp_path):
    _, _, points, dates = town_of_squares
    log = Log()
    page, table = tmp_path / "protocol.html", tmp_path / "balance.csv"
    result = designed(run, town_of_squares, log, PROTOCOL=str(page), BALANCE=str(table), SEED=4, MIN_COUNT=15)
    algorithm = QgsApplication.processingRegistry().algorithmById("rtm:trialdesign")
    assert set(result) == {output.name() for output in algorithm.outputDefinitions()} - {"CALENDAR"}
    assert log.warnings == []
    layer = rows(result["TRIAL"])
    assert [row["rank"] for row in layer] == list(range(1, N + 1)) and result["N_GIVEN"] == N
    counts = inside(points[dates < datetime.date(2024, 1, 1)]).sum(axis=0)[::-1]  # by rank
    assert [row["observed"] for row in layer] == counts.tolist()
    few = [row["rank"] for row in layer if row["fate"] == "too few incidents"]
    assert few == [rank for rank in range(1, N + 1) if counts[rank - 1] < 15] and few
    taken = [row for row in layer if row["arm"] != "left out"]
    risk = np.array([row["risk"] for row in taken])
    known = np.column_stack([[row["observed"] for row in taken], risk]).astype(float)
    assert [row["block"] - 1 for row in taken] == trial.blocks_of_alike(known, 2).tolist()
    for block in {row["block"] for row in taken}:
        assert sorted(row["arm"] for row in taken if row["block"] == block) == ["control", "treatment"]
    assert {row["starts"] for row in taken if row["arm"] == "treatment"} == {"2024-01-01"}
    assert result["N_TREATMENT"] == result["N_CONTROL"] == result["N_BLOCKS"] == len(taken) / 2
    assert {row["ends"] for row in taken} == {"2024-06-30"} and {row["months"] for row in taken} == {6}
    before = (dates.min().isoformat(), "2023-12-31")
    assert result["SEAL"] == trial.seal(
        (
            row["place"],
            row["arm"],
            row["block"],
            row["starts"] or "",
            row["ends"],
            6.0,
            *before,
            95.0,
            outline_of(row["rank"]),
        )
        for row in taken
    )
    assert {(row["base_from"], row["base_to"]) for row in taken} == {before}
    assert {(row["base_from"], row["base_to"]) for row in layer if row["arm"] == "left out"} == {(NULL, NULL)}
    with table.open() as file:
        balance = list(csv.DictReader(file))
    treated = [row["observed"] for row in taken if row["arm"] == "treatment"]
    assert float(balance[1]["mean"]) == pytest.approx(np.mean(treated))

    html = page.read_text(encoding="utf-8")
    assert result["SUMMARY"] in html and result["SEAL"] in html and "seed of the random numbers is 4" in html
    assert f"The time before is from {before[0]} to {before[1]}, both included" in html
    assert taken[0]["label"] in html and "src=" not in html and "https:" not in html
    again = designed(run, town_of_squares, SEED=4, MIN_COUNT=15)
    other = designed(run, town_of_squares, SEED=5, MIN_COUNT=15)
    assert again["SEAL"] == result["SEAL"] != other["SEAL"]


def test_places_keep_their_distance(run, town_of_squares):
    result = designed(run, town_of_squares, BUFFER=301, MIN_COUNT=0, GROUPING="complete")
    layer = rows(result["TRIAL"])
    near = [row["rank"] for row in layer if row["fate"] == "too near another"]
    assert len(near) == N / 2  # of a chessboard, whose squares are 300 m apart
    assert designed(run, town_of_squares, BUFFER=299, MIN_COUNT=0)["N_IN_TRIAL"] == N
    few = designed(run, town_of_squares, N_PLACES=6, MIN_COUNT=0, INCIDENTS=None, DATE_FIELD=None)
    assert [row["rank"] for row in rows(few["TRIAL"]) if row["arm"] != "left out"] == list(range(1, 7))


@pytest.fixture
def sealed(run, town_of_squares):
    return designed(run, town_of_squares, SEED=4)


def judged(run, town, trial_layer, log=None, **more):
    _, incidents, *_ = town
    asked = {"PLACES": trial_layer, "INCIDENTS": incidents, "DATE_FIELD": "date", "IMPACT": "memory:"}
    return run("rtm:impact", {**asked, **more}, log)


def test_impact_agrees_with_its_parts(run, town_of_squares, sealed, tmp_path):
    _, _, points, dates = town_of_squares
    page, log = tmp_path / "impact.html", Log()
    result = judged(
        run, town_of_squares, sealed["TRIAL"], log, SEAL=sealed["SEAL"], DISPLACEMENT=30, JUDGED="memory:",
        REPORT=str(page), BEFORE_FROM="2023-07", DRAWS=999,
    )  # fmt: skip
    layer = [row for row in rows(sealed["TRIAL"]) if row["arm"] != "left out"]
    ranks = [row["rank"] for row in layer]
    before, after = (
        inside(points[chosen]).sum(axis=0)[::-1][np.array(ranks) - 1]
        for chosen in (
            (dates >= datetime.date(2023, 7, 1)) & (dates < datetime.date(2024, 1, 1)),
            (dates >= datetime.date(2024, 1, 1)) & (dates <= datetime.date(2024, 6, 30)),
        )
    )
    x, y = points.T
    ring = np.zeros((len(points), N), dtype=bool)
    for n, (left, low) in enumerate(CORNERS):
        aside = np.hypot(*[np.maximum(np.abs(v - o - SIDE / 2) - SIDE / 2, 0) for v, o in ((x, left), (y, low))])
        ring[:, n] = (aside > 0) & (aside <= 30)
    treated = np.array([row["arm"] == "treatment" for row in layer])
    lengths = (184, 182)  # to the last day of the trial
    design = Design.parallel(treated, [row["block"] for row in layer])
    found = assess(Counted(before, after[:, None], np.ones(len(layer))), treated, lengths, None, design, draws=999)
    for key, value in {
        "DIFFERENCE": found.difference.value,
        "DIFFERENCE_LOW": found.difference.low,
        "P_VALUE": found.drawn.p_value,
        "RATIO_HIGH": found.change.high,
        "EVIDENCE": found.verdict,
    }.items():
        assert result[key] == pytest.approx(value), key
    places = rows(result["JUDGED"])
    assert [row["before"] for row in places] == before.tolist()
    assert [row["after"] for row in places] == after.tolist()
    own = rate_ratio(int(after[0]), lengths[1], int(before[0]), lengths[0])
    assert [places[0][key] for key in ("ratio", "ratio_low", "p_value")] == pytest.approx(
        [own.value, own.low, own.p_value]
    )
    around = ring[(dates >= datetime.date(2024, 1, 1)) & (dates <= datetime.date(2024, 6, 30))].sum(axis=0)[::-1][
        np.array(ranks) - 1
    ]
    near = np.array([row["near_after"] for row in places])
    assert np.abs(near - around).max() <= 1  # a buffer's corners are polygons
    table = {(row["scope"], row["measure"]): row for row in rows(result["IMPACT"])}
    assert table["places", "difference"]["value"] == result["DIFFERENCE"]
    assert table["both", "difference"]["value"] == result["TOTAL_DIFFERENCE"]

    html = page.read_text(encoding="utf-8")
    assert result["VERDICT"] in html and result["VERDICT"].startswith("No evidence either way: ")
    assert "neither displacement nor diffusion" in result["DISPLACEMENT_WORDS"] and "SHA" not in html
    shown = re.findall(r'<td class="number">(\d+)</td>', html[html.index("Place by place") :])
    assert shown and min(map(int, shown)) >= 10
    assert "below 10" in html
    assert any(result["VERDICT"] in text for text in log.texts)


def test_lots_that_were_changed_are_found_out(run, town_of_squares, sealed):
    layer = sealed["TRIAL"]
    changed = layer.clone()
    changed.startEditing()
    ids = [feature.id() for feature in changed.getFeatures() if feature["block"] == 1]
    for one, arm in zip(ids, ("treatment", "control")):
        changed.changeAttributeValue(one, changed.fields().indexOf("arm"), arm)
    arms = [changed.getFeature(one)["arm"] for one in ids]
    if arms == [layer.getFeature(one)["arm"] for one in ids]:
        for one, arm in zip(ids, reversed(arms)):
            changed.changeAttributeValue(one, changed.fields().indexOf("arm"), arm)
    with pytest.raises(QgsProcessingException, match="The lots are not those that were sealed"):
        judged(run, town_of_squares, changed, SEAL=sealed["SEAL"])
    changed.rollBack()


@pytest.mark.parametrize(
    "change",
    [
        *({"starts": "2023-12-01"}, {"ends": "2024-12-31"}, {"months": 12.0}, {"base_to": "2023-11-30"}),
        *({"level": 90.0}, {"geometry": 0.02}, {"geometry": 0.0}),
    ],
)
def test_the_seal_covers_days_and_outlines(run, town_of_squares, sealed, change, tmp_path):
    layer = sealed["TRIAL"].clone()
    layer.startEditing()
    one = next(feature for feature in layer.getFeatures() if feature["arm"] == "treatment")
    for field, value in change.items():
        if field == "geometry":
            moved = one.geometry()
            moved.translate(value, 0.0)
            layer.changeGeometry(one.id(), moved)
        else:
            layer.changeAttributeValue(one.id(), layer.fields().indexOf(field), value)
    asked = {"SEAL": sealed["SEAL"], "DRAWS": 99, "REPORT": str(tmp_path / "r.html")}
    if change == {"geometry": 0.0}:
        judged(run, town_of_squares, layer, **asked)
        assert "The lots are those that were sealed" in (tmp_path / "r.html").read_text(encoding="utf-8")
        judged(run, town_of_squares, layer, **{**asked, "SEAL": ""})
        assert "The lots were not checked against a seal" in (tmp_path / "r.html").read_text(encoding="utf-8")
    else:
        with pytest.raises(QgsProcessingException, match="The lots are not those that were sealed"):
            judged(run, town_of_squares, layer, **asked)
    layer.rollBack()


def test_the_seal_outlives_a_file(run, town_of_squares, tmp_path):
    for plan, kind in (("parallel", "gpkg"), ("parallel", "shp"), ("stepped", "gpkg"), ("crossover", "gpkg")):
        files = {"TRIAL": str(tmp_path / f"{plan}.{kind}"), "CALENDAR": None}
        more = {"PLAN": plan, "SEED": 4, "MIN_COUNT": 0, "LEVEL": 99.5}
        if plan == "crossover":
            files["CALENDAR"] = more["CALENDAR"] = str(tmp_path / "c.csv")
        laid = designed(run, town_of_squares, **more, TRIAL=files["TRIAL"])
        asked = {"CALENDAR": files["CALENDAR"], "SEAL": laid["SEAL"], "DRAWS": 99}
        for level, is_other in ((99.5, False), (95.0, True)):
            log = Log()
            judged(run, town_of_squares, files["TRIAL"], log, LEVEL=level, **asked)
            told = [text for text in log.warnings if "to be judged at 99.5% confidence, but it is at 95%" in text]
            assert bool(told) == is_other


def test_a_crossover_from_its_calendar_to_its_judgement(run, town_of_squares, tmp_path):
    _, _, points, dates = town_of_squares
    calendar = tmp_path / "calendar.csv"
    result = designed(
        run, town_of_squares, PLAN="crossover", MONTHS=3, N_PLACES=5, MIN_COUNT=0, CALENDAR=str(calendar),
        PROTOCOL=str(tmp_path / "p.html"),
    )  # fmt: skip
    with calendar.open() as file:
        days = list(csv.DictReader(file))
    assert len(days) == 5 * 13 * 7 and {row["minutes"] for row in days} == {"0", "15"}
    assert sum(row["treated"] == "1" for row in days) == 5 * 13 * 3
    html = (tmp_path / "p.html").read_text(encoding="utf-8")
    assert result["SEAL"] in html and "2024-01-02" not in html  # sealed: the page tells no day
    found = judged(
        run, town_of_squares, result["TRIAL"], CALENDAR=str(calendar), SEAL=result["SEAL"], DRAWS=499, SEED=7,
        REPORT=str(tmp_path / "r.html"),
    )  # fmt: skip
    html = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "<td>–</td>" not in html and "Ratio of rates" not in html and "Incidents before" not in html
    assert "–" not in html[html.index("Place by place") : html.index("What the figures rest on")]
    html = (tmp_path / "p.html").read_text(encoding="utf-8")
    assert "displacement" not in html[html.index("5. Analysis") : html.index("6. What it can tell")]
    with pytest.raises(QgsProcessingException, match="Displacement cannot be looked for by day"):
        judged(run, town_of_squares, result["TRIAL"], CALENDAR=str(calendar), DISPLACEMENT=30)
    log = Log()
    judged(run, town_of_squares, result["TRIAL"], log, CALENDAR=str(calendar), BEFORE_FROM="2023-01", DRAWS=99)
    assert any("A crossover has no time before" in text for text in log.warnings)
    own = inside(points)[:, ::-1]
    counts = np.array(
        [(own[:, int(row["place"]) - 1] & (dates == datetime.date.fromisoformat(row["date"]))).sum() for row in days]
    )
    treated = np.array([row["treated"] == "1" for row in days])
    ratio = rate_ratio(int(counts[treated].sum()), treated.sum(), int(counts[~treated].sum()), (~treated).sum())
    assert [found["RATIO"], found["RATIO_LOW"]] == pytest.approx([ratio.value, ratio.low])
    week = np.arange(len(days)) // 7
    lots = randomisation_test(Design.parallel(treated, week), counts[:, None], 499, 7)
    assert found["P_VALUE"] == pytest.approx(lots.p_value) and found["PLAN"] == "crossover"
    assert (found["N_TREATED"], found["N_CONTROL"]) == (195, 260)


def test_waves_from_their_lots_to_their_judgement(run, town_of_squares, tmp_path):
    result = designed(run, town_of_squares, PLAN="stepped", WAVES=4, MONTHS=8, MIN_COUNT=0)
    layer = rows(result["TRIAL"])
    page = str(tmp_path / "r.html")
    starts = {row["wave"]: row["starts"] for row in layer}
    assert starts == {1: "2024-01-01", 2: "2024-03-01", 3: "2024-05-01", 4: "2024-07-01"}
    found = judged(run, town_of_squares, result["TRIAL"], SEAL=result["SEAL"], DRAWS=99, REPORT=page)
    html = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "places of later waves waited for a part of it" in html and "a step weighs the more" in html
    assert "Ratio of rates" not in html and "Ratios of rates" not in html and "2024-01-01 to 2024-08-31" in html
    assert found["PLAN"] == "stepped" and found["N_TREATED"] == 6 * (1 + 2 + 3) == found["N_CONTROL"]
    with pytest.raises(QgsProcessingException, match="Displacement cannot be looked for in waves"):
        judged(run, town_of_squares, result["TRIAL"], DISPLACEMENT=30)
    with pytest.raises(QgsProcessingException, match="The last wave begins after the last day"):
        judged(run, town_of_squares, result["TRIAL"], AFTER_TO="2024-05-31")


def test_waves_begin_on_whole_months(run, town_of_squares, tmp_path):
    """8 months do not divide by 3: the steps have 3, 2 and 3, by days as by months, and the protocol says so."""
    for field in ("date", "month"):
        page = tmp_path / f"{field}.html"
        asked = {"PLAN": "stepped", "WAVES": 3, "MONTHS": 8, "MIN_COUNT": 0, "DATE_FIELD": field, "SEED": 4}
        result = designed(run, town_of_squares, **asked, DISPERSION=0.1, PROTOCOL=str(page))
        starts = {row["wave"]: row["starts"] for row in rows(result["TRIAL"])}
        assert starts == {1: "2024-01-01", 2: "2024-04-01", 3: "2024-06-01"}
        html = page.read_text(encoding="utf-8")
        assert "Each wave begins on its first day (2024-01-01, 2024-04-01, 2024-06-01): the 3 steps last 3" in html
        assert "last 3, 2 and 3 months, for they have whole months that are as equal as can be." in html
        judged(run, town_of_squares, result["TRIAL"], DATE_FIELD=field, SEAL=result["SEAL"], DRAWS=99)


def test_drawn_places_without_lots(run, town_of_squares, make_layer, tmp_path):
    places, incidents, *_ = town_of_squares
    halves = [
        make_layer(name, "Polygon", [f.geometry().asWkt() for f in places.getFeatures()][part])
        for name, part in (("ours", slice(0, 8)), ("others", slice(8, 24)))
    ]
    asked = {"PLACES": halves[0], "CONTROL": halves[1], "INCIDENTS": incidents, "DATE_FIELD": "date"}
    asked |= {"AFTER_FROM": "2024-01-01", "IMPACT": "memory:", "RATIO_TEST": "etest"}
    asked["REPORT"] = str(tmp_path / "r.html")
    found = run("rtm:impact", asked)
    assert "no lots were drawn" in found["VERDICT"] and "P_VALUE" not in found
    assert found["QUOTED_LOW"] < found["DIFFERENCE_LOW"] and found["OVERDISPERSION"] >= 1
    html = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "what set them apart before is in it" in html and "By the lots" not in html
    factor = f"is {found['OVERDISPERSION']:.1f} times that of Poisson counts, by the changes of the 16 control"
    assert factor not in html and "by the changes of the 16 control places; how much that is is not told" in html
    run("rtm:impact", {**asked, "SMALLEST_COUNT": 0})
    assert factor in (tmp_path / "r.html").read_text(encoding="utf-8")
    assert (found["N_TREATED"], found["N_CONTROL"]) == (8, 16)
    with pytest.raises(QgsProcessingException, match="When treatment began is not known"):
        run("rtm:impact", {**asked, "AFTER_FROM": ""})
    with pytest.raises(QgsProcessingException, match="The incidents before are not known"):
        run("rtm:impact", {**asked, "DATE_FIELD": ""})


def test_a_single_places_small_count_is_told_nowhere(run, make_layer, tmp_path):
    """One treated and one control place: neither page, log, table nor numbers tell 7, or what it follows from."""
    counts, years = ((31, 7), (43, 52)), (2022, 2023)
    squares = [f"Polygon(({x} {Y}, {x + 9} {Y}, {x + 9} {Y + 9}, {x} {Y + 9}, {x} {Y}))" for x in (X, X + 900)]
    names = ("ours", "others")
    places = [make_layer(name, "Polygon", [square]) for name, square in zip(names, squares)]
    dated = [
        (X + 900 * place + 4, f"{year}-{1 + n % 12:02}-{1 + n % 28:02}")
        for place, of_place in enumerate(counts)
        for year, count in zip(years, of_place)
        for n in range(count)
    ]
    incidents = make_layer(
        "thefts", "Point", [f"Point({x} {Y + 4})" for x, _ in dated], fields=["date:string"],
        rows=[[day] for _, day in dated],
    )  # fmt: skip
    page = tmp_path / "r.html"
    asked = {"PLACES": places[0], "CONTROL": places[1], "INCIDENTS": incidents, "DATE_FIELD": "date"}
    asked |= {"AFTER_FROM": "2023-01-01", "AFTER_TO": "2023-12", "DISPLACEMENT": 50}
    asked |= {"BEFORE_FROM": "2022-01", "IMPACT": "memory:", "REPORT": str(page)}
    found = {}
    for least in (10, 0):
        log = Log()
        found[least] = run("rtm:impact", {**asked, "SMALLEST_COUNT": least}, log)
        html = page.read_text(encoding="utf-8")
        html = html[html.index("<header>") :]
        told = [html, *log.texts, *(value for value in found[least].values() if isinstance(value, str))]
        told = [text for text in told if not text.startswith("Where the time went")]  # 0.7 s
        assert any(re.search(r"\b7\b", text) for text in told) == (least == 0)
        assert any(re.search(r"[-−]33\b|33 fewer", text) for text in told) == (least == 0)
    verdict = found[10]["VERDICT"]
    assert "in the one treated place fewer than 10 incidents after against 31 before; how many more or" in verdict
    hidden = {"DIFFERENCE", "DIFFERENCE_LOW", "DIFFERENCE_HIGH", "QUOTED_LOW", "QUOTED_HIGH", "RATIO", "RATIO_LOW"}
    hidden |= {"RATIO_HIGH", "TOTAL_DIFFERENCE", "CHANGE_WORDS", "NEAR_DIFFERENCE"}  # around them there was nothing
    assert set(found[0]) - set(found[10]) == hidden and set(found[10]) <= set(found[0])
    assert found[0]["DIFFERENCE"] == (7 - 31) - (52 - 43) and found[0]["EVIDENCE"] == found[10]["EVIDENCE"]
    figures = rows(found[10]["IMPACT"])
    assert figures and all(row[key] == NULL for row in figures for key in ("value", "low", "std_error", "p_value"))


def counted_squares(make_layer, counts, fields=(), attributes=None):
    """Squares in a row, and a layer of so many incidents in each."""
    squares = [
        f"Polygon(({x} {Y}, {x + 9} {Y}, {x + 9} {Y + 9}, {x} {Y + 9}, {x} {Y}))"
        for x in (X + 900 * n for n in range(len(counts)))
    ]
    points = [f"Point({X + 900 * n + 4} {Y + 4})" for n, count in enumerate(counts) for _ in range(count)]
    places = make_layer("corners", "Polygon", squares, fields=fields, rows=attributes)
    return places, make_layer(f"thefts_{sum(counts)}", "Point", points)


def cells_of(html, first):
    """The cells of the row of a page's table that begins so."""
    (row,) = [row for row in re.findall(r"<tr>(.*?)</tr>", html, re.S) if re.search(f">{first}<", row)]
    return re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row, re.S)


def test_a_protocol_gives_no_small_count_away(run, make_layer, tmp_path):
    """Beside hidden counts no mean, SD or dispersion is told; and places and blocks are not numbered by counts."""
    counts = [9, 9, 20, 15, 30, 1, 18, 1]
    places, incidents = counted_squares(make_layer, counts)
    page = tmp_path / "p.html"
    asked = {"PLACES": places, "INCIDENTS": incidents, "BUFFER": 0, "MIN_COUNT": 1, "SIMULATIONS": 50}
    asked |= {"TRIAL": "memory:", "PROTOCOL": str(page), "LEVEL": 80}  # of 4 pairs no p-value is below 0.125
    found = run("rtm:trialdesign", asked)
    html = page.read_text(encoding="utf-8")
    assert "The groups are alike in area (ha): " in html or "The groups differ by more than 0.1 in: area" in html
    laid = rows(found["TRIAL"])
    arms = {arm: [row["observed"] for row in laid if row["arm"] == arm] for arm in ("treatment", "control")}
    means = cells_of(html, "incidents before")[1:]
    for shown, of_arm in zip(means, arms.values()):  # an SD beside it would tell two that are hidden
        assert shown == "not shown" or float(shown) == pytest.approx(np.mean(of_arm), abs=0.051)
        assert (shown == "not shown") == withheld(of_arm, 10, 1)[1]
    assert means[2] == "not shown" and any(shown != "not shown" for shown in means)
    assert cells_of(html, r"area \(ha\)")[1:] != ["not shown"] * 3
    assert "mean + dispersion × mean²" in html and "The dispersion is not told" in html
    assert ">8 places.<" in html and "In the 12 months before there were 103 incidents in them." in html
    assert [row["observed"] for row in laid] == counts and [row["place"] for row in laid] == list(range(1, 9))
    firsts = [row["block"] for row in laid]
    assert sorted(set(firsts), key=firsts.index) == [1, 2, 3, 4]  # by their first place
    few = min(sum(count for count in of_arm if count < 10) for of_arm in arms.values())
    told = {place: cells_of(html, f"Place {place}")[-1] for place in range(1, 9)}
    assert few < 19 and all(told[place] == "below 10" for place, count in enumerate(counts, 1) if count < 10)
    run("rtm:trialdesign", {**asked, "SMALLEST_COUNT": 0})
    html = page.read_text(encoding="utf-8")
    assert "not shown" not in html and "The dispersion is not told" not in html
    # all that are treated or not have 9, 9, which their sum would tell
    run("rtm:trialdesign", {**asked, "MIN_COUNT": 9, "N_PLACES": 2, "PRIORITY_FIELD": "observed",
        "PLACES": counted_squares(make_layer, counts, ["observed:integer"], [[one] for one in counts])[0]})  # fmt: skip
    html = page.read_text(encoding="utf-8")
    assert "How many incidents there were in the 12 months before is not told" in html
    assert [cells_of(html, f"Place {place}")[-1] for place in (1, 2)] == ["below 14"] * 2  # "below 10" would be 9
    assert "Counts before below 14 are not shown, because no place has fewer than 9" in html
    assert cells_of(html, "incidents before")[1:] == ["not shown"] * 3


def test_a_protocol_does_not_tell_the_counts_of_places_left_out(run, make_layer, tmp_path):
    """Left out below 1 is 0, and below 4 less than half of what is below 10: such a protocol is not written."""
    counts = [0, 3, 12, 15, 22, 18, 30, 11]
    places, incidents = counted_squares(make_layer, counts)
    page = tmp_path / "p.html"
    asked = {"PLACES": places, "INCIDENTS": incidents, "BUFFER": 0, "SIMULATIONS": 50, "TRIAL": "memory:"}
    asked |= {"GROUPING": "complete"}
    for least in (1, 4):
        with pytest.raises(QgsProcessingException, match=f"fewer than {least}: set .* to 0 or to at least 5, or"):
            run("rtm:trialdesign", {**asked, "PROTOCOL": str(page), "MIN_COUNT": least})
        assert run("rtm:trialdesign", {**asked, "MIN_COUNT": least})["N_IN_TRIAL"] == 8 - (1 if least == 1 else 2)
    assert not page.exists()
    asked["PROTOCOL"] = str(page)
    for least, smallest, n in ((0, 10, 8), (5, 10, 6), (1, 0, 7), (1, 1, 7)):
        told = {"MIN_COUNT": least, "SMALLEST_COUNT": smallest}
        assert run("rtm:trialdesign", {**asked, **told})["N_IN_TRIAL"] == n


def test_a_protocol_states_who_was_eligible(run, town_of_squares, tmp_path):
    page = tmp_path / "p.html"

    def told(**asked):
        designed(run, town_of_squares, PROTOCOL=str(page), **asked)
        return re.sub(r"<[^>]*>|\s+", " ", unescape(page.read_text(encoding="utf-8"))).replace("  ", " ")

    html = told(MIN_COUNT=15, MIN_AREA=0.5, MAX_AREA=2, N_PLACES=10, SMALLEST_COUNT=20)
    assert "Incidents before: at least 15 " in html and "Size: at least 0.5 ha and at most 2 ha " in html
    assert "Distance to any other that is taken: at least 200 m " in html and "Number of places: at most 10 " in html
    assert "Who comes first: the lowest value of field ‘rank’ " in html
    assert "too few incidents (fewer than 15): " in html
    assert 'MIN_COUNT="15"' in html and 'SMALLEST_COUNT="20"' in html
    html = told(MIN_COUNT=0, BUFFER=0)
    assert "Incidents before: any number " in html and "Size: any " in html and "taken: any " in html
    assert "Number of places: all that are eligible " in html and "SMALLEST_COUNT" not in html


def test_places_left_out_for_want_of_dates_are_named(run, make_layer, tmp_path):
    """With all but one of its incidents undated a place is too few; named only where that tells no small count."""
    counts, page = [40, 30, 25, 22, 35, 28, 18, 2], tmp_path / "p.html"
    squares = [
        f"Polygon(({x} {Y}, {x + 9} {Y}, {x + 9} {Y + 9}, {x} {Y + 9}, {x} {Y}))"
        for x in (X + 900 * n for n in range(len(counts)))
    ]
    places = make_layer("corners", "Polygon", squares)

    def asked(n_undated, of_place):
        made = [(place, f"2023-{1 + n % 12:02}-05") for place, count in enumerate(counts) for n in range(count)]
        first = [number for number, (place, _) in enumerate(made) if place == of_place][:n_undated]
        days = ["" if number in first else day for number, (_, day) in enumerate(made)]
        points = [f"Point({X + 900 * place + 4} {Y + 4})" for place, _ in made]
        incidents = make_layer("thefts", "Point", points, fields=["date:string"], rows=[[day] for day in days])
        return {"PLACES": places, "INCIDENTS": incidents, "DATE_FIELD": "date", "BUFFER": 0, "SIMULATIONS": 50}

    for n_undated, of_place, min_count, smallest, words in (
        (39, 0, 5, 10, "enough if those without a date counted: Place 1. Find the dates"),
        (20, 1, 5, 10, ""),  # 10 are left
        (14, 6, 18, 0, "enough if those without a date counted: Place 7. Find the dates"),
        (14, 6, 18, 36, "is not told"),  # of 0 to 17 its count, 4, could be 5 to 17 only
    ):
        log = Log()
        more = {"MIN_COUNT": min_count, "SMALLEST_COUNT": smallest, "TRIAL": "memory:", "PROTOCOL": str(page)}
        run("rtm:trialdesign", {**asked(n_undated, of_place), **more}, log)
        html = page.read_text(encoding="utf-8")
        found = [text for text in log.warnings if "without a date counted" in text]
        assert len(found) == bool(words) and ("without a date counted" in html) == bool(words)
        assert all(words in text and text in html for text in found)


@pytest.mark.parametrize(("min_count", "smallest"), [(5, 10), (9, 10), (8, 20)])
def test_what_a_protocol_hides_an_impact_does_not_give_back(run, make_layer, tmp_path, min_count, smallest):
    """Both pages of one trial tell the same counts before: a count that the one hides the other does not print."""
    counts = [9, 30, 11, 12, 26, 14, 41, 18, 33, 25, 12, 22]
    places, earlier = counted_squares(make_layer, counts)
    later = counted_squares(make_layer, [one + 20 for one in counts])[1]
    pages = {kind: tmp_path / f"{kind}.html" for kind in ("protocol", "impact")}
    asked = {"PLACES": places, "INCIDENTS": earlier, "BUFFER": 0, "MIN_COUNT": min_count, "SIMULATIONS": 50}
    laid = run(
        "rtm:trialdesign",
        {**asked, "TRIAL": "memory:", "PROTOCOL": str(pages["protocol"]), "SMALLEST_COUNT": smallest},
    )
    taken = rows(laid["TRIAL"])
    assert {(row["min_count"], row["smallest"]) for row in taken} == {(min_count, smallest)}
    asked = {"PLACES": laid["TRIAL"], "INCIDENTS": later, "EARLIER_INCIDENTS": earlier, "IMPACT": "memory:"}
    run("rtm:impact", {**asked, "REPORT": str(pages["impact"])})
    html = {kind: page.read_text(encoding="utf-8") for kind, page in pages.items()}
    told = {
        kind: {place: cells_of(text, f"Place {place}")[column] for place in range(1, 13)}
        for (kind, text), column in zip(html.items(), (-1, 3))
    }
    assert told["protocol"] == told["impact"]
    few = 10 if min_count == 5 else {9: 14, 8: 20}[min_count]
    assert {text for text in told["impact"].values() if not text.isdigit()} <= {f"below {few}", "not shown"}
    assert all((told["impact"][place] == f"below {few}") == (n < few) for place, n in enumerate(counts, 1))
    assert sum(text.isdigit() for text in told["impact"].values()) >= 5  # not all is hidden in vain
    run("rtm:impact", {**asked, "REPORT": str(pages["impact"]), "SMALLEST_COUNT": 0})
    assert "below" not in pages["impact"].read_text(encoding="utf-8").split("Place by place")[1].split("</table>")[0]


def test_two_small_counts_are_not_told_by_the_sum_of_their_arm(run, make_layer, tmp_path):
    """Treated 9 and 9 after: no sum, difference or ratio; 9 and 4 may be many things, and the sum is told."""
    page, arms = tmp_path / "i.html", [["treatment"]] * 2 + [["control"]] * 3
    for treated, is_told in (((9, 9), False), ((9, 4), True)):
        before, after = [25, 20, 30, 41, 22], [*treated, 28, 44, 19]
        places, earlier = counted_squares(make_layer, before, ["arm:string"], arms)
        asked = {"PLACES": places, "INCIDENTS": counted_squares(make_layer, after)[1], "EARLIER_INCIDENTS": earlier}
        found = run("rtm:impact", {**asked, "IMPACT": "memory:", "REPORT": str(page)})
        html = page.read_text(encoding="utf-8")
        assert ("DIFFERENCE" in found) == is_told
        assert cells_of(html, "Treatment")[-1] == (str(sum(treated)) if is_told else "not told")
        assert ("Ratios of rates" in html) == is_told
        assert ("treated places a number of incidents that is not told after against" in found["VERDICT"]) != is_told
        assert cells_of(html, "Place 1")[4] == cells_of(html, "Place 2")[4] == "below 10"


def test_places_in_blocks_of_one_arm_take_no_part(run, make_layer, tmp_path):
    """Of seven control places one is in the treated one's block: the sentence says so, and the others are named."""
    before, after = [61, 40, *[30] * 6, 50], [36, 60, *[50] * 6, 33]
    arms = ["treatment", *["control"] * 7, "treatment"]
    rows_of = [[arm, block] for arm, block in zip(arms, (1, 1, 2, 2, 3, 3, 4, 4, 5))]
    places, earlier = counted_squares(make_layer, before, ["arm:string", "block:integer"], rows_of)
    asked = {"PLACES": places, "INCIDENTS": counted_squares(make_layer, after)[1], "EARLIER_INCIDENTS": earlier}
    log, page = Log(), tmp_path / "i.html"
    found = run("rtm:impact", {**asked, "IMPACT": "memory:", "REPORT": str(page)}, log)
    assert (
        "set against the control places of their blocks (1 of 7), is 45 fewer (95% interval: without limit) than "
        "expected in the 1 of these whose blocks have any" in found["VERDICT"]
    )  # (36 - 61) - (60 - 40), of the one treated place that has a control place
    assert "set against the 7" not in found["VERDICT"]
    treated, control = (one for one in log.warnings if "add nothing to the comparison by the lots" in one)
    assert (
        treated
        == "Treated places in blocks without a control place add nothing to the comparison by the lots: Place 9."
    )
    assert control.endswith("by the lots: Place 3, Place 4, Place 5, Place 6, Place 7 and Place 8.")
    assert treated in page.read_text(encoding="utf-8") and control in page.read_text(encoding="utf-8")
    # its count could be found from the lots' difference, though not from the sum of its arm
    after[1] = 7
    asked["INCIDENTS"] = counted_squares(make_layer, after)[1]
    assert "DIFFERENCE" not in run("rtm:impact", {**asked, "IMPACT": "memory:", "REPORT": str(page)})
    assert cells_of(page.read_text(encoding="utf-8"), "Place 2")[4] == "below 10"


def test_the_sample_citys_treatment_is_found_again(run, tmp_path):
    city = run("rtm:samplecity", OUTPUT=str(tmp_path / "city.gpkg"))
    asked = {
        "PLACES": city["TRIAL_PLACES"],
        "INCIDENTS": city["INCIDENTS_PERIOD_2"],
        "EARLIER_INCIDENTS": city["INCIDENTS_PERIOD_1"],
        "BEFORE_LENGTH": 365,
        "AFTER_LENGTH": 366,
    }
    made = []
    for folder in (tmp_path / "one", tmp_path / "two"):
        found = run(
            "rtm:impact",
            {
                **asked,
                "IMPACT": str(folder / "i.csv"),
                "JUDGED": str(folder / "j.gpkg"),
                "REPORT": str(folder / "r.html"),
            },
        )
        made.append([(folder / name).read_bytes() for name in ("i.csv", "j.gpkg", "r.html")])
    assert made[0] == made[1]
    assert found["EVIDENCE"] == -1 and found["P_VALUE"] < 0.001
    assert found["RATIO_LOW"] < 0.5 < found["RATIO_HIGH"]
    # what was asked for, files without their folders, and no more
    (command,) = re.findall(r"<pre>(.*)</pre>", (tmp_path / "one" / "r.html").read_text(encoding="utf-8"))
    layers = {key: f"city.gpkg|layername={city[one].split('layername=')[1]}" for key, one in (
        ("PLACES", "TRIAL_PLACES"), ("INCIDENTS", "INCIDENTS_PERIOD_2"), ("EARLIER_INCIDENTS", "INCIDENTS_PERIOD_1"),
    )}  # fmt: skip
    asked_for = {**layers, "BEFORE_LENGTH": 365, "AFTER_LENGTH": 366, "SEED": 1}
    assert unescape(command).split(" -- ")[1] == " ".join(f'{key}="{one}"' for key, one in asked_for.items())
    layer = QgsVectorLayer(f"{tmp_path}/one/j.gpkg", "judged", "ogr")
    assert layer.featureCount() == 40 and layer.renderer().type() == "categorizedSymbol"
    assert {one.value() for one in layer.renderer().categories()} == {"treatment", "control"}


def test_two_dated_layers_are_as_one(run, town_of_squares, sealed, make_layer):
    """Cut in the middle of the time before: the days of the later layer that were before treatment are counted."""
    _, _, points, dates = town_of_squares

    def part(name, chosen):
        return make_layer(
            name, "Point", [f"Point({x} {y})" for x, y in points[chosen]], fields=["date:string"],
            rows=[[day.isoformat()] for day in dates[chosen]],
        )  # fmt: skip

    cut, start = datetime.date(2023, 7, 1), datetime.date(2024, 1, 1)
    early, late = part("early", dates < cut), part("late", dates >= cut)
    asked = {"DRAWS": 99, "DISPLACEMENT": 30}
    one = judged(run, town_of_squares, sealed["TRIAL"], **asked)
    two = judged(run, town_of_squares, sealed["TRIAL"], INCIDENTS=late, EARLIER_INCIDENTS=early, **asked)
    assert {key: two[key] for key in two if key != "IMPACT"} == {key: one[key] for key in one if key != "IMPACT"}
    assert rows(one["IMPACT"]) == rows(two["IMPACT"])
    with pytest.raises(QgsProcessingException, match=r"Both layers hold incidents of 2023-01-.*would count twice"):
        judged(run, town_of_squares, sealed["TRIAL"], EARLIER_INCIDENTS=early)
    after = part("after", dates >= start)
    with pytest.raises(QgsProcessingException, match="No incident of either layer is from 2023-07-01 to 2023-12-31"):
        judged(run, town_of_squares, sealed["TRIAL"], INCIDENTS=after, EARLIER_INCIDENTS=early)
    judged(run, town_of_squares, sealed["TRIAL"], INCIDENTS=after, EARLIER_INCIDENTS=early, BEFORE_TO="2023-06")


def test_the_time_before_is_that_of_the_lots(run, town_of_squares, tmp_path):
    _, _, points, dates = town_of_squares
    laid = designed(run, town_of_squares, SEED=4, DATE_FROM="2023-04", DATE_TO="2023-11")
    days = {"BEFORE_FROM": "2023-04-01", "BEFORE_TO": "2023-11-30"}
    log, page = Log(), tmp_path / "r.html"
    asked = {"SEAL": laid["SEAL"], "DRAWS": 99, "JUDGED": "memory:", "REPORT": str(page)}
    own = judged(run, town_of_squares, laid["TRIAL"], log, **asked)
    chosen = (dates >= datetime.date(2023, 4, 1)) & (dates <= datetime.date(2023, 11, 30))
    counts = inside(points[chosen]).sum(axis=0)[::-1]
    assert [row["before"] for row in rows(own["JUDGED"])] == [counts[row["rank"] - 1] for row in rows(own["JUDGED"])]
    told = "The time before is that by which the trial's lots were drawn: 2023-04-01 to 2023-11-30, 244 days."
    html = page.read_text(encoding="utf-8").replace("&#39;", "'")
    assert told in html and told in log.texts and log.warnings == []
    same = judged(run, town_of_squares, laid["TRIAL"], **asked, **days)
    assert [same[key] for key in ("DIFFERENCE", "P_VALUE")] == [own[key] for key in ("DIFFERENCE", "P_VALUE")]
    log = Log()
    other = judged(run, town_of_squares, laid["TRIAL"], log, **asked, BEFORE_FROM="2023-02")
    assert other["DIFFERENCE"] != own["DIFFERENCE"]
    (warning,) = log.warnings
    assert "The trial's time before is 2023-04-01 to 2023-11-30, 244 days, but taken is 2023-02-01 to 2023" in warning
    assert warning in page.read_text(encoding="utf-8").replace("&#39;", "'")


def test_days_without_incident_data_are_not_counted(run, town_of_squares, sealed):
    layer = sealed["TRIAL"]
    judged(run, town_of_squares, layer, BEFORE_FROM="2022-12-15", AFTER_TO="2025-01-15", DRAWS=99)  # within a month
    for limit in ({"BEFORE_FROM": "2022-11"}, {"AFTER_TO": "2025-03"}):
        with pytest.raises(QgsProcessingException, match=r"Incidents are from 2023-01-.. to 2024-12-.. only"):
            judged(run, town_of_squares, layer, **limit)


@pytest.mark.parametrize("field", ["date", "month"])
def test_a_month_that_the_data_lack_is_told(run, town_of_squares, sealed, make_layer, field, tmp_path):
    """An empty month within one layer is refused nowhere, but told where it counts: in the time before, and after."""
    places, _, points, dates = town_of_squares
    page, told = tmp_path / "page.html", "No incident is from 2023-0[45]-.. to 2023-0[56]-.., where about [0-9]+ were"
    lacks = np.array([(date.year, date.month) != (2023, 5) for date in dates])
    layer = make_layer(
        "lacking", "Point", [f"Point({x} {y})" for x, y in points[lacks]], fields=["date:string", "month:string"],
        rows=[[date.isoformat(), date.isoformat()[:7]] for date in dates[lacks]],
    )  # fmt: skip
    town = places, layer, points[lacks], dates[lacks]
    asked = {"DATE_FIELD": field, "DISPERSION": 0.1, "PROTOCOL": str(page)}
    for limit, is_told in (("2023-01", True), ("2023-07", False)):
        log = Log()
        designed(run, town, log, DATE_FROM=limit, **asked)
        found = [text for text in log.warnings if re.match(told, text)]
        assert bool(found) == is_told and all(text in page.read_text(encoding="utf-8") for text in found)
    with pytest.raises(QgsProcessingException, match=r"Incidents are from 2023-01-.. to 2024-12-.. only, not of all"):
        designed(run, town, **{**asked, "DATE_FROM": "2022-11"})
    asked = {"DATE_FIELD": field, "REPORT": str(page), "DRAWS": 99, "AFTER_TO": "2024-06"}
    for limit, is_told in (("2023-01", True), ("2023-07", False)):
        log = Log()
        judged(run, town, sealed["TRIAL"], log, BEFORE_FROM=limit, **asked)
        found = [text for text in log.warnings if re.match(told, text)]
        assert bool(found) == is_told and all(text in page.read_text(encoding="utf-8") for text in found)


def test_incidents_without_a_date_are_told(run, town_of_squares, sealed, make_layer, tmp_path):
    """Half of those in control places lose their dates: page and protocol tell how many, and the verdict is none."""
    places, _, points, dates = town_of_squares
    of_arm = {row["rank"]: row["arm"] for row in rows(sealed["TRIAL"])}
    arms = np.array([of_arm[N - n] for n in range(N)])
    hit = inside(points)
    in_control, in_treated = (hit[:, arms == arm].any(axis=1) for arm in ("control", "treatment"))
    lost = in_control & (np.arange(len(points)) % 2 == 0)
    lost[np.flatnonzero(in_treated)[:2]] = True  # one of them as what cannot be read
    texts = [NULL if no else date.isoformat() for no, date in zip(lost, dates)]
    texts[np.flatnonzero(in_treated)[0]] = "unknown"
    layer = make_layer(
        "lossy", "Point", [f"Point({x} {y})" for x, y in points], fields=["date:string"], rows=[[one] for one in texts]
    )
    pages = {kind: tmp_path / f"{kind}.html" for kind in ("impact", "crossover", "protocol")}
    asked = {"INCIDENTS": layer, "DRAWS": 99, "AFTER_TO": "2024-06", "SMALLEST_COUNT": 0}
    whole = judged(run, town_of_squares, sealed["TRIAL"], DRAWS=99)
    found = judged(run, town_of_squares, sealed["TRIAL"], REPORT=str(pages["impact"]), **asked)
    html = pages["impact"].read_text(encoding="utf-8")
    n = f"Of {len(points):,} incidents that were given, {int(lost.sum()):,} have no date, or none that can be read"
    by_arm = f"2 of them lie in places of treatment, {int((lost & in_control).sum())} in those of control"
    assert n in html and by_arm in html and f"<strong>{found['VERDICT']}</strong>" in html
    assert found["VERDICT"].startswith("Cannot be judged: ") and found["EVIDENCE"] == 0
    assert "with their dates the result could be another" in found["VERDICT"]
    assert not found.get("CHANGE_WORDS") and found["CAN_BE_JUDGED"] == 0
    told = {row["measure"]: row["value"] for row in rows(found["IMPACT"]) if row["scope"] == "places"}
    assert (told["undated_treatment"], told["undated_control"]) == (2, int((lost & in_control).sum()))
    assert told["can_be_judged"] == 0 and "SMALLEST_COUNT=&#34;0&#34;" in html
    assert not whole["VERDICT"].startswith("Cannot") and whole["CHANGE_WORDS"] and whole["CAN_BE_JUDGED"] == 1
    town = places, layer, points, dates
    laid = designed(run, town, SEED=4, PROTOCOL=str(pages["protocol"]), SMALLEST_COUNT=0, MIN_COUNT=0)
    html = pages["protocol"].read_text(encoding="utf-8")
    own = {row["rank"]: row["arm"] for row in rows(laid["TRIAL"])}
    now = np.array([own[N - n] for n in range(N)])
    sums = [int((hit & lost[:, None])[:, now == arm].sum()) for arm in ("treatment", "control")]
    assert n in html and "{} of them lie in places of treatment, {} in those of control".format(*sums) in html
    assert "Find the dates before lots are relied on: " in laid["SUMMARY"]


def test_months_last_to_their_end(run, town_of_squares):
    """The same incidents by months as by days: the last month counts with all its days."""
    by = {}
    for field in ("date", "month"):
        trial_layer = designed(run, town_of_squares, DATE_FIELD=field, SEED=4, DISPERSION=0.1)
        by[field] = judged(
            run, town_of_squares, trial_layer["TRIAL"], DATE_FIELD=field, SEAL=trial_layer["SEAL"], DRAWS=99,
            **({"BEFORE_FROM": "2023-01"} if field == "date" else {"AFTER_TO": "2024-06"}),
        )  # fmt: skip
    for key in ("DIFFERENCE", "DIFFERENCE_LOW", "RATIO", "P_VALUE", "VERDICT"):
        assert by["month"][key] == by["date"][key], key
    layer = trial_layer["TRIAL"]
    for key, day in (("AFTER_FROM", "2024-02-15"), ("AFTER_TO", "2024-12-30"), ("BEFORE_FROM", "2023-02-02")):
        with pytest.raises(QgsProcessingException, match=f"have months only, which {day} divides"):
            judged(run, town_of_squares, layer, DATE_FIELD="month", **{key: day})
    with pytest.raises(QgsProcessingException, match="have months only, which 2023-12-30 divides"):
        designed(run, town_of_squares, DATE_FIELD="month", DATE_TO="2023-12-30")
    for more, day in (
        ({"START": "2024-01-15"}, "2024-01-15"),
        ({"MONTHS": 5.5}, "2024-06-15"),
        ({"PLAN": "stepped", "WAVES": 4, "MONTHS": 3}, "2024-01-23"),
    ):
        with pytest.raises(QgsProcessingException, match=f"have months only, which {day} divides"):
            designed(run, town_of_squares, DATE_FIELD="month", **more)


@pytest.mark.parametrize("field", ["date", "month"])
def test_lots_are_not_drawn_on_the_trials_own_outcome(run, town_of_squares, field):
    _, _, _, dates = town_of_squares
    begins = datetime.date(2024, 1, 1)
    asked = {"DATE_FIELD": field, "SEED": 4, "DISPERSION": 0.1}
    before = designed(run, town_of_squares, **asked)
    for last, of_outcome in (("", dates >= begins), ("2024-03", (dates >= begins) & (dates < begins.replace(month=4)))):
        log = Log()
        found = designed(run, town_of_squares, log, **asked, DATE_TO=last)
        (warning,) = (text for text in log.warnings if "they are its outcome" in text)
        first = "2023-01-01" if field == "month" else dates.min().isoformat()
        assert warning.startswith(f"{of_outcome.sum():,} incidents from 2024-01-01 on")
        assert f"the time before is from {first} to 2023-12-31" in warning
        assert found["SEAL"] == before["SEAL"]
        assert [row["observed"] for row in rows(found["TRIAL"])] == [row["observed"] for row in rows(before["TRIAL"])]
    with pytest.raises(QgsProcessingException, match="None of the incidents of 'burglaries' is from before the trial"):
        designed(run, town_of_squares, DATE_FIELD=field, DATE_TO="", START="2023-01-01")


def test_a_crossover_needs_days(run, town_of_squares, tmp_path):
    refused = "Incidents 'burglaries' have months only; a crossover needs days"
    asked = {"PLAN": "crossover", "MONTHS": 3, "N_PLACES": 5, "MIN_COUNT": 0, "CALENDAR": str(tmp_path / "c.csv")}
    with pytest.raises(QgsProcessingException, match=refused):
        designed(run, town_of_squares, DATE_FIELD="month", **asked)
    laid = designed(run, town_of_squares, **asked)
    with pytest.raises(QgsProcessingException, match=refused):
        judged(run, town_of_squares, laid["TRIAL"], CALENDAR=asked["CALENDAR"], DATE_FIELD="month")


def test_the_trials_end_is_where_it_is_judged(run, town_of_squares, sealed, tmp_path):
    _, _, _, dates = town_of_squares
    html = {}
    for last in ("", "2024-06-30", "2024-09-30"):
        log, page = Log(), tmp_path / f"to{last}.html"
        judged(run, town_of_squares, sealed["TRIAL"], log, AFTER_TO=last, REPORT=str(page), DRAWS=99)
        html[last] = page.read_text(encoding="utf-8")
        warned = [text for text in log.warnings if "The trial is from" in text]
        assert len(warned) == (last == "2024-09-30") and all(text in html[last] for text in warned)
    assert "2024-01-01 to 2024-06-30, 182 days" in html[""]
    assert "The trial is from 2024-01-01 to 2024-06-30, 182 days, but judged is 2024-01-01 to 2024-09-30" in html[last]
    longer = designed(run, town_of_squares, SEED=4, MONTHS=36, PROTOCOL=str(tmp_path / "p.html"))
    assert "Last day: 2026-12-31" in (tmp_path / "p.html").read_text(encoding="utf-8")
    log = Log()
    judged(run, town_of_squares, longer["TRIAL"], log, DRAWS=99)  # not over: up to the last of the incidents
    cut = f"The incidents end on {dates.max().isoformat()}, before the trial does on 2026-12-31: judged is up to then."
    assert log.warnings == [cut]
    log = Log()
    judged(run, town_of_squares, longer["TRIAL"], log, DRAWS=99, AFTER_FROM="2024-02-01")  # which somebody chose
    assert log.warnings[0] == cut and "where that was decided after the result was known" in log.warnings[1]


def test_a_trial_that_is_over_is_not_cut_at_its_last_incident(run, town_of_squares, make_layer, tmp_path):
    """Data to some days before the end are data of all of it, by place and by day: no shorter time, and no reproach."""
    places, _, points, dates = town_of_squares
    ends = datetime.date(2024, 6, 30)
    for plan, months in (("parallel", 6), ("crossover", 5.98)):
        calendar = str(tmp_path / "c.csv")
        more = {"PLAN": plan, "MONTHS": months, **({"CALENDAR": calendar} if plan == "crossover" else {})}
        laid = designed(run, town_of_squares, SEED=4, **more)
        for short, is_cut in ((12, False), (30, False), (45, True)):
            kept = dates <= ends - datetime.timedelta(days=short)
            layer = make_layer(
                "short", "Point", [f"Point({x} {y})" for x, y in points[kept]], fields=["date:string"],
                rows=[[date.isoformat()] for date in dates[kept]],
            )  # fmt: skip
            page, log = tmp_path / "short.html", Log()
            asked = {"CALENDAR": calendar} if plan == "crossover" else {}
            judged(run, (places, layer), laid["TRIAL"], log, **asked, INCIDENTS=layer, REPORT=str(page), DRAWS=99)
            html = page.read_text(encoding="utf-8")
            last = max(dates[kept]) if is_cut else None
            assert bool(log.warnings) == is_cut and "decided after the result" not in html
            assert (f"2024-01-01 to {last}, " in html) if is_cut else ("2024-01-01 to 2024-06-" in html)
            if plan == "parallel":
                assert is_cut or "2024-01-01 to 2024-06-30, 182 days" in html
                assert (f"The incidents end on {last}, before the trial does on 2024-06-30" in html) == is_cut


def test_a_choice_is_a_word(run, town_of_squares, sealed):
    for number in (1, "1", "parralel"):
        with pytest.raises(
            QgsProcessingException, match=f"'Design' .PLAN. is {number}, which is no choice: use parallel, stepped"
        ):
            designed(run, town_of_squares, PLAN=number)
    with pytest.raises(QgsProcessingException, match="which is no choice: use places, area, none"):
        judged(run, town_of_squares, sealed["TRIAL"], SCALING=0)


def test_a_place_is_not_both_treated_and_control(run, town_of_squares, make_layer, tmp_path):
    places, incidents, *_ = town_of_squares
    shapes = [feature.geometry().asWkt() for feature in places.getFeatures()]
    asked = {"INCIDENTS": incidents, "DATE_FIELD": "date", "AFTER_FROM": "2024-01-01", "IMPACT": "memory:"}
    asked["PLACES"] = make_layer("ours", "Polygon", shapes[:8])
    same = make_layer("same", "Polygon", shapes[7:])
    with pytest.raises(
        QgsProcessingException, match="A treated place and a control place share 100% of the smaller one"
    ):
        run("rtm:impact", {**asked, "CONTROL": same})
    x, y = CORNERS[8]
    half = f"Polygon(({x + 60} {y}, {x + 160} {y}, {x + 160} {y + SIDE}, {x + 60} {y + SIDE}, {x + 60} {y}))"
    page = tmp_path / "r.html"
    run("rtm:impact", {**asked, "CONTROL": make_layer("half", "Polygon", [*shapes[8:], half]), "REPORT": str(page)})
    _, _, points, _ = town_of_squares
    own = inside(points)
    twice = own[:, 8] & (points[:, 0] >= x + 60)
    told = (
        f"{100 * twice.sum() / counted_once(own, points, x, y):.3g}% of the incidents in places ({twice.sum()}) lie in"
    )
    assert told in page.read_text(encoding="utf-8")


def counted_once(own, points, x, y):
    """How many incidents lie in a square or in the half that is drawn beside."""
    beside = (points >= [x + 60, y]).all(axis=1) & (points <= [x + 160, y + SIDE]).all(axis=1)
    return int((own.any(axis=1) | beside).sum())


@pytest.mark.parametrize(
    ("n", "more", "least", "helps"),
    [
        (10, {}, "0.0625", "at least 6 pairs, or GROUPING=complete."),
        (6, {}, "0.25", "at least 6 pairs, or at least 7 places and GROUPING=complete."),
        (6, {"GROUPING": "complete"}, "0.1", "at least 7 places."),
        (12, {"LEVEL": 99}, "0.0312", "at least 8 pairs, or GROUPING=complete."),
    ],
)
def test_a_trial_that_cannot_show_anything_says_so(run, town_of_squares, tmp_path, n, more, least, helps):
    page, log = tmp_path / "p.html", Log()
    asked = {"N_PLACES": n, "MIN_COUNT": 0, "PROTOCOL": str(page), **more}
    found = designed(run, town_of_squares, log, **asked)
    (warning,) = (text for text in log.warnings if text.startswith("This trial cannot show anything"))
    assert f"cannot be below {least}, and" in warning and warning.endswith(f"What helps: {helps}")
    html = page.read_text(encoding="utf-8")
    assert warning in unescape(html) and found["SUMMARY"].endswith(warning) and "a longer time" not in html
    can_tell = html.split("6. What it can tell")[1].split("7. What it cannot")[0]  # that sentence, and no row of zeros
    assert can_tell.count("<p>") == 1 and "<table" not in can_tell and "0.0" not in can_tell.replace(warning, "")
    assert found["POWER"] == 0 and "DETECTABLE" not in found


def test_a_trial_that_can_show_something_does_not_say_so(run, town_of_squares):
    log = Log()
    designed(run, town_of_squares, log, N_PLACES=12, MIN_COUNT=0)
    assert not any("cannot show anything" in text for text in log.warnings)
