"""Awkward text files, generated: every encoding, separator and number form must give the same table."""

import csv
import io
import itertools
import os
import socket

import numpy as np
import pytest

from risk_terrain_modelling.rtm_plugin.errors import TableError
from risk_terrain_modelling.rtm_plugin.files.duplicates import SeenKeys
from risk_terrain_modelling.rtm_plugin.files.numbers import decimal_mark, read_number
from risk_terrain_modelling.rtm_plugin.files.tables import open_table
from risk_terrain_modelling.rtm_plugin.progress import Progress

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
        ("x,y,Straße\n1,2,3\n".encode("cp1252"), "utf-8", "not in the encoding utf-8"),
        (b'x,y,name\n1,2,a\n1,2,"open\n3,4,b\n5,6,c\n', None, "beyond row 2: a quotation mark is opened"),
        (b'x,y,name\n1,"2,a\n3,4,b\n5,"6"\n', None, "beyond row 1: a value runs over several lines"),
        (
            b'x,y,name\n1,2,"' + b"a,b\n" * 50_000,
            None,
            "beyond row 1: a value has more than 131,072 characters in several lines, so a quotation mark",
        ),
        (
            b"x,y,name\n1,2,a\n\n1,2," + b"a" * 131_073 + b"\n",
            None,
            "beyond row 3: a value has more than 131,072 characters, such as a geometry as text; leave its column out",
        ),
        (b"a" * 131_073 + b",y\n", None, "beyond row 0: a value has more than 131,072 characters, such as"),
        (b"a" * 200_000, None, "beyond row 0: a value has more than 131,072 characters, such as"),
        (b'"x,y\n1,2\n', None, "beyond row 0: a quotation mark is opened and never closed"),
        (b"x,y\n1,2\n" * 1000 + b"\x003,4\n", None, "beyond row 2000: there is a NUL byte"),
        (b'x,y\n1,"2\n' + b"2\n" * 4000 + b'\x00"\n', None, "beyond row 1: there is a NUL byte"),
        (b"x,y\n1,\x002\n", "latin-1", "beyond row 1: there is a NUL byte"),
        (b"x,\x00y\n1,2\n", "utf-8", "beyond row 0: there is a NUL byte"),
        ("x,y\n1,2\n".encode("utf-16-le"), None, "not a text file"),
        ("x,y\n1,2\n".encode("utf-16-le"), "utf-32", "not in the encoding utf-32"),
    ],
)
def test_bad_files_end_in_a_sentence(tmp_path, content, encoding, sentence):
    path = tmp_path / "bad.csv"
    path.write_bytes(content)
    with pytest.raises(TableError, match=f"'bad.csv'.*{sentence}"):
        list(open_table(path, encoding).rows())


@pytest.mark.parametrize(
    "encoding",
    ["klingon", "hex", "rot13", "base64", "zlib", "bz2", "uu", "quopri", "idna", "punycode", "undefined"]
    + ["unicode_escape", "raw-unicode-escape", "a\0b", "ä", "\ud800", "x" * 5000, "../cp1252", "aliases"],
)
def test_what_is_no_encoding_of_text_files_is_refused(tmp_path, encoding):
    path = tmp_path / "a.csv"
    path.write_text("x,y\n1,2\n")
    with pytest.raises(TableError, match=r"encoding '.*' is not known for text files; use for example utf-8, utf-16"):
        open_table(path, encoding)


@pytest.mark.parametrize("encoding", ["UTF8", "utf-8-sig", "utf-16", "utf-32", "utf-7", "latin1", "cp437", "cp037"])
def test_encodings_of_text_files_are_taken(tmp_path, encoding):
    path = tmp_path / "a.csv"
    path.write_bytes(written(HEADER, [], ",", encoding))
    assert open_table(path, encoding).header == HEADER


