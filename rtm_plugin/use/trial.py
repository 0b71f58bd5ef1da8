"""Designing a trial of places: which are eligible and apart, which are alike, who is treated, and can it tell anything.

Places keep a distance, so that what is done in one does not reach another. Blocks are made of places that are alike in
what is known before, such as relative risk and incidents, because what is alike within a block cannot disturb the
comparison; lots are drawn within each. All is decided by the data and a seed: who repeats it gets the same places.
"""

from __future__ import annotations

import datetime
import hashlib
from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from ..errors import SettingsError
from ..translation import tr
from .randomisation import Design

PARALLEL, STEPPED, CROSSOVER = PLANS = ("parallel", "stepped", "crossover")
PAIRS, BLOCKS, COMPLETE = GROUPINGS = ("pairs", "blocks", "complete")
TAKEN, TOO_SMALL, TOO_LARGE, TOO_FEW, TOO_NEAR, BEYOND, ALONE = FATES = (
    *("taken", "too_small", "too_large", "too_few"),
    *("too_near", "beyond", "alone"),  # to one of higher priority; the number wanted; without a partner
)
DAYS_IN_WEEK = 7
VISIT_MINUTES = 15
_OUTLINE_DIGITS = 16
IMBALANCE = 0.25  # standardised difference beyond which groups are said to differ (Stuart 2010, Statistical Science 25)


@dataclass(frozen=True)
class TrialRules:
    """How a trial is laid out.

    Attributes
    ----------
    plan : {"parallel", "stepped", "crossover"}
    grouping : {"pairs", "blocks", "complete"}
        Of places before lots are drawn; a crossover needs none.
    block_size : int
        Of blocks; made a multiple of the number of arms.
    waves : int
        Of a stepped trial.
    weeks : int
        Of a crossover.
    days_per_week : int
        Of a crossover: on how many days of a week each place is treated.
    min_area, max_area : float
        Square map units; a maximum of 0 is none.
    min_count : int
        Incidents before.
    n_places : int
        At most so many; 0 for all.
    """

    plan: str = PARALLEL
    grouping: str = PAIRS
    block_size: int = 4
    waves: int = 3
    weeks: int = 26
    days_per_week: int = 3
    min_area: float = 0.0
    max_area: float = 0.0
    min_count: int = 0
    n_places: int = 0

    @property
    def arms(self) -> int:
        """How many arms places are dealt."""
        return {PARALLEL: 2, STEPPED: self.waves, CROSSOVER: 1}[self.plan]

    def validate(self) -> TrialRules:
        """The rules themselves. Raises :class:`SettingsError` for what is of no use."""
        for value, known in ((self.plan, PLANS), (self.grouping, GROUPINGS)):
            if value not in known:
                raise SettingsError(
                    tr("'{value}' is no design; use {known}.").format(value=value, known=", ".join(known))
                )
        if self.plan == STEPPED and self.waves < 2:
            raise SettingsError(tr("A stepped trial needs at least 2 waves, not {n}.").format(n=self.waves))
        if self.plan == CROSSOVER and not 0 < self.days_per_week < DAYS_IN_WEEK:
            raise SettingsError(
                tr("{n} treated days in a week leave nothing to compare: use 1 to 6.").format(n=self.days_per_week)
            )
        if self.plan == CROSSOVER and self.weeks < 1:
            raise SettingsError(tr("A crossover of less than a week cannot be drawn: let it last longer."))
        if self.grouping == BLOCKS and self.block_size < 2:
            raise SettingsError(
                tr("A block of {n} has nobody to compare with: use 2 or more.").format(n=self.block_size)
            )
        if self.max_area and self.max_area < self.min_area:
            raise SettingsError(tr("The largest area is smaller than the smallest: no place can be eligible."))
        return self


def choose(areas: np.ndarray, counts: np.ndarray, near: np.ndarray, order: np.ndarray, rules: TrialRules) -> np.ndarray:
    """What becomes of each place, an index into :data:`FATES`: the first in order are taken, a buffer apart.

    Parameters
    ----------
    areas, counts : (n,)
        Square map units; incidents before.
    near : (m, 2) int
        Pairs of places that are nearer to each other than the buffer, in any order.
    order : (n,)
        The places, first priority first.
    rules : TrialRules
    """
    fates = np.full(len(areas), FATES.index(TAKEN))
    fates[counts < rules.min_count] = FATES.index(TOO_FEW)
    if rules.max_area:
        fates[areas > rules.max_area] = FATES.index(TOO_LARGE)
    fates[areas < rules.min_area] = FATES.index(TOO_SMALL)
    neighbours = {}
    for one, other in near.tolist():
        neighbours.setdefault(one, []).append(other)
        neighbours.setdefault(other, []).append(one)
    taken = set()
    for place in order.tolist():
        if fates[place] != FATES.index(TAKEN):
            continue
        if rules.n_places and len(taken) == rules.n_places:
            fates[place] = FATES.index(BEYOND)
        elif taken.isdisjoint(neighbours.get(place, ())):
            taken.add(place)
        else:
            fates[place] = FATES.index(TOO_NEAR)
    return fates


