"""Splitting incidents by date: what people write, what files hold, and what cannot be split."""

import datetime
from datetime import date

import numpy as np
import pytest

from risk_terrain_modelling.rtm_plugin.errors import IncidentError, SettingsError, TableError
from risk_terrain_modelling.rtm_plugin.trust.periods import (
    check_whole_months,
    improbable_gaps,
    last_day,
    month_end,
    read_days,
    read_days_and_months,
    split_day,
)

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


def test_a_month_lasts_to_its_end():
    days, are_months = read_days_and_months(["2022-07", "2022-02", "2024-02-03"], "field")
    assert days == [date(2022, 7, 1), date(2022, 2, 1), date(2024, 2, 3)] and are_months == [True, True, False]
    ordinals = np.array([day.toordinal() for day in days])
    assert last_day(ordinals[:2], np.array([True, True])) == date(2022, 7, 31).toordinal()
    assert last_day(ordinals, np.array(are_months)) == date(2024, 2, 3).toordinal()
    assert month_end(date(2024, 2, 1).toordinal()) == date(2024, 2, 29).toordinal()
    firsts = [date(2022, month, 1) for month in range(1, 13)]  # as an import writes months
    assert read_days_and_months(firsts, "")[1] == [True] * 12
    assert not any(read_days_and_months(firsts[:9], "")[1] + read_days_and_months([*firsts, date(2022, 1, 2)], "")[1])


def test_a_month_is_not_divided():
    check_whole_months(date(2022, 7, 1).toordinal(), date(2022, 12, 31).toordinal())
    for first, last in ((date(2022, 7, 15), date(2022, 12, 31)), (date(2022, 7, 1), date(2022, 12, 1))):
        named = first if first.day > 1 else last
        with pytest.raises(SettingsError, match=f"The incidents have months only, which {named} divides"):
            check_whole_months(first.toordinal(), last.toordinal())


def test_gaps_that_are_no_chance():
    """Evenly spread incidents seldom have one; a month that is taken out is found, by days and by months."""
    random = np.random.RandomState(5)
    first = date(2022, 1, 1).toordinal()
    never = np.zeros(10_000, dtype=bool)
    told = [
        bool(improbable_gaps(first + random.randint(0, 730, n), never[:n]))
        for n in (20, 80, 160, 200)
        for _ in range(500)
    ]
    assert sum(told) <= 4  # of 2,000, one in a thousand or fewer
    days = first + np.sort(random.randint(0, 730, 600))
    dates = np.array([date.fromordinal(int(day)) for day in days])
    months = np.array([one.replace(day=1).toordinal() for one in dates])
    lacks = np.array([(one.year, one.month) != (2023, 2) for one in dates])
    (gap,) = improbable_gaps(months[lacks], np.ones(lacks.sum(), dtype=bool))
    assert (gap.first, gap.last) == tuple(date(2023, *day).toordinal() for day in ((2, 1), (2, 28)))
    assert gap.expected == pytest.approx(lacks.sum() * 28 / (730 - 28))
    assert "No incident is from 2023-02-01 to 2023-02-28, where about" in gap.words()
    kept = days[lacks]
    (gap,) = improbable_gaps(kept, never[: len(kept)])
    assert gap.first == kept[kept < gap.last].max() + 1 and gap.last == kept[kept > gap.first].min() - 1
    few = lacks & (np.arange(600) % 6 == 0)  # four a month: one without any is nothing strange
    assert improbable_gaps(days[few], never[: few.sum()]) == []
    assert improbable_gaps(days, never[:600]) == improbable_gaps(days[:1], never[:1]) == []
