"""Awkward text files, generated: every encoding, separator and number form must give the same table."""

import csv
import io
import itertools

import numpy as np
import pytest

from risk_terrain_modelling.rtm_plugin.errors import TableError
from risk_terrain_modelling.rtm_plugin.files.duplicates import SeenKeys
from risk_terrain_modelling.rtm_plugin.files.tables import decimal_mark, open_table, read_number

HEADER = ("Crime ID", "Straße, Nähe", "x", "y")
ROWS = [
    ["a1", "Café; am Fluß", "1.5", "2"],
    ["a2", 'the "Crown", High St', "-0.25", "3"],
    ["", "two\nlines | and a pipe", "0", ""],
]


def written(header, rows, delimiter, encoding, line_end="\n", quoting=csv.QUOTE_MINIMAL):
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator=line_end, quoting=quoting)
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue().encode(encoding)


@pytest.mark.parametrize("quoting", (csv.QUOTE_MINIMAL, csv.QUOTE_ALL))
@pytest.mark.parametrize(
    ("delimiter", "encoding", "line_end"),
    list(itertools.product(",;|\t", ("utf-8", "utf-8-sig", "cp1252", "utf-16"), ("\n", "\r\n"))),
)
def test_every_encoding_and_separator_gives_the_same_table(tmp_path, delimiter, encoding, line_end, quoting):
    path = tmp_path / "a file with spaces – é.csv"
    path.write_bytes(written(HEADER, ROWS, delimiter, encoding, line_end, quoting))
    table = open_table(path)
    assert table.header == HEADER
    assert [row for _, row in table.rows()] == ROWS
    assert [number for number, _ in table.rows()] == [2, 3, 4]


def test_an_odd_letter_late_in_a_large_file_decides_its_encoding(tmp_path):
    path = tmp_path / "late.csv"
    lines = ["name,x,y"] + ["plain,1,2"] * 200_000 + ["Zürich,1,2"]
    path.write_bytes("\n".join(lines).encode("cp1252"))
    assert list(open_table(path).rows())[-1] == (200_002, ["Zürich", "1", "2"])


def test_decimal_commas_do_not_pass_for_separators(tmp_path):
    path = tmp_path / "german.csv"
    path.write_text("x;y\n1,5;2,5\n3,5;4,5\n")
    assert [row for _, row in open_table(path).rows()] == [["1,5", "2,5"], ["3,5", "4,5"]]


def test_first_line_for_excel_blank_lines_and_separators_at_the_end(tmp_path):
    path = tmp_path / "excel.csv"
    path.write_text("sep=;\nx;y\n\n1;2;;\n3\n5;6;7\n")
    rows = list(open_table(path).rows())
    assert rows == [(4, ["1", "2"]), (5, ["3", ""]), (6, ["5", "6", "7"])]


def test_blocks_hold_all_rows_in_order(tmp_path):
    path = tmp_path / "long.csv"
    path.write_text("x,y\n" + "".join(f"{i},{i}\n" for i in range(25)))
    blocks = list(open_table(path).blocks(10))
    assert [len(block) for block in blocks] == [10, 10, 5]
    assert [row[0] for block in blocks for _, row in block] == [str(i) for i in range(25)]


def test_columns_are_found_whatever_their_spelling(tmp_path):
    path = tmp_path / "columns.csv"
    path.write_text("X Coordinate,y_coordinate,Primary Type\n1,2,3\n")
    table = open_table(path)
    assert [table.column(name, "x") for name in ("x_coordinate", "Y COORDINATE", "Primary Type")] == [0, 1, 2]
    with pytest.raises(TableError, match=r"no column 'lon' for the x.*'X Coordinate', 'y_coordinate', 'Primary Type'"):
        table.column("lon", "x")


@pytest.mark.parametrize(
    ("content", "encoding", "sentence"),
    [
        (b"", None, "no header in its first row: is the file empty"),
        (b"\n\n", None, "no header in its first row"),
        (b"only one column\n1\n2\n", None, "one column only, 'only one column'"),
        (b"PK\x03\x04rest of a workbook", None, "Excel or zip file, not text: save the sheet as CSV"),
        (b"x,y\n1,\x00\x00\n", None, "not a text file"),
        (b"x,y\n1,2\n", "klingon", "encoding 'klingon' is not known"),
        ("x,y,Straße\n1,2,3\n".encode("cp1252"), "utf-8", "not in the encoding utf-8"),
        (b'x,y,name\n1,2,a\n1,2,"open\n3,4,b\n5,6,c\n', None, "beyond row 2: a quotation mark is opened"),
        (b'x,y,name\n1,"2,a\n3,4,b\n5,"6"\n', None, "beyond row 1: a value runs over several lines"),
        (b'x,y,name\n1,2,"' + b"a,b\n" * 50_000, None, "beyond row 1: field larger than field limit"),
    ],
)
def test_bad_files_end_in_a_sentence(tmp_path, content, encoding, sentence):
    path = tmp_path / "bad.csv"
    path.write_bytes(content)
    with pytest.raises(TableError, match=f"'bad.csv'.*{sentence}" if encoding != "klingon" else sentence):
        list(open_table(path, encoding).rows())


def test_a_missing_file_and_a_folder_end_in_a_sentence(tmp_path):
    for path in (tmp_path / "absent.csv", tmp_path):
        with pytest.raises(TableError, match=r"cannot be read: .*; check the path"):
            open_table(path)


@pytest.mark.parametrize(
    ("texts", "numbers"),
    [
        (["51.518226", "-0.1", " 3 "], [51.518226, -0.1, 3]),
        (["51,518226", "-0,1", "3"], [51.518226, -0.1, 3]),
        (["530,123", "1,176,123"], [530123, 1176123]),
        (["530,123.5", "180,000.25"], [530123.5, 180000.25]),
        (["530.123,5", "180.000,25", "7.5"], [530123.5, 180000.25, 7.5]),
        (["530 123,5", "1'176'123"], [530123.5, 1176123]),
        (["1.2e5", "inf", "nan", "abc", "", "1,5,x"], [120000, None, None, None, None, None]),
    ],
)
def test_numbers_in_every_notation(texts, numbers):
    mark = decimal_mark(texts)
    assert [read_number(text, mark) for text in texts] == numbers


def test_seen_keys_agree_with_a_set():
    random = np.random.RandomState(3)
    keys, known, expected = SeenKeys(), set(), []
    found = []
    for size in (0, 1, 700, 3, 2000, 50, 50, 50, 1):
        block = [f"id {number}" for number in random.randint(0, 2500, size)]
        found.extend(keys.first(block))
        for key in block:
            expected.append(key not in known)
            known.add(key)
    assert found == expected
