"""The check before the fit: clipped, stacked, old, broken and person-based layers are told, good ones not."""

from datetime import date

import numpy as np
import pytest

from risk_terrain_modelling.rtm_plugin.space.shapes import Shapes, contains
from risk_terrain_modelling.rtm_plugin.space.stacking import stacks
from risk_terrain_modelling.rtm_plugin.variables.factor_check import (
    LayerFacts,
    check_factors,
    check_personal_fields,
    check_persons,
    in_sentences,
    incident_fields_warning,
    personal_fields,
)
from risk_terrain_modelling.rtm_plugin.variables.factors import Factor, FactorSpec

BLOCK = 100.0


def square(x, y, side):
    return np.array([(x, y), (x + side, y), (x + side, y + side), (x, y + side)], dtype=float)


AREA = Shapes.polygons([[square(0, 0, 2000)]])
WARDS = Shapes.polygons([[square(x, y, 1000)] for x in (0, 1000) for y in (0, 1000)])


def scattered(n, margin=0.0, seed=1):
    return np.random.RandomState(seed).uniform(-margin, 2000 + margin, (n, 2))


def factor(shapes, name="pubs"):
    return Factor(FactorSpec(name, "proximity"), shapes)


def kinds(findings, level="warning"):
    return [finding.kind for finding in findings if finding.level == level]


def check(shapes, area=AREA, **settings):
    return check_factors(area, [factor(shapes)], BLOCK, **settings)


@pytest.mark.parametrize("area", (AREA, WARDS))
def test_features_are_counted_within_and_around(area):
    points = np.vstack([scattered(200, 800), [(-299, 1000), (-301, 1000), (1000, 1000)]])
    inside = contains(AREA, points)
    dx, dy = np.maximum(np.abs(points - 1000) - 1000, 0).T
    around = ~inside & (np.hypot(dx, dy) <= 300)
    (finding,) = check(Shapes.points(points), area, unit="m")
    assert finding.text == (
        f"Risk factor 'pubs', by single parts: {inside.sum()} points in the study area, {around.sum()} more within "
        "reach (300 m)."
    )


@pytest.mark.parametrize("area", (AREA, WARDS))
def test_layers_clipped_at_the_boundary_are_told(area):
    points = scattered(100)
    assert kinds(check(Shapes.points(points), area)) == ["clipped"]
    beyond = np.vstack([points, [(-100, 500)]])
    assert kinds(check(Shapes.points(beyond), area)) == []
    within = 1000 + (points - 1000) * 0.6  # nothing near the boundary, only near the edges between the wards
    assert kinds(check(Shapes.points(within), area)) == []

    roads = [np.array([(0.0, y), (2000.0, y)]) for y in range(100, 2000, 300)]
    assert kinds(check(Shapes.lines(roads), area)) == ["clipped"]
    assert kinds(check(Shapes.lines([road * 1.5 - 500 for road in roads]), area)) == []


def test_stacked_points_are_told():
    points = scattered(100, 300)
    assert check(Shapes.points(points))[1:] == ()
    few, many = np.vstack([points, points[:3]]), np.vstack([points, points[:30]])
    assert kinds(check(Shapes.points(few)), "info") == ["features", "stacked"]
    (finding,) = [finding for finding in check(Shapes.points(many)) if finding.level == "warning"]
    assert (finding.factor, finding.kind) == ("pubs", "stacked")
    assert "30 of 130 points lie on top of another" in finding.text


def test_points_are_paired_by_distance_and_not_by_bins():
    points = scattered(300)
    shifted = points[:249] + [0.0005, 0.0]  # half a millimetre, wherever a bin would end
    found = check(Shapes.points(np.vstack([points, shifted])))
    assert any("249 of 549 points lie on top of another" in finding.text for finding in found)
    numbers = stacks(np.vstack([points, shifted, points[:5] + [0.0, 0.002]]))
    assert (numbers[:249] == numbers[300:549]).all() and numbers.max() == 304
    assert not len(stacks(np.empty((0, 2))))


def test_what_is_known_of_the_layer_is_told():
    facts = {"pubs": LayerFacts("pubs", ("name",), 3, 2, date(2019, 6, 1))}
    points = Shapes.points(scattered(50, 300))
    found = check(points, facts=facts, first_incident=date(2022, 1, 1))
    assert kinds(found) == ["geometry", "old"]
    assert "3 features have no geometry, 2 have an invalid one" in found[1].text
    assert "its last date is 2019-06-01, the first incident's 2022-01-01" in found[2].text
    assert kinds(check(points, facts=facts, first_incident=date(2020, 5, 1))) == ["geometry"]


