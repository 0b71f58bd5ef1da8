"""Incidents from the files of forces and portals: counts by reason, columns, coordinates, filters."""

import csv
import os
import unicodedata
from collections import Counter
from datetime import date

import numpy as np
import pytest

from risk_terrain_modelling.rtm_plugin.errors import TableError
from risk_terrain_modelling.rtm_plugin.files import incident_files as incidents
from risk_terrain_modelling.rtm_plugin.files.column_names import LATITUDES, LONGITUDES, PAIRS, ROLES
from risk_terrain_modelling.rtm_plugin.files.coordinates import AreaHint, check_crs, guess_crs
from risk_terrain_modelling.rtm_plugin.files.duplicates import SeenKeys
from risk_terrain_modelling.rtm_plugin.files.incident_files import Tally, Wanted, read_rows, recognise
from risk_terrain_modelling.rtm_plugin.files.tables import plain_name

CHICAGO = "ID,Case Number,Date,Block,Primary Type,X Coordinate,Y Coordinate,Latitude,Longitude,Location"
NEW_YORK = "CMPLNT_NUM,CMPLNT_FR_DT,CMPLNT_FR_TM,OFNS_DESC,X_COORD_CD,Y_COORD_CD,Latitude,Longitude,Lat_Lon"
ALL = Wanted()


def write(folder, name, header, *rows, encoding="utf-8"):
    path = folder / name
    path.write_text("\n".join([header, *rows]) + "\n", encoding=encoding)
    return path


def read(path, wanted=ALL, **given):
    file = recognise(path, **given)
    tally = Tally()
    blocks = list(read_rows(file, wanted, SeenKeys(), tally))
    return blocks, tally


def column(blocks, name):
    return [value for block in blocks for value in getattr(block, name)]


@pytest.mark.parametrize("name", ("2014-09-city-of-london-street.csv", "2017-03-city-of-london-street.csv"))
def test_police_files_give_the_counts_of_a_few_lines_of_python(shared_data, name):
    path = shared_data / "raw" / name
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    placed = [row for row in rows if row["Longitude"]]
    ids = [row["Crime ID"] for row in placed if row["Crime ID"]]
    duplicates = len(ids) - len(set(ids))

    blocks, tally = read(path)
    assert tally.n_rows == len(rows)
    assert tally.count(incidents.NO_COORDINATES) == len(rows) - len(placed)
    assert tally.count(incidents.DUPLICATE) == duplicates
    assert sum(len(block.xy) for block in blocks) == len(placed) - duplicates
    assert tally.types == Counter(row["Crime type"] for row in rows)
    assert set(column(blocks, "dates")) == {date(int(name[:4]), int(name[5:7]), 1)}
    assert set(column(blocks, "hours")) == {None}

    without = list(read_rows(recognise(path), Wanted(), None, Tally()))
    kept = np.vstack([block.xy for block in without])
    assert kept == pytest.approx(np.array([[float(r["Longitude"]), float(r["Latitude"])] for r in placed]))
    assert column(without, "rows") == [i for i, row in enumerate(rows, start=2) if row["Longitude"]]


def test_a_chicago_portal_file(tmp_path):
    path = write(
        tmp_path, "crimes.csv", CHICAGO,
        '1,HX1,10/20/2014 09:57:00 PM,A,BURGLARY,1176123,1892345,41.86,-87.63,"(41.86, -87.63)"',
        '2,HX2,10/21/2014 12:30:00 AM,B,ROBBERY,1176124,1892346,41.87,-87.64,"(41.87, -87.64)"',
        "3,HX3,10/21/2014 11:00:00 AM,C,BURGLARY,,,,,",
        '1,HX1,10/20/2014 09:57:00 PM,A,BURGLARY,1176123,1892345,41.86,-87.63,"(41.86, -87.63)"',
    )  # fmt: skip
    blocks, tally = read(path)
    assert column(blocks, "ids") == ["1", "2"]
    assert column(blocks, "dates") == [date(2014, 10, 20), date(2014, 10, 21)]
    assert column(blocks, "hours") == [21, 0]
    assert column(blocks, "types") == ["BURGLARY", "ROBBERY"]
    assert blocks[0].xy.tolist() == [[-87.63, 41.86], [-87.64, 41.87]]
    assert tally.rows() == [
        ("no coordinates", 1, "crimes.csv, row 4: '', ''"),
        ("id came before", 1, "crimes.csv, row 5: '1'"),
    ]


