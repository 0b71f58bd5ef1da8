"""Every date form that police forces and portals write, and the sentences for those that nobody can read."""

from datetime import date

import pytest

from risk_terrain_modelling.rtm_plugin.errors import TableError
from risk_terrain_modelling.rtm_plugin.files.dates import DateReader, find_order, read_hour, read_hours, read_limit

DAY = date(2014, 10, 20)


@pytest.mark.parametrize(
    ("text", "order", "expected"),
    [
        ("2014-10-20", "iso", (DAY, False, None)),
        ("2014-10-20T21:57:00.000", "iso", (DAY, False, 21)),
        ("2014-10-20 21:57:00+01:00", "iso", (DAY, False, 21)),
        ("2014-10-20T21:57:00Z", "iso", (DAY, False, 21)),
        ("2014/10/20 21:57:00+00", "iso", (DAY, False, 21)),
        ("20141020", "iso", (DAY, False, None)),
        ("2014-10", "iso", (date(2014, 10, 1), True, None)),
        ("Oct-14", "iso", (date(2014, 10, 1), True, None)),
        ("10/20/2014 09:57:00 PM", "month_first", (DAY, False, 21)),
        ("10/20/2014 12:05:00 AM", "month_first", (DAY, False, 0)),
        ("10/20/14", "month_first", (DAY, False, None)),
        ("20/10/2014 21:57", "day_first", (DAY, False, 21)),
        ("20.10.2014", "day_first", (DAY, False, None)),
        ("20-OCT-2014", "day_first", (DAY, False, None)),
        ("20-10-14 7:05", "day_first", (DAY, False, 7)),
        ("2014-10-20", "month_first", (DAY, False, None)),
        ("10/20/2014", "day_first", (None, False, None)),
        ("31/02/2014", "day_first", (None, False, None)),
        ("last Tuesday", "iso", (None, False, None)),
    ],
)
def test_dates(text, order, expected):
    assert DateReader(order).read(text) == expected


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("21:57", 21), ("21:57:03", 21), ("9:57", 9), ("9:57 PM", 21), ("12 am", 0), ("12:30:00PM", 12),
        ("2157", 21), ("0030", 0), ("945", 9), ("0", 0), ("7", 7), ("24", None), ("24:00", None),
        ("2575", None), ("unknown", None),
    ],
)  # fmt: skip
def test_times_of_day(text, hour):
    assert read_hour(text) == hour


def test_the_order_is_told_by_the_first_date_that_is_clear():
    assert find_order(["03/04/2014", "", "x", "10/20/2014", "20/10/2014"], "f") == "month_first"
    assert find_order(["03/04/2014", "20/10/2014"], "f") == "day_first"
    assert find_order(["2014-03-04", "20/10/2014"], "f") == "iso"
    assert DateReader(find_order(["03/03/2014"], "f")).read("03/03/2014")[0] == date(2014, 3, 3)  # either way
    with pytest.raises(TableError, match="'03/04/2014' in f can be read with the day or the month first"):
        find_order(["03/04/2014", "05/06/2014"], "f")


def test_hours_also_past_midnight():
    assert sorted(read_hours("22-4")) == [0, 1, 2, 3, 22, 23]
    assert sorted(read_hours("7-9, 12; 16:00 – 18:00")) == [7, 8, 12, 16, 17]
    assert sorted(read_hours("22-24")) == [22, 23]
    assert len(read_hours("0-24")) == 24
    assert read_hours("") == frozenset()
    for text in ("25", "a-b", "22-26", "7-9-12"):
        with pytest.raises(TableError, match="is no range of hours"):
            read_hours(text)


def test_limits_of_a_range():
    assert read_limit("2014-09-15") == read_limit("2014-09-15", end=True) == date(2014, 9, 15)
    assert (read_limit("2016-02"), read_limit("2016-02", end=True)) == (date(2016, 2, 1), date(2016, 2, 29))
    with pytest.raises(TableError, match="'15/09/2014' is no date: write it as 2014-09-30"):
        read_limit("15/09/2014")
