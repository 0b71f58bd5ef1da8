"""rtm:importincidents inside QGIS: real files, areas, CRSs, and a sentence for each bad input."""

import csv
from functools import partial

import pytest
from osgeo import ogr
from qgis import processing
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsVectorLayer,
)

pytestmark = pytest.mark.usefixtures("provider")

POLICE = "2017-03-city-of-london-street.csv"
CITY = "Polygon((-0.12 51.5, -0.07 51.5, -0.07 51.53, -0.12 51.53, -0.12 51.5))"


@pytest.fixture
def run(run):
    return partial(run, "rtm:importincidents", OUTPUT="TEMPORARY_OUTPUT", LOG="TEMPORARY_OUTPUT")


def write(path, *lines):
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(path)


def column(layer, name):
    return [feature[name] for feature in layer.getFeatures()]


def test_real_files_import_with_the_counts_of_a_few_lines_of_python(run, shared_data):
    files = sorted((shared_data / "raw").glob("*-street.csv"))
    rows = []
    for path in files:
        with open(path, encoding="utf-8", newline="") as file:
            rows += list(csv.DictReader(file))
    placed = [row for row in rows if row["Longitude"]]
    ids = [row["Crime ID"] for row in placed if row["Crime ID"]]

    results = run(FOLDER=str(shared_data / "raw"))
    assert results["N_FILES"] == 2
    assert results["N_ROWS"] == len(rows) == 1227
    assert results["N_NO_COORDINATES"] == len(rows) - len(placed) == 44
    assert results["N_DUPLICATES"] == len(ids) - len(set(ids))
    assert results["N_INCIDENTS"] == len(placed) - results["N_DUPLICATES"] == results["OUTPUT"].featureCount()
    assert (results["FIRST_DATE"], results["LAST_DATE"]) == ("2014-09-01", "2017-03-01")
    assert results["CRS_USED"] == results["OUTPUT"].crs().authid() == "EPSG:4326"
    log = {feature["reason"]: feature["count"] for feature in results["LOG"].getFeatures()}
    assert log == {"no coordinates": 44, "id came before": results["N_DUPLICATES"]}

    stations = run(FILES=[str(shared_data / "raw" / "london_stations_latlon.csv")])
    with open(shared_data / "raw" / "london_stations_latlon.csv", encoding="utf-8") as file:
        assert stations["N_INCIDENTS"] == len(list(csv.DictReader(file)))


def test_an_area_reprojects_and_leaves_out_what_is_outside(run, shared_data, make_layer):
    area = make_layer("City", "Polygon", [CITY], crs="EPSG:4326")
    british = processing.run(
        "native:reprojectlayer",
        {
            "INPUT": area,
            "TARGET_CRS": QgsCoordinateReferenceSystem("EPSG:27700"),
            "OUTPUT": "TEMPORARY_OUTPUT",
        },
    )["OUTPUT"]
    path = shared_data / "raw" / POLICE
    with open(path, encoding="utf-8", newline="") as file:
        placed = [row for row in csv.DictReader(file) if row["Longitude"]]
    inside = [
        row for row in placed if -0.12 <= float(row["Longitude"]) <= -0.07 and 51.5 <= float(row["Latitude"]) <= 51.53
    ]
    assert 0 < len(inside) < len(placed)
    for polygons in (area, british):
        results = run(FILES=[str(path)], AREA=polygons)
        assert results["N_INCIDENTS"] == len(inside)
        assert results["N_OUTSIDE"] == len(placed) - len(inside)
        assert results["OUTPUT"].crs() == polygons.crs()
        assert polygons.extent().contains(results["OUTPUT"].extent())


def test_fields_are_tidy(run, tmp_path):
    path = write(
        tmp_path / "crimes of “today”.csv",
        "case_number;date;time;x;y;offence",
        "A1;20/10/2014;2157;530000,5;180000,5;Raub “am Straßenrand”",
        ";03/04/2014;;530001;180001;",
    )
    results = run(FILES=[path], OUTPUT=str(tmp_path / "out é.gpkg"), LOG=None)
    layer = QgsVectorLayer(results["OUTPUT"])
    assert [field.name() for field in layer.fields()] == [
        "fid", "id", "date", "hour", "type", "source_file", "source_row",
    ]  # fmt: skip
    first, second = layer.getFeatures()
    assert first["id"] == "A1" and first["hour"] == 21 and first["type"] == "Raub “am Straßenrand”"
    assert first["date"].toString("yyyy-MM-dd") == "2014-10-20"
    assert second["date"].toString("yyyy-MM-dd") == "2014-04-03"
    assert [str(second[name]) for name in ("id", "hour", "type")] == ["NULL"] * 3
    assert column(layer, "source_row") == [2, 3]
    assert set(column(layer, "source_file")) == {"crimes of “today”.csv"}
    assert first.geometry().asPoint().x() == 530000.5
    assert layer.crs().authid() == "EPSG:27700"