def test_a_new_york_file_has_the_time_in_a_column_of_its_own_and_zeros_for_unknown(tmp_path):
    path = write(
        tmp_path, "nypd.csv", NEW_YORK,
        '7,10/20/2014,23:30:00,ROBBERY,998000,210000,40.74,-73.94,"(40.74, -73.94)"',
        "8,10/20/2014,04:00:00,ROBBERY,0,0,0,0,",
    )  # fmt: skip
    blocks, tally = read(path)
    assert (column(blocks, "hours"), column(blocks, "dates")) == ([23], [date(2014, 10, 20)])
    assert tally.rows() == [("no coordinates", 1, "nypd.csv, row 3: '0', '0'")]


def test_blank_degrees_beside_filled_feet_are_not_taken(tmp_path):
    path = write(tmp_path, "feet.csv", "x coordinate,y coordinate,latitude,longitude", "1176123,1892345,,")
    file = recognise(path)
    assert (file.coordinates.x_name, file.coordinates.y_name) == ("x coordinate", "y coordinate")


def test_german_numbers_dates_and_encoding(tmp_path):
    path = write(
        tmp_path, "Vorfälle.csv", "Tatzeit;Länge;Breite;Delikt",
        "20.10.2014 21:57;13,4050;52,5200;Raub an Straße", encoding="cp1252",
    )  # fmt: skip
    blocks, _ = read(path, names={"x": "länge", "y": "breite", "date": "Tatzeit", "type": "Delikt"})
    assert blocks[0].xy.tolist() == [[13.405, 52.52]]
    assert (blocks[0].dates, blocks[0].hours, blocks[0].types) == (
        [date(2014, 10, 20)],
        [21],
        ["Raub an Straße"],
    )


def timed(tmp_path):
    """Every three hours of two weeks from a Monday, two types."""
    rows = [
        f"{day * 8 + i},{'robbery' if i % 2 else 'burglary, dwelling'!r},{day:02d}/09/2014 {3 * i:02d}:30,0.1,51.5"
        for day in range(1, 15)
        for i in range(8)
    ]
    return write(tmp_path, "timed.csv", "id,type,date,lon,lat", *(row.replace("'", '"') for row in rows))


@pytest.mark.parametrize(
    ("wanted", "n", "reason"),
    [
        (Wanted(), 112, ""),
        (Wanted(types=("ROBBERY",)), 56, incidents.OTHER_TYPE),
        (Wanted(types=("burglary*", "arson")), 56, incidents.OTHER_TYPE),
        (Wanted(first=date(2014, 9, 14)), 8, incidents.OTHER_DATE),
        (Wanted(first=date(2014, 9, 2), last=date(2014, 9, 3)), 16, incidents.OTHER_DATE),
        (Wanted(weekdays=frozenset((0, 6))), 32, incidents.OTHER_WEEKDAY),
        (Wanted(hours=frozenset((22, 23, 0, 1, 2, 3))), 28, incidents.OTHER_HOUR),
    ],
)
def test_filters_leave_out_exactly_what_was_not_asked_for(tmp_path, wanted, n, reason):
    blocks, tally = read(timed(tmp_path), wanted)
    assert sum(len(block.xy) for block in blocks) == n
    assert tally.count(reason) == tally.n_rows - n


def test_a_month_counts_where_any_of_its_days_is_asked_for():
    wanted = Wanted(first=date(2014, 9, 15), last=date(2014, 10, 2))
    months = [date(2014, month, 1) for month in (8, 9, 10, 11)]
    assert [wanted.date_reason(month, True) for month in months] == [
        incidents.OTHER_DATE,
        "",
        "",
        incidents.OTHER_DATE,
    ]


