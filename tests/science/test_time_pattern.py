"""Weekdays and hours of incidents against a plain count."""

import datetime

import numpy as np
import pytest

from risk_terrain_modelling.rtm_plugin.errors import TableError
from risk_terrain_modelling.rtm_plugin.use.time_pattern import UNKNOWN, Moments, read_moments, time_pattern


def test_counts_the_slow_way():
    random = np.random.RandomState(1)
    moments = Moments(random.randint(-1, 7, 500), random.randint(-1, 24, 500))
    found = time_pattern(moments)
    slow, days = {}, [0] * 7
    for weekday, hour in zip(moments.weekdays.tolist(), moments.hours.tolist()):
        if weekday >= 0:
            days[weekday] += 1
            if hour >= 0:
                slow[weekday, hour // 3] = slow.get((weekday, hour // 3), 0) + 1
    assert {(d, b): found.counts[d, b] for d in range(7) for b in range(8) if found.counts[d, b]} == slow
    assert found.days.tolist() == days and found.n == 500


def test_no_small_number_can_be_worked_out():
    """Whoever knows what is told, and that bands make up days and days all, finds no number below ten."""
    random = np.random.RandomState(2)
    for size in (5, 60, 400, 3000):
        pattern = time_pattern(Moments(random.randint(0, 3, size), random.randint(0, 24, size) // 3 * 3))
        cells, days, all_of_them = pattern.hidden(10)
        assert (cells | (pattern.counts >= 10)).all() and (days | (pattern.days >= 10)).all()
        assert all_of_them == (size < 10)
        for day in range(7):
            secret = pattern.counts[day][cells[day]]
            if len(secret) and not days[day]:
                assert len(secret) > 1 and secret.sum() >= 10
        if days.any() and not all_of_them:
            assert days.sum() > 1 and pattern.days[days].sum() >= 10
    assert not any(np.any(one) for one in pattern.hidden(0))


def test_nothing_has_a_pattern_too():
    found = time_pattern(Moments(np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)))
    assert found.counts.shape == (7, 8) and not found.counts.any() and not found.days.any() and found.n == 0


def test_moments_of_all_forms():
    thursday = datetime.date(2026, 11, 26)
    values = [thursday, datetime.datetime(2026, 11, 27, 21, 57), "2026-11-28 04:05", "2026-11", None, "", "soon"]
    moments = read_moments(values, "field 'when'")
    assert moments.weekdays.tolist() == [3, 4, 5, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN]
    assert moments.hours.tolist() == [UNKNOWN, 21, 4, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN]
    british = read_moments(["29/11/2026 9:00 PM"], "field 'when'")
    assert (british.weekdays.tolist(), british.hours.tolist()) == ([6], [21])


def test_midnight_throughout_is_no_hour():
    midnight = datetime.datetime(2026, 11, 26)
    assert read_moments([midnight, midnight], "").hours.tolist() == [UNKNOWN, UNKNOWN]
    assert read_moments([midnight, midnight.replace(hour=1)], "").hours.tolist() == [0, 1]


def test_what_can_be_read_in_two_ways_is_not_guessed():
    with pytest.raises(TableError, match="field 'when'"):
        read_moments(["03/04/2014", "05/06/2014"], "field 'when'")
