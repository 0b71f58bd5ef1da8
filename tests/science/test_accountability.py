"""The accountability file: the forms as they are, what is not verified marked, nothing claimed that is not known."""

import math
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from risk_terrain_modelling.rtm_plugin.model.risk_terrain_model import Adjustment
from risk_terrain_modelling.rtm_plugin.report.accountability import facts as told
from risk_terrain_modelling.rtm_plugin.report.accountability.assessment import assessment
from risk_terrain_modelling.rtm_plugin.report.accountability.document import Document, Entry, Part, to_html, to_markdown
from risk_terrain_modelling.rtm_plugin.report.accountability.facts import Exposed, Facts, Judged
from risk_terrain_modelling.rtm_plugin.report.accountability.model_card import model_card
from risk_terrain_modelling.rtm_plugin.report.accountability.transparency import transparency_record
from risk_terrain_modelling.rtm_plugin.report.content import Source
from risk_terrain_modelling.rtm_plugin.selection.random_shift import FactorShift, SpatialTest

from .test_report import NASTY, make_model

JUDGED = (
    Judged("the risk terrain", "", "hit rate", "10%", 0.45, 0.4, 0.5),
    Judged("prior counts", "", "hit rate", "10%", 0.5, 0.45, 0.55),
    Judged("the risk terrain", "", "PAI", "10%", 4.5, 4.0, 5.0),
    Judged("the risk terrain", "prior counts", "hit rate", "10%", -0.05, -0.12, 0.02),
)
EXPOSED = (
    Exposed("All people", 1000, 100, 10.0, is_group=False),
    Exposed("old people", 200, 30, 15.0, 1.5, 1.2, 1.9, "more than all people"),
    Exposed("travellers", None, None, None, outcome="not told"),
)


def documents(facts):
    return [model_card(facts), assessment(facts), transparency_record(facts), transparency_record(facts, "3.0")]


def text_of(document, *names):
    """All text of a document, or of its fields of some names."""
    return " ".join(
        text
        for entry in document.entries
        if not names or entry.name in names
        for text in (
            *entry.said,
            *entry.items,
            *filter(None, [entry.code]),
            *(cell for table in entry.tables for row in table.rows for cell in row),
        )
    )


@pytest.fixture
def bare():
    """A model that nobody has judged, resampled, diagnosed or described."""
    model = make_model(warnings=(), inputs={})
    return Facts(model, "Bars and robbery")


@pytest.fixture
def full(bare):
    model = make_model(
        inputs={
            "incidents": "robbery",
            "study_area": "town",
            "plugin_version": "0.1.0",
            "verdicts": ["The risk terrain is level with prior counts."],
            "layers": [
                {
                    "role": "FACTORS",
                    "name": "bars",
                    "source": "",
                    "features": 5,
                    "dates": "",
                    "personal_fields": ["dob"],
                },
                {"role": "FACTORS", "name": "trees", "source": "", "features": 5, "dates": "", "personal_fields": []},
            ],
        }
    )
    return replace(
        bare,
        model=model,
        judged=JUDGED,
        exposed=EXPOSED,
        judged_from="table of March",
        file="model.json",
        sha256="ab" * 32,
    )


def fields_of(page, heading):
    """(number, name, rest of the row) of the table below a heading of the facts about a standard."""
    found, inside = [], False
    for line in page.splitlines():
        if line.startswith("## "):
            inside = line.startswith(heading)
        row = re.match(r"\| ([0-9.]+-?) \| ([^|]+) \|(.*)", line)
        if inside and row:
            found.append((row[1], row[2].strip(), row[3]))
    return found


@pytest.fixture(scope="session")
def standard(standards):
    return (standards / "atrs.md").read_text(encoding="utf-8")


def test_version_3_has_the_fields_of_the_standard(standard, bare):
    expected = [(number, name) for number, name, _ in fields_of(standard, "## v3.0")]
    record = transparency_record(bare, "3.0")
    assert [(entry.number, entry.name) for entry in record.entries] == expected and len(expected) == 65
    assert not any(entry.doubt for entry in record.entries)
    assert "version 3.0" in record.kind and "version 4.0" not in " ".join(record.about)