def standardised(values: np.ndarray) -> np.ndarray:
    """Columns (n, k) with mean 0 and SD 1; one without spread is 0."""
    spread = values.std(axis=0)
    return (values - values.mean(axis=0)) / np.where(spread > 0, spread, 1.0)


def blocks_of_alike(known: np.ndarray, size: int) -> np.ndarray:
    """Blocks (n,) of places that are alike; ``size`` each, the last one smaller.

    They begin as neighbours in the order of the mean of what is known, standardised, and places are exchanged between
    blocks for as long as that lowers the sum of squared differences within blocks, the best exchange first.

    Parameters
    ----------
    known : (n, k)
        What is known of each place before.
    size : int

    Returns
    -------
    (n,) int64
        Numbered by the first place of each.
    """
    points = standardised(np.asarray(known, dtype=np.float64))
    blocks = np.empty(len(points), dtype=np.int64)
    blocks[np.argsort(points.mean(axis=1), kind="stable")] = np.arange(len(points)) // size
    apart = ((points[:, None] - points[None]) ** 2).sum(axis=2)
    place = np.arange(len(points))
    while True:
        within = apart @ np.eye(blocks.max() + 1)[blocks]  # (n, blocks): of a place to all of a block
        there, here = within[:, blocks], within[place, blocks]
        change = there + there.T - 2 * apart - here[:, None] - here
        change[blocks[:, None] == blocks] = 0.0
        one, other = np.unravel_index(int(change.argmin()), change.shape)
        if change[one, other] >= -1e-9:
            return _by_first(blocks)
        blocks[[one, other]] = blocks[[other, one]]


def _by_first(blocks: np.ndarray) -> np.ndarray:
    """Blocks (n,) numbered by the first place of each, which tells nothing of what is known of them."""
    _, first, number = np.unique(blocks, return_index=True, return_inverse=True)
    return np.argsort(np.argsort(first))[number.ravel()]