def test_a_byte_order_mark_is_no_letter(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(written(('x "1"', "y"), [], ",", "utf-8-sig"))
    assert open_table(path, "utf-8").header == open_table(path).header == ('x "1"', "y")


def damaged(n_good, n_bad, bad=b"\xe9", start=0):
    """Rows with a letter in UTF-8, with rows that hold a byte that is none in between."""
    rows = [f"Café {i},{i}".encode() for i in range(n_good)]
    rows[start:start] = [b"Caf" + bad + b",1"] * n_bad
    return b"\n".join([b"name,x", *rows, b""])


@pytest.mark.parametrize(
    ("content", "n", "row", "letters"),
    [
        (damaged(50, 1, start=10), 1, 12, "Caf\ufffd"),
        (damaged(50, 1), 1, 2, "Caf\ufffd"),
        (damaged(50, 7, start=50), 7, 52, "Caf\ufffd"),
        (damaged(50, 50, start=3), 50, 5, "Caf\ufffd"),
        (damaged(50, 1, b"\xe2\x82", start=20), 2, 22, "Caf\ufffd"),  # a letter of three bytes without its last
        (damaged(50, 1, b"\xed\xa0\xbd", start=20), 3, 22, "Caf\ufffd\ufffd\ufffd"),  # half of a pair
        (
            damaged(50, 1, b"\xff", start=20).replace(b"name,x\n", b'"na\nme",x\n\n"Caf\n\n\xc3\xa9",1\n'),
            1,
            24,
            "Caf\ufffd",
        ),
        (b"\xef\xbb\xbf" + damaged(50, 1, start=10), 1, 12, "Caf\ufffd"),
        (damaged(50, 0) + b"cut,\xc3", 1, 52, "cut"),
        (damaged(50, 0).replace(b"name", b"n\xffme"), 1, 1, None),
        (damaged(60_000, 1, start=59_000), 1, 59_002, "Caf\ufffd"),
    ],
)
def test_a_bad_byte_is_counted_and_the_rest_stays_utf8(tmp_path, content, n, row, letters):
    path = tmp_path / "bad byte.csv"
    path.write_bytes(content)
    progress = Progress()
    table = open_table(path, progress=progress)
    rows = dict(table.rows())
    said = (
        f"'bad byte.csv' is read as utf-8, in which some of its bytes mean nothing ({n}, the first in row {row}): each"
    )
    assert [warning.startswith(said) for warning in progress.warnings] == [True]
    assert letters is None or rows[row][0] == letters
    assert sum("Café" in values[0] for values in rows.values()) >= 50
    assert not any("Ã" in value for values in rows.values() for value in values)
    with pytest.raises(TableError, match="not in the encoding utf-8: leave the encoding empty"):
        list(open_table(path, "utf-8").rows())


@pytest.mark.parametrize(
    ("content", "encoding", "warned"),
    [
        ("name,x\nCafé,1\nZürich,2\n".encode("cp1252"), None, []),
        ("name,x\nкража,1\n".encode("cp1251"), None, []),
        ("name,x\nкража,1\n".encode("cp1251"), "cp1251", []),
        (b"name,x\nCaf\xe9\x81,1\n", None, ["cp1252, in which some of its bytes mean nothing (1, the first in row 2)"]),
        (b"name,x\nCaf\xe9\x81,1\n", "windows-1252", ["cp1252, in which some of its bytes mean nothing (1, the"]),
        (damaged(3, 5), None, ["read as cp1252, but some of its letters look like UTF-8 (3), as if two files"]),
    ],
)
def test_windows_1252_is_what_is_no_utf8(tmp_path, content, encoding, warned):
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    progress = Progress()
    open_table(path, encoding, progress)
    assert len(progress.warnings) == len(warned)
    assert all(part in warning for part, warning in zip(warned, progress.warnings))


def test_a_missing_file_and_a_folder_end_in_a_sentence(tmp_path):
    for path in (tmp_path / "absent.csv", tmp_path, tmp_path / "a\0b.csv", tmp_path / ("n" * 300)):
        with pytest.raises(TableError, match=r"cannot be read: .*; check the path"):
            open_table(path)


def test_what_may_never_end_is_not_read(tmp_path):
    os.mkfifo(tmp_path / "pipe.csv")
    (tmp_path / "link.csv").symlink_to(tmp_path / "pipe.csv")
    (tmp_path / "loop.csv").symlink_to(tmp_path / "loop.csv")
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(str(tmp_path / "socket.csv"))
    for name in ("pipe.csv", "link.csv", "socket.csv", "loop.csv", "/dev/zero", "/dev/null", "/dev/tty"):
        with pytest.raises(TableError, match=r"cannot be read: .*; check the path"):
            open_table(tmp_path / name)
    listening.close()


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
        (["1_0", "1_000,5", "_1", "0x10", "1e999", "١٢"], [None, None, None, None, None, 12]),
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