def test_version_4_marks_what_is_not_verified(standard, bare):
    record = transparency_record(bare)
    entries = {(entry.number, entry.name): entry for entry in record.entries}
    for number, name, rest in fields_of(standard, "## v4.0"):
        name = name.split(" (")[0]
        unsure = any(word in rest for word in ("inferred", "not verified", "check"))
        if number.endswith("-"):  # several fields in a row, of which the numbers are not known
            parts = [part.strip().casefold() for part in name.split(";")]
            own = [one for one in record.entries if one.doubt == "presence" and one.number == number.rpartition(".")[0]]
            assert {one.name.casefold() for one in own} == set(parts), number
            continue
        entry = entries[number, name]
        assert entry.doubt if unsure else True, (number, name)
        # what only one source of second hand carries is not verified either, unless version 3.0 has it so
        same_in_3 = any((one.number, one.name) == (number, name) for one in transparency_record(bare, "3.0").entries)
        if rest.rstrip("| ").endswith("| D"):
            assert entry.doubt or same_in_3, (number, name)
    assert "version 4.0" in record.kind and "not verified" in " ".join(record.about)
    for page in (to_html(record), to_markdown(record)):
        assert page.count("Not verified: ") == sum(bool(entry.doubt) for entry in record.entries) > 20


def test_nothing_is_claimed_that_was_not_computed(bare):
    for document in documents(bare):
        said = text_of(document)
        for claim in ("captures", "captured", "hit rate", "PAI", "95% of the halves", "is fair,"):
            assert claim not in said, (document.kind, claim)
        assert "%" not in said.replace("95% interval", ""), document.kind
    card, sheet, record, _ = documents(bare)
    assert "was not tested" in text_of(card, "Performance") and "was not tested" in text_of(record, "Model performance")
    assert text_of(card, "How stable it is") == (
        "How stable the choice of factors is was not looked at (RESAMPLES). What moved incidents would change was not "
        "looked at (SNAP_WIDTH)."
    )
    for document, name in ((card, "Beside simpler ways"), (record, "Alternatives considered")):
        assert text_of(document, name).startswith("No simpler way (past counts, kernel density) was compared")
    for document in (card, sheet):
        assert "was not counted for this file" in text_of(document, "Who is exposed")
    assert "the model file does not tell those of the layers' fields" in text_of(record, "Sensitive attributes")
    assert "holds no hashes of the layers" in text_of(record, "Model version")
    assert "does not say which version" in text_of(record, "Model version")
    assert text_of(card, "Warnings") == "Fit and diagnostics gave no warning."
    # where there was nothing to cull, no culling is told of
    plain = replace(bare, model=replace(bare.model, penalty=None, alpha=None, cv_deviance=None))
    assert "penalised" in text_of(card, "Method") and "penalised" not in text_of(model_card(plain), "Method")


def test_what_is_known_stands_where_it_belongs(full):
    card, sheet, record, old = documents(full)
    for document, name in (
        (record, "Alternatives considered"),
        (old, "Alternatives considered"),
        (card, "Beside simpler ways"),
    ):
        said = text_of(document, name)
        assert "judged by the same later incidents: prior counts." in said
        assert "the risk terrain minus prior counts −5.0 (−12.0 to +2.0)" in said
        assert "the table ‘table of March’ that was given with the model file; whether it is of this model" in said
        assert "The risk terrain is level with prior counts." in said
    assert "45.0 (40.0 to 50.0)" in text_of(record, "Model performance")
    for document, name in ((card, "Who is exposed"), (sheet, "Who is exposed"), (record, "Model performance")):
        said = text_of(document, name)
        assert "old people 200 30 15.0% 1.50 (1.20 to 1.90) more than all people" in said
        assert "travellers – – – – not told" in said and "does not certify" in said
    risks = text_of(record, "Risks and mitigations")
    assert "Dropped factor: trees: dropped in the culling; 12 variables tried" in risks
    assert "Risk factor 'bars': 2 features skipped." in risks and "‘dob’" in risks
    assert "Layer ‘bars’ has fields that look like personal data: ‘dob’." in text_of(record, "Sensitive attributes")
    version = text_of(record, "Model version")
    assert "ab" * 32 in version and "version 0.1.0" in version and "Seed of its random numbers: 1" in version
    assert "1,234 incidents in 765 of 8,765 cells" in text_of(record, "Data quantities")
    assert "2.20" in text_of(card, "What was found")
    assert "Part 3 of the Act" in " ".join(sheet.about) and "section 64" in " ".join(sheet.about)
    assert [part.heading.split(":")[0] for part in sheet.parts][1:8] == [f"Step {number}" for number in range(1, 8)]
    for name in ("Organisation name", "Senior responsible owner", "Impact assessments", "Training"):
        assert all(entry.asked and not entry.is_known for entry in record.entries if entry.name == name)