def test_rows_that_cannot_be_used_are_counted_once_each(tmp_path):
    path = write(
        tmp_path, "odd.csv", "id,date,time,lon,lat",
        "1,2014-09-30,21:00,-0.1,51.5", "2,2014-09-30,,here,there", "3,someday,22:00,-0.1,51.5",
        "4,,,200,51.5", "5,2014-09-30,22:00,-0.1,51.5,surplus", "6,2014-09-30,22:00,NULL,NULL",
        "7,2014-09-30,late,-0.1,51.5", "8", "1,2014-10-01,23:00,-0.2,51.5",
        ",2014-09-30,21:00,-0.1,51.5", ",2014-09-30,21:00,-0.1,51.5",
    )  # fmt: skip
    file = recognise(path)
    tally = Tally()
    limits = (-180, -90, 180, 90)
    blocks = list(read_rows(file, Wanted(hours=frozenset((21, 23))), SeenKeys(), tally, limits))
    assert column(blocks, "rows") == [2, 11, 12]
    assert tally.rows() == [
        ("more values than columns", 1, "odd.csv, row 6: 6 values, 5 columns"),
        ("no coordinates", 2, "odd.csv, row 7: 'NULL', 'NULL'"),
        ("coordinates are no numbers", 1, "odd.csv, row 3: 'here', 'there'"),
        ("coordinates impossible in the CRS", 1, "odd.csv, row 5: 200, 51.5"),
        ("no time of day", 1, "odd.csv, row 8: 'late'"),
        ("hour not asked for", 1, "odd.csv, row 4: '22:00'"),
        ("id came before", 1, "odd.csv, row 10: '1'"),
    ]
    assert tally.n_unread_dates == 1


@pytest.mark.parametrize(
    ("header", "row", "wanted", "sentence"),
    [
        ("a,b", "1,2", Wanted(), "no columns that are known as coordinates: .* Its columns are 'a', 'b'"),
        ("lon,lat", "1,2", Wanted(types=("x",)), "no column known as the type of crime"),
        ("lon,lat", "1,2", Wanted(first=date(2014, 1, 1)), "no column known as a date"),
        ("lon,lat,month", "1,2,2014-09", Wanted(weekdays=frozenset((1,))), "months only, no days"),
        ("lon,lat,month", "1,2,2014-09", Wanted(hours=frozenset((1,))), "no time of day"),
        ("lon,lat,date", "1,2,03/04/2014", Wanted(), "'03/04/2014' in column 'date' of 'f.csv' can be read"),
    ],
)
def test_what_a_file_lacks_is_said(tmp_path, header, row, wanted, sentence):
    with pytest.raises(TableError, match=f"'f.csv'.*{sentence}|Dates such as {sentence}"):
        read(write(tmp_path, "f.csv", header, row), wanted)


def test_an_archive_of_months_gives_its_street_files(tmp_path):
    for month in ("2014-09", "2014-10"):
        folder = tmp_path / "archive" / month
        folder.mkdir(parents=True)
        for kind in ("street", "outcomes", "stop-and-search"):
            (folder / f"{month}-kent-{kind}.csv").write_text("x")
    found = incidents.find_files(folder=tmp_path / "archive")
    assert [path.name for path in found] == ["2014-09-kent-street.csv", "2014-10-kent-street.csv"]
    assert len(incidents.find_files([found[0], found[0]], tmp_path / "archive")) == 2

    other = tmp_path / "other"
    other.mkdir()
    with pytest.raises(TableError, match="holds no CSV file"):
        incidents.find_files(folder=other)
    (other / "B.CSV").write_text("x")
    assert [path.name for path in incidents.find_files(folder=other)] == ["B.CSV"]
    with pytest.raises(TableError, match="No file is given"):
        incidents.find_files()


def placed(tmp_path, x_name, y_name, *pairs):
    path = write(tmp_path, "f.csv", f"{x_name},{y_name},id", *(f"{x},{y},1" for x, y in pairs))
    return recognise(path).coordinates


LONDON = AreaHint("EPSG:32630", "London", (650_000, 5_650_000, 750_000, 5_750_000))


