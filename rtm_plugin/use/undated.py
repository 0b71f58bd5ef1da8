"""Incidents without a date: they are counted nowhere, so that a result may be due to what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from ..translation import tr
from .impact import ratio_of_changes
from .small_counts import withheld

SOME, MANY = 0.03, 0.10  # of the incidents in places: beyond it a verdict may be another, or is none
_CHANCE = 0.05


@dataclass(frozen=True)
class Undated:
    """Incidents that have no date, or none that can be read.

    Attributes
    ----------
    n, n_all : int
        How many of how many that were given.
    in_places : tuple of tuples of int
        How many lie in each place: of treatment, then of control; in one group where places are no arms.
    counted : tuple of int
        Of each group the incidents that have a date and are counted.
    """

    n: int
    n_all: int
    in_places: tuple[tuple[int, ...], ...]
    counted: tuple[int, ...]

    @property
    def sums(self) -> tuple[int, ...]:
        """In the places of each group."""
        return tuple(map(sum, self.in_places))

    @cached_property
    def leans(self) -> int:
        """1 where relatively more of treatment than of control have none, beyond chance (Fisher's exact test at 5%),
        -1 where fewer have, 0 where neither can be told."""
        if len(self.sums) != 2 or not any(self.sums):
            return 0
        (treated, control), (dated, other) = self.sums, self.counted
        if ratio_of_changes((dated, treated), (other, control)).p_value >= _CHANCE:
            return 0
        return 1 if treated * other > control * dated else -1

    def exceeds(self, share: float) -> bool:
        """Whether more than a share of the incidents in the places has none."""
        return sum(self.sums) > share * (sum(self.sums) + sum(self.counted))

    @property
    def spoils(self) -> bool:
        """Whether a result cannot be trusted: the arms differ beyond chance, or many incidents are missing."""
        return bool(self.leans) or self.exceeds(MANY)

    def words(self, least: int = 0) -> str:
        """How many there are, and where, in a sentence, without what gives away counts of a place below ``least``; ''
        where there are none."""
        if not self.n:
            return ""
        if any(withheld(group, least)[1] for group in self.in_places):
            where = tr("how many lie in the places is not told, for small counts could be found from it")
        elif len(self.sums) == 2:
            where = tr("{treated:,} of them lie in places of treatment, {control:,} in those of control").format(
                treated=self.sums[0], control=self.sums[1]
            )
        else:
            where = tr("{n:,} of them lie in the places").format(n=self.sums[0])
        return tr(
            "Of {all:,} incidents that were given, {n:,} have no date, or none that can be read, and are counted "
            "nowhere: {where}."
        ).format(all=self.n_all, n=self.n, where=where)

    def why(self) -> str:
        """What is wrong with them, for a sentence; '' where they are few, and are not more on one side."""
        if self.leans > 0:
            return tr(
                "incidents without a date are counted nowhere, and relatively more of treatment than of control are "
                "missing, beyond chance"
            )
        if self.leans < 0:
            return tr(
                "incidents without a date are counted nowhere, and relatively more of control than of treatment are "
                "missing, beyond chance"
            )
        limit = MANY if self.exceeds(MANY) else SOME if self.exceeds(SOME) else None
        if limit is None:
            return ""
        return tr(
            "incidents without a date are counted nowhere, and these are more than {share:.0f}% of those in the places"
        ).format(share=100 * limit)

    def beside(self) -> str:
        """What has to stand beside a result that is told all the same: a sentence, or ''."""
        if self.spoils or not self.why():
            return ""
        return tr("This may be another with all dates: {why}.").format(why=self.why())

    def of_a_design(self) -> str:
        """What has to stand beside a trial that is laid out by the others: a sentence, or ''."""
        if not self.why():
            return ""
        return tr("Find the dates before lots are relied on: {why}.").format(why=self.why())