def test_a_protective_factor_has_the_ratio_of_its_sentence(bare):
    chosen = bare.model.selected[0]
    protective = replace(chosen, coefficient=math.log(2.04), variable=replace(chosen.variable, direction="protective"))
    facts = replace(bare, model=replace(bare.model, selected=(protective,)))
    (row,) = told.factor_table(facts).rows
    assert row[2] == "fewer incidents" and row[3].startswith("0.490 (")
    assert "has 0.49 times the expected incidents" in text_of(model_card(facts), "What was found")
    assert told.factor_table(bare).rows[0][3].startswith("2.20 (")


def test_a_table_that_tells_of_no_group_is_no_safeguard(full):
    nothing = replace(full, exposed=tuple(replace(one, ratio=None) for one in EXPOSED))
    for document in documents(nothing)[1:3]:
        said = text_of(document)
        assert "Not done: the table" in said and "tells the exposure of no group." in said
        assert "residents are counted in the table" not in said and "holds back" not in said


def test_the_assessment_names_the_factors_where_it_asks_for_proxies(full):
    (entry,) = [one for one in assessment(full).entries if one.name == "Proxies"]
    assert entry.tables == (told.factor_table(full),)


def test_chance_is_no_simpler_map(bare):
    """A validation that was given no past incidents compares with chance only: with maps it was not compared."""
    judged = (
        told.Judged("the risk terrain", "", "hit rate", "10%", 0.45),
        told.Judged("chance", "", "hit rate", "10%", 0.10),
        told.Judged("the risk terrain", "chance", "hit rate", "10%", 0.35, 0.30, 0.40),
    )
    card, sheet, record, _ = documents(replace(bare, judged=judged, judged_from="table of March"))
    missing = "Not done: comparison with maps of past incidents (only chance was compared)."
    assert missing in text_of(record, "Risks and mitigations") and missing in text_of(sheet, "Candidate measures")
    for document in (card, sheet, record):
        said = text_of(document)
        assert "‘table of March’ no map of past incidents (past counts, kernel density) was compared, only" in said
        assert "Simpler ways to rank places were judged" not in said and "comparison with chance" not in said
    assert "the risk terrain minus chance +35.0 (+30.0 to +40.0)" in text_of(card, "Beside simpler ways")
    assert next(one for one in card.entries if one.name == "Beside simpler ways").knows == "nothing"


def test_a_victims_age_is_personal_data_and_no_feedback_of_policing(bare):
    layer = {"role": "INCIDENTS", "name": "robbery", "source": "", "features": 5, "dates": ""}
    model = replace(bare.model, inputs={"layers": [{**layer, "personal_fields": ["victim_age"]}]})
    facts = replace(bare, model=model)
    (feedback,) = (measure for source, measure in told.risks(facts) if "feed back" in source)
    assert feedback.startswith("Names were looked at for what is about persons or made by policing: none flagged.")
    said = "Layer ‘robbery’ has fields that look like personal data: ‘victim_age’."
    assert said in [source for source, _ in told.risks(facts)] and said in told.personal_layers(facts)


def test_safeguards_are_told_as_done_only_where_they_were(bare, full):
    """Each safeguard by itself, in the record and in the sheet; what a file does not show is said as not done."""

    def measures(facts):
        record, sheet = transparency_record(facts), assessment(facts)
        return text_of(record, "Risks and mitigations"), text_of(sheet, "Candidate measures")

    nothing = "Done: 95% intervals. Not done: random shifts of the incidents; resamples of the choice of factors; "
    for said in measures(bare):
        assert nothing + "draws of moved incidents; diagnostics of the fit." in said
        assert "Not done: validation by later incidents; comparison with maps of past incidents." in said
        assert "nobody was counted by group" in said and "every page" not in said and "kernel" not in said
    stability = {"n_resamples": 60, "block_size": 200.0, "factors": []}
    shifted = SpatialTest(999, 3, (FactorShift("bars", 3),), ())
    model = replace(bare.model, spatial=shifted, inputs={"stability": stability, "diagnostics": []})
    said = measures(replace(bare, model=model))[0]
    assert (
        "Done: 95% intervals; 999 random shifts of the incidents; 60 resamples of the choice of factors; diagnostics "
        "of the fit. Not done: draws of moved incidents."
    ) in said
    for said in measures(full):
        assert (
            "Done: validation by later incidents, in the model file; validation by later incidents, in the table "
            "‘table of March’; comparison with prior counts."
        ) in said
        assert "Done: residents are counted in the table ‘’, by 2 groups." in said
        assert "Of 2 groups the table ‘’ holds back 1." in said


