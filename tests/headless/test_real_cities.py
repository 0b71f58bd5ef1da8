"""The main job on real cities, in one command each; and the numbers of the worked examples, from their own commands."""

import csv
import json

import pytest
from checkout import ROOT
from osgeo import ogr
from printed_commands import printed_commands
from real_cities import CAMDEN, parameters_of

WORKED_EXAMPLES = ROOT / "docs" / "worked_examples.md"


@pytest.fixture
def run(qgis_process, shared_data):
    def run(city, folder, **more):
        return qgis_process(
            "rtm:riskterrainmodel",
            **{**parameters_of(city, shared_data), **more},
            RISK_TERRAIN=folder / "risk.tif",
            MODEL_TABLE=folder / "model.csv",
            MODEL=folder / "model.json",
        )

    return run


@pytest.mark.slow
def test_camden_twice_with_the_layers_in_another_order(run, shared_data, tmp_path):
    first, second = tmp_path / "first", tmp_path / "second"
    done = run("london_camden", first)
    assert done.returncode == 0, done.stderr
    found = done.results
    assert found["N_CELLS"] == 9051
    assert found["N_INCIDENTS"] == 7625
    assert found["N_INCIDENTS_OUTSIDE"] == 0
    assert found["N_SELECTED"] >= 6
    assert found["FAMILY"] in ("nb1", "nb2")
    assert found["BIC"] == min(found["BIC_POISSON"], found["BIC_NB1"], found["BIC_NB2"])
    with (first / "model.csv").open() as file:
        rows = list(csv.DictReader(file))
    assert len({row["factor"] for row in rows}) == len(rows) == found["N_SELECTED"]
    assert all(float(row["rrv"]) > 1 and float(row["p_value"]) <= 0.05 for row in rows)
    assert {row["factor"] for row in rows} <= set(CAMDEN["FACTORS"])

    reversed_factors = parameters_of("london_camden", shared_data)["FACTORS"][::-1]
    again = run("london_camden", second, FACTORS=reversed_factors)
    assert again.returncode == 0, again.stderr
    for name in ("risk.tif", "model.csv", "model.json"):
        assert (first / name).read_bytes() == (second / name).read_bytes(), name


@pytest.mark.slow
def test_chicago(run, tmp_path):
    done = run("chicago", tmp_path)
    assert done.returncode == 0, done.stderr
    found = done.results
    assert found["N_INCIDENTS"] + found["N_INCIDENTS_OUTSIDE"] == 6876
    assert found["N_SELECTED"] >= 4
    assert found["BIC"] < 24189.7  # of a search with four factors instead of six


@pytest.fixture
def worked(qgis_process, shared_data, tmp_path, monkeypatch):
    """A function that runs the next of some printed commands, beside links to the data, and gives back its outputs."""
    monkeypatch.chdir(tmp_path)
    for path in shared_data.glob("*.gpkg"):
        (tmp_path / path.name).symlink_to(path)

    def next_one(commands, *more):
        command = next(commands)
        done = qgis_process.command("run", command.algorithm, "--json", "--", *command.parameters, *more)
        assert done.returncode == 0, f"{command.text}\n\n{done.stderr}"
        return json.loads(done.stdout)["results"]

    return next_one


def commands_of(city):
    return iter([command for command in printed_commands(WORKED_EXAMPLES) if f"{city}.tif" in command.text])


def factors_as_printed(path):
    """The rows of the page's table of factors, from a model table."""
    acts = {"proximity": "within", "density": "dense within"}
    with open(path, encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    rows.sort(key=lambda row: -float(row["rrv"]))
    return "\n".join(
        f"| {row['factor'].replace('_', ' ')} | {acts[row['operationalisation']]} {float(row['influence']):g} m | "
        f"{float(row['rrv']):.1f} | {float(row['quoted_low']):.1f} to {float(row['quoted_high']):.1f} |"
        for row in rows
    )


def model_as_printed(found):
    return (
        f"{found['N_CANDIDATES']} variables, {found['N_SURVIVORS']} after culling, {found['N_SELECTED']} factors in "
        f"the model ({found['FAMILY'].upper()}, BIC {found['BIC']:.1f})"
    )


def first_place(path):
    data = ogr.Open(path)
    return data.GetLayer(0).GetNextFeature().items()


def assert_printed(*texts):
    page = " ".join(WORKED_EXAMPLES.read_text(encoding="utf-8").replace("\n> ", " ").split())
    for text in texts:
        assert " ".join(text.split()) in page, f"{WORKED_EXAMPLES.name} ought to say: {text}"


@pytest.mark.slow
def test_camden_as_worked_in_the_documentation(worked):
    commands = commands_of("camden")
    found = worked(commands)
    assert_printed(
        f"{found['N_INCIDENTS']:,} incidents of January to June in {found['N_CELLS']:,} cells; "
        f"{model_as_printed(found)}",
        factors_as_printed("camden.csv"),
        found["VERDICT"],
        found["VERDICT_WITH_HISTORY"],
    )
    places = worked(commands)
    first = first_place("camden_places.gpkg")
    ward = first["label"].split(" (")[0]  # without the number among the places there
    assert_printed(
        f"Ten places of 4 ha, {places['AREA_PERCENT']:.1f}% of the area, hold {places['OBSERVED']} of the later "
        f"incidents: {places['OBSERVED_PERCENT']:.1f}%. The first, in {ward}, has {first['observed']}; of",
        f"{first['landscape']:.1f} come from the landscape, {first['around']:.1f} from what happened around, and "
        f"{first['here']:.1f} from what happened in it",
    )
    worked(commands)
    tested = worked(commands_of("camden"), "SPATIAL_TEST=random_shift")
    assert_printed(
        f"keeps what stands random shifts: {tested['N_SELECTED']} factors.", factors_as_printed("camden.csv")
    )


@pytest.mark.slow
def test_chicago_as_worked_in_the_documentation(worked):
    commands = commands_of("chicago")
    found = worked(commands)
    assert_printed(
        f"{found['N_INCIDENTS']:,} incidents in {found['N_CELLS']:,} cells; {model_as_printed(found)}",
        factors_as_printed("chicago.csv"),
    )
    assert_printed(worked(commands)["VERDICT"])
    places = worked(commands)
    assert_printed(
        f"They are {places['AREA_PERCENT']:.1f}% of the city and hold {places['OBSERVED']} of the burglaries of 2018, "
        f"{places['OBSERVED_PERCENT']:.1f}%"
    )
    worked(commands)