def timed(tmp_path):
    """Every hour of two weeks from a Monday."""
    rows = [f"2014-09-{day:02d} {hour:02d}:15,-0.1,51.5,theft" for day in range(1, 15) for hour in range(24)]
    return write(tmp_path / "timed.csv", "date,lon,lat,type", *rows)


@pytest.mark.parametrize(
    ("filters", "n"),
    [
        ({}, 336),
        ({"HOURS": "22-4"}, 14 * 6),
        ({"HOURS": "22-4", "WEEKDAYS": ["fri", "sat"]}, 4 * 6),
        ({"WEEKDAYS": ["sun"]}, 48),
        ({"DATE_FROM": "2014-09-03", "DATE_TO": "2014-09-04"}, 48),
        ({"DATE_FROM": "2014-09"}, 336),
        ({"TYPES": "THEFT; robbery"}, 336),
        ({"TYPES": "the*"}, 336),
    ],
)
def test_filters(run, tmp_path, filters, n):
    results = run(FILES=[timed(tmp_path)], **filters)
    assert (results["N_INCIDENTS"], results["N_FILTERED"]) == (n, 336 - n)


def test_feet_in_columns_called_longitude_are_taken_with_the_users_crs(run, tmp_path):
    path = write(tmp_path / "feet.csv", "longitude,latitude", "1176123.5,1892345.25")
    results = run(FILES=[path], CRS=QgsCoordinateReferenceSystem("EPSG:3435"))
    assert results["CRS_USED"] == "EPSG:3435"
    assert next(results["OUTPUT"].getFeatures()).geometry().asPoint().x() == 1176123.5


def test_files_in_different_systems_meet_in_the_first_files(run, tmp_path):
    degrees = write(tmp_path / "degrees.csv", "id,longitude,latitude", "1,-0.1276,51.5072")
    metres = write(tmp_path / "metres.csv", "id,easting,northing", "2,530034,180381", "1,530034,180381")
    results = run(FILES=[degrees, metres])
    assert (results["N_INCIDENTS"], results["N_DUPLICATES"]) == (2, 1)
    assert results["CRS_USED"] == "EPSG:4326, EPSG:27700"
    first, second = (feature.geometry().asPoint() for feature in results["OUTPUT"].getFeatures())
    assert first.distance(second) < 1e-3
    assert run(FILES=[degrees, metres], KEEP_DUPLICATES=True)["N_INCIDENTS"] == 3


def test_coordinates_that_cannot_be_reprojected_are_counted(run, tmp_path, make_layer):
    area = make_layer("zone", "Polygon", ["Polygon((0 0, 1e6 0, 1e6 1e7, 0 1e7, 0 0))"], crs="EPSG:32630")
    path = write(tmp_path / "poles.csv", "lon,lat", "-3,51", "-3,52", "87,0", "177,90.5")
    results = run(FILES=[path], AREA=area)
    assert results["N_INCIDENTS"] == 2
    assert results["N_UNREADABLE"] + results["N_OUTSIDE"] == 2 and results["N_UNREADABLE"] >= 1