def test_what_several_factors_share_is_said_once_the_most_serious_first():
    points = Shapes.points(scattered(100))
    facts = {"pubs": LayerFacts(last_date=date(2015, 1, 1)), "arrests": LayerFacts(n_invalid=2)}
    factors = [factor(points, name) for name in ("pubs", "cafes", "arrests")]
    findings = check_factors(AREA, factors, BLOCK, date(2022, 1, 1), facts, unit="m")
    persons, clipped, old, geometry = in_sentences(findings)
    assert persons.startswith("Risk factor 'arrests' looks as if it were about persons")
    assert clipped.startswith("3 risk factors end at the boundary, with no feature outside: pubs (300 m); cafes ")
    assert old.startswith("Risk factor 'pubs' is older") and geometry.startswith("Risk factor 'arrests': 2 have an")
    assert in_sentences([one for one in findings if one.level == "info"]) == []


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("arrests_2019", ()), ("Drug arrests", ()), ("stop and search", ()), ("stop-and-search", ()),
        ("StopSearch", ("Object of search",)), ("homes", ("Suspect_Name",)), ("known offenders", ()),
        ("victims addresses", ()), ("parolees", ()), ("people on parole", ()), ("points", ("date_of_birth",)),
        ("points", ("Self-defined ethnicity",)), ("gang members", ()), ("probation", ()),
        ("halfway houses", ()), ("Probation hostels", ()), ("parole_hostel", ()), ("bail hostels", ()),
        ("police callouts", ()), ("police call-outs 2021", ()), ("calls for service", ()), ("custody", ()),
        ("police stops", ()), ("traffic_stops", ()), ("stop data", ()),
    ],
)  # fmt: skip
def test_layers_about_persons_are_flagged(name, fields):
    (finding,) = check_persons(name, fields=fields)
    assert (finding.kind, finding.level) == ("persons", "warning")
    assert "police attention" in finding.text and "personal data" in finding.text


@pytest.mark.parametrize("name", ["cctv", "CCTV cameras", "council_cctv_2022", "surveillance camera"])
def test_what_is_placed_because_of_crime_is_flagged(name):
    (finding,) = check_persons(name)
    assert (finding.kind, finding.level) == ("placed", "warning")
    assert finding.text.startswith(f"Risk factor '{name}' may follow crime or policing (its name '{name}')")
    two = in_sentences([finding, *check_persons("cameras", "cctv")])
    assert len(two) == 1 and two[0].startswith("2 risk factors may follow crime or policing: ")


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("bus_stops", ("stop_name", "heading")), ("restaurants", ("name", "fclass")), ("search engines", ()),
        ("police stations", ()), ("custody_centre", ()), ("victim support", ()), ("organ_gangway", ()),
        ("burglary_2017", ("Primary Type", "Beat")), ("probation offices", ()),
        ("stops", ("stop_id", "stop_name")), ("tram stops", ()), ("hostels", ()), ("police houses", ()),
        ("fire callouts", ()), ("roads", ("cctv",)),
    ],
)  # fmt: skip
def test_places_are_not_flagged(name, fields):
    assert check_persons(name, fields=fields) == []


@pytest.mark.parametrize(
    "field",
    [
        "Surname", "first_name", "FORENAME", "lastname", "DOB", "Date of birth", "birth_date", "NHS_Number", "nhs_no",
        "custody_no", "Custody Number", "PNC_ID", "nominal_ref", "offender_id", "NI Number", "ethnicity", "ssn",
        "offender_name", "Victim Email", "suspect_phone", "victim_age", "Vict Age", "VIC_SEX", "SUSP_RACE",
        "Vict Descent", "suspect_gender", "offender_home_address", "name_of_victim", "person_full_name", "Gender",
        "sex", "age_range", "victims_postcode", "witness_mobile",
    ],
)  # fmt: skip
def test_fields_that_look_like_personal_data_are_flagged(field):
    assert personal_fields(("name", field, "postcode")) == (field,)
    findings = check(Shapes.points(scattered(20)), facts={"pubs": LayerFacts("pubs", ("name", field))})
    (finding,) = [one for one in findings if one.kind == "personal"]
    assert finding.level == "warning" and f"('{field}')" in finding.text and "places only" in finding.text


def test_fields_of_places_do_not_look_like_personal_data():
    places = ("name", "fclass", "osm_id", "full_name", "street_name", "religion", "phone", "nhs", "custody_suite")
    assert personal_fields((*places, "station", "cross", "dobson", "passenger_no", "birthing_centre", "id")) == ()
    others = ("address", "addr_street", "email", "contact_phone", "age", "village", "unisex", "stage", "personnel_name")
    assert personal_fields((*others, "victim_support_name_of_place", "essex", "postcode", "age_of_building")) == ()


def test_fields_of_incidents_are_told_as_not_read():
    fields = ("id", "date", "address", "name", "location_name", "stage", "Offender Name", "age", "email", "Phone No")
    assert personal_fields(fields, of_incidents=True) == ("Offender Name", "age", "email", "Phone No")
    assert incident_fields_warning("robbery", fields, ("date",)) == (
        "Incidents 'robbery' have fields that look like personal data ('Offender Name', 'age', 'email', 'Phone No'): "
        "they are not read, never used, and need not be given. Take them out of the layer."
    )
    read = incident_fields_warning("robbery", ("age", "dob"), ("age",))
    assert "('dob'): they are not read" in read and "are chosen by fields that look like personal data ('age')" in read
    assert incident_fields_warning("robbery", ("id", "month", "address", "lsoa_name", "crime_type")) == ""


def test_layers_with_personal_data_share_a_sentence():
    found = [*check_personal_fields("a", ("dob",)), *check_personal_fields("b", ("surname", "dob"))]
    (sentence,) = in_sentences(found)
    assert sentence.startswith("2 risk factors have fields that look like personal data: a ('dob'); b ('surname', ")


def test_no_factors_and_factors_out_of_reach():
    assert check_factors(AREA, [], BLOCK) == ()
    (finding,) = check(Shapes.points([(9000, 9000)]))
    assert "0 points in the study area, 0 more within reach" in finding.text