@pytest.mark.parametrize(
    ("names", "pair", "area", "crs", "certain"),
    [
        (("Longitude", "Latitude"), (-0.1, 51.5), None, "EPSG:4326", True),
        (("x", "y"), (-0.1, 51.5), LONDON, "EPSG:4326", True),
        (("Easting", "Northing"), (530123, 180456), None, "EPSG:27700", True),
        (("x", "y"), (530123, 180456), None, "EPSG:27700", False),
        (("x", "y"), (699000, 5710000), LONDON, "EPSG:32630", True),
    ],
)
def test_the_crs_is_guessed_from_the_values(tmp_path, names, pair, area, crs, certain):
    guess = guess_crs("f.csv", placed(tmp_path, *names, pair), area)
    assert (guess.crs, guess.certain) == (crs, certain)
    assert "'f.csv'" in guess.reason and crs in guess.reason and f"{pair[0]}" in guess.reason


@pytest.mark.parametrize(
    ("names", "pairs", "sentence"),
    [
        (
            ("longitude", "latitude"),
            [(1176123, 1892345)],
            "1176123, 1892345, which are not degrees .*: give their CRS",
        ),
        (
            ("longitude", "latitude"),
            [(-33.9, 151.2)],
            "not degrees east and north: name them the other way round",
        ),
        (
            ("x", "y"),
            [(1176123, 1892345)],
            "neither degrees nor on the British National Grid: give their CRS",
        ),
        (("x", "y"), [(-0.1, 51.5), (530123, 180456)], r"degrees in some rows only \(50%\): split the file"),
    ],
)
def test_values_that_fit_no_crs_are_refused(tmp_path, names, pairs, sentence):
    with pytest.raises(TableError, match=f"'f.csv'.*{sentence}"):
        guess_crs("f.csv", placed(tmp_path, *names, *pairs))


def test_a_given_crs_that_the_values_contradict_is_refused(tmp_path):
    degrees, feet = (
        placed(tmp_path, "lon", "lat", (-87.6, 41.8)),
        placed(tmp_path, "lon", "lat", (1176123, 1892345)),
    )
    check_crs("f.csv", degrees, "EPSG:4326", True)
    check_crs("f.csv", feet, "EPSG:3435", False)  # feet in a column called longitude: the user knows better
    with pytest.raises(TableError, match=r"'f\.csv' hold values such as 1176123, 1892345, which are no degrees"):
        check_crs("f.csv", feet, "EPSG:4326", True)
    with pytest.raises(TableError, match="look like degrees, but the CRS given is EPSG:3435: give EPSG:4326"):
        check_crs("f.csv", degrees, "EPSG:3435", False)


def test_a_folder_that_may_not_be_entered_is_said(tmp_path, monkeypatch):
    (tmp_path / "open").mkdir()
    (tmp_path / "open" / "a.csv").write_text("lon,lat\n1,2\n")
    (tmp_path / "closed").mkdir()
    scandir = os.scandir

    def forbid(path):
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", forbid)  # to the administrator, as whom tests may run, nothing is closed
    with pytest.raises(TableError, match=r"folder '.*closed' cannot be read: Permission denied; check the rights"):
        incidents.find_files(folder=tmp_path)


def test_known_names_are_plain_and_stand_for_one_thing():
    names = [name for known in ROLES.values() for name in known] + [*LONGITUDES, *LATITUDES]
    assert len(names) == len(set(names)) and names == [plain_name(name) for name in names]
    pairs = [name for pair in PAIRS for name in pair]
    assert len(set(PAIRS)) == len(PAIRS) and pairs == [plain_name(name) for name in pairs]


def find_columns(path, **given):
    file = recognise(path, **given)
    names = {role: file.table.header[i] for role, i in file.columns.items() if i is not None}
    return {**names, "x": file.coordinates.x_name, "y": file.coordinates.y_name}