BAD = [  # what the file holds, the parameters, the sentence
    (["a,b", "1,2"], {}, "has no columns that are known as coordinates"),
    (["only", "1"], {}, "seems to have one column only"),
    ([""], {}, "has no header in its first row"),
    (["lon,lat"], {}, "None of 0 rows is left as an incident (the files have no rows)"),
    (["lon,lat", ",", ","], {}, "None of 2 rows is left as an incident (no coordinates: 2)"),
    (["longitude,latitude", "1176123,1892345"], {}, "which are not degrees east and north"),
    (["longitude,latitude", "1176123,1892345"], {"CRS": "EPSG:4326"}, "but the CRS given is EPSG:4326"),
    (["lon,lat", "-0.1,51.5"], {"CRS": "EPSG:27700"}, "look like degrees, but the CRS given is EPSG:27700"),
    (["lon,lat", "1,2"], {"CRS": "EPSG:99999999"}, "EPSG:99999999"),
    (["x,y", "1176123,1892345"], {}, "neither degrees nor on the British National Grid: give their CRS"),
    (["lon,lat", "1,2"], {"X_FIELD": "east"}, "give the columns of both coordinates, x and y, or neither"),
    (["lon,lat", "1,2"], {"X_FIELD": "east", "Y_FIELD": "lat"}, "no column 'east' for the x coordinate"),
    (["lon,lat", "1,2"], {"DATE_FIELD": "when"}, "no column 'when' for the date; its columns are"),
    (["lon,lat,date", "1,2,03/04/2014"], {}, "can be read with the day or the month first"),
    (["lon,lat", "1,2"], {"TYPES": "theft"}, "no column known as the type of crime"),
    (["lon,lat,type", "1,2,arson"], {"TYPES": "theft"}, "The types in the files are: arson 1."),
    (["lon,lat", "1,2"], {"DATE_FROM": "2014-09-30"}, "no column known as a date"),
    (["lon,lat", "1,2"], {"DATE_FROM": "30/09/2014"}, "'30/09/2014' is no date: write it as 2014-09-30"),
    (["lon,lat", "1,2"], {"DATE_FROM": "2014-09", "DATE_TO": "2014-08"}, "comes before the first"),
    (["lon,lat,month", "1,2,2014-09"], {"WEEKDAYS": ["mon"]}, "gives months only, no days"),
    (["lon,lat,month", "1,2,2014-09"], {"HOURS": "22-4"}, "gives no time of day"),
    (["lon,lat", "1,2"], {"HOURS": "evening"}, "'evening' is no range of hours"),
    (["lon,lat", "1,2"], {"ENCODING": "klingon"}, "The encoding 'klingon' is not known"),
    (["lon,lat,note", '1,2,"open', "1,2,x"], {}, "a quotation mark is opened and never closed"),
    (["lon,lat", "1,2"], {"FILES": ["/nowhere/at all.csv"]}, "'/nowhere/at all.csv' cannot be read"),
    (["lon,lat", "1,2"], {"FILES": None}, "No file is given: choose one or more text files, or a folder"),
    (["lon,lat", "1,2"], {"OUTPUT": "/proc/none/out.gpkg"}, "Output '/proc/none/out.gpkg' cannot be written"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "parameters", "sentence"), BAD)
def test_bad_input_ends_in_a_sentence_and_leaves_no_file(run, tmp_path, lines, parameters, sentence):
    path = write(tmp_path / "bad.csv", *lines)
    with pytest.raises(QgsProcessingException) as error:
        run(**{"FILES": [path], "OUTPUT": str(tmp_path / "out.gpkg"), **parameters})
    assert sentence in str(error.value) and "Traceback" not in str(error.value)
    assert not (tmp_path / "out.gpkg").exists()


def test_all_outside_the_area_says_what_may_be_wrong(run, tmp_path, make_layer):
    area = make_layer("City", "Polygon", [CITY], crs="EPSG:4326")
    path = write(tmp_path / "exchanged.csv", "lon,lat", "51.5,-0.1")
    with pytest.raises(QgsProcessingException, match="that x and y are not exchanged, against area 'City'"):
        run(FILES=[path], AREA=area)


def test_a_file_that_breaks_half_way_leaves_no_file(run, tmp_path):
    path = write(tmp_path / "broken.csv", "lon,lat,note", *["1,2,x"] * 45_000, '1,2,"open')
    with pytest.raises(QgsProcessingException, match="cannot be read beyond row 45001"):
        run(FILES=[path], OUTPUT=str(tmp_path / "out.gpkg"))
    assert not (tmp_path / "out.gpkg").exists()


def test_a_large_file_is_read_in_blocks(run, tmp_path):
    rows = [f"{i % 30_000},{0.1 + i * 1e-6:.6f},51.5" for i in range(45_000)]
    path = write(tmp_path / "large.csv", "id,lon,lat", *rows)
    results = run(FILES=[path], OUTPUT=str(tmp_path / "out.gpkg"))
    assert (results["N_INCIDENTS"], results["N_DUPLICATES"]) == (30_000, 15_000)
    assert ogr.Open(results["OUTPUT"]).GetLayer(0).GetFeatureCount() == 30_000


def test_cancelling_half_way_leaves_no_file(tmp_path):
    class Impatient(QgsProcessingFeedback):
        def setProgress(self, progress):
            super().setProgress(progress)
            if progress > 60:
                self.cancel()

    path = write(tmp_path / "long.csv", "lon,lat,note", *["1,2,x"] * 90_000)
    output = tmp_path / "out.gpkg"
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("rtm:importincidents")
    feedback = Impatient()
    algorithm.run({"FILES": [path], "OUTPUT": str(output)}, QgsProcessingContext(), feedback)
    assert feedback.isCanceled() and not output.exists()