def deal(known: np.ndarray, priority: np.ndarray, rules: TrialRules, seed: int) -> tuple[np.ndarray, Design]:
    """Draw lots for places: which of them take part, and the design.

    Places that no block has room for, the last in priority, are left out.

    Parameters
    ----------
    known : (n, k)
        What is known of each place before.
    priority : (n,)
        Its rank; the lower, the sooner.
    rules : TrialRules
        Parallel or stepped.
    seed : int

    Returns
    -------
    (n,) bool, Design

    Raises
    ------
    SettingsError
        There are too few places.
    """
    arms, n = rules.arms, len(known)
    if n < arms or n < 2:
        raise SettingsError(
            tr(
                "Too few places ({n}) are eligible and apart for {arms} groups: lower the smallest count, size or "
                "buffer, or give more places."
            ).format(n=n, arms=arms)
        )
    part = np.ones(n, dtype=bool)
    if rules.grouping != COMPLETE:
        part[np.argsort(priority, kind="stable")[n - n % arms :]] = False
    members = np.flatnonzero(part)
    strata = np.zeros(len(members), dtype=np.int64)
    if rules.grouping != COMPLETE:
        size = arms if rules.grouping == PAIRS else arms * max(1, -(-rules.block_size // arms))
        strata = blocks_of_alike(np.asarray(known)[members], size)
    place_in_stratum = np.empty(len(members), dtype=np.int64)
    for stratum in range(int(strata.max()) + 1):
        inside = np.flatnonzero(strata == stratum)
        place_in_stratum[inside] = np.arange(len(inside))
    if rules.plan == PARALLEL:
        design = Design.parallel(place_in_stratum % 2, strata)
    else:
        design = Design.stepped(place_in_stratum % arms, strata)
    return part, design.drawn(seed)


def calendar(n_places: int, rules: TrialRules, seed: int) -> Design:
    """Draw the treated days of each place in each week: units are days, place by place.

    Raises :class:`SettingsError` where there is no place.
    """
    if n_places < 1:
        raise SettingsError(tr("No place is eligible: lower the smallest count, size or buffer, or give more places."))
    n_weeks = n_places * rules.weeks
    week = np.repeat(np.arange(n_weeks), DAYS_IN_WEEK)
    arms = np.tile(np.arange(DAYS_IN_WEEK) < rules.days_per_week, n_weeks).astype(np.int64)
    return Design(arms, week, np.array([[False], [True]])).drawn(seed)


def least_p_value(rules: TrialRules, n_places: int) -> float:
    """No result whatever of a trial of so many places has a smaller p-value; 1 where they are too few."""
    if rules.plan == CROSSOVER:
        return calendar(n_places, rules, 1).least_p_value
    if n_places < max(rules.arms, 2):
        return 1.0
    return deal(np.zeros((n_places, 1)), np.arange(n_places), rules, 1)[1].least_p_value


def enough_places(rules: TrialRules, limit: float, n_places: int) -> int:
    """The least number of places, from so many on, of which a result can have a p-value of at most ``limit``."""
    while least_p_value(rules, n_places) > limit:
        n_places += 1
    return n_places


def enough_weeks(rules: TrialRules, limit: float, n_places: int) -> int:
    """The least number of weeks of a crossover of so many places, from its own on, as of :func:`enough_places`."""
    weeks = rules.weeks
    while least_p_value(replace(rules, weeks=weeks), n_places) > limit:
        weeks += 1
    return weeks


def design_of_days(places: np.ndarray, days: np.ndarray, treated: np.ndarray, first: int) -> Design:
    """The design of a calendar that was drawn by weeks from its first day on.

    Parameters
    ----------
    places, days : (n,) int
        Number of the place, and ordinal of the day, of each row of the calendar.
    treated : (n,) bool
    first : int
        Ordinal of the calendar's first day.
    """
    week = (days - first) // DAYS_IN_WEEK
    strata = np.unique(places * (int(week.max()) + 1) + week, return_inverse=True)[1].ravel()
    return Design.parallel(treated.astype(np.int64), strata)


def seal(rows: Iterable[Sequence]) -> str:
    """A digest of an allocation or a calendar: who changes a row afterwards cannot keep it."""
    text = "\n".join(";".join(str(value) for value in row) for row in rows)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def outline(vertices: np.ndarray) -> str:
    """A digest of the vertices (n, 2) of a polygon, to hundredths of a map unit and in whatever order they come."""
    hundredths = np.unique(np.rint(np.asarray(vertices, dtype=np.float64) * 100).astype("<i8"), axis=0)
    return hashlib.sha256(hundredths.tobytes()).hexdigest()[:_OUTLINE_DIGITS]


def months_later(day: datetime.date, months: float) -> datetime.date:
    """The day that lies so many months later: the same day of the month, or its last where there is none; parts of
    months are parts of a twelfth of 365.25 days."""
    if float(months).is_integer():
        year, month = divmod(12 * day.year + day.month - 1 + int(months), 12)
        return datetime.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    return day + datetime.timedelta(days=round(months * 365.25 / 12))


def step_edges(rules: TrialRules, months: float) -> tuple[float, ...]:
    """Months at which the steps begin, and at which the last one ends; of a trial without waves that is one step.

    Of whole months, as many as there are waves or more, each step has whole ones, which differ by one at most: the
    incidents of many places are known by months only, and nobody begins in the middle of one.
    """
    n_steps = rules.waves if rules.plan == STEPPED else 1
    edges = [months / n_steps * step for step in range(n_steps)]
    if float(months).is_integer() and months >= n_steps:
        edges = [float((2 * int(months) * step + n_steps) // (2 * n_steps)) for step in range(n_steps)]
    return (*edges, float(months))


def steps_of(rules: TrialRules, start: datetime.date, months: float) -> tuple[tuple[datetime.date, datetime.date], ...]:
    """First and last day of each step: of each wave, or of a trial without waves; see :func:`step_edges`. A crossover
    lasts whole weeks."""
    if rules.plan == CROSSOVER:
        return ((start, start + datetime.timedelta(days=rules.weeks * DAYS_IN_WEEK - 1)),)
    edges = [months_later(start, month) for month in step_edges(rules, months)]
    return tuple((first, after - datetime.timedelta(days=1)) for first, after in zip(edges, edges[1:]))


@dataclass(frozen=True)
class Balance:
    """How alike the groups are in one thing that is known before.

    ``means`` and ``sds`` are of the groups in the order of their arms; ``difference`` is that of treatment and control,
    or the largest of two waves, in units of their common SD. ``of_counts``: it is one of small whole numbers, such as
    incidents, which may be found from all this.
    """

    name: str
    means: tuple[float, ...]
    sds: tuple[float, ...]
    difference: float
    of_counts: bool = False

    @property
    def differs(self) -> bool:
        return abs(self.difference) > IMBALANCE


def balance(known: np.ndarray, names: Sequence[str], arms: np.ndarray, counts: int = 0) -> tuple[Balance, ...]:
    """Of each column of what is known (n, k), the first ``counts`` of which are counts, by arms (n,): treatment minus
    control, or the two that differ most."""
    groups = [np.asarray(known, dtype=np.float64)[arms == arm] for arm in range(int(arms.max()) + 1)]
    found = []
    for column, name in enumerate(names):
        means = [float(group[:, column].mean()) for group in groups]
        sds = [float(group[:, column].std(ddof=1)) if len(group) > 1 else 0.0 for group in groups]
        low, high = (0, 1) if len(groups) == 2 else (int(np.argmin(means)), int(np.argmax(means)))
        common = np.sqrt((sds[low] ** 2 + sds[high] ** 2) / 2)
        apart = means[high] - means[low]
        difference = apart / common if common > 0 else 0.0 if apart == 0 else float("inf")
        found.append(Balance(name, tuple(means), tuple(sds), float(difference), column < counts))
    return tuple(found)
