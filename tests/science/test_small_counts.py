"""Small counts cannot be worked out from what is told beside them: every filling that fits is looked at."""

from itertools import product

import numpy as np
import pytest

from risk_terrain_modelling.rtm_plugin.report.small_counts import printable
from risk_terrain_modelling.rtm_plugin.use.small_counts import (
    fewest_values,
    is_narrow_below,
    told_from,
    values_left,
    withheld,
)


def fillings(texts, total, least, lowest=0):
    """Every way to fill in the hidden counts of what is printed, one by one: slow and obvious."""
    told = [int(text) for text in texts if text.isdigit()]
    hidden = [text for text in texts if not text.isdigit()]
    left = total - sum(told)
    limit = max([least, *(int(text.split()[1]) for text in hidden if text.startswith("below"))])
    ranges = [
        range(lowest, limit) if text.startswith("below") else range(limit, min([*told, left]) + 1) for text in hidden
    ]
    return [one for one in product(*ranges) if sum(one) == left]


@pytest.mark.parametrize("least", [2, 3, 5, 10])
def test_each_hidden_count_may_have_many_values(least):
    random = np.random.RandomState(least)
    n_sums_hidden = n_sums_told = 0
    for _ in range(400):
        n, lowest = random.randint(1, 5), random.randint(0, least)
        counts = np.maximum(random.poisson(random.choice([1, least, 1.5 * least]), n), lowest).tolist()
        found = printable(counts, ["arm"] * n, least, lowest)
        assert all(told == (text == str(count)) for told, text, count in zip(found.are_told, found.texts, counts))
        assert all(count >= least for count, told in zip(counts, found.are_told) if told)
        if all(found.are_told):
            assert min(counts) >= least and not found.incomplete
            continue
        assert found.incomplete == {"arm"}
        if found.without_sum:
            n_sums_hidden += 1
            assert not any(found.are_told)  # the sum is the last to be hidden
            continue
        n_sums_told += 1
        every = fillings(found.texts, sum(counts), least, lowest)
        assert all(len(set(values)) >= fewest_values(least) for values in zip(*every))
    assert n_sums_hidden > 20 and n_sums_told > 20


def test_two_nines_are_not_told_by_their_sum():
    assert printable([9, 9], ["arm"] * 2, 10).without_sum == {"arm"}
    three = printable([9, 9, 20, 31], ["arm"] * 4, 10)
    assert three.texts == ("below 10", "below 10", "not shown", "31") and not three.without_sum
    assert printable([5, 5, 20], ["arm"] * 3, 10).texts == ("below 10", "below 10", "20")  # 1 and 9, ..., 9 and 1
    assert printable([3, 61], ["arm", "other"], 10).without_sum == {"arm"}
    nothing = printable([0, 9], ["arm"] * 2, 1)
    assert nothing.texts == ("0", "9") and not nothing.incomplete


def test_a_known_lowest_count_does_not_tell_the_small_ones():
    """Where none is below 9, "below 10" would be 9: what is hidden reaches to 13, and the others are told."""
    counts = [9, 12, 40, 31, 14, 25]
    found = printable(counts, ["arm"] * 6, 10, 9)
    assert found.texts == ("below 14", "below 14", "40", "31", *["not shown"] * 2) and not found.without_sum
    assert printable([10, 12, 40], ["arm"] * 3, 10, 10).texts == ("10", "12", "40")  # none can be below 10
    assert printable([9, 12, 40], ["arm"] * 3, 1, 9).texts == ("9", "12", "40")
    assert printable([5, 9, 40], ["arm"] * 3, 10, 5).texts[0] == "below 10"  # 5 to 9 are enough
    assert [told_from(10, lowest) for lowest in (0, 5, 6, 8, 9, 10, 11)] == [10, 10, 11, 13, 14, 10, 10]
    secret, no_sum = withheld(np.array([8, 30, 40]), 10, 8)
    assert secret.tolist() == [True, True, False] and not no_sum


def test_how_many_values_are_left():
    assert values_left(18, [0, 0], [9, 9]).tolist() == [1, 1]
    assert values_left(13, [0, 10], [9, np.inf]).tolist() == [4, 4]
    assert values_left(40, [0, 10, 10], [9, np.inf, np.inf]).tolist() == [10, 21, 21]
    assert values_left(7, [0], [9]).tolist() == [1]
    assert [fewest_values(least) for least in (1, 2, 3, 5, 10, 11)] == [1, 2, 2, 3, 5, 6]


def test_what_is_left_out_below_a_small_limit_is_known_too_well():
    """Below 5 are 0 to 4, half of what may be below 10; below 1 is 0 and nothing else."""
    assert [is_narrow_below(limit, 10) for limit in (0, 1, 4, 5, 9, 10, 30)] == [False, True, True, *[False] * 4]
    assert [is_narrow_below(1, smallest) for smallest in (0, 1, 2, 10)] == [False, False, True, True]
    assert is_narrow_below(9, 20) and not is_narrow_below(10, 20)
