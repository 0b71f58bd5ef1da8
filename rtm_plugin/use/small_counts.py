"""Small counts of people are not told, nor can they be worked out from what is told beside them.

What is hidden of a sum is narrowed by the sum, less what is told of it: of two hidden counts below 10 that make 18 both
are 9. A count stays hidden only as long as it may have at least half of the values from 0 to just below the smallest
count that is told: :func:`fewest_values`. Where it may not, one more of the sum is hidden, the smallest that is told,
and where none is left, the sum itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations

import numpy as np

SMALLEST = 10  # people, or incidents: fewer are not told unless somebody asks for it
_MOST_COMBINED = 12  # groups of which every combination is looked at: 4,095
_SAME = 0.01  # of all people: what adds up but for this can be subtracted all the same
_ROUNDING = 1e-9  # of a sum's people
_HALF = 0.5  # a person: less is left of counts that an office has rounded
_AT_ONCE = 256  # combinations


@dataclass(frozen=True)
class Rests:
    """Groups that fit into another area by area, so that what they leave of it may be a group without a field.

    Attributes
    ----------
    whole : (m,) int64
        Columns of the counts.
    parts : (m, g) bool
        Which columns are taken from it.
    """

    whole: np.ndarray
    parts: np.ndarray

    def of(self, values: np.ndarray) -> np.ndarray:
        """(m,) what is left of each whole; 0 for what is rounding."""
        with np.errstate(invalid="ignore"):  # of what is without limit nothing is known
            rest = values[self.whole] - np.where(self.parts, values, 0.0).sum(axis=1)
            return np.where(rest > _ROUNDING * values[self.whole], rest, 0.0)


def sums_among(counts: np.ndarray) -> tuple[tuple[int, ...], ...]:
    """Which columns are the sums of which others: all people, and groups that are made up of smaller ones.

    Parameters
    ----------
    counts : (f, g) float64
        People in each area: all of them in the first column, then by group.

    Returns
    -------
    tuple of tuples of column numbers
        The first of each is the sum of the others, but for 1% of its people, taken area by area, and for less than
        half of the smallest of the others; of sums that differ by some groups only, the closest. Of more than 12 groups
        only runs of consecutive ones are looked at, as tables of people have them; where there is none, all are taken
        to add up to all people, which hides rather too much.
    """
    counts = np.asarray(counts, dtype=np.float64)
    total = counts.sum(axis=0)
    groups = [one for one in range(1, counts.shape[1]) if total[one] > 0]
    found = []
    for parts in _combined(groups):
        people = total[list(parts)].sum()
        for whole in (0, *groups):
            if whole in parts or (len(parts) == 1 and parts[0] < whole) or total[whole] <= 0:
                continue
            if abs(people - total[whole]) > _SAME * total[whole]:
                continue
            apart = np.abs(counts[:, list(parts)].sum(axis=1) - counts[:, whole]).sum()
            if apart <= min(_SAME * total[whole], total[list(parts)].min() / 2):
                found.append((apart, whole, parts))
    found = [one for one in found if not any(_is_closer(other, one) for other in found)]
    if len(groups) > _MOST_COMBINED and not any(whole == 0 for _, whole, _ in found):
        return ((0, *groups), *((whole, *parts) for _, whole, parts in found))
    return tuple((whole, *parts) for _, whole, parts in found)


def rests_among(counts: np.ndarray) -> Rests:
    """What may be taken from what: combinations of groups that have no more people than another in any area.

    Parameters
    ----------
    counts : (f, g) float64
        As for :func:`sums_among`, whose combinations are looked at.
    """
    counts = np.asarray(counts, dtype=np.float64)
    total = counts.sum(axis=0)
    groups = [one for one in range(1, counts.shape[1]) if total[one] > 0]
    parts = np.zeros((0, counts.shape[1]), dtype=bool)
    listed = list(_combined(groups))
    if listed:
        parts = np.zeros((len(listed), counts.shape[1]), dtype=bool)
        for row, columns in enumerate(listed):
            parts[row, list(columns)] = True
    wholes, rows = [], []
    for start in range(0, len(parts), _AT_ONCE):
        some = parts[start : start + _AT_ONCE]
        people = counts @ some.T  # (f, some)
        for whole in (0, *groups):
            may = np.flatnonzero(~some[:, whole] & (some @ total <= total[whole] * (1 + _ROUNDING)))
            room = counts[:, whole, None] * (1 + _ROUNDING) + _ROUNDING
            fits = may[(people[:, may] <= room).all(axis=0)]
            wholes.append(np.full(len(fits), whole))
            rows.append(some[fits])
    if not wholes:
        return Rests(np.zeros(0, dtype=np.int64), parts)
    return Rests(np.concatenate(wholes), np.concatenate(rows))


def _is_closer(one: tuple, other: tuple) -> bool:
    """Whether a sum (error, whole, parts) is that of another with some parts more or less, and closer."""
    (error, whole, parts), (others_error, others_whole, others_parts) = one, other
    alike = set(parts) < set(others_parts) or set(others_parts) < set(parts)
    return whole == others_whole and alike and error < others_error


def _combined(groups: list[int]) -> Iterator[tuple[int, ...]]:
    """Groups that may make up another, the smallest combinations first."""
    n = len(groups)
    if n <= _MOST_COMBINED:
        return chain.from_iterable(combinations(groups, size) for size in range(1, n + 1))
    return (tuple(groups[start : start + size]) for size in range(1, n + 1) for start in range(n - size + 1))


def fewest_values(smallest: float) -> int:
    """How many values each hidden count has to be able to have: half of those from 0 to just below ``smallest``, and no
    fewer than two where there are as many."""
    return int(min(np.ceil(smallest), max(2, np.ceil(smallest / 2))))


def told_from(smallest: int, lowest: int = 0) -> int:
    """The least count that may be told where it is known that none is below ``lowest``: ``smallest``, or more where
    too few values are between the two, so that "below 10" would tell a 9. 0 or 1 hides nothing."""
    if smallest <= 1 or lowest >= smallest:
        return smallest
    return max(smallest, lowest + fewest_values(smallest))


def is_narrow_below(limit: int, smallest: int) -> bool:
    """Whether a count that is known to be below ``limit`` has too few values left; 0 says nothing of any."""
    return 0 < limit < fewest_values(smallest)


def values_left(total: float, lows: np.ndarray, highs: np.ndarray) -> np.ndarray:
    """How many values each of some counts may have that add up to a total.

    Parameters
    ----------
    total : float
    lows, highs : (m,) float64
        The least and the greatest that each may be by itself; endless where nothing is known.

    Returns
    -------
    (m,) float64
    """
    lows, highs = np.asarray(lows, dtype=np.float64), np.asarray(highs, dtype=np.float64)
    endless = np.isinf(highs)
    others_most = np.where(endless, 0.0, highs).sum() - np.where(endless, 0.0, highs)
    others_most[endless.sum() - endless > 0] = np.inf
    least = np.maximum(lows, total - others_most)
    most = np.minimum(highs, total - (lows.sum() - lows))
    return np.floor(most - least) + 1


def withheld(counts: Sequence[int] | np.ndarray, smallest: int, lowest: int = 0) -> tuple[np.ndarray, bool]:
    """Which counts of a group whose sum is told are not to be told, and whether the sum is not to be told either.

    Those below :func:`told_from`; and, one after the other, the smallest that is told, until each that is hidden may
    have :func:`fewest_values` for all that the sum says, and that none is greater than what is told.

    Parameters
    ----------
    counts : (n,) int64
    smallest : int
        0 or 1 hides nothing.
    lowest : int
        That no count is below it is known otherwise.

    Returns
    -------
    (n,) bool, bool
    """
    values = np.asarray(counts, dtype=np.int64)
    limit = told_from(smallest, lowest)
    is_few = values < limit
    if smallest <= 1 or not is_few.any():
        return np.zeros(len(values), dtype=bool), False
    secret = is_few.copy()
    while True:
        told = np.flatnonzero(~secret)
        most_others = values[told].min() if len(told) else np.inf
        lows = np.where(is_few, lowest, limit)[secret]
        highs = np.where(is_few, limit - 1, most_others)[secret]
        if (values_left(values[secret].sum(), lows, highs) >= fewest_values(smallest)).all():
            return secret, False
        if not len(told):
            return secret, True
        secret[told[np.argmin(values[told])]] = True


def hidden(
    values: np.ndarray,
    sums: tuple[tuple[int, ...], ...],
    smallest: float,
    others: tuple = (),
    rests: Rests | None = None,
) -> np.ndarray:
    """Which of some counts are not to be told.

    Those below ``smallest``, 0 included; those beside which one of ``others`` is (such as the rest of a group, which
    anybody can subtract); and of each sum at least one more, the smallest that is told, where a single count, or
    counts that together are below ``smallest``, could be found by subtraction, or where what is left by it narrows a
    count to fewer than :func:`fewest_values`. People of a sum who are in none of its
    parts are one of its counts, too, and are never told.

    Parameters
    ----------
    values : (g,) float64
    sums : tuple of tuples of int
        As of :func:`sums_among`.
    smallest : float
        0 hides nothing.
    others : tuple of (g,) float64
    rests : Rests, optional
        As of :func:`rests_among`.

    Returns
    -------
    (g,) bool
    """
    kinds = [np.asarray(one, dtype=np.float64) for one in (values, *others)]
    values, found = kinds[0], np.zeros(len(kinds[0]), dtype=bool)
    if not smallest > 0:
        return found
    for one in kinds:
        found |= one < smallest
    left_over: dict[tuple[int, tuple[int, ...]], np.ndarray | None]
    left_over = {(whole, tuple(parts)): None for whole, *parts in sums}
    left_over.update(_small_rests(kinds, sums, smallest, rests))
    changed = True
    while changed:
        changed = False
        for (whole, parts), rest in left_over.items():
            members = [whole, *parts]
            secret = [one for one in members if found[one]]
            n_secret = len(secret) + (rest is not None)
            # of the parts alone their sum is known: the whole less what is told
            is_narrow = False
            if not found[whole]:
                beside = np.zeros(len(kinds)) if rest is None else rest
                is_narrow = any(_is_narrow(one[secret], left, smallest) for one, left in zip(kinds, beside))
            told = [one for one in members if not found[one]]
            if told and (n_secret == 1 or (n_secret and is_narrow)):
                # a part rather than the whole, and of these the smallest: least is lost
                found[min(told, key=lambda one: (one == whole, values[one], one))] = True
                changed = True
    return found


def _is_narrow(secret: np.ndarray, left: float, smallest: float) -> bool:
    """Whether counts of which the sum is known, and people ``left`` over beside them, are few together, or one of them
    is known too well."""
    together = float(secret.sum() + left)
    if together < smallest or not np.isfinite(together):  # of what is without limit nothing is known
        return together < smallest
    is_few = secret < smallest
    lows, highs = np.where(is_few, 0.0, smallest), np.where(is_few, smallest - 1, np.inf)
    if left > 0:
        lows, highs = np.append(lows, 0.0), np.append(highs, np.inf)
    return bool((values_left(together, lows, highs) < fewest_values(smallest))[: len(secret)].any())


def _small_rests(
    kinds: list[np.ndarray], sums: tuple[tuple[int, ...], ...], smallest: float, rests: Rests | None
) -> dict[tuple[int, tuple[int, ...]], np.ndarray]:
    """By (whole, parts), what is left by kind, where that is somebody and few in any kind."""
    found = {}
    if rests is not None and len(rests.whole):
        left = np.array([rests.of(one) for one in kinds])  # (kinds, m)
        for row in np.flatnonzero(((left > 0) & (left < smallest)).any(axis=0)).tolist():
            found[int(rests.whole[row]), tuple(np.flatnonzero(rests.parts[row]).tolist())] = left[:, row]
    for whole, *parts in sums:  # but for some areas these fit
        with np.errstate(invalid="ignore"):  # of what is without limit nothing is known
            left = np.array([one[whole] - one[parts].sum() for one in kinds])
        if ((left >= _HALF) & (left < smallest)).any():
            found[whole, tuple(parts)] = np.where(left > 0, left, 0.0)
    return found