def test_what_is_about_people_is_never_told_as_not_used(bare):
    """Factors, denominators and adjustments: in inputs, datasets and proxies, and beside “What is not used”."""
    clean = "By their names, no variable of the model is about persons."
    assert clean in text_of(model_card(bare), "What is not used")
    exposure = {"DENOMINATOR": "residents", "DENOMINATOR_FIELD": "total", "ADJUSTMENT_FIELD": "decile"}
    adjusted = (Adjustment("deprivation decile", 0.1, 0.01, 0.001, 5.0),)
    inputs = {"exposure": exposure, "hashes": {"INCIDENTS": "ab"}}
    rated = replace(bare.model, denominator="residents", adjustments=adjusted, inputs=inputs)
    facts = replace(bare, model=rated)
    for document in documents(facts):
        said = text_of(document)
        assert "attribute of a person" not in said and clean not in said
        assert "Denominator ‘residents / total’: incidents are counted in proportion to it" in said
        assert "Adjustment ‘deprivation decile / decile’: the model allows for it" in said
        assert "Denominator residents – – field ‘total’ Adjustment deprivation decile – – field ‘decile’" in said
    card, sheet, record, _ = documents(facts)
    assert "residents" not in text_of(card, "What is not used")
    for document, name in (
        (card, "What may be about people"),
        (sheet, "Proxies"),
        (record, "System-level input"),
        (record, "Model input"),
        (record, "Datasets and their purposes"),
        (record, "Sensitive attributes"),
    ):
        assert "‘residents /" in text_of(document, name) and "‘deprivation decile /" in text_of(document, name), name
    assert "no hash of denominators and adjustments" in text_of(card, "Hashes")
    roles = ("STUDY_AREA", "INCIDENTS", "FACTORS", "DENOMINATOR", "ADJUSTMENTS")
    names = ("town", "thefts", "INCIDENTS", "residents", "deprivation decile")
    kept = [{"role": role, "name": name, "sha256": role[:2]} for role, name in zip(roles, names)]
    layers = [
        {"role": role, "name": name, "source": f"{name}.tif", "features": None, "dates": ""}
        for role, name in zip(roles[3:], names[3:])
    ]
    sources = tuple(Source(one["role"], one["name"], one["source"], None, "", "") for one in layers)
    kept_all = replace(rated, inputs={"exposure": exposure, "fingerprints": kept, "layers": layers})
    said = text_of(model_card(replace(facts, model=kept_all, sources=sources)))
    assert "Incidents ‘thefts’, SHA-256 of coordinates: IN" in said and "Risk factor ‘INCIDENTS’, SHA-256" in said
    assert "Denominator ‘residents’, SHA-256 of coordinates and numbers: DE" in said and "no hash of" not in said
    assert "DENOMINATOR residents residents.tif" in said and "Denominator residents – –" not in said
    facts = replace(bare, model=make_model(("probation_addresses", "parks", "offender_homes"), inputs={}))
    card = model_card(facts)
    assert clean not in text_of(card) and "probation" not in text_of(card, "What is not used")
    flagged = text_of(card, "What may be about people")
    assert "Risk factor 'probation_addresses' looks" in flagged and "otherwise leave it out. It is in the" in flagged
    assert "Risk factor 'offender_homes' looks" in flagged and "It was offered; the model does not use it." in flagged


def test_what_was_flagged_and_how_near_is_told(full):
    def told(**more):
        exposed = (replace(EXPOSED[0], **more), *EXPOSED[1:])
        (entry,) = [one for one in model_card(replace(full, exposed=exposed)).entries if one.name == "Who is exposed"]
        return entry.said[0], entry.tables[0].caption

    said, caption = told(area_percent=5.0, area_near_percent=5.0, flagged="the riskiest 5% of the cells")
    assert said.startswith(
        "Flagged are the riskiest 5% of the cells, 5.0% of the cells; counted are people in them, not"
    )
    assert caption == "People in flagged places; – is not told"
    said, caption = told(area_percent=5.0, area_near_percent=8.13, flagged="the places of ‘p’", near="100 m")
    assert said.endswith("counted are people in or within 100 m of them, 8.1% of the cells.")
    assert caption == "People in flagged places or within 100 m of them; – is not told"
    assert told()[0] == "The table does not tell what was flagged, nor whether who lives near was counted, too."


