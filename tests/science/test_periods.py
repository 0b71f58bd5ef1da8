"""Splitting incidents by date: what people write, what files hold, and what cannot be split."""

import datetime
from datetime import date

import pytest

from risk_terrain_modelling.rtm_plugin.errors import IncidentError, SettingsError, TableError
from risk_terrain_modelling.rtm_plugin.trust.periods import read_days, split_day

MONTHS = [date(2022, month, 1) for month in range(1, 13) for _ in range(month)]  # 78 incidents


def test_days_of_all_kinds():
    assert read_days(["2022-07", "2022-07-15", "2022-07-15 21:57:00", " ", None, "soon"], "field") == [
        date(2022, 7, 1),
        date(2022, 7, 15),
        date(2022, 7, 15),
        None,
        None,
        None,
    ]
    assert read_days([date(2022, 1, 2), datetime.datetime(2022, 1, 3, 23, 59)], "") == [
        date(2022, 1, 2),
        date(2022, 1, 3),
    ]
    assert read_days(["03/04/2014", "13/04/2014"], "") == [date(2014, 4, 3), date(2014, 4, 13)]
    with pytest.raises(TableError, match="'03/04/2014' in field 'when' can be read with the day or the month"):
        read_days(["03/04/2014", "05/06/2014"], "field 'when'")


def test_splits_by_date_and_by_share():
    assert split_day(MONTHS, "2022-07") == split_day(MONTHS, "2022-07-01") == date(2022, 7, 1)
    assert split_day(MONTHS, "2022-06-15") == date(2022, 6, 15)
    # before July are 21 of 78 (27%), before September 36 (46%), before October 45 (58%)
    assert split_day(MONTHS, "0.27") == split_day(MONTHS, "27%") == date(2022, 8, 1)
    assert split_day(MONTHS, "26%") == date(2022, 7, 1)
    assert split_day(MONTHS) == split_day(MONTHS, "") == split_day(MONTHS, "0.5") == date(2022, 10, 1)
    assert split_day(MONTHS, "99%") == date(2022, 12, 1)
    assert split_day(MONTHS[::-1], "50%") == date(2022, 10, 1)
    assert split_day([date(2022, 1, 1), date(2022, 2, 1)], "50%") == date(2022, 2, 1)


def test_what_cannot_be_split():
    for split, error, message in (
        (
            "soon",
            SettingsError,
            "'soon' is neither a date nor a share: write 2022-07-01, 2022-07, 0.5 ",
        ),
        ("70", SettingsError, "'70' is neither a date nor a share"),
        ("1.5", SettingsError, "A share of '1.5' leaves nothing on one side"),
        ("100%", SettingsError, "A share of '100%' leaves nothing on one side"),
        (
            "2022-01",
            IncidentError,
            "A split at 2022-01-01 leaves nothing on one side: the incidents' ",
        ),
        ("2023-01", IncidentError, "2022-01-01 to 2022-12-01; choose a day after the first, up to the last."),
    ):
        with pytest.raises(error) as raised:
            split_day(MONTHS, split)
        assert message in str(raised.value)
    with pytest.raises(IncidentError, match="All dated incidents are of 2022-12-01"):
        split_day(MONTHS[-3:])
    with pytest.raises(IncidentError, match="No incident has a date that is understood"):
        split_day([])
