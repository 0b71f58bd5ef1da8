"""The example model for every month: a police archive and boroughs in, what import and batch give alone out."""

import csv

import pytest
from osgeo import ogr
from town import INCIDENTS, SIDE, X, Y

from .conftest import write_layer

MONTHS = ("2024-04", "2024-05", "2024-06")
COMPARED = ("comparison.csv", "West/Robbery/model.json", "East/Robbery/model.json", "West/Robbery/model_table.csv")


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    """A folder for each month, with a file in it, of which every tenth row is another type of crime."""
    folder = tmp_path_factory.mktemp("archive")
    for number, month in enumerate(MONTHS):
        path = folder / month / f"{month}-town-street.csv"
        path.parent.mkdir()
        with path.open("w", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["Crime ID", "Month", "Easting", "Northing", "Crime type"])
            for place, (x, y) in enumerate(INCIDENTS[number :: len(MONTHS)]):
                kind = "Bicycle theft" if place % 10 == 0 else "Robbery"
                writer.writerow([f"{month} {place}", month, f"{x:.1f}", f"{y:.1f}", kind])
    return folder


@pytest.fixture(scope="module")
def boroughs(tmp_path_factory):
    path = tmp_path_factory.mktemp("boroughs") / "boroughs.gpkg"
    halves = [(X, X + SIDE / 2), (X + SIDE / 2, X + SIDE)]
    outlines = [f"POLYGON (({a} {Y}, {b} {Y}, {b} {Y + SIDE}, {a} {Y + SIDE}, {a} {Y}))" for a, b in halves]
    write_layer(path, "boroughs", "Polygon", outlines)
    data = ogr.Open(str(path), 1)
    layer = data.GetLayerByName("boroughs")
    layer.CreateField(ogr.FieldDefn("name", ogr.OFTString))
    for feature, name in zip(list(layer), ("West", "East")):
        feature.SetField("name", name)
        layer.SetFeature(feature)
    return f"{path}|layername=boroughs"


@pytest.mark.slow
def test_a_month_gives_what_import_and_batch_give(qgis_process, town, archive, boroughs, tmp_path):
    factors = [town("bars"), town("shops")]
    alone, together = tmp_path / "alone" / "batch", tmp_path / "together" / "batch"
    incidents = alone.with_name("incidents.gpkg")
    done = qgis_process(
        "rtm:importincidents", FOLDER=archive, TYPES="robbery", DATE_FROM="2024-05", AREA=boroughs, OUTPUT=incidents
    )
    assert done.returncode == 0, done.stderr
    done = qgis_process(
        "rtm:batch",
        STUDY_AREAS=boroughs,
        NAME_FIELD="name",
        INCIDENTS=incidents,
        TYPE_FIELD="type",
        FACTORS=factors,
        FOLDER=alone,
    )
    assert done.returncode == 0, done.stderr
    done = qgis_process(
        "rtm:example_monthly_refresh",
        **{
            "ARCHIVE": archive,
            "TYPES": "robbery",
            "FIRST_MONTH": "2024-05",
            "BOROUGHS": boroughs,
            "NAME_FIELD": "name",
            "FACTORS": factors,
            "import:Incidents": together.with_name("incidents.gpkg"),
            "batch:Folder of this month": together,
        },
    )
    assert done.returncode == 0, done.stderr
    made = sorted(path.relative_to(alone).as_posix() for path in alone.rglob("*") if path.is_file())
    assert made == sorted(path.relative_to(together).as_posix() for path in together.rglob("*") if path.is_file())
    assert set(COMPARED) <= set(made), made
    with (together / "comparison.csv").open(newline="") as file:
        assert {(row["area"], row["factor"]) for row in csv.DictReader(file) if row["fate"] == "selected"} == {
            ("West", "bars"),
            ("East", "bars"),
        }
    for name in COMPARED:
        assert (alone / name).read_bytes() == (together / name).read_bytes(), name