def test_fields_that_hold_something_are_counted_truly(bare, full):
    """By hand, of the card: what is of this model, what holds for every one, what was not done."""
    every = {"What it does not tell", "Where people decide", "Where the data go"}
    nothing = {"Performance", "Beside simpler ways", "How stable it is", "Who is exposed", "Command"}
    card = model_card(bare)
    assert {one.name for one in card.entries if one.knows == "every"} == every
    assert {one.name for one in card.entries if one.knows == "nothing"} == nothing
    n = len(list(card.entries))
    assert card.count() == (
        f"Of {n} fields {n - 9} hold what the model file tells, 3 what holds for every risk terrain, 5 only that "
        "something is not known or was not done; in 1 something is left to say."
    )
    assert "Filled from the model file. What is not known" in card.about[1]
    given = replace(full, exposed_from="residents of May")
    card = model_card(given)
    assert {one.name for one in card.entries if one.knows == "nothing"} == {"How stable it is", "Command"}
    assert "the model file and the tables given (‘table of March’ and ‘residents of May’) tell" in card.count()
    assert "‘residents of May’); whether these are of this model was not checked" in card.about[1]
    for facts in (bare, given):
        for document in documents(facts):
            assert "nothing stands here that was not computed" not in " ".join(document.about)
    records = [transparency_record(facts) for facts in (bare, given)]
    counted = [sum(one.is_known for one in record.entries) for record in records]
    assert counted[1] == counted[0] + 2  # alternatives, performance
    (outcomes,) = [one for one in assessment(bare).entries if one.name == "Outcomes"]
    assert outcomes.stands and not outcomes.is_known  # a form without an answer


def test_purposes_are_told_where_they_are_asked_for(full):
    sheet = assessment(full)
    purposes = text_of(sheet, "Purposes of the processing")
    assert purposes.startswith("To rank places by what goes together with the recorded incidents")
    assert "Which incidents are modelled" not in purposes
    assert "Which incidents are modelled" in text_of(sheet, "Where people decide")


class Text(HTMLParser):
    """The text of a page's body, without its charts' styles."""

    def __init__(self):
        super().__init__()
        self.said, self.tags, self.inside = [], set(), False

    def handle_starttag(self, tag, attributes):
        self.inside = self.inside or tag == "body"
        self.tags.add(tag)

    def handle_data(self, data):
        if self.inside and data.strip():
            self.said.append(" ".join(data.split()))


def read_html(page):
    parser = Text()
    parser.feed(page)
    return parser


def test_both_forms_say_the_same(full):
    """Every text of the page stands in the Markdown, in the same order."""
    for document in documents(full):
        markdown = re.sub(r"\\(.)", r"\1", to_markdown(document))
        place = markdown.index(document.title) + len(document.title)
        for text in read_html(to_html(document)).said[2:]:
            if text in ("…", document.kind, document.title):
                continue
            found = markdown.find(text, place)
            assert found >= 0, text
            place = found if text == "–" else found + len(text)


def test_names_stay_text_in_both(full):
    for name in NASTY:
        model = make_model((name, "b|c *d* # e", "trees"))
        for document in documents(replace(full, model=model, title=name, created=name)):
            page = read_html(to_html(document))
            assert not page.tags & {"script", "img"} and " ".join(name.split()) in " ".join(page.said)
            markdown = to_markdown(document)
            assert not re.search(r"(?<!\\)<", markdown)
            assert all(line.count(" | ") - line.count("\\|") >= 1 for line in markdown.splitlines() if line[:2] == "| ")


def test_markdown_is_escaped_by_hand():
    entry = Entry("a_b", ("1. first *x*", "- <b>"), ("+ one",), asked="what\nis it?", number="2.1", doubt="number")
    made = to_markdown(Document("kind", "# title", ("about",), (Part("part", (entry,)),)))
    assert made.splitlines()[0] == "# \\# title"
    assert "### 2.1 a\\_b" in made and "\n\\1. first \\*x\\*\n" in made and "\n\\- \\<b\\>\n" in made
    assert "\n- \\+ one\n" in made and "> **To be completed by the organisation:** what is it?" in made
    assert "*Not verified: the number of this field. Check it against the official template.*" in made


def test_the_same_facts_give_the_same_bytes(full):
    for first, second in zip(documents(full), documents(full)):
        assert to_html(first) == to_html(second) and to_markdown(first) == to_markdown(second)


@pytest.mark.parametrize(
    "known, said",
    [
        ({}, "Whether small counts of incidents were left out of reports and place sheets is not known here."),
        (
            {"smallest_count": 10},
            "A report written with the model leaves out counts of incidents below 10, of places and near factors' "
            "features.",
        ),
        ({"smallest_count": 0}, "A report written with the model tells all counts of places, however small."),
    ],
)
def test_what_was_done_about_small_counts(known, said):
    assert said in text_of(assessment(Facts(make_model(inputs=known), "Bars")))