@pytest.mark.parametrize(
    ("header", "row"),
    [  # x, y, date, time, type, id
        ("Longitud,Latitud,Fecha,Hora,Delito,Folio", "-99.1,19.4,2021-05-31,21:30,robo,F1"),
        ("longitud,latitud,fecha_hecho,hora_hecho,tipo_delito,id_hecho", "-99.1,19.4,31/05/2021,21:30,robo,7"),
        ("longitud,latitud,fecha,franja,tipo,id-mapa", "-58.4,-34.6,2021-05-31,21,Robo,1"),
        (
            "Coordenada_X_UTM,coordenada_y_utm,FECHA,HORA,Tipo de hecho,Num_Expediente",
            "440068,447467,31/05/2021,21:30,a,S1",
        ),
        ("long,lat,date_des_faits,heure_des_faits,nature infraction,identifiant", "2.3,48.8,31/05/2021,21h30,vol,a"),
        ("Longitude,Latitude,Date du fait,Heure,Délit,Num_Acc", "2.3,48.8,31/05/2021,21:30,vol,a"),
        ("coordonnée_x,coordonnée_y,date_infraction,hrmn,Catégorie,id_fait", "65246,686189,31/05/2021,2130,vol,a"),
        ("Längengrad,Breitengrad,Tatdatum,Uhrzeit,Delikt,Vorgangsnummer", "13.4,52.5,31.05.2021,21:30 Uhr,Raub,a"),
        ("Laengengrad,Breitengrad,Datum,Stunde,Straftat,Aktenzeichen", "13.4,52.5,31.05.2021,21,Raub,a"),
        ("LÄNGE,BREITE,TATTAG,TATUHRZEIT,DELIKTSART,FALLNUMMER", "13.4,52.5,31.05.2021,21:30,Raub,a"),
        ("XGCSWGS84,YGCSWGS84,Datum,USTUNDE,Tatbestand,Kennung", "13.4,52.5,31.05.2021,21,Raub,a"),
        ("Ostwert,Nordwert,Ereignisdatum,Zeit,Kategorie,Vorgangs-ID", "389000,581900,31.05.2021,21:30,Raub,a"),
        ("LONGITUDE,LATITUDE,DATA_OCORRENCIA_BO,HORA_OCORRENCIA_BO,RUBRICA,NUM_BO", "-46.6,-23.5,31/05/2021,21:30,a,9"),
        ("Longitude,Latitude,Data da Ocorrência,Hora,Natureza,Número ocorrência", "-46.6,-23.5,31/05/2021,21:30,a,9"),
        ("Longitudine,Latitudine,Data,Ora,Tipo di reato,Protocollo", "12.5,41.9,31/05/2021,21:30,furto,a"),
        ("Coordinata X,Coordinata Y,data_del_reato,ora_reato,reato,id_reato", "23000,41900,31/05/2021,21:30,furto,a"),
    ],
)
def test_columns_of_other_languages(tmp_path, header, row):
    for encoding in ("utf-8", "cp1252"):
        path = write(tmp_path, f"{encoding}.csv", header, row, encoding=encoding)
        roles = dict(zip(("x", "y", "date", "time", "type", "id"), header.split(",")))
        assert find_columns(path) == roles
        blocks, _ = read(path)
        assert column(blocks, "dates") == [date(2021, 5, 31)] and column(blocks, "hours") == [21]


def test_accents_written_in_two_ways_are_one_name(tmp_path):
    path = write(tmp_path, "a.csv", unicodedata.normalize("NFD", "Länge,Breite,Délit"), "13.4,52.5,x")
    assert recognise(path, {"x": "länge", "y": "breite", "type": "délit"}).columns["type"] == 2
    assert recognise(path).columns["type"] == 2


def test_length_and_breadth_are_not_taken_for_degrees_where_there_are_others(tmp_path):
    path = write(tmp_path, "bays.csv", "Länge,Breite,x,y", "12.5,2.5,530000,180000")
    assert find_columns(path) == {"x": "x", "y": "y"}


@pytest.mark.parametrize(
    ("header", "rows", "expected"),
    [
        ("lon,lat,Tatzeit", ["1,2,2021-05-31 21:30"] * 3, "Tatzeit"),
        ("lon,lat,when", ["1,2,2021-05-31T21:30:00Z", "1,2,"] * 3, "when"),
        ("lon,lat,when", ["1,2,31.05.2021", "1,2,01.02.2021"], "when"),
        ("lon,lat,period", ["1,2,2021-05"], "period"),
        ("lon,lat,when,n,text", ["1,2,2021/05/31,20210531,in 2021"], "when"),
        ("lon,lat,when", ["1,2,2021-05-31"] * 19 + ["1,2,unknown"], "when"),
        ("lon,lat,when", ["1,2,2021-05-31"] * 9 + ["1,2,unknown"], None),  # too many that are none
        ("lon,lat,when", ["1,2,20210531"], None),  # may be a number
        ("lon,lat,when", ["1,2,01-02-03"], None),  # may be a code
        ("lon,lat,when", ["1,2,"], None),
        ("lon,lat,date,when", ["1,2,,2021-05-31"], "when"),  # a known name with nothing in it
        ("lon,lat,data,when", ["1,2,{},2021-05-31"], "when"),  # a known name with something else in it
        ("lon,lat,month,date_occurred", ["1,2,5,2021-05-31"], "date_occurred"),
        ("lon,lat,date,when", ["1,2,2020-01-01,2021-05-31"], "date"),
    ],
)
def test_a_date_is_known_by_its_values_where_no_name_is(tmp_path, header, rows, expected):
    file = recognise(write(tmp_path, "a.csv", header, *rows))
    assert find_columns(file.table.path).get("date") == expected
    assert incidents.complaints(file, True) == []


@pytest.mark.parametrize(
    ("header", "row", "which"),
    [
        ("lon,lat,opened,closed", "1,2,2021-05-31,2021-06-01", "'opened', 'closed'"),
        ("lon,lat,date,opened,closed", "1,2,?,2021-05-31,2021-06-01", "'opened', 'closed'"),
        ("lon,lat,when", "1,2,03/04/2021", "'when'"),  # which of them is the month is not known
    ],
)
def test_columns_that_may_be_the_date_are_said(tmp_path, header, row, which):
    path = write(tmp_path, "a.csv", header, row)
    sentence = f"'a.csv' has no column known as a date. There are dates in {which}: name the column that is"
    (said,) = incidents.complaints(recognise(path), True)
    assert said.startswith(sentence)
    with pytest.raises(TableError, match=f"no column known as a date: name it.*There are dates in {which}: name"):
        read(path, Wanted(first=date(2021, 1, 1)))
    named = recognise(path, {"date": header.split(",")[-1]}, "day_first")
    assert named.other_dates == () and named.columns["date"] == header.count(",")
    assert recognise(path, date_order="month_first").columns["date"] == (2 if which == "'when'" else None)


def with_ids(tmp_path, ids, name="id"):
    return write(tmp_path, "ids.csv", f"{name},lon,lat", *(f"{key},-0.1,51.5" for key in ids))


@pytest.mark.parametrize(
    ("ids", "n", "complaint"),
    [
        (["7"] * 50, 50, "column 'id' is no id, because values stand in many rows ('7' in 50 of 50): no row is left"),
        ([""] * 50, 50, ""),
        (["NULL", "n/a", "-"] * 20, 60, ""),
        (
            [f"ward {i % 4}" for i in range(50)],
            50,
            "column 'id' is no id, because values stand in many rows ('ward 0' in 13 of 50)",
        ),
        ([f"beat {i % 300}" for i in range(9000)], 9000, "column 'id' is no id"),
        (
            ["unknown"] * 30 + [str(i) for i in range(60)],
            90,
            "values of column 'id' that stand in many rows ('unknown' in 30 of 90) are no ids",
        ),
        ([str(i) for i in range(60)] * 2, 60, ""),  # the same rows twice
        ([str(i) for i in range(60)] * 9, 60, ""),
        ([str(i // 3) for i in range(90)], 30, ""),  # three offences in each incident
        (["7"] * 9, 1, ""),
        ([*map(str, range(20_000)), *["0"] * 20], 20_000, ""),  # the sample does not know them: said when all is read
    ],
)
def test_what_stands_in_many_rows_is_no_id(tmp_path, ids, n, complaint):
    for given in ({}, {"names": {"id": "ID"}}):
        path = with_ids(tmp_path, ids)
        blocks, tally = read(path, **given)
        assert sum(len(block.xy) for block in blocks) == n and tally.count(incidents.DUPLICATE) == len(ids) - n
        said = incidents.complaints(recognise(path, **given), True)
        assert len(said) == bool(complaint) and all(complaint in text for text in said)
        assert incidents.complaints(recognise(path, **given), False) == []


def test_of_known_ids_the_first_that_is_one_is_taken(tmp_path):
    rows = [f"1,A{i},,-0.1,51.5" for i in range(50)]
    file = recognise(write(tmp_path, "a.csv", "id,case number,crime_id,lon,lat", *rows))
    assert file.table.header[file.columns["id"]] == "case number"
